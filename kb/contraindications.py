"""What forbids a remedy: a table of harms, and the rules that it makes.

Each row says which measure some answers, or a cause, forbid, and why. The rules take back every advice that asks for
the measure; the table is also what a proof holds them against. Most stand beside a red flag, whose alarm forbids more;
these hold where nothing alarms, and tell the reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from expert.authoring import (
    Bundle,
    Concluded,
    Found,
    Knowledge,
    Remark,
    Source,
    Withholds,
    at_least,
    at_most,
    one_of,
)
from kb import (
    achilles_tendonitis,
    ankle_sprain,
    athletes_foot,
    bunions,
    extensor_tendonitis,
    mileage_increase,
    overpronation,
    plantar_fasciitis,
    remedies_beyond,
    stress_fracture,
    weak_muscles,
)
from kb.causes import STRESS_FRACTURE
from kb.fields import Pain, Runner, Seen, Signs, Tried
from kb.findings import ANKLE, FAILED_REMEDY
from kb.interpretations import CHILD, FROM_65
from kb.red_flag_sources import (
    BONE_REST,
    BROKEN_BONE,
    CLOT_MASSAGE,
    COLD,
    DIABETIC_SKIN,
    REGIONAL_PAIN,
    TOLD,
)
from kb.red_flags_injury import SEVERE
from kb.sources import (
    CELLULITIS,
    COMPARTMENT,
    DIABETIC_FOOT,
    FASCIA_TEAR,
    FOOT_DROP,
    FROSTBITE,
    HIGH_RISK_BONE,
    INSERTIONAL,
    LIMB,
    NHS_SPRAINS,
    NO_WEIGHT,
    NSAID_BONE,
    NSAID_CAUTION,
    OTTAWA,
    PUNCTURE,
    QUINOLONE,
    RUPTURE,
    TENDER_BONE,
    UNWELL,
    WEAK_PUSH,
)
from kb.stress_fracture import WITH_BONES

TENDER = Signs(tender_bone=one_of(
    "outer_ankle_bone", "inner_ankle_bone", "inner_midfoot", "outer_midfoot", "heel_bone", "metatarsal",
))
BY_BONE = Pain(location=one_of(*WITH_BONES))
#: Where one sore spot is bone as a rule.
BARE_BONE = Pain(location=one_of("top_of_foot", "midfoot", "outer_edge", *ANKLE))
CALF = one_of("achilles", "calf")
CRACK = Concluded(STRESS_FRACTURE)

#: What touches the skin; what pulls or loads a tendon; what puts weight on the foot.
ON_SKIN = "ice rolling"
PULLS = "stretching loading massage"
WEIGHT = "running walking"


@dataclass(frozen=True)
class Harm:
    """One reason that forbids a measure.

    Attributes:
        measure: the name of what is forbidden. name: of the reason, the same for all that it forbids.
        conditions: the patterns that must hold together. because: the reason as a clause.
        source: what says so.
    """

    measure: str
    name: str
    conditions: tuple[Any, ...]
    because: str
    source: Source | tuple[Source, ...]


def _harms(
    measures: str, name: str, *conditions: Any, because: str, source: Source | tuple[Source, ...]
) -> Iterator[Harm]:
    """The same reason for each of these measures."""
    for measure in measures.split():
        yield Harm(measure, name, conditions, because, source)


HARMS: tuple[Harm, ...] = (
    # Skin that feels or heals badly.
    *_harms(
        ON_SKIN, "diabetes", Runner(diabetes="yes"), source=(COLD, DIABETIC_FOOT),
        because="with diabetes, or poor feeling or circulation, cold and pressure can harm the skin unnoticed",
    ),
    *_harms(
        ON_SKIN, "numb", Signs(numbness="yes"), source=COLD,
        because="part of the foot is numb, and would not feel that cold or pressure harms it",
    ),
    *_harms(
        ON_SKIN, "numb_for_good", Signs(numbness_stays="yes"), source=COLD,
        because="numbness stays, and the foot would not feel that cold or pressure harms it",
    ),
    *_harms(
        ON_SKIN + " compression", "cold_foot", Signs(pale_cold_foot="yes"), source=(COLD, LIMB),
        because="the foot is pale and cold, and gets too little blood as it is",
    ),
    *_harms(
        ON_SKIN + " compression", "wound", Signs(open_wound="yes"), source=COLD,
        because="there is an open wound",
    ),
    *_harms(
        ON_SKIN, "pierced", Signs(puncture="yes"), source=PUNCTURE,
        because="something sharp went into the foot, and may still be there",
    ),
    *_harms(
        ON_SKIN, "pus", Signs(pus="yes"), source=COLD,
        because="a wound is infected",
    ),
    *_harms(
        "ice compression", "arteries", Runner(heart_or_artery="yes"), source=COLD,
        because="with heart disease or narrowed arteries the foot may get too little blood as it is",
    ),
    *_harms(
        "ice compression", "colour", Signs(colour=one_of("white", "blue")), source=COLD,
        because="the skin has turned white or blue, as where too little blood comes",
    ),
    *_harms(
        "ice rolling massage", "frozen", Signs(frozen="yes"), source=FROSTBITE,
        because="skin that was frozen must be neither cooled nor rubbed",
    ),
    *_harms(
        "ice compression", "touch", Pain(on_movement="light_touch"), source=REGIONAL_PAIN,
        because="the lightest touch hurts, and cold or pressure can make that worse",
    ),
    *_harms(
        "compression", "numb", Signs(numbness="yes"), source=(COLD, COMPARTMENT),
        because="part of the foot is numb, and would not feel that it is too tight",
    ),
    *_harms(
        "compression", "numb_for_good", Signs(numbness_stays="yes"), source=(COLD, COMPARTMENT),
        because="numbness stays, and the foot would not feel that it is too tight",
    ),
    *_harms(
        "compression", "diabetes", Runner(diabetes="yes"), source=DIABETIC_FOOT,
        because="with diabetes, or poor feeling or circulation, pressure can harm the skin unnoticed",
    ),
    *_harms(
        "compression", "out_of_proportion", Found("pain out of proportion"), source=COMPARTMENT,
        because="the pain is out of proportion, and pressure may be what causes it",
    ),
    *_harms(
        "skin_care", "diabetes", Runner(diabetes="yes"), source=DIABETIC_SKIN,
        because="with diabetes, or poor feeling or circulation, skin and nails are for a podiatrist",
    ),
    *_harms(
        "skin_care", "numb_for_good", Signs(numbness_stays="yes"), source=DIABETIC_SKIN,
        because="a foot that does not feel well is for a podiatrist",
    ),
    *_harms(
        "skin_care", "pus", Signs(pus="yes"), source=CELLULITIS,
        because="there is pus, which a doctor must see",
    ),
    *_harms(
        "skin_care", "redness_spreads", Signs(spreading_redness="yes"), source=CELLULITIS,
        because="redness is spreading, which a doctor must see",
    ),
    # Tendon, muscle and vein.
    *_harms(
        PULLS + " rolling " + WEIGHT, "pop", Signs(pop="yes"), source=(RUPTURE, FASCIA_TEAR),
        because="something popped, and what may be torn must be examined first",
    ),
    *_harms(
        PULLS + " " + WEIGHT, "no_rise", Signs(cannot_rise_on_toes="yes"), source=(RUPTURE, WEAK_PUSH),
        because="you cannot rise on your toes, and a tendon that may be torn must be examined first",
    ),
    *_harms(
        PULLS + " compression " + WEIGHT, "swollen_calf", Signs(calf_swelling="yes"), source=CLOT_MASSAGE,
        because="one calf is swollen, and a blood clot must be ruled out first",
    ),
    *_harms(
        PULLS + " " + WEIGHT, "breathless", Signs(breathless="yes"), source=CLOT_MASSAGE,
        because="you are short of breath, and that must be looked at first",
    ),
    *_harms(
        PULLS, "calf_at_risk", Pain(location="calf"), Runner(clot_risk="yes"), source=CLOT_MASSAGE,
        because="the calf hurts, and a blood clot is more likely in you just now",
    ),
    *_harms(
        PULLS, "calf_in_pregnancy", Pain(location="calf"), Runner(pregnant="yes"), source=CLOT_MASSAGE,
        because="the calf hurts, and a blood clot is more likely in pregnancy and after birth",
    ),
    *_harms(
        PULLS, "sudden_and_severe", Pain(onset="sudden"), Pain(weight_bearing=SEVERE), source=(RUPTURE, NHS_SPRAINS),
        because="it came suddenly and hurts badly, and what may be torn or broken must be examined first",
    ),
    *_harms(
        PULLS + " running", "injured_tendon", Pain(location=CALF), Found("injury"), source=RUPTURE,
        because="an injury hurt the tendon or the calf, which may be torn and must be examined first",
    ),
    *_harms(
        PULLS + " running", "antibiotic", Runner(quinolone="yes"), source=QUINOLONE,
        because="such an antibiotic weakens tendons, which must rest until a doctor has advised",
    ),
    *_harms(
        PULLS + " compression " + WEIGHT, "foot_drop", Signs(foot_drop="yes"), source=FOOT_DROP,
        because="you cannot lift the front of the foot, and the nerve must be examined first",
    ),
    *_harms(
        "rolling stretching running", "torn_fascia", Pain(location=one_of("arch", "sole", "heel")),
        Pain(onset="sudden"), Signs(bruising="yes"), source=FASCIA_TEAR,
        because="it came suddenly with a bruise, and the band under the foot may be torn",
    ),
    *_harms(
        "insertion_stretch", "low", Pain(achilles_part="low"), source=INSERTIONAL,
        because="at the heel bone the tendon is pressed against the bone when the heel is pulled down",
    ),
    *_harms(
        "insertion_stretch", "heel_too", Pain(location="achilles"), Pain(location="heel"), source=INSERTIONAL,
        because="where tendon and heel hurt together it is the tendon's end, which pulling the heel down presses",
    ),
    # Bone.
    *_harms(
        PULLS + " rolling", "crack", CRACK, BY_BONE, source=(BONE_REST, HIGH_RISK_BONE),
        because="a small crack in a bone is possible there, and bone must be protected first",
    ),
    *_harms(
        PULLS + " rolling", "crack_at_a_spot", CRACK, Pain(one_spot="yes"), source=(BONE_REST, HIGH_RISK_BONE),
        because="a small crack in a bone is possible, and bone must be protected first",
    ),
    *_harms(
        WEIGHT, "crack", CRACK, source=(BONE_REST, HIGH_RISK_BONE),
        because="a small crack in a bone is possible, and can grow while it is run on",
    ),
    *_harms(
        "nsaids", "crack", CRACK, source=NSAID_BONE,
        because="a small crack in a bone is possible, which may heal more slowly with such drugs",
    ),
    *_harms(
        PULLS + " rolling " + WEIGHT, "tender_bone", TENDER, source=(TENDER_BONE, OTTAWA),
        because="a bone is tender, and must be looked at before it is loaded",
    ),
    *_harms(
        PULLS + " rolling " + WEIGHT, "spot_after_injury", Pain(one_spot="yes"), Found("injury"),
        source=(OTTAWA, TENDER_BONE),
        because="since an injury one spot of bone is sore, and must be looked at before it is loaded",
    ),
    *_harms(
        WEIGHT, "spot", Pain(one_spot="yes"), BARE_BONE, source=TENDER_BONE,
        because="one spot of bone is sore, and must be looked at before it is run on",
    ),
    *_harms(
        PULLS + " rolling nsaids " + WEIGHT, "broken", Seen(xray="broken"), source=BROKEN_BONE,
        because="a picture showed a broken bone, and what helps is for those who treat it",
    ),
    *_harms(
        WEIGHT, "hurts_to_stand", Pain(weight_bearing=SEVERE), source=(NO_WEIGHT, NHS_SPRAINS),
        because="standing on it hurts badly",
    ),
    *_harms(
        "running", "limp", Pain(limp="yes"), source=BONE_REST,
        because="you limp, and who limps should not run",
    ),
    *_harms(
        "running", "cannot_run", Pain(running="not_at_all"), source=BONE_REST,
        because="you cannot run on it as it is",
    ),
    # What must be seen before anybody uses the foot again.
    *_harms(
        WEIGHT + " loading", "deformed", Signs(looks_deformed="yes"), source=NHS_SPRAINS,
        because="the foot has changed its shape, which must be looked at first",
    ),
    *_harms(
        WEIGHT, "wound", Signs(open_wound="yes"), source=NHS_SPRAINS,
        because="there is an open wound, which must be looked at first",
    ),
    *_harms(
        WEIGHT, "pierced", Signs(puncture="yes"), source=PUNCTURE,
        because="something sharp went into the foot, which must be looked at first",
    ),
    *_harms(
        WEIGHT + " loading", "cold_foot", Signs(pale_cold_foot="yes"), source=LIMB,
        because="the foot is pale and cold, which must be looked at first",
    ),
    *_harms(
        WEIGHT, "numb", Signs(numbness="yes"), source=NHS_SPRAINS,
        because="part of the foot is numb, which must be looked at first",
    ),
    *_harms(
        WEIGHT + " loading massage", "fever", Signs(fever="yes"), source=UNWELL,
        because="you are feverish or very unwell, and must rest until that is looked at",
    ),
    *_harms(
        WEIGHT + " loading massage compression", "hot_skin", Signs(hot_red_skin="yes"), source=CELLULITIS,
        because="the skin is hot and red, and an infection must be ruled out first",
    ),
    *_harms(
        WEIGHT + " loading massage compression", "redness_spreads", Signs(spreading_redness="yes"), source=CELLULITIS,
        because="redness is spreading, and an infection must be ruled out first",
    ),
    # Anti-inflammatory drugs.
    *_harms(
        "nsaids", "child", Runner(age=at_most(CHILD)), source=NSAID_CAUTION,
        because="in a child or teenager drugs are for a doctor or pharmacist to choose",
    ),
    *_harms(
        "nsaids", "age", Runner(age=at_least(FROM_65)), source=NSAID_CAUTION,
        because="from 65 on such drugs harm the stomach more easily: ask a doctor or pharmacist, paracetamol may do",
    ),
    *_harms(
        "nsaids", "diabetes", Runner(diabetes="yes"), source=(NSAID_CAUTION, DIABETIC_FOOT),
        because="with diabetes or poor circulation such drugs can strain kidneys and heart: ask a doctor first",
    ),
    *_harms(
        "nsaids", "arteries", Runner(heart_or_artery="yes"), source=NSAID_CAUTION,
        because="with heart disease or narrowed arteries such drugs can do harm: ask a doctor first",
    ),
    *_harms(
        "nsaids", "pregnancy", Runner(pregnant="yes"), source=NSAID_CAUTION,
        because="in pregnancy and after birth such drugs are for a doctor or midwife to allow",
    ),
    *_harms(
        "nsaids", "risk", Runner(nsaid_risk="yes"), source=NSAID_CAUTION,
        because="ulcers, kidney or heart disease, asthma from painkillers and blood thinners forbid such drugs",
    ),
)


def _forbid(measure: str) -> Bundle:
    """The rules of one measure: one a row."""
    return Bundle(
        {
            harm.name: Withholds(*harm.conditions, measure=measure, because=harm.because, source=harm.source)
            for harm in HARMS
            if harm.measure == measure
        }
    )


class Forbidden(Knowledge):
    """What forbids each measure."""

    ice = _forbid("ice")
    rolling = _forbid("rolling")
    stretching = _forbid("stretching")
    loading = _forbid("loading")
    massage = _forbid("massage")
    nsaids = _forbid("nsaids")
    running = _forbid("running")
    walking = _forbid("walking")
    insertion_stretch = _forbid("insertion_stretch")
    skin_care = _forbid("skin_care")
    compression = _forbid("compression")


#: The advice that says what was perhaps tried already. What protects is not taken back: bone heals slowly.
TRIED = tuple(
    held
    for module in (
        mileage_increase, overpronation, weak_muscles, plantar_fasciitis, bunions, achilles_tendonitis,
        stress_fracture, athletes_foot, ankle_sprain, extensor_tendonitis, remedies_beyond,
    )
    for held in vars(module).values()
    if isinstance(held, Remark) and held.remedies and not held.protects
)


def _in_vain(remark: Remark) -> Iterator[tuple[str, Withholds]]:
    """The rules that take one advice back: all that it asks for was in vain, or a part of it made things worse."""
    names = [remedy.partition(".")[2] for remedy in remark.remedies]
    yield remark.id, Withholds(
        *(Tried(**{name: FAILED_REMEDY}) for name in names), advice=remark, source=TOLD,
        because="you tried it, and it did not help",
    )
    for name in names if len(names) > 1 else ():
        yield f"{remark.id}_{name}", Withholds(
            Tried(**{name: "worse"}), advice=remark, source=TOLD, because="part of it made it worse for you",
        )


class TriedInVain(Knowledge):
    """What was tried already: it is not advised first again."""

    advice = Bundle(dict(rule for remark in TRIED for rule in _in_vain(remark)))


CONTRAINDICATION_CHAPTERS = (Forbidden, TriedInVain)