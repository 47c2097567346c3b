"""The words that tools and people write for answers, as the values that a field takes.

Whatever a field itself takes comes first, so that nothing here can change what is written as the vocabulary has it.
What could be two things is an error that says which.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from expert.errors import CaseError, shown
from expert.fields import Field

_UNKNOWN = frozenset(
    ("unknown", "na", "n/a", "-", "--", "–", "don't know", "dont know", "do not know", "i don't know", "i do not know",
     "not known", "not sure", "no answer", "not answered", "not applicable")
)  # fmt: skip
#: German ones, as a German Excel writes what is true and false.
_YES = frozenset({"yes", "y", "true", "1", "1.0", "x", "checked", "ja", "wahr", "+", "+ve", "pos", "positive"})
_NO = frozenset({"no", "n", "false", "0", "0.0", "unchecked", "nein", "falsch", "-ve", "neg", "negative"})
_NONE = frozenset({"none", "none of these", "none of them", "none of the above"})

#: A length of time with its unit, by the letters that its unit begins with.
_TIME = re.compile(r"(\d+(?:\.\d+)?)\s*(d|w|m|y)(?:ays?|eeks?|ks?|onths?|ths?|os?|ears?|rs?)?\.?", re.IGNORECASE)
_TIMES = {"d": "day", "w": "week", "m": "month", "y": "year"}

_MONTHS = [
    "jan",
    "feb",
    "mar",
    "mär",
    "apr",
    "may",
    "mai",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "okt",
    "nov",
    "dec",
    "dez",
]
_MONTH = "(?:" + "|".join(_MONTHS) + ")[a-zäé]*"
_DATE = re.compile(rf"\d{{1,4}}[-./ ]+{_MONTH}\.?|{_MONTH}[-./ ]+\d{{1,4}}", re.IGNORECASE)
_COMMA = re.compile(r"\d+,\d+(?=\s*(?:[a-z]*|%)\s*$)", re.IGNORECASE)
_GROUPS = {mark: re.compile(rf"\d{{1,3}}(?:{re.escape(mark)}\d{{3}})+(?=\s*(?:[a-z]*|%)\s*$)", re.I) for mark in ",."}
_GERMAN = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+(?=\s*(?:[a-z]*|%)\s*$)", re.IGNORECASE)


def plain_words(text: str) -> str:
    """A text without what does not tell it from another: case, spaces, dashes, typographic quotes, marks at its end."""
    text = text.replace("\u2019", "'").replace("_", " ").casefold()
    return " ".join(text.split()).rstrip(" ?:*.").strip()


def is_ticked(cell: str) -> bool | None:
    """Whether a box was ticked; None where it says neither."""
    word = plain_words(cell)
    return True if word in _YES else False if word in _NO or word in _UNKNOWN or not word else None


class Words:
    """What may be written for the values of one field.

    Args:
        field: the field.
        comma: whether the file writes decimals with a comma; None where it may do either.
    """

    def __init__(self, field: Field, comma: bool | None = False) -> None:
        self._field = field
        self._comma = comma
        self._codes = {plain_words(value): value for value in field.values}
        self._known: dict[str, set[str]] = {}
        for value, label in field.values.items():
            more = (*field.also.get(value, ()), *field.written.get(value, ()), field.briefs.get(value, ""))
            for name in _names(value, label, more):
                self._known.setdefault(name, set()).add(value)
        self._implied = {_bare(plain_words(name)): also for name, also in field.implies.items()}

    def value(self, cell: str) -> object:
        """A cell as a value that `Field.read` takes, or that it refuses with its reason; None for not known.

        Raises:
            CaseError: it could be several things, or a spreadsheet program has made a date of it.
        """
        cell = cell.strip()
        if self._field.numeric:
            return self._number(cell)
        if self._field.several:
            return self._several(cell)
        return self._one(cell)

    def implied(self, cell: str) -> Iterator[tuple[str, str]]:
        """What a cell answers besides its own field: the other field, and its value."""
        for part in re.split(r"[;|,\n]", cell) if self._implied else ():
            also = self._implied.get(_bare(plain_words(part)))
            if also is not None:
                yield also

    def _one(self, text: str) -> object:
        """One word."""
        word = plain_words(text)
        if word in self._codes:
            return self._codes[word]
        if {"yes", "no"} <= self._field.values.keys() and word in _YES | _NO:
            return "yes" if word in _YES else "no"
        found = self._known.get(_bare(word), set())
        if len(found) > 1:
            several = " or ".join(value for value in self._field.values if value in found)
            raise self._unclear(text, f"it could be {several}")
        if found:
            return next(iter(found))
        return None if self._is_unknown(word) else text

    def _several(self, text: str) -> object:
        """A list of words, parted in whatever way; one that is no list is a list of one."""
        word = plain_words(text)
        if text == "[]" or (word in _NONE and word not in self._codes):
            return []
        if self._is_unknown(word):
            return None
        if ";" in text.strip("; ") or text == ";":
            # A tool ends each with a mark, so one at the end is no empty one; alone it says nothing.
            whole = text.rstrip("; ") if text.endswith(";") and text.count(";") > 1 else text
            return [(self._one(part) or "unknown") if part else part for part in map(str.strip, whole.split(";"))]
        text = text.rstrip("; ") or text
        if len(self._known.get(_bare(word), ())) == 1:  # a whole label is that one, though its words may be others
            return [self._one(text)]
        if "|" in text or "\n" in text:
            return [self._one(part.strip()) or "unknown" for part in re.split(r"[|\n]", text) if part.strip()]
        ways = self._ways(re.split(r"\s*,\s*", text), ", ") if "," in text else self._ways(text.split(), " ")
        if len(ways) > 1:
            raise self._unclear(text, "it could be " + " or ".join("; ".join(way) for way in ways))
        if ways:
            return list(ways[0])
        if "," in text:
            return [self._one(part) or "unknown" for part in text.split(",") if part.strip()]
        return self._one(text)

    def _ways(self, parts: Sequence[str], mark: str) -> list[tuple[str, ...]]:
        """The lists that pieces of a text can be, each of which may be some of a label that has the mark itself."""
        if len(parts) > 200:
            return []
        order = list(self._field.values)
        ways: list[set[frozenset[str]]] = [{frozenset()}]
        for end in range(1, len(parts) + 1):
            here: set[frozenset[str]] = set()
            for start in range(max(0, end - 20), end):
                word = plain_words(mark.join(parts[start:end]))
                code = {self._codes[word]} if word in self._codes else self._known.get(_bare(word), set())
                here |= {way | {value} for way in ways[start] for value in code}
                if len(here) > 50:
                    return []
            ways.append(here)
        return sorted(tuple(value for value in order if value in way) for way in ways[-1])

    def _number(self, text: str) -> object:
        """A number, maybe with its unit."""
        if self._is_unknown(plain_words(text)):
            return None
        if _DATE.fullmatch(text):
            advice = "Format the column as text before you type, and type it again"
            raise self._unclear(text, "a spreadsheet program has made a date of what was typed", advice)
        if self._comma and _GERMAN.match(text):
            return text.replace(".", "").replace(",", ".")
        if self._comma and _GROUPS["."].match(text):
            raise self._unclear(text, f"it could be {text.replace('.', '')} or {text.replace('.', ',', 1)}")
        if not _COMMA.match(text):
            return self._timed(text)
        if self._comma:
            return text.replace(",", ".")
        if _GROUPS[","].match(text):
            bare = text.replace(",", "")
            raise self._unclear(text, f"it could be {bare} or {text.replace(',', '.', 1)}")
        if self._comma is None:
            return text.replace(",", ".")
        raise self._unclear(text, "a decimal has a point here", f"Write {text.replace(',', '.')}")

    def _timed(self, text: str) -> str:
        """A length of time that names another unit than the field's, in that; any other text as it is."""
        found = _TIME.fullmatch(text)
        if found is None or self._field.unit not in ("weeks", "years"):
            return text
        from expert.hearing import times  # late: few cells say it so; and what is typed is reckoned in the same way

        weeks = times.weeks(f"{found[1]} {_TIMES[found[2].lower()]}s")
        if weeks is None:
            return text
        return f"{weeks if self._field.unit == 'weeks' else round(weeks / 52, 1):g}"

    def _is_unknown(self, word: str) -> bool:
        """Whether a word says that it is not known."""
        if word in self._codes or _bare(word) in self._known:
            return False
        raw = word or "-"
        return raw in _UNKNOWN or (bool(self._field.untried) and raw == plain_words(self._field.untried))

    def _unclear(self, found: str, why: str, advice: str = "Write which") -> CaseError:
        text = f"{self._field.key}: {shown(found)} is not clear: {why}. {advice}. Allowed: {self._field.allowed()}."
        return CaseError(text, self._field.key)


def _names(value: str, label: str, also: Sequence[str]) -> set[str]:
    """The ways to write a value: itself, its label, that without what stands in brackets, other words for it."""
    short = re.sub(r"\s*\([^)]*\)", "", label)
    return {_bare(plain_words(name)) for name in (value, label, short, *also)} - {""}


def _bare(word: str) -> str:
    """A word without "the" and "a"."""
    return re.sub(r"\b(?:the|an?) ", "", word)
