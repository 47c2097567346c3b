"""The consultation in a real terminal: a pseudo-terminal, with an emulator that knows what the person sees."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import stat
import sys
import termios
import time
from pathlib import Path

import prompt_toolkit  # noqa: F401 - imported once, before processes are forked off
import pytest
from forked import forked
from shared import part_of

from expert.asking.asking import KEYS
from expert.asking.ending import KEYS as END_KEYS
from kb.book import KNOWLEDGE

pexpect = pytest.importorskip("pexpect")
pyte = pytest.importorskip("pyte")

ROOT = Path(__file__).resolve().parent.parent
STATE = "state/footwise/consultation.json"
PATIENCE = 15.0
RED_FLAGS = "Is any of this so?"
WEIGHT = "How does it feel to put your weight on the foot?"


class Screen(pyte.HistoryScreen):
    """The emulator's screen; its rows are put together again only where something was drawn since."""

    def __init__(self, columns, rows):
        self._rows = {}
        super().__init__(columns, rows, history=9999, ratio=0.5)

    def rows(self):
        """What stands on each row, without the blanks behind it."""
        for row in self.dirty:
            self._rows[row] = self.text(self.buffer[row])
        self.dirty.clear()
        return [self._rows[row] for row in range(self.lines)]

    def text(self, row):
        """A row of characters (those that were never drawn are not in it), without the blanks behind it."""
        last = max(row, default=-1)
        return "".join(row[column].data for column in range(min(last + 1, self.columns))).rstrip()


