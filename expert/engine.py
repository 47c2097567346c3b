"""experta, made dependable and quick: one order of firing, a trace of every firing, nothing left from the case before.

What experta 1.9.4 does by itself, and what is done about it, all of it by experta's own extension points:

* Rules of equal salience fire in a different order each run, and a stale activation can stay on the agenda:
  `OrderedStrategy` removes by full equality and orders by salience, then by the book, then by what the facts say.
* An exception leaves activations behind that survive ``reset()``: `Reasoner` throws the engine away.
* A new engine a case is slow and leaks: `Reasoner` keeps one and resets it. Rule objects are shared by all engines
  of a process, so a `Reasoner` belongs to one thread.
* Most of a case goes to making, checking and hashing facts and activations that the case before has made as well:
  facts and activations are made once and used again, and a `Firing` hangs on the activation that it tells of.
"""

from __future__ import annotations

from bisect import insort
from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from expert.conditions import Conclusion, Finding, _test_of
from expert.errors import ProgramError, fault
from expert.experta_guard import Activation, Agenda, Fact, FactList, InitialFact, KnowledgeEngine, ReteMatcher, Strategy
from expert.fields import Answer, Answers, Group, Listed, Vocabulary
from expert.knowledge import KnowledgeBase
from expert.matcher import IndexMatcher
from expert.rules import KnowledgeRule


@dataclass(frozen=True)
class Firing:
    """One rule that fired, and what it stood on.

    Attributes:
        rule: the rule; place: its place in the book.
        facts: full field names to the values that met its conditions; None where the condition is about the whole
            answer (a number, or a list that lacks something).
        findings: names of the findings that it stood on.
        causes: ids of the conclusions that it stood on.
        shown: the answers behind its facts as a case file writes them; of a worked-out number those it comes from.
    """

    rule: KnowledgeRule
    place: int
    facts: Mapping[str, tuple[str, ...] | None]
    findings: tuple[str, ...]
    causes: tuple[str, ...]
    shown: Mapping[str, Any]


class RuleFault(ProgramError):
    """A rule, or a condition of one, that fails or never comes to an end; it says which."""


class OrderedStrategy(Strategy):  # type: ignore[misc]
    """Conflict resolution that is the same on every run: salience, then the book, then what the facts say.

    It notes on each activation its ``key`` and the ``place`` of its rule in the book.

    Attributes:
        rank: the salience and the place of each rule, by its name; what is higher fires first.
    """

    def __init__(self) -> None:
        super().__init__()
        self.rank: Mapping[str, tuple[int, int]] = {}

    def _key(self, activation: Activation) -> Any:
        """The order of an activation; it depends on nothing but the rule and the facts, so it is noted there."""
        if activation.key is None:
            rank = self.rank[activation.rule.name]
            activation.key, activation.place = (rank, sorted(map(_order, activation.facts))), -rank[1]
        return activation.key

    def update_agenda(self, agenda: Agenda, added: Sequence[Activation], removed: Sequence[Activation]) -> None:
        """Put what was added on the agenda, take off what was removed (experta would look for log readers first)."""
        self._update_agenda(agenda, added, removed)

    def _update_agenda(self, agenda: Agenda, added: Sequence[Activation], removed: Sequence[Activation]) -> None:
        for activation in removed:
            self._key(activation)
            if activation in agenda.activations:
                agenda.activations.remove(activation)
        for activation in added:
            if activation.key is None:
                self._key(activation)
        if len(added) > _FEW:
            agenda.activations += added
            agenda.activations.sort(key=_BY_KEY)
        else:
            for activation in added:
                insort(agenda.activations, activation, key=_BY_KEY)


#: Rules fire once for each choice of facts. What fires more often, in one case, brings itself about and never ends.
MOST_FIRINGS = 100_000
#: So many activations are put in their places one by one; for more the whole agenda is sorted.
_FEW = 4
_BY_KEY = attrgetter("key")


def _order(fact: Fact) -> tuple[str, str, str]:
    """The order of the facts that one rule can fire on."""
    name, value = _content(fact)
    said = ";".join(sorted(value.values)) if isinstance(value, Listed) else str(value)
    return type(fact).__name__, str(name), said


