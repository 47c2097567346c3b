"""What more than one page says, in the same words on each: how urgent it is, and that nothing fits."""

from __future__ import annotations

from expert.consultation import Consultation
from expert.rules import Cause

HEADLINES = {
    "clinician": "Have it looked at: book an appointment",
    "urgent": "Urgent: have it seen within a day or two",
    "emergency": "EMERGENCY: go now",
}
NOT_ASSESSED = (
    "Red flags (signs of something dangerous) were NOT looked for, because only the article's rules were used. "
    "Do not read this result as if they had been looked for and not found."
)
NOTHING_FITS = (
    "None of the causes known here fits these answers well enough to be named. "
    "That does not mean that nothing is wrong: it means that this program cannot tell."
)


def place(consultation: Consultation, cause: Cause) -> str:
    """A cause's rank, level and certainty."""
    for rank, found in enumerate(consultation.conclusions, 1):
        if found.cause.id == cause.id:
            return f"number {rank}, {found.level} ({found.certainty:.4g})"
    return "not concluded"
