"""Reading cases: YAML, JSON, JSON Lines and CSV text into checked answers, and answers back into YAML.

Three steps, each blind to the others' business:

1. a file, a folder or standard input becomes text (`CaseReader.read_paths`);
2. text becomes documents: plain values and the line that each stands on (``_yaml_documents`` and its like);
3. a document becomes a `Case`, or an `Unreadable` that says what is wrong with it (`CaseReader.read_mapping`).

Numbers keep the text that they were written with, so that nothing is rounded and nothing reinterpreted (YAML 1.1 reads
``044`` as 36 and ``1:30`` as 90).
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import stat
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import IO, Any

import yaml

from expert.errors import CaseError, did_you_mean, nearest
from expert.expectations import CAUSE_LISTS, CLAIM_LISTS, LEVEL_PARTS, PARTS, read_expect, shown
from expert.fields import Answer, Answers, Choice, Computed, Field, Many, Quantity, Vocabulary

Contradiction = Callable[[Answers], "tuple[str, str] | None"]

FORMATS = {
    ".yaml": "yaml", ".yml": "yaml", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv",
}  # fmt: skip
TOP_LEVEL = ("id", "units", "note", "expect")

_MOST_VALUES = 10_000
_MOST_DEPTH = 20
_LISTS_IN_CSV = {f"expect.{part}" for part in (*CAUSE_LISTS, *CLAIM_LISTS)}
_LEVELS_IN_CSV = {f"expect.{part}" for part in LEVEL_PARTS}


@dataclass(frozen=True)
class Case:
    """One case, checked.

    Attributes:
        id: its own, or the file's name and its number.
        source: ``FILE#N``.
        answers: what it says, in the vocabulary's order; what is not known is not in it.
        expect: what it must give, in the shapes of `expert.expectations.read_expect`; None where it has no such part.
        note: its free text, as it was written.
        units: of its bare numbers, ``mi`` or ``km``.
    """

    id: str
    source: str
    answers: Mapping[str, Answer]
    expect: Mapping[str, Any] | None
    note: str | None
    units: str


@dataclass(frozen=True)
class Unreadable:
    """A case, or a whole file, that could not be read."""

    id: str
    source: str
    error: CaseError


Item = Case | Unreadable


# -- documents: plain values and their lines -------------------------------------------------------------------------


@dataclass
class _Document:
    """One case as its file has it.

    Attributes:
        line: where it begins.
        raw: its value: mappings, lists, texts, true, false and null.
        lines: where each key stands, by its path (``shoes``, ``shoes.age``).
        problem: why it cannot be read, or the first key that is there twice.
        size: how many values it holds, aliases spelled out.
    """

    line: int
    raw: object = None
    lines: dict[str, int] = field(default_factory=dict)
    problem: CaseError | None = None
    size: int = 0

    def count(self, values: int, depth: int, line: int) -> None:
        """Take note of more values; stop at a document that no case needs and no memory could hold."""
        self.size += values
        if self.size > _MOST_VALUES:
            raise CaseError(f"More than {_MOST_VALUES:,} values in one case. Part several cases.", line=line)
        if depth > _MOST_DEPTH:
            raise CaseError(f"Nested more than {_MOST_DEPTH} deep. A case is a mapping of groups to fields.", line=line)

    def key(self, mapping: Mapping[str, object], path: str, name: str, line: int) -> str:
        """Take note of a key about to be added to the mapping at `path`, and give the key's own path.

        A key that is there already is a problem.
        """
        inner = f"{path}.{name}" if path else name
        if name not in mapping:
            self.lines.setdefault(inner, line)
        elif self.problem is None:
            text = f"{shown(inner, 80)}: given twice, on lines {self.lines.get(inner, line)} and {line}. Keep one."
            self.problem = CaseError(text, shown(inner, 80), line)
        return inner


def _broken(line: int, message: str) -> _Document:
    """A document that could not be taken apart."""
    return _Document(line, problem=CaseError(message, line=line))


def _not_text(text: str, line: int) -> _Document | None:
    """The problem with a piece of text that holds bytes which are no UTF-8, if it does."""
    found = re.search("[\ud800-\udfff]", text)
    if found is None:
        return None
    return _broken(line + text.count("\n", 0, found.start()), "Not UTF-8 text. Save the file in UTF-8.")


# YAML

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MARKER = re.compile(r"^(?:---|\.\.\.)(?=\s|\Z)", re.MULTILINE)
_NOTHING = re.compile(r"(?:[ \t]*(?:#.*)?(?:\n|\Z)|%.*(?:\n|\Z))*")
_NOT_YAML = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PLAIN_TAGS = (None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")
_NULLS = ("", "~", "null")
_BOOLS = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}


def _yaml_documents(text: str) -> Iterator[_Document]:
    """Every document of a YAML stream. Each is parsed alone, so that a broken one does not take others with it."""
    for line, chunk in _yaml_chunks(text):
        if not _NOTHING.fullmatch(chunk):
            yield from _yaml_chunk(chunk, line)


def _yaml_chunks(text: str) -> Iterator[tuple[int, str]]:
    """The pieces between the document markers, with their first lines."""
    line, start = 1, 0
    for marker in _MARKER.finditer(text):
        yield line, text[start : marker.start()]
        line += text.count("\n", start, marker.start())
        start = marker.start() if marker[0] == "---" else marker.end()
    yield line, text[start:]


def _yaml_chunk(chunk: str, first: int) -> list[_Document]:
    """The document of one piece; none where it is empty."""
    broken = _not_text(chunk, first)
    if broken is not None:
        return [broken]
    odd = _NOT_YAML.search(chunk)
    if odd is not None:
        line = first + chunk.count("\n", 0, odd.start())
        return [_broken(line, f"Not valid YAML: the character U+{ord(odd[0]):04X} is not allowed. Take it out.")]
    documents: list[_Document] = []
    try:
        events = yaml.parse(chunk, Loader=_LOADER)
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                document = _YamlDocument(first, events)
                if document.raw is not None:
                    documents.append(document)
    except CaseError as error:
        return [_Document(first, problem=error)]
    except yaml.YAMLError as error:
        line = first + min(_yaml_line(error), chunk.rstrip("\n").count("\n"))
        return [_broken(line, f"Not valid YAML: {_yaml_reason(error)}. Correct the line; "
                        "texts with : # or quotes in them belong in quotes.")]  # fmt: skip
    return documents


def _yaml_line(error: yaml.YAMLError) -> int:
    """The line, from 0, of a YAML error."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return int(mark.line) if mark is not None else 0


