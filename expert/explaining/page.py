"""A page of text for a terminal, a pipe or a file: paragraphs, lists, trees and bars.

What is written is first a small tree of `Node` objects, then laid out line by line, so that nothing is wider than the
console and continuation lines keep their indent. On a terminal that can show them there are colours, bars and guide
lines; in a pipe or a narrower encoding plain signs. A case's own text is never read as markup, and its control
characters are shown as escapes. Import this, and what writes such pages, only when something is to be printed: rich is
slow to load.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rich.console import Console
from rich.text import Text

from expert.characters import harmless

Part = str | tuple[str, str]


@dataclass
class Node:
    """One entry of a tree: its text, the style of its bullet, and what hangs below it."""

    text: Text
    below: list[Node] = field(default_factory=list)


def words(*parts: Part) -> Text:
    """Parts, each plain or with a style, as one text; nothing in them is markup."""
    text = Text()
    for part in parts:
        content, style = (part, "") if isinstance(part, str) else part
        text.append(harmless(content), style=style)
    return text


def node(*parts: Part, below: Iterable[Node] = ()) -> Node:
    """A tree entry; see `words`."""
    return Node(words(*parts), list(below))


@dataclass(frozen=True)
class _Signs:
    """The characters that draw: guides (fork, last, down), bar (full, empty), rule, arrow, bullet."""

    fork: str
    last: str
    down: str
    full: str
    empty: str
    rule: str
    arrow: str
    bullet: str


_FINE = _Signs("├─ ", "└─ ", "│  ", "█", "░", "─", "→", "• ")
_NARROW = _Signs("├ ", "└ ", "│ ", "█", "░", "─", "→", "• ")
_PLAIN = _Signs("- ", "- ", "  ", "#", ".", "-", "->", "- ")


class Page:
    """A console and the signs that it can show."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.encoding = console.encoding
        self.fancy = console.is_terminal and self._can_encode("├└│█░─→•")
        self.signs = _PLAIN if not self.fancy else _FINE if console.width >= 60 else _NARROW
        self._begun = False

    def _can_encode(self, text: str) -> bool:
        try:
            text.encode(self.encoding)
        except (UnicodeEncodeError, LookupError):
            return False
        return True

    def heading(self, title: str, style: str = "bold", close: bool = False) -> None:
        """A blank line, a title, and a line under it; close: without that line where the title stands out by itself."""
        self.gap()
        lines = self.text(words((title, style)))
        if not (close and self.fancy):
            self.text(words((self.signs.rule * lines, "dim")))

    def gap(self) -> None:
        """A blank line, unless nothing was written yet."""
        if self._begun:
            self.console.print()

    def say(self, *parts: Part) -> None:
        """A paragraph."""
        self.text(words(*parts))

    def text(self, text: Text, first: str = "", rest: str = "") -> int:
        """A text, folded to the width, its first line behind `first` and the others behind `rest`; its widest line."""
        self._begun = True
        widest = 0
        room = max(self.console.width - len(first), 1)
        for index, line in enumerate(self.encodable(text).wrap(self.console, room, overflow="fold")):
            line.rstrip()
            widest = max(widest, line.cell_len)
            prefix = Text(first if index == 0 else rest, style="dim")
            self.console.print(prefix + line, no_wrap=True, overflow="ignore", crop=False)
        return widest

    def encodable(self, text: Text) -> Text:
        """The text with "?" for what the console's encoding cannot say."""
        if self._can_encode(text.plain):
            return text
        plain = "".join(c if self._can_encode(c) else "?" for c in text.plain)
        return Text(plain, spans=text.spans)

    def tree(self, nodes: Sequence[Node], indent: str = "") -> None:
        """Entries with what hangs below them."""
        signs = self.signs
        for index, entry in enumerate(nodes):
            last = index == len(nodes) - 1
            deeper = indent + (" " * len(signs.down) if last else signs.down)
            self.text(entry.text, indent + (signs.last if last else signs.fork), deeper)
            self.tree(entry.below, deeper)

    def bullets(self, nodes: Sequence[Node], indent: str = "") -> None:
        """Entries as a plain list, for readers who need no guide lines."""
        for entry in nodes:
            deeper = indent + " " * len(self.signs.bullet)
            self.text(entry.text, indent + self.signs.bullet, deeper)
            self.bullets(entry.below, deeper)

    def numbered(self, number: int, *parts: Part) -> None:
        """A numbered line."""
        label = f"{number}. "
        self.text(words(*parts), label, " " * len(label))

    def bar(self, certainty: float) -> str:
        """A bar, longer the more certain."""
        length = 20 if self.console.width >= 60 else 10
        full = min(length, max(0, round(certainty * length)))
        bar = self.signs.full * full + self.signs.empty * (length - full)
        return bar if self.fancy else f"[{bar}]"
