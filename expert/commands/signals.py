"""Signals that end the program: it unwinds, so that no unfinished file and no process is left behind."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def dying_politely() -> Iterator[None]:
    """Turn SIGTERM and SIGHUP into an exit that unwinds; one that is ignored (by ``nohup``) stays so."""

    def leave(number: int, frame: object) -> None:
        raise SystemExit(128 + number)

    named = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    main = threading.current_thread() is threading.main_thread()
    wanted = [number for number in named if main and signal.getsignal(number) is signal.SIG_DFL]
    for number in wanted:
        signal.signal(number, leave)
    try:
        yield
    finally:
        for number in wanted:
            signal.signal(number, signal.SIG_DFL)
