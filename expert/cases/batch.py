"""Many cases, one result each, in the order of the input: in this process or in several, with the same bytes.

A worker process imports the knowledge base by its name and builds its own `Consultant` once. Cases go to the workers
in chunks, and only a few chunks are under way at a time, so that a long input needs no more memory than a short one.
"""

from __future__ import annotations

import contextlib
import importlib
import json
import os
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from typing import IO, TYPE_CHECKING, Any

from expert.cases.case import Case, Item, Unreadable
from expert.cases.expectations import check
from expert.consultation import Consultant, Consultation
from expert.errors import KnowledgeError, UsageError
from expert.knowledge import KnowledgeBase

if TYPE_CHECKING:
    from concurrent.futures import Future

Result = dict[str, Any]

#: Cases that a worker gets at once: enough to make the sending cheap, few enough to keep all workers busy.
CHUNK = 32
#: Chunks under way for each worker: one at work, one waiting.
_AHEAD = 2

_JSON = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


class ReasoningError(RuntimeError):
    """The reasoning itself failed on a case. That is a bug in the program or its knowledge, never the case's fault."""


@dataclass(frozen=True)
class KnowledgeName:
    """A knowledge base by name, which any process can load for itself.

    Attributes:
        where: ``module:attribute``.
        article_only: only the rules that rest on the article.
    """

    where: str
    article_only: bool = False

    def load(self) -> KnowledgeBase:
        """The knowledge base.

        Raises:
            KnowledgeError: the base has faults, or there is none of this name.
        """
        module, _, attribute = self.where.partition(":")
        whole = getattr(importlib.import_module(module), attribute, None)
        if not isinstance(whole, KnowledgeBase):
            raise KnowledgeError(f"{self.where} is no knowledge base; name one as module:attribute.")
        return whole.article_only() if self.article_only else whole


# -- one case --------------------------------------------------------------------------------------------------------


def consult(case: Case, consultant: Consultant) -> Consultation:
    """Reason one case through.

    Raises:
        ReasoningError: from whatever went wrong; it names the case.
    """
    try:
        return consultant.consult(case.answers)
    except Exception as error:
        kind = type(error).__name__
        raise ReasoningError(f"{case.source} ({case.id}): the reasoning failed with {kind}: {error}") from error


def case_result(case: Case, consultation: Consultation) -> Result:
    """The JSON-ready result of a case that was reasoned through."""
    result: Result = {"id": case.id, "source": case.source, **consultation.result()}
    if case.note is not None:
        result["note"] = case.note
    if case.expect is not None:
        result["expect"] = check(case.expect, result)
    return result


def error_result(item: Unreadable) -> Result:
    """The JSON-ready result of a case that could not be read."""
    error = {"message": item.error.message, "field": item.error.field, "line": item.error.line}
    return {"id": item.id, "source": item.source, "status": "error", "error": error}


def evaluate(item: Item, consultant: Consultant) -> Result:
    """The JSON-ready result of a case, or of the failure to read it.

    Raises:
        ReasoningError: the reasoning failed.
    """
    if isinstance(item, Unreadable):
        return error_result(item)
    return case_result(item, consult(item, consultant))


def failed_expect(result: Mapping[str, Any]) -> bool:
    """Whether a result is not what its case expects."""
    return "expect" in result and not result["expect"]["passed"]


# -- many cases ------------------------------------------------------------------------------------------------------


def evaluate_all(items: Iterable[Item], knowledge: KnowledgeName, jobs: int = 1) -> Generator[Result, None, None]:
    """The result of every case, in the order of the input.

    Args:
        items: the cases; read only a little ahead of the results.
        knowledge: the base to consult.
        jobs: how many processes may work at once. What fits one chunk is not worth a second process.

    Raises:
        ReasoningError: the reasoning failed on a case.
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
    under_way: deque[Future[list[Result]]] = deque()
    try:
        for chunk in chunks:
            with _no_interrupt_for_children():
                under_way.append(pool.submit(_evaluate_chunk, chunk))
            if len(under_way) >= _AHEAD * jobs:
                yield from under_way.popleft().result()
        while under_way:
            yield from under_way.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


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
    """Make this process's consultant."""
    global _worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker = Consultant(knowledge.load())


def _evaluate_chunk(chunk: list[Item]) -> list[Result]:
    """The results of a chunk, in a worker."""
    assert _worker is not None, "the pool starts every worker with _start_worker"
    return [evaluate(item, _worker) for item in chunk]


# -- writing ---------------------------------------------------------------------------------------------------------


def json_line(result: Mapping[str, Any]) -> str:
    """A result as one line of JSON, with its line break.

    Raises:
        ValueError: it holds NaN or Infinity.
    """
    return _JSON.encode(result) + "\n"


@contextlib.contextmanager
def written_whole(path: str) -> Iterator[IO[str]]:
    """A UTF-8 text file that is there whole, or not at all: written beside `path`, then put in its place.

    What stood there stays as it was until then, and for good if anything is raised. Pipes and devices, which cannot be
    replaced, are written directly.

    Raises:
        UsageError: there can be no file there.
    """
    target = os.path.realpath(path)
    replaces = not os.path.exists(target) or os.path.isfile(target)
    folder, name = os.path.split(target)
    working = os.path.join(folder, f".{name[:100]}.{os.urandom(4).hex()}.part") if replaces else target
    try:
        file = open(working, "x" if replaces else "w", encoding="utf-8", newline="\n")  # noqa: SIM115
    except OSError as error:
        raise UsageError(
            f"{path} cannot be written: {error.strerror}. Name a file in a folder that is there."
        ) from None
    try:
        with file:
            yield file
        if replaces:
            if os.path.exists(target):
                os.chmod(working, os.stat(target).st_mode & 0o7777)
            os.replace(working, target)
    except BaseException:
        if replaces:
            with contextlib.suppress(OSError):
                os.unlink(working)
        raise
