"""Asks one screen until its answers can stand beside the others. What to ask is the planner's business."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from expert.analysis import HOLDS
from expert.asking.commands import COMMAND_WORDS, Commands
from expert.asking.form import Form
from expert.asking.ports import KEYS
from expert.asking.replies import Misread, Option, is_none, is_unknown, pick_one, pick_several, pick_ticks
from expert.asking.screens import Screen
from expert.asking.talk import Back, Talk, capital
from expert.fields import UNTRIED, Answer, Choice, Distance, Field, Many, YesNo
from expert.rules import URGENCIES, Alerts

_SAY_AT_ONCE = URGENCIES.index("urgent")


class Asker:
    """Asks screens in one consultation.

    Attributes:
        label: the number of the question that is being asked.
        before: how many steps the session had before it.
        shown: what was written of it, to be written again.
    """

    def __init__(self, talk: Talk) -> None:
        self.talk = talk
        self.port = talk.port
        self.commands = Commands(talk)
        self.label = ""
        self.before = 0
        self.shown: list[tuple[str, str]] = []

    def ask(self, screen: Screen, label: str = "") -> None:
        """Ask a screen; what was answered of it is kept at once.

        Args:
            label: the number it had when it was asked before; a new question gets the next.

        Raises:
            Back, Change, Done, Leave: the person would rather do that. EOFError: the input ends here.
        """
        session = self.talk.session
        self.before = len(session.steps)
        self.label = label or str(1 + sum(1 for _ in session.questions()))
        while True:
            try:
                given = _ASKERS[screen.kind](self, screen)
            except Back:
                if len(session.steps) == self.before:
                    raise
                session.back()
                self.port.say("Back one question.")
                continue
            self._replace(screen, given)
            found = self.talk.clash()
            if found is None:
                break
            session.back()
            self.talk.keep()
            self.port.say(found[1] + " Please answer again, or type change to correct the other answer.", "bold")
        self._warn()

    def _replace(self, screen: Screen, given: Mapping[str, Answer]) -> None:
        """Take the answers of a screen in place of those that it gave until now, and write all down."""
        del self.talk.session.steps[self.before :]
        self.talk.session.add(screen, given)
        self.talk.keep()

    def _keep_so_far(self, screen: Screen, given: Mapping[str, Answer]) -> None:
        """Write down what a screen gave that still has something to ask."""
        self._replace(Screen(screen.kind, tuple(field for field in screen.fields if field.key in given)), given)

    def _warn(self) -> None:
        """Say at once what cannot wait for the end."""
        talk, outlook = self.talk, self.talk.outlook()
        if _SAY_AT_ONCE <= URGENCIES.index(outlook.urgency) > URGENCIES.index(talk.warned):
            alerts = (rule for rule in talk.knowledge.rules if isinstance(rule, Alerts))
            due = next(rule for rule in alerts if rule.urgency == outlook.urgency and outlook.rule(rule) == HOLDS)
            self.port.say()
            self.port.say(f"Important: {due.alert.text}", "alert")
        talk.warned = outlook.urgency

    # What a screen looks like.

    def _head(self, question: str, line: int | None = None) -> None:
        """Begin a question, or the question behind a line of one; `_repeat` shows it again from here."""
        self.shown = []
        self._put("")
        self._put(f"{self.label}{'' if line is None else f'.{line}'}. {question}", "bold")

    def _list(self, options: Sequence[Option], none: str = "", unknown: str = "I don't know") -> None:
        for number, option in enumerate(options, 1):
            self._put(f"  {number:>2}  {option.label}")
        if none:
            self._put(f"   0  {none}")
        self._put(f"   u  {unknown}")

    def _put(self, text: str, style: str = "") -> None:
        self.shown.append((text, style))
        self.port.say(text, style)

    def _repeat(self) -> None:
        for text, style in self.shown:
            self.port.say(text, style)

    def _echo(self, text: str, options: Sequence[Option], values: Sequence[str], unknown: Sequence[str] = ()) -> None:
        """Say what words were taken for, so that a wrong guess is seen."""
        if unknown or (values and not re.fullmatch(r"[\d\s,;]+", text)):
            parts = [option.label for option in options if option.value in values] or ["none of the others"]
            parts += [f"not known: {option.label}" for option in options if option.value in unknown]
            self.port.say("  = " + "; ".join(parts), "dim")

    # One for each kind of screen.

    def _choice(self, screen: Screen, line: int | None = None) -> Mapping[str, Answer]:
        field = screen.fields[0]
        assert isinstance(field, Choice)
        options = [Option(value, label) for value, label in field.values.items()]
        self._head(field.question, line)
        self._list(options)
        text = self._line(screen, options, lambda typed: _said(pick_one, typed, options))
        if is_unknown(text):
            return {}
        self._echo(text, options, (pick_one(text, options),))
        return {field.key: pick_one(text, options)}

    def _many(self, screen: Screen, line: int | None = None) -> Mapping[str, Answer]:
        field = screen.fields[0]
        assert isinstance(field, Many)
        options = [Option(value, label, field.also.get(value, ())) for value, label in field.values.items()]
        self._head(field.question, line)
        self._list(options, "none of these")
        text = self._line(screen, options, lambda typed: _said(_several, typed, options))
        if is_unknown(text):
            return {}
        self._echo(text, options, _several(text, options))
        return {field.key: _several(text, options)}

    def _ticks(self, screen: Screen) -> Mapping[str, Answer]:
        if len(screen.fields) == 1:
            only = screen.fields[0]
            return self._yes_no(screen) if isinstance(only, YesNo) else self._ask_in_full(only, None)
        options = [Option(field.key, capital(field.line)) for field in screen.fields]
        read = self._tick(screen, options, "Which of these are true for you? Name all that are.")
        if read is None:
            return {}
        ticked, unknown = read
        given = self._ticked(screen, ticked, unknown)
        for line, field in enumerate(screen.fields, 1):
            if field.key in ticked and field.asks_on:
                given.update(self._ask_in_full(field, line))
                self._keep_so_far(screen, given)
        return given

    def _tick(
        self, screen: Screen, options: Sequence[Option], question: str
    ) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        """The lines of a list that are so, and those that are not known; None where nothing is known of any."""
        self._head(question)
        self._list(options, "none of these", "I don't know any (u 2: I don't know line 2)")
        text = self._line(screen, options, lambda typed: _said(pick_ticks, typed, options))
        if is_unknown(text):
            return None
        ticked, unknown = pick_ticks(text, options)
        self._echo(text, options, ticked, unknown)
        return ticked, unknown

    def _ticked(self, screen: Screen, ticked: Sequence[str], unknown: Sequence[str]) -> dict[str, Answer]:
        """What the ticks alone say, kept at once: stopping in the middle may turn no "yes" into a "no"."""
        given = {field.key: field.denial for field in screen.fields if field.key not in (*ticked, *unknown)}
        given |= {f.key: f.assent for f in screen.fields if f.key in ticked and f.assent is not None}
        self._keep_so_far(screen, given)
        found = self.talk.clash()
        if found is not None and found[0] not in ticked:
            given.pop(found[0], None)  # not ticking a line beside a ticked one that says as much is no contradiction
            self._keep_so_far(screen, given)
        return given

    def _ask_in_full(self, field: Field, line: int | None) -> Mapping[str, Answer]:
        """The question of one field by itself, after its line was ticked."""
        flags = {flag.field for flag in self.talk.knowledge.red_flags}
        ask = self._many if isinstance(field, Many) else self._choice
        while True:
            told = ask(Screen("choice", (field,)), line)
            if told or field.key not in flags or field.assent is not None:
                return told
            self.port.say("You said that this is so, and it matters: name the nearest, 0 if it is not so, or back.")

    def _yes_no(self, screen: Screen) -> Mapping[str, Answer]:
        field = screen.fields[0]
        options = [Option("yes", "yes"), Option("no", "no")]
        self._head(field.question)
        self._list(options)
        text = self._line(screen, options, lambda typed: _said(pick_one, typed, options))
        return {} if is_unknown(text) else {field.key: pick_one(text, options)}

    def _tried(self, screen: Screen) -> Mapping[str, Answer]:
        if len(screen.fields) == 1:
            return self._choice(screen)
        options = [Option(field.key, _remedy(field)) for field in screen.fields]
        read = self._tick(screen, options, "Which of these have you tried for this pain? Name all that you have.")
        if read is None:
            return {}
        tried, unknown = read
        given: dict[str, Answer] = {
            field.key: UNTRIED for field in screen.fields if field.key not in (*tried, *unknown)
        }  # fmt: skip
        for line, field in enumerate(screen.fields, 1):
            if field.key in tried:
                self._keep_so_far(screen, given)
                outcome = self._outcome(field, line)
                if outcome is not None:
                    given[field.key] = outcome
        return given

    def _outcome(self, field: Field, line: int) -> str | None:
        assert isinstance(field, Choice)
        options = [Option(value, field.says.format(label)) for value, label in field.values.items() if value != UNTRIED]
        self._head(f"How did it go? ({_remedy(field)})", line)
        self._list(options)
        text = self._line(Screen("choice", (field,)), options, lambda typed: _said(pick_one, typed, options))
        return None if is_unknown(text) else pick_one(text, options)

    def _numbers(self, screen: Screen) -> Mapping[str, Answer]:
        form = Form(self.talk.knowledge, screen.fields, self.talk.session.answers, self.talk.units)
        alone = len(screen.fields) == 1
        if alone:
            self._head(screen.fields[0].question)
        else:
            self._head("Some numbers, as near as you know them. One by one, or several with commas between.")
            options = [Option(held.key, held.question) for held in screen.fields]
            self._list(options, unknown="I don't know this one (none: none of the rest)")
        if alone or any(isinstance(field, Distance) for field in screen.fields):
            self._put(f"   {self._how_to_type(form, alone)}", "dim")
        while (due := form.due()) is not None:
            place = "" if alone else f"{screen.fields.index(due) + 1} "
            unit = f"({form.unit(due)})" if form.unit(due) else ""
            text = self._line(screen, (), lambda typed: _said(_trial, form, typed), True, f"{place}{unit}".strip(), due)
            taken = form.take(text)
            if form.given:
                self._keep_so_far(screen, form.given)
            if len(taken) > 1:
                told = [field.describe(form.given[field.key]) for field in taken]
                self.port.say("  = " + "; ".join(told), "dim")
        return form.given

    @staticmethod
    def _how_to_type(form: Form, alone: bool) -> str:
        if alone:
            due = form.fields[0]
            bare = f" (a bare number is in {form.unit(due)})" if isinstance(due, Distance) else ""
            return f"Type {due.allowed()}{bare}, or u."
        other = "8 km" if form.units == "mi" else "5 mi"
        words = {"mi": "miles", "km": "kilometres"}
        return f"A distance without a unit is in {words[form.units]}; write {other} for the other."

    # A line: an answer or a command.

    def _line(
        self,
        screen: Screen,
        options: Sequence[Option],
        problem: Callable[[str], str | None],
        while_typing: bool = False,
        prompt: str = "",
        due: Field | None = None,
    ) -> str:
        """Read lines until one is an answer; carry out the commands among them.

        Args:
            problem: what is wrong with an answer, or None. prompt: what stands before the cursor.
            due: the field of the screen that is asked just now, where the screen asks one after another.
        """

        def check(text: str) -> str | None:
            known = not text or is_unknown(text) or self.commands.find(text, screen, due) is not None
            return None if known else problem(text)

        words = [option.label for option in options] + list(COMMAND_WORDS)
        while True:
            text = self.port.ask(f"{prompt}> ", words, check, while_typing, KEYS)
            command = self.commands.find(text, screen, due)
            if not text:
                self._repeat()
            elif command is None:
                return text
            else:
                command()
                self.port.say(self.shown[1][0] + (" (Enter shows the list again.)" if options else ""), "bold")


def _several(text: str, options: Sequence[Option]) -> tuple[str, ...]:
    return () if is_none(text) else pick_several(text, options)


def _trial(form: Form, text: str) -> None:
    """Whether a form could take this."""
    form.copy().take(text)


def _said(read: Callable[..., Any], *arguments: Any) -> str | None:
    """What is wrong with a typed answer, or None."""
    try:
        read(*arguments)
    except Misread as problem:
        return str(problem)
    return None


def _remedy(field: Field) -> str:
    """What the remedy is called: its clause without the outcome."""
    return field.says.replace("{}", "").strip()


_ASKERS: dict[str, Callable[[Asker, Screen], Mapping[str, Answer]]] = {
    "choice": Asker._choice,
    "many": Asker._many,
    "ticks": Asker._ticks,
    "tried": Asker._tried,
    "numbers": Asker._numbers,
}
