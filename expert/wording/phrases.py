"""What more than one page or document says, in the same words on each."""

from __future__ import annotations

from expert.consultation import Consultation
from expert.fields import UNTRIED, in_words
from expert.knowledge import KnowledgeBase
from expert.rules import Cause, Remark

UNANSWERED = "Nobody answered these. If one of them is so, say so and ask again:"
NOTHING_FITS = (
    "None of the causes known here fits these answers well enough to be named. "
    "That does not mean that nothing is wrong: it means that this program cannot tell."
)
#: What the later stage of the advice is told under.
LATER = "Later, or if that does not help"


def not_assessed(knowledge: KnowledgeBase) -> str:
    """That red flags were not looked for, where they were not."""
    return (
        "Red flags (signs of something dangerous) were NOT looked for, because only "
        f"{knowledge.naming.text}'s rules were used. "
        "Do not read this result as if they had been looked for and not found."
    )


def tried_before(consultation: Consultation, remark: Remark) -> str:
    """What came of it where it was tried already (`` You said: drying changed nothing.``), else nothing."""
    fields, answers = consultation.knowledge.vocabulary.fields, consultation.answers
    known = [key for key in remark.remedies if answers.get(key, UNTRIED) != UNTRIED]
    said = in_words([fields[key].describe(answers[key]) for key in known]) if known else ""
    return said and f" You said: {said}."


def place(consultation: Consultation, cause: Cause) -> str:
    """A cause's rank, level and certainty."""
    for rank, found in enumerate(consultation.conclusions, 1):
        if found.cause.id == cause.id:
            return f"number {rank}, {found.level} ({found.certainty:.4g})"
    return "not concluded"
