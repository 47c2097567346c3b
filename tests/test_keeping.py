"""Keeping an unfinished consultation: two at once, files of any age, disks that fail, signals at the worst moment."""

from __future__ import annotations

import io
import json
import multiprocessing
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from shared import CONSULTANT, READER, one_by_one

import cli
from expert.asking import faces, keeping
from expert.asking.dialogue import Dialogue
from expert.asking.keeping import Keeper, forget_all, state_file, state_folder
from expert.asking.ports import PlainPort
from expert.asking.screens import Screen
from expert.asking.session import Session
from expert.asking.turn import Say
from expert.commands.context import Context
from expert.errors import UsageError
from kb.book import KNOWLEDGE

ROOT = Path(__file__).resolve().parent.parent


def told(*replies):
    """A session in which this was said."""
    dialogue = Dialogue(CONSULTANT)
    dialogue.open()
    for reply in ("skip", *replies) if replies else ():
        one_by_one(dialogue, dialogue.reply(reply))
    return dialogue.session


@pytest.fixture
def place(tmp_path):
    return tmp_path / "state" / "footwise" / "consultation.json"


def test_a_story_is_kept_with_what_was_heard_in_it(place):
    """Also where nothing was understood: nobody has to tell it twice."""
    for story in ("My left heel has hurt for three weeks.", "Blue moon over the hill, twice."):
        dialogue = Dialogue(CONSULTANT)
        dialogue.open()
        dialogue.reply(story)
        keeper = Keeper(place)
        keeper.keep(dialogue.session, dialogue.unsaid)
        keeper.release()
        again = Keeper(place)
        kept = again.find(KNOWLEDGE)
        assert (kept.story, kept.answers) == (story, dialogue.session.answers)
        again.forget()


# -- two at once -----------------------------------------------------------------------------------------------------


def test_two_consultations_at_once_are_both_kept(place):
    one, other = Keeper(place), Keeper(place)
    assert one.find(KNOWLEDGE) is None and other.find(KNOWLEDGE) is None
    one.keep(told("1 2"), told())
    other.keep(told("3"), told())
    one.keep(told("1 2", "0"), told())
    one.release()
    other.release()
    first, second = Keeper(place), Keeper(place)
    assert first.find(KNOWLEDGE).answers.keys() > {"pain.location"}
    assert second.find(KNOWLEDGE).answers == {"pain.location": ("achilles",)}


def test_who_begins_while_another_is_open_is_told_and_offered_nothing_of_it(place):
    one = Keeper(place)
    one.keep(told("1 2"), told())
    other = Keeper(place)
    assert other.find(KNOWLEDGE) is None
    assert other.notices == ["Another consultation is open in another window; this one is kept apart from it."]
    other.keep(told("3"), told())
    other.forget()
    assert [path.name for path in place.parent.iterdir()] == [place.name]
    one.forget()
    assert list(place.parent.iterdir()) == []


def test_who_says_no_deletes_only_what_was_offered(place):
    one, other = Keeper(place), Keeper(place)
    one.keep(told("1 2"), told())
    other.keep(told("3"), told())
    other.release()
    third = Keeper(place)
    assert third.find(KNOWLEDGE).answers == {"pain.location": ("achilles",)}
    third.keep(told(), told())
    assert len(list(place.parent.iterdir())) == 2, "nothing new was said, so nothing is lost by leaving now"
    third.keep(told("1"), told())
    third.keep(told(), told())
    assert [path.name for path in place.parent.iterdir()] == [place.name]


def test_what_was_taken_back_is_there_to_be_given_again_the_next_time(place):
    session = told("1 2", "0", "back")
    keeper = Keeper(place)
    keeper.keep(session, told())
    keeper.release()
    found = Keeper(place).find(KNOWLEDGE)
    assert found.answers == session.answers and found.before == session.before
    assert found.before["signs.pop"] == "no" and "signs.pop" not in found.answers


def _hold(place, ready, go_on):
    keeper = Keeper(place)
    keeper.keep(told("3"), told())
    ready.set()
    go_on.wait(30)
    os._exit(0)


@pytest.mark.skipif(keeping.fcntl is None, reason="no locks here")
def test_the_lock_ends_with_its_process(place):
    spawn = multiprocessing.get_context("spawn")
    ready, go_on = spawn.Event(), spawn.Event()
    process = spawn.Process(target=_hold, args=(place, ready, go_on))
    process.start()
    assert ready.wait(30)
    assert Keeper(place).find(KNOWLEDGE) is None
    go_on.set()
    process.join(30)
    assert Keeper(place).find(KNOWLEDGE).answers == {"pain.location": ("achilles",)}


