"""How far a batch is, on standard error: cases, rate, and where the whole is known its share and the time left."""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from expert.cases.pieces import Done, Mark

_SECONDS_BEFORE = 1.0

Advance = Callable[[int, "Mark | None"], None]


def is_seen(on_stdout: bool) -> bool:
    """Whether somebody looks at standard error, and the results do not run down the same screen.

    Args:
        on_stdout: whether the results go to standard output.
    """
    return sys.stderr.isatty() and not (on_stdout and sys.stdout.isatty())


@contextlib.contextmanager
def progress(paths: Sequence[str], done: Done, before: int, seen: bool) -> Iterator[Advance]:
    """What takes note of how many cases are done, and up to where in the input; it shows it, once it takes long.

    Args:
        done: what an earlier run has dealt with; before: how many cases that were.
    """
    if not seen:
        yield lambda cases, mark: None
        return
    start = time.monotonic()
    read = Read(done)
    with contextlib.ExitStack() as cleanup:
        shown: list[Callable[[int, int], None]] = []

        def advance(cases: int, mark: Mark | None) -> None:
            read.add(mark)
            if not shown and time.monotonic() - start > _SECONDS_BEFORE:
                shown.append(cleanup.enter_context(_bar(size_of(paths), start, before)))
            for show in shown:
                show(cases, read.bytes)

        yield advance


class Read:
    """How many bytes of the input are dealt with."""

    def __init__(self, done: Done) -> None:
        self._closed = sum(read for _, read, _ in done.closed)
        self._open = done.last.read if done.last else 0

    def add(self, mark: Mark | None) -> None:
        """Up to there."""
        if mark is not None:
            self._closed += sum(read for _, read, _ in mark.closed)
            self._open = mark.read

    @property
    def bytes(self) -> int:
        """All of them."""
        return self._closed + self._open


def size_of(paths: Sequence[str]) -> int | None:
    """How many bytes the files behind paths hold; None where only reading them can tell (a pipe, standard input)."""
    from expert.cases.files import sources

    size = 0
    for source in sources(paths, None):
        length = source.length()
        if length is None:
            return None
        size += length
    return size


@contextlib.contextmanager
def _bar(total: int | None, start: float, before: int) -> Iterator[Callable[[int, int], None]]:
    """The bar; the rate is that of this run."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    words = TextColumn("{task.fields[cases]:,} cases"), TextColumn("{task.fields[rate]:,.0f}/s")
    ahead = (TaskProgressColumn(), TimeRemainingColumn(), TextColumn("left")) if total else (TimeElapsedColumn(),)
    with Progress(*words, BarColumn(), *ahead, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total, cases=before, rate=0.0)

        def show(cases: int, read: int) -> None:
            rate = (cases - before) / max(time.monotonic() - start, 0.001)
            bar.update(task, completed=min(read, total) if total else read, cases=cases, rate=rate)

        yield show
