"""What the core says, without what tells how to type: a page has buttons for that.

The core says such things in whole sentences, in brackets, or behind a comma, a colon or a semicolon at a sentence's
end. Where hints are data (`Say.typed`, `Say.offers`) nothing has to be taken out; this is for the messages that have
the two in one text. A test holds every message of many consultations to it.
"""

from __future__ import annotations

import re

#: In place of a message that said nothing but how to type.
TAP_INSTEAD = "Please tap one of these, or say it in your own words."
#: What speaks of keys, numbers of lines and words of command.
_KEYS = r"(?:Enter\b|[Tt]ype\b|typing\b)"
#: What is changed first, in this order, so that a sentence which says more than how to type stays.
_TAKEN_OUT = tuple(
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"\(If that is not right: change [^()]*\)", "If that is not right, change it among your answers below."),
        (rf"\s*\([^()]*(?:{_KEYS}|\bu \d|\bno more:)[^()]*\)", ""),
        (r"\s*\(\d, \d no\)", ""),
        (r"Correct a line by its number, or say\b", "Tap Change beside what is wrong, or say"),
        (r"Name what is over by its number\b[^.]*", "Tick what is over"),
        (r"[Tt]ype change and a number\b[^;]*; these", "These"),
        (r", by number or name, for example: [^.]*", ""),
        (r"\bplease type (.+), or u for don't know\b", r"please give \1"),
        (r"\b(?:Please type|Type) (an? (?:number of|distance)\b.+), or u\b(?: for don't know)?", r"Please give \1"),
        (r"; please type it again\b", ""),
        (rf",? (?:or|and) (?:press )?{_KEYS}[^.?!]*", ""),
        (r" One by one, or several with commas between\.", ""),
        (r", 0 if it is not so, or back\b", ""),
        (r"[:;] (?:the word )?answers lists (?:them|all)\b.*(?=\.$)", ""),
        (r": type more to go on with them", ""),
        (r"; name those that are, first", ""),
        (r"not known: lines \d+(?:, \d+)+", "several not known"),
    )
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z'\"(])")
_ABOUT_KEYS = re.compile(
    rf"\b{_KEYS}|\bhelp lists\b|\bor u\b|\bu \d|\bnumber from \d|\(\d no\)|\b[Tt]he word answers\b"
)


def spoken(text: str) -> str:
    """The text for somebody who taps; empty where it only told how to type."""
    for pattern, instead in _TAKEN_OUT:
        text = pattern.sub(instead, text)
    return " ".join(part for part in _SENTENCE.split(text.strip()) if not _ABOUT_KEYS.search(part))
