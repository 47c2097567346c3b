"""A graph as a Mermaid flowchart, which GitHub and many editors draw."""

from __future__ import annotations

from expert.publishing.graph import Graph, Node

#: The brackets that give each kind its shape, so that colour is never all there is.
_SHAPES = {
    "field": ("([", "])"), "answer": ("([", "])"), "finding": ("{{", "}}"), "evidence": ("[", "]"),
    "counter": ("[/", "/]"), "cause": ("[[", "]]"), "advice": ("(", ")"), "alert": (">", "]"),
}  # fmt: skip
#: What Mermaid reads as more than text, even within quotes.
_SPECIAL = '"#&<>`\\;*_~$|{}[]()%'


def render(graph: Graph) -> str:
    """The flowchart, from left to right; nodes are declared first, then the edges."""
    names = {node.id: f"n{number}" for number, node in enumerate(graph.nodes, 1)}
    lines = ["flowchart LR", f"  accTitle: {_plain(graph.title)}"]
    lines += [f"  {names[node.id]}{_shape(node)}" for node in graph.nodes]
    for edge in graph.edges:
        arrow = "-. against .->" if edge.against else "-->"
        lines.append(f"  {names[edge.source]} {arrow} {names[edge.target]}")
    return "\n".join(lines) + "\n"


def _shape(node: Node) -> str:
    opening, closing = _SHAPES[node.kind]
    kind, *rest = node.lines
    text = "<br/>".join([f"<b>{_escaped(kind)}</b>", *map(_escaped, rest)])
    return f'{opening}"{text}"{closing}'


def _escaped(text: str) -> str:
    """Text in Mermaid's own entities, so that nothing in it is markup."""
    return "".join(f"#{ord(sign)};" if sign in _SPECIAL else sign for sign in text)


def _plain(text: str) -> str:
    """Text for a title line, which knows no entities: without the signs that end it."""
    return "".join(" " if sign in '#;{}"<>&%' else sign for sign in text)
