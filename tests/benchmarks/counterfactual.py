"""How long the search for what would change a case takes, over the library; run by hand.

    python tests/benchmarks/counterfactual.py [FILE ...]

Without a file: the article's and the clinic's cases. Prints median, 95th percentile and maximum of a case, in seconds
of the clock and of the processor (the second is the one to go by on a machine that does other things too).
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from expert.cases.case import Case  # noqa: E402
from expert.cases.reader import CaseReader  # noqa: E402
from expert.consultation import Consultant  # noqa: E402
from expert.examining.counterfactual import Prospector  # noqa: E402
from kb.book import KNOWLEDGE  # noqa: E402


def main(paths: list[str]) -> None:
    """Time every case of the files, for changes of up to two answers and of one."""
    reader = CaseReader(KNOWLEDGE)
    cases = [item for item in reader.read_paths(paths, None) if isinstance(item, Case)]
    prospector = Prospector(Consultant(KNOWLEDGE))
    prospector.search(cases[0].answers)
    for size in (2, 1):
        clock, processor, slowest = [], [], ("", 0.0)
        for case in cases:
            start = time.perf_counter(), time.process_time()
            prospector.search(case.answers, size=size)
            clock.append(time.perf_counter() - start[0])
            processor.append(time.process_time() - start[1])
            slowest = max(slowest, (case.source, processor[-1]), key=lambda entry: entry[1])
        print(f"changes of up to {size}: {len(cases)} cases; slowest {slowest[0]}")
        print(f"  clock      {_figures(clock)}")
        print(f"  processor  {_figures(processor)}")


def _figures(seconds: list[float]) -> str:
    ranked = sorted(seconds)
    near_top = ranked[min(len(ranked) - 1, int(len(ranked) * 0.95))]
    return f"median {ranked[len(ranked) // 2]:.3f} s, 95th percentile {near_top:.3f} s, maximum {ranked[-1]:.3f} s"


if __name__ == "__main__":
    main(sys.argv[1:] or [str(ROOT / "kb" / "cases" / name) for name in ("article.yaml", "clinic.yaml")])
