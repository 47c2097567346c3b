"""How good the conclusions are, over the cases that say what must come out: the figures of a symptom checker study.

Every figure is a rate, hits of those that count, with a 95 % Wilson interval. A case counts for a figure only where its
``expect`` says something about it. `Score.watch` sees the cases go in and `Score.add` their results come out, in the
same order; `Score.plain` is the report as data.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from expert.cases.case import Case, Item
from expert.certainty import LEVEL_NAMES
from expert.knowledge import KnowledgeBase
from expert.urgency import Ladder, Urgency

NONE = "none"
#: How often a first conclusion of each level should be right.
AIMS: Mapping[str, float] = {"very likely": 0.9, "likely": 0.7, "possible": 0.33}
_LIKELY = LEVEL_NAMES[LEVEL_NAMES.index("likely") :]
_Z = 1.959963984540054  # the normal distribution's 97.5 % point, for 95 % in the middle


# -- rates -----------------------------------------------------------------------------------------------------------


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The 95 % score interval of a rate; `of` is not 0.

    Wilson EB. Probable inference, the law of succession, and statistical inference. J Am Stat Assoc
    1927;22(158):209-212.
    """
    rate, spread = hits / of, _Z * _Z / of
    centre = rate + spread / 2
    half = math.sqrt(spread * (rate * (1 - rate) + spread / 4))
    return max(0.0, (centre - half) / (1 + spread)), min(1.0, (centre + half) / (1 + spread))


@dataclass(frozen=True)
class Rate:
    """So many hits, of so many that count."""

    hits: int
    of: int

    @classmethod
    def over(cls, verdicts: Iterable[bool]) -> Rate:
        """The rate of yes among these."""
        all_of_them = list(verdicts)
        return cls(sum(all_of_them), len(all_of_them))

    def plain(self) -> dict[str, Any]:
        """As JSON-ready data; rate and interval are None where nothing counts."""
        if not self.of:
            return {"hits": 0, "of": 0, "rate": None, "interval": None}
        interval = [round(end, 4) for end in wilson(self.hits, self.of)]
        return {"hits": self.hits, "of": self.of, "rate": round(self.hits / self.of, 4), "interval": interval}

    @property
    def percent(self) -> str:
        """``94 %``."""
        return f"{_percent(self.hits / self.of)} %"

    @property
    def interval(self) -> str:
        """``85-98 %``."""
        low, high = wilson(self.hits, self.of)
        return f"{_percent(low)}-{_percent(high)} %"

    def __str__(self) -> str:
        return f"{self.hits}/{self.of}" if self.of else "no cases"


def _percent(share: float) -> int:
    """A share in whole percent; 0 and 100 only where it is none and all."""
    share = round(share, 4)
    return round(100 * share) if share in (0, 1) else min(99, max(1, round(100 * share)))


# -- one case --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Scored:
    """One case that says what must come out, and as much of what did as the figures need.

    Attributes:
        id: the case's.
        expect: in the shapes of `expert.cases.expectations.read_expect`.
        ranked: the causes concluded, best first.
        level: of the first of them; ``none`` where there is none.
        likely: whether any of them is likely.
        urgency: of the advice.
        passed: whether all of `expect` holds.
        ladder: the base's urgencies.
    """

    id: str
    expect: Mapping[str, Any]
    ranked: tuple[str, ...]
    level: str
    likely: bool
    urgency: str
    passed: bool
    ladder: Ladder[Urgency]

    @classmethod
    def of(cls, expect: Mapping[str, Any], result: Mapping[str, Any], ladder: Ladder[Urgency]) -> Scored:
        """From what is expected, and the result."""
        conclusions = result["conclusions"]
        return cls(
            result["id"],
            expect,
            tuple(one["cause"] for one in conclusions),
            conclusions[0]["level"] if conclusions else NONE,
            any(one["level"] in _LIKELY for one in conclusions),
            result["urgency"],
            result["expect"]["passed"],
            ladder,
        )

    @property
    def best(self) -> str:
        """The first conclusion, or ``none``."""
        return self.ranked[0] if self.ranked else NONE

    @property
    def top(self) -> list[str]:
        """What may come first, where that is a cause; empty where nothing is said of it, or ``none`` alone."""
        wanted: list[str] = self.expect.get("top", [])
        return wanted if any(name != NONE for name in wanted) else []

    @property
    def none_fits(self) -> bool:
        """Whether none of the causes explains the case."""
        return bool(self.expect.get("none_likely")) or (bool(self.expect.get("top")) and not self.top)

    @property
    def includes(self) -> list[str]:
        """The causes that must be among the conclusions, each once."""
        return list(dict.fromkeys(self.expect.get("includes", [])))

    @property
    def mildest(self) -> str | None:
        """The mildest advice that is safe, where the case says so."""
        return max(self._urgencies("urgency_at_least"), key=self.ladder.rank, default=None)

    @property
    def gravest(self) -> str | None:
        """The gravest advice that is not too much, where the case says so."""
        return min(self._urgencies("urgency_at_most"), key=self.ladder.rank, default=None)

    def _urgencies(self, bound: str) -> list[str]:
        return [self.expect[part] for part in ("urgency", bound) if part in self.expect]

    @property
    def too_mild(self) -> bool | None:
        """Whether the advice is milder than is safe; None where the case does not say what is."""
        return None if self.mildest is None else self.ladder.graver(self.mildest, self.urgency)

    @property
    def too_grave(self) -> bool | None:
        """Whether the advice is graver than is needed; None where the case does not say what is."""
        return None if self.gravest is None else self.ladder.graver(self.urgency, self.gravest)

    @property
    def due(self) -> list[str]:
        """The causes that are expected, each once; of several that may come first, the one that came highest."""
        causes = [name for name in self.top if name != NONE]
        if not causes or (NONE in self.top and not self.ranked):
            return self.includes
        highest = next((name for name in self.ranked if name in causes), causes[0])
        return list(dict.fromkeys([highest, *self.includes]))


