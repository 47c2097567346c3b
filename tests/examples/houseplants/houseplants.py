"""A second, tiny knowledge base: what ails a houseplant. It shows that the shell knows nothing about feet."""

from __future__ import annotations

from fractions import Fraction

from expert.authoring import (
    Advises,
    Alerts,
    Cause,
    Choice,
    Claim,
    Computed,
    Concluded,
    Finds,
    Found,
    Group,
    Hedge,
    Interpretation,
    Knowledge,
    KnowledgeBase,
    Many,
    Number,
    Opposes,
    RedFlag,
    Remark,
    Source,
    Supports,
    Vocabulary,
    Withholds,
    YesNo,
    at_least,
    none_of,
    one_of,
)


class Plant(Group):
    """The plant."""

    kind = Choice("What is it?", "Look at its label.", "it is a {}", values={"fern": "fern", "cactus": "cactus"})
    days_dry = Number("How many days since it was watered?", "Days.", "it was watered {} days ago", unit="days")
    smell = YesNo("Do the roots smell?", "Of rot.", "the roots smell", denies="the roots do not smell")


class Pot(Group):
    """Where it stands."""

    soil = Choice(
        "How is the soil?", "Put a finger in.", "the soil is {}",
        values={"dry": "dry", "moist": "moist", "soaked": "soaked"},
    )  # fmt: skip
    drains = YesNo("Is there a hole in the pot?", "Look below.", "the pot has a hole", denies="the pot has no hole")
    light = YesNo("Is it near a window?", "Within a metre.", "it is near a window", denies="it stands in the dark")
    cups_before = Number("How many cups a week before?", "Cups.", "it had {} cups a week", unit="cups")
    cups_now = Number("How many cups a week now?", "Cups.", "it has {} cups a week", unit="cups")
    more_water = Computed(
        "", "", "it has {} percent more water",
        sources=[("pot.cups_before", "pot.cups_now")],
        work_out=lambda before, now: (now - before) / before * 100 if before else None,
    )  # fmt: skip


class Leaf(Group):
    """Its leaves."""

    colour = Many(
        "Which colours are wrong?", "Look closely.", "the leaves are {}",
        values={"yellow": "yellow", "brown": "brown", "pale": "pale"},
    )  # fmt: skip
    place = Many("Which leaves?", "Look.", "it shows on the {} leaves", values={"old": "old", "young": "young"})


class Tried(Group):
    """What became of each remedy."""

    drying = Choice(
        "Did drying help?", "A week without water.", "drying: {}", values={"better": "better", "same": "same"}
    )


VOCABULARY = Vocabulary([Plant, Pot, Leaf, Tried])

THIRST = Cause("thirst", "specific", "Too little water", "The roots find no water.")
DROWNING = Cause("drowning", "specific", "Too much water", "The roots get no air.")
DARKNESS = Cause("darkness", "general", "Too little light", "The leaves get no light.")

LONG_AGO = Interpretation("long ago", Fraction(14), "14 days", "The book says 'for long' without a number.")
FLOOD = Interpretation("flood", Fraction(100), "100 percent", "The book says 'much more': we take the double.")
BOOK = Source("book", "A. Gardener, The Sad Fern, 1971, page 3", "2025-01-01")

WATER = Remark("water", "Water it.")
DRY_OUT = Remark("dry_out", "Let it dry out.")
REPOT = Remark("repot", "Put it into fresh soil.")
MOVE = Remark("move", "Move it to a window.")
ROT = Remark("rot", "Show it to a gardener tomorrow.")


class Soil(Knowledge):
    """Findings."""

    soaked = Finds(Pot(soil="soaked"), finding="wet roots", claims="D1", because="the soil is soaked")
    flooded = Finds(Pot(more_water=at_least(FLOOD)), finding="flood", claims="D1", because="it got much more water")
    no_hole = Finds(
        Found("flood"), Pot(drains="no"), finding="wet roots", claims="D1", because="the water cannot run off"
    )


