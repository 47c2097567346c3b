"""The same evaluation on a Dask cluster: this process reads and cuts the input and writes the results, workers reason.

A task is a piece of a file, raw, as it would go to a process of this machine (`expert.cases.batch`), and its value is
the `Reply`. So the bytes are the same, in the order of the input, and notes on how far it is are too. What of a worker
is lost the scheduler gives to another; a piece at which worker after worker dies becomes error results.

This process reads the input because results come back to it anyway, and they are some thirty times as long: reading it
elsewhere would save next to nothing, and would need a second way to number cases, to find the ends of CSV rows and to
know whether the input has changed.

A worker imports the base by its name, once, and compares what it says, and what the shell is, with what is here.
"""

from __future__ import annotations

import contextlib
import logging
import pickle
import platform
import re
import select
import socket
import threading
import time
import warnings
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from expert.cases.batch import Evaluation, Reply, Work, WorkerError
from expert.cases.files import Pause
from expert.cases.pieces import Piece
from expert.digest import digest, program
from expert.errors import ExpertError, UsageError, fault, shown
from expert.files import undisturbed

if TYPE_CHECKING:
    from distributed import Client, Future

#: So many pieces for each thread of the cluster, and so many at least, are out or wait for their turn to be written.
_AHEAD, _LEAST = 3, 8
#: So long a scheduler, or a worker, may take to answer, in seconds.
_SECONDS_TO_ANSWER, _SECONDS_TO_REACH = 10.0, 1.0
#: How often it is looked how many workers there are.
_BETWEEN_LOOKS = 3.0
_LONGEST_GREETING = 1 << 20
_PYTHON = ".".join(platform.python_version_tuple()[:2])  # a function has another code from one to the next
_ADDRESS = re.compile(r"(?:(tcp|tls)://)?(\[[^\]]+\]|[^\s:/\[\]]+):([0-9]{1,5})")
_SHAPE = "Write tcp://HOST:PORT, as the command dask scheduler prints it."


class ClusterError(ExpertError):
    """The cluster cannot do the work."""


# -- on the workers --------------------------------------------------------------------------------------------------

_lock = threading.Lock()
_evaluations: dict[bytes, Evaluation] = {}


@dataclass(frozen=True)
class Refusal:
    """A worker's reason why it does not evaluate anything."""

    why: str


def reply_to(wanted: Mapping[str, str], work: bytes, piece: bytes) -> Reply | Refusal:
    """The results of a piece; called on a worker, which takes one piece at a time, however many threads it has.

    Args:
        wanted: what must be the same there as where the results are written; see `sameness`.
        work: a `Work`. piece: a `Piece`. Both pickled, since another program could not even read them.
    """
    with _lock:
        found = _evaluation(wanted, work)
        return found if isinstance(found, Refusal) else found.reply(pickle.loads(piece))


def _evaluation(wanted: Mapping[str, str], work: bytes) -> Evaluation | Refusal:
    """Who evaluates here, once it is known to be the same as there."""
    other = _differing(wanted, {"the program": program(), "Python": _PYTHON})
    if other:
        return Refusal(other)
    if work not in _evaluations:
        try:
            evaluation = Evaluation(pickle.loads(work))
        except ExpertError as error:
            return Refusal(f"cannot load the base: {str(error).rstrip('.')}")
        other = _differing(wanted, {"the base": digest(evaluation.reader.knowledge)})
        if other:
            return Refusal(other)
        _evaluations.clear()  # one run at a time; more would fill the memory
        _evaluations[work] = evaluation
    return _evaluations[work]


def _differing(wanted: Mapping[str, str], found: Mapping[str, str]) -> str:
    """What is not the same; nothing if all is."""
    other = [name for name, is_there in found.items() if is_there != wanted[name]]
    said = [f"{name} {found[name]} there, {wanted[name]} here" if name == "Python" else name for name in other]
    return f"has another version of {' and of '.join(said)}" if other else ""


def sameness(evaluation: Evaluation) -> Mapping[str, str]:
    """What must be the same on every worker, or the bytes may differ."""
    return {"the program": program(), "Python": _PYTHON, "the base": digest(evaluation.reader.knowledge)}


