"""``kb check``: what is wrong with a base, and what could be better in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from expert.commands.context import Context
from expert.commands.exits import BASE_FAILED, DONE
from expert.commands.parsing import new_command
from expert.commands.streams import data_output, say
from expert.errors import KnowledgeError
from expert.json_text import pretty

if TYPE_CHECKING:
    from expert.checks import Checked


@dataclass(frozen=True)
class CheckOptions:
    """What was asked for; see `add`."""

    quick: bool
    format: str


def add(actions: Any) -> None:
    """Add the action."""
    parser = new_command(actions, "check", "look for faults; say what the base holds")
    parser.add_argument(
        "--quick", action="store_true",
        help="only what the rules show by themselves; no cases are looked at, and nothing is proved",
    )  # fmt: skip
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text is the default")
    parser.set_defaults(options=CheckOptions, run=run)


def run(options: CheckOptions, context: Context) -> int:
    """Look for faults; say what the base holds, and what could be better in it."""
    from expert.checks import check
    from expert.commands.kb.cases import library_of
    from expert.problems import FaultyKnowledge, UnknownKnowledge

    try:
        if options.quick:
            checked = check(context.name())
        else:
            checked = check(context.name(), thorough=True, library=library_of(context))
    except UnknownKnowledge:
        raise
    except KnowledgeError as error:
        if options.format == "json":
            found = [asdict(one) for one in error.problems] if isinstance(error, FaultyKnowledge) else []
            _write({"loads": False, "message": str(error), "faults": found})
        else:
            say([str(error)])
        return BASE_FAILED
    if options.format == "json":
        _write({"loads": True, **checked.result()})
    else:
        say((*_holds(checked, context), *checked.told()))
    return BASE_FAILED if checked.faulty else DONE


def _write(found: dict[str, Any]) -> None:
    data_output().write(pretty(found) + "\n")


def _holds(checked: Checked, context: Context) -> Iterator[str]:
    """What the base holds."""
    knowledge = checked.knowledge
    kinds = Counter(rule.kind for rule in knowledge.rules)
    cited = {claim for rule in knowledge.rules for claim in rule.claims}
    yield f"{knowledge.title}, from {context.folder()}"
    yield f"rules: {len(knowledge.rules)} ({', '.join(f'{kind} {number}' for kind, number in kinds.items())})"
    yield f"rules that rest on {knowledge.naming.text} alone: {len(checked.main.rules)}"
    yield f"claims: {len(knowledge.claims)} ({len(cited)} in rules, {len(knowledge.mechanisms)} in named mechanisms)"
    asked, flags = len(knowledge.vocabulary.asked), len(knowledge.red_flags)
    yield f"causes: {len(knowledge.causes)}; fields: {asked}; red flags: {flags}"
