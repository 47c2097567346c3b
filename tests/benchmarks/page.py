"""What the page costs: python tests/benchmarks/page.py [RUNS]

Prints what is transferred on the first visit and on the second, when the first question stands, when the program is
ready, and how long each next question takes, in Chromium. Node.js, npm and Chromium have to be there. Times depend on
the machine and on what else it does; sizes do not.
"""

from __future__ import annotations

import gzip
import statistics
import sys
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS.parent), str(TESTS), str(TESTS / "examples" / "houseplants")]

import test_webpage_browsers as browsers  # noqa: E402

from expert.webpage import site as building  # noqa: E402
from expert.webpage.archive import program_files  # noqa: E402
from expert.webpage.runtime import runtime  # noqa: E402
from kb.book import KNOWLEDGE  # noqa: E402


def main(runs: int = 3) -> None:
    """Print the figures."""
    program = program_files(building.ENTRIES, "kb.book")
    made = building.site(KNOWLEDGE, "kb.book:KNOWLEDGE", program, runtime(None, program))
    print("file                                   bytes    gzipped by the server")
    for name, held in sorted(made.items(), key=lambda pair: -len(pair[1])):
        print(f"{name:35} {len(held):9,} {len(gzip.compress(held, 6)):9,}")
    modules = browsers.npm_modules()
    found = []
    for _ in range(runs):
        watched = browsers.Watched(made)
        try:
            found.append(browsers.walked("times.mjs", "chrome", modules, watched))
        finally:
            watched.close()
    for name in ("first", "second"):
        sent = [sum(size for path, size in one[f"{name}Sent"] if "/test/" not in path) for one in found]
        print(f"transferred on the {name} visit: {min(sent) / 1e6:.2f} to {max(sent) / 1e6:.2f} MB")
    for what in ("question", "ready", "answered", "again"):
        print(f"{LABELS[what]}: {statistics.median(one[what] for one in found):.0f} ms (median of {runs})")
    steps = sorted(step for one in found for step in one["steps"])
    print(f"next question: median {statistics.median(steps):.0f}, longest {steps[-1]:.0f} ms, of {len(steps)}")


LABELS = {
    "question": "the first question stands",
    "ready": "the program is ready",
    "answered": "the second question stands, where the first was answered at once",
    "again": "the same on the second visit",
}

if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
