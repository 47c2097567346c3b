"""Files at an address (``s3://bucket/cases/*.jsonl``): found and read through fsspec, as others are on this machine.

fsspec is not needed for anything else, so it is imported where an address is met, and what is missing is told as the
problem of that address. What the libraries behind it raise is of any kind; here it becomes a sentence.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from types import TracebackType
from typing import IO, Any

from expert.cases.files import FORMATS, NoFile, Source, format_of
from expert.errors import shown

_MAGIC, _MAGIC_OF_A_PAGE = re.compile(r"[*?\[]"), re.compile(r"[*\[]")


def sources_at(address: str, encoding: str) -> Iterator[Source]:
    """The files behind an address, in the order in which a folder's would be: one, those of a folder, all that match.

    Folders are read as those of this machine are: hidden files, and such without a known ending, are left out.
    """
    try:
        found = list(_found(address, encoding))
    except ImportError as error:
        found = [NoFile(address, f"{shown(address)} cannot be read: {_missing(error)}")]
    except Exception as error:  # each kind of store has its own
        found = [NoFile(address, f"{shown(address)} cannot be looked at: {_said(error)}.")]
    yield from found


def _found(address: str, encoding: str) -> Iterator[Source]:
    from fsspec.core import url_to_fs

    system, place = url_to_fs(address)
    magic = _MAGIC_OF_A_PAGE if address.startswith("http") else _MAGIC  # there a question mark begins a query
    if magic.search(place):
        hidden = "/." in place
        matching = sorted((one for one in system.glob(place) if hidden or not _is_hidden(one)), key=_parts)
        for one in matching:
            yield from _file_or_folder(system, one, system.unstrip_protocol(one), encoding)
        if not matching:
            yield NoFile(address, f"No file matches {shown(address)}. Check the pattern.")
    else:
        yield from _file_or_folder(system, place, address, encoding)


def _file_or_folder(system: Any, place: str, address: str, encoding: str) -> Iterator[Source]:
    """One file, or those of a folder; what is called as a file of cases is not asked whether it is a folder."""
    if format_of(place) is not None or not system.isdir(place):
        yield _At(address, format_of(place), lambda: system.open(place, "rb"), lambda: system.size(place), encoding)
        return
    inner = [one for one in system.find(place) if _counts(one.removeprefix(place))]
    for one in sorted(inner, key=_parts):
        yield from _file_or_folder(system, one, system.unstrip_protocol(one), encoding)
    if not inner:
        text = f"The folder {shown(address)} holds no case files. Known endings: {', '.join(FORMATS)}."
        yield NoFile(address, text)


def _parts(place: str) -> list[str]:
    return place.split("/")


def _counts(place: str) -> bool:
    """Whether a file is looked into, by its path in the folder."""
    return format_of(place) is not None and not _is_hidden(place)


def _is_hidden(place: str) -> bool:
    return any(part.startswith(".") for part in _parts(place))


class _At(Source):
    """A file at an address."""

    def __init__(
        self,
        address: str,
        form: str | None,
        opener: Callable[[], IO[bytes]],
        length: Callable[[], int | None],
        encoding: str,
    ) -> None:
        super().__init__(address, form, encoding=encoding)
        self._opener, self._length = opener, length

    def length(self) -> int | None:
        """As the store tells it."""
        try:
            return self._length()
        except Exception:
            return None

    def _opened(self) -> AbstractContextManager[IO[bytes]] | str:
        try:
            return _Stream(self._opener())  # type: ignore[return-value]  # all that is asked of it is `read`
        except FileNotFoundError:
            return f"No such file or folder: {shown(self.path)}. Check the address."
        except Exception as error:
            return f"The file {shown(self.path)} cannot be opened: {_said(error)}."


class _Stream:
    """A stream of whatever library, whose errors are those of a file."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream

    def read(self, size: int) -> bytes:
        """Up to so many bytes."""
        try:
            return self._stream.read(size)
        except Exception as error:
            raise OSError(errno.EIO, _said(error)) from error

    def __enter__(self) -> _Stream:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stream.close()


def _missing(error: ImportError) -> str:
    """What to install."""
    if (error.name or "").partition(".")[0] == "fsspec":
        return "files at an address are read through fsspec, which is not installed. Install it: pip install fsspec."
    return f"fsspec needs another library for it. {_said(error)}."


def _said(error: Exception) -> str:
    """What an error says, as part of a sentence."""
    text = " ".join(str(error).split()).rstrip(".")
    return shown(f"{type(error).__name__}: {text}" if text else type(error).__name__, 300)
