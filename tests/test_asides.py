"""What is asked at a question gets a plain answer and is none itself; what is said besides is taken; what nobody said
is taken back."""

from __future__ import annotations

import pytest
from shared import CONSULTANT, for_each
from test_said_at_the_end import at_the_end, words

from expert.asking.correcting import taken_back
from expert.asking.dialogue import Dialogue
from expert.asking.screens import Screen
from expert.hearing.statements import only_asks
from kb.book import KNOWLEDGE
from kb.explained import EXPLAINED, WORRIES

HEEL = "My left heel hurts at the first steps in the morning, for 6 weeks."


def at_the_dangers(story=HEEL):
    dialogue = Dialogue(CONSULTANT)
    dialogue.open()
    dialogue.reply(story)
    dialogue.reply("")
    return dialogue


@pytest.fixture(scope="module")
def dangers():
    """One dialogue at its list of dangers, for lines that leave it there."""
    return at_the_dangers()


@for_each(
    ("asked", "told"),
    [("what is Cipro", "fluoroquinolones"), ("what is one swollen calf?", "The calf is"),
     ("why do you ask about diabetes?", "The answer can show"), ("what does numb somewhere mean", "fingertip"),
     ("is this serious?", "these questions"), ("should I worry?", "these questions"),
     ("I am worried about my diabetes", "sorry"), ("i'm scared", "sorry"), ("will I lose my foot", "rare"),
     ("what is a stress fracture?", "Stress fracture"),
     ("what is gangrene", "blood"), ("what is an MRI?", "magnets"), ("what is a foot team", "podiatrist"),
     ("should I pop the blister", "Better not"), ("can I run on it?", "with the result"),
     ("do you like cheese?", "nothing was taken"), ("I don't understand", "packet")],
)  # fmt: skip
def test_a_question_at_a_question_is_answered_and_no_answer(dangers, asked, told):
    stage, before = dangers.stage, dangers.session.answers
    assert told in words(dangers.reply(asked))
    assert dangers.stage is stage and dangers.session.answers == before


def test_each_line_of_a_list_of_dangers_can_be_asked_about(dangers):
    for option in dangers.stage.part.options:
        told = words(dangers.reply(f"what is {option.brief or option.label}?"))
        assert "nothing was taken" not in told and "did not understand" not in told, option.label


@for_each(
    ("said", "asks"),
    [("what is it", True), ("is it bad?", True), ("is numb", False), ("does hurt", False),
     ("what I feel is numb", False),
     ("where the laces are", False), ("numb?", False), ("it is numb, is it bad?", False), ("can't feel it", False)],
)  # fmt: skip
def test_only_what_is_a_question_beyond_doubt_is_none_of_the_answers(said, asks):
    assert only_asks(said) == asks


def test_what_is_explained_of_the_body_has_a_source_and_is_short():
    for one in EXPLAINED:
        assert one.source is not None
    for one in (*EXPLAINED, *WORRIES):
        assert len(one.text.split()) <= 80


@for_each(
    ("said", "key", "value"),
    [("im 17", "runner.age", 17), ("he's 13 and growing", "runner.age", 13),
     ("my shoes are too small", "shoes.toe_box", "narrow"), ("I changed my shoes", "shoes.recent_change", "yes"),
     ("I got new football boots", "shoes.recent_change", "yes")],
)  # fmt: skip
def test_what_is_said_besides_is_taken_and_the_question_stays(said, key, value):
    dialogue = at_the_dangers()
    stage = dialogue.stage
    assert "Taken as" in words(dialogue.reply(said))
    held = KNOWLEDGE.vocabulary.asked[key]
    answer = dialogue.session.answers[key]
    assert (held.plain(answer) if held.numeric else answer) == value and dialogue.stage is stage


def test_what_was_never_told_is_not_denied_by_saying_so():
    dialogue = at_the_dangers()
    before = dialogue.session.answers
    dialogue.reply("I never said football")
    assert dialogue.session.answers == before
    dialogue = Dialogue(CONSULTANT)
    dialogue.open()
    dialogue.reply(HEEL)
    dialogue.reply("that's wrong, the swelling")
    assert "signs.swelling" not in dialogue.session.answers
    dialogue.reply("that's wrong, it's the right one")
    assert dialogue.session.answers["pain.side"] == "right"


def test_a_word_of_another_list_can_be_asked_about_too():
    dialogue = Dialogue(CONSULTANT)
    dialogue.open()
    dialogue.reply("")
    assert "fluoroquinolones" in words(dialogue.reply("what is Cipro?"))


def test_no_the_left_one_is_a_correction_and_none_of_the_list():
    dialogue = at_the_dangers(HEEL.replace("left", "right"))
    stage = dialogue.stage
    dialogue.reply("No, the left one")
    assert dialogue.session.answers["pain.side"] == "left" and dialogue.stage is stage
    dialogue.reply("no")
    assert dialogue.stage is not stage


