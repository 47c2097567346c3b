"""Explanations, the result page and the rule book as text for a terminal, a pipe or a file.

What is written is first a small tree of `Node` objects, then laid out line by line, so that nothing is wider than the
console and continuation lines keep their indent. On a terminal that can show them there are colours, bars and guide
lines; in a pipe or a narrower encoding plain signs. A case's own text is never read as markup, and its control
characters are shown as escapes. Import this only when something is to be printed: rich is slow to load.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from expert import english
from expert.cases import Case
from expert.certainty import accumulate, level_of
from expert.conditions import Atom
from expert.consultation import Alert, Conclusion, Consultant, Consultation, Recommendation
from expert.engine import Firing
from expert.fields import Answer, Answers
from expert.knowledge import KnowledgeBase
from expert.rules import Alerts, Cause, Finds, KnowledgeRule, Supports

if TYPE_CHECKING:
    from expert.compare import Comparison, Move
    from expert.counterfactual import Change, Prospect, Way
    from expert.edits import Edit
    from expert.why_not import Missed

_URGENCY_STYLES = {"clinician": "bold yellow", "urgent": "bold red", "emergency": "bold white on red"}
_HEADLINES = {
    "clinician": "Have it looked at: book an appointment",
    "urgent": "Urgent: have it seen within a day or two",
    "emergency": "EMERGENCY: go now",
}
_KEPT_FORMATS = "\u200c\u200d"  # joiners, which some scripts and emoji need
_NOT_ASSESSED = (
    "Red flags (signs of something dangerous) were NOT looked for, because only the article's rules were used. "
    "Do not read this result as if they had been looked for and not found."
)

Part = str | tuple[str, str]


@dataclass
class Node:
    """One entry of a tree: its text, the style of its bullet, and what hangs below it."""

    text: Text
    below: list[Node] = field(default_factory=list)


# -- characters ------------------------------------------------------------------------------------------------------


def harmless(text: str) -> str:
    """Text without control characters: line ends and tabs become spaces, all else that acts is shown as an escape."""
    return "".join(_harmless_character(character) for character in text)


def _harmless_character(character: str) -> str:
    if character in "\n\t\r":
        return " "
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") and character not in _KEPT_FORMATS:
        code = ord(character)
        return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
    return character


def words(*parts: Part) -> Text:
    """Parts, each plain or with a style, as one text; nothing in them is markup."""
    text = Text()
    for part in parts:
        content, style = (part, "") if isinstance(part, str) else part
        text.append(harmless(content), style=style)
    return text


def node(*parts: Part, below: Iterable[Node] = ()) -> Node:
    """A tree entry; see `words`."""
    return Node(words(*parts), list(below))


def make_console(file: IO[str] | None = None, width: int | None = None) -> Console:
    """A console as this module likes it: no markup, no emoji codes, no highlighting; NO_COLOR is rich's to honour."""
    return Console(file=file, width=width, markup=False, emoji=False, highlight=False)


# -- the page: lays trees out line by line ---------------------------------------------------------------------------


@dataclass(frozen=True)
class _Signs:
    """The characters that draw: guides (fork, last, down), bar (full, empty), rule, arrow, bullet."""

    fork: str
    last: str
    down: str
    full: str
    empty: str
    rule: str
    arrow: str
    bullet: str


_FINE = _Signs("├─ ", "└─ ", "│  ", "█", "░", "─", "→", "• ")
_NARROW = _Signs("├ ", "└ ", "│ ", "█", "░", "─", "→", "• ")
_PLAIN = _Signs("- ", "- ", "  ", "#", ".", "-", "->", "- ")


class _Page:
    """A console and the signs that it can show."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.encoding = console.encoding
        self.fancy = console.is_terminal and self._can_encode("├└│█░─→•")
        self.signs = _PLAIN if not self.fancy else _FINE if console.width >= 60 else _NARROW
        self._begun = False

    def _can_encode(self, text: str) -> bool:
        try:
            text.encode(self.encoding)
        except (UnicodeEncodeError, LookupError):
            return False
        return True

    def heading(self, title: str, style: str = "bold") -> None:
        """A blank line, a title, and a line under it."""
        self.gap()
        lines = self.text(words((title, style)))
        self.text(words((self.signs.rule * lines, "dim")))

    def gap(self) -> None:
        """A blank line, unless nothing was written yet."""
        if self._begun:
            self.console.print()

    def say(self, *parts: Part) -> None:
        """A paragraph."""
        self.text(words(*parts))

    def text(self, text: Text, first: str = "", rest: str = "") -> int:
        """A text, folded to the width, its first line behind `first` and the others behind `rest`; its widest line."""
        self._begun = True
        widest = 0
        room = max(self.console.width - len(first), 1)
        for index, line in enumerate(self.encodable(text).wrap(self.console, room, overflow="fold")):
            line.rstrip()
            widest = max(widest, line.cell_len)
            prefix = Text(first if index == 0 else rest, style="dim")
            self.console.print(prefix + line, no_wrap=True, overflow="ignore", crop=False)
        return widest

    def encodable(self, text: Text) -> Text:
        """The text with "?" for what the console's encoding cannot say."""
        if self._can_encode(text.plain):
            return text
        plain = "".join(c if self._can_encode(c) else "?" for c in text.plain)
        return Text(plain, spans=text.spans)

    def tree(self, nodes: Sequence[Node], indent: str = "") -> None:
        """Entries with what hangs below them."""
        signs = self.signs
        for index, entry in enumerate(nodes):
            last = index == len(nodes) - 1
            deeper = indent + (" " * len(signs.down) if last else signs.down)
            self.text(entry.text, indent + (signs.last if last else signs.fork), deeper)
            self.tree(entry.below, deeper)

    def bullets(self, nodes: Sequence[Node], indent: str = "") -> None:
        """Entries as a plain list, for readers who need no guide lines."""
        for entry in nodes:
            deeper = indent + " " * len(self.signs.bullet)
            self.text(entry.text, indent + self.signs.bullet, deeper)
            self.bullets(entry.below, deeper)

    def numbered(self, number: int, *parts: Part) -> None:
        """A numbered line."""
        label = f"{number}. "
        self.text(words(*parts), label, " " * len(label))

    def bar(self, certainty: float) -> str:
        """A bar, longer the more certain."""
        length = 20 if self.console.width >= 60 else 10
        full = min(length, max(0, round(certainty * length)))
        bar = self.signs.full * full + self.signs.empty * (length - full)
        return bar if self.fancy else f"[{bar}]"


