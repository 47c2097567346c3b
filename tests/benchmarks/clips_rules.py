"""The rules of a knowledge base for CLIPS, as a yardstick: the same conditions, and which rules fire."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

import clips
from clips._clips import lib

from expert.conditions import COMPARISONS, Atom, Compares, NoneOf
from expert.fields import Answers, Listed, Vocabulary
from expert.rules import KnowledgeRule

_SIGNS = {"at_least": ">=", "above": ">", "at_most": "<="}
assert set(_SIGNS) == set(COMPARISONS)


def _slot(key: str) -> str:
    return key.replace(".", "-").replace(" ", "_")


def pattern(atom: Atom, place: int) -> str:
    """One condition as a CLIPS pattern; variables have its place in their names, since equal ones would be joined."""
    name = _slot(atom.key)
    if atom.kind == "finding":
        return f"(finding {name})"
    if atom.kind == "conclusion":
        return f"(concluded {name} {'|'.join(level.replace(' ', '_') for level in atom.test.values)})"
    if isinstance(atom.test, NoneOf):
        lacks = (
            " ".join(f"(not (member$ {value} ?v{place}))" for value in atom.test.values) or f"(= (length$ ?v{place}) 0)"
        )
        return f"(list {name} $?v{place}&:(and {lacks} TRUE))"
    if isinstance(atom.test, Compares):
        limit = float(atom.test.limit.value)
        return f"(number {name} ?n{place}&:({_SIGNS[atom.test.relation]} ?n{place} {limit}))"
    return f"(word {name} {'|'.join(atom.test.values)})"


def program(rules: Sequence[KnowledgeRule], conclusions: bool = False) -> Iterator[str]:
    """The constructs: a rule for each; its number is noted as it fires.

    Args:
        conclusions: those that need a conclusion, too.
    """
    yield "(defglobal ?*fired* = (create$))"
    for place, rule in enumerate(rules):
        if not conclusions and any(atom.kind == "conclusion" for atom in rule.atoms):
            continue
        conditions = " ".join(pattern(atom, number) for number, atom in enumerate(rule.atoms))
        found = f"(assert (finding {_slot(rule.finding)}))" if rule.finding else ""
        yield (
            f"(defrule r{place} (declare (salience {rule.salience})) {conditions} => "
            f"(bind ?*fired* (create$ ?*fired* {place})) {found})"
        )


def facts(vocabulary: Vocabulary, answers: Answers) -> list[str]:
    """The facts of a case."""
    told = []
    for key, values in vocabulary.known(answers).items():
        for value in values:
            if isinstance(value, Listed):
                told.append(f"(list {_slot(key)} {' '.join(sorted(value.values))})")
            elif isinstance(value, Fraction):
                told.append(f"(number {_slot(key)} {float(value)})")
            else:
                told.append(f"(word {_slot(key)} {value})")
    return told


class Clips:
    """CLIPS with these rules, by clipspy.

    Facts are asserted through the library underneath: what clipspy's own call gives back is never let go, so that every
    case is slower than the one before.
    """

    def __init__(self, rules: Sequence[KnowledgeRule], conclusions: bool = False) -> None:
        self.environment = clips.Environment()
        for construct in program(rules, conclusions):
            self.environment.build(construct)
        self._fired: Any = self.environment.find_global("fired")

    def one_by_one(self, told: Sequence[str]) -> set[int]:
        """A fact a call."""
        environment = self.environment._env
        lib.Reset(environment)
        for fact in told:
            lib.AssertString(environment, fact.encode())
        lib.Run(environment, -1)
        return set(self._fired.value)

    def at_once(self, text: str) -> set[int]:
        """All facts as one text."""
        environment = self.environment._env
        lib.Reset(environment)
        lib.LoadFactsFromString(environment, text.encode(), len(text))
        lib.Run(environment, -1)
        return set(self._fired.value)

    def further(self, told: Sequence[str]) -> set[int]:
        """What has fired, once these facts have come as well."""
        environment = self.environment._env
        for fact in told:
            lib.AssertString(environment, fact.encode())
        lib.Run(environment, -1)
        return set(self._fired.value)


def concluded(cause: str, level: str) -> str:
    """The fact that a cause was concluded at a level."""
    return f"(concluded {_slot(cause)} {level.replace(' ', '_')})"
