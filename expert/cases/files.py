"""Where cases come from: files, folders, patterns, addresses and standard input, each read block by block, in a format
known or guessed."""

from __future__ import annotations

import contextlib
import glob
import hashlib
import io
import json
import os
import re
import select
import stat
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import IO, Any

from expert.cases.case import TOP_LEVEL
from expert.cases.csv_cases import delimiter_of, named_delimiter
from expert.cases.forms.decoding import as_utf8
from expert.errors import CaseError, shown

FORMATS = {
    ".yaml": "yaml", ".yml": "yaml", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv",
    ".tsv": "csv",
}  # fmt: skip


#: So much is read at once; a piece of a file that goes to a worker is about as long.
BLOCK = 1 << 15


@dataclass(frozen=True)
class Pause:
    """Nothing more is at hand: the next block must be waited for, and until then there may be better to do.

    Attributes:
        handle: the number of the file that is waited for.
    """

    handle: int


class Source:
    """One file to be read, block by block, so that its length does not matter.

    Attributes:
        path: where it is, or ``-``.
        format: one of the values of `FORMATS`; None where its name does not tell.
        read: how many bytes were read so far, packed or not as they stand there.
        as_expected: whether these are what `expect` was told of them.
    """

    def __init__(self, path: str, form: str | None, stream: IO[Any] | None = None, encoding: str = "") -> None:
        self.path, self.format, self.read = path, form, 0
        self._encoding = encoding
        self.as_expected = True
        self._expected = 0, ""
        self._stream = stream
        self._seen = hashlib.sha256()

    @property
    def digest(self) -> str:
        """A digest of what was read so far."""
        return self._seen.hexdigest()

    def expect(self, read: int, digest: str) -> None:
        """Look whether so many bytes have this digest, once they are read."""
        self._expected = read, digest

    def _take_note(self, block: bytes) -> None:
        """Of a block that was read."""
        missing = self._expected[0] - self.read
        head = block[:missing] if 0 < missing <= len(block) else b""
        self._seen.update(head)
        if head:
            self.as_expected = self.digest == self._expected[1]
        self._seen.update(block[len(head) :])
        self.read += len(block)

    def length(self) -> int | None:
        """How many bytes it has, packed or not; None where only reading it can tell, 0 where it cannot be read."""
        try:
            found = os.stat(self.path)
        except (OSError, ValueError):
            return None if self.path == "-" else 0
        return found.st_size if stat.S_ISREG(found.st_mode) and self.path != "-" else None

    def blocks(self) -> Iterator[bytes | Pause]:
        """What it holds, unpacked and in UTF-8, a block at a time; a `Pause` where a pipe has nothing at hand.

        Bytes that are no text stay as they are, so that only the cases with them are lost; see
        `expert.cases.forms.decoding`.

        Raises:
            CaseError: it cannot be opened or read, or is no text; what came before was given.
        """
        lines, first = 0, True
        for block in as_utf8(self._raw(), self._encoding):
            if not isinstance(block, bytes):
                yield block
            elif b"\0" not in block:
                lines += block.count(b"\n")
                first = False
                yield block
            elif first:
                raise CaseError("Not a text file in UTF-8 (it holds zero bytes). Save it as UTF-8 text.")
            else:
                end = block.rfind(b"\n", 0, block.index(b"\0")) + 1
                if end:
                    yield block[:end]
                line = lines + block.count(b"\n", 0, end) + 1
                text = "Zero bytes, which no text holds; from this line on the file is not read. Save it as UTF-8"
                raise CaseError(f"{text} text.", line=line)

    def text(self) -> str:
        """All of it at once; bytes that are no text are lone surrogates.

        Raises:
            CaseError: as of `blocks`.
        """
        blocks = (block for block in self.blocks() if isinstance(block, bytes))
        return b"".join(blocks).decode("utf-8", "surrogateescape")

    def _raw(self) -> Iterator[bytes | Pause]:
        """The blocks as they stand there."""
        found = self._opened()
        if isinstance(found, str):
            raise CaseError(found)
        with found as stream:
            while block := (yield from self._next(stream)):
                yield block

    def _next(self, stream: IO[bytes]) -> Generator[Pause, None, bytes]:
        """The next block, of at least a byte; empty at the end."""
        handle = _waitable(stream)
        if handle is not None and not select.select([handle], [], [], 0)[0]:
            yield Pause(handle)
        try:
            block = stream.read1(BLOCK) if isinstance(stream, io.BufferedReader) else stream.read(BLOCK)
        except OSError as error:
            raise CaseError(f"The file {shown(self.path)} cannot be read any further: {error.strerror}.") from None
        block = block if isinstance(block, bytes) else str(block).encode("utf-8", "surrogateescape")
        self._take_note(block)
        return block

    def _opened(self) -> contextlib.AbstractContextManager[IO[bytes]] | str:
        """The file, open; or why it cannot be."""
        if self.path == "-":
            return contextlib.nullcontext(getattr(self._stream, "buffer", self._stream) or io.BytesIO())
        try:
            return open(self.path, "rb")  # noqa: SIM115
        except FileNotFoundError:
            return f"No such file or folder: {shown(self.path)}. Check the path."
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            return f"The file {shown(self.path)} cannot be opened: {reason}."


