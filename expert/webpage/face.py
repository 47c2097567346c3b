"""A consultation in a page: takes what was tapped or typed, gives what to show as data that JSON can hold.

It runs in the worker of the page, where nothing is kept and no file is written: answers to be kept and files to be
saved are handed to the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from expert.asking.asking import Asking
from expert.asking.commands import as_case_file, find
from expert.asking.dialogue import Dialogue
from expert.asking.ending import Ending
from expert.asking.keeping import as_text, from_text
from expert.asking.story import Free
from expert.asking.turn import File, Page, Prompt, Say, Turn
from expert.cases.case import Case, Unreadable
from expert.cases.reader import CaseReader
from expert.characters import cleaned, harmless
from expert.consultation import Consultant
from expert.knowledge import KnowledgeBase
from expert.webpage import fragments
from expert.webpage.replies import Unclear, reply_of
from expert.webpage.spoken import TAP_INSTEAD
from expert.wording.examples import file

#: What the page sends of a form: names with values, in their order; a button that was pressed comes last.
Pairs = Sequence[tuple[str, str]]
_TYPES = {".yaml": "application/yaml", ".html": "text/html", ".md": "text/markdown"}


class WebFace:
    """One consultation in a page.

    Each method gives a mapping:

    * ``said``: what to show above the question, as HTML; ``anew``: whether it takes the place of what stood there.
    * ``ask``: the question with what can be tapped and typed, as HTML; None where that stays as it is.
    * ``answers``: the answers so far, as HTML. ``begun``: whether anything was answered.
    * ``kept``: what to keep on the device, if the person wants that; empty for nothing.
    * ``files``: files for the person, each with ``name``, ``type`` and ``text``.
    * ``result``: whether it is a new result, so that `paper` is another now.
    """

    def __init__(self, knowledge: KnowledgeBase, consultant: Consultant | None = None) -> None:
        self.knowledge = knowledge
        self._consultant = consultant or Consultant(knowledge)
        self._begin(Dialogue(self._consultant))

    def _begin(self, dialogue: Dialogue) -> None:
        self.dialogue = dialogue
        self._prompt: Prompt | None = None
        self._ask = ""
        self._question = ""
        self._story = ""

    # What can be asked of it.

    def open(self, kept: str = "") -> dict[str, Any]:
        """The greeting and the first question, or whether to go on with what was kept."""
        notices: list[Say] = []
        session = None
        if kept:
            session, lost = from_text(kept, self.knowledge)
            if session is None:
                notices.append(Say("The answers that were kept here cannot be read any more."))
            elif lost:
                notices.append(Say(f"These answers of last time cannot be read any more: {', '.join(lost)}."))
        self._begin(Dialogue(self._consultant, kept=session))
        return self._shown(self.dialogue.open(), notices)

    def reply(self, pairs: Pairs) -> dict[str, Any]:
        """What came of a form that was sent, and the next question."""
        if self.dialogue.stage is None:
            return self.open()
        try:
            line = reply_of(pairs, self.dialogue, self._story)
            text = "\n".join(map(cleaned, line.split("\n")))
        except Unclear as problem:
            return self._shown(Turn((Say(str(problem)),), self._prompt))
        tells = self._tells_a_story() and find(text, self.dialogue.talk.knowledge) is None
        turn = self.dialogue.reply(text)
        if tells:
            self._story = self.dialogue.session.story or ""
        return self._shown(turn)

    def _tells_a_story(self) -> bool:
        stage = self.dialogue.stage
        return isinstance(stage, Asking) and type(stage.part) is Free

    def load(self, name: str, text: str, follow_up: bool = False) -> dict[str, Any]:
        """Begin with the answers of a case file.

        Args:
            follow_up: ask again what can have changed since it was written.
        """
        try:
            case = self._one_case(harmless(name), text)
        except _Unusable as problem:
            return self._shown(Turn((Say(str(problem)),), self._prompt))
        self._begin(Dialogue(self._consultant, case, follow_up=follow_up))
        return self._shown(self.dialogue.open())

    def _one_case(self, name: str, text: str) -> Case:
        """The only case of a file.

        Raises:
            _Unusable: there is none, there are several, or it cannot be read.
        """
        items = CaseReader(self.knowledge).read_text(text, name)
        if len(items) != 1:
            raise _Unusable(f"{name} holds {len(items)} cases; here a file with one is needed.")
        if isinstance(items[0], Unreadable):
            line = f", line {items[0].error.line}" if items[0].error.line else ""
            raise _Unusable(f"{name}{line}: {items[0].error.message}")
        return items[0]

    def save(self) -> dict[str, Any]:
        """The answers so far as a case file; the consultation stays where it is."""
        made = File(file(self.knowledge, ".yaml"), as_case_file(self.dialogue.talk), "case")
        return self._shown(Turn((made,), self._prompt))

    def paper(self) -> dict[str, str]:
        """The result as a page to print, as ``style`` and ``body``; apart from the turn, which need not wait for it."""
        return fragments.paper(self.dialogue.talk)

    def warm(self) -> None:
        """Load what the first story and the first result need, while the person still thinks about the question."""
        other = WebFace(self.knowledge, self._consultant)
        other.open()
        for line in (self.knowledge.story_example or "u", "done"):
            other.reply([("text", line)])
        other.paper()

    # Showing.

    def _shown(self, turn: Turn, notices: Sequence[Say] = ()) -> dict[str, Any]:
        stage = self.dialogue.stage
        view = fragments.View(
            turn, self.dialogue, stage if isinstance(stage, Asking) else None, isinstance(stage, Ending), self._story
        )
        question, ask = view.question, fragments.form(view)
        new = question != self._question or any(isinstance(one, Page) and one.whole for one in turn.shown)
        said = fragments.said(view, notices)
        held = [self._file(one) for one in turn.shown if isinstance(one, File)]
        if not (said or held) and ask == self._ask:  # all that could be said was about keys
            said = fragments.said(view, [Say(TAP_INSTEAD)])
        told = {
            "said": said,
            "anew": new,
            "ask": None if ask == self._ask else ask,
            "answers": fragments.answers(self.dialogue.talk),
            "begun": bool(self.dialogue.session.steps) and not self.dialogue.finished,
            "kept": self._kept(),
            "files": held,
            "result": view.result and new,
        }
        self._ask, self._question, self._prompt = ask, question, turn.prompt
        return told

    def _file(self, file: File) -> dict[str, str]:
        ending = file.path[file.path.rfind(".") :]
        return {"name": file.path.rpartition("/")[2], "type": _TYPES.get(ending, "text/plain"), "text": file.text}

    def _kept(self) -> str:
        text = as_text(self.dialogue.session)
        return "" if self.dialogue.finished or text == as_text(self.dialogue.unsaid) else text


@dataclass
class _Unusable(Exception):
    """A file that no consultation can begin with; says why."""

    message: str

    def __str__(self) -> str:
        return self.message
