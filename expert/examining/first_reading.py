"""What of a result is told first, as data: each danger once, what is asked about the first cause, what was left out.

A result holds all that fired. Somebody who reads it for themselves needs of it what is to be done: of alerts that rest
on the same answers the soonest, of answers to one question those about the first cause, of what was taken back only
what they would have expected. The whole is in the explanation and the report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from expert.advice import Guidance, Withheld
from expert.conclusions import Alert, Evidence
from expert.consultation import Consultation
from expert.rules import KnowledgeRule, Remark

_MOST_LEFT_OUT = 3


# -- dangers ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Danger:
    """Something that must be seen, once, with all that it rests on.

    Attributes:
        remark: what to do about it; urgency, within: how soon.
        reasons: clauses, each once.
        rests_on: the answers and conclusions behind it.
        names: whether it tells by its name what was found.
    """

    remark: Remark
    urgency: str
    within: str
    reasons: tuple[str, ...]
    rests_on: frozenset[str]
    names: bool

    @property
    def asks(self) -> str:
        """What it asks for: its text without the first sentence, which says what it is."""
        return self.remark.text.partition(". ")[2]


def dangers(found: Consultation) -> Sequence[Danger]:
    """The dangers, the gravest first; without those that another one says more of, as soon or sooner."""
    alerts: dict[str, list[Alert]] = {}
    for alert in found.alerts:
        alerts.setdefault(alert.remark.text, []).append(alert)
    told = [_danger(found, same) for same in alerts.values()]
    return [one for one in told if not any(_says_more(found, other, one) for other in told)]


def _says_more(found: Consultation, other: Danger, one: Danger) -> bool:
    """Whether one danger rests on nothing but what a graver one rests on, or one as grave that rests on more.

    Of two grave ones it says more only where both ask for the same: what each asks for is to be done.
    """
    gravity, others = (found.knowledge.gravity(each.urgency, each.within) for each in (one, other))
    if gravity < others:
        return one.rests_on <= other.rests_on
    if gravity != others or not one.rests_on < other.rests_on:
        return False
    if found.knowledge.urgencies[one.urgency].grave:
        return one.asks != "" and one.asks == other.asks
    return not one.names


def sets_how_soon(found: Consultation, danger: Danger) -> bool:
    """Whether it is one of those for which it must be seen as soon as it must."""
    return danger.within == found.within if found.within else danger.urgency == found.urgency


def _danger(found: Consultation, same: Sequence[Alert]) -> Danger:
    """One danger from the alerts that say the same of it, the gravest first."""
    reasons = tuple(dict.fromkeys(alert.evidence.firing.rule.because for alert in same))
    rests_on = frozenset(key for alert in same for key in _behind(alert.evidence))
    rests_on |= {key for name in rests_on for key in _behind_conclusion(found, name)}
    rests_on = rests_on - {found.knowledge.place} or rests_on
    remark = same[0].remark
    names = any(name in remark.text for alert in same for name in alert.evidence.firing.findings)
    return Danger(remark, same[0].urgency, same[0].within, reasons, rests_on, names)


def _behind(evidence: Evidence) -> Iterator[str]:
    """The answers and the conclusions that a firing stood on, down to the case's own."""
    yield from evidence.firing.facts
    yield from evidence.firing.causes
    for below in evidence.because:
        yield from _behind(below)


def _behind_conclusion(found: Consultation, name: str) -> Iterator[str]:
    """The answers that a conclusion stands on; none for another name."""
    conclusion = found.conclusion(name)
    for entry in conclusion.because if conclusion else ():
        yield from _behind(entry)


# -- what is none of the causes --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Pattern:
    """Something outside of the causes that was found.

    Attributes:
        name: of the finding; because: what shows it, as a clause.
        remark: what is told of it; advised: whether that stands, or was taken back.
    """

    name: str
    because: str
    remark: Remark
    advised: bool


def pattern_of(rule: KnowledgeRule) -> str:
    """The pattern outside of the causes that a rule's advice is about, by the name of its finding; else nothing."""
    if not rule.stage or rule.remark is None or rule.cause is not None:
        return ""
    return next((atom.key for atom in rule.atoms if atom.kind == "finding"), "")


def patterns(found: Consultation) -> Sequence[Pattern]:
    """The patterns outside of the causes: what has advice for none of them, for something that was found; each once."""
    taken = {one.remark.id for one in found.withheld}
    told: dict[str, Pattern] = {}
    for firing in found.trace:
        rule = firing.rule
        name = pattern_of(rule)
        if rule.remark and name:
            because = found.finders[name][0].rule.because
            told.setdefault(rule.remark.text, Pattern(name, because, rule.remark, rule.remark.id not in taken))
    return list(told.values())


def told_of(pattern: Pattern) -> str:
    """What is told of a pattern; where that was taken back, what it is."""
    return pattern.remark.text if pattern.advised else pattern.name


# -- questions -------------------------------------------------------------------------------------------------------


def answers(found: Consultation) -> Mapping[str, Sequence[Guidance]]:
    """Each question that is answered, in the base's order: what holds for the first cause, else for the best that is.

    What asks whom to see is answered by an alert where there is one; beside it stands only what protects.
    """
    told: dict[str, list[Guidance]] = {}
    for one in found.guidance:
        if not (one.about == found.knowledge.seeking and found.alerts and not one.remark.protects):
            told.setdefault(one.about, []).append(one)
    return {about: _best(found, given) for about, given in told.items()}


def _best(found: Consultation, given: Sequence[Guidance]) -> Sequence[Guidance]:
    """Of the answers to one question those for the best cause that has one."""
    for conclusion in found.conclusions:
        own = [one for one in given if conclusion.cause in one.causes]
        if own:
            return own
    return given


# -- what was left out -----------------------------------------------------------------------------------------------


def by_reason(withheld: Iterable[Withheld]) -> Mapping[str, Sequence[Withheld]]:
    """What was taken back, by why."""
    reasons: dict[str, list[Withheld]] = {}
    for one in withheld:
        reasons.setdefault(one.text, []).append(one)
    return reasons


def left_out(found: Consultation) -> Sequence[Sequence[Withheld]]:
    """What somebody would have expected, for the first cause, and was taken back: what has the same reason together."""
    if not found.conclusions:
        return ()
    first = found.conclusions[0].cause
    expected = {
        firing.rule.remark.id
        for firing in found.trace
        if firing.rule.stage and firing.rule.remark and firing.rule.cause is first
    }
    reasons: dict[str, list[Withheld]] = {}
    for one in found.withheld:
        if one.remark.id in expected:
            reasons.setdefault(one.short, []).append(one)
    return list(reasons.values())[:_MOST_LEFT_OUT]
