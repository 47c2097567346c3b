"""Plantar fasciitis (claims PF1 to PF13)."""

from __future__ import annotations

from expert.authoring import Advises, Concluded, Found, Knowledge, Opposes, Remark, Supports, at_least, none_of, one_of
from kb.causes import PLANTAR_FASCIITIS
from kb.fields import Foot, Pain, Signs, Training, Tried
from kb.findings import FAILED_REMEDY
from kb.interpretations import TWELVE_WEEKS
from kb.sources import (
    ACHILLES,
    ENTRAPMENT,
    FASCIA_TEAR,
    HEEL_BONE,
    HEEL_BPG,
    HEEL_DIAGNOSIS,
    NOT_LOAD,
    RHEUMATOID,
    TINEA,
    WART,
)

STRETCH_CALVES = Remark(
    "stretch_calves",
    "Stretch your calves every day: lean against a wall with one leg back, pull the foot towards you with a towel, "
    "and practise standing on one leg.",
    remedies=("tried.calf_stretching",),
    measures=("stretching", "loading", "insertion_stretch"),
)
ROLL_FOOT = Remark(
    "roll_foot",
    "Roll the sole over a tennis or golf ball for a few minutes; it loosens a tight arch.",
    remedies=("tried.ball_rolling",),
    measures=("rolling",),
)
FROZEN_BOTTLE = Remark(
    "frozen_bottle",
    "Better still, roll it over a frozen bottle of water: massage and cooling in one.",
    remedies=("tried.frozen_bottle",),
    measures=("rolling", "massage", "ice"),
)
ARCH_SUPPORT = Remark(
    "arch_support", "Consider arch supports or orthotics (shaped insoles) in your shoes.", remedies=("tried.orthotics",)
)


class PlantarFasciitis(Knowledge, cause=PLANTAR_FASCIITIS):
    """What and where, cause, treatment."""

    # What and where is it?
    arch_pain = Supports(
        Pain(location="arch"),
        hedge="characterised", partial=True, claims="PF1",
        because="the arch hurts",
    )
    arch_stabbing_or_burning = Supports(
        Pain(location="arch"), Pain(quality=one_of("stabbing", "burning")),
        hedge="characterised", partial=True, claims="PF1",
        because="a stabbing or burning pain in the arch is one of its two typical forms",
    )
    arch_in_the_morning = Supports(
        Pain(location="arch"), Pain(worst="morning"),
        hedge="characterised", claims="PF1",
        because="pain in the arch, worst in the morning, is typical of it",
    )
    heel_pain = Supports(
        Pain(location="heel"),
        hedge="others", partial=True, claims="PF2",
        because="the heel hurts",
    )
    heel_bruised = Supports(
        Pain(location="heel"), Pain(quality="bruised"),
        hedge="others", partial=True, claims="PF2",
        because="a heel that feels bruised is the other of its two typical forms",
    )
    heel_in_the_morning = Supports(
        Pain(location="heel"), Pain(worst="morning"),
        hedge="others", claims="PF2",
        because="heel pain, worst in the morning, is typical of it",
    )
    sole_pain = Supports(
        Pain(location="sole"),
        hedge="fundamental", partial=True, claims="PF5",
        because="the pain is in the sole, where the irritated tissue lies",
    )
    eases_with_activity = Supports(
        Pain(location=one_of("arch", "heel", "sole")), Pain(with_activity=one_of("eases", "eases_then_returns")),
        hedge="tends", claims="PF3",
        because="it eases as you get moving",
    )
    back_after_rest = Supports(
        Pain(location=one_of("arch", "heel", "sole")), Pain(back_after_rest="yes"),
        hedge="can", claims="PF4",
        because="it comes back within an hour or so off your feet",
    )
    not_in_the_morning = Opposes(
        Pain(worst=none_of("morning", "after_sitting")),
        hedge="hints", partial=True, claims="PF1 PF2",
        because="it is not at its worst in the morning",
    )
    worsens_with_activity = Opposes(
        Pain(with_activity="worsens"),
        hedge="hints", claims="PF3",
        because="it gets worse, not better, as you move more",
    )
    stays_the_same = Opposes(
        Pain(with_activity="same"),
        hedge="hints", partial=True, claims="PF3",
        because="it does not ease as you move more",
    )

    # What is probably the cause?
    overuse = Supports(
        Found("overuse"),
        hedge="can", role="risk", claims="PF6",
        because="simple overuse can bring it on",
    )
    added_miles = Supports(
        Found("mileage spike"),
        hedge="can", role="risk", partial=True, claims="PF6",
        because="a jump in mileage is overuse too",
    )
    overpronation = Supports(
        Found("overpronation"),
        hedge="can", role="risk", partial=True, claims="PF7",
        because="a foot that rolls in too far can bring it on",
    )
    tight_arches = Supports(
        Foot(tight_arches="yes"),
        hedge="can", role="risk", claims="PF8",
        because="tight arches can bring it on",
    )
    tight_calves = Supports(
        Foot(tight_calves="yes"),
        hedge="can", role="risk", claims="PF8",
        because="tight calf muscles can bring it on",
    )
    flat_feet = Supports(
        Foot(arch="flat"),
        hedge="particularly", role="risk", claims="PF9",
        because="it is particularly common in runners with flat feet",
    )

    # What is the treatment?
    stretch_calves = Advises(
        Concluded(PLANTAR_FASCIITIS),
        advice=STRETCH_CALVES, claims="PF10",
        because="stretching the calves takes the pull off the sole",
    )
    roll_foot = Advises(
        Concluded(PLANTAR_FASCIITIS),
        advice=ROLL_FOOT, claims="PF11",
        because="rolling brings blood to the tissue and loosens the arch",
    )
    frozen_bottle = Advises(
        Concluded(PLANTAR_FASCIITIS),
        advice=FROZEN_BOTTLE, claims="PF12",
        because="a frozen bottle massages and cools at once",
    )
    arch_support_later = Advises(
        Concluded(PLANTAR_FASCIITIS),
        advice=ARCH_SUPPORT, stage="if_no_better", claims="PF13",
        because="it is the next step where stretching and rolling do not help",
    )
    arch_support_now = Advises(
        Concluded(PLANTAR_FASCIITIS), Tried(calf_stretching=FAILED_REMEDY), Found("rolling the foot did not help"),
        advice=ARCH_SUPPORT, claims="PF13",
        because="you tried both stretching and rolling, and it is no better",
    )


