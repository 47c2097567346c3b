"""Red flags of an illness: rows 8 to 11, 17, 26, 27, 29, 30, 34 and 38 of the table."""

from __future__ import annotations

from expert.authoring import Alerts, Finds, Found, Knowledge, at_least, at_most, one_of
from kb.fields import Pain, Runner, Signs
from kb.findings import ANKLE
from kb.interpretations import CHILD, CHILD_LASTS, NIGHTS_FOR_WEEKS, THREE_WEEKS
from kb.red_flag_alerts import (
    BONE_AND_CANCER,
    CHILD_LIMPS,
    CHILD_NOW,
    CHILD_PAIN,
    DARK_NAIL,
    DEEP_INFECTION,
    DIABETES_CARE,
    DIABETES_NOW,
    DIABETES_TODAY,
    DIABETES_TODAY_HOSPITAL,
    HOT_JOINT,
    HOT_TOE,
    INFLAMED,
    LOSING_WEIGHT,
    LUMP,
    NIGHT_PAIN,
    NIGHTS,
    PUS,
    SKIN_INFECTION,
    SPREADING,
    SPREADING_TODAY,
    STUCK_IN,
    SWOLLEN_JOINTS,
    SWOLLEN_TOO,
    UNWELL_TOO,
)
from kb.red_flag_sources import CHILD_BONE, GOUT_CARE
from kb.red_flags_injury import SEVERE
from kb.red_flags_leg import AT_REST, BEYOND_THE_TOES
from kb.sources import (
    CANCER_SCOTLAND,
    CELLULITIS,
    CHILD_LIMP,
    DIABETIC_FOOT,
    GOUT,
    HEEL_PAIN_NHS,
    NAIL_MELANOMA,
    NICE_NG12,
    NICE_NG65,
    NICE_NG100,
    OSTEOID_OSTEOMA,
    PUNCTURE,
    SEPTIC_JOINT,
    UNWELL,
)


