"""What a runner asks beyond remedies: every cause answers it, shortly, and beside a possible crack nothing says run."""

from __future__ import annotations

import pytest

from expert import Evaluator
from expert.rules import Guides
from kb.book import KNOWLEDGE, QUESTIONS
from kb.guidance import GUIDANCE_CHAPTERS, SAYS_RUN
from kb.remedies_beyond import REMEDY_CHAPTERS

EVALUATOR = Evaluator(KNOWLEDGE)
RULES = [rule for chapter in (*GUIDANCE_CHAPTERS, *REMEDY_CHAPTERS) for rule in chapter.rules]
REMARKS = {rule.remark.id: rule.remark for rule in RULES if rule.remark is not None}
#: Answers that make bone possible, each beside another cause.
BONE_AND_OTHERS = {
    "mileage": {"training": {"more_than_usual": "yes"}},
    "sole": {"pain": {"location": ["arch"], "worst": ["morning"]}},
    "tendon": {"pain": {"location": ["achilles", "top_of_foot"], "worst": ["morning"]}},
    "fungus": {"signs": {"itching_toes": "yes"}},
    "bunion": {"pain": {"location": ["big_toe_joint"]}, "signs": {"toe_joint_bump": "yes"}},
    "laces": {"pain": {"location": ["top_of_foot"]}, "shoes": {"tight_on_top": "yes"}},
}


@pytest.mark.parametrize("about", QUESTIONS)
@pytest.mark.parametrize("cause", KNOWLEDGE.causes, ids=lambda cause: cause.id)
def test_every_cause_answers_every_question_whenever_it_is_concluded(cause, about):
    plain = [
        rule
        for rule in RULES
        if isinstance(rule, Guides)
        and rule.cause is cause
        and rule.about == about
        and [(atom.kind, atom.key, *atom.test.values) for atom in rule.atoms] == [("conclusion", cause.id, "possible")]
    ]
    assert plain


@pytest.mark.parametrize("remark", REMARKS.values(), ids=list(REMARKS))
def test_a_remark_is_short(remark):
    assert len(remark.text.split()) <= 31


@pytest.mark.parametrize("others", BONE_AND_OTHERS.values(), ids=list(BONE_AND_OTHERS))
def test_beside_a_possible_crack_nothing_says_run(others):
    signs = {**others.get("signs", {}), "tender_bone": ["metatarsal"]}
    result = EVALUATOR.evaluate({**others, "signs": signs})
    assert "stress_fracture" in [one["cause"] for one in result["conclusions"]]
    told = {one["text"] for one in result["guidance"]}
    assert told.isdisjoint(remark.text for remark in SAYS_RUN)
    assert [one["for"] for one in result["guidance"] if one["about"] == "running"] == [["stress_fracture"]]
