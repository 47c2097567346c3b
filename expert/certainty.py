"""How evidence becomes a certainty, and certainty a word: the one place that knows.

Certainty factors are combined as EMYCIN combined them, which holds for pieces of evidence that know nothing of each
other. Two pieces that rest on the same answer are one fact told twice, so they never add up: on each side the strongest
selection of pieces counts in which no two share an answer. Evidence for and against is then set against each other:

    for:      a + b * (1 - a)
    together: (for - against) / (1 - min(for, against))

`combine` is that formula, and nobody else adds up anything: consultation, bounds, proof, search and comparison all call
`weigh` (through `KnowledgeBase.certainty`), and what is told to a reader stands beside it. Whoever changes `combine`
changes all of them, and has two things to keep:

* The certainty depends on nothing but which pieces there are, in the order of the rules.
* It is monotone: one more piece for a cause never lowers what `weigh` gives, one more against it never raises it. The
  bounds and the proof stand on that (see `tests/test_certainty.py`).

Reference: W. van Melle, "A Domain-Independent System that Aids in Constructing Knowledge-Based Consultation
Programs" (EMYCIN), Stanford, 1980; B. Buchanan and E. Shortliffe, "Rule-Based Expert Systems", 1984, chapter 11.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod

#: Level names with the certainty from which they hold, best first.
LEVELS = (("very likely", 0.8), ("likely", 0.5), ("possible", 0.2))
#: The same names, the weakest first, with ``none`` for no conclusion.
LEVEL_NAMES = ("none", "possible", "likely", "very likely")


@dataclass(frozen=True)
class Hedge:
    """How much a source's word of caution is worth.

    Attributes:
        word: the source's own (``typically``, ``can``).
        presentation: certainty factor of a feature of the complaint itself, 0 to 1.
        risk: certainty factor of something that may have brought it on, 0 to 1.
    """

    word: str
    presentation: float
    risk: float

    def strength(self, role: str, partial: bool) -> float:
        """The certainty factor of one rule; a partial feature counts half."""
        full = self.presentation if role == "presentation" else self.risk
        return full / 2 if partial else full


@dataclass(frozen=True)
class Piece:
    """One piece of evidence about a cause, as the arithmetic sees it.

    Attributes:
        strength: the certainty factor of its rule, between 0 and 1.
        sign: 1 where it speaks for the cause, -1 where against it.
        presents: whether it is a feature of the complaint itself; else it is something that may have brought it on.
        rests_on: the answered questions that it tells anew; it never counts beside another that rests on one of them.
    """

    strength: float
    sign: int
    presents: bool
    rests_on: frozenset[str] = frozenset()


def combine(pieces: Sequence[Piece]) -> float:
    """Set evidence for against evidence against: from -1 (certainly not) to 1 (certainly); 0 for none.

    Both sides at exactly 1 would divide by nothing; no hedge is worth 1, which the knowledge base check enforces.
    """
    pro, contra = (_gathered([pieces[place] for place in counted(pieces, sign)]) for sign in (1, -1))
    return (pro - contra) / (1.0 - min(pro, contra))


def _gathered(pieces: Sequence[Piece]) -> float:
    """What pieces come to that share no answer. They are sorted, so that no order of rules shows."""
    return 1.0 - prod(sorted(1.0 - piece.strength for piece in pieces))


def counted(pieces: Sequence[Piece], sign: int) -> tuple[int, ...]:
    """Which pieces on one side count: the strongest selection in which no two rest on the same answer.

    Of those that rest on one answer alone the strongest is known for each answer. Only where a piece rests on several
    answers, and says more than they do one by one, is there a choice; there are few such, so all choices are tried. One
    piece more only adds choices, so it never makes the best one weaker.

    Returns:
        their places in `pieces`, ascending.
    """
    held = [place for place, piece in enumerate(pieces) if piece.sign == sign]
    free = [place for place in held if not pieces[place].rests_on]
    alone: dict[str, int] = {}
    for place in held:
        if len(pieces[place].rests_on) == 1:
            (answer,) = pieces[place].rests_on
            if answer not in alone or pieces[place].strength > pieces[alone[answer]].strength:
                alone[answer] = place
    worth = [place for place in held if len(pieces[place].rests_on) > 1 and _says_more(pieces, place, alone)]
    best = min(_selections(pieces, worth), key=lambda chosen: _doubt(pieces, chosen, alone))
    return tuple(sorted([*free, *_with_the_rest(pieces, best, alone)]))


def _says_more(pieces: Sequence[Piece], place: int, alone: Mapping[str, int]) -> bool:
    """Whether a piece on several answers leaves less doubt than what each of them says by itself."""
    apart = [1.0 - pieces[alone[answer]].strength for answer in pieces[place].rests_on if answer in alone]
    return 1.0 - pieces[place].strength < prod(sorted(apart))


def _selections(pieces: Sequence[Piece], places: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Every selection of these in which no two share an answer; none of them first."""
    if not places:
        yield ()
        return
    first, rest = places[0], places[1:]
    yield from _selections(pieces, rest)
    apart = [place for place in rest if pieces[place].rests_on.isdisjoint(pieces[first].rests_on)]
    yield from ((first, *chosen) for chosen in _selections(pieces, apart))


