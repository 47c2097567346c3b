"""Results as a report: counted as they come, and written in the end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import IO, TYPE_CHECKING, Any

from expert.cases.writers import About
from expert.cases.writers.summary import Summary

if TYPE_CHECKING:
    from expert.publishing.document import Document


class Report:
    """Counts the results, and writes the report on them in the end. A format of it says how a document is written."""

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
        from expert.publishing.summary import document  # late: there may be long to go until then

        self._out.write(self.text(document(self._summary)))
        self._out.flush()

    def text(self, document: Document) -> str:
        """The report as this format writes it."""
        raise NotImplementedError
