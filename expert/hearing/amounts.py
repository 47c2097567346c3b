"""A reply to a question for a number: weeks, years, an age, a length, percent, points.

Everything takes a reply as phrases see it (small letters, short forms in full, marks as words), and gives a raw value
that the field reads, or None where none is told for certain.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from expert.fields import Field
from expert.hearing import times
from expert.hearing.numbers import NUMBER, PATTERNS, number
from expert.lengths import UNIT_NAMES

_UNITS = {**UNIT_NAMES, "k": "km", "ks": "km", "kms": "km", "kay": "km", "kays": "km", "klick": "km", "klicks": "km",
          "kilometer": "km", "kilometers": "km", "m": "mi", "mpw": "mi", "miler": "mi", "milers": "mi", "kpw": "km",
          "kmpw": "km", "clicks": "km"}  # fmt: skip
_UNIT = rf"(?:{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_RACES = {"half marathon": "13.1 mi", "half": "13.1 mi", "marathon": "26.2 mi", "full": "26.2 mi", "parkrun": "5 km",
          "park run": "5 km"}  # fmt: skip
_ORDINALS = {name: 10 * place for place, name in enumerate(
    ["twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"], 2
)}  # fmt: skip
_NOTHING = re.compile(r"(?:(?:no|none|nothing|nil|zero|zilch|nada|0|not (?:a lot|any|at all))\b.*|(?:i )?(?:did|"
    r"do) not "
                      r"(?:run|really run).*|was not running.*)")  # fmt: skip
#: What can stand behind a bare number of miles.
_BESIDE = frozenset(
    [
        "a",
        "per",
        "each",
        "every",
        "ish",
        "or",
        "if",
        "at",
        "tops",
        "max",
        "maybe",
        "usually",
        "total",
        "in",
        "on",
        "before",
        "when",
        "i",
        "though",
        "but",
        "ever",
        "so",
        "probably",
        "roughly",
        "about",
        "the",
        "most",
        "and",
        "week",
        "weekly",
        "give",
        "once",
        "now",
        "then",
        "by",
        "normally",
        "since",
        "until",
        "lol",
        "tbh",
        "this",
        "that",
        "for",
    ]
)
_HOURS = re.compile(r"\b(?:hour|hours|minute|minutes)\b")


def amount(field: Field, plain: str, units: str, today: date) -> object:
    """The raw value of a reply to the question of a field."""
    plain = _tidy(plain)
    if field.is_length:
        return _length(plain, units, "week" in field.question.lower())
    read = _READ.get(field.unit)
    return read(plain, today) if read is not None else number(plain)


def _tidy(plain: str) -> str:
    """Digits apart from the letters behind them, thousands in one piece, "a hundred" and halves as numbers."""
    plain = re.sub(r"(?<=\d),(?=\d{3}\b)", "", plain)
    plain = re.sub(r"(\d)(?=[a-z])(?!st\b|nd\b|rd\b|th\b)", r"\1 ", plain)
    plain = re.sub(r"\b(\d+) (?:1 / 2|\u00bd)", r"\1.5", plain)
    plain = re.sub(r"\b(?:a|one) (hundred|thousand)\b", lambda found: str(_BIG[found[1]]), plain)
    plain = re.sub(rf"\b({NUMBER}) (hundred|thousand)\b(?: and)?(?: (\d+|fifty))?", _big, plain)
    plain = re.sub(r"\b(\d+(?:\.\d+)?) (?:odd|something|or so|ish|plus|\+)(?= |$)", r"\1", plain)
    plain = re.sub(r"\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety) (?:odd|something|ish)\b", r"\1", plain)
    return " ".join(plain.replace("~", " ").split())


_BIG = {"hundred": 100, "thousand": 1000}


def _big(found: re.Match[str]) -> str:
    value = number(found[1])
    small = number(found[3]) if found[3] else 0
    return f"{(value or 1) * _BIG[found[2]] + (small or 0):g}"


# -- lengths


def _length(plain: str, units: str, weekly: bool) -> object:
    """A length; where a week is asked, runs times their length. Hours are none."""
    if _NOTHING.fullmatch(plain) and (weekly or plain.startswith(("did not run", "i did not run"))):
        return f"0 {units}"
    if weekly and (product := _product(plain, units)) is not None:
        return product
    plain = re.sub(r"\b(?:up from|down from|rather than|instead of|compared (?:to|with)) .*", "", plain)
    if found := re.search(rf"\b(?:longest|so|total|most|max|maximum|top|biggest)(?: \w+)?(?: was| is| [a-z]+ "
        rf"been|:)? "
                          rf"(?:a |about |around |probably |maybe |only |just )*({NUMBER}) "
                          rf"?({_UNIT})\b", plain):  # fmt: skip
        return _written(found[1], found[2])
    if (
        weekly
        and len(re.findall(rf"\b{NUMBER}(?= |$)", _ranged(plain))) > 1
        and re.search(r"\b(?:and|plus|\+|then)\b", _ranged(plain))
    ):
        return None
    lengths = list(re.finditer(rf"\b({NUMBER}) ?({_UNIT})\b", plain))
    if weekly and re.search(r"\b(?:a|per|each|every) (?:day|run|time)\b|\bdaily\b", plain):
        return None
    if len({_written(each[1], each[2]) for each in lengths}) > 1 and not weekly:
        return None if re.search(r"\b(?:then|but|now|or)\b", plain) else _written(lengths[0][1], lengths[0][2])
    if lengths:
        return _written(lengths[0][1], lengths[0][2])
    for race, value in _RACES.items():
        if re.search(rf"\b{race}\b", plain) and not weekly:
            return value
    if _HOURS.search(plain) or re.search(r"\b(?:day|days|week|weeks|month|months|year|years|times|runs)\b", re.sub(
        r"\b(?:a|per|each|every|/|most|the|that|this) (?:week|month|day)s?\b", "", plain)):  # fmt: skip
        return None
    found_numbers = re.findall(rf"\b{NUMBER}(?= |$)", plain)
    behind = re.search(rf"\b{NUMBER} (?P<word>[a-z]+)", plain)
    if len(found_numbers) != 1 or (behind and behind["word"] not in _BESIDE):
        return None
    return _written(found_numbers[0], units)


def _product(plain: str, units: str) -> object:
    """``3 x 5k``, ``5k three times a week``, ``4 runs of 6 miles``."""
    count = rf"(?P<count>{NUMBER}|once|twice)"
    size = rf"(?P<size>{NUMBER}) ?(?P<unit>{_UNIT})?"
    patterns = (
        rf"\b{count} (?:x|times|\*|lots of|runs? of|or so runs of) (?:a |about |around |roughly )*{size}(?: |$)",
        rf"\b(?P<size>{NUMBER}) ?(?P<unit>{_UNIT}) (?:run |runs )?(?:,? ?about )?{count}(?: (?:times|x|days|"
        rf"runs))? (?:a|per|each|every|/) (?:week|wk)\b",
        rf"\b(?P<size>{NUMBER}) ?(?P<unit>{_UNIT}) (?:x|\*) ?{count}(?: |$)",
    )
    for pattern in patterns:
        if found := re.search(pattern, plain):
            several = _TIMES.get(found["count"]) or number(found["count"])
            each = number(found["size"])
            if several and each and several <= 14:
                return f"{several * each:g} {_UNITS.get(found['unit'] or '', units)}"
    return None


def _written(text: str, unit: str) -> str | None:
    value = number(text)
    return None if value is None else f"{value:g} {_UNITS.get(unit, unit)}"


# -- times


def _weeks(plain: str, today: date) -> object:
    """How many weeks something has lasted."""
    plain = re.sub(r"\b(\d+(?:\.\d+)?) (w|d|m|y)\b", lambda found: f"{found[1]} {_LETTERS[found[2]]}", plain)
    plain = re.sub(
        r"\b(?:well|just|a bit|a little|slightly|getting on for|going on|coming up|nearly) (?:over|under|for|to)?\b",
        " ",
        plain,
    )
    if found := re.search(
        rf"\bsince (?:about |around |at least )?({times.SLOTS['since']}|(?:the )?\d+(?:st|nd|rd|th)? (?:of )?[a-z]+)",
        plain,
    ):
        return times.weeks_since(_day_first(found[1]), today)
    if re.search(r"\bsince\b", plain) and not re.search(rf"\b{PATTERNS['duration']}\b", plain):
        told = _since_year(plain, today) or times.lately(_after(plain, "since"))
        if told is not None or not re.search(r"[,;(]| - ", plain):
            return told  # else what stands behind a mark may say when that was
    if (found := re.search(rf"\b({PATTERNS['duration']})(?= |$)", plain)) and found[1] != "ages":
        return times.weeks(found[1])
    if found := re.search(r"\b(?:couple|few|several) (?:of )?(?:day|week|month|year)s?\b", plain):
        return times.weeks(found[0])
    if found := re.search(rf"\b({times.SLOTS['lately']})\b", plain):
        return times.lately(found[1])
    if found := re.search(rf"\b(?:{times.SLOTS['since']}|\d+(?:st|nd|rd|th)? (?:of )?[a-z]+)\b", plain):
        told = times.weeks_since(_day_first(found[0]), today)
        if told is not None:  # else it is no day of a month: "3 and a half"
            return told
    return _bare(plain)


_LETTERS = {"w": "weeks", "d": "days", "m": "months", "y": "years"}


def _after(plain: str, word: str) -> str:
    return plain.partition(f"{word} ")[2].strip(" .!")


def _day_first(text: str) -> str:
    """``12 october`` as ``october 12th``."""
    return re.sub(r"(\d+)(?:st|nd|rd|th)? (?:of )?([a-z]+)", r"\2 \1th", text)


def _since_year(plain: str, today: date) -> float | None:
    found = re.search(r"\b(?:19|20)\d\d\b", plain)
    return round((today - date(int(found[0]), 7, 1)).days / 7, 1) if found and int(found[0]) < today.year else None


def _bare(plain: str) -> float | None:
    """A number with nothing beside it that makes it another one's."""
    plain = re.sub(r"\b(?:about|around|roughly|approx|approximately|maybe|perhaps|probably|nearly|almost|over|under|"
                   r"just|only|like|say|i|would|am|a|an|the|it|is|think|guess|at|least|most|more|less|than|up|"
                   r"to|some|"
                   r"somewhere|between|now|currently|good|solid|well|been|be|will|turned|turning|lol|tbh|close|years|"
                   r"year|yes|getting|on|for|or|so|and|old|female|male|man|woman|weeks|f|m|out|of|"
                   r"points?)\b", " ", _ranged(plain))  # fmt: skip
    plain = " ".join(re.sub(r"[.,!;:()/-]+(?= |$)", " ", plain).split())
    if (half := re.fullmatch(rf"({NUMBER}) a half", plain) or re.fullmatch(rf"({NUMBER}) half", plain)) is not None:
        return (number(half[1]) or 0) + 0.5
    return number(plain) if re.fullmatch(NUMBER, plain) else None


