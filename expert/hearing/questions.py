"""What somebody asks about a result, in their own words: parts of its page, a cause, a remedy, a word of its texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from expert.base import Base
from expert.hearing.lexicon import Explained, Found, Lexicon
from expert.hearing.spelling import Spelling
from expert.hearing.text import Sentence, sentences
from expert.rules import Alerts

_Meaning = TypeVar("_Meaning")
_LEAST = 4
#: How like a known question a line must be, of 100.
_NEAR = 85
#: Of so many alerts or findings a word may tell one; what more of them say tells none.
_MOST_TOLD = 6
#: What any question is made of.
_IDLE = frozenset(
    re.findall(
        r"\w+",
        """
    able about after again also another anybody anything away back because been before being better call called cause
    caused causes could days does doing done down else even ever every fast from going good happen have having help
    helps here home instead into just kind know like long look lose made make maybe mean might mine month months more
    most much must need needs never often only other over please possible possibly probably really right said same
    should show since some someone something soon still sure take tell than that their them then there these they
    thing things think this time today told tomorrow until used using very want week weeks well what when where which
    while whom whose will with without work working works would wrong your yours
    """,
    )
)


@dataclass(frozen=True)
class Question:
    """What was understood of a question; nothing where all is empty.

    Attributes:
        parts: names of parts of the page that answer it. sure: whether they come before all else.
        named: ids of causes and names of findings that it is about; called: those that it calls by a name.
        remedies: fields of what it asks whether, or how, to try.
        words: words of it that can tell something, in small letters.
    """

    parts: tuple[str, ...] = ()
    sure: bool = False
    named: tuple[str, ...] = ()
    remedies: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    called: tuple[str, ...] = ()


def read_question(knowledge: Base, text: str) -> Question:
    """What a line asks."""
    ear = knowledge.questioned
    heard = sentences(text, ear.spelling)
    if not heard:
        return Question()
    sentence = heard[-1] if len(heard) == 1 else max(heard, key=lambda one: (one.asks, len(one.tokens)))
    return ear.read(sentence)


def explained(knowledge: Base, text: str, worries: bool = False) -> Explained | None:
    """What the base explains to who asks so; None where it is something else.

    Args:
        worries: look for what is feared instead.
    """
    ear = knowledge.questioned
    known = ear.lexicon.worry_phrases if worries else ear.lexicon.explained_phrases
    return next((each for one in sentences(text, ear.spelling) for each in _all(known, one)), None)


def is_puzzled(knowledge: Base, text: str) -> bool:
    """Whether somebody says that a question is not understood."""
    return any(each for one in sentences(text) for each in _all(knowledge.words.puzzled_phrases, one))


class QuestionEar:
    """Hears questions about the results of one base."""

    def __init__(self, knowledge: Base) -> None:
        self.knowledge = knowledge
        self.lexicon: Lexicon = knowledge.words
        self.strong, self.weak = (
            Found(
                (self.lexicon.phrase(source), number) for number, (_, sources) in enumerate(asks) for source in sources
            )
            for asks in (self.lexicon.asks, self.lexicon.asks_at_last)
        )
        self.called = Found(
            (self.lexicon.phrase(one), name) for name, each in self.lexicon.called.items() for one in each
        )
        labels = knowledge.vocabulary.asked[knowledge.place].values.values() if knowledge.place else ()
        self.places = frozenset(word for label in labels for word in _words(label))
        self.telling = self._telling()

    @cached_property
    def spelling(self) -> Spelling:
        """What mends slips: towards the words that questions are heard by."""
        explained = (self.lexicon.explained_phrases, self.lexicon.worry_phrases)
        heard = (self.strong, self.weak, self.called, self.lexicon.remedy_phrases, *explained)
        known = {word for found in heard for one, _ in found.all for word in one.words}
        return Spelling(known | set(self.telling), self.lexicon.lookalikes)

    def _telling(self) -> dict[str, set[str]]:
        """The words that tell something outside of the causes: of findings, by their name and what it is called."""
        told: dict[str, set[str]] = {}
        for rule in self.knowledge.rules:
            if rule.stage and rule.remark and rule.cause is None:
                for name in (atom.key for atom in rule.atoms if atom.kind == "finding"):
                    for word in _words(f"{name} {' '.join(re.findall(r'[(](.*?)[)]', rule.remark.text))}"):
                        told.setdefault(word, set()).add(name)
        return {word: names for word, names in told.items() if word not in self.places and len(names) <= _MOST_TOLD}

    def read(self, sentence: Sentence) -> Question:
        """What one sentence asks."""
        words = tuple(dict.fromkeys(self._content(sentence)))
        remedies = tuple(dict.fromkeys(_all(self.lexicon.remedy_phrases, sentence)))
        called = tuple(dict.fromkeys(_all(self.called, sentence)))
        said = set(self._said_in(self.called, sentence))  # "a broken stem" names no broken pot besides
        others = [word for word in words if word not in said]
        named = tuple(dict.fromkeys((*called, *self._told(others), *self._titles(others))))
        strong = min(_all(self.strong, sentence), default=None)
        if strong is not None:
            return Question(self.lexicon.asks[strong][0], True, named, remedies, words, called)
        weak = min(_all(self.weak, sentence), default=None)
        parts = () if weak is None else self.lexicon.asks_at_last[weak][0]
        if not (parts or named or remedies):
            parts = self._nearest(sentence)
        return Question(parts, False, named, remedies, words, called)

    def _said_in(self, found: Found[str], sentence: Sentence) -> Iterator[str]:
        """The words of a sentence that are in a phrase of several words, as they are looked for."""
        for match, _ in found.heard_in(sentence):
            if " " in match.group().strip():
                for word in match.group().split():
                    yield self.lexicon.alike.get(word, word)

    def _nearest(self, sentence: Sentence) -> tuple[str, ...]:
        """The parts that answer the question which a line is nearly; none where none is near."""
        from rapidfuzz import fuzz, process

        line = " ".join(word for token in sentence.tokens for word in token.form.split() if word.isalnum())
        asked = self.lexicon.asked_like
        best = process.extractOne(line, list(asked), scorer=fuzz.ratio, score_cutoff=_NEAR)
        return asked[best[0]] if best is not None else ()

    def content(self, text: str) -> tuple[str, ...]:
        """The words of a text that can tell something."""
        return tuple(dict.fromkeys(word for one in sentences(text, self.spelling) for word in self._content(one)))

    def _content(self, sentence: Sentence) -> Iterator[str]:
        for token in sentence.tokens:
            for word in token.form.split():
                word = self.lexicon.alike.get(word, word)
                if (len(word) >= _LEAST and word.isalpha() and word not in _IDLE) or word in self.knowledge.measures:
                    yield word

    def _told(self, words: Sequence[str]) -> Iterator[str]:
        """The findings whose names these words are of, those that most of them are of."""
        counts: dict[str, int] = {}
        for word in words:
            for known, names in self.telling.items():
                if alike(word, known):
                    for name in names:
                        counts[name] = counts.get(name, 0) + 1
        best = max(counts.values(), default=0)
        yield from (name for name, count in counts.items() if count == best)

    def _titles(self, words: Sequence[str]) -> Iterator[str]:
        """The causes in whose names one of these words is, which is in no other's."""
        for word in words:
            causes = [
                cause.id for cause in self.knowledge.causes if any(alike(word, one) for one in _words(cause.short))
            ]
            yield from causes if len(causes) == 1 and word not in self.places else ()


