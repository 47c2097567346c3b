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
    wanted = [number for number in named if _is_main() and signal.getsignal(number) is signal.SIG_DFL]
    for number in wanted:
        signal.signal(number, leave)
    try:
        yield
    finally:
        for number in wanted:
            signal.signal(number, signal.SIG_DFL)


@contextmanager
def ending_once() -> Iterator[None]:
    """Let the first Ctrl-C, SIGTERM or SIGHUP end what is done here, and whatever follows it change nothing.

    An impatient person presses Ctrl-C twice within a moment; the second must not break off what the first has begun to
    clear away. One that is ignored already stays so.
    """
    numbers = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    found = {number: signal.getsignal(number) for number in numbers} if _is_main() else {}
    wanted = {number: held for number, held in found.items() if held is signal.SIG_DFL or callable(held)}
    left = False

    def leave(number: int, frame: object) -> None:
        nonlocal left
        left = True
        for other in wanted:
            signal.signal(other, signal.SIG_IGN)
        if number == signal.SIGINT:
            raise KeyboardInterrupt
        raise SystemExit(128 + number)

    for number in wanted:
        signal.signal(number, leave)
    try:
        yield
    finally:
        if not left:
            for number, held in wanted.items():
                signal.signal(number, held)


def ending_now() -> None:
    """The outcome is known, and the process ends: from here on no signal can make another of it.

    Until Python has cleared up, which takes a moment, Ctrl-C would otherwise end a run that is done as a killed one.
    """
    if _is_main():
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), signal.SIG_IGN)


def _is_main() -> bool:
    """Only the main thread may say what becomes of a signal."""
    return threading.current_thread() is threading.main_thread()