class Terminal:
    """A window of some size with the consultation in it.

    Args:
        apart: the program begins from nothing (see `forked`).
    """

    def __init__(self, home, *arguments, columns=80, rows=40, apart=False, **environment):
        names = ("NO_COLOR", "PROMPT_TOOLKIT_COLOR_DEPTH", "COLUMNS", "LINES")
        inherited = {name: value for name, value in os.environ.items() if name not in names}
        own = {"HOME": str(home), "XDG_STATE_HOME": str(home / "state"), "TERM": "xterm-256color"}
        self.raw, self.leafs, self.leaf, self.skips, self.passes = b"", True, "", True, True
        self.screen = Screen(columns, rows)
        self.screen.write_process_input = lambda reply: self.child.send(reply)
        self.stream = pyte.ByteStream(self.screen)
        command, around = [str(ROOT / "cli.py"), "consult", *arguments], {**inherited, **own, **environment}
        self.child = pexpect.spawn(
            sys.executable, command, env=around, cwd=str(home), dimensions=(rows, columns),
            preexec_fn=None if apart else forked([sys.executable, *command], around),
        )  # fmt: skip
        self.child.delaybeforesend = None
        self.child.ptyproc.delayafterclose = 0
        self.before = self.modes()

    def modes(self):
        """Whether the terminal echoes, reads lines and knows Ctrl-C: what a broken program leaves wrong."""
        local = termios.tcgetattr(self.child.child_fd)[3]
        return {name: bool(local & getattr(termios, name)) for name in ("ECHO", "ICANON", "ISIG")}

    def read(self, seconds=0.05):
        """Take in what the program wrote; False once it has closed the terminal."""
        try:
            data = self.child.read_nonblocking(65536, seconds)
        except pexpect.TIMEOUT:
            return True
        except (pexpect.EOF, OSError):
            return False
        self.raw += data
        self.stream.feed(data)
        shown = " ".join(" ".join(self.lines()).split())
        if self.skips and f"1. {KNOWLEDGE.story[:30]}" in shown and re.search(r"> ?$", self.cursor_line()):
            self.skips = False
            self.child.send("\r")  # nothing in their own words: the single questions
        if self.passes and "In your own words:" in shown and re.search(r"> ?$", self.cursor_line()):
            self.passes = False
            self.child.send("\r")  # nor what was not told yet
        if self.leafs and self.cursor_line() != self.leaf and re.match(r"-- \d+ more: ", self.cursor_line()):
            self.leaf = self.cursor_line()
            self.child.send(" ")
        return True

    def lines(self):
        return self.screen.rows()

    def everything(self):
        """All that was ever shown, scrolled off or not, as one line of words."""
        above = map(self.screen.text, self.screen.history.top)
        return " ".join(" ".join([*above, *self.lines()]).split())

    def cursor_line(self):
        return self.lines()[self.screen.cursor.y]

    def prompts(self):
        """How many prompts there were; 0 in a terminal that is not told of them."""
        return self.raw.count(b"\x1b[?2004h")

    def wait(self, *texts, prompt=True, prompts=0):
        """Until all texts are on the screen (words, however wrapped), with an empty prompt below them.

        Where texts stood there before, `prompts` are those that are not waited for.
        """
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            alive = self.read()
            shown = " ".join(" ".join(self.lines()).split())
            fresh = not prompts or self.prompts() > prompts
            at_prompt = not prompt or (fresh and re.search(r"> ?$", self.cursor_line()))
            if all(text in shown for text in texts) and at_prompt:
                return shown
            if not alive:
                break
        raise AssertionError(f"{texts} not shown:\n" + "\n".join(self.lines()))

    def until(self, holds):
        """Take in what the program writes until something holds of it."""
        end = time.monotonic() + PATIENCE
        while not holds():
            assert self.read() and time.monotonic() < end, "it never came:\n" + "\n".join(self.lines())

    def say(self, text, *then, prompt=True):
        """Type a line, and wait for what it brings."""
        prompts, self.leaf = self.prompts(), ""
        self.child.send(text + "\r")
        if then:
            self.wait(*then, prompt=prompt, prompts=prompts)

    def question(self):
        """The question that is on the screen, with its number."""
        found = [line for line in self.lines() if re.match(r"[\d.]+\. [A-Z]", line)]
        return found[-1] if found else ""

    def step(self, text):
        """Answer, and wait for the next question, the offer to go on, or the result; gives the prompt's line."""
        question = self.question()
        self.say(text)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self.read()
            line = self.cursor_line()
            done = line.endswith((">", "> ")) and (self.question() != question or line == OFFER)
            if done or "Now ask how 1" in " ".join(self.lines()):
                return line
        raise AssertionError(f"nothing came after {text!r}:\n" + "\n".join(self.lines()))

    def end(self):
        """The exit status, once the program has ended: negative for a signal."""
        end = time.monotonic() + PATIENCE
        while self.read():
            assert time.monotonic() < end, "it does not end:\n" + "\n".join(self.lines())
        self.child.wait()
        return self.child.exitstatus if self.child.signalstatus is None else -self.child.signalstatus


@pytest.fixture
def terminal(tmp_path):
    """Opens windows, all with the same home; closes them in the end."""
    opened = []

    def new(*arguments, **options):
        opened.append(Terminal(tmp_path, *arguments, **options))
        return opened[-1]

    yield new
    for window in opened:
        if window.child.isalive():
            window.child.kill(signal.SIGKILL)
            window.child.wait()
        window.child.close()


def step_to(window, part):
    """Answer as `HEEL_PAIN` does until a question comes, and give its number."""
    while part not in window.question():
        answer = next((typed for asked, typed in HEEL_PAIN.items() if asked in window.question()), "u")
        assert window.step(answer) != OFFER and "Now ask how 1" not in window.cursor_line()
    return int(window.question().partition(".")[0])


def to_weight(window):
    """To the question of the weight; gives its number."""
    window.wait("Where does it hurt?")
    window.say("1 2", "2. " + RED_FLAGS)
    window.step("0")
    return step_to(window, WEIGHT[:20])


OFFER = "more or done>"
#: What prompt_toolkit says where the terminal (here the emulator, on a busy machine) answers late.
LATE = "WARNING: your terminal doesn't support cursor position requests (CPR)."
HEEL_PAIN = {"Where": "1", "Is any of this so": "0", "weight": "2", "worst": "morning", "feel like": "stabbing",
             "Which of these have you tried": "0", "Some numbers": "no more", "How old": "no more", "you press on": "0",
             "on the sore leg": "no", "along the bones": "no"}  # fmt: skip


