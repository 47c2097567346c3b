"""Red flags of the course, and of what was concluded: rows 15, 18 to 21 and 35 of the table."""

from __future__ import annotations

from itertools import combinations

from expert.authoring import Alerts, Bundle, Concluded, Finds, Found, Knowledge, at_least, one_of
from kb.causes import ATHLETES_FOOT, STRESS_FRACTURE
from kb.fields import Pain, Runner, Seen, Signs, Tried
from kb.findings import FAILED_REMEDY
from kb.interpretations import SIX_WEEKS_OF_PAIN, TWO_WEEKS
from kb.red_flag_alerts import (
    CANNOT_RUN,
    CLEAR_PICTURE,
    FUNGUS_SEEN,
    FUNGUS_SPREADS,
    GETTING_WORSE,
    LIMPING,
    LONG_LASTING,
    MAYBE_CRACK,
    NO_BETTER,
    RISKY_CRACK,
    TREATED_IN_VAIN,
    WEAK_BONES,
    WORSE_OR_BACK,
)
from kb.red_flag_sources import BONE_AND_BIRTH, LASTING_PAIN, RISKY_SITES, WEAK_BONE
from kb.sources import (
    AAFP_STRESS,
    ELDERLY_STRESS,
    HEEL_PAIN_NHS,
    HIGH_RISK_BONE,
    INSUFFICIENCY,
    NAVICULAR_STRESS,
    REDS,
    SESAMOID,
    TINEA_CARE,
)

#: Kinds of remedy: what two of them in vain means is more than two of one kind. Each remedy with how to speak of it.
KINDS = {
    "time off": {"rest": "rest", "run_less": "running less", "boot_or_crutches": "a boot or crutches"},
    "exercises": {
        "calf_stretching": "stretching", "strength_training": "strength training",
        "heel_lift_exercises": "heel-lift exercises", "ball_rolling": "rolling on a ball",
        "frozen_bottle": "the frozen bottle", "massage": "massage",
    },
    "drugs or ice": {"nsaids": "anti-inflammatory drugs", "ice": "ice"},
    "shoes or supports": {
        "orthotics": "orthotics", "new_shoes": "new shoes", "stability_shoes": "stability shoes",
        "wide_shoes": "wide shoes", "bunion_pads": "bunion pads", "heel_wedges": "heel wedges",
        "soft_heel_shoes": "shoes with soft heels", "brace": "a brace", "taping": "taping",
    },
}


class KindsOfRemedy(Knowledge):
    """Which kinds of remedy were tried in vain: one rule a remedy."""

    in_vain = Bundle(
        {
            remedy: Finds(
                Tried(**{remedy: FAILED_REMEDY}),
                finding=f"{kind} in vain", source=HEEL_PAIN_NHS, because=f"{clause} did not help",
            )
            for kind, remedies in KINDS.items()
            for remedy, clause in remedies.items()
        }
    )


class HomeCareInVain(Knowledge):
    """Rows 19 to 21."""

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
    getting_worse = Alerts(  # row 19
        Pain(trend=one_of("worse", "worse_fast")), Pain(weeks=at_least(TWO_WEEKS)),
        alert=GETTING_WORSE, urgency="clinician", source=HEEL_PAIN_NHS,
        because="after two weeks or more it is getting worse",
    )
    limping = Alerts(  # row 19
        Pain(limp="yes"),
        alert=LIMPING, urgency="clinician", source=HEEL_PAIN_NHS,
        because="it makes you limp",
    )
    cannot_run = Alerts(  # row 19
        Pain(running="not_at_all"),
        alert=CANNOT_RUN, urgency="clinician", source=HEEL_PAIN_NHS,
        because="you cannot run on it at all",
    )
    clear_picture = Alerts(
        Seen(xray="clear"),
        alert=CLEAR_PICTURE, urgency="clinician", source=AAFP_STRESS,
        because="a picture was clear, and it still hurts",
    )
    six_weeks = Alerts(  # row 20
        Pain(weeks=at_least(SIX_WEEKS_OF_PAIN)),
        alert=LONG_LASTING, urgency="clinician", source=LASTING_PAIN,
        because="it has lasted six weeks or more",
    )
    treated = Alerts(  # row 21
        Tried(physiotherapy=FAILED_REMEDY),
        alert=TREATED_IN_VAIN, urgency="clinician", source=LASTING_PAIN,
        because="physiotherapy did not help",
    )
    injected = Alerts(  # row 21
        Tried(injection=FAILED_REMEDY),
        alert=TREATED_IN_VAIN, urgency="clinician", source=LASTING_PAIN,
        because="an injection did not help",
    )
    two_kinds = Bundle(  # row 21
        {
            f"{one}_and_{other}".replace(" ", "_"): Alerts(
                Found(f"{one} in vain"), Found(f"{other} in vain"),
                alert=TREATED_IN_VAIN, urgency="clinician", source=(HEEL_PAIN_NHS, LASTING_PAIN),
                because=f"you tried both {one} and {other} in vain",
            )
            for one, other in combinations(KINDS, 2)
        }
    )


