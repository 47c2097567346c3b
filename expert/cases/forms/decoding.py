"""Bytes of a file as UTF-8: unpacked, decoded; and what is no text at all, by name and with what to do."""

from __future__ import annotations

import codecs
import zlib
from collections.abc import Generator, Iterable, Iterator
from itertools import chain
from typing import TypeVar

from expert.errors import CaseError

_GZIP = b"\x1f\x8b"
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_SAVE = "Open it there and save it as CSV UTF-8"
_KINDS = (
    (b"PK\x03\x04", "a workbook (.xlsx, .ods) or another zip archive",
     f"If it is a workbook: {_SAVE[0].lower()}{_SAVE[1:]}. If an archive: unpack it and give the files in it"),
    (b"\xd0\xcf\x11\xe0", "a workbook or document of an old Office (.xls, .doc)", _SAVE),
    (b"%PDF", "a PDF", "Export the answers as CSV from where it was made"),
    (b"Rar!", "an archive", "Unpack it and give the files in it"),
    (b"7z\xbc\xaf", "an archive", "Unpack it and give the files in it"),
    (b"{\\rtf", "a document (.rtf)", "Save it as plain text in UTF-8"),
    (b"\x89PNG", "a picture", "Type its answers into a file; a header to start with: schema --format csv"),
    (b"\xff\xd8\xff", "a picture", "Type its answers into a file; a header to start with: schema --format csv"),
    (b"SQLite format 3", "a database", "Export its table as CSV UTF-8"),
    (b"PAR1", "a Parquet file", "Write it as CSV or JSON Lines"),
)  # fmt: skip
#: So much of a file's beginning tells what it is.
_HEAD = 2048
#: So much is unpacked at once, however small it was packed.
_UNPACKED = 1 << 15
#: What may stand among the blocks, and is no part of the file.
_Other = TypeVar("_Other")


def as_utf8(blocks: Iterable[bytes | _Other], encoding: str = "") -> Iterator[bytes | _Other]:
    """A file's blocks in UTF-8 and without a byte order mark, none of them empty; bytes that are no text stay.

    No block is held back for longer than it takes to see what the file is, which for text is a few bytes.

    Args:
        blocks: of whatever size, unpacked or gzip. What is no bytes is handed on in its place.
        encoding: of what is neither marked as UTF-8 nor as UTF-16; empty for UTF-8.

    Raises:
        CaseError: it is of a kind that is no text, its gzip is broken, or it is not in that encoding; says what to do.
        LookupError: there is no such encoding.
    """
    head, rest = yield from _begun(blocks)
    if head.startswith(_GZIP):
        head, rest = yield from _begun(_unpacked(chain([head], rest)))
    problem = foreign(head)
    if problem is not None:
        raise problem
    marked = _UTF16.get(head[:2], "")
    whole: Iterator[bytes | _Other] = chain([head.removeprefix(codecs.BOM_UTF8)], rest)
    if not head.startswith(codecs.BOM_UTF8) and (marked or encoding):
        whole = _decoded(whole, marked or encoding)
    yield from (block for block in whole if block != b"")


def foreign(head: bytes) -> CaseError | None:
    """What a file is that begins so, where it can hold no cases."""
    for magic, kind, advice in _KINDS:
        if head.startswith(magic):
            return CaseError(f"It is {kind}, not a text file. {advice}.")
    text = head.removeprefix(codecs.BOM_UTF8).lstrip()[:_HEAD].lower()
    if not text.startswith(b"<"):
        return None
    if b"<healthdata" in text or b"doctype healthdata" in text:
        return CaseError(
            "It is Apple Health's export (XML), which holds no answers and counts what several devices saw. Write the "
            "distances into a case; an activity export of Strava or Garmin can be read by the command training."
        )
    if text.startswith((b"<!doctype html", b"<html")):
        return CaseError("It is a web page (HTML), maybe one that says that a download failed. Export as CSV UTF-8.")
    if b"questionnaireresponse" in text or b"hl7.org/fhir" in text:
        return CaseError("It is FHIR as XML. Ask for it as JSON (_format=json).")
    if text.startswith(b"<?xml") or text.startswith(b"<!doctype"):
        return CaseError("It is XML, in which no cases are written here. Export as CSV UTF-8 or JSON.")
    return None


def _begun(
    blocks: Iterable[bytes | _Other],
) -> Generator[bytes | _Other, None, tuple[bytes, Iterator[bytes | _Other]]]:
    """Enough of the beginning to know a file by, and the rest."""
    rest = iter(blocks)
    head = b""
    for block in rest:
        if not isinstance(block, bytes):
            yield block
            continue
        head += block
        if not _may_be_other(head):
            break
    return head, rest


def _may_be_other(head: bytes) -> bool:
    """Whether a file that begins so may turn out to be no plain text, once more of it is seen."""
    if any(len(head) < len(mark) and mark.startswith(head) for mark in _MARKS):
        return True
    return len(head) < _HEAD and head.removeprefix(codecs.BOM_UTF8).lstrip()[:1] in (b"", b"<")


_MARKS = (_GZIP, codecs.BOM_UTF8, *_UTF16, *(magic for magic, _, _ in _KINDS))


def _unpacked(blocks: Iterable[bytes | _Other]) -> Iterator[bytes | _Other]:
    """What gzip has packed, of one member or several; zero bytes behind one are padding."""
    unpacker = zlib.decompressobj(31)
    try:
        for block in blocks:
            if not isinstance(block, bytes):
                yield block
                continue
            more = True
            while more:
                if unpacker.eof:
                    block = block.lstrip(b"\0")
                    if not block:
                        break
                    unpacker = zlib.decompressobj(31)
                found = unpacker.decompress(block, _UNPACKED)
                yield found
                block = unpacker.unused_data if unpacker.eof else unpacker.unconsumed_tail
                more = bool(block) or len(found) == _UNPACKED
    except zlib.error as error:
        raise CaseError("Its gzip is broken. Pack it again, or give it unpacked.") from error
    if not unpacker.eof:
        raise CaseError("Its gzip ends too early, so the file is not whole. Fetch or pack it again.")


def _decoded(blocks: Iterable[bytes | _Other], encoding: str) -> Iterator[bytes | _Other]:
    """Text of an encoding as UTF-8; what is no text in it is a replacement of bytes that are no UTF-8 either."""
    decoder = codecs.getincrementaldecoder(encoding)("surrogateescape" if _narrow(encoding) else "replace")
    try:
        for block in blocks:
            if isinstance(block, bytes):
                yield decoder.decode(block).encode("utf-8", "surrogateescape")
            else:
                yield block
        yield decoder.decode(b"", True).encode("utf-8", "surrogateescape")
    except UnicodeError as error:  # of encodings that have marks of their own, such as UTF-16 without its first bytes
        said = f"It is no text in {encoding} ({error}). Name another encoding, or save it as UTF-8"
        raise CaseError(f"{said}.") from None


def _narrow(encoding: str) -> bool:
    """Whether bytes that it does not know can be kept as they are."""
    return not codecs.lookup(encoding).name.startswith(("utf-16", "utf-32"))
