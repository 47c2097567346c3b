"""Small cases in which something holds: answers that meet conditions, conclude causes, or show what a rule does.

This looks for cases and proves nothing: what it gives has to be held against the rules by whoever uses it, and where it
gives nothing there may yet be something. It tries the same ways in the same order whenever it is asked.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations, islice, product

from expert.certainty import LEVEL_NAMES
from expert.conditions import Atom
from expert.examining.edits import Editor
from expert.examining.sheet import Literal, Sheet, numbers
from expert.fields import Answer, Answers, Computed
from expert.knowledge import KnowledgeBase
from expert.rules import KnowledgeRule

Way = Mapping[str, Answer]

#: So many ways of one condition, of one rule, and of a cause at one level are kept.
_MOST_OF_ATOM, _MOST_OF_RULE, _MOST_OF_CAUSE = 24, 24, 40
#: So many cases are tried to learn what concludes a cause.
_MOST_TRIED = 600
#: So deep findings, and rules that wait for them, are looked through.
_DEEP = 4


class Ways:
    """Ways to answer such that something holds.

    Args:
        knowledge: the base.
        known: cases that somebody wrote; they come first where a cause is to be concluded.
    """

    def __init__(self, knowledge: KnowledgeBase, known: Sequence[Answers] = ()) -> None:
        self.knowledge = knowledge
        self._known = list(known)
        self._editor = Editor(knowledge.vocabulary, (atom for rule in knowledge.rules for atom in rule.atoms))
        self._literals: dict[Literal, list[Way]] = {}
        self._concluding: dict[str, dict[str, list[Way]]] = {}
        self._weighing: dict[str, list[Way]] = {}
        self._singly: dict[tuple[str, int], list[Way]] = {}
        self._rules: dict[str, list[Way]] = {}

    # Conditions.

    def rule(self, rule: KnowledgeRule) -> list[Way]:
        """Ways to fire a rule."""
        if rule.name not in self._rules:
            self._rules[rule.name] = self.meeting(map(Literal, rule.atoms))
        return self._rules[rule.name]

    def meeting(self, literals: Iterable[Literal], most: int = _MOST_OF_RULE) -> list[Way]:
        """Ways in which all of these hold, those with few answers first."""
        options = [self.literal(literal) for literal in literals]
        found: dict[tuple[tuple[str, Answer], ...], Way] = {}
        for chosen in islice(_fairly(options), 20 * most):
            way = self.together(chosen)
            if way is not None and self.knowledge.contradiction(way) is None:
                found.setdefault(tuple(sorted(way.items(), key=_key)), way)
        return sorted(found.values(), key=_size)[:most]

    def literal(self, literal: Literal) -> list[Way]:
        """Ways in which one condition, or its denial, holds."""
        if literal not in self._literals:
            self._literals[literal] = []  # until it is worked out
            self._literals[literal] = self._of(literal)[:_MOST_OF_ATOM]
        return self._literals[literal]

    def _of(self, literal: Literal) -> list[Way]:
        atom = literal.atom
        if atom.kind == "field":
            return list(self._of_field(atom, literal.denied))
        if literal.denied:
            return [{}]
        if atom.kind == "finding":
            return [way for rule in self.knowledge.finders.get(atom.key, ()) for way in self.rule(rule)[:6]]
        least = min(atom.test.values, key=LEVEL_NAMES.index)
        return self.concluding(atom.key, least)

    def _of_field(self, atom: Atom, denied: bool) -> Iterator[Way]:
        held = self.knowledge.vocabulary.fields[atom.key]
        if isinstance(held, Computed):
            candidates = list(self._computed(held))
        elif held.numeric:
            candidates = [{atom.key: number} for number in self._editor.numbers({}, atom.key)]
            if atom.test.limit is not None:  # which may be none of the rules' own
                candidates.append(
                    {atom.key: self.knowledge.vocabulary.numbers[atom.key].quantity(atom.test.limit.value)}
                )
        elif held.single:
            candidates = [{atom.key: value} for value in held.values]
        else:
            singles = [(value,) for value in held.values]
            candidates = [{atom.key: answer} for answer in [*singles, ()]]
        for way in candidates:
            if any(map(atom.test, held.known(way))) != denied:
                yield way

    def _computed(self, held: Computed) -> Iterator[dict[str, Answer]]:
        """Answers from which a number is worked out, for each region between its limits."""
        for names in held.sources:
            partners: dict[str, Answer] = {}
            for name in names[:-1]:
                partners.update(self._editor.partners({}, names[-1]))
                partners = {key: answer for key, answer in partners.items() if key in names}
                partners.setdefault(name, self.knowledge.vocabulary.asked[name].read(10, "mi"))
            for number in self._editor.numbers(partners, names[-1]):
                way = {**partners, names[-1]: number}
                if held.value(way) is not None:
                    yield way

    def together(self, ways: Iterable[Way], over: bool = False) -> Way | None:
        """Several ways as one; None where they give a field two values.

        Args:
            over: where they do, the later way holds instead.
        """
        fields = self.knowledge.vocabulary.asked
        found: dict[str, Answer] = {}
        for way in ways:
            for key, answer in way.items():
                before = found.get(key, answer)
                if before != answer and fields[key].several and answer and before:
                    both = {*before, *answer}
                    answer = tuple(value for value in fields[key].values if value in both)
                elif before != answer and not over:
                    return None
                found[key] = answer
        return found

    # Causes.

    def concluding(self, cause: str, level: str) -> list[Way]:
        """Ways to conclude a cause at a level or above, those with few answers first."""
        if cause not in self._concluding:
            candidates = [*self._written(cause), *self.weighing(cause)]
            sheet = Sheet(self.knowledge, candidates)
            self._concluding[cause] = {
                at: sorted((candidates[n] for n in numbers(sheet.reached.get((cause, at), 0))), key=_size)
                for at in LEVEL_NAMES[1:]
            }
        return self._concluding[cause][level][:_MOST_OF_CAUSE]

    def _written(self, cause: str) -> list[Answers]:
        """The written cases that conclude a cause, the shortest."""
        sheet = self._written_sheet
        found: dict[int, None] = {}
        for level in LEVEL_NAMES[1:]:
            cases = [sheet.cases[n] for n in numbers(sheet.reached.get((cause, level), 0))]
            for answers in sorted(cases, key=_size)[:20]:
                found.setdefault(self._places[id(answers)])
        return [sheet.cases[n] for n in found]

    @cached_property
    def _written_sheet(self) -> Sheet:
        return Sheet(self.knowledge, self._known)

    @cached_property
    def _places(self) -> Mapping[int, int]:
        return {id(answers): place for place, answers in enumerate(self._written_sheet.cases)}

    def weighing(self, cause: str) -> list[Way]:
        """Ways in which something speaks for or against a cause, alone, by twos and, of what is strong, by threes."""
        if cause not in self._weighing:
            alone = self._alone(cause, 2)
            several = [*combinations(alone, 2), *combinations(alone[:9], 3)]
            spread = several[:: max(1, len(several) // _MOST_TRIED)]
            joined = (self.together(ways) for ways in spread)
            self._weighing[cause] = [*alone, *(way for way in joined if way is not None)]
        return self._weighing[cause]

    def _alone(self, cause: str, most: int) -> list[Way]:
        """Ways to fire each rule of evidence by itself, the strongest first; of each rule so many at most."""
        if (cause, most) not in self._singly:
            rules = sorted(self.knowledge.evidence[cause], key=lambda rule: -self.knowledge.strength(rule))
            self._singly[cause, most] = [way for rule in rules for way in self.rule(rule)[:most]]
        return self._singly[cause, most]

    # What brings a rule's work to light.

    def settings(self, rule: KnowledgeRule) -> list[Way]:
        """Answers beside which it may show whether a rule fires."""
        return list(self._settings(rule, _DEEP))

    def causes(self, rule: KnowledgeRule) -> list[str]:
        """The causes on which it hangs whether a rule shows: its own, and those of what it takes back."""
        rules = [rule, *self._calling(rule)]
        own = [one.cause.id for one in rules if one.cause is not None]
        return list(
            dict.fromkeys([*own, *(atom.key for one in rules for atom in one.atoms if atom.kind == "conclusion")])
        )

    def _calling(self, rule: KnowledgeRule) -> list[KnowledgeRule]:
        """The rules that call for what a rule takes back."""
        if rule.name not in self.knowledge.advice_about:
            return []
        givers, _ = self.knowledge.advice_about[rule.name]
        guides = [one for one in self.knowledge.rules if one.about and one.remark and rule.takes_back(one.remark)]
        return list(dict.fromkeys([*givers, *guides]))

    def mixed(self, causes: Sequence[str], seed: str) -> Iterator[Way]:
        """Without end, several ways at once in which something speaks for or against these causes, and at times others.

        The same seed gives the same ways.
        """
        dice = random.Random(seed)
        own = [way for cause in causes for way in self._alone(cause, 4)]
        others = [cause.id for cause in self.knowledge.causes if cause.id not in causes]
        while own:
            ways = dice.sample(own, min(len(own), dice.randint(1, 5)))
            if others and dice.random() < 0.6:
                beside = self._alone(dice.choice(others), 2)
                ways += dice.sample(beside, min(len(beside), dice.randint(1, 3)))
            way = self.together(ways, over=True)
            if way is not None:
                yield way

    def _settings(self, rule: KnowledgeRule, deep: int) -> Iterator[Way]:
        yield {}
        if rule.sign and rule.cause is not None:
            yield from self._written(rule.cause.id)
            yield from self.weighing(rule.cause.id)
        elif rule.finding and deep:
            for other in self.knowledge.rules:
                if any(atom.kind == "finding" and atom.key == rule.finding for atom in other.atoms):
                    rest = [atom for atom in other.atoms if (atom.kind, atom.key) != ("finding", rule.finding)]
                    beside = self.meeting(map(Literal, rest), 4)
                    for way in islice(self._settings(other, deep - 1), 200):
                        joined = (self.together((way, more), over=True) for more in beside)
                        yield from (one for one in joined if one is not None)
        for giver in self._calling(rule):
            yield from self.rule(giver)[:8]


def one_of_each(several: Sequence[Sequence[Way]]) -> Iterator[Way]:
    """One of each in turn, until all are used up."""
    for place in range(max(map(len, several), default=0)):
        yield from (one[place] for one in several if place < len(one))


def _fairly(options: Sequence[Sequence[Way]]) -> Iterator[tuple[Way, ...]]:
    """Every choice of one of each; those that are early in all of them first."""
    deepest = sum(len(one) - 1 for one in options)
    if not all(options):
        return
    if len(options) < 2 or deepest > 200:
        yield from product(*options)
        return
    for total in range(deepest + 1):
        yield from _summing(options, total)


def _summing(options: Sequence[Sequence[Way]], total: int) -> Iterator[tuple[Way, ...]]:
    first, *rest = options
    if not rest:
        if total < len(first):
            yield (first[total],)
        return
    for place in range(min(total, len(first) - 1) + 1):
        yield from ((first[place], *more) for more in _summing(rest, total - place))


def _key(entry: tuple[str, Answer]) -> str:
    return entry[0]


def _size(way: Way) -> int:
    """How much is answered: every value of a list counts."""
    return sum(max(1, len(answer)) if isinstance(answer, tuple) and not hasattr(answer, "text") else 1
               for answer in way.values())  # fmt: skip
