"""``read``: what people write in words of their own, turned into cases."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import IO, TYPE_CHECKING, Any

from expert.commands.context import Context
from expert.commands.exits import DONE, SOME_UNREADABLE, UNUSABLE
from expert.commands.parsing import add_output
from expert.commands.streams import data_output, target, tell
from expert.errors import ExpertError, UsageError, did_you_mean, shown
from expert.hearing import MOST_OF_STORY
from expert.json_text import encoded, pretty

if TYPE_CHECKING:
    from expert.fields import Answers, Field
    from expert.hearing.story import Reading
    from expert.knowledge import KnowledgeBase

#: The longest line of JSON, in letters, and what of it is read, in bytes.
_MOST_LINE = 8 * MOST_OF_STORY
_MOST_BYTES = 4 * _MOST_LINE + 1


@dataclass(frozen=True)
class Options:
    """What was asked for; see `add`."""

    story: str
    format: str
    today: date
    replies: str | None
    output: str | None


def add(parser: argparse.ArgumentParser) -> None:
    """Give the parser the arguments of this command."""
    parser.add_argument("story", metavar="STORY", nargs="?", default="-", help="a text file; - (the default) for stdin")
    parser.add_argument(
        "--format", choices=("yaml", "json", "jsonl"), default="yaml",
        help='yaml, the default, is a case with the words as comments; jsonl reads many: a line {"id", "story"} each',
    )  # fmt: skip
    parser.add_argument(
        "--replies", metavar="FILE",
        help='instead, typed replies to single questions: a line {"field", "reply"} or {"lines": [...], "reply"} each',
    )  # fmt: skip
    parser.add_argument(
        "--today", metavar="DATE", type=_day, default=date.today(),
        help='the day that "since March" is counted from, as 2026-03-31; without it the day it is',
    )  # fmt: skip
    add_output(parser)
    parser.set_defaults(options=Options, run=run)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{shown(text)} found where a date such as 2026-03-31 belongs") from None


def run(options: Options, context: Context) -> int:
    """Read the story, the stories or the replies."""
    knowledge = context.load()
    if options.replies is not None and options.story != "-":
        raise UsageError("--replies takes no story beside it.")
    source = options.story if options.replies is None else options.replies
    with target(options.output, [source]):
        if options.replies is not None:
            return _many(source, lambda row: _reply(row, knowledge, options.today))
        if options.format == "jsonl":
            return _many(source, lambda row: _story(row, knowledge, options.today))
        text = _text(source)
        reading = _heard(text, knowledge, options.today)
        data_output().write(_json(knowledge, reading) if options.format == "json" else _yaml(knowledge, reading))
    return DONE


def _heard(text: str, knowledge: KnowledgeBase, today: date) -> Reading:
    from expert.hearing.story import read_story

    return read_story(knowledge, knowledge.words, text, today)


# -- input -----------------------------------------------------------------------------------------------------------


@contextmanager
def _opened(source: str) -> Iterator[IO[bytes]]:
    """The file, or standard input."""
    if source == "-":
        yield sys.stdin.buffer
        return
    try:
        file = open(source, "rb")  # noqa: SIM115
    except OSError as error:
        raise UsageError(f"{source} cannot be read: {error.strerror}.") from None
    with file:
        yield file


def _text(source: str) -> str:
    """A story.

    Raises:
        UsageError: it is no text, or far too long for a story.
    """
    with _opened(source) as file:
        try:
            raw = file.read(4 * MOST_OF_STORY + 1)
        except OSError as error:
            raise UsageError(f"{source} cannot be read: {error.strerror}.") from None
    return _bounded(_decoded(raw, source), source)


def _decoded(raw: bytes, source: str) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"{source} is no text in UTF-8.") from None


def _bounded(text: str, source: str) -> str:
    if len(text) > MOST_OF_STORY:
        raise UsageError(f"{shown(source)}: a story has no more than {MOST_OF_STORY:,} letters.")
    return text


def _many(source: str, answer: Callable[[Mapping[str, Any]], dict[str, Any]]) -> int:
    """A line of JSON in, a line out; a line that cannot be read has an error in its place."""
    done = failed = 0
    with _opened(source) as file:
        for number, raw in _lines(file):
            if not raw.strip():
                continue
            named: dict[str, Any] = {}
            try:
                row = _row(_decoded(raw, f"{source}#{number}"), f"{source}#{number}")
                named = _named(row)
                result = answer(row)
                done += 1
            except ExpertError as error:
                failed += 1
                tell(str(error))
                result = {"error": {"message": str(error), "line": number}}
            data_output().write(_line({**named, **result}))
    if not failed:
        return DONE
    return SOME_UNREADABLE if done else UNUSABLE


def _lines(file: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Each line with its number; of one that is far too long no more than shows that it is, however long it goes on."""
    number = 0
    while raw := file.readline(_MOST_BYTES):
        number += 1
        yield number, raw
        while len(raw) == _MOST_BYTES and not raw.endswith(b"\n") and b"\0" not in raw:
            raw = file.readline(_MOST_BYTES)
        if b"\0" in raw:  # no text, and maybe without an end
            return


