"""Two cases beside each other: which answers, which rules and which ranks separate them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from expert.as_json import warrant
from expert.certainty import rounded
from expert.consultation import Consultation
from expert.engine import Firing
from expert.fields import Answer, Quantity
from expert.rules import Cause, KnowledgeRule


@dataclass(frozen=True)
class Move:
    """A rule that fired in one of the cases alone.

    Attributes:
        cause: the one that it speaks for or against; None for other kinds of rule.
        strength: how strongly, negative where it speaks against.
        by: what it does there: the cause's certainty with it, less that without it.
    """

    firing: Firing
    cause: Cause | None
    strength: float
    by: float

    @property
    def rule(self) -> KnowledgeRule:
        """The rule."""
        return self.firing.rule


@dataclass(frozen=True)
class Rank:
    """One cause in both cases: its place (None where it is not concluded) and its certainty."""

    cause: Cause
    places: tuple[int | None, int | None]
    certainties: tuple[float, float]


@dataclass(frozen=True)
class Comparison:
    """What separates two cases.

    Attributes:
        only: fields answered in the first, and in the second alone. different: fields answered otherwise.
        moves: rules that fired in the first, and in the second alone, in the order of the book.
        ranks: every cause concluded in either, in the order of the first, then of the second.
    """

    one: Consultation
    other: Consultation
    only: tuple[tuple[str, ...], tuple[str, ...]]
    different: tuple[str, ...]
    moves: tuple[tuple[Move, ...], tuple[Move, ...]]
    ranks: tuple[Rank, ...]

    @property
    def sides(self) -> tuple[Consultation, Consultation]:
        """Both consultations."""
        return self.one, self.other

    def result(self) -> dict[str, Any]:
        """JSON-ready; ``here`` is the first case, ``there`` the second."""
        asked = self.one.knowledge.vocabulary.asked

        def plain(side: int, key: str) -> Any:
            return asked[key].plain(self.sides[side].answers[key])

        return {
            "answers": {
                "only_here": {key: plain(0, key) for key in self.only[0]},
                "only_there": {key: plain(1, key) for key in self.only[1]},
                "different": {key: {"here": plain(0, key), "there": plain(1, key)} for key in self.different},
            },
            "rules": {
                "only_here": [_move_entry(move) for move in self.moves[0]],
                "only_there": [_move_entry(move) for move in self.moves[1]],
            },
            "ranking": [
                {"cause": rank.cause.id, "here": _standing(rank, 0), "there": _standing(rank, 1)} for rank in self.ranks
            ],
            "urgency": {"here": self.one.urgency, "there": self.other.urgency},
        }


def _move_entry(move: Move) -> dict[str, Any]:
    entry: dict[str, Any] = {"rule": move.rule.name, "kind": move.rule.kind, **warrant(move.rule)}
    entry |= {"text": move.rule.because, "facts": dict(move.firing.shown)}
    if move.cause is not None:
        entry |= {"cause": move.cause.id, "strength": rounded(move.strength), "by": move.by}
    return entry


def _standing(rank: Rank, side: int) -> dict[str, Any]:
    return {"place": rank.places[side], "certainty": rank.certainties[side]}


def compare(one: Consultation, other: Consultation) -> Comparison:
    """What separates two cases of one knowledge base."""
    asked = one.knowledge.vocabulary.asked
    here = [key for key in asked if key in one.answers]
    there = [key for key in asked if key in other.answers]
    return Comparison(
        one=one,
        other=other,
        only=(
            tuple(key for key in here if key not in other.answers),
            tuple(key for key in there if key not in one.answers),
        ),
        different=tuple(
            key for key in here if not same_answer(one.answers[key], other.answers.get(key)) and key in other.answers
        ),
        moves=(_moves(one, other), _moves(other, one)),
        ranks=_ranks(one, other),
    )


def same_answer(one: Answer, other: Answer | None) -> bool:
    """Whether two answers say the same, in whatever unit: ``5 mi`` and ``5.0 mi``."""
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        return one.value == other.value
    return one == other


def _moves(one: Consultation, other: Consultation) -> tuple[Move, ...]:
    """The rules that fired in the first alone."""
    elsewhere = {firing.rule.name for firing in other.trace}
    return tuple(_move(one, firing) for firing in one.trace if firing.rule.name not in elsewhere)


def _move(consultation: Consultation, firing: Firing) -> Move:
    rule = firing.rule
    if not rule.sign or rule.cause is None:
        return Move(firing, None, 0.0, 0.0)
    strength = consultation.knowledge.strength(rule) * rule.sign
    with_it = consultation.certainties[rule.cause.id]
    return Move(firing, rule.cause, strength, rounded(with_it - _without(consultation, rule, rule.cause)))


def _without(consultation: Consultation, left_out: KnowledgeRule, cause: Cause) -> float:
    """The certainty of a cause had this rule not fired."""
    others = {firing.rule for firing in consultation.trace} - {left_out}
    return consultation.knowledge.certainty(cause, others)


def _ranks(one: Consultation, other: Consultation) -> tuple[Rank, ...]:
    places = [_places(one), _places(other)]
    causes = dict.fromkeys(found.cause for side in (one, other) for found in side.conclusions)
    return tuple(
        Rank(
            cause,
            (places[0].get(cause.id), places[1].get(cause.id)),
            (one.certainties[cause.id], other.certainties[cause.id]),
        )
        for cause in causes
    )


def _places(consultation: Consultation) -> dict[str, int]:
    return {found.cause.id: place for place, found in enumerate(consultation.conclusions, 1)}


def groups(moves: Sequence[Move]) -> dict[str, list[Move]]:
    """Moves by what they do: evidence by cause (its title as the key), then findings, alerts, advice."""
    found: dict[str, list[Move]] = {}
    for move in sorted(moves, key=lambda move: move.rule.rank):
        found.setdefault(move.rule.heading, []).append(move)
    return found
