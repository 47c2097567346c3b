"""Two cases compared: what separates them is exactly what differs."""

from __future__ import annotations

import io
import json
from itertools import combinations

import pytest
from rich.console import Console
from shared import CONSULTANT, LIBRARY, READER, library_cases

from expert.cases.case import Case
from expert.examining.compare import compare
from expert.explaining.comparison_text import write_comparison
from expert.rules import Supports
from kb.book import KNOWLEDGE

CLINIC = LIBRARY / "clinic.yaml"
CASES = [case for case in library_cases("clinic") if isinstance(case, Case)]


def case_of(**groups):
    """A case from plain data."""
    return READER.read_mapping(groups, source="here#1", default_id="here")


def compared(one, other):
    """Two cases set beside each other."""
    return compare(CONSULTANT.consult(one.answers), CONSULTANT.consult(other.answers))


@pytest.mark.parametrize(("one", "other"), list(combinations(CASES[::4], 2)), ids=lambda case: case.id)
def test_it_holds_exactly_what_differs(one, other):
    found = compared(one, other)
    a, b = one.answers, other.answers
    assert set(found.only[0]) == a.keys() - b.keys() and set(found.only[1]) == b.keys() - a.keys()
    assert set(found.different) == {key for key in a.keys() & b.keys() if a[key] != b[key]}
    fired = [{firing.rule.name for firing in side.trace} for side in found.sides]
    assert {move.rule.name for move in found.moves[0]} == fired[0] - fired[1]
    assert {move.rule.name for move in found.moves[1]} == fired[1] - fired[0]
    assert {rank.cause.id for rank in found.ranks} == {c.cause.id for side in found.sides for c in side.conclusions}
    for rank in found.ranks:
        for side, place, certainty in zip(found.sides, rank.places, rank.certainties, strict=True):
            assert side.certainties[rank.cause.id] == certainty
            assert (side.conclusions[place - 1].cause is rank.cause) if place else not side.conclusion(rank.cause.id)
    mirrored = compare(found.other, found.one)
    assert mirrored.only == found.only[::-1] and mirrored.moves == found.moves[::-1]


def test_a_move_is_the_certainty_with_the_rule_less_that_without():
    bare = case_of(pain={"location": ["heel"]})
    more = case_of(pain={"location": ["heel"], "worst": ["morning"]})
    found = compared(bare, more)
    moves = {move.rule.name: move for move in found.moves[1]}
    morning = moves["plantar_fasciitis.heel_in_the_morning"]
    assert morning.strength == 0.5 and morning.cause.id == "plantar_fasciitis"
    assert morning.by == 0, "another rule says more of the same answer"
    certainty = found.sides[1].certainties["plantar_fasciitis"]
    for move in moves.values():
        if move.cause is morning.cause:
            rest = {firing.rule for firing in found.sides[1].trace} - {move.rule}
            assert move.by == pytest.approx(certainty - KNOWLEDGE.certainty(move.cause, rest), abs=1e-4)
    for move in found.moves[1]:
        assert isinstance(move.rule, Supports) == (move.cause is not None)
        assert (move.by > 0) == (move.strength > 0) or move.by == 0


def test_units_do_not_separate_but_numbers_do():
    one, same = case_of(training={"weekly_now": "10 mi"}), case_of(training={"weekly_now": "10.0 miles"})
    assert compared(one, same).different == ()
    assert compared(one, case_of(training={"weekly_now": "10 km"})).different == ("training.weekly_now",)


def test_the_same_case_is_separated_by_nothing():
    found = compared(CASES[3], CASES[3])
    assert found.only == ((), ()) and found.different == () and found.moves == ((), ())
    out = Console(file=io.StringIO(), width=100)
    write_comparison(out, found, CASES[3], CASES[3])
    assert "The same answers in both." in out.file.getvalue()


@pytest.mark.parametrize("width", [30, 60, 100])
def test_text_keeps_to_the_width_and_takes_nothing_for_markup(width):
    evil = Case("[bold]x[/]\x1b[31m", "a#1", CASES[5].answers, None, None, "mi")
    out = Console(file=io.StringIO(), width=width, markup=False, emoji=False, highlight=False)
    write_comparison(out, compared(evil, CASES[6]), evil, CASES[6])
    shown = out.file.getvalue()
    assert all(len(line) <= width for line in shown.splitlines())
    assert "\x1b" not in shown and "[bold]x[/]" in shown


def test_command(here):
    code, out, _ = here("explain", f"{CLINIC}#6", "--against", f"{CLINIC}#7")
    assert code == 0 and "Case clinic-06 beside case clinic-07" in out
    assert "Only in clinic-06:" in out and "Rules that fired only in clinic-07" in out
    code, out, _ = here("explain", f"{CLINIC}#6", "--against", f"{CLINIC}#7", "--format", "json")
    found = json.loads(out)
    assert code == 0 and found["id"] == "clinic-06" and found["against"]["id"] == "clinic-07"
    assert found["against"]["answers"]["only_here"]["foot.arch"] == "high"
    assert found["against"]["ranking"][0]["here"]["place"] == 1


def test_command_refuses_what_makes_no_sense(tmp_path, here):
    code, _, err = here("explain", f"{CLINIC}#6", "--against", f"{CLINIC}#7", "--what-would-change")
    assert code == 2 and "--against takes no --what-would-change" in err
    bad = tmp_path / "bad.yaml"
    bad.write_text("pain: {location: nowhere}\n")
    code, out, err = here("explain", f"{CLINIC}#6", "--against", str(bad))
    assert code == 2 and out == "" and "nowhere" in err
