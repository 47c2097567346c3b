"""Results as CSV: a row a case, for spreadsheets and data frames.

A spreadsheet takes a cell for a formula by its first character, and a formula can fetch pages and start programs. So a
cell that begins like one gets an apostrophe before it, every cell is quoted, and the same is done behind a semicolon,
where a spreadsheet of a country that parts cells by semicolons would begin a new cell.

Reference: OWASP, "CSV Injection".
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from typing import IO, Any

from expert.cases.writers import About
from expert.characters import harmless
from expert.knowledge import KnowledgeBase

_COLUMNS = (
    "id", "source", "status", "urgency", "within", "cause", "level", "certainty", "conclusions", "now", "if_no_better",
    "alerts", "not_ruled_out", "passed", "failures", "error", "error_field", "error_line", "note",
)  # fmt: skip
_CERTAINTY = "certainty."
#: What begins a formula: the signs themselves, the wide ones that some programs take for the same, tab and line ends.
_BEGINS = "=+\\-@\uff1d\uff0b\uff0d\uff20"
_FORMULA = re.compile(rf"(^|;)(?=\s*[{_BEGINS}])")
_FIRST_WHITE = ("\t", "\r", "\n")


class Results:
    """Writes a row for each result; behind the columns for all bases there is one for each cause's certainty."""

    def __init__(self, out: IO[str], about: About) -> None:
        self._out = out
        self._rows = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
        self._columns = columns(about.knowledge)

    def begin(self) -> None:
        """The names of the columns."""
        self._rows.writerow(self._columns)

    def add(self, result: Mapping[str, Any]) -> None:
        """Write one row; what a result does not have is an empty cell."""
        found = cells(result)
        self._rows.writerow(_cell(found.get(name)) for name in self._columns)

    def end(self) -> None:
        """Let go of what is still held back."""
        self._out.flush()


def columns(knowledge: KnowledgeBase) -> list[str]:
    """The names of the columns for results of a base."""
    return [*_COLUMNS, *(f"{_CERTAINTY}{cause.id}" for cause in knowledge.causes)]


def cells(result: Mapping[str, Any]) -> dict[str, Any]:
    """The cells of a result by their columns, as they are: numbers as numbers, and no formula made harmless yet."""
    certainties = {f"{_CERTAINTY}{one['cause']}": one["certainty"] for one in result.get("conclusions", ())}
    return {**_cells(result), **certainties}


def safe(text: str) -> str:
    """A text as a cell that no spreadsheet takes for a formula."""
    plain = harmless(text)
    marked = _FORMULA.sub(r"\1'", plain)
    return f"'{plain}" if marked == plain and text.startswith(_FIRST_WHITE) else marked


def _cell(value: object) -> str:
    """A value as it stands in a row: numbers of the program's own as they are."""
    if value is None:
        return ""
    return safe(value) if isinstance(value, str) else str(value)


def _cells(result: Mapping[str, Any]) -> Mapping[str, Any]:
    """The cells of a result by their columns."""
    cells = {name: result.get(name) for name in ("id", "source", "status", "urgency", "within", "note")}
    if result["status"] == "error":
        error = result["error"]
        return {**cells, "error": error["message"], "error_field": error["field"], "error_line": error["line"]}
    best = result["conclusions"][0] if result["conclusions"] else {}
    advice = result["recommendations"]
    expect = result.get("expect", {})
    return {
        **cells,
        **{name: best.get(name) for name in ("cause", "level", "certainty")},
        "conclusions": _listed(one["cause"] for one in result["conclusions"]),
        "now": _listed(one["id"] for one in advice if one["stage"] == "now"),
        "if_no_better": _listed(one["id"] for one in advice if one["stage"] == "if_no_better"),
        "alerts": _listed(one["id"] for one in result["alerts"]),
        "not_ruled_out": _listed(result["not_ruled_out"]),
        "passed": {True: "yes", False: "no"}.get(expect.get("passed")),
        "failures": _listed(expect.get("failures", ())),
    }


def _listed(names: Iterable[str]) -> str:
    """Several values in one cell, each once, parted as a table of cases parts them."""
    return ";".join(dict.fromkeys(names))
