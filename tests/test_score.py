"""The score of a batch: figures known beforehand, worked out by hand, and the report as somebody reads it."""

from __future__ import annotations

import io
import json

import pytest
from rich.console import Console
from shared import BROKEN, FAILS, GOOD, LIBRARY, PASSES, bare_base, footwise

from expert.cases.case import Case, Unreadable
from expert.cases.expectations import check
from expert.errors import CaseError
from expert.examining.score import AIMS, FIGURES, KINDS, Rate, Score, calibration_error, wilson
from expert.explaining.score_text import write_report
from expert.fields import Vocabulary

CLINIC = LIBRARY / "clinic.yaml"

NAMES = ("ash", "birch", "cedar", "dogwood")
BASE = bare_base(Vocabulary([]), NAMES)


# -- hand-made results -----------------------------------------------------------------------------------------------


def gathered(*rows, assessed=True):
    """A score of cases given as (id, expect, conclusions best first, urgency); ``ash?`` is only possible.

    An expect of None is a case without it; a row that is a text alone is a case that cannot be read.
    """
    score = Score(BASE)
    items, results = [], []
    for row in rows:
        item, result = unreadable(row) if isinstance(row, str) else made(*row, assessed=assessed)
        items.append(item)
        results.append(result)
    assert list(score.watch(items)) == items
    for result in results:
        score.add(result)
    return score


def made(id, expect, ranked="", urgency="calm", assessed=True):
    conclusions = [
        {"cause": name.rstrip("?"), "level": "possible" if name.endswith("?") else "likely"} for name in ranked.split()
    ]
    result = {"id": id, "source": f"{id}#1", "status": "ok", "urgency": urgency, "conclusions": conclusions,
              "recommendations": [], "alerts_assessed": assessed}  # fmt: skip
    if expect is not None:
        result["expect"] = check(expect, result, BASE.urgencies)
    return Case(id, f"{id}#1", {}, expect, None, "mi"), result


def unreadable(id):
    item = Unreadable(id, f"{id}#1", CaseError("No."))
    return item, {"id": id, "source": item.source, "status": "error", "error": {}}


def figure(key, *rows):
    rate = gathered(*rows).figures()[key]
    return rate.hits, rate.of


def report(score, width=80, **options):
    out = io.StringIO()
    write_report(Console(file=out, width=width, markup=False, highlight=False, emoji=False, **options), score)
    return out.getvalue()


# -- intervals -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [  # Newcombe RG, Stat Med 1998;17:857-872, table I, method 3
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_gives_the_published_intervals(hits, of, low, high):
    assert wilson(hits, of) == pytest.approx((low, high), abs=0.00005)


@pytest.mark.parametrize("of", [1, 2, 9, 88, 10_000])
def test_wilson_is_symmetric_and_stays_between_0_and_1(of):
    for hits in {0, 1, of // 2, of - 1, of}:
        low, high = wilson(hits, of)
        assert 0 <= low <= high <= 1 and low - 1e-12 <= hits / of <= high + 1e-12
        assert wilson(of - hits, of) == pytest.approx((1 - high, 1 - low))


def test_rate_in_words_and_as_data():
    assert (str(Rate(9, 9)), Rate(9, 9).percent, Rate(9, 9).interval) == ("9/9", "100 %", "70-100 %")
    assert (Rate(999, 1000).percent, Rate(1, 1000).percent) == ("99 %", "1 %"), "100 and 0 only where it is all or none"
    assert Rate(1, 2).plain() == {"hits": 1, "of": 2, "rate": 0.5, "interval": [0.0945, 0.9055]}
    assert (str(Rate(0, 0)), Rate(0, 0).plain()["rate"], Rate(0, 0).plain()["interval"]) == ("no cases", None, None)


# -- figures ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("top", "ranked", "first", "three"),
    [
        (["ash"], "ash birch", (1, 1), (1, 1)),
        (["ash"], "birch cedar ash?", (0, 1), (1, 1)),
        (["ash"], "birch cedar dogwood ash", (0, 1), (0, 1)),
        (["ash"], "", (0, 1), (0, 1)),
        (["ash", "birch"], "birch ash", (1, 1), (1, 1)),
        (["ash", "none"], "", (1, 1), (1, 1)),
        (["ash", "none"], "birch", (0, 1), (0, 1)),
        (["none"], "", (0, 0), (0, 0)),
    ],
)
def test_top_1_and_top_3(top, ranked, first, three):
    row = ("case", {"top": top}, ranked)
    assert (figure("top_1", row), figure("top_3", row)) == (first, three)


