"""What a person typed, understood: numbers of a list, words with forgiving spelling, quantities with units."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass

from expert.errors import CaseError
from expert.fields import Answer, Field
from expert.numbers import MOST_DIGITS

UNKNOWN_WORDS = frozenset(
    {"u", "unknown", "don't know", "dont know", "i don't know", "dunno", "idk", "skip", "not sure", "no idea"}
)
NONE_WORDS = frozenset(
    {"0", "n", "no", "nope", "none", "none of these", "none of them", "no thanks", "nothing", "neither", "not any"}
)
#: Words that turn what they stand with into its opposite; an option is only meant by them if it says so itself.
_NEGATIONS = frozenset({"no", "not", "none", "never", "without", "neither", "nor", "cannot", "can't", "isn't", "don't",
                        "doesn't", "haven't", "hasn't", "wasn't", "didn't", "nothing", "nope"})  # fmt: skip
#: Those that an option may not have alone: "does smell" is not "does not smell".
_TELLING = frozenset({"no", "not", "cannot"})
#: What somebody says who has not tried out what only trying can tell.
_NOT_TRIED = re.compile(
    r"(?:no,? )?(?:i |we )?(?:have not|haven't|havent|not|did not|didn't|didnt|never)"
    r"(?: yet| really| actually)?(?: (?:tried|tested|checked|try|test|check|done|do))?"
    r"(?: (?:it|this|that|yet|out|so far))*"
)
_NUMBER_WORDS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_NUMBERS = {word: str(number) for number, word in enumerate(_NUMBER_WORDS, 1)}

#: More than it takes to name every line of a list in full.
MOST_LETTERS = 6_000

_UNKNOWN_LINES = re.compile(r"(?:^|[\s,;])(?:u|unknown|not sure about)\s+(?=\S)", re.IGNORECASE)


@dataclass(frozen=True)
class Option:
    """One line of a list: the value it stands for, its label, other words it goes by, and how it is shown among many.

    Attributes:
        brief: the label in a few words; nothing where the label is all there is.
    """

    value: str
    label: str
    also: tuple[str, ...] = ()
    brief: str = ""

    @property
    def name(self) -> str:
        """The value in words, of a field only its own name: ``new pot`` for ``tried.new_pot``."""
        return self.value.rpartition(".")[2].replace("_", " ").lower()

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join((self.name, self.label, *self.also))


#: What a label can do without in a list of many: its "the" or "a", and what explains it.
_SPARE = re.compile(r"^(?:the|an?) | \([^()]*\)")


def options_of(field: Field) -> list[Option]:
    """The values of a field as options."""
    return [
        Option(value, label, field.also.get(value, ()), field.briefs.get(value, _SPARE.sub("", label)))
        for value, label in field.values.items()
    ]


class Misread(Exception):
    """What was typed makes no sense here; the message says what does."""


def pick_one(text: str, options: Sequence[Option]) -> str:
    """The value of the option that was typed, by number, value, label, its beginning, or a near spelling.

    Raises:
        Misread: none or several fit.
    """
    text = _plain(bounded(text))
    if text.isdecimal():
        number = line_number(text, len(options))
        if number is not None:
            return options[number - 1].value
        raise Misread(f"There is no number {_short(text)} here; the list goes from 1 to {len(options)}.")
    exact = [option for option in options if is_exact(text, option)]
    if len(exact) == 1:
        return exact[0].value
    if len(exact) > 1:
        raise _ambiguous(text, options, exact)
    agreeing = [option for option in options if _agrees(text, option)]
    if _NEGATIONS.issuperset(re.findall(r"[a-z']+", text)):
        raise _unlisted(text, options)
    found = [option for option in agreeing if _fits(text, option)]
    if len(found) > 1:
        raise _ambiguous(text, options, found)
    return found[0].value if found else _nearest(text, options, agreeing)


def bounded(text: str) -> str:
    """The text, if it is no longer than an answer can be: to look for what is meant takes time with every letter.

    Raises:
        Misread: it is longer.
    """
    if len(text) > MOST_LETTERS:
        raise Misread(f"That is {len(text):,} letters long, and an answer has no more than {MOST_LETTERS:,}.")
    if re.search(rf"\d{{{MOST_DIGITS + 1}}}", text):
        raise Misread(f"A number has no more than {MOST_DIGITS} digits; please type it again.")
    return text


def _plain(text: str) -> str:
    """The text in lower case, with plain apostrophes, no final full stop, and a number word as a number."""
    text = text.strip().lower().replace("\u2019", "'").rstrip(".!").strip()
    return _NUMBERS.get(text, text)


def _agrees(text: str, option: Option) -> bool:
    """Whether what was typed denies no more, and no less, than the option does."""
    typed = set(re.findall(r"[a-z']+", text))
    outright = set(re.findall(r"[a-z']+", re.sub(r"\(.*?\)", "", option.text.lower())))
    if text in option.label.lower():
        return not (outright & _TELLING) - typed
    return not (typed & _NEGATIONS) - outright and not (outright & _TELLING) - typed


def line_number(text: str, last: int) -> int | None:
    """The number from 1 to `last` that was typed, or None."""
    number = int(text) if text.isdecimal() and len(text) < 9 else 0
    return number if 1 <= number <= last else None


def is_exact(text: str, option: Option) -> bool:
    """Whether the text is the value, the whole label or another name of an option."""
    text = _plain(text)
    names = (option.value.lower(), option.name, option.name.replace(" ", "_"), option.label.lower(), *option.also)
    return text in names or text == option.brief.lower() != ""


def _fits(text: str, option: Option) -> bool:
    """Whether an option begins with the text, or a word of it does; two letters can only be a beginning."""
    names = (option.label.lower(), *option.also, option.brief.lower())
    begins = len(text) > 1 and any(name.startswith(text) for name in names)
    whole = any(re.search(rf"\b{re.escape(text)}\b", option.name) for _ in text[1:2])
    return begins or whole or (len(text) > 2 and any(re.search(rf"\b{re.escape(text)}", name) for name in names))


def _nearest(text: str, options: Sequence[Option], agreeing: Sequence[Option]) -> str:
    """The option that a misspelt text means: by its whole name, or by all its words once those are mended."""
    names = {name: option for option in agreeing for name in (option.name, option.label.lower(), *option.also)}
    found = difflib.get_close_matches(text, list(names), n=1, cutoff=0.88)
    if found:
        return names[found[0]].value
    known = sorted({word for option in agreeing for word in _words(option.text)})
    mended = " ".join(_mended(word, known) for word in text.split())
    if mended != text:
        try:
            return pick_one(mended, options)
        except Misread:  # which would quote what nobody typed
            raise _unlisted(text, options) from None
    wanted = _words(text)
    having = [option for option in agreeing if wanted and wanted <= _words(option.text)]
    if len(having) > 1:
        raise _ambiguous(text, options, having)
    if not having:
        raise _unlisted(text, options)
    return having[0].value


def _unlisted(text: str, options: Sequence[Option]) -> Misread:
    """That no option is meant; with the one that comes near, if any."""
    last = len(options)
    typed = f"'{_short(text)}' is not in the list."
    if denies(text):
        return Misread(f"{typed} Name only what is so; what you do not name counts as no, and 0 is none of these.")
    words = {word: option for option in options for word in _words(option.text)}
    near = difflib.get_close_matches(text.split()[-1] if text.split() else "", list(words), n=1, cutoff=0.7)
    if near:
        number = options.index(words[near[0]]) + 1
        return Misread(f"{typed} Did you mean {number}, {words[near[0]].label}? Type the number.")
    return Misread(f"{typed} {in_the_list(last)}")


def denies(text: str) -> bool:
    """Whether there is a word in it that turns what it stands with into its opposite."""
    return bool(set(re.findall(r"[a-z']+", text.lower())) & _NEGATIONS)


def in_the_list(last: int) -> str:
    """How to answer from a list of so many."""
    return f"Type {'1 or 2' if last == 2 else f'a number from 1 to {last}'}, or u."


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{3,}", text.lower())) - {"the", "and", "with", "that", "when"}


def _mended(word: str, known: Sequence[str]) -> str:
    """The known word that a misspelt one is nearest to; itself where it is the beginning of one, or like none."""
    if len(word) < 4 or word in _NEGATIONS or any(other.startswith(word) for other in known):
        return word
    found = difflib.get_close_matches(word, known, n=1, cutoff=0.8)
    return found[0] if found else word


def _ambiguous(text: str, options: Sequence[Option], found: Sequence[Option]) -> Misread:
    names = ", ".join(f"{options.index(option) + 1} {option.label}" for option in found[:4])
    return Misread(f"'{_short(text)}' could be several: {names}. Type the number.")


def pick_several(text: str, options: Sequence[Option]) -> tuple[str, ...]:
    """The values of all options that were typed, parted by commas or, for numbers, by spaces.

    Raises:
        Misread: a part fits none or several, or says "none" or "I don't know" beside another.
    """
    text = _plain(bounded(text))
    if any(is_exact(text, option) for option in options):
        return (pick_one(text, options),)
    if re.fullmatch(r"[\d\s,;&+./-]+", text):
        parts = [number for part in re.findall(r"\d+(?:-\d+)?", text) for number in _range(part, len(options))]
    else:
        parts = [part for piece in re.split("[,;&+/]", text) for part in _parts(piece, options) if part.strip()]
    if not parts:
        raise Misread("Type one or more numbers, for example 1 3, or 0 for none of these.")
    for part in parts:
        if len(parts) > 1 and (is_none(part) or is_unknown(part)):
            raise Misread(f"You typed '{_short(part.strip())}' and something else as well. Type only what is so.")
    chosen = {pick_one(part, options) for part in parts}
    return tuple(option.value for option in options if option.value in chosen)


def pick_any(text: str, options: Sequence[Option]) -> tuple[str, ...]:
    """The same, where "none of these" is an answer too."""
    return () if is_none(text) else pick_several(text, options)


def _range(part: str, last: int) -> list[str]:
    """A number, or all numbers of ``2-4``."""
    first, dash, end = part.partition("-")
    if not dash or not 0 < len(first + end) < 9:
        return [part]
    return [str(number) for number in range(int(first), min(int(end), last + 1) + 1)] or [part]


def pick_ticks(
    text: str, options: Sequence[Option], elsewhere: Sequence[Option] = ()
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The values of the lines that were ticked, and of those that the person does not know (``1 3, u 5``).

    Args:
        elsewhere: lines of other lists, for which a word may be meant as well.

    Raises:
        Misread: a part fits none or several, or a line of another list; a line is ticked and not known; or it is said
            of some lines that they are not known, and nothing of the others.
    """
    ticked, _, unknown = text.partition(found.group()) if (found := _UNKNOWN_LINES.search(text)) else (text, "", "")
    ticked = ticked.strip(" ,;")
    if unknown and not ticked:
        raise Misread(
            f"And the others? If none of them is so, type 0, {text.strip()}; else name those that are, first."
        )
    if unknown and re.search("[,;]", unknown):
        raise Misread("Put what you do not know last, with blanks between: 1 3, u 5 7.")
    chosen = () if is_none(ticked) else pick_here(ticked, options, elsewhere)
    open_ones = pick_several(unknown, options) if unknown else ()
    for option in options:
        if option.value in chosen and option.value in open_ones:
            raise Misread(f"You named '{option.label}' twice: as so and as not known. Type the line again.")
    return chosen, open_ones


