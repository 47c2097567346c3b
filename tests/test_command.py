"""The installed command beside folders and files that are called as its own modules are."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from shared import GOOD, ROOT

#: What pip writes for a command.
SCRIPT = "import sys\nfrom expert.entry import main\nif __name__ == '__main__':\n    sys.exit(main())\n"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_it_runs_itself_and_no_other_of_its_modules_names(jobs, tmp_path):
    for name in ("cli.py", "kb/__init__.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("raise SystemExit('another')\n")
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "footwise").write_text(SCRIPT)
    (tmp_path / "case.yaml").write_text(GOOD)
    command = [sys.executable, "bin/footwise", "batch", *["case.yaml"] * 20, "--jobs", jobs]
    path = {**os.environ, "PYTHONPATH": os.pathsep.join([".", str(ROOT)])}
    run = subprocess.run(command, cwd=tmp_path, env=path, capture_output=True, text=True, timeout=60)
    assert (run.returncode, run.stdout.count('"cause": "plantar_fasciitis"')) == (0, 20), run.stderr
