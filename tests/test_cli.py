"""The command as others run it: exit codes, what goes where, and the same bytes every time."""

from __future__ import annotations

import configparser
import contextlib
import io
import json
import os
import signal
import subprocess
import sys
import time
from itertools import product
from pathlib import Path

import pytest
from forked import forked
from shared import BROKEN, FAILS, GOOD, LIBRARY, LONG, PASSES, ROOT, part_of
from shared import footwise_bytes as footwise

import cli
from expert.commands.parsing import with_command


def results(run):
    return [json.loads(line) for line in run.stdout.decode("utf-8").splitlines()]


# -- batch: exit codes and streams -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("documents", "code", "closing"),
    [
        ([GOOD], 0, "1 case: 0 failed their expect, 0 could not be read."),
        ([PASSES, GOOD], 0, "2 cases: 0 failed their expect, 0 could not be read."),
        ([PASSES, FAILS], 1, "2 cases: 1 failed their expect, 0 could not be read."),
        ([BROKEN, BROKEN], 2, "2 cases: 0 failed their expect, 2 could not be read."),
        ([PASSES, BROKEN], 3, "2 cases: 0 failed their expect, 1 could not be read."),
        ([FAILS, BROKEN], 3, "2 cases: 1 failed their expect, 1 could not be read."),
    ],
)
def test_batch_exit_codes_and_closing_line(case, documents, code, closing):
    run = footwise("batch", case(*documents))
    *faults, last = run.stderr.decode().strip().splitlines()
    assert (run.returncode, last) == (code, closing)
    assert len(faults) == documents.count(BROKEN) + documents.count(FAILS) and all("#" in line for line in faults)
    assert sum(", line " in line for line in faults) == documents.count(BROKEN)
    assert [one["source"].rsplit("#")[-1] for one in results(run)] == [str(n + 1) for n in range(len(documents))]


def test_batch_names_each_case_that_fails_its_expect_with_what_failed(case):
    path = case(PASSES, FAILS, BROKEN, FAILS.replace("id: wrong\n", ""))
    for options in ([], ["--score"], ["--jobs", "2"]):
        _, *named, _ = ["", *footwise("batch", path, *options).stderr.decode().splitlines()]
        assert len(named) == 3
        assert named[0].startswith(f"{path}#2 (wrong): expect failed: top: expected bunions, found")
        assert named[1].startswith(f"{path}#3, line ")
        assert named[2].startswith(f"{path}#4: expect failed: top: expected bunions, found")


def test_batch_gives_an_error_result_in_the_place_of_the_case(case):
    run = footwise("batch", case(PASSES, BROKEN, FAILS))
    first, second, third = results(run)
    assert [first["status"], second["status"], third["status"]] == ["ok", "error", "ok"]
    assert list(second) == ["id", "source", "status", "error"]
    assert list(second["error"]) == ["message", "field", "line"]
    assert (second["id"], second["error"]["field"], second["error"]["line"]) == ("broken", "shoes.toebox", 6)
    assert "did you mean shoes.toe_box?" in second["error"]["message"]
    assert first["expect"] == {"passed": True, "failures": []}
    assert third["expect"]["passed"] is False
    assert "bunions" in third["expect"]["failures"][0]


def test_result_has_the_keys_of_the_contract_in_order(case):
    (result,) = results(footwise("batch", case(PASSES + "note: über\n")))
    assert list(result) == [
        "id", "source", "status", "urgency", "conclusions", "recommendations", "guidance", "withheld",
        "alerts", "alerts_assessed", "not_ruled_out", "safety_net", "note", "expect",
    ]  # fmt: skip
    assert result["note"] == "über"
    assert list(results(footwise("batch", case(GOOD)))[0])[-1] == "safety_net"


