"""Red flags of an injury and of bones: rows 1 to 4, 6, 14, 31, 32 and 37 of the table."""

from __future__ import annotations

from expert.authoring import Alerts, Found, Knowledge, at_least, one_of
from kb.fields import Pain, Runner, Seen, Signs
from kb.findings import ANKLE
from kb.interpretations import SEVERE_PAIN as STRONG
from kb.red_flag_alerts import (
    BADLY_HURT,
    BONE_AFTER_INJURY,
    BONE_AT_RISK,
    BROKEN,
    BRUISED_MIDFOOT,
    CANNOT_STAND,
    CIRCULATION,
    DAMAGED,
    DEFORMED,
    HIDDEN_LIGAMENT,
    MIDFOOT_SOON,
    NERVE_HURT,
    ONE_SPOT,
    POPPED_SOLE,
    POPPED_TODAY,
    RISKY_BONE,
    ROLLED_FOOT,
    SEVERE_PAIN,
    SORE_BONE,
    SORE_HEEL,
    SPOT_AFTER_INJURY,
    TINGLES_AFTER_INJURY,
    WOUND,
    XRAY_TODAY,
)
from kb.red_flag_sources import BROKEN_BONE, HEEL_FALL, RISKY_SITES
from kb.sources import (
    COMPARTMENT,
    ELDERLY_STRESS,
    FASCIA_TEAR,
    FIFTH_AVULSION,
    HEEL_PAIN_NHS,
    HIGH_RISK_BONE,
    INSUFFICIENCY,
    LIMB,
    LISFRANC,
    MISSED_FIVE,
    NAVICULAR_STRESS,
    NHS_SPRAINS,
    NO_WEIGHT,
    OTTAWA,
    REDS,
    TENDER_BONE,
)

SEVERE = one_of("severe", "impossible")
ANKLE_BONES = one_of("outer_ankle_bone", "inner_ankle_bone")
MIDFOOT_BONES = one_of("inner_midfoot", "outer_midfoot")
MIDFOOT = one_of("midfoot", "top_of_foot", "arch", "outer_edge")
JOINT_OF_MIDFOOT = one_of("midfoot", "top_of_foot", "arch")
#: Where a bone lies under what hurts, and what loads it; the heel hurts for other reasons as a rule.
OVER_BONE = one_of("top_of_foot", "midfoot", "outer_edge", "ball_of_foot", "ankle_inner", "whole_foot")
WITH_LOAD = one_of("during_run", "walking", "standing")
#: Where the Ottawa rules look for a broken bone.
OTTAWA_PLACES = one_of("outer_edge", "midfoot", *ANKLE)


