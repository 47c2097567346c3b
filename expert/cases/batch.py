"""Many cases, one result each, in the order of the input: in this process or by several, with the same bytes.

What goes to a worker process is a piece of a file as it stands there, and what comes back is the text of its results
with the figures and complaints that go with it (`Reply`). So this process only moves bytes and keeps the order. A
worker imports the knowledge base by its name and builds its own `Consultant` once. No more than a few pieces a worker
are on their way, so that a long input needs no more memory than a short one.
"""

from __future__ import annotations

import contextlib
import io
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import IO, TYPE_CHECKING, Protocol

from expert.cases import writers
from expert.cases.case import Item, Unreadable
from expert.cases.files import Pause
from expert.cases.forms.reading import Reading
from expert.cases.pieces import Mark, Piece
from expert.cases.reader import CaseReader
from expert.cases.results import FaultResult, Result, error_result, evaluate, line, went_wrong
from expert.cases.tally import Tally, complaints
from expert.consultation import Consultant
from expert.engine import ENGINES
from expert.errors import ProgramError
from expert.files import undisturbed
from expert.loading import KnowledgeName

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

#: So many pieces for each worker are read ahead of the one whose results come next.
_AHEAD = 3
#: How long a worker may take over what it has at hand, once nobody wants it any more.
_SECONDS_TO_END = 5.0


class WorkerError(ProgramError):
    """A process that works on cases was lost."""


@dataclass(frozen=True)
class Work:
    """What is to be done with the cases.

    Attributes:
        knowledge: the base to consult.
        reading: how its cases are to be read; what there is to tell comes with the replies.
        form: the format in which each result is written by itself; None to hand the results over as data.
        expected: whether the cases are wanted with their results, for what they expect.
        compared: whether all results are wanted as data too.
        pick: only cases whose id or source has this in it.
        only_failed: whether only those results are written that `went_wrong`.
        matcher: what finds the rules that can fire, by its name in `expert.engine.ENGINES`.
        debug: whether complaints say where in the program a fault happened.
    """

    knowledge: KnowledgeName
    form: str | None = "jsonl"
    expected: bool = False
    debug: bool = False
    reading: Reading = field(default_factory=Reading)
    compared: bool = False
    pick: str = ""
    only_failed: bool = False
    matcher: str = "index"

    def wants(self, name: str, source: str) -> bool:
        """Whether a case of this id, from there, is one of those asked for; small letters stand for large ones too."""
        wanted = self.pick.casefold()
        return not wanted or wanted in name.casefold() or wanted in source.casefold()

    def writes(self, result: Result) -> bool:
        """Whether a result is to be written."""
        return not self.only_failed or went_wrong(result)

    @property
    def lines_alone(self) -> bool:
        """Whether nothing but lines of JSON is made of the results."""
        return self.form == "jsonl" and not (self.expected or self.compared or self.only_failed)

    @property
    def part(self) -> str:
        """Which of the cases the written results are of, as a sentence; nothing where they are of all."""
        kinds = [f"with {self.pick} in the id or source"] if self.pick else []
        kinds += ["that are not as expected or could not be read"] if self.only_failed else []
        return f"Only cases {', of these only those '.join(kinds)} are counted here." if kinds else ""


@dataclass(frozen=True)
class Reply:
    """What became of a piece.

    Attributes:
        text: its results as they are written. results: the same as data. cases: what they are the results of.
        tally: the figures of it. complaints: what must be told of it.
        notices: what there is to tell of how it was read; replies may have the same.
        mark: how far the input is done with it.
    """

    text: str
    tally: Tally
    complaints: tuple[str, ...]
    notices: tuple[str, ...] = ()
    results: tuple[Result, ...] = ()
    cases: tuple[Item, ...] = ()
    mark: Mark | None = field(default=None, compare=False)


