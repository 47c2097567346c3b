"""The report on the results of many cases, as a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from expert.cases.writers.summary import NOTHING, Named, Summary
from expert.certainty import LEVEL_NAMES
from expert.fields import in_words
from expert.publishing.document import (
    Block,
    Document,
    Line,
    Paragraph,
    Part,
    Section,
    Stripe,
    Table,
    chart,
    line,
    section,
)

#: The surer the darker, so that they are told apart in grey too.
_SHADES = ("#1d5fa8", "#7fb0e0", "#dbe9f7")
_NOT_ASSESSED = "Red flags were NOT looked for, because only rules that rest on numbered claims were used."


def document(summary: Summary) -> Document:
    """What was concluded, how urgent it is, what failed and what could not be read."""
    knowledge = summary.about.knowledge
    parts = [("What came first", "causes", _causes(summary)), ("How urgent", "urgencies", _urgencies(summary)),
             ("Whom to see to first", "raised", _raised(summary)), ("The others", "calm", _calm(summary)),
             ("Not as expected", "failed", _failed(summary)),
             ("Could not be read", "unreadable", _unreadable(summary))]  # fmt: skip
    sections: list[Section] = [section(title, blocks, anchor=anchor) for title, anchor, blocks in parts]
    return Document(
        kind="book",
        title="Results of 1 case" if summary.cases == 1 else f"Results of {summary.cases:,} cases",
        subject=knowledge.title,
        opening=tuple(_opening(summary)),
        sections=tuple(sections),
        closing=(Paragraph(line(knowledge.notice), "muted"),),
        urgencies=tuple(knowledge.urgencies),
    )


def _opening(summary: Summary) -> Iterator[Line]:
    yield line((str(summary), "strong"))
    if summary.about.part:
        yield line(summary.about.part)
    if not summary.assessed:
        yield line((_NOT_ASSESSED, "strong"))


def _causes(summary: Summary) -> Iterator[Block]:
    """How often each cause came first, and how often it is named at all."""
    levels = [level for level in reversed(LEVEL_NAMES) if level != "none"]
    shades = dict(zip(levels, _SHADES, strict=False))
    causes = sorted(summary.about.knowledge.causes, key=lambda cause: -summary.times_first(cause.id))
    stripes = [
        Stripe(cause.short, tuple((level, summary.first[(cause.id, level)], shades[level]) for level in levels))
        for cause in causes
    ]
    stripes.append(Stripe(NOTHING, ((NOTHING, summary.times_first(None), "#ffffff"),)))
    yield from _drawn("How often each came first, by how sure it is", stripes, summary.read, shades.items())
    rows = [
        (cause.short, *(f"{summary.first[(cause.id, level)]:,}" for level in levels), f"{summary.named[cause.id]:,}")
        for cause in causes
    ]
    rows.append((NOTHING, *("" for _ in levels), f"{summary.times_first(None):,}"))
    yield _table("The same in figures", ("cause", *(f"first, {level}" for level in levels), "named at all"), rows)
    if summary.elsewhere:
        found = [(name, f"{count:,}") for name, count in summary.elsewhere.most_common()]
        yield _table("Found outside of these causes", ("what", "cases"), found)


def _urgencies(summary: Summary) -> Iterator[Block]:
    """How often each urgency, the gravest first."""
    rungs = list(reversed(summary.about.knowledge.urgencies.rungs))
    stripes = [
        Stripe(soon, ((soon, summary.urgencies[one.name], one.ground),))
        for one in rungs
        for soon in (summary.soon(one.name),)
    ]
    yield from _drawn("How often each", stripes, summary.read)


def _drawn(caption: str, stripes: Sequence[Stripe], of: int, legend: Iterable[tuple[str, str]] = ()) -> Iterator[Block]:
    """A chart; in words instead, where its bars would all be as long and so show nothing."""
    sizes = {stripe.name: stripe.size for stripe in stripes if stripe.size}
    if len(set(sizes.values())) == 1:
        count, told = next(iter(sizes.values())), in_words(list(sizes))
        each = "" if len(sizes) == 1 else " each"
        yield Paragraph(line(f"{told}: {count:,} of {of:,}{each}; nothing else."))
    else:
        yield chart(caption, stripes, of, legend)


def _raised(summary: Summary) -> Iterator[Block]:
    """The cases that somebody must see to, the gravest first."""
    knowledge = summary.about.knowledge
    for name, named in reversed(summary.raised.items()):
        if named.cases:
            rows = [(case, *said) for case, said in named.cases]
            yield _table(knowledge.urgencies[name].headline, ("case", "how soon", "why", "what came first"), rows)
            yield from _more(named)
    if not any(named.cases for named in summary.raised.values()):
        yield Paragraph(line("None of these cases."))


def _calm(summary: Summary) -> Iterator[Block]:
    """The cases that nobody must see to soon."""
    soon = summary.soon(summary.about.knowledge.urgencies.mildest)
    rows = [(case, *said) for case, said in summary.calm.cases]
    yield from _named(summary.calm, ("case", "what came first"), rows, f"{soon[:1].upper()}{soon[1:]}")


def _failed(summary: Summary) -> Iterator[Block]:
    """The cases that are not as they expect."""
    yield from _named(summary.failed, ("case", "what failed"), [(case, " ".join(why)) for case, why in
                                                               summary.failed.cases])  # fmt: skip


def _unreadable(summary: Summary) -> Iterator[Block]:
    """The cases without a result."""
    rows = [(case, row, why) for case, (row, why) in summary.unreadable.cases]
    yield from _named(summary.unreadable, ("case", "line", "why"), rows)


def _named(
    named: Named, headers: tuple[str, ...], rows: Sequence[tuple[Part, ...]], caption: str = ""
) -> Iterator[Block]:
    """Cases in a table, if there are any."""
    if not rows:
        yield Paragraph(line("None of these cases."))
        return
    cases = "1 case" if named.count == 1 else f"{named.count:,} cases"
    yield _table(f"{caption}: {cases}" if caption else cases, headers, rows)
    yield from _more(named)


def _more(named: Named) -> Iterator[Block]:
    if named.more:
        yield Paragraph(line(f"And {named.more:,} more; the results as jsonl or csv name all of them."), "notice")


def _table(caption: str, headers: tuple[str, ...], rows: Sequence[tuple[Part, ...]]) -> Table:
    return Table(caption, headers, tuple(tuple(map(line, row)) for row in rows))