class AfterAnInjury(Knowledge):
    """Rows 1 to 4, 6, 31 and 32."""

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
    spot_of_bone = Alerts(  # row 31
        Found("injury"), Pain(one_spot="yes"), Pain(location=OTTAWA_PLACES),
        alert=XRAY_TODAY, urgency="emergency", source=OTTAWA,
        because="since an injury one spot of bone at the ankle, the midfoot or the outer edge is sore",
    )
    heel_bone = Alerts(  # row 31
        Found("injury"), Signs(tender_bone="heel_bone"), Pain(weight_bearing=SEVERE),
        alert=XRAY_TODAY, urgency="emergency", source=HEEL_FALL,
        because="since an injury the heel bone hurts when squeezed, and standing on it hurts badly",
    )
    swollen_heel = Alerts(  # row 31
        Found("injury"), Pain(location="heel"), Signs(swelling="yes"), Pain(weight_bearing=SEVERE),
        alert=XRAY_TODAY, urgency="emergency", source=HEEL_FALL,
        because="an injury hurt the heel, which is swollen, and standing on it hurts badly",
    )
    other_bone = Alerts(
        Found("injury"), Signs(tender_bone=one_of("metatarsal", "heel_bone")),
        alert=BONE_AFTER_INJURY, urgency="urgent", source=TENDER_BONE,
        because="a bone is tender after an injury",
    )
    other_spot_of_bone = Alerts(  # row 31
        Found("injury"), Pain(one_spot="yes"),
        Pain(location=one_of("top_of_foot", "heel", "ball_of_foot", "big_toe_joint", "whole_foot")),
        alert=BONE_AFTER_INJURY, urgency="urgent", source=TENDER_BONE,
        because="since an injury one spot of bone is sore",
    )
    any_spot_of_bone = Alerts(  # rows 31 and 37
        Found("injury"), Pain(one_spot="yes"),
        alert=SPOT_AFTER_INJURY, urgency="clinician", source=TENDER_BONE,
        because="since an injury one spot of bone is sore",
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
    rolled_and_the_foot_hurts = Alerts(
        Found("rolled ankle"), Pain(location=one_of("outer_edge", "midfoot")),
        alert=ROLLED_FOOT, urgency="clinician", source=(FIFTH_AVULSION, MISSED_FIVE),
        because="the foot rolled, and the foot itself hurts where it can break",
    )
    pop_and_strong = Alerts(  # row 3
        Found("injury"), Signs(pop="yes"), Pain(severity=at_least(STRONG)),
        alert=DAMAGED, urgency="emergency", source=NHS_SPRAINS,
        because="there was a pop or crack with the injury, and the pain is very severe",
    )
    pop = Alerts(  # the sources ask for an emergency department after any snap; so on the same day
        Found("injury"), Signs(pop="yes"),
        alert=POPPED_TODAY, urgency="urgent", within="today", source=NHS_SPRAINS,
        because="there was a pop or crack with the injury",
    )
    pop_under_the_foot = Alerts(
        Pain(location=one_of("arch", "sole", "heel")), Signs(pop="yes"),
        alert=POPPED_SOLE, urgency="urgent", source=FASCIA_TEAR,
        because="something popped under the foot",
    )
    severe = Alerts(  # row 32
        Found("injury"), Pain(weight_bearing="severe"),
        alert=BADLY_HURT, urgency="urgent", within="today", source=NHS_SPRAINS,
        because="standing on it hurts badly after an injury",
    )
    numb = Alerts(  # row 4
        Found("injury"), Signs(numbness="yes"),
        alert=NERVE_HURT, urgency="emergency", source=(NHS_SPRAINS, LIMB),
        because="the foot is numb after an injury",
    )
    tingling_and_swollen = Alerts(  # rows 4 and 22
        Found("injury"), Pain(quality="tingling"), Signs(swelling="yes"),
        alert=TINGLES_AFTER_INJURY, urgency="urgent", within="today", source=(NHS_SPRAINS, COMPARTMENT),
        because="since an injury the foot is swollen and tingles",
    )
    cold = Alerts(  # row 4
        Found("injury"), Signs(pale_cold_foot="yes"),
        alert=CIRCULATION, urgency="emergency", within="now", source=(NHS_SPRAINS, LIMB),
        because="the foot is pale and cold after an injury",
    )
    foot_drop = Alerts(
        Found("injury"), Signs(foot_drop="yes"),
        alert=NERVE_HURT, urgency="emergency", source=(NHS_SPRAINS, LIMB),
        because="you cannot lift the front of the foot after an injury",
    )
    midfoot_bruised = Alerts(  # row 6
        Found("injury"), Pain(location=MIDFOOT), Signs(bruising="yes"), Pain(weight_bearing=SEVERE),
        alert=HIDDEN_LIGAMENT, urgency="emergency", source=LISFRANC,
        because="the middle of the foot is bruised after an injury, and standing on it hurts badly",
    )
    midfoot_bruised_standing = Alerts(
        Found("injury"), Pain(location=JOINT_OF_MIDFOOT), Signs(bruising="yes"),
        alert=MIDFOOT_SOON, urgency="urgent", source=LISFRANC,
        because="the middle of the foot is bruised after an injury",
    )
    midfoot_bruised_suddenly = Alerts(  # row 6b
        Pain(location=JOINT_OF_MIDFOOT), Pain(onset="sudden"), Signs(bruising="yes"),
        alert=MIDFOOT_SOON, urgency="urgent", source=LISFRANC,
        because="the middle of the foot hurts suddenly and is bruised",
    )
    midfoot_bruised_and_swollen = Alerts(
        Pain(location=JOINT_OF_MIDFOOT), Signs(bruising="yes"), Signs(swelling="yes"),
        alert=BRUISED_MIDFOOT, urgency="clinician", source=(LISFRANC, HIGH_RISK_BONE),
        because="the middle of the foot is swollen and bruised",
    )


class Bones(Knowledge):
    """Row 14, tender bones, and a foot that cannot be stood on."""

    risky_bone = Alerts(  # rows 14 and 35
        Signs(tender_bone=one_of("inner_midfoot", "outer_midfoot", "inner_ankle_bone")),
        alert=RISKY_BONE, urgency="urgent", source=(HIGH_RISK_BONE, NAVICULAR_STRESS, RISKY_SITES),
        because="a bone is tender in which cracks heal badly",
    )
    sore_bone = Alerts(
        Signs(tender_bone=one_of("outer_ankle_bone", "metatarsal")),
        alert=SORE_BONE, urgency="clinician", source=TENDER_BONE,
        because="a bone hurts when it is pressed",
    )
    sore_heel = Alerts(
        Signs(tender_bone="heel_bone"),
        alert=SORE_HEEL, urgency="clinician", source=TENDER_BONE,
        because="the heel bone hurts when it is squeezed from both sides",
    )
    risky_spot = Alerts(  # row 35
        Pain(one_spot="yes"), Pain(location=one_of("midfoot", "outer_edge", "ankle_inner")),
        alert=RISKY_BONE, urgency="urgent", source=(HIGH_RISK_BONE, NAVICULAR_STRESS, RISKY_SITES),
        because="one spot is sore where there are bones in which cracks heal badly",
    )
    spot = Alerts(  # not heel, arch or big toe: there one sore spot is the rule, and no bone
        Pain(one_spot="yes"), Pain(location=one_of("top_of_foot", "ankle", "ankle_outer", "ankle_front")),
        alert=ONE_SPOT, urgency="clinician", source=TENDER_BONE,
        because="one spot of bone is sore",
    )
    little_energy = Alerts(  # row 35
        Runner(low_energy="yes"), Pain(location=OVER_BONE), Pain(worst=WITH_LOAD),
        alert=BONE_AT_RISK, urgency="clinician", source=REDS,
        because="the body gets too little food, or hormones are low, and it hurts over a bone with load",
    )
    thin_bones = Alerts(  # row 35
        Runner(brittle_bones="yes"), Pain(location=OVER_BONE), Pain(worst=WITH_LOAD),
        alert=BONE_AT_RISK, urgency="clinician", source=(INSUFFICIENCY, ELDERLY_STRESS),
        because="your bones may be weak, or one cracked before, and it hurts over a bone with load",
    )
    no_weight = Alerts(  # row 1
        Pain(weight_bearing="impossible"),
        alert=CANNOT_STAND, urgency="urgent", within="today", source=NO_WEIGHT,
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
    broken = Alerts(
        Seen(xray="broken"),
        alert=BROKEN, urgency="clinician", source=BROKEN_BONE,
        because="a picture showed a broken bone",
    )
