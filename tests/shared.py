"""What many tests stand on, made once: who reads and consults, the case library, the command in its own process."""

from __future__ import annotations

import contextlib
import functools
import inspect
import io
import os
import signal
import subprocess
import sys
import threading
from collections import OrderedDict
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from unittest import mock

from forked import forked

import cli
from expert.asking.story import Adding
from expert.authoring import Cause, Claim, KnowledgeBase
from expert.cases.reader import CaseReader
from expert.consultation import Consultant
from expert.enough import Enough
from expert.outlook import Outlook
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


class Outlooks:
    """What answers leave open, kept: most consultations of the tests begin alike, and to work it out takes the most.

    It is a pure function of the base, the answers and the closed fields (test_shared.py holds it to that).

    Attributes:
        kept: the outlooks by what they are made from, the one that was last asked for last.
    """

    MOST = 200

    def __init__(self):
        self.kept = OrderedDict()

    def outlook(self, knowledge, answers, *more, **named):
        """An `expert.outlook.Outlook`, which keeps its base, so that no other comes to have the same id."""
        made_from = id(knowledge), tuple(answers.items()), _frozen(more), _frozen(named.items())
        if made_from not in self.kept:
            self.kept[made_from] = Outlook(knowledge, dict(answers), *more, **named)
        self.kept.move_to_end(made_from)
        if len(self.kept) > self.MOST:
            self.kept.popitem(last=False)
        return self.kept[made_from]

    def enough(self, outlook, *more, **named):
        """An `expert.enough.Enough` of an outlook; it goes when that goes."""
        kept, made_from = vars(outlook).setdefault("_enough", {}), (_frozen(more), _frozen(named.items()))
        if made_from not in kept:
            kept[made_from] = Enough(outlook, *more, **named)
        return kept[made_from]


def _frozen(given):
    """The same as what can be looked up."""
    if isinstance(given, (str, tuple)) or not isinstance(given, Iterable):
        return tuple(map(_frozen, given)) if isinstance(given, tuple) else given
    return frozenset(map(_frozen, given))


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


class TooLong(BaseException):
    """Something took longer than anybody would wait for it; no handler of common errors takes it for one of them."""


@contextlib.contextmanager
def ended_after(seconds):
    """End what takes longer than so many seconds, be it at work or waiting; None for no limit."""
    here = threading.current_thread() is threading.main_thread()  # only there a signal is heard
    if seconds is None or not here or not hasattr(signal, "setitimer"):
        yield
        return

    def end(number, frame):
        raise TooLong(f"this took more than {seconds:g} seconds")

    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def footwise_bytes(*arguments, stdin=b"", cwd=None, apart=False, **environment):
    """Run the command; never a traceback, whatever it was given.

    It gets streams of its own and its exit code is caught: what a process is to the command, without the time that
    Python takes to begin. Processes of its own, and what is said to Python itself, need a real one.

    Args:
        apart: in a process, with modules of its own.
    """
    words, given = list(map(str, arguments)), stdin.encode() if isinstance(stdin, str) else stdin
    to_python = {name for name in environment if name.startswith("PYTHON")} - {"PYTHONIOENCODING"}
    workers = "--watch" in words or ("--jobs" in words and words[words.index("--jobs") + 1 :][:1] != ["1"])
    if apart or to_python or workers:
        command, around = [sys.executable, str(ROOT / "cli.py"), *words], {**os.environ, **environment}
        begun = None if workers or to_python - {"PYTHONPATH"} else forked(command, around)
        run = subprocess.run(
            command, input=given, cwd=cwd, capture_output=True, env=around, timeout=60, preexec_fn=begun
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
