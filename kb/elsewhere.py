"""Patterns that none of the ten causes explains, so that they are not dressed up as one of them.

Each pattern is a finding, and evidence against the causes that it could be taken for; the runner is told what did not
fit and whom to see. What is minor (a wart, a nail) brings advice; what needs an examination brings an alert.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from expert.authoring import (
    Advises,
    Alerts,
    Bundle,
    Cause,
    Finds,
    Found,
    Knowledge,
    Opposes,
    Remark,
    Source,
    above,
    at_least,
    at_most,
    none_of,
    one_of,
)
from kb.causes import (
    ACHILLES_TENDONITIS,
    ANKLE_SPRAIN,
    ATHLETES_FOOT,
    BUNIONS,
    EXTENSOR_TENDONITIS,
    PLANTAR_FASCIITIS,
    STRESS_FRACTURE,
)
from kb.fields import Foot, Pain, Runner, Shoes, Signs, Training
from kb.findings import ANKLE
from kb.interpretations import (
    CHILD,
    GROWING_FOREFOOT_AGE,
    GROWING_HEEL,
    MIDFOOT_ARTHRITIS_AGE,
    ONE_WEEK,
    SIX_WEEKS,
    THREE_WEEKS,
    TWO_WEEKS,
)
from kb.sources import (
    ACCESSORY_NAVICULAR,
    ACHILLES,
    AFTER_SPRAIN,
    BIG_TOE,
    BLISTER,
    CALF,
    CHILBLAINS,
    CRAMP,
    CUBOID,
    ECZEMA,
    ENTRAPMENT,
    EXERTIONAL_COMPARTMENT,
    FASCIA_TEAR,
    FIBROMA,
    GOUT,
    GROWING_FOREFOOT,
    GROWING_MIDFOOT,
    HEEL_BONE,
    HEEL_PAD,
    LISFRANC,
    METATARSALGIA,
    MIDFOOT_ARTHRITIS,
    NAIL,
    NEUROMA,
    NEUROPATHY,
    PERONEAL,
    PLANTAR_PLATE,
    RECOVERY,
    RHEUMATOID,
    RUPTURE,
    SCIATICA,
    SESAMOID,
    SEVER,
    STUBBED,
    SYNDESMOSIS,
    TALUS,
    TIBIALIS,
    TURF_TOE,
    WART,
    YOUNG_HEEL,
)

#: Numbness or tingling.
NERVE = Found("nerve signs")


def _about(
    name: str, conditions: tuple[tuple[Any, ...], ...], because: str, source: Source | tuple[Source, ...]
) -> dict[str, Any]:
    """One rule a set of conditions that shows the pattern."""
    keys = ["", *(f"{number}" for number in range(2, len(conditions) + 1))]
    return {
        key: Finds(*patterns, finding=name, source=source, because=because)
        for key, patterns in zip(keys, conditions, strict=True)
    }


def _speaks(name: str, conditions: tuple[tuple[Any, ...], ...], cause: Cause) -> dict[str, tuple[Any, ...]]:
    """What of a pattern speaks against a cause: that it was found.

    Against a broken bone a nerve speaks only where it tingles. Numbness is a red flag, and whoever adds one must not be
    told of less danger, as would be who has weak bones, too.
    """
    if cause is not STRESS_FRACTURE or not any(NERVE in patterns for patterns in conditions):
        return {"": (Found(name),)}
    felt = [tuple(Pain(quality="tingling") if one is NERVE else one for one in patterns) for patterns in conditions]
    return {f"_{number}" if number > 1 else "": patterns for number, patterns in enumerate(felt, 1)}


def pattern(
    *conditions: tuple[Any, ...],
    name: str,
    because: str,
    source: Source | tuple[Source, ...],
    tell: str,
    see: bool = True,
    measures: tuple[str, ...] = (),
    care: str = "",
    against: Mapping[Cause, str],
) -> Bundle:
    """A pattern outside the ten causes.

    Args:
        conditions: each a set of patterns that shows it.
        name: of the finding. because: what fits it, as a clause.
        tell: what the runner reads: what it looks more like, and what to do.
        see: whether somebody must examine it (an alert; what is told protects until then, unless it asks for more), or
            advice will do.
        measures, care: what it asks for, and how careful it is; see `Remark`.
        against: the causes that it speaks against, with the hedge.
    """
    short = name.replace(" ", "_").replace("'", "")
    told = Remark("not_one_of_the_ten_" + short, tell, measures=measures, protects=see and not measures, care=care)
    rules: dict[str, Any] = _about(name, conditions, because, source)
    for cause, hedge in against.items():
        for key, shown in _speaks(name, conditions, cause).items():
            rules[f"not_{cause.id}{key}"] = Opposes(
                *shown, cause=cause, hedge=hedge, source=source, because=f"{because}, which fits {name} rather"
            )
    if see:
        seen = Remark("have_it_examined_" + short, f"It may be {name}: book an appointment and have it examined.")
        rules["see"] = Alerts(Found(name), alert=seen, urgency="clinician", source=source, because=because)
    rules["tell"] = Advises(Found(name), advice=told, cause=None, source=source, because=because)
    return Bundle(rules)


class BallAndToes(Knowledge):
    """Ball of the foot and toes."""

    neuroma = pattern(
        (Pain(location=one_of("ball_of_foot", "toes")), NERVE),
        (Pain(location=one_of("ball_of_foot", "toes")), Pain(quality="shooting")),
        (Pain(location="ball_of_foot"), Pain(quality="burning"), Shoes(toe_box="narrow")),
        (Pain(location="ball_of_foot"), Pain(quality="burning"), Runner(high_heels="yes")),
        name="a squeezed nerve between the toes", source=NEUROMA, see=False,
        because="the ball of the foot or the toes tingle, burn, shoot or are numb",
        tell="This looks more like a squeezed nerve between the toes (Morton's neuroma) than any of the causes here. "
        "Wear wide, flat shoes, and show it to a doctor or podiatrist if it is no better in two weeks.",
        against={BUNIONS: "likely", ATHLETES_FOOT: "likely"},
    )
    metatarsalgia = pattern(
        (Pain(location="ball_of_foot"), Pain(worst=one_of("standing", "walking", "barefoot"))),
        name="a sore ball of the foot", source=METATARSALGIA, see=False,
        because="the ball of the foot hurts when you stand, walk or go barefoot",
        tell="Pain under the ball of the foot often comes from too much pressure there (metatarsalgia), which none "
        "of the causes here covers. Try cushioned shoes; if it stays, show it to a doctor or podiatrist.",
        against={STRESS_FRACTURE: "weakly", BUNIONS: "can"},
    )
    gout = pattern(
        (Pain(location="big_toe_joint"), Signs(hot_red_skin="yes")),
        (Pain(location="big_toe_joint"), Pain(onset="sudden"), Signs(swelling="yes")),
        (Pain(location="big_toe_joint"), Pain(worst=one_of("night", "at_rest", "constant")), Signs(swelling="yes")),
        (Pain(location="big_toe_joint"), Pain(onset="sudden"), Pain(worst=one_of("night", "at_rest", "constant"))),
        name="gout", source=GOUT,
        because="the big toe joint is hot or swollen, suddenly or at rest",
        tell="A big toe joint that is suddenly hot, swollen or sore at rest looks more like gout than a bunion. See a "
        "doctor soon; there is good treatment.",
        against={BUNIONS: "definite", STRESS_FRACTURE: "likely"},
    )
    stiff_big_toe = pattern(
        (Pain(location="big_toe_joint"), Signs(stiff_toe="yes"), Signs(toe_joint_bump="no")),
        (Pain(location="big_toe_joint"), Signs(stiff_toe="yes"), Pain(on_movement=one_of("push_off", "toes_up"))),
        (Pain(location="big_toe_joint"), Pain(quality="stiff"), Signs(toe_joint_bump="no")),
        (Pain(location="big_toe_joint"), Pain(quality="stiff"), Runner(arthritis="yes")),
        (Pain(location="big_toe_joint"), Pain(quality="stiff"), Pain(with_activity="worsens")),
        name="a stiff big toe joint", source=BIG_TOE, see=False,
        because="the big toe joint is stiff",
        tell="A stiff, sore big toe joint can be worn (hallux rigidus), which is not the same as a bunion. Shoes "
        "with a stiff sole help; show it to a podiatrist if it stays.",
        against={BUNIONS: "likely"},
    )
    sesamoid = pattern(
        (Pain(location="big_toe_joint"), Pain(location="ball_of_foot"), Pain(with_activity="worsens")),
        (Pain(location="big_toe_joint"), Pain(location="ball_of_foot"), Signs(toe_joint_bump="no")),
        name="sore small bones under the big toe", source=SESAMOID,
        because="it hurts under the big toe joint and grows with load",
        tell="Pain under the big toe joint can come from the two small bones there (sesamoids). Rest it, and show "
        "it to a doctor or podiatrist.",
        against={BUNIONS: "strongly"},
    )
    turf_toe = pattern(
        (Pain(location="big_toe_joint"), Found("injury")),
        (Pain(location="big_toe_joint"), Signs(pop="yes")),
        (Pain(location="big_toe_joint"), Pain(onset="sudden"), Signs(bruising="yes")),
        name="a sprained big toe", source=TURF_TOE,
        because="an injury hurt the big toe joint",
        tell="A big toe joint hurt by an injury may be sprained or broken, which is no bunion. Have it examined.",
        against={BUNIONS: "definite"},
    )
    plantar_plate = pattern(
        (Pain(location=one_of("ball_of_foot", "toes")), Signs(toe_shape="yes")),
        name="a hurt joint of a smaller toe", source=PLANTAR_PLATE,
        because="the ball of the foot or a toe hurts, and a toe has moved out of its place",
        tell="A toe that drifts or crosses its neighbour, with pain under it, can be a torn band under its joint. "
        "Tape it to the next toe, wear stiff soles, and show it to a podiatrist or doctor.",
        against={BUNIONS: "can", STRESS_FRACTURE: "weakly", ATHLETES_FOOT: "likely"},
    )
    stubbed_toe = pattern(
        (Pain(location="toes"), Found("injury")),
        (Pain(location="toes"), Pain(onset="sudden"), Signs(bruising="yes")),
        name="a stubbed or broken toe", source=STUBBED, see=False,
        because="a toe hurts since a knock",
        tell="A stubbed or broken small toe mostly heals by itself in four to six weeks: tape it to the next toe and "
        "wear wide, stiff shoes. Have it seen if it points the wrong way, or if it is the big toe.",
        against={BUNIONS: "definite", STRESS_FRACTURE: "likely", ANKLE_SPRAIN: "likely", EXTENSOR_TENDONITIS: "likely"},
    )
    inflamed_joints = pattern(
        (Pain(side="both"), Pain(location=one_of("ball_of_foot", "toes", "whole_foot", *ANKLE)),
         Pain(worst=one_of("morning", "at_rest")), Signs(swelling="yes")),
        (Pain(side="both"), Pain(location=one_of("ball_of_foot", "toes", "whole_foot", *ANKLE)),
         Pain(worst="morning"), Pain(quality="stiff")),
        name="inflamed joints", source=RHEUMATOID,
        because="joints of both feet are stiff or swollen in the morning",
        tell="Stiff or swollen joints in both feet, worst in the morning, can be an inflammation of the joints "
        "(arthritis). See a doctor: treated early it does far better.",
        against={
            PLANTAR_FASCIITIS: "likely", STRESS_FRACTURE: "strongly", BUNIONS: "likely", ANKLE_SPRAIN: "likely",
            EXTENSOR_TENDONITIS: "likely",
        },
    )

    growing_forefoot = pattern(
        (Pain(location="ball_of_foot"), Runner(age=at_most(GROWING_FOREFOOT_AGE)), Pain(with_activity="worsens")),
        (Pain(location="ball_of_foot"), Runner(age=at_most(GROWING_FOREFOOT_AGE)), Signs(swelling="yes")),
        (Pain(location="ball_of_foot"), Runner(age=at_most(GROWING_FOREFOOT_AGE)), Pain(weeks=at_least(TWO_WEEKS))),
        name="a growing bone behind the toes", source=GROWING_FOREFOOT,
        because="the ball of the foot hurts while its bones still grow",
        tell="In a child or teenager a sore ball of the foot can be the end of one of its long bones, which gets too "
        "little blood while it grows (Freiberg's disease). Leave out running and jumping until it has been looked at: "
        "found early, it mostly heals.",
        against={BUNIONS: "can"},
    )


class SkinAndNails(Knowledge):
    """What can be seen on the skin."""

    black_nail = pattern(
        (Signs(skin="black_nail"),),
        name="a bruised nail", source=NAIL, see=False,
        because="a toenail is black",
        tell="A black toenail after running is mostly a bruise from the shoe. Give the toes more room and cut the "
        "nails short; see a podiatrist if it throbs, or if the dark patch does not grow out.",
        measures=("skin_care",),
        against={ATHLETES_FOOT: "can"},
    )
    black_nail_there = pattern(
        (Pain(location="toenail"), Pain(location=none_of("big_toe_joint", "between_toes")), Signs(skin="black_nail")),
        name="pain from a bruised nail", source=NAIL, see=False,
        because="the nail that hurts is black",
        tell="A black toenail after running is mostly a bruise from the shoe. Give the toes more room and cut the "
        "nails short; see a podiatrist if it throbs, or if the dark patch does not grow out.",
        measures=("skin_care",),
        against={BUNIONS: "likely", ATHLETES_FOOT: "likely"},
    )
    ingrown_nail = pattern(
        (Signs(skin="ingrown_nail"),),
        name="an ingrown nail", source=NAIL, see=False,
        because="a toenail has grown into the skin",
        tell="An ingrown toenail is best seen by a podiatrist; cut nails straight across and give the toes room.",
        measures=("skin_care",),
        against={ATHLETES_FOOT: "likely", BUNIONS: "can"},
    )
    wart = pattern(
        (Signs(skin="wart"), Pain(location=one_of("sole", "heel", "ball_of_foot", "toes"))),
        name="a wart", source=WART, see=False,
        because="there is a wart",
        tell="A wart under the foot can feel like a small stone. A pharmacist can help; see a podiatrist if it "
        "hurts or stays.",
        measures=("skin_care",),
        against={PLANTAR_FASCIITIS: "strongly", STRESS_FRACTURE: "can", ATHLETES_FOOT: "likely"},
    )
    blister = pattern(
        (Signs(skin="blister"), Signs(skin=none_of("rash", "peeling", "soggy"))),
        name="a blister", source=BLISTER, see=False,
        because="there is a blister and nothing else on the skin",
        tell="A blister from rubbing heals by itself within about a week. Leave it closed, cover it, and change what "
        "rubbed. See a doctor if it turns hot, red or weeps.",
        against={ATHLETES_FOOT: "can", PLANTAR_FASCIITIS: "can"},
    )
    callus = pattern(
        (Signs(skin="callus"), Pain(location=one_of("sole", "heel", "ball_of_foot", "toes", "outer_edge"))),
        name="hard skin that presses", source=WART, see=False,
        because="there is hard skin where it hurts",
        tell="Hard skin or a corn can hurt like a stone in the shoe. Soft insoles and wider shoes help; a podiatrist "
        "can take it off.",
        against={PLANTAR_FASCIITIS: "can", STRESS_FRACTURE: "can", ATHLETES_FOOT: "can"},
    )
    rash_of_the_leg = pattern(
        (Pain(location="calf"), Signs(skin="rash")),
        name="a rash of the leg", source=ECZEMA, see=False,
        because="the rash is on the lower leg",
        tell="A rash on the lower legs after long runs in the heat mostly goes by itself in some days. Show it to a "
        "pharmacist or doctor if it stays, spreads or hurts.",
        against={ATHLETES_FOOT: "likely", ACHILLES_TENDONITIS: "likely"},
    )
    cold_toes = pattern(
        (Pain(location=one_of("toes", "between_toes", "whole_foot")), Signs(colour="white")),
        (Pain(location="toes"), Signs(colour=one_of("red", "blue")), Pain(quality=one_of("itching", "burning"))),
        name="toes that suffer from the cold", source=CHILBLAINS, see=False,
        because="the toes change colour",
        tell="Toes that turn white, blue or red and tingle or itch in the cold react to it too strongly. Keep them "
        "warm and dry; show them to a doctor if they hurt, or if it also happens in the warm.",
        against={ATHLETES_FOOT: "likely", BUNIONS: "likely", STRESS_FRACTURE: "can"},
    )
    wart_somewhere = pattern(
        (Signs(skin="wart"),),
        name="a wart on the foot", source=WART, see=False,
        because="there is a wart on the foot",
        tell="A pharmacist can help with a wart; see a podiatrist if it hurts or stays.",
        measures=("skin_care",),
        against={ATHLETES_FOOT: "can"},
    )
    eczema = pattern(
        (Signs(skin="rash"), Pain(location="top_of_foot"), Pain(side="both")),
        name="an allergy of the skin", source=ECZEMA, see=False,
        because="the rash is on top of both feet",
        tell="A rash on top of both feet can be an allergy, to shoes for example. Show it to a pharmacist or doctor.",
        against={ATHLETES_FOOT: "likely"},
    )


class NervesOfTheFoot(Knowledge):
    """Trapped and sick nerves."""

    tarsal_tunnel = pattern(
        (Pain(location=one_of("ankle_inner", "sole", "arch", "heel")), NERVE),
        (Pain(location="ankle_inner"), Pain(quality="burning"), Pain(worst="night")),
        (Pain(location=one_of("sole", "arch")), Pain(quality="burning"), Pain(worst="night")),
        name="a trapped nerve under the foot", source=ENTRAPMENT,
        because="the heel, sole or inner ankle tingles, is numb, or burns at night",
        tell="Tingling, numbness or burning at night under the foot looks like a trapped nerve. Show it to a doctor.",
        against={PLANTAR_FASCIITIS: "strongly", ATHLETES_FOOT: "can"},
    )
    neuropathy = pattern(
        (Pain(side="both"), NERVE, Pain(location=one_of("sole", "toes", "whole_foot"))),
        (Pain(side="both"), Pain(quality="burning"), Pain(worst="night"),
         Pain(location=one_of("sole", "toes", "ball_of_foot", "whole_foot"))),
        name="tired nerves in both feet", source=NEUROPATHY,
        because="both feet tingle, burn at night or are numb",
        tell="Numbness, tingling or burning in both feet can come from the nerves themselves. See a doctor about it.",
        against={PLANTAR_FASCIITIS: "likely", ATHLETES_FOOT: "likely"},
    )
    pressed_in_the_back = pattern(
        (NERVE, Pain(elsewhere="yes")),
        (Pain(quality="shooting"), Pain(elsewhere="yes")),
        name="a nerve pressed in the back", source=SCIATICA, see=False,
        because="it tingles, shoots or is numb, and the back or another place hurts too",
        tell="Numbness, tingling or shooting pain in the foot, with pain in back, buttock or thigh, can come from a "
        "nerve that is pressed in the back (sciatica). Keep moving as it allows, and see a doctor if it grows or is no "
        "better in some weeks. Weakness of both legs, or new trouble with bladder or bowel, is an emergency.",
        against={PLANTAR_FASCIITIS: "can", ACHILLES_TENDONITIS: "likely"},
    )
    nerve_under_laces = pattern(
        (Pain(location="top_of_foot"), NERVE),
        (Pain(location="top_of_foot"), Pain(quality="shooting")),
        name="a nerve under the laces", source=ENTRAPMENT, see=False,
        because="the top of the foot tingles, shoots or is numb",
        tell="Tingling or numbness on top of the foot looks like a nerve that is pressed, often by the laces. "
        "Loosen them, and show it to a doctor if it stays.",
        against={EXTENSOR_TENDONITIS: "likely"},
    )


class TendonsOfTheAnkle(Knowledge):
    """Ankle pain without a roll."""

    peroneal = pattern(
        (Pain(location="ankle_outer"), Signs(rolled_ankle="no")),
        (Pain(location="ankle_outer"), Pain(onset="gradual")),
        (Pain(location="ankle_outer"), Signs(injury="no")),
        name="a sore tendon behind the outer ankle", source=PERONEAL, see=False,
        because="the outer ankle hurts though nothing sudden happened",
        tell="Pain at the outer ankle without a twist is often the tendon behind it (peroneal tendon). Rest it; "
        "show it to a doctor or physiotherapist if it stays.",
        against={ANKLE_SPRAIN: "likely"},
    )
    sore_tibialis = pattern(
        (Pain(location="ankle_inner"), Pain(with_activity="worsens")),
        (Pain(location="ankle_inner"), Pain(onset="gradual")),
        (Pain(location="ankle_inner"), Pain(worst=one_of("after_run", "during_run")), Signs(rolled_ankle="no")),
        (Pain(location="ankle_inner"), Pain(location="arch"), Foot(arch="flat")),
        name="a sore tendon at the inner ankle", source=TIBIALIS, see=False,
        because="the inner ankle hurts with load, though nothing sudden happened",
        tell="Pain at the inner ankle that grows with load is often the tendon that holds up the arch (tibialis "
        "posterior). Run less, support the arch, and see a physiotherapist soon: early care works best.",
        measures=("running",), care="less_load",
        against={ANKLE_SPRAIN: "likely", PLANTAR_FASCIITIS: "can", ACHILLES_TENDONITIS: "weakly"},
    )
    extra_bone = pattern(
        (Pain(location=one_of("ankle_inner", "midfoot")), Signs(lump="yes")),
        name="an extra bone at the inner side of the foot", source=ACCESSORY_NAVICULAR, see=False,
        because="there is a lump where the inner side of the foot hurts",
        tell="A sore bony lump at the inner side of the foot can be a small extra bone. Take the pressure off it, and "
        "show it to a podiatrist or doctor.",
        against={PLANTAR_FASCIITIS: "can"},
    )
    high_ankle_sprain = pattern(
        (Pain(location="ankle_front"), Found("injury")),
        (Signs(rolled_ankle="outward"), Pain(location=one_of("ankle", "ankle_front", "ankle_inner"))),
        name="a sprain above the ankle", source=SYNDESMOSIS,
        because="an injury hurt the front or the inner side of the ankle",
        tell="Pain at the front of the ankle after a twist outward can be a sprain of the bands between the two leg "
        "bones (a high ankle sprain). It heals slowly, so have it examined before you run again.",
        against={EXTENSOR_TENDONITIS: "likely"},
    )
    unsettled_sprain = pattern(
        (Found("rolled ankle"), Pain(weeks=above(SIX_WEEKS))),
        name="more than a sprain", source=(TALUS, AFTER_SPRAIN),
        because="the ankle still hurts more than six weeks after it rolled",
        tell="An ankle that still hurts six weeks after it rolled may hide something else, such as hurt cartilage or a "
        "tendon. Have it examined.",
        against={},
    )
    cuboid = pattern(
        (Pain(location="outer_edge"), Pain(heel_part="outer")),
        (Pain(location="outer_edge"), Found("rolled ankle"), Pain(location=none_of(*ANKLE))),
        name="a stuck or sore bone at the outer side of the foot", source=CUBOID, see=False,
        because="the outer side of the foot hurts in front of the heel",
        tell="Pain at the outer side of the foot, in front of the heel, can come from the joint there (cuboid). Rest "
        "it, and show it to a physiotherapist or podiatrist if it does not settle within days.",
        against={PLANTAR_FASCIITIS: "likely", EXTENSOR_TENDONITIS: "can"},
    )
    tibialis = pattern(
        (Pain(location="ankle_inner"), Signs(cannot_rise_on_toes="yes")),
        (Pain(location="ankle_inner"), Signs(swelling="yes"), Signs(rolled_ankle="no")),
        (Pain(location="ankle_inner"), Signs(swelling="yes"), Pain(onset="gradual")),
        (Pain(location="ankle_inner"), Signs(swelling="yes"), Pain(weeks=at_least(THREE_WEEKS))),
        name="a failing tendon at the inner ankle", source=TIBIALIS,
        because="the inner ankle hurts and is swollen or weak",
        tell="Pain at the inner ankle with swelling or weakness can be the tendon that holds up the arch. Have it "
        "examined soon: it does better when treated early.",
        against={ANKLE_SPRAIN: "strongly", ACHILLES_TENDONITIS: "likely"},
    )


class HeelAndSole(Knowledge):
    """Heel and sole."""

    heel_pad = pattern(
        (Pain(location="heel"), Pain(quality=one_of("bruised", "dull", "aching")), Pain(onset="sudden")),
        (Pain(location="heel"), Pain(quality=one_of("bruised", "dull", "aching")),
         Pain(worst=one_of("barefoot", "standing")), Pain(worst=none_of("morning", "after_sitting"))),
        name="a bruised heel pad", source=HEEL_PAD, see=False,
        because="the heel feels bruised or aches after a knock or on hard ground, not at the first steps",
        tell="This fits a bruised or thin heel pad (the cushion under the heel). Use a soft heel cushion and avoid "
        "hard ground; show it to a doctor or podiatrist if it stays.",
        against={PLANTAR_FASCIITIS: "likely", STRESS_FRACTURE: "weakly"},
    )
    stone_bruise = pattern(
        (Pain(location=one_of("heel", "sole", "ball_of_foot")), Found("injury"),
         Pain(quality=one_of("bruised", "aching"))),
        name="a bruise under the foot", source=HEEL_PAD, see=False,
        because="the foot feels bruised since a hard step or a knock",
        tell="A hard step on a stone can bruise the cushion under the foot. It mostly heals by itself in two or three "
        "weeks; a soft pad helps. Have it seen if you can hardly stand on it.",
        against={PLANTAR_FASCIITIS: "likely", STRESS_FRACTURE: "likely", ANKLE_SPRAIN: "likely"},
    )
    cramp = pattern(
        (Pain(quality="cramping"), Pain(location=one_of("arch", "sole", "calf", "toes", "heel"))),
        name="a cramp", source=CRAMP, see=False,
        because="the muscle cramps",
        tell="This sounds like cramp. Stretch the muscle gently when it comes, warm up longer and build up slowly; "
        "ask a doctor if it comes often or at night for weeks.",
        measures=("stretching", "running"),
        against={PLANTAR_FASCIITIS: "can", ACHILLES_TENDONITIS: "can", STRESS_FRACTURE: "likely"},
    )
    tired_feet = pattern(
        (Pain(location=one_of("whole_foot", "sole")), Pain(side="both"), Training(big_effort="yes"),
         Pain(weeks=at_most(ONE_WEEK))),
        name="feet that are sore from one long effort", source=RECOVERY, see=False,
        because="both feet hurt all over just after one long effort",
        tell="Both feet sore all over after a race mostly settle within a few days. Rest, put them up, and walk as it "
        "allows; have it seen if one spot of bone stays sore or it is no better in a week.",
        measures=("walking",), care="rest",
        against={STRESS_FRACTURE: "strongly", PLANTAR_FASCIITIS: "can"},
    )
    bursa = pattern(
        (Pain(location="heel"), Shoes(hard_heel="yes"), Signs(swelling="yes")),
        (Pain(location="heel"), Shoes(hard_heel="yes"), Pain(worst="start_of_run")),
        name="a rubbed back of the heel", source=ACHILLES, see=False,
        because="the heel is sore where a hard shoe rubs its back",
        tell="A sore, swollen back of the heel under a hard shoe fits a rubbed heel bone or a bursa (the cushion "
        "between tendon and bone). Wear soft heels, and show it to a doctor or podiatrist if it stays.",
        against={PLANTAR_FASCIITIS: "can"},
    )
    torn_fascia = pattern(
        (Pain(location=one_of("arch", "sole", "heel")), Signs(pop="yes")),
        (Pain(location=one_of("arch", "sole", "heel")), Pain(onset="sudden"), Signs(bruising="yes")),
        name="a tear under the foot", source=FASCIA_TEAR,
        because="it came with a pop or a bruise under the foot",
        tell="A sudden pain under the foot with a pop or bruise can be a tear. Keep your weight off it and have it "
        "examined.",
        against={PLANTAR_FASCIITIS: "weakly", STRESS_FRACTURE: "weakly"},
    )
    growing_heel = pattern(
        (Pain(location="heel"), Runner(age=at_most(GROWING_HEEL))),
        (Pain(location="achilles"), Runner(age=at_most(GROWING_HEEL))),
        name="a growing heel", source=SEVER,
        because="the heel of a child or teenager hurts",
        tell="In a child or teenager a sore heel is mostly the growing part of the bone (Sever's disease). Cut down "
        "running and jumping, and show it to a doctor or physiotherapist.",
        measures=("running",), care="less_load",
        against={PLANTAR_FASCIITIS: "strongly", STRESS_FRACTURE: "definite", ACHILLES_TENDONITIS: "can"},
    )
    loaded_heel = pattern(
        (Pain(location="heel"), Pain(with_activity="worsens")),
        name="a heel that hurts more with load", source=(HEEL_PAD, HEEL_BONE), see=False,
        because="the heel hurts more, and not less, the more you load it",
        tell="A heel that hurts more the longer you are on it can be the cushion under it, or the bone. Squeeze the "
        "bone from both sides: if that hurts, leave out running and have it looked at. If not, a soft heel cushion "
        "helps; have it looked at if it is no better in two weeks.",
        against={},
    )
    knot_under_the_foot = pattern(
        (Pain(location=one_of("arch", "sole")), Signs(lump="yes")),
        name="a knot in the band under the foot", source=FIBROMA, see=False,
        because="there is a lump under the foot, where it hurts",
        tell="A firm lump in the arch can be a harmless knot in the band along the sole (plantar fibroma). Keep the "
        "pressure off it, and have it felt by a doctor or podiatrist.",
        against={PLANTAR_FASCIITIS: "likely"},
    )


class MidfootAndCalf(Knowledge):
    """Middle of the foot, tendon and calf."""

    lisfranc = pattern(
        (Found("injury"), Pain(location=one_of("midfoot", "top_of_foot", "arch")), Signs(bruising="yes")),
        (Found("injury"), Pain(location=one_of("midfoot", "top_of_foot", "arch")),
         Signs(tender_bone=one_of("inner_midfoot", "metatarsal"))),
        (Pain(location="midfoot"), Pain(onset="sudden"), Signs(bruising="yes")),
        name="a hurt midfoot joint", source=LISFRANC,
        because="the middle of the foot is bruised or tender after an injury",
        tell="Bruising or a sore bone in the middle of the foot after an injury can hide torn ligaments. It needs "
        "to be examined, and looks like none of the causes here.",
        against={EXTENSOR_TENDONITIS: "definite", ANKLE_SPRAIN: "strongly", PLANTAR_FASCIITIS: "likely"},
    )
    growing_midfoot = pattern(
        (Pain(location=one_of("outer_edge", "midfoot")), Runner(age=at_most(CHILD)), Pain(onset="gradual")),
        (Pain(location=one_of("outer_edge", "midfoot")), Runner(age=at_most(CHILD)),
         Signs(tender_bone=one_of("outer_midfoot", "inner_midfoot"))),
        name="a growing bone in the middle of the foot", source=GROWING_MIDFOOT,
        because="the edge or the middle of a foot hurts that still grows",
        tell="In a child or teenager the outer edge or the middle of the foot mostly hurts where a bone still grows "
        "(Iselin's or Koehler's disease), which heals by itself. It needs a look, as a crack hurts there too; no sport "
        "until then.",
        against={STRESS_FRACTURE: "can", EXTENSOR_TENDONITIS: "can"},
    )
    midfoot_arthritis = pattern(
        (Pain(location=one_of("midfoot", "top_of_foot")), Runner(age=at_least(MIDFOOT_ARTHRITIS_AGE)),
         Runner(arthritis="yes")),
        (Pain(location=one_of("midfoot", "top_of_foot")), Runner(age=at_least(MIDFOOT_ARTHRITIS_AGE)),
         Pain(quality="stiff")),
        name="worn midfoot joints", source=MIDFOOT_ARTHRITIS, see=False,
        because="the middle of the foot is stiff or arthritic, from the age at which its joints wear",
        tell="From about 50 on, a stiff, sore middle of the foot can be worn joints. Shoes with a firm sole help; "
        "show it to a doctor if it stays.",
        against={EXTENSOR_TENDONITIS: "likely"},
    )
    torn_tendon = pattern(
        (Pain(location=one_of("achilles", "calf")), Signs(pop="yes")),
        (Pain(location=one_of("achilles", "calf")), Pain(onset="sudden"), Signs(cannot_rise_on_toes="yes")),
        name="a torn Achilles tendon", source=RUPTURE,
        because="something popped, or you suddenly cannot rise on your toes",
        tell="This fits a torn tendon rather than a sore one. Do not stretch or exercise it; have it examined.",
        against={ACHILLES_TENDONITIS: "strongly"},
    )
    pain_with_distance = pattern(
        (Pain(with_distance="yes"), Pain(location=one_of("calf", "whole_foot", "top_of_foot", "sole", "toes", "arch"))),
        name="muscle or blood flow that gives out with effort", source=EXERTIONAL_COMPARTMENT, see=False,
        because="it comes after about the same distance and goes within minutes of stopping",
        tell="Pain that comes at about the same distance and goes within minutes of stopping fits pressure in a "
        "muscle, or an artery that lets too little blood through. A doctor can tell which.",
        against={
            ACHILLES_TENDONITIS: "likely", STRESS_FRACTURE: "likely", PLANTAR_FASCIITIS: "likely",
            EXTENSOR_TENDONITIS: "likely",
        },
    )
    stiff_midfoot = pattern(
        (Pain(location=one_of("top_of_foot", "midfoot")), Pain(quality="stiff"), Pain(side="both")),
        name="stiff joints in the middle of the foot", source=YOUNG_HEEL, see=False,
        because="the middle of both feet is stiff",
        tell="Stiffness on top of both feet can come from the joints, or from bones that have grown together. Show it "
        "to a doctor or podiatrist.",
        against={EXTENSOR_TENDONITIS: "can", STRESS_FRACTURE: "can"},
    )
    calf_strain = pattern(
        (Pain(location="calf"), Pain(location=none_of("achilles")), Pain(onset="sudden")),
        (Pain(location="calf"), Pain(location=none_of("achilles")), Found("injury")),
        name="a pulled calf muscle", source=CALF, see=False,
        because="the calf itself hurts, suddenly or since an injury",
        tell="A sudden pain in the calf itself fits a pulled muscle. Rest it; if the calf swells, get medical help the "
        "same day.",
        against={ACHILLES_TENDONITIS: "likely"},
    )


ELSEWHERE_CHAPTERS = (
    BallAndToes, SkinAndNails, NervesOfTheFoot, TendonsOfTheAnkle, HeelAndSole, MidfootAndCalf,
)
