"""Ankle sprain (claims AS1 to AS7)."""

from __future__ import annotations

from expert.authoring import (
    Advises,
    Concluded,
    Found,
    Knowledge,
    Opposes,
    Remark,
    Supports,
    Withholds,
    above,
    none_of,
    one_of,
)
from kb.causes import ANKLE_SPRAIN
from kb.fields import Foot, Pain, Runner, Signs, Training
from kb.findings import ANKLE
from kb.interpretations import SIX_WEEKS
from kb.sources import AFTER_SPRAIN, FIFTH_AVULSION, OTTAWA, SEPTIC_JOINT, SPRAIN, SPRAIN_REVIEW

USE_IT = Remark(
    "use_the_ankle", "Keep using the ankle gently: as weight on it hardly hurts, moving it speeds the recovery.",
    measures=("walking",), care="keep_using",
)
BRACE = Remark(
    "ankle_brace", "Wear an ankle brace or boot; it steadies the ankle while it heals.", remedies=("tried.brace",),
    measures=("compression",), protects=True,
)
REHAB = Remark(
    "rest_and_rehab",
    "This looks like a serious sprain: give it real rest, then rehab (guided exercises) before you run again.",
    protects=True, care="rest",
)
REHAB_LATER = Remark(
    "rehab_if_serious",
    "Sprains differ a lot: a minor one can be walked off, a serious one needs real rest and rehab (guided exercises).",
    measures=("walking",),
)


class AnkleSprain(Knowledge, cause=ANKLE_SPRAIN):
    """What and where, cause, treatment."""

    # What and where is it?
    twisted_inward = Supports(
        Signs(rolled_ankle="inward"),
        hedge="most-common", claims="AS1",
        because="the foot twisted inward, as in the most common kind of sprain",
    )
    ankle_pain = Supports(
        Pain(location=one_of(*ANKLE)),
        hedge="plain", partial=True, claims="AS2",
        because="the ankle hurts",
    )
    rolled_over = Supports(
        Found("rolled ankle"),
        hedge="most-common", partial=True, claims="AS1 AS3",
        because="the foot rolled or twisted",
    )
    ankle_pain_after_a_roll = Supports(
        Found("rolled ankle"), Pain(location=one_of(*ANKLE)),
        hedge="plain", claims="AS2 AS3",
        because="the foot rolled and the ankle hurts",
    )
    foot_pain_after_a_roll = Supports(
        Found("rolled ankle"), Pain(location=one_of("outer_edge", "midfoot", "top_of_foot", "heel", "whole_foot")),
        hedge="plain", partial=True, tells="pain.location", claims="AS2 AS3",
        because="the foot rolled, and after a sprain the foot can hurt too",
    )
    never_rolled = Opposes(
        Signs(rolled_ankle="no"),
        hedge="definition", claims="AS1 AS3",
        because="the foot did not roll or twist",
    )

    # What is probably the cause?
    rolled = Supports(
        Found("rolled ankle"),
        hedge="can", role="risk", claims="AS3",
        because="rolling the foot the wrong way can sprain the ankle",
    )
    other_sports = Supports(
        Runner(other_sports="yes"), Found("a sudden start"),
        hedge="more-likely", role="risk", tells="runner.other_sports", claims="AS4",
        because="it is more likely in those who play other sports",
    )
    trails = Supports(
        Training(terrain="trail"), Found("a sudden start"),
        hedge="more-likely", role="risk", tells="training.terrain", claims="AS4",
        because="it is more likely on trails",
    )

    # What is the treatment?
    use_it = Advises(
        Concluded(ANKLE_SPRAIN, "likely"), Pain(weight_bearing=one_of("painless", "slight")),
        advice=USE_IT, claims="AS5",
        because="putting weight on it does not hurt much",
    )
    brace = Advises(
        Concluded(ANKLE_SPRAIN, "likely"),
        advice=BRACE, claims="AS6",
        because="a brace or boot is useful with any sprain",
    )
    rehab_now = Advises(
        Concluded(ANKLE_SPRAIN), Pain(weight_bearing=one_of("severe", "impossible")),
        advice=REHAB, claims="AS7",
        because="putting weight on it hurts badly",
    )
    rehab_is_due = Withholds(
        Pain(weight_bearing=one_of("severe", "impossible")),
        advice=REHAB_LATER, claims="AS7", because="it is one of the serious ones",
    )
    rehab_later = Advises(
        Concluded(ANKLE_SPRAIN),
        advice=REHAB_LATER, stage="if_no_better", claims="AS7",
        because="sprains vary greatly in degree",
    )


