"""A follow-up remembers: what was told stands until an answer changes it, and what makes it less urgent is said."""

from __future__ import annotations

import random

import pytest
from shared import CONSULTANT, READER, library_cases, part_of
from test_said_at_the_end import words

from expert.asking.dialogue import Dialogue
from expert.asking.ending import Ending
from expert.asking.follow_up import Course, New, Over, Tried
from expert.asking.turn import Say
from expert.fields import UNTRIED
from kb.book import KNOWLEDGE

FIELDS = KNOWLEDGE.vocabulary.asked


def case_of(**groups):
    return READER.read_mapping(groups)


def follow(case, choose, most=60):
    """A follow-up of a case, each question answered by `choose(dialogue, turn)`; gives it and all that was said."""
    dialogue, said = Dialogue(CONSULTANT, case, follow_up=True), []
    turn = dialogue.open()
    for _ in range(most):
        said += [one.text for one in turn.shown if isinstance(one, Say)]
        if turn.prompt is None or isinstance(dialogue.stage, Ending):
            return dialogue, " ".join(" ".join(said).split())
        turn = dialogue.reply(choose(dialogue, turn))
    raise AssertionError("it never ends")


def gravity(answers):
    found = CONSULTANT.consult(answers)
    return KNOWLEDGE.gravity(found.urgency, found.within)


def silent(dice):
    """Who has nothing to tell: says none, don't know, or only Enter where that keeps something."""

    def choose(dialogue, turn):
        if isinstance(dialogue.stage, (New, Over, Tried)):
            return dice.choice(("0", "none", "u", "0."))
        return "" if turn.prompt.before and dice.random() < 0.5 else "u"

    return choose


@pytest.mark.parametrize("case", part_of(library_cases("open", "clinic"), 17), ids=lambda case: case.id)
def test_silence_takes_nothing_back(case):
    """Whatever was so last time, danger or failed remedy, is so still, and it is not less urgent."""
    dialogue, _ = follow(case, silent(random.Random(case.id)))
    after = dialogue.session.answers
    assert {key: after.get(key) for key in case.answers} == dict(case.answers)
    assert gravity(after) >= gravity(case.answers)


def any_reply(dice):
    """Who answers at random, in numbers."""

    def choose(dialogue, turn):
        choice = turn.prompt.choice
        if choice is None or dice.random() < 0.3:
            return dice.choice(("u", "3", ""))
        some = dice.sample(choice.options, min(len(choice.options), dice.choice((1, 1, 2)) if choice.several else 1))
        return choice.reply([pick.reply for pick in some])

    return choose


@pytest.mark.parametrize("case", part_of(library_cases("open", "clinic"), 17, 2), ids=lambda case: case.id)
def test_less_urgent_only_by_an_answer_and_it_says_which(case):
    dialogue, said = follow(case, any_reply(random.Random(case.id)))
    after = dialogue.session.answers
    given = {key: answer for step in dialogue.session.steps for key, answer in step.given.items()}
    for key, answer in case.answers.items():
        assert after.get(key) == given.get(key, answer), "only an answer changes an answer"
    if gravity(after) != gravity(case.answers):
        assert "How soon to be seen, before: " in said and "That is so because now " in said, said
    else:
        assert "How soon to be seen" not in said


NUMB = {"runner": {"diabetes": "yes"}, "pain": {"location": ["heel"], "worst": ["morning"], "weeks": 4},
        "signs": {"numbness": "yes"}, "tried": {"calf_stretching": "same", "rest": "same"}}  # fmt: skip


def test_it_asks_better_or_worse_first_and_shows_what_stands():
    dialogue = Dialogue(CONSULTANT, case_of(**NUMB), follow_up=True)
    said = " ".join(one.text for one in dialogue.open().shown if isinstance(one, Say))
    assert isinstance(dialogue.stage, Course)
    assert said.index("You have diabetes") < said.index("1. Since last time: is it getting better or worse?")
    assert "Part of the foot is numb" in said and "The pain is in the heel" in said


def test_only_what_can_have_changed_is_asked():
    asked = []

    def choose(dialogue, turn):
        asked.append(dialogue.stage.screen.keys)
        if isinstance(dialogue.stage, Course):
            return "1"
        return "0" if turn.prompt.choice and turn.prompt.choice.none else "u"

    follow(case_of(**NUMB), choose)
    keys = {key for screen in asked for key in screen}
    assert keys <= {flag.field for flag in KNOWLEDGE.red_flags} | set(KNOWLEDGE.changing) | {
        key for key, field in FIELDS.items() if field.is_remedy
    }
    assert not keys & {"pain.location", "runner.diabetes"}
    assert asked[0] == ("pain.trend",)


def at(kind, case, *typed):
    """What is said, and the answers, after these replies to the first question of a kind; silence to all others."""
    told, left = [], list(typed)

    def choose(dialogue, turn):
        if left and (isinstance(dialogue.stage, kind) or told):
            told.append(left.pop(0))
            return told[-1]
        return "0" if isinstance(dialogue.stage, (New, Over, Tried)) else "u"

    dialogue, said = follow(case, choose)
    assert not left, f"{kind} was never asked: {said}"
    return dialogue.session.answers, said


@pytest.mark.parametrize("typed", ["1", "no numbness any more", "all gone"])
def test_what_is_over_is_named_and_the_end_says_that_it_did_it(typed):
    answers, said = at(Over, case_of(pain={"location": ["heel"]}, signs={"numbness": "yes"}), typed)
    assert answers["signs.numbness"] == "no" and "= over: Part of the foot is numb" in said
    assert "That is so because now part of the foot is not numb" in said or "numb" in said.partition("because")[2]


@pytest.mark.parametrize("typed", ["0", "none", "no", "the same", "still there", "u"])
def test_who_says_that_none_is_over_has_all_of_them_still(typed):
    answers, said = at(Over, case_of(**NUMB), typed)
    assert answers["signs.numbness"] == "yes" and "How soon" not in said


@pytest.mark.parametrize("typed", ["numbness", "still numb", "it is numb"])
def test_a_sign_that_is_merely_named_is_not_over(typed):
    answers, said = at(Over, case_of(**NUMB), typed, "0")
    assert answers["signs.numbness"] == "yes" and "Name what is over by its number" in said


def test_a_new_sign_is_added_to_the_old_ones():
    answers, said = at(New, case_of(**NUMB), "fever")
    assert (answers["signs.fever"], answers["signs.numbness"], answers["runner.diabetes"]) == ("yes", "yes", "yes")


def test_of_remedies_only_the_news_are_asked():
    answers, said = at(Tried, case_of(**NUMB), "rest, ice", "better", "u")
    assert "Resting (last time: changed nothing)".lower() in said.lower()
    assert answers["tried.rest"] in ("better", "same") and answers["tried.calf_stretching"] == "same"
    other = next(
        key for key in answers if key.startswith("tried.") and key not in ("tried.rest", "tried.calf_stretching")
    )
    assert answers[other] in (UNTRIED, "better")


def test_an_outcome_that_is_not_known_stays_as_it_was():
    answers, _ = at(Tried, case_of(**NUMB), "stretching the calves", "u")
    assert answers["tried.calf_stretching"] == "same"


def test_back_from_the_result_is_still_a_follow_up():
    dialogue, _ = follow(
        case_of(**NUMB), lambda dialogue, turn: "0" if turn.prompt.choice and turn.prompt.choice.none else "u"
    )
    dialogue.reply("back")
    assert dialogue.talk.asking_again and not isinstance(dialogue.stage, Ending)


def test_a_case_that_is_only_loaded_says_so_and_begins_with_question_one():
    dialogue = Dialogue(CONSULTANT, case_of(**NUMB))
    said = " ".join(one.text for one in dialogue.open().shown if isinstance(one, Say))
    assert "7 answers were loaded" in said and " 1. " in said


def begun(since=None, **groups):
    dialogue = Dialogue(CONSULTANT, case_of(**groups), follow_up=True, since=since)
    return dialogue, dialogue.open()


def said(turn):
    return " ".join(" ".join(one.text for one in turn.shown if isinstance(one, Say)).split())


HEEL = {"pain": {"location": ["heel"], "worst": ["morning"], "weeks": 3, "weight_bearing": "slight"}}


