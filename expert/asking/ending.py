"""The end of a consultation: the result page, and the questions that can be asked about it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from expert.asking import commands
from expert.asking.asides import say_explained
from expert.asking.asking import Changing
from expert.asking.changes import SAME, read_typed, take_said, what_changed
from expert.asking.stage import Flow
from expert.asking.talk import Talk
from expert.asking.turn import Keys, Pick, Prompt, Script
from expert.consultation import Consultation
from expert.errors import CaseError, KnowledgeError, UsageError, did_you_mean, shown
from expert.fields import Answer, Field, Quantity, in_words
from expert.hearing.picking import Misread, Option, line_number, pick_one
from expert.wording.english import answer_clause
from expert.wording.examples import file, filled

if TYPE_CHECKING:
    from expert.hearing.statements import Statement
    from expert.hearing.story import Reading
    from expert.wording.first_page import Part

HELP = """\
Ask in your own words (how long, what can I do, should it be seen, is it ...), say what is new or wrong, or type
  how 1      the reasons for number 1 in short; more then shows all of them
  why not    why a cause was not concluded, for example: why not {cause}; more as well
  map        where the places are
  what if    what another answer would change, for example: what if 2.1 = yes
  compare    two causes side by side, for example: compare 1 2
  answers    all your answers; change 2 asks question 2 again, change 2.3 only its line 3
  so far     the result again; so does page
  save FILE  write your answers to a file
  report     a page to take along, for example: report {file}.html
  more       the questions that could still refine this (behind how or why not: all of the reasons)
  back       to the last question; restart begins again
  quit       leave"""
WHY = "Type how 1 for the reasons for number 1, or why not and a cause, such as why not {cause}."

KEYS: Keys = ("how 1  why not  what if  answers  change 2  save  more  help  quit", "how  change  more  help  quit")
WORDS = (
    "how 1", "why not", "what if", "compare 1 2", "map", "answers", "change", "so far", "page", "save", "report",
    "more", "back", "restart", "help", "quit",
)  # fmt: skip
_QUESTION = re.compile(r"(?P<name>why\s+not\b|what\s+if\b|so\s+far$|\S*)\s*(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_OTHER_NAMES = {"?": "help", "q": "quit", "exit": "quit", "done": "quit"}
_THANKS = re.compile(
    r"(?:ok(?:ay)?|great|perfect|alright|all right|cool)?[ ,.!]*(?:many |so )?"
    r"(?:thanks?(?: you)?|thx|ty|cheers|great|perfect|ok(?:ay)?|cool|got it)"
    r"(?: (?:so|very|a|lot|much|you|for|the|your|help|all|that|this))*[ .!]*",
    re.IGNORECASE,
)
_KIND = "I am sorry that it worries you; that is reason enough to let somebody look at it, whatever comes out here."
_GOODBYE = re.compile(
    r"(?:ok(?:ay)?|thanks?(?: you)?)?[ ,.!]*(?:good ?bye|bye(?: bye)?|see you|ciao)[ .!]*", re.IGNORECASE
)


class Ending:
    """Shows the result of one consultation and answers questions about it.

    Args:
        before: the result of last time, of which only what has changed is shown at first.
    """

    def __init__(self, dialogue: Flow, before: Consultation | None = None) -> None:
        self.dialogue, self._before = dialogue, before
        self.talk: Talk = dialogue.talk
        self._deeper: Callable[[Script], None] | None = None
        self._worried = False
        self._wanted: tuple[Field, tuple[str, ...]] | None = None

    def show(self, script: Script) -> None:
        """The result page."""
        found, consultant, unnamed = self.talk.result(), self.talk.consultant, self.talk.session.left_out
        before, self._before = self._before, None

        def draw(console: Any) -> None:
            from expert.explaining.result_page import write_result_page

            write_result_page(console, found, consultant, unnamed, before)

        script.say()
        script.page(draw, whole=True)
        script.say()
        if before is not None:
            script.hint("All else on the page is as it was last time: page shows it whole.", Pick("page", "All of it"))
        asks = ", ".join(one for one in ("how 1", "why not CAUSE", self._example()) if one)
        script.hint(
            f"Now ask {asks}, or in your own words; change an answer; save (for next time), report, help, or quit."
        )

    def remind(self, script: Script) -> None:
        """The page again: what was put before it may have changed it."""
        self.show(script)

    def _example(self) -> str:
        """A what-if about an answer that was given; empty where none was yes or no."""
        session, fields = self.talk.session, self.talk.knowledge.vocabulary.fields
        for key, label in session.labels().items():
            if fields[key].yes_or_no and key in session.answers:
                return f"what if {label} = {'no' if session.answers[key] == 'yes' else 'yes'}"
        return ""

    def prompt(self) -> Prompt:
        """What waits for a question about the result."""
        return Prompt(words=WORDS, keys=KEYS)

    def input_ended(self, script: Script) -> None:
        """The end."""
        self.dialogue.finish()

    def take(self, text: str, script: Script) -> None:
        """One line about the result: a command where it reads as one, else a question in somebody's own words."""
        name, argument = _parted(text)
        deeper, self._deeper = self._deeper, None
        try:
            if self._is_courtesy(text, script):
                self._deeper = deeper
            elif name == "more" and not argument and deeper is not None:
                deeper(script)
            elif name in _ANSWERS and self._is_command(name, argument):
                _ANSWERS[name](self, argument, script)
            elif self._said(text, script) or self._answered(text, script):
                pass
            elif name in _ANSWERS and name in _TAKES_WORDS:
                _ANSWERS[name](self, argument, script)
            else:
                known = [word.split()[0] for word in WORDS]
                meant = "" if argument.isalpha() or name in known or _asks(text) else did_you_mean(name, known)
                script.say(f"'{shown(text.strip())}' is not understood here{meant or '.'} {self._examples()}")
            self._ask_for_danger(text, script)
        except (KnowledgeError, UsageError, CaseError) as error:
            script.say(str(error))

    def _is_courtesy(self, text: str, script: Script) -> bool:
        """Whether a line asks nothing and says nothing: then a word back, and no list of commands."""
        if _GOODBYE.fullmatch(text.strip()):
            if not self.dialogue.may_keep:
                script.say("Take care.")
            self.dialogue.take_leave(script)
        elif _THANKS.fullmatch(text.strip()):
            script.say("You are welcome. Take care.")
            script.hint("Ask on, or type report for a page to take along, quit to leave.")
        elif not text.strip():
            script.say(
                "Ask about the result in your own words; so far shows it again, help lists the rest, quit leaves."
            )
        else:
            return False
        return True

    def _examples(self) -> str:
        """What can be asked."""
        asked = " ".join(list(self.talk.knowledge.questions.values())[:3])
        return f"You can ask, for example: {asked} And help lists what you can type." if asked else "Type help."

    def _is_command(self, name: str, argument: str) -> bool:
        """Whether a line that begins as a command goes on as one: ``how 1`` does, ``how long`` does not."""
        if name in ("how", "why not"):
            return (name == "how" and not argument) or argument.isdecimal() or self._names_a_cause(argument)
        if name == "what if":
            return "=" in argument
        return name in _WITH_ARGUMENT or argument.lower().strip(" .!") in _IDLE

    def _names_a_cause(self, text: str) -> bool:
        try:
            self._cause(text)
        except UsageError:
            return False
        return True

    # Something that is said, not asked.

    def _said(self, text: str, script: Script) -> bool:
        """Whether a line tells something of the person's own; what is new of it changes the answers."""
        from expert.asking.correcting import taken_away, taken_back
        from expert.hearing.statements import ASKED, SAID, read_statement, said_of

        if self.dialogue.stage is not self or not text.strip():
            return False
        talk, stated = self.talk, said_of(text)
        reading = talk.hear_story(stated)
        said = read_statement(talk.knowledge, stated, reading, talk.session.answers)
        wanted = self._what_was_wanted(text) if said.kind != ASKED else {}
        wanted = wanted or (self._what_was_tried_out(text) if said.kind == SAID and not said.fresh else {})
        fresh: dict[str, Answer | None] = taken_back(talk, stated, talk.session.answers)
        fresh = fresh or dict(wanted or said.fresh) or self._put_right(stated, reading, said)
        if said.kind == SAID and reading.over and fresh:  # "it has closed, and it is hot now" says two things
            ended = taken_away(talk, stated, replace(reading, not_so={}), talk.session.answers)
            fresh = {**{key: answer for key, answer in ended.items() if key not in reading.answers}, **fresh}
        if reading.open and said.kind != ASKED and not fresh:
            key = reading.open[0].field
            old = talk.session.answers.get(key, ())
            self._wanted = talk.knowledge.vocabulary.fields[key], () if isinstance(old, (str, Quantity)) else old
            script.say(f"{reading.open[0].asked} Say that, and it is taken.")
            return True
        if talk.knowledge.place in fresh and fresh[talk.knowledge.place] is None:
            held = talk.knowledge.vocabulary.fields[talk.knowledge.place]
            self._wanted = held, ()
            script.say(f"{held.question} Say that, and it is taken in place of what you told.")
            return True
        if fresh:
            self._take_said(fresh, script)
            if set(fresh) <= set(reading.answers) and not (reading.over or reading.not_so):
                self._say_unheard(reading, script)  # what only takes back rests on no words of its own
            self._ask_back(reading, script)
            if "?" in text:
                self._answered(text, script)
            return True
        if said.known and (said.alarming or not self._asks_something(text)):
            script.say(f"You told that already, and the result stands on it: {self._in_words(said.known)}.")
            return True
        if said.kind != ASKED and not said.known and self._ask_back(reading, script):
            return True
        if said.kind == SAID and reading.over and not said.known:
            script.say("Nothing that you told rests on that, so no answer was changed.")
            return True
        if said.kind == SAID and not said.known and not self._asks_something(text):
            script.say(
                "Nothing of that is understood for certain, so no answer was changed. Say it in other words, or type "
                "answers for all that you told, and change with a number to correct one."
            )
            return True
        return False

    def _what_was_wanted(self, text: str) -> dict[str, Answer]:
        """What a line answers of what was asked back just before, beside what of it stands."""
        if self._wanted is None:
            return {}
        (held, old), self._wanted = self._wanted, None
        answer = self.talk.hear(held, text).answers.get(held.key, ())
        if not answer or isinstance(answer, (str, Quantity)):
            return {held.key: answer} if answer else {}
        return {held.key: tuple(dict.fromkeys((*old, *answer)))}

    def _what_was_tried_out(self, text: str) -> dict[str, Answer]:
        """What a line answers of what could not be told before it was tried out, where only one such thing is open."""
        session, fields = self.talk.session, self.talk.knowledge.vocabulary.fields
        untried = [key for key in session.asked() if fields[key].untried and key not in session.answers]
        return dict(self.talk.hear(fields[untried[0]], text).answers) if len(untried) == 1 else {}

    def _put_right(self, text: str, reading: Reading, said: Statement) -> dict[str, Answer | None]:
        """What a line corrects of the answers, though it says nothing by itself: "no, the left one"."""
        from expert.asking.correcting import corrects, put_right, taken_away
        from expert.hearing.statements import ASKED

        if said.kind == ASKED or said.known and not (reading.not_so or reading.over):
            return {}
        answers = self.talk.session.answers
        away = taken_away(self.talk, text, reading, answers)
        return away or dict(put_right(self.talk, text, answers) if corrects(text) else {})

    def _asks_something(self, text: str) -> bool:
        """Whether it is understood as a question by more than a word that also stands in some text of the base."""
        from expert.hearing.questions import explained, read_question

        asked = read_question(self.talk.knowledge, text)
        return bool(asked.parts or asked.called or asked.remedies or explained(self.talk.knowledge, text))

    def _take_said(self, fresh: Mapping[str, Answer | None], script: Script) -> None:
        """Take answers, say how they were understood and how to undo that, and show what comes of them."""
        from expert.asking.correcting import said_back

        talk, before = self.talk, self.talk.result()
        script.say(said_back(talk, fresh, before.answers), "bold")
        dropped = take_said(talk, fresh)
        after, labels = talk.result(), talk.session.labels()
        if dropped:
            fields = talk.knowledge.vocabulary.fields
            lost = in_words([f'"{fields[key].question}"' for key in dropped])
            script.say(f"Your earlier answer cannot stand beside that, so it is not known any more: {lost}")
        numbers = [f"change {labels[key]}" for key in fresh if key in labels]
        if numbers:
            picks = (Pick(line, "That is not right: correct it") for line in numbers[:1])
            script.hint(f"(If that is not right: {in_words(numbers, 'or')}.)", *picks, style="dim")
        self._warn(before, after, script)
        changed = what_changed(before, after, brief=True)
        for line in changed or [SAME]:
            script.say(line)
        if changed:
            self.show(script)

    def _ask_for_danger(self, text: str, script: Script) -> None:
        """Where a question names a warning sign that nobody told of, say how to tell it: asked is not told."""
        from expert.hearing.statements import ASKED, kind_of, read_statement

        talk = self.talk
        if self.dialogue.stage is not self or kind_of(text) != ASKED:
            return
        answers = talk.session.answers
        named = read_statement(talk.knowledge, text, talk.hear_story(_unasked(text)), answers).alarming
        told = {key: answer for key, answer in named.items() if answers.get(key) != answer}
        if told:
            so = self._in_words(told)
            script.say(f"Is it so that {so}? Then say that it is, not as a question: it changes the result.", "bold")

    def _ask_back(self, reading: Reading, script: Script) -> bool:
        """Ask whether that is meant which a line only half says; whether there was such a thing."""
        from expert.hearing.statements import SURE

        answers, fields = self.talk.session.answers, self.talk.knowledge.vocabulary.fields
        half = [
            one.field for one in reading.heard
            if one.sure < SURE and one.field not in answers and fields[one.field].yes_or_no and one.value == "yes"
        ]  # fmt: skip
        if not half:
            return False
        self._wanted = fields[half[0]], ()
        script.say(f"{fields[half[0]].question} Say yes or no: it can change the result.", "bold")
        return True

    def _say_unheard(self, reading: Reading, script: Script) -> None:
        """Say what of a line that changed something was not understood: nothing is passed over in silence."""
        lost = [shown(one.strip()) for one in reading.unheard if len(one.split()) > 1 and not _is_small_talk(one)]
        if lost:
            script.say(f"Not understood, so it does not count: {'; '.join(lost)}. Say it in other words if it matters.")

    def _in_words(self, told: Mapping[str, Answer]) -> str:
        fields = self.talk.knowledge.vocabulary.fields
        return "; ".join(answer_clause(fields[key], answer) for key, answer in told.items())

    def _warn(self, before: Consultation, after: Consultation, script: Script) -> None:
        """Say at once what is grave and was not so before, as at a question."""
        knowledge = self.talk.knowledge
        known = {alert.remark for alert in before.alerts}
        fresh = [one for one in after.alerts if one.remark not in known and knowledge.urgencies[one.urgency].grave]
        if fresh:
            self.talk.warned = max(self.talk.warned, knowledge.gravity(after.urgency, after.within))
            script.say()
            script.say(f"Important: {fresh[0].remark.text}", "alert")

    # Something that is asked.

    def _answered(self, text: str, script: Script) -> bool:
        """Whether a question in somebody's own words was understood; then it is answered."""
        from expert.hearing.questions import explained, read_question
        from expert.wording.answers import MAP, answer
        from expert.wording.first_page import WHY

        each = _questions_of(text)
        if len(each) > 1:
            return any([self._answered(one, script) for one in each])  # a list, as each is to be answered
        known = explained(self.talk.knowledge, text)
        if known is not None:
            say_explained(known, script)
            return True
        found, consultant = self.talk.result(), self.talk.consultant
        asked = read_question(self.talk.knowledge, text)
        name = _parted(text)[0]
        if name == "why not" and not asked.sure and asked.parts == (WHY,):
            asked = replace(asked, parts=())  # "why not X" asks about X, or about nothing that is known here
        if name == "what if" and not asked.parts:
            return False  # it was meant as the command, and that says how it goes
        if asked.sure and MAP in asked.parts and self.talk.knowledge.map is not None:
            self._map("", script)
            return True
        parts = answer(found, consultant, asked)
        if self._comforted(text, parts, script):
            return True
        if parts:
            self._tell(parts, script)
            causes = {cause.id for cause in self.talk.knowledge.causes}
            named = [part.name for part in parts if part.name in causes]
            if named:
                self._offer_more(script, named[0])
        return bool(parts)

    def _comforted(self, text: str, parts: Sequence[Part], script: Script) -> bool:
        """Say a word to who is afraid; whether that is all: who asks again is not shown the same again."""
        from expert.hearing.questions import explained
        from expert.wording.first_page import HOW_SOON

        if self.dialogue.stage is not self or explained(self.talk.knowledge, text, worries=True) is None:
            return False
        again, self._worried = self._worried, True
        script.say(_KIND)
        if again and [part.name for part in parts] in ([], [HOW_SOON]):
            script.say(f"As far as can be told from here: {self.talk.result().due.soon}.")
            return True
        return False

    def _tell(self, parts: Sequence[Part], script: Script) -> None:
        """Parts of the page, each under its heading."""
        knowledge = self.talk.knowledge

        def draw(console: Any) -> None:
            from expert.explaining.page import Page
            from expert.explaining.result_page import write_parts

            write_parts(Page(console), parts, knowledge)

        script.page(draw)

    def _offer_more(self, script: Script, cause: str) -> None:
        """Say that there is more about a cause than was told, and show it to who types that next."""
        if self.dialogue.stage is not self:  # asked at a question, where more is no answer
            script.hint("(At the result more shows every reason with your answers and its source.)", style="dim")
            return
        known = self.talk.result().conclusion(cause) is not None
        ways: dict[str, Any] = {"cause": cause} if known else {"why_not": [cause]}
        self._deeper = lambda script: self._explain(script, **ways)
        more = Pick("more", "All of it: every reason, with its source")
        script.hint("Type more for all of it: every reason with your answers and its source.", more, style="dim")

    # One for each thing that can be asked.

    def _quit(self, argument: str, script: Script) -> None:
        self.dialogue.take_leave(script)

    def _help(self, argument: str, script: Script) -> None:
        script.hint(filled(HELP, self.talk.knowledge))

    def _answers(self, argument: str, script: Script) -> None:
        commands.show_answers(self.talk, script)

    def _again(self, argument: str, script: Script) -> None:
        self.show(script)

    def _save(self, argument: str, script: Script) -> None:
        commands.save(self.talk, argument, script)

    def _why(self, argument: str, script: Script) -> None:
        script.say(filled(WHY, self.talk.knowledge))

    def _how(self, argument: str, script: Script) -> None:
        self._in_short(self._cause(argument or "1"), script)

    def _why_not(self, argument: str, script: Script) -> None:
        """Why a cause was not concluded; an alert that speaks of what was named says more than that."""
        from expert.hearing.questions import read_question
        from expert.wording.answers import raised_about

        cause = self._cause(argument)
        self._in_short(cause, script, raised_about(self.talk.result(), read_question(self.talk.knowledge, argument)))

    def _in_short(self, cause: str, script: Script, before: Sequence[Part] = ()) -> None:
        from expert.wording.in_short import cause_in_short

        self._tell([*before, cause_in_short(self.talk.result(), self.talk.knowledge.cause(cause))], script)
        self._offer_more(script, cause)

    def _map(self, argument: str, script: Script) -> None:
        """The places, with those of the answers marked."""
        knowledge, answers = self.talk.knowledge, self.talk.result().answers

        def draw(console: Any) -> None:
            from expert.explaining.place_map import write_place_map

            write_place_map(console, knowledge, answers, everything=bool(argument))

        script.page(draw)

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
        talk = self.talk
        document = case_document(talk.result(), talk.as_case(), talk.consultant, date.today())
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


