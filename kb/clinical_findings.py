"""Findings that only the knowledge beyond the article reasons with."""

from __future__ import annotations

from expert.conditions import Found, one_of
from expert.rules import Bundle, Finds, Knowledge
from kb.abstractions import FAILED_REMEDY
from kb.fields import Pain, Signs, Tried
from kb.sources import AAFP_STRESS, HEEL_PAIN_NHS, NEUROPATHY, OTTAWA

#: The remedies of home care that are tried first, and how to speak of them.
FIRST_REMEDIES = {
    "rest": "rest", "run_less": "running less", "ice": "ice", "calf_stretching": "stretching",
    "ball_rolling": "rolling on a ball", "frozen_bottle": "the frozen bottle", "massage": "massage",
    "nsaids": "anti-inflammatory drugs", "physiotherapy": "physiotherapy", "heel_lift_exercises": "heel-lift exercises",
}
#: Other home care whose failure counts after two weeks.
OTHER_REMEDIES = {
    "frozen_bottle": "the frozen bottle", "massage": "massage", "heel_lift_exercises": "heel-lift exercises",
    "orthotics": "orthotics", "strength_training": "strength training", "stability_shoes": "stability shoes",
    "wide_shoes": "wide shoes", "bunion_pads": "bunion pads", "heel_wedges": "heel wedges",
    "soft_heel_shoes": "shoes with soft heels", "boot_or_crutches": "a boot or crutches", "antifungal": "the treatment",
    "brace": "a brace", "taping": "taping", "injection": "an injection",
}


class Injury(Knowledge):
    """Whether a sudden injury began it."""

    told = Finds(
        Signs(injury="yes"), finding="injury", source=OTTAWA, because="a sudden injury began it",
    )
    rolled = Finds(
        Found("rolled ankle"), finding="injury", source=OTTAWA, because="the foot rolled or twisted",
    )


class Nerve(Knowledge):
    """Whether a nerve speaks."""

    numb = Finds(
        Signs(numbness="yes"), finding="nerve signs", source=NEUROPATHY, because="part of the foot is numb",
    )
    tingling = Finds(
        Pain(quality="tingling"), finding="nerve signs", source=NEUROPATHY, because="it tingles",
    )


class Rest(Knowledge):
    """Whether it hurts without load."""

    hurts_at_rest = Finds(
        Pain(worst=one_of("night", "at_rest", "constant")),
        finding="pain at night or at rest", source=AAFP_STRESS, because="it hurts at night or at rest",
    )


class HomeCare(Knowledge):
    """Whether home care was tried without success: one rule a remedy."""

    rested = Finds(
        Tried(rest=FAILED_REMEDY), finding="home care did not help", source=HEEL_PAIN_NHS, because="rest did not help",
    )
    ran_less = Finds(
        Tried(run_less=FAILED_REMEDY),
        finding="home care did not help", source=HEEL_PAIN_NHS, because="running less did not help",
    )
    iced = Finds(
        Tried(ice=FAILED_REMEDY), finding="home care did not help", source=HEEL_PAIN_NHS, because="ice did not help",
    )
    stretched = Finds(
        Tried(calf_stretching=FAILED_REMEDY),
        finding="home care did not help", source=HEEL_PAIN_NHS, because="stretching did not help",
    )
    rolled_on_a_ball = Finds(
        Tried(ball_rolling=FAILED_REMEDY),
        finding="home care did not help", source=HEEL_PAIN_NHS, because="rolling on a ball did not help",
    )
    painkillers = Finds(
        Tried(nsaids=FAILED_REMEDY),
        finding="home care did not help", source=HEEL_PAIN_NHS, because="anti-inflammatory drugs did not help",
    )
    physiotherapy = Finds(
        Tried(physiotherapy=FAILED_REMEDY),
        finding="home care did not help", source=HEEL_PAIN_NHS, because="physiotherapy did not help",
    )
    new_shoes = Finds(
        Tried(new_shoes=FAILED_REMEDY),
        finding="home care did not help", source=HEEL_PAIN_NHS, because="new shoes did not help",
    )
    others = Bundle(
        {
            name: Finds(
                Tried(**{name: FAILED_REMEDY}),
                finding="home care did not help", source=HEEL_PAIN_NHS, because=f"{clause} did not help",
            )
            for name, clause in OTHER_REMEDIES.items()
        }
    )


class Setback(Knowledge):
    """Whether it got worse or came back after home care: one rule a remedy."""

    after = Bundle(
        {
            name: Finds(
                Tried(**{name: one_of("worse", "better_then_back")}),
                finding="worse or back after home care", source=HEEL_PAIN_NHS,
                because=f"it got worse or came back after {clause}",
            )
            for name, clause in FIRST_REMEDIES.items()
        }
    )
