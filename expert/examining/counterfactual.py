"""What would change it: the smallest changes of answers that put another cause first, or take the first one down.

The search covers every change of one answer that a rule of evidence can feel, and where none of them does it every
pair of them (see `edits` for what counts as one change, `weights` for how pairs are weighed without being run).
Weighing only leaves out what cannot do it; whatever is offered was run through the consultant. A change after which
two answers contradict each other is not offered; where one would do it but for that, every change of a given answer
that mends the contradiction is tried with it.

No change is advice: it says what the conclusion hangs on.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from expert.certainty import LEVELS
from expert.consultation import Consultant, Consultation
from expert.examining.edits import Edit, Editor, changed_fields, edited
from expert.examining.weights import Effect, Standing, Weights, certainty, weight
from expert.fields import Answer, Answers
from expert.knowledge import KnowledgeBase
from expert.rules import Cause

_OTHER_GROUPS = 1  # where the base ranks a group neither first nor last
_NEAR = 1.1e-4  # two certainties this near can be one when rounded, as can one and a level
_LEAST = weight(LEVELS[-1][1] - _NEAR)
_SUNK = weight(LEVELS[-1][1] + _NEAR)

Pair = tuple[int, int]


@dataclass(frozen=True)
class Change:
    """A change of answers that was run.

    Attributes:
        edits: the single changes. answers: fields to new answers, None for "not known".
        after: what follows from the changed answers.
    """

    edits: tuple[Edit, ...]
    answers: Mapping[str, Answer | None]
    after: Consultation

    @property
    def top(self) -> Cause | None:
        """The cause that comes first after it."""
        return _top(self.after)


@dataclass(frozen=True)
class Reach:
    """How far a search went.

    Attributes:
        size: the most answers changed at once.
        singles: changes of one answer that some rule can feel; pairs: of those that can be made at once.
    """

    size: int
    singles: int
    pairs: int

    def sentence(self) -> str:
        """It in words."""
        if self.size == 1:
            return f"All {self.singles} changes of a single answer that a rule can feel were weighed; none of two."
        return (
            f"The search is complete up to two answers: all {self.singles} changes of one answer that a rule can feel, "
            f"and where none of them does it all {self.pairs} pairs of them, were weighed; each change shown was run. "
            "Of numbers, only the nearest beyond each limit that a rule names was tried."
        )


@dataclass(frozen=True)
class Way:
    """The smallest changes to one end.

    Attributes:
        cause: the one to put first; or the first one, to be taken down.
        down: which of the two. changes: some of the smallest, in order of preference; empty where there is none.
    """

    cause: Cause
    down: bool
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Prospect:
    """All ways of a case: the first cause's first, then the others by how certain they are now."""

    before: Consultation
    ways: tuple[Way, ...]
    reach: Reach

    def result(self) -> list[dict[str, Any]]:
        """JSON-ready, one entry a way."""
        return [self._way(way) for way in self.ways]

    def _way(self, way: Way) -> dict[str, Any]:
        return {
            "cause": way.cause.id,
            "becomes": "not first" if way.down else "first",
            "changes": [self._change(change) for change in way.changes],
            "search": {"answers_at_once": self.reach.size, "singles": self.reach.singles, "pairs": self.reach.pairs,
                       "complete": True},
        }  # fmt: skip

    def _change(self, change: Change) -> dict[str, Any]:
        asked = self.before.knowledge.vocabulary.asked
        return {
            "answers": {k: None if a is None else asked[k].plain(a) for k, a in change.answers.items()},
            "edits": [{"field": e.field, "change": e.kind, **({"value": e.value} if e.value else {})}
                      for e in change.edits],
            "conclusions": [{"cause": c.cause.id, "certainty": c.certainty, "level": c.level}
                            for c in change.after.conclusions],
        }  # fmt: skip


