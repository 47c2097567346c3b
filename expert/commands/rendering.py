"""Documents and drawings in the language that was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from expert.publishing.document import Document
    from expert.publishing.graph import Graph

DRAWINGS = ("mermaid", "dot", "svg")


def rendered(document: Document, form: str) -> str:
    """A document as Markdown or HTML."""
    from expert.publishing import html, markdown

    return html.render(document) if form == "html" else markdown.render(document)


def drawn(graph: Graph, form: str) -> str:
    """A graph in one of the languages for drawings, or as text."""
    from expert.publishing import dot, mermaid, svg
    from expert.publishing.graph import as_text

    return {"mermaid": mermaid.render, "dot": dot.render, "svg": svg.render, "text": as_text}[form](graph)
