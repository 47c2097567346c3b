"""The cases that a base is held against: those of its library, or others."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from expert.commands.context import Context
from expert.commands.parsing import add_reading
from expert.commands.picking import unread
from expert.commands.streams import tell
from expert.errors import UsageError

if TYPE_CHECKING:
    from expert.cases.case import Case
    from expert.cases.forms.reading import Reading
    from expert.fields import Answers
    from expert.knowledge import KnowledgeBase


def add_cases(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that name other cases than those of the library, and say how to read them."""
    parser.add_argument(
        "paths", metavar="CASES", nargs="*", help="files or folders; the base's own cases if none is named"
    )
    add_reading(parser)


def cases_at(knowledge: KnowledgeBase, paths: Sequence[str], reading: Reading | None = None) -> tuple[list[Case], int]:
    """The cases in these files and folders, and how many could not be read, each of which is told.

    Raises:
        UsageError: there is no case.
    """
    import sys

    from expert.cases.case import Case
    from expert.cases.reader import CaseReader

    found, unreadable = [], 0
    for item in CaseReader(knowledge, reading).read_paths(list(paths), sys.stdin):
        if isinstance(item, Case):
            found.append(replace(item, source=os.path.basename(item.source)))
        else:
            unreadable += 1
            tell(unread(item))
    if not found:
        raise UsageError(f"{', '.join(paths)}: no case could be read there.")
    return found, unreadable


def library_cases(
    context: Context, paths: Sequence[str] = (), reading: Reading | None = None
) -> tuple[list[Case], int]:
    """The cases of these paths, or where none is named those of the base's library; see `cases_at`.

    Raises:
        UsageError: there is no case, or nothing is named and the base has no library.
    """
    folder = context.library()
    if not paths and folder is None:
        raise UsageError("This base has no folder of cases beside it. Name files or folders of cases.")
    return cases_at(context.load(), list(paths) or [str(folder)], reading)


def library_of(context: Context) -> list[Answers] | None:
    """The answers of the cases of the base's library; None where it has none."""
    if context.library() is None:
        return None
    return [case.answers for case in library_cases(context)[0]]