#: Where the tissue lies.
UNDERFOOT = one_of("heel", "arch", "sole")


class PlantarFasciitisBeyond(Knowledge, cause=PLANTAR_FASCIITIS):
    """Beyond the article: first steps, and what tells the fascia from bone, fat pad, nerve and tendon."""

    after_sitting = Supports(
        Pain(location=UNDERFOOT), Pain(worst="after_sitting"),
        hedge="likely", source=HEEL_DIAGNOSIS,
        because="the first steps after sitting hurt most",
    )

    start_of_the_run = Supports(
        Pain(location=UNDERFOOT), Pain(worst="start_of_run"),
        hedge="can", partial=True, source=HEEL_DIAGNOSIS,
        because="it hurts most as you start",
    )

    first_steps_and_standing = Supports(
        Pain(location=UNDERFOOT),
        Pain(worst=one_of("end_of_day", "standing")),
        Pain(worst=one_of("morning", "after_sitting")),
        hedge="can", partial=True, source=HEEL_DIAGNOSIS,
        because="it peaks twice a day: at the first steps and after long standing",
    )

    sole_in_the_morning = Supports(
        Pain(location="sole"), Pain(worst="morning"),
        hedge="likely", source=HEEL_DIAGNOSIS,
        because="the first steps in the morning hurt under the foot",
    )

    first_steps_on_the_heel = Supports(
        Pain(location="heel"), Pain(worst="morning"),
        hedge="typically", source=HEEL_DIAGNOSIS,
        because="the heel hurts most at the first steps in the morning, its best single sign",
    )

    sharp_under_the_foot = Supports(
        Pain(location=UNDERFOOT), Pain(quality=one_of("stabbing", "sharp", "burning")),
        hedge="can", partial=True, source=HEEL_DIAGNOSIS,
        because="it is sharp or burning under the foot",
    )

    under_the_heel = Supports(
        Pain(heel_part=one_of("under", "inner")),
        hedge="can", partial=True, source=HEEL_DIAGNOSIS,
        because="it sits under the heel or at its inner side, where the tissue begins",
    )

    stretching_the_toes_back = Supports(
        Pain(location=UNDERFOOT), Pain(on_movement="toes_up"),
        hedge="can", partial=True, source=HEEL_DIAGNOSIS,
        because="bending the toes up, which stretches the tissue, brings it on",
    )

    came_little_by_little = Supports(
        Pain(location=UNDERFOOT), Pain(onset="gradual"),
        hedge="hints", source=HEEL_DIAGNOSIS,
        because="it came on little by little",
    )

    hurts_after_the_run = Supports(
        Pain(location=UNDERFOOT), Pain(worst="after_run"),
        hedge="hints", source=HEEL_DIAGNOSIS,
        because="it hurts most in the hours after a run",
    )

    barefoot = Supports(
        Pain(location=UNDERFOOT), Pain(worst=one_of("barefoot", "standing", "walking")),
        hedge="hints", source=HEEL_DIAGNOSIS,
        because="standing, walking or going barefoot brings it on",
    )

    lasts_for_months = Supports(
        Pain(location="heel"), Pain(weeks=at_least(TWELVE_WEEKS)),
        hedge="hints", source=HEEL_BPG,
        because="it has lasted for months, as it often does",
    )

    had_it_before = Supports(
        Pain(location=UNDERFOOT), Pain(before="yes"),
        hedge="hints", source=HEEL_BPG,
        because="the same pain was there before",
    )

    rolling_helped = Supports(
        Pain(location=UNDERFOOT), Tried(ball_rolling=one_of("better", "partly")),
        hedge="can", partial=True, source=HEEL_BPG,
        because="rolling the foot helped",
    )

    stretching_helped = Supports(
        Pain(location=UNDERFOOT), Tried(calf_stretching=one_of("better", "partly")),
        hedge="can", partial=True, source=HEEL_BPG,
        because="stretching helped",
    )

    insoles_helped = Supports(
        Pain(location=UNDERFOOT), Tried(orthotics=one_of("better", "partly")),
        hedge="hints", source=HEEL_BPG,
        because="insoles helped",
    )

    load_rose = Supports(
        Found("more load than before"),
        hedge="can", role="risk", source=HEEL_BPG,
        because="the foot had more to bear than it was used to",
    )

    long_standing = Supports(
        Training(other_load="yes"),
        hedge="can", role="risk", source=HEEL_DIAGNOSIS,
        because="long standing or walking can bring it on",
    )

    heel_and_arch = Supports(
        Pain(location="heel"), Pain(location="arch"),
        hedge="can", partial=True, source=HEEL_DIAGNOSIS,
        because="it runs from the heel into the arch, as the tissue does",
    )

    back_of_the_heel_alone = Opposes(
        Pain(heel_part=none_of("under", "inner", "outer")),
        hedge="likely", source=HEEL_DIAGNOSIS,
        because="it sits at the back of the heel, where the tendon ends",
    )

    nerve_signs = Opposes(
        Found("nerve signs"),
        hedge="can", source=ENTRAPMENT,
        because="numbness or tingling speaks for a nerve",
    )

    itching_skin = Opposes(
        Pain(quality="itching"),
        hedge="likely", source=TINEA,
        because="it itches, which is a matter of the skin",
    )

    skin_is_the_reason = Opposes(
        Signs(skin=one_of("rash", "blister", "peeling", "wart")),
        hedge="can", source=WART,
        because="there is something on the skin that can hurt by itself",
    )

    cramps = Opposes(
        Pain(quality="cramping"),
        hedge="can", source=HEEL_DIAGNOSIS,
        because="it cramps, which is a matter of muscle",
    )

    heel_squeezed = Opposes(
        Pain(on_movement="squeeze_heel"),
        hedge="can", source=HEEL_BONE,
        because="squeezing the heel bone from both sides brings the pain, which fits bone",
    )

    pop_under_the_foot = Opposes(
        Pain(location=UNDERFOOT), Signs(pop="yes"),
        hedge="weakly", source=FASCIA_TEAR,
        because="something popped, so part of the tissue may be torn",
    )

    sudden_and_bruised = Opposes(
        Pain(location=UNDERFOOT), Pain(onset="sudden"), Signs(bruising="yes"),
        hedge="strongly", source=FASCIA_TEAR,
        because="it came suddenly with a bruise, which fits a tear",
    )

    came_suddenly = Opposes(
        Pain(onset="sudden"),
        hedge="can", partial=True, source=HEEL_DIAGNOSIS,
        because="it came suddenly, while this comes on little by little",
    )

    hurts_at_night = Opposes(
        Pain(worst="night"),
        hedge="can", partial=True, source=HEEL_DIAGNOSIS,
        because="it hurts at night, which speaks for another cause",
    )

    bone_and_load = Opposes(
        Signs(tender_bone="heel_bone"), Pain(with_activity="worsens"),
        hedge="likely", source=HEEL_BONE,
        because="the heel bone is tender and hurts more with load",
    )

    bone_at_rest = Opposes(
        Signs(tender_bone="heel_bone"), Found("pain at night or at rest"),
        hedge="likely", source=HEEL_BONE,
        because="the heel bone is tender and hurts at night or at rest",
    )

    both_swollen = Opposes(
        Pain(side="both"), Signs(swelling="yes"),
        hedge="can", source=RHEUMATOID,
        because="both feet are swollen, which speaks for joints",
    )

    back_of_the_heel = Opposes(
        Pain(location="heel"), Pain(location="achilles"), Pain(location=none_of("arch", "sole")),
        hedge="can", source=ACHILLES,
        because="it sits at the back of the heel, where the tendon ends",
    )

    along_the_outer_edge = Opposes(
        Pain(location="outer_edge"), Pain(location=none_of("heel", "arch")),
        hedge="can", source=HEEL_DIAGNOSIS,
        because="it hurts along the outer edge, away from the middle of the band under the foot",
    )

    an_injury_began_it = Opposes(
        Found("injury"),
        hedge="can", source=NOT_LOAD,
        because="an injury began it",
    )
