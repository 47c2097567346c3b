"""One case of a file, and words that must be names of something: found, or refused with the nearest that there is."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from expert.errors import UsageError, nearest

if TYPE_CHECKING:
    from expert.cases.case import Case, Item, Unreadable
    from expert.cases.reader import CaseReader
    from expert.knowledge import KnowledgeBase

_MOST_LISTED = 20


def one_case(reader: CaseReader, path: str) -> Case | Unreadable:
    """The only case of a file, or with ``FILE#N`` the Nth.

    Raises:
        UsageError: there are several and none is picked, or there is no Nth; says why, where the file is broken.
    """
    from expert.cases.case import Unreadable

    file, number = picked(path)
    items = list(reader.read_paths([file], sys.stdin))
    if number is None and len(items) == 1:
        return items[0]
    for item in items:
        if number is not None and item.source == f"{file}#{number}":
            return item
    if number is None:
        problem = f"{path} holds {len(items)} cases, and this command takes one."
    else:
        problem = f"{file} has no case {number}; it holds {len(items)}."
        broken = [item for item in items if isinstance(item, Unreadable)]
        if broken and broken[-1] is items[-1]:  # what stands behind it may not have been found
            raise UsageError(f"{file}: case {number} was not found. What was read of the file ends with this: "
                             f"{unread(broken[-1])}")  # fmt: skip
    dashes = "-- " if file == "-" else ""  # else -#1 would be taken for an option
    raise UsageError(f"{problem} Pick one by its name, such as {dashes}{items[0].source}\n{_listing(items)}")


def picked(path: str) -> tuple[str, int | None]:
    """A path and, where it ends in ``#N`` and is no file of that very name, the number."""
    found = re.fullmatch(r"(.+)#([0-9]{1,9})", path, re.DOTALL)
    if found is None or os.path.exists(path):
        return path, None
    return found[1], int(found[2])


def readable(item: Item) -> Case:
    """The item, if it is a case.

    Raises:
        UsageError: it could not be read; says why.
    """
    from expert.cases.case import Unreadable

    if isinstance(item, Unreadable):
        raise UsageError(unread(item))
    return item


def unread(item: Unreadable) -> str:
    """What is wrong with a case, and where."""
    line = f", line {item.error.line}" if item.error.line else ""
    return f"{item.source}{line}: {item.error.message}"


def known(word: str, allowed: Iterable[str], what: str, hint: str = "") -> str:
    """The word, if it is one of these.

    Raises:
        UsageError: it is none; names the nearest.
    """
    names = {name.lower(): name for name in allowed}
    if names.get(word.lower()) == word:
        return word
    near = nearest(word, names)
    guess = f", did you mean {names[near]}?" if near else "."
    raise UsageError(f"{word}: no such {what}{guess}{hint}")


def known_cause(knowledge: KnowledgeBase, name: str) -> str:
    """The cause's id, checked; capitals and spaces are forgiven."""
    ids = [cause.id for cause in knowledge.causes]
    return known(name.strip().lower().replace(" ", "_"), ids, "cause", f" Causes: {', '.join(ids)}.")


def _listing(items: Sequence[Item]) -> str:
    """The cases of a file, one a line, as far as they can be looked through."""
    lines = [f"  {item.source}  {item.id}" for item in items[:_MOST_LISTED]]
    more = len(items) - len(lines)
    return "\n".join([*lines, f"  ... and {more} more"] if more else lines)
