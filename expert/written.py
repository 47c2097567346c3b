"""Where a piece of knowledge is written, as a message shows it: ``plants/thirst.py:41``."""

from __future__ import annotations

import inspect
import linecache
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from types import FrameType


@dataclass(frozen=True)
class Written:
    """A line of a module.

    Attributes:
        module: the module's full name (``plants.thirst``).
        file: its file, wherever it lies; line: counted from 1.
    """

    module: str
    file: str
    line: int

    def __str__(self) -> str:
        """The file from its package's folder on, and the line."""
        parts = self.file.replace(os.sep, "/").split("/")
        depth = self.module.count(".") + 1 + (parts[-1] == "__init__.py")
        return f"{'/'.join(parts[-depth:])}:{self.line}"


def package_of(module: str) -> str:
    """The outermost package of a module, or the module itself: ``plants`` for ``plants.thirst``."""
    return module.partition(".")[0]


def written_by_caller_of(module: str) -> Written:
    """The place that called into `module`: the class body or module that did, directly or by helpers of its package.

    A helper that writes many rules is one line for all of them; the line that calls it tells them apart.
    """
    first = next(frame for frame in _outwards(sys._getframe(1)) if _module(frame) != module)
    for frame in _outwards(first):
        if package_of(_module(frame)) != package_of(_module(first)):
            break
        if not frame.f_code.co_flags & inspect.CO_OPTIMIZED:  # no function
            return of_frame(frame)
    return of_frame(first)


def of_frame(frame: FrameType, line: int | None = None) -> Written:
    """The line that a frame is at, or another line of its file."""
    return Written(_module(frame), frame.f_code.co_filename, line or frame.f_lineno)


def definition(name: str, module: str, file: str | None) -> Written | None:
    """Where a module defines a name at its outermost level itself; None where it only imports it."""
    begins = re.compile(rf"(?:class |def )?{re.escape(name)}\b\s*(?:[:=(]|$)")
    lines = linecache.getlines(file or "")
    line = next((number for number, text in enumerate(lines, 1) if begins.match(text)), None)
    return None if line is None else Written(module, file or "", line)


def _outwards(frame: FrameType | None) -> Iterator[FrameType]:
    while frame is not None:
        yield frame
        frame = frame.f_back


def _module(frame: FrameType) -> str:
    return str(frame.f_globals.get("__name__", ""))
