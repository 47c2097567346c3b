"""Cases as JSON and as JSON Lines, into raw cases that know their lines.

The standard library's parser tells no lines of what it has read, and rounds numbers. So mappings and lists are taken
apart here, and strings, numbers and words are left to it, with numbers as the text that they are.
"""

from __future__ import annotations

import codecs
import io
import json
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from expert.cases.case import MOST_BYTES, MOST_VALUES, RawCase, broken, not_text, too_much
from expert.cases.forms.fhir import may_be_several
from expert.errors import CaseError

_BLANKS = " \t\n\r"
_SPACE = re.compile(rf"[{_BLANKS}]*")


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no number that a case can hold")


_SCALARS = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=_no_constant)


def json_case(text: str, line: int = 1) -> RawCase:
    """The case of a text that is one JSON value.

    Args:
        line: the first of the text.
    """
    # What holds several cases holds as many values as its text has room for.
    most = MOST_BYTES if may_be_several(text.encode("utf-8", "surrogateescape")) else MOST_VALUES
    parser = _Json(text, line, most)
    try:
        case, end = parser.case(parser.skip(0))
        return _end(parser, end) or case
    except CaseError as error:
        return RawCase(line if error.line is None else error.line, problem=error)


_Step = Callable[[bool], "Sequence[RawCase | tuple[int, str]] | None"]


class JsonCutter:
    """Takes the items out of a JSON list as its blocks come in; a text that is no list is one case.

    No more than an item is kept. Where its end is, the standard library's scanner finds out; what it does not take is
    left to the parser that says what is wrong, and where.

    Attributes:
        stop: whether nothing that follows could be read.
    """

    def __init__(self) -> None:
        self.stop = False
        self._decoder = io.IncrementalNewlineDecoder(
            codecs.getincrementaldecoder("utf-8")("surrogateescape"), translate=True
        )
        self._text = ""
        self._at = 0
        self._line = 1
        self._wait = 0
        self._step: _Step = self._start

    def take(self, block: bytes) -> Iterator[RawCase | tuple[int, str]]:
        """The next block, or nothing at the end: the items that are whole now, each text with its line."""
        self._text += self._decoder.decode(block, final=not block)
        while not self.stop:
            self._at = _Json.skipped(self._text, self._at)
            if self._at == len(self._text) and block:
                break
            found = self._step(not block)
            if found is None:
                break
            yield from found
        self._line += self._text.count("\n", 0, self._at)
        self._text, self._at = self._text[self._at :], 0

    def _start(self, ended: bool) -> Sequence[RawCase | tuple[int, str]] | None:
        """Before anything: what kind of text it is."""
        self._step = self._whole
        if self._text.startswith("[", self._at):
            self._at += 1
            self._step = self._first
        return ()

    def _whole(self, ended: bool) -> Sequence[RawCase | tuple[int, str]] | None:
        """A text that is no list."""
        if not ended and len(self._text) <= MOST_BYTES:
            return None
        self.stop = True
        if len(self._text) > MOST_BYTES:
            return [broken(self._here(), too_much("The text"))]
        rest = self._text[self._at :]
        return [json_case(rest, self._here())] if rest else ()

    def _first(self, ended: bool) -> Sequence[RawCase | tuple[int, str]] | None:
        """Behind the list's bracket."""
        self._step = self._item
        if self._text.startswith("]", self._at):
            self._at += 1
            self._step = self._tail
        return ()

    def _item(self, ended: bool) -> Sequence[RawCase | tuple[int, str]] | None:
        """Where an item begins."""
        size = len(self._text) - self._at
        if size < self._wait and not ended:
            return None
        self._wait = 0
        try:
            end = _SCALARS.raw_decode(self._text, self._at)[1]
        except (ValueError, RecursionError):
            if not ended and size <= MOST_BYTES:
                self._wait = min(
                    2 * size, MOST_BYTES + 1
                )  # it may only be cut off; not looked at again for every block
                return None
            return self._odd_item(ended)
        if end == len(self._text) and not ended:
            return None
        line, text = self._here(), self._text[self._at : end]
        self._at, self._step = end, self._between
        return [(line, text) if len(text) <= MOST_BYTES else broken(line, too_much("The item"))]

    def _odd_item(self, ended: bool) -> Sequence[RawCase]:
        """An item that cannot be taken out; what is behind it cannot either."""
        self.stop = True
        if not ended:
            hint = "What stands behind it in the list is not read; write one case a line in a file called .jsonl."
            return [broken(self._here(), f"{too_much('An item of the list')} {hint}")]
        parser = _Json(self._text, self._line)
        try:
            case, self._at = parser.case(self._at)
        except CaseError as error:
            return [RawCase(error.line or 1, problem=error)]
        self.stop, self._step = False, self._between
        return [case]

    def _between(self, ended: bool) -> Sequence[RawCase] | None:
        """Behind an item."""
        mark = self._text[self._at : self._at + 1]
        if mark not in (",", "]"):
            self.stop = True
            error = _Json(self._text, self._line).wrong(self._at, "a comma or ] expected")
            return [RawCase(error.line or 1, problem=error)]
        self._at += 1
        self._step = self._item if mark == "," else self._tail
        return ()

    def _tail(self, ended: bool) -> Sequence[RawCase] | None:
        """Behind the list."""
        self.stop = True
        after = _end(_Json(self._text, self._line), self._at)
        return () if after is None else [after]

    def _here(self) -> int:
        """The line of the place."""
        return self._line + self._text.count("\n", 0, self._at)


