"""The rule book: the whole knowledge base as a document, beside its main text, for a reader who is no programmer.

In the order of that text: how it says to reason, then cause by cause what it claims and the rules made of that, what
goes beyond it marked as such; then what the causes share, the patterns outside them, the red flags, and the tables.

A rule belongs to a cause's chapter by its name: ``thirst.dry_soil`` and ``thirst_beyond.heat`` to ``thirst``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from expert.certainty import HOW_IT_COMBINES, LEVELS, strength_text
from expert.conditions import Interpretation
from expert.examining.coverage import Coverage, RuleSeen, Seen
from expert.knowledge import KnowledgeBase, RedFlag
from expert.publishing.document import (
    Block,
    Document,
    Entry,
    Facts,
    Line,
    Paragraph,
    Section,
    Span,
    Table,
    items,
    line,
    listed,
    section,
)
from expert.publishing.report import claim_entry, references, source_entry
from expert.rules import Alerts, Cause, KnowledgeRule, Supports
from expert.wording import english


def book_document(knowledge: KnowledgeBase, coverage: Coverage | None = None) -> Document:
    """The whole book.

    Args:
        coverage: what cases make of the base: each rule is shown with those that fire it and those that nearly do.
    """
    return _Book(knowledge, coverage).document()


class _Book:
    """A knowledge base's document, chapter by chapter."""

    def __init__(self, knowledge: KnowledgeBase, coverage: Coverage | None = None) -> None:
        self.knowledge = knowledge
        self.coverage = coverage
        self._seen = {one.rule.name: one for one in coverage.rules} if coverage else {}
        self.text = knowledge.naming.text

    def document(self) -> Document:
        """All chapters in order; empty ones are left out."""
        chapters = [
            self._reasoning(),
            *(self._cause(cause) for cause in self.knowledge.causes),
            self._chapter("What several rules need to know", "findings", self._other("findings")),
            self._chapter("Patterns outside these causes", "patterns", self._other("patterns")),
            self._alarms(),
            self._hedges(),
            self._readings(),
            self._questions(),
            self._codes(),
            self._sources(),
            self._cases(),
        ]
        own = sum(rule.from_article for rule in self.knowledge.rules)
        total = len(self.knowledge.rules)
        opening = (
            line(f"{total} rules: {own} rest on {self.text} alone, {total - own} go beyond it and name their sources."),
            line("Each rule says what must hold, what follows, how strongly, and what it stands on."),
        )
        return Document(
            kind="book",
            searched=True,
            title="The rule book",
            subject=self.knowledge.title,
            opening=opening,
            sections=tuple(one for one in chapters if one is not None),
            closing=(Paragraph(line(self.knowledge.notice), "notice"),),
        )

    # How the main text says to reason.

    def _reasoning(self) -> Section | None:
        entries = [
            Entry(claim_entry(english.claim_line(self.knowledge, claim), claim).text,
                  (Entry(line("Honoured by: ", self.knowledge.mechanisms.get(claim, "the rules that cite it"))),),
                  f"claim-{claim}")
            for claim, home in self._homes.items() if home is None
        ]  # fmt: skip
        if not entries:
            return None
        said = f"What {self.text} says about how to go about it, and what in the program does so."
        return section("How to reason", [Paragraph(line(said)), items(entries)], anchor="reasoning")

    @cached_property
    def _homes(self) -> dict[str, str | None]:
        """Each claim's cause: the one whose rules cite it most, else the one that its section is about, else none."""
        cited: dict[str, Counter[str]] = {}
        for rule in self.knowledge.rules:
            home = self._home(rule)
            for claim in rule.claims if home else ():
                cited.setdefault(claim, Counter())[str(home)] += 1
        by_section: dict[str, Counter[str]] = {}
        for claim, counts in cited.items():
            by_section.setdefault(self.knowledge.claims[claim].section, Counter()).update(counts)
        homes: dict[str, str | None] = {}
        for claim, held in self.knowledge.claims.items():
            counts = cited.get(claim) or by_section.get(held.section) or Counter()
            homes[claim] = max(counts, key=lambda name: counts[name], default=None)
        return homes

    def _home(self, rule: KnowledgeRule) -> str | None:
        """The cause to whose chapter a rule belongs."""
        chapter = rule.name.partition(".")[0]
        fitting = [c.id for c in self.knowledge.causes if chapter == c.id or chapter.startswith(f"{c.id}_")]
        return max(fitting, key=len, default=None)

    # A cause.

    def _cause(self, cause: Cause) -> Section:
        claims = [claim for claim, home in self._homes.items() if home == cause.id]
        rules = [rule for rule in self.knowledge.rules if self._home(rule) == cause.id]
        blocks: list[Block] = [Paragraph(line(cause.about)), Paragraph(line(_kind(cause)), "muted")]
        if claims:
            blocks.append(section(f"What {self.text} says", [items([self._claim(claim) for claim in claims])]))
        for title, part in self._parted(rules):
            blocks.append(section(title, [self._rule(rule) for rule in part]))
        elsewhere = [rule for rule in self.knowledge.evidence[cause.id] if rule not in rules]
        if elsewhere:
            names = [Entry(line(*self._pointer(rule))) for rule in elsewhere]
            blocks.append(section("Rules elsewhere that speak for or against it", [items(names)]))
        return section(cause.title, blocks, anchor=f"cause-{cause.id}")

    def _parted(self, rules: Sequence[KnowledgeRule]) -> Iterator[tuple[str, list[KnowledgeRule]]]:
        """The main text's rules, then those beyond it."""
        for origin, own in (("from", True), ("beyond", False)):
            part = [rule for rule in rules if rule.from_article is own]
            if part:
                yield f"Rules {origin} {self.text}", part

    def _claim(self, claim: str) -> Entry:
        """A claim and the rules that rest on it."""
        entry = claim_entry(english.claim_line(self.knowledge, claim), claim)
        rules = [rule for rule in self.knowledge.rules if claim in rule.claims]
        below = [Entry(line("In rules: ", *_listed(rules)))] if rules else []
        if claim in self.knowledge.mechanisms:
            below.append(Entry(line("Honoured by: ", self.knowledge.mechanisms[claim])))
        return Entry(entry.text, tuple(below), entry.anchor)

    def _pointer(self, rule: KnowledgeRule) -> list[Span]:
        return [_name(rule), Span(f": {rule.because}")]

    # A rule.

    def _rule(self, rule: KnowledgeRule) -> Section:
        """A rule as English: if, then, how strongly, on what."""
        conditions = english.conditions(self.knowledge, rule)
        origin = (f"{'From' if rule.from_article else 'Beyond'} {self.text}", "tag")
        blocks: list[Block] = [Paragraph(line(origin, f" {rule.effect}" if rule.sign else ""))]
        blocks.append(Paragraph(line(("If all of these hold" if len(conditions) > 1 else "If", "strong")), "label"))
        blocks.append(items([Entry(line(clause)) for clause in conditions]))
        pairs = [("Then", line(english.sentence(rule.then(self.knowledge))))]
        if rule.sign:
            pairs.append(("Strength", self._strength(rule)))
        pairs.append(("In a word", line(english.sentence(rule.because))))
        warrant = zip(_keys(rule), english.warrant_lines(self.knowledge, rule), strict=True)
        pairs += [
            ("Rests on", line(Span(key.text, "strong", key.target), f": {text.removeprefix(key.text).strip()}"))
            for key, text in warrant
        ]
        pairs += [("Reading", line(english.sentence(text))) for text in english.interpretation_lines(rule)]
        seen = self._seen.get(rule.name)
        tone = f"rule {seen.sort}" if seen else "rule"
        pairs += self._tried(seen) if seen else ()
        return section(rule.name, [*blocks, Facts(tuple(pairs))], tone, f"rule-{rule.name}")

    def _tried(self, seen: RuleSeen) -> Iterator[tuple[str, Line]]:
        """The cases that fire a rule, and those that lack one condition."""
        times = seen.fires.times
        yield "Cases", line(f"{_CASES[seen.sort]}; {times} fire it", f": {_named(seen.fires)}" if times else "")
        for atom, near in seen.nearly.items():
            lacking = f'{near.times} lack only "{english.condition(self.knowledge, atom)}"'
            yield "Nearly", line(f"{lacking}: {_named(near)}")

    def _strength(self, rule: KnowledgeRule) -> Line:
        hedge = rule.hedge.replace("-", " ")
        half = ", halved, since it is one feature of several" if rule.partial else ""
        strength = strength_text(self.knowledge.strength(rule))
        return line(strength, f', from the word "{hedge}" as {rule.role}{half}')

    # What stands outside the causes.

    @cached_property
    def _others(self) -> dict[str, list[KnowledgeRule]]:
        """The rules of no cause's chapter, chapter by chapter: findings, patterns, alarms."""
        chapters: dict[str, list[KnowledgeRule]] = {}
        for rule in self.knowledge.rules:
            if self._home(rule) is None:
                chapters.setdefault(rule.name.partition(".")[0], []).append(rule)
        sorts: dict[str, list[KnowledgeRule]] = {}
        for rules in chapters.values():
            sorts.setdefault(_sort(rules), []).extend(rules)
        return sorts

    def _other(self, sort: str) -> list[KnowledgeRule]:
        return self._others.get(sort, [])

    def _chapter(self, title: str, anchor: str, rules: Sequence[KnowledgeRule]) -> Section | None:
        if not rules:
            return None
        groups: dict[str, list[KnowledgeRule]] = {}
        for rule in rules:
            groups.setdefault(rule.name.partition(".")[0].replace("_", " ").capitalize(), []).append(rule)
        parts = [section(name, [self._rule(rule) for rule in held]) for name, held in groups.items()]
        return section(title, parts, anchor=anchor)

    def _alarms(self) -> Section | None:
        """What must be seen by somebody: an overview by urgency, the answers that are flags, then the rules."""
        chapter = self._chapter("Red flags", "red-flags", self._other("alarms"))
        blocks: list[Block] = []
        dues: dict[tuple[str, str], list[KnowledgeRule]] = {}
        for rule in self.knowledge.of(Alerts):
            dues.setdefault((rule.urgency, self.knowledge.within(rule)), []).append(rule)
        for urgency, within in sorted(dues, key=lambda due: self.knowledge.gravity(*due), reverse=True):
            title = f"{urgency.capitalize()}: {self.knowledge.due(urgency, within).soon}"
            rules = dues[urgency, within]
            blocks.append(section(title, [items([Entry(line(*self._pointer(rule))) for rule in rules])]))
        if self.knowledge.red_flags:
            flags = [Entry(line(*_flag(flag))) for flag in self.knowledge.red_flags]
            blocks.append(section("Answers that are red flags by themselves", [items(flags)]))
        blocks += chapter.blocks if chapter else ()
        return section("Red flags", blocks, anchor="red-flags") if blocks else None

    # The tables.

    def _hedges(self) -> Section:
        used = Counter(rule.hedge for rule in self.knowledge.of(Supports))
        rows = [
            (line(hedge.word.replace("-", " ")), line(f"{hedge.presentation:.4g}"), line(f"{hedge.risk:.4g}"),
             line(str(used[hedge.word])))
            for hedge in self.knowledge.hedges.values()
        ]  # fmt: skip
        headers = ("Word", "As presentation", "As risk", "Rules")
        caption = "What a source's word of caution is worth, as a certainty factor from 0 to 1"
        levels = "; ".join(f"{word} from {least:.4g}" for word, least in LEVELS)
        said = Paragraph(line(f"{HOW_IT_COMBINES} Levels: {levels}."))
        return section("Words of caution", [Table(caption, headers, tuple(rows)), said], anchor="hedges")

    def _readings(self) -> Section | None:
        """The numbers that rules compare with, and why they are what they are."""
        used: dict[Interpretation, list[KnowledgeRule]] = {}
        for rule in self.knowledge.rules:
            for atom in rule.atoms:
                limit = atom.test.limit
                if limit is not None and rule not in used.setdefault(limit, []):
                    used[limit].append(rule)
        rows = [
            (line(one.name), line(one.shown), line(f"From {self.text}" if one.given else "Our reading"),
             line(one.reason), line(*_listed(rules)))
            for one, rules in used.items()
        ]  # fmt: skip
        if not rows:
            return None
        table = Table("Each number with its reason", ("What", "Number", "Whose", "Why", "Rules"), tuple(rows))
        return section("Numbers", [table], anchor="numbers")

    def _questions(self) -> Section | None:
        """Every question, with the rules that look at its answer, through what is worked out from it too."""
        looking: dict[str, list[KnowledgeRule]] = {}
        for rule in self.knowledge.rules:
            keys = {key for atom in rule.atoms if atom.kind == "field"
                    for key in self.knowledge.vocabulary.sources(atom.key)}  # fmt: skip
            for key in keys:
                looking.setdefault(key, []).append(rule)
        entries = []
        for key, held in self.knowledge.vocabulary.asked.items():
            rules = looking.get(key, [])
            below = (Entry(line("In rules: ", *_listed(rules))),) if rules else ()
            entries.append(Entry(line((key, "code"), f" {held.question}"), below, f"question-{key}"))
        return section("Questions", [items(entries)], anchor="questions") if entries else None

    def _codes(self) -> Section | None:
        """What results call by a code, such as an alert in a table, with its text and the rules that tell it."""
        rows = [
            (line((name, "code")), line(", ".join(dict.fromkeys(rule.kind for rule in rules))), line(remark.text),
             line(*_listed(rules)))
            for name, (remark, rules) in sorted(self.knowledge.remarks.items())
        ]  # fmt: skip
        if not rows:
            return None
        table = Table("What is told, by its code", ("Code", "What", "Text", "Rules"), tuple(rows))
        return section("Codes of results", [table], anchor="codes")

    def _cases(self) -> Section | None:
        """What cases make of the whole."""
        if self.coverage is None:
            return None
        rows = [(line(name), line(str(share.hits)), line(str(share.of)), line(f"{100 * share.share:.4g} %"))
                for name, share in self.coverage.shares().items()]  # fmt: skip
        caption = f"What {self.coverage.cases} cases make of the rules"
        blocks: list[Block] = [Table(caption, ("What", "Seen", "Of", "Share"), tuple(rows))]
        alone = [Entry(line((case, "strong"), ": ", *_listed([self.knowledge.rule(name) for name in rules])))
                 for case, rules in self.coverage.alive_by.items()]  # fmt: skip
        if alone:
            blocks.append(section("Cases that alone fire a rule", [items(alone)]))
        return section("Cases", blocks, anchor="cases")

    def _sources(self) -> Section | None:
        sources = dict.fromkeys(source for rule in self.knowledge.rules for source in rule.source)
        entries = []
        for source in sources:
            rules = [rule for rule in self.knowledge.rules if source in rule.source]
            entry = source_entry(source)
            entries.append(Entry(entry.text, (Entry(line("In rules: ", *_listed(rules))),), entry.anchor))
        if not entries:
            return None
        said = Paragraph(line(f"What goes beyond {self.text} rests on these, each read on the day given."))
        return section(f"Sources beyond {self.text}", [said, items(entries, "references")], "references", "sources")


