"""The red flags that a case leaves open, by what each would mean: worked out by asking the rules, never set by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from expert.consultation import Consultant, Consultation
from expert.fields import Answer
from expert.knowledge import KnowledgeBase, RedFlag
from expert.urgency import Deadline, Urgency


def by_due(consultation: Consultation, consultant: Consultant) -> Mapping[Urgency | Deadline | None, Sequence[RedFlag]]:
    """The open flags by how soon it would have to be seen, the soonest first; None for those that make it no sooner."""
    knowledge = consultation.knowledge
    known = knowledge.gravity(consultation.urgency, consultation.within)
    found: list[tuple[tuple[int, int], Urgency | Deadline | None, RedFlag]] = []
    for flag in consultation.not_ruled_out:
        raised = max(
            (consultant.consult({**consultation.answers, flag.field: answer}) for answer in _answers(flag, knowledge)),
            key=lambda one: knowledge.gravity(one.urgency, one.within),
        )
        gravity = knowledge.gravity(raised.urgency, raised.within)
        sooner = gravity > known and raised.due != consultation.due
        found.append((gravity, raised.due, flag) if sooner else ((-1, -1), None, flag))
    found.sort(key=lambda one: one[0], reverse=True)
    groups: dict[Urgency | Deadline | None, list[RedFlag]] = {}
    for _, due, flag in found:
        groups.setdefault(due, []).append(flag)
    return groups


def _answers(flag: RedFlag, knowledge: KnowledgeBase) -> list[Answer]:
    """The answers that raise a flag."""
    many = knowledge.vocabulary.fields[flag.field].several
    return [(value,) if many else value for value in flag.values]
