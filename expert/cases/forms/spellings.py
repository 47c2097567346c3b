"""One table of how columns may be called, made from a vocabulary; no mapping file is needed.

=============================  ====================================================
a field                        ``pot.soil``, ``pot_soil``, ``pot-soil``, ``pot/soil``, ``potsoil``, its question
a length, its unit in it       ``pot_height_km``, ``pot.height (km)``, the question with ``(km)`` behind it
one value of a list            ``pot_soil___peat``, ``pot/soil/peat``, ``pot.soil[peat]``, ``... (choice=its label)``
=============================  ====================================================

What could be two fields is not in the table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from expert.cases.forms.words import Words, plain_words
from expert.fields import Field
from expert.lengths import UNITS

_CHOICE = re.compile(r"(?P<name>.*?)\s*\(choice=(?P<value>.*)\)", re.DOTALL)
_BOXES = re.compile(r"(?P<name>.+?)(?:___|\[)(?P<value>[^\[\]]+)\]?")
_UNIT = re.compile(
    rf"(?P<name>.+?)(?:[_ ](?P<unit>{'|'.join(UNITS)})|\s*\((?P<said>{'|'.join(UNITS)})\))\W*", re.IGNORECASE
)
#: The value of a box that says that none of the others holds.
NONE = "none"


@dataclass(frozen=True)
class Place:
    """What a column is about.

    Attributes:
        field: the field.
        value: the one value of its list that the column is a box for; `NONE` for none of them, empty for the whole.
        unit: of its bare numbers; empty where the column names none.
    """

    field: Field
    value: str = ""
    unit: str = ""


class Spellings:
    """Finds the field that a column is about.

    Args:
        asked: the fields that a case can fill in, by full name.
    """

    def __init__(self, asked: Mapping[str, Field]) -> None:
        self._asked = asked
        found: dict[str, set[str]] = {}
        for key, field in asked.items():
            for name in (_joined(key), key.replace(".", "").replace("_", ""), plain_words(field.question)):
                found.setdefault(name, set()).add(key)
        self._names = {name: keys.pop() for name, keys in found.items() if len(keys) == 1 and name}

    def place(self, column: str) -> Place | None:
        """What a column is about, or None where the table does not have it."""
        field = self._field(column)
        if field is not None:
            return Place(field)
        found = _UNIT.fullmatch(column)
        if found and (field := self._field(found["name"])) and field.is_length:
            return Place(field, unit=(found["unit"] or found["said"]).lower())
        return self._box(column)

    def field(self, column: str) -> Field | None:
        """The field that goes by this name."""
        return self._field(column)

    def _field(self, column: str) -> Field | None:
        name = column.strip()
        key = self._names.get(plain_words(name)) or self._names.get(_joined(name))
        return self._asked[key] if key else None

    def _box(self, column: str) -> Place | None:
        """A column for one value of a list."""
        found = _CHOICE.fullmatch(column) or _BOXES.fullmatch(column)
        name, value = (found["name"], found["value"]) if found else _last(column)
        field = self._field(name)
        if field is None or not field.several:
            return None
        word = plain_words(value)
        if word.split(" (")[0] in (NONE, "none of these") and NONE not in field.values:
            return Place(field, NONE)
        known = Words(field).value(value)
        if isinstance(known, list) and len(known) == 1 and known[0] in field.values:
            return Place(field, known[0])
        return None


def _joined(name: str) -> str:
    """A name with one mark between its parts."""
    return re.sub(r"[.\-/:]", "_", name.strip().lower())


def _last(column: str) -> tuple[str, str]:
    """A name and what stands behind its last mark."""
    at = max(column.rfind("/"), column.rfind("."))
    return (column[:at], column[at + 1 :]) if at > 0 else ("", "")
