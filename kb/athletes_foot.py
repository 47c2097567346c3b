"""Athlete's foot (claims AF1 to AF9)."""

from __future__ import annotations

from expert.authoring import (
    Advises,
    Concluded,
    Found,
    Knowledge,
    Opposes,
    Remark,
    Supports,
    at_least,
    none_of,
    one_of,
)
from kb.causes import ATHLETES_FOOT
from kb.fields import Pain, Runner, Shoes, Signs, Socks, Training, Tried
from kb.interpretations import RUNNING_FOR_A_WHILE
from kb.sources import ECZEMA, NEUROMA, TINEA

BREATHABLE_SOCKS = Remark(
    "breathable_socks", "Think about socks that let more air through than cotton.", remedies=("tried.breathable_socks",)
)
ANTIFUNGAL = Remark(
    "antifungal",
    "Use an anti-fungal cream or spray from the pharmacy, and use it as long as it says.",
    remedies=("tried.antifungal",),
    measures=("skin_care",),
)
WASH_AND_DRY = Remark(
    "wash_and_dry",
    "Wash the foot daily, then let no damp stay on it; between the toes above all.",
    remedies=("tried.dry_feet",),
)
DRY_SHOES = Remark("dry_shoes", "After a wet run let your shoes dry completely before you wear them again.")


class AthletesFoot(Knowledge, cause=ATHLETES_FOOT):
    """What and where, cause, treatment."""

    # What and where is it?
    between_the_toes = Supports(
        Pain(location="between_toes"),
        hedge="definition", partial=True, claims="AF1",
        because="it is between the toes, a damp place of the kind that the fungus likes",
    )
    itching_place = Supports(
        Pain(location="between_toes"), Pain(quality="itching"),
        hedge="typically", partial=True, claims="AF2",
        because="it itches, and the place is between the toes",
    )
    itching = Supports(
        Signs(itching_toes="yes"),
        hedge="typically", claims="AF2",
        because="itching between the toes is typical of it",
    )
    dry_soles = Supports(
        Signs(dry_soles="yes"),
        hedge="typically", partial=True, claims="AF2",
        because="dry soles are typical of it",
    )
    no_itching = Opposes(
        Signs(itching_toes="no"),
        hedge="hints", claims="AF2",
        because="it does not itch between your toes",
    )
    no_dry_soles = Opposes(
        Signs(dry_soles="no"),
        hedge="tends", partial=True, claims="AF2",
        because="your soles are not dry",
    )

    # What is probably the cause?
    no_ventilation = Supports(
        Shoes(ventilated="no"),
        hedge="might", role="risk", claims="AF3",
        because="your shoes let no air in",
    )
    damp_socks = Supports(
        Socks(damp="yes"),
        hedge="more-likely", role="risk", claims="AF1 AF4",
        because="damp socks make it more likely",
    )
    damp_shoes = Supports(
        Shoes(damp="yes"),
        hedge="more-likely", role="risk", claims="AF1 AF4",
        because="damp shoes make it more likely",
    )
    wet_runs = Supports(
        Training(wet_runs="yes"),
        hedge="more-likely", role="risk", partial=True, claims="AF4",
        because="wet runs leave shoes and socks damp, which makes it more likely",
    )
    other_sports = Supports(
        Runner(other_sports="yes"),
        hedge="might", role="risk", claims="AF9",
        because="who plays other sports meets the fungus more often",
    )
    running_for_a_while = Supports(
        Training(years=at_least(RUNNING_FOR_A_WHILE)),
        hedge="might", role="risk", partial=True, claims="AF9",
        because="who has run for a while has had more chances to meet the fungus",
    )

    # What is the treatment?
    swap_cotton = Advises(
        Concluded(ATHLETES_FOOT), Socks(material="cotton"),
        advice=BREATHABLE_SOCKS, claims="AF5",
        because="cotton holds the damp",
    )
    antifungal = Advises(
        Concluded(ATHLETES_FOOT),
        advice=ANTIFUNGAL, claims="AF6",
        because="the cream or spray kills the fungus",
    )
    wash_and_dry = Advises(
        Concluded(ATHLETES_FOOT),
        advice=WASH_AND_DRY, claims="AF7",
        because="the fungus does not thrive on clean, dry skin",
    )
    dry_shoes_after_rain = Advises(
        Concluded(ATHLETES_FOOT), Training(wet_runs="yes"),
        advice=DRY_SHOES, claims="AF8",
        because="you run in the wet",
    )
    dry_damp_shoes = Advises(
        Concluded(ATHLETES_FOOT), Shoes(damp="yes"),
        advice=DRY_SHOES, claims="AF8",
        because="you often put your shoes on damp",
    )


