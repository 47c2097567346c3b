"""The firings of a consultation as trees on a page: from a rule's sentence down to the answers and the warrant."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from expert.certainty import SAID_ALREADY, strength_text, strength_word
from expert.consultation import Consultation
from expert.engine import Firing
from expert.explaining.page import Node, node
from expert.rules import KnowledgeRule
from expert.wording import english


class EvidenceTrees:
    """Firings of one consultation as trees, from the sentence down to the answers and the warrant.

    Args:
        figures: whether certainties and strengths are told as numbers too, or in words alone.
    """

    def __init__(self, consultation: Consultation, figures: bool = True) -> None:
        self.consultation = consultation
        self.knowledge = consultation.knowledge
        self.figures = figures
        self._told: set[str] = set()

    def first(self, finding: str) -> bool:
        """Whether it is told here for the first time how a finding could be made."""
        new = f"found if: {finding}" not in self._told
        self._told.add(f"found if: {finding}")
        return new

    def of_cause(self, cause: str, sign: int) -> list[Firing]:
        """What fired for (1) or against (-1) a cause, in the order of the rules."""
        return [
            firing
            for firing in self.consultation.trace
            if firing.rule.sign == sign and firing.rule.cause and firing.rule.cause.id == cause
        ]

    def tree(self, firing: Firing) -> Node:
        """One firing: its sentence, the answers, its strength, its warrant, and the findings it stood on."""
        rule = firing.rule
        entry = node((english.sentence(rule.because), "bold"), (f" ({rule.name})", "dim"))
        entry.below = [*self._answers(firing), *self._counted(rule), *self.warrant(rule)]
        for name in firing.findings:
            below = [self.tree(deeper) for deeper in self.consultation.finders.get(name, ())]
            entry.below.append(node("It was found: ", (name, "italic"), below=below))
        return entry

    def _answers(self, firing: Firing) -> Iterable[Node]:
        clauses = english.stood_on(self.knowledge, self.consultation.answers, firing.facts)
        if clauses:
            yield node("You said: ", "; ".join(clauses))
        own = firing.rule.cause  # an advice names its cause already
        titles = [cause.short for cause in map(self.knowledge.cause, firing.causes) if cause is not own]
        if titles:
            yield node("Because it was concluded: ", "; ".join(titles))

    def strength(self, rule: KnowledgeRule) -> str:
        """How strongly a rule of evidence speaks."""
        strength = self.knowledge.strength(rule)
        return strength_text(strength) if self.figures else strength_word(strength)

    def _counted(self, rule: KnowledgeRule) -> Iterable[Node]:
        """How strongly it speaks, and where it does not count, why."""
        if rule.sign:
            partial = ", one feature of several" if rule.partial else ""
            yield node(f"Strength: {self.strength(rule)}{partial}")
            if rule.name not in self._counting:
                yield node(f"It {SAID_ALREADY}.")

    @cached_property
    def _counting(self) -> frozenset[str]:
        """The names of the rules of evidence that count."""
        fired = [firing.rule for firing in self.consultation.trace]
        return frozenset().union(*(self.knowledge.counting(cause, fired) for cause in self.knowledge.causes))

    def warrant(self, rule: KnowledgeRule) -> Iterable[Node]:
        """What the rule stands on, in full where it is told for the first time."""
        lines = english.warrant_lines(self.knowledge, rule)
        yield from self._once(zip(english.warrant_keys(rule), lines, strict=True), "cyan")
        readings = [english.reading(one) for one in dict.fromkeys(rule.interpretations)]
        lines = [english.sentence(line) for line in english.interpretation_lines(rule)]
        yield from self._once(zip(readings, lines, strict=True), "magenta")

    def _once(self, entries: Iterable[tuple[str, str]], style: str) -> Iterable[Node]:
        """Each line that was not told before, then the names of those that were."""
        again = []
        for name, line in entries:
            if name in self._told:
                again.append(name)
            else:
                self._told.add(name)
                yield node((line, style))
        if again:
            named = ", ".join(again)
            yield node((f"{named[0].upper()}{named[1:]}, as above", style))
