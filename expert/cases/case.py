"""A case in each of its states: as its file has it, checked, or refused.

The readers of the formats (`expert.cases.yaml_cases` and its like) give a `RawCase`: plain values and the line that
each stands on. `expert.cases.reader` makes a `Case` of it, or an `Unreadable` that says what is wrong.

Numbers keep the text that they were written with, so that nothing is rounded and nothing reinterpreted (YAML 1.1 reads
``044`` as 36 and ``1:30`` as 90).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from expert.errors import CaseError, shown
from expert.fields import Answer

#: What a case may have beside its groups of fields.
TOP_LEVEL = ("id", "units", "note", "expect")

#: The most bytes that one case may be written in, so that a file which is none, or is broken, fills no memory.
MOST_BYTES = 8 << 20
#: What stands for a line that is longer than that; the line itself is not kept, and no text has zero bytes.
ENDLESS = b"\0\n"
#: The most values of a case.
MOST_VALUES = 10_000
_MOST_DEPTH = 20


@dataclass(frozen=True)
class Case:
    """One case, checked.

    Attributes:
        id: its own, or the file's name and its number.
        source: ``FILE#N``.
        answers: what it says, in the vocabulary's order; what is not known is not in it.
        expect: what it must give, in the shapes of `expectations.read_expect`; None where it has no such part.
        note: its free text, as it was written.
        units: of its bare distances, by its name in `expert.lengths.UNITS`.
    """

    id: str
    source: str
    answers: Mapping[str, Answer]
    expect: Mapping[str, Any] | None
    note: str | None
    units: str


@dataclass(frozen=True)
class Unreadable:
    """A case, or a whole file, that could not be read."""

    id: str
    source: str
    error: CaseError


Item = Case | Unreadable


@dataclass
class RawCase:
    """One case as its file has it.

    Attributes:
        line: where it begins.
        value: what it says: mappings, lists, texts, true, false and null.
        lines: where each key stands, by its path (``pot``, ``pot.soil``).
        problem: why it cannot be read, or the first key that is there twice.
        size: how many values it holds, aliases spelled out; most: how many it may.
    """

    line: int
    value: object = None
    lines: dict[str, int] = field(default_factory=dict)
    problem: CaseError | None = None
    size: int = 0
    most: int = MOST_VALUES

    def count(self, values: int, depth: int, line: int) -> None:
        """Take note of more values; stop at what no case needs and no memory could hold."""
        self.size += values
        if self.size > self.most:
            raise CaseError(f"More than {self.most:,} values in one case. Part several cases.", line=line)
        if depth > _MOST_DEPTH:
            raise CaseError(f"Nested more than {_MOST_DEPTH} deep. A case is a mapping of groups to fields.", line=line)

    def key(self, mapping: Mapping[str, object], path: str, name: str, line: int) -> str:
        """Take note of a key about to be added to the mapping at `path`, and give the key's own path.

        A key that is there already is a problem.
        """
        inner = f"{path}.{name}" if path else name
        if name not in mapping:
            self.lines.setdefault(inner, line)
        elif self.problem is None:
            text = f"{shown(inner, 80)}: given twice, on lines {self.lines.get(inner, line)} and {line}. Keep one."
            self.problem = CaseError(text, shown(inner, 80), line)
        return inner


def broken(line: int, message: str) -> RawCase:
    """A case whose text could not be taken apart."""
    return RawCase(line, problem=CaseError(message, line=line))


def too_much(where: str) -> str:
    """What is said of a piece of a file that is longer than any case may be."""
    return f"{where}: longer than one case may be, which is {MOST_BYTES >> 20} MiB. Part it, or shorten its texts."


_NOT_UTF8 = "Not UTF-8 text. Save the file in UTF-8, or name its encoding, as in --encoding cp1252 for Excel's."


def not_text(text: str, line: int) -> RawCase | None:
    """The problem with a piece of text that holds bytes which are no UTF-8, if it does."""
    found = re.search("[\ud800-\udfff]", text)
    if found is None:
        return None
    return broken(line + text.count("\n", 0, found.start()), _NOT_UTF8)