# -- evidence as trees -----------------------------------------------------------------------------------------------


class _Evidence:
    """Firings of one consultation as trees, from the sentence down to the answers and the warrant."""

    def __init__(self, consultation: Consultation) -> None:
        self.consultation = consultation
        self.knowledge = consultation.knowledge
        self._finders: dict[str, list[Firing]] = {}
        self._told: set[str] = set()
        for firing in consultation.trace:
            if isinstance(firing.rule, Finds):
                self._finders.setdefault(firing.rule.finding, []).append(firing)

    def first(self, finding: str) -> bool:
        """Whether it is told here for the first time how a finding could be made."""
        new = f"found if: {finding}" not in self._told
        self._told.add(f"found if: {finding}")
        return new

    def of_cause(self, cause: str, sign: int) -> list[Firing]:
        """What fired for (1) or against (-1) a cause, in the order of the rules."""
        return [
            firing
            for firing in self.consultation.trace
            if isinstance(firing.rule, Supports) and firing.rule.cause.id == cause and firing.rule.sign == sign
        ]

    def tree(self, firing: Firing) -> Node:
        """One firing: its sentence, the answers, its strength, its warrant, and the findings it stood on."""
        rule = firing.rule
        entry = node((english.sentence(rule.because), "bold"), (f" ({rule.name})", "dim"))
        entry.below = [*self._answers(firing), *self._strength(rule), *self.warrant(rule)]
        for name in firing.findings:
            below = [self.tree(deeper) for deeper in self._finders.get(name, ())]
            entry.below.append(node("It was found: ", (name, "italic"), below=below))
        return entry

    def _answers(self, firing: Firing) -> Iterable[Node]:
        clauses = english.stood_on(self.knowledge, self.consultation.answers, firing.facts)
        if clauses:
            yield node("You said: ", "; ".join(clauses))
        own = getattr(firing.rule, "cause", None)  # an advice names its cause already
        titles = [english.short_title(cause) for cause in map(self.knowledge.cause, firing.causes) if cause is not own]
        if titles:
            yield node("Because it was concluded: ", "; ".join(titles))

    def _strength(self, rule: KnowledgeRule) -> Iterable[Node]:
        if isinstance(rule, Supports):
            partial = ", one feature of several" if rule.partial else ""
            yield node(f"Strength: {english.strength_text(self.knowledge.strength(rule))}{partial}")

    def warrant(self, rule: KnowledgeRule) -> Iterable[Node]:
        """What the rule stands on, in full where it is told for the first time."""
        names = [*rule.claims, *(source.key for source in rule.source)]
        lines = english.warrant_lines(self.knowledge, rule)
        yield from self._once(zip(names, lines, strict=True), "cyan")
        readings = [f'our reading of "{one.name}"' for one in dict.fromkeys(rule.interpretations)]
        lines = [english.sentence(line) for line in english.interpretation_lines(rule)]
        yield from self._once(zip(readings, lines, strict=True), "magenta")

    def _once(self, entries: Iterable[tuple[str, str]], style: str) -> Iterable[Node]:
        """Each line that was not told before, then the names of those that were."""
        again = []
        for name, line in entries:
            if name in self._told:
                again.append(name)
            else:
                self._told.add(name)
                yield node((line, style))
        if again:
            named = ", ".join(again)
            yield node((f"{named[0].upper()}{named[1:]}, as above", style))


# -- one case, explained ---------------------------------------------------------------------------------------------


