"""An experta matcher for this shell's rules: an index from a fact to the conditions that it meets.

experta's own Rete spends most of a case on tokens and joins. Our rules are conjunctions of tests on single facts
without variables, so a dictionary finds the conditions that a fact meets, and a rule is activated once each of its
conditions has been met. The stock matcher stays the oracle: the tests compare the two on random cases.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

from expert.conditions import Is, OneOf, Test, _test_of
from expert.experta_guard import Activation, Fact, InitialFact, Matcher

_Place = tuple[int, int]  # (rule, condition), both by position


class IndexMatcher(Matcher):  # type: ignore[misc]
    """Finds activations by index; what `changes` returns is what experta's Rete would return."""

    def __init__(self, engine: Any) -> None:
        super().__init__(engine)
        self._rules = engine.get_rules()
        self._literal: dict[tuple[type, Any, Any], list[_Place]] = {}
        self._tested: dict[tuple[type, Any], list[tuple[Test, _Place]]] = {}
        self._met: dict[int, list[list[Fact]]] = {}
        self._active: dict[int, list[Activation]] = {}
        for number, rule in enumerate(self._rules):
            for position, pattern in enumerate(rule):
                self._index(pattern, (number, position))

    def _index(self, pattern: Fact, place: _Place) -> None:
        for name, value in pattern.items():
            if Fact.is_special(name):
                continue
            test = _test_of(pattern, value)
            if isinstance(test, (Is, OneOf)):
                for literal in test.values:
                    self._literal.setdefault((type(pattern), name, literal), []).append(place)
            else:
                self._tested.setdefault((type(pattern), name), []).append((test, place))

    def reset(self) -> None:
        """Forget all facts."""
        self._met.clear()
        self._active.clear()

    def changes(self, adding: Any = None, deleting: Any = None) -> tuple[list[Activation], list[Activation]]:
        """The activations that these new and these retracted facts bring and take."""
        removed = [activation for fact in deleting or () for activation in self._remove(fact)]
        added = [activation for fact in adding or () for activation in self._add(fact)]
        return added, removed

    def _places(self, fact: Fact) -> Iterator[_Place]:
        kind = type(fact)
        for name, value in fact.items():
            if Fact.is_special(name):
                continue
            if isinstance(value, str):
                yield from self._literal.get((kind, name, value), ())
            else:
                for test, place in self._tested.get((kind, name), ()):
                    if test(value):
                        yield place

    def _add(self, fact: Fact) -> Iterator[Activation]:
        if type(fact) is InitialFact:
            return
        for number, position in self._places(fact):
            rule = self._rules[number]
            met = self._met.get(number)
            if met is None:
                met = self._met[number] = [[] for _ in rule]
            met[position].append(fact)
            if all(met):
                yield from self._activate(number, met[:position] + [[fact]] + met[position + 1 :])

    def _activate(self, number: int, met: list[list[Fact]]) -> Iterator[Activation]:
        active = self._active.setdefault(number, [])
        for facts in product(*met):
            activation = Activation(self._rules[number], facts)
            if activation not in active:
                active.append(activation)
                yield activation

    def _remove(self, fact: Fact) -> Iterator[Activation]:
        for number, met in self._met.items():
            for facts in met:
                facts[:] = [other for other in facts if other is not fact]
            active = self._active.get(number, [])
            yield from (activation for activation in active if fact in activation.facts)
            self._active[number] = [activation for activation in active if fact not in activation.facts]
