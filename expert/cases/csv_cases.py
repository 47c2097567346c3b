"""Cases as a table: a header of column names, then a row for each case.

Columns may be parted by commas, semicolons or tabs: whichever the header has, as no column's name holds a semicolon or
a tab. What a column may be called, and what may stand in its cells: see `expert.cases.forms`.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from expert.cases.case import RawCase, not_text
from expert.cases.forms.reading import Reading
from expert.cases.forms.table import Table
from expert.cases.names import CaseNames
from expert.characters import harmless
from expert.errors import CaseError

csv.field_size_limit(2**31 - 1)  # a note may be long; beyond its limit the module would make rows of a cell's lines

_FILLED = re.compile(rb"[0-9A-Za-z]")
_CLOSING = re.compile(rb'[^"]*(?:""[^"]*)*"(?!")')


def csv_cases(text: str, table: Table, delimiter: str, first: int = 1) -> Iterator[RawCase]:
    """The case of each row that is not empty.

    Args:
        text: whole rows. first: the line of the first.
        table: what their header says. delimiter: what parts their cells.
    """
    for line, row in _rows(text, delimiter, first):
        if isinstance(row, CaseError):
            yield RawCase(line, problem=row)
        else:
            yield not_text("\n".join(row), line) or table.case(row, line)


def table_of(head: bytes, delimiter: str, line: int, names: CaseNames, reading: Reading) -> Table | RawCase:
    """What a header says, or what is wrong with it: as no row can then be trusted, that is the whole file's.

    Args:
        head: its rows, one of which is not empty. line: the first of them.
    """
    at, cells = next(_rows(head.decode("utf-8", "surrogateescape"), delimiter, line))
    if isinstance(cells, CaseError):
        return RawCase(at, problem=cells)
    return not_text("\n".join(cells), at) or Table.of(cells, at, names, reading, delimiter)


def delimiter_of(header: str) -> str:
    """What parts the columns of a header, by its first line."""
    outside = "".join(header.split('"')[::2])
    return "\t" if "\t" in outside else ";" if ";" in outside else ","


def named_delimiter(line: str) -> str:
    """What parts the columns, by a line of its own (``sep=;``) as Excel may write it first; empty if it is none."""
    line = line.rstrip("\r\n")
    named = line[4:]
    return named if line[:4].lower() == "sep=" and len(named) == 1 and not (named.isalnum() or named == '"') else ""


def counts(row: bytes, delimiter: str) -> bool:
    """Whether a row says anything, be it that it cannot be read."""
    if not row.strip():
        return False
    return bool(_FILLED.search(row)) or any(_rows(row.decode("utf-8", "surrogateescape"), delimiter, 1))


def stays_open(line: bytes, inside: bool, delimiter: bytes = b",") -> bool:
    """Whether a quoted cell goes on behind this line's end.

    Args:
        inside: whether the line begins in the midst of one.
    """
    at = 0
    while True:
        if inside:
            closing = _CLOSING.match(line, at)
            if closing is None:
                return True
            if not line.startswith(delimiter, closing.end()):
                return False  # the row ends here; or it is broken, and then too
            at = closing.end() + len(delimiter)
        elif line[at : at + 1] != b'"':
            found = line.find(delimiter, at)
            if found < 0:
                return False
            at = found + len(delimiter)
        inside = line[at : at + 1] == b'"'
        at += inside


def _rows(text: str, delimiter: str, first: int) -> Iterator[tuple[int, list[str] | CaseError]]:
    """Each row that is not empty, with its first line."""
    rows = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=delimiter)
    while True:
        line = rows.line_num + first
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            hint = "Write a quote inside a quoted cell twice, and close every quoted cell"
            last = rows.line_num + first - 1
            where = f" (all of lines {line} to {last} are lost by it)" if last > line else ""
            yield line, CaseError(f"Not valid CSV: {harmless(str(error))}{where}. {hint}.", line=line)
            continue
        if any(cell.strip() for cell in row):
            yield line, row
