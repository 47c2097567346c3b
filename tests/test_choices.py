"""What can be chosen, as data: whatever a face lets be chosen means what typing it means."""

from __future__ import annotations

import random

import pytest
from shared import CONSULTANT, part_of

from expert.asking.dialogue import Dialogue
from expert.asking.screens import Screen
from expert.asking.turn import Choice, Pick, Say
from expert.fields import UNTRIED
from kb.book import KNOWLEDGE

FIELDS = KNOWLEDGE.vocabulary.asked
SINGLE = [field for field in FIELDS.values() if not field.numeric and not field.line]
LISTS = [[field for field in FIELDS.values() if field.line][start : start + 9] for start in range(0, 60, 9)]
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
    told = [*choice.options, *([Pick("0", choice.none)] if choice.none else []), Pick("u", choice.unknown)]
    assert listed == [f"  {pick.reply:>2}  {pick.label}" for pick in told]
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
        assert {field.values[value] for value in (answer if field.several else [answer])} == {p.label for p in chosen}
    else:
        denials = {field.key for field in screen.fields if step.given.get(field.key) in (field.denial, UNTRIED)}
        numbers = {pick.reply for pick in chosen}
        assert numbers.isdisjoint(lines[key] for key in denials)
        implied = {implied for _, _, implied, _ in KNOWLEDGE.implications}
        assert {lines[key] for key in lines if key not in denials and key not in implied} <= numbers


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
