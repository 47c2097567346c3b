"""The page for the person whom a result is about, as data: plain words, nothing of rules, claims and figures.

Its parts stand in the order in which they are needed: how soon it must be seen, what it probably is, what is asked
about it with what to do among that, why, and what could not be ruled out. The terminal, the document and the answers to
single questions are all made of these parts, so that they cannot say different things.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from expert.advice import MORE_CAREFUL, UNTIL_SEEN, Guidance, Recommendation, Withheld
from expert.base import RedFlag
from expert.certainty import LEVEL_NAMES
from expert.conclusions import Conclusion, Evidence
from expert.consultation import Consultant, Consultation
from expert.examining.first_reading import (
    Danger,
    Pattern,
    answers,
    dangers,
    left_out,
    patterns,
    sets_how_soon,
)
from expert.examining.open_flags import by_due
from expert.fields import in_words
from expert.rules import Remark
from expert.wording.english import sentence
from expert.wording.phrases import ALSO_ELSEWHERE, LATER, UNANSWERED, ended, for_whom, opening, tried_before

#: The names of the parts that every page can have; the others are called as the base's questions are.
HOW_SOON, CAUSES, DOING, WHY, OPEN = "how soon", "causes", "doing", "why", "open"

_MOST_REASONS = 3
_SILENT = "as far as you told: you did not name it"
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


@dataclass(frozen=True)
class Told:
    """One line of a part, in this order: its number, what it begins with in bold, its text, an aside, lines below it.

    Attributes:
        bullet: whether it is one of several of its kind.
        hint: whether it tells what can be typed, which paper does not.
        folded: whether a page that can be asked may leave it for who asks: it is for later, or for what is only
            possible.
    """

    text: str = ""
    lead: str = ""
    aside: str = ""
    below: tuple[str, ...] = ()
    number: int = 0
    bullet: bool = False
    hint: bool = False
    folded: bool = False

    @property
    def plain(self) -> str:
        """All of its words."""
        return " ".join(one for one in (self.lead, self.text, self.aside, *self.below) if one)


@dataclass(frozen=True)
class Part:
    """A part of the page.

    Attributes:
        name: one of those above, or a question of the base. title: its heading. lines: at least one.
        urgency: where it tells how soon, the name of that urgency, for its looks.
    """

    name: str
    title: str
    lines: tuple[Told, ...]
    urgency: str = ""


def first_page(
    found: Consultation, consultant: Consultant | None = None, unnamed: Collection[str] = ()
) -> Sequence[Part]:
    """The parts, in order; those with nothing to say are left out.

    Args:
        consultant: says what it would mean if an open red flag were so; without one they are only named.
        unnamed: the fields that are a no only because nobody named them in a list; what rests on these says so.
    """
    return [part for part in _parts(found, consultant, unnamed) if part.lines]


def _parts(found: Consultation, consultant: Consultant | None, unnamed: Collection[str]) -> Iterator[Part]:
    yield _how_soon(found)
    yield _causes(found)
    knowledge, asked = found.knowledge, answers(found)
    if not knowledge.advice_behind:
        yield _doing(found)
    for about, question in knowledge.questions.items():
        if about != knowledge.seeking:
            yield Part(about, question, tuple(_answer(found, about, asked.get(about, ()))))
        if about == knowledge.advice_behind:
            yield _doing(found)
    yield _seeking(found, asked.get(knowledge.seeking, ()))
    yield Part(WHY, "Why", tuple(_why(found, unnamed)))
    yield _open(found, consultant)


# -- how soon --------------------------------------------------------------------------------------------------------


def _how_soon(found: Consultation) -> Part:
    """By when it must be seen, for what, and what else should be looked at."""
    urgency, told = found.knowledge.urgencies[found.urgency], dangers(found)
    lines: list[Told] = []
    if told:
        lines = list(_dangers(one for one in told if sets_how_soon(found, one)))
        if urgency.grave:
            lines.append(Told("Do this first; the rest of this page can wait."))
        later = list(_dangers(one for one in told if not sets_how_soon(found, one)))
        lines += [Told(lead="Also, but not as soon:"), *later] if later else []
    elif found.knowledge.assesses_alerts:
        lines = [Told(urgency.calm)]
    return Part(HOW_SOON, found.due.headline, tuple(lines), urgency.name)


def _dangers(told: Iterable[Danger]) -> Iterator[Told]:
    """A line for each, with why; what several ask for is said with the first."""
    asked: set[str] = set()
    for one in told:
        text = opening(one.remark.text) if one.asks in asked else one.remark.text
        asked.update([one.asks] if one.asks else [])
        yield Told(lead=text, below=(f"Why: {sentence('; '.join(one.reasons))}",), bullet=True)


# -- what it is ------------------------------------------------------------------------------------------------------


def _causes(found: Consultation) -> Part:
    told, concluded = [_looks_like(one) for one in patterns(found)], found.conclusions
    if concluded:
        specific = any(one.cause.kind == "specific" for one in concluded)
        lines = [_concluded(*entry, specific or bool(told)) for entry in enumerate(concluded, 1)]
        if told and not specific:  # what is told of the place itself goes before what may be behind it
            lines = [*(Told(lead=text) for text in told), *lines]
        elif told:
            lines += [Told(lead=ALSO_ELSEWHERE), *(Told(text, bullet=True) for text in told)]
        return Part(CAUSES, f"What it probably is{_with_a_danger(found)}", tuple(lines))
    if told:
        count = len(found.knowledge.causes)
        number = _NUMBERS[count] if count < len(_NUMBERS) else str(count)
        title = f"What it probably is: none of the {number} causes here"
        return Part(CAUSES, title, tuple(Told(text, bullet=len(told) > 1) for text in told))
    return Part(CAUSES, "What it probably is: not clear", (Told(opening(found.knowledge.unconcluded)),))


def _with_a_danger(found: Consultation) -> str:
    """What the heading adds where something grave, that is none of the causes, must be ruled out before."""
    if not found.knowledge.urgencies[found.urgency].grave:
        return ""
    named = {name for alert in found.alerts for name in alert.evidence.firing.causes}
    return "" if found.conclusions[0].cause.id in named else ", once that is ruled out"


def _concluded(number: int, found: Conclusion, specific: bool) -> Told:
    behind = "; it may be what is behind it" if specific and found.cause.kind == "general" else ""
    below = (found.cause.about,) if number == 1 else ()
    return Told(f"{found.level}{behind}", lead=f"{found.cause.title}:", below=below, number=number)


def _looks_like(pattern: Pattern) -> str:
    """What a pattern looks like, without what is to be done about it."""
    return opening(pattern.remark.text) if pattern.advised else f"It looks more like {pattern.name}."


# -- what is asked ---------------------------------------------------------------------------------------------------


def _answer(found: Consultation, about: str, told: Sequence[Guidance]) -> Iterator[Told]:
    """The answers to one question; where all were taken back, or it must be seen soon, that it has to wait; where no
    rule answers what must not stay open, what holds then."""
    yield from _guidance(found, told)
    wait = found.knowledge.until_seen.get(about)
    if told or wait is None:
        return
    if found.knowledge.urgencies[found.urgency].grave:
        yield Told(wait)
        return
    reasons = [one for one in taken_back(found, about) if one != MORE_CAREFUL]
    if reasons:
        yield Told(f"{wait.rstrip('.')}: {ended(reasons[0])}")
    elif about in found.knowledge.untold:
        yield Told(found.knowledge.untold[about])


def taken_back(found: Consultation, about: str) -> Sequence[str]:
    """Why answers to a question were taken back, each reason once, as clauses."""
    given = {firing.rule.remark for firing in found.trace if firing.rule.about == about}
    return list(dict.fromkeys(one.short for one in found.withheld if one.remark in given))


def _guidance(found: Consultation, told: Sequence[Guidance]) -> Iterator[Told]:
    """Answers; where they are not for the first cause, with the cause that they are for."""
    first = found.conclusions[0].cause if found.conclusions else None
    for one in told:
        aside = "" if first in one.causes or not one.causes else f"({for_whom(one.causes)})"
        yield Told(one.remark.text, aside=aside)


def _seeking(found: Consultation, told: Sequence[Guidance]) -> Part:
    """Whom to see, and when, where no alert has said it."""
    knowledge = found.knowledge
    lines = list(_guidance(found, told))
    if not found.conclusions and not found.alerts:
        elsewhere = knowledge.if_elsewhere if patterns(found) else ""
        lines.append(Told(elsewhere or knowledge.unconcluded.removeprefix(opening(knowledge.unconcluded)).strip()))
    title = knowledge.questions.get(knowledge.seeking, knowledge.naming.net)
    return Part(knowledge.seeking or "seeking", title, tuple(line for line in lines if line.text))


# -- what to do ------------------------------------------------------------------------------------------------------


def _doing(found: Consultation) -> Part:
    """What to do now, what then, and what not."""
    grave = found.knowledge.urgencies[found.urgency].grave
    known = {pattern.remark.text for pattern in patterns(found)}
    due = {stage: [one for one in found.recommendations if one.stage == stage and one.remark.text not in known]
           for stage in ("now", "if_no_better")}  # fmt: skip
    lines = [Told(text, bullet=True) for text in map(_rest, patterns(found)) if text]
    lines += _advice(found, due["now"])
    if due["if_no_better"] and not grave:
        later = [Told(lead=f"{LATER}:"), *_advice(found, due["if_no_better"], labelled=False)]
        lines += [replace(line, folded=True) for line in later]
    missing = [same for same in left_out(found) if not (grave and same[0].short == UNTIL_SEEN)]
    lines += [Told(_left_out(found, same), lead="Not now:") for same in missing]
    return Part(DOING, "Until somebody has looked at it" if grave else "What to do now", tuple(lines))


def _rest(pattern: Pattern) -> str:
    """What is to be done about a pattern."""
    text = pattern.remark.text
    return text.removeprefix(opening(text)).strip() if pattern.advised else ""


def _advice(found: Consultation, due: Sequence[Recommendation], labelled: bool = True) -> Iterator[Told]:
    """What to do, first for the first cause; what is about the same remedies is one line, with what came of it."""
    first = found.conclusions[0].cause if found.conclusions else None
    groups: dict[str, list[Recommendation]] = {}
    for one in due:
        own = not labelled or first is None or not one.causes or first in one.causes
        groups.setdefault("" if own else for_whom(one.causes), []).append(one)
    for title, advised in groups.items():
        folded = bool(title) and all(_is_only_possible(found, one) for one in advised)
        if title:
            yield Told(lead=f"{title}:", folded=folded)
        for remarks in same_remedies(one.remark for one in advised):
            text = " ".join(one.text for one in remarks)
            yield Told(text, aside=tried_before(found, remarks[0]).strip(), bullet=True, folded=folded)


def _is_only_possible(found: Consultation, advised: Recommendation) -> bool:
    """Whether advice is for causes alone that are no more than possible, beside a first one that is more."""
    levels = {one.cause: one.level for one in found.conclusions}
    first = found.conclusions[0].level if found.conclusions else ""
    only = LEVEL_NAMES[1]
    return first != only and not advised.remark.protects and all(levels.get(cause) == only for cause in advised.causes)


def same_remedies(remarks: Iterable[Remark]) -> Sequence[Sequence[Remark]]:
    """Remarks about the same remedies together, in the order of the first of each; about none, alone."""
    groups: dict[object, list[Remark]] = {}
    for one in remarks:
        groups.setdefault(one.remedies or one.id, []).append(one)
    return list(groups.values())


def _left_out(found: Consultation, same: Sequence[Withheld]) -> str:
    """What was taken back for one reason, in a line: what it would have made somebody do, else its first sentence."""
    reason = same[0].short
    if reason in (UNTIL_SEEN, MORE_CAREFUL):
        return ended(reason)
    measure = same[0].firings[0].rule.measure
    what = found.knowledge.measures[measure].title if measure else f'"{_beginning(same[0].remark.text)}"'
    return ended(f"{what}, because {reason}")


def _beginning(text: str) -> str:
    """A text up to its first mark: what it is about, in few words."""
    return re.split(r"[.,:;]", text, maxsplit=1)[0]


# -- why -------------------------------------------------------------------------------------------------------------


def _why(found: Consultation, unnamed: Collection[str]) -> Iterator[Told]:
    """The strongest reasons for the first cause, what speaks against it; else what a pattern was seen by."""
    if not found.conclusions:
        seen = [pattern.because for pattern in patterns(found)]
        if seen:
            yield Told(ended("; ".join(dict.fromkeys(seen))), lead="For it:")
        return
    first = found.conclusions[0]
    strong, weak = strongest(first, unnamed=unnamed), strongest(first, against=True, unnamed=unnamed)[:1]
    for lead, reasons in (("For it:", strong), ("Against it:", weak)):
        if reasons:
            yield Told(ended("; ".join(reasons)), lead=lead)
    yield Told("(how 1 for the rest)", hint=True)


def strongest(found: Conclusion, against: bool = False, unnamed: Collection[str] = ()) -> Sequence[str]:
    """The strongest reasons for a conclusion, or against it, as clauses; of what says the same only what counts.

    Args:
        unnamed: see `first_page`; a reason that was told comes before one that rests on these.
    """
    entries = [entry for entry in (found.against if against else found.because) if entry.counted]
    ranked = sorted(entries, key=lambda entry: (_is_silent(entry, unnamed), -entry.certainty))
    told = [
        f"{entry.firing.rule.because} ({_SILENT})" if _is_silent(entry, unnamed) else entry.firing.rule.because
        for entry in ranked
    ]
    return list(dict.fromkeys(told))[:_MOST_REASONS]


def _is_silent(entry: Evidence, unnamed: Collection[str]) -> bool:
    """Whether evidence rests on nothing but what nobody named."""
    facts = entry.firing.facts
    return bool(facts) and not entry.firing.findings and all(key in unnamed for key in facts)


# -- what stays open -------------------------------------------------------------------------------------------------


def _open(found: Consultation, consultant: Consultant | None) -> Part:
    """What could not be ruled out, by what it would mean, and what to do if things change."""
    lines: list[Told] = []
    if consultant is None and found.not_ruled_out:
        lines = [Told(ended("; ".join(flag.text for flag in found.not_ruled_out)), lead=UNANSWERED)]
    for due, flags in by_due(found, consultant).items() if consultant else ():
        named = ended("; ".join(_not_told(found, flag) for flag in flags))
        lead = "Say so when somebody looks at it, if it is so:" if due is None else due.if_so or due.headline
        lines.append(Told(named, lead=lead))
    title = "What we could not rule out" if lines else "If it changes"
    if lines and consultant:
        lines.insert(0, Told("You were not asked, or did not know:"))
    return Part(OPEN, title, (*lines, Told(_net(found))))


def _not_told(found: Consultation, flag: RedFlag) -> str:
    """What a red flag would be; beside an answer that the same trying gave, by what it is that was not told."""
    fields, told = found.knowledge.vocabulary.fields, found.answers
    near = [key for trial in found.knowledge.trials if flag.field in trial for key in trial if key != flag.field]
    if not fields[flag.field].several or all(told.get(key, fields[key].denial) == fields[key].denial for key in near):
        return flag.text
    places = [
        re.sub(r" *[(].*?[)]", "", label) for value, label in fields[flag.field].values.items() if value in flag.values
    ]
    return f"{flag.text}, beside what you told, at one of these: {in_words(places, 'or')}"


def _net(found: Consultation) -> str:
    """What to do if things change; in short where somebody to see was named before."""
    urgency = found.knowledge.urgencies[found.urgency]
    told = answers(found).get(found.knowledge.seeking)
    return (told and urgency.net_besides) or urgency.net


# -- one part --------------------------------------------------------------------------------------------------------


def part(parts: Iterable[Part], name: str) -> Part | None:
    """The part of this name, if the page has it."""
    return next((one for one in parts if one.name == name), None)
