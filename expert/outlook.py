"""What a case leaves open: each rule's standing, and what further answers could still change.

This reads rules as data and fires nothing; the engine alone reasons. It answers three questions: why a rule did not
fire, which questions can still matter, and whether anything at all can still change. For the last two it works with
bounds: the highest and the lowest certainty that a cause can reach, whatever the open fields turn out to be. The
bounds may be too wide, never too narrow, so "nothing can change" is always true where it is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import prod

from expert.certainty import LEVEL_NAMES, level_of
from expert.conditions import Atom
from expert.fields import Answers
from expert.knowledge import KnowledgeBase
from expert.rules import Alerts, Cause, KnowledgeRule, Supports

HOLDS, FAILS, UNKNOWN = "holds", "fails", "unknown"
#: How many ways of answering several fields are weighed one by one for a bound.
_MOST_WAYS = 64


def any_of(standings: Iterable[str]) -> str:
    """Whether a disjunction holds, fails or is unknown; an empty one fails."""
    found = set(standings)
    return HOLDS if HOLDS in found else UNKNOWN if UNKNOWN in found else FAILS


@dataclass(frozen=True)
class Bounds:
    """The lowest and the highest certainty that a cause can reach, both rounded as results are."""

    low: float
    high: float

    @property
    def levels(self) -> tuple[str, str]:
        """The words for both."""
        return level_of(self.low), level_of(self.high)


class Outlook:
    """What the answers so far leave open.

    Args:
        knowledge: the base.
        answers: what is known.
        closed: fields that will stay unknown, because the person does not know them.
        as_it_is: take a worked-out number as it is, though answers to come could work it out better.
    """

    def __init__(
        self,
        knowledge: KnowledgeBase,
        answers: Answers,
        closed: frozenset[str] = frozenset(),
        as_it_is: bool = False,
    ) -> None:
        self.as_it_is = as_it_is
        self.knowledge = knowledge
        self.answers = answers
        self.closed = closed
        self._values = knowledge.vocabulary.known(answers)
        self._findings: dict[str, str] = {}
        self._rules: dict[str, str] = {}
        self._open_fields: dict[str, tuple[str, ...]] = {}

    # Standing of conditions and rules.

    def rule(self, rule: KnowledgeRule) -> str:
        """Whether the rule fires, cannot fire any more, or is open."""
        standing = self._rules.get(rule.name)
        if standing is None:
            standing = self._rules[rule.name] = self._conjunction(rule)
        return standing

    def _conjunction(self, rule: KnowledgeRule) -> str:
        """Whether all conditions of a rule hold. Those on answers are looked at once for all rules."""
        needed = self.knowledge.conditions[rule.name]
        failing, unknown = self._looked_at
        if needed.bits & failing:
            return FAILS
        found = UNKNOWN if needed.bits & unknown else HOLDS
        for atom in needed.derived:
            standing = self.atom(atom)
            if standing == FAILS:
                return FAILS
            if standing == UNKNOWN:
                found = UNKNOWN
        return found

    @cached_property
    def _looked_at(self) -> tuple[int, int]:
        """Which conditions on answers fail, and which are unknown, as bits (see `Base.conditions`)."""
        failing = unknown = 0
        for key, tests in self.knowledge.tests.items():
            for bit, atom in tests:
                standing = self._field(atom)
                if standing == UNKNOWN:
                    unknown |= self.knowledge.tested[key]  # no answer, so all of them are
                    break
                if standing == FAILS:
                    failing |= bit
        return failing, unknown

    def atom(self, atom: Atom) -> str:
        """Whether one condition holds, fails or is unknown (and can still be learnt)."""
        if atom.kind == "field":
            return self._field(atom)
        if atom.kind == "finding":
            return self.finding(atom.key)
        low, high = self.bounds[atom.key].levels
        order = _levels_from(atom)
        return HOLDS if low in order else UNKNOWN if high in order else FAILS

    def _field(self, atom: Atom) -> str:
        if atom.key in self._values and not self._may_be_told_better(atom.key):
            return HOLDS if any(atom.test(value) for value in self._values[atom.key]) else FAILS
        open_sources = [name for name in self.knowledge.vocabulary.sources(atom.key) if self.open(name)]
        return UNKNOWN if open_sources else FAILS

    def _may_be_told_better(self, key: str) -> bool:
        """Whether a number that is worked out from one source can still come from one that goes before it."""
        held = self.knowledge.vocabulary.fields[key]
        if self.as_it_is:
            return False
        for names in held.sources:
            if all(name in self.answers for name in names):
                return False
            if all(name in self.answers or self.open(name) for name in names):
                return True
        return False

    def finding(self, name: str) -> str:
        """Whether some rule concludes this finding."""
        if name not in self._findings:
            finders = self.knowledge.finders.get(name, ())
            self._findings[name] = any_of(self.rule(rule) for rule in finders)
        return self._findings[name]

    def open(self, field: str) -> bool:
        """Whether this field is neither answered nor closed."""
        return field not in self.answers and field not in self.closed

    def open_fields(self, rule: KnowledgeRule) -> tuple[str, ...]:
        """The open fields that an open rule still waits for, through its findings; not through conclusions."""
        known = self._open_fields.get(rule.name)
        if known is not None:
            return known
        found: dict[str, None] = {}
        for atom in self.unknown(rule):
            if atom.kind == "field":
                found.update(dict.fromkeys(n for n in self.knowledge.vocabulary.sources(atom.key) if self.open(n)))
            elif atom.kind == "finding":
                for finder in self.knowledge.finders[atom.key]:
                    if self.rule(finder) == UNKNOWN:
                        found.update(dict.fromkeys(self.open_fields(finder)))
        self._open_fields[rule.name] = tuple(found)
        return self._open_fields[rule.name]

    def unknown(self, rule: KnowledgeRule) -> list[Atom]:
        """The conditions of a rule that are unknown."""
        _, unknown = self._looked_at
        return [
            atom
            for bit, atom in self.knowledge.conditions[rule.name].parts
            if (bit & unknown if bit else self.atom(atom) == UNKNOWN)
        ]

    def needed_fields(self, rule: KnowledgeRule) -> frozenset[str]:
        """Those of its open fields without which an open rule cannot fire any more: there is no other way."""
        found: set[str] = set()
        for atom in self.unknown(rule):
            if atom.kind == "field":
                sources = [name for name in self.knowledge.vocabulary.sources(atom.key) if self.open(name)]
                found.update(sources if len(sources) == 1 else ())
            elif atom.kind == "finding":
                finders = [finder for finder in self.knowledge.finders[atom.key] if self.rule(finder) == UNKNOWN]
                found.update(self.needed_fields(finders[0]) if len(finders) == 1 else ())
        return frozenset(found)

    # Bounds.

    @cached_property
    def bounds(self) -> Mapping[str, Bounds]:
        """For every cause, how far its certainty can still move."""
        return {cause.id: self._bounds(cause) for cause in self.knowledge.causes}

    def _bounds(self, cause: Cause) -> Bounds:
        """The two extremes: all open evidence for and none against it, or the reverse.

        A certainty depends on nothing but the rules that fire, and is monotone in them, so no other set lies beyond.
        """
        rules = self.knowledge.evidence[cause.id]
        fired = frozenset(rule for rule in rules if self.rule(rule) == HOLDS)
        waiting = [rule for rule in rules if self.rule(rule) == UNKNOWN]
        low, high = (
            [self.knowledge.certainty(cause, fired | more) for more in self._extremes(waiting, sign)]
            for sign in (-1, 1)
        )
        return Bounds(min(low), max(high))

    def _extremes(self, waiting: Sequence[Supports], sign: int) -> Iterable[frozenset[Supports]]:
        """Sets of open evidence of one sign such that whatever is answered fires no more than one of them.

        A field with a single value fires one value's rules only. Which value moves a cause most is known only after
        weighing it together with the rest, so every way of giving each such field one value is a set of its own; where
        these are too many, some fields count as if all their values were given, which no answer can exceed.
        """
        always: set[Supports] = set()
        by_field: dict[str, dict[str, set[Supports]]] = {}
        for rule in (rule for rule in waiting if rule.sign == sign):
            single = self._single_choice(rule)
            if single is None:
                always.add(rule)
            else:
                for value in single.test.values:
                    by_field.setdefault(single.key, {}).setdefault(value, set()).add(rule)
        options = [_largest(values.values()) for values in by_field.values()]
        while prod(map(len, options)) > _MOST_WAYS:
            most = max(options, key=len)
            options[options.index(most)] = [frozenset().union(*most)]
        return [frozenset(always).union(*chosen) for chosen in product(*options)]

    def _single_choice(self, rule: KnowledgeRule) -> Atom | None:
        """The one unknown condition of a rule, where it is about a field that takes a single value."""
        unknown = self.unknown(rule)
        if len(unknown) != 1 or unknown[0].kind != "field":
            return None
        return unknown[0] if self.knowledge.vocabulary.fields[unknown[0].key].single else None

    # What can still matter.

    @cached_property
    def urgency(self) -> str:
        """The gravest urgency that is certain by now."""
        sure = [rule.urgency for rule in self.knowledge.of(Alerts) if self.rule(rule) == HOLDS]
        return self.knowledge.urgencies.gravest(sure)

    def graver(self) -> Iterator[Alerts]:
        """The open rules that could raise the urgency."""
        graver = self.knowledge.urgencies.graver
        for rule in self.knowledge.of(Alerts):
            if graver(rule.urgency, self.urgency) and self.rule(rule) == UNKNOWN:
                yield rule

    @cached_property
    def unsettled(self) -> frozenset[str]:
        """The causes whose level, or whose place in the ranking, can still change."""
        shown = {c.id: b for c in self.knowledge.causes if (b := self.bounds[c.id]).levels[1] != "none"}
        moving = {name for name, b in shown.items() if b.levels[0] != b.levels[1]}
        for name, b in shown.items():
            if b.low != b.high and any(b.low <= o.high and o.low <= b.high for n, o in shown.items() if n != name):
                moving.add(name)
        return frozenset(moving)

    @cached_property
    def leader(self) -> str | None:
        """The cause that comes first unless more is learnt for another or against it; None where none is shown yet."""
        order = self.knowledge.cause_position
        shown = [name for name, b in self.bounds.items() if b.levels[0] != "none"]
        return min(shown, key=lambda name: (-self.bounds[name].low, order[name]), default=None)

    @cached_property
    def top_contested(self) -> frozenset[str]:
        """The causes whose certainty decides which comes first; empty where that is settled."""
        order, best = self.knowledge.cause_position, self.leader
        shown = {name: b for name, b in self.bounds.items() if b.levels[1] != "none"}
        if best is None:
            return frozenset(shown)
        rivals = {n for n, b in shown.items() if n != best and (b.high, -order[n]) > (shown[best].low, -order[best])}
        return frozenset({best, *rivals}) if rivals else frozenset()

    def advice_shows(self, rule: KnowledgeRule) -> bool:
        """Whether the rule's firing would show: not where its remark is decided, or nothing could call for it."""
        givers, takers = self.knowledge.advice_about[rule.name]
        if rule.against:
            return any(self.rule(other) != FAILS for other in givers)
        if any(self.rule(other) == HOLDS for other in takers):
            return False
        return not any(other.stage in ("now", rule.stage) and self.rule(other) == HOLDS for other in givers)

    def settled(self) -> bool:
        """Whether no open field can change the top cause or the urgency."""
        return not self.top_contested and not any(True for _ in self.graver())

    def waiting(self) -> Sequence[KnowledgeRule]:
        """The open rules that could change something a reader would see, in the order of the book."""
        return self._waiting

    @cached_property
    def _waiting(self) -> tuple[KnowledgeRule, ...]:
        return tuple(rule for rule in self.knowledge.rules if self.rule(rule) == UNKNOWN and self._shows(rule))

    def _shows(self, rule: KnowledgeRule) -> bool:
        """Whether an open rule's firing would show by itself; a finding's shows only in other rules."""
        if rule.sign:
            return rule.cause is not None and rule.cause.id in self.unsettled
        if rule.urgency:
            return self.knowledge.urgencies.graver(rule.urgency, self.urgency)
        return (rule.remark is not None or rule.against) and self.advice_shows(rule)

    def exhausted(self) -> bool:
        """Whether no open field can change the ranked causes and their levels, the urgency or the advice."""
        return not self._waiting


