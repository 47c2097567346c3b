"""A file of results that is there whole or not at all, and of which nothing is lost that was worked out once.

The results go to a file beside it, ``FILE.part``. How far they go is noted in a second one, ``FILE.resume``: at first
what the results are made from (the base, the options), then again and again, each note a line, how many bytes of
results are good and how far the input was read for them. Results are written before the note on them, so whenever the
program is cut short, the last whole note tells the truth; what stands in the file behind it is cut away.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from typing import IO, Any

from expert.cases.pieces import Done, Mark
from expert.cases.tally import Tally
from expert.errors import UsageError
from expert.files import beside, put_in_place, undisturbed

_VERSION = 1
#: How often a note is made, in seconds: so much work can be lost by a kill.
_BETWEEN_NOTES = 0.2
_ANEW = "Run without --resume, from the start."

try:
    import fcntl
except ImportError:  # not every system has it
    fcntl = None  # type: ignore[assignment]


@dataclass(frozen=True)
class Terms:
    """What results are made from: two runs of the same terms and the same input have the same results.

    Attributes:
        base: the base's name. digest: what says which base it is; only called where it is needed.
        options: all that changes the results, by the name by which it is told.
    """

    base: str
    digest: Callable[[], str]
    options: Mapping[str, object]


class Results:
    """The results of a run on their way to their file.

    Attributes:
        done: how much of the input an earlier run has dealt with.
        tally: how its cases went.
        finished: whether it has dealt with all of it.
        dropped: so many results of an earlier run, with which one could have gone on, make room for new ones.
    """

    def __init__(self, path: str, terms: Terms, resume: bool) -> None:
        self._target = os.path.realpath(path)
        self._shown = path
        self._terms = terms
        self.part, self._notes = beside(path, ".part"), beside(path, ".resume")
        self.done, self.tally, self.finished = Done(), Tally(), False
        self.dropped = 0
        self._size = 0
        self._over = False
        self._closed: list[tuple[str, int, str]] = []
        self._last: Mark | None = None
        self._noted = time.monotonic()
        self._log = self._locked()
        try:
            if resume:
                self._take_up()
            else:
                self.dropped = self._earlier()
            self._out = self._opened()
        except BaseException:
            self._log.close()
            raise

    @property
    def begun(self) -> bool:
        """Whether anything is written already, be it only what stands before the first result."""
        return self._size > 0 or self.finished

    def write(self, text: str, tally: Tally, mark: Mark | None) -> None:
        """Add results.

        Args:
            tally: how their cases went. mark: how far the input is done with them.
        """
        self._write_out(text)
        with undisturbed():
            self._size = self._out.tell()
            self.tally.add(tally)
            if mark is not None:
                self._closed += mark.closed
                self._last = mark
        if time.monotonic() - self._noted > _BETWEEN_NOTES:
            self._note()

    def flush(self) -> None:
        """The next results may be long in coming: have a note of these, if there is none of any, or not of late."""
        if self._size and (not self._noted_bytes or time.monotonic() - self._noted > _BETWEEN_NOTES):
            self._note()

    def _write_out(self, text: str) -> None:
        rest = memoryview(text.encode("utf-8"))
        while rest:
            rest = rest[self._out.write(rest) :]

    def finish(self) -> None:
        """Put the results in their place."""
        with undisturbed():
            if not self.finished:
                os.fsync(self._out.fileno())
                if self._noted_bytes:
                    self._add({"finished": True})
            self._over = True
            self._out.close()
            if os.path.exists(self.part):
                put_in_place(self.part, self._target)
            os.unlink(self._notes)
            self._log.close()

    def stop(self) -> str:
        """Leave off: keep what is whole, so that another run can go on behind it.

        Returns:
            what to say of it; nothing where there is nothing to keep.
        """
        with undisturbed():
            if self._over:
                return ""
            self._over = True
            kept = self.tally.cases > 0
            if kept:
                with contextlib.suppress(OSError):  # on a full disk the note before is good
                    os.ftruncate(self._out.fileno(), self._size)
                    self._note()
            self._out.close()
            if not kept:
                for path in (self.part, self._notes):
                    with contextlib.suppress(OSError):
                        os.unlink(path)
            self._log.close()
        if not kept:
            return ""
        cases = "1 result is" if self.tally.cases == 1 else f"{self.tally.cases:,} results are"
        return f"{cases} kept in {self.part}; the same command with --resume goes on behind them."

    # -- the notes

    def _locked(self) -> IO[bytes]:
        """The file of notes, which no other run can have at the same time."""
        log = open(self._notes, "a+b", buffering=0)  # noqa: SIM115
        if fcntl is not None:
            try:
                fcntl.flock(log, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                log.close()
                raise UsageError(
                    f"-o {self._shown}: another run is writing these results. Wait for it, or name another file."
                ) from None
            except OSError:  # not every file system can do it
                return log
        if os.path.exists(self._notes) and os.path.samestat(os.fstat(log.fileno()), os.stat(self._notes)):
            return log
        log.close()  # that other run has ended just now, and taken its notes away
        return self._locked()

    def _opened(self) -> IO[bytes]:
        """The file of results, as far as they are good."""
        if not self._size and not self.finished:
            os.truncate(self._notes, 0)
            return open(self.part, "wb", buffering=0)
        if self.finished:
            return open(os.devnull, "wb", buffering=0)
        out = open(self.part, "r+b", buffering=0)  # noqa: SIM115
        out.truncate(self._size)
        out.seek(self._size)
        return out

    def _add(self, note: Mapping[str, object]) -> None:
        """One more line of notes, written at once."""
        before = self._noted_bytes
        try:
            rest = memoryview((json.dumps(note) + "\n").encode())
            while rest:
                rest = rest[self._log.write(rest) :]
        except OSError:
            os.ftruncate(self._log.fileno(), before)
            raise

    @property
    def _noted_bytes(self) -> int:
        return os.fstat(self._log.fileno()).st_size

    def _note(self) -> None:
        """Make a note of how far it is."""
        with undisturbed():
            if not self._noted_bytes:
                terms = {"base": self._terms.base, "digest": self._terms.digest(), "options": self._terms.options}
                self._add({"version": _VERSION, **terms})
            last = None if self._last is None else {**asdict(self._last), "closed": ()}
            self._add({"size": self._size, "tally": asdict(self.tally), "closed": self._closed, "last": last})
            self._closed.clear()
            self._noted = time.monotonic()

    def _earlier(self) -> int:
        """How many results an earlier run has kept."""
        self._log.seek(0)
        tallies = [note["tally"] for note in _whole_notes(self._log.read()) if "tally" in note and _is_note(note)]
        return int(tallies[-1]["cases"]) if tallies and os.path.exists(self.part) else 0

    def _take_up(self) -> None:
        """Go on where an earlier run was cut short, if one was.

        Raises:
            UsageError: it was a run of other terms, or its notes are none that a run has written.
        """
        self._log.seek(0)
        data = self._log.read()
        notes = list(_whole_notes(data))
        os.ftruncate(self._log.fileno(), sum(len(line) for line in data.splitlines(keepends=True)[: len(notes)]))
        if len(notes) < 2:
            return
        self._compare(notes[0])
        if not all(map(_is_note, notes[1:])):
            raise UsageError(f"--resume: {self._notes} is not as a run has written it. {_ANEW}")
        closed: list[tuple[str, int, str]] = []
        for note in notes[1:]:
            if note.get("finished"):
                self.finished = True
                break
            closed += [(name, read, digest) for name, read, digest in note["closed"]]
            self._size, self.tally = note["size"], Tally(**note["tally"])
            last = note["last"] and Mark(**{**note["last"], "closed": ()})
            self.done = Done(tuple(closed), last)
        self._last = self.done.last
        length = os.path.getsize(self.part) if os.path.exists(self.part) else 0
        if not self.finished and length < self._size:
            raise UsageError(
                f"--resume: {self.part} does not hold the results that it held when it was cut short. {_ANEW}"
            )

    def _compare(self, then: Mapping[str, Any]) -> None:
        """See that nothing has changed since."""
        now = json.loads(json.dumps(self._terms.options))
        changed = ""
        if then.get("version") != _VERSION:
            changed = "the program"
        elif not isinstance(then.get("options"), dict) or not {"base", "digest"} <= then.keys():
            raise UsageError(f"--resume: {self._notes} is not as a run has written it. {_ANEW}")
        elif then["base"] != self._terms.base:
            changed = f"the base ({then['base']} then, {self._terms.base} now)"
        elif then["options"] != now:
            names = {**then["options"], **now}
            changed = ", ".join(name for name in names if then["options"].get(name) != now.get(name))
        elif then["digest"] != self._terms.digest():
            changed = f"the base {self._terms.base}"
        if changed:
            raise UsageError(f"--resume: {changed} has changed since then. {_ANEW}")


def _whole_notes(data: bytes) -> Iterator[dict[str, Any]]:
    """The notes, as far as they were written to their end."""
    for line in data.splitlines(keepends=True):
        try:
            note = json.loads(line) if line.endswith(b"\n") else None
        except (ValueError, RecursionError):
            note = None
        if not isinstance(note, dict):
            return
        yield note


def _is_note(note: Mapping[str, Any]) -> bool:
    """Whether a note on how far a run is has the shape in which one is written: somebody may have edited the file."""
    if note.get("finished") is True:
        return True
    tally, closed, last = note.get("tally"), note.get("closed"), note.get("last")
    return (
        _is_count(note.get("size"))
        and isinstance(tally, dict)
        and tally.keys() == {field.name for field in fields(Tally)}
        and all(map(_is_count, tally.values()))
        and isinstance(closed, list)
        and all(map(_is_closed, closed))
        and "last" in note
        and (last is None or _is_mark(last))
    )


def _is_count(held: object) -> bool:
    return type(held) is int and 0 <= held < 1 << 62


def _is_closed(held: object) -> bool:
    """Whether it is a file with its length and digest."""
    if not (isinstance(held, list) and len(held) == 3):
        return False
    name, read, digest = held
    return isinstance(name, str) and _is_count(read) and isinstance(digest, str)


def _is_mark(held: object) -> bool:
    return (
        isinstance(held, dict)
        and held.keys() == {field.name for field in fields(Mark)}
        and _is_closed([held["source"], held["read"], held["digest"]])
        and _is_count(held["cases"])
    )


def is_resumable(path: str) -> bool:
    """Whether what stands there, if anything, is a file that another can replace: no pipe and no device."""
    target = os.path.realpath(path)
    return not os.path.exists(target) or os.path.isfile(target)
