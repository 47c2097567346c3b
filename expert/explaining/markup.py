"""A page as elements of HTML, for whatever shows such: paragraphs, lists and bars, without a style of its own.

Its classes: ``dim``, ``grave`` (a heading that must be seen first), ``bar``, ``part`` (a paragraph that hangs below a
numbered one).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

from expert.explaining.page import Gauge, Node, Words

if TYPE_CHECKING:
    from expert.fields import Answers
    from expert.knowledge import KnowledgeBase

_TAGS = {"bold": "strong", "italic": "em"}


class Markup:
    """A sheet for `Page`. Text in it stays text.

    Args:
        level: of its headings, 2 for ``h2``.
    """

    arrow = "\u2192"
    width = 40
    typed = False

    def __init__(self, level: int = 2) -> None:
        self._level = level
        self._parts: list[str] = []

    @property
    def html(self) -> str:
        """What was written so far."""
        return "\n".join(self._parts)

    def insert(self, html: str) -> None:
        """Something that is HTML already."""
        self._parts.append(html)

    def heading(self, title: Words, close: bool) -> None:
        """See `Sheet.heading`; one in a colour of its own is grave."""
        grave = any(style not in ("", "bold") for _, style in title.parts)
        text = "".join(escape(text) for text, _ in title.parts)
        self._parts.append(f"<h{self._level}{' class=grave' if grave else ''}>{text}</h{self._level}>")

    def gap(self) -> None:
        """Paragraphs have room of their own."""

    def text(self, text: Words, first: str, rest: str) -> None:
        """See `Sheet.text`."""
        self._parts.append(f"<p{' class=part' if rest.strip(' ') == '' != rest else ''}>{escape(first.strip())}"
                           f"{' ' if first.strip() else ''}{inline(text)}</p>")  # fmt: skip

    def numbered(self, number: int, text: Words) -> None:
        """See `Sheet.numbered`."""
        self._parts.append(f"<p>{number}. {inline(text)}</p>")

    def tree(self, nodes: Sequence[Node]) -> None:
        """See `Sheet.tree`."""
        self.bullets(nodes)

    def bullets(self, nodes: Sequence[Node]) -> None:
        """See `Sheet.bullets`."""
        if nodes and self._parts and self._parts[-1].endswith("</ul>"):
            self._parts[-1] = self._parts[-1].removesuffix("</ul>") + _entries(nodes) + "</ul>"
        elif nodes:
            self._parts.append(_list(nodes))

    def hanging(self, text: Words) -> None:
        """See `Sheet.hanging`."""
        if self._parts and self._parts[-1].endswith("</li></ul>"):
            self._parts[-1] = f"{self._parts[-1].removesuffix('</li></ul>')}<p>{inline(text)}</p></li></ul>"
        else:
            self.text(text, "   ", "   ")

    def drawing(self, lines: Iterable[str]) -> None:
        """See `Sheet.drawing`."""
        self._parts.append(f"<pre aria-hidden=true>{escape(chr(10).join(lines))}</pre>")

    def places(self, knowledge: KnowledgeBase, answers: Answers | None) -> bool:
        """See `Sheet.places`; whoever has a picture draws it."""
        return False

    def bar(self, share: float) -> Gauge:
        """See `Sheet.bar`."""
        return Gauge("", share)


def inline(words: Words) -> str:
    """Words with their styles."""
    return "".join(_span(text, style) for text, style in words.parts)


def _span(text: str, style: str) -> str:
    if isinstance(text, Gauge):
        # Whoever hears the page hears the word beside it.
        return f"<progress class=bar max=100 value={round(text.share * 100)} aria-hidden=true></progress>"
    if style in _TAGS:
        return f"<{_TAGS[style]}>{escape(text)}</{_TAGS[style]}>"
    if style == "dim":
        return f"<span class=dim>{escape(text)}</span>"
    return f"<strong>{escape(text)}</strong>" if style else escape(text)


def _list(nodes: Sequence[Node]) -> str:
    return f"<ul>{_entries(nodes)}</ul>"


def _entries(nodes: Sequence[Node]) -> str:
    return "".join(f"<li>{inline(one.text)}{_list(one.below) if one.below else ''}</li>" for one in nodes)
