"""Rules that add nothing to another rule, found by what their conditions imply.

A rule is *subsumed* by another that concludes the same and fires whenever it fires. What may be left out then depends
on the kind:

* Findings, advice, withholding and alerts hold once or not at all, so the subsumed rule is a remark; not where it
  stands on a claim or a source of its own, since a reader then sees a warrant that the other rule does not give. (Its
  own words after "because" do not count: they say the same conclusion's reason more closely.)
* Evidence adds up, so a narrower rule beside a wider one is no mistake; only the very same conditions twice are.

Implication is judged by what can be read off the conditions, and by what the finders of a finding wait for. It misses
what only arithmetic over several answers would show; what it finds is certain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from expert.certainty import LEVEL_NAMES
from expert.conditions import Atom, Compares, normal
from expert.problems import REMARK, Problem
from expert.rules import KnowledgeRule

if TYPE_CHECKING:
    from expert.knowledge import KnowledgeBase


def redundant(base: KnowledgeBase) -> Iterator[Problem]:
    """Every rule that adds nothing, with the one that it adds nothing to."""
    by_consequence = alike(base)
    for rule in base.rules:
        others = by_consequence[rule.consequence]
        wider = next((other for other in others if other is not rule and _makes_needless(base, other, rule)), None)
        if wider is not None:
            yield Problem("subsumed", rule.name, _told(rule, wider), str(rule.written), REMARK)


def alike(base: KnowledgeBase) -> dict[object, list[KnowledgeRule]]:
    """The rules by what they conclude, those together of which one could make another needless."""
    found: dict[object, list[KnowledgeRule]] = {}
    for rule in base.rules:
        found.setdefault(rule.consequence, []).append(rule)
    return found


def makes_needless_by(
    base: KnowledgeBase,
    implies: Callable[[KnowledgeRule, KnowledgeRule], bool],
    wider: KnowledgeRule,
    rule: KnowledgeRule,
) -> bool:
    """Whether one rule leaves the other nothing to add, by what `implies` says of when two rules fire."""
    both = _warrants(wider, rule) and implies(rule, wider)
    if rule.sign:
        return both and _earlier(base, wider, rule) and implies(wider, rule)
    return both and wider.stage in (rule.stage, "now") and (_earlier(base, wider, rule) or not implies(wider, rule))


def _warrants(wider: KnowledgeRule, rule: KnowledgeRule) -> bool:
    """Whether one stands on every claim and source that the other stands on; of evidence that does not matter."""
    return bool(rule.sign) or (set(rule.claims) <= set(wider.claims) and set(rule.source) <= set(wider.source))


def _told(rule: KnowledgeRule, wider: KnowledgeRule) -> str:
    by = f"{wider.name} ({wider.written})"
    if rule.sign:
        return f"has the conditions of {by}, so the same answers count twice"
    return f"adds nothing to {by}, which concludes the same whenever this rule fires"


def _makes_needless(base: KnowledgeBase, wider: KnowledgeRule, rule: KnowledgeRule) -> bool:
    """Whether one rule leaves the other nothing to add; of two that are equal the later one is needless."""
    if rule.sign:
        return _earlier(base, wider, rule) and set(map(normal, wider.atoms)) == set(map(normal, rule.atoms))
    if wider.stage not in (rule.stage, "now"):
        return False
    return _covers(base, wider, rule) and (_earlier(base, wider, rule) or not _covers(base, rule, wider))


def _earlier(base: KnowledgeBase, one: KnowledgeRule, other: KnowledgeRule) -> bool:
    return base.position[one.name] < base.position[other.name]


def _covers(base: KnowledgeBase, wider: KnowledgeRule, rule: KnowledgeRule) -> bool:
    """Whether one rule fires whenever the other does, on every claim and source that the other stands on."""
    return (
        set(rule.claims) <= set(wider.claims)
        and set(rule.source) <= set(wider.source)
        and all(_entails(base, rule.atoms, goal) for goal in wider.atoms)
    )


def _entails(base: KnowledgeBase, given: Sequence[Atom], goal: Atom) -> bool:
    """Whether a condition holds wherever these hold; findings are looked through to what their finders wait for."""
    if any(_implies(atom, goal) for atom in given):
        return True
    if goal.kind == "finding":
        finders = base.finders.get(goal.key, ())
        if any(all(_entails(base, given, atom) for atom in finder.atoms) for finder in finders):
            return True
    found = [base.finders.get(atom.key, ()) for atom in given if atom.kind == "finding"]
    return any(finders and all(_entails(base, finder.atoms, goal) for finder in finders) for finders in found)


def _implies(atom: Atom, goal: Atom) -> bool:
    """Whether one condition alone implies another on the same field, finding or cause."""
    if (atom.kind, atom.key) != (goal.kind, goal.key):
        return False
    if atom.test.limit is not None or goal.test.limit is not None:
        return atom.test.limit is not None and goal.test.limit is not None and _inside(atom.test, goal.test)
    held, wanted = set(atom.test.values), set(goal.test.values)
    if atom.kind == "conclusion":
        return min(map(LEVEL_NAMES.index, held)) >= min(map(LEVEL_NAMES.index, wanted))
    if atom.test.excludes or goal.test.excludes:
        return atom.test.excludes and goal.test.excludes and wanted <= held
    return held <= wanted


def _inside(test: Compares, wider: Compares) -> bool:
    """Whether every number that passes one comparison passes the other."""
    upwards = ("at_least", "above")
    if (test.relation in upwards) != (wider.relation in upwards):
        return False
    return _edge(test) >= _edge(wider) if test.relation in upwards else _edge(test) <= _edge(wider)


def _edge(test: Compares) -> tuple[Fraction, int]:
    """The bound, and on which side of it the passing numbers begin: "above" after "at least", "below" before."""
    return test.limit.value, {"above": 1, "below": -1}.get(test.relation, 0)
