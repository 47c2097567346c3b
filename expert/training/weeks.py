"""From dated activities to what a case asks about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from expert.errors import CaseError
from expert.training.activities import Activity
from expert.training.fields import ActivityFields

#: A usual week is worked out from so many weeks at most.
_WEEKS = 4
_MONTH = timedelta(days=30)
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Worked:
    """What came out.

    Attributes:
        metres: of each field that could be worked out. assumed: sentences on how.
    """

    metres: dict[str, Fraction]
    assumed: Sequence[str]


def worked_out(activities: Sequence[Activity], began: date, fields: ActivityFields) -> Worked:
    """The distances up to a day.

    Raises:
        CaseError: no activity of the file counts, or none before that day.
    """
    counted = [one for one in activities if one.kind in fields.kinds]
    others = Counter(one.kind or "of no kind" for one in activities if one.kind not in fields.kinds)
    if not counted:
        found = ", ".join(sorted(others)) or "nothing"
        raise CaseError(f"No activity of the file counts. Found: {found}. Counted: {', '.join(sorted(fields.kinds))}.")
    said = _left_out(counted, others, began)
    known = [(one.day, one.metres) for one in counted if one.metres is not None and one.day <= began]
    if not known:
        raise CaseError(
            f"No activity with a distance up to {began}; the file has {_span(counted)}. Check --pain-began."
        )
    start = began - _WEEK + _DAY
    metres: dict[str, Fraction] = {}
    week = [far for day, far in known if day >= start]
    if week:
        said.append(f"the week when it began is the 7 days from {start} to {began}")
        metres[fields.last_week], metres[fields.longest_last] = sum(week, Fraction(0)), max(week)
    else:
        said.append(f"nothing is recorded from {start} to {began}, so that week is left as not known")
    usual = _usual_week(known, start, min(one.day for one in activities))
    if usual is None:
        said.append("no whole week before that is in the file, so a usual week is left as not known")
    else:
        metres[fields.usual_week], weeks = usual
        said.append(f"a usual week is the mean of the {weeks} whole week(s) before {start}")
    before = [far for day, far in known if day < start]
    month = [far for day, far in known if began - _MONTH <= day < start]
    if before:
        metres[fields.longest_before] = max(before)
        said.append(f"the longest one before is of all in the file before {start}")
    if month:
        metres[fields.longest_month] = max(month)
        said.append(f"the longest one of the month is of those from {began - _MONTH} until then")
    return Worked(metres, said)


def _usual_week(known: Sequence[tuple[date, Fraction]], start: date, first: date) -> tuple[Fraction, int] | None:
    """The mean of the weeks before a day, and how many; those count that began when the file had begun."""
    weeks = min(_WEEKS, (start - first) // _WEEK)
    if weeks < 1:
        return None
    far = sum((metres for day, metres in known if start - weeks * _WEEK <= day < start), Fraction(0))
    return far / weeks, weeks


def _left_out(counted: Sequence[Activity], others: Counter[str], began: date) -> list[str]:
    said = []
    if others:
        said.append("left out: " + ", ".join(f"{number} {kind}" for kind, number in sorted(others.items())))
    without = sum(one.metres is None for one in counted)
    if without:
        said.append(f"left out: {without} without a distance")
    later = sum(one.day > began for one in counted)
    if later:
        said.append(f"left out: {later} after {began}")
    return said


def _span(counted: Sequence[Activity]) -> str:
    days = [one.day for one in counted]
    return f"those from {min(days)} to {max(days)}"
