"""How long: lengths of time in weeks, and dates since when, held against today."""

from __future__ import annotations

import re
from datetime import date

from expert.hearing.numbers import PATTERNS, loose

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_SHORT = {name[:3]: number for number, name in enumerate(_MONTHS, 1)} | {"sept": 9}
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_SEASONS = {"winter": (1, 15), "spring": (4, 15), "summer": (7, 15), "autumn": (10, 15), "fall": (10, 15),
            "christmas": (12, 25), "xmas": (12, 25), "easter": (4, 10), "thanksgiving": (11, 26)}  # fmt: skip
_MONTH = "(?:" + "|".join([*_MONTHS, *(m for m in _SHORT if m != "may" and m != "mar")]) + ")"
#: Words for a day, in weeks ago.
_LATELY = {"today": 0.0, "tonight": 0.0, "this morning": 0.0, "this afternoon": 0.0, "this evening": 0.0,
           "just now": 0.0, "last night": 0.1, "yesterday": 0.1, "the day before yesterday": 0.3,
           "the other day": 0.4, "last week": 1.0, "last month": 4.3, "this week": 0.4, "last weekend": 0.7,
           "at the weekend": 0.5, "the weekend": 0.5, "this weekend": 0.3, "last year": 40.0}  # fmt: skip
_UNITS = {"day": 1 / 7, "fortnight": 2.0, "week": 1.0, "month": 13 / 3, "year": 52.0}

#: What the slots of a phrase can hold.
SLOTS = {
    **PATTERNS,
    "lately": "(?:" + "|".join(sorted(_LATELY, key=len, reverse=True)) + ")",
    "since": rf"(?:the )?(?:(?:last|this|early|late|mid|the start of|the end of|the beginning of|beginning of|end of|"
    rf"start of|about|around) )*(?:{_MONTH}(?: \d+(?:st|nd|rd|th)?)?|{'|'.join(_DAYS)}|{'|'.join(_SEASONS)})",
}


def weeks(text: str) -> float | None:
    """A length of time in weeks."""
    unit = re.search(r"\b(day|fortnight|week|month|year)s?\b", text)
    if unit is None:
        return None
    value = loose(text[: unit.start()])
    if value is None:
        value = 1.0
    if "and a half" in text[unit.end() :]:
        value += 0.5
    return round(value * _UNITS[unit[1]], 1)


def lately(text: str) -> float | None:
    """How many weeks ago a word such as "yesterday" is."""
    return _LATELY.get(text)


def weeks_since(text: str, today: date) -> float | None:
    """How many weeks ago a month, a day of the week or a time of the year was, at the latest."""
    words = text.split()
    for word in words:
        if word in _DAYS:
            return round(((today.weekday() - _DAYS.index(word)) % 7 or 7) / 7, 1)
        if word in _SEASONS:
            return _ago(*_SEASONS[word], today)
    for place, word in enumerate(words):
        month = _MONTHS.index(word) + 1 if word in _MONTHS else _SHORT.get(word)
        if month:
            behind = words[place + 1] if place + 1 < len(words) else ""
            day = int(found[0]) if (found := re.match(r"\d+", behind)) and 0 < int(found[0]) < 32 else 0
            before = " ".join(words[:place])
            rough = 3 if re.search("early|start|beginning", before) else 27 if re.search("late|end", before) else 15
            return _ago(month, day or rough, today)
    return None


def _ago(month: int, day: int, today: date) -> float:
    for year in (today.year, today.year - 1):
        try:
            then = date(year, month, day)
        except ValueError:
            then = date(year, month, 28)
        if then <= today:
            return round((today - then).days / 7, 1)
    return 0.0
