"""What was so and is no longer: "the spots have gone", "it drooped at first, not any more", "it stopped wilting"."""

from __future__ import annotations

import re
from collections.abc import Sequence

_ENDS = (
    r"(?= [.,;:!?)-]| (?:and|but|though|although|now|since|already|completely|thankfully|luckily|too|as well)\b| *$)"
)
_SOME_TIME = (
    r"(?: (?:(?:a|one|two|three|four|some|few|the|this|last|after|about|couple|of|\d+) )*"
    r"(?:days?|weeks?|months?|years?|hours?|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?: ago)?)?"
)
_WENT = (
    r"(?:gone|went|disappeared|vanished|cleared(?: up)?|faded|passed|over(?! (?:the|a|this|last|time)\b)|"
    r"healed(?: up| over)?|closed(?: up| over)?|settled|resolved|subsided|stopped|ended)"
    r"(?: (?:away|down|off|completely|now|too|already|by now|as well|since|on its own|by itself))*"
)
#: What can stand between a sign and what is said of it: where it was, and when, but nothing that is said anew.
_BETWEEN = (
    r"(?:(?:,|-|\() )?(?:(?!(?:i|he|she|we|you|then|until|till|once|when|if|still|not|never|no|because|so|it|they|"
    r"is|are|was|were|used|had|did|also|am|feels?|get|gets|keeps?|comes?|goes|has|have)\b)[a-z0-9]+ ){0,6}?"
)
_THAT = r"(?:(?:,|-|;) )?(?:(?:but|and|though) )?(?:(?:that|which|it|this|they|those|these|both|all of it|all that) )?"
_BEHIND = re.compile(
    rf"{_BETWEEN}(?:"
    rf"{_THAT}(?:(?:has|have|had|is|are|was|were|it is|that is|they are) )?(?:(?:now|all|since|already|completely|"
    rf"totally|also|all but|just|finally|mostly|pretty much|nearly) )*{_WENT}{_SOME_TIME}{_ENDS}"
    rf"|(?:(?:,|-|;) )?(?:(?:but|and) )?(?:not (?:any ?more|now|any longer|these days)|no longer){_ENDS}"
    rf"|(?:(?:,|-|;) )?(?:(?:but|and) )?now (?:(?:it|they|that|this|i) )(?:(?:looks?|is|are|feels?|walk|can|am) )?"
    rf"(?:(?:totally|completely|quite|all|back to) )*(?:normal|fine|okay?|again|can|walk){_ENDS}"
    rf"|(?:(?:,|-|;) )?(?:(?:but|and) )?(?:the )?feeling (?:has |is )?(?:comes? back|came back|returned|back){_ENDS}"
    r")"
)
#: That it came again, or never went.
_AGAIN = re.compile(
    r" (?:(?:came|come|comes|coming|is|are|was) (?:right |straight )?back|returned|returns|keeps|flared|flares|"
    r"(?:still|always) (?:there|so)|not (?:gone|passed|healed|stopped)) "
)
_AT_FIRST = re.compile(
    r" (?:at first|initially|in the beginning|to (?:begin|start) with|(?:on |for )?the first (?:day|night|evening|week|"
    r"(?:few|two|three|couple of) (?:days|weeks))) "
)
_WAS = re.compile(r" (?:was|were|had|could not|did|[a-z]{2,}ed|went|felt|came|began|got) ")
_LASTS = re.compile(r" (?:still|ever since|and now|is|are|has been|have been|every) ")
_STOPPED = frozenset({"stopped", "stops", "quit"})
#: "It has gone away, the numbness": said before it.
_BEFORE = re.compile(
    rf"(?:it|that|this|they|those|all gone) (?:(?:has|have|is|are|had) )?(?:(?:now|all|completely|finally) )*{_WENT}"
    r" (?:,|:|-|;)(?: (?:the|my|this|that|all))*$"
)
#: So many words behind a sign may speak of it.
_REACH = 16


def is_over(tokens: Sequence[str], first: int, last: int) -> bool:
    """Whether a sign is said to be over.

    Args:
        tokens: the words of the sentence; first, last: the sign's, the last not included.
    """
    behind = " ".join(tokens[last : last + _REACH])
    found = _BEHIND.match(f"{behind} ")
    if found is not None and not _AGAIN.search(f" {behind[found.end() :]} "):
        return True
    if _BEFORE.search(" ".join(tokens[max(first - _REACH, 0) : first])):
        return True
    return bool(
        first and tokens[first - 1] in _STOPPED and not {"i", "we"}.intersection(tokens[max(first - 3, 0) : first - 1])
    )


def was_at_first(clause: str) -> bool:
    """Whether a clause, with blanks around, tells how it was at first, and not that it still is."""
    return bool(_AT_FIRST.search(clause) and _WAS.search(clause) and not _LASTS.search(clause))
