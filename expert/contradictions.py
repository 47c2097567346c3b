"""Answers that cannot all be true: one check for case files, for changes and for a person who answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from expert.fields import Answer, Answers, Quantity, in_words


@dataclass(frozen=True)
class Contradiction:
    """Some answers that may clash.

    Attributes:
        field: the field to point at; against: the fields that it is held against.
        clash: from those answers, in that order, to what they make or why they clash (or nothing), starting with
            "which" or "since"; None where all can be true. It is asked only where all of them are known.
    """

    field: str
    against: tuple[str, ...]
    clash: Callable[..., str | None]

    def message(self, answers: Answers) -> str:
        """What is wrong with answers that clash, in the words of a file."""
        reason = self.reason(answers)
        others = in_words([f"{key} ({_written(answers[key])})" for key in self.against])
        return (
            f"{self.field}: {_written(answers[self.field])} contradicts {others}{reason and ', ' + reason}. "
            f"Correct one of them, or leave one out."
        )

    def told(self, answers: Answers, clause: Callable[[str], str]) -> str:
        """The same for a person who has just answered; `clause` says what a field was answered with."""
        reason = self.reason(answers)
        said = in_words([f"that {clause(key)}" for key in (*self.against, self.field)])
        return f"That does not go together: you said {said}{reason and ', ' + reason}."

    def reason(self, answers: Answers) -> str | None:
        """What `clash` says, or None where an answer is missing."""
        keys = (self.field, *self.against)
        return self.clash(*(answers[key] for key in keys)) if all(key in answers for key in keys) else None


def _written(answer: Answer) -> str:
    return answer.text if isinstance(answer, Quantity) else answer if isinstance(answer, str) else ", ".join(answer)
