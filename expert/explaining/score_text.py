"""The report of a score as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from expert.examining.score import AIMS, FIGURES, KINDS, Score, confusions
from expert.explaining.page import words

_NARROW = 60
_MOST_LISTED = 20

_WHAT_INTERVALS_ARE = (
    "95 % is the Wilson interval: where the true rate may lie, if the cases were a random sample. "
    "The fewer cases, the wider."
)
_WHAT_CAUSES_ARE = (
    "First, first 3: where the cause is expected (or need only be named), it came first, or among the first three. "
    "Right: of the times that it came first, how often that was right."
)
_WHAT_LEVELS_ARE = (
    "Right: of the first conclusions with this word, those that were the expected cause; where none of the causes "
    "fits, any is wrong."
)
_NOT_ASSESSED = (
    "Red flags were NOT looked for, because only {text}'s rules were used. The figures for advice count {text}'s own "
    "alerts alone."
)


def write_report(console: Console, score: Score) -> None:
    """The report for a reader."""
    _print(console, words(_counted(score)))
    if score.unreadable:
        _print(console, words(f"Could not be read: {_listed(score.unreadable)}."))
    if score.alerts_assessed is False:
        _print(console, words((_NOT_ASSESSED.format(text=score.knowledge.naming.text), "bold")))
    _print(console, Text(), _figure_table(score, console.width < _NARROW), words((_WHAT_INTERVALS_ARE, "dim")))
    _print(console, Text(), _level_table(score, console.width < _NARROW), words((_calibration(score), "dim")))
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


def _level_table(score: Score, narrow: bool) -> Table:
    """How often the first conclusion was right, by its level."""
    table = _table("called", "right", "rate", "aim") if narrow else _table("called", "right", "rate", "aim", "95 %")
    for column in table.columns[1:]:
        column.no_wrap = True
    for level, rate in score.by_level().items():
        percent, interval = (rate.percent, rate.interval) if rate.of else ("", "")
        cells = [str(rate), f"{percent}\n{interval}".strip() if narrow else percent, f"{round(100 * AIMS[level])} %"]
        table.add_row(words((level, "bold")), *cells, *(() if narrow else (interval,)))
    return table


def _calibration(score: Score) -> str:
    """What the table of levels says, and how far it is from its aims."""
    error = score.calibration_error
    return (
        _WHAT_LEVELS_ARE
        if error is None
        else (f"{_WHAT_LEVELS_ARE} Calibration error, the mean distance of the rates from their aims: {error:.2f}.")
    )


def _cause_table(score: Score, narrow: bool) -> Table:
    """The figures of each cause."""
    table = _table("cause", "first", "first 3", "right")
    for column in table.columns[1:]:
        column.no_wrap = True
    between = "\n" if narrow else "  "
    rates = score.by_cause()
    for cause in score.knowledge.causes:
        cells = [f"{rate}{between}{rate.interval}" if rate.of else str(rate) for rate in rates[cause.id].values()]
        table.add_row(words((cause.short, "bold")), *cells)
    return table


def _write_confusions(console: Console, score: Score) -> None:
    """What went wrong, worst first, and the cases that failed in something that no figure counts."""
    titles = {cause.id: cause.short for cause in score.knowledge.causes}
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
