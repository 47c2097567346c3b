"""Many cases, one result each, in the order of the input: in this process or in several, with the same bytes.

A worker process imports the knowledge base by its name and builds its own `Consultant` once. Cases go to the workers
in chunks, and only one chunk a worker is under way, so that a long input needs no more memory than a short one.
"""

from __future__ import annotations

import contextlib
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from expert.cases.case import Item
from expert.cases.results import Result, evaluate
from expert.consultation import Consultant
from expert.loading import KnowledgeName

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

#: Cases that a worker gets at once: enough to make the sending cheap, few enough to keep all workers busy.
CHUNK = 32
#: How long a worker may take over what it has at hand, once nobody wants it any more.
_SECONDS_TO_END = 5.0


class WorkerError(RuntimeError):
    """A process that works on cases was lost."""


def evaluate_all(items: Iterable[Item], knowledge: KnowledgeName, jobs: int = 1) -> Generator[Result, None, None]:
    """The result of every case, in the order of the input.

    Args:
        items: the cases; read only a little ahead of the results.
        knowledge: the base to consult.
        jobs: how many processes may work at once. What fits one chunk is not worth a second process.

    A case on which the reasoning fails gives a `FaultResult`, and the rest goes on.

    Raises:
        WorkerError: a process was lost, which hardly anything but a kill from outside does.
    """
    if jobs > 1:
        chunks = _chunks(items)
        first = list(islice(chunks, 2))
        if len(first) > 1:
            yield from _in_processes(chain(first, chunks), knowledge, jobs)
            return
        items = chain.from_iterable(first)
    consultant = Consultant(knowledge.load())
    for item in items:
        yield evaluate(item, consultant)


def _chunks(items: Iterable[Item]) -> Iterator[list[Item]]:
    """The cases, some at a time."""
    rest = iter(items)
    while chunk := list(islice(rest, CHUNK)):
        yield chunk


def _in_processes(chunks: Iterable[list[Item]], knowledge: KnowledgeName, jobs: int) -> Generator[Result, None, None]:
    """The results of the chunks, from worker processes that take turns.

    Each worker has a pipe of its own and at most one chunk. So whoever ends, in whatever way, is missed by the other
    side as the end of its input; no thread and no lock can be left waiting. (A pool shares one pipe for all results,
    and waits for ever where a worker is killed while it writes.)
    """
    workers: list[_Worker] = []
    busy: deque[_Worker] = deque()
    try:
        for chunk in chunks:
            if len(workers) < jobs:
                workers.append(_Worker(knowledge))
                busy.append(workers[-1].give(chunk))
                continue
            worker = busy.popleft()
            results = worker.take()
            busy.append(worker.give(chunk))
            yield from results
        while busy:
            yield from busy.popleft().take()
    finally:
        for worker in workers:
            worker.connection.close()
        for worker in workers:
            worker.end()


class _Worker:
    """A process that evaluates chunks.

    It is spawned, not forked: a fork copies the threads' locks, and not every system has it. It is a daemon, so that
    it is ended at the program's exit even where the program was hindered from ending it before.
    """

    def __init__(self, knowledge: KnowledgeName) -> None:
        import multiprocessing  # late: one process needs none

        spawn = multiprocessing.get_context("spawn")
        self.connection, theirs = spawn.Pipe()
        self._process = spawn.Process(target=_work, args=(theirs, knowledge), daemon=True)
        with _no_interrupt_for_children():
            self._process.start()
        theirs.close()

    def give(self, chunk: list[Item]) -> _Worker:
        """Let it work on a chunk."""
        with self._alive():
            self.connection.send(chunk)
        return self

    def take(self) -> list[Result]:
        """What has become of its chunk."""
        with self._alive():
            results: list[Result] = self.connection.recv()
        return results

    def end(self) -> None:
        """See it to its end, of which it knows by its closed pipe. It holds nothing that could be lost."""
        self._process.join(_SECONDS_TO_END)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()

    @contextlib.contextmanager
    def _alive(self) -> Iterator[None]:
        """Take the end of the pipe for the end of the process, which is nobody's wish here."""
        try:
            yield
        except (EOFError, OSError):
            raise WorkerError("a process at work on cases has ended before its time; was it killed?") from None


@contextlib.contextmanager
def _no_interrupt_for_children() -> Iterator[None]:
    """Start processes that never see Ctrl-C: it is this process that ends the work.

    What is blocked here is blocked in a child from its first moment; here it is only put off.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # else it is started with the first process, and lets the signal through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(connection: Connection, knowledge: KnowledgeName) -> None:
    """Evaluate chunks until nobody has more or wants what came of them."""
    for name in ("SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    consultant = Consultant(knowledge.load())
    with contextlib.suppress(EOFError, OSError):
        while True:
            chunk: list[Item] = connection.recv()
            connection.send([evaluate(item, consultant) for item in chunk])
