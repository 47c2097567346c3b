"""A choice between two words, with all that can be typed at a question: whether to go on, to ask more, to replace."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from expert.asking.asking import Changing
from expert.asking.commands import COMMAND_WORDS, find
from expert.asking.screens import Screen
from expert.asking.stage import Flow, Leaving
from expert.asking.talk import Talk
from expert.asking.turn import Choice, Keys, Pick, Prompt, Script
from expert.fields import Field
from expert.hearing.statements import only_asks

KEYS: Keys = ("?: explain  answers  back  change  save  quit  help", "? back quit help")


class Offer(Leaving):
    """A choice between two words, each with what it does.

    Args:
        question: what it asks, to be said again after something else; ways: the words, the first of which goes on.
        if_silent: what counts where the input ends here.
        about: what ``?`` and ``why`` say.
        back: what ``back`` does, where it does not take the last answer back.
    """

    screen: Screen | None = None
    due: Field | None = None

    def __init__(
        self,
        dialogue: Flow,
        question: str,
        ways: Mapping[str, Callable[[Script], None]],
        if_silent: str,
        about: str,
        back: Callable[[Script], None] | None = None,
    ) -> None:
        self.dialogue, self.question, self.about = dialogue, question, about
        self.talk: Talk = dialogue.talk
        self._ways, self._if_silent, self._back = dict(ways), if_silent, back

    def show(self, script: Script) -> None:
        """See `Stage.show`."""
        script.say(self.question, "bold")

    def remind(self, script: Script) -> None:
        """See `Stage.remind`."""
        self.show(script)

    def prompt(self) -> Prompt:
        """See `Stage.prompt`."""
        words = tuple(self._ways)
        choice = Choice(
            tuple(Pick(word, word) for word in words), keys={word[0]: word for word in words}, usual=self._if_silent
        )
        return Prompt(f"{' or '.join(words)}> ", self.question, (*words, *COMMAND_WORDS), KEYS, choice=choice)

    def take(self, text: str, script: Script) -> None:
        """One of the words, in full, by its first letter or in words that mean it; or a command."""
        word = chosen(text, tuple(self._ways))
        if word in self._ways:
            self._ways[word](script)
            return
        command = find(text, self.talk.knowledge)
        if command is None and only_asks(text):
            self._answer(text, script)
            return
        if command is None:
            script.say(f"Type {' or '.join(self._ways)}.")
            return
        command(self, script)
        if self.dialogue.stage is self:
            self.remind(script)

    def _answer(self, text: str, script: Script) -> None:
        """What is asked about the result, by what is known so far; then the offer again."""
        from expert.asking.ending import Ending

        script.say("By what you have told so far:", "dim")
        Ending(self.dialogue).take(text, script)
        if self.dialogue.stage is self:
            self.remind(script)

    def input_ended(self, script: Script) -> None:
        """See `Stage.input_ended`."""
        self._ways[self._if_silent](script)

    # What the commands do.

    def back(self, script: Script) -> None:
        """To what was before it."""
        (self._back or self.dialogue.back)(script)

    def change(self, screen: Screen, label: str, script: Script) -> None:
        """Ask a question again, then offer this again."""
        self.dialogue.enter(Changing(self.dialogue, screen, label, self), script)


def chosen(text: str, words: Sequence[str]) -> str | None:
    """Which of the words was typed, in full or by its first letter; ``quit`` is always one of them."""
    known = (
        {word[0]: word for word in words}
        | {word: word for word in words}
        | dict.fromkeys(("quit", "q", "exit"), "quit")
    )
    word = known.get(text.strip().lower())
    if word is None and (len(words) == 2 or words[:2] == ("yes", "no")):
        from expert.hearing import polarity

        # Both offers name first what goes on, so that a yes in any words is that.
        said = polarity.lead(" ".join(text.lower().replace(",", " , ").strip(" .!").split()))
        return {"yes": words[0], "no": words[1]}.get(said)
    return word
