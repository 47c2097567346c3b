"""Which question comes next, worked out from the rules that still wait and never from a script.

First where it is, then the dangers that fit that place, then what decides what comes first and how urgent it is,
then remedies and what would change the advice. That is *enough* (see `enough`); what only refines the result is asked
of those who want more.

A *screen* is what is asked at once: one field, yes-or-no fields of one kind as a tick-list, the remedies of one
group as a tick-list of what was tried, or numbers in a form. A new rule brings its question along,
because a field is asked exactly when an open rule that could still show waits for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import accumulate, takewhile
from math import ceil
from typing import NamedTuple

from expert.base import Gate
from expert.enough import Enough
from expert.fields import Field
from expert.knowledge import KnowledgeBase
from expert.outlook import Outlook
from expert.rules import KnowledgeRule

#: The most lines that a tick-list may have and still be taken in at a glance, and the most short ones (remedies).
MOST_TICKS, MOST_TRIED = 9, 12
#: What a brief line takes of a list that has room for `MOST_TICKS` whole ones, several of which run on in one.
BRIEF_LINE = Fraction(9, 14)
#: The kind of the screen on which somebody tells what happened.
STORY = "story"
#: And of that on which what was not told yet is told in one, behind the place.
WORDS = "words"
#: How much a field is worth to the top cause and the urgency, and to all that is shown; the first is weighed first.
Worth = tuple[float, float]
NOTHING: Worth = (0.0, 0.0)


@dataclass(frozen=True)
class Screen:
    """What is asked at once.

    Attributes:
        kind: ``choice``, ``many``, ``ticks`` (one line a field), ``tried`` (remedies, by whether they were tried) or
            ``numbers``; ``story`` for what was heard in one, ``words`` for what was told of what was named.
        fields: the fields, in the order they are shown.
    """

    kind: str
    fields: tuple[Field, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """The full names of its fields."""
        return tuple(field.key for field in self.fields)


class Line(NamedTuple):
    """One line of a list: what it says, and the fields that it is about."""

    text: str
    fields: tuple[Field, ...]


def lines_of(knowledge: KnowledgeBase, screen: Screen) -> list[Line]:
    """The lines of a screen: one a field, but one for all of those that share a gate, where these are many."""
    if screen.kind != "ticks" or len(screen.fields) == 1:
        return [Line(field.line or field.question, (field,)) for field in screen.fields]
    found: dict[object, list[Field]] = {}
    lines = by_line(knowledge, screen.keys)
    for field in screen.fields:
        found.setdefault(lines[field.key], []).append(field)
    return [
        Line(line.text if isinstance(line, Gate) else brief_line(knowledge, fields[0]), tuple(fields))
        for line, fields in found.items()
    ]


def by_line(knowledge: KnowledgeBase, keys: Collection[str]) -> dict[str, object]:
    """For each of the fields of a list what it shares its line with: its gate, or itself alone.

    A gate that would be the only line asks nothing that its own questions would not.
    """
    gates = {key: knowledge.gate_of.get(key) for key in keys}
    behind = Counter(gate for gate in gates.values() if gate is not None and gate.text)
    found: dict[str, object] = {
        key: gate if gate is not None and behind[gate] >= gate.least else key for key, gate in gates.items()
    }
    by_itself: dict[str, object] = dict(zip(keys, keys, strict=True))
    return by_itself if len(set(found.values())) == 1 < len(found) <= MOST_TICKS else found


def brief_line(knowledge: KnowledgeBase, field: Field) -> str:
    """What stands for one field in a list, in few words; what has no line of its own has one from its gate."""
    gate = knowledge.gate_of.get(field.key)
    told = gate.lines.get(field.key, "") if gate is not None else ""
    return field.brief or field.line or told or field.question.rstrip("?")


@dataclass(frozen=True)
class Planner:
    """Plans a consultation over a knowledge base."""

    knowledge: KnowledgeBase

    def next_needed(self, enough: Enough) -> Screen | None:
        """The screen to ask next before it is enough; None once it is."""
        outlook = enough.outlook
        if self.knowledge.place and outlook.open(self.knowledge.place) and not outlook.exhausted():
            return self.screen_of(self.knowledge.vocabulary.fields[self.knowledge.place], {})
        fields = self.knowledge.vocabulary.fields
        if enough.dangers:
            listed = self._in_order(key for key in enough.dangers if self._listed(fields[key]))
            return self.one_list(listed) if listed else self._alone(sorted(enough.dangers, key=self._position)[0])
        deciding = {key: weight for key, weight in enough.deciding.items() if not fields[key].is_remedy}
        if deciding:
            return self._deciding_screen(
                deciding, self._in_order(key for key in enough.advising if self._listed(fields[key]))
            )
        wanted = {key: (1.0, 1.0) for key in (*enough.deciding, *enough.advising)}
        listed = self._in_order(key for key in enough.advising if self._listed(fields[key]))
        if listed:
            return self.one_list(listed)
        first = min(wanted, key=self._position, default=None)
        return None if first is None else self.screen_of(fields[first], wanted)

    def about_needed(self, enough: Enough) -> int:
        """About how many screens there are before it is enough, if the answers surprise nobody."""
        fields = self.knowledge.vocabulary.fields
        keys = {*enough.dangers, *enough.deciding, *enough.advising}
        dangers = {key for key in enough.dangers if self._listed(fields[key])}
        lists = [self._length(dangers), self._length({key for key in keys - dangers if self._listed(fields[key])})]
        others = {self._sort(key) for key in keys if not self._listed(fields[key])}
        place = bool(self.knowledge.place) and enough.outlook.open(self.knowledge.place)
        return place + len(others) + sum(ceil(length / MOST_TICKS) for length in lists)

    def _deciding_screen(self, weights: Mapping[str, int], others_listed: Sequence[str]) -> Screen:
        """What decides most: a list of lines by all that they decide, or a question of its own.

        Args:
            others_listed: what fills a list that has room.
        """
        fields = self.knowledge.vocabulary.fields
        listed = [key for key in weights if self._listed(fields[key])]
        others = [key for key in weights if key not in listed]
        best = max(others, key=lambda key: (weights[key], -self._position(key)), default=None)
        if listed and (best is None or sum(weights[key] for key in listed) >= weights[best]):
            more = [key for key in others_listed if key not in listed]
            return self.one_list([*sorted(listed, key=lambda key: -weights[key]), *more])
        assert best is not None
        worth = {key: (float(weight), float(weight)) for key, weight in weights.items()}
        return self.screen_of(fields[best], worth) if fields[best].numeric else self._alone(best)

    def _listed(self, field: Field) -> bool:
        """Whether a field is a line of a list, by itself or behind a gate."""
        return bool(field.line) or field.key in self.knowledge.gate_of

    def _alone(self, key: str) -> Screen:
        field = self.knowledge.vocabulary.fields[key]
        return Screen("choice" if field.line else field.screen, (field,))

    def one_list(self, keys: Sequence[str]) -> Screen:
        """As many of these as there are lines for, the first first; in the vocabulary's order."""
        of_line, lines = by_line(self.knowledge, keys), dict[object, list[str]]()
        for key in keys:
            lines.setdefault(of_line[key], []).append(key)
        taken = takewhile(
            lambda item: item[0] <= MOST_TICKS, zip(accumulate(map(self._room, lines)), lines.values(), strict=True)
        )
        shown = sorted((key for _, line in taken for key in line), key=self._position)
        return self._alone(shown[0]) if len(shown) == 1 else self._of(shown)

    def _of(self, keys: Sequence[str]) -> Screen:
        return Screen("ticks", tuple(self.knowledge.vocabulary.fields[key] for key in keys))

    def _room(self, line: object) -> Fraction:
        """How much room a line takes."""
        brief = isinstance(line, str) and bool(self.knowledge.vocabulary.fields[line].brief)
        return BRIEF_LINE if brief else Fraction(1)

    def _length(self, keys: Collection[str]) -> Fraction:
        return sum(map(self._room, set(by_line(self.knowledge, keys).values())), Fraction(0))

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
        every = {key: (deciding.get(key, 0.0), gain) for key, gain in self.worth(outlook).items()}
        if not every:
            return None
        worth = {key: gain for key, gain in every.items() if gain[0] or not deciding}
        if self.knowledge.place and outlook.open(self.knowledge.place):
            return self._screen(self.knowledge.place, every)
        flags = [key for key in worth if key in self._flag_fields]
        screens = {screen.keys: screen for key in flags or worth for screen in [self._screen(key, every)]}
        return max(screens.values(), key=lambda screen: self._screen_worth(screen, worth))

    def about_left(self, outlook: Outlook, refine: bool) -> int:
        """About how many screens are still to come: half of what could be asked by now, as answers settle some."""
        return (len({self._sort(key) for key in self.worth(outlook, refine)}) + 1) // 2

    def _sort(self, key: str) -> object:
        """What a field shares a screen with others by."""
        field = self.knowledge.vocabulary.fields[key]
        if field.line:
            return self._kind(field)
        return _group(key) if field.is_remedy else "numbers" if field.numeric else key

    def _screen(self, key: str, worth: Mapping[str, Worth]) -> Screen:
        return self.screen_of(self.knowledge.vocabulary.fields[key], worth)

    def _screen_worth(self, screen: Screen, worth: Mapping[str, Worth]) -> tuple[float, float, int]:
        gains = [worth.get(key, NOTHING) for key in screen.keys]
        return sum(gain[0] for gain in gains), sum(gain[1] for gain in gains), -self._position(screen.keys[0])

    @cached_property
    def _flag_fields(self) -> frozenset[str]:
        return frozenset(flag.field for flag in self.knowledge.red_flags)

    def worth(self, outlook: Outlook, refine: bool = True) -> dict[str, float]:
        """Every open field that can still change something visible, with how much its rules could move."""
        found: dict[str, float] = {}
        for rule in outlook.waiting() if refine else self._deciding(outlook):
            fields, needed, gain = outlook.open_fields(rule), outlook.needed_fields(rule), self._gain(outlook, rule)
            for key in fields:
                found[key] = found.get(key, 0.0) + (gain if key in needed else gain / len(fields))
        return found

    def _deciding(self, outlook: Outlook) -> list[KnowledgeRule]:
        """The open rules that could change the top cause or the urgency."""
        contested = outlook.top_contested
        evidence = (rule for rule in outlook.waiting() if rule.sign)
        return [*outlook.graver(), *(rule for rule in evidence if rule.cause and rule.cause.id in contested)]

    def _gain(self, outlook: Outlook, rule: KnowledgeRule) -> float:
        """How much a rule's answer is worth: by strength, by how likely its cause can become, and by its kind.

        The weights were chosen by tests/benchmarks/consultation.py: what a complaint is like tells causes apart far
        better than what may have brought it on, an alert has to be cleared before anything is settled, and what could
        topple the leading cause is settled by any answer, what could only confirm it by one of them.
        """
        if not rule.sign or rule.cause is None:
            return 1.0
        likely = max(outlook.bounds[rule.cause.id].high, 0.0)
        topples = not outlook.top_contested or (rule.cause.id == outlook.leader) == rule.against
        telling = (4.0 if rule.role == "presentation" else 1.0) * (1.0 if topples else 0.3)
        return self.knowledge.strength(rule) * likely * telling

    def screen_of(self, field: Field, worth: Mapping[str, Worth]) -> Screen:
        """The screen on which a field is asked, with those of its kind that are worth asking too."""
        if field.line:
            return Screen("ticks", self._ticks(field, worth))
        if field.is_remedy:
            group = _group(field.key)
            tried = [self.knowledge.vocabulary.fields[key] for key in worth if _group(key) == group]
            return Screen("tried", self._most_worth(field, tried, worth, MOST_TRIED))
        if field.numeric:
            return Screen(field.screen, self._together(field, worth))
        return Screen(field.screen, (field,))

    def _ticks(self, field: Field, worth: Mapping[str, Worth]) -> tuple[Field, ...]:
        """The lines of one tick-list: of those of its kind the ones that are worth most."""
        kind = self._kind(field)
        fields = [held for key in worth if (held := self.knowledge.vocabulary.fields[key]).line]
        alike = [other for other in fields if self._kind(other) == kind]
        return self._most_worth(field, alike, worth, MOST_TICKS)

    def _most_worth(
        self, field: Field, alike: Sequence[Field], worth: Mapping[str, Worth], most: int
    ) -> tuple[Field, ...]:
        """A field and those like it that are worth most, in the vocabulary's order."""
        others = sorted((other for other in alike if other is not field), key=lambda other: self._position(other.key))
        others.sort(key=lambda other: worth.get(other.key, NOTHING), reverse=True)
        return tuple(sorted([field, *others[: most - 1]], key=lambda other: self._position(other.key)))

    def _kind(self, field: Field) -> object:
        """Fields of one kind share a tick-list: red flags, or the groups that belong together."""
        return self._kinds[field.key]

    @cached_property
    def _kinds(self) -> Mapping[str, object]:
        together = {group: number for number, groups in enumerate(self.knowledge.tick_lists) for group in groups}
        kinds: dict[str, object] = {
            key: together.get(_group(key), _group(key)) for key in self.knowledge.vocabulary.fields
        }
        return kinds | dict.fromkeys(self._flag_fields, "red flag")

    def _together(self, field: Field, worth: Mapping[str, Worth]) -> tuple[Field, ...]:
        """The numbers of one form: all that decide as much as this one does, or all that are worth asking.

        Those that only stand in for others come last: they are asked where the others are not known.
        """
        deciding = worth.get(field.key, NOTHING)[0] > 0
        alike = {key for key, gain in worth.items() if gain[0] or not deciding}
        vocabulary = self.knowledge.vocabulary
        shown = [held for key, held in vocabulary.asked.items() if held is field or key in alike and held.numeric]
        return tuple(sorted(shown, key=lambda held: held.key in vocabulary.stand_ins))

    def _in_order(self, keys: Iterable[str]) -> list[str]:
        """These in the vocabulary's order, so that what a list has no room for is the same in every run."""
        return sorted(keys, key=self._position)

    def _position(self, key: str) -> int:
        return self.knowledge.vocabulary.position[key]


def _group(key: str) -> str:
    return key.split(".")[0]


def waiting_rules(outlook: Outlook, screen: Screen) -> list[KnowledgeRule]:
    """The open rules that wait for an answer of this screen: the reason why it is asked."""
    keys = set(screen.keys)
    return [rule for rule in outlook.waiting() if keys & set(outlook.open_fields(rule))]
