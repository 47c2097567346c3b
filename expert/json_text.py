"""Values as JSON text in which nothing acts on a terminal, or turns a line round: such a character is an escape."""

from __future__ import annotations

import json
import re
from typing import Any

from expert.characters import ACTING

_JSON = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
_INDENTED = json.JSONEncoder(ensure_ascii=False, allow_nan=False, indent=2)


def encoded(value: Any) -> str:
    """Any value on one line, as it stands in a result.

    Raises:
        ValueError: it holds NaN or Infinity.
    """
    text = _JSON.encode(value)
    if text.isascii() and "\x7f" not in text:
        return text
    return ACTING.sub(_escape, text)


def pretty(value: Any) -> str:
    """The same over several lines, for who looks at it.

    Raises:
        ValueError: it holds NaN or Infinity.
    """
    return "\n".join(ACTING.sub(_escape, line) for line in _INDENTED.encode(value).split("\n"))


def _escape(found: re.Match[str]) -> str:
    """A character as JSON escapes it: in two halves where it is beyond the first plane."""
    code = ord(found[0])
    if code < 0x10000:
        return f"\\u{code:04x}"
    return f"\\u{0xD7C0 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
