"""The table of red flags, written down by hand, through the real engine: alone and beside every other answer."""

from __future__ import annotations

import re

import pytest
from shared import ARTICLE_CONSULTANT, CONSULTANT, READER, part_of

from expert.examining.properties import AtMost, Demand
from expert.fields import Choice, Distance, Many
from expert.rules import Alerts
from kb.book import KNOWLEDGE
from kb.findings import FAILED, FIRST_REMEDIES

VOCABULARY = KNOWLEDGE.vocabulary

# -- the table -------------------------------------------------------------------------------------------------------
# From the table of red flags, not from the knowledge base: that is what the knowledge base is held against.

#: The single red flags, each with the least urgency that it must bring alone: its own row's, else "clinician".
SINGLE = {
    ("signs.pop", "yes"): "clinician",
    ("signs.cannot_rise_on_toes", "yes"): "clinician",
    ("signs.numbness", "yes"): "clinician",  # row 13
    ("signs.foot_drop", "yes"): "urgent",  # row 12
    ("signs.fever", "yes"): "clinician",
    ("signs.hot_red_skin", "yes"): "urgent",  # row 8
    ("signs.numbness_stays", "yes"): "clinician",  # row 36
    ("signs.spreading_redness", "yes"): "clinician",
    ("signs.open_wound", "yes"): "clinician",
    ("signs.puncture", "yes"): "urgent",  # row 30
    ("signs.pus", "yes"): "urgent",  # row 30
    ("signs.skin", "nail_stripe"): "clinician",  # row 26
    ("signs.lump", "yes"): "clinician",  # row 26
    ("signs.losing_weight", "yes"): "urgent",  # row 27
    ("signs.looks_deformed", "yes"): "clinician",
    ("signs.calf_swelling", "yes"): "urgent",  # row 7
    ("signs.pale_cold_foot", "yes"): "clinician",
    ("signs.breathless", "yes"): "clinician",
    ("runner.diabetes", "yes"): "clinician",  # row 11
    ("runner.quinolone", "yes"): "urgent",  # row 33
    ("signs.tender_bone", "outer_ankle_bone"): "clinician",
    ("signs.tender_bone", "inner_ankle_bone"): "urgent",  # row 35
    ("signs.tender_bone", "inner_midfoot"): "urgent",  # row 14
    ("signs.tender_bone", "outer_midfoot"): "urgent",  # row 14
    ("signs.tender_bone", "heel_bone"): "clinician",
    ("signs.tender_bone", "metatarsal"): "clinician",
    ("pain.weight_bearing", "impossible"): "urgent",  # row 1
}

YES = ("yes",)
ANKLE = ("ankle", "ankle_outer", "ankle_inner", "ankle_front")
INJURIES = ({"signs.injury": YES}, {"signs.rolled_ankle": ("inward", "outward", "yes")})
NOT_BETTER = ("same", "worse")


def signs(*names, **pain):
    """Answers: these signs, and these about the pain."""
    return {**{f"signs.{name}": YES for name in names}, **{f"pain.{name}": values for name, values in pain.items()}}


def injury(*ways):
    """Each of these, with every kind of injury."""
    return tuple({**kind, **way} for kind in INJURIES for way in ways)


def diabetes(*ways):
    """Each of these, with diabetes."""
    return tuple({"runner.diabetes": YES, **way} for way in ways)


def tried(outcomes, *remedies, **others):
    """Each of these remedies with one of these outcomes."""
    return tuple({f"tried.{remedy}": outcomes, **others} for remedy in remedies)


def out_of_proportion(*ways):
    """Each of these, with pain that no load explains."""
    kinds = {"pain.severity": 8, **signs(**REST)}, signs(trend=("worse_fast",))
    return tuple({**kind, **way} for kind in kinds for way in ways)


def artery(*ways):
    """Each of these, with pain after a distance and a reason to think of arteries."""
    reasons = {"runner.heart_or_artery": YES}, {"runner.diabetes": YES}, {"runner.age": 50}
    return tuple({**signs(with_distance=YES), **reason, **way} for reason in reasons for way in ways)


