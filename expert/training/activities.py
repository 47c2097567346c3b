"""Reading the activity exports of Strava and Garmin: a table with a date, a kind and a distance in each row."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from expert.cases.csv_cases import delimiter_of
from expert.errors import CaseError, shown
from expert.lengths import UNITS

_DATES = ("activity date", "date", "aktivitätsdatum", "datum", "start time")
_KINDS = ("activity type", "aktivitätsart", "aktivitätstyp", "type", "art")
_DISTANCES = ("distance", "distanz", "strecke")
_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan", "feb", "mar mär mrz", "apr", "may mai", "jun", "jul", "aug", "sep", "oct okt", "nov", "dec dez"), 1
    )
    for name in names.split()
}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_DOTS = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_SLASHES = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)")
_MONTH_FIRST = re.compile(r"([^\W\d]{3,})\.? (\d{1,2}),? (\d{4})(?!\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})\.? ([^\W\d]{3,})\.?,? (\d{4})(?!\d)")
_EMPTY = ("", "--", "-")
_METRES_AT_LEAST = 300


@dataclass(frozen=True)
class Activity:
    """One activity.

    Attributes:
        day: when. kind: what, in small letters. metres: how far; None where the export does not say.
    """

    day: date
    kind: str
    metres: Fraction | None


@dataclass(frozen=True)
class Activities:
    """An export that was read.

    Attributes:
        all: its activities, in the order of the file. assumed: sentences on how it was understood.
    """

    all: Sequence[Activity]
    assumed: Sequence[str]


def read_activities(lines: Iterable[str], unit: str | None, day_first: bool | None, kinds: Iterable[str]) -> Activities:
    """The activities of an export.

    Args:
        lines: each with its end.
        unit: in which distances are that name none, by its name in `expert.lengths.UNITS`; None if nobody said.
        day_first: whether 3/4/2026 is in April; None if nobody said.
        kinds: the kinds of activity whose distance is wanted; that of others may be in other units.

    Raises:
        CaseError: it is no such export, or what it says could be several things.
    """
    header, rows = _table(lines)
    when, what = _column(header, _DATES, "date"), _column(header, _KINDS, "kind of activity")
    counted = set(kinds)
    days, first = _days([(line, row[when]) for line, row in rows], day_first)
    wanted = [row[what].strip().casefold() in counted for _, row in rows]
    metres, how = _distances(header, [(line, row) for (line, row), one in zip(rows, wanted, strict=True) if one], unit)
    left = iter(metres)
    found = [
        Activity(day, row[what].strip().casefold(), next(left) if one else None)
        for day, (_, row), one in zip(days, rows, wanted, strict=True)
    ]
    return Activities(found, [*first, *how])


def _table(lines: Iterable[str]) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The header, and each row with its line; short rows filled up."""
    text = [line for line in lines if line.strip()]
    if not text:
        raise CaseError("The file is empty. Export the activities as CSV.")
    table = csv.reader(text, delimiter=delimiter_of(text[0]), strict=True)
    rows: list[tuple[int, list[str]]] = []
    try:
        header = [cell.strip().casefold() for cell in next(table)]
        for row in table:
            rows.append((table.line_num, [*row, *[""] * (len(header) - len(row))]))
    except csv.Error as error:
        raise CaseError(f"Line {table.line_num}: not valid CSV: {error}. Export it again.") from None
    return header, rows


def _column(header: Sequence[str], names: Sequence[str], what: str) -> int:
    for name in names:
        if name in header:
            return header.index(name)
    raise CaseError(
        f"No column for the {what}. Looked for: {', '.join(names)}. Found: {shown(', '.join(header), 200)}. Give the "
        f"activities.csv of Strava's archive, or Garmin Connect's export of the list of activities (CSV)."
    )


