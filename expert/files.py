"""Writing files so that a reader never finds half of one."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import IO

#: The longest name of a file, in bytes, that the usual file systems take.
_NAME_BYTES = 255


@contextlib.contextmanager
def written_whole(path: str | Path, private: bool = False) -> Iterator[IO[str]]:
    """A UTF-8 text file that is there whole, or not at all: written beside `path`, then put in its place.

    What stood there stays as it was until then, and for good if anything is raised before. It is on the disk before it
    takes the place, and so is the place, so that a power cut leaves one of the two. Pipes and devices, which cannot be
    replaced, are written directly.

    Args:
        private: only its owner may read it (mode 0600); else a new file is as the umask says, and one that is replaced
            keeps its mode.

    Raises:
        OSError: there can be no file there; the disk is full or fails.
    """
    target = os.path.realpath(path)
    replaces = not os.path.exists(target) or os.path.isfile(target)
    working = _beside(target) if replaces else target
    handle = os.open(working, _flags(replaces), 0o600 if private else 0o666)
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as file:
            yield file
            if replaces:
                file.flush()
                os.fsync(file.fileno())
        if replaces:
            put_in_place(working, target, private)
    except BaseException:
        if replaces:
            with contextlib.suppress(OSError):  # a signal may come when it has taken its place already
                os.unlink(working)
        raise


def write_private(path: str | Path, text: str) -> None:
    """Write a file that only its owner may read, whole or not at all.

    Raises:
        OSError: the folder is missing, is no folder, or may not be written to; the disk is full or fails.
    """
    with written_whole(path, private=True) as file:
        file.write(text)


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """Put signals off that would end the program, until what must not be left half done is done."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM, signal.SIGHUP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def put_in_place(working: str | Path, target: str | Path, private: bool = False) -> None:
    """Let a file that is whole, and on the disk, take the place of another, of which it keeps the mode.

    Args:
        private: it keeps its own mode instead.
    """
    if not private and os.path.exists(target):
        os.chmod(working, os.stat(target).st_mode & 0o7777)
    os.replace(working, target)
    _sync_folder(str(target))


def beside(path: str | Path, ending: str) -> str:
    """The name of a file in the same folder that belongs to this one: its own name, cut where needed, and an ending."""
    folder, name = os.path.split(os.path.realpath(path))
    return os.path.join(folder, _stem(name, len(os.fsencode(ending))) + ending)


def unfinished(path: str | Path) -> Iterator[Path]:
    """What writes of this file have left that were cut short before they could clean up (by a kill or a power cut)."""
    target = Path(path)
    return target.parent.glob(f".{_stem(target.name)}.*.part")


def _flags(new: bool) -> int:
    return os.O_WRONLY | os.O_CREAT | (os.O_EXCL if new else 0) | getattr(os, "O_CLOEXEC", 0)


def _beside(target: str) -> str:
    """A hidden name in the same folder."""
    folder, name = os.path.split(target)
    return os.path.join(folder, f".{_stem(name)}.{os.urandom(4).hex()}.part")


def _stem(name: str, ending: int = len("..12345678.part")) -> str:
    """So much of a name, in whole letters, as leaves room for an ending of so many bytes that marks it."""
    return os.fsencode(name)[: _NAME_BYTES - ending].decode(errors="ignore")


def _sync_folder(target: str) -> None:
    """Have the folder written, so that the new name outlives a power cut; not every system can open a folder."""
    with contextlib.suppress(OSError):
        folder = os.open(os.path.dirname(target), os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
