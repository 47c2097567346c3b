"""Results for somebody at a terminal: some lines for each case as it comes, then what all of them come to."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from typing import IO, Any

from expert.cases.tally import full_name
from expert.cases.writers import About
from expert.cases.writers.summary import NOTHING, Summary
from expert.characters import harmless

#: How wide it is where nobody's terminal says it.
_WIDTH = 80
_NARROW = 60


class Results:
    """Writes each result in words; with colours only on a terminal, and they say nothing that the words do not."""

    def __init__(self, out: IO[str], about: About) -> None:
        from rich.console import Console  # late: the other formats need none

        on_terminal = out.isatty()
        width = shutil.get_terminal_size((_WIDTH, 24)).columns if on_terminal else _WIDTH
        self._out = out
        self._console = Console(file=out, width=width, markup=False, highlight=False, emoji=False)
        self._about, self._summary = about, Summary(about)

    def begin(self) -> None:
        """Nothing stands before the first."""

    def add(self, result: Mapping[str, Any]) -> None:
        """A case: what was concluded, how urgent it is, what went wrong."""
        self._summary.add(result)
        self._print(f"{full_name(result)}: ", self._said(result), "bold")
        for text in _wrong(result):
            self._print("NOT READ " if result["status"] == "error" else "FAILED ", text, "bold red", 2)

    def end(self) -> None:
        """What all of them come to."""
        self._out.write("\n")
        self._print(str(self._summary), "", "bold")
        if self._about.part:
            self._print("", self._about.part, "bold")
        if not self._summary.assessed:
            self._print("Red flags were NOT looked for.", "", "bold")
        self._tables()
        self._out.flush()

    def _print(self, head: str, text: str, style: str, indent: int = 0) -> None:
        """A paragraph with its head in a style."""
        from rich.padding import Padding
        from rich.text import Text

        line = Text.assemble((harmless(head), style), harmless(text), overflow="fold")
        self._show(Padding(line, (0, 0, 0, indent), expand=False))

    def _show(self, *parts: Any) -> None:
        """Print; without the blanks that fill lines up."""
        with self._console.capture() as caught:
            self._console.print(*parts)
        self._out.write("".join(f"{line.rstrip()}\n" for line in caught.get().split("\n")[:-1]))

    def _said(self, result: Mapping[str, Any]) -> str:
        """The result in a line."""
        if result["status"] == "error":
            return "no result"
        found = self._summary.found(result)
        if result["conclusions"]:
            first, mark, also = found.partition("; ")
            found = f"{first}, {result['conclusions'][0]['level']}{mark}{also}"
        if result["urgency"] == self._about.knowledge.urgencies.mildest:
            return found
        why = self._summary.why(result)
        soon = self._summary.soon(result["urgency"], result.get("within", ""))
        return f"{found}; {soon}{f' ({why})' if why else ''}"

    def _tables(self) -> None:
        """How often each cause and each urgency."""
        summary = self._summary
        causes = [(cause.short, summary.times_first(cause.id)) for cause in self._about.knowledge.causes]
        causes.append((NOTHING, summary.times_first(None)))
        self._table("concluded first", sorted(causes, key=lambda one: -one[1]))
        urgencies = self._about.knowledge.urgencies
        self._table(
            "how urgent", [(summary.soon(one.name), summary.urgencies[one.name]) for one in reversed(urgencies.rungs)]
        )

    def _table(self, title: str, rows: list[tuple[str, int]]) -> None:
        """Names with how often, and bars that show it."""
        from rich.table import Table

        table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 1, 0, 0))
        table.add_column(title, overflow="fold")
        table.add_column("cases", justify="right", no_wrap=True)
        table.add_column("share", justify="right", no_wrap=True)
        alike = len({count for _, count in rows if count}) <= 1  # bars of one length show nothing
        narrow = self._console.width < _NARROW or alike
        if not narrow:
            table.add_column("")
        most = max((count for _, count in rows), default=0) or 1
        for name, count in rows:
            share = f"{100 * count / (self._summary.read or 1):.0f} %"
            bar = () if narrow else ("#" * -(-20 * count // most),)
            table.add_row(harmless(name), f"{count:,}", share, *bar)
        self._out.write("\n")
        self._show(table)


def _wrong(result: Mapping[str, Any]) -> Iterator[str]:
    """What went wrong with a case."""
    if result["status"] == "error":
        line = f"line {result['error']['line']}: " if result["error"]["line"] else ""
        yield line + result["error"]["message"]
    elif "expect" in result:
        yield from result["expect"]["failures"]
