"""Python for a browser: the package `pyodide` of npm, by its name, version and digest, or a folder that holds it."""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import shutil
import subprocess
import tarfile
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import as_file, files
from pathlib import Path

from expert.errors import UsageError, shown

PACKAGE, VERSION = "pyodide", "314.0.7"
#: Of the package's file, as every registry of npm gives it.
SHA512 = "0YvXxEhfEdpLfb/XkM2BFAeMROq0iMUX2bzzH9pOttyMcWkwq+HbE5uyuGD82LN7y2q+SNvi/6V5JEsOlD2R1A=="
_FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
#: The registry may take its time.
_SECONDS = 300
#: Of Python's own library, what no page needs: networks, processes, windows, tools for programmers, old formats.
_DROPPED = frozenset(
    """
    _pydatetime _pydecimal _pyio _pyrepl _sysconfigdata__emscripten_wasm32-emscripten argparse
    asyncio.proactor_events asyncio.windows_events asyncio.windows_utils bdb cProfile code
    concurrent.interpreters configparser ctypes curses dbm doctest email ensurepip filecmp fileinput ftplib
    getpass getopt graphlib http idlelib imaplib importlib.metadata logging.config logging.handlers mailbox
    mimetypes modulefinder multiprocessing netrc optparse pdb pickletools plistlib poplib profile pstats pty
    pyclbr pydoc pydoc_data pyodide.console pyodide._run_js quopri rlcompleter sched shelve smtplib socketserver
    sqlite3 statistics sysconfig tabnanny tarfile test this timeit tkinter tomllib trace tracemalloc tty turtle
    turtledemo unittest urllib.request uuid venv wave webbrowser wsgiref xml xmlrpc zipapp zoneinfo
    """.split()  # noqa: SIM905
)
#: The oldest time that a zip file can say.
_TIME = (1980, 1, 1, 0, 0, 0)
#: Of the encodings, those that text in files has.
_ENCODINGS = frozenset(
    "__init__ aliases ascii cp1252 cp437 idna latin_1 utf_16 utf_16_be utf_16_le utf_8 utf_8_sig".split()  # noqa: SIM905
)


@dataclass(frozen=True)
class Runtime:
    """What of Pyodide the page needs, and the page's program with it.

    Attributes:
        loader, machine: its two modules of JavaScript. wasm: Python itself, gzipped.
        library, program: Python's own library, trimmed, and the program, each a zip file, gzipped as a whole.
        lock: what it wants to know of its packages, of which there are none. compiled: whether Python is compiled.
    """

    loader: bytes
    machine: bytes
    wasm: bytes
    library: bytes
    program: bytes
    lock: str
    compiled: bool


def runtime(folder: str | None, program: Mapping[str, bytes]) -> Runtime:
    """Pyodide, from a folder that holds its files, or from the registry that npm uses; with a program for it.

    Where there is Node.js, both are compiled, so that they begin in less than half the time.

    Args:
        program: its files by their names.

    Raises:
        UsageError: it cannot be had, or is not what it should be.
    """
    held = _from_registry() if folder is None else _from_folder(Path(folder))
    sources = {"library.zip": zipped(_trimmed(held["python_stdlib.zip"])), "program.zip": zipped(program)}
    compiled = _compiled(held, sources)
    parts = {name: gzip.compress(content, 9, mtime=0) for name, content in (compiled or sources).items()}
    return Runtime(
        held["pyodide.mjs"],
        held["pyodide.asm.mjs"],
        gzip.compress(held["pyodide.asm.wasm"], 9, mtime=0),
        parts["library.zip"],
        parts["program.zip"],
        _without_packages(held["pyodide-lock.json"]),
        compiled is not None,
    )


