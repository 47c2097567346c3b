"""Standard streams and files: results go to standard output or to a file, all else to standard error."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import IO, TYPE_CHECKING, TypeVar

from expert.characters import harmless_lines
from expert.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

_File = TypeVar("_File")

#: What a write meets that cannot go on; the system does not say on which file.
_DISK = (errno.ENOSPC, errno.EFBIG, errno.EIO, *([errno.EDQUOT] if hasattr(errno, "EDQUOT") else []))


class _Closed(io.TextIOBase):
    """Standard output that was closed before the program began: what is written there would be lost."""

    def __init__(self) -> None:
        # No other file may come by the number of standard output.
        self._place = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115

    def write(self, text: str) -> int:
        raise OSError(errno.EBADF, "closed, so that no result can be written there", "standard output")


def steady_streams() -> None:
    """Make sure that there are streams, and that a character which the terminal cannot show stops nothing."""
    sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: SIM115
    sys.stdout = sys.stdout or _Closed()
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def data_output() -> IO[str]:
    """Standard output for data: UTF-8 and plain line feeds, whatever the locale is."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    return sys.stdout


def drop_output() -> None:
    """Nobody reads standard output any more: let what is still in its buffer go nowhere, without an error at exit."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def tell(message: str) -> None:
    """Say something that is no result."""
    with contextlib.suppress(OSError):
        print(harmless_lines(message), file=sys.stderr, flush=True)


def say(lines: Iterable[str]) -> None:
    """Write lines that are a result; each may be several."""
    out = data_output()
    out.writelines(f"{harmless_lines(line)}\n" for line in lines)


def console() -> Console:
    """A rich console on standard output."""
    from rich.console import Console

    class QuietConsole(Console):
        """A console that leaves a closed pipe to `main`; rich itself would exit with 1."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    return QuietConsole(file=sys.stdout, markup=False, highlight=False, emoji=False)


@contextlib.contextmanager
def target(path: str | None, inputs: Sequence[str] = ()) -> Iterator[None]:
    """Let standard output be this file, which is there whole or not at all; None or - for standard output itself.

    Raises:
        UsageError: it is one of the inputs, or there can be no file there.
    """
    if path in (None, "-"):
        yield
        return
    with written(str(path), inputs) as file, contextlib.redirect_stdout(file):
        yield


@contextlib.contextmanager
def written(path: str, inputs: Sequence[str] = ()) -> Iterator[IO[str]]:
    """A file for results, there whole or not at all.

    Args:
        inputs: the files and folders that the results are made from.

    Raises:
        UsageError: it is one of the inputs, or there can be no file there.
        OSError: the disk is full or fails; it names the file.
    """
    from expert.files import written_whole

    spare(path, inputs)
    with opening(path, written_whole(path)) as file:
        yield file


def spare(path: str, inputs: Sequence[str]) -> None:
    """Refuse to write over what is to be read.

    Raises:
        UsageError: the file is one of the inputs.
    """
    from expert.cases.files import is_among

    if is_among(path, inputs):
        raise UsageError(f"-o {path}: that is one of the files to be read, and would be lost. Name another.")


@contextlib.contextmanager
def opening(path: str, file: contextlib.AbstractContextManager[_File]) -> Iterator[_File]:
    """A file for results; what goes wrong with it names it.

    Raises:
        UsageError: there can be no file there.
        OSError: the disk is full or fails.
    """
    opened = False
    try:
        with file as held:
            opened = True
            yield held
    except OSError as error:
        if not opened:
            raise UsageError(
                f"{path} cannot be written: {error.strerror}. Name a file in a folder that is there."
            ) from None
        if error.errno in _DISK and error.filename is None:
            error.filename = path
        raise


def failure(error: OSError) -> str:
    """What the system could not do, and where."""
    where = error.filename or ("standard output" if error.errno in _DISK else "")
    what = error.strerror or str(error)
    return f"{where}: {what}" if where else what
