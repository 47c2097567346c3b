"""One cause on a page: how certain it is, what speaks for and against it, why it was not concluded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from expert.certainty import DOUBT_SHARED, NO_PROBABILITY, Piece, level_of, together, unpresented
from expert.consultation import Consultation
from expert.explaining.evidence_trees import EvidenceTrees
from expert.explaining.page import Page, node
from expert.rules import Cause

if TYPE_CHECKING:
    from rich.console import Console


def write_causes(console: Console, consultation: Consultation, names: Sequence[str], figures: bool = True) -> None:
    """Write some causes in full, one after the other, so that they can be compared; without figures in words alone.

    Raises:
        KnowledgeError: a name is no cause.
    """
    page, evidence = Page(console), EvidenceTrees(consultation, figures)
    for name in names:
        one_cause(page, evidence, consultation.knowledge.cause(name))


def one_cause(page: Page, evidence: EvidenceTrees, cause: Cause) -> None:
    """One cause in full depth, concluded or not."""
    found = evidence.consultation
    page.heading(cause.title)
    ranks = [conclusion.cause.id for conclusion in found.conclusions]
    if cause.id in ranks:
        page.say(f"Number {ranks.index(cause.id) + 1} of {len(ranks)} conclusions.")
    standing(page, evidence, cause)
    for_and_against(page, evidence, cause)
    why_unconcluded(page, evidence, cause)
    _could_matter(page, evidence, cause)


def standing(page: Page, evidence: EvidenceTrees, cause: Cause) -> None:
    """The bar, the word, the number where figures are wanted, what the cause is."""
    certainty = evidence.consultation.certainties[cause.id]
    level = level_of(certainty)
    word = "not concluded" if level == "none" else level
    figure = f", certainty factor {certainty:.4g}" if evidence.figures else ""
    page.say((page.bar(certainty), "green"), " ", (word, "bold"), figure)
    page.say((cause.about, "italic"))


def for_and_against(page: Page, evidence: EvidenceTrees, cause: Cause) -> None:
    """The evidence on each side, and what it adds up to."""
    pro, contra = evidence.of_cause(cause.id, 1), evidence.of_cause(cause.id, -1)
    for title, firings in (("For it:", pro), ("Against it:", contra)):
        if firings:
            page.say((title, "bold"))
            page.tree([evidence.tree(firing) for firing in firings])
    if evidence.figures and len(pro) + len(contra) > 1:
        page.say((f"{together(_pieces(evidence, cause))} {DOUBT_SHARED} {NO_PROBABILITY}", "dim"))


def _pieces(evidence: EvidenceTrees, cause: Cause) -> list[Piece]:
    fired = {firing.rule for firing in evidence.consultation.trace}
    return [evidence.knowledge.piece(rule) for rule in evidence.knowledge.evidence[cause.id] if rule in fired]


def why_unconcluded(page: Page, evidence: EvidenceTrees, cause: Cause) -> None:
    """Why a cause was not concluded, although there may be evidence for it."""
    found = evidence.consultation
    if found.conclusion(cause.id) is not None:
        return
    pro = evidence.of_cause(cause.id, 1)
    if not pro:
        page.say("Nothing in these answers speaks for it.")
    elif lacks_presentation(evidence, cause):
        page.say("Not concluded: these answers hold things that may bring it on, but nothing of what it is like.")
    else:
        page.say("Not concluded: what speaks for it does not outweigh what speaks against it by enough.")


def lacks_presentation(evidence: EvidenceTrees, cause: Cause) -> bool:
    """Whether a specific cause cannot be concluded because nothing of what it is like was found."""
    return unpresented(_pieces(evidence, cause), cause.needs_presentation)


def _could_matter(page: Page, evidence: EvidenceTrees, cause: Cause) -> None:
    """What is not known and could still speak for or against the cause."""
    from expert.outlook import open_fields, rule_standing

    knowledge, found = evidence.knowledge, evidence.consultation
    asked: dict[str, None] = {}
    for rule in knowledge.evidence[cause.id]:
        atoms = rule_standing(knowledge, found.answers, rule)
        if all(how != "fails" for _, how in atoms):
            unknown = [atom for atom, how in atoms if how == "unknown"]
            asked.update(dict.fromkeys(key for atom in unknown for key in open_fields(knowledge, found.answers, atom)))
    if asked:
        page.gap()
        page.say(("Not known, and could still matter:", "bold"))
        page.tree([node(knowledge.vocabulary.fields[key].question, (f" ({key})", "dim")) for key in asked])
