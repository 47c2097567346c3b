"""A graph as SVG, laid out in layers from left to right, with nothing else installed.

The usual four steps: put each node in a layer to the right of all that lead to it; let an edge that passes over a layer
have a place of its own there; order each layer so that few edges cross (by the mean place of the neighbours); then move
the nodes up and down towards their neighbours, as far as the order and the room between them allow.

Reference: K. Sugiyama, S. Tagawa, M. Toda, "Methods for visual understanding of hierarchical system structures", 1981.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from expert.publishing.graph import Edge, Graph, Node

_FONT, _SMALL = 13, 11
_LINE, _SMALL_LINE = 17, 14
_WIDTH, _PAD = 240, 10
_COLUMN_GAP, _ROW_GAP, _PASSING = 64, 14, 8
_MARGIN, _HEAD, _LEGEND = 16, 34, 30
_SWEEPS = 12

#: Fill and stroke of each kind. The kind also stands in words in each box, so colour is never all there is.
COLOURS = {
    "field": ("#f3f4f6", "#4b5563"), "answer": ("#f3f4f6", "#4b5563"), "finding": ("#e8f1fb", "#1d5fa8"),
    "evidence": ("#e9f6ec", "#1f6f3a"), "counter": ("#fdf0e6", "#9a4a00"), "cause": ("#ffffff", "#111827"),
    "advice": ("#eef6f6", "#0f6466"), "alert": ("#fdecec", "#a01c1c"),
}  # fmt: skip
TEXT, EDGE_COLOUR, AGAINST_COLOUR = "#1a1a1a", "#6b7280", "#9a4a00"


@dataclass(eq=False)
class _Box:
    """A node with its place, or a place where an edge passes a layer (`node` is None)."""

    node: Node | None
    layer: int
    lines: list[tuple[str, str]] = field(default_factory=list)
    height: float = _PASSING
    y: float = 0.0
    before: list[_Box] = field(default_factory=list)
    after: list[_Box] = field(default_factory=list)

    @property
    def x(self) -> int:
        """Its left side."""
        return _MARGIN + self.layer * (_WIDTH + _COLUMN_GAP)


def render(graph: Graph, standalone: bool = True) -> str:
    """The drawing.

    Args:
        graph: what to draw.
        standalone: as a file of its own; else as a part of an HTML page, which needs no namespace.
    """
    boxes, paths = _placed(graph)
    width = max((box.x + _WIDTH for box in boxes), default=0) + _MARGIN
    height = max((box.y + box.height / 2 for box in boxes), default=0) + _LEGEND + _MARGIN
    parts = ['<?xml version="1.0" encoding="UTF-8"?>'] if standalone else []
    space = ' xmlns="http://www.w3.org/2000/svg"' if standalone else ""
    size = f'width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}"'
    parts.append(f'<svg{space} {size} role="img" font-family="system-ui, sans-serif" aria-labelledby="graph-title">')
    parts.append(f'<title id="graph-title">{escape(graph.title)}</title>')
    parts.append(f'<rect width="{width:.0f}" height="{height:.0f}" fill="#ffffff"/>')
    parts.append(_words(_MARGIN, 22, graph.title, 15, bold=True))
    parts += [_path(edge, through) for edge, through in paths]
    parts += [_drawn(box) for box in boxes if box.node is not None]
    parts.append(_words(_MARGIN, height - 14, "Arrows lead from what is known to what follows from it; "
                        "dashed arrows speak against it, or take it back.", _SMALL))  # fmt: skip
    return "\n".join([*parts, "</svg>"]) + "\n"


# -- layout ----------------------------------------------------------------------------------------------------------


def _placed(graph: Graph) -> tuple[list[_Box], list[tuple[Edge, list[_Box]]]]:
    """Every box with its place, and every edge with the boxes that it leads through."""
    layers = _layers(graph)
    boxes = {node.id: _box(node, layers[node.id]) for node in graph.nodes}
    passing: dict[tuple[str, int, bool], _Box] = {}
    paths = [(edge, _through(edge, boxes, passing)) for edge in graph.edges]
    linked: set[tuple[int, int]] = set()
    for _, through in paths:
        for one, other in zip(through, through[1:], strict=False):
            if (id(one), id(other)) not in linked:
                linked.add((id(one), id(other)))
                one.after.append(other)
                other.before.append(one)
    everything = [*boxes.values(), *passing.values()]
    columns: list[list[_Box]] = [[] for _ in range(max(layers.values(), default=-1) + 1)]
    for box in everything:
        columns[box.layer].append(box)
    _order(columns)
    _spread(columns)
    top = min((box.y - box.height / 2 for box in everything), default=0)
    for box in everything:
        box.y = round(box.y - top + _HEAD + _MARGIN, 1)
    return everything, paths


def _layers(graph: Graph) -> dict[str, int]:
    """Each node right of all that lead to it; what nothing leads to, as near as it can be to where it leads."""
    leading: dict[str, list[str]] = {node.id: [] for node in graph.nodes}
    following: dict[str, list[str]] = {node.id: [] for node in graph.nodes}
    for edge in graph.edges:
        leading[edge.target].append(edge.source)
        following[edge.source].append(edge.target)
    layers: dict[str, int] = {}

    def layer(name: str) -> int:
        if name not in layers:
            layers[name] = 1 + max((layer(one) for one in leading[name]), default=-1)
        return layers[name]

    for node in graph.nodes:
        layer(node.id)
    for node in graph.nodes:
        if not leading[node.id] and following[node.id]:
            layers[node.id] = min(layers[one] for one in following[node.id]) - 1
    return layers


def _through(edge: Edge, boxes: Mapping[str, _Box], passing: dict[tuple[str, int, bool], _Box]) -> list[_Box]:
    """The boxes from an edge's source to its target; edges from one source pass a layer in one place."""
    start, end = boxes[edge.source], boxes[edge.target]
    between = []
    for layer in range(start.layer + 1, end.layer):
        key = (edge.source, layer, edge.against)
        between.append(passing.setdefault(key, _Box(None, layer)))
    return [start, *between, end]


