"""Whether a line says something or asks something; and what a statement made beside a result tells that is new."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from expert.fields import Answer, is_list
from expert.hearing.story import Reading
from expert.knowledge import KnowledgeBase

#: What a line is: a question, some words without a subject, something supposed or wished for, or plainly said.
ASKED, BARE, DOUBTED, SAID = "asked", "bare", "doubted", "said"

_BEFORE = (
    r"(?:(?:and|but|so|ok|okay|well|hi|hello|hey|please|thanks|thank you|also|then|um+|uh+|h?eh|huh|hm+|oh|yes|no|"
    r"sorry|excuse me|wtf|wth|omg|lol|wait|god|jesus|seriously|really|what the (?:hell|heck|fuck))\b[\s,.:;!?-]*)*"
)
_SUBJECT = r"(?:i|it|this|that|my|the|you|we|they|there|these|those|he|she)\b"
_ASKS = re.compile(
    rf"{_BEFORE}(?:(?:what|whats|why|how|which|who|whom|whose|where)\b|when (?:can|may|will|should|do|does|is)\b"
    rf"|(?:is|are|do|does|did|was|were|should|shall|will|would|could|may|might|must|isn.?t|aren.?t|don.?t|doesn.?t"
    rf"|didn.?t|wasn.?t|shouldn.?t|wouldn.?t|couldn.?t|won.?t)\b(?! not\b)"
    rf"|(?:am|has|have|had|can|need|can.?t|haven.?t|hasn.?t) {_SUBJECT}|can (?:any|some|an?)"
    r"|(?:the )?\w+,? (?:what|which) (?:kind|sort|type|one)\b"
    r"|(?:tell|show|explain|give|remind)\b"
    r"|(?:if|suppose|supposing|assuming|imagine|in case|say)\b|any\b)",
    re.IGNORECASE,
)
_DOUBTS = re.compile(
    rf"{_BEFORE}(?:(?:maybe|perhaps|possibly|probably)\b"
    r"|(?:i|i.?m|i am)(?: \w+)? "
    r"(?:think|guess|wonder|wondering|bet|believe|suspect|suppose|afraid|fear|worry|worried"
    r"|need|want|wish|hope|plan|would like|should|must|have to)\b)",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:i|i'?m|i'?ve|i'?d|my|me|it|it's|its|there|there's|the|they|both|this|that|now|actually|not|no|never|since"
    r"|can'?t|cannot|couldn'?t|doesn'?t|don'?t|didn'?t|is|are|was|has|have|had|got|went)\b",
    re.IGNORECASE,
)
#: Beyond doubt a question, which "does it" begins and "does wilt" does not; what somebody calls it is told, not asked.
_PLAINLY_ASKS = re.compile(
    rf"{_BEFORE}(?:(?:what|whats|what's|why|who|whom)\b(?! (?:i|my)\b)|how (?:come|do|does|can|could|should|long"
    r"|soon|serious|bad|worried|urgent|much|many|often|will|would|is|are|did|about|fast|likely|dangerous)\b"
    rf"|(?:is|are|do|does|did|should|shall|will|would|can|could|may|might|must|am) {_SUBJECT}"
    r"|(?:the )?\w+,? (?:what|which) (?:kind|sort|type|one)\b"
    r"|(?:which|when|where) (?:is|are|do|does|can|should|will|would|did)\b)",
    re.IGNORECASE,
)
#: A word of the question, and why: "frost why".
_WHY = re.compile(r"(?!not\b|no\b|idea\b|yes\b)\w+[ ,:]+(?:why|how come)[ ?!.]*", re.IGNORECASE)
#: Words that put one thing in the place of another; without one what is said comes besides.
_INSTEAD = re.compile(r"\b(?:not|actually|instead|rather|only|wrong|moved|no longer)\b", re.IGNORECASE)
#: What the ear must be so sure of to change an answer that nobody asked for.
SURE = 0.9


@dataclass(frozen=True)
class Statement:
    """What a line says of the person's own state.

    Attributes:
        kind: one of those above.
        fresh: the answers that are new or other than before, in the order of the vocabulary; none where it asks.
        known: those that were given before.
        alarming: of all answers that were heard for sure, those that are red flags, whatever the line is.
    """

    kind: str
    fresh: Mapping[str, Answer] = field(default_factory=dict)
    known: Mapping[str, Answer] = field(default_factory=dict)
    alarming: Mapping[str, Answer] = field(default_factory=dict)


#: Told, and loudly, whatever mark stands behind it.
_PROTESTS = re.compile(
    rf"{_BEFORE}i (?:never|did not|didn'?t|have not|haven'?t) (?:\w+ )?"
    r"(?:say|said|tell|told|mean|meant|write|wrote|mention\w*)\b",
    re.IGNORECASE,
)


def kind_of(text: str) -> str:
    """What a line is. One that begins as a statement and asks behind it is a statement as well."""
    line = text.strip().replace("\u2019", "'")
    if len(line.split()) < 2 and not line.endswith("?"):
        return BARE
    if _PROTESTS.match(line):
        return SAID
    if _ASKS.match(line) or (line.endswith("?") and not re.search(r"[,.;:!]", line.rstrip("?! "))):
        return ASKED
    if _DOUBTS.match(line):
        return DOUBTED
    return SAID if _SAYS.search(line) else BARE


def only_asks(text: str) -> bool:
    """Whether each sentence of a line is a question beyond doubt, so that none of it is an answer."""
    parts = [one for one in re.split(r"(?<=[.!?])\s+", text.strip().replace("\u2019", "'")) if one]
    return bool(parts) and all(
        _PLAINLY_ASKS.match(one) and len(one.split()) > 1 or _WHY.fullmatch(one) for one in parts
    )


#: Such a question needs no mark, before or behind it: "none whats that".
_RUNS_ON = re.compile(
    r"(?P<said>.+?)(?P<mark>[,.;!?]*)\s+(?P<asked>(?:and |but )?(?:whats|what's|what is|what are|what does|is that bad|"
    r"why do you ask)\b(?! (?:worse|worst|more|new|strange|odd|weird|different|left|wrong|happening|going|it)\b).+)",
    re.DOTALL | re.IGNORECASE,
)
#: Behind these it is told, not asked.
_TELLS_WHAT = re.compile(
    r"\b(?:know|knows|knew|about|see|ask|asked|asking|wonder|wondering|idea|sure|tell|told|that|is|of|for|like|from|to|"
    r"exactly|or|and|clue)$",
    re.IGNORECASE,
)
_ASKS_BESIDES = re.compile(r"(?P<said>.+?)[,.;!]\s+(?P<asked>[^,.;!]+\?)\s*", re.DOTALL)


def parted(text: str) -> tuple[str, str]:
    """What a line says, and the question that it ends with; all of it and nothing where it ends with none."""
    line = text.strip().replace("\u2019", "'")
    found = _ASKS_BESIDES.fullmatch(line)
    if found is None:
        found = _RUNS_ON.fullmatch(line)
        if found is not None and not found["mark"] and _TELLS_WHAT.search(found["said"]):
            return text, ""
    if found is None:
        first = [one for one in re.split(r"(?<=[?])\s+", line) if one]
        if len(first) == 2 and only_asks(first[0]) and not only_asks(first[1]):
            return first[1], first[0]
    if found is None or not only_asks(found["asked"]) or only_asks(found["said"]):
        return text, ""
    return found["said"], found["asked"]


def said_of(text: str) -> str:
    """The sentences of a line that are no questions; all of it where every one of them asks."""
    parts = [one for one in re.split(r"(?<=[.!?])\s+", text.strip()) if one]
    return " ".join(one for one in parts if kind_of(one) != ASKED) or text


def read_statement(knowledge: KnowledgeBase, text: str, reading: Reading, answers: Mapping[str, Answer]) -> Statement:
    """What a line says that changes these answers.

    A warning sign is taken from a word alone and from a doubt as well: to take one too many costs a look at the
    result, to pass over one costs more. All else has to be plainly said.

    Args:
        reading: what the story ear hears in it.
    """
    kind, heard = kind_of(text), _for_sure(knowledge, reading)
    alarming = {key: answer for key, answer in heard.items() if is_alarming(knowledge, key, answer)}
    if kind == ASKED:
        return Statement(kind, alarming=alarming)
    taken = heard if kind == SAID else alarming
    fields, instead = knowledge.vocabulary.asked, _INSTEAD.search(text)
    told = {key: answer if instead else fields[key].joined(answers.get(key), answer) for key, answer in taken.items()}
    if len(told) > 1 and knowledge.place in answers:
        told.pop(knowledge.place, None)  # where a sign shows is not where the complaint moved to
    fresh = {key: answer for key, answer in told.items() if answers.get(key) != answer}
    known = {key: answer for key, answer in told.items() if key not in fresh}
    return Statement(kind, fresh, known, alarming)


def is_alarming(knowledge: KnowledgeBase, key: str, answer: Answer) -> bool:
    """Whether an answer is a red flag."""
    values: Iterable[object] = answer if is_list(answer) else (answer,)
    return any(flag.field == key and not set(flag.values).isdisjoint(values) for flag in knowledge.red_flags)


def _for_sure(knowledge: KnowledgeBase, reading: Reading) -> dict[str, Answer]:
    """The answers that were heard for sure, without those that others imply."""
    sure = {one.field for one in reading.heard if one.sure >= SURE}
    implied = {
        other for key, value, other, its_value in knowledge.implications
        if reading.answers.get(key) == value and reading.answers.get(other) == its_value
    }  # fmt: skip
    return {key: answer for key, answer in reading.answers.items() if key in sure and key not in implied}
