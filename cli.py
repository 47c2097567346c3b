"""The command ``footwise``: reads the command line, calls the shell, writes the results.

Results go to standard output, all else to standard error. What is slow to import is imported inside the commands, so
that a usage error or a ``--help`` costs no more than argparse.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import IO, TYPE_CHECKING, Any

from expert.errors import CaseError, ExpertError, KnowledgeError, UsageError, nearest

if TYPE_CHECKING:
    from rich.console import Console

    from expert.cases.case import Case, Item, Unreadable
    from expert.cases.reader import CaseReader
    from expert.consultation import Consultant, Consultation
    from expert.examining.counterfactual import Prospect
    from expert.examining.score import Score
    from expert.fields import Answer
    from expert.knowledge import KnowledgeBase
    from expert.loading import KnowledgeName
    from expert.publishing.document import Document
    from expert.publishing.graph import Graph
    from expert.rules import KnowledgeRule

VERSION = "0.1.0"
KNOWLEDGE = "kb.book:KNOWLEDGE"

DONE, EXPECT_FAILED, UNUSABLE, SOME_UNREADABLE, INTERRUPTED = 0, 1, 2, 3, 130

_EXIT_CODES = """\
exit codes: 0 done; 1 done, but some case failed its expect; 2 wrong usage, or no case could be read;
3 done, but some cases could not be read; 130 interrupted. Results go to stdout, all else to stderr."""
_MOST_LISTED = 20
_DRAWINGS = ("mermaid", "dot", "svg")
_MERMAID_EDGES = 500
_SECONDS_BEFORE_PROGRESS = 1.0


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; give its exit code."""
    _steady_streams()
    try:
        arguments = _parser().parse_args(_with_command(sys.argv[1:] if argv is None else argv))
        code: int = arguments.run(arguments)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        _tell("Interrupted.")
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return DONE
    except OSError as error:
        _drop_output()
        _tell(f"footwise: {error}")
        return UNUSABLE
    except ExpertError as error:
        _tell(f"footwise: {error}")
        return UNUSABLE


# -- streams ---------------------------------------------------------------------------------------------------------


def _steady_streams() -> None:
    """Make sure that there are streams, and that a character which the terminal cannot show stops nothing."""
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _data_output() -> IO[str]:
    """Standard output for data: UTF-8 and plain line feeds, whatever the locale is."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    return sys.stdout


def _drop_output() -> None:
    """Nobody reads standard output any more: let what is still in its buffer go nowhere, without an error at exit."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _tell(message: str) -> None:
    """Say something that is no result."""
    from expert.characters import harmless

    with contextlib.suppress(OSError):
        print("\n".join(map(harmless, message.split("\n"))), file=sys.stderr, flush=True)


def _console() -> Console:
    """A rich console on standard output."""
    from rich.console import Console

    class QuietConsole(Console):
        """A console that leaves a closed pipe to `main`; rich itself would exit with 1."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    return QuietConsole(file=sys.stdout, markup=False, highlight=False, emoji=False)


# -- the command line ------------------------------------------------------------------------------------------------


def _with_command(arguments: Sequence[str]) -> list[str]:
    """The arguments with the default command where none is given; ``--article-only`` behind the command."""
    rest = list(arguments)
    leading = []
    while rest and rest[0] == "--article-only":
        leading.append(rest.pop(0))
    if not rest or (rest[0].startswith("-") and rest[0] not in ("-h", "--help", "--version")):
        rest.insert(0, "consult")
    return [rest[0], *leading, *rest[1:]]


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints show what was typed without obeying it."""

    def _print_message(self, message: str, file: Any = None) -> None:
        from expert.characters import harmless

        super()._print_message("\n".join(map(harmless, message.split("\n"))), file)


