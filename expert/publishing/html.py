"""A document as one HTML file that needs nothing else: no network, no other file, and no script but a book's search.

Readable on a phone, and on paper: a note's parts that belong there are set in two columns, in a type that is the
smaller the more there is to say, so that a usual case fits one page. All meaning that colour has stands in words too.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby

from expert.publishing import chart, svg
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
    Span,
    Table,
    spans,
)
from expert.urgency import Urgency

#: Text colours with the backgrounds that they stand on, but those of the urgencies, which come from their ladder.
COLOURS = {
    "text": "#1a1a1a", "muted": "#565656", "link": "#0b4f8a", "paper": "#ffffff", "soft": "#f4f5f7", "line": "#8a8f98",
    "good": "#1f6f3a", "against": "#9a3412",
}  # fmt: skip

_STYLE = """\
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: @paper; color: @text; line-height: 1.5; overflow-wrap: anywhere;
  font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
header, main, footer, nav { max-width: 50rem; margin: 0 auto; padding: 0 1rem; }
header { padding-top: 1.25rem; }
footer { padding-bottom: 2rem; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 0.5rem; top: 0.5rem; background: @paper; padding: 0.5rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0.1rem 0 0.5rem; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 1.8rem 0 0.5rem; padding-bottom: 0.2rem;
  border-bottom: 2px solid @text; }
h3 { font-size: 1.05rem; line-height: 1.3; margin: 1.2rem 0 0.4rem; }
h4, h5, h6 { font-size: 1rem; margin: 1rem 0 0.3rem; }
p { margin: 0.4rem 0; }
ul { margin: 0.3rem 0; padding-left: 1.25rem; }
li { margin: 0.25rem 0; }
li ul { margin: 0.1rem 0; }
a { color: @link; }
code { font-size: 0.82em; color: @muted; font-family: ui-monospace, Consolas, "Liberation Mono", monospace; }
.subject { color: @muted; margin: 0; }
.muted, .muted a { color: @muted; font-size: 0.92em; }
.label { margin: 0.6rem 0 0; }
.tag { border: 1px solid @line; border-radius: 0.25rem; padding: 0 0.35rem; font-size: 0.85em; background: @soft; }
.beyond { border-style: dashed; border-width: 2px; }
.blank { display: inline-block; width: 11rem; max-width: 60%; border-bottom: 1px solid @text; height: 1.2em;
  vertical-align: bottom; margin-right: 1rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.notice { border-left: 4px solid @text; padding-left: 0.7rem; }
dl { display: grid; grid-template-columns: minmax(5rem, auto) 1fr; gap: 0.2rem 0.8rem; margin: 0.4rem 0; }
dt { font-weight: 600; }
dd { margin: 0; }
.bar { display: flex; align-items: center; gap: 0.6rem; }
.bar svg { flex: none; width: 8rem; height: 0.8rem; }
blockquote { margin: 0.4rem 0; padding: 0.1rem 0.8rem; background: @soft; border-left: 4px solid @line; }
blockquote p { margin: 0.1rem 0; }
ul.for, ul.against { list-style: none; padding-left: 1.4rem; }
ul.for > li::before, ul.against > li::before { display: inline-block; width: 1.2rem; margin-left: -1.2rem;
  font-weight: 700; }
ul.for > li::before { content: "+" / ""; color: @good; }
ul.against > li::before { content: "\\2212" / ""; color: @against; }
@urgencies
.cause { border-left: 4px solid @line; padding-left: 0.8rem; margin: 1rem 0; }
.cause > :is(h3, h4) { margin-top: 0; }
.rule { border: 1px solid @line; border-radius: 0.4rem; padding: 0.2rem 0.9rem 0.6rem; margin: 0.9rem 0; }
.rule > :is(h3, h4) { margin: 0.5rem 0; font-size: 1rem; }
.fired { border-left: 6px solid @good; }
.nearly { border-left: 6px dashed @against; }
.never { border-left: 6px double @against; }
.search { position: sticky; top: 0; background: @paper; padding: 0.4rem 0; }
.search input { font: inherit; width: 100%; padding: 0.3rem; }
.references li { font-size: 0.92em; }
.scroll { overflow-x: auto; border: 1px solid @line; }
.scroll > svg { display: block; }
figure { margin: 0.5rem 0; }
figure > svg { display: block; width: 100%; height: auto; max-width: 40rem; }
figure.drawn > svg { max-width: 21rem; }
figcaption { font-size: 0.92em; }
summary { cursor: pointer; margin-top: 1.8rem; }
summary h2 { display: inline; border-bottom: 0; }
.behind { border-top: 2px solid @text; margin-top: 0.5rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: @muted; padding-bottom: 0.3rem; }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.5rem; border-bottom: 1px solid @line; min-width: 5rem;
  overflow-wrap: normal; }
