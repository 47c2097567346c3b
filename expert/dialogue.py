"""The consultation: one screen after another, any question answered back, a page at the end.

The dialogue knows no rule. What to ask comes from `Planner`, what follows from `Consultant`; it holds a `Session` and
a `Port` and turns typed lines into answers and commands.
"""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

from expert.analysis import HOLDS, Outlook
from expert.analysis import UNKNOWN as OPEN
from expert.case_reader import CaseReader
from expert.case_yaml import dump_case
from expert.cases import Case
from expert.consultation import Consultant, Consultation
from expert.errors import CaseError, KnowledgeError, UsageError, did_you_mean
from expert.fields import Answer, Choice, Computed, Distance, Field, Many, Quantity, YesNo
from expert.keeping import Keeper, state_file
from expert.knowledge import KnowledgeBase
from expert.ports import END_KEYS, KEYS, Port, open_port
from expert.replies import Misread, Option, is_none, is_unknown, line_number, pick_one, pick_several, read_value
from expert.rules import URGENCIES, Alerts, KnowledgeRule
from expert.screens import Planner, Screen, waiting_rules
from expert.session import Session

UNTRIED = "not_tried"
UNUSABLE, INTERRUPTED = 2, 130
_UNIT_WORDS = {"mi": "miles", "km": "km"}
_SAY_AT_ONCE = URGENCIES.index("urgent")

HELP = """\
Answer with the numbers of the list (1 3), with words, or with u if you do not know.
  ?          what the question means and how to find out; ? 2 for line 2
  Enter      the question and its list again
  why        why this is asked
  back       take the last answer back
  answers    all your answers; change 2 asks number 2 again
  so far     what it looks like by now
  save FILE  write your answers to a file
  done       stop here and see the result
  quit       stop without a result; go on next time"""

END_HELP = """\
  how 1      the reasons for number 1
  why not    why a cause was not concluded, for example: why not bunions
  what if    what another answer would change, for example: what if pain.worst=morning
  compare    two causes side by side, for example: compare 1 2
  answers    all your answers; change 2 asks number 2 again
  save FILE  write your answers to a file
  report     a page to take along, for example: report my-foot.html
  more       the questions that could still refine this
  quit       leave"""


class Leave(Exception):
    """The person wants to leave."""


class Back(Exception):
    """The person wants to take the last screen back."""


