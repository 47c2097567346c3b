"""Cases as CSV: a header of field names, then a row for each case."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import Any

from expert.cases.case import TOP_LEVEL, RawCase, not_text
from expert.cases.expectations import CAUSE_LISTS, CLAIM_LISTS, LEVEL_PARTS, PARTS, check_part
from expert.cases.names import CaseNames
from expert.errors import CaseError, nearest, shown
from expert.fields import Field, parted

csv.field_size_limit(2**31 - 1)  # a note may be long; beyond its limit the module would make rows of a cell's lines

_LISTS = {f"expect.{part}" for part in (*CAUSE_LISTS, *CLAIM_LISTS)}
_LEVELS = {f"expect.{part}" for part in LEVEL_PARTS}


_FILLED = re.compile(rb"[0-9A-Za-z]")
_CLOSING = re.compile(rb'[^"]*(?:""[^"]*)*"(?!")')


class Header(tuple[str, ...]):
    """The names of the columns."""


def csv_cases(text: str, header: Header, names: CaseNames, first: int = 1) -> Iterator[RawCase]:
    """The case of each row that is not empty.

    Args:
        text: whole rows. first: the line of the first.
    """
    for line, row in _rows(text, first):
        if isinstance(row, CaseError):
            yield RawCase(line, problem=row)
        else:
            yield not_text("\n".join(row), line) or _row(header, row, names, line)


def header_of(row: bytes, line: int, names: CaseNames) -> Header | CaseError:
    """The header that a row is, or what is wrong with it: as no row can then be trusted, that is the whole file's."""
    for at, cells in _rows(row.decode("utf-8", "surrogateescape"), line):
        if isinstance(cells, CaseError):
            return cells
        header = Header(cell.strip() for cell in cells)
        return _header_problem(header, names, at) or header
    return Header()


def counts(row: bytes) -> bool:
    """Whether a row says anything, be it that it cannot be read."""
    if not row.strip():
        return False
    return bool(_FILLED.search(row)) or any(_rows(row.decode("utf-8", "surrogateescape"), 1))


def stays_open(line: bytes, inside: bool) -> bool:
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
            if line[closing.end() : closing.end() + 1] != b",":
                return False  # the row ends here; or it is broken, and then too
            at = closing.end() + 1
        elif line[at : at + 1] != b'"':
            comma = line.find(b",", at)
            if comma < 0:
                return False
            at = comma + 1
        inside = line[at : at + 1] == b'"'
        at += inside


def _rows(text: str, first: int) -> Iterator[tuple[int, list[str] | CaseError]]:
    """Each row that is not empty, with its first line."""
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
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
            yield line, CaseError(f"Not valid CSV: {error}{where}. {hint}.", line=line)
            continue
        if any(cell.strip() for cell in row):
            yield line, row


def _header_problem(header: Sequence[str], names: CaseNames, line: int) -> CaseError | None:
    """The first column that no case has, or that is there twice."""
    for index, column in enumerate(header):
        try:
            if column:
                _check_column(column, names)
        except CaseError as error:
            error.line = line
            return error
        if column and column in header[:index]:
            return CaseError(f"{column}: two columns of this name. Keep one.", column, line)
    return None


def _check_column(column: str, names: CaseNames) -> None:
    """Raise a `CaseError` for a column that no case has."""
    group, dot, name = column.partition(".")
    if column in TOP_LEVEL and column != "expect" or column in names.asked:
        return
    if group == "expect" and dot:
        check_part(name)
        return
    if group in names.groups and dot:
        raise names.no_field(group, name)
    hint = " Columns are parted by commas." if ";" in column or "\t" in column else ""
    columns = [*names.asked, "id", "units", "note", *(f"expect.{part}" for part in PARTS)]
    guess = names.elsewhere(name if dot else column) or nearest(column, columns)
    if dot and (near := nearest(group, names.groups)) and f"{near}.{name}" in names.asked:
        guess = f"{near}.{name}"
    text = f"{shown(column)}: no such column" + (f", did you mean {guess}?" if guess else ".")
    raise CaseError(text + hint, shown(column))


def _row(header: Sequence[str], row: Sequence[str], names: CaseNames, line: int) -> RawCase:
    """The case of a row."""
    raw: dict[str, Any] = {}
    case = RawCase(line, raw)
    if len(row) > len(header):
        text = f"{len(row)} cells, but the header has {len(header)} columns. Put cells with a comma in quotes."
        case.problem = CaseError(text, line=line)
    for column, cell in zip(header, row, strict=False):
        if not cell.strip() or case.problem is not None:
            continue
        if not column:
            case.problem = CaseError(f"{shown(cell)} stands in a column without a name. Name it.", line=line)
            continue
        try:
            value = _cell(column, names.asked.get(column), cell)
        except CaseError as error:
            error.line = line
            case.problem = error
            continue
        group, dot, name = column.partition(".")
        if dot:
            raw.setdefault(group, {})[name] = value
        else:
            raw[column] = value
    return case


def _cell(column: str, kind: Field | None, cell: str) -> object:
    """The value of a cell: lists are parted by ``;``, levels written ``cause:level``."""
    if column == "note":
        return cell
    cell = cell.strip()
    if column in _LEVELS:
        return _levels(column, cell)
    if column in _LISTS:
        return parted(cell)
    return kind.typed(cell) if kind else cell


def _levels(column: str, cell: str) -> dict[str, str]:
    """``cause:level;cause:level``."""
    levels: dict[str, str] = {}
    for part in cell.split(";"):
        cause, colon, level = (text.strip() for text in part.partition(":"))
        if not colon:
            raise CaseError(f"{column}: {shown(part)} found where cause:level belongs; part several by ;", column)
        if cause in levels:
            raise CaseError(f"{column}: {shown(cause)} is given twice. Keep one.", column)
        levels[cause] = level
    return levels
