"""Numbers as people write them: digits, words, ranges, "a couple of", halves, percent, lengths with their unit."""

from __future__ import annotations

import re

from expert.lengths import UNIT_NAMES

_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_WORDS = {word: float(number) for number, word in enumerate(_ONES)}
_WORDS |= {word: float(number * 10) for number, word in enumerate(_TENS, 2)}
_WORDS |= {
    "hundred": 100.0,
    "dozen": 12.0,
    "couple": 2.0,
    "once": 1.0,
    "twice": 2.0,
    "fourty": 40.0,
    "thousand": 1000.0,
}

_SMALL = "|".join(word for word in _ONES[1:10])
_WORD = rf"(?:(?:{'|'.join(_TENS)})(?: (?:{_SMALL}))?|{'|'.join(sorted([*_ONES, 'fourty'], key=len, reverse=True))})"
_DIGITS = r"\d+(?:\.\d+)?(?:-\d+(?:\.\d+)?)?"
#: "about", "around": what only says that a number is a rough one.
_ROUGH = (
    r"(?:(?:about|around|roughly|nearly|almost|some|like|over|under|maybe|at least|just|only|well|more than|less than|"
    r"up to|at about|a good|the last|the past|~) )*"
)
_ISH = r"(?: ish)?"
NUMBER = rf"(?:{_DIGITS}{_ISH}|{_WORD}{_ISH})(?: (?:to|or|-|and) (?:{_DIGITS}|{_WORD}))?(?: and a half)?"
#: A few: a number that nobody counted.
LOOSE = r"(?:a couple(?: of)?|a few|several|half a|half an|a half|an|a|one|the best part of a|the better part of a)"
#: Every unit, and how it is said for short: "10 k", "a 10 miler".
_UNIT = rf"(?:(?:{'|'.join(sorted(UNIT_NAMES, key=len, reverse=True))})r?|kms|k|kays)"
_RACE = r"(?:half marathon|marathon|half)"

#: What "a week" stands behind where it says how often, or how far in each, and not how long.
_COUNTED = (*UNIT_NAMES, "miler", "kms", "k", "kays", "times", "time", "x", "days", "day", "runs", "run", "sessions",
            "session", "workouts", "races", "hours", "hour", "minutes", "once", "twice", "thrice")  # fmt: skip
_NO_RATE = (
    rf"(?!(?:{'|'.join(rf'(?<= {word} )' for word in dict.fromkeys(_COUNTED))}|(?<=\d ))"
    r"(?:or so |or more |on average )?an? (?:day|week|fortnight|month|year)\b"
    r"(?! (?:ago|later|before|earlier|and a half)\b))"
)

#: "20 to 35" of a unit, said of a change: the one was before, the other is now.
_FROM_TO = rf"{_ROUGH}(?:{_DIGITS}|{_WORD})(?: {_UNIT})? (?:up )?to {_ROUGH}(?:{_DIGITS}|{_WORD}) {_UNIT}"

PATTERNS = {
    "number": NUMBER,
    "duration": rf"{_NO_RATE}{_ROUGH}(?:(?:{NUMBER}|{LOOSE}) (?:and a half )?"
    r"(?:solid |long |full |whole |straight |more )?"
    r"(?:day|days|week|weeks|fortnight|month|months|year|years)(?: and a half| and a bit)?|a fortnight|"
    r"(?:week|month|year) and a half|ages)(?! (?:a|per|each|every|/) (?:day|week|fortnight|month|year)\b)",
    "distance": rf"{_ROUGH}(?:{NUMBER} {_UNIT}|(?:a |my |the )?(?:first |last )?(?:half )?marathon)",
    "percent": rf"{NUMBER} (?:%|percent|per cent)",
    "least": _FROM_TO,
    "most": _FROM_TO,
}

#: How many of a loose number is meant.
_LOOSE = {"couple": 2.0, "few": 3.5, "several": 4.0}


def number(text: str) -> float | None:
    """The number in a few words; of a range the middle. None where there is none."""
    text = re.sub(r" ?\bish\b", "", text.lower()).strip()
    if found := re.search(rf"({_DIGITS}|{_WORD}) (?:to|or|-) ({_DIGITS}|{_WORD})", text):
        low, high = number(found[1]), number(found[2])
        if low is not None and high is not None and low < high:
            return (low + high) / 2
    if found := re.search(_DIGITS, text):
        low_text, dash, high_text = found[0].partition("-")
        value = (float(low_text) + float(high_text)) / 2 if dash else float(low_text)
    elif found := re.search(rf"\b{_WORD}\b", text):
        value = sum(_WORDS[word] for word in found[0].split())
    else:
        return None
    if "and a half" in text:
        value += 0.5
    return value * 1000 if re.search(r"\bthousand\b", text) else value


def loose(text: str) -> float | None:
    """The same, of loose words too: "a couple of" is two, "half a" a half."""
    if "best part of" in text or "better part of" in text:
        return 0.9
    if "half" in text and "and a half" not in text and not re.search(r"\d", text):
        return 0.5
    known = number(text)
    if known is not None:
        return known
    value = next((_LOOSE[word] for word in text.split() if word in _LOOSE), None)
    if value is None:
        value = 1.0 if re.search(r"\b(?:a|an)\b", text) else None
    return None if value is None else value + (0.5 if "and a half" in text else 0.0)


def ends(text: str) -> tuple[str, str] | None:
    """Both lengths of "20 to 35" of a unit; the unit of the second is that of the first, where that has none."""
    low, _, high = text.replace(" up to ", " to ").partition(" to ")
    last = distance(high)
    if last is None or (first := number(low)) is None:
        return None
    own = distance(low) if re.search(rf"\b{_UNIT}\b", low) else None
    return own or f"{first:g} {last.split()[-1]}", last


def distance(text: str) -> str | None:
    """A length with its unit, as a case writes it; a whole race by its name."""
    if re.search(r"\bhalf marathon\b", text):
        return "13.1 mi"
    if re.search(r"\bmarathon\b", text):
        return "26.2 mi"
    value = number(text)
    if value is None:
        return None
    said = re.search(rf"\b{_UNIT}\b", text)
    word = said[0] if said else ""
    unit = UNIT_NAMES.get(word) or UNIT_NAMES.get(word.removesuffix("r"), "km")
    return f"{value:g} {unit}"