IMPOSSIBLE = {"weight_bearing": ("impossible",)}
SEVERE = {"weight_bearing": ("severe", "impossible")}
SUDDEN = {"onset": ("sudden",)}
ANY_PLACE = tuple(VOCABULARY.asked["pain.location"].values)
MIDFOOT_BONES = {"signs.tender_bone": ("inner_midfoot", "outer_midfoot")}
ANKLE_BONES = {"signs.tender_bone": ("outer_ankle_bone", "inner_ankle_bone")}
REST = {"worst": ("at_rest", "constant", "night")}
BACK = {"location": ("achilles", "heel", "calf")}
TENDON = {"location": ("achilles", "calf")}
NOT_THE_TOES = {"location": ("ankle", "midfoot", "heel", "ball_of_foot", "whole_foot")}
MIDFOOT = {"location": ("midfoot",)}
CHILD = {"runner.age": AtMost(15)}

TABLE = (
    Demand("row 1", injury({**signs(location=ANKLE), **ANKLE_BONES}, signs(location=ANKLE, **IMPOSSIBLE)),
           "emergency", "today"),
    Demand("row 1, no known injury", (signs(**IMPOSSIBLE),), "urgent"),
    Demand("row 2", injury({**signs(**MIDFOOT), **MIDFOOT_BONES}, signs(**MIDFOOT, **IMPOSSIBLE)),
           "emergency", "today"),
    Demand("row 3", injury(signs("looks_deformed"), signs("open_wound"), signs("pop", **SEVERE)), "emergency"),
    Demand("row 4", injury(signs("numbness"), signs("pale_cold_foot")), "emergency"),
    Demand("row 5", (signs("pop", **TENDON, **SUDDEN), signs("cannot_rise_on_toes", **BACK, **SUDDEN)), "emergency"),
    Demand("row 5, under the foot", (signs("pop", location=("heel", "arch", "sole")),), "urgent"),
    Demand("row 6", injury(signs("bruising", **MIDFOOT, **IMPOSSIBLE)), "emergency"),
    Demand("row 6b", (signs("bruising", **MIDFOOT, **SUDDEN),), "urgent"),
    Demand("row 7", (signs("calf_swelling"),), "urgent", "today"),
    Demand("row 7, breathless", (signs("calf_swelling", "breathless"),), "emergency", "now"),
    Demand("row 8", (signs("hot_red_skin"),), "urgent", "today"),
    Demand("row 8, graver", (signs("hot_red_skin", "fever"), signs("hot_red_skin", "spreading_redness")), "emergency"),
    Demand("row 9", (signs("hot_red_skin", "swelling", "fever", **SUDDEN),
                     signs("hot_red_skin", "swelling", **SUDDEN, **IMPOSSIBLE),
                     signs("hot_red_skin", "swelling", **SUDDEN, **SEVERE, **NOT_THE_TOES)), "emergency"),
    Demand("row 10", diabetes(signs("open_wound"), signs("hot_red_skin"), signs("swelling")), "urgent"),
    Demand("row 10, fever", diabetes(signs("open_wound", "fever"), signs("hot_red_skin", "fever"),
                                     signs("swelling", "fever")), "emergency"),
    Demand("row 11", diabetes(signs(location=ANY_PLACE)), "clinician"),
    Demand("row 12", (signs("foot_drop"),), "urgent"),
    Demand("row 10, redness", diabetes(signs("open_wound", "spreading_redness")), "emergency"),
    Demand("row 13", (signs("numbness"), signs("numbness_stays")), "clinician"),
    Demand("row 14", (MIDFOOT_BONES,), "urgent"),
    Demand("rows 15 and 35", ({"stress_fracture": ("possible",)},), "clinician"),
    Demand("row 16", ({**signs(location=("achilles",)), "runner.quinolone": YES},), "urgent", "today"),
    Demand("row 17", (signs("fever", worst=("night", "at_rest")),), "urgent"),
    Demand("row 18", tuple({"athletes_foot": ("possible",), **way} for way in (
        {"runner.diabetes": YES}, {"tried.antifungal": NOT_BETTER})), "clinician"),
    Demand("row 18, graver", tuple({"athletes_foot": ("possible",), **way} for way in (
        signs("fever"), signs("spreading_redness"))), "urgent"),
    Demand("row 19, severe", (signs(weight_bearing=("severe",)),), "clinician"),
    Demand("row 19, two weeks", tried(NOT_BETTER, "rest", "run_less", "ice", "calf_stretching", "nsaids", "new_shoes",
                                      **{"pain.weeks": 2}), "clinician"),
    Demand("last line", (signs("pale_cold_foot", **SUDDEN, **SEVERE), signs("numbness", **SUDDEN, **SEVERE)),
           "emergency"),
    Demand("row 3, crack or pop with severe pain, injury or not", (signs("pop", **SEVERE),), "emergency"),
    Demand("row 19, worse or back", tried(("worse", "better_then_back"), "rest", "ice", "nsaids"), "clinician"),
    Demand("row 19, two weeks of other home care", tried(
        NOT_BETTER, "frozen_bottle", "orthotics", "heel_wedges", "soft_heel_shoes", "wide_shoes", "massage", "brace",
        "taping", **{"pain.weeks": 2}), "clinician"),
    Demand("row 17, growing", (signs(trend=("worse", "worse_fast"), **REST),), "urgent"),
    Demand("row 20", ({"pain.weeks": 6},), "clinician", "weeks"),
    Demand("row 21", tried(NOT_BETTER, "physiotherapy", "injection"), "clinician", "weeks"),
    Demand("row 21, several", tuple({f"tried.{one}": NOT_BETTER, f"tried.{other}": NOT_BETTER} for one, other in (
        ("rest", "calf_stretching"), ("ice", "orthotics"), ("run_less", "nsaids"), ("massage", "new_shoes"))),
        "clinician"),
    Demand("row 22", (*out_of_proportion(signs("swelling", **NOT_THE_TOES)), *out_of_proportion(*INJURIES),
                      *out_of_proportion({"training.big_effort": YES})), "emergency", "now"),
    Demand("row 22, alone", out_of_proportion({}), "urgent"),
    Demand("row 23", ({**signs(location=("calf",)), "runner.clot_risk": YES},
                      {**signs(location=("calf",)), "runner.pregnant": YES}), "urgent", "today"),
    Demand("row 23, breathless", (signs("breathless", location=("calf",)),
                                  {**signs("breathless"), "runner.clot_risk": YES}), "emergency", "now"),
    Demand("row 24", artery({}), "urgent"),
    Demand("row 24, graver", artery(signs("pale_cold_foot"), {"signs.colour": ("blue", "white")}, signs(**REST)),
           "emergency"),
    Demand("row 24, younger", tuple(signs(one, with_distance=YES) for one in ("numbness", "foot_drop")), "clinician"),
    Demand("row 25", tuple({**signs("frozen"), **way} for way in (
        {"signs.colour": ("white", "blue")}, {"signs.skin": ("blister",)}, signs("numbness"))), "emergency", "today"),
    Demand("row 26", ({"signs.skin": ("nail_stripe",)}, signs("lump")), "clinician", "weeks"),
    Demand("row 27", ({**signs(**REST), "runner.cancer": YES}, {**MIDFOOT_BONES, "runner.cancer": YES},
                      signs("losing_weight"), signs(worst=("night",), weeks=3)), "urgent", "two_days"),
    Demand("row 28", tuple({**signs(on_movement=("light_touch",)), **way} for way in (
        {"signs.colour": ("red", "blue", "white")}, signs("swelling"), *INJURIES)), "urgent", "two_days"),
    Demand("row 29", (signs(elsewhere=YES, worst=("morning",)), signs(elsewhere=YES, quality=("stiff",)),
                      {**signs(worst=("morning",)), "runner.joint_disease": YES}), "clinician"),
    Demand("row 29, swollen lately", (signs("swelling", elsewhere=YES),), "clinician"),
    Demand("row 29, swollen", (signs("swelling", elsewhere=YES, weeks=3),
                               {**signs("swelling"), "runner.joint_disease": YES}), "urgent"),
    Demand("row 30", (signs("puncture"), signs("pus")), "urgent", "today"),
    Demand("row 30, graver", tuple({**signs(wound), **way} for wound in ("puncture", "pus") for way in (
        signs("fever"), signs("spreading_redness"), {"runner.diabetes": YES})), "emergency", "today"),
    Demand("row 31", injury(signs(one_spot=YES, location=("outer_edge", "midfoot", *ANKLE)),
                            signs("swelling", location=("heel",), **SEVERE)), "emergency", "today"),
    Demand("row 31, elsewhere", injury(signs(one_spot=YES, location=("top_of_foot", "heel"))), "urgent"),
    Demand("row 32", injury(signs(weight_bearing=("severe",))), "urgent", "today"),
    Demand("row 33", ({**signs(location=ANY_PLACE), "runner.quinolone": YES},), "urgent", "today"),
    Demand("row 34", tuple({**CHILD, **way} for way in (signs(limp=YES), signs(worst=("night",)))), "urgent"),
    Demand("row 34, graver", ({**CHILD, **signs("fever", **SEVERE)},), "emergency"),
    Demand("row 34, lasting", ({**CHILD, **signs(weeks=2)},), "clinician"),
    Demand("row 35, bones that heal badly", (
        {"stress_fracture": ("likely",), **signs(location=("midfoot", "outer_edge", "ankle_inner"))},
        *({"stress_fracture": ("possible",), f"runner.{one}": YES}
          for one in ("low_energy", "brittle_bones", "pregnant")),
    ), "urgent"),
    Demand("row 38", (signs("hot_red_skin", "open_wound", location=("big_toe_joint",)),
                      signs("hot_red_skin", "fever", location=("big_toe_joint",))), "emergency"),
    Demand("row 38, no fever", (signs("swelling", location=("big_toe_joint",), **SUDDEN, **SEVERE),),
           "urgent", "two_days"),
)  # fmt: skip

