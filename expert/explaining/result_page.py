"""The page that ends a consultation, in a terminal: `expert.wording.first_page`, written out."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from expert.consultation import Consultant, Consultation
from expert.explaining.page import Page, node, words
from expert.explaining.page_parts import notice
from expert.knowledge import KnowledgeBase
from expert.wording.first_page import HOW_SOON, Part, Told, first_page

if TYPE_CHECKING:
    from rich.console import Console


#: The question that shows all of it.
ASK = "what else can I do?"


def write_result_page(
    console: Console,
    consultation: Consultation,
    consultant: Consultant,
    unnamed: Collection[str] = (),
    before: Consultation | None = None,
) -> None:
    """Write the page that ends a consultation, for the person: plain words, no claim ids.

    Args:
        consultant: says what it would mean if an open red flag were so.
        unnamed: see `first_page`.
        before: an earlier result; what is as it was there is left out, but how soon it must be seen.
    """
    page = Page(console)
    known = {part.name: part.lines for part in first_page(before, consultant)} if before else {}
    parts = [
        _in_short(part)
        for part in first_page(consultation, consultant, unnamed)
        if part.name == HOW_SOON or part.lines != known.get(part.name)
    ]
    write_parts(page, parts, consultation.knowledge)
    notice(page, consultation.knowledge)


def _in_short(part: Part) -> Part:
    """A part without what is for later, or only for what is possible, and how to ask for that."""
    folded = [line for line in part.lines if line.folded]
    steps = sum(line.bullet for line in folded)
    if not steps:
        return part
    named = "; ".join(line.lead.rstrip(":") for line in folded if line.lead)
    more = Told(f'({steps} more {"step" if steps == 1 else "steps"}. {named}: ask "{ASK}")')
    return replace(part, lines=(*(line for line in part.lines if not line.folded), more))


def write_parts(page: Page, parts: Iterable[Part], knowledge: KnowledgeBase) -> None:
    """Write some parts of it, each under its heading."""
    for part in parts:
        grave = part.name == HOW_SOON and any(line.bullet for line in part.lines)
        page.heading(part.title, knowledge.urgencies[part.urgency].style if grave else "bold", close=True)
        for line in part.lines:
            _line(page, line)


def _line(page: Page, told: Told) -> None:
    if told.hint and not page.typed:
        return
    parts = [(told.lead, "bold"), " " if told.lead and told.text else "", (told.text, "dim" if told.hint else "")]
    if told.aside:
        parts += [" ", (told.aside, "dim")]
    if told.bullet:
        entry = node(*parts)
        page.bullets([entry])
        for text in told.below:
            page.hanging(words(text))
        return
    label = f"{told.number}. " if told.number else ""
    page.text(words(*parts), label, " " * len(label))
    for text in told.below:
        page.text(words(text), " " * len(label), " " * len(label))
