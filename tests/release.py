"""Whether a release holds: built, installed alone, on each Python, at its lowest and its newest dependencies.

``python tests/release.py`` does everything but ``suite`` and prints a line for each thing that holds; the first that
does not ends it with what was said. It takes some minutes and needs a package index, so no test runs it.

========== ============================================================================================================
build      an sdist, and from it a wheel; ``twine check``; nothing of an earlier build comes along; nothing is missing
installs   on each Python the wheel and the sdist, each alone in an empty environment, outside the checkout: the case
           library gives the same bytes everywhere
bounds     the same at the lowest versions that setup.cfg allows, at the newest, and with what experta pins replaced
site       the documentation, built without a warning
suite      the tests of the unpacked sdist on each Python; words behind ``--`` go to pytest
========== ============================================================================================================

It needs ``pip install build twine``; the environments are made with the venv and pip of each Python.
"""

from __future__ import annotations

import argparse
import configparser
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MINORS = (10, 11, 12, 13)
#: What an earlier release could have left behind.
STALE = Path("build", "lib", "kb", "of_an_earlier_release.py")
#: What an sdist has besides the packages: what building and testing need.
NEEDED = (
    "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "README.md", "mkdocs.yml", "pyproject.toml", "ruff.toml", "setup.cfg",
    "setup.py", "cli.py", "docs/footwise.1", "tests/conftest.py", "tests/shared.py", "expert/py.typed",
    "tests/examples/houseplants/cases/plants.yaml",
)  # fmt: skip
#: Whose results must be the same bytes: each takes the place of what experta 1.9.4 pins (frozendict 1.2, schema 0.6.7).
INSTEAD_OF_PINS = (("frozendict==2.0.2", "schema==0.6.8"), ("frozendict", "schema"))
MAN_PAGE = Path("share", "man", "man1", "footwise.1")


class Broken(Exception):
    """Something of the release does not hold."""


def run(*command: object, cwd: Path | None = None, codes: Sequence[int] = (0,), **environment: str) -> bytes:
    """Run a command; what it wrote.

    Raises:
        Broken: it ended with another exit code than these.
    """
    words = [str(word) for word in command]
    surrounding = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(words, cwd=cwd, capture_output=True, env={**surrounding, **environment})
    if done.returncode not in codes:
        told = (done.stdout + done.stderr).decode(errors="replace").splitlines()[-30:]
        raise Broken("\n".join([f"{' '.join(words)} ended with {done.returncode}:", *told]))
    return done.stdout


def say(*parts: object) -> None:
    """A line about what holds."""
    print(*parts, flush=True)


def ensure(holds: object, otherwise: str) -> None:
    """Go on only if this holds."""
    if not holds:
        raise Broken(otherwise)


# -- building --------------------------------------------------------------------------------------------------------


def built(folder: Path) -> tuple[Path, Path]:
    """The wheel and the sdist, from a copy of the checkout in which an earlier release was built."""
    source = folder / "checkout"
    leave_out = shutil.ignore_patterns(
        ".git", ".venv", ".*_cache", "__pycache__", "*.egg-info", "build", "dist", "site"
    )
    shutil.copytree(ROOT, source, ignore=leave_out)
    (source / STALE).parent.mkdir(parents=True)
    (source / STALE).write_text("", encoding="utf-8")
    run(sys.executable, "-m", "build", "--outdir", folder / "dist", source)
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "-w", folder / "in place", source)
    (wheel,), (sdist,) = (list((folder / "dist").glob(f"*{ending}")) for ending in (".whl", ".tar.gz"))
    (in_place,) = (folder / "in place").glob("*.whl")
    held = names_in(wheel)
    ensure(not [name for name in held if STALE.name in name], f"{wheel.name} holds what an earlier build left")
    ensure(
        held == names_in(in_place), f"built in the checkout, {wheel.name} holds other files than built from the sdist"
    )
    return wheel, sdist


