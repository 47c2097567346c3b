"""Rules that are a little wrong: what each fault is, which cases notice it, what is said where none does."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
import yaml
from houseplants import PLANTS
from shared import LONG, library_cases, part_of

import cli
from expert.cases.case import Case
from expert.cases.reader import CaseReader
from expert.commands.kb.mutate import _by_case, _survivors
from expert.consultation import Consultant
from expert.examining.climbing import Climber
from expert.examining.mutants import OPERATORS, Mutator
from expert.examining.mutation import CAUGHT, EQUIVALENT, SURVIVED, Judged, Mutation, score
from expert.examining.sheet import Sheet, Told
from expert.examining.ways import Ways
from kb.book import KNOWLEDGE

READER = CaseReader(PLANTS)
WHERE = ["--kb", "houseplants:PLANTS", "kb", "mutate"]


def plant(name="a", **groups):
    return READER.read_mapping(groups, source=f"{name}#1", default_id=name)


def mutants(rule, operator):
    return [one for one in Mutator(PLANTS).mutants(PLANTS.rule(rule)) if one.operator == operator]


def without(rule):
    return replace(PLANTS, rules=[one for one in PLANTS.rules if one is not rule])


# -- the faults ------------------------------------------------------------------------------------------------------


def test_every_kind_of_fault_is_made():
    made = [one for rule in PLANTS.rules for one in Mutator(PLANTS).mutants(rule)]
    assert {one.operator for one in made} == set(OPERATORS)
    assert len({one.name for one in made}) == len(made)
    assert sum(one.operator == "drop rule" for one in made) == len(PLANTS.rules)
    conditions = sum(len(rule.atoms) for rule in PLANTS.rules)
    assert sum(one.operator == "negate condition" for one in made) == conditions


@pytest.mark.parametrize(
    ("rule", "operator", "said"),
    [
        ("soil.no_hole", "drop condition", ['without: "flood" was found', "without: the pot has no hole"]),
        ("thirst.dry_soil", "swap value", ["the soil is moist, in place of: the soil is dry"]),
        ("thirst.dry_soil", "swap cause", ["drowning in place of thirst"]),
        ("drowning.rot", "swap urgency", ["advisable in place of urgent", "emergency in place of urgent"]),
        ("drowning.repot_later", "swap stage", ["now in place of if_no_better"]),
    ],
)
def test_what_a_fault_says(rule, operator, said):
    assert [one.said for one in mutants(rule, operator)] == said


def test_a_hedge_is_swapped_for_the_next_weaker_and_the_next_stronger():
    (stronger,) = mutants("thirst.brown", "swap hedge")
    assert stronger.said.startswith("surely, strong (0.6), in place of maybe")
    (weaker,) = mutants("thirst.dry_soil", "swap hedge")
    assert weaker.said.startswith("maybe, moderate (0.4), in place of surely")


def test_making_mutants_leaves_the_base_as_it_is():
    before = [(rule.name, rule.atoms, rule.cause, rule.hedge) for rule in PLANTS.rules]
    hash_of = [hash(rule) for rule in PLANTS.rules]
    for rule in PLANTS.rules:
        list(Mutator(PLANTS).mutants(rule))
    assert [(rule.name, rule.atoms, rule.cause, rule.hedge) for rule in PLANTS.rules] == before
    assert [hash(rule) for rule in PLANTS.rules] == hash_of


# -- one rule otherwise is reasoned as the engine would --------------------------------------------------------------

SOME = [
    plant(pot={"soil": soil, "light": light, "drains": "no", "cups_before": 1, "cups_now": cups},
          leaf={"colour": list(colours)}, plant={"days_dry": days}, tried={"drying": "same"}).answers
    for soil in ("dry", "moist", "soaked") for light in ("yes", "no") for cups in (1, 3)
    for colours in ((), ("yellow",), ("brown",), ("yellow", "brown")) for days in (3, 20)
]  # fmt: skip
SOME = part_of(SOME, 4)
TOLD = [Told.of(Consultant(PLANTS).consult(answers)) for answers in SOME]


def expected_apart(base, rules):
    """The cases that a base with other rules tells something else, by the engine."""
    other = Consultant(replace(base, rules=rules, accepted={}))
    return [place for place, answers in enumerate(SOME) if Told.of(other.consult(answers)) != TOLD[place]]


@pytest.mark.parametrize("rule", [rule.name for rule in PLANTS.rules if not rule.finding])
def test_a_rule_that_is_not_there_shows_in_the_cases_in_which_the_engine_shows_it(rule):
    dropped = PLANTS.rule(rule)
    (mutant,) = mutants(rule, "drop rule")
    rest = [one for one in PLANTS.rules if one is not dropped]
    try:
        wanted = expected_apart(PLANTS, rest)
    except Exception:  # a base that cannot do without the rule
        pytest.skip("the base cannot be made without it")
    assert [case for case, _ in Sheet(PLANTS, SOME).apart(mutant.variant)] == wanted


@pytest.mark.parametrize("operator", ["drop condition", "swap value", "swap cause", "swap hedge", "swap stage",
                                      "shift threshold", "swap urgency"])  # fmt: skip
def test_a_fault_shows_in_the_cases_in_which_the_engine_shows_it(operator):
    """The rule is written so in earnest, by experta's own patterns, wherever it can be."""
    sheet, tried = Sheet(PLANTS, SOME), 0
    for rule in PLANTS.rules:
        for mutant in mutants(rule.name, operator):
            patterns = [
                pattern_of(atom) if atom.kind == "field" else condition
                for atom, condition in zip(mutant.variant.rule.atoms, patterns_of(rule, mutant), strict=True)
            ]
            written = rule.new_conditions(*patterns)
            parts = {name: held for name, held in vars(mutant.variant.rule).items() if name != "_atoms"}
            written.__dict__.update(parts)
            written.origin = written
            rules = [written if one is rule else one for one in PLANTS.rules]
            try:
                wanted = expected_apart(PLANTS, rules)
            except Exception:
                continue
            tried += 1
            assert [case for case, _ in sheet.apart(mutant.variant)] == wanted, mutant.name
    assert tried