def _row(text: str, where: str) -> Mapping[str, Any]:
    if len(text) > _MOST_LINE:
        raise UsageError(f"{where} is longer than {_MOST_LINE:,} letters. A line holds one story or one reply.")
    try:
        row = json.loads(text, parse_constant=_no_number)
        json.dumps(row, ensure_ascii=False, allow_nan=False).encode()
    except UnicodeEncodeError:
        raise UsageError(f"{where} holds half a character (a lone surrogate). Take it out.") from None
    except (ValueError, RecursionError):
        raise UsageError(f"{where} is no line of JSON.") from None
    if not isinstance(row, dict):
        raise UsageError(f"{where} is no JSON object.")
    return row


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number of JSON")


def _named(row: Mapping[str, Any]) -> dict[str, Any]:
    """What the result is to be known by."""
    return {"id": row["id"]} if "id" in row else {}


def _said(row: Mapping[str, Any], key: str) -> str:
    """A text of a row.

    Raises:
        UsageError: it is missing, or no text.
    """
    text = row.get(key)
    if not isinstance(text, str):
        raise UsageError(f"a line needs a text as its {key}.")
    return _bounded(text, key)


def _story(row: Mapping[str, Any], knowledge: KnowledgeBase, today: date) -> dict[str, Any]:
    return _result(knowledge, _heard(_said(row, "story"), knowledge, today))


def _reply(row: Mapping[str, Any], knowledge: KnowledgeBase, today: date) -> dict[str, Any]:
    from expert.hearing.reply import read_reply

    fields = knowledge.vocabulary.asked
    lines = row.get("lines")
    target: Field | list[Field]
    several = isinstance(lines, list)
    target = [_field(fields, name) for name in row["lines"]] if several else _field(fields, row.get("field"))
    try:
        day = _day(str(row["today"])) if "today" in row else today
    except argparse.ArgumentTypeError as error:
        raise UsageError(f"today: {error}.") from None
    reply = read_reply(knowledge, knowledge.words, target, _said(row, "reply"), day)
    found: dict[str, Any] = {}
    if reply.answers:
        found["answers"] = _plain(knowledge, reply.answers)
    if reply.unknown:
        found["unknown"] = True if not isinstance(lines, list) else list(reply.unknown)
    further = [f"How did it go: {', '.join(reply.ticked)}?"] if reply.ticked else []
    ask = " ".join([*filter(None, [reply.ask]), *further])
    if ask or not found:
        found["ask"] = ask
    return found


def _field(fields: Mapping[str, Field], name: object) -> Field:
    if not isinstance(name, str) or name not in fields:
        raise UsageError(f"{shown(name)} is no field{did_you_mean(str(name), fields) or '.'}")
    return fields[name]


# -- output ----------------------------------------------------------------------------------------------------------


def _line(result: Mapping[str, Any]) -> str:
    return encoded(result) + "\n"


def _plain(knowledge: KnowledgeBase, answers: Answers) -> dict[str, Any]:
    return {key: knowledge.vocabulary.asked[key].plain(answer) for key, answer in answers.items()}


def _result(knowledge: KnowledgeBase, reading: Reading) -> dict[str, Any]:
    """What was heard, as data."""
    answers: dict[str, dict[str, Any]] = {}
    for key, value in _plain(knowledge, reading.answers).items():
        group, name = key.split(".")
        answers.setdefault(group, {})[name] = value
    heard = [
        {"field": each.field, "value": each.value, "words": each.words, "start": each.start, "end": each.end}
        for each in reading.heard
    ]
    return {"answers": answers, "heard": heard, "unheard": list(reading.unheard)}


def _json(knowledge: KnowledgeBase, reading: Reading) -> str:
    return pretty(_result(knowledge, reading)) + "\n"


def _yaml(knowledge: KnowledgeBase, reading: Reading) -> str:
    """A case, with the words that each answer rests on beside it, and what was not understood at its end."""
    from expert.characters import harmless

    lines: list[str] = []
    group = ""
    words: dict[str, list[str]] = {}
    for each in reading.heard:
        said = harmless(" ".join(each.words.split()))
        if said not in words.setdefault(each.field, []):
            words[each.field].append(said)
    for key, value in _plain(knowledge, reading.answers).items():
        name = key.split(".")
        if name[0] != group:
            group = name[0]
            lines.append(f"{group}:")
        written = encoded(value)
        quoted = "; ".join(f'"{said}"' for said in words.get(key, ()))
        lines.append(f"  {name[1]}: {written}  # {quoted}")
    if not lines:
        lines.append("{}  # nothing was understood")
    if reading.unheard:
        lines.append("# Not understood:")
        lines += [f"#   {harmless(' '.join(each.split()))}" for each in reading.unheard]
    return "\n".join(lines) + "\n"
