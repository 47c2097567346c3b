"""Files cut into pieces that can be read anywhere: here, or by a process that knows nothing of the rest.

A format whose cases are whole lines is cut into bytes (`by_line`, `by_row`), which is cheap: whoever evaluates the
cases reads them too. Of any other format the cases are taken out here, and a piece holds them as they were read.
Whatever the format, a piece ends where a case ends, and no more than a piece is at hand at a time.

A new format is a function here from what a file holds to pieces, and its name in `_CUTTERS`. What is to be told of a
file as a whole, such as the columns that are left out, is told here, so that it is told once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import IO, Any

from expert.cases.case import ENDLESS, MOST_BYTES, RawCase, broken, too_much
from expert.cases.csv_cases import counts, delimiter_of, named_delimiter, stays_open, table_of
from expert.cases.files import Pause, Source, guessed_format, sources
from expert.cases.forms.fhir import from_fhir, may_be_several
from expert.cases.forms.reading import Reading
from expert.cases.json_cases import JsonCutter, json_case
from expert.cases.names import CaseNames
from expert.cases.yaml_cases import YamlCutter
from expert.characters import harmless
from expert.errors import CaseError, UsageError

#: Of cases that are taken out one by one, so many go together at most.
CASES = 32


@dataclass(frozen=True)
class Mark:
    """How far the input was read when a piece was cut, so that one can go on behind it.

    Attributes:
        closed: the files read to their end since the piece before, each with its name, length and digest.
        source: the name of the file that the piece is from.
        read: how many bytes of it had been read. digest: of these bytes.
        cases: how many of its cases were cut, this piece's included.
    """

    closed: tuple[tuple[str, int, str], ...]
    source: str
    read: int
    digest: str
    cases: int


@dataclass(frozen=True)
class Piece:
    """Some cases of a file, one behind the other.

    Attributes:
        name: the file's, as ``source`` has it.
        number: of the first case in its file; count: how many there are.
        form: how `data` is to be read (``jsonl``, ``csv``); nothing where `cases` has them.
        line: the first of the data. head: the rows of a table's header. delimiter: what parts its cells.
        texts: the JSON texts of a list, each with its line.
        cases: the cases as they were read.
        skip: so many of the first are done already.
        mark: where the piece ends.
    """

    name: str
    number: int
    count: int
    form: str = ""
    line: int = 1
    data: bytes = b""
    head: bytes = b""
    delimiter: str = ","
    texts: tuple[tuple[int, str], ...] = ()
    cases: tuple[RawCase, ...] = ()
    skip: int = 0
    mark: Mark | None = None


@dataclass(frozen=True)
class Done:
    """So much of an input was dealt with by an earlier run; see `Mark`.

    Attributes:
        closed: the files that it had read to their end. last: the file in which it stopped.
    """

    closed: Sequence[tuple[str, int, str]] = ()
    last: Mark | None = None


@dataclass(frozen=True)
class Frame:
    """What is known of a file before it is cut.

    Attributes:
        name: as messages have it. names: the fields that its cases may have. reading: how it is to be read.
    """

    name: str
    names: CaseNames
    reading: Reading


class InputChanged(UsageError):
    """The input is not the one that an earlier run has read."""


#: A piece that has neither name nor number yet.
_Cut = Iterator[Piece | Pause]
_Lines = Iterable[list[bytes] | Pause]


class Cutter:
    """Cuts files into pieces.

    Args:
        names: the fields that a case may have.
        reading: how the files are to be read.
        done: what need not be cut again. It is read all the same, to see that it is still what it was.
    """

    def __init__(self, names: CaseNames, reading: Reading, done: Done | None = None) -> None:
        self._names, self._reading = names, reading
        self._done = done or Done()
        self._closed: list[tuple[str, int, str]] = []

    def pieces(self, paths: Sequence[str], stdin: IO[Any] | None) -> Iterator[Piece | Pause]:
        """The pieces of files, folders and ``-`` (standard input), in the order of the input.

        A file that cannot be read, or holds no case, gives one case that says so.

        Raises:
            InputChanged: what is done already is not what stands there now.
        """
        place = 0
        for place, source in enumerate(sources(paths, stdin, self._reading.encoding), 1):
            if place <= len(self._done.closed):
                yield from _pass_over(source, self._done.closed[place - 1])
            else:
                last = self._done.last if place == len(self._done.closed) + 1 else None
                yield from self._file(source, last)
        if place < len(self._done.closed) + bool(self._done.last):
            raise InputChanged(_changed("the input", "it has fewer files than then"))

    def cut(self, source: Source, done: Mark | None = None) -> Iterator[Piece | Pause]:
        """The pieces of one file.

        A text without any case has none; `pieces` gives one for it that says so.
        """
        name, number = harmless(source.path), 1
        early: list[Piece] = []  # not to be given away before all that was read then is known to be the same
        if done is not None and done.source != source.path:
            raise InputChanged(_changed(source.path, f"{done.source} was read in its place"))
        past = done.cases if done else 0
        for piece in self._cut(source, done):
            if isinstance(piece, Pause):
                yield piece
                continue
            first, number = number, number + piece.count
            if number - 1 > past:
                skip = max(0, past - first + 1)
                early.append(replace(piece, name=name, number=first, skip=skip, mark=self._mark(source, number - 1)))
            if done is None or source.read >= done.read:
                yield from early
                early.clear()
        if done is not None and (source.read < done.read or not source.as_expected):
            raise InputChanged(_changed(source.path, "it is not what was read"))
        yield from early

    def _file(self, source: Source, done: Mark | None) -> Iterator[Piece | Pause]:
        """The pieces of one file; where it holds no case, one that says so."""
        empty = done is None
        for piece in self.cut(source, done):
            empty = empty and isinstance(piece, Pause)
            yield piece
        if empty:
            name, mark = harmless(source.path), self._mark(source, 1)
            yield replace(_problem(CaseError("No case in it.")), name=name, number=1, mark=mark)
        self._closed.append((source.path, source.read, source.digest))

    def _mark(self, source: Source, cases: int) -> Mark:
        closed, self._closed = tuple(self._closed), []
        return Mark(closed, source.path, source.read, source.digest, cases)

    def _cut(self, source: Source, done: Mark | None) -> _Cut:
        """The pieces of a file; what hinders the reading is the last of them."""
        try:
            blocks = source.blocks() if done is None else _checked(source, done)
            form, blocks = (source.format, blocks) if source.format else _guessed(blocks)
            yield from _CUTTERS[form](blocks, Frame(harmless(source.path), self._names, self._reading))
        except CaseError as error:
            yield _problem(error)


def _problem(error: CaseError) -> Piece:
    """A case that is nothing but what is wrong."""
    return _cases([RawCase(error.line or 1, problem=error)])


def _cases(cases: Iterable[RawCase]) -> Piece:
    """Cases that were read here."""
    found = tuple(cases)
    return Piece("", 0, len(found), cases=found)


# -- what is there already -------------------------------------------------------------------------------------------


def _changed(what: str, why: str) -> str:
    return f"--resume: {what} has changed since then ({why}). Run without --resume, from the start."


def _pass_over(source: Source, then: tuple[str, int, str]) -> Iterator[Pause]:
    """Read a file that is done, and see that it is the same."""
    if source.path != then[0]:
        raise InputChanged(_changed(source.path, f"{then[0]} was read in its place"))
    try:
        for block in source.blocks():
            if isinstance(block, Pause):
                yield block
    except CaseError:
        pass  # it was told then
    if (source.path, source.read, source.digest) != tuple(then):
        raise InputChanged(_changed(source.path, "it is not what was read"))


def _checked(source: Source, done: Mark) -> Iterator[bytes | Pause]:
    """The blocks of a file whose beginning was read before, as long as that is the same as then."""
    source.expect(done.read, done.digest)
    for block in source.blocks():
        if not source.as_expected:
            raise InputChanged(_changed(source.path, "it is not what was read"))
        yield block


# -- any text --------------------------------------------------------------------------------------------------------


def _guessed(blocks: Iterator[bytes | Pause]) -> tuple[str, Iterator[bytes | Pause]]:
    """The format of a text that has no name, and its blocks again."""
    seen: list[bytes | Pause] = []
    text = ""
    for block in blocks:
        seen.append(block)
        if not isinstance(block, Pause):
            text += block.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
            form = guessed_format(text, len(text) > MOST_BYTES)
            if form is not None:
                return form, chain(seen, blocks)
    return guessed_format(text) or "yaml", iter(seen)


def whole_lines(blocks: Iterable[bytes | Pause]) -> Iterator[list[bytes] | Pause]:
    """Lines with their ends, those of a block together. One that is longer than any case may be is `ENDLESS`."""
    rest, endless = bytearray(), False
    for block in blocks:
        if isinstance(block, Pause):
            yield block
            continue
        if rest.endswith(b"\r"):  # half of a line's end, perhaps
            del rest[-1]
            block = b"\r" + block
        end = max(block.rfind(b"\n"), block.rfind(b"\r", 0, len(block) - 1)) + 1
        if end:
            rest += block[:end]
            lines = bytes(rest).splitlines(keepends=True)
            if endless or len(lines[0]) > MOST_BYTES:
                lines[0] = ENDLESS
            yield lines
            rest, endless = bytearray(block[end:]), False
        else:
            rest += block
        if len(rest) > MOST_BYTES:
            endless = True
            rest.clear()
    if rest or endless:
        yield [ENDLESS] if endless else bytes(rest).splitlines(keepends=True)


# -- the formats -----------------------------------------------------------------------------------------------------


def by_line(blocks: Iterator[bytes | Pause], frame: Frame) -> _Cut:
    """JSON Lines: any number of whole lines is a piece, but for a line that may hold several cases: it is read here."""
    line = 1
    for batch in whole_lines(blocks):
        if isinstance(batch, Pause):
            yield batch
            continue
        start = 0
        special = ENDLESS in batch or may_be_several(b"".join(batch))  # few files have any
        for at, text in enumerate(batch) if special else ():
            if text == ENDLESS or may_be_several(text):
                yield from _lines(batch[start:at], line + start)
                start = at + 1
                yield _apart(text, line + at, frame)
        yield from _lines(batch[start:], line + start)
        line += len(batch)


def _lines(batch: Sequence[bytes], line: int) -> _Cut:
    """Whole lines as a piece."""
    count = sum(map(bool, map(bytes.strip, batch)))
    if count:
        yield Piece("", 0, count, "jsonl", line, b"".join(batch))


def _apart(text: bytes, line: int, frame: Frame) -> Piece:
    """A line of its own kind."""
    if text == ENDLESS:
        return _cases([broken(line, too_much(f"Line {line:,}"))])
    return _several(json_case(text.decode("utf-8", "surrogateescape").rstrip("\r\n"), line), frame)


def _several(case: RawCase, frame: Frame) -> Piece:
    """The cases that one is, if it is a resource that holds several."""
    return _cases(from_fhir([case], frame.names, frame.reading))


def by_row(blocks: Iterator[bytes | Pause], frame: Frame) -> _Cut:
    """CSV: any number of whole rows is a piece; it has the header with it."""
    rows = _Rows(frame)
    for batch in whole_lines(blocks):
        if isinstance(batch, Pause):
            yield batch
            continue
        for line in batch:
            yield from rows.take(line)
        yield from rows.ready()
        if rows.stop:
            return
    yield from rows.end()


@dataclass
class _Rows:
    """Puts lines together to rows, and rows to pieces."""

    frame: Frame
    delimiter: str = ""
    head: bytes = b""
    stop: bool = False
    _row: bytearray = field(default_factory=bytearray)
    _rows: list[bytes] = field(default_factory=list)
    _count: int = 0
    _open: bool = False
    _long: bool = False
    _line: int = 1
    _first: int = 1
    _start: int = 1

    def take(self, line: bytes) -> _Cut:
        """The next line."""
        if self.stop:
            return
        if not self._row and not self._long:
            self._start = self._line
        self._line += 1
        if not self.delimiter and line != ENDLESS and line.strip():
            said = line.decode("utf-8", "surrogateescape")
            self.delimiter = named_delimiter(said) or delimiter_of(said)
            if named_delimiter(said):
                return
        if line == ENDLESS:
            self._long, self._open = True, False
        else:
            if self._open or b'"' in line:
                self._open = stays_open(line, self._open, self.delimiter.encode())
            self._row += b"" if self._long else line
            if len(self._row) > MOST_BYTES:
                self._long = True
                self._row.clear()
        if not self._open:
            yield from self._finish()

    def ready(self) -> _Cut:
        """The rows that are whole, as a piece."""
        if self._count:
            rows = b"".join(self._rows)
            yield Piece("", 0, self._count, "csv", self._first, rows, self.head, self.delimiter)
        self._rows.clear()
        self._count = 0

    def end(self) -> _Cut:
        """What is left when there are no more lines."""
        if (self._row or self._long) and not self.stop:
            yield from self._finish()
        yield from self.ready()

    def _finish(self) -> _Cut:
        """A row is whole."""
        row, long = bytes(self._row), self._long
        self._row.clear()
        self._long = self._open = False
        if long:
            yield from self.ready()
            last = self._line - 1
            where = f"Line {last:,}" if last == self._start else f"The row of lines {self._start:,} to {last:,}"
            hint = "" if last == self._start else " Is a quote left open?"
            yield _cases([broken(self._start, too_much(where) + hint)])
        elif not self.head:
            yield from self._header(row)
        else:
            if not self._rows:
                self._first = self._start
            self._rows.append(row)
            self._count += counts(row, self.delimiter)

    def _header(self, row: bytes) -> _Cut:
        """The first row that is not empty."""
        if counts(row, self.delimiter):
            self.head = row
            table = table_of(row, self.delimiter, self._start, self.frame.names, self.frame.reading)
            if isinstance(table, RawCase):
                self.stop = True
                yield _cases([table])
            elif table.notice:
                self.frame.reading.tell(f"{self.frame.name}: {table.notice}")


def by_item(blocks: Iterator[bytes | Pause], frame: Frame) -> _Cut:
    """JSON: the items of a list, some at a time; a text that is no list is one case."""
    cutter = JsonCutter()
    for block in chain(blocks, [b""]):
        if isinstance(block, Pause):
            yield block
            continue
        texts: list[tuple[int, str]] = []
        for found in cutter.take(block):
            if isinstance(found, RawCase) or may_be_several(found[1].encode("utf-8", "surrogateescape")):
                yield from _texts(texts)
                texts = []
                yield _several(found if isinstance(found, RawCase) else json_case(found[1], found[0]), frame)
            else:
                texts.append(found)
        yield from _texts(texts)
        if cutter.stop:
            return


def _texts(texts: Sequence[tuple[int, str]]) -> _Cut:
    """JSON texts as a piece."""
    if texts:
        yield Piece("", 0, len(texts), "json", texts=tuple(texts))


def by_document(blocks: Iterator[bytes | Pause], frame: Frame) -> _Cut:
    """YAML: the documents that are whole, some at a time."""
    cutter = YamlCutter()
    for batch in whole_lines(blocks):
        if isinstance(batch, Pause):
            yield batch
            continue
        yield from _some(chain.from_iterable(map(cutter.take, batch)))
    yield from _some(cutter.end())


def _some(cases: Iterable[RawCase]) -> _Cut:
    """Cases, some at a time."""
    held: list[RawCase] = []
    for case in cases:
        held.append(case)
        if len(held) == CASES:
            yield _cases(held)
            held = []
    if held:
        yield _cases(held)


_CUTTERS: dict[str, Callable[[Iterator[bytes | Pause], Frame], _Cut]] = {
    "yaml": by_document, "json": by_item, "jsonl": by_line, "csv": by_row,
}  # fmt: skip
