"""Coming back: what was kept of a finished consultation, and what to say to who tells of having been here before."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from expert.asking.offers import Offer
from expert.asking.stage import Flow, Stage
from expert.asking.talk import Talk, ranking
from expert.asking.turn import Script
from expert.cases.case import Case
from expert.consultation import Consultation

#: What a word of an offer does.
Does = Callable[[Script], None]
_BACK = re.compile(
    r"\b(?:i|we)(?:'ve| have|'m| am)? (?:already |just )?(?:was|were|been|came|am back|talked|back) (?:already )?"
    r"(?:here|with you|to you|on this|from last)\b|\bi(?: a|')m back(?: again| here)?\s*(?:[.,!]|$)|\bfollow[ -]?up\b|"
    r"\b(?:my|the) (?:last|earlier|previous|old|saved) (?:consultation|session|answers|file|case|result)\b|"
    r"\b(?:load|open) (?:my |the )?(?:file|case|\S+\.(?:ya?ml|json))|\S+\.ya?ml\b",
    re.IGNORECASE,
)
_FILE = re.compile(r"[\w~./\\-]+\.(?:ya?ml|jsonl?)\b", re.IGNORECASE)
_SHELL = re.compile(r"(?:\S+ +)?(?:consult|explain|batch|read|forget|kb)\b.* --?\w|(?:\S+ +)?consult +-", re.IGNORECASE)


@dataclass(frozen=True)
class Earlier:
    """A finished consultation that the person has let be kept: its answers, and how many days ago that was."""

    case: Case
    days: int

    @property
    def weeks(self) -> float | None:
        """How many weeks ago; None where that is less than a day."""
        return self.days / 7 if self.days else None

    @property
    def ago(self) -> str:
        """How long ago, in words."""
        return {0: "today", 1: "yesterday"}.get(self.days, f"{self.days} days ago")


def how_to_load(talk: Talk, path: str) -> str:
    """The line that asks again about a saved case, to be typed or pasted where programs are called."""
    called = f"{talk.program} " if talk.program else ""
    return f"{called}consult --load {shlex.quote(path)} --follow-up"


def meant_for_the_shell(talk: Talk, text: str) -> str:
    """What to say to a line that calls this program, typed inside it; empty for any other line."""
    words = text.split()
    called = bool(talk.program) and len(words) > 1 and words[0].lower() == talk.program.lower()
    if not (called and words[1].lower() == "consult" or _SHELL.match(text)):
        return ""
    return "That line is for where you called this program: type quit here first, then the line there."


def comes_back(talk: Talk, text: str, kept: bool) -> str:
    """What to say to who tells of an earlier consultation; empty where none is told of.

    Args:
        kept: whether it was kept and was offered.
    """
    if not _BACK.search(text):
        return ""
    file = _FILE.search(text)
    if file is None and kept:
        return "To go on from last time, type restart, then yes to how it went. Or tell it anew, as it is now."
    name = file.group() if file else "FILE"
    return (
        f"With the file that you saved, quit and type:\n  {how_to_load(talk, name)}\n"
        "Without one nothing is known here of what you said then: tell it anew, as it is now."
    )


class Parting(Offer):
    """Whether the answers may be kept, asked once of who leaves the result; leaving without an answer is a no."""

    def __init__(self, dialogue: Flow, behind: Stage, keep: Does, drop: Does) -> None:
        self._drop = drop
        question = "Keep your answers on this device, to see next time how it went?"
        about = (
            "yes keeps your answers (not your own words) in a file that only you can read, until you forget them; no "
            "keeps nothing; back goes to the result."
        )
        stay = partial(dialogue.return_to, behind)
        super().__init__(dialogue, question, {"yes": keep, "no": drop}, "no", about, stay)

    def leave(self, script: Script) -> None:
        """See `Question.leave`."""
        self._drop(script)


def found_then(found: Consultation) -> str:
    """What it looked like last time, in a few words."""
    return ranking(found).split(", ", 1)[0]
