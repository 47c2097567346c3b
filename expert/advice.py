"""What to do and what not: from the rules that fired to recommendations and guidance, and what was taken back and why.

Three things take back what a rule recommends, in this order:

* a rule that withholds it, or something that it asks for;
* a grave alert: beside it only what protects stays, until somebody has looked at it;
* a more careful recommendation: of those that differ in care only the most careful stand.

Each leaves a word in what is withheld, with the rule that it rests on. Nothing else decides what is recommended.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from expert.engine import Firing
from expert.knowledge import KnowledgeBase
from expert.rules import Cause, Remark

#: Why a recommendation was taken back, where no rule of the base says it.
UNTIL_SEEN = "until somebody has looked at it, only what protects is advised"
MORE_CAREFUL = "something more careful is advised"


@dataclass(frozen=True)
class Recommendation:
    """Something to do.

    Attributes:
        remark: its id and text; causes: what it is for; stage: ``now`` or ``if_no_better``.
        firings: the rules that call for it at this stage, in order.
    """

    remark: Remark
    causes: tuple[Cause, ...]
    stage: str
    firings: tuple[Firing, ...]


@dataclass(frozen=True)
class Guidance:
    """An answer to one of the base's questions.

    Attributes:
        about: the question's name; remark: the answer; causes: what it is for.
        firings: the rules that give it, in order.
    """

    about: str
    remark: Remark
    causes: tuple[Cause, ...]
    firings: tuple[Firing, ...]


@dataclass(frozen=True)
class Withheld:
    """A recommendation, or guidance, that was taken back.

    Attributes:
        remark: what it was; text: why, as a clause.
        firings: the rules that it was taken back by, in order; at least one.
    """

    remark: Remark
    text: str
    firings: tuple[Firing, ...]

    @property
    def short(self) -> str:
        """Why, for a reader who has read the alerts and what is advised."""
        return next((general for general in (UNTIL_SEEN, MORE_CAREFUL) if general in self.text), self.text)


@dataclass(frozen=True)
class Advice:
    """All that is advised in one case."""

    recommendations: tuple[Recommendation, ...]
    guidance: tuple[Guidance, ...]
    withheld: tuple[Withheld, ...]


@dataclass
class _Wanted:
    """A remark that rules call for, before anything is taken back."""

    remark: Remark
    firings: list[Firing]


def advise(
    knowledge: KnowledgeBase, trace: Sequence[Firing], ranked: Sequence[Cause], alarms: Sequence[Firing]
) -> Advice:
    """What is recommended, and what is taken back.

    Args:
        trace: every firing, in the order of the rules.
        ranked: the causes that were concluded, best first.
        alarms: the firings that raised a grave alert, the gravest first.
    """
    wanted: dict[tuple[str, str], _Wanted] = {}
    for firing in trace:
        if firing.rule.remark is not None and (firing.rule.stage or firing.rule.about):
            key = firing.rule.about, firing.rule.remark.id
            wanted.setdefault(key, _Wanted(firing.rule.remark, [])).firings.append(firing)
    withheld: dict[str, Withheld] = {}
    for why in (
        _by_rules(wanted.values(), trace),
        _by_alarms(wanted.values(), alarms),
        _by_care(knowledge, wanted.values(), withheld),
    ):
        for one in why:
            withheld.setdefault(one.remark.id, one)
    rank = {cause.id: place for place, cause in enumerate(ranked)}
    stands = {key: one for key, one in wanted.items() if one.remark.id not in withheld}
    given = [_recommendation(one, rank) for (about, _), one in stands.items() if not about]
    told = [_guidance(about, one, rank) for (about, _), one in stands.items() if about]
    asked = list(knowledge.questions)
    given.sort(key=lambda entry: (entry.stage != "now", _rank_of(entry.causes, rank)))
    told.sort(key=lambda entry: (asked.index(entry.about), _rank_of(entry.causes, rank)))
    return Advice(tuple(given), tuple(told), tuple(withheld.values()))


def _by_rules(wanted: Iterable[_Wanted], trace: Sequence[Firing]) -> Iterator[Withheld]:
    takers = [firing for firing in trace if firing.rule.against and not firing.rule.sign]
    for one in wanted:
        firings = tuple(firing for firing in takers if firing.rule.takes_back(one.remark))
        if firings:
            yield Withheld(one.remark, firings[0].rule.because, firings)


def _by_alarms(wanted: Iterable[_Wanted], alarms: Sequence[Firing]) -> Iterator[Withheld]:
    for one in wanted:
        if alarms and not one.remark.protects:
            yield Withheld(one.remark, f"{alarms[0].rule.because}: {UNTIL_SEEN}", (alarms[0],))


def _by_care(
    knowledge: KnowledgeBase, wanted: Iterable[_Wanted], withheld: Mapping[str, Withheld]
) -> Iterator[Withheld]:
    cares = [one for one in wanted if one.remark.care and one.remark.id not in withheld]
    if not cares:
        return
    most = min(cares, key=lambda one: knowledge.cares.index(one.remark.care))
    for one in cares:
        if one.remark.care != most.remark.care:
            yield Withheld(one.remark, f'{MORE_CAREFUL}: "{most.remark.text}"', tuple(most.firings))


def _rank_of(causes: Sequence[Cause], rank: Mapping[str, int]) -> int:
    """The rank of the best cause that something is for; what is for none of them comes first."""
    return rank.get(causes[0].id, len(rank)) if causes else -1


def _causes(firings: Iterable[Firing], rank: Mapping[str, int]) -> tuple[Cause, ...]:
    wanted = {firing.rule.cause for firing in firings if firing.rule.cause is not None}
    return tuple(sorted(wanted, key=lambda cause: rank.get(cause.id, len(rank))))


def _recommendation(wanted: _Wanted, rank: Mapping[str, int]) -> Recommendation:
    """One recommendation from all the rules that call for it; where stages differ, now holds."""
    stage = "now" if any(firing.rule.stage == "now" for firing in wanted.firings) else "if_no_better"
    due = tuple(firing for firing in wanted.firings if firing.rule.stage == stage)
    return Recommendation(wanted.remark, _causes(due, rank), stage, due)


def _guidance(about: str, wanted: _Wanted, rank: Mapping[str, int]) -> Guidance:
    return Guidance(about, wanted.remark, _causes(wanted.firings, rank), tuple(wanted.firings))