#: What the table's rows ask as well, and the base does not do, so that not everybody is alarmed. See `TABLE` for what
#: it does instead: an appointment, and more where something is added.
NARROWED = (
    Demand("row 27, constant for weeks", (signs(worst=("constant",), weeks=3),), "urgent"),
    Demand("row 29, swollen since however long", (signs("swelling", elsewhere=YES),), "urgent"),
    Demand("row 35, only possible", tuple(
        {"stress_fracture": ("possible",), **signs(location=(place,))}
        for place in ("midfoot", "outer_edge", "ankle_inner")
    ), "urgent"),
)  # fmt: skip

SINGLE_DEMANDS = tuple(
    Demand(f"flag {field}={value}", ({field: (value,)},), least) for (field, value), least in SINGLE.items()
)
#: The red flags as values by field.
FLAGS = {field: tuple(value for other, value in SINGLE if other == field) for field, _ in SINGLE}


# -- helpers ---------------------------------------------------------------------------------------------------------


def grave(urgency):
    return KNOWLEDGE.urgencies.rank(urgency)


def single_answers():
    """Every answer to one field: each value of a choice or list, the empty list, some numbers."""
    for key, field in VOCABULARY.asked.items():
        if isinstance(field, (Choice, Many)):
            raws = [*field.values, *([[]] if isinstance(field, Many) else [])]
        elif isinstance(field, Distance):
            raws = ["0 mi", "5 km", "41 mi", "600 mi"]
        else:
            raws = [raw for raw in (field.least, 2, 10, 45) if raw <= field.most]
        for raw in raws:
            yield key, field.read(raw)


