"""From a case in which evidence weighs otherwise, step by step to one in which that shows.

A certainty that changes by little is seen by nobody, unless it lies at the border of a level, or just beside another
cause. Where the border lies far off, answers are added or left out that bring it nearer, the best of each step first.

This looks for a case and proves nothing: where it finds none there may yet be one.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence

from expert.certainty import LEVELS
from expert.examining.sheet import Sheet, Variant
from expert.examining.ways import Way, Ways
from expert.fields import Answers, changed
from expert.knowledge import KnowledgeBase

#: So many steps from one case, so many cases looked at in a step, and so many to begin with and to go on from.
_STEPS, _MOST_LOOKED_AT, _BEGINNINGS = 12, 300, 4

_LEAST = min(least for _, least in LEVELS)


class Climber:
    """Looks for cases in which it shows that evidence weighs otherwise.

    Args:
        knowledge: the base. ways: how its rules are fired.
    """

    def __init__(self, knowledge: KnowledgeBase, ways: Ways) -> None:
        self.knowledge = knowledge
        self._evidence: list[Way] = [
            way for cause in knowledge.causes for rule in knowledge.evidence[cause.id] for way in ways.rule(rule)[:2]
        ]
        self._ways = ways

    def shown(self, variant: Variant, beginnings: Sequence[Sheet]) -> Answers | None:
        """A case that is told something else; None where none is found.

        Args:
            variant: the base with one rule otherwise.
            beginnings: cases, of which some may weigh otherwise by it.
        """
        nearest: dict[float, Answers] = {}
        for sheet in beginnings:
            for gap, case in self._gaps(sheet, variant):
                nearest.setdefault(gap, sheet.cases[case])
        for gap in sorted(nearest)[:_BEGINNINGS]:
            found = self._climbed(variant, nearest[gap], gap)
            if found is not None:
                return found
        return None

    def _climbed(self, variant: Variant, answers: Answers, gap: float) -> Answers | None:
        dice = random.Random(str(variant.place))
        for _ in range(_STEPS):
            cases = list(self._beside(answers, dice))
            sheet = Sheet(self.knowledge, cases)
            shown = next(sheet.apart(variant), None)
            if shown is not None:
                return sheet.cases[shown[0]]
            best = min(self._gaps(sheet, variant), default=(gap, -1))
            if best[0] >= gap:
                return None
            gap, answers = best[0], sheet.cases[best[1]]
        return None

    def _beside(self, answers: Answers, dice: random.Random) -> Iterator[Answers]:
        """Cases with one answer less, or with what fires one more rule of evidence."""
        less: Iterable[Answers] = (changed(answers, {key: None}) for key in answers)
        added = dice.sample(self._evidence, min(len(self._evidence), _MOST_LOOKED_AT))
        more = (self._ways.together((answers, way), over=True) for way in added)
        for case in (*less, *more):
            if case and self.knowledge.contradiction(case) is None:
                yield case

    def _gaps(self, sheet: Sheet, variant: Variant) -> Iterator[tuple[float, int]]:
        """Of each case in which a cause weighs otherwise, how far from where that shows, with the case."""
        for case, name, after in sheet.weighed(variant):
            yield _gap(name, after, sheet.certainties[case]), case


def _gap(name: str, after: float, certainties: Mapping[str, float]) -> float:
    """How far two certainties of a cause lie from the next level or the next cause, if not between them."""
    low, high = sorted((certainties[name], after))
    borders = [least for _, least in LEVELS]
    borders += [certain for other, certain in certainties.items() if other != name and certain >= _LEAST]
    return min(max(low - border, border - high, 0.0) for border in borders)
