"""``schema``: the JSON Schema of a case, or its questions as a form for other tools."""

from __future__ import annotations

import argparse
from dataclasses import dataclass

from expert.commands.context import Context
from expert.commands.exits import DONE
from expert.commands.streams import data_output


@dataclass(frozen=True)
class Options:
    """What was asked for; see `add`."""

    format: str


def add(parser: argparse.ArgumentParser) -> None:
    """Give the parser the arguments of this command."""
    parser.add_argument(
        "--format", choices=("json", "csv", "redcap", "xlsform", "fhir"), default="json",
        help="json: the JSON Schema (the default); csv: a header of all columns; redcap: REDCap's data dictionary; "
        "xlsform: survey and choices as one CSV, as pyxform takes it (for ODK and Kobo save them as two sheets of a "
        "workbook); fhir: an R4 Questionnaire",
    )  # fmt: skip
    parser.set_defaults(options=Options, run=run)


def run(options: Options, context: Context) -> int:
    """Write the schema or the form."""
    import json

    knowledge = context.load()
    if options.format == "json":
        from expert.cases.schema import case_schema

        text = json.dumps(case_schema(knowledge), indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    else:
        from expert.cases.forms.writing import form_of

        text = form_of(knowledge, options.format)
    data_output().write(text)
    return DONE
