"""How good the conclusions are, over the cases that say what must come out: the figures of a symptom checker study.

Every figure is a rate, hits of those that count, with a 95 % Wilson interval. A case counts for a figure only where its
``expect`` says something about it. `Score.watch` sees the cases go in and `Score.add` their results come out, in the
same order; `Score.plain` is the report as data, `write_report` as text. Import this only when a score is wanted: rich
is slow to load.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from expert.cases.case import Case, Item
from expert.cases.expectations import LEVELS, URGENCIES
from expert.explaining.english import short_title
from expert.explaining.page import words
from expert.rules import Cause

NONE = "none"
_LIKELY = LEVELS[LEVELS.index("likely") :]
_Z = 1.959963984540054  # the normal distribution's 97.5 % point, for 95 % in the middle
_NARROW = 60
_MOST_LISTED = 20


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
        likely: whether any of them is likely.
        urgency: of the advice.
        passed: whether all of `expect` holds.
    """

    id: str
    expect: Mapping[str, Any]
    ranked: tuple[str, ...]
    likely: bool
    urgency: str
    passed: bool

    @classmethod
    def of(cls, expect: Mapping[str, Any], result: Mapping[str, Any]) -> Scored:
        """From what is expected, and the result."""
        conclusions = result["conclusions"]
        return cls(
            result["id"],
            expect,
            tuple(one["cause"] for one in conclusions),
            any(one["level"] in _LIKELY for one in conclusions),
            result["urgency"],
            result["expect"]["passed"],
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
        return max(self._urgencies("urgency_at_least"), key=URGENCIES.index, default=None)

    @property
    def gravest(self) -> str | None:
        """The gravest advice that is not too much, where the case says so."""
        return min(self._urgencies("urgency_at_most"), key=URGENCIES.index, default=None)

    def _urgencies(self, bound: str) -> list[str]:
        return [self.expect[part] for part in ("urgency", bound) if part in self.expect]

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


def _none_of_these(one: Scored) -> list[bool]:
    return [not one.likely] if one.none_fits else []


def _included(one: Scored) -> list[bool]:
    return [cause in one.ranked for cause in one.includes]


def _safe(one: Scored) -> list[bool]:
    return [] if one.mildest is None else [URGENCIES.index(one.urgency) >= URGENCIES.index(one.mildest)]


def _too_grave(one: Scored) -> list[bool]:
    return [] if one.gravest is None else [URGENCIES.index(one.urgency) > URGENCIES.index(one.gravest)]


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
    """What was expected (any of these) and what was found instead, with the ids of the cases."""

    kind: str
    expected: tuple[str, ...]
    found: str
    cases: tuple[str, ...]

    def plain(self) -> dict[str, Any]:
        """As JSON-ready data."""
        return {"kind": self.kind, "expected": list(self.expected), "found": self.found, "cases": list(self.cases)}

    @property
    def badness(self) -> tuple[Any, ...]:
        """Sorts the worst first: by kind, then by how far the advice is off, then by the number of cases."""
        gap = 0
        if self.found in URGENCIES:
            gap = abs(URGENCIES.index(self.expected[0]) - URGENCIES.index(self.found))
        return _KIND_ORDER.index(self.kind), -gap, -len(self.cases), self.expected, self.found


def _misses(one: Scored) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """All that went wrong with one case: kind, expected, found."""
    if one.mildest is not None and not all(_safe(one)):
        yield "unsafe", (one.mildest,), one.urgency
    if not all(_none_of_these(one)):
        yield "none_of_these", (NONE,), one.best
    if not all(_within(one, 1)):
        yield "top_1", tuple(one.top), one.best
    for cause in one.includes:
        if cause not in one.ranked:
            yield "includes", (cause,), one.best
    if one.gravest is not None and any(_too_grave(one)):
        yield "over_triage", (one.gravest,), one.urgency


def confusions(scored: Iterable[Scored]) -> list[Confusion]:
    """What went wrong, the same mistakes together, worst first."""
    found: dict[tuple[str, tuple[str, ...], str], list[str]] = {}
    for one in scored:
        for miss in _misses(one):
            found.setdefault(miss, []).append(one.id)
    return sorted((Confusion(*miss, tuple(ids)) for miss, ids in found.items()), key=lambda one: one.badness)


# -- the whole -------------------------------------------------------------------------------------------------------


class Score:
    """The score of a batch, gathered while it runs.

    Attributes:
        causes: all that can be concluded.
        scored: the cases that say what must come out.
        without_expect: how many cases say nothing of it.
        unreadable: where the cases stand that could not be read.
        alerts_assessed: whether red flags were looked for; None before the first result.
    """

    def __init__(self, causes: Sequence[Cause]) -> None:
        self.causes = causes
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
            self.scored.append(Scored.of(expect, result))
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

    def by_cause(self) -> dict[str, dict[str, Rate]]:
        """The figures of each cause."""
        return {cause.id: _cause_rates(cause.id, self.scored) for cause in self.causes}

    def plain(self) -> dict[str, Any]:
        """The report as JSON-ready data."""
        return {
            "cases": self.cases,
            "scored": len(self.scored),
            "without_expect": self.without_expect,
            "unreadable": self.unreadable,
            "alerts_assessed": self.alerts_assessed,
            "figures": {key: rate.plain() for key, rate in self.figures().items()},
            "causes": {
                cause: {key: rate.plain() for key, rate in rates.items()} for cause, rates in self.by_cause().items()
            },
            "confusions": [one.plain() for one in confusions(self.scored)],
            "failed": [one.id for one in self.scored if not one.passed],
        }


# -- the report as text ----------------------------------------------------------------------------------------------

_WHAT_INTERVALS_ARE = (
    "95 % is the Wilson interval: where the true rate may lie, if the cases were a random sample. "
    "The fewer cases, the wider."
)
_WHAT_CAUSES_ARE = (
    "First, first 3: where the cause is expected (or need only be named), it came first, or among the first three. "
    "Right: of the times that it came first, how often that was right."
)
_NOT_ASSESSED = (
    "Red flags were NOT looked for, because only the article's rules were used. The figures for advice count the "
    "article's own alerts alone."
)


def write_report(console: Console, score: Score) -> None:
    """The report for a reader."""
    _print(console, words(_counted(score)))
    if score.unreadable:
        _print(console, words(f"Could not be read: {_listed(score.unreadable)}."))
    if score.alerts_assessed is False:
        _print(console, words((_NOT_ASSESSED, "bold")))
    _print(console, Text(), _figure_table(score, console.width < _NARROW), words((_WHAT_INTERVALS_ARE, "dim")))
    _print(console, Text(), _cause_table(score, console.width < _NARROW), words((_WHAT_CAUSES_ARE, "dim")))
    _write_confusions(console, score)


def _print(console: Console, *parts: RenderableType) -> None:
    """Print; without the blanks that fill a table's lines up where nobody sees colours behind them."""
    if console.is_terminal:
        console.print(*parts, sep="\n")
        return
    with console.capture() as caught:
        console.print(*parts, sep="\n")
    console.file.write("".join(f"{line.rstrip()}\n" for line in caught.get().split("\n")[:-1]))


def _counted(score: Score) -> str:
    """How many cases there are of each sort."""
    cases = "1 case" if score.cases == 1 else f"{score.cases:,} cases"
    return (
        f"{cases}: {len(score.scored):,} scored, {score.without_expect:,} without expect (not scored), "
        f"{len(score.unreadable):,} could not be read (not scored)."
    )


def _listed(names: Sequence[str]) -> str:
    """Names in a row, as many as somebody may read."""
    more = len(names) - _MOST_LISTED
    return ", ".join(names[:_MOST_LISTED]) + (f" and {more:,} more" if more > 0 else "")


def _table(*titles: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 1, 0, 0))
    for title in titles:
        table.add_column(title, overflow="fold")
    return table