# -- files of any age ------------------------------------------------------------------------------------------------


def test_what_can_still_be_read_is_kept_and_the_rest_is_named(place):
    keeper = Keeper(place)
    keeper.keep(told("1 2", "0", "2"), told())
    keeper.release()
    state = json.loads(place.read_text())
    state["version"] = 1
    state["steps"][0][2]["pain.location"] = ["arch", "elbow"]
    state["steps"][2][1].append("signs.no_such")
    state["steps"][2][2]["signs.no_such"] = "yes"
    place.write_text(json.dumps(state))
    found = Keeper(place)
    session = found.find(KNOWLEDGE)
    assert session.answers["pain.weight_bearing"] == "slight" and session.answers["signs.pop"] == "no"
    assert "pain.location" not in session.answers and "pain.location" not in session.asked()
    assert found.notices == ["These answers of last time cannot be read any more: pain.location, signs.no_such."]


def test_a_no_from_a_list_is_no_answer_to_what_has_to_be_tried(place):
    """A field that was a line of a list when it was kept: not ticking it said no, and nobody had pressed."""
    keeper = Keeper(place)
    keeper.keep(told("1 2", "0"), told())
    keeper.release()
    state = json.loads(place.read_text())
    state["steps"][2][1].append("signs.tender_bone")
    state["steps"][2][2]["signs.tender_bone"] = []
    place.write_text(json.dumps(state))
    found = Keeper(place)
    session = found.find(KNOWLEDGE)
    assert session.answers["signs.pop"] == "no"
    assert "signs.tender_bone" not in session.answers and "signs.tender_bone" not in session.asked()
    assert found.notices == ["These answers of last time cannot be read any more: signs.tender_bone."]


def test_what_stands_behind_a_gate_is_kept(place):
    """Every field that can be a line of a list, with a line of its own or not, comes back as it was answered."""
    fields = tuple(KNOWLEDGE.vocabulary.asked[key] for key in KNOWLEDGE.gate_of)
    given = {held.key: held.denial if held.line else next(iter(held.values)) for held in fields}
    session = Session(KNOWLEDGE)
    session.add(Screen("ticks", fields), given)
    keeper = Keeper(place)
    keeper.keep(session, told())
    keeper.release()
    assert Keeper(place).find(KNOWLEDGE) == session


NONSENSE = [
    "{", "[]", "7", '{"version": 3}', '{"steps": 5}', "[" * 100_000, '{"version":2,"steps":[]}',
    '{"version":2,"loaded":{},"earlier":{},"steps":[[1,2,3,4]]}',
]  # fmt: skip


@pytest.mark.parametrize("text", NONSENSE)
def test_what_cannot_be_read_is_said_set_aside_and_removed_at_the_end(place, text):
    place.parent.mkdir(parents=True)
    place.write_text(text)
    keeper = Keeper(place)
    assert keeper.find(KNOWLEDGE) is None
    aside = place.with_suffix(".unreadable")
    assert str(aside) in keeper.notices[0] and aside.read_text() == text
    keeper.keep(told("1"), told())
    assert aside.exists()
    keeper.forget()
    assert list(place.parent.iterdir()) == []


def test_a_lone_surrogate_is_kept(place):
    session = told("1")
    session.loaded["training.terrain"] = ("\udcff",)  # no answer is like that; whatever a session holds is written
    keeper = Keeper(place)
    keeper.keep(session, told())
    assert keeper.failed is None and place.exists()


# -- disks and folders -----------------------------------------------------------------------------------------------


def test_one_failed_write_is_tried_again_at_the_next_answer(place, monkeypatch):
    keeper = Keeper(place)
    keeper.keep(told("1"), told())
    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(5, "Input/output error")))
        keeper.keep(told("1", "0"), told())
        assert "Input/output error" in keeper.failed
    keeper.keep(told("1", "0", "2"), told())
    assert keeper.failed is None
    keeper.release()
    assert Keeper(place).find(KNOWLEDGE).answers["pain.weight_bearing"] == "slight"


def test_what_was_kept_is_removed_at_the_end_though_a_write_failed(place, monkeypatch):
    keeper = Keeper(place)
    keeper.keep(told("1"), told())
    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", lambda *_: (_ for _ in ()).throw(OSError(116, "Stale file handle")))
        keeper.keep(told("1", "0"), told())
    assert keeper.failed
    keeper.forget()
    assert keeper.failed is None and list(place.parent.iterdir()) == []


