"""Cases as YAML: a stream of documents into raw cases, and answers back into YAML that reads back the same.

PyYAML only takes the text apart. What its words mean is settled here, since its own reading of numbers, dates and words
would change what was written; its events also have the lines that it would lose.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import yaml

from expert.cases.case import ENDLESS, MOST_BYTES, RawCase, broken, not_text, too_much
from expert.characters import ACTING
from expert.errors import CaseError, shown
from expert.fields import Answer, Answers, Quantity, Vocabulary

#: PyYAML's parser: the one in C, where there is one.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MARKER = re.compile(rb"(?:---|\.\.\.)(?=\s|\Z)")
_NOT_YAML = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PLAIN_TAGS = (None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq")
_NULLS = ("", "~", "null")
_BOOLS = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False}


# -- reading ---------------------------------------------------------------------------------------------------------


class YamlCutter:
    """Takes the documents out of a stream as its lines come in. Each is parsed alone, so that a broken one takes no
    other with it; no more than a document is kept, and of lines that say nothing only how many there were.
    """

    def __init__(self) -> None:
        self._held = bytearray()
        self._blank = 0  # empty lines, held back until it is known that something follows
        self._says = False
        self._long = False
        self._line = 0
        self._first = 1

    def take(self, raw: bytes) -> Iterator[RawCase]:
        """The next line, with its end: the cases of the document that it ends, if it does."""
        self._line += 1
        line = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        marker = _MARKER.match(line)
        if marker:
            yield from self._finish()
        if line == b"\n":
            self._blank += bool(self._held)
        elif line == ENDLESS:
            self._hold(b"~\n")
            self._long = True
        elif marker and marker[0] == b"...":
            self._hold(line[3:])
        else:
            self._hold(line)

    def end(self) -> Iterator[RawCase]:
        """The cases of what is left when there are no more lines."""
        yield from self._finish()

    def _hold(self, line: bytes) -> None:
        """Keep a line of the document."""
        nothing = line.startswith(b"%") or not line.strip(b" \t\n") or line.lstrip(b" \t").startswith(b"#")
        self._says = self._says or not nothing
        if nothing and not self._held and not line.startswith(b"%"):
            return
        if not self._held:
            self._first = self._line
        if len(self._held) + self._blank + len(line) > MOST_BYTES:
            self._long = True
            del self._held[1:]
        elif not self._long:
            self._held += b"\n" * self._blank + line
        self._blank = 0

    def _finish(self) -> Iterator[RawCase]:
        """A document is whole."""
        held, long, says = self._held, self._long, self._says
        if len(held) + self._blank <= MOST_BYTES:
            held += b"\n" * self._blank
        self._held, self._blank, self._says, self._long = bytearray(), 0, False, False
        if long:
            yield broken(self._first, too_much("The document"))
        elif says:
            yield from _chunk_cases(held.decode("utf-8", "surrogateescape"), self._first)


def _chunk_cases(chunk: str, first: int) -> list[RawCase]:
    """The case of one piece; none where it is empty."""
    undecoded = not_text(chunk, first)
    if undecoded is not None:
        return [undecoded]
    odd = _NOT_YAML.search(chunk)
    if odd is not None:
        line = first + chunk.count("\n", 0, odd.start())
        return [broken(line, f"Not valid YAML: the character U+{ord(odd[0]):04X} is not allowed. Take it out.")]
    cases: list[RawCase] = []
    try:
        events = yaml.parse(chunk, Loader=LOADER)
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                case = _YamlCase(first, events)
                if case.value is not None:
                    cases.append(RawCase(case.line, case.value, case.lines, case.problem, case.size))
    except CaseError as error:
        return [RawCase(first, problem=error)]
    except yaml.YAMLError as error:
        line = first + min(_error_line(error), chunk.rstrip("\n").count("\n"))
        return [broken(line, f"Not valid YAML: {_reason(error)}. Correct the line; "
                        "texts with : # or quotes in them belong in quotes.")]  # fmt: skip
    return cases


def _error_line(error: yaml.YAMLError) -> int:
    """The line, from 0, of a YAML error."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return int(mark.line) if mark is not None else 0


def _reason(error: yaml.YAMLError) -> str:
    """What PyYAML says is wrong, in one line."""
    parts = [getattr(error, name, None) for name in ("context", "problem", "reason")]
    return shown(", ".join(str(part) for part in parts if part) or "cannot be parsed", 160)


class _YamlCase(RawCase):
    """The case of one YAML document, built from PyYAML's events."""

    def __init__(self, first: int, events: Iterator[Any]) -> None:
        super().__init__(first)
        self._first = first
        self._events = events
        self._anchors: dict[str, tuple[object, int]] = {}
        event = next(events)
        self.line = first + int(event.start_mark.line)
        self.value = self._value(event, "", 0)

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
            value = _scalar(event, path)
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


def _scalar(event: Any, path: str) -> object:
    """Null, true or false where YAML 1.1 says so; else the text as written, be it a number, a date or a word."""
    text = str(event.value)
    if not event.implicit[0]:
        return text
    if text.lower() in _NULLS:
        return None
    return text if path in ("id", "note") else _BOOLS.get(text.lower(), text)


# -- writing ---------------------------------------------------------------------------------------------------------


def dump_case(answers: Answers, vocabulary: Vocabulary, id: str | None = None, note: str | None = None) -> str:
    """A case as YAML text that the reader reads back to the same answers: group by group, a field a line."""
    top = {name: text for name, text in (("id", id), ("note", note)) if text is not None}
    quoted = '"' if any(set(ACTING.findall(text)) - {"\n"} for text in top.values()) else None
    dumped = yaml.safe_dump(top, sort_keys=False, allow_unicode=True, width=100, default_style=quoted) if top else ""
    dumped = "\n".join(ACTING.sub(_escape, line) for line in dumped.split("\n"))
    lines = [dumped.rstrip("\n")] if top else []
    group = ""
    for key in vocabulary.asked:
        if key in answers:
            before, (group, name) = group, key.split(".")
            if group != before:
                lines.append(f"{group}:")
            lines.append(f"  {name}: {_answer_text(answers[key])}")
    return "\n".join(lines or ["{}"]) + "\n"


def _escape(found: re.Match[str]) -> str:
    """A character that acts, or that YAML would take for a line break, as it is written between quotes."""
    return f"\\U{ord(found[0]):08x}"


def group_lines(answers: Answers, vocabulary: Vocabulary) -> list[str]:
    """The answers of a case, a group a line: ``pot: {soil: dry, drains: no}``."""
    groups: dict[str, list[str]] = {}
    for key in vocabulary.asked:
        if key in answers:
            group, name = key.split(".")
            groups.setdefault(group, []).append(f"{name}: {_answer_text(answers[key])}")
    return [f"{group}: {{{', '.join(fields)}}}" for group, fields in groups.items()]


def in_a_line(answers: Answers, vocabulary: Vocabulary) -> str:
    """A case on one line, which is YAML too: ``{pot: {soil: dry}}``."""
    return f"{{{', '.join(group_lines(answers, vocabulary))}}}"


def _answer_text(answer: Answer) -> str:
    """An answer as YAML writes it."""
    if isinstance(answer, Quantity):
        return answer.text
    if isinstance(answer, tuple):
        return f"[{', '.join(_word(str(word)) for word in answer)}]"
    return _word(answer)


def _word(word: str) -> str:
    """A word, in quotes only where YAML would take it for something else; yes and no are read as themselves."""
    if word in ("yes", "no") or (re.fullmatch("[a-z][a-z0-9_]*", word) and word not in _BOOLS and word not in _NULLS):
        return word
    return json.dumps(word)