class Prospector:
    """Searches one case after another; it remembers what the rules say.

    Args:
        consultant: runs what the search finds.
    """

    def __init__(self, consultant: Consultant) -> None:
        self._consultant = consultant
        self._weights = Weights(consultant.knowledge)
        self._editor = Editor(consultant.knowledge.vocabulary, self._weights.atoms)

    def search(
        self, answers: Answers, causes: Sequence[str] | None = None, size: int = 2, most: int | None = 3
    ) -> Prospect:
        """The smallest changes of this case.

        Args:
            causes: ids; only for these. size: how many answers may change at once, 1 or 2.
            most: how many changes to list for each cause, no two in the same fields; None for all of the smallest.
        """
        before = self._consultant.consult(answers)
        options = _Options(self._weights, self._editor, answers, size)
        top = _top(before)
        search = _Search(self._consultant, options, before, most)
        wanted = before.knowledge.causes if causes is None else [before.knowledge.cause(name) for name in causes]
        order = before.knowledge.cause_position
        ranked = sorted(wanted, key=lambda c: (c is not top, -before.certainties[c.id], order[c.id]))
        ways = tuple(Way(cause, cause is top, search.changes(cause)) for cause in ranked)
        return Prospect(before, ways, Reach(size, options.felt, options.pairs))


class _Options:
    """All single changes of a case, and what they do, alone and two at a time.

    Attributes:
        edits: in order of preference; the first `felt` of them are felt by some rule alone.
        effects: what each of those does. special: pairs whose effect is not the sum of the two.
        pairs: how many pairs there are.
    """

    def __init__(self, weights: Weights, editor: Editor, answers: Answers, size: int) -> None:
        self.knowledge, self.answers = weights.knowledge, answers
        self.standing: Standing = weights.standing(answers)
        self._weights = weights
        felt, unfelt = self._sorted(editor)
        self.edits = [edit for _, edit in felt] + unfelt
        self.felt = len(felt)
        self.flips = [flips for flips, _ in felt] + [frozenset[int]()] * len(unfelt)
        self.effects = [self.standing.effect(flips) for flips, _ in felt]
        self.costs = [self._cost(edit) for edit in self.edits]
        self._joined = _joined_fields(self.knowledge)
        self.special: dict[Pair, Effect] = {}
        self.pairs = 0
        if size > 1:
            self._joint()
            self._interacting()
            same = sum(1 for a, b in self._neighbours() if b < self.felt and self.edits[a].field == self.edits[b].field)
            self.pairs = self.felt * (self.felt - 1) // 2 - same + self._possible

    def _sorted(self, editor: Editor) -> tuple[list[tuple[frozenset[int], Edit]], list[Edit]]:
        felt: list[tuple[frozenset[int], Edit]] = []
        unfelt: list[Edit] = []
        vocabulary = self.knowledge.vocabulary
        for key in vocabulary.asked:
            for edit in editor.edits(self.answers, key):
                flips = self.standing.flips(edited(vocabulary, self.answers, [edit]), (key,))
                if flips:
                    felt.append((flips, edit))
                else:
                    unfelt.append(edit)
        return sorted(felt, key=lambda entry: self._cost(entry[1])), unfelt

    def _cost(self, edit: Edit) -> int:
        """What is shown first: what the base ranks first; what is not known before what was said; un-setting last."""
        rank = self.knowledge.group_ranks.get(edit.field.partition(".")[0], _OTHER_GROUPS)
        return 10 * rank + (4 if edit.kind == "unset" else 1 if edit.field in self.answers else 0)

    def _group(self, edit: Edit) -> str:
        return self._joined.get(edit.field, edit.field)

    def _neighbours(self) -> Iterator[Pair]:
        """Pairs of changes whose fields decide the same conditions."""
        groups: dict[str, list[int]] = {}
        for index, edit in enumerate(self.edits):
            groups.setdefault(self._group(edit), []).append(index)
        for members in groups.values():
            yield from combinations(members, 2)

    def _joint(self) -> None:
        """Weigh pairs in one field, or in fields from which one number is worked out, as a whole."""
        self._possible = 0
        for pair in self._neighbours():
            edits = [self.edits[index] for index in pair]
            if not edits[0].goes_with(edits[1]):
                continue
            self._possible += edits[0].field == edits[1].field
            after = edited(self.knowledge.vocabulary, self.answers, edits)
            flips = self.standing.flips(after, {edit.field for edit in edits})
            self.special[pair] = self.standing.effect(flips)

    def _interacting(self) -> None:
        """Weigh pairs in other fields that a rule needs both of."""
        by_atom: dict[int, list[int]] = {}
        for index in range(self.felt):
            for atom in self.flips[index]:
                by_atom.setdefault(atom, []).append(index)
        shared: dict[Pair, set[int]] = {}
        for number, touching in enumerate(self._weights.touching):
            if len(touching) > 1:
                touched = sorted({index for atom in touching for index in by_atom.get(atom, ())})
                for one, other in combinations(touched, 2):
                    if self._group(self.edits[one]) != self._group(self.edits[other]):
                        shared.setdefault((one, other), set()).add(number)
        for (one, other), rules in shared.items():
            flips = self.flips[one] | self.flips[other]
            effect = self.standing.together(self.effects[one], self.effects[other], rules, flips)
            if effect is not None:
                self.special[one, other] = effect

    def apart(self, one: int, other: int) -> bool:
        """Whether the effect of this pair is the sum of both."""
        return (one, other) not in self.special and self._group(self.edits[one]) != self._group(self.edits[other])

    def mending(self, one: int) -> Iterator[Pair]:
        """A change with each change, felt by no rule, of another given answer: it may mend a contradiction."""
        for other in range(self.felt, len(self.edits)):
            edit = self.edits[other]
            if edit.field in self.answers and self.edits[one].goes_with(edit) and (one, other) not in self.special:
                yield one, other


