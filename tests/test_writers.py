"""Results in the formats that people have: read by other programs, harmless, the same bytes in any number of jobs."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
import unicodedata
import xml.etree.ElementTree as ET

import html5lib
import pytest
from shared import ROOT, footwise, part_of

from expert.cases import writers
from expert.cases.pieces import Done, Mark
from expert.cases.writers import summary
from expert.cases.writers.csv import safe
from expert.commands.progress import Read, size_of
from kb.book import KNOWLEDGE

NASTY = "=HYPERLINK(1);-2\n\x1b[31m\x9b2J\u202e<script>alert(1)</script> ]]> | \ufffe &amp; ```"
CASES = [
    {"id": "well", "pain": {"location": ["arch"], "worst": ["morning"]}, "expect": {"top": "plantar_fasciitis"}},
    {"id": "no-hope", "pain": {"location": ["arch"]}, "expect": {"top": "bunions"}, "note": NASTY},
    {"id": "@SUM(A1) <b>", "signs": {"fever": True}},
    {"id": "broken", "pain": {"location": "<i>nose"}},
    {"id": "+1|2", "pain": {"location": ["achilles"]}, "expect": {"urgency": "emergency", "excludes": ["bunions"]}},
]  # fmt: skip
FORMS = list(writers.FORMATS)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Two files of good, failing and unreadable cases; the second is long enough for more than one piece."""
    made = tmp_path_factory.mktemp("writers")
    (made / "a.jsonl").write_text("".join(json.dumps(case) + "\n" for case in CASES))
    many = [{**case, "id": f"{case['id']} {n}", "note": NASTY * 9} for n in range(60) for case in CASES]
    (made / "b & c.jsonl").write_text("".join(json.dumps(case) + "\n" for case in many))
    return made


@pytest.fixture(scope="module")
def written(folder):
    """What each format is, of all these cases."""
    return {form: footwise("batch", ".", "--format", form, cwd=folder) for form in FORMS}


@pytest.fixture(scope="module")
def results(written):
    return [json.loads(line) for line in written["jsonl"].stdout.splitlines()]


# -- every format ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_every_format_has_the_same_exit_code_and_complaints(written, form):
    assert written[form].returncode == 3
    assert written[form].stderr == written["jsonl"].stderr
    assert "a.jsonl#2 (no-hope): expect failed: top: expected bunions" in written[form].stderr


@pytest.mark.parametrize("form", part_of(FORMS, 4))
def test_two_processes_write_the_same_bytes(folder, written, form):
    assert footwise("batch", ".", "--format", form, "--jobs", "2", cwd=folder).stdout == written[form].stdout


@pytest.mark.parametrize("form", FORMS)
def test_the_ending_of_the_file_tells_the_format(folder, written, form, tmp_path):
    for ending in writers.FORMATS[form].endings:
        assert footwise("batch", ".", "-o", tmp_path / f"x{ending.upper()}", cwd=folder).stdout == ""
        assert (tmp_path / f"x{ending.upper()}").read_text(encoding="utf-8") == written[form].stdout
    assert sorted(os.listdir(tmp_path)) == sorted(f"x{ending.upper()}" for ending in writers.FORMATS[form].endings)


@pytest.mark.parametrize("form", FORMS)
def test_nothing_of_a_case_acts_on_a_terminal(written, form):
    text = written[form].stdout
    assert {c for c in text if unicodedata.category(c) in ("Cc", "Cf") and c != "\n"} == set()


def test_red_flags_that_were_not_looked_for_are_not_said_to_be_none(folder):
    for form in ("text", "markdown", "html"):
        shown = footwise("batch", "a.jsonl", "--format", form, "--article-only", cwd=folder).stdout
        assert "Red flags were NOT looked for" in shown
        assert KNOWLEDGE.urgencies[KNOWLEDGE.urgencies.mildest].soon not in shown


# -- csv -------------------------------------------------------------------------------------------------------------