def write_explanation(
    console: Console,
    consultation: Consultation,
    case: Case,
    cause: str | None = None,
    why_not: Sequence[str] = (),
    what_if: Mapping[str, Answer | None] | None = None,
    consultant: Consultant | None = None,
    prospect: Prospect | None = None,
    brief: bool = False,
) -> None:
    """Write the explained case: urgency, ranked causes with their evidence, advice, what stays open.

    Args:
        cause: only this cause, whether it was concluded or not, with what is not known that could still matter.
        why_not: causes whose nearest rules that did not fire are shown.
        what_if: full field names to other answers (None: not known); needs `consultant`.
        prospect: what would change the result, as far as it was searched for.
        brief: only what was asked for by `cause`, `why_not` or `what_if`, without the rest of the case.

    Raises:
        KnowledgeError: `cause` or one of `why_not` is no cause.
    """
    page, evidence = _Page(console), _Evidence(consultation)
    only = None if cause is None else consultation.knowledge.cause(cause)
    excluded = [consultation.knowledge.cause(name) for name in why_not]
    if not brief:
        _case_header(page, case)
        _urgency(page, evidence)
    if only is not None:
        _one_cause(page, evidence, only)
    elif not brief:
        _conclusions(page, evidence)
    if not brief or only is not None:
        _recommendations(page, evidence, only)
    for other in excluded:
        _why_not(page, evidence, other)
    if what_if is not None and consultant is not None:
        _what_if(page, consultation, what_if, consultant)
    if prospect is not None:
        _prospect(page, prospect)
    if not brief:
        _unused_answers(page, consultation)
        _not_ruled_out(page, consultation)
        _notice(page, consultation.knowledge)


def _case_header(page: _Page, case: Case) -> None:
    if case.id:
        page.say("Case ", (case.id, "bold"), (f" ({case.source})", "dim") if case.source else "")
    if case.note:
        for index, line in enumerate(case.note.rstrip().splitlines() or [""]):
            page.text(words(line), "Note: " if index == 0 else "      ", "      ")


def _urgency(page: _Page, evidence: _Evidence) -> None:
    found = evidence.consultation
    if not found.alerts:
        page.heading("How urgent is it?")
        if found.knowledge.assesses_alerts:
            page.say("Self-care: nothing in these answers says that somebody must look at it soon.")
        else:
            page.say("Red flags were not looked for, so nothing can be said about it.")
        return
    _urgent_heading(page, found.urgency)
    page.tree([_alert(alert, evidence) for alert in found.alerts])


def _urgent_heading(page: _Page, urgency: str) -> None:
    page.heading(_HEADLINES.get(urgency, english.sentence(urgency)), _URGENCY_STYLES.get(urgency, "bold"))


def _alert(alert: Alert, evidence: _Evidence) -> Node:
    soon = english.HOW_SOON[alert.urgency]
    style = _URGENCY_STYLES.get(alert.urgency, "bold")
    why = evidence.tree(alert.evidence.firing)
    why.text = words("Why: ") + why.text
    return node((alert.remark.text, "bold"), (f" ({alert.urgency}: {soon})", style), below=[why])


def _conclusions(page: _Page, evidence: _Evidence) -> None:
    page.heading("What it probably is")
    found = evidence.consultation.conclusions
    if not found:
        page.say(_nothing_fits())
    for number, conclusion in enumerate(found, 1):
        if number > 1:
            page.gap()
        page.numbered(number, (conclusion.cause.title, "bold"))
        _standing(page, conclusion.cause, conclusion.certainty)
        _for_and_against(page, evidence, conclusion.cause)


def _nothing_fits() -> str:
    return (
        "None of the causes known here fits these answers well enough to be named. "
        "That does not mean that nothing is wrong: it means that this program cannot tell."
    )


def _standing(page: _Page, cause: Cause, certainty: float) -> None:
    """The bar, the word, the number, what the cause is."""
    level = level_of(certainty)
    word = "not concluded" if level == "none" else level
    page.say((page.bar(certainty), "green"), " ", (word, "bold"), f", certainty {certainty:.4g}")
    page.say((cause.about, "italic"))


def _for_and_against(page: _Page, evidence: _Evidence, cause: Cause) -> None:
    pro, contra = evidence.of_cause(cause.id, 1), evidence.of_cause(cause.id, -1)
    for title, firings in (("For it:", pro), ("Against it:", contra)):
        if firings:
            page.say((title, "bold"))
            page.tree([evidence.tree(firing) for firing in firings])
    if len(pro) + len(contra) > 1:
        page.say((_together(evidence.knowledge, pro, contra), "dim"))


def _together(knowledge: KnowledgeBase, pro: Sequence[Firing], contra: Sequence[Firing]) -> str:
    """How the strengths combined."""
    sums = [accumulate(_strengths(knowledge, firings)) for firings in (pro, contra)]
    text = f"Together: {sums[0]:.4g} for it"
    text += f", {sums[1]:.4g} against it." if contra else ", nothing against it."
    return text + " (Each entry takes away its share of the doubt that the ones before it left.)"


def _strengths(knowledge: KnowledgeBase, firings: Iterable[Firing]) -> list[float]:
    return [knowledge.strength(firing.rule) for firing in firings if isinstance(firing.rule, Supports)]


def write_causes(console: Console, consultation: Consultation, names: Sequence[str]) -> None:
    """Write some causes in full, one after the other, so that they can be compared.

    Raises:
        KnowledgeError: a name is no cause.
    """
    page, evidence = _Page(console), _Evidence(consultation)
    for name in names:
        _one_cause(page, evidence, consultation.knowledge.cause(name))


