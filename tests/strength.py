"""How strong the tests are: what of the program they come by, and which wrong versions of its core they catch.

    python tests/strength.py coverage [-- WORD ...]
    python tests/strength.py mutation [--group GROUP] [--module FILE] [--tests FILE ...] [--each N | --all]

``coverage`` runs the suite (words behind ``--`` go to pytest) with the branches of ``expert/`` and ``kb/``, processes
that tests begin included, and prints the figures, the least covered files last. ``mutation`` writes the modules of the
core a little wrongly and prints, for each, how many of so many were caught, and the survivors, with file, line and
change. One that nothing could catch is listed with the reason in ``tests/equivalent.tsv`` and not counted. Without a
word: both.

It needs ``pip install -e .[test,strength]``.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(HERE))

import mutants  # noqa: E402

#: What is to be reached, in percent.
COVERED, CAUGHT = 97.0, 85.0


@dataclass(frozen=True)
class Group:
    """Modules of the core, and the tests that are about them.

    Attributes:
        modules: by their names in ``expert``; tests: by their names in ``tests``, without those that only begin
            processes: such do not see what is wrong.
    """

    modules: tuple[str, ...]
    tests: tuple[str, ...]

    @property
    def files(self) -> list[str]:
        """The modules' files, from the root."""
        return [f"expert/{name}.py" for name in self.modules]

    @property
    def test_files(self) -> list[str]:
        """The tests' files, from the root."""
        return [f"tests/test_{name}.py" for name in self.tests]


#: The core: what reasons and keeps safe, what is still open, what a runner's words are taken for, what a case is.
GROUPS = {
    "reasoning": Group(
        ("certainty", "conditions", "engine", "matcher", "consultation", "advice", "urgency", "contradictions",
         "as_json"),
        ("parts", "standing", "matcher", "shell", "urgency", "guidance", "abuse", "compare", "certainty"),
    ),
    "outlook": Group(
        ("outlook", "enough"),
        ("standing", "enough", "stopping", "questions", "certainty"),
    ),
    "hearing": Group(
        ("hearing/polarity", "hearing/denial", "hearing/speakers", "hearing/numbers", "hearing/times",
         "hearing/amounts", "hearing/statements", "hearing/picking", "hearing/ticks", "hearing/text",
         "hearing/spelling"),
        ("ear", "hearing", "choices", "vocabulary", "correcting", "said_at_the_end", "questions"),
    ),
    "reading": Group(
        ("fields", "numbers", "lengths", "places", "cases/reader", "cases/values", "cases/expectations",
         "cases/json_cases", "cases/yaml_cases", "cases/csv_cases", "cases/pieces"),
        ("parts", "cases", "expectations", "places", "schema", "shell", "bounds"),
    ),
}  # fmt: skip


# -- coverage --------------------------------------------------------------------------------------------------------

_SETTINGS = """[run]
branch = True
source = {root}/expert, {root}/kb
data_file = {folder}/data
parallel = True
patch = subprocess, _exit
concurrency = thread, multiprocessing
sigterm = True
disable_warnings = no-data-collected, module-not-imported
[report]
exclude_also =
    if TYPE_CHECKING:
    ^ *\\.\\.\\.$
    assert_never\\(
    class .*\\(Protocol\\)
precision = 2
"""


def coverage(words: Sequence[str]) -> bool:
    """Print how much of the branches the suite comes by; whether that is enough."""
    with tempfile.TemporaryDirectory(prefix="footwise-strength-") as folder:
        settings = Path(folder, "settings")
        settings.write_text(_SETTINGS.format(root=ROOT, folder=folder), encoding="utf-8")
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
        command = [sys.executable, "-m", "coverage"]
        pytest = [*command, "run", f"--rcfile={settings}", "-m", "pytest", "-p", "no:cacheprovider", *words]
        failed = subprocess.run(pytest, cwd=ROOT, env=environment).returncode
        told = [f"--rcfile={settings}"]
        subprocess.run([*command, "combine", "-q", *told], cwd=ROOT, env=environment, check=True)
        subprocess.run([*command, "report", "-m", "--skip-covered", "--sort=-cover", *told], cwd=ROOT, env=environment)
        only = [*command, "report", "--include=expert/*", "--format=total", *told]
        total = float(subprocess.run(only, cwd=ROOT, env=environment, capture_output=True, check=True).stdout)
    print(f"coverage: {total:.2f} % of the lines and branches of expert/ (wanted: {COVERED:g} %)")
    return total >= COVERED and not failed


# -- mutation --------------------------------------------------------------------------------------------------------


def mutation(options: argparse.Namespace) -> bool:
    """Print how many wrong versions are caught; whether that is enough."""
    mutants.prepare()
    accepted = mutants.equivalents()
    whole: Counter[str] = Counter()
    for name in options.group or GROUPS:
        group = GROUPS[name]
        files = [file for file in group.files if not options.module or file in options.module]
        if not files:
            continue
        known = mutants.what_tests_do(files, options.tests or group.test_files, options.longest)
        print(f"{name}: {len(known.seconds)} tests, {sum(known.seconds.values()):.0f} seconds", flush=True)
        for file in files:
            chosen = mutants.mutants_of(file, mutants.sample(options.each, f"{options.seed} {file}"))
            counts = Counter(equivalent=sum(one.key in accepted for one in chosen))
            tried = [one for one in chosen if one.key not in accepted]
            for mutant, how in mutants.caught(tried, known, options.budget, options.jobs):
                counts[how] += 1
                if how in ("survived", "unreached"):
                    print(f"{how}: {mutant}", flush=True)
            whole += counts
            _print(file, counts)
    return _print("all", whole) >= CAUGHT


def _print(name: str, counts: Counter[str]) -> float:
    """A line of the table; the score in percent."""
    caught = counts["caught"] + counts["endless"]
    alive = counts["survived"] + counts["unreached"]
    score = 100 * caught / max(1, caught + alive)
    print(
        f"mutation: {name:32} {caught:>4} of {caught + alive:>4} caught, {score:5.1f} %; "
        f"{counts['unreached']} by no test, {counts['equivalent']} equivalent",
        flush=True,
    )
    return score


def main(argv: Sequence[str] | None = None) -> int:
    """Measure what was asked for; 1 where it is not enough."""
    given = list(sys.argv[1:] if argv is None else argv)
    at = given.index("--") if "--" in given else len(given)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", choices=["coverage", "mutation", []], help="default: both")
    parser.add_argument("--group", action="append", choices=list(GROUPS), help="only these modules and tests")
    parser.add_argument("--module", action="append", metavar="FILE", help="only this module (expert/certainty.py)")
    parser.add_argument("--tests", nargs="+", metavar="FILE", help="these tests, in place of those of the group")
    parser.add_argument("--each", type=int, default=30, metavar="N", help="so many mutants a module (default: 30)")
    parser.add_argument("--all", dest="each", action="store_const", const=None, help="all mutants; takes hours")
    parser.add_argument("--seed", default="0", help="the same seed chooses the same mutants")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="so many at once")
    parser.add_argument("--budget", type=float, default=5.0, help="seconds of tests that a mutant gets (default: 5)")
    parser.add_argument("--longest", type=float, default=1.0, help="tests that take longer are left out (default: 1)")
    options = parser.parse_args(given[:at])
    parts = options.parts or ["coverage", "mutation"]
    enough = [coverage(given[at + 1 :])] if "coverage" in parts else []
    enough += [mutation(options)] if "mutation" in parts else []
    return 0 if all(enough) else 1


if __name__ == "__main__":
    sys.exit(main())
