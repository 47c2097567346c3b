"""The page that ends a consultation, for the person: plain words, and nothing of rules, claims and figures.

In the order in which it is needed: how soon it must be seen, what it probably is, what is asked first, what to do, when
to see somebody, what could not be ruled out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from expert.advice import MORE_CAREFUL, UNTIL_SEEN, Guidance, Recommendation, Withheld
from expert.conclusions import Conclusion, Evidence
from expert.consultation import Consultant, Consultation
from expert.examining.first_reading import Danger, answers, dangers, left_out, patterns, sets_how_soon
from expert.examining.open_flags import by_due
from expert.explaining.page import Node, Page, node, words
from expert.explaining.page_parts import notice
from expert.wording import english
from expert.wording.phrases import ELSEWHERE, LATER, NOT_ADVISED, for_whom, opening, tried_before

if TYPE_CHECKING:
    from rich.console import Console


def write_result_page(console: Console, consultation: Consultation, consultant: Consultant) -> None:
    """Write the page that ends a consultation, for the person: plain words, no claim ids.

    Args:
        consultant: says what it would mean if an open red flag were so.
    """
    page = Page(console)
    _how_soon(page, consultation)
    _conclusions(page, consultation)
    asked = dict(answers(consultation))
    seeking = asked.pop(consultation.knowledge.seeking, ())
    for about, told in asked.items():
        page.heading(consultation.knowledge.questions[about])
        _guidance(page, consultation, told)
    _what_to_do(page, consultation)
    _when_to_see_somebody(page, consultation, seeking)
    _not_ruled_out(page, consultation, consultant)
    notice(page, consultation.knowledge)


# -- how soon --------------------------------------------------------------------------------------------------------


def _how_soon(page: Page, found: Consultation) -> None:
    """By when it must be seen, for what, and what else should be looked at."""
    urgency = found.knowledge.urgencies[found.urgency]
    told = dangers(found)
    if not told:
        if found.knowledge.assesses_alerts:
            page.heading(found.due.headline)
            page.say(urgency.calm)
        return
    page.heading(found.due.headline, urgency.style)
    page.bullets([_danger(one) for one in told if sets_how_soon(found, one)])
    if urgency.grave:
        page.say("Do this first; the rest of this page can wait.")
    later = [one for one in told if not sets_how_soon(found, one)]
    if later:
        page.say(("Also, but not as soon:", "bold"))
        page.bullets([_danger(one) for one in later])


def _danger(danger: Danger) -> Node:
    return node((danger.remark.text, "bold"), below=[node("Why: ", english.sentence("; ".join(danger.reasons)))])


# -- what it is ------------------------------------------------------------------------------------------------------


def _conclusions(page: Page, found: Consultation) -> None:
    page.heading("What it probably is")
    concluded = found.conclusions
    if not concluded:
        _elsewhere(page, found, ELSEWHERE)
        nothing = found.knowledge.unconcluded
        page.say(opening(nothing) if found.alerts else nothing)
        return
    specific = any(conclusion.cause.kind == "specific" for conclusion in concluded)
    for number, conclusion in enumerate(concluded, 1):
        if number > 1:
            page.gap()
        _conclusion(page, number, conclusion, behind=specific and conclusion.cause.kind == "general")
    page.gap()
    _elsewhere(page, found, "It could also be something else:")
    page.say(("(how 1 for the reasons)" if len(concluded) == 1 else "(how 1, how 2 ... for the reasons)", "dim"))


def _elsewhere(page: Page, found: Consultation, title: str) -> None:
    """The patterns outside the causes."""
    told = patterns(found)
    if told:
        page.say((title, "bold"))
        page.bullets([node(english.sentence(text)) for text in told])


def _conclusion(page: Page, number: int, found: Conclusion, behind: bool) -> None:
    page.numbered(number, (found.cause.title, "bold"), " - may be what is behind it" if behind else "")
    page.text(words((page.bar(found.certainty), "green"), " ", (found.level, "bold")), "   ", "   ")
    page.text(words((found.cause.about, "italic")), "   ", "   ")
    for title, entries in (("For it: ", found.because), ("Against it: ", found.against)):
        reasons = _reasons(entries)
        if reasons:
            page.text(words((title, "bold"), english.sentence("; ".join(reasons))), "   ", "   ")


def _reasons(entries: Sequence[Evidence]) -> list[str]:
    """Why, each once, of the entries that count."""
    return list(dict.fromkeys(entry.firing.rule.because for entry in entries if entry.counted))


# -- what to do ------------------------------------------------------------------------------------------------------


def _guidance(page: Page, found: Consultation, told: Sequence[Guidance]) -> None:
    """The answers to one question; where they are not for the first cause, with the cause that they are for."""
    first = found.conclusions[0].cause if found.conclusions else None
    for one in told:
        whom = "" if first in one.causes or not one.causes else f" ({for_whom(one.causes)})"
        page.say(one.remark.text, (whom, "dim"))


def _what_to_do(page: Page, found: Consultation) -> None:
    grave = found.knowledge.urgencies[found.urgency].grave
    first = "Until somebody has looked at it" if grave else "What to do now"
    told = patterns(found)
    for stage, title in (("now", first), ("if_no_better", LATER)):
        due = [one for one in found.recommendations if one.stage == stage and one.remark.text not in told]
        if due:
            page.heading(title)
            _advice(page, found, due)
    missing = left_out(found)
    if missing:
        page.heading(NOT_ADVISED)
        page.bullets([node(_left_out(found, same)) for same in missing])


def _advice(page: Page, found: Consultation, due: Sequence[Recommendation]) -> None:
    """What to do, and what came of it so far; where several causes are named, under the cause that it is for."""
    grouped = len(found.conclusions) > 1
    groups: dict[str, list[Node]] = {}
    for one in due:
        title = (for_whom(one.causes) or "In any case") if grouped else ""
        groups.setdefault(title, []).append(node(one.remark.text, tried_before(found, one.remark)))
    for title, nodes in groups.items():
        if title:
            page.say((f"{title}:", "bold"))
        page.bullets(nodes)


def _left_out(found: Consultation, same: Sequence[Withheld]) -> str:
    """What was taken back for one reason, in a line: what it would have made somebody do, else its first sentence."""
    reason = same[0].short
    if reason in (UNTIL_SEEN, MORE_CAREFUL):
        return english.sentence(reason)
    measure = same[0].firings[0].rule.measure
    what = found.knowledge.measures[measure].title if measure else f'"{opening(same[0].remark.text)}"'
    return f"{what[:1].upper()}{what[1:]}: {english.sentence(reason)}"


# -- what then -------------------------------------------------------------------------------------------------------


def _when_to_see_somebody(page: Page, found: Consultation, seeking: Sequence[Guidance]) -> None:
    page.heading("When to see somebody")
    _guidance(page, found, seeking)
    urgency = found.knowledge.urgencies[found.urgency]
    page.say((seeking and urgency.net_besides) or urgency.net)


def _not_ruled_out(page: Page, found: Consultation, consultant: Consultant) -> None:
    if not found.not_ruled_out:
        return
    page.heading("What we could not rule out")
    page.say("You were not asked, or did not know:")
    for due, flags in by_due(found, consultant).items():
        if due is not None:
            page.say((due.if_so or due.headline, "bold"))
            page.bullets([node(english.sentence(flag.text)) for flag in flags])
        else:
            page.say(("Say so when somebody looks at it, if it is so:", "bold"))
            page.say(english.sentence("; ".join(flag.text for flag in flags)))
