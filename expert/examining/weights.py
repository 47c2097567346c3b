"""The evidence rules of a base as sums, so that many changes of a case can be weighed without running each.

Combined certainty factors are sums in disguise: with ``w = -log(1 - strength)``, counted negative for a rule against,
a cause's certainty is ``1 - exp(-W)`` where the sum ``W`` is not negative, and ``exp(W) - 1`` where it is. What a
change does to a cause is therefore a difference of sums; two changes together do what each does, but for the rules
that need both. This is arithmetic on the rules as data and fires nothing: whoever uses it has the engine confirm.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from expert.conditions import Atom
from expert.fields import Answers, Computed
from expert.knowledge import KnowledgeBase
from expert.rules import Finds, Supports


@dataclass(frozen=True)
class _Rule:
    """A rule of evidence or a finding's: what it waits for, by number and name, and what it adds to which cause."""

    atoms: tuple[int, ...]
    findings: tuple[str, ...]
    cause: int = -1
    weight: float = 0.0
    shows: int = 0


@dataclass(frozen=True)
class Effect:
    """What a change does to every cause.

    Attributes:
        weights: added to the sums. shows: added to the number of presentation rules that fired.
        turned: rules that fire now and did not, or the other way round.
    """

    weights: Sequence[float]
    shows: Sequence[int]
    turned: frozenset[int]


class Weights:
    """The evidence rules of a knowledge base, compiled.

    Attributes:
        atoms: every condition on a field that evidence stands on, directly or through findings.
        fields: the fields to ask for them.
    """

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        self._number: dict[Atom, int] = {}
        self._finders: dict[str, list[_Rule]] = {}
        evidence = [rule for cause in knowledge.causes for rule in knowledge.evidence[cause.id]]
        for rule in evidence:
            for name in _findings(rule):
                self._compile_finding(name)
        place = {cause.id: index for index, cause in enumerate(knowledge.causes)}
        self._rules = [self._compile(rule, place[rule.cause.id]) for rule in evidence]
        self.atoms: tuple[Atom, ...] = tuple(self._number)
        self.touching = [self._touching(rule) for rule in self._rules]
        self._of_atom: list[list[int]] = [[] for _ in self.atoms]
        for number, touching in enumerate(self.touching):
            for atom in touching:
                self._of_atom[atom].append(number)
        self._of_field: dict[str, list[int]] = {}
        for index, tested in enumerate(self.atoms):
            for key in knowledge.vocabulary.sources(tested.key):
                self._of_field.setdefault(key, []).append(index)
        self.fields = tuple(key for key in knowledge.vocabulary.asked if key in self._of_field)

    def _compile_finding(self, name: str) -> None:
        if name not in self._finders:
            self._finders[name] = []
            for rule in self.knowledge.finders.get(name, ()):
                for deeper in _findings(rule):
                    self._compile_finding(deeper)
                self._finders[name].append(self._compile(rule))

    def _compile(self, rule: Supports | Finds, cause: int = -1) -> _Rule:
        atoms = tuple(self._number.setdefault(a, len(self._number)) for a in rule.atoms if a.kind == "field")
        if isinstance(rule, Finds):
            return _Rule(atoms, _findings(rule))
        weight = -math.log1p(-self.knowledge.strength(rule)) * rule.sign
        return _Rule(atoms, _findings(rule), cause, weight, int(rule.sign > 0 and rule.role == "presentation"))

    def _touching(self, rule: _Rule) -> frozenset[int]:
        """All the conditions that a rule stands on, also through its findings."""
        below = (self._touching(finder) for name in rule.findings for finder in self._finders[name])
        return frozenset(rule.atoms).union(*below)

    def standing(self, answers: Answers) -> Standing:
        """A case, ready to be changed."""
        return Standing(self, answers)

    def truths(self, answers: Answers, atoms: Iterable[int]) -> Iterator[tuple[int, bool]]:
        """Whether each of these conditions holds."""
        asked, fields = self.knowledge.vocabulary.asked, self.knowledge.vocabulary.fields
        values: dict[str, tuple[object, ...]] = {}
        for number in atoms:
            atom = self.atoms[number]
            if atom.key not in values:
                held = fields[atom.key]
                if isinstance(held, Computed):
                    result = held.value(answers)
                    values[atom.key] = () if result is None else (result[0],)
                else:
                    values[atom.key] = tuple(asked[atom.key].facts(answers[atom.key])) if atom.key in answers else ()
            yield number, any(map(atom.test, values[atom.key]))

    def of_field(self, key: str) -> Sequence[int]:
        """The conditions that an answer can decide."""
        return self._of_field.get(key, ())

    def of_atoms(self, atoms: Iterable[int]) -> set[int]:
        """The rules of evidence that stand on any of these conditions."""
        return {rule for atom in atoms for rule in self._of_atom[atom]}

    def rule(self, number: int) -> _Rule:
        """A compiled rule of evidence."""
        return self._rules[number]

    def fires(self, rule: _Rule, state: bytearray, found: dict[str, bool]) -> bool:
        """Whether a rule fires where these conditions hold; `found` remembers the findings."""
        for atom in rule.atoms:  # plain loops: this is the innermost of all
            if not state[atom]:
                return False
        for name in rule.findings:
            if name not in found:
                found[name] = any(self.fires(finder, state, found) for finder in self._finders[name])
            if not found[name]:
                return False
        return True


