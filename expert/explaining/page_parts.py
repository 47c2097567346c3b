"""The parts that more than one page has: the heading of an urgency, and the notice at the end."""

from __future__ import annotations

from expert.explaining.page import Page
from expert.knowledge import KnowledgeBase
from expert.wording.phrases import HEADLINES, NOT_ASSESSED

URGENCY_STYLES = {"clinician": "bold yellow", "urgent": "bold red", "emergency": "bold white on red"}


def urgency_heading(page: Page, urgency: str) -> None:
    """What to do about it, in the colours of its urgency."""
    page.heading(HEADLINES[urgency], URGENCY_STYLES.get(urgency, "bold"))


def notice(page: Page, knowledge: KnowledgeBase) -> None:
    """What no reader must mistake the page for."""
    page.gap()
    if not knowledge.assesses_alerts:
        page.say((NOT_ASSESSED, "bold"))
    page.say((knowledge.notice, "italic"))
