"""What more than one page or document says, in the same words on each."""

from __future__ import annotations

from collections.abc import Sequence

from expert.consultation import Consultation
from expert.fields import UNTRIED, in_words
from expert.knowledge import KnowledgeBase
from expert.rules import Cause, Remark

UNANSWERED = "Nobody answered these. If one of them is so, say so and ask again:"
#: Before what is told of a pattern that is none of the causes.
ELSEWHERE = "It looks more like something else:"
#: The same beside a cause that fits as well.
ALSO_ELSEWHERE = "It could also be something else:"
#: What was taken back is told under it.
NOT_ADVISED = "Not advised here, and why"
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


def place(consultation: Consultation, cause: Cause, figures: bool = True) -> str:
    """A cause's rank, level and, where figures are wanted, certainty."""
    for rank, found in enumerate(consultation.conclusions, 1):
        if found.cause.id == cause.id:
            return f"number {rank}, {found.level}" + (f" ({found.certainty:.4g})" if figures else "")
    return "not concluded"


def how_soon(consultation: Consultation) -> str:
    """The urgency and by when: ``urgent, today``."""
    return f"{consultation.urgency.replace('_', '-')}, {consultation.due.soon}"


def opening(text: str) -> str:
    """The first sentence of a text."""
    first, end, _ = text.partition(". ")
    return f"{first}." if end else text


def ended(clause: str) -> str:
    """A clause with its full stop, to stand behind a colon or an "if"."""
    return clause if clause.endswith((".", "!", "?")) else f"{clause}."


def for_whom(causes: Sequence[Cause]) -> str:
    """The causes that something is for, in short."""
    return "; ".join(cause.short for cause in causes)
