"""The page that ends a consultation, for the person: plain words, and nothing of rules and claims."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from expert.advice import Recommendation
from expert.certainty import percent
from expert.consultation import Alert, Conclusion, Consultant, Consultation
from expert.examining.open_flags import by_urgency
from expert.explaining.page import Node, Page, node, words
from expert.explaining.page_parts import notice
from expert.wording import english
from expert.wording.phrases import LATER, NOTHING_FITS, tried_before


def write_result_page(console: Console, consultation: Consultation, consultant: Consultant) -> None:
    """Write the page that ends a consultation, for the person: plain words, no claim ids.

    Args:
        consultant: says what it would mean if an open red flag were so.
    """
    page = Page(console)
    ladder = consultation.knowledge.urgencies
    grave = [alert for alert in consultation.alerts if ladder[alert.urgency].grave]
    if grave:
        page.heading(ladder[consultation.urgency].headline, ladder[consultation.urgency].style)
        _short_alerts(page, grave)
        page.say("Do this first; the rest of this page can wait.")
    _short_conclusions(page, consultation)
    first = "What to do after that" if grave else "What to do first"
    for stage, title in (("now", first), ("if_no_better", LATER)):
        due = [one for one in consultation.recommendations if one.stage == stage]
        if due:
            page.heading(title)
            _short_advice(page, consultation, due)
    _when_to_see_somebody(page, consultation, [alert for alert in consultation.alerts if alert not in grave])
    if consultation.not_ruled_out:
        page.heading("What we could not rule out")
        page.say("You were not asked, or did not know:")
        for urgency, flags in by_urgency(consultation, consultant).items():
            page.say((ladder[urgency].if_so, "bold"))
            page.bullets([node(english.sentence(flag.text)) for flag in flags])
    notice(page, consultation.knowledge)


def _short_alerts(page: Page, alerts: Sequence[Alert]) -> None:
    """Each thing to do once, with all its reasons."""
    reasons: dict[str, list[str]] = {}
    for alert in alerts:
        reasons.setdefault(alert.remark.text, []).append(alert.evidence.firing.rule.because)
    page.bullets(
        [node((text, "bold"), below=[node("Why: ", "; ".join(dict.fromkeys(why)))]) for text, why in reasons.items()]
    )


def _short_advice(page: Page, consultation: Consultation, due: Sequence[Recommendation]) -> None:
    """What to do, and what came of it so far; where several causes are named, under the cause that it is for."""
    grouped = len(consultation.conclusions) > 1
    groups: dict[str, list[Node]] = {}
    for one in due:
        titles = [cause.short for cause in one.causes] or ["In any case"]
        title = "; ".join(titles) if grouped else ""
        groups.setdefault(title, []).append(node(one.remark.text, tried_before(consultation, one.remark)))
    for title, nodes in groups.items():
        if title:
            page.say((f"{title}:", "bold"))
        page.bullets(nodes)


def _short_conclusions(page: Page, consultation: Consultation) -> None:
    page.heading("What it probably is")
    found = consultation.conclusions
    if not found:
        page.say(NOTHING_FITS)
        return
    specific = any(conclusion.cause.kind == "specific" for conclusion in found)
    for number, conclusion in enumerate(found, 1):
        if number > 1:
            page.gap()
        _short_conclusion(page, number, conclusion, behind=specific and conclusion.cause.kind == "general")
    page.gap()
    page.say(("(how 1 for the reasons)" if len(found) == 1 else "(how 1, how 2 ... for the reasons)", "dim"))


def _short_conclusion(page: Page, number: int, found: Conclusion, behind: bool) -> None:
    page.numbered(number, (found.cause.title, "bold"), " - may be what is behind it" if behind else "")
    sure = f" ({percent(found.certainty)}%)"
    page.text(words((page.bar(found.certainty), "green"), " ", (found.level, "bold"), sure), "   ", "   ")
    page.text(words((found.cause.about, "italic")), "   ", "   ")
    for title, entries in (("For it: ", found.because), ("Against it: ", found.against)):
        reasons = dict.fromkeys(entry.firing.rule.because for entry in entries)
        if reasons:
            page.text(words((title, "bold"), english.sentence("; ".join(reasons))), "   ", "   ")


def _when_to_see_somebody(page: Page, consultation: Consultation, alerts: Sequence[Alert]) -> None:
    grave = consultation.knowledge.urgencies[consultation.urgency].grave
    if grave and not alerts:
        return  # said at the top, and nothing milder beside it
    page.heading("When to see somebody")
    if alerts:
        _short_alerts(page, alerts)
    elif not consultation.alerts and consultation.knowledge.assesses_alerts:
        page.say(
            "Nothing that you said means that somebody must look at it now.",
            " But see below for what could not be ruled out." if consultation.not_ruled_out else "",
        )
    if not grave:
        steps = "if the steps above do not help, " if consultation.recommendations else ""
        page.say(f"Have it looked at if it gets worse, {steps}or if you are worried.")
