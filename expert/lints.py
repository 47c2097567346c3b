"""What a knowledge base can be loaded with, and hardly means: what is written and never used, or never asked for.

These read the base's whole package, so they run in a check and not whenever a base is loaded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from types import ModuleType

from expert.conditions import Interpretation
from expert.fields import Field, Group
from expert.knowledge import KnowledgeBase
from expert.package import held_in, where_defined
from expert.problems import REMARK, Problem
from expert.rules import Advises, Alerts, Guides, Knowledge, KnowledgeRule, Remark, Source, Withholds


def forgotten(base: KnowledgeBase, modules: Sequence[ModuleType]) -> Iterator[Problem]:
    """Chapters, rules and groups that the package holds and no base of it has: they never take part."""
    bases = [base, *(held for _, held in held_in(modules, KnowledgeBase))]
    names = {module.__name__ for module in modules}
    taken = {id(rule) for one in bases for rule in one.rules}
    for chapter in _below(Knowledge):
        lost = [rule for rule in chapter.rules if id(rule) not in taken]
        if lost and chapter.__module__ in names:
            text = f"{len(lost)} of its {len(chapter.rules)} rules are in no base; add it to the chapters of the base"
            yield Problem("forgotten", f"chapter {chapter.__name__}", text, str(lost[0].written))
    for name, rule in held_in(modules, KnowledgeRule):
        if not rule.name:
            yield Problem("forgotten", f"rule {name}", "stands in no Knowledge class", str(rule.written))
    groups = {group for one in bases for group in one.vocabulary.groups.values()}
    for name, held in held_in(modules, type):
        if issubclass(held, Group) and held.__module__ in names and held.__fields__ and held not in groups:
            yield Problem("forgotten", f"group {name}", "is in no vocabulary", _place(modules, name))


def _below(chapter: type[Knowledge]) -> Iterator[type[Knowledge]]:
    for one in chapter.__subclasses__():
        yield one
        yield from _below(one)


def _place(modules: Sequence[ModuleType], name: str) -> str:
    return str(where_defined(modules, name) or "")


# -- written and not used --------------------------------------------------------------------------------------------


def unused(base: KnowledgeBase, modules: Sequence[ModuleType]) -> Iterator[Problem]:
    """Sources, advice and numbers that no rule uses, and rules that take back what no rule gives."""
    sources = {source for rule in base.rules for source in rule.source}
    said = {rule.remark for rule in base.rules}
    limits = {atom.test.limit for rule in base.rules for atom in rule.atoms}
    for name, source in held_in(modules, Source):
        if source not in sources:
            yield _remark("unused", f"source {source.key}", f"{name} is cited by no rule", _place(modules, name))
    for name, remark in held_in(modules, Remark):
        if remark not in said:
            yield _remark("unused", f"advice {remark.id}", f"{name} is told by no rule", _place(modules, name))
    for name, limit in held_in(modules, Interpretation):
        if limit not in limits:
            yield _remark("unused", f"number {limit.name}", f"{name} bounds no condition", _place(modules, name))
    given = {rule.remark for rule in base.rules if rule.remark and not rule.against}
    for rule in base.of(Withholds):
        if not any(map(rule.takes_back, given)):
            text = f"takes back {rule.target[0]}, which no rule gives"
            yield _remark("unused", rule.name, text, str(rule.written))


def _remark(kind: str, about: str, text: str, where: str = "") -> Problem:
    return Problem(kind, about, text, where, REMARK)


# -- asked and not used ----------------------------------------------------------------------------------------------


def untested(base: KnowledgeBase) -> Iterator[Problem]:
    """Fields and values that can be answered and change nothing; a yes or no without a clause for no."""
    used = _used(base)
    for key, held in base.vocabulary.fields.items():
        if key not in used:
            remedy = key in base.vocabulary.remedies
            what = "is a remedy, and no rule asks what came of it" if remedy else "is tested by no rule"
            yield _remark("untested", key, what)
        elif held.values and key not in base.vocabulary.remedies:
            idle = _idle(held, used[key])
            if idle:
                yield _remark("untested", f"{key}={'/'.join(idle)}", _told(held))
        if held.yes_or_no and not held.denies:
            yield _remark("unsaid", key, "has no clause for no (denies)")


def _used(base: KnowledgeBase) -> dict[str, set[str]]:
    """The fields that anything depends on, each with the values that it looks for; a contradiction looks for all."""
    used: dict[str, set[str]] = {}
    for atom in (atom for rule in base.rules for atom in rule.atoms if atom.kind == "field"):
        used.setdefault(atom.key, set()).update(atom.test.values)
        for source in base.vocabulary.sources(atom.key):
            used.setdefault(source, set())
    for flag in base.red_flags:
        used.setdefault(flag.field, set()).update(flag.values)
        used.setdefault(base.place, set()).update(flag.places)
    for given, value, implied, other in base.implications:
        used.setdefault(given, set()).add(value)
        used.setdefault(implied, set()).add(other)
    for key in (key for clash in base.contradictions for key in (clash.field, *clash.against)):
        used.setdefault(key, set()).update(base.vocabulary.fields[key].values)
    return used


def _idle(held: Field, used: set[str]) -> list[str]:
    """The values that change nothing. One of a choice may: it is what holds where none of the others does."""
    idle = [value for value in held.values if value not in used]
    return [] if held.single and len(idle) < 2 else idle


def _told(held: Field) -> str:
    return "no rule tells these apart" if held.single else "no rule looks for these"


# -- said and not meant ----------------------------------------------------------------------------------------------


def misdated(base: KnowledgeBase) -> Iterator[Problem]:
    """Alerts whose text says by another deadline's word how soon, so that it would stand under the wrong heading."""
    told: set[tuple[str, str]] = set()
    for rule in base.of(Alerts):
        due = base.within(rule)
        for other in base.deadlines or ():
            said = _said(rule.remark.text, other.words)
            if said and other.name != due and (rule.remark.id, due) not in told:
                told.add((rule.remark.id, due))
                text = f'{rule.remark.id} says "{said[0]}", which means {other.name}, and is due {due}'
                yield Problem("misdated", rule.name, text, str(rule.written))


def unnamed(base: KnowledgeBase) -> Iterator[Problem]:
    """Advice whose text has the word of a measure that it does not name: what forbids the measure would let it pass."""
    spoken: dict[Remark, KnowledgeRule] = {}
    for rule in base.rules:
        if isinstance(rule, (Advises, Guides)) and rule.remark is not None:
            spoken.setdefault(rule.remark, rule)
    for remark, rule in spoken.items():
        if not remark.protects:
            others = [measure for measure in base.measures.values() if measure.name not in remark.measures]
            said = {measure.name: _said(remark.text, measure.words) for measure in others}
            lacking = ", ".join(f'{name} ("{words[0]}")' for name, words in said.items() if words)
            if lacking:
                text = f"speaks of {lacking} and names no such measure"
                yield _remark("unnamed", remark.id, text, str(rule.written))


def _said(text: str, words: Sequence[str]) -> list[str]:
    """Those of these beginnings of words that stand in a text."""
    return [word for word in words if re.search(rf"\b{re.escape(word)}", text.lower())]
