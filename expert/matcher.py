"""An experta matcher for this shell's rules: what a fact can bring is worked out once, and kept from case to case.

experta's own Rete spends most of a case on tokens and joins. Our rules are conjunctions of tests on single facts
without variables, so two tables do. The first says which conditions a fact meets; equal conditions of several rules are
one. The second says which rules a newly met condition can complete: those that need nothing else, and the others under
a second condition of theirs, the one that the fewest rules share, so that a rule is looked at only where two of its
conditions are met. A rule that a case does not touch costs nothing.

The stock matcher stays the oracle: the tests compare the two on random cases and on random rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, product
from typing import Any

from expert.conditions import Conclusion, Finding, Is, OneOf, Test, _test_of
from expert.experta_guard import Activation, Fact, InitialFact, Matcher
from expert.rules import KnowledgeRule

#: A rule by its place among the engine's, with those of its conditions that are not looked up on the way to it.
_Candidate = tuple[int, tuple[int, ...]]


class _Watch:
    """What a condition can complete, once it is met.

    Attributes:
        alone: places of the rules that need nothing else.
        beside: the other rules, each under a second condition that it needs.
    """

    __slots__ = ("alone", "beside")

    def __init__(self) -> None:
        self.alone: list[int] = []
        self.beside: dict[int, list[_Candidate]] = {}


class Conditions:
    """The conditions of a sequence of rules, by number, with the tables to find them by. Holds nothing of a case.

    Attributes:
        of_rule: the conditions of each rule, in its order.
        first: what each can complete where all facts come at once; every rule stands under one condition only.
        later: what each can complete where it comes after others; every rule stands under all of its conditions.
    """

    def __init__(self, rules: Sequence[KnowledgeRule]) -> None:
        self._numbers: dict[tuple[type, Any, Test], int] = {}
        self._literal: dict[tuple[type, Any, str], list[int]] = {}
        self._tested: dict[tuple[type, Any], list[tuple[Test, int]]] = {}
        self.of_rule = [tuple(self._number(pattern) for pattern in rule) for rule in rules]
        self.first: dict[int, _Watch] = {}
        self.later: dict[int, _Watch] = {}
        self._watch_all()

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

    def _watch_all(self) -> None:
        """Put every rule where it will be looked for: under the rarest of its conditions.

        What rules themselves conclude comes after the answers, so a rule that needs it stands under that.
        """
        shared = [0] * len(self._numbers)
        for needed in self.of_rule:
            for number in set(needed):
                shared[number] += 1
        derived = {
            number for (kind, _, _), number in self._numbers.items() if issubclass(kind, (Finding, Conclusion))
        }
        for place, needed in enumerate(self.of_rule):
            rarest = sorted(set(needed), key=lambda number: (number not in derived, shared[number], number))
            for number in rarest:
                others = sorted((other for other in rarest if other != number), key=lambda other: shared[other])
                _add(self.later, number, place, others)
            if rarest:
                _add(self.first, rarest[0], place, sorted(rarest[1:], key=lambda other: shared[other]))


def _add(table: dict[int, _Watch], number: int, place: int, others: Sequence[int]) -> None:
    watch = table.setdefault(number, _Watch())
    if others:
        watch.beside.setdefault(others[0], []).append((place, tuple(others[1:])))
    else:
        watch.alone.append(place)


class IndexMatcher(Matcher):  # type: ignore[misc]
    """Finds activations by index; what `changes` returns is what experta's Rete would return.

    An activation is made once for the same rule and the same facts, and found again in later cases that bring these
    facts as the same objects. `reset` forgets them all once there are too many.
    """

    #: How many activations are kept at most: some tens of megabytes.
    MOST_KEPT = 30_000

    def __init__(self, engine: Any) -> None:
        super().__init__(engine)
        self._rules: Sequence[KnowledgeRule] = engine.get_rules()
        self._conditions = Conditions(self._rules)
        self._met: dict[int, list[Fact]] = {}
        self._given: dict[int, Activation] = {}
        self._made: dict[tuple[int, ...], Activation] = {}
        self._facts = count()

    def reset(self) -> None:
        """Forget all facts."""
        self._met = {}
        self._given = {}
        if len(self._made) > self.MOST_KEPT:
            self._made = {}

    def changes(
        self, adding: Iterable[Fact] | None = None, deleting: Iterable[Fact] | None = None
    ) -> tuple[list[Activation], list[Activation]]:
        """The activations that these new and these retracted facts bring and take."""
        removed = [activation for fact in deleting or () for activation in self._remove(fact)]
        facts = [fact for fact in adding or () if type(fact) is not InitialFact]
        added = self._with_more(facts) if self._met else self._with_first(facts)
        return added, removed

    def _with_first(self, facts: Sequence[Fact]) -> list[Activation]:
        """What the first facts of a case bring: all are noted, then each rule is looked at once."""
        met = self._met
        for fact in facts:
            for number in self._of(fact):
                if number in met:
                    met[number].append(fact)
                else:
                    met[number] = [fact]
        added: list[Activation] = []
        for number in met:
            watch = self._conditions.first.get(number)
            if watch is not None:
                for place in self._completed(watch):
                    added += self._activations(place, [met[needed] for needed in self._conditions.of_rule[place]])
        return added

    def _with_more(self, facts: Sequence[Fact]) -> list[Activation]:
        """What further facts bring, one after another: only what each of them completes."""
        met = self._met
        added: list[Activation] = []
        for fact in facts:
            numbers = self._of(fact)
            for number in numbers:
                met.setdefault(number, []).append(fact)
            for number in numbers:
                watch = self._conditions.later.get(number)
                for place in self._completed(watch) if watch is not None else ():
                    needed = self._conditions.of_rule[place]
                    added += self._activations(place, [[fact] if one == number else met[one] for one in needed])
        return added

    def _of(self, fact: Fact) -> tuple[int, ...]:
        """The conditions that a fact meets; worked out when it is first seen, and noted on it with its number."""
        if getattr(fact, "seen_by", None) is not self:
            fact.meets = self._conditions.met_by(fact)
            fact.number = next(self._facts)
            fact.seen_by = self
        meets: tuple[int, ...] = fact.meets
        return meets

    def _completed(self, watch: _Watch) -> Iterator[int]:
        """The rules of which all conditions are met, of those that wait for one that is."""
        met = self._met
        yield from watch.alone
        for second in watch.beside.keys() & met.keys():
            for place, others in watch.beside[second]:
                for other in others:
                    if other not in met:
                        break
                else:
                    yield place

    def _activations(self, place: int, met: Sequence[Sequence[Fact]]) -> Iterator[Activation]:
        """The activations of a rule by every choice of facts that meet its conditions, but for what there is."""
        for facts in product(*met):
            activation = self._activation(place, facts)
            if id(activation) not in self._given:
                self._given[id(activation)] = activation
                yield activation

    def _activation(self, place: int, facts: tuple[Fact, ...]) -> Activation:
        key = place, *sorted({fact.number for fact in facts})
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = Activation(self._rules[place], facts)
        return found

    def _remove(self, fact: Fact) -> list[Activation]:
        for number in self._of(fact):
            left = [other for other in self._met.get(number, ()) if other is not fact]
            if left:
                self._met[number] = left
            else:
                self._met.pop(number, None)
        taken = [one for one in self._given.values() if any(other is fact for other in one.facts)]
        for activation in taken:
            del self._given[id(activation)]
        return taken
