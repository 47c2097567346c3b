"""One case, reasoned through: the pure function from answers to a result that every mode shares.

    answers -> facts -> engine -> trace -> Consultation -> text, JSON, ...

A consultation holds no state. Changing an answer, going back, what-if and why-not all call `Consultant.consult` again.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any

from expert import as_json, certainty
from expert.advice import Advice, Adviser, Guidance, Recommendation, Withheld
from expert.as_json import Several, listed, word
from expert.base import Weighed
from expert.certainty import level_of, levels_up_to
from expert.conclusions import Alert, Conclusion, Evidence
from expert.engine import Engine, Firing, Reasoner
from expert.errors import CaseError, did_you_mean, shown
from expert.fields import Answers
from expert.knowledge import KnowledgeBase, RedFlag
from expert.rules import Cause
from expert.urgency import Deadline, Urgency


@dataclass(frozen=True)
class Consultation:
    """All that follows from the answers of one case.

    Attributes:
        conclusions: best first. certainties: of every cause, also of those below `possible`.
        advice: what is recommended, in the order of the causes that it is for, what is due now first; the answers to
            what else is asked; what was taken back.
        alerts: the gravest first. urgency: the gravest of them, else the mildest of the base's ladder.
        within: the soonest of their deadlines; empty where nobody need look at it.
        not_ruled_out: red flags that nobody answered and the complaint's place makes relevant.
        trace: every firing, in the order of the rules.
    """

    knowledge: KnowledgeBase
    answers: Answers
    conclusions: tuple[Conclusion, ...]
    certainties: dict[str, float]
    advice: Advice
    alerts: Several[Alert]
    urgency: str
    within: str
    not_ruled_out: Several[RedFlag]
    trace: tuple[Firing, ...]

    def conclusion(self, cause: str) -> Conclusion | None:
        """What was concluded of this cause, or None."""
        return next((found for found in self.conclusions if found.cause.id == cause), None)

    @property
    def recommendations(self) -> tuple[Recommendation, ...]:
        """What to do."""
        return self.advice.recommendations

    @property
    def guidance(self) -> tuple[Guidance, ...]:
        """The answers to what else is asked."""
        return self.advice.guidance

    @property
    def withheld(self) -> tuple[Withheld, ...]:
        """What was taken back."""
        return self.advice.withheld

    @property
    def safety_net(self) -> str:
        """What should be done if things change, as a text that always holds."""
        net = self.knowledge.urgencies[self.urgency].net
        return net if self.conclusions else f"{self.knowledge.unconcluded} {net}"

    @cached_property
    def finders(self) -> Mapping[str, Sequence[Firing]]:
        """The firings that concluded each finding, in the order of the rules."""
        found: dict[str, list[Firing]] = {}
        for firing in self.trace:
            if firing.rule.finding:
                found.setdefault(firing.rule.finding, []).append(firing)
        return found

    @property
    def due(self) -> Urgency | Deadline:
        """What has the words for how soon it must be seen."""
        return self.knowledge.due(self.urgency, self.within)

    def unused(self) -> list[str]:
        """The answered fields on which no rule stood, and of which no advice says how it went."""
        sources = self.knowledge.vocabulary.sources
        used = {key for firing in self.trace for tested in firing.facts for key in sources(tested)}
        remarks = [told.remark for told in self.recommendations] + [told.remark for told in self.guidance]
        used |= {key for remark in remarks for key in remark.remedies}
        return [key for key in self.answers if key not in used]

    def given(self, key: str) -> tuple[str, ...]:
        """The answered fields behind a field that a firing stood on: itself, or what it was worked out from."""
        computed = self.knowledge.vocabulary.computed.get(key)
        worked_out = computed.value(self.answers) if computed else None
        return worked_out[1] if worked_out else (key,)

    @property
    def text(self) -> str:
        """The result's fields as JSON text, without braces and without what belongs to the case file."""
        within = f'"within": "{self.within}", ' if self.within else ""
        assessed = "true" if self.knowledge.assesses_alerts else "false"
        return (
            f'"status": "ok", "urgency": "{self.urgency}", {within}'
            f'"conclusions": {listed(map(as_json.conclusion, self.conclusions))}, {as_json.advice(self.advice)}, '
            f'{as_json.alerts(self.alerts)}, "alerts_assessed": {assessed}, '
            f'"not_ruled_out": {as_json.flag_names(self.not_ruled_out)}, '
            f'"safety_net": {{"text": {word(self.safety_net)}, "dangers": {as_json.flag_texts(self.not_ruled_out)}}}'
        )

    def result(self) -> dict[str, Any]:
        """The JSON-ready result, without what belongs to the case file (id, source, expect)."""
        found: dict[str, Any] = json.loads(f"{{{self.text}}}")
        return found


