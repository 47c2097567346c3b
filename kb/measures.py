"""What advice can make somebody do, and a rule can forbid by itself."""

from __future__ import annotations

from expert.authoring import Measure

_TABLE = (
    Measure("ice", "cooling with ice"),
    Measure("rolling", "rolling the sole on a ball or bottle"),
    Measure("stretching", "stretching"),
    Measure("loading", "strength and balance exercises"),
    Measure("massage", "massage"),
    Measure("nsaids", "painkillers like ibuprofen"),
    Measure("running", "running"),
    Measure("walking", "using the foot"),
    Measure("insertion_stretch", "stretching the Achilles tendon at the heel bone"),
    Measure("skin_care", "own treatment of skin and nails"),
    Measure("compression", "bandages and compression"),
)

MEASURES = {measure.name: measure for measure in _TABLE}
