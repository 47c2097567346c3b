"""How somebody wants files read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def _nobody(message: str) -> None:
    """Nobody is told."""


@dataclass(frozen=True)
class Reading:
    """How files are to be read.

    Attributes:
        encoding: of files that are neither UTF-8 nor marked as UTF-16; empty for none but those.
        units: of bare distances, by its name in `expert.lengths.UNITS`; empty for what the base says.
        ignore_columns: whether columns that no case has are left out instead of refused.
        tell: takes a sentence on what was left out; called once a header.
    """

    encoding: str = ""
    units: str = ""
    ignore_columns: bool = False
    tell: Callable[[str], None] = _nobody


def once(tell: Callable[[str], None]) -> Callable[[str], None]:
    """The same, but that nothing is told twice."""
    told: set[str] = set()

    def tell_new(message: str) -> None:
        if message not in told:
            told.add(message)
            tell(message)

    return tell_new
