"""The knowledge base, or one case's reasoning, as nodes and edges: what any drawing of it shares.

    fields -> findings -> causes -> advice and alerts

Two graphs can be had: of the rules themselves (`base_graph`: an edge is a set of rules) and of one case
(`case_graph`: its answers, the evidence that fired, what was concluded, what follows). Neither has a cycle.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from expert.advice import Recommendation
from expert.certainty import strength_text
from expert.characters import harmless
from expert.conclusions import Alert, Conclusion, Evidence
from expert.consultation import Consultation
from expert.engine import Firing
from expert.knowledge import KnowledgeBase
from expert.rules import STAGES, Advises, Cause, KnowledgeRule, Remark, Withholds
from expert.wording import english

#: Kinds of node, from the answers to what follows from them, and what a reader calls them.
KINDS = {
    "field": "Question", "answer": "Answer", "finding": "Finding", "evidence": "Evidence for",
    "counter": "Evidence against", "cause": "Cause", "advice": "Advice", "alert": "Alert",
}  # fmt: skip


@dataclass(frozen=True)
class Node:
    """One box.

    Attributes:
        id: unique in its graph. kind: one of `KINDS`.
        title: its text, one line. small: further lines, for details.
    """

    id: str
    kind: str
    title: str
    small: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """All its text: the kind, the title, the details."""
        return (KINDS[self.kind], self.title, *self.small)


@dataclass(frozen=True)
class Edge:
    """An arrow.

    Attributes:
        source, target: ids of nodes.
        against: whether it speaks against its target, or takes it back.
        rules: names of the rules that make it.
    """

    source: str
    target: str
    against: bool = False
    rules: tuple[str, ...] = ()


@dataclass(frozen=True)
class Graph:
    """Nodes, each once, and edges, none twice, in an order that never changes."""

    title: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass
class _Drawing:
    """A graph that is being gathered."""

    nodes: dict[str, Node] = field(default_factory=dict)
    edges: dict[tuple[str, str, bool], dict[str, None]] = field(default_factory=dict)

    def node(self, key: str, kind: str, title: str, small: Iterable[str] = ()) -> str:
        """Draw a node, if it is not there yet; its id."""
        name = f"{kind}:{key}"
        if name not in self.nodes:
            self.nodes[name] = Node(name, kind, harmless(title), tuple(harmless(line) for line in small if line))
        return name

    def edge(self, source: str, target: str, rules: Iterable[str], against: bool = False) -> None:
        """Draw an edge; rules that share one are gathered on it."""
        self.edges.setdefault((source, target, against), {}).update(dict.fromkeys(rules))

    def graph(self, title: str) -> Graph:
        """What was drawn."""
        edges = [Edge(*ends, tuple(rules)) for ends, rules in self.edges.items()]
        return Graph(harmless(title), tuple(self.nodes.values()), tuple(edges))


# -- the knowledge base ----------------------------------------------------------------------------------------------


def base_graph(knowledge: KnowledgeBase, cause: Cause | None = None) -> Graph:
    """The rules: which questions lead to which findings, causes, advice and alerts.

    Args:
        knowledge: the base.
        cause: only what speaks for or against this cause, and what follows from it.
    """
    drawing = _Drawing()
    for rule in _of_cause(knowledge, cause):
        _draw_rule(drawing, knowledge, rule, cause)
    about = cause.short if cause else "the whole rule base"
    return drawing.graph(f"{knowledge.title}: {about}")


def _of_cause(knowledge: KnowledgeBase, cause: Cause | None) -> Iterable[KnowledgeRule]:
    """The rules to draw, in the order of the book; with a cause also those that find what its rules wait for."""
    if cause is None:
        return knowledge.rules
    wanted = {rule.name for rule in knowledge.rules if _concerns(rule, cause)}
    advised = {rule.remark for rule in knowledge.of(Advises) if rule.cause is cause}
    wanted |= {rule.name for rule in knowledge.of(Withholds) if any(map(rule.takes_back, advised))}
    waiting = [knowledge.rule(name) for name in sorted(wanted, key=knowledge.position.__getitem__)]
    while waiting:
        for atom in waiting.pop().atoms:
            for finder in knowledge.finders.get(atom.key, ()) if atom.kind == "finding" else ():
                if finder.name not in wanted:
                    wanted.add(finder.name)
                    waiting.append(finder)
    return [rule for rule in knowledge.rules if rule.name in wanted]


def _concerns(rule: KnowledgeRule, cause: Cause) -> bool:
    """Whether a rule concludes a cause, advises for it or waits for it."""
    waits = any(atom.kind == "conclusion" and atom.key == cause.id for atom in rule.atoms)
    return waits or rule.cause is cause


def _draw_rule(drawing: _Drawing, knowledge: KnowledgeBase, rule: KnowledgeRule, only: Cause | None) -> None:
    for atom in rule.atoms:
        if atom.kind == "finding":
            source = drawing.node(atom.key, "finding", atom.key)
        elif atom.kind == "conclusion":
            source = _cause_node(drawing, knowledge.cause(atom.key))
        else:
            source = _field_node(drawing, knowledge, atom.key)
        drawing.edge(source, _target(drawing, knowledge, rule), [rule.name], rule.against)


def _field_node(drawing: _Drawing, knowledge: KnowledgeBase, key: str) -> str:
    """A question; of a worked-out number what it is worked out from."""
    held = knowledge.vocabulary.fields[key]
    asked = held.question or f"worked out from {', '.join(knowledge.vocabulary.sources(key))}"
    return drawing.node(key, "field", key, [asked])


def _target(drawing: _Drawing, knowledge: KnowledgeBase, rule: KnowledgeRule) -> str:
    """The node of what a rule concludes."""
    name, title = rule.target
    return drawing.node(name, rule.drawn, title, [_how_soon(knowledge, rule)] if rule.urgency else ())


def _cause_node(drawing: _Drawing, cause: Cause, small: Sequence[str] = ()) -> str:
    return drawing.node(cause.id, "cause", cause.title, small)


# -- one case --------------------------------------------------------------------------------------------------------


def case_graph(consultation: Consultation, cause: Cause | None = None) -> Graph:
    """Why a case came out as it did: its answers, the evidence, the causes, and what follows from them.

    Args:
        consultation: the case, reasoned through.
        cause: only this cause, what it stands on and what is advised for it.
    """
    return _CaseDrawing(consultation).draw(cause)


class _CaseDrawing:
    """One consultation's firings as a graph."""

    def __init__(self, consultation: Consultation) -> None:
        self.consultation = consultation
        self.knowledge = consultation.knowledge
        self.drawing = _Drawing()

    def draw(self, cause: Cause | None) -> Graph:
        """All of it, or one cause."""
        for conclusion in self.consultation.conclusions:
            if cause is None or conclusion.cause is cause:
                self._conclusion(conclusion)
        for one in self.consultation.recommendations:
            if cause is None or cause in one.causes:
                self._recommendation(one)
        for alert in self.consultation.alerts:
            if cause is None or cause.id in alert.evidence.firing.causes:
                self._alert(alert)
        about = f": {cause.short}" if cause else ""
        return self.drawing.graph(f"How the answers led to the result{about}")

    def _conclusion(self, found: Conclusion) -> None:
        target = _cause_node(self.drawing, found.cause, [f"{found.level}, certainty factor {found.certainty:.4g}"])
        for entries, against in ((found.because, False), (found.against, True)):
            for entry in entries:
                self.drawing.edge(self._evidence(entry, against), target, [entry.firing.rule.name], against)

    def _evidence(self, entry: Evidence, against: bool) -> str:
        rule = entry.firing.rule
        small = [strength_text(entry.certainty), *_basis([entry.firing])]
        name = self.drawing.node(rule.name, "counter" if against else "evidence", english.sentence(rule.because), small)
        self._below(entry.firing, name)
        return name

    def _below(self, firing: Firing, target: str) -> None:
        """What a firing stood on: answers, findings and conclusions."""
        given = [key for tested in firing.facts for key in self.consultation.given(tested)]
        for key in given:
            clause = english.answer_clause(self.knowledge.vocabulary.asked[key], self.consultation.answers[key])
            answer = self.drawing.node(key, "answer", english.sentence(clause), [key])
            self.drawing.edge(answer, target, [firing.rule.name])
        for name in firing.findings:
            finders = self.consultation.finders.get(name, ())
            found = self.drawing.node(name, "finding", name, _basis(finders))
            self.drawing.edge(found, target, [firing.rule.name])
            for finder in finders:
                self._below(finder, found)
        for cause in firing.causes:
            found = _cause_node(self.drawing, self.knowledge.cause(cause))
            self.drawing.edge(found, target, [firing.rule.name])

    def _recommendation(self, found: Recommendation) -> None:
        small = [f"{found.remark.id}, {STAGES[found.stage]}", *_basis(found.firings)]
        self._remark("advice", found.remark, small, found.firings)

    def _alert(self, found: Alert) -> None:
        firing = found.evidence.firing
        because = english.sentence(firing.rule.because)
        small = [_how_soon(self.knowledge, firing.rule), because, *_basis([firing])]
        name = self.drawing.node(f"{found.remark.id}/{firing.rule.name}", "alert", found.remark.text, small)
        self._below(firing, name)

    def _remark(self, kind: str, remark: Remark, small: Sequence[str], firings: Sequence[Firing]) -> None:
        name = self.drawing.node(remark.id, kind, remark.text, small)
        for firing in firings:
            self._below(firing, name)


def _how_soon(knowledge: KnowledgeBase, alert: KnowledgeRule) -> str:
    """An alert's urgency, and by when."""
    return f"{alert.urgency}: {knowledge.soon(alert)}"


def _basis(firings: Iterable[Firing]) -> list[str]:
    """Rules with what they rest on, a line each."""
    return [f"{firing.rule.name}: {', '.join(english.warrant_keys(firing.rule))}" for firing in firings]


# -- as plain text ---------------------------------------------------------------------------------------------------


def as_text(graph: Graph) -> str:
    """A graph for a terminal: each node with where its arrows lead, and by which rules."""
    titles = {node.id: node.title for node in graph.nodes}
    lines = [graph.title]
    for node in graph.nodes:
        leaving = [edge for edge in graph.edges if edge.source == node.id]
        lines += ["", f"{KINDS[node.kind]}: {node.title}", *(f"  {line}" for line in node.small)]
        for edge in leaving:
            arrow = "against" if edge.against else "->"
            lines.append(f"  {arrow} {titles[edge.target]} ({', '.join(edge.rules)})")
    return "\n".join(lines) + "\n"
