"""Red flags: what must be seen by somebody, and how soon. Not from the article, which says nothing of them.

Row numbers are those of the table of red flags that this follows. How they act: the gravest wins and nothing lowers it.
A rule tests only for what is present, so that denying something can lower nothing. Most follow from answers alone;
the last chapter follows from causes and can only add.
"""

from __future__ import annotations

from expert.authoring import Alerts, Bundle, Concluded, Found, Knowledge, RedFlag, Remark, Withholds, at_least, one_of
from kb.achilles_tendonitis import HEEL_LIFTS
from kb.ankle_sprain import USE_IT
from kb.causes import ATHLETES_FOOT, STRESS_FRACTURE
from kb.fields import Pain, Runner, Signs, Tried
from kb.findings import ANKLE
from kb.interpretations import TWO_WEEKS
from kb.sources import (
    AAFP_STRESS,
    CELLULITIS,
    DIABETIC_FOOT,
    DVT,
    FOOT_DROP,
    HEEL_PAIN_NHS,
    HIGH_RISK_BONE,
    LIMB,
    LISFRANC,
    NEUROPATHY,
    NHS_SPRAINS,
    NO_WEIGHT,
    OTTAWA,
    QUINOLONE,
    RUPTURE,
    SEPTIC_JOINT,
    TENDER_BONE,
    TINEA_CARE,
    UNWELL,
    WEAK_PUSH,
)

SEVERE = one_of("severe", "impossible")
ANKLE_BONES = one_of("outer_ankle_bone", "inner_ankle_bone")
MIDFOOT_BONES = one_of("inner_midfoot", "outer_midfoot")
MIDFOOT = one_of("midfoot", "top_of_foot", "arch", "outer_edge")
BACK_OF_LEG = one_of("achilles", "heel", "calf")