def _days(cells: Sequence[tuple[int, str]], day_first: bool | None) -> tuple[list[date], list[str]]:
    """The day of each row; which number is the day may be told by another row."""
    told: list[str] = []
    slashes = [found for _, cell in cells if (found := _SLASHES.match(cell.strip()))]
    if slashes and day_first is None:
        by_day, by_month = any(int(f[1]) > 12 for f in slashes), any(int(f[2]) > 12 for f in slashes)
        if by_day == by_month:
            raise CaseError(
                f"Dates such as {slashes[0][0]} could have the day or the month first, and no other date of the file "
                f"tells which. Say --dates day-first or --dates month-first."
            )
        day_first = by_day
        proof = next(found[0] for found in slashes if int(found[1 if by_day else 2]) > 12)
        told.append(f"the {'day' if by_day else 'month'} stands first in its dates, as {proof} shows")
    return [_day(cell.strip(), line, bool(day_first)) for line, cell in cells], told


def _day(cell: str, line: int, day_first: bool) -> date:
    try:
        if found := _ISO.match(cell):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _DOTS.match(cell):
            return date(int(found[3]), int(found[2]), int(found[1]))
        if found := _SLASHES.match(cell):
            day, month = (found[1], found[2]) if day_first else (found[2], found[1])
            return date(int(found[3]), int(month), int(day))
        if found := _MONTH_FIRST.match(cell):
            return date(int(found[3]), _MONTHS[found[1][:3].lower()], int(found[2]))
        if found := _DAY_FIRST.match(cell):
            return date(int(found[3]), _MONTHS[found[2][:3].lower()], int(found[1]))
    except (KeyError, ValueError):
        pass
    raise CaseError(f"Line {line}: {shown(cell)} found where a date belongs, such as 2026-11-02 or Nov 2, 2026.")


def _distances(
    header: Sequence[str], rows: Sequence[tuple[int, list[str]]], unit: str | None
) -> tuple[list[Fraction | None], list[str]]:
    """How far each row went, in metres. Strava has a second column in metres, whatever the first is in."""
    places = [place for place, name in enumerate(header) if name in _DISTANCES]
    if not places:
        _column(header, _DISTANCES, "distance")
    last = _numbers([(line, row[places[-1]]) for line, row in rows], metres=len(places) > 1)
    if len(places) > 1:
        first = _numbers([(line, row[places[0]]) for line, row in rows], metres=False)
        pairs = [(one, other) for one, other in zip(first, last, strict=True) if one and other]
        if pairs and all(other >= _METRES_AT_LEAST * one for one, other in pairs):
            return last, ["its second column of distances is in metres, and was taken"]
        last = first if pairs or not any(last) else last
    if unit is None:
        raise CaseError("The file does not say in which unit its distances are. Say --units km or --units mi.")
    scale: Mapping[str, Fraction] = {name: one.metres for name, one in UNITS.items()}
    return [None if one is None else one * scale[unit] for one in last], [f"its distances are in {UNITS[unit].words}"]


def _numbers(cells: Sequence[tuple[int, str]], metres: bool) -> list[Fraction | None]:
    """The numbers of a column, in which a comma means the same throughout."""
    texts = [cell.strip().replace("\xa0", "").replace("\u202f", "") for _, cell in cells]
    comma = _comma_is_decimal(texts, metres)
    return [_number(text, line, comma) for text, (line, _) in zip(texts, cells, strict=True)]


def _comma_is_decimal(texts: Sequence[str], metres: bool) -> bool:
    """Whether a comma begins the decimals."""
    commas = [text for text in texts if "," in text]
    if not commas:
        return False
    if any(re.fullmatch(r"[\d.]*,(?:\d{1,2}|\d{4,})", text) for text in commas):
        return True
    if metres or any("." in text for text in texts) or any(text.count(",") > 1 for text in commas):
        return False
    raise CaseError(
        f"Distances such as {commas[0]} could have thousands or decimals behind the comma, and no other distance of "
        f"the file tells which. Write them with a point, or without the comma."
    )


def _number(text: str, line: int, comma: bool) -> Fraction | None:
    if text in _EMPTY:
        return None
    plain = text.replace(".", "").replace(",", ".") if comma else text.replace(",", "")
    if not re.fullmatch(r"\d{1,9}(?:\.\d{1,12})?", plain):
        raise CaseError(f"Line {line}: {shown(text)} found where a distance belongs, such as 8.05.")
    return Fraction(plain)