def _compiled(held: Mapping[str, bytes], sources: Mapping[str, bytes]) -> dict[str, bytes] | None:
    """The same with compiled files, by the very Python that will run them; None where there is no Node.js to run it.

    Raises:
        UsageError: it fails.
    """
    node = shutil.which("node")
    if node is None:
        return None
    with tempfile.TemporaryDirectory() as place:
        for name, content in {**held, **sources}.items():
            (Path(place) / name).write_bytes(content)
        with as_file(files("expert.webpage")) as here:
            words = [node, str(here / "compiling.mjs"), place, str(here / "compiling.py")]
            run = subprocess.run(words, capture_output=True, text=True, timeout=_SECONDS)
        if run.returncode:
            said = [line for line in run.stderr.splitlines() if "Error" in line and len(line) < 400]
            raise UsageError(f"Node.js could not compile the page's Python: {shown((said or ['no reason'])[-1], 200)}")
        return {name: (Path(place) / name).read_bytes() for name in sources}


def _from_folder(folder: Path) -> dict[str, bytes]:
    missing = [name for name in _FILES if not (folder / name).is_file()]
    if missing:
        raise UsageError(
            f"--pyodide {shown(str(folder))}: {', '.join(missing)} is missing there. It has to be the folder of "
            f"{PACKAGE} {VERSION} as npm unpacks it."
        )
    return {name: (folder / name).read_bytes() for name in _FILES}


def _from_registry() -> dict[str, bytes]:
    """The package as npm brings it, which keeps a copy of its own for the next time."""
    npm = shutil.which("npm")
    if npm is None:
        raise UsageError(
            f"{PACKAGE} {VERSION}, the Python for browsers, is fetched by npm, which is not installed. Install it, or "
            f"name a folder that holds that package: --pyodide FOLDER."
        )
    with tempfile.TemporaryDirectory() as place:
        words = [npm, "pack", f"{PACKAGE}@{VERSION}", "--pack-destination", place, "--prefer-offline", "--silent"]
        try:
            run = subprocess.run(words, capture_output=True, text=True, timeout=_SECONDS)
        except subprocess.TimeoutExpired:
            raise UsageError(f"npm did not bring {PACKAGE} {VERSION} within {_SECONDS} seconds. Try again.") from None
        packed = next(iter(Path(place).glob("*.tgz")), None)
        if run.returncode or packed is None:
            said = (run.stderr.strip() or "it said nothing").splitlines()[-1]
            raise UsageError(f"npm could not bring {PACKAGE} {VERSION}: {shown(said, 200)}")
        return unpacked(packed.read_bytes())


def unpacked(package: bytes) -> dict[str, bytes]:
    """The files of the package.

    Raises:
        UsageError: it is not the one that is meant, byte for byte.
    """
    if base64.b64encode(hashlib.sha512(package).digest()).decode() != SHA512:
        raise UsageError(
            f"What came as {PACKAGE} {VERSION} is not what was published under that name: its SHA-512 differs. "
            "Nothing was written. Look at the registry that npm uses: npm config get registry."
        )
    with tarfile.open(fileobj=io.BytesIO(package)) as held:
        found = {name: held.extractfile(f"package/{name}") for name in _FILES}
        return {name: file.read() for name, file in found.items() if file is not None}


def _trimmed(library: bytes) -> dict[str, bytes]:
    """Python's library without what no page needs."""
    with zipfile.ZipFile(io.BytesIO(library)) as source:
        names = [name for name in source.namelist() if not name.endswith("/") and not _is_dropped(name)]
        return {name: source.read(name) for name in names}


def zipped(held: Mapping[str, bytes], packed: bool = False) -> bytes:
    """A zip file; the same files give the same bytes. It is not compressed where it is gzipped as a whole."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        for name, content in sorted(held.items()):
            entry = zipfile.ZipInfo(name, _TIME)
            target.writestr(entry, content, zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED)
    return made.getvalue()


def _is_dropped(name: str) -> bool:
    parts = name.rpartition(".")[0].split("/")
    if parts[0] == "encodings":
        return parts[-1] not in _ENCODINGS
    return any(".".join(parts[:count]) in _DROPPED for count in range(1, len(parts) + 1))


def _without_packages(lock: bytes) -> str:
    import json

    held: Mapping[str, object] = json.loads(lock)
    return json.dumps({"info": held["info"], "packages": {}})