def _yaml_reason(error: yaml.YAMLError) -> str:
    """What PyYAML says is wrong, in one line."""
    parts = [getattr(error, name, None) for name in ("context", "problem", "reason")]
    return shown(", ".join(str(part) for part in parts if part) or "cannot be parsed", 160)


class _YamlDocument(_Document):
    """One YAML document, built from PyYAML's events."""

    def __init__(self, first: int, events: Iterator[Any]) -> None:
        super().__init__(first)
        self._first = first
        self._events = events
        self._anchors: dict[str, tuple[object, int]] = {}
        event = next(events)
        self.line = first + int(event.start_mark.line)
        self.raw = self._value(event, "", 0)

    def _value(self, event: Any, path: str, depth: int) -> object:
        """The value that begins with `event`."""
        line = self._first + int(event.start_mark.line)
        self.count(1, depth, line)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event.anchor, depth, line)
        if event.tag not in _PLAIN_TAGS:
            raise CaseError(f"The tag {shown(event.tag)} is not supported. Take it out.", line=line)
        before, value = self.size, None
        if isinstance(event, yaml.ScalarEvent):
            value = _yaml_scalar(event, path)
        elif isinstance(event, yaml.SequenceStartEvent):
            value = self._sequence(path, depth)
        else:
            value = self._mapping(path, depth)
        if event.anchor:
            self._anchors[event.anchor] = value, self.size - before
        return value

    def _alias(self, name: str | None, depth: int, line: int) -> object:
        """What an anchor before this stands for."""
        if name is None or name not in self._anchors:
            raise CaseError(f"*{shown(name)} stands for nothing that was named before it with &.", line=line)
        value, size = self._anchors[name]
        self.count(size, depth, line)
        return value

    def _sequence(self, path: str, depth: int) -> object:
        """The items up to the end of a list."""
        items = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._value(event, path, depth + 1))
        return items

    def _mapping(self, path: str, depth: int) -> object:
        """The entries up to the end of a mapping; of a key that is there twice the first."""
        mapping: dict[str, object] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            line = self._first + int(event.start_mark.line)
            if not isinstance(event, yaml.ScalarEvent):
                raise CaseError("A key must be a name, not a list, a mapping or an alias.", line=line)
            inner = self.key(mapping, path, event.value, line)
            value = self._value(next(self._events), inner, depth + 1)
            mapping.setdefault(event.value, value)
        return mapping