def _order(columns: Sequence[list[_Box]]) -> None:
    """Sort each layer by the mean place of the neighbours, to and fro."""
    for sweep in range(_SWEEPS):
        forth = sweep % 2 == 0
        places = {box: index for column in columns for index, box in enumerate(column)}
        for column in columns[1:] if forth else columns[-2::-1]:
            ranks = {box: _mean([places[other] for other in _near(box, forth)], places[box]) for box in column}
            column.sort(key=ranks.__getitem__)
            places.update((box, index) for index, box in enumerate(column))


def _near(box: _Box, forth: bool) -> list[_Box]:
    return box.before if forth else box.after


def _mean(values: Sequence[float], default: float) -> float:
    return sum(values) / len(values) if values else default


def _spread(columns: Sequence[list[_Box]]) -> None:
    """Move boxes towards their neighbours, keeping order and distance."""
    for column in columns:
        _settle(column, [0.0] * len(column))
    for sweep in range(_SWEEPS):
        forth = sweep % 2 == 0
        for column in columns[1:] if forth else columns[-2::-1]:
            _settle(column, [_mean([other.y for other in _near(box, forth)], box.y) for box in column])


def _settle(column: Sequence[_Box], wanted: Sequence[float]) -> None:
    """The places nearest to the wanted ones (in least squares) that keep the boxes apart: pool adjacent violators."""
    pools: list[tuple[float, int]] = []
    offsets: list[float] = []
    for index, box in enumerate(column):
        above = column[index - 1].height / 2 + box.height / 2 + _ROW_GAP if index else 0.0
        offsets.append((offsets[-1] if offsets else 0.0) + above)
        mean, count = wanted[index] - offsets[-1], 1
        while pools and pools[-1][0] > mean:
            other, many = pools.pop()
            mean, count = (other * many + mean * count) / (many + count), many + count
        pools.append((mean, count))
    shifts = [mean for mean, count in pools for _ in range(count)]
    for box, offset, shift in zip(column, offsets, shifts, strict=True):
        box.y = offset + shift


