"""What all parts of a consultation share: who is asked where, what was said, and the ways to leave a question."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from expert.asking.keeping import Keeper
from expert.asking.ports import Port
from expert.asking.screens import Planner, Screen
from expert.asking.session import Session
from expert.cases.case import Case
from expert.consultation import Consultant, Consultation
from expert.fields import Answers
from expert.knowledge import KnowledgeBase
from expert.outlook import Outlook
from expert.wording.english import answer_clause


class Leave(Exception):
    """The person wants to leave."""


class Back(Exception):
    """The person wants to take the last screen back."""


class Done(Exception):
    """The person wants the result now."""


class Change(Exception):
    """The person wants to answer a screen again.

    Attributes:
        screen: what to ask; label: the number under which it was asked.
    """

    def __init__(self, screen: Screen, label: str) -> None:
        super().__init__(label)
        self.screen = screen
        self.label = label


@dataclass
class Talk:
    """One consultation with one person.

    Attributes:
        case: the case that was loaded, if any.
        asking_again: whether a follow-up asks for what an earlier case has answered already.
        warned: the gravest urgency that was said at once.
        written: the files that this consultation wrote itself.
    """

    consultant: Consultant
    port: Port
    keeper: Keeper
    case: Case | None = None
    session: Session = field(init=False)
    asking_again: bool = False
    warned: str = field(init=False)
    written: set[tuple[Path, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.warned = self.knowledge.urgencies.mildest
        self.session = Session(self.knowledge, dict(self.case.answers) if self.case else {})

    @property
    def knowledge(self) -> KnowledgeBase:
        """What the consultation is about."""
        return self.consultant.knowledge

    @cached_property
    def planner(self) -> Planner:
        """What plans the screens."""
        return Planner(self.knowledge)

    @property
    def units(self) -> str:
        """The unit of a bare distance."""
        return self.case.units if self.case else self.knowledge.vocabulary.unit

    def outlook(self) -> Outlook:
        """What the answers so far leave open."""
        answers = self.session.told if self.asking_again else self.session.answers
        return Outlook(self.knowledge, answers, frozenset(self.session.asked() - set(answers)))

    def result(self) -> Consultation:
        """What follows from the answers so far."""
        return self.consultant.consult(self.session.answers)

    def as_case(self) -> Case:
        """The answers so far as a case, with the name and note of the one that was loaded."""
        return self.case or Case("", "", self.session.answers, None, None, self.units)

    def keep(self) -> None:
        """Write the session down; say once that this fails, where it does."""
        self.keeper.keep(self.session)
        if self.keeper.failed and self.keeper.path is not None:
            self.port.say(f"Your answers are not being kept: {self.keeper.failed}.")
            self.keeper.path = None

    def clash(self, keys: Collection[str], given: Answers | None = None) -> tuple[str, str] | None:
        """The field and a message for answers that cannot all be true, one of these fields among them.

        Args:
            given: answers to try beside those so far.
        """
        answers, fields = {**self.session.answers, **(given or {})}, self.knowledge.vocabulary.fields
        check = self.knowledge.contradiction(answers, keys)
        if check is None:
            return None
        return check.field, check.told(answers, lambda key: answer_clause(fields[key], answers[key]))

    def console(self) -> Any:
        """A rich console on the port, for longer pages."""
        from rich.console import Console

        from expert.asking.ports import width

        wide = width(self.port.out)
        return Console(file=self.port.out, width=wide, height=25, highlight=False)  # a dumb terminal needs both

    def write(self, path: str, text: str, kind: str, ask: bool = True) -> bool:
        """Write a file that only its owner may read.

        Args:
            kind: what it holds; ask: whether to ask before a file is replaced that is not the same thing from here.

        Returns:
            False, after a word about it, where nothing was written.
        """
        from expert.files import write_private

        try:
            file = Path(path).expanduser()
            foreign = file.exists() and (file, kind) not in self.written
            if ask and foreign and not self.agreed(f"{path} is there already. Replace it?"):
                self.port.say("Nothing was saved; it is as it was.")
                return False
            write_private(file, text)
        except (OSError, RuntimeError, ValueError) as error:  # RuntimeError: ~somebody who does not exist
            reason = getattr(error, "strerror", None) or str(error)
            self.port.say(f"{path} could not be written: {reason}. Nothing was saved; try another name.")
            return False
        self.written.add((file, kind))
        self.port.say(f"Saved to {path}.")
        return True

    def agreed(self, question: str, if_silent: bool = False) -> bool:
        """Whether the person says yes to a question.

        Args:
            if_silent: what counts where the input ends here.

        Raises:
            Leave: the person would rather leave.
        """
        self.port.say(question, "bold")
        try:
            reply = self.choose("yes", "no")
        except EOFError:
            return if_silent
        return reply == "yes"

    def choose(self, *words: str) -> str:
        """One of these words, typed in full or by its first letter.

        Raises:
            Leave: the person would rather leave. EOFError: the input ends here.
        """
        known = {word[0]: word for word in words} | {word: word for word in (*words, "quit", "q", "exit")}

        def check(text: str) -> str | None:
            return None if text.lower() in known else f"Type {' or '.join(words)}."

        reply = known[self.port.ask(f"{' or '.join(words)}> ", words, check, False).lower()]
        if reply in ("quit", "q", "exit"):
            raise Leave
        return reply


def ranking(found: Consultation) -> str:
    """The first three causes with their levels, in one line."""
    shown = ", ".join(f"{one.cause.title} ({one.level})" for one in found.conclusions[:3])
    return shown or "nothing stands out"


def capital(text: str) -> str:
    """The text with a capital."""
    return text[:1].upper() + text[1:]
