"""Changes to a case as they are typed in a consultation: ``3 = no``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_lowercase

from expert.asking.talk import Talk
from expert.errors import UsageError, did_you_mean
from expert.fields import Answer, Field
from expert.hearing.picking import Misread, Option, is_unknown, options_of, pick_any, pick_one, read_value

_HOW = "Type what if, the number of an answer, = and the other answer: what if 2.1 = yes. The word answers lists them."


def read_typed(text: str, talk: Talk) -> dict[str, Answer | None]:
    """Field names to new answers (None for "not known"): fields by number or by words, answers as at a question.

    Raises:
        UsageError: it names no field, or an answer that the field does not take.
    """
    changes: dict[str, Answer | None] = {}
    for named, value in _pairs(text):
        held = _field(named, talk)
        try:
            changes[held.key] = _answer(held, value, talk)
        except Misread as problem:
            raise UsageError(f"{held.question} {problem}{_choices(held)}") from None
    return changes


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """What stands on both sides of each "="; where there are several, a field is one word."""
    several = text.count("=") > 1
    for part in re.split(r"(?:,|;|\band\b|\s)\s*(?=[\w.]+\s*=)", text) if several else [text]:
        named, equals, value = part.partition("=")
        if not equals or not named.strip():
            raise UsageError(_HOW)
        yield named.strip(), value.strip().strip(",;").strip()


def _choices(held: Field) -> str:
    """What the field takes, by number."""
    if held.numeric:
        return ""
    choices = [f"{number} {option.label}" for number, option in enumerate(options_of(held), 1)]
    return " " + "; ".join([*choices, *(f"u {words}" for words in [held.untried] if words)]) + "."


def _field(named: str, talk: Talk) -> Field:
    """The field that goes by a number of this consultation, by its name, or by words of its question."""
    fields, labels = talk.knowledge.vocabulary.asked, talk.session.labels()
    if named in fields:
        return fields[named]
    for key, label in labels.items():
        if label == named:
            return fields[key]
    if re.fullmatch(r"[\d.]+[a-z]?", named):
        several = [label for label in labels.values() if label.rstrip(ascii_lowercase) == named]
        if several:
            raise UsageError(f"{named} stands for several answers: {', '.join(several)}. Which of them? {_HOW}")
        raise UsageError(f"There is no answer {named}. {_HOW}")
    try:
        return fields[pick_one(named, [Option(key, field.question) for key, field in fields.items()])]
    except Misread:
        raise UsageError(f"'{named}' is no answer{did_you_mean(named, fields) or '.'} {_HOW}") from None


def _answer(held: Field, text: str, talk: Talk) -> Answer | None:
    try:
        return _offered(held, text, talk.units)
    except Misread:
        reply = talk.hear(held, text)
        if reply.unknown:
            return None
        if held.key not in reply.answers:
            raise
        return reply.answers[held.key]


def _offered(held: Field, text: str, units: str) -> Answer | None:
    """The answer as the question offers it."""
    if not text or is_unknown(text, held.untried):
        return None
    if held.line and text.lower() in ("no", "false"):
        return held.denial
    if held.line and text.lower() in ("yes", "true") and held.assent is not None:
        return held.assent
    if held.several:
        return () if text == "[]" else pick_any(text, options_of(held))
    if held.single:
        return pick_one(text, options_of(held))
    return read_value(held, text, units)
