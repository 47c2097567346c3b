"""What a person typed, understood: numbers of a list, words with forgiving spelling, quantities with units."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from expert.errors import CaseError
from expert.fields import Answer, Field

UNKNOWN_WORDS = frozenset(
    {"u", "unknown", "don't know", "dont know", "i don't know", "dunno", "idk", "skip", "not sure", "no idea"}
)
NONE_WORDS = frozenset({"0", "none", "none of these", "no", "nothing", "neither"})

_UNKNOWN_LINES = re.compile(r"(?:^|[\s,;])(?:u|unknown|not sure about)\s+(?=\S)", re.IGNORECASE)


@dataclass(frozen=True)
class Option:
    """One line of a list: the value it stands for, its label, and other words it goes by."""

    value: str
    label: str
    also: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The value in words, of a field only its own name: ``new shoes`` for ``tried.new_shoes``."""
        return self.value.rpartition(".")[2].replace("_", " ").lower()

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join((self.name, self.label, *self.also))


class Misread(Exception):
    """What was typed makes no sense here; the message says what does."""


def pick_one(text: str, options: Sequence[Option]) -> str:
    """The value of the option that was typed, by number, value, label, its beginning, or a near spelling.

    Raises:
        Misread: none or several fit.
    """
    text = text.strip().lower()
    if text.isdecimal():
        number = line_number(text, len(options))
        if number is not None:
            return options[number - 1].value
        raise Misread(f"There is no number {_short(text)} here; the list goes from 1 to {len(options)}.")
    for fits in (_exact, _fits):
        found = [option for option in options if fits(text, option)]
        if len(found) == 1:
            return found[0].value
        if len(found) > 1 and fits is not _exact:
            raise _ambiguous(text, options, found)
    return _nearest(text, options)


def line_number(text: str, last: int) -> int | None:
    """The number from 1 to `last` that was typed, or None."""
    number = int(text) if text.isdecimal() and len(text) < 9 else 0
    return number if 1 <= number <= last else None


def _exact(text: str, option: Option) -> bool:
    names = (option.value.lower(), option.name, option.name.replace(" ", "_"), option.label.lower(), *option.also)
    return text in names


def _fits(text: str, option: Option) -> bool:
    """Whether an option begins with the text, or a word of it does; two letters can only be a beginning."""
    names = (option.label.lower(), option.name, *option.also)
    begins = bool(text) and any(name.startswith(text) for name in names)
    return begins or (len(text) > 2 and any(re.search(rf"\b{re.escape(text)}", name) for name in names))


def _nearest(text: str, options: Sequence[Option]) -> str:
    """The option that a misspelt text means: by its whole name, or by all its words once those are mended."""
    names = {name: option for option in options for name in (option.name, option.label.lower(), *option.also)}
    found = difflib.get_close_matches(text, list(names), n=1, cutoff=0.88)
    if found:
        return names[found[0]].value
    known = sorted({word for option in options for word in _words(option.text)})
    mended = " ".join(_mended(word, known) for word in text.split())
    if mended != text:
        return pick_one(mended, options)
    wanted = _words(text)
    having = [option for option in options if wanted and wanted <= _words(option.text)]
    if len(having) > 1:
        raise _ambiguous(text, options, having)
    if not having:
        last = len(options)
        raise Misread(f"'{_short(text)}' is not in the list. Type a number from 1 to {last}, or u.")
    return having[0].value


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{3,}", text.lower())) - {"the", "and", "with", "that", "when"}


def _mended(word: str, known: Sequence[str]) -> str:
    """The known word that a misspelt one is nearest to; itself where it is the beginning of one, or like none."""
    if len(word) < 4 or any(other.startswith(word) for other in known):
        return word
    found = difflib.get_close_matches(word, known, n=1, cutoff=0.8)
    return found[0] if found else word


def _ambiguous(text: str, options: Sequence[Option], found: Sequence[Option]) -> Misread:
    names = ", ".join(f"{options.index(option) + 1} {option.label}" for option in found[:4])
    return Misread(f"'{_short(text)}' could be several: {names}. Type the number.")


def pick_several(text: str, options: Sequence[Option]) -> tuple[str, ...]:
    """The values of all options that were typed, parted by commas or, for numbers, by spaces.

    Raises:
        Misread: a part fits none or several.
    """
    parts = [part for piece in re.split("[,;]", text) for part in _parts(piece, options) if part.strip()]
    if re.fullmatch(r"[\d\s,;]+", text):
        parts = re.findall(r"\d+", text)
    if not parts:
        raise Misread("Type one or more numbers, for example 1 3, or 0 for none of these.")
    if any(_exact(text.strip().lower(), option) for option in options):
        parts = [text]
    chosen = {pick_one(part, options) for part in parts}
    return tuple(option.value for option in options if option.value in chosen)


def pick_ticks(text: str, options: Sequence[Option]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The values of the lines that were ticked, and of those that the person does not know (``1 3, u 5``).

    Raises:
        Misread: a part fits none or several, or a line is ticked and not known.
    """
    ticked, _, unknown = text.partition(found.group()) if (found := _UNKNOWN_LINES.search(text)) else (text, "", "")
    ticked = ticked.strip(" ,;")
    chosen = () if is_none(ticked) or (unknown and not ticked) else pick_several(ticked, options)
    open_ones = pick_several(unknown, options) if unknown else ()
    for option in options:
        if option.value in chosen and option.value in open_ones:
            raise Misread(f"You named '{option.label}' twice: as so and as not known. Type the line again.")
    return chosen, open_ones


def _parts(piece: str, options: Sequence[Option]) -> list[str]:
    """What stands between "and"s, unless the whole is itself the name of an option."""
    whole = any(_exact(piece.strip().lower(), option) for option in options)
    return [piece] if whole else re.split(r"\band\b", piece)


def read_value(field: Field, text: str, units: str = "mi") -> Answer:
    """A typed number or distance; a bare distance is in `units`.

    Raises:
        Misread: it is none, in words for a person rather than for a file.
    """
    try:
        return field.read(text, units)
    except CaseError:
        raise Misread(f"'{_short(text)}' does not fit: please type {field.allowed()}, or u for don't know.") from None


def is_unknown(text: str) -> bool:
    """Whether the person does not know."""
    return text.strip().lower().replace("\u2019", "'") in UNKNOWN_WORDS


def is_none(text: str) -> bool:
    """Whether the person says none of these."""
    return text.strip().lower() in NONE_WORDS


def _short(text: str) -> str:
    return text if len(text) <= 30 else text[:27] + "..."
