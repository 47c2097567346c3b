"""All possible cases at once, unknowns included, as formulas of the SMT solver z3.

The conditions of rules are data, so they can be handed to a solver. A case becomes a `Space`: for each field whether it
is known (unknown is a third value, never a "no") and which value it has. In it each rule is a formula, a finding the
disjunction of the rules that conclude it, the urgency the gravest of the alerts that fire.

Three times the space is wider than what can happen. What is proved for it holds for the real cases as well:

* What is concluded of a cause is free where a rule waits for it, apart in each of two spaces, but for this: no cause is
  concluded without evidence for it (of a specific one, without a presentation). `expert.examining.proof` tells when it
  is not left at that.
* A computed number is any number, known only if its sources are, unless it is its one source as it stands; in two
  spaces it is the same where the sources are.
* Answers that contradict each other, which no case file may hold, are in the space too.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cached_property
from typing import Any

from expert.certainty import LEVEL_NAMES
from expert.conditions import COMPARISONS, Atom
from expert.consultation import Consultation
from expert.errors import KnowledgeError
from expert.examining.lessons import Fired, Lesson
from expert.examining.properties import AtMost, Given, ProofError, reached
from expert.fields import Answer, Answers, Computed, Field, quantity
from expert.knowledge import KnowledgeBase
from expert.rules import Alerts, Cause, KnowledgeRule


def solver_module() -> Any:
    """The z3 module.

    Raises:
        ProofError: it is not installed; says how to.
    """
    try:
        return importlib.import_module("z3")
    except ImportError:
        raise ProofError(
            "a proof needs the solver z3. Install it: pip install z3-solver, which is the extra [check]"
        ) from None


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
        self.causes = tuple(causes)
        self.known: dict[str, Any] = {}
        self.has: dict[tuple[str, str], Any] = {}
        self.number: dict[str, Any] = {}
        self.concluded: dict[tuple[str, str], Any] = {}
        self.laws: list[Any] = []
        self._atoms: dict[Atom, Any] = {}
        self._rules: dict[str, Any] = {}
        self._findings: dict[str, Any] = {}
        self._sums: dict[tuple[str, str], Any] = {}
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
        for cause in self.causes:
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
            given = self.all(self.known[name] for name in names)
            if _hands_on(computed, names):
                first = z3.And(given, *(z3.Not(one) for one in before))
                self.laws.append(z3.Implies(first, z3.And(known, number == self.number[names[0]])))
            before.append(given)
        self.laws.append(z3.Implies(known, self.any(before)))
        if self.base is not None:
            self._as_there(self.base, computed)

    def _as_there(self, base: Space, computed: Computed) -> None:
        """What is computed from the same sources is the same."""
        key, names = computed.key, sorted({name for sources in computed.sources for name in sources})
        if all(self.number[name] is base.number[name] for name in names):
            same = self.all(self.known[name] == base.known[name] for name in names)
            alike = self.z3.And(self.known[key] == base.known[key], self.number[key] == base.number[key])
            self.laws.append(self.z3.Implies(same, alike))

    def _exact(self, value: Fraction | int) -> Any:
        return self.z3.Q(Fraction(value).numerator, Fraction(value).denominator)

    def all(self, formulas: Iterable[Any]) -> Any:
        """The formula: each of these is true."""
        return self._joined(self.z3.Z3_mk_and, list(formulas), True)

    def any(self, formulas: Iterable[Any]) -> Any:
        """The formula: one of these is true."""
        return self._joined(self.z3.Z3_mk_or, list(formulas), False)

    def _joined(self, join: Any, formulas: list[Any], empty: bool) -> Any:
        """z3's And and Or without their look at the sort of each part, which took more time than the solver itself."""
        if not formulas:
            return self.z3.BoolVal(empty)
        context = formulas[0].ctx
        parts = (self.z3.Ast * len(formulas))(*(one.as_ast() for one in formulas))
        return self.z3.BoolRef(join(context.ref(), len(formulas), parts), context)

    def no(self, formula: Any) -> Any:
        """z3's Not, without its look at the sort of what is denied."""
        return self.z3.BoolRef(self.z3.Z3_mk_not(formula.ctx.ref(), formula.as_ast()), formula.ctx)

    def _once(self, what: str, name: str, alerts: Callable[[], Iterable[KnowledgeRule]]) -> Any:
        """The formula: one of these alerts fires. There are hundreds, and they are asked for again and again."""
        if (what, name) not in self._sums:
            self._sums[what, name] = self.any(map(self.fires, alerts()))
        return self._sums[what, name]

    @property
    def answered(self) -> Iterator[Any]:
        """All that can be left out of a case: the answers, and each value of a list."""
        for key, asked in self.knowledge.vocabulary.asked.items():
            yield self.known[key]
            if asked.several:
                yield from (one for value in asked.values if self.z3.is_const(one := self.has[key, value]))

    @cached_property
    def left_out(self) -> dict[int, Any]:
        """The formulas that each of this is left out, by their number in the solver; asked for again and again."""
        return {left.get_id(): left for left in map(self.no, self.answered)}

    # Rules.

    def meets(self, atoms: Iterable[Atom]) -> Any:
        """The formula of several conditions together."""
        return self.all(map(self.atom, atoms))

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
            return self.any(self.concluded[atom.key, level] for level in test.values)
        found = self.any(self.has[atom.key, value] for value in test.values)
        return self.z3.And(self.known[atom.key], self.z3.Not(found)) if test.excludes else found

    def fires(self, rule: KnowledgeRule) -> Any:
        """The formula of a rule: all its conditions."""
        if rule.name not in self._rules:
            self._rules[rule.name] = self.meets(rule.atoms)
        return self._rules[rule.name]

    def finding(self, name: str) -> Any:
        """The formula of a finding: any rule that concludes it."""
        if name not in self._findings:
            self._findings[name] = None  # until it is worked out
            self._findings[name] = self.any(self.fires(rule) for rule in self.knowledge.finders.get(name, ()))
        if self._findings[name] is None:
            raise KnowledgeError(f"finding {name} waits for itself; such a base cannot be translated")
        return self._findings[name]

    def given(self, given: Given) -> Any:
        """These answers, and what is concluded of causes."""
        return self.all(self._given(key, values) for key, values in given.items())

    def _given(self, key: str, values: tuple[str, ...] | int | AtMost) -> Any:
        if isinstance(values, AtMost):
            return self.z3.And(self.known[key], self.number[key] <= values.limit)
        if isinstance(values, int):
            return self.z3.And(self.known[key], self.number[key] >= values)
        return self.any((self.has if "." in key else self.concluded)[key, value] for value in values)

    def reaches(self, urgency: str) -> Any:
        """Some alert of this urgency, or a graver one, fires."""
        rank, alerts = self.knowledge.urgencies.rank, self.knowledge.of(Alerts)
        return self._once("reaches", urgency, lambda: (r for r in alerts if rank(r.urgency) >= rank(urgency)))

    def alerted(self, urgency: str) -> Any:
        """Some alert of just this urgency fires."""
        alerts = self.knowledge.of(Alerts)
        return self._once("alerted", urgency, lambda: (rule for rule in alerts if rule.urgency == urgency))

    def due(self, within: str) -> Any:
        """Some alert with this deadline, or a sooner one, fires."""
        deadlines = self.knowledge.deadlines
        if deadlines is None:
            raise ProofError(f"within {within}: this base has no deadlines")
        set_by = [(rule, self.knowledge.within(rule)) for rule in self.knowledge.of(Alerts)]
        least = deadlines.rank(within)
        return self._once("due", within, lambda: (rule for rule, due in set_by if due and deadlines.rank(due) >= least))

    def exceeds(self, other: Space) -> Any:
        """This case is more urgent than the other."""
        raised = self.knowledge.urgencies.raised
        return self.any(self.z3.And(self.reaches(u), self.z3.Not(other.reaches(u))) for u in raised)

    # Conclusions.

    def _conclude(self, cause: Cause) -> None:
        levels = [self.z3.Bool(f"{self.name}:{cause.id}:{level}") for level in LEVEL_NAMES[1:]]
        self.concluded.update({(cause.id, level): one for level, one in zip(LEVEL_NAMES[1:], levels, strict=True)})
        self.laws += [self.z3.Implies(above, one) for one, above in zip(levels, levels[1:], strict=False)]

    def lesson(self, lesson: Lesson) -> Any:
        """The formula of what was learnt about a cause."""
        must, must_not = lesson.wanted(self.knowledge)
        given = self.all([*map(self.fires, must), *(self.z3.Not(self.fires(rule)) for rule in must_not)])
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
            more = self.all(imply(one.fires(rule), two.fires(rule)) for one, two, rule in sides)
            levels = LEVEL_NAMES[1:]
            yield from (
                imply(self.z3.And(more, self.concluded[cause, at]), other.concluded[cause, at]) for at in levels
            )

    def fired(self, model: Any, cause: Cause) -> Fired:
        """The rules of evidence for or against a cause that fire in a solver's model."""
        return frozenset(rule for rule in self.knowledge.evidence[cause.id] if self.true(model, self.fires(rule)))

    def level(self, model: Any, cause: Cause) -> str:
        """What a solver's model concludes of a cause; ``none`` for nothing."""
        found = [name for name in LEVEL_NAMES[1:] if self.true(model, self.concluded[cause.id, name])]
        return found[-1] if found else LEVEL_NAMES[0]

    # Cases.

    def is_case(self, answers: Answers) -> Iterator[Any]:
        """The answers are exactly these."""
        for key, asked in self.knowledge.vocabulary.asked.items():
            answer = answers.get(key)
            yield self._literal(self.known[key], answer is not None)
            if answer is not None and asked.numeric:
                yield self.number[key] == self._exact(quantity(answer).value)
            elif answer is not None:
                held = tuple(asked.facts(answer))
                yield from (self._literal(self.has[key, value], value in held) for value in asked.values)

    def is_consultation(self, consultation: Consultation) -> Iterator[Any]:
        """The answers are this consultation's, and what was computed and concluded from them as well."""
        yield from self.is_case(consultation.answers)
        for computed in self.knowledge.vocabulary.computed.values():
            result = computed.value(consultation.answers)
            yield self._literal(self.known[computed.key], result is not None)
            if result is not None:
                yield self.number[computed.key] == self._exact(result[0])
        for (cause, level), concluded in self.concluded.items():
            yield self._literal(concluded, level in reached(consultation, cause))

    def _literal(self, formula: Any, holds: bool) -> Any:
        return formula if holds else self.no(formula)

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
        """Whether a formula is true in a model: z3's `eval`, without an object for what it gives."""
        z3, context, value = self.z3, model.ctx.ref(), (self.z3.Ast * 1)()
        z3.Z3_model_eval(context, model.model, formula.as_ast(), True, value)
        return bool(z3.Z3_get_bool_value(context, value[0]) == z3.Z3_L_TRUE)
