"""Choosing with keys: what fits the window, what a key does, and that a terminal, a pipe and the core agree."""

from __future__ import annotations

import io
import random
from functools import cache

import pytest
from shared import CONSULTANT, part_of

from expert.asking.dialogue import Dialogue
from expert.asking.ending import Ending
from expert.asking.faces import Face, _with_progress
from expert.asking.picker import LEAST_LINES, Picker
from expert.asking.ports import PlainPort
from expert.asking.screens import Screen
from expert.asking.turn import Choice, Pick, Prompt, Say, Turn
from kb.book import KNOWLEDGE

pytest.importorskip("prompt_toolkit")
from prompt_toolkit.application import Application, create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from expert.asking.terminal import TerminalPort

FIELDS = KNOWLEDGE.vocabulary.asked
UP, DOWN, LEAF = "\x1b[A", "\x1b[B", "\x1b[6~"
SEVERAL = Choice(
    tuple(Pick(str(n), f"line {n} " + "word " * (n % 7)) for n in range(1, 19)), True, (), "none", "unknown"
)
ONE = Choice((Pick("1", "red"), Pick("2", "blue")), unknown="I don't know")
YES = Choice((Pick("1", "yes"), Pick("2", "no")), unknown="I don't know", keys={"y": "1", "n": "2"})


# -- what fits -------------------------------------------------------------------------------------------------------


#: Real questions with long lists; the last is none of them.
LONG_LISTS = [*(key for key, field in FIELDS.items() if len(field.values) > 3 and not field.line), "of lines"]


@cache
def choice_of(key):
    """The list of a question."""
    if key not in FIELDS:
        return SEVERAL
    return Dialogue(CONSULTANT).ask(Screen(FIELDS[key].screen, (FIELDS[key],))).prompt.choice


@pytest.mark.parametrize("key", part_of(LONG_LISTS, 4, len(LONG_LISTS) - 1))
@pytest.mark.parametrize("width", [40, 80])
def test_every_line_is_reached_and_seen_in_any_window(key, width):
    choice = choice_of(key)
    for height in (LEAST_LINES, 9, 16, 40):
        picker, seen = Picker(choice), set()
        top = picker.draw(width, height)
        assert choice.options[0].label[:20].strip() in top[0].text, "the beginning is never hidden"
        for _ in range(len(picker.rows)):
            picker.move(1)
            lines = picker.draw(width, height)
            here = [line.text for line in lines if line.here]
            assert here and here[0].startswith(">") and max(len(line.text) for line in lines) < width
            assert len(lines) <= max(height, len(here) + 2)
            seen.add(picker.cursor)
        assert seen == set(range(len(picker.rows)))
        picker.leaf(-1)
        assert picker.cursor < len(picker.rows) - 1
        for _ in range(len(picker.rows)):
            picker.leaf(-1)
        assert picker.draw(width, height)[0].here


def test_what_is_above_and_below_is_counted():
    picker = Picker(SEVERAL)
    for _ in range(9):
        picker.move(1)
    lines = [line.text for line in picker.draw(80, 7)]
    above, below = (int("".join(filter(str.isdigit, line))) for line in (lines[0], lines[-1]))
    assert above + below + len(lines) - 2 == len(picker.rows)


# -- what a key does -------------------------------------------------------------------------------------------------


def test_nothing_is_handed_over_that_was_not_chosen():
    picker = Picker(SEVERAL)
    assert picker.reply() is None and "arrows" in picker.notice
    picker.move(1)
    assert picker.reply() is None and picker.notice == "Nothing is ticked. Space ticks the line, 0 for none."
    picker.toggle()
    assert picker.reply() == "1"
    picker.toggle()
    assert picker.reply() is None
    picker.move(-1)
    assert picker.reply() == "u"
    picker.ticked.add("3")
    assert picker.reply() is None and "Some are ticked" in picker.notice
    picker.toggle()
    assert picker.reply() == "u"


