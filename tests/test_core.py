"""The consultation's core: driven by replies alone, without a port; and its faces, which add nothing to it."""

from __future__ import annotations

import io
import random
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console
from shared import CONSULTANT, READER, one_by_one, part_of

from expert.asking import parts
from expert.asking.dialogue import Dialogue
from expert.asking.ending import Ending
from expert.asking.faces import Face
from expert.asking.ports import PlainPort
from expert.asking.screens import Screen
from expert.asking.turn import File, Page, Say
from expert.cases.case import Case
from expert.hearing import reply as hearing

ROOT = Path(__file__).resolve().parent.parent
CASES = [one for one in READER.read_paths([str(ROOT / "kb/cases/article.yaml")], None) if isinstance(one, Case)]
RESULT = "What it probably is"


def drive(*replies, after_each=one_by_one, **options):
    """Reply to a consultation; gives it and all its turns."""
    dialogue = Dialogue(CONSULTANT, **options)
    turns = [dialogue.open()]
    for reply in replies:
        if turns[-1].prompt is None:
            break
        turns.append(after_each(dialogue, dialogue.reply(reply)))
    return dialogue, turns


def said(*turns):
    return "\n".join(one.text for turn in turns for one in turn.shown if isinstance(one, Say))


# -- a whole consultation --------------------------------------------------------------------------------------------


def test_a_consultation_from_the_greeting_to_the_end():
    dialogue, turns = drive("", "1 2", "0", "u", "done", "quit")
    assert "1. What happened, since when, and where does it hurt?" in said(turns[0])
    assert turns[0].prompt.text == "Enter asks one by one> "
    assert "1. Where does it hurt?" in said(turns[1]) and turns[1].prompt.text == "> "
    assert turns[1].prompt.question == "1. Where does it hurt?"
    assert "2. Is any of this so? Name all that is. What you do not name counts as no." in said(turns[2])
    assert "3. How does it feel to put your weight on the foot?" in said(turns[3])
    pages = [one for one in turns[5].shown if isinstance(one, Page)]
    assert len(pages) == 1 and "Now ask how 1" in said(turns[5])
    assert dialogue.finished and turns[-1].prompt is None and turns[-1].shown == ()
    assert dialogue.talk.result().conclusions[0].cause.id == "plantar_fasciitis"


def test_what_cannot_be_understood_asks_for_the_same_again():
    dialogue, turns = drive("12", "skip", "xylophone", "1")
    assert said(turns[1]).startswith("Say it in a few words")
    assert turns[1].prompt.question == turns[0].prompt.question
    assert said(turns[3]).startswith("'xylophone' is not in the list.")
    assert turns[3].prompt.question == turns[2].prompt.question
    assert dialogue.session.answers == {"pain.location": ("arch",)}


@pytest.mark.parametrize(
    ("reply", "place", "reader", "before"),
    [
        ("2", parts, "pick_any", ()), ("0", parts, "pick_ticks", ("1 2",)), ("2", parts, "pick_one", ("1 2", "0")),
        ("heel", hearing, "read_reply", ()), ("fever", hearing, "read_reply", ("1 2",)),
        ("a little", hearing, "read_reply", ("1 2", "0")),
    ],
)  # fmt: skip
def test_a_reply_is_read_once(monkeypatch, reply, place, reader, before):
    """Numbers by the list alone, words by the ear alone."""
    dialogue, _ = drive("", *before)
    calls, real = [], getattr(place, reader)
    monkeypatch.setattr(place, reader, lambda *given: calls.append(reply in given) or real(*given))
    before = len(dialogue.session.steps)
    dialogue.reply(reply)
    assert calls == [True] and len(dialogue.session.steps) == before + 1


def test_a_clash_asks_the_question_again_with_a_message():
    (case,) = [READER.read_mapping({"runner": {"age": 20}, "pain": {"location": "heel"}, "training": {"years": 5}})]
    dialogue, turns = drive("change 0.2", "30", "6", loaded=case)
    asked = next(turn for turn in turns if "How old are you" in said(turn) or "years have you been" in said(turn))
    assert asked is turns[1]
    assert "That does not go together" in said(turns[2])


