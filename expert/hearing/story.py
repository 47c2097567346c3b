"""A story in a person's own words, read as answers: each with the words that it rests on."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from expert.errors import CaseError
from expert.fields import Answer, Quantity
from expert.hearing import numbers, polarity, times
from expert.hearing.beside import is_beside, own_words
from expert.hearing.denial import denials
from expert.hearing.lexicon import Ambiguous, Found, Lexicon, Phrase, Says
from expert.hearing.over import is_over, was_at_first
from expert.hearing.picking import Option
from expert.hearing.speakers import Clause, clauses
from expert.hearing.text import sentences
from expert.numbers import MOST_DIGITS

if TYPE_CHECKING:
    from expert.knowledge import KnowledgeBase

_Meaning = TypeVar("_Meaning")

#: What a remedy came to when it had helped and then did not any more, as outcomes say it.
BACK = "back"
#: That it helped, without a word of how much: too little to go by, unless it is told that the trouble came back.
HELPED = "helped"
#: So much surer ones in a list leave no room for a guess.
_SURER = 0.25
#: A reply of more words is about more than a vague word in it tells.
_VAGUE = 2
#: Between a denial and what it denies.
_BEFORE_A_NAME = frozenset({
    "the", "my", "a", "an", "in", "on", "at", "of", "it", "really", "any", "so", "worst", "worse", "to", "be",
    "much",
})  # fmt: skip
#: Words that are none of those.
_AROUND = frozenset({
    "i", "it", "they", "is", "are", "am", "the", "my", "a", "an", "think", "guess", "suppose", "feel", "feels",
    "feeling", "pretty", "quite", "really", "very", "just", "yes", "yeah", "probably", "maybe", "so", "well", "enough",
    "all", "as", "anything", "in", "of", "myself", "lol", "tbh", "say", "would", "about",
})  # fmt: skip


@dataclass(frozen=True)
class Heard:
    """One answer, or one value of a list, that a text gives.

    Attributes:
        field: its full name; value: the value as a case writes it.
        words: those of the text; start, end: where they stand in it.
        sure: from 0 to 1.
    """

    field: str
    value: object
    words: str
    start: int
    end: int
    sure: float = 1.0


@dataclass(frozen=True)
class Reading:
    """What was heard in a text.

    Attributes:
        answers: by the field's name, in the order of the vocabulary; heard: what they rest on, in the order of the
            text; unheard: the sentences that nothing rests on, and clauses of others that were left out.
        not_so: of fields with several values those that the text denies: no answer by themselves, but corrections.
        open: what is named and leaves open which value is meant.
        over: of each field the values that were so and are no longer, or are still to come: no answer by themselves
            either, as to have had it is not to have never had it; but they end what was told before.
    """

    answers: Mapping[str, Answer]
    heard: Sequence[Heard]
    unheard: Sequence[str]
    not_so: Mapping[str, frozenset[str]] = field(default_factory=dict)
    open: Sequence[Ambiguous] = ()
    over: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class _Spot:
    """A phrase that was found: in which sentence, from which word to which."""

    sentence: int
    first: int
    last: int
    denied: bool = field(default=False, compare=False)
    lean: bool = field(default=False, compare=False)

    def beats(self, other: _Spot) -> bool:
        """Whether it is longer than another one that it shares words with, or as long and passes over no filler."""
        return self.meets(other) and (self.last - self.first, other.lean) > (other.last - other.first, self.lean)

    def meets(self, other: _Spot) -> bool:
        """Whether it shares words with another one."""
        return self.sentence == other.sentence and self.first < other.last and other.first < self.last

    def within(self, other: _Spot) -> bool:
        """Whether it is a smaller part of another one."""
        return (
            self.sentence == other.sentence and other.first <= self.first and self.last <= other.last and self != other
        )


@dataclass(frozen=True)
class _Candidate:
    spot: _Spot
    entry: Says
    value: object
    sure: float

    def beats(self, other: _Candidate) -> bool:
        """Whether it says the same field's answer in more words, and is no less sure."""
        return self.entry.field == other.entry.field and self.sure >= other.sure and self.spot.beats(other.spot)


