"""The shapes of what a program gets, for whoever checks types: plain dictionaries, as JSON would give them.

A result is an `OkResult` or an `ErrorResult`; its ``status`` tells which, to a type checker too. Certainties are
numbers from 0 to 1; a warrant is ``claims`` (numbered claims of the main text), ``source`` (a citation), or both.
"""

from __future__ import annotations

from typing import Any, Literal, TypedDict


class _Warrant(TypedDict, total=False):
    """What a rule stands on; one of the two is there."""

    claims: list[str]
    source: str


class Interpretation(TypedDict):
    """A number that a source does not give, and what was taken for it."""

    name: str
    value: Any
    reason: str


class _Stood(_Warrant, total=False):
    interpretation: list[Interpretation]


class Evidence(_Stood):
    """A rule that fired: the facts (answers by their fields) it stood on, and below it the rules it stood on."""

    rule: str
    certainty: float
    text: str
    facts: dict[str, Any]
    because: list[Evidence]


class CountedEvidence(Evidence):
    """Evidence right below a conclusion; not every piece of it need count."""

    counted: bool


class Conclusion(TypedDict):
    """A cause that was concluded."""

    cause: str
    kind: str
    certainty: float
    level: str
    because: list[CountedEvidence]
    against: list[CountedEvidence]


_For = TypedDict("_For", {"for": list[str]})


class Recommendation(_For, _Warrant):
    """What to do, ``now`` or ``if_no_better``, for which causes."""

    id: str
    text: str
    stage: str
    rule: str


class Guidance(_For, _Warrant):
    """What is asked beyond remedies."""

    about: str
    text: str
    rule: str


class Withheld(_Warrant):
    """A recommendation that was taken back, and why."""

    id: str
    rule: str
    text: str


class _Due(_Stood, total=False):
    within: str


class Alert(_Due):
    """Why somebody should look at it, how gravely, and how soon."""

    id: str
    text: str
    urgency: str
    why: str
    rule: str
    facts: dict[str, Any]
    because: list[Evidence]


class SafetyNet(TypedDict):
    """What to watch for, whatever was concluded."""

    text: str
    dangers: list[str]


class Checked(TypedDict):
    """Whether a result is what its case expects, and what is not."""

    passed: bool
    failures: list[str]


class _Parts(TypedDict, total=False):
    within: str
    note: str
    expect: Checked


class OkResult(_Parts):
    """The result of a case that was reasoned through."""

    id: str
    source: str
    status: Literal["ok"]
    urgency: str
    conclusions: list[Conclusion]
    recommendations: list[Recommendation]
    guidance: list[Guidance]
    withheld: list[Withheld]
    alerts: list[Alert]
    alerts_assessed: bool
    not_ruled_out: list[str]
    safety_net: SafetyNet


class Problem(TypedDict):
    """What is wrong with a case."""

    message: str
    field: str | None
    line: int | None


class ErrorResult(TypedDict):
    """The result of a case that could not be read, or on which the program failed."""

    id: str
    source: str
    status: Literal["error"]
    error: Problem


Result = OkResult | ErrorResult


class Rate(TypedDict):
    """Hits of those that count, with a 95 % interval; None where none counts."""

    hits: int
    of: int
    rate: float | None
    interval: list[float] | None


class Level(Rate):
    """A rate, and what it should be."""

    aim: float


class Scores(TypedDict):
    """How often what cases expect came out, as ``batch --score --format json`` has it; ``figures`` by their names."""

    cases: int
    scored: int
    without_expect: int
    unreadable: list[str]
    alerts_assessed: bool | None
    figures: dict[str, Rate]
    levels: dict[str, Level]
    calibration_error: float | None
    causes: dict[str, dict[str, Rate]]
    confusions: list[dict[str, Any]]
    failed: list[str]
