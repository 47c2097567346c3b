"""A story in somebody's own words, where a case has one: the place at which a reader of stories is connected."""

from __future__ import annotations

from collections.abc import Mapping

from expert.errors import CaseError
from expert.fields import Answer
from expert.knowledge import KnowledgeBase

#: What a column or a key is called that holds one.
COLUMNS = ("story", "stories")


def answers_of(story: str, knowledge: KnowledgeBase, units: str) -> Mapping[str, Answer]:
    """What a story answers, by the full name of each field.

    Args:
        story: the words. units: of its bare distances.

    Raises:
        CaseError: nobody reads stories about this base.
    """
    text = "story: stories are not read here. Answer the fields instead, or keep the words as the note of the case."
    raise CaseError(text, "story")
