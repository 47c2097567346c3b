"""Does the library notice when a rule is wrong? Each mutant is caught by a case, shown to be none, or survives.

* *Caught*: some case is told something else (a cause, its level, their order, urgency, deadline, alerts, advice,
  guidance, what is withheld); or a case that was written for the rule (its id begins with the rule's name) fires it
  where it did not, or no longer.
* *Equivalent*: no case at all is told anything else, as the solver shows (see `expert.examining.rule_proofs`).
* *Survived*: neither. Where a case can be made that would catch it, it stands there, as small as it can be, with what
  the base now tells as its `expect`.

The score is what was caught of all that are not equivalent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, count, cycle, islice

from expert.cases.case import Case
from expert.cases.yaml_cases import group_lines
from expert.examining.climbing import Climber
from expert.examining.mutants import OPERATORS, Mutant, Mutator
from expert.examining.properties import ProofError
from expert.examining.rule_proofs import RuleProver
from expert.examining.sheet import Sheet, Told, numbers
from expert.examining.ways import Ways, one_of_each
from expert.fields import Answers, changed
from expert.knowledge import KnowledgeBase
from expert.rules import KnowledgeRule

CAUGHT, EQUIVALENT, SURVIVED = "caught", "equivalent", "survived"

#: So many cases are made to catch the mutants of one rule, so many at a time.
_MOST_MADE, _AT_ONCE = 4_000, 250


@dataclass(frozen=True)
class Judged:
    """What became of a mutant, as plain data.

    Attributes:
        rule: the rule's name; operator, said: the fault.
        verdict: `CAUGHT`, `EQUIVALENT` or `SURVIVED`.
        by: the case that caught it. own: whether that was written for the rule, and fires it otherwise.
        case: of a survivor, a case that would catch it, as YAML to paste: its `expect` is what the base tells now,
            which a person must judge first. Empty where none was found.
        differs: what that case would be told otherwise.
    """

    rule: str
    operator: str
    said: str
    verdict: str
    by: str = ""
    own: bool = False
    case: str = ""
    differs: str = ""


@dataclass(frozen=True)
class Score:
    """How many mutants were caught.

    Attributes:
        caught, equivalent, survived: how many of all.
    """

    caught: int
    equivalent: int
    survived: int

    @property
    def of(self) -> int:
        """How many could have been caught."""
        return self.caught + self.survived

    @property
    def share(self) -> float:
        """The score, 0 to 1; 1 where there was nothing to catch."""
        return self.caught / self.of if self.of else 1.0


def score(judged: Iterable[Judged]) -> Score:
    """The score of these."""
    counts = Counter(one.verdict for one in judged)
    return Score(counts[CAUGHT], counts[EQUIVALENT], counts[SURVIVED])


def by_operator(judged: Sequence[Judged]) -> Mapping[str, Score]:
    """The scores of the operators, of those that made any."""
    parts = ((name, [one for one in judged if one.operator == name]) for name in OPERATORS)
    return {name: score(part) for name, part in parts if part}


class Mutation:
    """Judges the mutants of a base's rules by cases.

    Args:
        knowledge: the base. cases: what is to catch them.

    Attributes:
        proves: why nothing is shown to be equivalent; empty where the solver is there.
    """

    def __init__(self, knowledge: KnowledgeBase, cases: Sequence[Case]) -> None:
        self.knowledge = knowledge
        self._cases = list(cases)
        self._mutator = Mutator(knowledge)
        self._sheet = Sheet(knowledge, [case.answers for case in cases])
        self._names = {case.id for case in cases}
        self._own: dict[str, int] = {}
        for place, case in enumerate(cases):
            rule = case.id.partition(" ")[0]
            self._own[rule] = self._own.get(rule, 0) | 1 << place
        self.unproved = ""
        self._prover: RuleProver | None = None
        try:
            self._prover = RuleProver(knowledge)
        except ProofError as error:
            self.unproved = str(error)

    @cached_property
    def _ways(self) -> Ways:
        return Ways(self.knowledge, self._sheet.cases)

    def judged(self, rule: KnowledgeRule, operators: Sequence[str] = OPERATORS) -> list[Judged]:
        """What becomes of the mutants of a rule."""
        found: list[Judged] = []
        left: list[Mutant] = []
        for mutant in self._mutator.mutants(rule):
            if mutant.operator not in operators:
                continue
            caught = self._caught(mutant)
            if caught is not None:
                found.append(caught)
            elif self._equivalent(mutant):
                found.append(self._as(mutant, EQUIVALENT))
            else:
                left.append(mutant)
        return [*found, *(self._survived(*one) for one in self.witnesses(rule, left))]

    def _as(self, mutant: Mutant, verdict: str, by: str = "", own: bool = False) -> Judged:
        return Judged(mutant.rule.name, mutant.operator, mutant.said, verdict, by, own)

    # By cases.

    def _caught(self, mutant: Mutant) -> Judged | None:
        own = self._own.get(mutant.rule.name, 0)
        turned = (self._sheet.firing(mutant.variant) ^ self._sheet.fires[mutant.variant.place]) & own
        for case in numbers(turned):
            return self._as(mutant, CAUGHT, self._cases[case].id, own=True)
        for among in (own, ~own):
            for case, _ in self._sheet.apart(mutant.variant, among):
                return self._as(mutant, CAUGHT, self._cases[case].id)
        return None

    # By proof.

    def _equivalent(self, mutant: Mutant) -> bool:
        """Whether no case at all is told anything else."""
        if self._prover is None:
            return False
        rule, variant = mutant.rule, mutant.variant
        if rule.finding and variant.pieces:  # evidence weighs otherwise, which the proof does not look at
            return False
        if variant.rule is None:
            return self._prover.changes_nothing(rule)
        return self._prover.same(rule, variant.rule, variant.literals)

    # By cases that are made.

    def witnesses(self, rule: KnowledgeRule, mutants: Sequence[Mutant]) -> Iterator[tuple[Mutant, Answers | None]]:
        """For each mutant of a rule a small case that would catch it, or None where none was found."""
        left = list(mutants)
        made = self._made(rule, left) if left else iter(())
        sheets: list[Sheet] = []
        for _ in range(_MOST_MADE // _AT_ONCE):
            cases = list(islice(made, _AT_ONCE))
            if not cases or not left:
                break
            sheet = Sheet(self.knowledge, cases)
            sheets.append(sheet)
            for mutant in list(left):
                case = next(sheet.apart(mutant.variant), None)
                if case is not None:
                    left.remove(mutant)
                    yield mutant, self._smallest(mutant, sheet.cases[case[0]])
        for mutant in left:
            found = self._climber.shown(mutant.variant, [self._sheet, *sheets])
            yield mutant, found and self._smallest(mutant, found)

    @cached_property
    def _climber(self) -> Climber:
        return Climber(self.knowledge, self._ways)

    def _made(self, rule: KnowledgeRule, mutants: Sequence[Mutant]) -> Iterator[Answers]:
        """Cases that fire the rule, or one of its mutants, beside what could bring that to light."""
        ways = self._ways.rule(rule)[:6]
        for mutant in mutants:
            ways += [way for way in self._ways.meeting(mutant.variant.literals)[:4] if way not in ways]
        told: set[object] = set()
        causes = [one.cause for one in (rule, *(m.variant.rule for m in mutants)) if one is not None and one.cause]
        settings = [self._ways.settings(rule)]
        settings += [self._ways.weighing(cause.id) for cause in dict.fromkeys(causes) if cause is not rule.cause]
        names = list(dict.fromkeys([*(cause.id for cause in causes), *self._ways.causes(rule)]))
        names = names or list(self.knowledge.evidence)
        first = islice(one_of_each(settings), _MOST_MADE // (2 * max(1, len(ways))))
        mixed = islice(self._ways.mixed(names, rule.name), _MOST_MADE)
        beside = (self._ways.together(two, over=True) or {} for two in zip(mixed, cycle(settings[0] or [{}])))
        for several in chain(first, beside):
            for way in ways:
                case = self._ways.together((several, way), over=True)
                key = case and frozenset(case.items())
                if case and key not in told and self.knowledge.contradiction(case) is None:
                    told.add(key)
                    yield case

    def _smallest(self, mutant: Mutant, answers: Answers) -> Answers:
        """The case with whatever can be left out left out, one after the other."""
        while True:
            smaller = [one for one in self._smaller(answers) if self.knowledge.contradiction(one) is None]
            found = next(Sheet(self.knowledge, smaller).apart(mutant.variant), None) if smaller else None
            if found is None:
                return answers
            answers = smaller[found[0]]

    def _smaller(self, answers: Answers) -> Iterator[Answers]:
        for key, answer in answers.items():
            yield changed(answers, {key: None})
            if self.knowledge.vocabulary.asked[key].several and isinstance(answer, tuple) and len(answer) > 1:
                words = [str(word) for word in answer]
                yield from (changed(answers, {key: tuple(w for w in words if w != word)}) for word in words)

    def _survived(self, mutant: Mutant, witness: Answers | None) -> Judged:
        if witness is None:
            return self._as(mutant, SURVIVED)
        sheet = Sheet(self.knowledge, [witness])
        ((_, after),) = sheet.apart(mutant.variant)
        before = sheet.told(0)
        note = f"noticed: {mutant.operator} ({mutant.said})"
        lines = [f"id: {self._free(mutant.rule.name)}", f"note: {_quoted(note)}"]
        lines += group_lines(witness, self.knowledge.vocabulary)
        expect = self.expected(before, after, sheet, 0)
        if expect:
            lines.append(f"expect: {{{expect}}}")
        return Judged(mutant.rule.name, mutant.operator, mutant.said, SURVIVED,
                      case="\n".join(lines) + "\n", differs=before.differs(after))  # fmt: skip

    def _free(self, rule: str) -> str:
        """A name for a case at a rule's border that no case has yet; by its first word the case is the rule's own."""
        name = next(name for number in count(1) if (name := f"{rule} border {number}") not in self._names)
        self._names.add(name)
        return name

    def expected(self, before: Told, after: Told, sheet: Sheet, case: int) -> str:
        """What a case can say it expects, such that the base holds it and the mutant does not; empty where nothing."""
        now, then = dict(before.causes), dict(after.causes)
        for name in [cause.id for cause in self.knowledge.causes]:
            if now.get(name) != then.get(name):
                level = now.get(name, "none")
                return f"at_least: {{{name}: {level}}}, at_most: {{{name}: {level}}}".replace(
                    f"at_least: {{{name}: none}}, ", ""
                )
        if before.causes[:1] != after.causes[:1]:
            return f"top: {before.causes[0][0]}"
        if before.urgency != after.urgency:
            return f"urgency: {before.urgency}"
        return ""


def _quoted(text: str) -> str:
    """A text as YAML takes it on one line."""
    return "'" + text.replace("'", "''") + "'"
