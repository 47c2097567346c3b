"""What the tests themselves stand on."""

from __future__ import annotations

import contextlib
import inspect
import signal
import subprocess
import sys
import threading

import pytest
from forked import FORKS, forked
from shared import BROKEN, CONSULTANT, FAILS, PASSES, ROOT, TooLong, ended_after, for_each

from expert.asking.dialogue import Dialogue
from expert.enough import Enough
from expert.outlook import Outlook


def test_one_test_of_many_cases_tries_all_of_them_and_names_each_that_fails_and_why():
    tried = []

    @for_each(("number", "half"), [(4, 2), (5, 2), (6, 3), (8, 5)], lambda case: f"case {case[0]}")
    def test(number, half, log):
        log.append(number)
        assert number == half * 2, "no half"

    with pytest.raises(AssertionError) as told:
        test(log=tried)
    assert tried == [4, 5, 6, 8] and list(inspect.signature(test).parameters) == ["log"]
    said = str(told.value)
    assert said.startswith("2 of 4 fail") and "case 5: AssertionError: no half" in said and "case 8: " in said
    assert "case 4" not in said and "case 6" not in said


def test_what_holds_of_all_cases_passes_and_no_case_at_all_does_not():
    for_each("number", (1, 2))(lambda number: None)()
    with pytest.raises(AssertionError):
        for_each("number", ())(lambda number: None)()
    with pytest.raises(AssertionError, match="1: KeyError: 'gone'"):
        for_each("number", [1])(lambda number: {}["gone"])()


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="needs POSIX signals")
def test_what_waits_for_ever_is_ended_and_what_does_not_is_let_be():
    before = signal.getsignal(signal.SIGALRM)

    def work():
        while True:
            pass

    for wait in threading.Event().wait, work:
        with pytest.raises(TooLong), ended_after(0.05), contextlib.suppress(Exception):
            wait()
    with ended_after(0.05), ended_after(None):
        pass
    assert signal.getsignal(signal.SIGALRM) is before and signal.getitimer(signal.ITIMER_REAL)[0] == 0


def test_what_answers_leave_open_is_the_same_however_often_it_was_looked_at(outlooks):
    """So that tests may share it: a consultation changes nothing of it."""
    for _ in range(2):
        dialogue = Dialogue(CONSULTANT)
        dialogue.open()
        for line in (
            "skip",
            "heel",
            "",
            "why",
            "0",
            "so far",
            "u",
            "change 1",
            "arch",
            "a little",
            "back",
            "u",
            "done",
        ):
            dialogue.reply(line)
    talk = dialogue.talk
    assert len(outlooks.kept) > 3 and talk.outlook() in outlooks.kept.values()
    for kept in list(outlooks.kept.values())[-4:]:
        fresh = Outlook(kept.knowledge, dict(kept.answers), kept.closed)
        assert everything_of(kept) == everything_of(fresh)
        one, other = outlooks.enough(kept), Enough(fresh)
        assert (one.reached, one.dangers, one.deciding, one.advising, one.first) == (
            other.reached, other.dangers, other.deciding, other.advising, other.first,
        )  # fmt: skip


def everything_of(outlook):
    """What an outlook says."""
    rules = [outlook.rule(rule) for rule in outlook.knowledge.rules]
    return rules, outlook.bounds, outlook.urgency, outlook.unsettled, outlook.leader, outlook.top_contested


@pytest.mark.skipif(not FORKS, reason="here all processes begin from nothing")
def test_a_process_that_was_forked_off_does_what_one_does_that_began_from_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    for words, given, code in (
        (["batch", "-"], "---\n".join([PASSES, FAILS, BROKEN]), 3), (["explain", "gone.yaml"], "", 2),
    ):  # fmt: skip
        command = [sys.executable, str(ROOT / "cli.py"), *words]
        one, other = (
            subprocess.run(
                command, input=given.encode(), capture_output=True, cwd=tmp_path, preexec_fn=begun, timeout=60
            )
            for begun in (None, forked(command))
        )
        assert (one.returncode, one.stdout, one.stderr) == (other.returncode, other.stdout, other.stderr)
        assert one.returncode == code and one.stderr
