"""Units of length: what each is in metres, how it is written, and how it is said. General knowledge, in one place."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Unit:
    """A unit of length.

    Attributes:
        name: how an answer writes it.
        metres: its length, exact.
        words: how a person says it, of many.
        example: a distance in it.
        also: other ways to write it, in small letters.
    """

    name: str
    metres: Fraction
    words: str
    example: str
    also: tuple[str, ...]


UNITS = {
    unit.name: unit
    for unit in (
        Unit("mi", Fraction("1609.344"), "miles", "5 mi", ("mile", "miles")),
        Unit("km", Fraction(1000), "km", "8 km", ("kilometre", "kilometres", "kilometer", "kilometers")),
    )
}
#: Every way to write a unit, to its name.
UNIT_NAMES = {word: unit.name for unit in UNITS.values() for word in (unit.name, *unit.also)}
#: The unit of a bare number, where neither the case nor its base names one.
DEFAULT = "km"
#: The unit in which a field's limit is given.
LIMIT = UNITS["mi"]