def test_what_was_chosen_before_is_chosen_again_by_enter_alone():
    several = Choice(SEVERAL.options, True, ("2", "5"), "none")
    picker = Picker(several)
    assert picker.ticked == {"2", "5"} and picker.reply() == ""
    picker.move(1)
    picker.toggle()
    assert picker.reply() == "1 2 5"
    none_before = Picker(SEVERAL, keeps=True)
    assert none_before.reply() == ""
    none_before.move(1)
    assert none_before.reply() is None
    one = Picker(Choice(ONE.options, selected=("2",)))
    assert one.cursor == 1 and one.reply() == ""
    one.move(-1)
    assert one.reply() == "1"


def test_a_list_that_is_folded_opens_by_moving_or_by_enter():
    folded = Picker(ONE, open=False)
    folded.move(1)
    assert folded.open and folded.cursor is None
    folded = Picker(ONE, open=False)
    assert folded.reply() is None and folded.open


# -- in a terminal ---------------------------------------------------------------------------------------------------


@pytest.fixture
def keyboard(monkeypatch):
    """A terminal port whose keys come from here, in a window so high that nothing is shown by pages."""
    monkeypatch.setenv("LINES", "9999")
    monkeypatch.setenv("COLUMNS", "80")
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        yield keys, TerminalPort(io.StringIO())


@pytest.mark.parametrize(
    ("choice", "keys", "reply"),
    [
        (ONE, f"{DOWN}{DOWN}\r", "2"),
        (ONE, f"{DOWN}{UP}\r", "u"),
        (ONE, "blue\r", "blue"),
        (ONE, f"{DOWN}blue\r", "blue"),
        (ONE, f"\r{DOWN}\r", "1"),
        (SEVERAL, f"{DOWN} {DOWN}{DOWN} \r", "1 3"),
        (SEVERAL, f"{DOWN} {DOWN} {UP} \r", "2"),
        (SEVERAL, f"{DOWN}\r \r", "1"),
        (SEVERAL, f"{UP}{UP}\r", "0"),
        (SEVERAL, "  \r", "1"),
        (SEVERAL, "2 5\r", "2 5"),
        (YES, "yes\r", "yes"),
        (YES, "no, never\r", "no, never"),
        (YES, "y\r", "y"),
        (YES, f"{DOWN}\r", "1"),
        (YES, "why\r", "why"),
    ],
)
def test_keys_choose_and_words_are_typed(keyboard, choice, keys, reply):
    pipe, port = keyboard
    pipe.send_text(keys)
    assert port.ask(Prompt(choice=choice, keys=("keys", "keys"))) == reply


@pytest.mark.parametrize(("key", "rest"), [("y", "es\r"), ("n", "o\r"), ("n", "ope\r")])
def test_one_key_answers_and_the_rest_of_the_word_is_no_answer_to_what_comes_next(keyboard, key, rest):
    pipe, port = keyboard
    pipe.send_text(key)
    assert port.ask(Prompt(choice=YES)) == key
    pipe.send_text(f"{rest}2\r")
    assert port.ask(Prompt(choice=ONE)) == "2"


def test_a_long_answer_is_shown_by_pages_and_never_in_a_pipe(monkeypatch):
    monkeypatch.setenv("LINES", "10")
    monkeypatch.setenv("COLUMNS", "80")
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        for typed, last in (("\r\r\r", 30), (" q", 18), ("q", 9)):
            out = io.StringIO()
            port = TerminalPort(out)
            keys.send_text(typed)
            with port.at_once(False):
                for number in range(1, 31):
                    port.say(f"line {number}")
            assert out.getvalue().splitlines() == [f"line {number}" for number in range(1, last + 1)]
    plain = PlainPort(io.StringIO(), io.StringIO())
    with plain.at_once(False):
        plain.say("\n".join(map(str, range(99))))
    assert plain.out.getvalue().count("\n") == 99


# -- three ways ------------------------------------------------------------------------------------------------------


def chosen_with_keys(prompt, reply):
    """The keys that say a reply of numbers: arrows and Space where there is a list, else it is typed."""
    choice = prompt.choice
    if choice is None or not choice.options[0].reply.isdecimal():
        return f"{reply}\r"
    replies = [*(pick.reply for pick in choice.options), *(["0"] if choice.none else []), "u"]
    wanted, keys = reply.split(), ""
    if not set(wanted) <= set(replies):
        return f"{reply}\r"
    place = -1
    for one in wanted:
        step = replies.index(one) - place
        keys += (DOWN if step > 0 else UP) * abs(step) + (" " if choice.several and one not in ("0", "u") else "")
        place = replies.index(one)
    return keys + "\r"


