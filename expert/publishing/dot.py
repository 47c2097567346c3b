"""A graph in DOT, the language of Graphviz."""

from __future__ import annotations

from collections.abc import Sequence

from expert.publishing.graph import Graph, Node

_SHAPES = {
    "field": "ellipse", "answer": "ellipse", "finding": "hexagon", "evidence": "box", "counter": "note",
    "cause": "doubleoctagon", "advice": "component", "alert": "octagon",
}  # fmt: skip
_WIDTH = 44


def render(graph: Graph) -> str:
    """The graph, from left to right; nodes are declared first, then the edges."""
    names = {node.id: f"n{number}" for number, node in enumerate(graph.nodes, 1)}
    lines = ["digraph reasoning {", f"  label={_quoted([graph.title])};"]
    lines += ["  rankdir=LR;", '  node [fontname="sans-serif", fontsize=11];', "  edge [fontsize=9];"]
    lines += [f"  {names[node.id]} [shape={_SHAPES[node.kind]}, label={_label(node)}];" for node in graph.nodes]
    for edge in graph.edges:
        look = 'style=dashed, label="against", ' if edge.against else ""
        rules = _quoted([", ".join(edge.rules)])
        lines.append(f"  {names[edge.source]} -> {names[edge.target]} [{look}tooltip={rules}];")
    return "\n".join([*lines, "}"]) + "\n"


def _label(node: Node) -> str:
    return _quoted([part for line in node.lines for part in folded(line, _WIDTH)])


def folded(text: str, width: int) -> list[str]:
    """A line broken between words; a word that is too long stands alone."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return lines


def _quoted(lines: Sequence[str]) -> str:
    """Lines as one quoted string; backslashes and quotes in them stay what they are."""
    escaped = [line.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;") for line in lines]
    return '"' + "\\n".join(escaped) + '"'