def pick_here(text: str, options: Sequence[Option], elsewhere: Sequence[Option]) -> tuple[str, ...]:
    """The lines that are meant; a single word that could be a line of another list is not taken for one of this.

    Raises:
        Misread: see `pick_several`; or it is such a word.
    """
    chosen = pick_several(text, options)
    for word in re.findall(r"[a-z]{3,}", text.lower()) if len(text.split()) == len(chosen) else ():
        others = [other for other in elsewhere if _agrees(word, other) and _fits(word, other)]
        here = [option for option in options if option.value in chosen and _fits(word, option)]
        if others and here and not is_exact(word, here[0]):
            number = options.index(here[0]) + 1
            raise Misread(
                f"'{word}' could be {number}, {here[0].label}, or what is asked elsewhere: {others[0].label}. "
                f"Type {number} if you mean that."
            )
    return chosen


def _parts(piece: str, options: Sequence[Option]) -> list[str]:
    """What stands between "and"s, unless the whole is itself the name of an option."""
    whole = any(is_exact(piece.strip().lower(), option) for option in options)
    return [piece] if whole else re.split(r"\band\b", piece)


_ABOUT = re.compile(r"^(?:about|around|roughly|approx\.?|maybe|some|ca\.?|~)\s*", re.IGNORECASE)
_PER_WEEK = re.compile(r"\s*(?:a|per|each|/)\s*(?:week|wk)$", re.IGNORECASE)
_UNITS = {
    "years": r"\s*(?:years?|yrs?|y)(?:\s+old)?$",
    "weeks": r"\s*(?:weeks?|wks?|w)$",
    "percent": r"\s*(?:percent|per cent|%)$",
}


