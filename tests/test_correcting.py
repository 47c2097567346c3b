"""What was understood wrongly is put right in plain words, wherever one is; what can be several is asked back."""

from __future__ import annotations

import re
from datetime import date

import pytest
from shared import CONSULTANT, READER
from test_said_at_the_end import at_the_end, words

from expert.asking.commands import as_case_file
from expert.asking.correcting import put_right
from expert.asking.dialogue import Dialogue
from expert.asking.ending import Ending
from expert.asking.turn import Say
from expert.hearing.reply import read_reply
from expert.rules import Supports
from expert.wording.first_page import CAUSES, first_page, part, strongest
from kb.book import KNOWLEDGE

FIELDS = KNOWLEDGE.vocabulary.asked
STORY = (
    "My right heel hurts when I squeeze the heel bone, and at night and in the morning, for three weeks. "
    "It began suddenly. I can't walk four steps. Ice helped."
)
CORRECTIONS = (
    ("my heel bone actually doesn't hurt if I squeeze it", {"pain.on_movement": None, "signs.tender_bone": None}),
    ("actually I can walk 4 steps fine", {"pain.weight_bearing": "slight"}),
    ("no, the left one", {"pain.side": "left"}),
    ("no, it's both feet", {"pain.side": "both"}),
    ("it's six weeks not three", {"pain.weeks": "6"}),
    ("actually it doesn't hurt at night", {"pain.worst": ("morning",)}),
    ("it isn't the heel, it's the arch", {"pain.location": ("arch",)}),
    ("sorry, I meant gradually", {"pain.onset": "gradual"}),
    ("actually ice made no difference", {"tried.ice": "same"}),
)


def plain(answers):
    return {key: FIELDS[key].plain(a) if FIELDS[key].numeric else a for key, a in answers.items()}


def with_changes(before, changes):
    changed = {key: float(value) if FIELDS[key].numeric else value for key, value in changes.items()}
    return {key: value for key, value in {**plain(before), **changed}.items() if value is not None}


@pytest.mark.parametrize(("line", "changes"), CORRECTIONS)
def test_a_correction_of_a_result_changes_what_it_names_and_nothing_else(line, changes):
    dialogue = at_the_end(STORY)
    before = dialogue.session.answers
    told = words(dialogue.reply(line))
    after = dialogue.session.answers
    assert plain(after) == with_changes(before, changes)
    assert "Taken as: " in told


@pytest.mark.parametrize(("line", "changes"), CORRECTIONS)
def test_a_correction_of_a_story_changes_what_it_names_and_nothing_else(line, changes):
    dialogue = Dialogue(CONSULTANT)
    dialogue.open()
    dialogue.reply(STORY)
    before = dialogue.session.answers
    dialogue.reply(line)
    after = dialogue.session.answers
    assert plain(after) == with_changes(before, changes)


@pytest.mark.parametrize(
    ("line", "changes"), [("sorry, the left one", {"pain.side": "left"}), *CORRECTIONS[4:6], CORRECTIONS[7]]
)
def test_a_correction_at_a_later_question_is_taken_and_the_question_stays(line, changes):
    dialogue = Dialogue(CONSULTANT)
    dialogue.open()
    dialogue.reply(STORY)
    dialogue.reply("")
    while isinstance(dialogue.stage, Ending):
        dialogue.reply("more")
    stage, before = dialogue.stage, dialogue.session.answers
    told = words(dialogue.reply(line))
    assert dialogue.stage is stage
    assert plain(dialogue.session.answers) == with_changes(before, changes)
    assert "Taken as: " in told


@pytest.mark.parametrize(
    "line", ["no", "wrong foot", "actually", "no way", "not really", "sorry", "actually never mind"]
)
def test_what_corrects_nothing_changes_nothing(line):
    dialogue = at_the_end(STORY)
    before = dialogue.session.answers
    dialogue.reply(line)
    assert dialogue.session.answers == before


