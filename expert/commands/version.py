"""``--version``: the program's version, its base's own, and the digest by which two bases are told apart."""

from __future__ import annotations

import argparse
import platform
from dataclasses import dataclass

from expert.commands.context import Context
from expert.commands.exits import DONE
from expert.commands.parsing import VERSION, add_common

#: How many digits of the digest are told: as many as tell any two bases apart that somebody will ever meet.
_DIGITS = 12


@dataclass(frozen=True)
class Options:
    """There is nothing to choose."""


def add(parser: argparse.ArgumentParser) -> None:
    """Give the parser what can stand beside it."""
    parser.add_argument(VERSION, action="store_true")
    add_common(parser)
    parser.set_defaults(options=Options, run=run)


def run(options: Options, context: Context) -> int:
    """Tell the versions; the program's first, since a base with a fault has none to tell."""
    print(f"{context.program} {context.version} (Python {platform.python_version()})", flush=True)
    from expert.digest import digest

    knowledge = context.load()
    version = f"version {knowledge.version}" if knowledge.version else "no version"
    print(f"base {context.base}: {version}, digest {digest(knowledge)[:_DIGITS]}")
    return DONE
