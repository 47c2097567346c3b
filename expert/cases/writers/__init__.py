"""What results are written by: a module for each format, chosen by its name or by a file's ending.

A new format is a module here with a class ``Results`` that is a `Writer`, and a line in `FORMATS`. Only the module of
the format that was chosen is imported.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO, Any, Protocol, cast


class Writer(Protocol):
    """Writes the results of a batch, one after another, in the order of the input."""

    def begin(self) -> None:
        """What stands before the first result."""

    def add(self, result: Mapping[str, Any]) -> None:
        """One result: of a case that was reasoned through, or of one that could not be read."""

    def end(self) -> None:
        """What stands behind the last result; the output is not closed here."""


@dataclass(frozen=True)
class Format:
    """A format of results.

    Attributes:
        name: as ``--format`` takes it; also of its module here.
        endings: of files that are written in it where no format is named.
        by_line: each result is written by itself, whatever the others are. So the processes that evaluate the cases can
            write the results too, and what was written before a break is good. `Writer.begin` and `Writer.end` are
            called once all the same.
    """

    name: str
    endings: tuple[str, ...]
    by_line: bool = False

    def writer(self, out: IO[str]) -> Writer:
        """A writer of this format on an output."""
        return cast(Writer, importlib.import_module(f"{__name__}.{self.name}").Results(out))


#: The formats by name; the first is taken where nothing tells another.
FORMATS: Mapping[str, Format] = {form.name: form for form in (Format("jsonl", (".jsonl", ".ndjson"), by_line=True),)}


def chosen(name: str | None, path: str | None) -> Format:
    """The format of this name; without one, that of the file's ending; else the first."""
    if name is not None:
        return FORMATS[name]
    ending = os.path.splitext(path or "")[1].lower()
    return next((form for form in FORMATS.values() if ending in form.endings), next(iter(FORMATS.values())))
