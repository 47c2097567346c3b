"""Corrections in plain words: "actually it does not wilt at night", "no, the left one". What is said so is held against
what was told before, answer by answer, by the ear that hears replies; only what changes one of them counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from expert.asking.talk import Talk
from expert.fields import Answer, Quantity
from expert.wording.english import answer_clause

if TYPE_CHECKING:
    from expert.hearing.story import Reading

#: What a correction begins with, or has in it.
_CORRECTS = re.compile(
    r"^\W*(?:no|nope|nah|not|sorry|wait|oops|correction|well|hang on|hold on|scratch that)\b"
    r"|\b(?:actually|in fact|i meant|i mean|meant to say|rather than|instead|my mistake|made a mistake|i was wrong"
    r"|is wrong|not \w+ any ?more|no longer)\b|[\s,]not\s+\w+(?:\s+\w+)?\W*$",
    re.IGNORECASE,
)
#: Words of a correction that tell nothing of what it is now.
_LEAD = re.compile(
    r"^\W*(?:(?:no|nope|nah|sorry|wait|oops|correction|well|hang on|hold on|scratch that|actually|in fact|i meant|"
    r"i mean|that's|that is|thats)\b[\s,.:;!-]*)+",
    re.IGNORECASE,
)
#: "The left, not the right": what stands behind it was told before.
_OLD = re.compile(
    r"[\s,;]+(?:and )?(?:not|rather than|instead of)\s+(?:the |my |a )?[\w-]+(?:\s+[\w-]+)?\s*[.!]*$", re.I
)


def corrects(text: str) -> bool:
    """Whether a line is said to put something right."""
    return bool(_CORRECTS.search(text))


def taken_away(talk: Talk, text: str, reading: Reading, given: Mapping[str, Answer]) -> dict[str, Answer | None]:
    """The lists of these answers without what a text denies of them, and with what it names in its place.

    One of which nothing is left is not known any more: who denies one thing has not denied all others.
    """
    found: dict[str, Answer | None] = {}
    for key, values in reading.not_so.items():
        old = given.get(key)
        if old is None or isinstance(old, (str, Quantity)) or values.isdisjoint(old):
            continue
        named = talk.hear(talk.knowledge.vocabulary.fields[key], text).answers.get(key, ())
        more = () if isinstance(named, (str, Quantity)) else named
        found[key] = tuple(value for value in dict.fromkeys((*old, *more)) if value not in values) or None
    return found


def put_right(talk: Talk, text: str, given: Mapping[str, Answer], keys: Iterable[str] = ()) -> dict[str, Answer]:
    """The one answer that a line puts right, where it can be no other's; nothing where it fits none, or several.

    Args:
        given: the answers by now; keys: fields that have none just now, and could be meant too.
    """
    line = _OLD.sub("", _LEAD.sub("", text)).strip()
    if not line:
        return {}
    fields, said = talk.knowledge.vocabulary.fields, dict[str, Answer]()
    for key in (*given, *keys):
        answer = talk.hear(fields[key], line).answers.get(key)
        if answer not in (None, ()) and answer != given.get(key) and not fields[key].yes_or_no:
            said[key] = answer
    return said if len(said) == 1 else {}


def said_back(talk: Talk, fresh: Mapping[str, Answer | None], before: Mapping[str, Answer]) -> str:
    """Corrected answers in words; one that is not known any more as the denial of what it was."""
    fields = talk.knowledge.vocabulary.fields
    told = [
        f"it is not so that {answer_clause(fields[key], before[key])}" if answer is None
        else answer_clause(fields[key], answer)
        for key, answer in fresh.items() if answer is not None or key in before
    ]  # fmt: skip
    return f"Taken as: {'; '.join(told)}."


def at_a_question(talk: Talk, text: str) -> dict[str, Answer | None]:
    """What a line that does not answer its question corrects of what was answered before; nothing unless it says so."""
    from expert.hearing.statements import ASKED, read_statement

    if not corrects(text):
        return {}
    reading, answers = talk.hear_story(text), talk.session.answers
    said = read_statement(talk.knowledge, text, reading, answers)
    if said.kind == ASKED:
        return {}
    known: dict[str, Answer | None] = {key: answer for key, answer in said.fresh.items() if key in answers}
    return known or taken_away(talk, text, reading, answers) or dict(put_right(talk, text, answers))
