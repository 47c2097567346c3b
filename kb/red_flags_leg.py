"""Red flags of tendons, vessels and nerves: rows 5, 7, 12, 13, 16, 22 to 25, 28, 33 and 36 of the table."""

from __future__ import annotations

from expert.authoring import Alerts, Finds, Found, Knowledge, at_least, at_most, one_of
from kb.fields import Pain, Runner, Signs, Training
from kb.interpretations import FROM_50, ONE_WEEK, SEVERE_PAIN
from kb.red_flag_alerts import (
    ANTIBIOTIC,
    BLOOD_CLOT,
    BREATHLESS,
    CIRCULATION,
    CLOSED_ARTERY,
    CLOT_IN_LUNG,
    COLD_FOOT,
    FROZEN,
    GROWING_FAST,
    NARROW_ARTERY,
    NERVE_TODAY,
    NUMB,
    NUMB_STAYS,
    POPPED,
    PRESSED_NERVE,
    PRESSURE,
    STRONG_AND_SUDDEN,
    STRONG_AT_REST,
    TIGHT_MUSCLE,
    TORN_ACHILLES,
    TOUCH_HURTS,
    WEAK_PUSH_OFF,
    WEAK_PUSH_OFF_SOON,
)
from kb.red_flag_sources import ARTERY, CLOT, QUINOLONE_WIDE, REGIONAL_PAIN, WET_COLD
from kb.red_flags_injury import SEVERE
from kb.sources import (
    COMPARTMENT,
    DVT,
    EXERTIONAL_COMPARTMENT,
    FOOT_DROP,
    FROSTBITE,
    HEEL_PAIN_NHS,
    LIMB,
    NEUROPATHY,
    NHS_SPRAINS,
    NICE_CG147,
    QUINOLONE,
    RUPTURE,
    WEAK_PUSH,
)

AT_REST = one_of("night", "at_rest", "constant")
#: All places but the toes and their joints, where gout does what elsewhere would be an emergency.
BEYOND_THE_TOES = one_of(
    "arch", "heel", "achilles", "calf", "top_of_foot", "midfoot", "ball_of_foot", "sole", "outer_edge",
    "ankle", "ankle_outer", "ankle_inner", "ankle_front", "whole_foot",
)


class TendonAndCalf(Knowledge):
    """Rows 5, 16 and 33."""

    achilles_pop = Alerts(  # row 5
        Pain(location=one_of("achilles", "calf")), Signs(pop="yes"),
        alert=TORN_ACHILLES, urgency="emergency", source=RUPTURE,
        because="something popped at the back of the leg",
    )
    achilles_no_rise = Alerts(  # row 5
        Pain(location=one_of("achilles", "heel", "calf")), Pain(onset="sudden"), Signs(cannot_rise_on_toes="yes"),
        alert=TORN_ACHILLES, urgency="emergency", source=RUPTURE,
        because="it began suddenly, and you cannot rise on your toes",
    )
    achilles_sudden_and_severe = Alerts(
        Pain(location=one_of("achilles", "calf")), Pain(onset="sudden"), Pain(weight_bearing=SEVERE),
        alert=TORN_ACHILLES, urgency="urgent", within="today", source=RUPTURE,
        because="it came suddenly at the tendon, and standing on it hurts badly",
    )
    achilles_injured = Alerts(
        Pain(location="achilles"), Found("injury"),
        alert=WEAK_PUSH_OFF_SOON, urgency="urgent", source=RUPTURE,
        because="an injury hurt the tendon",
    )
    sudden_pop = Alerts(
        Pain(onset="sudden"), Signs(pop="yes"), Signs(cannot_rise_on_toes="yes"),
        alert=TORN_ACHILLES, urgency="emergency", source=RUPTURE,
        because="it began suddenly with a pop, and you cannot rise on your toes",
    )
    no_rise_at_the_tendon = Alerts(
        Pain(location=one_of("achilles", "calf", "ankle_inner")), Signs(cannot_rise_on_toes="yes"),
        alert=WEAK_PUSH_OFF_SOON, urgency="urgent", source=WEAK_PUSH,
        because="you cannot rise on your toes, and the pain is at a tendon that does it",
    )
    no_rise = Alerts(
        Signs(cannot_rise_on_toes="yes"),
        alert=WEAK_PUSH_OFF, urgency="clinician", source=WEAK_PUSH,
        because="you cannot rise on your toes",
    )
    pop = Alerts(
        Signs(pop="yes"),
        alert=POPPED, urgency="clinician", source=NHS_SPRAINS,
        because="something popped when it began",
    )
    antibiotic = Alerts(  # rows 16 and 33
        Runner(quinolone="yes"),
        alert=ANTIBIOTIC, urgency="urgent", within="today", source=(QUINOLONE, QUINOLONE_WIDE),
        because="you take or took an antibiotic that can harm tendons, joints, muscles and nerves",
    )


