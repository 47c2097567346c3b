"""Wrong versions of a module, each held against the tests that come by the place where it is wrong.

The mutations are mutmut's (operators, numbers, strings, arguments, keywords, on libcst). Its own runner is not used: it
puts a switch around each function, so it leaves out what is decorated (much of the core is properties) and what a
module makes as it is imported, and its processes keep what a process before them has worked out and remembers, with
which many a wrong version looks right. Here each is a process of its own that imports the wrong version in place of
the right one. No file is written, so a run that is broken off leaves nothing behind.

A test in a process of its own does not see the wrong version and catches nothing; so each figure is a lower bound.
"""

from __future__ import annotations

import ast
import difflib
import importlib.abc
import importlib.util
import json
import os
import random
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
#: What no test can tell from the module as it is, each with the reason.
EQUIVALENT = HERE / "equivalent.tsv"
#: So much more of the processor than its tests took is a wrong version that comes to no end; seconds on top of it.
_TIMES, _MORE = 4, 10
#: And so many seconds of the clock, where it waits for what never comes.
_LONGEST_WAIT = 600.0
#: Imported once, before the processes part: what the tests need and no part of the program.
_NEEDED = ("pytest", "hypothesis", "hypothesis.strategies", "yaml", "rapidfuzz", "rich.console", "rich.table",
           "prompt_toolkit", "html5lib", "xdist", "unittest.mock")  # fmt: skip


#: What coverage calls the time before any test.
IMPORTS = ""


@dataclass(frozen=True)
class Mutant:
    """One wrong version.

    Attributes:
        file: of which module, from the root; line: where it differs first.
        right, wrong: that line as it is, and as it stands there instead; without what both begin with.
        source: the whole module as it stands there.
    """

    file: str
    line: int
    right: str
    wrong: str
    source: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What it is known by, wherever its line has moved."""
        return self.file, self.right, self.wrong

    def __str__(self) -> str:
        return f"{self.file}:{self.line}\n    - {self.right}\n    + {self.wrong}"


@dataclass
class Known:
    """What the tests do where nothing is wrong.

    Attributes:
        seconds: how long each test takes, by its name.
        touched: for each file and each of its lines, the tests that come by; `IMPORTS` stands for what comes by before
            any test begins.
    """

    seconds: dict[str, float] = field(default_factory=dict)
    touched: dict[str, dict[int, list[str]]] = field(default_factory=dict)

    def tests_of(self, file: str, line: int, budget: float) -> list[str]:
        """The tests of a line: those that come by it, then those that come by its function; the quickest first.

        A line that is executed only as modules are imported has to do with all tests.

        Args:
            budget: no more of them than take so many seconds, but one at least.
        """
        lines = self.touched.get(file, {})
        first, last = _function_around(file, line)
        by_line = set(lines.get(line, ()))
        around = {test for at in range(first, last + 1) for test in lines.get(at, ())} if last else {IMPORTS}
        if around == {IMPORTS}:
            around = set(self.seconds)
        chosen, spent = [], 0.0
        for test in sorted(around - {IMPORTS}, key=lambda test: (test not in by_line, self.seconds[test], test)):
            if chosen and spent + self.seconds[test] > budget:
                continue
            chosen.append(test)
            spent += self.seconds[test]
        return chosen


_around: dict[str, list[tuple[int, int]]] = {}


def _function_around(file: str, line: int) -> tuple[int, int]:
    """The lines of the body of the innermost function that holds this line; (0, 0) where none does."""
    if file not in _around:
        tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
        kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
        _around[file] = [(n.body[0].lineno, n.end_lineno or 0) for n in ast.walk(tree) if isinstance(n, kinds)]
    holding = [span for span in _around[file] if span[0] <= line <= span[1]]
    return max(holding, default=(0, 0))


# -- making them -----------------------------------------------------------------------------------------------------


def mutants_of(file: str, chosen: Callable[[Sequence[int]], Iterable[int]] = lambda places: places) -> list[Mutant]:
    """The wrong versions of a module. Strings that no function holds are left as they are.

    Such are words and looks, or lists of phrases: data, of which reading the open stories and replies says what each is
    worth.

    Args:
        file: its name from the root; chosen: which of all places are wanted, since making one takes its time.
    """
    import libcst as cst
    from libcst.metadata import MetadataWrapper, PositionProvider
    from mutmut.mutation.file_mutation import MutationVisitor
    from mutmut.mutation.mutators import mutation_operators
    from mutmut.mutation.pragma_handling import IgnoredCode

    class Visitor(MutationVisitor):
        """mutmut's, which leaves decorated functions out for the sake of the switches that are not used here."""

        def _skip_node_and_children(self, node: cst.CSTNode) -> bool:
            return not isinstance(node, cst.FunctionDef) and super()._skip_node_and_children(node)

    code = (ROOT / file).read_text(encoding="utf-8")
    wrapper = MetadataWrapper(cst.parse_module(code))
    visitor = Visitor(mutation_operators, IgnoredCode(set(), set(), set()))
    module = wrapper.visit(visitor)
    lines = wrapper.resolve(PositionProvider)
    found: dict[str, Mutant] = {}
    mutations = [one for one in visitor.mutations if not _is_a_word(one)]
    for place in chosen(range(len(mutations))):
        mutation = mutations[place]
        wrong = module.deep_replace(mutation.original_node, mutation.mutated_node).code
        if wrong != code:
            found[wrong] = _mutant(file, code, wrong, lines[mutation.original_node].start.line)
    return list(found.values())