def _figure_table(score: Score, narrow: bool) -> Table:
    """The figures over all cases, each with its meaning."""
    table = _table("figure", "hits", "rate") if narrow else _table("figure", "what it means", "hits", "rate", "95 %")
    for column in table.columns[-2 if narrow else -3 :]:
        column.no_wrap = True
    for key, rate in score.figures().items():
        figure = FIGURES[key]
        percent, interval = (rate.percent, rate.interval) if rate.of else ("", "")
        if narrow:
            name = words((figure.title, "bold"), f": {figure.meaning}")
            table.add_row(name, str(rate), f"{percent}\n{interval}".strip())
        else:
            table.add_row(words((figure.title, "bold")), figure.meaning, str(rate), percent, interval)
    return table


def _cause_table(score: Score, narrow: bool) -> Table:
    """The figures of each cause."""
    table = _table("cause", "first", "first 3", "right")
    for column in table.columns[1:]:
        column.no_wrap = True
    between = "\n" if narrow else "  "
    rates = score.by_cause()
    for cause in score.causes:
        cells = [f"{rate}{between}{rate.interval}" if rate.of else str(rate) for rate in rates[cause.id].values()]
        table.add_row(words((short_title(cause), "bold")), *cells)
    return table


def _write_confusions(console: Console, score: Score) -> None:
    """What went wrong, worst first, and the cases that failed in something that no figure counts."""
    titles = {cause.id: short_title(cause) for cause in score.causes}
    mistakes = confusions(score.scored)
    for kind, title in KINDS.items():
        table = _table("expected", "found", "cases")
        for one in mistakes:
            if one.kind == kind:
                expected = " or ".join(_named(name, titles) for name in one.expected)
                table.add_row(words(expected), words(_named(one.found, titles)), words(_listed(one.cases)))
        if table.rows:
            _print(console, Text(), words((title, "bold")), table)
    named = {id for one in mistakes for id in one.cases}
    rest = [one.id for one in score.scored if not one.passed and one.id not in named]
    if rest:
        _print(console, Text(), words(("Failed something else (their results say what): ", "bold"), _listed(rest)))


def _named(name: str, titles: Mapping[str, str]) -> str:
    """A cause or an urgency in words."""
    return titles.get(name, name.replace("_", " "))