def patterns_of(rule, mutant):
    """The rule's own patterns, without the one that the mutant drops; a level that was swapped is written anew."""
    from expert.conditions import Concluded

    left = list(mutant.variant.rule.atoms)
    kept = []
    for condition, atom in zip(rule, rule.atoms, strict=True):
        if len(rule.atoms) == len(left) or atom in left:
            kept.append(condition)
    for place, atom in enumerate(left):
        if atom.kind == "conclusion":
            kept[place] = Concluded(PLANTS.cause(atom.key), atom.test.values[0])
    return kept


def pattern_of(atom):
    from expert.conditions import Is
    from expert.experta_guard import P

    group, name = atom.key.split(".")
    value = atom.test.value if isinstance(atom.test, Is) else P(atom.test)
    return PLANTS.vocabulary.groups[group](**{name: value})


# -- what becomes of them --------------------------------------------------------------------------------------------


def judged(cases, rule, operator):
    return [one for one in Mutation(PLANTS, cases).judged(PLANTS.rule(rule)) if one.operator == operator]


def test_a_case_that_is_told_otherwise_catches_a_mutant():
    (one,) = judged([plant("dry", pot={"soil": "dry"})], "thirst.dry_soil", "drop rule")
    assert (one.verdict, one.by, one.own) == (CAUGHT, "dry", False)


def test_a_case_of_the_rules_own_catches_it_by_whether_it_fires():
    near = plant("thirst.long_ago near miss", plant={"days_dry": 3})
    fires = plant("thirst.long_ago fires", plant={"days_dry": 20})
    (one,) = judged([near, fires], "thirst.long_ago", "negate condition")
    assert (one.verdict, one.own) == (CAUGHT, True)
    (one,) = judged([plant("other", plant={"days_dry": 20})], "thirst.long_ago", "drop rule")
    assert one.verdict == SURVIVED


