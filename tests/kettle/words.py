"""Causes, sources and numbers."""

from __future__ import annotations

from fractions import Fraction

from expert.conditions import Interpretation
from expert.rules import Cause, Source

SCALE = Cause("scale", "specific", "Scale", "A crust of lime keeps the heat from the water.")
ELEMENT = Cause("element", "specific", "A broken element", "What heats the water is broken.")
TOO_FULL = Cause("too_full", "general", "Too much water", "More water takes longer.")

OLD = Interpretation("old kettle", Fraction(8), "8 years", "The manual says 'old'.")
MANY_CUPS = Interpretation("many cups", Fraction(3), "3 cups", "The manual says 'many'.")

MANUAL = Source("manual", "The kettle's manual, page 4", "2025-01-01")
ELECTRICIAN = Source("electrician", "An electrician, by telephone", "2025-01-02")
