"""What a case can say: groups of fields, and the kinds of answer that a field takes.

A group is an experta ``Fact`` type whose class attributes are fields, so that a rule can write
``Leaf(place="old")``. An *answer* is what a case says about one field, already checked:

========== ==============================  ==========================================
kind       an answer is                    its facts (one value a fact)
========== ==============================  ==========================================
YesNo      ``"yes"`` or ``"no"``           the word
Choice     one of its values               the word
Many       a tuple of its values           each value, and the whole as a ``Listed``
Number     a ``Quantity``                  its exact value (``Fraction``)
Distance   a ``Quantity`` (``8 km``)       its exact value in metres (``Fraction``)
Computed   never given by a case           a ``Fraction``, worked out from other fields
========== ==============================  ==========================================

"Not known" is no answer and no fact. "No" is a fact of its own.

A kind answers for itself: whatever the shell asks of a field, `Field` has an answer to, and a kind says what is
different with it. So a new kind of answer is a new class here.
"""

from __future__ import annotations

import dataclasses
import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from string import Formatter
from typing import Any, ClassVar, NamedTuple, TypeGuard

from expert.errors import CaseError, KnowledgeError, did_you_mean, nearest, shown
from expert.experta_guard import BaseField, Fact
from expert.lengths import DEFAULT, LIMIT, UNIT_NAMES, UNITS
from expert.numbers import MOST_DIGITS, decimal, plain, too_long, written

_DISTANCE = re.compile(r"\s*(?P<number>[0-9]+(?:\.[0-9]+)?|\.[0-9]+)\s*(?P<unit>[A-Za-z]*)\s*")

#: A number as JSON Schema's patterns know it; they know no "whatever the case".
_DIGITS = r"[0-9]+(\.[0-9]+)?|\.[0-9]+"
_UNIT_WORD = "|".join("".join(f"[{letter.upper()}{letter}]" for letter in word) for word in UNIT_NAMES)

#: The answer that a remedy was not tried; a choice that has it is about a remedy.
UNTRIED = "not_tried"


class Quantity(NamedTuple):
    """A number as the case gave it: its exact value in the field's base unit, and how to write it."""

    value: Fraction
    text: str

    @property
    def unit(self) -> str:
        """The unit that it is written in, of a distance."""
        return self.text.rsplit(maxsplit=1)[-1]


@dataclass(frozen=True)
class Listed:
    """The whole of a given list. It is a fact beside the single values, so that "none of these" is a fact too.

    It is no frozenset itself, since experta copies those into plain ones when a fact is made.
    """

    values: frozenset[str]


Answer = str | tuple[str, ...] | Quantity
Answers = Mapping[str, Answer]


def changed(answers: Answers, changes: Mapping[str, Answer | None]) -> dict[str, Answer]:
    """The answers after some changes; None takes one away."""
    return {key: answer for key, answer in {**answers, **changes}.items() if answer is not None}


def is_list(answer: Answer | None) -> TypeGuard[tuple[str, ...]]:
    """Whether an answer is a list of words. A `Quantity` is a tuple too, and is none."""
    return isinstance(answer, tuple) and not isinstance(answer, Quantity)


def quantity(answer: Answer) -> Quantity:
    """An answer that is a number, as one."""
    assert isinstance(answer, Quantity), f"a number was expected, not {answer!r}"
    return answer


def parted(text: str) -> object:
    """A list that is written as one text: several with ``;`` between, ``[]`` for none of them; one stands alone."""
    if text == "[]":
        return []
    return [part.strip() for part in text.split(";")] if ";" in text else text


def takes(function: Callable[..., Any], number: int) -> bool:
    """Whether a function can be called with so many values."""
    try:
        inspect.signature(function).bind(*range(number))
    except TypeError:
        return False
    except ValueError:  # written in C, without a signature to look at
        return True
    return True