def test_the_folder_is_synced_after_the_file_took_its_place(place, monkeypatch):
    synced = []
    real = os.fsync

    def fsync(handle):
        synced.append(stat.S_ISDIR(os.fstat(handle).st_mode))
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    Keeper(place).keep(told("1"), told())
    assert synced == [False, True]


def test_a_folder_that_may_not_be_searched_stops_nothing(place, monkeypatch):
    """As it is for a person whose state folder belongs to root; the system call fails, whoever runs the tests."""
    real = os.open

    def forbidden(path, *arguments, **more):
        if str(path).startswith(str(place.parent)):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path, *arguments, **more)

    monkeypatch.setattr(os, "open", forbidden)
    keeper = Keeper(place)
    assert keeper.find(KNOWLEDGE) is None and "cannot be opened (Permission denied)" in keeper.notices[0]
    keeper.keep(told("1"), told())
    assert "Permission denied" in keeper.failed
    keeper.forget()


def test_a_folder_that_cannot_be_one_stops_nothing(tmp_path):
    (tmp_path / "file").write_text("")
    keeper = Keeper(tmp_path / "file" / "consultation.json")
    assert keeper.find(KNOWLEDGE) is None
    keeper.keep(told("1"), told())
    assert "could not be written" in keeper.failed
    keeper.forget()


def test_no_home_is_no_place(monkeypatch):
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    monkeypatch.setattr(Path, "home", lambda: (_ for _ in ()).throw(RuntimeError("no home")))
    assert state_folder("footwise") is None and state_file("footwise", {"signs.pop": "yes"}) is None
    keeper = Keeper(None)
    assert keeper.find(KNOWLEDGE) is None
    keeper.keep(told("1"), told())
    keeper.forget()
    assert not keeper.keeps and forget_all("footwise") == ([], [])


