"""The end of a consultation: the result page, and the questions that can be asked about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from expert.asking.commands import Commands
from expert.asking.ports import END_KEYS
from expert.asking.replies import Misread, Option, line_number, pick_one
from expert.asking.talk import Change, Leave, Talk
from expert.errors import CaseError, KnowledgeError, UsageError, did_you_mean, shown
from expert.fields import YesNo
from expert.wording.examples import file, filled

HELP = """\
  how 1      the reasons for number 1
  why not    why a cause was not concluded, for example: why not {cause}
  what if    what another answer would change, for example: what if 2.1 = yes
  compare    two causes side by side, for example: compare 1 2
  answers    all your answers; change 2 asks question 2 again, change 2.3 only its line 3
  so far     the result again
  save FILE  write your answers to a file
  report     a page to take along, for example: report {file}.html
  more       the questions that could still refine this
  quit       leave"""
WHY = "Type how 1 for the reasons for number 1, or why not and a cause, such as why not {cause}."

WORDS = (
    "how 1", "why not", "what if", "compare 1 2", "answers", "change", "so far", "save", "report", "more", "help",
    "quit",
)  # fmt: skip


class Ending:
    """Shows the result of one consultation and answers questions about it.

    Args:
        change: asks a screen again. go_on: asks what could still refine the result; both then return here.
    """

    def __init__(self, talk: Talk, change: Callable[[Change], None], go_on: Callable[[], None]) -> None:
        self.talk = talk
        self.port = talk.port
        self.commands = Commands(talk)
        self._ask_again = change
        self._go_on = go_on

    def hold(self) -> None:
        """The result page, then questions about it until the person leaves or the input ends."""
        self.page()
        while True:
            try:
                text = self.port.ask("> ", WORDS, lambda text: None, False, END_KEYS)
            except EOFError:
                return
            try:
                self.answer(text)
            except Leave:
                return
            except (KnowledgeError, UsageError, CaseError) as error:
                self.port.say(str(error))

    def page(self) -> None:
        """The result."""
        from expert.explaining.result_page import write_result_page

        self.port.say()
        write_result_page(self.talk.console(), self.talk.result(), self.talk.consultant)
        self.port.say()
        example = self._example()
        self.port.say(f"Now ask how 1, why not CAUSE or {example}; change an answer; report, help, or quit.")

    def _example(self) -> str:
        """A what-if about an answer that was given."""
        session, fields = self.talk.session, self.talk.knowledge.vocabulary.fields
        for key, label in session.labels().items():
            if isinstance(fields[key], YesNo) and key in session.answers:
                return f"what if {label} = {'no' if session.answers[key] == 'yes' else 'yes'}"
        return "what if FIELD = VALUE"

    def answer(self, text: str) -> None:
        """One line about the result.

        Raises:
            Leave: the person wants to leave. UsageError, CaseError, KnowledgeError: it asks for what there is not.
        """
        words = text.strip().split()
        name, rest = (words[0].lower(), words[1:]) if words else ("help", [])
        argument = text.strip()[len(name) :].strip()
        if name in ("quit", "q", "exit", "bye", "done"):
            raise Leave
        if name == "how":
            self._explain(cause=self._cause(rest or ["1"]))
        elif name == "why" and [word.lower() for word in rest[:1]] == ["not"]:
            self._explain(why_not=[self._cause(rest[1:])])
        elif name == "what" and [word.lower() for word in rest[:1]] == ["if"]:
            self._what_if(argument[2:].strip())
        elif name == "compare":
            self._compare(rest)
        elif name == "save":
            self.commands.save(argument)
        elif name == "report":
            self._report(argument)
        elif name in ("change", "back"):
            self._change(argument if name == "change" else "")
        elif name == "more":
            self._more()
        else:
            self._say(name, text)

    def _say(self, name: str, text: str) -> None:
        """What needs no more than a few lines, and what is not understood."""
        if name == "answers":
            self.commands.show_answers()
        elif text.strip().lower() == "so far":
            self.page()
        elif name == "why":
            self.port.say(filled(WHY, self.talk.knowledge))
        elif name in ("help", "?"):
            self.port.say(filled(HELP, self.talk.knowledge))
        else:
            meant = did_you_mean(name, [word.split()[0] for word in WORDS])
            self.port.say(f"'{shown(text.strip())}' is not understood here{meant or '.'} You can type:")
            self.port.say(filled(HELP, self.talk.knowledge))

    def _compare(self, words: Sequence[str]) -> None:
        """Two causes of the result, one after the other in full."""
        from expert.explaining.cause_text import write_causes

        names = [self._cause([word]) for word in words if word != "and"]
        if len(names) != 2:
            raise UsageError("Name two causes, by number or name, for example: compare 1 2")
        write_causes(self.talk.console(), self.talk.result(), names)

    def _report(self, path: str) -> None:
        """The result as a page of its own, to take along or to keep."""
        from expert.publishing import html, markdown
        from expert.publishing.report import case_document

        if not path.endswith((".html", ".md")):
            raise UsageError(
                "Type report and the name of a file that ends in .html or .md, for example: report "
                + file(self.talk.knowledge, ".html")
            )
        document = case_document(self.talk.result(), self.talk.as_case())
        self.talk.write(path, (html if path.endswith(".html") else markdown).render(document), "report")

    def _change(self, argument: str) -> None:
        """Ask one question again and show the result that it gives."""
        try:
            self.commands.wish_change(argument)
        except Change as wish:
            self._ask_again(wish)
            self.page()

    def _more(self) -> None:
        """Go on asking for refinement, and show the result again."""
        if self.talk.outlook().exhausted():
            self.port.say("No further answer could change anything here.")
            return
        self._go_on()
        self.page()

    def _what_if(self, text: str) -> None:
        from expert.asking.changes import read_typed

        self._explain(what_if=read_typed(text, self.talk))

    def _explain(
        self, cause: str | None = None, why_not: Sequence[str] = (), what_if: Mapping[str, Any] | None = None
    ) -> None:
        from expert.explaining.explanation import write_explanation

        write_explanation(
            self.talk.console(),
            self.talk.result(),
            self.talk.as_case(),
            cause=cause,
            why_not=why_not,
            what_if=what_if,
            consultant=self.talk.consultant,
            brief=True,
        )

    def _cause(self, words: Sequence[str]) -> str:
        """The cause that was named, by its rank in the result, its id or its title."""
        text = " ".join(words)
        if text.isdecimal():
            found = self.talk.result().conclusions
            number = line_number(text, len(found))
            if number is not None:
                return found[number - 1].cause.id
            causes = "1 cause" if len(found) == 1 else f"{len(found)} causes"
            raise UsageError(f"There is no number {text}; the result has {causes}.")
        options = [Option(cause.id, cause.title) for cause in self.talk.knowledge.causes]
        try:
            return pick_one(text, options)
        except Misread:
            ids = [cause.id.replace("_", " ") for cause in self.talk.knowledge.causes]
            known = f"These causes are known here: {', '.join(ids)}."
            if not text:
                raise UsageError(f"Name a cause. {known}") from None
            meant = did_you_mean(text, ids)
            raise UsageError(
                f"'{shown(text)}' is none of the causes that are known here{meant or '.'} {known}"
            ) from None