def test_batch_reads_files_folders_and_stdin_in_the_order_given(case, tmp_path):
    case(GOOD, name="b.yaml")
    case(GOOD, name="a.yml")
    run = footwise("batch", "-", ".", "a.yml", cwd=tmp_path, stdin=GOOD)
    assert [Path(one["source"]).name for one in results(run)] == ["-#1", "a.yml#1", "b.yaml#1", "a.yml#1"]
    assert run.returncode == 0


def test_output_is_utf8_whatever_the_locale(case):
    path = case(GOOD + "note: Zoë läuft → schmerzfrei\n")
    outputs = {
        footwise("batch", path, LC_ALL=locale, PYTHONIOENCODING=encoding, PYTHONUTF8="0").stdout
        for locale, encoding in part_of(
            [("C", ""), ("C.UTF-8", ""), ("C", "ascii"), ("C", "latin-1"), ("C", "utf-16")], 2
        )
    }
    assert len(outputs) == 1
    assert "Zoë läuft → schmerzfrei".encode() in outputs.pop()


def test_explanation_survives_a_terminal_that_knows_ascii_alone(case):
    run = footwise("explain", case(GOOD + "note: Zoë → ok\n"), PYTHONIOENCODING="ascii", LC_ALL="C")
    assert run.returncode == 0
    run.stdout.decode("ascii")


# -- batch: same bytes -----------------------------------------------------------------------------------------------


def test_explanation_is_the_same_under_every_hash_seed():
    case = f"{LIBRARY / 'article.yaml'}#1"
    outputs = {
        footwise("explain", case, "--why-not", "bunions", PYTHONHASHSEED=str(seed)).stdout
        for seed in range(4 if LONG else 2)
    }
    assert len(outputs) == 1


def test_jobs_change_no_byte(case):
    files = [LIBRARY / "clinic.yaml", case(GOOD, BROKEN, FAILS), LIBRARY / "article.yaml"]
    runs = [footwise("batch", *files, "--jobs", jobs) for jobs in ((1, 2, 3) if LONG else (1, 3))]
    assert len({run.stdout for run in runs}) == 1
    assert len({run.stderr for run in runs}) == 1
    assert {run.returncode for run in runs} == {3}


# -- batch: -o -------------------------------------------------------------------------------------------------------


def test_output_file_holds_what_stdout_would(case, tmp_path):
    path = case(PASSES, FAILS)
    run = footwise("batch", path, "-o", "out.jsonl", cwd=tmp_path)
    assert (run.returncode, run.stdout) == (1, b"")
    assert (tmp_path / "out.jsonl").read_bytes() == footwise("batch", path).stdout
    assert sorted(os.listdir(tmp_path)) == ["cases.yaml", "out.jsonl"]


def test_output_file_may_be_in_the_folder_that_is_read(case, tmp_path):
    case(GOOD)
    assert footwise("batch", ".", "-o", "out.jsonl", cwd=tmp_path).returncode == 0
    assert len((tmp_path / "out.jsonl").read_text().splitlines()) == 1


@pytest.mark.parametrize("target", ["missing/out.jsonl", ".", "cases.yaml/out.jsonl"])
def test_output_that_cannot_be_written_is_a_usage_error(case, tmp_path, target):
    case(GOOD)
    run = footwise("batch", "cases.yaml", "-o", target, cwd=tmp_path)
    assert (run.returncode, run.stdout) == (2, b"")
    assert f"{target} cannot be written" in run.stderr.decode()
    assert os.listdir(tmp_path) == ["cases.yaml"]


def test_output_to_a_device_does_not_replace_it(case):
    assert footwise("batch", case(GOOD), "-o", os.devnull).returncode == 0
    assert not os.path.isfile(os.devnull)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_full_disk_says_where(case):
    assert shell(f'footwise batch "{case(GOOD)}" > /dev/full').stderr.startswith(b"footwise: standard output: No space")
    assert shell(f'footwise batch "{case(GOOD)}" -o /dev/full').stderr.endswith(
        b"footwise: /dev/full: No space left on device\n"
    )


