"""Changes to a case as they are typed on the command line: ``FIELD=VALUE``."""

from __future__ import annotations

from collections.abc import Sequence

from expert.cases.values import field_value, is_unknown
from expert.errors import UsageError, did_you_mean, shown
from expert.fields import Answer, Field
from expert.knowledge import KnowledgeBase
from expert.wording.examples import change


def read_changes(words: Sequence[str], knowledge: KnowledgeBase, units: str) -> dict[str, Answer | None]:
    """Field names to new answers; None for "not known".

    Args:
        words: values are as a CSV cell has them: several parted by ``;``, ``[]`` for none of them, nothing for "not
            known".
        units: the unit of a bare distance.

    Raises:
        UsageError: a word is no ``FIELD=VALUE``, names no field, or names one a second time.
        CaseError: a value is not allowed.
    """
    asked = knowledge.vocabulary.asked
    changes: dict[str, Answer | None] = {}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals:
            raise UsageError(f"'{shown(word)}' is no change; write FIELD=VALUE, for example {change(knowledge)}.")
        if key not in asked:
            raise UsageError(f"{shown(key)}: no such field{did_you_mean(key, asked)}")
        if key in changes:
            raise UsageError(f"{key}: given twice. Keep one.")
        plain = field_value(asked[key], _typed(asked[key], value.strip()))
        changes[key] = None if is_unknown(plain) else asked[key].read(plain, units)
    return changes


def _typed(held: Field, value: str) -> object:
    """A value as the field takes it; nothing is "not known"."""
    return held.typed(value) if value else "unknown"