def _is_a_word(mutation: Any) -> bool:
    """Whether it is about a string that no function holds."""
    import libcst as cst

    within = isinstance(mutation.contained_by_top_level_function, cst.FunctionDef)
    return not within and isinstance(mutation.original_node, cst.SimpleString)


def _mutant(file: str, code: str, wrong: str, line: int) -> Mutant:
    old, new = code.splitlines(), wrong.splitlines()
    changed = [op for op in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if op[0] != "equal"]
    _, begin, end, new_begin, new_end = changed[0]
    return Mutant(file, begin + 1, _one_line(old[begin:end]), _one_line(new[new_begin:new_end]), wrong)


def _one_line(lines: Iterable[str]) -> str:
    return " ".join(line.strip() for line in lines)


def sample(number: int | None, seed: str) -> Callable[[Sequence[int]], Iterable[int]]:
    """Which of many: so many of them, by a seed; all where no number is given."""
    if number is None:
        return lambda places: places
    return lambda places: sorted(random.Random(seed).sample(places, min(number, len(places))))


def equivalents() -> dict[tuple[str, str, str], str]:
    """The reason why nothing could catch it, for each that is accepted: file, right, wrong, reason, a tab between."""
    found = {}
    for line in EQUIVALENT.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            file, right, wrong, reason = line.split("\t")
            found[file, right, wrong] = reason
    return found


# -- in a process of its own -----------------------------------------------------------------------------------------


class _InPlace(importlib.abc.MetaPathFinder, importlib.abc.SourceLoader):
    """Imports one module from another source than its file."""

    def __init__(self, mutant: Mutant) -> None:
        self._name = mutant.file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        self._path, self._source = str(ROOT / mutant.file), mutant.source

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> Any:
        """The module, where it is the one."""
        return importlib.util.spec_from_loader(fullname, self) if fullname == self._name else None

    def get_filename(self, fullname: str) -> str:
        return self._path

    def get_data(self, path: str) -> bytes:
        return self._source.encode()

    def path_stats(self, path: str) -> Any:
        raise OSError("nothing of it is kept compiled")


class _Watching:
    """Notes how long each test takes, and tells the coverage which one it is."""

    def __init__(self, coverage: Any) -> None:
        self.seconds: dict[str, float] = {}
        self.failed: list[str] = []
        self._coverage = coverage

    def pytest_runtest_logstart(self, nodeid: str) -> None:
        self._coverage.switch_context(nodeid)
        self._begun = time.process_time()

    def pytest_runtest_logreport(self, report: Any) -> None:
        if report.failed:
            self.failed.append(report.nodeid)

    def pytest_runtest_logfinish(self, nodeid: str) -> None:
        self.seconds[nodeid] = time.process_time() - self._begun


class _Only:
    """Keeps of what was collected these tests, in this order."""

    def __init__(self, names: Sequence[str]) -> None:
        self._order = {name: place for place, name in enumerate(names)}

    def pytest_collection_modifyitems(self, items: list[Any]) -> None:
        items[:] = sorted((one for one in items if one.nodeid in self._order), key=lambda one: self._order[one.nodeid])


def _pytest(arguments: Sequence[str], plugin: object) -> int:
    import pytest

    given = ["-n0", "-q", "-p", "no:cacheprovider", "--no-header", *arguments]
    return int(pytest.main(given, plugins=[plugin]))


