"""Proofs about the urgency of every possible case, unknowns included, with the SMT solver z3.

The conditions of rules are data, so they can be handed to a solver. A case becomes a `Space`: for each field whether it
is known (unknown is a third value, never a "no") and which value it has. In it each rule is a formula, a finding the
disjunction of the rules that conclude it, the urgency the gravest of the alerts that fire. To prove a property is to
ask for a case that breaks it; where there is none, it holds for all.

Three times the space is wider than what can happen. What is proved for it holds for the real cases as well:

* What is concluded of a cause is free where an alert waits for it, apart in each of two spaces, but for this: no cause
  is concluded without evidence for it (of a specific one, without a presentation). Only where a property cannot be had
  like that are the certainties weighed: not by the solver, which is told nothing of how evidence combines but that
  more for a cause makes it no less certain, and more against it no more. Where its case concludes of a cause what the
  consultant's own arithmetic does not, it learns why not (see `lessons`) and is asked again. A verdict says which of
  the two it rests on.
* A computed number is any number, known only if its sources are, unless it is its one source as it stands; in two
  spaces it is the same where the sources are.
* Answers that contradict each other, which no case file may hold, are in the space too.

A counterexample is cut down to few answers and run through the real engine, which must confirm it. That the order of
answers and of rules changes nothing needs no solver: conjunction, disjunction and maximum know no order.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import permutations
from typing import Any

from expert.certainty import LEVEL_NAMES, levels_up_to
from expert.conditions import COMPARISONS, Atom
from expert.consultation import Consultant, Consultation
from expert.errors import ExpertError, KnowledgeError
from expert.examining.lessons import Fired, Lesson, Teacher
from expert.fields import Answer, Answers, Computed, Field, Quantity, quantity
from expert.knowledge import KnowledgeBase
from expert.rules import Alerts, Cause, KnowledgeRule

#: Answers by field: any of these values; for a number, the least. A key without a dot is a cause with its level.
Given = Mapping[str, "tuple[str, ...] | int"]
#: How many cases that the real engine refutes are set aside before a property is given up as not proved.
_TRIES = 12
#: How many cases with wrong conclusions the solver may propose for one question.
_LESSONS = 2000


class ProofError(ExpertError):
    """A proof cannot be attempted, or the translation is wrong."""


@dataclass(frozen=True)
class Demand:
    """An urgency that some answers must bring, whatever else is said.

    Attributes:
        name: of the table's row or the red flag. ways: sets of answers, each of which must bring it.
        least: the urgency that must be reached.
    """

    name: str
    ways: tuple[Given, ...]
    least: str


@dataclass(frozen=True)
class Counterexample:
    """A case that breaks a property.

    Attributes:
        case: its answers. urgency: what the real engine makes of it.
        floor: the urgency that it must not fall below.
        part: the case that gives the floor, where another case does.
        confirmed: the real engine breaks the property on it too.
    """

    case: Answers
    urgency: str
    floor: str
    part: Answers | None
    confirmed: bool
    fields: Mapping[str, Field] = field(repr=False)

    def __str__(self) -> str:
        """The case in one line."""
        low = f"{self.shown(self.case)} is {self.urgency}"
        than = f"{self.shown(self.part)}, which is {self.floor}" if self.part is not None else self.floor
        return f"{low}, below {than}" + ("" if self.confirmed else " (the engine does not confirm it)")

    def shown(self, answers: Answers) -> str:
        """Answers as a reader writes them."""
        given = (f"{key}: {self.fields[key].plain(answer)}" for key, answer in answers.items())
        return "{" + ", ".join(given).replace("'", "") + "}"


@dataclass(frozen=True)
class Verdict:
    """What became of one property.

    Attributes:
        name: the property. counterexample: a case that breaks it; None where it holds for every case.
        conclusions: what is assumed of causes: ``free``, ``weighed``, or ``replayed`` where cases that the engine
            refutes had to be set aside besides.
    """

    name: str
    conclusions: str
    counterexample: Counterexample | None

    @property
    def holds(self) -> bool:
        """Whether it is proved."""
        return self.counterexample is None


def solver_module() -> Any:
    """The z3 module.

    Raises:
        ProofError: it is not installed; says how to.
    """
    try:
        return importlib.import_module("z3")
    except ImportError:
        raise ProofError("a proof needs the solver z3. Install it: pip install z3-solver") from None


class _Opaque:
    """Something that can be handed on, but neither computed with nor looked at."""

    def _refuse(self, *_: object) -> bool:
        raise TypeError("opaque")

    __bool__ = __eq__ = __lt__ = __gt__ = __le__ = __ge__ = _refuse


def _hands_on(computed: Computed, sources: Sequence[str]) -> bool:
    """Whether a computed field is its one source as it stands."""
    if len(sources) != 1:
        return False
    opaque: Any = _Opaque()
    try:
        return computed.work_out(opaque) is opaque
    except (TypeError, AttributeError, ValueError):
        return False


class Space:
    """All cases at once: one case whose answers are unknowns of the solver.

    Args:
        z3: the solver's module. knowledge: the base. name: tells this space's unknowns from those of others.
        causes: ids of the causes whose conclusion matters.
        base, fresh: share the answers with this space, but for these fields.
        part: instead, hold any part of the base's answers.

    Attributes:
        known, has, number: by field, by (field, value), by field: what is answered.
        concluded: by (cause, level).
        laws: what is true of every case.
    """

    def __init__(
        self,
        z3: Any,
        knowledge: KnowledgeBase,
        name: str,
        causes: Iterable[str],
        base: Space | None = None,
        fresh: Iterable[str] = (),
        part: bool = False,
    ) -> None:
        self.z3, self.knowledge, self.name, self.base = z3, knowledge, name, base
        self.known: dict[str, Any] = {}
        self.has: dict[tuple[str, str], Any] = {}
        self.number: dict[str, Any] = {}
        self.concluded: dict[tuple[str, str], Any] = {}
        self.laws: list[Any] = []
        self._atoms: dict[Atom, Any] = {}
        self._rules: dict[str, Any] = {}
        self._findings: dict[str, Any] = {}
        own = set(knowledge.vocabulary.asked) if base is None else set(fresh)
        for key, asked in knowledge.vocabulary.asked.items():
            if base is not None and part:
                self._part_of(base, key, asked)
            elif base is not None and key not in own:
                self._same_as(base, key, asked)
            else:
                self._answer(key, asked)
        for computed in knowledge.vocabulary.computed.values():
            names = {name for sources in computed.sources for name in sources}
            if base is not None and not part and names.isdisjoint(own):
                self._same_as(base, computed.key, computed)
            else:
                self._compute(computed)
        for cause in causes:
            self._conclude(knowledge.cause(cause))

    # Answers.

    def _answer(self, key: str, asked: Field) -> None:
        z3 = self.z3
        known = self.known[key] = z3.Bool(f"{self.name}.{key}")
        if not asked.numeric:
            held = [z3.Bool(f"{self.name}.{key}={value}") for value in asked.values]
            self.has.update({(key, value): one for value, one in zip(asked.values, held, strict=True)})
            if asked.single:
                self.laws += [known == z3.Or(held), z3.AtMost(*held, 1)]
            else:
                self.laws += [z3.Implies(z3.Or(held), known)]
        else:
            number = self.number[key] = z3.Real(f"{self.name}.{key}#")
            least, most = self.knowledge.vocabulary.numbers[key].bounds
            self.laws += [number >= self._exact(least), number <= self._exact(most)]

    def _same_as(self, base: Space, key: str, asked: Field) -> None:
        self.known[key] = base.known[key]
        self.has.update({(key, value): base.has[key, value] for value in asked.values})
        if key in base.number:
            self.number[key] = base.number[key]

    def _part_of(self, base: Space, key: str, asked: Field) -> None:
        self._same_as(base, key, asked)
        known = self.known[key] = self.z3.Bool(f"{self.name}.{key}")
        self.laws.append(self.z3.Implies(known, base.known[key]))
        for value in asked.values:
            self.has[key, value] = self.z3.And(known, base.has[key, value])

    def _compute(self, computed: Computed) -> None:
        z3, key = self.z3, computed.key
        known = self.known[key] = z3.Bool(f"{self.name}.{key}")
        number = self.number[key] = z3.Real(f"{self.name}.{key}#")
        before: list[Any] = []
        for names in computed.sources:
            given = self._all(self.known[name] for name in names)
            if _hands_on(computed, names):
                first = z3.And(given, *(z3.Not(one) for one in before))
                self.laws.append(z3.Implies(first, z3.And(known, number == self.number[names[0]])))
            before.append(given)
        self.laws.append(z3.Implies(known, self._any(before)))
        if self.base is not None:
            self._as_there(self.base, computed)

    def _as_there(self, base: Space, computed: Computed) -> None:
        """What is computed from the same sources is the same."""
        key, names = computed.key, sorted({name for sources in computed.sources for name in sources})
        if all(self.number[name] is base.number[name] for name in names):
            same = self._all(self.known[name] == base.known[name] for name in names)
            alike = self.z3.And(self.known[key] == base.known[key], self.number[key] == base.number[key])
            self.laws.append(self.z3.Implies(same, alike))

    def _exact(self, value: Fraction | int) -> Any:
        return self.z3.Q(Fraction(value).numerator, Fraction(value).denominator)

    def _all(self, formulas: Iterable[Any]) -> Any:
        listed = list(formulas)
        return self.z3.And(listed) if listed else self.z3.BoolVal(True)

    def _any(self, formulas: Iterable[Any]) -> Any:
        listed = list(formulas)
        return self.z3.Or(listed) if listed else self.z3.BoolVal(False)

    # Rules.

    def atom(self, atom: Atom) -> Any:
        """The formula of one condition."""
        if atom not in self._atoms:
            self._atoms[atom] = self._atom(atom)
        return self._atoms[atom]

    def _atom(self, atom: Atom) -> Any:
        test = atom.test
        if atom.kind == "finding":
            return self.finding(atom.key)
        if test.limit is not None:
            compare = COMPARISONS[test.relation][0]
            return self.z3.And(self.known[atom.key], compare(self.number[atom.key], self._exact(test.limit.value)))
        if atom.kind == "conclusion":
            return self._any(self.concluded[atom.key, level] for level in test.values)
        found = self._any(self.has[atom.key, value] for value in test.values)
        return self.z3.And(self.known[atom.key], self.z3.Not(found)) if test.excludes else found

    def fires(self, rule: KnowledgeRule) -> Any:
        """The formula of a rule: all its conditions."""
        if rule.name not in self._rules:
            self._rules[rule.name] = self._all(self.atom(atom) for atom in rule.atoms)
        return self._rules[rule.name]

    def finding(self, name: str) -> Any:
        """The formula of a finding: any rule that concludes it."""
        if name not in self._findings:
            self._findings[name] = None  # until it is worked out
            self._findings[name] = self._any(self.fires(rule) for rule in self.knowledge.finders.get(name, ()))
        if self._findings[name] is None:
            raise KnowledgeError(f"finding {name} waits for itself; such a base cannot be translated")
        return self._findings[name]

    def given(self, given: Given) -> Any:
        """These answers, and what is concluded of causes."""
        return self._all(self._given(key, values) for key, values in given.items())

    def _given(self, key: str, values: tuple[str, ...] | int) -> Any:
        if isinstance(values, int):
            return self.z3.And(self.known[key], self.number[key] >= values)
        return self._any((self.has if "." in key else self.concluded)[key, value] for value in values)

    def reaches(self, urgency: str) -> Any:
        """Some alert of this urgency, or a graver one, fires."""
        rank = self.knowledge.urgencies.rank
        alerts = self.knowledge.of(Alerts)
        return self._any(self.fires(rule) for rule in alerts if rank(rule.urgency) >= rank(urgency))

    def exceeds(self, other: Space) -> Any:
        """This case is more urgent than the other."""
        raised = self.knowledge.urgencies.raised
        return self._any(self.z3.And(self.reaches(u), self.z3.Not(other.reaches(u))) for u in raised)

    # Conclusions.

    def _conclude(self, cause: Cause) -> None:
        levels = [self.z3.Bool(f"{self.name}:{cause.id}:{level}") for level in LEVEL_NAMES[1:]]
        self.concluded.update({(cause.id, level): one for level, one in zip(LEVEL_NAMES[1:], levels, strict=True)})
        self.laws += [self.z3.Implies(above, one) for one, above in zip(levels, levels[1:], strict=False)]

    def lesson(self, lesson: Lesson) -> Any:
        """The formula of what was learnt about a cause."""
        must, must_not = lesson.wanted(self.knowledge)
        given = self._all([*map(self.fires, must), *(self.z3.Not(self.fires(rule)) for rule in must_not)])
        concluded = self.concluded[lesson.cause.id, lesson.level]
        return self.z3.Implies(given, concluded if lesson.reached else self.z3.Not(concluded))

    def monotone(self, other: Space) -> Iterator[Any]:
        """No less is concluded of a cause in the other space, where no less speaks for it there, and no more against.

        Without this, what holds because two cases hardly differ would be learnt lesson by lesson.
        """
        imply = self.z3.Implies
        for cause in dict.fromkeys(name for name, _ in self.concluded):
            rules = self.knowledge.evidence[cause]
            sides = ((self, other, rule) if rule.sign > 0 else (other, self, rule) for rule in rules)
            more = self._all(imply(one.fires(rule), two.fires(rule)) for one, two, rule in sides)
            levels = LEVEL_NAMES[1:]
            yield from (
                imply(self.z3.And(more, self.concluded[cause, at]), other.concluded[cause, at]) for at in levels
            )

    def fired(self, model: Any, cause: Cause) -> Fired:
        """The rules of evidence for or against a cause that fire in a solver's model."""
        return frozenset(rule for rule in self.knowledge.evidence[cause.id] if self.true(model, self.fires(rule)))

    def level(self, model: Any, cause: Cause) -> str:
        """What a solver's model concludes of a cause; ``none`` for nothing."""
        reached = [name for name in LEVEL_NAMES[1:] if self.true(model, self.concluded[cause.id, name])]
        return reached[-1] if reached else LEVEL_NAMES[0]

    # Cases.

    def is_case(self, answers: Answers) -> Iterator[Any]:
        """The answers are exactly these."""
        for key, asked in self.knowledge.vocabulary.asked.items():
            answer = answers.get(key)
            yield self.known[key] == (answer is not None)
            if answer is not None and asked.numeric:
                yield self.number[key] == self._exact(quantity(answer).value)
            elif answer is not None:
                held = tuple(asked.facts(answer))
                yield from (self.has[key, value] == (value in held) for value in asked.values)

    def is_consultation(self, consultation: Consultation) -> Iterator[Any]:
        """The answers are this consultation's, and what was computed and concluded from them as well."""
        yield from self.is_case(consultation.answers)
        for computed in self.knowledge.vocabulary.computed.values():
            result = computed.value(consultation.answers)
            yield self.known[computed.key] == (result is not None)
            if result is not None:
                yield self.number[computed.key] == self._exact(result[0])
        for (cause, level), concluded in self.concluded.items():
            yield concluded == (level in _reached(consultation, cause))

    def case(self, model: Any) -> dict[str, Answer]:
        """The answers of a solver's model, in the vocabulary's order."""
        return {
            key: self._read(model, key, asked)
            for key, asked in self.knowledge.vocabulary.asked.items()
            if self.true(model, self.known[key])
        }

    def _read(self, model: Any, key: str, asked: Field) -> Answer:
        if not asked.numeric:
            held = tuple(value for value in asked.values if self.true(model, self.has[key, value]))
            return held[0] if asked.single else held
        value = model.eval(self.number[key], model_completion=True)
        exact = Fraction(value.numerator_as_long(), value.denominator_as_long())
        return self.knowledge.vocabulary.numbers[key].quantity(exact)

    def true(self, model: Any, formula: Any) -> bool:
        """Whether a formula is true in a model."""
        return bool(self.z3.is_true(model.eval(formula, model_completion=True)))


