"""``kb diff``: what changed from one version of a base to another, and which cases that flips."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from expert.commands.context import Context
from expert.commands.exits import DONE, EXPECT_FAILED
from expert.commands.parsing import ReadsCases, add_output, add_reading, new_command
from expert.commands.rendering import rendered
from expert.commands.streams import data_output, say, target, tell
from expert.json_text import pretty

if TYPE_CHECKING:
    from expert.examining.base_diff import Broken, Difference


@dataclass(frozen=True)
class DiffOptions(ReadsCases):
    """What was asked for; see `add`."""

    old: str
    new: str
    cases: list[str] | None
    format: str
    output: str | None


def add(actions: Any) -> None:
    """Add the action."""
    parser = new_command(actions, "diff", "two versions of a base: rules that changed, and the cases that this flips")
    parser.add_argument("old", metavar="OLD", help="a folder that holds the base's package, a commit, or MODULE[:NAME]")
    parser.add_argument("new", metavar="NEW", help="another; . for the files of the current folder")
    parser.add_argument(
        "--cases", metavar="PATH", action="append",
        help="files or folders of cases; may be given again (the new version's own cases if left out)",
    )  # fmt: skip
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text", help="text is the default")
    add_reading(parser)
    add_output(parser)
    parser.set_defaults(options=DiffOptions, run=run)


def run(options: DiffOptions, context: Context) -> int:
    """Say what changed."""
    from expert.examining.base_diff import difference
    from expert.examining.versions import version
    from expert.publishing.base_changes import changes_document

    home = _home(context)
    with contextlib.ExitStack() as cleanup:
        old = cleanup.enter_context(version(options.old, context.base, home))
        new = cleanup.enter_context(version(options.new, context.base, home))
        library = new.library
        paths = options.cases or ([library] if library else [])
        reading = options.reading()
        before, after = old.snapshot(paths, reading), new.snapshot(paths, reading)
        found = difference(before, after)
    for notice in dict.fromkeys((*before["notices"], *after["notices"])):
        tell(notice)
    if paths and not options.cases:
        found = _shortened(found, paths[0])
    with target(options.output, options.cases or ()):
        if options.format == "json":
            data_output().write(pretty(found.result()) + "\n")
        elif options.format == "markdown":
            data_output().write(rendered(changes_document(options.old, options.new, found), "markdown"))
        else:
            say(_lines(found))
    return EXPECT_FAILED if found.now_fail else DONE


def _home(context: Context) -> Path | None:
    """The folder from which the base's module is imported, if it is there at all."""
    import importlib.util

    module = context.base.partition(":")[0]
    with contextlib.suppress(ImportError, ValueError, AttributeError):
        found = importlib.util.find_spec(module)
        if found is not None and found.origin:
            inside = len(module.split(".")) + (Path(found.origin).name == "__init__.py")
            return Path(found.origin).parents[inside - 1]
    return None


def _shortened(found: Difference, folder: str) -> Difference:
    """The same with the sources of cases as their library names them."""
    from dataclasses import replace

    def short(source: str) -> str:
        return source.removeprefix(folder).lstrip("/\\")

    def shortened(broken: Sequence[Broken]) -> tuple[Broken, ...]:
        return tuple(replace(one, source=short(one.source)) for one in broken)

    return replace(
        found,
        flips=tuple(replace(flip, source=short(flip.source)) for flip in found.flips),
        now_fail=shortened(found.now_fail),
        now_hold=shortened(found.now_hold),
        unreadable={short(source): why for source, why in found.unreadable.items()},
    )


def _lines(found: Difference) -> Iterator[str]:
    from expert.wording.changes import alike, counts

    yield (f"rules: {len(found.added)} added, {len(found.removed)} removed, {len(found.changed)} changed; "
           f"cases told otherwise: {len(found.flips)} of {found.cases}{_in(counts(found))}; "
           f"{found.expectations()}")  # fmt: skip
    for word, broken in (("now fails", found.now_fail), ("now holds, and failed before", found.now_hold)):
        for one in broken:
            yield f"expect {word}: {one.case} ({one.source})"
            yield from (f"  {failure}" for failure in one.failures)
    for word, rules in (("added", found.added), ("removed", found.removed)):
        for name, said in rules.items():
            yield f"{word}: {name}"
            yield from (f"  {part}: {text}" for part, texts in said.items() for text in texts)
    for rule in found.changed:
        yield f"changed: {rule.name}"
        for part in rule.parts:
            yield from (f"  - {part.name}: {text}" for text in part.removed)
            yield from (f"  + {part.name}: {text}" for text in part.added)
            if not part.removed and not part.added:
                yield f"  {part.name}: in another order"
    yield from (f"{how}: {kind} {name}" for kind, name, how in found.others)
    for group in alike(found):
        cases = "1 case" if len(group.flips) == 1 else f"{len(group.flips)} cases"
        yield f"told otherwise: {cases}, by {', '.join(group.by) or 'what is no rule'}"
        yield from (f"  {said}" for said in group.said)
        yield from (f"  - {flip.case} ({flip.source})" for flip in group.flips)
    yield from (f"not compared: {source}: {why}" for source, why in found.unreadable.items())


def _in(counted: Iterator[str]) -> str:
    """In which parts of what is told, in brackets."""
    said = ", ".join(counted)
    return f" ({said})" if said else ""
