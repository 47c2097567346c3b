"""What somebody tells stays where it is told: no network, no file but those that were named, nothing in reports."""

from __future__ import annotations

import contextlib
import io
import json
import logging
import os
import re
import socket
import stat
import sys
from pathlib import Path

import pytest
from shared import BROKEN, CONSULTANT, FAILS, GOOD, KNOWLEDGE, PASSES, ROOT, footwise, part_of

from expert.asking.dialogue import Dialogue
from expert.asking.faces import Face
from expert.asking.keeping import Keeper, state_file, state_folder
from expert.asking.ports import PlainPort
from expert.cases.durable import Results, Terms
from expert.cases.tally import Tally
from expert.consultation import Consultant
from expert.webpage import site as building
from expert.webpage.runtime import Runtime

WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
#: What goes out of a process, or into another program.
OUT = (
    "socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname",
    "socket.getnameinfo", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "webbrowser.open",
    "urllib.Request", "http.client.connect", "ftplib.connect", "smtplib.connect",
)  # fmt: skip
_watching: list[tuple[list[str], set[str]]] = []


def _watch(event, arguments):
    """Note what a watched run must not do; a hook of Python's own sees it, whoever does it."""
    if not _watching:
        return
    seen, written = _watching[-1]
    if event in OUT or (event == "socket.__new__" and arguments[1] != socket.AF_UNIX):
        seen.append(f"{event} {arguments!r:.200}")
    elif event == "open" and isinstance(arguments[0], (str, bytes)) and (arguments[2] or 0) & WRITES:
        written.add(os.fsdecode(arguments[0]))


sys.addaudithook(_watch)


@contextlib.contextmanager
def watched():
    """What goes out, and the files that are opened to be written, while this lasts."""
    found: tuple[list[str], set[str]] = ([], set())
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    _watching.append(found)
    try:
        yield found
    finally:
        _watching.pop()
        sys.dont_write_bytecode = before


def test_the_watch_sees(tmp_path):
    with watched() as (seen, written), contextlib.suppress(OSError):
        (tmp_path / "x").write_text("x")
        with socket.socket() as one:
            one.connect(("127.0.0.1", 9))
    assert len(seen) == 2 and written == {str(tmp_path / "x")}


# -- every command ---------------------------------------------------------------------------------------------------

