"""What advice can make a runner do, so that it can be forbidden by itself: the names that remarks and harms use."""

from __future__ import annotations

from expert.authoring import Measure

_ALL = (
    Measure("ice", "cooling the sore place", ("ice", "icing", "cooling", "frozen", "cold pack")),
    Measure(
        "rolling", "rolling the sole over a ball or bottle",
        ("roll the", "roll it", "rolling the", "golf", "tennis ball"),
    ),
    Measure("stretching", "stretching", ("stretch",)),
    Measure(
        "loading", "strength and balance exercises",
        ("strength", "heel-lift", "heel lift", "heel raise", "plank", "one leg", "balance on"),
    ),
    Measure("massage", "massage", ("massage", "knead")),
    Measure("nsaids", "anti-inflammatory drugs", ("ibuprofen", "anti-inflammatory drug", "naproxen", "nsaid")),
    Measure("running", "running on", ("run less", "keep running", "run on", "running less", "build up")),
    Measure("walking", "walking it off", ("keep using", "walk it off", "walked off", "keep walking")),
    Measure(
        "insertion_stretch", "pulling the heel down below the toes, as stretching the calf does",
        ("stretch your calves", "stretch and massage the tendon", "below the step"),
    ),
    Measure(
        "skin_care", "treating skin and nails yourself",
        ("cream", "spray", "cut nails", "cut the nails", "with a wart"),
    ),
    Measure("compression", "a tight bandage or brace", ("bandage", "compress", "brace")),
)

#: By name.
MEASURES = {measure.name: measure for measure in _ALL}
