"""One turn of a consultation: what is to be shown after a reply, and what waits for the next one. Plain data.

The core (`dialogue`) makes turns; a face (a terminal, a pipe, a page) shows them. No turn does anything by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

#: The keys that a bottom line names, as long as it can be and cut short for a narrow window.
Keys = tuple[str, str]


@dataclass(frozen=True)
class Say:
    """Lines, to be wrapped to the window; `style` is ``bold``, ``dim``, ``alert`` or nothing."""

    text: str
    style: str = ""


@dataclass(frozen=True)
class Page:
    """A longer page, which draws itself on any console of rich."""

    draw: Callable[[Console], None]


@dataclass(frozen=True)
class File:
    """A file that the person wants to have. The face writes it, and asks before it replaces another.

    Attributes:
        path: as it was typed. text: what it holds. kind: ``case`` or ``report``.
    """

    path: str
    text: str
    kind: str


Shown = Say | Page | File


@dataclass(frozen=True)
class Prompt:
    """What waits for a reply.

    Attributes:
        text: stands before the cursor.
        question: the line that it answers, to be said again where a long list has pushed it out of sight.
        words: what may be typed, for completion.
        keys: for the line of keys; None for no such line.
        wrong: what is wrong with a line that is still being typed, or None; absent where that is not worth saying.
    """

    text: str = "> "
    question: str = ""
    words: tuple[str, ...] = ()
    keys: Keys | None = None
    wrong: Callable[[str], str | None] | None = None


@dataclass(frozen=True)
class Turn:
    """What to show, in this order, and what then waits for a reply; None where the consultation is over."""

    shown: tuple[Shown, ...]
    prompt: Prompt | None


class Script:
    """What a turn is to show, while it is being gathered."""

    def __init__(self) -> None:
        self.shown: list[Shown] = []

    def say(self, text: str = "", style: str = "") -> None:
        """Lines."""
        self.shown.append(Say(text, style))

    def page(self, draw: Callable[[Console], None]) -> None:
        """A longer page."""
        self.shown.append(Page(draw))

    def file(self, path: str, text: str, kind: str) -> None:
        """A file to be written."""
        self.shown.append(File(path, text, kind))