class Infection(Knowledge):
    """Rows 8, 9, 17, 30 and 38."""

    hot_skin = Alerts(  # row 8
        Signs(hot_red_skin="yes"),
        alert=SKIN_INFECTION, urgency="urgent", within="today", source=CELLULITIS,
        because="the skin is hot and red",
    )
    redness_spreads = Alerts(  # row 8
        Signs(spreading_redness="yes"),
        alert=SKIN_INFECTION, urgency="urgent", within="today", source=CELLULITIS,
        because="redness is spreading",
    )
    hot_and_spreading = Alerts(  # row 8
        Signs(hot_red_skin="yes"), Signs(spreading_redness="yes"),
        alert=SPREADING_TODAY, urgency="emergency", source=CELLULITIS,
        because="the skin is hot and the redness is spreading",
    )
    hot_and_feverish = Alerts(  # rows 8 and 9
        Signs(hot_red_skin="yes"), Signs(fever="yes"),
        alert=SPREADING, urgency="emergency", within="now", source=(CELLULITIS, SEPTIC_JOINT),
        because="the skin is hot, and you are feverish or very unwell",
    )
    spreading_and_feverish = Alerts(  # row 8
        Signs(spreading_redness="yes"), Signs(fever="yes"),
        alert=SPREADING, urgency="emergency", within="now", source=CELLULITIS,
        because="redness is spreading, and you are feverish or very unwell",
    )
    hot_joint = Alerts(  # row 9; at the big toe it is gout as a rule, row 38
        Pain(onset="sudden"), Signs(hot_red_skin="yes"), Signs(swelling="yes"), Pain(weight_bearing=SEVERE),
        Pain(location=BEYOND_THE_TOES),
        alert=HOT_JOINT, urgency="emergency", source=SEPTIC_JOINT,
        because="it is suddenly hot and swollen, and can hardly be stood on",
    )
    hot_joint_and_no_step = Alerts(  # row 9
        Pain(onset="sudden"), Signs(hot_red_skin="yes"), Signs(swelling="yes"), Pain(weight_bearing="impossible"),
        alert=HOT_JOINT, urgency="emergency", source=SEPTIC_JOINT,
        because="it is suddenly hot and swollen, and cannot be stood on",
    )
    feverish_joint = Alerts(  # row 9
        Signs(swelling="yes"), Signs(fever="yes"), Pain(weight_bearing=SEVERE),
        alert=HOT_JOINT, urgency="emergency", source=SEPTIC_JOINT,
        because="it is swollen, you are feverish, and it can hardly be stood on",
    )
    big_toe = Alerts(  # row 38
        Pain(location="big_toe_joint"), Pain(onset="sudden"), Signs(swelling="yes"), Pain(weight_bearing=SEVERE),
        alert=HOT_TOE, urgency="urgent", source=(GOUT, GOUT_CARE),
        because="the big toe joint is suddenly swollen, and can hardly be stood on",
    )
    big_toe_and_wound = Alerts(  # row 38
        Pain(location="big_toe_joint"), Signs(hot_red_skin="yes"), Signs(open_wound="yes"),
        alert=DEEP_INFECTION, urgency="emergency", source=(GOUT, GOUT_CARE, SEPTIC_JOINT),
        because="the skin over the big toe joint is hot, and there is a wound",
    )
    feverish = Alerts(  # row 17
        Signs(fever="yes"),
        alert=UNWELL_TOO, urgency="urgent", within="today", source=UNWELL,
        because="you are feverish or very unwell",
    )
    stuck_in = Alerts(  # row 30
        Signs(puncture="yes"),
        alert=STUCK_IN, urgency="urgent", within="today", source=PUNCTURE,
        because="something sharp went into the foot",
    )
    pus = Alerts(  # row 30
        Signs(pus="yes"),
        alert=PUS, urgency="urgent", within="today", source=(CELLULITIS, PUNCTURE),
        because="there is pus, or a wound that weeps or smells",
    )
    pierced = Finds(
        Signs(puncture="yes"), finding="a dirty wound", source=PUNCTURE, because="something sharp went into the foot",
    )
    weeping = Finds(
        Signs(pus="yes"), finding="a dirty wound", source=PUNCTURE, because="there is pus",
    )
    wound_and_fever = Alerts(  # row 30
        Found("a dirty wound"), Signs(fever="yes"),
        alert=DEEP_INFECTION, urgency="emergency", source=PUNCTURE,
        because="a wound may be infected, and you are feverish or very unwell",
    )
    wound_and_redness = Alerts(  # row 30
        Found("a dirty wound"), Signs(spreading_redness="yes"),
        alert=DEEP_INFECTION, urgency="emergency", source=PUNCTURE,
        because="a wound may be infected, and redness is spreading",
    )
    wound_and_diabetes = Alerts(  # row 30
        Found("a dirty wound"), Runner(diabetes="yes"),
        alert=DIABETES_TODAY_HOSPITAL, urgency="emergency", source=(PUNCTURE, DIABETIC_FOOT),
        because="a wound may be infected, and you have diabetes or poor circulation or feeling",
    )


