"""Asks one screen until its answers can stand beside the others. What to ask is the planner's business."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from expert.asking.commands import COMMAND_WORDS, Commands
from expert.asking.form import Form
from expert.asking.ports import KEYS, height, width, wrapped
from expert.asking.replies import Misread, Option, is_unknown, options_of, pick_any, pick_one, pick_ticks
from expert.asking.screens import Screen, waiting_rules
from expert.asking.talk import Back, Change, Talk, capital, ranking
from expert.fields import UNTRIED, Answer, Choice, Distance, Field, Many
from expert.lengths import UNITS
from expert.outlook import HOLDS, Outlook
from expert.rules import Alerts
from expert.wording.english import answer_clause


class Asker:
    """Asks screens in one consultation.

    Attributes:
        changing: whether it asks a question again, so that another change takes its place.
        label: the number of the question that is being asked.
        before: how many steps the session had before it.
        shown: what was written of it, to be written again.
    """

    def __init__(self, talk: Talk, changing: bool = False) -> None:
        self.talk = talk
        self.changing = changing
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
            Back, Done, Leave: the person would rather do that; Change, too, where this is a change itself.
            EOFError: the input ends here.
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
                self.talk.keep()
                self.port.say("This question again, from its beginning.")
                continue
            self._replace(screen, given)
            found = self.talk.clash(screen.keys)
            if found is None:
                break
            session.back()
            self.talk.keep()
            self.port.say(found[1] + " Please answer again, or type change to correct the other answer.", "bold")
        self._warn()

    def _replace(self, screen: Screen, given: Mapping[str, Answer], pending: Iterable[str] = ()) -> None:
        """Take the answers of a screen in place of those that it gave until now, and write all down.

        Args:
            pending: the fields that the screen has still to ask.
        """
        del self.talk.session.steps[self.before :]
        self.talk.session.add(screen, given, frozenset(pending))
        self.talk.keep()

    def _warn(self) -> None:
        """Say at once what cannot wait for the end."""
        talk, outlook = self.talk, Outlook(self.talk.knowledge, self.talk.session.answers)
        ladder = talk.knowledge.urgencies
        if ladder[outlook.urgency].grave and ladder.graver(outlook.urgency, talk.warned):
            alerts = (rule for rule in talk.knowledge.rules if isinstance(rule, Alerts))
            due = next(rule for rule in alerts if rule.urgency == outlook.urgency and outlook.rule(rule) == HOLDS)
            self.port.say()
            self.port.say(f"Important: {due.alert.text}", "alert")
            if outlook.urgency == ladder.top:
                self.port.say("If you go now, type done first for a page with what you told.")
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

    def _remind(self) -> None:
        """Say the question again below a list that is higher than the window."""
        seen = height(self.port.out)
        lines = sum(wrapped(text, width(self.port.out)).count("\n") + 1 for text, _ in self.shown)
        if seen is not None and lines > seen:
            self.port.say(self.shown[1][0], "bold")

    def _echo(self, text: str, options: Sequence[Option], values: Sequence[str], unknown: Sequence[str] = ()) -> None:
        """Say what words were taken for, so that a wrong guess is seen."""
        if unknown or not values or not re.fullmatch(r"[\d\s,;]+", text):
            none = "none of the others" if unknown else "none of these"
            parts = [option.label for option in options if option.value in values] or [none]
            parts += [f"not known: {option.label}" for option in options if option.value in unknown]
            self.port.say("  = " + "; ".join(parts), "dim")

    # One for each kind of screen.

    def _choice(self, screen: Screen, line: int | None = None) -> Mapping[str, Answer]:
        field = screen.fields[0]
        assert isinstance(field, Choice)
        options = options_of(field)
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
        options = options_of(field)
        self._head(field.question, line)
        self._list(options, "none of these")
        text = self._line(screen, options, lambda typed: _said(pick_any, typed, options))
        if is_unknown(text):
            return {}
        self._echo(text, options, pick_any(text, options))
        return {field.key: pick_any(text, options)}

    def _ticks(self, screen: Screen) -> Mapping[str, Answer]:
        if len(screen.fields) == 1:
            return self._ask_in_full(screen.fields[0], None)
        options = [Option(field.key, capital(field.line)) for field in screen.fields]
        read = self._tick(screen, options, "Which of these are true for you? Name all that are.")
        if read is None:
            return {}
        ticked, unknown = read
        pending = [field.key for field in screen.fields if field.key in ticked and field.asks_on]
        given = self._ticked(screen, ticked, unknown, pending)
        for line, field in enumerate(screen.fields, 1):
            if field.key in pending:
                if self._still_asked(field):
                    given.update(self._ask_in_full(field, line))
                pending.remove(field.key)
                self._replace(screen, given, pending)
        return self._with_implied(given, ticked)

    def _with_implied(self, given: dict[str, Answer], ticked: Sequence[str]) -> dict[str, Answer]:
        """The answers, where a line that was not ticked goes by what a ticked one implies."""
        for key, value, implied, its_value in self.talk.knowledge.implications:
            if given.get(key) == value and implied in given and implied not in ticked:
                given[implied] = its_value
        return given

    def _still_asked(self, field: Field) -> bool:
        """Whether anything waits for more than the tick of a line that says something by itself."""
        if field.assent is None:
            return True
        outlook = self.talk.outlook()
        answers = {key: answer for key, answer in outlook.answers.items() if key != field.key}
        free = Outlook(outlook.knowledge, answers, outlook.closed - {field.key})
        return bool(waiting_rules(free, Screen("choice", (field,))))

    def _tick(
        self, screen: Screen, options: Sequence[Option], question: str
    ) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        """The lines of a list that are so, and those that are not known; None where nothing is known of any."""
        self._head(question)
        self._list(options, "none of these", "I don't know any (u 2: I don't know line 2)")
        elsewhere = self._elsewhere(screen)
        text = self._line(screen, options, lambda typed: _said(pick_ticks, typed, options, elsewhere))
        if is_unknown(text):
            return None
        ticked, unknown = pick_ticks(text, options, elsewhere)
        self._echo(text, options, ticked, unknown)
        return ticked, unknown

    def _elsewhere(self, screen: Screen) -> list[Option]:
        """The lines to be asked elsewhere: a word that fits one of them as well is not taken for one of this list."""
        if screen.kind != "ticks":
            return []
        asked, outlook = self.talk.knowledge.vocabulary.asked, self.talk.outlook()
        others = (held for key, held in asked.items() if key not in screen.keys and outlook.open(key))
        return [Option(held.key, capital(held.line)) for held in others if held.line]

    def _ticked(
        self, screen: Screen, ticked: Sequence[str], unknown: Sequence[str], pending: Sequence[str]
    ) -> dict[str, Answer]:
        """What the ticks alone say, kept at once: stopping in the middle may turn no "yes" into a "no"."""
        given = {field.key: field.denial for field in screen.fields if field.key not in (*ticked, *unknown)}
        given |= {f.key: f.assent for f in screen.fields if f.key in ticked and f.assent is not None}
        given = self._with_implied(given, ticked)
        self._replace(screen, given, pending)
        found = self.talk.clash(screen.keys)
        if found is not None and found[0] not in ticked:
            given.pop(found[0], None)  # not ticking a line beside a ticked one that says as much is no contradiction
            self._replace(screen, given, pending)
        return given

    def _ask_in_full(self, field: Field, line: int | None) -> Mapping[str, Answer]:
        """The question of one field by itself: after its line was ticked or, without a line, where it stands alone."""
        flags = {flag.field for flag in self.talk.knowledge.red_flags}
        ask = self._many if isinstance(field, Many) else self._choice
        while True:
            told = ask(Screen("choice", (field,)), line)
            if told or line is None or field.key not in flags or field.assent is not None:
                return told
            self.port.say("You said that this is so, and it matters: name the nearest, 0 if it is not so, or back.")

    def _tried(self, screen: Screen) -> Mapping[str, Answer]:
        if len(screen.fields) == 1:
            return self._choice(screen)
        options = [Option(field.key, _remedy(field)) for field in screen.fields]
        matter = self.talk.knowledge.naming.matter
        read = self._tick(screen, options, f"Which of these have you tried for {matter}? Name all that you have.")
        if read is None:
            return {}
        tried, unknown = read
        given: dict[str, Answer] = {
            field.key: UNTRIED for field in screen.fields if field.key not in (*tried, *unknown)
        }  # fmt: skip
        told: set[str] = set()
        for line, field in enumerate(screen.fields, 1):
            if field.key in tried:
                self._replace(screen, given, [key for key in tried if key not in given and key not in told])
                told.add(field.key)
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
        lines, alone = form.lines, len(screen.fields) == 1
        if alone:
            self._head(screen.fields[0].question)
        else:
            self._head("Some numbers, as near as you know them. One by one, or several with commas between.")
            options = [Option(held.key, held.question) for held in lines]
            self._list(options, unknown="I don't know this one (none: none of the rest)")
        if alone or any(isinstance(field, Distance) for field in lines):
            self._put(f"   {self._how_to_type(form, alone)}", "dim")
        while (due := form.due()) is not None:
            if due not in lines:
                self.port.say(f"   {due.question}")
            self._take_numbers(screen, form, due, alone)
        return form.given

    def _take_numbers(self, screen: Screen, form: Form, due: Field, alone: bool) -> None:
        """One line of numbers for the number that is due and those that follow it."""
        place = f"{form.lines.index(due) + 1} " if due in form.lines and not alone else ""
        unit = f"({form.unit(due)})" if form.unit(due) else ""
        shown = Screen(screen.kind, tuple(form.lines))
        text = self._line(shown, (), lambda typed: _said(_trial, form, typed), True, f"{place}{unit}".strip(), due)
        trial = form.copy()
        taken = trial.take(text)
        found = None if alone else self.talk.clash([field.key for field in taken], trial.given)
        if found is not None:
            self.port.say(found[1] + " Please type it again, or type change to correct the other answer.", "bold")
            return
        form.take(text)
        self._replace(screen, form.given, form.pending())
        if len(taken) > 1:
            told = [answer_clause(field, form.given[field.key]) for field in taken]
            self.port.say("  = " + "; ".join(told), "dim")

    @staticmethod
    def _how_to_type(form: Form, alone: bool) -> str:
        if alone:
            due = form.fields[0]
            bare = f" (a bare number is in {form.unit(due)})" if isinstance(due, Distance) else ""
            return f"Type {due.allowed()}{bare}, or u."
        others = [unit.example for unit in UNITS.values() if unit.name != form.units]
        return f"A distance without a unit is in {UNITS[form.units].words}; write {' or '.join(others)} for the other."

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
        if due is None or due is screen.fields[0]:
            self._remind()
        while True:
            text = self.port.ask(f"{prompt}> ", words, check, while_typing, KEYS)
            command = self.commands.find(text, screen, due)
            if not text:
                self._repeat()
            elif command is None:
                return text
            else:
                self._carry_out(command)
                again = self.shown[1][0] if due is None or len(screen.fields) == 1 else f"{self.label}. {due.question}"
                self.port.say(again + (" (Enter shows the list again.)" if len(self.shown) > 3 else ""), "bold")

    def _carry_out(self, command: Callable[[], None]) -> None:
        """Do what a command says; another question is asked again here and now, this one from its beginning."""
        try:
            command()
        except Change as wish:
            if self.changing:
                raise
            if wish.label.partition(".")[0] == self.label.partition(".")[0]:
                raise Back from None
            change(self.talk, wish)


def change(talk: Talk, wish: Change) -> None:
    """Ask a question again, keep all other answers, and say what that did.

    Raises:
        Done, Leave, EOFError: as for `Asker.ask`.
    """
    before, since = talk.result(), len(talk.session.steps)
    try:
        while True:
            try:
                Asker(talk, changing=True).ask(wish.screen, wish.label)
                break
            except Change as other:
                wish = other
            except Back:
                return
    finally:
        talk.session.fold(since)
        talk.keep()
    after = talk.result()
    if ranking(before) != ranking(after):
        talk.port.say(f"Before: {ranking(before)}. Now: {ranking(after)}.")
    elif before.urgency == after.urgency:
        talk.port.say("The result stays the same.")
    if before.urgency != after.urgency:
        was, now = (talk.knowledge.urgencies[one.urgency].soon for one in (before, after))
        talk.port.say(f"How soon to be seen, before: {was}. Now: {now}.")


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
