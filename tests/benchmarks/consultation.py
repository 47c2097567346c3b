"""How long a consultation is, and how fast: ``python tests/benchmarks/consultation.py``.

Every library case answers for its runner; what it leaves out is answered "I don't know". A screen is what is asked at
once: one question, one list to tick, or one form of numbers; the follow-up question of a ticked line or of a ticked
remedy counts as a screen of its own. The time from an
answer to the next question is all the work between them: keeping the answer on disk, looking for a contradiction and
for an alert that cannot wait, and planning the next screen.
"""

from __future__ import annotations

import os
import pty
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from expert.asking.keeping import Keeper  # noqa: E402
from expert.asking.screens import Planner, Screen  # noqa: E402
from expert.asking.session import Session  # noqa: E402
from expert.cases.case import Case  # noqa: E402
from expert.cases.reader import CaseReader  # noqa: E402
from expert.fields import UNTRIED, Answer  # noqa: E402
from expert.outlook import Outlook  # noqa: E402
from kb.book import KNOWLEDGE  # noqa: E402

STARTS = 15
#: What a terminal is told when the first prompt stands (bracketed paste on).
TYPING = b"\x1b[?2004h"
PLANNER = Planner(KNOWLEDGE)


@dataclass
class Length:
    """How long one consultation was, to each of its stopping points.

    Attributes:
        settled, exhausted: screens; settled_fields, exhausted_fields: fields asked on them.
        seconds: from each answer to the next question.
    """

    settled: int | None = None
    settled_fields: int = 0
    exhausted: int = 0
    exhausted_fields: int = 0
    seconds: list[float] = field(default_factory=list)


def consultation(case: Case, keeper: Keeper) -> Length:
    """Hold a consultation with a runner who knows what the case says."""
    session, length, screens, fields = Session(KNOWLEDGE), Length(), 0, 0
    while True:
        start = time.perf_counter()
        KNOWLEDGE.contradiction(session.answers)
        str(Outlook(KNOWLEDGE, session.answers).urgency)
        keeper.keep(session, Session(KNOWLEDGE))
        outlook = Outlook(KNOWLEDGE, session.answers, session.closed)
        settled = outlook.settled()
        screen = PLANNER.next_screen(outlook)
        length.seconds.append(time.perf_counter() - start)
        if settled and length.settled is None:
            length.settled, length.settled_fields = screens, fields
        if screen is None:
            length.exhausted, length.exhausted_fields = screens, fields
            return length
        given = {key: case.answers[key] for key in screen.keys if key in case.answers}
        screens, fields = screens + 1 + follow_ups(screen, given), fields + len(screen.keys)
        session.add(screen, given)


def follow_ups(screen: Screen, given: Mapping[str, Answer]) -> int:
    """How many questions of their own the ticked lines of a screen bring."""
    if len(screen.fields) == 1:
        return 0
    if screen.kind == "tried":
        return sum(answer != UNTRIED for answer in given.values())
    if screen.kind == "ticks":
        return sum(held.key in given and given[held.key] != held.denial for held in screen.fields if held.asks_on)
    return 0


def seconds_to(words: bytes, command: Sequence[str]) -> float:
    """How long a program in a terminal takes until it has written these words."""
    ours, theirs = pty.openpty()
    start = time.perf_counter()
    environment = {**os.environ, "TERM": "xterm-256color"}
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        seen = b""
        while words not in seen:
            seen += os.read(ours, 65536)
        took = time.perf_counter() - start
        process.kill()
    os.close(ours)
    return took


def starts() -> list[float]:
    """The median start of a bare interpreter, of the first question and of its prompt, measured in turn."""
    bare, first, prompt = [], [], []
    consult = [sys.executable, str(ROOT / "cli.py"), "consult", "--no-save"]
    for _ in range(STARTS):
        bare.append(seconds_to(b"here", [sys.executable, "-c", "print('here')"]))
        first.append(seconds_to(b"I don't know", consult))
        prompt.append(seconds_to(TYPING, consult))
    return [statistics.median(times) for times in (bare, first, prompt)]


def write(name: str, lengths: Sequence[Length]) -> None:
    """Print how long these consultations were."""
    print(f"{name}: {len(lengths)} cases")
    for stop in ("settled", "exhausted"):
        screens = [getattr(length, stop) for length in lengths]
        fields = [getattr(length, f"{stop}_fields") for length in lengths]
        print(
            f"  {stop:<10} screens: median {statistics.median(screens):g}, longest {max(screens)};"
            f" fields: median {statistics.median(fields):g}, most {max(fields)}"
        )


def main() -> None:
    """Print the figures."""
    reader = CaseReader(KNOWLEDGE)
    every: list[Length] = []
    for path in sorted((ROOT / "kb" / "cases").iterdir()):
        cases = [one for one in reader.read_paths([str(path)], None) if isinstance(one, Case)]
        with tempfile.TemporaryDirectory() as folder:
            keeper = Keeper(Path(folder) / "consultation.json")
            lengths = [consultation(case, keeper) for case in cases]
        write(path.name, lengths)
        every += lengths
    write("all", every)
    seconds = [second for length in every for second in length.seconds]
    cuts = statistics.quantiles(seconds, n=100)
    print(f"an answer to the next question: median {cuts[49] * 1000:.1f} ms, 95th percentile {cuts[94] * 1000:.1f} ms")
    bare, first, prompt = (1000 * second for second in starts())
    print(
        f"start: bare interpreter {bare:.0f} ms; the first question {first - bare:.0f} ms after that,"
        f" its prompt {prompt - bare:.0f} ms"
    )


if __name__ == "__main__":
    main()
