"""The numbers that only the red flags need, each with its reason."""

from __future__ import annotations

from fractions import Fraction

from expert.authoring import Interpretation

NIGHTS_FOR_WEEKS = Interpretation(
    "pain at night for weeks", Fraction(3), "3 weeks",
    "The sources say persistent. More than two weeks is what the UK guideline on bone tumours in the young calls so.",
)
CHILD_LASTS = Interpretation(
    "a child's pain that lasts", Fraction(2), "2 weeks",
    "Pain on most days for two weeks is what the UK guideline on bone tumours in the young calls persistent.",
)
