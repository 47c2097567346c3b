"""Stress fracture (claims SF1 to SF8)."""

from __future__ import annotations

from expert.authoring import Advises, Alerts, Concluded, Found, Knowledge, Opposes, Remark, Supports, none_of, one_of
from kb.causes import STRESS_FRACTURE
from kb.fields import Pain, Shoes, Signs, Training, Tried
from kb.findings import FAILED_REMEDY
from kb.sources import (
    AAFP_STRESS,
    ACUTE_NOT_STRESS,
    ANKLE_STRESS,
    BONE_OR_TENDON,
    ENTRAPMENT,
    FIFTH,
    HEEL_BONE,
    HEEL_DIAGNOSIS,
    METATARSAL,
    METATARSALGIA,
    MINIMALIST,
    MISSED_HEEL,
    NAVICULAR,
)

MORE_THAN_RICE = Remark(
    "more_than_rice",
    "Do not count on cutting back and RICE (rest, ice, compress, elevate) alone: a cracked bone may need more.",
)
TIME_TO_HEAL = Remark(
    "time_to_heal", "Stop running and give the bone time to heal, or the crack can get worse.", remedies=("tried.rest",)
)
WEIGHT_OFF = Remark(
    "weight_off",
    "Take the weight off that foot; often that means a boot or crutches for a while.",
    remedies=("tried.boot_or_crutches",),
)
BONE_SPECIALIST = Remark("bone_specialist", "See a foot specialist about the bone.")
EXPECT_MRI = Remark("expect_mri", "The specialist will probably order an MRI, a scan that shows such a crack.")
SEE_ABOUT_BONE = Remark(
    "see_about_bone",
    "Book an appointment with a foot specialist: cutting back or resting did not settle it.",
)


class StressFracture(Knowledge, cause=STRESS_FRACTURE):
    """What and where, cause, treatment."""

    # What and where is it?
    one_spot = Supports(
        Pain(one_spot="yes"),
        hedge="definition", claims="SF1",
        because="a fingertip on one spot of bone finds the pain, as with a small crack",
    )
    no_one_spot = Opposes(
        Pain(one_spot="no"),
        hedge="definition", claims="SF1",
        because="no single spot of bone hurts when you press on it",
    )

    # What is probably the cause?
    mileage_spike = Supports(
        Found("mileage spike"),
        hedge="likely", role="risk", claims="SF2",
        because="a jump in mileage is the likely reason for it",
    )
    large_total = Supports(
        Found("large weekly total"),
        hedge="likely", role="risk", partial=True, claims="SF2",
        because="a large weekly total is a likely reason for it",
    )
    one_run_too_far = Supports(
        Found("one run far longer than ever"),
        hedge="might", role="risk", claims="SF3",
        because="one run far longer than any before might be too much for a bone",
    )

    # What is the treatment?
    more_than_rice = Advises(
        Concluded(STRESS_FRACTURE),
        advice=MORE_THAN_RICE, claims="SF4",
        because="cutting back and RICE might not be enough for a cracked bone",
    )
    time_to_heal = Advises(
        Concluded(STRESS_FRACTURE),
        advice=TIME_TO_HEAL, claims="SF5",
        because="a cracked bone that is not given time can get worse",
    )
    weight_off = Advises(
        Concluded(STRESS_FRACTURE),
        advice=WEIGHT_OFF, claims="SF6",
        because="bone heals when it is not loaded",
    )
    specialist_later = Advises(
        Concluded(STRESS_FRACTURE),
        advice=BONE_SPECIALIST, stage="if_no_better", claims="SF7",
        because="a bone that does not get better with ice and time off needs to be looked at",
    )
    specialist_now = Advises(
        Concluded(STRESS_FRACTURE), Found("time off did not help"),
        advice=BONE_SPECIALIST, claims="SF7",
        because="you cut back or rested, and it is no better",
    )
    mri_later = Advises(
        Concluded(STRESS_FRACTURE),
        advice=EXPECT_MRI, stage="if_no_better", claims="SF8",
        because="an MRI shows what a plain X-ray can miss",
    )
    mri_now = Advises(
        Concluded(STRESS_FRACTURE), Found("time off did not help"),
        advice=EXPECT_MRI, claims="SF8",
        because="the specialist will want to see the bone",
    )
    specialist_alert = Alerts(
        Concluded(STRESS_FRACTURE), Found("time off did not help"),
        alert=SEE_ABOUT_BONE, urgency="clinician", claims="SF7",
        because="you cut back or rested for what may be a cracked bone, and it is no better",
    )


#: Places where bone lies near the surface and stress fractures of the foot are found.
BONY = one_of("top_of_foot", "midfoot", "heel", "outer_edge", "ball_of_foot")
#: All places with a bone of the foot or ankle in them.
WITH_BONES = (
    "heel", "arch", "sole", "top_of_foot", "midfoot", "ball_of_foot", "toes", "big_toe_joint", "outer_edge",
    "ankle", "ankle_outer", "ankle_inner", "ankle_front", "whole_foot",
)