class Change(Exception):
    """The person wants to answer one field again."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


class Done(Exception):
    """The person wants the result now."""


class Dialogue:
    """One consultation with one person."""

    def __init__(
        self,
        consultant: Consultant,
        reader: CaseReader,
        port: Port,
        loaded: Case | None = None,
        keeper: Keeper | None = None,
        follow_up: bool = False,
    ) -> None:
        self.knowledge = consultant.knowledge
        self.consultant = consultant
        self.reader = reader
        self.port = port
        self.planner = Planner(self.knowledge, UNTRIED)
        self.session = Session(self.knowledge, dict(loaded.answers) if loaded else {})
        self.case = loaded
        self.keeper = keeper or Keeper(None)
        self.follow_up = follow_up
        self.refining = False
        self.asked = 0
        self.warned = URGENCIES[0]
        self.shown: list[tuple[str, str]] = []

    # The whole.

    def hold(self) -> bool:
        """Greet, ask, show the result, answer questions about it.

        Returns:
            Whether it came to its end, so that nothing need be kept for another time.
        """
        self._greet()
        try:
            if self.follow_up:
                self._ask_again()
            else:
                self._offer_to_go_on()
                self._ask_all()
            self._finish()
        except Leave:
            kept = self.keeper.path is not None and self.session.steps
            self.port.say("Take care." + (" Your answers are kept for the next time." if kept else ""))
            return False
        return True

    def _offer_to_go_on(self) -> None:
        """Ask whether to take up the consultation that was cut short."""
        kept = Session(self.knowledge)
        if self.case is not None or not self.keeper.found(kept):
            return
        count = len(kept.numbered())
        answers = "1 answer is" if count == 1 else f"{count} answers are"
        self.port.say(f"You did not finish last time: {answers} kept. Go on from there?", "bold")
        try:
            reply = self.port.ask("yes or no> ", ("yes", "no"), _one_of("yes", "no", "y", "n", "quit"), False).lower()
        except EOFError:
            reply = "yes"
        if reply == "quit":
            raise Leave
        if reply.startswith("y"):
            self.session = kept
            self._show_answers()
        else:
            self.keeper.forget()

    def _ask_again(self) -> None:
        """A follow-up: what has changed since, what was tried and how it went; all other answers stay."""
        before = self.consultant.consult(self.session.answers)
        fresh = {flag.field for flag in self.knowledge.red_flags} | {
            key
            for key, field in self.knowledge.vocabulary.asked.items()
            if isinstance(field, Choice) and UNTRIED in field.values
        }
        loaded = self.session.loaded
        self.session = Session(self.knowledge, {key: answer for key, answer in loaded.items() if key not in fresh})
        while True:
            outlook = Outlook(self.knowledge, self.session.answers, self.session.closed)
            worth = {key: gain for key, gain in self.planner.worth(outlook).items() if key in fresh}
            if not worth:
                break
            first = max(worth, key=lambda key: (not key.startswith("tried."), worth[key]))
            try:
                self._take(self.planner.screen_of(self.knowledge.vocabulary.fields[first], worth))
            except (Done, EOFError):
                break
        asked = {key for screen, _ in self.session.steps for key in screen.keys}
        self.session.loaded = {key: answer for key, answer in loaded.items() if key not in asked}
        self._say_what_changed(before)

    def _say_what_changed(self, before: Consultation) -> None:
        after = self.consultant.consult(self.session.answers)
        due = {found.remark.id for found in before.recommendations if found.stage == "now"}
        fresh = [found for found in after.recommendations if found.stage == "now" and found.remark.id not in due]
        self.port.say()
        self.port.say("What has changed since", "bold")
        if _ranking(before) == _ranking(after):
            self.port.say(f"  What it looks like is the same: {_ranking(after)}.")
        else:
            self.port.say(f"  Before: {_ranking(before)}. Now: {_ranking(after)}.")
        graver = [alert for alert in after.alerts if alert.remark not in [known.remark for known in before.alerts]]
        for alert in graver:
            self.port.say(f"  Important: {alert.remark.text}", "alert")
        for found in fresh:
            self.port.say(f"  Next step: {found.remark.text}")
        if not fresh and not graver:
            self.port.say("  No new step is due.")

    def _greet(self) -> None:
        say = self.port.say
        say(self.knowledge.title, "bold")
        say(self.knowledge.notice)
        if not self.knowledge.assesses_alerts:
            say("Only the article is used here: nothing looks for warning signs. If you are worried, see somebody.")
        say("Answer by number or word; u if you do not know. ? explains, why says why, help lists the rest.")

    def _ask_all(self) -> None:
        """Ask until nothing can change any more, or the person has had enough."""
        while True:
            outlook = Outlook(self.knowledge, self.session.answers, self.session.closed)
            if not self.refining and self.session.steps and outlook.settled():
                if not self._offer_more(outlook):
                    return
                self.refining = True
            screen = self.planner.next_screen(outlook)
            if screen is None:
                return
            try:
                self._take(screen)
            except (Done, EOFError):
                return

    def _offer_more(self, outlook: Outlook) -> bool:
        """Say that the answer is settled, and ask whether to go on; False for the result."""
        left = self._screens_left(outlook)
        if not left:
            return False
        self.port.say()
        self.port.say("No further answer can change what it most likely is, or how urgent it is:", "bold")
        self._so_far()
        questions = "1 more question" if left == 1 else f"Up to {left} more questions"
        self.port.say(f"{questions} could refine the rest. Type more to go on, or done for the result.")
        try:
            reply = self.port.ask("more or done> ", ("more", "done"), _one_of("more", "done", "quit"), False)
        except EOFError:
            return False
        if reply.lower() == "quit":
            raise Leave
        return reply.lower() == "more"

    def _screens_left(self, outlook: Outlook) -> int:
        """How many screens there would be if all were answered "don't know": an upper bound is of no use to anyone."""
        closed, count = outlook.closed, 0
        while (screen := self.planner.next_screen(outlook)) is not None:
            closed, count = closed | set(screen.keys), count + 1
            outlook = Outlook(self.knowledge, self.session.answers, closed)
        return count

    # One screen.

    def _take(self, screen: Screen) -> None:
        """Ask a screen, or go where the person would rather go: one back, or to another answer."""
        try:
            self._ask(screen)
        except Back:
            self.port.say("Back one question." if self.session.back() else "This is the first question.")
            self.keeper.keep(self.session)
        except Change as wish:
            self._change(wish.key)

    def _ask(self, screen: Screen) -> None:
        """Ask a screen until its answers can stand beside the others; what was answered of it is kept at once."""
        before = len(self.session.steps)
        self.asked = before + 1
        while True:
            try:
                given = _ASKERS[screen.kind](self, screen)
            except Back:
                if len(self.session.steps) == before:
                    raise
                self.session.back()
                self.port.say("Back one question.")
                continue
            self._keep(screen, given, before)
            found = self._contradiction()
            if found is None:
                break
            self.session.back()
            self.keeper.keep(self.session)
            self.port.say(found[1], "bold")
        self._warn()

    def _keep(self, screen: Screen, given: Mapping[str, Answer], before: int | None = None) -> None:
        """Take the answers of a screen in place of those that it gave until now, and write all down.

        Args:
            before: how many steps there were before the screen; left out where it still has something to ask.
        """
        if before is None:
            before = self.asked - 1
            screen = Screen(screen.kind, tuple(field for field in screen.fields if field.key in given))
        del self.session.steps[before:]
        self.session.add(screen, given)
        self.keeper.keep(self.session)
        if self.keeper.failed and self.keeper.path is not None:
            self.port.say(f"Your answers are not being kept: {self.keeper.failed}.")
            self.keeper.path = None

    def _warn(self) -> None:
        """Say at once what cannot wait for the end."""
        outlook = Outlook(self.knowledge, self.session.answers)
        if _SAY_AT_ONCE <= URGENCIES.index(outlook.urgency) > URGENCIES.index(self.warned):
            alerts = (rule for rule in self.knowledge.rules if isinstance(rule, Alerts))
            due = next(rule for rule in alerts if rule.urgency == outlook.urgency and outlook.rule(rule) == HOLDS)
            self.port.say()
            self.port.say(f"Important: {due.alert.text}", "alert")
        self.warned = outlook.urgency

    def _contradiction(self) -> tuple[str, str] | None:
        """The field and the message for answers that cannot both be true."""
        for check in self.knowledge.contradictions:
            found = check(self.session.answers)
            if found is not None:
                return found
        return None

    def _head(self, question: str) -> None:
        """Begin a question; `_repeat` shows it again from here."""
        self.shown = []
        self._put("")
        self._put(f"{self.asked}. {question}", "bold")

    def _list(self, options: Sequence[Option], none: str = "") -> None:
        for number, option in enumerate(options, 1):
            self._put(f"  {number:>2}  {option.label}")
        if none:
            self._put(f"   0  {none}")
        self._put("   u  I don't know")

    def _put(self, text: str, style: str = "") -> None:
        self.shown.append((text, style))
        self.port.say(text, style)

    def _repeat(self) -> None:
        for text, style in self.shown:
            self.port.say(text, style)

    def _choice(self, screen: Screen) -> Mapping[str, Answer]:
        field = screen.fields[0]
        assert isinstance(field, Choice)
        options = [Option(value, label) for value, label in field.values.items()]
        self._head(field.question)
        self._list(options)
        text = self._line(screen, options, lambda line: _said(pick_one, line, options))
        if is_unknown(text):
            return {}
        self._echo(text, options, (pick_one(text, options),))
        return {field.key: pick_one(text, options)}

    def _many(self, screen: Screen) -> Mapping[str, Answer]:
        field = screen.fields[0]
        assert isinstance(field, Many)
        options = [Option(value, label) for value, label in field.values.items()]
        self._head(field.question)
        self._list(options, "none of these")
        text = self._line(screen, options, lambda line: _said(_several, line, options))
        if is_unknown(text):
            return {}
        self._echo(text, options, _several(text, options))
        return {field.key: _several(text, options)}

    def _echo(self, text: str, options: Sequence[Option], values: Sequence[str]) -> None:
        """Say what words were taken for, so that a wrong guess is seen."""
        if values and not re.fullmatch(r"[\d\s,;]+", text):
            self.port.say("  = " + "; ".join(option.label for option in options if option.value in values), "dim")

    def _ticks(self, screen: Screen) -> Mapping[str, Answer]:
        if len(screen.fields) == 1:
            only = screen.fields[0]
            return self._yes_no(screen) if isinstance(only, YesNo) else self._ask_in_full(only)
        options = [Option(field.key, _capital(field.line)) for field in screen.fields]
        self._head("Which of these are true for you? Name all that are.")
        self._list(options, "none of these")
        text = self._line(screen, options, lambda line: _said(_several, line, options))
        if is_unknown(text):
            return {}
        ticked = _several(text, options)
        self._echo(text, options, ticked)
        given = self._ticked(screen, ticked)
        for field in (held for held in screen.fields if held.key in ticked and not isinstance(held, YesNo)):
            given.update(self._ask_in_full(field))
            self._keep(screen, given)
        return given

    def _ticked(self, screen: Screen, ticked: Sequence[str]) -> dict[str, Answer]:
        """What the ticks alone say, kept at once: stopping in the middle may turn no "yes" into a "no"."""
        given = {field.key: field.denial for field in screen.fields if field.key not in ticked}
        given |= {f.key: f.assent for f in screen.fields if f.key in ticked and f.assent is not None}
        self._keep(screen, given)
        found = self._contradiction()
        if found is not None and found[0] not in ticked:
            given.pop(found[0], None)  # not ticking a line beside a ticked one that says as much is no contradiction
            self._keep(screen, given)
        return given

    def _ask_in_full(self, field: Field) -> Mapping[str, Answer]:
        """The question of one field by itself, after its line was ticked."""
        flags = {flag.field for flag in self.knowledge.red_flags}
        while True:
            told = _ASKERS["many" if isinstance(field, Many) else "choice"](self, Screen("choice", (field,)))
            if told or field.key not in flags or field.assent is not None:
                return told
            self.port.say("You said that this is so, and it matters: name the nearest, 0 if it is not so, or back.")

    def _yes_no(self, screen: Screen) -> Mapping[str, Answer]:
        field = screen.fields[0]
        options = [Option("yes", "yes"), Option("no", "no")]
        self._head(field.question)
        self._list(options)
        text = self._line(screen, options, lambda line: _said(pick_one, line, options))
        return {} if is_unknown(text) else {field.key: pick_one(text, options)}

    def _tried(self, screen: Screen) -> Mapping[str, Answer]:
        if len(screen.fields) == 1:
            return self._choice(screen)
        options = [Option(field.key, _remedy(field)) for field in screen.fields]
        self._head("Which of these have you tried for this pain? Name all that you have.")
        self._list(options, "none of these")
        text = self._line(screen, options, lambda line: _said(_several, line, options))
        if is_unknown(text):
            return {}
        tried = _several(text, options)
        self._echo(text, options, tried)
        given: dict[str, Answer] = {field.key: UNTRIED for field in screen.fields if field.key not in tried}
        for field in (field for field in screen.fields if field.key in tried):
            self._keep(screen, given)
            outcome = self._outcome(field)
            if outcome is not None:
                given[field.key] = outcome
        return given

    def _outcome(self, field: Field) -> str | None:
        assert isinstance(field, Choice)
        options = [Option(value, field.says.format(label)) for value, label in field.values.items() if value != UNTRIED]
        self._head(f"How did it go? ({_remedy(field)})")
        self._list(options)
        only = Screen("choice", (field,))
        text = self._line(only, options, lambda line: _said(pick_one, line, options))
        return None if is_unknown(text) else pick_one(text, options)

    def _numbers(self, screen: Screen) -> Mapping[str, Answer]:
        given: dict[str, Answer] = {}
        units = self.case.units if self.case else "mi"
        unknown: set[str] = set()
        for field in screen.fields:
            if self._worked_out(given):
                break
            if self._of_no_use(field, unknown):
                continue
            if given:
                self._keep(screen, given)
            self._head(field.question)
            bare = f" (a bare number is in {_UNIT_WORDS[units]})" if isinstance(field, Distance) else ""
            self._put(f"   Type {field.allowed()}{bare}, or u.", "dim")
            only = Screen("numbers", (field,))
            text = self._line(only, (), partial(_misread, field, units), while_typing=True)
            if not is_unknown(text):
                given[field.key] = answer = read_value(field, text, units)
                if isinstance(field, Distance) and isinstance(answer, Quantity):
                    units = answer.text.split()[-1]
            else:
                unknown.add(field.key)
        return given

    def _of_no_use(self, field: Field, unknown: set[str]) -> bool:
        """Whether a number serves only together with others that are not known."""
        ways = [names for held in self.knowledge.vocabulary.computed for names in held.sources if field.key in names]
        tested = any(atom.key == field.key for rule in self.knowledge.rules for atom in rule.atoms)
        return bool(ways) and not tested and all(unknown & set(names) for names in ways)

    def _worked_out(self, given: Mapping[str, Answer]) -> bool:
        """Whether the numbers given already yield what they are asked for."""
        computed: list[Computed] = self.knowledge.vocabulary.computed
        return any(set(field.value(given)[1]) <= set(given) for field in computed if field.value(given))  # type: ignore[index]

    # A line: an answer or a command.

    def _line(
        self,
        screen: Screen,
        options: Sequence[Option],
        problem: Callable[[str], str | None],
        while_typing: bool = False,
    ) -> str:
        """Read lines until one is an answer; carry out the commands among them."""

        def check(text: str) -> str | None:
            known = not text or is_unknown(text) or self._command(text) is not None
            return None if known else problem(text)

        words = [option.label for option in options] + list(_COMMANDS)
        while True:
            text = self.port.ask("> ", words, check, while_typing, KEYS)
            command = self._command(text)
            if not text:
                self._repeat()
            elif command is None:
                return text
            else:
                command(screen, options)
                self.port.say(self.shown[1][0] + (" (Enter shows the list again.)" if options else ""), "bold")

    def _command(self, text: str) -> Callable[[Screen, Sequence[Option]], None] | None:
        """The command that a line is, ready to be carried out, or None for an answer."""
        name, _, rest = text.strip().lower().partition(" ")
        name = "quit" if name in ("q", "exit") else name
        if text.strip().lower() == "so far":
            return lambda screen, options: self._so_far()
        if name not in _COMMANDS or (rest and name not in ("?", "change", "save")):
            return None
        argument = text.strip()[len(name) :].strip()
        return lambda screen, options: _COMMANDS[name](self, screen, options, argument)

    def _explain_question(self, screen: Screen, options: Sequence[Option], argument: str) -> None:
        line = line_number(argument, len(screen.fields))
        if line is not None:
            self.port.say(screen.fields[line - 1].help)
        elif len(screen.fields) == 1:
            self.port.say(screen.fields[0].help)
        else:
            for number, field in enumerate(screen.fields, 1):
                self.port.say(f"  {number:>2}  {field.help}")

    def _why(self, screen: Screen, options: Sequence[Option], argument: str) -> None:
        outlook = Outlook(self.knowledge, self.session.answers, self.session.closed)
        rules = waiting_rules(outlook, screen)
        if not rules:
            self.port.say("No rule waits for this any more; it was asked with the others of its kind.")
        else:
            self.port.say(f"{len(rules)} rule{'s' if len(rules) > 1 else ''} could use the answer, among them:")
        grave = [rule for rule in rules if isinstance(rule, Alerts)]
        grave.sort(key=lambda rule: -URGENCIES.index(rule.urgency))
        others = [rule for rule in rules if not isinstance(rule, Alerts)]
        others.sort(key=lambda rule: all(outlook.atom(atom) == OPEN for atom in rule.atoms))
        apart: dict[str, KnowledgeRule] = {}  # one rule for each thing that is missing
        for rule in [*grave[:2], *others]:
            apart.setdefault(str([atom for atom in rule.atoms if outlook.atom(atom) == OPEN]), rule)
        for rule in list(apart.values())[:3]:
            self._why_rule(outlook, rule)

    def _why_rule(self, outlook: Outlook, rule: KnowledgeRule) -> None:
        from expert.english import condition, consequence

        known = [condition(self.knowledge, atom) for atom in rule.atoms if outlook.atom(atom) != OPEN]
        missing = [condition(self.knowledge, atom) for atom in rule.atoms if outlook.atom(atom) == OPEN]
        if known:
            self.port.say("  Known:   " + "; ".join(known))
        self.port.say("  Missing: " + "; ".join(missing))
        self.port.say("  Then:    " + consequence(self.knowledge, rule))
        self.port.say(f"  [{rule.name}]", "dim")

    def _back(self, screen: Screen, options: Sequence[Option], argument: str) -> None:
        raise Back

    def _done(self, screen: Screen, options: Sequence[Option], argument: str) -> None:
        raise Done

    def _quit(self, screen: Screen, options: Sequence[Option], argument: str) -> None:
        raise Leave

    def _help(self, screen: Screen, options: Sequence[Option], argument: str) -> None:
        self.port.say(HELP)

    def _answers(self, screen: Screen, options: Sequence[Option], argument: str) -> None:
        self._show_answers()

    def _show_answers(self) -> None:
        answers, numbered = self.session.answers, self.session.numbered()
        if not numbered:
            self.port.say("No answers yet.")
        for number, key in enumerate(numbered, 1):
            clause = self.knowledge.vocabulary.fields[key].describe(answers[key])
            self.port.say(f"  {number:>2}  {_capital(clause)}")

    def _wish_change(self, screen: Screen, options: Sequence[Option], argument: str) -> None:
        key = self._numbered(argument)
        if key is not None:
            raise Change(key)

    def _numbered(self, argument: str) -> str | None:
        numbered = self.session.numbered()
        number = line_number(argument, len(numbered))
        if number is not None:
            return numbered[number - 1]
        self.port.say("Type change and the number of an answer; these are your answers:")
        self._show_answers()
        return None

    def _change(self, key: str) -> None:
        """Ask one field again, keep all other answers, and say what that did."""
        before = self.consultant.consult(self.session.answers)
        field = self.knowledge.vocabulary.fields[key]
        try:
            self._ask(self.planner.screen_of(field, {key: 1.0}))
        except Back:
            return
        except Change as wish:
            self._change(wish.key)
            return
        after = self.consultant.consult(self.session.answers)
        if _ranking(before) == _ranking(after) and before.urgency == after.urgency:
            self.port.say("That changes nothing in what it looks like.")
        else:
            self.port.say(f"Before: {_ranking(before)}. Now: {_ranking(after)}.")

    def _save(self, screen: Screen, options: Sequence[Option], argument: str) -> None:
        self.save(argument)

    def save(self, path: str) -> bool:
        """Write the answers as a case file that `batch` reads; False, and a word about it, where that failed."""
        if not path:
            self.port.say("Type save and the name of a file, for example: save my-foot.yaml")
            return False
        name = self.case.id if self.case and self.case.id and "#" not in self.case.id else None
        note = self.case.note if self.case else None
        return self._write(path, dump_case(self.session.answers, self.knowledge.vocabulary, id=name, note=note))

    def _write(self, path: str, text: str) -> bool:
        """Write a file that only its owner may read; False, and a word about it, where that failed."""
        from expert.files import write_private

        try:
            write_private(Path(path).expanduser(), text)
        except OSError as error:
            self.port.say(f"{path} could not be written: {error.strerror}. Nothing was saved; try another name.")
            return False
        self.port.say(f"Saved to {path}.")
        return True

    def _so_far(self) -> None:
        found = self.consultant.consult(self.session.answers)
        if not found.conclusions:
            self.port.say("  Nothing stands out yet.")
        for number, conclusion in enumerate(found.conclusions, 1):
            self.port.say(f"  {number:>2}  {conclusion.cause.title}: {conclusion.level}")
        for alert in found.alerts[:1]:
            self.port.say(f"  Important: {alert.remark.text}", "alert")

    # The end.

    def _finish(self) -> None:
        """The result page, then questions about it."""
        self._page()
        while True:
            try:
                text = self.port.ask("> ", _END_WORDS, _any, False, END_KEYS)
            except EOFError:
                return
            try:
                self._end_command(text)
            except Leave:
                return
            except (KnowledgeError, UsageError, CaseError) as error:
                self.port.say(str(error))

    def _page(self) -> None:
        from expert.result_page import write_result_page

        self.port.say()
        write_result_page(self._console(), self.consultant.consult(self.session.answers))
        self.port.say()
        self.port.say("Now ask how 1, why not CAUSE or what if FIELD=VALUE; change an answer; help; or quit.")

    def _console(self) -> Any:
        from rich.console import Console

        from expert.ports import width

        wide = width(self.port.out)
        return Console(file=self.port.out, width=wide, height=25, highlight=False)  # a dumb terminal needs both

    def _end_command(self, text: str) -> None:
        words = text.strip().split()
        name, rest = (words[0].lower(), words[1:]) if words else ("", [])
        if name in ("quit", "q", "exit", "bye", "done"):
            raise Leave
        if name == "how":
            self._explain(cause=self._cause(rest))
        elif name == "why" and rest[:1] == ["not"]:
            self._explain(why_not=[self._cause(rest[1:])])
        elif name == "what" and rest[:1] == ["if"]:
            self._explain(what_if=self._wishes(rest[1:]))
        elif name == "answers":
            self._show_answers()
        elif name == "compare":
            self._compare(rest)
        elif name == "save":
            self.save(text.strip()[4:].strip())
        elif name == "report":
            self._report(text.strip()[6:].strip())
        elif name in ("change", "more"):
            self._resume(name, rest)
        else:
            self.port.say(END_HELP)

    def _compare(self, words: Sequence[str]) -> None:
        """Two causes of the result, one after the other in full."""
        from expert.cause_text import write_causes

        names = [self._cause([word]) for word in words if word != "and"]
        if len(names) != 2:
            raise UsageError("Name two causes, by number or name, for example: compare 1 2")
        write_causes(self._console(), self.consultant.consult(self.session.answers), names)

    def _report(self, path: str) -> None:
        """The result as a page of its own, for a clinician or to keep."""
        from expert import html, markdown
        from expert.report import case_document

        if not path.endswith((".html", ".md")):
            raise UsageError(
                "Type report and the name of a file that ends in .html or .md, for example: report foot.html"
            )
        document = case_document(self.consultant.consult(self.session.answers), self._as_case())
        self._write(path, (html if path.endswith(".html") else markdown).render(document))

    def _resume(self, name: str, rest: Sequence[str]) -> None:
        """Go on asking, after a change or for refinement, and show the result again."""
        if name == "change":
            key = self._numbered(" ".join(rest))
            if key is None:
                return
            with suppress(Done, EOFError):
                self._change(key)
        elif Outlook(self.knowledge, self.session.answers, self.session.closed).exhausted():
            self.port.say("No further answer could change anything here.")
            return
        else:
            self.refining = True
            self._ask_all()
        self._page()

    def _explain(
        self, cause: str | None = None, why_not: Sequence[str] = (), what_if: Mapping[str, Any] | None = None
    ) -> None:
        from expert.explanation import write_explanation

        found = self.consultant.consult(self.session.answers)
        case = self._as_case()
        write_explanation(
            self._console(),
            found,
            case,
            cause=cause,
            why_not=why_not,
            what_if=what_if,
            consultant=self.consultant,
            brief=True,
        )

    def _as_case(self) -> Case:
        """The answers so far as a case, with the name and note of the one that was loaded."""
        return self.case or Case("", "", self.session.answers, None, None, "mi")

    def _cause(self, words: Sequence[str]) -> str:
        """The cause that was named, by its rank in the result, its id or its title."""
        text = " ".join(words)
        if text.isdecimal():
            found = self.consultant.consult(self.session.answers).conclusions
            number = line_number(text, len(found))
            if number is not None:
                return found[number - 1].cause.id
            causes = "1 cause" if len(found) == 1 else f"{len(found)} causes"
            raise UsageError(f"There is no number {text}; the result has {causes}.")
        options = [Option(cause.id, cause.title) for cause in self.knowledge.causes]
        try:
            return pick_one(text, options)
        except Misread:
            ids = [cause.id.replace("_", " ") for cause in self.knowledge.causes]
            raise UsageError(f"Name a cause{did_you_mean(text, ids)} There are: {', '.join(ids)}.") from None

    def _wishes(self, words: Sequence[str]) -> dict[str, Any]:
        from expert.whatif import read_changes

        return read_changes(words, self.knowledge)


def run(
    knowledge: KnowledgeBase,
    reader: CaseReader,
    load: Case | None,
    save: str | None,
    article_only: bool,
    keep: bool = True,
    follow_up: bool = False,
) -> int:
    """Hold a consultation on standard input and output.

    Args:
        knowledge: the whole base; article_only: reason with its article part alone.
        load: a case whose answers are taken as given. save: a file to write the answers to at the end.
        keep: whether answers are kept for going on after an interruption.
        follow_up: ask again what can have changed since `load` was written.

    Returns:
        The exit code.
    """
    folder = Path(save).expanduser().parent if save else Path()
    if save and not (folder.is_dir() and os.access(folder, os.W_OK)):
        raise UsageError(f"--save {save}: {folder} is no folder that can be written to.")
    base = knowledge.article_only() if article_only else knowledge
    port = open_port()
    keeper = Keeper(state_file("footwise") if keep and port.keeps else None)
    dialogue = Dialogue(Consultant(base), reader, port, load, keeper, follow_up)
    finished, code = False, 0
    with _dying_politely():
        try:
            finished = dialogue.hold()
        except KeyboardInterrupt:
            code = INTERRUPTED
            if keeper.path is not None and dialogue.session.steps:
                port.say("Stopped. Your answers are kept: run it again to go on, or use --no-save to keep nothing.")
    saved = save is None or not dialogue.session.answers or dialogue.save(save)
    if finished and saved:
        keeper.forget()
    return code or (0 if saved else UNUSABLE)


@contextmanager
def _dying_politely() -> Iterator[None]:
    """Turn SIGTERM and SIGHUP into an exit that unwinds, so that the terminal is left as it was found."""

    def leave(number: int, frame: object) -> None:
        raise SystemExit(128 + number)

    wanted = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.signal(number, leave) for number in wanted}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _several(text: str, options: Sequence[Option]) -> tuple[str, ...]:
    return () if is_none(text) else pick_several(text, options)


def _said(read: Callable[..., Any], *arguments: Any) -> str | None:
    """What is wrong with a typed answer, or None."""
    try:
        read(*arguments)
    except Misread as problem:
        return str(problem)
    return None


def _misread(field: Field, units: str, text: str) -> str | None:
    return _said(read_value, field, text, units)


def _one_of(*words: str) -> Callable[[str], str | None]:
    return lambda text: None if text.lower() in words else f"Type {' or '.join(words[:2])}."


def _any(text: str) -> str | None:
    return None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _remedy(field: Field) -> str:
    """What the remedy is called: its clause without the outcome."""
    return field.says.replace("{}", "").strip()


def _ranking(found: Consultation) -> str:
    shown = ", ".join(f"{c.cause.title} ({c.level})" for c in found.conclusions[:3])
    return shown or "nothing stands out"


_ASKERS: dict[str, Callable[[Dialogue, Screen], Mapping[str, Answer]]] = {
    "choice": Dialogue._choice,
    "many": Dialogue._many,
    "ticks": Dialogue._ticks,
    "tried": Dialogue._tried,
    "numbers": Dialogue._numbers,
}
_COMMANDS: dict[str, Callable[[Dialogue, Screen, Sequence[Option], str], None]] = {
    "?": Dialogue._explain_question,
    "why": Dialogue._why,
    "back": Dialogue._back,
    "answers": Dialogue._answers,
    "change": Dialogue._wish_change,
    "save": Dialogue._save,
    "done": Dialogue._done,
    "quit": Dialogue._quit,
    "help": Dialogue._help,
}
_END_WORDS = (
    "how 1", "why not", "what if", "compare 1 2", "answers", "change", "save", "report", "more", "help", "quit",
)  # fmt: skip