class FromCauses(Knowledge):
    """Rows 15, 18 and 35: what follows from a cause, and only adds."""

    possible_crack = Alerts(  # rows 15 and 35
        Concluded(STRESS_FRACTURE),
        alert=MAYBE_CRACK, urgency="clinician", source=AAFP_STRESS,
        because="a small crack in a bone is possible",
    )
    crack_in_a_risky_bone = Alerts(  # row 35
        Concluded(STRESS_FRACTURE, "likely"), Pain(location=one_of("midfoot", "outer_edge", "ankle_inner")),
        alert=RISKY_CRACK, urgency="urgent", source=(HIGH_RISK_BONE, NAVICULAR_STRESS, RISKY_SITES),
        because="a small crack is likely where bones heal badly",
    )
    crack_under_the_big_toe = Alerts(  # row 35
        Concluded(STRESS_FRACTURE, "likely"), Pain(location="big_toe_joint"), Pain(location="ball_of_foot"),
        alert=RISKY_CRACK, urgency="urgent", source=(SESAMOID, RISKY_SITES),
        because="a small crack is likely in the bones under the big toe, which heal badly",
    )
    crack_and_low_energy = Alerts(  # row 35
        Concluded(STRESS_FRACTURE), Runner(low_energy="yes"),
        alert=WEAK_BONES, urgency="urgent", source=(REDS, WEAK_BONE),
        because="a small crack is possible, and too little food for the running weakens bone",
    )
    crack_and_brittle_bones = Alerts(  # row 35
        Concluded(STRESS_FRACTURE), Runner(brittle_bones="yes"),
        alert=WEAK_BONES, urgency="urgent", source=(INSUFFICIENCY, ELDERLY_STRESS),
        because="a small crack is possible, and your bones may be thin",
    )
    crack_in_pregnancy = Alerts(  # row 35
        Concluded(STRESS_FRACTURE), Runner(pregnant="yes"),
        alert=WEAK_BONES, urgency="urgent", source=BONE_AND_BIRTH,
        because="a small crack is possible, and bones can be weaker in pregnancy and after birth",
    )
    fungus_and_diabetes = Alerts(  # row 18
        Concluded(ATHLETES_FOOT), Runner(diabetes="yes"),
        alert=FUNGUS_SEEN, urgency="clinician", source=TINEA_CARE,
        because="it may be athlete's foot, and you have diabetes or poor circulation",
    )
    fungus_not_better = Alerts(  # row 18
        Concluded(ATHLETES_FOOT), Tried(antifungal=FAILED_REMEDY),
        alert=FUNGUS_SEEN, urgency="clinician", source=TINEA_CARE,
        because="it may be athlete's foot, and the treatment did not help",
    )
    fungus_and_fever = Alerts(  # row 18
        Concluded(ATHLETES_FOOT), Signs(fever="yes"),
        alert=FUNGUS_SPREADS, urgency="urgent", within="today", source=TINEA_CARE,
        because="it may be athlete's foot, and you are feverish",
    )
    fungus_and_redness = Alerts(  # row 18
        Concluded(ATHLETES_FOOT), Signs(spreading_redness="yes"),
        alert=FUNGUS_SPREADS, urgency="urgent", within="today", source=TINEA_CARE,
        because="it may be athlete's foot, and redness is spreading",
    )
