"""Corrections in plain words: "actually it does not wilt at night", "no, the left one", "I never said that it wilts".
What is said so is held against what was told before, answer by answer, by the ear that hears replies; only what changes
one of them counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from expert.asking.talk import Talk
from expert.fields import Answer, Field, Quantity, is_list
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


_NO_AND_MORE = re.compile(r"^\W*(?:no|nope|nah|sorry|wait|oops|actually)\b[\s,.:;!-]+\w+(?:\W+\w+){0,4}\W*$", re.I)


def begins_with_no(text: str) -> bool:
    """Whether a "no" and a few words more may put something right rather than answer what is asked."""
    return bool(_NO_AND_MORE.match(text))


def denies_what_is_asked(text: str, question: str) -> bool:
    """Whether what a "no" and a "not" deny is said in the question's own words: "no, not one spot"."""
    found = re.match(r"^\W*(?:no|nope|nah)\b[\s,.:;!-]+(?:not|none|never|no)\b(?P<rest>.*)$", text, re.I | re.S)
    asked = set(re.findall(r"[a-z]+", question.lower()))
    return found is not None and all(
        word in asked or f"{word}s" in asked or word.removesuffix("s") in asked
        for word in re.findall(r"[a-z]{3,}", found["rest"].lower())
    )


def taken_away(talk: Talk, text: str, reading: Reading, given: Mapping[str, Answer]) -> dict[str, Answer | None]:
    """These answers without what a text denies of them or says to be over, and with what it names in its place.

    A list of which nothing is left is not known any more: who denies one thing has not denied all others. A sign that
    is over is no longer so.
    """
    found: dict[str, Answer | None] = {}
    fields = talk.knowledge.vocabulary.fields
    for key in {**reading.not_so, **reading.over}:
        old, values = given.get(key), reading.not_so.get(key, frozenset()) | reading.over.get(key, frozenset())
        if isinstance(old, str) and old in values:
            found[key] = fields[key].denial if fields[key].yes_or_no else None
        if old is None or isinstance(old, (str, Quantity)) or values.isdisjoint(old):
            continue
        named = talk.hear(fields[key], text).answers.get(key, ())
        more = () if isinstance(named, (str, Quantity)) else named
        found[key] = tuple(value for value in dict.fromkeys((*old, *more)) if value not in values) or None
    return found


def taken_back(talk: Talk, text: str, given: Mapping[str, Answer]) -> dict[str, Answer | None]:
    """What a line takes back of these answers ("I never said that it wilts"): it is not known any more then, as to have
    not said it is not to have denied it. Nothing where it takes nothing back, or names none of them, or several.
    """
    said = _taken_back(talk, text)
    if not said:
        return {}
    fields = talk.knowledge.vocabulary.fields
    left = {key: _without(talk, fields[key], said, answer) for key, answer in given.items()}
    found = {key: answer for key, answer in left.items() if answer != given[key]}
    if len(found) > 1:
        found = _most_named(talk, found, said, given)
    return found if len(found) == 1 else {}


def takes_back(talk: Talk, text: str) -> bool:
    """Whether a line takes something back, whether or not it was told."""
    return bool(_taken_back(talk, text))


def _taken_back(talk: Talk, text: str) -> str:
    """The words that a line takes back; empty where it takes back none."""
    from expert.hearing.text import sentences

    heard = sentences(text, talk.knowledge.words.spelling)
    if not heard:
        return ""
    for found, behind in talk.knowledge.words.takes_back_phrases.heard_in(heard[0]):
        first, last = heard[0].place(*found.span())
        start, end = heard[0].span(first, last)
        # A question behind it is none of what was never said: "I never said that?? I only asked what it is".
        rest = text[end : heard[0].end] if behind else text[:start]
        return rest.strip(" ,.;:!?-")
    return ""


def _without(talk: Talk, field: Field, said: str, answer: Answer) -> Answer | None:
    """An answer without what these words name of it."""
    heard = talk.hear(field, said).answers.get(field.key)
    if is_list(answer):
        named = heard if is_list(heard) else ()
        return tuple(value for value in answer if value not in named) or None
    if isinstance(answer, Quantity):
        return None if isinstance(heard, Quantity) and heard.value == answer.value else answer
    if heard == answer == field.denial and field.key not in talk.hear_story(said).answers:
        return answer  # words that deny it only where it was just asked: "one spot" is none that spreads
    return None if heard == answer else answer


