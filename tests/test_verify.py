"""What rules can never do is found, in any base: a fault of every kind is seeded, named, and shown with a case."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from fractions import Fraction

import pytest
from houseplants import DROWNING, PLANTS, THIRST, Leaf, Plant, Pot
from kettle.book import KETTLE
from shared import LONG, ROOT, library_cases, part_of
from test_checks import BASES, NAMES, chapter, first, made, pattern, yes

import cli
from expert.cases.case import Case
from expert.cases.reader import CaseReader
from expert.certainty import level_of
from expert.checks import check, settled
from expert.conditions import Found, Interpretation, above, at_most, none_of, one_of
from expert.consultation import Consultant
from expert.contradictions import Contradiction
from expert.examining.rule_proofs import RuleProver
from expert.examining.sheet import Sheet, Told, Variant
from expert.examining.verify import KINDS, verify
from expert.fields import Number, YesNo
from expert.loading import KnowledgeName
from expert.problems import FAULT, REMARK, Problem
from expert.rules import Advises, Alerts, Cause, Finds, Opposes, Remark, Supports, Withholds
from kb.book import KNOWLEDGE

pytest.importorskip("z3")

PLANT_CASES = ROOT / "tests" / "examples" / "houseplants" / "cases"
PLANTED = [item.answers for item in CaseReader(PLANTS).read_paths([str(PLANT_CASES)], None)]
SMALL = {"plants": PLANTS, "kettle": KETTLE}


@pytest.fixture(params=SMALL)
def base(request):
    return SMALL[request.param]


def found(base, kind, library=None, **rules):
    """What is found of a kind in a base with these rules beside its own."""
    seeded = replace(base, rules=(*base.rules, *chapter(**rules))) if rules else base
    return [one for one in verify(seeded, library).problems if one.kind == kind and one.key not in base.accepted]


def read(base, case):
    """The example of a problem, as a reader of case files takes it."""
    (item,) = CaseReader(base).read_paths([str(case)], None)
    assert isinstance(item, Case), item.error
    return item.answers


def shown(base, problem, tmp_path):
    """The rules that fire in a problem's example."""
    path = tmp_path / "example.yaml"
    path.write_text(problem.example + "\n", encoding="utf-8")
    return {firing.rule.name for firing in Consultant(base).consult(read(base, path)).trace}


# -- rules -----------------------------------------------------------------------------------------------------------


def test_nothing_of_the_sort_is_found_in_sound_rules(base):
    assert {one.key for one in verify(base).problems} <= set(base.accepted)


def test_a_rule_that_can_never_fire(base):
    """Since a word is no other, a number cannot be on both sides of another, and a list is not empty and full."""
    key, number = first(base, YesNo), first(base, Number)
    ten, five = (Interpretation(str(n), Fraction(n), str(n), "Seeded.") for n in (10, 5))
    (word,) = found(base, "unfirable", odd=made(base, Supports, pattern(base, key, "yes"), pattern(base, key, "no")))
    assert word.about == "seeded.odd" and word.severity == FAULT and "never hold together" in word.text
    assert word.example == ""
    (between,) = found(
        base, "unfirable",
        odd=made(base, Supports, pattern(base, number, above(ten)), pattern(base, number, at_most(five)), yes(base)),
    )  # fmt: skip
    assert "5" in between.text and "10" in between.text and "never hold together" in between.text


def test_a_rule_that_only_answers_fire_which_contradict_each_other():
    clash = Contradiction("pot.drains", ("pot.light",), lambda one, other: "" if one == other == "no" else None)
    dark_and_tight = made(PLANTS, Supports, Pot(drains="no"), Pot(light="no"), cause=DROWNING)
    assert found(PLANTS, "unfirable", odd=dark_and_tight) == []
    again = made(PLANTS, Supports, Pot(drains="no"), Pot(light="no"), cause=DROWNING)
    (one,) = found(replace(PLANTS, contradictions=[clash]), "unfirable", odd=again)
    assert one.about == "seeded.odd"


def test_a_condition_that_the_others_imply(tmp_path):
    odd = made(PLANTS, Supports, Pot(soil="soaked"), Pot(soil=one_of("soaked", "moist")), cause=THIRST)
    (one,) = found(PLANTS, "idle", odd=odd)
    assert one.about == "seeded.odd" and "always holds where its others do" in one.text and one.severity == REMARK
    through = made(PLANTS, Supports, Pot(soil="soaked"), Found("wet roots"), cause=THIRST)
    (one,) = found(PLANTS, "idle", odd=through)
    assert '"wet roots" was found' in one.text