def names_in(wheel: Path) -> set[str]:
    """The files of a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def check_contents(wheel: Path, sdist: Path) -> None:
    """That both hold what they should."""
    held = names_in(wheel)
    tops = {name.partition("/")[0] for name in held if ".dist-info" not in name and ".data/" not in name}
    ensure(tops == {"cli.py", "expert", "kb"}, f"the wheel holds {sorted(tops)}")
    ensure(any(name.endswith(MAN_PAGE.as_posix()) for name in held), "the wheel has no man page")
    ensure(any(name.endswith("licenses/LICENSE") for name in held), "the wheel has no licence")
    for name in files_of("expert", "kb"):
        ensure(name in held, f"the wheel lacks {name}")
    with tarfile.open(sdist) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}
    for name in (*NEEDED, *files_of("expert", "kb", "tests", "docs")):
        ensure(name in packed, f"the sdist lacks {name}")


def files_of(*folders: str) -> Iterator[str]:
    """The files of these folders of the checkout, by their names in it."""
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path.relative_to(ROOT).as_posix()


def build(folder: Path) -> tuple[Path, Path]:
    """Build both and look into them."""
    wheel, sdist = built(folder)
    check_contents(wheel, sdist)
    run(sys.executable, "-m", "twine", "check", "--strict", wheel, sdist)
    sizes = ", ".join(f"{path.name} ({path.stat().st_size:,} bytes)" for path in (wheel, sdist))
    say(f"build: {sizes}; twine finds nothing")
    return wheel, sdist


# -- installing ------------------------------------------------------------------------------------------------------


def pythons(named: Sequence[str]) -> list[str]:
    """The Pythons to try: those named, else each that is found by its version."""
    found = list(named) or [path for minor in MINORS if (path := shutil.which(f"python3.{minor}")) and works(path)]
    return found or [sys.executable]


def works(python: str) -> bool:
    """Whether this starts a Python: where versions are switched, a name alone does not."""
    return subprocess.run([python, "-c", "import venv"], capture_output=True).returncode == 0


def version_of(python: object) -> str:
    return run(python, "-c", "import platform; print(platform.python_version())").decode().strip()


class Installed:
    """An environment of its own, outside the checkout, with the program in it.

    Args:
        folder: where to make it; python: of which Python.
    """

    def __init__(self, folder: Path, python: str) -> None:
        run(python, "-m", "venv", "--clear", folder)
        self.folder, self.python, self._footwise = folder, folder / "bin" / "python", folder / "bin" / "footwise"

    def pip(self, *words: object) -> None:
        """Install something."""
        run(self.python, "-m", "pip", "install", "-q", "--disable-pip-version-check", *words)

    def versions(self, *names: str) -> str:
        """The versions of these distributions here."""
        code = "import sys; from importlib.metadata import version as v; print(*(f'{n} {v(n)}' for n in sys.argv[1:]))"
        return run(self.python, "-c", code, *names).decode().strip()

    def library(self) -> str:
        """What the whole case library gives, as a digest; every command that the platform's tools use runs too."""
        kb = Path(run(self.python, "-c", "import kb; print(kb.__path__[0])", cwd=self.folder).decode().strip())
        ensure(kb.is_relative_to(self.folder), f"the base is read from {kb}, which is not in {self.folder}")
        shutil.copytree(kb / "cases", self.folder / "cases", dirs_exist_ok=True)
        run(self._footwise, "batch", "cases/article.yaml", "cases/clinic.yaml", "cases/rules", cwd=self.folder)
        results = run(self._footwise, "batch", "cases", cwd=self.folder, codes=(0, 1))
        ensure(results.count(b"\n") > 3000, f"the library gave {results.count(bytes([10]))} results")
        ensure(b'"status":"error"' not in results.replace(b" ", b""), "a case of the library could not be read")
        return hashlib.sha256(results).hexdigest()

    def tools(self) -> str:
        """That the commands around it are there; what it says of itself."""
        ensure((self.folder / MAN_PAGE).read_text().startswith(".TH"), "the man page is not installed")
        for shell in ("bash", "zsh", "fish"):
            ensure(run(self._footwise, "completion", shell), f"no completion for {shell}")
        run(self._footwise, "kb", "check", "--quick", cwd=self.folder)
        return " ".join(run(self._footwise, "--version").decode().split())


def same(known: dict[str, str], what: str, digest: str) -> None:
    """That this gave the bytes that all before it gave."""
    for before, other in known.items():
        ensure(digest == other, f"{what} gives other results than {before}")
    known[what] = digest


def installs(folder: Path, wheel: Path, sdist: Path, found: Sequence[str], known: dict[str, str]) -> None:
    """Each of both alone, on each Python."""
    for python in found:
        for built_one in (wheel, sdist):
            what = f"Python {version_of(python)}, {'wheel' if built_one is wheel else 'sdist'}"
            place = Installed(folder / "installed", python)
            place.pip(built_one)
            same(known, what, place.library())
            say(f"installs: {what}: the library as everywhere; {place.tools()}")


# -- the bounds of what it requires ----------------------------------------------------------------------------------


def required(extra: str = "") -> list[str]:
    """What setup.cfg requires, always or with an extra."""
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    text = setup["options.extras_require"][extra] if extra else setup["options"]["install_requires"]
    return [line.strip() for line in text.splitlines() if line.strip()]