def _ranged(plain: str) -> str:
    """``between 6 and 8`` as ``6-8``."""
    return re.sub(r"(?:between )?\b(\d+(?:\.\d+)?) ?(?:and|to|or|-) ?(\d+(?:\.\d+)?)\b", r"\1-\2", plain)


def _years(plain: str, today: date) -> object:
    """A length of time in years."""
    if re.search(r"\bsince i was\b", plain):
        ages = [int(each) for each in re.findall(r"\b\d\d?\b", plain)]
        told = re.search(r"\b(?:i am|now|aged|am) (?:now )?\d\d|\d\d now", plain)
        return ages[-1] - ages[0] if len(ages) == 2 and told and ages[0] < ages[1] else None
    if found := re.search(r"\b(?:since|in|from|started) (?:about |around |early |late )?((?:19|20)\d\d)\b", plain):
        return max(today.year - int(found[1]), 0)
    if re.search(r"\bweek (?:\d+|one|two|three|four|five|six|seven|eight|nine)\b", plain):
        return round((number(_after(plain, "week")) or 4) / 52, 1)
    if "decade" in plain:
        count = re.search(rf"({NUMBER}|couple|few) (?:of )?decades", plain)
        return 10 if count is None else {"couple": 20, "few": 30}.get(count[1]) or 10 * (number(count[1]) or 1)
    if found := re.search(rf"\b({PATTERNS['duration']})(?= |$)", plain):
        weeks = times.weeks(found[1]) if found[1] != "ages" else None
        return None if weeks is None else round(weeks / 52, 1)
    if found := re.search(r"\b(?:couple|few|several) (?:of )?(?:week|month|year)s?\b", plain):
        return round((times.weeks(found[0]) or 0) / 52, 1)
    if found := re.search(rf"\b(?:since|in) ({times.SLOTS['since']})", plain):
        weeks = times.weeks_since(found[1], today)
        return None if weeks is None else round(weeks / 52, 1)
    if found := re.search(rf"\b({times.SLOTS['lately']})\b", plain):
        weeks = times.lately(found[1])
        return None if weeks is None else round(weeks / 52, 1)
    return _bare(plain)