class Thirst(Knowledge):
    """Too little water."""

    dry_soil = Supports(Pot(soil="dry"), cause=THIRST, hedge="surely", claims="T1", because="the soil is dry")
    brown = Supports(Leaf(colour="brown"), cause=THIRST, hedge="maybe", claims="T2", because="the leaves are brown")
    long_ago = Supports(
        Plant(days_dry=at_least(LONG_AGO)), cause=THIRST, hedge="maybe", role="risk", claims="T3",
        because="it has not been watered for long",
    )  # fmt: skip
    wet_soil = Opposes(
        Pot(soil=one_of("moist", "soaked")), cause=THIRST, hedge="surely", claims="T1", because="the soil is wet"
    )
    water = Advises(Concluded(THIRST), advice=WATER, cause=THIRST, claims="T4", because="it needs water")


class Drowning(Knowledge):
    """Too much water."""

    yellow = Supports(
        Leaf(colour="yellow"), cause=DROWNING, hedge="maybe", claims="D2", because="the leaves are yellow"
    )
    wet_roots = Supports(
        Found("wet roots"), cause=DROWNING, hedge="surely", role="risk", claims="D1", because="the roots are wet"
    )
    not_yellow = Opposes(
        Leaf(colour=none_of("yellow")), cause=DROWNING, hedge="maybe", partial=True, claims="D2",
        because="the leaves are not yellow",
    )  # fmt: skip
    dry_out = Advises(Concluded(DROWNING), advice=DRY_OUT, cause=DROWNING, claims="D3", because="roots need air")
    cactus = Withholds(Plant(kind="cactus"), advice=DRY_OUT, claims="D3", because="a cactus is dried out anyhow")
    repot_later = Advises(
        Concluded(DROWNING), advice=REPOT, cause=DROWNING, stage="if_no_better", claims="D4", because="it is next"
    )
    repot_now = Advises(
        Concluded(DROWNING), Tried(drying="same"), advice=REPOT, cause=DROWNING, claims="D4",
        because="drying did not help",
    )  # fmt: skip
    rot = Alerts(Plant(smell="yes"), alert=ROT, urgency="urgent", source=BOOK, because="the roots smell")


class Darkness(Knowledge):
    """Too little light."""

    pale = Supports(
        Pot(light="no"), cause=DARKNESS, hedge="surely", role="risk", claims="L1", because="it stands in the dark"
    )
    move = Advises(Concluded(DARKNESS, "likely"), advice=MOVE, cause=DARKNESS, claims="L1", because="it needs light")


CLAIMS = {
    name: Claim(name, "plants", kind, "plain", text)
    for name, kind, text in [
        ("T1", "presentation", "Dry soil."), ("T2", "presentation", "Brown leaves."), ("T3", "cause", "Not watered."),
        ("T4", "treatment", "Water it."), ("D1", "cause", "Wet roots."), ("D2", "presentation", "Yellow leaves."),
        ("D3", "treatment", "Dry it."), ("D4", "follow-up", "Repot it."), ("L1", "cause", "Darkness."),
        ("S1", "structure", "Look at the roots first."),
    ]
}  # fmt: skip

HEDGES = {hedge.word: hedge for hedge in (Hedge("surely", 0.6, 0.5), Hedge("maybe", 0.4, 0.2))}

PLANTS = KnowledgeBase(
    title="A sad houseplant",
    notice="This is a test.",
    place="leaf.place",
    vocabulary=VOCABULARY,
    claims=CLAIMS,
    causes=(DARKNESS, THIRST, DROWNING),
    hedges=HEDGES,
    rules=(*Soil.rules, *Thirst.rules, *Drowning.rules, *Darkness.rules),
    mechanisms={"S1": "ranking"},
    red_flags=(RedFlag("plant.smell", ("yes",), (), "the roots smell"),
               RedFlag("pot.soil", ("soaked",), ("old",), "the soil is soaked")),
    accepted={"untested:leaf.colour=pale": "the answer of those whose leaves are neither yellow nor brown",
              "untested:leaf.place=young": "young leaves alone are no warning",
              "dominated:drowning.not_yellow": "it tells those who ask why it is not that",
              "unasked:red flag pot.soil=soaked": "drowning asks for the soil wherever it shows",
              "untried:number flood": "five cases show the program, and try no numbers",
              "untried:number long ago": "five cases show the program, and try no numbers"},
)  # fmt: skip