def _yaml_scalar(event: Any, path: str) -> object:
    """Null, true or false where YAML 1.1 says so; else the text as written, be it a number, a date or a word."""
    text = str(event.value)
    if not event.implicit[0]:
        return text
    if text.lower() in _NULLS:
        return None
    return text if path in ("id", "note") else _BOOLS.get(text.lower(), text)


# JSON

_SPACE = re.compile(r"[ \t\n\r]*")


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no number that a case can hold")


_SCALARS = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=_no_constant)


class _Json:
    """A JSON parser that knows its lines; strings, numbers and words are left to the standard library's."""

    def __init__(self, text: str, first: int = 1) -> None:
        self.text = text
        self._first = first
        self._breaks = [found.start() for found in re.finditer("\n", text)]

    def line(self, at: int) -> int:
        """The line of a place in the text."""
        return self._first + bisect_left(self._breaks, at)

    def skip(self, at: int) -> int:
        """The next place that is not white space."""
        found = _SPACE.match(self.text, at)
        return found.end() if found else at

    def document(self, at: int) -> tuple[_Document, int]:
        """The value at a place as a document, and where it ends.

        Raises:
            CaseError: it is not valid JSON.
        """
        document = _Document(self.line(at))
        document.raw, end = self._value(document, at, "", 0)
        broken = _not_text(self.text[at:end], document.line)
        return broken or document, end

    def wrong(self, at: int, reason: str) -> CaseError:
        """The error for broken syntax."""
        return CaseError(f"Not valid JSON: {reason}. Correct the line.", line=self.line(at))

    def _value(self, document: _Document, at: int, path: str, depth: int) -> tuple[Any, int]:
        """The value at a place, and where it ends."""
        document.count(1, depth, self.line(at))
        if self.text.startswith("{", at):
            return self._object(document, at, path, depth)
        if self.text.startswith("[", at):
            return self._array(document, at, path, depth)
        try:
            return _SCALARS.raw_decode(self.text, at)
        except json.JSONDecodeError as error:
            raise self.wrong(error.pos, error.msg[:1].lower() + error.msg[1:]) from None
        except ValueError as error:
            raise self.wrong(at, str(error)) from None

    def _array(self, document: _Document, at: int, path: str, depth: int) -> tuple[list[object], int]:
        """A list."""
        items: list[object] = []
        at = self.skip(at + 1)
        if self.text.startswith("]", at):
            return items, at + 1
        while True:
            value, at = self._value(document, at, path, depth + 1)
            items.append(value)
            at, done = self.part(at, "]")
            if done:
                return items, at

    def _object(self, document: _Document, at: int, path: str, depth: int) -> tuple[dict[str, object], int]:
        """A mapping; of a key that is there twice the first."""
        mapping: dict[str, object] = {}
        at = self.skip(at + 1)
        if self.text.startswith("}", at):
            return mapping, at + 1
        while True:
            if not self.text.startswith('"', at):
                raise self.wrong(at, "a key in double quotes expected")
            line = self.line(at)
            name, at = self._value(document, at, path, depth)
            at = self.skip(at)
            if not self.text.startswith(":", at):
                raise self.wrong(at, "a colon expected after the key")
            inner = document.key(mapping, path, name, line)
            value, at = self._value(document, self.skip(at + 1), inner, depth + 1)
            mapping.setdefault(name, value)
            at, done = self.part(at, "}")
            if done:
                return mapping, at

    def part(self, at: int, end: str) -> tuple[int, bool]:
        """Pass the comma between two parts, or the end of them; and whether it was the end."""
        at = self.skip(at)
        if self.text.startswith(end, at):
            return at + 1, True
        if self.text.startswith(",", at):
            return self.skip(at + 1), False
        raise self.wrong(at, f"a comma or {end} expected")


def _json_documents(text: str, first: int = 1) -> Iterator[_Document]:
    """The one case of a JSON text, or each of its list; what comes before a syntax error is still there."""
    parser = _Json(text, first)
    at = parser.skip(0)
    if at == len(text):
        return
    try:
        if not text.startswith("[", at):
            document, at = parser.document(at)
            yield _json_end(parser, at) or document
            return
        at = parser.skip(at + 1)
        done = text.startswith("]", at)
        at += done
        while not done:
            document, at = parser.document(at)
            yield document
            at, done = parser.part(at, "]")
        after = _json_end(parser, at)
        if after is not None:
            yield after
    except CaseError as error:
        yield _Document(error.line or first, problem=error)


