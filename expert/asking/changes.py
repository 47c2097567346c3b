"""Changes to a case as they are typed in a consultation: ``3 = no``, or a statement; and what a change did."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from string import ascii_lowercase

from expert.asking.talk import Talk, ranking
from expert.consultation import Consultation
from expert.errors import UsageError, did_you_mean
from expert.fields import Answer, Field, in_words
from expert.hearing.picking import Misread, Option, is_unknown, options_of, pick_any, pick_one, read_value
from expert.wording.first_page import DOING, HOW_SOON, Part, first_page

_HOW = "Type what if, the number of an answer, = and the other answer: what if 2.1 = yes. The word answers lists them."
#: What is said where a change changes nothing.
SAME = "The result stays the same."


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


# -- what is said beside a result --------------------------------------------------------------------------------------


def take_said(talk: Talk, said: Mapping[str, Answer | None]) -> list[str]:
    """Let answers that nobody asked for stand where their questions were asked, or as questions of their own; None is
    what is not known any more.

    Returns:
        the fields whose earlier answers could not stand beside these, and are not known any more.
    """
    session, dropped = talk.session, list[str]()
    _write(talk, said)
    while (check := talk.knowledge.contradiction(session.answers, list(said))) is not None:
        old = [key for key in (*check.against, check.field) if key in session.answers and key not in (*said, *dropped)]
        if not old:
            break
        dropped.append(old[0])
        _write(talk, {old[0]: None})
    return dropped


def _write(talk: Talk, said: Mapping[str, Answer | None]) -> None:
    """Put answers where their fields were asked, or loaded; None for what is not known any more."""
    fields, since = talk.knowledge.vocabulary.fields, len(talk.session.steps)
    for key, answer in said.items():
        given = {} if answer is None else {key: answer}
        talk.session.add(talk.planner.screen_of(fields[key], {}), given)
    talk.session.fold(since)


def what_changed(before: Consultation, after: Consultation, brief: bool = False) -> list[str]:
    """What a change of answers did to the result, in lines; none where nothing on the page is other.

    Args:
        brief: of what is asked and advised only say that it is other: the page follows.
    """
    lines = []
    if ranking(before) != ranking(after):
        lines.append(f"Before: {ranking(before)}. Now: {ranking(after)}.")
    if before.due != after.due:
        lines.append(f"How soon to be seen, before: {before.due.soon}. Now: {after.due.soon}.")
    old, new = ({one.name: one for one in first_page(found)} for found in (before, after))
    other = [name for name in {**new, **old} if _lines(old.get(name)) != _lines(new.get(name))]
    told = {name: _now(old.get(name), new.get(name)) for name in other if name in {*before.knowledge.questions, DOING}}
    told = {} if brief else {name: line for name, line in told.items() if line}
    lines += told.values()
    titles = ["How soon" if name == HOW_SOON else (new.get(name) or old[name]).title for name in other]
    rest = [f'"{title}"' for name, title in zip(other, titles, strict=True) if name not in told]
    if rest:
        lines.append(f"{'Also changed' if lines else 'What changed'}: {in_words(rest)}.")
    return lines


def _now(old: Part | None, new: Part | None) -> str:
    """The first of what a part says now and did not say before."""
    fresh = [line for line in (new.lines if new else ()) if line.plain not in _lines(old)]
    if new is None or not fresh:
        return ""
    return f"{new.title}{'' if new.title.endswith('?') else ':'} Now: {fresh[0].lead} {fresh[0].text}".replace(
        "  ", " "
    )


def _lines(one: Part | None) -> tuple[str, ...]:
    return tuple(line.plain for line in one.lines) if one else ()
