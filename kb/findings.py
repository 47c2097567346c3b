"""Findings: what several rules need to know by one name, worked out from single answers; the article's come first."""

from __future__ import annotations

from expert.authoring import Bundle, Finds, Found, Knowledge, above, at_least, one_of
from kb.fields import Foot, Pain, Shoes, Signs, Training, Tried
from kb.interpretations import (
    LARGE_TOTAL,
    LEAP_OF_MONTH,
    LONG_RUN_LEAP,
    MILEAGE_SPIKE,
    TEN_PERCENT,
    TWO_WEEKS,
    WORN_SHOE,
)
from kb.sources import AJGP_FOOT, BSI, HEEL_PAIN_NHS, MINIMALIST, NEUROPATHY, OTTAWA, SPIKES

#: What counts as "did not help".
FAILED = ("better_then_back", "same", "worse")
FAILED_REMEDY = one_of(*FAILED)
ANKLE = ("ankle", "ankle_outer", "ankle_inner", "ankle_front")


class Load(Knowledge):
    """How much running, and how suddenly."""

    week_above_ten_percent = Finds(
        Training(mileage_rise=above(TEN_PERCENT)),
        finding="mileage above the 10% rule", claims="GM1 GM4",
        because="your weekly distance rose by more than 10 percent",
    )
    week_jumped = Finds(
        Training(mileage_rise=at_least(MILEAGE_SPIKE)),
        finding="mileage spike", claims="GM1 SF2",
        because="your weekly distance jumped",
    )
    told_a_jump = Finds(
        Training(more_than_usual="yes"),
        finding="mileage spike", claims="GM1 SF2",
        because="you ran way more than usual",
    )
    long_run_jumped = Finds(
        Training(longest_rise=at_least(LONG_RUN_LEAP)),
        finding="one run far longer than ever", claims="SF3",
        because="one run was far longer than any before",
    )
    large_total = Finds(
        Training(weekly_now=at_least(LARGE_TOTAL)),
        finding="large weekly total", claims="SF2",
        because="you run a large weekly total",
    )
    runs_a_lot = Finds(
        Training(lots_of_running="yes"),
        finding="overuse", claims="PF6 AT2 ET3",
        because="you run a lot, with little rest",
    )


class Rise(Knowledge):
    """Whether the feet had more to bear than they were used to: any of these tells the same one thing."""

    week_above = Finds(
        Training(mileage_rise=above(TEN_PERCENT)),
        finding="more load than before", source=BSI, because="your weekly distance rose by more than 10 percent",
    )
    told_more = Finds(
        Training(more_than_usual="yes"), finding="more load than before", source=BSI,
        because="you ran far more than usual",
    )
    harder = Finds(
        Training(harder_than_usual="yes"), finding="more load than before", source=BSI,
        because="you trained harder than usual",
    )
    run_beyond_the_month = Finds(
        Training(month_rise=above(LEAP_OF_MONTH)), finding="more load than before", source=SPIKES,
        because="one run was more than 10 percent longer than the longest of the month before",
    )
    run_beyond_all = Finds(
        Training(longest_rise=above(LEAP_OF_MONTH)), finding="more load than before", source=SPIKES,
        because="one run was longer than any before",
    )
    big_effort = Finds(
        Training(big_effort="yes"), finding="more load than before", source=BSI,
        because="there was a race, or one run far harder than usual",
    )
    harder_training = Finds(
        Training(harder_than_usual="yes"), finding="harder running than before", source=BSI,
        because="you ran faster, hillier or with less rest than usual",
    )
    one_big_effort = Finds(
        Training(big_effort="yes"), finding="harder running than before", source=SPIKES,
        because="a race, or one run far harder than usual, came just before",
    )
    other_surface = Finds(
        Training(new_surface="yes"), finding="more load than before", source=BSI,
        because="the ground changed shortly before",
    )
    other_form = Finds(
        Training(new_form="yes"), finding="more load than before", source=MINIMALIST,
        because="you changed how your foot lands shortly before",
    )
    other_load = Finds(
        Training(other_load="yes"), finding="more load than before", source=BSI,
        because="you stood, walked or carried much just before",
    )
    new_runner = Finds(
        Training(new_runner="yes"), finding="more load than before", source=BSI,
        because="you began to run, or came back to it, in the weeks before",
    )