STORY = "My left heel hurts when I press the heel bone, at the first steps in the morning, for 6 weeks. It is swollen."


@for_each(
    ("line", "key"),
    [("I did not say the heel bone hurts", "signs.tender_bone"), ("I didn't say the first steps", "pain.worst"),
     ("I never said six weeks", "pain.weeks"), ("that's wrong, the morning", "pain.worst"),
     ("not the left", "pain.side"), ("I never said it is swollen", "signs.swelling"),
     ("the swelling is wrong", "signs.swelling"), ("I never said that I fell", None), ("it is worse", None)],
)  # fmt: skip
def test_what_was_never_said_is_taken_back_and_nothing_else(told, line, key):
    assert taken_back(told.talk, line, told.session.answers) == ({} if key is None else {key: None})


@pytest.fixture(scope="module")
def told():
    """A dialogue that has heard a story, for what changes nothing of it."""
    dialogue = Dialogue(CONSULTANT)
    dialogue.open()
    dialogue.reply(STORY)
    return dialogue


@pytest.mark.parametrize(
    ("where", "line", "key"),
    [("story", "I did not say the heel bone hurts", "signs.tender_bone"),
     ("story", "it has gone away, the morning pain", "pain.worst"), ("result", "I never said six weeks", "pain.weeks")],
)  # fmt: skip
def test_what_is_taken_back_is_not_known_any_more(where, line, key):
    dialogue = at_the_end(STORY) if where == "result" else Dialogue(CONSULTANT)
    if where == "story":
        dialogue.open()
        dialogue.reply(STORY)
    before = dialogue.session.answers
    dialogue.reply(line)
    assert dialogue.session.answers == {name: one for name, one in before.items() if name != key}


@pytest.mark.parametrize(
    "line", ["only a little sore when I stand, not badly", "it hurts only a bit when he stands", "a bit sore at night"]
)
def test_a_little_replaces_nothing(line):
    dialogue = Dialogue(CONSULTANT)
    dialogue.open()
    dialogue.reply(HEEL)
    dialogue.reply(line)
    assert dialogue.session.answers["pain.worst"] == ("morning",)


def test_what_is_over_now_is_no_longer_so():
    dialogue = at_the_end("My foot is numb and my heel hurts.")
    dialogue.reply("the numbness has gone")
    assert dialogue.session.answers["signs.numbness"] == "no"


@pytest.mark.parametrize("asked", ["can I play Saturday", "can he play on Sunday?", "what abt football on saturday"])
def test_a_day_to_play_on_is_a_question_about_running(asked):
    assert "May I run on it?" in words(at_the_end().reply(asked))


def test_an_offer_answers_too():
    dialogue = at_the_dangers()
    while not hasattr(dialogue.stage, "_ways"):
        dialogue.reply("u")
    stage = dialogue.stage
    assert "How long" in words(dialogue.reply("how long will it take?")) and dialogue.stage is stage


def test_what_loads_nothing_is_not_forbidden_for_what_stands_beside_it_in_an_advice():
    dialogue = at_the_end("My achilles hurts low down for 3 weeks, the heel bone hurts when I press it.")
    told = words(dialogue.reply("can I use ice?")).partition("What to do now")[0]
    assert "Not now" not in told and "nothing that you told forbids it" in told
    assert "Not now" in words(dialogue.reply("can I stretch it?"))
    assert "Not now" in words(at_the_end("My heel hurts and is numb.").reply("can I use ice?"))


def test_a_question_behind_an_answer_is_answered_and_the_answer_taken():
    dialogue = at_the_dangers()
    told = words(dialogue.reply("I'm diabetic, should I worry?"))
    assert "these questions find out" in told and dialogue.session.answers["runner.diabetes"] == "yes"


def test_what_is_left_of_a_topic_is_named_alone():
    dialogue = Dialogue(CONSULTANT)
    dialogue.open()
    told = words(dialogue.reply("My heel has hurt for a month, worst in the morning."))
    assert "For about a month" in told and "if it gets better" in told and "how long it has hurt" not in told


@pytest.mark.parametrize("asked", ["wtf why cancer", "cancer why", "huh? why cancer", "omg how is that relevant"])
def test_a_question_with_an_oath_before_it_is_no_answer_either_and_what_comes_cold_says_why(asked):
    dialogue, held = Dialogue(CONSULTANT), CONSULTANT.knowledge.vocabulary.asked["runner.cancer"]
    dialogue.open()
    assert f"({held.reason})" in words(dialogue.ask(Screen(held.screen, (held,))))
    dialogue.reply(asked)
    assert not dialogue.session.answers
