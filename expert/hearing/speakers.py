"""Whose words count: what is another person's, of long ago, only asked or only feared, is left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from expert.hearing.numbers import NUMBER
from expert.hearing.text import Sentence, Token

_KIN = (
    r"(?:(?:older|younger|big|little|twin|best|good|training|old|elderly|late|ex) )?(?:brothers?|sisters?|mum|mom|"
    r"mother|dad|father|parents?|son|"
    r"sons|daughters?|boys?|girls?|kids?|child|wife|husband|partner|boyfriend|girlfriend|fianc\w*|friends?|mates?|"
    r"bud|buddy|buddies|aunt|auntie|uncle|cousins?|nephew|niece|grandmother|grandfather|grandma|grandpa|gran|"
    r"neighbou?rs?|colleagues?|coworkers?|co worker|workmate|teammates?|team mates?|roommate|flatmate|boss|dog|cat|"
    r"in law|mother in law|father in law|clubmate|club mate)"
)
_OTHER = re.compile(
    rf"^(?:(?:and|but|so|because|well|while|although|though|also|plus|once|like|as|then|even|only|where|since|when) )*"
    rf"(?:(?:one of )?(?:my|our|his|her|their|a|the) {_KIN}\b|{_KIN} (?:of mine |says?|said|had|has|told|thinks?|got|"
    rf"reckons?)"
    rf"|(?:some|other|most|many|a lot of) (?:people|folks?|guys|others)\b|someone (?:else|on|i know|in my)\b|"
    rf"somebody (?:else|on|i know)\b"
    rf"|people\b|others\b|everyone (?:else|says|here)\b|everybody (?:else|says)\b|another (?:guy|girl|man|woman|"
    rf"person)\b)"
)
_ME = re.compile(rf" (?:i|mine|myself|me|we|my (?!{_KIN}\b)\w+) ")
_THIRD = re.compile(r"\b(?:he|she|his|her|him|hers)\b")
_PROXY = re.compile(
    rf"^ (?:(?!i |my |our )[a-z]+(?: (?!i |my |our )[a-z]+){{0,3}} [,:] )?(?:so |hi |hello |, |! )*"
    rf"(?:my|our) (?P<young>{NUMBER} years? old )?(?P<who>{_KIN}) "
    rf"(?P<aged>(?:is |, |\( |just turned |turned )+(?:a |only |nearly |just )*{NUMBER})?"
)
#: What makes it an example, or advice, and no complaint of now.
_OF_THEN = re.compile(
    r" (?:had|once|used to|said|says|told|tells|thinks?|thought|reckons?|suggest\w*|recommend\w*|advised|swears?|"
    r"bought|gave|recovered|healed|too|also|as well|same) "
)
_CHILD = re.compile(r"(?:\w+ )*(?:(?:son|daughter|boy|girl|kid|child|nephew|niece)s?|grand\w+)$")
#: What a parent says of its own body, or running; "I asked around for her" is none of it.
_OWN = re.compile(rf" (?:mine|myself|my (?!{_KIN}\b)[a-z]+|i (?:am|have|had|feel|felt|run|ran|can|woke|rolled)) ")
_SUBJECT = re.compile(rf"\b(?P<who>{_KIN})\b")
_THEY = re.compile(r"^ (?:and |but |so )?(?:he|she|his|her|they|their|theirs|hers)\b")

_LONG_AGO = re.compile(
    r" (?:(?:many |some |several |few |a few |\w+ |\d+ |couple of )?years (?:ago|back|before|earlier)|last (?:year|"
    r"season|time|spring|summer|autumn|fall|winter)"
    r"|in the past|previously|years past|as a (?:child|kid|teenager)|when i was (?:a |in |young|\d+)|used to|in (?:19|"
    r"20)\d\d|back in"
    r"|in (?:high school|college|my (?:teens|twenties|thirties|youth))|ages ago|a long time ago|a year ago|decades? ago"
    r"|at school|once had|earlier (?:injury|episode)) "
)
#: What tells that something long ago has to do with now.
_TILL_NOW = re.compile(
    r" (?:(?:than i|am|are|get|getting|got|not) used to|start\w*|began|begun|since|still|now|ever|again|same|always|"
    r"back then|until) "
)

_UNSURE = re.compile(
    r" (?:might|maybe|perhaps|possibly|could it|could be|may be|may have|might have|worried|worry|afraid|scared|fear|"
    r"fearing|hope|hoping|"
    r"wonder|wondering|in case|supposed to|if it is|if it was|if this|if they|if that|should i|would it|tempted|"
    r"thinking of|thinking about|planning|"
    r"plan to|going to|want to|wanted to|would like|would love|want|considering|read that|reading|heard that|google|"
    r"googled|i will|will be|"
    r"told it could|suspect\w*|looks like) "
    # What somebody without a degree says that it is.
    rf"| (?:{_KIN}|internet|coach) (?:also |always )?(?:says?|said|thinks?|thought|reckons?|reckoned|insists?|swears|"
    r"told me|tells me) (?:that )?(?:i|it|this|my) "
)
#: What is planned: "I see her in two weeks", "the appointment is on Monday", "I go there or to the other one".
_AHEAD = re.compile(
    rf" (?:(?:i|we) (?:(?:only|just|first|then) )?(?:see|visit|go|come|meet)\b(?: \S+){{0,4}}? "
    rf"(?:(?:in|after|within) (?:about |another )?(?:{NUMBER}|\d+|a|an|some|few|a few|a couple of) (?:days?|weeks?|"
    r"months?)|next|tomorrow|later|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|or)"
    r"|(?:must|need to|should|have to|has to|shall) (?:i )?(?:see|go to|visit|call|book|ring|phone|make)"
    r"|(?:i|we) (?:will|plan to|want to|would like to|am going to|hope to|am seeing|am about to)"
    r"|not (?:(?:seen|been|gone|done|had) )?yet|(?:appointment|booked|referral)) "
)
_NO_DENIAL = re.compile(r" (?:no|not|never|none|nothing|without) ")
#: Unsure of no more than whether it has to do with it.
_MATTERS = re.compile(
    r" (?:if|whether) (?:that|it|this|any of it|any of that) (?:even )?(?:matters?|counts?|helps?|(?:is|are) "
    r"(?:relevant|important|related)|has (?:anything|something) to do)(?= )"
)
_STARTERS = frozenset(
    [
        "is",
        "are",
        "does",
        "do",
        "did",
        "can",
        "could",
        "should",
        "will",
        "would",
        "has",
        "have",
        "what",
        "why",
        "how",
        "who",
        "which",
        "where",
        "when",
        "am",
        "anyone",
        "any",
        "anybody",
        "was",
        "were",
        "or",
        "isn't",
        "shall",
        "might",
    ]
)
_BREAKS = frozenset({",", ";", ":", "-", "(", ")", "but", "because", "although", "though", "however"})
_NEW_SUBJECT = frozenset(["i", "it", "my", "the", "this", "that", "he", "she", "they", "we", "there", "now"])
_NUMBERS = re.compile(r"\d|one|two|three|four|five|six|seven|eight|nine|ten|a couple|half")


@dataclass(frozen=True)
class Clause:
    """A part of a sentence, and whose it is.

    Attributes:
        first, last: its words, the last not included; plain: its words with blanks around.
        other: it is about another person; past: about what was long ago; asked: it is a question; unsure: it is no more
            than a fear, a plan or a guess; ahead: it tells of what is still to come.
    """

    first: int
    last: int
    plain: str
    other: bool = False
    past: bool = False
    asked: bool = False
    unsure: bool = False
    ahead: bool = False


def by_proxy(sentences: Sequence[Sentence]) -> str:
    """For whom somebody writes: a person with whom a sentence begins, most of all with an age, where the text goes on
    about her or him more than about the writer, or says nothing of the writer at all; nobody where it does not."""
    told = [found for each in sentences if (found := _PROXY.match(each.plain))]
    third = sum(len(_THIRD.findall(each.plain)) for each in sentences)
    first = sum(len(_ME.findall(each.plain)) for each in sentences)
    if told and _is_of_a_child(sentences):
        return told[0]["who"]
    if told and not first and (named := _PROXY.match(sentences[0].plain)) and not _OF_THEN.search(named.string):
        return told[0]["who"]
    if not told or third < 2 or third <= first:
        return ""
    return min(told, key=lambda found: not (found["aged"] or found["young"]))["who"]


def _is_of_a_child(sentences: Sequence[Sentence]) -> bool:
    """Whether a text begins with a child and says nothing of the writer's own body or running."""
    named = _PROXY.match(sentences[0].plain)
    if named is None or not _CHILD.fullmatch(named["who"]):
        return False
    return not any(_OWN.search(each.plain) for each in sentences)


