"""What cases make of a base: the rules that they fire or nearly do, the conditions that they see, what is told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from expert.cases.case import Case
from expert.conditions import Atom, Interpretation
from expert.examining.sheet import Literal, Sheet, numbers
from expert.knowledge import KnowledgeBase
from expert.rules import Alerts, KnowledgeRule

#: So many cases of each sort are kept by name.
_MOST_NAMED = 6

FIRED, NEARLY, NEVER = "fired", "nearly", "never"


@dataclass(frozen=True)
class Seen:
    """How often something was seen, and some of the cases."""

    times: int
    cases: tuple[str, ...]


@dataclass(frozen=True)
class ConditionSeen:
    """One condition of a rule.

    Attributes:
        holds, fails, unknown: in how many cases it does, and is not known (of a finding or a cause: in none).
        deniable: whether some answer denies it.
    """

    atom: Atom
    holds: int
    fails: int
    unknown: int
    deniable: bool

    @property
    def both(self) -> bool:
        """Whether it was seen on both sides: holding, and not."""
        return bool(self.holds and (self.fails or self.unknown))


@dataclass(frozen=True)
class RuleSeen:
    """What cases make of one rule.

    Attributes:
        fires: the cases that fire it. nearly: those that would but for one condition, by that condition.
        alone: the case that alone keeps it alive; empty where there is none, or are several.
    """

    rule: KnowledgeRule
    conditions: tuple[ConditionSeen, ...]
    fires: Seen
    nearly: Mapping[Atom, Seen]

    @property
    def alone(self) -> str:
        """See the class."""
        return self.fires.cases[0] if self.fires.times == 1 else ""

    @property
    def sort(self) -> str:
        """`FIRED`, else `NEARLY`, else `NEVER`."""
        return FIRED if self.fires.times else NEARLY if self.nearly else NEVER


@dataclass(frozen=True)
class Share:
    """So many of so many."""

    hits: int
    of: int

    @property
    def share(self) -> float:
        """0 to 1; 1 of nothing."""
        return self.hits / self.of if self.of else 1.0

    def __str__(self) -> str:
        return f"{self.hits} of {self.of} ({100 * self.share:.4g} %)"


@dataclass(frozen=True)
class Coverage:
    """What cases make of a base.

    Attributes:
        cases: how many there are.
        rules: in the order of the book.
        claims, advice, guidance, alerts: by name, in how many cases a rule that stands on it fires, or it is told.
        sides: by interpretation, in how many cases the number that it bounds lies within a rule's bound, and without.
    """

    cases: int
    rules: tuple[RuleSeen, ...]
    claims: Mapping[str, int]
    advice: Mapping[str, int]
    guidance: Mapping[str, int]
    alerts: Mapping[str, int]
    sides: Mapping[Interpretation, tuple[int, int]]

    def of(self, sort: str) -> list[RuleSeen]:
        """The rules of a sort."""
        return [one for one in self.rules if one.sort == sort]

    @property
    def fired(self) -> Share:
        """The rules that fire."""
        return Share(len(self.of(FIRED)), len(self.rules))

    @property
    def alive_by(self) -> dict[str, list[str]]:
        """The cases that alone keep rules alive, each with their names."""
        found: dict[str, list[str]] = {}
        for one in self.rules:
            if one.alone:
                found.setdefault(one.alone, []).append(one.rule.name)
        return found

    def shares(self) -> dict[str, Share]:
        """All that is counted, by name."""
        conditions = [condition for one in self.rules for condition in one.conditions]
        about_answers = [condition for condition in conditions if condition.atom.kind == "field"]
        counted = {
            "rules fired": self.fired,
            "conditions seen to hold": _share(one.holds for one in conditions),
            "conditions seen not to hold": _share(one.fails or one.unknown for one in conditions),
            "conditions on answers seen to be denied": _share(one.fails for one in about_answers if one.deniable),
            "conditions on answers seen unknown": _share(one.unknown for one in about_answers),
        }
        for name in ("claims", "advice", "guidance", "alerts"):
            counted[f"{name} reached"] = _share(getattr(self, name).values())
        counted["numbers seen on both sides"] = _share(within and without for within, without in self.sides.values())
        return counted

    def result(self) -> dict[str, Any]:
        """All of it, JSON-ready."""
        return {
            "cases": self.cases,
            "counts": {name: {"hits": one.hits, "of": one.of} for name, one in self.shares().items()},
            "rules": [_rule(one) for one in self.rules],
            "claims": dict(self.claims), "advice": dict(self.advice), "guidance": dict(self.guidance),
            "alerts": dict(self.alerts),
            "numbers": {one.name: {"within": sides[0], "without": sides[1]} for one, sides in self.sides.items()},
            "alone": self.alive_by,
        }  # fmt: skip


def _share(seen: Any) -> Share:
    listed = list(seen)
    return Share(sum(1 for one in listed if one), len(listed))


def _rule(one: RuleSeen) -> dict[str, Any]:
    conditions = [
        {"kind": seen.atom.kind, "key": seen.atom.key, "holds": seen.holds, "fails": seen.fails,
         "unknown": seen.unknown, "nearly": one.nearly[seen.atom].times if seen.atom in one.nearly else 0}
        for seen in one.conditions
    ]  # fmt: skip
    return {
        "rule": one.rule.name,
        "sort": one.sort,
        "fires": one.fires.times,
        "cases": list(one.fires.cases),
        "conditions": conditions,
    }


def coverage(knowledge: KnowledgeBase, cases: Sequence[Case]) -> Coverage:
    """What these cases make of a base."""
    return _Counter(knowledge, cases).coverage()


class _Counter:
    def __init__(self, knowledge: KnowledgeBase, cases: Sequence[Case]) -> None:
        self._knowledge, self._cases = knowledge, cases
        self._sheet = Sheet(knowledge, [case.answers for case in cases])

    def coverage(self) -> Coverage:
        knowledge, sheet = self._knowledge, self._sheet
        claims = {claim: 0 for claim in knowledge.claims if claim not in knowledge.mechanisms}
        reached = dict.fromkeys(claims, 0)
        for rule, bits in zip(knowledge.rules, sheet.fires, strict=True):
            for claim in rule.claims:
                reached[claim] = reached.get(claim, 0) | bits
        told = [sheet.told(case) for case in range(len(self._cases))]
        remarks = {rule.remark.id: rule for rule in knowledge.rules if rule.remark and not rule.against}
        advice = {name: 0 for name, rule in remarks.items() if rule.stage}
        guidance = {name: 0 for name, rule in remarks.items() if rule.about}
        alerts = {rule.remark.id: 0 for rule in knowledge.of(Alerts)}
        for one in told:
            _count(advice, (name for name, *_ in one.advice))
            _count(guidance, (name for name, *_ in one.guidance))
            _count(alerts, one.alerts)
        return Coverage(
            len(self._cases), tuple(map(self._rule, knowledge.rules)),
            {claim: bits.bit_count() for claim, bits in reached.items()}, advice, guidance, alerts, self._sides(),
        )  # fmt: skip

    def _rule(self, rule: KnowledgeRule) -> RuleSeen:
        sheet = self._sheet
        literals = [Literal(atom) for atom in rule.atoms]
        conditions, nearly = [], {}
        for place, atom in enumerate(rule.atoms):
            holds = sheet.atom(atom)
            known = sheet.known(atom.key) if atom.kind == "field" else sheet.all
            fails = known & ~holds
            unknown = sheet.all & ~known
            counts = holds.bit_count(), fails.bit_count(), unknown.bit_count()
            conditions.append(ConditionSeen(atom, *counts, self._deniable(atom)))
            rest = sheet.meeting([*literals[:place], *literals[place + 1 :]])
            near = rest & ~holds
            if len(literals) == 1:  # silence on all that a rule asks for is not near
                near = fails if atom.kind == "field" else 0
            if near:
                nearly[atom] = self._seen(near, rule)
        fires = self._seen(sheet.fires[self._knowledge.position[rule.name]], rule)
        return RuleSeen(rule, tuple(conditions), fires, nearly)

    def _deniable(self, atom: Atom) -> bool:
        """Whether some answer denies it; none does where it takes every value of a choice."""
        held = self._knowledge.vocabulary.fields.get(atom.key)
        return atom.kind != "field" or held is None or not held.single or not set(held.values) <= set(atom.test.values)

    def _seen(self, bits: int, rule: KnowledgeRule) -> Seen:
        """Of the cases those first that were written for the rule."""
        named = [self._cases[case].id for case in numbers(bits)]
        named.sort(key=lambda name: name.partition(" ")[0] != rule.name)
        return Seen(len(named), tuple(named[:_MOST_NAMED]))

    def _sides(self) -> dict[Interpretation, tuple[int, int]]:
        within: dict[Interpretation, int] = {}
        without: dict[Interpretation, int] = {}
        for rule in self._knowledge.rules:
            for atom in rule.atoms:
                if atom.test.limit is not None:
                    limit = atom.test.limit
                    within[limit] = within.get(limit, 0) | self._sheet.atom(atom)
                    without[limit] = without.get(limit, 0) | self._sheet.literal(Literal(atom, denied=True))
        return {limit: (within[limit].bit_count(), without[limit].bit_count()) for limit in within}


def _count(counts: dict[str, int], names: Any) -> None:
    for name in names:
        counts[name] = counts.get(name, 0) + 1