def _json_end(parser: _Json, at: int) -> _Document | None:
    """The problem with text after the end, if there is some."""
    at = parser.skip(at)
    if at == len(parser.text):
        return None
    hint = "For several cases write a list, or one case a line in a file called .jsonl"
    return _broken(parser.line(at), f"Not valid JSON: more text after the end. {hint}.")


def _jsonl_documents(text: str) -> Iterator[_Document]:
    """The case of each line that is not blank."""
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            parser = _Json(line, number)
            try:
                document, end = parser.document(parser.skip(0))
                yield _json_end(parser, end) or document
            except CaseError as error:
                yield _Document(number, problem=error)


# CSV


def _csv_rows(text: str) -> Iterator[tuple[int, list[str] | CaseError]]:
    """Each row that is not empty, with its first line."""
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        line = rows.line_num + 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            hint = "Write a quote inside a quoted cell twice, and close every quoted cell"
            yield line, CaseError(f"Not valid CSV: {error}. {hint}.", line=line)
            continue
        if any(cell.strip() for cell in row):
            yield line, row


def _csv_cell(column: str, kind: Field | None, cell: str) -> object:
    """The value of a cell: lists are parted by ``;``, levels written ``cause:level``."""
    if column == "note":
        return cell
    cell = cell.strip()
    if column in _LEVELS_IN_CSV:
        return _csv_levels(column, cell)
    if isinstance(kind, Many) or column in _LISTS_IN_CSV:
        if cell == "[]":
            return []
        return [part.strip() for part in cell.split(";")] if ";" in cell else cell
    return cell


def _csv_levels(column: str, cell: str) -> dict[str, str]:
    """``cause:level;cause:level``."""
    levels: dict[str, str] = {}
    for part in cell.split(";"):
        cause, colon, level = (text.strip() for text in part.partition(":"))
        if not colon:
            raise CaseError(f"{column}: {shown(part)} found where cause:level belongs; part several by ;", column)
        if cause in levels:
            raise CaseError(f"{column}: {shown(cause)} is given twice. Keep one.", column)
        levels[cause] = level
    return levels


# -- reading ---------------------------------------------------------------------------------------------------------


def _is_unknown(value: object) -> bool:
    """Whether a value means "not known"."""
    return value is None or (isinstance(value, str) and value.strip().lower() == "unknown")


@dataclass
class _Draft:
    """What has been read of a case so far."""

    id: str | None = None
    note: str | None = None
    units: str = "mi"
    expect: dict[str, Any] | None = None
    answers: dict[str, Answer] = field(default_factory=dict)


