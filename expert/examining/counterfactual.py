"""What would change it: the smallest changes of answers that put another cause first, or take the first one down.

The search covers every change of one answer that a rule of evidence can feel, and where none of them does it every
pair of them (see `edits` for what counts as one change, `evidence_sets` for how pairs are weighed without being run:
with the very arithmetic of the consultant, through which whatever is offered is run all the same). A change after which
two answers contradict each other is not offered; where one would do it but for that, every change of a given answer
that mends the contradiction is tried with it.

No change is advice: it says what the conclusion hangs on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, combinations_with_replacement, product
from typing import Any

from expert.consultation import Consultant, Consultation
from expert.examining.edits import Edit, Editor, changed_fields, edited
from expert.examining.evidence_sets import EvidenceRules
from expert.fields import Answer, Answers
from expert.knowledge import KnowledgeBase
from expert.rules import Cause

_ELSEWHERE = 5  # what another place costs more than any other change of its group
_OTHER_GROUPS = 1  # where the base ranks a group neither first nor last

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
        self._rules = EvidenceRules(consultant.knowledge)
        self._editor = Editor(consultant.knowledge.vocabulary, self._rules.atoms)

    def search(
        self, answers: Answers, causes: Sequence[str] | None = None, size: int = 2, most: int | None = 3
    ) -> Prospect:
        """The smallest changes of this case.

        Args:
            causes: ids; only for these. size: how many answers may change at once, 1 or 2.
            most: how many changes to list for each cause, no two in the same fields; None for all of the smallest.
        """
        before = self._consultant.consult(answers)
        options = _Options(self._rules, self._editor, answers, size)
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
        turned: the rules that each of those turns. special: pairs that turn others than the two do, each by itself.
        pairs: how many pairs there are.
    """

    def __init__(self, rules: EvidenceRules, editor: Editor, answers: Answers, size: int) -> None:
        self.knowledge, self.answers = rules.knowledge, answers
        self.standing = rules.standing(answers)
        self._rules = rules
        felt, unfelt = self._sorted(editor)
        self.edits = [edit for _, edit in felt] + unfelt
        self.felt = len(felt)
        self.flips = [flips for flips, _ in felt] + [frozenset[int]()] * len(unfelt)
        self.turned = [self.standing.turned(flips) for flips, _ in felt]
        self.costs = [self._cost(edit) for edit in self.edits]
        self._joined = _joined_fields(self.knowledge)
        self.special: dict[Pair, int] = {}
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
        """What is shown first: what the base ranks first; what is not known before what was said; un-setting last.

        Another place is another complaint, and comes behind all else of its group.
        """
        rank = self.knowledge.group_ranks.get(edit.field.partition(".")[0], _OTHER_GROUPS)
        other = _ELSEWHERE if edit.field == self.knowledge.place and edit.field in self.answers else 0
        return 10 * rank + other + (4 if edit.kind == "unset" else 1 if edit.field in self.answers else 0)

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
            self.special[pair] = self.standing.turned(flips)

    def _interacting(self) -> None:
        """Weigh pairs in other fields that a rule needs both of."""
        by_atom: dict[int, list[int]] = {}
        for index in range(self.felt):
            for atom in self.flips[index]:
                by_atom.setdefault(atom, []).append(index)
        shared: dict[Pair, set[int]] = {}
        for number, touching in enumerate(self._rules.touching):
            if len(touching) > 1:
                touched = sorted({index for atom in touching for index in by_atom.get(atom, ())})
                for one, other in combinations(touched, 2):
                    if self._group(self.edits[one]) != self._group(self.edits[other]):
                        shared.setdefault((one, other), set()).add(number)
        for (one, other), rules in shared.items():
            flips = self.flips[one] | self.flips[other]
            alone = self.turned[one], self.turned[other]
            both = self.standing.together(*alone, rules, flips)
            if both != alone[0] | alone[1]:
                self.special[one, other] = both

    def apart(self, one: int, other: int) -> bool:
        """Whether this pair turns what either of them turns."""
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
        self._top = _top(before)
        self._runs: dict[tuple[int, ...], Change | None] = {}

    def changes(self, cause: Cause) -> tuple[Change, ...]:
        """The smallest changes that put a cause first or, if it is, take it down."""
        singles = [(index,) for first, index in self._singles if self._fits(cause, first)]
        found = self._confirmed(cause, singles)
        if found or not self._options.pairs:
            return found
        pairs = set(self._plain_pairs(cause))
        pairs.update(pair for first, pair in self._special_pairs if self._fits(cause, first))
        for (index,) in singles:
            pairs.update(self._options.mending(index))
        return self._confirmed(cause, self._preferred(pairs))

    def _fits(self, cause: Cause, first: Cause | None) -> bool:
        """Whether this cause, put first, is what is looked for: the wanted one or, where that is first now, another."""
        return first is not cause if cause is self._top else first is cause

    def _preferred(self, pairs: Iterable[Pair]) -> list[Pair]:
        """The pairs with what is to be shown first at the front."""
        costs = self._options.costs
        return sorted(pairs, key=lambda pair: (costs[pair[0]] + costs[pair[1]], pair))

    # Which cause comes first after a change, by its rules.

    @cached_property
    def _singles(self) -> list[tuple[Cause | None, int]]:
        first = self._options.standing.first
        return [(first(turned), index) for index, turned in enumerate(self._options.turned)]

    @cached_property
    def _special_pairs(self) -> list[tuple[Cause | None, Pair]]:
        first = self._options.standing.first
        return [(first(turned), pair) for pair, turned in self._options.special.items()]

    @cached_property
    def _alike(self) -> dict[int, list[int]]:
        """The single changes by the rules that they turn: what turns the same does the same."""
        found: dict[int, list[int]] = {}
        for index, turned in enumerate(self._options.turned):
            found.setdefault(turned, []).append(index)
        return found

    @cached_property
    def _moving(self) -> list[tuple[Cause | None, Pair]]:
        """Pairs of what single changes turn, with the cause that both put first, where that is not the first now."""
        first = self._options.standing.first
        pairs = combinations_with_replacement(self._alike, 2)
        ends = ((first(one | other), (one, other)) for one, other in pairs)
        return [end for end in ends if end[0] is not self._top]

    def _plain_pairs(self, cause: Cause) -> Iterator[Pair]:
        """Pairs that turn what either turns, and do it."""
        for first, (one, other) in self._moving:
            if self._fits(cause, first):
                for a, b in product(self._alike[one], self._alike[other]):
                    pair = (a, b) if a < b else (b, a)
                    if a != b and self._options.apart(*pair):
                        yield pair

    # What the engine says.

    def _confirmed(self, cause: Cause, candidates: Iterable[tuple[int, ...]]) -> tuple[Change, ...]:
        """The candidates that do it, run; as many as are to be listed."""
        found: list[Change] = []
        fields: set[frozenset[str]] = set()
        for candidate in candidates:
            where = frozenset(self._options.edits[index].field for index in candidate)
            if self._most is not None and where in fields:
                continue
            change = self._run(candidate)
            if change is not None and self._fits(cause, change.top):
                found.append(change)
                fields.add(where)
                if len(found) == self._most:
                    break
        return tuple(found)

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


def _joined_fields(knowledge: KnowledgeBase) -> dict[str, str]:
    """Fields from which a number is worked out together, each with one name for all of them."""
    names: dict[str, str] = {}
    for computed in knowledge.vocabulary.computed.values():
        sources = knowledge.vocabulary.sources(computed.key)
        old = {names.get(name, name) for name in sources}
        for name in [*names, *sources]:
            if names.get(name, name) in old:
                names[name] = sources[0]
    return names
