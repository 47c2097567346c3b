"""What more than one page has: the notice at the end."""

from __future__ import annotations

from expert.explaining.page import Page
from expert.knowledge import KnowledgeBase
from expert.wording.phrases import not_assessed


def notice(page: Page, knowledge: KnowledgeBase) -> None:
    """What no reader must mistake the page for."""
    page.gap()
    if not knowledge.assesses_alerts:
        page.say((not_assessed(knowledge), "bold"))
    page.say((knowledge.notice, "italic"))
