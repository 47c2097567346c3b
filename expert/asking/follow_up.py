"""A consultation some time later: is it better or worse, what is new, what is over, what was tried, the next step.

What was told last time stands until an answer changes it. Silence changes nothing: the lists of a follow-up ask for
what is new and for what is over, each by itself, so that leaving something out, "none" and "don't know" all mean that
it is as it was.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, NamedTuple

from expert.asking.asking import Asking, Parts, remedy
from expert.asking.changes import take_said
from expert.asking.correcting import taken_away
from expert.asking.parts import Named, Ticks
from expert.asking.screens import MOST_TRIED, Screen
from expert.asking.session import Session
from expert.asking.stage import Flow
from expert.asking.talk import Talk, capital, ranking
from expert.asking.turn import Script
from expert.consultation import Consultation
from expert.examining.first_reading import dangers
from expert.fields import UNTRIED, Answer, Answers, Field, Quantity, in_words
from expert.hearing.picking import Misread, Option, is_none, pick_several
from expert.wording.english import answer_clause

#: How many answers of last time are named before the first question.
_MOST_NAMED = 9
#: So many questions are asked because of what is new.
_MOST_NEW = 6
_WEEKS, _FEW_WEEKS = "weeks", 3
_ALL_OVER = frozenset({"all", "all of them", "all of it", "all gone", "everything"})
_TWO = frozenset({"both", "both of them", "the two", "these two"})
#: What says that it is over, around the numbers or words for which it is.
_IS_OVER = re.compile(
    r"^(?:(?:yes|yeah|yep|yea|ok|okay|y)\b[\s,.!-]*)+|\b(?:(?:is|are|has|have|they|it|now|all|completely)\s+)*"
    r"(?:over|gone|healed|away|finished|past|no more|not (?:there|so) any ?more)(?: now)?[\s.!]*$"
)
_NUMBERS_ONLY = re.compile(r"(?:(?:number|numbers|line|lines|no|nr|and|\d+)[\s,.&+;/-]*)+")
_AS_BEFORE = frozenset({"same", "the same", "all still there", "still there", "no change", "as before"})


class Left(NamedTuple):
    """What a follow-up can still ask: new signs, signs that may be over, questions by themselves, remedies."""

    signs: list[str]
    over: list[str]
    single: list[str]
    tried: list[str]


class FollowUp:
    """Asks again what can have changed since a case was written; all other answers stay.

    Args:
        since: how many weeks ago it was written, where that is known: how long it has lasted is reckoned then.

    Attributes:
        before: what followed from the case as it was.
    """

    def __init__(self, talk: Talk, since: float | None = None) -> None:
        self.talk = talk
        self._since = since
        self._last_asked = False
        self._new: frozenset[str] = frozenset()
        self.before: Consultation = talk.result()
        self._fields = talk.knowledge.vocabulary.fields
        self._flags = frozenset(flag.field for flag in talk.knowledge.red_flags)
        self._reckoned = self._reckon()
        self._fresh = self._to_ask_again() - set(self._reckoned)

    def _reckon(self) -> dict[str, Answer]:
        """How long it has lasted by now: as long as the last time, and the time since."""
        if self._since is None:
            return {}
        fields, before = self._fields, self.before.answers
        return {
            key: fields[key].read(_rounded(float(answer.value) + self._since))
            for key in self.talk.knowledge.changing
            if fields[key].unit == _WEEKS and isinstance(answer := before.get(key), Quantity)
        }

    def session(self) -> Session:
        """What was told before, with what is asked again set aside."""
        loaded = self.talk.fresh_session().loaded
        kept = {key: answer for key, answer in loaded.items() if key not in self._fresh} | self._reckoned
        earlier = {key: answer for key, answer in loaded.items() if key in self._fresh and answer is not None}
        return Session(self.talk.knowledge, kept, earlier=earlier)

    def go_on(self) -> None:
        """Ask on where it was cut short."""
        self.talk.asking_again = True

    def begin(self, script: Script) -> None:
        """Set aside what is asked again, and say what stands."""
        self.talk.session = self.session()
        self.talk.asking_again = True
        told = [capital(answer_clause(self._fields[key], answer)) for key, answer in self._worth_naming()]
        script.say()
        script.say("Last time you said:", "bold")
        for clause in told[:_MOST_NAMED]:
            script.say(f"  {clause}")
        if len(told) > _MOST_NAMED:
            script.say(f"  and {len(told) - _MOST_NAMED} more: the word answers lists all.")
        script.say("All of it stands unless you say otherwise; only what can have changed is asked.")
        for key, answer in self._reckoned.items():
            by_now = answer_clause(self._fields[key], answer)
            script.say(
                f"These answers are {_age(self._since or 0)} old, so by now {by_now}. "
                f"(If that is not right: change {self.talk.session.labels()[key]}.)"
            )

    def _worth_naming(self) -> list[tuple[str, Answer]]:
        """What was so, not what was not: warning signs first, then the rest."""
        told = [(key, answer) for key, answer in self.before.answers.items() if _is_so(self._fields[key], answer)]
        return sorted(told, key=lambda one: one[0] not in self._flags)

    # What is asked.

    def _to_ask_again(self) -> frozenset[str]:
        """The fields to ask again: what changes with time, how remedies went, and warning signs that were not there.

        A warning sign that does not pass is not asked again once it was there, nor one that nobody comes by, nor what
        was done.
        """
        knowledge, before = self.talk.knowledge, self.before.answers
        done = {key for key in knowledge.words.done if self._was_so(key)}
        signs = {key for key in self._flags if not self._was_so(key) and not (key in before and self._lasts(key))}
        again = {*signs, *knowledge.vocabulary.remedies, *knowledge.changing, knowledge.course}
        return frozenset(again.intersection(knowledge.vocabulary.asked) - done)

    def _lasts(self, key: str) -> bool:
        """Whether it holds whatever else may change."""
        return self.talk.knowledge.group_ranks.get(key.partition(".")[0], 0) > 1

    def _was_so(self, key: str) -> bool:
        return key in self.before.answers and _is_so(self._fields[key], self.before.answers[key])

    def next_stage(self, dialogue: Flow) -> Asking | None:
        """What to ask next: the course, what is new, what is over, what else changes, what was tried; None at the end.

        A list is only asked where one of its answers can still change something, a question as well.
        """
        course = self.talk.knowledge.course
        if course and course not in self.talk.session.asked():
            return Course(dialogue, Screen("choice", (self._fields[course],)), self.take_new)
        if self._last_asked and self.talk.session.asked().intersection(self.talk.knowledge.vocabulary.remedies):
            return None
        left, worth = self._open()
        if left.signs and not self._signs_were_asked():
            return New(dialogue, self.talk.planner.one_list(sorted(left.signs, key=lambda key: -worth[key])))
        if left.over:
            return Over(dialogue, Screen("ticks", self._in_order(left.over)))
        if left.single:
            field = self._fields[max(left.single, key=worth.__getitem__)]
            return Asking(dialogue, Screen(field.screen, (field,)))
        return Tried(dialogue, Screen("tried", self._most(left.tried, worth))) if left.tried else None

    def last_stage(self, dialogue: Flow) -> Asking | None:
        """What is asked once of who wants the result already: what was tried since; not where it must be seen soon."""
        left, worth = self._open()
        found = self.talk.result()
        if self._last_asked or not left.tried or self.talk.knowledge.urgencies[found.urgency].grave:
            return None
        self._last_asked = True
        return Tried(dialogue, Screen("tried", self._most(left.tried, worth)))

    def left(self) -> int:
        """About how many questions are still to come, with the one that waits."""
        left, _ = self._open()
        lists = bool(left.signs and not self._signs_were_asked()) + bool(left.over) + bool(left.tried)
        return lists + len(left.single)

    def _open(self) -> tuple[Left, dict[str, float]]:
        """What can still be asked, and how much each could change. Of what was never told only warning signs are."""
        asked, remedies = self.talk.session.asked(), self.talk.knowledge.vocabulary.remedies
        open_ones = self._fresh - asked
        worth = {key: gain for key, gain in self.talk.planner.worth(self.talk.outlook()).items() if key in open_ones}
        counting = self._flags.union(self.before.answers, self._new)
        known = [key for key in worth if key in counting and key not in remedies]
        earlier = self.talk.session.earlier
        left = Left(
            signs=[key for key in known if self._fields[key].line and not self._was_so(key)],
            over=[key for key in earlier if key not in asked and self._fields[key].line and self._was_so(key)],
            single=[key for key in known if not self._fields[key].line and not self._cannot_be(key)],
            tried=[] if asked.intersection(remedies) else [key for key in worth if key in remedies],
        )
        return left, worth

    def _cannot_be(self, key: str) -> bool:
        """Whether all that it could tell implies what is told not to be so: who saw nobody has nothing from them."""
        answers, telling = self.talk.session.answers, dict[str, bool]()
        for name, value, implied, its_value in self.talk.knowledge.implications:
            if name == key and value != self._fields[key].denial:
                telling[str(value)] = telling.get(str(value), False) or answers.get(implied, its_value) != its_value
        return bool(telling) and all(telling.values())

    def _most(self, keys: Iterable[str], worth: Mapping[str, float]) -> tuple[Field, ...]:
        """Remedies of one list: those that were tried, then those worth most."""
        tried = self.before.answers
        first = sorted(keys, key=lambda key: (tried.get(key, UNTRIED) == UNTRIED, -worth[key]))
        return self._in_order(first[:MOST_TRIED])

    def _signs_were_asked(self) -> bool:
        """Whether the list of what may have come up is behind them: one is enough; the rest stays."""
        return any(
            step.screen.kind == "ticks"
            and any(key in self._fresh and not self._was_so(key) for key in step.screen.keys)
            for step in self.talk.session.steps
        )

    def take_new(self, text: str, script: Script) -> None:
        """Take what is told besides whether it is better: new places, signs and remedies, said back and asked about."""
        talk, course = self.talk, self.talk.knowledge.course
        known, answers = set(talk.planner.worth(talk.outlook())), talk.session.answers
        reading = talk.hear_story(text)
        told: dict[str, Answer] = {}
        for key, answer in reading.answers.items():
            old = answers.get(key, ())
            if isinstance(answer, (str, Quantity)) or isinstance(old, (str, Quantity)):
                told[key] = answer
            else:
                told[key] = tuple(dict.fromkeys((*old, *answer)))
        fresh = {key: answer for key, answer in told.items() if key != course and answer != answers.get(key)}
        gone = taken_away(talk, text, reading, answers)
        fresh |= {key: answer for key, answer in gone.items() if answer is not None and key not in {*told, course}}
        if not fresh:
            return
        take_said(talk, fresh)
        self._fresh -= set(fresh)
        clauses = [answer_clause(self._fields[key], answer) for key, answer in fresh.items()]
        labels = talk.session.labels()
        numbers = [f"change {labels[key]}" for key in fresh if key in labels]
        wrong = f" (if not: {in_words(numbers, 'or')})" if numbers else ""
        script.say(f"  = also: {'; '.join(clauses)}{wrong}", "dim")
        worth = talk.planner.worth(talk.outlook())
        more = [key for key in worth if key not in known and key not in talk.session.asked() and key not in answers]
        self._new = frozenset(sorted(more, key=lambda key: -worth[key])[:_MOST_NEW])
        self._fresh |= self._new

    def _in_order(self, keys: Iterable[str]) -> tuple[Field, ...]:
        return tuple(self._fields[key] for key in sorted(keys, key=self.talk.knowledge.vocabulary.position.__getitem__))

    # What came of it.

    def end(self, script: Script) -> None:
        """Say what has changed since."""
        self.talk.asking_again = False
        before, after = self.before, self.talk.result()
        due = {found.remark.id for found in before.recommendations if found.stage == "now"}
        fresh = [found for found in after.recommendations if found.stage == "now" and found.remark.id not in due]
        known = [alert.remark for alert in before.alerts]
        graver = [danger for danger in dangers(after) if danger.remark not in known]
        script.say()
        script.say("What has changed since", "bold")
        if before.answers == after.answers:
            script.say("  You told nothing new, so the result is that of last time.")
            return
        if ranking(before) == ranking(after):
            script.say(f"  What it looks like is the same: {ranking(after)}.")
        else:
            script.say(f"  Before: {ranking(before)}. Now: {ranking(after)}.")
        for line in self._how_soon(after):
            script.say(f"  {line}")
        for danger in graver:
            script.say(f"  Important: {danger.remark.text}", "alert")
        for found in fresh:
            script.say(f"  Next step: {found.remark.text}")
        if not fresh and not graver:
            script.say("  No new step is due; the advice of last time still holds.")

    def _how_soon(self, after: Consultation) -> Iterator[str]:
        """How soon it must be seen, where that has changed, and which answers did it."""
        before, knowledge = self.before, self.talk.knowledge
        was, now = (knowledge.gravity(found.urgency, found.within) for found in (before, after))
        if was == now:
            return
        yield f"How soon to be seen, before: {before.due.soon}. Now: {after.due.soon}."
        answers = [answer for key in self._behind(after) for answer in [self._told(key, after.answers)]]
        yield f"That is so because {in_words(answers)}."

    def _behind(self, after: Consultation) -> list[str]:
        """The changed answers without any of which it would be as soon as before; all that changed, where none is."""
        before = self.before
        keys = [k for k in {**before.answers, **after.answers} if before.answers.get(k) != after.answers.get(k)]
        gravity, was = self.talk.knowledge.gravity, self.talk.knowledge.gravity(before.urgency, before.within)
        alone = []
        for key in keys:
            answers = {k: a for k, a in {**after.answers, key: before.answers.get(key)}.items() if a is not None}
            found = self.talk.consultant.consult(self._ordered(answers))
            if gravity(found.urgency, found.within) == was:
                alone.append(key)
        return alone or keys

    def _ordered(self, answers: Answers) -> dict[str, Answer]:
        return {key: answers[key] for key in self.talk.knowledge.vocabulary.asked if key in answers}

    def _told(self, key: str, answers: Answers) -> str:
        """A changed answer in words."""
        if key not in answers:
            return f"it is no longer known whether {answer_clause(self._fields[key], self.before.answers[key])}"
        return f"now {answer_clause(self._fields[key], answers[key])}"


def _is_so(field: Field, answer: Answer) -> bool:
    """Whether an answer says that something is so: of a remedy, that it was tried."""
    return answer not in (UNTRIED, ()) and not ((field.line or field.yes_or_no) and answer == field.denial)


def _rounded(weeks: float) -> float:
    """Weeks as somebody would count them."""
    return round(weeks, 1) if weeks < _FEW_WEEKS else round(weeks)


def _age(weeks: float) -> str:
    """A time in words: days, or weeks from three on."""
    count, unit = (round(weeks * 7), "day") if weeks < _FEW_WEEKS else (round(weeks), "week")
    return f"{count} {unit}{'' if count == 1 else 's'}"


class Course(Asking):
    """Whether it is better or worse; the first question, and never answered by saying nothing.

    Args:
        take_new: takes what is told besides.
    """

    def __init__(self, dialogue: Flow, screen: Screen, take_new: Callable[[str, Script], None]) -> None:
        super().__init__(dialogue, screen)
        self._take_new, self._text = take_new, ""

    def _answer(self, text: str, script: Script) -> None:
        self._text = text
        super()._answer(text, script)

    def _finish(self, given: Mapping[str, Answer], script: Script) -> None:
        self.keep(given)
        self._take_new(self._text, script)
        super()._finish(given, script)

    def _suggested(self) -> dict[str, Answer | None]:
        return {}

    def _begin(self) -> None:
        super()._begin()
        question = self.part.question
        self.part.question = f"Since last time: {question[:1].lower()}{question[1:]}"


class New(Asking):
    """Which of the signs that were not there have come up; the others stay as they were."""

    def _begin(self) -> None:
        super()._begin()
        self.part.question = "Has any of these come up since last time? Name all that have."

    def _suggested(self) -> dict[str, Answer | None]:
        """Only what was taken back: that none of them was so last time is no answer."""
        return {key: self.talk.session.before[key] for key in self.screen.keys if key in self.talk.session.before}


class Over(Asking):
    """Which of the signs that were there are over; those that are not named stay."""

    def _begin(self) -> None:
        self.kept = False
        self._parts = self._over()
        self.part = next(self._parts)

    def _over(self) -> Parts:
        session = self.talk.session
        options = [Option(field.key, capital(field.line)) for field in self.screen.fields]
        part = Gone("You told of these last time. Is any of them over? Name those that are.", options)
        part.hear = partial(self.talk.hear, self.screen.fields)
        again = [field for field in self.screen.fields if field.key in session.before]
        if again:
            part.before = tuple(field.key for field in again if session.before[field.key] == field.denial)
        named: Named | None = yield part
        over = named.ticked if named else ()
        return {
            field.key: field.denial if field.key in over else session.earlier[field.key] for field in self.screen.fields
        }


@dataclass
class Gone(Ticks):
    """The lines of a list that are no longer so."""

    none: ClassVar[str] = "all of it is still so"
    unknown: ClassVar[str] = "I don't know"

    def _read(self, text: str) -> Named:
        """What is over: by number, or by a denial; a sign that is merely named may be over or still be there."""
        plain = " ".join(text.lower().strip(" .!").split())
        if is_none(text) or plain in _AS_BEFORE:
            return Named()
        meant = _IS_OVER.sub("", plain).strip(" ,.!")
        said = meant != plain
        if (
            {plain, meant} & _ALL_OVER
            or (len(self.options) == 2 and meant in _TWO)
            or (said and not meant and (len(self.options) == 1 or plain.startswith("all ")))
        ):
            return Named(tuple(option.value for option in self.options))
        if _NUMBERS_ONLY.fullmatch(meant) and any(letter.isdecimal() for letter in meant):
            return Named(pick_several(" ".join(re.findall(r"\d+", meant)), self.options))
        if not any(letter.isalpha() for letter in plain):
            return Named(pick_several(text, self.options))
        reply = self.hear(text) if self.hear else None
        denied = {key for key, answer in reply.answers.items() if answer in ("no", ())} if reply else set()
        over = tuple(option.value for option in self.options if option.value in denied)
        if not over or (reply and (reply.ticked or reply.ask)):
            raise Misread("Name what is over by its number; 0 where all of it is still so.")
        return Named(over)

    def said_back(self, text: str, value: Named | None) -> str:
        """See `Part.said_back`."""
        if value is None:
            return "  = not known: it stands as it was"
        over = [option.label for option in self.options if option.value in value.ticked]
        return f"  = over: {'; '.join(over)}" if over else f"  = {self.none}"


class Tried(Asking):
    """What was tried since, and what went differently; of all else it stands how it went."""

    def _begin(self) -> None:
        self.kept = False
        self._parts = self._since()
        self.part = next(self._parts)

    def _since(self) -> Parts:
        session, fields, matter = self.talk.session, self.screen.fields, self.talk.knowledge.naming.matter
        old, self.suggested = self.suggested, {}
        options = [Option(field.key, _with_outcome(field, session.earlier.get(field.key))) for field in fields]
        part = Since(f"What have you tried for {matter} since, or how did it go differently? Name those.", options)
        again = [field.key for field in fields if field.key in session.before]
        if again:
            part.before = tuple(key for key in again if session.before[key] != session.earlier.get(key, UNTRIED))
            part.answers = {k: a for k in part.before if (a := session.before[k]) is not None}
        named = yield from self._named(part)
        self.suggested = old
        if named is None:
            return {}
        given: dict[str, Answer] = {
            field.key: session.earlier.get(field.key, UNTRIED) for field in fields
            if field.key not in (*named.ticked, *named.unknown)
        }  # fmt: skip
        given |= named.told
        pending = [field.key for field in fields if field.key in named.ticked and field.key not in given]
        for line, field in enumerate(fields, 1):
            if field.key in pending:
                self.keep(given, pending)
                pending.remove(field.key)
                given.update((yield from self._how_it_went(field, line)))
        return given


@dataclass
class Since(Ticks):
    """The lines of a list of which there is news."""

    none: ClassVar[str] = "nothing new"

    def said_back(self, text: str, value: Named | None) -> str:
        """See `Part.said_back`."""
        return super().said_back(text, value) if value is None or value.ticked else f"  = {self.none}"


def _with_outcome(field: Field, earlier: Answer | None) -> str:
    """What a remedy is called, with how it went the last time."""
    if earlier in (None, UNTRIED) or not isinstance(earlier, str):
        return remedy(field)
    return f"{remedy(field)} (last time: {field.values[earlier]})"
