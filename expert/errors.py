"""The errors of the shell. Each says what was found, where, what is allowed and what to do next."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence

from expert.characters import harmless


class ExpertError(Exception):
    """Base of all errors that the shell raises on purpose."""


class KnowledgeError(ExpertError):
    """The knowledge base itself is wrong: a misspelt field, a rule without a warrant, two rules of one name."""


class UsageError(ExpertError):
    """The command was called in a way that makes no sense (exit code 2)."""


class ProgramError(RuntimeError):
    """A fault of the program or of its base. Its words hold nothing of what a case says, so they can be reported."""


class CaseError(ExpertError):
    """A case cannot be read.

    Attributes:
        message: what was found and what is allowed, in one or two sentences.
        field: the field's full name (``pot.soil``), where one field is to blame.
        line: the line in its file, counted from 1, where the reader knows it.
    """

    def __init__(self, message: str, field: str | None = None, line: int | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field
        self.line = line


def fault(error: BaseException) -> str:
    """What went wrong inside the program: the kind of exception and where it was raised.

    The words of an exception that nobody foresaw may hold what a case says, so they are not among it.
    """
    if isinstance(error, ProgramError):
        return str(error)
    kind, trace, place = type(error).__name__, error.__traceback__, ""
    while trace is not None:
        own = str(trace.tb_frame.f_globals.get("__name__")).partition(".")[0] not in sys.stdlib_module_names
        if own or not place:
            place = f" in {os.path.basename(trace.tb_frame.f_code.co_filename)}, line {trace.tb_lineno}"
        trace = trace.tb_next
    return f"{kind}{place}"


#: So many problems of one case are told, and of the rest how many they are.
_MOST_TOLD = 12


def together(errors: Sequence[CaseError]) -> CaseError:
    """Several problems as one, with the field and line of the first and the messages of all."""
    first = errors[0]
    told = [first.message]
    for error in errors[1:_MOST_TOLD]:
        place = f"line {error.line}: " if error.line not in (None, first.line) else ""
        told.append(f"Also {place}{error.message}")
    if len(errors) > _MOST_TOLD:
        told.append(f"And {len(errors) - _MOST_TOLD} more.")
    return CaseError(" ".join(told), first.field, first.line)


def nearest(word: str, allowed: Iterable[str]) -> str | None:
    """The allowed word that is most like `word`, or None if nothing is like it."""
    import difflib  # late: a command that meets no wrong word does without

    by_lower = {name.lower(): name for name in allowed}
    if len(word) > 3 * max(map(len, by_lower), default=0):  # it cannot be like them, and comparing it takes long
        return None
    word = str(word).lower()
    words = _words(word)
    same = [name for name in by_lower if _words(name) == words]
    if same:  # its own words in another order
        return by_lower[same[0]]
    found = difflib.get_close_matches(word, list(by_lower), n=1, cutoff=0.6)
    return by_lower[found[0]] if found else None


def _words(name: str) -> list[str]:
    """The words of a name, whatever their order."""
    return sorted(re.findall(r"[^\W_]+", name))


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """``", did you mean X?"`` for the nearest allowed word, else an empty string."""
    guess = nearest(word, allowed)
    return f", did you mean {guess}?" if guess else ""


def shown(raw: object, most: int = 60) -> str:
    """A value as a message shows it: short, without control characters, true and false as yes and no."""
    words = {True: "yes", False: "no", None: "nothing"}
    if isinstance(raw, Mapping):
        text = "a mapping"
    elif isinstance(raw, (list, tuple)):
        text = "an empty list" if not raw else f"a list of {len(raw)}"
    else:
        text = words[raw] if raw is None or isinstance(raw, bool) else _as_text(raw)
    text = harmless(text[: most + 1])
    return "an empty text" if not text.strip() else text if len(text) <= most else text[: most - 3] + "..."


def _as_text(raw: object) -> str:
    """A value as text; Python writes out no whole number of some thousand digits."""
    try:
        return str(raw)
    except ValueError:
        return "a number of thousands of digits"