def test_for_and_against_on_the_same_conditions(tmp_path):
    """Whichever way they are written."""
    ways = (
        ([Pot(soil=one_of("dry"))], [Pot(soil="dry")]),
        (
            [Pot(soil=one_of("moist", "soaked")), Pot(light="no")],
            [Pot(light="no"), Pot(soil=one_of("soaked", "moist"))],
        ),
    )
    for one, other in ways:
        rules = {"for_it": made(PLANTS, Supports, *one, cause=DROWNING),
                 "against": made(PLANTS, Opposes, *other, cause=DROWNING)}  # fmt: skip
        seeded = replace(PLANTS, rules=(*PLANTS.rules, *chapter(**rules)))
        (problem,) = [one for one in verify(seeded).problems if one.kind == "opposed"]
        assert problem.about == "seeded.for_it" and "seeded.against" in problem.text and problem.severity == FAULT
        assert shown(seeded, problem, tmp_path) >= {"seeded.for_it", "seeded.against"}


def test_for_and_against_on_conditions_that_only_a_solver_sees_to_be_the_same():
    rules = {
        "dry": Finds(Pot(soil="dry"), finding="no swamp", claims="D1", because="dry"),
        "moist": Finds(Pot(soil="moist"), finding="no swamp", claims="D1", because="moist"),
        "for_it": made(PLANTS, Supports, Found("no swamp"), cause=DROWNING),
        "against": made(PLANTS, Opposes, Pot(soil=one_of("dry", "moist")), cause=DROWNING),
    }
    (one,) = found(PLANTS, "opposed", **rules)
    assert one.about == "seeded.for_it" and "seeded.against" in one.text and one.severity == FAULT


def test_a_rule_that_only_a_solver_sees_to_be_implied():
    """Dry or moist is what two finders say between them; no single condition implies either."""
    rules = {
        "dry": Finds(Pot(soil="dry"), finding="no swamp", claims="D1", because="dry"),
        "moist": Finds(Pot(soil="moist"), finding="no swamp", claims="D1", because="moist"),
        "wide": made(PLANTS, Alerts, Found("no swamp")),
        "narrow": made(PLANTS, Alerts, Pot(soil=one_of("dry", "moist")), Plant(kind="fern")),
    }
    (one,) = found(PLANTS, "implied", **rules)
    assert one.about == "seeded.narrow" and "seeded.wide" in one.text and one.severity == REMARK


def test_rules_that_change_nothing():
    """Evidence on an answer that says more by itself, a finder beside a wider one, what takes back nothing."""
    surely, maybe = "surely", "maybe"
    weaker = made(PLANTS, Supports, Pot(soil="dry"), Plant(kind="fern"), cause=THIRST, hedge=maybe, tells="pot.soil")
    (one,) = found(PLANTS, "dominated", odd=weaker)
    assert one.about == "seeded.odd" and "thirst.dry_soil" in one.text and one.example
    stronger = made(PLANTS, Supports, Leaf(colour="brown"), cause=THIRST, hedge=surely)
    assert "seeded.odd" not in {one.about for one in found(PLANTS, "dominated", odd=stronger)}
    finder = Finds(Pot(soil="soaked"), Pot(light="no"), finding="wet roots", claims="D2", because="it is")
    (one,) = found(PLANTS, "dominated", odd=finder)
    assert one.about == "seeded.odd" and "soil.soaked" in one.text
    dry_out = next(rule.remark for rule in PLANTS.rules if rule.name == "drowning.dry_out")
    taker = Withholds(Plant(kind="cactus"), Pot(light="no"), advice=dry_out, claims="D1", because="it is")
    assert "seeded.odd" in {one.about for one in found(PLANTS, "dominated", odd=taker)}


def dry_spell(hedge, *conditions, **more):
    """New evidence for thirst each time, since a rule has one name."""
    return made(PLANTS, Supports, *conditions, cause=THIRST, hedge=hedge, **more)


def dominated(**rules):
    return {one.about: one.text for one in found(PLANTS, "dominated", **rules)}


PALE, DARK, FERN = Leaf(colour="pale"), Pot(light="no"), Plant(kind="fern")


def test_evidence_changes_nothing_where_several_together_say_as_much():
    told = dominated(both=dry_spell("surely", PALE, DARK), pale=dry_spell("maybe", PALE), dark=dry_spell("maybe", DARK))
    assert list(told) == ["seeded.both"]
    assert "seeded.pale" in told["seeded.both"] and "with seeded.dark" in told["seeded.both"]
    assert dominated(both=dry_spell("surely", PALE, DARK), pale=dry_spell("maybe", PALE)) == {}


