"""One explained case as a document: the page for the person, and folded behind it that for whoever looks at it.

The first is `expert.wording.first_page`, with the map of the places if the base has one. The second is a note to take
along: the alerts, the causes with what speaks for and against each, the answers, what was tried and advised, what was
not ruled out, and what all of that rests on. What of it is for the screen alone repeats the evidence down to the
answers, with the names of the rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import groupby

from expert.advice import Guidance, Recommendation, Withheld
from expert.cases.case import Case
from expert.certainty import DOUBT_SHARED, NO_PROBABILITY, SAID_ALREADY, strength_text, strength_word, together
from expert.characters import harmless
from expert.conclusions import Alert, Conclusion, Evidence
from expert.conditions import Interpretation
from expert.consultation import Consultant, Consultation
from expert.engine import Firing
from expert.examining.first_reading import by_reason, patterns, told_of
from expert.fields import UNTRIED
from expert.publishing.document import (
    Bar,
    Block,
    Document,
    Entry,
    Facts,
    Figure,
    Line,
    Paragraph,
    Picture,
    Quote,
    Section,
    Span,
    items,
    line,
    listed,
    section,
)
from expert.publishing.graph import case_graph
from expert.publishing.place_map import in_text, place_map_svg
from expert.rules import Cause, KnowledgeRule, Source
from expert.wording import english
from expert.wording.first_page import HOW_SOON, Told, first_page
from expert.wording.phrases import (
    ALSO_ELSEWHERE,
    ELSEWHERE,
    LATER,
    NOT_ADVISED,
    UNANSWERED,
    for_whom,
    not_assessed,
    tried_before,
)

#: What the part for whoever looks at it is called.
BEHIND = "For whoever looks at it: every reason, the answers, what it rests on"


def case_document(
    consultation: Consultation, case: Case, consultant: Consultant | None = None, on: date | None = None
) -> Document:
    """The explained case.

    Args:
        consultant: says what it would mean if an open red flag were so; without one they are only named.
        on: the day that it is written on; left out, there is room to fill it in.
    """
    return _Report(consultation, case, consultant, on).document()


def references(rule: KnowledgeRule) -> list[Span]:
    """What a rule rests on, in short: claims and keys of sources, each pointing to where it stands in full."""
    claims = [Span(claim, target=f"claim-{claim}") for claim in rule.claims]
    return listed(claims + [Span(source.key, target=f"source-{source.key}") for source in rule.source])


class _Report:
    """One case's document, part by part."""

    def __init__(self, consultation: Consultation, case: Case, consultant: Consultant | None, on: date | None) -> None:
        self.consultant, self.on = consultant, on
        self.found = consultation
        self.case = case
        self.knowledge = consultation.knowledge
        self.vocabulary = consultation.knowledge.vocabulary

    def document(self) -> Document:
        """All parts in order."""
        behind = [
            self._urgency(), self._causes(), *self._questions(), self._answers(), self._tried(), self._note(),
            *self._advice(), self._what_then(), self._not_ruled_out(), self._references(), *self._working(),
        ]  # fmt: skip
        whole = section(BEHIND, [part for part in behind if part is not None], anchor="behind", folded=True)
        name = line("Name: ", ("name", "blank"))
        written = line("Date: ", f"{self.on.day} {self.on:%B %Y}" if self.on else ("date", "blank"))
        case = f"Case {self.case.id}" if self.case.id else ""
        source = line(
            (", ".join(one for one in (case, self.case.source and f"from {self.case.source}") if one), "muted")
        )
        return Document(
            kind="note",
            title=f"What {self.knowledge.naming.matter} may be, and what to do",
            subject=self.knowledge.title,
            opening=tuple(one for one in (name, written, source) if one),
            sections=(*self._first(), *self._map(), whole),
            closing=tuple(self._closing()),
            urgencies=self.knowledge.urgencies.rungs,
        )

    def _closing(self) -> Iterator[Paragraph]:
        if not self.knowledge.assesses_alerts:
            yield Paragraph(line((not_assessed(self.knowledge), "strong")), "notice")
        yield Paragraph(line(self.knowledge.notice), "notice")

    # The page for the person.

    def _first(self) -> Iterator[Section]:
        for part in first_page(self.found, self.consultant):
            shown = [told for told in part.lines if not told.hint]
            blocks: list[Block] = []
            for in_a_list, group in groupby(shown, lambda one: one.bullet or one.number > 0):
                lines = list(group)
                blocks += [items(map(_entry, lines))] if in_a_list else map(_paragraph, lines)
            if blocks:
                anchor = "urgency" if part.name == HOW_SOON else f"page-{part.name.replace(' ', '-')}"
                yield section(part.title, blocks, part.urgency, anchor)

    def _map(self) -> Iterator[Section]:
        drawn = self.knowledge.map
        if drawn is not None and drawn.marked(self.found.answers):
            words = tuple(map(harmless, in_text(self.knowledge, self.found.answers)))
            picture = Picture(
                place_map_svg(self.knowledge, self.found.answers), f"{drawn.title}. {drawn.legend}", words
            )
            yield section(drawn.heading, [picture], anchor="map")

    # The note.

    def _urgency(self) -> Section:
        urgency = self.knowledge.urgencies[self.found.urgency]
        if not self.found.alerts:
            said = urgency.calm if self.knowledge.assesses_alerts else not_assessed(self.knowledge)
            return section("The alerts", [Paragraph(line(said))], anchor="alerts")
        remarks: dict[tuple[str, str, str], list[Alert]] = {}
        for alert in self.found.alerts:
            remarks.setdefault((alert.remark.text, alert.urgency, alert.within), []).append(alert)
        entries = [self._alert(text, alerts) for (text, _, _), alerts in remarks.items()]
        return section("The alerts", [items(entries)], anchor="alerts")

    def _alert(self, text: str, alerts: Sequence[Alert]) -> Entry:
        """One thing to do, with each reason for it."""
        first = alerts[0]
        soon = self.knowledge.due(first.urgency, first.within).soon
        said = line((text, "strong"), (f" ({first.urgency}: {soon})", "muted"))
        return Entry(said, tuple(Entry(self._reason(alert.evidence.firing)) for alert in alerts))

    def _reason(self, firing: Firing, more: str = "") -> Line:
        """A firing in one line: its sentence, and in brackets more and what it rests on."""
        shown = [Span(more), Span("; ")] if more else []
        return line(english.sentence(firing.rule.because), *_aside(*shown, *references(firing.rule)))

    def _causes(self) -> Section:
        blocks: list[Block] = [self._cause(*entry) for entry in enumerate(self.found.conclusions, 1)]
        specific = any(one.cause.kind == "specific" for one in self.found.conclusions)
        lead = ALSO_ELSEWHERE if specific else ELSEWHERE
        outside = [Paragraph(line((lead, "strong"), f" {english.sentence(told_of(one))}"))
                   for one in patterns(self.found)]  # fmt: skip
        blocks = [*blocks, *outside] if specific else [*outside, *blocks]
        if not self.found.conclusions:
            blocks.append(Paragraph(line(self.knowledge.unconcluded)))
        return section("What it probably is", blocks, anchor="causes")

    def _cause(self, number: int, found: Conclusion) -> Section:
        blocks: list[Block] = [
            Bar(found.certainty, found.level),
            Paragraph(line(found.cause.about), "muted"),
        ]
        for title, tone, entries in (("For it", "for", found.because), ("Against it", "against", found.against)):
            if entries:
                blocks.append(Paragraph(line((title, "strong")), "label"))
                blocks.append(items([self._piece(entry) for entry in entries], tone))
        if not found.against:
            blocks.append(Paragraph(line("Nothing in these answers speaks against it."), "muted"))
        return section(f"{number}. {found.cause.title}", blocks, "cause", f"cause-{found.cause.id}")

    def _piece(self, entry: Evidence) -> Line:
        word = strength_word(entry.certainty)
        return self._reason(entry.firing, word if entry.counted else f"{word}, not counted again")

    def _questions(self) -> Iterator[Section]:
        """What else is asked, each question with all its answers."""
        for about, question in self.knowledge.questions.items():
            told = [one for one in self.found.guidance if one.about == about]
            if told:
                entries = [self._told(one.remark.text, one.causes, one.firings) for one in told]
                yield section(question, [items(entries)], anchor=f"asked-{about}")

    def _told(self, text: str, causes: Sequence[Cause], firings: Sequence[Firing]) -> Line:
        """Something that is told, what it is for, and what it rests on."""
        aim = for_whom(causes)
        cited = {span.text: span for firing in firings for span in references(firing.rule) if span.target}
        return line(text, *_aside(Span(f"{aim}; " if aim else ""), *listed(cited.values())))

    def _answers(self) -> Section:
        """The answers in words, group by group; what was tried has a part of its own."""
        groups: dict[str, list[str]] = {}
        for key, answer in self.found.answers.items():
            group = key.partition(".")[0]
            if key not in self.vocabulary.remedies:
                groups.setdefault(group, []).append(english.answer_clause(self.vocabulary.asked[key], answer))
        pairs = [(group.capitalize(), line(english.sentence("; ".join(said)))) for group, said in groups.items()]
        none = Paragraph(line("Nothing was said."))
        return section("What was answered", [Facts(tuple(pairs)) if pairs else none], anchor="answers")

    def _tried(self) -> Section | None:
        """What became of each remedy."""
        remedies = self.vocabulary.remedies
        if not remedies:
            return None
        known = {key: answer for key, answer in self.found.answers.items() if key in remedies}
        tried = [key for key, answer in known.items() if answer != UNTRIED]
        clauses = {key: english.answer_clause(self.vocabulary.asked[key], answer) for key, answer in known.items()}
        blocks: list[Block] = [items([line(english.sentence(clauses[key])) for key in tried])] if tried else []
        rest = [clauses[key] for key in known if key not in tried]
        if rest:
            blocks.append(Paragraph(line(english.sentence("; ".join(rest)))))
        said = blocks or [Paragraph(line("Nothing was said about what was tried."))]
        return section("What was tried", said, anchor="tried")

    def _note(self) -> Section | None:
        if not self.case.note or not self.case.note.strip():
            return None
        lines = tuple(harmless(one) for one in self.case.note.strip().splitlines())
        return section("About the case", [Quote(lines)], anchor="note")

    def _advice(self) -> Iterator[Section]:
        for stage, title in (("now", "What was advised now"), ("if_no_better", LATER)):
            due = [one for one in self.found.recommendations if one.stage == stage]
            if due:
                yield section(title, [items([self._advised(one) for one in due])], anchor=f"advice-{stage}")

    def _advised(self, found: Recommendation) -> Line:
        return self._told(found.remark.text + tried_before(self.found, found.remark), found.causes, found.firings)

    def _what_then(self) -> Section:
        net = self.knowledge.urgencies[self.found.urgency].net
        return section(self.knowledge.naming.net, [Paragraph(line(net))], anchor="when")

    def _not_ruled_out(self) -> Section | None:
        flags = self.found.not_ruled_out
        if not flags:
            return None
        asked = Paragraph(line(UNANSWERED))
        clauses = Paragraph(line(english.sentence("; ".join(flag.text for flag in flags))))
        return section("What was not ruled out", [asked, clauses], anchor="not-ruled-out")

    # What it rests on.

    @cached_property
    def _fired(self) -> list[KnowledgeRule]:
        """The rules behind what is shown, once each, in the order of the book."""
        seen: dict[str, KnowledgeRule] = {}
        for found in self.found.conclusions:
            for entry in (*found.because, *found.against):
                seen.update((rule.name, rule) for rule in _rules_of(entry))
        for alert in self.found.alerts:
            seen.update((rule.name, rule) for rule in _rules_of(alert.evidence))
        advisers = [firing for one in self.found.recommendations for firing in one.firings]
        guides = [firing for one in self.found.guidance for firing in one.firings]
        withheld = [firing for one in self.found.withheld for firing in one.firings]
        for firing in (*advisers, *guides, *withheld):
            seen[firing.rule.name] = firing.rule
            for finder in (one for name in firing.findings for one in self.found.finders.get(name, ())):
                seen[finder.rule.name] = finder.rule
        return sorted(seen.values(), key=lambda rule: self.knowledge.position[rule.name])

    def _references(self) -> Section | None:
        """Each claim, source and reading of ours, in full."""
        cited = {claim for rule in self._fired for claim in rule.claims}
        entries = [self._claim(claim) for claim in self.knowledge.claims if claim in cited]
        entries += [source_entry(one) for one in dict.fromkeys(one for rule in self._fired for one in rule.source)]
        entries += [
            reading_entry(one) for one in dict.fromkeys(o for rule in self._fired for o in rule.interpretations)
        ]
        if not entries:
            return None
        claim = next((claim for claim in self.knowledge.claims if claim in cited), None)
        text = f"Numbers such as {claim} are claims of {self.knowledge.naming.text}, told here in other words."
        opening = [Paragraph(line(text), "muted")] if claim else []
        return section("What this rests on", [*opening, items(entries, "references")], "references", "references")

    def _claim(self, claim: str) -> Entry:
        return claim_entry(english.claim_line(self.knowledge, claim), claim)

    # The working, for the screen.

    def _working(self) -> Iterator[Section]:
        blocks: list[Block] = []
        for found in self.found.conclusions:
            entries = [self._evidence_tree(entry) for entry in (*found.because, *found.against)]
            said = f"Certainty factor {found.certainty:.4g}. {self._sums(found)} {DOUBT_SHARED} {NO_PROBABILITY}"
            blocks.append(section(found.cause.title, [items(entries), Paragraph(line(said), "muted")]))
        told: list[Guidance | Recommendation] = [*self.found.guidance, *self.found.recommendations]
        advised = [self._advice_tree(one) for one in told]
        withheld = [self._withheld_tree(why, same) for why, same in by_reason(self.found.withheld).items()]
        alerts = [self._alert_tree(one) for one in self.found.alerts]
        for title, trees in (("The advice", advised), (NOT_ADVISED, withheld), ("The alerts", alerts)):
            if trees:
                blocks.append(section(title, [items(trees)]))
        idle = self._idle()
        if idle:
            blocks.append(
                section("Answers that no rule stood on", [Paragraph(line(english.sentence("; ".join(idle))))])
            )
        if blocks:
            yield section("How it was worked out", blocks, anchor="working", on_paper=False)
        graph = case_graph(self.found)
        if graph.nodes:
            caption = "The same as a picture: answers on the left, what follows from them to the right."
            yield section("As a picture", [Figure(graph, caption)], anchor="picture", on_paper=False)

    def _sums(self, found: Conclusion) -> str:
        """How the evidence combined."""
        rules = [entry.firing.rule for entry in (*found.because, *found.against)]
        return together([self.knowledge.piece(rule) for rule in rules])

    def _tree(self, firing: Firing) -> Entry:
        """One firing down to the answers."""
        rule = firing.rule
        side = "Against: " if rule.sign < 0 else ""
        said = english.stood_on(self.knowledge, self.found.answers, firing.facts)
        below = [Entry(line("Answered: ", english.sentence("; ".join(said))))] if said else []
        titles = [self.knowledge.cause(cause).short for cause in firing.causes]
        if titles:
            below.append(Entry(line(f"Concluded: {'; '.join(titles)}.")))
        below.append(Entry(line("Rests on ", *references(rule))))
        if rule.interpretations:
            names = "; ".join(dict.fromkeys(f"{english.reading(one)} ({one.shown})" for one in rule.interpretations))
            below.append(Entry(line(f"Uses {names}.")))
        for name in firing.findings:
            finders = tuple(self._tree(finder) for finder in self.found.finders.get(name, ()))
            below.append(Entry(line(f'It was found: "{name}"'), finders))
        text = line(side, english.sentence(rule.because), " ", (rule.name, "code"))
        return Entry(text, tuple(below))

    def _evidence_tree(self, entry: Evidence) -> Entry:
        """One piece of evidence down to the answers, with its strength and whether it counts."""
        tree = self._tree(entry.firing)
        more = "" if entry.counted else f"; it {SAID_ALREADY}"
        return Entry(tree.text, (Entry(line(f"Strength: {strength_text(entry.certainty)}{more}.")), *tree.below))

    def _advice_tree(self, found: Recommendation | Guidance) -> Entry:
        text = line((found.remark.text, "strong"), " ", (found.remark.id, "code"))
        return Entry(text, tuple(self._tree(firing) for firing in found.firings))

    def _withheld_tree(self, why: str, same: Sequence[Withheld]) -> Entry:
        """All that was taken back for one reason, and the rules that it was taken back by."""
        by = {firing.rule.name: firing for one in same for firing in one.firings}
        taken = [Entry(line("Withdrawn: ", (one.remark.text, "strong"))) for one in same]
        return Entry(line(english.sentence(why)), (*taken, *map(self._tree, by.values())))

    def _alert_tree(self, alert: Alert) -> Entry:
        text = line((alert.remark.text, "strong"), " ", (alert.remark.id, "code"))
        return Entry(text, (self._tree(alert.evidence.firing),))

    def _idle(self) -> list[str]:
        """The answers on which no rule stood."""
        asked, answers = self.vocabulary.asked, self.found.answers
        return [english.answer_clause(asked[key], answers[key]) for key in self.found.unused()]


