"""The end of a consultation: the result page, and the questions that can be asked about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from expert.asking import commands
from expert.asking.asking import Changing
from expert.asking.changes import read_typed
from expert.asking.stage import Flow
from expert.asking.talk import Talk
from expert.asking.turn import Keys, Prompt, Script
from expert.errors import CaseError, KnowledgeError, UsageError, did_you_mean, shown
from expert.hearing.picking import Misread, Option, line_number, pick_one
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
  back       to the last question; restart begins again
  quit       leave"""
WHY = "Type how 1 for the reasons for number 1, or why not and a cause, such as why not {cause}."

KEYS: Keys = ("how 1  why not  what if  answers  change 2  save  more  help  quit", "how  change  more  help  quit")
WORDS = (
    "how 1", "why not", "what if", "compare 1 2", "answers", "change", "so far", "save", "report", "more", "back",
    "restart", "help", "quit",
)  # fmt: skip
_QUESTION = re.compile(r"(?P<name>why\s+not\b|what\s+if\b|so\s+far$|\S*)\s*(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_OTHER_NAMES = {"": "help", "?": "help", "q": "quit", "exit": "quit", "bye": "quit", "done": "quit"}


class Ending:
    """Shows the result of one consultation and answers questions about it."""

    def __init__(self, dialogue: Flow) -> None:
        self.dialogue = dialogue
        self.talk: Talk = dialogue.talk

    def show(self, script: Script) -> None:
        """The result page."""
        found, consultant = self.talk.result(), self.talk.consultant

        def draw(console: Any) -> None:
            from expert.explaining.result_page import write_result_page

            write_result_page(console, found, consultant)

        script.say()
        script.page(draw)
        script.say()
        script.say(f"Now ask how 1, why not CAUSE or {self._example()}; change an answer; report, help, or quit.")

    def remind(self, script: Script) -> None:
        """The page again: what was put before it may have changed it."""
        self.show(script)

    def _example(self) -> str:
        """A what-if about an answer that was given."""
        session, fields = self.talk.session, self.talk.knowledge.vocabulary.fields
        for key, label in session.labels().items():
            if fields[key].yes_or_no and key in session.answers:
                return f"what if {label} = {'no' if session.answers[key] == 'yes' else 'yes'}"
        return "what if FIELD = VALUE"

    def prompt(self) -> Prompt:
        """What waits for a question about the result."""
        return Prompt(words=WORDS, keys=KEYS)

    def input_ended(self, script: Script) -> None:
        """The end."""
        self.dialogue.finish()

    def take(self, text: str, script: Script) -> None:
        """One line about the result."""
        name, argument = _parted(text)
        try:
            if name in _ANSWERS:
                _ANSWERS[name](self, argument, script)
            else:
                meant = did_you_mean(name, [word.split()[0] for word in WORDS])
                script.say(f"'{shown(text.strip())}' is not understood here{meant or '.'} You can type:")
                script.say(filled(HELP, self.talk.knowledge))
        except (KnowledgeError, UsageError, CaseError) as error:
            script.say(str(error))

    # One for each thing that can be asked.

    def _quit(self, argument: str, script: Script) -> None:
        self.dialogue.finish()

    def _help(self, argument: str, script: Script) -> None:
        script.say(filled(HELP, self.talk.knowledge))

    def _answers(self, argument: str, script: Script) -> None:
        commands.show_answers(self.talk, script)

    def _again(self, argument: str, script: Script) -> None:
        self.show(script)

    def _save(self, argument: str, script: Script) -> None:
        commands.save(self.talk, argument, script)

    def _why(self, argument: str, script: Script) -> None:
        script.say(filled(WHY, self.talk.knowledge))

    def _how(self, argument: str, script: Script) -> None:
        self._explain(script, cause=self._cause(argument or "1"))

    def _why_not(self, argument: str, script: Script) -> None:
        self._explain(script, why_not=[self._cause(argument)])

    def _what_if(self, argument: str, script: Script) -> None:
        self._explain(script, what_if=read_typed(argument, self.talk))

    def _compare(self, argument: str, script: Script) -> None:
        """Two causes of the result, one after the other in full."""
        names = [self._cause(word) for word in argument.split() if word != "and"]
        if len(names) != 2 or names[0] == names[1]:
            raise UsageError("Name two causes, by number or name, for example: compare 1 2")
        found = self.talk.result()

        def draw(console: Any) -> None:
            from expert.explaining.cause_text import write_causes

            write_causes(console, found, names, figures=False)

        script.page(draw)

    def _report(self, path: str, script: Script) -> None:
        """The result as a page of its own, to take along or to keep."""
        from expert.publishing import html, markdown
        from expert.publishing.report import case_document

        if not path.endswith((".html", ".md")):
            raise UsageError(
                "Type report and the name of a file that ends in .html or .md, for example: report "
                + file(self.talk.knowledge, ".html")
            )
        document = case_document(self.talk.result(), self.talk.as_case())
        script.file(path, (html if path.endswith(".html") else markdown).render(document), "report")

    def _change(self, argument: str, script: Script) -> None:
        """Ask one question again, and show the result that it gives."""
        wish = commands.wished(self.talk, argument)
        if wish is None:
            commands.ask_which(self.talk, script, argument)
        else:
            self.dialogue.enter(Changing(self.dialogue, *wish, behind=self), script)

    def _back(self, argument: str, script: Script) -> None:
        self.dialogue.back(script)

    def _restart(self, argument: str, script: Script) -> None:
        self.dialogue.offer_restart(self, script)

    def _more(self, argument: str, script: Script) -> None:
        """Go on asking for refinement."""
        if self.talk.outlook().exhausted():
            script.say("No further answer could change anything here.")
        else:
            self.dialogue.refine(script)

    def _explain(
        self,
        script: Script,
        cause: str | None = None,
        why_not: Sequence[str] = (),
        what_if: Mapping[str, Any] | None = None,
    ) -> None:
        found, case, consultant = self.talk.result(), self.talk.as_case(), self.talk.consultant

        def draw(console: Any) -> None:
            from expert.explaining.explanation import write_explanation

            write_explanation(console, found, case, cause, why_not, what_if, consultant, brief=True, figures=False)

        script.page(draw)

    def _cause(self, text: str) -> str:
        """The cause that was named, by its rank in the result, its id or its title.

        Raises:
            UsageError: there is none; names those that there are.
        """
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


def _parted(text: str) -> tuple[str, str]:
    """What is asked, and about what."""
    found = _QUESTION.match(text.strip())
    assert found is not None, text
    name = " ".join(found["name"].lower().split())
    return _OTHER_NAMES.get(name, name), found["rest"]


_ANSWERS: dict[str, Callable[[Ending, str, Script], None]] = {
    "how": Ending._how,
    "why": Ending._why,
    "why not": Ending._why_not,
    "what if": Ending._what_if,
    "compare": Ending._compare,
    "answers": Ending._answers,
    "change": Ending._change,
    "back": Ending._back,
    "restart": Ending._restart,
    "so far": Ending._again,
    "save": Ending._save,
    "report": Ending._report,
    "more": Ending._more,
    "help": Ending._help,
    "quit": Ending._quit,
}
