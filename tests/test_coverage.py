"""What cases make of the rules: counted by hand, held to the engine, and shown in the book beside each rule."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from houseplants import PLANTS, THIRST, Pot
from shared import LONG, ROOT, library_cases
from test_checks import chapter, made

import cli
from expert.cases.case import Case
from expert.cases.reader import CaseReader
from expert.conditions import one_of
from expert.consultation import Consultant
from expert.examining.coverage import FIRED, NEARLY, NEVER, Share, coverage
from expert.outlook import FAILS, HOLDS, UNKNOWN, rule_standing
from expert.publishing import html, markdown
from expert.publishing.rule_book import book_document
from expert.rules import Supports
from kb.book import KNOWLEDGE

READER = CaseReader(PLANTS)
FOLDER = ROOT / "tests" / "examples" / "houseplants" / "cases"
CASES = [item for item in READER.read_paths([str(FOLDER)], None) if isinstance(item, Case)]
WHERE = ["--kb", "houseplants:PLANTS", "kb"]


def plant(name, **groups):
    return READER.read_mapping(groups, source=f"{name}#1", default_id=name)


def seen(cases, rule):
    return next(one for one in coverage(PLANTS, cases).rules if one.rule.name == rule)


def test_counts_agree_with_the_engine_and_the_outlook():
    consultant, found = Consultant(PLANTS), coverage(PLANTS, CASES)
    real = [consultant.consult(case.answers) for case in CASES]
    for one in found.rules:
        fired = [case.id for case, result in zip(CASES, real, strict=True)
                 if one.rule in [firing.rule for firing in result.trace]]  # fmt: skip
        assert (one.fires.times, set(one.fires.cases)) == (len(fired), set(fired))
        standings = [dict(rule_standing(PLANTS, case.answers, one.rule)) for case in CASES]
        for condition in one.conditions:
            if condition.atom.kind == "field":
                counted = [sum(each[condition.atom] == side for each in standings) for side in (HOLDS, FAILS, UNKNOWN)]
                assert [condition.holds, condition.fails, condition.unknown] == counted
    for part, told in (("advice", "recommendations"), ("guidance", "guidance"), ("alerts", "alerts")):
        for name, times in getattr(found, part).items():
            assert times == sum(any(one.remark.id == name for one in getattr(result, told)) for result in real)
    for claim, times in found.claims.items():
        assert times == sum(any(claim in firing.rule.claims for firing in result.trace) for result in real)


def test_a_rule_is_fired_nearly_or_never():
    tight = plant("tight", pot={"drains": "no"})
    flooded = plant("flooded", pot={"cups_before": 1, "cups_now": 3, "drains": "no"})
    assert seen([flooded], "soil.no_hole").sort == FIRED
    near = seen([tight], "soil.no_hole")
    assert near.sort == NEARLY and [(atom.key, one.cases) for atom, one in near.nearly.items()] == [
        ("flood", ("tight",))
    ]
    assert seen([plant("silent", leaf={"colour": "pale"})], "soil.no_hole").sort == NEVER


def test_silence_on_the_only_condition_is_not_near():
    assert seen([plant("silent", leaf={"colour": "pale"})], "thirst.dry_soil").sort == NEVER
    assert seen([plant("moist", pot={"soil": "moist"})], "thirst.dry_soil").sort == NEARLY


def test_a_case_that_alone_keeps_a_rule_alive():
    dry, other = plant("dry", pot={"soil": "dry"}), plant("other", leaf={"colour": "brown"})
    assert coverage(PLANTS, [dry, other]).alive_by["dry"] == ["thirst.dry_soil"]
    assert "dry" not in coverage(PLANTS, [dry, plant("again", pot={"soil": "dry"}), other]).alive_by


def test_numbers_are_seen_on_both_sides_or_on_one():
    one = coverage(PLANTS, [plant("long", plant={"days_dry": 20})])
    assert {limit.name: sides for limit, sides in one.sides.items()} == {"flood": (0, 0), "long ago": (1, 0)}
    both = coverage(PLANTS, [plant("long", plant={"days_dry": 20}), plant("short", plant={"days_dry": 2})])
    assert both.shares()["numbers seen on both sides"] == Share(1, 2)


def test_a_condition_that_takes_every_answer_is_not_asked_to_be_denied():
    light = Pot(light=one_of("yes", "no"))
    base = replace(
        PLANTS, rules=(*PLANTS.rules, *chapter(odd=made(PLANTS, Supports, light, Pot(soil="dry"), cause=THIRST)))
    )
    share = "conditions on answers seen to be denied"
    before, after = (coverage(one, CASES).shares()[share] for one in (PLANTS, base))
    assert after.of == before.of + 1


def test_counts_stand_before_percentages():
    assert str(Share(3, 4)) == "3 of 4 (75 %)" and Share(0, 0).share == 1


def test_the_command(capsys):
    assert cli.main([*WHERE, "coverage", str(FOLDER)]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("5 cases\nrules fired: 17 of 18 (94.44 %)\n")
    assert "drowning.repot_now: missing: drying: same" in shown and "rotten roots: drowning.rot" in shown
    assert cli.main([*WHERE, "coverage", str(FOLDER), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["cases"] == 5 and found["counts"]["rules fired"] == {"hits": 17, "of": 18}
    assert [one["rule"] for one in found["rules"]] == [rule.name for rule in PLANTS.rules]


@pytest.mark.parametrize(("least", "code"), [("94", 0), ("95", 1), ("0", 0), ("101", 2), ("many", 2)])
def test_too_little_is_an_exit_code(least, code, capsys):
    try:
        assert cli.main([*WHERE, "coverage", str(FOLDER), "--fail-under", least]) == code
    except SystemExit as stopped:  # what the parser refuses
        assert stopped.code == code
    assert ("less than 95 %" in capsys.readouterr().err) is (least == "95")


@pytest.mark.parametrize("action", [["coverage", "--fail-under", "95"], ["mutate", "--rule", "thirst.brown"]])
def test_a_case_that_cannot_be_read_goes_before_a_base_that_falls_short(action, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("expert.examining.mutation._MOST_MADE", 250)
    broken = tmp_path / "broken.yaml"
    broken.write_text("nonsense: 1\n")
    assert cli.main([*WHERE, *action, str(FOLDER)]) == 1
    assert cli.main([*WHERE, *action, str(FOLDER), str(broken)]) == 3
    assert "nonsense" in capsys.readouterr().err


def test_what_cannot_be_read_is_told(tmp_path, capsys):
    (tmp_path / "a.yaml").write_text("pot: {soil: dry}\n---\npot: {soil: dusty}\n")
    assert cli.main([*WHERE, "coverage", str(tmp_path)]) == 3
    shown = capsys.readouterr()
    assert shown.out.startswith("1 cases\n") and "dusty" in shown.err
    (tmp_path / "a.yaml").write_text("pot: {soil: dusty}\n")
    assert cli.main([*WHERE, "coverage", str(tmp_path)]) == 2


@pytest.mark.skipif(not LONG, reason="the whole library takes a while; set FOOTWISE_LONG")
def test_the_library_sees_everything_from_both_sides():
    cases = [case for case in library_cases() if isinstance(case, Case)]
    assert {name: str(share) for name, share in coverage(KNOWLEDGE, cases).shares().items() if share.share < 1} == {}


# -- in the book -----------------------------------------------------------------------------------------------------


def test_the_book_shows_each_rule_with_its_cases_and_colours_it():
    page = html.render(book_document(PLANTS, coverage(PLANTS, CASES)))
    tones = dict(re.findall(r'<section id="rule-([\w.]+)" class="rule (\w+)">', page))
    assert len(tones) == len(PLANTS.rules)
    assert tones["thirst.dry_soil"] == FIRED and tones["drowning.repot_now"] == NEARLY
    dry = page.partition('id="rule-thirst.dry_soil"')[2].partition("</section>")[0]
    assert "tried; 1 fire it: forgotten fern" in dry
    repot = page.partition('id="rule-drowning.repot_now"')[2].partition("</section>")[0]
    assert "never fired, though nearly" in repot and "2 lack only" in repot
    assert "17" in page.partition('id="cases"')[2]


def test_the_book_has_an_index_of_questions():
    shown = html.render(book_document(PLANTS))
    index = shown.partition('<section id="questions">')[2].partition("</section>")[0]
    for key, held in PLANTS.vocabulary.asked.items():
        assert f'<li id="question-{key}">' in index and held.question in index
    cups = index.partition('id="question-pot.cups_now"')[2].partition("</li>\n<li id=")[0]
    assert "rule-soil.flooded" in cups  # through what is worked out from it
    assert "Questions" in markdown.render(book_document(PLANTS))


def test_a_book_has_a_search_of_its_own_and_a_note_no_script():
    page = html.render(book_document(PLANTS))
    assert page.count("<script>") == 1 and "src=" not in page and 'role="search"' in page and " hidden>" in page
    assert r"split(/\s+/)" in page


def test_the_command_puts_the_cases_of_the_library_into_the_book(capsys):
    assert cli.main([*WHERE, "book"]) == 0
    assert "1 fire it: forgotten fern" in capsys.readouterr().out.replace("\\", "")