@pytest.mark.parametrize(
    ("arguments", "target"),
    [
        (["batch", "cases.yaml"], "cases.yaml"),
        (["batch", "."], "cases.yaml"),
        (["batch", "-", "."], "../{}/cases.yaml"),
        (["batch", "cases.yaml"], "link.yaml"),
        (["batch", "--score", "cases.yaml"], "cases.yaml"),
        (["explain", "cases.yaml#1"], "cases.yaml"),
        (["explain", "cases.yaml#1", "--against", "other.yaml"], "other.yaml"),
    ],
)
def test_output_that_is_one_of_the_inputs_is_refused(case, tmp_path, arguments, target):
    case(GOOD, name="other.yaml")
    before = case(GOOD, GOOD).read_bytes()
    (tmp_path / "link.yaml").symlink_to("cases.yaml")
    run = footwise(*arguments, "-o", target.format(tmp_path.name), cwd=tmp_path)
    assert (run.returncode, run.stdout) == (2, b"")
    assert "one of the files to be read" in run.stderr.decode()
    assert (tmp_path / "cases.yaml").read_bytes() == before and sorted(os.listdir(tmp_path)) == [
        "cases.yaml", "link.yaml", "other.yaml",
    ]  # fmt: skip


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_full_disk_is_told_without_a_traceback(case):
    with open("/dev/full", "wb") as full:
        run = subprocess.run(
            [sys.executable, str(ROOT / "cli.py"), "batch", str(case(GOOD))], stdout=full, stderr=subprocess.PIPE
        )
    assert run.returncode == 2
    assert b"No space left" in run.stderr
    assert b"Traceback" not in run.stderr and b"Exception ignored" not in run.stderr