def clauses(sentences: Sequence[Sentence]) -> list[list[Clause]]:
    """The clauses of each sentence."""
    proxy = by_proxy(sentences)
    found: list[list[Clause]] = []
    other_before = False
    for sentence in sentences:
        parts = []
        other = other_before and bool(_THEY.match(sentence.plain))
        asked_from = _asked_from(sentence)
        for first, last in _pieces(sentence):
            plain = f" {' '.join(token.form for token in sentence.tokens[first:last])} "
            mine = bool(_ME.search(plain.replace(" of mine ", " ")))
            if _OTHER.match(plain.strip()):
                named = _SUBJECT.search(plain)
                other = not mine and not (proxy and named and named["who"] == proxy)
            elif other and (mine or proxy and _SUBJECT.search(plain) and f" {proxy} " in plain):
                other = False
            ahead = bool(_AHEAD.search(plain))
            parts.append(
                Clause(
                    first, last, plain,
                    other=other,
                    past=bool(_LONG_AGO.search(plain)) and not _TILL_NOW.search(plain),
                    asked=first >= asked_from,
                    unsure=_is_unsure(plain), ahead=ahead,
                )
            )  # fmt: skip
            if plain == " not yet " and len(parts) > 1 and not _NO_DENIAL.search(parts[-2].plain):
                parts[-2] = replace(parts[-2], ahead=True)
        other_before = other
        found.append(parts)
    return found