def to_the_offer(window):
    """Answer for a sore heel until no further answer can change the top cause or the urgency."""
    while window.step(next((typed for part, typed in HEEL_PAIN.items() if part in window.question()), "u")) != OFFER:
        pass


# -- the session -----------------------------------------------------------------------------------------------------


def test_a_full_session(terminal, tmp_path):
    window = terminal(rows=120, apart=True)
    number = to_weight(window)
    window.say("?", "(Enter shows the list again.)")
    window.say("why", "The answer can show", "So far it looks most like")
    window.say("why more", "rules wait for it", "Missing:", "Then:")
    window.say("hurts a litle", f"{number + 1}. ")
    number = step_to(window, "What does it feel like?")
    window.say("so far", "Plantar fasciitis")
    window.say("back", "Back one question.", f"{number - 1}. ")
    step_to(window, f"{number}. What does it feel like?")
    window.say("stabbing", f"{number + 1}. ")
    window.say("change 1", "1. Where does it hurt?")
    window.say("arch, heel", "The result stays the same.", f"{number + 1}. ")
    window.say("change 1", "1. Where does it hurt?")
    window.say("arch", f"{number + 1}. ")
    to_the_offer(window)
    window.wait("This is enough", "Type more to go on")
    window.step("more")
    for _ in range(60):
        if "Now ask how 1" in " ".join(window.lines()):
            break
        window.step("no more" if "Some numbers" in window.question() else "u")
    window.wait("What it probably is", "Plantar fasciitis", "What to do now", "how 1 why not")
    window.say("how 1", "For it:", "Type more for all of it")
    window.say("more", "PF1", "PF13")
    window.say("why not bunions", "It would fit if")
    window.say("more", "BU5", "High heels")
    window.say("what if shoes.worn=yes", "Urgency: ", "as before")
    window.say("change 1", "Where does it hurt?")
    window.say("heel", "Now ask how 1")
    window.say("answers", "You feel a stabbing pain")
    assert "1 The pain is in the heel" in window.everything() and "You did not name" in window.everything()
    window.say("quit", "Keep your answers on this device")
    window.say("no", prompt=False)
    assert window.end() == 0
    assert window.modes() == window.before
    assert not (tmp_path / STATE).exists()


def test_typing_completes_and_numbers_are_checked_on_the_way(terminal):
    window = terminal(columns=60)
    number = to_weight(window)
    window.say("hurts a l", f"{number + 1}. ")
    window.say("change 1", "Where does it hurt?")
    window.child.send("arch, achi")
    window.wait("the Achilles tendon (cord above the heel)", prompt=False)
    window.child.send("\t\r")
    window.wait("Before: ", "Now: ")


def test_a_wrong_number_is_said_while_it_is_typed(terminal, tmp_path):
    case = tmp_path / "age.yaml"
    case.write_text("runner: {age: 30}\n", encoding="utf-8")
    window = terminal("--load", str(case))
    window.wait("Where does it hurt?")
    window.say("change 0.1", "How old are you?", "a number of years from 1 to 120")
    window.child.send("300")
    window.wait("'300' does not fit", prompt=False)
    window.child.send("\x7f")
    window.until(lambda: "does not fit" not in " ".join(window.lines()))


def test_a_resize_in_mid_question(terminal):
    window = terminal(columns=80)
    number = to_weight(window)
    window.child.send("hurts a ")
    window.wait("> hurts a", prompt=False)
    window.screen.resize(30, 50)
    window.screen.ensure_vbounds()  # the emulator leaves its cursor where it was, though that row is gone
    window.child.setwinsize(30, 50)
    drawn = len(window.raw)
    window.child.kill(signal.SIGWINCH)
    window.until(lambda: len(window.raw) > drawn)
    window.say("little", f"{number + 1}. ")
    assert all(len(line) <= 50 for line in window.lines())
    window.say("answers", "Putting weight on the foot hurts a little")


