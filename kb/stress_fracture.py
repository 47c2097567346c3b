"""Stress fracture (claims SF1 to SF8)."""

from __future__ import annotations

from expert.authoring import (
    Advises,
    Alerts,
    Concluded,
    Found,
    Knowledge,
    Opposes,
    Remark,
    Supports,
    at_least,
    at_most,
    none_of,
    one_of,
)
from kb.causes import STRESS_FRACTURE
from kb.fields import Pain, Runner, Seen, Shoes, Signs, Training, Tried
from kb.findings import FAILED_REMEDY
from kb.interpretations import CHILD, SIX_WEEKS, THREE_WEEKS
from kb.red_flag_sources import CHILD_BONE
from kb.sources import (
    AAFP_STRESS,
    ACUTE_NOT_STRESS,
    AJGP_FOOT,
    ANKLE_STRESS,
    BONE_OR_TENDON,
    BSI,
    ELDERLY_STRESS,
    ENTRAPMENT,
    EXERTIONAL_COMPARTMENT,
    FIFTH,
    HEEL_BONE,
    HEEL_DIAGNOSIS,
    INSUFFICIENCY,
    METATARSAL,
    METATARSALGIA,
    MINIMALIST,
    MISSED_FOUR,
    MISSED_HEEL,
    NAVICULAR,
    REDS,
    TINEA,
    TOP_OF_FOOT,
)

MORE_THAN_RICE = Remark(
    "more_than_rice",
    "Do not count on cutting back and RICE (rest, ice, compress, elevate) alone: a cracked bone may need more.",
    protects=True,
)
TIME_TO_HEAL = Remark(
    "time_to_heal",
    "Stop running and give the bone time to heal, or the crack can get worse.",
    remedies=("tried.rest",),
    protects=True, care="protect_bone",
)
WEIGHT_OFF = Remark(
    "weight_off",
    "Take the weight off that foot; often that means a boot or crutches for a while.",
    remedies=("tried.boot_or_crutches",),
    protects=True, care="protect_bone",
)
BONE_SPECIALIST = Remark(
    "bone_specialist", "See a foot specialist about the bone.",
    protects=True,
)
EXPECT_MRI = Remark(
    "expect_mri", "The specialist will probably order an MRI, a scan that shows such a crack.",
    protects=True,
)
SEE_ABOUT_BONE = Remark(
    "see_about_bone",
    "Book an appointment with a foot specialist: cutting back or resting did not settle it.",
    protects=True,
)


