"""Results as a report in Markdown, for a pull request or a wiki."""

from __future__ import annotations

from expert.cases.writers.report import Report
from expert.publishing import markdown
from expert.publishing.document import Document


class Results(Report):
    """Writes the report in the end."""

    def text(self, document: Document) -> str:
        """See `Report.text`."""
        return markdown.render(document)