def test_what_is_told_beside_the_course_is_kept_said_back_and_asked_about():
    dialogue, _ = begun(**HEEL)
    told = said(dialogue.reply("better, but now the outside of my foot hurts and my toes are numb"))
    answers = dialogue.session.answers
    assert answers["pain.trend"] == "better" and answers["signs.numbness"] == "yes"
    assert {"heel", "outer_edge"} <= set(answers["pain.location"])
    assert "the outer edge of the foot" in told and "numb" in told
    bones = None
    for _ in range(20):
        if isinstance(dialogue.stage, Ending):
            break
        bones = bones or next((key for key in dialogue.stage.screen.keys if key == "signs.tender_bone"), None)
        dialogue.reply("u")
    assert bones and dialogue.session.answers["signs.numbness"] == "yes"


def test_one_list_of_dangers_is_shown_and_no_field_is_asked_twice():
    dialogue, _ = begun(**HEEL)
    lists, asked = 0, []
    dialogue.reply("better")
    for _ in range(20):
        if isinstance(dialogue.stage, Ending):
            break
        lists += isinstance(dialogue.stage, New)
        asked += dialogue.stage.screen.keys
        dialogue.reply("u")
    assert lists == 1 and len(asked) == len(set(asked))


@pytest.mark.parametrize(("since", "weeks"), [(2.2, 5), (1.1, 4), (None, 3)])
def test_how_long_it_has_lasted_is_reckoned_where_the_time_since_is_known(since, weeks):
    dialogue, turn = begun(since, **HEEL)
    assert FIELDS["pain.weeks"].plain(dialogue.session.answers["pain.weeks"]) == pytest.approx(weeks, abs=0.5)
    assert ("by now the pain has lasted" in said(turn)) == (since is not None)
    asked = set()
    for _ in range(20):
        if isinstance(dialogue.stage, Ending):
            break
        asked |= set(dialogue.stage.screen.keys)
        dialogue.reply("u")
    assert ("pain.weeks" in asked) == (since is None)


def test_of_several_changes_the_end_names_the_one_that_did_it():
    """It is better, and the numbness is over: only the second makes it less urgent."""

    def choose(dialogue, turn):
        if isinstance(dialogue.stage, (Course, Over)):
            return "1"
        return "0" if isinstance(dialogue.stage, (New, Tried)) else "u"

    case = case_of(pain={"location": ["heel"], "trend": "same"}, signs={"numbness": "yes"})
    dialogue, said = follow(case, choose)
    assert (dialogue.session.answers["pain.trend"], dialogue.session.answers["signs.numbness"]) == ("better", "no")
    because = said.partition("That is so because ")[2].partition(".")[0]
    assert "numb" in because and "better" not in because and " and " not in because


def test_the_course_is_never_told_by_saying_nothing():
    dialogue = Dialogue(CONSULTANT, case_of(**NUMB), follow_up=True)
    dialogue.open()
    for reply in ("", "1", "back", ""):
        dialogue.reply(reply)
        assert isinstance(dialogue.stage, Course) == (reply != "1"), reply


STRETCHED = {"pain": {"location": ["heel"], "worst": ["morning"], "weeks": 4}, "tried": {"calf_stretching": "same"}}


@pytest.mark.parametrize("reply", ["done", "0", "u"])
def test_who_is_done_is_still_asked_what_was_tried_and_only_once(reply):
    dialogue = Dialogue(CONSULTANT, case_of(**STRETCHED), follow_up=True)
    dialogue.open()
    dialogue.reply("the same")
    dialogue.reply("done")
    assert isinstance(dialogue.stage, Tried)
    dialogue.reply(reply)
    assert isinstance(dialogue.stage, Ending)


def test_a_follow_up_shows_what_has_changed_and_the_whole_page_on_request():
    dialogue = Dialogue(CONSULTANT, case_of(**STRETCHED), follow_up=True)
    dialogue.open()
    for line in ("the same", "done"):
        dialogue.reply(line)
    changed, whole = words(dialogue.reply("done")), words(dialogue.reply("page"))
    assert "How urgent is it?" in changed or "Have it" in changed
    assert len(changed.splitlines()) < len(whole.splitlines())
    assert "May I run on it?" in whole and "May I run on it?" not in changed
