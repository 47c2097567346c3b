"""Other answers, on a page: what a change of them makes of the result, and which changes would turn it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from expert.consultation import Consultant, Consultation
from expert.explaining.page import Node, Page, node
from expert.fields import Answer, changed
from expert.knowledge import KnowledgeBase
from expert.wording import english
from expert.wording.phrases import how_soon, place

if TYPE_CHECKING:
    from expert.examining.counterfactual import Change, Prospect, Way
    from expert.examining.edits import Edit


# -- what if ---------------------------------------------------------------------------------------------------------


def what_if_section(
    page: Page,
    before: Consultation,
    changes: Mapping[str, Answer | None],
    consultant: Consultant,
    figures: bool = True,
) -> None:
    """The same case with other answers, beside the case as it is; without figures in words alone."""
    after = consultant.consult(changed(before.answers, changes))
    page.heading("What if")
    page.tree([_change(before, key, answer) for key, answer in changes.items()])
    page.gap()
    _ranking_change(page, before, after, figures)
    was, becomes = (how_soon(one) for one in (before, after))
    page.say("Urgency: ", f"{becomes}; as before" if was == becomes else f"{was} {page.arrow} {becomes}")
    _rule_change(page, "Rules that fired only before:", before, after)
    _rule_change(page, "Rules that fire only with the change:", after, before)


def _change(before: Consultation, key: str, answer: Answer | None) -> Node:
    held = before.knowledge.vocabulary.asked[key]
    now = english.answer_clause(held, answer) if answer is not None else "not known"
    was = english.answer_clause(held, before.answers[key]) if key in before.answers else "not known"
    return node((key, "bold"), ": ", now, (f" (before: {was})", "dim"))


def _ranking_change(page: Page, before: Consultation, after: Consultation, figures: bool) -> None:
    """Every cause that is concluded before or after, in the order after."""
    ranked = [c.cause for c in after.conclusions] + [c.cause for c in before.conclusions]
    if not ranked:
        page.say("No cause is named, before or after.")
    entries = []
    for cause in dict.fromkeys(ranked):
        old, new = place(before, cause, figures), place(after, cause, figures)
        change = f"{new}, as before" if old == new else f"{old} {page.arrow} {new}"
        entries.append(node((cause.short, "bold"), ": ", change))
    page.tree(entries)


def _rule_change(page: Page, title: str, one: Consultation, other: Consultation) -> None:
    """Rules that fired in one consultation and not in the other."""
    elsewhere = {firing.rule.name for firing in other.trace}
    rules = [firing.rule for firing in one.trace if firing.rule.name not in elsewhere]
    page.say((title, "bold"), "" if rules else " none")
    page.tree([node(rule.effect, ": ", rule.because, (f" ({rule.name})", "dim")) for rule in rules])


# -- what would change it --------------------------------------------------------------------------------------------


def prospect_section(page: Page, prospect: Prospect) -> None:
    """The smallest changes of answers that would put another cause first."""
    if not prospect.ways:
        return
    page.heading("What would change it")
    page.say("What the result hangs on: the fewest answers that would have to be different. This is no advice.")
    for way in sorted(prospect.ways, key=lambda way: _effort(way, prospect.before.knowledge)):
        page.gap()
        page.say((_aim(way), "bold"), *(() if way.changes else (" " + _no_change(prospect),)))
        page.tree([_counterfactual(page, prospect, change) for change in way.changes])
    page.gap()
    page.say((prospect.reach.sentence(), "dim"))


def _effort(way: Way, knowledge: KnowledgeBase) -> tuple[int, int, bool]:
    """How much a way asks for: what needs few answers comes first, what needs another place or is none last."""
    if not way.changes:
        return 2, 0, way.down
    edits = way.changes[0].edits
    other = any(edit.field == knowledge.place or edit.kind == "unset" for edit in edits)
    return int(other and not way.down), len(edits) * (not way.down), not way.down


def _aim(way: Way) -> str:
    title = way.cause.short
    return f"{title} would no longer come first if:" if way.down else f"{title} would come first if:"


def _no_change(prospect: Prospect) -> str:
    return f"no change of {'one answer' if prospect.reach.size == 1 else 'one or two answers'} does it."


def _counterfactual(page: Page, prospect: Prospect, change: Change) -> Node:
    """One change: a line for one answer, a line each for two; then what comes first after it."""
    first = change.after.conclusions[0] if change.after.conclusions else None
    if first is None:
        then = "then no cause is named"
    else:
        then = f"then {first.cause.short} comes first, {first.level} ({first.certainty:.4g})"
    nodes = [_edit(prospect.before, edit) for edit in change.edits]
    if len(nodes) == 1:
        nodes[0].below.append(node((f"{page.arrow} {then}", "dim")))
        return nodes[0]
    return node("both of these:", below=[*nodes, node((f"{page.arrow} {then}", "dim"))])


def _edit(before: Consultation, edit: Edit) -> Node:
    """One change, as one would say it; of a list that was given only the value that comes or goes."""
    held = before.knowledge.vocabulary.asked[edit.field]
    known = edit.field in before.answers
    was = english.answer_clause(held, before.answers[edit.field]) if known else "not known"
    if edit.value:
        clause = english.answer_clause(held, (edit.value,))
        now = clause if not known else f"{clause}, too" if edit.kind == "add" else f"it is not so that {clause}"
    elif edit.answer is None:
        now = f"it is not known whether {was}"
    else:
        now = english.answer_clause(held, edit.answer)
    return node((now, "bold"), (f" ({'you said' if known else 'now'}: {was})", "dim"))