def _is_small_talk(text: str) -> bool:
    return bool(_THANKS.fullmatch(text.strip()) or _GOODBYE.fullmatch(text.strip()) or _asks(text))


def _questions_of(text: str) -> list[str]:
    """The sentences of a line, where each of them asks by itself; the line alone where not."""
    from expert.hearing.statements import only_asks

    parts = [one for one in re.split(r"(?<=[.!?])\s+(?:(?:and|also)\s+)?", text.strip(), flags=re.I) if one]
    return parts if len(parts) > 1 and all(only_asks(one) for one in parts) else [text]


def _asks(text: str) -> bool:
    from expert.hearing.statements import ASKED, kind_of

    return kind_of(text) == ASKED


def _unasked(text: str) -> str:
    """A question as the statement that it asks about, as well as can be: without its mark."""
    return text.replace("?", " ").strip()


#: The commands that something may stand behind.
_WITH_ARGUMENT = frozenset({"compare", "change", "save", "report", "map"})
#: Those that say what is wrong with what stands behind them.
_TAKES_WORDS = _WITH_ARGUMENT | {"how", "why", "why not", "what if"}
#: What may stand behind the others: "more trouble today" asks for no more questions.
_IDLE = frozenset({"", "questions", "now", "please", "again", "here", "me", "then", "it"})
_ANSWERS: dict[str, Callable[[Ending, str, Script], None]] = {
    "how": Ending._how,
    "why": Ending._why,
    "why not": Ending._why_not,
    "what if": Ending._what_if,
    "compare": Ending._compare,
    "map": Ending._map,
    "answers": Ending._answers,
    "change": Ending._change,
    "back": Ending._back,
    "restart": Ending._restart,
    "so far": Ending._again,
    "page": Ending._again,
    "save": Ending._save,
    "report": Ending._report,
    "more": Ending._more,
    "help": Ending._help,
    "quit": Ending._quit,
}
