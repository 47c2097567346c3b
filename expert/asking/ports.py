"""Where a dialogue is held: a terminal with prompt_toolkit (`terminal`), or plain lines when input or output is none.

Both ask for a line and say lines; everything else about the dialogue is the same for both.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sys
import textwrap
from typing import Protocol, TextIO

from expert.asking.turn import Prompt
from expert.characters import cleaned, harmless

#: The lines that a prompt takes: itself, what is left free below it, and a line of keys.
_PROMPT_LINES = 5
#: A mark, a word or two before a wide gap: lines wrap under what stands behind it.
_FIRST_COLUMN = re.compile(r"\s*\S{1,9}(?: \S{1,9})?  +(?=\S)")


class Port(Protocol):
    """What a dialogue needs of the world.

    Attributes:
        keeps: whether a person sits there, whose unfinished answers are worth keeping.
        draws_choices: whether it draws what can be chosen itself, so that the lines of it need not be said.
    """

    keeps: bool
    draws_choices: bool

    def ask(self, prompt: Prompt, listed: bool = True) -> str:
        """One line from the user, free of characters that do not print.

        Args:
            listed: whether what can be chosen is to be seen from the beginning.

        Raises:
            EOFError: there is no more input. KeyboardInterrupt: the user pressed Ctrl-C.
        """

    def say(self, text: str = "", style: str = "") -> None:
        """Lines for the user, wrapped to the width; `style` is ``bold``, ``dim`` or nothing."""

    def at_once(self, listed: bool) -> contextlib.AbstractContextManager[None]:
        """What is written in it is one answer: where that is longer than the window, it is shown page by page.

        Args:
            listed: whether a list comes below it.
        """

    @property
    def out(self) -> TextIO:
        """Where longer pages are printed."""

    @property
    def colour(self) -> bool:
        """Whether longer pages may have colours and other styles."""


def wrapped(text: str, width: int) -> str:
    """The text wrapped to the width under each line's own indent, and free of what does not print."""
    lines = []
    for line in map(harmless, text.splitlines() or [""]):
        indent = len(line) - len(line.lstrip())
        column = _FIRST_COLUMN.match(line)
        hang = column.end() if column and column.end() <= width // 2 else indent
        lines += textwrap.wrap(
            line, width, subsequent_indent=" " * hang, drop_whitespace=True, break_long_words=True
        ) or [""]
    return "\n".join(lines)


def width(out: TextIO) -> int:
    """How wide to write: the terminal's width, at most 88 columns; 80 where there is no terminal."""
    return max(20, min(shutil.get_terminal_size((80, 24)).columns, 88)) if out.isatty() else 80


def height(out: TextIO) -> int | None:
    """How many lines can be seen above a prompt and what belongs to it; None where there is no window."""
    return shutil.get_terminal_size((80, 24)).lines - _PROMPT_LINES if out.isatty() else None


class PlainPort:
    """A dialogue line by line: for pipes, files, and terminals that can do no more."""

    draws_choices = False
    colour = False

    def __init__(self, source: TextIO, out: TextIO) -> None:
        self.keeps = source.isatty()
        self._source = source
        self._out = out

    @property
    def out(self) -> TextIO:
        """See `Port.out`."""
        return self._out

    def at_once(self, listed: bool) -> contextlib.AbstractContextManager[None]:
        """See `Port.at_once`: nothing is held up here, and nothing waits for a key."""
        return contextlib.nullcontext()

    def ask(self, prompt: Prompt, listed: bool = True) -> str:
        """See `Port.ask`. The line is echoed where it was not typed, so that a transcript can be read."""
        self._out.write(prompt.text)
        self._out.flush()
        line = self._source.readline()
        if not line:
            self._out.write("\n")
            raise EOFError
        text = cleaned(line).strip()
        if not self._source.isatty():
            self._out.write(text + "\n")
        return text

    def say(self, text: str = "", style: str = "") -> None:
        """See `Port.say`; a plain port has no styles."""
        self._out.write(wrapped(text, width(self._out)) + "\n")
        self._out.flush()


def open_port(plain: bool = False) -> Port:
    """A terminal dialogue where both sides are a terminal that can do it, else a plain one.

    Args:
        plain: no colours and no movements of the cursor, in a terminal too; ``ACCESSIBLE=1`` says the same.
    """
    terminal = sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "dumb") not in ("dumb", "")
    wants_plain = plain or os.environ.get("ACCESSIBLE", "") not in ("", "0")
    if not terminal or wants_plain:
        return PlainPort(sys.stdin, sys.stdout)
    from expert.asking.terminal import TerminalPort

    return TerminalPort(sys.stdout)
