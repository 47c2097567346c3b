"""A table's header, column by column, and its rows as raw cases."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from expert.cases.case import TOP_LEVEL, RawCase
from expert.cases.expectations import CAUSE_LISTS, CLAIM_LISTS, LEVEL_PARTS, PARTS, check_part
from expert.cases.forms.reading import Reading
from expert.cases.forms.spellings import NONE, Place
from expert.cases.forms.story import COLUMNS as STORIES
from expert.cases.forms.tools import Tool, tool_of
from expert.cases.forms.words import Words, is_ticked, plain_words
from expert.cases.names import CaseNames
from expert.errors import CaseError, nearest, shown, together
from expert.fields import parted
from expert.lengths import UNITS

_LISTS = {f"expect.{part}" for part in (*CAUSE_LISTS, *CLAIM_LISTS)}
_LEVELS = {f"expect.{part}" for part in LEVEL_PARTS}

_ADVICE = (
    "A column is called as its field (group.field) or as its question; the command schema writes such a header "
    "(--format csv), and --ignore-columns leaves out the rest."
)


@dataclass(frozen=True)
class Column:
    """A column.

    Attributes:
        name: as the header has it.
        key: what it fills: a field's full name, ``id``, ``note``, ``expect.top`` ...; empty where its cells are left
            out.
        place: what it is about, of a field's. words: what may stand in its cells.
    """

    name: str
    key: str = ""
    place: Place | None = None
    words: Words | None = None


class Table:
    """A header that was understood.

    Attributes:
        notice: a sentence on what was taken for granted and left out; empty where that is nothing.
    """

    def __init__(self, columns: Sequence[Column], notice: str) -> None:
        self._columns = columns
        self.notice = notice

    @classmethod
    def of(
        cls, header: Sequence[str], line: int, names: CaseNames, reading: Reading, delimiter: str
    ) -> Table | RawCase:
        """The table of a header, or what is wrong with it, all at once."""
        cells = [cell.replace("\xa0", " ").strip() for cell in header]
        tool = tool_of(cells)
        refusal = _refusal(tool, cells)
        if refusal:
            return RawCase(line, problem=CaseError(refusal, line=line))
        comma = {",": False, ";": True}.get(delimiter)
        columns: list[Column] = []
        problems: list[CaseError] = []
        left_out: list[str] = []
        for cell in cells:
            try:
                column = _column(cell, cells, names, tool, comma)
            except CaseError as error:
                if not reading.ignore_columns:
                    problems.append(error)
                column = Column(cell)
            if cell and not column.key:
                left_out.append(cell)
            columns.append(column)
        problems += _twice(columns)
        if not problems and not any(column.key for column in columns if column.key not in ("id", "note")) and left_out:
            problems.append(CaseError(f"No column holds an answer. Columns found: {shown(', '.join(cells), 200)}."))
        if problems:
            whole = together(problems)
            whole.line, whole.message = line, f"{whole.message} {_ADVICE}"
            return RawCase(line, problem=whole)
        bare = reading.units == "" and any(c.place and c.place.field.is_length and not c.place.unit for c in columns)
        return cls(columns, _notice(tool, left_out, names.unit if bare and tool else ""))

    def case(self, row: Sequence[str], line: int) -> RawCase:
        """The case of a row."""
        raw: dict[str, Any] = {}
        case = RawCase(line, raw)
        problems: list[CaseError] = []
        width = len(self._columns)
        if any(cell.strip() for cell in row[width:]) or len(row) > width:
            text = f"{len(row)} cells, but the header has {width} columns. Put cells with a comma in quotes."
            problems.append(CaseError(text, line=line))
        boxes: dict[str, dict[str, bool | None]] = {}
        implied: dict[str, list[str]] = {}
        for column, cell in zip(self._columns, row, strict=False):
            if not cell.strip() or problems and len(row) > width:
                continue
            try:
                _fill(column, cell, raw, boxes, implied)
            except CaseError as error:
                error.line = line
                problems.append(error)
        for problem in _tick(boxes, raw):
            problem.line = line
            problems.append(problem)
        imply(raw, implied)
        case.problem = together(problems) if problems else None
        return case


def _refusal(tool: Tool | None, cells: Sequence[str]) -> str:
    """Why an export cannot be read as it is, and what to do; empty where it can."""
    if tool is None:
        return ""
    if tool.refusal:
        return f"This is {tool.name}'s {tool.refusal[3:]}." if tool.refusal.startswith("an ") else tool.refusal
    if tool.name == "SurveyMonkey" and "" in cells:
        return (
            "SurveyMonkey has written two header rows here, with a column for each choice. Export again as CSV with "
            "condensed columns and the actual answer text, and keep one header row."
        )
    return ""


def _notice(tool: Tool | None, left_out: Sequence[str], unit: str) -> str:
    """What is told of a header; `unit` is what bare distances were taken to be in, where that was not said."""
    told = [f"read as an export of {tool.name}"] if tool else []
    if left_out:
        told.append(f"columns left out: {shown(', '.join(left_out), 400)}")
    if unit:
        told.append(f"distances without a unit are taken as {UNITS[unit].words} (--units says otherwise)")
    return "; ".join(told) + "." if told else ""


def _twice(columns: Sequence[Column]) -> Iterator[CaseError]:
    """The problems with columns that say the same."""
    seen: dict[tuple[str, str], str] = {}
    for column in columns:
        if not column.key:
            continue
        one = (column.key, column.place.value if column.place else "")
        if one in seen:
            other = "" if seen[one] == column.name else f" ({shown(seen[one])} and {shown(column.name)})"
            yield CaseError(f"{shown(column.key)}: two columns of this name{other}. Keep one.", column.key)
        seen.setdefault(one, column.name)


def _column(cell: str, header: Sequence[str], names: CaseNames, tool: Tool | None, comma: bool | None) -> Column:
    """A column by its name.

    Raises:
        CaseError: no case has it.
    """
    if not cell:
        return Column("")
    lower = cell.lower()
    if lower in STORIES or (lower in TOP_LEVEL and lower != "expect"):
        return Column(cell, lower)
    if cell.startswith("expect."):
        check_part(cell.removeprefix("expect."))
        return Column(cell, cell)
    place = names.spellings.place(cell)
    if place is not None:
        return Column(cell, place.field.key, place, Words(place.field, comma))
    if tool is not None and tool.is_own(cell):
        return Column(cell, "id" if cell == _id_column(header, tool) else "")
    raise _no_column(cell, names)


def _id_column(header: Sequence[str], tool: Tool) -> str | None:
    """The column whose cells name the rows; None where one is called id already."""
    if any(cell.lower() == "id" for cell in header):
        return None
    words = {plain_words(cell): cell for cell in reversed(header)}
    return next((words[word] for word in tool.ids if word in words), None)


def _no_column(column: str, names: CaseNames) -> CaseError:
    """The error for a column that no case has."""
    group, dot, name = column.partition(".")
    if group in names.groups and dot:
        return names.no_field(group, name)
    word = plain_words(column).replace(" ", "_")
    columns = [*names.asked, "id", "units", "note", *(f"expect.{part}" for part in PARTS)]
    guess = names.elsewhere(name if dot else word) or nearest(column, columns)
    if dot and (near := nearest(group, names.groups)) and f"{near}.{name}" in names.asked:
        guess = f"{near}.{name}"
    end = f", did you mean {guess}?" if guess else "."
    return CaseError(f"{shown(column)}: no such column{end}", shown(column))


def _fill(
    column: Column,
    cell: str,
    raw: dict[str, Any],
    boxes: dict[str, dict[str, bool | None]],
    implied: dict[str, list[str]],
) -> None:
    """Put a cell into its case, and what it answers besides its own field aside."""
    if not column.name:
        raise CaseError(f"{shown(cell)} stands in a column without a name. Name it.")
    if not column.key:
        return
    place = column.place
    if place is None:
        _put(raw, column.key, _value(column.key, cell))
    elif place.value:
        ticked = is_ticked(cell)
        if ticked is None and column.words is not None and column.words.value(cell) != [place.value]:
            text = f"{shown(column.name)}: {shown(cell)} found where a tick belongs. Allowed: 1, 0, yes, no, or empty."
            raise CaseError(text, place.field.key)
        boxes.setdefault(column.key, {})[place.value] = ticked is not False
    elif column.words is not None:
        value = column.words.value(cell)
        if value is not None:
            _put(raw, column.key, _with_unit(value, place.unit))
        for key, more in column.words.implied(cell):
            implied.setdefault(key, []).append(more)


def imply(raw: dict[str, Any], implied: Mapping[str, Sequence[str]]) -> None:
    """Put what was answered besides into a case; what is answered in its own place goes before."""
    for key, values in implied.items():
        group, _, name = key.partition(".")
        raw.setdefault(group, {}).setdefault(name, list(values))


def _tick(boxes: dict[str, dict[str, bool | None]], raw: dict[str, Any]) -> Iterator[CaseError]:
    """Put the ticked boxes into their case. Where none is ticked nobody knows whether the form was filled in at all."""
    for key, ticks in boxes.items():
        chosen = [value for value, ticked in ticks.items() if ticked]
        group, _, name = key.partition(".")
        written = raw.get(group, {}).get(name)
        if NONE in chosen and len(chosen) > 1:
            others = ", ".join(value for value in chosen if value != NONE)
            yield CaseError(f"{key}: none is ticked, and so is {others}. Keep one of the two.", key)
        elif written is None and chosen:
            _put(raw, key, [value for value in chosen if value != NONE])
        elif written is not None and set(_listed(written)) != set(chosen) - {NONE}:
            ticked = ", ".join(chosen) or "none"
            text = (
                f"{key}: the boxes ticked ({ticked}) are not those of the whole answer "
                f"({shown(', '.join(_listed(written)))})"
            )
            yield CaseError(f"{text}. Correct one of them.", key)


def _listed(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list) else [str(value)]


def _with_unit(value: object, unit: str) -> object:
    """A bare number with the unit of its column."""
    if unit and isinstance(value, str) and not value[-1:].isalpha():
        return f"{value} {unit}"
    return value


def _put(raw: dict[str, Any], key: str, value: object) -> None:
    group, dot, name = key.partition(".")
    if dot:
        raw.setdefault(group, {})[name] = value
    else:
        raw[key] = value


def _value(key: str, cell: str) -> object:
    """The value of a cell that is no answer: lists are parted by ``;``, levels written ``cause:level``."""
    if key == "note" or key in STORIES:
        return cell
    cell = cell.strip()
    if key in _LEVELS:
        return _levels(key, cell)
    if key in _LISTS:
        return parted(cell)
    return cell


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
