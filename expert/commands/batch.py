"""``batch``: many cases, one result each, in the order of the input; or how many came out as expected."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from expert.cases import writers
from expert.commands.context import Context
from expert.commands.exits import DONE, EXPECT_FAILED, FAULT, SOME_UNREADABLE, UNUSABLE
from expert.commands.parsing import add_article_only, add_output, add_reading, positive
from expert.commands.streams import console, data_output, tell, written
from expert.errors import UsageError

if TYPE_CHECKING:
    from expert.cases.case import Item
    from expert.cases.results import Result
    from expert.cases.writers import Writer
    from expert.examining.score import Score
    from expert.knowledge import KnowledgeBase

_SECONDS_BEFORE_PROGRESS = 1.0
_REPORTS = ("text", "json")


@dataclass(frozen=True)
class Options:
    """What was asked for; see `add`."""

    paths: Sequence[str]
    score: bool
    format: str | None
    output: str | None
    jobs: int
    article_only: bool
    units: str
    encoding: str | None
    ignore_columns: bool


def add(parser: argparse.ArgumentParser) -> None:
    """Give the parser the arguments of this command."""
    add_article_only(parser)
    parser.add_argument("paths", metavar="PATH", nargs="+", help="files and folders of cases; - for stdin")
    parser.add_argument(
        "--score",
        action="store_true",
        help="instead of the results, report how many of the cases with an expect part came out as expected",
    )
    parser.add_argument(
        "--format", choices=(*writers.FORMATS, *(form for form in _REPORTS if form not in writers.FORMATS)),
        help="jsonl: a line of JSON for each case (the default, but for a -o FILE whose ending tells another); with "
        "--score: text (the default) or json, one object",
    )  # fmt: skip
    add_output(parser, "the results")
    parser.add_argument(
        "--jobs", metavar="N", type=positive, default=1,
        help="how many processes may work at once (1 if left out; no more than there are processors)",
    )  # fmt: skip
    add_reading(parser)
    parser.set_defaults(options=Options, run=run)


def run(options: Options, context: Context) -> int:
    """Evaluate the cases; give the exit code that they come to."""
    from expert.cases.batch import evaluate_all
    from expert.cases.forms.reading import Reading
    from expert.cases.reader import CaseReader

    _check(options)
    name = context.name(options.article_only)
    knowledge = name.load()
    reading = Reading(options.encoding or "", options.units, options.ignore_columns, tell)
    items: Iterable[Item] = CaseReader(knowledge, reading).read_paths(options.paths, sys.stdin)
    score = _new_score(knowledge) if options.score else None
    if score is not None:
        items = score.watch(items)
    results = evaluate_all(items, name, min(options.jobs, os.cpu_count() or 1))
    tally = Tally()
    with _writer(options) as writer, contextlib.closing(results):
        for result in _with_progress(results) if _progress_is_seen(options) else results:
            if writer is not None:
                writer.add(result)
            if score is not None:
                score.add(result)
            tally.count(result)
            _name_what_failed(result, context.debug)
    if score is not None:
        _write_score(score, options.format)
    tell(str(tally))
    return tally.code


class Tally:
    """How a batch went.

    Attributes:
        cases: how many there were; failed: their expect; unreadable: could not be read; faults: the program failed.
    """

    def __init__(self) -> None:
        self.cases = 0
        self.failed = 0
        self.unreadable = 0
        self.faults = 0

    def count(self, result: Result) -> None:
        """Take note of one result."""
        from expert.cases.results import FaultResult, failed_expect

        self.cases += 1
        if isinstance(result, FaultResult):
            self.faults += 1
        else:
            self.unreadable += result["status"] == "error"
        self.failed += failed_expect(result)

    @property
    def code(self) -> int:
        """The exit code."""
        if self.faults:
            return FAULT
        if self.unreadable:
            return UNUSABLE if self.unreadable == self.cases else SOME_UNREADABLE
        return EXPECT_FAILED if self.failed else DONE

    def __str__(self) -> str:
        cases = "1 case" if self.cases == 1 else f"{self.cases:,} cases"
        said = f"{cases}: {self.failed:,} failed their expect, {self.unreadable:,} could not be read"
        return f"{said}, on {self.faults:,} the program itself failed." if self.faults else f"{said}."


def _name_what_failed(result: Result, debug: bool) -> None:
    """Say which case could not be read or reasoned through, or is not what it expects, and why."""
    from expert.cases.results import FaultResult, failed_expect

    if result["status"] == "error":
        error = result["error"]
        line = f", line {error['line']}" if error["line"] else ""
        tell(f"{result['source']}{line}: {error['message']}")
        if debug and isinstance(result, FaultResult):
            tell(result.trace)
    elif failed_expect(result):
        tell(f"{_full_name(result)}: expect failed: {'; '.join(result['expect']['failures'])}")


def _full_name(result: Mapping[str, Any]) -> str:
    """Where a case stands, and its id where that says more."""
    source, name = result["source"], result["id"]
    return str(source) if str(source).endswith(name) else f"{source} ({name})"


def _check(options: Options) -> None:
    """Look whether the options go together.

    Raises:
        UsageError: they do not.
    """
    formats = _REPORTS if options.score else tuple(writers.FORMATS)
    if options.format not in (None, *formats):
        such = "With" if options.score else "Without"
        raise UsageError(f"--format {options.format}: {such} --score the format is {' or '.join(formats)}.")
    if options.score and options.output == "-":
        raise UsageError("-o -: With --score the report goes to standard output; name a file for the results.")


@contextlib.contextmanager
def _writer(options: Options) -> Iterator[Writer | None]:
    """What writes the results to where they go; with ``--score`` and no file, nothing."""
    form = writers.chosen(None if options.score else options.format, options.output)
    with contextlib.ExitStack() as stack:
        if options.output not in (None, "-"):
            writer = form.writer(stack.enter_context(written(str(options.output), options.paths)))
        elif options.score:
            yield None
            return
        else:
            writer = form.writer(data_output())
        writer.begin()
        yield writer
        writer.end()


# -- the score -------------------------------------------------------------------------------------------------------


def _new_score(knowledge: KnowledgeBase) -> Score:
    """A score that has seen nothing yet."""
    from expert.examining.score import Score

    return Score(knowledge)


def _write_score(score: Score, form: str | None) -> None:
    """The report of ``--score``."""
    from expert.cases.results import json_line
    from expert.explaining.score_text import write_report

    if form == "json":
        data_output().write(json_line(score.plain()))
    else:
        write_report(console(), score)


# -- progress --------------------------------------------------------------------------------------------------------


def _progress_is_seen(options: Options) -> bool:
    """Whether somebody looks at standard error, and the results do not run down the same screen."""
    on_screen = options.output in (None, "-") and not options.score and sys.stdout.isatty()
    return sys.stderr.isatty() and not on_screen


def _with_progress(results: Iterable[Result]) -> Iterator[Result]:
    """The results, with a moving count on standard error once it takes long."""
    start = time.monotonic()
    with contextlib.ExitStack() as cleanup:
        advance = None
        for number, result in enumerate(results, 1):
            yield result
            if advance is None and time.monotonic() - start > _SECONDS_BEFORE_PROGRESS:
                advance = cleanup.enter_context(_progress())
            if advance is not None:
                advance(number)


@contextlib.contextmanager
def _progress() -> Iterator[Any]:
    """A progress bar; how many there are in all is not known before the last one is read."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = TextColumn("{task.completed:,} cases"), BarColumn(), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda number: bar.update(task, completed=number)
