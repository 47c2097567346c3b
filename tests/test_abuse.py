"""The engine under abuse: what fails or never ends in a rule is contained and told, and the next case is unharmed."""

from __future__ import annotations

import threading
from fractions import Fraction
from functools import cache

import pytest
from houseplants import PLANTS
from shared import footwise, library_cases, part_of

from expert import engine as engines
from expert.authoring import Cause, Claim, Group, Hedge, Knowledge, KnowledgeBase, Supports, Vocabulary, YesNo
from expert.cases.case import Case
from expert.cases.results import evaluate
from expert.conditions import Compares
from expert.consultation import Consultant
from expert.engine import Engine, ReteEngine, RuleFault
from expert.rules import KnowledgeRule
from kb.book import KNOWLEDGE

SECRET = "nobody's business"
DRY = {"pot.soil": "dry"}
BOTH = pytest.mark.parametrize("engine", [Engine, ReteEngine])


def case_of(answers):
    read = {key: PLANTS.vocabulary.asked[key].read(raw) for key, raw in answers.items()}
    return Case("dry", "f#1", read, None, None, "km")


def fails(*_):
    raise ValueError(SECRET)


@BOTH
@pytest.mark.parametrize(
    ("place", "rule"), [(KnowledgeRule, "thirst.dry_soil"), (Compares, "thirst.long_ago")], ids=["rule", "condition"]
)
def test_what_fails_is_named_by_its_rule_and_the_next_case_is_unharmed(engine, place, rule, monkeypatch):
    """The message tells the rule and the place in the program, and nothing of what the case says."""
    consultant, case = (
        Consultant(PLANTS, engine, remembers=False),
        case_of(DRY if place is KnowledgeRule else {"plant.days_dry": 17}),
    )
    with monkeypatch.context() as patch:
        patch.setattr(place, "__call__", fails)
        result = evaluate(case, consultant)
    message = result["error"]["message"]
    assert result["status"] == "error"
    assert f"the rule {rule} failed with ValueError in test_abuse.py, line" in message
    assert SECRET not in message and "17" not in message.partition(", line")[0]
    assert evaluate(case, consultant) == evaluate(case, Consultant(PLANTS))


@BOTH
def test_a_rule_that_brings_itself_about_is_stopped_and_named(engine, monkeypatch):
    monkeypatch.setattr(engines, "MOST_FIRINGS", 300)
    consultant, case = Consultant(PLANTS, engine, remembers=False), case_of({"plant.days_dry": 17})
    fire, days = Engine.fire, iter(range(100, 10**6))

    def fire_again(self, rule):
        fire(self, rule)
        if rule.name == "thirst.long_ago":
            fact = PLANTS.vocabulary.fact("plant.days_dry", Fraction(next(days)))
            fact.answers = {}
            self.facts.declare(fact)

    with monkeypatch.context() as patch:
        patch.setattr(Engine, "fire", fire_again)
        with pytest.raises(RuleFault, match=r"do not come to an end: thirst.long_ago has fired [0-9,]+ times"):
            consultant.consult(case.answers)
    assert evaluate(case, consultant) == evaluate(case, Consultant(PLANTS))


def test_a_rule_that_waits_for_itself_is_no_base(tmp_path):
    (tmp_path / "ring.py").write_text(RING, encoding="utf-8")
    run = footwise("--kb", "ring:BASE", "kb", "check", cwd=tmp_path, apart=True)
    assert run.returncode == 1 and "waits for itself" in run.stdout


RING = """
from expert.authoring import Choice, Claim, Finds, Found, Group, Knowledge, KnowledgeBase, Vocabulary

class Pot(Group):
    soil = Choice("Soil?", "Feel it.", "the soil is {}", values={"dry": "dry", "wet": "wet"})

class Ring(Knowledge):
    wet = Finds(Pot(soil="wet"), Found("flood"), finding="flood", claims="A1", because="it is wet")

BASE = KnowledgeBase(title="Ring", notice="A test.", place="", vocabulary=Vocabulary([Pot]), hedges={},
                     rules=Ring.rules, causes=[], claims={"A1": Claim("A1", "x", "cause", "plain", "So.")},
                     mechanisms={})
"""


# -- much of it ------------------------------------------------------------------------------------------------------

WIDE = 400


@cache
def large():
    """A base of 5,000 rules over 400 questions, the last of which has 400 conditions."""
    fields = {f"q{n}": YesNo(f"Question {n}?", "Look.", f"{n} is so") for n in range(WIDE)}
    group = type("Big", (Group,), fields)
    cause = Cause("much", "general", "Much of it (a lot)", "About it.")
    rules = {
        f"rule_{n}": Supports(
            group(**{f"q{n % WIDE}": "yes"}), group(**{f"q{(n * 7 + n // WIDE + 1) % WIDE}": "no"}),
            hedge="can", claims="A1", because=f"of {n}",
        )
        for n in range(4_999)
    }  # fmt: skip
    rules["wide"] = Supports(
        *(group(**{f"q{n}": "yes"}) for n in range(WIDE)), hedge="can", claims="A1", because="of all of them"
    )
    chapter = type("Chapter", (Knowledge,), rules, cause=cause)
    return KnowledgeBase(
        title="Large", notice="A test.", place="", vocabulary=Vocabulary([group]), rules=chapter.rules, causes=[cause],
        hedges={"can": Hedge("can", 0.3, "may")}, claims={"A1": Claim("A1", "x", "cause", "plain", "So.")},
        mechanisms={},
    )  # fmt: skip


def test_five_thousand_rules_and_four_hundred_conditions_in_one():
    base = large()
    consultant = Consultant(base)
    assert len(base.rules) == 5_000 and max(len(rule.atoms) for rule in base.rules) == WIDE
    fired = {firing.rule.name for firing in consultant.consult({f"big.q{n}": "yes" for n in range(WIDE)}).trace}
    assert fired == {"chapter.wide"}
    some = consultant.consult({"big.q1": "yes", "big.q8": "no", **{f"big.q{n}": "yes" for n in range(20, 40)}})
    wanted = {rule.name for rule in base.rules if all(some.answers.get(a.key) in a.test.values for a in rule.atoms)}
    assert {firing.rule.name for firing in some.trace} == wanted and wanted


# -- several at once -------------------------------------------------------------------------------------------------


def test_two_engines_and_four_threads_at_once():
    """Two consultants of one base share its rules and what it has worked out, and give what each gives alone."""
    answers = [case.answers for case in part_of(library_cases("clinic", "hard"), 5)][:40]
    alone = Consultant(KNOWLEDGE)
    wanted = [alone.consult(one).text for one in answers]
    consultants = [Consultant(KNOWLEDGE, remembers=False) for _ in range(2)]
    start, faults = threading.Barrier(4), []

    def work(number):
        start.wait()
        for turn in range(120):
            place = (number * 11 + turn) % len(answers)
            try:
                if consultants[number % 2].consult(answers[place]).text != wanted[place]:
                    faults.append(place)
            except Exception as error:
                faults.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