def test_a_survivor_comes_with_a_small_case_that_catches_it(monkeypatch):
    monkeypatch.setattr("expert.examining.mutation._MOST_MADE", 250)
    for rule in part_of(("thirst.brown", "drowning.rot", "soil.no_hole", "drowning.repot_now", "thirst.wet_soil"), 3):
        for one in Mutation(PLANTS, []).judged(PLANTS.rule(rule)):
            if one.verdict == SURVIVED and one.case:
                raw = yaml.load(one.case, Loader=yaml.BaseLoader)
                case = READER.read_mapping(raw)
                assert case.id.startswith(f"{rule} border ") and one.said in case.note
                again = [a for a in Mutation(PLANTS, [case]).judged(PLANTS.rule(rule), [one.operator])
                         if a.said == one.said]  # fmt: skip
                assert [a.verdict for a in again] == [CAUGHT], one
                assert len(case.answers) <= 4
                if case.expect:
                    from expert.cases.expectations import check

                    result = Consultant(PLANTS).consult(case.answers).result()
                    assert check(case.expect, result, PLANTS.urgencies)["passed"]


def test_what_is_printed_is_pasted_as_it_is_and_no_name_is_taken_twice(tmp_path, monkeypatch):
    monkeypatch.setattr("expert.examining.mutation._MOST_MADE", 250)
    old = replace(plant("thirst.brown border 1", pot={"soil": "dry"}), source="x#1")
    left = [one for one in Mutation(PLANTS, [old]).judged(PLANTS.rule("thirst.brown")) if one.case]
    pasted = tmp_path / "pasted.yaml"
    pasted.write_text("\n".join(line for same in _by_case(left) for line in _survivors(same)), encoding="utf-8")
    cases = list(READER.read_paths([str(pasted)], None))
    assert cases and all(isinstance(case, Case) for case in cases)
    names = [case.id for case in cases]
    assert len({*names, old.id}) == len(names) + 1 and all(name.startswith("thirst.brown border ") for name in names)


def test_a_case_is_found_step_by_step_where_a_difference_in_weight_shows():
    """From one in which it weighs otherwise and nobody sees it: the level is the same."""
    climber = Climber(PLANTS, Ways(PLANTS))
    begin = Sheet(PLANTS, [plant(pot={"soil": "dry"}, leaf={"colour": ["brown"]}, plant={"days_dry": 30}).answers])
    (mutant,) = mutants("thirst.brown", "swap hedge")
    assert list(begin.weighed(mutant.variant)) and not list(begin.apart(mutant.variant))
    found = climber.shown(mutant.variant, [begin])
    assert found is not None and list(Sheet(PLANTS, [found]).apart(mutant.variant))


def test_what_no_case_can_tell_apart_is_equivalent():
    pytest.importorskip("z3")
    (one,) = judged([], "drowning.not_yellow", "drop rule")  # without yellow leaves drowning is never concluded
    assert one.verdict == EQUIVALENT


def test_the_score_is_of_those_that_could_be_caught():
    found = score([Judged("a", "drop rule", "", verdict) for verdict in (CAUGHT, CAUGHT, EQUIVALENT, SURVIVED)])
    assert (found.caught, found.of, found.share) == (2, 3, pytest.approx(2 / 3))
    assert score([]).share == 1


def test_the_command_names_survivors_and_its_formula(capsys, monkeypatch):
    monkeypatch.setattr("expert.examining.mutation._MOST_MADE", 250)
    assert cli.main([*WHERE, "--rule", "thirst.", "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["caught"] + found["equivalent"] + found["survived"] == len(found["mutants"])
    assert {one["rule"].partition(".")[0] for one in found["mutants"]} == {"thirst"}
    assert cli.main([*WHERE, "--rule", "thirst.dry_soil", "--rule", "thirst.brown"]) == 1
    shown = capsys.readouterr().out
    assert "caught / (caught + survived)" in shown and "id: thirst.brown border 1" in shown
    assert cli.main([*WHERE, "--rule", "thirst.dry_sol"]) == 2
    assert "did you mean thirst.dry_soil?" in capsys.readouterr().err


@pytest.mark.skipif(not LONG, reason="all mutants take minutes; set FOOTWISE_LONG")
def test_the_library_notices_every_wrong_rule():
    pytest.importorskip("z3")
    cases = [case for case in library_cases() if isinstance(case, Case)]
    mutation = Mutation(KNOWLEDGE, cases)
    left = [one for rule in KNOWLEDGE.rules for one in mutation.judged(rule) if one.verdict == SURVIVED]
    assert [f"{one.rule}: {one.operator}: {one.said}" for one in left] == []
