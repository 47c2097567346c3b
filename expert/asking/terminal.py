"""A consultation in a terminal, by prompt_toolkit: lists to move through, completion, a line of keys, long answers by
pages, numbers checked while typing."""

from __future__ import annotations

import asyncio
import contextlib
import io
import os
import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial
from string import ascii_lowercase
from typing import Any, TextIO

from expert.asking.picker import Picker
from expert.asking.ports import width, wrapped
from expert.asking.turn import Keys, Prompt
from expert.characters import cleaned

#: The lines below a line that is typed, for its completions.
_MENU = 4
#: The fewest lines of a window that are reckoned with.
_LEAST_ROWS = 6
#: The lines that a list and what belongs to it take at least, and the prompt with its line of keys alone.
_LIST_LINES, _LINE_LINES = 8, 3
#: The keys of a list, before those of the question.
_LIST_KEYS: Mapping[bool, Keys] = {
    True: ("up/down, Space: tick, Enter: take  ", "Space: tick, Enter: take  "),
    False: ("up/down, Enter: take  ", "up/down, Enter: take  "),
}
#: How long a key that answers by itself waits for the rest of a word, in seconds.
_GRACE = 0.35
#: What may follow it even later, from somebody who types slowly: it is no answer to what is asked next.
_RESTS = {"y": ("es", "ep", "eah", "up"), "n": ("o", "ope", "ah")}
#: How a terminal is told to write in a style.
_STYLES = {"bold": "1", "dim": "3", "alert": "1;31"}