class Evaluation:
    """Evaluates pieces. Every process that does so has one."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._knowledge = work.knowledge.load()
        self._notices: list[str] = []
        self.reader = CaseReader(self._knowledge, replace(work.reading, tell=self._notices.append))

    @cached_property
    def _consultant(self) -> Consultant:
        """Made where it is needed: not where others do the work."""
        return Consultant(self._knowledge, ENGINES[self._work.matcher])

    @property
    def knowledge_name(self) -> str:
        """The base's name."""
        return self._work.knowledge.where

    @cached_property
    def about(self) -> writers.About:
        """What the results are about."""
        return writers.About(self._knowledge, self._work.part)

    def reply(self, piece: Piece) -> Reply:
        """The results of a piece; a case on which the reasoning fails has one too, a `FaultResult`."""
        return self._reply(piece, lambda item: evaluate(item, self._consultant), self._work.lines_alone)

    def _reply(self, piece: Piece, result_of: Callable[[Item], Result], lines_alone: bool = False) -> Reply:
        """What becomes of a piece.

        Args:
            result_of: what the result of a case is. lines_alone: try first whether it can be had as a line at once.
        """
        tally, told, out = Tally(), list[str](), io.StringIO()
        cases, results = list[Item](), list[Result]()
        writer = self._writer(out)
        whole = self._work.expected or self._work.compared
        for item in self.reader.read_piece(piece):
            if not self._work.wants(item.id, item.source):
                continue
            text = line(item, self._consultant) if lines_alone else None
            if text is not None:
                out.write(text)
                tally.cases += 1
                continue
            result = result_of(item)
            tally.count(result)
            told += complaints(result, self._work.debug)
            written = self._work.writes(result)
            if writer is not None and written:
                writer.add(result)
            if whole or (writer is None and written):
                results.append(result)
            if self._work.expected:
                cases.append(item)
        notices = tuple(self._notices)
        self._notices.clear()
        return Reply(out.getvalue(), tally, tuple(told), notices, tuple(results), tuple(cases), piece.mark)

    def lost(self, piece: Piece, why: str) -> Reply:
        """The error results of a piece that nobody could evaluate; its cases are read here, to name them."""
        return self._reply(piece, lambda item: _unevaluated(item, WorkerError(why)))

    def _writer(self, out: IO[str]) -> writers.Writer | None:
        """Who writes each result by itself, where that is done here."""
        return writers.FORMATS[self._work.form].writer(out, self.about) if self._work.form else None


def _unevaluated(item: Item, error: WorkerError) -> Result:
    """The result of a case that nobody could evaluate."""
    return error_result(item) if isinstance(item, Unreadable) else FaultResult.of(item, error)


def evaluate_all(
    pieces: Iterator[Piece | Pause], evaluation: Evaluation, work: Work, jobs: int = 1
) -> Generator[Reply | Pause, None, None]:
    """What becomes of every piece, in the order of the input.

    Args:
        pieces: read only a little ahead of the replies.
        evaluation: of this process.
        jobs: how many processes may work at once. What is one piece is not worth a second process.

    A `Pause` among the replies says that whoever has some still unwritten should write them now.

    Raises:
        WorkerError: a process was lost, which hardly anything but a kill from outside does.
    """
    if jobs == 1:
        for piece in pieces:
            yield piece if isinstance(piece, Pause) else evaluation.reply(piece)
        return
    first: Piece | None = None
    for piece in pieces:
        if first is not None:
            if isinstance(piece, Piece):
                yield from _in_processes(chain([first, piece], pieces), work, jobs)
                return
            yield evaluation.reply(first)
            yield piece
            yield from _in_processes(pieces, work, jobs)
            return
        if isinstance(piece, Piece):
            first = piece
        else:
            yield piece
    if first is not None:
        yield evaluation.reply(first)


def _in_processes(pieces: Iterator[Piece | Pause], work: Work, jobs: int) -> Generator[Reply | Pause, None, None]:
    """The replies of worker processes.

    Each worker has a pipe of its own and at most one piece. So whoever ends, in whatever way, is missed by the other
    side as the end of its input; no thread and no lock can be left waiting. (A pool shares one pipe for all results,
    and waits for ever where a worker is killed while it writes.)
    """
    return by_crew(pieces, _Crew(work, jobs))


class Crew(Protocol):
    """Who evaluates pieces in other processes, and keeps the order of the replies."""

    @property
    def busy(self) -> bool:
        """Whether anybody has a piece."""

    def has_room(self) -> bool:
        """Whether another piece can be given to somebody now; not where too many replies wait for an earlier one."""

    def give(self, piece: Piece) -> None:
        """Let somebody work on a piece."""

    def ready(self) -> Iterator[Reply]:
        """The replies whose turn it is."""

    def wait(self, pause: Pause | None) -> bool:
        """Until somebody is done with a piece, or the input has more; and whether it has."""

    def end(self, at_once: bool = False) -> None:
        """See all of them to their end.

        Args:
            at_once: whether nobody wants any more what they have at hand.
        """


