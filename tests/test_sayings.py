"""What people say in passing: plans are no facts, what is over or both, and what they ask about the days to come."""

from __future__ import annotations

import pytest
from shared import CONSULTANT, READER

from expert.asking.dialogue import Dialogue
from expert.asking.follow_up import Over
from expert.asking.turn import Say
from expert.hearing.story import read_story
from kb.book import KNOWLEDGE

SEEN = "seen.clinician"


def heard(text):
    return read_story(KNOWLEDGE, KNOWLEDGE.words, text, None)


def shown(turn):
    return " ".join(one.text for one in turn.shown if isinstance(one, Say))


@pytest.mark.parametrize(
    "text",
    [
        "I see the doctor in two weeks",
        "doctor I see after 3 weeks",
        "physio, not yet",
        "my appointment with the podiatrist is on Monday",
        "I have to see a doctor",
        "I will see a podiatrist",
        "doctor what kind? I go to GP or hospital",
        "the clinic can see me only in 3 weeks",
    ],
)
def test_a_plan_is_no_fact(text):
    assert SEEN not in heard(text).answers
    assert "pain.weeks" not in heard(text).answers


@pytest.mark.parametrize(
    "text", ["I saw my GP two weeks ago", "the doctor said that it is healed", "I went to the doctor after 3 weeks"]
)
def test_what_was_done_is_and_is_never_over(text):
    assert heard(text).answers[SEEN] == "yes"
    assert SEEN not in heard(text).over


def test_not_yet_takes_it_back():
    assert "yes" in heard("no, doctor I go after 3 weeks, not yet").over[SEEN]


def follow_up(**groups):
    dialogue = Dialogue(CONSULTANT, READER.read_mapping(groups), follow_up=True)
    dialogue.open()
    return dialogue


HEEL = {
    "pain": {"location": ["heel"], "worst": ["morning", "walking"], "weeks": 4, "trend": "same"},
    "signs": {"skin": ["blister"], "open_wound": "yes"},
    "seen": {"clinician": "yes"},
    "tried": {"rest": "same"},
}


@pytest.mark.parametrize("reply", ["1 and 2.", "both", "yes both", "Yes, both are over.", "all over", "all of them"])
def test_both_are_over(reply):
    dialogue = follow_up(**HEEL)
    dialogue.reply("better")
    dialogue.reply("none")
    assert isinstance(dialogue.stage, Over)
    assert SEEN not in dialogue.stage.screen.keys
    dialogue.reply(reply)
    answers = dialogue.session.answers
    assert (answers["signs.open_wound"], answers["signs.skin"], answers[SEEN]) == ("no", (), "yes")


def test_one_of_them_is_over():
    dialogue = follow_up(**HEEL)
    dialogue.reply("better")
    dialogue.reply("none")
    dialogue.reply("yes, 1 is gone")
    assert dialogue.session.answers["signs.open_wound"] == "no"
    assert dialogue.session.answers["signs.skin"] == ("blister",)


def test_what_is_told_beside_the_course_ends_what_is_over_and_invents_nothing():
    dialogue = follow_up(**HEEL)
    dialogue.reply("better tbh, rested 10 days, doesnt hurt walking, spot still a bit sore")
    answers = dialogue.session.answers
    assert answers["pain.trend"] == "better"
    assert answers["pain.worst"] == ("morning",)
    assert answers["tried.rest"] != "better_then_back"


def test_not_better_and_what_cannot_be_done_any_more():
    dialogue = follow_up(pain={"location": ["ankle_inner"], "on_movement": ["heel_rise"], "trend": "better"})
    dialogue.reply("not better, i cant go up on toes at all this foot")
    answers = dialogue.session.answers
    assert answers["signs.cannot_rise_on_toes"] == "yes"
    assert answers["pain.trend"] == "same"
    assert answers["pain.on_movement"] == ("heel_rise",)


def test_who_saw_nobody_is_not_asked_what_a_picture_showed():
    case = READER.read_mapping({
        "pain": {"location": ["midfoot"], "weeks": 4}, "seen": {"clinician": "no", "xray": "not_done"},
    })  # fmt: skip
    dialogue = Dialogue(CONSULTANT, case, follow_up=True)
    turn = dialogue.open()
    asked = []
    for _ in range(30):
        asked += dialogue.stage.screen.keys if getattr(dialogue.stage, "screen", None) else ()
        if turn.prompt is None or not asked or not getattr(dialogue.stage, "screen", None):
            break
        turn = dialogue.reply("u")
    assert "seen.xray" not in asked


