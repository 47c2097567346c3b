"""How a base says its words: which phrases of a text mean which answer.

A phrase is a few words in small letters, short forms in full (``do not``, not ``don't``):

=============== =====================================================================================================
``swell*``      a word that begins so
``(a|b c)``     one of several
``[the]``       may be left out
``..``          up to three words, without a mark between; ``...`` up to seven, commas too
``{dry}``       a piece that the lexicon names (`Lexicon.pieces`)
``^``, ``$``    the beginning of a sentence, its end
``<duration>``  a length of time, as a number of the field's unit; so ``<number>``, ``<distance>``, ``<percent>``
``!(a|b)``      what must not come next ("dry !(joke*|wit)")
``\\(``, ``\\)``  a bracket that is in the text
=============== =====================================================================================================

All of it is data: a base gives a `Lexicon` of its own, or has one made of its questions' labels (`default_lexicon`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Generic, TypeVar

from expert.hearing.text import MARKS
from expert.hearing.times import SLOTS

if TYPE_CHECKING:
    from expert.fields import Vocabulary
    from expert.hearing.spelling import Spelling
    from expert.hearing.text import Sentence
    from expert.rules import Source

_Meaning = TypeVar("_Meaning")

_MARK = re.escape(MARKS)
_WORD = rf"(?:[^\s{_MARK}]+)"
_ANY = r"(?:\S+)"
_GAP = rf"(?:{_WORD} ){{0,3}}"
_WIDE = rf"(?:{_ANY} ){{0,7}}"
_PIECE = re.compile(r"\{(\w+)\}")
_PART = re.compile(r"<(?P<slot>\w+)>|(?P<gap>\.\.\.?)|(?P<mark>!\(|[()\[\]|])|(?P<word>\\[()]|[^\s()\[\]|{}<>\\]+)")


@dataclass(frozen=True)
class Phrase:
    """A phrase, ready to be looked for.

    Attributes:
        pattern: what to look for in `Sentence.plain`, without the blanks around it.
        keys: of the words one of which must be there, the first three letters; empty where there is no telling.
        words: the whole words in it, for the spelling.
    """

    source: str
    pattern: str
    keys: frozenset[str]
    words: frozenset[str]

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, compiled when a text first needs it."""
        return re.compile(rf"(?<= ){self.pattern}(?= )")


@dataclass
class _Reader:
    """Reads a phrase; what stands between blanks, or between marks of grouping, is a part."""

    pieces: Mapping[str, str]
    words: set[str] = field(default_factory=set)
    slots: set[str] = field(default_factory=set)

    def read(self, source: str) -> tuple[str, list[frozenset[str]]]:
        parts = list(_PART.finditer(_PIECE.sub(lambda found: self.pieces[found[1]], source)))
        pattern, keys, rest = self._either(parts, 0)
        assert rest == len(parts), f"a bracket too many: {source}"
        return pattern, keys

    def _either(self, parts: Sequence[re.Match[str]], at: int) -> tuple[str, list[frozenset[str]], int]:
        """Alternatives, up to the bracket that closes them."""
        found: list[str] = []
        needs: list[list[frozenset[str]]] = []
        while True:
            pattern, keys, at = self._row(parts, at)
            found.append(pattern)
            needs.append(keys)
            if at < len(parts) and parts[at].group() == "|":
                at += 1
                continue
            break
        if len(found) == 1:
            return found[0], needs[0], at
        union = [frozenset().union(*(min(each, key=len) for each in needs))] if all(needs) else []
        return f"(?:{'|'.join(found)})", union, at

    def _row(self, parts: Sequence[re.Match[str]], at: int) -> tuple[str, list[frozenset[str]], int]:
        """Parts one behind the other, each with the blank before it."""
        pattern, keys, blank = "", [], ""
        while at < len(parts) and parts[at].group() not in ("|", ")", "]"):
            part = parts[at]
            at += 1
            if part["word"] == "$":
                pattern += r"(?= [.!?]*\s*$)"
                continue
            if part["gap"]:
                pattern += blank + (_GAP if part["gap"] == ".." else _WIDE)
                blank = ""
                continue
            if part["mark"] == "!(":
                inner, _, at = self._either(parts, at)
                at += 1
                pattern += f"(?!{blank}{inner}(?= ))"
                continue
            if part["mark"] in ("(", "["):
                inner, needed, at = self._either(parts, at)
                at += 1
                if part["mark"] == "[":
                    # A part that may be left out takes a blank with it: the one before it, if there is one.
                    pattern += f"(?: {inner})?" if blank else f"(?:{inner} )?"
                    continue
                pattern += blank + inner
                keys += needed
            elif part["slot"]:
                named = f"P<{part['slot']}>" if part["slot"] not in self.slots else ":"
                self.slots.add(part["slot"])
                pattern += f"{blank}(?{named}{SLOTS[part['slot']]})"
            else:
                pattern += blank + self._word(part["word"])
                if part["word"] == "^":
                    continue
                keys.append(frozenset({part["word"].lstrip("\\").rstrip("*")[:3]}))
                if part["word"].endswith("*") and len(part["word"]) < 4:
                    keys.pop()
            blank = " "
        return (pattern if blank else pattern.removesuffix(" ")), keys, at

    def _word(self, word: str) -> str:
        if word == "^":
            return "(?<=^ )"
        if word.startswith("\\"):
            return re.escape(word[1:])
        if word.endswith("*"):
            self.words.add(word[:-1])
            return re.escape(word[:-1]) + r"[^\W\d_]*"
        self.words.add(word)
        return re.escape(word)