def _with_the_rest(pieces: Sequence[Piece], chosen: Sequence[int], alone: Mapping[str, int]) -> list[int]:
    """A selection of pieces on several answers, and what the answers that they leave say by themselves."""
    used = {answer for place in chosen for answer in pieces[place].rests_on}
    return [*chosen, *(place for answer, place in alone.items() if answer not in used)]


def _doubt(pieces: Sequence[Piece], chosen: Sequence[int], alone: Mapping[str, int]) -> float:
    return prod(sorted(1.0 - pieces[place].strength for place in _with_the_rest(pieces, chosen, alone)))


#: `combine` in words: below the pieces of one cause, and where the book tells of strengths in general.
DOUBT_SHARED = "Each entry takes away its share of the doubt that the ones before it left; one answer counts once."
#: What no reader may take a certainty factor for.
NO_PROBABILITY = "Certainty factors say how strongly the rules speak for it; they are no probabilities."
SAID_ALREADY = "says nothing new beside the others, so it is not counted again"
HOW_IT_COMBINES = "Evidence combines: each piece takes its share of the doubt left, and no answer is counted twice."


def together(pieces: Sequence[Piece]) -> str:
    """What the pieces on each side come to by themselves, in words."""
    pro, contra = ([piece for piece in pieces if piece.sign == sign] for sign in (1, -1))
    against = f"{-combine(contra):.4g} against it" if contra else "nothing against it"
    return f"Together: {combine(pro):.4g} for it, {against}."


def weigh(pieces: Iterable[Piece], needs_presentation: bool) -> float:
    """The certainty of a cause, rounded as results are.

    Args:
        pieces: what speaks for and against it, in the order of the rules.
        needs_presentation: without a feature of the complaint itself it cannot be concluded: risk factors alone
            conclude no specific condition.
    """
    known = tuple(pieces)
    certainty = combine(known)
    return rounded(min(certainty, 0.0) if unpresented(known, needs_presentation) else certainty)


def unpresented(pieces: Iterable[Piece], needs_presentation: bool) -> bool:
    """Whether a cause that needs one has no feature of the complaint itself that speaks for it."""
    return needs_presentation and not any(piece.sign > 0 and piece.presents for piece in pieces)


def rounded(certainty: float) -> float:
    """A certainty, a strength or a difference of them as results give it: 4 digits, and no minus before a zero."""
    return round(certainty, 4) + 0.0


def level_of(certainty: float) -> str:
    """The word for a certainty that was rounded to 4 digits; ``none`` below the weakest level."""
    for name, least in LEVELS:
        if certainty >= least:
            return name
    return "none"


def levels_up_to(level: str) -> tuple[str, ...]:
    """The level and all weaker ones: what a condition "at least possible" may be matched against."""
    return LEVEL_NAMES[1 : LEVEL_NAMES.index(level) + 1]


_STRENGTHS = ((0.65, "very strong"), (0.5, "strong"), (0.35, "moderate"), (0.2, "weak"))


def strength_word(certainty: float) -> str:
    """The word for how strongly one rule speaks: ``slight`` to ``very strong``."""
    return next((word for least, word in _STRENGTHS if certainty >= least), "slight")


def strength_text(certainty: float) -> str:
    """A strength as word and number: ``strong (0.60)``."""
    return f"{strength_word(certainty)} ({certainty:.4g})"
