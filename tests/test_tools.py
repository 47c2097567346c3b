"""What stands around the commands: versions, completion, the page of the manual, a new base, the files of a release."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import sys

import houseplants
import mutants
import pytest
import strength
from shared import LONG, ROOT, footwise, footwise_bytes

import cli
from expert import digest
from expert.commands.app import COMMANDS, parser_of
from expert.commands.completion import SHELLS
from expert.commands.described import commands_of
from expert.commands.kb import skeleton
from kb.book import KNOWLEDGE

HOUSEPLANTS = ROOT / "tests" / "examples" / "houseplants"
MAN_PAGE = ROOT / "docs" / "footwise.1"


# -- versions --------------------------------------------------------------------------------------------------------


def test_versions_are_those_of_program_and_base():
    program, base = footwise("--version").stdout.splitlines()
    assert program == f"footwise {cli.VERSION} (Python {sys.version.split()[0]})"
    number = digest.digest(KNOWLEDGE)[:12]
    assert base == f"base kb.book:KNOWLEDGE: version {KNOWLEDGE.version}, digest {number}"


@pytest.mark.parametrize("words", [("--kb", "houseplants:PLANTS", "--version"), ("--version", "--kb=houseplants")])
def test_versions_are_those_of_the_base_that_is_named(words):
    told = footwise(*words).stdout.splitlines()[1]
    assert told.endswith(f": no version, digest {digest.digest(houseplants.PLANTS)[:12]}")


def test_the_programs_version_is_told_where_the_base_cannot_be_loaded():
    run = footwise("--kb", "no_such_base", "--version")
    assert run.returncode == 2 and run.stdout.startswith("footwise ") and "no_such_base" in run.stderr


def test_a_digest_has_the_text_of_a_function_and_not_what_this_python_made_of_it(monkeypatch):
    monkeypatch.setattr(digest, "_code", lambda code: pytest.fail(f"{code} is counted as compiled"))
    assert digest.digest(KNOWLEDGE) and digest.digest(houseplants.PLANTS)


def test_what_is_missing_of_experta_is_said():
    """experta itself says nothing: it is imported empty."""
    code = "import sys; sys.modules['frozendict'] = None; import expert.experta_guard"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 1
    assert run.stderr.splitlines()[-1].startswith("ImportError: experta imported as an empty module: ")


# -- completion and manual -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shell", SHELLS[:: 1 if LONG else 2])
def test_completion_knows_every_command_and_option(shell):
    text = footwise("completion", shell).stdout
    for command in commands_of(parser_of("footwise", "", *COMMANDS)):
        options = [name[2:] for one in command.arguments for name in one.names if name.startswith("--")]
        assert [word for word in (*command.name.split(), *options) if word not in text] == []


def test_bash_takes_the_completion_and_completes_by_it():
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("needs bash")
    script = footwise("completion", "bash").stdout + (
        'COMP_WORDS=(footwise kb mu) COMP_CWORD=2 COMP_LINE="footwise kb mu" COMP_POINT=14\n'
        '_shtab_footwise footwise mu kb; echo "${COMPREPLY[@]}"\n'
    )
    run = subprocess.run([bash, "--norc", "-c", script], capture_output=True, text=True)
    assert (run.stdout.strip(), run.stderr) == ("mutate", "")


def test_the_manual_is_what_the_commands_take_now():
    assert footwise("man").stdout == MAN_PAGE.read_text(encoding="utf-8"), "footwise man -o docs/footwise.1"


def test_the_manual_names_every_command_and_option_and_is_read_without_a_warning():
    text = MAN_PAGE.read_text(encoding="utf-8").replace("\\-", "-")
    for name in ("kb mutate", "batch PATH", "--resume", "--cluster", "FOOTWISE_KB"):
        assert name in text
    if shutil.which("groff") is None:
        pytest.skip("needs groff")
    run = subprocess.run(["groff", "-man", "-ww", "-Tutf8", str(MAN_PAGE)], capture_output=True)
    assert run.returncode == 0 and run.stderr == b""


# -- a new base ------------------------------------------------------------------------------------------------------


def test_a_new_base_is_what_is_said_of_it(tmp_path):
    """That it holds, test_site.py tries, by the page about it."""
    made = footwise("kb", "new", "my_garden", cwd=tmp_path)
    assert made.returncode == 0
    assert re.findall(r"^  footwise --kb (\w+) ", made.stdout, re.MULTILINE) == ["my_garden"] * 3
    assert (tmp_path / "my_garden" / "my_garden.py").exists() and (tmp_path / "my_garden" / "cases").is_dir()
    assert len(skeleton.KNOWLEDGE.rules) == 5


@pytest.mark.parametrize("name", ["json", "my-base", "there", "class", "file"])
def test_a_new_base_takes_no_name_that_is_none_or_is_taken(tmp_path, name):
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "mine.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    run = footwise("kb", "new", name, cwd=tmp_path)
    assert run.returncode == 2 and re.search(r"Name (a|the) folder", run.stderr)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "mine.txt", "there"]


# -- the files of a release ------------------------------------------------------------------------------------------


def test_every_requirement_that_is_installed_has_a_lower_bound():
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    extras = setup["options.extras_require"]
    required = [setup["options"]["install_requires"], extras["cluster"], extras["check"]]
    for line in "\n".join(required).split("\n"):
        assert not line or re.fullmatch(r"[\w.-]+(>=|==)[\d.]+(,<\d+)?(; .+)?", line), line


def test_the_typed_marker_the_licence_and_the_changes_are_there():
    assert (ROOT / "expert" / "py.typed").exists() and "MIT" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {re.escape(cli.VERSION)}\b", changes, re.MULTILINE)


def test_each_hook_runs_a_command_that_is_there():
    hooks = (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8")
    entries = re.findall(r"entry: ([\w -]+?)(?:,| tests/)", hooks)
    assert [entry.split()[0] for entry in entries] == ["ruff", "ruff", "mypy", "footwise", "pytest"]
    (quick,) = (entry for entry in entries if entry.startswith("footwise"))
    assert footwise_bytes(*quick.split()[1:]).returncode == 0


# -- how strong the tests are ----------------------------------------------------------------------------------------


def test_what_no_test_can_tell_apart_still_stands_in_the_program():
    """Each line of the list is one of the file that it names, as it is by now, with a reason."""
    for (file, right, wrong), reason in mutants.equivalents().items():
        lines = {line.strip() for line in (ROOT / file).read_text(encoding="utf-8").splitlines()}
        assert right in lines or right == "", (file, right)
        assert wrong not in lines and reason, (file, wrong)


def test_the_modules_and_tests_that_are_measured_are_there():
    for name, group in strength.GROUPS.items():
        missing = [file for file in (*group.files, *group.test_files) if not (ROOT / file).is_file()]
        assert missing == [], name


def test_a_mutant_is_held_against_the_tests_that_come_by_it_the_quickest_first():
    file, function = "expert/numbers.py", (ROOT / "expert/numbers.py").read_text().splitlines()
    inside = function.index("def plain(number: Decimal) -> str:") + 3
    seconds = {"a": 3.0, "b": 1.0, "c": 2.0, "d": 9.0, "elsewhere": 0.1}
    known = mutants.Known(seconds, {file: {inside: ["a", "b"], inside + 1: ["c", "d"], 1: ["elsewhere"]}})
    assert known.tests_of(file, inside, 100) == ["b", "a", "c", "d"]
    assert known.tests_of(file, inside, 5) == ["b", "a"] and known.tests_of(file, inside + 1, 1) == ["c"]
    assert set(known.tests_of(file, 1, 100)) == set(seconds), "all tests come by what no function holds"