def phrase(source: str, pieces: Mapping[str, str]) -> Phrase:
    """A phrase from how it is written."""
    reader = _Reader(pieces)
    pattern, keys = reader.read(source)
    need = min(keys, key=lambda each: (len(each), -max(map(len, each)))) if keys else frozenset()
    return Phrase(source, pattern, need, frozenset(reader.words))


class Found(Generic[_Meaning]):
    """Phrases with what they mean, found by the first letters of a word that must be there."""

    def __init__(self, phrases: Iterable[tuple[Phrase, _Meaning]]) -> None:
        self.all = tuple(phrases)
        self._by_key: dict[str, list[int]] = {}
        self._always = [place for place, (each, _) in enumerate(self.all) if not each.keys]
        for place, (each, _) in enumerate(self.all):
            for key in each.keys:
                self._by_key.setdefault(key, []).append(place)

    def among(self, beginnings: Collection[str]) -> Iterator[tuple[Phrase, _Meaning]]:
        """Those that a sentence with words of these beginnings can hold, in their order."""
        places = {place for key in beginnings for place in self._by_key.get(key, ())}
        for place in sorted(places.union(self._always)):
            yield self.all[place]

    def heard_in(self, sentence: Sentence) -> Iterator[tuple[re.Match[str], _Meaning]]:
        """Those that a sentence holds, each where it stands first, in their order."""
        for each, meaning in self.among(sentence.beginnings):
            found = each.regex.search(sentence.plain)
            if found is not None:
                yield found, meaning


@dataclass(frozen=True)
class Says:
    """Phrases that mean one answer to one field.

    Attributes:
        field: its full name; value: one of its values; empty where the phrases have a slot for a number.
        phrases: how people say it.
        denied: the answer where it is denied ("no spots"); empty: that tells nothing.
        near: a topic that the sentence, or the one before it, must be about (``spots-``: the sentence itself).
        unless: a topic that the clause must not be about ("it is fine in the hall"); ``until-``: the sentence.
        past: whether it is about what was long ago, so that it is heard there too.
        takes: whether no value of a list can be heard in the same words: a dry joke is no dry leaf.
        sure: how sure it is; of answers that exclude each other the surest stands.
        alone: whether it only counts where its sentence names no other value of the field.
    """

    field: str
    value: str
    phrases: tuple[str, ...]
    denied: str = ""
    near: str = ""
    past: bool = False
    takes: bool = False
    sure: float = 1.0
    unless: str = ""
    alone: bool = False


def says(key: str, near: str = "", past: bool = False, takes: bool = False, sure: float = 1.0,
         denied: str | None = None,
         unless: str = "", alone: bool = False, **values: Sequence[str]) -> list[Says]:  # fmt: skip
    """One `Says` for each value, by its name (``yes_`` and ``no_`` stand for themselves, ``_`` for a slot).

    What denies a yes is a no; of other values nothing follows, unless `denied` says what.
    """
    found = []
    for name, phrases in values.items():
        assert not isinstance(phrases, str), f"{key}: {name} needs a tuple of phrases"
        value = name.strip("_")
        otherwise = denied if denied is not None else "no" if value == "yes" else ""
        found.append(Says(key, value, tuple(phrases), otherwise, near, past, takes, sure, unless, alone))
    return found