# -- drawing ---------------------------------------------------------------------------------------------------------


def _box(node: Node, layer: int) -> _Box:
    """A node with its text folded to the width of a box."""
    room = _WIDTH - 2 * _PAD
    lines = [("kind", node.lines[0])]
    lines += [("title", line) for line in _folded(node.title, room / _FONT)]
    lines += [("small", part) for line in node.small for part in _folded(line, room / _SMALL)]
    height = sum(_LINE if style == "title" else _SMALL_LINE for style, _ in lines) + _PAD + 6
    return _Box(node, layer, lines, height)


def _folded(text: str, ems: float) -> list[str]:
    """A text in lines of at most so many ems, broken between words and, where it must be, within."""
    lines = [""]
    for word in text.split(" "):
        if lines[-1] and _ems(f"{lines[-1]} {word}") > ems:
            lines.append("")
        elif lines[-1]:
            lines[-1] += " "
        for part in re.findall(r"[^_./]*[_./]?", word):
            if lines[-1] and _ems(lines[-1] + part) > ems:
                lines.append("")
            for sign in part:
                if _ems(lines[-1] + sign) > ems:
                    lines.append("")
                lines[-1] += sign
    return [line for line in lines if line]


def _ems(text: str) -> float:
    """About how wide a text is in a sans-serif type, rather too much than too little."""
    return sum(_sign_ems(sign) for sign in text)


def _sign_ems(sign: str) -> float:
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.05
    if sign in "iljI|.,:;'!()[] ":
        return 0.34
    return 0.92 if sign in "mwMW@%" else 0.72 if sign.isupper() else 0.6


def _drawn(box: _Box) -> str:
    assert box.node is not None
    fill, stroke = COLOURS[box.node.kind]
    top = box.y - box.height / 2
    thick = 2.5 if box.node.kind in ("cause", "alert") else 1.2
    parts = [
        f'<g class="node"><rect x="{box.x}" y="{top:.1f}" width="{_WIDTH}" height="{box.height:.1f}" rx="6" '
        f'fill="{fill}" stroke="{stroke}" stroke-width="{thick}"/>'
    ]
    y = top + _PAD / 2
    for style, line in box.lines:
        y += _LINE if style == "title" else _SMALL_LINE
        colour = stroke if style == "kind" else TEXT
        size = _FONT if style == "title" else _SMALL
        parts.append(_words(box.x + _PAD, y, line, size, bold=style == "kind" or box.node.kind == "cause" and
                            style == "title", colour=colour))  # fmt: skip
    return "".join(parts) + "</g>"


def _words(x: float, y: float, text: str, size: int, bold: bool = False, colour: str = TEXT) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{x}" y="{y:.1f}" font-size="{size}" fill="{colour}"{weight}>{escape(text)}</text>'


def _path(edge: Edge, through: Sequence[_Box]) -> str:
    """An edge as a smooth line, straight where it passes a layer, with an arrowhead at its end."""
    start, end = through[0], through[-1]
    x, y = start.x + _WIDTH, start.y
    steps = [f"M{x} {y:.1f}"]
    for box in through[1:]:
        tip = box.x - (7 if box is end else 0)
        middle = (x + tip) / 2
        steps.append(f"C{middle:.1f} {y:.1f} {middle:.1f} {box.y:.1f} {tip} {box.y:.1f}")
        x, y = box.x + _WIDTH, box.y
        if box is not end:
            steps.append(f"H{x}")
    colour = AGAINST_COLOUR if edge.against else EDGE_COLOUR
    dashes = ' stroke-dasharray="6 4"' if edge.against else ""
    head = f"M{end.x - 8} {end.y - 4:.1f}L{end.x} {end.y:.1f}L{end.x - 8} {end.y + 4:.1f}Z"
    about = f"{'against, ' if edge.against else ''}{', '.join(edge.rules)}"
    return (
        f'<g class="edge"><title>{escape(about)}</title>'
        f'<path d="{"".join(steps)}" fill="none" stroke="{colour}" stroke-width="1.3"{dashes}/>'
        f'<path d="{head}" fill="{colour}"/></g>'
    )