class PainAtRest(Knowledge):
    """Rows 17 and 27."""

    night = Alerts(  # row 17
        Pain(worst=one_of("night", "constant")),
        alert=NIGHT_PAIN, urgency="clinician", source=(UNWELL, CANCER_SCOTLAND),
        because="it hurts at night or all the time",
    )
    for_weeks = Alerts(  # row 27
        Pain(worst="night"), Pain(weeks=at_least(NIGHTS_FOR_WEEKS)),
        alert=NIGHTS, urgency="urgent", source=(CANCER_SCOTLAND, OSTEOID_OSTEOMA),
        because="it has hurt at night, and for weeks",
    )
    grows = Alerts(  # row 17
        Pain(worst=AT_REST), Pain(trend=one_of("worse", "worse_fast")),
        alert=NIGHTS, urgency="urgent", source=(UNWELL, CANCER_SCOTLAND),
        because="it hurts without load, and it is getting worse",
    )
    cancer = Alerts(  # row 27
        Runner(cancer="yes"), Pain(worst=AT_REST),
        alert=BONE_AND_CANCER, urgency="urgent", source=CANCER_SCOTLAND,
        because="you have or had cancer, and it hurts without load",
    )
    cancer_and_bone = Alerts(  # row 27
        Runner(cancer="yes"), Signs(tender_bone=one_of(
            "outer_ankle_bone", "inner_ankle_bone", "inner_midfoot", "outer_midfoot", "heel_bone", "metatarsal",
        )),
        alert=BONE_AND_CANCER, urgency="urgent", source=CANCER_SCOTLAND,
        because="you have or had cancer, and a bone is tender",
    )
    cancer_and_spot = Alerts(  # row 27
        Runner(cancer="yes"), Pain(one_spot="yes"),
        alert=BONE_AND_CANCER, urgency="urgent", source=CANCER_SCOTLAND,
        because="you have or had cancer, and one spot of bone is sore",
    )
    losing_weight = Alerts(  # row 27
        Signs(losing_weight="yes"),
        alert=LOSING_WEIGHT, urgency="urgent", source=UNWELL,
        because="you lose weight, sweat at night or are very tired without a reason",
    )


class NewGrowths(Knowledge):
    """Row 26."""

    dark_nail = Alerts(
        Signs(skin="nail_stripe"),
        alert=DARK_NAIL, urgency="clinician", source=NAIL_MELANOMA,
        because="there is a dark stripe or patch under a nail that was not hit",
    )
    lump = Alerts(
        Signs(lump="yes"),
        alert=LUMP, urgency="clinician", source=(NICE_NG12, CANCER_SCOTLAND),
        because="there is a new lump or thickening",
    )


class Diabetes(Knowledge):
    """Rows 10 and 11."""

    any_pain = Alerts(  # row 11
        Runner(diabetes="yes"),
        alert=DIABETES_CARE, urgency="clinician", source=(DIABETIC_FOOT, HEEL_PAIN_NHS),
        because="you have diabetes, or poor feeling or circulation in the feet",
    )
    wound = Alerts(  # row 10
        Runner(diabetes="yes"), Signs(open_wound="yes"),
        alert=DIABETES_TODAY, urgency="urgent", within="today", source=DIABETIC_FOOT,
        because="you have diabetes and a wound on the foot",
    )
    hot_skin = Alerts(  # row 10
        Runner(diabetes="yes"), Signs(hot_red_skin="yes"),
        alert=DIABETES_TODAY, urgency="urgent", within="today", source=DIABETIC_FOOT,
        because="you have diabetes and hot, red skin on the foot",
    )
    swelling = Alerts(  # row 10
        Runner(diabetes="yes"), Signs(swelling="yes"),
        alert=DIABETES_TODAY, urgency="urgent", within="today", source=DIABETIC_FOOT,
        because="you have diabetes and a swollen foot",
    )
    wound_and_redness = Alerts(  # row 10
        Runner(diabetes="yes"), Signs(open_wound="yes"), Signs(spreading_redness="yes"),
        alert=DIABETES_TODAY_HOSPITAL, urgency="emergency", source=DIABETIC_FOOT,
        because="you have diabetes, a wound on the foot, and redness that spreads",
    )
    wound_and_fever = Alerts(  # row 10
        Runner(diabetes="yes"), Signs(open_wound="yes"), Signs(fever="yes"),
        alert=DIABETES_NOW, urgency="emergency", within="now", source=DIABETIC_FOOT,
        because="you have diabetes, a wound on the foot, and a fever",
    )
    swelling_and_fever = Alerts(  # row 10
        Runner(diabetes="yes"), Signs(swelling="yes"), Signs(fever="yes"),
        alert=DIABETES_NOW, urgency="emergency", within="now", source=DIABETIC_FOOT,
        because="you have diabetes, a swollen foot, and a fever",
    )
    cold_wound = Alerts(
        Runner(diabetes="yes"), Signs(open_wound="yes"), Signs(pale_cold_foot="yes"),
        alert=DIABETES_NOW, urgency="emergency", within="now", source=DIABETIC_FOOT,
        because="you have diabetes, a wound, and a pale, cold foot",
    )