class Clots(Knowledge):
    """Rows 7, 23 and 39: a swollen foot or ankle is no swollen calf."""

    swollen_calf = Alerts(  # row 7
        Signs(calf_swelling="yes"),
        alert=BLOOD_CLOT, urgency="urgent", within="today", source=(DVT, CLOT),
        because="one calf is swollen",
    )
    calf_at_risk = Alerts(  # row 23
        Pain(location="calf"), Runner(clot_risk="yes"),
        alert=BLOOD_CLOT, urgency="urgent", within="today", source=(DVT, CLOT),
        because="the calf hurts, and something makes a blood clot more likely",
    )
    calf_in_pregnancy = Alerts(  # row 23
        Pain(location="calf"), Runner(pregnant="yes"),
        alert=BLOOD_CLOT, urgency="urgent", within="today", source=(DVT, CLOT),
        because="the calf hurts, and clots are more likely in pregnancy and after birth",
    )
    swollen_calf_breathless = Alerts(  # row 7
        Signs(calf_swelling="yes"), Signs(breathless="yes"),
        alert=CLOT_IN_LUNG, urgency="emergency", within="now", source=(DVT, CLOT),
        because="one calf is swollen and you are short of breath",
    )
    calf_breathless = Alerts(  # row 23
        Pain(location="calf"), Signs(breathless="yes"),
        alert=CLOT_IN_LUNG, urgency="emergency", within="now", source=(DVT, CLOT),
        because="the calf hurts and you are short of breath",
    )
    at_risk_breathless = Alerts(  # row 23
        Runner(clot_risk="yes"), Signs(breathless="yes"),
        alert=CLOT_IN_LUNG, urgency="emergency", within="now", source=(DVT, CLOT),
        because="you are short of breath, and something makes a blood clot more likely",
    )
    pregnant_breathless = Alerts(  # row 23
        Runner(pregnant="yes"), Signs(breathless="yes"),
        alert=CLOT_IN_LUNG, urgency="emergency", within="now", source=(DVT, CLOT),
        because="you are short of breath, and clots are more likely in pregnancy and after birth",
    )
    breathless = Alerts(
        Signs(breathless="yes"),
        alert=BREATHLESS, urgency="urgent", within="today", source=(DVT, CLOT),
        because="you are short of breath",
    )