def _end(parser: _Json, at: int) -> RawCase | None:
    """The problem with text after the end, if there is some."""
    at = parser.skip(at)
    if at == len(parser.text):
        return None
    hint = "For several cases write a list, or one case a line in a file called .jsonl"
    return broken(parser.line(at), f"Not valid JSON: more text after the end. {hint}.")


class _Odd(ValueError):
    """Something that is better looked at by the careful parser."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A mapping in which no key is there twice."""
    mapping = dict(pairs)
    if len(mapping) < len(pairs):
        raise _Odd
    return mapping


_QUICK = json.JSONDecoder(object_pairs_hook=_once, parse_int=str, parse_float=str, parse_constant=_no_constant)
#: A text of so few bytes holds fewer values than a case may have.
_FEW_BYTES = 10_000
#: How an escape for half a character begins, in whichever case.
_HALF = re.compile(r"\\u[dD]")


def plain_json(text: bytes | str) -> dict[str, Any] | None:
    """What a JSON text says, where it is a mapping of groups to fields in which all is in order; else None.

    This is what `json_case` reads, in one go in C: whatever that could object to is left to it, be it broken, deeper
    than a case is, long, not UTF-8, with a key twice or with half a character.
    """
    try:
        decoded = text if isinstance(text, str) else text.decode()
        if len(decoded) > _FEW_BYTES or _HALF.search(decoded):
            return None
        found = _QUICK.decode(decoded.strip(_BLANKS))
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or (isinstance(text, str) and not_text(text, 1) is not None):
        return None
    return found if all(map(_is_flat, found.values())) else None


def _is_flat(group: Any) -> bool:
    """Whether it is a value, or a list of values, or a mapping to such or to mappings to values."""
    for value in group.values() if isinstance(group, dict) else (group,):
        kind = type(value)
        if kind is list or kind is dict:
            for part in value.values() if kind is dict else value:
                if type(part) is list or type(part) is dict:
                    return False
    return True


class _Json:
    """A JSON parser that knows its lines; strings, numbers and words are left to the standard library's."""

    def __init__(self, text: str, first: int = 1, most: int = MOST_VALUES) -> None:
        self.text = text
        self._most = most
        self._first = first
        self._breaks = [found.start() for found in re.finditer("\n", text)]

    def line(self, at: int) -> int:
        """The line of a place in the text."""
        return self._first + bisect_left(self._breaks, at)

    def skip(self, at: int) -> int:
        """The next place that is not white space."""
        return self.skipped(self.text, at)

    @staticmethod
    def skipped(text: str, at: int) -> int:
        """The next place in a text that is not white space."""
        found = _SPACE.match(text, at)
        return found.end() if found else at

    def case(self, at: int) -> tuple[RawCase, int]:
        """The value at a place as a case, and where it ends.

        Raises:
            CaseError: it is not valid JSON.
        """
        case = RawCase(self.line(at), most=self._most)
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