class _Search:
    """The search for one case."""

    def __init__(self, consultant: Consultant, options: _Options, before: Consultation, most: int | None) -> None:
        self._consultant, self._options, self._most = consultant, options, most
        self._knowledge: KnowledgeBase = consultant.knowledge
        self._causes = list(self._knowledge.causes)
        self._specific = [cause.kind == "specific" for cause in self._causes]
        self._weights, self._shows = options.standing.weights, options.standing.shows
        top = _top(before)
        self._top = None if top is None else self._causes.index(top)
        strongest = sorted(range(len(self._causes)), key=lambda index: -self._weights[index])
        self._others = [[other for other in strongest if other != index] for index in range(len(self._causes))]
        self._runs: dict[tuple[int, ...], Change | None] = {}
        self._pairs = bool(options.pairs)

    def changes(self, cause: Cause) -> tuple[Change, ...]:
        """The smallest changes that put a cause first or, if it is, take it down."""
        target = self._causes.index(cause)
        singles = [
            (index,) for index in range(self._options.felt) if self._allowed(target, self._options.effects[index])
        ]
        found = self._confirmed(target, singles)
        if found or not self._pairs:
            return found
        pairs = self._plain_pairs(target)
        pairs.update(pair for pair, effect in self._options.special.items() if self._allowed(target, effect))
        for (index,) in singles:
            pairs.update(self._options.mending(index))
        return self._confirmed(target, self._preferred(pairs))

    def _preferred(self, pairs: Iterable[Pair]) -> list[Pair]:
        """The pairs with what is to be shown first at the front."""
        costs = self._options.costs
        return sorted(pairs, key=lambda pair: (costs[pair[0]] + costs[pair[1]], pair))

    # What the sums allow.

    def _allowed(self, target: int, *effects: Effect) -> bool:
        """Whether the sums allow that changes do it; near a tie they do, and the engine decides."""
        own = self._sum(target, effects)
        if target == self._top:
            if own < _SUNK:
                return True
            return any(_reaches(self._sum(other, effects), own) for other in self._others[target])
        if own < _LEAST:
            return False
        return all(_reaches(own, self._sum(other, effects)) for other in self._others[target])

    def _sum(self, cause: int, effects: Iterable[Effect]) -> float:
        """A cause's sum after changes whose effects add up; of a specific one no presentation leaves no more than 0."""
        total, shows = self._weights[cause], self._shows[cause]
        for effect in effects:
            total += effect.weights[cause]
            shows += effect.shows[cause]
        return min(total, 0.0) if shows <= 0 and self._specific[cause] else total

    def _plain_pairs(self, target: int) -> set[Pair]:
        """Pairs whose effects add up, and that the sums allow."""
        found: set[Pair] = set()
        if target != self._top:
            found.update(self._passing(target))
        else:
            found.update(self._sinking(target))
            for other in range(len(self._causes)):
                if other != target:
                    found.update(self._passing(other))
        effects, options = self._options.effects, self._options
        return {(a, b) for a, b in found if options.apart(a, b) and self._allowed(target, effects[a], effects[b])}

    def _passing(self, target: int) -> Iterator[Pair]:
        """Pairs that lift a cause to the least level and over the first one, as far as single sums tell."""
        effects, top = self._options.effects, self._top
        gains = [effect.weights[target] for effect in effects]
        need = _LEAST - self._weights[target]
        if top is None:
            yield from _pairs_from(gains, need)
            return
        margins = [gain - effect.weights[top] for gain, effect in zip(gains, effects, strict=True)]
        highest = self._weights[target] + sum(sorted((0.0, 0.0, *gains))[-2:])
        gap = self._weights[top] - self._weights[target] - _slack(highest)
        for one, other in _pairs_from(margins, gap):
            if gains[one] + gains[other] >= need:
                yield one, other
        for one, other in self._unshown(top):
            if gains[one] + gains[other] >= need:
                yield one, other

    def _unshown(self, top: int) -> Iterator[Pair]:
        """Pairs that leave nothing of the presentation of the first cause."""
        if self._specific[top]:
            yield from _pairs_from([-float(e.shows[top]) for e in self._options.effects], self._shows[top])

    def _sinking(self, top: int) -> Iterator[Pair]:
        """Pairs after which the first cause is not concluded."""
        need = self._weights[top] - _SUNK
        yield from _pairs_from([-effect.weights[top] for effect in self._options.effects], need)
        yield from self._unshown(top)

    # What the engine says.

    def _confirmed(self, target: int, candidates: Iterable[tuple[int, ...]]) -> tuple[Change, ...]:
        """The candidates that do it, run; as many as are to be listed."""
        found: list[Change] = []
        fields: set[frozenset[str]] = set()
        for candidate in candidates:
            where = frozenset(self._options.edits[index].field for index in candidate)
            if self._most is not None and where in fields:
                continue
            change = self._run(candidate)
            if change is not None and self._does(target, change):
                found.append(change)
                fields.add(where)
                if len(found) == self._most:
                    break
        return tuple(found)

    def _does(self, target: int, change: Change) -> bool:
        first = change.top
        cause = self._causes[target]
        return first is not cause if target == self._top else first is cause

    def _run(self, candidate: tuple[int, ...]) -> Change | None:
        """The case so changed; None where its answers contradict each other."""
        if candidate not in self._runs:
            answers = self._options.answers
            edits = tuple(self._options.edits[index] for index in candidate)
            after = edited(self._knowledge.vocabulary, answers, edits)
            changed = changed_fields(answers, after)
            possible = self._knowledge.contradiction(after) is None
            self._runs[candidate] = Change(edits, changed, self._consultant.consult(after)) if possible else None
        return self._runs[candidate]


