"""A base's map of places as SVG: every place is one element with its name, so that a page can show or tick it.

Each place is ``<g id="FIELD-VALUE" data-field="FIELD" data-place="VALUE">`` (dots in the field's name as hyphens) with
its label as ``<title>`` and a path for each view that it can be seen in. Its class is ``place`` (an area) or ``spot``
(a point to touch), and ``marked`` beside that where an answer says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import zip_longest

from expert.fields import Answers
from expert.knowledge import KnowledgeBase
from expert.places import PlaceMap, Point, View

_GAP, _TITLE, _FONT = 14.0, 16.0, 8
#: Fill and stroke of what is drawn; what is marked also has the thicker line, so that it is told apart in grey.
_PAPER, _LINE, _AREA, _MARKED, _SPOT, _TEXT = "#ffffff", "#4b5563", "#9aa1ab", "#e5484d", "#1d5fa8", "#1a1a1a"


def place_map_svg(knowledge: KnowledgeBase, answers: Answers | None = None, interactive: bool = False) -> str:
    """The map with what the answers mark; empty for a base without a map.

    Args:
        answers: of a case, or any that are to be marked.
        interactive: whether each place can be focused and ticked: a group of check boxes for who hears the page.
    """
    if knowledge.map is None:
        return ""
    return _Drawing(knowledge, knowledge.map, answers or {}, interactive).render()


def in_text(knowledge: KnowledgeBase, answers: Answers) -> list[str]:
    """What the map marks, as sentences: for who hears it."""
    drawn = knowledge.map
    if drawn is None:
        return []
    marked = drawn.marked(answers)
    found = []
    for field, caption in drawn.captions.items():
        labels = [knowledge.vocabulary.asked[field].values[value] for key, value in marked if key == field]
        if labels:
            found.append(f"{caption}: {'; '.join(labels)}.")
    return found


class _Drawing:
    """One map, part by part."""

    def __init__(self, knowledge: KnowledgeBase, drawn: PlaceMap, answers: Answers, interactive: bool) -> None:
        self.knowledge, self.drawn, self.interactive = knowledge, drawn, interactive
        self.marked = set(drawn.marked(answers))
        self.said = " ".join([f"{drawn.title}.", *in_text(knowledge, answers)])
        self.at: Mapping[int, Point] = {}
        self.width, self.height = self._lay_out()

    def _lay_out(self) -> Point:
        """Put two views in each row, in the middle of their columns; the size of all."""
        views = self.drawn.views
        rows = list(zip_longest(views[::2], views[1::2]))
        columns = [max((one.width * one.scale for one in column), default=0) for column in (views[::2], views[1::2])]
        at: dict[int, Point] = {}
        top = _GAP
        for row in rows:
            left = _GAP
            for view, wide in zip(row, columns, strict=True):
                if view is not None:
                    at[id(view)] = left + (wide - view.width * view.scale) / 2, top
                    left += wide + _GAP
            top += max(view.height * view.scale for view in row if view is not None) + _TITLE + _GAP / 2
        self.at = at
        return sum(columns) + 2 * _GAP + (_GAP if columns[1] else 0), top

    def render(self) -> str:
        """The whole drawing."""
        role = "group" if self.interactive else "img"
        size = f"{self.width:g} {self.height:g}"
        parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" class="map" viewBox="0 0 {size}" role="{role}" '
            f'aria-label="{escape(self.said)}" font-family="system-ui, sans-serif" font-size="{_FONT}">'
        ]
        for number, view in enumerate(self.drawn.views, 1):
            parts += self._ground(number, view)
        for field, value in self.drawn.answers():
            parts += self._answer(field, value)
        return "\n".join([*parts, "</svg>"]) + "\n"

    def _ground(self, number: int, view: View) -> Iterator[str]:
        """The outline of one view, what it cuts off, and its title below."""
        path = self._path(view, view.outline)
        left, top = self.at[id(view)]
        middle, below = left + view.width * view.scale / 2, top + view.height * view.scale + _FONT + 3
        yield f'<clipPath id="map-view-{number}"><path d="{path}"/></clipPath>'
        yield f'<path d="{path}" fill="{_PAPER}" stroke="{_LINE}" stroke-width="1.2" stroke-linejoin="round"/>'
        yield f'<text x="{middle:.0f}" y="{below:.0f}" text-anchor="middle" fill="{_TEXT}">{escape(view.title)}</text>'

    def _answer(self, field: str, value: str) -> Iterator[str]:
        """One place in all views."""
        shapes = [(number, view, one) for number, view in enumerate(self.drawn.views, 1) for one in view.shapes
                  if (one.field, one.value) == (field, value)]  # fmt: skip
        marked, small = (field, value) in self.marked, shapes[0][2].small
        kind = f"{'spot' if small else 'place'}{' marked' if marked else ''}"
        fill, opacity = (_SPOT if small else _MARKED, 0.75) if marked else ("#ffffff", 0)
        stroke, wide = (_TEXT, 1.4) if marked else (_SPOT if small else _AREA, 0.9 if small else 0.4)
        ticks = f' role="checkbox" tabindex="0" aria-checked="{str(marked).lower()}"' if self.interactive else ""
        label = self.knowledge.vocabulary.asked[field].values[value]
        yield (
            f'<g id="{escape(f"{field}-{value}".replace(".", "-"))}" class="{kind}" data-field="{escape(field)}" '
            f'data-place="{escape(value)}" fill="{fill}" fill-opacity="{opacity}" stroke="{stroke}" '
            f'stroke-width="{wide}"{ticks}>'
        )
        yield f"<title>{escape(label)}</title>"
        for number, view, shape in shapes:
            clip = "" if small else f' clip-path="url(#map-view-{number})"'
            yield f'<path d="{self._path(view, shape.points)}"{clip}/>'
        yield "</g>"

    def _path(self, view: View, points: Sequence[Point]) -> str:
        """A closed curve through these points (Catmull-Rom, as cubic Bezier curves)."""
        left, top = self.at[id(view)]
        shown = [(left + x * view.scale, top + y * view.scale) for x, y in points]
        count = len(shown)
        parts = [f"M{shown[0][0]:.1f} {shown[0][1]:.1f}"]
        for place in range(count):
            before, start, end, behind = (shown[(place + step) % count] for step in (-1, 0, 1, 2))
            first = start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6
            second = end[0] - (behind[0] - start[0]) / 6, end[1] - (behind[1] - start[1]) / 6
            parts.append(f"C{first[0]:.1f} {first[1]:.1f} {second[0]:.1f} {second[1]:.1f} {end[0]:.1f} {end[1]:.1f}")
        return "".join(parts) + "Z"
