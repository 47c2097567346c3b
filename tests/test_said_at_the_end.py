"""What is said, not asked, once the result is there: it changes the answers, and the page with them."""

from __future__ import annotations

import io

import pytest
from rich.console import Console
from shared import CONSULTANT

from expert.asking.changes import SAME, take_said, what_changed
from expert.asking.dialogue import Dialogue
from expert.asking.ending import Ending
from expert.asking.turn import Page, Say
from expert.cases.case import Case
from expert.hearing.statements import ASKED, BARE, DOUBTED, SAID, kind_of

HEEL = "my heel hurts at the first steps in the morning, for 6 weeks"


def words(turn):
    out = io.StringIO()
    console = Console(file=out, width=200)
    for one in turn.shown:
        if isinstance(one, Page):
            one.draw(console)
        elif isinstance(one, Say):
            out.write(one.text + "\n")
    return out.getvalue()


def at_the_end(story=HEEL):
    dialogue = Dialogue(CONSULTANT)
    for line in (story, "", "done"):
        dialogue.open() if dialogue.stage is None else None
        if not isinstance(dialogue.stage, Ending):
            dialogue.reply(line)
    return dialogue


@pytest.mark.parametrize(
    ("line", "kind"),
    [("I feel short of breath", SAID), ("my foot is numb, can i run?", SAID), ("fever", BARE), ("numb?", ASKED),
     ("is it numb", ASKED), ("so can I run on it", ASKED), ("what if I get a fever", ASKED),
     ("can't feel my toes", SAID),
     ("isnt it plantar fasciitis", ASKED), ("I think it is gout", DOUBTED), ("when I press it, it hurts", SAID),
     ("when can I run", ASKED), ("have a fever", SAID), ("have I a fever", ASKED), ("if I ice it", ASKED),
     ("I need a doctor", DOUBTED), ("no", BARE)],
)  # fmt: skip
def test_a_statement_is_told_from_a_question(line, kind):
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    ("line", "key"),
    [("i feel short of breath", "signs.breathless"), ("my foot is numb now", "signs.numbness"),
     ("my toes went white and cold", "signs.pale_cold_foot"), ("i have a fever since this morning", "signs.fever"),
     ("i think i have a fever", "signs.fever"), ("fever", "signs.fever"), ("it is numb, can i run?", "signs.numbness"),
     ("can i run? my foot is numb", "signs.numbness")],
)  # fmt: skip
def test_a_warning_sign_told_at_the_result_is_taken_shown_and_undone(line, key):
    dialogue = at_the_end()
    said = words(dialogue.reply(line))
    assert dialogue.session.answers[key] == "yes" and dialogue.session.answers["pain.location"] == ("heel",)
    assert "Taken as: " in said and "What it probably is" in said
    number = dialogue.session.labels()[key]
    assert f"change {number}" in said and isinstance(dialogue.stage, Ending)
    dialogue.reply(f"change {number}")
    dialogue.reply("no")
    assert dialogue.session.answers[key] == "no" and isinstance(dialogue.stage, Ending)


def test_a_danger_is_said_before_the_page_and_once():
    dialogue = at_the_end()
    said = words(dialogue.reply("my foot is pale and cold"))
    assert said.index("Important: ") < said.index("Now: today") < said.index("What it probably is")
    assert "You told that already" in words(dialogue.reply("my foot is pale and cold"))


@pytest.mark.parametrize(
    "line", ["do i have a fever", "is my foot numb?", "can it be numb", "is my foot pale and cold"]
)
def test_a_warning_sign_that_is_asked_for_changes_nothing_and_is_not_denied(line):
    dialogue = at_the_end()
    before = dict(dialogue.session.answers)
    said = words(dialogue.reply(line))
    assert dialogue.session.answers == before
    assert "Not that" not in said and "Is it so that " in said


@pytest.mark.parametrize("line", ["my dog is old", "it was on a tuesday"])
def test_a_statement_that_is_not_understood_is_no_question(line):
    dialogue = at_the_end()
    before = dict(dialogue.session.answers)
    assert "no answer was changed" in words(dialogue.reply(line)) and dialogue.session.answers == before


def test_what_is_told_anew_takes_the_place_of_what_cannot_stand_beside_it():
    dialogue = at_the_end("no injury, it came on gradually. my ankle hurts")
    said = words(dialogue.reply("actually it started after a fall"))
    answers = dialogue.session.answers
    assert answers["signs.injury"] == "yes" and CONSULTANT.knowledge.contradiction(answers) is None, said


