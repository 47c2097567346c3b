"""``training``: an export of activities, as the training fields of a case."""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass
from datetime import date

from expert.commands.context import Context
from expert.commands.exits import DONE
from expert.commands.parsing import add_encoding
from expert.commands.streams import data_output, tell
from expert.errors import CaseError, UsageError


@dataclass(frozen=True)
class Options:
    """What was asked for; see `add`."""

    path: str
    pain_began: date
    units: str | None
    dates: str | None
    encoding: str | None


def add(parser: argparse.ArgumentParser) -> None:
    """Give the parser the arguments of this command."""
    from expert.lengths import UNITS

    parser.add_argument(
        "path", metavar="FILE", help="activities.csv of Strava's archive, or Garmin Connect's; - for stdin"
    )
    parser.add_argument(
        "--pain-began", metavar="DATE", type=_date, required=True, help="the day on which it began, as 2026-11-15"
    )
    parser.add_argument("--units", choices=tuple(UNITS), help="the unit of its distances, where the file does not say")
    parser.add_argument(
        "--dates",
        choices=("day-first", "month-first"),
        help="how to read dates such as 3/4/2026, if the file tells not",
    )
    add_encoding(parser)
    parser.set_defaults(options=Options, run=run)


def run(options: Options, context: Context) -> int:
    """Write a case with what the activities answer; say what was assumed."""
    import io
    import sys

    from expert.cases.case import not_text
    from expert.cases.files import sources
    from expert.lengths import UNITS
    from expert.training.activities import read_activities
    from expert.training.weeks import worked_out

    knowledge = context.load()
    training = knowledge.training
    if training is None:
        raise UsageError("this knowledge base asks for nothing that an export of activities holds.")
    (file,) = sources([_one_file(options.path)], sys.stdin, options.encoding or "")
    try:
        found = file.text()
        problem = not_text(found, 1)
        if problem is not None and problem.problem is not None:
            raise problem.problem
        text = io.StringIO(found, newline="")
        day_first = None if options.dates is None else options.dates == "day-first"
        read = read_activities(text, options.units, day_first, training.kinds)
        worked = worked_out(read.all, options.pain_began, training)
    except CaseError as error:
        raise UsageError(f"{options.path}: {error.message}") from None
    for sentence in (*read.assumed, *worked.assumed):
        tell(f"{options.path}: {sentence}.")
    unit = UNITS[options.units or "km"]
    values = {key: f"{float(far / unit.metres):.1f} {unit.name}" for key, far in worked.metres.items()}
    data_output().write(_case(values, list(knowledge.vocabulary.asked)))
    return DONE


def _one_file(path: str) -> str:
    import os

    if os.path.isdir(path):
        raise UsageError(f"{path} is a folder. Name one file, such as the activities.csv in it.")
    return path


def _case(values: dict[str, str], order: list[str]) -> str:
    """A case in YAML with these fields."""
    lines: list[str] = []
    for key in sorted(values, key=order.index):
        group, name = key.split(".")
        if f"{group}:" not in lines:
            lines.append(f"{group}:")
        lines.append(f"  {name}: {values[key]}")
    return "\n".join(lines) + "\n"


def _date(text: str) -> date:
    """A day."""
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{text} found where a date belongs, such as 2026-11-15")