def rule_standing(knowledge: KnowledgeBase, answers: Answers, rule: KnowledgeRule) -> list[tuple[Atom, str]]:
    """Each condition of a rule with ``holds``, ``fails`` or ``unknown``, for a case as it is."""
    outlook = Outlook(knowledge, answers, as_it_is=True)
    return [(atom, outlook.atom(atom)) for atom in rule.atoms]


def open_fields(knowledge: KnowledgeBase, answers: Answers, atom: Atom) -> Iterator[str]:
    """The unanswered fields behind a condition, those behind its finding's rules among them."""
    if atom.kind == "field":
        yield from (key for key in knowledge.vocabulary.sources(atom.key) if key not in answers)
    elif atom.kind == "finding":
        for rule in knowledge.finders.get(atom.key, ()):
            for deeper in rule.atoms:
                yield from open_fields(knowledge, answers, deeper)


def _levels_from(atom: Atom) -> tuple[str, ...]:
    least = min(LEVEL_NAMES.index(level) for level in atom.test.values)
    return LEVEL_NAMES[least:]


def _largest(sets: Iterable[set[Supports]]) -> list[frozenset[Supports]]:
    """Those that lie in no other of them, each once."""
    distinct = {frozenset(one) for one in sets}
    return [one for one in distinct if not any(one < other for other in distinct)]


__all__ = ["FAILS", "HOLDS", "UNKNOWN", "Bounds", "Outlook", "rule_standing"]
