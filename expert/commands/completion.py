"""``completion``: what lets a shell complete the commands of this program."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from expert.commands.context import Context
from expert.commands.exits import DONE
from expert.commands.streams import data_output

SHELLS = ("bash", "zsh", "fish", "tcsh")
#: Whose value is a file, or a folder, by what stands for it in the help.
_FILES = frozenset({"CASE", "FILE", "PATH", "CASES", "STORY", "OLD", "NEW", "OLD.jsonl"})
_FOLDERS = frozenset({"FOLDER"})


@dataclass(frozen=True)
class Options:
    """What was asked for; see `add`."""

    shell: str


def add(parser: argparse.ArgumentParser) -> None:
    """Give the parser the arguments of this command."""
    parser.add_argument(
        "shell", choices=SHELLS, help="the shell that is to complete; it says in its first lines where to put it"
    )
    parser.set_defaults(options=Options, run=run)


def run(options: Options, context: Context) -> int:
    """Write the completion of all commands, which needs no base."""
    import shtab

    from expert.commands.app import COMMANDS, parser_of

    parser = parser_of(context.program, context.about, *COMMANDS)
    for action in _everything(parser):
        if (kind := _kind(action)) is not None:
            action.complete = getattr(shtab, kind)  # type: ignore[attr-defined]
    data_output().write(shtab.complete(parser, options.shell) + "\n")
    return DONE


def _everything(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """The arguments of a parser and of all parsers below it."""
    for action in parser._actions:
        yield action
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                yield from _everything(below)


def _kind(action: argparse.Action) -> str | None:
    """Which names of shtab's stand for what completes the value."""
    named: Any = action.metavar
    return "FILE" if named in _FILES else "DIRECTORY" if named in _FOLDERS else None