def _age(plain: str, today: date) -> object:
    """How old somebody is."""
    if found := re.search(r"\bborn (?:in )?(?:[a-z]+ )?'? ?((?:19|20)?\d\d)\b", plain) or re.fullmatch(
        r"(?:[a-z]+ )?((?:19|20)\d\d)(?: baby)?", plain
    ):
        year: int = int(found[1])
        year += 0 if year > 99 else 1900 if year > today.year % 100 else 2000
        return today.year - year
    for name, tens in _ORDINALS.items():
        if name in plain:
            return tens
    if found := re.search(r"\b(\d0)(?:st|nd|rd|th) birthday", plain):
        return int(found[1])
    if found := re.search(
        rf"\b(early|mid|middle|late)(?: to (?:early|mid|late))? ?-? ?({NUMBER})(?:s)?\b", _plural_tens(plain)
    ):
        base = number(found[2])
        return None if base is None else base + {"early": 2, "late": 8}.get(found[1], 5)
    if found := re.search(rf"\bnot (?:quite|yet) ({NUMBER})\b", plain) or re.search(
        rf"\b({NUMBER}) (?:next|in a|in two|in \d|tomorrow|soon|later|on (?:mon|tues|wednes|thurs|fri|satur|"
        rf"sun)day|in [a-z]+ber)", plain
    ) or re.search(rf"\b(?:turning|turn|will be) ({NUMBER})\b", plain):  # fmt: skip
        value = number(found[1])
        return None if value is None else value - 1
    if re.search(r"\b(?!getting|going)(?:[a-z]+(?:ing|er)|ran)\b[a-z ]* (?:for|since)\b", plain) and not re.match(
        r"(?:i am |im )?\d+", plain
    ):
        return None
    if found := re.match(
        rf"(?:[a-z]+ (?:here )?,? ?)*?(?:i am|am|just turned|turned|aged|age|i will be|about|around|nearly|"
        rf"almost|over|f|m|male|female)? ?:? ?(\d\d?|{NUMBER})(?= |$)",
        plain,
    ):
        return number(found[1])
    return _bare(plain)


