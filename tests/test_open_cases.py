"""The open cases as a benchmark for other systems: what they are given holds no answer; footwise scores all alike."""

from __future__ import annotations

import json
import sys

import pytest
from shared import CONSULTANT, ROOT, part_of

from expert.errors import CaseError

sys.path.insert(0, str(ROOT / "tests" / "benchmarks" / "open_cases"))
import score as open_cases  # noqa: E402


@pytest.fixture(scope="module")
def every():
    return list(open_cases.cases())


def answers_of(case):
    result = CONSULTANT.consult(case.answers).result()
    causes = [{"cause": one["cause"], "level": one["level"]} for one in result["conclusions"]]
    return {"id": case.id, "causes": causes, "urgency": result["urgency"]}


def test_what_a_system_is_given_tells_neither_note_nor_what_is_expected(every):
    assert len({case.id for case in every}) == len(every)
    for case in part_of(every, 10):
        given = open_cases.asked(case)
        assert set(given) == {"id", "answers", "text"} and given["text"]
        assert json.loads(json.dumps(given)) == given
        assert case.note is None or case.note not in json.dumps(given, ensure_ascii=False)


def test_answers_are_scored_as_footwise_scores_its_own(every, monkeypatch):
    some = part_of(every, 10)
    monkeypatch.setattr(open_cases, "cases", lambda: iter(some))
    rates = open_cases.scored([answers_of(case) for case in some]).figures()
    wanted = [case for case in some if (case.expect or {}).get("top", ["none"]) != ["none"]]
    first = [CONSULTANT.consult(case.answers).result()["conclusions"][:1] for case in wanted]
    hits = sum(
        bool(found) and found[0]["cause"] in case.expect["top"] for case, found in zip(wanted, first, strict=True)
    )
    assert (rates["top_1"].hits, rates["top_1"].of) == (hits, len(wanted)) and hits > 0
    silent = open_cases.scored([{"id": case.id, "causes": [], "urgency": "self_care"} for case in some]).figures()
    assert silent["top_1"].hits == 0 == silent["over_triage"].hits
    assert silent["safe_advice"].hits < rates["safe_advice"].hits
    assert len(list(open_cases.report(open_cases.scored([answers_of(case) for case in some])))) == 2 + len(
        open_cases.FIGURES
    )


def test_answers_that_leave_out_or_misspell_something_are_refused(every, monkeypatch):
    monkeypatch.setattr(open_cases, "cases", lambda: iter(every[:2]))
    right = [answers_of(case) for case in every[:2]]
    for wrong, words in [
        (right[:1], "1 of 2 cases have no answer"),
        ([*right, {**right[0], "id": "nobody"}], "no such case"),
        ([{**right[0], "urgency": "urgnt"}, right[1]], "did you mean urgent"),
        ([{**right[0], "causes": ["bunion"]}, right[1]], "did you mean bunions"),
        ([{**right[0], "causes": [{"cause": "bunions", "level": "sure"}]}, right[1]], "Allowed: possible, likely"),
    ]:
        with pytest.raises(CaseError, match=words):
            open_cases.scored(wrong)


def test_its_page_names_files_that_are_there():
    text = (ROOT / "tests" / "benchmarks" / "open_cases" / "README.md").read_text(encoding="utf-8")
    assert all((open_cases.LIBRARY / name).exists() and name in text for name in open_cases.FILES)
