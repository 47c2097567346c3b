"""Two cases beside each other, on a page: their rankings, their answers, the rules and what those move."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from expert.cases.case import Case
from expert.certainty import strength_text
from expert.consultation import Consultation
from expert.examining.compare import Comparison, Move, groups
from expert.explaining.page import Node, Page, node
from expert.explaining.page_parts import notice
from expert.wording import english
from expert.wording.phrases import how_soon, place

if TYPE_CHECKING:
    from rich.console import Console


def write_comparison(console: Console, comparison: Comparison, one: Case, other: Case) -> None:
    """Write what separates two cases: the ranking side by side, the answers, the rules and what they move."""
    page = Page(console)
    names = _case_names(one, other)
    page.say("Case ", (names[0], "bold"), " beside case ", (names[1], "bold"))
    _ranks(page, comparison, names)
    _answers_apart(page, comparison, names)
    for side, name in enumerate(names):
        _rules_apart(page, comparison, side, name)
    notice(page, comparison.one.knowledge)


def _case_names(one: Case, other: Case) -> tuple[str, str]:
    """What tells the cases apart: their ids, or where they stand if those are the same."""
    names = (one.id or one.source, other.id or other.source)
    return names if names[0] != names[1] else (one.source, other.source)


def _ranks(page: Page, comparison: Comparison, names: Sequence[str]) -> None:
    page.heading("What it probably is")
    if not comparison.ranks:
        page.say("No cause is named in either case.")
    entries = []
    for rank in comparison.ranks:
        ranked = [place(side, rank.cause) for side in comparison.sides]
        below = [node(f"{name}: {there}") for name, there in zip(names, ranked, strict=True)]
        entries.append(node((rank.cause.short, "bold"), below=below))
    page.tree(entries)
    urgencies = [how_soon(side) for side in comparison.sides]
    same = urgencies[0] == urgencies[1]
    page.say("Urgency: ", f"{urgencies[0]} in both" if same else
             "; ".join(f"{name}: {urgency}" for name, urgency in zip(names, urgencies, strict=True)))  # fmt: skip


def _answers_apart(page: Page, comparison: Comparison, names: Sequence[str]) -> None:
    page.heading("Answers")
    asked = comparison.one.knowledge.vocabulary.asked
    if not (comparison.different or any(comparison.only)):
        page.say("The same answers in both.")
    if comparison.different:
        page.say(("Different:", "bold"))
        page.tree([
            node((key, "bold"), below=[
                node(f"{name}: {english.answer_clause(asked[key], side.answers[key])}")
                for name, side in zip(names, comparison.sides, strict=True)
            ])
            for key in comparison.different
        ])  # fmt: skip
    for name, side, keys in zip(names, comparison.sides, comparison.only, strict=True):
        if keys:
            page.say((f"Only in {name}:", "bold"))
            page.tree([node((key, "bold"), ": ", english.answer_clause(asked[key], side.answers[key])) for key in keys])


def _rules_apart(page: Page, comparison: Comparison, side: int, name: str) -> None:
    page.heading(f"Rules that fired only in {name}")
    if not comparison.moves[side]:
        page.say("None.")
    for title, moves in groups(comparison.moves[side]).items():
        page.say((f"{title}:", "bold"))
        page.tree([_moved(comparison.sides[side], move) for move in moves])


def _moved(consultation: Consultation, move: Move) -> Node:
    """A rule, how strongly it speaks, how far it moves its cause there, and the answers that it stood on."""
    entry = node(english.sentence(move.rule.because), (f" ({move.rule.name})", "dim"))
    if move.cause is not None:
        word = "for it" if move.strength > 0 else "against it"
        entry.below.append(node(f"{strength_text(abs(move.strength))} {word}; moves its certainty by {move.by:+.4g}"))
    clauses = english.stood_on(consultation.knowledge, consultation.answers, move.firing.facts)
    if clauses and (move.rule.remark is None or move.rule.urgency):
        entry.below.append(node("On: ", "; ".join(clauses)))
    return entry