@pytest.mark.parametrize(
    ("expect", "ranked", "found"),
    [
        ({"top": ["none"]}, "", (1, 1)),
        ({"top": ["none"]}, "ash?", (1, 1)),
        ({"none_likely": True}, "ash? birch?", (1, 1)),
        ({"none_likely": True}, "ash birch?", (0, 1)),
        ({"none_likely": False}, "ash", (0, 0)),
        ({"top": ["ash"], "none_likely": True}, "ash?", (1, 1)),
        ({"top": ["ash", "none"]}, "", (0, 0)),
    ],
)
def test_none_of_these(expect, ranked, found):
    assert figure("none_of_these", ("case", expect, ranked)) == found


def test_includes_counts_causes_not_cases():
    rows = [("one", {"includes": ["ash", "birch"]}, "cedar birch?"), ("two", {"includes": ["ash", "ash"]}, "ash")]
    assert figure("includes", *rows) == (2, 3)


@pytest.mark.parametrize(
    ("expect", "urgency", "safe", "over"),
    [
        ({"urgency": "urgent"}, "urgent", (1, 1), (0, 1)),
        ({"urgency": "urgent"}, "advisable", (0, 1), (0, 1)),
        ({"urgency": "urgent"}, "emergency", (1, 1), (1, 1)),
        ({"urgency_at_least": "urgent"}, "emergency", (1, 1), (0, 0)),
        ({"urgency_at_least": "advisable"}, "calm", (0, 1), (0, 0)),
        ({"urgency_at_most": "advisable"}, "calm", (0, 0), (0, 1)),
        ({"urgency_at_most": "advisable"}, "urgent", (0, 0), (1, 1)),
        ({"urgency": "advisable", "urgency_at_least": "urgent"}, "advisable", (0, 1), (0, 1)),
        ({"top": ["ash"]}, "emergency", (0, 0), (0, 0)),
    ],
)
def test_safe_advice_and_over_triage(expect, urgency, safe, over):
    row = ("case", expect, "", urgency)
    assert (figure("safe_advice", row), figure("over_triage", row)) == (safe, over)


MIXED = (
    ("a", {"top": ["ash"]}, "ash"),
    ("b", {"top": ["ash"]}, "birch ash"),
    ("c", {"top": ["ash"]}, "birch"),
    ("d", {"top": ["birch"], "urgency_at_least": "urgent"}, "birch", "calm"),
    ("e", {"includes": ["ash"]}, "cedar ash?"),
    ("f", {"includes": ["cedar"]}, "ash"),
    ("g", {"none_likely": True, "urgency": "calm"}, "birch", "advisable"),
    ("h", {"none_likely": True}, "birch?"),
    ("i", {"urgency": "emergency"}, "", "urgent"),
    ("j", None, "ash"),
    ("k", {}, "ash"),
    "l",
    ("m", {"recommends": ["X1"]}, ""),
)


def test_all_figures_of_a_mixed_batch():
    score = gathered(*MIXED)
    assert (score.cases, len(score.scored), score.without_expect, score.unreadable) == (13, 10, 2, ["l#1"])
    assert {key: (rate.hits, rate.of) for key, rate in score.figures().items()} == {
        "top_1": (2, 4),
        "top_3": (3, 4),
        "nothing_concluded": (0, 4),
        "none_of_these": (1, 2),
        "includes": (1, 2),
        "safe_advice": (1, 3),
        "over_triage": (1, 2),
        "all_expectations": (3, 10),
    }


def test_each_cause_of_a_mixed_batch():
    found = {
        cause: {key: (rate.hits, rate.of) for key, rate in rates.items()}
        for cause, rates in gathered(*MIXED).by_cause().items()
    }
    assert found == {
        "ash": {"top_1": (1, 4), "top_3": (3, 4), "precision": (1, 1)},  # f says nothing of what comes first
        "birch": {"top_1": (1, 1), "top_3": (1, 1), "precision": (1, 4)},  # h: only possible, no claim
        "cedar": {"top_1": (0, 1), "top_3": (0, 1), "precision": (0, 0)},
        "dogwood": {"top_1": (0, 0), "top_3": (0, 0), "precision": (0, 0)},
    }


@pytest.mark.parametrize(
    ("ranked", "due"), [("cedar birch ash", ["birch"]), ("cedar", ["ash"]), ("", ["ash"]), ("ash", ["ash"])]
)
def test_of_alternatives_one_is_due(ranked, due):
    assert gathered(("case", {"top": ["ash", "birch"]}, ranked)).scored[0].due == due


def test_no_cause_is_due_where_none_was_allowed_and_came():
    assert gathered(("case", {"top": ["ash", "none"]}, "")).scored[0].due == []


def test_nothing_concluded_counts_where_a_cause_is_expected():
    rows = ("a", {"top": ["ash"]}, ""), ("b", {"top": ["ash"]}, "birch?"), ("c", {"none_likely": True}, "")
    assert figure("nothing_concluded", *rows) == (1, 2)
    assert figure("nothing_concluded", ("d", {"top": ["ash", "none"]}, ""), ("e", {"includes": ["ash"]}, "")) == (0, 0)


def test_a_level_is_right_as_often_as_the_first_conclusion_that_has_it():
    score = gathered(
        ("a", {"top": ["ash"]}, "ash"), ("b", {"top": ["ash"]}, "birch ash"), ("c", {"top": ["ash"]}, "ash?"),
        ("d", {"none_likely": True}, "ash?"), ("e", {"top": ["none"]}, "ash?"), ("f", {"includes": ["ash"]}, "ash"),
        ("g", None, "ash"), ("h", {"top": ["ash"]}, ""),
    )  # fmt: skip
    rates = {level: (rate.hits, rate.of) for level, rate in score.by_level().items()}
    assert rates == {"very likely": (0, 0), "likely": (1, 2), "possible": (1, 3)}
    error = (2 * abs(0.5 - 0.7) + 3 * abs(1 / 3 - 0.33)) / 5
    assert score.calibration_error == pytest.approx(error, abs=1e-4)
    plain = score.plain()
    assert plain["levels"]["likely"] == {**Rate(1, 2).plain(), "aim": 0.7}
    assert plain["calibration_error"] == score.calibration_error
    assert f"{error:.2f}" in report(score)


def test_levels_that_keep_their_word_have_no_calibration_error():
    assert calibration_error({"very likely": Rate(9, 10), "likely": Rate(7, 10), "possible": Rate(33, 100)}) < 1e-12
    assert calibration_error({"very likely": Rate(0, 1)}) == pytest.approx(0.9)
    assert calibration_error({"very likely": Rate(0, 0)}) is None
    assert list(AIMS.values()) == sorted(AIMS.values(), reverse=True)


# -- what went wrong -------------------------------------------------------------------------------------------------


def test_confusions_stand_together_worst_first():
    plain = gathered(*MIXED, ("n", {"top": ["cedar"]}, ""), ("o", {"urgency": "emergency"})).plain()
    assert [(one["kind"], one["expected"], one["found"], one["cases"]) for one in plain["confusions"]] == [
        ("unsafe", ["emergency"], "calm", ["o"]),
        ("unsafe", ["urgent"], "calm", ["d"]),
        ("unsafe", ["emergency"], "urgent", ["i"]),
        ("none_of_these", ["none"], "birch", ["g"]),
        ("top_1", ["ash"], "birch", ["b", "c"]),
        ("top_1", ["cedar"], "none", ["n"]),
        ("includes", ["cedar"], "ash", ["f"]),
        ("over_triage", ["calm"], "advisable", ["g"]),
    ]
    assert plain["failed"] == ["b", "c", "d", "f", "g", "i", "m", "n", "o"]


# -- the report ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [40, 80])
def test_report_fits_and_names_figures_meanings_and_cases(width):
    text = report(gathered(*MIXED), width)
    assert max(map(len, text.splitlines())) <= width
    assert not any(line.endswith(" ") for line in text.splitlines())
    flat = " ".join(text.split())
    assert "13 cases: 10 scored, 2 without expect (not scored), 1 could not be read (not scored)." in flat
    assert "Could not be read: l#1." in flat and "Failed something else (their results say what): m" in flat
    for title in (*KINDS.values(), *(one.title for one in FIGURES.values())):
        assert title.split()[0] in flat
    assert "b, c" in flat and "2/4" in flat and "15-85 %" in flat


def test_report_gives_each_meaning_on_one_line_of_80_columns():
    text = report(gathered(*MIXED))
    assert [one.meaning for one in FIGURES.values() if one.meaning not in text] == []


@pytest.mark.parametrize("rows", [(), (("j", None, "ash"),), ("l",)])
@pytest.mark.parametrize("width", [40, 80])
def test_empty_denominators_print_no_cases(rows, width):
    text = report(gathered(*rows), width)
    assert text.count("no cases") == len(FIGURES) + len(AIMS) + 3 * len(NAMES)
    assert "nan" not in text.lower() and "%" not in text.split("95 % is")[0].replace("95 %", "")
    assert "Calibration" not in text


