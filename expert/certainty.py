"""Certainty factors, combined as EMYCIN combined them, and the words for the result.

Evidence for and against a cause is gathered apart, each in the order of the rules so that rounding cannot differ,
and then set against each other:

    for:      a + b * (1 - a)
    together: (for - against) / (1 - min(for, against))

Reference: W. van Melle, "A Domain-Independent System that Aids in Constructing Knowledge-Based Consultation
Programs" (EMYCIN), Stanford, 1980; B. Buchanan and E. Shortliffe, "Rule-Based Expert Systems", 1984, chapter 11.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

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


def accumulate(strengths: Iterable[float]) -> float:
    """Combine evidence that points one way; 0 for none of it."""
    total = 0.0
    for strength in strengths:
        total += strength * (1.0 - total)
    return total


def combine(supporting: Iterable[float], opposing: Iterable[float]) -> float:
    """Set evidence for against evidence against: from -1 (certainly not) to 1 (certainly).

    Both sides at exactly 1 would divide by nothing; no hedge is worth 1, which the knowledge base check enforces.
    """
    pro, contra = accumulate(supporting), accumulate(opposing)
    return (pro - contra) / (1.0 - min(pro, contra))


def level_of(certainty: float) -> str:
    """The word for a certainty that was rounded to 4 digits; ``none`` below the weakest level."""
    for name, least in LEVELS:
        if certainty >= least:
            return name
    return "none"


def levels_up_to(level: str) -> tuple[str, ...]:
    """The level and all weaker ones: what a condition "at least possible" may be matched against."""
    return LEVEL_NAMES[1 : LEVEL_NAMES.index(level) + 1]
