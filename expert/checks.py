"""All that ``kb check`` looks for in a knowledge base, with what the base accepts of it.

A *fault* must be mended: most keep the base from loading at all (`expert.faults`), some show only beside the rest of
its package. A *remark* (`expert.lints`, `expert.redundancy`) is settled by mending it, or by accepting it in the base
with a reason:

    accepted={"untested:tried.shade": "people do it; no source says what follows from it"}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

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
    """

    knowledge: KnowledgeBase
    main: KnowledgeBase
    open: tuple[Problem, ...]
    accepted: tuple[Problem, ...]

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
                yield from (f"- {one}" + (f"  [{one.key}]" if severity == REMARK else "") for one in found)
        if not self.open:
            yield "ok"
        elif not self.faulty:
            yield 'Mend each, or accept it in the base with a reason: accepted={"the key in brackets": "why"}'


def check(name: KnowledgeName) -> Checked:
    """Load a base, whole and its main text's part, and look for all that is wrong with it.

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
    return Checked(knowledge, main, *settled(knowledge, found))


def settled(base: KnowledgeBase, found: Iterable[Problem]) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """What was found, parted into what is open and what the base accepts; an acceptance of nothing is open too."""
    remarks = {one.key: one for one in found if one.severity == REMARK}
    accepted = [one for key, one in remarks.items() if base.accepted.get(key, "").strip()]
    faults = [one for one in found if one.severity == FAULT]
    left = [one for one in remarks.values() if one not in accepted]
    return (*faults, *left, *_idle_acceptances(base, remarks)), tuple(accepted)


def _idle_acceptances(base: KnowledgeBase, remarks: Iterable[str]) -> Iterator[Problem]:
    for key, reason in base.accepted.items():
        if key not in remarks:
            yield Problem("accepted", key, "is accepted and found no more; take it out", severity=REMARK)
        elif not reason.strip():
            yield Problem("accepted", key, "is accepted without a reason", severity=REMARK)
