"""The numbers of the red flags and of what forbids a remedy, each with its reason."""

from __future__ import annotations

from fractions import Fraction

from expert.authoring import Interpretation

LASTS = Interpretation(
    "pain that lasts", Fraction(6), "6 weeks",
    "Most foot pain settles within six to eight weeks (Leicestershire Partnership NHS Trust, Foot pain).",
)
NIGHTS_FOR_WEEKS = Interpretation(
    "pain at night for weeks", Fraction(3), "3 weeks",
    "The sources say persistent. More than two weeks is what the UK guideline on bone tumours in the young calls so.",
)
AT_ITS_WORST = Interpretation(
    "very severe pain", Fraction(8), "8 of 10",
    "The sources say severe or out of proportion; on the usual scale from 0 to 10 severe begins at 7 or 8.",
)
ARTERY_AGE = Interpretation(
    "age of narrowed arteries", Fraction(50), "50 years",
    "The guideline says that they grow frequent with age, a fifth of people from 60 on; we begin ten years sooner.",
)
UNDER_SIXTEEN = Interpretation(
    "a child or teenager", Fraction(15), "15 years",
    "Adult guidelines and doses begin at 16 years.",
)
PENSION_AGE = Interpretation(
    "age at which such drugs harm sooner", Fraction(65), "65 years",
    "From 65 on they cause stomach ulcers more easily (NHS, Who can and cannot take ibuprofen).", given=True,
)
CHILD_LASTS = Interpretation(
    "a child's pain that lasts", Fraction(2), "2 weeks",
    "Pain on most days for two weeks is what the UK guideline on bone tumours in the young calls persistent.",
)
