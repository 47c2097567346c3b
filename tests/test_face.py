"""What a program and what the author of a base import: whole, light, and as its examples say."""

from __future__ import annotations

import ast
import doctest
import subprocess
import sys
from pathlib import Path

import pytest

import expert
from expert import authoring, evaluating

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
