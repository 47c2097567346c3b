"""``kb coverage``: what cases make of the rules."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from expert.characters import harmless_lines
from expert.commands.context import Context
from expert.commands.exits import BASE_FAILED, DONE, SOME_UNREADABLE
from expert.commands.kb.cases import add_cases, library_cases
from expert.commands.parsing import ReadsCases, add_output, new_command
from expert.commands.rendering import rendered
from expert.commands.streams import data_output, target, tell
from expert.json_text import pretty

if TYPE_CHECKING:
    from expert.examining.coverage import Coverage, RuleSeen
    from expert.knowledge import KnowledgeBase

#: So many rules, conditions and cases are named one by one.
_MOST_LISTED = 40


@dataclass(frozen=True)
class CoverageOptions(ReadsCases):
    """What was asked for; see `add`."""

    paths: list[str]
    format: str
    output: str | None
    fail_under: float | None


def add(actions: Any) -> None:
    """Add the action."""
    parser = new_command(
        actions, "coverage", "which rules cases fire, nearly fire or never do; what they see and reach"
    )
    add_cases(parser)
    parser.add_argument(
        "--format", choices=("text", "json", "html"), default="text",
        help="text is the default; html is the rule book, coloured, each rule with its cases",
    )  # fmt: skip
    parser.add_argument("--fail-under", metavar="PERCENT", type=percent, help="exit with 1 if fewer of the rules fire")
    add_output(parser)
    parser.set_defaults(options=CoverageOptions, run=run)


def percent(text: str) -> float:
    """A number from 0 to 100."""
    try:
        number = float(text)
    except ValueError:
        number = -1
    if not 0 <= number <= 100:
        raise argparse.ArgumentTypeError(f"{text} found where a number from 0 to 100 belongs")
    return number


def run(options: CoverageOptions, context: Context) -> int:
    """Say what the cases make of the rules."""
    from expert.examining.coverage import coverage

    cases, unreadable = library_cases(context, options.paths, options.reading(tell))
    knowledge = context.load()
    found = coverage(knowledge, cases)
    with target(options.output, options.paths):
        data_output().write(_written(options.format, knowledge, found))
    too_few = options.fail_under is not None and 100 * found.fired.share < options.fail_under
    if too_few:
        tell(f"{found.fired} rules fire, which is less than {options.fail_under:g} %.")
    if unreadable:
        return SOME_UNREADABLE
    return BASE_FAILED if too_few else DONE


def _written(form: str, knowledge: KnowledgeBase, found: Coverage) -> str:
    if form == "json":
        return pretty(found.result()) + "\n"
    if form == "html":
        from expert.publishing.rule_book import book_document

        return rendered(book_document(knowledge, found), "html")
    return harmless_lines("\n".join(_lines(knowledge, found))) + "\n"


def _lines(knowledge: KnowledgeBase, found: Coverage) -> Iterator[str]:
    from expert.examining.coverage import NEARLY, NEVER

    yield f"{found.cases} cases"
    for name, share in found.shares().items():
        yield f"{name}: {share}"
    yield from _listed("Nearly fired, one condition away", [_near(knowledge, one) for one in found.of(NEARLY)])
    yield from _listed("Never fired, nor nearly", [one.rule.name for one in found.of(NEVER)])
    yield from _listed("Conditions seen on one side only", list(_one_sided(knowledge, found)))
    for name in ("claims", "advice", "guidance", "alerts"):
        yield from _listed(
            f"Never reached of {name}", [key for key, times in getattr(found, name).items() if not times]
        )
    lone = [
        f"{one.name} ({one.shown}): {within} within, {without} without"
        for one, (within, without) in found.sides.items() if not (within and without)
    ]  # fmt: skip
    yield from _listed("Numbers on one side of which no case lies", lone)
    alone = [f"{case}: {', '.join(rules)}" for case, rules in found.alive_by.items()]
    yield from _listed("Cases that alone keep a rule alive", alone)


def _listed(title: str, entries: list[str]) -> Iterator[str]:
    if entries:
        yield f"{title}: {len(entries)}"
        yield from (f"- {entry}" for entry in entries[:_MOST_LISTED])
        if len(entries) > _MOST_LISTED:
            yield f"- and {len(entries) - _MOST_LISTED} more; --format json has all"


def _near(knowledge: KnowledgeBase, one: RuleSeen) -> str:
    from expert.wording import english

    atom, seen = max(one.nearly.items(), key=lambda entry: entry[1].times)
    missing = english.condition(knowledge, atom)
    return f"{one.rule.name}: missing: {missing}, in {seen.times} case(s) such as {seen.cases[0]}"


def _one_sided(knowledge: KnowledgeBase, found: Coverage) -> Iterator[str]:
    from expert.wording import english

    for one in found.rules:
        for seen in one.conditions:
            if not seen.both:
                side = "never holds" if not seen.holds else "always holds"
                yield f"{one.rule.name}: {english.condition(knowledge, seen.atom)}: {side}"
