"""When further questions are unlikely to matter: how many surprising answers it would take, all one way, to change it.

A *surprise* is one open question answered with a value that speaks for a change: of what comes first, or of how urgent
it is. Like the smallest change of given answers (`examining.counterfactual`) this is worked out from the rules as
data, with the consultant's own arithmetic, but of what is open alone, and only up to so few surprises that it takes no
time. It is *enough* when it would take `SURPRISES` of them, when no red flag that the place makes relevant is open,
and when no single answer would change the advice that what comes first brings now.

Where two surprises could not both be given they are counted all the same, so it may ask one question too many.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import product

from expert.certainty import LEVELS
from expert.conditions import Atom
from expert.outlook import HOLDS, UNKNOWN, Outlook
from expert.rules import Cause, KnowledgeRule, Supports

#: So many surprises, all one way, are unlikely.
SURPRISES = 2
_LEAST = dict(LEVELS)
#: Certainties are rounded to 4 digits: what is behind by less than half of the last one is not behind.
_TIE = 0.00005

#: One answer that nobody expected: the field, and one of its values; of a number no value.
Surprise = tuple[str, str]
#: Sets of surprises, each of which does it, none of them within another.
Ways = frozenset[frozenset[Surprise]]
_NO_WAY: Ways = frozenset()
#: Between the names of fields that are one surprise.
_JOINT = "+"


class Enough:
    """What few answers could still change a case.

    Args:
        told: whether a story was told, so that what is told unasked need not be asked.
        free: whether telling costs no question, so that nothing is passed over that could matter.
        left: fields that were named to somebody who told others of them and left these out: asked by themselves only
            where nothing else decides any more.
        most: up to so many surprises are thought of.

    Attributes:
        asked_of: `told` and `left`, on which it hangs besides the outlook.
    """

    def __init__(
        self,
        outlook: Outlook,
        told: bool = False,
        most: int = SURPRISES - 1,
        free: bool = False,
        left: Collection[str] = (),
    ) -> None:
        self.outlook, self.knowledge, self._told, self._most = outlook, outlook.knowledge, told, most
        self._free, self._left = free, frozenset(left)
        self.asked_of = told, self._left
        self._ways: dict[str, Ways] = {}
        self._finding_ways: dict[str, Ways] = {}

    def freely(self) -> Enough:
        """The same where telling costs no question; what both work out is worked out once."""
        other = Enough(self.outlook, most=self._most, free=True)
        other._ways, other._finding_ways = self._ways, self._finding_ways
        other.__dict__.update({"_fired": self._fired, "first": self.first})
        return other

    # What is to be asked.

    @cached_property
    def reached(self) -> bool:
        """Whether it is enough."""
        return not (self.dangers or self.deciding or self.advising)

    @cached_property
    def dangers(self) -> frozenset[str]:
        """The open red flags that the place makes relevant, and what is asked with them.

        That is what makes an alarm of other answers, and what stands in one line with a flag: in a line that has words
        for all of its questions it costs nothing to ask for those of other places, too.
        """
        waits = {key for rule in self.outlook.graver() for key in self.outlook.open_fields(rule)}
        flags = {flag.field for flag in self.knowledge.red_flags if flag.field in waits and self._fits(flag.places)}
        gates = {self.knowledge.gate_of[key] for key in flags if key in self.knowledge.gate_of}
        return frozenset(flags).union(
            waits.intersection(self.knowledge.alarming),
            (key for gate in gates for key in gate.fields if key in (waits if gate.text else self._urgent)),
        )

    def _asks(self, way: Iterable[Surprise]) -> bool:
        """Whether there is reason to ask for all of these."""
        return not any(
            self._beside_the_point(one) or not self._passed_over.isdisjoint(one[0].split(_JOINT)) for one in way
        )

    @cached_property
    def _passed_over(self) -> frozenset[str]:
        """What is not asked before it is enough: what is seldom, and what was left untried with another trial."""
        outlook = self.outlook
        if self._free:
            return frozenset()
        untried = (
            key for trial in self.knowledge.trials if any(key in outlook.closed for key in trial) for key in trial
        )
        return frozenset(self.knowledge.seldom).union(untried, self.knowledge.told if self._told else ())

    @cached_property
    def deciding(self) -> Mapping[str, int]:
        """The fields that could change what comes first, or how urgent it is, each with in how many ways."""
        ways = [*self._to_urgent(), *self._to_first()]
        found: dict[str, int] = {}
        for way in [way for way in ways if not self._leaves_out(way)] or ways:
            _count(way, found)
        return found

    def _leaves_out(self, way: Iterable[Surprise]) -> bool:
        """Whether it rests on what was left out by somebody to whom it was named."""
        return any(not self._left.isdisjoint(one[0].split(_JOINT)) for one in way)

    @cached_property
    def advising(self) -> frozenset[str]:
        """The fields of which one answer would change the advice that what comes first brings now."""
        if self.first is None:
            return frozenset()
        found: dict[str, int] = {}
        for rule in self.knowledge.rules:
            about = rule.against and not rule.sign or rule.stage == "now"
            if about and rule.cause is self.first and self._open(rule) and self.outlook.advice_shows(rule):
                for way in self.ways(rule):
                    if len(way) == 1 and self._asks(way) and not self._leaves_out(way):
                        _count(way, found)
        return frozenset(found)

    @cached_property
    def _urgent(self) -> dict[str, int]:
        """The fields that could raise the urgency."""
        found: dict[str, int] = {}
        for way in self._to_urgent():
            _count(way, found)
        return found

    def _to_urgent(self) -> Iterator[frozenset[Surprise]]:
        """Ways to raise the urgency."""
        for rule in self.outlook.graver():
            yield from filter(self._asks, self.ways(rule))

    # What does not concern this case.

    def _fits(self, places: Iterable[str]) -> bool:
        """Whether the complaint is at one of these places; where it is not known, or none are named, it may be."""
        known = self.outlook.answers.get(self.knowledge.place)
        wanted = set(places)
        return not wanted or not isinstance(known, tuple) or not known or not wanted.isdisjoint(known)

    def _beside_the_point(self, surprise: Surprise) -> bool:
        """Whether it is a red flag that the place does not make worth asking."""
        flags = [flag for flag in self.knowledge.red_flags if flag.field == surprise[0] and surprise[1] in flag.values]
        return bool(flags) and not any(self._fits(flag.places) for flag in flags)

    def _open(self, rule: KnowledgeRule) -> bool:
        return self.outlook.rule(rule) == UNKNOWN

    # What it takes to make a rule fire.

    def ways(self, rule: KnowledgeRule) -> Ways:
        """The smallest sets of surprises that make an open rule fire, none with more than `most`."""
        known = self._ways.get(rule.name)
        if known is None:
            known = self._ways[rule.name] = self._of(self.outlook.unknown(rule))
        return known

    def _of(self, atoms: Sequence[Atom]) -> Ways:
        """The ways to make all of these hold."""
        asked = {atom.key for atom in atoms if atom.kind == "field" and atom.key in self.knowledge.vocabulary.asked}
        if len(asked) > self._most:
            return _NO_WAY
        parts: list[Ways] = []
        for atom in atoms:
            parts.append(self._atom(atom))
            if not parts[-1]:
                return _NO_WAY
        return parts[0] if len(parts) == 1 else self._all(parts)

    def _all(self, parts: Sequence[Ways]) -> Ways:
        found = {frozenset[Surprise]()}
        for ways in parts:
            found = {one | other for one in found for other in ways if len(one | other) <= self._most}
        return _smallest(found)

    def _atom(self, atom: Atom) -> Ways:
        if atom.kind == "finding":
            return self._finding(atom.key)
        if atom.kind == "conclusion":
            least = min(_LEAST[level] for level in atom.test.values)
            return _smallest(self._reaching(self.knowledge.cause(atom.key), least))
        computed = self.knowledge.vocabulary.computed.get(atom.key)
        if computed is not None:
            known = self.outlook.answers
            # What one number is worked out from is asked in one form, so it is one surprise.
            found = (
                frozenset({(_JOINT.join(name for name in names if name not in known), "")})
                for names in computed.sources
                if all(name in known or self.outlook.open(name) for name in names) and not known.keys() >= set(names)
            )
            return _smallest(found)
        words = atom.test.values if atom.test.values and not atom.test.excludes else ("",)
        return frozenset(frozenset({(atom.key, word)}) for word in words)

    def _finding(self, name: str) -> Ways:
        if name not in self._finding_ways:
            finders = [rule for rule in self.knowledge.finders[name] if self._open(rule)]
            self._finding_ways[name] = _smallest(way for rule in finders for way in self.ways(rule))
        return self._finding_ways[name]

    # What comes first.

    @cached_property
    def _fired(self) -> Mapping[str, frozenset[Supports]]:
        """The evidence that is in, by cause."""
        return {
            name: frozenset(rule for rule in rules if self.outlook.rule(rule) == HOLDS)
            for name, rules in self.knowledge.evidence.items()
        }

    @cached_property
    def first(self) -> Cause | None:
        """What comes first by now."""
        order, certainty = self.knowledge.cause_position, self.knowledge.certainty
        known = {cause.id: certainty(cause, self._fired[cause.id]) for cause in self.knowledge.causes}
        shown = [cause for cause in self.knowledge.causes if known[cause.id] >= _LEAST["possible"]]
        return min(shown, key=lambda cause: (-known[cause.id], order[cause.id]), default=None)

    def _to_first(self) -> Iterator[frozenset[Surprise]]:
        """Ways to change what comes first, by causes that can be at that place."""
        first = self.first
        for cause in self.knowledge.causes:
            if cause is first:
                ways = self._falling(cause)
            elif not self._fits(self.knowledge.places_of[cause.id]):
                continue
            elif first is None:
                ways = self._reaching(cause, _LEAST["possible"])
            else:
                ways = self._overtaking(cause, first)
            yield from filter(self._asks, ways)

    def _moves(self, cause: Cause, sign: int) -> dict[frozenset[Surprise], set[Supports]]:
        """What each way of firing open evidence of one sign would add."""
        found: dict[frozenset[Surprise], set[Supports]] = {}
        for rule in self.knowledge.evidence[cause.id]:
            if rule.sign == sign and self._open(rule):
                for way in self.ways(rule):
                    found.setdefault(way, set()).add(rule)
        return found

    def _reaching(self, cause: Cause, least: float) -> Iterator[frozenset[Surprise]]:
        """Ways for a cause to reach a certainty."""
        if self.outlook.bounds[cause.id].high >= least:
            certainty, fired = self.knowledge.certainty, self._fired[cause.id]
            yield from self._search(self._moves(cause, 1), lambda added: certainty(cause, fired | added) >= least)

    def _overtaking(self, cause: Cause, first: Cause) -> Iterator[frozenset[Surprise]]:
        """Ways for another cause to come first."""
        bounds, order = self.outlook.bounds, self.knowledge.cause_position
        if bounds[cause.id].high < max(bounds[first.id].low, _LEAST["possible"]):
            return
        moves = self._moves(cause, 1)
        for way, rules in self._moves(first, -1).items():
            moves.setdefault(way, set()).update(rules)
        ahead = -_TIE if order[cause.id] < order[first.id] else _TIE
        certainty, mine, its = self.knowledge.certainty, self._fired[cause.id], self._fired[first.id]

        def leads(added: frozenset[Supports]) -> bool:
            reached = certainty(cause, mine | added)
            return reached >= _LEAST["possible"] and reached - certainty(first, its | added) >= ahead

        yield from self._search(moves, leads)

    def _falling(self, cause: Cause) -> Iterator[frozenset[Surprise]]:
        """Ways for what comes first not to be shown any more."""
        if self.outlook.bounds[cause.id].low < _LEAST["possible"]:
            certainty, fired = self.knowledge.certainty, self._fired[cause.id]
            moves = self._moves(cause, -1)
            yield from self._search(moves, lambda added: certainty(cause, fired | added) < _LEAST["possible"])

    def _search(
        self,
        moves: Mapping[frozenset[Surprise], set[Supports]],
        does_it: Callable[[frozenset[Supports]], bool],
    ) -> Iterator[frozenset[Surprise]]:
        """The ways that do it: each alone, and where two surprises are thought of each with each other."""
        alike: dict[frozenset[Supports], list[frozenset[Surprise]]] = {}
        for way in moves:
            within = [other for other in moves if other <= way] if len(way) > 1 else [way]
            added = frozenset(rule for other in within for rule in moves[other])
            alike.setdefault(added, []).append(way)
        rest = []
        for added, ways in alike.items():
            if does_it(added):
                yield from ways
            else:
                rest.append((added, ways))
        for place, (added, ways) in enumerate(rest if self._most > 1 else ()):
            for more, others in rest[place + 1 :]:
                joined = [one | other for one, other in product(ways, others) if len(one | other) <= self._most]
                if joined and does_it(added | more):
                    yield from joined


def _count(way: Iterable[Surprise], found: dict[str, int]) -> None:
    """Count the fields of a way."""
    for keys, _ in way:
        for key in keys.split(_JOINT):
            found[key] = found.get(key, 0) + 1


def _smallest(ways: Iterable[frozenset[Surprise]]) -> Ways:
    different = set(ways)
    if len({len(one) for one in different}) < 2:
        return frozenset(different)
    return frozenset(one for one in different if not any(other < one for other in different))


__all__ = ["SURPRISES", "Enough"]
