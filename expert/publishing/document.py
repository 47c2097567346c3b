"""A neutral document: sections of paragraphs, lists, tables, bars, charts and figures, written out as Markdown or HTML.

All text is made harmless here (no control characters, no line breaks); escaping is each writer's own business, and no
writer reads any text as markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from expert.characters import harmless
from expert.publishing.graph import Graph
from expert.urgency import Urgency


@dataclass(frozen=True)
class Span:
    """A piece of a line.

    Attributes:
        text: what it says.
        style: "" (plain), ``strong``, ``muted`` (an aside), ``code`` (a name), ``tag`` (a short label), ``blank`` (to
            be filled in by hand; the text says what).
        target: the anchor in this document that it points to.
    """

    text: str
    style: str = ""
    target: str = ""


Line = tuple[Span, ...]
Part = str | tuple[str, str] | Span


def line(*parts: Part) -> Line:
    """Parts, each plain or with a style, as one line; empty ones fall out."""
    spans = (part if isinstance(part, Span) else Span(part) if isinstance(part, str) else Span(*part) for part in parts)
    return tuple(Span(harmless(span.text), span.style, span.target) for span in spans if span.text)


def listed(spans: Iterable[Span]) -> list[Span]:
    """Spans, parted by commas."""
    return [part for number, span in enumerate(spans) for part in ([Span(", ")] if number else []) + [span]]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; `tone` is "" or ``notice``, ``lead``, ``muted``, ``label``."""

    text: Line
    tone: str = ""


@dataclass(frozen=True)
class Entry:
    """An entry of a list, what hangs below it, and its anchor."""

    text: Line
    below: tuple[Entry, ...] = ()
    anchor: str = ""


@dataclass(frozen=True)
class Items:
    """A list; `tone` is "" or ``for``, ``against``, ``references``."""

    entries: tuple[Entry, ...]
    tone: str = ""


@dataclass(frozen=True)
class Facts:
    """Names with what there is to say about each."""

    pairs: tuple[tuple[str, Line], ...]


@dataclass(frozen=True)
class Table:
    """Rows under headers; the first cell of a row is its name."""

    caption: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True)
class Bar:
    """A share from 0 to 1 as a bar, with the same in words."""

    share: float
    words: str


@dataclass(frozen=True)
class Quote:
    """Somebody's own text, line by line."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Figure:
    """A graph as a picture."""

    graph: Graph
    caption: str


@dataclass(frozen=True)
class Picture:
    """A drawing as SVG text that is ours throughout, with what it shows in words, for who cannot see it."""

    svg: str
    caption: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Stripe:
    """One bar of a chart: its name, and its parts one behind the other, each with its name, size and colour."""

    name: str
    parts: tuple[tuple[str, int, str], ...]

    @property
    def size(self) -> int:
        """Of all parts together."""
        return sum(size for _, size, _ in self.parts)


@dataclass(frozen=True)
class Chart:
    """How often what, as bars: `of` how many in all; `legend` names the colours where there are several."""

    caption: str
    stripes: tuple[Stripe, ...]
    of: int
    legend: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Section:
    """A part with a heading.

    Attributes:
        title: its heading; blocks: what it holds, further sections among it.
        tone: "" or an urgency, ``cause``, ``rule``, ``references``.
        anchor: its name within the document.
        on_paper: whether it belongs on the printed note.
        folded: whether it is closed at first, on a screen; on paper it begins a page.
    """

    title: str
    blocks: tuple[Block, ...]
    tone: str = ""
    anchor: str = ""
    on_paper: bool = True
    folded: bool = False


Block = Paragraph | Items | Facts | Table | Bar | Quote | Figure | Picture | Chart | Section


@dataclass(frozen=True)
class Document:
    """A whole document.

    Attributes:
        kind: ``note`` (a page to print) or ``book`` (with a table of contents).
        title: its name; subject: what it is about, above the title; opening: lines right below the title.
        sections: its parts; closing: what stands at its end.
        urgencies: those that its sections have as tones, the mildest first, with their looks.
        searched: whether its entries are many, so that one looks for words in them.
    """

    kind: str
    title: str
    subject: str
    opening: tuple[Line, ...]
    sections: tuple[Section, ...]
    closing: tuple[Paragraph, ...]
    urgencies: tuple[Urgency, ...] = ()
    searched: bool = False


def section(
    title: str, blocks: Iterable[Block], tone: str = "", anchor: str = "", on_paper: bool = True, folded: bool = False
) -> Section:
    """A section; see there."""
    return Section(harmless(title), tuple(blocks), tone, anchor, on_paper, folded)


def chart(caption: str, stripes: Iterable[Stripe], of: int, legend: Iterable[tuple[str, str]] = ()) -> Chart:
    """A chart; see there."""
    plain = (
        Stripe(harmless(one.name), tuple((harmless(name), size, colour) for name, size, colour in one.parts))
        for one in stripes
    )
    return Chart(harmless(caption), tuple(plain), of, tuple((harmless(name), colour) for name, colour in legend))


def items(entries: Iterable[Entry | Line], tone: str = "") -> Items:
    """A list of entries or plain lines."""
    return Items(tuple(entry if isinstance(entry, Entry) else Entry(entry) for entry in entries), tone)


def spans(block: Block) -> Iterator[Span]:
    """Every piece of text in a block, headings aside."""
    if isinstance(block, Paragraph):
        yield from block.text
    elif isinstance(block, Items):
        yield from _entry_spans(block.entries)
    elif isinstance(block, Facts):
        yield from (Span(name) for name, _ in block.pairs)
        yield from (span for _, text in block.pairs for span in text)
    elif isinstance(block, Table):
        yield from (span for row in block.rows for cell in row for span in cell)
    elif isinstance(block, Quote):
        yield from map(Span, block.lines)
    elif isinstance(block, Chart):
        yield from (Span(one.name) for one in block.stripes)
    elif isinstance(block, Picture):
        yield from map(Span, (block.caption, *block.words))
    elif isinstance(block, Section):
        yield from (span for below in block.blocks for span in spans(below))


def _entry_spans(entries: Iterable[Entry]) -> Iterator[Span]:
    for entry in entries:
        yield from entry.text
        yield from _entry_spans(entry.below)
