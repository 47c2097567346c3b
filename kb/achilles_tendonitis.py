"""Achilles tendonitis (claims AT1 to AT10)."""

from __future__ import annotations

from expert.authoring import (
    Advises,
    Alerts,
    Concluded,
    Found,
    Knowledge,
    Opposes,
    Remark,
    Supports,
    Withholds,
    at_least,
    none_of,
    one_of,
)
from kb.causes import ACHILLES_TENDONITIS
from kb.fields import Foot, Pain, Runner, Shoes, Signs, Training, Tried
from kb.interpretations import OLDER_RUNNER
from kb.sources import (
    ACHILLES,
    ACHILLES_CPG,
    ACHILLES_DRUG,
    BLISTER,
    BURSA_HEEL,
    ENTRAPMENT,
    EXERTIONAL_COMPARTMENT,
    HEEL_DIAGNOSIS,
    INSERTIONAL,
    NICE_NG65,
    RUPTURE,
    TINEA,
)

REST_TENDON = Remark(
    "rest_tendon",
    "Get off your feet for some days or weeks: rest, ice, and gently stretch and massage the tendon. "
    "A short break now saves a long one later.",
    remedies=("tried.rest", "tried.ice", "tried.massage"),
    measures=("ice", "stretching", "massage", "insertion_stretch"), care="rest",
)
HEEL_LIFTS = Remark(
    "heel_lifts", "Try heel-lift exercises; they take strain off the tendon.", remedies=("tried.heel_lift_exercises",),
    measures=("loading",),
)
SOFT_HEEL_SHOES = Remark(
    "soft_heel_shoes",
    "Look for shoes whose heel gives way behind and does not press on the tendon.",
    remedies=("tried.soft_heel_shoes",),
)
TENDON_SPECIALIST = Remark(
    "tendon_specialist", "See a foot specialist about the tendon.",
    protects=True,
)
TORN_TENDON = Remark(
    "torn_tendon", "Have the tendon examined: it may be torn, in part or whole, and a torn tendon may need surgery.",
    protects=True,
)
SEE_ABOUT_TENDON = Remark(
    "see_about_tendon", "Book an appointment with a foot specialist: the tendon did not get better with first care.",
    protects=True,
)
SEE_ABOUT_TEAR = Remark(
    "see_about_tear", "Have the tendon examined soon: it may be torn.",
    protects=True,
)


