"""Results as one JSON list, an item a line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO, Any

from expert.cases.results import json_line
from expert.cases.writers import About


class Results:
    """Writes the items as they come; the list is closed behind the last."""

    def __init__(self, out: IO[str], about: About) -> None:
        self._out = out
        self._before = "\n"

    def begin(self) -> None:
        """Open the list."""
        self._out.write("[")

    def add(self, result: Mapping[str, Any]) -> None:
        """Write one item."""
        self.add_lines(json_line(result))

    def add_lines(self, lines: str) -> None:
        """Write an item for each of these lines."""
        if lines:
            self._out.write(self._before + lines.removesuffix("\n").replace("\n", ",\n"))
            self._before = ",\n"

    def end(self) -> None:
        """Close the list."""
        self._out.write("\n]\n")
        self._out.flush()
