"""The installed command: the program that stands beside the shell, whatever is called so where it is started.

The names of the program and of its base are ones that a folder on Python's path may have for things of its own
(``PYTHONPATH=.``). So the folder that holds this package goes before all others; a worker is given the same path.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

#: The module beside this package whose ``main`` is the command.
PROGRAM = "cli"


def main() -> int:
    """Run the command on the arguments of the process.

    Returns:
        its exit code.
    """
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    code: int = import_module(PROGRAM).main()
    return code
