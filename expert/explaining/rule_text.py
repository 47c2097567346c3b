"""The rules themselves on a page: one in full as English, or many in a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

from expert.conditions import Atom
from expert.explaining.page import Node, Page, node, words
from expert.explaining.terminal import encodable
from expert.knowledge import KnowledgeBase
from expert.rules import KnowledgeRule
from expert.wording import english


def write_rule(console: Console, knowledge: KnowledgeBase, rule_name: str) -> None:
    """Write one rule as English: if, then, why, what it stands on, which of our own readings it uses.

    Raises:
        KnowledgeError: there is no such rule.
    """
    rule = knowledge.rule(rule_name)
    page = Page(console)
    page.heading(f"{rule.name} ({rule.kind})")
    several = len(rule.atoms) > 1
    page.say(("If all of these hold:" if several else "If this holds:", "bold"))
    page.tree([_shown_condition(knowledge, atom) for atom in rule.atoms])
    page.say(("Then:", "bold"))
    page.tree([node(english.sentence(rule.then(knowledge)))])
    page.say(("In a word:", "bold"))
    page.tree([node(english.sentence(rule.because))])
    page.say(("It stands on:", "bold"))
    page.tree([node(line) for line in english.warrant_lines(knowledge, rule)])
    readings = english.interpretation_lines(rule)
    if readings:
        page.say(("Numbers that its source does not give:", "bold"))
        page.tree([node(english.sentence(line)) for line in readings])


def write_remark(console: Console, knowledge: KnowledgeBase, name: str) -> None:
    """Write what a code of a result says, and the rules that bring it, each with when.

    Args:
        name: the id of a remark of the base.
    """
    remark, rules = knowledge.remarks[name]
    page = Page(console)
    page.heading(f"{name} ({', '.join(dict.fromkeys(rule.kind for rule in rules))})")
    page.say((remark.text, "bold"))
    page.say(("It is told by these rules:", "bold"))
    page.tree([node(rule.because, (f" ({rule.name})", "dim")) for rule in rules])


def _shown_condition(knowledge: KnowledgeBase, atom: Atom) -> Node:
    """A condition, its field, and under a finding the rules that find it."""
    name = f" ({atom.key})" if atom.kind == "field" else ""
    entry = node(english.condition(knowledge, atom), (name, "dim"))
    if atom.kind == "finding":
        for rule in knowledge.finders.get(atom.key, ()):
            entry.below.append(
                node(f"found if {' and '.join(english.conditions(knowledge, rule))}", (f" ({rule.name})", "dim"))
            )
    return entry


def write_rules(console: Console, knowledge: KnowledgeBase, rules: Sequence[KnowledgeRule]) -> None:
    """Write rules with name, kind, warrant and reason: a table on a terminal, else one line each."""
    rows = [(rule.name, rule.kind, " ".join(english.warrant_keys(rule)), rule.because) for rule in rules]
    page = Page(console)
    if not console.is_terminal:
        for row in rows:
            console.print(encodable(console, words(" | ".join(row))), soft_wrap=True)
    elif console.width < 70:
        page.tree(
            [node((name, "bold"), below=[node(f"{kind}; {short}"), node(why)]) for name, kind, short, why in rows]
        )
    else:
        _rule_table(console, rows)


def _rule_table(console: Console, rows: Iterable[tuple[str, str, str, str]]) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for title, share in (("rule", 4), ("kind", 2), ("rests on", 2), ("because", 5)):
        table.add_column(title, overflow="fold", ratio=share)
    for row in rows:
        table.add_row(*(encodable(console, words(cell)) for cell in row))
    console.print(table)
