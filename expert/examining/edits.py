"""Single changes of a case: one answer given, altered, or taken away; of a list, one value more or one less.

Numbers are not tried one by one: a rule can only feel on which side of its limits a number lies, so for each such
region one plain number is taken, the nearest to what the person said. For a worked-out number (a rise in percent) it
is the answers behind it that change; where its other answer is not known either, ten of its unit stand for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from expert.conditions import Atom, Compares
from expert.errors import CaseError
from expert.fields import (
    Answer,
    Answers,
    Computed,
    Field,
    Numeric,
    Quantity,
    Vocabulary,
    changed,
    quantity,
)

_ASSUMED = 10

Region = tuple[bool | None, ...]


@dataclass(frozen=True)
class Edit:
    """One change of one answer.

    Attributes:
        field: full name of the field.
        kind: ``set``, ``add`` or ``remove`` (one value of a list; adding to a list that was not given gives a list of
            just that value), or ``unset``.
        answer: the new answer of a ``set``. value: the value added or removed.
    """

    field: str
    kind: str
    answer: Answer | None = None
    value: str = ""

    def goes_with(self, other: Edit) -> bool:
        """Whether both can be made at once: of one field only two that add or remove different values."""
        if self.field != other.field:
            return True
        return self.value != other.value and bool(self.value) and bool(other.value)


def edited(vocabulary: Vocabulary, answers: Answers, edits: Iterable[Edit]) -> dict[str, Answer]:
    """The answers after these changes."""
    changes: dict[str, Answer | None] = {}
    for edit in edits:
        held, answer = vocabulary.asked[edit.field], edit.answer
        if edit.value and held.several:
            given = set(changes.get(edit.field, answers.get(edit.field)) or ()) ^ {edit.value}
            answer = tuple(value for value in held.values if value in given)
        changes[edit.field] = answer
    return changed(answers, changes)


def changed_fields(before: Answers, after: Answers) -> dict[str, Answer | None]:
    """Every field whose answer differs, with its new answer; None for "not known"."""
    return {key: after.get(key) for key in {**before, **after} if before.get(key) != after.get(key)}


class Editor:
    """Lists the changes that the conditions of some rules can feel.

    Args:
        vocabulary: the fields.
        atoms: the conditions; only numbers need them, for their limits.
    """

    def __init__(self, vocabulary: Vocabulary, atoms: Iterable[Atom]) -> None:
        self.vocabulary = vocabulary
        self._compares: dict[str, list[Compares]] = {}
        for atom in atoms:
            if atom.kind == "field" and atom.test.limit is not None:
                self._compares.setdefault(atom.key, []).append(atom.test)

    def edits(self, answers: Answers, key: str) -> Iterator[Edit]:
        """Every change of one field, in the order of its values; last, that it is not known."""
        held = self.vocabulary.asked[key]
        if held.several:
            yield from _list_edits(held, answers)
        elif held.single:
            yield from (Edit(key, "set", value) for value in held.values if value != answers.get(key))
        else:
            yield from (Edit(key, "set", number) for number in self.numbers(answers, key))
        if key in answers:
            yield Edit(key, "unset")

    # Numbers.

    def numbers(self, answers: Answers, key: str) -> list[Quantity]:
        """One number for each region between limits, the nearest to the answer; not the region where it lies."""
        current = answers.get(key)
        felt = self._felt(key)
        if not felt and key not in self._compares:
            return []
        known = {**self._assumed(answers, key, felt), **answers}
        regions = _Regions(self, known, key, felt, self._unit(answers, key))
        found: dict[Region, Quantity] = {}
        for number in self._points(known, key, felt, regions):
            answer, region = regions.at(number)
            if answer is not None and None not in region:
                found.setdefault(region, answer)
        if current is not None:
            found.pop(self.region(known, key, felt), None)
        return list(found.values())

    def region(self, answers: Answers, key: str, felt: Sequence[Computed]) -> Region:
        """On which side of each limit the number lies, and what is worked out from it."""
        own = quantity(answers[key]).value
        sides: list[bool | None] = [test(own) for test in self._compares.get(key, ())]
        for computed in felt:
            result = computed.value(answers)
            sides += [None if result is None else test(result[0]) for test in self._compares[computed.key]]
        return tuple(sides)

    def _felt(self, key: str) -> list[Computed]:
        """What is worked out from a number and compared with some limit."""
        found = [one for one in self.vocabulary.computed.values() if key in self.vocabulary.sources(one.key)]
        return [one for one in found if one.key in self._compares]

    def partners(self, answers: Answers, key: str) -> dict[str, Answer]:
        """What stands for the unknown answers from which a number is worked out together with this one."""
        return self._assumed(answers, key, self._felt(key))

    def _assumed(self, answers: Answers, key: str, felt: Sequence[Computed]) -> dict[str, Answer]:
        """Something in place of the unknown partners from which a number is worked out together with this one."""
        unit, assumed = self._unit(answers, key), {}
        for computed in felt:
            for name in (name for names in computed.sources if key in names for name in names):
                if name != key and name not in answers:
                    assumed[name] = self.vocabulary.asked[name].read(_ASSUMED, unit)
        return assumed

    def _unit(self, answers: Answers, key: str) -> str:
        """The unit in which the person writes distances: of this answer, else of another one, else the base's."""
        for name in (key, *answers):
            if self.vocabulary.asked[name].is_length and name in answers:
                return quantity(answers[name]).unit
        return self.vocabulary.unit

    def _points(self, known: Answers, key: str, felt: Sequence[Computed], regions: _Regions) -> Iterator[Fraction]:
        """Numbers worth trying, the plain ones first, of equally plain ones the nearest to the answer."""
        numbers, unit = self.vocabulary.numbers, regions.unit
        scale = numbers[key].scale(unit)
        limits = [test.limit.value / scale for test in self._compares.get(key, ())]
        limits += [test.limit.value for one in felt if (key,) in one.sources for test in self._compares[one.key]]
        others = [name for one in felt for names in one.sources if key in names for name in names if name != key]
        anchors = [_number(known, numbers[name], unit) for name in others]
        present = _number(known, numbers[key], unit) if key in known else (anchors or limits or [Fraction(0)])[0]
        whole = {floor(at) + near for at in limits for near in (-1, 0, 1, 2)} | {floor(present)}
        edges = [*regions.edges(0, ceil(2 * max([*anchors, present]) + _ASSUMED))] if anchors else []
        whole.update(edge + side for edge in edges for side in (0, 1))
        yield from _sorted({Fraction(number) for number in whole}, present)
        fine = {Fraction(10 * edge + tenth, 10) for edge in edges for tenth in range(1, 10)}
        yield from _sorted({point for point in fine if not (2 * point).denominator > 1}, present)
        yield from _sorted(fine, present)


