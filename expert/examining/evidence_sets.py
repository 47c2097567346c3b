"""Which rules of evidence fire, as sets of bits, so that many changes of a case can be weighed without running each.

A cause's certainty depends on nothing but the set of its rules that fire. So what a change of answers does is told by
the rules that it turns: those that fire now and did not, or the other way round. Two changes together turn what either
turns, but for the rules that need both. This reads rules as data and fires nothing: whoever uses it has the engine
confirm.

A set of rules is a whole number with one bit for each rule of evidence, cause by cause.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from expert.certainty import level_of
from expert.conditions import Atom
from expert.fields import Answers
from expert.knowledge import KnowledgeBase
from expert.rules import Cause, Finds, Supports

#: How a cause ranks, to be compared: its certainty, then its place among equals; with its number.
Rank = tuple[float, int, int]


@dataclass(frozen=True)
class _Rule:
    """A rule of evidence or a finding's, as what it waits for, by number and name."""

    atoms: tuple[int, ...]
    findings: tuple[str, ...]


class EvidenceRules:
    """The evidence rules of a knowledge base, compiled.

    Attributes:
        atoms: every condition on a field that evidence stands on, directly or through findings.
        fields: the fields to ask for them.
        evidence: the rules of evidence; each one's place is its bit. touching: the conditions each stands on.
    """

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        self._number: dict[Atom, int] = {}
        self._finders: dict[str, list[_Rule]] = {}
        self.evidence = [rule for cause in knowledge.causes for rule in knowledge.evidence[cause.id]]
        for rule in self.evidence:
            for name in _findings(rule):
                self._compile_finding(name)
        self._rules = [self._compile(rule) for rule in self.evidence]
        self.atoms: tuple[Atom, ...] = tuple(self._number)
        self.touching = [self._touching(rule) for rule in self._rules]
        self._of_atom: list[list[int]] = [[] for _ in self.atoms]
        for number, touching in enumerate(self.touching):
            for atom in touching:
                self._of_atom[atom].append(number)
        self._of_field: dict[str, list[int]] = {}
        for index, tested in enumerate(self.atoms):
            for key in knowledge.vocabulary.sources(tested.key):
                self._of_field.setdefault(key, []).append(index)
        self.fields = tuple(key for key in knowledge.vocabulary.asked if key in self._of_field)

    def _compile_finding(self, name: str) -> None:
        if name not in self._finders:
            self._finders[name] = []
            for rule in self.knowledge.finders.get(name, ()):
                for deeper in _findings(rule):
                    self._compile_finding(deeper)
                self._finders[name].append(self._compile(rule))

    def _compile(self, rule: Supports | Finds) -> _Rule:
        atoms = tuple(self._number.setdefault(a, len(self._number)) for a in rule.atoms if a.kind == "field")
        return _Rule(atoms, _findings(rule))

    def _touching(self, rule: _Rule) -> frozenset[int]:
        """All the conditions that a rule stands on, also through its findings."""
        below = (self._touching(finder) for name in rule.findings for finder in self._finders[name])
        return frozenset(rule.atoms).union(*below)

    def standing(self, answers: Answers) -> Standing:
        """A case, ready to be changed."""
        return Standing(self, answers)

    def truths(self, answers: Answers, atoms: Iterable[int]) -> Iterator[tuple[int, bool]]:
        """Whether each of these conditions holds."""
        fields = self.knowledge.vocabulary.fields
        values: dict[str, tuple[object, ...]] = {}
        for number in atoms:
            atom = self.atoms[number]
            if atom.key not in values:
                values[atom.key] = fields[atom.key].known(answers)
            yield number, any(map(atom.test, values[atom.key]))

    def of_field(self, key: str) -> Sequence[int]:
        """The conditions that an answer can decide."""
        return self._of_field.get(key, ())

    def of_atoms(self, atoms: Iterable[int]) -> set[int]:
        """The rules of evidence that stand on any of these conditions."""
        return {rule for atom in atoms for rule in self._of_atom[atom]}

    def rule(self, number: int) -> _Rule:
        """A compiled rule of evidence."""
        return self._rules[number]

    def fires(self, rule: _Rule, state: bytearray, found: dict[str, bool]) -> bool:
        """Whether a rule fires where these conditions hold; `found` remembers the findings."""
        for atom in rule.atoms:  # plain loops: this is the innermost of all
            if not state[atom]:
                return False
        for name in rule.findings:
            if name not in found:
                found[name] = any(self.fires(finder, state, found) for finder in self._finders[name])
            if not found[name]:
                return False
        return True


