"""The program as a whole: reads the command line, calls one command, answers for whatever goes wrong."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Callable, Sequence

from expert.commands.context import Context, chosen, variable
from expert.commands.exits import DONE, EXIT_CODES, FAULT, INTERRUPTED, UNUSABLE
from expert.commands.parsing import VERSION, Parser, filled, new_command, spread, with_command
from expert.commands.signals import dying_politely, ending_now
from expert.commands.streams import drop_output, failure, steady_streams, tell
from expert.errors import ExpertError, UsageError, fault, shown

#: The commands, each a module of its name beside this one, and what they do.
COMMANDS = {
    "consult": "the consultation in the terminal (the default)",
    "explain": "one case, explained",
    "batch": "many cases, one result each, in the order of the input",
    "read": "a story in a person's own words, turned into a case",
    "kb": "the knowledge base itself",
    "schema": "the JSON Schema of a case, or its questions as a form for other tools",
    "page": "the consultation as a static page, to be used in a browser without a server behind it",
    "training": "an export of activities, as the training fields of a case",
    "forget": "delete every answer that was kept of this base",
    "completion": "what lets a shell complete these commands and their options",
    "man": "this program's page of the manual",
}

#: How the names of files with cases end.
_OF_CASES = (".yaml", ".yml", ".json", ".jsonl", ".csv")


def main(
    argv: Sequence[str] | None = None, *, program: str, about: str, knowledge: str, version: str = "unversioned"
) -> int:
    """Run one command of a program.

    Args:
        argv: what was typed behind the program's name; None for the process's own arguments, where the process ends
            when this is done: signals that come after that change nothing any more.
        program: the name by which it is called.
        about: what it does, for ``--help``.
        knowledge: its base, ``MODULE:NAME``.
        version: the program's, for ``--version``; the base has its own.

    Returns:
        The exit code. No exception comes out but the exit of the parser (0 or 2) and of a signal (128 and its number).
    """
    typed = list(sys.argv[1:] if argv is None else argv)
    end = ending_now if argv is None else _go_on
    return answering(lambda: _run(typed, program, about, knowledge, version), program, version, "--debug" in typed, end)


def _go_on() -> None:
    """The process has more to do."""


def answering(run: Callable[[], int], program: str, version: str, debug: bool, end: Callable[[], None] = _go_on) -> int:
    """Do something and answer for whatever goes wrong, with a sentence and an exit code; see `main`.

    Args:
        end: is called as soon as the outcome is known.
    """
    steady_streams()
    try:
        try:
            with dying_politely():
                code = run()
                sys.stdout.flush()
            end()
            return code
        except SystemExit:
            end()
            raise
        except Exception as error:
            end()
            return _answered(error, program, version, debug)
    except KeyboardInterrupt:
        end()
        tell("Interrupted.")
        return INTERRUPTED


def _answered(error: Exception, program: str, version: str, debug: bool) -> int:
    """Say what went wrong, if that is anything; the exit code."""
    if isinstance(error, BrokenPipeError):
        drop_output()
        return DONE
    if isinstance(error, OSError):
        drop_output()
        tell(f"{program}: {failure(error)}")
        return UNUSABLE
    if isinstance(error, ExpertError):
        tell(f"{program}: {error}")
        return UNUSABLE
    tell(f"{program}: {_fault(error, program, version)}")
    if debug:
        _show(error)
    return FAULT


def _run(typed: list[str], program: str, about: str, knowledge: str, version: str) -> int:
    """Read what was typed and do it."""
    words = spread(with_command(typed))
    if words[0] not in COMMANDS and words[0].lower().endswith(_OF_CASES):
        file = shown(words[0])
        raise UsageError(
            f"{file} is a file, and a command belongs before it: {program} explain {file} for its result, "
            f"{program} consult --load {file} --follow-up to ask what has changed since."
        )
    if words[0] == VERSION:
        importlib.import_module("expert.commands.version").add(parser := Parser(prog=program, allow_abbrev=False))
        arguments = parser.parse_args(words)
    else:
        arguments = parser_of(program, about, words[0]).parse_args(words)
    base = chosen(program, knowledge, getattr(arguments, "kb", None))
    context = Context(program, base, knowledge, getattr(arguments, "debug", False), version, about)
    code: int = arguments.run(filled(arguments.options, arguments), context)
    return code


def parser_of(program: str, about: str, *called: str) -> argparse.ArgumentParser:
    """The command line. Only the commands that are called are imported and know their arguments."""
    parser = Parser(
        prog=program,
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description=f"{about} Without a command it starts a consultation.",
        epilog=f"Every command takes --kb MODULE[:NAME], to work on another knowledge base; so does the environment\n"
        f"variable {variable(program)}.\n\n{EXIT_CODES}",
    )
    parser.add_argument(VERSION, action="store_true", help="the versions of program and base (--kb), and its digest")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, what in COMMANDS.items():
        own = new_command(commands, name, what)
        if name in called:
            importlib.import_module(f"expert.commands.{name}").add(own)
    return parser


def _fault(error: Exception, program: str, version: str) -> str:
    """A sentence on an exception that nobody foresaw: whose fault it is, what it was, what to do."""
    import platform

    return (
        f"this is a fault of the program, not of what you gave it ({fault(error)}). Please report it with what you "
        f"typed ({program} {version}, Python {platform.python_version()}); --debug shows where it happened."
    )


def _show(error: Exception) -> None:
    """Where in the program it happened."""
    import traceback

    tell("".join(traceback.format_exception(error)).rstrip())
