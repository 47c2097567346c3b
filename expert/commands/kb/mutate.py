"""``kb mutate``: would the library notice if a rule were wrong?"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from expert.commands.context import Context
from expert.commands.exits import BASE_FAILED, DONE, SOME_UNREADABLE
from expert.commands.kb.cases import add_cases, library_cases
from expert.commands.parsing import ReadsCases, new_command, positive
from expert.commands.picking import known
from expert.commands.progress import is_seen
from expert.commands.streams import data_output, say, tell
from expert.json_text import pretty

if TYPE_CHECKING:
    from expert.cases.case import Case
    from expert.examining.mutation import Judged
    from expert.loading import KnowledgeName

#: A process is worth its start for so many rules.
_RULES_AT_ONCE = 8


@dataclass(frozen=True)
class MutateOptions(ReadsCases):
    """What was asked for; see `add`."""

    paths: list[str]
    rule: list[str] | None
    jobs: int
    format: str


def add(actions: Any) -> None:
    """Add the action."""
    parser = new_command(actions, "mutate", "write each rule a little wrongly, and look whether some case notices")
    add_cases(parser)
    parser.add_argument(
        "--rule", metavar="NAME", action="append",
        help="only this rule, or those whose names begin so (thirst.); may be given again",
    )  # fmt: skip
    parser.add_argument(
        "--jobs", metavar="N", type=positive, default=1, help="processes at work at once (1 if left out)"
    )
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text is the default")
    parser.set_defaults(options=MutateOptions, run=run)


def run(options: MutateOptions, context: Context) -> int:
    """Say which mutants survive."""
    from expert.examining.mutation import score

    cases, unreadable = library_cases(context, options.paths, options.reading(tell))
    rules = _picked(context, options.rule)
    jobs = min(options.jobs, os.cpu_count() or 1, max(1, len(rules) // _RULES_AT_ONCE))
    judged: list[Judged] = []
    unproved = ""
    with _progress(len(rules)) as advance:
        for found, why in _all(context.name(), cases, rules, jobs):
            judged += found
            unproved = why
            advance()
    if unproved:
        tell(f"No mutant is shown to be equivalent: {unproved}")
    if options.format == "json":
        counted = score(judged)
        result = {**asdict(counted), "score": counted.share, "mutants": [asdict(one) for one in judged]}
        data_output().write(pretty(result) + "\n")
    else:
        say(_lines(judged, len(cases)))
    if unreadable:
        return SOME_UNREADABLE
    return BASE_FAILED if score(judged).survived else DONE


def _picked(context: Context, names: Sequence[str] | None) -> list[str]:
    """The rules that were asked for.

    Raises:
        UsageError: a name is none, and no name begins so.
    """
    every = list(context.load().position)
    found: dict[str, None] = {}
    for name in names or [""]:
        own = [name] if name in every else [rule for rule in every if rule.startswith(name)]
        if not own:
            known(name, every, "rule", f" All of them: {context.program} kb list")
        found.update(dict.fromkeys(own))
    return [rule for rule in every if rule in found]


# -- one process or several ------------------------------------------------------------------------------------------

#: Judges the rules of this process: set where a process begins.
_judge: Callable[[str], tuple[list[Judged], str]] | None = None


def _begin(name: KnowledgeName, cases: Sequence[Case]) -> None:
    """Be ready to judge rules in this process."""
    from expert.examining.mutation import Mutation

    global _judge
    knowledge = name.load()
    mutation = Mutation(knowledge, cases)
    _judge = lambda rule: (mutation.judged(knowledge.rule(rule)), mutation.unproved)  # noqa: E731


def _judged(rule: str) -> tuple[list[Judged], str]:
    assert _judge is not None, "begin first"
    return _judge(rule)


def _all(
    name: KnowledgeName, cases: Sequence[Case], rules: Sequence[str], jobs: int
) -> Iterator[tuple[list[Judged], str]]:
    """What becomes of each rule's mutants, in order."""
    if jobs == 1:
        _begin(name, cases)
        yield from map(_judged, rules)
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=spawn, initializer=_begin, initargs=(name, cases)) as pool:
        yield from pool.map(_judged, rules, chunksize=_RULES_AT_ONCE)


@contextlib.contextmanager
def _progress(rules: int) -> Iterator[Callable[[], None]]:
    """What takes note of each rule that is done, and shows how many are."""
    if not is_seen(on_stdout=True):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = MofNCompleteColumn(), TextColumn("rules"), BarColumn(), TimeRemainingColumn(), TextColumn("left")
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=rules)
        yield lambda: bar.advance(task)


# -- what is told ----------------------------------------------------------------------------------------------------


def _lines(judged: Sequence[Judged], cases: int) -> Iterator[str]:
    from expert.examining.mutation import CAUGHT, SURVIVED, by_operator, score

    counted = score(judged)
    own = sum(1 for one in judged if one.verdict == CAUGHT and one.own)
    yield f"{len(judged)} mutants of {len({one.rule for one in judged})} rules, held against {cases} cases"
    others = counted.caught - own
    yield f"caught: {counted.caught} ({own} by a case of the rule's own, {others} by what is told otherwise)"
    yield f"equivalent, as no case at all is told anything else: {counted.equivalent}"
    yield f"survived: {counted.survived}"
    yield f"score: {100 * counted.share:.4g} % = caught / (caught + survived) = {counted.caught} / {counted.of}"
    for operator, part in by_operator(judged).items():
        yield f"  {operator:<17} {part.caught} of {part.of}, {part.equivalent} equivalent"
    left = [one for one in judged if one.verdict == SURVIVED]
    if left:
        yield "Survivors, each with a case that would catch it where one was found. What such a case expects is what"
        yield "the base tells now: judge first whether that is right, then paste it among the base's cases as it is:"
    yield from (line for same in _by_case(left) for line in _survivors(same))


def _by_case(left: Sequence[Judged]) -> Iterator[list[Judged]]:
    """Those that one case would catch together; each for which none was found by itself."""
    found: dict[str, list[Judged]] = {}
    for one in left:
        answers = (
            one.case.partition("\nnote: ")[2].partition("\n")[2] if one.case else one.rule + one.operator + one.said
        )
        found.setdefault(answers, []).append(one)
    yield from found.values()


def _survivors(same: Sequence[Judged]) -> Iterator[str]:
    yield "---"
    yield from (f"# {one.rule}: {one.operator}: {one.said}" for one in same)
    if same[0].case:
        yield f"# It would be told otherwise: {', '.join(dict.fromkeys(one.differs for one in same))}"
        yield same[0].case.rstrip("\n")
    else:
        yield "# No case was found that is told anything else, and it was not shown that there is none."