def _plural_tens(plain: str) -> str:
    plain = re.sub(r"\b(twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies\b", r"\1y", plain)
    return re.sub(r"\b(\d\d) ?'? ?s\b", r"\1", plain)


# -- shares and points


_PARTS = (
    (r"\b(?:doubl\w*|twice|2 x|x 2|2 fold|two fold)\b", 100), (r"\b(?:tripl\w*|treb\w*|three times|3 x)\b", 200),
    (r"\bquadrupl\w*\b|\bfour times\b", 300), (r"\bhalv\w*\b|\b(?:cut|down|dropped|reduced) (?:it |by |in "
        r")*half\b", -50),
    (r"\bhalf (?:as much )?again\b|\bby (?:a |about )*half\b", 50), (r"\b(?:a|one|by) third\b", 33), (r"\bthird "
        r"more\b", 33),
    (r"\b(?:a|one|by) quarter\b", 25), (r"\b(?:a|one) fifth\b", 20),
)  # fmt: skip
_LESS = re.compile(r"\b(?:down|less|fewer|drop\w*|decreas\w*|reduc\w*|cut|minus|lower\w*)\b")


def _percent(plain: str, today: date) -> object:
    """By how much something changed."""
    change = re.search(
        rf"\b({NUMBER}) ?(?:{_UNIT})?(?: (?:a|per|/) week)? (?:up )?(?:to|->|-> |>|- >|then) (?:about |around "
        rf")?({NUMBER})(?: ?{_UNIT}\b|$| )",
        plain,
    )
    if change and "%" not in plain and "percent" not in plain and re.search(rf"\bfrom\b|{_UNIT}\b|went|>", plain):
        before, after = number(change[1]), number(change[2])
        if before and after is not None:
            return round(100 * (after - before) / before)
    for pattern, share in _PARTS:
        if re.search(pattern, plain):
            return -abs(share) if share not in (100, 200, 300) and _LESS.search(plain) else share
    if re.match(r"(?:it |they |stayed |was |is |exactly |about |pretty |much |stays |i )*(?:none|no (?:change|"
        r"real change|increase|difference)|nothing|zero|nil|0|same|the same|unchanged|"
                r"not (?:at all|really|much)?$|(?:it )?(?:did|has|had) not (?:really )?change|stayed the same|no$|"
                r"exactly the same|about the same|pretty much the same)", plain):  # fmt: skip
        return 0
    text = re.sub(
        r"\b(?:%|percent|per cent|pct|increase|more|up|by|rise|jump|higher|went|mileage|my|ramped|bumped|change|"
        r"extra|added|increased)(?= |$)",
        " ",
        plain,
    ).replace("%", " ")
    minus = bool(_LESS.search(text)) or bool(re.match(r"- ?\d", text))
    if re.search(rf"\b{_UNIT}\b", text):
        return None
    if (found := re.search(rf"({NUMBER}) ?(?:%|percent|per cent|pct)", plain)) is not None:
        value = number(_ranged(found[1]))
    else:
        value = _bare(_LESS.sub(" ", text).lstrip("- "))
    return None if value is None else -value if minus else value