def test_csv_has_a_row_for_each_result(written, results):
    rows = list(csv.DictReader(io.StringIO(written["csv"].stdout), strict=True))
    assert len(rows) == len(results)
    for row, result in zip(rows, results, strict=True):
        assert row["id"].removeprefix("'") == result["id"] and row["status"] == result["status"]
        best = (result.get("conclusions") or [{}])[0]
        assert row["cause"] == best.get("cause", "") and row["certainty"] == str(best.get("certainty", ""))
        for one in result.get("conclusions", ()):
            assert row[f"certainty.{one['cause']}"] == str(one["certainty"])
        assert row["passed"] == {True: "yes", False: "no", None: ""}[result.get("expect", {}).get("passed")]
        assert row["error"] == result.get("error", {}).get("message", "")


def test_csv_is_a_data_frame(written, results):
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_csv(io.StringIO(written["csv"].stdout))
    assert len(frame) == len(results) and frame["certainty"].dtype == "float64"
    assert (frame["status"] == "error").sum() == sum(one["status"] == "error" for one in results)


def test_no_cell_is_a_formula(written):
    """Neither where commas part the cells nor where semicolons do."""
    for delimiter in ",;":
        for row in csv.reader(io.StringIO(written["csv"].stdout), delimiter=delimiter):
            assert [cell for cell in row if cell.strip(' "')[:1] in tuple("=+-@\t\r")[: len(cell)] and cell] == []


@pytest.mark.parametrize(
    "text", ["=1", "+1", "-1", "@x", "\t=1", "\rx", "\nx", " =1", "\uff1d1", "a;=1", "a; @x", "\t"]
)
def test_what_would_be_a_formula_is_marked(text):
    assert re.search(r"(^|;)'", safe(text))


@pytest.mark.parametrize("text", ["", "a=b", "first-steps", "pain.skin=x", "a, -b", "ü"])
def test_what_is_none_stays_as_it_is(text):
    assert safe(text) == text


# -- json ------------------------------------------------------------------------------------------------------------


def test_json_is_a_list_of_the_same_results(written, results, folder):
    assert json.loads(written["json"].stdout) == results
    empty = footwise("batch", "a.jsonl", "-k", "well", "--only-failed", "--format", "json", cwd=folder)
    assert json.loads(empty.stdout) == [] and empty.returncode == 0


# -- junit -----------------------------------------------------------------------------------------------------------


def test_junit_has_a_test_for_each_case_that_expects_something(written, results):
    root = ET.fromstring(written["junit"].stdout)
    wanted = [one for one in results if one["status"] == "error" or "expect" in one]
    tests = root.findall("./testsuite/testcase")
    assert [one.get("name") for one in tests] == [one["id"] for one in wanted]
    for test, result in zip(tests, wanted, strict=True):
        failure, error = test.find("failure"), test.find("error")
        assert (error is not None) == (result["status"] == "error")
        assert (failure is not None) == (not result.get("expect", {}).get("passed", True))
        for line in result.get("expect", {}).get("failures", ()):
            assert line in failure.text and line in failure.get("message")
    for suite in (root, *root.findall("testsuite")):
        counts = [len(suite.findall(f".//{tag}")) for tag in ("testcase", "failure", "error")]
        assert [int(suite.get(name)) for name in ("tests", "failures", "errors")] == counts
    assert [suite.get("name") for suite in root.findall("testsuite")] == ["./a.jsonl", "./b & c.jsonl"]


def test_junit_is_read_by_a_reader_of_junit(written):
    junitparser = pytest.importorskip("junitparser")
    suites = junitparser.JUnitXml.fromstring(written["junit"].stdout.encode())
    assert (suites.tests, suites.failures, suites.errors) == (244, 122, 61)
    assert [len(suite) for suite in suites] == [4, 240]


# -- reports ---------------------------------------------------------------------------------------------------------