# -- ends that are no fault ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command",
    part_of(
        [
            ["batch", *[str(LIBRARY / "clinic.yaml")] * 8],
            ["kb", "list"],
            ["batch", *[str(LIBRARY / "clinic.yaml")] * 8, "--jobs", "2"],
            ["schema"],
            ["explain", f"{LIBRARY / 'article.yaml'}#1"],
        ],
        2,
    ),
)
def test_closed_pipe_ends_quietly(command):
    with subprocess.Popen(
        [sys.executable, str(ROOT / "cli.py"), *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        if command[0] == "batch":
            process.stdout.readline()
        process.stdout.close()
        assert process.wait(timeout=60) == 0
        assert process.stderr.read() == b""


#: What a batch that was cut short leaves beside the file that it was to write.
KEPT = ["out.jsonl.part", "out.jsonl.resume"]


@contextlib.contextmanager
def running(tmp_path, jobs, cases=LIBRARY):
    """A batch at work in a process group of its own, with its unfinished file; nothing of it outlives the test."""
    command = [sys.executable, str(ROOT / "cli.py"), "batch", *[str(cases)] * 400, "--jobs", jobs, "-o", "out.jsonl"]
    process = subprocess.Popen(
        command, cwd=tmp_path, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        start_new_session=True, preexec_fn=forked(command) if jobs == "1" else None,
    )  # fmt: skip
    try:
        while not any(name.endswith(".part") and os.path.getsize(tmp_path / name) for name in os.listdir(tmp_path)):
            assert process.poll() is None
            time.sleep(0.01)
        yield process
    finally:
        for left in left_of(process.pid):
            os.kill(left, signal.SIGKILL)
        process.communicate()


def left_of(group):
    """The processes of a group that are still there."""
    found = []
    for entry in os.listdir("/proc"):
        with contextlib.suppress(OSError, ValueError):
            state = Path("/proc", entry, "stat").read_text().rpartition(")")[2].split()[0]
            if os.getpgid(int(entry)) == group and state != "Z":
                found.append(int(entry))
    return found


def ends(group):
    """Whether all processes of a group come to an end by themselves; a minute is as good as for ever."""
    for _ in range(3000):
        if not left_of(group):
            return True
        time.sleep(0.02)
    return False


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="needs /proc")
@pytest.mark.parametrize(("jobs", "number"), part_of(product("12", ["SIGTERM", "SIGHUP", "SIGINT"]), 2))
def test_a_signal_to_the_program_alone_leaves_no_process_and_what_is_needed_to_go_on(tmp_path, jobs, number):
    with running(tmp_path, jobs) as process:
        os.kill(process.pid, getattr(signal, number))
        _, said = process.communicate(timeout=60)
        assert process.returncode == (130 if number == "SIGINT" else 128 + getattr(signal, number))
        assert ends(process.pid)
    assert sorted(os.listdir(tmp_path)) == KEPT
    assert b"out.jsonl.part; the same command with --resume goes on" in said


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="needs /proc")
def test_workers_do_not_outlive_a_program_that_was_killed(tmp_path):
    with running(tmp_path, "2") as process:
        assert len(left_of(process.pid)) > 1
        process.kill()
        process.wait(timeout=60)
        assert ends(process.pid)


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="needs /proc")
@pytest.mark.parametrize("pause", part_of([0, 0.02, 0.1], 3, 1))
def test_an_impatient_person_is_served_as_well(tmp_path, pause):
    with running(tmp_path, "2") as process:
        for _ in range(3):
            os.killpg(process.pid, signal.SIGINT)
            time.sleep(pause)
        process.communicate(timeout=60)
        assert process.returncode == 130
        assert ends(process.pid)
    assert sorted(os.listdir(tmp_path)) == KEPT


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
@pytest.mark.parametrize("jobs", part_of(["1", "2"], 2, 1))
def test_interrupt_ends_with_130_and_leaves_nothing_behind(tmp_path, jobs):
    command = [sys.executable, str(ROOT / "cli.py"), "batch", *[str(LIBRARY)] * 400]
    with subprocess.Popen(
        [*command, "--jobs", jobs, "-o", "out.jsonl"],
        cwd=tmp_path, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # the tests may run where it is ignored
    ) as process:  # fmt: skip
        while not os.listdir(tmp_path):
            assert process.poll() is None
            time.sleep(0.05)
        time.sleep(0.5)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: the workers get it too
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    *named, last = said.decode().splitlines()
    if os.listdir(tmp_path):  # there was a result already
        assert sorted(os.listdir(tmp_path)) == KEPT and "--resume" in named.pop()
    assert last == "Interrupted." and all("expect failed" in line for line in named)


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
@pytest.mark.parametrize(
    ("command", "code", "number"),
    [(["--version"], 0, signal.SIGTERM), (["batch", "gone.yaml"], 2, signal.SIGINT)],
)
def test_a_signal_when_all_is_done_changes_the_outcome_no_more(command, code, number):
    """Python still has to clear up then, which takes a moment."""
    program = (
        f"import os, sys, cli\ntry: code = cli.main()\nexcept SystemExit as left: code = left.code\n"
        f"os.kill(os.getpid(), {int(number)})\nsys.exit(code)"
    )
    run = subprocess.run([sys.executable, "-c", program, *command], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == code and "Traceback" not in run.stderr


def shell(line, **settings):
    """Run the command with redirections; never a traceback."""
    if os.name == "nt":
        pytest.skip("needs a POSIX shell")
    command = line.replace("footwise", f'"{sys.executable}" "{ROOT / "cli.py"}"', 1)
    run = subprocess.run(["sh", "-c", command], capture_output=True, timeout=60, **settings)
    assert b"Traceback" not in run.stderr, run.stderr.decode()
    return run


def test_closed_standard_error_is_no_fault(case):
    run = shell(f'footwise batch "{case(GOOD)}" 2>&-')
    assert run.returncode == 0
    assert len(run.stdout.splitlines()) == 1, "what belongs on standard error must not stand among the results"


@pytest.mark.parametrize(
    "command", ["batch {}", "explain {}", "kb list", "kb check --quick", "schema", "batch {} --score"]
)
def test_results_that_go_to_a_closed_output_are_not_lost_in_silence(case, command):
    run = shell(f"footwise {command.format(case(GOOD))} >&-")
    assert run.returncode == 2
    assert b"standard output: closed" in run.stderr


def test_a_closed_output_that_nothing_goes_to_is_no_fault(case, tmp_path):
    run = shell(f'footwise batch "{case(GOOD)}" -o "{tmp_path / "out"}" >&-')
    assert run.returncode == 0 and (tmp_path / "out").read_bytes()


def test_a_closed_input_is_an_empty_one(case, tmp_path):
    assert shell("footwise consult --no-save <&-").returncode == 0
    assert b"No case in it" in shell("footwise batch - <&-").stdout
    assert shell("footwise consult --no-save <&- >&-").returncode == 2


# -- explain ---------------------------------------------------------------------------------------------------------


def test_explain_writes_text(case):
    run = footwise("explain", case(PASSES))
    text = run.stdout.decode()
    assert (run.returncode, run.stderr) == (0, b"")
    assert "Plantar fasciitis" in text and "PF1" in text


def test_explain_json_is_the_batch_result(case):
    path = case(PASSES)
    assert footwise("explain", path, "--format", "json").stdout == footwise("batch", path).stdout
    assert (
        footwise("explain", "-", "--format", "json", stdin=PASSES).stdout == footwise("batch", "-", stdin=PASSES).stdout
    )


@pytest.mark.parametrize("form", ["text", "json"])
def test_explain_exits_1_when_the_expectation_fails(case, form):
    run = footwise("explain", case(FAILS), "--format", form)
    assert run.returncode == 1
    assert run.stdout
    assert b"expect failed: top: expected bunions" in run.stderr


def test_explain_picks_one_of_several_and_lists_them_otherwise(case):
    path = case(GOOD, PASSES, FAILS)
    run = footwise("explain", path)
    assert (run.returncode, run.stdout) == (2, b"")
    said = run.stderr.decode()
    assert "3 cases" in said and f"{path}#3  wrong" in said
    assert results(footwise("explain", f"{path}#2", "--format", "json"))[0]["source"] == f"{path}#2"
    assert "such as -- -#1" in footwise("explain", "-", stdin=path.read_text()).stderr.decode()
    assert footwise("explain", "--", "-#2", stdin=path.read_text()).returncode == 0
    run = footwise("explain", f"{path}#4")
    assert run.returncode == 2
    assert "has no case 4; it holds 3" in run.stderr.decode()


def test_explain_takes_a_file_whose_name_looks_like_a_pick(case):
    path = case(GOOD, name="run#2")
    assert footwise("explain", path).returncode == 0


@pytest.mark.parametrize("form", ["text", "json"])
def test_explain_of_a_broken_case_says_where(case, form):
    run = footwise("explain", case(BROKEN), "--format", form)
    assert run.returncode == 2
    assert "cases.yaml#1, line 2: shoes.toebox: no such field, did you mean shoes.toe_box?" in run.stderr.decode()
    assert [one["status"] for one in results(run)] == (["error"] if form == "json" else [])


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--cause", "bunion"], "bunion: no such cause, did you mean bunions? Causes: mileage_increase,"),
        (["--why-not", "zzz"], "zzz: no such cause. Causes:"),
        (["--why-not", "bunions", "--why-not", "stress_fractur"], "did you mean stress_fracture?"),
        (["--what-if", "shoes.toebox=wide"], "--what-if: shoes.toebox: no such field, did you mean shoes.toe_box?"),
        (["--what-if", "pain.worst"], "pain.worst"),
        (["--what-if", "foot.arch=flatt"], "--what-if: foot.arch: flatt is not allowed, did you mean flat?"),
        (["--what-if", "signs.rolled_ankle=inward", "signs.injury=no"], "--what-if: signs."),
        (["--what-if", "foot.arch=flat", "foot.arch=high"], "--what-if: foot.arch: given twice. Keep one."),
        (["--what-if", "foot.arch=flat", "--what-if", "foot.arch=flat"], "--what-if: foot.arch: given twice."),
        (["--what-if", "pain.location=;"], "--what-if: pain.location: an empty text is no value"),
        (["--what-if", "pain.location=arch;"], "--what-if: pain.location: an empty text is no value"),
        (["--what-if", "foot.arch=flat", "nonsense"], "unrecognized arguments: nonsense"),
    ],
)
def test_explain_options_that_name_nothing(case, options, said):
    run = footwise("explain", case(GOOD), *options)
    assert (run.returncode, run.stdout) == (2, b"")
    assert said in run.stderr.decode()


