"""What nobody should give it is taken or refused with a sentence, through every door: a part of `tests/fuzz.py`.

And what that has found, each kind by its own test.
"""

from __future__ import annotations

import io
import json

import pytest
from fuzz import fuzz
from fuzzed import KINDS, TODAY, draw
from houseplants import PLANTS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from shared import CONSULTANT, KNOWLEDGE, READER, footwise

from expert.asking.dialogue import Dialogue
from expert.asking.keeping import from_text
from expert.cases.case import Case, Unreadable
from expert.cases.durable import Results, Terms
from expert.cases.forms.reading import Reading
from expert.cases.reader import CaseReader
from expert.cases.yaml_cases import dump_case
from expert.characters import harmless
from expert.errors import CaseError, UsageError
from expert.hearing.reply import read_reply
from expert.hearing.story import read_story

#: So many inputs of a thousand of each door's share, in so many parts, that processes can share them.
THOUSANDS, PARTS = 50, 20


@pytest.mark.parametrize("part", range(PARTS))
def test_whatever_comes_is_taken_or_refused(part):
    for kind, held in KINDS.items():
        wanted = held.share * THOUSANDS
        inputs = wanted * (part + 1) // PARTS - wanted * part // PARTS
        found = fuzz(kind, inputs, f"suite.{part}") if inputs else None
        assert found is None or not (found.tracebacks or found.hangs), (found.tracebacks + found.hangs)[0]


# -- by structure ----------------------------------------------------------------------------------------------------

