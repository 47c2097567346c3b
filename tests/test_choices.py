"""What can be chosen, as data: whatever a face lets be chosen means what typing it means."""

from __future__ import annotations

import random
from datetime import date

import pytest
from shared import CONSULTANT, one_by_one, part_of

from expert.asking.dialogue import Dialogue
from expert.asking.screens import Screen
from expert.asking.turn import Choice, Pick, Say
from expert.fields import UNTRIED
from expert.hearing.picking import options_of
from expert.hearing.reply import read_reply
from kb.book import KNOWLEDGE

FIELDS = KNOWLEDGE.vocabulary.asked
SINGLE = [field for field in FIELDS.values() if not field.numeric and not field.line]
LINES = [field for field in FIELDS.values() if field.line and field.key not in KNOWLEDGE.gate_of]
LISTS = [LINES[start : start + 9] for start in range(0, 60, 9)]
SCREENS = [
    *(Screen(field.screen, (field,)) for field in SINGLE),
    *(Screen("ticks", tuple(fields)) for fields in LISTS if len(fields) > 1),
    Screen("tried", tuple(field for field in FIELDS.values() if field.is_remedy)[:18]),
]


def asked(screen):
    """The dialogue at a screen, and the turn that asks it."""
    dialogue = Dialogue(CONSULTANT)
    return dialogue, dialogue.ask(screen)


@pytest.mark.parametrize("screen", part_of(SCREENS, 3), ids=lambda screen: screen.keys[0])
def test_what_is_shown_as_a_list_is_there_as_data(screen):
    _, turn = asked(screen)
    choice, listed = turn.prompt.choice, [one.text for one in turn.shown if isinstance(one, Say) and one.listed]
    last = [*([Pick("0", choice.none)] if choice.none else []), Pick("u", choice.unknown)]
    brief = [
        *([Pick("0", "none")] if choice.none else []),
        Pick("u", choice.unknown if choice.untried else "don't know"),
    ]
    shown = " ".join(" ".join(listed).split())
    assert shown in [" ".join(f"{one.reply} {one.label}" for one in (*choice.options, *end)) for end in (last, brief)]
    assert choice.untried == bool(screen.fields[0].untried)
    assert choice.several == (screen.kind in ("many", "ticks", "tried"))


@pytest.mark.parametrize("screen", part_of(SCREENS, 3), ids=lambda screen: screen.keys[0])
def test_what_is_chosen_is_what_is_understood(screen):
    dice = random.Random(str(screen.keys))
    dialogue, turn = asked(screen)
    choice = turn.prompt.choice
    chosen = dice.sample(choice.options, min(len(choice.options), 3) if choice.several else 1)
    dialogue.reply(choice.reply([pick.reply for pick in chosen]))
    (step,) = dialogue.session.steps
    lines = {field.key: str(number) for number, field in enumerate(screen.fields, 1)}
    if len(lines) == 1:
        (field,), answer = screen.fields, step.given[screen.keys[0]]
        places = {str(list(field.values).index(one) + 1) for one in (answer if field.several else [answer])}
        assert places == {pick.reply for pick in chosen}
    else:
        denials = {field.key for field in screen.fields if step.given.get(field.key) in (field.denial, UNTRIED)}
        numbers = {pick.reply for pick in chosen}
        assert numbers.isdisjoint(lines[key] for key in denials)
        implied = {implied for _, _, implied, _ in KNOWLEDGE.implications}
        assert {lines[key] for key in lines if key not in denials and key not in implied} <= numbers


@pytest.mark.parametrize("field", part_of([f for f in SINGLE if len(f.values) > 5], 5), ids=lambda field: field.key)
def test_each_label_of_a_list_is_understood_as_it_is_shown_and_as_it_is_in_full(field):
    for option in options_of(field):
        for typed in (option.brief, option.label):
            assert heard(field, typed).answers.get(field.key) == ((option.value,) if field.several else option.value)
    if field.several:
        some = random.Random(field.key).sample([one for one in options_of(field) if "," not in one.label], 3)
        told = heard(field, ", ".join(one.label for one in some)).answers[field.key]
        assert set(told) == {one.value for one in some}


@pytest.mark.parametrize("field", part_of([f for f in FIELDS.values() if f.brief], 30), ids=lambda field: field.key)
def test_each_line_of_a_list_is_understood_as_it_is_shown_and_as_it_is_in_full(field):
    others = [other for other in LINES if other.key.split(".")[0] != field.key.split(".")[0]][:5]
    for typed in (field.brief, field.line):
        reply = heard((*others, field), typed)
        assert field.key in reply.ticked or reply.answers.get(field.key) not in (None, field.denial), typed


def heard(target, text):
    """What a reply to a question, or to a list, says."""
    return read_reply(KNOWLEDGE, KNOWLEDGE.words, target, text, date(2026, 1, 1), "mi")


@pytest.mark.parametrize("key", [KNOWLEDGE.place, "signs.tender_bone"])
def test_what_a_short_label_leaves_out_is_said_where_it_is_asked(key):
    dialogue, turn = asked(Screen("many", (FIELDS[key],)))
    told = " ".join(" ".join(one.text for one in dialogue.reply("?").shown if isinstance(one, Say)).split())
    for pick, label in zip(turn.prompt.choice.options, FIELDS[key].values.values(), strict=True):
        assert label.endswith(pick.label) or f"{pick.reply} {label}" in told, label