@dataclass(frozen=True)
class Remedy:
    """A field that says what became of a remedy, and how people call that."""

    field: str
    phrases: tuple[str, ...]


@dataclass(frozen=True)
class Ambiguous:
    """Words that stand for one of several values, so that it has to be asked which.

    Attributes:
        field: the list whose values they are. phrases: how people say it.
        question: which of it is meant. values: each value with what it is called there; at least two.
        near: a topic that the sentence, or the one before it, must be about, but in a reply.
    """

    field: str
    phrases: tuple[str, ...]
    question: str
    values: Mapping[str, str]
    near: str = ""

    @property
    def asked(self) -> str:
        """The question with what can be meant, in a line."""
        *others, last = self.values.values()
        return f"{self.question} {', '.join(others)} or {last}?"


@dataclass(frozen=True)
class Explained:
    """What is answered where somebody asks for it, though no rule does: what a word means, what is feared.

    Attributes:
        phrases: how people ask. text: the answer, a few plain sentences. source: what it rests on; None where it only
            says how the program works.
    """

    phrases: tuple[str, ...]
    text: str
    source: Source | None = None


@dataclass(frozen=True)
class Lexicon:
    """All words of a base.

    Attributes:
        says: the phrases and what they mean.
        remedies, outcomes: what is tried, and what can become of it (value to phrases).
        pieces: parts of phrases by name.
        topics: what sentences are about, by name.
        no_remedy: phrases in which no remedy is meant ("the rest of the day").
        idle: phrases in which nothing else may be heard (an eye for detail is no eye).
        idioms: phrases in which words mean something else, so that nothing is heard that shares one of them: a green
            light is no green leaf.
        beyond: what no answer speaks of, though people do; where nothing rests on it, its clause is told as not heard.
        telling: phrases that make a clause one that must be heard or told as not heard, as a remedy's name does.
        broader: values of a field that say less than others: left out where one of those was heard.
        lookalikes: words that must not be taken for slips of known ones.
        either: what names one of several values and leaves open which.
        last: fields in which the last word counts, as things change.
        passes: fields that can be said to be over, besides those that the base says to change with time.
        done: fields of what somebody else has done, which is never over; what is only planned of it is not done.
        ranks: of a field whose values can be said together, the order in which they win.
        complaint: the topic that tells that it is not over. well: the topic that tells that what is named beside it
            does no harm.
        most: fields that ask when it is most. mild: the topic of a clause that tells of a little, which is no answer to
            those beside another.
        replies: phrases that mean an answer where their question was just asked, and nothing anywhere else ("every
            day" at "do you water it?"). listed: the same, where the question may stand in a list with others.
        results: the same of what something tried came to.
        kin: fields of remedies that people call by each other's names.
        vague: words that mean an answer where they are nearly all of a reply; in a longer one they can be about
            anything.
        beside: words that tell nothing by themselves where they stand in a reply to a list.
        asks: what is asked about a result: names of parts of its page, and how people ask for them; the first that fits
            counts. asks_at_last: the same where no cause and no remedy is named.
        called: what a cause (by its id), or something outside of the causes (by its finding), is called.
        alike: words in questions, and what the base's texts call that.
        explained: what is explained wherever it is asked for. worries: the same of what is asked or feared while the
            questions still look for it.
        exact: fields of places at which nothing is meant that lies beside them: behind the vase is not the vase.
        none_of: of a field with several values, what says where it was just asked that none of them is so.
        puzzled: how somebody says that the question is not understood. takes_back: what a line begins with that takes
            back what stands behind it ("I never said"). untrue: what it ends with that takes back what stands before.
        asked_like: whole questions with the parts that answer them, for what nothing else understands: the nearest.
    """

    says: tuple[Says, ...]
    remedies: tuple[Remedy, ...] = ()
    outcomes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    pieces: Mapping[str, str] = field(default_factory=dict)
    topics: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    no_remedy: tuple[str, ...] = ()
    idle: tuple[str, ...] = ()
    idioms: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()
    telling: tuple[str, ...] = ()
    broader: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    lookalikes: frozenset[str] = frozenset()
    either: tuple[Ambiguous, ...] = ()
    last: frozenset[str] = frozenset()
    passes: frozenset[str] = frozenset()
    done: frozenset[str] = frozenset()
    ranks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    complaint: str = ""
    well: str = ""
    most: frozenset[str] = frozenset()
    mild: str = ""
    replies: tuple[Says, ...] = ()
    listed: tuple[Says, ...] = ()
    results: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kin: tuple[frozenset[str], ...] = ()
    vague: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    asks: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    asks_at_last: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()
    called: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    alike: Mapping[str, str] = field(default_factory=dict)
    explained: tuple[Explained, ...] = ()
    worries: tuple[Explained, ...] = ()
    exact: frozenset[str] = frozenset()
    none_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    puzzled: tuple[str, ...] = ()
    takes_back: tuple[str, ...] = ()
    untrue: tuple[str, ...] = ()
    asked_like: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def phrase(self, source: str) -> Phrase:
        """One of its phrases, ready to be looked for."""
        return phrase(source, self.pieces)

    @cached_property
    def entries(self) -> Found[Says]:
        """Every phrase with what it means."""
        return Found((self.phrase(source), each) for each in self.says for source in each.phrases)

    @cached_property
    def _sources(self) -> Mapping[tuple[str, bool], list[Says]]:
        """What replies may say, by field and whether it holds in a list."""
        found: dict[tuple[str, bool], list[Says]] = {}
        for listed, entries in ((False, self.replies), (True, self.listed)):
            for each in entries:
                found.setdefault((each.field, listed), []).append(each)
        return found

    def reply_phrases(self, keys: Sequence[str], listed: bool) -> Found[Says]:
        """What replies to these fields may say beside what stories do; in a list only what names its matter."""
        name = (tuple(keys), listed)
        if name not in self._reply_phrases:
            kinds = (True,) if listed else (False, True)
            entries = [each for key in keys for kind in kinds for each in self._sources.get((key, kind), ())]
            self._reply_phrases[name] = Found(
                (self.phrase(source), each) for each in entries for source in each.phrases
            )
        return self._reply_phrases[name]

    @cached_property
    def _reply_phrases(self) -> dict[tuple[tuple[str, ...], bool], Found[Says]]:
        return {}

    @cached_property
    def result_phrases(self) -> Found[str]:
        """Every phrase for what became of the remedy that was asked about, with the value."""
        return Found((self.phrase(source), value) for value, each in self.results.items() for source in each)

    @cached_property
    def remedy_phrases(self) -> Found[str]:
        """Every phrase for a remedy, with its field."""
        return Found((self.phrase(source), each.field) for each in self.remedies for source in each.phrases)

    @cached_property
    def outcome_phrases(self) -> Found[str]:
        """Every phrase for what became of a remedy, with the value."""
        return Found((self.phrase(source), value) for value, each in self.outcomes.items() for source in each)

    @cached_property
    def either_phrases(self) -> Found[Ambiguous]:
        """Every phrase that leaves open which value is meant, with what it can be."""
        return Found((self.phrase(source), each) for each in self.either for source in each.phrases)

    @cached_property
    def topic_phrases(self) -> Mapping[str, Found[str]]:
        """The phrases of each topic."""
        return {name: Found((self.phrase(source), name) for source in each) for name, each in self.topics.items()}

    @cached_property
    def none_of_phrases(self) -> Mapping[str, Found[str]]:
        """Of a field, the phrases that say that none of its values is so."""
        return {key: Found((self.phrase(source), source) for source in each) for key, each in self.none_of.items()}

    @cached_property
    def no_remedy_phrases(self) -> Found[str]:
        """The phrases in which no remedy is meant."""
        return Found((self.phrase(source), source) for source in self.no_remedy)

    @cached_property
    def idle_phrases(self) -> Found[str]:
        """The phrases in which nothing else may be heard."""
        return Found((self.phrase(source), source) for source in self.idle)

    @cached_property
    def idiom_phrases(self) -> Found[str]:
        """The phrases in which words mean something else."""
        return Found((self.phrase(source), source) for source in self.idioms)

    @cached_property
    def explained_phrases(self) -> Found[Explained]:
        """What is explained anywhere, by its phrases."""
        return Found((self.phrase(source), each) for each in self.explained for source in each.phrases)

    @cached_property
    def worry_phrases(self) -> Found[Explained]:
        """What is feared, by its phrases."""
        return Found((self.phrase(source), each) for each in self.worries for source in each.phrases)

    @cached_property
    def puzzled_phrases(self) -> Found[str]:
        """That the question is not understood."""
        return Found((self.phrase(source), source) for source in self.puzzled)

    @cached_property
    def takes_back_phrases(self) -> Found[bool]:
        """That something is taken back: what stands behind the phrase, or, False, what stands before it."""
        return Found(
            (self.phrase(source), behind)
            for behind, sources in ((True, self.takes_back), (False, self.untrue))
            for source in sources
        )

    @cached_property
    def beyond_phrases(self) -> Found[str]:
        """The phrases for what no answer speaks of."""
        return Found((self.phrase(source), source) for source in self.beyond)

    @cached_property
    def telling_phrases(self) -> Found[str]:
        """The phrases of clauses that must be heard."""
        return Found((self.phrase(source), source) for source in self.telling)

    def _all(self) -> Iterator[Phrase]:
        yield from (each for each, _ in self.entries.all)
        said = (
            self.remedy_phrases,
            self.outcome_phrases,
            *self.topic_phrases.values(),
            self.idle_phrases,
            self.idiom_phrases,
            self.no_remedy_phrases,
            self.beyond_phrases,
            self.telling_phrases,
        )
        yield from (each for several in said for each, _ in several.all)

    @cached_property
    def spelling(self) -> Spelling:
        """What mends slips."""
        from expert.hearing.spelling import Spelling

        known = {word for each in self._all() for word in each.words}
        return Spelling(known, self.lookalikes)

    def _expanded(self, source: str) -> str:
        return _PIECE.sub(lambda found: self.pieces[found[1]], source)

    @cached_property
    def reply_spelling(self) -> Spelling:
        """What mends slips in replies: the same, with the words that only replies use."""
        from expert.hearing.spelling import Spelling

        known = {word for each in self._all() for word in each.words}
        said = " ".join(source for each in (*self.replies, *self.listed) for source in each.phrases)
        known |= set(re.findall(r"[^\W\d_]+", f"{self._expanded(said)} {' '.join(SLOTS.values())}"))
        known |= set(
            [
                "thankfully",
                "luckily",
                "percent",
                "miler",
                "milers",
                "birthday",
                "decade",
                "decades",
                "doubled",
                "tripled",
                "halved",
            ]
        )
        known |= {word for each, _ in self.result_phrases.all for word in each.words}
        return Spelling(known, self.lookalikes)


