"""A document as Markdown (CommonMark with GitHub's tables and Mermaid fences)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from expert.publishing import mermaid
from expert.publishing.document import (
    Bar,
    Block,
    Chart,
    Document,
    Entry,
    Facts,
    Figure,
    Items,
    Line,
    Paragraph,
    Picture,
    Quote,
    Section,
    Table,
)

_SPECIAL = re.compile(r"([\\`*_\[\]<>&~|$])")
#: What would begin a heading, a list or a rule at the start of a line.
_STARTS = re.compile(r"^(\s*)([0-9]+(?=[.)])|(?=[#+=-]))")
_LINKS = re.compile(r"(?i)(https?|ftp)://|www\.|(?<=\w)@(?=\w)")


def render(document: Document) -> str:
    """The whole document; the text in it stays text."""
    blocks = [f"# {_heading(document.title)}", f"*{escaped(document.subject)}*"]
    blocks += [_line(one) for one in document.opening]
    for part in document.sections:
        blocks += _section(part, 2)
    blocks += ["---", *(_line(one.text) for one in document.closing)]
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """Text in which nothing is markup, but for what would be at the start of a line; see `_started`."""
    plain = _SPECIAL.sub(r"\\\1", text)
    return _LINKS.sub(lambda found: re.sub(r"([:.@])", r"\\\1", found[0], count=1), plain)


def _started(text: str) -> str:
    """A whole line of escaped text that begins no heading, list or rule."""
    return _STARTS.sub(r"\1\2\\", text)


def _heading(text: str) -> str:
    """A heading's text, whose last signs must not close it."""
    return escaped(text).replace("#", "\\#")


def _line(text: Line) -> str:
    joined = "".join(_span(span.text, span.style) for span in text)
    return _started(joined.strip())


def _span(text: str, style: str) -> str:
    if style == "blank":
        return "\\_" * 20
    if style == "code":
        fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
        room = " " if "`" in text else ""
        return f"{fence}{room}{text}{room}{fence}"
    if style in ("strong", "tag"):
        return f"**{escaped(text)}**" if text == text.strip() else escaped(text)
    return escaped(text)


def _section(part: Section, level: int) -> Iterator[str]:
    anchor = f'<a id="{part.anchor}"></a>\n' if part.tone == "rule" else ""
    yield f"{anchor}{'#' * min(level, 6)} {_heading(part.title)}"
    before: Block | Section | None = None
    for block in part.blocks:
        if isinstance(block, Section):
            yield from _section(block, level + 1)
        elif isinstance(block, Facts) and isinstance(before, Items):
            yield "\n\n".join(_facts(block))  # as a list they would go on with the one before
        else:
            yield _block(block)
        before = block


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return _line(block.text)
    if isinstance(block, Items):
        return "\n".join(_entries(block.entries, ""))
    if isinstance(block, Facts):
        return "\n".join(f"- {fact}" for fact in _facts(block))
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Bar):
        return f"{_bar(block.share)} {escaped(block.words)}"
    if isinstance(block, Quote):
        return "\n>\n".join(f"> {_started(escaped(text.strip()))}".rstrip() for text in block.lines)
    if isinstance(block, Figure):
        return f"{escaped(block.caption)}\n\n```mermaid\n{mermaid.render(block.graph)}```"
    if isinstance(block, Picture):
        return "\n".join(f"- {escaped(one)}" for one in block.words)
    if isinstance(block, Chart):
        return _chart(block)
    raise AssertionError(f"a {type(block).__name__} stands where only blocks do")


def _facts(facts: Facts) -> Iterator[str]:
    """A line for each."""
    return (f"**{escaped(name)}:** {_line(text)}" for name, text in facts.pairs)


def _entries(entries: Sequence[Entry], indent: str) -> Iterator[str]:
    for entry in entries:
        yield f"{indent}- {_line(entry.text)}"
        yield from _entries(entry.below, indent + "  ")


def _table(table: Table) -> str:
    rows = [f"| {' | '.join(map(escaped, table.headers))} |", f"|{' --- |' * len(table.headers)}"]
    rows += [f"| {' | '.join(_line(cell) for cell in row)} |" for row in table.rows]
    return f"{escaped(table.caption)}\n\n" + "\n".join(rows)


def _chart(chart: Chart) -> str:
    """A bar for each, its size and name behind it."""
    bars = [f"- {_bar(one.size / (chart.of or 1))} {one.size:,} {escaped(one.name)}" for one in chart.stripes]
    return f"{escaped(chart.caption)}\n\n" + "\n".join(bars)


def _bar(share: float) -> str:
    full = min(20, max(0, round(share * 20)))
    return f"`[{'#' * full}{'.' * (20 - full)}]`"