ANSWERS = tuple(single_answers())


def beside(flag, value, key, answer):
    """A case with the flag and one more answer; None where the two are about one field that takes a single value."""
    field = VOCABULARY.asked[flag]
    if key != flag:
        return {flag: field.read(value), key: answer}
    return {flag: field.read([value, *answer])} if isinstance(field, Many) else None


def cases_of(way):
    """The cases that have just these answers, one of the values each; none where a cause must be concluded."""
    cases = [{}]
    for key, values in way.items():
        field = VOCABULARY.asked[key]
        if isinstance(values, tuple):
            raws = values
        else:
            raws = [values.limit, values.limit - 1] if isinstance(values, AtMost) else [values, values + 1]
        cases = [{**case, key: field.read(raw)} for case in cases for raw in raws]
    return cases


def from_answers(demand):
    return all("." in key for way in demand.ways for key in way)


# -- each red flag ---------------------------------------------------------------------------------------------------


def test_the_base_knows_the_same_red_flags():
    assert {flag.field: set(flag.values) for flag in KNOWLEDGE.red_flags} == {k: set(v) for k, v in FLAGS.items()}


@pytest.fixture(scope="module")
def floors(consult):
    """How grave each other answer is by itself."""
    return [grave(consult({key: answer}).urgency) for key, answer in ANSWERS]


