"""``explain``: one case, explained, as text, as data, as a page or as a drawing."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from expert.commands.context import Context
from expert.commands.exits import DONE, EXPECT_FAILED, UNUSABLE
from expert.commands.parsing import ReadsCases, add_article_only, add_matcher, add_output, add_reading
from expert.commands.picking import known_cause, one_case, picked, readable, unread
from expert.commands.rendering import DRAWINGS, drawn, rendered
from expert.commands.streams import console, data_output, target, tell
from expert.errors import CaseError, UsageError

if TYPE_CHECKING:
    from expert.cases.case import Case, Unreadable
    from expert.cases.results import Result
    from expert.consultation import Consultant, Consultation
    from expert.examining.counterfactual import Prospect
    from expert.fields import Answer
    from expert.knowledge import KnowledgeBase


@dataclass(frozen=True)
class Options(ReadsCases):
    """What was asked for; see `add`."""

    case: str
    cause: str | None
    why_not: Sequence[str]
    what_if: Sequence[str]
    what_would_change: bool
    against: str | None
    format: str
    output: str | None
    article_only: bool
    matcher: str

    def given(self, *names: str) -> list[str]:
        """Those of the options that were given, as they are typed."""
        return [f"--{name.replace('_', '-')}" for name in names if getattr(self, name)]


@dataclass(frozen=True)
class _Explained:
    """A case that was reasoned through, with what else was worked out for its explanation."""

    case: Case
    consultation: Consultation
    consultant: Consultant
    changes: Mapping[str, Answer | None]
    prospect: Prospect | None


def add(parser: argparse.ArgumentParser) -> None:
    """Give the parser the arguments of this command."""
    add_article_only(parser)
    add_matcher(parser)
    parser.add_argument("case", metavar="CASE", help="a file with one case; FILE#N for the Nth in it; - for stdin")
    parser.add_argument("--cause", metavar="ID", help="explain this cause alone")
    parser.add_argument(
        "--why-not", metavar="ID", action="append", default=[],
        help="what speaks against this cause, or is missing for it",
    )  # fmt: skip
    parser.add_argument(
        "--what-if", metavar="FIELD=VALUE", action="append", default=[],
        help="what would change with this answer, and with more of them behind it; several values parted by ; ([]: "
        "none of them; unknown takes an answer away)",
    )  # fmt: skip
    parser.add_argument(
        "--what-would-change", action="store_true",
        help="the fewest answers that would have to differ for another cause to come first (--cause: for that one)",
    )  # fmt: skip
    parser.add_argument("--against", metavar="CASE", help="instead, what separates the case from this one")
    parser.add_argument(
        "--format", choices=("text", "json", "markdown", "html", *DRAWINGS), default="text",
        help="text is the default; html is a page to print; the last three draw the reasoning",
    )  # fmt: skip
    add_reading(parser)
    add_output(parser)
    parser.set_defaults(options=Options, run=run)


def run(options: Options, context: Context) -> int:
    """Explain the case."""
    from expert.cases.case import Unreadable
    from expert.cases.reader import CaseReader
    from expert.consultation import Consultant
    from expert.engine import ENGINES

    knowledge = context.load(options.article_only)
    options = _checked(options, knowledge)
    reader = CaseReader(knowledge, options.reading(tell))
    item = one_case(reader, options.case)
    if isinstance(item, Unreadable):
        return _refuse(item, options, context.program)
    other = None if options.against is None else readable(one_case(reader, options.against))
    inputs = [picked(path)[0] for path in (options.case, options.against) if path is not None]
    with target(options.output, inputs):
        consultant = Consultant(knowledge, ENGINES[options.matcher])
        if other is not None:
            return _explain_against(item, other, consultant, options)
        return _explain_case(item, consultant, options)


def _checked(options: Options, knowledge: KnowledgeBase) -> Options:
    """The options with the ids of the causes that they name."""
    return replace(
        options,
        cause=known_cause(knowledge, options.cause) if options.cause else options.cause,
        why_not=[known_cause(knowledge, name) for name in options.why_not],
    )


def _refuse(item: Unreadable, options: Options, program: str) -> int:
    """Say what is wrong with the one case; as JSON also where the result would have stood."""
    from expert.cases.results import error_result, json_line

    tell(f"{program}: {unread(item)}")
    if options.format == "json":
        data_output().write(json_line(error_result(item)))
    return UNUSABLE


# -- two cases -------------------------------------------------------------------------------------------------------


def _explain_against(case: Case, other: Case, consultant: Consultant, options: Options) -> int:
    """Set two cases beside each other; as JSON behind the result of the first."""
    from expert.cases.results import case_result, consult, json_line
    from expert.examining.compare import compare
    from expert.explaining.comparison_text import write_comparison

    for name in options.given("cause", "why_not", "what_if", "what_would_change"):
        raise UsageError(f"--against takes no {name}.")
    if options.format not in ("text", "json"):
        raise UsageError(f"--against takes no --format {options.format}, but text or json.")
    consultation = consult(case, consultant)
    comparison = compare(consultation, consult(other, consultant))
    if options.format == "json":
        against = {"id": other.id, "source": other.source, **comparison.result()}
        data_output().write(json_line({**case_result(case, consultation), "against": against}))
    else:
        write_comparison(console(), comparison, case, other)
    return DONE


# -- one case --------------------------------------------------------------------------------------------------------


def _explain_case(case: Case, consultant: Consultant, options: Options) -> int:
    """Explain a case that could be read."""
    from expert.cases.results import case_result, consult, failed_expect

    changes = _what_if(consultant.knowledge, case, options.what_if)
    consultation = consult(case, consultant)
    result = case_result(case, consultation)
    prospect = _prospect(consultation, consultant, options)
    explained = _Explained(case, consultation, consultant, changes, prospect)
    if options.format == "json":
        _write_json(result, explained, options)
    elif options.format == "text":
        _write_text(explained, options)
    else:
        _write_document(explained, options)
    if not failed_expect(result):
        return DONE
    for failure in result["expect"]["failures"]:
        tell(f"expect failed: {failure}")
    return EXPECT_FAILED


def _prospect(consultation: Consultation, consultant: Consultant, options: Options) -> Prospect | None:
    """What would change the result: as it is asked for; of itself no more than what single answers it hangs on."""
    from expert.examining.counterfactual import Prospector

    if options.what_would_change:
        causes = [options.cause] if options.cause else None
        return Prospector(consultant).search(consultation.answers, causes)
    bare = not (options.cause or options.why_not) and options.format == "text"
    if not bare or not consultation.conclusions:
        return None
    return Prospector(consultant).search(consultation.answers, [consultation.conclusions[0].cause.id], size=1)


def _write_json(result: Result, explained: _Explained, options: Options) -> None:
    """The result as `batch` writes it; what else was asked for stands behind it."""
    from expert.cases.results import json_line

    if explained.prospect is not None:
        result = {**result, "what_would_change": explained.prospect.result()}
    if explained.changes:
        result = {**result, "what_if": _what_if_result(explained)}
    if (options.cause and not options.what_would_change) or options.why_not:
        tell("--cause and --why-not shape the text alone; the json holds every conclusion.")
    data_output().write(json_line(result))


def _write_text(explained: _Explained, options: Options) -> None:
    """The explanation for a reader."""
    from expert.explaining.explanation import write_explanation

    write_explanation(
        console(),
        explained.consultation,
        explained.case,
        cause=options.cause,
        why_not=options.why_not,
        what_if=explained.changes or None,
        consultant=explained.consultant,
        prospect=explained.prospect,
    )


def _write_document(explained: _Explained, options: Options) -> None:
    """The explanation as a document of its own, or as a drawing."""
    drawing = options.format in DRAWINGS
    given = options.given("why_not", "what_if", "what_would_change", *(() if drawing else ("cause",)))
    if given:
        tell(f"{', '.join(given)}: no part of {options.format}, which shows the case as it is.")
    consultation = explained.consultation
    if drawing:
        from expert.publishing.graph import case_graph

        cause = consultation.knowledge.cause(options.cause) if options.cause else None
        data_output().write(drawn(case_graph(consultation, cause), options.format))
    else:
        from expert.publishing.report import case_document

        document = case_document(consultation, explained.case, explained.consultant, date.today())
        data_output().write(rendered(document, options.format))


# -- what if ---------------------------------------------------------------------------------------------------------


def _what_if(knowledge: KnowledgeBase, case: Case, words: Sequence[str]) -> dict[str, Answer | None]:
    """The answers that ``--what-if`` changes; None for "not known".

    Raises:
        UsageError: no such field, a value that is not allowed, or one that contradicts an answer that stays.
    """
    from expert.cases.changes import read_changes
    from expert.fields import changed

    try:
        changes = read_changes(words, knowledge, case.units)
    except (CaseError, UsageError) as error:
        raise UsageError(f"--what-if: {error}") from None
    answers = changed(case.answers, changes)
    clash = knowledge.contradiction(answers)
    if clash is not None:
        raise UsageError(f"--what-if: {clash.message(answers)} FIELD=unknown takes an answer away.")
    return changes


def _what_if_result(explained: _Explained) -> dict[str, Any]:
    """What the changed answers give: the answers (null: not known), then the parts of a result."""
    from expert.fields import changed

    consultant, changes = explained.consultant, explained.changes
    fields = consultant.knowledge.vocabulary.asked
    plain = {key: None if answer is None else fields[key].plain(answer) for key, answer in changes.items()}
    return {"answers": plain, **consultant.consult(changed(explained.case.answers, changes)).result()}