def test_what_if_in_json_stands_behind_the_result_and_leaves_it_alone(case):
    path = case(GOOD)
    changes = [
        "--what-if",
        "pain.location=toes;between_toes",
        "pain.worst=unknown",
        "--what-if",
        "signs.itching_toes=yes",
    ]
    (result,) = results(footwise("explain", path, "--format", "json", *changes))
    changed = result.pop("what_if")
    assert [result] == results(footwise("batch", path))
    assert changed["answers"] == {
        "pain.location": ["toes", "between_toes"], "pain.worst": None, "signs.itching_toes": "yes",
    }  # fmt: skip
    assert changed["conclusions"][0]["cause"] == "athletes_foot"


def test_what_if_takes_what_a_case_takes(case):
    path, json_form = case(GOOD), ("--format", "json")
    changes = [
        "runner.diabetes=true",
        "runner.arthritis=FALSE",
        "pain.location=[]",
        "pain.worst=",
        "pain.quality=sharp",
    ]
    (result,) = results(footwise("explain", path, *json_form, "--what-if", *changes))
    assert result["what_if"]["answers"] == {
        "runner.diabetes": "yes", "runner.arthritis": "no", "pain.location": [], "pain.worst": None,
        "pain.quality": ["sharp"],
    }  # fmt: skip


