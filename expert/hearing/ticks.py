"""A reply to a list to tick: what it names is so, what it denies is not, and what it leaves out is not either,
unless part of it was not understood. What was understood is kept."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from expert.fields import UNTRIED, Answer, Field
from expert.hearing import polarity
from expert.hearing.lexicon import Lexicon
from expert.hearing.picking import Misread, Option, is_none, is_unknown, pick_here, pick_ticks
from expert.hearing.story import Ear, Heard

_NONE = re.compile(
    r"(?:(?:no|nope|nah|all (?:good|fine|ok|clear)|fine|luckily|thankfully|n) ?[,.!]? ?)*(?:none|nothing|"
    r"neither|nope|no|nah|nil|"
    r"not any|not one|all (?:good|fine|clear|no)|no to all|n / a|not (?:really|that i know|tried any|"
    r"done any|had any|any of)[a-z ]*|(?:have|has|had) not (?:tried|had|done|got)(?: any(?:thing)?| a single "
    r"one)[a-z ]*)"
    r"(?: (?:of (?:these|those|them|that|the above|this|it|the list)|new|changed|came up|like that|at all|really|"
    r"else|yet|so far|to "
    r"report|"
    r"tbh|thanks|thank you|sorry|apply|applies|that i know of|here|luckily|i think|whatsoever|the above|above|!|"
    r"\.|,))*"
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "last")
_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "2": 2, "3": 3, "4": 4, "couple": 2, "1": 1}
_PLACE = re.compile(
    rf"(?:just |only |yes )*(?:the )?(?P<where>{'|'.join(_ORDINALS)})(?: (?P<count>one|two|three|four|couple|[1-4]))?"
)
#: A reply that begins with that none of it is so.
_NO = re.compile(r"(?:no|nope|nah|none|nothing|neither)(?: of (?:these|those|them|that|this|the above))?(?: "
    r"[,.!-]| (?:they|it|i|just|thank\S*|"
                 r"luckily|really|all|that|only|we|so)\b|$)|(?:all )?(?:healthy|fit) as\b|(?:all )?(?:fine|good|"
                 r"ok|healthy|clear)\b")  # fmt: skip
#: A "none" beside something else.
_TOO = re.compile(r"(?:^|[,:-] )(?:none|nothing|no|0)(?: ,|$)")
_ONLY = re.compile(
    r"\b(?:only|just|apart from|other than|except(?: for)?|nothing else|none of the (?:others|rest)|no others?|"
    r"otherwise (?:none|no|"
    r"nothing|fine|ok)|rest (?:are )?(?:no|fine|ok)|that is (?:it|all)|but nothing else|nothing more)\b"
)
#: Words that stand in lines by accident: alone they name none of them.
_PASSING = frozenset(
    re.findall(
        r"\w+",
        """
        about after again away back before began begun better bought came come comes day days else felt feel feeling
        fine gave give goes gone good got great hour hours it kind last lately less like little long look
        looks lot minutes moment month months more morning much name new newly night now odd often old one only other
        out over place recent rest rested resting same shortly something soon sore stay stayed stays still such than
        thing things time times took turned up usual very way week weeks went when while with within without worse year
        """,
    )
)
#: What is asked where it is not clear whether any line is meant.
_WHICH = "Is any of them so? Type the numbers of those that are, or 0 for none of them."
#: A "no" and no more of that kind: "none" says it of the list, "no" may be said to anything.
_BARE_NO = re.compile(r"(?:no|nope|nah)\b(?! (?:of|to)\b)")
#: The same before a sentence of its own.
_NO_AND_ANOTHER = re.compile(r"(?:no|nope|nah) [,.!-] (?:it|my|that|this|the) (?P<rest>.*)")
_WELL = frozenset({"healthy", "normal", "fine", "good", "ok", "okay", "well"})
_ALL = re.compile(
    r"(?:(?:yes|yeah|tried|had|i have|i|have|had|got|done|did|pretty much|nearly|almost|basically) )*(?:all|"
    r"everything|the lot|"
    r"every one|every single one|each)(?: (?:of (?:them|these|those|the above|it)|the above|on (?:the|that|"
    r"this) list))*"
)
_BUT = re.compile(r"^(?:except|bar|but|apart from|besides|other than|minus|not|save|without)(?: for| not)? (?:the )?")
_NOISE = re.compile(
    r"\b(?:i|have|has|had|am|is|are|it|my|the|a|an|and|also|but|so|yes|yeah|yep|just|only|both|some|very|really|"
    r"quite|bit|"
    r"of|with|in|on|got|get|there|maybe|think|definitely|sure|tried|too|well|feels?|looks?|lol|tbh|else|nothing|"
    r"none|otherwise|rest|"
    r"other|than|apart|from|that|those|them|these|all|for|since|now|still|always|been|was|were|did|done|at|to|"
    r"as|this|"
    r"no|not|or|do|does|can|me|plus|then|about|ago|last|\d+|week|weeks|month|months|year|years|left|right)\b"
)


@dataclass(frozen=True)
class Ticked:
    """What a reply to a list comes to; see `reply.Reply`."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    unknown: Sequence[str] = ()
    ask: str = ""
    ticked: Sequence[str] = ()


