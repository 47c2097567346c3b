"""A file of another program says the same to every command that reads it."""

from __future__ import annotations

import json

import pytest
from shared import footwise

#: Distances without a unit, a text that is no UTF-8, and a column that no case has.
TABLE = "id;pain.location;training.weekly_now;note;clinic\nAnn;heel;20;Föhr;3\nBen;arch;30;Köln;4\n"
HOW = ["--units", "km", "--encoding", "cp1252", "--ignore-columns"]


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    path = tmp_path_factory.mktemp("files") / "table.csv"
    path.write_bytes(TABLE.encode("cp1252"))
    return path


def test_explain_reads_a_case_as_batch_does(table):
    lines = footwise("batch", table, *HOW).stdout.splitlines()
    for number, line in enumerate(lines, 1):
        run = footwise("explain", f"{table}#{number}", *HOW, "--format", "json")
        assert run.stdout.splitlines() == [line] and "columns left out: clinic" in run.stderr
    told = footwise("explain", f"{table}#1", *HOW, "--against", f"{table}#2")
    assert "20 km" in told.stdout and "30 km" in told.stdout and "mi" not in told.stdout.split("20 km")[1][:4]


def test_a_consultation_begins_with_a_case_as_batch_reads_it(table, tmp_path):
    saved = tmp_path / "saved.yaml"
    run = footwise("consult", "--load", f"{table}#1", *HOW, "--no-save", "--save", saved, stdin="done\nquit\n")
    assert "weekly_now: 20 km" in saved.read_text(encoding="utf-8"), run.stderr
    refused = footwise("consult", "--units", "km", "--no-save")
    assert refused.returncode == 2 and "--units" in refused.stderr and "--load" in refused.stderr


def test_a_command_about_the_base_reads_it_with_the_same_options(table):
    assert "no such column" in footwise("kb", "coverage", table, *HOW[:4]).stderr
    run = footwise("kb", "coverage", table, *HOW, "--format", "json")
    assert "columns left out: clinic" in run.stderr and json.loads(run.stdout), run.stderr


def test_a_case_that_is_not_there_because_its_file_is_broken_is_told_so(table, tmp_path):
    run = footwise("explain", f"{table}#10", "--encoding", "cp1252")
    assert run.returncode == 2 and "clinic: no such column" in run.stderr and "has no case" not in run.stderr
    cut = tmp_path / "cut.json"
    cut.write_text('[{"id": "a"}, {"id": "b", ', encoding="utf-8")
    run = footwise("explain", f"{cut}#3")
    assert run.returncode == 2 and "case 3 was not found" in run.stderr and f"{cut}#2" in run.stderr