class InflamedElsewhere(Knowledge):
    """Row 29."""

    stiff_elsewhere = Alerts(
        Pain(elsewhere="yes"), Pain(quality="stiff"),
        alert=INFLAMED, urgency="clinician", source=NICE_NG65,
        because="it is stiff, and other joints or the back hurt too",
    )
    mornings_elsewhere = Alerts(
        Pain(elsewhere="yes"), Pain(worst="morning"),
        alert=INFLAMED, urgency="clinician", source=NICE_NG65,
        because="mornings are worst, and other joints or the back hurt too",
    )
    illness = Alerts(
        Runner(joint_disease="yes"), Pain(worst=one_of("morning", "night", "at_rest", "constant")),
        alert=INFLAMED, urgency="clinician", source=NICE_NG65,
        because="you have an illness that can go into joints and tendons, and it hurts most after rest",
    )
    illness_and_joint = Alerts(
        Runner(joint_disease="yes"), Pain(location=one_of("big_toe_joint", "toes", *ANKLE)),
        alert=INFLAMED, urgency="clinician", source=NICE_NG65,
        because="you have an illness that can go into joints, and a joint hurts",
    )
    both_sides = Alerts(
        Pain(side="both"), Pain(quality="stiff"), Pain(worst="morning"), Pain(worst=one_of("night", "at_rest")),
        alert=INFLAMED, urgency="clinician", source=NICE_NG65,
        because="both sides are stiff, worst in the morning and at night or at rest",
    )
    swollen_elsewhere = Alerts(
        Pain(elsewhere="yes"), Signs(swelling="yes"), Pain(weeks=at_least(THREE_WEEKS)),
        alert=SWOLLEN_JOINTS, urgency="urgent", source=NICE_NG100,
        because="it has been swollen for weeks, and other joints hurt too",
    )
    swollen_lately = Alerts(
        Pain(elsewhere="yes"), Signs(swelling="yes"),
        alert=SWOLLEN_TOO, urgency="clinician", source=NICE_NG100,
        because="it is swollen, and other joints hurt too",
    )
    swollen_illness = Alerts(
        Runner(joint_disease="yes"), Signs(swelling="yes"),
        alert=SWOLLEN_JOINTS, urgency="urgent", source=(NICE_NG100, NICE_NG65),
        because="it is swollen, and you have an illness that can go into joints",
    )
    swollen_both_sides = Alerts(
        Pain(side="both"), Signs(swelling="yes"), Pain(worst="morning"),
        Pain(location=one_of("ball_of_foot", "toes", "midfoot", *ANKLE)),
        alert=SWOLLEN_JOINTS, urgency="urgent", source=NICE_NG100,
        because="joints of both feet are swollen, and mornings are worst",
    )


class Children(Knowledge):
    """Row 34."""

    feverish = Alerts(
        Runner(age=at_most(CHILD)), Signs(fever="yes"), Pain(weight_bearing=SEVERE),
        alert=CHILD_NOW, urgency="emergency", source=CHILD_LIMP,
        because="a child or teenager is feverish and can hardly stand on it",
    )
    limps = Alerts(
        Runner(age=at_most(CHILD)), Pain(limp="yes"),
        alert=CHILD_LIMPS, urgency="urgent", source=CHILD_LIMP,
        because="a child or teenager limps",
    )
    at_night = Alerts(
        Runner(age=at_most(CHILD)), Pain(worst="night"),
        alert=CHILD_LIMPS, urgency="urgent", source=(CHILD_LIMP, CHILD_BONE, NICE_NG12),
        because="a child or teenager hurts at night",
    )
    lasts = Alerts(
        Runner(age=at_most(CHILD)), Pain(weeks=at_least(CHILD_LASTS)),
        alert=CHILD_PAIN, urgency="clinician", source=CHILD_BONE,
        because="a child or teenager has hurt for two weeks or more",
    )