class AchillesTendonitis(Knowledge, cause=ACHILLES_TENDONITIS):
    """What and where, cause, treatment."""

    # What and where is it?
    tendon_pain = Supports(
        Pain(location="achilles"),
        hedge="definition", claims="AT1",
        because="the tendon between calf and heel bone hurts",
    )

    # What is probably the cause?
    overuse = Supports(
        Found("overuse"),
        hedge="typically", role="risk", claims="AT2",
        because="it typically comes from overuse",
    )
    many_miles = Supports(
        Found("mileage spike"),
        hedge="good-possibility", role="risk", partial=True, claims="AT2 AT3",
        because="you added many miles, which is overuse",
    )
    many_miles_and_ignored_pain = Supports(
        Found("mileage spike"), Training(ran_through_pain="yes"),
        hedge="good-possibility", role="risk", claims="AT3",
        because="you added many miles and ran on through the pain",
    )
    ignored_pain = Supports(
        Training(ran_through_pain="yes"),
        hedge="good-possibility", role="risk", partial=True, claims="AT3",
        because="you ran on through the pain for a while",
    )
    age = Supports(
        Runner(age=at_least(OLDER_RUNNER)),
        hedge="could", role="risk", claims="AT4 AT5",
        because="the tendon wears with age, and older runners are at higher risk",
    )
    hard_for_years = Supports(
        Training(hard_for_years="yes"),
        hedge="higher-risk", role="risk", claims="AT5",
        because="you have run really hard for a long time",
    )

    # What is the treatment?
    rest = Advises(
        Concluded(ACHILLES_TENDONITIS),
        advice=REST_TENDON, claims="AT6",
        because="an overused tendon needs a rest from the load",
    )
    heel_lifts = Advises(
        Concluded(ACHILLES_TENDONITIS),
        advice=HEEL_LIFTS, claims="AT7",
        because="a stronger calf takes strain off the tendon",
    )
    soft_heels = Advises(
        Concluded(ACHILLES_TENDONITIS),
        advice=SOFT_HEEL_SHOES, claims="AT8",
        because="a soft heel rubs the tendon less",
    )
    heels_are_soft = Withholds(
        Shoes(hard_heel="no"),
        advice=SOFT_HEEL_SHOES, claims="AT8", because="your shoes are soft at the back of the heel already",
    )
    specialist_later = Advises(
        Concluded(ACHILLES_TENDONITIS),
        advice=TENDON_SPECIALIST, stage="if_no_better", claims="AT9",
        because="a tendon that does not get better needs to be looked at",
    )
    specialist_now = Advises(
        Concluded(ACHILLES_TENDONITIS), Found("the tendon's first steps did not help"),
        advice=TENDON_SPECIALIST, claims="AT9",
        because="what you tried so far did not solve it",
    )
    specialist_alert = Alerts(
        Concluded(ACHILLES_TENDONITIS), Found("the tendon's first steps did not help"),
        alert=SEE_ABOUT_TENDON, urgency="clinician", claims="AT9",
        because="what you tried for the tendon so far did not solve it",
    )
    popped = Advises(
        Pain(location="achilles"), Signs(pop="yes"),
        advice=TORN_TENDON, claims="AT10",
        because="you heard or felt a pop at the tendon",
    )
    no_push_off = Advises(
        Pain(location="achilles"), Signs(cannot_rise_on_toes="yes"),
        advice=TORN_TENDON, claims="AT10",
        because="you cannot rise on the toes of that leg",
    )
    popped_alert = Alerts(
        Pain(location="achilles"), Signs(pop="yes"),
        alert=SEE_ABOUT_TEAR, urgency="clinician", claims="AT10",
        because="you heard or felt a pop at the tendon",
    )
    no_push_off_alert = Alerts(
        Pain(location="achilles"), Signs(cannot_rise_on_toes="yes"),
        alert=SEE_ABOUT_TEAR, urgency="clinician", claims="AT10",
        because="you cannot rise on the toes of that leg",
    )