def test_what_says_as_much_on_more_answers_does_not_stand_in_where_another_tells_those():
    """Then both of those on fewer answers count, and the one on all of them does not."""
    rules = {"wide": lambda: dry_spell("surely", PALE, DARK),
             "narrow": lambda: dry_spell("maybe", PALE, DARK, FERN, tells="leaf.colour"),
             "dark": lambda: dry_spell("surely", DARK)}  # fmt: skip
    assert "seeded.narrow" in dominated(wide=rules["wide"](), narrow=rules["narrow"]())
    assert "seeded.narrow" not in dominated(**{name: rule() for name, rule in rules.items()})


def test_of_two_rules_that_stand_in_for_each_other_one_is_named():
    """All that is named can go together."""
    answers = "leaf.colour pot.light"
    first, second = (dry_spell("maybe", PALE, DARK, one, tells=answers) for one in (FERN, FERN))
    seeded = replace(PLANTS, rules=(*PLANTS.rules, *chapter(first=first, second=second)))
    prover = RuleProver(seeded)
    rules = [seeded.rule("seeded.first"), seeded.rule("seeded.second")]
    assert all(map(prover.changes_nothing, rules)) and not prover.changes_nothing(rules[0], without=rules[1:])


def test_evidence_that_is_shown_to_be_idle_moves_no_certainty():
    """What the proof says, the arithmetic says: of rules that the base keeps though they change nothing."""
    sheet = Sheet(KNOWLEDGE, [case.answers for case in library_cases("clinic", "hard") if isinstance(case, Case)])
    prover = RuleProver(KNOWLEDGE)
    idle = [name for kind, _, name in (key.partition(":") for key in KNOWLEDGE.accepted) if kind == "dominated"]
    rules = [rule for rule in map(KNOWLEDGE.rule, idle) if rule.sign]
    assert len(rules) > 20
    for rule in part_of(rules, 8):
        assert prover.changes_nothing(rule), rule.name
        for case, cause, certain in sheet.weighed(Variant(KNOWLEDGE.position[rule.name], None, ())):
            assert {level_of(certain), level_of(sheet.certainties[case][cause])} == {"none"}, rule.name


# -- tables ----------------------------------------------------------------------------------------------------------


def test_a_cause_that_no_single_answer_makes_possible():
    mites = Cause("mites", "specific", "Mites", "Small.")
    both = made(PLANTS, Supports, Leaf(colour="pale"), Pot(light="no"), cause=mites, hedge="surely")
    strong = made(PLANTS, Supports, Leaf(colour="pale"), cause=mites, hedge="surely")

    def unreached(rule):
        causes, rules = (*PLANTS.causes, mites), (*PLANTS.rules, *chapter(odd=rule))
        return found(replace(PLANTS, causes=causes, rules=rules), "unreached")

    assert unreached(strong) == []
    (one,) = unreached(both)
    assert one.about == "cause mites" and "pale" in one.example and "light" in one.example


def test_a_red_flag_whose_question_no_place_brings_up():
    asked = [one for one in verify(PLANTS).problems if one.kind == "unasked"]
    assert [one.about for one in asked] == ["red flag pot.soil=soaked"]  # the example's own, accepted there
    elsewhere = made(PLANTS, Alerts, Pot(soil="soaked"), Leaf(place=none_of("old", "young")))
    bare = replace(PLANTS, accepted={})
    assert len(found(bare, "unasked", odd=elsewhere)) == 1 and found(bare, "unasked", odd=alert_again()) == []


def alert_again():
    return made(PLANTS, Alerts, Pot(soil="soaked"), Leaf(place="old"))


def test_advice_that_no_case_can_bring():
    """It is taken back wherever it is given."""
    say = Remark("seeded", "Seeded.")
    rules = {
        "gives": Advises(Pot(soil="dry"), advice=say, cause=THIRST, claims="T4", because="it is dry"),
        "takes": Withholds(Pot(soil=one_of("dry", "moist")), advice=say, claims="T4", because="it is not wet"),
    }
    (one,) = found(PLANTS, "untold", **rules)
    assert "seeded" in one.text and "dry" in one.example and one.severity == REMARK
    rules = {
        "gives": Advises(Pot(soil="dry"), advice=say, cause=THIRST, claims="T4", because="it is dry"),
        "takes": Withholds(Pot(soil="dry"), Plant(kind="fern"), advice=say, claims="T4", because="it is a fern"),
    }
    assert found(PLANTS, "untold", **rules) == []