def test_what_if_leaves_the_case_alone_that_stands_behind_it(case):
    path, change = case(GOOD), "foot.arch=flat"
    before = footwise("explain", path, "--what-if", change)
    assert before.returncode == 0
    assert footwise("explain", "--what-if", change, path).stdout == before.stdout
    assert footwise("explain", "--what-if", change, "--", path).stdout == before.stdout


def test_what_if_in_text(case):
    run = footwise("explain", case(GOOD), "--what-if", "foot.arch=flat")
    assert run.returncode == 0
    assert len(run.stdout) > len(footwise("explain", case(GOOD)).stdout)


# -- --article-only --------------------------------------------------------------------------------------------------


def test_article_only_may_stand_anywhere(case):
    path = case(GOOD)
    runs = [
        footwise("--article-only", "batch", path),
        footwise("batch", "--article-only", path),
        footwise("batch", path, "--article-only"),
        footwise("batch", path, "--jobs", "2", "--article-only"),
        footwise("explain", path, "--article-only", "--format", "json"),
    ]
    assert len({run.stdout for run in runs}) == 1
    assert results(runs[0])[0]["alerts_assessed"] is False
    assert results(footwise("batch", path))[0]["alerts_assessed"] is True


def test_the_article_holds_with_the_article_alone():
    run = footwise("batch", LIBRARY / "article.yaml", "--article-only")
    assert (run.returncode, run.stderr.decode()) == (
        0,
        f"{len(results(run))} cases: 0 failed their expect, 0 could not be read.\n",
    )
    assert all("source" not in one or one["claims"] for result in results(run) for one in result["recommendations"])


# -- kb and schema ---------------------------------------------------------------------------------------------------