def _parser() -> argparse.ArgumentParser:
    """The whole command line."""
    parser = _Parser(
        prog="footwise",
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Tells a runner what probably makes the foot hurt after running, what to do about it, and why it\n"
        "says so. It informs, it does not diagnose. Without a command it starts a consultation.",
        epilog=_EXIT_CODES,
    )
    parser.add_argument("--version", action="version", version=f"footwise {VERSION}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_consult(commands)
    _add_explain(commands)
    _add_batch(commands)
    _add_kb(commands)
    schema = _command(commands, "schema", "the JSON Schema of a case")
    schema.set_defaults(run=_schema)
    return parser


def _command(commands: Any, name: str, what: str, reasons: bool = False) -> argparse.ArgumentParser:
    """A new command; one that reasons can be told to use the article alone."""
    parser: argparse.ArgumentParser = commands.add_parser(name, help=what, description=what, allow_abbrev=False)
    if reasons:
        parser.add_argument(
            "--article-only",
            action="store_true",
            help="only rules that rest on the article; no red flags are looked for",
        )
    return parser


def _add_consult(commands: Any) -> None:
    parser = _command(commands, "consult", "the consultation in the terminal (the default)", reasons=True)
    parser.add_argument("--load", metavar="CASE", help="begin with the answers of this case")
    parser.add_argument("--save", metavar="FILE", help="save the answers as a case")
    parser.add_argument("--no-save", action="store_true", help="keep nothing for going on after an interruption")
    parser.add_argument("--follow-up", action="store_true", help="with --load: ask what was tried since")
    parser.set_defaults(run=_consult)


def _add_explain(commands: Any) -> None:
    parser = _command(commands, "explain", "one case, explained", reasons=True)
    parser.add_argument("case", metavar="CASE", help="a file with one case; FILE#N for the Nth in it; - for stdin")
    parser.add_argument("--cause", metavar="ID", help="explain this cause alone")
    parser.add_argument(
        "--why-not",
        metavar="ID",
        action="append",
        default=[],
        help="what speaks against this cause, or is missing for it",
    )
    parser.add_argument(
        "--what-if", metavar="FIELD=VALUE", action="extend", nargs="+", default=[],
        help="what would change with this answer; several values parted by ; (unknown takes an answer away)",
    )  # fmt: skip
    parser.add_argument(
        "--what-would-change", action="store_true",
        help="the fewest answers that would have to differ for another cause to come first (--cause: for that one)",
    )  # fmt: skip
    parser.add_argument("--against", metavar="CASE", help="instead, what separates the case from this one")
    parser.add_argument(
        "--format", choices=("text", "json", "markdown", "html", *_DRAWINGS), default="text",
        help="text is the default; html is a page to print for a clinician; the last three draw the reasoning",
    )  # fmt: skip
    parser.add_argument("-o", "--output", metavar="FILE", help="write it there, whole or not at all")
    parser.set_defaults(run=_explain)


def _add_batch(commands: Any) -> None:
    parser = _command(commands, "batch", "many cases, one result each, in the order of the input", reasons=True)
    parser.add_argument("paths", metavar="PATH", nargs="+", help="files and folders of cases; - for stdin")
    parser.add_argument(
        "--score",
        action="store_true",
        help="instead of the results, report how many of the cases with an expect part came out as expected",
    )
    parser.add_argument(
        "--format", choices=("jsonl", "text", "json"),
        help="jsonl: a line of JSON for each case; with --score: text (the default) or json, one object",
    )  # fmt: skip
    parser.add_argument("-o", "--output", metavar="FILE", help="write the results there, whole or not at all")
    parser.add_argument(
        "--jobs", metavar="N", type=_positive, default=1,
        help="how many processes may work at once (1 if left out; no more than there are processors)",
    )  # fmt: skip
    parser.set_defaults(run=_batch)


def _add_kb(commands: Any) -> None:
    parser = _command(commands, "kb", "the knowledge base itself")
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    listing = _command(actions, "list", "the rules, one a line; filters combine")
    listing.add_argument("--claim", metavar="ID", help="only rules that stand on this claim of the article")
    listing.add_argument("--cause", metavar="ID", help="only rules that conclude, advise for or wait for this cause")
    listing.add_argument("--field", metavar="FIELD", help="only rules that test this field")
    listing.set_defaults(run=_kb_list)
    show = _command(actions, "show", "one rule: its conditions, its consequence, its warrant")
    show.add_argument("rule", metavar="RULE")
    show.set_defaults(run=_kb_show)
    check = _command(actions, "check", "look for faults; say what the base holds")
    check.set_defaults(run=_kb_check)
    graph = _command(actions, "graph", "a drawing of the rules: questions, findings, causes, advice, alerts")
    graph.add_argument("--cause", metavar="ID", help="only what bears on this cause and what follows from it")
    graph.add_argument("--format", choices=(*_DRAWINGS, "text"), default="mermaid", help="mermaid is the default")
    graph.add_argument("-o", "--output", metavar="FILE", help="write it there, whole or not at all")
    graph.set_defaults(run=_kb_graph)
    book = _command(actions, "book", "the whole rule book as one document, to be read beside the article")
    book.add_argument("--format", choices=("markdown", "html"), default="markdown", help="markdown is the default")
    book.add_argument("-o", "--output", metavar="FILE", help="write it there, whole or not at all")
    book.set_defaults(run=_kb_book)


def _positive(text: str) -> int:
    """A whole number from 1."""
    number = int(text) if re.fullmatch("[0-9]{1,6}", text) else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} found where a whole number from 1 belongs")
    return number


# -- knowledge and cases ---------------------------------------------------------------------------------------------


def _knowledge_name(article_only: bool = False) -> KnowledgeName:
    from expert.loading import KnowledgeName

    return KnowledgeName(KNOWLEDGE, article_only)


def _reader(knowledge: KnowledgeBase) -> CaseReader:
    """The reader of this knowledge base's cases."""
    from expert.cases.reader import CaseReader

    return CaseReader(knowledge)


def _one_case(reader: CaseReader, path: str) -> Case | Unreadable:
    """The only case of a file, or with ``FILE#N`` the Nth.

    Raises:
        UsageError: there are several and none is picked, or there is no Nth.
    """
    file, number = _picked(path)
    items = list(reader.read_paths([file], sys.stdin))
    if number is None and len(items) == 1:
        return items[0]
    for item in items:
        if number is not None and item.source == f"{file}#{number}":
            return item
    if number is None:
        problem = f"{path} holds {len(items)} cases, and this command takes one."
    else:
        problem = f"{file} has no case {number}; it holds {len(items)}."
    dashes = "-- " if file == "-" else ""  # else -#1 would be taken for an option
    raise UsageError(f"{problem} Pick one by its name, such as {dashes}{items[0].source}\n{_listing(items)}")


def _picked(path: str) -> tuple[str, int | None]:
    """A path and, where it ends in ``#N`` and is no file of that very name, the number."""
    found = re.fullmatch(r"(.+)#([0-9]{1,9})", path, re.DOTALL)
    if found is None or os.path.exists(path):
        return path, None
    return found[1], int(found[2])


def _listing(items: Sequence[Item]) -> str:
    """The cases of a file, one a line, as far as they can be looked through."""
    lines = [f"  {item.source}  {item.id}" for item in items[:_MOST_LISTED]]
    more = len(items) - len(lines)
    return "\n".join([*lines, f"  ... and {more} more"] if more else lines)


def _known(word: str, allowed: Iterable[str], what: str, hint: str = "") -> str:
    """The word, if it is one of these.

    Raises:
        UsageError: it is none; names the nearest.
    """
    names = {name.lower(): name for name in allowed}
    if names.get(word.lower()) == word:
        return word
    near = nearest(word, names)
    guess = f", did you mean {names[near]}?" if near else "."
    raise UsageError(f"{word}: no such {what}{guess}{hint}")


def _known_cause(knowledge: KnowledgeBase, name: str) -> str:
    """The cause's id, checked; capitals and spaces are forgiven."""
    ids = [cause.id for cause in knowledge.causes]
    return _known(name.strip().lower().replace(" ", "_"), ids, "cause", f" Causes: {', '.join(ids)}.")


def _unread(item: Unreadable) -> str:
    """What is wrong with a case, and where."""
    line = f", line {item.error.line}" if item.error.line else ""
    return f"{item.source}{line}: {item.error.message}"


# -- consult ---------------------------------------------------------------------------------------------------------


def _consult(arguments: argparse.Namespace) -> int:
    """``footwise consult``."""
    from expert.asking.faces import run

    if arguments.follow_up and arguments.load is None:
        raise UsageError("--follow-up needs an old case: footwise consult --load CASE --follow-up")
    knowledge = _knowledge_name().load()
    load = None
    if arguments.load is not None:
        load = _readable(_one_case(_reader(knowledge), arguments.load))
    keep = not arguments.no_save
    return run(knowledge, load, arguments.save, arguments.article_only, keep, arguments.follow_up)


def _readable(item: Item) -> Case:
    """The item, if it is a case.

    Raises:
        UsageError: it could not be read; says why.
    """
    from expert.cases.case import Unreadable

    if isinstance(item, Unreadable):
        raise UsageError(_unread(item))
    return item


