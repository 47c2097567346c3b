"""What all parts of a consultation share: what was said so far, and what follows from it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from expert.asking.screens import Planner
from expert.asking.session import Session
from expert.cases.case import Case
from expert.consultation import Consultant, Consultation
from expert.enough import Enough
from expert.fields import Answers, Field
from expert.knowledge import KnowledgeBase
from expert.outlook import Outlook
from expert.wording.english import answer_clause

if TYPE_CHECKING:
    from expert.hearing.reply import Reply
    from expert.hearing.story import Reading


@dataclass
class Talk:
    """One consultation with one person.

    Attributes:
        case: the case that was loaded, if any.
        asking_again: whether a follow-up asks for what an earlier case has answered already.
        warned: how grave, and how soon, was said at once; see `KnowledgeBase.gravity`.
        program: the name by which the program is called, where it is called by one.
    """

    consultant: Consultant
    case: Case | None = None
    session: Session = field(init=False)
    asking_again: bool = False
    warned: tuple[int, int] = (0, 0)
    program: str = ""
    _outlook: Outlook | None = None
    _enough: Enough | None = None

    def __post_init__(self) -> None:
        self.session = self.fresh_session()

    def fresh_session(self) -> Session:
        """A session in which nothing was said yet but what the loaded case brings along."""
        return Session(self.knowledge, dict(self.case.answers) if self.case else {})

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

    def hear(self, target: Field | Sequence[Field], text: str, units: str = "") -> Reply:
        """What a reply in words says to a question, or to a list; the words are only made ready for the first one."""
        from expert.hearing.reply import read_reply

        return read_reply(self.knowledge, self.knowledge.words, target, text, date.today(), units or self.units)

    def hear_story(self, text: str) -> Reading:
        """What a story says."""
        from expert.hearing.story import read_story

        return read_story(self.knowledge, self.knowledge.words, text, date.today())

    def outlook(self) -> Outlook:
        """What the answers so far leave open; worked out once for the same answers."""
        answers = self.session.told if self.asking_again else self.session.answers
        closed = frozenset(self.session.asked() - set(answers))
        known = self._outlook
        if known is None or known.closed != closed or known.answers != answers:
            known = self._outlook = Outlook(self.knowledge, answers, closed)
        return known

    def enough(self) -> Enough:
        """What few further answers could still change; worked out once for the same answers."""
        outlook, story, left = self.outlook(), self.session.has_story, self.session.passed_over
        if self._enough is None or self._enough.outlook is not outlook or self._enough.asked_of != (story, left):
            self._enough = Enough(outlook, story, left=left)
        return self._enough

    def result(self) -> Consultation:
        """What follows from the answers so far."""
        return self.consultant.consult(self.session.answers)

    def as_case(self) -> Case:
        """The answers so far as a case, with the name and note of the one that was loaded."""
        return self.case or Case("", "", self.session.answers, None, None, self.units)

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


def ranking(found: Consultation) -> str:
    """The first three causes with their levels, in one line."""
    shown = ", ".join(f"{one.cause.title} ({one.level})" for one in found.conclusions[:3])
    return shown or "nothing stands out"


def capital(text: str) -> str:
    """The text with a capital."""
    return text[:1].upper() + text[1:]
