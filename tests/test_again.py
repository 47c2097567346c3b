"""Coming back: what who leaves the result agrees to keep is offered the next time; nothing is kept unasked."""

from __future__ import annotations

import io
import json
import stat

import pytest
from shared import CONSULTANT, KNOWLEDGE, READER, footwise

from expert.asking.again import Earlier
from expert.asking.dialogue import Dialogue
from expert.asking.faces import Face
from expert.asking.keeping import Keeper, forget_all
from expert.asking.ports import PlainPort
from expert.asking.turn import Say

ANSWERS = {"pain": {"location": "heel", "worst": "morning", "weeks": 3, "side": "left"}}


def earlier(days=10):
    return Earlier(READER.read_mapping(ANSWERS), days)


def words(turn):
    return " ".join(one.text for one in turn.shown if isinstance(one, Say))


def at_the_result(folder, *typed):
    """Hold a consultation of a case up to its result, with a file to keep it in, then type this; what was said."""
    out = io.StringIO()
    dialogue = Dialogue(CONSULTANT, READER.read_mapping(ANSWERS), program="footwise")
    dialogue.may_keep = True
    keeper = Keeper(folder / "consultation.json")
    Face(dialogue, PlainPort(io.StringIO("".join(f"{line}\n" for line in ("done", *typed))), out), keeper).hold()
    if dialogue.finished:
        keeper.forget()
    return out.getvalue()


@pytest.mark.parametrize("bye", ["quit", "bye", "done", "Thank you, goodbye."])
def test_who_leaves_the_result_is_asked_once_and_only_a_yes_keeps(bye, tmp_path):
    assert "Nothing is kept" in at_the_result(tmp_path, bye, "no") and not list(tmp_path.iterdir())
    at_the_result(tmp_path, bye, "quit")
    at_the_result(tmp_path, bye)
    assert not list(tmp_path.iterdir())
    assert "Kept for a follow-up" in at_the_result(tmp_path, bye, "yes")
    assert [path.name for path in tmp_path.iterdir()] == ["last.json"]


def test_who_has_saved_is_not_asked(tmp_path):
    assert "Keep your answers" not in at_the_result(tmp_path, f"save {tmp_path / 'own.yaml'}", "quit")


def test_what_is_kept_is_private_has_no_story_and_is_forgotten(tmp_path, monkeypatch):
    folder = tmp_path / "footwise"
    folder.mkdir()
    at_the_result(folder, "quit", "yes")
    file = folder / "last.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert set(json.loads(file.read_text())) == {"version", "day", "answers"}
    kept = Keeper(folder / "consultation.json").last(KNOWLEDGE)
    assert kept.days == 0 and dict(kept.answers) == dict(READER.read_mapping(ANSWERS).answers)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert forget_all("footwise") == ([file], [])


def test_a_broken_file_is_said_and_stops_nothing(tmp_path):
    (tmp_path / "last.json").write_text('{"day": "soon", "answers": []}')
    keeper = Keeper(tmp_path / "consultation.json")
    assert keeper.last(KNOWLEDGE) is None and "cannot be read" in keeper.notices[0]


def test_the_last_one_is_followed_up_left_alone_or_forgotten():
    dialogue = Dialogue(CONSULTANT, earlier=earlier())
    assert "Your last consultation was 10 days ago: Plantar fasciitis" in words(dialogue.open())
    assert "Last time you said:" in words(dialogue.reply("yes please"))
    dialogue = Dialogue(CONSULTANT, earlier=earlier(1))
    assert "was yesterday" in words(dialogue.open())
    assert "What happened" in words(dialogue.reply("no")) and not dialogue.session.answers and not dialogue.forgets
    dialogue = Dialogue(CONSULTANT, earlier=earlier())
    dialogue.open()
    assert "deleted" in words(dialogue.reply("forget")) and dialogue.forgets and not dialogue.session.answers


def test_a_follow_up_of_it_that_was_cut_short_goes_on_as_one():
    first = Dialogue(CONSULTANT, earlier=earlier())
    first.open()
    first.reply("yes")
    first.reply("better")
    again = Dialogue(CONSULTANT, kept=first.session, earlier=earlier())
    assert "Go on with it?" in words(again.open())
    again.reply("yes")
    assert again.talk.asking_again and again.session.answers == first.session.answers


@pytest.mark.parametrize(
    "told", ["I was here ten days ago", "i was here before, file marta.yaml", "this is a follow-up", "load marta.yaml"]
)
def test_who_tells_of_having_been_here_is_told_how_to_follow_up(told):
    dialogue = Dialogue(CONSULTANT, program="footwise")
    dialogue.open()
    name = "marta.yaml" if "marta" in told else "FILE"
    assert f"footwise consult --load {name} --follow-up" in words(dialogue.reply(told))
    assert not dialogue.session.answers


def test_a_story_that_only_mentions_earlier_days_is_a_story():
    dialogue = Dialogue(CONSULTANT)
    dialogue.open()
    dialogue.reply("My left heel has hurt for three weeks; it was like this before, last year.")
    assert "pain.location" in dialogue.session.answers


def test_the_line_behind_save_can_be_pasted_and_is_explained_where_it_is_typed_here(tmp_path):
    said = at_the_result(
        tmp_path, f"save {tmp_path / 'own file.yaml'}", "footwise consult --load x --follow-up", "quit"
    )
    line = f"footwise consult --load '{tmp_path / 'own file.yaml'}' --follow-up"
    assert line.replace(" ", "") in said.replace("\n", "").replace(" ", "") and "type quit here first" in said


def test_a_file_where_a_command_belongs_is_told_what_to_type():
    run = footwise("foot.yaml")
    assert run.returncode == 2 and "footwise explain foot.yaml" in run.stderr and "--follow-up" in run.stderr