def is_ahead(sentences: Sequence[Sentence]) -> bool:
    """Whether a text tells of what is still to come."""
    return any(clause.ahead for parts in clauses(sentences) for clause in parts)


def _is_unsure(plain: str) -> bool:
    plain = _MATTERS.sub(" ", plain)
    found = _UNSURE.search(plain)
    if not found:
        return False
    return not (found.group().strip() in ("maybe", "perhaps") and _NUMBERS.match(plain[found.end() :]))


def _pieces(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Where clauses begin and end: at marks, and where a new subject begins behind an "and" or a "so"."""
    start = 0
    tokens = sentence.tokens
    for place, token in enumerate(tokens):
        behind = tokens[place + 1].form.split()[0] if place + 1 < len(tokens) else ""
        joins = token.form in ("and", "so", "then") and behind in _NEW_SUBJECT
        thought = token.form in ("which", "that") and behind in ("made", "makes", "had", "got")
        joins = joins or (thought and _form(tokens, place + 2) == "me")
        if (token.form in _BREAKS or joins) and place > start:
            yield start, place
            start = place if token.form not in ",;:-()" else place + 1
        elif token.form in ",;:-()":
            start = place + 1
    if start < len(tokens):
        yield start, len(tokens)


def _form(tokens: Sequence[Token], place: int) -> str:
    return tokens[place].form if place < len(tokens) else ""


#: Beginnings that ask without a mark; "is my leaf" may be a foreigner's statement, "can I" is none.
_ASKING = frozenset({"can", "may", "should", "shall", "could", "must"})
_ASKED_OF = frozenset({"i", "we"})


def _asked_from(sentence: Sentence) -> int:
    """The word from which on a sentence asks."""
    if not sentence.asks:
        for first, _ in _pieces(sentence):
            words = " ".join(token.form for token in sentence.tokens[first : first + 3]).split()
            words = words[1:] if words[0] in ("and", "but", "so") else words
            if words[:1] and words[0] in _ASKING and words[1:2] and words[1] in _ASKED_OF:
                return first
        return len(sentence.tokens) + 1
    for first, _ in _pieces(sentence):
        words = [token.form.split()[0] for token in sentence.tokens[first : first + 2]]
        if words[0] in _STARTERS or (words[0] in ("so", "and", "but", "then", "or") and words[-1] in _STARTERS):
            return first
    return 0 if sum(token.form[0].isalpha() for token in sentence.tokens) < 6 else len(sentence.tokens) + 1