def test_the_page_is_whole_and_needs_nothing_else(written):
    page = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(written["html"].stdout)
    assert page.findall(".//script") == [] and page.findall(".//i") == [] and page.findall(".//b") == []
    for part in page.iter():
        for name in ("src", "href", "{http://www.w3.org/1999/xlink}href"):
            assert part.get(name, "#").startswith("#"), part.tag
    assert "url(" not in written["html"].stdout and "@import" not in written["html"].stdout
    assert len([one for one in page.iter() if str(one.tag).endswith("svg")]) == 2


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_report_says_what_went_wrong(written, form):
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]*>|[\\`]", "", written[form].stdout))
    for said in ("305 cases: 61 of 183 came out as they expect, 122 did not; 61 could not be read.", "no-hope",
                 "top: expected bunions, found plantar_fasciitis", "pain.location"):  # fmt: skip
        assert said in text


#: Something outside of the causes, an emergency of which nothing is concluded, a cause beside something else.
OUTSIDE = [
    {"id": "joint", "pain": {"location": ["big_toe_joint"], "onset": "sudden", "worst": ["at_rest"]},
     "signs": {"hot_red_skin": True}},
    {"id": "sugar", "runner": {"diabetes": True}, "pain": {"location": ["toes"]}, "signs": {"fever": True}},
    {"id": "calm", "pain": {"location": ["heel"], "worst": ["morning"]}},
    {"id": "twice", "pain": {"location": ["ankle_outer"], "weight_bearing": "impossible"},
     "signs": {"injury": True, "tender_bone": ["outer_ankle_bone"]}},
]  # fmt: skip


@pytest.fixture(scope="module")
def outside(tmp_path_factory):
    path = tmp_path_factory.mktemp("outside") / "x.jsonl"
    path.write_text("".join(json.dumps(case) + "\n" for case in OUTSIDE))
    return path


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_report_says_why_somebody_must_look_what_it_may_be_and_who_can_wait(outside, form):
    told = [json.loads(line) for line in footwise("batch", outside).stdout.splitlines()]
    shown = footwise("batch", outside, "--format", form).stdout
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]*>|[\\`]", " " if form == "html" else "", shown))
    for result in told[:2]:
        soonest = [one for one in result["alerts"] if one["within"] == result["within"]]
        assert soonest and all(one["why"] in text for one in soonest)
    assert not told[0]["conclusions"] and re.search(r"\bjoint\b.*something else: gout", text)
    assert "calm" in text and "as they expect" not in text


def test_a_cell_names_each_thing_once(outside):
    rows = list(csv.DictReader(io.StringIO(footwise("batch", outside, "--format", "csv").stdout)))
    told = [json.loads(line) for line in footwise("batch", outside).stdout.splitlines()]
    assert any(len(one["alerts"]) > len({alert["id"] for alert in one["alerts"]}) for one in told)
    for row, result in zip(rows, told, strict=True):
        named = row["alerts"].split(";") if row["alerts"] else []
        assert len(named) == len(set(named)) and set(named) == {one["id"] for one in result["alerts"]}


def test_every_code_of_a_result_can_be_looked_up(outside):
    for result in map(json.loads, footwise("batch", outside).stdout.splitlines()):
        for one in (*result["alerts"], *result["recommendations"]):
            remark, rules = KNOWLEDGE.remarks[one["id"]]
            assert remark.text == one["text"] and one["rule"] in [rule.name for rule in rules]
    shown = " ".join(footwise("kb", "show", "unwell_too").stdout.split())
    assert "should be checked by a doctor today" in shown and "infection.feverish" in shown


def test_a_report_names_only_so_many_cases_and_says_so(monkeypatch, here, folder):
    monkeypatch.setattr(summary, "MOST_NAMED", 10)
    monkeypatch.chdir(folder)
    code, out, _ = here("batch", ".", "--format", "markdown")
    assert "And 112 more;" in out and "And 51 more;" in out and code == 3


