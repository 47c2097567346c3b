"""What waits for a reply, what a stage may ask of the consultation, and what a command of the question it stands at.

The parts of a consultation know each other by these, so that none of them has to know the whole.
"""

from __future__ import annotations

from typing import Protocol

from expert.asking.screens import Screen
from expert.asking.talk import Talk
from expert.asking.turn import Prompt, Script
from expert.fields import Field


class Stage(Protocol):
    """What waits for a reply."""

    def show(self, script: Script) -> None:
        """Say what it asks, in full."""

    def remind(self, script: Script) -> None:
        """Say it again in short, after something else was said."""

    def prompt(self) -> Prompt:
        """What stands before the reply."""

    def take(self, text: str, script: Script) -> None:
        """Take a reply."""

    def input_ended(self, script: Script) -> None:
        """Do what is best where no reply will come any more."""


class Flow(Protocol):
    """What a stage may ask of the consultation that it is a stage of.

    Attributes:
        talk: what was said so far. stage: what waits for a reply.
        may_keep: whether who leaves is asked if the answers may be kept.
    """

    talk: Talk
    stage: Stage | None
    may_keep: bool

    def enter(self, stage: Stage, script: Script) -> None:
        """Let this wait for the reply."""

    def return_to(self, stage: Stage, script: Script) -> None:
        """Let this wait again, after another stage was put before it."""

    def proceed(self, script: Script) -> None:
        """Ask the next question, or show the result."""

    def result(self, script: Script) -> None:
        """Show the result, with what is known."""

    def stop(self, script: Script) -> None:
        """Show the result of a danger before any other question; who wants to can go on from there."""

    def refine(self, script: Script) -> None:
        """Ask on where the result was settled."""

    def back(self, script: Script) -> None:
        """Take the last question back."""

    def leave(self, script: Script) -> None:
        """Stop without a result."""

    def offer_restart(self, behind: Stage, script: Script) -> None:
        """Ask whether to begin again; `behind` waits if not."""

    def finish(self) -> None:
        """Come to the end."""

    def take_leave(self, script: Script) -> None:
        """Come to the end of one who says so: where answers can be kept, ask whether they may."""

    def was_here(self, text: str) -> str:
        """What to say to a line that tells of an earlier consultation; empty where it tells of none."""


class Question(Protocol):
    """What a command may ask of the question that it was typed at.

    Attributes:
        talk: what was said so far. dialogue: what it is a part of.
        about: what an offer, which asks for no field, is about.
    """

    dialogue: Flow
    talk: Talk
    about: str

    @property
    def screen(self) -> Screen | None:
        """What is asked; None where that is no field, but whether to go on."""

    @property
    def due(self) -> Field | None:
        """The field that is asked just now, where the screen asks one after another."""

    def back(self, script: Script) -> None:
        """To its beginning, or to the question before it."""

    def done(self, script: Script) -> None:
        """To the result, with what is known."""

    def leave(self, script: Script) -> None:
        """Stop without a result."""

    def restart(self, script: Script) -> None:
        """From the beginning, once that is confirmed."""

    def change(self, screen: Screen, label: str, script: Script) -> None:
        """Ask another question again."""


class Leaving(Stage):
    """What the commands that leave a question do alike at every question."""

    dialogue: Flow

    def done(self, script: Script) -> None:
        """To the result, with what is known."""
        self.dialogue.result(script)

    def leave(self, script: Script) -> None:
        """Stop without a result."""
        self.dialogue.leave(script)

    def restart(self, script: Script) -> None:
        """From the beginning, once that is confirmed."""
        self.dialogue.offer_restart(self, script)
