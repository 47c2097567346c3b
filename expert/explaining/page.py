"""A page of text: paragraphs, lists, trees and bars, whatever it is written on.

What is written is first a small tree of `Node` objects. A *sheet* lays it out: lines on a terminal, in a pipe or a file
(`terminal`), or elements of HTML (`markup`). A case's own text is never read as markup, and its control characters are
shown as escapes. Nothing here needs rich, which is slow to load and of no use in a browser.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from expert.characters import harmless

if TYPE_CHECKING:
    from rich.console import Console

    from expert.fields import Answers
    from expert.knowledge import KnowledgeBase

Part = str | tuple[str, str]


class Gauge(str):
    """A bar in words: the signs that draw it where there are only signs, and how full it is, from 0 to 1."""

    share: float

    def __new__(cls, signs: str, share: float) -> Gauge:
        made = super().__new__(cls, signs)
        made.share = share
        return made


@dataclass(frozen=True)
class Words:
    """Words with their styles, each as rich names it; nothing in them is markup."""

    parts: tuple[tuple[str, str], ...] = ()

    def __add__(self, other: Words) -> Words:
        return Words(self.parts + other.parts)

    def __rich__(self) -> Any:
        from expert.explaining.terminal import text_of

        return text_of(self)


def words(*parts: Part) -> Words:
    """Parts, each plain or with a style, as one text."""
    pairs = ((part, "") if isinstance(part, str) else part for part in parts)
    return Words(tuple((text if isinstance(text, Gauge) else harmless(text), style) for text, style in pairs))


@dataclass
class Node:
    """One entry of a tree: its text, and what hangs below it."""

    text: Words
    below: list[Node] = field(default_factory=list)


def node(*parts: Part, below: Iterable[Node] = ()) -> Node:
    """A tree entry; see `words`."""
    return Node(words(*parts), list(below))


class Sheet(Protocol):
    """What a page is written on.

    Attributes:
        arrow: the sign for "becomes". typed: whether who reads it types, and wants to be told what can be typed.
    """

    arrow: str
    typed: bool

    @property
    def width(self) -> int:
        """So many characters fit beside each other."""

    def heading(self, title: Words, close: bool) -> None:
        """A title with what sets it off; close: without where it stands out by itself."""

    def gap(self) -> None:
        """Some room, unless nothing was written yet."""

    def text(self, text: Words, first: str, rest: str) -> None:
        """A paragraph, its first line behind `first` and the others behind `rest`."""

    def numbered(self, number: int, text: Words) -> None:
        """A paragraph with a number."""

    def tree(self, nodes: Sequence[Node]) -> None:
        """Entries with what hangs below them, and lines that show what does."""

    def bullets(self, nodes: Sequence[Node]) -> None:
        """Entries as a plain list, for readers who need no guide lines."""

    def hanging(self, text: Words) -> None:
        """A paragraph that hangs below the last entry of a list."""

    def drawing(self, lines: Iterable[str]) -> None:
        """Lines of characters that are a picture, as they are."""

    def bar(self, share: float) -> Gauge:
        """A bar, longer the more certain."""

    def places(self, knowledge: KnowledgeBase, answers: Answers | None) -> bool:
        """Draw the map of places in a way of its own, with what the answers mark; False where it has none.

        Args:
            answers: None for a map to look every place up.
        """


class Page:
    """A page on a sheet, or on a console of rich."""

    def __init__(self, on: Console | Sheet) -> None:
        self.sheet: Sheet = _sheet(on)

    @property
    def arrow(self) -> str:
        """The sign for "becomes"."""
        return self.sheet.arrow

    @property
    def typed(self) -> bool:
        """Whether who reads it types."""
        return self.sheet.typed

    @property
    def width(self) -> int:
        """So many characters fit beside each other."""
        return self.sheet.width

    def heading(self, title: str, style: str = "bold", close: bool = False) -> None:
        """A title; close: as little set off as one that stands out by itself can be."""
        self.sheet.heading(words((title, style)), close)

    def gap(self) -> None:
        """Some room, unless nothing was written yet."""
        self.sheet.gap()

    def say(self, *parts: Part) -> None:
        """A paragraph."""
        self.sheet.text(words(*parts), "", "")

    def text(self, text: Words, first: str = "", rest: str = "") -> None:
        """A paragraph, its first line behind `first` and the others behind `rest`."""
        self.sheet.text(text, first, rest)

    def tree(self, nodes: Sequence[Node]) -> None:
        """Entries with what hangs below them."""
        self.sheet.tree(nodes)

    def bullets(self, nodes: Sequence[Node]) -> None:
        """Entries as a plain list."""
        self.sheet.bullets(nodes)

    def hanging(self, text: Words) -> None:
        """A paragraph that hangs below the last entry of a list."""
        self.sheet.hanging(text)

    def drawing(self, lines: Iterable[str]) -> None:
        """Lines of characters that are a picture, as they are."""
        self.sheet.drawing(lines)

    def numbered(self, number: int, *parts: Part) -> None:
        """A paragraph with a number."""
        self.sheet.numbered(number, words(*parts))

    def bar(self, certainty: float) -> Gauge:
        """A bar, longer the more certain, as a part of a line."""
        return self.sheet.bar(certainty)


def _sheet(on: Any) -> Sheet:
    if hasattr(on, "bullets"):
        sheet: Sheet = on
        return sheet
    from expert.explaining.terminal import Lines

    return Lines(on)