@pytest.mark.parametrize(("columns", "rows"), part_of([(80, 24), (40, 24), (60, 12)], 3, 2))
def test_the_question_is_in_sight_below_a_list_higher_than_the_window(terminal, columns, rows):
    window = terminal(columns=columns, rows=rows)
    window.wait("1. Where does it hurt?")
    window.say("1 2")
    window.wait("2. " + RED_FLAGS)
    window.say("0")
    window.wait("3. ")


def test_a_window_of_forty_columns_loses_nothing(terminal):
    narrow, wide = terminal("--no-save", columns=40, rows=200), terminal("--no-save", columns=80, rows=200)
    for window in narrow, wide:
        number = to_weight(window)
        window.say("why", "So far it looks most like" if window is wide else "So far")
        window.say("zzz", "'zzz' is not in the list.")
        window.say("1", f"{number + 1}. ")
        window.say("?", "(Enter shows the list again.)")
        window.say("done", "Now ask how 1")
        window.say("answers", "weight on the foot does not hurt")
        window.say("help", "leave")
    drawn = re.compile(r"[-─│└├•█░]+")

    def words(window):
        text = drawn.sub(" ", window.everything()).replace(LATE, "")
        for keys in *KEYS, *END_KEYS:
            text = text.replace(keys, "")
            text = text.replace(" ".join(keys.split()), "")
        return "".join(text.split())

    assert words(narrow) == words(wide)


def test_no_written_line_is_wider_than_the_window(terminal):
    """In a window of 200 columns that says it has 40, each line must end by itself."""
    window = terminal(columns=40, rows=60, TERM="dumb")
    window.stream = pyte.ByteStream(screen := Screen(200, 200))
    window.screen = screen
    window.wait("Where does it hurt?")
    for answer, then in ("1 2", "2. Is any"), ("0", "3. "), ("why", "So far"), ("done", "Now ask how 1"):
        window.say(answer, then)
    window.say("how 1", "For it:")
    assert max(len(line) for line in window.lines()) <= 40


# -- leaving ---------------------------------------------------------------------------------------------------------

QUESTIONS = {
    "many": (),
    "ticks": (("1 2", RED_FLAGS),),
    "choice": (("1 2", RED_FLAGS), ("0", "3. ")),
    "numbers": (("1 2", RED_FLAGS), ("change 0.1", "How old are you?")),
    "tried": (("1 2", RED_FLAGS), ("change 0.2", "Have you tried running less")),
    "end": (("1 2", RED_FLAGS), ("done", "Now ask how 1")),
}


@pytest.mark.parametrize("kind", part_of(QUESTIONS, 2))
def test_ctrl_c_leaves_at_once_and_the_terminal_sane(terminal, tmp_path, kind):
    case = tmp_path / "case.yaml"
    case.write_text("runner: {age: 30}\ntried: {run_less: same}\n", encoding="utf-8")
    window = terminal("--load", str(case), rows=50)
    window.wait("Where does it hurt?")
    for answer, then in QUESTIONS[kind]:
        window.say(answer, then)
    assert not window.modes()["ICANON"]
    window.child.send("\x03")
    assert (window.end(), window.modes()) == (130, window.before)
    assert "Traceback" not in window.everything()
    assert bool(list((tmp_path / STATE).parent.glob("consultation-*.json"))) == (kind != "many")  # a loaded case


def test_ctrl_c_at_the_offer_of_more_and_at_the_offer_to_go_on(terminal, tmp_path):
    window = terminal(rows=60)
    window.wait("Where does it hurt?")
    to_the_offer(window)
    window.child.send("\x03")
    assert (window.end(), window.modes()) == (130, window.before)
    again = terminal(rows=60)
    again.wait("Your last consultation is still here", "yes or no>")
    again.child.send("\x03")
    assert (again.end(), again.modes()) == (130, again.before)
    assert (tmp_path / STATE).exists()


