"""Reading cases: files and text into checked answers, with what is wrong where they are not.

Three steps, each blind to the others' business:

1. files, folders and standard input are read block by block (`expert.cases.files`) and cut into pieces of whole cases
   (`expert.cases.pieces`);
2. a piece becomes raw cases: plain values and the line that each stands on (`expert.cases.yaml_cases` and its like);
3. a raw case becomes a `Case`, or an `Unreadable` that says what is wrong with it (`CaseReader.read_mapping`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import IO, Any

from expert.cases.case import Case, Item, RawCase, Unreadable
from expert.cases.csv_cases import csv_cases, table_of
from expert.cases.expectations import read_expect
from expert.cases.files import Pause, TextSource, basename
from expert.cases.forms.fhir import from_fhir
from expert.cases.forms.reading import Reading, once
from expert.cases.forms.story import COLUMNS as STORIES
from expert.cases.forms.story import answers_of
from expert.cases.forms.table import Table
from expert.cases.json_cases import json_case, plain_json
from expert.cases.names import CaseNames
from expert.cases.pieces import Cutter, Done, Piece
from expert.cases.values import field_value, id_value, is_unknown, own_id, text_value, units_of, units_value
from expert.errors import CaseError, shown, together
from expert.fields import Answer
from expert.knowledge import KnowledgeBase

#: Answers are remembered, so that a value that comes again need not be read again; so many, of so short values.
_MOST_KNOWN, _MOST_PARTS, _MOST_LETTERS = 20_000, 20, 40


@dataclass
class _Draft:
    """What has been read of a case so far."""

    units: str
    id: str | None = None
    note: str | None = None
    expect: dict[str, Any] | None = None
    answers: dict[str, Answer] = field(default_factory=dict)


class CaseReader:
    """Reads cases of one knowledge base.

    Attributes:
        knowledge: the base.
    """

    def __init__(self, knowledge: KnowledgeBase, reading: Reading | None = None) -> None:
        self.knowledge = knowledge
        reading = reading or Reading()
        self._reading = replace(reading, tell=once(reading.tell))
        self._names = CaseNames(knowledge.vocabulary)
        self._position = {key: place for place, key in enumerate(self._names.asked)}
        self._table: tuple[bytes, str, Table] | None = None
        self._known: dict[tuple[object, ...], Answer | None] = {}

    # files and text

    def read_paths(self, paths: Sequence[str], stdin: IO[Any] | None) -> Iterator[Item]:
        """Every case of files, folders and ``-`` (standard input), in the order of the input, as it comes in.

        What a folder stands for: see `expert.cases.files.sources`. A file that holds no case at all gives one
        `Unreadable`.
        """
        for piece in Cutter(self._names, self._reading).pieces(paths, stdin):
            if isinstance(piece, Piece):
                yield from self.read_piece(piece)

    def read_text(self, text: str, name: str, format: str | None = None) -> list[Item]:
        """Every case of a text.

        Args:
            text: the text; a byte order mark is passed over.
            name: of the file, for ``source``.
            format: ``yaml``, ``json``, ``jsonl`` or ``csv``; None to guess it from the text.
        """
        found: list[Item] = []
        for piece in Cutter(self._names, self._reading).cut(TextSource(text, name, format)):
            if isinstance(piece, Piece):
                found += self.read_piece(piece)
        return found

    def pieces(
        self,
        paths: Sequence[str],
        stdin: IO[Any] | None,
        done: Done | None = None,
        tell: Callable[[str], None] | None = None,
    ) -> Iterator[Piece | Pause]:
        """Files, folders and ``-`` cut into pieces that any reader of the same base can read; see `Cutter.pieces`.

        Args:
            tell: takes what there is to tell of files while they are cut, in place of the reading's.
        """
        reading = replace(self._reading, tell=tell or self._reading.tell)
        return Cutter(self._names, reading, done).pieces(paths, stdin)

    def read_piece(self, piece: Piece) -> Iterator[Item]:
        """The cases of a piece of a file."""
        items: Iterator[Item] = (
            self._item(raw, piece.name, number) for number, raw in enumerate(self._raw(piece), piece.number)
        )
        if piece.form in ("jsonl", "json"):
            items = self._json_items(piece)
        return islice(items, piece.skip, None)

    def read_rows(self, header: Sequence[str], rows: Iterable[Sequence[str]], name: str) -> Iterator[Item]:
        """The cases of a table that is at hand already, one for each row, empty or not.

        Args:
            header: the names of the columns. name: of the table; the Nth row is ``NAME#N``.

        Raises:
            CaseError: columns that no case has.
        """
        table = Table.of(header, 1, self._names, self._reading, ",")
        if isinstance(table, RawCase):
            assert table.problem is not None, "a header that is no table has a problem"
            raise CaseError(table.problem.message, table.problem.field)
        if table.notice:
            self._reading.tell(f"{name}: {table.notice}")
        for number, row in enumerate(rows, 1):
            yield self._item(table.case(row, number), name, number)

    def _raw(self, piece: Piece) -> Iterable[RawCase]:
        """What a piece holds, not checked yet."""
        if piece.form != "csv":
            return piece.cases
        if self._table is None or self._table[:2] != (piece.head, piece.delimiter):
            table = table_of(piece.head, piece.delimiter, 1, self._names, self._reading)
            assert isinstance(table, Table), "a piece has a header that was looked at"
            self._table = piece.head, piece.delimiter, table
        text = piece.data.decode("utf-8", "surrogateescape")
        return csv_cases(text, self._table[2], piece.delimiter, piece.line)

    def _json_items(self, piece: Piece) -> Iterator[Item]:
        """The cases of JSON texts: read in one go, and where anything is out of the ordinary by the careful parser."""
        base, number = basename(piece.name), piece.number
        for line, text in _json_texts(piece):
            case = self._plain_case(text, f"{piece.name}#{number}", f"{base}#{number}")
            if case is None:
                careful = text if isinstance(text, str) else text.decode("utf-8", "surrogateescape")
                (raw,) = from_fhir([json_case(careful, line)], self._names, self._reading)
                yield self._item(raw, piece.name, number)
            else:
                yield case
            number += 1

    def _plain_case(self, text: bytes | str, source: str, default: str) -> Case | None:
        """The case of a JSON text in which there is nothing to be said against anything, else None."""
        raw = plain_json(text)
        if raw is None:
            return None
        try:
            return self.read_mapping(raw, source, default)
        except CaseError:
            return None

    def _item(self, raw: RawCase, name: str, number: int) -> Item:
        """A raw case as a case, or as its problems."""
        source, default = f"{name}#{number}", f"{basename(name)}#{number}"
        problems = [] if raw.problem is None else [raw.problem]
        if isinstance(raw.value, Mapping):
            try:
                case = self.read_mapping(raw.value, source, default, {"": raw.line, **raw.lines})
                if not problems:
                    return case
            except CaseError as error:
                problems.append(error)
        elif not problems:
            problems.append(CaseError(f"{_opening(raw.value)} found where a case belongs: a mapping of groups to "
                                      "fields.", line=raw.line))  # fmt: skip
        problems.sort(key=lambda problem: problem.line or 0)
        return Unreadable(own_id(raw.value) or default, source, together(problems))

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
            lines: where each key stands, by its path (``pot``, ``pot.soil``); the case itself under ``""``.

        Raises:
            CaseError: what is wrong, all of it, in the order of the mapping; with the field of the first, and its line
                where `lines` has it.
        """
        draft = _Draft(units_of(raw, self._reading.units or self.knowledge.vocabulary.unit))
        problems: list[CaseError] = []
        for path, value in self._entries(raw):
            try:
                self._take(draft, path, value)
            except CaseError as error:
                error.line = _line(lines or {}, error.field, ".".join(path), path[0])
                problems.append(error)
        if problems:
            raise together(problems)
        answers = {key: draft.answers[key] for key in sorted(draft.answers, key=self._position.__getitem__)}
        clash = self.knowledge.contradiction(answers)
        if clash is not None:
            name = clash.field
            raise CaseError(clash.message(answers), name, _line(lines or {}, name, name.split(".")[0]))
        return Case(draft.id or default_id, source, answers, draft.expect, draft.note, draft.units)

    def _entries(self, raw: Mapping[str, Any]) -> Iterator[tuple[tuple[str, ...], object]]:
        """The keys of a case and, in the place of a group, those of its fields, in order."""
        for key, value in raw.items():
            if key in self._names.groups and isinstance(value, Mapping):
                for name, inner in value.items():
                    yield (str(key), str(name)), inner
            else:
                yield (str(key),), value

    def _take(self, draft: _Draft, path: tuple[str, ...], value: object) -> None:
        """Read one entry into the draft."""
        if len(path) == 2:
            self._take_field(draft, *path, value)
        elif path[0] == "id":
            draft.id = id_value(value)
        elif path[0] == "note":
            draft.note = None if value is None else text_value("note", value)
        elif path[0] in STORIES:
            told = answers_of(text_value(path[0], value), self.knowledge) if value is not None else {}
            draft.answers = {**told, **draft.answers}  # what is answered in so many words goes before a story
        elif path[0] == "units":
            units_value(value, draft.units)
        elif path[0] == "expect":
            draft.expect = None if value is None else read_expect(value, self.knowledge)
        elif path[0] not in self._names.groups:
            raise self._names.no_group(path[0])
        elif value is not None:
            text = f"{path[0]}: {shown(value)} found where fields belong, such as {self._names.example(path[0])}."
            raise CaseError(text, path[0])

    def _take_field(self, draft: _Draft, group: str, name: str, value: object) -> None:
        """Read one field into the draft; what is not known leaves no answer."""
        key = f"{group}.{name}"
        known = _key(key, value, draft.units)
        if known in self._known:
            answer = self._known[known]
        else:
            answer = self._answer(group, name, value, draft.units)
            if known:
                if len(self._known) >= _MOST_KNOWN:
                    self._known.clear()
                self._known[known] = answer
        if answer is not None:
            draft.answers[key] = answer

    def _answer(self, group: str, name: str, value: object, units: str) -> Answer | None:
        """A field's value as an answer; None where it is not known."""
        kind = self._names.asked.get(f"{group}.{name}")
        if kind is None:
            raise self._names.no_field(group, name)
        value = field_value(kind, value)
        return None if is_unknown(value) else kind.read(value, units)


