"""The page in real browsers, and its Python beside that of the command line.

Slow, and it needs Node.js, what npm brings, and a browser: it runs with FOOTWISE_BROWSERS=1 (or in a long run), a part
of it where CI is set, and skips what this machine has not. Pictures of each screen go to the folder FOOTWISE_PICTURES,
where that is set.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
import pickle
import re
import shutil
import socket
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from houseplants import PLANTS
from shared import LIBRARY, LONG, ROOT, footwise_bytes

from expert.errors import UsageError
from expert.webpage import site as building
from expert.webpage.archive import program_files
from expert.webpage.runtime import runtime
from expert.webpage.serving import server
from kb.book import KNOWLEDGE

HERE = Path(__file__).with_name("browser")
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "footwise-browser-tests"
#: The page has to work from any path.
PATH = "/any/where/"
#: All of it, or a part that costs little.
ALL = LONG or bool(os.environ.get("FOOTWISE_BROWSERS"))
CI = os.environ.get("CI", "").lower() not in ("", "0", "false", "no")
BROWSERS = {
    "chrome": next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""),
    "firefox": next(filter(None, map(shutil.which, ("firefox-esr", "firefox"))), ""),
}

pytestmark = pytest.mark.skipif(not (ALL or CI), reason="slow: FOOTWISE_BROWSERS=1 or CI runs the page in browsers")
in_full = pytest.mark.skipif(not ALL, reason="slow: FOOTWISE_BROWSERS=1 runs it")


def in_browsers(*in_ci):
    """For each browser that is installed; where only CI is set, for some of them."""
    cases = []
    for kind, path in BROWSERS.items():
        missing = [] if path else [pytest.mark.skip(reason=f"{kind} is not installed")]
        cases.append(pytest.param(kind, marks=[*missing, *([] if kind in in_ci else [in_full])]))
    return pytest.mark.parametrize("kind", cases)


@pytest.fixture(scope="module")
def modules():
    """See `npm_modules`."""
    return npm_modules()


def npm_modules():
    """Where npm has put what drives a browser; skips where it cannot."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        pytest.skip("Node.js and npm are not installed")
    wanted = (HERE / "package.json").read_text()
    with alone():
        complete = CACHE / "complete"  # written last: what was cut short is no good
        if not complete.exists() or complete.read_text() != wanted:
            (CACHE / "package.json").write_text(wanted)
            words = [npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--silent"]
            try:
                run = subprocess.run(words, cwd=CACHE, capture_output=True, text=True, timeout=120)
            except subprocess.TimeoutExpired:
                pytest.skip("npm did not bring what drives a browser within two minutes")
            if run.returncode:
                pytest.skip(f"npm could not bring what drives a browser: {run.stderr[-200:]}")
            complete.write_text(wanted)
    return CACHE


@contextlib.contextmanager
def alone():
    """One process at a time: tests run in several, and all want the same from npm."""
    CACHE.mkdir(parents=True, exist_ok=True)
    with open(CACHE / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def page_of(knowledge, base):
    """The files of the page; its Python is compiled once for the same program."""
    program = program_files(building.ENTRIES, base.partition(":")[0])
    own = sorted((ROOT / "expert" / "webpage").glob("*.[pm]*"))
    marks = [base.encode(), *(part for item in sorted(program.items()) for part in (item[0].encode(), item[1]))]
    digest = hashlib.sha256(b"\0".join([*marks, *(path.read_bytes() for path in own if path.is_file())])).hexdigest()
    name = f"python-{base.partition('.')[0].partition(':')[0]}"
    with alone():
        kept = CACHE / f"{name}-{digest[:16]}"
        if kept.exists():
            return building.site(knowledge, base, program, pickle.loads(kept.read_bytes()))
        python = python_with(program)
        for old in CACHE.glob(f"{name}-*"):
            old.unlink()
        kept.write_bytes(pickle.dumps(python))
    return building.site(knowledge, base, program, python)


def python_with(program):
    """Pyodide with a program; skips where npm cannot bring it."""
    try:
        return runtime(None, program)
    except UsageError as problem:
        pytest.skip(str(problem))


@pytest.fixture(scope="module")
def made(modules):
    """The files of the page."""
    return page_of(KNOWLEDGE, "kb.book:KNOWLEDGE")


def newer(made):
    """The files that differ in the next version of the page."""
    version = re.search(r'CACHE = "page \S+ (\w+)"', made["service-worker.js"].decode())[1].encode()
    index = made["index.html"].replace(b"<title>", b"<title>New: ")
    changed = {"index.html": index, "service-worker.js": made["service-worker.js"]}
    return {name: held.replace(version, b"0" * len(version)) for name, held in changed.items()}


class Watched:
    """The page handed out under a path, with a record of what is asked for, and a proxy that records all else."""

    def __init__(self, made):
        self.asked, self.abroad, self.stopped = [], [], False
        self.made = dict(made)
        self.server = server(self.made, 0, building.POLICY, PATH)
        self.server.RequestHandlerClass = self._watching(self.server.RequestHandlerClass)
        self.proxy = ThreadingHTTPServer(("127.0.0.1", 0), self._refusing())
        for one in (self.server, self.proxy):
            threading.Thread(target=one.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}{PATH}"

    def _watching(watched, kind):  # noqa: N805
        class Handler(kind):
            def do_GET(self):  # noqa: N802
                if self.path.startswith("/test/"):
                    return self._command(self.path.rpartition("/")[2])
                if watched.stopped:
                    watched.asked.append((self.path, 0))
                    self.close_connection = True
                    return self.connection.shutdown(socket.SHUT_RDWR)
                self.sent = 0
                super().do_GET()
                watched.asked.append((self.path, self.sent))

            def _command(self, word):
                told = json.dumps(watched.asked).encode()
                if word == "forget":
                    watched.asked.clear()
                if word == "update":
                    watched.made.update(newer(watched.made))
                watched.stopped = watched.stopped or word == "stop"
                self.send_response(200)
                self.send_header("Content-Length", str(len(told)))
                self.end_headers()
                self.wfile.write(told)

            def send_header(self, name, value):
                if name == "Content-Length":
                    self.sent = int(value)
                super().send_header(name, value)

        return Handler

    def _refusing(watched):  # noqa: N805
        class Proxy(BaseHTTPRequestHandler):
            def do_GET(self):  # noqa: N802
                watched.abroad.append(self.path)
                self.send_error(502)

            do_CONNECT = do_POST = do_HEAD = do_GET  # noqa: N815

            def log_message(self, *words):
                pass

        return Proxy

    def close(self):
        """Both servers."""
        for one in (self.server, self.proxy):
            one.shutdown()
            one.server_close()


@pytest.fixture
def watched(made):
    """See `Watched`."""
    found = Watched(made)
    yield found
    found.close()


def walked(script, kind, modules, watched, **more):
    """What a walk saw."""
    environment = {
        **os.environ, "MODULES": str(modules), "KIND": kind, "BROWSER": BROWSERS[kind], "URL": watched.url,
        "PROXY": "{}:{}".format(*watched.proxy.server_address), "PICTURES": os.environ.get("FOOTWISE_PICTURES", ""),
        **more,
    }  # fmt: skip
    run = subprocess.run(
        ["node", str(HERE / script)], capture_output=True, text=True, env=environment, timeout=600, check=False
    )
    assert run.returncode == 0, run.stderr[-3000:]
    return json.loads(run.stdout)


def own(url):
    """Whether a request that left the browser is one of the browser itself, which every page would see."""
    return any(name in url for name in ("mozilla", "firefox", "google", "gstatic", "gvt1", "chromium"))


@pytest.mark.skipif(not BROWSERS["chrome"], reason="chromium is not installed")
@in_full
def test_another_base_and_python_as_source(modules, monkeypatch):
    """The page of another base, as it is made where there is no Node.js to compile it."""
    monkeypatch.setattr("expert.webpage.runtime._compiled", lambda held, sources: None)
    program = program_files(building.ENTRIES, "houseplants")
    python = python_with(program)
    assert not python.compiled
    watched = Watched(building.site(PLANTS, "houseplants:PLANTS", program, python))
    try:
        told = walked("any.mjs", "chrome", modules, watched)
    finally:
        watched.close()
    assert len(told["asked"]) > 1 and len(told["result"]) > 100
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in told["licences"]
    assert told["violations"] == [] and told["seen"]["wide"] == [] and not told["seen"]["errors"]


@in_browsers("chrome")
def test_a_whole_consultation(kind, modules, watched, tmp_path):
    told = walked("walk.mjs", kind, modules, watched)
    assert told["atOnce"]["question"] and told["atOnce"]["loading"], "the first question stands before Python does"
    assert "taken" in told["waiting"] and told["second"] != told["atOnce"]["question"]
    assert told["answers"], "what was typed before that is answered"
    assert told["focus"] == "question" and told["resultFocus"] == "H2"
    assert told["stays"] and told["explained"] and told["back"] != told["second"]
    assert told["result"] > 300 and told["resultStays"] and told["whyNot"] and told["changed"]
    assert "How long" in told["typed"] and told["typedLeft"] == "" and told["live"] == "off"
    names = {file["name"]: file["text"] for file in told["files"]}
    assert set(names) == {"my-foot.yaml", "my-foot.html"}
    assert names["my-foot.html"].startswith("<!DOCTYPE html>")
    (tmp_path / "my-foot.yaml").write_text(names["my-foot.yaml"])
    batch = footwise_bytes("batch", tmp_path / "my-foot.yaml")
    assert batch.returncode == 0 and json.loads(batch.stdout)["status"] == "ok"
    assert told["seen"] == {"errors": told["seen"]["errors"], "wide": [], "pictures": 0}, "no sideways scrolling"
    assert not [one for one in told["seen"]["errors"] if "example.org" not in one and "connect-src" not in one]
    assert told["violations"] == [], "axe finds nothing"
    assert told["stale"] == 0
    if not told.get("noPrint"):
        assert told["paper"]["shown"] and told["paper"]["main"] == "none"
    assert told["policy"] == ["refused", "refused"]
    assert told["address"].endswith(PATH) and told["stored"] == 0
    assert not [url for url in watched.abroad if not own(url)]
    assert all(path.startswith(PATH) for path, _ in watched.asked)


@in_browsers("firefox" if BROWSERS["firefox"] else "chrome")
def test_what_is_kept_and_what_is_not(kind, modules, watched, tmp_path):
    case = tmp_path / "case.yaml"
    case.write_text("id: mine\npain: {location: [heel], weeks: 6}\nsigns: {swelling: 'no'}\ntried: {rest: same}\n")
    told = walked("stay.mjs", kind, modules, watched, CASE=str(case))
    assert told["underWay"] and told["newVersion"], "a new version waits until no window shows the old one"
    fetched = {path for path, size in told["updated"] if size and "/test/" not in path}
    assert PATH in fetched and not [path for path in fetched if path.endswith((".packed", ".asm.js"))]
    assert told["kept"] == 1 and "last consultation" in told["offer"]
    assert told["before"] == told["offline"] and told["offlineResult"] > 300
    again = {path for path, _ in told["second"] if "/test/" not in path}
    assert again <= {PATH + "service-worker.js"}, "nothing is asked for a second time"
    assert "deleted" in told["saidSo"]
    assert told["forgotten"] == 0 and told["afterForget"] and not told["noAnswers"]
    assert "heel" in told["loaded"] and "Resting changed nothing" in told["followUp"]
    assert told["violations"] == [] and told["seen"]["wide"] == []
    assert not [url for url in watched.abroad if not own(url)]


def test_the_same_bytes_as_on_the_command_line(made, tmp_path):
    folder = tmp_path / "site"
    building.write(made, folder)
    some = [LIBRARY / f"{name}.yaml" for name in ("article", "clinic", "hard")]
    paths = sorted(LIBRARY.rglob("*.yaml")) if LONG else some
    texts = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in paths}
    (tmp_path / "package.json").write_text('{"type": "module"}')
    run = subprocess.run(
        ["node", str(HERE / "cases.mjs"), str(folder)], input=json.dumps(texts).encode(), capture_output=True,
        env={**os.environ, "TMPDIR": str(tmp_path)}, timeout=1200, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr.decode()[-2000:]
    batch = footwise_bytes("batch", *texts, cwd=ROOT)
    assert run.stdout.count(b"\n") > 100 and run.stdout == batch.stdout
