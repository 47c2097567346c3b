"""Cases as JSON and as JSON Lines, into raw cases that know their lines.

The standard library's parser tells no lines of what it has read, and rounds numbers. So mappings and lists are taken
apart here, and strings, numbers and words are left to it, with numbers as the text that they are.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from expert.cases.case import RawCase, broken, not_text
from expert.errors import CaseError

_SPACE = re.compile(r"[ \t\n\r]*")


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no number that a case can hold")


_SCALARS = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=_no_constant)


def json_cases(text: str) -> Iterator[RawCase]:
    """The one case of a JSON text, or each of its list; what comes before a syntax error is still there."""
    parser = _Json(text)
    at = parser.skip(0)
    if at == len(text):
        return
    try:
        if not text.startswith("[", at):
            case, at = parser.case(at)
            yield _end(parser, at) or case
            return
        at = parser.skip(at + 1)
        done = text.startswith("]", at)
        at += done
        while not done:
            case, at = parser.case(at)
            yield case
            at, done = parser.part(at, "]")
        after = _end(parser, at)
        if after is not None:
            yield after
    except CaseError as error:
        yield RawCase(error.line or 1, problem=error)


def jsonl_cases(text: str) -> Iterator[RawCase]:
    """The case of each line that is not blank."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            parser = _Json(line, number)
            try:
                case, end = parser.case(parser.skip(0))
                yield _end(parser, end) or case
            except CaseError as error:
                yield RawCase(number, problem=error)


def _end(parser: _Json, at: int) -> RawCase | None:
    """The problem with text after the end, if there is some."""
    at = parser.skip(at)
    if at == len(parser.text):
        return None
    hint = "For several cases write a list, or one case a line in a file called .jsonl"
    return broken(parser.line(at), f"Not valid JSON: more text after the end. {hint}.")


class _Json:
    """A JSON parser that knows its lines; strings, numbers and words are left to the standard library's."""

    def __init__(self, text: str, first: int = 1) -> None:
        self.text = text
        self._first = first
        self._breaks = [found.start() for found in re.finditer("\n", text)]

    def line(self, at: int) -> int:
        """The line of a place in the text."""
        return self._first + bisect_left(self._breaks, at)

    def skip(self, at: int) -> int:
        """The next place that is not white space."""
        found = _SPACE.match(self.text, at)
        return found.end() if found else at

    def case(self, at: int) -> tuple[RawCase, int]:
        """The value at a place as a case, and where it ends.

        Raises:
            CaseError: it is not valid JSON.
        """
        case = RawCase(self.line(at))
        case.value, end = self._value(case, at, "", 0)
        return not_text(self.text[at:end], case.line) or case, end

    def wrong(self, at: int, reason: str) -> CaseError:
        """The error for broken syntax."""
        return CaseError(f"Not valid JSON: {reason}. Correct the line.", line=self.line(at))

    def _value(self, case: RawCase, at: int, path: str, depth: int) -> tuple[Any, int]:
        """The value at a place, and where it ends."""
        case.count(1, depth, self.line(at))
        if self.text.startswith("{", at):
            return self._object(case, at, path, depth)
        if self.text.startswith("[", at):
            return self._array(case, at, path, depth)
        try:
            return _SCALARS.raw_decode(self.text, at)
        except json.JSONDecodeError as error:
            raise self.wrong(error.pos, error.msg[:1].lower() + error.msg[1:]) from None
        except ValueError as error:
            raise self.wrong(at, str(error)) from None

    def _array(self, case: RawCase, at: int, path: str, depth: int) -> tuple[list[object], int]:
        """A list."""
        items: list[object] = []
        at = self.skip(at + 1)
        if self.text.startswith("]", at):
            return items, at + 1
        while True:
            value, at = self._value(case, at, path, depth + 1)
            items.append(value)
            at, done = self.part(at, "]")
            if done:
                return items, at

    def _object(self, case: RawCase, at: int, path: str, depth: int) -> tuple[dict[str, object], int]:
        """A mapping; of a key that is there twice the first."""
        mapping: dict[str, object] = {}
        at = self.skip(at + 1)
        if self.text.startswith("}", at):
            return mapping, at + 1
        while True:
            if not self.text.startswith('"', at):
                raise self.wrong(at, "a key in double quotes expected")
            line = self.line(at)
            name, at = self._value(case, at, path, depth)
            at = self.skip(at)
            if not self.text.startswith(":", at):
                raise self.wrong(at, "a colon expected after the key")
            inner = case.key(mapping, path, name, line)
            value, at = self._value(case, self.skip(at + 1), inner, depth + 1)
            mapping.setdefault(name, value)
            at, done = self.part(at, "}")
            if done:
                return mapping, at

    def part(self, at: int, end: str) -> tuple[int, bool]:
        """Pass the comma between two parts, or the end of them; and whether it was the end."""
        at = self.skip(at)
        if self.text.startswith(end, at):
            return at + 1, True
        if self.text.startswith(",", at):
            return self.skip(at + 1), False
        raise self.wrong(at, f"a comma or {end} expected")