class CaseReader:
    """Reads cases of one knowledge base.

    Args:
        vocabulary: the fields.
        contradictions: each takes the answers and gives the field to blame and a message, or None.
        causes: the ids that ``expect`` may name.
        claims: the claims that ``expect`` may name.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        contradictions: Sequence[Contradiction],
        causes: Sequence[str],
        claims: Collection[str],
    ) -> None:
        self._vocabulary = vocabulary
        self._contradictions = tuple(contradictions)
        self._causes = tuple(causes)
        self._claims = claims
        self._groups = list(dict.fromkeys(key.split(".")[0] for key in vocabulary.asked))

    # files

    def read_paths(self, paths: Sequence[str], stdin: IO[Any] | None) -> Iterator[Item]:
        """Every case of files, folders and ``-`` (standard input), in the order of the input.

        A folder stands for the files in it, and below it, that have a known ending, sorted by name; hidden ones (whose
        name starts with a dot) are left out. A file that holds no case at all gives one `Unreadable`.
        """
        for path in paths:
            if path == "-":
                yield from self._read_bytes(_stdin_bytes(stdin), "-", None)
            elif os.path.isdir(path):
                yield from self._read_folder(path)
            else:
                yield from self._read_file(path)

    def _read_folder(self, folder: str) -> Iterator[Item]:
        """The cases of a folder."""
        found = False
        for path, problem in _walk(folder):
            found = True
            yield from self._read_file(path) if problem is None else [self._failed(path, problem)]
        if not found:
            endings = ", ".join(FORMATS)
            yield self._failed(folder, f"The folder {shown(folder)} holds no case files. Known endings: {endings}.")

    def _read_file(self, path: str) -> Iterable[Item]:
        """The cases of one file."""
        try:
            with open(path, "rb") as file:
                data = file.read()
        except FileNotFoundError:
            return [self._failed(path, f"No such file or folder: {shown(path)}. Check the path.")]
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            return [self._failed(path, f"The file {shown(path)} cannot be opened: {reason}.")]
        return self._read_bytes(data, path, FORMATS.get(os.path.splitext(path)[1].lower()))

    def _read_bytes(self, data: bytes, path: str, form: str | None) -> Iterable[Item]:
        """The cases of a file's bytes. Where some are no UTF-8, only the cases that hold them are lost."""
        if b"\0" in data:
            return [self._failed(path, "Not a text file in UTF-8 (it holds zero bytes). Save it as UTF-8 text.")]
        items = self.read_text(data.decode("utf-8", "surrogateescape"), path, form)
        return items or [self._failed(path, "No case in it.")]

    def _failed(self, path: str, message: str) -> Unreadable:
        """A file or folder that gives no case."""
        name = _printable(path)
        return Unreadable(f"{_basename(name)}#1", f"{name}#1", CaseError(message))

    # text

    def read_text(self, text: str, name: str, format: str | None = None) -> list[Item]:
        """Every case of a text.

        Args:
            text: the text; a byte order mark is passed over.
            name: of the file, for ``source``.
            format: ``yaml``, ``json``, ``jsonl`` or ``csv``; None to guess it from the text.
        """
        text = text.removeprefix("\ufeff")
        name = _printable(name)
        form = format or _guess(text)
        if form == "csv":
            documents = self._csv_documents(text)
        else:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
            split = {"yaml": _yaml_documents, "json": _json_documents, "jsonl": _jsonl_documents}[form]
            documents = split(text)
        return [self._item(document, name, number) for number, document in enumerate(documents, 1)]

    def _item(self, document: _Document, name: str, number: int) -> Item:
        """A document as a case, or as the first of its problems."""
        source, default = f"{name}#{number}", f"{_basename(name)}#{number}"
        problems = [] if document.problem is None else [document.problem]
        raw = document.raw
        if isinstance(raw, Mapping):
            lines = {"": document.line, **document.lines}
            try:
                case = self.read_mapping(raw, source, default, lines)
                if not problems:
                    return case
            except CaseError as error:
                problems.append(error)
        elif not problems:
            problems.append(CaseError(f"{shown(raw).capitalize()} found where a case belongs: a mapping of groups to "
                                      "fields.", line=document.line))  # fmt: skip
        first = min(problems, key=lambda problem: problem.line or 0)
        return Unreadable(_own_id(raw) or default, source, first)

    def _csv_documents(self, text: str) -> Iterator[_Document]:
        """The case of each row; one problem alone where a column is unknown, as no row can then be trusted."""
        header: list[str] | None = None
        for line, row in _csv_rows(text):
            if isinstance(row, CaseError):
                yield _Document(line, problem=row)
                if header is None:
                    return
            elif header is None:
                header = [cell.strip() for cell in row]
                problem = self._header_problem(header, line)
                if problem is not None:
                    yield _Document(line, problem=problem)
                    return
            else:
                yield _not_text("\n".join(row), line) or self._csv_row(header, row, line)

    def _header_problem(self, header: Sequence[str], line: int) -> CaseError | None:
        """The first column that no case has, or that is there twice."""
        for index, column in enumerate(header):
            try:
                if column:
                    self._check_column(column)
            except CaseError as error:
                error.line = line
                return error
            if column and column in header[:index]:
                return CaseError(f"{column}: two columns of this name. Keep one.", column, line)
        return None

    def _check_column(self, column: str) -> None:
        """Raise a `CaseError` for a column that no case has."""
        group, dot, name = column.partition(".")
        if column in TOP_LEVEL and column != "expect" or column in self._vocabulary.asked:
            return
        if group == "expect" and dot:
            read_expect({name: None}, self._causes, self._claims)
            return
        if group in self._groups and dot:
            raise self._no_field(group, name)
        hint = " Columns are parted by commas." if ";" in column or "\t" in column else ""
        columns = [*self._vocabulary.asked, "id", "units", "note", *(f"expect.{part}" for part in PARTS)]
        guess = self._elsewhere(name if dot else column) or nearest(column, columns)
        if dot and (near := nearest(group, self._groups)) and f"{near}.{name}" in self._vocabulary.asked:
            guess = f"{near}.{name}"
        text = f"{shown(column)}: no such column" + (f", did you mean {guess}?" if guess else ".")
        raise CaseError(text + hint, shown(column))

    def _csv_row(self, header: Sequence[str], row: Sequence[str], line: int) -> _Document:
        """A row as a document."""
        raw: dict[str, Any] = {}
        document = _Document(line, raw)
        if len(row) > len(header):
            text = f"{len(row)} cells, but the header has {len(header)} columns. Put cells with a comma in quotes."
            document.problem = CaseError(text, line=line)
        for column, cell in zip(header, row, strict=False):
            if not cell.strip() or document.problem is not None:
                continue
            if not column:
                document.problem = CaseError(f"{shown(cell)} stands in a column without a name. Name it.", line=line)
                continue
            try:
                value = _csv_cell(column, self._vocabulary.asked.get(column), cell)
            except CaseError as error:
                error.line = line
                document.problem = error
                continue
            group, dot, name = column.partition(".")
            if dot:
                raw.setdefault(group, {})[name] = value
            else:
                raw[column] = value
        return document

    # one case

    def read_mapping(
        self,
        raw: Mapping[str, Any],
        source: str = "",
        default_id: str = "",
        lines: Mapping[str, int] | None = None,
    ) -> Case:
        """A case from plain data.

        Args:
            raw: groups to fields, as JSON or YAML has them.
            source: ``FILE#N``.
            default_id: where the case has no id of its own.
            lines: where each key stands, by its path (``shoes``, ``shoes.age``); the case itself under ``""``.

        Raises:
            CaseError: the first thing that is wrong, in the order of the mapping; with its line where `lines` has it.
        """
        draft = _Draft(units=_units_of(raw))
        for path, value in self._entries(raw):
            try:
                self._take(draft, path, value)
            except CaseError as error:
                error.line = _line(lines or {}, error.field, ".".join(path), path[0])
                raise
        answers = {key: draft.answers[key] for key in self._vocabulary.asked if key in draft.answers}
        for contradiction in self._contradictions:
            found = contradiction(answers)
            if found is not None:
                name, message = found
                raise CaseError(message, name, _line(lines or {}, name, name.split(".")[0]))
        return Case(draft.id or default_id, source, answers, draft.expect, draft.note, draft.units)

    def _entries(self, raw: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], object]]:
        """The keys of a case and, in the place of a group, those of its fields, in order."""
        for key, value in raw.items():
            if key in self._groups and isinstance(value, Mapping):
                for name, inner in value.items():
                    yield (str(key), str(name)), inner
            else:
                yield (str(key),), value

    def _take(self, draft: _Draft, path: tuple[str, ...], value: object) -> None:
        """Read one entry into the draft."""
        if len(path) == 2:
            self._take_field(draft, *path, value)
        elif path[0] == "id":
            draft.id = _read_id(value)
        elif path[0] == "note":
            draft.note = None if value is None else _read_text("note", value)
        elif path[0] == "units":
            _read_units(value)
        elif path[0] == "expect":
            draft.expect = None if value is None else read_expect(value, self._causes, self._claims)
        elif path[0] not in self._groups:
            raise self._no_key(path[0])
        elif value is not None:
            text = f"{path[0]}: {shown(value)} found where fields belong, such as {self._example(path[0])}."
            raise CaseError(text, path[0])

    def _take_field(self, draft: _Draft, group: str, name: str, value: object) -> None:
        """Read one field into the draft; what is not known leaves no answer."""
        kind = self._vocabulary.asked.get(f"{group}.{name}")
        if kind is None:
            raise self._no_field(group, name)
        value = _plain(kind, value)
        if not _is_unknown(value):
            draft.answers[kind.key] = kind.read(value, draft.units)

    # names that are not there

    def _example(self, group: str) -> str:
        """How a group is written."""
        names = [key.split(".")[1] for key in self._vocabulary.asked if key.split(".")[0] == group]
        return f"{group}: {{{names[0]}: ...}}"

    def _elsewhere(self, name: str) -> str | None:
        """The fields, in whatever group, that have this name."""
        found = [key for key in self._vocabulary.asked if key.split(".")[1] == name]
        return " or ".join(found) or None

    def _no_field(self, group: str, name: str) -> CaseError:
        """The error for a field that its group does not have."""
        key = shown(f"{group}.{name}", 80)
        computed = self._vocabulary.fields.get(f"{group}.{name}")
        if isinstance(computed, Computed):
            sources = " or ".join(" and ".join(names) for names in computed.sources)
            return CaseError(f"{key}: no such field to fill in; it is worked out from {sources}.", key)
        own = [known.split(".")[1] for known in self._vocabulary.asked if known.split(".")[0] == group]
        guess = self._elsewhere(name)
        if guess is None and (near := nearest(name, own)):
            guess = f"{group}.{near}"
        if guess is None and (near := nearest(name, (known.split(".")[1] for known in self._vocabulary.asked))):
            guess = self._elsewhere(near)
        hint = f", did you mean {guess}?" if guess else f". Fields of {group}: {', '.join(own)}."
        return CaseError(f"{key}: no such field{hint}", key)

    def _no_key(self, key: str) -> CaseError:
        """The error for a top-level key that no case has."""
        name = shown(key)
        hint = did_you_mean(key, [*self._groups, *TOP_LEVEL])
        if key in self._vocabulary.asked:
            group, _, inner = key.partition(".")
            hint = f", did you mean {group}: {{{inner}: ...}}?"
        elif not hint and (places := self._elsewhere(key)):
            hint = f", did you mean {places}?"
        hint = hint or f". Allowed: {', '.join((*TOP_LEVEL, *self._groups))}."
        return CaseError(f"{name}: no such group{hint}", name)