STORY = "My left heel has hurt for three weeks, worst in the morning. Ice helped a bit. I'm 44."
#: Commands with what is typed into them and the files that they name.
RUNS = [
    ("batch cases.yaml", "", ()),
    ("batch cases.yaml -o out.jsonl", "", ("out.jsonl",)),
    ("batch cases.yaml -o out.csv", "", ("out.csv",)),
    ("batch cases.yaml -o out.html --score", "", ("out.html",)),
    ("batch cases.yaml --baseline out.jsonl", "", ()),
    ("explain good.yaml --what-if pain.weeks=3", "", ()),
    ("explain good.yaml --format html -o page.html", "", ("page.html",)),
    ("explain good.yaml --format svg -o page.svg", "", ("page.svg",)),
    ("explain good.yaml --against cases.yaml#2", "", ()),
    ("read - -o read.yaml", STORY, ("read.yaml",)),
    ("read --format json", STORY, ()),
    ("consult --save told.yaml", f"{STORY}\n\n0\n1\ndone\nhow 1\nreport page.md\nquit\n", ("told.yaml", "page.md")),
    ("consult --load good.yaml --follow-up", "better\n0\ndone\nquit\n", ()),
    ("schema --format fhir", "", ()),
    ("training runs.csv --pain-began 2026-11-15", "", ()),
    ("kb list --cause bunions", "", ()),
    ("--kb houseplants:PLANTS kb show soil.no_hole", "", ()),
    ("kb check --quick", "", ()),
    ("--kb houseplants:PLANTS kb coverage plants.yaml --format html -o rules.html", "", ("rules.html",)),
    ("--kb houseplants:PLANTS kb mutate plants.yaml --rule soil.no_hole", "", ()),
    ("--kb houseplants:PLANTS kb graph --format svg -o rules.svg", "", ("rules.svg",)),
    ("--kb houseplants:PLANTS kb book --format html -o book.html", "", ("book.html",)),
    ("forget", "", ()),
    ("nonsense", "", ()),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("private")
    (made / "cases.yaml").write_text("---\n".join([PASSES, FAILS, BROKEN]))
    (made / "good.yaml").write_text(GOOD)
    (made / "plants.yaml").write_text("pot: {drains: no, soil: dry}\n")
    (made / "runs.csv").write_bytes((ROOT / "tests/forms/strava-activities.csv").read_bytes())
    return made


@pytest.mark.parametrize(("line", "typed", "named"), RUNS, ids=[line for line, _, _ in RUNS])
def test_no_command_goes_out_or_writes_what_was_not_named(line, typed, named, folder, caplog):
    before = {path.name for path in folder.iterdir()}
    caplog.set_level(logging.DEBUG)
    with watched() as (seen, written):
        run = footwise(*line.split(), stdin=typed, cwd=folder, XDG_STATE_HOME=str(folder / "state"))
    assert run.returncode in (0, 1, 2, 3) and seen == []
    assert {path.name for path in folder.iterdir()} - before <= {*named}
    beside = "|".join(re.escape(name) for name in named) or "nothing"
    for path in map(Path, written - {os.devnull}):
        assert (folder / path).parent == folder
        assert re.fullmatch(rf"(?:{beside})(?:\.part|\.resume)?|\.(?:{beside})\.[0-9a-f]+\.part", path.name), path
    for name in named:
        assert (folder / name).is_file()
    assert [record for record in caplog.records if record.name.partition(".")[0] in ("expert", "kb", "experta")] == []


SITECUSTOMIZE = """
import os, socket, sys
sys.dont_write_bytecode = True
open(os.path.join({seen!r}, f"process-{{os.getpid()}}"), "w").close()
def watch(event, arguments):
    out = event in {out!r} and event not in ("subprocess.Popen", "os.posix_spawn")
    if out or (event == "socket.__new__" and arguments[1] != socket.AF_UNIX):
        os.write(2, b"WENT OUT: " + event.encode())
        os._exit(99)
sys.addaudithook(watch)
"""


def test_no_worker_goes_out_either(folder, tmp_path):
    (tmp_path / "seen").mkdir()
    (tmp_path / "sitecustomize.py").write_text(SITECUSTOMIZE.format(seen=str(tmp_path / "seen"), out=OUT))
    path = os.pathsep.join([str(tmp_path), *filter(None, [str(ROOT), os.environ.get("PYTHONPATH")])])
    run = footwise("batch", *["cases.yaml"] * 40, "--jobs", "2", cwd=folder, apart=True, PYTHONPATH=path)
    assert run.returncode == 3 and "WENT OUT" not in run.stderr
    assert len(list((tmp_path / "seen").iterdir())) >= 3  # the command and two workers, at least


def test_a_page_is_built_without_going_out(tmp_path):
    python = Runtime(b"loader", b"machine", b"wasm", b"library", b"program", "{}", True)
    program = {"experta/__init__.py": b""}
    with watched() as (seen, written):
        building.write(building.site(KNOWLEDGE, "kb.book:KNOWLEDGE", program, python), tmp_path / "page")
    assert seen == [] and written and all(Path(path).is_relative_to(tmp_path / "page") for path in written)


# -- what is kept ----------------------------------------------------------------------------------------------------


def test_what_is_kept_is_private_and_forgotten(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    old = os.umask(0)
    try:
        keeper, dialogue = Keeper(state_file("footwise")), Dialogue(CONSULTANT)
        with watched() as (seen, written):
            Face(dialogue, PlainPort(io.StringIO(f"{STORY}\n\n"), io.StringIO()), keeper)._keep()
            dialogue.open()
            dialogue.reply(STORY)
            keeper.keep(dialogue.session, dialogue.unsaid)
            dialogue.reply("")
            keeper.keep(dialogue.session, dialogue.unsaid)
    finally:
        os.umask(old)
    place = tmp_path / "state" / "footwise"
    kept = list(place.iterdir())
    assert seen == [] and kept and all(Path(path).parent == place for path in written)
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in kept} == {0o600}
    keeper.release()
    run = footwise("forget", XDG_STATE_HOME=str(tmp_path / "state"))
    assert run.returncode == 0 and list(place.iterdir()) == []


@pytest.mark.parametrize("mask", part_of([0o000, 0o027, 0o077], 3, 1), ids=oct)
def test_a_file_that_was_named_is_as_the_person_wishes_and_what_the_consultation_writes_is_theirs_alone(mask, folder):
    """Results are for whoever the umask lets read them, also while they are written; answers for nobody else."""
    made = folder / f"modes-{mask:o}"
    made.mkdir()
    runs = (
        "batch {0}/cases.yaml -o {1}/new.jsonl", "explain {0}/good.yaml --format html -o {1}/new.html",
        "read {0}/story.txt -o {1}/new.yaml",
    )  # fmt: skip
    (folder / "story.txt").write_text(STORY)
    old = os.umask(mask)
    try:
        for line in runs:
            footwise(*line.format(folder, made).split(), cwd=folder)
        told = f"{STORY}\n\n0\n1\ndone\nreport {made}/own.md\nsave {made}/own.json\nquit\n"
        footwise("consult", "--save", f"{made}/own.yaml", stdin=told, cwd=folder)
    finally:
        os.umask(old)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in made.iterdir()}
    assert modes == {
        **dict.fromkeys(("new.jsonl", "new.html", "new.yaml"), 0o666 & ~mask),
        **dict.fromkeys(("own.md", "own.json", "own.yaml"), 0o600),
    }