XRAY_TODAY = Remark(
    "xray_today",
    "A bone may be broken. Have an X-ray today, at an urgent care unit or an emergency department, and keep your "
    "weight off the foot until then.",
)
DAMAGED = Remark(
    "damaged_after_injury",
    "A foot that changed its shape, has a deep wound, or cracked when it happened needs to be looked at now. Go to an "
    "emergency department; do not try to straighten it or walk on it.",
)
CIRCULATION = Remark(
    "nerve_or_blood_supply",
    "The foot may not be getting enough blood, or a nerve may be hurt. Call your local emergency number or go to an "
    "emergency department now.",
)
TORN_ACHILLES = Remark(
    "torn_achilles",
    "The Achilles tendon may have torn. Go to an emergency department today, even if the pain has eased; do not "
    "stretch or exercise it.",
)
HIDDEN_LIGAMENT = Remark(
    "hidden_midfoot_injury",
    "Bruising and pain in the middle of the foot can hide a torn ligament that is easy to miss. Be seen today, keep "
    "your weight off it, and say so if standing still hurts after a normal X-ray.",
)
MIDFOOT_SOON = Remark(
    "midfoot_soon",
    "Pain and bruising in the middle of the foot should be looked at within a day or two. Until then do not run, and "
    "stand on it as little as you can.",
)
BADLY_HURT = Remark(
    "badly_hurt",
    "A swollen or bruised foot that can hardly be stood on after an injury should be looked at within a day or two: a "
    "bone may be broken. Keep your weight off it until then.",
)
BRUISED_MIDFOOT = Remark(
    "bruised_midfoot",
    "Swelling and a bruise in the middle of the foot should be looked at, even if it came slowly: book an appointment, "
    "and do not run until then.",
)
BLOOD_CLOT = Remark("blood_clot", "One swollen calf can be a blood clot. Get medical help today.")
CLOT_IN_LUNG = Remark(
    "clot_in_lung",
    "A swollen calf and trouble breathing can be a blood clot that has reached the lung. Call your local emergency "
    "number now.",
)
BREATHLESS = Remark(
    "breathless",
    "New trouble breathing is never a matter of the foot alone. Get medical help today; call your local emergency "
    "number if it came suddenly or your chest hurts.",
)
SKIN_INFECTION = Remark(
    "skin_infection",
    "Hot, red, sore skin may be an infection. See a doctor today; go to an emergency department if you feel feverish "
    "or the redness spreads.",
)
SPREADING = Remark(
    "spreading_infection", "This may be an infection that is spreading. Go to an emergency department now."
)
HOT_JOINT = Remark(
    "hot_joint",
    "A joint that is suddenly hot, swollen and too sore to load may be infected. Go to an emergency department now; "
    "treatment today protects the joint.",
)
DIABETES_TODAY = Remark(
    "diabetes_today",
    "With diabetes, or poor feeling or circulation, a sore, hot or swollen foot should be seen today: phone your foot "
    "team or doctor, and keep your weight off it.",
)
DIABETES_NOW = Remark(
    "diabetes_now",
    "With diabetes, or poor feeling or circulation, signs of infection in the foot are an emergency. Go to an "
    "emergency department now.",
)
DIABETES_CARE = Remark(
    "diabetes_care",
    "With diabetes, or poor feeling or circulation, do not treat a sore foot alone: book an appointment this week, and "
    "look at both feet every day.",
)
PRESSED_NERVE = Remark(
    "pressed_nerve",
    "Not being able to lift the front of the foot can mean that a nerve is pressed. Be seen within a day; go to an "
    "emergency department if both legs are weak, or with new trouble with bladder or bowel.",
)
NUMB = Remark(
    "numb",
    "Numbness or tingling in the foot is worth a check: book an appointment. Go at once if it came suddenly or the "
    "foot turns pale or cold.",
)
RISKY_BONE = Remark(
    "risky_bone",
    "A sore spot on this bone can be a crack that heals badly if you keep running. Stop running, keep your weight off "
    "it, and be seen within a day or two.",
)
SORE_BONE = Remark("sore_bone", "A bone that hurts when pressed can be cracked. Stop running and book an appointment.")
BONE_AFTER_INJURY = Remark(
    "bone_after_injury",
    "A sore bone after an injury should be looked at within a day or two; keep your weight off it until then.",
)
CANNOT_STAND = Remark(
    "cannot_stand",
    "Not being able to stand on the foot is more than ordinary soreness, even without an injury. Be seen today if you "
    "can, within a day at most, and keep off it until then.",
)
SEVERE_PAIN = Remark(
    "severe_pain", "Pain this strong when you stand should be looked at: book an appointment, and rest it until then."
)
MAYBE_CRACK = Remark(
    "maybe_crack",
    "This could be a small crack in a bone. Stop running and book an appointment; a first X-ray can look normal, so "
    "ask about a second one after two to three weeks, or a scan (MRI).",
)
ANTIBIOTIC = Remark(
    "antibiotic",
    "This kind of antibiotic can harm tendons. Stop running, and phone the prescriber or a doctor today, before you "
    "take the next dose: you may need another medicine.",
)
UNWELL_TOO = Remark(
    "unwell_too", "Foot pain together with a fever or feeling very unwell should be checked by a doctor within a day."
)
NIGHT_PAIN = Remark(
    "night_pain", "Pain that does not let up at night or at rest should be looked at: book an appointment."
)
WEAK_PUSH_OFF = Remark(
    "weak_push_off", "Not being able to rise on your toes needs an examination: book an appointment soon."
)
WEAK_PUSH_OFF_SOON = Remark(
    "weak_push_off_soon",
    "The tendon at the back of the leg may be torn. Be examined within a day or two, today if it began suddenly, and "
    "do not stretch or exercise it until then.",
)
POPPED = Remark("popped", "A pop or crack when it began should be looked at: book an appointment, and rest it.")
POPPED_SOON = Remark(
    "popped_soon", "A pop or crack with an injury should be looked at within a day or two; keep your weight off it."
)
WOUND = Remark("wound", "A wound on the foot should be looked at: book an appointment, and keep it clean and covered.")
DEFORMED = Remark("deformed", "A foot that has changed its shape should be looked at: book an appointment.")
COLD_FOOT = Remark(
    "cold_foot",
    "A foot that has turned pale and cold may lack blood. Get medical help today; call your local emergency number if "
    "it came suddenly, hurts badly or is numb.",
)
NO_BETTER = Remark(
    "no_better",
    "It has not got better after two weeks of home care: book an appointment with a doctor, physiotherapist or "
    "podiatrist.",
)
WORSE_OR_BACK = Remark(
    "worse_or_back",
    "It got worse or came back after home care: book an appointment with a doctor, physiotherapist or podiatrist.",
)
FUNGUS_SEEN = Remark(
    "fungus_seen",
    "Show the skin to a doctor or podiatrist: with diabetes, or after two weeks of treatment in vain, it needs another "
    "look.",
)
FUNGUS_SPREADS = Remark("fungus_spreads", "The skin infection may be spreading beyond the fungus. See a doctor today.")