def _reached(consultation: Consultation, cause: str) -> tuple[str, ...]:
    """The levels that a cause reached."""
    found = consultation.conclusion(cause)
    return levels_up_to(found.level) if found else ()


def _from_answers_alone(consultation: Consultation) -> str:
    """The urgency without the alerts that follow from a cause."""
    fired = (alert for alert in consultation.alerts if not alert.evidence.firing.causes)
    return consultation.knowledge.urgencies.gravest(alert.urgency for alert in fired)


@dataclass(frozen=True)
class _Query:
    """A question to the solver: is there a case that breaks the property?

    Attributes:
        name: of the property. breaks: what such a case meets. case: where it is.
        part: the space of the case that gives the floor; None where `demand` gives it.
        alone: the floor is what follows from answers alone.
    """

    name: str
    breaks: Any
    case: Space
    part: Space | None = None
    demand: Demand | None = None
    alone: bool = False

    @property
    def spaces(self) -> list[Space]:
        """Both, or the one."""
        return [space for space in (self.case, self.part) if space is not None]


class Prover:
    """Proves what must hold of the urgencies of a knowledge base.

    Args:
        knowledge: the base.
        demands: the table of what must bring which urgency at least.
        flags: the red flags, values by field; those of the base unless told.
    """

    def __init__(
        self,
        knowledge: KnowledgeBase,
        demands: Sequence[Demand] = (),
        flags: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self.knowledge = knowledge
        self.demands = tuple(demands)
        self.flags = {flag.field: flag.values for flag in knowledge.red_flags} if flags is None else dict(flags)
        self._z3 = solver_module()
        self._causes = self._waited_for()
        self._consult = Consultant(knowledge).consult
        self._teacher = Teacher(knowledge)
        self._learnt: list[Lesson] = []
        self._case = self._space("case")
        self._replays: Any = None

    def _waited_for(self) -> tuple[str, ...]:
        """The causes that alerts or demands wait for."""
        atoms = (atom for rule in self.knowledge.of(Alerts) for atom in rule.atoms)
        asked = (key for demand in self.demands for way in demand.ways for key in way if "." not in key)
        waited = {*(atom.key for atom in atoms if atom.kind == "conclusion"), *asked}
        return tuple(cause.id for cause in self.knowledge.causes if cause.id in waited)

    def _space(self, name: str, fresh: Iterable[str] = (), part: bool = False) -> Space:
        base = self._case if name != "case" else None
        space = Space(self._z3, self.knowledge, name, self._causes, base, fresh, part)
        for cause in self._causes:
            space.laws += map(space.lesson, self._teacher.at_first(self.knowledge.cause(cause)))
        return space

    def verdicts(self) -> Iterator[Verdict]:
        """All properties, one after the other."""
        yield from self.demanded()
        yield from self.raised()
        yield from self.unlowered()

    # The properties.

    def demanded(self) -> Iterator[Verdict]:
        """1: each demand is met, whatever else is said."""
        solver = self._solver(self._case)
        for demand in self.demands:
            asked = self._z3.Or([self._case.given(way) for way in demand.ways])
            breaks = self._z3.And(asked, self._z3.Not(self._case.reaches(demand.least)))
            yield self._prove(solver, _Query(f"1 {demand.name}", breaks, self._case, demand=demand))

    def raised(self) -> Iterator[Verdict]:
        """2: adding a red flag never lowers the urgency. Two cases that differ in one field."""
        after = self._space("after", fresh=self.flags)
        solver = self._solver(self._case, after)
        lowered = self._case.exceeds(after)
        for flag in self.flags:
            breaks = self._z3.And(lowered, *self._adds(after, flag))
            yield self._prove(solver, _Query(f"2 {flag}", breaks, after, self._case))

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
        part = self._space("part", part=True)
        solver = self._solver(self._case, part)
        lowered = part.exceeds(self._case)
        raised = {flag: self._case.given({flag: values}) for flag, values in self.flags.items()}
        asked = {flag: self._case.known[flag] for flag in self.flags}
        for name, kept in (("raised flags", raised), ("all answers about flags", asked)):
            held = (part.known[key] == kept.get(key, False) for key in self.knowledge.vocabulary.asked)
            yield self._prove(solver, _Query(f"3 {name}", self._z3.And(lowered, *held), self._case, part))
        alone = (self._z3.Not(concluded) for concluded in part.concluded.values())
        yield self._prove(solver, _Query("3 any part", self._z3.And(lowered, *alone), self._case, part, alone=True))

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
            solver.add(*(space.lesson(lesson) for lesson in self._learnt for space in query.spaces))
            solver.add(*(law for one, two in permutations(query.spaces, 2) for law in one.monotone(two)))
            if self._weighed(solver, query.spaces) is None:
                return Verdict(query.name, "weighed", None)
            return self._refute(solver, query)
        finally:
            solver.pop()

    def _refute(self, solver: Any, query: _Query) -> Verdict:
        """Find a case that the engine confirms; what it refutes cannot happen and is set aside."""
        for _ in range(_TRIES):
            found = self._replay(query, self._small(solver, query))
            if found.confirmed:
                break
            exactly = list(query.case.is_case(found.case))
            if query.part is not None:
                exactly += query.part.is_case(found.part or {})
            solver.add(self._z3.Not(self._z3.And(exactly)))
            if self._weighed(solver, query.spaces) is None:
                return Verdict(query.name, "replayed", None)
        return Verdict(query.name, "weighed", found)

    def _sat(self, solver: Any, *assumed: Any) -> bool:
        answer = solver.check(*assumed)
        if answer == self._z3.unknown:
            raise ProofError(f"the solver gave up: {solver.reason_unknown()}")
        return bool(answer == self._z3.sat)

    def _weighed(self, solver: Any, spaces: Sequence[Space], *assumed: Any) -> Any:
        """A model where every cause is concluded as its evidence weighs; None where there is none.

        It ends, since each lesson rules out the model that it was learnt from and sets of rules are finite; and before
        it would take too long.
        """
        for _ in range(_LESSONS):
            if not self._sat(solver, *assumed):
                return None
            model = solver.model()
            lessons = [lesson for space in spaces for lesson in self._lessons(space, model)]
            if not lessons:
                return model
            self._learnt += lessons
            solver.add(*(space.lesson(lesson) for lesson in lessons for space in spaces))
        raise ProofError(f"no end after {_LESSONS} cases that were concluded otherwise than their evidence weighs")

    def _lessons(self, space: Space, model: Any) -> Iterator[Lesson]:
        for cause in map(self.knowledge.cause, self._causes):
            lesson = self._teacher.on(cause, space.fired(model, cause), space.level(model, cause))
            if lesson is not None:
                yield lesson

    def _small(self, solver: Any, query: _Query) -> Any:
        """A model with as few answers as can be had by leaving out one after the other."""
        model = self._weighed(solver, query.spaces)
        given = [one for space in query.spaces for one in space.known.values()]
        listed = list(query.case.has.values())
        dropped = [self._z3.Not(one) for one in given if not query.case.true(model, one)]
        for named in (given, listed):
            todo = [[one for one in named if query.case.true(model, one)]]
            while todo:
                chunk = todo.pop()
                without = [*dropped, *(self._z3.Not(one) for one in chunk)]
                smaller = self._weighed(solver, query.spaces, *without)
                if smaller is not None:
                    model, dropped = smaller, without
                elif len(chunk) > 1:
                    todo += [chunk[: len(chunk) // 2], chunk[len(chunk) // 2 :]]
        return model

    def _replay(self, query: _Query, model: Any) -> Counterexample:
        """The model's case, run through the real engine."""
        real = self._consult(query.case.case(model))
        if query.demand is not None:
            part, floor = None, query.demand.least
            asked = any(_holds(way, real) for way in query.demand.ways)
        else:
            assert query.part is not None, query.name
            other = self._consult(query.part.case(model))
            part, asked = other.answers, True
            floor = _from_answers_alone(other) if query.alone else other.urgency
        confirmed = asked and self.knowledge.urgencies.graver(floor, real.urgency)
        return Counterexample(real.answers, real.urgency, floor, part, confirmed, self.knowledge.vocabulary.fields)

    # The translation itself.

    def urgency(self, consultation: Consultation) -> str:
        """The urgency of a real consultation's answers in the translation, with what was concluded taken from it.

        Raises:
            ProofError: the case has no place in the space, so that nothing is proved of it.
        """
        if self._replays is None:
            self._replays = self._solver(self._case)
        self._replays.push()
        self._replays.add(*self._case.is_consultation(consultation))
        model = self._weighed(self._replays, [self._case])
        self._replays.pop()
        if model is None:
            raise ProofError(f"the translation leaves out a case that there is: {dict(consultation.answers)}")
        ladder = self.knowledge.urgencies
        return ladder.gravest(name for name in ladder.raised if self._case.true(model, self._case.reaches(name)))


def _holds(given: Given, consultation: Consultation) -> bool:
    """Whether a case has these answers, and reached these conclusions."""
    for key, values in given.items():
        answer = consultation.answers.get(key, ()) if "." in key else _reached(consultation, key)
        if isinstance(values, int):
            met = isinstance(answer, Quantity) and answer.value >= values
        else:
            met = not {answer, *answer}.isdisjoint(values)
        if not met:
            return False
    return True
