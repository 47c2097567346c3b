"""What must hold for every possible case is proved, and the proof notices seeded faults.

The fourth property, that the order of answers and of rules changes nothing, holds in the translation by construction;
the real engine is tested for it in ``test_engine.py`` (``test_the_order_of_answers_does_not_show``,
``test_the_order_of_rules_does_not_show``).
"""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from fractions import Fraction

import pytest
from houseplants import PLANTS
from test_red_flags import FLAGS, SINGLE_DEMANDS, TABLE, grave

from expert.conditions import Concluded, Found, Interpretation, above, at_least, none_of, one_of
from expert.consultation import Consultant
from expert.examining.proof import Demand, ProofError, Prover
from expert.fields import Choice, Distance, Many
from expert.rules import Alerts
from kb.book import KNOWLEDGE
from kb.causes import STRESS_FRACTURE
from kb.fields import Pain, Signs, Training

DEMANDS = (*SINGLE_DEMANDS, *TABLE)


def verdicts(knowledge, demands=DEMANDS):
    return {verdict.name: verdict for verdict in Prover(knowledge, demands, FLAGS).verdicts()}


# -- the proof -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def proved():
    return verdicts(KNOWLEDGE)


def test_every_property_is_proved(proved):
    assert [f"{one.name}: {one.counterexample}" for one in proved.values() if not one.holds] == []


def test_all_of_them_were_asked(proved):
    assert set(proved) == {
        *(f"1 {demand.name}" for demand in DEMANDS), *(f"2 {flag}" for flag in FLAGS),
        "3 raised flags", "3 all answers about flags", "3 any part",
    }  # fmt: skip
    assert len(TABLE) >= 19 and len(SINGLE_DEMANDS) == 27


def test_whatever_is_concluded_of_a_cause(proved):
    """No proof needs to know how certain a cause is."""
    assert {verdict.conclusions for verdict in proved.values()} == {"free"}


def test_the_other_half_of_the_fourth_property_is_tested_elsewhere():
    import test_engine

    assert test_engine.test_the_order_of_answers_does_not_show and test_engine.test_the_order_of_rules_does_not_show


TOO_MUCH = (
    Demand("tingling is urgent", ({"pain.quality": ("tingling",)},), "urgent"),
    Demand("a pop is an emergency", ({"signs.pop": ("yes",)},), "emergency"),
    Demand("a swollen foot is seen by somebody", ({"signs.swelling": ("yes",)},), "clinician"),
)


@pytest.mark.parametrize("demand", TOO_MUCH, ids=lambda demand: demand.name)
def test_what_does_not_hold_is_answered_with_a_small_case(demand):
    (verdict,) = Prover(KNOWLEDGE, [demand]).demanded()
    found = verdict.counterexample
    assert found is not None and found.confirmed
    assert len(found.case) <= 2
    assert grave(Consultant(KNOWLEDGE).consult(found.case).urgency) < grave(demand.least)
    assert all(key in str(found) for key in found.case)


# -- the translation -------------------------------------------------------------------------------------------------


def random_case(vocabulary, rng):
    """Thin cases and full ones; numbers at and around the thresholds."""
    density, few, answers = rng.choice((0.05, 0.15, 0.5, 0.9)), rng.choice((0.1, 0.4)), {}
    for key, field in vocabulary.asked.items():
        if rng.random() > density:
            continue
        if isinstance(field, Many):
            answers[key] = field.read([value for value in field.values if rng.random() < few])
        elif isinstance(field, Choice):
            answers[key] = field.read(rng.choice(list(field.values)))
        elif isinstance(field, Distance):
            answers[key] = field.read(rng.choice(("0 mi", "5 mi", "5.5 mi", "6.5 mi", "40 mi", "41 mi", "805 km")))
        else:
            number = rng.choice((field.least, 1.5, 2, 10, 10.1, 15, 30, 40, 50, 60))
            answers[key] = field.read(min(field.most, max(field.least, number)))
    return answers


@pytest.mark.parametrize(("knowledge", "cases"), [(KNOWLEDGE, 300), (PLANTS, 60)], ids=["feet", "plants"])
def test_the_translation_is_the_engine(knowledge, cases):
    """The same urgency on random cases; and no real case falls outside of what is proved."""
    rng, seen = random.Random(1), set()
    prover, consult = Prover(knowledge), Consultant(knowledge).consult
    for _ in range(cases):
        real = consult(random_case(knowledge.vocabulary, rng))
        assert prover.urgency(real) == real.urgency, real.answers
        seen.add(real.urgency)
    assert seen == ({"calm", "urgent"} if knowledge is PLANTS else {"self_care", "clinician", "urgent", "emergency"})


