"""Which question comes next, worked out from the rules that still wait and never from a script.

A *screen* is what is asked at once: one field, the yes-or-no fields of one group as a tick-list, the remedies of one
group as a tick-list of what was tried, or the numbers that one computed field needs. A new rule brings its question
along, because a field is asked exactly when an open rule that could still show waits for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from expert.analysis import Outlook
from expert.fields import Choice, Distance, Field, Many, Number, YesNo
from expert.knowledge import KnowledgeBase
from expert.rules import URGENCIES, Alerts, KnowledgeRule, Supports

#: The most lines that a tick-list may have and still be taken in at a glance.
MOST_TICKS = 8


@dataclass(frozen=True)
class Screen:
    """What is asked at once.

    Attributes:
        kind: ``choice``, ``many``, ``ticks`` (yes-or-no fields), ``tried`` (remedies, by whether they were tried) or
            ``numbers``.
        fields: the fields, in the order they are shown.
    """

    kind: str
    fields: tuple[Field, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The full names of its fields."""
        return tuple(field.key for field in self.fields)


@dataclass(frozen=True)
class Planner:
    """Plans a consultation over a knowledge base.

    Attributes:
        untried: the value that says a remedy was not tried; fields that have it are asked as ``tried`` tick-lists.
    """

    knowledge: KnowledgeBase
    untried: str = "not_tried"

    def next_screen(self, outlook: Outlook, refine: bool = True) -> Screen | None:
        """The screen that can still change most, or None where nothing can change any more.

        Args:
            outlook: what is known and what is open.
            refine: False stops once the top cause and the urgency are settled.
        """
        place = self.knowledge.place
        worth = self.worth(outlook, refine)
        if not worth:
            return None
        if outlook.open(place):
            return self.screen_of(self.knowledge.vocabulary.fields[place], worth)
        alarming = self._alarming(outlook)
        if alarming:
            worth = {key: worth.get(key, 0.0) + gain for key, gain in alarming.items()}
        best = max(worth, key=lambda key: (worth[key], -self._position(key)))
        return self.screen_of(self.knowledge.vocabulary.fields[best], worth)

    def worth(self, outlook: Outlook, refine: bool = True) -> dict[str, float]:
        """Every open field that can still change something visible, with how much its rules could move."""
        found: dict[str, float] = {}
        for rule in outlook.waiting() if refine else self._deciding(outlook):
            fields = outlook.open_fields(rule)
            for key in fields:
                found[key] = found.get(key, 0.0) + self._gain(outlook, rule) / len(fields)
        return found

    def _deciding(self, outlook: Outlook) -> list[KnowledgeRule]:
        """The open rules that could change the top cause or the urgency."""
        contested = outlook.top_contested
        decisive: list[KnowledgeRule] = list(outlook.graver())
        for rule in outlook.waiting():
            if isinstance(rule, Supports) and rule.cause.id in contested:
                decisive.append(rule)
        return decisive

    def _gain(self, outlook: Outlook, rule: KnowledgeRule) -> float:
        if isinstance(rule, Supports):
            likely = max(outlook.bounds[rule.cause.id].high, 0.0)
            return self.knowledge.strength(rule) * (0.2 + likely) * (2.0 if rule.role == "presentation" else 1.0)
        return 0.1

    def _alarming(self, outlook: Outlook) -> dict[str, float]:
        """The open fields of red flags that the place makes relevant: asked before all else."""
        place = outlook.answers.get(self.knowledge.place)
        found: dict[str, float] = {}
        open_keys = {key for rule in outlook.graver() for key in outlook.open_fields(rule)}
        for flag in self.knowledge.red_flags:
            relevant = not flag.places or place is None or any(value in flag.places for value in place)
            if relevant and flag.field in open_keys:
                found[flag.field] = 10.0 + self._gravity(outlook, flag.field)
        return found

    def _gravity(self, outlook: Outlook, key: str) -> float:
        grave = [r.urgency for r in outlook.graver() if isinstance(r, Alerts) and key in outlook.open_fields(r)]
        return max((URGENCIES.index(urgency) for urgency in grave), default=0)

    def screen_of(self, field: Field, worth: Mapping[str, float]) -> Screen:
        """The screen on which a field is asked, with those of its kind that are worth asking too."""
        group = field.key.split(".")[0]
        beside = [self.knowledge.vocabulary.fields[key] for key in worth if key.split(".")[0] == group]
        if isinstance(field, YesNo):
            ticks = [other for other in beside if isinstance(other, YesNo)]
            return Screen("ticks", self._foremost(ticks, worth, field))
        if isinstance(field, Choice) and self.untried in field.values:
            return Screen("tried", tuple(sorted(beside, key=lambda other: self._position(other.key))))
        if isinstance(field, (Number, Distance)):
            return Screen("numbers", self._together(field))
        return Screen("many" if isinstance(field, Many) else "choice", (field,))

    def _foremost(self, ticks: list[YesNo], worth: Mapping[str, float], first: Field) -> tuple[Field, ...]:
        """At most `MOST_TICKS` fields: those worth most, shown in the vocabulary's order."""
        ranked = sorted(ticks, key=lambda field: (field is not first, -worth[field.key], self._position(field.key)))
        return tuple(sorted(ranked[:MOST_TICKS], key=lambda field: self._position(field.key)))

    def _together(self, field: Field) -> tuple[Field, ...]:
        """All numbers that a computed field can be worked out from: two weeks, or their change, are one screen."""
        vocabulary = self.knowledge.vocabulary
        for computed in vocabulary.computed:
            if field.key in vocabulary.sources(computed.key):
                return tuple(vocabulary.fields[name] for name in vocabulary.sources(computed.key))
        return (field,)

    def _position(self, key: str) -> int:
        return list(self.knowledge.vocabulary.fields).index(key)


def waiting_rules(outlook: Outlook, screen: Screen) -> list[KnowledgeRule]:
    """The open rules that wait for an answer of this screen: the reason why it is asked."""
    keys = set(screen.keys)
    return [rule for rule in outlook.waiting() if keys & set(outlook.open_fields(rule))]
