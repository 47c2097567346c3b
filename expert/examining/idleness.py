"""Evidence that never counts: whatever fires beside it says as much on the same answers.

One answer counts once, so of pieces that share an answer the strongest selection counts in which no two do (see
`expert.certainty`). A piece is idle where some selection of others can always stand in its place. The solver is asked
for evidence that may fire together; each answer of it is a reason why the piece is idle there, which is told to the
solver, until there is nothing left to ask about. So it is proved however many pieces it takes to stand in for one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import prod
from typing import Any

from expert.certainty import Piece
from expert.examining.space import Space
from expert.rules import Cause, KnowledgeRule

#: So many reasons are looked for, with so many pieces in the place of one, before it is left open.
_MOST_REASONS, _MOST_PIECES = 60, 3


@dataclass(frozen=True)
class Reason:
    """Why a piece is idle in some cases.

    Attributes:
        fires: the evidence that fires there. silent: the evidence that does not.
    """

    fires: tuple[KnowledgeRule, ...]
    silent: tuple[KnowledgeRule, ...]


class Idleness:
    """Proves that evidence makes no difference.

    Args:
        space: the cases. solver: knows what is true of them.
    """

    def __init__(self, space: Space, solver: Any) -> None:
        self.space, self._z3, self._solver = space, space.z3, solver

    def reasons(
        self, cause: Cause, piece: Piece, fires: Any, own: KnowledgeRule, without: Collection[KnowledgeRule] = ()
    ) -> list[Reason] | None:
        """Why it never matters that a piece of evidence speaks about a cause; None where that is not shown.

        Args:
            cause, piece: of the evidence. fires: the formula of where it fires.
            own: the rule of the base in whose place it stands. without: rules that are not there either.
        """
        every = self.space.knowledge.evidence[cause.id]
        beside = [rule for rule in every if rule is not own and rule not in without and rule.sign == piece.sign]
        pieces = [self.space.knowledge.piece(rule) for rule in beside]
        found: list[Reason] = []
        self._solver.push()
        try:
            self._solver.add(fires)
            if cause.needs_presentation and piece.presents and piece.sign > 0 and self._alone(beside, pieces):
                return None
            while len(found) < _MOST_REASONS and (answer := self._solver.check()) == self._z3.sat:
                model = self._solver.model()
                fired = [place for place, one in enumerate(beside) if self.space.true(model, self.space.fires(one))]
                reason = _reason(piece, pieces, fired)
                if reason is None:
                    return None
                found.append(Reason(*(tuple(beside[place] for place in part) for part in reason)))
                self._solver.add(self._not_for(found[-1]))
            return found if answer == self._z3.unsat else None
        finally:
            self._solver.pop()

    def _alone(self, beside: Sequence[KnowledgeRule], pieces: Sequence[Piece]) -> bool:
        """Whether it may be all that presents the complaint."""
        presenting = [rule for rule, piece in zip(beside, pieces, strict=True) if piece.presents]
        answer = self._solver.check(*(self._z3.Not(self.space.fires(rule)) for rule in presenting))
        return bool(answer != self._z3.unsat)

    def _not_for(self, reason: Reason) -> Any:
        fires = [self.space.fires(rule) for rule in reason.fires]
        silent = [self._z3.Not(self.space.fires(rule)) for rule in reason.silent]
        return self._z3.Not(self._z3.And(*fires, *silent))


def _reason(piece: Piece, pieces: Sequence[Piece], fired: Sequence[int]) -> tuple[Sequence[int], Sequence[int]] | None:
    """Which of the pieces that fired make one idle, and which must not fire for that; None where it counts."""
    return min(_selections(piece, pieces, fired), key=lambda one: (len(one[1]), len(one[0])), default=None)


def _selections(
    piece: Piece, pieces: Sequence[Piece], fired: Sequence[int]
) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """What says as much on the answers of a piece, each with the pieces beside which it could not stand in for it.

    These share no answer with the piece, but one with what would stand in for it.
    """
    near = [place for place in fired if not pieces[place].rests_on.isdisjoint(piece.rests_on)]
    apart = [place for place in range(len(pieces)) if pieces[place].rests_on.isdisjoint(piece.rests_on)]
    for size in range(1, _MOST_PIECES + 1):
        for some in combinations(near, size):
            if _share_nothing([pieces[place] for place in some]) and _doubt(pieces, some) <= 1.0 - piece.strength:
                hindered = [place for place in apart if _clashes(pieces, place, some)]
                if not set(hindered) & set(fired):
                    yield some, hindered


def _clashes(pieces: Sequence[Piece], place: int, others: Sequence[int]) -> bool:
    """Whether a piece shares an answer with any of these."""
    return any(not pieces[place].rests_on.isdisjoint(pieces[at].rests_on) for at in others)


def _share_nothing(pieces: Sequence[Piece]) -> bool:
    return len(frozenset().union(*(one.rests_on for one in pieces))) == sum(len(one.rests_on) for one in pieces)


def _doubt(pieces: Sequence[Piece], some: Sequence[int]) -> float:
    return prod(sorted(1.0 - pieces[place].strength for place in some))