class TextSource(Source):
    """A text that is at hand already, read as a file of this name would be."""

    def __init__(self, text: str, name: str, form: str | None) -> None:
        try:
            data = text.encode("utf-8", "surrogateescape")
        except UnicodeEncodeError:
            data = text.encode("utf-8", "surrogatepass")
        super().__init__(name, form)
        self._data = data

    def _opened(self) -> contextlib.AbstractContextManager[IO[bytes]] | str:
        return io.BytesIO(self._data)


class NoFile(Source):
    """What stands for a path at which there is nothing to be read.

    Attributes:
        problem: why not.
    """

    def __init__(self, path: str, problem: str) -> None:
        super().__init__(path, None)
        self.problem = problem

    def length(self) -> int | None:
        """Nothing."""
        return 0

    def _opened(self) -> contextlib.AbstractContextManager[IO[bytes]] | str:
        return self.problem


def sources(paths: Sequence[str], stdin: IO[Any] | None, encoding: str = "") -> Iterator[Source]:
    """The files behind paths, in their order, none of them opened yet.

    A folder stands for the files in it, and below it, that have a known ending, sorted by name; hidden ones (whose name
    starts with a dot) are left out. A pattern (``*``, ``?``, ``[...]``, ``**`` for folders within folders) stands for
    what matches it, sorted in the same way, and an address for what `expert.cases.addresses` finds there. ``-`` is
    standard input. `encoding`: see `expert.cases.forms.decoding.as_utf8`.
    """
    for path in paths:
        if path == "-":
            yield Source("-", None, stdin, encoding)
        elif is_address(path):
            from expert.cases.addresses import sources_at  # late: hardly anybody has any

            yield from sources_at(path, encoding)
        else:
            for one in (found := _matching(path)):
                yield from _folder_files(one, encoding) if os.path.isdir(one) else [_file(one, encoding)]
            if not found:
                yield NoFile(path, f"No file matches {shown(path)}. Check the pattern.")


def is_address(path: str) -> bool:
    """Whether a path is the address of a file that need not be on this machine (``s3://...``)."""
    return re.match(r"[A-Za-z][\w+.-]*:(?:/|:)", path) is not None and "://" in path and not os.path.exists(path)


def _matching(path: str) -> list[str]:
    """The files and folders behind a path: what has this very name, be there anything or not, else what matches it."""
    if not glob.has_magic(path) or os.path.lexists(path):
        return [path]
    return sorted(glob.glob(path, recursive=True), key=lambda one: one.split(os.sep))


def basename(name: str) -> str:
    """The last part of a path."""
    return os.path.basename(name.rstrip("/" + os.sep)) or name


def guessed_format(text: str, whole: bool = True) -> str | None:
    """The format of a text that has no name, by its first lines.

    Args:
        whole: whether the text ends here. Of one that goes on it may be too early to say (None).
    """
    start = text.lstrip()
    first, line_end, rest = start.partition("\n")
    if not start or not (line_end or whole):
        return "yaml" if whole else None
    first = first.strip()
    if not first.startswith(("{", "[")):
        return "csv" if _is_header(first) else "yaml"
    return _guessed_brackets(start, first, rest, whole)


