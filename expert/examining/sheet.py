"""Many cases side by side: what every rule makes of all of them at once, and what it would, were one rule otherwise.

Of each condition it is noted in which cases it holds, as a whole number with one bit for each case. So a rule over all
cases is a few ANDs, and a rule that is written otherwise costs hardly more than the cases in which that shows: only
those are weighed and advised on anew, by the same arithmetic and the same adviser as everywhere. Nothing is matched
here that the engine would match otherwise; the tests hold both to the same firings and the same results.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from expert import certainty
from expert.advice import Adviser
from expert.base import Base
from expert.certainty import LEVEL_NAMES, Piece, level_of, levels_up_to
from expert.conditions import Atom
from expert.consultation import Consultation, Parts
from expert.engine import Firing
from expert.fields import Answers
from expert.knowledge import KnowledgeBase
from expert.rules import KnowledgeRule


@dataclass(frozen=True)
class Literal:
    """A condition, or its denial: the field is answered, and otherwise (of a finding or a cause: there is none)."""

    atom: Atom
    denied: bool = False


@dataclass(frozen=True)
class Variant:
    """A base with one rule written otherwise.

    Attributes:
        place: the rule's place in the book.
        rule: what stands there instead; None where nothing does.
        literals: what that waits for.
        pieces: by the places of rules of evidence, what weighs otherwise by it.
    """

    place: int
    rule: KnowledgeRule | None
    literals: tuple[Literal, ...]
    pieces: Mapping[int, Piece] = field(default_factory=dict)


@dataclass(frozen=True)
class Told:
    """What somebody is told in one case, as far as it decides anything.

    Attributes:
        causes: each with its level, best first.
        urgency, within: how soon it must be seen. alerts: their ids.
        advice: each with its stage and what it is for. guidance: each with its question and what it is for.
        withheld: what was taken back.
    """

    causes: tuple[tuple[str, str], ...]
    urgency: str
    within: str
    alerts: tuple[str, ...]
    advice: tuple[tuple[str, str, tuple[str, ...]], ...]
    guidance: tuple[tuple[str, str, tuple[str, ...]], ...]
    withheld: tuple[str, ...]

    @classmethod
    def of(cls, real: Consultation) -> Told:
        """The same of a consultation."""
        return cls(
            tuple((one.cause.id, one.level) for one in real.conclusions),
            real.urgency,
            real.within,
            tuple(sorted({alert.remark.id for alert in real.alerts})),
            tuple(sorted((one.remark.id, one.stage, tuple(c.id for c in one.causes)) for one in real.recommendations)),
            tuple(sorted((one.remark.id, one.about, tuple(c.id for c in one.causes)) for one in real.guidance)),
            tuple(sorted(one.remark.id for one in real.withheld)),
        )

    def differs(self, other: Told) -> str:
        """The first part in which two differ; empty where they are the same."""
        return next((name for name in vars(self) if getattr(self, name) != getattr(other, name)), "")


def numbers(bits: int) -> Iterator[int]:
    """The places of the bits that are set, ascending."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


