"""What changed from one version of a base to another, as a document for a review."""

from __future__ import annotations

from expert.examining.base_diff import ChangedRule, Difference, Said
from expert.publishing.document import Block, Document, Entry, Facts, Line, Paragraph, Span, items, line, section
from expert.wording.changes import alike, counts


def changes_document(old: str, new: str, found: Difference) -> Document:
    """The document; what did not change is left out."""
    sections = []
    for title, rules in (("Rules added", found.added), ("Rules removed", found.removed)):
        if rules:
            sections.append(section(title, [section(name, [_said(said)]) for name, said in rules.items()]))
    if found.changed:
        sections.append(section("Rules changed", [section(one.name, [_changed(one)]) for one in found.changed]))
    if found.others:
        entries = [Entry(line(f"{kind} ", Span(name, "code"), f" {how}")) for kind, name, how in found.others]
        sections.append(section("Questions and causes", [items(entries)]))
    for title, broken in (("Expectations that now fail", found.now_fail),
                          ("Expectations that now hold", found.now_hold)):  # fmt: skip
        if broken:
            entries = [Entry(line(f"{one.case} ({one.source})"), tuple(Entry(line(said)) for said in one.failures))
                       for one in broken]  # fmt: skip
            sections.append(section(title, [items(entries)]))
    if found.flips:
        sections.append(section("Cases told otherwise", [items(_flips(found))]))
    if found.unreadable:
        entries = [Entry(line(Span(source, "code"), f": {why}")) for source, why in found.unreadable.items()]
        sections.append(section("Cases that were not compared", [items(entries)]))
    said = (f"{len(found.added)} rules added, {len(found.removed)} removed, {len(found.changed)} changed; "
            f"{len(found.flips)} of {found.cases} cases are told something else. "
            f"{found.expectations().capitalize()}.")  # fmt: skip
    parts = ", ".join(counts(found))
    if parts:
        said += f" In these parts: {parts}."
    return Document("note", "Changes of the rules", f"{old} to {new}", (line(said),), tuple(sections), ())


def _said(said: Said) -> Block:
    return Facts(tuple((part, line(text)) for part, texts in said.items() for text in texts))


def _changed(rule: ChangedRule) -> Block:
    pairs: list[tuple[str, Line]] = []
    for part in rule.parts:
        pairs += [(f"{part.name}, no longer", line(text)) for text in part.removed]
        pairs += [(f"{part.name}, now", line(text)) for text in part.added]
        if not part.removed and not part.added:
            pairs.append((part.name, line("in another order")))
    return Facts(tuple(pairs)) if pairs else Paragraph(line("in another order"))


def _flips(found: Difference) -> list[Entry]:
    """Cases that are told otherwise in the same way, each way with its cases."""
    entries = []
    for group in alike(found):
        by = ", ".join(group.by) or "what is no rule"
        head = line(Span("; ".join(group.said), "strong"), ", by ", Span(by, "code"))
        below = tuple(Entry(line(f"{flip.case} ({flip.source})")) for flip in group.flips)
        entries.append(Entry(head, below))
    return entries