#: How YAML begins, whatever stands behind it: with a comment, a mark, or a key.
_YAML = re.compile(r"#|---|%|\.\.\.|- |[\w.-]+\s*:(?:\s|$)")


def _is_header(line: str) -> bool:
    """Whether a text that begins with this line is a table."""
    if _YAML.match(line):
        return False
    if delimiter_of(line) != "," or line.startswith('"') or named_delimiter(line):
        return True
    return ":" not in line and ("," in line or "." in line or line in TOP_LEVEL)


def format_of(name: str) -> str | None:
    """The format that a file's name tells, packed (``.gz``) or not."""
    name = name.lower().removesuffix(".gz")
    return FORMATS.get(os.path.splitext(name)[1])


def _guessed_brackets(start: str, first: str, rest: str, whole: bool) -> str | None:
    """The format of a text that begins with a bracket: JSON, a line of it for each case, or YAML's short form."""
    lines = first.startswith("{")
    if lines and _is_json(first):
        return "jsonl"
    if lines and not rest.strip() and not whole:
        return None
    if lines and re.search(r"^\{", rest, re.MULTILINE):
        return "jsonl"
    if re.fullmatch(r"\[?\s*\{?\s*", start) and not whole:
        return None
    return "json" if re.match(r"\[?\s*(?:\{\s*(?:[\"}]|\Z)|\]|\Z)", start) else "yaml"


def _is_json(line: str) -> bool:
    """Whether a line is a whole JSON value."""
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def _folder_files(folder: str, encoding: str) -> Iterator[Source]:
    """The files of a folder."""
    found = False
    for path, problem in _walk(folder):
        found = True
        yield _file(path, encoding) if problem is None else NoFile(path, problem)
    if not found:
        endings = ", ".join(FORMATS)
        yield NoFile(folder, f"The folder {shown(folder)} holds no case files. Known endings: {endings}.")


def is_among(target: str, paths: Sequence[str]) -> bool:
    """Whether a file that is there already is one of those behind paths."""
    if not os.path.isfile(target):
        return False
    for path in chain.from_iterable(map(_matching, (path.removeprefix("file://") for path in paths))):
        files = (file for file, problem in _walk(path) if problem is None) if os.path.isdir(path) else (path,)
        if any(os.path.exists(file) and os.path.samefile(file, target) for file in files):
            return True
    return False


def _walk(folder: str) -> Iterator[tuple[str, str | None]]:
    """The case files of a folder and of those below it, sorted; a folder that cannot be opened, with the reason.

    Without recursion: folders may be nested deeper than Python's stack.
    """
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if path != folder and not _is_folder(path):
            yield path, None
            continue
        try:
            names = sorted(os.listdir(path), reverse=True)
        except OSError as error:
            yield path, f"The folder {shown(path)} cannot be opened: {error.strerror}."
            continue
        waiting += [inner for name in names if _counts(inner := os.path.join(path, name), name)]


def _is_folder(path: str) -> bool:
    return os.path.isdir(path) and not os.path.islink(path)


def _counts(path: str, name: str) -> bool:
    """Whether what a folder holds under this name is looked into: folders, and files with a known ending."""
    if name.startswith("."):
        return False
    if os.path.isdir(path):
        return not os.path.islink(path)
    return format_of(name) is not None and _is_plain_file(path)


def _is_plain_file(path: str) -> bool:
    """Whether reading it can end: not so for pipes and devices. A broken link counts, so that it is reported."""
    try:
        return stat.S_ISREG(os.stat(path).st_mode)
    except OSError:
        return True


def _file(path: str, encoding: str) -> Source:
    """One file, its format told by its ending."""
    return Source(path, format_of(path), encoding=encoding)


def _waitable(stream: IO[bytes]) -> int | None:
    """The number of a file of which the next bytes may be long in coming: a pipe, a socket, a terminal."""
    if os.name == "nt":
        return None
    try:
        handle = stream.fileno()
        return None if stat.S_ISREG(os.fstat(handle).st_mode) else handle
    except (OSError, ValueError, AttributeError):
        return None
