"""What would change it: each change run again, minimal, and none smaller or missed that brute force finds."""

from __future__ import annotations

import io
import json
import random
from itertools import combinations

import pytest
from rich.console import Console
from shared import CONSULTANT, LIBRARY, READER, library_cases, part_of

from expert.cases.case import Case
from expert.consultation import Consultant
from expert.examining.counterfactual import Prospector
from expert.examining.edits import Edit, Editor, edited
from expert.examining.evidence_sets import EvidenceRules
from expert.explaining.explanation import write_explanation
from expert.fields import Choice, Many
from kb.book import KNOWLEDGE

PROSPECTOR = Prospector(CONSULTANT)
VOCABULARY = KNOWLEDGE.vocabulary
CLINIC = LIBRARY / "clinic.yaml"
CASES = [case for case in library_cases("article", "clinic") if isinstance(case, Case)]
EDITOR = Editor(VOCABULARY, EvidenceRules(KNOWLEDGE).atoms)


def top_of(answers):
    """The id of the cause that comes first."""
    found = CONSULTANT.consult(answers).conclusions
    return found[0].cause.id if found else None


def case_of(**groups):
    """A case from plain data."""
    return READER.read_mapping(groups, source="here#1", default_id="here")


def does(cause, down, answers):
    """Whether a possible case has the wanted cause first, or another than it."""
    if KNOWLEDGE.contradiction(answers) is not None:
        return False
    return (top_of(answers) != cause) if down else top_of(answers) == cause


# -- verified and minimal --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", part_of(CASES, 10), ids=lambda case: case.source.rsplit("/")[-1])
def test_every_change_does_it_and_no_part_of_it_does(case):
    prospect = PROSPECTOR.search(case.answers)
    assert [way.cause for way in prospect.ways[1:]] != [] and {way.cause for way in prospect.ways} == {
        *KNOWLEDGE.causes
    }
    for way in prospect.ways:
        assert way.down == (way.cause.id == top_of(case.answers))
        assert len({len(change.edits) for change in way.changes}) <= 1 and len(way.changes) <= 3
        for change in way.changes:
            after = edited(VOCABULARY, case.answers, change.edits)
            assert {**case.answers, **change.answers} == {**after, **{k: None for k in case.answers if k not in after}}
            assert KNOWLEDGE.contradiction(after) is None
            assert CONSULTANT.consult(after).result() == change.after.result()
            assert does(way.cause.id, way.down, after)
            for edit in change.edits if len(change.edits) > 1 else ():
                assert not does(way.cause.id, way.down, edited(VOCABULARY, case.answers, [edit])), change


# -- brute force -----------------------------------------------------------------------------------------------------


class Few(Editor):
    """An editor that only knows some of the fields, so that all pairs can be run."""

    def __init__(self, fields):
        super().__init__(VOCABULARY, EvidenceRules(KNOWLEDGE).atoms)
        self.fields = fields

    def edits(self, answers, key):
        """The changes of the chosen fields; of a list only some of the values."""
        if key in self.fields:
            wanted = self.fields[key]
            yield from (e for e in super().edits(answers, key) if not e.value or wanted is None or e.value in wanted)


def small(seed):
    """A small random case, and the changes to allow: about 25."""
    dice = random.Random(seed)
    felt = [key for key in EvidenceRules(KNOWLEDGE).fields if key != "pain.location"]
    answers = {}
    for key in dice.sample(felt, dice.randint(1, 6)) + ["pain.location"]:
        held = VOCABULARY.asked[key]
        if isinstance(held, Many):
            chosen = set(dice.sample(list(held.values), dice.randint(0, 2)))
            answers[key] = tuple(value for value in held.values if value in chosen)
        elif isinstance(held, Choice):
            answers[key] = dice.choice(list(held.values))
        elif numbers := EDITOR.numbers(answers, key):
            answers[key] = dice.choice(numbers)
    if dice.random() < 0.2:
        del answers["pain.location"]
    others = [key for key in felt if key not in answers]
    fields = {"pain.location": tuple(dice.sample(list(VOCABULARY.asked["pain.location"].values), 6))}
    for key in [*answers, *dice.sample(others, 6)]:
        held = VOCABULARY.asked[key]
        fields.setdefault(key, tuple(dice.sample(list(held.values), 2)) if isinstance(held, Many) else None)
    return answers, fields


