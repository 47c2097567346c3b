"""A map of the places that a base asks about: a few views, each an outline with the places on it as shapes.

It is plain data in units of its own. `expert.publishing.place_map` draws it as SVG, `expert.explaining.place_map` with
characters, both from the same shapes.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from expert.fields import Answers, Vocabulary

Point = tuple[float, float]


@dataclass(frozen=True)
class Shape:
    """Where one answer is, in one view; what lies outside of the view's outline is cut off.

    Attributes:
        field, value: the answer: a full field name and one of its values.
        points: corners of a closed curve, clockwise or not, in the view's units.
        small: whether it is a point to be touched rather than an area, drawn above the areas.
    """

    field: str
    value: str
    points: tuple[Point, ...]
    small: bool = False

    @property
    def middle(self) -> Point:
        """The mean of its corners."""
        return sum(x for x, _ in self.points) / len(self.points), sum(y for _, y in self.points) / len(self.points)


@dataclass(frozen=True)
class View:
    """One side of the thing.

    Attributes:
        title: what is seen, as a short clause.
        width, height: of the view, in its units; y grows downwards.
        outline: corners of the closed curve around all.
        shapes: the places in it, what lies above others later.
        scale: how large a unit is drawn beside those of other views.
    """

    title: str
    width: float
    height: float
    outline: tuple[Point, ...]
    shapes: tuple[Shape, ...]
    scale: float = 1.0


@dataclass(frozen=True)
class PlaceMap:
    """All views, in rows of two.

    Attributes:
        title: what it shows, as a sentence without its full stop.
        views: at least one.
        captions: for each field with shapes, what stands before the answers that are marked ("It droops here").
    """

    title: str
    views: tuple[View, ...]
    captions: Mapping[str, str]

    def answers(self) -> Sequence[tuple[str, str]]:
        """Every answer that is somewhere on the map, areas first, each once."""
        shapes = sorted((shape for view in self.views for shape in view.shapes), key=lambda shape: shape.small)
        return list(dict.fromkeys((shape.field, shape.value) for shape in shapes))

    def marked(self, answers: Answers) -> Sequence[tuple[str, str]]:
        """Those of a case's answers that are on the map, in the order of the map."""
        return [(field, value) for field, value in self.answers() if value in _values(answers.get(field))]

    def faults(self, vocabulary: Vocabulary) -> Iterator[str]:
        """What is no answer to a question, or has no words before it."""
        for field, value in self.answers():
            if field not in vocabulary.asked or value not in vocabulary.asked[field].values:
                yield f"the map shows {field}={value}, which is no answer"
            elif field not in self.captions:
                yield f"the map says nothing before {field}"


def _values(answer: object) -> Collection[object]:
    return answer if isinstance(answer, tuple) else (answer,)


def ellipse(x: float, y: float, wide: float, high: float = 0) -> tuple[Point, ...]:
    """Corners of an ellipse around a point, by half its width and half its height; a circle where that is left out."""
    turns = [step * math.pi / 6 for step in range(12)]
    return tuple((round(x + wide * math.cos(turn), 1), round(y + (high or wide) * math.sin(turn), 1)) for turn in turns)


def mirrored(points: Sequence[Point], width: float) -> tuple[Point, ...]:
    """The same, left and right exchanged."""
    return tuple((width - x, y) for x, y in points)


def holds(points: Sequence[Point], x: float, y: float) -> bool:
    """Whether a point lies within straight lines between these corners."""
    inside = False
    for (x1, y1), (x2, y2) in zip(points, (*points[1:], points[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside
