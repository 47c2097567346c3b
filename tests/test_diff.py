"""Two versions of a base: what changed in words, which cases that flips, and by which rule."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from shared import ROOT

from expert.commands.kb.diff import _lines as told
from expert.errors import KnowledgeError, UsageError
from expert.examining.base_diff import ChangedPart, Difference, Flip, difference
from expert.examining.versions import version
from expert.publishing import markdown
from expert.publishing.base_changes import changes_document
from expert.wording.changes import alike, counts

HOUSEPLANTS = ROOT / "tests" / "examples" / "houseplants"


@pytest.fixture(scope="module")
def versions(tmp_path_factory):
    """A checkout with an old and a new commit of the example, and the new files in its folder."""
    if shutil.which("git") is None:
        pytest.skip("needs git")
    home = tmp_path_factory.mktemp("garden")
    shutil.copy(HOUSEPLANTS / "houseplants.py", home)
    shutil.copytree(HOUSEPLANTS / "cases", home / "cases")

    def git(*arguments):
        who = ("-c", "user.name=a", "-c", "user.email=a@b.invalid", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *who, *arguments], cwd=home, check=True, capture_output=True)

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "old")
    git("tag", "old")
    text = (home / "houseplants.py").read_text(encoding="utf-8")
    text = text.replace('dry_soil = Supports(Pot(soil="dry"), cause', 'dry_soil = Supports(Pot(soil="moist"), cause')
    head, _, tail = text.partition("    rot = Alerts(")
    text = f"{head}    smell = Alerts({tail}"
    text = text.replace('"dominated:drowning.not_yellow"', '"seeded"')
    (home / "houseplants.py").write_text(text, encoding="utf-8")
    git("add", ".")
    git("commit", "-qm", "new")
    return home


def diff(home, *arguments):
    run = subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), "--kb", "houseplants:PLANTS", "kb", "diff", *map(str, arguments)],
        cwd=home, capture_output=True, text=True, encoding="utf-8", timeout=60,
    )  # fmt: skip
    assert "Traceback" not in run.stderr, run.stderr
    return run


BASE = "houseplants:PLANTS"


@pytest.fixture(scope="module")
def found(versions):
    """What differs from the old commit to the files of the folder."""
    with version("old", BASE, versions) as old, version(str(versions), BASE, versions) as new:
        paths = [str(versions / "cases")]
        return difference(old.snapshot(paths), new.snapshot(paths))


def test_what_changed_is_told_in_words_with_the_cases_that_it_flips(found):
    assert list(found.added) == ["drowning.smell"] and list(found.removed) == ["drowning.rot"]
    (changed,) = found.changed
    assert changed.name == "thirst.dry_soil"
    assert changed.parts == (ChangedPart("If", ("the soil is dry",), ("the soil is moist",)),)
    (flip,) = found.flips
    assert (flip.case, flip.by, found.cases) == ("forgotten fern", ("thirst.dry_soil",), 5)
    (part,) = [part for part in flip.parts if part[0] == "causes"]
    assert part[1] == [["thirst", "very likely"]] and part[2] != part[1]


def test_lines_and_markdown_say_the_same(found):
    lines = "\n".join(told(found))
    assert lines.startswith("rules: 1 added, 1 removed, 1 changed; cases told otherwise: 1 of 5 (causes 1); expect: ")
    assert "  - If: the soil is dry" in lines and "  + If: the soil is moist" in lines
    assert "told otherwise: 1 case, by thirst.dry_soil\n" in lines and "\n  - forgotten fern (" in lines
    shown = markdown.render(changes_document("old", ".", found)).replace("\\", "")
    for words in ("# Changes of the rules", "## Rules changed", "**If, now:** the soil is moist", "forgotten fern"):
        assert words in shown


def flipped(*told):
    """What is said of cases that were told one thing and are told another, each pair as a part, before and after."""
    flips = tuple(Flip(f"case {n}", f"f#{n}", (part,), ("a.rule",)) for n, part in enumerate(told))
    words = {"causes": {"a": "Ague", "b": "Boils"}, "remarks": {"rest": "Rest.", "go": "Go and see somebody."}}
    return Difference({}, {}, (), (), len(told), flips, (), (), 0, {}, words)


def test_only_what_differs_is_said_in_words():
    both, one = [["a", "likely"], ["b", "possible"]], [["b", "possible"], ["a", "possible"]]
    advice = [["rest", "now", ["a"]]], [["rest", "if_no_better", ["a", "b"]]]
    changes = flipped(("withheld", ["go", "rest"], ["rest"]), ("causes", both, one), ("advice", *advice),
                      ("urgency", "calm", "grave"))  # fmt: skip
    assert [group.said for group in alike(changes)] == [
        ("urgency: calm, now grave",),
        ("Ague: likely, now possible", "first: Ague, now Boils"),
        ('advice "Rest.": now for Ague, now if_no_better for Ague, Boils',),
        ('kept back no longer: "Go and see somebody."',),
    ]
    assert list(counts(changes)) == ["urgency 1", "causes 1", "advice 1", "kept back 1"]


def test_evidence_about_a_cause_that_nobody_concludes_did_nothing():
    def version(fired, causes):
        told = {"id": "a", "fired": fired, "told": {"causes": causes}, "failures": []}
        return {"rules": {name: {} for name in fired}, "evidence": {"for.ague": "ague", "for.boils": "boils"},
                "cases": {"f#1": told}, "unreadable": {}, "fields": {}, "causes": {}, "words": {}}  # fmt: skip

    (flip,) = difference(version([], []), version(["for.ague", "for.boils"], [["ague", "likely"]])).flips
    assert flip.by == ("for.ague",)


def test_cases_that_differ_in_the_same_way_stand_together_and_none_is_lost():
    kept = ("withheld", ["go"], []), ("withheld", ["go", "rest"], ["rest"]), ("withheld", [], ["go"])
    groups = alike(flipped(*kept, ("causes", [["a", "likely"]], [])))
    assert [len(group.flips) for group in groups] == [1, 2, 1]
    assert "first: Ague, now nothing" in groups[0].said
    assert sorted(flip.case for group in groups for flip in group.flips) == [f"case {n}" for n in range(4)]


def expecting(**failures):
    """A version of a base without rules, and what of its cases' expectations fails."""
    cases = {name: {"id": name, "fired": [], "told": {}, "failures": why} for name, why in failures.items()}
    return {"rules": {}, "cases": cases, "unreadable": {}, "fields": {}, "causes": {}}


def test_whose_own_expectations_fail_now_and_whose_hold_now_is_told():
    old = expecting(breaks=[], mends=["top: a."], stays=["top: b."], fine=[])
    new = expecting(breaks=["top: c."], mends=[], stays=["top: d."], fine=[], read_now=["top: e."])
    found = difference(old, new)
    assert {one.case: one.failures for one in found.now_fail} == {"breaks": ("top: c.",), "read_now": ("top: e.",)}
    assert {one.case: one.failures for one in found.now_hold} == {"mends": ("top: a.",)} and found.still_fail == 1
    lines = list(told(found))
    assert lines[0].endswith("expect: 2 now fail, 1 now hold, 1 fail as before")
    assert lines[1:3] == ["expect now fails: breaks (breaks)", "  top: c."]
    assert "Expectations that now fail" in markdown.render(changes_document("old", ".", found))


def test_the_command_gives_the_same_as_data(versions, found):
    run = diff(versions, "old", ".", "--format", "json")
    assert run.returncode == 1, run.stderr
    shown = json.loads(run.stdout)
    (broken,) = shown["now_fail"]
    assert broken["case"] == "forgotten fern" and broken["failures"][0].startswith("at_least: expected thirst")
    assert shown["changed"] == json.loads(json.dumps(found.result()))["changed"]
    assert [flip["source"] for flip in shown["flips"]] == ["plants.yaml#1"]


def test_a_version_is_a_folder_a_commit_or_a_module(versions, monkeypatch):
    with version(str(versions), BASE, None) as folder:
        assert folder.folders == (str(versions),) and folder.library == str(versions / "cases")
    with version("old", BASE, versions) as commit:
        text = Path(commit.folders[0], "houseplants.py").read_text(encoding="utf-8")
        assert "rot = Alerts(" in text and commit.library != str(versions / "cases")
    assert not Path(commit.folders[0]).exists()
    with version("houseplants:PLANTS", "kb.book", versions) as module:
        assert module.base == "houseplants:PLANTS" and module.library == str(HOUSEPLANTS / "cases")
    with (
        pytest.raises(UsageError, match="nonsense: neither a folder, nor a commit, nor a module"),
        version("nonsense", BASE, versions),
    ):
        pass


def test_a_version_that_cannot_be_read_is_named(tmp_path):
    (tmp_path / "houseplants.py").write_text("PLANTS = 1\n")
    with version(str(tmp_path), BASE, None) as broken, pytest.raises(KnowledgeError) as caught:
        broken.snapshot([])
    assert str(tmp_path) in str(caught.value) and "cannot be read" in str(caught.value)


def test_cases_that_one_version_cannot_read_are_told():
    case = {"id": "a", "fired": [], "told": {"urgency": "x"}, "failures": []}
    empty = {"rules": {}, "fields": {}, "causes": {}}
    both = ({"cases": {"f#1": case}, "unreadable": {"f#2": "no such value"}, **empty},
            {"cases": {"f#1": case, "f#2": case}, "unreadable": {}, **empty})  # fmt: skip
    found = difference(*both)
    assert found.cases == 1 and found.unreadable == {"f#2": "only the new version reads it: no such value"}
    assert "the new version cannot read it" in difference(*reversed(both)).unreadable["f#2"]


def test_a_flip_that_no_changed_rule_fires_in_names_the_rules_that_fire_in_one_version_only():
    """A number of its certainty may have changed, say; what fires then and did not before shows where."""
    rules = {"rules": {"kept": {"If": ["x"]}, "come": {"If": ["y"]}, "gone": {"If": ["z"]}}, "fields": {}, "causes": {}}
    told = [{"id": "a", "told": {"urgency": urgency}, "failures": []} for urgency in "xy"]
    old, new = ({**rules, "unreadable": {}, "cases": {"f#1": {**one, "fired": fired}}}
                for one, fired in zip(told, (["kept", "gone"], ["kept", "come"]), strict=True))  # fmt: skip
    (flip,) = difference(old, new).flips
    assert flip.by == ("gone", "come") and flip.parts == (("urgency", "x", "y"),)


def test_a_field_or_a_cause_that_is_new_gone_or_other_is_told():
    sides = [{"rules": {}, "cases": {}, "unreadable": {}, "fields": fields, "causes": {"thirst": "T"}}
             for fields in ({"a": 1, "b": 1, "same": 1}, {"b": 2, "same": 1, "c": 1})]  # fmt: skip
    assert set(difference(*sides).others) == {("field", "a", "removed"), ("field", "b", "changed"),
                                              ("field", "c", "added")}  # fmt: skip
