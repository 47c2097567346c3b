"""A text as sentences of words. Each word knows where it stands, and in what spelling phrases look for it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

#: A word, a number (a range, a time of day, an ordinal), or a mark.
_TOKEN = re.compile(
    r"\d+(?:st|nd|rd|th)\b|\d+:\d\d(?::\d\d)?|\d+(?:,\d{3})+|\d+(?:\.\d+)?(?:\s?[-\u2013]\s?\d+(?:\.\d+)?)?|\.\d+"
    r"|\b(?:[wW]/[oO]|[yY]/[oO]|[bB]/[cC])\b|[^\W\d_]+(?:'[^\W\d_]+)*|[.!?;:,()/%+~&\u2013\u2014-]|\S"
)
_END = re.compile(r"[.!?\u2026]+[\"')\u201d\u2019]*(?=\s|$)|\n\s*\n|\n(?=\s*[-*\u2022])")

#: Short forms, as they are said in full; those without an apostrophe are typed as often as those with one.
_SHORT = {
    "i'm": "i am", "im": "i am", "i've": "i have", "ive": "i have", "i'd": "i would", "i'll": "i will",
    "it's": "it is", "its": "it is", "that's": "that is", "thats": "that is", "there's": "there is",
    "theres": "there is", "he's": "he is", "she's": "she is", "hes": "he is", "shes": "she is",
    "what's": "what is", "we've": "we have",
    "they've": "they have", "you've": "you have", "you're": "you are", "they're": "they are", "we're": "we are",
    "cannot": "can not", "can't": "can not", "cant": "can not", "won't": "will not", "wont": "will not",
    "shan't": "shall not", "ain't": "is not", "aint": "is not", "gonna": "going to", "wanna": "want to",
    "gotta": "got to", "kinda": "kind of", "sorta": "sort of", "outta": "out of", "thru": "through", "w/o": "without",
    "y/o": "year old", "yo": "year old", "yrs": "years", "yr": "year", "wks": "weeks", "wk": "week",
    "mths": "months", "mth": "month", "mnths": "months", "hrs": "hours", "hr": "hour", "mins": "minutes",
    "tho": "though", "bc": "because", "b/c": "because", "cos": "because", "coz": "because", "approx": "about",
    "abt": "about",
    "ur": "your", "u": "you", "&": "and", "+": "and", "alot": "a lot", "everytime": "every time", "abit": "a bit",
    "til": "until", "till": "until", "mo": "months",
}  # fmt: skip
_NOT = (
    "is",
    "are",
    "was",
    "were",
    "do",
    "does",
    "did",
    "has",
    "have",
    "had",
    "could",
    "would",
    "should",
    "must",
    "need",
)
_SHORT |= {f"{verb}n't": f"{verb} not" for verb in _NOT} | {
    f"{verb}nt": f"{verb} not" for verb in _NOT if len(verb) > 2
}
_SHORT |= {"dont": "do not", "isnt": "is not"}
_SHORT.pop("wernt", None)

#: Words that only lend weight to others: a phrase holds with one of them in its midst as well.
FILLERS = frozenset({
    "really", "even", "actually", "properly", "honestly", "literally", "basically", "simply", "physically", "totally",
    "completely", "absolutely", "definitely", "currently", "certainly", "truly", "seriously", "now",
})  # fmt: skip

#: Marks at which a phrase ends; a comma only ends what may not cross it.
MARKS = ",;:()-./"


@dataclass(frozen=True)
class Token:
    """A word, a number or a mark.

    Attributes:
        start, end: where it stands in the text.
        form: how phrases look for it: small letters, short forms in full, slips mended; several words are parted by a
            blank.
    """

    start: int
    end: int
    form: str


@dataclass(frozen=True)
class Sentence:
    """One sentence.

    Attributes:
        text: the whole text; start, end: where the sentence stands in it; tokens: its words; asks: whether it is a
            question.
    """

    text: str
    start: int
    end: int
    tokens: tuple[Token, ...]
    asks: bool

    @cached_property
    def plain(self) -> str:
        """The forms of its words with single blanks between and around them: what phrases are looked for in."""
        return f" {' '.join(token.form for token in self.tokens)} "

    @cached_property
    def _starts(self) -> list[int]:
        starts, place = [], 1
        for token in self.tokens:
            starts.append(place)
            place += len(token.form) + 1
        return starts

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The first and behind the last word that a piece of `plain` covers."""
        return max(bisect_right(self._starts, start) - 1, 0), bisect_left(self._starts, end)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where words stand in the whole text."""
        return self.tokens[first].start, self.tokens[last - 1].end

    @cached_property
    def lean(self) -> tuple[Sentence, tuple[int, ...]] | None:
        """The sentence without its fillers, and where each word left stands in this one; None where it has none."""
        kept = tuple(place for place, token in enumerate(self.tokens) if token.form not in FILLERS)
        if len(kept) == len(self.tokens):
            return None
        return Sentence(self.text, self.start, self.end, tuple(self.tokens[place] for place in kept), self.asks), kept

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The first letters of its words, by which phrases that cannot be there are passed over."""
        return frozenset(word[:3] for word in self.plain.split())

    @cached_property
    def words(self) -> frozenset[str]:
        """All its words."""
        return frozenset(self.plain.split())


def _forms(text: str, mend: Callable[[str], str]) -> Iterator[Token]:
    for found in _TOKEN.finditer(text):
        before, behind = text[: found.start()][-1:], text[found.end() : found.end() + 1]
        if found.group() == "-" and before.isalnum() and behind.isalnum():
            continue
        word = found.group().lower().replace("\u2019", "'").replace("\u2013", "-").replace("\u2014", "-")
        word = word.replace(" ", "").replace(",", "") if word[0].isdigit() and len(word) > 1 else word
        word = "and" if word in ("n", "'n'") and _joins(text, found) else word
        form = _SHORT.get(word) or (word.removesuffix("'s") if word.endswith("'s") else mend(word))
        yield Token(found.start(), found.end(), form)


def _joins(text: str, found: re.Match[str]) -> bool:
    """Whether a lone "n" stands between two words, as in "hot n dry"; by itself it is a no."""
    before, behind = text[: found.start()], text[found.end() :]
    return bool(re.search(r"[a-z]{3,}\s+$", before, re.I) and re.match(r"\s+[a-z]{3,}", behind, re.I))


def sentences(text: str, mend: Callable[[str], str] = str) -> list[Sentence]:
    """The sentences of a text, in order; a text without a full stop is one.

    Args:
        mend: what a word in small letters, that is no short form, is looked for as.
    """
    text = text.replace("\u2018", "'").replace("\u2019", "'")
    found: list[Sentence] = []
    start = 0
    for end in [*(match.end() for match in _END.finditer(text)), len(text)]:
        piece = text[start:end]
        tokens = tuple(Token(start + token.start, start + token.end, token.form) for token in _forms(piece, mend))
        if any(token.form[0].isalnum() for token in tokens):
            first, last = tokens[0].start, tokens[-1].end
            found.append(Sentence(text, first, last, tokens, "?" in piece))
        start = end
    return found
