"""The index matcher against its oracle: experta's own Rete, on random rules, random cases, random changes of facts."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
from shared import LONG, ROOT
from test_engine import random_answers

from cli import main
from expert.conditions import Found, Interpretation, above, at_least, at_most, atom_of, none_of, one_of
from expert.consultation import Consultant
from expert.engine import Engine, ReteEngine
from expert.experta_guard import Fact
from expert.fields import Listed
from expert.rules import Finds, Supports
from kb.book import KNOWLEDGE
from kb.causes import OVERPRONATION
from kb.fields import Pain, Runner, Signs

VOCABULARY = KNOWLEDGE.vocabulary
PLACES = ("heel", "arch", "toes", "calf")
FINDINGS = ("one", "two", "three")
LIMITS = [Interpretation(f"from {age}", Fraction(age), str(age), "") for age in (30, 40, 55)]


def random_pattern(dice):
    """A condition: on a list, on what a list lacks, on a word, on a number, on a finding."""
    some = dice.sample(PLACES, dice.randint(1, 3))
    return dice.choice(
        [
            lambda: Pain(location=dice.choice(PLACES)),
            lambda: Pain(location=one_of(*some)),
            lambda: Pain(location=none_of(*some)),
            lambda: Signs(swelling=dice.choice(("yes", "no"))),
            lambda: Signs(swelling=one_of("yes", "no")),
            lambda: Runner(age=dice.choice((at_least, above, at_most))(dice.choice(LIMITS))),
            lambda: Found(dice.choice(FINDINGS)),
        ]
    )()


def random_rules(dice):
    """A handful of rules; some conclude what others wait for, some have two conditions that one fact can meet."""
    rules = []
    for number in range(dice.randint(2, 14)):
        drawn = [random_pattern(dice) for _ in range(dice.choice((1, 1, 2, 2, 3, 4)))]
        patterns = list({atom_of(pattern): pattern for pattern in drawn}.values())
        if dice.random() < 0.3:
            rule = Finds(*patterns, finding=dice.choice(FINDINGS), because="")
        else:
            rule = Supports(*patterns, cause=OVERPRONATION, hedge="can", because="")
        rule.name = f"random.rule_{number}"
        rules.append(rule)
    return rules


def random_fact(dice):
    """What a fact says, so that two engines can each have their own."""
    return dice.choice(
        [
            lambda: ("pain.location", dice.choice(PLACES)),
            lambda: ("pain.location", Listed(frozenset(dice.sample(PLACES, dice.randint(0, 2))))),
            lambda: ("signs.swelling", dice.choice(("yes", "no"))),
            lambda: ("runner.age", VOCABULARY.asked["runner.age"].read(dice.choice((15, 30, 40, 55, 80))).value),
        ]
    )()


def shown(value):
    return ";".join(sorted(value.values)) if isinstance(value, Listed) else str(value)


def said(fact):
    return type(fact).__name__, str(sorted((k, shown(v)) for k, v in fact.items() if not Fact.is_special(k)))


def state(engine):
    """All that can be seen of an engine: its facts, its agenda in order, what it executed."""

    def shown(activations):
        return [(one.rule.name, sorted(said(fact) for fact in one.facts)) for one in activations]

    facts = [(index, said(fact)) for index, fact in engine.facts.items()]
    return facts, shown(engine.agenda.activations), shown(engine.trace)


@pytest.mark.parametrize("part", range(4))
def test_random_rules_with_facts_that_come_and_go(part):
    """Declared together and one by one, retracted, declared again, run to the end and step by step; case after case."""
    fired = retracted = 0
    for seed in range(part, 1200 if LONG else 160, 4):
        dice = random.Random(seed)
        rules = random_rules(dice)
        engines = Engine(rules), ReteEngine(rules)
        for _ in range(3):
            for engine in engines:
                engine.reset()
            for _ in range(dice.randint(2, 10)):
                action = dice.random()
                if action < 0.5:
                    facts = [random_fact(dice) for _ in range(dice.randint(1, 5))]
                    for engine in engines:
                        engine.declare(*(VOCABULARY.fact(*fact) for fact in facts))
                elif action < 0.75 and len(engines[0].facts) > 1:
                    index = dice.choice([index for index in engines[0].facts if index])
                    retracted += 1
                    for engine in engines:
                        engine.retract(index)
                else:
                    steps = dice.choice((1, 2, float("inf")))
                    for engine in engines:
                        engine.run(steps)
                        engine.declare()  # what the last step found: Rete fails where that is retracted unnoted
                ours, stock = map(state, engines)
                assert ours == stock, (seed, rules)
            fired += len(engines[0].trace)
    assert fired > 100 and retracted > 50


def hands(size):
    """All rules of the base, shuffled and dealt, with what they wait for: those that find it, one that concludes it."""
    dice, places = random.Random("hands"), list(range(len(KNOWLEDGE.rules)))
    dice.shuffle(places)
    return [with_what_it_waits_for(dice, places[at : at + size]) for at in range(0, len(places), size)]


def with_what_it_waits_for(dice, places):
    """The rules at these places, with others without which they never fire, in the order of the base."""
    chosen, waiting = set(places), [KNOWLEDGE.rules[place] for place in places]
    while waiting:
        for atom in waiting.pop().atoms:
            ways = list(KNOWLEDGE.finders.get(atom.key, ())) if atom.kind == "finding" else []
            if atom.kind == "conclusion":
                ways = [dice.choice([rule for rule in KNOWLEDGE.evidence[atom.key] if rule.sign > 0])]
            new = [rule for rule in ways if KNOWLEDGE.position[rule.name] not in chosen]
            chosen.update(KNOWLEDGE.position[rule.name] for rule in new)
            waiting += new
    return [KNOWLEDGE.rules[place] for place in sorted(chosen)]


@pytest.mark.parametrize("part", range(4))
def test_the_base_s_rules_on_random_cases(part):
    """Each rule of the base in some hand of rules, on random answers to what these ask: all at once are slow.

    In a long run that is 20,000 cases.
    """
    cases, fired, each = 0, 0, 36 if LONG else 12
    for seed, rules in list(enumerate(hands(2)))[part::4]:
        asked = sorted({key for rule in rules for atom in rule.atoms if atom.kind == "field"
                        for key in VOCABULARY.sources(atom.key)})  # fmt: skip
        ours, stock = (Consultant(with_rules(rules), engine, remembers=False) for engine in (Engine, ReteEngine))
        for case in range(each):
            answers = random_answers(f"{seed} {case}", asked, (0.2, 0.5, 0.8))
            one, other = ours.consult(answers), stock.consult(answers)
            assert one.trace == other.trace, (seed, case)
            assert case % 10 or one.text == other.text, (seed, case)
            cases, fired = cases + 1, fired + len(one.trace)
    assert cases >= 140 * each and fired > cases / 2


def with_rules(rules):
    """The base with these rules only, its checks left out: they are about a whole base."""
    part = object.__new__(type(KNOWLEDGE))
    part.__dict__.update({name: vars(KNOWLEDGE)[name] for name in KNOWLEDGE.__dataclass_fields__})
    part.__dict__["rules"] = rules
    return part


def test_all_rules_on_random_cases():
    ours, stock = Consultant(KNOWLEDGE), Consultant(KNOWLEDGE, ReteEngine)
    for seed in range(20_000 if LONG else 12):
        answers = random_answers(10_000 + seed)
        assert ours.consult(answers).text == stock.consult(answers).text, seed


def test_much_is_forgotten_and_nothing_goes_wrong(monkeypatch):
    """What is kept from case to case is bounded, and a case after it was forgotten gives what it gave before."""
    from expert.consultation import Parts
    from expert.engine import Reasoner
    from expert.matcher import IndexMatcher

    cases = [random_answers(seed) for seed in range(25)]
    wanted = [Consultant(KNOWLEDGE).consult(answers).text for answers in cases]
    for kept in (Parts, Reasoner, IndexMatcher):
        with monkeypatch.context() as patch:
            patch.setattr(kept, "MOST_KEPT", 50)
            consultant = Consultant(KNOWLEDGE)
            assert [consultant.consult(answers).text for answers in [*cases, *cases]] == [*wanted, *wanted], kept
            assert len(consultant._parts) < 3_000 or kept is not Parts


def test_the_stock_matcher_can_be_chosen(tmp_path):
    """The same bytes, by the command."""
    results = []
    for matcher in ("index", "rete"):
        out = tmp_path / f"{matcher}.jsonl"
        assert main(["batch", str(ROOT / "kb" / "cases" / "clinic.yaml"), "--matcher", matcher, "-o", str(out)]) == 0
        results.append(out.read_bytes())
    assert results[0] == results[1]
