"""One case, explained on a page: the urgency, the ranked causes with their evidence, the advice, what stays open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.console import Console

from expert.advice import Recommendation, Withheld
from expert.cases.case import Case
from expert.consultation import Alert, Consultant, Consultation
from expert.engine import Firing
from expert.explaining.cause_text import for_and_against, one_cause, standing
from expert.explaining.change_text import prospect_section, what_if_section
from expert.explaining.evidence_trees import EvidenceTrees
from expert.explaining.page import Node, Page, node, words
from expert.explaining.page_parts import notice
from expert.fields import Answer
from expert.rules import Cause
from expert.wording import english
from expert.wording.phrases import LATER, NOTHING_FITS, UNANSWERED, tried_before

if TYPE_CHECKING:
    from expert.examining.counterfactual import Prospect


def write_explanation(
    console: Console,
    consultation: Consultation,
    case: Case,
    cause: str | None = None,
    why_not: Sequence[str] = (),
    what_if: Mapping[str, Answer | None] | None = None,
    consultant: Consultant | None = None,
    prospect: Prospect | None = None,
    brief: bool = False,
) -> None:
    """Write the explained case: urgency, ranked causes with their evidence, advice, what stays open.

    Args:
        cause: only this cause, whether it was concluded or not, with what is not known that could still matter.
        why_not: causes whose nearest rules that did not fire are shown.
        what_if: full field names to other answers (None: not known); needs `consultant`.
        prospect: what would change the result, as far as it was searched for.
        brief: only what was asked for by `cause`, `why_not` or `what_if`, without the rest of the case.

    Raises:
        KnowledgeError: `cause` or one of `why_not` is no cause.
    """
    page, evidence = Page(console), EvidenceTrees(consultation)
    only = None if cause is None else consultation.knowledge.cause(cause)
    excluded = [consultation.knowledge.cause(name) for name in why_not]
    if not brief:
        _case_header(page, case)
        _urgency(page, evidence)
    if only is not None:
        one_cause(page, evidence, only)
    elif not brief:
        _conclusions(page, evidence)
    if not brief or only is not None:
        _recommendations(page, evidence, only)
    if excluded:
        _why_not(page, evidence, excluded)
    if what_if is not None and consultant is not None:
        what_if_section(page, consultation, what_if, consultant)
    if prospect is not None:
        prospect_section(page, prospect)
    if not brief:
        _unused_answers(page, consultation)
        _not_ruled_out(page, consultation)
        notice(page, consultation.knowledge)


def _case_header(page: Page, case: Case) -> None:
    if case.id:
        page.say("Case ", (case.id, "bold"), (f" ({case.source})", "dim") if case.source else "")
    if case.note:
        for index, line in enumerate(case.note.rstrip().splitlines() or [""]):
            page.text(words(line), "Note: " if index == 0 else "      ", "      ")


def _urgency(page: Page, evidence: EvidenceTrees) -> None:
    found = evidence.consultation
    urgency = found.knowledge.urgencies[found.urgency]
    if not found.alerts:
        page.heading(urgency.headline)
        if found.knowledge.assesses_alerts:
            page.say(urgency.calm)
        else:
            page.say("Red flags were not looked for, so nothing can be said about it.")
        return
    page.heading(urgency.headline, urgency.style)
    page.tree([_alert(alert, evidence) for alert in found.alerts])


def _alert(alert: Alert, evidence: EvidenceTrees) -> Node:
    urgency = evidence.consultation.knowledge.urgencies[alert.urgency]
    why = evidence.tree(alert.evidence.firing)
    why.text = words("Why: ") + why.text
    return node((alert.remark.text, "bold"), (f" ({urgency.told})", urgency.style), below=[why])


def _conclusions(page: Page, evidence: EvidenceTrees) -> None:
    page.heading("What it probably is")
    found = evidence.consultation.conclusions
    if not found:
        page.say(NOTHING_FITS)
    for number, conclusion in enumerate(found, 1):
        if number > 1:
            page.gap()
        page.numbered(number, (conclusion.cause.title, "bold"))
        standing(page, conclusion.cause, conclusion.certainty)
        for_and_against(page, evidence, conclusion.cause)


def _recommendations(page: Page, evidence: EvidenceTrees, only: Cause | None) -> None:
    found = evidence.consultation
    for stage, title in (("now", "Do now"), ("if_no_better", LATER)):
        due = [one for one in found.recommendations if one.stage == stage and (only is None or only in one.causes)]
        if due:
            page.heading(title)
            page.tree([_recommendation(one, evidence) for one in due])
    if found.withheld and only is None:
        page.heading("Not advised here")
        page.tree([_withheld(one, evidence) for one in found.withheld])


def _recommendation(found: Recommendation, evidence: EvidenceTrees) -> Node:
    entry = node((found.remark.text, "bold"), tried_before(evidence.consultation, found.remark))
    if found.causes:
        entry.below.append(node("For: ", "; ".join(cause.short for cause in found.causes)))
    entry.below += _reasons(found.firings, evidence)
    return entry


def _withheld(found: Withheld, evidence: EvidenceTrees) -> Node:
    return node("Withdrawn: ", (found.remark.text, "bold"), below=_reasons(found.firings, evidence))


def _reasons(firings: Sequence[Firing], evidence: EvidenceTrees) -> list[Node]:
    """Why, once for each rule."""
    trees = [evidence.tree(firing) for firing in firings]
    for tree in trees:
        tree.text = words("Why: ") + tree.text
    return trees


def _why_not(page: Page, evidence: EvidenceTrees, causes: Sequence[Cause]) -> None:
    from expert.explaining.why_not_text import why_not_section  # few explanations need what it brings

    for cause in causes:
        why_not_section(page, evidence, cause)


def _unused_answers(page: Page, consultation: Consultation) -> None:
    """The answers on which no rule stood."""
    asked, idle = consultation.knowledge.vocabulary.asked, consultation.unused()
    if idle:
        page.heading("Answers that no rule stood on")
        clauses = [english.answer_clause(asked[key], consultation.answers[key]) for key in idle]
        page.say(english.sentence("; ".join(clauses)))


def _not_ruled_out(page: Page, consultation: Consultation) -> None:
    if consultation.not_ruled_out:
        page.heading("What was not ruled out")
        page.say(UNANSWERED)
        page.tree([node(flag.text) for flag in consultation.not_ruled_out])
