"""Which fields of a base ask for distances that an export of activities holds."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True)
class ActivityFields:
    """The fields that a list of dated activities can answer, each by its full name; all are distances.

    Attributes:
        usual_week: how far in a usual week before. last_week: in the week up to the day on which it began.
        longest_before: the longest one before that week. longest_month: the same, of 30 days before the day.
        longest_last: the longest one of that week.
        kinds: which activities count, as the exports call them, in small letters.
    """

    usual_week: str
    last_week: str
    longest_before: str
    longest_month: str
    longest_last: str
    kinds: Collection[str]