SETTINGS = settings(
    max_examples=40, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def _answers(vocabulary):
    """Answers of a base, as its fields read them."""
    kinds = {}
    for key, field in vocabulary.asked.items():
        if field.several:
            raw = st.lists(st.sampled_from(list(field.values)), unique=True)
        elif field.values:
            raw = st.sampled_from(list(field.values))
        elif field.is_length:
            raw = st.decimals("0.1", 90, places=3).map(lambda number: f"{number} km")
        else:
            raw = st.decimals(1, 10, places=2).map(str)
        kinds[key] = raw.map(field.read)
    return st.fixed_dictionaries({}, optional=kinds)


@SETTINGS
@given(answers=_answers(PLANTS.vocabulary), note=st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_any_answers_with_any_note_are_written_and_read_back(answers, note):
    text = dump_case(answers, PLANTS.vocabulary, "x", note)
    (item,) = CaseReader(PLANTS).read_text(text, "f", "yaml")
    if isinstance(item, Unreadable):  # answers that contradict each other are told, whoever wrote them
        assert PLANTS.contradiction(answers)
    else:
        assert (item.answers, item.note) == (answers, note)


@SETTINGS
@given(raw=st.dictionaries(st.sampled_from(["id", "note", "units", "expect", "pot", "leaf", "x"]), _JSON, max_size=4))
def test_any_value_of_json_is_a_case_or_an_error(raw):
    try:
        assert isinstance(CaseReader(PLANTS).read_mapping(raw, "f#1", "f"), Case)
    except CaseError as error:
        assert harmless(error.message) == error.message


@SETTINGS
@given(key=st.sampled_from(list(KNOWLEDGE.vocabulary.asked)), said=st.text(max_size=40))
def test_any_reply_is_an_answer_that_the_field_takes_or_asked_back(key, said):
    field = KNOWLEDGE.vocabulary.asked[key]
    reply = read_reply(KNOWLEDGE, KNOWLEDGE.words, field, said, TODAY)
    assert reply.answers or reply.unknown or reply.ask
    for answer in reply.answers.values():
        assert field.read(field.plain(answer), "km") == answer


# -- what it has found -----------------------------------------------------------------------------------------------


def test_utf_16_without_its_mark_says_what_to_do():
    reader = CaseReader(KNOWLEDGE, Reading("utf-16"))
    (item,) = reader.read_paths(["-"], io.BytesIO(b"id,pain.location\nx,arch\n"))
    assert isinstance(item, Unreadable) and "It is no text in utf-16" in item.error.message
    assert "Name another encoding" in item.error.message


@pytest.mark.parametrize(
    ("part", "held"),
    [("recommendations", "x"), ("alerts", [{}]), ("conclusions", 3), ("conclusions", [{}]), ("expect", []),
     ("within", 1), ("withheld", None), ("recommendations", [{"id": "x", "stage": 1}])],
)  # fmt: skip
def test_an_earlier_run_that_somebody_has_edited_is_refused_with_its_line(part, held, tmp_path):
    (tmp_path / "case.yaml").write_text("pain: {location: arch}\n")
    footwise("batch", "case.yaml", "-o", "old.jsonl", cwd=tmp_path)
    result = json.loads((tmp_path / "old.jsonl").read_text())
    (tmp_path / "old.jsonl").write_text(json.dumps({**result, part: held}) + "\n")
    run = footwise("batch", "case.yaml", "--baseline", "old.jsonl", cwd=tmp_path)
    assert run.returncode == 2 and "old.jsonl, line 1: that is no result of a batch" in run.stderr


@pytest.mark.parametrize("change", [{"size": []}, {"tally": 1}, {"closed": [[1]]}, {"last": {}}, {"options": "x"}])
def test_notes_that_somebody_has_edited_are_refused(change, tmp_path):
    terms = Terms("kb", lambda: "digest", {"--format": "jsonl"})
    note = {"size": 0, "tally": {"cases": 0, "failed": 0, "unreadable": 0, "faults": 0}, "closed": [], "last": None}
    first = {"version": 1, "base": "kb", "digest": "digest", "options": {"--format": "jsonl"}}
    where = first if "options" in change else note
    lines = [{**held, **(change if held is where else {})} for held in (first, note)]
    (tmp_path / "out.jsonl.resume").write_text("".join(json.dumps(line) + "\n" for line in lines))
    (tmp_path / "out.jsonl.part").touch()
    with pytest.raises(UsageError, match=r"is not as a run has written it. Run without --resume"):
        Results(str(tmp_path / "out.jsonl"), terms, True)
    Results(str(tmp_path / "out.jsonl"), terms, False).stop()


@pytest.mark.parametrize(
    ("line", "said"),
    [('{"story": "my heel \\ud800 hurts"}', "half a character"), ('{"story": "x", "id": NaN}', "no line of JSON"),
     ('{"story": "x", "id": 1e999}', "no line of JSON"), ('{"story": "' + "x" * 170_000 + '"}', "longer than 160,000"),
     ('{"story": "' + "x" * 20_001 + '"}', "no more than 20,000 letters")],
    ids=["half", "NaN", "infinite", "line", "story"],
)  # fmt: skip
def test_a_line_to_read_that_is_none_costs_no_other(line, said, tmp_path):
    (tmp_path / "in.jsonl").write_text(f'{line}\n{{"id": "good", "story": "my heel hurts"}}\n')
    run = footwise("read", "--format", "jsonl", "in.jsonl", cwd=tmp_path)
    first, second = map(json.loads, run.stdout.splitlines())
    assert run.returncode == 3 and said in first["error"]["message"] and first["error"]["line"] == 1
    assert second["id"] == "good" and second["answers"]["pain"]["location"] == ["heel"]


def test_a_reply_of_no_day_is_refused(tmp_path):
    (tmp_path / "in.jsonl").write_text('{"field": "pain.weeks", "reply": "since May", "today": "2026-02-30"}\n')
    run = footwise("read", "--replies", "in.jsonl", cwd=tmp_path)
    assert run.returncode == 2 and "2026-02-30 found where a date such as" in run.stderr


def test_a_list_that_grows_by_what_is_said_stays_in_the_order_of_its_question():
    """So that what is kept of it, which is read by the field, gives the same bytes."""
    fields = KNOWLEDGE.vocabulary.asked
    assert fields["pain.on_movement"].joined(("push_off", "stairs"), ("hop",)) == ("push_off", "hop", "stairs")
    young, old = (fields["runner.age"].read(age) for age in (44, 51))
    assert fields["runner.age"].joined(young, old) == old and fields["pain.limp"].joined("no", "yes") == "yes"
    assert fields["pain.on_movement"].joined(None, ("hop",)) == ("hop",)


def test_a_question_that_asks_for_a_grave_line_is_answered_with_its_looks():
    dialogue = Dialogue(CONSULTANT, READER.read_mapping({"pain": {"location": "ankle"}, "signs": {"pop": "yes"}}))
    dialogue.open()
    for line in ("done", "booked hur!!python`", "what about the pop?", "and the doctor?"):
        if dialogue.stage is not None:
            draw(dialogue.reply(line).shown)


def test_a_csv_message_and_ticked_boxes_quote_nothing_that_acts():
    for text in ('id\t"pain.location"x\t\na\t"arch"y\n', "pain.location,pain/location/arch\nar\x98ch heel,1\n"):
        for item in READER.read_text(text, "f", "csv"):
            assert isinstance(item, Unreadable) and harmless(item.error.message) == item.error.message


def test_kept_answers_of_any_shape_are_no_fault():
    for text in ("[]", '{"steps": 1}', '{"version": 2, "steps": [[1, 2, 3, 4]], "loaded": {}, "earlier": {}}'):
        assert from_text(text, KNOWLEDGE)[0] is None


def test_thousands_of_digits_are_no_number_and_are_not_searched_for_one(monkeypatch):
    """That takes time with their square; what is searched are letters, or nothing."""
    searched = []
    monkeypatch.setattr("expert.hearing.story.Ear.read", lambda self, text: searched.append(text))
    digits = "9" * 5000
    read_story(KNOWLEDGE, KNOWLEDGE.words, f"my heel hurts for {digits} weeks", TODAY)
    assert searched == [f"my heel hurts for {'x' * 5000} weeks"]
    field = KNOWLEDGE.vocabulary.asked["training.mileage_change"]
    assert "no more than 30 digits" in read_reply(KNOWLEDGE, KNOWLEDGE.words, field, f"e bon{digits}", TODAY).ask
