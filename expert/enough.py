"""When further questions are unlikely to matter: how many surprising answers it would take, all one way, to change it.

A *surprise* is one open question answered with one value that speaks for a change: of what comes first, or of how
urgent it is. Like the smallest change of given answers (`examining.counterfactual`) this is worked out from the rules
as data, with the consultant's own arithmetic, but of what is open alone, and only for so few surprises that it takes
no time. Where two surprises pull apart they are still counted as one way, so the number may be too low, never too
high by what the rules of one step can do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from expert.certainty import LEVEL_NAMES, LEVELS
from expert.conditions import Atom
from expert.fields import UNTRIED
from expert.outlook import FAILS, HOLDS, UNKNOWN, Outlook
from expert.rules import Alerts, Cause, KnowledgeRule, Supports

#: Fewer surprises than this are not enough.
SURPRISES = 2
_LEAST = {name: least for name, least in LEVELS}
#: So many ways to fire one rule are looked at.
_MOST_WAYS = 40

#: One answer that nobody expected: the field, and one of its values (of a number, how it compares).
Surprise = tuple[str, str]
Ways = frozenset[frozenset[Surprise]]


@dataclass(frozen=True)
class Threat:
    """Few surprises that would change something.

    Attributes:
        surprises: what it takes. urgent: whether they change the urgency, else what comes first.
    """

    surprises: frozenset[Surprise]
    urgent: bool

    @property
    def fields(self) -> frozenset[str]:
        """The questions to ask to be rid of it."""
        return frozenset(key for key, _ in self.surprises)


class Enough:
    """How few answers could still change a case."""

    def __init__(self, outlook: Outlook, most: int = SURPRISES - 1) -> None:
        self.outlook, self.knowledge, self.most = outlook, outlook.knowledge, most
        self._ways: dict[str, Ways] = {}
        self._finding_ways: dict[str, Ways] = {}

    # What it takes to make a rule fire.

    def ways(self, rule: KnowledgeRule) -> Ways:
        """The smallest sets of surprises that make an open rule fire, none larger than `most`."""
        known = self._ways.get(rule.name)
        if known is None:
            self._ways[rule.name] = frozenset()  # no way round a circle
            known = self._ways[rule.name] = self._all([self._atom(atom) for atom in self.outlook._unknown(rule)])
        return known

    def _all(self, parts: Sequence[Ways]) -> Ways:
        found: Iterable[frozenset[Surprise]] = [frozenset()]
        for ways in parts:
            found = {one | other for one in found for other in ways if len(one | other) <= self.most}
            found = [one for one in found if not _two_at_once(one, self)]
        return _smallest(found)

    def _atom(self, atom: Atom) -> Ways:
        if atom.kind == "finding":
            return self._finding(atom.key)
        if atom.kind == "conclusion":
            cause = self.knowledge.cause(atom.key)
            least = min(_LEAST[level] for level in atom.test.values)
            return _smallest(self._reaching(cause, least))
        return self._field(atom)

    def _field(self, atom: Atom) -> Ways:
        vocabulary, test = self.knowledge.vocabulary, atom.test
        if atom.key in vocabulary.computed:
            return _smallest(
                frozenset((name, "") for name in names if name not in self.outlook.answers)
                for names in vocabulary.computed[atom.key].sources
                if all(name in self.outlook.answers or self.outlook.open(name) for name in names)
            )
        words = test.values if test.values and not test.excludes else ("",)
        return frozenset(frozenset({(atom.key, word)}) for word in words)

    def _finding(self, name: str) -> Ways:
        if name not in self._finding_ways:
            finders = [rule for rule in self.knowledge.finders[name] if self.outlook.rule(rule) == UNKNOWN]
            self._finding_ways[name] = _smallest(way for rule in finders for way in self.ways(rule))
        return self._finding_ways[name]

    # What comes first.

    @cached_property
    def fired(self) -> dict[str, frozenset[Supports]]:
        """The evidence that is in, by cause."""
        return {
            name: frozenset(rule for rule in rules if self.outlook.rule(rule) == HOLDS)
            for name, rules in self.knowledge.evidence.items()
        }

    @cached_property
    def certainties(self) -> dict[str, float]:
        """How certain each cause is by now."""
        return {cause.id: self.knowledge.certainty(cause, self.fired[cause.id]) for cause in self.knowledge.causes}

    @cached_property
    def first(self) -> Cause | None:
        """What comes first by now."""
        order = self.knowledge.cause_position
        shown = [cause for cause in self.knowledge.causes if self.certainties[cause.id] >= _LEAST["possible"]]
        return min(shown, key=lambda cause: (-self.certainties[cause.id], order[cause.id]), default=None)

    def _moves(self, cause: Cause, sign: int) -> dict[frozenset[Surprise], set[Supports]]:
        """What each way of firing open evidence of one sign would add."""
        found: dict[frozenset[Surprise], set[Supports]] = {}
        for rule in self.knowledge.evidence[cause.id]:
            if rule.sign == sign and self.outlook.rule(rule) == UNKNOWN:
                for way in self.ways(rule):
                    found.setdefault(way, set()).add(rule)
        return found

    def _reaching(self, cause: Cause, least: float) -> Iterator[frozenset[Surprise]]:
        """Ways for a cause to reach a certainty."""
        if self.outlook.bounds[cause.id].high < least:
            return
        moves, fired = self._moves(cause, 1), self.fired[cause.id]
        yield from self._search(moves, lambda added: self.knowledge.certainty(cause, fired | added) - least)

    def _overtaking(self, cause: Cause, first: Cause) -> Iterator[frozenset[Surprise]]:
        """Ways for another cause to come first."""
        bounds, order = self.outlook.bounds, self.knowledge.cause_position
        if bounds[cause.id].high < max(bounds[first.id].low, _LEAST["possible"]):
            return
        moves = self._moves(cause, 1)
        for way, rules in self._moves(first, -1).items():
            moves.setdefault(way, set()).update(rules)
        tie = 0.0 if order[cause.id] < order[first.id] else -0.00005
        certainty, mine, its = self.knowledge.certainty, self.fired[cause.id], self.fired[first.id]

        def lead(added: frozenset[Supports]) -> float:
            ahead = certainty(cause, mine | added)
            return min(ahead - certainty(first, its | added) + tie, ahead - _LEAST["possible"])

        yield from self._search(moves, lead)

    def _falling(self, cause: Cause) -> Iterator[frozenset[Surprise]]:
        """Ways for what comes first not to be shown any more."""
        if self.outlook.bounds[cause.id].low < _LEAST["possible"]:
            fired, certainty = self.fired[cause.id], self.knowledge.certainty
            moves = self._moves(cause, -1)
            yield from self._search(moves, lambda added: _LEAST["possible"] - 0.00005 - certainty(cause, fired | added))

    def _search(self, moves, lead) -> Iterator[frozenset[Surprise]]:  # type: ignore[no-untyped-def]
        """Sets of surprises that bring a lead to zero or above: each alone, then what goes best with each."""
        alike: dict[frozenset[Supports], list[frozenset[Surprise]]] = {}
        for way in moves:
            added = frozenset(rule for other, rules in moves.items() if other <= way for rule in rules)
            alike.setdefault(added, []).append(way)
        open_ones = []
        for added, ways in alike.items():
            if lead(added) >= 0:
                yield from ways
            else:
                open_ones.append((added, ways))
        if self.most < 2:
            return
        for place, (added, ways) in enumerate(open_ones):
            for more, others in open_ones[place + 1 :]:
                if min(map(len, ways)) + min(map(len, others)) <= self.most and lead(added | more) >= 0:
                    yield from (a | b for a, b in product(ways, others) if len(a | b) <= self.most)

    # All of it.

    @cached_property
    def threats(self) -> tuple[Threat, ...]:
        """What few surprises could change."""
        return (*self._to_urgency(), *self._to_first())

    def _to_urgency(self) -> Iterator[Threat]:
        for rule in self.outlook.graver():
            for way in self.ways(rule):
                if not any(self._beside_the_point(surprise) or surprise[0] in RARE for surprise in way):
                    yield Threat(way, urgent=True)

    def _to_first(self) -> Iterator[Threat]:
        first = self.first
        for cause in self.knowledge.causes:
            if not self._fits_place(cause):
                continue
            if cause is first:
                ways = self._falling(cause)
            elif first is None:
                ways = self._reaching(cause, _LEAST["possible"])
            else:
                ways = self._overtaking(cause, first)
            for way in ways:
                if not any(self._beside_the_point(surprise) for surprise in way):
                    yield Threat(way, urgent=False)

    def _fits_place(self, cause):
        places = self.outlook.answers.get(self.knowledge.place)
        own = PLACES.get(cause.id) 
        if own is None:
            own = PLACES[cause.id] = {v for r in self.knowledge.evidence[cause.id] if r.sign > 0 and r.role == 'presentation' for a in r.atoms if a.key == self.knowledge.place and not a.test.excludes for v in a.test.values}
        if not places or not own: return True
        return bool(own & set(places))

    def _beside_the_point(self, surprise: Surprise) -> bool:
        """Whether it is a red flag that the place does not make worth asking."""
        places = self.outlook.answers.get(self.knowledge.place)
        if not isinstance(places, tuple) or not places:
            return False
        key, value = surprise
        flags = [flag for flag in self.knowledge.red_flags if flag.field == key and value in flag.values]
        return bool(flags) and not any(not flag.places or set(flag.places) & set(places) for flag in flags)


def _two_at_once(way: frozenset[Surprise], enough: Enough) -> bool:
    """Whether a field with one value would need two."""
    fields = [key for key, _ in way]
    vocabulary = enough.knowledge.vocabulary.fields
    return any(fields.count(key) > 1 and vocabulary[key].single for key in fields)


def _smallest(ways: Iterable[frozenset[Surprise]]) -> Ways:
    different = set(ways)
    return frozenset(one for one in different if not any(other < one for other in different))


PLACES = {}
RARE = {'seen.xray','tried.injection','tried.physiotherapy','tried.antifungal','runner.age','pain.elsewhere','runner.joint_disease','signs.frozen','signs.colour','pain.on_movement','pain.with_distance','runner.low_energy','runner.brittle_bones','runner.cancer','runner.heart_or_artery','seen.ruled_out','training.other_load','pain.severity'}
