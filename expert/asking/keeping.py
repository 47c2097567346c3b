"""Keeps an unfinished consultation, so that Ctrl-C, a closed window or a power cut loses no answer.

One private file (mode 0600, replaced whole) in the XDG state directory holds the steps so far as JSON. It is written
after every reply and removed when the consultation comes to its end. Whoever writes it holds a lock on it, so that a
second consultation at the same time, in another window, takes a file of its own.

What somebody who leaves the result agrees to keep goes into a file of its own beside it, for a follow-up: the answers
and the day, not the story.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from expert.asking.screens import Screen
from expert.asking.session import Session, Step
from expert.errors import CaseError
from expert.fields import Answer, Answers, Quantity, Vocabulary
from expert.files import unfinished, written_whole
from expert.knowledge import KnowledgeBase

try:
    import fcntl
except ImportError:  # a system without it keeps the answers all the same, of one consultation at a time
    fcntl = None  # type: ignore[assignment]

VERSION = 2
_KINDS = ("story", "words", "choice", "many", "ticks", "tried", "numbers")
#: So many consultations can be under way at once and be kept.
_MOST_AT_ONCE = 9
_UNREADABLE = ".unreadable"
_LAST = "last.json"
_KEPT_FILES = (
    "consultation*.json", f"consultation*{_UNREADABLE}", ".consultation*.json.*.part", _LAST, f".{_LAST}.*.part",
)  # fmt: skip
#: What can go wrong with a file of any content.
_NONSENSE = (ValueError, LookupError, TypeError, AttributeError, RecursionError)


def state_folder(state: str) -> Path | None:
    """Where the unfinished consultations of one base are kept: in ``$XDG_STATE_HOME`` or ``~/.local/state``.

    On Windows and macOS it is where such a system keeps what belongs to a program and a person; what an earlier version
    has kept in ``~/.local/state`` there is gone on with. None where there is no home to keep anything in.

    Args:
        state: the folder in it: the program's name, and behind a ``/`` the base's where that is not its own.
    """
    base = os.environ.get("XDG_STATE_HOME", "")
    try:
        root = Path(base) if base.startswith("/") else Path.home() / ".local" / "state"
    except RuntimeError:
        return None
    folder = root / state
    if sys.platform not in ("win32", "darwin") or base.startswith("/") or folder.is_dir():
        return folder
    from platformdirs import user_state_path  # late, and only there: elsewhere it is not even installed

    return user_state_path(appauthor=False) / state


def state_file(state: str, loaded: Answers | None = None, follow_up: bool = False) -> Path | None:
    """The file for a consultation of this base.

    Args:
        follow_up: a follow-up of a case is kept beside a consultation that begins with it.
        state: as `state_folder` takes it.
        loaded: the answers of a loaded case; each such case is kept beside the consultation without one.
    """
    folder = state_folder(state)
    if folder is None or loaded is None:
        return folder and folder / "consultation.json"
    digest = sha256(json.dumps(_plain(loaded), sort_keys=True).encode()).hexdigest()[:12]
    return folder / f"consultation-{digest}{'-follow-up' if follow_up else ''}.json"


def forget_all(state: str) -> tuple[list[Path], list[Path]]:
    """Delete every file that answers of this base were kept in, unreadable and unfinished ones too.

    Returns:
        The files that were deleted, and those of consultations that are open just now, which stay.

    Raises:
        OSError: a file cannot be deleted; it names it.
    """
    folder = state_folder(state)
    deleted: list[Path] = []
    busy: list[Path] = []
    for pattern in _KEPT_FILES if folder is not None else ():
        for file in sorted(file for file in folder.glob(pattern) if file.is_file()):  # type: ignore[union-attr]
            try:
                lock = _locked(file)
            except BlockingIOError:
                busy.append(file)
                continue
            file.unlink(missing_ok=True)
            os.close(lock)
            deleted.append(file)
    return deleted, busy


class Last(NamedTuple):
    """A consultation that was kept at its end: its answers, and how many days ago that was."""

    answers: dict[str, Answer]
    days: int


class Keeper:
    """Writes a session down after each reply.

    Args:
        path: the file, or None where nothing may be kept. Where somebody else is writing it, one beside it is taken.

    Attributes:
        failed: why the last write failed, or None. The next reply tries again.
        notices: what the person should know of what was found.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._file: Path | None = None  # the one that is ours
        self._lock: int | None = None
        self._written = self._found = ""
        self.failed: str | None = None
        self.notices: list[str] = []

    @property
    def keeps(self) -> bool:
        """Whether something is kept by now, and is still there."""
        return self.failed is None and self._is_ours()

    def _is_ours(self) -> bool:
        """Whether the file is the one that we hold: somebody may have deleted it, or put another in its place."""
        return self._file is not None and self._lock is not None and _same(self._lock, self._file)

    # What was kept before.

    def find(self, knowledge: KnowledgeBase) -> Session | None:
        """The consultation that was cut short, if there is one that nobody is holding just now; then it is ours."""
        busy = False
        for file in self._places():
            try:
                lock = _locked(file)
            except FileNotFoundError:
                continue
            except BlockingIOError:
                busy = True
                continue
            except OSError as error:
                self.notices.append(f"Nothing can be kept or taken up: {file} cannot be opened ({error.strerror}).")
                return None
            found = self._read(file, knowledge)
            if found is not None:
                self._file, self._lock = file, lock
                self._written = self._found = _text(found)
                return found
            _close(lock)
        if busy:
            self.notices.append("Another consultation is open in another window; this one is kept apart from it.")
        return None

    def _places(self) -> Iterator[Path]:
        if self._path is not None:
            yield self._path
            for number in range(2, _MOST_AT_ONCE + 1):
                yield self._path.with_name(f"{self._path.stem}.{number}{self._path.suffix}")

    def _read(self, file: Path, knowledge: KnowledgeBase) -> Session | None:
        """What a file holds; one of which nothing can be read is set aside."""
        lost: dict[str, None] = {}
        try:
            text = file.read_text(encoding="utf-8")
            if not text:
                file.unlink(missing_ok=True)  # the beginning of one that was never written
                return None
            found = _read(json.loads(text), knowledge, lost)
        except (OSError, *_NONSENSE):
            found = None
        if found is None or not (found.steps or found.answers or found.story):
            self._set_aside(file)
            return None
        if lost:
            self.notices.append(f"These answers of last time cannot be read any more: {', '.join(lost)}.")
        return found

    def _set_aside(self, file: Path) -> None:
        """Keep what cannot be read under another name until the next consultation has come to its end."""
        aside = file.with_suffix(_UNREADABLE)
        try:
            file.replace(aside)
        except OSError as error:
            self.notices.append(f"{file} cannot be read, nor set aside ({error.strerror}).")
        else:
            self.notices.append(
                f"The answers of an earlier consultation cannot be read any more. They are in {aside} until you have "
                "come to the end of this one."
            )

    # Writing.

    def keep(self, session: Session, unsaid: Session) -> None:
        """Write the session down. What fails is noted, not raised. What was found stays until something new is said.

        Args:
            unsaid: the session before anything was said in it, which is not worth keeping.
        """
        if self._path is None:
            return
        text = _text(session)
        text = "" if text == _text(unsaid) else text
        if text == self._written and self.failed is None:
            return
        if not text and self._found and self._written == self._found:
            return
        try:
            if text:
                self._write(text)
            else:
                self._remove()
            self._written, self.failed = text, None
        except OSError as error:
            self.failed = f"{self._file or self._path} could not be written: {error.strerror}"

    def _write(self, text: str) -> None:
        if not self._is_ours():
            self.release()
            self._claim()
        assert self._file is not None
        with written_whole(self._file, private=True) as file:
            lock = os.dup(file.fileno())  # what is locked is this new file, before it takes the old one's place
            try:
                _lock(lock)
                file.write(text)
            except BaseException:
                os.close(lock)
                raise
        _close(self._lock)
        self._lock = lock

    def _claim(self) -> None:
        """Take the first place that nobody has."""
        for file in self._places():
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            try:
                lock = os.open(file, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
            except FileExistsError:
                continue
            with contextlib.suppress(BlockingIOError):  # somebody took it for an old one
                try:
                    _lock(lock)
                    if _same(lock, file):
                        self._file, self._lock = file, lock
                        return
                finally:
                    if self._lock != lock:
                        os.close(lock)
        raise OSError(0, f"{_MOST_AT_ONCE} other consultations are kept there already")

    # The last one that came to its end.

    @property
    def _last(self) -> Path | None:
        return self._path and self._path.with_name(_LAST)

    def last(self, knowledge: KnowledgeBase) -> Last | None:
        """What was kept of a finished consultation; None where there is none, or nothing of it can be read."""
        if self._last is None:
            return None
        lost: dict[str, None] = {}
        try:
            kept = json.loads(self._last.read_text(encoding="utf-8"))
            answers = _known(_answers(kept["answers"], knowledge.vocabulary, lost))
            days = (date.today() - date.fromisoformat(kept["day"])).days
        except FileNotFoundError:
            return None
        except (OSError, *_NONSENSE):
            self.notices.append(f"What was kept of your last consultation cannot be read: {self._last}.")
            return None
        if lost:
            self.notices.append(f"These answers of last time cannot be read any more: {', '.join(lost)}.")
        return Last(answers, max(0, days)) if answers else None

    def keep_last(self, answers: Answers) -> None:
        """Keep a finished consultation for a follow-up, in place of the one before.

        Raises:
            OSError: it cannot be written.
        """
        if self._last is None:
            return
        self._last.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        kept = {"version": VERSION, "day": date.today().isoformat(), "answers": _plain(answers)}
        with written_whole(self._last, private=True) as file:
            file.write(json.dumps(kept) + "\n")

    def forget_last(self) -> None:
        """Delete it.

        Raises:
            OSError: it cannot be deleted.
        """
        if self._last is not None:
            self._last.unlink(missing_ok=True)

    # The end.

    def forget(self) -> None:
        """Remove what was kept, what a write that was cut short has left, and what could not be read."""
        if self._path is None:
            return
        try:
            self._remove()
            for file in self._places():
                file.with_suffix(_UNREADABLE).unlink(missing_ok=True)
            self.failed = None
        except OSError as error:
            self.failed = f"{self._file or self._path} could not be removed: {error.strerror}"

    def release(self) -> None:
        """Let go of what is kept, so that it can be taken up again; the end of the process does the same."""
        _close(self._lock)
        self._file, self._lock, self._written = None, None, ""

    def _remove(self) -> None:
        file = self._file
        if file is not None:
            file.unlink(missing_ok=True)
            for rest in unfinished(file):
                rest.unlink(missing_ok=True)
        self.release()


# -- locks -----------------------------------------------------------------------------------------------------------


def _locked(file: Path) -> int:
    """A file that is there, opened and locked; the lock holds until it is closed, however the process ends.

    Raises:
        FileNotFoundError: there is none. BlockingIOError: somebody else holds it.
    """
    handle = os.open(file, os.O_RDWR)
    try:
        _lock(handle)
        if not _same(handle, file):  # it was replaced meanwhile, so somebody is at work there
            raise BlockingIOError
    except BaseException:
        os.close(handle)
        raise
    return handle


def _lock(handle: int) -> None:
    if fcntl is not None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _same(handle: int, file: Path) -> bool:
    with contextlib.suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(handle), os.stat(file))
    return False


