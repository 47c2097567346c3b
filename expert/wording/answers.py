"""Answers to what somebody asks about a result: a few lines of its page, or one cause or danger in short."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from expert.advice import Withheld
from expert.consultation import Consultant, Consultation
from expert.examining.first_reading import patterns
from expert.hearing.questions import Question, alarm_texts, alarms_about, alike, plain_words
from expert.rules import Remark, Withholds
from expert.wording.english import sentence
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


#: What is drawn rather than told, and what the base has no answers for.
MAP, OTHER = "map", "other"
_NOT_COVERED = "Nothing is known here about that itself. The nearest that is known:"


def answer(found: Consultation, consultant: Consultant, asked: Question) -> Sequence[Part]:
    """The parts that answer a question; empty where it was not understood, or is about something else."""
    if asked.sure:
        return _called_for(found, asked) or _parts(found, consultant, asked.parts)
    for parts in (_named(found, asked), _remedies(found, consultant, asked), _alarms(found, asked)):
        if parts:
            return parts
    if OTHER in asked.parts:
        return _other(found, consultant, asked)
    if asked.parts:
        return _parts(found, consultant, asked.parts)
    return _lines_with(first_page(found, consultant), asked.words)


def raised_about(found: Consultation, asked: Question) -> Sequence[Part]:
    """What alerts that were raised say of what a question names: it comes before all that is said of causes."""
    raised = {alert.evidence.firing.rule for alert in found.alerts}
    rules = [rule for rule in alarms_about(found.knowledge, asked.words) if rule in raised]
    part = alarms_in_short(found, rules) if rules else None
    return [part] if part else []


def _called_for(found: Consultation, asked: Question) -> Sequence[Part]:
    """Of whom to see, or what to have done: where it is something that few alerts ask for, what those say."""
    knowledge = found.knowledge
    if knowledge.seeking not in asked.parts:
        return []
    usual = " ".join(f"{one.headline} {one.soon} {one.net}" for one in knowledge.urgencies).lower()
    words = [word for word in asked.words if word not in usual and word in plain_words(alarm_texts(knowledge))]
    part = alarms_in_short(found, alarms_about(knowledge, words)) if words else None
    if part is None:
        return []
    grave = knowledge.urgencies[found.urgency].grave and part.title != found.due.headline
    return [replace(part, lines=(*part.lines, Told(_FIRST)))] if grave else [part]


def _other(found: Consultation, consultant: Consultant, asked: Question) -> Sequence[Part]:
    """Of something that the base has no answers for: what its page says of it, if that, and what is nearest to it."""
    near = _parts(found, consultant, [name for name in asked.parts if name != OTHER])
    own = _lines_with(first_page(found, consultant), asked.words)
    if own:
        return [*own, *(one for one in near if one.name not in {each.name for each in own})]
    return [Part(OTHER, "Not covered here", (Told(_NOT_COVERED),)), *near]


# -- parts of the page -----------------------------------------------------------------------------------------------


def _parts(found: Consultation, consultant: Consultant, names: Sequence[str]) -> Sequence[Part]:
    """These parts of the page; one that it does not have, in words of the base."""
    page = first_page(found, consultant)
    told = [part_of(page, name) or _instead(found, name) for name in names]
    parts = [one for one in told if one is not None]
    if found.knowledge.seeking in names:
        parts = _with_how_soon(page, parts)
    if WHY in names and parts:
        parts = [replace(one, lines=tuple(line for line in one.lines if not line.hint)) for one in parts]
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
        text = knowledge.until_seen.get(name, _FIRST)
    else:
        text = knowledge.untold.get(name, "Nothing here answers that for what you told.")
    return Part(name, knowledge.questions[name], (Told(text),))


_FIRST = "Ask whoever looks at it; that comes first."
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
        parts = [finding_in_short(found, name) for name in shown[:_MOST_NAMED]]
    else:
        parts = [cause_in_short(found, knowledge.cause(name)) for name in causes[:_MOST_NAMED]]
    return [*raised_about(found, asked), *parts] if parts else []


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
    title = "What to do about that"
    measures |= _measures_of(found, wanted)
    lines = list(_about(found, wanted, measures))
    if not any(line.bullet for line in lines):
        lines += _forbidden(found, asked, measures, {line.text for line in lines})
    if lines:
        return [Part(DOING, title, tuple(lines))]
    doing = part_of(first_page(found, consultant), DOING)
    grave = found.knowledge.urgencies[found.urgency].grave
    told = Told(_ASK_FIRST if grave else _NOT_ADVISED if measures else _NOT_KNOWN)
    return [Part(DOING, title, (told,)), *([doing] if doing else [])]


_ASK_FIRST = "That is not among what is advised until somebody has looked at it. Ask whoever looks at it."
_NOT_ADVISED = "That is not among what is advised for what you told; nothing that you told forbids it. What is advised:"
_NOT_KNOWN = "That is not among what is advised for what you told; no more is known of it here. What is advised:"


def _measures_of(found: Consultation, remedies: set[str]) -> set[str]:
    """What these remedies make somebody do: by their name, or as all advice on them alone does."""
    knowledge = found.knowledge
    told = {name for name in knowledge.measures if any(one.endswith(f".{name}") for one in remedies)}
    for remedy in remedies:
        alone = [set(rule.remark.measures) for rule in knowledge.rules
                 if rule.remark is not None and tuple(rule.remark.remedies) == (remedy,)]  # fmt: skip
        told |= set.intersection(*alone) if alone else set()
    return told


def _forbidden(found: Consultation, asked: Question, measures: set[str], said: set[str]) -> Iterator[Told]:
    """What forbids these, though nobody would have advised them: a rule that fired, or an alert that speaks of it."""
    words = {word for name in measures for word in found.knowledge.measures[name].words} | set(asked.words)
    reasons = dict.fromkeys(
        f"{sentence(one.rule.because)}" for one in found.trace
        if isinstance(one.rule, Withholds) and one.rule.measure in measures
    )  # fmt: skip
    for reason in reasons:
        if reason not in said:
            yield Told(reason, lead="Not now:")
    for text in dict.fromkeys(alert.remark.text for alert in found.alerts):
        if any(re.search(rf"\b{re.escape(word)}", text.lower()) for word in words):
            yield Told(lead=text, bullet=True)


def _about(found: Consultation, remedies: set[str], measures: set[str]) -> Iterator[Told]:
    """What is advised, and what was taken back, about these."""
    for one in found.recommendations:
        if _is_about(one.remark, remedies, measures):
            yield Told(one.remark.text, aside=tried_before(found, one.remark).strip(), bullet=True)
    reasons: dict[str, None] = {}
    for back in found.withheld:
        if _is_about(back.remark, remedies, measures):
            reasons |= dict.fromkeys(_why_not(back, measures))
    for reason in reasons:
        yield Told(sentence(reason), lead="Not now:")


def _why_not(back: Withheld, measures: set[str]) -> Iterator[str]:
    """Why something is not advised now: of advice that asks for more than that, only what is against that itself."""
    against = [one.rule.measure for one in back.firings if isinstance(one.rule, Withholds) and one.rule.measure]
    if measures.issuperset(against):
        yield back.short
    else:
        yield from (one.rule.because for one in back.firings if getattr(one.rule, "measure", "") in measures)


def _is_about(remark: Remark, remedies: set[str], measures: set[str]) -> bool:
    return not (remedies.isdisjoint(remark.remedies) and measures.isdisjoint(remark.measures))


# -- words -----------------------------------------------------------------------------------------------------------


def _lines_with(page: Sequence[Part], words: Sequence[str]) -> Sequence[Part]:
    """The lines of the page that speak of one of these words."""
    found = []
    for one in page:
        lines = [line for line in one.lines if _speaks_of(line, words)]
        if lines:
            found.append(replace(one, lines=tuple(lines[:_MOST_LINES])))
    return found


def _speaks_of(line: Told, words: Sequence[str]) -> bool:
    said = line.plain.lower().replace("-", " ").split()
    return any(alike(word, one.strip(".,;:()")) for word in words for one in said)