@pytest.mark.parametrize(("flag", "value"), SINGLE)
def test_a_red_flag_alone_and_beside_every_other_answer(consult, floors, flag, value):
    """Neither lowers the other: the urgency of each alone is a floor for both together."""
    alone = consult({flag: VOCABULARY.asked[flag].read(value)})
    assert grave(alone.urgency) >= grave(SINGLE[flag, value]) >= grave("clinician")
    assert alone.alerts
    tried = 0
    for (key, answer), floor in zip(ANSWERS, floors, strict=True):
        case = beside(flag, value, key, answer)
        if case is not None:
            tried += 1
            both = grave(consult(case).urgency)
            assert both >= grave(alone.urgency) and (key == flag or both >= floor), case
    assert tried > 350


def test_every_pair_of_red_flags(consult):
    urgency = {one: consult({one[0]: VOCABULARY.asked[one[0]].read(one[1])}).urgency for one in SINGLE}
    for first in SINGLE:
        for second in SINGLE:
            case = beside(*first, second[0], VOCABULARY.asked[second[0]].read(second[1]))
            if case is not None:
                assert grave(consult(case).urgency) >= max(grave(urgency[first]), grave(urgency[second])), case


def test_hardly_any_other_answer_is_urgent_by_itself(consult):
    """Too many alarms do harm too."""
    expected = {("pain.weight_bearing", "severe"), ("pain.trend", "worse_fast"), ("pain.limp", "yes")}
    expected |= {("pain.running", "not_at_all"), *(("seen.xray", seen) for seen in ("clear", "broken"))}
    expected |= {("pain.worst", ("night",)), ("pain.worst", ("constant",))}
    expected |= {("pain.weeks", VOCABULARY.asked["pain.weeks"].read(weeks)) for weeks in (10, 45)}
    expected |= {(f"tried.{name}", outcome) for name in ("physiotherapy", "injection") for outcome in FAILED}
    expected |= {(f"tried.{name}", outcome) for name in FIRST_REMEDIES for outcome in ("worse", "better_then_back")}
    found = {(key, answer) for key, answer in ANSWERS if key not in FLAGS or answer == "severe"
             if any(not alert.evidence.firing.causes for alert in consult({key: answer}).alerts)}  # fmt: skip
    assert found == expected
    assert all(consult({key: answer}).urgency != "emergency" for key, answer in ANSWERS)


# -- each row of the table -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("demand", [one for one in TABLE if from_answers(one)], ids=lambda one: one.name)
def test_a_row_of_the_table(consult, demand):
    cases = [case for way in demand.ways for case in cases_of(way)]
    for case in cases:
        found = consult(case)
        assert grave(found.urgency) >= grave(demand.least), case
        assert not demand.within or not KNOWLEDGE.deadlines.graver(demand.within, found.within), case
    for key, answer in part_of(ANSWERS, 3, TABLE.index(demand)):
        if key not in cases[0]:
            assert grave(consult({**cases[0], key: answer}).urgency) >= grave(demand.least), (key, answer)


def of(case, **more):
    """The urgency of a case, with more answers."""
    return CONSULTANT.consult(with_answers(case, **more)).urgency


@pytest.mark.parametrize("age", [5, 15])
def test_a_child_or_teenager(age):
    """Row 34, and that it ends at 16."""
    child = {"runner": {"age": age}}
    fever = {"signs": {"fever": True}, "pain": {"weight_bearing": "severe"}}
    for older, told, least in (
        ("urgent", fever, "emergency"),
        ("clinician", {"pain": {"limp": True}}, "urgent"),
        ("clinician", {"pain": {"worst": ["night"]}}, "urgent"),
        ("self_care", {"pain": {"weeks": 2}}, "clinician"),
    ):
        assert of({**child, **told}) == least and of({"runner": {"age": 16}, **told}) == older


def test_what_no_longer_alarms():
    """Rows 36, 37 and 39, and the commonest runner, whose heel is sore on one spot."""
    assert of({"pain": {"quality": ["tingling"], "in_shoes": True}}) == "self_care"
    assert of({"pain": {"location": ["toes"]}, "signs": {"injury": True, "bruising": True}}) == "self_care"
    assert of({"pain": {"location": ["calf"]}, "signs": {"swelling": True}}) == "self_care"
    sore = of({"pain": {"location": ["heel"], "worst": ["morning"], "with_activity": "eases"}})
    assert sore == "self_care"


