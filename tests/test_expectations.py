"""Holding results against what their cases expect."""

from __future__ import annotations

import pytest

from expert.cases import expectations
from expert.urgency import LADDER

RESULT = {
    "urgency": "advisable",
    "conclusions": [
        {"cause": "thirst", "level": "likely"},
        {"cause": "mites", "level": "possible"},
    ],
    "recommendations": [
        {"id": "water", "stage": "now", "claims": ["W1", "W2"]},
        {"id": "repot", "stage": "if_no_better", "claims": ["W3"]},
        {"id": "look", "stage": "now", "source": "a book"},
    ],
    "alerts": [{"id": "rot", "claims": ["W4"]}],
}
EMPTY = {"urgency": "calm", "conclusions": [], "recommendations": [], "alerts": []}


def check(expect, result):
    return expectations.check(expect, result, LADDER)


@pytest.mark.parametrize(
    "expect",
    [
        {},
        {"top": "thirst"},
        {"top": ["mites", "thirst"]},
        {"includes": ["mites"], "excludes": ["drowning"]},
        {"at_least": {"thirst": "likely", "drowning": "none"}},
        {"at_most": {"thirst": "likely", "mites": "very likely", "drowning": "none"}},
        {"none_likely": False},
        {"urgency": "advisable"},
        {"urgency_at_least": "calm", "urgency_at_most": "advisable"},
        {"recommends": ["W1", "W2"], "later": ["W3"], "not_recommends": ["W3", "W4"]},
    ],
)
def test_what_holds_passes(expect):
    assert check(expect, RESULT) == {"passed": True, "failures": []}


@pytest.mark.parametrize("expect", [{"top": "none"}, {"top": ["none"]}, {"none_likely": True}, {"includes": []}])
def test_what_holds_of_no_conclusion(expect):
    assert check(expect, EMPTY)["passed"]


@pytest.mark.parametrize(
    ("expect", "words"),
    [
        ({"top": ["mites", "drowning"]}, ["top", "mites or drowning", "thirst (likely)"]),
        ({"top": "none"}, ["none", "thirst (likely)"]),
        ({"includes": ["drowning"]}, ["drowning", "thirst (likely), mites (possible)"]),
        ({"excludes": ["mites"]}, ["mites", "possible"]),
        ({"at_least": {"mites": "likely"}}, ["at_least", "mites at least likely", "possible"]),
        ({"at_least": {"drowning": "possible"}}, ["drowning", "found none"]),
        ({"at_most": {"thirst": "possible"}}, ["at most possible", "found likely"]),
        ({"at_most": {"mites": "none"}}, ["at most none", "found possible"]),
        ({"none_likely": True}, ["none_likely", "thirst (likely)"]),
        ({"urgency": "calm"}, ["exactly calm", "found advisable"]),
        ({"urgency_at_least": "urgent"}, ["at least urgent", "found advisable"]),
        ({"urgency_at_most": "calm"}, ["at most calm", "found advisable"]),
        ({"recommends": ["W3"]}, ["stage now", "W3", "W1, W2"]),
        ({"recommends": ["W4"]}, ["W4"]),
        ({"later": ["W1"]}, ["stage if_no_better", "W1", "found W3"]),
        ({"not_recommends": ["W1"]}, ["W1", "found water"]),
    ],
)
def test_what_does_not_hold_fails_with_what_was_found(expect, words):
    found = check(expect, RESULT)
    assert not found["passed"]
    (failure,) = found["failures"]
    assert failure.startswith(next(iter(expect))) and failure.endswith(".")
    assert all(word in failure for word in words), failure


def test_no_conclusion_at_all_is_said():
    assert check({"top": ["thirst"]}, EMPTY)["failures"] == ["top: expected thirst, found no conclusion."]
    assert "no conclusion" in check({"none_likely": False}, EMPTY)["failures"][0]
    assert "no claim at all" in check({"recommends": ["W1"]}, EMPTY)["failures"][0]


def test_every_failure_is_told():
    expect = {"top": ["mites"], "urgency": "urgent", "includes": ["drowning", "rot"]}
    assert len(check(expect, RESULT)["failures"]) == 4
