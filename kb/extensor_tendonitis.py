"""Extensor tendonitis (claims ET1 to ET9)."""

from __future__ import annotations

from expert.authoring import Advises, Concluded, Found, Knowledge, Opposes, Remark, Supports, one_of
from kb.causes import EXTENSOR_TENDONITIS
from kb.fields import Pain, Seen, Shoes, Signs, Training, Tried
from kb.sources import (
    BONE_OR_TENDON,
    BSI,
    ENTRAPMENT,
    GOUT,
    HEEL_BONE,
    LISFRANC,
    METATARSAL,
    NOT_LOAD,
    RHEUMATOID,
    TINEA,
    TOP_OF_FOOT,
)

REST_AND_ICE = Remark(
    "rest_and_ice",
    "Take some time off running; rest the feet and ice the sore place.",
    remedies=("tried.rest", "tried.ice"),
    measures=("ice",), care="rest",
)
NSAIDS = Remark(
    "nsaids",
    "A nonsteroidal anti-inflammatory drug such as ibuprofen can help for a few days; "
    "ask a pharmacist first whether it suits you.",
    remedies=("tried.nsaids",),
    measures=("nsaids",),
)
STRETCH_AND_STRENGTHEN = Remark(
    "stretch_and_strengthen",
    "Stretch your calves and strengthen your lower legs.",
    remedies=("tried.calf_stretching", "tried.strength_training"),
    measures=("stretching", "loading", "insertion_stretch"),
)
NO_TIGHT_SHOES = Remark(
    "no_tight_shoes", "Do not go back to shoes or laces that are tight along the top; loosen them or skip an eyelet."
)


class ExtensorTendonitis(Knowledge, cause=EXTENSOR_TENDONITIS):
    """What and where, cause, treatment."""

    # What and where is it?
    top_of_the_foot = Supports(
        Pain(location="top_of_foot"),
        hedge="might", claims="ET2",
        because="the top of the foot hurts, where its tendons run",
    )

    # What is probably the cause?
    overuse = Supports(
        Found("overuse"),
        hedge="can", role="risk", claims="ET3",
        because="running a lot can bring it on",
    )
    added_miles = Supports(
        Found("mileage spike"),
        hedge="can", role="risk", partial=True, claims="ET3",
        because="a jump in mileage is overuse too",
    )
    tight_shoes = Supports(
        Shoes(tight_on_top="yes"),
        hedge="can", role="risk", claims="ET4",
        because="shoes or laces that are tight along the top can bring it on",
    )
    uphill = Supports(
        Training(uphill="often"),
        hedge="can", role="risk", claims="ET5",
        because="much running uphill can bring it on",
    )

    # What is the treatment?
    rest_and_ice = Advises(
        Concluded(EXTENSOR_TENDONITIS),
        advice=REST_AND_ICE, claims="ET6",
        because="irritated tendons need a pause",
    )
    nsaids = Advises(
        Concluded(EXTENSOR_TENDONITIS),
        advice=NSAIDS, claims="ET7",
        because="such a drug calms pain and swelling",
    )
    stretch_and_strengthen = Advises(
        Concluded(EXTENSOR_TENDONITIS),
        advice=STRETCH_AND_STRENGTHEN, claims="ET8",
        because="looser calves and stronger legs unload the tendons",
    )
    no_tight_shoes = Advises(
        Concluded(EXTENSOR_TENDONITIS), Shoes(tight_on_top="yes"),
        advice=NO_TIGHT_SHOES, claims="ET9",
        because="the pressure on top would bring it back",
    )


