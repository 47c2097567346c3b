"""What a program and what the author of a base import: whole, light, and as its examples say."""

from __future__ import annotations

import ast
import doctest
import io
import json
import subprocess
import sys
import typing
from itertools import count, islice
from pathlib import Path

import pytest
from shared import CONSULTANT, library_cases, part_of

import expert
from expert import authoring, evaluating
from expert.cases.case import Unreadable
from expert.cases.results import evaluate, json_line
from expert.errors import CaseError

ROOT = Path(__file__).resolve().parent.parent
HOUSEPLANTS = ROOT / "tests" / "examples" / "houseplants"


@pytest.mark.parametrize("module", [expert, authoring])
def test_examples_in_docstrings_hold(module):
    done = doctest.testmod(module)
    assert done.attempted >= 5 and done.failed == 0


def test_importing_the_shell_is_light():
    code = "import sys, expert; print([name for name in sys.modules if name.startswith('expert.')])"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert run.stdout == "[]\n"
    assert expert.load is evaluating.load
    with pytest.raises(AttributeError, match="no attribute 'lode'"):
        expert.lode  # noqa: B018


def imported_by_authors():
    """Each name that the bases import from the shell, with its module."""
    for path in (*(ROOT / "kb").glob("*.py"), HOUSEPLANTS / "houseplants.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("expert"):
                yield from ((node.module, name.name) for name in node.names)


def test_authors_find_everything_in_one_place():
    for module, name in imported_by_authors():
        assert name in authoring.__all__, f"{module}.{name}"
        assert getattr(authoring, name) is getattr(sys.modules[module], name)
    assert sorted(authoring.__all__) == sorted(set(authoring.__all__))


def test_a_case_may_come_as_data_text_or_file_and_gives_the_same():
    plants = expert.load("houseplants:PLANTS")
    files = list(plants.evaluate_files(str(HOUSEPLANTS / "cases")))
    assert [result["expect"]["passed"] for result in files] == [True] * 5
    text = plants.evaluate_text((HOUSEPLANTS / "cases" / "plants.yaml").read_text(encoding="utf-8"))
    mapping = plants.evaluate({"pot": {"light": False}, "expect": {"top": "darkness"}}, "corner")
    assert [strip(one) for one in text] == [strip(one) for one in files]
    assert strip(mapping) == {**strip(files[4]), "expect": {"passed": True, "failures": []}}
    assert (mapping["id"], mapping["source"]) == ("corner", "corner#1")


def strip(result):
    return {key: value for key, value in result.items() if key not in ("id", "source")}


def test_a_case_that_cannot_be_read_is_a_result():
    plants = expert.load("houseplants:PLANTS")
    assert plants.evaluate({"pot": {"soil": "wet"}}, "mine") == {
        "id": "mine", "source": "mine#1", "status": "error",
        "error": {"message": "pot.soil: wet is not allowed. Allowed: dry, moist, soaked.", "field": "pot.soil",
                  "line": None},
    }  # fmt: skip


def test_only_what_rests_on_claims():
    assert expert.load("houseplants:PLANTS", article_only=True).evaluate({"plant": {"smell": "yes"}})["alerts"] == []


def test_the_shell_says_that_it_is_typed():
    assert (ROOT / "expert" / "py.typed").exists() and "py.typed" in (ROOT / "setup.cfg").read_text(encoding="utf-8")


@pytest.mark.parametrize("case", [[1], None, "pot", 7])
def test_what_is_no_case_at_all_is_a_result_as_well(case):
    result = expert.load("houseplants:PLANTS").evaluate(case)
    assert result["status"] == "error" and "found where a case belongs" in result["error"]["message"]


# -- many, scored, and as a frame ------------------------------------------------------------------------------------

DRY, DARK = {"pot": {"soil": "dry"}, "expect": {"top": "thirst"}}, {"pot": {"light": False}}


def test_many_cases_are_taken_one_by_one_and_each_gives_what_it_gives_alone():
    plants, taken = expert.load("houseplants:PLANTS"), []

    def endless():
        for number in count():
            taken.append(number)
            yield (DRY, {**DARK, "id": "own"}, {"pot": 3}, ["no case"])[number % 4]

    results = plants.evaluate_many(endless(), "batch")
    assert taken == []
    found = list(islice(results, 4))
    assert taken == [0, 1, 2, 3]
    assert [one["id"] for one in found] == ["batch#1", "own", "batch#3", "batch#4"]
    assert [one["source"] for one in found] == [f"batch#{number}" for number in range(1, 5)]
    assert [one["status"] for one in found] == ["ok", "ok", "error", "error"]
    assert strip(found[0]) == strip(plants.evaluate(DRY))


def test_a_score_is_that_of_batch(here):
    plants, folder = expert.load("houseplants:PLANTS"), str(HOUSEPLANTS / "cases")
    _, out, _ = here("--kb", "houseplants:PLANTS", "batch", folder, "--score", "--format", "json")
    assert plants.score_files(folder) == json.loads(out)
    wrong = {**DARK, "expect": {"top": "thirst"}}
    assert plants.score([DRY, wrong, DARK, {"pot": 3}])["figures"]["top_1"]["hits"] == 1


def test_a_frame_gives_what_the_same_file_gives():
    pandas = pytest.importorskip("pandas")
    feet = expert.load("kb.book:KNOWLEDGE")
    table = (
        "id,pain.location,runner.age,runner.diabetes,training.weekly_now,note,expect.top\n"
        "a,heel;arch,44,yes,14 mi,=1+1,plantar_fasciitis\n,,,,,,\nb,nose,,no,,,\nc,toes,7.5,,10,,none\n"
    )
    read = pandas.read_csv(io.StringIO(table)).set_index(pandas.Index(["w", "x", "y", "z"]))
    found = feet.evaluate_frame(read, "t")
    assert list(found.index) == list("wxyz") and found.loc["x", "id"] == "t#2" and found.loc["x", "status"] == "ok"
    assert found.loc["y", "status"] == "error" and "nose" in found.loc["y", "error"]
    assert found.loc["w", "note"] == "=1+1" and found.loc["w", "passed"] == "yes"  # no spreadsheet is meant
    results = [one for one in feet.evaluate_text(table, "t") if one["status"] == "ok"]
    for one, row in zip(results, found.drop(index=["x", "y"]).to_dict("records"), strict=True):
        assert row["conclusions"] == ";".join(each["cause"] for each in one["conclusions"])
        for each in one["conclusions"]:
            assert row[f"certainty.{each['cause']}"] == each["certainty"]


def test_a_frame_may_hold_lists_truths_and_what_is_missing():
    pandas = pytest.importorskip("pandas")
    feet = expert.load("kb.book:KNOWLEDGE")
    frame = pandas.DataFrame({
        "pain.location": [["heel", "arch"], None, {"toes"}], "runner.diabetes": [True, pandas.NA, False],
        "pain.weeks": pandas.array([6, None, 2], dtype="Int64"),
    })  # fmt: skip
    same = [{"pain": {"location": ["heel", "arch"], "weeks": 6}, "runner": {"diabetes": True}}, {},
            {"pain": {"location": ["toes"], "weeks": 2}, "runner": {"diabetes": False}}]  # fmt: skip
    found = feet.evaluate_frame(frame).to_dict("records")
    for one, row in zip(feet.evaluate_many(same, "frame"), found, strict=True):
        assert (row["source"], row["urgency"]) == (one["source"], one["urgency"])
        assert row["not_ruled_out"] == ";".join(one["not_ruled_out"])
    assert feet.evaluate_frame(frame.iloc[:0]).empty
    with pytest.raises(expert.CaseError, match=r"pain.weaks: no such field, did you mean pain.weeks\?"):
        feet.evaluate_frame(frame.rename(columns={"pain.weeks": "pain.weaks"}))


# -- types -----------------------------------------------------------------------------------------------------------


def holds(value, kind):
    """Whether a value is of an annotated kind, to the last key."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if kind is typing.Any:
        return True
    if typing.is_typeddict(kind):
        keys = typing.get_type_hints(kind)
        return kind.__required_keys__ <= set(value) <= set(keys) and all(holds(value[key], keys[key]) for key in value)
    if origin is typing.Literal:
        return value in inner
    if origin is list:
        return isinstance(value, list) and all(holds(one, inner[0]) for one in value)
    if origin is dict:
        return isinstance(value, dict) and all(holds(one, inner[1]) for one in value.values())
    if inner:
        return any(holds(value, one) for one in inner)
    return isinstance(value, (int, float)) if kind is float else isinstance(value, kind)


def test_results_have_the_types_that_are_told():
    for case in [*part_of(library_cases(), 60), Unreadable("a", "f#1", CaseError("wrong", "pot.soil", 3))]:
        result = json.loads(json_line(evaluate(case, CONSULTANT)))
        assert holds(result, expert.Result), result
    plants = expert.load("houseplants:PLANTS")
    assert holds(plants.score_files(str(HOUSEPLANTS / "cases")), expert.Scores)
    assert not holds({**result, "more": 1}, expert.Result) and not holds({"id": "a"}, expert.Result)
