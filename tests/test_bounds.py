"""What is far too large, too long or too many at once: refused in one sentence, or taken whole; never a crash."""

from __future__ import annotations

import io
import json
import sys
import threading

import pytest
from houseplants import PLANTS
from shared import ROOT, bare_base

from expert.asking.dialogue import Dialogue
from expert.asking.turn import Say
from expert.cases.case import MOST_BYTES, MOST_VALUES, Case, Unreadable
from expert.cases.changes import read_changes
from expert.cases.reader import CaseReader
from expert.cases.yaml_cases import dump_case
from expert.consultation import Consultant
from expert.engine import MOST_FIRINGS
from expert.errors import CaseError, did_you_mean, nearest
from expert.fields import Choice, Distance, Group, Many, Number, Vocabulary
from expert.hearing import MOST_OF_STORY
from expert.hearing.picking import MOST_LETTERS, Misread, options_of, pick_any, pick_one, pick_ticks, read_value
from expert.numbers import MOST_DIGITS
from kb.book import KNOWLEDGE

ASKED = KNOWLEDGE.vocabulary.asked
READER = CaseReader(KNOWLEDGE)
NUMBERS = [key for key, field in ASKED.items() if isinstance(field, (Number, Distance))]
WORDS = [key for key, field in ASKED.items() if isinstance(field, (Choice, Many))]

#: Texts that are numbers, and none that can be worked with.
MONSTROUS = {
    "exponent": "1e9999999999999999999",
    "small exponent": "1e-9999999999999999999",
    "minus": "-1e9999999999999999999",
    "nothing": "0e9999999999999999999",
    "long exponent": "1e" + "9" * 300_000,
    "digits": "9" * 300_000,
    "decimals": "1." + "0" * 300_000 + "1",
    "31 digits": "1." + "0" * 29 + "1",
}


def texts(key, value):
    """A case with one field, in every format."""
    group, name = key.split(".")
    yield "yaml", f"{group}: {{{name}: {value}}}\n"
    yield "csv", f"id,{key}\nx,{value}\n"
    for form in ("json", "jsonl"):
        yield form, json.dumps({group: {name: value}}) + "\n"
        if value[0] != "-" or value[1:2].isdigit():
            yield form, f'{{"{group}": {{"{name}": {value}}}}}\n'


@pytest.mark.parametrize("monster", MONSTROUS)
def test_a_monstrous_number_is_not_allowed_in_any_field_and_format(monster):
    for key in NUMBERS if len(MONSTROUS[monster]) < 100 else NUMBERS[:1] + [k for k in NUMBERS if "." in k][-1:]:
        for form, text in texts(key, MONSTROUS[monster]):
            (item,) = READER.read_text(text, "f", form)
            assert isinstance(item, Unreadable), (key, form)
            assert item.error.field == key and item.error.line, (key, form)
            assert "is not allowed" in item.error.message and ASKED[key].allowed() in item.error.message
            assert len(item.error.message) < 300


@pytest.mark.parametrize("monster", MONSTROUS)
def test_a_monstrous_number_is_not_allowed_where_it_is_typed(monster):
    for key in NUMBERS:
        with pytest.raises(CaseError, match="is not allowed"):
            read_changes([f"{key}={MONSTROUS[monster]}"], KNOWLEDGE, "mi")
        with pytest.raises(Misread, match="please type|letters long"):
            read_value(ASKED[key], MONSTROUS[monster], "mi")


@pytest.mark.parametrize(
    "number", [10**5000, 1e300, float("inf"), float("nan"), True, None, [1], {"a": 1}], ids=range(8)
)
def test_a_monstrous_number_of_a_program_is_not_allowed(number):
    for key in NUMBERS:
        with pytest.raises(CaseError, match="is not allowed"):
            ASKED[key].read(number, "mi")


def test_the_number_of_digits_is_named():
    with pytest.raises(CaseError, match="it has more than 30 digits. Allowed: a number of years from 1 to 120."):
        ASKED["runner.age"].read("1" * 31)
    with pytest.raises(CaseError, match="it has more than 30 digits. Allowed: a distance such as 5 mi or 8 km"):
        ASKED["shoes.age"].read("1" * 31 + " km")


def test_no_digit_that_is_taken_is_lost():
    third = "3." + "3" * 29
    assert ASKED["runner.age"].read(third).text == third
    assert ASKED["shoes.age"].read(f"{third} km").text == f"{third} km"
    assert ASKED["runner.age"].read("00044.0").text == "44"
    assert ASKED["training.mileage_change"].read("-0").text == "0"


