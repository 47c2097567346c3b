"""Remedies beyond the article: doses for its exercises, what later guidelines add, and what stands beside its advice
where that has been corrected. The article's own advice stays as it is."""

from __future__ import annotations

from expert.authoring import Advises, Bundle, Concluded, Knowledge, Remark, Withholds
from kb.causes import (
    ACHILLES_TENDONITIS,
    ANKLE_SPRAIN,
    ATHLETES_FOOT,
    BUNIONS,
    MILEAGE_INCREASE,
    PLANTAR_FASCIITIS,
    STRESS_FRACTURE,
    WEAK_MUSCLES,
)
from kb.fields import Pain, Signs
from kb.guidance_sources import (
    ACHILLES_LOADING,
    ACHILLES_LOW,
    BONE_FOOD,
    BONE_RETURN,
    BONE_TIME,
    BONE_WEIGHT,
    BUNIONS_SPACER,
    FASCIA_LOADING,
    FASCIA_NHS,
    FASCIA_STRETCH,
    SPRAIN_BALANCE,
    SPRAIN_MOVING,
    STRENGTH_DOSE,
    TINEA_HOME,
)
from kb.sources import (
    ACHILLES_CPG,
    BSI_CARE,
    HEEL_BPG,
    HIGH_RISK_BONE,
    INSERTIONAL,
    NSAID_BONE,
    REDS,
    SPIKES,
    SPRAIN_REVIEW,
)

MIND_THE_LONGEST_RUN = Remark(
    "mind_the_longest_run",
    "Beside the 10 percent a week: mind the single run. More than 10 percent above the longest of the last 30 days "
    "brought injuries; more miles a week did not.",
    measures=("running",),
)
STRENGTH_HOW_MUCH = Remark(
    "strength_how_much",
    "Two or three times a week, a quarter to half an hour, for at least 8 weeks; "
    "take in the small muscles of the foot (toes and arch).",
    remedies=("tried.strength_training",), measures=("loading",),
)

CALF_HOW_LONG = Remark(
    "calf_how_long",
    "Hold each calf stretch for 30 seconds, 2 or 3 times, 2 to 3 times a day.",
    remedies=("tried.calf_stretching",), measures=("stretching", "insertion_stretch"),
)
STRETCH_SOLE = Remark(
    "stretch_sole",
    "Stretch the sole itself: foot on the other knee, pull the toes back, hold 15 to 20 seconds, 3 times. "
    "Do it before the first steps of the day.",
    measures=("stretching",),
)
TAPE_ARCH = Remark(
    "tape_arch",
    "Have somebody show you how to tape the arch; with stretching it is the first thing to do for about 4 weeks.",
    remedies=("tried.taping",),
)
CUSHION_HEEL = Remark(
    "cushion_heel", "Wear shoes with a cushioned heel, or put heel pads in, and do not go barefoot on hard floors."
)
RAISE_ON_TOWEL = Remark(
    "raise_on_towel",
    "Heel raises with a rolled towel under the toes: 3 seconds up, 2 held, 3 down; 12 times, 3 rounds, "
    "every other day for 3 months.",
    remedies=("tried.heel_lift_exercises",), measures=("loading",),
)

TOE_SPACER = Remark(
    "toe_spacer", "A toe spacer or a soft splint can ease the pain; it does not straighten the toe for good."
)

LOAD_TENDON = Remark(
    "load_tendon",
    "The best proven help: slow heel raises, up to 3 rounds of 15, for 12 weeks. "
    "First on both feet, then on one, later fewer with a heavy rucksack.",
    remedies=("tried.heel_lift_exercises",), measures=("loading",),
)
LOW_TENDON_NO_STRETCH = Remark(
    "low_tendon_no_stretch",
    "Where the tendon meets the heel bone, do not stretch it and do not let the heel sink below a step: "
    "that presses it against the bone.",
    protects=True,
)
LOW_TENDON_FLAT_RAISES = Remark(
    "low_tendon_flat_raises",
    "Do the heel raises on flat ground.",
    remedies=("tried.heel_lift_exercises",), measures=("loading",),
)
LOW_TENDON_WEDGE = Remark(
    "low_tendon_wedge",
    "Put a small wedge or cushion under both heels and avoid flat shoes: about 2 cm of heel takes the pressure off.",
    remedies=("tried.heel_wedges",),
)

