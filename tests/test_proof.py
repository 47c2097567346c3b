"""What must hold for every possible case is proved, of urgency and of advice, and the proof notices seeded faults.

The fourth property, that the order of answers and of rules changes nothing, holds in the translation by construction;
the real engine is tested for it in ``test_engine.py`` (``test_the_order_of_answers_does_not_show``,
``test_the_order_of_rules_does_not_show``).
"""

from __future__ import annotations

import random
import re
import sys
from dataclasses import replace
from fractions import Fraction
from functools import wraps

import pytest
from houseplants import PLANTS, Plant, Pot
from shared import LONG, part_of
from test_contraindications import SPOKEN
from test_red_flags import FLAGS, NARROWED, SINGLE_DEMANDS, TABLE, grave

from expert.conditions import Concluded, Found, Interpretation, above, at_least, atom_of, none_of, one_of
from expert.consultation import Consultant
from expert.examining.proof import Demand, Harm, Limits, Never, ProofError, Prover
from expert.examining.properties import holds, meets, standing
from expert.fields import Choice, Distance, Many
from expert.rules import Advises, Alerts, Guides, Opposes, Withholds
from expert.urgency import Ladder
from kb.book import KNOWLEDGE
from kb.causes import STRESS_FRACTURE
from kb.contraindications import HARMS
from kb.fields import Pain, Runner, Signs, Training
from kb.measures import MEASURES

DEMANDS = (*SINGLE_DEMANDS, *TABLE)

# What advice is held against. The harms are the base's table, but not the rules that were made of it. What a remark
# asks for is not only what it says itself: its words betray it. How careful it is, and what a crack forbids, is written
# down here once more.

CARES = {
    "protect_bone": "time_to_heal weight_off weight_as_pain_allows keep_fit_without_impact no_running bone_steps "
    "bone_later_runs",
    "rest": "rest_tendon rest_and_rehab rest_and_ice not_while_it_hurts_to_stand not_while_it_hurts_so_much "
    "run_tendon_by_the_pain pause_then_loose not_while_limping "
    "not_one_of_the_ten_feet_that_are_sore_from_one_long_effort",
    "less_load": "run_less keep_ten_percent_rule not_one_of_the_ten_a_sore_tendon_at_the_inner_ankle "
    "not_one_of_the_ten_a_growing_heel run_shorter run_by_the_pain",
    "keep_using": "use_the_ankle run_as_you_are run_between_exercises run_with_room run_dry no_pause",
}
CRACK = Never("possible crack", {"stress_fracture": ("possible",)}, "clinician", ("running",), "protect_bone")
#: Who answers "may I run" and does not protect lets one run.
LETS_RUN = {rule.remark.id for rule in KNOWLEDGE.of(Guides) if rule.about == "running" and not rule.remark.protects}


def asked(remark):
    """What a remark asks for, by its words and by what it answers."""
    text = remark.text.lower()
    betraying = {
        name
        for name, measure in MEASURES.items()
        if any(re.search(rf"\b{re.escape(word)}", text) for word in measure.words)
    }
    if f"unnamed:{remark.id}" in KNOWLEDGE.accepted:  # it names the measure and does not ask for it
        betraying &= set(remark.measures)
    return betraying | ({"running"} if remark.id in LETS_RUN else set())


LIMITS = Limits(
    harms=tuple(Harm(harm.name, harm.measure, tuple(map(atom_of, harm.conditions))) for harm in HARMS),
    nevers=(CRACK,),
    grave=("urgent", "emergency"),
    loads=("rolling", "stretching", "loading", "massage", "running", "walking", "insertion_stretch"),
    asks={one.id: asked(one) for one in SPOKEN if not one.protects},
    cares={care: tuple(remarks.split()) for care, remarks in CARES.items()},
)

#: The properties, by the number that their names begin with.
PROPERTIES = {
    "1": Prover.demanded, "2": Prover.raised, "3": Prover.unlowered,
    "5": Prover.harmless, "6": Prover.protected, "7": Prover.agreeing, "8": Prover.nevers,
}  # fmt: skip


