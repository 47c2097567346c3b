"""What a source's word of caution is worth: the one table from words to certainty factors.

A feature of the complaint itself (its *presentation*: what hurts, where, when) says more about what it is than
something that may have brought it on (a *risk*), so each word has two numbers. The numbers are ours. They were set
so that one definite feature alone can make a cause likely, one "might" alone cannot, and risks alone add up slowly.
"""

from __future__ import annotations

from expert.authoring import Hedge

_TABLE = (
    #     word                presentation  risk
    Hedge("definition", 0.60, 0.45),
    Hedge("characterised", 0.60, 0.45),
    Hedge("typically", 0.60, 0.40),
    Hedge("most-common", 0.60, 0.40),
    Hedge("likely", 0.55, 0.35),
    Hedge("plain", 0.50, 0.35),
    Hedge("others", 0.50, 0.35),
    Hedge("fundamental", 0.50, 0.35),
    Hedge("good-possibility", 0.50, 0.40),
    Hedge("more-likely", 0.50, 0.40),
    Hedge("particularly", 0.45, 0.35),
    Hedge("can", 0.45, 0.30),
    Hedge("tends", 0.40, 0.30),
    Hedge("could", 0.40, 0.35),
    Hedge("might", 0.40, 0.25),
    Hedge("higher-risk", 0.30, 0.25),
    # For sources other than the article.
    Hedge("definite", 0.85, 0.60),
    Hedge("strongly", 0.70, 0.50),
    Hedge("weakly", 0.20, 0.15),
    # One of many small signs: alone it concludes nothing, two of them make something possible.
    Hedge("hints", 0.15, 0.10),
)

HEDGES = {hedge.word: hedge for hedge in _TABLE}
