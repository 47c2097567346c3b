"""Scale."""

from __future__ import annotations

from expert.conditions import Concluded, Found
from expert.rules import Advises, Finds, Knowledge, Opposes, Remark, Supports, Withholds
from kettle.fields import Kettle, Tried, Water
from kettle.words import ELECTRICIAN, SCALE

VINEGAR = Remark("vinegar", "Boil a cup of vinegar in it.", remedies=("tried.vinegar",))


class Lime(Knowledge):
    """Findings."""

    flakes = Finds(Water(flakes="yes"), finding="lime", claims="K1", because="there are flakes")
    hard = Finds(Water(hard="yes"), finding="lime", claims="K1", because="hard water leaves lime")


class Scale(Knowledge):
    """The crust."""

    crust = Supports(Found("lime"), cause=SCALE, hedge="mostly", claims="K1", because="lime makes a crust")
    soft = Opposes(Water(hard="no"), cause=SCALE, hedge="mostly", claims="K1", because="soft water has no lime")
    vinegar = Advises(Concluded(SCALE), advice=VINEGAR, cause=SCALE, claims="K2", because="it dissolves the crust")
    in_vain = Withholds(Tried(vinegar="same"), advice=VINEGAR, claims="K2", because="it did not help")


class ScaleBeyond(Knowledge):
    """Beyond the manual."""

    hob = Supports(
        Kettle(kind="hob"), cause=SCALE, hedge="perhaps", role="risk", source=ELECTRICIAN,
        because="a flame bakes the crust",
    )  # fmt: skip