class Ear:
    """Reads texts for one base.

    Args:
        knowledge: the base; lexicon: its words; today: what "since March" is counted from;
            without it that stays open.
        asked: in a reply, the fields that were asked; phrases then need nothing near them, as the question says what
            it is about. listed: whether they stand in a list.
    """

    def __init__(
        self,
        knowledge: KnowledgeBase,
        lexicon: Lexicon,
        today: date | None,
        asked: Sequence[str] = (),
        listed: bool = False,
    ) -> None:
        self._knowledge = knowledge
        self._fields = knowledge.vocabulary.asked
        self._lexicon = lexicon
        self._today = today
        self._loose = bool(asked)
        self._replies = lexicon.reply_phrases(asked, listed) if asked else None
        self._spelling = lexicon.reply_spelling if asked else lexicon.spelling

    def read(self, text: str) -> Reading:
        """What a text says."""
        return _Text(self, text).reading()

    def lines(self, without: Collection[str]) -> list[Option]:
        """The lines of all lists but some, for which a word may be meant as well."""
        others = {key: held for key, held in self._fields.items() if held.line and key not in without}
        return [Option(key, held.line, brief=held.brief) for key, held in others.items()]

    @property
    def beside(self) -> frozenset[str]:
        """Words that tell nothing by themselves."""
        return self._lexicon.beside

    def is_none_of(self, key: str, text: str) -> bool:
        """Whether a text says of a field with several values that none of them is so."""
        phrases = self._lexicon.none_of_phrases.get(key)
        if phrases is None:
            return False
        return any(True for one in sentences(text, self._spelling) for _ in phrases.heard_in(one))

    def plain(self, text: str) -> str:
        """A text as phrases see it: small letters, slips mended, single blanks."""
        return " ".join(each.plain.strip() for each in sentences(text, self._spelling))

    def outcomes(self, text: str) -> list[str]:
        """What a text says of something tried, in the order of its words; for a reply, which names no remedy."""
        return _Text(self, text).outcomes()

    def remedies(self, text: str) -> set[str]:
        """The remedies that a text names, whatever it says of them."""
        return _Text(self, text).remedies()


