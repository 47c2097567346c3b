"""An experta matcher for this shell's rules: what a fact can bring is worked out once, and kept from case to case.

experta's own Rete spends most of a case on tokens and joins. Our rules are conjunctions of tests on single facts
without variables, so two tables do. The first says which conditions a fact meets; equal conditions of several rules are
one. The second says which rules a newly met condition can complete: those that need nothing else, and the others under
a second condition of theirs, the one that the fewest rules share, so that a rule is looked at only where two of its
conditions are met. A rule that a case does not touch costs nothing.

The stock matcher stays the oracle: the tests compare the two on random cases and on random rules.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import count, product
from typing import Any

from expert.conditions import Conclusion, Finding, Is, OneOf, Test, _test_of
from expert.experta_guard import Activation, Fact, InitialFact, Matcher
from expert.rules import KnowledgeRule

#: A rule by its place among the engine's, with those of its conditions that are not looked up on the way to it.
_Candidate = tuple[int, tuple[int, ...]]


class Conditions:
    """The conditions of a sequence of rules, by number, with the tables to find them by. Holds nothing of a case.

    Attributes:
        of_rule: the conditions of each rule, in its order.
        first: the rules under the one condition by which they are looked for where all facts come at once.
        every: the rules under each of their conditions.
    """

    def __init__(self, rules: Sequence[KnowledgeRule]) -> None:
        self._numbers: dict[tuple[type, Any, Test], int] = {}
        self._literal: dict[tuple[type, Any, str], list[int]] = {}
        self._tested: dict[tuple[type, Any], list[tuple[Test, int]]] = {}
        self.of_rule = [tuple(self._number(pattern) for pattern in rule) for rule in rules]
        self.first: dict[int, list[int]] = {}
        self.every: dict[int, list[int]] = {}
        self._shared = [0] * len(self._numbers)
        self._put_under_conditions()

    def met_by(self, fact: Fact) -> tuple[int, ...]:
        """The conditions that a fact meets."""
        found: dict[int, None] = {}
        for name, value in fact.items():
            if Fact.is_special(name):
                continue
            if isinstance(value, str):
                found.update(dict.fromkeys(self._literal.get((type(fact), name, value), ())))
            else:
                tests = self._tested.get((type(fact), name), ())
                found.update(dict.fromkeys(number for test, number in tests if test(value)))
        return tuple(found)

    def brought_by(self, met: Sequence[int]) -> list[int]:
        """The rules that need nothing but one of these conditions."""
        return [place for number in met for place in self.every.get(number, ()) if len(self.of_rule[place]) == 1]

    def several(self, met: Sequence[int]) -> frozenset[int]:
        """The rules that need more than one of these conditions."""
        places = {place for number in met for place in self.every.get(number, ())}
        return frozenset(place for place in places if sum(number in met for number in self.of_rule[place]) > 1)

    def beside(self, table: Mapping[int, Sequence[int]], met: Sequence[int]) -> dict[int, list[_Candidate]]:
        """The rules that a table has under these conditions and that need more, under the rarest of what is left.

        One of which a single fact meets all conditions is found under one of these.
        """
        found: dict[int, list[_Candidate]] = {}
        for place in sorted({place for number in met for place in table.get(number, ())}):
            needed = self.of_rule[place]
            if len(needed) > 1:
                others = set(needed).difference(met) or {needed[0]}
                rarest, *more = sorted(others, key=lambda number: (self._shared[number], number))
                found.setdefault(rarest, []).append((place, tuple(more)))
        return found

    def _number(self, pattern: Fact) -> int:
        """The number of a condition, which is the same for equal ones."""
        ((name, value),) = ((name, value) for name, value in pattern.items() if not Fact.is_special(name))
        key = type(pattern), name, _test_of(pattern, value)
        if key not in self._numbers:
            number = self._numbers[key] = len(self._numbers)
            self._index(*key, number)
        return self._numbers[key]

    def _index(self, kind: type, name: Any, test: Test, number: int) -> None:
        if isinstance(test, (Is, OneOf)):
            for literal in test.values:
                self._literal.setdefault((kind, name, literal), []).append(number)
        else:
            self._tested.setdefault((kind, name), []).append((test, number))

    def _put_under_conditions(self) -> None:
        """Put every rule where it will be looked for: first of all under the rarest of its conditions.

        What rules themselves conclude comes after the answers, so a rule that needs it stands under that.
        """
        for needed in self.of_rule:
            for number in set(needed):
                self._shared[number] += 1
        derived = {number for (kind, _, _), number in self._numbers.items() if issubclass(kind, (Finding, Conclusion))}
        for place, needed in enumerate(self.of_rule):
            for number in dict.fromkeys(needed):
                self.every.setdefault(number, []).append(place)
            if needed:
                rarest = min(needed, key=lambda number: (number not in derived, self._shared[number], number))
                self.first.setdefault(rarest, []).append(place)


class Seen:
    """What a matcher knows of a fact: noted on the fact itself when it is first seen.

    Attributes:
        by: the matcher; number: which of its facts it is.
        meets: the conditions that it meets.
        several: the rules of which it meets more than one condition.
        brings: the activations of the rules that need nothing else.
        first: the rules that it can complete together with the first facts of a case; later: after others. Each under
            a second condition that it needs, with those that it needs besides.
    """

    __slots__ = ("brings", "by", "first", "later", "meets", "number", "several")

    def __init__(self, by: IndexMatcher, number: int, meets: tuple[int, ...]) -> None:
        self.by, self.number, self.meets = by, number, meets
        self.several: Collection[int] = ()
        self.brings: list[Activation] = []
        self.first: Mapping[int, Sequence[_Candidate]] = {}
        self.later: Mapping[int, Sequence[_Candidate]] = {}


class IndexMatcher(Matcher):  # type: ignore[misc]
    """Finds activations by index; what `changes` returns is what experta's Rete would return.

    An activation is made once for the same rule and the same facts, and found again in later cases that bring these
    facts as the same objects. `reset` forgets them all once there are too many.
    """

    #: How many activations are kept at most: some megabytes.
    MOST_KEPT = 6_000

    def __init__(self, engine: Any) -> None:
        super().__init__(engine)
        self._rules: Sequence[KnowledgeRule] = engine.get_rules()
        self._conditions = Conditions(self._rules)
        self._facts = count()
        self._made: dict[tuple[int, ...], Activation] = {}
        self._beside: dict[tuple[int, ...], tuple[Collection[int], Mapping[int, Any], Mapping[int, Any]]] = {}
        self.reset()

    def reset(self) -> None:
        """Forget all facts."""
        self._met: dict[int, list[Fact]] = {}
        self._given: dict[int, Activation] = {}
        if len(self._made) > self.MOST_KEPT:
            self._made = {}

    def changes(
        self, adding: Iterable[Fact] | None = None, deleting: Iterable[Fact] | None = None
    ) -> tuple[list[Activation], list[Activation]]:
        """The activations that these new and these retracted facts bring and take."""
        removed = [activation for fact in deleting for activation in self._remove(fact)] if deleting else []
        facts = [fact for fact in adding or () if type(fact) is not InitialFact]
        added: list[Activation] = []
        if self._met:
            for fact in facts:
                seen = self._note(fact)
                self._complete(fact, seen, seen.later, added)
        else:
            for fact, seen in [(fact, self._note(fact)) for fact in facts]:
                self._complete(fact, seen, seen.first, added)
        return added, removed

    def _note(self, fact: Fact) -> Seen:
        """Take note of a fact: each condition that it meets is met."""
        seen: Seen | None = getattr(fact, "seen", None)
        if seen is None or seen.by is not self:
            seen = fact.seen = self._see(fact)
        met = self._met
        for number in seen.meets:
            if number in met:
                met[number].append(fact)
            else:
                met[number] = [fact]
        return seen

    def _see(self, fact: Fact) -> Seen:
        """Work out what there is to know of a fact."""
        conditions = self._conditions
        seen = Seen(self, next(self._facts), conditions.met_by(fact))
        seen.brings = [Activation(self._rules[place], (fact,)) for place in conditions.brought_by(seen.meets)]
        if seen.meets not in self._beside:  # facts that meet the same, such as many an age, share what goes with it
            self._beside[seen.meets] = (
                conditions.several(seen.meets),
                conditions.beside(conditions.first, seen.meets),
                conditions.beside(conditions.every, seen.meets),
            )
        seen.several, seen.first, seen.later = self._beside[seen.meets]
        return seen

    def _complete(
        self, fact: Fact, seen: Seen, beside: Mapping[int, Sequence[_Candidate]], added: list[Activation]
    ) -> None:
        """Add the activations that a fact completes."""
        added += seen.brings
        met = self._met
        for second in beside.keys() & met.keys():
            for place, others in beside[second]:
                for other in others:
                    if other not in met:
                        break
                else:
                    self._activate(place, fact, seen, added)

    def _activate(self, place: int, fact: Fact, seen: Seen, added: list[Activation]) -> None:
        """Add the activations of a rule on this fact, by every choice of facts for its other conditions."""
        met, meets = self._met, seen.meets
        needed = self._conditions.of_rule[place]
        if place in seen.several:
            for facts in product(*(met[number] for number in needed)):
                if any(one is fact for one in facts):
                    self._give((place, *[one.seen.number for one in facts]), facts, added)
            return
        only = [fact if number in meets else met[number][0] for number in needed]
        if sum([len(met[number]) for number in needed if number not in meets]) < len(needed):  # one each: no choice
            self._give((place, *[one.seen.number for one in only]), only, added)
            return
        for facts in product(*([fact] if number in meets else met[number] for number in needed)):
            self._give((place, *[one.seen.number for one in facts]), facts, added)

    def _give(self, key: tuple[int, ...], facts: Sequence[Fact], added: list[Activation]) -> None:
        """Add the activation of a rule, by its place, on facts, by their numbers, if it is not there yet."""
        activation = self._made.get(key)
        if activation is None:
            activation = self._made[key] = Activation(self._rules[key[0]], facts)
        if id(activation) not in self._given:
            self._given[id(activation)] = activation
            added.append(activation)

    def _remove(self, fact: Fact) -> list[Activation]:
        """Forget a fact; the activations that rested on it."""
        seen: Seen | None = getattr(fact, "seen", None)
        if seen is None or seen.by is not self:  # retracted before it was noted
            return []
        for number in seen.meets:
            left = [other for other in self._met.get(number, ()) if other is not fact]
            if left:
                self._met[number] = left
            else:
                self._met.pop(number, None)
        taken = [one for one in self._given.values() if any(other is fact for other in one.facts)]
        for activation in taken:
            del self._given[id(activation)]
        return [*seen.brings, *taken]
