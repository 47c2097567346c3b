"""A knowledge base: vocabulary, claims, causes and rules in one object that has been checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from expert.certainty import LEVEL_NAMES, Hedge
from expert.conditions import Atom, Compares, NoneOf
from expert.contradictions import Contradiction
from expert.errors import KnowledgeError, did_you_mean
from expert.fields import UNTRIED, Choice, Computed, Distance, Field, Many, Number, Vocabulary
from expert.rules import (
    STAGES,
    URGENCIES,
    Advises,
    Alerts,
    Cause,
    Finds,
    KnowledgeRule,
    Opposes,
    Remark,
    Supports,
    Withholds,
)


@dataclass(frozen=True)
class Claim:
    """One numbered statement of the article, in our own words.

    Attributes:
        id: its number (``PF1``); section: the article's part; kind: presentation, cause, treatment, follow-up or
            structure; hedge: the article's word of caution; text: the paraphrase.
    """

    id: str
    section: str
    kind: str
    hedge: str
    text: str


@dataclass(frozen=True)
class RedFlag:
    """An answer that by itself must never end in self-care.

    Attributes:
        field: full name of the field; values: the answers that raise the flag.
        places: values of the place field that make it worth asking; empty for anywhere.
        text: a plain clause ("one calf is swollen") for the list of what was not ruled out.
    """

    field: str
    values: tuple[str, ...]
    places: tuple[str, ...]
    text: str

    @property
    def id(self) -> str:
        """``field`` or, where only some values count, ``field=value/value``."""
        return self.field if self.values == ("yes",) else f"{self.field}={'/'.join(self.values)}"


@dataclass(frozen=True)
class KnowledgeBase:
    """Everything that the shell needs to know about a subject.

    Attributes:
        title, notice: what it is about, and what its results must never be read as.
        place: full name of the field that says where it hurts (or sits); used for relevance.
        mechanisms: structure claims (about how to reason) to the mechanism that honours them.
        implications: ``(field, value, field, value)``: who gives the first answer has given the second with it; a
            consultation takes it and does not ask again.
        tick_lists: groups whose yes-or-no fields may stand in one tick-list.
        contradictions: answers that cannot all be true.

    Raises:
        KnowledgeError: lists every fault that `problems` finds.
    """

    title: str
    notice: str
    place: str
    vocabulary: Vocabulary
    claims: Mapping[str, Claim]
    causes: Sequence[Cause]
    hedges: Mapping[str, Hedge]
    rules: Sequence[KnowledgeRule]
    mechanisms: Mapping[str, str] = field(default_factory=dict)
    red_flags: Sequence[RedFlag] = ()
    contradictions: Sequence[Contradiction] = ()
    implications: Sequence[tuple[str, str, str, str]] = ()
    tick_lists: Sequence[Sequence[str]] = ()
    assesses_alerts: bool = True

    def __post_init__(self) -> None:
        found = list(self.problems())
        if found:
            raise KnowledgeError(f"{self.title}: {len(found)} fault(s)\n" + "\n".join(f"- {line}" for line in found))

    # Views, each worked out once.

    @cached_property
    def position(self) -> Mapping[str, int]:
        """Each rule's place in the book: the one order in which evidence is combined and shown."""
        return {rule.name: index for index, rule in enumerate(self.rules)}

    @cached_property
    def cause_position(self) -> Mapping[str, int]:
        """Each cause's rank among equals: the specific before the general, then as listed."""
        ranked = sorted(self.causes, key=lambda cause: cause.kind == "general")
        return {cause.id: index for index, cause in enumerate(ranked)}

    @cached_property
    def evidence(self) -> Mapping[str, Sequence[Supports]]:
        """The rules for and against each cause."""
        return {
            cause.id: tuple(rule for rule in self.rules if isinstance(rule, Supports) and rule.cause is cause)
            for cause in self.causes
        }

    @cached_property
    def finders(self) -> Mapping[str, Sequence[Finds]]:
        """The rules that conclude each finding."""
        names = dict.fromkeys(rule.finding for rule in self.rules if isinstance(rule, Finds))
        return {n: tuple(r for r in self.rules if isinstance(r, Finds) and r.finding == n) for n in names}

    def rule(self, name: str) -> KnowledgeRule:
        """The rule of this name.

        Raises:
            KnowledgeError: there is none; names the nearest.
        """
        if name not in self.position:
            hint = did_you_mean(name, self.position) or f". There are {len(self.position)}."
            raise KnowledgeError(f"{name}: no such rule{hint}")
        return self.rules[self.position[name]]

    def cause(self, name: str) -> Cause:
        """The cause of this id.

        Raises:
            KnowledgeError: there is none; names the nearest and all there are.
        """
        for cause in self.causes:
            if cause.id == name:
                return cause
        ids = [cause.id for cause in self.causes]
        raise KnowledgeError(f"{name}: no such cause{did_you_mean(name, ids) or '.'} Causes: {', '.join(ids)}.")

    def strength(self, rule: Supports) -> float:
        """The certainty factor of a rule of evidence."""
        return self.hedges[rule.hedge].strength(rule.role, rule.partial)

    def article_only(self) -> KnowledgeBase:
        """The same base with only those rules that rest on the article."""
        rules = [rule for rule in self.rules if rule.from_article]
        return replace(self, rules=rules, red_flags=(), assesses_alerts=False)

    # Checks at load: what experta accepts in silence.

    def problems(self) -> Iterator[str]:
        """Every fault of the base, one sentence each."""
        names = Counter(rule.name for rule in self.rules)
        yield from (f"{name or 'a rule outside a Knowledge class'}: defined {n} times" for name, n in names.items()
                    if n > 1 or not name)  # fmt: skip
        for rule in self.rules:
            yield from (f"{rule.name}: {fault}" for fault in self._rule_problems(rule))
        for cited in self._uncited():
            yield f"claim {cited} rests in no rule and no named mechanism"
        for flag in self.red_flags:
            yield from (f"red flag {flag.id}: {fault}" for fault in self._value_problems(flag.field, flag.values))

    def _rule_problems(self, rule: KnowledgeRule) -> Iterator[str]:
        if not len(rule):
            yield "has no condition"
        if not rule.claims and not rule.source:
            yield "has no warrant: name the claims it stands on, or a source"
        for claim in rule.claims:
            if claim not in self.claims:
                yield f"cites claim {claim}, which is none{did_you_mean(claim, self.claims)}"
        try:
            atoms = rule.atoms
        except KnowledgeError as fault:
            yield str(fault)
            return
        for atom in atoms:
            yield from self._atom_problems(atom)
        yield from self._consequence_problems(rule)

    def _atom_problems(self, atom: Atom) -> Iterator[str]:
        if atom.kind == "finding":
            if atom.key not in self.finders and self.assesses_alerts:
                yield f"waits for finding {atom.key}, which no rule concludes{did_you_mean(atom.key, self.finders)}"
        elif atom.kind == "conclusion":
            if atom.key not in {cause.id for cause in self.causes}:
                yield f"waits for cause {atom.key}, which is none"
            if not set(atom.test.values) <= set(LEVEL_NAMES[1:]):  # type: ignore[union-attr]
                yield f"waits for level {atom.test}, which is none"
        elif isinstance(atom.test, Compares):
            held = self.vocabulary.fields.get(atom.key)
            if not isinstance(held, (Number, Distance, Computed)):
                yield f"compares {atom.key}, which is no number"
        else:
            if isinstance(atom.test, NoneOf) and not isinstance(self.vocabulary.fields.get(atom.key), Many):
                yield f"none_of needs a field with many values, and {atom.key} is none"
            yield from self._value_problems(atom.key, atom.test.values)

    def _value_problems(self, key: str, values: Iterable[str]) -> Iterator[str]:
        held: Field | None = self.vocabulary.fields.get(key)
        if held is None:
            yield f"{key}: no such field{did_you_mean(key, self.vocabulary.fields)}"
        elif not isinstance(held, (Choice, Many)):
            yield f"{key} takes a number and is tested for a word"
        else:
            for value in values:
                if value not in held.values:
                    yield f"{key} never is {value!r}{did_you_mean(value, held.values)}"

    def _consequence_problems(self, rule: KnowledgeRule) -> Iterator[str]:
        late = any(atom.kind == "conclusion" for atom in rule.atoms)
        if isinstance(rule, Supports):
            if rule.hedge not in self.hedges:
                yield f"hedge {rule.hedge!r} is not in the table{did_you_mean(rule.hedge, self.hedges)}"
            elif not 0 < self.strength(rule) < 1:
                yield f"hedge {rule.hedge!r} as {rule.role} is worth {self.strength(rule)}, not between 0 and 1"
            if rule.role not in ("presentation", "risk"):
                yield f"role {rule.role!r} is neither presentation nor risk"
        if isinstance(rule, (Supports, Advises)) and rule.cause is not None and rule.cause not in self.causes:
            yield f"concludes {rule.cause.id}, which is no cause of this base"
        if isinstance(rule, (Finds, Supports)) and late:
            yield "reasons from a conclusion back to evidence, which has no end"
        if isinstance(rule, Advises):
            yield from self._remedy_problems(rule.advice)
        if isinstance(rule, Advises) and rule.stage not in STAGES:
            yield f"stage {rule.stage!r} is none of {', '.join(STAGES)}"
        if isinstance(rule, Alerts) and rule.urgency not in URGENCIES[1:]:
            yield f"urgency {rule.urgency!r} is none of {', '.join(URGENCIES[1:])}"

    def _remedy_problems(self, advice: Remark) -> Iterator[str]:
        known = [k for k, held in self.vocabulary.fields.items() if isinstance(held, Choice) and UNTRIED in held.values]
        for key in advice.remedies:
            if key not in known:
                yield f"advice {advice.id}: {key} is no remedy{did_you_mean(key, known)}"

    def _uncited(self) -> Iterator[str]:
        cited = {claim for rule in self.rules for claim in rule.claims}
        yield from (claim for claim in self.claims if claim not in cited and claim not in self.mechanisms)

    def remarks(self) -> Iterator[Remark]:
        """Every recommendation and alert text, once each, in the order of the rules."""
        seen: dict[str, Remark] = {}
        for rule in self.rules:
            remark = rule.alert if isinstance(rule, Alerts) else getattr(rule, "advice", None)
            if isinstance(remark, Remark) and not isinstance(rule, Withholds):
                seen.setdefault(remark.id, remark)
        yield from seen.values()


__all__ = ["Claim", "KnowledgeBase", "Opposes", "RedFlag"]
