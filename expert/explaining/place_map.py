"""A base's map of places, drawn with characters: what is marked as letters, the outline as dots, a key below."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from expert.explaining.page import Page, words
from expert.fields import Answers
from expert.knowledge import KnowledgeBase
from expert.places import PlaceMap, Shape, View, holds

if TYPE_CHECKING:
    from rich.console import Console

#: How much wider than high a unit is drawn, as a character is about half as wide as it is high.
_SQUEEZE = 2.0
_GAP = 2
_LETTERS = string.ascii_uppercase + string.ascii_lowercase


def write_place_map(console: Console, knowledge: KnowledgeBase, answers: Answers, everything: bool = False) -> None:
    """Write the map, two views beside each other, and what each letter on it means.

    Args:
        answers: of a case; what they say is marked.
        everything: mark every place, whatever the answers: to look places up.
    """
    drawn, page = knowledge.map, Page(console)
    if drawn is None:
        page.say("There is no map here.")
        return
    if page.sheet.places(knowledge, None if everything else answers):
        return
    marked = drawn.answers() if everything else drawn.marked(answers)
    letters = dict(zip(marked, _LETTERS, strict=False))
    page.say((f"{drawn.title}:", "bold"))
    page.drawing(picture(drawn, letters, min(page.width, 76)))
    for field, caption in drawn.captions.items():
        keys = {letter: value for (key, value), letter in letters.items() if key == field}
        if keys:
            page.say((f"{caption}:", "bold"))
            for letter, value in keys.items():
                page.text(words(knowledge.vocabulary.asked[field].values[value]), f" {letter}  ", "    ")
    if not marked:
        page.say("None of your answers is on it.")


def picture(drawn: PlaceMap, letters: Mapping[tuple[str, str], str], width: int) -> Iterator[str]:
    """The lines of the drawing, no wider than so many characters."""
    room = (width - _GAP) // 2
    for place in range(0, len(drawn.views), 2):
        row = drawn.views[place : place + 2]
        unit = max(max(view.width * view.scale for view in drawn.views) / room, 5.5)
        blocks = [[view.title[:room].center(room), *_grid(view, letters, unit / view.scale, room)] for view in row]
        for number in range(max(map(len, blocks))):
            cells = [block[number] if number < len(block) else "" for block in blocks]
            line = (" " * _GAP).join(cell.ljust(room) for cell in cells).rstrip()
            if line:
                yield line


def _grid(view: View, letters: Mapping[tuple[str, str], str], unit: float, room: int) -> list[str]:
    """One view, each character `unit` wide: dots within the outline, letters on what is marked."""
    wide, high = min(int(view.width / unit) + 1, room), int(view.height / (unit * _SQUEEZE)) + 1
    middles = [[((x + 0.5) * unit, (y + 0.5) * unit * _SQUEEZE) for x in range(wide)] for y in range(high)]
    inside = [[holds(view.outline, *point) for point in row] for row in middles]
    cells = [["." if within else " " for within in row] for row in inside]
    for shape in sorted(view.shapes, key=lambda one: one.small):
        letter = letters.get((shape.field, shape.value))
        if letter is not None:
            for x, y in _covered(shape, middles, inside):
                cells[y][x] = letter
    return ["".join(row).center(room) for row in cells]


def _covered(
    shape: Shape, middles: Sequence[Sequence[tuple[float, float]]], inside: Sequence[Sequence[bool]]
) -> list[tuple[int, int]]:
    """The characters that a shape covers; the nearest one where it is too small to cover any."""
    spots = [(x, y) for y, row in enumerate(middles) for x, point in enumerate(row)
             if inside[y][x] and holds(shape.points, *point)]  # fmt: skip
    if spots:
        return spots
    left, top = shape.middle
    far = {
        (point[0] - left) ** 2 + (point[1] - top) ** 2: (x, y)
        for y, row in enumerate(middles)
        for x, point in enumerate(row)
        if inside[y][x]
    }
    return [far[min(far)]] if far else []