def _points(plain: str, today: date) -> object:
    """How bad, in points; at its worst where several are told."""
    if re.fullmatch(
        r"(?:no (?!idea|clue|thanks|way|one|more)[a-z]+|none|nothing|zero|nil|painless|no|not at all)"
        r"(?: at all| now)?[ .!]*",
        plain,
    ):
        return 0
    if re.search(
        r"\b(?:off the (?:scale|charts?)|worst (?:[a-z]+ )?(?:ever|imaginable|possible|of my life)|max|maximum|"
        r"full marks)\b",
        plain,
    ):
        return 10
    plain = re.sub(r"(?: ?/ ?10| out of (?:10|ten)| of 10)\b", "", plain)
    plain = re.sub(
        r"\b(\d+(?:\.\d+)?) (?:minutes|mins|miles|mile|km|k|weeks|days|hours|months|years|steps)\b", " ", plain
    )
    if (
        found := re.search(
            rf"\b(?:now|today|currently)\b[a-z ,]* ({NUMBER})|({NUMBER}) (?:now|at the moment|today|these days)", plain
        )
    ) and re.search(r"\b(?:was|used|were|started)\b", plain):
        return number(_ranged(found[1] or found[2]))
    if found := re.search(rf"\b(?:worst|peak|max)\b[a-z ,]* ({NUMBER})", plain):
        return number(_ranged(found[1]))
    said = [number(each) for each in re.findall(rf"\b{NUMBER}(?= |$|[.,!])", _ranged(plain)) if each != "one"]
    values = [each for each in said if each is not None]
    return max(values) if values and max(values) <= 10 else None


_READ: dict[str, Callable[[str, date], object]] = {
    "weeks": _weeks, "years": lambda plain, today: _years(plain, today), "percent": _percent, "points": _points,
}  # fmt: skip


def age(plain: str, today: date) -> object:
    """How old somebody is: a number of years too, but no length of time."""
    return _age(_tidy(plain), today)
