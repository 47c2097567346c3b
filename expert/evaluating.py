"""Evaluating cases from a program: a base by its name, cases in, results out as the command ``batch`` writes them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast

from expert.cases.case import Item, Unreadable
from expert.cases.reader import CaseReader
from expert.cases.results import evaluate
from expert.consultation import Consultant
from expert.errors import CaseError, shown
from expert.knowledge import KnowledgeBase
from expert.loading import KnowledgeName
from expert.typed import Result, Scores

if TYPE_CHECKING:
    import pandas


class Evaluator:
    """Evaluates cases on one knowledge base. Two threads may share one; it takes their cases one at a time.

    A case that cannot be read gives a result too, with the status ``error``, what is wrong, its field and its line.

    Attributes:
        knowledge: the base.
    """

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        self._reader = CaseReader(knowledge)
        self._consultant = Consultant(knowledge)

    def evaluate(self, case: Mapping[str, Any], name: str = "case") -> Result:
        """The result of a case given as plain data: groups to fields to values, as JSON has them.

        Args:
            name: for ``id``, where the case has none of its own, and ``source``.
        """
        return self._result(self._item(case, f"{name}#1", name))

    def evaluate_many(self, cases: Iterable[Mapping[str, Any]], name: str = "cases") -> Iterator[Result]:
        """The results of cases given as plain data, in their order. Each is taken when its result is asked for.

        Args:
            name: of all of them; the Nth is ``NAME#N``.
        """
        return map(self._result, self._items(cases, name))

    def evaluate_text(self, text: str, name: str = "text", format: str | None = None) -> list[Result]:
        """The results of all cases of a text.

        Args:
            name: of the text, for ``source``.
            format: ``yaml``, ``json``, ``jsonl`` or ``csv``; None to guess it from the text.
        """
        return [self._result(item) for item in self._reader.read_text(text, name, format)]

    def evaluate_files(self, *paths: str) -> Iterator[Result]:
        """The results of all cases of files, folders, patterns and addresses, in their order, one at a time."""
        return map(self._result, self._reader.read_paths(paths, None))

    def evaluate_frame(self, frame: pandas.DataFrame, name: str = "frame") -> pandas.DataFrame:
        """The results of the rows of a pandas DataFrame, a row each under the same index.

        Args:
            frame: its columns are called as those of a CSV file of cases (``group.field``, ``id``, ``expect.top``), and
                its cells hold what theirs do; a list may be one. What is missing (None, NaN, NA) is not known.

        Returns:
            the columns of ``batch --format csv``, and a column ``certainty.CAUSE`` for each cause.

        Raises:
            CaseError: a column is none that a case has; all of them are named.
        """
        from expert.frames import evaluated  # late: pandas is the caller's, not ours

        return evaluated(frame, name, self._reader, self._result)

    def score(self, cases: Iterable[Mapping[str, Any]], name: str = "cases") -> Scores:
        """How often what the cases expect (``expect``) came out; cases that expect nothing are only counted."""
        return self._score(self._items(cases, name))

    def score_files(self, *paths: str) -> Scores:
        """The same of all cases of files, folders, patterns and addresses."""
        return self._score(self._reader.read_paths(paths, None))

    def _items(self, cases: Iterable[Mapping[str, Any]], name: str) -> Iterator[Item]:
        return (self._item(case, f"{name}#{number}", f"{name}#{number}") for number, case in enumerate(cases, 1))

    def _item(self, case: Mapping[str, Any], source: str, default: str) -> Item:
        """A case that was read, or why it could not be."""
        try:
            if not isinstance(case, Mapping):  # a program may have read it from anywhere
                raise CaseError(f"{shown(case)} found where a case belongs: a mapping of groups to fields.")
            return self._reader.read_mapping(case, source, default)
        except CaseError as error:
            return Unreadable(default, source, error)

    def _result(self, item: Item) -> Result:
        return cast(Result, evaluate(item, self._consultant))

    def _score(self, items: Iterable[Item]) -> Scores:
        from expert.examining.score import Score  # late: most want no score

        score = Score(self.knowledge)
        for item in score.watch(items):
            score.add(self._result(item))
        return cast(Scores, score.plain())


def load(name: str, article_only: bool = False) -> Evaluator:
    """An evaluator of the base of this name, ``MODULE:NAME``, that Python can import.

    Args:
        article_only: reason only with the rules that rest on numbered claims, on no other source.

    Raises:
        KnowledgeError: the base has faults, or there is none of this name.
    """
    return Evaluator(KnowledgeName(name, article_only).load())