def test_one_bad_number_costs_no_other_case():
    good = "runner: {age: 40}\n"
    items = READER.read_text("---\n".join((good, "runner: {age: 1e9999999999999999999}\n", good)), "f", "yaml")
    assert [isinstance(item, Case) for item in items] == [True, False, True]


# -- long texts ------------------------------------------------------------------------------------------------------


def test_a_word_that_is_far_too_long_is_compared_with_none(monkeypatch):
    def compared(*_, **__):
        raise AssertionError("compared letter by letter")

    monkeypatch.setattr("difflib.get_close_matches", compared)
    assert nearest("x" * 5_000_000, ["arch", "heel"]) is None and not did_you_mean("x" * 100, [])


@pytest.mark.parametrize("allowed", [["arch"], ["arch", "whole_foot", "top of the foot"]])
def test_what_can_be_near_is_still_found(allowed):
    """With a cutoff of 0.6 a word may be up to 2.33 times as long as what it is like."""
    longest = max(allowed, key=len)
    for more in range(0, len(longest) + len(longest) // 3):
        assert nearest(longest + "x" * more, allowed) == longest, more


@pytest.mark.parametrize("key", WORDS[::7])
@pytest.mark.parametrize("text", ["x" * (MOST_LETTERS + 1), "a b " * MOST_LETTERS, "1, " * MOST_LETTERS])
def test_an_answer_that_is_far_too_long_is_refused(key, text):
    options = options_of(ASKED[key])
    for read in (pick_one, pick_any, pick_ticks):
        with pytest.raises(Misread, match=r"letters long, and an answer has no more than 6,000") as refused:
            read(text, options)
        assert len(str(refused.value)) < 200


def test_every_list_can_be_answered_in_full():
    for key in WORDS:
        options = options_of(ASKED[key])
        assert len(", ".join(option.label for option in options)) < MOST_LETTERS
    ticks = [held.line for held in ASKED.values() if held.line]
    assert len(", ".join(sorted(ticks, key=len)[-40:])) < MOST_LETTERS


def test_a_story_that_is_far_too_long_is_no_story_wherever_it_is_told():
    long = "my heel hurts since May. " * 40_000
    dialogue = Dialogue(Consultant(KNOWLEDGE))
    dialogue.open()
    for reply in ("heel", ""):
        turn = dialogue.reply(long)
        said = [one.text for one in turn.shown if isinstance(one, Say)]
        assert said[0] == "That is 1,000,000 letters, and no more than 20,000 are taken. Say it shorter."
        assert not dialogue.session.answers or reply == "" and turn.prompt is not None
        dialogue.reply(reply)
    (item,) = READER.read_text(json.dumps({"story": long}), "f", "json")
    assert isinstance(item, Unreadable) and "no more than 20,000" in item.error.message


@pytest.mark.parametrize("form", ["yaml", "json", "csv"])
def test_a_long_value_is_shown_short(form):
    word = "heel" * 250_000
    text = {"yaml": f"pain: {{location: {word}}}", "json": f'{{"pain": {{"location": "{word}"}}}}',
            "csv": f"pain.location\n{word}\n"}[form]  # fmt: skip
    (item,) = READER.read_text(text, "f", form)
    assert isinstance(item, Unreadable) and "heelheel" in item.error.message and len(item.error.message) < 500


# -- CSV -------------------------------------------------------------------------------------------------------------


def test_a_long_note_of_many_lines_stays_one_cell():
    note = "\n".join(f"day {day}, arch" for day in range(15_000))
    assert len(note) > 131_072
    first, second = READER.read_text(f'id,pain.location,note\na,arch,"{note}"\nb,heel,x\n', "f", "csv")
    assert (first.id, first.note, second.id) == ("a", note, "b")


@pytest.mark.parametrize(("rows", "lost", "kept"), [
    ('a,arch,"open\nb,heel,x\nc,heel,"y"\nd,arch,z\n', (2, 4), ["d"]),
    ('a,arch,x\nb,heel,"open\nc,heel,y\nd,arch,z\n', (3, 5), ["a"]),
    ('a,arch,x\nb,heel,"o"pen\nd,arch,z\n', None, ["a", "d"]),
])  # fmt: skip
def test_the_lines_that_an_open_quote_swallows_are_named(rows, lost, kept):
    items = READER.read_text(f"id,pain.location,note\n{rows}", "f", "csv")
    assert [item.id for item in items if isinstance(item, Case)] == kept
    (bad,) = (item for item in items if isinstance(item, Unreadable))
    assert ("lines" in bad.error.message) == (lost is not None)
    if lost is not None:
        assert f"lines {lost[0]} to {lost[1]}" in bad.error.message and bad.error.line == lost[0]


# -- notes -----------------------------------------------------------------------------------------------------------

ODD = [*map(chr, range(0xA1)), *"\xad\u200b\u2028\u2029\ufeff\ufffe\uffff\ue000\U0001f600"]


@pytest.mark.parametrize("frame", ["a{}b", "{}", "\n{}b", "a{}\nb", "a {} b", "word " * 30 + "{}", "é: {} #"])
def test_a_note_is_saved_and_read_back_letter_by_letter(frame):
    for letter in ODD:
        note = frame.replace("{}", letter)
        (item,) = READER.read_text(dump_case({}, KNOWLEDGE.vocabulary, "x", note), "f", "yaml")
        assert isinstance(item, Case) and item.note == note, hex(ord(letter))


# -- the consultant --------------------------------------------------------------------------------------------------


def test_threads_that_share_a_consultant_get_their_own_results():
    reader = CaseReader(PLANTS)
    plants = [{"pot": {"soil": "dry"}}, {"pot": {"soil": "soaked"}, "leaf": {"colour": "yellow"}},
              {"plant": {"smell": "yes"}}, {"leaf": {"colour": ["brown", "pale"]}}]  # fmt: skip
    cases = [reader.read_mapping(plant).answers for plant in plants]
    consultant, faults = Consultant(PLANTS), []
    wanted = [Consultant(PLANTS).consult(answers).result() for answers in cases]
    start = threading.Barrier(4)

    def work(first):
        start.wait()
        for turn in range(150):
            number = (first + turn) % len(cases)
            try:
                if consultant.consult(cases[number]).result() != wanted[number]:
                    faults.append(number)
            except Exception as error:
                faults.append(error)

    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(before)
    assert not faults


def test_a_result_does_not_change_with_the_callers_answers():
    answers = dict(CaseReader(PLANTS).read_mapping({"leaf": {"colour": "yellow"}, "pot": {"soil": "soaked"}}).answers)
    found = Consultant(PLANTS).consult(answers)
    before = found.result()
    answers.clear()
    assert found.result() == before and found.answers


@pytest.mark.parametrize(("key", "words"), [
    ("pot.sail", "pot.sail: no such field, did you mean pot.soil?"),
    ("pot.more_water", "pot.more_water: no such field"),  # worked out, never given
    ("x" * 10_000, "no such field"),
])  # fmt: skip
def test_an_answer_to_no_question_is_refused(key, words):
    with pytest.raises(CaseError) as refused:
        Consultant(PLANTS).consult({"pot.soil": "dry", key: "yes"})
    assert words in str(refused.value) and len(str(refused.value)) < 200


# -- units -----------------------------------------------------------------------------------------------------------


class Vine(Group):
    """A plant that has a length."""

    length = Distance("How long?", "Measure.", "it is {} long")


@pytest.mark.parametrize(("unit", "metres"), [("km", 3000), ("mi", 4828.032)])
def test_the_base_says_what_a_bare_distance_means(unit, metres):
    base = bare_base(Vocabulary([Vine], unit=unit))
    reader = CaseReader(base)
    assert float(reader.read_mapping({"vine": {"length": 3}}).answers["vine.length"].value) == metres
    assert reader.read_mapping({}).units == unit
    other = {"km": "mi", "mi": "km"}[unit]
    assert reader.read_mapping({"units": other, "vine": {"length": 3}}).answers["vine.length"].text == f"3 {other}"
    assert base.vocabulary.asked["vine.length"].read("3 km").text == "3 km"


def test_a_bare_distance_without_any_unit_is_refused_and_never_guessed():
    with pytest.raises(CaseError, match="unknown unit"):
        ASKED["shoes.age"].read("300")


def test_standard_input_is_read_as_any_file():
    (item,) = READER.read_paths(["-"], io.BytesIO(b"runner: {age: 1e9999999999999999999}\n"))
    assert isinstance(item, Unreadable) and item.error.field == "runner.age"


def test_the_readme_names_the_limits_as_they_are():
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    table = text[text.index("### Limits") : text.index("## How good is it?")]
    limits = [MOST_VALUES, MOST_DIGITS, MOST_OF_STORY, MOST_LETTERS, 8 * MOST_OF_STORY, MOST_FIRINGS]
    assert all(f"| {limit:,} |" in table for limit in limits) and f"| {MOST_BYTES >> 20} MiB |" in table
