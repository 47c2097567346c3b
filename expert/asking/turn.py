"""One turn of a consultation: what is to be shown after a reply, and what waits for the next one. Plain data.

The core (`dialogue`) makes turns; a face (a terminal, a pipe, a page) shows them. No turn does anything by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

#: The keys that a bottom line names, as long as it can be and cut short for a narrow window.
Keys = tuple[str, str]
#: What stands before a reply where an empty one leads to single questions instead.
ONE_BY_ONE = "Enter asks one by one> "


@dataclass(frozen=True)
class Pick:
    """One line of a choice.

    Attributes:
        reply: what is typed for it: its number, or a word. label: what it says.
    """

    reply: str
    label: str


@dataclass(frozen=True)
class Say:
    """Lines, to be wrapped to the window; `style` is ``bold``, ``dim``, ``alert`` or nothing.

    Attributes:
        listed: whether it is a line of the choice that the prompt has as data: a face that draws that leaves it out.
        typed: whether it says what can be typed: a face with buttons for that leaves it out.
        offers: what it says can be typed now, for a face with buttons; just these, and only until the next reply.
        about: the line of the list that it tells of, in words, where it begins with its number: for a face without
            numbers.
    """

    text: str
    style: str = ""
    listed: bool = False
    typed: bool = False
    offers: tuple[Pick, ...] = ()
    about: str = ""


@dataclass(frozen=True)
class Page:
    """A longer page, which draws itself on any console of rich.

    Attributes:
        whole: whether it is the result, in whose place a later one stands.
    """

    draw: Callable[[Console], None]
    whole: bool = False


@dataclass(frozen=True)
class File:
    """A file that the person wants to have. The face writes it, and asks before it replaces another.

    Attributes:
        path: as it was typed. text: what it holds. kind: ``case`` or ``report``.
        may_replace: whether the person has said that it may take the place of another.
    """

    path: str
    text: str
    kind: str
    may_replace: bool = False


Shown = Say | Page | File


@dataclass(frozen=True)
class Choice:
    """What can be chosen, for a face that draws it; whatever is chosen there is handed over as the reply to type.

    Attributes:
        options: the lines, in order. several: whether any number of them may be chosen, or one.
        selected: the replies of those that were chosen before, and that an empty reply chooses again.
        none: what "none of these" (the reply ``0``) says, where it can be said.
        unknown: what the reply ``u`` says, where it can be said; untried: whether that is "I have not tried".
        keys: the keys that choose at once, each with its reply: ``y`` and ``n``.
        usual: the reply that counts where none comes, and that a face may show before the others; empty for none.
    """

    options: tuple[Pick, ...]
    several: bool = False
    selected: tuple[str, ...] = ()
    none: str = ""
    unknown: str = ""
    untried: bool = False
    keys: Mapping[str, str] = field(default_factory=dict)
    usual: str = ""

    def reply(self, chosen: Collection[str]) -> str:
        """What is typed for the options with these replies: empty for those chosen before, ``0`` for none."""
        if self.selected and set(chosen) == set(self.selected):
            return ""
        return " ".join(one.reply for one in self.options if one.reply in chosen) or ("0" if self.none else "")


@dataclass(frozen=True)
class Prompt:
    """What waits for a reply.

    Attributes:
        text: stands before the cursor.
        question: the line that it answers, to be said again where a long list has pushed it out of sight.
        words: what may be typed, for completion.
        keys: for the line of keys; None for no such line.
        wrong: what is wrong with a line that is still being typed, or None; absent where that is not worth saying.
        choice: what can be chosen, where something can; the same stands in what is shown, as lines that are `listed`.
        before: what an empty reply keeps, in words, where it keeps something.
        left: about how many more questions will come behind this one; None where that is not known.
    """

    text: str = "> "
    question: str = ""
    words: tuple[str, ...] = ()
    keys: Keys | None = None
    wrong: Callable[[str], str | None] | None = None
    choice: Choice | None = None
    before: str = ""
    left: int | None = None


@dataclass(frozen=True)
class Turn:
    """What to show, in this order, and what then waits for a reply; None where the consultation is over."""

    shown: tuple[Shown, ...]
    prompt: Prompt | None


class Script:
    """What a turn is to show, while it is being gathered."""

    def __init__(self) -> None:
        self.shown: list[Shown] = []

    def say(self, text: str = "", style: str = "", about: str = "") -> None:
        """Lines."""
        self.shown.append(Say(text, style, about=about))

    def hint(self, text: str, *offers: Pick, style: str = "") -> None:
        """What can be typed; `offers` say the same as data."""
        self.shown.append(Say(text, style, typed=True, offers=offers))

    def page(self, draw: Callable[[Console], None], whole: bool = False) -> None:
        """A longer page; see `Page`."""
        self.shown.append(Page(draw, whole))

    def file(self, path: str, text: str, kind: str) -> None:
        """A file to be written."""
        self.shown.append(File(path, text, kind))
