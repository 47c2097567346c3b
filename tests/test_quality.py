"""The code as its tools see it, and nothing in it that holds on one machine alone."""

from __future__ import annotations

import configparser
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
#: Folders of people and of build machines.
FOLDERS = ("work/", "root/", "home/[a-z]", "Users/", "tmp/venv")
MACHINE_PATHS = re.compile(rf"(?<![a-zA-Z0-9.])/({'|'.join(FOLDERS)})")


@pytest.mark.parametrize("tool", ["ruff check .", "ruff format --check .", "mypy"])
def test_tool_finds_nothing(tool):
    run = subprocess.run([sys.executable, "-m", *tool.split()], cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout + run.stderr


def project_files():
    """What git keeps, or would keep."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git clone")
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_no_path_of_a_development_machine():
    found = []
    for path in project_files():
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(lines, 1):
            if MACHINE_PATHS.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line}")
    assert found == []


def test_an_installed_copy_holds_every_file_of_the_knowledge():
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg")
    packed = {path for glob in setup["options.package_data"]["kb"].split() for path in (ROOT / "kb").glob(glob)}
    data = {path for path in (ROOT / "kb").rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc")}
    assert data and data - packed == set()
