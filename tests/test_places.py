"""The map of places: everything that can be told of a place is on it, in words too, drawn in two ways from one data."""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from houseplants import PLANTS
from rich.cells import cell_len
from rich.console import Console
from shared import library_cases, part_of

from expert.explaining.place_map import picture, write_place_map
from expert.places import PlaceMap, Shape, View, holds
from expert.publishing.place_map import place_map_svg
from kb.book import KNOWLEDGE

DRAWN = KNOWLEDGE.map
FIELDS = ("pain.location", "signs.tender_bone")
SVG = "{http://www.w3.org/2000/svg}"
CASES = part_of((case for case in library_cases("clinic", "article") if case.answers.get("pain.location")), 9)


def drawn(answers, width=80, knowledge=KNOWLEDGE, **more):
    out = io.StringIO()
    write_place_map(Console(file=out, width=width), knowledge, answers, **more)
    return out.getvalue()


def test_every_place_and_every_bone_is_on_the_map_and_nothing_else():
    labels = {(field, value) for field in FIELDS for value in KNOWLEDGE.vocabulary.asked[field].values}
    assert set(DRAWN.answers()) == labels
    assert list(DRAWN.faults(KNOWLEDGE.vocabulary)) == []
    wrong = replace(DRAWN, captions={"pain.location": "Here"})
    assert any("signs.tender_bone" in fault for fault in wrong.faults(KNOWLEDGE.vocabulary))


def test_every_shape_is_within_its_view():
    for view in DRAWN.views:
        for shape in view.shapes:
            grid = [(x, y) for x in range(0, int(view.width), 2) for y in range(0, int(view.height), 2)]
            assert any(holds(shape.points, *at) and holds(view.outline, *at) for at in grid), (view.title, shape.value)


@pytest.mark.parametrize("interactive", [False, True])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_the_drawing_has_one_element_for_each_place_with_its_name_and_says_what_is_marked(case, interactive):
    page = ET.fromstring(place_map_svg(KNOWLEDGE, case.answers, interactive, standalone=True))
    groups = [one for one in page.iter(f"{SVG}g")]
    assert [(one.get("data-field"), one.get("data-place")) for one in groups] == list(DRAWN.answers())
    assert len({one.get("id") for one in groups}) == len(groups)
    for one in groups:
        field, value = one.get("data-field"), one.get("data-place")
        label = KNOWLEDGE.vocabulary.asked[field].values[value]
        assert one.find(f"{SVG}title").text == label and one.findall(f"{SVG}path")
        marked = value in case.answers.get(field, ())
        assert ("marked" in one.get("class").split()) == marked
        assert one.get("aria-checked") == (str(marked).lower() if interactive else None)
        assert not marked or label in page.get("aria-label")
    assert page.get("role") == ("group" if interactive else "img")


@pytest.mark.parametrize("width", [24, 40, 80, 120])
@pytest.mark.parametrize("everything", [False, True])
def test_with_characters_it_fits_and_each_letter_is_explained(width, everything):
    answers = {"pain.location": ("toenail", "ankle_outer"), "signs.tender_bone": ("outer_midfoot",)}
    shown = drawn(answers, width, everything=everything)
    assert all(cell_len(line) <= width for line in shown.splitlines())
    plain = " ".join(shown.split())
    for field, value in DRAWN.answers() if everything else DRAWN.marked(answers):
        assert KNOWLEDGE.vocabulary.asked[field].values[value] in plain
    picture = shown[: shown.index(DRAWN.captions["pain.location"])]
    assert width < 40 or everything or all(f"{letter}" in picture for letter in "ABC")


def test_where_nothing_is_marked_or_there_is_no_map_it_says_so():
    assert "None of your answers is on it" in drawn({})
    assert place_map_svg(PLANTS) == "" and "no map" in drawn({}, knowledge=PLANTS)


def test_an_answer_of_one_value_is_marked_as_one_of_a_list_is():
    square = ((0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0))
    shapes = tuple(Shape("pot.part", value, square) for value in ("rim", "foot"))
    pot = PlaceMap("A pot", (View("from the side", 9, 9, square, shapes),), {"pot.part": "It is cracked here"})
    assert list(pot.marked({"pot.part": "foot"})) == [("pot.part", "foot")] == list(pot.marked({"pot.part": ("foot",)}))
    assert list(pot.marked({})) == []


def test_a_point_is_drawn_above_the_area_that_it_lies_in_whichever_comes_first():
    def square(low, high):
        return (low, low), (high, low), (high, high), (low, high)

    area, point = Shape("pot.part", "side", square(0, 90)), Shape("pot.part", "crack", square(40, 50), small=True)
    for shapes in ((area, point), (point, area)):
        pot = PlaceMap("A pot", (View("from the side", 90, 90, square(0, 90), shapes),), {})
        shown = "\n".join(picture(pot, {("pot.part", "side"): "A", ("pot.part", "crack"): "B"}, 60))
        assert "A" in shown and "B" in shown