class WorkingMemory(FactList):  # type: ignore[misc]
    """experta's list of facts, which works out only once what a fact that comes again says."""

    def __init__(self) -> None:
        OrderedDict.__init__(self)
        self.last_index = 0
        self.reference_counter: dict[Any, int] = {}
        self.added: list[Fact] = []
        self.removed: list[Fact] = []
        self.duplication = False

    def declare(self, fact: Fact) -> Fact | None:
        """Take a fact in; None where there is one that says the same."""
        said = getattr(fact, "said", None)
        if said is None:
            said = fact.said = self._get_fact_id(fact)
        if said in self.reference_counter:
            return None
        number = self.last_index
        self.reference_counter[said] = 1
        dict.__setitem__(fact, "__factid__", number)
        self[number] = fact
        self.last_index = number + 1
        self.added.append(fact)
        return fact

    @property
    def changes(self) -> tuple[list[Fact], list[Fact]]:
        """What was added and what was removed since this was asked for last."""
        added, removed = self.added, self.removed
        self.added, self.removed = [], []
        return added, removed


class Engine(KnowledgeEngine):  # type: ignore[misc]
    """experta's engine with the rules of a knowledge base, and a trace.

    Attributes:
        trace: the activations that were executed, in their order.
        executing: the activation whose rule fires, since experta does not tell the rule.
    """

    __matcher__ = IndexMatcher
    __strategy__ = OrderedStrategy

    def __init__(self, rules: Sequence[KnowledgeRule]) -> None:
        self._knowledge_rules = list(rules)
        self._findings: dict[str, Finding] = {}
        self._initial = InitialFact()
        self.trace: list[Activation] = []
        self.executing: Activation | None = None
        super().__init__()
        self.strategy.rank = {rule.name: (rule.salience, -place) for place, rule in enumerate(rules)}

    def get_rules(self) -> list[KnowledgeRule]:
        """The rules of the knowledge base, in its order (experta would look for class attributes)."""
        return self._knowledge_rules

    def reset(self, **_: Any) -> None:
        """Empty working memory, agenda and trace; then declare experta's initial fact."""
        self.running = False
        self.facts = WorkingMemory()
        self.agenda = Agenda()
        self.matcher.reset()
        self.trace = []
        self.facts.declare(self._initial)  # what it brings is noted with the first facts

    def declare(self, *facts: Fact) -> Fact | None:
        """Take facts in, and put what they bring on the agenda; the last of them, None if it was there already.

        That they hold no conditions, which experta looks for each time, is certain: answers and conclusions are facts.
        """
        last = None
        for fact in facts:
            last = self.facts.declare(fact)
        if not self.running:
            self._note_changes()
        return last

    def run(self, steps: float = float("inf")) -> None:
        """Fire what is on the agenda, one after another, with what each brings."""
        self.running = True
        facts, waiting = self.facts, self.agenda.activations
        while steps > 0 and self.running:
            if facts.added or facts.removed:
                self._note_changes()
            if not waiting:
                break
            steps -= 1
            self.executing = activation = waiting.pop()
            activation.rule(self)
            self.executing = None
        self.running = False

    def fire(self, rule: KnowledgeRule) -> None:
        """Called by a rule when it fires: write the trace, assert its finding."""
        assert self.executing is not None, rule
        self.trace.append(self.executing)
        if rule.finding:
            finding = self._findings.get(rule.finding)
            if finding is None:
                finding = self._findings[rule.finding] = Finding(name=rule.finding)
            self.facts.declare(finding)  # what it brings is noted before the next rule fires

    def _note_changes(self) -> None:
        self.strategy.update_agenda(self.agenda, *self.matcher.changes(*self.facts.changes))


class ReteEngine(Engine):
    """The same engine over experta's own matcher: the oracle that the index is tested against."""

    __matcher__ = ReteMatcher


#: The engines by the matcher that they run on.
ENGINES: Mapping[str, type[Engine]] = {"index": Engine, "rete": ReteEngine}


