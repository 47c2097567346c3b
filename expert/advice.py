"""What to do and what not: from the rules that fired to recommendations and guidance, and what was taken back and why.

Three things take back what a rule recommends, in this order:

* a rule that withholds it, or something that it asks for;
* a grave alert: beside it only what protects stays, until somebody has looked at it;
* a more careful recommendation: of those that differ in care only the most careful stand.

Each leaves a word in what is withheld, with the rule that it rests on. Nothing else decides what is recommended.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

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


NO_ADVICE = Advice((), (), ())


#: What rules call for, before anything is taken back: by the question that it answers, if any, and by its id.
_Wanted = Mapping[tuple[str, str], Sequence[Firing]]


class Adviser:
    """Advises on one case after another. What it makes for the same firings is made once, and kept in `made`."""

    def __init__(self, knowledge: KnowledgeBase, made: dict[Any, Any]) -> None:
        self._made = made
        self._questions = {about: place for place, about in enumerate(knowledge.questions)}
        self._cares = {care: place for place, care in enumerate(knowledge.cares)}
        #: What each rule calls for, by its place: the question that it answers, if any, and the id of the remark.
        self._calls_for = {
            place: (rule.about, rule.remark.id)
            for place, rule in enumerate(knowledge.rules)
            if rule.remark is not None and (rule.stage or rule.about)
        }
        calling = [knowledge.rules[place] for place in self._calls_for]
        remarks = {rule.remark.id: rule.remark for rule in calling if rule.remark is not None}
        self._taken_by = {
            place: frozenset(name for name, remark in remarks.items() if rule.takes_back(remark))
            for place, rule in enumerate(knowledge.rules)
            if rule.against and not rule.sign
        }

    def advise(self, fired: Mapping[int, Firing], ranked: Sequence[Cause], alarms: Sequence[Firing]) -> Advice:
        """What is recommended, and what is taken back.

        Args:
            fired: every firing, by its place in the book.
            ranked: the causes that were concluded, best first.
            alarms: the firings that raised a grave alert, the gravest first.
        """
        calling = sorted(fired.keys() & self._calls_for.keys())
        if not calling:
            return NO_ADVICE
        taking = sorted(fired.keys() & self._taken_by.keys())
        rest_on = [fired[place] for place in (*calling, *taking)] + list(alarms[:1])
        key = "advice", *map(id, rest_on), *map(id, ranked)
        known: tuple[Advice, list[Firing]] | None = self._made.get(key)
        if known is None:
            known = self._made[key] = self._advise(calling, taking, fired, ranked, alarms), rest_on
        return known[0]

    def _advise(
        self,
        calling: Sequence[int],
        taking: Sequence[int],
        fired: Mapping[int, Firing],
        ranked: Sequence[Cause],
        alarms: Sequence[Firing],
    ) -> Advice:
        """The same from the rules that call for something and those that take something back, by their places."""
        wanted: dict[tuple[str, str], list[Firing]] = {}
        for place in calling:
            wanted.setdefault(self._calls_for[place], []).append(fired[place])
        withheld: dict[str, Withheld] = {}
        for why in (
            self._by_rules(wanted, [fired[place] for place in taking]),
            self._by_alarms(wanted, alarms),
            self._by_care(wanted, withheld),
        ):
            for one in why:
                withheld.setdefault(one.remark.id, one)
        rank = {cause.id: place for place, cause in enumerate(ranked)}
        given, told = [], []
        for (about, name), firings in wanted.items():
            if name in withheld:
                continue
            if about:
                told.append(self._guidance(about, firings, rank))
            else:
                given.append(self._recommendation(firings, rank))
        given.sort(key=lambda entry: (entry.stage != "now", _rank_of(entry.causes, rank)))
        told.sort(key=lambda entry: (self._questions[entry.about], _rank_of(entry.causes, rank)))
        return Advice(tuple(given), tuple(told), tuple(withheld.values()))

    def _by_rules(self, wanted: _Wanted, takers: Sequence[Firing]) -> Iterator[Withheld]:
        names = {name for _, name in wanted}
        taken: dict[str, list[Firing]] = {}
        for firing in takers:
            for name in self._taken_by[firing.place] & names:
                taken.setdefault(name, []).append(firing)
        for (_, name), firings in wanted.items() if taken else ():
            if name in taken:
                yield self._withheld(firings[0], taken[name], taken[name][0].rule.because)

    def _by_alarms(self, wanted: _Wanted, alarms: Sequence[Firing]) -> Iterator[Withheld]:
        for firings in wanted.values() if alarms else ():
            if not _remark(firings[0]).protects:
                yield self._withheld(firings[0], alarms[:1], f"{alarms[0].rule.because}: {UNTIL_SEEN}")

    def _by_care(self, wanted: _Wanted, withheld: Mapping[str, Withheld]) -> Iterator[Withheld]:
        cares = [firings for firings in wanted.values() if (remark := _remark(firings[0])).care
                 and remark.id not in withheld]  # fmt: skip
        if not cares:
            return
        most = min(cares, key=lambda firings: self._cares[_remark(firings[0]).care])
        for firings in cares:
            if _remark(firings[0]).care != _remark(most[0]).care:
                yield self._withheld(firings[0], most, f'{MORE_CAREFUL}: "{_remark(most[0]).text}"')

    def _withheld(self, wanted: Firing, by: Sequence[Firing], text: str) -> Withheld:
        remark = _remark(wanted)
        key = "withheld", remark.id, text, *map(id, by)
        found: Withheld | None = self._made.get(key)
        if found is None:
            found = self._made[key] = Withheld(remark, text, tuple(by))
        return found

    def _recommendation(self, firings: Sequence[Firing], rank: Mapping[str, int]) -> Recommendation:
        """One recommendation from all the rules that call for it; where stages differ, now holds."""
        due: Sequence[Firing] = firings
        if len(firings) > 1:
            due = [firing for firing in firings if firing.rule.stage == "now"] or firings
        causes = _causes(due, rank)
        key = "recommended", *map(id, causes), *map(id, due)
        found: Recommendation | None = self._made.get(key)
        if found is None:
            found = self._made[key] = Recommendation(_remark(due[0]), causes, due[0].rule.stage, tuple(due))
        return found

    def _guidance(self, about: str, firings: Sequence[Firing], rank: Mapping[str, int]) -> Guidance:
        causes = _causes(firings, rank)
        key = "guidance", *map(id, causes), *map(id, firings)
        found: Guidance | None = self._made.get(key)
        if found is None:
            found = self._made[key] = Guidance(about, _remark(firings[0]), causes, tuple(firings))
        return found


def _remark(firing: Firing) -> Remark:
    """What a rule calls for that calls for something."""
    assert firing.rule.remark is not None, firing.rule
    return firing.rule.remark


def _rank_of(causes: Sequence[Cause], rank: Mapping[str, int]) -> int:
    """The rank of the best cause that something is for; what is for none of them comes first."""
    return rank.get(causes[0].id, len(rank)) if causes else -1


def _causes(firings: Sequence[Firing], rank: Mapping[str, int]) -> tuple[Cause, ...]:
    """What firings are for, best first."""
    if len(firings) == 1:
        cause = firings[0].rule.cause
        return () if cause is None else (cause,)
    wanted = dict.fromkeys(firing.rule.cause for firing in firings if firing.rule.cause is not None)
    return tuple(sorted(wanted, key=lambda cause: rank.get(cause.id, len(rank))))