class Standing:
    """One case: which conditions hold, which rules fire, how every cause stands; and what changes would do to that.

    Attributes:
        weights: the sum of every cause. shows: how many of its presentation rules fired.
    """

    def __init__(self, base: Weights, answers: Answers) -> None:
        self.base = base
        self._state = bytearray(len(base.atoms))
        for atom, holds in base.truths(answers, range(len(base.atoms))):
            self._state[atom] = holds
        count = len(base.knowledge.causes)
        self.weights, self.shows = [0.0] * count, [0] * count
        self._fired: list[bool] = []
        found: dict[str, bool] = {}
        for number in range(len(base.touching)):
            rule = base.rule(number)
            fires = base.fires(rule, self._state, found)
            self._fired.append(fires)
            if fires:
                self.weights[rule.cause] += rule.weight
                self.shows[rule.cause] += rule.shows

    def flips(self, answers: Answers, fields: Iterable[str]) -> frozenset[int]:
        """The conditions that hold now and did not, or the other way round, after changes in these fields."""
        atoms = dict.fromkeys(atom for key in fields for atom in self.base.of_field(key))
        return frozenset(atom for atom, holds in self.base.truths(answers, atoms) if holds != bool(self._state[atom]))

    def effect(self, flips: frozenset[int]) -> Effect:
        """What it does when these conditions are turned round."""
        weights, shows = [0.0] * len(self.weights), [0] * len(self.shows)
        turned = frozenset(self._turned(self.base.of_atoms(flips), flips))
        for number in turned:
            rule, sign = self.base.rule(number), -1 if self._fired[number] else 1
            weights[rule.cause] += sign * rule.weight
            shows[rule.cause] += sign * rule.shows
        return Effect(weights, shows, turned)

    def _turned(self, rules: Iterable[int], flips: Iterable[int]) -> Iterator[int]:
        state, found = bytearray(self._state), dict[str, bool]()
        for atom in flips:
            state[atom] ^= 1
        for number in rules:
            if self.base.fires(self.base.rule(number), state, found) != self._fired[number]:
                yield number

    def together(self, one: Effect, other: Effect, rules: Iterable[int], flips: frozenset[int]) -> Effect | None:
        """The effect of two changes at once, where on these rules (which both touch) it is not the sum; else None."""
        rules = tuple(rules)
        turned = set(self._turned(rules, flips))
        if all((number in turned) == ((number in one.turned) + (number in other.turned) == 1) and
               not (number in one.turned and number in other.turned) for number in rules):  # fmt: skip
            return None
        weights = [a + b for a, b in zip(one.weights, other.weights, strict=True)]
        shows = [a + b for a, b in zip(one.shows, other.shows, strict=True)]
        for number in rules:
            summed = (number in one.turned) + (number in other.turned)
            surplus = (number in turned) - summed
            rule, sign = self.base.rule(number), -1 if self._fired[number] else 1
            weights[rule.cause] += surplus * sign * rule.weight
            shows[rule.cause] += surplus * sign * rule.shows
        return Effect(weights, shows, frozenset())


def _findings(rule: Supports | Finds) -> tuple[str, ...]:
    return tuple(atom.key for atom in rule.atoms if atom.kind == "finding")


def certainty(weight: float) -> float:
    """The certainty of a sum."""
    return 1.0 - math.exp(-weight) if weight >= 0 else math.exp(weight) - 1.0


def weight(strength: float) -> float:
    """The sum at which a certainty is reached."""
    return -math.log1p(-strength)
