"""Changes to a case as they are typed on the command line: ``FIELD=VALUE``."""

from __future__ import annotations

from collections.abc import Sequence

from expert.cases.values import field_value, is_unknown
from expert.errors import UsageError, did_you_mean
from expert.fields import Answer, Choice, Field, Many
from expert.knowledge import KnowledgeBase


def read_changes(words: Sequence[str], knowledge: KnowledgeBase, units: str = "mi") -> dict[str, Answer | None]:
    """Field names to new answers; None for "not known".

    Values are as a CSV cell has them: several parted by ``;``, ``[]`` for none of them, nothing for "not known".

    Raises:
        UsageError: a word is no ``FIELD=VALUE``, names no field, or names one a second time.
        CaseError: a value is not allowed.
    """
    asked = knowledge.vocabulary.asked
    changes: dict[str, Answer | None] = {}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals:
            raise UsageError(f"'{word}' is no change; write FIELD=VALUE, for example {_example(knowledge)}.")
        if key not in asked:
            raise UsageError(f"{key}: no such field{did_you_mean(key, asked)}")
        if key in changes:
            raise UsageError(f"{key}: given twice. Keep one.")
        plain = field_value(asked[key], _listed(asked[key], value.strip()))
        changes[key] = None if is_unknown(plain) else asked[key].read(plain, units)
    return changes


def _listed(held: Field, value: str) -> object:
    """A value with its parts, where the field takes many."""
    if not value:
        return "unknown"
    if not isinstance(held, Many):
        return value
    if value == "[]":
        return []
    return [part.strip() for part in value.split(";")] if ";" in value else value


def _example(knowledge: KnowledgeBase) -> str:
    """A change that this base allows."""
    choices = (held for held in knowledge.vocabulary.asked.values() if isinstance(held, Choice))
    return next((f"{held.key}={next(iter(held.values))}" for held in choices), "FIELD=unknown")