def test_a_text_says_the_time_of_its_rule_and_no_other():
    said = {"now": r"\bnow\b|emergency number", "today": r"\btoday\b|same day", "two_days": r"a day or two"}
    allowed = {"now": {"now"}, "today": {"today"}, "two_days": {"two_days"}, "weeks": set()}
    for rule in KNOWLEDGE.of(Alerts):
        within = KNOWLEDGE.within(rule)
        spoken = {time for time, words in said.items() if re.search(words, rule.remark.text)}
        assert spoken <= allowed[within], f"{rule.name}, {within}: {rule.remark.text}"
        assert spoken or within == "weeks", f"{rule.name}: {rule.remark.text}"
        if within == "weeks" and not rule.claims:
            assert re.search("ppointment|Show", rule.remark.text), f"{rule.name}: {rule.remark.text}"


FUNGUS = {"pain": {"location": "between_toes", "quality": ["itching"]}, "signs": {"itching_toes": True}}
CRACK = {
    "pain": {"location": "midfoot", "one_spot": True, "with_activity": "worsens", "worst": ["night"]},
    "training": {"more_than_usual": True},
}


def with_answers(case, **more):
    return {**READER.read_mapping(case).answers, **{key.replace("__", "."): value for key, value in more.items()}}


@pytest.mark.parametrize(
    ("case", "cause", "more", "least"),
    [
        (CRACK, "stress_fracture", {}, "urgent"),
        (FUNGUS, "athletes_foot", {"runner__diabetes": "yes"}, "clinician"),
        (FUNGUS, "athletes_foot", {"tried__antifungal": "same"}, "clinician"),
        (FUNGUS, "athletes_foot", {"signs__fever": "yes"}, "urgent"),
        (FUNGUS, "athletes_foot", {"signs__spreading_redness": "yes"}, "urgent"),
    ],
)
def test_the_rows_that_follow_from_a_cause(consult, case, cause, more, least):
    found = consult(with_answers(case, **more))
    assert found.conclusion(cause).level in ("likely", "very likely")
    assert grave(found.urgency) >= grave(least)
    assert any(cause in alert.evidence.firing.causes for alert in found.alerts)
    if not more:
        assert found.urgency == least


# -- not ruled out ---------------------------------------------------------------------------------------------------


def not_ruled_out(consultation):
    return {flag.field for flag in consultation.not_ruled_out}


@pytest.mark.parametrize("flag", FLAGS)
def test_an_answered_flag_is_ruled_out_or_raised(consult, flag):
    field = VOCABULARY.asked[flag]
    assert flag in not_ruled_out(consult({}))
    for raw in [*field.values, *([[]] if isinstance(field, Many) else [])]:
        assert not_ruled_out(consult({flag: field.read(raw)})) == set(FLAGS) - {flag}, raw


@pytest.mark.parametrize("place", ANY_PLACE)
def test_what_is_not_ruled_out_depends_on_the_place(consult, place):
    relevant = {flag.field for flag in KNOWLEDGE.red_flags if not flag.places or place in flag.places}
    found = consult({"pain.location": (place,)})
    assert not_ruled_out(found) == relevant
    assert found.result()["not_ruled_out"] == [flag.id for flag in found.not_ruled_out]
    denied = {"pain.weight_bearing": "severe", "signs.tender_bone": [], "signs.skin": []}
    answered = {flag: VOCABULARY.asked[flag].read(denied.get(flag, "no")) for flag in FLAGS}
    assert not_ruled_out(consult({"pain.location": (place,), **answered})) == set()


def test_a_list_of_places_is_relevant_to_all_of_them(consult):
    one, other, both = (
        not_ruled_out(consult({"pain.location": places})) for places in (("toes",), ("achilles",), ("toes", "achilles"))
    )
    assert one | other == both and one < both


def test_the_article_alone_assesses_no_red_flags():
    consult = ARTICLE_CONSULTANT.consult
    for flag, value in SINGLE:
        result = consult({flag: VOCABULARY.asked[flag].read(value)}).result()
        assert result["alerts_assessed"] is False and result["not_ruled_out"] == []
    assert CONSULTANT.consult({}).result()["alerts_assessed"] is True