#: How much cases make of a rule, in words.
_CASES = {"fired": "tried", "nearly": "never fired, though nearly", "never": "never fired, nor nearly"}


def _named(seen: Seen) -> str:
    """The cases by name, as far as they are kept."""
    more = seen.times - len(seen.cases)
    return ", ".join(seen.cases) + (f", and {more} more" if more else "")


def _sort(rules: Sequence[KnowledgeRule]) -> str:
    """What a chapter outside the causes is about."""
    if all(rule.finding for rule in rules):
        return "findings"
    return "patterns" if any(rule.finding or rule.sign for rule in rules) else "alarms"


def _kind(cause: Cause) -> str:
    if cause.kind == "general":
        return "A general reason: it may stand alone or behind something specific."
    return "A specific condition: it is concluded only where something of the complaint itself is there."


def _name(rule: KnowledgeRule) -> Span:
    return Span(rule.name, "code", f"rule-{rule.name}")


def _listed(rules: Sequence[KnowledgeRule]) -> list[Span]:
    """Names of rules, parted by commas."""
    return listed(_name(rule) for rule in rules)


def _keys(rule: KnowledgeRule) -> list[Span]:
    return [span for span in references(rule) if span.target]


def _flag(flag: RedFlag) -> list[Span]:
    """A red flag in words, with the answers that raise it and where it is asked."""
    where = f"; asked where the place is {' or '.join(flag.places)}" if flag.places else ""
    return [Span(f"{flag.text} ("), Span(flag.id, "code"), Span(f"{where})")]
