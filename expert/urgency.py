"""How soon somebody must look at it: a ladder of urgencies, each with all its words and looks in one place.

A knowledge base brings its own ladder or takes `LADDER`. What an urgency is called, said and drawn as is asked of its
ladder and decided nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, Protocol, TypeVar

from expert.errors import KnowledgeError


@dataclass(frozen=True)
class Urgency:
    """One urgency.

    Attributes:
        name: its name in cases and results, in small letters.
        soon: how soon, as a clause (``within a day or two``).
        headline: what it is told under.
        if_so: what an open red flag that would bring it is told under.
        settles: what a question can settle that may bring it, as a clause with "whether"; the mildest needs none.
        calm: what is said where no alert was raised; only the mildest needs it.
        grave: whether it is said at once, in the middle of a consultation, and before all else in the result; what
            does more than protect is not advised beside it.
        within: names of the deadlines that its alerts may set, the usual one first; empty in a base without deadlines.
        net: what a result of this urgency says should be done if things change; net_besides: the same in short, behind
            an answer that says when to ask somebody.
        style: how rich writes its headline in a terminal.
        ground: the colour behind it in HTML; ink: that of all that is written there, if not the page's own.
    """

    name: str
    soon: str
    headline: str
    if_so: str
    settles: str = ""
    calm: str = "Nothing in these answers says that it is urgent."
    grave: bool = False
    within: tuple[str, ...] = ()
    net: str = "Ask again if it gets worse or does not get better."
    net_besides: str = ""
    style: str = "bold"
    ground: str = "#ffffff"
    ink: str = ""


@dataclass(frozen=True)
class Deadline:
    """By when somebody must have looked at it.

    Attributes:
        name: its name in results, in small letters.
        soon: the same as a clause (``today``).
        headline: what is told under it, in place of the urgency's own headline.
        if_so: what an open red flag that would set it is told under.
        words: beginnings of words that say it in a text, in small letters; no alert with another deadline has one.
    """

    name: str
    soon: str
    headline: str
    if_so: str = ""
    words: tuple[str, ...] = ()


class Step(Protocol):
    """What a ladder is made of: anything with a name."""

    @property
    def name(self) -> str:
        """Its name, one of its kind."""
        ...


Rung = TypeVar("Rung", bound=Step)


@dataclass(frozen=True)
class Ladder(Generic[Rung]):
    """An order of named things, the mildest first.

    Attributes:
        rungs: at least one, each with a name of its own.

    Raises:
        KnowledgeError: there is none, or a name is taken or can be no name.
    """

    rungs: tuple[Rung, ...]

    def __post_init__(self) -> None:
        if not self.rungs:
            raise KnowledgeError("a ladder without a rung: name at least one")
        for name in self.names:
            if not re.fullmatch("[a-z][a-z0-9_]*", name):
                raise KnowledgeError(f"{name!r} is no name for a rung; allowed are small letters, digits and _")
            if self.names.count(name) > 1:
                raise KnowledgeError(f"two rungs of a ladder are called {name}")

    @cached_property
    def names(self) -> tuple[str, ...]:
        """All names, the mildest first."""
        return tuple(rung.name for rung in self.rungs)

    @cached_property
    def _ranks(self) -> Mapping[str, int]:
        return {name: rank for rank, name in enumerate(self.names)}

    def __iter__(self) -> Iterator[Rung]:
        return iter(self.rungs)

    def __contains__(self, name: object) -> bool:
        return name in self._ranks

    def __getitem__(self, name: str) -> Rung:
        return self.rungs[self._ranks[name]]

    def rank(self, name: str) -> int:
        """How far up it stands; 0 is the mildest."""
        return self._ranks[name]

    @property
    def mildest(self) -> str:
        """What holds where nothing raises it."""
        return self.names[0]

    @property
    def top(self) -> str:
        """What cannot be graver."""
        return self.names[-1]

    @property
    def raised(self) -> tuple[str, ...]:
        """What something can raise it to: all but the mildest."""
        return self.names[1:]

    def gravest(self, names: Iterable[str]) -> str:
        """The gravest of these; of none of them the mildest that there is."""
        return max(names, key=self.rank, default=self.mildest)

    def graver(self, name: str, than: str) -> bool:
        """Whether one stands above the other."""
        return self.rank(name) > self.rank(than)


#: For a base that has no ladder of its own.
LADDER = Ladder(
    (
        Urgency(
            "calm",
            soon="nobody has to look at it for now",
            headline="How urgent is it?",
            if_so="Say so, and ask again, if one of these is so:",
            calm="Calm: nothing in these answers says that somebody must look at it soon.",
            ground="#eef6f0",
        ),
        Urgency(
            "advisable",
            soon="in the next weeks",
            headline="Let somebody look at it",
            if_so="Let somebody look at it if one of these is so:",
            settles="whether somebody should look at it",
            style="bold yellow",
            ground="#fff4d6",
        ),
        Urgency(
            "urgent",
            soon="within a day or two",
            headline="Urgent: see to it within a day or two",
            if_so="See to it within a day or two if one of these is so:",
            settles="whether it must be seen to within a day or two",
            grave=True,
            style="bold red",
            ground="#fdeaea",
        ),
        Urgency(
            "emergency",
            soon="now",
            headline="EMERGENCY: see to it now",
            if_so="See to it at once if one of these is so:",
            settles="whether this is an emergency",
            grave=True,
            style="bold white on red",
            ground="#8f1414",
            ink="#ffffff",
        ),
    )
)
