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
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any, ClassVar, NamedTuple

from expert.errors import CaseError, KnowledgeError, did_you_mean, shown
from expert.experta_guard import BaseField, Fact
from expert.lengths import DEFAULT, LIMIT, UNIT_NAMES, UNITS

_NUMBER = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?", re.ASCII)
_DISTANCE = re.compile(r"\s*(?P<number>[0-9]+(?:\.[0-9]+)?|\.[0-9]+)\s*(?P<unit>[A-Za-z]*)\s*")


#: More than any number needs; much longer ones take their time to be worked with.
_MOST_DIGITS = 30
_TOO_LONG = f"; it has more than {_MOST_DIGITS} digits."

#: The answer that a remedy was not tried; a choice that has it is about a remedy.
UNTRIED = "not_tried"


class Quantity(NamedTuple):
    """A number as the case gave it: its exact value in the field's base unit, and how to write it."""

    value: Fraction
    text: str


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


def _written(raw: object) -> str:
    """A number as text; one beyond what Python writes out, as what is too long to be read."""
    try:
        return str(raw).strip()
    except ValueError:
        return "9" * (_MOST_DIGITS + 1)


def _too_long(text: str) -> bool:
    """Whether a number has more digits than any needs, those of its exponent aside."""
    return sum(map(str.isdigit, re.split("[eE]", text[: 4 * _MOST_DIGITS])[0])) > _MOST_DIGITS


def _decimal(text: str) -> Decimal | None:
    """A text as a finite decimal number of no more than twelve digits before the point, or None where it is none."""
    if not _NUMBER.fullmatch(text):
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:  # an exponent that no Decimal can have
        return None
    if abs(number.adjusted()) >= 12:
        return None
    return number or abs(number)  # nothing is nothing, be it written with a minus


def _plain(number: Decimal) -> str:
    """A decimal without exponent or trailing zeros: ``44``, ``0.3``."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


@dataclass(eq=False)
class Field(BaseField):  # type: ignore[misc]
    """One thing that a case may say.

    Attributes:
        question: what a person is asked.
        help: what the term means and how to find out, for ``?``.
        says: an English clause with ``{}`` where the answer goes (``"it shows on the {} leaves"``).
        key: the full name, ``group.field``; set when the group class is made.
        tick: a clause that is true where the answer is neither "no" nor an empty list; a field that has one can be a
            line of a tick-list, and is only asked in full where it was ticked.
    """

    question: str
    help: str
    says: str
    key: str = ""
    tick: str = ""

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

    def facts(self, answer: Answer) -> Iterator[Any]:
        """The values under which this answer is asserted into working memory."""
        yield answer

    def plain(self, answer: Answer) -> Any:
        """The answer as JSON and YAML write it, readable again by `read`."""
        return answer

    def describe(self, answer: Answer) -> str:
        """The answer as an English clause."""
        raise NotImplementedError

    def allowed(self) -> str:
        """What the field takes, as one phrase for an error message."""
        raise NotImplementedError

    def wrong(self, raw: object, hint: str = "") -> CaseError:
        """The error for a value that is not allowed here."""
        return CaseError(f"{self.key}: {shown(raw)} is not allowed{hint or '.'} Allowed: {self.allowed()}.", self.key)


@dataclass(eq=False)
class Choice(Field):
    """One value out of several.

    Attributes:
        values: each value with its label in English.
        also: other words by which a person may call a value.
    """

    values: Mapping[str, str] = None  # type: ignore[assignment]
    also: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)

    def read(self, raw: object, units: str = "") -> Answer:
        """One of the values; yes and no may come as true and false."""
        if isinstance(raw, list) and len(raw) == 1:
            raw = raw[0]
        if isinstance(raw, bool):
            raw = "yes" if raw else "no"
        word = raw.strip().lower().replace(" ", "_") if isinstance(raw, str) else raw
        if not isinstance(word, str) or word not in self.values:
            hint = did_you_mean(word, self.values) if isinstance(word, str) else ""
            raise self.wrong(raw, hint)
        return word

    @property
    def is_remedy(self) -> bool:
        """Whether "not tried" is one of the values."""
        return UNTRIED in (self.values or ())

    @property
    def assent(self) -> Answer | None:
        """Yes, where that is one of the values."""
        return "yes" if "yes" in self.values else None

    @property
    def denial(self) -> Answer:
        """No."""
        return "no"

    def describe(self, answer: Answer) -> str:
        """The clause with the value's label."""
        return self.says.format(self.values[str(answer)])

    def allowed(self) -> str:
        """The values, in order."""
        return ", ".join(self.values)


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