def _key(key: str, value: object, units: str) -> tuple[object, ...]:
    """What a value that was read is remembered by; nothing where that is not worth it.

    The type is part of it, since to Python 1 and 1.0 and true are the same.
    """
    if isinstance(value, str):
        return (key, value, units) if len(value) <= _MOST_LETTERS else ()
    if isinstance(value, list):
        few = len(value) <= _MOST_PARTS and all(type(part) is str and len(part) <= _MOST_LETTERS for part in value)
        return (key, *value, list, units) if few else ()
    return (key, value, type(value), units) if value is None or isinstance(value, bool) else ()


def _json_texts(piece: Piece) -> Iterable[tuple[int, bytes | str]]:
    """The JSON texts of a piece, each with its line."""
    if piece.form == "json":
        return piece.texts
    lines = enumerate(piece.data.splitlines(), piece.line)
    return ((line, text) for line, text in lines if text.strip())


def _opening(value: object) -> str:
    """A value as a sentence begins with it: a text just as it is, our own words for it with a capital."""
    text = shown(value)
    return text if isinstance(value, str) and value.strip() else text[:1].upper() + text[1:]


def _line(lines: Mapping[str, int], *paths: str | None) -> int | None:
    """The line of the first of these paths that has one, else the case's own."""
    return next((lines[path] for path in (*paths, "") if path is not None and path in lines), None)
