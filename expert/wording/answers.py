"""Answers to what somebody asks about a result: a few lines of its page, or one cause or danger in short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from expert.consultation import Consultant, Consultation
from expert.examining.first_reading import patterns
from expert.hearing.questions import Question, alarms_about, alike
from expert.rules import Remark
from expert.wording.first_page import (
    CAUSES,
    DOING,
    HOW_SOON,
    OPEN,
    WHY,
    Part,
    Told,
    first_page,
    taken_back,
)
from expert.wording.first_page import part as part_of
from expert.wording.in_short import alarms_in_short, cause_in_short, finding_in_short
from expert.wording.phrases import tried_before

#: Of several that a name could mean, so many are told.
_MOST_NAMED = 2
_MOST_LINES = 3


#: What is drawn rather than told.
MAP = "map"


def answer(found: Consultation, consultant: Consultant, asked: Question) -> Sequence[Part]:
    """The parts that answer a question; empty where it was not understood, or is about something else."""
    if asked.sure:
        return _parts(found, consultant, asked.parts)
    for parts in (_named(found, asked), _remedies(found, consultant, asked), _alarms(found, asked)):
        if parts:
            return parts
    if asked.parts:
        return _parts(found, consultant, asked.parts)
    return _lines_with(first_page(found, consultant), asked.words)


# -- parts of the page -----------------------------------------------------------------------------------------------


def _parts(found: Consultation, consultant: Consultant, names: Sequence[str]) -> Sequence[Part]:
    """These parts of the page; one that it does not have, in words of the base."""
    page = first_page(found, consultant)
    told = [part_of(page, name) or _instead(found, name) for name in names]
    parts = [one for one in told if one is not None]
    if found.knowledge.seeking in names:
        parts = _with_how_soon(page, parts)
    if WHY in names and parts:
        parts = [Part(one.name, one.title, tuple(line for line in one.lines if not line.hint)) for one in parts]
    return parts


def _with_how_soon(page: Sequence[Part], parts: Sequence[Part]) -> list[Part]:
    """Whom to see begins with how soon, and ends with what to do if it changes."""
    soon, last = part_of(page, HOW_SOON), part_of(page, OPEN)
    net = Part(OPEN, "If it changes", last.lines[-1:]) if last else None
    return [one for one in (soon, *parts, net) if one is not None and one.lines]


def _instead(found: Consultation, name: str) -> Part | None:
    """What is said of a question that the page does not answer."""
    knowledge = found.knowledge
    if name not in knowledge.questions:
        return Part(name, _TITLES[name], (Told(_NOTHING[name]),)) if name in _TITLES else None
    if name == knowledge.seeking:
        return None
    if knowledge.urgencies[found.urgency].grave or taken_back(found, name) or found.alerts:
        text = knowledge.until_seen.get(name, "Ask whoever looks at it; that comes first.")
    else:
        text = knowledge.untold.get(name, "Nothing here answers that for what you told.")
    return Part(name, knowledge.questions[name], (Told(text),))


_TITLES = {DOING: "What to do now", WHY: "Why", HOW_SOON: "How soon", CAUSES: "What it probably is"}
_NOTHING = {
    DOING: "Nothing is advised for what you told.",
    WHY: "No cause stands out, so there is nothing to give reasons for.",
    HOW_SOON: "That was not looked at.",
    CAUSES: "That is not clear.",
}


# -- names -----------------------------------------------------------------------------------------------------------


def _named(found: Consultation, asked: Question) -> Sequence[Part]:
    """The causes, or what is outside of them, that a question names: first what the result names, too."""
    knowledge = found.knowledge
    causes = [name for name in asked.named if name in {cause.id for cause in knowledge.causes}]
    findings = [name for name in asked.named if name in knowledge.finders]
    known = {one.name for one in patterns(found)}
    findings.sort(key=lambda name: name not in known)
    if findings and (not causes or findings[0] in known):
        shown = [name for name in findings if name in known] or findings
        return [finding_in_short(found, name) for name in shown[:_MOST_NAMED]]
    return [cause_in_short(found, knowledge.cause(name)) for name in causes[:_MOST_NAMED]]


def _alarms(found: Consultation, asked: Question) -> Sequence[Part]:
    part = alarms_in_short(found, alarms_about(found.knowledge, asked.words))
    return [part] if part else []


# -- remedies --------------------------------------------------------------------------------------------------------


def _remedies(found: Consultation, consultant: Consultant, asked: Question) -> Sequence[Part]:
    """What is advised about something that can be tried, why not where it was taken back; else what is advised."""
    wanted = set(asked.remedies)
    measures = {name for name, measure in found.knowledge.measures.items()
                if any(alike(word, one) for word in asked.words for one in (name, *measure.words))}  # fmt: skip
    if not wanted and not measures:
        return []
    lines = list(_about(found, wanted, measures))
    if lines:
        return [Part(DOING, "What to do about that", tuple(lines))]
    doing = part_of(first_page(found, consultant), DOING)
    told = Told("That is not among what is advised for what you told.")
    return [Part(DOING, "What to do about that", (told,)), *([doing] if doing else [])]


def _about(found: Consultation, remedies: set[str], measures: set[str]) -> Iterator[Told]:
    """What is advised, and what was taken back, about these."""
    for one in found.recommendations:
        if _is_about(one.remark, remedies, measures):
            yield Told(one.remark.text, aside=tried_before(found, one.remark).strip(), bullet=True)
    reasons: dict[str, None] = {}
    for back in found.withheld:
        if _is_about(back.remark, remedies, measures):
            reasons.setdefault(back.short)
    for reason in reasons:
        yield Told(f"{reason}.", lead="Not now:")


def _is_about(remark: Remark, remedies: set[str], measures: set[str]) -> bool:
    return not (remedies.isdisjoint(remark.remedies) and measures.isdisjoint(remark.measures))


# -- words -----------------------------------------------------------------------------------------------------------


def _lines_with(page: Sequence[Part], words: Sequence[str]) -> Sequence[Part]:
    """The lines of the page that speak of one of these words."""
    found = []
    for one in page:
        lines = [line for line in one.lines if _speaks_of(line, words)]
        if lines:
            found.append(Part(one.name, one.title, tuple(lines[:_MOST_LINES])))
    return found


def _speaks_of(line: Told, words: Sequence[str]) -> bool:
    said = line.plain.lower().replace("-", " ").split()
    return any(alike(word, one.strip(".,;:()")) for word in words for one in said)