def test_what_supports_a_cause_is_never_said_by_silence():
    """A line that is left out counts as no; where a no speaks for a cause, its question is asked by itself."""
    for rule in KNOWLEDGE.of(Supports):
        for atom in rule.atoms:
            held = FIELDS.get(atom.key)
            if rule.sign > 0 and held is not None and held.yes_or_no and held.line:
                assert getattr(atom.test, "value", "yes") == "yes", rule.name


def test_a_reason_that_nobody_named_says_so_and_comes_last():
    dialogue = at_the_end("It itches between my toes and the skin peels.")
    found = dialogue.talk.result()
    first = found.conclusions[0]
    told = [key for entry in first.because for key in entry.firing.facts]
    strong, silent = strongest(first), strongest(first, unnamed=told)
    assert set(silent) & set(strong) != set(strong)
    assert all("you did not name it" in one for one in silent if one not in strong)


def test_what_is_told_of_the_place_comes_before_what_may_be_behind_it():
    answers = READER.read_mapping(
        {"pain": {"location": ["toenail"]}, "signs": {"skin": ["black_nail"]},
         "training": {"weekly_before": "20 mi", "weekly_now": "30 mi", "more_than_usual": "yes"}}
    ).answers  # fmt: skip
    lines = [line.plain for line in part(first_page(CONSULTANT.consult(answers)), CAUSES).lines]
    assert "black toenail" in lines[0] and "it may be what is behind it" in lines[1]


@pytest.mark.parametrize("place", ["heel", "achilles"])
@pytest.mark.parametrize(("severity", "yes"), [(7, False), (4, True)])
def test_running_fits_how_bad_it_is(place, severity, yes):
    case = {"pain": {"location": [place], "worst": ["morning"], "severity": severity, "weight_bearing": "slight"}}
    told = part(first_page(CONSULTANT.consult(READER.read_mapping(case).answers)), "running").lines[0].plain
    assert ("Not while it hurts as much" in told) == (not yes)


def test_a_line_that_could_correct_several_answers_corrects_none():
    dialogue = at_the_end(STORY)
    assert put_right(dialogue.talk, "actually it is worse", dialogue.session.answers) in ({},)


@pytest.mark.parametrize("story", ["my left big toe has hurt for 2 weeks", "big toe", "my big toe hurts, ice helped"])
@pytest.mark.parametrize(
    ("reply", "value"),
    [("1", "big_toe_joint"), ("the joint", "big_toe_joint"), ("its nail", "toenail"), ("the toe itself", "toes")],
)
def test_which_of_several_is_asked_behind_a_story(story, reply, value):
    dialogue = Dialogue(CONSULTANT)
    dialogue.open()
    asked = words(dialogue.reply(story))
    assert "the joint at its base" in asked and "its nail" in asked
    dialogue.reply(reply)
    assert dialogue.session.answers["pain.location"] == (value,)


def test_what_is_understood_beside_it_is_kept_where_the_place_is_asked():
    dialogue = Dialogue(CONSULTANT)
    dialogue.open()
    dialogue.reply("skip")
    dialogue.reply("my heel and the big toe")
    dialogue.reply("its nail")
    assert set(dialogue.session.answers["pain.location"]) == {"heel", "toenail"}


@pytest.mark.parametrize("told", ["my big toe joint hurts", "the nail of my big toe is black and hurts", "sore heel"])
def test_what_was_told_is_not_asked(told):
    dialogue = Dialogue(CONSULTANT)
    dialogue.open()
    assert "Which part" not in words(dialogue.reply(told))


def test_which_of_several_is_asked_back_beside_a_result_and_added():
    dialogue = at_the_end()
    assert "its nail" in words(dialogue.reply("my big toe hurts too"))
    dialogue.reply("the nail")
    assert dialogue.session.answers["pain.location"] == ("heel", "toenail")


def test_the_map_is_shown_at_any_question():
    dialogue = Dialogue(CONSULTANT)
    dialogue.open()
    for line in ("", "heel", ""):
        assert "the ball of the foot" in words(dialogue.reply("map"))
        dialogue.reply(line)


