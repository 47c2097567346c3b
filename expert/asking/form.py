"""Several numbers on one screen: which is due next, and what a line of one or more of them says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from expert.asking.replies import Misread, is_unknown, read_value
from expert.fields import Answer, Answers, Distance, Field, Number, Quantity
from expert.knowledge import KnowledgeBase

_NO_MORE = ("none", "none of these", "no", "nothing", "no more")
UNIT_WORDS = {"mi": "miles", "km": "km"}


@dataclass
class Form:
    """The numbers of a screen while they are being answered.

    Attributes:
        known: answers from elsewhere; units: of a bare distance, those of the last that was typed with one.
        given: what was answered here; unknown: the fields that the person cannot answer.
    """

    knowledge: KnowledgeBase
    fields: Sequence[Field]
    known: Answers
    units: str = "mi"
    given: dict[str, Answer] = field(default_factory=dict)
    unknown: frozenset[str] = frozenset()

    def due(self) -> Field | None:
        """The first number that is still wanted and can still serve."""
        return next((held for held in self.fields if self._wanted(held.key) and self._serves(held.key)), None)

    def _wanted(self, key: str) -> bool:
        return key not in self.given and key not in self.unknown

    def _serves(self, key: str) -> bool:
        """Whether a number is of use: alone on its screen, to a rule, or to work out what is not worked out yet."""
        if len(self.fields) == 1 or any(atom.key == key for rule in self.knowledge.rules for atom in rule.atoms):
            return True
        answers = {**{name: value for name, value in self.known.items() if name not in self._keys}, **self.given}
        return any(
            key in names and not self.unknown.intersection(names)
            for computed in self.knowledge.vocabulary.computed
            if computed.value(answers) is None
            for names in computed.sources
        )

    @property
    def _keys(self) -> frozenset[str]:
        return frozenset(held.key for held in self.fields)

    def unit(self, held: Field) -> str:
        """The unit of a bare number, in words."""
        return UNIT_WORDS[self.units] if isinstance(held, Distance) else held.unit if isinstance(held, Number) else ""

    def take(self, text: str) -> list[Field]:
        """Take one number, or several with commas between for the numbers that are due one after another.

        "None" leaves all that are still due unknown.

        Returns:
            The fields that a number was given for.

        Raises:
            Misread: one of them is none, or there are more than are wanted; nothing is taken then.
        """
        if text.strip().lower() in _NO_MORE:
            self.unknown |= self._keys.difference(self.given)
            return []
        trial = self.copy()
        parts = [part.strip() for part in re.split("[,;]", text.strip().rstrip(",; "))]
        taken = [trial._take_one(part, len(parts)) for part in parts]
        self.given, self.unknown, self.units = trial.given, trial.unknown, trial.units
        return [held for held in taken if held.key in self.given]

    def copy(self) -> Form:
        """The same, to try something on."""
        return replace(self, given=dict(self.given))

    def _take_one(self, text: str, parts: int) -> Field:
        held = self.due()
        if held is None:
            raise Misread(f"These are {parts} numbers, and fewer are asked for.")
        if is_unknown(text):
            self.unknown |= {held.key}
            return held
        try:
            self.given[held.key] = answer = read_value(held, text, self.units)
        except Misread as problem:
            raise Misread(str(problem) if parts == 1 else f"{held.question} {problem}") from None
        if isinstance(held, Distance) and isinstance(answer, Quantity):
            self.units = answer.text.split()[-1]
        return held