def by_core(dice):
    """A consultation with replies at random; gives the dialogue, the replies and the keys that say the same."""
    dialogue, replies, keys = Dialogue(CONSULTANT), [], ""
    turn = dialogue.open()
    while not isinstance(dialogue.stage, Ending) and len(replies) < 12:
        choice = turn.prompt.choice
        if choice is None:
            reply = dice.choice(("u", "3"))
        elif not choice.options[0].reply.isdecimal():
            reply = dice.choice([pick.reply for pick in choice.options])
        else:
            some = dice.sample(choice.options, min(len(choice.options), dice.choice((1, 2)) if choice.several else 1))
            some = sorted((pick.reply for pick in some), key=int)
            reply = dice.choice([" ".join(some), " ".join(some), "0" if choice.none else "u", "u"])
        listed = any(getattr(one, "listed", False) for one in turn.shown)
        keys += f"{reply}\r" if not listed or turn.prompt.before else chosen_with_keys(turn.prompt, reply)
        replies.append(reply)
        turn = dialogue.reply(reply)
    return dialogue, replies, keys


@pytest.mark.parametrize("seed", part_of(range(24), 12))
def test_a_terminal_a_pipe_and_the_core_give_the_same(keyboard, seed):
    core, replies, typed = by_core(random.Random(seed))
    keys, port = keyboard
    keys.send_text(typed + "done\r" + "quit\r" * 9)
    in_terminal = Dialogue(CONSULTANT)
    Face(in_terminal, port).hold()
    piped = Dialogue(CONSULTANT)
    lines = "".join(f"{reply}\n" for reply in [*replies, "done", "quit", "quit"])
    Face(piped, PlainPort(io.StringIO(lines), io.StringIO())).hold()
    assert in_terminal.session.answers == core.session.answers == piped.session.answers
    assert in_terminal.talk.result().result() == piped.talk.result().result()


# -- Ctrl-C at the worst moment --------------------------------------------------------------------------------------


@pytest.mark.parametrize("waits", ["for a line", "for a key"])
def test_a_signal_that_comes_when_the_line_is_taken_already_is_heeded(waits, keyboard, monkeypatch):
    """``kill -INT`` within milliseconds of Enter, when prompt_toolkit has the line and still holds the signal: the
    next that is asked for does not wait for a second one."""
    pipe, port = keyboard
    run, heard = Application.run, []

    def signalled(app):
        if app.is_done and not heard:
            heard.append(True)
            app.key_processor.send_sigint()

    def watched(app, *arguments, **more):
        app.after_render += signalled
        return run(app, *arguments, **more)

    monkeypatch.setattr(Application, "run", watched)
    pipe.send_text("\r\r\r")
    with pytest.raises(KeyboardInterrupt):
        if waits == "for a key":
            monkeypatch.setenv("LINES", "10")
            with port.at_once(False):
                port.say("line\n" * 30)
        port.ask(Prompt(text="> "))
        port.ask(Prompt(text="> "))
    assert heard


def test_an_enter_behind_the_q_that_stops_a_long_answer_answers_no_question(keyboard, monkeypatch):
    keys, port = keyboard
    monkeypatch.setenv("LINES", "12")
    keys.send_text("q\r")
    with port.at_once(False):
        for line in range(99):
            port.say(f"line {line}")
    keys.send_text("2\r\r")
    assert port.ask(Prompt()) == "2"
    assert port.ask(Prompt()) == "", "only the first one is meant for the pages"


def test_in_a_narrow_window_what_is_typed_has_its_own_line():
    prompt = Prompt("> ", "Where?", left=9)
    turn = Turn((Say("Where?"),), prompt)
    assert _with_progress(turn, prompt, 40) == "about 9 more\n> "
    assert _with_progress(turn, prompt, 80) == "about 9 more> "