class AthletesFootBeyond(Knowledge, cause=ATHLETES_FOOT):
    """Beyond the article: what the skin looks like."""

    peeling_and_itching = Supports(
        Signs(skin="peeling"), Found("itching between the toes"),
        hedge="typically", source=TINEA,
        because="the skin peels and itches between the toes",
    )

    itching_peel = Supports(
        Signs(skin="peeling"), Pain(quality="itching"),
        hedge="likely", source=TINEA,
        because="the skin peels and itches",
    )

    soggy = Supports(
        Signs(skin="soggy"),
        hedge="typically", source=TINEA,
        because="the skin between the toes is white, soft and cracked",
    )

    thick_nail = Supports(
        Signs(skin="thick_nail"),
        hedge="can", partial=True, source=TINEA,
        because="a nail is thick, which the same fungus can do",
    )

    itching_place_on_the_skin = Supports(
        Pain(location=one_of("sole", "arch", "toes", "toenail")), Pain(quality="itching"),
        hedge="can", partial=True, source=TINEA,
        because="the skin of the foot itches",
    )

    burning_between_the_toes = Supports(
        Pain(location="between_toes"), Pain(quality=one_of("burning", "stabbing")),
        hedge="can", partial=True, source=TINEA,
        because="it burns between the toes",
    )

    rash_and_blisters = Supports(
        Signs(skin="rash"), Signs(skin="blister"),
        hedge="can", partial=True, source=TINEA,
        because="there are a rash and blisters, as in the blistering kind",
    )

    had_it_before = Supports(
        Signs(skin=one_of("rash", "peeling", "soggy", "blister")), Pain(before="yes"),
        hedge="hints", tells="pain.before", source=TINEA,
        because="the skin was like that before, and this comes back",
    )

    damp_and_warm = Supports(
        Signs(skin=one_of("rash", "peeling", "soggy")), Socks(damp="yes"),
        hedge="hints", tells="socks.damp", source=TINEA,
        because="damp socks go with such a skin",
    )

    peeling_between_toes = Supports(
        Signs(skin="peeling"), Pain(location="between_toes"),
        hedge="likely", source=TINEA,
        because="the skin peels between the toes",
    )

    itching_rash = Supports(
        Signs(skin="rash"), Pain(quality="itching"),
        hedge="can", source=TINEA,
        because="there is an itching rash",
    )

    rash_between_toes = Supports(
        Signs(skin="rash"), Pain(location="between_toes"),
        hedge="can", source=TINEA,
        because="there is a rash between the toes",
    )

    peeling = Supports(
        Signs(skin="peeling"),
        hedge="can", partial=True, source=TINEA,
        because="the skin peels",
    )

    itching_blisters = Supports(
        Signs(skin="blister"), Found("itching between the toes"),
        hedge="can", source=TINEA,
        because="there are itching blisters",
    )

    dry_and_peeling = Supports(
        Signs(skin="peeling"), Signs(dry_soles="yes"),
        hedge="typically", source=TINEA,
        because="dry, peeling soles are a form of it that often does not itch",
    )
    itching_rash_on_one_foot = Supports(
        Signs(skin="rash"), Pain(quality="itching"), Pain(side=one_of("left", "right")),
        hedge="likely", source=TINEA,
        because="an itching rash on one foot only fits a fungus better than an allergy",
    )
    treatment_helped = Supports(
        Tried(antifungal=one_of("better", "better_then_back")),
        hedge="likely", source=TINEA,
        because="an anti-fungal treatment helped",
    )

    pain_of_a_deeper_place = Opposes(
        Pain(location=none_of("between_toes", "toes", "toenail", "sole", "arch", "heel", "ball_of_foot", "outer_edge",
                              "whole_foot", "top_of_foot")),
        hedge="likely", source=TINEA,
        because="it hurts where this does not sit",
    )

    treatment_did_not_help = Opposes(
        Tried(antifungal=one_of("same", "worse")),
        hedge="can", partial=True, source=TINEA,
        because="an anti-fungal treatment did not help",
    )

    nerve_signs = Opposes(
        Found("nerve signs"),
        hedge="can", source=NEUROMA,
        because="numbness or tingling speaks for a nerve",
    )

    top_of_both_feet = Opposes(
        Signs(skin="rash"), Pain(location="top_of_foot"), Pain(side="both"),
        hedge="strongly", source=ECZEMA,
        because="a rash on top of both feet fits an allergy of the skin",
    )
