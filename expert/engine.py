"""experta, made dependable: one order of firing, a trace of every firing, nothing left over from the case before.

What experta 1.9.4 does by itself, and what is done about it:

* Rules of equal salience fire in a different order each run, and a stale activation can stay on the agenda:
  `OrderedStrategy` removes by full equality and orders by salience, recency, rule name.
* An exception leaves activations behind that survive ``reset()``: `Reasoner` throws the engine away.
* A new engine a case is slow and leaks: `Reasoner` keeps one and resets it. Rule objects are shared by all engines
  of a process, so a `Reasoner` belongs to one thread.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from expert.conditions import Conclusion, Finding
from expert.experta_guard import Activation, Agenda, Fact, InitialFact, KnowledgeEngine, ReteMatcher, Strategy
from expert.fields import Answers, Group, Listed
from expert.knowledge import KnowledgeBase
from expert.matcher import IndexMatcher
from expert.rules import KnowledgeRule


@dataclass(frozen=True)
class Firing:
    """One rule that fired, and what it stood on.

    Attributes:
        rule: the rule.
        facts: full field names to the values that met its conditions; None where the condition is about the whole
            answer (a number, or a list that lacks something).
        findings: names of the findings that it stood on.
        causes: ids of the conclusions that it stood on.
    """

    rule: KnowledgeRule
    facts: dict[str, tuple[str, ...] | None]
    findings: tuple[str, ...]
    causes: tuple[str, ...]


class OrderedStrategy(Strategy):  # type: ignore[misc]
    """Conflict resolution that is the same on every run: salience, then recency, then the rule's name."""

    @staticmethod
    def _key(activation: Activation) -> tuple[int, int, str]:
        newest = max((fact["__factid__"] for fact in activation.facts), default=0)
        return (activation.rule.salience, newest, activation.rule.name)

    def _update_agenda(self, agenda: Agenda, added: Sequence[Activation], removed: Sequence[Activation]) -> None:
        for activation in removed:
            activation.key = self._key(activation)
            if activation in agenda.activations:
                agenda.activations.remove(activation)
        for activation in added:
            activation.key = self._key(activation)
            insort(agenda.activations, activation)


class RememberingAgenda(Agenda):  # type: ignore[misc]
    """An agenda that knows which activation is being executed, since experta does not tell the rule."""

    current: Activation | None = None

    def get_next(self) -> Activation | None:
        """The next activation, which is now the current one."""
        self.current = super().get_next()
        return self.current


class Engine(KnowledgeEngine):  # type: ignore[misc]
    """experta's engine with the rules of a knowledge base, and a trace."""

    __matcher__ = IndexMatcher
    __strategy__ = OrderedStrategy

    def __init__(self, rules: Sequence[KnowledgeRule]) -> None:
        self._knowledge_rules = list(rules)
        self._deffacts: list[Any] = super().get_deffacts()
        self.trace: list[tuple[KnowledgeRule, frozenset[Fact]]] = []
        super().__init__()

    def get_rules(self) -> list[KnowledgeRule]:
        """The rules of the knowledge base, in its order (experta would look for class attributes)."""
        return self._knowledge_rules

    def get_deffacts(self) -> list[Any]:
        """experta's initial fact, looked up once."""
        return self._deffacts

    def reset(self, **kwargs: Any) -> None:
        """Empty working memory, agenda and trace."""
        super().reset(**kwargs)
        agenda = RememberingAgenda()
        agenda.activations = self.agenda.activations
        self.agenda: RememberingAgenda = agenda
        self.trace = []

    def fire(self, rule: KnowledgeRule) -> None:
        """Called by a rule when it fires: write the trace, assert its finding."""
        assert self.agenda.current is not None, rule
        self.trace.append((rule, frozenset(self.agenda.current.facts)))
        if rule.finding:
            self.declare(Finding(name=rule.finding))


class ReteEngine(Engine):
    """The same engine over experta's own matcher: the oracle that the index is tested against."""

    __matcher__ = ReteMatcher


class Reasoner:
    """Runs a knowledge base over the answers of one case after another. Not for two threads."""

    def __init__(self, knowledge: KnowledgeBase, engine_type: type[Engine] = Engine) -> None:
        self.knowledge = knowledge
        self._engine_type = engine_type
        self._engine: Engine | None = None
        self._firings: dict[str, tuple[int, Firing]] = {}

    def start(self, answers: Answers) -> None:
        """Reason from the answers: findings, evidence, and the alerts that follow from answers alone."""
        facts = [fact for fact, _ in self.knowledge.vocabulary.facts(answers)]
        self._guarded(facts, fresh=True)

    def conclude(self, levels: Iterable[tuple[str, str]]) -> None:
        """Assert what was concluded, as (cause, level) pairs, and reason on: advice and the alerts that it brings."""
        self._guarded([Conclusion(**{cause: level}) for cause, level in levels], fresh=False)

    def _guarded(self, facts: list[Fact], fresh: bool) -> None:
        engine = self._engine or self._engine_type(self.knowledge.rules)
        self._engine = None  # gone, unless this run comes to its end
        if fresh:
            engine.reset()
            self._firings = {}
        engine.declare(*facts)
        engine.run()
        self._engine = engine

    def trace(self) -> list[Firing]:
        """What has fired so far: one entry a rule, in the order of the rule book."""
        assert self._engine is not None, "start() first"
        merged: dict[str, tuple[KnowledgeRule, list[Fact]]] = {}
        for rule, facts in self._engine.trace:
            merged.setdefault(rule.name, (rule, []))[1].extend(facts)
        ordered = sorted(merged.values(), key=lambda entry: self.knowledge.position[entry[0].name])
        return [self._told(rule, facts) for rule, facts in ordered]

    def _told(self, rule: KnowledgeRule, facts: list[Fact]) -> Firing:
        """A rule's firing, worked out once for the same facts: most rules have fired before anything is concluded."""
        known = self._firings.get(rule.name)
        if known is None or known[0] != len(facts):
            known = self._firings[rule.name] = (len(facts), self._firing(rule, facts))
        return known[1]

    def _firing(self, rule: KnowledgeRule, facts: list[Fact]) -> Firing:
        values: dict[str, set[str] | None] = {}
        findings: set[str] = set()
        causes: set[str] = set()
        for fact in facts:
            name, value = _content(fact)
            if isinstance(fact, Finding):
                findings.add(str(value))
            elif isinstance(fact, Conclusion):
                causes.add(str(name))
            elif isinstance(fact, Group):
                key = f"{fact.group_name()}.{name}"
                if isinstance(value, Listed) or not isinstance(value, str):
                    values.setdefault(key, None)
                else:
                    values[key] = (values.get(key) or set()) | {value}
            else:
                assert isinstance(fact, InitialFact), fact
        return Firing(rule, self._in_order(values), tuple(sorted(findings)), tuple(sorted(causes)))

    def _in_order(self, values: dict[str, set[str] | None]) -> dict[str, tuple[str, ...] | None]:
        """Fields and values in the vocabulary's order, so that no order of firing shows."""
        fields, position = self.knowledge.vocabulary.fields, self.knowledge.vocabulary.position
        ordered: dict[str, tuple[str, ...] | None] = {}
        for key in sorted(values, key=position.__getitem__):
            found = values[key]
            known = fields[key].values
            ordered[key] = None if found is None else tuple(value for value in known if value in found)
        return ordered


def _content(fact: Fact) -> tuple[Any, Any]:
    """The one name and value that a fact holds besides what experta keeps in it; experta's initial fact has none."""
    for name, value in fact.items():
        if not Fact.is_special(name):
            return name, value
    return "", ""
