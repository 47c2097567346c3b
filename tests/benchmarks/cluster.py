"""What a Dask cluster costs: a local scheduler, two worker processes, and from their figures those of a billion cases.

    python tests/benchmarks/cluster.py [--cases N] [--price PER_CORE_HOUR]

Processor time is what is told, of the workers and of the process that cuts the input and writes the results, since that
does not depend on what else runs on the machine; the time on the clock is that of this machine as it was. What a run
costs however few its cases are is left out, by taking the difference of two runs.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests"), str(Path(__file__).parent)]

import psutil  # noqa: E402
from distributed import Client  # noqa: E402
from engine import lines_of  # noqa: E402
from shared import library_cases  # noqa: E402

from expert.cases.case import Case  # noqa: E402
from expert.commands import main as command  # noqa: E402

BILLION, HOUR, TERA = 1e9, 3600.0, 1e12


def processor_time(processes: list[psutil.Process]) -> float:
    """Of some processes, in seconds."""
    return sum(sum(process.cpu_times()[:2]) for process in processes)


def run(source: Path, target: Path, address: str) -> None:
    """The command, as it is typed."""
    asked = ["batch", str(source), "-o", str(target), "--cluster", address]
    assert command(asked, program="footwise", about="", knowledge="kb.book:KNOWLEDGE") == 0


@contextlib.contextmanager
def cluster() -> Iterator[str]:
    """A scheduler and two workers, whose processor time is not that of this process; the scheduler's address."""
    code = """
if __name__ == "__main__":
    from distributed import LocalCluster
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0", silence_logs=100) as cluster:
        print(cluster.scheduler_address, flush=True)
        input()
"""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "cluster.py"
        file.write_text(code, encoding="utf-8")
        process = subprocess.Popen(
            [sys.executable, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        assert process.stdout is not None
        yield process.stdout.readline().strip()
        process.communicate("\n")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="What a cluster costs, from two workers on this machine.")
    parser.add_argument("--cases", type=int, default=40_000, help="how many cases are evaluated (40,000 if left out)")
    parser.add_argument("--price", type=float, default=0.04, help="of a core for an hour (0.04 if left out)")
    options = parser.parse_args()
    lines = lines_of([case.answers for case in library_cases() if isinstance(case, Case)])
    with tempfile.TemporaryDirectory() as folder, cluster() as address:
        source, target = Path(folder) / "cases.jsonl", Path(folder) / "results.jsonl"
        with Client(address, set_as_default=False) as client:
            workers = [psutil.Process(number) for number in client.run(os.getpid).values()]
        found = []
        for count in (500, options.cases // 4, options.cases):  # with the first of them the workers load the base
            with source.open("w", encoding="utf-8") as file:
                file.writelines(lines[number % len(lines)] for number in range(count))
            before = processor_time(workers), processor_time([psutil.Process()]), time.monotonic()
            run(source, target, address)
            after = processor_time(workers), processor_time([psutil.Process()]), time.monotonic()
            found.append([count, *(then - now for then, now in zip(after, before, strict=True))])
            found[-1] += [source.stat().st_size, target.stat().st_size]
    cases, there, own, clock, read, written = (more - less for less, more in zip(*found[1:], strict=True))
    told(int(cases), there / cases, own / cases, clock, read / cases, written / cases, options.price)


def told(cases: int, there: float, own: float, clock: float, read: float, written: float, price: float) -> None:
    """The figures, as measured and for a billion; seconds and bytes are those of a case."""
    hours = there * BILLION / HOUR
    print(f"{cases:,} cases on two workers: {cases / clock:,.0f} a second on the clock")
    print(f"  processor time a case: workers {1e6 * there:,.0f} us, cutting and writing {1e6 * own:,.0f} us")
    print(f"  bytes a case: {read:,.0f} read, {written:,.0f} written")
    print(f"a billion cases: {hours:,.0f} core hours on the workers, {hours * price:,.2f} at {price} each")
    print(
        f"  {own * BILLION / HOUR:,.1f} hours of the process that writes {written * BILLION / TERA:.1f} TB of results;"
    )
    print(f"  it keeps up with {there / own:,.0f} cores")


if __name__ == "__main__":
    main()
