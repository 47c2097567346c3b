"""What the certainties of some cases teach of others, for one who can reason about rules but not weigh evidence.

It rests on two things alone: a certainty depends on nothing but which rules of evidence fire, and is monotone in them:
evidence for a cause never lowers it, evidence against never raises it. How evidence combines is not told here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from expert.certainty import LEVEL_NAMES, level_of
from expert.knowledge import KnowledgeBase
from expert.rules import Cause, Supports

Fired = frozenset[Supports]


@dataclass(frozen=True)
class Lesson:
    """Whether a cause reaches a level, in as many cases as can be told from one.

    Attributes:
        reached: True: it does wherever all of `fired` fires that is for it, and nothing else that is against it.
            False: it does not wherever nothing else fires that is for it, and all of `fired` that is against it.
        fired: rules of evidence for and against the cause.
    """

    cause: Cause
    level: str
    reached: bool
    fired: Fired

    def wanted(self, knowledge: KnowledgeBase) -> tuple[list[Supports], list[Supports]]:
        """The condition as two lists: the rules that must fire, and those that must not."""
        sign = 1 if self.reached else -1
        rules = knowledge.evidence[self.cause.id]
        must = [rule for rule in rules if rule.sign == sign and rule in self.fired]
        return must, [rule for rule in rules if rule.sign != sign and rule not in self.fired]


class Teacher:
    """Gives lessons on a knowledge base; remembers what was weighed."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self._knowledge = knowledge
        self._levels: dict[tuple[str, Fired], int] = {}

    def at_first(self, cause: Cause) -> Iterator[Lesson]:
        """What holds before any case was seen: a cause needs evidence, or evidence of its presentation."""
        speak = [rule for rule in self._knowledge.evidence[cause.id] if rule.sign > 0]
        brought_on = frozenset(rule for rule in speak if not self._knowledge.piece(rule).presents)
        for fired in (brought_on, Fired()):
            if self._level(cause, fired) == 0:
                yield Lesson(cause, LEVEL_NAMES[1], False, fired)
                return

    def on(self, cause: Cause, fired: Fired, said: str) -> Lesson | None:
        """Why it is wrong that a cause reaches the level `said` where these rules fire; None where it is right."""
        real, told = self._level(cause, fired), LEVEL_NAMES.index(said)
        if real == told:
            return None
        level = real if real > told else real + 1
        return Lesson(cause, LEVEL_NAMES[level], real > told, self._widened(cause, fired, level, real > told))

    def _widened(self, cause: Cause, fired: Fired, level: int, reached: bool) -> Fired:
        """Less evidence for it and more against with which it still reaches the level; or the reverse, still not."""
        for rule in self._knowledge.evidence[cause.id]:
            other = fired - {rule} if (rule.sign > 0) == reached else fired | {rule}
            if (self._level(cause, other) >= level) == reached:
                fired = other
        return fired

    def _level(self, cause: Cause, fired: Fired) -> int:
        """The level that a cause reaches where these rules fire, as its place among the names."""
        key = (cause.id, fired)
        if key not in self._levels:
            self._levels[key] = LEVEL_NAMES.index(level_of(self._knowledge.certainty(cause, fired)))
        return self._levels[key]
