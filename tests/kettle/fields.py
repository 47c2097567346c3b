"""What can be said about a kettle."""

from __future__ import annotations

from expert.contradictions import Contradiction
from expert.fields import Choice, Computed, Group, Many, Number, Vocabulary, YesNo


class Kettle(Group):
    """The kettle."""

    kind = Choice(
        "Which kind?", "Is there a cable?", "it is a {} kettle", values={"electric": "electric", "hob": "hob"}
    )
    lamp = YesNo("Does its lamp glow?", "Look.", "the lamp glows", denies="the lamp is dark")
    sparks = YesNo("Does it spark?", "Stand back.", "it sparks", denies="it does not spark")
    leaks = Many("Where does it leak?", "Feel.", "it leaks at the {}", values={"lid": "lid", "base": "base"})
    years = Number("How old is it?", "Years.", "it is {} years old", unit="years")


class Water(Group):
    """What is in it."""

    hard = YesNo("Is the water hard?", "Ask the works.", "the water is hard", denies="the water is soft")
    flakes = YesNo("Are there white flakes?", "Look.", "there are flakes", denies="there are no flakes")
    cups_before = Number("How many cups before?", "Cups.", "it took {} cups", unit="cups")
    cups_now = Number("How many cups now?", "Cups.", "it takes {} cups", unit="cups")
    more = Computed(
        "", "", "it takes {} cups more",
        sources=[("water.cups_before", "water.cups_now")], work_out=lambda before, now: now - before, unit="cups",
    )  # fmt: skip


class Tried(Group):
    """What became of each remedy."""

    vinegar = Choice(
        "Did vinegar help?", "A cup of it, boiled.", "vinegar {}",
        values={"better": "helped", "same": "did not help", "not_tried": "was not tried"},
    )  # fmt: skip


VOCABULARY = Vocabulary([Kettle, Water, Tried])


def _no_lamp(lamp: str, kind: str) -> str | None:
    return "which has no lamp" if lamp == "yes" and kind == "hob" else None


CONTRADICTIONS = (Contradiction("kettle.lamp", ("kettle.kind",), _no_lamp),)
