"""Rules written a little wrongly, one fault at a time: what somebody who edits a base could get wrong.

A mutant is data beside its rule: nothing is executed, and no base is changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from expert.base import Base
from expert.certainty import LEVEL_NAMES, Piece, strength_text
from expert.conditions import Atom, Compares, Interpretation, Is, NoneOf, OneOf, Test
from expert.examining.sheet import Literal, Variant, unchecked
from expert.knowledge import KnowledgeBase
from expert.rules import STAGES, Cause, KnowledgeRule
from expert.wording import english

#: What can be wrong, in the order in which it is tried.
OPERATORS = ("drop rule", "drop condition", "negate condition", "shift threshold", "swap value", "swap cause",
             "swap hedge", "swap urgency", "swap stage")  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """A rule with one fault.

    Attributes:
        rule: as it is in the base. operator: one of `OPERATORS`.
        said: the fault, as a clause. variant: the base with it.
    """

    rule: KnowledgeRule
    operator: str
    said: str
    variant: Variant

    @property
    def name(self) -> str:
        """What it is called: ``thirst.dry_soil: drop rule``."""
        return f"{self.rule.name}: {self.operator}: {self.said}"


class Mutator:
    """Makes the mutants of the rules of a base."""

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        self._limits: dict[str, list[Fraction]] = {}
        for rule in knowledge.rules:
            for atom in rule.atoms:
                if atom.test.limit is not None:
                    known = self._limits.setdefault(atom.key, [])
                    known.append(atom.test.limit.value)

    def mutants(self, rule: KnowledgeRule) -> Iterator[Mutant]:
        """All mutants of a rule."""
        yield self.without(rule)
        for number, atom in enumerate(rule.atoms):
            yield from self._of_condition(rule, number, atom)
        yield from self._of_consequence(rule)

    def without(self, rule: KnowledgeRule) -> Mutant:
        """The base without a rule."""
        place = self.knowledge.position[rule.name]
        return Mutant(rule, "drop rule", "the rule is not there", Variant(place, None, (), self._pieces(rule, None)))

    # Conditions.

    def _of_condition(self, rule: KnowledgeRule, number: int, atom: Atom) -> Iterator[Mutant]:
        said = english.condition(self.knowledge, atom)
        literals = [Literal(one) for one in rule.atoms]
        rest = [*literals[:number], *literals[number + 1 :]]
        if rest:
            yield self._written(rule, "drop condition", f"without: {said}", rest)
        denied = [*literals[:number], Literal(atom, denied=True), *literals[number + 1 :]]
        yield self._written(rule, "negate condition", f"not: {said}", denied)
        for operator, test in self._other_tests(atom):
            other = replace(atom, test=test)
            now = [*literals[:number], Literal(other), *literals[number + 1 :]]
            text = f"{english.condition(self.knowledge, other)}, in place of: {said}"
            yield self._written(rule, operator, text, now)

    def _other_tests(self, atom: Atom) -> Iterator[tuple[str, Test]]:
        """Tests that one could have meant: beyond the next threshold on either side, another value, another level."""
        test = atom.test
        if isinstance(test, Compares):
            yield from (("shift threshold", other) for other in self._shifted(atom.key, test))
        elif atom.kind == "conclusion":
            least = min(map(LEVEL_NAMES.index, test.values))
            other = least + 1 if least + 1 < len(LEVEL_NAMES) else least - 1
            yield "swap value", Is(LEVEL_NAMES[other])
        elif atom.kind == "field" and test.values:
            values = list(self.knowledge.vocabulary.fields[atom.key].values)
            first = test.values[0]
            after = [*values[values.index(first) + 1 :], *values[: values.index(first)]]
            other_value = next((value for value in after if value not in test.values), None)
            if other_value is not None:
                yield "swap value", _with_value(test, other_value)

    def _shifted(self, key: str, test: Compares) -> Iterator[Test]:
        known, at = sorted(set(self._limits[key])), test.limit.value
        above, below = [value for value in known if value > at], [value for value in known if value < at][::-1]
        up = _beyond(above) if above else (at * 2 or Fraction(1))
        down = _beyond(below) if below else at / 2
        held = self.knowledge.vocabulary.numbers[key]
        for value in (up, down):
            bounds = held.bounds if key in self.knowledge.vocabulary.asked else None
            if value != at and (bounds is None or bounds[0] <= value <= bounds[1]):
                limit = test.limit
                shown = f"{float(value):g} instead of {float(at):g} ({limit.shown})"
                yield Compares(test.relation, Interpretation(limit.name, value, shown, limit.reason, limit.given))

    # Consequences.

    def _of_consequence(self, rule: KnowledgeRule) -> Iterator[Mutant]:
        literals = [Literal(one) for one in rule.atoms]
        if rule.cause is not None:
            alike = [cause for cause in self.knowledge.causes if cause.kind == rule.cause.kind]
            other = _next(alike, rule.cause)
            if other is not None:
                yield self._written(
                    rule, "swap cause", f"{other.id} in place of {rule.cause.id}", literals, cause=other
                )
        if rule.sign:
            for hedge in self._hedges(rule):
                strength = strength_text(self.knowledge.hedges[hedge].strength(rule.role, rule.partial))
                text = f"{hedge}, {strength}, in place of {rule.hedge}, {strength_text(self.knowledge.strength(rule))}"
                yield self._written(rule, "swap hedge", text, literals, hedge=hedge)
        if rule.urgency:
            raised = list(self.knowledge.urgencies.raised)
            at = raised.index(rule.urgency)
            for other_urgency in raised[max(0, at - 1) : at] + raised[at + 1 : at + 2]:
                text = f"{other_urgency} in place of {rule.urgency}"
                yield self._written(rule, "swap urgency", text, literals, urgency=other_urgency, within="")
        if rule.stage:
            (stage,) = (stage for stage in STAGES if stage != rule.stage)
            yield self._written(rule, "swap stage", f"{stage} in place of {rule.stage}", literals, stage=stage)

    def _hedges(self, rule: KnowledgeRule) -> list[str]:
        """The hedges that weigh just a little less, and a little more."""
        own = self.knowledge.strength(rule)
        worth = {word: hedge.strength(rule.role, rule.partial) for word, hedge in self.knowledge.hedges.items()}
        less = max((word for word in worth if worth[word] < own), key=lambda word: worth[word], default=None)
        more = min((word for word in worth if worth[word] > own), key=lambda word: worth[word], default=None)
        return [word for word in (less, more) if word is not None]

    # Making them.

    def _written(
        self, rule: KnowledgeRule, operator: str, said: str, literals: Sequence[Literal], **changes: object
    ) -> Mutant:
        other: KnowledgeRule = rule.new_conditions(*rule)
        other.__dict__.update(rule.__dict__)
        other.origin = other
        other.__dict__.update(_atoms=tuple(literal.atom for literal in literals), **changes)
        place = self.knowledge.position[rule.name]
        return Mutant(rule, operator, said, Variant(place, other, tuple(literals), self._pieces(rule, other)))

    def _pieces(self, rule: KnowledgeRule, other: KnowledgeRule | None) -> dict[int, Piece]:
        """What weighs otherwise by the change: the rule itself, or all that rests on answers behind its finding."""
        place = self.knowledge.position[rule.name]
        if rule.sign and other is not None:
            piece = self.knowledge.piece(other)
            return {place: piece} if piece != self.knowledge.piece(rule) else {}
        if not rule.finding or (other is not None and _keys(other) == _keys(rule)):
            return {}
        rules = list(self.knowledge.rules)
        rules[place : place + 1] = [] if other is None else [other]
        changed: Base = unchecked(self.knowledge, rules)
        evidence = (self.knowledge.position[one.name] for one in rules if one.sign)
        pieces = {at: changed.piece(self.knowledge.rules[at]) for at in evidence if self._stands_on(at, rule.finding)}
        return {at: piece for at, piece in pieces.items() if piece != self.knowledge.piece(self.knowledge.rules[at])}

    def _stands_on(self, place: int, finding: str) -> bool:
        """Whether a rule waits for a finding, through others or not."""
        waiting = [atom.key for atom in self.knowledge.rules[place].atoms if atom.kind == "finding"]
        for name in waiting:
            if name == finding:
                return True
            for finder in self.knowledge.finders.get(name, ()):
                waiting += [atom.key for atom in finder.atoms if atom.kind == "finding" and atom.key not in waiting]
        return False


def _with_value(test: Test, value: str) -> Test:
    """A test on words with another value in place of its first."""
    rest = test.values[1:]
    if isinstance(test, Is):
        return Is(value)
    return OneOf((value, *rest)) if isinstance(test, OneOf) else NoneOf((value, *rest))


def _beyond(limits: Sequence[Fraction]) -> Fraction:
    """A number just beyond the first of these, and before the second."""
    first = limits[0]
    return (first + limits[1]) / 2 if len(limits) > 1 else first * Fraction(3, 2) if first > 0 else first - 1


def _next(causes: Sequence[Cause], cause: Cause) -> Cause | None:
    others = [*causes[causes.index(cause) + 1 :], *causes[: causes.index(cause)]]
    return others[0] if others else None


def _keys(rule: KnowledgeRule) -> frozenset[tuple[str, str]]:
    return frozenset((atom.kind, atom.key) for atom in rule.atoms)