def _top(consultation: Consultation) -> Cause | None:
    return consultation.conclusions[0].cause if consultation.conclusions else None


def _reaches(one: float, other: float) -> bool:
    """Whether one sum's certainty, rounded, may be as high as the other's."""
    return one >= other or certainty(one) + _NEAR >= certainty(other)


def _slack(highest: float) -> float:
    """How far a sum up to `highest` may lie below another whose rounded certainty is the same."""
    rest = _NEAR * math.exp(highest)
    return math.inf if rest >= 1 else max(-math.log1p(-rest), _NEAR)


def _pairs_from(values: Sequence[float], least: float) -> Iterator[Pair]:
    """All pairs of positions whose values add up to at least this (give or take what rounding does)."""
    order = sorted(range(len(values)), key=values.__getitem__)
    ranked = [values[index] for index in order]
    for place, index in enumerate(order):
        start = max(bisect_left(ranked, least - 1e-9 - values[index]), place + 1)
        for other in order[start:]:
            yield (index, other) if index < other else (other, index)


def _joined_fields(knowledge: KnowledgeBase) -> dict[str, str]:
    """Fields from which a number is worked out together, each with one name for all of them."""
    names: dict[str, str] = {}
    for computed in knowledge.vocabulary.computed:
        sources = knowledge.vocabulary.sources(computed.key)
        old = {names.get(name, name) for name in sources}
        for name in [*names, *sources]:
            if names.get(name, name) in old:
                names[name] = sources[0]
    return names