def read(ear: Ear, lexicon: Lexicon, lines: Sequence[Field], reply: str) -> Ticked:
    """What a reply to a list of lines says."""
    keys = tuple(line.key for line in lines)
    plain = ear.plain(reply)
    if is_none(reply) or _NONE.fullmatch(plain):
        return Ticked({line.key: _denial(line) for line in lines})
    not_done = all(line.is_remedy for line in lines) and polarity.not_done(plain)
    if is_unknown(reply) or (polarity.unknown(plain) and not not_done and not polarity.behind_unknown(plain)):
        return Ticked(unknown=keys)
    options = [Option(line.key, line.line or line.says.replace("{}", "").strip(), brief=line.brief) for line in lines]
    if re.fullmatch(r"(?:\s|[\d,;&+/.-]|and\b|u\b)+", reply.lower()) and re.search(r"\d", reply):
        return _numbered(lines, options, re.sub(r"\band\b", " ", reply.lower()))
    whole = _ALL.match(plain)
    if whole is not None:
        rest = plain[whole.end() :].strip(" ,.!")
        but = _BUT.match(rest)
        if not rest or rest in ("lol", "tbh", "sadly", "unfortunately", "really", "haha"):
            return _made(lines, set(keys), (), whole=True)
        if but is not None:
            left = _by_place(lines, rest[but.end() :]) or set(_named(ear, lines, options, rest[but.end() :]).named)
            if left:
                return _made(lines, set(keys) - left, left, whole=True)
    placed = _by_place(lines, plain)
    if placed:
        return _made(lines, placed, (), whole=True)
    vague = _PASSING | lexicon.vague
    found = _named(
        ear, lines, options, reply, vague, guess=not ((_NO.match(plain) and _ONLY.search(plain)) or not_done)
    )
    if (found.named or found.answers or found.doubtful) and _TOO.search(plain) and not _ONLY.search(plain):
        return Ticked(ask=_WHICH)
    if found.unclear and _NO.match(plain) and not _ONLY.search(plain):
        return Ticked(ask=_WHICH)
    if (_NO.match(plain) or not_done) and not found.named and not found.answers:
        if (_BARE_NO.match(plain) and found.elsewhere) or _is_of_another(plain, ear, vague):
            return Ticked(ask=_WHICH)
        return _made(lines, set(), (), whole=True)
    if not found.named and not found.denied and not found.answers:
        return Ticked(ask=_ask(found.left or [reply.strip()]))
    only = bool(_ONLY.search(plain))
    made = _made(
        lines, found.named, found.denied, whole=only or (not found.left and not found.denied), answers=found.answers
    )
    if found.left and not only:
        return Ticked(made.answers, (), _ask(found.left), made.ticked)
    if len(made.answers) + len(made.ticked) < len(lines):
        return Ticked(made.answers, (), "And the others? Type the numbers of those that are so, or 0 if none of "
            "them is.",
                      made.ticked)  # fmt: skip
    return made


