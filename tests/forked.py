"""A process of the program without its beginning: forked off the process of the tests, which has all of it imported.

To begin takes Python and the program half a second, of which most tests that need a process see nothing: they look at
what stands in a terminal, at what a signal leaves behind. Where the beginning or Python's own end is looked at, where
Python itself is told something, where the program starts workers, and where it is said of a base what is written where
(the shell notes that, and what of that name was imported here before), a test starts a process from nothing. In a long
run all do; and where to fork in the midst of threads is no good.

    Popen(command, preexec_fn=forked(command), ...)
"""

from __future__ import annotations

import atexit
import faulthandler
import gc
import os
import runpy
import signal
import sys
import threading
import traceback
import warnings
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
#: More files than a test has open.
_MOST_FILES = 4096
#: Whether processes are forked off.
FORKS = sys.platform == "linux" and not os.environ.get("FOOTWISE_LONG")


def forked(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Callable[[], None] | None:
    """What to do before a program is started, so that none is: to be it. None where it is to be started.

    Args:
        command: Python, a script, and what is told to it.
        environment: as it is for the new process; None for that of this one. (What starts processes sets it later.)
    """
    if not FORKS:
        return None
    script, *arguments = map(str, command[1:])
    around = dict(os.environ if environment is None else environment)

    def be_it() -> None:
        code = 1
        try:
            _forget_the_tests(script, around)
            sys.argv = [script, *arguments]
            code = _outcome(lambda: runpy.run_path(script, run_name="__main__"))
            threading._shutdown()
            code = _flushed(code)
        finally:
            os._exit(code)

    return be_it


def _forget_the_tests(script: str, around: Mapping[str, str]) -> None:
    """Leave of the process of the tests only what it has imported of the program and of Python."""
    os.closerange(3, _MOST_FILES)  # and with them what would tell that a program was not started
    atexit._clear()
    faulthandler.disable()
    warnings.resetwarnings()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGALRM, signal.SIGPROF):
        signal.signal(number, signal.SIG_DFL)
    for number in (signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(number, signal.SIG_IGN)
    os.environ.clear()
    os.environ.update(around)
    sys.dont_write_bytecode = bool(around.get("PYTHONDONTWRITEBYTECODE"))
    sys.path[:] = [str(Path(script).resolve().parent), *_paths(around), *(p for p in sys.path if not _of_tests(p))]
    for name, module in list(sys.modules.items()):
        if _of_tests(getattr(module, "__file__", None) or ""):
            del sys.modules[name]
    sys.stdin = sys.__stdin__ = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = sys.__stdout__ = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = sys.__stderr__ = open(2, "w", 1, "utf-8", "backslashreplace", closefd=False)  # noqa: SIM115
    gc.enable()


def _paths(around: Mapping[str, str]) -> list[str]:
    return [path for path in around.get("PYTHONPATH", "").split(os.pathsep) if path]


def _of_tests(path: str) -> bool:
    """Whether a file or folder is one of the tests, with the bases that are examples there."""
    return bool(path) and HERE in (Path(path), *Path(path).parents)


def _outcome(run: Callable[[], object]) -> int:
    """The exit code, as Python makes it of what comes out."""
    try:
        run()
    except SystemExit as left:
        if left.code is None or isinstance(left.code, int):
            return left.code or 0
        print(left.code, file=sys.stderr)
        return 1
    except BaseException:
        traceback.print_exc()
        return 1
    return 0


def _flushed(code: int) -> int:
    """The exit code, once all that was written is out."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None and not stream.closed:
                stream.flush()
    except OSError as error:
        os.write(2, f"Exception ignored: {error!r}\n".encode())
        return 120
    return code
