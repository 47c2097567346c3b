"""Past one machine: files by pattern and address, and a Dask cluster that gives the bytes of one process."""

from __future__ import annotations

import importlib
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from itertools import count

import pytest

from expert.cases import files
from expert.cases.batch import Evaluation, Work, by_crew
from expert.cases.files import sources
from expert.loading import KnowledgeName

BASE = ("--kb", "houseplants:PLANTS")  # a small base, since each process has to load it
WORK = Work(KnowledgeName(BASE[1]))
PASSES = "id: dry\npot: {soil: dry}\nleaf: {colour: brown}\nexpect: {top: thirst}\n"
FAILS = PASSES.replace("dry\n", "wrong\n", 1).replace("thirst", "none")
BROKEN = "id: broken\npot: {soul: dry}\n"
#: The houseplants, but that a worker which reasons about a pale leaf dies at once.
DEADLY = """
import multiprocessing
import os
from expert import consultation
from houseplants import PLANTS

whole = consultation.Consultant.consult

def consult(self, answers):
    if "pale" in answers.get("leaf.colour", ()) and multiprocessing.parent_process():
        os._exit(1)
    return whole(self, answers)

consultation.Consultant.consult = consult
"""


# -- patterns and addresses ------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path):
    """Files of cases, in a folder and one within it."""
    inner = tmp_path / "cases" / "inner"
    inner.mkdir(parents=True)
    (tmp_path / "cases" / "b.yaml").write_text(PASSES)
    (tmp_path / "cases" / "a-2.yaml").write_text(FAILS)
    (inner / "c.jsonl").write_text('{"id": "c"}\n' * 3)
    (inner / "notes.txt").write_text("no case")
    (inner / ".hidden.yaml").write_text("no case")
    (tmp_path / "cases" / "inner-z.yaml").write_text(BROKEN)
    return tmp_path / "cases"


def found(*paths):
    return [source.path for source in sources([str(path) for path in paths], None)]


def test_a_pattern_stands_for_what_matches_it_and_a_name_for_itself(folder):
    names = ["a-2.yaml", "b.yaml", "inner/c.jsonl", "inner-z.yaml"]
    assert found(folder) == [f"{folder}/{name}" for name in names]
    assert found(f"{folder}/**/*.[jy]*") == found(folder)
    assert found(f"{folder}/?*.yaml") == [f"{folder}/{name}" for name in ("a-2.yaml", "b.yaml", "inner-z.yaml")]
    assert found(f"{folder}/in*") == [f"{folder}/{name}" for name in names[2:]]
    (folder / "[b].yaml").write_text(PASSES)
    assert found(f"{folder}/[b].yaml") == [f"{folder}/[b].yaml"]


def test_a_pattern_that_nothing_matches_is_told_as_a_missing_file_is(folder, here):
    code, out, said = here(*BASE, "batch", f"{folder}/*.csv")
    assert code == 2 and json.loads(out)["status"] == "error" and "No file matches" in said


def test_the_output_is_no_file_that_a_pattern_finds(folder, here):
    pytest.importorskip("fsspec", reason="needs the extra cluster")
    for path in (f"{folder}/*.yaml", f"file://{folder}/*.yaml"):
        code, _, said = here(*BASE, "batch", path, "-o", folder / "b.yaml")
        assert code == 2 and "would be lost" in said and (folder / "b.yaml").read_text() == PASSES


def test_files_at_an_address_give_what_files_of_this_machine_do(folder, here):
    fsspec = pytest.importorskip("fsspec", reason="needs the extra cluster")
    store = fsspec.filesystem("memory")
    store.put(str(folder), "/clinic", recursive=True)
    code, out, said = here(*BASE, "batch", folder)
    for address in ("memory://clinic", "memory://clinic/**/*.[jy]*", f"file://{folder}"):
        there, text, told = here(*BASE, "batch", address)
        start = address.partition("*")[0].rstrip("/").replace("memory://c", "memory:///c") if "*" in address else ""
        shown = start or ("memory:///clinic" if address.startswith("memory") else address)
        assert there == code and text.replace(shown, str(folder)) == out and told.replace(shown, str(folder)) == said
    one = here(*BASE, "batch", "memory://clinic/b.yaml")[1]
    assert json.loads(one)["source"] == "memory://clinic/b.yaml#1"


@pytest.mark.parametrize(("address", "told"), [
    ("memory://nothing/x.jsonl", "No such file or folder"), ("memory://nothing/*.jsonl", "No file matches"),
    ("nosuch://x/y.jsonl", "nosuch"), ("file:///x/y.jsonl", "No such file"),
])  # fmt: skip
def test_an_address_at_which_nothing_is_says_so(address, told, here):
    pytest.importorskip("fsspec", reason="needs the extra cluster")
    code, out, said = here(*BASE, "batch", address)
    assert code == 2 and json.loads(out)["status"] == "error" and told in said and address in said


