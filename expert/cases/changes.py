"""Changes to a case as they are typed on the command line: ``FIELD=VALUE``."""

from __future__ import annotations

from collections.abc import Sequence

from expert.errors import UsageError, did_you_mean, shown
from expert.fields import Answer
from expert.knowledge import KnowledgeBase
from expert.wording.examples import change


def read_changes(words: Sequence[str], knowledge: KnowledgeBase, units: str) -> dict[str, Answer | None]:
    """Field names to new answers; None for "not known".

    Args:
        units: the unit of a bare distance.

    Raises:
        UsageError: a word is no ``FIELD=VALUE``, or names no field.
        CaseError: a value is not allowed.
    """
    changes: dict[str, Answer | None] = {}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals:
            raise UsageError(f"'{shown(word)}' is no change; write FIELD=VALUE, for example {change(knowledge)}.")
        held = knowledge.vocabulary.asked.get(key)
        if held is None:
            raise UsageError(f"{shown(key)}: no such field{did_you_mean(key, knowledge.vocabulary.asked)}")
        if value in ("", "unknown"):
            changes[key] = None
        else:
            changes[key] = held.read(held.typed(value), units)
    return changes