# -- explain ---------------------------------------------------------------------------------------------------------


def _explain(arguments: argparse.Namespace) -> int:
    """``footwise explain``."""
    from expert.cases.case import Unreadable
    from expert.consultation import Consultant

    knowledge = _knowledge_name(arguments.article_only).load()
    if arguments.cause:
        arguments.cause = _known_cause(knowledge, arguments.cause)
    arguments.why_not = [_known_cause(knowledge, name) for name in arguments.why_not]
    item = _one_case(_reader(knowledge), arguments.case)
    if isinstance(item, Unreadable):
        return _explain_unread(item, arguments)
    other = None
    if arguments.against is not None:
        other = _readable(_one_case(_reader(knowledge), arguments.against))
    with _target(arguments.output):
        if other is not None:
            return _explain_against(item, other, Consultant(knowledge), arguments)
        return _explain_case(item, Consultant(knowledge), arguments)


def _explain_unread(item: Unreadable, arguments: argparse.Namespace) -> int:
    """Say what is wrong with the one case; as JSON also where the result would have stood."""
    from expert.cases.results import error_result, json_line

    _tell(f"footwise: {_unread(item)}")
    if arguments.format == "json":
        _data_output().write(json_line(error_result(item)))
    return UNUSABLE


def _explain_against(case: Case, other: Case, consultant: Consultant, arguments: argparse.Namespace) -> int:
    """Set two cases beside each other; as JSON behind the result of the first."""
    from expert.cases.results import case_result, consult, json_line
    from expert.examining.compare import compare
    from expert.explaining.comparison_text import write_comparison

    for name in ("cause", "why_not", "what_if", "what_would_change"):
        if getattr(arguments, name):
            raise UsageError(f"--against takes no --{name.replace('_', '-')}.")
    if arguments.format not in ("text", "json"):
        raise UsageError(f"--against takes no --format {arguments.format}, but text or json.")
    consultation = consult(case, consultant)
    comparison = compare(consultation, consult(other, consultant))
    if arguments.format == "json":
        there = {"id": other.id, "source": other.source}
        _data_output().write(
            json_line({**case_result(case, consultation), "against": {**there, **comparison.result()}})
        )
    else:
        write_comparison(_console(), comparison, case, other)
    return DONE


def _prospect(consultation: Consultation, consultant: Consultant, arguments: argparse.Namespace) -> Prospect | None:
    """What would change the result: as it is asked for; of itself no more than what single answers it hangs on."""
    from expert.examining.counterfactual import Prospector

    if arguments.what_would_change:
        causes = [arguments.cause] if arguments.cause else None
        return Prospector(consultant).search(consultation.answers, causes)
    bare = not (arguments.cause or arguments.why_not) and arguments.format == "text"
    if not bare or not consultation.conclusions:
        return None
    return Prospector(consultant).search(consultation.answers, [consultation.conclusions[0].cause.id], size=1)


def _explain_case(case: Case, consultant: Consultant, arguments: argparse.Namespace) -> int:
    """Explain a case that could be read."""
    from expert.cases.results import case_result, consult, failed_expect

    changes = _what_if(consultant.knowledge, case, arguments.what_if)
    consultation = consult(case, consultant)
    result = case_result(case, consultation)
    prospect = _prospect(consultation, consultant, arguments)
    if arguments.format == "json":
        if prospect is not None:
            result["what_would_change"] = prospect.result()
        _write_json(result, case, consultant, changes, arguments)
    elif arguments.format != "text":
        _write_document(consultation, case, arguments)
    else:
        _write_text(consultation, case, consultant, changes, arguments, prospect)
    if not failed_expect(result):
        return DONE
    for failure in result["expect"]["failures"]:
        _tell(f"expect failed: {failure}")
    return EXPECT_FAILED


def _write_json(
    result: dict[str, Any],
    case: Case,
    consultant: Consultant,
    changes: Mapping[str, Answer | None],
    arguments: argparse.Namespace,
) -> None:
    """The result as `batch` writes it; ``what_if`` stands behind it where that was asked."""
    from expert.cases.results import json_line

    if changes:
        result = {**result, "what_if": _what_if_result(consultant, case, changes)}
    if (arguments.cause and not arguments.what_would_change) or arguments.why_not:
        _tell("--cause and --why-not shape the text alone; the json holds every conclusion.")
    _data_output().write(json_line(result))