#: What must be looked at before an ankle is used again, with the clause that says so.
BEFORE_WALKING_IT_OFF = {
    "bone": (
        Signs(tender_bone=one_of(
            "outer_ankle_bone", "inner_ankle_bone", "inner_midfoot", "outer_midfoot", "heel_bone", "metatarsal",
        )),
        "a bone is tender",
    ),
    "numb": (Signs(numbness="yes"), "the foot is numb"),
    "cold": (Signs(pale_cold_foot="yes"), "the foot is pale and cold"),
    "foot_drop": (Signs(foot_drop="yes"), "you cannot lift the front of the foot"),
    "wound": (Signs(open_wound="yes"), "there is an open wound"),
    "deformed": (Signs(looks_deformed="yes"), "the foot has changed its shape"),
    "pop": (Signs(pop="yes"), "something popped"),
}


class AfterAnInjury(Knowledge):
    """Rows 1 to 4, 6 and 14."""

    ankle_bone = Alerts(  # row 1
        Found("injury"), Signs(tender_bone=ANKLE_BONES),
        alert=XRAY_TODAY, urgency="emergency", source=OTTAWA,
        because="an ankle bone is tender after an injury",
    )
    midfoot_bone = Alerts(  # row 2
        Found("injury"), Signs(tender_bone=MIDFOOT_BONES),
        alert=XRAY_TODAY, urgency="emergency", source=OTTAWA,
        because="a bone in the middle of the foot is tender after an injury",
    )
    no_weight = Alerts(  # rows 1 and 2, and the places between them
        Found("injury"), Pain(weight_bearing="impossible"),
        alert=XRAY_TODAY, urgency="emergency", source=(OTTAWA, NO_WEIGHT),
        because="you cannot take four steps after an injury",
    )
    other_bone = Alerts(
        Found("injury"), Signs(tender_bone=one_of("metatarsal", "heel_bone")),
        alert=BONE_AFTER_INJURY, urgency="urgent", source=TENDER_BONE,
        because="a bone is tender after an injury",
    )
    deformed = Alerts(  # row 3
        Found("injury"), Signs(looks_deformed="yes"),
        alert=DAMAGED, urgency="emergency", source=NHS_SPRAINS,
        because="the foot changed its shape after an injury",
    )
    wound = Alerts(  # row 3
        Found("injury"), Signs(open_wound="yes"),
        alert=DAMAGED, urgency="emergency", source=NHS_SPRAINS,
        because="there is an open wound after an injury",
    )
    pop_and_severe = Alerts(  # row 3
        Signs(pop="yes"), Pain(weight_bearing=SEVERE),
        alert=DAMAGED, urgency="emergency", source=NHS_SPRAINS,
        because="there was a pop or crack when it began, and standing on it hurts badly",
    )
    pop = Alerts(
        Found("injury"), Signs(pop="yes"),
        alert=POPPED_SOON, urgency="urgent", source=NHS_SPRAINS,
        because="there was a pop or crack with the injury",
    )
    severe_and_swollen = Alerts(
        Found("injury"), Pain(weight_bearing="severe"), Signs(swelling="yes"),
        alert=BADLY_HURT, urgency="urgent", source=NHS_SPRAINS,
        because="it is swollen after an injury, and standing on it hurts badly",
    )
    severe_and_bruised = Alerts(
        Found("injury"), Pain(weight_bearing="severe"), Signs(bruising="yes"),
        alert=BADLY_HURT, urgency="urgent", source=NHS_SPRAINS,
        because="it is bruised after an injury, and standing on it hurts badly",
    )
    severe_midfoot = Alerts(
        Found("injury"), Pain(weight_bearing="severe"), Pain(location=one_of("midfoot", "top_of_foot", "arch")),
        alert=MIDFOOT_SOON, urgency="urgent", source=LISFRANC,
        because="an injury hurt the middle of the foot, and standing on it hurts badly",
    )
    numb = Alerts(  # row 4
        Found("injury"), Signs(numbness="yes"),
        alert=CIRCULATION, urgency="emergency", source=(NHS_SPRAINS, LIMB),
        because="the foot is numb after an injury",
    )
    cold = Alerts(  # row 4
        Found("injury"), Signs(pale_cold_foot="yes"),
        alert=CIRCULATION, urgency="emergency", source=(NHS_SPRAINS, LIMB),
        because="the foot is pale and cold after an injury",
    )
    foot_drop = Alerts(
        Found("injury"), Signs(foot_drop="yes"),
        alert=CIRCULATION, urgency="emergency", source=(NHS_SPRAINS, LIMB),
        because="you cannot lift the front of the foot after an injury",
    )
    midfoot_bruised = Alerts(  # row 6
        Found("injury"), Pain(location=MIDFOOT), Signs(bruising="yes"), Pain(weight_bearing=SEVERE),
        alert=HIDDEN_LIGAMENT, urgency="emergency", source=LISFRANC,
        because="the middle of the foot is bruised after an injury, and standing on it hurts badly",
    )
    midfoot_bruised_standing = Alerts(
        Found("injury"), Pain(location=one_of("midfoot", "top_of_foot", "arch")), Signs(bruising="yes"),
        alert=MIDFOOT_SOON, urgency="urgent", source=LISFRANC,
        because="the middle of the foot is bruised after an injury",
    )
    midfoot_bruised_suddenly = Alerts(  # row 6b
        Pain(location=one_of("midfoot", "top_of_foot", "arch")), Pain(onset="sudden"), Signs(bruising="yes"),
        alert=MIDFOOT_SOON, urgency="urgent", source=LISFRANC,
        because="the middle of the foot hurts suddenly and is bruised",
    )
    midfoot_bruised_and_swollen = Alerts(
        Pain(location=one_of("midfoot", "top_of_foot", "arch")), Signs(bruising="yes"), Signs(swelling="yes"),
        alert=BRUISED_MIDFOOT, urgency="clinician", source=(LISFRANC, HIGH_RISK_BONE),
        because="the middle of the foot is swollen and bruised",
    )
    no_walking_it_off = Bundle(
        {
            name: Withholds(
                condition, advice=USE_IT, source=NHS_SPRAINS, because=f"{clause}, which must be looked at first"
            )
            for name, (condition, clause) in BEFORE_WALKING_IT_OFF.items()
        }
    )


