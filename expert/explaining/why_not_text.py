"""Why a cause was not concluded, on a page: its nearest rules that did not fire, and what would fire them."""

from __future__ import annotations

from collections.abc import Sequence

from expert.certainty import level_of
from expert.conditions import Atom
from expert.examining.why_not import Missed, missed_rules
from expert.explaining.cause_text import for_and_against, lacks_presentation, why_unconcluded
from expert.explaining.evidence_trees import EvidenceTrees
from expert.explaining.page import Node, Page, node
from expert.fields import Answers
from expert.knowledge import KnowledgeBase
from expert.outlook import open_fields, rule_standing
from expert.rules import Cause
from expert.wording import english

_MARKS = {"holds": ("holds", "green"), "fails": ("FAILS", "red"), "unknown": ("not known", "yellow")}


def why_not_section(page: Page, evidence: EvidenceTrees, cause: Cause) -> None:
    """The nearest rules for a cause that did not fire."""
    found = evidence.consultation
    certainty = found.certainties[cause.id]
    page.heading(f"Why not {cause.short}?")
    if found.conclusion(cause.id) is not None:
        figure = f", certainty factor {certainty:.4g}" if evidence.figures else ""
        page.say(f"It was concluded: {level_of(certainty)}{figure}. The rules at the end would have raised it further.")
    else:
        why_unconcluded(page, evidence, cause)
    for_and_against(page, evidence, cause)
    near = missed_rules(found, cause)
    if lacks_presentation(evidence, cause):
        needed = [entry for entry in near if entry.rule.role == "presentation"]
        near = [entry for entry in near if entry.rule.role != "presentation"]
        _missed_rules(page, evidence, "It needs at least one of these (what it is like and where it is):", needed)
    _missed_rules(page, evidence, "Other rules for it that did not fire, the nearest first:", near)


def _missed_rules(page: Page, evidence: EvidenceTrees, title: str, near: Sequence[Missed]) -> None:
    """The nearest of the rules that did not fire."""
    if near:
        page.say((title, "bold"))
        page.tree([_missed(evidence, missed) for missed in near])


def _missed(evidence: EvidenceTrees, missed: Missed) -> Node:
    """A rule that did not fire: each condition; in short where nothing at all is known about it."""
    knowledge, answers = evidence.knowledge, evidence.consultation.answers
    rule, atoms = missed.rule, missed.conditions
    entry = node((f'"{english.sentence(rule.because)}"', "bold"), (f" ({rule.name})", "dim"))
    strength = evidence.strength(rule)
    if all(standing == "unknown" for _, standing in atoms):
        missing = dict.fromkeys(key for atom, _ in atoms for key in open_fields(knowledge, answers, atom))
        cited = " ".join(english.warrant_keys(rule))
        entry.below = [node(_MARKS["unknown"], f": {', '.join(missing)}; would count as {strength}, {cited}")]
        entry.below += [] if missed.repair.answers is not None else [_mended(evidence, missed)]
        return entry
    entry.below = [_condition(evidence, atom, standing) for atom, standing in atoms]
    entry.below.append(_mended(evidence, missed))
    entry.below.append(node(f"It would count as {strength}"))
    entry.below += evidence.warrant(rule)
    return entry


def _mended(evidence: EvidenceTrees, missed: Missed) -> Node:
    """The answers with which a rule would fire, or why none can be named."""
    changes = missed.repair.answers
    if changes is None:
        return node("With your other answers it cannot be so: ", missed.repair.obstacle)
    asked = evidence.knowledge.vocabulary.asked
    return node("It would fire if: ", "; ".join(english.answer_clause(asked[key], changes[key]) for key in changes))


def _condition(evidence: EvidenceTrees, atom: Atom, standing: str) -> Node:
    """One condition, how it stands, and the answers behind that."""
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