WEIGHT_AS_PAIN_ALLOWS = Remark(
    "weight_as_pain_allows",
    "Taking the weight off does not mean staying in bed: walk as far as it does not hurt, in a boot or stiff shoe; "
    "crutches while walking hurts.",
    care="protect_bone",
)
EAT_ENOUGH = Remark(
    "eat_enough",
    "Tell the doctor if you eat little, have lost weight or miss periods, and ask about vitamin D and calcium: "
    "bones crack more easily then.",
    protects=True,
)
RATHER_PARACETAMOL = Remark(
    "rather_paracetamol",
    "If you need a painkiller, rather paracetamol than ibuprofen: "
    "with drugs like ibuprofen such cracks healed late more often.",
)
KEEP_FIT_WITHOUT_IMPACT = Remark(
    "keep_fit_without_impact",
    "Swimming, or cycling if it does not hurt, keeps you fit until you may run.",
    care="protect_bone",
)

DRY_BETWEEN_TOES = Remark(
    "dry_between_toes",
    "Dab the feet dry between the toes, with a towel of their own, and wear clean socks every day.",
    remedies=("tried.dry_feet",), measures=("skin_care",),
)

MOVE_ANKLE = Remark(
    "move_ankle",
    "After the first 2 days move the ankle gently, little and often, every few hours: up and down, then in circles.",
    measures=("loading",),
)
BALANCE = Remark(
    "balance",
    "Practise balance on that leg for at least 6 to 8 weeks, about 3 times a week: "
    "it prevents about a third of new sprains.",
    measures=("loading",),
)


class MileageIncreaseRemedies(Knowledge, cause=MILEAGE_INCREASE):
    """Beyond the article: the single run beside the week."""

    longest_run = Advises(
        Concluded(MILEAGE_INCREASE),
        advice=MIND_THE_LONGEST_RUN, source=SPIKES,
        because="a study of 5205 runners found the danger in the single run and none in the week",
    )


class WeakMusclesRemedies(Knowledge, cause=WEAK_MUSCLES):
    """Beyond the article: how much strength training."""

    how_much = Advises(
        Concluded(WEAK_MUSCLES),
        advice=STRENGTH_HOW_MUCH, source=STRENGTH_DOSE,
        because="runners who trained their feet like this were injured less than half as often",
    )


class PlantarFasciitisRemedies(Knowledge, cause=PLANTAR_FASCIITIS):
    """Beyond the article: how long to stretch, the sole itself, tape, cushions, and strength."""

    calf_how_long = Advises(
        Concluded(PLANTAR_FASCIITIS),
        advice=CALF_HOW_LONG, source=FASCIA_STRETCH,
        because="a stretch works when it is held, and often",
    )
    stretch_sole = Advises(
        Concluded(PLANTAR_FASCIITIS),
        advice=STRETCH_SOLE, source=(FASCIA_STRETCH, HEEL_BPG),
        because="stretching, tape and advice are the core of a guide made from all trials",
    )
    tape_arch = Advises(
        Concluded(PLANTAR_FASCIITIS),
        advice=TAPE_ARCH, source=HEEL_BPG,
        because="tape relieves at once, until the exercises work",
    )
    cushion_heel = Advises(
        Concluded(PLANTAR_FASCIITIS),
        advice=CUSHION_HEEL, source=FASCIA_NHS,
        because="a cushion softens each step",
    )
    raise_on_towel = Advises(
        Concluded(PLANTAR_FASCIITIS),
        advice=RAISE_ON_TOWEL, stage="if_no_better", source=FASCIA_LOADING,
        because="in a trial those who did so were better after 3 months than those who only stretched",
    )


class BunionsRemedies(Knowledge, cause=BUNIONS):
    """Beyond the article: spacers."""

    toe_spacer = Advises(
        Concluded(BUNIONS, "likely"),
        advice=TOE_SPACER, source=BUNIONS_SPACER,
        because="in small trials it eased the pain",
    )


#: Where a sore Achilles tendon is sore at the heel bone: the runner says so, or names the heel with it.
LOW = {"": (Pain(achilles_part="low"),), "with_heel": (Pain(location="achilles"), Pain(location="heel"))}