def verdicts(knowledge, demands=DEMANDS, numbers="1235678", limits=LIMITS):
    prover = Prover(knowledge, demands, FLAGS, limits)
    return {verdict.name: verdict for number in numbers for verdict in PROPERTIES[number](prover)}


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
        *(f"5 {harm.measure}, {harm.name}" for harm in HARMS), "6 urgent", "6 emergency",
        "7 protect_bone and rest", "7 protect_bone and less_load", "7 protect_bone and keep_using",
        "7 rest and less_load", "7 rest and keep_using", "7 less_load and keep_using",
        "8 possible crack, urgency", "8 possible crack, advice",
    }  # fmt: skip
    assert {verdict.name: verdict for verdict in Prover(PLANTS, limits=Limits()).verdicts()}.keys() >= {"3 any part"}
    assert len(TABLE) >= 60 and len(SINGLE_DEMANDS) == 27 and len(HARMS) > 100


def test_whatever_is_concluded_of_a_cause(proved):
    """Only what a flag does to a cause must be weighed: that it takes no crack back."""
    weighed = {name for name, verdict in proved.items() if verdict.conclusions != "free"}
    assert {name[0] for name in weighed} == {"2"} and weighed < set(proved)
    assert {proved[name].conclusions for name in weighed} == {"weighed"}


def test_what_each_remark_allows_is_what_is_written_here():
    """A new remark that allows some load, or forbids it, belongs into the table above."""
    said = {care: {one.id for one in SPOKEN if one.care == care} for care in KNOWLEDGE.cares}
    assert said == {care: set(remarks) for care, remarks in LIMITS.cares.items()}


@pytest.mark.parametrize("demand", NARROWED, ids=lambda demand: demand.name)
def test_where_the_base_does_less_than_its_table(demand):
    """Known, and answered by an appointment at least."""
    (verdict,) = Prover(KNOWLEDGE, [demand]).demanded()
    assert verdict.counterexample.confirmed and verdict.counterexample.urgency == "clinician"
    (verdict,) = Prover(KNOWLEDGE, [replace(demand, least="clinician")]).demanded()
    assert verdict.holds


def test_the_other_half_of_the_fourth_property_is_tested_elsewhere():
    import test_engine

    assert test_engine.test_the_order_of_answers_does_not_show and test_engine.test_the_order_of_rules_does_not_show