class AchillesTendonitisBeyond(Knowledge, cause=ACHILLES_TENDONITIS):
    """Beyond the article: the course of the day, and what tells tendon from tear and muscle."""

    stiff_start = Supports(
        Pain(location="achilles"), Pain(worst=one_of("morning", "after_sitting", "start_of_run")),
        hedge="can", source=ACHILLES,
        because="the first steps or the start of a run hurt most",
    )

    warms_up = Supports(
        Pain(location="achilles"), Pain(with_activity=one_of("eases", "eases_then_returns")),
        hedge="can", partial=True, source=ACHILLES,
        because="it warms up as you move",
    )

    came_gradually = Supports(
        Pain(location="achilles"), Pain(onset="gradual"),
        hedge="can", partial=True, source=ACHILLES,
        because="it came on little by little",
    )

    back_of_the_heel = Supports(
        Pain(location="achilles"), Pain(location="heel"), Pain(location=none_of("arch", "sole")),
        hedge="can", source=ACHILLES,
        because="it sits where the tendon meets the heel bone",
    )

    end_of_the_tendon = Supports(
        Pain(heel_part="back"),
        hedge="can", source=INSERTIONAL,
        because="the back of the heel hurts, where the tendon ends",
    )

    part_of_the_tendon = Supports(
        Pain(location=one_of("achilles", "heel", "calf")), Pain(achilles_part=one_of("low", "middle")),
        hedge="can", source=INSERTIONAL,
        because="a place of the tendon itself hurts",
    )

    pushing_off = Supports(
        Pain(location=one_of("achilles", "calf")), Pain(on_movement=one_of("push_off", "heel_rise", "stairs", "hop")),
        hedge="can", source=ACHILLES,
        because="pushing off, stairs or rising on the toes bring it on, which load the tendon",
    )

    heel_and_push_off = Supports(
        Pain(location="heel"), Pain(on_movement=one_of("push_off", "heel_rise", "stairs")),
        hedge="can", partial=True, source=ACHILLES,
        because="pushing off, stairs or rising on the toes make the heel hurt, where the tendon ends",
    )

    thickened = Supports(
        Pain(location="achilles"), Signs(lump="yes"),
        hedge="can", source=ACHILLES,
        because="the tendon is thickened",
    )

    it_creaks = Supports(
        Pain(location="achilles"), Signs(creaking="yes"),
        hedge="can", source=ACHILLES,
        because="the tendon creaks as it moves",
    )

    had_it_before = Supports(
        Pain(location="achilles"), Pain(before="yes"),
        hedge="hints", source=ACHILLES,
        because="the same pain was there before",
    )

    loading_helped = Supports(
        Pain(location="achilles"), Tried(heel_lift_exercises=one_of("better", "partly")),
        hedge="can", partial=True, source=ACHILLES_CPG,
        because="heel-lift exercises helped",
    )

    load_rose = Supports(
        Found("more load than before"),
        hedge="can", role="risk", source=ACHILLES_CPG,
        because="the tendon had more to bear than it was used to",
    )

    hills = Supports(
        Pain(location=one_of("achilles", "heel", "calf")), Training(uphill="often"),
        hedge="can", role="risk", partial=True, source=ACHILLES,
        because="running uphill pulls on the tendon",
    )

    tight_calves = Supports(
        Pain(location="achilles"), Foot(tight_calves="yes"),
        hedge="can", role="risk", source=ACHILLES,
        because="tight calves pull on the tendon",
    )

    heel_and_hard_shoe = Supports(
        Pain(location="heel"), Shoes(hard_heel="yes"),
        hedge="can", partial=True, source=BURSA_HEEL,
        because="the shoe is hard at the back of the heel, where the tendon ends",
    )

    swollen_tendon = Supports(
        Pain(location="achilles"), Signs(swelling="yes"),
        hedge="weakly", source=ACHILLES,
        because="the tendon is swollen",
    )

    antibiotic = Supports(
        Runner(quinolone="yes"),
        hedge="likely", role="risk", source=ACHILLES_DRUG,
        because="you take or took an antibiotic that weakens tendons",
    )

    popped = Opposes(
        Signs(pop="yes"),
        hedge="definite", source=RUPTURE,
        because="something popped, which fits a tear",
    )

    cannot_rise = Opposes(
        Pain(onset="sudden"), Signs(cannot_rise_on_toes="yes"),
        hedge="definite", source=RUPTURE,
        because="you suddenly cannot rise on your toes, which fits a tear",
    )

    under_the_heel = Opposes(
        Pain(heel_part="under"), Pain(location=none_of("achilles", "calf")),
        hedge="likely", source=HEEL_DIAGNOSIS,
        because="it sits under the heel, where the tendon is not",
    )

    long_stiffness = Opposes(
        Pain(elsewhere="yes"), Pain(side="both"),
        hedge="can", source=NICE_NG65,
        because="both sides and other joints hurt, which speaks for inflamed tendon ends",
    )

    itching_skin = Opposes(
        Pain(quality="itching"),
        hedge="likely", source=TINEA,
        because="it itches, which is a matter of the skin",
    )

    numb = Opposes(
        Found("nerve signs"),
        hedge="can", partial=True, source=ENTRAPMENT,
        because="numbness or tingling speaks for a nerve",
    )

    goes_with_rest_in_minutes = Opposes(
        Pain(with_distance="yes"),
        hedge="likely", source=EXERTIONAL_COMPARTMENT,
        because="it comes after the same distance and goes within minutes",
    )

    the_skin_of_the_heel = Opposes(
        Pain(location="heel"), Pain(location=none_of("achilles", "calf")),
        Signs(skin=one_of("blister", "wart", "callus")),
        hedge="strongly", source=BLISTER,
        because="there is something on the skin of the heel that hurts by itself",
    )

    came_suddenly = Opposes(
        Pain(onset="sudden"),
        hedge="can", partial=True, source=ACHILLES,
        because="it came suddenly",
    )
