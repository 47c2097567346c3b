"""``man``: the program's page of the manual, made of what its commands take.

It is written here and not by a library, since those that turn a parser into a page print the parser's own help, which
another Python lays out otherwise; a page that is kept in the repository must not change with it.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass

from expert.commands.context import Context, variable
from expert.commands.described import Argument, Command
from expert.commands.exits import DONE, EXIT_CODES
from expert.commands.parsing import add_output
from expert.commands.streams import data_output, target


@dataclass(frozen=True)
class Options:
    """What was asked for; see `add`."""

    output: str | None


def add(parser: argparse.ArgumentParser) -> None:
    """Give the parser the arguments of this command."""
    add_output(parser)
    parser.set_defaults(options=Options, run=run)


def run(options: Options, context: Context) -> int:
    """Write the page, which needs no base."""
    from expert.commands.app import COMMANDS, parser_of
    from expert.commands.described import commands_of

    commands = commands_of(parser_of(context.program, context.about, *COMMANDS))
    with target(options.output):
        data_output().write("\n".join(_page(context, commands)) + "\n")
    return DONE


def _page(context: Context, commands: list[Command]) -> Iterator[str]:
    """The lines of the page, in the language of man(7)."""
    name, about = context.program, " ".join(context.about.split())
    yield f'.TH {_text(name.upper())} 1 "" "{_text(f"{name} {context.version}")}" "User Commands"'
    yield from (".SH NAME", f"{_text(name)} \\- {_text(about.partition('.')[0].lower())}")
    yield from (".SH SYNOPSIS", f".B {_text(name)}", "[\\fICOMMAND\\fR] [\\fIARGUMENT\\fR ...]")
    yield from (".SH DESCRIPTION", f"{_text(about)} Without a command it starts a consultation.", ".SH COMMANDS")
    for command in commands:
        yield from _command(name, command)
    yield from (".SH BEFORE OR BEHIND ANY COMMAND", ".TP", "\\fB\\-\\-kb\\fR \\fIMODULE[:NAME]\\fR")
    yield "Work on this knowledge base; it may stand in the current folder."
    yield from (".TP", "\\fB\\-\\-debug\\fR", "Show where in the program it happened, should it fail.")
    yield from (".TP", "\\fB\\-\\-version\\fR", "Tell the versions of program and base, and the digest of the base.")
    yield from (
        ".SH ENVIRONMENT",
        ".TP",
        f".B {_text(variable(name))}",
        "The knowledge base where \\-\\-kb names none.",
    )
    yield from (".SH EXIT STATUS", _text(" ".join(EXIT_CODES.partition(": ")[2].split())))


def _command(program: str, command: Command) -> Iterator[str]:
    """One command with its arguments."""
    needed = [
        one.value or one.names[-1] for one in command.arguments if one.needed and not one.names[0].startswith("-")
    ]
    yield f".SS {_text(' '.join([program, command.name, *needed]))}"
    yield _sentence(command.what)
    for one in command.arguments:
        yield from (".TP", _typed(one), _sentence(one.help))


def _typed(argument: Argument) -> str:
    """An argument as it is typed."""
    if not argument.names[0].startswith("-"):
        return f"\\fI{_text(argument.names[0])}\\fR"
    names = ", ".join(f"\\fB{_text(name)}\\fR" for name in argument.names)
    return f"{names} \\fI{_text(argument.value)}\\fR" if argument.value else names


def _sentence(text: str) -> str:
    return _text(f"{text[:1].upper()}{text[1:]}." if text else "")


def _text(text: str) -> str:
    """Text of which nothing is taken for a command."""
    safe = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{safe}" if safe[:1] in (".", "'") else safe
