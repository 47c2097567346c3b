"""What results are written by: a module for each format, chosen by its name or by a file's ending.

A new format is a module here with a class ``Results`` that is a `Writer`, made from an output and what it is `About`,
and a line in `FORMATS`. Only the module of the format that was chosen is imported.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Any, Protocol, cast

if TYPE_CHECKING:
    from expert.knowledge import KnowledgeBase


class Writer(Protocol):
    """Writes the results of a batch, one after another, in the order of the input.

    What a case says is text wherever it goes: no control character, no markup, no formula (see `expert.characters`).
    """

    def begin(self) -> None:
        """What stands before the first result."""

    def add(self, result: Mapping[str, Any]) -> None:
        """One result: of a case that was reasoned through, or of one that could not be read."""

    def end(self) -> None:
        """What stands behind the last result; the output is not closed here."""


@dataclass(frozen=True)
class About:
    """What results are about.

    Attributes:
        knowledge: the base that they come from, for what its causes and urgencies are called.
        part: which of the cases they are of, as a sentence; nothing where they are of all.
    """

    knowledge: KnowledgeBase
    part: str = ""


@dataclass(frozen=True)
class Format:
    """A format of results.

    Attributes:
        name: as ``--format`` takes it; also of its module here.
        endings: of files that are written in it where no format is named.
        what: what it holds, in a few words.
        by_line: each result is written by itself, whatever the others are. So the processes that evaluate the cases can
            write the results too, and what was written before a break is good. `Writer.begin` and `Writer.end` are
            called once all the same.
        of_lines: it is put together from lines of JSON, by `add_lines` of its writer; these may be written there too.
    """

    name: str
    endings: tuple[str, ...]
    what: str
    by_line: bool = False
    of_lines: bool = False

    def writer(self, out: IO[str], about: About) -> Writer:
        """A writer of this format on an output."""
        return cast(Writer, importlib.import_module(f"{__name__}.{self.name}").Results(out, about))


_ALL = (
    Format("jsonl", (".jsonl", ".ndjson"), "a line of JSON for each case", by_line=True),
    Format("csv", (".csv",), "a row for each case, safe to open in a spreadsheet", by_line=True),
    Format("json", (".json",), "one list of the same objects", of_lines=True),
    Format("junit", (".xml",), "a test for each case with an expect, for CI"),
    Format("markdown", (".md", ".markdown"), "a report: what was concluded, how urgent, what failed"),
    Format("html", (".html", ".htm"), "the same as a page with a picture"),
    Format("text", (".txt",), "some lines for each case, then the report, for a terminal"),
)
#: The formats by name; the first is taken where nothing tells another.
FORMATS: Mapping[str, Format] = {form.name: form for form in _ALL}


def chosen(name: str | None, path: str | None) -> Format:
    """The format of this name; without one, that of the file's ending; else the first."""
    if name is not None:
        return FORMATS[name]
    ending = os.path.splitext(path or "")[1].lower()
    return next((form for form in FORMATS.values() if ending in form.endings), next(iter(FORMATS.values())))
