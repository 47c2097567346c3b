"""What a consultation comes to: evidence down to the answers, conclusions that rest on it, alerts."""

from __future__ import annotations

from dataclasses import dataclass

from expert.engine import Firing
from expert.rules import Cause, Remark


@dataclass(frozen=True)
class Evidence:
    """One firing with the firings that it stood on, down to the case's own answers.

    Attributes:
        firing: the rule and its facts.
        certainty: its strength, 0 to 1; 1 for a finding.
        because: the firings that concluded the findings it stood on.
        counted: whether it counts; what says nothing new beside the others does not.
    """

    firing: Firing
    certainty: float
    because: tuple[Evidence, ...]
    counted: bool = True


@dataclass(frozen=True)
class Conclusion:
    """A cause that reached at least `possible`.

    Attributes:
        certainty: 0 to 1, rounded to 4 digits; level: its word.
        because, against: the evidence, in the order of the rules.
    """

    cause: Cause
    certainty: float
    level: str
    because: tuple[Evidence, ...]
    against: tuple[Evidence, ...]


@dataclass(frozen=True)
class Alert:
    """An urgency and the rule that raised it.

    Attributes:
        within: the name of the deadline that it sets; empty in a base without deadlines.
    """

    remark: Remark
    urgency: str
    within: str
    evidence: Evidence
