"""Where cases come from: files, folders and standard input, each as text in a format that is known or guessed."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import IO, Any

from expert.cases.case import TOP_LEVEL, Unreadable
from expert.cases.csv_cases import delimiter_of
from expert.cases.forms.decoding import as_utf8
from expert.characters import harmless
from expert.errors import CaseError, shown

FORMATS = {
    ".yaml": "yaml", ".yml": "yaml", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv",
    ".tsv": "csv",
}  # fmt: skip


@dataclass(frozen=True)
class CaseFile:
    """A file's text.

    Attributes:
        path: where it is, or ``-``.
        text: what it holds; bytes that are no UTF-8 are lone surrogates, so that only the cases with them are lost.
        format: one of the values of `FORMATS`; None where its name does not tell.
    """

    path: str
    text: str
    format: str | None


def case_files(paths: Sequence[str], stdin: IO[Any] | None, encoding: str = "") -> Iterator[CaseFile | Unreadable]:
    """The files behind paths, in their order; what cannot be opened or is no text is `Unreadable`.

    A folder stands for the files in it, and below it, that have a known ending, sorted by name; hidden ones (whose name
    starts with a dot) are left out. ``-`` is standard input. `encoding`: see `expert.cases.forms.decoding`.
    """
    for path in paths:
        if path == "-":
            yield _decoded(_stdin_bytes(stdin), "-", None, encoding)
        elif os.path.isdir(path):
            yield from _folder_files(path, encoding)
        else:
            yield _file(path, encoding)


def no_cases(path: str, message: str) -> Unreadable:
    """A file or folder that gives no case."""
    name = harmless(path)
    return Unreadable(f"{basename(name)}#1", f"{name}#1", CaseError(message))


def basename(name: str) -> str:
    """The last part of a path."""
    return os.path.basename(name.rstrip("/" + os.sep)) or name


def guessed_format(text: str) -> str:
    """The format of a text that has no name, by its first lines."""
    lines = [line for line in text.splitlines() if line.strip()]
    first = lines[0].strip() if lines else ""
    if first.startswith(("{", "[")):
        if any(line.startswith("{") for line in lines[1:]) and first.startswith("{"):
            return "jsonl"
        start = re.match(r"\s*\[?\s*(?:\{\s*(?:[\"}]|\Z)|\]|\Z)", text)
        return "json" if start else "yaml"
    if delimiter_of(first) != "," or first.startswith('"') or first.lower().startswith("sep="):
        return "csv"
    if ":" in first or first.startswith(("#", "---", "%", "...")):
        return "yaml"
    return "csv" if "," in first or "." in first or first in TOP_LEVEL else "yaml"


def format_of(name: str) -> str | None:
    """The format that a file's name tells, packed (``.gz``) or not."""
    name = name.lower().removesuffix(".gz")
    return FORMATS.get(os.path.splitext(name)[1])


def _folder_files(folder: str, encoding: str) -> Iterator[CaseFile | Unreadable]:
    """The files of a folder."""
    found = False
    for path, problem in _walk(folder):
        found = True
        yield _file(path, encoding) if problem is None else no_cases(path, problem)
    if not found:
        endings = ", ".join(FORMATS)
        yield no_cases(folder, f"The folder {shown(folder)} holds no case files. Known endings: {endings}.")


def is_among(target: str, paths: Sequence[str]) -> bool:
    """Whether a file that is there already is one of those behind paths."""
    if not os.path.isfile(target):
        return False
    for path in paths:
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


def _file(path: str, encoding: str) -> CaseFile | Unreadable:
    """One file."""
    try:
        with open(path, "rb") as file:
            data = file.read()
    except FileNotFoundError:
        return no_cases(path, f"No such file or folder: {shown(path)}. Check the path.")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return no_cases(path, f"The file {shown(path)} cannot be opened: {reason}.")
    return _decoded(data, path, format_of(path), encoding)


def _stdin_bytes(stdin: IO[Any] | None) -> bytes:
    """All of standard input, be it open for bytes or for text."""
    if stdin is None:
        return b""
    data = getattr(stdin, "buffer", stdin).read()
    return data if isinstance(data, bytes) else str(data).encode("utf-8", "surrogateescape")


def _decoded(data: bytes, path: str, form: str | None, encoding: str) -> CaseFile | Unreadable:
    """A file's bytes as text."""
    try:
        data = b"".join(as_utf8([data], encoding))
    except CaseError as error:
        return no_cases(path, error.message)
    if b"\0" in data:
        return no_cases(path, "Not a text file in UTF-8 (it holds zero bytes). Save it as UTF-8 text.")
    return CaseFile(path, data.decode("utf-8", "surrogateescape"), form)
