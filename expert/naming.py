"""What a knowledge base calls the things that every base has, so that the shell can speak of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Naming:
    """Names for what the shell speaks of; each has a plain one where a base gives none.

    Attributes:
        text: the text whose claims the base is made of, as a sentence names it (``the handbook``).
        matter: what a person consults it about, as they would point at it (``this plant``).
        net: what it is told under what to do if things change (``When to show it to somebody``).
        file: the stem of a file's name in examples (``my-plant`` in ``save my-plant.yaml``).
    """

    text: str = "the text"
    matter: str = "this"
    net: str = "If it changes"
    file: str = "my-case"
