"""Cases as a table: a header of column names, then a row for each case.

Columns may be parted by commas, semicolons or tabs: whichever the header has, as no column's name holds a semicolon or
a tab. What a column may be called, and what may stand in its cells: see `expert.cases.forms`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from itertools import chain

from expert.cases.case import RawCase, not_text
from expert.cases.forms.reading import Reading
from expert.cases.forms.table import Table
from expert.cases.names import CaseNames
from expert.errors import CaseError

csv.field_size_limit(2**31 - 1)  # a note may be long; beyond its limit the module would make rows of a cell's lines

_PLAIN = Reading()


def csv_cases(lines: Iterable[str], names: CaseNames, reading: Reading = _PLAIN, name: str = "") -> Iterator[RawCase]:
    """The case of each row; one problem alone where a column is unknown, as no row can then be trusted.

    Args:
        lines: the lines, each with its end. name: of the file, for what is told of its header.
    """
    rest = iter(lines)
    before, delimiter = _begun(rest)
    table: Table | None = None
    for line, row in _rows(chain(before[-1:], rest), delimiter, len(before) - 1):
        if isinstance(row, CaseError):
            yield RawCase(line, problem=row)
            if table is None:
                return
        elif table is None:
            made = not_text("\n".join(row), line) or Table.of(row, line, names, reading, delimiter)
            if isinstance(made, RawCase):
                yield made
                return
            table = made
            if table.notice:
                reading.tell(f"{name}: {table.notice}" if name else table.notice)
        else:
            yield not_text("\n".join(row), line) or table.case(row, line)


def delimiter_of(header: str) -> str:
    """What parts the columns of a header, by its first line."""
    outside = "".join(header.split('"')[::2])
    return "\t" if "\t" in outside else ";" if ";" in outside else ","


def _begun(lines: Iterator[str]) -> tuple[list[str], str]:
    """The lines up to the header's first, and what parts its columns; Excel may say that in a line of its own."""
    before: list[str] = []
    named = ""
    for line in lines:
        before.append(line)
        if not named and line[:4].lower() == "sep=" and len(line.rstrip("\r\n")) == 5:
            named = line[4]
        elif line.strip():
            return before, named or delimiter_of(line)
    return [*before, ""], named or ","


def _rows(lines: Iterator[str], delimiter: str, passed: int) -> Iterator[tuple[int, list[str] | CaseError]]:
    """Each row that is not empty, with its first line, where so many lines were passed before."""
    rows = csv.reader(lines, strict=True, delimiter=delimiter)
    while True:
        line = rows.line_num + passed + 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            hint = "Write a quote inside a quoted cell twice, and close every quoted cell"
            last = rows.line_num + passed
            where = f" (all of lines {line} to {last} are lost by it)" if last > line else ""
            yield line, CaseError(f"Not valid CSV: {error}{where}. {hint}.", line=line)
            continue
        if any(cell.strip() for cell in row):
            yield line, row
