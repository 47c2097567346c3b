"""The element, the water, and the danger."""

from __future__ import annotations

from expert.conditions import Concluded, at_least
from expert.rules import Advises, Alerts, Knowledge, Remark, Supports
from kettle.fields import Kettle, Water
from kettle.words import ELECTRICIAN, ELEMENT, MANUAL, MANY_CUPS, OLD, TOO_FULL

REPLACE = Remark("replace", "Buy a new one.")
LESS = Remark("less", "Boil less at once.")
UNPLUG = Remark("unplug", "Pull the plug and have it looked at today.")
DRY_IT = Remark("dry_it", "Do not use it until somebody has looked at it.")


class Element(Knowledge):
    """The element and the water."""

    dark = Supports(Kettle(lamp="no"), cause=ELEMENT, hedge="mostly", claims="K3", because="the lamp is dark")
    old = Supports(
        Kettle(years=at_least(OLD)), cause=ELEMENT, hedge="perhaps", role="risk", claims="K3", because="it is old"
    )
    replace = Advises(Concluded(ELEMENT), advice=REPLACE, cause=ELEMENT, source=MANUAL, because="it cannot be mended")
    fuller = Supports(
        Water(more=at_least(MANY_CUPS)), cause=TOO_FULL, hedge="mostly", role="risk", claims="K4",
        because="it takes many cups more",
    )  # fmt: skip
    less = Advises(Concluded(TOO_FULL), advice=LESS, cause=TOO_FULL, claims="K4", because="less boils sooner")


class Danger(Knowledge):
    """What must be looked at."""

    sparks = Alerts(Kettle(sparks="yes"), alert=UNPLUG, urgency="emergency", source=ELECTRICIAN, because="it sparks")
    wet = Alerts(Kettle(leaks="base"), alert=DRY_IT, urgency="urgent", source=ELECTRICIAN, because="its base is wet")