def _close(handle: int | None) -> None:
    if handle is not None:
        os.close(handle)


# -- what is written -------------------------------------------------------------------------------------------------


def as_text(session: Session) -> str:
    """A session as text, for who keeps it elsewhere than in a file."""
    return _text(session)


def from_text(text: str, knowledge: KnowledgeBase) -> tuple[Session | None, list[str]]:
    """A session from its text, None where nothing of it can be read; and the fields that cannot be read any more."""
    lost: dict[str, None] = {}
    try:
        found = _read(json.loads(text), knowledge, lost)
    except _NONSENSE:
        return None, []
    return (found if found.steps or found.answers else None), list(lost)


def _text(session: Session) -> str:
    """A session as the file holds it."""
    steps = [[s.screen.kind, list(s.screen.keys), _plain(s.given), sorted(s.pending)] for s in session.steps]
    told = {"story": session.story} if session.story else {}
    state = {**told, "loaded": _plain(session.loaded), "earlier": _plain(session.earlier), "steps": steps}
    state |= {"before": _plain(session.before)} if steps and session.before else {}
    return json.dumps({"version": VERSION, **state}) + "\n"


def _plain(answers: Mapping[str, Answer | None]) -> dict[str, Any]:
    return {
        key: answer.text if isinstance(answer, Quantity) else list(answer) if isinstance(answer, tuple) else answer
        for key, answer in answers.items()
    }


