"""What can be typed at a question besides its answer: ``?``, why, back, answers, change, save and the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from expert.asking.replies import Misread, Option, line_number, pick_one
from expert.asking.screens import Screen
from expert.asking.talk import Back, Change, Done, Leave, Talk, capital
from expert.cases.yaml_cases import dump_case
from expert.fields import Field
from expert.wording.english import answer_clause
from expert.wording.examples import file

HELP = """\
Answer with the numbers of the list (1 3), with words, or with u if you do not know.
  ?          what the question means and how to find out; ? 2 for line 2
  Enter      the question and its list again
  why        why this is asked
  back       take the last answer back
  answers    all your answers; change 2 asks question 2 again, change 2.3 only its line 3
  so far     what it looks like by now
  save FILE  write your answers to a file
  done       stop here and see the result
  quit       stop without a result; go on next time"""


class Commands:
    """The commands of one consultation."""

    def __init__(self, talk: Talk) -> None:
        self.talk = talk
        self.port = talk.port

    def find(self, text: str, screen: Screen, due: Field | None = None) -> Callable[[], None] | None:
        """The command that a line is, ready to be carried out, or None for an answer.

        Args:
            screen: the question at which it is typed; due: the one of its fields that is asked just now.
        """
        line = text.strip()
        name, _, rest = line.lower().partition(" ")
        if line.lower() == "so far":
            return self.so_far
        name = "quit" if name in ("q", "exit") else "?" if name.startswith("?") else name
        argument = line[1:].strip() if name == "?" else line[len(name) :].strip()
        if name not in _COMMANDS or (rest and name not in ("?", "change", "save")):
            return None
        asked = Screen(screen.kind, (due,)) if due is not None and name == "?" and not argument else screen
        return partial(_COMMANDS[name], self, asked, argument)

    def _explain(self, screen: Screen, argument: str) -> None:
        line = line_number(argument, len(screen.fields))
        if line is not None:
            self.port.say(screen.fields[line - 1].help)
        elif len(screen.fields) == 1:
            self.port.say(screen.fields[0].help)
        else:
            for number, field in enumerate(screen.fields, 1):
                self.port.say(f"  {number:>2}  {field.help}")

    def _why(self, screen: Screen, argument: str) -> None:
        from expert.asking.reasons import why_asked

        for text, style in why_asked(self.talk.outlook(), screen):
            self.port.say(text, style)

    def _back(self, screen: Screen, argument: str) -> None:
        raise Back

    def _done(self, screen: Screen, argument: str) -> None:
        raise Done

    def _quit(self, screen: Screen, argument: str) -> None:
        raise Leave

    def _help(self, screen: Screen, argument: str) -> None:
        self.port.say(HELP)

    def _answers(self, screen: Screen, argument: str) -> None:
        self.show_answers()

    def show_answers(self) -> None:
        """All answers by the numbers of their questions; what is not known, too, since it can be changed."""
        session, fields = self.talk.session, self.talk.knowledge.vocabulary.fields
        answers, labels = session.answers, session.labels()
        if not labels:
            self.port.say("No answers yet.")
        for key in labels:
            if key in answers:
                self.port.say(f"  {labels[key]:<5} {capital(answer_clause(fields[key], answers[key]))}")
        unknown = list(self._unknown(labels))
        if unknown:
            self.port.say("  Not known: " + "; ".join(unknown))
        for key in answers:
            if key not in labels:
                why = "from last time" if key in session.earlier else "it follows"
                self.port.say(f"        {capital(answer_clause(fields[key], answers[key]))} ({why})")

    def _unknown(self, labels: Mapping[str, str]) -> Iterator[str]:
        """What was asked and is not known, by number; a list of which nothing is known in one."""
        session, fields = self.talk.session, self.talk.knowledge.vocabulary.fields
        answers, asked = session.answers, session.asked()
        for number, step in enumerate(session.questions(), 1):
            open_ones = [key for key in step.screen.keys if key not in answers and key in asked]
            if len(open_ones) == len(step.screen.keys) > 1:
                yield f"{number} (all {len(open_ones)} lines)"
            else:
                yield from (f"{labels[key]} {_short(fields[key])}" for key in open_ones)

    def _change(self, screen: Screen, argument: str) -> None:
        self.wish_change(argument)

    def wish_change(self, argument: str) -> None:
        """Ask for a question, or a line of one, to be asked again; where none is named, list what there is.

        Raises:
            Change: names what to ask.
        """
        screen, label = self._numbered(argument)
        if screen is not None:
            raise Change(screen, label)
        self.port.say("Type change and a number, for example change 2; these are your answers:")
        self.show_answers()

    def _numbered(self, argument: str) -> tuple[Screen | None, str]:
        """The screen or the field that goes by a number, or by words of its answer."""
        talk, labels = self.talk, self.talk.session.labels()
        fields = talk.knowledge.vocabulary.fields
        whole = talk.session.asked_as(line_number(argument, len(labels)) or 0)
        if whole is not None:
            return whole, argument
        if argument and not argument.replace(".", "").isdecimal():
            answers = talk.session.answers
            options = [Option(key, answer_clause(fields[key], answer)) for key, answer in answers.items()]
            try:
                key = pick_one(argument, options)
            except Misread:
                return None, ""
            return talk.planner.screen_of(fields[key], {}), labels.get(key, "")
        for key, label in labels.items():
            if label == argument:
                return talk.planner.screen_of(fields[key], {}), label
        return None, ""

    def _save(self, screen: Screen, argument: str) -> None:
        self.save(argument)

    def save(self, path: str, ask: bool = True) -> bool:
        """Write the answers as a case file that `batch` reads; False, and a word about it, where that failed.

        Args:
            ask: whether to ask before another file is replaced.
        """
        example = file(self.talk.knowledge, ".yaml")
        if not path:
            self.port.say(f"Type save and the name of a file, for example: save {example}")
            return False
        if path.endswith((".html", ".md")):
            self.port.say(f"save writes your answers as a case, such as {example}; report at the end writes a page.")
            return False
        talk, case = self.talk, self.talk.case
        name = case.id if case and case.id and "#" not in case.id else None
        note = case.note if case else None
        text = dump_case(talk.session.answers, talk.knowledge.vocabulary, id=name, note=note)
        return talk.write(path, text, "case", ask)

    def so_far(self) -> None:
        """The ranking by now, and the gravest alert."""
        found = self.talk.result()
        if not found.conclusions:
            self.port.say("  Nothing stands out yet.")
        for number, conclusion in enumerate(found.conclusions, 1):
            self.port.say(f"  {number:>2}  {conclusion.cause.title}: {conclusion.level}")
        for alert in found.alerts[:1]:
            self.port.say(f"  Important: {alert.remark.text}", "alert")


def _short(field: Field) -> str:
    """A field in few words: its line in a list, or its question."""
    return field.line or field.question.rstrip("?").lower()


_COMMANDS: dict[str, Callable[[Commands, Screen, str], None]] = {
    "?": Commands._explain,
    "why": Commands._why,
    "back": Commands._back,
    "answers": Commands._answers,
    "change": Commands._change,
    "save": Commands._save,
    "done": Commands._done,
    "quit": Commands._quit,
    "help": Commands._help,
}
#: For completion.
COMMAND_WORDS = (*_COMMANDS, "so far")
