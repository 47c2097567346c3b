"""``kb``: the knowledge base itself, listed, shown, checked, drawn and printed as a book."""

from __future__ import annotations

import argparse
import os
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from expert.commands.context import Context
from expert.commands.exits import DONE
from expert.commands.parsing import add_output, new_command
from expert.commands.picking import known, known_cause
from expert.commands.rendering import DRAWINGS, drawn, rendered
from expert.commands.streams import console, data_output, target, tell
from expert.errors import KnowledgeError, UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from expert.knowledge import KnowledgeBase
    from expert.rules import KnowledgeRule

_FAULTS_FOUND = 1
_MERMAID_EDGES = 500


def add(parser: argparse.ArgumentParser) -> None:
    """Give the parser the actions of this command."""
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    _add_list(actions)
    show = new_command(actions, "show", "one rule: its conditions, its consequence, its warrant")
    show.add_argument("rule", metavar="RULE")
    show.set_defaults(options=ShowOptions, run=run_show)
    check = new_command(actions, "check", "look for faults; say what the base holds")
    check.set_defaults(options=CheckOptions, run=run_check)
    _add_graph(actions)
    book = new_command(actions, "book", "the whole rule book as one document, to be read beside its source")
    book.add_argument("--format", choices=("markdown", "html"), default="markdown", help="markdown is the default")
    add_output(book)
    book.set_defaults(options=BookOptions, run=run_book)


# -- list ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ListOptions:
    """The filters, each None where it is not wanted."""

    claim: str | None
    cause: str | None
    field: str | None


def _add_list(actions: Any) -> None:
    parser = new_command(actions, "list", "the rules, one a line; filters combine")
    parser.add_argument("--claim", metavar="ID", help="only rules that stand on this claim")
    parser.add_argument("--cause", metavar="ID", help="only rules that conclude, advise for or wait for this cause")
    parser.add_argument("--field", metavar="FIELD", help="only rules that test this field")
    parser.set_defaults(options=ListOptions, run=run_list)


def run_list(options: ListOptions, context: Context) -> int:
    """List the rules that pass the filters."""
    from expert.explaining.rule_text import write_rules

    knowledge = context.load()
    options = _checked(options, knowledge)
    rules = [rule for rule in knowledge.rules if _matches(knowledge, rule, options)]
    if rules:
        write_rules(console(), knowledge, rules)
    else:
        tell("No rule matches.")
    return DONE


def _checked(options: ListOptions, knowledge: KnowledgeBase) -> ListOptions:
    """The filters, if they name something."""
    if options.claim is not None:
        known(options.claim, knowledge.claims, "claim")
    if options.cause is not None:
        options = replace(options, cause=known_cause(knowledge, options.cause))
    if options.field is not None:
        known(options.field, knowledge.vocabulary.fields, "field")
    return options


def _matches(knowledge: KnowledgeBase, rule: KnowledgeRule, options: ListOptions) -> bool:
    """Whether a rule passes all the filters."""
    causes = {atom.key for atom in rule.atoms if atom.kind == "conclusion"}
    concluded = getattr(rule, "cause", None)
    if concluded is not None:
        causes.add(concluded.id)
    tested = {atom.key for atom in rule.atoms if atom.kind == "field"}
    tested |= {source for key in tested for source in knowledge.vocabulary.sources(key)}
    return (
        (options.claim is None or options.claim in rule.claims)
        and (options.cause is None or options.cause in causes)
        and (options.field is None or options.field in tested)
    )


# -- show ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ShowOptions:
    """The rule's name."""

    rule: str


def run_show(options: ShowOptions, context: Context) -> int:
    """Show a rule, and the cases of the base's library that fire it or nearly do."""
    from expert.explaining.rule_text import write_rule

    knowledge = context.load()
    claim = options.rule.upper()
    if claim in knowledge.claims:
        listed = f"{context.program} kb list --claim {claim}"
        raise UsageError(f"{claim} is a claim and no rule; the rules that rest on it: {listed}")
    known(options.rule, knowledge.position, "rule", f" All of them: {context.program} kb list")
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


# -- check -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class CheckOptions:
    """Nothing can be asked for."""


def run_check(_: CheckOptions, context: Context) -> int:
    """Look for faults; say what the base holds, and what could be better in it."""
    from expert.checks import check
    from expert.problems import UnknownKnowledge

    try:
        checked = check(context.name())
    except UnknownKnowledge:
        raise
    except KnowledgeError as faults:
        print(faults)
        return _FAULTS_FOUND
    knowledge = checked.knowledge
    kinds = Counter(rule.kind for rule in knowledge.rules)
    cited = {claim for rule in knowledge.rules for claim in rule.claims}
    print(f"{knowledge.title}, from {context.folder()}")
    print(f"rules: {len(knowledge.rules)} ({', '.join(f'{kind} {number}' for kind, number in kinds.items())})")
    print(f"rules that rest on {knowledge.naming.text} alone: {len(checked.main.rules)}")
    print(f"claims: {len(knowledge.claims)} ({len(cited)} in rules, {len(knowledge.mechanisms)} in named mechanisms)")
    print(f"causes: {len(knowledge.causes)}; fields: {len(knowledge.vocabulary.asked)}; red flags: "
          f"{len(knowledge.red_flags)}")  # fmt: skip
    for line in checked.told():
        print(line)
    return _FAULTS_FOUND if checked.faulty else DONE


# -- graph and book --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class GraphOptions:
    """What was asked for; see `_add_graph`."""

    cause: str | None
    format: str
    output: str | None


def _add_graph(actions: Any) -> None:
    parser = new_command(actions, "graph", "a drawing of the rules: questions, findings, causes, advice, alerts")
    parser.add_argument("--cause", metavar="ID", help="only what bears on this cause and what follows from it")
    parser.add_argument("--format", choices=(*DRAWINGS, "text"), default="mermaid", help="mermaid is the default")
    add_output(parser)
    parser.set_defaults(options=GraphOptions, run=run_graph)


def run_graph(options: GraphOptions, context: Context) -> int:
    """Draw the base, or what bears on one cause."""
    from expert.publishing.graph import base_graph

    knowledge = context.load()
    cause = knowledge.cause(known_cause(knowledge, options.cause)) if options.cause is not None else None
    graph = base_graph(knowledge, cause)
    if options.format == "mermaid" and len(graph.edges) > _MERMAID_EDGES:
        tell(f"{len(graph.edges)} arrows: Mermaid draws {_MERMAID_EDGES} unless its maxEdges is raised; "
             "--cause draws one cause, --format svg or dot all.")  # fmt: skip
    with target(options.output):
        data_output().write(drawn(graph, options.format))
    return DONE


@dataclass(frozen=True)
class BookOptions:
    """What was asked for; see `add`."""

    format: str
    output: str | None


def run_book(options: BookOptions, context: Context) -> int:
    """Write the rule book."""
    from expert.publishing.rule_book import book_document

    with target(options.output):
        data_output().write(rendered(book_document(context.load()), options.format))
    return DONE
