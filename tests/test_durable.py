"""Results of which none is lost: cut short at any moment in any way, and gone on with to the same bytes."""

from __future__ import annotations

import contextlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
import types

import pytest
from forked import forked
from shared import LIBRARY, LONG, ROOT, footwise

from expert.cases.durable import Results, Terms
from expert.cases.pieces import Mark
from expert.cases.tally import Tally
from expert.digest import digest
from expert.errors import UsageError
from kb.book import KNOWLEDGE

COMMAND = [sys.executable, str(ROOT / "cli.py"), "batch"]
CLINIC = LIBRARY / "clinic.yaml"
#: In a long run the program is killed so often.
TRIALS = 200 if LONG else 2
LINES = 3000 if LONG else 1800


@pytest.fixture(scope="module")
def inputs(tmp_path_factory):
    """Files of every format, and what an undisturbed run makes of them."""
    folder = tmp_path_factory.mktemp("inputs")
    rng = random.Random("inputs")
    places = ["arch", "heel", "achilles", "nose"]
    cases = [{"id": f"c{n}", "pain": {"location": rng.choice(places)}, "runner": {"age": n % 90}} for n in range(LINES)]
    (folder / "a.jsonl").write_text("".join(json.dumps(case) + "\n" for case in cases[: LINES // 2]))
    rows = (f"{one['id']},{one['pain']['location']},{one['runner']['age']}\n" for one in cases[LINES // 2 : -200])
    (folder / "b.csv").write_text("id,pain.location,runner.age\n" + "".join(rows))
    (folder / "c.json").write_text(json.dumps(cases[-200:-100]))
    (folder / "d.yaml").write_text("---\n".join(json.dumps(one) + "\n" for one in cases[-100:]))
    (folder / "e.yaml").write_text("# nothing\n")
    undisturbed = footwise("batch", ".", "gone.yaml", cwd=folder)
    assert undisturbed.returncode == 3 and undisturbed.stdout.count("\n") == LINES + 2
    return folder, undisturbed


def start(folder, out, *options):
    """A batch in a process group of its own; from nothing where it starts workers."""
    command = [*COMMAND, ".", "gone.yaml", "-o", str(out), *options]
    return subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
        preexec_fn=None if "--jobs" in options else forked(command),
    )  # fmt: skip


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
@pytest.mark.parametrize("trial", range(TRIALS))
def test_whatever_kills_it_whenever_the_results_are_the_same_in_the_end(inputs, tmp_path, trial):
    """Killed again and again at random moments, by one signal or another, with one process and with two."""
    folder, undisturbed = inputs
    rng, out = random.Random(trial), tmp_path / "out.jsonl"
    jobs = str(1 + trial % 2)
    for _ in range(rng.randint(1, 4)):
        process = start(folder, out, "--resume", "--jobs", jobs)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.communicate(timeout=rng.uniform(0.3, 4 if LONG else 1.5))
        with contextlib.suppress(ProcessLookupError):
            os.kill(process.pid, signal.SIGKILL if trial % 3 else rng.choice([signal.SIGTERM, signal.SIGINT]))
        process.communicate()
        assert not out.exists() or out.read_text() == undisturbed.stdout
    last = footwise("batch", ".", "gone.yaml", "-o", out, "--resume", "--jobs", jobs, cwd=folder)
    assert out.read_text() == undisturbed.stdout
    assert last.returncode == 3 and last.stderr.splitlines()[-1] == undisturbed.stderr.splitlines()[-1]
    assert os.listdir(tmp_path) == ["out.jsonl"]


def cut_short(folder, out, *options):
    """A batch that is ended once it has noted that it is in the first long file; what it said."""
    process = start(folder, out, *options)
    notes = out.with_name(out.name + ".resume")
    while not (notes.exists() and "a.jsonl" in notes.read_text().rpartition("\n")[0]):
        assert process.poll() is None
        time.sleep(0.02)
    os.kill(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130 and "--resume" in said.decode()
    return said.decode()


@pytest.fixture(scope="module")
def unfinished(inputs, tmp_path_factory):
    """A folder of inputs and, beside it, what a run that was cut short leaves."""
    home = tmp_path_factory.mktemp("unfinished")
    folder = home / "in"
    folder.mkdir()
    for name in ("a.jsonl", "b.csv"):
        (folder / name).write_bytes((inputs[0] / name).read_bytes())
    (folder / "0.yaml").write_text("id: first\n")
    cut_short(folder, home / "out.jsonl")
    return home


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
@pytest.mark.parametrize("change", ["input", "earlier", "name", "options", "reading", "base", "part"])
def test_it_refuses_to_go_on_where_something_has_changed_and_says_what(unfinished, tmp_path, change):
    shutil.copytree(unfinished, tmp_path, dirs_exist_ok=True)
    folder, out = tmp_path / "in", tmp_path / "out.jsonl"
    before = {name: (tmp_path / name).read_bytes() for name in ("out.jsonl.part", "out.jsonl.resume")}
    options = []
    if change == "input":
        (folder / "a.jsonl").write_bytes(b" " + (folder / "a.jsonl").read_bytes())
    elif change == "earlier":
        (folder / "0.yaml").write_text("id: other\n")
    elif change == "name":
        (folder / "0.yaml").rename(folder / "1.yaml")
    elif change == "options":
        options = ["--article-only"]
    elif change == "reading":
        options = ["--units", "km", "--encoding", "cp1252", "--ignore-columns"]
    elif change == "base":
        options = ["--kb", "houseplants:PLANTS"]
    else:
        (tmp_path / "out.jsonl.part").write_text("")
    run = footwise("batch", ".", "gone.yaml", "-o", out, "--resume", *options, cwd=folder)
    told = {"input": "a.jsonl", "earlier": "0.yaml", "name": "1.yaml", "options": "--article-only",
            "reading": "--units, --encoding, --ignore-columns", "part": ".part",
            "base": "houseplants:PLANTS"}  # fmt: skip
    assert run.returncode == 2 and told[change] in run.stderr and "Run without --resume" in run.stderr
    assert not out.exists()
    if change != "part":
        assert (tmp_path / "out.jsonl.part").read_bytes() == before["out.jsonl.part"]


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_what_was_added_behind_is_no_change(inputs, tmp_path):
    folder, out = tmp_path / "in", tmp_path / "out.jsonl"
    folder.mkdir()
    (folder / "a.jsonl").write_bytes((inputs[0] / "a.jsonl").read_bytes() * 2)
    cut_short(folder, out)
    with open(folder / "a.jsonl", "a") as file:
        file.write('{"id": "new"}\n')
    footwise("batch", ".", "gone.yaml", "-o", out, "--resume", cwd=folder)
    assert out.read_text() == footwise("batch", ".", "gone.yaml", cwd=folder).stdout


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_a_run_that_begins_anew_says_what_it_drops(inputs, tmp_path):
    out = tmp_path / "out.jsonl"
    first = cut_short(inputs[0], out)
    kept = re.search(r"([\d,]+) results? (?:is|are) kept", first)[1]
    run = footwise("batch", ".", "gone.yaml", "-o", out, cwd=inputs[0])
    assert "anew" in run.stderr and f" {kept} cases" in run.stderr
    assert out.read_text() == inputs[1].stdout
    assert "anew" not in footwise("batch", ".", "gone.yaml", "-o", out, cwd=inputs[0]).stderr


def test_the_head_of_a_table_is_written_once_though_no_result_came_before(inputs, tmp_path, here, monkeypatch):
    """With ``-k`` much of the input may be done without one."""
    out, asked = tmp_path / "out.csv", ("batch", inputs[0] / "a.jsonl", "-k", f"c{LINES // 2 - 1}")
    monkeypatch.setattr("expert.cases.durable._BETWEEN_NOTES", -1)
    with monkeypatch.context() as patch:
        whole, seen = Results.write, []

        def write(self, text, tally, mark):
            seen.append(mark)
            if len(seen) == 3:
                raise SystemExit(9)  # a kill, as far as what stands on the disk goes
            whole(self, text, tally, mark)

        patch.setattr(Results, "write", write)
        patch.setattr(Results, "stop", lambda self: self._log.close() or "")
        with pytest.raises(SystemExit):
            here(*asked, "-o", out)
    assert here(*asked, "-o", out, "--resume")[0] == 0
    assert out.read_text() == here(*asked, "--format", "csv")[1] and out.read_text().count('"id"') == 1


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_a_pipe_can_be_gone_on_with_too(inputs, tmp_path):
    data, out = (inputs[0] / "a.jsonl").read_bytes(), tmp_path / "out.jsonl"
    command = [*COMMAND, "-", "-o", str(out)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=forked(command))
    process.stdin.write(data[:70_000])
    process.stdin.flush()
    while not (tmp_path / "out.jsonl.resume").exists() or not (tmp_path / "out.jsonl.resume").read_bytes():
        time.sleep(0.01)
    process.kill()
    process.communicate()
    run = footwise("batch", "-", "-o", out, "--resume", stdin=data)
    assert "Going on behind" in run.stderr and out.read_text() == footwise("batch", "-", stdin=data).stdout


# -- the file by itself ----------------------------------------------------------------------------------------------


def terms(**options):
    return Terms("base", lambda: "digest", options)


def mark(cases, closed=()):
    return Mark(closed, "f", 10 * cases, "d", cases)


def test_only_one_run_writes_a_file(tmp_path):
    first = Results(str(tmp_path / "out"), terms(), False)
    with pytest.raises(UsageError, match="another run"):
        Results(str(tmp_path / "out"), terms(), False)
    first.write("a\n", Tally(1), mark(1))
    first.finish()
    assert os.listdir(tmp_path) == ["out"]
    Results(str(tmp_path / "out"), terms(), False).finish()


def test_what_has_come_is_noted_while_more_is_waited_for(tmp_path, monkeypatch):
    """However little time it took: a pipe may then give nothing for an hour."""
    monkeypatch.setattr("expert.cases.durable._BETWEEN_NOTES", 3600)
    results = Results(str(tmp_path / "out"), terms(), False)
    results.flush()
    assert (tmp_path / "out.resume").read_text() == ""
    results.write("one\n", Tally(1), mark(1))
    results.flush()
    assert '"size": 4' in (tmp_path / "out.resume").read_text()
    results.stop()


def test_notes_and_results_that_were_torn_are_cut_away(tmp_path):
    for torn in (b'{"size": 9, "ta', b"\xff\n", b"{}", b"[]\n"):
        results = Results(str(tmp_path / "out"), terms(), False)
        results.write("one\n", Tally(1), mark(1, (("e", 3, "x"),)))
        assert "1 result is kept" in results.stop()
        for name, more in (("out.resume", torn), ("out.part", b"tw")):
            with open(tmp_path / name, "ab") as file:
                file.write(more)
        again = Results(str(tmp_path / "out"), terms(), True)
        assert again.tally == Tally(1) and again.done.closed == (("e", 3, "x"),) and again.done.last == mark(1)
        again.write("two\n", Tally(1), mark(2))
        again.stop()
        third = Results(str(tmp_path / "out"), terms(), True)
        assert third.tally == Tally(2) and third.done.last == mark(2)
        third.finish()
        assert (tmp_path / "out").read_text() == "one\ntwo\n" and os.listdir(tmp_path) == ["out"]


def test_a_kill_just_before_the_results_take_their_place(tmp_path, monkeypatch):
    results = Results(str(tmp_path / "out"), terms(), False)
    results.write("one\n", Tally(1), mark(1))
    results._note()
    with monkeypatch.context() as patch, pytest.raises(OSError):
        patch.setattr("expert.cases.durable.put_in_place", lambda *_: (_ for _ in ()).throw(OSError("killed")))
        results.finish()
    results._log.close()
    again = Results(str(tmp_path / "out"), terms(), True)
    assert again.finished and again.tally == Tally(1)
    again.finish()
    assert (tmp_path / "out").read_text() == "one\n" and os.listdir(tmp_path) == ["out"]


def test_nothing_is_kept_of_a_run_that_has_no_result(tmp_path):
    assert Results(str(tmp_path / "out"), terms(), False).stop() == "" and os.listdir(tmp_path) == []


@pytest.mark.parametrize("options", [["--resume"], ["--resume", "-o", "-"], ["--resume", "--score", "-o", "x"]])
def test_what_cannot_be_gone_on_with_is_wrong_usage(options, tmp_path):
    run = footwise("batch", CLINIC, *options, cwd=tmp_path)
    assert run.returncode == 2 and "--resume" in run.stderr and os.listdir(tmp_path) == []


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="needs a small file system")
def test_a_full_disk_keeps_what_is_whole(inputs, tmp_path):
    small = tmp_path / "small"
    small.mkdir()
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={6 if LONG else 3}m", "none", str(small)], capture_output=True
    ).returncode:
        pytest.skip("no file system can be made")
    try:
        run = footwise("batch", ".", "gone.yaml", "-o", small / "out.jsonl", cwd=inputs[0])
        assert run.returncode == 2 and "No space left" in run.stderr and "--resume" in run.stderr
        subprocess.run(["mount", "-o", "remount,size=100m", str(small)], check=True)
        footwise("batch", ".", "gone.yaml", "-o", small / "out.jsonl", "--resume", cwd=inputs[0])
        assert (small / "out.jsonl").read_text() == inputs[1].stdout
    finally:
        subprocess.run(["umount", str(small)], check=True)


# -- the digest of a base --------------------------------------------------------------------------------------------


def test_a_digest_is_the_same_in_every_process():
    code = "from expert.digest import digest; from kb.book import KNOWLEDGE; print(digest(KNOWLEDGE))"
    for seed in "12":
        settings = {**os.environ, "PYTHONHASHSEED": seed}
        run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, env=settings)
        assert run.stdout.strip() == digest(KNOWLEDGE)


CHANGES = [
    ("the soil is dry", "the soil is so dry"), ('hedge="maybe"', 'hedge="surely"'), ("if before else None", "if before"
     " else 0"), ("How many cups a week before?", "How many?"), ('soil="soaked"), finding', 'soil="moist"), finding'),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), CHANGES)
def test_a_digest_changes_with_what_a_base_says_and_with_nothing_else(old, new):
    text = (ROOT / "tests" / "examples" / "houseplants" / "houseplants.py").read_text(encoding="utf-8")
    assert old in text

    def of(written):
        module = types.ModuleType("houseplants_again")
        sys.modules[module.__name__] = module
        try:
            exec(compile(written, "again.py", "exec"), module.__dict__)
            return digest(module.PLANTS)
        finally:
            del sys.modules[module.__name__]

    assert of(text) == of("# a remark\n\n" + text) != of(text.replace(old, new, 1))