@dataclass(eq=False)
class Field(BaseField):  # type: ignore[misc]
    """One thing that a case may say.

    Attributes:
        question: what a person is asked.
        help: what the term means and how to find out, for ``?``.
        says: an English clause with ``{}`` where the answer goes (``"it shows on the {} leaves"``).
        key: the full name, ``group.field``; set when the group class is made.
        reason: why it is asked, in half a line, where it would come cold; it stands below the question.
        tick: a clause that is true where the answer is neither "no" nor an empty list; a field that has one can be a
            line of a tick-list, and is only asked in full where it was ticked.
        untried: what somebody says who has not tried it out ("I have not tried"), where only trying can tell. Such a
            field is asked by itself, never as a line of a list: a line that is not ticked counts as "no".
        values: of a kind that takes words, each with its label in English.
        also: other words by which a person may call a value.
        written: what forms, and people of the trade, write for a value in a file (abbreviations, technical terms).
        implies: of these, words that say more than the value: the other field that they answer too, and its value.
        denies: the clause for "no", or for an empty list.
        unit: of a number.
        sources: what a number is worked out from, see `Computed`.
        single, several, numeric: whether it takes one word, any number of words, a number.
        yes_or_no: whether that word is yes or no. is_length: whether that number is a length, with its unit.
        screen: the kind of screen on which it is asked by itself.
        brief: `line` in a few words, as it stands in a list; nothing where the line is short enough.
        says_briefly: `says` in a few words, as an answer stands among many; nothing where `says` is short enough.
        briefs: in the same way, the labels of values in a list of many; one that is missing stands without its
            "the" and its brackets.
    """

    question: str
    help: str
    says: str
    key: str = ""
    reason: str = ""
    tick: str = ""
    untried: str = ""
    brief: str = ""
    says_briefly: str = ""
    values: Mapping[str, str] = dataclasses.field(default_factory=dict, init=False)
    briefs: Mapping[str, str] = dataclasses.field(default_factory=dict, init=False)
    also: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict, init=False)
    written: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict, init=False)
    implies: Mapping[str, tuple[str, str]] = dataclasses.field(default_factory=dict, init=False)
    denies: str = dataclasses.field(default="", init=False)
    unit: str = dataclasses.field(default="", init=False)
    sources: Sequence[tuple[str, ...]] = dataclasses.field(default=(), init=False)

    single: ClassVar[bool] = False
    several: ClassVar[bool] = False
    numeric: ClassVar[bool] = False
    yes_or_no: ClassVar[bool] = False
    is_length: ClassVar[bool] = False
    screen: ClassVar[str] = "choice"

    @property
    def line(self) -> str:
        """The clause by which it stands in a tick-list, or nothing where it can be no line."""
        return self.tick

    @property
    def denial(self) -> Answer:
        """The answer of one who did not tick it."""
        raise NotImplementedError

    @property
    def assent(self) -> Answer | None:
        """The answer of one who ticked it and can say no more; None where a tick alone is no answer."""
        return None

    @property
    def asks_on(self) -> bool:
        """Whether its question is asked in full once its line was ticked."""
        return True

    @property
    def is_remedy(self) -> bool:
        """Whether it says what became of something that was tried."""
        return False

    mandatory: ClassVar[bool] = False
    default: ClassVar[object] = None

    def validate(self, data: object) -> None:
        """experta's own check of a declared fact; ours happened when the case was read."""

    def read(self, raw: object, units: str = "") -> Answer:
        """Turn a raw value of a case file into an answer.

        Args:
            raw: the value; units: the unit of a bare distance. Without one a distance must name its own.

        Raises:
            CaseError: the value is not allowed; names the field and what is.
        """
        raise NotImplementedError

    def unit_words(self, units: str) -> str:
        """The unit of a bare number, in words; of a length `units`."""
        return self.unit

    def typed(self, text: str) -> object:
        """A value that is written as one text (a cell, a word of a command line) as `read` takes it."""
        return text

    def schema(self, unknown: Sequence[str | None]) -> dict[str, Any]:
        """The JSON Schema of what it takes, these words for "not known" included."""
        raise NotImplementedError

    def facts(self, answer: Answer) -> Iterator[Any]:
        """The values under which this answer is asserted into working memory."""
        yield answer

    def known(self, answers: Answers) -> tuple[Any, ...]:
        """The values under which it stands in working memory; none where it is not known."""
        return tuple(self.facts(answers[self.key])) if self.key in answers else ()

    def joined(self, old: Answer | None, new: Answer) -> Answer:
        """What two answers come to where the second is said besides the first: a list of both, in the field's order.

        Of what is no list the second takes the place of the first.
        """
        if not (is_list(old) and is_list(new)):
            return new
        return tuple(value for value in self.values if value in old or value in new)

    def plain(self, answer: Answer) -> Any:
        """The answer as JSON and YAML write it, readable again by `read`."""
        return answer

    def describe(self, answer: Answer, says: str = "") -> str:
        """The answer as an English clause.

        Args:
            says: another clause than the field's own.
        """
        raise NotImplementedError

    def allowed(self) -> str:
        """What the field takes, as one phrase for an error message."""
        raise NotImplementedError

    def faults(self, asked: Mapping[str, Field]) -> Iterator[str]:
        """What is wrong with how it is written; `asked` are the fields that a case can fill in."""
        try:
            slots = [slot for _, slot, _, _ in Formatter().parse(self.says) if slot is not None]
        except ValueError as error:
            yield f"says {self.says!r}: {error}"
            return
        yield from self._slot_faults(slots)
        if self.untried and (self.tick or self.numeric or self.is_remedy):
            yield "is asked by itself (untried), so it can be no line to tick, no number and no remedy"

    def _slot_faults(self, slots: Sequence[str]) -> Iterator[str]:
        if slots != [""]:
            yield f"says {self.says!r}: it needs one {{}} where the answer goes"

    def wrong(self, raw: object, hint: str = "") -> CaseError:
        """The error for a value that is not allowed here."""
        return CaseError(f"{self.key}: {shown(raw)} is not allowed{hint or '.'} Allowed: {self.allowed()}.", self.key)