def _line(lines: Mapping[str, int], *paths: str | None) -> int | None:
    """The line of the first of these paths that has one, else the case's own."""
    return next((lines[path] for path in (*paths, "") if path is not None and path in lines), None)


def _plain(kind: Field, value: object) -> object:
    """A field's value as `Field.read` takes it, or None where it is not known.

    Raises:
        CaseError: a mapping, an empty text, a list where one value belongs, or "unknown" beside other values.
    """
    if isinstance(value, Mapping):
        raise CaseError(f"{kind.key}: a mapping found where a value belongs. Allowed: {kind.allowed()}.", kind.key)
    if not isinstance(value, (list, tuple)):
        return _plain_word(kind, value)
    if len(value) == 1 and _is_unknown(value[0]):
        return None
    if any(_is_unknown(item) for item in value):
        text = "unknown stands beside other values. Leave it out, or leave out the field"
        raise CaseError(f"{kind.key}: {text}.", kind.key)
    if isinstance(kind, Many):
        return [_plain_word(kind, item) for item in value]
    if len(value) == 1 and not isinstance(value[0], (list, tuple, Mapping)):
        return _plain_word(kind, value[0])
    raise CaseError(f"{kind.key}: {shown(value)} found where one value belongs. Allowed: {kind.allowed()}.", kind.key)


