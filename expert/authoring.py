"""Everything that the author of a knowledge base imports, in one place.

A base is a module with a `KnowledgeBase`: questions in groups, causes, rules that stand on claims or on cited sources.
This is a whole one; ``tests/examples/houseplants`` is one with all kinds of rule, a command and cases.

    >>> class Lamp(Group):
    ...     '''The lamp.'''
    ...     dark = YesNo("Is it dark?", "Look at it.", "it is dark", denies="it shines")
    ...     place = Many("Where?", "Look.", "it is in the {}", values={"hall": "hall", "attic": "attic"})
    >>> BULB = Cause("bulb", "specific", "A dead bulb", "The wire in it has burnt through.")
    >>> class Bulb(Knowledge):
    ...     '''The bulb.'''
    ...     dark = Supports(Lamp(dark="yes"), cause=BULB, hedge="often", claims="B1", because="it is dark")
    ...     change = Advises(
    ...         Concluded(BULB), advice=Remark("change", "Put in a new one."), cause=BULB, claims="B2",
    ...         because="a bulb is cheap",
    ...     )
    >>> LAMPS = KnowledgeBase(
    ...     title="A lamp that is dark", notice="Pull the plug first.", place="lamp.place",
    ...     vocabulary=Vocabulary([Lamp]),
    ...     claims={"B1": Claim("B1", "Bulbs", "presentation", "often", "A dark lamp often has a dead bulb."),
    ...             "B2": Claim("B2", "Bulbs", "treatment", "", "Then change it.")},
    ...     causes=(BULB,),
    ...     hedges={"often": Hedge("often", 0.6, 0.3)},
    ...     rules=Bulb.rules,
    ... )
    >>> from expert import Evaluator
    >>> result = Evaluator(LAMPS).evaluate({"lamp": {"dark": "yes"}})
    >>> [(one["cause"], one["level"]) for one in result["conclusions"]]
    [('bulb', 'likely')]
    >>> [one["text"] for one in result["recommendations"]]
    ['Put in a new one.']

What is wrong with a base is said when it is made (`KnowledgeError` lists every fault); ``kb check`` says it in a
terminal. A program of its own is `expert.commands.main` with a name and the base's.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from expert.certainty import Hedge
from expert.conditions import (
    Concluded,
    Found,
    Interpretation,
    above,
    at_least,
    at_most,
    none_of,
    one_of,
)
from expert.contradictions import Contradiction
from expert.errors import KnowledgeError
from expert.fields import (
    Choice,
    Computed,
    Distance,
    Either,
    Group,
    Many,
    Number,
    Quantity,
    Vocabulary,
    YesNo,
)
from expert.knowledge import Claim, Gate, KnowledgeBase, RedFlag, Topic
from expert.lengths import UNITS
from expert.naming import Naming
from expert.rules import (
    Advises,
    Alerts,
    Bundle,
    Cause,
    Finds,
    Guides,
    Knowledge,
    Measure,
    Opposes,
    Remark,
    Source,
    Supports,
    Withholds,
)
from expert.training.fields import ActivityFields
from expert.urgency import LADDER, Deadline, Ladder, Urgency

if TYPE_CHECKING:
    from expert.hearing.lexicon import Ambiguous, Explained, Lexicon, Remedy, Says, says
    from expert.places import PlaceMap, Point, Shape, View, ellipse, mirrored

#: What only those need who give the words of a base, or its map; it is imported when it is asked for.
_LATER = dict.fromkeys(("Ambiguous", "Explained", "Lexicon", "Remedy", "Says", "says"), "expert.hearing.lexicon")
_LATER |= dict.fromkeys(("PlaceMap", "Point", "Shape", "View", "ellipse", "mirrored"), "expert.places")


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LATER[name]), name)


__all__ = [
    "LADDER",
    "UNITS",
    "Advises",
    "Alerts",
    "Ambiguous",
    "Bundle",
    "Cause",
    "Choice",
    "Claim",
    "Computed",
    "Concluded",
    "Contradiction",
    "Deadline",
    "Distance",
    "Either",
    "Explained",
    "Finds",
    "Gate",
    "Found",
    "Group",
    "Guides",
    "Hedge",
    "Interpretation",
    "Knowledge",
    "KnowledgeBase",
    "KnowledgeError",
    "Ladder",
    "Lexicon",
    "Many",
    "Measure",
    "Naming",
    "Number",
    "Opposes",
    "PlaceMap",
    "Point",
    "Quantity",
    "RedFlag",
    "Remark",
    "Remedy",
    "Says",
    "Shape",
    "Source",
    "Supports",
    "Topic",
    "ActivityFields",
    "Urgency",
    "View",
    "Vocabulary",
    "Withholds",
    "YesNo",
    "above",
    "at_least",
    "at_most",
    "ellipse",
    "mirrored",
    "none_of",
    "one_of",
    "says",
]