# -- the figures -----------------------------------------------------------------------------------------------------


def _within(one: Scored, most: int) -> list[bool]:
    """Whether a cause that may come first is among the first `most`; nothing where the case does not count."""
    if not one.top:
        return []
    return [any(name in one.top for name in one.ranked[:most] or (NONE,))]


def _nothing_concluded(one: Scored) -> list[bool]:
    return [not one.ranked] if one.top and NONE not in one.top else []


def _none_of_these(one: Scored) -> list[bool]:
    return [not one.likely] if one.none_fits else []


def _included(one: Scored) -> list[bool]:
    return [cause in one.ranked for cause in one.includes]


def _safe(one: Scored) -> list[bool]:
    return [] if one.too_mild is None else [not one.too_mild]


def _too_grave(one: Scored) -> list[bool]:
    return [] if one.too_grave is None else [one.too_grave]


@dataclass(frozen=True)
class Figure:
    """One figure of the report.

    Attributes:
        title: its name.
        meaning: what it says, in plain words.
        verdicts: hit or miss of one case; empty where the case does not count.
    """

    title: str
    meaning: str
    verdicts: Callable[[Scored], list[bool]]


FIGURES: Mapping[str, Figure] = {
    "top_1": Figure("Top-1", "the first conclusion is the expected cause", lambda one: _within(one, 1)),
    "top_3": Figure("Top-3", "it is among the first three conclusions", lambda one: _within(one, 3)),
    "nothing_concluded": Figure("No conclusion", "a cause fits, and nothing is concluded", _nothing_concluded),
    "none_of_these": Figure("None of these", "no cause fits, and none is called likely", _none_of_these),
    "includes": Figure("Includes", "of causes that must be named, those named", _included),
    "safe_advice": Figure("Safe advice", "sent for care at least as soon as needed", _safe),
    "over_triage": Figure("Over-triage", "sent sooner than needed; fewer is better", _too_grave),
    "all_expectations": Figure("All expectations", "all that the case expects came out", lambda one: [one.passed]),
}


def _cause_rates(cause: str, scored: Sequence[Scored]) -> dict[str, Rate]:
    """One cause: found first and among three where it is expected; right where it came first."""
    due = [one for one in scored if cause in one.due]
    return {
        "top_1": Rate.over(cause in one.ranked[:1] for one in due),
        "top_3": Rate.over(cause in one.ranked[:3] for one in due),
        "precision": Rate.over(cause in one.top for one in scored if one.best == cause and _claims(one)),
    }


def _claims(one: Scored) -> bool:
    """Whether the first conclusion can be right or wrong: where none fits, only what is called likely is a claim."""
    return bool(one.top) or (one.none_fits and one.likely)


# -- words that mean what they say -----------------------------------------------------------------------------------


def by_level(scored: Iterable[Scored]) -> dict[str, Rate]:
    """How often the first conclusion was right, by its level, over the cases that say what it is or that none fits."""
    told = [one for one in scored if one.ranked and (one.top or one.none_fits)]
    return {level: Rate.over(one.best in one.top for one in told if one.level == level) for level in AIMS}


def calibration_error(levels: Mapping[str, Rate]) -> float | None:
    """How far the levels are from their aims: the mean distance of a level's rate from its aim, each level weighed by
    its cases (the expected calibration error, with levels as bins and aims as what is promised); None without cases.

    Naeini MP, Cooper GF, Hauskrecht M. Obtaining well calibrated probabilities using Bayesian binning. AAAI 2015.
    """
    cases = sum(rate.of for rate in levels.values())
    if not cases:
        return None
    return sum(abs(rate.hits - rate.of * AIMS[level]) for level, rate in levels.items()) / cases


# -- what went wrong -------------------------------------------------------------------------------------------------

#: What can go wrong, worst first.
KINDS = {
    "unsafe": "Advice too mild: sent later than needed",
    "none_of_these": "Called likely, though none fits",
    "top_1": "Another conclusion came first",
    "includes": "Not among the conclusions",
    "over_triage": "Advice too grave: sent sooner than needed",
}
_KIND_ORDER = list(KINDS)


