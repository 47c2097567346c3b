"""``batch --watch``: again whenever a file of the input or of the base is saved.

Each round is a process of its own, so that the base is read anew, whatever it imports; where it cannot be read for now,
the round says why, and the next save begins another. What is looked at are times and lengths of files, twice a second:
that works on every file system, and needs nothing that is installed besides.
"""

from __future__ import annotations

import contextlib
import importlib.util
import os
import sys
import time
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NoReturn

from expert.commands.streams import tell

if TYPE_CHECKING:
    from expert.commands.batch import Options
    from expert.commands.context import Context

_SECONDS_BETWEEN = 0.5
_CLEAN = "\x1b[2J\x1b[3J\x1b[H"

#: When a file was saved, and how long it is.
_Saved = Mapping[str, tuple[int, int]]


def watch(options: Options, context: Context) -> NoReturn:
    """Run, wait until something is saved, and run again; only an interrupt ends it."""
    why = ""
    while True:
        before = _saved(options, context)
        _clean()
        if why:
            tell(why)
        _round(options, context)
        tell(f"Watching {len(before):,} files; Ctrl-C ends it.")
        why = _wait(options, context, before)


def _clean() -> None:
    """Clear the screen, if there is one."""
    for stream in (sys.stdout, sys.stderr):
        if stream.isatty():
            stream.write(_CLEAN)
            stream.flush()
            return


def _round(options: Options, context: Context) -> None:
    """Once, in a process of its own; it does not outlive this one's wish."""
    import multiprocessing  # late: only here

    process = multiprocessing.get_context("spawn").Process(target=_work, args=(options, context))
    process.start()
    try:
        process.join()
    finally:
        if process.is_alive():
            process.terminate()
            process.join()


def _work(options: Options, context: Context) -> None:
    """What a round does."""
    from expert.commands.app import answering
    from expert.commands.batch import run_once

    sys.exit(answering(lambda: run_once(options, context), context.program, context.version, context.debug))


def _wait(options: Options, context: Context, before: _Saved) -> str:
    """Until something is saved, and nothing has been for a moment; which file it was."""
    while True:
        time.sleep(_SECONDS_BETWEEN)
        now = _saved(options, context)
        if now == before:
            continue
        changed = min(path for path in {**before, **now} if before.get(path) != now.get(path))
        before, now = now, {}
        while now != before:
            time.sleep(_SECONDS_BETWEEN)
            before, now = now or before, _saved(options, context)
        return f"{os.path.relpath(changed)} was saved."


def _saved(options: Options, context: Context) -> _Saved:
    """The files of input and base, as they stand now; what is written by a run itself is none of them."""
    own = {os.path.realpath(options.output)} if options.output else set()
    found = {}
    for path in (*_inputs(options), *_modules(context)):
        with contextlib.suppress(OSError, ValueError):
            state = os.stat(path)
            if os.path.realpath(path) not in own:
                found[os.path.realpath(path)] = state.st_mtime_ns, state.st_size
    return found


def _inputs(options: Options) -> Iterator[str]:
    from expert.cases.files import sources

    yield from (source.path for source in sources(options.paths, None))
    if options.baseline is not None:
        yield options.baseline


def _modules(context: Context) -> Iterator[str]:
    """The files of the base: all of its package, or where it is a single module the modules beside it."""
    importlib.invalidate_caches()
    with contextlib.suppress(ImportError, ValueError):
        spec = importlib.util.find_spec(context.base.partition(":")[0].partition(".")[0])
        if spec is not None and spec.submodule_search_locations is not None:
            for folder in spec.submodule_search_locations:
                yield from _below(folder)
        elif spec is not None and spec.origin is not None:
            folder = os.path.dirname(spec.origin)
            yield from (os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".py"))


def _below(folder: str) -> Iterator[str]:
    """The files of a folder and of those below it, but what Python and editors keep there."""
    for path, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", "__pycache__"))]
        yield from (os.path.join(path, name) for name in names if not name.startswith(".") and not name.endswith("~"))
