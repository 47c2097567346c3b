"""A result as JSON text. Its parts come again from case to case as the same objects, so each is written but once.

The text is the one form of a result that is made; whoever wants the plain data reads it back (`Consultation.result`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from expert.advice import Advice, Guidance, Recommendation, Withheld
from expert.base import RedFlag
from expert.certainty import rounded
from expert.conclusions import Alert, Conclusion, Evidence
from expert.engine import Firing
from expert.json_text import encoded
from expert.rules import KnowledgeRule

_Part = TypeVar("_Part")


def _once(write: Callable[[_Part], str]) -> Callable[[_Part], str]:
    """Write a part but once: the text is kept on it."""
    name = f"as_json_{write.__name__}"

    def text(part: _Part) -> str:
        known: str | None = part.__dict__.get(name)
        if known is None:
            known = part.__dict__[name] = write(part)
        return known

    return text


class Several(tuple[_Part, ...]):
    """Parts that come together again and again. What is written of them is kept on it."""


@lru_cache(256)
def word(text: str) -> str:
    """A text that comes again and again."""
    return encoded(text)


def listed(texts: Iterable[str]) -> str:
    """Several values as a list."""
    return f"[{', '.join(texts)}]"


def warrant(rule: Any) -> dict[str, Any]:
    """What a rule stands on: its claims, its sources, or both; never neither."""
    return _warrant(rule.claims, [source.text for source in rule.source])


def _merged_warrant(firings: Sequence[Firing]) -> dict[str, Any]:
    """What several rules stand on, each warrant once."""
    claims = dict.fromkeys(claim for firing in firings for claim in firing.rule.claims)
    sources = dict.fromkeys(source.text for firing in firings for source in firing.rule.source)
    return _warrant(list(claims), list(sources))


def _warrant(claims: Sequence[str], sources: Sequence[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if claims:
        found["claims"] = list(claims)
    if sources:
        found["source"] = "; ".join(sources)
    return found


def _fields(entry: dict[str, Any]) -> str:
    """The fields of an object, without its braces."""
    return encoded(entry)[1:-1]


# -- evidence --------------------------------------------------------------------------------------------------------


@_once
def _basis(rule: KnowledgeRule) -> str:
    """Which rule, and what it stands on."""
    return _fields({"rule": rule.name, **warrant(rule)})


@_once
def _facts(firing: Firing) -> str:
    return encoded(dict(firing.shown))


@_once
def _stood_on(evidence: Evidence) -> str:
    """What it stood on, and what was read into its source."""
    rule = evidence.firing.rule
    named = [{"name": one.name, "value": one.shown, "reason": one.reason} for one in rule.interpretations]
    below = listed(map(_evidence, evidence.because))
    text = f'"facts": {_facts(evidence.firing)}, "because": {below}'
    return f'{text}, "interpretation": {encoded(named)}' if named else text


@_once
def _evidence_fields(evidence: Evidence) -> str:
    rule, certainty = evidence.firing.rule, encoded(rounded(evidence.certainty))
    return f'{_basis(rule)}, "certainty": {certainty}, "text": {encoded(rule.because)}, {_stood_on(evidence)}'


@_once
def _evidence(evidence: Evidence) -> str:
    return "{" + _evidence_fields(evidence) + "}"


@_once
def _entry(evidence: Evidence) -> str:
    """Evidence right below a conclusion: there it counts, or does not."""
    return f'{{{_evidence_fields(evidence)}, "counted": {encoded(evidence.counted)}}}'


# -- what follows ----------------------------------------------------------------------------------------------------


@_once
def conclusion(found: Conclusion) -> str:
    """One conclusion."""
    cause = found.cause
    return (
        f'{{"cause": {word(cause.id)}, "kind": {word(cause.kind)}, "certainty": {encoded(found.certainty)}, '
        f'"level": {word(found.level)}, "because": {listed(map(_entry, found.because))}, '
        f'"against": {listed(map(_entry, found.against))}}}'
    )


@_once
def _recommendation(found: Recommendation) -> str:
    """One recommendation."""
    entry = {
        "id": found.remark.id,
        "text": found.remark.text,
        "for": [cause.id for cause in found.causes],
        "stage": found.stage,
        "rule": found.firings[0].rule.name,
    }
    return encoded(entry | _merged_warrant(found.firings))


@_once
def _guidance(found: Guidance) -> str:
    """One answer to what else is asked."""
    entry = {
        "about": found.about,
        "text": found.remark.text,
        "for": [cause.id for cause in found.causes],
        "rule": found.firings[0].rule.name,
    }
    return encoded(entry | _merged_warrant(found.firings))


@_once
def _withheld(found: Withheld) -> str:
    """One recommendation that was taken back."""
    entry = {"id": found.remark.id, "rule": found.firings[0].rule.name, "text": found.text}
    return encoded(entry | _merged_warrant(found.firings))


@_once
def _alert(found: Alert) -> str:
    """One alert."""
    rule = found.evidence.firing.rule
    entry = {"id": found.remark.id, "text": found.remark.text, "urgency": found.urgency}
    due = {"within": found.within} if found.within else {}
    told = _fields(entry | due | {"why": rule.because})
    return f"{{{told}, {_basis(rule)}, {_stood_on(found.evidence)}}}"


@_once
def advice(found: Advice) -> str:
    """All that is advised in one case."""
    return (
        f'"recommendations": {listed(map(_recommendation, found.recommendations))}, '
        f'"guidance": {listed(map(_guidance, found.guidance))}, "withheld": {listed(map(_withheld, found.withheld))}'
    )


@_once
def alerts(found: Several[Alert]) -> str:
    """All alerts of one case."""
    return f'"alerts": {listed(map(_alert, found))}'


@_once
def flag_names(flags: Several[RedFlag]) -> str:
    """The names of the red flags that were not ruled out."""
    return encoded([flag.id for flag in flags])


@_once
def flag_texts(flags: Several[RedFlag]) -> str:
    """The same in words."""
    return encoded([flag.text for flag in flags])
