"""``batch``: many cases, one result each, in the order of the input; or how many came out as expected."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import IO, TYPE_CHECKING

from expert.cases import writers
from expert.commands.context import Context
from expert.commands.exits import DONE, EXPECT_FAILED, FAULT, SOME_UNREADABLE, UNUSABLE
from expert.commands.parsing import add_article_only, add_output, add_reading, positive
from expert.commands.signals import ending_once
from expert.commands.streams import console, data_output, opening, spare, tell, written
from expert.errors import UsageError

if TYPE_CHECKING:
    from expert.cases.batch import Evaluation, Reply
    from expert.cases.durable import Results
    from expert.cases.tally import Tally
    from expert.cases.writers import Format, Writer
    from expert.examining.score import Score
    from expert.knowledge import KnowledgeBase
    from expert.loading import KnowledgeName

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
    resume: bool
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
        "--resume", action="store_true",
        help="with -o: go on where an earlier run of the same command was cut short, if one was; refused where the "
        "input, the options or the base have changed since",
    )  # fmt: skip
    parser.add_argument(
        "--jobs", metavar="N", type=positive, default=1,
        help="how many processes may work at once (1 if left out; no more than there are processors)",
    )  # fmt: skip
    add_reading(parser)
    parser.set_defaults(options=Options, run=run)


def run(options: Options, context: Context) -> int:
    """Evaluate the cases; give the exit code that they come to."""
    with ending_once():
        return _run(options, context)


def _run(options: Options, context: Context) -> int:
    from expert.cases.batch import Evaluation, Work, evaluate_all
    from expert.cases.files import Pause
    from expert.cases.forms.reading import Reading, once

    _check(options)
    name = context.name(options.article_only)
    reading = Reading(options.encoding or "", options.units, options.ignore_columns)
    work = Work(name, _form_of_workers(options), options.score, context.debug, reading)
    evaluation = Evaluation(work)
    score = _new_score(evaluation.reader.knowledge) if options.score else None
    with _sink(options, name, evaluation) as sink:
        tally = replace(sink.tally)
        tell_once = once(tell)
        pieces = evaluation.reader.pieces(options.paths, sys.stdin, sink.done, tell_once)
        jobs = min(options.jobs, os.cpu_count() or 1)
        replies = evaluate_all(iter(()) if sink.finished else pieces, evaluation, work, jobs)
        with contextlib.closing(replies), _progress(options) as advance:
            for reply in replies:
                if isinstance(reply, Pause):
                    sink.flush()
                    continue
                sink.add(reply)
                if score is not None:
                    _score(score, reply)
                tally.add(reply.tally)
                for notice in reply.notices:
                    tell_once(notice)
                for complaint in reply.complaints:
                    tell(complaint)
                advance(tally.cases)
    if score is not None:
        _write_score(score, options.format)
    tell(str(tally))
    return _code(tally)


def _code(tally: Tally) -> int:
    """The exit code."""
    if tally.faults:
        return FAULT
    if tally.unreadable:
        return UNUSABLE if tally.unreadable == tally.cases else SOME_UNREADABLE
    return EXPECT_FAILED if tally.failed else DONE


def _check(options: Options) -> None:
    """Look whether the options go together.

    Raises:
        UsageError: they do not.
    """
    formats = _REPORTS if options.score else tuple(writers.FORMATS)
    if options.format not in (None, *formats):
        such = "With" if options.score else "Without"
        raise UsageError(f"--format {options.format}: {such} --score the format is {' or '.join(formats)}.")
    if options.resume and options.output in (None, "-"):
        raise UsageError("--resume: Only results that go to a file can be gone on with; name it with -o.")
    if options.resume and options.score:
        raise UsageError("--resume: With --score all cases must be seen anew. Run without --resume.")
    if options.score and options.output == "-":
        raise UsageError("-o -: With --score the report goes to standard output; name a file for the results.")


# -- where the results go --------------------------------------------------------------------------------------------


class Sink:
    """Where results go: here, nowhere.

    Attributes:
        done: the part of the input of which it has the results already; tally: how these went; finished: it has all.
    """

    def __init__(self) -> None:
        from expert.cases.pieces import Done
        from expert.cases.tally import Tally

        self.done, self.tally, self.finished = Done(), Tally(), False

    def add(self, reply: Reply) -> None:
        """The results of one piece."""

    def flush(self) -> None:
        """Let go of what is still held back: the next results may be long in coming."""


class _Lines(Sink):
    """A stream that takes results as they were written, each by itself."""

    def __init__(self, out: IO[str]) -> None:
        super().__init__()
        self._out = out

    def add(self, reply: Reply) -> None:
        """At once: nobody need wait for the next."""
        self._out.write(reply.text)
        self._out.flush()


class _Written(Sink):
    """A writer that must see the results themselves."""

    def __init__(self, writer: Writer) -> None:
        super().__init__()
        self._writer = writer

    def add(self, reply: Reply) -> None:
        """One after another."""
        for result in reply.results:
            self._writer.add(result)


class _Durable(Sink):
    """A file of which nothing that was written once is lost."""

    def __init__(self, results: Results) -> None:
        super().__init__()
        self._results = results
        self.done, self.tally, self.finished = results.done, results.tally, results.finished

    def add(self, reply: Reply) -> None:
        """With a note of how far it is, now and then."""
        self._results.write(reply.text, reply.tally, reply.mark)


def _chosen(options: Options) -> Format:
    return writers.chosen(None if options.score else options.format, options.output)


def _form_of_workers(options: Options) -> str | None:
    """The format in which whoever evaluates the cases writes the results too, if it can be done there."""
    form = _chosen(options)
    nowhere = options.score and options.output is None
    return form.name if form.by_line and not nowhere else None


@contextlib.contextmanager
def _sink(options: Options, name: KnowledgeName, evaluation: Evaluation) -> Iterator[Sink]:
    """Where the results go; with ``--score`` and no file, nowhere."""
    from expert.cases.durable import is_resumable

    form, path = _chosen(options), options.output
    if path in (None, "-"):
        if options.score:
            yield Sink()
        else:
            with _on(form, data_output()) as sink:
                yield sink
    elif form.by_line and is_resumable(str(path)):
        spare(str(path), options.paths)
        with opening(str(path), _durable(options, name, evaluation, form)) as sink:
            yield sink
    else:
        if options.resume:
            raise UsageError(f"--resume: results of this kind are written to {path} in one go. Run without --resume.")
        with written(str(path), options.paths) as file, _on(form, file) as sink:
            yield sink


@contextlib.contextmanager
def _on(form: Format, out: IO[str]) -> Iterator[Sink]:
    """A sink on a stream."""
    writer = form.writer(out)
    writer.begin()
    yield _Lines(out) if form.by_line else _Written(writer)
    writer.end()


@contextlib.contextmanager
def _durable(options: Options, name: KnowledgeName, evaluation: Evaluation, form: Format) -> Iterator[Sink]:
    """A sink on a file; where it is left before the end, what is whole is kept, and how to go on is said."""
    from expert.cases.durable import Results, Terms
    from expert.cases.tally import Tally
    from expert.digest import digest

    asked = {
        "paths": list(options.paths), "--format": form.name, "--article-only": options.article_only,
        "--units": options.units, "--encoding": options.encoding, "--ignore-columns": options.ignore_columns,
    }  # fmt: skip
    terms = Terms(name.where, lambda: digest(evaluation.reader.knowledge), asked)
    results = Results(str(options.output), terms, options.resume)
    if results.dropped:
        tell(f"Begun anew, without --resume: what an earlier run has kept of {results.dropped:,} cases is dropped.")
    if results.tally.cases:
        tell(f"Going on behind the {results.tally.cases:,} results of an earlier run.")
    edge = io.StringIO()
    writer = form.writer(edge)
    try:
        if not results.tally.cases:
            writer.begin()
            results.write(edge.getvalue(), Tally(), None)
            edge.seek(0)
            edge.truncate()
        yield _Durable(results)
        writer.end()
        results.write(edge.getvalue(), Tally(), None)
        results.finish()
    except BaseException as error:
        said = results.stop()
        if said and not isinstance(error, UsageError):
            tell(said)
        raise


# -- the score -------------------------------------------------------------------------------------------------------


def _new_score(knowledge: KnowledgeBase) -> Score:
    """A score that has seen nothing yet."""
    from expert.examining.score import Score

    return Score(knowledge)


def _score(score: Score, reply: Reply) -> None:
    """Take note of what became of a piece."""
    for _, result in zip(score.watch(reply.cases), reply.results, strict=True):
        score.add(result)


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


@contextlib.contextmanager
def _progress(options: Options) -> Iterator[Callable[[int], None]]:
    """What takes note of how many cases are done; it shows it on standard error, once it takes long."""
    if not _progress_is_seen(options):
        yield lambda number: None
        return
    start = time.monotonic()
    with contextlib.ExitStack() as cleanup:
        shown: list[Callable[[int], None]] = []

        def advance(number: int) -> None:
            if not shown and time.monotonic() - start > _SECONDS_BEFORE_PROGRESS:
                shown.append(cleanup.enter_context(_bar()))
            for show in shown:
                show(number)

        yield advance


@contextlib.contextmanager
def _bar() -> Iterator[Callable[[int], None]]:
    """A progress bar; how many there are in all is not known before the last one is read."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = TextColumn("{task.completed:,} cases"), BarColumn(), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda number: bar.update(task, completed=number)
