"""The README says what the program does: its commands, their options, exit codes, files and figures."""

from __future__ import annotations

import contextlib
import json
import re
import subprocess
import sys
import textwrap
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from expert.cases import writers
from expert.cases.reader import CaseReader
from expert.commands.app import COMMANDS
from expert.commands.exits import EXIT_CODES
from expert.consultation import Consultant
from expert.examining.score import Rate
from kb import plantar_fasciitis
from kb.accepted import ACCEPTED
from kb.book import KNOWLEDGE

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
ACTIONS = ("list", "show", "check", "coverage", "mutate", "diff", "graph", "book", "new")
EVERYWHERE = {"--kb", "--debug"}  # named once for all commands
WHERE_IT_REASONS = {"--article-only"}
WHERE_IT_READS_CASES = {"--units", "--encoding", "--ignore-columns"}
READS_CASES = ("consult", "explain", "batch", "kb coverage", "kb mutate", "kb diff")


def section(title):
    return README.split(f"\n## {title}\n")[1].split("\n## ")[0]


def page(name):
    """A page of the documentation, as it is written."""
    return (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")


def table(text):
    """The cells of a text's tables, a list for each row."""
    lines = [line.strip("|").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line] for line in lines]


def rows(title):
    """The cells of a section's tables."""
    return table(section(title))


@cache
def shown(*command):
    run = subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), *command], capture_output=True, text=True, cwd=ROOT, timeout=60
    )
    return run.stdout


def options(text):
    return set(re.findall(r"(?<![\w-])(--[a-z][a-z-]+|-o)\b", text)) - {"--help", "--output"}


def usages():
    """Each command, or action of ``kb``, to the README's lines of it."""
    found = {}
    for cells in rows("Commands")[1:]:
        for usage in re.findall(r"`footwise ([^`]+)`", cells[0]):
            words = usage.split()
            name = f"kb {words[1]}" if words[0] == "kb" else words[0]
            found.setdefault(name, []).append(usage)
    return found


NAMES = [*(name for name in COMMANDS if name != "kb"), *(f"kb {action}" for action in ACTIONS)]


def test_readme_lists_every_command_and_no_other():
    assert sorted(usages()) == sorted(NAMES)
    assert set(re.findall(r"^    (\w+)(?= |$)", shown("--help"), re.MULTILINE)) == set(COMMANDS)
    assert set(re.findall(r"^    (\w+) ", shown("kb", "--help"), re.MULTILINE)) == set(ACTIONS)


@pytest.mark.parametrize("name", NAMES)
def test_readme_names_every_option_of_a_command_and_no_other(name):
    real = options(shown(*name.split(), "--help")) - EVERYWHERE - WHERE_IT_REASONS
    real -= WHERE_IT_READS_CASES if name in READS_CASES else set()
    assert options(" ".join(usages()[name])) == real


def test_readme_names_what_all_commands_take():
    prose = section("Commands").partition("\nBefore or behind any command:")[2].partition("\n\n")[0]
    assert options(prose) - {"--version", "--help"} == EVERYWHERE | WHERE_IT_REASONS | WHERE_IT_READS_CASES
    assert "--version" in shown("--help")
    for name in NAMES:
        helped = options(shown(*name.split(), "--help"))
        assert helped >= EVERYWHERE
        assert (helped >= WHERE_IT_REASONS) == (name in ("consult", "explain", "batch", "page"))
        assert (helped >= WHERE_IT_READS_CASES) == (name in READS_CASES)


@pytest.mark.parametrize("name", ["explain", "batch", "kb graph", "kb book"])
def test_readme_names_every_format(name):
    named = {form for usage in usages()[name] for found in re.findall(r"--format ([\w/]+)", usage) for form in
             found.split("/")}  # fmt: skip
    (real,) = set(re.findall(r"--format \{([\w,]+)\}", shown(*name.split(), "--help")))
    assert named == set(real.split(","))


def test_readme_tells_of_every_format_of_results_what_it_is():
    told = {cells[0].strip("`"): cells for cells in table(page("batches")) if cells[0].strip("`") in writers.FORMATS}
    assert list(told) == list(writers.FORMATS)
    for name, (_, _, endings, when, resume) in told.items():
        form = writers.FORMATS[name]
        assert tuple(re.findall(r"`(\.\w+)`", endings)) == form.endings
        assert resume == ("yes" if form.by_line else "no") and (not form.by_line or when == "as they come")


def test_readme_names_every_exit_code():
    codes = section("Commands").partition("Exit codes:")[2]
    named, real = (" ".join(text.split()) for text in (f"codes: {codes}", EXIT_CODES))
    assert re.findall(r"[:;] (\d+) ", named) == re.findall(r"[:;] (\d+) ", real) != []


def test_readme_names_files_that_are_there():
    for cells in rows("The house")[1:]:
        if "`" not in cells[0] or " " in cells[0].partition("`")[2].partition("`")[0]:
            continue
        first, *others = re.findall(r"`([\w/.]+)`", cells[0])
        home = (ROOT / first).parent if not first.endswith("/") else (ROOT / first).parent
        for name in (ROOT / first, *(home / other for other in others)):
            assert name.exists(), name
        if first.endswith("/"):
            inner = [home / part for part in (first.split("/")[-2], *(o.rstrip("/") for o in others))]
            for name in re.findall(r"`(\w+\.py)`", cells[1]):
                assert any((folder / name).exists() for folder in inner), f"{first}: {name}"


