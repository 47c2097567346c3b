"""Results as a report on one page with pictures: no script, no other file."""

from __future__ import annotations

from expert.cases.writers.report import Report
from expert.publishing import html
from expert.publishing.document import Document


class Results(Report):
    """Writes the page in the end."""

    def text(self, document: Document) -> str:
        """See `Report.text`."""
        return html.render(document)