class Standing:
    """One case: which conditions hold, which rules fire; and what changes would do to that."""

    def __init__(self, base: EvidenceRules, answers: Answers) -> None:
        self.base = base
        self._state = bytearray(len(base.atoms))
        for atom, holds in base.truths(answers, range(len(base.atoms))):
            self._state[atom] = holds
        found: dict[str, bool] = {}
        numbers = range(len(base.evidence))
        self._fired = _bits(number for number in numbers if base.fires(base.rule(number), self._state, found))
        self._causes = base.knowledge.causes
        self._own = [_bits(n for n in numbers if base.evidence[n].cause is cause) for cause in self._causes]
        self._unturned = [self._rank(cause, 0) for cause in range(len(self._causes))]
        self._turned_ranks: dict[int, Rank] = {}

    def flips(self, answers: Answers, fields: Iterable[str]) -> frozenset[int]:
        """The conditions that hold now and did not, or the other way round, after changes in these fields."""
        atoms = dict.fromkeys(atom for key in fields for atom in self.base.of_field(key))
        return frozenset(atom for atom, holds in self.base.truths(answers, atoms) if holds != bool(self._state[atom]))

    def turned(self, flips: frozenset[int]) -> int:
        """The rules that are turned when these conditions are turned round."""
        return self._turned(self.base.of_atoms(flips), flips)

    def _turned(self, rules: Iterable[int], flips: Iterable[int]) -> int:
        state, found = bytearray(self._state), dict[str, bool]()
        for atom in flips:
            state[atom] ^= 1
        fires, rule = self.base.fires, self.base.rule
        return _bits(n for n in rules if fires(rule(n), state, found) != bool(self._fired >> n & 1))

    def together(self, one: int, other: int, rules: Iterable[int], flips: frozenset[int]) -> int:
        """The rules that two changes turn at once, given what each turns and the rules that both touch."""
        both = _bits(rules)
        return (one | other) & ~both | self._turned(_numbers(both), flips)

    # What that comes to.

    def ranks(self, turned: int) -> list[Rank]:
        """How every cause stands once these rules are turned, in the order of the causes."""
        known, found = self._turned_ranks, []
        for cause, own in enumerate(self._own):  # a plain loop: this is run for every pair of changes
            part = turned & own
            if not part:
                found.append(self._unturned[cause])
                continue
            if part not in known:
                known[part] = self._rank(cause, part)
            found.append(known[part])
        return found

    def _rank(self, cause: int, turned: int) -> Rank:
        """How one cause stands once these of its own rules are turned."""
        held, knowledge = self._causes[cause], self.base.knowledge
        fired = {self.base.evidence[number] for number in _numbers((self._fired ^ turned) & self._own[cause])}
        return knowledge.certainty(held, fired), -knowledge.cause_position[held.id], cause

    def first(self, turned: int) -> Cause | None:
        """The cause that comes first once these rules are turned; None where nothing is concluded."""
        certainty, _, cause = max(self.ranks(turned))
        return None if level_of(certainty) == "none" else self._causes[cause]


def _bits(numbers: Iterable[int]) -> int:
    bits = 0
    for number in numbers:
        bits |= 1 << number
    return bits


def _numbers(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _findings(rule: Supports | Finds) -> tuple[str, ...]:
    return tuple(atom.key for atom in rule.atoms if atom.kind == "finding")