def test_nothing_that_is_said_at_a_story_names_a_key():
    """A page has buttons; where keys are typed, that is told apart."""
    dialogue = Dialogue(CONSULTANT)
    turns = [dialogue.open(), dialogue.reply(STORY), dialogue.reply("no, the left one"), dialogue.reply("quarks")]
    said = [one for turn in turns for one in turn.shown if isinstance(one, Say) and not one.typed]
    assert not [one.text for one in said if re.search(r"\bEnter\b", one.text)]


def at_a_grouped_list():
    """A dialogue at a list in which a line stands for several questions, and another for a limp."""
    dialogue = Dialogue(CONSULTANT)
    dialogue.open()
    for reply in ("", "ball", "", "0", *"u" * 14):
        dialogue.reply(reply)
        part = getattr(dialogue.stage, "part", None)
        limp = any(one.value == "pain.limp" for one in getattr(part, "options", ()))
        if limp and any(getattr(part, "members", {}).values()):
            return dialogue, part.options
    raise AssertionError("no such list")


@pytest.mark.parametrize("reply", ["{}, i limp", "i limp, {}", "{} and i limp"])
def test_a_number_beside_words_is_that_of_its_line(reply):
    """And never of a question that stands behind another line."""
    dialogue, options = at_a_grouped_list()
    held = KNOWLEDGE.vocabulary.asked
    number, key = next(
        (number, line.value) for number, line in enumerate(options, 1)
        if line.value in held and held[line.value].yes_or_no and line.value != "pain.limp"
    )  # fmt: skip
    dialogue.reply(reply.format(number))
    so = {key for key, answer in dialogue.session.answers.items() if answer == "yes"}
    assert so == {key, "pain.limp"}


@pytest.mark.parametrize(
    "reply", ["I do not understand the question", "what do you mean by that?", "I don't understand."]
)
def test_who_does_not_understand_is_explained_it_and_has_answered_nothing(reply):
    dialogue, _ = at_a_grouped_list()
    before, question = dict(dialogue.session.answers), dialogue.stage.question
    assert len(words(dialogue.reply(reply))) > 200
    assert dialogue.session.answers == before and dialogue.stage.question == question


@pytest.mark.parametrize(("reply", "rises"), [("no i can't", "yes"), ("No, I cannot", "yes"), ("yes, i can", "no")])
def test_what_is_said_of_trying_is_not_taken_for_the_opposite(reply, rises):
    """Asked whether the heel stays down, people answer whether they can."""
    field = FIELDS["signs.cannot_rise_on_toes"]
    heard = read_reply(KNOWLEDGE, KNOWLEDGE.words, field, reply, date(2026, 1, 1), "mi")
    assert heard.answers == {field.key: rises}


@pytest.mark.parametrize("asked", ["Can I run on Saturday?", "will it be better in two weeks?", "is it my left heel?"])
def test_a_question_is_no_answer_about_what_was_told(asked):
    dialogue = Dialogue(CONSULTANT)
    dialogue.open()
    dialogue.reply("my left heel hurts since yesterday, worst with the first steps")
    given = dict(dialogue.stage.given)
    dialogue.reply(asked)
    assert dialogue.stage.given == given


@pytest.mark.parametrize("name", ["a.yaml", "a.JSON", "a.jsonl"])
def test_what_is_saved_is_read_again_by_its_name(name):
    dialogue = Dialogue(CONSULTANT)
    dialogue.open()
    dialogue.reply("my left heel hurts for 3 weeks, I ran 20 miles a week before it, my shoes have 300 miles")
    dialogue.reply("")
    (case,) = READER.read_text(as_case_file(dialogue.talk, path=name), name)
    assert case.answers == dialogue.session.answers and len(case.answers) >= 4


def test_a_complaint_that_comes_later_is_added():
    dialogue = Dialogue(CONSULTANT)
    dialogue.open()
    dialogue.reply("I have diabetes, my heel hurts, and it tingles.")
    dialogue.reply("I have forgotten to mention that I have a blister at my little toe")
    assert dialogue.session.answers["pain.location"] == ("heel", "toes")
    assert dialogue.session.answers["signs.skin"] == ("blister",)