@dataclass(eq=False)
class _Words(Field):
    """Base of the kinds whose answers are words, out of some that are named."""

    values: Mapping[str, str] = dataclasses.field(default_factory=dict)
    also: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    briefs: Mapping[str, str] = dataclasses.field(default_factory=dict)
    written: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    implies: Mapping[str, tuple[str, str]] = dataclasses.field(default_factory=dict)

    def _word(self, raw: object) -> str:
        """A raw word as one of the values."""
        word = raw.strip().lower().replace(" ", "_") if isinstance(raw, str) else ""
        if word not in self.values:
            raise self.wrong(raw, self._meant(word))
        return word

    def _meant(self, word: str) -> str:
        """The value that another word for it says, or that it is most like; see `did_you_mean`."""
        known = {value: value for value in self.values}
        known |= {
            name.lower().replace(" ", "_"): value
            for names in (self.written, self.also, {value: (brief,) for value, brief in self.briefs.items()})
            for value, each in names.items()
            for name in each
        }
        near = nearest(word, known)
        return f", did you mean {known[near]}?" if near else ""

    def allowed(self) -> str:
        """The values, in order."""
        return ", ".join(self.values)

    def faults(self, asked: Mapping[str, Field]) -> Iterator[str]:
        """See `Field.faults`."""
        if not self.values:
            yield "has no values; name them as values={word: label}"
        for name in ("also", "written", "briefs"):
            for word in getattr(self, name):
                if word not in self.values:
                    yield f"{name} has {word!r}, which is none of its values{did_you_mean(word, self.values)}"
        for word, (key, value) in self.implies.items():
            other = asked.get(key)
            if other is None or value not in other.values:
                yield f"implies has {word!r} for {key} = {value}, which is no field with such a value"
        yield from super().faults(asked)


@dataclass(eq=False)
class Choice(_Words):
    """One value out of several.

    Attributes:
        values: each value with its label in English.
        also: other words by which a person may call a value.
        briefs, written, implies: see `Field`.
    """

    single: ClassVar[bool] = True

    def read(self, raw: object, units: str = "") -> Answer:
        """One of the values; yes and no may come as true and false."""
        if isinstance(raw, list) and len(raw) == 1:
            raw = raw[0]
        if isinstance(raw, bool):
            raw = "yes" if raw else "no"
        return self._word(raw)

    def schema(self, unknown: Sequence[str | None]) -> dict[str, Any]:
        """See `Field.schema`."""
        truths = [truth for truth, word in ((True, "yes"), (False, "no")) if word in self.values]
        return {"enum": [*self.values, *truths, *unknown]}

    @property
    def is_remedy(self) -> bool:
        """Whether "not tried" is one of the values."""
        return UNTRIED in self.values

    @property
    def assent(self) -> Answer | None:
        """Yes, where that is one of the values."""
        return "yes" if "yes" in self.values else None

    @property
    def denial(self) -> Answer:
        """No."""
        return "no"

    def describe(self, answer: Answer, says: str = "") -> str:
        """The clause with the value's label."""
        return (says or self.says).format(self.values[str(answer)])


@dataclass(eq=False)
class Either(Choice):
    """One of two values: who ticks its line says the first, who does not the second."""

    @property
    def assent(self) -> Answer | None:
        """The first value."""
        return next(iter(self.values))

    @property
    def denial(self) -> Answer:
        """The second value."""
        return list(self.values)[1]

    @property
    def asks_on(self) -> bool:
        """Never: a tick says all."""
        return False

    def faults(self, asked: Mapping[str, Field]) -> Iterator[str]:
        """See `Field.faults`."""
        if len(self.values) not in (0, 2):
            yield f"has {len(self.values)} values and must have two"
        yield from super().faults(asked)


@dataclass(eq=False)
class YesNo(Either):
    """Yes or no; `says` is the clause for yes, `denies` the one for no.

    Attributes:
        alone: whether it is asked by itself: where a "no" speaks for something, leaving out a line must not say it.
    """

    yes_or_no: ClassVar[bool] = True

    denies: str = ""
    alone: bool = False

    def __post_init__(self) -> None:
        self.values = {"yes": "yes", "no": "no"}

    @property
    def line(self) -> str:
        """The clause for yes: every yes-or-no field can be a line to tick, but one that has to be tried out."""
        return "" if self.untried or self.alone else self.says

    def describe(self, answer: Answer, says: str = "") -> str:
        """The clause for yes, or the one for no."""
        return says or self.says if answer == "yes" else self.denies

    def _slot_faults(self, slots: Sequence[str]) -> Iterator[str]:
        if slots:
            yield f"says {self.says!r}: a yes-or-no field says a whole clause, without {{}}"


@dataclass(eq=False)
class Many(_Words):
    """Any number of values. A given list is complete: what it leaves out is "no".

    Attributes:
        values: each value with its label in English.
        also: other words by which a person may call a value.
        briefs, written, implies: see `Field`.
        denies: the clause for an empty list; without one `says` is told "none of these".
    """

    several: ClassVar[bool] = True
    screen: ClassVar[str] = "many"

    denies: str = ""

    def read(self, raw: object, units: str = "") -> Answer:
        """Some of the values, in the field's own order; a single value is a list of one."""
        chosen = {self._word(item) for item in (raw if isinstance(raw, list) else [raw])}
        return tuple(value for value in self.values if value in chosen)

    def typed(self, text: str) -> object:
        """See `Field.typed`: its parts."""
        return parted(text)

    def schema(self, unknown: Sequence[str | None]) -> dict[str, Any]:
        """See `Field.schema`."""
        listed = {"type": "array", "items": {"enum": list(self.values)}}
        return {"anyOf": [{"enum": [*self.values, *unknown]}, listed, {"type": "array", "const": ["unknown"]}]}

    def facts(self, answer: Answer) -> Iterator[Any]:
        """Each listed value, then the whole list."""
        yield from answer
        yield Listed(frozenset(str(value) for value in answer))

    def plain(self, answer: Answer) -> Any:
        """A list."""
        return list(answer)

    @property
    def denial(self) -> Answer:
        """None of them."""
        return ()

    def describe(self, answer: Answer, says: str = "") -> str:
        """The clause with all the labels, or the one for none."""
        if not answer and self.denies:
            return self.denies
        labels = [self.values[str(value)] for value in answer]
        return (says or self.says).format(in_words(labels) if labels else "none of these")

    def allowed(self) -> str:
        """The values, in order."""
        return f"any of {super().allowed()}"


