"""What was tapped and typed in a form, as the line that is typed for it in a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from expert.asking.asking import Asking
from expert.asking.dialogue import Dialogue
from expert.asking.parts import Numbers
from expert.asking.turn import Prompt
from expert.wording.examples import file

#: The buttons that answer a question, or leave it; the others only ask something, and what is typed stays.
_ANSWERS = re.compile(r"\d*|u|no more|skip|back|done|yes|no|more")


class Unclear(Exception):
    """A form that means nothing yet; says what is missing. Nothing of it is taken, and nothing is lost."""


def reply_of(pairs: Iterable[tuple[str, str]], dialogue: Dialogue, told: str = "") -> str:
    """The line.

    Args:
        pairs: ``reply`` is a line as it is, of a button; ``from`` the name of the field that holds the line; ``pick``
            the reply of an option, ``unsure`` the number of one that is not known; ``number`` one line of a form of
            numbers; ``text`` what was typed. told: what stood there to be mended, and was not typed now.

    Raises:
        Unclear: nothing was chosen, or two ways were taken at once.
    """
    given: dict[str, list[str]] = {}
    for name, value in pairs:
        given.setdefault(name, []).append(value.strip())
    assert dialogue.stage is not None, "the consultation is over"
    text, picks, unsure = "".join(given.get("text", [])), given.get("pick", []), given.get("unsure", [])
    if "reply" in given:
        return _tapped(given["reply"][-1], "" if text == told else text)
    if "from" in given:
        return given.get(given["from"][-1], [""])[-1]
    numbers = given.get("number", [])
    if text and (picks or unsure or any(numbers)):
        raise Unclear("You have tapped and typed. Take one of the two back, so that nothing is misunderstood.")
    if text:
        return _with_a_name(text, dialogue)
    if any(numbers):
        return _numbers(numbers, dialogue)
    return _picked(picks, unsure, dialogue.stage.prompt())


def _tapped(line: str, text: str) -> str:
    """The line of a button; where it would answer, nothing that was typed beside it is lost."""
    if not text or not _ANSWERS.fullmatch(line):
        return line
    if not line:
        return text
    raise Unclear("You have typed something, too. Send that first, or take it away.")


def _with_a_name(text: str, dialogue: Dialogue) -> str:
    """What asks for a file gets one of the usual name: the browser asks where it is to go."""
    ending = {"save": ".yaml", "report": ".html"}.get(text.lower())
    return f"{text} {file(dialogue.talk.knowledge, ending)}" if ending else text


def _numbers(numbers: Sequence[str], dialogue: Dialogue) -> str:
    """The numbers of a form in one line, up to the last one that was filled in; what is left out is not known."""
    stage = dialogue.stage
    assert isinstance(stage, Asking) and isinstance(stage.part, Numbers), "numbers come from a form of numbers"
    for number in numbers:
        if any(mark in number for mark in ",;") and not number.replace(",", "").replace(" ", "").isdecimal():
            raise Unclear(f"{number}: one number for each line, please.")
    return ", ".join(number or "u" for number in numbers)


def _picked(picks: Sequence[str], unsure: Sequence[str], prompt: Prompt) -> str:
    choice = prompt.choice
    if choice is None:
        raise Unclear("Type something first, or tap one of the buttons.")
    twice = [one.label for one in choice.options if one.reply in picks and one.reply in unsure]
    if twice:
        raise Unclear(f"{twice[0]}: that is ticked, and not sure as well. Take one of the two back.")
    if not picks and not unsure and not choice.selected:
        raise Unclear("Tick what is so first, or tap one of the buttons below.")
    told = choice.reply(picks)
    return f"{told or '0'}, u {' '.join(unsure)}" if unsure else told