def brute(answers, editor):
    """For each cause all the smallest changes of one or two answers, by running every one."""
    edits = [edit for key in VOCABULARY.asked for edit in editor.edits(answers, key)]
    before = top_of(answers)
    ends = {}
    for size in (1, 2):
        for chosen in combinations(edits, size):
            if size == 2 and not chosen[0].goes_with(chosen[1]):
                continue
            after = edited(VOCABULARY, answers, chosen)
            ends[frozenset(chosen)] = top_of(after) if KNOWLEDGE.contradiction(after) is None else before
    found = {}
    for cause in (cause.id for cause in KNOWLEDGE.causes):
        did = [one for one, top in ends.items() if (top != before if cause == before else top == cause)]
        least = min(map(len, did), default=0)
        found[cause] = {one for one in did if len(one) == least}
    return found, len(edits)


@pytest.mark.parametrize("seed", part_of(range(24), 2))
def test_brute_force_finds_the_same_changes_and_no_others(seed):
    answers, fields = small(seed)
    if KNOWLEDGE.contradiction(answers) is not None:
        pytest.skip("the answers contradict each other")
    prospector = Prospector(CONSULTANT)
    prospector._editor = Few(fields)
    expected, count = brute(answers, prospector._editor)
    assert count >= 10
    prospect = prospector.search(answers, most=None)
    for way in prospect.ways:
        assert {frozenset(change.edits) for change in way.changes} == expected[way.cause.id], way.cause.id
    few = prospector.search(answers)
    assert [bool(way.changes) for way in few.ways] == [bool(way.changes) for way in prospect.ways]
    for way in few.ways:
        assert {frozenset(change.edits) for change in way.changes} <= expected[way.cause.id]


@pytest.mark.parametrize("case", [CASES[0], CASES[20], CASES[60]], ids=lambda case: case.id)
def test_no_single_change_of_the_whole_vocabulary_is_missed(case):
    before = top_of(case.answers)
    tops = set()
    for key in VOCABULARY.asked:
        for edit in EDITOR.edits(case.answers, key):
            after = edited(VOCABULARY, case.answers, [edit])
            if KNOWLEDGE.contradiction(after) is None:
                tops.add(top_of(after))
    for way in PROSPECTOR.search(case.answers, size=1).ways:
        expected = tops - {before} if way.down else tops & {way.cause.id}
        assert bool(way.changes) == bool(expected), way.cause.id


@pytest.mark.parametrize("case", CASES[::4], ids=lambda case: case.id)
def test_what_is_weighed_is_what_the_engine_says(case):
    dice = random.Random(case.id)
    standing = EvidenceRules(KNOWLEDGE).standing(case.answers)
    edits = [edit for key in VOCABULARY.asked for edit in EDITOR.edits(case.answers, key)]
    for chosen in [[], *([edit] for edit in dice.sample(edits, 20)), *(dice.sample(edits, 2) for _ in range(20))]:
        after = edited(VOCABULARY, case.answers, chosen)
        turned = standing.turned(standing.flips(after, {edit.field for edit in chosen}))
        found = CONSULTANT.consult(after)
        weighed = {KNOWLEDGE.causes[cause].id: certainty for certainty, _, cause in standing.ranks(turned)}
        assert weighed == found.certainties, chosen
        first = standing.first(turned)
        assert (first and first.id) == (found.conclusions[0].cause.id if found.conclusions else None), chosen


# -- contradictions, lists, numbers ----------------------------------------------------------------------------------


def test_a_contradictory_change_is_mended_or_not_offered():
    case = case_of(signs={"injury": False})
    (way,) = PROSPECTOR.search(case.answers, ["ankle_sprain"], most=None).ways
    assert way.changes
    for change in way.changes:
        after = edited(VOCABULARY, case.answers, change.edits)
        assert not (after.get("signs.injury") == "no" and after.get("signs.rolled_ankle") in ("inward", "yes"))
    mended = {frozenset(edit.field for edit in change.edits) for change in way.changes}
    assert {"signs.injury", "signs.rolled_ankle"} in mended or all(len(fields) == 1 for fields in mended)