def _one_cause(page: _Page, evidence: _Evidence, cause: Cause) -> None:
    """One cause in full depth, concluded or not."""
    found = evidence.consultation
    page.heading(cause.title)
    ranks = [conclusion.cause.id for conclusion in found.conclusions]
    if cause.id in ranks:
        page.say(f"Number {ranks.index(cause.id) + 1} of {len(ranks)} conclusions.")
    _standing(page, cause, found.certainties[cause.id])
    _for_and_against(page, evidence, cause)
    _why_unconcluded(page, evidence, cause)
    _could_matter(page, evidence, cause)


def _why_unconcluded(page: _Page, evidence: _Evidence, cause: Cause) -> None:
    """Why a cause was not concluded, although there may be evidence for it."""
    found = evidence.consultation
    if found.conclusion(cause.id) is not None:
        return
    pro = evidence.of_cause(cause.id, 1)
    if not pro:
        page.say("Nothing in these answers speaks for it.")
    elif _lacks_presentation(evidence, cause):
        page.say("Not concluded: these answers hold things that may bring it on, but nothing of what it is like.")
    else:
        page.say("Not concluded: what speaks for it does not outweigh what speaks against it by enough.")


def _could_matter(page: _Page, evidence: _Evidence, cause: Cause) -> None:
    """What is not known and could still speak for or against the cause."""
    from expert.analysis import rule_standing

    knowledge, found = evidence.knowledge, evidence.consultation
    asked: dict[str, None] = {}
    for rule in knowledge.evidence[cause.id]:
        atoms = rule_standing(knowledge, found.answers, rule)
        if all(standing != "fails" for _, standing in atoms):
            asked.update(dict.fromkeys(key for atom, s in atoms if s == "unknown" for key in _open(evidence, atom)))
    if asked:
        page.gap()
        page.say(("Not known, and could still matter:", "bold"))
        page.tree([node(knowledge.vocabulary.fields[key].question, (f" ({key})", "dim")) for key in asked])


def _open(evidence: _Evidence, atom: Atom) -> Iterable[str]:
    """The unanswered fields behind a condition."""
    if atom.kind == "field":
        sources = evidence.knowledge.vocabulary.sources(atom.key)
        yield from (key for key in sources if key not in evidence.consultation.answers)
    elif atom.kind == "finding":
        for rule in evidence.knowledge.finders.get(atom.key, ()):
            for deeper in rule.atoms:
                yield from _open(evidence, deeper)


def _recommendations(page: _Page, evidence: _Evidence, only: Cause | None) -> None:
    found = evidence.consultation
    for stage, title in (("now", "Do now"), ("if_no_better", "If that does not help")):
        due = [one for one in found.recommendations if one.stage == stage and (only is None or only in one.causes)]
        if due:
            page.heading(title)
            page.tree([_recommendation(one, evidence) for one in due])
    if found.withheld and only is None:
        page.heading("Not advised here")
        page.tree([_withheld(firings, evidence) for firings in found.withheld.values()])


def _recommendation(found: Recommendation, evidence: _Evidence) -> Node:
    entry = node((found.remark.text, "bold"))
    if found.causes:
        entry.below.append(node("For: ", "; ".join(english.short_title(cause) for cause in found.causes)))
    entry.below += _reasons(found.firings, evidence)
    return entry


def _withheld(firings: Sequence[Firing], evidence: _Evidence) -> Node:
    text = getattr(firings[0].rule, "advice").text  # noqa: B009  (only rules with an advice are withheld)
    return node("Taken back: ", (str(text), "bold"), below=_reasons(firings, evidence))


def _reasons(firings: Sequence[Firing], evidence: _Evidence) -> list[Node]:
    """Why, once for each rule."""
    trees = [evidence.tree(firing) for firing in firings]
    for tree in trees:
        tree.text = words("Why: ") + tree.text
    return trees


def _unused_answers(page: _Page, consultation: Consultation) -> None:
    """The answers on which no rule stood."""
    vocabulary = consultation.knowledge.vocabulary
    used = {key for firing in consultation.trace for field in firing.facts for key in vocabulary.sources(field)}
    idle = [key for key in consultation.answers if key not in used]
    if idle:
        page.heading("Answers that no rule stood on")
        clauses = [english.answer_clause(vocabulary.asked[key], consultation.answers[key]) for key in idle]
        page.say(english.sentence("; ".join(clauses)))


def _not_ruled_out(page: _Page, consultation: Consultation) -> None:
    if consultation.not_ruled_out:
        page.heading("What was not ruled out")
        page.say("Nobody answered these. If one of them is so, say so and ask again:")
        page.tree([node(flag.text) for flag in consultation.not_ruled_out])


def _notice(page: _Page, knowledge: KnowledgeBase) -> None:
    page.gap()
    if not knowledge.assesses_alerts:
        page.say((_NOT_ASSESSED, "bold"))
    page.say((knowledge.notice, "italic"))


# -- why not ---------------------------------------------------------------------------------------------------------

_MARKS = {"holds": ("holds", "green"), "fails": ("FAILS", "red"), "unknown": ("not known", "yellow")}


