"""Evaluating cases from a program: a base by its name, cases in, results out as the command ``batch`` writes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from expert.cases.case import Item, Unreadable
from expert.cases.reader import CaseReader
from expert.cases.results import Result, evaluate
from expert.consultation import Consultant
from expert.errors import CaseError, shown
from expert.knowledge import KnowledgeBase
from expert.loading import KnowledgeName


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
        item: Item
        try:
            if not isinstance(case, Mapping):  # a program may have read it from anywhere
                raise CaseError(f"{shown(case)} found where a case belongs: a mapping of groups to fields.")
            item = self._reader.read_mapping(case, f"{name}#1", name)
        except CaseError as error:
            item = Unreadable(name, f"{name}#1", error)
        return evaluate(item, self._consultant)

    def evaluate_text(self, text: str, name: str = "text", format: str | None = None) -> list[Result]:
        """The results of all cases of a text.

        Args:
            name: of the text, for ``source``.
            format: ``yaml``, ``json``, ``jsonl`` or ``csv``; None to guess it from the text.
        """
        return [evaluate(item, self._consultant) for item in self._reader.read_text(text, name, format)]

    def evaluate_files(self, *paths: str) -> Iterator[Result]:
        """The results of all cases of files and folders, in their order, one at a time."""
        return (evaluate(item, self._consultant) for item in self._reader.read_paths(paths, None))


def load(name: str, article_only: bool = False) -> Evaluator:
    """An evaluator of the base of this name, ``MODULE:NAME``, that Python can import.

    Args:
        article_only: reason only with the rules that rest on numbered claims, on no other source.

    Raises:
        KnowledgeError: the base has faults, or there is none of this name.
    """
    return Evaluator(KnowledgeName(name, article_only).load())
