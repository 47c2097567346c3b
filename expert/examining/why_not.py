"""Why a rule did not fire: how each condition stands, and with which answers it would.

A condition that fails is false for the case, one that is unknown waits for an answer; `Missed.repair` names answers
with which the rule fires, as few changed as can be found, or says why there are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice, product

from expert.conditions import Atom
from expert.consultation import Consultation
from expert.examining.edits import Editor, changed_fields
from expert.fields import Answer, Answers, Field
from expert.knowledge import KnowledgeBase
from expert.outlook import FAILS, HOLDS, UNKNOWN, rule_standing
from expert.rules import Cause, KnowledgeRule, Supports

_MOST_WAYS = 500


@dataclass(frozen=True)
class Repair:
    """Answers with which a rule fires.

    Attributes:
        answers: fields to the answers to change; None where nothing can be named.
        obstacle: why nothing can be named: the message of the contradiction that it would make.
    """

    answers: Mapping[str, Answer] | None
    obstacle: str = ""


@dataclass(frozen=True)
class Missed:
    """A rule that did not fire.

    Attributes:
        conditions: each with ``holds``, ``fails`` or ``unknown``, in order.
    """

    knowledge: KnowledgeBase
    answers: Answers
    rule: Supports
    conditions: tuple[tuple[Atom, str], ...]

    @property
    def distance(self) -> tuple[int, int, int]:
        """How near it was: fewest failed conditions first, then fewest unknown, then most that hold."""
        standings = [standing for _, standing in self.conditions]
        return standings.count(FAILS), standings.count(UNKNOWN), -standings.count(HOLDS)

    @cached_property
    def repair(self) -> Repair:
        """With which answers it would fire."""
        return repair(self.knowledge, self.answers, self.rule)


def missed_rules(consultation: Consultation, cause: Cause) -> list[Missed]:
    """The rules for a cause that did not fire, the nearest first."""
    knowledge, answers = consultation.knowledge, consultation.answers
    fired = {firing.rule.name for firing in consultation.trace}
    rules = [rule for rule in knowledge.evidence[cause.id] if rule.sign > 0 and rule.name not in fired]
    found = [Missed(knowledge, answers, rule, tuple(rule_standing(knowledge, answers, rule))) for rule in rules]
    return sorted(found, key=lambda missed: missed.distance)


def repair(knowledge: KnowledgeBase, answers: Answers, rule: KnowledgeRule) -> Repair:
    """The fewest answers to change so that a rule without conclusions among its conditions fires."""
    best: dict[str, Answer] | None = None
    obstacle = ""
    for atoms in islice(_alternatives(knowledge, rule), _MOST_WAYS):
        for after in islice(_ways(knowledge, answers, atoms), _MOST_WAYS):
            if not all(_holds(knowledge, after, atom) for atom in atoms):
                continue
            changes = {key: answer for key, answer in changed_fields(answers, after).items() if answer is not None}
            if best is not None and len(changes) >= len(best):
                continue
            against = knowledge.contradiction(after)
            if against is None:
                best = changes
            else:
                obstacle = obstacle or against.message(after)
    if best is not None:
        return Repair(best)
    return Repair(None, obstacle or "Its conditions cannot all hold at once.")


def _alternatives(knowledge: KnowledgeBase, rule: KnowledgeRule) -> Iterator[tuple[Atom, ...]]:
    """The conditions on fields that make a rule fire: one set for each way to make its findings."""
    choices: list[list[tuple[Atom, ...]]] = []
    for atom in rule.atoms:
        if atom.kind == "finding":
            finders = knowledge.finders.get(atom.key, ())
            choices.append([atoms for finder in finders for atoms in _alternatives(knowledge, finder)])
        else:
            choices.append([(atom,)])
    for parts in product(*choices):
        yield tuple(dict.fromkeys(atom for part in parts for atom in part))


def _ways(knowledge: KnowledgeBase, answers: Answers, atoms: Sequence[Atom]) -> Iterator[dict[str, Answer]]:
    """Cases in which these conditions may hold; nothing is changed where they hold already."""
    editor = Editor(knowledge.vocabulary, atoms)
    by_field: dict[str, list[Atom]] = {}
    for atom in atoms:
        by_field.setdefault(atom.key, []).append(atom)
    options = [list(_field_options(knowledge, editor, answers, key, tests)) for key, tests in by_field.items()]
    for chosen in product(*options):
        yield {**answers, **{key: answer for change in chosen for key, answer in change.items()}}


def _field_options(
    knowledge: KnowledgeBase, editor: Editor, answers: Answers, key: str, atoms: Sequence[Atom]
) -> Iterator[Mapping[str, Answer]]:
    """Changes that may make the conditions on one field hold."""
    held = knowledge.vocabulary.fields[key]
    if all(_holds(knowledge, answers, atom) for atom in atoms):
        yield {}
    elif held.several:
        yield from ({key: answer} for answer in _lists(held, answers, atoms))
    elif held.single:
        yield from ({key: value} for value in held.values if all(atom.test(value) for atom in atoms))
    else:
        for source in knowledge.vocabulary.sources(key):
            partners = editor.partners(answers, source) if held.sources else {}
            yield from ({source: number} for number in editor.numbers(answers, source))
            if partners:
                yield from ({**partners, source: number} for number in editor.numbers(answers, source))


def _lists(held: Field, answers: Answers, atoms: Sequence[Atom]) -> Iterator[Answer]:
    """Lists that take in and leave out what the conditions ask for, and are otherwise as they were."""
    kept = set(answers.get(held.key, ()))
    for atom in atoms:
        if atom.test.excludes:
            kept -= set(atom.test.values)
    wanted = [atom.test.values for atom in atoms if atom.test.limit is None and not atom.test.excludes]
    for added in product(*([""] if kept & set(values) else values for values in wanted)):
        yield tuple(value for value in held.values if value in kept.union(added))


def _holds(knowledge: KnowledgeBase, answers: Answers, atom: Atom) -> bool:
    """Whether a condition on a field holds."""
    return any(map(atom.test, knowledge.vocabulary.fields[atom.key].known(answers)))