def _why_not(page: _Page, evidence: _Evidence, cause: Cause) -> None:
    """The nearest rules for a cause that did not fire."""
    from expert.why_not import missed_rules

    found = evidence.consultation
    certainty = found.certainties[cause.id]
    page.heading(f"Why not {english.short_title(cause)}?")
    if found.conclusion(cause.id) is not None:
        page.say(f"It was concluded: {level_of(certainty)}, certainty {certainty:.4g}. "
                 "The rules at the end would have raised it further.")  # fmt: skip
    else:
        _why_unconcluded(page, evidence, cause)
    _for_and_against(page, evidence, cause)
    near = missed_rules(found, cause)
    if _lacks_presentation(evidence, cause):
        needed = [entry for entry in near if entry.rule.role == "presentation"]
        near = [entry for entry in near if entry.rule.role != "presentation"]
        _missed_rules(page, evidence, "It needs at least one of these (what it is like and where it is):", needed)
    _missed_rules(page, evidence, "Other rules for it that did not fire, the nearest first:", near)


def _missed_rules(page: _Page, evidence: _Evidence, title: str, near: Sequence[Missed]) -> None:
    """The nearest of the rules that did not fire."""
    if near:
        page.say((title, "bold"))
        page.tree([_missed(evidence, missed) for missed in near])


def _lacks_presentation(evidence: _Evidence, cause: Cause) -> bool:
    """Whether a specific cause cannot be concluded because nothing of what it is like was found."""
    pro = evidence.of_cause(cause.id, 1)
    return cause.kind == "specific" and all(getattr(one.rule, "role", "") != "presentation" for one in pro)


def _missed(evidence: _Evidence, missed: Missed) -> Node:
    """A rule that did not fire: each condition; in short where nothing at all is known about it."""
    rule, atoms = missed.rule, missed.conditions
    entry = node((f'"{english.sentence(rule.because)}"', "bold"), (f" ({rule.name})", "dim"))
    strength = english.strength_text(evidence.knowledge.strength(rule))
    if all(standing == "unknown" for _, standing in atoms):
        missing = dict.fromkeys(key for atom, _ in atoms for key in _open(evidence, atom))
        cited = _short_warrant(rule)
        entry.below = [node(_MARKS["unknown"], f": {', '.join(missing)}; would count as {strength}, {cited}")]
        entry.below += [] if missed.repair.answers is not None else [_mended(evidence, missed)]
        return entry
    entry.below = [_condition(evidence, atom, standing) for atom, standing in atoms]
    entry.below.append(_mended(evidence, missed))
    entry.below.append(node(f"It would count as {strength}"))
    entry.below += evidence.warrant(rule)
    return entry


def _mended(evidence: _Evidence, missed: Missed) -> Node:
    """The answers with which a rule would fire, or why none can be named."""
    changes = missed.repair.answers
    if changes is None:
        return node("With your other answers it cannot be so: ", missed.repair.obstacle)
    asked = evidence.knowledge.vocabulary.asked
    return node("It would fire if: ", "; ".join(english.answer_clause(asked[key], changes[key]) for key in changes))


def _condition(evidence: _Evidence, atom: Atom, standing: str) -> Node:
    """One condition, how it stands, and the answers behind that."""
    from expert.analysis import rule_standing

    knowledge, answers = evidence.knowledge, evidence.consultation.answers
    entry = node(_MARKS[standing], ": ", english.condition(knowledge, atom))
    if atom.kind == "field":
        entry.below = [node(line) for line in _behind(knowledge, answers, atom, standing)]
    elif atom.kind == "finding" and standing != "holds":
        if not evidence.first(atom.key):
            return node(_MARKS[standing], ": ", english.condition(knowledge, atom), " (see above)")
        for rule in knowledge.finders.get(atom.key, ()):
            below = [_condition(evidence, *one) for one in rule_standing(knowledge, answers, rule)]
            entry.below.append(node(f"It would be found if {rule.because}", (f" ({rule.name})", "dim"), below=below))
    return entry


def _behind(knowledge: KnowledgeBase, answers: Answers, atom: Atom, standing: str) -> list[str]:
    """What the case says about a condition that fails; what it leaves open about one that is unknown."""
    if standing == "fails":
        return [f"You said: {english.known_clause(knowledge, answers, atom.key) or 'nothing'}"]
    if standing == "unknown":
        missing = [key for key in knowledge.vocabulary.sources(atom.key) if key not in answers]
        return [f"Not answered: {', '.join(missing)}"] if missing else []
    return []


# -- what if ---------------------------------------------------------------------------------------------------------


def _what_if(page: _Page, before: Consultation, changes: Mapping[str, Answer | None], consultant: Consultant) -> None:
    """The same case with other answers, beside the case as it is."""
    merged = {**before.answers, **changes}
    known = {key: merged[key] for key in before.knowledge.vocabulary.asked if merged.get(key) is not None}
    after = consultant.consult({key: answer for key, answer in known.items() if answer is not None})
    page.heading("What if")
    page.tree([_change(before, key, answer) for key, answer in changes.items()])
    page.gap()
    _ranking_change(page, before, after)
    arrow = page.signs.arrow
    same = before.urgency == after.urgency
    page.say("Urgency: ", f"{after.urgency}, as before" if same else f"{before.urgency} {arrow} {after.urgency}")
    _rule_change(page, "Rules that fired only before:", before, after)
    _rule_change(page, "Rules that fire only with the change:", after, before)


