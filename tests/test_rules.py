"""Every rule has a case that fires it and a near miss, one answer away, that does not.

The cases stand in ``kb/cases/rules``, a file a chapter, in the order of the rules: ``bunions.yaml`` has those of the
rules whose names begin with ``bunions.``.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

from shared import CONSULTANT, for_each, library_cases

from expert.cases.case import Case
from expert.errors import did_you_mean
from kb.book import KNOWLEDGE

FIRES, NEAR_MISS = "fires", "near miss"
ITEMS = library_cases("rules")


def chapter(rule):
    """The file in which the cases of a rule stand."""
    return f"{rule.partition('.')[0]}.yaml"


def of_rule(item):
    """The rule that a case is about, and its role there: ``RULE-NAME fires`` or ``RULE-NAME near miss``."""
    rule, _, role = item.id.partition(" ")
    return rule, role


CASES = {of_rule(item): item for item in ITEMS}


@cache
def fired(rule, role):
    """The rules that fire in this case."""
    assert (rule, role) in CASES, f"kb/cases/rules/{chapter(rule)} has no case `id: {rule} {role}`"
    item = CASES[rule, role]
    assert isinstance(item, Case), item.error
    return {firing.rule.name for firing in CONSULTANT.consult(item.answers).trace}


def strays(cases, rules):
    """What is wrong with the names of cases: no such rule, no such role, or one name twice."""
    found = [
        f"{rule}: no such rule{did_you_mean(rule, rules)}" for rule, _ in dict.fromkeys(cases) if rule not in rules
    ]
    found += [f"{rule} {role}: {role!r} is neither {FIRES!r} nor {NEAR_MISS!r}" for rule, role in cases
              if role not in (FIRES, NEAR_MISS)]  # fmt: skip
    return found + [f"{rule} {role}: {times} times" for (rule, role), times in Counter(cases).items() if times > 1]


def test_every_case_is_read_and_says_what_makes_the_difference():
    for item in ITEMS:
        assert isinstance(item, Case), f"{item.source}: {item.error}"
        assert item.note, f"{item.id} has no note"
        assert item.expect is None, f"{item.id} tries a rule and must not be scored"


def test_every_case_is_about_a_rule_that_exists():
    assert strays([of_rule(item) for item in ITEMS], KNOWLEDGE.position) == []


def test_a_renamed_rule_is_noticed_with_its_new_name():
    assert strays([("bunions.bumps", FIRES)], KNOWLEDGE.position) == [
        "bunions.bumps: no such rule, did you mean bunions.bump?"
    ]
    assert strays([("bunions.bump", "misses")] * 2, KNOWLEDGE.position) == [
        *["bunions.bump misses: 'misses' is neither 'fires' nor 'near miss'"] * 2,
        "bunions.bump misses: 2 times",
    ]


def files_of(item):
    """The file that a case stands in, and the one in which it should."""
    return Path(item.source.rpartition("#")[0]).name, chapter(of_rule(item)[0])


def test_the_cases_stand_in_the_file_of_their_chapter():
    assert [(item.id, *files_of(item)) for item in ITEMS if len({*files_of(item)}) > 1] == []


def test_the_cases_stand_in_the_order_of_the_rules():
    written = {}
    for item in ITEMS:
        rule = of_rule(item)[0]
        written.setdefault(chapter(rule), {})[rule] = None
    for file, rules in written.items():
        right = [rule for rule in KNOWLEDGE.position if rule in rules]
        moved = next((pair for pair in zip(rules, right, strict=False) if pair[0] != pair[1]), None)
        assert moved is None, f"kb/cases/rules/{file}: the cases of {moved[1]} belong before those of {moved[0]}"


@for_each("rule", KNOWLEDGE.position)
def test_rule(rule):
    assert rule in fired(rule, FIRES), f"{rule} does not fire in its own case"
    assert rule not in fired(rule, NEAR_MISS), f"{rule} fires in its near miss, too"
    fires, near = (CASES[rule, role].answers for role in (FIRES, NEAR_MISS))
    assert list(fires) == list(near), f"{rule}: a near miss changes an answer, it neither adds nor leaves one out"
    changed = [field for field in fires if fires[field] != near[field]]
    assert len(changed) == 1, f"{rule}: {len(changed)} answers differ, not one: {', '.join(changed)}"
