"""All that ``kb check`` looks for in a knowledge base, with what the base accepts of it.

A *fault* must be mended: most keep the base from loading at all (`expert.faults`), some show only beside the rest of
its package. A *remark* (`expert.lints`, `expert.redundancy`) is settled by mending it, or by accepting it in the base
with a reason:

    accepted={"untested:tried.shade": "people do it; no source says what follows from it"}

What reading the rules shows is looked for at once. What only cases and a solver show takes some seconds, and is looked
for in a thorough check (`expert.examining.verify`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from expert.examining.verify import KINDS, verify
from expert.fields import Answers
from expert.knowledge import KnowledgeBase
from expert.lints import forgotten, misdated, unnamed, untested, unused
from expert.loading import KnowledgeName
from expert.problems import FAULT, REMARK, Problem
from expert.redundancy import redundant


@dataclass(frozen=True)
class Checked:
    """A knowledge base that could be loaded, and what was found in it.

    Attributes:
        knowledge: the whole base. main: the part of it that rests on the main text alone.
        open: the faults and remarks that are neither mended nor accepted, faults first.
        accepted: those that the base accepts.
        left_out: what could not be looked for, each with the reason.
        undecided: the rules of which nothing was shown in a thorough check, neither for nor against.
    """

    knowledge: KnowledgeBase
    main: KnowledgeBase
    open: tuple[Problem, ...]
    accepted: tuple[Problem, ...]
    left_out: tuple[str, ...] = ()
    undecided: tuple[str, ...] = ()

    @property
    def faulty(self) -> bool:
        """Whether any of it is a fault."""
        return any(one.severity == FAULT for one in self.open)

    def told(self) -> Iterator[str]:
        """What was found, a line each; ``ok`` where nothing is left to be done."""
        if self.accepted:
            yield f"remarks accepted with a reason: {len(self.accepted)}"
        for severity in (FAULT, REMARK):
            found = [one for one in self.open if one.severity == severity]
            if found:
                yield f"{severity}s: {len(found)}"
                yield from (line for one in found for line in _lines(one))
        yield from (f"not looked for: {what}" for what in self.left_out)
        if self.undecided:
            yield f"neither shown to change anything nor to change nothing: {', '.join(self.undecided)}"
        if not self.open:
            yield "ok"
        elif not self.faulty:
            yield 'Mend each, or accept it in the base with a reason: accepted={"the key in brackets": "why"}'

    def result(self) -> dict[str, Any]:
        """All of it, JSON-ready."""
        by = {severity: [one for one in self.open if one.severity == severity] for severity in (FAULT, REMARK)}
        return {
            "title": self.knowledge.title,
            "rules": len(self.knowledge.rules),
            "faults": [asdict(one) for one in by[FAULT]],
            "remarks": [{**asdict(one), "key": one.key} for one in by[REMARK]],
            "accepted": [
                {**asdict(one), "key": one.key, "reason": self.knowledge.accepted[one.key]} for one in self.accepted
            ],
            "left_out": list(self.left_out),
            "undecided": list(self.undecided),
        }


def _lines(problem: Problem) -> Iterator[str]:
    yield f"- {problem}" + (f"  [{problem.key}]" if problem.severity == REMARK else "")
    if problem.example:
        yield f"  such as {problem.example}"


def check(name: KnowledgeName, thorough: bool = False, library: Sequence[Answers] | None = None) -> Checked:
    """Load a base, whole and its main text's part, and look for all that is wrong with it.

    Args:
        thorough: look for what only cases and a solver show, too.
        library: for that, the answers of the base's cases; None where it has no library.

    Raises:
        KnowledgeError: it cannot be loaded.
    """
    knowledge = name.load()
    main = knowledge.article_only()
    modules = name.modules()
    found = [
        *forgotten(knowledge, modules), *unused(knowledge, modules), *untested(knowledge), *redundant(knowledge),
        *misdated(knowledge), *unnamed(knowledge),
    ]  # fmt: skip
    if not thorough:
        return Checked(knowledge, main, *settled(knowledge, found, KINDS))
    verified = verify(knowledge, library)
    told = {one.key for one in found}
    found += [one for one in verified.problems if one.key not in told]
    unseen = KINDS - verified.looked_for
    return Checked(
        knowledge, main, *settled(knowledge, found, unseen), tuple(verified.left_out), tuple(verified.undecided)
    )


def settled(
    base: KnowledgeBase, found: Iterable[Problem], unseen: Iterable[str] = ()
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """What was found, parted into what is open and what the base accepts; an acceptance of nothing is open too.

    Args:
        unseen: the kinds of problem that were not looked for, so that an acceptance of one may still be of something.
    """
    remarks = {one.key: one for one in found if one.severity == REMARK}
    accepted = [one for key, one in remarks.items() if base.accepted.get(key, "").strip()]
    faults = [one for one in found if one.severity == FAULT]
    left = [one for one in remarks.values() if one not in accepted]
    return (*faults, *left, *_idle_acceptances(base, remarks, frozenset(unseen))), tuple(accepted)


def _idle_acceptances(base: KnowledgeBase, remarks: Iterable[str], unseen: frozenset[str]) -> Iterator[Problem]:
    for key, reason in base.accepted.items():
        if key not in remarks and key.partition(":")[0] not in unseen:
            yield Problem("accepted", key, "is accepted and found no more; take it out", severity=REMARK)
        elif not reason.strip():
            yield Problem("accepted", key, "is accepted without a reason", severity=REMARK)
