"""The red flags that a case leaves open, by what each would mean: worked out by asking the rules, never set by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from expert.consultation import Consultant, Consultation
from expert.fields import Answer
from expert.knowledge import RedFlag


def by_urgency(consultation: Consultation, consultant: Consultant) -> Mapping[str, Sequence[RedFlag]]:
    """The urgencies, the gravest first, each with the open flags that would bring it."""
    ladder = consultation.knowledge.urgencies
    found: dict[str, list[RedFlag]] = {urgency: [] for urgency in reversed(ladder.names)}
    for flag in consultation.not_ruled_out:
        many = consultation.knowledge.vocabulary.fields[flag.field].several
        raised: list[Answer] = [(value,) if many else value for value in flag.values]
        urgencies = [consultant.consult({**consultation.answers, flag.field: answer}).urgency for answer in raised]
        found[ladder.gravest(urgencies)].append(flag)
    return {urgency: flags for urgency, flags in found.items() if flags}
