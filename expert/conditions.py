"""Conditions that can be read back: explained, checked, indexed, translated for a prover.

A rule's left-hand side is a conjunction of experta patterns, each about one field with one test:

    Pot(soil="dry")                                a literal
    Pot(soil=one_of("moist", "soaked"))            any of these values
    Leaf(colour=none_of("yellow"))                 a given list without any of these: a known "no"
    Plant(days_dry=at_least(LONG_AGO))             a number against a named interpretation
    Found("wet roots"), Concluded(THIRST)          what rules found and what was concluded

A test is total: it answers False, and never raises, for a value of a type that it does not expect. Every test says
what `values` it names, the `limit` that it compares with, if any, and whether it `excludes` the values that it names.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar

from expert.errors import KnowledgeError
from expert.experta_guard import Fact, P
from expert.fields import Group, Listed


@dataclass(frozen=True)
class Interpretation:
    """A number that the source does not give, named, with the reason why it is this one.

    Attributes:
        name: what the number decides (``long ago``).
        value: the number, exact, in the field's base unit (metres for a distance).
        shown: the number with its unit, for a reader.
        reason: why this number; cites its source where there is one.
        given: the rule's own source gives the number, so that nothing was read into it.
    """

    name: str
    value: Fraction
    shown: str
    reason: str
    given: bool = False


@dataclass(frozen=True)
class Is:
    """The value is this one."""

    limit: ClassVar[None] = None
    excludes: ClassVar[bool] = False

    value: str

    def __call__(self, value: object) -> bool:
        return bool(value == self.value)

    @property
    def values(self) -> tuple[str, ...]:
        """The values that pass."""
        return (self.value,)


@dataclass(frozen=True)
class OneOf:
    """The value is one of these."""

    limit: ClassVar[None] = None
    excludes: ClassVar[bool] = False

    values: tuple[str, ...]

    def __call__(self, value: object) -> bool:
        return isinstance(value, str) and value in self.values


@dataclass(frozen=True)
class NoneOf:
    """The list was given and holds none of these (with no values at all: the list is empty)."""

    limit: ClassVar[None] = None
    excludes: ClassVar[bool] = True

    values: tuple[str, ...]

    def __call__(self, value: object) -> bool:
        return isinstance(value, Listed) and value.values.isdisjoint(self.values)


COMPARISONS: dict[str, tuple[Callable[[Any, Any], bool], str]] = {
    "at_least": (operator.ge, "at least"),
    "above": (operator.gt, "more than"),
    "at_most": (operator.le, "at most"),
}


@dataclass(frozen=True)
class Compares:
    """The number stands in this relation to the interpretation's."""

    values: ClassVar[tuple[str, ...]] = ()
    excludes: ClassVar[bool] = False

    relation: str
    limit: Interpretation

    def __call__(self, value: object) -> bool:
        return isinstance(value, Fraction) and COMPARISONS[self.relation][0](value, self.limit.value)


Test = Is | OneOf | NoneOf | Compares


def one_of(*values: str) -> P:
    """Any of these values."""
    return P(OneOf(values))


def none_of(*values: str) -> P:
    """A list was given, and it holds none of these."""
    return P(NoneOf(values))


def at_least(limit: Interpretation) -> P:
    """This number or more."""
    return P(Compares("at_least", limit))


def above(limit: Interpretation) -> P:
    """More than this number."""
    return P(Compares("above", limit))


def at_most(limit: Interpretation) -> P:
    """This number or less."""
    return P(Compares("at_most", limit))


class Finding(Fact):  # type: ignore[misc]
    """An abstraction that a rule concluded from the answers (wet roots, a flood)."""

    def validate(self) -> None:
        """Checked when the knowledge base was loaded."""


class Conclusion(Fact):  # type: ignore[misc]
    """A cause that was concluded, with one fact for each level that it reaches: ``Conclusion(thirst="likely")``."""

    def validate(self) -> None:
        """Checked when the knowledge base was loaded."""


def Found(name: str) -> Finding:  # noqa: N802  (reads as a pattern in a rule)
    """The pattern for a finding."""
    return Finding(name=name)


def Concluded(cause: Any, level: str = "possible") -> Conclusion:  # noqa: N802
    """The pattern for a cause that was concluded at this level or above."""
    return Conclusion(**{cause.id: level})


@dataclass(frozen=True)
class Atom:
    """One condition of a rule as data: which field (or finding, or cause) and which test.

    Attributes:
        kind: ``field``, ``finding`` or ``conclusion``.
        key: the field's full name, the finding's name, or the cause's id.
        test: what its value must pass; for a finding, that it is there.
    """

    kind: str
    key: str
    test: Test


def normal(atom: Atom) -> tuple[object, ...]:
    """A condition by what it means: one value is one of one, and the order of several says nothing."""
    if atom.test.limit is not None:
        return atom.kind, atom.key, atom.test.relation, atom.test.limit.value
    return atom.kind, atom.key, atom.test.excludes, frozenset(atom.test.values)


def atom_of(pattern: object) -> Atom:
    """Read one pattern of a rule back as data.

    Raises:
        KnowledgeError: the pattern is in no form that can be read back.
    """
    if not isinstance(pattern, Fact):
        raise KnowledgeError(f"{pattern!r} is no plain pattern: only Group(field=test), Found() and Concluded() are")
    entries = {name: value for name, value in pattern.items() if not Fact.is_special(name)}
    if len(entries) != 1:
        raise KnowledgeError(f"{pattern!r} must test exactly one field, since a fact holds one answer")
    name, value = next(iter(entries.items()))
    test = _test_of(pattern, value)
    if isinstance(pattern, Finding):
        return Atom("finding", str(value), test)
    if isinstance(pattern, Conclusion):
        return Atom("conclusion", str(name), test)
    if isinstance(pattern, Group):
        return Atom("field", f"{pattern.group_name()}.{name}", test)
    raise KnowledgeError(f"{pattern!r} is no fact of a case, a finding or a conclusion")


def _test_of(pattern: Fact, value: object) -> Test:
    if isinstance(value, str):
        return Is(value)
    if isinstance(value, P) and isinstance(value.match, (OneOf, NoneOf, Compares)):
        return value.match
    raise KnowledgeError(f"{pattern!r}: {value!r} is no test that can be read back; see expert/conditions.py")