def by_crew(pieces: Iterator[Piece | Pause], crew: Crew) -> Generator[Reply | Pause, None, None]:
    """The replies of a crew, which takes a piece whenever it has room; see `evaluate_all`."""
    pause: Pause | None = None
    more = True
    try:
        while more or crew.busy:
            while more and pause is None and crew.has_room():
                piece = next(pieces, None)
                if piece is None:
                    more = False
                elif isinstance(piece, Pause):
                    pause = piece
                else:
                    crew.give(piece)
            yield from crew.ready()
            if pause is not None:
                yield pause
            if (crew.busy or pause) and crew.wait(pause):
                pause = None
        yield from crew.ready()
    except BaseException:
        crew.end(at_once=True)
        raise
    crew.end()


class _Crew:
    """The worker processes, and the replies in the order of the pieces."""

    def __init__(self, work: Work, jobs: int) -> None:
        self._work, self._jobs = work, jobs
        self._workers: list[_Worker] = []
        self._idle: list[_Worker] = []
        self._order: deque[_Worker | Reply] = deque()
        self._places: dict[_Worker, int] = {}
        self._gone = 0

    @property
    def busy(self) -> bool:
        """Whether anybody has a piece."""
        return bool(self._places)

    def has_room(self) -> bool:
        """Whether another piece can be given to somebody now."""
        free = self._idle or len(self._workers) < self._jobs
        return bool(free) and len(self._order) < _AHEAD * self._jobs

    def give(self, piece: Piece) -> None:
        """Let somebody work on a piece."""
        if not self._idle:
            worker = _Worker(self._work)
            self._workers.append(worker)
            self._idle.append(worker)
        worker = self._idle.pop()
        worker.give(piece)
        self._places[worker] = self._gone + len(self._order)
        self._order.append(worker)

    def ready(self) -> Iterator[Reply]:
        """The replies whose turn it is."""
        while self._order and isinstance(self._order[0], Reply):
            self._gone += 1
            reply = self._order.popleft()
            assert isinstance(reply, Reply)
            yield reply

    def wait(self, pause: Pause | None) -> bool:
        """Until somebody is done with a piece, or the input has more; and whether it has."""
        from multiprocessing.connection import wait

        by_handle = {worker.connection: worker for worker in self._places}
        handles = [pause.handle] if pause is not None else []
        found = wait([*by_handle, *handles])
        for connection, worker in by_handle.items():
            if connection in found:
                self._order[self._places.pop(worker) - self._gone] = worker.take()
                self._idle.append(worker)
        return pause is not None and pause.handle in found

    def end(self, at_once: bool = False) -> None:
        """See all of them to their end. They hold nothing that could be lost."""
        with undisturbed():
            for worker in self._workers:
                worker.connection.close()
            for worker in self._workers:
                worker.end(at_once)


class _Worker:
    """A process that evaluates pieces.

    It is spawned, not forked: a fork copies the threads' locks, and not every system has it. It is a daemon, so that
    it is ended at the program's exit even where the program was hindered from ending it before.
    """

    def __init__(self, work: Work) -> None:
        import multiprocessing  # late: one process needs none

        spawn = multiprocessing.get_context("spawn")
        self.connection, theirs = spawn.Pipe()
        self._mark: Mark | None = None
        self._process = spawn.Process(target=_work, args=(theirs, work), daemon=True)
        with _no_interrupt_for_children():
            self._process.start()
        theirs.close()

    def give(self, piece: Piece) -> None:
        """Let it work on a piece."""
        self._mark = piece.mark
        with self._alive():
            self.connection.send(replace(piece, mark=None))

    def take(self) -> Reply:
        """What has become of its piece."""
        with self._alive():
            reply: Reply = self.connection.recv()
        return replace(reply, mark=self._mark)

    def end(self, at_once: bool) -> None:
        """See it to its end, of which it knows by its closed pipe."""
        if not at_once:
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


def _work(connection: Connection, work: Work) -> None:
    """Evaluate pieces until nobody has more or wants what came of them."""
    for name in ("SIGINT", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    evaluation = Evaluation(work)
    with contextlib.suppress(EOFError, OSError):
        while True:
            piece: Piece = connection.recv()
            connection.send(evaluation.reply(piece))