th { background: @soft; }
nav ul { columns: 16rem; }
@media print {
  @page { margin: 11mm; }
  body { line-height: 1.28; font-size: 10pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  header, main, footer { max-width: none; padding: 0; }
  .screen, .skip, nav { display: none; }
  a { color: inherit; text-decoration: none; }
  h2, h3, h4 { break-after: avoid; }
  li, .rule { break-inside: avoid; }
}
"""
_NOTE_STYLE = """\
@media print {
  .first { font-size: @size; }
  .behind { font-size: @behind; border-top: 0; }
  .first, .behind { columns: 2; column-gap: 6mm; }
  details { break-before: page; }
  details::details-content { content-visibility: visible; }
  summary { margin: 0; list-style: none; }
  figure.drawn > svg { max-width: 46mm; }
  h1 { font-size: 1.35em; margin: 0 0 1mm; }
  header .subject, header p { display: inline-block; margin: 0 4mm 1mm 0; }
  h2 { font-size: 1.1em; margin: 2mm 0 0.6mm; padding-bottom: 0; border-bottom-width: 1px; }
  h3, h4, h5 { font-size: 1em; margin: 1mm 0 0; }
@urgencies
  .cause { margin: 1mm 0; padding-left: 1.5mm; border-left-width: 2px; }
  p, ul, dl, .label { margin: 0.3mm 0; }
  ul { padding-left: 4mm; }
  li, li ul { margin: 0; }
  dl { gap: 0 2mm; grid-template-columns: auto 1fr; }
  .bar svg { width: 22mm; height: 2.4mm; }
  .blank { width: 40mm; }
  .references { font-size: 0.86em; line-height: 1.18; }
  .references li, .muted { font-size: 0.95em; }
  footer { margin-top: 1.5mm; }
}
"""
#: A picture takes as much room as so many characters.
_AS_LONG = 1500
#: From so many characters on paper the print is this large.
_SIZES = (
    (0, "10pt"),
    (3200, "9.2pt"),
    (4300, "8.4pt"),
    (5000, "7.7pt"),
    (5500, "7.4pt"),
    (6500, "7.1pt"),
    (7500, "6.8pt"),
)


#: A book's search. Without a script it is not there, and all else is as it was.
_SEARCH = """\
<div class="search screen" role="search" id="search" hidden>
<label for="words">Show only rules with these words</label>
<input id="words" type="search" autocomplete="off">
<p class="muted" id="found" role="status"></p>
</div>"""
_SEARCHING = """\
"use strict";
(function () {
  const box = document.getElementById("search"), words = document.getElementById("words");
  const found = document.getElementById("found");
  const rules = Array.from(document.querySelectorAll("section.rule"));
  const others = Array.from(document.querySelectorAll("main section:not(.rule)"));
  const texts = rules.map(function (rule) { return rule.textContent.toLowerCase(); });
  function search() {
    const wanted = words.value.toLowerCase().split(/\\s+/).filter(Boolean);
    let shown = 0;
    rules.forEach(function (rule, place) {
      rule.hidden = !wanted.every(function (word) { return texts[place].includes(word); });
      shown += rule.hidden ? 0 : 1;
    });
    others.forEach(function (part) {
      const own = part.querySelectorAll("section.rule");
      part.hidden = wanted.length > 0 && !Array.from(own).some(function (rule) { return !rule.hidden; });
    });
    found.textContent = wanted.length ? shown + " of " + rules.length + " rules" : "";
  }
  box.hidden = false;
  words.addEventListener("input", search);
})();
"""


_SCRIPT = f"\n{_SEARCHING}"


def _policy(document: Document) -> str:
    """What a browser is told the page may do: nothing but show itself, and run the search that it came with."""
    digest = base64.b64encode(hashlib.sha256(_SCRIPT.encode()).digest()).decode()
    searches = f" script-src 'sha256-{digest}';" if document.searched else ""
    return f"default-src 'none';{searches} style-src 'unsafe-inline'"


def render(document: Document) -> str:
    """The whole page; the text in it stays text."""
    title = escape(f"{document.title}: {document.subject}")
    parts = [
        "<!DOCTYPE html>", '<html lang="en">', "<head>", '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(document)}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">', f"<title>{title}</title>",
        f"<style>\n{style(document)}</style>", "</head>", f'<body class="{document.kind}">',
        '<a class="skip" href="#content">To the content</a>', "<header>",
        f'<p class="subject">{escape(document.subject)}</p>', f"<h1>{escape(document.title)}</h1>",
    ]  # fmt: skip
    parts += [f"<p>{_line(one)}</p>" for one in document.opening]
    parts.append("</header>")
    if document.kind == "book":
        parts += _contents(document.sections)
    parts.append('<main id="content">')
    if document.searched:
        parts.append(_SEARCH)
    for folded, sections in groupby(document.sections, lambda part: part.folded):
        shown = [line for part in sections for line in (_folded(part) if folded else _section(part, 2))]
        parts += shown if folded else ['<div class="first">', *shown, "</div>"]
    parts += ["</main>", "<footer>", *(_paragraph(one) for one in document.closing), "</footer>"]
    parts += [f"<script>{_SCRIPT}</script>"] if document.searched else []
    parts += ["</body>", "</html>"]
    return "\n".join(parts) + "\n"


def style(document: Document) -> str:
    """The style sheet: that of all documents, and for a note also how it is printed."""
    ladder = document.urgencies
    text = _STYLE.replace("@urgencies\n", "".join(_boxes(ladder)))
    if document.kind == "note":
        on_paper = _NOTE_STYLE.replace("@urgencies\n", "".join(_boxes_on_paper(ladder)))
        for name, folded in (("@size", False), ("@behind", True)):
            on_paper = on_paper.replace(name, _size(part for part in document.sections if part.folded == folded))
        text += on_paper
    for name, colour in COLOURS.items():
        text = text.replace(f"@{name};", f"{colour};").replace(f"@{name} ", f"{colour} ")
    return text


def _named(urgencies: Sequence[Urgency], part: str = "") -> str:
    """The selector of all these, or of a part of each."""
    return ", ".join(f".{urgency.name}{part}" for urgency in urgencies)


def _boxes(urgencies: Sequence[Urgency]) -> Iterator[str]:
    """The boxes of a ladder's urgencies, in their colours; the mildest has the thinnest frame."""
    if urgencies:
        frame = "padding: 0.6rem 0.9rem; margin-top: 1rem; border: 2px solid @text;\n  border-radius: 0.4rem;"
        yield f"{_named(urgencies)} {{ {frame} }}\n"
        yield f"{_named(urgencies, ' h2')} {{ margin-top: 0; border-bottom: 0; }}\n"
    for urgency in urgencies:
        own = f" color: {urgency.ink};" if urgency.ink else " border-width: 1px;" if urgency is urgencies[0] else ""
        yield f".{urgency.name} {{ background: {urgency.ground};{own} }}\n"
        if urgency.ink:
            yield f"{_aside(urgency)} {{ color: {urgency.ink}; }}\n"


def _boxes_on_paper(urgencies: Sequence[Urgency]) -> Iterator[str]:
    """The same in print: closer, and what has an ink of its own in a thick frame, for no printer need fill a ground."""
    if urgencies:
        yield f"  {_named(urgencies)} {{ padding: 0.5mm 2mm; margin: 1mm 0 2mm; column-span: all; }}\n"
    for urgency in urgencies:
        if urgency.ink:
            yield f"  .{urgency.name} {{ background: @paper; color: @text; border-width: 4px; }}\n"
            yield f"  {_aside(urgency)} {{ color: @text; }}\n"


def _aside(urgency: Urgency) -> str:
    """The selector of what has a colour of its own elsewhere."""
    return f".{urgency.name} .muted, .{urgency.name} a, .{urgency.name} .muted a"


def _size(sections: Iterable[Section]) -> str:
    """The type size on paper, by how much there is to say there."""
    shown = list(sections)
    length = sum(len(span.text) for part in shown for span in _on_paper(part))
    length += _AS_LONG * sum(isinstance(block, Picture) for part in shown for block in part.blocks)
    return next(size for least, size in reversed(_SIZES) if length >= least)


def _on_paper(part: Section) -> Iterator[Span]:
    """Every piece of a section that is printed."""
    for block in part.blocks if part.on_paper else ():
        yield from _on_paper(block) if isinstance(block, Section) else spans(block)


def _contents(sections: Sequence[Section]) -> Iterator[str]:
    yield '<nav aria-label="Contents">\n<h2>Contents</h2>\n<ul>'
    for part in sections:
        yield f'<li><a href="#{escape(part.anchor)}">{escape(part.title)}</a></li>'
    yield "</ul>\n</nav>"


def _section(part: Section, level: int) -> Iterator[str]:
    classes = " ".join(one for one in (part.tone, "" if part.on_paper else "screen") if one)
    anchor = f' id="{escape(part.anchor)}"' if part.anchor else ""
    yield f"<section{anchor}{_class(classes)}>"
    yield f"<h{min(level, 6)}>{escape(part.title)}</h{min(level, 6)}>"
    for block in part.blocks:
        yield from _section(block, level + 1) if isinstance(block, Section) else [_block(block)]
    yield "</section>"


def _folded(part: Section) -> Iterator[str]:
    """A section that opens when its heading is chosen."""
    yield f'<details id="{escape(part.anchor)}">\n<summary><h2>{escape(part.title)}</h2></summary>'
    yield '<div class="behind">'
    for block in part.blocks:
        yield from _section(block, 3) if isinstance(block, Section) else [_block(block)]
    yield "</div>\n</details>"


def _class(name: str) -> str:
    return f' class="{name}"' if name else ""


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return _paragraph(block)
    if isinstance(block, Items):
        return _list(block.entries, block.tone)
    if isinstance(block, Facts):
        pairs = "\n".join(f"<dt>{escape(name)}</dt>\n<dd>{_line(text)}</dd>" for name, text in block.pairs)
        return f"<dl>\n{pairs}\n</dl>"
    if isinstance(block, Table):
        return _table(block)
    if isinstance(block, Bar):
        return _bar(block)
    if isinstance(block, Quote):
        lines = "\n".join(f"<p>{escape(text)}</p>" for text in block.lines if text.strip())
        return f"<blockquote>\n{lines}\n</blockquote>"
    if isinstance(block, Figure):
        caption = f"<figcaption>{escape(block.caption)}</figcaption>"
        label = f'role="group" aria-label="{escape(block.graph.title)}"'
        drawing = svg.render(block.graph, standalone=False)
        return f'<figure>\n{caption}\n<div class="scroll" tabindex="0" {label}>\n{drawing}</div>\n</figure>'
    if isinstance(block, Picture):
        words = "".join(f"<br>{escape(one)}" for one in block.words)
        return f'<figure class="drawn">\n{block.svg}<figcaption>{escape(block.caption)}{words}</figcaption>\n</figure>'
    if isinstance(block, Chart):
        caption = f"<figcaption>{escape(block.caption)}</figcaption>"
        return f"<figure>\n{caption}\n{chart.render(block)}</figure>"
    raise AssertionError(f"a {type(block).__name__} stands where only blocks do")


def _paragraph(block: Paragraph) -> str:
    return f"<p{_class(block.tone)}>{_line(block.text)}</p>"


def _list(entries: Sequence[Entry], tone: str = "") -> str:
    parts = []
    for entry in entries:
        anchor = f' id="{escape(entry.anchor)}"' if entry.anchor else ""
        below = f"\n{_list(entry.below)}\n" if entry.below else ""
        parts.append(f"<li{anchor}>{_line(entry.text)}{below}</li>")
    return f"<ul{_class(tone)}>\n" + "\n".join(parts) + "\n</ul>"


def _line(text: Line) -> str:
    return "".join(_span(span.text, span.style, span.target) for span in text)


def _span(text: str, style: str, target: str) -> str:
    inner = escape(text)
    if style == "blank":
        return f'<span class="blank"><span class="unseen">{inner}, to be filled in by hand</span></span>'
    if target:
        inner = f'<a href="#{escape(target)}">{inner}</a>'
    if style == "strong":
        return f"<strong>{inner}</strong>"
    if style == "code":
        return f"<code>{inner}</code>"
    return f'<span class="{escape(style)}">{inner}</span>' if style else inner


def _bar(bar: Bar) -> str:
    """A bar, hidden from readers who hear the page: the words beside it say the same."""
    width = min(100, max(0, round(bar.share * 100)))
    frame = f'<rect x="0.5" y="0.5" width="99" height="9" fill="{COLOURS["paper"]}" stroke="{COLOURS["text"]}"/>'
    drawn = (
        f'<svg viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="{escape(bar.words)}">{frame}'
        f'<rect width="{width}" height="10" fill="{COLOURS["good"]}"/></svg>'
    )
    return f'<p class="bar">{drawn} <strong>{escape(bar.words)}</strong></p>'


def _table(table: Table) -> str:
    heads = "".join(f'<th scope="col">{escape(one)}</th>' for one in table.headers)
    rows = []
    for first, *rest in table.rows:
        cells = "".join(f"<td>{_line(cell)}</td>" for cell in rest)
        rows.append(f'<tr><th scope="row">{_line(first)}</th>{cells}</tr>')
    body = "\n".join(rows)
    label = f'role="group" aria-label="{escape(table.caption)}"'
    return (
        f'<div class="scroll" tabindex="0" {label}>\n<table>\n<caption>{escape(table.caption)}</caption>\n'
        f"<thead>\n<tr>{heads}</tr>\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>\n</div>"
    )
