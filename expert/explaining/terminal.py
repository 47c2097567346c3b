"""A page as lines on a console of rich: a terminal, a pipe or a file.

Laid out line by line, so that nothing is wider than the console and continuation lines keep their indent. On a terminal
that can show them there are colours, bars and guide lines; in a pipe or a narrower encoding plain signs. Import this
only when something is to be printed: rich is slow to load.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from expert.explaining.page import Gauge, Node, Words
from expert.fields import Answers
from expert.knowledge import KnowledgeBase


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


def text_of(words: Words) -> Text:
    """Words as rich takes them; nothing in them is markup."""
    text = Text()
    for content, style in words.parts:
        text.append(content, style=style)
    return text


def encodable(console: Console, words: Words) -> Text:
    """The words with "?" for what the console's encoding cannot say."""
    text = text_of(words)
    if _can_encode(console, text.plain):
        return text
    plain = "".join(c if _can_encode(console, c) else "?" for c in text.plain)
    return Text(plain, spans=text.spans)


def _can_encode(console: Console, text: str) -> bool:
    try:
        text.encode(console.encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


class Lines:
    """A sheet for `Page`: a console and the signs that it can show."""

    typed = True

    def __init__(self, console: Console) -> None:
        self.console = console
        self._fancy = console.is_terminal and _can_encode(console, "├└│█░─→•")
        self._signs = _PLAIN if not self._fancy else _FINE if console.width >= 60 else _NARROW
        self.arrow = self._signs.arrow
        self._begun = False

    @property
    def width(self) -> int:
        """See `Sheet`."""
        return self.console.width

    def heading(self, title: Words, close: bool) -> None:
        """A blank line, a title, and a line under it; close: without that line where the title stands out by itself."""
        self.gap()
        width = self._text(title)
        if close and self._fancy:
            return
        self._text(Words(((self._signs.rule * width, "dim"),)))

    def gap(self) -> None:
        """A blank line, unless nothing was written yet."""
        if self._begun:
            self.console.print()

    def text(self, text: Words, first: str, rest: str) -> None:
        """See `Sheet.text`; folded to the width."""
        self._text(text, first, rest)

    def _text(self, text: Words, first: str = "", rest: str = "") -> int:
        """The same; gives the width of its widest line."""
        self._begun = True
        widest = 0
        room = max(self.console.width - len(first), 1)
        for index, line in enumerate(encodable(self.console, text).wrap(self.console, room, overflow="fold")):
            line.rstrip()
            widest = max(widest, line.cell_len)
            prefix = Text(first if index == 0 else rest, style="dim")
            self.console.print(prefix + line, no_wrap=True, overflow="ignore", crop=False)
        return widest

    def tree(self, nodes: Sequence[Node], indent: str = "") -> None:
        """See `Sheet.tree`."""
        signs = self._signs
        for index, entry in enumerate(nodes):
            last = index == len(nodes) - 1
            deeper = indent + (" " * len(signs.down) if last else signs.down)
            self._text(entry.text, indent + (signs.last if last else signs.fork), deeper)
            self.tree(entry.below, deeper)

    def bullets(self, nodes: Sequence[Node], indent: str = "") -> None:
        """See `Sheet.bullets`."""
        for entry in nodes:
            deeper = indent + " " * len(self._signs.bullet)
            self._text(entry.text, indent + self._signs.bullet, deeper)
            self.bullets(entry.below, deeper)

    def numbered(self, number: int, text: Words) -> None:
        """See `Sheet.numbered`."""
        label = f"{number}. "
        self._text(text, label, " " * len(label))

    def hanging(self, text: Words) -> None:
        """See `Sheet.hanging`."""
        indent = " " * len(self._signs.bullet)
        self._text(text, indent, indent)

    def drawing(self, lines: Iterable[str]) -> None:
        """See `Sheet.drawing`."""
        for line in lines:
            self.console.print(line, markup=False, highlight=False, no_wrap=True, overflow="ignore", crop=False)

    def places(self, knowledge: KnowledgeBase, answers: Answers | None) -> bool:
        """See `Sheet.places`: characters draw it."""
        return False

    def bar(self, share: float) -> Gauge:
        """See `Sheet.bar`."""
        length = 20 if self.console.width >= 60 else 10
        full = min(length, max(0, round(share * length)))
        bar = self._signs.full * full + self._signs.empty * (length - full)
        return Gauge(bar if self._fancy else f"[{bar}]", share)