def test_ids_are_no_markup_and_no_control_codes():
    text = report(gathered(("[red]x\x1b[31m", {"top": ["ash"]}, "birch")), force_terminal=True, color_system=None)
    assert "[red]x\\x1b[31m" in text and "\x1b[31m" not in text


def test_long_lists_of_cases_are_cut_in_the_text_alone():
    score = gathered(*((f"c{number}", {"top": ["ash"]}, "birch") for number in range(30)))
    assert "c19 and 10 more" in " ".join(report(score).split())
    assert len(score.plain()["confusions"][0]["cases"]) == 30


def test_report_says_where_red_flags_were_not_looked_for():
    row = ("case", {"urgency": "calm"})
    assert "Red flags were NOT looked for" in report(gathered(row, assessed=False))
    assert "Red flags" not in report(gathered(row))
    assert [gathered(row, assessed=to).plain()["alerts_assessed"] for to in (True, False)] == [True, False]
    assert gathered().plain()["alerts_assessed"] is None


# -- the whole program -----------------------------------------------------------------------------------------------


def batch(*arguments, **options):
    return footwise("batch", *arguments, **options)


@pytest.mark.parametrize("width", ["40", "80"])
def test_clinic_cases_as_text(width):
    run = batch(CLINIC, "--score", COLUMNS=width)
    assert run.returncode in (0, 1) and "40 cases: " in run.stderr
    assert run.stdout.startswith("40 cases: 40 scored,")
    assert max(map(len, run.stdout.splitlines())) <= int(width)


def test_clinic_cases_as_json_are_what_their_results_say():
    run = batch(CLINIC, "--score", "--format", "json")
    found = json.loads(run.stdout)
    assert run.stdout.count("\n") == 1
    assert (found["cases"], found["scored"], found["without_expect"], found["unreadable"]) == (40, 40, 0, [])
    results = [json.loads(line) for line in batch(CLINIC).stdout.splitlines()]
    passed = [one["expect"]["passed"] for one in results]
    assert (found["figures"]["all_expectations"]["hits"], found["figures"]["all_expectations"]["of"]) == (
        sum(passed),
        40,
    )
    assert found["failed"] == [one["id"] for one in results if not one["expect"]["passed"]]
    assert len(found["causes"]) == 10 and list(found["figures"]) == list(FIGURES)
    assert found["figures"]["top_1"]["of"] == found["figures"]["top_3"]["of"] > 0


def test_several_processes_give_the_same_score():
    paths = [CLINIC] * 3
    one, two = (batch(*paths, "--score", "--format", "json", "--jobs", jobs) for jobs in (1, 2))
    assert one.stdout == two.stdout and json.loads(one.stdout)["cases"] == 120


def test_results_are_written_only_where_o_says(case, tmp_path):
    path = case(PASSES, FAILS, BROKEN, GOOD)
    run = batch(path, "--score", "-o", "results.jsonl", cwd=tmp_path)
    assert (tmp_path / "results.jsonl").read_text(encoding="utf-8") == batch(path).stdout
    assert '{"id"' not in run.stdout and batch(path, "--score", cwd=tmp_path).stdout == run.stdout
    assert "4 cases: 2 scored, 1 without expect" in run.stdout
    assert "1 could not be read" in " ".join(run.stdout.split()) and "wrong" in run.stdout


@pytest.mark.parametrize(
    ("documents", "code"),
    [([GOOD], 0), ([PASSES], 0), ([PASSES, FAILS], 1), ([BROKEN], 2), ([PASSES, BROKEN], 3), ([FAILS, BROKEN], 3)],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_exit_codes_are_those_without_a_score(case, here, documents, code, form):
    path = case(*documents)
    scored, _, told = here("batch", path, "--score", "--format", form)
    plain, _, told_without = here("batch", path)
    assert (scored, plain, told) == (code, code, told_without)


@pytest.mark.parametrize(
    "options", [("--score", "--format", "jsonl"), ("--score", "--format", "csv"), ("--score", "-o", "-")]
)
def test_options_that_do_not_go_together(case, here, options):
    code, out, told = here("batch", case(PASSES), *options)
    assert (code, out) == (2, "") and "--score" in told


def test_article_only_says_so(case):
    assert "Red flags were NOT looked for" in batch(case(PASSES), "--score", "--article-only").stdout
