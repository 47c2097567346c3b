"""How a batch went, and what is said of the cases that did not go well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from expert.cases.results import FaultResult, Result, failed_expect


@dataclass
class Tally:
    """How a batch went.

    Attributes:
        cases: how many there were; failed: their expect; unreadable: could not be read; faults: the program failed.
    """

    cases: int = 0
    failed: int = 0
    unreadable: int = 0
    faults: int = 0

    def count(self, result: Result) -> None:
        """Take note of one result."""
        self.cases += 1
        if isinstance(result, FaultResult):
            self.faults += 1
        else:
            self.unreadable += result["status"] == "error"
        self.failed += failed_expect(result)

    def add(self, other: Tally) -> None:
        """Take note of other cases."""
        self.cases += other.cases
        self.failed += other.failed
        self.unreadable += other.unreadable
        self.faults += other.faults

    def __str__(self) -> str:
        cases = "1 case" if self.cases == 1 else f"{self.cases:,} cases"
        said = f"{cases}: {self.failed:,} failed their expect, {self.unreadable:,} could not be read"
        return f"{said}, on {self.faults:,} the program itself failed." if self.faults else f"{said}."


def complaints(result: Result, debug: bool) -> Iterator[str]:
    """Which case could not be read or reasoned through, or is not what it expects, and why.

    Args:
        debug: say where in the program a fault happened, too.
    """
    if result["status"] == "error":
        error = result["error"]
        line = f", line {error['line']}" if error["line"] else ""
        yield f"{result['source']}{line}: {error['message']}"
        if debug and isinstance(result, FaultResult):
            yield result.trace
    elif failed_expect(result):
        yield f"{full_name(result)}: expect failed: {'; '.join(result['expect']['failures'])}"


def full_name(result: Mapping[str, Any]) -> str:
    """Where a case stands, and its id where that says more."""
    source, name = result["source"], result["id"]
    return str(source) if str(source).endswith(name) else f"{source} ({name})"