def _change(before: Consultation, key: str, answer: Answer | None) -> Node:
    held = before.knowledge.vocabulary.asked[key]
    now = english.answer_clause(held, answer) if answer is not None else "not known"
    was = english.answer_clause(held, before.answers[key]) if key in before.answers else "not known"
    return node((key, "bold"), ": ", now, (f" (before: {was})", "dim"))


def _ranking_change(page: _Page, before: Consultation, after: Consultation) -> None:
    """Every cause that is concluded before or after, in the order after."""
    ranked = [c.cause for c in after.conclusions] + [c.cause for c in before.conclusions]
    if not ranked:
        page.say("No cause is named, before or after.")
    places = [[c.cause.id for c in one.conclusions] for one in (before, after)]
    entries = []
    for cause in dict.fromkeys(ranked):
        old, new = (_place(one, places[i], cause) for i, one in enumerate((before, after)))
        change = f"{new}, as before" if old == new else f"{old} {page.signs.arrow} {new}"
        entries.append(node((english.short_title(cause), "bold"), ": ", change))
    page.tree(entries)


def _place(consultation: Consultation, places: Sequence[str], cause: Cause) -> str:
    """A cause's rank, level and certainty in words."""
    found = consultation.conclusion(cause.id)
    if found is None:
        return "not concluded"
    return f"number {places.index(cause.id) + 1}, {found.level} ({found.certainty:.4g})"


def _rule_change(page: _Page, title: str, one: Consultation, other: Consultation) -> None:
    """Rules that fired in one consultation and not in the other."""
    elsewhere = {firing.rule.name for firing in other.trace}
    rules = [firing.rule for firing in one.trace if firing.rule.name not in elsewhere]
    page.say((title, "bold"), "" if rules else " none")
    page.tree([node(_effect(rule), ": ", rule.because, (f" ({rule.name})", "dim")) for rule in rules])


def _effect(rule: KnowledgeRule) -> str:
    """What a rule does, in a few words."""
    if isinstance(rule, Supports):
        return f"{'For' if rule.sign > 0 else 'Against'} {english.short_title(rule.cause)}"
    if isinstance(rule, Finds):
        return f"Finds {rule.finding}"
    if isinstance(rule, Alerts):
        return f"Alert ({rule.urgency})"
    return "Advice" if rule.kind == "advice" else "Takes back an advice"


# -- what would change it --------------------------------------------------------------------------------------------


def _prospect(page: _Page, prospect: Prospect) -> None:
    """The smallest changes of answers that would put another cause first."""
    if not prospect.ways:
        return
    page.heading("What would change it")
    page.say("What the result hangs on: the fewest answers that would have to be different. This is no advice.")
    for way in prospect.ways:
        page.gap()
        page.say((_aim(way), "bold"), *(() if way.changes else (" " + _no_change(prospect),)))
        page.tree([_counterfactual(page, prospect, change) for change in way.changes])
    page.gap()
    page.say((prospect.reach.sentence(), "dim"))


def _aim(way: Way) -> str:
    title = english.short_title(way.cause)
    return f"{title} would no longer come first if:" if way.down else f"{title} would come first if:"


def _no_change(prospect: Prospect) -> str:
    return f"no change of {'one answer' if prospect.reach.size == 1 else 'one or two answers'} does it."


def _counterfactual(page: _Page, prospect: Prospect, change: Change) -> Node:
    """One change: a line for one answer, a line each for two; then what comes first after it."""
    first = change.after.conclusions[0] if change.after.conclusions else None
    if first is None:
        then = "then no cause is named"
    else:
        then = f"then {english.short_title(first.cause)} comes first, {first.level} ({first.certainty:.4g})"
    nodes = [_edit(prospect.before, edit) for edit in change.edits]
    if len(nodes) == 1:
        nodes[0].below.append(node((f"{page.signs.arrow} {then}", "dim")))
        return nodes[0]
    return node("both of these:", below=[*nodes, node((f"{page.signs.arrow} {then}", "dim"))])


def _edit(before: Consultation, edit: Edit) -> Node:
    """One change; of a list that was given only the value that comes or goes."""
    held = before.knowledge.vocabulary.asked[edit.field]
    if not edit.value:
        return _change(before, edit.field, edit.answer)
    clause = english.answer_clause(held, (edit.value,))
    if edit.field not in before.answers:
        return _change(before, edit.field, (edit.value,))
    now = ("also: ", clause) if edit.kind == "add" else ("it is not so that ", clause)
    was = english.answer_clause(held, before.answers[edit.field])
    return node((edit.field, "bold"), ": ", *now, (f" (before: {was})", "dim"))


# -- two cases -------------------------------------------------------------------------------------------------------