def _apart(work: Callable[[], int], seconds: float) -> int:
    """Begin this in a process of its own, with so many seconds of the processor; the number of the process."""
    sys.stdout.flush()
    number = os.fork()
    if number:
        return number
    try:
        os.setsid()
        resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 5))
        nowhere = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nowhere, stream)
        os._exit(work())
    except BaseException:
        os._exit(99)


def prepare() -> None:
    """Be ready to part: the checkout first on the path, nothing of it imported."""
    os.chdir(ROOT)
    paths = [str(ROOT), str(HERE), str(HERE / "examples" / "houseplants")]
    sys.path[:] = [*paths, *(path for path in sys.path if path not in paths)]
    for name in _NEEDED:
        importlib.import_module(name)
    ours = [name for name in sys.modules if name.partition(".")[0] in ("expert", "kb", "cli", "shared")]
    assert not ours, f"imported before the processes part: {ours}"


def what_tests_do(files: Sequence[str], tests: Sequence[str], longest: float) -> Known:
    """Run the tests once where nothing is wrong.

    Args:
        files: the modules whose lines count; longest: tests that take more seconds are left out.

    Raises:
        AssertionError: a test fails; names it.
    """
    with tempfile.TemporaryDirectory() as folder:
        told = Path(folder) / "told.json"

        def work() -> int:
            import coverage

            cover = coverage.Coverage(data_file=None, include=[str(ROOT / file) for file in files], config_file=False)
            watching = _Watching(cover)
            cover.start()
            _pytest(tests, watching)
            cover.stop()
            data = cover.get_data()
            lines = {file: data.contexts_by_lineno(str(ROOT / file)) for file in files}
            told.write_text(json.dumps([watching.seconds, lines, watching.failed]), encoding="utf-8")
            return 0

        os.waitpid(_apart(work, 3600), 0)
        assert told.exists(), "the tests did not come to their end"
        seconds, lines, failed = json.loads(told.read_text(encoding="utf-8"))
    assert not failed, f"tests fail where nothing is wrong: {', '.join(failed)}"
    quick = {test: spent for test, spent in seconds.items() if spent <= longest}
    touched = {
        file: {
            int(line): [test for test in come_by if test in quick or test == IMPORTS] for line, come_by in known.items()
        }
        for file, known in lines.items()
    }
    return Known(quick, touched)


def caught(mutants: Sequence[Mutant], known: Known, budget: float, jobs: int) -> Iterator[tuple[Mutant, str]]:
    """Hold the tests against each: it is ``caught``, or ``endless`` (so caught); ``survived``, ``unreached`` by any."""
    waiting, running = list(mutants), dict[int, tuple[Mutant, float]]()
    while waiting or running:
        while waiting and len(running) < jobs:
            mutant = waiting.pop(0)
            tests = known.tests_of(mutant.file, mutant.line, budget)
            if tests:
                running[_begin(mutant, tests, known.seconds)] = mutant, time.monotonic()
            else:
                yield mutant, "unreached"
        for number, (mutant, begun) in list(running.items()):
            ended, status = os.waitpid(number, os.WNOHANG)
            if ended:
                del running[number]
                yield mutant, _told(status)
            elif time.monotonic() - begun > _LONGEST_WAIT:
                os.killpg(number, signal.SIGKILL)
        time.sleep(0.02)


def _begin(mutant: Mutant, tests: Sequence[str], seconds: Mapping[str, float]) -> int:
    def work() -> int:
        sys.meta_path.insert(0, _InPlace(mutant))
        return next((code for file in _cheapest_first(tests, seconds) if (code := _pytest(["-x", file], only))), 0)

    only = _Only(tests)
    return _apart(work, _MORE + _TIMES * sum(seconds[test] for test in tests))


def _cheapest_first(tests: Sequence[str], seconds: Mapping[str, float]) -> list[str]:
    """The files of these tests: one after another, since most are caught by the first and need no other imported."""
    spent: dict[str, float] = {}
    for test in tests:
        file = test.partition("::")[0]
        spent[file] = spent.get(file, 0.0) + seconds[test]
    return sorted(spent, key=lambda file: (spent[file], file))


def _told(status: int) -> str:
    code = os.waitstatus_to_exitcode(status)
    if code < 0:
        return "endless"
    return "survived" if code == 0 else "caught"
