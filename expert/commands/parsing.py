"""Parsers of the command line, and the arguments that commands share."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from expert.characters import harmless_lines

if TYPE_CHECKING:
    from expert.cases.forms.reading import Reading

#: Arguments of every command, which may stand before it too, and how many words each is.
COMMON = {"--kb": 2, "--debug": 1, "--article-only": 1}

#: Tells versions, and is no option of a command.
VERSION = "--version"


class Parser(argparse.ArgumentParser):
    """A parser whose complaints show what was typed without obeying it."""

    def _print_message(self, message: str, file: Any = None) -> None:
        super()._print_message(harmless_lines(message), file)


def new_command(commands: Any, name: str, what: str) -> argparse.ArgumentParser:
    """A parser for one command, or for one action of a command."""
    parser: argparse.ArgumentParser = commands.add_parser(name, help=what, description=what, allow_abbrev=False)
    add_common(parser)
    return parser


def add_common(parser: argparse.ArgumentParser) -> None:
    """The arguments of every command."""
    # An action's parser must not put its default over what its command's parser has read.
    parser.add_argument(
        "--kb", metavar="MODULE[:NAME]", default=argparse.SUPPRESS,
        help="work on this knowledge base; it may stand in the current folder",
    )  # fmt: skip
    parser.add_argument(
        "--debug", action="store_true", default=argparse.SUPPRESS,
        help="show where in the program it happened, should it fail",
    )  # fmt: skip


def add_matcher(parser: argparse.ArgumentParser) -> None:
    """Give a command that reasons the choice of what finds the rules that can fire."""
    parser.add_argument(
        "--matcher", choices=("index", "rete"), default="index",
        help="what finds the rules that can fire: this program's index (if left out), or experta's own Rete, which "
        "gives the same results some two hundred times slower",
    )  # fmt: skip


def add_article_only(parser: argparse.ArgumentParser) -> None:
    """The argument of every command that reasons."""
    parser.add_argument(
        "--article-only",
        action="store_true",
        help="only rules that rest on numbered claims, on no other source; no red flags are looked for",
    )


def add_output(parser: argparse.ArgumentParser, what: str = "it") -> None:
    """The argument of every command whose result can go to a file."""
    parser.add_argument("-o", "--output", metavar="FILE", help=f"write {what} there, whole or not at all")


def add_encoding(parser: argparse.ArgumentParser) -> None:
    """The argument of every command that reads files of other programs."""
    parser.add_argument(
        "--encoding", metavar="NAME", type=_encoding,
        help="of text that is neither UTF-8 nor marked as UTF-16, such as cp1252, as a western Excel writes CSV",
    )  # fmt: skip


@dataclass(frozen=True)
class ReadsCases:
    """Options of every command that reads cases: a file says the same to all of them. See `add_reading`."""

    units: str
    encoding: str | None
    ignore_columns: bool

    def reading(self, tell: Callable[[str], None] | None = None) -> Reading:
        """How files are to be read.

        Args:
            tell: takes a sentence on what of a file was left out; without it nobody does.
        """
        from expert.cases.forms.reading import Reading

        asked = Reading(self.encoding or "", self.units, self.ignore_columns)
        return asked if tell is None else replace(asked, tell=tell)

    @property
    def of_files(self) -> list[str]:
        """Those of these options that were given, as they are typed."""
        names = [field.name for field in fields(ReadsCases) if getattr(self, field.name)]
        return [f"--{name.replace('_', '-')}" for name in names]


def add_reading(parser: argparse.ArgumentParser) -> None:
    """The arguments of every command that reads cases; its options are `ReadsCases`."""
    from expert.lengths import UNITS

    parser.add_argument("--units", choices=tuple(UNITS), default="", help="the unit of distances that have none")
    add_encoding(parser)
    parser.add_argument(
        "--ignore-columns", action="store_true",
        help="leave out columns and items that no case has, and say which, instead of refusing the file",
    )  # fmt: skip


def _encoding(text: str) -> str:
    """The name of an encoding of text."""
    try:
        if "".encode(text) is not None and "a".encode(text).decode(text) == "a":
            return text
    except (LookupError, UnicodeError, ValueError):
        pass
    raise argparse.ArgumentTypeError(f"{text} found where the name of an encoding belongs, such as cp1252 or latin-1")


def positive(text: str) -> int:
    """A whole number from 1."""
    number = int(text) if re.fullmatch("[0-9]{1,6}", text) else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} found where a whole number from 1 belongs")
    return number


def filled(kind: Any, arguments: argparse.Namespace) -> Any:
    """A command's options from what was typed: each field from the argument of its name."""
    return kind(**{field.name: getattr(arguments, field.name) for field in fields(kind)})


def spread(words: list[str]) -> list[str]:
    """The words with ``--what-if A=1 B=2`` as ``--what-if A=1 --what-if B=2``.

    Both are taken, and yet a case that stands behind a change is not taken for another change.
    """
    done: list[str] = []
    for word in words:
        if len(done) > 1 and done[-2] == "--what-if" and re.match(r"\w+\.\w+=", word):
            done.append("--what-if")
        done.append(word)
    return done


def with_command(arguments: list[str]) -> list[str]:
    """The arguments with the default command where none is given; common ones before the command behind it."""
    rest = list(arguments)
    leading: list[str] = []
    while rest and (size := 1 if rest[0].startswith("--kb=") else COMMON.get(rest[0], 0)):
        leading += rest[:size]
        del rest[:size]
    if not rest or (rest[0].startswith("-") and rest[0] not in ("-h", "--help", VERSION)):
        rest.insert(0, "consult")
    return [rest[0], *leading, *rest[1:]]
