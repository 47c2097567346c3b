"""``schema``: the JSON Schema of a case."""

from __future__ import annotations

import argparse
from dataclasses import dataclass

from expert.commands.context import Context
from expert.commands.exits import DONE
from expert.commands.streams import data_output


@dataclass(frozen=True)
class Options:
    """Nothing can be asked for."""


def add(parser: argparse.ArgumentParser) -> None:
    """Give the parser the arguments of this command."""
    parser.set_defaults(options=Options, run=run)


def run(_: Options, context: Context) -> int:
    """Write the schema."""
    import json

    from expert.cases.schema import case_schema

    knowledge = context.load()
    schema = case_schema(knowledge)
    data_output().write(json.dumps(schema, indent=2, ensure_ascii=False, allow_nan=False) + "\n")
    return DONE