class StressFracture(Knowledge, cause=STRESS_FRACTURE):
    """What and where, cause, treatment."""

    # What and where is it?
    one_spot = Supports(
        Pain(one_spot="yes"),
        hedge="definition", claims="SF1",
        because="a fingertip on one spot of bone finds the pain, as with a small crack",
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


#: Bones of the middle and the front of the foot, near the surface, and of the ankle; the heel has rules of its own.
FRONT = ("top_of_foot", "midfoot", "outer_edge", "ball_of_foot")
BONY = one_of(*FRONT, "ankle_inner", "ankle_front", "whole_foot")
WITH_ANKLE = one_of(*FRONT, "ankle_inner", "ankle_front", "whole_foot", "ankle", "ankle_outer")
#: All places with a bone of the foot or ankle in them.
WITH_BONES = (
    "heel", "arch", "sole", "top_of_foot", "midfoot", "ball_of_foot", "toes", "big_toe_joint", "outer_edge",
    "ankle", "ankle_outer", "ankle_inner", "ankle_front", "whole_foot",
)
#: Where the load on a bone shows: all of them but where fascia, joint or ligament is the usual reason.
LOADED = one_of(*FRONT, "arch", "ankle_inner", "ankle_front", "ankle_outer", "ankle", "whole_foot")
PRESSED = one_of("metatarsal", "inner_midfoot", "outer_midfoot")
BONES = ("metatarsal", "inner_midfoot", "outer_midfoot", "heel_bone", "outer_ankle_bone", "inner_ankle_bone")


class StressFractureBeyond(Knowledge, cause=STRESS_FRACTURE):
    """Beyond the article: a bone is thought of wherever it lies near and load, time or failed rest speak for it.

    Each small sign is a hint: one of them concludes nothing, two make a crack possible, with or without a sore spot.
    """

    # Small signs, each from another answer.
    worsens_over_bone = Supports(
        Pain(location=LOADED), Pain(with_activity="worsens"),
        hedge="hints", source=METATARSAL,
        because="it hurts more the more you load it",
    )
    hurts_walking_by_now = Supports(
        Pain(location=WITH_ANKLE), Pain(worst=one_of("walking", "standing")),
        hedge="hints", source=METATARSAL,
        because="by now walking or standing hurts too",
    )
    crept_in = Supports(
        Pain(location=one_of("top_of_foot", "midfoot")), Pain(onset="gradual"),
        hedge="hints", source=MISSED_FOUR,
        because="it crept in on top of the middle of the foot",
    )
    crept_in_while_running = Supports(
        Pain(location=one_of("top_of_foot", "midfoot")), Pain(onset="gradual"), Pain(worst="during_run"),
        hedge="hints", partial=True, tells="pain.worst", source=MISSED_FOUR,
        because="it crept in, and running brings it on",
    )
    midfoot_after_a_jump = Supports(
        Pain(location="midfoot"), Found("mileage spike"),
        hedge="hints", tells="pain.location", source=MISSED_FOUR,
        because="the middle of the foot hurts, where bone lies near, and the running jumped",
    )
    limps = Supports(
        Pain(location=LOADED), Pain(limp="yes"),
        hedge="hints", source=BSI,
        because="it makes you limp",
    )
    cannot_run_far = Supports(
        Pain(location=LOADED), Pain(running=one_of("short_only", "not_at_all")),
        hedge="hints", source=METATARSAL,
        because="you cannot run far on it any more",
    )
    grows = Supports(
        Pain(location=LOADED), Pain(trend=one_of("worse", "worse_fast")),
        hedge="hints", source=METATARSAL,
        because="it has been getting worse",
    )
    three_weeks = Supports(
        Pain(location=WITH_ANKLE), Pain(weeks=at_least(THREE_WEEKS)),
        hedge="hints", source=METATARSAL,
        because="it has lasted three weeks or more",
    )
    rest_did_not_settle_it = Supports(
        Pain(location=BONY), Found("time off did not help"),
        hedge="hints", source=MISSED_FOUR,
        because="time off did not settle it, or it came back with running",
    )
    weight_hurts = Supports(
        Pain(location=one_of(*FRONT, "ankle_front")), Pain(weight_bearing="severe"),
        hedge="can", partial=True, source=METATARSAL,
        because="standing on it hurts badly",
    )
    swollen = Supports(
        Pain(location=one_of("top_of_foot", "midfoot", "ball_of_foot", "outer_edge")), Signs(swelling="yes"),
        hedge="hints", source=AAFP_STRESS,
        because="a place where bone lies near is swollen",
    )
    no_single_spot = Opposes(
        Pain(one_spot="no"),
        hedge="hints", partial=True, source=AJGP_FOOT,
        because="you pressed and found no single sore spot, though a crack deep in the foot may show none",
    )

    # Strong signs.
    hopping_hurts = Supports(
        Pain(location=LOADED), Pain(on_movement="hop"),
        hedge="can", source=HEEL_BONE,
        because="hopping on it hurts",
    )
    at_rest = Supports(
        Pain(location=BONY), Found("pain at night or at rest"),
        hedge="can", partial=True, source=AJGP_FOOT,
        because="it hurts at night or at rest too",
    )
    growing_and_at_rest = Supports(
        Pain(location=BONY), Pain(with_activity="worsens"), Found("pain at night or at rest"),
        hedge="can", source=BONE_OR_TENDON,
        because="it grows with load and lasts into the night or into rest",
    )
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
    squeezed_heel = Supports(
        Pain(location="heel"), Signs(tender_bone="heel_bone"),
        hedge="can", source=HEEL_BONE,
        because="the heel bone hurts when it is squeezed from both sides",
    )
    heel_squeeze_brings_it = Supports(
        Pain(location="heel"), Pain(on_movement="squeeze_heel"),
        hedge="can", source=HEEL_BONE,
        because="squeezing the heel bone from both sides brings the pain",
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
    heel_bone_swollen = Supports(
        Signs(tender_bone="heel_bone"), Signs(swelling="yes"),
        hedge="can", source=HEEL_BONE,
        because="the heel bone is tender and the heel is swollen",
    )
    heel_at_rest = Supports(
        Pain(location="heel"), Found("pain at night or at rest"),
        hedge="can", partial=True, source=HEEL_BONE,
        because="the heel hurts at night or at rest too",
    )
    heel_worsens = Supports(
        Pain(location="heel"), Pain(with_activity="worsens"),
        hedge="hints", source=HEEL_BONE,
        because="the heel hurts more the more you load it",
    )
    heel_limps = Supports(
        Pain(location="heel"), Pain(limp="yes"),
        hedge="hints", partial=True, source=HEEL_BONE,
        because="the heel makes you limp",
    )
    heel_went_in_an_effort = Supports(
        Pain(location="heel"), Pain(onset="sudden"), Training(big_effort="yes"),
        hedge="can", partial=True, tells="pain.onset", source=HEEL_BONE,
        because="the heel gave out suddenly in a race or a far harder run",
    )
    heel_weight_hurts = Supports(
        Pain(location="heel"), Pain(weight_bearing="severe"),
        hedge="hints", source=HEEL_BONE,
        because="standing on the heel hurts badly",
    )
    heel_rested_in_vain = Supports(
        Pain(location="heel"), Found("time off did not help"),
        hedge="hints", source=MISSED_HEEL,
        because="time off did not settle the heel, or it came back with running",
    )
    heel_swollen = Supports(
        Pain(location="heel"), Signs(swelling="yes"),
        hedge="hints", source=HEEL_BONE,
        because="the heel is swollen",
    )
    heel_cannot_run = Supports(
        Pain(location="heel"), Pain(running="not_at_all"),
        hedge="hints", source=HEEL_BONE,
        because="you cannot run on the heel at all",
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
        hedge="likely", source=ANKLE_STRESS,
        because="an ankle bone became tender little by little",
    )
    spot_and_worsens = Supports(
        Pain(one_spot="yes"), Pain(with_activity="worsens"),
        hedge="strongly", source=METATARSAL,
        because="one spot of bone hurts more the more you load it",
    )
    spot_at_rest = Supports(
        Pain(one_spot="yes"), Found("pain at night or at rest"),
        hedge="strongly", source=BONE_OR_TENDON,
        because="one spot of bone hurts at night or at rest",
    )
    tender_at_rest = Supports(
        Signs(tender_bone=PRESSED), Found("pain at night or at rest"),
        hedge="strongly", source=BONE_OR_TENDON,
        because="a tender bone hurts at night or at rest",
    )
    picture_shows_it = Supports(
        Seen(xray="broken"), Pain(onset="gradual"),
        hedge="definite", source=AAFP_STRESS,
        because="a picture shows a broken bone, and it came without an injury",
    )

    # What may have brought it on.
    load_rose = Supports(
        Found("more load than before"),
        hedge="can", role="risk", source=BSI,
        because="the foot had more to bear than it was used to, and bone needs time to follow",
    )
    ran_on = Supports(
        Training(ran_through_pain="yes"),
        hedge="hints", role="risk", source=BSI,
        because="you ran on through the pain",
    )
    changed_to_minimalist = Supports(
        Shoes(type="minimalist"), Shoes(recent_change="yes"),
        hedge="can", role="risk", source=MINIMALIST,
        because="you changed to minimal shoes shortly before",
    )
    minimalist = Supports(
        Shoes(type="minimalist"),
        hedge="can", role="risk", partial=True, source=MINIMALIST,
        because="you run in minimal shoes, in which bones of the foot have more to bear",
    )
    little_energy = Supports(
        Runner(low_energy="yes"),
        hedge="likely", role="risk", source=REDS,
        because="the body gets too little food, or hormones are low, and bone suffers first",
    )
    brittle_bones = Supports(
        Runner(brittle_bones="yes"),
        hedge="likely", role="risk", source=(INSUFFICIENCY, ELDERLY_STRESS),
        because="your bones are weaker than usual, or one cracked before",
    )

    # What speaks against it.
    a_spot_that_is_usual_there = Opposes(
        Pain(location=one_of("heel", "big_toe_joint", "achilles")), Pain(one_spot="yes"),
        hedge="likely", source=HEEL_DIAGNOSIS,
        because="one sore spot is usual there: at the heel with fascia, at the big toe with a bunion",
    )
    eases_after_the_start = Opposes(
        Pain(with_activity=one_of("eases", "eases_then_returns")),
        hedge="can", source=BONE_OR_TENDON,
        because="it eases as you move, while bone hurts more with load",
    )
    worst_at_the_first_steps = Opposes(
        Pain(location=one_of("heel", "arch", "sole")), Pain(worst=one_of("morning", "after_sitting")),
        hedge="can", source=HEEL_DIAGNOSIS,
        because="it is worst at the first steps, which fits the tissue under the foot",
    )
    runs_as_ever = Opposes(
        Pain(running="normal"),
        hedge="can", source=METATARSAL,
        because="you can run as ever, while a crack hurts with load",
    )
    only_in_shoes = Opposes(
        Pain(in_shoes="yes"),
        hedge="can", source=TOP_OF_FOOT,
        because="it goes when the shoe is off or loosened",
    )
    itching_skin = Opposes(
        Pain(quality="itching"),
        hedge="likely", source=TINEA,
        because="it itches, which is a matter of the skin",
    )
    nerve_signs = Opposes(  # numbness is a red flag, and must not make a crack less likely
        Pain(quality="tingling"),
        hedge="can", source=ENTRAPMENT,
        because="tingling speaks for a nerve",
    )
    comes_and_goes_with_distance = Opposes(
        Pain(with_distance="yes"),
        hedge="likely", source=EXERTIONAL_COMPARTMENT,
        because="it is gone within minutes of stopping",
    )
    under_the_ball_only = Opposes(
        Pain(location="ball_of_foot"), Pain(location=none_of("top_of_foot", "midfoot", "outer_edge", "big_toe_joint")),
        hedge="hints", partial=True, source=METATARSALGIA,
        because="a cracked metatarsal hurts on top of the forefoot rather than under the ball",
    )
    began_with_an_injury = Opposes(
        Found("injury"), Pain(weeks=at_most(SIX_WEEKS)),
        hedge="definite", source=ACUTE_NOT_STRESS,
        because="an injury began it, and a stress fracture comes without one",
    )
    an_injury_was_there = Opposes(
        Found("injury"),
        hedge="likely", source=ACUTE_NOT_STRESS,
        because="an injury was there, and a stress fracture comes without one",
    )
    sudden_and_no_bone_pressed = Opposes(
        Pain(onset="sudden"), Signs(tender_bone=none_of(*BONES)),
        hedge="can", source=ACUTE_NOT_STRESS,
        because="it came suddenly and no bone hurts when pressed",
    )
    came_suddenly = Opposes(
        Pain(location=BONY), Pain(onset="sudden"),
        hedge="hints", source=ACUTE_NOT_STRESS,
        because="it came suddenly, while a stress fracture mostly creeps in",
    )
    ruled_out = Opposes(
        Seen(ruled_out="fracture"),
        hedge="strongly", source=AJGP_FOOT,
        because="somebody who looked at it ruled out a broken bone",
    )
    a_child_at_night = Opposes(
        Runner(age=at_most(CHILD)), Pain(worst="night"),
        hedge="can", source=CHILD_BONE,
        because="in a child or teenager pain at night speaks for something else than load",
    )
    no_bone_there = Opposes(
        Pain(location=none_of(*WITH_BONES)),
        hedge="likely", source=HEEL_DIAGNOSIS,
        because="there is no bone of the foot where it hurts",
    )