def test_ctrl_d_shows_what_is_known_so_far(terminal):
    window = terminal(rows=120)
    to_weight(window)
    window.child.send("\x04")
    window.wait("Plantar fasciitis", "What to do now", "Now ask how 1")
    window.child.send("\x04")
    assert (window.end(), window.modes()) == (0, window.before)


@pytest.mark.parametrize("number", part_of([signal.SIGTERM, signal.SIGHUP], 2, 1))
def test_a_polite_kill_leaves_the_terminal_sane_and_the_answers_kept(terminal, tmp_path, number):
    window = terminal("--save", "mine.yaml")
    to_weight(window)
    window.child.kill(number)
    assert (window.end(), window.modes()) == (128 + number, window.before)
    assert "Traceback" not in window.everything()
    assert (tmp_path / STATE).exists()
    assert "heel" in (tmp_path / "mine.yaml").read_text(encoding="utf-8")


def test_a_polite_kill_replaces_no_file_that_nobody_was_asked_about(terminal, tmp_path):
    (tmp_path / "mine.yaml").write_text("precious", encoding="utf-8")
    window = terminal("--save", "mine.yaml")
    to_weight(window)
    window.child.kill(signal.SIGTERM)
    window.end()
    assert (tmp_path / "mine.yaml").read_text(encoding="utf-8") == "precious" and (tmp_path / STATE).exists()


def test_a_closed_window_keeps_the_answers(terminal, tmp_path):
    window = terminal()
    number = to_weight(window)
    with contextlib.suppress(pexpect.ExceptionPexpect):  # pexpect waits for the end of it a moment only
        window.child.close(force=False)
    end = time.monotonic() + PATIENCE
    while window.child.isalive():
        assert time.monotonic() < end, "it does not end"
        time.sleep(0.05)
    assert (tmp_path / STATE).exists()
    terminal().wait(f"Your last consultation is still here: {number - 1} questions are answered.", "yes or no>")


# -- nothing lost, nothing left behind -------------------------------------------------------------------------------


def test_after_a_kill_all_answers_are_offered_again(terminal, tmp_path):
    window = terminal(rows=60)
    number = to_weight(window)
    window.say("2", f"{number + 1}. ")
    window.child.kill(signal.SIGKILL)
    assert window.end() == -signal.SIGKILL
    kept = tmp_path / STATE
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(kept.parent.stat().st_mode) == 0o700
    assert [path.name for path in kept.parent.iterdir()] == [kept.name]
    again = terminal(rows=60)
    again.wait(f"Your last consultation is still here: {number} questions are answered.", "yes or no>")
    again.say("yes", f"{number + 1}. ")
    again.wait("You did not name", "count as no", f"{number} Putting weight on the foot hurts a little")
    again.say("quit")
    assert again.end() == 0
    assert kept.exists()
    last = terminal()
    last.wait(f"{number} questions are answered.", "yes or no>")
    last.say("no", "1. Where does it hurt?")
    assert kept.exists(), "leaving now would lose nothing"
    last.say("3", "2. ")
    steps = json.loads(kept.read_text(encoding="utf-8"))["steps"]
    told = [answer for _, _, given, _ in steps for answer in given.values()]
    assert told == [["achilles"]], "nothing is left of what was told before"


def test_a_kill_inside_a_tick_list_keeps_its_ticks(terminal):
    window = terminal(rows=60)
    to_weight(window)
    number = step_to(window, RED_FLAGS)
    hips, sudden = (
        next(filter(None, (re.match(rf" *\[ \] +(\d+)  {text}", line) for line in window.lines())))[1]
        for text in ("Weak hips", "Sudden beginning")
    )
    window.say(hips, f"{number}.{hips}. Which of it is so?")
    window.child.kill(signal.SIGKILL)
    window.end()
    again = terminal(rows=60)
    again.wait(f"{number} questions are answered.", "yes or no>")
    again.say("yes", f"{number + 1}. ")
    again.say("answers", f"{number}.{sudden} the pain began suddenly")
    assert "your hips are weak" not in again.everything(), "what was ticked is no no"


