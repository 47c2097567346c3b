"""``batch``: many cases, one result each, in the order of the input; or how many came out as expected."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import IO, TYPE_CHECKING, cast

from expert.cases import writers
from expert.commands.context import Context
from expert.commands.exits import DONE, EXPECT_FAILED, FAULT, SOME_UNREADABLE, UNUSABLE
from expert.commands.parsing import ReadsCases, add_article_only, add_matcher, add_output, add_reading, positive
from expert.commands.progress import is_seen, progress
from expert.commands.signals import ending_once
from expert.commands.streams import console, data_output, opening, spare, tell, written
from expert.errors import UsageError, shown

if TYPE_CHECKING:
    from expert.cases.baseline import Baseline
    from expert.cases.batch import Evaluation, Reply, Work
    from expert.cases.durable import Results
    from expert.cases.files import Pause
    from expert.cases.pieces import Piece
    from expert.cases.tally import Tally
    from expert.cases.writers import Format, Writer, json
    from expert.examining.score import Score
    from expert.knowledge import KnowledgeBase
    from expert.loading import KnowledgeName

    _Pieces = Iterator[Piece | Pause]
    _Replies = Generator[Reply | Pause, None, None]

_REPORTS = ("text", "json")


@dataclass(frozen=True)
class Options(ReadsCases):
    """What was asked for; see `add`."""

    paths: Sequence[str]
    score: bool
    format: str | None
    output: str | None
    jobs: int
    cluster: str | None
    article_only: bool
    matcher: str
    resume: bool
    only_failed: bool
    pick: str
    baseline: str | None
    watch: bool

    @property
    def nowhere(self) -> bool:
        """Whether the results themselves are not wanted: only how it went is."""
        return self.output is None and (self.score or (self.watch and self.format is None))


def add(parser: argparse.ArgumentParser) -> None:
    """Give the parser the arguments of this command."""
    add_article_only(parser)
    add_matcher(parser)
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="+",
        help="files and folders of cases, patterns (*.jsonl), addresses (s3://...); - for stdin",
    )
    parser.add_argument(
        "--score",
        action="store_true",
        help="instead of the results, report how many of the cases with an expect part came out as expected",
    )
    parser.add_argument(
        "--format", choices=tuple(writers.FORMATS),
        help=f"{_formats()} (jsonl, but for a -o FILE whose ending tells another); with --score: text (the default) or "
        "json, for the report",
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
    parser.add_argument(
        "--cluster", metavar="ADDRESS",
        help="let the workers of a Dask cluster evaluate the cases, whose scheduler is there, such as tcp://HOST:8786; "
        "they need the same program and the same base",
    )  # fmt: skip
    add_reading(parser)
    parser.add_argument(
        "--only-failed", action="store_true",
        help="write only results that failed their expect or could not be read; all cases are worked out all the same",
    )  # fmt: skip
    parser.add_argument(
        "-k", dest="pick", metavar="NAME", default="",
        help="only cases whose id or source (FILE#N) has NAME in it, in large or small letters",
    )  # fmt: skip
    parser.add_argument(
        "--baseline", metavar="OLD.jsonl",
        help="say on stderr which results are not those of an earlier run, in what, and which rules came (+) and went "
        "(-), as far as the results name them; cases are matched by id. Neither results nor exit code change by it",
    )  # fmt: skip
    parser.add_argument(
        "--watch", action="store_true",
        help="run again whenever a file of the input or of the base is saved, until Ctrl-C; without -o and --format "
        "only what failed and how it went is shown",
    )  # fmt: skip
    parser.set_defaults(options=Options, run=run)


def _formats() -> str:
    """What each format is."""
    return "; ".join(f"{form.name}: {form.what}" for form in writers.FORMATS.values())


def run(options: Options, context: Context) -> int:
    """Evaluate the cases; give the exit code that they come to."""
    _check(options)
    if options.watch:
        from expert.commands.watching import watch

        watch(options, context)
    return run_once(options, context)


def run_once(options: Options, context: Context) -> int:
    """The same, whether or not it is one of several times."""
    with ending_once():
        return _run(options, context)


def _run(options: Options, context: Context) -> int:
    from expert.cases.batch import Evaluation, Work
    from expert.cases.files import Pause
    from expert.cases.forms.reading import once

    name = context.name(options.article_only)
    work = Work(
        knowledge=name,
        form=_form_of_workers(options),
        expected=options.score,
        compared=options.baseline is not None,
        pick=options.pick,
        only_failed=options.only_failed,
        debug=context.debug,
        reading=options.reading(),
        matcher=options.matcher,
    )
    evaluation = Evaluation(work)
    score = _new_score(evaluation.reader.knowledge) if options.score else None
    with (
        _evaluating(options, evaluation, work) as replies_to,
        _changes(options, work) as changes,
        _sink(options, name, evaluation, work) as sink,
    ):
        tally = replace(sink.tally)
        tell_once = once(tell)
        pieces = evaluation.reader.pieces(options.paths, sys.stdin, sink.done, tell_once)
        replies = replies_to(iter(()) if sink.finished else pieces)
        seen = is_seen(on_stdout=options.output in (None, "-") and not options.nowhere)
        showing = progress(options.paths, sink.done, tally.cases, seen)
        with contextlib.closing(replies), showing as advance:
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
                for complaint in (*reply.complaints, *changes.of(reply)):
                    tell(complaint)
                advance(tally.cases, reply.mark)
        if options.pick and not tally.cases:
            raise UsageError(f"-k {shown(options.pick)}: no case has that in its id or source.")
        for change in changes.end():
            tell(change)
    if score is not None:
        _write_score(score, options.format)
    tell(str(tally))
    return _code(tally)


@contextlib.contextmanager
def _evaluating(options: Options, evaluation: Evaluation, work: Work) -> Iterator[Callable[[_Pieces], _Replies]]:
    """What gives the replies to pieces, whoever evaluates them; made first, so that nothing is begun without them."""
    from expert.cases.batch import by_crew, evaluate_all

    if options.cluster is None:
        yield lambda pieces: evaluate_all(pieces, evaluation, work, min(options.jobs, os.cpu_count() or 1))
        return
    from expert.cases.cluster import Cluster  # late, and so is what it imports

    cluster = Cluster(options.cluster, work, evaluation, tell)
    try:
        yield lambda pieces: by_crew(pieces, cluster)
    finally:
        cluster.end(at_once=True)


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
    from expert.cases.files import is_address

    formats = _REPORTS if options.score else tuple(writers.FORMATS)
    if options.format not in (None, *formats):
        raise UsageError(f"--format {options.format}: With --score the format is {' or '.join(formats)}.")
    if options.resume and options.output in (None, "-"):
        raise UsageError("--resume: Only results that go to a file can be gone on with; name it with -o.")
    if options.resume and options.score:
        raise UsageError("--resume: With --score all cases must be seen anew. Run without --resume.")
    if options.resume and (options.baseline or options.watch):
        raise UsageError("--resume: With --baseline or --watch all cases must be seen anew. Run without --resume.")
    if options.watch and "-" in options.paths:
        raise UsageError("-: Standard input cannot be read again and again; with --watch name files or folders.")
    if options.cluster is not None and options.jobs > 1:
        raise UsageError("--jobs: With --cluster it is the cluster that says how many work at once. Leave --jobs out.")
    if options.cluster is not None and options.watch:
        raise UsageError("--watch: The workers of a cluster do not see what is saved here. Run without --cluster.")
    if options.watch and any(map(is_address, options.paths)):
        raise UsageError("--watch: Only files of this machine can be watched, not those at an address.")
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

    def __init__(self, writer: Writer, out: IO[str], work: Work) -> None:
        super().__init__()
        self._writer, self._out, self._work = writer, out, work

    def add(self, reply: Reply) -> None:
        """One after another."""
        for result in filter(self._work.writes, reply.results):
            self._writer.add(result)

    def flush(self) -> None:
        """Of what is written as it comes."""
        self._out.flush()


class _OfLines(Sink):
    """A writer that is given the lines of JSON which whoever evaluates the cases has written."""

    def __init__(self, writer: json.Results, out: IO[str]) -> None:
        super().__init__()
        self._writer, self._out = writer, out

    def add(self, reply: Reply) -> None:
        """As they are."""
        self._writer.add_lines(reply.text)

    def flush(self) -> None:
        """Of what is written as it comes."""
        self._out.flush()


class _Durable(Sink):
    """A file of which nothing that was written once is lost."""

    def __init__(self, results: Results) -> None:
        super().__init__()
        self._results = results
        self.done, self.tally, self.finished = results.done, results.tally, results.finished

    def add(self, reply: Reply) -> None:
        """With a note of how far it is, now and then."""
        self._results.write(reply.text, reply.tally, reply.mark)

    def flush(self) -> None:
        """With a note, too."""
        self._results.flush()


def _chosen(options: Options) -> Format:
    return writers.chosen(None if options.score else options.format, options.output)


def _form_of_workers(options: Options) -> str | None:
    """The format in which whoever evaluates the cases writes the results too, if it can be done there."""
    form = _chosen(options)
    if options.nowhere:
        return None
    return form.name if form.by_line else "jsonl" if form.of_lines else None


@contextlib.contextmanager
def _sink(options: Options, name: KnowledgeName, evaluation: Evaluation, work: Work) -> Iterator[Sink]:
    """Where the results go."""
    from expert.cases.durable import is_resumable

    form, path = _chosen(options), options.output
    if options.nowhere:
        yield Sink()
    elif path in (None, "-"):
        with _on(form, data_output(), evaluation, work) as sink:
            yield sink
    elif form.by_line and is_resumable(str(path)):
        spare(str(path), options.paths)
        with opening(str(path), _durable(options, name, evaluation, form)) as sink:
            yield sink
    else:
        if options.resume:
            raise UsageError(f"--resume: results of this kind are written to {path} in one go. Run without --resume.")
        with written(str(path), options.paths) as file, _on(form, file, evaluation, work) as sink:
            yield sink


@contextlib.contextmanager
def _on(form: Format, out: IO[str], evaluation: Evaluation, work: Work) -> Iterator[Sink]:
    """A sink on a stream."""
    writer = form.writer(out, evaluation.about)
    writer.begin()
    if form.by_line:
        yield _Lines(out)
    elif form.of_lines:
        yield _OfLines(cast("json.Results", writer), out)
    else:
        yield _Written(writer, out, work)
    writer.end()


@contextlib.contextmanager
def _durable(options: Options, name: KnowledgeName, evaluation: Evaluation, form: Format) -> Iterator[Sink]:
    """A sink on a file; where it is left before the end, what is whole is kept, and how to go on is said."""
    from expert.cases.durable import Results, Terms
    from expert.cases.tally import Tally
    from expert.digest import digest

    asked = {
        "paths": list(options.paths), "--format": form.name, "--article-only": options.article_only,
        "--matcher": options.matcher,
        "--units": options.units, "--encoding": options.encoding, "--ignore-columns": options.ignore_columns,
        "--only-failed": options.only_failed, "-k": options.pick,
    }  # fmt: skip
    terms = Terms(name.where, lambda: digest(evaluation.reader.knowledge), asked)
    results = Results(str(options.output), terms, options.resume)
    if results.dropped:
        tell(f"Begun anew, without --resume: what an earlier run has kept of {results.dropped:,} cases is dropped.")
    if results.tally.cases:
        tell(f"Going on behind the {results.tally.cases:,} results of an earlier run.")
    edge = io.StringIO()
    writer = form.writer(edge, evaluation.about)
    try:
        if not results.begun:
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


# -- what has changed ------------------------------------------------------------------------------------------------


class _Changes:
    """What has changed against an earlier run: nothing, where there is none to compare with."""

    def of(self, reply: Reply) -> Iterator[str]:
        """What is to be said of the results of a piece."""
        return iter(())

    def end(self) -> Iterator[str]:
        """What is to be said in the end."""
        return iter(())


class _Against(_Changes):
    """What has changed against the results in a file."""

    def __init__(self, baseline: Baseline) -> None:
        self._baseline = baseline

    def of(self, reply: Reply) -> Iterator[str]:
        """One after another."""
        for result in reply.results:
            yield from self._baseline.compare(result)

    def end(self) -> Iterator[str]:
        """Which are missing, and what it comes to."""
        return self._baseline.end()


@contextlib.contextmanager
def _changes(options: Options, work: Work) -> Iterator[_Changes]:
    """Who says what has changed."""
    from expert.cases.baseline import Baseline

    if options.baseline is None:
        yield _Changes()
        return
    with contextlib.closing(Baseline(options.baseline, work.wants)) as baseline:
        yield _Against(baseline)
