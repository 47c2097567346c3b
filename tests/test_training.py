"""Exports of activities, as the training fields of a case."""

from __future__ import annotations

import io
from datetime import date, timedelta

import pytest
from shared import ROOT, footwise

from expert.cases.reader import CaseReader
from expert.errors import CaseError
from expert.training.activities import read_activities
from expert.training.weeks import worked_out
from kb.book import KNOWLEDGE

FILES = ROOT / "tests" / "forms"
KINDS = KNOWLEDGE.training.kinds


def days_of(text, unit="km", day_first=None):
    return [one.day for one in read_activities(io.StringIO(text), unit, day_first, KINDS).all]


def metres_of(text, unit="km"):
    return [one.metres and float(one.metres) for one in read_activities(io.StringIO(text), unit, None, KINDS).all]


def test_strava_gives_a_case_that_is_read_and_says_what_was_assumed():
    run = footwise("training", FILES / "strava-activities.csv", "--pain-began", "2026-11-15")
    assert run.returncode == 0
    (case,) = CaseReader(KNOWLEDGE).read_text(run.stdout, "f", "yaml")
    assert {key: answer.text for key, answer in case.answers.items()} == {
        "training.weekly_before": "32.2 km", "training.weekly_now": "48.3 km", "training.longest_before": "16.1 km",
        "training.longest_month": "16.1 km", "training.longest_now": "32.2 km",
    }  # fmt: skip
    for said in ("in metres", "1 ride", "7 days from 2026-11-09 to 2026-11-15", "usual week"):
        assert said in run.stderr


def test_the_unit_is_asked_for_where_the_file_does_not_say_it():
    run = footwise("training", FILES / "garmin-activities.csv", "--pain-began", "2026-11-08")
    assert (run.returncode, run.stdout) == (2, "") and "--units" in run.stderr
    run = footwise("training", FILES / "garmin-activities.csv", "--pain-began", "2026-11-08", "--units", "mi")
    assert "longest_now: 16.1 mi" in run.stdout


def test_german_names_and_decimal_commas():
    run = footwise("training", FILES / "strava-activities-de.csv", "--pain-began", "2026-11-03", "--units", "km")
    assert "weekly_now: 8.1 km" in run.stdout and "weekly_before" not in run.stdout
    assert "no whole week" in run.stderr


@pytest.mark.parametrize(
    "written",
    ["2026-11-02 06:10:00", "Nov 2, 2026, 6:10:00 AM", "2 Nov 2026, 06:10:00", "02.11.2026, 06:10:00", "2. Nov. 2026"],
)
def test_styles_of_dates(written):
    assert days_of(f'Date,Activity Type,Distance\n"{written}",Run,5\n') == [date(2026, 11, 2)]


def test_a_date_with_slashes_is_told_by_another_or_asked_for():
    text = "Date,Activity Type,Distance\n3/4/2026,Run,5\n"
    with pytest.raises(CaseError, match="--dates"):
        days_of(text)
    assert days_of(text, day_first=True) == [date(2026, 4, 3)]
    assert days_of(text, day_first=False) == [date(2026, 3, 4)]
    assert days_of(f"{text}13/4/2026,Run,5\n")[0] == date(2026, 4, 3)
    assert days_of(f"{text}4/13/2026,Run,5\n")[0] == date(2026, 3, 4)
    with pytest.raises(CaseError, match="--dates|a date belongs"):
        days_of(f"{text}4/13/2026,Run,5\n13/4/2026,Run,5\n")


def test_numbers_are_read_as_the_whole_column_says():
    head = "Date;Activity Type;Distance\n"
    assert metres_of(f"{head}2026-11-02;Run;8,05\n2026-11-03;Run;1,204\n") == [8050, 1204]
    assert metres_of(f"{head}2026-11-02;Run;8.05\n2026-11-03;Run;1,204\n") == [8050, 1_204_000]
    assert metres_of(f"{head}2026-11-02;Run;--\n2026-11-03;Run;5\n") == [None, 5000]
    with pytest.raises(CaseError, match="thousands or decimals"):
        metres_of(f"{head}2026-11-02;Run;1,204\n")


@pytest.mark.parametrize("kind", ["Run", "Trail Run", "Lauf", "Treadmill Running"])
def test_only_runs_count(kind):
    text = f"Date,Activity Type,Distance\n2026-11-02,{kind},5\n2026-11-02,Skilanglauf,30\n2026-11-02,Ride,30\n"
    read = read_activities(io.StringIO(text), "km", None, KINDS)
    worked = worked_out(read.all, date(2026, 11, 2), KNOWLEDGE.training)
    assert worked.metres["training.weekly_now"] == 5000
    assert any("1 ride, 1 skilanglauf" in said for said in worked.assumed)


def test_a_steady_runner_has_no_rise_whatever_the_day():
    began = date(2026, 11, 20)
    rows = "".join(f"{began - timedelta(days=back)},Run,5\n" for back in range(60))
    read = read_activities(io.StringIO(f"Date,Activity Type,Distance\n{rows}"), "km", None, KINDS)
    for back in range(20):
        worked = worked_out(read.all, began - timedelta(days=back), KNOWLEDGE.training)
        assert set(worked.metres.values()) == {5000, 35000}


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "empty"), ("a,b\n1,2\n", "No column"), ("Date,Activity Type,Distance\nyesterday,Run,5\n", "Line 2"),
     ("Date,Activity Type,Distance\n2026-11-02,Run,far\n", "Line 2"),
     ("Date,Activity Type,Distance\n2026-11-02,Ride,5\n", "Found: ride"),
     ("Date,Activity Type,Distance\n2027-11-02,Run,5\n", "Check --pain-began")],
)  # fmt: skip
def test_what_is_wrong_is_said(text, said):
    run = footwise("training", "-", "--pain-began", "2026-11-08", "--units", "km", stdin=text)
    assert run.returncode == 2 and said in run.stderr and run.stdout == ""


def test_a_base_without_such_fields_says_so():
    run = footwise("training", FILES / "garmin-activities.csv", "--pain-began", "2026-11-08", "--kb",
                   "tests.examples.houseplants.book", cwd=ROOT)  # fmt: skip
    assert run.returncode == 2