def default_lexicon(vocabulary: Vocabulary) -> Lexicon:
    """The words of a base that names none: its own labels, where they belong to one answer alone."""
    meant: dict[str, set[tuple[str, str]]] = {}
    remedies: list[Remedy] = []
    for key, asked in vocabulary.asked.items():
        if asked.is_remedy:
            name = key.rpartition(".")[2].replace("_", " ")
            remedies.append(Remedy(key, (_literal(name),)))
        elif asked.yes_or_no:
            for value, clause in (("yes", asked.says), ("no", asked.denies)):
                if clause:
                    meant.setdefault(_literal(clause), set()).add((key, value))
        elif asked.values:
            for value, label in asked.values.items():
                for name in (value.replace("_", " "), label, *asked.also.get(value, ())):
                    if len(name) > 2 and name not in ("yes", "none"):
                        meant.setdefault(_literal(name), set()).add((key, value))
    found = [
        Says(*next(iter(whose)), (name,), denied="no" if next(iter(whose))[1] == "yes" else "")
        for name, whose in meant.items()
        if name and len(whose) == 1
    ]
    outcomes = {
        "same": ("(did|does|made|makes) nothing", "no (help|difference|change|better)", "not help*", "changed nothing"),
        "worse": ("made it worse",),
        "better": ("(helped|helps)",),
    }
    allowed = {value for key in vocabulary.remedies for value in vocabulary.asked[key].values}
    return Lexicon(tuple(found), tuple(remedies), {value: each for value, each in outcomes.items() if value in allowed})


def _literal(label: str) -> str:
    """A label as a phrase: without what stands in brackets, and without who is spoken to."""
    text = re.sub(r"\(.*?\)", " ", label.lower()).split(",")[0]
    return " ".join(re.findall(r"[^\W_]+", text.replace("{}", " "))).removeprefix("you ").removeprefix("your ")
