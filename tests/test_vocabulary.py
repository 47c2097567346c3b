"""What a runner can say: numbers that are worked out, answers that exclude or imply each other, what must be tried."""

from __future__ import annotations

from dataclasses import replace

import pytest
from shared import READER

from expert.asking.session import Session
from expert.cases.schema import case_schema
from expert.errors import CaseError
from kb.book import KNOWLEDGE
from kb.fields import FROM_NOTHING

ASKED, COMPUTED = KNOWLEDGE.vocabulary.asked, KNOWLEDGE.vocabulary.computed


def answers(raw):
    return READER.read_mapping(raw).answers


@pytest.mark.parametrize(
    ("month", "now", "rise"), [("10 km", "11 km", 10), ("5 mi", "5 mi", 0), ("8 mi", "6 mi", -25), (0, 3, FROM_NOTHING)]
)
def test_the_longest_run_is_held_against_the_month_before(month, now, rise):
    found = COMPUTED["training.month_rise"].value(answers({"training": {"longest_month": month, "longest_now": now}}))
    assert found == (rise, ("training.longest_month", "training.longest_now"))
    assert COMPUTED["training.month_rise"].value(answers({"training": {"longest_now": now}})) is None


@pytest.mark.parametrize(
    "case",
    [
        {"pain": {"running": "normal", "weight_bearing": "impossible"}},
        {"pain": {"running": "with_pain", "weight_bearing": "impossible"}},
        {"seen": {"xray": "broken", "ruled_out": ["clot", "fracture"]}},
    ],
)
def test_what_cannot_both_be_true_is_refused(case):
    with pytest.raises(CaseError, match="contradicts"):
        answers(case)


@pytest.mark.parametrize(
    "case",
    [
        {"pain": {"running": "not_at_all", "weight_bearing": "impossible"}},
        {"pain": {"running": "not_at_all", "weight_bearing": "painless"}},
        {"seen": {"xray": "broken", "ruled_out": ["clot"]}},
        {"seen": {"xray": "clear", "ruled_out": ["fracture"]}},
        {"seen": {"clinician": False, "xray": "clear"}},
        {"signs": {"numbness": False, "numbness_stays": True}},
        {"training": {"longest_before": "5 mi", "longest_month": "8 mi"}},
    ],
)
def test_what_can_both_be_true_is_taken(case):
    assert answers(case)


@pytest.mark.parametrize(
    ("case", "seen"),
    [
        ({"seen": {"xray": "clear"}}, "yes"),
        ({"tried": {"physiotherapy": "partly"}}, "yes"),
        ({"tried": {"injection": "worse"}}, "yes"),
        ({"tried": {"injection": "not_tried"}, "seen": {"xray": "not_done"}}, None),
    ],
)
def test_who_was_treated_was_seen(case, seen):
    assert Session(KNOWLEDGE, dict(answers(case))).answers.get("seen.clinician") == seen


def test_every_remedy_has_the_same_outcomes():
    for key in KNOWLEDGE.vocabulary.remedies:
        assert list(ASKED[key].values) == ["better", "partly", "better_then_back", "same", "worse", "not_tried"]


def test_the_schema_says_what_unknown_stands_for_where_only_trying_can_tell():
    pain = case_schema(KNOWLEDGE)["properties"]["pain"]["properties"]
    assert pain["one_spot"]["description"].endswith('"unknown" stands for: I have not tried.')
    assert pain["side"]["description"] == ASKED["pain.side"].question


@pytest.mark.parametrize("key", ["signs.skin", "pain.weeks", "tried.ice"])
def test_what_is_asked_in_a_list_or_a_form_cannot_ask_whether_it_was_tried(key):
    assert not list(ASKED[key].faults(ASKED))
    assert list(replace(ASKED[key], untried="I have not tried").faults(ASKED)) == [
        "is asked by itself (untried), so it can be no line to tick, no number and no remedy"
    ]


def test_the_two_ways_of_rolling_share_no_word_for_a_side():
    """An ankle that turns inward and a foot that rolls inward go opposite ways: both are told by the foot's edges."""
    shown = [*ASKED["foot.roll"].values.values(), *ASKED["signs.rolled_ankle"].values.values()]
    shown += [ASKED[key].question + ASKED[key].help for key in ("foot.roll", "signs.rolled_ankle")]
    assert not any("inward" in text or "outward" in text for text in shown)
