"""The whole base."""

from __future__ import annotations

from expert.certainty import Hedge
from expert.knowledge import Claim, KnowledgeBase, RedFlag
from kettle.element import Danger, Element
from kettle.fields import CONTRADICTIONS, VOCABULARY
from kettle.scale import Lime, Scale, ScaleBeyond
from kettle.words import ELEMENT, SCALE, TOO_FULL

CHAPTERS = (Lime, Scale, ScaleBeyond, Element, Danger)
CLAIMS = {
    name: Claim(name, "kettles", kind, "mostly", text)
    for name, kind, text in [
        ("K1", "presentation", "Lime makes a crust."), ("K2", "treatment", "Vinegar dissolves it."),
        ("K3", "presentation", "A dark lamp."), ("K4", "cause", "Much water."), ("K5", "structure", "Look first."),
    ]
}  # fmt: skip
KETTLE = KnowledgeBase(
    title="A kettle that does not boil",
    notice="This is a test.",
    place="kettle.leaks",
    vocabulary=VOCABULARY,
    claims=CLAIMS,
    causes=(SCALE, ELEMENT, TOO_FULL),
    hedges={hedge.word: hedge for hedge in (Hedge("mostly", 0.6, 0.5), Hedge("perhaps", 0.3, 0.2))},
    rules=tuple(rule for chapter in CHAPTERS for rule in chapter.rules),
    mechanisms={"K5": "ranking"},
    red_flags=(RedFlag("kettle.sparks", ("yes",), (), "sparks"), RedFlag("kettle.leaks", ("base",), ("base",), "wet")),
    contradictions=CONTRADICTIONS,
    implications=(("kettle.kind", "hob", "kettle.lamp", "no"),),
    tick_lists=(("kettle", "water"),),
    accepted={
        "untested:kettle.leaks=lid": "a lid that leaks is no trouble",
        "unreached:cause too_full": "only beside what it held before does it show",
    },
)