def test_numbers_on_either_side_of_which_no_case_lies():
    reader = CaseReader(PLANTS)
    library = [reader.read_mapping({"plant": {"days_dry": days}}).answers for days in (20, 30)]
    bare = replace(PLANTS, accepted={})
    problems = found(bare, "untried", library)
    assert {problem.about for problem in problems} == {"number long ago", "number flood"}
    (short,) = [problem for problem in problems if problem.about == "number long ago"]
    assert "short of it" in short.text and "days_dry: 13" in short.example
    library += [reader.read_mapping({"plant": {"days_dry": 3}}).answers]
    assert "number long ago" not in {problem.about for problem in found(bare, "untried", library)}


# -- the whole -------------------------------------------------------------------------------------------------------


def test_without_the_solver_the_rest_is_looked_for_and_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "z3", None)
    seeded = replace(PLANTS, rules=(*PLANTS.rules, *chapter(
        both=made(PLANTS, Supports, Leaf(colour="brown"), cause=THIRST),
        against=made(PLANTS, Opposes, Leaf(colour="brown"), cause=THIRST),
        never=made(PLANTS, Supports, Pot(soil="dry"), Pot(soil="moist"), cause=THIRST),
    )))  # fmt: skip
    verified = verify(seeded)
    kinds = {one.kind for one in verified.problems}
    assert "opposed" in kinds and not kinds & {"unfirable", "dominated", "idle", "implied", "untold"}
    assert any("z3" in what and "pip install" in what for what in verified.left_out)
    assert "seeded.never" in verified.undecided


@pytest.mark.parametrize("name", SMALL)
def test_the_examples_have_nothing_open_in_a_thorough_check(name):
    checked = check(KnowledgeName(NAMES[name]), thorough=True, library=PLANTED if name == "plants" else None)
    assert checked.open == () and list(checked.told())[-1] == "ok"
    assert {one.key for one in checked.accepted} == set(BASES[name].accepted)


def test_what_was_not_looked_for_may_be_accepted():
    base = replace(PLANTS, accepted={"dominated:thirst.brown": "since", "lint:a": "since"})
    assert [one.key for one in settled(base, [], KINDS)[0]] == ["accepted:lint:a"]
    remark = Problem("dominated", "thirst.brown", "so", severity=REMARK)
    assert settled(base, [remark])[1] == (remark,)


def test_the_commands_results_are_lines_and_json(capsys):
    where = ["--kb", NAMES["kettle"], "kb", "check"]
    assert cli.main([*where, "--format", "json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["loads"] is True and shown["faults"] == [] and shown["remarks"] == []
    assert {one["key"]: one["reason"] for one in shown["accepted"]} == dict(KETTLE.accepted)
    assert cli.main([*where, "--quick"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "ok"


@pytest.mark.skipif(not LONG, reason="the whole base takes a while; set FOOTWISE_LONG")
def test_the_base_has_nothing_open_in_a_thorough_check():
    library = [case.answers for case in library_cases() if isinstance(case, Case)]
    checked = check(KnowledgeName(NAMES["feet"]), thorough=True, library=library)
    assert [str(one) for one in checked.open] == [] and list(checked.undecided) == []
    assert {one.key for one in checked.accepted} == set(KNOWLEDGE.accepted)


# -- many cases side by side -----------------------------------------------------------------------------------------


def test_a_sheet_of_cases_says_what_the_engine_says():
    """The same firings, certainties and whatever is told: of every case, one by one and side by side."""
    cases = [case for case in library_cases("clinic", "article", "hard") if isinstance(case, Case)]
    consultant = Consultant(KNOWLEDGE)
    sheet = Sheet(KNOWLEDGE, [case.answers for case in cases])
    for place, case in enumerate(cases):
        real = consultant.consult(case.answers)
        assert [KNOWLEDGE.rules[rule].name for rule in sheet.fired[place]] == [one.rule.name for one in real.trace]
        assert sheet.certainties[place] == real.certainties
        assert sheet.told(place) == Told.of(real), sheet.told(place).differs(Told.of(real))


def test_a_rule_that_waits_for_a_level_is_found_where_it_is_reached():
    sheet = Sheet(PLANTS, [{"pot.light": "no"}, {"pot.light": "yes"}])
    move = PLANTS.position["darkness.move"]
    assert sheet.fires[move] == 0b01 and sheet.reached["darkness", "likely"] == 0b01
