"""Characters that do no harm: text of a case, a file or a person as any writer may print it."""

from __future__ import annotations

import unicodedata

_KEPT_FORMATS = "\u200c\u200d"  # joiners, which some scripts and emoji need


def harmless(text: str) -> str:
    """Text without control characters: line ends and tabs become spaces, all else that acts is shown as an escape."""
    if text.isprintable():  # nearly always; each character by itself takes fifty times as long
        return text
    return "".join(_harmless_character(character) for character in text)


def cleaned(text: str) -> str:
    """What somebody typed or pasted, without what does not print; line breaks and tabs become blanks."""
    return "".join(c if c.isprintable() else " " if c in "\r\n\t" else "" for c in text)


def _harmless_character(character: str) -> str:
    if character in "\n\t\r":
        return " "
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") and character not in _KEPT_FORMATS:
        code = ord(character)
        return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
    return character
