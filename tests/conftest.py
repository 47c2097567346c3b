"""Fixtures of several tests, and what holds for the whole run."""

from __future__ import annotations

import gc
import os
import sys

import pytest
from shared import CONSULTANT, LONG, Outlooks, ended_after

import cli
from expert.asking import talk

#: Some hundred processes begin during the run: each would compile the whole program again where Python was told to
#: keep nothing that it compiled. This stands before the workers begin, who inherit it.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False


#: No test takes longer (in seconds, on however busy a machine); in a long run some take an hour.
LONGEST = None if LONG else 600.0
#: Modules with tests that take seconds each. They go first: else one worker would still be at such a test when all
#: others are done. The short ones, which come last, are shared out up to the end.
FIRST = [f"test_{name}" for name in (
    "webpage_browsers", "quality", "proof", "matcher", "fuzz", "cluster", "durable", "webpage", "streaming", "terminal",
    "commands", "cli", "engine", "formats", "html", "stopping", "certainty",
)]  # fmt: skip


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Modules that take long go first; each stays in one piece, as what is made once for it needs."""
    place = {name: number for number, name in enumerate(FIRST)}
    items.sort(key=lambda item: place.get(item.path.stem, len(FIRST)))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup():
    """What a test needs is made within a while, too."""
    with ended_after(LONGEST):
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call():
    """A test that waits for what never comes fails, and shows where it waited."""
    with ended_after(LONGEST):
        return (yield)


@pytest.fixture(scope="session", autouse=True)
def outlooks():
    """What answers leave open is worked out once for all consultations of the process; see `Outlooks`."""
    with pytest.MonkeyPatch.context() as patch:
        kept = Outlooks()
        patch.setattr(talk, "Outlook", kept.outlook)
        patch.setattr(talk, "Enough", kept.enough)
        yield kept


def pytest_collection_finish():
    """Thousands of collected tests stay until the end: the garbage collector need not look at them again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.fixture(scope="session")
def consult():
    """From answers to a consultation."""
    return CONSULTANT.consult


@pytest.fixture
def case(tmp_path):
    """Writes a file of case documents into an empty folder."""

    def write(*documents, name="cases.yaml"):
        path = tmp_path / name
        path.write_text("---\n".join(documents), encoding="utf-8")
        return path

    return write


@pytest.fixture
def here(capsys):
    """Runs the command in this process; gives its exit code, output and errors."""

    def run(*arguments):
        code = cli.main([str(one) for one in arguments])
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return run