def _denial(line: Field) -> Answer:
    return UNTRIED if line.is_remedy else line.denial


def _made(
    lines: Sequence[Field], named: set[str], denied: Sequence[str] | set[str], whole: bool,
    answers: Mapping[str, Answer] | None = None,
) -> Ticked:  # fmt: skip
    """The answers of lines that were named or denied; of the others too where the reply is a whole one."""
    found: dict[str, Answer] = dict(answers or {})
    more = []
    for line in lines:
        if line.key in found:
            continue
        if line.key in named:
            if line.assent is not None:
                found[line.key] = line.assent
            else:
                more.append(line.key)
        elif line.key in denied or whole:
            found[line.key] = _denial(line)
    return Ticked(found, (), "", tuple(more))


def _numbered(lines: Sequence[Field], options: Sequence[Option], reply: str) -> Ticked:
    try:
        ticked, unknown = pick_ticks(reply, options)
    except Misread as misread:
        return Ticked(ask=str(misread))
    made = _made([line for line in lines if line.key not in unknown], set(ticked), (), whole=True)
    return Ticked(made.answers, unknown, "", made.ticked)


@dataclass
class _Named:
    """The lines that a reply names and denies, what it says more of them, and what was not understood.

    Attributes:
        doubtful: whether something could be meant for another list; unclear: whether for several lines of this one.
        elsewhere: whether something is said of another matter, so that a "no" before it may be about that.
    """

    named: set[str]
    denied: set[str]
    answers: dict[str, Answer]
    left: list[str]
    doubtful: bool = False
    unclear: bool = False
    elsewhere: bool = False


def _by_place(lines: Sequence[Field], plain: str) -> set[str]:
    """The lines that "the first two", "the last one" and the like mean."""
    found = _PLACE.fullmatch(plain.strip(" .!"))
    if found is None:
        return set()
    keys = [line.key for line in lines]
    count = _COUNTS.get(found["count"] or "one", 1)
    if found["where"] in ("first", "last"):
        return set(keys[:count] if found["where"] == "first" else keys[-count:])
    place = _ORDINALS.index(found["where"])
    return set(keys[place : place + 1])


def _named(
    ear: Ear, lines: Sequence[Field], options: Sequence[Option], reply: str,
    vague: Collection[str] = _PASSING, guess: bool = True,
) -> _Named:  # fmt: skip
    reading = ear.read(reply)
    keys = {line.key: line for line in lines}
    found = _Named(set(), set(), {}, [], elsewhere=any(_is_besides(each, keys) for each in reading.heard))
    pieces = _pieces(reply)
    for key, answer in reading.answers.items():
        line = keys.get(key)
        if line is None or _across(key, reading.heard, pieces):
            continue
        if line.is_remedy and answer != UNTRIED:
            found.answers[key] = answer
        elif answer == line.denial or answer == UNTRIED:
            found.denied.add(key)
        else:
            found.named.add(key)
            if line.assent is None and not line.is_remedy:
                found.answers[key] = answer
    spans = [(each.start, each.end) for each in reading.heard if each.field in keys]
    for start, end in pieces:
        piece = reply[start:end]
        remedies = ear.remedies(piece) & set(keys)
        plain = ear.plain(piece)
        if piece.strip().isdecimal():
            place = int(piece.strip()) - 1 if len(piece.strip()) < 4 else -1
            if 0 <= place < len(lines):
                found.named.add(lines[place].key)
            else:
                found.left.append(piece.strip())
            continue
        no = bool(re.match(r"(?:but )?(?:not?|never|have not|without|did not|nor|neither)\b", plain))
        for key in remedies - set(found.answers):
            (found.denied if no else found.named).add(key)
        if remedies or any(start < last and first < end for first, last in spans):
            continue
        if not re.sub(r"[^a-z]", "", _bare(plain, ear.beside)):
            continue
        if _NONE.fullmatch(plain) or _ONLY.fullmatch(plain):
            continue
        if not guess:
            continue
        if not _could_name(_bare(plain, ear.beside), vague) or reply[end:].lstrip(" ").startswith("?"):
            found.left.append(piece.strip(" .,!;"))
            continue
        said = re.sub(r"^(?:i have |i |my |and |also |no |not )+", "", piece.strip().lower())
        key = _picked(said, options)
        if key and not keys[key].is_remedy and not _picked(said, options, ear.lines(keys)):
            key, found.doubtful = "", True
        if key:
            (found.denied if no else found.named).add(key)
        else:
            found.left.append(piece.strip(" .,!;"))
            found.unclear |= not no and _could_be_several(_bare(plain, ear.beside), options)
    found.denied -= found.named
    return found