class Reasoner:
    """Runs a knowledge base over the answers of one case after another. Not for two threads.

    Facts, and what they bring, are kept from case to case. Of numbers, and of what goes with them, there is no end: so
    all is forgotten once it is too much.
    """

    #: How many facts, and firings on several choices of facts, are kept at most.
    MOST_KEPT = 3_000

    def __init__(self, knowledge: KnowledgeBase, engine_type: type[Engine] = Engine) -> None:
        self.knowledge = knowledge
        self._engine_type = engine_type
        self._engine: Engine | None = None
        self._facts = _Facts(knowledge.vocabulary)
        self._fired: dict[int, Activation] = {}
        self._again: dict[int, list[Activation]] = {}
        self._told: dict[int, Firing] = {}
        self._merged: dict[tuple[int, ...], tuple[Sequence[Activation], Firing]] = {}

    def start(self, answers: Answers) -> None:
        """Reason from the answers: findings, evidence, and the alerts that follow from answers alone."""
        if self._engine is None or len(self._facts) + len(self._merged) > self.MOST_KEPT:
            self._facts, self._merged = _Facts(self.knowledge.vocabulary), {}
        engine = self._engine or self._engine_type(self.knowledge.rules)
        engine.reset()
        self._fired, self._again, self._told = {}, {}, {}
        self._run(engine, self._facts.of(answers))

    def conclude(self, levels: Iterable[tuple[str, str]]) -> None:
        """Assert what was concluded, as (cause, level) pairs, and reason on: advice and the alerts that it brings."""
        assert self._engine is not None, "start() first"
        self._run(self._engine, [self._facts.concluded(cause, level) for cause, level in levels])

    def _run(self, engine: Engine, facts: Iterable[Fact]) -> None:
        """Reason from these facts. The engine is gone, unless the run comes to its end."""
        self._engine = None
        done = len(engine.trace)
        given = list(facts)
        try:
            engine.declare(*given)
            engine.run(MOST_FIRINGS)
        except Exception as error:
            rule = engine.executing.rule if engine.executing is not None else _failing(engine)
            if rule is None:
                raise
            raise RuleFault(f"the rule {rule.name} failed with {fault(error)}") from error
        if engine.agenda.activations or engine.facts.added:
            rule, times = Counter(activation.rule.name for activation in engine.trace).most_common(1)[0]
            raise RuleFault(f"the rules do not come to an end: {rule} has fired {times:,} times, each on new facts")
        new = engine.trace[done:]
        by_place = {activation.place: activation for activation in new}
        if len(by_place) == len(new) and by_place.keys().isdisjoint(self._fired):
            self._fired.update(by_place)
        else:
            for activation in new:
                first = self._fired.setdefault(activation.place, activation)
                if first is not activation:
                    self._again.setdefault(activation.place, [first]).append(activation)
        self._engine = engine

    def fired(self) -> dict[int, Firing]:
        """What has fired so far: one firing a rule, by its place in the book, in this order."""
        found = self._told
        for place in self._fired.keys() - found.keys() if found else self._fired:
            activation = self._fired[place]
            firing = getattr(activation, "firing", None)
            if firing is None:
                firing = activation.firing = self._firing(activation.rule.origin, activation.facts)
            found[place] = firing
        for place, activations in self._again.items():
            found[place] = self._together(activations)
        found = self._told = dict(sorted(found.items()))
        return found

    def trace(self) -> list[Firing]:
        """What has fired so far: one entry a rule, in the order of the rule book."""
        return list(self.fired().values())

    def _together(self, activations: Sequence[Activation]) -> Firing:
        """A rule's firing on several choices of facts; worked out once for the same ones."""
        key = tuple(map(id, activations))
        if key not in self._merged:
            facts = [fact for one in activations for fact in one.facts]
            self._merged[key] = list(activations), self._firing(activations[0].rule.origin, facts)
        return self._merged[key][1]

    def _firing(self, rule: KnowledgeRule, facts: Iterable[Fact]) -> Firing:
        values: dict[str, set[str] | None] = {}
        findings: set[str] = set()
        causes: set[str] = set()
        answers: dict[str, Mapping[str, Any]] = {}
        for fact in facts:
            name, value = _content(fact)
            if isinstance(fact, Finding):
                findings.add(str(value))
            elif isinstance(fact, Conclusion):
                causes.add(str(name))
            elif isinstance(fact, Group):
                key = f"{fact.group_name()}.{name}"
                answers[key] = fact.answers
                if isinstance(value, str):
                    values[key] = (values.get(key) or set()) | {value}
                else:
                    values.setdefault(key, None)
            else:
                assert isinstance(fact, InitialFact), fact
        ordered = self._in_order(values)
        shown: dict[str, Any] = {}
        for key, known in ordered.items():
            several = known is not None and self.knowledge.vocabulary.fields[key].several
            shown.update({key: list(known or ())} if several else answers[key])
        place = self.knowledge.position[rule.name]
        return Firing(rule, place, ordered, tuple(sorted(findings)), tuple(sorted(causes)), shown)

    def _in_order(self, values: dict[str, set[str] | None]) -> dict[str, tuple[str, ...] | None]:
        """Fields and values in the vocabulary's order, so that no order of firing shows."""
        fields, position = self.knowledge.vocabulary.fields, self.knowledge.vocabulary.position
        ordered: dict[str, tuple[str, ...] | None] = {}
        for key in sorted(values, key=position.__getitem__):
            found = values[key]
            known = fields[key].values
            ordered[key] = None if found is None else tuple(value for value in known if value in found)
        return ordered


