"""Results as a report on one page with pictures: no script, no other file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO, Any

from expert.cases.writers import About
from expert.cases.writers.summary import Summary


class Results:
    """Counts the results, and writes the page in the end."""

    def __init__(self, out: IO[str], about: About) -> None:
        self._out = out
        self._summary = Summary(about)

    def begin(self) -> None:
        """Nothing can be said yet."""

    def add(self, result: Mapping[str, Any]) -> None:
        """Count one result."""
        self._summary.add(result)

    def end(self) -> None:
        """Write the page."""
        from expert.publishing import html
        from expert.publishing.summary import document

        self._out.write(html.render(document(self._summary)))
        self._out.flush()
