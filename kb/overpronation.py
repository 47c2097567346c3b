"""General reason: the foot rolls in too far (claims GO1 to GO5)."""

from __future__ import annotations

from expert.authoring import Advises, Concluded, Found, Knowledge, Opposes, Remark, Supports, Withholds, one_of
from kb.causes import OVERPRONATION
from kb.fields import Foot, Pain, Shoes, Tried
from kb.findings import ANKLE, FAILED_REMEDY
from kb.sources import ARCH_TENDON, NOT_LOAD

CHECK_SHOES = Remark(
    "check_shoes", "Check your running shoes first: if they are worn out, replace them.", remedies=("tried.new_shoes",)
)
OTHER_THAN_STABILITY = Remark(
    "other_than_stability",
    "You run in stability shoes already: try another type, or let a podiatrist look at your stride.",
)
OTHER_SHOES = Remark(
    "other_shoes",
    "Perhaps try another type of running shoe, for example a stability shoe if you do not have one yet.",
    remedies=("tried.stability_shoes",),
)


class Overpronation(Knowledge, cause=OVERPRONATION):
    """Cause and presentation, then treatment: worn shoes before another type."""

    rolls_in = Supports(
        Found("overpronation"),
        hedge="might", role="risk", claims="GO1 GO3",
        because="your foot rolls in too far, which puts extra pressure on it",
    )
    ankle_pain = Supports(
        Found("overpronation"), Pain(location=one_of(*ANKLE)),
        hedge="can", claims="GO2",
        because="rolling in too far can make the ankle hurt, and yours does",
    )
    arch_pain = Supports(
        Found("overpronation"), Pain(location="arch"),
        hedge="can", claims="GO2",
        because="rolling in too far can make the arch hurt, and yours does",
    )
    natural_roll = Opposes(
        Foot(roll=one_of("normal", "outward")),
        hedge="plain", claims="GO3",
        because="your foot does not roll in further than is natural",
    )

    check_shoes = Advises(
        Concluded(OVERPRONATION),
        advice=CHECK_SHOES, claims="GO4",
        because="worn-out shoes change how the foot lands",
    )
    replace_worn_shoes = Advises(
        Concluded(OVERPRONATION), Found("worn shoes"),
        advice=CHECK_SHOES, claims="GO4",
        because="your shoes are worn, which changes how the foot lands",
    )
    shoes_are_sound = Withholds(
        Shoes(worn="no"),
        advice=CHECK_SHOES, claims="GO5", because="your shoes do not look worn",
    )
    another_type_later = Advises(
        Concluded(OVERPRONATION),
        advice=OTHER_SHOES, stage="if_no_better", claims="GO5",
        because="if fresh shoes of the same kind do not help, another kind may",
    )
    another_type_after_new_shoes = Advises(
        Concluded(OVERPRONATION), Tried(new_shoes=FAILED_REMEDY),
        advice=OTHER_SHOES, claims="GO5",
        because="new shoes did not solve it, so the next thing to try is another kind",
    )
    has_stability_shoes = Withholds(
        Shoes(type="stability"),
        advice=OTHER_SHOES, claims="GO5", because="you run in stability shoes already",
    )
    another_type_than_stability = Advises(
        Concluded(OVERPRONATION), Shoes(worn="no"), Shoes(type="stability"),
        advice=OTHER_THAN_STABILITY, claims="GO5",
        because="your stability shoes are not worn, so the next thing to try is another kind",
    )
    another_type_now = Advises(
        Concluded(OVERPRONATION), Shoes(worn="no"),
        advice=OTHER_SHOES, claims="GO5",
        because="your shoes are not worn, so the next thing to try is another kind",
    )


class OverpronationBeyond(Knowledge, cause=OVERPRONATION):
    """Beyond the article."""

    whole_foot = Supports(
        Found("overpronation"), Pain(location="whole_foot"),
        hedge="can", source=ARCH_TENDON,
        because="the whole foot hurts, arch and ankle with it",
    )
    flat_arch = Supports(
        Found("overpronation"), Foot(arch="flat"),
        hedge="can", role="risk", tells="foot.arch", source=ARCH_TENDON,
        because="a flat arch goes with a foot that rolls in",
    )
    unstable_arch = Supports(
        Found("overpronation"), Foot(unstable_arches="yes"),
        hedge="can", role="risk", tells="foot.unstable_arches", source=ARCH_TENDON,
        because="an arch that gives way goes with a foot that rolls in",
    )
    supports_helped = Supports(
        Found("overpronation"), Tried(orthotics=one_of("better", "partly")),
        hedge="can", role="risk", tells="tried.orthotics", source=ARCH_TENDON,
        because="insoles that hold the arch helped",
    )
    an_injury_began_it = Opposes(
        Found("injury"),
        hedge="likely", source=NOT_LOAD,
        because="an injury began it",
    )