def _number_alone(field: Field, text: str) -> str:
    """The text without what people put around a number: about, the unit that is asked for, a week."""
    text = _ABOUT.sub("", text.strip())
    if field.is_length:
        return re.sub(r"(?<=[\d\s])(?:kms|k)$", "km", _PER_WEEK.sub("", text).lower())
    unit = _UNITS.get(field.unit, "")
    if field.unit == "points":
        unit = rf"\s*(?:points?|(?:/|out of)\s*{field.bounds[1]})$"
    return re.sub(unit, "", text, flags=re.IGNORECASE) if unit else text


def read_value(field: Field, text: str, units: str = "") -> Answer:
    """A typed number or distance; a bare distance is in `units`.

    Raises:
        Misread: it is none, in words for a person rather than for a file.
    """
    bounded(text)
    try:
        return field.read(_number_alone(field, text), units)
    except CaseError:
        raise Misread(f"'{_short(text)}' does not fit: please type {field.allowed()}, or u for don't know.") from None


def is_unknown(text: str, untried: str = "") -> bool:
    """Whether the person does not know.

    Args:
        untried: what somebody says who has not tried it out, where only trying can tell.
    """
    text = _plain(text)
    return text in UNKNOWN_WORDS or bool(untried) and (text == _plain(untried) or _is_untried(text))


def _is_untried(text: str) -> bool:
    """Whether somebody has not tried; a bare "not" says too little, and "no" would be an answer."""
    return bool(_NOT_TRIED.fullmatch(text)) and text != "not" or text == "untried"


def is_none(text: str) -> bool:
    """Whether the person says none of these."""
    return _plain(text) in NONE_WORDS


def _short(text: str) -> str:
    return text if len(text) <= 30 else text[:27] + "..."
