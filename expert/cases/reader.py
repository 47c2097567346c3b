"""Reading cases: files and text into checked answers, with what is wrong where they are not.

Three steps, each blind to the others' business:

1. a file, a folder or standard input becomes text (`expert.cases.files`);
2. text becomes raw cases: plain values and the line that each stands on (`expert.cases.yaml_cases` and its like);
3. a raw case becomes a `Case`, or an `Unreadable` that says what is wrong with it (`CaseReader.read_mapping`).
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import IO, Any

from expert.cases.case import Case, Item, RawCase, Unreadable
from expert.cases.csv_cases import csv_cases
from expert.cases.expectations import read_expect
from expert.cases.files import basename, case_files, guessed_format, no_cases
from expert.cases.forms.fhir import from_fhir
from expert.cases.forms.reading import Reading
from expert.cases.forms.story import COLUMNS as STORIES
from expert.cases.forms.story import answers_of
from expert.cases.json_cases import json_cases, jsonl_cases
from expert.cases.names import CaseNames
from expert.cases.values import field_value, id_value, is_unknown, own_id, text_value, units_of, units_value
from expert.cases.yaml_cases import yaml_cases
from expert.characters import harmless
from expert.errors import CaseError, shown, together
from expert.fields import Answer
from expert.knowledge import KnowledgeBase


@dataclass
class _Draft:
    """What has been read of a case so far."""

    units: str
    id: str | None = None
    note: str | None = None
    expect: dict[str, Any] | None = None
    answers: dict[str, Answer] = field(default_factory=dict)


class CaseReader:
    """Reads cases of one knowledge base."""

    def __init__(self, knowledge: KnowledgeBase, reading: Reading | None = None) -> None:
        self._knowledge = knowledge
        self._reading = reading or Reading()
        self._names = CaseNames(knowledge.vocabulary)

    # files and text

    def read_paths(self, paths: Sequence[str], stdin: IO[Any] | None) -> Iterator[Item]:
        """Every case of files, folders and ``-`` (standard input), in the order of the input.

        What a folder stands for: see `expert.cases.files.case_files`. A file that holds no case at all gives one
        `Unreadable`.
        """
        for file in case_files(paths, stdin, self._reading.encoding):
            if isinstance(file, Unreadable):
                yield file
            else:
                yield from self.read_text(file.text, file.path, file.format) or [no_cases(file.path, "No case in it.")]

    def read_text(self, text: str, name: str, format: str | None = None) -> list[Item]:
        """Every case of a text.

        Args:
            text: the text; a byte order mark is passed over.
            name: of the file, for ``source``.
            format: ``yaml``, ``json``, ``jsonl`` or ``csv``; None to guess it from the text.
        """
        text = text.removeprefix("\ufeff")
        name = harmless(name)
        form = format or guessed_format(text)
        if form == "csv":
            cases = csv_cases(io.StringIO(text, newline=""), self._names, self._reading, name)
        else:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
            cases = {"yaml": yaml_cases, "json": json_cases, "jsonl": jsonl_cases}[form](text)
        if form in ("json", "jsonl"):
            cases = from_fhir(cases, self._names, self._reading)
        return [self._item(case, name, number) for number, case in enumerate(cases, 1)]

    def _item(self, raw: RawCase, name: str, number: int) -> Item:
        """A raw case as a case, or as the first of its problems."""
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
        draft = _Draft(units_of(raw, self._reading.units or self._knowledge.vocabulary.unit))
        problems: list[CaseError] = []
        for path, value in self._entries(raw):
            try:
                self._take(draft, path, value)
            except CaseError as error:
                error.line = _line(lines or {}, error.field, ".".join(path), path[0])
                problems.append(error)
        if problems:
            raise together(problems)
        answers = {key: draft.answers[key] for key in self._names.asked if key in draft.answers}
        clash = self._knowledge.contradiction(answers)
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
            told = answers_of(text_value(path[0], value), self._knowledge, draft.units) if value is not None else {}
            draft.answers = {**told, **draft.answers}  # what is answered in so many words goes before a story
        elif path[0] == "units":
            units_value(value, draft.units)
        elif path[0] == "expect":
            draft.expect = None if value is None else read_expect(value, self._knowledge)
        elif path[0] not in self._names.groups:
            raise self._names.no_group(path[0])
        elif value is not None:
            text = f"{path[0]}: {shown(value)} found where fields belong, such as {self._names.example(path[0])}."
            raise CaseError(text, path[0])

    def _take_field(self, draft: _Draft, group: str, name: str, value: object) -> None:
        """Read one field into the draft; what is not known leaves no answer."""
        kind = self._names.asked.get(f"{group}.{name}")
        if kind is None:
            raise self._names.no_field(group, name)
        value = field_value(kind, value)
        if not is_unknown(value):
            draft.answers[kind.key] = kind.read(value, draft.units)


def _opening(value: object) -> str:
    """A value as a sentence begins with it: a text just as it is, our own words for it with a capital."""
    text = shown(value)
    return text if isinstance(value, str) and value.strip() else text[:1].upper() + text[1:]


def _line(lines: Mapping[str, int], *paths: str | None) -> int | None:
    """The line of the first of these paths that has one, else the case's own."""
    return next((lines[path] for path in (*paths, "") if path is not None and path in lines), None)