def _read(kept: Mapping[str, Any], knowledge: KnowledgeBase, lost: dict[str, None]) -> Session:
    """As much of a file as this base understands, whatever version wrote it; the fields of the rest go into `lost`.

    Raises:
        one of `_NONSENSE`: it is no such file.
    """
    vocabulary, steps = knowledge.vocabulary, []
    for kind, keys, given, pending in kept["steps"]:
        fields = tuple(vocabulary.asked[key] for key in keys if key in vocabulary.asked)
        answers = _known(_answers(given, vocabulary, lost))
        no_lines = [f.key for f in fields if kind == "ticks" and not f.line and f.key not in knowledge.gate_of]
        for key in no_lines:  # it was a line of a list once, where not ticking it said no
            answers.pop(key, None)
            lost[key] = None
        open_ones = frozenset(no_lines).union(key for key in given if key in lost)
        left = tuple(field for field in fields if field.key not in open_ones)
        if left and kind in _KINDS:
            steps.append(Step(Screen(kind, left), answers, frozenset(pending).intersection(f.key for f in left)))
    loaded = _answers(kept["loaded"], vocabulary, lost)
    earlier = _known(_answers(kept["earlier"], vocabulary, lost))
    before, story = _answers(kept.get("before", {}), vocabulary, {}), kept.get("story")
    return Session(knowledge, loaded, steps, earlier, story if isinstance(story, str) else None, before)


def _known(answers: Mapping[str, Answer | None]) -> dict[str, Answer]:
    return {key: answer for key, answer in answers.items() if answer is not None}


def _answers(given: Mapping[str, Any], vocabulary: Vocabulary, lost: dict[str, None]) -> dict[str, Answer | None]:
    """The answers that can be read; the fields of the others are added to `lost`, to be asked again."""
    found: dict[str, Answer | None] = {}
    for key, value in given.items():
        try:
            found[key] = None if value is None else vocabulary.asked[key].read(value)
        except (KeyError, CaseError):
            lost[key] = None
    return found