class _Text:
    """One text on its way to a `Reading`."""

    def __init__(self, ear: Ear, text: str) -> None:
        self._ear, self._text = ear, text
        self._lexicon = ear._lexicon
        self._sentences = sentences(text, ear._spelling)
        self._clauses = clauses(self._sentences)
        self._denials = [denials(sentence) for sentence in self._sentences]
        self._topics: dict[tuple[str, int], list[_Spot]] = {}
        self._idle_spots: dict[int, set[_Spot]] = {}
        self._not_so: dict[str, set[str]] = {}
        self._over: dict[str, set[str]] = {}

    # -- finding phrases

    def _all(
        self, phrases: Found[_Meaning], number: int, strays: bool = False
    ) -> Iterator[tuple[_Spot, re.Match[str], _Meaning]]:
        """Every place of every one of these phrases in a sentence; with `strays` those that a word in them denies."""
        for phrase, meaning in phrases.among(self._sentences[number].beginnings):
            for spot, match in self._find(phrase, number):
                if strays or not spot.denied:
                    yield spot, match, meaning

    def _find(self, phrase: Phrase, number: int) -> Iterator[tuple[_Spot, re.Match[str]]]:
        """Every place of a phrase in a sentence; also with fillers in its midst, where it does not stand without."""
        sentence = self._sentences[number]
        for found in phrase.regex.finditer(sentence.plain):
            first, last = sentence.place(*found.span())
            if last > first:
                yield _Spot(number, first, last, self._stray_denial(phrase, number, first, last)), found
        if sentence.lean is None:
            return
        lean, places = sentence.lean
        for found in phrase.regex.finditer(lean.plain):
            first, last = lean.place(*found.span())
            if last > first and places[last - 1] - places[first] >= last - first:
                first, last = places[first], places[last - 1] + 1
                yield _Spot(number, first, last, self._stray_denial(phrase, number, first, last), lean=True), found

    def _stray_denial(self, phrase: Phrase, number: int, first: int, last: int) -> bool:
        """Whether a gap in the phrase holds a denial that the phrase does not speak of."""
        if phrase.words & {"no", "not", "never", "without", "nothing", "none", "neither"}:
            return False
        cues = {self._denials[number][place] for place in range(first, last)}
        return any(first <= cue < last for cue in cues)

    def _clause(self, spot: _Spot) -> Clause:
        return next(
            (each for each in self._clauses[spot.sentence] if each.first <= spot.first < each.last),
            self._clauses[spot.sentence][-1],
        )

    def _is_denied(self, spot: _Spot) -> bool:
        cue = self._denials[spot.sentence][spot.first]
        return spot.denied or (cue >= 0 and not spot.first <= cue < spot.last)

    def _is_taken_back(self, spot: _Spot) -> bool:
        """Whether there is a little of it after all, said right behind its denial."""
        two = self._sentences[spot.sentence : spot.sentence + 2]
        words = [token.form for token in two[0].tokens[spot.last :]]
        words += [token.form for each in two[1:] for token in each.tokens]
        return polarity.some_after_all(f" {' '.join(words[:20])}")

    def _is_over(self, spot: _Spot, entry: Says) -> bool:
        """Whether it is said beside it that it was so and is no longer; what happened once is never over."""
        passes = entry.field in self._ear._knowledge.changing or entry.field in self._lexicon.passes
        if (
            not passes
            or entry.field in self._lexicon.done
            or not entry.value
            or entry.value in ("no", entry.denied)
            or entry.field == self._ear._knowledge.course
        ):
            return False
        tokens = [token.form for token in self._sentences[spot.sentence].tokens]
        if is_over(tokens, spot.first, spot.last):
            return True
        # What came first of a list is the beginning of it: "at first on runs, now when I walk, too".
        return not self._ear._fields[entry.field].several and was_at_first(self._clause(spot).plain)

    def _is_still_to_be_done(self, spot: _Spot, entry: Says) -> bool:
        """Whether it says that something was not done by saying that it will be: "booked for Tuesday"."""
        clause = self._clause(spot)
        ahead = clause.ahead and not (clause.other or clause.asked or clause.past)
        return ahead and entry.field in self._lexicon.done and entry.value != "yes"

    def _is_not_yet(self, spot: _Spot) -> bool:
        """Whether what is still to come is said against what was told: "no, I see her in two weeks", "not yet"."""
        plain = self._sentences[spot.sentence].plain
        return self._clause(spot).ahead and (plain.startswith(" no ") or " not yet " in plain)

    def _is_excepted(self, spot: _Spot) -> bool:
        """Whether behind its denial it is said when it is so after all: "no spots in summer, only when it is cold"."""
        behind = self._sentences[spot.sentence].tokens[spot.last :]
        return any(
            token.form in ("only", "just", "except") and before.form in (",", "but", ";", "-")
            for before, token in itertools.pairwise(behind)
        )

    def _is_inability(self, spot: _Spot) -> bool:
        """Whether what denies it says what somebody cannot do: who cannot stand in the hall speaks of the hall."""
        cue = self._denials[spot.sentence][spot.first]
        if cue < 0:
            return False
        words = " ".join(token.form for token in self._sentences[spot.sentence].tokens[max(cue - 1, 0) : cue + 1])
        return " ".join(words.split()[-2:]) in ("can not", "could not", "will not", "would not")

    def _counts(self, spot: _Spot, past: bool = False) -> bool:
        """Whether what is said there is the person's own, of now, and meant."""
        clause = self._clause(spot)
        return not (clause.other or clause.asked or clause.unsure or clause.ahead or (clause.past and not past))

    def _is_about(self, topic: str, number: int) -> bool:
        """Whether a sentence is about a topic, or the one before it (``topic-`` asks for the sentence itself)."""
        name = topic.removesuffix("-")
        here = self._topic_in(name, number)
        return here or (not topic.endswith("-") and number > 0 and self._topic_in(name, number - 1))

    def _clause_is_about(self, topic: str, spot: _Spot) -> bool:
        """Whether a clause is about a topic."""
        clause, name = self._clause(spot), topic.removesuffix("-")
        spots = self._topic_spots(name, spot.sentence)
        return any(topic.endswith("-") or clause.first <= found.first < clause.last for found in spots)

    def _topic_in(self, name: str, number: int) -> bool:
        return any(
            not self._clause(spot).other and (not self._is_denied(spot) or self._is_excepted(spot))
            for spot in self._topic_spots(name, number)
        )

    def _topic_spots(self, name: str, number: int) -> list[_Spot]:
        """Where a sentence speaks of a topic."""
        if (name, number) not in self._topics:
            phrases = self._lexicon.topic_phrases[name]
            self._topics[name, number] = [spot for spot, _, _ in self._all(phrases, number)]
        return self._topics[name, number]

    def _no_remedy(self, number: int) -> set[_Spot]:
        """Where a sentence has words that only sound like a remedy."""
        return {spot for spot, _, _ in self._all(self._lexicon.no_remedy_phrases, number)}

    def _idle(self, number: int) -> set[_Spot]:
        """Where a sentence has words in which nothing else may be heard."""
        if number not in self._idle_spots:
            self._idle_spots[number] = {spot for spot, _, _ in self._all(self._lexicon.idle_phrases, number)}
        return self._idle_spots[number]

    def _idioms(self, number: int) -> list[_Spot]:
        """Where a sentence has words that mean something else."""
        return [spot for spot, _, _ in self._all(self._lexicon.idiom_phrases, number, strays=True)]

    # -- candidates

    def _candidates(self) -> list[_Candidate]:
        found: list[_Candidate] = []
        for number in range(len(self._sentences)):
            idle, idioms = self._idle(number), self._idioms(number)
            said: list[_Candidate] = []
            here = list(self._all(self._lexicon.entries, number, strays=True))
            said += self._said_to_what_was_asked(number)
            taken = {spot for spot, _, entry in here if entry.takes and not spot.denied}
            taken |= {spot for spot, _, _ in self._all(self._lexicon.remedy_phrases, number)}
            for spot, match, entry in here:
                if not entry.takes and any(spot.within(other) or spot == other for other in idle):
                    continue
                if any(spot.meets(other) for other in idioms):
                    continue
                several = self._ear._fields[entry.field].several and not entry.takes
                if several and any(spot.within(other) or spot == other for other in taken):
                    continue
                candidate = self._candidate(spot, match, entry)
                if candidate is not None:
                    said.append(candidate)
            found += [each for each in said if not any(other.beats(each) for other in said)]
        return found

    def _said_to_what_was_asked(self, number: int) -> Iterator[_Candidate]:
        """What a sentence of a reply says in the words of replies; a gap in those is no room for a "but"."""
        if self._ear._replies is None:
            return
        for spot, match, entry in self._all(self._ear._replies, number, strays=True):
            if " but " in match.group() and "but" not in " ".join(entry.phrases).split():
                continue
            if self._is_vague(spot, match.group(), self._ear._fields[entry.field].several):
                continue
            candidate = self._candidate(spot, match, entry)
            if candidate is not None:
                yield candidate

    def _is_vague(self, spot: _Spot, said: str, several: bool) -> bool:
        """Whether it is a word that can be about anything, in a reply that says more; a list is named by such words."""
        if several or (said not in self._lexicon.vague and not said.isdecimal()):
            return False
        clause = self._clause(spot)
        tokens = self._sentences[spot.sentence].tokens[clause.first : clause.last]
        words = [word for token in tokens for word in token.form.split() if word[0].isalnum()]
        return len([word for word in words if word not in _AROUND]) > max(_VAGUE, len(said.split()))

    def _candidate(self, spot: _Spot, match: re.Match[str], entry: Says) -> _Candidate | None:
        if not self._counts(spot, entry.past) and not self._is_still_to_be_done(spot, entry):
            if entry.field in self._lexicon.done and entry.value == "yes" and self._is_not_yet(spot):
                self._over.setdefault(entry.field, set()).add(entry.value)
            return None
        if entry.field in self._lexicon.exact and self._is_not_there(spot, entry):
            self._take_as_not_so(entry)
            return None
        if entry.unless and entry.unless == self._lexicon.well and self._clause_is_about(entry.unless, spot):
            self._take_as_not_so(entry)
            return None
        if entry.near and not self._ear._loose and not self._is_about(entry.near, spot.sentence):
            return None
        if entry.unless and self._clause_is_about(entry.unless, spot):
            return None
        value: object = entry.value
        if not self._is_denied(spot) and self._is_over(spot, entry):
            self._over.setdefault(entry.field, set()).add(entry.value)
            # Who is asked how it is by now has said that it is not so; a story leaves open what it was.
            return _Candidate(spot, entry, entry.denied, entry.sure) if self._ear._loose and entry.denied else None
        if self._is_denied(spot) and not (not entry.denied and self._is_inability(spot)):
            if not entry.denied or self._is_taken_back(spot):
                if self._is_denied_itself(spot):
                    self._take_as_not_so(entry)
                return None
            value = entry.denied
        elif not entry.value:
            value = self._quantity(match, self._ear._fields[entry.field].unit)
            if value is None:
                return None
        return _Candidate(spot, entry, value, entry.sure - (_SURER + 0.05 if self._is_mild(spot, entry) else 0))

    def _is_not_there(self, spot: _Spot, entry: Says) -> bool:
        """Whether something beside the place is spoken of, or it is said that it is at none of such places."""
        sentence = self._sentences[spot.sentence]
        tokens = [token.form for token in sentence.tokens]
        none_of = self._lexicon.none_of_phrases.get(entry.field)
        return is_beside(tokens, spot.first, spot.last, own_words(entry.phrases)) or (
            none_of is not None and any(self._find_any(none_of, spot.sentence))
        )

    def _find_any(self, phrases: Found[str], number: int) -> Iterator[bool]:
        for _ in self._all(phrases, number, strays=True):
            yield True

    def _is_mild(self, spot: _Spot, entry: Says) -> bool:
        """Whether it is only told to be a little so, where it is asked what is most."""
        mild = self._lexicon.mild
        return bool(mild) and entry.field in self._lexicon.most and self._clause_is_about(mild, spot)

    def _is_denied_itself(self, spot: _Spot) -> bool:
        """Whether the denial is right before it: "no spots on the stem" denies spots and no stem."""
        cue = self._denials[spot.sentence][spot.first]
        between = self._sentences[spot.sentence].tokens[cue + 1 : spot.first] if 0 <= cue < spot.first else ()
        return all(token.form in _BEFORE_A_NAME for token in between)

    def _take_as_not_so(self, entry: Says) -> None:
        """Remember a value of a list that is denied."""
        if self._ear._fields[entry.field].several:
            self._not_so.setdefault(entry.field, set()).add(entry.value)

    def _quantity(self, match: re.Match[str], unit: str) -> object:
        """What stands in the slot of a phrase, in the unit of the field."""
        slots = {name: text for name, text in match.groupdict().items() if text}
        if "duration" in slots:
            weeks = times.weeks(slots["duration"])
            return round(weeks / 52, 1) if weeks is not None and unit == "years" else weeks
        if "lately" in slots:
            return times.lately(slots["lately"])
        if "since" in slots:
            today = self._ear._today
            return None if today is None else times.weeks_since(slots["since"], today)
        if "distance" in slots:
            return numbers.distance(slots["distance"])
        if "least" in slots or "most" in slots:
            both = numbers.ends(slots.get("least") or slots["most"])
            return both and both["most" in slots]
        text = slots.get("number") or slots.get("percent") or ""
        return numbers.number(text)

    # -- remedies

    def outcomes(self) -> list[str]:
        """What is said to have become of something, whatever it was."""
        found = [
            (spot, value)
            for number in range(len(self._sentences))
            for spot, value in self._results(number)
            if not self._is_denied(spot)
        ]
        found = [each for each in found if not any(each[0].within(other) for other, _ in found)]
        return [value for _, value in sorted(found, key=lambda each: (each[0].sentence, each[0].first))]

    def _results(self, number: int) -> list[tuple[_Spot, str]]:
        """What a sentence says of outcomes; where a reply has words of its own for it, those go first."""
        own = [(spot, value) for spot, _, value in self._all(self._lexicon.result_phrases, number)]
        told = [(spot, value) for spot, _, value in self._all(self._lexicon.outcome_phrases, number)]
        return own + [each for each in told if not any(each[0].within(other) or each[0] == other for other, _ in own)]

    def remedies(self) -> set[str]:
        """What is named of what can be tried."""
        found = [
            (spot, key)
            for number in range(len(self._sentences))
            for spot, _, key in self._all(self._lexicon.remedy_phrases, number)
            if not any(spot.within(other) for other in self._no_remedy(number))
        ]
        return {key for spot, key in found if not any(spot.within(other) for other, _ in found)}

    def _remedies(self) -> list[_Candidate]:
        """What was tried, with what came of it; where that is not told, nothing is."""
        mentions: list[tuple[_Spot, str]] = []
        outcomes: list[tuple[_Spot, str]] = []
        for number in range(len(self._sentences)):
            for phrases, found in ((self._lexicon.remedy_phrases, mentions), (self._lexicon.outcome_phrases, outcomes)):
                found += [
                    (spot, said) for spot, _, said in self._all(phrases, number)
                    if self._counts(spot) and not self._is_denied(spot)
                ]  # fmt: skip
        mentions = [
            each for each in mentions
            if not any(each[0].within(other) for other, _ in mentions)
            and not any(each[0].within(other) for other in self._no_remedy(each[0].sentence))
        ]  # fmt: skip
        outcomes = [
            each for each in outcomes
            if not any(each[0].within(other) for other, _ in outcomes)
            and not any(each[0].within(other) for other in self._no_remedy(each[0].sentence))
        ]  # fmt: skip
        outcomes.sort(key=lambda each: (each[0].sentence, each[0].first))
        came: list[_Candidate] = []
        for spot, key in mentions:
            told = self._outcome(spot, mentions, outcomes)
            if told is not None and told[1] in self._ear._fields[key].values:
                entry = Says(key, told[1], ())
                first = min(spot.first, told[0].first) if told[0].sentence == spot.sentence else spot.first
                last = max(spot.last, told[0].last) if told[0].sentence == spot.sentence else spot.last
                came.append(_Candidate(_Spot(spot.sentence, first, last), entry, told[1], told[2]))
        return came

    def _outcome(
        self, spot: _Spot, mentions: Sequence[tuple[_Spot, str]], outcomes: Sequence[tuple[_Spot, str]]
    ) -> tuple[_Spot, str, float] | None:
        """What came of a remedy: what is said behind it, else before it in the sentence, else in the next one."""
        here = [each for each in outcomes if each[0].sentence == spot.sentence]
        bracket = self._bracket(spot)
        if bracket is not None:
            return self._said_in(bracket)
        behind = [each for each in here if each[0].first >= spot.last]
        before = [each for each in here if each[0].last <= spot.first]
        across = [each for each in here if each[0].first < spot.last and each[0].last > spot.first]
        following = [
            each for each in outcomes if each[0].sentence == spot.sentence + 1 and each[0].first < 9
            and not any(other.sentence == spot.sentence + 1 and other.first < each[0].first for other, _ in mentions)
        ]  # fmt: skip
        row = across[:1] + behind or before[-1:] or following
        if not row:
            return None
        first = row[0]
        between = [
            other.first for other, _ in mentions if other.sentence == spot.sentence and other.first >= first[0].last
        ]
        stop = min(between, default=10_000)
        later = [each for each in row[1:] if each[1] == BACK and each[0].first <= stop] or [
            each for each in following if each[1] == BACK and row is not following
        ]
        if (
            first[1] == BACK
            or (later and first[1] in ("better", "partly", HELPED))
            or (first[1] == "better" and self._hurts_later(first[0]))
        ):
            end = later[0][0] if later and later[0][0].sentence == spot.sentence else first[0]
            return end, "better_then_back", 0.9
        return first[0], first[1], 0.9 if row is not following else 0.8

    def _bracket(self, spot: _Spot) -> _Spot | None:
        """The words in brackets right behind a remedy, which speak of it alone: "ice (no use), tape (a bit)"."""
        tokens = self._sentences[spot.sentence].tokens
        if spot.last >= len(tokens) or tokens[spot.last].form != "(":
            return None
        ends = (place for place in range(spot.last, len(tokens)) if tokens[place].form == ")")
        end = next(ends, len(tokens))
        return _Spot(spot.sentence, spot.last + 1, end) if end > spot.last + 1 else None

    def _said_in(self, bracket: _Spot) -> tuple[_Spot, str, float] | None:
        """What words in brackets say of the remedy before them; as a reply does, which need not name it either."""
        start, end = self._sentences[bracket.sentence].span(bracket.first, bracket.last)
        told = _Text(self._ear, f": {self._text[start:end]}").outcomes()
        plain = [value for value in told if value not in (BACK, HELPED)]
        if BACK in told and told[0] != BACK and "same" not in plain:
            return bracket, "better_then_back", 0.9
        return (bracket, plain[0], 0.9) if plain else None

    def _hurts_later(self, spot: _Spot) -> bool:
        """Whether the complaint is told of again behind a spot; that a little of it is left is no such thing."""
        topic = self._lexicon.complaint
        if not topic:
            return False
        behind = range(spot.sentence, min(spot.sentence + 3, len(self._sentences)))
        return any(
            (found.sentence, found.first) >= (spot.sentence, spot.last)
            and self._counts(found) and not self._is_denied(found)
            and not (self._lexicon.mild and self._clause_is_about(self._lexicon.mild, found))
            for number in behind for found in self._topic_spots(topic, number)
        )  # fmt: skip

    # -- answers

    def reading(self) -> Reading:
        """The answers, what they rest on, and what nothing rests on."""
        fields = self._ear._fields
        by_field: dict[str, list[_Candidate]] = {}
        for each in [*self._candidates(), *self._remedies()]:
            by_field.setdefault(each.entry.field, []).append(each)
        answers: dict[str, Answer] = {}
        heard: list[Heard] = []
        for key in fields:
            chosen = self._settle(key, by_field.get(key, ()))
            raw = [each.value for each in chosen]
            if not raw:
                continue
            try:
                answers[key] = fields[key].read(list(dict.fromkeys(raw)) if fields[key].several else raw[0])
            except CaseError:
                continue
            heard += [self._heard(each) for each in chosen]
        self._add_implied(answers, heard)
        self._drop_contradictions(answers, heard)
        heard = [each for each in heard if each.field in answers]
        heard.sort(key=lambda each: (each.start, each.end, each.field))
        not_so = {key: frozenset(values).difference(_values(answers.get(key))) for key, values in self._not_so.items()}
        not_so = {key: values for key, values in not_so.items() if values}
        over = {key: frozenset(values) for key, values in self._over.items()}
        return Reading(answers, heard, self._unheard(heard), not_so, tuple(self._open(answers)), over)

    def _open(self, answers: Mapping[str, Answer]) -> Iterator[Ambiguous]:
        """What is named that can be several values, none of which was heard."""
        found = {
            each.question: each
            for number in range(len(self._sentences))
            for spot, _, each in self._all(self._lexicon.either_phrases, number)
            if self._counts(spot) and not self._is_denied(spot)
            and not any(spot.within(other) for other in self._idle(number))
            and (self._ear._loose or not each.near or self._is_about(each.near, number))
        }  # fmt: skip
        for each in found.values():
            if each.field in self._ear._fields and not set(each.values).intersection(_values(answers.get(each.field))):
                yield each

    def _settle(self, key: str, found: Iterable[_Candidate]) -> list[_Candidate]:
        """The candidates that stand: of a list one for each value, else one alone, or none where they disagree."""
        found = sorted(found, key=lambda each: (each.spot.sentence, each.spot.first, -each.spot.last))
        if not found:
            return []
        asked = self._ear._fields[key]
        if asked.several:
            if self._ear._loose:
                found = [
                    each for each in found
                    if not any(each.spot.within(other.spot) and other.value != each.value for other in found)
                ]  # fmt: skip
            values: dict[object, _Candidate] = {}
            surest = max(each.sure for each in found)
            named = {(each.spot.sentence, each.value) for each in found}
            for each in found:
                beside = any(number == each.spot.sentence and value != each.value for number, value in named)
                if each.sure >= surest - _SURER and not (each.entry.alone and beside):
                    values.setdefault(each.value, each)
            broader = self._lexicon.broader.get(key, {})
            return [
                each for value, each in values.items()
                if not any(other in values for other in broader.get(str(value), ()))
            ]  # fmt: skip
        said = {str(each.value) for each in found}
        weaker = self._lexicon.broader.get(key, {})
        found = [each for each in found if said.isdisjoint(weaker.get(str(each.value), ()))]
        ranks = self._lexicon.ranks.get(key)
        if ranks:
            return [min(found, key=lambda each: (ranks.index(str(each.value)), -each.sure))]
        best = max(each.sure for each in found)
        if self._ear._loose and not asked.numeric:
            return self._weighed(found)
        found = [each for each in found if each.sure == best]
        if key in self._lexicon.last:
            return found[-1:]
        if "yes" in asked.values and any(each.value != "no" for each in found):
            found = [each for each in found if each.value != "no"]
        if asked.numeric:
            return found[:1]
        return found[:1] if len({each.value for each in found}) == 1 else []

    def _weighed(self, found: list[_Candidate]) -> list[_Candidate]:
        """What a reply comes to that has words for several answers: those behind its last "but", else none at all."""
        found = [
            each for each in found
            if not any(each.spot.within(other.spot) and other.value != each.value for other in found)
        ]  # fmt: skip
        for turn in (("but", "though", "although", "however"), ("now", "just", "only", "then")):
            if len({each.value for each in found}) < 2:
                break
            turns = [
                (number, place)
                for number, sentence in enumerate(self._sentences)
                for place, token in enumerate(sentence.tokens)
                if token.form in turn
            ]
            behind = [each for each in found if turns and (each.spot.sentence, each.spot.first) >= turns[-1]]
            found = behind or found
        return found[:1] if len({each.value for each in found}) == 1 else []

    def _heard(self, each: _Candidate) -> Heard:
        """What the answer rests on; a denial with the word that denies."""
        first = each.spot.first
        if self._is_denied(each.spot):
            cue = self._denials[each.spot.sentence][first]
            first = min(first, cue) if cue >= 0 else first
        start, end = self._sentences[each.spot.sentence].span(first, each.spot.last)
        asked, value = self._ear._fields[each.entry.field], each.value
        if asked.numeric:
            value = asked.plain(asked.read(value))
        return Heard(asked.key, value, self._text[start:end], start, end, each.sure)

    def _add_implied(self, answers: dict[str, Answer], heard: list[Heard]) -> None:
        """Who says that the one is so has said the other with it; both rest on the same words."""
        for key, value, other, implied in self._ear._knowledge.implications:
            if answers.get(key) == value != self._ear._fields[key].denial and other not in answers:
                answers[other] = implied
                heard += [replace(each, field=other, value=implied) for each in heard if each.field == key]

    def _drop_contradictions(self, answers: dict[str, Answer], heard: Sequence[Heard]) -> None:
        """Leave out the less sure of answers that cannot both be true."""
        while (clash := self._ear._knowledge.contradiction(answers)) is not None:
            keys = [key for key in (*clash.against, clash.field) if key in answers]
            sure = {key: max((each.sure for each in heard if each.field == key), default=0.0) for key in keys}
            del answers[min(keys, key=lambda key: (sure[key], -keys.index(key)))]

    def _unheard(self, heard: Sequence[Heard]) -> list[str]:
        """The sentences that nothing rests on, and of the others the clauses that were left out."""
        found: list[str] = []
        for number, sentence in enumerate(self._sentences):
            here = [each for each in heard if sentence.start <= each.start < sentence.end]
            if not here:
                found.append(self._text[sentence.start : sentence.end])
                continue
            for clause in self._clauses[number]:
                if self._is_left_out(number, clause, here):
                    start, end = sentence.span(clause.first, clause.last)
                    found.append(self._text[start:end].rstrip(" .!?,;"))
        return found

    def _is_left_out(self, number: int, clause: Clause, heard: Sequence[Heard]) -> bool:
        """Whether a clause names what nothing rests on: a matter beyond the base; or, where all of it is unheard, a
        remedy."""
        beyond = [spot for spot, _, _ in self._all(self._lexicon.beyond_phrases, number, strays=True)]
        if any(clause.first <= spot.first < clause.last and not self._rests(spot, heard) for spot in beyond):
            return True
        if self._rests(_Spot(number, clause.first, clause.last), heard):
            return False
        telling = [spot for spot, _, _ in self._all(self._lexicon.telling_phrases, number, strays=True)]
        telling += [spot for spot, _, _ in self._all(self._lexicon.remedy_phrases, number, strays=True)]
        return any(clause.first <= spot.first < clause.last for spot in telling)

    def _rests(self, spot: _Spot, heard: Sequence[Heard]) -> bool:
        """Whether an answer rests on words of it."""
        start, end = self._sentences[spot.sentence].span(spot.first, spot.last)
        return any(each.start < end and start < each.end for each in heard)


def _values(answer: Answer | None) -> tuple[str, ...]:
    return () if answer is None or isinstance(answer, (str, Quantity)) else answer


#: More digits than any number has.
_NO_NUMBER = re.compile(rf"\d{{{MOST_DIGITS + 1},}}")


def read_story(knowledge: KnowledgeBase, lexicon: Lexicon, text: str, today: date | None) -> Reading:
    """What a story says.

    Digits in their thousands are no number, and to look for one in them takes time with their square: they are heard
    as letters, in the same place.
    """
    return Ear(knowledge, lexicon, today).read(_NO_NUMBER.sub(lambda found: "x" * len(found[0]), text))


__all__ = ["Ear", "Heard", "Reading", "read_story"]