def alarms_about(knowledge: Base, words: Iterable[str]) -> Sequence[Alerts]:
    """The alerts that speak of something that one of these words names, and that few others do."""
    found: dict[str, Alerts] = {}
    for word in words:
        rules = [
            rule for rule in knowledge.of(Alerts) if any(alike(word, one) for one in plain_words(rule.remark.text))
        ]
        if len({rule.remark.text for rule in rules}) <= _MOST_TOLD:
            found.update((rule.name, rule) for rule in rules)
    return list(found.values())


def _all(found: Found[_Meaning], sentence: Sentence) -> Iterator[_Meaning]:
    """What the phrases mean that are in a sentence."""
    return (meaning for _, meaning in found.heard_in(sentence))


def alarm_texts(knowledge: Base) -> str:
    """All that the alerts of a base say."""
    return " ".join(dict.fromkeys(rule.remark.text for rule in knowledge.of(Alerts)))


def plain_words(text: str) -> list[str]:
    """The words of a text that can tell something; what a hyphen joins is one word, and its parts are others."""
    return [*_words(text), *_words(" ".join(re.findall(r"\w+-\w+", text)).replace("-", ""))]


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]+", text.lower().replace("'s", "")) if len(word) >= _LEAST]


def alike(one: str, other: str) -> bool:
    """Whether two words are one, but for an ending."""
    short, long = sorted((one, other), key=len)
    return long == short or (long.startswith(short) and long[len(short) :] in ("s", "es", "ed", "ing", "al"))
