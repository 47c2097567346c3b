"""Why not, and how, against the engine: every case of the library, every cause, every rule that did not fire."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
from rich.console import Console
from shared import CONSULTANT, READER, library_cases, part_of

from expert.cases.case import Case
from expert.conditions import Atom
from expert.consultation import Consultation, Evidence
from expert.examining.why_not import missed_rules, repair
from expert.explaining.explanation import write_explanation
from expert.fields import Answers, Computed
from expert.outlook import Outlook
from expert.rules import Finds, Supports
from kb.book import KNOWLEDGE

CASES = {case.source: case for case in part_of(library_cases("article", "clinic"), 3) if isinstance(case, Case)}
CAUSES = {cause.id: cause for cause in KNOWLEDGE.causes}


def case_of(**groups) -> Case:
    """A case from plain data."""
    return READER.read_mapping(groups, source="here#1", default_id="here")


def values_of(answers: Answers, key: str) -> list[object]:
    """The facts that a case gives for a field, worked out without the code under test."""
    held = KNOWLEDGE.vocabulary.fields[key]
    if isinstance(held, Computed):
        found = held.value(answers)
        return [] if found is None else [found[0]]
    return list(held.facts(answers[key])) if key in answers else []


def check_atom(outlook: Outlook, atom: Atom, standing: str, findings: set[str]) -> None:
    """What is said of a condition is so."""
    answers = outlook.answers
    if atom.kind == "finding":
        assert (standing == "holds") == (atom.key in findings)
        for rule in KNOWLEDGE.finders[atom.key] if standing != "holds" else ():
            for below in rule.atoms:
                check_atom(outlook, below, outlook.atom(below), findings)
        return
    values = values_of(answers, atom.key)
    assert (standing == "holds") == any(map(atom.test, values))
    if standing == "fails":
        assert values, f"{atom} is said to fail and is not known"
    if standing == "unknown":
        assert not values
        assert any(name not in answers for name in KNOWLEDGE.vocabulary.sources(atom.key))


class Firing:
    """Which rules fire, each case consulted about once: many rules would fire by the same change."""

    def __init__(self) -> None:
        self.known: dict[str, set[str]] = {}

    def __call__(self, answers: Answers) -> set[str]:
        key = repr(sorted(answers.items()))
        if key not in self.known:
            self.known[key] = {firing.rule.name for firing in CONSULTANT.consult(answers).trace}
        return self.known[key]


@pytest.mark.parametrize("source", part_of(CASES, 4))
def test_conditions_stand_as_it_is_said_and_the_named_changes_fire_the_rule(source: str) -> None:
    answers = CASES[source].answers
    before, outlook, fired_by = CONSULTANT.consult(answers), Outlook(KNOWLEDGE, answers), Firing()
    fired = fired_by(answers)
    findings = {firing.rule.finding for firing in before.trace if isinstance(firing.rule, Finds)}
    for cause in KNOWLEDGE.causes:
        rules = [rule for rule in KNOWLEDGE.evidence[cause.id] if rule.sign > 0]
        missed = missed_rules(before, cause)
        assert {one.rule.name for one in missed} == {rule.name for rule in rules} - fired
        assert [one.distance for one in missed] == sorted(one.distance for one in missed)
        for one in missed:
            assert any(standing != "holds" for _, standing in one.conditions)
            for atom, standing in one.conditions:
                check_atom(outlook, atom, standing, findings)
            changes = one.repair.answers
            if changes is None:
                assert one.repair.obstacle
                continue
            after = {**answers, **changes}
            assert all(after[key] != answers.get(key) for key in changes)
            assert KNOWLEDGE.contradiction(after) is None
            assert one.rule.name in fired_by(after), one.rule
            for key in changes:  # none of them is idle
                fewer = {name: answer for name, answer in after.items() if name != key}
                if key in answers:
                    fewer[key] = answers[key]
                if KNOWLEDGE.contradiction(fewer) is None:
                    assert one.rule.name not in fired_by(fewer)


def test_nearly_every_rule_can_be_fired() -> None:
    refused = {(source, one.rule.name): one.repair.obstacle for source, case in part_of(CASES.items(), 3)
               for cause in KNOWLEDGE.causes for one in missed_rules(CONSULTANT.consult(case.answers), cause)
               if one.repair.answers is None}  # fmt: skip
    assert all("contradict" in obstacle for obstacle in refused.values()), refused


def test_every_rule_of_evidence_can_fire_on_its_own() -> None:
    for rule in (rule for rules in KNOWLEDGE.evidence.values() for rule in rules):
        found = repair(KNOWLEDGE, {}, rule)
        assert found.answers is not None, rule
        assert rule.name in {firing.rule.name for firing in CONSULTANT.consult(found.answers).trace}


def test_a_change_that_contradicts_an_answer_is_not_named() -> None:
    case = case_of(signs={"injury": False}, pain={"location": "ankle_outer"})
    before = CONSULTANT.consult(case.answers)
    missed = {one.rule.name: one for one in missed_rules(before, CAUSES["ankle_sprain"])}
    rolled = missed["ankle_sprain.rolled"] if "ankle_sprain.rolled" in missed else next(
        one for one in missed.values() if any(atom.key in ("signs.rolled_ankle", "rolled ankle")
                                              for atom, _ in one.conditions))  # fmt: skip
    assert rolled.repair.answers is None
    assert "contradicts" in rolled.repair.obstacle
    out = Console(file=io.StringIO(), width=200)
    write_explanation(out, before, case, why_not=["ankle_sprain"])
    assert "With your other answers it cannot be so: signs.injury: no contradicts" in out.file.getvalue()


def test_the_text_names_the_change() -> None:
    case = case_of(pain={"location": ["heel"], "worst": ["end_of_day"]})
    out = Console(file=io.StringIO(), width=200)
    write_explanation(out, CONSULTANT.consult(case.answers), case, why_not=["plantar_fasciitis"])
    shown = out.file.getvalue()
    assert "It would fire if: the pain is worst during the first steps in the morning and the last hours" in shown


# -- how -------------------------------------------------------------------------------------------------------------


def rules_in(entries: tuple[Evidence, ...]) -> Iterator[str]:
    """The rules of a tree, from the top down."""
    for entry in entries:
        yield entry.firing.rule.name
        yield from rules_in(entry.because)


def findings_under(result: Consultation, names: set[str]) -> set[str]:
    """These rules and all fired rules that made the findings they stand on."""
    fired = {firing.rule.name: firing.rule for firing in result.trace}
    found, new = set(names), set(names)
    while new:
        wanted = {atom.key for name in new for atom in fired[name].atoms if atom.kind == "finding"}
        new = {n for n, rule in fired.items() if isinstance(rule, Finds) and rule.finding in wanted} - found
        found |= new
    return found


@pytest.mark.parametrize("source", part_of(CASES, 2))
def test_trees_hold_exactly_the_rules_that_fired(source: str) -> None:
    result = CONSULTANT.consult(CASES[source].answers)
    for found in result.conclusions:
        for sign, tree in ((1, found.because), (-1, found.against)):
            fired = [f.rule.name for f in result.trace if isinstance(f.rule, Supports)
                     and f.rule.cause is found.cause and f.rule.sign == sign]  # fmt: skip
            assert [entry.firing.rule.name for entry in tree] == fired
            assert set(rules_in(tree)) == findings_under(result, set(fired))
    for firing in result.trace:
        for key, values in firing.facts.items():
            tests = [atom for atom in firing.rule.atoms if atom.key == key]
            for value in values if values is not None else values_of(result.answers, key):
                assert values is None or any(atom.test(value) for atom in tests)