def _most_named(
    talk: Talk, found: Mapping[str, Answer | None], said: str, given: Mapping[str, Answer]
) -> dict[str, Answer | None]:
    """Those of some answers whose own words share the most with what was said."""
    fields, words = talk.knowledge.vocabulary.fields, set(re.findall(r"[a-z]{3,}", said.lower()))
    shared = {
        key: len(words & set(re.findall(r"[a-z]{3,}", answer_clause(fields[key], given[key]).lower()))) for key in found
    }
    most = max(shared.values())
    return {key: answer for key, answer in found.items() if shared[key] == most}


def put_right(talk: Talk, text: str, given: Mapping[str, Answer], keys: Iterable[str] = ()) -> dict[str, Answer]:
    """The one answer that a line puts right, where it can be no other's; nothing where it fits none, or several.

    Args:
        given: the answers by now; keys: fields that have none just now, and could be meant too.
    """
    from expert.hearing.speakers import is_ahead
    from expert.hearing.text import sentences

    line = _OLD.sub("", _LEAD.sub("", text)).strip()
    if not line:
        return {}
    fields, said = talk.knowledge.vocabulary.fields, dict[str, Answer]()
    planned = is_ahead(sentences(line, talk.knowledge.words.spelling))  # a time until then is none that has passed
    for key in (*given, *keys):
        answer = talk.hear(fields[key], line).answers.get(key)
        if fields[key].numeric and (planned or not _has_unit(fields[key], line)):
            continue
        if key in talk.knowledge.words.most and _is_a_little(talk, line):
            continue
        if answer not in (None, ()) and answer != given.get(key) and not fields[key].yes_or_no:
            said[key] = answer
    return said if len(said) == 1 else {}


def _is_a_little(talk: Talk, line: str) -> bool:
    """Whether a line tells of a little, which is never what is most."""
    from expert.hearing.text import sentences

    words = talk.knowledge.words
    found = words.topic_phrases[words.mild] if words.mild else None
    return found is not None and any(True for one in sentences(line, words.spelling) for _ in found.heard_in(one))


def _has_unit(field: Field, line: str) -> bool:
    """Whether a number is said to be this field's: "17" could be any, and "I am 17" is none of weeks."""
    return not re.fullmatch(r"\D*\d+(?:\.\d+)?\W*", line) or not re.search(
        r"\b(?:i|he|she|am|m|is|aged?)\b", line, re.I
    )


def said_back(talk: Talk, fresh: Mapping[str, Answer | None], before: Mapping[str, Answer]) -> str:
    """Corrected answers in words, with those that are not known any more."""
    fields = talk.knowledge.vocabulary.fields
    told = [
        f"no longer that {answer_clause(fields[key], before[key])}" if answer is None
        else answer_clause(fields[key], answer)
        for key, answer in fresh.items() if answer is not None or key in before
    ]  # fmt: skip
    return f"Taken as: {'; '.join(told)}."


def at_a_question(talk: Talk, text: str) -> dict[str, Answer | None]:
    """What a line that does not answer its question corrects of what was answered before; nothing unless it says so."""
    from expert.hearing.statements import ASKED, read_statement

    reading, answers = talk.hear_story(text), talk.session.answers
    if not (corrects(text) or reading.over):
        return {}
    back = taken_back(talk, text, answers)
    if back:
        return back
    said = read_statement(talk.knowledge, text, reading, answers)
    if said.kind == ASKED:
        return {}
    known: dict[str, Answer | None] = {key: answer for key, answer in said.fresh.items() if key in answers}
    return known or taken_away(talk, text, reading, answers) or dict(put_right(talk, text, answers))


#: A word alone, or a line of numbers, tells nothing of what was not asked.
_SOME_WORDS = re.compile(r"[^\W\d]+(?:['\s,.-]+[^\W\d]+){2,}[\s.!]*")
_PERSONAL = re.compile(r"\b(?:i|i'?m|i'?ve|my|he'?s?|she'?s?|his|her)\b", re.IGNORECASE)
#: So sure must be what is taken though nobody asked for it.
_SURE = 0.9


def told_besides(talk: Talk, text: str, asked: Iterable[str]) -> dict[str, Answer]:
    """What a line that does not answer its question tells for sure of what was not told yet; nothing where it asks.

    Args:
        asked: the fields of the question, of which nothing is taken so.
    """
    from expert.hearing.statements import ASKED, DOUBTED, kind_of

    if kind_of(text) in (ASKED, DOUBTED) or not (_PERSONAL.search(text) or _SOME_WORDS.fullmatch(text.strip())):
        return {}
    if takes_back(talk, text):
        return {}  # of what was never told: to have not said it is not to have denied it
    reading, answers = talk.hear_story(text), talk.session.answers
    sure = {one.field for one in reading.heard if one.sure >= _SURE}
    return {
        key: answer
        for key, answer in reading.answers.items()
        if key in sure and key not in answers and key not in asked
    }
