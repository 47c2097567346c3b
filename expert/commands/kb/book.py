"""``kb book``: the whole rule book as one document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from expert.commands.context import Context
from expert.commands.exits import DONE
from expert.commands.parsing import add_output, new_command
from expert.commands.rendering import rendered
from expert.commands.streams import data_output, target


@dataclass(frozen=True)
class BookOptions:
    """What was asked for; see `add`."""

    format: str
    output: str | None


def add(actions: Any) -> None:
    """Add the action."""
    parser = new_command(actions, "book", "the whole rule book as one document, to be read beside its source")
    parser.add_argument("--format", choices=("markdown", "html"), default="markdown", help="markdown is the default")
    add_output(parser)
    parser.set_defaults(options=BookOptions, run=run)


def run(options: BookOptions, context: Context) -> int:
    """Write the rule book; where the base has a library, with the cases of each rule."""
    from expert.commands.kb.cases import library_cases
    from expert.examining.coverage import coverage
    from expert.publishing.rule_book import book_document

    knowledge = context.load()
    with target(options.output):  # a file that cannot be written is told before the work, not after it
        seen = coverage(knowledge, library_cases(context)[0]) if context.library() is not None else None
        data_output().write(rendered(book_document(knowledge, seen), options.format))
    return DONE