def lowest(requirements: Sequence[str]) -> list[str]:
    """Each at the lowest version that it allows."""
    found = []
    for line in requirements:
        name, low = re.match(r"([\w.-]+)[>=]=([\d.]+)", line).groups()  # type: ignore[union-attr]
        found.append(f"{name}=={low}")
    return found


def bounds(folder: Path, wheel: Path, found: Sequence[str], known: dict[str, str]) -> None:
    """The lowest and the newest versions on the oldest and the newest Python, and other ones than experta pins."""
    requirements = [line for extra in ("", "check", "cluster") for line in required(extra)]
    names = [re.match(r"[\w.-]+", line).group() for line in requirements]  # type: ignore[union-attr]
    oldest, newest = found[0], found[-1]
    tried = [(oldest, "lowest", lowest(requirements))]
    tried += [(python, "newest", ["--upgrade", *requirements]) for python in dict.fromkeys((oldest, newest))]
    for python, which, versions in tried:
        place = Installed(folder / "bounds", python)
        place.pip(wheel, *versions)
        what = f"Python {version_of(python)}, {which}"
        same(known, what, place.library())
        others_hold(place)
        say(f"bounds: {what}: {place.versions(*names)}")
    for instead in INSTEAD_OF_PINS:
        place = Installed(folder / "bounds", newest)
        place.pip("--only-binary", ":all:", *instead, *(one for one in required() if not one.startswith("experta")))
        place.pip("--only-binary", ":all:", "--no-deps", "experta==1.9.4", wheel)
        what = f"Python {version_of(newest)}, no source built"
        same(known, f"{what}, {instead}", place.library())
        say(f"bounds: {what}: {place.versions('frozendict', 'schema')}")


def others_hold(place: Installed) -> None:
    """What only the extras do: the solver in ``kb check``, two workers of a cluster."""
    run(place._footwise, "--kb", "kb.book:KNOWLEDGE", "kb", "check", "--quick", cwd=place.folder)
    run(place.python, "-c", CLUSTER, place.folder / "cases" / "clinic.yaml", cwd=place.folder)


#: Runs a batch here and on a cluster of two workers, and compares.
CLUSTER = """
import subprocess, sys
from distributed import LocalCluster
if __name__ == "__main__":
    command = [sys.executable, "-m", "cli", "batch", sys.argv[1]]
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        runs = [subprocess.run([*command, *more], capture_output=True, text=True)
                for more in ([], ["--cluster", cluster.scheduler_address])]
    assert runs[0].stdout and runs[0].stdout == runs[1].stdout, runs[1].stderr
    import z3
    assert z3.Solver().check() == z3.sat
"""


# -- site and suite --------------------------------------------------------------------------------------------------


def site(folder: Path) -> None:
    """The documentation."""
    run(
        sys.executable, "-m", "mkdocs", "build", "-q", "--strict", "-d", folder / "site", cwd=ROOT, PYTHONPATH=str(ROOT)
    )
    say(f"site: {len(list((folder / 'site').rglob('*.html')))} pages without a warning")


def suite(folder: Path, sdist: Path, found: Sequence[str], words: Sequence[str]) -> None:
    """The tests, from the sdist, with what it says that they need."""
    for python in found:
        place = Installed(folder / "suite", python)
        with tarfile.open(sdist) as archive:
            archive.extractall(place.folder)  # noqa: S202  our own
        (source,) = place.folder.glob("footwise-*/")
        place.pip("-e", f"{source}[test]")
        told = run(place.python, "-m", "pytest", "-p", "no:cacheprovider", *words, cwd=source).decode()
        say(f"suite: Python {version_of(python)}: {told.strip().splitlines()[-1].strip('= ')}")


def main(argv: Sequence[str] | None = None) -> int:
    """Do what was asked; 1 where something does not hold."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help="build, installs, bounds, site or suite")
    parser.add_argument("--python", action="append", default=[], metavar="PATH", help="a Python to try, several times")
    typed, _, words = " ".join(["", *(sys.argv[1:] if argv is None else argv)]).partition(" -- ")
    options = parser.parse_args(typed.split())
    parts, known = options.parts or ["build", "installs", "bounds", "site"], dict[str, str]()
    found = pythons(options.python)
    with tempfile.TemporaryDirectory(prefix="footwise-release-") as name:
        folder = Path(name)
        try:
            wheel, sdist = build(folder)
            if "installs" in parts:
                installs(folder, wheel, sdist, found, known)
            if "bounds" in parts:
                bounds(folder, wheel, found, known)
            if "site" in parts:
                site(folder)
            if "suite" in parts:
                suite(folder, sdist, found, words.split())
        except Broken as fault:
            print(f"does not hold: {fault}", file=sys.stderr)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