def test_results_that_are_not_whole_yet_are_as_private_as_those_that_are(tmp_path):
    terms = Terms("base", lambda: "digest", {})
    old = os.umask(0o077)
    try:
        results = Results(str(tmp_path / "out.jsonl"), terms, False)
        results.write("{}\n", Tally(), None)
        results.flush()
    finally:
        os.umask(old)
    try:
        found = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    finally:
        results.finish()
    assert found == {"out.jsonl.part": 0o600, "out.jsonl.resume": 0o600}
    assert stat.S_IMODE((tmp_path / "out.jsonl").stat().st_mode) == 0o600


@pytest.mark.parametrize(("system", "place"), [("darwin", "Library/Application Support"), ("win32", "AppData/Local")])
def test_other_systems_keep_it_where_they_keep_such_unless_it_is_there_already(system, place, tmp_path, monkeypatch):
    platformdirs = pytest.importorskip("platformdirs")
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    monkeypatch.setattr(platformdirs, "user_state_path", lambda **_: tmp_path / place)
    assert state_folder("footwise") == tmp_path / place / "footwise"
    (tmp_path / ".local/state/footwise").mkdir(parents=True)
    assert state_folder("footwise") == tmp_path / ".local/state/footwise"


# -- reports ---------------------------------------------------------------------------------------------------------

SECRETS = {"runner.age": "44", "pain.weeks": "17", "training.weekly_now": "31 km", "pain.quality": "throbbing"}


@pytest.fixture
def secret(tmp_path):
    """A case, and one in which a field is at fault."""
    case = {"id": "x", "note": "as told in confidence"}
    for key, value in SECRETS.items():
        case.setdefault(key.split(".")[0], {})[key.split(".")[1]] = value
    (tmp_path / "good.json").write_text(json.dumps(case))
    (tmp_path / "bad.json").write_text(json.dumps({**case, "shoes": {"toebox": "wide"}}))
    return tmp_path


COMMANDS = ("explain {}", "batch {}", "consult --load {}")


@pytest.mark.parametrize(
    "command", [command.format(name) for name in ("bad.json", "good.json") for command in COMMANDS]
)
def test_an_error_tells_no_answer_but_the_one_at_fault(command, secret, monkeypatch):
    """Neither of what cannot be read nor where the program itself fails, whatever the exception says."""

    def fails(self, answers):
        raise ValueError(f"of {answers}")

    monkeypatch.setattr(Consultant, "consult", fails)
    run = footwise(*command.split(), cwd=secret, stdin="done\nquit\n")
    told = run.stderr + (run.stdout if "batch" in command else "")
    assert run.returncode == (2 if "bad.json" in command else 70)
    assert "shoes.toebox" in told if "bad.json" in command else "ValueError" in told
    assert not [value for value in (*SECRETS.values(), "confidence") if value in told.replace("line 4", "")]
