"""One case, explained on a page: the urgency, the ranked causes with their evidence, the advice, what stays open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from expert.advice import Guidance, Recommendation, Withheld
from expert.cases.case import Case
from expert.conclusions import Alert
from expert.consultation import Consultant, Consultation
from expert.engine import Firing
from expert.examining.first_reading import by_reason, patterns, told_of
from expert.explaining.cause_text import for_and_against, one_cause, standing
from expert.explaining.change_text import prospect_section, what_if_section
from expert.explaining.evidence_trees import EvidenceTrees
from expert.explaining.page import Node, Page, node, words
from expert.explaining.page_parts import notice
from expert.fields import Answer
from expert.rules import Cause
from expert.wording import english
from expert.wording.phrases import ALSO_ELSEWHERE, ELSEWHERE, LATER, NOT_ADVISED, UNANSWERED, for_whom, tried_before

if TYPE_CHECKING:
    from rich.console import Console

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
    figures: bool = True,
) -> None:
    """Write the explained case: urgency, ranked causes with their evidence, answers, advice, what stays open.

    Args:
        cause: only this cause, whether it was concluded or not, with what is not known that could still matter.
        why_not: causes whose nearest rules that did not fire are shown.
        what_if: full field names to other answers (None: not known); needs `consultant`.
        prospect: what would change the result, as far as it was searched for.
        brief: only what was asked for by `cause`, `why_not` or `what_if`, without the rest of the case.
        figures: whether certainties are told as numbers too, or in words alone.

    Raises:
        KnowledgeError: `cause` or one of `why_not` is no cause.
    """
    page, evidence = Page(console), EvidenceTrees(consultation, figures)
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
        _questions(page, evidence, only)
        _recommendations(page, evidence, only)
    if excluded:
        _why_not(page, evidence, excluded)
    if what_if is not None and consultant is not None:
        what_if_section(page, consultation, what_if, consultant, figures)
    if prospect is not None:
        prospect_section(page, prospect)
    if not brief:
        _unused_answers(page, consultation)
        page.heading(consultation.knowledge.naming.net)
        page.say(consultation.knowledge.urgencies[consultation.urgency].net)
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
        page.heading(found.due.headline)
        if found.knowledge.assesses_alerts:
            page.say(urgency.calm)
        else:
            page.say("Red flags were not looked for, so nothing can be said about it.")
        return
    page.heading(found.due.headline, urgency.style)
    page.tree([_alert(alert, evidence) for alert in found.alerts])


def _alert(alert: Alert, evidence: EvidenceTrees) -> Node:
    knowledge = evidence.knowledge
    why = evidence.tree(alert.evidence.firing)
    why.text = words("Why: ") + why.text
    soon = f" ({alert.urgency}: {knowledge.due(alert.urgency, alert.within).soon})"
    return node((alert.remark.text, "bold"), (soon, knowledge.urgencies[alert.urgency].style), below=[why])


def _conclusions(page: Page, evidence: EvidenceTrees) -> None:
    page.heading("What it probably is")
    found = evidence.consultation.conclusions
    specific = any(one.cause.kind == "specific" for one in found)
    if not specific:  # what is told of the place itself goes before what may be behind it
        _patterns(page, evidence, ELSEWHERE)
    if not found:
        page.say(evidence.knowledge.unconcluded)
    for number, conclusion in enumerate(found, 1):
        if number > 1:
            page.gap()
        page.numbered(number, (conclusion.cause.title, "bold"))
        standing(page, evidence, conclusion.cause)
        for_and_against(page, evidence, conclusion.cause)
    if specific:
        _patterns(page, evidence, ALSO_ELSEWHERE)


def _patterns(page: Page, evidence: EvidenceTrees, lead: str) -> None:
    """What was found outside of the causes."""
    for pattern in patterns(evidence.consultation):
        page.say((lead, "bold"), f" {english.sentence(told_of(pattern))}")


def _questions(page: Page, evidence: EvidenceTrees, only: Cause | None) -> None:
    """What else is asked, each question with all its answers."""
    found = evidence.consultation
    for about, question in found.knowledge.questions.items():
        told = [one for one in found.guidance if one.about == about and (only is None or only in one.causes)]
        if about == found.knowledge.seeking and found.alerts:  # which say how soon; beside them only what protects
            told = [one for one in told if one.remark.protects]
        if told:
            page.heading(question)
            page.tree([_told(one, only, evidence) for one in told])


def _recommendations(page: Page, evidence: EvidenceTrees, only: Cause | None) -> None:
    found = evidence.consultation
    for stage, title in (("now", "Do now"), ("if_no_better", LATER)):
        due = [one for one in found.recommendations if one.stage == stage and (only is None or only in one.causes)]
        if due:
            page.heading(title)
            page.tree([_told(one, only, evidence) for one in due])
    if found.withheld and only is None:
        page.heading(NOT_ADVISED)
        page.tree([_withheld(why, same, evidence) for why, same in by_reason(found.withheld).items()])


def _told(found: Recommendation | Guidance, only: Cause | None, evidence: EvidenceTrees) -> Node:
    """Something that is told, what came of it where it was tried, what it is for, and why; or why for one cause."""
    entry = node((found.remark.text, "bold"), tried_before(evidence.consultation, found.remark))
    if found.causes and only is None:
        entry.below.append(node("For: ", for_whom(found.causes)))
    entry.below += _reasons([one for one in found.firings if only is None or one.rule.cause is only], evidence)
    return entry


def _withheld(why: str, same: Sequence[Withheld], evidence: EvidenceTrees) -> Node:
    """All that was taken back for one reason, and the rules that it was taken back by."""
    by = {firing.rule.name: firing for one in same for firing in one.firings}
    taken = [node("Withdrawn: ", (one.remark.text, "bold")) for one in same]
    return node((english.sentence(why), "italic"), below=[*taken, *_reasons(list(by.values()), evidence)])


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
