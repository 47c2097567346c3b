"""What many tests stand on, made once: who reads and consults, the case library, the command in its own process."""

from __future__ import annotations

import contextlib
import functools
import inspect
import io
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from unittest import mock

import cli
from expert.asking.story import Adding
from expert.authoring import Cause, Claim, KnowledgeBase
from expert.cases.reader import CaseReader
from expert.consultation import Consultant
from kb.book import KNOWLEDGE

ROOT = Path(__file__).resolve().parent.parent
LIBRARY = ROOT / "kb" / "cases"
#: With this set the tests that look at a part look at everything.
LONG = bool(os.environ.get("FOOTWISE_LONG"))
ARTICLE_ONLY = KNOWLEDGE.article_only()


def part_of(items, step, start=0):
    """Every so many of these, from this one on; all of them in a long run."""
    found = list(items)
    return found if LONG else found[start % step :: step]


def for_each(names, cases, name=str):
    """Stands where ``pytest.mark.parametrize`` could: one test tries all cases, and names each that fails and why.

    For checks that are so many and so quick that most of the time would be pytest's own.

    Args:
        names: the arguments that a case gives, one or several (then a case is as many values).
        name: how a case is named where it fails.
    """
    names, cases = [names] if isinstance(names, str) else list(names), list(cases)

    def around(test):
        asked = inspect.signature(test)

        @functools.wraps(test)
        def every(**fixtures):
            assert cases
            failed = []
            for case in cases:
                given = dict(zip(names, case if len(names) > 1 else (case,), strict=True))
                try:
                    test(**given, **fixtures)
                except Exception as fault:
                    failed.append((f"{name(case)}: {type(fault).__name__}: {fault}", fault))
            if failed:
                told = "\n\n".join(text for text, _ in failed)
                raise AssertionError(f"{len(failed)} of {len(cases)} fail\n\n{told}") from failed[0][1]

        left = [one for key, one in asked.parameters.items() if key not in names]
        every.__signature__ = asked.replace(parameters=left)
        return every

    return around


def one_by_one(dialogue, turn):
    """The turn, or, where it names what was not told yet, the one after an empty reply: it then asks one by one."""
    return dialogue.reply("") if isinstance(dialogue.stage, Adding) else turn


def reader_of(knowledge):
    """Who reads the cases of a base."""
    return CaseReader(knowledge)


def bare_base(vocabulary, causes=(), claims=(), contradictions=(), **more) -> KnowledgeBase:
    """A base of these fields, causes (by id) and claims (by number), without a rule."""
    return KnowledgeBase(
        title="Bare", notice="This is a test.", vocabulary=vocabulary, hedges={}, rules=(),
        causes=[Cause(name, "specific", f"{name.title()} (what it is)", "About it.") for name in causes],
        claims={name: Claim(name, "bare", "cause", "plain", "So it is.") for name in claims},
        mechanisms=dict.fromkeys(claims, "none"), contradictions=contradictions, **more,
    )  # fmt: skip


READER = reader_of(KNOWLEDGE)
#: Shared by the tests of a process: a consultation is a pure function of the answers (test_engine.py holds it to that,
#: with consultants of its own).
CONSULTANT = Consultant(KNOWLEDGE)
ARTICLE_CONSULTANT = Consultant(ARTICLE_ONLY)


@cache
def _cases_at(path):
    return tuple(READER.read_paths([str(path)], None))


def library_cases(*names):
    """The cases of these files or folders of the library (``clinic``, ``rules``), or of all; each is read once.

    Those at the border (``borders``), which only tell rules from slightly other ones, are among all in a long run.
    """
    everything = [path for path in sorted(LIBRARY.iterdir()) if LONG or path.name != "borders"]
    paths = [LIBRARY / name for name in names] if names else everything
    return [case for path in paths for case in _cases_at(path if path.exists() else path.with_suffix(".yaml"))]


#: A case, one that holds what it expects, one that does not, and one that cannot be read.
GOOD = "id: sore-arch\npain: {location: arch, quality: stabbing, worst: morning}\n"
PASSES = GOOD + "expect: {top: plantar_fasciitis}\n"
FAILS = GOOD.replace("sore-arch", "wrong") + "expect: {top: bunions}\n"
BROKEN = "id: broken\nshoes: {toebox: wide}\n"


@contextlib.contextmanager
def within(folder):
    """Work in this folder for a while (`contextlib.chdir` of Python 3.11)."""
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def footwise_bytes(*arguments, stdin=b"", cwd=None, apart=False, **environment):
    """Run the command; never a traceback, whatever it was given.

    It gets streams of its own and its exit code is caught: what a process is to the command, without the time that
    Python takes to begin. Processes of its own, and what is said to Python itself, need a real one.

    Args:
        apart: in a real process.
    """
    words, given = list(map(str, arguments)), stdin.encode() if isinstance(stdin, str) else stdin
    to_python = {name for name in environment if name.startswith("PYTHON")} - {"PYTHONIOENCODING"}
    if apart or to_python or not {"--jobs", "--watch"}.isdisjoint(words):
        command = [sys.executable, str(ROOT / "cli.py"), *words]
        run = subprocess.run(
            command, input=given, cwd=cwd, capture_output=True, env={**os.environ, **environment}, timeout=60
        )
    else:
        run = _in_this_process(words, given, cwd, environment)
    assert b"Traceback" not in run.stderr, run.stderr.decode()
    return run


def _in_this_process(words, given, cwd, environment):
    """What `subprocess.run` gives, of a run in this process."""
    encoding, _, errors = environment.get("PYTHONIOENCODING", "utf-8").partition(":")
    out, told = io.BytesIO(), io.BytesIO()
    streams = {
        "stdin": io.TextIOWrapper(io.BytesIO(given), encoding, errors or "strict"),
        "stdout": io.TextIOWrapper(out, encoding, errors or "strict"),
        "stderr": io.TextIOWrapper(told, encoding, "backslashreplace"),
    }
    with contextlib.ExitStack() as around:
        around.enter_context(within(cwd or os.getcwd()))
        around.enter_context(mock.patch.dict(os.environ, environment))
        for name, stream in streams.items():
            around.enter_context(mock.patch.object(sys, name, stream))
        try:
            code = cli.main(words)
        except SystemExit as end:
            code = end.code
        streams["stdout"].flush()
        streams["stderr"].flush()
    return subprocess.CompletedProcess(words, code, out.getvalue(), told.getvalue())


def footwise(*arguments, **options):
    """The same with its output and errors as text."""
    run = footwise_bytes(*arguments, **{"PYTHONIOENCODING": "utf-8", **options})
    run.stdout, run.stderr = run.stdout.decode("utf-8"), run.stderr.decode("utf-8")
    return run