def _is_of_another(plain: str, ear: Ear, vague: Collection[str]) -> bool:
    """Whether a "no" stands before a sentence that tells of something, though it was not understood."""
    found = _NO_AND_ANOTHER.match(plain)
    if found is None or polarity.lead(found["rest"]) or re.search(r" (?:not|never|no)\b", f" {found['rest']}"):
        return False
    words = found["rest"].split()
    return _WELL.isdisjoint(words) and _could_name(_bare(found["rest"], ear.beside), vague)


def _is_besides(heard: Heard, keys: Collection[str]) -> bool:
    """Whether something that is no line of the list was said to be so."""
    return heard.field not in keys and heard.value not in ("no", UNTRIED)


def _could_name(bare: str, vague: Collection[str]) -> bool:
    """Whether there is a word in it that can name a line."""
    return any(word.isalpha() and word not in vague for word in bare.split())


def _picked(said: str, options: Sequence[Option], elsewhere: Sequence[Option] = ()) -> str:
    """The line that is meant by its own words; nothing where none is, or one of another list could be."""
    try:
        return "" if said.isdecimal() else "".join(pick_here(said, options, elsewhere)[:1])
    except Misread:
        return ""


def _could_be_several(bare: str, options: Sequence[Option]) -> bool:
    """Whether what was said stands in more than one line."""
    lines = [set(re.findall(r"[a-z]+", f"{option.label} {option.brief}".lower())) for option in options]
    said = [word for word in bare.split() if len(word) > 3]
    return any(sum(word in line for line in lines) > 1 for word in said)


def _bare(plain: str, beside: Collection[str]) -> str:
    """A part of a reply without the words that tell nothing by themselves."""
    return " ".join(word for word in _NOISE.sub(" ", plain).split() if word not in beside)


def _across(key: str, heard: Sequence[Heard], pieces: Sequence[tuple[int, int]]) -> bool:
    """Whether an answer rests on words of several parts of which each says something by itself."""
    spans = [(each.start, each.end) for each in heard if each.field == key]
    others = [(each.start, each.end) for each in heard if each.field != key]
    for start, end in spans:
        touched = [(first, last) for first, last in pieces if start < last and first < end]
        alone = [any(first <= a and b <= last for a, b in others) for first, last in touched]
        if len(touched) < 2 or not all(alone):
            return False
    return bool(spans)


def _pieces(reply: str) -> list[tuple[int, int]]:
    """Where the parts of a reply stand, between commas, "and"s and the like."""
    places, start = [], 0
    for mark in re.finditer(r"[,;&+/.!\n]+(?=\s|$|\D)|\b(?:and|but|plus|also|then)\b", reply, re.IGNORECASE):
        places.append((start, mark.start()))
        start = mark.end()
    places.append((start, len(reply)))
    return [(first, last) for first, last in places if reply[first:last].strip()]


def _ask(left: Sequence[str]) -> str:
    """What is asked back, in the words that were typed."""
    said = ", ".join(f"'{each if len(each) <= 40 else each[:37] + '...'}'" for each in left)
    return f"I did not understand {said}. Type the numbers of those that are so, or 0 for none of them."