class Sheet:
    """A knowledge base held against many cases.

    Attributes:
        cases: their answers. all: every case, as bits.
        fires: for each rule, by its place in the book, the cases that fire it, as bits.
        found: the cases in which each finding is found.
        reached: the cases that conclude a cause at a level or above, by both.
    """

    def __init__(self, knowledge: KnowledgeBase, cases: Iterable[Answers]) -> None:
        self.knowledge = knowledge
        self.cases = list(cases)
        self.all = (1 << len(self.cases)) - 1
        self._given: dict[str, dict[tuple[object, ...], int]] = {}
        for place, answers in enumerate(self.cases):
            for key, values in knowledge.vocabulary.known(answers).items():
                same = self._given.setdefault(key, {})
                same[values] = same.get(values, 0) | 1 << place
        self._atoms: dict[Atom, int] = {}
        self._known: dict[str, int] = {}
        self.found: dict[str, int] = {}
        self.reached: dict[tuple[str, str], int] = {}
        self._firings = [Firing(rule, place, {}, (), (), {}) for place, rule in enumerate(knowledge.rules)]
        self._parts = Parts()
        self._adviser = Adviser(knowledge, self._parts)
        self._causes = {cause.id: cause for cause in knowledge.causes}
        self._evidence = {
            name: [knowledge.position[rule.name] for rule in rules] for name, rules in knowledge.evidence.items()
        }
        self._waiting: dict[str, list[int]] = {}
        for place, rule in enumerate(knowledge.rules):
            for atom in rule.atoms:
                if atom.kind == "finding":
                    self._waiting.setdefault(atom.key, []).append(place)
        for name in knowledge.finders:
            self._find(name)
        concluded = [any(atom.kind == "conclusion" for atom in rule.atoms) for rule in knowledge.rules]
        self.fires = [
            0 if later else self.meeting(map(Literal, rule.atoms))
            for rule, later in zip(knowledge.rules, concluded, strict=True)
        ]
        self.certainties = self._weigh_all()
        self._note_levels()
        for place, (rule, later) in enumerate(zip(knowledge.rules, concluded, strict=True)):
            if later:
                self.fires[place] = self.meeting(map(Literal, rule.atoms))
        self._told: dict[int, Told] = {}

    # Conditions.

    def known(self, key: str) -> int:
        """The cases in which a field is answered, or can be worked out."""
        found = self._known.get(key)
        if found is None:
            found = 0
            for bits in self._given.get(key, {}).values():
                found |= bits
            self._known[key] = found
        return found

    def atom(self, atom: Atom) -> int:
        """The cases in which a condition holds."""
        if atom.kind == "finding":
            return self.found.get(atom.key, 0)
        if atom.kind == "conclusion":
            least = min(atom.test.values, key=LEVEL_NAMES.index)
            return self.reached.get((atom.key, least), 0)
        bits = self._atoms.get(atom)
        if bits is None:
            bits = 0
            for values, cases in self._given.get(atom.key, {}).items():
                if any(map(atom.test, values)):
                    bits |= cases
            self._atoms[atom] = bits
        return bits

    def literal(self, literal: Literal) -> int:
        """The cases in which a condition, or its denial, holds."""
        held = self.atom(literal.atom)
        if not literal.denied:
            return held
        return (self.known(literal.atom.key) if literal.atom.kind == "field" else self.all) & ~held

    def meeting(self, literals: Iterable[Literal]) -> int:
        """The cases in which all of these hold."""
        bits = self.all
        for literal in literals:
            bits &= self.literal(literal)
            if not bits:
                break
        return bits

    def _find(self, name: str) -> int:
        """Work out where a finding is found; those that it stands on first."""
        if name not in self.found:
            bits = 0
            for rule in self.knowledge.finders.get(name, ()):
                for atom in rule.atoms:
                    if atom.kind == "finding":
                        self._find(atom.key)
                bits |= self.meeting(map(Literal, rule.atoms))
            self.found[name] = bits
        return self.found[name]

    # Causes.

    def _weigh_all(self) -> list[dict[str, float]]:
        """The certainty of every cause in every case."""
        weighed = self.knowledge.weighed
        found: list[dict[str, float]] = [{} for _ in self.cases]
        for name, places in self._evidence.items():
            fired: list[list[int]] = [[] for _ in self.cases]
            for place in sorted(places):
                for case in numbers(self.fires[place]):
                    fired[case].append(place)
            for case, by in enumerate(fired):
                found[case][name] = weighed(self._causes[name], tuple(by)).certainty
        return found

    def _note_levels(self) -> None:
        for case, certainties in enumerate(self.certainties):
            for name, certain in certainties.items():
                for level in levels_up_to(level_of(certain)):
                    self.reached[name, level] = self.reached.get((name, level), 0) | 1 << case

    def _ranked(self, certainties: Mapping[str, float]) -> tuple[tuple[str, str], ...]:
        order = self.knowledge.cause_position
        shown = [name for name, certain in certainties.items() if level_of(certain) != "none"]
        shown.sort(key=lambda name: (-certainties[name], order[name]))
        return tuple((name, level_of(certainties[name])) for name in shown)

    # What is told.

    @cached_property
    def fired(self) -> list[list[int]]:
        """The places of the rules that fire in each case, ascending."""
        found: list[list[int]] = [[] for _ in self.cases]
        for place, bits in enumerate(self.fires):
            for case in numbers(bits):
                found[case].append(place)
        return found

    def told(self, case: int) -> Told:
        """What is told in a case."""
        if case not in self._told:
            causes = self._ranked(self.certainties[case])
            self._told[case] = self._tell(causes, {place: self._firings[place] for place in self.fired[case]})
        return self._told[case]

    def _tell(self, causes: tuple[tuple[str, str], ...], fired: Mapping[int, Firing]) -> Told:
        """What these causes and these firings come to."""
        self._parts.tidy()
        knowledge = self.knowledge
        ladder, deadlines = knowledge.urgencies, knowledge.deadlines
        alerts = [fired[place] for place in sorted(fired) if fired[place].rule.urgency and fired[place].rule.remark]
        alerts.sort(key=lambda one: knowledge.gravity(one.rule.urgency, knowledge.within(one.rule)), reverse=True)
        due = [within for within in (knowledge.within(one.rule) for one in alerts) if within]
        alarms = [one for one in alerts if ladder[one.rule.urgency].grave]
        advice = self._adviser.advise(fired, [self._causes[name] for name, _ in causes], alarms)
        return Told(
            causes,
            ladder.gravest(one.rule.urgency for one in alerts),
            deadlines.gravest(due) if deadlines and due else "",
            tuple(sorted({one.rule.remark.id for one in alerts if one.rule.remark})),
            tuple(sorted((o.remark.id, o.stage, tuple(c.id for c in o.causes)) for o in advice.recommendations)),
            tuple(sorted((o.remark.id, o.about, tuple(c.id for c in o.causes)) for o in advice.guidance)),
            tuple(sorted(one.remark.id for one in advice.withheld)),
        )

    # One rule otherwise.

    def firing(self, variant: Variant) -> int:
        """The cases that fire the rule as it is written otherwise."""
        return 0 if variant.rule is None else self.meeting(variant.literals)

    def apart(self, variant: Variant, among: int = -1) -> Iterator[tuple[int, Told]]:
        """The cases in which something else would be told, each with what; ascending.

        Args:
            among: only these cases, as bits.
        """
        turned = self._turned(variant)
        weighing = self._weighing(variant, turned)
        telling = self._telling(variant, turned)
        affected = telling
        for bits in weighing.values():
            affected |= bits
        for case in numbers(affected & among & self.all):
            after = self._told_otherwise(case, variant, turned, weighing, bool(telling >> case & 1))
            if after != self.told(case):
                yield case, after

    def weighed(self, variant: Variant) -> Iterator[tuple[int, str, float]]:
        """The cases in which a cause is another certainty, each with the cause and that certainty."""
        turned = self._turned(variant)
        for name, bits in self._weighing(variant, turned).items():
            for case in numbers(bits & self.all):
                certain = self._weigh(name, case, variant, turned)
                if certain != self.certainties[case][name]:
                    yield case, name, certain

    def _telling(self, variant: Variant, turned: Mapping[int, int]) -> int:
        """The cases in which rules that tell something fire otherwise, or one of them tells something else."""
        found = 0
        for place, bits in turned.items():
            rule = self.knowledge.rules[place]
            if not rule.sign and not rule.finding:
                found |= bits ^ self.fires[place]
        old, new = self.knowledge.rules[variant.place], variant.rule
        if new is not None and not new.sign and not new.finding and _says(new) != _says(old):
            found |= turned[variant.place]
        return found

    def _turned(self, variant: Variant) -> dict[int, int]:
        """The cases that fire each rule whose firing it changes, by the rule's place."""
        turned = {variant.place: self.firing(variant)}
        found: dict[str, int] = {}
        waiting = [variant.place]
        for place in waiting:
            name = self.knowledge.rules[place].finding
            if not name:
                continue
            bits = 0
            for rule in self.knowledge.finders[name]:
                other = self.knowledge.position[rule.name]
                bits |= turned.get(other, self.fires[other])
            if bits == found.get(name, self.found[name]):
                continue
            found[name] = bits
            for after in self._waiting.get(name, ()):
                turned[after] = self._with(found, after, variant)
                waiting.append(after)
        return turned

    def _with(self, found: Mapping[str, int], place: int, variant: Variant) -> int:
        """The cases that fire a rule, where these findings are found elsewhere."""
        if place == variant.place:
            literals: Iterable[Literal] = variant.literals if variant.rule is not None else ()
        else:
            literals = map(Literal, self.knowledge.rules[place].atoms)
        bits = self.all
        for literal in literals:
            if literal.atom.kind == "finding" and literal.atom.key in found:
                held = found[literal.atom.key]
                bits &= ~held if literal.denied else held
            else:
                bits &= self.literal(literal)
        return bits & self.all

    def _weighing(self, variant: Variant, turned: Mapping[int, int]) -> dict[str, int]:
        """The cases in which a cause must be weighed anew, by the cause."""
        found: dict[str, int] = {}
        for place in {*turned, *variant.pieces}:
            old = self.knowledge.rules[place]
            new = variant.rule if place == variant.place else old
            now = turned.get(place, self.fires[place])
            if place in variant.pieces or (new is not None and new.cause is not old.cause):
                bits = now | self.fires[place]
            else:
                bits = now ^ self.fires[place]
            for rule in (old, new):
                if rule is not None and rule.sign and rule.cause is not None:
                    found[rule.cause.id] = found.get(rule.cause.id, 0) | bits
        return found

    def _told_otherwise(
        self, case: int, variant: Variant, turned: Mapping[int, int], weighing: Mapping[str, int], tells: bool
    ) -> Told:
        certainties = dict(self.certainties[case])
        for name, bits in weighing.items():
            if bits >> case & 1:
                certainties[name] = self._weigh(name, case, variant, turned)
        causes, ranked = self._ranked(certainties), self._ranked(self.certainties[case])
        if causes == ranked and not tells:
            return self.told(case)
        before = self.told(case)
        if dict(causes) != dict(ranked):  # what waits for a cause is not looked at: it is told apart already
            return Told(causes, before.urgency, before.within, before.alerts, before.advice, before.guidance,
                        before.withheld)  # fmt: skip
        fired = {place: self._firings[place] for place in self.fired[case]}
        for place, bits in turned.items():
            if bits >> case & 1:
                fired.setdefault(place, self._firings[place])
            else:
                fired.pop(place, None)
        if variant.rule is not None and variant.place in fired:
            fired[variant.place] = Firing(variant.rule, variant.place, {}, (), (), {})
        return self._tell(causes, dict(sorted(fired.items())))

    def _weigh(self, name: str, case: int, variant: Variant, turned: Mapping[int, int]) -> float:
        """The certainty of a cause in a case, where one rule is otherwise."""
        own = set(self._evidence[name])
        if variant.rule is not None and variant.rule.sign and variant.rule.cause is not None:
            (own.add if variant.rule.cause.id == name else own.discard)(variant.place)
        pieces = []
        for place in sorted(own):
            if turned.get(place, self.fires[place]) >> case & 1:
                pieces.append(variant.pieces.get(place) or self._piece(place))
        return certainty.weigh(pieces, self._causes[name].needs_presentation)

    def _piece(self, place: int) -> Piece:
        found = self._pieces.get(place)
        if found is None:
            found = self._pieces[place] = self.knowledge.piece(self.knowledge.rules[place])
        return found

    @cached_property
    def _pieces(self) -> dict[int, Piece]:
        return {}


def _says(rule: KnowledgeRule) -> tuple[object, ...]:
    """What a rule tells somebody that fires."""
    return rule.stage, rule.cause, rule.urgency, rule.within, rule.remark, rule.about


def unchecked(knowledge: KnowledgeBase, rules: Sequence[KnowledgeRule]) -> Base:
    """The same base with other rules, to be reasoned over as it is: not checked, and not to be consulted."""
    return Base(**{**{name: vars(knowledge)[name] for name in Base.__dataclass_fields__}, "rules": tuple(rules)})