def _write_text(
    consultation: Consultation,
    case: Case,
    consultant: Consultant,
    changes: Mapping[str, Answer | None],
    arguments: argparse.Namespace,
    prospect: Prospect | None = None,
) -> None:
    """The explanation for a reader."""
    from expert.explaining.explanation import write_explanation

    write_explanation(
        _console(),
        consultation,
        case,
        cause=arguments.cause,
        why_not=arguments.why_not,
        what_if=changes or None,
        consultant=consultant,
        prospect=prospect,
    )


def _write_document(consultation: Consultation, case: Case, arguments: argparse.Namespace) -> None:
    """The explanation as a document of its own, or as a drawing."""
    drawing = arguments.format in _DRAWINGS
    elsewhere = ("why_not", "what_if", "what_would_change", *(() if drawing else ("cause",)))
    given = [f"--{name.replace('_', '-')}" for name in elsewhere if getattr(arguments, name)]
    if given:
        _tell(f"{', '.join(given)}: no part of {arguments.format}, which shows the case as it is.")
    if drawing:
        from expert.publishing.graph import case_graph

        cause = consultation.knowledge.cause(arguments.cause) if arguments.cause else None
        _data_output().write(_drawn(case_graph(consultation, cause), arguments.format))
    else:
        from expert.publishing.report import case_document

        _data_output().write(_rendered(case_document(consultation, case), arguments.format))


def _rendered(document: Document, form: str) -> str:
    """A document as Markdown or HTML."""
    from expert.publishing import html, markdown

    return html.render(document) if form == "html" else markdown.render(document)


def _drawn(graph: Graph, form: str) -> str:
    """A graph in one of the languages for drawings, or as text."""
    from expert.publishing import dot, mermaid, svg
    from expert.publishing.graph import as_text

    return {"mermaid": mermaid.render, "dot": dot.render, "svg": svg.render, "text": as_text}[form](graph)


@contextlib.contextmanager
def _target(path: str | None) -> Iterator[None]:
    """Let standard output be this file, which is there whole or not at all; None or - for standard output itself."""
    if path in (None, "-"):
        yield
        return
    with _written(str(path)) as file, contextlib.redirect_stdout(file):
        yield


@contextlib.contextmanager
def _written(path: str) -> Iterator[IO[str]]:
    """A file for results, there whole or not at all.

    Raises:
        UsageError: there can be no file there.
    """
    from expert.files import written_whole

    with contextlib.ExitStack() as stack:
        try:
            file = stack.enter_context(written_whole(path))
        except OSError as error:
            raise UsageError(
                f"{path} cannot be written: {error.strerror}. Name a file in a folder that is there."
            ) from None
        yield file


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


def _what_if_result(consultant: Consultant, case: Case, changes: Mapping[str, Answer | None]) -> dict[str, Any]:
    """What the changed answers give: the answers (null: not known), then the parts of a result."""
    from expert.fields import changed

    fields = consultant.knowledge.vocabulary.asked
    plain = {key: None if answer is None else fields[key].plain(answer) for key, answer in changes.items()}
    return {"answers": plain, **consultant.consult(changed(case.answers, changes)).result()}


# -- batch -----------------------------------------------------------------------------------------------------------


class _Tally:
    """How a batch went."""

    def __init__(self) -> None:
        self.cases = 0
        self.failed = 0
        self.unreadable = 0

    def count(self, result: Mapping[str, Any], failed: bool) -> None:
        """Take note of one result."""
        self.cases += 1
        self.unreadable += result["status"] == "error"
        self.failed += failed

    @property
    def code(self) -> int:
        """The exit code."""
        if self.unreadable:
            return UNUSABLE if self.unreadable == self.cases else SOME_UNREADABLE
        return EXPECT_FAILED if self.failed else DONE

    def __str__(self) -> str:
        cases = "1 case" if self.cases == 1 else f"{self.cases:,} cases"
        return f"{cases}: {self.failed:,} failed their expect, {self.unreadable:,} could not be read."


