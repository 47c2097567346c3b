"""The state of one consultation: the screens that were answered, in order. All else is worked out from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from expert.asking.screens import Screen
from expert.fields import Answer, Answers
from expert.knowledge import KnowledgeBase


@dataclass
class Session:
    """What was said so far.

    Attributes:
        knowledge: names the fields, and what an answer implies.
        loaded: the answers that a case file brought along.
        steps: each screen with what was answered; a field of the screen that is missing there is not known.
    """

    knowledge: KnowledgeBase
    loaded: Answers = field(default_factory=dict)
    steps: list[tuple[Screen, Mapping[str, Answer]]] = field(default_factory=list)

    @property
    def answers(self) -> dict[str, Answer]:
        """Every answer, a later one before an earlier, in the vocabulary's order."""
        merged = dict(self.loaded)
        for screen, given in self.steps:
            for key in screen.keys:
                merged.pop(key, None)
            merged.update(given)
        for key, value, implied, its_value in self.knowledge.implications:
            if merged.get(key) == value:
                merged.setdefault(implied, its_value)
        return {key: merged[key] for key in self.knowledge.vocabulary.asked if key in merged}

    @property
    def closed(self) -> frozenset[str]:
        """The fields that were asked and are not known."""
        asked = {key for screen, _ in self.steps for key in screen.keys}
        return frozenset(asked - set(self.answers))

    def add(self, screen: Screen, given: Mapping[str, Answer]) -> None:
        """Take the answers of one screen."""
        self.steps.append((screen, dict(given)))

    def back(self) -> bool:
        """Take the last screen back; False where there is none."""
        return bool(self.steps) and self.steps.pop() is not None

    def questions(self) -> Iterator[tuple[str, ...]]:
        """The fields of each question in the order in which they first came up: the first is number 1.

        A loaded answer is a question of its own, before all others. A screen that was asked again (a change) is no new
        question, so a change moves no number.
        """
        seen = set(self.loaded)
        yield from ((key,) for key in self.loaded)
        for screen, _ in self.steps:
            if not seen.issuperset(screen.keys):
                yield screen.keys
            seen.update(screen.keys)

    def labels(self) -> dict[str, str]:
        """The number by which each field that was asked goes: ``4`` or, of a list, ``4.2`` for its second line."""
        found: dict[str, str] = {}
        for number, keys in enumerate(self.questions(), 1):
            for line, key in enumerate(keys, 1):
                found.setdefault(key, str(number) if len(keys) == 1 else f"{number}.{line}")
        return found

    def asked_as(self, number: int) -> Screen | None:
        """The screen of a question that had several lines; None where there is no such question."""
        for count, keys in enumerate(self.questions(), 1):
            if count == number and len(keys) > 1:
                return next(screen for screen, _ in self.steps if screen.keys == keys)
        return None
