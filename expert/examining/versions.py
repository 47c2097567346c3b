"""A version of a base by how it is named: a folder, a commit of a checkout, or an installed package.

The rules of a version are read by the shell that runs, whatever shell lies beside them.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from expert.cases.forms.reading import Reading
from expert.errors import KnowledgeError, UsageError
from expert.examining.snapshot import MARK

_SHELL = Path(__file__).resolve().parent.parent.parent


@dataclass(frozen=True)
class Version:
    """A version of a base, ready to be read.

    Attributes:
        said: as it was named. base: the base's name. folders: where its module is looked for first.
        library: the folder of cases beside its module; None where there is none, or nobody knows.
    """

    said: str
    base: str
    folders: tuple[str, ...]

    @property
    def library(self) -> str | None:
        """See the class."""
        for folder in self.folders:
            module = Path(folder, *self.base.partition(":")[0].split("."))
            cases = (module if module.is_dir() else module.parent) / "cases"
            if cases.is_dir():
                return str(cases)
        return None

    def snapshot(self, paths: Sequence[str], reading: Reading | None = None) -> dict[str, Any]:
        """What it says and makes of these cases, read in a process of its own; see `expert.examining.snapshot`.

        Args:
            paths: files and folders of cases.
            reading: how they are to be read; what it has to tell is among what comes back.

        Raises:
            KnowledgeError: it cannot be read; says which version, and why.
        """
        how = [] if reading is None else [reading.encoding, reading.units, reading.ignore_columns]
        # The shell is imported before the version's folder is looked in, where an older shell may lie.
        start = f"import sys; sys.path.insert(0, {str(_SHELL)!r}); from expert.examining.snapshot import main; "
        given = [self.base, json.dumps(self.folders), json.dumps(how), *paths]
        command = [sys.executable, "-c", f"{start}main(sys.argv[1:])", *given]
        ran = subprocess.run(command, capture_output=True, encoding="utf-8", errors="replace", check=False)
        lines = [line for line in ran.stdout.splitlines() if line.startswith(MARK)]
        if not lines:
            last = (ran.stderr.strip().splitlines() or ["it ended without a word"])[-1]
            raise KnowledgeError(f"{self.said} cannot be read: {last}")
        found: dict[str, Any] = json.loads(lines[-1].removeprefix(MARK))
        if "error" in found:
            raise KnowledgeError(f"{self.said} cannot be read: {found['error']}")
        return found


@contextlib.contextmanager
def version(said: str, base: str, home: Path | None) -> Iterator[Version]:
    """A version as somebody names it.

    Args:
        said: a folder that holds the base's package, a commit, or ``MODULE[:NAME]``.
        base: the name of the base that one works on, for a folder or a commit.
        home: the folder from which that is imported; a commit is looked for in the checkout that it lies in.

    Raises:
        UsageError: it is none of the three.
    """
    if os.path.isdir(said):
        yield Version(said, base, (os.path.abspath(said),))
        return
    top = _git(home, "rev-parse", "--show-toplevel") if home is not None else None
    commit = _git(home, "rev-parse", "--verify", "--quiet", f"{said}^{{commit}}") if home is not None and top else None
    if home is not None and top is not None and commit is not None:
        within = os.path.relpath(home.resolve(), Path(top.decode().strip()).resolve())
        with tempfile.TemporaryDirectory() as folder:
            _unpack(home, commit.decode().strip(), folder)
            yield Version(said, base, (os.path.normpath(os.path.join(folder, within)),))
        return
    if said.startswith("-") or not _is_module(said):
        known = "" if top is not None else " (this base lies in no checkout, so commits are not known)"
        raise UsageError(f"{said}: neither a folder, nor a commit, nor a module that can be imported{known}.")
    yield Version(said, said, tuple(path for path in sys.path if path))


def _git(home: Path, *arguments: str) -> bytes | None:
    """What git says there; None where it says nothing, or is not there."""
    try:
        ran = subprocess.run(["git", "-C", str(home), *arguments], capture_output=True, check=False)
    except OSError:
        return None
    return ran.stdout if ran.returncode == 0 else None


def _unpack(home: Path, commit: str, folder: str) -> None:
    """The files of a commit, in a folder."""
    top = _git(home, "rev-parse", "--show-toplevel")
    packed = _git(Path(top.decode().strip()), "archive", "--format=tar", commit) if top else None
    if packed is None:
        raise UsageError(f"{commit}: git could not give the files of this commit.")
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        for member in archive.getmembers():
            if member.isfile() and not os.path.isabs(member.name) and ".." not in member.name.split("/"):
                archive.extract(member, folder)


def _is_module(said: str) -> bool:
    """Whether this is the name of a module that is there."""
    from importlib.util import find_spec

    try:
        return find_spec(said.partition(":")[0]) is not None
    except (ImportError, ValueError, AttributeError):
        return False
