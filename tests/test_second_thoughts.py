"""A number that is told again takes the place of the first; only lists grow."""

from __future__ import annotations

import pytest
from test_core import drive, said


@pytest.mark.parametrize(
    "replies",
    [
        ("I'm 44, my heel hurts and so does my arch", "also I'm 51 and the calf hurts", "", "done"),
        ("I'm 44, my heel hurts", "", "0", "done", "I'm 51 and the calf hurts"),
    ],
    ids=["while it is confirmed", "behind the result"],
)
def test_a_number_told_twice_is_the_last_one_and_no_list(replies):
    dialogue, turns = drive(*replies)
    answers = dialogue.session.answers
    assert answers["runner.age"].text == "51", said(*turns[-2:])
    assert {"heel"} <= set(answers["pain.location"])
    dialogue.talk.result()
