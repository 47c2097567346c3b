"""A typed reply to one question, or to a list to tick, read with the same ear as a story.

Whoever asks knows what a reply is about; so a phrase needs nothing near it that says so, and a bare "no", "3" or
"a bit" is an answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from expert.asking.replies import (
    Misread,
    Option,
    is_none,
    is_unknown,
    options_of,
    pick_any,
    pick_one,
    pick_ticks,
    read_value,
)
from expert.errors import CaseError
from expert.fields import Answer, Field
from expert.hearing import numbers, times
from expert.hearing.lexicon import Lexicon
from expert.hearing.story import Ear

if TYPE_CHECKING:
    from expert.knowledge import KnowledgeBase

_YES = frozenset(
    ["y", "yes", "yeah", "yep", "yup", "yea", "aye", "sure", "definitely", "absolutely", "true", "correct", "ya"]
) | {"i do", "it does", "it is", "of course"}
_NO = frozenset(["n", "no", "nope", "nah", "never", "none", "negative", "false"]) | {
    "not really",
    "not at all",
    "i do not",
    "i don't",
}


@dataclass(frozen=True)
class Reply:
    """What a reply comes to.

    Attributes:
        answers: by the field's name; unknown: the fields of which the person does not know; ask: what is to be asked
            back, empty where nothing is.
    """

    answers: Mapping[str, Answer] = field(default_factory=dict)
    unknown: Sequence[str] = ()
    ask: str = ""


def read_reply(
    knowledge: KnowledgeBase,
    lexicon: Lexicon,
    target: Field | Sequence[Field],
    reply: str,
    today: date,
    units: str = "",
) -> Reply:
    """What a reply to one question, or to a list of lines to tick, says.

    Args:
        target: the field that is asked, or those that stand in the list; units: the unit of a bare distance.
    """
    ear = Ear(knowledge, lexicon, today, loose=True)
    units = units or knowledge.vocabulary.unit
    return _one(ear, target, reply, units, today) if isinstance(target, Field) else _several(ear, target, reply)


def _one(ear: Ear, asked: Field, reply: str, units: str, today: date) -> Reply:
    """A reply to one question: as it is offered, else as a story is heard."""
    plain = reply.strip().lower().rstrip(".!").replace("\u2019", "'")
    if not plain:
        return Reply(ask="Type an answer, or u for don't know.")
    if is_unknown(plain, asked.untried):
        return Reply(unknown=(asked.key,))
    if asked.yes_or_no and plain in _YES | _NO:
        return Reply({asked.key: "yes" if plain in _YES else "no"})
    try:
        return Reply({asked.key: _offered(asked, plain, units)})
    except Misread as misread:
        heard = ear.read(reply).answers
        if asked.key in heard:
            return Reply({asked.key: heard[asked.key]})
        told = [value for value in ear.outcomes(reply) if value in asked.values] if asked.is_remedy else []
        if told:
            return Reply({asked.key: told[0]})
        said = _number(asked, plain) if asked.numeric else None
        return Reply({asked.key: said}) if said is not None else Reply(ask=str(misread))


def _offered(asked: Field, plain: str, units: str) -> Answer:
    """The reply as a number or one of the lines that the question offers.

    Raises:
        Misread: it is neither.
    """
    if asked.numeric:
        return read_value(asked, plain, units)
    options = options_of(asked)
    return pick_any(plain, options) if asked.several else pick_one(plain, options)


def _number(asked: Field, plain: str) -> Answer | None:
    """A number in words, or a length of time where weeks are asked."""
    value = times.weeks(plain) if asked.unit == "weeks" else None
    raw: object = value if value is not None else numbers.distance(plain) if asked.is_length else numbers.number(plain)
    try:
        return None if raw is None else asked.read(raw)
    except CaseError:
        return None


def _several(ear: Ear, lines: Sequence[Field], reply: str) -> Reply:
    """A reply to a list to tick: what it names is so, what it does not is not."""
    if is_none(reply):
        return Reply({line.key: line.denial for line in lines})
    options = [Option(line.key, line.line) for line in lines]
    try:
        ticked, unknown = pick_ticks(reply, options)
    except Misread as misread:
        heard = ear.read(reply).answers
        found = {line.key: heard[line.key] for line in lines if line.key in heard}
        return Reply(found) if found else Reply(ask=str(misread))
    answers = {
        line.key: line.assent if line.key in ticked else line.denial for line in lines if line.key not in unknown
    }
    return Reply({key: answer for key, answer in answers.items() if answer is not None}, tuple(unknown))