class StressFractureBeyond(Knowledge, cause=STRESS_FRACTURE):
    """Beyond the article: what tells a cracked bone from tendon, fascia and nerve."""

    tender_metatarsal = Supports(
        Signs(tender_bone="metatarsal"),
        hedge="typically", source=METATARSAL,
        because="one of the long bones of the foot hurts when pressed",
    )
    tender_inner_midfoot = Supports(
        Signs(tender_bone="inner_midfoot"),
        hedge="typically", source=NAVICULAR,
        because="the bone at the inner midfoot (navicular) hurts when pressed; cracks there are often found late",
    )
    tender_outer_midfoot = Supports(
        Signs(tender_bone="outer_midfoot"),
        hedge="typically", source=FIFTH,
        because="the bone at the outer midfoot (base of the fifth metatarsal) hurts when pressed",
    )
    tender_heel_bone = Supports(
        Pain(location="heel"), Signs(tender_bone="heel_bone"),
        hedge="can", source=HEEL_BONE,
        because="the heel bone hurts when squeezed",
    )
    heel_bone_and_worsens = Supports(
        Signs(tender_bone="heel_bone"), Pain(with_activity="worsens"),
        hedge="likely", source=HEEL_BONE,
        because="the heel bone is tender and hurts more the more you load it",
    )
    heel_bone_at_rest = Supports(
        Signs(tender_bone="heel_bone"), Found("pain at night or at rest"),
        hedge="likely", source=HEEL_BONE,
        because="the heel bone is tender and hurts at night or at rest",
    )
    heel_at_rest = Supports(
        Pain(location="heel"), Found("pain at night or at rest"),
        hedge="can", partial=True, source=HEEL_BONE,
        because="the heel hurts at night or at rest too",
    )
    heel_bone_swollen = Supports(
        Signs(tender_bone="heel_bone"), Signs(swelling="yes"),
        hedge="can", source=HEEL_BONE,
        because="the heel bone is tender and the heel is swollen",
    )
    heel_treated_in_vain = Supports(
        Pain(location="heel"), Tried(calf_stretching=FAILED_REMEDY), Found("time off did not help"),
        hedge="can", source=MISSED_HEEL,
        because="neither stretching nor cutting back settled it, as where a cracked heel is taken for fasciitis",
    )
    ankle_bone_without_a_roll = Supports(
        Signs(tender_bone=one_of("outer_ankle_bone", "inner_ankle_bone")), Signs(rolled_ankle="no"),
        hedge="likely", source=ANKLE_STRESS,
        because="an ankle bone is tender though the foot did not roll",
    )
    ankle_bone_gradually = Supports(
        Signs(tender_bone=one_of("outer_ankle_bone", "inner_ankle_bone")), Pain(onset="gradual"),
        hedge="can", source=ANKLE_STRESS,
        because="an ankle bone became tender little by little",
    )
    worsens_over_bone = Supports(
        Pain(location=BONY), Pain(with_activity="worsens"),
        hedge="can", partial=True, source=METATARSAL,
        because="it hurts more the more you load a place where bone lies near",
    )
    walking_hurts_by_now = Supports(
        Pain(location=BONY), Pain(with_activity="worsens"), Pain(worst=one_of("walking", "standing")),
        hedge="can", partial=True, source=METATARSAL,
        because="it grows with load, and by now walking or standing hurts too",
    )
    spot_and_worsens = Supports(
        Pain(one_spot="yes"), Pain(with_activity="worsens"),
        hedge="likely", source=METATARSAL,
        because="one spot of bone hurts more the more you load it",
    )
    spot_at_rest = Supports(
        Pain(one_spot="yes"), Found("pain at night or at rest"),
        hedge="likely", source=BONE_OR_TENDON,
        because="one spot of bone hurts at night or at rest",
    )
    tender_at_rest = Supports(
        Signs(tender_bone=one_of("metatarsal", "inner_midfoot", "outer_midfoot")), Found("pain at night or at rest"),
        hedge="likely", source=BONE_OR_TENDON,
        because="a tender bone hurts at night or at rest",
    )
    growing_and_at_rest = Supports(
        Pain(location=BONY), Pain(with_activity="worsens"), Found("pain at night or at rest"),
        hedge="can", source=BONE_OR_TENDON,
        because="it grows with load and lasts into the night or into rest",
    )
    swollen_and_worsens = Supports(
        Pain(location=one_of("top_of_foot", "ball_of_foot", "heel")),
        Signs(swelling="yes"),
        Pain(with_activity="worsens"),
        hedge="can", partial=True, source=METATARSAL,
        because="it is swollen and hurts more with load",
    )
    weight_hurts_badly = Supports(
        Pain(location=BONY), Pain(weight_bearing="severe"), Pain(onset="gradual"),
        hedge="can", partial=True, source=METATARSAL,
        because="it came gradually, and by now standing on it hurts badly",
    )
    trained_harder = Supports(
        Training(harder_than_usual="yes"),
        hedge="can", role="risk", source=AAFP_STRESS,
        because="training got harder, and bone needs time to follow",
    )
    changed_to_minimalist = Supports(
        Shoes(type="minimalist"), Shoes(recent_change="yes"),
        hedge="can", role="risk", source=MINIMALIST,
        because="you changed to minimal shoes shortly before",
    )
    eases_after_the_start = Opposes(
        Pain(with_activity=one_of("eases", "eases_then_returns")),
        Pain(worst=one_of("morning", "after_sitting", "start_of_run")),
        hedge="likely", source=BONE_OR_TENDON,
        because="it is worst at the start and eases as you move, while bone hurts more with load",
    )
    nerve_signs = Opposes(
        Found("nerve signs"),
        hedge="can", source=ENTRAPMENT,
        because="numbness or tingling speaks for a nerve",
    )
    under_the_ball_only = Opposes(
        Pain(location="ball_of_foot"), Pain(location=none_of("top_of_foot", "midfoot", "outer_edge")),
        hedge="weakly", source=METATARSALGIA,
        because="a cracked metatarsal hurts on top of the forefoot rather than under the ball",
    )
    began_with_an_injury = Opposes(
        Found("injury"),
        hedge="definite", source=ACUTE_NOT_STRESS,
        because="an injury began it, and a stress fracture comes without one",
    )
    no_bone_there = Opposes(
        Pain(location=none_of(*WITH_BONES)),
        hedge="likely", source=HEEL_DIAGNOSIS,
        because="there is no bone of the foot where it hurts",
    )