# -- at the result -----------------------------------------------------------------------------------------------------


def at_the_result(**groups):
    dialogue = Dialogue(CONSULTANT, READER.read_mapping(groups or {"pain": {"location": ["heel"], "weeks": 4}}))
    dialogue.open()
    dialogue.reply("done")
    return dialogue


def told(dialogue, text):
    """What is said and drawn as a reply."""
    from io import StringIO

    from rich.console import Console

    turn = dialogue.reply(text)
    out = StringIO()
    for one in turn.shown:
        if isinstance(one, Say):
            out.write(f"{one.text}\n")
        elif hasattr(one, "draw"):
            one.draw(Console(file=out, width=200))
    return " ".join(out.getvalue().split())


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("so is it 2 days or just book??", "How urgent is it?"),
        ("how fast must i go to doctor, i dont want lose work day", "How urgent is it?"),
        ("doctor what kind", "Whom do I see, and when?"),
        ("who do i even see, gp? physio?", "Whom do I see, and when?"),
        ("i go to work or must stay home?", "Sitting is no load"),
        ("i can work tomorrow? i am cleaner", "Sitting is no load"),
        ("i must stop work?", "Sitting is no load"),
        ("May I go for my walk on Saturday?", "not with a limp"),
        ("can i do an easy 5k sat", "May I run on it?"),
        ("marathon is in 6 wks, can i still do it??", "How do I start again?"),
        ("Should I cover the blister with a plaster?", "Yes: a soft plaster"),
        ("it is broken the tendon?? i am scared", "A torn Achilles tendon"),
        ("it is broken the tendon?? i am scared", "I am sorry"),
        ("What is Cipro?", "An antibiotic"),
        ("What does 'how it bears your weight' mean", "when you stand on it"),
        ("What does plantar fasciitis mean? And what is an emergency department?", "open day and night"),
        ("What does plantar fasciitis mean? And what is an emergency department?", "sore tissue"),
        ("What does tape the arch mean?", "Strips of sports tape"),
    ],
)
def test_what_is_asked_is_answered(question, answer):
    dialogue = at_the_result()
    before = dialogue.session.answers
    assert answer in told(dialogue, question)
    assert dialogue.session.answers == before


def test_who_is_afraid_twice_is_not_shown_the_same_again():
    dialogue = at_the_result()
    first, second = told(dialogue, "is it bad?"), told(dialogue, "is it bad?")
    assert "I am sorry" in first and "How urgent is it?" in first
    assert "nobody has to look at it for now" in second and "How urgent is it?" not in second


def test_the_tendon_is_not_the_bone():
    assert "fracture" not in told(at_the_result(), "it is broken the tendon?")


def test_what_is_half_said_is_asked_back_and_a_yes_answers_it():
    dialogue = at_the_result()
    assert "have you lost weight" in told(
        dialogue, "i doubled my mileage, im vegan and lost a bit of weight idk if that matters"
    )
    assert dialogue.session.answers["training.more_than_usual"] == "yes"
    assert "runner.low_energy" not in dialogue.session.answers
    dialogue.reply("yes")
    assert dialogue.session.answers["runner.low_energy"] == "yes"


def test_what_was_not_ruled_out_says_how_it_differs_from_what_was_told():
    page = told(at_the_result(pain={"location": ["midfoot"], "weeks": 4, "one_spot": "yes"}), "page")
    flag = "a bone hurts when you press on it"
    assert f"{flag}, beside what you told, at one of these" in page


def test_what_is_over_counts_beside_what_is_new():
    dialogue = at_the_result(pain={"location": ["heel"]}, signs={"open_wound": "yes", "numbness": "yes"})
    dialogue.reply("I have no numbness. And the wound has closed, the doctor said it is healed.")
    answers = dialogue.session.answers
    assert (answers["signs.open_wound"], answers["signs.numbness"], answers[SEEN]) == ("no", "no", "yes")


def test_what_takes_back_is_not_said_to_be_not_understood():
    dialogue = at_the_result(pain={"location": ["heel"]}, seen={"clinician": "yes"})
    assert "Not understood" not in told(dialogue, "no, doctor i go after 3 weeks, not yet")
    assert dialogue.session.answers[SEEN] == "no"
    assert "Not understood" in told(dialogue, "it is numb now. my cat has fleas too")