def test_the_translation_notices_what_the_engine_does_not_do():
    """The check above is worth something: with other rules in the translation it fails."""
    prover, consult = Prover(without("bones.no_weight")), Consultant(KNOWLEDGE).consult
    real = consult({"pain.weight_bearing": "impossible"})
    assert (prover.urgency(real), real.urgency) == ("self_care", "urgent")


def test_a_case_outside_of_the_space_is_an_error():
    real = Consultant(KNOWLEDGE).consult({"pain.location": ("toes",)})
    impossible = replace(real, answers={"pain.weight_bearing": "flying"})
    with pytest.raises(ProofError, match="leaves out"):
        Prover(KNOWLEDGE).urgency(impossible)


def test_another_base_is_proved_too():
    rotten = Demand("smell", ({"plant.smell": ("yes",)},), "urgent")
    soaked = Demand("soaked", ({"pot.soil": ("soaked",)},), "advisable")
    found = {verdict.name: verdict for verdict in Prover(PLANTS, [rotten, soaked]).verdicts()}
    assert [name for name, verdict in found.items() if not verdict.holds] == ["1 soaked"]
    assert found["1 soaked"].counterexample.case == {"pot.soil": "soaked"}


def test_without_the_solver_there_is_a_clear_error(monkeypatch):
    monkeypatch.setitem(sys.modules, "z3", None)
    with pytest.raises(ProofError, match="pip install z3-solver"):
        Prover(KNOWLEDGE)


# -- seeded faults ---------------------------------------------------------------------------------------------------


def with_rules(change):
    """The base with every rule as `change` makes it; without those that it makes None."""
    rules = [changed for rule in KNOWLEDGE.rules if (changed := change(rule)) is not None]
    assert rules != list(KNOWLEDGE.rules)
    return replace(KNOWLEDGE, rules=rules)


def without(*names):
    return with_rules(lambda rule: None if rule.name in names else rule)


def remade(rule, *conditions, urgency=None):
    """An alert with other conditions or another urgency."""
    changed = Alerts(
        *conditions, alert=rule.remark, urgency=urgency or rule.urgency, because=rule.because,
        claims=" ".join(rule.claims), source=rule.source,
    )  # fmt: skip
    changed.name = rule.name
    return changed


def only_if(name, *more):
    """The alert fires only if this is met as well."""
    return with_rules(lambda rule: remade(rule, *rule, *more) if rule.name == name else rule)


def instead(name, *conditions):
    return with_rules(lambda rule: remade(rule, *conditions) if rule.name == name else rule)


def milder(name, urgency):
    return with_rules(lambda rule: remade(rule, *rule, urgency=urgency) if rule.name == name else rule)


def with_alert(*conditions, urgency):
    """One more alert."""
    alert = remade(KNOWLEDGE.rule("bones.severe"), *conditions, urgency=urgency)
    alert.name = "seeded.alert"
    return replace(KNOWLEDGE, rules=(*KNOWLEDGE.rules, alert))


SIX_WEEKS = Interpretation("six weeks", Fraction(6), "6 weeks", "seeded")
TENTH = Interpretation("tenth", Fraction(10), "10 percent", "seeded")