TOO_MUCH = (
    Demand("a swollen calf is seen at once", ({"signs.calf_swelling": ("yes",)},), "urgent", "now"),
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
    assert demand.within or grave(Consultant(KNOWLEDGE).consult(found.case).urgency) < grave(demand.least)
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
            number = rng.choice((field.least, 1.5, 2, 6, 8, 10, 10.1, 15, 16, 30, 40, 50, 60, 65))
            answers[key] = field.read(min(max(field.least, number), field.most))
    return answers


@pytest.mark.parametrize(
    ("knowledge", "cases"), [(KNOWLEDGE, 150 if LONG else 60), (PLANTS, 60)], ids=["feet", "plants"]
)
def test_the_translation_is_the_engine(knowledge, cases):
    """The same urgency on random cases; and no real case falls outside of what is proved."""
    rng, seen = random.Random(1), set()
    prover, consult = Prover(knowledge), Consultant(knowledge).consult
    for _ in range(cases):
        real = consult(random_case(knowledge.vocabulary, rng))
        assert prover.urgency(real) == real.urgency, real.answers
        assert prover.told(real) == set(standing(real)), real.answers
        seen.add(real.urgency)
    assert seen == ({"calm", "urgent"} if knowledge is PLANTS else {"self_care", "clinician", "urgent", "emergency"})


def test_the_translation_notices_what_the_engine_does_not_do():
    """The check above is worth something: with other rules in the translation it fails."""
    prover, consult = Prover(without("bones.no_weight")()), Consultant(KNOWLEDGE).consult
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


def test_the_advice_of_another_base_is_proved_too():
    """Wet soil makes thirst unlikely, which must be weighed; that it got too much water does not."""
    limits = Limits(
        harms=(
            Harm("soaked", "watering", (atom_of(Pot(soil="soaked")),)),
            Harm("cactus", "watering", (atom_of(Plant(kind="cactus")),)),
            Harm("cactus", "drying", (atom_of(Plant(kind="cactus")),)),
        ),
        nevers=(Never("drowning", {"drowning": ("possible",)}, "urgent", ("drying",)),),
        grave=("urgent",), asks={"water": ("watering",), "dry_out": ("drying",)},
    )  # fmt: skip
    found = {verdict.name: verdict for verdict in Prover(PLANTS, limits=limits).verdicts()}
    failing = {name: verdict.counterexample for name, verdict in found.items() if not verdict.holds}
    assert set(failing) == {"5 watering, cactus", "8 drowning, urgency", "8 drowning, advice"}
    assert all(counterexample.confirmed for counterexample in failing.values())
    assert failing["5 watering, cactus"].told == ("water",)
    assert str(failing["5 watering, cactus"]).endswith("is calm and told water")
    assert {found[name].conclusions for name in ("5 watering, soaked", "6 urgent")} == {"weighed", "free"}


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


def later(make):
    """Makes a base where it is asked for: most tests look at few of them."""

    @wraps(make)
    def asked(*given, **more):
        return lambda: make(*given, **more)

    return asked


changed = later(with_rules)


@later
def without(*names):
    return with_rules(lambda rule: None if rule.name in names else rule)


def remade(rule, *conditions, urgency=None, within=None):
    """An alert with other conditions, another urgency or another deadline."""
    if within is None and urgency is None:
        within = rule.within
    changed = Alerts(
        *conditions, alert=rule.remark, urgency=urgency or rule.urgency, within=within or "", because=rule.because,
        claims=" ".join(rule.claims), source=rule.source,
    )  # fmt: skip
    changed.name = rule.name
    return changed


@later
def only_if(name, *more):
    """The alert fires only if this is met as well."""
    return with_rules(lambda rule: remade(rule, *rule, *more) if rule.name == name else rule)


@later
def instead(name, *conditions):
    return with_rules(lambda rule: remade(rule, *conditions) if rule.name == name else rule)


@later
def milder(name, urgency):
    return with_rules(lambda rule: remade(rule, *rule, urgency=urgency) if rule.name == name else rule)


def with_rule(rule):
    rule.name = "seeded.rule"
    return replace(KNOWLEDGE, rules=(*KNOWLEDGE.rules, rule))


@later
def with_alert(*conditions, urgency):
    """One more alert."""
    alert = remade(KNOWLEDGE.rule("bones.severe"), *conditions, urgency=urgency)
    alert.name = "seeded.alert"
    return replace(KNOWLEDGE, rules=(*KNOWLEDGE.rules, alert))


def again(rule, conditions, remark):
    """A rule of advice with other conditions and another remark."""
    said = {"because": rule.because, "claims": " ".join(rule.claims), "source": rule.source}
    if isinstance(rule, Withholds):
        changed = Withholds(*conditions, advice=remark, measure=rule.measure, **said)
    elif isinstance(rule, Guides):
        changed = Guides(*conditions, guidance=remark, about=rule.about, cause=rule.cause, **said)
    else:
        changed = Advises(*conditions, advice=remark, cause=rule.cause, stage=rule.stage, **said)
    changed.name = rule.name
    return changed


@later
def with_remark(name, **changes):
    """The base with this remark changed, in whatever rule."""

    def change(rule):
        if rule.remark is None or rule.remark.id != name or rule.urgency:
            return rule
        return again(rule, rule, replace(rule.remark, **changes))

    return with_rules(change)


@later
def taken_back_only_if(name, *more):
    return with_rules(lambda rule: again(rule, (*rule, *more), rule.remark) if rule.name == name else rule)


@later
def speaking_against(*conditions):
    """One more piece of evidence against a stress fracture."""
    source = KNOWLEDGE.rule("bones.severe").source
    return with_rule(Opposes(*conditions, cause=STRESS_FRACTURE, hedge="strongly", because="seeded", source=source))


SIX_WEEKS = Interpretation("six weeks", Fraction(6), "6 weeks", "seeded")
SEVENTY = Interpretation("seventy", Fraction(70), "70 years", "seeded")
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
        changed(lambda rule: remade(rule, Concluded(STRESS_FRACTURE, "very likely"))
                   if rule.name in ("from_causes.possible_crack", "stress_fracture.specialist_alert") else rule),
        "1 rows 15 and 35", "8 possible crack, urgency",
    ),
    "a cause lowers again": (
        with_alert(Concluded(STRESS_FRACTURE), Signs(tender_bone="metatarsal"), urgency="urgent"),
        "3 raised flags", "3 all answers about flags",
    ),
    "a flag speaks against a cause that alarms": (
        speaking_against(Signs(numbness="yes")), "2 signs.numbness",
    ),
    "seen too late": (
        changed(lambda rule: remade(rule, *rule, within="two_days") if rule.urgency == "urgent" else rule),
        "1 row 7", "1 row 8", "1 row 33",
    ),
    "only older children": (
        instead("children.limps", Runner(age=at_least(TENTH)), Pain(limp="yes")), "1 row 34",
    ),
    # Of advice.
    "a harm forgotten": (without("forbidden.ice_diabetes"), "5 ice, diabetes"),
    "a harm forgotten of several": (without("forbidden.walking_pop"), "5 walking, pop"),
    "a harm only by day": (
        taken_back_only_if("forbidden.nsaids_risk", Runner(diabetes="no")), "5 nsaids, risk",
    ),
    "a harm by another number": (
        changed(lambda rule: again(rule, (Runner(age=at_least(SEVENTY)),), None)
                   if rule.name == "forbidden.nsaids_age" else rule), "5 nsaids, age",
    ),
    "a harm that only a known place brings": (
        taken_back_only_if("forbidden.rolling_numb", Pain(location="sole")), "5 rolling, numb",
    ),
    "a measure left out": (with_remark("run_shorter", measures=()), "5 running, numb"),
    "a measure left out of several": (with_remark("rest_tendon", measures=("ice",)), "5 massage, pop"),
    "another remedy without its measure": (with_remark("use_the_ankle", measures=()), "5 walking, pop"),
    "a remedy that protects": (with_remark("load_tendon", protects=True), "6 urgent", "6 emergency"),
    "running protects": (with_remark("run_shorter", protects=True), "6 urgent"),
    "what is urgent is not grave": (
        lambda: replace(KNOWLEDGE, urgencies=Ladder(tuple(replace(one, grave=one.name == "emergency") for one in
                                                  KNOWLEDGE.urgencies))), "6 urgent",
    ),
    "care given away": (with_remark("rest_and_rehab", care=""), "7 rest and keep_using"),
    "too careless": (with_remark("rest_tendon", care="less_load"), "7 rest and less_load"),
    "the ladder of care upside down": (
        lambda: replace(KNOWLEDGE, cares=KNOWLEDGE.cares[::-1]), "8 possible crack, advice",
    ),
    "no alert on a possible crack": (
        without("from_causes.possible_crack", "stress_fracture.specialist_alert"), "8 possible crack, urgency",
    ),
    "nothing forbidden with a crack": (
        without(*(rule.name for rule in KNOWLEDGE.of(Withholds)
                  if any(one.kind == "conclusion" for one in rule.atoms))),
        "8 possible crack, advice", "5 running, crack", "5 nsaids, crack",
    ),
    "bone is not the most careful": (
        changed(lambda rule: again(rule, rule, replace(rule.remark, care=""))
                   if not rule.urgency and rule.remark and rule.remark.care == "protect_bone" else rule),
        "8 possible crack, advice",
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", part_of(FAULTS, 6))
def test_a_seeded_fault_is_found_and_the_engine_confirms_it(fault):
    make, *expected = FAULTS[fault]
    knowledge = make()
    harms = tuple(one for one in LIMITS.harms if f"5 {one.measure}, {one.name}" in expected)
    numbers = sorted({name[0] for name in expected})
    found = verdicts(knowledge, numbers=numbers, limits=replace(LIMITS, harms=harms))
    failing = {name: verdict.counterexample for name, verdict in found.items() if not verdict.holds}
    assert set(expected) <= set(failing)
    consult, sound = Consultant(knowledge).consult, Consultant(KNOWLEDGE).consult
    for name, counterexample in failing.items():
        assert counterexample.confirmed, f"{name}: {counterexample}"
        if counterexample.told:
            judged_as_advice(name, counterexample, consult(counterexample.case), sound(counterexample.case))
        else:
            judged_as_urgency(name, counterexample, consult(counterexample.case), sound(counterexample.case))


def judged_as_urgency(name, counterexample, faulty, sound):
    """It is milder, or later; and it is the fault that does it."""
    assert "below" in str(counterexample)
    assert below(faulty, counterexample), name
    assert not name.startswith(("1", "8")) or not below(sound, counterexample), name


def below(found, counterexample):
    later = counterexample.floor_within
    return grave(found.urgency) < grave(counterexample.floor) or (
        bool(later) and (not found.within or KNOWLEDGE.deadlines.graver(later, found.within))
    )


def judged_as_advice(name, counterexample, faulty, sound):
    """It stands where it must not; and it is the fault that does it."""
    assert set(counterexample.told) <= set(standing(faulty)), name
    assert f"told {counterexample.told[0]}" in str(counterexample)
    kept = {id: remark for id, remark in standing(sound).items() if id in counterexample.told}
    if name.startswith("5"):
        (harm,) = [one for one in LIMITS.harms if name == f"5 {one.measure}, {one.name}"]
        assert meets(faulty, harm.conditions) and meets(sound, harm.conditions) and not kept
    elif name.startswith("6"):
        assert faulty.urgency in LIMITS.grave and sound.urgency in LIMITS.grave and not kept
    elif name.startswith("7"):
        assert len({LIMITS.care(remark) for remark in kept.values()}) <= 1
    else:
        assert holds(CRACK.given, faulty) and not kept


def test_the_case_that_is_named_is_small_and_readable():
    (verdict,) = [
        one for one in Prover(FAULTS["switched off by a no"][0](), SINGLE_DEMANDS).demanded() if not one.holds
    ]
    assert str(verdict.counterexample) == "{signs.fever: yes} is self_care, below clinician"
    found = verdicts(FAULTS["switched off by another flag"][0](), (), "2")["2 signs.numbness"].counterexample
    assert found.part == {"signs.foot_drop": "yes", "signs.numbness": "no"}
    assert found.case == {"signs.foot_drop": "yes", "signs.numbness": "yes"}


def test_the_case_of_harm_names_what_is_told():
    limits = replace(LIMITS, harms=[one for one in LIMITS.harms if one.name == "diabetes"])
    found = verdicts(FAULTS["a harm forgotten"][0](), (), "5", limits)["5 ice, diabetes"].counterexample
    assert len(found.case) <= 4 and found.case["runner.diabetes"] == "yes"
    assert str(found).endswith(f" is {found.urgency} and told {', '.join(found.told)}")
    row = [one for one in TABLE if one.name == "row 7"]
    due = verdicts(FAULTS["seen too late"][0](), row, "1")["1 row 7"].counterexample
    assert str(due) == "{signs.calf_swelling: yes} is urgent within two_days, below urgent within today"


def test_what_the_translation_cannot_decide_is_not_claimed(monkeypatch):
    """An alert on a computed number, which is any number in the translation: not proved, and the case says why."""
    monkeypatch.setattr("expert.examining.proof._TRIES", 4)  # none of them helps
    knowledge = with_alert(Training(mileage_rise=above(TENTH)), urgency="clinician")()
    (verdict,) = [one for one in Prover(knowledge, (), FLAGS).unlowered() if not one.holds]
    assert verdict.name == "3 any part"
    assert verdict.counterexample.confirmed or "does not confirm" in str(verdict.counterexample)