@pytest.mark.parametrize("columns", ["40", "80"])
def test_text_fits_the_terminal(columns, folder):
    pexpect = pytest.importorskip("pexpect")
    shown, status = pexpect.run(
        f"{sys.executable} {ROOT / 'cli.py'} batch a.jsonl --format text", cwd=str(folder), withexitstatus=True,
        dimensions=(24, int(columns)), env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": columns},
    )  # fmt: skip
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown.decode())
    table = plain.partition("concluded first")[2].partition("5 cases:")[0]
    assert status == 3 and table and max(map(len, table.splitlines())) <= int(columns)


# -- some of the cases -----------------------------------------------------------------------------------------------


def test_only_failed_writes_only_these(folder, results):
    run = footwise("batch", ".", "--only-failed", cwd=folder)
    wrong = [one for one in results if one["status"] == "error" or not one.get("expect", {}).get("passed", True)]
    assert [json.loads(line) for line in run.stdout.splitlines()] == wrong
    assert run.stderr.splitlines()[-1] == "305 cases: 122 failed their expect, 61 could not be read."
    assert "Only cases" in footwise("batch", ".", "--only-failed", "--format", "html", cwd=folder).stdout


def test_k_names_cases_by_id_or_source(folder, results):
    run = footwise("batch", ".", "-k", "NO-HOPE 1", cwd=folder)
    assert [json.loads(line) for line in run.stdout.splitlines()] == [
        one for one in results if "no-hope 1" in one["id"]
    ]
    assert run.returncode == 1
    assert footwise("batch", ".", "-k", "a.jsonl", cwd=folder).stdout.count("\n") == len(CASES)
    none = footwise("batch", ".", "-k", "nobody", cwd=folder)
    assert none.returncode == 2 and none.stdout == "" and "-k nobody: no case has that" in none.stderr


@pytest.mark.parametrize("options", ["--resume --baseline x -o y", "- --watch", "--watch --resume -o y"])
def test_what_does_not_go_together_is_refused(options):
    assert footwise("batch", ROOT / "kb/cases/clinic.yaml", *options.split()).returncode == 2


# -- against an earlier run ------------------------------------------------------------------------------------------


def test_nothing_changed_against_the_same(folder, written, tmp_path):
    (tmp_path / "old.jsonl").write_text(written["jsonl"].stdout)
    run = footwise("batch", ".", "--baseline", tmp_path / "old.jsonl", "--jobs", "2", cwd=folder)
    assert run.stdout == written["jsonl"].stdout and run.returncode == 3
    said = [line for line in run.stderr.splitlines() if line not in written["jsonl"].stderr.splitlines()]
    assert said == [f"Against {tmp_path}/old.jsonl: 0 of 305 results changed, 0 new, 0 missing."]


def test_what_changed_is_said_with_the_rules(tmp_path):
    then = [{"id": "a", "pain": {"location": ["arch"]}}, {"id": "gone"}, {"id": "twice"},
            {"id": "bad", "pain": {"location": "nose"}}, {"id": "same"}]  # fmt: skip
    now = [{"id": "same"}, {"id": "a", "pain": {"location": ["arch"], "worst": ["morning"]}, "signs": {"fever": True}},
           {"id": "bad", "pain": {"location": "arch"}}, {"id": "twice"}, {"id": "twice"}]  # fmt: skip
    (tmp_path / "x.jsonl").write_text("".join(json.dumps(case) + "\n" for case in then))
    footwise("batch", "x.jsonl", "-o", "old.jsonl", cwd=tmp_path)
    (tmp_path / "x.jsonl").write_text("".join(json.dumps(case) + "\n" for case in now))
    run = footwise("batch", "x.jsonl", "--baseline", "old.jsonl", cwd=tmp_path)
    changed, bad, new, missing, all_in_all = run.stderr.splitlines()[:5]
    assert changed.startswith("x.jsonl#2 (a): changed: plantar_fasciitis possible (0.3) -> likely (")
    assert "urgency self_care -> urgent" in changed and "alerts +unwell_too" in changed and "advice -" in changed
    rules = re.search(r"rules ([^;]*)", changed)[1].split()
    assert "+plantar_fasciitis.arch_in_the_morning" in rules and "+infection.feverish" in rules
    assert bad.startswith("x.jsonl#3 (bad): changed: not read (") and "-> plantar_fasciitis possible" in bad
    assert new == "x.jsonl#5 (twice): new, no conclusion."
    assert missing == "x.jsonl#2 (gone): missing, it was no conclusion."
    assert all_in_all == "Against old.jsonl: 2 of 5 results changed, 1 new, 1 missing." and run.returncode == 0


