"""Fixtures of several tests, and what holds for the whole run."""

from __future__ import annotations

import gc
import os
import sys

import pytest
from shared import CONSULTANT

import cli

#: Some hundred processes begin during the run: each would compile the whole program again where Python was told to
#: keep nothing that it compiled. This stands before the workers begin, who inherit it.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False


def pytest_collection_finish():
    """Thousands of collected tests stay until the end: the garbage collector need not look at them again and again."""
    gc.collect()
    gc.freeze()


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