class Feet(Knowledge):
    """What the foot does, and what is on it."""

    rolls_in_too_far = Finds(
        Foot(roll="exaggerated"),
        finding="overpronation", claims="GO1 GO3",
        because="your foot rolls in further than is natural",
    )
    shoes_look_worn = Finds(
        Shoes(worn="yes"),
        finding="worn shoes", claims="GO4",
        because="your shoes look or feel worn out",
    )
    shoes_ran_far = Finds(
        Shoes(age=at_least(WORN_SHOE)),
        finding="worn shoes", claims="GO4",
        because="your shoes have done more than shoes usually last",
    )
    told_itching = Finds(
        Signs(itching_toes="yes"),
        finding="itching between the toes", claims="AF2", because="it itches between your toes",
    )
    itching_there = Finds(
        Pain(location="between_toes"), Pain(quality="itching"),
        finding="itching between the toes", claims="AF2", because="it itches, and the place is between your toes",
    )


class Rolled(Knowledge):
    """Whether the foot rolled over."""

    rolled = Finds(
        Signs(rolled_ankle=one_of("inward", "outward", "yes")),
        finding="rolled ankle", claims="AS1 AS3", because="your foot rolled or twisted",
    )


class Course(Knowledge):
    """What was tried without success."""

    rested = Finds(
        Tried(rest=FAILED_REMEDY), finding="time off did not help", claims="SF7", because="resting did not solve it",
    )
    ran_less = Finds(
        Tried(run_less=FAILED_REMEDY),
        finding="time off did not help", claims="SF7", because="running less did not solve it",
    )
    took_the_weight_off = Finds(
        Tried(boot_or_crutches=FAILED_REMEDY),
        finding="time off did not help", claims="SF7", because="a boot or crutches did not solve it",
    )
    tendon_rested = Finds(
        Tried(rest=FAILED_REMEDY),
        finding="the tendon's first steps did not help", claims="AT6 AT9", because="rest did not solve it",
    )
    tendon_iced = Finds(
        Tried(ice=FAILED_REMEDY), Pain(weeks=at_least(TWO_WEEKS)),
        finding="the tendon's first steps did not help", claims="AT6 AT9",
        because="two weeks and more of ice did not solve it",
    )
    tendon_stretched = Finds(
        Tried(calf_stretching=FAILED_REMEDY),
        finding="the tendon's first steps did not help", claims="AT6 AT9", because="stretching did not solve it",
    )
    tendon_massaged = Finds(
        Tried(massage=FAILED_REMEDY),
        finding="the tendon's first steps did not help", claims="AT6 AT9", because="massage did not solve it",
    )
    tendon_exercised = Finds(
        Tried(heel_lift_exercises=FAILED_REMEDY),
        finding="the tendon's first steps did not help", claims="AT7 AT9",
        because="heel-lift exercises did not solve it",
    )
    rolled_on_a_ball = Finds(
        Tried(ball_rolling=FAILED_REMEDY),
        finding="rolling the foot did not help", claims="PF11 PF13", because="rolling on a ball did not solve it",
    )
    rolled_on_a_bottle = Finds(
        Tried(frozen_bottle=FAILED_REMEDY),
        finding="rolling the foot did not help", claims="PF12 PF13", because="the frozen bottle did not solve it",
    )


# What only the knowledge beyond the article reasons with.

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


class Sudden(Knowledge):
    """Whether it began in one moment."""

    roll = Finds(
        Found("rolled ankle"), finding="a sudden start", claims="AS1 AS3", because="the foot rolled or twisted",
    )
    injury = Finds(Found("injury"), finding="a sudden start", source=OTTAWA, because="an injury began it")
    moment = Finds(Pain(onset="sudden"), finding="a sudden start", source=OTTAWA, because="it began suddenly")


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
    """Pain at rest: whether it hurts without load."""

    hurts_at_rest = Finds(
        Pain(worst=one_of("night", "at_rest", "constant")),
        finding="pain at night or at rest", source=AJGP_FOOT, because="it hurts at night or at rest",
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
