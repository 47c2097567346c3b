"""``kb show``: one rule, with the cases that fire it or nearly do; or what a code of a result says, and its rules."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from expert.commands.context import Context
from expert.commands.exits import DONE
from expert.commands.parsing import new_command
from expert.commands.picking import known
from expert.commands.streams import console
from expert.errors import UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from expert.knowledge import KnowledgeBase


@dataclass(frozen=True)
class ShowOptions:
    """The name of a rule, or of what a result calls by a code: an alert, a piece of advice, an answer."""

    rule: str


def add(actions: Any) -> None:
    """Add the action."""
    parser = new_command(
        actions, "show", "one rule: its conditions, consequence and warrant; or what a code of a result says"
    )
    parser.add_argument("rule", metavar="RULE", help="a rule, or the id of an alert or of advice as results have it")
    parser.set_defaults(options=ShowOptions, run=run)


def run(options: ShowOptions, context: Context) -> int:
    """Show a rule, and the cases of the base's library that fire it or nearly do; or a remark and its rules."""
    from expert.explaining.rule_text import write_remark, write_rule

    knowledge = context.load()
    claim = options.rule.upper()
    if claim in knowledge.claims:
        listed = f"{context.program} kb list --claim {claim}"
        raise UsageError(f"{claim} is a claim and no rule; the rules that rest on it: {listed}")
    if options.rule in knowledge.remarks:
        write_remark(console(), knowledge, options.rule)
        return DONE
    hint = f" All of them: {context.program} kb list; what the codes of results say: {context.program} kb book"
    known(options.rule, (*knowledge.position, *knowledge.remarks), "rule", hint)
    out = console()
    write_rule(out, knowledge, options.rule)
    folder = context.library()
    if folder is not None:
        _write_cases_of_rule(out, knowledge, options.rule, str(folder))
    return DONE


def _write_cases_of_rule(out: Console, knowledge: KnowledgeBase, name: str, folder: str) -> None:
    """The cases of the library that fire a rule, and those that nearly do."""
    import textwrap

    from expert.cases.case import Case
    from expert.cases.reader import CaseReader
    from expert.examining.library import lines, try_rule

    items = CaseReader(knowledge).read_paths([folder], None)
    cases = [replace(item, source=os.path.basename(item.source)) for item in items if isinstance(item, Case)]
    for title, entries in lines(knowledge, try_rule(knowledge, cases, knowledge.rule(name))):
        out.print(title, style="bold")
        for entry in entries:
            folded = textwrap.fill(entry, max(out.width, 20), initial_indent="- ", subsequent_indent="  ")
            out.print(folded, soft_wrap=True)