def _plain_word(kind: Field, value: object) -> object:
    """One value: "true" and "false" are yes and no wherever yes and no are values."""
    if isinstance(value, (list, tuple, Mapping)):
        raise CaseError(f"{kind.key}: {shown(value)} found inside a list. Allowed: {kind.allowed()}.", kind.key)
    if isinstance(value, str) and not value.strip():
        text = "an empty text is no value; leave it out if it is not known"
        raise CaseError(f"{kind.key}: {text}. Allowed: {kind.allowed()}.", kind.key)
    words = kind.values if isinstance(kind, (Choice, Many)) else {}
    if isinstance(value, str) and value.strip().lower() in ("true", "false"):
        value = value.strip().lower() == "true" if "yes" in words else value
    if isinstance(value, bool) and isinstance(kind, Many):
        return "yes" if value else "no"
    return value


def _read_text(name: str, value: object) -> str:
    """A text, or a number as its text."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        raise CaseError(f"{name}: {shown(value)} found where a text belongs.", name)
    text = str(value)
    if re.search("[\ud800-\udfff]", text):
        raise CaseError(f"{name}: holds half a character (a lone surrogate). Take it out.", name)
    return text


def _read_id(value: object) -> str | None:
    """A case's own id, one line of text; None where it has none."""
    if value is None:
        return None
    text = _read_text("id", value).strip()
    if not text.isprintable():
        raise CaseError(f"id: {shown(text)} holds line breaks or other characters that cannot be shown.", "id")
    return text or None


