"""What is wrong with rules that no reading of a single one shows: what they can never do, and what nothing brings up.

Three steps, the cheap ones first. Cases are looked at: those of the base's library, and for each rule some that were
made to fire it. What they show is so, and needs no more. Of what is left the solver says whether it is impossible in
every case (see `expert.examining.rule_proofs`); only then it is told. Where neither is shown, it is counted as
undecided, and nothing is said of it.

Without the solver only what cases and single conditions show is looked for, and what was left out is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations, islice

from expert.cases.yaml_cases import in_a_line
from expert.conditions import Atom, Interpretation, normal
from expert.examining.climbing import Climber
from expert.examining.edits import Editor
from expert.examining.mutants import Mutator
from expert.examining.properties import ProofError
from expert.examining.rule_proofs import RuleProver
from expert.examining.sheet import Literal, Sheet, Variant, numbers
from expert.examining.ways import Ways, one_of_each
from expert.fields import Answers, in_words
from expert.knowledge import KnowledgeBase
from expert.outlook import Outlook
from expert.problems import FAULT, REMARK, Problem
from expert.redundancy import alike, makes_needless_by, redundant
from expert.rules import KnowledgeRule, Opposes, Remark
from expert.wording import english

#: The kinds of problem that are looked for here and nowhere else.
KINDS = frozenset(("unfirable", "idle", "opposed", "implied", "dominated", "unreached", "unasked", "untold", "untried"))
_BY_THE_SOLVER = frozenset(("unfirable", "idle", "implied", "dominated", "untold"))

#: So many made cases of each rule are looked at beside those of the library.
_MADE = 3
#: So many cases are made to show that one rule changes something, and for all rules together.
_MOST_MADE, _BUDGET = 400, 6_000


@dataclass
class Verified:
    """What was found.

    Attributes:
        problems: faults and remarks. left_out: what could not be looked for, each with the reason.
        undecided: the rules of which it is neither shown that they change something nor that they do not.
        looked_for: the kinds of problem that were.
    """

    problems: list[Problem] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    undecided: list[str] = field(default_factory=list)
    looked_for: frozenset[str] = KINDS


def verify(knowledge: KnowledgeBase, library: Sequence[Answers] | None = None) -> Verified:
    """Look for what rules can never do.

    Args:
        library: the answers of the base's cases; None where it has no library.
    """
    return _Verifier(knowledge, library).verified()


class _Verifier:
    def __init__(self, knowledge: KnowledgeBase, library: Sequence[Answers] | None) -> None:
        self.knowledge = knowledge
        self._library = library
        self._ways = Ways(knowledge, library or ())
        self._found = Verified()
        self._prover: RuleProver | None = None
        self._budget = _BUDGET
        try:
            self._prover = RuleProver(knowledge)
        except ProofError as error:
            self._found.looked_for -= _BY_THE_SOLVER
            self._found.left_out.append(
                "rules that no case fires, that imply others, or that change nothing; advice that no case can bring: "
                f"{error}"
            )

    def verified(self) -> Verified:
        for looks in (self._unfirable, self._idle, self._opposed, self._implied, self._idle_rules,
                      self._unreached, self._unasked, self._untold, self._untried):  # fmt: skip
            self._found.problems += looks()
        return self._found

    # The cases.

    @cached_property
    def _sheet(self) -> Sheet:
        """The library's cases, and some that were made for each rule that they do not fire."""
        written = Sheet(self.knowledge, self._library or ())
        idle = [rule for rule, bits in zip(self.knowledge.rules, written.fires, strict=True) if not bits]
        made = [way for rule in idle for way in self._ways.rule(rule)[:_MADE]]
        return Sheet(self.knowledge, [*written.cases, *made]) if made else written

    def _case(self, answers: Answers | None) -> str:
        return "" if answers is None else in_a_line(answers, self.knowledge.vocabulary)

    def _firing(self, rule: KnowledgeRule) -> Answers | None:
        """The shortest of the cases that fire a rule."""
        fired = numbers(self._fires(rule))
        return min((self._sheet.cases[case] for case in fired), key=len, default=None)

    def _fires(self, rule: KnowledgeRule) -> int:
        return self._sheet.fires[self.knowledge.position[rule.name]]

    def _problem(
        self, kind: str, rule: KnowledgeRule, text: str, severity: str = REMARK, case: Answers | None = None
    ) -> Problem:
        return Problem(kind, rule.name, text, str(rule.written), severity, self._case(case))

    @cached_property
    def _dead(self) -> frozenset[str]:
        """The rules that no case was found for."""
        return frozenset(rule.name for rule in self.knowledge.rules if not self._fires(rule))

    @cached_property
    def _alive(self) -> list[KnowledgeRule]:
        return [rule for rule in self.knowledge.rules if rule.name not in self._dead]

    # Rules that never fire, and conditions that say nothing.

    def _unfirable(self) -> Iterator[Problem]:
        for rule in self.knowledge.rules:
            if rule.name not in self._dead:
                continue
            if self._prover is None or not self._prover.never_fires(rule):
                self._found.undecided.append(rule.name)
            else:
                yield self._problem("unfirable", rule, f"can never fire: {self._clash(rule)}", FAULT)

    def _clash(self, rule: KnowledgeRule) -> str:
        """The fewest of its conditions that never hold together."""
        assert self._prover is not None
        for size in range(1, len(rule.atoms) + 1):
            for some in combinations(rule.atoms, size):
                if self._prover.implies(map(Literal, some), [Literal(some[0], denied=True), Literal(some[0])]):
                    said = in_words([f"({english.condition(self.knowledge, atom)})" for atom in some])
                    return f"{said} never hold{'s' if size == 1 else ' together'}"
        return "its conditions never hold together"

    def _idle(self) -> Iterator[Problem]:
        """Conditions that hold wherever the rule's others do."""
        if self._prover is None:
            return
        for rule in self._alive:
            for place, atom in enumerate(rule.atoms):
                rest = [Literal(one) for number, one in enumerate(rule.atoms) if number != place]
                if not rest:
                    continue
                if not self._sheet.meeting(rest) & ~self._sheet.atom(atom) and self._prover.implies(
                    rest, [Literal(atom)]
                ):
                    said = english.condition(self.knowledge, atom)
                    text = f"has a condition that always holds where its others do: {said}"
                    yield self._problem("idle", rule, text, case=self._firing(rule))

    # Rules beside rules.

    def _opposed(self) -> Iterator[Problem]:
        for rules in self.knowledge.evidence.values():
            opposing: dict[int, list[KnowledgeRule]] = {}
            for rule in rules:
                if isinstance(rule, Opposes) and rule.name not in self._dead:
                    opposing.setdefault(self._fires(rule), []).append(rule)
            for rule in rules:
                if rule.against or rule.name in self._dead:
                    continue
                for other in opposing.get(self._fires(rule), ()):
                    if self._same(rule, other):
                        text = f"speaks for it on the very conditions on which {other.name} ({other.written}) does "
                        text += "against it: one of them must say when it holds"
                        yield self._problem("opposed", rule, text, FAULT, self._firing(rule))

    def _same(self, rule: KnowledgeRule, other: KnowledgeRule) -> bool:
        if set(map(normal, rule.atoms)) == set(map(normal, other.atoms)):
            return True
        return self._implies(rule, other) and self._implies(other, rule)

    def _implies(self, rule: KnowledgeRule, other: KnowledgeRule) -> bool:
        if self._fires(rule) & ~self._fires(other) or self._prover is None:
            return False
        return self._prover.implies(map(Literal, rule.atoms), map(Literal, other.atoms))

    @cached_property
    def _needless(self) -> dict[str, KnowledgeRule]:
        """The rules that add nothing to another that concludes the same, with that one."""
        found = {}
        for rules in alike(self.knowledge).values():
            for rule in rules:
                others = [other for other in rules if other is not rule and other.name not in self._dead]
                wider = next((o for o in others if makes_needless_by(self.knowledge, self._implies, o, rule)), None)
                if wider is not None and rule.name not in self._dead:
                    found[rule.name] = wider
        return found

    def _implied(self) -> Iterator[Problem]:
        """What `expert.redundancy` does not see, since it only reads the conditions."""
        read = {one.about for one in redundant(self.knowledge)}
        for name, wider in self._needless.items():
            if name in read:
                continue
            rule = self.knowledge.rule(name)
            what = "has the conditions of" if rule.sign else "adds nothing to"
            why = "so the same answers speak twice" if rule.sign else "which concludes the same whenever it fires"
            text = f"{what} {wider.name} ({wider.written}), {why}"
            yield self._problem("implied", rule, text, case=self._firing(rule))

    def _idle_rules(self) -> list[Problem]:
        """Rules for want of which no case is told anything else, all of them together, where they are evidence.

        Of two that say the same of the same answers one is told, the later; so the last rules are looked at first.
        """
        found: list[Problem] = []
        gone: list[KnowledgeRule] = []
        for place, rule in reversed(list(enumerate(self.knowledge.rules))) if self._prover is not None else ():
            if rule.name in self._dead or rule.name in self._needless:
                continue
            if next(self._sheet.apart(Variant(place, None, ())), None) is not None:
                continue
            assert self._prover is not None
            if self._prover.changes_nothing(rule, gone):
                text = f"changes nothing in any case: {self._why_nothing(rule, gone)}"
                found.append(self._problem("dominated", rule, text, case=self._firing(rule)))
                gone += [rule] if rule.sign else []
            elif not self._prover.changes_nothing(rule) and not self._shown_made(rule):
                self._found.undecided.append(rule.name)
        return found[::-1]

    def _why_nothing(self, rule: KnowledgeRule, gone: Sequence[KnowledgeRule]) -> str:
        """Why a rule changes nothing; with the rules that do the same, where that is why."""
        assert self._prover is not None
        if rule.against and not rule.sign:
            return "whatever it takes back, another rule or a grave alert takes back, or nothing calls for it"
        instead = self._prover.instead(rule, gone)
        others = " or ".join(" with ".join(f"{one.name} ({one.written})" for one in some) for some in instead)
        if not others:
            return "nothing that waits for it does" if rule.finding else "its cause cannot be concluded where it fires"
        does = "weighs as much on the same answers, of which each counts once" if rule.sign else "does the same"
        return f"whenever it fires, {others} {does}"

    def _shown_made(self, rule: KnowledgeRule) -> bool:
        """Whether a made case is told something else for want of a rule; no more are made once it were too many."""
        ways, settings = self._ways.rule(rule)[:4], self._ways.settings(rule)
        mixed = self._ways.mixed(self._ways.causes(rule), rule.name)
        several = one_of_each([settings, list(islice(mixed, _MOST_MADE))])
        beside = (self._ways.together((one, way), over=True) for one in several for way in ways)
        possible = (way for way in beside if way is not None and self.knowledge.contradiction(way) is None)
        made = list(islice(possible, min(_MOST_MADE, self._budget)))
        self._budget -= len(made)
        sheet, without = Sheet(self.knowledge, made), self._mutator.without(rule).variant
        if next(sheet.apart(without), None) is not None:
            return True
        if rule.finding:
            return next(self._sheet.apart(without), None) is not None
        return bool(rule.sign) and self._climber.shown(without, [self._sheet, sheet]) is not None

    @cached_property
    def _mutator(self) -> Mutator:
        return Mutator(self.knowledge)

    @cached_property
    def _climber(self) -> Climber:
        return Climber(self.knowledge, self._ways)

    # What nothing brings up.

    def _unreached(self) -> Iterator[Problem]:
        """Causes that no single answer makes possible."""
        if not self.knowledge.rules:
            return
        sheet = Sheet(self.knowledge, list(self._singles()))
        for cause in self.knowledge.causes:
            if not sheet.reached.get((cause.id, "possible")):
                ways = self._ways.concluding(cause.id, "possible")
                text = "no single answer makes it possible, so nothing brings up what tells it"
                yield Problem(
                    "unreached", f"cause {cause.id}", text, "", REMARK, self._case(min(ways, key=len, default=None))
                )

    def _singles(self) -> Iterator[Answers]:
        editor = Editor(self.knowledge.vocabulary, (atom for rule in self.knowledge.rules for atom in rule.atoms))
        for key, held in self.knowledge.vocabulary.asked.items():
            if held.numeric:
                yield from ({key: number} for number in editor.numbers({}, key))
            else:
                yield from ({key: (value,) if held.several else value} for value in held.values)

    def _unasked(self) -> Iterator[Problem]:
        """Red flags whose question no place brings up: no alert waits for it there."""
        waits: dict[str, set[str]] = {}
        place = self.knowledge.place
        places = self.knowledge.vocabulary.fields[place].values if place else {}
        for flag in self.knowledge.red_flags:
            asked_at = flag.places or tuple(places) or ("",)
            if flag.field != place and not any(flag.field in self._awaited(waits, value) for value in asked_at):
                text = "no place brings up its question: no alert waits for it where it is relevant"
                example = self._case({place: (asked_at[0],)}) if place and asked_at[0] else ""
                yield Problem("unasked", f"red flag {flag.id}", text, "", REMARK, example)

    def _awaited(self, waits: dict[str, set[str]], place: str) -> set[str]:
        """The fields for which some alert waits, where the place is this one."""
        if place not in waits:
            outlook = Outlook(self.knowledge, {self.knowledge.place: (place,)} if place else {})
            waits[place] = {key for rule in outlook.graver() for key in outlook.open_fields(rule)}
        return waits[place]

    def _untold(self) -> Iterator[Problem]:
        """Advice and guidance that no case can bring."""
        givers: dict[str, list[KnowledgeRule]] = {}
        remarks: dict[str, Remark] = {}
        for rule in self.knowledge.rules:
            if rule.remark is not None and (rule.stage or rule.about):
                givers.setdefault(rule.remark.id, []).append(rule)
                remarks[rule.remark.id] = rule.remark
        for name, rules in givers.items():
            if self._stands(name, rules) or self._prover is None:
                continue
            if self._prover.never_stands(remarks[name]):
                text = f"advice {name} is told in no case: whenever a rule calls for it, something takes it back"
                yield self._problem("untold", rules[0], text, case=self._firing(rules[0]))
            else:
                self._found.undecided.append(rules[0].name)

    def _stands(self, name: str, rules: Sequence[KnowledgeRule]) -> bool:
        for rule in rules:
            for case in numbers(self._fires(rule)):
                told = self._sheet.told(case)
                if any(one[0] == name for one in (*told.advice, *told.guidance)):
                    return True
        return False

    def _untried(self) -> Iterator[Problem]:
        """Numbers on either side of which the library has no case."""
        used: dict[Interpretation, list[Atom]] = {}
        for rule in self.knowledge.rules:
            for atom in rule.atoms:
                if atom.test.limit is not None:
                    used.setdefault(atom.test.limit, []).append(atom)
        if self._library is None:
            self._found.looked_for -= {"untried"}
            if used:
                self._found.left_out.append("numbers on either side of which no case lies: the base has no library")
            return
        sheet = Sheet(self.knowledge, self._library)
        for limit, atoms in used.items():
            for denied, side in ((False, "beyond it"), (True, "short of it")):
                literals = [Literal(atom, denied) for atom in dict.fromkeys(atoms)]
                if not any(map(sheet.literal, literals)):
                    ways = [way for literal in literals for way in self._ways.literal(literal)]
                    text = f"no case of the library lies {side} ({limit.shown})"
                    example = self._case(min(ways, key=len, default=None))
                    yield Problem("untried", f"number {limit.name}", text, "", REMARK, example)