def test_a_file_is_handed_over_and_not_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    _, turns = drive("", "1", "save mine.yaml", "done", "report mine.html")
    files = [one for turn in turns for one in turn.shown if isinstance(one, File)]
    assert [(one.path, one.kind) for one in files] == [("mine.yaml", "case"), ("mine.html", "report")]
    assert files[0].text == "pain:\n  location: [arch]\n" and "<html" in files[1].text
    assert list(tmp_path.iterdir()) == []


def test_an_input_that_ends_gives_the_result_then_the_end():
    dialogue = Dialogue(CONSULTANT)
    dialogue.open()
    dialogue.reply("skip")
    dialogue.reply("1 2")
    shown = dialogue.input_ended()
    assert any(isinstance(one, Page) for one in shown.shown) and shown.prompt is not None
    assert dialogue.input_ended().prompt is None and dialogue.finished


def test_an_answer_that_was_only_implied_can_be_changed_in_the_middle_of_a_list():
    """A change inside a list that is still being asked stands, also where its field was no question until then."""
    case = READER.read_mapping({"pain": {"location": "heel"}, "signs": {"rolled_ankle": "inward"}})
    dialogue, _ = drive(loaded=case)
    fields = CONSULTANT.knowledge.vocabulary.asked
    dialogue.ask(Screen("ticks", (fields["signs.fever"], fields["signs.skin"])))
    for reply in ("2", "change onset", "u"):
        turn = dialogue.reply(reply)
    assert "1.2. Do you see any of these" in said(turn)
    assert "pain.onset" in dialogue.session.closed and "pain.onset" not in dialogue.session.answers
    dialogue.reply("blister")
    assert dialogue.session.answers["signs.skin"] == ("blister",)
    assert "pain.onset" in dialogue.session.closed
    assert dialogue.session.labels()["signs.skin"] == "1.2" and dialogue.session.labels()["pain.onset"] == "2"


# -- no input, no output ---------------------------------------------------------------------------------------------

_WATCHED = """
import sys
from expert.asking.dialogue import Dialogue
from expert.consultation import Consultant
from kb.book import KNOWLEDGE
import expert.asking.changes, expert.asking.reasons, expert.wording.answers, kb.foot_map
import expert.publishing.report, expert.publishing.html, expert.publishing.markdown
import expert.hearing.reply, expert.hearing.spelling, expert.hearing.statements
import kb.words, rapidfuzz.process, rapidfuzz.distance

heavy = [name for name in ("prompt_toolkit", "rich") if name in sys.modules]
seen = []
def watch(event, arguments):
    if event.split(".")[0] in ("open", "os", "socket", "subprocess", "shutil", "tempfile"):
        seen.append((event, arguments))
dialogue = Dialogue(Consultant(KNOWLEDGE))
sys.addaudithook(watch)
sys.stdin = sys.stdout = None
turn = dialogue.open()
for reply in ["?", "why", "my heel hurts", "2 no", "back", "", "1 2", "3", "back", "0", "answers", "save x.yaml",
              "change 1", "heel", "so far", "2", "done", "how 1", "why not bunions", "what if shoes.worn=yes",
              "report x.html", "more", "u", "done", "quit"]:
    turn = dialogue.reply(reply)
sys.stdout = sys.__stdout__
print(heavy, seen, turn.prompt, dialogue.finished)
"""