def _failing(engine: Engine) -> KnowledgeRule | None:
    """The rule one of whose conditions raises an exception for a fact that is there."""
    for rule in engine.get_rules():
        for pattern in rule:
            for name, value in pattern.items():
                test = None if Fact.is_special(name) else _test_of(pattern, value)
                for fact in engine.facts.values() if test else ():
                    try:
                        if type(fact) is type(pattern) and name in fact and test is not None:
                            test(fact[name])
                    except Exception:
                        return rule
    return None


class _Facts:
    """The facts of cases, each made once for the same answer, with the answers that it tells as a case writes them."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._sources = {name for held in vocabulary.computed.values() for names in held.sources for name in names}
        self._of_answer: dict[tuple[str, Answer], tuple[Fact, ...]] = {}
        self._worked_out: dict[tuple[Any, ...], Fact] = {}
        self._words: dict[tuple[str, str], Fact] = {}
        self._concluded: dict[tuple[str, str], Fact] = {}

    def __len__(self) -> int:
        return len(self._of_answer) + len(self._worked_out)

    def of(self, answers: Answers) -> Iterator[Fact]:
        """The facts that the answers give."""
        for key, answer in answers.items():
            facts = self._of_answer.get((key, answer))
            if facts is None:
                facts = self._of_answer[key, answer] = tuple(self._made(key, answer))
            yield from facts
        for key, computed in self._vocabulary.computed.items() if not self._sources.isdisjoint(answers) else ():
            found = computed.value(answers)
            if found is not None:
                yield self._number(key, found[0], {name: answers[name] for name in found[1]})

    def concluded(self, cause: str, level: str) -> Fact:
        """The fact that a cause was concluded at this level."""
        fact = self._concluded.get((cause, level))
        if fact is None:
            fact = self._concluded[cause, level] = Conclusion(**{cause: level})
        return fact

    def _made(self, key: str, answer: Answer) -> Iterator[Fact]:
        held = self._vocabulary.asked[key]
        for value in held.facts(answer):
            if held.several and isinstance(value, str):
                yield self._word(key, value)
            else:
                yield self._fact(key, value, {key: held.plain(answer)})

    def _word(self, key: str, value: str) -> Fact:
        """One of the values of a list: the same fact in whatever list it stands."""
        if (key, value) not in self._words:
            self._words[key, value] = self._fact(key, value, {})
        return self._words[key, value]

    def _number(self, key: str, value: object, answers: Answers) -> Fact:
        """What is worked out from these answers."""
        place = key, *answers.values()
        fact = self._worked_out.get(place)
        if fact is None:
            asked = self._vocabulary.asked
            plain = {name: asked[name].plain(answer) for name, answer in answers.items()}
            fact = self._worked_out[place] = self._fact(key, value, plain)
        return fact

    def _fact(self, key: str, value: object, answers: Mapping[str, Any]) -> Fact:
        fact = self._vocabulary.fact(key, value)
        fact.answers = answers
        return fact


def _content(fact: Fact) -> tuple[Any, Any]:
    """The one name and value that a fact holds besides what experta keeps in it; experta's initial fact has none."""
    for name, value in fact.items():
        if not Fact.is_special(name):
            return name, value
    return "", ""
