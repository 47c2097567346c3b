"""A knowledge base that has been checked."""

from __future__ import annotations

from dataclasses import dataclass, replace

from expert.base import Base, Claim, Gate, RedFlag, Topic
from expert.faults import faults
from expert.problems import FaultyKnowledge

__all__ = ["Claim", "Gate", "KnowledgeBase", "RedFlag", "Topic"]


@dataclass(frozen=True)
class KnowledgeBase(Base):
    """Everything that the shell needs to know about a subject, without a fault. For what it takes see `Base`.

    Raises:
        FaultyKnowledge: lists every fault (see `expert.faults`).
    """

    def __post_init__(self) -> None:
        found = list(faults(self))
        if found:
            raise FaultyKnowledge(self.title, found)

    def article_only(self) -> KnowledgeBase:
        """The same base with only those rules that rest on the main text."""
        rules = [rule for rule in self.rules if rule.from_article]
        return replace(self, rules=rules, red_flags=(), assesses_alerts=False)
