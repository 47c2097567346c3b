"""The state of one consultation: the screens that were answered, in order. All else is worked out from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from expert.fields import Answer, Answers
from expert.knowledge import KnowledgeBase
from expert.screens import Screen


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

    def numbered(self) -> list[str]:
        """The answered fields in the order in which they first came up, loaded ones first: a change moves no number."""
        answers = self.answers
        asked = [key for screen, _ in self.steps for key in screen.keys]
        return [key for key in dict.fromkeys([*self.loaded, *asked, *answers]) if key in answers]
