"""The values that a case may have, whatever format it was written in: of its fields, and of its id, units and note."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from expert.errors import CaseError, shown
from expert.fields import Field
from expert.lengths import UNITS


def is_unknown(value: object) -> bool:
    """Whether a value means "not known"."""
    return value is None or (isinstance(value, str) and value.strip().lower() == "unknown")


def field_value(kind: Field, value: object) -> object:
    """A field's value as `Field.read` takes it, or None where it is not known.

    Raises:
        CaseError: a mapping, an empty text, a list where one value belongs, or "unknown" beside other values.
    """
    if isinstance(value, Mapping):
        raise CaseError(f"{kind.key}: a mapping found where a value belongs. Allowed: {kind.allowed()}.", kind.key)
    if not isinstance(value, (list, tuple)):
        return _one_value(kind, value)
    if len(value) == 1 and is_unknown(value[0]):
        return None
    if any(is_unknown(item) for item in value):
        text = "unknown stands beside other values. Leave it out, or leave out the field"
        raise CaseError(f"{kind.key}: {text}.", kind.key)
    if kind.several:
        return [_one_value(kind, item) for item in value]
    if len(value) == 1 and not isinstance(value[0], (list, tuple, Mapping)):
        return _one_value(kind, value[0])
    raise CaseError(f"{kind.key}: {shown(value)} found where one value belongs. Allowed: {kind.allowed()}.", kind.key)


def _one_value(kind: Field, value: object) -> object:
    """One value: "true" and "false" are yes and no wherever yes and no are values."""
    if isinstance(value, (list, tuple, Mapping)):
        raise CaseError(f"{kind.key}: {shown(value)} found inside a list. Allowed: {kind.allowed()}.", kind.key)
    if isinstance(value, str) and not value.strip():
        text = "an empty text is no value; leave it out if it is not known"
        raise CaseError(f"{kind.key}: {text}. Allowed: {kind.allowed()}.", kind.key)
    if isinstance(value, str) and value.strip().lower() in ("true", "false"):
        value = value.strip().lower() == "true" if "yes" in kind.values else value
    if isinstance(value, bool) and kind.several:
        return "yes" if value else "no"
    return value


def text_value(name: str, value: object) -> str:
    """A text, or a number as its text."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise CaseError(f"{name}: {shown(value)} found where a text belongs.", name)
    text = str(value)
    if re.search("[\ud800-\udfff]", text):
        raise CaseError(f"{name}: holds half a character (a lone surrogate). Take it out.", name)
    return text


def id_value(value: object) -> str | None:
    """A case's own id, one line of text; None where it has none."""
    if value is None:
        return None
    text = text_value("id", value).strip()
    if not text.isprintable():
        raise CaseError(f"id: {shown(text)} holds line breaks or other characters that cannot be shown.", "id")
    return text or None


def own_id(raw: object) -> str | None:
    """The id of a case that cannot be read, where at least that can."""
    try:
        return id_value(raw.get("id")) if isinstance(raw, Mapping) else None
    except CaseError:
        return None


def units_value(value: object, default: str) -> str:
    """The name of a unit of length; the default where it is not known."""
    if is_unknown(value):
        return default
    word = value.strip().lower() if isinstance(value, str) else ""
    if word not in UNITS:
        raise CaseError(f"units: {shown(value)} is not allowed. Allowed: {', '.join(UNITS)}.", "units")
    return word


def units_of(raw: Mapping[str, Any], default: str) -> str:
    """The units that hold for the whole case, wherever in it they stand; bad ones are reported in their turn."""
    try:
        return units_value(raw.get("units"), default)
    except CaseError:
        return default