# -- figures ---------------------------------------------------------------------------------------------------------


UNWRITTEN_FOR = [f"kb/cases/{name}" for name in ("open.yaml", "rounds", "hard.yaml", "hard-2.yaml")]


@cache
def score():
    """The figures of the cases that the rules were not written for."""
    return json.loads(shown("batch", *UNWRITTEN_FOR, "--score", "--format", "json").strip())


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("the first conclusion is the expected cause", "top_1"),
        ("it is among the first three", "top_3"),
        ("a cause fits, and nothing is concluded", "nothing_concluded"),
        ("none of these: nothing is called likely", "none_of_these"),
        ("safe advice: sent for care at least as soon as needed", "safe_advice"),
        ("over-triage: sent sooner than needed", "over_triage"),
    ],
)
def test_readme_has_the_figures_of_the_score(words, figure):
    (row,) = [cells for cells in rows("How good is it?") if cells[0] == words]
    real = Rate(score()["figures"][figure]["hits"], score()["figures"][figure]["of"])
    assert row[-2:] == [str(real), real.interval]


def test_readme_names_the_cases_that_do_not_hold():
    text = " ".join(section("How good is it?").split())
    whole = score()["figures"]["all_expectations"]
    assert f"{whole['of'] - whole['hits']} of the {whole['of']} do not hold" in text
    failing = set()
    for line in shown("batch", *UNWRITTEN_FOR).splitlines():
        result = json.loads(line)
        if not result["expect"]["passed"]:
            failing.add(result["id"])
    assert set(re.findall(r"\b(?:(?:hard|h2|[a-d])-\d\d\d?|n2[ab]-[a-z]+-\d\d)\b", text)) == failing


def about(words):
    """The figure before these words, which says about how many there are."""
    text = " ".join(README.split())
    found = re.findall(rf"some ([\d,]+) {words}|{words} \(some ([\d,]+)\)", text)
    return {int((before or behind).replace(",", "")) for before, behind in found}


@pytest.mark.parametrize(
    ("words", "real"),
    [
        ("cases", lambda: sum(text.read_text(encoding="utf-8").count("\nid:") + 1
                              for text in (ROOT / "kb" / "cases").rglob("*.yaml"))),
        ("rules?", lambda: len(KNOWLEDGE.rules)),
        ("conditions", lambda: sum(len(rule.atoms) for rule in KNOWLEDGE.rules)),
        ("remarks", lambda: len(ACCEPTED)),
    ],
)  # fmt: skip
def test_a_figure_that_changes_with_each_rule_is_about_right(words, real):
    """It is rounded, so that no rule makes it stale; so far off it would be."""
    assert about(words)
    for said in about(words):
        assert abs(said - real()) <= 0.1 * real(), (said, real())


def readmes_rule():
    """The rule of "Adding a rule", as its module would have it, and its cases."""
    steps = section("Adding a rule")
    (rule,), (cases,) = (re.findall(rf"```{kind}\n(.*?)```", steps, re.DOTALL) for kind in ("python", "yaml"))
    room = dict(vars(plantar_fasciitis))
    exec(textwrap.dedent(rule), room)
    return room["PlantarFasciitis"].rules, textwrap.dedent(cases)


def test_the_rule_that_the_readme_adds_is_none_yet_and_can_be_added():
    (rule,), cases = readmes_rule()
    assert rule.name not in KNOWLEDGE.position
    base = replace(KNOWLEDGE, rules=(*KNOWLEDGE.rules, rule))
    fires, near = CaseReader(base).read_text(cases, "README.md", "yaml")
    assert (fires.id, near.id) == (f"{rule.name} fires", f"{rule.name} near miss")
    fired = [{one.rule.name for one in Consultant(base).consult(case.answers).trace} for case in (fires, near)]
    assert [rule.name in one for one in fired] == [True, False]


def test_readme_counts_the_claims():
    assert f"the article in {len(KNOWLEDGE.claims)} claims" in README


# -- the author's page -----------------------------------------------------------------------------------------------


def test_readme_shows_the_examples_own_command_and_how_a_program_evaluates():
    blocks = re.findall(r"```python\n(.*?)```", section("A base of your own"), re.DOTALL)
    own = (ROOT / "tests" / "examples" / "houseplants" / "plants.py").read_text(encoding="utf-8")
    assert blocks[0].split() == own.partition('"""\n')[2].split()
    does_what_it_says(blocks[1], {})


def does_what_it_says(code, room):
    """Runs an example; a line that ends with a remark gives what the remark says."""
    for statement in re.split(r"\n(?=\S)", code.strip()):
        expression, remark, result = statement.partition("  # ")
        with contextlib.redirect_stdout(None):
            if remark:
                assert repr(eval(expression, room)) == result
            else:
                exec(statement, room)


def test_readme_shows_how_a_program_and_a_notebook_evaluate():
    (short,) = re.findall(r"```python\n(.*?)```", section("From a program"), re.DOTALL)
    does_what_it_says(short, {})
    program, notebook = re.findall(r"```python\n(.*?)```", page("programs"), re.DOTALL)
    room: dict[str, object] = {}
    does_what_it_says(program, room)
    pytest.importorskip("pandas")
    does_what_it_says(notebook, room)
