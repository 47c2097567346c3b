"""Numbers as a case writes them: read exactly, told from what is none, and written out again."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?", re.ASCII)

#: More than any number needs; much longer ones take their time to be worked with.
MOST_DIGITS = 30


def written(raw: object) -> str:
    """A number as text; one beyond what Python writes out, as what is too long to be read."""
    try:
        return str(raw).strip()
    except ValueError:
        return "9" * (MOST_DIGITS + 1)


def too_long(text: str) -> bool:
    """Whether a number has more digits than any needs, those of its exponent aside."""
    return sum(map(str.isdigit, re.split("[eE]", text[: 4 * MOST_DIGITS])[0])) > MOST_DIGITS


def decimal(text: str) -> Decimal | None:
    """A text as a finite decimal number of no more than twelve digits before the point, or None where it is none."""
    if not _NUMBER.fullmatch(text):
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:  # an exponent that no Decimal can have
        return None
    if abs(number.adjusted()) >= 12:
        return None
    return number or abs(number)  # nothing is nothing, be it written with a minus


def plain(number: Decimal) -> str:
    """A decimal without exponent or trailing zeros: ``44``, ``0.3``."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
