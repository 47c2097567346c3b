"""Results as JSON Lines: one object a case, a line each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO, Any

from expert.cases.results import json_line
from expert.cases.writers import About


class Results:
    """Writes a line for each result; a reader can take the first before the last is there."""

    def __init__(self, out: IO[str], about: About) -> None:
        self._out = out

    def begin(self) -> None:
        """Nothing stands before the first line."""

    def add(self, result: Mapping[str, Any]) -> None:
        """Write one line."""
        self._out.write(json_line(result))

    def end(self) -> None:
        """Let go of what is still held back."""
        self._out.flush()
