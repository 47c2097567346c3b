"""The state of one consultation: the screens that were answered, in order. All else is worked out from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from string import ascii_lowercase
from typing import NamedTuple

from expert.asking.screens import STORY, WORDS, Screen, lines_of
from expert.fields import Answer
from expert.knowledge import KnowledgeBase

#: So many answers make a story.
_A_STORY = 3


class Step(NamedTuple):
    """One screen and what was answered on it.

    Attributes:
        given: the answers; a field of the screen that is missing is not known, unless it is pending.
        pending: fields that the screen has still to ask in full.
    """

    screen: Screen
    given: Mapping[str, Answer]
    pending: frozenset[str] = frozenset()

    @property
    def untouched(self) -> bool:
        """Whether nothing of it was answered, "I don't know" included."""
        return self.pending.issuperset(self.screen.keys)


@dataclass
class Session:
    """What was said so far.

    Attributes:
        knowledge: names the fields, and what an answer implies.
        loaded: the answers that a case file brought along; None for one that was taken back since.
        steps: the screens in the order in which they were asked.
        story: what happened, in the person's own words; empty for who would rather be asked, None before it is asked.
        earlier: what a follow-up asks again, as it was answered the last time; it holds until it is answered anew.
        before: what was answered and taken back, None for "I don't know"; it counts for nothing, and is there to be
            given again where it is asked again.
    """

    knowledge: KnowledgeBase
    loaded: dict[str, Answer | None] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    earlier: dict[str, Answer] = field(default_factory=dict)
    story: str | None = None
    before: dict[str, Answer | None] = field(default_factory=dict)

    @property
    def answers(self) -> dict[str, Answer]:
        """Every answer, a later one before an earlier, in the vocabulary's order.

        "I don't know" leaves an answer of the last time as it was; nothing implies what was said not to be known.
        """
        return self._merged(self.earlier)

    @property
    def told(self) -> dict[str, Answer]:
        """The answers without those of the last time that a follow-up has yet to ask again."""
        return self._merged({})

    def _merged(self, earlier: Mapping[str, Answer]) -> dict[str, Answer]:
        merged = {**earlier, **{key: answer for key, answer in self.loaded.items() if answer is not None}}
        for step in self.steps:
            for key in step.screen.keys:
                if key not in self.loaded and key not in earlier:
                    merged.pop(key, None)
            merged.update(step.given)
        asked = self.asked()
        for key, value, implied, its_value in self.knowledge.implications:
            if merged.get(key) == value and implied not in asked:
                merged.setdefault(implied, its_value)
        return {key: merged[key] for key in self.knowledge.vocabulary.asked if key in merged}

    @property
    def left_out(self) -> frozenset[str]:
        """The fields that are a no only because nobody named their line of a list."""
        fields, found = self.knowledge.vocabulary.fields, set()
        for step in self.steps:
            if step.screen.kind == "ticks" and len(step.screen.fields) > 1:
                found |= {key for key, answer in step.given.items() if answer == fields[key].denial}
            else:
                found -= set(step.given)
        return frozenset(found)

    @property
    def has_story(self) -> bool:
        """Whether a story was told that deserves the name, and not a word or two."""
        return any(step.screen.kind == STORY and len(step.given) >= _A_STORY for step in self.steps)

    @property
    def passed_over(self) -> frozenset[str]:
        """The fields that were named to the person, who told others of them, and left these out."""
        steps = [step for step in self.steps if step.screen.kind in (STORY, WORDS) and not step.untouched]
        return frozenset(key for step in steps for key in step.pending)

    def asked(self) -> set[str]:
        """The fields that were put to the person, answered or not."""
        told = {key for step in self.steps for key in step.screen.keys if key not in step.pending}
        return told | {key for key, answer in self.loaded.items() if answer is None}

    @property
    def closed(self) -> frozenset[str]:
        """The fields that were asked and are not known."""
        return frozenset(self.asked() - set(self.answers))

    def add(self, screen: Screen, given: Mapping[str, Answer], pending: frozenset[str] = frozenset()) -> None:
        """Take the answers of one screen."""
        self.steps.append(Step(screen, dict(given), pending))

    def back(self) -> bool:
        """Take the last screen back, and remember what was said on it; False where there is none."""
        asked = self.story is not None
        if not self.steps or self.steps[-1].screen.kind == STORY:
            self.story = None
        if not self.steps:
            return asked
        if self.steps[-1].screen.kind == WORDS:
            self.story = ""
        last = self.steps.pop()
        self.before.update({key: last.given.get(key) for key in last.screen.keys if key not in last.pending})
        return True

    def suggested(self, keys: Iterable[str]) -> dict[str, Answer | None]:
        """Of these fields, what was answered before and is to be given again by saying nothing."""
        known = {**self.earlier, **self.before}
        return {key: known[key] for key in keys if key in known}

    def fold(self, since: int) -> None:
        """Write the answers of the steps from number `since` on into those where their fields were first asked.

        An answer that was changed so has one place only, and going back goes through the questions, not the changes.
        """
        changed = self.steps[since:]
        del self.steps[since:]
        for step in changed:
            known = set(self.loaded) | set(self.earlier) | {key for other in self.steps for key in other.screen.keys}
            if known.isdisjoint(step.screen.keys):
                self.steps.append(step)  # what was only implied until now
                continue
            for key in step.screen.keys:
                if key not in step.pending:
                    self._replace(key, step.given.get(key))

    def _replace(self, key: str, answer: Answer | None) -> None:
        """Put an answer where its field was asked, or loaded; None for "I don't know"."""
        places = [number for number, step in enumerate(self.steps) if key in step.screen.keys]
        for number in places:
            step = self.steps[number]
            given = {name: value for name, value in step.given.items() if name != key}
            if answer is not None:
                given[key] = answer
            self.steps[number] = Step(step.screen, given, step.pending - {key})
        if key in self.earlier and answer is None:
            del self.earlier[key]
        elif key in self.earlier and not places:
            self.earlier[key] = answer  # type: ignore[assignment]
        elif key in self.loaded:
            self.loaded[key] = answer

    def questions(self) -> Iterator[Step]:
        """Each question in the order in which it first came up: the first is number 1.

        A screen that was asked again is no new question, and what was loaded was not asked.
        """
        seen = set(self.loaded)
        for step in self.steps:
            if not seen.issuperset(step.screen.keys) and not (step.screen.kind == WORDS and step.untouched):
                yield step
            seen.update(set(step.screen.keys) - step.pending)

    def labels(self) -> dict[str, str]:
        """The number by which each field that was asked goes: ``4`` or, of a list, ``4.2`` for its second line.

        A line that was left open goes by the question that asks it again, once there is one. What was loaded stands
        before the first question: ``0.1``, ``0.2`` and so on.
        """
        found = {key: f"0.{line}" for line, key in enumerate(self.loaded, 1)}
        left: dict[str, str] = {}
        for number, step in enumerate(self.questions(), 1):
            for key, label in self._lines(step.screen, number):
                if key in step.pending:
                    left[key] = label
                else:
                    found.setdefault(key, label)
        return {**left, **found}

    def _lines(self, screen: Screen, number: int) -> Iterator[tuple[str, str]]:
        """Each field of a screen with its number; those that share a line have a letter besides: ``4.2b``."""
        lines = lines_of(self.knowledge, screen)
        for place, line in enumerate(lines, 1):
            for letter, field_ in zip(ascii_lowercase, line.fields, strict=False):
                whole = str(number) if len(screen.fields) == 1 else f"{number}.{place}"
                yield field_.key, whole + (letter if len(line.fields) > 1 else "")

    def asked_as(self, number: int) -> Screen | None:
        """The screen of a question that had several lines; None where there is no such question."""
        for count, step in enumerate(self.questions(), 1):
            if count == number and len(step.screen.keys) > 1:
                return step.screen
        return None
