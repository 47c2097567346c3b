"""What must hold of every possible case, as data: what a proof asks, and what became of it.

A demand says how urgent some answers must be. The rest is about advice: a harm says what forbids a measure, and a
`Never` what may not follow from a conclusion. They are written down apart from the rules that they are held against.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from expert.certainty import levels_up_to
from expert.conditions import Atom
from expert.consultation import Consultation
from expert.errors import ExpertError
from expert.fields import Answers, Field, Quantity
from expert.knowledge import KnowledgeBase
from expert.rules import Remark


class ProofError(ExpertError):
    """A proof cannot be attempted, or the translation is wrong."""


@dataclass(frozen=True)
class AtMost:
    """Of a number: this or less."""

    limit: int


#: Answers by field: any of these values; for a number, the least or the most. A key without a dot is a cause with its
#: level.
Given = Mapping[str, "tuple[str, ...] | int | AtMost"]


@dataclass(frozen=True)
class Demand:
    """An urgency that some answers must bring, whatever else is said.

    Attributes:
        name: of the table's row or the red flag. ways: sets of answers, each of which must bring it.
        least: the urgency that must be reached. within: the deadline that must be set, or a sooner one; empty for any.
    """

    name: str
    ways: tuple[Given, ...]
    least: str
    within: str = ""


@dataclass(frozen=True)
class Harm:
    """A measure and what forbids it.

    Attributes:
        name: of the reason. measure: what is forbidden. conditions: what forbids it, where all of them hold.
    """

    name: str
    measure: str
    conditions: tuple[Atom, ...]


@dataclass(frozen=True)
class Never:
    """What may not follow where something is given, as a rule where a cause was concluded.

    Attributes:
        name: of what is given. given: answers and conclusions.
        least: the urgency that must be reached.
        measures: what no advice may ask for.
        care: the least careful of the base's cares that advice may have; empty for any.
    """

    name: str
    given: Given
    least: str
    measures: tuple[str, ...] = ()
    care: str = ""


@dataclass(frozen=True)
class Limits:
    """What advice is held against.

    Attributes:
        harms, nevers: what forbids it.
        grave: the urgencies beside which only protection may stand.
        loads: the measures that are no protection.
        asks: what a remark asks for besides what it says itself, by its id.
        cares: how careful remarks are: their ids by care, the most careful first; what the base says unless told.
    """

    harms: tuple[Harm, ...] = ()
    nevers: tuple[Never, ...] = ()
    grave: tuple[str, ...] = ()
    loads: tuple[str, ...] = ()
    asks: Mapping[str, Collection[str]] = field(default_factory=dict)
    cares: Mapping[str, Collection[str]] | None = None

    def measures(self, remark: Remark) -> frozenset[str]:
        """All that a remark asks for."""
        return frozenset((*remark.measures, *self.asks.get(remark.id, ())))

    def cares_of(self, knowledge: KnowledgeBase) -> Sequence[str]:
        """How careful advice can be, the most careful first."""
        return knowledge.cares if self.cares is None else tuple(self.cares)

    def care(self, remark: Remark) -> str:
        """How careful a remark is; empty where it says nothing of that."""
        if self.cares is None:
            return remark.care
        return next((care for care, remarks in self.cares.items() if remark.id in remarks), "")

    def only_protects(self, remark: Remark) -> bool:
        """Whether it may stand beside a grave alert."""
        return remark.protects and self.measures(remark).isdisjoint(self.loads)

    def forbids(self, never: Never, remark: Remark, knowledge: KnowledgeBase) -> bool:
        """Whether a remark is what may not follow."""
        cares, care = self.cares_of(knowledge), self.care(remark)
        careless = bool(never.care and care) and cares.index(care) > cares.index(never.care)
        return careless or not self.measures(remark).isdisjoint(never.measures)


@dataclass(frozen=True)
class Counterexample:
    """A case that breaks a property.

    Attributes:
        case: its answers. urgency, within: what the real engine makes of it.
        confirmed: the real engine breaks the property on it too.
        floor: the urgency that it must not fall below, and floor_within the deadline; empty where it is not about them.
        part: the case that gives the floor, where another case does.
        told: the ids of the remarks that must not stand.
    """

    case: Answers
    urgency: str
    within: str
    confirmed: bool
    fields: Mapping[str, Field] = field(repr=False)
    floor: str = ""
    floor_within: str = ""
    part: Answers | None = None
    told: tuple[str, ...] = ()

    def __str__(self) -> str:
        """The case in one line."""
        found = f"{self.shown(self.case)} is {self._urgency(self.urgency, self.within)}"
        if self.floor:
            floor = self._urgency(self.floor, self.floor_within)
            found += f", below {floor if self.part is None else f'{self.shown(self.part)}, which is {floor}'}"
        else:
            found += f" and told {', '.join(self.told) or 'nothing'}"
        return found + ("" if self.confirmed else " (the engine does not confirm it)")

    def _urgency(self, urgency: str, within: str) -> str:
        return f"{urgency} within {within or 'any time'}" if self.floor_within else urgency

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


# Of a real consultation.


def reached(consultation: Consultation, cause: str) -> tuple[str, ...]:
    """The levels that a cause reached."""
    found = consultation.conclusion(cause)
    return levels_up_to(found.level) if found else ()


def holds(given: Given, consultation: Consultation) -> bool:
    """Whether a case has these answers, and reached these conclusions."""
    return all(_has(consultation, key, values) for key, values in given.items())


def _has(consultation: Consultation, key: str, values: tuple[str, ...] | int | AtMost) -> bool:
    answer = consultation.answers.get(key, ()) if "." in key else reached(consultation, key)
    if isinstance(values, AtMost):
        return isinstance(answer, Quantity) and answer.value <= values.limit
    if isinstance(values, int):
        return isinstance(answer, Quantity) and answer.value >= values
    return not {answer, *(() if isinstance(answer, Quantity) else answer)}.isdisjoint(values)


def meets(consultation: Consultation, conditions: Iterable[Atom]) -> bool:
    """Whether all these conditions hold of a case, its findings and its conclusions."""
    return all(_meets(consultation, atom) for atom in conditions)


def _meets(consultation: Consultation, atom: Atom) -> bool:
    if atom.kind == "finding":
        return atom.key in consultation.finders
    if atom.kind == "conclusion":
        return any(atom.test(level) for level in reached(consultation, atom.key))
    known = consultation.knowledge.vocabulary.fields[atom.key].known(consultation.answers)
    return any(atom.test(value) for value in known)


def standing(consultation: Consultation) -> dict[str, Remark]:
    """The remarks that somebody is told to heed, by id."""
    recommended = {told.remark.id: told.remark for told in consultation.recommendations}
    return recommended | {told.remark.id: told.remark for told in consultation.guidance}


def from_answers_alone(consultation: Consultation) -> str:
    """The urgency without the alerts that follow from a cause."""
    fired = (alert for alert in consultation.alerts if not alert.evidence.firing.causes)
    return consultation.knowledge.urgencies.gravest(alert.urgency for alert in fired)