class _Regions:
    """Where one number lies among the limits, for any value that it may be given."""

    def __init__(self, editor: Editor, known: Answers, key: str, felt: Sequence[Computed], unit: str) -> None:
        self.unit = unit
        self._editor, self._known, self._key, self._felt = editor, known, key, felt
        self._held = editor.vocabulary.numbers[key]
        self._seen: dict[Fraction, tuple[Quantity | None, Region]] = {}

    def at(self, number: Fraction) -> tuple[Quantity | None, Region]:
        """The number as an answer (None where the field does not take it) and its region."""
        if number not in self._seen:
            self._seen[number] = self._look(number)
        return self._seen[number]

    def _look(self, number: Fraction) -> tuple[Quantity | None, Region]:
        plain = str(Decimal(number.numerator) / Decimal(number.denominator))
        try:
            found = self._held.read(plain, self.unit)
        except CaseError:
            return None, ()
        return found, self._editor.region({**self._known, self._key: found}, self._key, self._felt)

    def edges(self, low: int, high: int) -> Iterator[int]:
        """Whole numbers that lie in another region than the next; found by halving, so a region must be one piece."""
        if self.at(Fraction(low))[1] == self.at(Fraction(high))[1]:
            return
        if high - low == 1:
            yield low
            return
        middle = (low + high) // 2
        yield from self.edges(low, middle)
        yield from self.edges(middle, high)


def _list_edits(held: Field, answers: Answers) -> Iterator[Edit]:
    given = answers.get(held.key)
    if given is None:
        yield Edit(held.key, "set", ())
    for value in held.values:
        yield Edit(held.key, "remove" if given is not None and value in given else "add", value=value)


def _number(answers: Answers, held: Numeric, unit: str) -> Fraction:
    """An answer's number, a distance in this unit."""
    return quantity(answers[held.key]).value / held.scale(unit)


def _sorted(points: Iterable[Fraction], near: Fraction) -> list[Fraction]:
    """The nearest first."""
    return sorted(points, key=lambda point: (abs(point - near), point))
