"""The JSON Schema of a case, made from a vocabulary."""

from __future__ import annotations

from typing import Any

from expert.cases.expectations import CAUSE_LISTS, CLAIM_LISTS, LEVEL_PARTS, URGENCY_PARTS
from expert.certainty import LEVEL_NAMES
from expert.fields import Field, Vocabulary
from expert.knowledge import KnowledgeBase
from expert.lengths import UNITS

_UNKNOWN: tuple[str | None, ...] = ("unknown", None)


def case_schema(knowledge: KnowledgeBase) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one case of a base, as plain data.

    It takes the spellings that the contract names. The reader is a little kinder (``In the Morning`` for
    ``in_the_morning``), and it alone sees answers that contradict each other.
    """
    vocabulary = knowledge.vocabulary
    properties: dict[str, Any] = {
        "id": {"description": "A name for the case; else the file's name and its number.",
               "type": ["string", "number", "null"]},
        "note": {"description": "Free text, carried through untouched.", "type": ["string", "number", "null"]},
        "units": {"description": f"The unit of distances that have none; {UNITS[vocabulary.unit].words} if left out.",
                  "enum": [*UNITS, *_UNKNOWN]},
    }  # fmt: skip
    properties.update((group, _group(group, vocabulary)) for group in _groups(vocabulary))
    properties["expect"] = _expect(knowledge)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A case",
        "description": 'One case\'s answers. Left out, null and "unknown" all mean "not known", which is never "no".',
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def _groups(vocabulary: Vocabulary) -> list[str]:
    """The groups that a case can fill in, in order."""
    return list(dict.fromkeys(key.split(".")[0] for key in vocabulary.asked))


def _group(group: str, vocabulary: Vocabulary) -> dict[str, Any]:
    """One group of fields."""
    fields = {key.split(".")[1]: field for key, field in vocabulary.asked.items() if key.split(".")[0] == group}
    return {
        "title": group,
        "type": ["object", "null"],
        "properties": {name: _field(field) for name, field in fields.items()},
        "additionalProperties": False,
    }


def _field(field: Field) -> dict[str, Any]:
    """One field: what it takes, under its name and question."""
    hint = f' "unknown" stands for: {field.untried}.' if field.untried else ""
    return {"title": field.key, "description": field.question + hint, **field.schema(_UNKNOWN)}


def _expect(knowledge: KnowledgeBase) -> dict[str, Any]:
    """The ``expect`` part."""
    causes, cited = [cause.id for cause in knowledge.causes], sorted(knowledge.claims)
    parts: dict[str, Any] = {}
    for part in CAUSE_LISTS:
        parts[part] = _one_or_several([*causes, "none"] if part == "top" else causes, 1 if part == "top" else 0)
    for part in LEVEL_PARTS:
        levels = {cause: {"enum": list(LEVEL_NAMES)} for cause in causes}
        parts[part] = {"type": ["object", "null"], "properties": levels, "additionalProperties": False}
    parts["none_likely"] = {"enum": [True, False, "yes", "no", None]}
    for part in URGENCY_PARTS:
        parts[part] = {"enum": [*knowledge.urgencies.names, None]}
    for part in CLAIM_LISTS:
        parts[part] = _one_or_several(cited, 0)
    return {
        "title": "expect",
        "description": "What the case must give.",
        "type": ["object", "null"],
        "properties": parts,
        "additionalProperties": False,
    }


def _one_or_several(words: list[str], least: int) -> dict[str, Any]:
    """One of the words, or a list of them."""
    return {"anyOf": [{"enum": [*words, None]}, {"type": "array", "items": {"enum": words}, "minItems": least}]}
