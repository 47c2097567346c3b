"""One case, reasoned through: the pure function from answers to a result that every mode shares.

    answers -> facts -> engine -> trace -> Consultation -> text, JSON, ...

A consultation holds no state. Changing an answer, going back, what-if and why-not all call `Consultant.consult` again.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from expert.advice import Advice, Guidance, Recommendation, Withheld, advise
from expert.certainty import level_of, levels_up_to, rounded
from expert.engine import Engine, Firing, Reasoner
from expert.errors import CaseError, did_you_mean, shown
from expert.fields import Answers
from expert.knowledge import KnowledgeBase, RedFlag
from expert.rules import Cause, Remark
from expert.urgency import Deadline, Urgency


@dataclass(frozen=True)
class Evidence:
    """One firing with the firings that it stood on, down to the case's own answers.

    Attributes:
        firing: the rule and its facts.
        certainty: its strength, 0 to 1; 1 for a finding.
        because: the firings that concluded the findings it stood on.
        counted: whether it counts; what says nothing new beside the others does not.
    """

    firing: Firing
    certainty: float
    because: tuple[Evidence, ...]
    counted: bool = True


@dataclass(frozen=True)
class Conclusion:
    """A cause that reached at least `possible`.

    Attributes:
        certainty: 0 to 1, rounded to 4 digits; level: its word.
        because, against: the evidence, in the order of the rules.
    """

    cause: Cause
    certainty: float
    level: str
    because: tuple[Evidence, ...]
    against: tuple[Evidence, ...]


@dataclass(frozen=True)
class Alert:
    """An urgency and the rule that raised it.

    Attributes:
        within: the name of the deadline that it sets; empty in a base without deadlines.
    """

    remark: Remark
    urgency: str
    within: str
    evidence: Evidence


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
    alerts: tuple[Alert, ...]
    urgency: str
    within: str
    not_ruled_out: tuple[RedFlag, ...]
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
        return _finders(self.trace)

    @property
    def due(self) -> Urgency | Deadline:
        """What has the words for how soon it must be seen."""
        return self.knowledge.due(self.urgency, self.within)

    def unused(self) -> list[str]:
        """The answered fields on which no rule stood."""
        sources = self.knowledge.vocabulary.sources
        used = {key for firing in self.trace for tested in firing.facts for key in sources(tested)}
        return [key for key in self.answers if key not in used]

    def given(self, key: str) -> tuple[str, ...]:
        """The answered fields behind a field that a firing stood on: itself, or what it was worked out from."""
        computed = self.knowledge.vocabulary.computed.get(key)
        worked_out = computed.value(self.answers) if computed else None
        return worked_out[1] if worked_out else (key,)

    def result(self) -> dict[str, Any]:
        """The JSON-ready result, without what belongs to the case file (id, source, expect)."""
        return {
            "status": "ok",
            "urgency": self.urgency,
            **({"within": self.within} if self.within else {}),
            "conclusions": [self._conclusion_result(found) for found in self.conclusions],
            "recommendations": [self._recommendation_result(found) for found in self.recommendations],
            "guidance": [self._guidance_result(found) for found in self.guidance],
            "withheld": [self._withheld_result(found) for found in self.withheld],
            "alerts": [self._alert_result(alert) for alert in self.alerts],
            "alerts_assessed": self.knowledge.assesses_alerts,
            "not_ruled_out": [flag.id for flag in self.not_ruled_out],
            "safety_net": {"text": self.safety_net, "dangers": [flag.text for flag in self.not_ruled_out]},
        }

    def shown_facts(self, firing: Firing) -> dict[str, Any]:
        """The answers that a firing stood on, as a case file writes them; a worked-out number shows its sources."""
        vocabulary, shown = self.knowledge.vocabulary, {}
        for key, values in firing.facts.items():
            for source in self.given(key):
                held = vocabulary.asked[source]
                if values is not None and held.several:
                    shown[source] = list(values)
                else:
                    shown[source] = held.plain(self.answers[source])
        return shown

    def _evidence_result(self, evidence: Evidence) -> dict[str, Any]:
        rule = evidence.firing.rule
        entry: dict[str, Any] = {
            "rule": rule.name,
            **warrant(rule),
            "certainty": rounded(evidence.certainty),
            "text": rule.because,
            "facts": self.shown_facts(evidence.firing),
            "because": [self._evidence_result(below) for below in evidence.because],
        }
        if rule.interpretations:
            entry["interpretation"] = [
                {"name": named.name, "value": named.shown, "reason": named.reason} for named in rule.interpretations
            ]
        return entry

    def _conclusion_result(self, found: Conclusion) -> dict[str, Any]:
        return {
            "cause": found.cause.id,
            "kind": found.cause.kind,
            "certainty": found.certainty,
            "level": found.level,
            "because": [{**self._evidence_result(one), "counted": one.counted} for one in found.because],
            "against": [{**self._evidence_result(one), "counted": one.counted} for one in found.against],
        }

    def _recommendation_result(self, found: Recommendation) -> dict[str, Any]:
        return {
            "id": found.remark.id,
            "text": found.remark.text,
            "for": [cause.id for cause in found.causes],
            "stage": found.stage,
            "rule": found.firings[0].rule.name,
            **merged_warrant(found.firings),
        }

    def _guidance_result(self, found: Guidance) -> dict[str, Any]:
        return {
            "about": found.about,
            "text": found.remark.text,
            "for": [cause.id for cause in found.causes],
            "rule": found.firings[0].rule.name,
            **merged_warrant(found.firings),
        }

    def _withheld_result(self, found: Withheld) -> dict[str, Any]:
        rule = found.firings[0].rule.name
        return {"id": found.remark.id, "rule": rule, "text": found.text, **merged_warrant(found.firings)}

    def _alert_result(self, alert: Alert) -> dict[str, Any]:
        entry = self._evidence_result(alert.evidence)
        del entry["certainty"]
        due = {"within": alert.within} if alert.within else {}
        return {"id": alert.remark.id, "text": alert.remark.text, "urgency": alert.urgency, **due,
                "why": entry.pop("text"), **entry}  # fmt: skip


def warrant(rule: Any) -> dict[str, Any]:
    """What a rule stands on: its claims, its sources, or both; never neither."""
    found: dict[str, Any] = {}
    if rule.claims:
        found["claims"] = list(rule.claims)
    if rule.source:
        found["source"] = "; ".join(source.text for source in rule.source)
    return found


def merged_warrant(firings: Sequence[Firing]) -> dict[str, Any]:
    """What several rules stand on, each warrant once."""
    claims = list(dict.fromkeys(claim for firing in firings for claim in firing.rule.claims))
    sources = list(dict.fromkeys(source.text for firing in firings for source in firing.rule.source))
    found: dict[str, Any] = {}
    if claims:
        found["claims"] = claims
    if sources:
        found["source"] = "; ".join(sources)
    return found


class Consultant:
    """Consults a knowledge base about one case after another. Threads that share one wait for each other.

    Attributes:
        knowledge: the base, whole or only what rests on its main text.
    """

    def __init__(self, knowledge: KnowledgeBase, engine_type: type[Engine] = Engine) -> None:
        self.knowledge = knowledge
        self._reasoner = Reasoner(knowledge, engine_type)
        self._reasoning = threading.RLock()

    def consult(self, answers: Answers) -> Consultation:
        """All that follows from these answers. The same answers give the same result.

        Raises:
            CaseError: an answer is to no question of this base; names the nearest.
        """
        asked = self.knowledge.vocabulary.asked
        for key in answers:
            if key not in asked:
                raise CaseError(f"{shown(key)}: no such field{did_you_mean(key, asked) or '.'}", shown(key))
        with self._reasoning:
            return self._consult(dict(answers))

    def _consult(self, answers: Answers) -> Consultation:
        self._reasoner.start(answers)
        certainties, conclusions = self._weigh(self._reasoner.trace())
        self._reasoner.conclude((c.cause.id, level) for c in conclusions for level in levels_up_to(c.level))
        trace = self._reasoner.trace()
        finders = _finders(trace)
        alerts = tuple(self._alerts(trace, finders))
        ladder, deadlines = self.knowledge.urgencies, self.knowledge.deadlines
        alarms = [alert.evidence.firing for alert in alerts if ladder[alert.urgency].grave]
        due = [alert.within for alert in alerts if alert.within]
        return Consultation(
            knowledge=self.knowledge,
            answers=answers,
            conclusions=conclusions,
            certainties=certainties,
            advice=advise(self.knowledge, trace, [found.cause for found in conclusions], alarms),
            alerts=alerts,
            urgency=ladder.gravest(alert.urgency for alert in alerts),
            within=deadlines.gravest(due) if deadlines and due else "",
            not_ruled_out=tuple(self._not_ruled_out(answers)),
            trace=tuple(trace),
        )

    def _weigh(self, trace: Sequence[Firing]) -> tuple[dict[str, float], tuple[Conclusion, ...]]:
        """Combine the evidence for and against each cause, and rank what reaches `possible`."""
        finders, evidence = _finders(trace), _evidence_by_cause(trace)
        certainties: dict[str, float] = {}
        found: list[Conclusion] = []
        for cause in self.knowledge.causes:
            firings = evidence.get(cause.id, ())
            certainties[cause.id] = self.knowledge.certainty(cause, [firing.rule for firing in firings])
            level = level_of(certainties[cause.id])
            if level != "none":
                count = self.knowledge.counting(cause, [firing.rule for firing in firings])
                entries = [
                    _evidence(firing, self.knowledge.strength(firing.rule), finders, firing.rule.name in count)
                    for firing in firings
                ]
                pro, contra = (tuple(entry for entry in entries if entry.firing.rule.sign == sign) for sign in (1, -1))
                found.append(Conclusion(cause, certainties[cause.id], level, pro, contra))
        found.sort(key=lambda entry: (-entry.certainty, self.knowledge.cause_position[entry.cause.id]))
        return certainties, tuple(found)

    def _alerts(self, trace: Sequence[Firing], finders: dict[str, list[Firing]]) -> Sequence[Alert]:
        """The gravest first, of these the soonest, then in the order of the rules."""
        found = []
        for firing in trace:
            if firing.rule.remark and firing.rule.urgency:
                within, evidence = self.knowledge.within(firing.rule), _evidence(firing, 1.0, finders)
                found.append(Alert(firing.rule.remark, firing.rule.urgency, within, evidence))
        return sorted(found, key=lambda alert: self.knowledge.gravity(alert.urgency, alert.within), reverse=True)

    def _not_ruled_out(self, answers: Answers) -> Iterator[RedFlag]:
        place = answers.get(self.knowledge.place)
        for flag in self.knowledge.red_flags:
            relevant = not flag.places or place is None or any(value in flag.places for value in place)
            if flag.field not in answers and relevant:
                yield flag


def _finders(trace: Sequence[Firing]) -> dict[str, list[Firing]]:
    """The firings that concluded each finding."""
    found: dict[str, list[Firing]] = {}
    for firing in trace:
        if firing.rule.finding:
            found.setdefault(firing.rule.finding, []).append(firing)
    return found


def _evidence_by_cause(trace: Sequence[Firing]) -> dict[str, list[Firing]]:
    found: dict[str, list[Firing]] = {}
    for firing in trace:
        if firing.rule.sign and firing.rule.cause:
            found.setdefault(firing.rule.cause.id, []).append(firing)
    return found


def _evidence(firing: Firing, certainty: float, finders: dict[str, list[Firing]], counted: bool = True) -> Evidence:
    below = tuple(_evidence(deeper, 1.0, finders) for name in firing.findings for deeper in finders[name])
    return Evidence(firing, certainty, below, counted)
