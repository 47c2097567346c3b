"""What the solver z3 says of single rules: whether one can fire at all, implies another, or ever changes what is told.

The cases are those of `expert.examining.space.Space`, and here without answers that contradict each other, as far as
these are words. The space is wider than what can happen (numbers that are worked out are free, and conclusions but that
none is without evidence), so whatever is said to be impossible is; what is not may still be.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import combinations, product
from math import prod
from typing import Any

from expert.contradictions import Contradiction
from expert.examining.idleness import Idleness
from expert.examining.lessons import Teacher
from expert.examining.properties import ProofError
from expert.examining.sheet import Literal
from expert.examining.space import Space, solver_module
from expert.examining.told import Told
from expert.fields import Answer, Field
from expert.knowledge import KnowledgeBase
from expert.rules import Alerts, KnowledgeRule, Remark

#: So many ways to answer the fields of a contradiction are told to the solver.
_MOST_WAYS = 3_000


class RuleProver:
    """Proves what must hold of rules, whatever the case.

    Args:
        knowledge: the base.

    Raises:
        ProofError: z3 is not installed; says how to.
    """

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        self._z3 = solver_module()
        self._space = Space(self._z3, knowledge, "any", [cause.id for cause in knowledge.causes])
        teacher = Teacher(knowledge)
        for cause in knowledge.causes:
            self._space.laws += map(self._space.lesson, teacher.at_first(cause))
        self._solver = self._z3.Solver()
        self._solver.add(*self._space.laws, *self._possible())

    # Single rules.

    def never_fires(self, rule: KnowledgeRule) -> bool:
        """Whether there is no case that fires it."""
        return self._impossible(self._fires(rule))

    def implies(self, given: Iterable[Literal], goal: Iterable[Literal]) -> bool:
        """Whether, wherever these conditions hold, those do."""
        return self._impossible(*map(self.formula, given), self._not(self._all(map(self.formula, goal))))

    def formula(self, literal: Literal) -> Any:
        """A condition, or its denial, as a formula."""
        held = self._space.atom(literal.atom)
        if not literal.denied:
            return held
        known = [self._space.known[literal.atom.key]] if literal.atom.kind == "field" else []
        return self._z3.And(*known, self._not(held))

    # What is told.

    def never_stands(self, remark: Remark) -> bool:
        """Whether there is no case in which this is told."""
        return self._impossible(self._told.stands(remark))

    def changes_nothing(self, rule: KnowledgeRule, without: Collection[KnowledgeRule] = ()) -> bool:
        """Whether no case is told anything else for want of this rule: no level, no urgency and no advice.

        Of evidence it is only said where what weighs as much always speaks in its place, or where its cause is never
        concluded beside it.

        Args:
            without: evidence that the base could do without, too, and that therefore speaks in no other's place.
        """
        return self._nothing(rule, self._fires(rule), rule, without)

    def same(self, rule: KnowledgeRule, other: KnowledgeRule, literals: Sequence[Literal]) -> bool:
        """Whether no case is told anything else where another rule stands in the place of one.

        Args:
            literals: what the other waits for.
        """
        here, there = self._fires(rule), self._all(map(self.formula, literals))
        if _says(rule) == _says(other) and self._weighs(rule) == self._weighs(other):
            return self._nothing(rule, self._z3.Xor(here, there), rule)
        if self._nothing(rule, here, rule) and self._nothing(other, there, rule):
            return True
        either = self._z3.Or(here, there)
        if rule.sign and _says(rule) == _says(other) and rule.role == other.role:
            if self._impossible(self._z3.Xor(here, there)):  # it is told as firmly or not: does its strength count?
                return all(self._idle(one, here, rule, of_strength=True) for one in (rule, other))
            return False
        if rule.urgency and rule.remark == other.remark:
            return self._impossible(self._z3.Xor(here, there)) and self._outdone(rule, other, either)
        if rule.remark is None or rule.remark != other.remark or not (rule.stage or rule.about):
            return False
        return self._impossible(self._z3.Xor(here, there)) and self.never_stands(rule.remark)

    def _weighs(self, rule: KnowledgeRule) -> object:
        return self.knowledge.piece(rule) if rule.sign else None

    def _outdone(self, rule: KnowledgeRule, other: KnowledgeRule, fires: Any) -> bool:
        """Whether, wherever one of two alerts is raised, another one is at least as grave as both, and as soon due."""
        base = self.knowledge
        gravest = max(base.gravity(one.urgency, base.within(one))[0] for one in (rule, other))
        soonest = max(base.gravity(one.urgency, base.within(one))[1] for one in (rule, other))
        graver = []
        for one in base.of(Alerts):
            urgency, within = base.gravity(one.urgency, base.within(one))
            if one is not rule and urgency >= gravest and within >= soonest:
                graver.append(one)
        return self._impossible(fires, *(self._not(self._fires(one)) for one in graver))

    def _nothing(
        self, rule: KnowledgeRule, fires: Any, own: KnowledgeRule, without: Collection[KnowledgeRule] = ()
    ) -> bool:
        """Whether it makes no difference that a rule fires where this formula holds.

        Args:
            own: the rule of the base in whose place it stands.
        """
        if self._impossible(fires):
            return True
        if rule.against and not rule.sign:
            return self._takes_nothing(rule, fires, own)
        if rule.sign:
            return self._never_concluded(rule, fires) or self._idle(rule, fires, own, without)
        if rule.finding and self._never_felt(rule, fires):
            return True
        others = [one for one in self._instead_of(rule) if one is not own]
        return bool(others) and self._impossible(fires, *(self._not(self._fires(one)) for one in others))

    def _idle(
        self,
        rule: KnowledgeRule,
        fires: Any,
        own: KnowledgeRule,
        without: Collection[KnowledgeRule] = (),
        of_strength: bool = False,
    ) -> bool:
        """Whether evidence never counts where this formula holds.

        Args:
            of_strength: only its strength is asked about; it presents the complaint or not as it did.
        """
        assert rule.cause is not None, rule
        piece = self.knowledge.piece(rule)
        if of_strength:
            piece = replace(piece, presents=False)
        return self._idleness.reasons(rule.cause, piece, fires, own, without) is not None

    @cached_property
    def _idleness(self) -> Idleness:
        return Idleness(self._space, self._solver)

    def instead(self, rule: KnowledgeRule, without: Collection[KnowledgeRule] = ()) -> list[tuple[KnowledgeRule, ...]]:
        """The fewest rules of which some do together, whenever this rule fires, all that it does; none where none do.

        Args:
            without: as in `changes_nothing`.
        """
        if rule.sign and rule.cause is not None:
            piece = self.knowledge.piece(rule)
            reasons = self._idleness.reasons(rule.cause, piece, self._fires(rule), rule, without)
            return [one.fires for one in reasons or ()]
        return [(one,) for one in self._one_instead(rule)]

    def _one_instead(self, rule: KnowledgeRule) -> list[KnowledgeRule]:
        """The fewest rules of which one does, whenever this rule fires, all that it does; none where none does."""
        others = [one for one in self._instead_of(rule) if one is not rule]
        fires = self._fires(rule)
        for one in others:
            if self._impossible(fires, self._not(self._fires(one))):
                return [one]
        for one in list(others):
            left = [other for other in others if other is not one]
            if left and self._impossible(fires, *(self._not(self._fires(other)) for other in left)):
                others = left
        return others if self._impossible(fires, *(self._not(self._fires(one)) for one in others)) else []

    def _instead_of(self, rule: KnowledgeRule) -> Iterator[KnowledgeRule]:
        """The rules beside any of which this one, which is no evidence, adds nothing."""
        base = self.knowledge
        if rule.finding:
            yield from base.finders[rule.finding]
        elif rule.urgency:
            gravity = base.gravity(rule.urgency, base.within(rule))
            alike = (one for one in base.of(Alerts) if one.remark == rule.remark)
            yield from (one for one in alike if base.gravity(one.urgency, base.within(one)) >= gravity)
        else:
            said = rule.kind, rule.remark, rule.stage, rule.about, rule.cause
            for one in base.rules:
                # What is to be done now is told so, whoever else would leave it for later.
                sooner = rule.stage == "if_no_better" and one.stage == "now" and one.remark == rule.remark
                if sooner or (one.kind, one.remark, one.stage, one.about, one.cause) == said:
                    yield one

    def _never_concluded(self, rule: KnowledgeRule, fires: Any) -> bool:
        """Whether its cause has nothing to stand on wherever evidence about it fires: no presentation, or nothing."""
        cause = rule.cause
        if cause is None or (rule.sign > 0 and (rule.role == "presentation" or not cause.needs_presentation)):
            return False
        speaks = [one for one in self.knowledge.evidence[cause.id] if one.sign > 0]
        grounds = [one for one in speaks if one.role == "presentation" or not cause.needs_presentation]
        return self._impossible(fires, self._z3.Or([self._fires(one) for one in grounds]))

    def _never_felt(self, rule: KnowledgeRule, fires: Any) -> bool:
        """Whether of the rules that wait for a finding it makes no difference that they fire, wherever it is found.

        Of evidence it is not said: what it rests on would change.
        """
        waiting = [one for one in self.knowledge.rules
                   if any((atom.kind, atom.key) == ("finding", rule.finding) for atom in one.atoms)]  # fmt: skip
        if any(one.sign or one.finding for one in waiting):
            return False
        return all(self._nothing(one, self._z3.And(fires, self._fires(one)), one) for one in waiting)

    def _takes_nothing(self, rule: KnowledgeRule, fires: Any, own: KnowledgeRule) -> bool:
        """Whether all that it takes back is kept back without it."""
        taken = [remark for remark in self._told.remarks.values() if rule.takes_back(remark)]
        return all(self._impossible(fires, self._told.stands_without(remark, own)) for remark in taken)

    @cached_property
    def _told(self) -> Told:
        return Told(self._space)

    # Solving.

    def _fires(self, rule: KnowledgeRule) -> Any:
        return self._space.fires(rule)

    def _not(self, formula: Any) -> Any:
        return self._z3.Not(formula)

    def _all(self, formulas: Iterable[Any]) -> Any:
        return self._z3.And(list(formulas))

    def _impossible(self, *formulas: Any) -> bool:
        """Whether there is no case in which all of these hold."""
        self._solver.push()
        try:
            self._solver.add(*formulas)
            answer = self._solver.check()
        finally:
            self._solver.pop()
        if answer == self._z3.unknown:
            raise ProofError(f"the solver gave up: {self._solver.reason_unknown()}")
        return bool(answer == self._z3.unsat)

    # Answers that contradict each other.

    def _possible(self) -> Iterator[Any]:
        for one in self.knowledge.contradictions:
            yield from self._without(one)

    def _without(self, one: Contradiction) -> Iterator[Any]:
        keys = (one.field, *one.against)
        fields = [self.knowledge.vocabulary.asked[key] for key in keys]
        if any(held.numeric for held in fields) or prod(map(_ways, fields)) > _MOST_WAYS:
            return
        for answers in product(*map(_answers, fields)):
            if one.reason(dict(zip(keys, answers, strict=True))) is not None:
                exactly = (law for held, answer in zip(fields, answers, strict=True) for law in self._is(held, answer))
                yield self._not(self._all(exactly))

    def _is(self, held: Field, answer: Answer) -> Iterator[Any]:
        yield self._space.known[held.key]
        facts = tuple(held.facts(answer))
        yield from (self._space.has[held.key, value] == (value in facts) for value in held.values)


def _ways(held: Field) -> int:
    """How many answers a field of words takes."""
    return 2 ** len(held.values) if held.several else len(held.values)


def _answers(held: Field) -> Sequence[Answer]:
    if not held.several:
        return list(held.values)
    return [chosen for size in range(len(held.values) + 1) for chosen in combinations(held.values, size)]


def _says(rule: KnowledgeRule) -> tuple[object, ...]:
    """What a rule concludes, whatever it waits for."""
    return rule.remark, rule.stage, rule.about, rule.cause, rule.urgency, rule.within, rule.finding, rule.sign
