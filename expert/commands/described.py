"""The command line as data: each command with its arguments, as manual, completion and documentation need it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Argument:
    """One argument of a command.

    Attributes:
        names: as it is typed (``-o``, ``--output``); of one that has no name what stands in its place.
        value: what stands behind it, with ``...`` where that can be several; empty for a switch.
        help: what it does.
        needed: whether it must be there.
    """

    names: tuple[str, ...]
    value: str
    help: str
    needed: bool


@dataclass(frozen=True)
class Command:
    """One command, or one action of a command.

    Attributes:
        name: as it is typed behind the program (``kb list``). what: a line on what it does.
        arguments: its own; those of every command are not among them.
    """

    name: str
    what: str
    arguments: tuple[Argument, ...]


def commands_of(parser: argparse.ArgumentParser) -> list[Command]:
    """The commands of a program, in the order in which help names them; one that has actions gives way to these."""
    return list(_commands(parser, ()))


def _commands(parser: argparse.ArgumentParser, before: tuple[str, ...]) -> Iterator[Command]:
    inner = next((one for one in parser._actions if isinstance(one, argparse._SubParsersAction)), None)
    if inner is None:
        yield Command(" ".join(before), parser.description or "", tuple(_arguments(parser)))
        return
    for name, below in inner.choices.items():
        yield from _commands(below, (*before, name))


def _arguments(parser: argparse.ArgumentParser) -> Iterator[Argument]:
    for action in own_actions(parser):
        names = tuple(action.option_strings) or (_value(action),)
        yield Argument(names, _value(action) if action.option_strings else "", _help(action, parser), action.required)


def own_actions(parser: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """The arguments of a parser that not every command has."""
    for action in parser._actions:
        everywhere = isinstance(action, argparse._HelpAction) or not {"--kb", "--debug"}.isdisjoint(
            action.option_strings
        )
        if not everywhere and action.help != argparse.SUPPRESS:
            yield action


def _value(action: argparse.Action) -> str:
    """What stands for the argument's value."""
    if action.nargs == 0:
        return ""
    named = "/".join(map(str, action.choices)) if action.choices else action.metavar or action.dest.upper()
    return f"{named} ..." if action.nargs in ("+", "*") else str(named)


def _help(action: argparse.Action, parser: argparse.ArgumentParser) -> str:
    return " ".join((action.help or "").replace("%%", "%").split())
