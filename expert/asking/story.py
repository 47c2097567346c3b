"""The first question: what happened, in the person's own words. What is heard is shown, with the words it rests on,
and corrected by number or in words; then it stands like any other answers, and only what is open is asked. What was
not told yet and would decide most is named there (`untold`) or, where no story is told, behind the place, so that it
can be told in words instead of question by question."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from expert.asking.asking import Asking, Parts
from expert.asking.commands import COMMAND_WORDS
from expert.asking.correcting import put_right, taken_away, taken_back, takes_back
from expert.asking.parts import Part, Which
from expert.asking.screens import STORY, WORDS, Screen
from expert.asking.stage import Flow
from expert.asking.talk import capital
from expert.asking.turn import ONE_BY_ONE, Prompt, Say, Script
from expert.asking.untold import Added, begins_with_one, hear, named_in_a_line, of_few_words, parts_of, untold
from expert.base import Topic
from expert.fields import Answer, Quantity, is_list
from expert.hearing import polarity
from expert.hearing.picking import Misread
from expert.wording.english import brief_clause

if TYPE_CHECKING:
    from expert.hearing.lexicon import Ambiguous
    from expert.hearing.story import Reading

_UNDERSTOOD = "This is what I understood. Right? Else correct a line (2 no) or add more."
_NOT_UNDERSTOOD = "That is not understood. Correct a line by its number, or say it in other words."
#: What asks something tells nothing: "will it be better in two weeks?" is not about how long it has lasted.
_ASKS = re.compile(
    r"(?:(?:so|and|but|ok|also)\b,? )?"
    r"(?:can|could|will|would|should|shall|may|is|are|am|do|does|what|when|how|why)\b.*\?",
    re.IGNORECASE | re.DOTALL,
)
_ONLY_A_LITTLE = "A little of it changes nothing of what is most. Is this right?"
_LATER = "That is answered beside the result; ask it there again. Is what I understood right so far?"
#: What leads to single questions instead.
_NO_STORY = re.compile(r"(?:skip|pass|no story|next|no|none|u|ask me|questions?)[ .!]*", re.IGNORECASE)
#: So many words can say that somebody was here before, and no more.
_MOST_OF_COMING_BACK = 12
_FIGURES = re.compile(r"[\d\s,;.]+")
#: A correction by number: the line, and what is said of it.
_BY_NUMBER = re.compile(
    r"(?P<not>not |no |remove |delete |drop |wrong:? )?(?:change |number |line |nr\.? )?(?P<line>\d{1,2})"
    r"(?:\s*[:.=)-])?(?:\s+(?P<rest>\D.*|\d.*))?",
    re.IGNORECASE | re.DOTALL,
)
_WRONG = re.compile(
    r"(?:is |it is |it's |that is |that's )?(?:no|not|n|wrong|not right|not true|not so|false)[ .!]*", re.I
)
_RIGHT = re.compile(
    r"(?:(?:that|this|all)(?: of it)?(?: is|'s)? )?(?:right|correct|ok(?:ay)?|fine|good|true|all right)[ .!]*", re.I
)
_ALSO = re.compile(r"\b(?:also|too|and|as well)\b", re.IGNORECASE)
#: More words than this of a text are shown with an ellipsis, and fewer where the line would not hold them.
_MOST_WORDS, _LEAST_WORDS, _ONE_LINE = 7, 3, 79


@dataclass
class Free(Part):
    """A text in one's own words, or nothing; as it is typed.

    Attributes:
        was_here: what to say to who only tells of an earlier consultation.
    """

    help: str = ""
    was_here: Callable[[str], str] | None = None

    def read(self, text: str) -> str:
        """See `Part.read`.

        Raises:
            Misread: figures alone tell no story, nor does it that somebody was here before.
        """
        if _FIGURES.fullmatch(text):
            raise Misread(f"Say it in a few words, such as: {self.help} Or press Enter, and I ask one by one.")
        if self.was_here is not None and len(text.split()) <= _MOST_OF_COMING_BACK and (told := self.was_here(text)):
            raise Misread(told)
        return "" if _NO_STORY.fullmatch(text.strip()) else text

    def said_back(self, text: str, value: str) -> str:
        """What was heard is shown as a list of its own."""
        return ""

    def list(self) -> list[Say]:
        """How it can be said."""
        return [Say(f"   Such as: {self.help}", "dim")]

    @property
    def prompt(self) -> str:
        """See `Part.prompt`: how it can be passed over."""
        return ONE_BY_ONE


@dataclass
class Untold(Free):
    """What was not told yet, named to be told in one's own words.

    Attributes:
        topics: what is named.
    """

    topics: Sequence[Topic] = ()

    def list(self) -> list[Say]:
        """Nothing: the question has it all."""
        return []


@dataclass
class Check(Part):
    """What was heard, to be confirmed or corrected.

    Attributes:
        heard: by the field's name, the clause for it and the words that it rests on. topics: what was not told yet, to
            be added.
    """

    heard: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    topics: Sequence[Topic] = ()

    def read(self, text: str) -> str:
        """See `Part.read`: what is said is weighed by the one who asks."""
        return text

    def said_back(self, text: str, value: str) -> str:
        """The list is shown again instead."""
        return ""

    def list(self) -> list[Say]:
        """Each answer with the words that it rests on, and what was not told yet."""
        lines = [Say(line) for line in _running(list(self.heard.values()))]
        if self.topics:
            lines.append(Say(f"Not told yet: {named_in_a_line(self.topics)}. Say it here in your own words."))
        return lines

    @property
    def prompt(self) -> str:
        """See `Part.prompt`."""
        return "Enter if right > "


class _Spoken(Asking):
    """Something that is told in words, of which an empty line is an answer too.

    Attributes:
        given: the answers that were heard by now; words: what each rests on.
    """

    def __init__(self, dialogue: Flow, screen: Screen, label: str = "") -> None:
        self.given: dict[str, Answer] = {}
        self.words: dict[str, str] = {}
        self._unknown: set[str] = set()
        self._left: list[str] = []
        self._meant: set[str] = set()
        self._told_back = ""
        self._open: list[Ambiguous] = []
        super().__init__(dialogue, screen, label)

    def prompt(self) -> Prompt:
        """What waits for words."""
        return replace(super().prompt(), words=COMMAND_WORDS)

    def take(self, text: str, script: Script) -> None:
        """A command, or what is said; an empty line is an answer here."""
        topics = self.part.topics if isinstance(self.part, (Untold, Check)) else ()
        if begins_with_one(topics, text):  # which may begin like a command
            self._answer(text, script)
        elif text.strip():
            super().take(text, script)
        elif isinstance(self.part, (Free, Check)):
            self._answer("", script)
        else:
            super().take("", script)

    def keep(self, given: Mapping[str, Answer], pending: Iterable[str] = ()) -> None:
        """See `Asking.keep`; what was named and left out is not answered, and can still be asked."""
        super().keep(given, {*pending, *self._left})

    def _finish(self, given: Mapping[str, Answer], script: Script) -> None:
        """See `Asking._finish`; what was added is said back first, as after every reply."""
        if self._told_back:
            script.say(self._told_back, "dim")
        super()._finish(given, script)

    def _ask_which(self) -> Generator[Part, Any, None]:
        """Ask which value is meant of what was named and can be several, unless that was told besides."""
        open_ones, self._open = self._open, []
        for meant in {one.question: one for one in open_ones}.values():
            held = self.talk.knowledge.vocabulary.fields[meant.field]
            known = self.given.get(meant.field, ())
            if not isinstance(known, (str, Quantity)) and set(meant.values).isdisjoint(known):
                which = yield Which.of(meant, partial(self.talk.hear, held))
                if which is not None:
                    self._take_which(meant, which, known)

    def _take_which(self, meant: Ambiguous, which: str, known: tuple[str, ...]) -> None:
        order = list(self.talk.knowledge.vocabulary.asked)
        self.given[meant.field] = (*known, which)
        self.given = dict(sorted(self.given.items(), key=lambda item: order.index(item[0])))
        before = self.words.get(meant.field)
        self.words[meant.field] = f"{before} ... {meant.values[which]}" if before else meant.values[which]

    def _hold(self, kind: str) -> None:
        """Let the screen hold what was answered, what is not known, and what was named and left out."""
        keys = dict.fromkeys((*self.given, *sorted(self._unknown), *self._left))
        self.screen = Screen(kind, tuple(self.talk.knowledge.vocabulary.fields[key] for key in keys))

    def _leave_out(self, topics: Sequence[Topic]) -> None:
        """Take note of what was named, and left out by somebody who told others of it."""
        named = [key for topic in topics for key in topic.fields]
        self._left = [key for key in named if key not in {*self.given, *self._unknown, *self._meant}]

    def _say_back(self, keys: Iterable[str], topics: Sequence[Topic]) -> None:
        """Make ready what was added, and what is not known, as it is said back."""
        fields = self.talk.knowledge.vocabulary.fields
        told = [brief_clause(fields[key], self.given[key]) for key in keys]
        unknown = [topic for topic in topics if self._unknown.issuperset(topic.fields)]
        others = [topic for topic in topics if self.given.keys().isdisjoint(topic.fields)]
        if unknown and unknown == others and not self._meant:
            told.append("the rest is not known" if told else "not known")
        elif unknown:
            told.append(f"not known: {named_in_a_line(unknown)}")
        self._told_back = "  = " + "; ".join(told) if told else ""


class Adding(_Spoken):
    """What was not told yet, where no story was told: what decides most in one question, instead of one by one.

    Args:
        topics: what is named.
    """

    def __init__(self, dialogue: Flow, topics: Sequence[Topic]) -> None:
        self.topics, self._not_understood = topics, ""
        fields = dialogue.talk.knowledge.vocabulary.fields
        super().__init__(dialogue, Screen(WORDS, tuple(fields[key] for topic in topics for key in topic.fields)))

    def _parts_of(self) -> Callable[[Asking], Parts]:
        return lambda _: self._add()

    def _add(self) -> Parts:
        lead = None
        while True:
            question = f"In your own words: {named_in_a_line(self.topics)}."
            text = yield Untold(question, help=self.talk.knowledge.story_example, topics=self.topics, lead=lead)
            if not text:
                self._left = list(self.screen.keys)
                return {}
            self._hear(text)
            yield from self._ask_which()
            if self.given or self._unknown:
                self._leave_out(self.topics)
                self._hold(WORDS)
                self._say_back(self.given, self.topics)
                if self._not_understood:
                    self._told_back += f'; not understood: "{_short(self._not_understood)}"'
                story = self.talk.session.story
                self.talk.session.story = f"{story} {text}" if story else text
                return self.given
            lead = Say("That is not understood. Say it in other words, or be asked one by one.")

    def _hear(self, text: str) -> None:
        """Take what a text says of what is open; what was answered before stays."""
        added, known = hear(self.talk, self.topics, text), self.talk.session.answers
        heard = self.talk.hear_story("; ".join(added.rest)) if added.rest else None
        reading = heard.answers if heard else {}
        self._open = [*added.open, *(heard.open if heard else ())]
        found = {**reading, **added.answers}
        for part in added.rest if not reading else ():
            found = {**of_few_words(self.talk, self.topics, part), **found}
        self._not_understood = "" if self._open or set(found) - set(added.answers) else "; ".join(added.rest)
        asked = self.talk.knowledge.vocabulary.asked
        self.given = {key: found[key] for key in asked if key in found and key not in known}
        self._unknown = {key for key in added.unknown if key not in self.given}
        self._meant = added.meant


class Telling(_Spoken):
    """The story while it is told and corrected."""

    def __init__(self, dialogue: Flow) -> None:
        self._taken_back: set[str] = set()
        self._danger_heard = False
        self._topics: Sequence[Topic] = ()
        super().__init__(dialogue, Screen(STORY, ()), "1")

    def _parts_of(self) -> Callable[[Asking], Parts]:
        return lambda _: self._tell()

    def _warn(self, script: Script) -> bool:
        """What was heard was told with the list; the page for it comes when that is confirmed."""
        return super()._warn(script) or self._danger_heard

    def _alarm(self) -> Say | None:
        """See `Asking._alarm`; that there was one is remembered."""
        alarm = super()._alarm()
        self._danger_heard = self._danger_heard or alarm is not None
        return alarm

    def keep(self, given: Mapping[str, Answer], pending: Iterable[str] = ()) -> None:
        """See `Asking.keep`; a story in which nothing was heard is no step."""
        if given:
            super().keep(given, pending)
        elif self.kept:
            del self.talk.session.steps[self.before : self.before + 1]
            self.kept = False

    def then(self, script: Script) -> None:
        """To the questions; of a story in which nothing was understood that is said."""
        if self.talk.session.story and not self.given:
            script.say("Nothing of that is understood for certain, so here are the questions one by one.")
        super().then(script)

    # The parts.

    def _tell(self) -> Parts:
        knowledge = self.talk.knowledge
        self.given, self.words, self._taken_back, self._unknown, self._left = {}, {}, set(), set(), []
        self._told_back = ""
        text = yield Free(knowledge.story, help=knowledge.story_example, was_here=self.dialogue.was_here)
        self.talk.session.story = text
        if not text:
            return {}
        self._hear(text)
        yield from self._ask_which()
        lead, again = None, False
        while True:
            self._keep_heard()
            if not self.given:
                return {}
            alarm = self._alarm()
            if not again:
                self._topics = untold(self.talk)
            part = Check(_UNDERSTOOD, heard=self._told(), topics=self._topics, lead=alarm or lead)
            part.again = again and alarm is None
            reply = yield part
            if not reply.strip() or _RIGHT.fullmatch(reply.strip()) or self._agrees(reply):
                return self.given
            before, closed = dict(self.given), set(self._unknown)
            lead = yield from self._correct(reply)
            yield from self._ask_which()
            more = [key for key in self.given if key not in before]
            same = all(self.given.get(key) == answer for key, answer in before.items())
            if lead is None and same and (more or self._unknown != closed):
                self._leave_out(self._topics)
                self._say_back(more, self._topics)
                self._keep_heard()
                return self.given
            again = lead is None and not same and list(self.given) == list(before)
            lead = self._corrected(before) if again else lead

    def _corrected(self, before: Mapping[str, Answer]) -> Say:
        """The lines that were corrected, in place of the whole list."""
        told = self._told()
        lines = [
            f"{number}  {with_words(*told[key])}"
            for number, key in enumerate(self.given, 1)
            if self.given[key] != before[key]
        ]
        return Say(f"Now {'; '.join(lines)}. Is the rest right?")

    def _agrees(self, reply: str) -> bool:
        """Whether it is a yes and no more."""
        plain = " ".join(reply.lower().replace(",", " , ").strip(" .!").split())
        return polarity.lead(plain) == "yes" and len(plain.split()) <= 2

    def _keep_heard(self) -> None:
        """Let the screen hold what was heard by now, and keep it at once; of what cannot all be true, ask one again."""
        self._hold(STORY)
        self.keep(self.given)
        while (found := self.talk.clash(self.screen.keys)) is not None:
            self.given.pop(next(key for key in (found[0], *reversed(self.given)) if key in self.given))
            self._hold(STORY)
            self.keep(self.given)

    def _told(self) -> dict[str, tuple[str, str]]:
        """The clause for each answer, in brief, and the words that it rests on."""
        fields = self.talk.knowledge.vocabulary.fields
        return {
            key: (capital(brief_clause(fields[key], answer)), self.words.get(key, ""))
            for key, answer in self.given.items()
        }

    # Hearing.

    def _hear(self, text: str) -> None:
        """Take what a text says; of one word or two, where it is."""
        reading = self.talk.hear_story(text)
        self._take(reading)
        self._open = list(reading.open)
        if not reading.answers and not self._open and self.talk.knowledge.place:
            place = self.talk.knowledge.vocabulary.fields[self.talk.knowledge.place]
            reply = self.talk.hear(place, text)
            self._open = list(reply.open)
            if reply.answers:
                self.given |= reply.answers
                self.words[place.key] = _short(text)

    def _take(self, reading: Reading, over: bool = True) -> bool:
        """Put what was heard among the answers; says whether any of it is new."""
        before = dict(self.given)
        implied = {
            other for key, value, other, its_value in self.talk.knowledge.implications
            if reading.answers.get(key) == value and reading.answers.get(other) == its_value
        }  # fmt: skip
        for key, answer in reading.answers.items():
            if key not in implied and (over or key not in {*self.given, *self._taken_back}):
                self.given[key] = answer
                said = list(dict.fromkeys(_short(one.words) for one in reading.heard if one.field == key))
                self.words[key] = " ... ".join(said)
        order = {key: place for place, key in enumerate(self.talk.knowledge.vocabulary.asked)}
        self.given = dict(sorted(self.given.items(), key=lambda item: order[item[0]]))
        return self.given != before

    def _but_faint(self, reading: Reading) -> Reading:
        """What was heard, without what is told of a little where more of it was told before."""
        most = self.talk.knowledge.words.most
        sure = {one.field for one in reading.heard if one.sure >= _FAINT}
        faint = {key for key in reading.answers if key in most and key in self.given and key not in sure}
        return replace(reading, answers={key: a for key, a in reading.answers.items() if key not in faint})

    # Correcting.

    def _correct(self, reply: str) -> Generator[Part, Any, Say | None]:
        """Take corrections by number, and what is said besides; gives what is said before the list is shown again."""
        keys, lead, more = list(self.given), None, []
        for part in parts_of(reply):
            found = _BY_NUMBER.fullmatch(part)
            if found is None:
                more.append(part)
            elif not 1 <= int(found["line"]) <= len(keys):
                lead = Say(f"There is no number {found['line']} here; the list goes from 1 to {len(keys)}.")
            else:
                said = yield from self._correct_line(keys[int(found["line"]) - 1], int(found["line"]), found)
                lead = lead or said
        return (self._add("; ".join(more)) if more else None) or lead

    def _correct_line(self, key: str, line: int, found: re.Match[str]) -> Generator[Part, Any, Say | None]:
        """Take a correction of one line."""
        held = self.talk.knowledge.vocabulary.fields[key]
        rest = (found["rest"] or "").strip()
        if found["not"] or _WRONG.fullmatch(rest):
            self._take_back(key)
            return None
        if rest:
            heard = self.talk.hear(held, rest)
            if not heard.answers and not heard.unknown:
                return Say(heard.ask)
            self._put(key, heard.answers.get(key), rest)
            return None
        self.part = Part("")
        value = yield from self._in_full(held, line)
        self._put(key, value.get(key), "")
        return None

    def _add(self, text: str) -> Say | None:
        """Take what is told besides: of what was named by its name, else as a story is told."""
        added = hear(self.talk, self._topics, text)
        self._unknown |= added.unknown
        self._meant |= added.meant
        self._open += added.open
        lead = self._more("; ".join(added.rest)) if added.rest else None
        self._take_added(added)
        if lead is None or not (added.answers or added.unknown):
            return lead
        return Say(f'Not understood: "{_short("; ".join(added.rest))}". Say it in other words.')

    def _take_added(self, added: Added) -> None:
        for key, answer in added.answers.items():
            self._put(key, answer, added.words[key])
        self._unknown -= set(self.given)

    def _take_back(self, key: str) -> None:
        """Take one answer back: a yes becomes a no, all else is asked."""
        held = self.talk.knowledge.vocabulary.fields[key]
        if held.yes_or_no:
            self._put(key, "no" if self.given[key] == "yes" else "yes", "")
        else:
            self._put(key, None, "")

    def _put(self, key: str, answer: Answer | None, words: str) -> None:
        if answer is None:
            self.given.pop(key, None)
            self._taken_back.add(key)
        else:
            self.given[key] = answer
        self.words[key] = _short(words)

    def _more(self, text: str) -> Say | None:
        """Take more words: what they say by themselves, what they say of an answer of the list, or with the story."""
        if _ASKS.fullmatch(text.strip()):
            return Say(_LATER)
        back = taken_back(self.talk, text, self.given)
        for key, answer in back.items():
            self._put(key, answer, text)
        if back:
            return None
        reading = self._but_faint(self.talk.hear_story(text))
        if takes_back(self.talk, text):  # none of what was told: then it tells nothing else either
            known = {key: answer for key, answer in reading.answers.items() if key in self.given}
            reading = replace(reading, answers=known, open=())
        self._open += reading.open
        if reading.open and not reading.answers:
            return None
        if reading.heard and not reading.answers:
            return Say(_ONLY_A_LITTLE)
        away = taken_away(self.talk, text, reading, self.given)
        for key, answer in away.items():
            if key not in reading.answers:
                self._put(key, answer, text)
        if reading.answers:
            also = {
                key: self.talk.knowledge.vocabulary.asked[key].joined(self.given.get(key), answer)
                for key, answer in reading.answers.items()
                if _ALSO.search(text)
            }
            kept = {key: _without(answer, reading, key) for key, answer in also.items() if is_list(answer)}
            self._take(replace(reading, answers={**reading.answers, **kept}))
            return None
        if away:
            return None
        said = put_right(self.talk, text, self.given, sorted(self._taken_back))
        for key, answer in said.items():
            self._put(key, answer, text)
        if said:
            return None
        if takes_back(self.talk, text):
            return Say(_NOT_UNDERSTOOD)
        joined = self.talk.hear_story(f"{self.talk.session.story}. {text}")
        if self._take(joined, over=False):
            self.talk.session.story = f"{self.talk.session.story} {text}"
            return None
        few = of_few_words(self.talk, self._topics, text)
        for key, answer in few.items():
            self._put(key, answer, text)
        return None if few else Say(_NOT_UNDERSTOOD)


#: What is heard with less is a little of it, or a guess.
_FAINT = 0.75


def _short(words: str, most: int = _MOST_WORDS) -> str:
    """A few of the words."""
    parts = words.split()
    return " ".join(parts) if len(parts) <= most else " ".join(parts[: most - 1]) + " ..."


def _without(answer: tuple[str, ...], reading: Reading, key: str) -> tuple[str, ...]:
    """A list without what a text denies of it."""
    return tuple(value for value in answer if value not in reading.not_so.get(key, ()))


def with_words(clause: str, words: str, most: int = _MOST_WORDS) -> str:
    """An answer with the words that it rests on, at most so many."""
    return f'{clause} ("{_short(words, most)}")' if words else clause


def _running(told: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Numbered lines of answers with their words: as many in one as it holds, with as many words as it holds then."""
    place = 0
    while place < len(told):
        most, count = max(
            ((most, count) for most in range(_LEAST_WORDS, _MOST_WORDS + 1) for count in (1, 2, 3)
             if len(_line(told, place, count, most)) <= _ONE_LINE),
            key=lambda fit: (fit[1], fit[0]),
            default=(_LEAST_WORDS, 1),
        )  # fmt: skip
        yield _line(told, place, count, most)
        place += count


def _line(told: Sequence[tuple[str, str]], place: int, count: int, most: int) -> str:
    """So many answers from a place on, each with its number."""
    shown = enumerate(told[place : place + count], place + 1)
    return "".join(f"   {number}  {with_words(*one, most)}" for number, one in shown)