@dataclass(frozen=True)
class Confusion:
    """What was expected (any of these) and what was found instead, with the ids of the cases.

    Attributes:
        gap: by how many steps an urgency is off; 0 where it is about causes.
    """

    kind: str
    expected: tuple[str, ...]
    found: str
    gap: int
    cases: tuple[str, ...]

    def plain(self) -> dict[str, Any]:
        """As JSON-ready data."""
        return {"kind": self.kind, "expected": list(self.expected), "found": self.found, "cases": list(self.cases)}

    @property
    def badness(self) -> tuple[Any, ...]:
        """Sorts the worst first: by kind, then by how far the advice is off, then by the number of cases."""
        return _KIND_ORDER.index(self.kind), -self.gap, -len(self.cases), self.expected, self.found


_Miss = tuple[str, tuple[str, ...], str, int]


def _misses(one: Scored) -> Iterator[_Miss]:
    """All that went wrong with one case: kind, expected, found, and by how far an urgency is off."""
    if one.mildest is not None and one.too_mild:
        yield "unsafe", (one.mildest,), one.urgency, one.ladder.rank(one.mildest) - one.ladder.rank(one.urgency)
    if not all(_none_of_these(one)):
        yield "none_of_these", (NONE,), one.best, 0
    if not all(_within(one, 1)):
        yield "top_1", tuple(one.top), one.best, 0
    for cause in one.includes:
        if cause not in one.ranked:
            yield "includes", (cause,), one.best, 0
    if one.gravest is not None and one.too_grave:
        yield "over_triage", (one.gravest,), one.urgency, one.ladder.rank(one.urgency) - one.ladder.rank(one.gravest)


def confusions(scored: Iterable[Scored]) -> list[Confusion]:
    """What went wrong, the same mistakes together, worst first."""
    found: dict[_Miss, list[str]] = {}
    for one in scored:
        for miss in _misses(one):
            found.setdefault(miss, []).append(one.id)
    return sorted((Confusion(*miss, tuple(ids)) for miss, ids in found.items()), key=lambda one: one.badness)


# -- the whole -------------------------------------------------------------------------------------------------------


class Score:
    """The score of a batch, gathered while it runs.

    Attributes:
        knowledge: the base whose conclusions are scored.
        scored: the cases that say what must come out.
        without_expect: how many cases say nothing of it.
        unreadable: where the cases stand that could not be read.
        alerts_assessed: whether red flags were looked for; None before the first result.
    """

    def __init__(self, knowledge: KnowledgeBase) -> None:
        self.knowledge = knowledge
        self.scored: list[Scored] = []
        self.without_expect = 0
        self.unreadable: list[str] = []
        self.alerts_assessed: bool | None = None
        self._expected: deque[Mapping[str, Any] | None] = deque()

    def watch(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items as they are; keeps what each expects until its result comes."""
        for item in items:
            self._expected.append(item.expect if isinstance(item, Case) else None)
            yield item

    def add(self, result: Mapping[str, Any]) -> None:
        """Take note of the next result, in the order of the items."""
        expect = self._expected.popleft()
        if result["status"] == "error":
            self.unreadable.append(result["source"])
            return
        self.alerts_assessed = result["alerts_assessed"]
        if expect:
            self.scored.append(Scored.of(expect, result, self.knowledge.urgencies))
        else:
            self.without_expect += 1

    @property
    def cases(self) -> int:
        """How many there were in all."""
        return len(self.scored) + self.without_expect + len(self.unreadable)

    def figures(self) -> dict[str, Rate]:
        """The figures over all cases."""
        return {
            key: Rate.over(hit for one in self.scored for hit in figure.verdicts(one))
            for key, figure in FIGURES.items()
        }

    def by_level(self) -> dict[str, Rate]:
        """How often the first conclusion was right, by its level."""
        return by_level(self.scored)

    @property
    def calibration_error(self) -> float | None:
        """How far the levels are from their aims, to 4 digits; None without cases."""
        error = calibration_error(self.by_level())
        return None if error is None else round(error, 4)

    def by_cause(self) -> dict[str, dict[str, Rate]]:
        """The figures of each cause."""
        return {cause.id: _cause_rates(cause.id, self.scored) for cause in self.knowledge.causes}

    def plain(self) -> dict[str, Any]:
        """The report as JSON-ready data."""
        return {
            "cases": self.cases,
            "scored": len(self.scored),
            "without_expect": self.without_expect,
            "unreadable": self.unreadable,
            "alerts_assessed": self.alerts_assessed,
            "figures": {key: rate.plain() for key, rate in self.figures().items()},
            "levels": {level: {**rate.plain(), "aim": AIMS[level]} for level, rate in self.by_level().items()},
            "calibration_error": self.calibration_error,
            "causes": {
                cause: {key: rate.plain() for key, rate in rates.items()} for cause, rates in self.by_cause().items()
            },
            "confusions": [one.plain() for one in confusions(self.scored)],
            "failed": [one.id for one in self.scored if not one.passed],
        }
