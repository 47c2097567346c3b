"""Several numbers on one screen: which is due next, and what a line of one or more of them says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from expert.fields import Answer, Answers, Computed, Field, quantity
from expert.hearing.picking import Misread, is_unknown, read_value
from expert.knowledge import KnowledgeBase
from expert.lengths import UNITS

if TYPE_CHECKING:
    from expert.hearing.reply import Reply

#: What leaves all numbers that are still due unknown; "none" is an answer to the one that is asked.
_NO_MORE = frozenset({"no more", "no thanks", "none of these", "none of them", "none of the rest", "skip all"})


@dataclass(frozen=True)
class Form:
    """The numbers of a screen as far as they are answered. Reading a line makes a new form; this one stays as it is.

    Attributes:
        known: answers from elsewhere; units: of a bare distance, those of the last that was typed with one.
        hear: hears a number that is told in words.
        given: what was answered here; unknown: the fields that the person cannot answer.
    """

    knowledge: KnowledgeBase
    fields: Sequence[Field]
    known: Answers
    units: str
    hear: Callable[[Field, str, str], Reply] | None = None
    given: Mapping[str, Answer] = field(default_factory=dict)
    unknown: frozenset[str] = frozenset()

    @property
    def lines(self) -> list[Field]:
        """The fields to show; one that only stands in for others that are not known waits for its turn."""
        return [held for held in self.fields if held.key not in self.knowledge.vocabulary.stand_ins] or list(
            self.fields
        )

    def due(self) -> Field | None:
        """The first number that is still wanted and can still serve."""
        return next(self._open(), None)

    def pending(self) -> frozenset[str]:
        """The fields that are still to be asked."""
        return frozenset(held.key for held in self._open())

    def _open(self) -> Iterator[Field]:
        said = self.unknown.union(self.given)
        return (held for held in self.fields if held.key not in said and self._serves(held.key))

    def _serves(self, key: str) -> bool:
        """Whether a number is of use: alone on its screen, to a rule, or to work out what is not worked out yet."""
        if len(self.fields) == 1 or any(atom.key == key for rule in self.knowledge.rules for atom in rule.atoms):
            return True
        answers = {**{name: value for name, value in self.known.items() if name not in self._keys}, **self.given}
        return any(
            key in names
            and all(name in self._keys - self.unknown or name in answers for name in names)
            and not self._comes_first(computed, names)
            for computed in self.knowledge.vocabulary.computed.values()
            if computed.value(answers) is None
            for names in computed.sources
        )

    def _comes_first(self, computed: Computed, names: Sequence[str]) -> bool:
        """Whether another source of a computed number goes before this one and can still be known."""
        before = computed.sources[: list(computed.sources).index(tuple(names))]
        return any(not self.unknown.intersection(others) and self._keys.issuperset(others) for others in before)

    @property
    def _keys(self) -> frozenset[str]:
        return frozenset(held.key for held in self.fields)

    def unit(self, held: Field) -> str:
        """The unit of a bare number, in words."""
        return held.unit_words(self.units)

    def how_to_type(self) -> str:
        """How a number, or a distance, is typed here."""
        first = self.fields[0]
        if len(self.fields) == 1:
            bare = f" (a bare number is in {self.unit(first)})" if first.is_length else ""
            return f"Type {first.allowed()}{bare}, or u."
        others = [unit.example for unit in UNITS.values() if unit.name != self.units]
        return f"A distance without a unit is in {UNITS[self.units].words}; write {' or '.join(others)} for the other."

    def read(self, text: str) -> Filled:
        """The form with one number more, or with several that stand with commas between, from the line that is due.

        "No more" leaves all that are still due unknown.

        Raises:
            Misread: one of them is none, or there are more than are wanted.
        """
        due = self.due()
        assert due is not None, "nothing is due"
        if text.strip().lower() in _NO_MORE:
            return Filled(replace(self, unknown=self.unknown | self._keys.difference(self.given)), ())
        try:
            return self._read_numbers(due, text)
        except Misread:
            heard = self._heard(due, text)
            if heard is None:
                raise
            return heard

    def _heard(self, due: Field, text: str) -> Filled | None:
        """The form with the number that was told in words, or with it unknown; None where neither is heard."""
        if self.hear is None or not re.search(r"[^\W\d_]", text) or re.search(r"\d,\d", text):
            return None
        reply = self.hear(due, text, self.units)
        if reply.unknown:
            return Filled(replace(self, unknown=self.unknown | {due.key}), ())
        answer = reply.answers.get(due.key)
        if answer is None:
            return None
        units = quantity(answer).unit if due.is_length else self.units
        return Filled(replace(self, given={**self.given, due.key: answer}, units=units), (due,))

    def _read_numbers(self, due: Field, text: str) -> Filled:
        """The form with what stands on a line of numbers, in figures.

        Raises:
            Misread: one of them is none, or there are more than are wanted.
        """
        parts = _parted(text)
        lines = self.lines[self.lines.index(due) :] if due in self.lines else [due]
        if len(parts) > 1 and not any(re.search(r"\d", part) or is_unknown(part) for part in parts):
            text = f"{text[:40]}..." if len(text) > 43 else text
            raise Misread(f"'{text}' does not fit: please type {due.allowed()}, or u for don't know.")
        if len(parts) > len(lines):
            raise Misread(f"That is {len(parts)} numbers, and {len(lines)} can follow here: one for each line.")
        units = next(filter(None, map(_unit_in, parts)), self.units) if due.is_length else self.units
        form = replace(self, units=units)
        for held, part in zip(lines, parts, strict=False):
            form = form._with(held, part, len(parts) > 1)
        return Filled(form, tuple(held for held in lines[: len(parts)] if held.key in form.given))

    def _with(self, held: Field, text: str, several: bool) -> Form:
        """The form with one line filled in."""
        if is_unknown(text):
            given = {key: answer for key, answer in self.given.items() if key != held.key}
            return replace(self, given=given, unknown=self.unknown | {held.key})
        try:
            answer = read_value(held, text, self.units)
        except Misread as problem:
            raise Misread(f"{held.question} {problem}" if several else str(problem)) from None
        units = quantity(answer).unit if held.is_length else self.units
        return replace(self, given={**self.given, held.key: answer}, units=units)


@dataclass(frozen=True)
class Filled:
    """A form after a line, and the fields that the line gave a number for."""

    form: Form
    taken: tuple[Field, ...]


def _parted(text: str) -> list[str]:
    """The parts of a line of numbers; a comma inside a number is no parting."""
    if re.search(r"\d,\d", text):
        raise Misread("A comma stands between two numbers, with a blank behind it; write 12.5 for twelve and a half.")
    return [part.strip() for part in re.split("[,;]", text.strip().rstrip(",; "))]


def _unit_in(text: str) -> str | None:
    """The unit that stands with a number, if any."""
    found = re.search(r"(km|kilomet|mi)", text.lower())
    return None if found is None else "mi" if found.group() == "mi" else "km"
