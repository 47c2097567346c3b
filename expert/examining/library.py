"""The case library seen from a rule: which cases fire it, and which would but for one condition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from expert.cases.case import Case
from expert.characters import harmless
from expert.conditions import Atom
from expert.knowledge import KnowledgeBase
from expert.outlook import FAILS, HOLDS, Outlook
from expert.rules import KnowledgeRule
from expert.wording import english

#: So many cases are named, of those that fire a rule and of those that nearly do.
MOST_NAMED = 6


@dataclass(frozen=True)
class NearMiss:
    """A case in which all of a rule's conditions hold but one.

    Attributes:
        case: the case. atom: the condition that does not hold.
        known: whether the case says so; else it says nothing about it.
    """

    case: Case
    atom: Atom
    known: bool


@dataclass(frozen=True)
class Tried:
    """What a library makes of one rule: the cases that fire it, and those that nearly do, the most telling first."""

    fires: tuple[Case, ...]
    nearly: tuple[NearMiss, ...]


def try_rule(knowledge: KnowledgeBase, cases: Iterable[Case], rule: KnowledgeRule) -> Tried:
    """Hold a rule against cases.

    A case that says nothing about the only condition of a rule is no near miss. Cases that were written for the rule
    (their id begins with its name) come first, then near misses by an answer, then those for want of one.
    """
    fires, nearly = [], []
    for case in cases:
        missed = list(_missed(knowledge, case, rule))
        if not missed:
            fires.append(case)
        elif len(missed) == 1 and (missed[0].known or len(rule.atoms) > 1):
            nearly.append(missed[0])
    fires.sort(key=lambda case: not _meant(case, rule))
    nearly.sort(key=lambda one: (not _meant(one.case, rule), not one.known))
    return Tried(tuple(fires), tuple(nearly))


def _meant(case: Case, rule: KnowledgeRule) -> bool:
    """Whether a case was written for a rule."""
    return case.id.partition(" ")[0] == rule.name


def _missed(knowledge: KnowledgeBase, case: Case, rule: KnowledgeRule) -> Iterator[NearMiss]:
    """The conditions that do not hold in a case; what it leaves open stays open for good."""
    final = Outlook(knowledge, case.answers, frozenset(knowledge.vocabulary.asked))
    for atom in rule.atoms:
        if final.atom(atom) != HOLDS:
            yield NearMiss(case, atom, Outlook(knowledge, case.answers, as_it_is=True).atom(atom) == FAILS)


def lines(knowledge: KnowledgeBase, tried: Tried) -> Iterator[tuple[str, Sequence[str]]]:
    """Headings with the lines under them."""
    named = [harmless(f"{case.id} ({case.source})") for case in tried.fires]
    yield f"Cases of the library that fire it: {len(tried.fires)}", _short(named)
    near = [_near_line(knowledge, one) for one in tried.nearly]
    yield f"Cases that nearly do (all but one condition hold): {len(tried.nearly)}", _short(near)


def _short(entries: Sequence[str]) -> Sequence[str]:
    rest = len(entries) - MOST_NAMED
    return entries if rest <= 0 else [*entries[:MOST_NAMED], f"and {rest} more"]


def _near_line(knowledge: KnowledgeBase, one: NearMiss) -> str:
    said = english.known_clause(knowledge, one.case.answers, one.atom.key) if one.atom.kind == "field" else None
    why = f"instead: {said}" if one.known and said else "it does not hold" if one.known else "it is not known"
    return harmless(f"{one.case.id} ({one.case.source}): missing: {english.condition(knowledge, one.atom)}; {why}")