class NerveAndBlood(Knowledge):
    """Rows 12, 13, 28 and 36, and the blood supply."""

    foot_drop = Alerts(  # row 12
        Signs(foot_drop="yes"),
        alert=PRESSED_NERVE, urgency="urgent", source=FOOT_DROP,
        because="you cannot lift the front of the foot",
    )
    foot_drop_suddenly = Alerts(
        Signs(foot_drop="yes"), Pain(onset="sudden"),
        alert=NERVE_TODAY, urgency="urgent", within="today", source=FOOT_DROP,
        because="it came suddenly, and you cannot lift the front of the foot",
    )
    numb = Alerts(  # row 13
        Signs(numbness="yes"),
        alert=NUMB, urgency="clinician", source=(HEEL_PAIN_NHS, NEUROPATHY),
        because="part of the foot is numb",
    )
    numb_for_good = Alerts(  # rows 13 and 36
        Signs(numbness_stays="yes"),
        alert=NUMB_STAYS, urgency="clinician", source=(HEEL_PAIN_NHS, NEUROPATHY),
        because="numbness or tingling stays with the shoes off",
    )
    touch_and_colour = Alerts(  # row 28
        Pain(on_movement="light_touch"), Signs(colour=one_of("red", "blue", "white")),
        alert=TOUCH_HURTS, urgency="urgent", source=REGIONAL_PAIN,
        because="the lightest touch hurts, and the skin has changed its colour",
    )
    touch_and_swelling = Alerts(  # row 28
        Pain(on_movement="light_touch"), Signs(swelling="yes"),
        alert=TOUCH_HURTS, urgency="urgent", source=REGIONAL_PAIN,
        because="the lightest touch hurts, and the foot is swollen",
    )
    touch_after_injury = Alerts(  # row 28
        Pain(on_movement="light_touch"), Found("injury"),
        alert=TOUCH_HURTS, urgency="urgent", source=REGIONAL_PAIN,
        because="since an injury the lightest touch hurts",
    )
    cold = Alerts(
        Signs(pale_cold_foot="yes"),
        alert=COLD_FOOT, urgency="urgent", within="today", source=LIMB,
        because="the foot is pale and cold",
    )
    cold_suddenly = Alerts(
        Signs(pale_cold_foot="yes"), Pain(onset="sudden"),
        alert=CIRCULATION, urgency="emergency", within="now", source=LIMB,
        because="the foot is suddenly painful, pale and cold",
    )
    cold_and_numb = Alerts(
        Signs(pale_cold_foot="yes"), Signs(numbness="yes"),
        alert=CIRCULATION, urgency="emergency", within="now", source=LIMB,
        because="the foot is pale, cold and numb",
    )
    cold_and_lame = Alerts(
        Signs(pale_cold_foot="yes"), Signs(foot_drop="yes"),
        alert=CIRCULATION, urgency="emergency", within="now", source=LIMB,
        because="the foot is pale and cold, and you cannot lift its front",
    )
    cold_and_severe = Alerts(
        Signs(pale_cold_foot="yes"), Pain(weight_bearing=SEVERE),
        alert=CIRCULATION, urgency="emergency", within="now", source=LIMB,
        because="the foot is pale and cold, and hurts badly",
    )
    numb_suddenly = Alerts(
        Signs(numbness="yes"), Pain(onset="sudden"), Pain(weight_bearing=SEVERE),
        alert=CIRCULATION, urgency="emergency", within="now", source=LIMB,
        because="the foot is suddenly numb and hurts badly",
    )


class OutOfProportion(Knowledge):
    """Row 22: pain that no load explains."""

    strong_without_load = Finds(
        Pain(severity=at_least(SEVERE_PAIN)), Pain(worst=AT_REST),
        finding="pain out of proportion", source=COMPARTMENT,
        because="the pain is very severe, and there without any load",
    )
    grows_by_the_hour = Finds(
        Pain(trend="worse_fast"),
        finding="pain out of proportion", source=COMPARTMENT,
        because="the pain grows by the hour or the day",
    )
    swollen = Alerts(
        Found("pain out of proportion"), Signs(swelling="yes"), Pain(location=BEYOND_THE_TOES),
        alert=PRESSURE, urgency="emergency", within="now", source=COMPARTMENT,
        because="the pain is out of proportion, and the foot is swollen",
    )
    swollen_muscle = Alerts(
        Pain(severity=at_least(SEVERE_PAIN)), Signs(swelling="yes"), Pain(weeks=at_most(ONE_WEEK)),
        Pain(location=one_of("arch", "sole", "midfoot", "calf", "whole_foot")),
        alert=PRESSURE, urgency="emergency", within="now", source=COMPARTMENT,
        because="within days the pain is very severe, and the muscles of the foot or leg are swollen",
    )
    injured = Alerts(
        Found("pain out of proportion"), Found("injury"),
        alert=PRESSURE, urgency="emergency", within="now", source=COMPARTMENT,
        because="since an injury the pain is out of proportion",
    )
    after_an_effort = Alerts(
        Found("pain out of proportion"), Training(big_effort="yes"),
        alert=PRESSURE, urgency="emergency", within="now", source=COMPARTMENT,
        because="since a race or a far harder run the pain is out of proportion",
    )
    numb = Alerts(
        Found("pain out of proportion"), Signs(numbness="yes"),
        alert=PRESSURE, urgency="emergency", within="now", source=COMPARTMENT,
        because="the pain is out of proportion, and part of the foot is numb",
    )
    sudden = Alerts(
        Pain(severity=at_least(SEVERE_PAIN)), Pain(worst=AT_REST), Pain(onset="sudden"),
        Pain(location=BEYOND_THE_TOES),
        alert=STRONG_AND_SUDDEN, urgency="emergency", source=COMPARTMENT,
        because="very severe pain came suddenly, and is there without any load",
    )
    strong = Alerts(
        Pain(severity=at_least(SEVERE_PAIN)), Pain(worst=AT_REST),
        alert=STRONG_AT_REST, urgency="urgent", within="today", source=COMPARTMENT,
        because="the pain is very severe, and there without any load",
    )
    fast = Alerts(
        Pain(trend="worse_fast"),
        alert=GROWING_FAST, urgency="urgent", within="today", source=COMPARTMENT,
        because="the pain grows by the hour or the day",
    )


