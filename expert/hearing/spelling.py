"""Slips of the pen: a word that nobody knows is read as the known one that it is nearest to."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cached_property

#: Shorter words are too near to others.
_LEAST = 5
_ENDINGS = ("s", "es", "d", "ed", "ing", "er", "y", "ly", "e", "n", "ness")


class Spelling:
    """Mends words.

    Args:
        known: the words that phrases look for; lookalikes: words that are near to one of those and are another.
    """

    def __init__(self, known: Iterable[str], lookalikes: Collection[str] = ()) -> None:
        self._known = frozenset(word for word in known if len(word) >= _LEAST)
        self._lookalikes = frozenset(lookalikes)
        self._mended: dict[str, str] = {}

    @cached_property
    def _by_letter(self) -> dict[str, list[str]]:
        letters: dict[str, list[str]] = {}
        for word in sorted(self._known):
            letters.setdefault(word[0], []).append(word)
        return letters

    def __call__(self, word: str) -> str:
        """The word, or the one that was meant."""
        if len(word) < _LEAST or word in self._known or word in self._lookalikes or not word.isalpha():
            return word
        if word not in self._mended:
            self._mended[word] = self._nearest(word)
        return self._mended[word]

    def _nearest(self, word: str) -> str:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        most = 1 if len(word) < 9 else 2
        near = process.extract(word, self._by_letter.get(word[0], ()), scorer=OSA.distance, score_cutoff=most)
        near = [found for found in near if not _inflected(word, found[0])]
        if not near or (len(near) > 1 and near[0][1] == near[1][1]):
            return word
        return str(near[0][0])


def _inflected(word: str, other: str) -> bool:
    """Whether one is the other with another ending: a word of its own, and no slip."""
    short, long = sorted((word, other), key=len)
    rest = long[len(short) :] if long.startswith(short) else None
    if rest is not None and rest in _ENDINGS:
        return True
    return any(word == stem + a and other == stem + b for stem in (word[:-1], word[:-2]) for a in _ENDINGS
               for b in _ENDINGS)  # fmt: skip