def test_one_key_answers_yes_or_no_and_an_offer():
    yes_or_no = next(field for field in FIELDS.values() if field.yes_or_no)
    dialogue, turn = asked(Screen("choice", (yes_or_no,)))
    assert turn.prompt.choice.keys == {"y": "1", "n": "2"}
    dialogue.reply(turn.prompt.choice.keys["y"])
    assert dialogue.session.answers[yes_or_no.key] == "yes"
    gradual = Screen("choice", (FIELDS["pain.onset"],))
    assert asked(gradual)[1].prompt.choice.keys == {}


def test_a_number_is_typed_and_not_chosen():
    _, turn = asked(Screen("numbers", (FIELDS["training.weekly_now"], FIELDS["training.weekly_before"])))
    assert turn.prompt.choice is None and not any(isinstance(one, Say) and one.listed for one in turn.shown)


def test_nothing_chosen_is_none_and_what_was_chosen_before_needs_no_word():
    options = (Pick("1", "red"), Pick("2", "blue"), Pick("3", "green"))
    choice = Choice(options, several=True, selected=("1", "3"), none="none of these")
    assert choice.reply({"3", "1"}) == "" and choice.reply({"3"}) == "3" and choice.reply(()) == "0"
    assert choice.reply({"2", "1"}) == "1 2"
    assert Choice(options).reply({"2"}) == "2"


# -- what was answered before ----------------------------------------------------------------------------------------

SINGLES = [field for field in SINGLE if not field.several]


def begun():
    """A dialogue at its first single question: nothing was told in its own words."""
    dialogue = Dialogue(CONSULTANT)
    dialogue.open()
    return dialogue, dialogue.reply("")


def said(turn):
    return " ".join(" ".join(one.text.split()) for one in turn.shown if isinstance(one, Say))


def test_back_keeps_what_was_answered_behind_it():
    """Through three questions and back again: Enter gives each its old answer, of whatever kind it was."""
    dialogue, turn = begun()
    turn = one_by_one(dialogue, dialogue.reply("heel"))
    for _ in range(3):
        turn = dialogue.reply("u" if turn.prompt.choice is None else "0" if turn.prompt.choice.none else "2")
    before, steps = dict(dialogue.session.answers), [step.screen.keys for step in dialogue.session.steps]
    for _ in range(5):  # behind the place, what was not told yet is passed over
        turn = dialogue.reply("back")
    assert dialogue.session.answers == {} and len(steps) == 5
    for _ in range(4):
        turn = one_by_one(dialogue, turn)
        assert turn.prompt.before, said(turn)
        assert f"(before: {turn.prompt.before}" in said(turn) or f"before: {turn.prompt.before}" in turn.prompt.text
        if turn.prompt.choice and turn.prompt.choice.selected:
            assert turn.prompt.choice.reply(turn.prompt.choice.selected) == ""
        turn = dialogue.reply("")
    assert dialogue.session.answers == before
    assert [step.screen.keys for step in dialogue.session.steps] == steps


def test_what_was_taken_back_counts_for_nothing_until_it_is_given_again():
    dialogue, _ = begun()
    dialogue.reply("heel")
    turn = dialogue.reply("back")
    assert dialogue.session.answers == {} and dialogue.talk.result().conclusions == ()
    assert turn.prompt.choice.selected == ("2",) and turn.prompt.before == "the heel"
    dialogue.reply("toes")
    assert dialogue.session.answers == {"pain.location": ("toes",)}


def test_a_list_is_kept_whole_with_what_was_told_of_its_lines_and_what_was_not_known():
    dialogue, _ = asked(
        Screen("ticks", tuple(FIELDS[f"signs.{name}"] for name in ("skin", "pop", "calf_swelling", "pus")))
    )
    dialogue.reply("1 2, u 4")
    dialogue.reply("blister")
    before = dict(dialogue.session.answers)
    assert before["signs.skin"] == ("blister",) and "signs.pus" not in before
    dialogue.session.back()
    turn = dialogue.ask(
        Screen("ticks", tuple(FIELDS[f"signs.{name}"] for name in ("skin", "pop", "calf_swelling", "pus")))
    )
    assert turn.prompt.choice.selected == ("1", "2")
    dialogue.reply("")
    assert dialogue.session.answers == before and "signs.pus" in dialogue.session.closed


def test_a_change_begins_with_what_stands():
    dialogue, _ = begun()
    dialogue.reply("heel")
    turn = dialogue.reply("change 1")
    assert turn.prompt.choice.selected == ("2",)
    turn = dialogue.reply("")
    assert "The result stays the same." in said(turn) and dialogue.session.answers == {"pain.location": ("heel",)}


@pytest.mark.parametrize("typed", ["2", "heel", "1 2"])
def test_a_number_is_said_back_with_its_label_too(typed):
    dialogue, _ = begun()
    assert "= " in said(dialogue.reply(typed)) and "the heel" in said(dialogue.reply("answers"))
