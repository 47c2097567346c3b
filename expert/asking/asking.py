"""One screen while it is being asked, until its answers can stand beside the others. What to ask is the planner's
business, what can be typed besides an answer that of `commands`."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import accumulate
from typing import Any

from expert.asking.asides import answered, comforted
from expert.asking.changes import SAME, take_said, what_changed
from expert.asking.commands import COMMAND_WORDS, find
from expert.asking.correcting import at_a_question, begins_with_no, said_back, told_besides
from expert.asking.form import Form
from expert.asking.parts import Named, Numbers, One, Part, Several, Ticks, Which
from expert.asking.screens import MOST_TRIED, Line, Screen, brief_line, lines_of, waiting_rules
from expert.asking.session import Step
from expert.asking.stage import Flow, Leaving, Stage
from expert.asking.talk import Talk, capital
from expert.asking.turn import Keys, Prompt, Say, Script
from expert.consultation import Consultation
from expert.fields import UNTRIED, Answer, Field, Quantity
from expert.hearing.picking import Misread, Option, options_of
from expert.hearing.statements import parted
from expert.outlook import HOLDS, Outlook
from expert.rules import Alerts

KEYS: Keys = ("?: explain  why  back  u: don't know  so far  done  quit  help", "? why back u done quit help")

#: What is asked part after part: gives a part, gets the value of the reply, ends with the answers of the screen.
Parts = Generator[Part, Any, Mapping[str, Answer]]


class Asking(Leaving):
    """A screen that is being asked.

    Args:
        label: the number that the question had when it was asked before; a new question gets the next.

    Attributes:
        part: what is asked of it just now.
        before: how many steps the session had before it; what is kept of it is the next one.
        kept: whether anything is kept of it by now.
        suggested: what was answered before, and is answered again by an empty reply.
    """

    about = ""

    def __init__(self, dialogue: Flow, screen: Screen, label: str = "") -> None:
        self.dialogue, self.screen = dialogue, screen
        self.talk: Talk = dialogue.talk
        self.before = len(self.talk.session.steps)
        self.suggested = self._suggested()
        self.label = label or str(1 + sum(1 for _ in self.talk.session.questions()))
        self._begin()

    def _suggested(self) -> dict[str, Answer | None]:
        """What was answered before, where it was taken back or is told of last time."""
        return self.talk.session.suggested(self.screen.keys)

    def _begin(self) -> None:
        self.kept = False
        self._parts = self._parts_of()(self)
        self.part = next(self._parts)

    def _parts_of(self) -> Callable[[Asking], Parts]:
        return _PARTS[self.screen.kind]

    # What it looks like.

    @property
    def due(self) -> Field | None:
        """The field that is asked just now, where the screen asks one after another."""
        return self.part.due

    @property
    def question(self) -> str:
        """The line that asks."""
        return f"{self.label}{'' if self.part.line is None else f'.{self.part.line}'}. {self.part.question}"

    def show(self, script: Script) -> None:
        """The question and its list; of a form that goes on, only what is new."""
        if self.part.lead:
            script.say(self.part.lead.text, self.part.lead.style)
        if not self.part.again:
            script.say()
            self._show_list(script)

    def _show_list(self, script: Script) -> None:
        script.say(self.question, "bold")
        if len(self.screen.fields) == 1 and self.screen.fields[0].reason:
            script.say(f"   ({self.screen.fields[0].reason})", "dim")
        script.shown += self.part.list()
        if self.part.kept and not isinstance(self.part, Numbers):  # a line of numbers has it in its prompt
            script.hint(f"   (before: {self.part.kept}; Enter keeps it)", style="dim")

    def remind(self, script: Script) -> None:
        """The question in one line, after something else was said."""
        due = self.part.due
        one = due is None or len(self.screen.fields) == 1
        hint = " (Enter shows the list again.)" if len(self.part.list()) > 1 else ""
        hint = f" (before: {self.part.kept}; Enter keeps it)" if self.part.kept else hint
        script.say((self.question if one or due is None else f"{self.label}. {due.question}") + hint, "bold")

    def prompt(self) -> Prompt:
        """What waits for the reply."""
        labels = () if isinstance(self.part, Numbers) else tuple(option.label for option in self.part.options)
        words = (*labels, *filter(None, [self.part.untried]), *COMMAND_WORDS)
        first = self.part.due is None or self.part.due is self.screen.fields[0]
        choice = self.part.choice()
        return Prompt(
            self.part.prompt, self.question if first else "", words, KEYS, self._wrong, choice, self.part.kept
        )

    def _wrong(self, text: str) -> str | None:
        return None if find(text, self.talk.knowledge) else self.part.wrong(text)

    # A reply.

    def take(self, text: str, script: Script) -> None:
        """Take a command or an answer."""
        command = find(text, self.talk.knowledge)
        if not text and self.part.kept:
            self._answer(text, script)
        elif not text or text.lower() == "list":
            if not text:
                script.hint(
                    "Nothing was typed, so here it is again: name what is so, or u if you do not know.", style="dim"
                )
            script.say()
            self._show_list(script)
        elif command is None and answered(self, text, script):
            self.remind(script)
        elif command is None:
            said, asked = parted(text) if self.screen.fields else (text, "")
            if asked:
                answered(self, asked, script)
            self._answer(said, script)
        else:
            command(self, script)
            if self.dialogue.stage is self:
                self.remind(script)

    def _answer(self, text: str, script: Script) -> None:
        try:
            value = self.part.keep() if self.part.kept and not text else self.part.read(text)
        except Misread as problem:
            if not self._taken_besides(text, script):
                script.say(str(problem))
            return
        if self._is_nothing(value) and begins_with_no(text) and self._put_right(text, script):
            return  # "no, the left one" is no answer to a list
        told = self.part.said_back(text, value)
        if told:
            script.say(told, "dim")
        try:
            self.part = self._parts.send(value)
        except StopIteration as end:
            self._finish(end.value, script)
        else:
            self.show(script)

    def _is_nothing(self, value: object) -> bool:
        """Whether a reply says that nothing of what is asked is so."""
        return value in ("no", ()) or (isinstance(value, Named) and not (value.ticked or value.told or value.ask))

    def _taken_besides(self, text: str, script: Script) -> bool:
        """Whether a line that is no answer here says something else: a correction, a fear, or what was not told yet."""
        if self._put_right(text, script):
            return True
        if comforted(self.talk, self.screen.fields, text, script):
            self.remind(script)
            return True
        return self._take_unasked(told_besides(self.talk, text, self.screen.keys), script)

    def _put_right(self, text: str, script: Script) -> bool:
        """Whether a line that is no answer here corrects one that was given before; it is said back."""
        return self._take_unasked(at_a_question(self.talk, text), script)

    def _take_unasked(self, fresh: Mapping[str, Answer | None], script: Script) -> bool:
        """Take what was said besides, say it back, and ask again; whether there was anything."""
        if not fresh:
            return False
        script.say(said_back(self.talk, fresh, self.talk.session.answers), "bold")
        take_said(self.talk, fresh)
        self._warn(script)
        self.remind(script)
        return True

    def _finish(self, given: Mapping[str, Answer], script: Script) -> None:
        """Keep the answers, unless they cannot be true beside the others; then go on."""
        self.keep(given)
        found = self.talk.clash(self.screen.keys)
        if found is not None:
            script.say(found[1] + " Please answer again, or type change to correct the other answer.", "bold")
            self.again(script)
            return
        if self._warn(script):
            self.danger(script)
        else:
            self.then(script)

    def then(self, script: Script) -> None:
        """What comes when all of it is answered."""
        self.dialogue.proceed(script)

    def danger(self, script: Script) -> None:
        """What comes when an answer means danger: the page for it, before any other question."""
        self.dialogue.stop(script)

    def keep(self, given: Mapping[str, Answer], pending: Iterable[str] = ()) -> None:
        """Take the answers of the screen in place of those that it gave until now.

        Args:
            pending: the fields that the screen has still to ask.
        """
        step = Step(self.screen, dict(given), frozenset(pending))
        self.talk.session.steps[self.before : self.before + self.kept] = [step]
        self.kept = True

    def again(self, script: Script) -> None:
        """Ask it again from its beginning."""
        del self.talk.session.steps[self.before : self.before + self.kept]
        self._begin()
        self.show(script)

    def _warn(self, script: Script) -> bool:
        """Say at once what cannot wait for the end; whether there was such a thing."""
        alarm = self._alarm()
        if alarm is not None:
            script.say()
            script.shown.append(alarm)
        return alarm is not None

    def _alarm(self) -> Say | None:
        """What cannot wait for the end, if it is graver, or due sooner, than what was said so before."""
        talk = self.talk
        outlook = Outlook(talk.knowledge, talk.session.answers) if talk.asking_again else talk.outlook()
        ladder, gravity = talk.knowledge.urgencies, talk.knowledge.gravity
        grave = [rule for rule in talk.knowledge.of(Alerts) if ladder[rule.urgency].grave]
        due = {
            rule: gravity(rule.urgency, talk.knowledge.within(rule)) for rule in grave if outlook.rule(rule) == HOLDS
        }
        first = max(due, key=due.__getitem__, default=None)
        graver = first is not None and due[first] > talk.warned
        talk.warned = due[first] if first is not None else (0, 0)
        return Say(f"Important: {first.remark.text}", "alert") if graver and first is not None else None

    # What the commands do that leave it.

    def back(self, script: Script) -> None:
        """To its beginning, or from there to the question before it."""
        if self.kept:
            script.say("This question again, from its beginning.")
            self.suggested |= self.talk.session.steps[self.before].given
            self.again(script)
        else:
            self.dialogue.back(script)

    def change(self, screen: Screen, label: str, script: Script) -> None:
        """Ask another question again here and now, this one from its beginning."""
        if label == self.label or (label.partition(".")[0] == self.label.partition(".")[0] != "0"):
            self.back(script)
        else:
            self.dialogue.enter(Changing(self.dialogue, screen, label, self), script)

    def input_ended(self, script: Script) -> None:
        """To the result, with what is known."""
        self.done(script)

    # One for each kind of screen.

    def _choice(self) -> Parts:
        return (yield from self._in_full(self.screen.fields[0], None))

    def _in_full(self, field: Field, line: int | None) -> Parts:
        """The question of one field by itself: after its line was ticked or, without a line, where it stands alone."""
        flags = {flag.field for flag in self.talk.knowledge.red_flags}
        part = (Several if field.several else One)(field.question, options_of(field), line, untried=field.untried)
        part.hear = partial(self.talk.hear, field)
        part.before = _chosen(self.suggested.get(field.key))
        while True:
            value = yield part
            if value is not None and field.several:
                value = yield from self._with_which(value, part, field)
            if value is not None or line is None or field.key not in flags or field.assent is not None:
                return {} if value is None else {field.key: value}
            part.lead = Say("You said that this is so, and it matters: name the nearest, 0 if it is not so, or back.")

    def _with_which(self, value: tuple[str, ...], part: Part, field: Field) -> Generator[Part, Any, tuple[str, ...]]:
        """The answer with what was named and could be several of its values, each asked by itself."""
        for meant in part.open:
            which = yield Which.of(meant, partial(self.talk.hear, field), part.line)
            value = value if which is None or which in value else (*value, which)
        return value

    def _ticks(self) -> Parts:
        if len(self.screen.fields) == 1:
            return (yield from self._in_full(self.screen.fields[0], None))
        lines = lines_of(self.talk.knowledge, self.screen)
        options = [Option(_value(line), capital(line.text), _also(line.fields)) for line in lines]
        part = Ticks(f"{_WHICH} {_LEFT_OUT}", options, elsewhere=self._elsewhere())
        part.members = {_value(line): self._members(line) for line in lines if len(line.fields) > 1}
        read = yield from self._named(part)
        if read is None:
            return {}
        ticked, unknown, told, given = list(read.ticked), list(read.unknown), dict(read.told), {}
        waiting = [
            (number, line) for number, line in enumerate(lines, 1)
            if len(line.fields) > 1 and _value(line) in ticked and not set(told).union(ticked) & set(_keys(line))
        ]  # fmt: skip
        while waiting:
            together = _at_once(waiting)
            left = [key for _, line in waiting for key in _keys(line)]
            behind = yield from self._behind(
                together, replace(read, ticked=tuple(ticked), unknown=tuple(unknown), told=told), left
            )
            if behind is not None:
                ticked += [key for key in behind.ticked if key not in ticked]
                told |= behind.told
            unknown += [key for _, line in together for key in _keys(line)] if behind is None else behind.unknown
            del waiting[: len(together)]
        asks_on = [field.key for field in self.screen.fields if field.key in ticked and _asks_on(field)]
        pending = [key for key in asks_on if key not in told]
        given = self._ticked(ticked, unknown, pending, told)
        for number, line in enumerate(lines, 1):
            for field in line.fields:
                if field.key in pending:
                    if self._still_asked(field):
                        given.update((yield from self._in_full(field, number)))
                    pending.remove(field.key)
                    self.keep(given, pending)
        return self._with_implied(given, ticked)

    def _behind(
        self, lines: Sequence[tuple[int, Line]], read: Named, left: Sequence[str]
    ) -> Generator[Part, Any, Named | None]:
        """Which of the questions of lines that were ticked are meant; None for "don't know".

        Args:
            lines: each with its number. read: what the list said. left: the fields behind these lines and those that
                are still to be asked like them.
        """
        asks_on = [f.key for f in self.screen.fields if f.key in read.ticked and _asks_on(f) and f.key not in read.told]
        self._ticked(read.ticked, [*read.unknown, *left], [*left, *asks_on], read.told)
        options = [option for _, line in lines for option in self._members(line)]
        part = Ticks(f"{_OF_THAT} {_LEFT_OUT}", options, line=lines[0][0] if len(lines) == 1 else None)
        return (yield from self._named(part, [field for _, line in lines for field in line.fields]))

    def _members(self, line: Line) -> list[Option]:
        """The questions of a line as lines of their own."""
        knowledge = self.talk.knowledge
        return [Option(field.key, capital(brief_line(knowledge, field)), _also([field])) for field in line.fields]

    def _named(self, part: Ticks, asked: Sequence[Field] = ()) -> Generator[Part, Any, Named | None]:
        """What is said of a list: what is understood of a reply is kept, the rest asked back; None for "don't know".

        Args:
            asked: the fields of the list, where these are not all of the screen.
        """
        fields = asked or self.screen.fields
        part.hear = partial(self.talk.hear, fields)
        part.denials = {held.key: held.denial for held in fields}
        if self.suggested:
            given = {f.key: answer for f in fields if (answer := self.suggested.get(f.key)) is not None}
            part.sure = tuple(f.key for f in fields if given.get(f.key) not in (None, f.denial, UNTRIED))
            part.before = tuple(
                option.value
                for option in part.options
                if option.value in part.sure
                or any(one.value in part.sure for one in part.members.get(option.value, ()))
            )
            part.open_before = tuple(f.key for f in fields if self.suggested.get(f.key, "") is None)
            part.answers = {f.key: given[f.key] for f in fields if f.key in part.sure and f.assent != given[f.key]}
        kept = Named()
        while True:
            read: Named | None = yield part
            if read is None and not kept.ticked:
                return None
            if read is None:
                return replace(kept, unknown=tuple(f.key for f in fields if f.key not in kept.ticked), ask="")
            kept = kept.joined(read)
            if not read.ask:
                return kept
            sure = {f.key: f.assent for f in fields if f.key in kept.ticked and f.assent is not None}
            self.keep(sure, [field.key for field in self.screen.fields if field.key not in sure])
            part = replace(part, lead=Say(read.ask, "bold"), again=True)

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

    def _elsewhere(self) -> list[Option]:
        """The lines to be asked elsewhere: a word that fits one of them as well is not taken for one of this list."""
        asked, outlook = self.talk.knowledge.vocabulary.asked, self.talk.outlook()
        others = (held for key, held in asked.items() if key not in self.screen.keys and outlook.open(key))
        return [Option(held.key, capital(held.line)) for held in others if held.line]

    def _ticked(
        self, ticked: Sequence[str], unknown: Sequence[str], pending: Sequence[str], told: Mapping[str, Answer]
    ) -> dict[str, Answer]:
        """What the ticks alone say, kept at once: stopping in the middle may turn no "yes" into a "no"."""
        fields = self.screen.fields
        given = {field.key: field.denial for field in fields if field.line and field.key not in (*ticked, *unknown)}
        given |= {f.key: f.assent for f in fields if f.key in ticked and f.assent is not None}
        given |= told
        given = self._with_implied(given, ticked)
        self.keep(given, pending)
        found = self.talk.clash(self.screen.keys)
        if found is not None and found[0] not in ticked:
            given.pop(found[0], None)  # not ticking a line beside a ticked one that says as much is no contradiction
            self.keep(given, pending)
        return given

    def _tried(self) -> Parts:
        if len(self.screen.fields) == 1:
            return (yield from self._choice())
        options = [Option(field.key, remedy(field)) for field in self.screen.fields]
        matter = self.talk.knowledge.naming.matter
        read = yield from self._named(
            Ticks(f"Which of these have you tried for {matter}? Name all that you have.", options)
        )
        if read is None:
            return {}
        tried, unknown = read.ticked, read.unknown
        given: dict[str, Answer] = {
            field.key: UNTRIED for field in self.screen.fields if field.key not in (*tried, *unknown)
        }
        given |= read.told
        told: set[str] = set()
        for line, field in enumerate(self.screen.fields, 1):
            if field.key in tried and field.key not in given:
                self.keep(given, [key for key in tried if key not in given and key not in told])
                told.add(field.key)
                given.update((yield from self._how_it_went(field, line)))
        return given

    def _how_it_went(self, field: Field, line: int) -> Parts:
        """What came of one remedy."""
        part = _outcome(field, line)
        part.hear = partial(self.talk.hear, field)
        part.before = _chosen(self.suggested.get(field.key), UNTRIED)
        outcome = yield part
        return {} if outcome is None else {field.key: outcome}

    def _numbers(self) -> Parts:
        fields, alone = self.screen.fields, len(self.screen.fields) == 1
        form = Form(self.talk.knowledge, fields, self.talk.session.answers, self.talk.units, self.talk.hear)
        several = "Some numbers, as near as you know them. One by one, or several with commas between."
        question, lines = fields[0].question if alone else several, form.lines
        numbers = {key: answer.text for key, answer in self.suggested.items() if isinstance(answer, Quantity)}
        lead, again = None, False
        while (due := form.due()) is not None:
            if lead is None and due not in lines:
                lead = Say(f"   {due.question}")
            options = [Option(held.key, held.question) for held in lines]
            filled = yield Numbers(question, options, lead=lead, due=due, again=again, form=form, numbers=numbers)
            found = None if alone else self.talk.clash([held.key for held in filled.taken], filled.form.given)
            lead, again = None, True
            if found is not None:
                lead = Say(found[1] + " Please type it again, or type change to correct the other answer.", "bold")
                continue
            form = filled.form
            self.keep(form.given, form.pending())
        return form.given


class Changing(Asking):
    """A question that is asked again while another one waits: all other answers stay, and what it did is said.

    Args:
        behind: what waits.
    """

    def __init__(self, dialogue: Flow, screen: Screen, label: str, behind: Stage) -> None:
        super().__init__(dialogue, screen, label)
        self.behind = behind
        self._since = self.before
        self._old: Consultation = self.talk.result()

    def _suggested(self) -> dict[str, Answer | None]:
        """What stands by now, and is to be changed."""
        answers, asked = self.talk.session.answers, self.talk.session.asked()
        return {key: answers.get(key) for key in self.screen.keys if key in answers or key in asked}

    def then(self, script: Script) -> None:
        """Say what the change did, and go back to what waits."""
        self._fold()
        self._say_what_changed(script)
        self.dialogue.return_to(self.behind, script)

    def danger(self, script: Script) -> None:
        """As ever: who changes an answer has the page before him, or soon."""
        self.then(script)

    def back(self, script: Script) -> None:
        """To its beginning, or from there to what waits."""
        if self.kept:
            super().back(script)
        else:
            self._fold()
            self.dialogue.return_to(self.behind, script)

    def done(self, script: Script) -> None:
        """See `Asking.done`."""
        self._fold()
        super().done(script)

    def leave(self, script: Script) -> None:
        """See `Asking.leave`."""
        self._fold()
        super().leave(script)

    def change(self, screen: Screen, label: str, script: Script) -> None:
        """Ask that one in place of this one."""
        other = Changing(self.dialogue, screen, label, self.behind)
        other._since, other._old = self._since, self._old
        self.dialogue.enter(other, script)

    def _fold(self) -> None:
        """Write what was changed to where it was first asked."""
        self.talk.session.fold(self._since)

    def _say_what_changed(self, script: Script) -> None:
        for line in what_changed(self._old, self.talk.result()) or [SAME]:
            script.say(line)


def _chosen(answer: Answer | None, but: str = "") -> tuple[str, ...] | None:
    """The options that an answer is; None where there is none, or only what does not count."""
    if answer is None or answer == but or isinstance(answer, Quantity):
        return None
    return (answer,) if isinstance(answer, str) else answer


def _outcome(field: Field, line: int) -> One:
    """How a remedy went."""
    options = [Option(value, field.says.format(label)) for value, label in field.values.items() if value != UNTRIED]
    return One(f"How did it go? ({remedy(field)})", options, line)


def remedy(field: Field) -> str:
    """What the remedy is called: its clause without the outcome."""
    return field.says.replace("{}", "").strip()


_WHICH = "Is any of this so? Name all that is."
_OF_THAT = "Which of it is so?"
#: What leaving a line out means.
_LEFT_OUT = "What you do not name counts as no."


def _value(line: Line) -> str:
    """What stands for a line among the ticked ones: its field or, of several, the first with a mark."""
    return line.fields[0].key if len(line.fields) == 1 else f"{line.fields[0].key}+"


def _at_once(lines: Sequence[tuple[int, Line]]) -> Sequence[tuple[int, Line]]:
    """As many of the lines as can be asked on about in one list."""
    counts = accumulate(len(line.fields) for _, line in lines)
    return lines[: max(1, sum(count <= MOST_TRIED for count in counts))]


def _also(fields: Sequence[Field]) -> tuple[str, ...]:
    """What a line of one field goes by besides: the clause that its brief text stands for."""
    return (fields[0].line,) if len(fields) == 1 and fields[0].brief else ()


def _keys(line: Line) -> list[str]:
    return [field.key for field in line.fields]


def _asks_on(field: Field) -> bool:
    """Whether a ticked line asks its question in full."""
    return field.asks_on or not field.line


_PARTS: dict[str, Callable[[Asking], Parts]] = {
    "choice": Asking._choice,
    "many": Asking._choice,
    "ticks": Asking._ticks,
    "tried": Asking._tried,
    "numbers": Asking._numbers,
}