@dataclass(eq=False)
class Numeric(Field):
    """Base of the kinds whose answers are numbers."""

    numeric: ClassVar[bool] = True
    screen: ClassVar[str] = "numbers"

    def read(self, raw: object, units: str = "") -> Quantity:
        """See `Field.read`."""
        raise NotImplementedError

    @property
    def bounds(self) -> tuple[Fraction, Fraction]:
        """The least and the most that it takes, in its base unit."""
        raise NotImplementedError

    def scale(self, units: str) -> Fraction:
        """What one of the unit in which numbers are typed is in its base unit."""
        return Fraction(1)

    def quantity(self, value: Fraction) -> Quantity:
        """A number in its base unit as an answer, written as near as a float comes to it."""
        raise NotImplementedError

    def _text(self, raw: object) -> str:
        """A raw number as text."""
        if isinstance(raw, bool) or not isinstance(raw, (int, float, str, Decimal)):
            raise self.wrong(raw)
        text = written(raw)
        if too_long(text):
            raise self.wrong(raw, f"; it has more than {MOST_DIGITS} digits.")
        return text

    def _schema(self, number: Mapping[str, object], pattern: str, unknown: Sequence[str | None]) -> dict[str, Any]:
        """A number, or the same as text, or not known."""
        return {
            "anyOf": [{"type": "number", **number}, {"type": "string", "pattern": pattern}, {"enum": list(unknown)}]
        }

    def facts(self, answer: Answer) -> Iterator[Any]:
        """The exact value."""
        yield quantity(answer).value

    def describe(self, answer: Answer, says: str = "") -> str:
        """The clause with the number as it was given."""
        return (says or self.says).format(quantity(answer).text)


@dataclass(eq=False)
class Number(Numeric):
    """A number in `unit`, from `least` to `most`."""

    unit: str = ""
    least: int = 0
    most: int = 10_000

    def read(self, raw: object, units: str = "") -> Quantity:
        """A number within the bounds; a percent sign is taken where the unit is percent."""
        text = self._text(raw)
        if self.unit == "percent":
            text = text.removesuffix("%")
        number = decimal(text.strip())
        if number is None or not self.least <= number <= self.most:
            raise self.wrong(raw)
        return Quantity(Fraction(number), plain(number))

    @property
    def bounds(self) -> tuple[Fraction, Fraction]:
        """See `Numeric.bounds`."""
        return Fraction(self.least), Fraction(self.most)

    def quantity(self, value: Fraction) -> Quantity:
        """See `Numeric.quantity`."""
        return Quantity(value, f"{float(value):g}")

    def schema(self, unknown: Sequence[str | None]) -> dict[str, Any]:
        """See `Field.schema`."""
        percent = "%?" if self.unit == "percent" else ""
        number = {"minimum": self.least, "maximum": self.most}
        return self._schema(number, rf"^\s*[+-]?({_DIGITS})\s*{percent}\s*$", unknown)

    def plain(self, answer: Answer) -> Any:
        """An int, or a float for a broken number."""
        value = quantity(answer).value
        return int(value) if value.denominator == 1 else float(value)

    def describe(self, answer: Answer, says: str = "") -> str:
        """The clause with the number; what is said of one and of several by "(s)" is put right."""
        number = quantity(answer)
        clause = says or self.says
        if self.unit == "weeks" and _in_days(number.value) and "week(s)" in clause:
            days = round(number.value * 7)
            return clause.replace("week(s)", "day" if days == 1 else "days").format(days)
        if self.unit == "weeks" and number.value.denominator not in (1, 2) and "week(s)" in clause:
            return clause.replace("{} week(s)", _about(number.value))
        return clause.replace("(s)", "" if number.value == 1 else "s").format(number.text)

    def allowed(self) -> str:
        """The unit and the bounds."""
        return f"a number of {self.unit} from {self.least} to {self.most:,}"


