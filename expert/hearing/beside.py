"""What lies beside a place that is named: who says "behind the vase" does not speak of the vase."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

_BESIDE = frozenset(
    {"behind", "under", "underneath", "beneath", "below", "beside", "besides", "near", "around", "above"}
)
#: Two words for the same.
_PAIRS = frozenset({("next", "to"), ("close", "to"), ("front", "of"), ("outside", "of"), ("not", "on"), ("not", "at")})
#: What can stand between such a word and the name.
_BETWEEN = frozenset(
    {"the", "my", "a", "an", "this", "that", "his", "her", "left", "right", "sore", "bad", "and", "or", "both", "same"}
)


def is_beside(tokens: Sequence[str], first: int, last: int, own: Collection[str] = ()) -> bool:
    """Whether what is named is only what something else lies beside.

    Args:
        tokens: the words of the sentence; first, last: those of the name, the last not included.
        own: such words that are part of the name.
    """
    place = first - 1
    while place >= 0 and tokens[place] in _BETWEEN:
        place -= 1
    before = tuple(" ".join(tokens[max(place - 1, 0) : place + 1]).split()[-2:])
    if place >= 0 and (tokens[place] in _BESIDE or before in _PAIRS):
        return True
    return any(word in _BESIDE and word not in own for word in tokens[first:last])


def own_words(phrases: Sequence[str]) -> frozenset[str]:
    """The words of a name's phrases, without those that must not come next."""
    found: set[str] = set()
    for each in phrases:
        found.update(re.findall(r"[a-z]+", re.sub(r"!\((?:[^()]|\([^()]*\))*\)", " ", each)))
    return frozenset(found & _BESIDE)