def _own_id(raw: object) -> str | None:
    """The id of a case that cannot be read, where at least that can."""
    try:
        return _read_id(raw.get("id")) if isinstance(raw, Mapping) else None
    except CaseError:
        return None


def _read_units(value: object) -> str:
    """``mi`` or ``km``; miles where it is not known."""
    if _is_unknown(value):
        return "mi"
    word = value.strip().lower() if isinstance(value, str) else ""
    if word not in ("mi", "km"):
        raise CaseError(f"units: {shown(value)} is not allowed. Allowed: mi, km.", "units")
    return word


def _units_of(raw: Mapping[str, Any]) -> str:
    """The units that hold for the whole case, wherever in it they stand; bad ones are reported in their turn."""
    try:
        return _read_units(raw.get("units"))
    except CaseError:
        return "mi"


# -- files -----------------------------------------------------------------------------------------------------------


def _printable(path: str) -> str:
    """A path as text that can be written anywhere."""
    return path.encode("utf-8", "replace").decode("utf-8")


def _basename(name: str) -> str:
    """The last part of a path."""
    return os.path.basename(name.rstrip("/" + os.sep)) or name


def _stdin_bytes(stdin: IO[Any] | None) -> bytes:
    """All of standard input, be it open for bytes or for text."""
    if stdin is None:
        return b""
    data = getattr(stdin, "buffer", stdin).read()
    return data if isinstance(data, bytes) else str(data).encode("utf-8", "surrogateescape")


def _walk(folder: str) -> Iterator[tuple[str, str | None]]:
    """The case files of a folder and of those below it, sorted; a folder that cannot be opened, with the reason."""
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        yield folder, f"The folder {shown(folder)} cannot be opened: {error.strerror}."
        return
    for name in names:
        path = os.path.join(folder, name)
        if name.startswith("."):
            continue
        if os.path.isdir(path):
            if not os.path.islink(path):
                yield from _walk(path)
        elif os.path.splitext(name)[1].lower() in FORMATS and _is_plain_file(path):
            yield path, None


def _is_plain_file(path: str) -> bool:
    """Whether reading it can end: not so for pipes and devices. A broken link counts, so that it is reported."""
    try:
        return stat.S_ISREG(os.stat(path).st_mode)
    except OSError:
        return True


def _guess(text: str) -> str:
    """The format of a text that has no name, by its first lines."""
    lines = [line for line in text.splitlines() if line.strip()]
    first = lines[0].strip() if lines else ""
    if first.startswith(("{", "[")):
        if any(line.startswith("{") for line in lines[1:]) and first.startswith("{"):
            return "jsonl"
        start = re.match(r"\s*\[?\s*(?:\{\s*(?:[\"}]|\Z)|\]|\Z)", text)
        return "json" if start else "yaml"
    if ":" in first or first.startswith(("#", "---", "%", "...")):
        return "yaml"
    return "csv" if "," in first or "." in first or first in TOP_LEVEL else "yaml"


# -- writing ---------------------------------------------------------------------------------------------------------


def dump_case(answers: Answers, vocabulary: Vocabulary, id: str | None = None, note: str | None = None) -> str:
    """A case as YAML text that the reader reads back to the same answers: group by group, a field a line."""
    top = {name: text for name, text in (("id", id), ("note", note)) if text is not None}
    lines = [yaml.safe_dump(top, sort_keys=False, allow_unicode=True, width=100).rstrip("\n")] if top else []
    group = ""
    for key in vocabulary.asked:
        if key in answers:
            before, (group, name) = group, key.split(".")
            if group != before:
                lines.append(f"{group}:")
            lines.append(f"  {name}: {_yaml_text(answers[key])}")
    return "\n".join(lines or ["{}"]) + "\n"


def _yaml_text(answer: Answer) -> str:
    """An answer as YAML writes it."""
    if isinstance(answer, Quantity):
        return answer.text
    if isinstance(answer, tuple):
        return f"[{', '.join(_yaml_word(str(word)) for word in answer)}]"
    return _yaml_word(answer)


def _yaml_word(word: str) -> str:
    """A word, in quotes only where YAML would take it for something else; yes and no are read as themselves."""
    if word in ("yes", "no") or (re.fullmatch("[a-z][a-z0-9_]*", word) and word not in _BOOLS and word not in _NULLS):
        return word
    return json.dumps(word)
