"""Bunions (claims BU1 to BU9)."""

from __future__ import annotations

from expert.authoring import Advises, Concluded, Found, Knowledge, Opposes, Remark, Supports, Withholds, none_of
from kb.causes import BUNIONS
from kb.fields import Foot, Pain, Runner, Shoes, Signs, Tried
from kb.sources import ARCH_TENDON, BIG_TOE, BUNION_NHS, GOUT, HALLUX_RIGIDUS, TINEA, TURF_TOE

WIDE_TOE_BOX = Remark(
    "wide_toe_box",
    "Wear shoes with a wide toe box, so that your toes can spread (Altra and New Balance make some).",
    remedies=("tried.wide_shoes",),
)
BUNION_PADS = Remark(
    "bunion_pads",
    "Try bunion pads, also for running: they cushion the rubbing, though they do not straighten the toe.",
    remedies=("tried.bunion_pads",),
)
ARCH_ORTHOTIC = Remark(
    "arch_orthotic",
    "Think about an orthotic (a shaped insole): it supports the arch and takes pressure off the joint.",
    remedies=("tried.orthotics",),
)


class Bunions(Knowledge, cause=BUNIONS):
    """What and where, cause, treatment."""

    # What and where is it?
    bump = Supports(
        Signs(toe_joint_bump="yes"),
        hedge="definition", claims="BU1",
        because="there is a bump at the base of your big toe, which is what a bunion is",
    )
    joint_pain = Supports(
        Pain(location="big_toe_joint"),
        hedge="definition", partial=True, claims="BU1",
        because="the joint at the base of your big toe hurts",
    )
    no_bump = Opposes(
        Signs(toe_joint_bump="no"),
        hedge="definition", claims="BU1",
        because="there is no bump at the base of your big toe",
    )
    bump_and_little_room = Supports(
        Signs(toe_joint_bump="yes"), Shoes(toe_box="narrow"),
        hedge="particularly", claims="BU2",
        because="a bunion hurts most where shoes leave the toes little room, as yours do",
    )
    pain_and_little_room = Supports(
        Pain(location="big_toe_joint"), Shoes(toe_box="narrow"),
        hedge="particularly", claims="BU2",
        because="the big toe joint hurts, and your shoes leave the toes little room",
    )

    # What is probably the cause?
    foot_shape = Supports(
        Foot(odd_shape="yes"),
        hedge="can", role="risk", claims="BU3",
        because="an unusual foot shape can lead to it",
    )
    arthritis = Supports(
        Runner(arthritis="yes"),
        hedge="can", role="risk", claims="BU3",
        because="arthritis can lead to it",
    )
    narrow_shoes = Supports(
        Shoes(toe_box="narrow"),
        hedge="more-likely", role="risk", claims="BU4",
        because="tight, narrow shoes are the more likely reason for it",
    )
    high_heels = Supports(
        Runner(high_heels="yes"),
        hedge="likely", role="risk", claims="BU5",
        because="high heels are a likely culprit",
    )
    unstable_arches = Supports(
        Foot(unstable_arches="yes"),
        hedge="can", role="risk", claims="BU8",
        because="arches that give way can lead to it",
    )

    # What is the treatment?
    wide_toe_box = Advises(
        Concluded(BUNIONS),
        advice=WIDE_TOE_BOX, claims="BU6",
        because="room for the toes takes the pressure away",
    )
    already_wide = Withholds(
        Shoes(toe_box="wide"),
        advice=WIDE_TOE_BOX, claims="BU6", because="your shoes are wide already",
    )
    pads = Advises(
        Concluded(BUNIONS, "likely"),
        advice=BUNION_PADS, claims="BU7",
        because="a soft layer between joint and shoe stops the rubbing",
    )
    orthotic_later = Advises(
        Concluded(BUNIONS),
        advice=ARCH_ORTHOTIC, stage="if_no_better", claims="BU9",
        because="an orthotic takes pressure off the big toe joint",
    )
    orthotic_now = Advises(
        Concluded(BUNIONS), Foot(unstable_arches="yes"),
        advice=ARCH_ORTHOTIC, claims="BU8 BU9",
        because="your arches give way, and an orthotic supports them",
    )


class BunionsBeyond(Knowledge, cause=BUNIONS):
    """Beyond the article; the other troubles of the big toe are in `kb.elsewhere`."""

    wide_shoes_helped = Supports(
        Tried(wide_shoes="better"),
        hedge="can", source=BIG_TOE,
        because="wider shoes helped",
    )

    toe_leans = Supports(
        Signs(toe_shape="yes"), Pain(location="big_toe_joint"),
        hedge="likely", source=BUNION_NHS,
        because="a toe has moved or leans towards the others",
    )

    in_shoes = Supports(
        Pain(location="big_toe_joint"), Pain(in_shoes="yes"),
        hedge="can", source=BUNION_NHS,
        because="it hurts in shoes and goes without them",
    )

    came_slowly = Supports(
        Pain(location="big_toe_joint"), Pain(onset="gradual"),
        hedge="hints", source=BUNION_NHS,
        because="it came slowly, as a bunion does",
    )

    flat_arch = Supports(
        Pain(location="big_toe_joint"), Foot(arch="flat"),
        hedge="can", role="risk", partial=True, source=ARCH_TENDON,
        because="a flat foot leans on the inner side of the big toe",
    )

    pain_elsewhere = Opposes(
        Pain(location=none_of("big_toe_joint", "toes", "ball_of_foot", "whole_foot")),
        hedge="plain", source=BUNION_NHS,
        because="it hurts somewhere else, and a bump that does not hurt explains no pain there",
    )

    stiff_toe = Opposes(
        Signs(stiff_toe="yes"), Signs(toe_joint_bump="no"),
        hedge="likely", source=HALLUX_RIGIDUS,
        because="the big toe is stiff and has no bump, which fits a worn joint",
    )

    stiff = Opposes(
        Signs(stiff_toe="yes"),
        hedge="can", partial=True, source=HALLUX_RIGIDUS,
        because="the big toe bends up less than the other, which fits a worn joint",
    )

    itching_skin = Opposes(
        Pain(quality="itching"),
        hedge="can", source=TINEA,
        because="it itches, which is a matter of the skin",
    )

    hot = Opposes(
        Signs(hot_red_skin="yes"),
        hedge="can", source=GOUT,
        because="the skin is hot and red, which fits gout or an infection",
    )

    came_suddenly = Opposes(
        Pain(onset="sudden"),
        hedge="can", source=BIG_TOE,
        because="it came suddenly, while a bump grows slowly",
    )

    an_injury_began_it = Opposes(
        Found("injury"),
        hedge="likely", source=TURF_TOE,
        because="an injury began it",
    )
