"""``consult``: the consultation in the terminal."""

from __future__ import annotations

import argparse
import os
import time
from dataclasses import dataclass

from expert.commands.context import Context
from expert.commands.parsing import ReadsCases, add_article_only, add_reading
from expert.errors import UsageError

#: A file that is older was hardly written when its answers were given.
_MOST_DAYS = 365


@dataclass(frozen=True)
class Options(ReadsCases):
    """What was asked for; see `add`."""

    load: str | None
    save: str | None
    no_save: bool
    follow_up: bool
    article_only: bool
    plain: bool


def add(parser: argparse.ArgumentParser) -> None:
    """Give the parser the arguments of this command."""
    add_article_only(parser)
    parser.add_argument("--load", metavar="CASE", help="begin with the answers of this case")
    parser.add_argument("--save", metavar="FILE", help="save the answers as a case")
    parser.add_argument(
        "--no-save",
        action="store_true",
        help="keep nothing, neither unfinished nor for a follow-up",
    )
    parser.add_argument("--follow-up", action="store_true", help="with --load: ask what has changed since")
    parser.add_argument("--plain", action="store_true", help="no colours, no moving cursor: one line after another")
    add_reading(parser)
    parser.set_defaults(options=Options, run=run)


def run(options: Options, context: Context) -> int:
    """Hold the consultation; give its exit code."""
    from expert.asking import faces

    if options.follow_up and options.load is None:
        raise UsageError(f"--follow-up needs an old case: {context.program} consult --load CASE --follow-up")
    if options.of_files and options.load is None:
        raise UsageError(f"{options.of_files[0]} says how the case of --load is to be read, and none is loaded.")
    knowledge = context.load()
    load, alone, since = None, False, None
    if options.load is not None:
        from expert.cases.reader import CaseReader  # late: the first question waits for no reader of files
        from expert.commands.picking import one_case, picked, readable
        from expert.commands.streams import tell

        load = readable(one_case(CaseReader(knowledge, options.reading(tell)), options.load))
        alone = picked(options.load)[1] is None
        since = _weeks_old(picked(options.load)[0])
    return faces.run(
        knowledge,
        load,
        options.save,
        options.article_only,
        not options.no_save,
        options.follow_up,
        state=context.state,
        alone=alone,
        plain=options.plain,
        since=since,
        program=context.program,
    )


def _weeks_old(path: str) -> float | None:
    """How many weeks ago a file was written; None where that is less than a day, or it is no file."""
    try:
        days = (time.time() - os.stat(path).st_mtime) / 86_400
    except OSError:
        return None
    return days / 7 if 1 <= days < _MOST_DAYS else None