def test_kb_list_is_a_rule_a_line_and_filters_combine():
    everything = footwise("kb", "list").stdout.decode().splitlines()
    by_claim = footwise("kb", "list", "--claim", "PF13").stdout.decode().splitlines()
    by_both = footwise("kb", "list", "--claim", "PF13", "--field", "tried.calf_stretching").stdout.decode().splitlines()
    by_cause = footwise("kb", "list", "--cause", "plantar_fasciitis").stdout.decode().splitlines()
    assert len(everything) > len(by_cause) > len(by_both) >= 1
    assert len(everything) > len(by_claim) > len(by_both)
    assert set(by_both) <= set(by_claim) <= set(everything)
    assert all("PF13" in line for line in by_claim)


def test_kb_list_filter_sees_the_fields_behind_a_computed_one():
    assert footwise("kb", "list", "--field", "training.weekly_before").stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["kb", "show", "plantar_fasciitis.arch_pian"], "no such rule, did you mean plantar_fasciitis.arch_pain?"),
        (["kb", "list", "--claim", "PF99"], "PF99: no such claim, did you mean"),
        (["kb", "list", "--cause", "bunion"], "did you mean bunions?"),
        (["kb", "list", "--field", "shoes.toebox"], "did you mean shoes.toe_box?"),
    ],
)
def test_kb_names_that_are_none(arguments, said):
    run = footwise(*arguments)
    assert (run.returncode, run.stdout) == (2, b"")
    assert said in run.stderr.decode()


def test_kb_show_and_check():
    shown = footwise("kb", "show", "plantar_fasciitis.arch_pain")
    assert shown.returncode == 0 and "PF1" in shown.stdout.decode()
    checked = footwise("kb", "check", "--quick")
    assert (checked.returncode, checked.stderr) == (0, b"")
    assert checked.stdout.decode().splitlines()[-1] == "ok"
    assert "claims: 82 (" in checked.stdout.decode()


@pytest.fixture
def faulty_knowledge(tmp_path, monkeypatch):
    """A knowledge base that finds fault with itself when it is imported."""
    (tmp_path / "faulty_book.py").write_text(
        "from expert.errors import KnowledgeError\nraise KnowledgeError('Feet: 1 fault(s)\\n- a rule has no warrant')\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    return ["--kb", "faulty_book:KNOWLEDGE"]


def test_faults_of_the_knowledge_are_results_of_check_alone(faulty_knowledge, capsys):
    assert cli.main([*faulty_knowledge, "kb", "check"]) == 1
    assert "a rule has no warrant" in capsys.readouterr().out
    for command in (["batch", "x"], ["explain", "x"], ["kb", "list"], ["schema"], ["consult"]):
        assert cli.main([*faulty_knowledge, *command]) == 2
        out, err = capsys.readouterr()
        assert out == "" and "a rule has no warrant" in err


def test_schema_is_json():
    run = footwise("schema")
    assert (run.returncode, run.stderr) == (0, b"")
    assert json.loads(run.stdout)["properties"]["shoes"]["properties"]["toe_box"]["enum"][:3] == [
        "narrow",
        "normal",
        "wide",
    ]


# -- usage -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ["bach"], ["batch"], ["batch", "x", "--jobs", "0"], ["batch", "x", "--jobs", "two"],
        ["batch", "x", "--format", "xml"], ["explain"], ["explain", "x", "--format", "pdf"],
        ["kb"], ["kb", "show"], ["kb", "graf"], ["schema", "x"],
        ["--nonsense"], ["batch", "x", "--art"], ["kb", "list", "--article-only"],
    ],
)  # fmt: skip
def test_wrong_usage_exits_2_and_says_so(arguments):
    run = footwise(*arguments)
    assert (run.returncode, run.stdout) == (2, b"")
    assert run.stderr