class ExtensorTendonitisBeyond(Knowledge, cause=EXTENSOR_TENDONITIS):
    """Beyond the article: what tells the tendons on top from bone, nerve and ligament."""

    laces_on_the_sore_place = Supports(
        Pain(location=one_of("top_of_foot", "ankle_front")), Shoes(tight_on_top="yes"),
        hedge="typically", source=TOP_OF_FOOT,
        because="it hurts where shoes or laces press",
    )
    hills_and_top = Supports(
        Pain(location=one_of("top_of_foot", "ankle_front")), Training(uphill="often"),
        hedge="can", source=TOP_OF_FOOT,
        because="hills load the tendons on top of the foot",
    )
    goes_without_the_shoe = Supports(
        Pain(location=one_of("top_of_foot", "ankle_front")), Pain(in_shoes="yes"),
        hedge="can", source=TOP_OF_FOOT,
        because="it goes when the shoe is off or loosened",
    )
    front_of_the_ankle = Supports(
        Pain(location="ankle_front"),
        hedge="weakly", source=TOP_OF_FOOT,
        because="the front of the ankle hurts, where the same tendons run",
    )
    midfoot = Supports(
        Pain(location="midfoot"), Pain(on_movement="toes_up"),
        hedge="can", source=TOP_OF_FOOT,
        because="lifting the toes hurts the middle of the foot, over which the tendons run",
    )
    lifting_the_toes = Supports(
        Pain(location=one_of("top_of_foot", "ankle_front", "toes")), Pain(on_movement="toes_up"),
        hedge="can", source=TOP_OF_FOOT,
        because="lifting or bending the toes brings it on",
    )
    it_creaks = Supports(
        Pain(location=one_of("top_of_foot", "ankle_front", "toes", "midfoot")), Signs(creaking="yes"),
        hedge="likely", source=TOP_OF_FOOT,
        because="the tendon creaks as it moves",
    )
    eases = Supports(
        Pain(location="top_of_foot"), Pain(with_activity=one_of("eases", "eases_then_returns")),
        hedge="hints", source=BONE_OR_TENDON,
        because="it eases as you move, while bone would hurt more",
    )
    runs_as_ever = Supports(
        Pain(location="top_of_foot"), Pain(running="normal"),
        hedge="can", partial=True, source=BONE_OR_TENDON,
        because="you can run as ever, while bone would hurt more",
    )
    no_bone = Supports(
        Pain(location="top_of_foot"), Seen(ruled_out="fracture"),
        hedge="can", source=BONE_OR_TENDON,
        because="a broken bone was ruled out",
    )
    drugs_helped = Supports(
        Pain(location="top_of_foot"), Tried(nsaids=one_of("better", "partly")),
        hedge="hints", source=TOP_OF_FOOT,
        because="an anti-inflammatory drug helped",
    )
    load_rose = Supports(
        Found("more load than before"),
        hedge="can", role="risk", partial=True, source=TOP_OF_FOOT,
        because="the tendons had more to do than they were used to",
    )
    one_spot = Opposes(
        Pain(one_spot="yes"),
        hedge="strongly", source=METATARSAL,
        because="one spot of bone hurts, which fits a crack",
    )
    tender_bone = Opposes(
        Signs(tender_bone=one_of("metatarsal", "inner_midfoot", "outer_midfoot")),
        hedge="strongly", source=METATARSAL,
        because="a bone hurts when pressed, which fits a crack",
    )
    at_rest_and_worsens = Opposes(
        Found("pain at night or at rest"), Pain(with_activity="worsens"),
        hedge="can", source=BONE_OR_TENDON,
        because="it grows with load and hurts at rest, which fits bone",
    )
    worsens = Opposes(
        Pain(with_activity="worsens"),
        hedge="can", partial=True, source=METATARSAL,
        because="it grows with load, which fits bone",
    )
    limps = Opposes(
        Pain(limp="yes"),
        hedge="hints", source=BSI,
        because="it makes you limp, which fits bone",
    )
    hopping = Opposes(
        Pain(on_movement="hop"),
        hedge="can", source=HEEL_BONE,
        because="hopping on it hurts, which fits bone",
    )
    cannot_run = Opposes(
        Pain(running="not_at_all"),
        hedge="hints", source=METATARSAL,
        because="you cannot run on it at all, which fits bone",
    )
    nerve_signs = Opposes(
        Found("nerve signs"),
        hedge="strongly", source=ENTRAPMENT,
        because="numbness or tingling speaks for a nerve",
    )
    bruised_after_injury = Opposes(
        Found("injury"), Signs(bruising="yes"),
        hedge="definite", source=LISFRANC,
        because="it is bruised after an injury, which fits torn ligaments",
    )
    sudden_and_bruised = Opposes(
        Pain(onset="sudden"), Signs(bruising="yes"),
        hedge="strongly", source=LISFRANC,
        because="it came suddenly with a bruise",
    )
    an_injury_began_it = Opposes(
        Found("injury"),
        hedge="likely", source=NOT_LOAD,
        because="an injury began it",
    )
    hot = Opposes(
        Signs(hot_red_skin="yes"),
        hedge="strongly", source=GOUT,
        because="hot, red skin fits gout or an infection",
    )
    itching_skin = Opposes(
        Pain(quality="itching"),
        hedge="likely", source=TINEA,
        because="it itches, which is a matter of the skin",
    )
    rash = Opposes(
        Signs(skin=one_of("rash", "peeling", "blister")),
        hedge="can", source=TINEA,
        because="there is something on the skin",
    )
    both_feet_stiff = Opposes(
        Pain(side="both"), Pain(quality="stiff"),
        hedge="can", source=RHEUMATOID,
        because="both feet are stiff, which speaks for joints",
    )