@dataclass(eq=False)
class Distance(Numeric):
    """A distance with its unit, such as ``8 km``; up to `most` of `expert.lengths.LIMIT`."""

    is_length: ClassVar[bool] = True

    most: int = 20_000

    def read(self, raw: object, units: str = "") -> Quantity:
        """A number with its unit; a bare one is in `units` (``mi`` or ``km``)."""
        found = _DISTANCE.fullmatch(self._text(raw))
        if found is None:
            raise self.wrong(raw)
        word = found["unit"].lower() or units
        if word not in UNIT_NAMES:
            raise self.wrong(raw, _unit_hint(word))
        unit, number = UNITS[UNIT_NAMES[word]], Decimal(found["number"])
        metres = Fraction(number) * unit.metres
        if metres > self.longest:
            raise self.wrong(raw)
        return Quantity(metres, f"{plain(number)} {unit.name}")

    @property
    def longest(self) -> Fraction:
        """The limit in metres."""
        return self.most * LIMIT.metres

    @property
    def bounds(self) -> tuple[Fraction, Fraction]:
        """See `Numeric.bounds`."""
        return Fraction(0), self.longest

    def scale(self, units: str) -> Fraction:
        """See `Numeric.scale`: metres."""
        return UNITS[units].metres

    def unit_words(self, units: str) -> str:
        """See `Field.unit_words`."""
        return UNITS[units].words

    def quantity(self, value: Fraction) -> Quantity:
        """See `Numeric.quantity`."""
        unit = UNITS[DEFAULT]
        return Quantity(value, f"{float(value) / float(unit.metres):g} {unit.name}")

    def schema(self, unknown: Sequence[str | None]) -> dict[str, Any]:
        """See `Field.schema`."""
        return self._schema({"minimum": 0}, rf"^\s*({_DIGITS})\s*({_UNIT_WORD})?\s*$", unknown)

    def plain(self, answer: Answer) -> Any:
        """The text with its unit."""
        return quantity(answer).text

    def allowed(self) -> str:
        """How a distance is written."""
        examples = in_words([unit.example for unit in UNITS.values()], "or")
        return f"a distance such as {examples}, up to {self.most:,} {LIMIT.name}"


@dataclass(eq=False)
class Computed(Numeric):
    """A number that no case gives: arithmetic over answers (not judgement, which is the rules' business).

    Attributes:
        sources: alternatives, tried in order; each a tuple of field names that must all be answered.
        work_out: the values of one alternative (``Fraction`` each) to the result, or None where it has none
            (a rise from zero).
        unit: of the result.
    """

    sources: Sequence[tuple[str, ...]] = ()
    work_out: Callable[..., Fraction | None] = lambda *values: None
    unit: str = "percent"

    def value(self, answers: Answers) -> tuple[Fraction, tuple[str, ...]] | None:
        """The result and the fields that it was worked out from, or None where those are not known."""
        for names in self.sources:
            if all(name in answers for name in names):
                result = self.work_out(*(quantity(answers[name]).value for name in names))
                if result is not None:
                    return result, names
        return None

    def known(self, answers: Answers) -> tuple[Any, ...]:
        """The result, if there is one."""
        found = self.value(answers)
        return () if found is None else (found[0],)

    def faults(self, asked: Mapping[str, Field]) -> Iterator[str]:
        """See `Field.faults`."""
        yield from super().faults(asked)
        if not self.sources:
            yield "has no sources to be worked out from"
        for names in self.sources:
            yield from (f"is worked out from {name}, which is no number" for name in names if not asked[name].numeric)
            if not takes(self.work_out, len(names)):
                yield f"is worked out from {' and '.join(names)}, and work_out does not take {len(names)} value(s)"

    def allowed(self) -> str:
        """It takes nothing."""
        return "nothing: it is worked out from " + " or ".join(" and ".join(names) for names in self.sources)