def _call() -> Callable[[Mapping[str, str], bytes, bytes], Reply | Refusal]:
    """What is sent to be called there: it travels as code, so that the scheduler need not have this program."""

    def reply(wanted: Mapping[str, str], work: bytes, piece: bytes) -> Reply | Refusal:
        from expert.cases.cluster import reply_to

        return reply_to(wanted, work, piece)

    return reply


# -- here ------------------------------------------------------------------------------------------------------------


@dataclass
class _Task:
    """A piece on its way."""

    piece: Piece
    future: Future[Reply | Refusal]
    again: bool = False


class Cluster:
    """The workers of a cluster as a crew; see `expert.cases.batch.Crew`.

    Args:
        address: of the scheduler. evaluation: of this process. tell: takes what there is to say of the cluster.

    Raises:
        UsageError: the address is none, there is no scheduler, or Dask is not installed.
    """

    def __init__(self, address: str, work: Work, evaluation: Evaluation, tell: Callable[[str], None]) -> None:
        self._address, self._evaluation, self._tell = address, evaluation, tell
        self._wanted, self._work = sameness(evaluation), pickle.dumps(work)
        self._order: deque[_Task] = deque()
        self._ended = False
        self._client = _connected(address)
        self._bell, self._ringer = socket.socketpair()
        self._bell.setblocking(False)
        self._ringer.setblocking(False)
        self._threads, self._looked, self._told = 0, 0.0, False

    @property
    def busy(self) -> bool:
        """Whether anything is out."""
        return bool(self._order)

    def has_room(self) -> bool:
        """Whether another piece may go out: memory must stay flat here and on the workers, which keep the replies."""
        return len(self._order) < max(_LEAST, _AHEAD * self._count())

    def give(self, piece: Piece) -> None:
        """Let the scheduler find somebody for it."""
        self._order.append(_Task(piece, self._submitted(piece)))

    def ready(self) -> Iterator[Reply]:
        """The replies whose turn it is."""
        while self._order and self._order[0].future.done():
            reply = self._taken(self._order[0])
            if reply is not None:
                self._order.popleft()
                yield reply

    def wait(self, pause: Pause | None) -> bool:
        """Until a piece is done, or the input has more; and whether it has."""
        handles = [pause.handle] if pause is not None else []
        found = select.select([self._bell.fileno(), *handles], [], [], _BETWEEN_LOOKS)[0]
        with contextlib.suppress(BlockingIOError):
            while self._bell.recv(4096):
                pass
        if self._order and not found and not self._count():
            self._say_that_nobody_works()
        return pause is not None and pause.handle in found

    def end(self, at_once: bool = False) -> None:
        """Leave the cluster as it was: what is out is taken back, and what runs is dropped when it is done."""
        with undisturbed():
            if self._ended:
                return
            self._ended = True
            if self._order:
                with contextlib.suppress(Exception):
                    self._client.cancel([task.future for task in self._order])
            _close(self._client)
            self._bell.close()
            self._ringer.close()

    def _submitted(self, piece: Piece) -> Future[Reply | Refusal]:
        """What will be the reply."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a case may be large
            plain = pickle.dumps(replace(piece, mark=None))
            future = self._client.submit(_call(), self._wanted, self._work, plain, pure=False)
        future.add_done_callback(self._ring)
        return future

    def _ring(self, future: Future[Reply | Refusal]) -> None:
        """A piece is done; called on another thread."""
        with contextlib.suppress(OSError):  # it rings already, or nobody listens any more
            self._ringer.send(b"!")

    def _taken(self, task: _Task) -> Reply | None:
        """What became of a piece; nothing where it goes out again.

        The scheduler blames a worker's death on all pieces that it had; so one is only given up if it happens again,
        now that all before it are done.
        """
        from distributed import KilledWorker

        try:
            reply: Reply | Refusal = task.future.result()
        except KilledWorker:
            if not task.again:
                task.future, task.again = self._submitted(task.piece), True
                return None
            why = "every worker that was given these cases has died at it. Try them by themselves, without --cluster"
            reply = self._evaluation.lost(task.piece, why)
        except Exception as error:
            if task.future.cancelled() or self._client.status != "running":
                raise ClusterError(f"--cluster: the connection to the scheduler {self._address} was lost.") from None
            raise _broken(error) from error
        if isinstance(reply, Refusal):
            where = self._evaluation.knowledge_name
            raise ClusterError(
                f"--cluster: a worker {reply.why}. Install the same program and the same {where} on every worker, and "
                "start it anew."
            )
        return replace(reply, mark=task.piece.mark)

    def _count(self) -> int:
        """How many threads the cluster has."""
        if time.monotonic() - self._looked > _BETWEEN_LOOKS:
            try:
                self._threads = sum(self._client.nthreads().values())
            except Exception:
                raise ClusterError(f"--cluster: the connection to the scheduler {self._address} was lost.") from None
            self._looked = time.monotonic()
        return self._threads

    def _say_that_nobody_works(self) -> None:
        """Once, since it may go on for long."""
        if not self._told:
            self._told = True
            self._tell(f"The scheduler {self._address} has no worker; waiting for one. Ctrl-C ends it.")


def _connected(address: str) -> Client:
    """A client of the scheduler there."""
    found = _ADDRESS.fullmatch(address)
    if found is None or int(found[3]) > 65535:
        raise UsageError(f"--cluster {shown(address)}: no address of a scheduler. {_SHAPE}")
    try:
        from distributed import Client
    except ImportError as error:
        text = f"--cluster needs Dask, of which {error.name} is not installed. Install it: pip install distributed."
        raise UsageError(text) from None
    _reach(address, found[2].strip("[]"), int(found[3]), greets=found[1] != "tls")
    for name in ("distributed", "distributed.client", "tornado"):  # what matters is told here, in a sentence
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # versions are compared by those who work, and more closely
            client = Client(address, timeout=_SECONDS_TO_ANSWER, set_as_default=False)
            client.direct_to_workers = _reaches_workers(client)
            return client
    except Exception as error:
        raise UsageError(f"--cluster {address}: what answers there is no Dask scheduler ({_name(error)}). {_SHAPE}") \
            from None  # fmt: skip


def _reach(address: str, host: str, port: int, greets: bool) -> None:
    """See whether a scheduler answers: of that the system knows more, and sooner, than Dask tells.

    A scheduler greets whoever comes, with the length of its greeting first. Dask itself would wait for that for ever
    where something else is listening.
    """
    try:
        connection = socket.create_connection((host, port), _SECONDS_TO_ANSWER)
    except OSError as error:
        why = error.strerror or str(error)
        text = f"--cluster {address}: no scheduler can be reached there ({why}). Is it running? {_SHAPE}"
        raise UsageError(text) from None
    length = 0
    with connection, contextlib.suppress(OSError):
        length = int.from_bytes(connection.recv(8) if greets else b"\1", "little")
    if not 0 < length < _LONGEST_GREETING:
        raise UsageError(f"--cluster {address}: what answers there is no Dask scheduler. {_SHAPE}")


def _reaches_workers(client: Client) -> bool:
    """Whether results can be fetched from where they are; else they come through the scheduler."""
    for worker in list(client.nthreads())[:_LEAST]:
        found = _ADDRESS.fullmatch(worker)
        try:
            socket.create_connection((found[2].strip("[]"), int(found[3])), _SECONDS_TO_REACH).close() if found else 0
        except OSError:
            return False
    return True


def _close(client: Client) -> None:
    """Let go of the cluster, whatever state it is in."""
    with contextlib.suppress(Exception):
        client.close(timeout=_SECONDS_TO_REACH)


def _broken(error: Exception) -> Exception:
    """What is to be raised where a task has failed altogether."""
    if isinstance(error, ImportError):
        return ClusterError(f"--cluster: a worker lacks the program ({error}). Install it there, and start it anew.")
    return WorkerError(f"a worker has failed at a piece, with {fault(error)}")


def _name(error: Exception) -> str:
    return type(error).__name__