def test_each_base_has_a_folder_of_its_own_and_forgetting_deletes_all_of_it(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    mine, other = Keeper(state_file("footwise")), Keeper(state_file("plants"))
    mine.keep(told("1"), told())
    other.keep(told("3"), told())
    (tmp_path / "footwise" / "consultation.unreadable").write_text("{")
    (tmp_path / "footwise" / ".consultation.json.0000.part").write_text("{")
    mine.release()
    assert len(forget_all("footwise")[0]) == 3
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["consultation.json"]


# -- signals ---------------------------------------------------------------------------------------------------------

_SIGNALLED = """
import os, signal, sys
from pathlib import Path
from expert import files

def leave(number, frame):
    raise SystemExit(128 + number)

signal.signal(signal.SIGTERM, leave)
real = os.replace
def replace(old, new):
    real(old, new)
    os.kill(os.getpid(), signal.SIGTERM)   # it arrives when the file has taken its place already
    os.getpid()
os.replace = replace
files.write_private(sys.argv[1], "kept")
print("went on")
"""


def test_a_signal_that_arrives_while_the_file_is_replaced_is_not_swallowed(tmp_path):
    target = tmp_path / "state.json"
    target.write_text("old")
    run = subprocess.run(
        [sys.executable, "-c", _SIGNALLED, str(target)], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert (run.returncode, run.stdout) == (128 + signal.SIGTERM, ""), run.stderr
    assert target.read_text() == "kept"
    assert os.listdir(tmp_path) == ["state.json"]


class Sitting(PlainPort):
    """Plain lines, with a person in front of them."""

    def __init__(self, *replies):
        super().__init__(io.StringIO("".join(f"{reply}\n" for reply in replies)), io.StringIO())
        self.keeps = True


@pytest.mark.parametrize("call", ["fsync", "replace"])
@pytest.mark.parametrize("end", [KeyboardInterrupt, SystemExit(128 + signal.SIGTERM)], ids=["Ctrl-C", "a polite kill"])
def test_what_is_said_to_be_kept_is_kept_though_the_signal_came_while_it_was_written(call, end, tmp_path, monkeypatch):
    """The answer that was being written when it came, too; and no half file stays behind."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    real, port, calls, made = getattr(os, call), Sitting("skip", "", "3"), [], []

    def signalled(*arguments, **more):
        calls.append(arguments)
        if len(calls) == 1:  # nothing is kept before the first answer, so this is it
            raise end
        return real(*arguments, **more)

    monkeypatch.setattr(os, call, signalled)
    monkeypatch.setattr(faces, "open_port", lambda plain: port)
    monkeypatch.setattr(faces, "Keeper", lambda path: made.append(Keeper(path)) or made[-1])
    try:
        assert faces.run(KNOWLEDGE, None, None, False, state="footwise") == 130
    except SystemExit:
        assert end is not KeyboardInterrupt
    assert end is not KeyboardInterrupt or "Your answers are kept" in port.out.getvalue()
    assert len(calls) > 1 and len(list((tmp_path / "footwise").iterdir())) == 1
    made[0].release()  # as the end of its process would
    assert Keeper(state_file("footwise")).find(KNOWLEDGE).answers == {"pain.location": ("achilles",)}


# -- what was found by trying it -------------------------------------------------------------------------------------


def test_what_is_open_just_now_is_not_forgotten(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    open_one = Keeper(state_file("footwise"))
    open_one.keep(told("1"), told())
    deleted, busy = forget_all("footwise")
    assert (deleted, busy) == ([], [state_file("footwise")])
    open_one.release()
    assert forget_all("footwise") == ([state_file("footwise")], [])


def test_forgetting_touches_nothing_else(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    folder = tmp_path / "footwise"
    (folder / "consultation-room.json").mkdir(parents=True)
    for name in ("my-consultation.pdf", "consultation-notes.txt", "consultation.json"):
        (folder / name).write_text("{}")
    assert forget_all("footwise") == ([folder / "consultation.json"], [])
    assert len(list(folder.iterdir())) == 3


@pytest.mark.parametrize("base", ["/etc", "../..", "a/b", "a..b", ""])
def test_a_base_that_is_a_path_has_no_state(base):
    context = Context("footwise", base, "kb.book:KNOWLEDGE")
    with pytest.raises(UsageError, match="is no name of a knowledge base"):
        str(context.state)


def test_a_file_that_somebody_else_has_put_there_is_left_alone(place):
    one = Keeper(place)
    one.keep(told("1"), told())
    place.unlink()
    assert not one.keeps
    other = Keeper(place)
    other.keep(told("3"), told())
    one.keep(told("1", "0"), told())
    other.release()
    one.release()
    assert Keeper(place).find(KNOWLEDGE).answers == {"pain.location": ("achilles",)}


def case_of(**groups):
    return READER.read_mapping(groups)


def test_a_change_of_a_loaded_case_is_kept_before_anything_is_asked(place):
    case = case_of(pain={"location": "heel"}, runner={"age": 30})
    dialogue = Dialogue(CONSULTANT, case)
    dialogue.open()
    keeper = Keeper(place)
    keeper.keep(dialogue.session, dialogue.unsaid)
    assert not place.exists()
    for reply in (f"change {dialogue.session.labels()['runner.age']}", "41"):
        dialogue.reply(reply)
    assert dialogue.session.answers["runner.age"].text == "41" and not dialogue.session.steps
    keeper.keep(dialogue.session, dialogue.unsaid)
    keeper.release()
    assert Keeper(place).find(KNOWLEDGE).answers["runner.age"].text == "41"


def test_a_follow_up_that_was_cut_short_is_taken_up_as_one(place):
    case = case_of(pain={"location": ["arch", "heel"], "worst": "morning"}, tried={"ice": "same"})
    first = Dialogue(CONSULTANT, case, follow_up=True)
    first.open()
    first.reply("better")
    first.reply("0")
    keeper = Keeper(place)
    keeper.keep(first.session, first.unsaid)
    keeper.release()
    again = Keeper(place)
    second = Dialogue(CONSULTANT, case, again.find(KNOWLEDGE), follow_up=True)
    said = " ".join(one.text for one in second.open().shown if isinstance(one, Say))
    assert "Your last consultation is still here" in said
    second.reply("yes")
    assert second.session.answers == first.session.answers and second.talk.asking_again
    assert second.reply("done").prompt is not None
    again.keep(second.session, second.unsaid)
    assert [path.name for path in place.parent.iterdir()] == [place.name]
    one, other = state_file("footwise", case.answers), state_file("footwise", case.answers, follow_up=True)
    assert one != other


def test_saving_one_case_of_several_over_their_file_asks_first(tmp_path, monkeypatch):
    """``--load two.yaml#2 --save two.yaml``: the other case is not lost unasked."""
    asked = []
    monkeypatch.setattr(faces, "run", lambda *_, alone, **__: asked.append(alone) or 0)
    two = tmp_path / "two.yaml"
    two.write_text("pain: {location: heel}\n---\npain: {location: arch}\n")
    one = tmp_path / "one.yaml"
    one.write_text("pain: {location: heel}\n")
    assert cli.main(["consult", "--load", f"{two}#2", "--save", str(two)]) == 0
    assert cli.main(["consult", "--load", str(one), "--save", str(one)]) == 0
    assert asked == [False, True]
