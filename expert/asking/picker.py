"""Choosing from a list with keys: where the cursor is, what is ticked, which part of the list fits the window.

Plain state and text; the keys that move it, and the terminal that shows it, are the business of `ports`.
"""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import NamedTuple

from expert.asking.turn import Choice

#: The fewest lines of a list that are of any use.
LEAST_LINES = 4


class Row(NamedTuple):
    """One line to stand on: what is typed for it, what it says, and whether it is an option that can be ticked."""

    reply: str
    label: str
    option: bool


class Drawn(NamedTuple):
    """A line of the list as it is shown; `here` for the row that the cursor is on."""

    text: str
    here: bool = False


class Picker:
    """A choice that somebody moves through.

    Args:
        open: whether the list is to be seen from the beginning, or only once somebody moves.
        keeps: whether an empty reply gives again what was answered before, be it that none was chosen.

    Attributes:
        cursor: the row it stands on, None before somebody moves. ticked: the replies of the options that are ticked.
        notice: what to say about the last key, if anything. quick: whether a single key was the reply.
    """

    def __init__(self, choice: Choice, open: bool = True, keeps: bool = False) -> None:
        self.choice, self.open, self.keeps = choice, open, keeps or bool(choice.selected)
        self.rows = [Row(pick.reply, pick.label, True) for pick in choice.options]
        self.rows += [Row("0", choice.none, False)] if choice.none else []
        self.rows += [Row("u", choice.unknown, False)] if choice.unknown else []
        self.ticked: set[str] = set(choice.selected) if choice.several else set()
        chosen = [place for place, row in enumerate(self.rows) if row.reply in choice.selected]
        self.cursor: int | None = chosen[0] if chosen and not choice.several else None
        self.notice, self.quick = "", False
        self._top = 0
        self._seen = len(self.rows)

    # Keys.

    def move(self, by: int) -> None:
        """To the row so many further on; from the last to the first, and back."""
        self.notice = ""
        if not self.open:
            self.open = True
        elif self.cursor is None:
            self.cursor = 0 if by > 0 else len(self.rows) - 1
        else:
            self.cursor = (self.cursor + by) % len(self.rows)

    def leaf(self, by: int) -> None:
        """As many rows further on as can be seen, but no further than the end."""
        if self.cursor is None:
            self.move(by)
        else:
            self.cursor = max(0, min(len(self.rows) - 1, self.cursor + by * max(1, self._seen - 1)))

    def toggle(self) -> None:
        """Tick the option under the cursor, or no longer; what stands for no option takes all ticks away."""
        self.notice = ""
        if self.cursor is None:
            self.move(1)
            return
        row = self.rows[self.cursor]
        if not row.option:
            self.ticked.clear()
        else:
            self.ticked ^= {row.reply}

    def reply(self) -> str | None:
        """What Enter hands over: empty for what was chosen before; None where nothing is chosen, or not clearly so."""
        row = None if self.cursor is None else self.rows[self.cursor]
        if row is not None and (not row.option or not self.choice.several):
            if self.ticked and self.choice.several:
                self.notice = "Some are ticked: Space here takes the ticks away; or go up to a line and press Enter."
                return None
            return self.choice.reply({row.reply}) if row.option else row.reply
        if row is None and self.keeps and self.ticked == (set(self.choice.selected) if self.choice.several else set()):
            return ""
        if row is None and not self.choice.selected:
            self.notice = "Go to a line with the arrows, or type." if self.open else ""
            self.open = True
            return None
        if not self.choice.several:
            return ""
        if not self.ticked:
            none = f", 0 for {self.choice.none}" if self.choice.none else ""
            self.notice = f"Nothing is ticked. Space ticks the line{none}."
            return None
        return self.choice.reply(self.ticked)

    # Showing.

    def draw(self, width: int, height: int) -> list[Drawn]:
        """The lines of the list that fit, the cursor's row among them; says how many rows are above and below."""
        texts = [list(self._wrapped(place, width)) for place in range(len(self.rows))]
        self._scroll([len(text) for text in texts], max(height, LEAST_LINES))
        shown = range(self._top, self._top + self._seen)
        lines = [Drawn(f"   ({self._top} more above)")] if self._top else []
        for place in shown:
            lines += [Drawn(text, place == self.cursor) for text in texts[place]]
        below = len(self.rows) - shown.stop
        return [*lines, *([Drawn(f"   ({below} more below: arrow down)")] if below else [])]

    def _wrapped(self, place: int, width: int) -> Iterator[str]:
        """One row: the cursor, the tick, what is typed for it, and its label wrapped under itself."""
        row = self.rows[place]
        tick = (
            ""
            if not self.choice.several
            else f"[{'x' if row.reply in self.ticked else ' '}] "
            if row.option
            else "    "
        )
        number = f"{row.reply:>2}  " if len(row.reply) < 3 else ""
        head = f"{'>' if place == self.cursor else ' '} {tick}{number}"
        lines = wrap(row.label, max(10, width - len(head) - 1)) or [""]
        yield head + lines[0]
        yield from (" " * len(head) + line for line in lines[1:])

    def _scroll(self, heights: list[int], height: int) -> None:
        """Put the top such that the cursor's row is seen, moving no further than that takes."""
        if sum(heights) <= height:
            self._top, self._seen = 0, len(heights)
            return
        cursor = self.cursor or 0
        self._top = min(self._top, cursor)
        self._seen = self._fitting(heights, height)
        while cursor >= self._top + self._seen:
            self._top += 1
            self._seen = self._fitting(heights, height)

    def _fitting(self, heights: list[int], height: int) -> int:
        """How many rows fit from the top on, at least one, with room for what is said of those above and below."""
        room = height - bool(self._top)
        count = 0
        for place in range(self._top, len(heights)):
            below = place + 1 < len(heights)
            if sum(heights[self._top : place + 1]) + below > room:
                break
            count += 1
        return max(1, count)
