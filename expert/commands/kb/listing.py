"""``kb list``: the rules, one a line."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from expert.commands.context import Context
from expert.commands.exits import DONE
from expert.commands.parsing import new_command
from expert.commands.picking import known, known_cause
from expert.commands.streams import console, tell

if TYPE_CHECKING:
    from expert.knowledge import KnowledgeBase
    from expert.rules import KnowledgeRule


@dataclass(frozen=True)
class ListOptions:
    """The filters, each None where it is not wanted."""

    claim: str | None
    cause: str | None
    field: str | None


def add(actions: Any) -> None:
    """Add the action."""
    parser = new_command(actions, "list", "the rules, one a line; filters combine")
    parser.add_argument("--claim", metavar="ID", help="only rules that stand on this claim")
    parser.add_argument("--cause", metavar="ID", help="only rules that conclude, advise for or wait for this cause")
    parser.add_argument("--field", metavar="FIELD", help="only rules that test this field")
    parser.set_defaults(options=ListOptions, run=run)


def run(options: ListOptions, context: Context) -> int:
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