class Parts(dict[Any, Any]):
    """Parts of results that were made once and come again, by what they were made from; each keeps that alive.

    Of numbers, and of what goes with them, there is no end: so all are forgotten once they are too many.
    """

    MOST_KEPT = 6_000

    def tidy(self) -> None:
        """Forget all where there are too many; only between two cases."""
        if len(self) > self.MOST_KEPT:
            self.clear()


class Known(dict[tuple[Any, ...], Consultation]):
    """Consultations that were held, by their answers. Forms, files and people answer alike, and ask again.

    Of cases there is no end: so all are forgotten once there are too many, or too many rules have fired in them.
    """

    MOST, MOST_FIRINGS = 4_000, 100_000

    def __init__(self) -> None:
        super().__init__()
        self._firings = 0

    def keep(self, key: tuple[Any, ...], held: Consultation) -> None:
        """Keep one more."""
        self._firings += len(held.trace)
        if self._firings > self.MOST_FIRINGS or len(self) >= self.MOST:
            self.clear()
            self._firings = len(held.trace)
        self[key] = held


class Consultant:
    """Consults a knowledge base about one case after another. Threads that share one wait for each other.

    Args:
        engine_type: what it reasons with.
        remembers: whether a case that was answered alike is told what came of it, and not reasoned through again.

    Attributes:
        knowledge: the base, whole or only what rests on its main text.
    """

    def __init__(self, knowledge: KnowledgeBase, engine_type: type[Engine] = Engine, *, remembers: bool = True) -> None:
        self.knowledge = knowledge
        self._remembers = remembers
        self._reasoner = Reasoner(knowledge, engine_type)
        self._parts = Parts()
        self._known = Known()
        self._adviser = Adviser(knowledge, self._parts)
        self._reasoning = threading.RLock()
        self._flagged = {flag.field for flag in knowledge.red_flags}
        self._causes = {cause.id: cause for cause in knowledge.causes}
        #: The cause that each rule of evidence is about, what each finds, and which rules alert: by their places.
        self._about = [rule.cause.id if rule.sign and rule.cause is not None else "" for rule in knowledge.rules]
        self._finding = {place: rule.finding for place, rule in enumerate(knowledge.rules) if rule.finding}
        self._alerting = {place for place, rule in enumerate(knowledge.rules) if rule.urgency and rule.remark}

    def consult(self, answers: Answers) -> Consultation:
        """All that follows from these answers. The same answers give the same result.

        Raises:
            CaseError: an answer is to no question of this base; names the nearest.
        """
        asked = self.knowledge.vocabulary.asked
        for key in answers:
            if key not in asked:
                raise CaseError(f"{shown(key)}: no such field{did_you_mean(key, asked) or '.'}", shown(key))
        told = certainty.combine, *answers.items()
        with self._reasoning:
            found: Consultation | None = self._known.get(told)
            if found is None:
                found = self._consult(MappingProxyType(dict(answers)))
                if self._remembers:
                    self._known.keep(told, found)
            return found

    def _consult(self, answers: Answers) -> Consultation:
        self._parts.tidy()
        self._reasoner.start(answers)
        certainties, conclusions = self._weigh(self._reasoner.fired())
        self._reasoner.conclude((c.cause.id, level) for c in conclusions for level in levels_up_to(c.level))
        fired = self._reasoner.fired()
        alerts = self._alerts(fired)
        ladder, deadlines = self.knowledge.urgencies, self.knowledge.deadlines
        alarms = [alert.evidence.firing for alert in alerts if ladder[alert.urgency].grave]
        due = [alert.within for alert in alerts if alert.within]
        return Consultation(
            knowledge=self.knowledge,
            answers=answers,
            conclusions=conclusions,
            certainties=certainties,
            advice=self._adviser.advise(fired, [found.cause for found in conclusions], alarms),
            alerts=alerts,
            urgency=ladder.gravest(alert.urgency for alert in alerts),
            within=deadlines.gravest(due) if deadlines and due else "",
            not_ruled_out=self._not_ruled_out(answers),
            trace=tuple(fired.values()),
        )

    def _weigh(self, fired: Mapping[int, Firing]) -> tuple[dict[str, float], tuple[Conclusion, ...]]:
        """Combine the evidence for and against each cause, and rank what reaches `possible`."""
        evidence: dict[str, list[Firing]] = {}
        about = self._about
        for place, firing in fired.items():
            name = about[place]
            if name in evidence:
                evidence[name].append(firing)
            elif name:
                evidence[name] = [firing]
        finders = self._finders(fired)
        certainties = dict(self._unspoken())
        found: list[Conclusion] = []
        for name, firings in evidence.items():
            cause = self._causes[name]
            weighed = self.knowledge.weighed(cause, tuple([firing.place for firing in firings]))
            certainties[name] = weighed.certainty
            if level_of(weighed.certainty) != "none":
                found.append(self._conclusion(cause, weighed, firings, finders))
        if len(found) > 1:
            found.sort(key=self._rank)
        return certainties, tuple(found)

    def _rank(self, found: Conclusion) -> tuple[float, int]:
        """What a conclusion is ranked by, best first."""
        return -found.certainty, self.knowledge.cause_position[found.cause.id]

    def _unspoken(self) -> dict[str, float]:
        """The certainty of every cause of which nothing is known, in their order."""
        known: dict[str, float] | None = self._parts.get(("unspoken", certainty.combine))
        if known is None:
            known = {cause.id: self.knowledge.weighed(cause, ()).certainty for cause in self.knowledge.causes}
            self._parts["unspoken", certainty.combine] = known
        return known

    def _finders(self, fired: Mapping[int, Firing]) -> Mapping[str, Sequence[Firing]]:
        """The firings that concluded each finding."""
        found: dict[str, list[Firing]] = {}
        for place in sorted(fired.keys() & self._finding.keys()):
            found.setdefault(self._finding[place], []).append(fired[place])
        return found

    def _conclusion(
        self, cause: Cause, weighed: Weighed, firings: Sequence[Firing], finders: Mapping[str, Sequence[Firing]]
    ) -> Conclusion:
        """A cause with its evidence, made once for the same firings."""
        below = [
            id(self._evidence(one, 1.0, finders))
            for firing in firings
            if firing.findings
            for one in _below(firing, finders)
        ]
        key = "conclusion", certainty.combine, *map(id, firings), *below
        known: Conclusion | None = self._parts.get(key)
        if known is not None:
            return known
        sides: dict[int, list[Evidence]] = {1: [], -1: []}
        for firing in firings:
            counts, strength = firing.place in weighed.counted, self.knowledge.strength(firing.rule)
            sides[firing.rule.sign].append(self._evidence(firing, strength, finders, counts))
        level = level_of(weighed.certainty)
        made = self._parts[key] = Conclusion(cause, weighed.certainty, level, tuple(sides[1]), tuple(sides[-1]))
        return made

    def _evidence(
        self, firing: Firing, strength: float, finders: Mapping[str, Sequence[Firing]], counted: bool = True
    ) -> Evidence:
        """A firing with what it stood on."""
        below: Sequence[Evidence] = ()
        if firing.findings:
            below = [self._evidence(deeper, 1.0, finders) for deeper in _below(firing, finders)]
        key = "evidence", id(firing), strength, counted, *map(id, below)
        found: Evidence | None = self._parts.get(key)
        if found is None:
            found = self._parts[key] = Evidence(firing, strength, tuple(below), counted)
        return found

    def _alerts(self, fired: Mapping[int, Firing]) -> Several[Alert]:
        """The gravest first, of these the soonest, then in the order of the rules."""
        places = sorted(fired.keys() & self._alerting)
        finders = self._finders(fired) if places else {}
        evidence = [self._evidence(fired[place], 1.0, finders) for place in places]
        key = "alerts", *map(id, evidence)
        known: Several[Alert] | None = self._parts.get(key)
        if known is None:
            found = [self._alert(one) for one in evidence]
            found.sort(key=lambda alert: self.knowledge.gravity(alert.urgency, alert.within), reverse=True)
            known = self._parts[key] = Several(found)
        return known

    def _alert(self, evidence: Evidence) -> Alert:
        found: Alert | None = self._parts.get(("alert", id(evidence)))
        if found is None:
            rule = evidence.firing.rule
            assert rule.remark is not None, rule
            found = Alert(rule.remark, rule.urgency, self.knowledge.within(rule), evidence)
            self._parts["alert", id(evidence)] = found
        return found

    def _not_ruled_out(self, answers: Answers) -> Several[RedFlag]:
        """The red flags that nobody answered and that the complaint's place makes relevant."""
        place = answers.get(self.knowledge.place)
        key = "red flags", place, frozenset(answers.keys() & self._flagged)
        known: Several[RedFlag] | None = self._parts.get(key)
        if known is None:
            known = self._parts[key] = Several(
                flag
                for flag in self.knowledge.red_flags
                if flag.field not in answers
                and (not flag.places or place is None or any(value in flag.places for value in place))
            )
        return known


def _below(firing: Firing, finders: Mapping[str, Sequence[Firing]]) -> list[Firing]:
    """The firings that concluded the findings which one stood on."""
    return [deeper for name in firing.findings for deeper in finders[name]]
