"""What ails a houseplant: a base with two causes and five rules, to begin one's own from."""

from expert.authoring import (
    Advises,
    Cause,
    Choice,
    Claim,
    Concluded,
    Group,
    Hedge,
    Knowledge,
    KnowledgeBase,
    Many,
    Remark,
    Supports,
    Vocabulary,
)


# What a case can say: questions in groups. A field is called by both names: pot.soil, leaf.place.
class Pot(Group):
    """The pot."""

    soil = Choice(
        "How is the soil?",
        "Put a finger into it.",
        "the soil is {}",
        values={"dry": "dry", "moist": "moist", "soaked": "soaked"},
    )


class Leaf(Group):
    """The leaves."""

    place = Many(
        "Which leaves hang?", "Look from above.", "its {} leaves hang", values={"old": "old", "young": "young"}
    )


# What the text says that the base is made from, in numbered claims and in our own words.
CLAIMS = {
    claim.id: claim
    for claim in (
        Claim("T1", "Thirst", "presentation", "often", "Dry soil is often why a plant hangs its leaves."),
        Claim("T2", "Thirst", "treatment", "", "Water it."),
        Claim("D1", "Drowning", "presentation", "often", "In soaked soil the roots often rot."),
        Claim("D2", "Drowning", "presentation", "sometimes", "Sometimes the old leaves hang first."),
        Claim("D3", "Drowning", "treatment", "", "Let it dry out."),
    )
}
# What its words of caution are worth: for a sign by which one knows it, and for what only makes it likelier.
HEDGES = {"often": Hedge("often", 0.6, 0.3), "sometimes": Hedge("sometimes", 0.4, 0.2)}

# What can be concluded, and what can be advised.
THIRST = Cause("thirst", "specific", "Too little water", "The roots find no water.")
DROWNING = Cause("drowning", "specific", "Too much water", "The roots get no air.")
WATER = Remark("water", "Water it until it runs out below.")
DRY_OUT = Remark("dry_out", "Do not water it for a week.")


class Thirst(Knowledge, cause=THIRST):
    """Too little water."""

    dry = Supports(Pot(soil="dry"), hedge="often", claims="T1", because="the soil is dry")
    water = Advises(Concluded(THIRST), advice=WATER, claims="T2", because="it needs water")


class Drowning(Knowledge, cause=DROWNING):
    """Too much water."""

    soaked = Supports(Pot(soil="soaked"), hedge="often", claims="D1", because="the soil is soaked")
    old = Supports(Leaf(place="old"), hedge="sometimes", claims="D2", because="its old leaves hang")
    dry_out = Advises(Concluded(DROWNING), advice=DRY_OUT, claims="D3", because="roots need air")


KNOWLEDGE = KnowledgeBase(
    title="A sad houseplant",
    notice="This informs; whoever grows plants for a living knows more.",
    version="1",
    place="leaf.place",  # the question that asks where it shows; a subject without places leaves it out
    vocabulary=Vocabulary([Pot, Leaf]),
    claims=CLAIMS,
    hedges=HEDGES,
    causes=(THIRST, DROWNING),
    rules=(*Thirst.rules, *Drowning.rules),
    # What `kb check` remarks on and is as it should be, with the reason.
    accepted={"untested:leaf.place=young": "young leaves tell nothing of these two"},
)
