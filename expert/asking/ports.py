"""Where a dialogue is held: a terminal with prompt_toolkit, or plain lines when input or output is none.

Both ask for a line and say lines; everything else about the dialogue is the same for both.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any, Protocol, TextIO

from expert.asking.turn import Prompt
from expert.characters import cleaned, harmless

#: The lines that a prompt takes: itself with room for its completions, and the line of keys.
_MENU, _PROMPT_LINES = 4, 5
#: A mark, a word or two before a wide gap: lines wrap under what stands behind it.
_FIRST_COLUMN = re.compile(r"\s*\S{1,9}(?: \S{1,9})?  +(?=\S)")


#: How a terminal is told to write in a style.
_STYLES = {"bold": "1", "dim": "3", "alert": "1;31"}


class Port(Protocol):
    """What a dialogue needs of the world.

    Attributes:
        keeps: whether a person sits there, whose unfinished answers are worth keeping.
    """

    keeps: bool

    def ask(self, prompt: Prompt) -> str:
        """One line from the user, free of characters that do not print.

        Raises:
            EOFError: there is no more input. KeyboardInterrupt: the user pressed Ctrl-C.
        """

    def say(self, text: str = "", style: str = "") -> None:
        """Lines for the user, wrapped to the width; `style` is ``bold``, ``dim`` or nothing."""

    @property
    def out(self) -> TextIO:
        """Where longer pages are printed."""


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

    def __init__(self, source: TextIO, out: TextIO) -> None:
        self.keeps = source.isatty()
        self._source = source
        self._out = out

    @property
    def out(self) -> TextIO:
        """See `Port.out`."""
        return self._out

    def ask(self, prompt: Prompt) -> str:
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


class TerminalPort:
    """A dialogue in a terminal, by prompt_toolkit: completion, a line of keys, numbers checked while typing.

    Lines are written without prompt_toolkit, so that the first question can be read while that is still being loaded.
    """

    def __init__(self, out: TextIO) -> None:
        self.keeps = True
        self._out = out
        self._styles = _STYLES if not os.environ.get("NO_COLOR") else {**_STYLES, "alert": _STYLES["bold"]}

    @cached_property
    def _session(self) -> Any:
        from prompt_toolkit import PromptSession
        from prompt_toolkit.history import InMemoryHistory

        session: Any = PromptSession(history=InMemoryHistory())  # no history file: these are health answers
        session.default_buffer.on_text_changed += _clean
        return session

    @property
    def out(self) -> TextIO:
        """See `Port.out`."""
        return self._out

    def ask(self, prompt: Prompt) -> str:
        """See `Port.ask`. What is wrong with a line is said in the bottom line while it is typed."""

        def bottom() -> str | None:
            typed = self._session.default_buffer.text.strip()
            problem = prompt.wrong(typed) if prompt.wrong and typed else None
            keys = prompt.keys
            shown = problem or (keys and (keys[0] if len(keys[0]) < width(self._out) else keys[1]))
            return wrapped(shown, width(self._out)) if shown else None

        self._session.bottom_toolbar = bottom if prompt.keys else None
        completer = _completer(prompt.words)
        line: str = self._session.prompt(prompt.text, completer=completer, reserve_space_for_menu=_MENU)
        return cleaned(line).strip()

    def say(self, text: str = "", style: str = "") -> None:
        """See `Port.say`."""
        shown = wrapped(text, width(self._out))
        self._out.write(f"\x1b[{self._styles[style]}m{shown}\x1b[0m\n" if style and text else f"{shown}\n")
        self._out.flush()


def _completer(words: Sequence[str]) -> Any:
    """Completes the word or phrase behind the last comma, so that several answers can be typed one after another."""
    from prompt_toolkit.completion import Completer, Completion

    class Phrases(Completer):
        def get_completions(self, document: Any, complete_event: Any) -> Iterator[Completion]:
            typed = document.text_before_cursor.split(",")[-1].lstrip()
            for word in words:
                if typed and not typed.isdecimal() and re.search(rf"\b{re.escape(typed)}", word, re.IGNORECASE):
                    yield Completion(word, -len(typed))

    return Phrases()


def _clean(buffer: Any) -> None:
    """Take out of what was typed or pasted whatever the terminal could obey rather than show."""
    text = cleaned(buffer.text)
    if text != buffer.text:
        buffer.text = text
        buffer.cursor_position = len(text)


def open_port() -> Port:
    """A terminal dialogue where both sides are a terminal that can do it, else a plain one."""
    if sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM", "dumb") not in ("dumb", ""):
        return TerminalPort(sys.stdout)
    return PlainPort(sys.stdin, sys.stdout)
