"""Proofs about every possible case, unknowns included: how urgent it is, and what is advised.

To prove a property is to ask the solver z3 for a case that breaks it, in a `Space` of all cases; where there is none,
it holds for all. What is concluded of a cause is left free. Only where a property cannot be had like that are the
certainties weighed: not by the solver, which is told nothing of how evidence combines but that more for a cause makes
it no less certain, and more against it no more. Where its case concludes of a cause what the consultant's own
arithmetic does not, it learns why not (see `lessons`) and is asked again. A verdict says which of the two it rests on.

A counterexample is cut down to few answers and run through the real engine, which must confirm it. That the order of
answers and of rules changes nothing needs no solver: conjunction, disjunction and maximum know no order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import combinations, permutations
from typing import Any

from expert.consultation import Consultant, Consultation
from expert.examining.lessons import Lesson, Teacher
from expert.examining.properties import (
    AtMost,
    Counterexample,
    Demand,
    Given,
    Harm,
    Limits,
    Never,
    ProofError,
    Verdict,
    from_answers_alone,
    holds,
    meets,
    standing,
)
from expert.examining.space import Space, solver_module
from expert.examining.told import Told
from expert.knowledge import KnowledgeBase
from expert.rules import Alerts, KnowledgeRule, Remark

__all__ = ["AtMost", "Counterexample", "Demand", "Given", "Harm", "Limits", "Never", "ProofError", "Prover", "Verdict"]

#: How many cases that the real engine refutes are set aside before a property is given up as not proved.
_TRIES = 12
#: How many cases with wrong conclusions the solver may propose for one question.
_LESSONS = 2000
#: What the real engine makes of a case (and of the case that gives the floor).
_Judge = Callable[[Consultation, "Consultation | None"], Counterexample]


@dataclass(frozen=True)
class _Query:
    """A question to the solver: is there a case that breaks the property?

    Attributes:
        name: of the property. breaks: what such a case meets. case: where it is.
        judge: what the real engine says of it. part: the space of the case that gives the floor, if there is one.
    """

    name: str
    breaks: Any
    case: Space
    judge: _Judge
    part: Space | None = None

    @property
    def spaces(self) -> list[Space]:
        """Both, or the one."""
        return [space for space in (self.case, self.part) if space is not None]


class Prover:
    """Proves what must hold of every case of a knowledge base.

    Args:
        knowledge: the base.
        demands: the table of what must bring which urgency at least.
        flags: the red flags, values by field; those of the base unless told.
        limits: what advice is held against; None to prove nothing of advice.
    """

    def __init__(
        self,
        knowledge: KnowledgeBase,
        demands: Sequence[Demand] = (),
        flags: Mapping[str, tuple[str, ...]] | None = None,
        limits: Limits | None = None,
    ) -> None:
        self.knowledge = knowledge
        self.demands = tuple(demands)
        self.flags = {flag.field: flag.values for flag in knowledge.red_flags} if flags is None else dict(flags)
        self.limits = limits
        self._z3 = solver_module()
        self._consult = Consultant(knowledge).consult
        self._teacher = Teacher(knowledge)
        self._learnt: list[Lesson] = []
        asked = (key for demand in self.demands for way in demand.ways for key in way if "." not in key)
        self._case = self._space("case", self._waited_for(knowledge.of(Alerts), asked))

    def _waited_for(self, rules: Iterable[KnowledgeRule], others: Iterable[str] = ()) -> tuple[str, ...]:
        """The causes that these rules wait for, and others."""
        atoms = (atom for rule in rules for atom in rule.atoms)
        waited = {*(atom.key for atom in atoms if atom.kind == "conclusion"), *others}
        return tuple(cause.id for cause in self.knowledge.causes if cause.id in waited)

    def _space(
        self,
        name: str,
        causes: Iterable[str],
        base: Space | None = None,
        fresh: Iterable[str] = (),
        part: bool = False,
    ) -> Space:
        space = Space(self._z3, self.knowledge, name, causes, base, fresh, part)
        for cause in space.causes:
            space.laws += map(space.lesson, self._teacher.at_first(self.knowledge.cause(cause)))
        return space

    @cached_property
    def _advised(self) -> Told:
        """All cases once more, with all that is told in them."""
        return Told(self._space("advised", [cause.id for cause in self.knowledge.causes]))

    def verdicts(self) -> Iterator[Verdict]:
        """All properties, one after the other; those of advice where there are limits to hold it against."""
        yield from self.demanded()
        yield from self.raised()
        yield from self.unlowered()
        if self.limits is not None:
            yield from self.harmless()
            yield from self.protected()
            yield from self.agreeing()
            yield from self.nevers()

    # The properties of the urgency.

    def demanded(self) -> Iterator[Verdict]:
        """1: each demand is met, whatever else is said."""
        solver = self._solver(self._case)
        for demand in self.demands:
            yield self._prove(solver, self._unmet(f"1 {demand.name}", demand, self._case))

    def _unmet(self, name: str, demand: Demand, space: Space) -> _Query:
        asked = self._z3.Or([space.given(way) for way in demand.ways])
        met = [space.reaches(demand.least), *([space.due(demand.within)] if demand.within else [])]
        return _Query(name, self._z3.And(asked, self._z3.Not(self._z3.And(met))), space, self._below(demand))

    def _below(self, demand: Demand) -> _Judge:
        urgencies, deadlines = self.knowledge.urgencies, self.knowledge.deadlines

        def judge(real: Consultation, _: Consultation | None) -> Counterexample:
            missed = urgencies.graver(demand.least, real.urgency)
            if demand.within and deadlines:
                missed |= not real.within or deadlines.graver(demand.within, real.within)
            asked = any(holds(way, real) for way in demand.ways)
            return self._found(real, asked and missed, floor=demand.least, floor_within=demand.within)

        return judge

    def raised(self) -> Iterator[Verdict]:
        """2: adding a red flag never lowers the urgency. Two cases that differ in one field."""
        after = self._space("after", self._case.causes, self._case, fresh=self.flags)
        solver = self._solver(self._case, after)
        lowered = self._case.exceeds(after)
        for flag in self.flags:
            breaks = self._z3.And(lowered, *self._adds(after, flag))
            yield self._prove(solver, _Query(f"2 {flag}", breaks, after, self._lower, self._case))

    def _lower(self, real: Consultation, part: Consultation | None, alone: bool = False) -> Counterexample:
        assert part is not None
        floor = from_answers_alone(part) if alone else part.urgency
        confirmed = self.knowledge.urgencies.graver(floor, real.urgency)
        return self._found(real, confirmed, floor=floor, part=part.answers)

    def _adds(self, after: Space, flag: str) -> Iterator[Any]:
        """The second case is the first with this red flag added, and nothing else."""
        before, z3 = self._case, self._z3
        held = self.knowledge.vocabulary.asked[flag]
        values = held.values
        for other in self.flags:
            if other != flag:
                yield after.known[other] == before.known[other]
                for value in self.knowledge.vocabulary.asked[other].values:
                    yield after.has[other, value] == before.has[other, value]
        raises = [z3.And(after.has[flag, value], z3.Not(before.has[flag, value])) for value in self.flags[flag]]
        yield z3.Or(raises)
        if held.several:
            for value in values:
                raised, same = value in self.flags[flag], before.has[flag, value] == after.has[flag, value]
                yield z3.Implies(before.has[flag, value], after.has[flag, value]) if raised else same
        else:
            yield z3.Not(before.given({flag: self.flags[flag]}))

    def unlowered(self) -> Iterator[Verdict]:
        """3: no answer that is no red flag lowers what the red flags give. A case and a part of it.

        In three readings of "its red-flag answers": those that raise a flag; all answers about flags, "no" too; and
        any part of a case whatever, where only the urgency that follows from answers alone is kept: what makes a
        cause less likely may take back an alert that follows from nothing but that cause.
        """
        part = self._space("part", self._case.causes, self._case, part=True)
        solver = self._solver(self._case, part)
        lowered = part.exceeds(self._case)
        raised = {flag: self._case.given({flag: values}) for flag, values in self.flags.items()}
        asked = {flag: self._case.known[flag] for flag in self.flags}
        for name, kept in (("raised flags", raised), ("all answers about flags", asked)):
            held = (part.known[key] == kept.get(key, False) for key in self.knowledge.vocabulary.asked)
            yield self._prove(solver, _Query(f"3 {name}", self._z3.And(lowered, *held), self._case, self._lower, part))
        alone = (self._z3.Not(concluded) for concluded in part.concluded.values())
        lower = partial(self._lower, alone=True)
        yield self._prove(solver, _Query("3 any part", self._z3.And(lowered, *alone), self._case, lower, part))

    # The properties of advice.

    def harmless(self) -> Iterator[Verdict]:
        """5: no advice is given where something forbids what it asks for. A verdict for each harm."""
        limits, space = self._limits, self._advised.space
        solver = self._solver(space)
        for harm in limits.harms:
            asking = [one for one in self._remarks if harm.measure in limits.measures(one)]
            breaks = self._z3.And(space.meets(harm.conditions), self._advised.any(asking))
            judge = self._telling(asking, partial(meets, conditions=harm.conditions))
            yield self._prove(solver, _Query(f"5 {harm.measure}, {harm.name}", breaks, space, judge))

    def protected(self) -> Iterator[Verdict]:
        """6: beside a grave alert nothing stands but what protects until somebody has looked at it."""
        space = self._advised.space
        solver = self._solver(space)
        more = [one for one in self._remarks if not self._limits.only_protects(one)]
        for urgency in self._limits.grave:
            breaks = self._z3.And(space.alerted(urgency), self._advised.any(more))
            judge = self._telling(more, partial(_alerted, urgency=urgency))
            yield self._prove(solver, _Query(f"6 {urgency}", breaks, space, judge))

    def agreeing(self) -> Iterator[Verdict]:
        """7: no two pieces of advice are given of which one is more careful than the other."""
        solver = self._solver(self._advised.space)
        for names in combinations(self._limits.cares_of(self.knowledge), 2):
            two = [[one for one in self._remarks if self._limits.care(one) == care] for care in names]
            breaks = self._z3.And([self._advised.any(remarks) for remarks in two])
            judge = self._telling([*two[0], *two[1]], partial(_both, sides=two))
            name = f"7 {names[0]} and {names[1]}"
            yield self._prove(solver, _Query(name, breaks, self._advised.space, judge))

    def nevers(self) -> Iterator[Verdict]:
        """8: what is given never ends milder than it may, nor with advice that it forbids."""
        space = self._advised.space
        solver = self._solver(space)
        for never in self._limits.nevers:
            demand = Demand(never.name, (never.given,), never.least)
            yield self._prove(solver, self._unmet(f"8 {never.name}, urgency", demand, space))
            bad = [one for one in self._remarks if self._limits.forbids(never, one, self.knowledge)]
            breaks = self._z3.And(space.given(never.given), self._advised.any(bad))
            judge = self._telling(bad, partial(holds, never.given))
            yield self._prove(solver, _Query(f"8 {never.name}, advice", breaks, space, judge))

    @property
    def _limits(self) -> Limits:
        return self.limits or Limits()

    @property
    def _remarks(self) -> list[Remark]:
        return list(self._advised.remarks.values())

    def _telling(self, bad: Sequence[Remark], asked: Callable[[Consultation], bool]) -> _Judge:
        """Judges by whether one of these remarks stands where that is so."""

        def judge(real: Consultation, _: Consultation | None) -> Counterexample:
            stands = standing(real)
            told = tuple(one.id for one in bad if one.id in stands)
            return self._found(real, bool(told) and asked(real), told=told)

        return judge

    def _found(self, real: Consultation, confirmed: bool, **more: Any) -> Counterexample:
        fields = self.knowledge.vocabulary.fields
        return Counterexample(real.answers, real.urgency, real.within, confirmed, fields, **more)

    # Solving.

    def _solver(self, *spaces: Space) -> Any:
        solver = self._z3.Solver()
        for space in spaces:
            solver.add(*space.laws)
        return solver

    def _prove(self, solver: Any, query: _Query) -> Verdict:
        solver.push()
        try:
            solver.add(query.breaks)
            if not self._sat(solver):
                return Verdict(query.name, "free", None)
            solver.add(*self._taught(self._learnt, query.spaces))
            solver.add(*(law for one, two in permutations(query.spaces, 2) for law in one.monotone(two)))
            if self._weighed(solver, query.spaces) is None:
                return Verdict(query.name, "weighed", None)
            return self._refute(solver, query)
        finally:
            solver.pop()

    def _refute(self, solver: Any, query: _Query) -> Verdict:
        """Find a case that the engine confirms; what it refutes cannot happen and is set aside."""
        for _ in range(_TRIES):
            model = self._small(solver, query)
            cases = [space.case(model) for space in query.spaces]
            real, *other = map(self._consult, cases)
            found = query.judge(real, other[0] if other else None)
            if found.confirmed:
                break
            both = zip(query.spaces, cases, strict=True)
            exactly = [law for space, answers in both for law in space.is_case(answers)]
            solver.add(self._z3.Not(self._z3.And(exactly)))
            if self._weighed(solver, query.spaces) is None:
                return Verdict(query.name, "replayed", None)
        return Verdict(query.name, "weighed", found)

    def _sat(self, solver: Any, *assumed: Any) -> bool:
        answer = self._z3.CheckSatResult(self._checked(solver, assumed))
        if answer == self._z3.unknown:
            raise ProofError(f"the solver gave up: {solver.reason_unknown()}")
        return bool(answer == self._z3.sat)

    def _checked(self, solver: Any, assumed: Sequence[Any]) -> Any:
        """What its `check` does, without the look at the sort of each of hundreds of formulas."""
        formulas = (self._z3.Ast * len(assumed))(*(one.as_ast() for one in assumed))
        return self._z3.Z3_solver_check_assumptions(solver.ctx.ref(), solver.solver, len(assumed), formulas)

    def _weighed(self, solver: Any, spaces: Sequence[Space], *assumed: Any) -> Any:
        """A model where every cause is concluded as its evidence weighs; None where there is none.

        It ends, since each lesson rules out the model that it was learnt from and sets of rules are finite; and before
        it would take too long.
        """
        for _ in range(_LESSONS):
            model = self._sparse(solver, spaces, *assumed)
            if model is None:
                return None
            lessons = [lesson for space in spaces for lesson in self._lessons(space, model)]
            if not lessons:
                return model
            self._learnt += lessons
            solver.add(*self._taught(lessons, spaces))
        raise ProofError(f"no end after {_LESSONS} cases that were concluded otherwise than their evidence weighs")

    def _sparse(self, solver: Any, spaces: Sequence[Space], *assumed: Any) -> Any:
        """A model in which hardly more is answered than must be, or None: what is learnt from it holds in most cases.

        It begins with nothing answered. Of what the solver says cannot all be left out, all may be answered.
        """
        left_out = {number: left for space in spaces for number, left in space.left_out.items()}
        while not self._sat(solver, *assumed, *left_out.values()):
            needed = left_out.keys() & {one.get_id() for one in solver.unsat_core()}
            if not needed:
                return None
            for number in needed:
                del left_out[number]
        return solver.model()

    def _taught(self, lessons: Iterable[Lesson], spaces: Sequence[Space]) -> Iterator[Any]:
        """What was learnt, for every space that has to do with the cause."""
        for lesson in lessons:
            yield from (space.lesson(lesson) for space in spaces if lesson.cause.id in space.causes)

    def _lessons(self, space: Space, model: Any) -> Iterator[Lesson]:
        for cause in map(self.knowledge.cause, space.causes):
            lesson = self._teacher.on(cause, space.fired(model, cause), space.level(model, cause))
            if lesson is not None:
                yield lesson

    def _small(self, solver: Any, query: _Query) -> Any:
        """A model with as few answers as can be had by leaving out one after the other."""
        model = self._weighed(solver, query.spaces)
        given = [one for space in query.spaces for one in space.known.values()]
        listed = list(query.case.has.values())
        dropped = [query.case.no(one) for one in given if not query.case.true(model, one)]
        for named in (given, listed):
            todo = [[one for one in named if query.case.true(model, one)]]
            while todo:
                chunk = todo.pop()
                without = [*dropped, *map(query.case.no, chunk)]
                smaller = self._weighed(solver, query.spaces, *without)
                if smaller is not None:
                    model, dropped = smaller, without
                elif len(chunk) > 1:
                    todo += [chunk[: len(chunk) // 2], chunk[len(chunk) // 2 :]]
        return model

    # The translation itself.

    def urgency(self, consultation: Consultation) -> str:
        """The urgency of a real consultation's answers in the translation, with what was concluded taken from it.

        Raises:
            ProofError: the case has no place in the space, so that nothing is proved of it.
        """
        ladder, space = self.knowledge.urgencies, self._case
        model = self._replayed(self._replays, space, consultation)
        return ladder.gravest(name for name in ladder.raised if space.true(model, space.reaches(name)))

    def told(self, consultation: Consultation) -> set[str]:
        """The ids of what is told in the translation; else as `urgency`."""
        told, space = self._advised, self._advised.space
        model = self._replayed(self._retold, space, consultation)
        return {remark.id for remark in told.remarks.values() if space.true(model, told.stands(remark))}

    @cached_property
    def _replays(self) -> Any:
        return self._solver(self._case)

    @cached_property
    def _retold(self) -> Any:
        return self._solver(self._advised.space)

    def _replayed(self, solver: Any, space: Space, consultation: Consultation) -> Any:
        """The one model of a real case. That it is concluded as its evidence weighs is seen to, as of any other."""
        solver.push()
        try:
            solver.add(*space.is_consultation(consultation))
            model = solver.model() if self._sat(solver) else None
            if model is None or any(self._lessons(space, model)):
                raise ProofError(f"the translation leaves out a case that there is: {dict(consultation.answers)}")
            return model
        finally:
            solver.pop()


def _alerted(consultation: Consultation, urgency: str) -> bool:
    """Whether an alert of just this urgency was raised."""
    return any(alert.urgency == urgency for alert in consultation.alerts)


def _both(consultation: Consultation, sides: Sequence[Sequence[Remark]]) -> bool:
    """Whether something of each side stands."""
    stands = standing(consultation)
    return all(any(remark.id in stands for remark in side) for side in sides)
