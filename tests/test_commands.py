"""Any base under any program: ``--kb``, a command of five lines, what is kept, and what nobody foresaw."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from forked import forked
from houseplants import PLANTS
from shared import footwise, part_of
from test_cli import KEPT, left_of, running

from expert.cases.results import json_line
from expert.cases.writers import FORMATS, About, chosen
from expert.evaluating import Evaluator
from expert.examining.proof import Demand, Prover
from expert.loading import KnowledgeName

ROOT = Path(__file__).resolve().parent.parent
HOUSEPLANTS = ROOT / "tests" / "examples" / "houseplants"
FOOTWISE = [sys.executable, str(ROOT / "cli.py")]
OWN = [sys.executable, str(HOUSEPLANTS / "plants.py")]
BASE = "houseplants:PLANTS"
DROWNING = "pot: {soil: soaked}\nleaf: {colour: yellow}\n"


def call(command, *arguments, cwd=HOUSEPLANTS, stdin="", apart=False, **environment):
    """Run a program in a process of its own; `apart`: from nothing (see `forked`)."""
    words, around = [*command, *map(str, arguments)], {**os.environ, **environment}
    return subprocess.run(
        words, cwd=cwd, input=stdin, capture_output=True, text=True, encoding="utf-8", env=around, timeout=60,
        preexec_fn=None if apart or "--jobs" in words else forked(words, around),
    )  # fmt: skip


# -- one base, three ways to it --------------------------------------------------------------------------------------

RUNS = {
    "consult": (["consult", "--no-save"], "old\nno\nyellow\n", "For it: the leaves are yellow."),
    "explain": (["explain", "-"], DROWNING, "Too much water"),
    "what-if": (["explain", "-", "--what-if", "pot.soil=dry"], DROWNING, "Too much water"),
    "page": (["explain", "-", "--format", "html"], DROWNING, "<!DOCTYPE html>"),
    "batch": (["batch", "cases"], "", '"cause": "thirst"'),
    "jobs": (["batch", *["cases"] * 20, "--jobs", "2"], "", '"cause": "thirst"'),
    "score": (["batch", "cases", "--score"], "", "5 cases: 5 scored"),
    "list": (["kb", "list", "--cause", "thirst"], "", "thirst.dry_soil"),
    "show": (["kb", "show", "soil.no_hole"], "", "- no hole in the pot (plants.yaml#2)"),
    "check": (["kb", "check"], "", f"A sad houseplant, from {HOUSEPLANTS}\n"),
    "coverage": (["kb", "coverage"], "", "rules fired: 17 of 18 (94.44 %)"),
    "graph": (["kb", "graph", "--format", "svg"], "", "<svg"),
    "book": (["kb", "book", "--format", "html"], "", "Show it to a gardener tomorrow."),
    "schema": (["schema"], "", '"soaked"'),
    "forget": (["forget"], "", "Nothing was kept."),
}


@pytest.mark.parametrize("name", RUNS)
def test_every_command_runs_on_another_base_however_it_is_named(name, tmp_path):
    command, stdin, shown = RUNS[name]
    state = {"XDG_STATE_HOME": str(tmp_path)}
    around = {"stdin": stdin, "cwd": HOUSEPLANTS, **state}
    named = [
        lambda: footwise("--kb", BASE, *command, **around),
        lambda: footwise(*command, f"--kb={BASE}", **around),
        lambda: footwise(*command, FOOTWISE_KB=BASE, **around),
    ]
    runs = [
        call(OWN, *command, stdin=stdin, apart=True, **state),
        *(run() for run in part_of(named, 3, list(RUNS).index(name))),
    ]
    assert {run.returncode for run in runs} == {0}, [run.stderr for run in runs]
    assert shown in runs[0].stdout
    assert {run.stdout for run in runs} == {runs[0].stdout}
    assert {run.stderr for run in runs} == {runs[0].stderr} and "Traceback" not in runs[0].stderr


def test_the_proof_runs_on_a_base_by_its_name():
    knowledge = KnowledgeName(BASE).load()
    smell = Demand("smell", ({"plant.smell": ("yes",)},), "urgent")
    assert all(verdict.holds for verdict in Prover(knowledge, [smell]).verdicts())


def test_a_command_line_goes_before_the_environment_and_an_empty_variable_names_nothing():
    def title(*arguments, named):
        return call(FOOTWISE, *arguments, "kb", "check", "--quick", FOOTWISE_KB=named).stdout.partition(",")[0]

    own = title(named="")
    assert title(named=BASE) == "A sad houseplant" != own
    assert title("--kb", "kb.book:KNOWLEDGE", named=BASE) == own


def test_messages_name_the_program_that_was_called():
    assert "plants: soil.no: no such rule" in call(OWN, "kb", "show", "soil.no").stderr
    assert "All of them: plants kb list" in call(OWN, "kb", "show", "soil.no").stderr
    assert "plants kb list --claim D1" in call(OWN, "kb", "show", "D1").stderr
    assert "plants consult --load CASE" in call(OWN, "--follow-up").stderr
    assert call(OWN, "--help").stdout.startswith("usage: plants ") and "PLANTS_KB" in call(OWN, "--help").stdout
    assert "footwise" not in call(OWN, "--help").stdout


def test_an_example_of_a_change_is_one_of_the_base():
    told = call(OWN, "explain", "-", "--what-if", "soil", stdin=DROWNING).stderr
    assert "write FIELD=VALUE, for example plant.smell=no." in told
    assert call(OWN, "explain", "-", "--what-if", "plant.kind=fern", stdin=DROWNING).returncode == 0


def test_a_base_without_cases_shows_its_rule_alone(tmp_path):
    (tmp_path / "houseplants.py").write_text((HOUSEPLANTS / "houseplants.py").read_text())
    run = call(FOOTWISE, "--kb", BASE, "kb", "show", "soil.no_hole", cwd=tmp_path)
    assert run.returncode == 0 and "The water cannot run off" in run.stdout and "Cases" not in run.stdout


# -- what is kept ----------------------------------------------------------------------------------------------------


def kept(state):
    return sorted(str(path.relative_to(state)) for path in state.rglob("*") if path.is_file())


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX terminal")
def test_each_base_keeps_its_own_unfinished_consultation(tmp_path):
    """Cut short on one base and then on another: both are offered again, and forgotten apart."""
    pexpect = pytest.importorskip("pexpect")
    environment = {**os.environ, "XDG_STATE_HOME": str(tmp_path), "TERM": "dumb"}

    def cut_short(*base, answer):
        person = pexpect.spawn(
            FOOTWISE[0], [FOOTWISE[1], *base], cwd=HOUSEPLANTS, env=environment, timeout=60,
            preexec_fn=forked([*FOOTWISE, *base], environment),
        )  # fmt: skip
        person.delaybeforesend, person.ptyproc.delayafterclose = None, 0
        person.expect("> ")
        person.sendline(answer)
        if person.expect(["right > ", "2[.] "]) == 0:  # it was a story
            person.sendline("")
            person.expect("2[.] ")
        person.sendline("quit")
        person.expect(pexpect.EOF)
        person.close()

    cut_short(answer="arch")
    cut_short("--kb", BASE, answer="old")
    assert kept(tmp_path) == ["footwise/consultation.json", "footwise/houseplants/consultation.json"]
    assert "leaf.place" not in (tmp_path / "footwise" / "consultation.json").read_text(encoding="utf-8")
    assert call(FOOTWISE, "forget", XDG_STATE_HOME=str(tmp_path)).returncode == 0
    assert kept(tmp_path) == ["footwise/houseplants/consultation.json"]


@pytest.fixture
def two_consultations(tmp_path):
    """What is left of a consultation that was cut short, on each of two bases."""
    for folder in ("footwise", "footwise/houseplants"):
        (tmp_path / folder).mkdir()
        for name in ("consultation.json", "consultation-0123456789ab.json", "consultation.unreadable",
                     ".consultation.json.12345678.part"):  # fmt: skip
            (tmp_path / folder / name).write_text("{}")
    return tmp_path


def test_forget_deletes_all_that_was_kept_of_this_base_and_nothing_else(two_consultations):
    state = {"XDG_STATE_HOME": str(two_consultations)}
    run = call(FOOTWISE, "forget", "--kb", BASE, **state)
    assert (run.returncode, run.stderr) == (0, "") and run.stdout.count("deleted: ") == 4
    assert len(kept(two_consultations)) == 4 and not any("houseplants" in name for name in kept(two_consultations))
    assert call(FOOTWISE, "forget", **state).returncode == 0 and kept(two_consultations) == []
    assert call(FOOTWISE, "forget", **state).stdout == "Nothing was kept.\n"


def test_what_is_kept_can_be_deleted_though_the_base_is_broken(two_consultations, tmp_path):
    state = {"XDG_STATE_HOME": str(two_consultations)}
    run = call(FOOTWISE, "forget", "--kb", "houseplants.not_there", cwd=tmp_path, **state)
    assert (run.returncode, run.stdout) == (0, "Nothing was kept.\n")


# -- a fault of the program ------------------------------------------------------------------------------------------

FINE, FATAL = "id: fine\npot: {soil: dry}\n", "id: fatal\npot: {cups_before: 0, cups_now: 3}\n"


@pytest.fixture
def faulty(tmp_path):
    """A folder with a base that divides by nothing, and a file of three cases, of which the second makes it do so."""
    text = (HOUSEPLANTS / "houseplants.py").read_text(encoding="utf-8")
    assert " if before else None" in text
    (tmp_path / "houseplants.py").write_text(text.replace(" if before else None", ""), encoding="utf-8")
    (tmp_path / "cases.yaml").write_text("---\n".join([FINE, FATAL, FINE]), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_case_on_which_the_program_fails_is_a_result_and_the_rest_goes_on(faulty, jobs):
    run = call(FOOTWISE, "--kb", BASE, "batch", *["cases.yaml"] * 30, "--jobs", jobs, cwd=faulty)
    assert run.returncode == 70 and "Traceback" not in run.stderr
    results = [json.loads(line) for line in run.stdout.splitlines()]
    assert [result["status"] for result in results] == ["ok", "error", "ok"] * 30
    error = results[1]["error"]
    assert list(results[1]) == ["id", "source", "status", "error"] and list(error) == ["message", "field", "line"]
    assert "ZeroDivisionError" in error["message"] and error["field"] is None and error["line"] is None
    first, *_, last = run.stderr.splitlines()
    assert first.startswith("cases.yaml#2: The program itself failed") and "ZeroDivisionError" in first
    assert last == "90 cases: 0 failed their expect, 0 could not be read, on 30 the program itself failed."


def test_a_fault_goes_before_a_failed_expectation_and_an_unreadable_case(faulty):
    (faulty / "more.yaml").write_text(f"{FINE}expect: {{top: drowning}}\n---\nplot: 3\n", encoding="utf-8")
    assert call(FOOTWISE, "--kb", BASE, "batch", "more.yaml", cwd=faulty).returncode == 3
    assert call(FOOTWISE, "--kb", BASE, "batch", "more.yaml", "cases.yaml", cwd=faulty).returncode == 70


@pytest.mark.parametrize("command", [["explain", "cases.yaml#2"], ["consult", "--no-save", "--load", "cases.yaml#2"]])
def test_an_unforeseen_exception_is_a_sentence_and_70(faulty, command):
    run = call(FOOTWISE, "--kb", BASE, *command, cwd=faulty)
    assert run.returncode == 70 and "Traceback" not in run.stderr
    last = run.stderr.splitlines()[-1]
    assert last.startswith("footwise: this is a fault of the program")
    assert "ZeroDivisionError" in last and "report it" in last and "--debug" in last


@pytest.mark.parametrize("command", [["explain", "cases.yaml#2"], ["batch", "cases.yaml"]])
def test_where_a_fault_happened_is_shown_to_whoever_asks(faulty, command):
    run = call(FOOTWISE, "--kb", BASE, *command, "--debug", cwd=faulty)
    assert run.returncode == 70
    assert "Traceback" in run.stderr and "houseplants.py" in run.stderr


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="needs /proc")
def test_a_worker_that_is_killed_is_a_fault_that_leaves_nothing_behind(tmp_path):
    with running(tmp_path, "2") as process:
        commands = {pid: Path(f"/proc/{pid}/cmdline").read_bytes() for pid in left_of(process.pid)}
        os.kill(next(pid for pid, command in commands.items() if b"spawn_main" in command), signal.SIGKILL)
        _, said = process.communicate(timeout=60)
        assert process.returncode == 70
        assert b"fault of the program" in said and b"Traceback" not in said and b"--resume" in said
    assert sorted(os.listdir(tmp_path)) == KEPT


def in_the_middle_of_a_write(processes):
    """The process that cannot go on writing because nobody reads; None if there is none within a minute."""
    for _ in range(600):
        for pid in processes:
            if any(call in Path(f"/proc/{pid}/wchan").read_text() for call in ("pipe_write", "sock_alloc_send")):
                return pid
        time.sleep(0.1)
    return None


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="needs /proc")
def test_a_worker_that_is_killed_while_it_hands_over_results_is_missed(tmp_path):
    """The program is stopped until its pipe is full, so that a worker is in the middle of it."""
    (tmp_path / "cases").mkdir()
    long = tmp_path / "cases" / "long.yaml"
    long.write_text("---\n".join([f"pain: {{location: heel}}\nnote: {'long ' * 100_000}\n"] * 40), encoding="utf-8")
    (tmp_path / "here").mkdir()
    with running(tmp_path / "here", "2", long) as process:
        os.kill(process.pid, signal.SIGSTOP)
        os.kill(in_the_middle_of_a_write(set(left_of(process.pid)) - {process.pid}), signal.SIGKILL)
        os.kill(process.pid, signal.SIGCONT)
        _, said = process.communicate(timeout=60)
        assert process.returncode == 70 and b"fault of the program" in said
    assert sorted(os.listdir(tmp_path / "here")) == KEPT


# -- what files and texts of odd shapes give -------------------------------------------------------------------------


def test_folders_may_be_nested_deeper_than_the_stack(tmp_path):
    deep = tmp_path
    for _ in range(1200):
        deep /= "d"
        deep.mkdir()
    (deep / "case.yaml").write_text(FINE)
    run = call(OWN, "batch", tmp_path / "d", cwd=tmp_path)
    (deep / "case.yaml").unlink()
    os.removedirs(deep)  # what clears the folder of tests away would not get so deep
    assert run.returncode == 0 and json.loads(run.stdout)["id"] == "fine"


def test_what_stands_where_a_case_belongs_is_quoted_as_it_is():
    evaluator = Evaluator(PLANTS)
    found = [evaluator.evaluate_text(text, format="yaml")[0]["error"]["message"] for text in ("pale LEAF", "[a]")]
    assert found[0].startswith("pale LEAF found where") and found[1].startswith("A list of 1 found where")


# -- formats of results ----------------------------------------------------------------------------------------------


def test_the_format_of_results_is_named_or_told_by_the_files_ending():
    assert chosen("jsonl", "x.txt") is FORMATS["jsonl"]
    assert chosen(None, "x.JSONL") is chosen(None, "x") is chosen(None, None) is next(iter(FORMATS.values()))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_writes_all_results_and_begins_and_ends(name, tmp_path):
    results = Evaluator(PLANTS).evaluate_text("---\n".join([FINE, "plot: 3\n"]))
    with open(tmp_path / "out", "w", encoding="utf-8", newline="\n") as file:
        writer = FORMATS[name].writer(file, About(PLANTS))
        writer.begin()
        for result in results:
            writer.add(result)
        writer.end()
    text = (tmp_path / "out").read_text(encoding="utf-8")
    assert text if name != "jsonl" else text == "".join(map(json_line, results))


@pytest.mark.parametrize("command", [("kb", "check"), ("kb", "list"), ("schema",)])
def test_a_base_that_is_not_there_is_wrong_usage_and_no_fault_of_a_base(command):
    run = call(OWN, "--kb", "nosuch", *command)
    assert run.returncode == 2 and run.stdout == "" and "there is no module nosuch" in run.stderr