def claim_entry(said: str, claim: str) -> Entry:
    """A claim in a list of references."""
    return Entry(line((claim, "strong"), said.removeprefix(claim)), anchor=f"claim-{claim}")


def source_entry(source: Source) -> Entry:
    """A source beyond the main text in a list of references."""
    text = line((source.key, "strong"), f": {source.text} (read {source.read})")
    return Entry(text, anchor=f"source-{source.key}")


def reading_entry(reading: Interpretation) -> Entry:
    """A number of ours in a list of references."""
    said = f": {english.reading(reading)}. {reading.reason}"
    return Entry(line((reading.shown, "strong"), english.sentence(said)))


def _told_line(told: Told) -> Line:
    gap = " " if told.lead and told.text else ""
    return line((told.lead, "strong"), gap, told.text, (f" {told.aside}" if told.aside else "", "muted"))


def _entry(told: Told) -> Entry:
    return Entry(_told_line(told), tuple(Entry(line(text)) for text in told.below))


def _paragraph(told: Told) -> Paragraph:
    return Paragraph(_told_line(told))


def _aside(*spans: Span) -> list[Span]:
    """Spans as a muted remark in brackets."""
    return [Span(one.text, one.style or "muted", one.target) for one in (Span(" ("), *spans, Span(")"))]


def _rules_of(entry: Evidence) -> Iterator[KnowledgeRule]:
    yield entry.firing.rule
    for below in entry.because:
        yield from _rules_of(below)