@pytest.mark.parametrize("text", ["{", "[]", '{"id": 1}', '{"id": "a"}', "\xff"])
def test_a_baseline_that_is_none_is_refused_with_its_line(tmp_path, folder, text):
    (tmp_path / "old.jsonl").write_text(f"\n{text}\n")
    run = footwise("batch", "a.jsonl", "--baseline", tmp_path / "old.jsonl", cwd=folder)
    assert run.returncode == 2 and "line 2: that is no result of a batch" in run.stderr
    assert footwise("batch", "a.jsonl", "--baseline", "gone", cwd=folder).returncode == 2


# -- again and again -------------------------------------------------------------------------------------------------


def until(file, words, times=1):
    """Wait until somebody has said this so often."""
    for _ in range(600):
        if file.read_text().count(words) >= times:
            return file.read_text()
        time.sleep(0.1)
    raise AssertionError(f"{words} was not said: {file.read_text()}")


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_watch_works_again_when_a_case_or_the_base_is_saved(tmp_path):
    plants = ROOT / "tests/examples/houseplants/houseplants.py"
    base, said = tmp_path / "houseplants.py", tmp_path / "said"
    base.write_text(plants.read_text())
    (tmp_path / "x.jsonl").write_text('{"id": "first"}\n{"id": "second", "expect": {"top": ["none"]}}\n')
    with open(said, "w") as err:
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "cli.py"), "--kb", "houseplants", "batch", "x.jsonl", "--watch"],
            cwd=tmp_path, stdout=subprocess.PIPE, stderr=err, env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
    try:
        assert "2 cases: 0 failed" in until(said, "Ctrl-C ends it.")
        (tmp_path / "x.jsonl").write_text('{"id": "first"}\n{"id": "second", "no": 1}\n')
        assert "x.jsonl was saved." in until(said, "Ctrl-C ends it.", 2) and "no: no such group" in said.read_text()
        base.write_text(plants.read_text().rstrip() + "\nthis is a slip\n")
        assert re.search(r"houseplants.py:\d+: SyntaxError", until(said, "Ctrl-C ends it.", 3))
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=60)[0] == b"" and process.returncode == 130
    finally:
        process.kill()


# -- progress --------------------------------------------------------------------------------------------------------


def test_progress_knows_the_whole_and_reaches_it(folder, tmp_path):
    sizes = [(folder / name).stat().st_size for name in ("a.jsonl", "b & c.jsonl")]
    assert size_of([str(folder)]) == sum(sizes)
    assert size_of([str(folder), "-"]) is None and size_of([str(tmp_path / "gone")]) == 0
    read = Read(Done((("a.jsonl", sizes[0], ""),), None))
    read.add(Mark((), "b", 7, "", 1))
    read.add(Mark((("b", sizes[1], ""),), "c", 0, "", 1))
    assert read.bytes == sum(sizes)


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_bars_of_one_length_are_left_out(folder, form):
    """One case, or as many of each kind, is told in words and figures."""
    one = folder / "one.jsonl"
    one.write_text(json.dumps(CASES[0]) + "\n")
    told = footwise("batch", str(one), "--format", form, cwd=folder).stdout
    one.unlink()
    assert "Plantar fasciitis" in told and "####" not in told and "<rect" not in told