def write_comparison(console: Console, comparison: Comparison, one: Case, other: Case) -> None:
    """Write what separates two cases: the ranking side by side, the answers, the rules and what they move."""
    page = _Page(console)
    names = _case_names(one, other)
    page.say("Case ", (names[0], "bold"), " beside case ", (names[1], "bold"))
    _ranks(page, comparison, names)
    _answers_apart(page, comparison, names)
    for side, name in enumerate(names):
        _rules_apart(page, comparison, side, name)
    _notice(page, comparison.one.knowledge)


def _case_names(one: Case, other: Case) -> tuple[str, str]:
    """What tells the cases apart: their ids, or where they stand if those are the same."""
    names = (one.id or one.source, other.id or other.source)
    return names if names[0] != names[1] else (one.source, other.source)


def _ranks(page: _Page, comparison: Comparison, names: Sequence[str]) -> None:
    page.heading("What it probably is")
    if not comparison.ranks:
        page.say("No cause is named in either case.")
    entries = []
    for rank in comparison.ranks:
        places = [_place(side, _ids(side), rank.cause) for side in comparison.sides]
        below = [node(f"{name}: {place}") for name, place in zip(names, places, strict=True)]
        entries.append(node((english.short_title(rank.cause), "bold"), below=below))
    page.tree(entries)
    urgencies = [side.urgency for side in comparison.sides]
    same = urgencies[0] == urgencies[1]
    page.say("Urgency: ", f"{urgencies[0]} in both" if same else
             "; ".join(f"{name}: {urgency}" for name, urgency in zip(names, urgencies, strict=True)))  # fmt: skip


def _ids(consultation: Consultation) -> list[str]:
    return [found.cause.id for found in consultation.conclusions]


def _answers_apart(page: _Page, comparison: Comparison, names: Sequence[str]) -> None:
    page.heading("Answers")
    asked = comparison.one.knowledge.vocabulary.asked
    if not (comparison.different or any(comparison.only)):
        page.say("The same answers in both.")
    if comparison.different:
        page.say(("Different:", "bold"))
        page.tree([
            node((key, "bold"), below=[
                node(f"{name}: {english.answer_clause(asked[key], side.answers[key])}")
                for name, side in zip(names, comparison.sides, strict=True)
            ])
            for key in comparison.different
        ])  # fmt: skip
    for name, side, keys in zip(names, comparison.sides, comparison.only, strict=True):
        if keys:
            page.say((f"Only in {name}:", "bold"))
            page.tree([node((key, "bold"), ": ", english.answer_clause(asked[key], side.answers[key])) for key in keys])


def _rules_apart(page: _Page, comparison: Comparison, side: int, name: str) -> None:
    from expert.compare import groups

    page.heading(f"Rules that fired only in {name}")
    if not comparison.moves[side]:
        page.say("None.")
    for title, moves in groups(comparison.moves[side]).items():
        page.say((f"{title}:", "bold"))
        page.tree([_moved(comparison.sides[side], move) for move in moves])


def _moved(consultation: Consultation, move: Move) -> Node:
    """A rule, how strongly it speaks, how far it moves its cause there, and the answers that it stood on."""
    entry = node(english.sentence(move.rule.because), (f" ({move.rule.name})", "dim"))
    if move.cause is not None:
        word = "for it" if move.strength > 0 else "against it"
        entry.below.append(
            node(f"{english.strength_text(abs(move.strength))} {word}; moves its certainty by {move.by:+.4g}")
        )
    clauses = english.stood_on(consultation.knowledge, consultation.answers, move.firing.facts)
    if clauses and move.rule.kind not in ("advice", "withholding"):
        entry.below.append(node("On: ", "; ".join(clauses)))
    return entry


# -- the result page -------------------------------------------------------------------------------------------------


def write_result_page(console: Console, consultation: Consultation) -> None:
    """Write the page that ends a consultation, for a runner: plain words, no claim ids."""
    page = _Page(console)
    grave = [alert for alert in consultation.alerts if alert.urgency in ("urgent", "emergency")]
    if grave:
        _urgent_heading(page, consultation.urgency)
        _short_alerts(page, grave)
        page.say("Do this first; the rest of this page can wait.")
    _short_conclusions(page, consultation)
    for stage, title in (("now", "What to do first"), ("if_no_better", "If that does not help")):
        due = [one for one in consultation.recommendations if one.stage == stage]
        if due:
            page.heading(title)
            _short_advice(page, due, grouped=len(consultation.conclusions) > 1)
    _when_to_see_somebody(page, consultation, [alert for alert in consultation.alerts if alert not in grave])
    if consultation.not_ruled_out:
        page.heading("What we could not rule out")
        page.say("You were not asked, or did not know. If one of these is so, have it looked at:")
        page.bullets([node(english.sentence(flag.text)) for flag in consultation.not_ruled_out])
    _notice(page, consultation.knowledge)


def _short_alerts(page: _Page, alerts: Sequence[Alert]) -> None:
    """Each thing to do once, with all its reasons."""
    reasons: dict[str, list[str]] = {}
    for alert in alerts:
        reasons.setdefault(alert.remark.text, []).append(alert.evidence.firing.rule.because)
    page.bullets([node((text, "bold"), below=[node("Why: ", "; ".join(dict.fromkeys(why)))])
               for text, why in reasons.items()])  # fmt: skip


def _short_advice(page: _Page, due: Sequence[Recommendation], grouped: bool) -> None:
    """What to do; where several causes are named, under the cause that it is for."""
    groups: dict[str, list[Node]] = {}
    for one in due:
        titles = [english.short_title(cause) for cause in one.causes] or ["In any case"]
        title = "; ".join(titles) if grouped else ""
        groups.setdefault(title, []).append(node(one.remark.text))
    for title, nodes in groups.items():
        if title:
            page.say((f"{title}:", "bold"))
        page.bullets(nodes)


def _short_conclusions(page: _Page, consultation: Consultation) -> None:
    page.heading("What it probably is")
    found = consultation.conclusions
    if not found:
        page.say(_nothing_fits())
        return
    specific = any(conclusion.cause.kind == "specific" for conclusion in found)
    for number, conclusion in enumerate(found, 1):
        if number > 1:
            page.gap()
        _short_conclusion(page, number, conclusion, behind=specific and conclusion.cause.kind == "general")
    page.gap()
    page.say(("(how 1 for the reasons)" if len(found) == 1 else "(how 1, how 2 ... for the reasons)", "dim"))


def _short_conclusion(page: _Page, number: int, found: Conclusion, behind: bool) -> None:
    page.numbered(number, (found.cause.title, "bold"), " - may be what is behind it" if behind else "")
    percent = round(found.certainty * 10_000) // 100
    page.text(words((page.bar(found.certainty), "green"), " ", (found.level, "bold"), f" ({percent}%)"), "   ", "   ")
    page.text(words((found.cause.about, "italic")), "   ", "   ")
    for title, entries in (("For it: ", found.because), ("Against it: ", found.against)):
        reasons = dict.fromkeys(entry.firing.rule.because for entry in entries)
        if reasons:
            page.text(words((title, "bold"), english.sentence("; ".join(reasons))), "   ", "   ")


def _when_to_see_somebody(page: _Page, consultation: Consultation, alerts: Sequence[Alert]) -> None:
    page.heading("When to see somebody")
    if alerts:
        _short_alerts(page, alerts)
    elif not consultation.alerts and consultation.knowledge.assesses_alerts:
        page.say(
            "Nothing that you said means that somebody must look at it now.",
            " But see below for what could not be ruled out." if consultation.not_ruled_out else "",
        )
    page.say("Have it looked at if it gets worse, if the steps above do not help, or if you are worried.")


# -- the rule book ---------------------------------------------------------------------------------------------------


def write_rule(console: Console, knowledge: KnowledgeBase, rule_name: str) -> None:
    """Write one rule as English: if, then, why, what it stands on, which of our own readings it uses.

    Raises:
        KnowledgeError: there is no such rule.
    """
    rule = knowledge.rule(rule_name)
    page = _Page(console)
    page.heading(f"{rule.name} ({rule.kind})")
    several = len(rule.atoms) > 1
    page.say(("If all of these hold:" if several else "If this holds:", "bold"))
    page.tree([_shown_condition(knowledge, atom) for atom in rule.atoms])
    page.say(("Then:", "bold"))
    page.tree([node(english.sentence(english.consequence(knowledge, rule)))])
    page.say(("In a word:", "bold"))
    page.tree([node(english.sentence(rule.because))])
    page.say(("It stands on:", "bold"))
    page.tree([node(line) for line in english.warrant_lines(knowledge, rule)])
    readings = english.interpretation_lines(rule)
    if readings:
        page.say(("Numbers that its source does not give:", "bold"))
        page.tree([node(english.sentence(line)) for line in readings])


def _shown_condition(knowledge: KnowledgeBase, atom: Atom) -> Node:
    """A condition, its field, and under a finding the rules that find it."""
    name = f" ({atom.key})" if atom.kind == "field" else ""
    entry = node(english.condition(knowledge, atom), (name, "dim"))
    if atom.kind == "finding":
        for rule in knowledge.finders.get(atom.key, ()):
            entry.below.append(node(f"found if {' and '.join(english.conditions(knowledge, rule))}",
                                    (f" ({rule.name})", "dim")))  # fmt: skip
    return entry


def write_rules(console: Console, knowledge: KnowledgeBase, rules: Sequence[KnowledgeRule]) -> None:
    """Write rules with name, kind, warrant and reason: a table on a terminal, else one line each."""
    rows = [(rule.name, rule.kind, _short_warrant(rule), rule.because) for rule in rules]
    page = _Page(console)
    if not console.is_terminal:
        for row in rows:
            console.print(page.encodable(words(" | ".join(row))), soft_wrap=True)
    elif console.width < 70:
        page.tree(
            [node((name, "bold"), below=[node(f"{kind}; {short}"), node(why)]) for name, kind, short, why in rows]
        )
    else:
        _rule_table(page, rows)


def _short_warrant(rule: KnowledgeRule) -> str:
    return " ".join([*rule.claims, *(source.key for source in rule.source)])


def _rule_table(page: _Page, rows: Iterable[tuple[str, str, str, str]]) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for title, share in (("rule", 4), ("kind", 2), ("rests on", 2), ("because", 5)):
        table.add_column(title, overflow="fold", ratio=share)
    for row in rows:
        table.add_row(*(page.encodable(words(cell)) for cell in row))
    page.console.print(table)