class TerminalPort:
    """A dialogue in a terminal, by prompt_toolkit: lists to move through, completion, a line of keys, long answers by
    pages, numbers checked while typing.

    Lines are written without prompt_toolkit, so that the first question can be read while that is still being loaded.
    """

    draws_choices = True
    colour = True

    def __init__(self, out: TextIO) -> None:
        self.keeps = True
        self._window = self._out = out
        self._styles = _STYLES if not os.environ.get("NO_COLOR") else {**_STYLES, "alert": _STYLES["bold"]}
        self._picker: Picker | None = None
        self._prompt = Prompt()
        self._above = 0  # how many lines were written since the last prompt
        self._rests: tuple[str, ...] = ()
        self._stopped = False  # whether a long answer was stopped: an Enter behind its q is meant for that
        self._begun = ""  # what was typed of the next line while a long answer waited

    @cached_property
    def _session(self) -> Any:
        from prompt_toolkit import PromptSession
        from prompt_toolkit.history import InMemoryHistory

        history = InMemoryHistory()  # no history file: these are health answers
        session: Any = PromptSession(
            self._message, history=history, key_bindings=self._bindings(), bottom_toolbar=self._bottom
        )
        session.default_buffer.on_text_changed += _clean
        return session

    @property
    def out(self) -> TextIO:
        """See `Port.out`."""
        return self._out

    def ask(self, prompt: Prompt, listed: bool = True) -> str:
        """See `Port.ask`. What is wrong with a line is said in the bottom line while it is typed."""
        self._prompt, self._picker = prompt, None
        if prompt.choice:
            self._picker = Picker(prompt.choice, listed, bool(prompt.before))
        toolbar = self._bottom if prompt.keys else None
        while True:
            begun, self._begun = self._begun, ""
            line: str = self._session.prompt(
                self._message, default=begun, completer=_completer(prompt.words), bottom_toolbar=toolbar,
                reserve_space_for_menu=0 if self._picker else _MENU,
            )  # fmt: skip
            text, rests, self._rests = cleaned(line).strip(), self._rests, ()
            stopped, self._stopped = self._stopped, False
            if text.lower() not in rests and (text or not stopped):
                break
        self._above = 0
        if self._picker is not None and self._picker.quick:
            self._rests = _RESTS.get(text, (text[1:],)) if len(text) == 1 else ()
        return text

    def say(self, text: str = "", style: str = "") -> None:
        """See `Port.say`."""
        shown = wrapped(text, width(self._out))
        self._out.write(f"\x1b[{self._styles[style]}m{shown}\x1b[0m\n" if style and text else f"{shown}\n")
        self._out.flush()
        self._above += shown.count("\n") + 1

    # A list to move through.

    def _message(self) -> Any:
        """The list, as much of it as fits below what was just said, and what stands before the cursor."""
        from prompt_toolkit.formatted_text import to_formatted_text

        told: list[tuple[str, str]] = []
        if self._picker is not None and self._picker.open:
            size = shutil.get_terminal_size((80, 24))
            room = size.lines - min(self._above, size.lines // 2) - _LINE_LINES
            for line in self._picker.draw(width(self._window), room):
                told.append(("reverse" if line.here and not self._typed else "", line.text + "\n"))
        return to_formatted_text([*told, ("", self._prompt.text)])

    @property
    def _typed(self) -> str:
        typed: str = self._session.default_buffer.text
        return typed

    def _bottom(self) -> str | None:
        """What is wrong with what is typed, what the last key did not do, or the keys."""
        typed, prompt, picker = self._typed.strip(), self._prompt, self._picker
        problem = prompt.wrong(typed) if prompt.wrong and typed else picker.notice if picker else None
        keys = prompt.keys
        if keys and picker is not None and picker.open and not typed:
            own = _LIST_KEYS[picker.choice.several]
            keys = own[0] + keys[0], own[1] + keys[1]
        wide = width(self._window)
        shown = problem or (keys and (keys[0] if len(keys[0]) < wide else keys[1]))
        return wrapped(shown, wide) if shown else None

    def _bindings(self) -> Any:
        """What keys do to a list while nothing is typed; whatever else is typed goes into the line."""
        from prompt_toolkit.filters import Condition
        from prompt_toolkit.key_binding import KeyBindings

        bindings: Any = KeyBindings()
        free = Condition(lambda: self._picker is not None and not self._typed)
        ticks = Condition(lambda: self._chosen.open and self._chosen.choice.several)
        for keys, does in (
            (("up", "s-tab"), lambda event: self._chosen.move(-1)),
            (("down", "tab"), lambda event: self._chosen.move(1)),
            (("pageup",), lambda event: self._chosen.leaf(-1)),
            (("pagedown",), lambda event: self._chosen.leaf(1)),
            (("enter",), lambda event: self._take(event.current_buffer)),
        ):
            for key in keys:
                bindings.add(key, filter=free)(does)
        bindings.add("space", filter=free & ticks)(lambda event: self._chosen.toggle())
        for key in ascii_lowercase:
            answers = Condition(partial(self._answers_at_once, key))
            bindings.add(key, filter=free & answers)(partial(self._choose_by_key, key))
        return bindings

    def _answers_at_once(self, key: str) -> bool:
        return key in self._chosen.choice.keys

    def _take(self, buffer: Any) -> None:
        """Hand over what is chosen; it stands behind the prompt then as if it had been typed."""
        reply = self._chosen.reply()
        if reply is not None:
            buffer.text = reply
            buffer.validate_and_handle()

    @property
    def _chosen(self) -> Picker:
        assert self._picker is not None, "nothing is to be chosen"
        return self._picker

    def _choose_by_key(self, key: str, event: Any) -> None:
        """Take a key for its answer, unless it turns out to be the beginning of a word."""
        buffer, picker = event.current_buffer, self._chosen
        buffer.insert_text(key)

        async def wait() -> None:
            await asyncio.sleep(_GRACE)
            if buffer.text == key and self._picker is picker and not event.app.is_done:
                picker.quick = True
                buffer.validate_and_handle()

        event.app.create_background_task(wait())

    # Long answers.

    @contextlib.contextmanager
    def at_once(self, listed: bool) -> Iterator[None]:
        """See `Port.at_once`."""
        held = self._out = _Held(self._window)
        try:
            yield
        finally:
            self._out = self._window
            self._leaf_through(held.getvalue(), listed)

    def _leaf_through(self, text: str, listed: bool) -> None:
        """Write lines, a window at a time where they are more than fit above what comes below them."""
        lines, rows = text.splitlines(keepends=True), shutil.get_terminal_size((80, 24)).lines
        step = max(rows - 1, _LEAST_ROWS)
        if len(lines) > max(rows - (_LIST_LINES if listed else _LINE_LINES), _LEAST_ROWS):
            while len(lines) > step and self._shows_more(lines[:step], len(lines) - step):
                lines = lines[step:]
            lines = lines[step:] if self._begun else lines if len(lines) <= step else []
        self._window.write("".join(lines))
        self._window.flush()
        self._above = len(lines)

    def _shows_more(self, lines: Sequence[str], left: int) -> bool:
        """Write lines and wait for a key; False where the person has had enough, or begins to type the next line."""
        from prompt_toolkit import PromptSession
        from prompt_toolkit.key_binding import KeyBindings

        self._window.write("".join(lines))
        self._window.flush()
        bindings: Any = KeyBindings()

        def stop(event: Any) -> None:
            self._stopped = True
            event.app.exit(result=False)

        for key in ("enter", "space", "down", "pagedown"):
            bindings.add(key)(lambda event: event.app.exit(result=True))
        for key in ("q", "Q", "c-d"):
            bindings.add(key)(stop)

        def begin(event: Any) -> None:
            self._begun = event.data if event.data.isprintable() else ""
            if self._begun:
                event.app.exit(result=False)

        bindings.add("<any>")(begin)
        session: Any = PromptSession(key_bindings=bindings, erase_when_done=True)
        return bool(session.prompt(f"-- {left} more: Enter goes on, q stops --"))


class _Held(io.StringIO):
    """What is written, held until all of it is there; for who asks, it is the window itself."""

    def __init__(self, window: TextIO) -> None:
        super().__init__()
        self._terminal = window

    def isatty(self) -> bool:
        return self._terminal.isatty()

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return self._terminal.encoding

    def fileno(self) -> int:
        return self._terminal.fileno()


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
