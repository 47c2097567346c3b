"""Many cases, one result each, in the order of the input: in this process or in several, with the same bytes.

A worker process imports the knowledge base by its name and builds its own `Consultant` once. Cases go to the workers
in chunks, and only a few chunks are under way at a time, so that a long input needs no more memory than a short one.
"""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from itertools import chain, islice
from typing import TYPE_CHECKING

from expert.cases.case import Item
from expert.cases.results import Result, evaluate
from expert.consultation import Consultant
from expert.loading import KnowledgeName

if TYPE_CHECKING:
    from concurrent.futures import Future
    from multiprocessing.process import BaseProcess
    from types import FrameType

#: Cases that a worker gets at once: enough to make the sending cheap, few enough to keep all workers busy.
CHUNK = 32
#: Chunks under way for each worker: one at work, one waiting.
_AHEAD = 2
#: How long a worker may take over what it has at hand, once nobody wants it any more.
_SECONDS_TO_END = 5.0


def evaluate_all(items: Iterable[Item], knowledge: KnowledgeName, jobs: int = 1) -> Generator[Result, None, None]:
    """The result of every case, in the order of the input.

    Args:
        items: the cases; read only a little ahead of the results.
        knowledge: the base to consult.
        jobs: how many processes may work at once. What fits one chunk is not worth a second process.

    A case on which the reasoning fails gives a `FaultResult`, and the rest goes on.
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
    """The results of the chunks, from worker processes.

    The workers are spawned, not forked: a fork copies the threads' locks, and not every system has it.
    """
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor  # both late: one process needs neither

    spawn = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(jobs, mp_context=spawn, initializer=_start_worker, initargs=(knowledge,))
    others = set(multiprocessing.active_children())
    under_way: deque[Future[list[Result]]] = deque()
    with _only_the_first_signal():
        try:
            for chunk in chunks:
                with _no_interrupt_for_children():
                    under_way.append(pool.submit(_evaluate_chunk, chunk))
                if len(under_way) >= _AHEAD * jobs:
                    yield from under_way.popleft().result()
            while under_way:
                yield from under_way.popleft().result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            _end(set(multiprocessing.active_children()) - others)
            raise
        pool.shutdown()


def _end(workers: Iterable[BaseProcess]) -> None:
    """See the workers to their end: they are told already; one that does not hear holds nothing that could be lost."""
    deadline = time.monotonic() + _SECONDS_TO_END
    for worker in workers:
        worker.join(max(deadline - time.monotonic(), 0))
        if worker.is_alive():
            worker.kill()


@contextlib.contextmanager
def _only_the_first_signal() -> Iterator[None]:
    """Let the first signal that ends the work do so undisturbed: a second Ctrl-C would leave the workers running."""
    names = ("SIGINT", "SIGTERM", "SIGHUP")
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    main = threading.current_thread() is threading.main_thread()
    before = {number: handler for number in numbers if main and callable(handler := signal.getsignal(number))}

    def first(number: int, frame: FrameType | None) -> None:
        for each in before:
            signal.signal(each, signal.SIG_IGN)
        before[number](number, frame)

    for number in before:
        signal.signal(number, first)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextlib.contextmanager
def _no_interrupt_for_children() -> Iterator[None]:
    """Start processes that never see Ctrl-C: it is this process that ends the work.

    What is blocked here is blocked in a child from its first moment; here it is only put off.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_worker: Consultant | None = None


def _start_worker(knowledge: KnowledgeName) -> None:
    """Make this process's consultant; see that it ends when the process that wants its results does."""
    global _worker
    for name in ("SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _worker = Consultant(knowledge.load())


def _end_with_parent() -> None:
    """Wait for the parent's end, however it comes, and end."""
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _evaluate_chunk(chunk: list[Item]) -> list[Result]:
    """The results of a chunk, in a worker."""
    assert _worker is not None, "the pool starts every worker with _start_worker"
    return [evaluate(item, _worker) for item in chunk]
