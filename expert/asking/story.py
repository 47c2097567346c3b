"""The first question: what happened, in the person's own words. What is heard is shown, with the words it rests on,
and corrected by number or in words; then it stands like any other answers, and only what is open is asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from expert.asking.asking import Asking, Parts
from expert.asking.commands import COMMAND_WORDS
from expert.asking.parts import Part
from expert.asking.screens import STORY, Screen
from expert.asking.stage import Flow
from expert.asking.talk import capital
from expert.asking.turn import Prompt, Say, Script
from expert.fields import Answer
from expert.hearing import polarity
from expert.hearing.picking import Misread
from expert.wording.english import answer_clause

if TYPE_CHECKING:
    from expert.hearing.story import Reading

_UNDERSTOOD = "This is what I understood. Enter if it is right; else correct it (2, 2 no) or add to it."
#: What leads to single questions instead.
_NO_STORY = re.compile(r"(?:skip|pass|no story|next|no|none|u|ask me|questions?)[ .!]*", re.IGNORECASE)
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
#: More words than this of a text are shown with an ellipsis.
_MOST_WORDS = 7


@dataclass
class Free(Part):
    """A text in one's own words, or nothing; as it is typed."""

    help: str = ""

    def read(self, text: str) -> str:
        """See `Part.read`.

        Raises:
            Misread: figures alone tell no story.
        """
        if _FIGURES.fullmatch(text):
            raise Misread(f"Say it in a few words, such as: {self.help} Or press Enter, and I ask one by one.")
        return "" if _NO_STORY.fullmatch(text.strip()) else text

    def said_back(self, text: str, value: str) -> str:
        """What was heard is shown as a list of its own."""
        return ""

    def list(self) -> list[Say]:
        """How it can be said."""
        return [Say(f"   For example: {self.help} Enter asks one by one.", "dim")]


@dataclass
class Check(Part):
    """What was heard, to be confirmed or corrected."""

    heard: Mapping[str, str] = field(default_factory=dict)

    def read(self, text: str) -> str:
        """See `Part.read`: what is said is weighed by the one who asks."""
        return text

    def said_back(self, text: str, value: str) -> str:
        """The list is shown again instead."""
        return ""

    def list(self) -> list[Say]:
        """Each answer with the words that it rests on."""
        return [Say(f"  {number:>2}  {told}") for number, told in enumerate(self.heard.values(), 1)]

    @property
    def prompt(self) -> str:
        """See `Part.prompt`."""
        return "right? > "


