"""Characters that do no harm where they are shown: text of a case or a file as any writer may print it."""

from __future__ import annotations

import unicodedata

_KEPT_FORMATS = "\u200c\u200d"  # joiners, which some scripts and emoji need


def harmless(text: str) -> str:
    """Text without control characters: line ends and tabs become spaces, all else that acts is shown as an escape."""
    return "".join(_harmless_character(character) for character in text)


def _harmless_character(character: str) -> str:
    if character in "\n\t\r":
        return " "
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") and character not in _KEPT_FORMATS:
        code = ord(character)
        return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
    return character