def test_what_is_typed_while_a_long_answer_waits_is_the_next_line(terminal):
    window = terminal(rows=24)
    to_weight(window)
    window.leafs = False
    window.say("done", "more: Enter goes on", prompt=False)
    window.child.send("how 1")
    window.wait("> how 1", prompt=False)
    window.leafs = True
    window.child.send("\r")
    window.wait("For it:")


@pytest.mark.parametrize("leave", part_of(["\x03", "quit\r", "\x04"], 3))
def test_no_health_answer_is_left_in_any_file_of_the_home(terminal, tmp_path, leave):
    window = terminal("--no-save", rows=60)
    to_weight(window)
    window.child.send(leave)
    if leave == "\x04":
        window.wait("Now ask how 1")
        window.child.send(leave)
    window.end()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_the_only_file_of_an_unfinished_consultation_is_the_private_one(terminal, tmp_path):
    window = terminal()
    to_weight(window)
    window.child.send("\x03")
    window.end()
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [tmp_path / STATE]


# -- terminals and pastes --------------------------------------------------------------------------------------------

COLOUR = re.compile(rb"\x1b\[(?:[0-9]*;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9]*)*m")


def test_no_color(terminal):
    window = terminal(NO_COLOR="1", rows=60)
    to_weight(window)
    window.say("back", "Back one question.")
    window.step("0")
    window.say("4", "Important: ")
    assert not COLOUR.search(window.raw)


def test_a_dumb_terminal_gets_plain_lines(terminal):
    window = terminal(TERM="dumb", rows=60)
    to_weight(window)
    assert b"\x1b" not in window.raw
    assert window.modes() == window.before
    window.child.send("\x03")
    assert window.end() == 130
    assert b"\x1b" not in window.raw


@pytest.mark.parametrize("how", part_of([{"ACCESSIBLE": "1"}, "--plain"], 2))
def test_plain_where_it_is_wished(terminal, how):
    window = terminal(*([how] if isinstance(how, str) else []), rows=60, **({} if isinstance(how, str) else how))
    to_weight(window)
    window.say("done", "Now ask how 1")
    assert b"\x1b" not in window.raw and "?: explain" not in window.everything()


@pytest.mark.parametrize(("columns", "rows"), part_of([(80, 24), (40, 24)], 2, 1))
def test_lists_are_moved_through_in_small_windows_and_show_their_beginning(terminal, columns, rows):
    window = terminal(columns=columns, rows=rows)
    window.wait("1. Where does it hurt?", "1 arch", "more below")
    window.child.send("\x1b[B \x1b[B ")
    window.wait("[x] 1 arch", "> [x] 2 heel", prompt=False)
    window.child.send("\r")
    window.wait("2. " + RED_FLAGS, "[ ] 1 ")
    assert "= the arch (inner hollow of the sole); the heel" in window.everything()
    window.child.send("\x1b[A\x1b[A")
    window.wait("> 0 none of these", prompt=False)
    window.child.send("\r")
    window.wait("3. ")


NASTY = "hee\x1b]0;owned\x07\x1b[2Jl\x9b31m\x85\u202eabc\u2066\u200b\u2028"


@pytest.mark.parametrize("bracketed", [True, False])
def test_pasted_control_sequences_are_harmless(terminal, bracketed):
    window = terminal(rows=60)
    window.wait("Where does it hurt?")
    sent = NASTY if not bracketed else f"\x1b[200~{NASTY}\x1b[201~"
    if not bracketed:
        sent = sent.replace("\x1b]0;owned\x07\x1b[2J", "")  # as keys these are the person's own, not the terminal's
    before = len(window.raw)
    window.child.send(sent)
    window.wait("hee", prompt=False)
    window.say("", "Type a number from 1 to 18" if bracketed else "= the heel")
    shown = window.raw[before:].decode("utf-8", "replace")
    for bad in "\x07", "\x9b", "\x85", "\u202e", "\u2066", "\u2028", "\x1b]0;", "\x1b[2J", "\x1b[31m":
        assert bad not in shown, ascii(bad)
    assert "Where does it hurt?" in " ".join(window.lines())