@pytest.mark.parametrize("command", ["batch", "explain"])
@pytest.mark.parametrize(
    "content",
    [
        b"", b"\0\xff\0", b"\xff\xfe\xfa", b"[", b"{", b"a: [b: {", b"- - - -", b"!!python/object:os.system {}",
        b"%YAML 9", b"&a [*a]", b"shoes: {age: 1e999}", b"runner: {age: .nan}", b"pain: 3", b"id: [1]", b"\x00",
        b"a,b\n1,2\n",
        b'"' * 99, b"{}" * 9, b"? {a: b}\n: c", b"expect: {top: nothing_known}", b"[" * 5000, b"{a: " * 5000,
    ],
)  # fmt: skip
def test_no_input_gives_a_traceback(command, content, here, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
    code, _, told = here(command, "-")
    assert code in (2, 3)
    assert told and "Traceback" not in told


@pytest.mark.parametrize("command", ["batch", "explain"])
def test_paths_that_are_no_case_files(command, tmp_path):
    for path in ("missing.yaml", ".", "x" * 5000, "missing.yaml#1", "#1", "-#1"):
        run = footwise(command, path, cwd=tmp_path)
        assert run.returncode == 2, path
        assert run.stderr


def test_help_and_version():
    assert footwise("--help").returncode == 0
    assert b"exit codes" in footwise("--help").stdout
    for command in (["consult"], ["explain"], ["batch"], ["kb"], ["kb", "list"], ["schema"]):
        assert footwise(*command, "--help").stdout.startswith(b"usage: footwise " + " ".join(command).encode())
    assert footwise("--version").stdout.decode().startswith(f"footwise {cli.VERSION} (Python 3.")


def test_the_version_is_said_once():
    settings = configparser.ConfigParser()
    settings.read(ROOT / "setup.cfg")
    assert settings["metadata"]["version"] == "attr: cli.VERSION"


@pytest.mark.parametrize(
    ("given", "understood"),
    [
        ([], ["consult"]),
        (["--article-only"], ["consult", "--article-only"]),
        (["--load", "x"], ["consult", "--load", "x"]),
        (["--article-only", "--save", "x"], ["consult", "--article-only", "--save", "x"]),
        (["--article-only", "batch", "x"], ["batch", "--article-only", "x"]),
        (["--help"], ["--help"]),
        (["--kb", "a.b:C", "--help"], ["--help", "--kb", "a.b:C"]),
        (["--kb", "a.b:C"], ["consult", "--kb", "a.b:C"]),
        (["--kb=a.b:C", "--debug", "kb", "list"], ["kb", "--kb=a.b:C", "--debug", "list"]),
        (["--kb"], ["consult", "--kb"]),
        (["kb", "list"], ["kb", "list"]),
    ],
)
def test_consult_is_the_default_command(given, understood):
    assert with_command(given) == understood


def test_consult_takes_a_case_that_can_be_read(case):
    run = footwise("consult", "--load", case(BROKEN))
    assert (run.returncode, run.stdout) == (2, b"")
    assert "line 2: shoes.toebox" in run.stderr.decode()


def test_slow_imports_come_late():
    """A usage error or a help text must not cost the import of what reasons or draws."""
    slow = {"rich", "prompt_toolkit", "yaml", "experta"}
    for command in (["--help"], ["batch", "--help"], ["explain", "--help"], ["kb", "list", "--help"], ["batch"]):
        code = f"import atexit, sys, cli; atexit.register(lambda: print(sorted({slow} & set(sys.modules)))); " \
               f"cli.main({command})"  # fmt: skip
        run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
        assert run.stdout.endswith("[]\n"), command


@pytest.mark.parametrize(
    "arguments",
    [
        ("consult", "--no-save", "--load", "no\x1b[31m\u202e.yaml"),
        ("consult", "--no-save", "--save", "nodir\x1b[31m/x\u202e.yaml"),
        ("batch", "no\x1b[2J\u202e.yaml"),
        ("--no\x1b[31m\u202esuch",),
    ],
)
def test_what_was_typed_is_shown_without_being_obeyed(arguments):
    told = footwise(*arguments).stderr.decode()
    assert told and "\x1b" not in told and "\u202e" not in told
