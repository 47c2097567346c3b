"""No advice that harms: what a text asks for it says, and nothing that some answer forbids is advised.

``HARMS`` is read here as a specification: its conditions are tried on the answers themselves, not on the rules that
were made of it.
"""

from __future__ import annotations

import pytest
from shared import CONSULTANT, READER, for_each
from test_red_flags import SINGLE

from expert.conditions import atom_of
from expert.fields import Many
from expert.lints import unnamed
from expert.rules import Advises, Guides, Withholds
from kb.book import KNOWLEDGE
from kb.contraindications import HARMS, TRIED, Forbidden
from kb.measures import MEASURES

VOCABULARY = KNOWLEDGE.vocabulary

# -- the table and the texts -----------------------------------------------------------------------------------------


def test_every_measure_can_be_forbidden_and_every_harm_is_a_rule():
    assert {harm.measure for harm in HARMS} == set(MEASURES)
    assert len({(harm.measure, harm.name) for harm in HARMS}) == len(HARMS)
    rules = {rule.name: rule for rule in Forbidden.rules}
    assert {f"forbidden.{harm.measure}_{harm.name}" for harm in HARMS} == set(rules)
    for harm in HARMS:
        rule = rules[f"forbidden.{harm.measure}_{harm.name}"]
        assert isinstance(rule, Withholds) and rule.measure == harm.measure
        assert rule.atoms == tuple(atom_of(pattern) for pattern in harm.conditions)


def test_a_harm_is_never_a_denial():
    for harm in HARMS:
        for atom in map(atom_of, harm.conditions):
            assert not atom.test.excludes and "no" not in atom.test.values, harm


SPOKEN = sorted(
    {rule.remark for kind in (Advises, Guides) for rule in KNOWLEDGE.of(kind)}, key=lambda remark: remark.id
)


def test_a_text_asks_for_nothing_that_it_does_not_name():
    assert {problem.key for problem in unnamed(KNOWLEDGE)} == {
        key for key in KNOWLEDGE.accepted if key.startswith("unnamed:")
    }


def test_what_protects_loads_nothing():
    for remark in SPOKEN:
        assert not (remark.protects and set(remark.measures) - {"compression"}), remark


def test_bone_is_protected_however_long_it_takes():
    assert all(not remark.protects for remark in TRIED) and len(TRIED) > 15
    assert "tried_in_vain.advice_time_to_heal" not in KNOWLEDGE.position


# -- the ten causes beside every flag --------------------------------------------------------------------------------

#: A runner with each cause, as typical as can be.
TYPICAL = {
    "mileage_increase": {"training": {"weekly_before": "20 mi", "weekly_now": "35 mi", "lots_of_running": True}},
    "overpronation": {"foot": {"roll": "exaggerated"}, "shoes": {"worn": True}, "pain": {"location": ["arch"]}},
    "weak_muscles": {"body": {"weak_legs": True, "weak_hips": True, "weak_core": True, "hip_drop": True}},
    "plantar_fasciitis": {
        "foot": {"arch": "flat", "tight_calves": True},
        "pain": {"location": ["arch", "heel"], "quality": ["stabbing"], "worst": ["morning"], "with_activity": "eases"},
    },
    "bunions": {
        "pain": {"location": ["big_toe_joint"]}, "signs": {"toe_joint_bump": True}, "shoes": {"toe_box": "narrow"},
    },
    "achilles_tendonitis": {
        "runner": {"age": 45}, "training": {"lots_of_running": True}, "shoes": {"hard_heel": True},
        "pain": {"location": ["achilles"], "worst": ["morning"], "onset": "gradual", "achilles_part": "middle"},
    },
    "stress_fracture": {
        "training": {"weekly_before": "20 mi", "weekly_now": "35 mi"},
        "pain": {"location": ["top_of_foot"], "one_spot": True, "with_activity": "worsens", "worst": ["walking"]},
    },
    "athletes_foot": {
        "socks": {"material": "cotton", "damp": True}, "pain": {"location": ["between_toes"], "quality": ["itching"]},
        "signs": {"itching_toes": True, "skin": ["peeling"]},
    },
    "ankle_sprain": {
        "pain": {"location": ["ankle_outer"], "weight_bearing": "slight", "onset": "sudden"},
        "signs": {"rolled_ankle": "inward", "swelling": True},
    },
    "extensor_tendonitis": {
        "shoes": {"tight_on_top": True}, "training": {"lots_of_running": True},
        "pain": {"location": ["top_of_foot"], "with_activity": "eases"},
    },
}  # fmt: skip

