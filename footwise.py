"""The installed command: this program's own modules, whatever else is called so where it is started.

``cli``, ``kb`` and ``expert`` are names that a folder on Python's path may have for things of its own
(``PYTHONPATH=.``). So all three are taken from beside this file, before anything looks for them by name; what is in
them finds the rest by itself. A worker process imports this too, and has the same.
"""

from __future__ import annotations

import os
import sys
from importlib.machinery import PathFinder
from importlib.util import module_from_spec

_HOME = os.path.dirname(os.path.abspath(__file__))

for _name in ("expert", "kb", "cli"):
    _spec = PathFinder.find_spec(_name, [_HOME]) if _name not in sys.modules else None
    if _spec is not None and _spec.loader is not None:
        sys.modules[_name] = module_from_spec(_spec)
        _spec.loader.exec_module(sys.modules[_name])

from cli import main  # noqa: E402

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