class AchillesTendonitisRemedies(Knowledge, cause=ACHILLES_TENDONITIS):
    """Beyond the article: strength first, and what is different where the tendon meets the heel bone."""

    load_tendon = Advises(
        Concluded(ACHILLES_TENDONITIS),
        advice=LOAD_TENDON, source=(ACHILLES_CPG, ACHILLES_LOADING),
        because="of all treatments, exercise that loads the tendon is the best proven",
    )
    low_no_stretch = Bundle({
        how: Advises(
            Concluded(ACHILLES_TENDONITIS), *where,
            advice=LOW_TENDON_NO_STRETCH, source=ACHILLES_LOW,
            because="it hurts low, at the heel bone, where stretching can irritate the tendon",
        )
        for how, where in LOW.items()
    })
    low_flat_raises = Bundle({
        how: Advises(
            Concluded(ACHILLES_TENDONITIS), *where,
            advice=LOW_TENDON_FLAT_RAISES, source=(INSERTIONAL, ACHILLES_LOW),
            because="it hurts low, at the heel bone, and on the flat the tendon is not pressed against it",
        )
        for how, where in LOW.items()
    })
    low_wedge = Bundle({
        how: Advises(
            Concluded(ACHILLES_TENDONITIS), *where,
            advice=LOW_TENDON_WEDGE, source=ACHILLES_LOW,
            because="it hurts low, at the heel bone, and a raised heel presses the tendon less",
        )
        for how, where in LOW.items()
    })


class StressFractureRemedies(Knowledge, cause=STRESS_FRACTURE):
    """Beyond the article: weight as pain allows, food and bones, painkillers, and staying fit."""

    weight_as_pain_allows = Advises(
        Concluded(STRESS_FRACTURE),
        advice=WEIGHT_AS_PAIN_ALLOWS, source=BONE_WEIGHT,
        because="most cracked bones of the foot heal while they are walked on, if that does not hurt",
    )
    high_risk_bone = Bundle({
        where: Withholds(
            Signs(tender_bone=where),
            advice=WEIGHT_AS_PAIN_ALLOWS, source=(HIGH_RISK_BONE, BONE_TIME),
            because="a crack in this bone heals badly, so keep the weight off until somebody has seen it",
        )
        for where in ("inner_midfoot", "outer_midfoot", "inner_ankle_bone")
    })
    eat_enough = Advises(
        Concluded(STRESS_FRACTURE),
        advice=EAT_ENOUGH, source=(BSI_CARE, REDS, BONE_FOOD),
        because="a bone needs enough food, hormones and vitamin D to repair itself",
    )
    rather_paracetamol = Advises(
        Concluded(STRESS_FRACTURE),
        advice=RATHER_PARACETAMOL, source=NSAID_BONE,
        because="drugs like ibuprofen may slow the healing of bone, though the studies cannot prove it",
    )
    keep_fit = Advises(
        Concluded(STRESS_FRACTURE),
        advice=KEEP_FIT_WITHOUT_IMPACT, source=BONE_RETURN,
        because="it is the landing that a bone must be spared",
    )


class AthletesFootRemedies(Knowledge, cause=ATHLETES_FOOT):
    """Beyond the article: between the toes."""

    dry_between_toes = Advises(
        Concluded(ATHLETES_FOOT),
        advice=DRY_BETWEEN_TOES, source=TINEA_HOME,
        because="the fungus lives where it stays damp",
    )


class AnkleSprainRemedies(Knowledge, cause=ANKLE_SPRAIN):
    """Beyond the article: movement and balance."""

    move_ankle = Advises(
        Concluded(ANKLE_SPRAIN, "likely"),
        advice=MOVE_ANKLE, source=(SPRAIN_REVIEW, SPRAIN_MOVING),
        because="exercise and a brace are what is best proven after a sprain",
    )
    balance = Advises(
        Concluded(ANKLE_SPRAIN, "likely"),
        advice=BALANCE, source=SPRAIN_BALANCE,
        because="one sprain invites the next, and balance training prevents many",
    )


REMEDY_CHAPTERS = (
    MileageIncreaseRemedies, WeakMusclesRemedies, PlantarFasciitisRemedies, BunionsRemedies,
    AchillesTendonitisRemedies, StressFractureRemedies, AthletesFootRemedies, AnkleSprainRemedies,
)