def _batch(arguments: argparse.Namespace) -> int:
    """``footwise batch``."""
    from expert.cases.batch import evaluate_all
    from expert.cases.results import failed_expect, json_line

    _check_batch(arguments)
    name = _knowledge_name(arguments.article_only)
    knowledge = name.load()
    items: Iterable[Item] = _reader(knowledge).read_paths(arguments.paths, sys.stdin)
    score = _new_score(knowledge) if arguments.score else None
    if score is not None:
        items = score.watch(items)
    results = evaluate_all(items, name, min(arguments.jobs, os.cpu_count() or 1))
    tally = _Tally()
    with _batch_target(arguments) as output, contextlib.closing(results):
        to_stdout = output is sys.stdout
        visible = sys.stderr.isatty() and not (to_stdout and sys.stdout.isatty())
        for result in _with_progress(results) if visible else results:
            if output is not None:
                output.write(json_line(result))
            if score is not None:
                score.add(result)
            tally.count(result, failed_expect(result))
            if result["status"] == "error":
                _tell(_fault(result))
        if output is not None:
            output.flush()
    if score is not None:
        _write_score(score, arguments.format)
    _tell(str(tally))
    return tally.code


def _fault(result: Mapping[str, Any]) -> str:
    """One line on a case that could not be read: where, and what is wrong."""
    error = result["error"]
    line = f", line {error['line']}" if error["line"] else ""
    return f"{result['source']}{line}: {error['message']}"


def _check_batch(arguments: argparse.Namespace) -> None:
    """Look whether the options go together.

    Raises:
        UsageError: they do not.
    """
    formats = ("text", "json") if arguments.score else ("jsonl",)
    if arguments.format not in (None, *formats):
        such = "With" if arguments.score else "Without"
        raise UsageError(f"--format {arguments.format}: {such} --score the format is {' or '.join(formats)}.")
    if arguments.score and arguments.output == "-":
        raise UsageError("-o -: With --score the report goes to standard output; name a file for the results.")


def _batch_target(arguments: argparse.Namespace) -> contextlib.AbstractContextManager[IO[str] | None]:
    """Where the results go; with ``--score`` and no file, nowhere."""
    if arguments.output not in (None, "-"):
        return _written(arguments.output)
    return contextlib.nullcontext(None if arguments.score else _data_output())


def _new_score(knowledge: KnowledgeBase) -> Score:
    """A score that has seen nothing yet."""
    from expert.examining.score import Score

    return Score(knowledge)


def _write_score(score: Score, form: str | None) -> None:
    """The report of ``batch --score``."""
    from expert.cases.results import json_line
    from expert.explaining.score_text import write_report

    if form == "json":
        _data_output().write(json_line(score.plain()))
    else:
        write_report(_console(), score)


