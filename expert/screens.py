"""Which question comes next, worked out from the rules that still wait and never from a script.

A *screen* is what is asked at once: one field, yes-or-no fields of one kind as a tick-list, the remedies of one
group as a tick-list of what was tried, or the numbers that one computed field needs. A new rule brings its question
along, because a field is asked exactly when an open rule that could still show waits for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from expert.analysis import Outlook
from expert.fields import Choice, Distance, Field, Many, Number
from expert.knowledge import KnowledgeBase
from expert.rules import KnowledgeRule, Supports

#: The most lines that a tick-list may have and still be taken in at a glance.
MOST_TICKS = 12


@dataclass(frozen=True)
class Screen:
    """What is asked at once.

    Attributes:
        kind: ``choice``, ``many``, ``ticks`` (one line a field), ``tried`` (remedies, by whether they were tried) or
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

        The place comes first, then the red flags, then what decides the top cause and the urgency, then the rest.

        Args:
            outlook: what is known and what is open.
            refine: False stops once the top cause and the urgency are settled.
        """
        deciding = self.worth(outlook, refine=False)
        if not deciding and not refine:
            return None
        every = self.worth(outlook)
        worth = deciding or every
        if not worth:
            return None
        if outlook.open(self.knowledge.place):
            return self._screen(self.knowledge.place, every)
        flags = [key for key in worth if key in self._flag_fields()]
        screens = {screen.keys: screen for key in flags or worth for screen in [self._screen(key, every)]}
        return max(screens.values(), key=lambda screen: self._screen_worth(screen, worth))

    def _screen(self, key: str, worth: Mapping[str, float]) -> Screen:
        return self.screen_of(self.knowledge.vocabulary.fields[key], worth)

    def _screen_worth(self, screen: Screen, worth: Mapping[str, float]) -> tuple[float, int]:
        return sum(worth.get(key, 0.0) for key in screen.keys), -self._position(screen.keys[0])

    def _flag_fields(self) -> frozenset[str]:
        return frozenset(flag.field for flag in self.knowledge.red_flags)

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
        """How much a rule's answer is worth: by strength, by how likely its cause can become, and by its kind.

        The weights were chosen by tests/benchmarks/consultation.py: what a complaint is like tells causes apart far
        better than what may have brought it on, and an alert has to be cleared before anything is settled.
        """
        if isinstance(rule, Supports):
            likely = max(outlook.bounds[rule.cause.id].high, 0.0)
            return self.knowledge.strength(rule) * likely * (4.0 if rule.role == "presentation" else 1.0)
        return 1.0

    def screen_of(self, field: Field, worth: Mapping[str, float]) -> Screen:
        """The screen on which a field is asked, with those of its kind that are worth asking too."""
        if field.line:
            return Screen("ticks", self._ticks(field, worth))
        if isinstance(field, Choice) and self.untried in field.values:
            tried = [self.knowledge.vocabulary.fields[key] for key in worth if _group(key) == _group(field.key)]
            return Screen("tried", tuple(sorted(tried or [field], key=lambda other: self._position(other.key))))
        if isinstance(field, (Number, Distance)):
            return Screen("numbers", self._together(field))
        return Screen("many" if isinstance(field, Many) else "choice", (field,))

    def _ticks(self, field: Field, worth: Mapping[str, float]) -> tuple[Field, ...]:
        """The lines of one tick-list: red flags all together, of other kinds those worth most."""
        flags = self._flag_fields()
        fields = [held for key in worth if (held := self.knowledge.vocabulary.fields[key]).line]
        alike = [other for other in fields if self._kind(other, flags) == self._kind(field, flags)]
        ranked = sorted(
            alike, key=lambda other: (other is not field, -worth.get(other.key, 0.0), self._position(other.key))
        )
        shown = ranked if field.key in flags else ranked[:MOST_TICKS]
        return tuple(sorted(shown or [field], key=lambda other: self._position(other.key)))

    def _kind(self, field: Field, flags: frozenset[str]) -> object:
        """Fields of one kind share a tick-list: red flags, or the groups that belong together."""
        if field.key in flags:
            return "red flag"
        for number, groups in enumerate(self.knowledge.tick_lists):
            if _group(field.key) in groups:
                return number
        return _group(field.key)

    def _together(self, field: Field) -> tuple[Field, ...]:
        """All numbers that a computed field can be worked out from: two weeks, or their change, are one screen."""
        vocabulary = self.knowledge.vocabulary
        for computed in vocabulary.computed:
            if field.key in vocabulary.sources(computed.key):
                return tuple(vocabulary.fields[name] for name in vocabulary.sources(computed.key))
        return (field,)

    def _position(self, key: str) -> int:
        return list(self.knowledge.vocabulary.fields).index(key)


def _group(key: str) -> str:
    return key.split(".")[0]


def waiting_rules(outlook: Outlook, screen: Screen) -> list[KnowledgeRule]:
    """The open rules that wait for an answer of this screen: the reason why it is asked."""
    keys = set(screen.keys)
    return [rule for rule in outlook.waiting() if keys & set(outlook.open_fields(rule))]