def test_the_core_reads_and_writes_nothing():
    """An audit hook sees every file, process and socket that is opened between the first turn and the last."""
    run = subprocess.run([sys.executable, "-c", _WATCHED], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert run.stdout.strip() == "[] [] None True", run.stdout + run.stderr


# -- faces -----------------------------------------------------------------------------------------------------------


def in_a_pipe(replies):
    out = io.StringIO()
    dialogue = Dialogue(CONSULTANT)
    Face(dialogue, PlainPort(io.StringIO("".join(line + "\n" for line in replies)), out)).hold()
    return dialogue, out.getvalue()


SESSIONS = [
    ("My left heel hurts for three weeks, worst in the morning, no swelling.", "2", "right", "not 1", "", "1 2", "2"),
    ("", "1 2", "0", "2", "0", "morning", "stabbing", "ice, massage", "same", "better", "u", "30", "u", "20 mi"),
    (
        "skip",
        "3",
        "pop",
        "more",
        "why",
        "impossible",
        "0",
        "back",
        "u",
        "change 1",
        "heel",
        "done",
        "change 2.1",
        "yes",
    ),
    ("ankle", "", "outer side of the ankle", "2", "1", "slight", "rolled, swollen", "inward", "u", "so far", "quit"),
]


@pytest.mark.parametrize("replies", SESSIONS)
def test_a_pipe_and_the_core_say_and_conclude_the_same(replies):
    piped, transcript = in_a_pipe(replies)
    dialogue, turns = drive(*replies, after_each=lambda _, turn: turn)
    while turns[-1].prompt is not None:
        turns.append(dialogue.input_ended())
    assert dialogue.session == piped.session
    assert dialogue.talk.result().result() == piped.talk.result().result()
    shown = " ".join(transcript.split())
    for turn in turns:
        for one in turn.shown:
            if isinstance(one, Say):
                for line in one.text.splitlines():
                    assert " ".join(line.split()) in shown


# -- whatever is typed -----------------------------------------------------------------------------------------------

TYPED = [
    "u", "0", "1", "2", "1 3", "2, u 4", "yes", "no", "back", "why", "?", "? 2", "answers", "change 1", "change 2.3",
    "change", "so far", "20, 30", "20 mi", "none", "pop", "heel", "morning", "same", "better", "done", "more", "how 1",
    "why not gout", "what if 1 = toes", "compare 1 2", "", "help", "zzz", "n", "12,5 km", "rolled", "save x.yaml",
    "u 1", "1-3", "worst", "5", "My left heel hurts since March, ice helped a bit", "2 no", "not 1", "also the arch",
]  # fmt: skip
CHANGES_NOTHING = ("why", "?", "answers", "so", "how", "what", "compare", "help", "zzz", "", "save", "done")


@pytest.mark.parametrize("seed", part_of(range(60), 3))
def test_no_reply_raises_and_none_loses_an_answer(seed):
    """Random replies: the answers only ever change by an answer, by back, or by a change."""
    dice = random.Random(seed)
    loaded = dice.choice([None, dice.choice(CASES)])
    dialogue = Dialogue(CONSULTANT, loaded, follow_up=loaded is not None and dice.random() < 0.5)
    turn = dialogue.open()
    for _ in range(40):
        before = dict(dialogue.session.answers)
        reply, kept = dice.choice(TYPED), turn.prompt.before
        turn = dialogue.reply(reply)
        for one in turn.shown:
            if isinstance(one, Page):
                one.draw(Console(file=io.StringIO(), width=60, height=25))
        if reply.split(" ")[0] in (
            "why",
            "?",
            "answers",
            "so",
            "how",
            "what",
            "compare",
            "help",
            "zzz",
            "",
            "save",
            "done",
        ) and not (reply == "" and kept):
            assert dialogue.session.answers == before, reply
        if turn.prompt is None:
            return
    assert turn.prompt is not None


@pytest.mark.parametrize("left", [True, False])
def test_more_is_offered_behind_a_danger_only_while_a_question_is_open(left, monkeypatch):
    if not left:
        monkeypatch.setattr("expert.outlook.Outlook.exhausted", lambda self: True)
    dialogue = Dialogue(CONSULTANT)
    dialogue.open()
    dialogue.reply("My calf hurts since yesterday, it is swollen on one side and I am short of breath.")
    turn = dialogue.reply("")
    assert isinstance(dialogue.stage, Ending)
    assert any("type more to go on" in one.text for one in turn.shown if isinstance(one, Say)) == left


def test_before_the_first_question_there_is_none_to_go_back_to():
    first, later = (
        said(drive("back")[1][-1]),
        said(drive("", "1 2", "back", after_each=lambda dialogue, turn: turn)[1][-1]),
    )
    assert "This is the first question." in first and "Back one question." not in first
    assert "Back one question." in later and "1. Where does it hurt?" in later