class TendonAndCalf(Knowledge):
    """Rows 5, 7 and 16."""

    achilles_pop = Alerts(  # row 5
        Pain(location=BACK_OF_LEG), Signs(pop="yes"),
        alert=TORN_ACHILLES, urgency="emergency", source=RUPTURE,
        because="something popped at the back of the leg",
    )
    achilles_no_rise = Alerts(  # row 5
        Pain(location=BACK_OF_LEG), Pain(onset="sudden"), Signs(cannot_rise_on_toes="yes"),
        alert=TORN_ACHILLES, urgency="emergency", source=RUPTURE,
        because="it began suddenly, and you cannot rise on your toes",
    )
    achilles_sudden_and_severe = Alerts(
        Pain(location=one_of("achilles", "calf")), Pain(onset="sudden"), Pain(weight_bearing=SEVERE),
        alert=TORN_ACHILLES, urgency="urgent", source=RUPTURE,
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
    swollen_calf = Alerts(  # row 7
        Signs(calf_swelling="yes"),
        alert=BLOOD_CLOT, urgency="urgent", source=DVT,
        because="one calf is swollen",
    )
    swelling_at_the_calf = Alerts(
        Pain(location="calf"), Signs(swelling="yes"),
        alert=BLOOD_CLOT, urgency="urgent", source=DVT,
        because="the calf hurts and there is swelling",
    )
    swollen_calf_breathless = Alerts(  # row 7
        Signs(calf_swelling="yes"), Signs(breathless="yes"),
        alert=CLOT_IN_LUNG, urgency="emergency", source=DVT,
        because="one calf is swollen and you are short of breath",
    )
    breathless = Alerts(
        Signs(breathless="yes"),
        alert=BREATHLESS, urgency="urgent", source=DVT,
        because="you are short of breath",
    )
    no_exercise_with_the_antibiotic = Withholds(
        Runner(quinolone="yes"),
        advice=HEEL_LIFTS, source=QUINOLONE, because="such an antibiotic weakens tendons, which must rest first",
    )
    no_exercise_after_an_injury = Withholds(
        Pain(location="achilles"), Found("injury"),
        advice=HEEL_LIFTS, source=RUPTURE, because="the tendon may be torn, and must be examined first",
    )
    no_exercise_when_sudden_and_severe = Withholds(
        Pain(onset="sudden"), Pain(weight_bearing=SEVERE),
        advice=HEEL_LIFTS, source=RUPTURE, because="the tendon may be torn, and must be examined first",
    )
    antibiotic = Alerts(  # row 16
        Pain(location=one_of("achilles", "calf", "heel", *ANKLE)), Runner(quinolone="yes"),
        alert=ANTIBIOTIC, urgency="urgent", source=QUINOLONE,
        because="the tendon hurts, and you take or took an antibiotic that can harm tendons",
    )


class Infection(Knowledge):
    """Rows 8, 9 and 17."""

    hot_skin = Alerts(  # row 8
        Signs(hot_red_skin="yes"),
        alert=SKIN_INFECTION, urgency="urgent", source=CELLULITIS,
        because="the skin is hot and red",
    )
    redness_spreads = Alerts(  # row 8
        Signs(spreading_redness="yes"),
        alert=SKIN_INFECTION, urgency="urgent", source=CELLULITIS,
        because="redness is spreading",
    )
    hot_and_spreading = Alerts(  # row 8
        Signs(hot_red_skin="yes"), Signs(spreading_redness="yes"),
        alert=SPREADING, urgency="emergency", source=CELLULITIS,
        because="the skin is hot and the redness is spreading",
    )
    hot_and_feverish = Alerts(  # rows 8 and 9
        Signs(hot_red_skin="yes"), Signs(fever="yes"),
        alert=SPREADING, urgency="emergency", source=(CELLULITIS, SEPTIC_JOINT),
        because="the skin is hot, and you are feverish or very unwell",
    )
    spreading_and_feverish = Alerts(  # row 8
        Signs(spreading_redness="yes"), Signs(fever="yes"),
        alert=SPREADING, urgency="emergency", source=CELLULITIS,
        because="redness is spreading, and you are feverish or very unwell",
    )
    hot_joint = Alerts(  # row 9
        Pain(onset="sudden"), Signs(hot_red_skin="yes"), Signs(swelling="yes"), Pain(weight_bearing=SEVERE),
        alert=HOT_JOINT, urgency="emergency", source=SEPTIC_JOINT,
        because="it is suddenly hot and swollen, and can hardly be stood on",
    )
    feverish_joint = Alerts(  # row 9
        Signs(swelling="yes"), Signs(fever="yes"), Pain(weight_bearing=SEVERE),
        alert=HOT_JOINT, urgency="emergency", source=SEPTIC_JOINT,
        because="it is swollen, you are feverish, and it can hardly be stood on",
    )
    feverish = Alerts(  # row 17
        Signs(fever="yes"),
        alert=UNWELL_TOO, urgency="urgent", source=UNWELL,
        because="you are feverish or very unwell",
    )
    night_and_constant = Alerts(  # row 17
        Pain(worst=one_of("night", "at_rest")), Pain(worst="constant"),
        alert=NIGHT_PAIN, urgency="clinician", source=UNWELL,
        because="it hurts all the time, at night or at rest too",
    )
    night_and_rest = Alerts(  # row 17
        Pain(worst="night"), Pain(worst="at_rest"),
        alert=NIGHT_PAIN, urgency="clinician", source=UNWELL,
        because="it hurts at night and at rest",
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
        alert=DIABETES_TODAY, urgency="urgent", source=DIABETIC_FOOT,
        because="you have diabetes and a wound on the foot",
    )
    hot_skin = Alerts(  # row 10
        Runner(diabetes="yes"), Signs(hot_red_skin="yes"),
        alert=DIABETES_TODAY, urgency="urgent", source=DIABETIC_FOOT,
        because="you have diabetes and hot, red skin on the foot",
    )
    swelling = Alerts(  # row 10
        Runner(diabetes="yes"), Signs(swelling="yes"),
        alert=DIABETES_TODAY, urgency="urgent", source=DIABETIC_FOOT,
        because="you have diabetes and a swollen foot",
    )
    wound_and_fever = Alerts(  # row 10
        Runner(diabetes="yes"), Signs(open_wound="yes"), Signs(fever="yes"),
        alert=DIABETES_NOW, urgency="emergency", source=DIABETIC_FOOT,
        because="you have diabetes, a wound on the foot, and a fever",
    )
    swelling_and_fever = Alerts(  # row 10
        Runner(diabetes="yes"), Signs(swelling="yes"), Signs(fever="yes"),
        alert=DIABETES_NOW, urgency="emergency", source=DIABETIC_FOOT,
        because="you have diabetes, a swollen foot, and a fever",
    )
    cold_wound = Alerts(
        Runner(diabetes="yes"), Signs(open_wound="yes"), Signs(pale_cold_foot="yes"),
        alert=DIABETES_NOW, urgency="emergency", source=DIABETIC_FOOT,
        because="you have diabetes, a wound, and a pale, cold foot",
    )


class NerveAndBlood(Knowledge):
    """Rows 12 and 13, and the blood supply."""

    foot_drop = Alerts(  # row 12
        Signs(foot_drop="yes"),
        alert=PRESSED_NERVE, urgency="urgent", source=FOOT_DROP,
        because="you cannot lift the front of the foot",
    )
    numb = Alerts(  # row 13
        Signs(numbness="yes"),
        alert=NUMB, urgency="clinician", source=(HEEL_PAIN_NHS, NEUROPATHY),
        because="part of the foot is numb",
    )
    tingling = Alerts(  # row 13
        Pain(quality="tingling"),
        alert=NUMB, urgency="clinician", source=(HEEL_PAIN_NHS, NEUROPATHY),
        because="the foot tingles",
    )
    cold = Alerts(
        Signs(pale_cold_foot="yes"),
        alert=COLD_FOOT, urgency="urgent", source=LIMB,
        because="the foot is pale and cold",
    )
    cold_suddenly = Alerts(
        Signs(pale_cold_foot="yes"), Pain(onset="sudden"),
        alert=CIRCULATION, urgency="emergency", source=LIMB,
        because="the foot is suddenly painful, pale and cold",
    )
    cold_and_numb = Alerts(
        Signs(pale_cold_foot="yes"), Signs(numbness="yes"),
        alert=CIRCULATION, urgency="emergency", source=LIMB,
        because="the foot is pale, cold and numb",
    )
    cold_and_lame = Alerts(
        Signs(pale_cold_foot="yes"), Signs(foot_drop="yes"),
        alert=CIRCULATION, urgency="emergency", source=LIMB,
        because="the foot is pale and cold, and you cannot lift its front",
    )
    cold_and_severe = Alerts(
        Signs(pale_cold_foot="yes"), Pain(weight_bearing=SEVERE),
        alert=CIRCULATION, urgency="emergency", source=LIMB,
        because="the foot is pale and cold, and hurts badly",
    )
    numb_suddenly = Alerts(
        Signs(numbness="yes"), Pain(onset="sudden"), Pain(weight_bearing=SEVERE),
        alert=CIRCULATION, urgency="emergency", source=LIMB,
        because="the foot is suddenly numb and hurts badly",
    )


class Bones(Knowledge):
    """Row 14, tender bones, and a foot that cannot be stood on."""

    risky_bone = Alerts(  # row 14
        Signs(tender_bone=MIDFOOT_BONES),
        alert=RISKY_BONE, urgency="urgent", source=HIGH_RISK_BONE,
        because="a bone in the middle of the foot is tender",
    )
    sore_bone = Alerts(
        Signs(tender_bone=one_of("outer_ankle_bone", "inner_ankle_bone", "heel_bone", "metatarsal")),
        alert=SORE_BONE, urgency="clinician", source=TENDER_BONE,
        because="a bone hurts when it is pressed",
    )
    no_weight = Alerts(  # row 1
        Pain(weight_bearing="impossible"),
        alert=CANNOT_STAND, urgency="urgent", source=NO_WEIGHT,
        because="you cannot take four steps",
    )
    severe = Alerts(  # row 19
        Pain(weight_bearing="severe"),
        alert=SEVERE_PAIN, urgency="clinician", source=HEEL_PAIN_NHS,
        because="standing on it hurts badly",
    )
    deformed = Alerts(
        Signs(looks_deformed="yes"),
        alert=DEFORMED, urgency="clinician", source=NHS_SPRAINS,
        because="the foot has changed its shape",
    )
    wound = Alerts(
        Signs(open_wound="yes"),
        alert=WOUND, urgency="clinician", source=NHS_SPRAINS,
        because="there is an open wound",
    )


class HomeCareInVain(Knowledge):
    """Row 19."""

    two_weeks = Alerts(
        Pain(weeks=at_least(TWO_WEEKS)), Found("home care did not help"),
        alert=NO_BETTER, urgency="clinician", source=HEEL_PAIN_NHS,
        because="it has lasted two weeks or more, and what you tried did not help",
    )

    worse_or_back = Alerts(
        Found("worse or back after home care"),
        alert=WORSE_OR_BACK, urgency="clinician", source=HEEL_PAIN_NHS,
        because="it got worse or came back after what you tried",
    )


class FromCauses(Knowledge):
    """Rows 15 and 18: what follows from a cause, and only adds."""

    likely_crack = Alerts(  # row 15
        Concluded(STRESS_FRACTURE, "likely"),
        alert=MAYBE_CRACK, urgency="clinician", source=AAFP_STRESS,
        because="a small crack in a bone is likely",
    )
    fungus_and_diabetes = Alerts(  # row 18
        Concluded(ATHLETES_FOOT), Runner(diabetes="yes"),
        alert=FUNGUS_SEEN, urgency="clinician", source=TINEA_CARE,
        because="it may be athlete's foot, and you have diabetes or poor circulation",
    )
    fungus_not_better = Alerts(  # row 18
        Concluded(ATHLETES_FOOT), Tried(antifungal=one_of("same", "worse", "better_then_back")),
        alert=FUNGUS_SEEN, urgency="clinician", source=TINEA_CARE,
        because="it may be athlete's foot, and the treatment did not help",
    )
    fungus_and_fever = Alerts(  # row 18
        Concluded(ATHLETES_FOOT), Signs(fever="yes"),
        alert=FUNGUS_SPREADS, urgency="urgent", source=TINEA_CARE,
        because="it may be athlete's foot, and you are feverish",
    )
    fungus_and_redness = Alerts(  # row 18
        Concluded(ATHLETES_FOOT), Signs(spreading_redness="yes"),
        alert=FUNGUS_SPREADS, urgency="urgent", source=TINEA_CARE,
        because="it may be athlete's foot, and redness is spreading",
    )


RED_FLAG_CHAPTERS = (
    AfterAnInjury, TendonAndCalf, Infection, Diabetes, NerveAndBlood, Bones, HomeCareInVain, FromCauses,
)

_LEG = ("achilles", "calf", "heel", *ANKLE)
#: The answers that alone must never end in self-care, with the places that make each worth asking about.
RED_FLAGS = (
    RedFlag("pain.weight_bearing", ("impossible",), (), "you cannot take four steps on the foot"),
    RedFlag(
        "signs.tender_bone",
        ("outer_ankle_bone", "inner_ankle_bone", "inner_midfoot", "outer_midfoot", "heel_bone", "metatarsal"),
        (*ANKLE, "midfoot", "top_of_foot", "outer_edge", "heel", "ball_of_foot", "arch", "whole_foot"),
        "a bone hurts when you press on it",
    ),
    RedFlag("signs.pop", ("yes",), (*_LEG, "midfoot", "arch", "sole", "big_toe_joint"), "a pop or crack as it began"),
    RedFlag("signs.cannot_rise_on_toes", ("yes",), ("achilles", "calf", "heel", "ankle_inner"),
            "you cannot rise on your toes"),
    RedFlag("signs.numbness", ("yes",), (), "numbness"),
    RedFlag("signs.foot_drop", ("yes",), ("calf", "top_of_foot", "whole_foot", *ANKLE),
            "you cannot lift the front of the foot"),
    RedFlag("signs.fever", ("yes",), (), "fever, or feeling very unwell"),
    RedFlag("signs.hot_red_skin", ("yes",), (), "hot, red skin"),
    RedFlag("signs.spreading_redness", ("yes",), (), "redness that spreads"),
    RedFlag("signs.open_wound", ("yes",), (), "an open wound"),
    RedFlag("signs.looks_deformed", ("yes",), (), "a foot that changed its shape"),
    RedFlag("signs.calf_swelling", ("yes",), ("achilles", "calf", "heel", "whole_foot", *ANKLE), "one swollen calf"),
    RedFlag("signs.pale_cold_foot", ("yes",), (), "a pale, cold foot"),
    RedFlag("signs.breathless", ("yes",), ("achilles", "calf"), "shortness of breath"),
    RedFlag("runner.diabetes", ("yes",), (), "diabetes, or poor circulation or feeling in the feet"),
)
