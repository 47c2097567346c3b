"""Where on the foot each place is: four views of a right foot, drawn from these shapes."""

from __future__ import annotations

from collections.abc import Sequence

from expert.authoring import PlaceMap, Point, Shape, View, ellipse, mirrored

_PLACE, _BONE = "pain.location", "signs.tender_bone"


def _place(value: str, *points: Point) -> Shape:
    return Shape(_PLACE, value, points)


def _round(value: str, x: float, y: float, wide: float, high: float = 0) -> Shape:
    return Shape(_PLACE, value, ellipse(x, y, wide, high))


def _bone(value: str, x: float, y: float, wide: float = 6, high: float = 0) -> Shape:
    return Shape(_BONE, value, ellipse(x, y, wide, high), small=True)


def _flipped(shapes: Sequence[Shape], width: float) -> tuple[Shape, ...]:
    return tuple(Shape(one.field, one.value, mirrored(one.points, width), one.small) for one in shapes)


def _all(width: float, height: float) -> Shape:
    """The whole of a view, below everything else."""
    return _place("whole_foot", (0, 0), (width, 0), (width, height), (0, height))


#: The toes and the widest part, from the inner side round to the outer one; y from the tips of the toes.
_FRONT: tuple[Point, ...] = (
    (11, 85), (8, 68), (8, 45), (9, 22), (16, 10), (25, 10), (31, 20), (33, 34), (35, 16), (42, 8), (48, 15), (50, 34),
    (52, 18), (58, 13), (63, 20), (64, 38), (66, 26), (71, 22), (75, 29), (76, 47), (78, 39), (84, 36), (88, 44),
    (88, 60), (91, 78), (89, 105),
)  # fmt: skip
_TOES = _place("toes", (0, 0), (100, 0), (100, 62), (78, 52), (64, 46), (33, 42), (0, 48))
_BETWEEN = tuple(
    _round("between_toes", x, y, 2.5, 9) for x, y in ((33, 32), (50, 31), (64.5, 36), (76.5, 46))
)
_NAILS = tuple(
    _round("toenail", x, y, wide, 1.3 * wide)
    for x, y, wide in ((20, 18, 5), (42, 15, 3), (58, 19, 3), (71, 28, 3), (84, 42, 2.6))
)

_TOP = View(
    "from above", 100, 220,
    (*_FRONT, (83, 135), (78, 158), (80, 174), (86, 188), (81, 203), (76, 220), (30, 220), (25, 203), (19, 187),
     (24, 170), (27, 150), (25, 125), (17, 102)),
    (
        _all(100, 222),
        _TOES,
        _place("top_of_foot", (0, 58), (33, 54), (64, 58), (100, 72), (100, 112), (0, 112)),
        _place("midfoot", (0, 112), (100, 112), (100, 152), (0, 152)),
        _place("ankle", (0, 158), (100, 158), (100, 222), (0, 222)),
        _round("ankle_front", 52, 176, 20, 14),
        _round("ankle_inner", 24, 188, 9, 13),
        _round("ankle_outer", 81, 189, 9, 13),
        *_BETWEEN,
        *_NAILS,
        _round("big_toe_joint", 14, 66, 11),
        _bone("metatarsal", 52, 86, 15, 12),
        _bone("inner_midfoot", 30, 136),
        _bone("outer_midfoot", 82, 122),
        _bone("inner_ankle_bone", 24, 188),
        _bone("outer_ankle_bone", 81, 189),
    ),
)  # fmt: skip

_SOLE = View(
    "from below", 100, 220,
    (*mirrored(_FRONT, 100), (13, 118), (22, 145), (28, 168), (29, 190), (36, 208), (50, 216), (65, 210), (74, 194),
     (74, 174), (70, 150), (73, 126), (82, 103)),
    (
        _all(100, 222),
        _place("sole", (0, 0), (100, 0), (100, 222), (0, 222)),
        *_flipped([_TOES], 100),
        _place("ball_of_foot", (100, 52), (67, 48), (36, 52), (0, 66), (0, 94), (45, 96), (100, 96)),
        _place("outer_edge", (0, 96), (30, 96), (44, 165), (0, 165)),
        _place("arch", (42, 100), (100, 100), (100, 164), (52, 164)),
        _place("heel", (0, 168), (100, 168), (100, 222), (0, 222)),
        *_flipped(_BETWEEN, 100),
    ),
)  # fmt: skip

#: The leg and the top of the foot as seen from the outer side, the toes to the right.
_LEG: tuple[Point, ...] = (
    (190, 160), (166, 150), (136, 134), (108, 112), (95, 92), (90, 62), (93, 28), (90, 0), (34, 0), (27, 26), (31, 56),
    (42, 86), (45, 112), (39, 134), (32, 154), (35, 172), (50, 180),
)  # fmt: skip
_OUTER_PLACES = (
    _all(200, 190),
    _place("calf", (0, 0), (66, 0), (60, 40), (60, 64), (0, 64)),
    _place("achilles", (20, 68), (52, 68), (58, 100), (56, 130), (20, 130)),
    _place("heel", (0, 134), (56, 134), (74, 160), (78, 190), (0, 190)),
    _place("ankle", (60, 92), (110, 92), (116, 124), (96, 146), (60, 140)),
    _place("ankle_front", (92, 84), (118, 104), (106, 122), (92, 106)),
    _place("top_of_foot", (112, 106), (176, 144), (166, 164), (118, 140), (104, 124)),
    _place("toes", (172, 140), (200, 140), (200, 190), (172, 190)),
)
_OUTER = View(
    "from the outer side", 200, 186, ((90, 181), (150, 181), (190, 181), (198, 171), *_LEG),
    (
        *_OUTER_PLACES,
        _place("outer_edge", (84, 162), (168, 162), (168, 190), (84, 190)),
        _round("ankle_outer", 76, 120, 15, 16),
        _bone("outer_ankle_bone", 75, 122, 7),
        _bone("outer_midfoot", 116, 170),
        _bone("heel_bone", 52, 158, 8),
    ),
    scale=0.6,
)  # fmt: skip
_INNER = View(
    "from the inner side", 200, 186,
    ((110, 178), (96, 168), (74, 169), (54, 180), (12, 181), (2, 171), *mirrored(_LEG, 200)),
    (
        *_flipped(_OUTER_PLACES, 200),
        _place("arch", (52, 158), (118, 154), (118, 190), (52, 190)),
        _round("ankle_inner", 124, 118, 15, 16),
        _round("big_toe_joint", 45, 168, 13),
        _bone("inner_ankle_bone", 125, 120, 7),
        _bone("inner_midfoot", 98, 146),
        _bone("heel_bone", 148, 158, 8),
    ),
    scale=0.6,
)  # fmt: skip

FOOT_MAP = PlaceMap(
    "A right foot (the left one is its mirror image)",
    (_TOP, _SOLE, _OUTER, _INNER),
    captions={_PLACE: "It hurts here", _BONE: "Bones to press"},
)
