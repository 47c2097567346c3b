"""What is wrong with a knowledge base, as data: each fault and each remark of a check."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from expert.errors import KnowledgeError

FAULT, REMARK = "fault", "remark"


@dataclass(frozen=True)
class Problem:
    """One thing that a check found; all of it is text, so that it can be written as JSON as it is.

    Attributes:
        kind: which check found it (``rule``, ``untested``).
        about: what it found it in, by a name that stays the same (``thirst.dry_soil``, ``red flag plant.smell``).
        text: what is wrong, and where that can be guessed what is meant.
        where: file and line (``plants/thirst.py:41``), or nothing where it has none.
        severity: a ``fault`` must be mended; a ``remark`` may be accepted with a reason.
        example: a case that shows it, on one line as YAML takes it; empty where there is none.
    """

    kind: str
    about: str
    text: str
    where: str = ""
    severity: str = FAULT
    example: str = ""

    @property
    def key(self) -> str:
        """The name under which a base accepts a remark: ``untested:tried.shade``."""
        return f"{self.kind}:{self.about}"

    def __str__(self) -> str:
        return ": ".join(part for part in (self.where, self.about, self.text) if part)


class UnknownKnowledge(KnowledgeError):
    """There is no knowledge base of this name: a slip of whoever named it, and no fault of a base."""


class FaultyKnowledge(KnowledgeError):
    """A knowledge base that has faults, which is not loaded.

    Attributes:
        title: of the base. problems: every fault.
    """

    def __init__(self, title: str, problems: Iterable[Problem]) -> None:
        self.title, self.problems = title, tuple(problems)
        super().__init__(self.title, self.problems)

    def __str__(self) -> str:
        return "\n".join([f"{self.title}: {len(self.problems)} fault(s)", *(f"- {one}" for one in self.problems)])
