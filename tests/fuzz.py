"""Gives the program what nobody should give it, and says how it took that.

    python tests/fuzz.py [--inputs N] [--seconds S] [--seed SEED] [--kind KIND ...]

Each door of the program (`fuzzed.KINDS`) gets its share of the inputs. What is printed: how many inputs there were, how
many were taken and how many refused with a sentence, tracebacks, inputs that took over five seconds of processor time,
the slowest, and what memory it came to. Exit code 1 where there was a traceback or a hang; each is shown with the
seed by which the same input is made again.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE), str(HERE / "examples" / "houseplants")]

from fuzzed import KINDS, Step  # noqa: E402

#: More than this is a hang: seconds of the processor, and of the clock.
LONGEST, LONGEST_WAIT = 5.0, 900.0
#: So many letters of an input are shown.
_SHOWN = 400
#: And so many lines of a traceback.
_FRAMES = 9


_COLUMNS = (("", 16), ("inputs", 10), ("taken", 10), ("refused", 10), ("tracebacks", 11), ("hangs", 6), ("ms each", 9),
            ("slowest", 9))  # fmt: skip


class Hung(BaseException):
    """An input took too long."""


@dataclass
class Tally:
    """How inputs were taken.

    Attributes:
        slowest: the most processor time that one took, in seconds, and which it was.
    """

    inputs: int = 0
    taken: int = 0
    refused: int = 0
    seconds: float = 0.0
    slowest: tuple[float, str] = (0.0, "")
    tracebacks: list[str] = field(default_factory=list)
    hangs: list[str] = field(default_factory=list)

    def take(self, step: Step, name: str) -> None:
        """Give one input and look how it is taken."""
        self.inputs += 1
        begun = time.process_time()
        try:
            with _watched():
                taken = step.take()
        except Hung:
            self.hangs.append(f"{name}: {step.given!r:.{_SHOWN}}")
        except Exception:
            self.tracebacks.append(f"{name}: {step.given!r:.{_SHOWN}}\n{_end_of(traceback.format_exc())}")
        else:
            self.taken += taken
            self.refused += not taken
        spent = time.process_time() - begun
        self.seconds += spent
        if spent > self.slowest[0]:
            self.slowest = spent, f"{name}: {step.given!r:.160}"

    def add(self, other: Tally) -> None:
        """Take these along."""
        for name in ("inputs", "taken", "refused", "seconds", "tracebacks", "hangs"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.slowest = max(self.slowest, other.slowest)


def _end_of(told: str) -> str:
    """Where it was raised, without the way there."""
    return "\n".join(told.rstrip().split("\n")[-_FRAMES:])


@contextlib.contextmanager
def _watched() -> Iterator[None]:
    """Raise `Hung` where it takes too long."""
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    signal.setitimer(signal.ITIMER_REAL, LONGEST_WAIT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)


def _hung(number: int, frame: object) -> None:
    raise Hung


def fuzz(kind: str, inputs: int, seed: str, until: float = float("inf"), first: int = 0) -> Tally:
    """Give so many inputs of a kind.

    Args:
        until: no more are begun after this moment of `time.monotonic`. first: the number of the first sitting.
    """
    before = {number: signal.signal(number, _hung) for number in (signal.SIGPROF, signal.SIGALRM)}
    tally, number = Tally(), first
    try:
        with tempfile.TemporaryDirectory() as folder:
            while tally.inputs < inputs and time.monotonic() < until:
                name = f"--kind '{kind}' --seed {seed} --first {number}"
                for step in KINDS[kind].steps(random.Random(f"{seed} {kind} {number}"), Path(folder)):
                    tally.take(step, name)
                    if tally.inputs >= inputs or tally.tracebacks or tally.hangs:
                        break
                number += 1
                if len(tally.tracebacks) + len(tally.hangs) >= 20:
                    break
    finally:
        for one, held in before.items():
            signal.signal(one, held)
    return tally


def main(argv: Sequence[str] | None = None) -> int:
    """Fuzz all kinds; print how it went; give the exit code."""
    options = _options(argv)
    until = time.monotonic() + options.seconds
    kinds = options.kind or list(KINDS)
    shares = sum(KINDS[kind].share for kind in kinds)
    print("".join(f"{name:>{width}}" for name, width in _COLUMNS))
    whole = Tally()
    memory: list[int] = []
    rounds = max(1, options.inputs // options.round)
    for turn in range(rounds):
        for kind in kinds:
            wanted = max(1, options.inputs * KINDS[kind].share // shares // rounds)
            found = fuzz(
                kind, wanted, f"{options.seed}" if rounds == 1 else f"{options.seed}.{turn}", until, options.first
            )
            _report(kind, found)
            whole.add(found)
        memory.append(_memory())
        if rounds > 1:
            print(f"-- round {turn + 1} of {rounds}: {whole.inputs:,} inputs, {memory[-1]} MiB", flush=True)
        if time.monotonic() > until:
            break
    _report("all", whole)
    print(f"slowest: {whole.slowest[0]:.2f} s, {whole.slowest[1]}")
    print(f"memory at most: {memory[0]} MiB after the first round, {memory[-1]} MiB at the end")
    return 1 if whole.tracebacks or whole.hangs else 0


def _report(name: str, found: Tally) -> None:
    """A line, and each finding."""
    each = 1000 * found.seconds / max(1, found.inputs)
    print(
        f"{name:16} {found.inputs:>9,} {found.taken:>9,} {found.refused:>9,} {len(found.tracebacks):>10,} "
        f"{len(found.hangs):>5,} {each:>8.2f} {found.slowest[0]:>7.2f}s",
        flush=True,
    )
    if name != "all":
        for text in found.tracebacks[:5]:
            print(f"TRACEBACK {text}", flush=True)
        for text in found.hangs[:5]:
            print(f"HANG {text}", flush=True)


def _memory() -> int:
    """The most memory that this process has had, in MiB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most >> (20 if sys.platform == "darwin" else 10)


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--inputs", type=int, default=50_000, help="how many in all (default: 50,000)")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="begin none after so many seconds")
    parser.add_argument("--seed", default="0", help="the same seed makes the same inputs")
    parser.add_argument("--kind", action="append", choices=list(KINDS), help="only this door; may be given again")
    parser.add_argument("--first", type=int, default=0, help="the number of the first sitting, as a finding names it")
    parser.add_argument("--round", type=int, default=10_000, help="so many inputs go through all doors in turn")
    return parser.parse_args(argv)


if __name__ == "__main__":
    sys.exit(main())