def _unit_hint(word: str) -> str:
    """What is said of a word that is no unit. No unit is taken for a misspelt one that begins otherwise."""
    like = [name for name in UNIT_NAMES if len(name) > 2 and name[0] == word[:1]]
    return (did_you_mean(word, like) if like and len(word) > 3 else "") or "; unknown unit."


def in_words(labels: Sequence[str], last: str = "and") -> str:
    """``a, b and c``."""
    return labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} {last} {labels[-1]}"


class Group(Fact):  # type: ignore[misc]
    """Base of a case's groups. A subclass's class attributes are its fields; its name in lower case is the group's."""

    __fields__: ClassVar[dict[str, Field]]

    def __init_subclass__(cls) -> None:
        for name, field in cls.__fields__.items():
            field.key = f"{cls.group_name()}.{name}"

    def validate(self) -> None:
        """Answers were checked when the case was read, patterns when the knowledge base was loaded."""

    @classmethod
    def group_name(cls) -> str:
        """``leaf`` for ``class Leaf``."""
        return cls.__name__.lower()


class Vocabulary:
    """All groups and fields of a knowledge base, by name.

    Args:
        groups: the groups, in order.
        unit: the unit of a bare distance where its case names none, by its name in `expert.lengths.UNITS`.

    Raises:
        KnowledgeError: a computed field names a source that is no field.
    """

    def __init__(self, groups: Iterable[type[Group]], unit: str = DEFAULT) -> None:
        self.unit = unit
        self.groups = {group.group_name(): group for group in groups}
        self.fields: dict[str, Field] = {
            field.key: field for group in self.groups.values() for field in group.__fields__.values()
        }
        #: The place of each field in their order.
        self.position = {key: place for place, key in enumerate(self.fields)}
        self.asked = {key: field for key, field in self.fields.items() if not isinstance(field, Computed)}
        self.computed = {key: field for key, field in self.fields.items() if isinstance(field, Computed)}
        #: The fields, worked out or not, that are numbers.
        self.numbers = {key: field for key, field in self.fields.items() if isinstance(field, Numeric)}
        #: The fields that say what became of a remedy.
        self.remedies = tuple(key for key, held in self.asked.items() if held.is_remedy)
        #: Fields that a computed one is worked out from only where others are not known.
        self.stand_ins = frozenset(
            name for held in self.computed.values() for names in held.sources[1:] for name in names
        )
        for field in self.computed.values():
            for name in (name for names in field.sources for name in names):
                if name not in self.asked:
                    raise KnowledgeError(f"{field.key}: source {name} is no field{did_you_mean(name, self.asked)}")

    def sources(self, key: str) -> tuple[str, ...]:
        """The fields to ask in order to learn `key`: itself, or for a computed field those of its alternatives."""
        if key in self.asked:
            return (key,)
        return tuple(dict.fromkeys(name for names in self.fields[key].sources for name in names))

    def known(self, answers: Answers) -> dict[str, tuple[Any, ...]]:
        """The values under which each field stands in working memory, of those that are known or can be worked out."""
        asked, fields = self.asked, [*answers, *self.computed]
        found = {key: (asked.get(key) or self.computed[key]).known(answers) for key in fields}
        return {key: values for key, values in found.items() if values}

    def fact(self, key: str, value: object) -> Fact:
        """The fact that a field has a value, of those in which its answers are told."""
        group, name = key.split(".")
        return self.groups[group](**{name: value})


def _about(weeks: Fraction) -> str:
    """Weeks and a part of one as people say them: "about 2 months" where months come to them, else whole weeks."""
    months = round(weeks * 3 / 13)
    if months and round(float(weeks), 1) == round(months * 13 / 3, 1):
        return "about a month" if months == 1 else f"about {months} months"
    return f"about {round(weeks)} weeks"


def _in_days(weeks: Fraction) -> bool:
    """Whether a length of time is told in days: a part of a week or two."""
    return 0 < weeks < 3 and weeks.denominator != 1