#: What was done to the base, how, and the properties that must fail by it, among others.
FAULTS = {
    "alert removed": (without("nerve_and_blood.foot_drop"), "1 row 12", "1 flag signs.foot_drop=yes"),
    "alert of one table row removed": (without("tendon_and_calf.antibiotic"), "1 row 16"),
    "urgency lowered": (milder("clots.swollen_calf", "clinician"), "1 row 7"),
    "emergency lowered": (milder("infection.hot_and_spreading", "urgent"), "1 row 8, graver"),
    "switched off by a no": (only_if("infection.feverish", Signs(injury="no")), "1 flag signs.fever=yes"),
    "fires only when fever is known to be no": (only_if("infection.hot_skin", Signs(fever="no")), "1 row 8"),
    "switched off by another value": (
        only_if("bones.risky_bone", Signs(tender_bone=none_of("outer_ankle_bone"))),
        "2 signs.tender_bone", "1 row 14", "1 flag signs.tender_bone=inner_midfoot",
    ),
    "switched off by another flag": (
        only_if("nerve_and_blood.foot_drop", Signs(numbness="no")), "2 signs.numbness", "1 row 12",
    ),
    "denying lowers an unlisted alert": (
        with_alert(Pain(quality="burning"), Signs(breathless="no"), Signs(numbness="yes"), urgency="emergency"),
        "2 signs.breathless",
    ),
    "depends on the place": (
        only_if("clots.swollen_calf", Pain(location=one_of("calf", "achilles"))), "1 row 7",
    ),
    "wants some pain": (only_if("diabetes.any_pain", Pain(location="heel")), "1 flag runner.diabetes=yes", "1 row 11"),
    "wrong value": (
        instead("after_an_injury.ankle_bone", Found("injury"), Signs(tender_bone=one_of("metatarsal", "heel_bone"))),
        "1 row 1",
    ),
    "one value forgotten": (
        instead("bones.sore_bone", Signs(tender_bone=one_of("outer_ankle_bone", "heel_bone"))),
        "1 flag signs.tender_bone=metatarsal",
    ),
    "row weakened": (
        only_if("tendon_and_calf.achilles_no_rise", Pain(location="achilles")), "1 row 5",
    ),
    "a rolled ankle is no injury": (without("injury.rolled"), "1 row 1", "1 row 2", "1 row 3", "1 row 4", "1 row 6"),
    "only a rolled ankle is an injury": (without("injury.told"), "1 row 1", "1 row 4"),
    "a longer wait": (only_if("home_care_in_vain.two_weeks", Pain(weeks=at_least(SIX_WEEKS))), "1 row 19, two weeks"),
    "a remedy forgotten": (without("home_care.iced"), "1 row 19, two weeks"),
    "a crack only where it is very likely": (
        instead("from_causes.possible_crack", Concluded(STRESS_FRACTURE, "very likely")), "1 rows 15 and 35",
    ),
    "a cause lowers again": (
        with_alert(Concluded(STRESS_FRACTURE), Signs(tender_bone="metatarsal"), urgency="urgent"),
        "3 raised flags", "3 all answers about flags",
    ),
    "a flag speaks against a cause that alarms": (
        with_alert(Concluded(STRESS_FRACTURE, "likely"), urgency="urgent"), "2 signs.numbness",
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_seeded_fault_is_found_and_the_engine_confirms_it(fault):
    knowledge, *expected = FAULTS[fault]
    found = verdicts(knowledge)
    failing = {name: verdict.counterexample for name, verdict in found.items() if not verdict.holds}
    assert set(expected) <= set(failing)
    consult, sound = Consultant(knowledge).consult, Consultant(KNOWLEDGE).consult
    for name, counterexample in failing.items():
        assert counterexample.confirmed, f"{name}: {counterexample}"
        assert grave(consult(counterexample.case).urgency) < grave(counterexample.floor), name
        assert "below" in str(counterexample)
        if name.startswith("1"):  # it is the fault that does it
            assert grave(sound(counterexample.case).urgency) >= grave(counterexample.floor), name


def test_the_case_that_is_named_is_small_and_readable():
    (verdict,) = [one for one in Prover(FAULTS["switched off by a no"][0], SINGLE_DEMANDS).demanded() if not one.holds]
    assert str(verdict.counterexample) == "{signs.fever: yes} is self_care, below clinician"
    found = verdicts(FAULTS["switched off by another flag"][0], ())["2 signs.numbness"].counterexample
    assert found.part == {"signs.foot_drop": "yes", "signs.numbness": "no"}
    assert found.case == {"signs.foot_drop": "yes", "signs.numbness": "yes"}


def test_what_the_translation_cannot_decide_is_not_claimed():
    """An alert on a computed number, which is any number in the translation: not proved, and the case says why."""
    knowledge = with_alert(Training(mileage_rise=above(TENTH)), urgency="clinician")
    (verdict,) = [one for one in Prover(knowledge, (), FLAGS).unlowered() if not one.holds]
    assert verdict.name == "3 any part"
    assert verdict.counterexample.confirmed or "does not confirm" in str(verdict.counterexample)
