"""A story in somebody's own words, where a case has one: it is heard as ``read`` hears it."""

from __future__ import annotations

from collections.abc import Mapping

from expert.errors import CaseError
from expert.fields import Answer
from expert.hearing import MOST_OF_STORY
from expert.knowledge import KnowledgeBase

#: What a column or a key is called that holds one.
COLUMNS = ("story", "stories")


def answers_of(story: str, knowledge: KnowledgeBase) -> Mapping[str, Answer]:
    """What a story answers, by the full name of each field.

    A time that is counted from today ("since March") stays open: the same case gives the same result on every day.

    Raises:
        CaseError: it is too long for one.
    """
    if len(story) > MOST_OF_STORY:
        raise CaseError(f"story: {len(story):,} letters, and a story has no more than {MOST_OF_STORY:,}.", "story")
    from expert.hearing.story import read_story  # late: few cases have one

    return read_story(knowledge, knowledge.words, story, None).answers