class Telling(Asking):
    """The story while it is told and corrected.

    Attributes:
        given: the answers that were heard by now; words: what each rests on.
    """

    def __init__(self, dialogue: Flow) -> None:
        self.given: dict[str, Answer] = {}
        self.words: dict[str, str] = {}
        self._taken_back: set[str] = set()
        self._danger_heard = False
        super().__init__(dialogue, Screen(STORY, ()), "1")

    def _parts_of(self) -> Callable[[Asking], Parts]:
        return lambda _: self._tell()

    def prompt(self) -> Prompt:
        """What waits for the story, or for its correction."""
        return replace(super().prompt(), words=COMMAND_WORDS)

    def take(self, text: str, script: Script) -> None:
        """A command, the story, or what is said of what was heard; an empty line is an answer here."""
        if text.strip():
            super().take(text, script)
        elif isinstance(self.part, (Free, Check)):
            self._answer("", script)
        else:
            super().take("", script)

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
        self.given, self.words, self._taken_back = {}, {}, set()
        text = yield Free(knowledge.story, help=knowledge.story_example)
        self.talk.session.story = text
        if not text:
            return {}
        self._hear(text)
        lead = None
        while True:
            self._keep_heard()
            if not self.given:
                return {}
            reply = yield Check(_UNDERSTOOD, heard=self._told(), lead=self._alarm() or lead)
            lead = None
            if not reply.strip() or _RIGHT.fullmatch(reply.strip()) or self._agrees(reply):
                return self.given
            lead = yield from self._correct(reply)

    def _agrees(self, reply: str) -> bool:
        """Whether it is a yes and no more."""
        plain = " ".join(reply.lower().replace(",", " , ").strip(" .!").split())
        return polarity.lead(plain) == "yes" and len(plain.split()) <= 2

    def _keep_heard(self) -> None:
        """Let the screen hold what was heard by now, and keep it at once; of what cannot all be true, ask one again."""
        fields = self.talk.knowledge.vocabulary.fields
        self.screen = Screen(STORY, tuple(fields[key] for key in self.given))
        self.keep(self.given)
        while (found := self.talk.clash(self.screen.keys)) is not None:
            self.given.pop(next(key for key in (found[0], *reversed(self.given)) if key in self.given))
            self.screen = Screen(STORY, tuple(fields[key] for key in self.given))
            self.keep(self.given)

    def _told(self) -> dict[str, str]:
        """Each answer as it is shown."""
        fields = self.talk.knowledge.vocabulary.fields
        return {
            key: capital(answer_clause(fields[key], answer))
            + (f' ("{self.words[key]}")' if self.words.get(key) else "")
            for key, answer in self.given.items()
        }

    # Hearing.

    def _hear(self, text: str) -> None:
        """Take what a text says; of one word or two, where it is."""
        reading = self.talk.hear_story(text)
        self._take(reading)
        if not reading.answers:
            place = self.talk.knowledge.vocabulary.fields[self.talk.knowledge.place]
            reply = self.talk.hear(place, text)
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

    # Correcting.

    def _correct(self, reply: str) -> Generator[Part, Any, Say | None]:
        """Take a correction; gives what is said before the list is shown again."""
        keys = list(self.given)
        found = _BY_NUMBER.fullmatch(reply.strip())
        if found is None:
            return self._more(reply)
        line = int(found["line"])
        if not 1 <= line <= len(keys):
            return Say(f"There is no number {line} here; the list goes from 1 to {len(keys)}.")
        held = self.talk.knowledge.vocabulary.fields[keys[line - 1]]
        rest = (found["rest"] or "").strip()
        if found["not"] or _WRONG.fullmatch(rest):
            self._take_back(held.key)
            return None
        if rest:
            heard = self.talk.hear(held, rest)
            if not heard.answers and not heard.unknown:
                return Say(heard.ask)
            self._put(held.key, heard.answers.get(held.key), rest)
            return None
        self.part = Part("")
        value = yield from self._in_full(held, line)
        self._put(held.key, value.get(held.key), "")
        return None

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
        reading = self.talk.hear_story(text)
        if reading.answers:
            also = {
                key: tuple(dict.fromkeys((*old, *answer)))
                for key, answer in reading.answers.items()
                if isinstance(old := self.given.get(key), tuple) and isinstance(answer, tuple) and _ALSO.search(text)
            }
            self._take(replace(reading, answers={**reading.answers, **also}))
            return None
        fields = self.talk.knowledge.vocabulary.fields
        said: dict[str, Answer] = {}
        for key in (*self.given, *self._taken_back):
            answer = self.talk.hear(fields[key], text).answers.get(key)
            if answer is not None and answer != self.given.get(key) and not fields[key].yes_or_no:
                said[key] = answer
        if len(said) == 1:
            ((key, answer),) = said.items()
            self._put(key, answer, text)
            return None
        joined = self.talk.hear_story(f"{self.talk.session.story}. {text}")
        if self._take(joined, over=False):
            self.talk.session.story = f"{self.talk.session.story} {text}"
            return None
        return Say(
            "That is not understood. Type a number to correct a line, more in your own words, or Enter to go on."
        )


def _short(words: str) -> str:
    """A few of the words."""
    parts = words.split()
    return " ".join(parts) if len(parts) <= _MOST_WORDS else " ".join(parts[: _MOST_WORDS - 1]) + " ..."
