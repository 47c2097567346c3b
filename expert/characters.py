"""Characters that do no harm: text of a case, a file or a person as any writer may print it."""

from __future__ import annotations

import re

#: What a terminal obeys, what turns a line round, ends it or is not seen: controls, marks of format (but for the
#: joiners, which some scripts and emoji need), separators of lines and paragraphs, halves of characters.
ACTING = re.compile(
    "[\0-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u2064\u2066-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f]"
)


def harmless(text: str) -> str:
    """Text without control characters: line ends and tabs become spaces, all else that acts is shown as an escape."""
    return text if text.isprintable() else ACTING.sub(_shown, text)


def harmless_lines(text: str) -> str:
    """The same of each line of a text."""
    return "\n".join(map(harmless, text.split("\n")))


def cleaned(text: str) -> str:
    """What somebody typed or pasted, without what does not print; line breaks and tabs become blanks."""
    return "".join(c if c.isprintable() else " " if c in "\r\n\t" else "" for c in text)


def _shown(found: re.Match[str]) -> str:
    if found[0] in "\n\t\r":
        return " "
    code = ord(found[0])
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