def _with_progress(results: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The results, with a moving count on standard error once it takes long."""
    start = time.monotonic()
    with contextlib.ExitStack() as cleanup:
        advance = None
        for number, result in enumerate(results, 1):
            yield result
            if advance is None and time.monotonic() - start > _SECONDS_BEFORE_PROGRESS:
                advance = cleanup.enter_context(_progress())
            if advance is not None:
                advance(number)


@contextlib.contextmanager
def _progress() -> Iterator[Any]:
    """A progress bar; how many there are in all is not known before the last one is read."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = TextColumn("{task.completed:,} cases"), BarColumn(), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda number: bar.update(task, completed=number)


# -- kb and schema ---------------------------------------------------------------------------------------------------


def _kb_list(arguments: argparse.Namespace) -> int:
    """``footwise kb list``."""
    from expert.explaining.rule_text import write_rules

    knowledge = _knowledge_name().load()
    if arguments.claim is not None:
        _known(arguments.claim, knowledge.claims, "claim")
    if arguments.cause is not None:
        arguments.cause = _known_cause(knowledge, arguments.cause)
    if arguments.field is not None:
        _known(arguments.field, knowledge.vocabulary.fields, "field")
    rules = [rule for rule in knowledge.rules if _matches(knowledge, rule, arguments)]
    if rules:
        write_rules(_console(), knowledge, rules)
    else:
        _tell("No rule matches.")
    return DONE


def _matches(knowledge: KnowledgeBase, rule: KnowledgeRule, arguments: argparse.Namespace) -> bool:
    """Whether a rule passes all the filters."""
    causes = {atom.key for atom in rule.atoms if atom.kind == "conclusion"}
    concluded = getattr(rule, "cause", None)
    if concluded is not None:
        causes.add(concluded.id)
    tested = {atom.key for atom in rule.atoms if atom.kind == "field"}
    tested |= {source for key in tested for source in knowledge.vocabulary.sources(key)}
    return (
        (arguments.claim is None or arguments.claim in rule.claims)
        and (arguments.cause is None or arguments.cause in causes)
        and (arguments.field is None or arguments.field in tested)
    )


def _kb_show(arguments: argparse.Namespace) -> int:
    """``footwise kb show``."""
    from expert.explaining.rule_text import write_rule

    knowledge = _knowledge_name().load()
    if arguments.rule.upper() in knowledge.claims:
        claim = arguments.rule.upper()
        raise UsageError(f"{claim} is a claim and no rule; the rules that rest on it: footwise kb list --claim {claim}")
    _known(arguments.rule, knowledge.position, "rule", " All of them: footwise kb list")
    console = _console()
    write_rule(console, knowledge, arguments.rule)
    _write_cases_of_rule(console, knowledge, arguments.rule)
    return DONE


def _write_cases_of_rule(console: Console, knowledge: KnowledgeBase, name: str) -> None:
    """The cases of the library that fire a rule, and those that nearly do."""
    import textwrap
    from importlib.resources import as_file, files

    from expert.cases.case import Case
    from expert.examining.library import lines, try_rule

    with as_file(files(KNOWLEDGE.partition(".")[0]) / "cases") as folder:
        items = _reader(knowledge).read_paths([str(folder)], None)
        cases = [replace(item, source=os.path.basename(item.source)) for item in items if isinstance(item, Case)]
    for title, entries in lines(knowledge, try_rule(knowledge, cases, knowledge.rule(name))):
        console.print(title, style="bold")
        for entry in entries:
            folded = textwrap.fill(entry, max(console.width, 20), initial_indent="- ", subsequent_indent="  ")
            console.print(folded, soft_wrap=True)


def _kb_graph(arguments: argparse.Namespace) -> int:
    """``footwise kb graph``."""
    from expert.publishing.graph import base_graph

    knowledge = _knowledge_name().load()
    cause = knowledge.cause(_known_cause(knowledge, arguments.cause)) if arguments.cause is not None else None
    graph = base_graph(knowledge, cause)
    if arguments.format == "mermaid" and len(graph.edges) > _MERMAID_EDGES:
        _tell(f"{len(graph.edges)} arrows: Mermaid draws {_MERMAID_EDGES} unless its maxEdges is raised; "
              "--cause draws one cause, --format svg or dot all.")  # fmt: skip
    with _target(arguments.output):
        _data_output().write(_drawn(graph, arguments.format))
    return DONE


def _kb_book(arguments: argparse.Namespace) -> int:
    """``footwise kb book``."""
    from expert.publishing.rule_book import book_document

    with _target(arguments.output):
        _data_output().write(_rendered(book_document(_knowledge_name().load()), arguments.format))
    return DONE


def _kb_check(_: argparse.Namespace) -> int:
    """``footwise kb check``: faults, or what the base holds and what could be better in it."""
    from expert.checks import check

    try:
        checked = check(_knowledge_name())
    except KnowledgeError as faults:
        print(faults)
        return 1
    knowledge, main_text = checked.knowledge, checked.main
    kinds = Counter(rule.kind for rule in knowledge.rules)
    cited = {claim for rule in knowledge.rules for claim in rule.claims}
    print(f"{knowledge.title}, from {_folder()}")
    print(f"rules: {len(knowledge.rules)} ({', '.join(f'{kind} {number}' for kind, number in kinds.items())})")
    print(f"rules that rest on the article alone: {len(main_text.rules)}")
    print(f"claims: {len(knowledge.claims)} ({len(cited)} in rules, {len(knowledge.mechanisms)} in named mechanisms)")
    print(f"causes: {len(knowledge.causes)}; fields: {len(knowledge.vocabulary.asked)}; red flags: "
          f"{len(knowledge.red_flags)}")  # fmt: skip
    for line in checked.told():
        print(line)
    return 1 if checked.faulty else DONE


def _folder() -> str:
    """Where the knowledge base was read from: an installed copy, or the folder one works in."""
    from importlib.resources import files

    return str(files(KNOWLEDGE.partition(".")[0]))


def _schema(_: argparse.Namespace) -> int:
    """``footwise schema``."""
    import json

    from expert.cases.schema import case_schema

    knowledge = _knowledge_name().load()
    schema = case_schema(knowledge)
    _data_output().write(json.dumps(schema, indent=2, ensure_ascii=False, allow_nan=False) + "\n")
    return DONE


if __name__ == "__main__":
    sys.exit(main())
