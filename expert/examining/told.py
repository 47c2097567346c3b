"""What advice stands in all possible cases, as formulas: `expert.advice` told to a solver.

A remark stands where a rule calls for it, no rule takes it back, no grave alert is raised that it does not protect
until seen, and nothing more careful stands. The real engine is the judge: what is said here is tried against it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from expert.examining.space import Space
from expert.rules import Alerts, KnowledgeRule, Remark


class Told:
    """What is told to somebody, in one space.

    Attributes:
        remarks: all advice that there is, by id.
    """

    def __init__(self, space: Space) -> None:
        self.space = space
        rules = space.knowledge.rules
        self._calls: dict[str, list[KnowledgeRule]] = {}
        self.remarks: dict[str, Remark] = {}
        for rule in rules:
            if rule.remark is not None and (rule.stage or rule.about):
                self.remarks.setdefault(rule.remark.id, rule.remark)
                self._calls.setdefault(rule.remark.id, []).append(rule)
        self._takers = [rule for rule in rules if rule.against and not rule.sign]
        self._kept: dict[str, Any] = {}
        self._standing: dict[str, Any] = {}

    def stands(self, remark: Remark) -> Any:
        """The formula: this remark is told."""
        if remark.id not in self._standing:
            kept = [self._keeps(remark), self.space.z3.Not(self._outdone(remark))]
            self._standing[remark.id] = self.space.all(kept)
        return self._standing[remark.id]

    def any(self, remarks: Iterable[Remark]) -> Any:
        """The formula: one of these is told."""
        return self.space.any(map(self.stands, remarks))

    def _keeps(self, remark: Remark) -> Any:
        """It is called for, and neither a rule nor an alert takes it back."""
        if remark.id not in self._kept:
            taken = self._fire(rule for rule in self._takers if rule.takes_back(remark))
            held = [self._fire(self._calls[remark.id]), self.space.z3.Not(taken)]
            if not remark.protects:
                held.append(self.space.z3.Not(self._grave))
            self._kept[remark.id] = self.space.all(held)
        return self._kept[remark.id]

    def stands_without(self, remark: Remark, without: KnowledgeRule) -> Any:
        """The formula: but for this rule, which takes it back, this remark would be told.

        What is more careful and taken back by the same rule is not counted on to outdo it.
        """
        takers = (rule for rule in self._takers if rule is not without and rule.takes_back(remark))
        held = [self._fire(self._calls[remark.id]), self.space.z3.Not(self._fire(takers))]
        if not remark.protects:
            held.append(self.space.z3.Not(self._grave))
        kept = (self._keeps(other) for other in self._more_careful(remark) if not without.takes_back(other))
        return self.space.all([*held, self.space.z3.Not(self.space.any(kept))])

    def _outdone(self, remark: Remark) -> Any:
        """Something more careful is kept."""
        return self.space.any(map(self._keeps, self._more_careful(remark)))

    def _more_careful(self, remark: Remark) -> list[Remark]:
        """All advice that is more careful."""
        cares = list(self.space.knowledge.cares)
        more = cares[: cares.index(remark.care)] if remark.care else []
        return [other for other in self.remarks.values() if other.care in more]

    @cached_property
    def _grave(self) -> Any:
        urgencies = self.space.knowledge.urgencies
        return self._fire(rule for rule in self.space.knowledge.of(Alerts) if urgencies[rule.urgency].grave)

    def _fire(self, rules: Iterable[KnowledgeRule]) -> Any:
        return self.space.any(map(self.space.fires, rules))
