"""What is asked at a question and is no answer to it: what a word of it means, why it is asked, whether it is bad.

It is answered in a few plain words where it can be, and the question stays; a question is never taken for an answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from expert.asking.reasons import why_asked
from expert.asking.screens import Screen
from expert.asking.stage import Question
from expert.asking.talk import Talk, capital
from expert.asking.turn import Script
from expert.fields import Field
from expert.hearing.lexicon import Explained
from expert.hearing.questions import alike, explained, plain_words, read_question
from expert.hearing.statements import only_asks
from expert.rules import Source

_AT_THE_RESULT = "That is answered with the result, from all that you tell here."
_NO_ANSWER = "That is a question, so nothing was taken as an answer, and it cannot be answered here."
#: A question that names so many lines names none.
_MOST_NAMED = 2


def answered(asking: Question, text: str, script: Script) -> bool:
    """Whether a line only asks something; then it is answered, if only by saying where it is.

    Args:
        asking: the question at which it is asked.
    """
    talk, fields = asking.talk, asking.screen.fields if asking.screen else ()
    if not only_asks(text):
        return False
    found, asked = explained(talk.knowledge, text), read_question(talk.knowledge, text)
    meant = [] if asked.sure else named(talk, fields, text)
    if found:
        say_explained(found, script)
    elif meant:
        _say_meant(talk, meant, text, len(fields) > 1, script)
    elif comforted(talk, fields, text, script):
        pass
    elif asked.called and not asked.sure:
        _say_called(asking, text, script)
    elif meant := _heard_in(talk, text):
        _say_meant(talk, meant, text, True, script)
    else:
        script.say(_AT_THE_RESULT if asked.parts or asked.named or asked.remedies else _NO_ANSWER)
    return True


def comforted(talk: Talk, fields: Sequence[Field], text: str, script: Script) -> bool:
    """Whether a line tells of a fear, asked or said; then it gets an answer, and how to tell what it names."""
    found = explained(talk.knowledge, text, worries=True)
    if found is None:
        return False
    say_explained(found, script)
    for field in named(talk, fields, text):
        script.say(f'If this is so, say so: "{field.brief or field.line or field.question}".')
    return True


def say_explained(found: Explained, script: Script) -> None:
    """What the base explains, and what that rests on."""
    script.say(found.text)
    if isinstance(found.source, Source):
        script.say(f"({found.source.text})", "dim")


def named(talk: Talk, fields: Sequence[Field], text: str) -> list[Field]:
    """The lines that a question speaks of: what would be heard in it if it were told, else what its words name."""
    fields = [field for field in fields if field.line]
    reply = talk.hear(fields, text.replace("?", " ")) if len(fields) > 1 else None
    keys = {key for key, answer in reply.answers.items() if answer not in ("no", ())} if reply else set()
    heard = [field for field in fields if field.key in {*keys, *(reply.ticked if reply else ())}]
    if 0 < len(heard) <= _MOST_NAMED:
        return heard
    asked = talk.knowledge.questioned.content(text)
    counts = {
        field: sum(any(alike(word, one) for one in plain_words(f"{field.brief} {field.line}")) for word in asked)
        for field in fields
    }
    most = max(counts.values(), default=0)
    best = [field for field, count in counts.items() if count == most]
    return best if most and len(best) <= _MOST_NAMED else []


def _heard_in(talk: Talk, text: str) -> list[Field]:
    """The warning signs of other lists that a question speaks of, if these are few."""
    flags = {flag.field for flag in talk.knowledge.red_flags}
    fields = talk.knowledge.vocabulary.fields
    answers = talk.hear_story(text.replace("?", " ")).answers
    found = [
        fields[key] for key, answer in answers.items() if key in flags and fields[key].line and answer not in ("no", ())
    ]
    return found if len(found) <= _MOST_NAMED else []


def _say_called(asking: Question, text: str, script: Script) -> None:
    """A cause that is asked about by its name, by what is known so far."""
    from expert.asking.ending import Ending

    script.say("By what you have told so far:", "dim")
    Ending(asking.dialogue).take(text, script)


def _say_meant(talk: Talk, fields: Sequence[Field], text: str, several: bool, script: Script) -> None:
    """What these fields ask, by the names of their lines where the screen has several."""
    for field in fields:
        if text.lower().split()[0] == "why":
            first, *_ = why_asked(talk.outlook(), Screen("ticks", (field,)))
            script.say(first[0])
        script.say(f'"{capital(field.brief or field.line)}": {field.help}' if several else field.help)
