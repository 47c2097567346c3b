"""The pages that are made and not written, so that they cannot fall behind: fields, commands, rule book."""

from __future__ import annotations

import contextlib
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cli
from expert.authoring import Many, Number
from expert.commands.app import COMMANDS, parser_of
from expert.commands.described import Command, commands_of
from kb.book import KNOWLEDGE

ROOT = Path(__file__).resolve().parent.parent


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Called by mkdocs with each page: puts in what is written elsewhere, in place of the link that a clone has."""
    markdown = re.sub(r"^\[README: (.*)\]\(.*\)$", lambda found: readme_section(found[1]), markdown, flags=re.MULTILINE)
    return re.sub(r"^\[FILE: (.*)\]\(.*\)$", lambda found: (ROOT / found[1]).read_text(encoding="utf-8"), markdown,
                  flags=re.MULTILINE)  # fmt: skip


def readme_section(title: str) -> str:
    """A section of the README without its heading, those within it a level higher.

    Raises:
        LookupError: it has no such section.
    """
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(rf"^(##+) {re.escape(title)}\n(.*?)(?=^##|\Z)", readme, re.MULTILINE | re.DOTALL)
    if found is None:
        raise LookupError(f"README.md has no section {title!r}")
    return found[2].strip() + "\n"


def on_files(files: Any, config: Any) -> Any:
    """Called by mkdocs when it has found the written pages: adds the made ones."""
    from mkdocs.structure.files import File

    made = {"fields.md": fields_page(), "commands.md": commands_page(), "book.html": book_page()}
    for name, text in made.items():
        files.append(File.generated(config, name, content=text))
    return files


def _cell(text: object) -> str:
    return str(text).replace("|", "\\|").replace("\n", " ")


def fields_page() -> str:
    """Every field of a case, as the vocabulary has it."""
    return "\n".join(_fields()) + "\n"


def _fields() -> Iterator[str]:
    yield from ("# The fields of a case", "")
    yield f"{len(KNOWLEDGE.vocabulary.asked)} fields; every one may be left out. `footwise schema` has the same as a"
    yield "JSON Schema, and `footwise schema --format csv`, `redcap`, `xlsform` or `fhir` as a form to fill in."
    group = ""
    for key, field in KNOWLEDGE.vocabulary.asked.items():
        before, group = group, key.partition(".")[0]
        if group != before:
            yield from ("", f"## {group}", "", "| field | takes | asked as |", "|---|---|---|")
        yield f"| `{key}` | {_cell(_takes(field))} | {_cell(field.question)} |"


def _takes(field: Any) -> str:
    """What a field takes, in few words."""
    values = getattr(field, "values", None)
    if values:
        listed = ", ".join(f"`{value}`" for value in values)
        return f"several of {listed}" if isinstance(field, Many) else listed
    if isinstance(field, Number):
        return f"a number, {field.unit}" if field.unit else "a number"
    return "a distance: `5 mi`, `8 km`" if type(field).__name__ == "Distance" else "`yes`, `no`"


def commands_page() -> str:
    """Every command with its arguments, as the parser has them."""
    commands = commands_of(parser_of("footwise", cli.ABOUT, *COMMANDS))
    return "\n".join(line for command in commands for line in _command(command)) + "\n"


def _command(command: Command) -> Iterator[str]:
    if command.name == "consult":
        yield from ("# Commands", "", "Each takes `--kb MODULE[:NAME]` and `--debug` too, before or behind it.", "")
    yield from (f"## footwise {command.name}", "", f"{command.what[:1].upper()}{command.what[1:]}.", "")
    if command.arguments:
        yield from ("| argument | does |", "|---|---|")
        for one in command.arguments:
            typed = ", ".join(f"`{name}{f' {one.value}' if one.value else ''}`" for name in one.names)
            yield f"| {_cell(typed)} | {_cell(one.help).replace('<', '&lt;')} |"
        yield ""


def book_page() -> str:
    """The rule book, which brings its own search and looks."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        code = cli.main(["kb", "book", "--format", "html"])
    if code != 0:
        raise SystemExit(f"`kb book` ended with {code}, so the site has no rule book")
    return out.getvalue()
