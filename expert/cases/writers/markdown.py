"""Results as a report in Markdown, for a pull request or a wiki."""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO, Any

from expert.cases.writers import About
from expert.cases.writers.summary import Summary


class Results:
    """Counts the results, and writes the report in the end."""

    def __init__(self, out: IO[str], about: About) -> None:
        self._out = out
        self._summary = Summary(about)

    def begin(self) -> None:
        """Nothing can be said yet."""

    def add(self, result: Mapping[str, Any]) -> None:
        """Count one result."""
        self._summary.add(result)

    def end(self) -> None:
        """Write the report."""
        from expert.publishing import markdown
        from expert.publishing.summary import document

        self._out.write(markdown.render(document(self._summary)))
        self._out.flush()