class AfterDistance(Knowledge):
    """Row 24: arteries, and muscles in a tight cover."""

    heart = Finds(
        Pain(with_distance="yes"), Runner(heart_or_artery="yes"),
        finding="a narrowed artery", source=NICE_CG147,
        because="it comes after the same distance and goes with rest, and you have heart disease or narrowed arteries",
    )
    diabetes = Finds(
        Pain(with_distance="yes"), Runner(diabetes="yes"),
        finding="a narrowed artery", source=NICE_CG147,
        because="it comes after the same distance and goes with rest, and you have diabetes or poor circulation",
    )
    age = Finds(
        Pain(with_distance="yes"), Runner(age=at_least(FROM_50)),
        finding="a narrowed artery", source=NICE_CG147,
        because="it comes after the same distance and goes with rest, at an age at which arteries narrow",
    )
    artery = Alerts(
        Found("a narrowed artery"),
        alert=NARROW_ARTERY, urgency="urgent", source=NICE_CG147,
        because="a leg artery may be narrowed",
    )
    artery_at_rest = Alerts(
        Found("a narrowed artery"), Pain(worst=AT_REST),
        alert=CLOSED_ARTERY, urgency="emergency", source=(NICE_CG147, ARTERY),
        because="a leg artery may be narrowed, and it hurts at rest too",
    )
    artery_and_colour = Alerts(
        Found("a narrowed artery"), Signs(colour=one_of("blue", "white")),
        alert=CLOSED_ARTERY, urgency="emergency", source=(NICE_CG147, ARTERY),
        because="a leg artery may be narrowed, and the foot has turned blue or white",
    )
    cold = Alerts(
        Pain(with_distance="yes"), Signs(pale_cold_foot="yes"),
        alert=CLOSED_ARTERY, urgency="emergency", source=(NICE_CG147, ARTERY),
        because="it comes after the same distance, and the foot is pale and cold",
    )
    blue = Alerts(
        Pain(with_distance="yes"), Signs(colour="blue"),
        alert=CLOSED_ARTERY, urgency="emergency", source=(NICE_CG147, ARTERY),
        because="it comes after the same distance, and the foot turns blue",
    )
    numb = Alerts(
        Pain(with_distance="yes"), Signs(numbness="yes"),
        alert=TIGHT_MUSCLE, urgency="clinician", source=EXERTIONAL_COMPARTMENT,
        because="it comes after the same distance, with numbness",
    )
    tingling = Alerts(
        Pain(with_distance="yes"), Pain(quality="tingling"), Pain(location=one_of("calf", "whole_foot", "top_of_foot")),
        alert=TIGHT_MUSCLE, urgency="clinician", source=EXERTIONAL_COMPARTMENT,
        because="it comes after the same distance, with tingling",
    )
    foot_drop = Alerts(
        Pain(with_distance="yes"), Signs(foot_drop="yes"),
        alert=TIGHT_MUSCLE, urgency="clinician", source=EXERTIONAL_COMPARTMENT,
        because="it comes after the same distance, and then the foot cannot be lifted",
    )


class Cold(Knowledge):
    """Row 25."""

    pale = Alerts(
        Signs(frozen="yes"), Signs(colour=one_of("blue", "white")),
        alert=FROZEN, urgency="emergency", source=(FROSTBITE, WET_COLD),
        because="the foot was in the cold, and its skin has turned white or blue",
    )
    blister = Alerts(
        Signs(frozen="yes"), Signs(skin="blister"),
        alert=FROZEN, urgency="emergency", source=(FROSTBITE, WET_COLD),
        because="the foot was in the cold, and its skin is blistered",
    )
    numb = Alerts(
        Signs(frozen="yes"), Signs(numbness="yes"),
        alert=FROZEN, urgency="emergency", source=(FROSTBITE, WET_COLD),
        because="the foot was in the cold, and is numb",
    )
    cold = Alerts(
        Signs(frozen="yes"), Signs(pale_cold_foot="yes"),
        alert=FROZEN, urgency="emergency", source=(FROSTBITE, WET_COLD),
        because="the foot was in the cold, and stays pale and cold",
    )