def test_all_that_cannot_stand_beside_it_gives_way():
    answers = {"pain.location": ("heel",), "pain.running": "normal", "seen.ruled_out": ("fracture",)}
    dialogue = Dialogue(CONSULTANT, Case("old", "", answers, None, None, "km"))
    dialogue.open()
    dropped = take_said(dialogue.talk, {"pain.weight_bearing": "impossible", "seen.xray": "broken"})
    assert set(dropped) == {"pain.running", "seen.ruled_out"}
    given = dialogue.session.answers
    assert CONSULTANT.knowledge.contradiction(given) is None and given["seen.xray"] == "broken"


def test_what_was_loaded_gives_way_as_well():
    answers = {"pain.location": ("ankle_outer",), "signs.injury": "no", "pain.onset": "gradual", "signs.fever": "no"}
    dialogue = Dialogue(CONSULTANT, Case("old", "", answers, None, None, "km"))
    dialogue.open()
    while not isinstance(dialogue.stage, Ending):
        dialogue.reply("done")
    dialogue.reply("actually it started after a fall, and i have a fever")
    given = dialogue.session.answers
    assert (given["signs.injury"], given["signs.fever"]) == ("yes", "yes")
    assert CONSULTANT.knowledge.contradiction(given) is None


def test_the_result_is_only_said_to_stay_where_all_of_the_page_does():
    base = {"pain.location": ("heel",), "pain.worst": ("first_steps",)}
    before = CONSULTANT.consult(base)
    assert what_changed(before, before) == []
    cold = CONSULTANT.consult({**base, "signs.pale_cold_foot": "yes"})
    lines = " ".join(what_changed(before, cold))
    assert "May I run on it? Now: Not before somebody has looked at it." in lines and SAME not in lines


ANKLE = "i rolled my ankle yesterday, it is swollen and i can not walk four steps"


@pytest.mark.parametrize("line", ["why not a fracture", "is it broken?", "why not stress fracture", "did I break it"])
def test_what_an_alert_says_of_it_comes_before_what_is_said_of_a_cause(line):
    said = words(at_the_end(ANKLE).reply(line))
    assert "A bone may be broken" in said.partition("Not concluded")[0]


@pytest.mark.parametrize(
    ("story", "line", "want"),
    [(ANKLE, "should I massage it", "must be examined first"), (ANKLE, "can i take aspirin", "Ask whoever looks at it"),
     (ANKLE, "should i ice it", "Ask whoever looks at it"),
     ("my calf hurts and is swollen", "can I massage it", "clot"),
     ("my calf hurts and is swollen", "should i wear a brace", "a blood clot must be ruled out first"),
     (HEEL, "can i put heat on it", "no more is known of it here")],
)  # fmt: skip
def test_a_remedy_that_is_not_advised_is_forbidden_with_a_reason_or_left_to_who_looks_at_it(story, line, want):
    assert want in words(at_the_end(story).reply(line))


@pytest.mark.parametrize(
    ("story", "line", "want"),
    [(ANKLE, "do i need an xray?", "Have an X-ray today"), (ANKLE, "do i need an x-ray", "Have an X-ray today"),
     (HEEL, "do i need an x-ray", "Not ruled out, as nobody asked"), (ANKLE, "can i swim", "Not covered here"),
     (ANKLE, "what about cycling", "May I run on it?"), (HEEL, "thanks", "You are welcome"),
     (HEEL, "thank you so much!", "You are welcome"), (HEEL, "", "in your own words"), (HEEL, "bye", "Take care.")],
)  # fmt: skip
def test_a_short_question_gets_a_short_answer(story, line, want):
    said = words(at_the_end(story).reply(line))
    assert want in said and len(said.splitlines()) < 12


@pytest.mark.parametrize("line", ["back hurts too", "more pain today", "answers are wrong", "quit running"])
def test_a_line_that_begins_like_a_command_is_none(line):
    dialogue = at_the_end()
    dialogue.reply(line)
    assert isinstance(dialogue.stage, Ending)


@pytest.mark.parametrize(
    ("line", "places"),
    [("my arch hurts too", {"heel", "arch"}), ("it is not the heel, it is the arch that hurts", {"arch"})],
)
def test_what_is_said_of_a_list_comes_besides_unless_it_is_put_in_its_place(line, places):
    dialogue = at_the_end()
    dialogue.reply(line)
    assert set(dialogue.session.answers["pain.location"]) == places
