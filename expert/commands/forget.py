"""``forget``: deletes every answer that was kept for going on later."""

from __future__ import annotations

import argparse
from dataclasses import dataclass

from expert.commands.context import Context
from expert.commands.exits import DONE
from expert.commands.streams import say, tell


@dataclass(frozen=True)
class Options:
    """Nothing can be asked for."""


def add(parser: argparse.ArgumentParser) -> None:
    """Give the parser the arguments of this command."""
    parser.set_defaults(options=Options, run=run)


def run(_: Options, context: Context) -> int:
    """Delete what was kept of this base; it need not even load."""
    from expert.asking.keeping import forget_all

    deleted, busy = forget_all(context.state)
    say(f"deleted: {path}" for path in deleted)
    for path in busy:
        tell(f"{path} is of a consultation that is open just now; it is deleted when that comes to its end.")
    if not deleted and not busy:
        say(["Nothing was kept."])
    return DONE