#: What forbids something beside the single red flags.
MORE = {
    ("runner.age", 10), ("runner.age", 70), ("runner.pregnant", "yes"), ("runner.nsaid_risk", "yes"),
    ("runner.heart_or_artery", "yes"), ("signs.injury", "yes"), ("pain.weight_bearing", "severe"),
    ("pain.limp", "yes"), ("pain.running", "not_at_all"), ("pain.achilles_part", "low"), ("pain.one_spot", "yes"),
    ("signs.colour", "blue"), ("signs.frozen", "yes"), ("pain.on_movement", "light_touch"), ("seen.xray", "broken"),
    ("pain.trend", "worse_fast"), ("pain.weeks", 8),
}  # fmt: skip
ALL_FLAGS = sorted({*SINGLE, *MORE}, key=str)


def typical(cause, flag=None, value=None):
    """What follows for the runner with this cause, and with one more answer."""
    answers = dict(READER.read_mapping(TYPICAL[cause]).answers)
    if flag is not None:
        field = VOCABULARY.asked[flag]
        listed = [*answers.get(flag, ()), value] if isinstance(field, Many) else value
        answers[flag] = field.read(listed)
    return CONSULTANT.consult(answers)


def holds(found, harm):
    """Whether the conditions of a harm hold in a case, by its answers, findings and conclusions."""
    return all(met(found, atom) for atom in map(atom_of, harm.conditions))


def met(found, atom):
    if atom.kind == "finding":
        return atom.key in found.finders
    if atom.kind == "conclusion":
        return found.conclusion(atom.key) is not None
    return any(atom.test(value) for value in VOCABULARY.asked[atom.key].known(found.answers))


def harmful(found):
    """What a case is told to do, and must not."""
    told = [(one.remark, harm) for one in (*found.recommendations, *found.guidance) for harm in HARMS
            if harm.measure in one.remark.measures and holds(found, harm)]  # fmt: skip
    return [f"{remark.id}: {harm.measure} with {harm.name}" for remark, harm in told]


@pytest.mark.parametrize("cause", TYPICAL)
def test_a_typical_case_is_concluded_and_advised(cause):
    found = typical(cause)
    assert found.conclusion(cause) is not None and harmful(found) == []
    assert found.recommendations


@pytest.mark.parametrize("cause", TYPICAL)
@for_each(("flag", "value"), ALL_FLAGS)
def test_no_advice_that_a_flag_forbids(cause, flag, value):
    found = typical(cause, flag, value)
    assert harmful(found) == []
    grave = found.urgency in ("urgent", "emergency")
    left = [one.remark for one in (*found.recommendations, *found.guidance)]
    assert not grave or all(remark.protects for remark in left)
    assert len({remark.care for remark in left if remark.care}) <= 1
    if found.conclusion("stress_fracture") is not None:
        assert found.urgency != "self_care" and not any("running" in remark.measures for remark in left)


def test_the_table_is_worth_something():
    """Without what is forbidden, many of these cases would be told to do it."""
    asked = {measure for remark in SPOKEN for measure in remark.measures}
    assert asked >= {"ice", "rolling", "stretching", "loading", "massage", "nsaids", "running", "walking", "skin_care"}
    taken = [one for cause in TYPICAL for told in ALL_FLAGS for one in typical(cause, *told).withheld]
    by_harm = {firing.rule.name for one in taken for firing in one.firings}
    assert len([name for name in by_harm if name.startswith("forbidden.")]) > 60


# -- what was tried ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("outcome", ["same", "worse", "better_then_back"])
@for_each("remark", TRIED, lambda remark: remark.id)
def test_what_was_tried_in_vain_is_not_advised_again(remark, outcome):
    answers = {remedy: outcome for remedy in remark.remedies}
    for cause in TYPICAL:
        found = CONSULTANT.consult({**typical(cause).answers, **answers})
        assert remark not in [one.remark for one in found.recommendations], cause