def test_lists_change_by_one_value():
    answers = case_of(pain={"location": ["heel", "arch"]}).answers
    edits = list(EDITOR.edits(answers, "pain.location"))
    assert Edit("pain.location", "remove", value="heel") in edits and Edit("pain.location", "unset") in edits
    assert edited(VOCABULARY, answers, [Edit("pain.location", "add", value="sole")])["pain.location"] == (
        "arch", "heel", "sole",
    )  # fmt: skip
    both = [Edit("pain.location", "remove", value="heel"), Edit("pain.location", "remove", value="arch")]
    assert edited(VOCABULARY, answers, both)["pain.location"] == ()
    assert edited(VOCABULARY, {}, [Edit("pain.location", "add", value="sole")]) == {"pain.location": ("sole",)}
    assert Edit("pain.location", "set", ()) in list(EDITOR.edits({}, "pain.location"))


@pytest.mark.parametrize(
    ("groups", "key", "expected"),
    [
        ({"training": {"weekly_before": "20 mi", "weekly_now": "30 mi"}}, "training.weekly_now",
         {"22 mi", "25 mi", "40 mi"}),
        ({"training": {"weekly_before": "32 km", "weekly_now": "40 km"}}, "training.weekly_before", {"30 km", "37 km"}),
        ({"shoes": {"age": "100 km"}}, "shoes.age", {"805 km"}),
        ({"runner": {"age": 44}}, "runner.age", {"15", "17", "39", "50", "65"}),
        ({"training": {"mileage_change": 5}}, "training.mileage_change", {"11", "30"}),
        ({}, "training.longest_now", {"10 mi", "12 mi", "13 mi"}),
    ],
)  # fmt: skip
def test_numbers_lie_just_across_each_limit(groups, key, expected):
    editor = Editor(VOCABULARY, [atom for rule in KNOWLEDGE.rules for atom in rule.atoms])
    assert {number.text for number in editor.numbers(case_of(**groups).answers, key)} == expected


def test_it_is_the_same_every_time_and_says_how_far_it_went():
    once, again = (Prospector(CONSULTANT).search(CASES[5].answers) for _ in range(2))
    assert once.result() == again.result()
    assert once.reach.singles > 100 and once.reach.pairs > 5000
    assert "complete up to two answers" in once.reach.sentence()
    assert "none of two" in PROSPECTOR.search(CASES[5].answers, size=1).reach.sentence()


def test_facts_about_the_body_come_first():
    ranks = []
    for way in PROSPECTOR.search(case_of(pain={"location": ["heel"]}, training={"more_than_usual": True}).answers).ways:
        for change in way.changes:
            ranks.append([edit.field.split(".")[0] for edit in change.edits])
    assert ranks and all(group != "runner" for groups in ranks for group in groups)


def test_article_only_and_nothing_known():
    prospect = Prospector(Consultant(KNOWLEDGE.article_only())).search({})
    assert not any(way.down for way in prospect.ways)
    assert sum(bool(way.changes) for way in prospect.ways) == len(KNOWLEDGE.causes)


# -- as it is read ---------------------------------------------------------------------------------------------------


def test_text_names_changes_in_words():
    case = case_of(pain={"location": ["heel"], "worst": ["morning"]})
    before = CONSULTANT.consult(case.answers)
    out = Console(file=io.StringIO(), width=160)
    write_explanation(out, before, case, prospect=PROSPECTOR.search(case.answers))
    shown = out.file.getvalue()
    section = shown[shown.index("What would change it") : shown.index("This informs")]
    assert "Plantar fasciitis would no longer come first if:" in section
    assert "Achilles tendonitis would come first if:" in section
    assert "This is no advice" in section and "The search is complete" in section
    assert ", too (you said: the pain is in the heel)" in section and "pain.location" not in section


def test_command(here):
    code, out, _ = here("explain", f"{CLINIC}#6", "--what-would-change", "--format", "json")
    ways = json.loads(out)["what_would_change"]
    assert code == 0 and len(ways) == len(KNOWLEDGE.causes) and ways[0]["becomes"] == "not first"
    assert all(way["search"]["complete"] for way in ways)
    code, out, _ = here("explain", f"{CLINIC}#6", "--what-would-change", "--cause", "ankle_sprain")
    assert code == 0 and out.count("would come first if:") == 1 and "Ankle sprain would come first if:" in out
    code, out, _ = here("explain", f"{CLINIC}#6")
    assert code == 0 and "What would change it" in out and "none of two" in " ".join(out.split())