@dataclass(eq=False)
class YesNo(Either):
    """Yes or no; `says` is the clause for yes, `denies` the one for no."""

    denies: str = ""

    def __post_init__(self) -> None:
        self.values = {"yes": "yes", "no": "no"}

    @property
    def line(self) -> str:
        """The clause for yes: every yes-or-no field can be a line to tick."""
        return self.says

    def describe(self, answer: Answer) -> str:
        """The clause for yes, or the one for no."""
        return self.says if answer == "yes" else self.denies


@dataclass(eq=False)
class Many(Field):
    """Any number of values. A given list is complete: what it leaves out is "no".

    Attributes:
        values: each value with its label in English.
        also: other words by which a person may call a value.
        denies: the clause for an empty list; without one `says` is told "none of these".
    """

    values: Mapping[str, str] = None  # type: ignore[assignment]
    also: Mapping[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    denies: str = ""

    def read(self, raw: object, units: str = "") -> Answer:
        """Some of the values, in the field's own order; a single value is a list of one."""
        items = raw if isinstance(raw, list) else [raw]
        chosen: set[str] = set()
        for item in items:
            word = item.strip().lower().replace(" ", "_") if isinstance(item, str) else item
            if not isinstance(word, str) or word not in self.values:
                raise self.wrong(item, did_you_mean(word, self.values) if isinstance(word, str) else "")
            chosen.add(word)
        return tuple(value for value in self.values if value in chosen)

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

    def describe(self, answer: Answer) -> str:
        """The clause with all the labels, or the one for none."""
        if not answer and self.denies:
            return self.denies
        labels = [self.values[str(value)] for value in answer]
        return self.says.format(in_words(labels) if labels else "none of these")

    def allowed(self) -> str:
        """The values, in order."""
        return "any of " + ", ".join(self.values)


@dataclass(eq=False)
class Number(Field):
    """A number in `unit`, from `least` to `most`."""

    unit: str = ""
    least: int = 0
    most: int = 10_000

    def read(self, raw: object, units: str = "") -> Answer:
        """A number within the bounds; a percent sign is taken where the unit is percent."""
        if isinstance(raw, bool) or not isinstance(raw, (int, float, str, Decimal)):
            raise self.wrong(raw)
        text = _written(raw)
        if self.unit == "percent":
            text = text.removesuffix("%")
        if _too_long(text):
            raise self.wrong(raw, _TOO_LONG)
        number = _decimal(text.strip())
        if number is None or not self.least <= number <= self.most:
            raise self.wrong(raw)
        return Quantity(Fraction(number), _plain(number))

    def facts(self, answer: Answer) -> Iterator[Any]:
        """The exact value."""
        yield _quantity(answer).value

    def plain(self, answer: Answer) -> Any:
        """An int, or a float for a broken number."""
        value = _quantity(answer).value
        return int(value) if value.denominator == 1 else float(value)

    def describe(self, answer: Answer) -> str:
        """The clause with the number; what is said of one and of several by "(s)" is put right."""
        number = _quantity(answer)
        return self.says.replace("(s)", "" if number.value == 1 else "s").format(number.text)

    def allowed(self) -> str:
        """The unit and the bounds."""
        return f"a number of {self.unit} from {self.least} to {self.most:,}"


@dataclass(eq=False)
class Distance(Field):
    """A distance with its unit, such as ``8 km``; up to `most` of `expert.lengths.LIMIT`."""

    most: int = 20_000

    def read(self, raw: object, units: str = "") -> Answer:
        """A number with its unit; a bare one is in `units` (``mi`` or ``km``)."""
        if isinstance(raw, bool) or not isinstance(raw, (int, float, str, Decimal)):
            raise self.wrong(raw)
        text = _written(raw)
        if _too_long(text):
            raise self.wrong(raw, _TOO_LONG)
        found = _DISTANCE.fullmatch(text)
        if found is None:
            raise self.wrong(raw)
        word = found["unit"].lower() or units
        if word not in UNIT_NAMES:
            raise self.wrong(raw, did_you_mean(word, UNIT_NAMES) or "; unknown unit.")
        unit, number = UNITS[UNIT_NAMES[word]], Decimal(found["number"])
        metres = Fraction(number) * unit.metres
        if metres > self.longest:
            raise self.wrong(raw)
        return Quantity(metres, f"{_plain(number)} {unit.name}")

    @property
    def longest(self) -> Fraction:
        """The limit in metres."""
        return self.most * LIMIT.metres

    def facts(self, answer: Answer) -> Iterator[Any]:
        """The exact value in metres."""
        yield _quantity(answer).value

    def plain(self, answer: Answer) -> Any:
        """The text with its unit."""
        return _quantity(answer).text

    def describe(self, answer: Answer) -> str:
        """The clause with the distance in the unit that it was given in."""
        return self.says.format(_quantity(answer).text)

    def allowed(self) -> str:
        """How a distance is written."""
        examples = in_words([unit.example for unit in UNITS.values()], "or")
        return f"a distance such as {examples}, up to {self.most:,} {LIMIT.name}"


@dataclass(eq=False)
class Computed(Field):
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
                result = self.work_out(*(_quantity(answers[name]).value for name in names))
                if result is not None:
                    return result, names
        return None

    def describe(self, answer: Answer) -> str:
        """The clause with the number."""
        return self.says.format(_quantity(answer).text)

    def allowed(self) -> str:
        """It takes nothing."""
        return "nothing: it is worked out from " + " or ".join(" and ".join(names) for names in self.sources)


def _quantity(answer: Answer) -> Quantity:
    assert isinstance(answer, Quantity), f"a number was expected, not {answer!r}"
    return answer


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
        self.computed = [field for field in self.fields.values() if isinstance(field, Computed)]
        #: The fields that say what became of a remedy.
        self.remedies = tuple(key for key, held in self.asked.items() if held.is_remedy)
        #: Fields that a computed one is worked out from only where others are not known.
        self.stand_ins = frozenset(name for held in self.computed for names in held.sources[1:] for name in names)
        for field in self.computed:
            for name in (name for names in field.sources for name in names):
                if name not in self.asked:
                    raise KnowledgeError(f"{field.key}: source {name} is no field{did_you_mean(name, self.asked)}")

    def sources(self, key: str) -> tuple[str, ...]:
        """The fields to ask in order to learn `key`: itself, or for a computed field those of its alternatives."""
        field = self.fields[key]
        if not isinstance(field, Computed):
            return (key,)
        return tuple(dict.fromkeys(name for names in field.sources for name in names))

    def facts(self, answers: Answers) -> Iterator[tuple[Fact, tuple[str, ...]]]:
        """Every fact that the answers give, with the fields that it comes from, in the vocabulary's order."""
        for key, field in self.asked.items():
            if key in answers:
                for value in field.facts(answers[key]):
                    yield self._fact(key, value), (key,)
        for computed in self.computed:
            result = computed.value(answers)
            if result is not None:
                yield self._fact(computed.key, result[0]), result[1]

    def _fact(self, key: str, value: object) -> Fact:
        group, name = key.split(".")
        return self.groups[group](**{name: value})