def test_what_must_be_installed_is_told(folder, here, monkeypatch):
    for name in ("fsspec", "fsspec.core", "distributed"):
        monkeypatch.setitem(sys.modules, name, None)
    code, _, said = here(*BASE, "batch", "s3://bucket/x.jsonl")
    assert code == 2 and "pip install fsspec" in said
    code, out, said = here(*BASE, "batch", folder, "--cluster", "tcp://127.0.0.1:8786")
    assert code == 2 and "pip install distributed" in said and out == "" and said.count("\n") == 1


# -- no cluster ------------------------------------------------------------------------------------------------------


@pytest.fixture
def silent():
    """The address of something that answers, and is no scheduler."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=lambda: server.accept()[0].sendall(b"HTTP/1.1 400 Bad Request\r\n"))
        thread.start()
        yield f"tcp://127.0.0.1:{server.getsockname()[1]}"
        thread.join()


@pytest.mark.parametrize(("address", "told"), [
    ("tcp://127.0.0.1:1", "no scheduler can be reached"), ("nosuch.invalid:8786", "no scheduler can be reached"),
    ("scheduler", "no address"), ("http://127.0.0.1:80", "no address"), ("tcp://127.0.0.1:99999", "no address"),
])  # fmt: skip
def test_a_scheduler_that_is_not_there_is_one_sentence(folder, address, told, here, tmp_path):
    pytest.importorskip("distributed", reason="needs the extra cluster")
    code, out, said = here(*BASE, "batch", folder, "--cluster", address, "-o", tmp_path / "out.jsonl")
    assert code == 2 and out == "" and said.count("\n") == 1 and told in said and address in said
    assert os.listdir(tmp_path) == ["cases"]


def test_something_else_that_answers_there_is_one_sentence(folder, silent, here):
    pytest.importorskip("distributed", reason="needs the extra cluster")
    code, out, said = here(*BASE, "batch", folder, "--cluster", silent)
    assert code == 2 and out == "" and said.count("\n") == 1 and "no Dask scheduler" in said


@pytest.mark.parametrize("options", [["--jobs", "2"], ["--watch"]])
def test_what_a_cluster_cannot_do_is_wrong_usage(options, folder, here):
    code, _, said = here(*BASE, "batch", folder, "--cluster", "tcp://127.0.0.1:8786", *options)
    assert code == 2 and options[0] in said


def test_a_scheduler_needs_nothing_of_this_program():
    """Newer ones unpack what is called; what they cannot, they refuse."""
    cloudpickle = pytest.importorskip("cloudpickle", reason="needs the extra cluster")
    from expert.cases.cluster import _call

    code = "import sys; sys.modules['expert'] = None; import cloudpickle; cloudpickle.loads(sys.stdin.buffer.read())"
    subprocess.run([sys.executable, "-c", code], input=cloudpickle.dumps(_call()), check=True)


# -- a cluster -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """A scheduler and two worker processes."""
    distributed = pytest.importorskip("distributed", reason="needs the extra cluster")
    bases = tmp_path_factory.mktemp("bases")
    (bases / "deadly.py").write_text(DEADLY)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(bases))  # the workers get the path of this process
        with distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0", silence_logs=100
        ) as found:
            yield found


@pytest.fixture
def lines(tmp_path_factory, monkeypatch):
    """A file of some pieces."""
    monkeypatch.setattr(files, "BLOCK", 1024)
    path = tmp_path_factory.mktemp("lines") / "lines.jsonl"
    soils = ("dry", "moist", "soaked", "muddy")
    path.write_text("".join(f'{{"id": "c{n}", "pot": {{"soil": "{soils[n % 4]}"}}}}\n' for n in range(300)))
    return path


@pytest.mark.parametrize("options", [[], ["--format", "csv"], ["--score"], ["--only-failed"]])
def test_a_cluster_gives_what_one_process_gives(cluster, folder, here, options):
    (folder / "t.csv").write_text('id,leaf.colour,note\n"a",brown,"two\nlines"\nb,pale;brown,\n')
    (folder / "l.json").write_text(json.dumps([{"id": n, "pot": {"soil": "dry"}} for n in range(50)]))
    alone = here(*BASE, "batch", folder, "gone.yaml", *options)
    assert here(*BASE, "batch", folder, "gone.yaml", *options, "--cluster", cluster.scheduler_address) == alone
    assert alone[0] == 3


def pids(cluster):
    """The processes of the workers, once both are there: one that was killed is begun again."""
    import distributed

    with distributed.Client(cluster, set_as_default=False) as client:
        client.wait_for_workers(2, timeout=120)
        return list(client.run(os.getpid).values())


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_a_worker_that_is_killed_in_mid_run_loses_nothing(cluster, lines):
    from expert.cases.cluster import Cluster

    evaluation = Evaluation(WORK)
    pieces = list(evaluation.reader.pieces([str(lines)], None))
    assert len(pieces) > 6

    def given():
        for number, piece in enumerate(pieces):
            if number == 4:
                os.kill(pids(cluster)[0], signal.SIGKILL)
            yield piece

    replies = by_crew(given(), Cluster(cluster.scheduler_address, WORK, evaluation, print))
    assert list(replies) == [evaluation.reply(piece) for piece in pieces]


def test_cases_at_which_every_worker_dies_are_error_results_and_the_rest_goes_on(cluster, here, tmp_path, monkeypatch):
    """Both are there before: one that dies as it begins is not begun again, and without any the run would wait."""
    monkeypatch.setattr(cluster.scheduler, "allowed_failures", 0)
    assert len(pids(cluster)) == 2
    for name, colour in (("a", "brown"), ("b", "pale"), ("c", "brown")):
        (tmp_path / f"{name}.yaml").write_text(f"id: {name}\nleaf: {{colour: {colour}}}\n")
    code, out, said = here("--kb", "deadly:PLANTS", "batch", tmp_path, "--cluster", cluster.scheduler_address)
    found = [json.loads(line) for line in out.splitlines()]
    assert code == 70, said
    assert [one["status"] for one in found] == ["ok", "error", "ok"]
    assert "every worker" in found[1]["error"]["message"] and "b.yaml" in said


@pytest.mark.parametrize(("part", "told"), [("program", "the program"), ("digest", "the base")])
def test_another_version_on_the_workers_is_refused(cluster, folder, here, monkeypatch, part, told):
    monkeypatch.setattr(f"expert.cases.cluster.{part}", lambda *_: "another")
    code, out, said = here(*BASE, "batch", folder, "--cluster", cluster.scheduler_address)
    assert code == 2 and out == "" and said.count("\n") == 1 and f"another version of {told}" in said


def test_a_base_that_the_workers_do_not_have_is_refused(cluster, folder, here, monkeypatch):
    monkeypatch.setitem(sys.modules, "elsewhere", importlib.import_module("houseplants"))
    code, out, said = here("--kb", "elsewhere:PLANTS", "batch", folder, "--cluster", cluster.scheduler_address)
    assert code == 2 and out == "" and "there is no module elsewhere" in said


def test_input_is_read_only_a_little_ahead_and_nothing_is_left_on_the_cluster(cluster, lines):
    """However slowly the replies are taken; and when it is interrupted."""
    from expert.cases.cluster import Cluster

    evaluation, read = Evaluation(WORK), count(1)
    first = next(evaluation.reader.pieces([str(lines)], None))
    replies = by_crew((first for _ in iter(lambda: next(read), 400)),
                      Cluster(cluster.scheduler_address, WORK, evaluation, print))  # fmt: skip
    for _ in range(3):
        next(replies)
        time.sleep(0.2)
        assert len(cluster.scheduler.tasks) <= 8
    assert next(read) <= 12
    with pytest.raises(KeyboardInterrupt):
        replies.throw(KeyboardInterrupt)
    for _ in range(100):
        if not cluster.scheduler.tasks:
            break
        time.sleep(0.1)
    assert not cluster.scheduler.tasks and not cluster.scheduler.clients.keys() - {"fire-and-forget"}


def test_what_was_interrupted_goes_on_to_the_same_bytes(cluster, lines, here, tmp_path, monkeypatch):
    out = tmp_path / "out.jsonl"
    asked = (*BASE, "batch", lines, "-o", out, "--cluster", cluster.scheduler_address)
    with monkeypatch.context() as patch:
        from expert.cases.durable import Results

        whole, seen = Results.write, count()

        def write(self, *given):
            if next(seen) == 4:
                raise KeyboardInterrupt
            whole(self, *given)

        patch.setattr(Results, "write", write)
        code, _, said = here(*asked)
        assert code == 130 and "--resume" in said
    assert sorted(os.listdir(tmp_path)) == ["out.jsonl.part", "out.jsonl.resume"]
    code, _, said = here(*asked, "--resume")
    assert code == 3 and "Going on behind" in said and os.listdir(tmp_path) == ["out.jsonl"]
    assert out.read_text() == here(*BASE, "batch", lines)[1]