class AnkleSprainBeyond(Knowledge, cause=ANKLE_SPRAIN):
    """Beyond the article: what tells a sprain from a broken bone and from a sore tendon."""

    swollen_after_a_roll = Supports(
        Found("rolled ankle"), Signs(swelling="yes"),
        hedge="likely", tells="signs.swelling", source=SPRAIN,
        because="the foot rolled and is swollen",
    )

    bruised_after_a_roll = Supports(
        Found("rolled ankle"), Signs(bruising="yes"),
        hedge="likely", tells="signs.bruising", source=SPRAIN,
        because="the foot rolled and is bruised",
    )

    weight_hurts_after_a_roll = Supports(
        Found("rolled ankle"), Pain(weight_bearing=one_of("slight", "severe")),
        hedge="weakly", tells="pain.weight_bearing", source=SPRAIN,
        because="the foot rolled, and standing on it hurts",
    )

    rolled_before = Supports(
        Found("rolled ankle"), Foot(earlier_injury="yes"),
        hedge="can", role="risk", partial=True, tells="foot.earlier_injury", source=SPRAIN_REVIEW,
        because="an ankle that was hurt before rolls more easily",
    )

    injured_ankle = Supports(
        Signs(injury="yes"), Pain(location=one_of(*ANKLE)),
        hedge="can", source=SPRAIN,
        because="the ankle hurts since an injury",
    )

    sudden_at_the_ankle = Supports(
        Pain(location=one_of(*ANKLE)), Pain(onset="sudden"),
        hedge="can", partial=True, source=SPRAIN,
        because="the ankle began to hurt suddenly",
    )

    swollen_ankle = Supports(
        Pain(location=one_of(*ANKLE)), Found("a sudden start"), Signs(swelling="yes"),
        hedge="can", tells="signs.swelling", source=SPRAIN,
        because="the ankle hurt suddenly and is swollen",
    )

    no_injury = Opposes(
        Signs(injury="no"),
        hedge="strongly", source=SPRAIN,
        because="no injury began it",
    )

    came_gradually = Opposes(
        Pain(onset="gradual"),
        hedge="likely", source=SPRAIN,
        because="it came on little by little, while a sprain is one sudden movement",
    )

    deformed = Opposes(
        Signs(looks_deformed="yes"),
        hedge="definite", source=SPRAIN,
        because="the foot has changed its shape, which a sprain alone does not do",
    )

    open_wound = Opposes(
        Found("injury"), Signs(open_wound="yes"),
        hedge="likely", source=SPRAIN,
        because="there is an open wound, so more than ligaments is hurt",
    )

    feverish = Opposes(
        Signs(fever="yes"),
        hedge="likely", source=SEPTIC_JOINT,
        because="a fever speaks for an infection",
    )
    hot_skin = Opposes(
        Signs(hot_red_skin="yes"),
        hedge="can", source=SEPTIC_JOINT,
        because="hot, red skin speaks for an infection or gout",
    )
    ottawa_both = Opposes(
        Signs(tender_bone=one_of("outer_ankle_bone", "inner_ankle_bone")), Pain(weight_bearing="impossible"),
        hedge="definite", source=OTTAWA,
        because="an ankle bone is tender and you cannot take four steps: only an X-ray tells a break from a sprain",
    )

    ottawa_bone = Opposes(
        Signs(tender_bone=one_of("outer_ankle_bone", "inner_ankle_bone")),
        hedge="weakly", source=OTTAWA,
        because="an ankle bone is tender, so it may be the bone",
    )

    outer_midfoot_bone = Opposes(
        Signs(tender_bone="outer_midfoot"),
        hedge="strongly", source=FIFTH_AVULSION,
        because="the bone at the outer midfoot is tender, where a roll can break a piece off",
    )

    other_bone = Opposes(
        Signs(tender_bone=one_of("inner_midfoot", "metatarsal", "heel_bone")),
        hedge="strongly", source=FIFTH_AVULSION,
        because="another bone of the foot is tender, so more than the ankle is hurt",
    )

    not_the_ankle = Opposes(
        Found("rolled ankle"), Signs(tender_bone="outer_midfoot"), Pain(location=none_of(*ANKLE)),
        hedge="likely", source=FIFTH_AVULSION,
        because="the ankle itself does not hurt",
    )

    lasts_too_long = Opposes(
        Found("rolled ankle"), Pain(weeks=above(SIX_WEEKS)),
        hedge="can", source=AFTER_SPRAIN,
        because="most sprains are better by now, so something else may lie under it",
    )
