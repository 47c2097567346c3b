"""Reading cases: what is accepted, what every error says, and that nothing else ever comes out."""

from __future__ import annotations

import io
import json
import os
import random
from fractions import Fraction

import pytest
import yaml
from shared import LONG, bare_base

from expert.cases import yaml_cases
from expert.cases.case import Case, Unreadable
from expert.cases.reader import CaseReader
from expert.cases.yaml_cases import dump_case
from expert.contradictions import Contradiction
from expert.errors import CaseError
from expert.fields import Choice, Computed, Distance, Group, Listed, Many, Number, Quantity, Vocabulary, YesNo


def yes_no(name):
    return YesNo(f"{name}?", "help", name, denies=f"not {name}")


def words(*names):
    return {name: name.replace("_", " ") for name in names}


class Plant(Group):
    age = Number("How old is it?", "In years.", "it is {} years old", unit="years", most=200)
    succulent = yes_no("succulent")
    height = Distance("How far up does it reach?", "A very tall plant.", "it reaches {}", most=100)
    kind = Choice("Which kind?", "Any.", "it is a {}", values=words("fern", "cactus", "none", "off", "yes"))


class Pot(Group):
    drained = yes_no("drained")
    age = Number("How old is the pot?", "In years.", "the pot is {} years old", unit="years", most=50)
    soil_mix = Choice("Which soil?", "Look.", "the soil is {}", values=words("peat", "sand", "loam"))
    growth = Computed("", "", "grew by {}", sources=[("plant.age", "pot.age")], work_out=lambda a, b: a - b)


class Leaf(Group):
    spots = Many("Where are spots?", "Look.", "spots at {}", values=words("tip", "edge", "vein", "stem"))
    yellow = yes_no("yellow")
    loss = Number("How many fell, in percent?", "Count.", "{} percent fell", unit="percent", most=100)


PLANTS = Vocabulary([Plant, Pot, Leaf], unit="mi")
CAUSES = ("thirst", "drowning", "mites")
CLAIMS = frozenset({"W1", "W2", "M1"})


def older_pot(pot, plant):
    """A contradiction: a pot that is older than its plant."""
    return "since the pot is older than the plant" if pot.value > plant.value else None


BASE = bare_base(PLANTS, CAUSES, CLAIMS)
STRICT = bare_base(PLANTS, CAUSES, CLAIMS, (Contradiction("pot.age", ("plant.age",), older_pot),))


@pytest.fixture
def reader():
    return CaseReader(STRICT)


def one(reader, text, form="yaml"):
    items = reader.read_text(text, "f", form)
    assert len(items) == 1, items
    return items[0]


def answers(reader, text, form="yaml"):
    item = one(reader, text, form)
    assert isinstance(item, Case), item.error
    return dict(item.answers)


def error(reader, text, form="yaml"):
    item = one(reader, text, form)
    assert isinstance(item, Unreadable), item
    return item.error


YAML = """\
id: ivy
units: km
note: on the sill
plant: {age: 3.5, succulent: no, height: 0.01}
pot:
  drained: yes
leaf: {spots: [edge, tip], loss: 20%}
expect: {top: [thirst, mites], at_least: {thirst: very likely}, recommends: W1, none_likely: no}
"""
JSON = {
    "id": "ivy",
    "units": "km",
    "note": "on the sill",
    "plant": {"age": 3.5, "succulent": False, "height": 0.01},
    "pot": {"drained": True},
    "leaf": {"spots": ["edge", "tip"], "loss": 20},
    "expect": {
        "top": ["thirst", "mites"], "at_least": {"thirst": "very likely"}, "recommends": ["W1"], "none_likely": False,
    },
}  # fmt: skip
CSV = (
    "id,units,note,plant.age,plant.succulent,plant.height,pot.drained,pot.age,leaf.spots,leaf.loss,"
    "expect.top,expect.at_least,expect.recommends,expect.none_likely\n"
    "ivy,km,on the sill,3.5,no,0.01,TRUE,,edge;tip,20,thirst;mites,thirst:very likely,W1,no\n"
)


# -- what is accepted ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "form"),
    [(YAML, "yaml"), (json.dumps(JSON, indent=1), "json"), (json.dumps([JSON]), "json"), (json.dumps(JSON), "jsonl"),
     (CSV, "csv"), (YAML.replace("\n", "\r\n"), "yaml"), (CSV.replace("\n", "\r\n"), "csv"), ("\ufeff" + CSV, "csv"),
     ("\ufeff" + YAML, "yaml"), ("\ufeff" + json.dumps(JSON), "json"), (json.dumps(JSON), "yaml")],
)  # fmt: skip
@pytest.mark.parametrize("guessed", [False, True])
def test_every_format_gives_the_same_case(reader, text, form, guessed):
    item = one(reader, text, None if guessed else form)
    assert item == Case(
        "ivy",
        "f#1",
        {
            "plant.age": Quantity(Fraction(7, 2), "3.5"),
            "plant.succulent": "no",
            "plant.height": Quantity(Fraction(10), "0.01 km"),
            "pot.drained": "yes",
            "leaf.spots": ("tip", "edge"),
            "leaf.loss": Quantity(Fraction(20), "20"),
        },
        {"top": ["thirst", "mites"], "at_least": {"thirst": "very likely"}, "recommends": ["W1"], "none_likely": False},
        "on the sill",
        "km",
    )


def test_answers_come_in_the_vocabularys_order(reader):
    found = answers(reader, "leaf: {yellow: yes}\nplant: {succulent: no, age: 2}")
    assert list(found) == ["plant.age", "plant.succulent", "leaf.yellow"]


@pytest.mark.parametrize("value", ["unknown", "Unknown", "~", "null", "", "[unknown]", "' UNKNOWN '", "[null]"])
@pytest.mark.parametrize("key", ["plant.age", "plant.kind", "plant.height", "leaf.spots", "leaf.yellow"])
def test_not_known_is_no_answer(reader, key, value):
    group, name = key.split(".")
    assert answers(reader, f"{group}:\n  {name}: {value}\n") == {}


def test_an_empty_group_says_nothing(reader):
    assert answers(reader, "plant:\nleaf: {}\n") == {}


def test_an_empty_list_means_none_of_them(reader):
    expected = {"leaf.spots": ()}
    assert answers(reader, "leaf: {spots: []}") == expected
    assert answers(reader, '{"leaf": {"spots": []}}', "json") == expected
    assert answers(reader, "leaf.spots\n[]\n", "csv") == expected
    assert set(Leaf.__fields__["spots"].facts(())) == {Listed(frozenset())}


@pytest.mark.parametrize("value", ["tip", "[tip]", "Tip", '"tip"'])
def test_a_single_value_is_a_list_of_one(reader, value):
    assert answers(reader, f"leaf: {{spots: {value}}}") == {"leaf.spots": ("tip",)}


@pytest.mark.parametrize("value", ["yes", "true", "Yes", '"true"', "on", '"yes"', "[yes]"])
def test_true_means_yes(reader, value):
    assert answers(reader, f"leaf: {{yellow: {value}}}") == {"leaf.yellow": "yes"}


@pytest.mark.parametrize("form", ["yaml", "json"])
def test_a_list_of_one_true_is_yes(reader, form):
    assert answers(reader, '{"leaf": {"yellow": [true]}}', form) == {"leaf.yellow": "yes"}


MILE = Fraction("1609.344")


@pytest.mark.parametrize(
    ("units", "metres"), [("units: km\n", 1000), ("units: mi\n", MILE), ("", MILE), ("units: unknown\n", MILE)]
)
def test_units_are_those_of_bare_numbers_wherever_they_stand(reader, units, metres):
    for text in (units + "plant: {height: 1}\n", "plant: {height: 1}\n" + units):
        assert answers(reader, text)["plant.height"].value == metres
    assert answers(reader, units + "plant: {height: 2 km}")["plant.height"].value == 2000


@pytest.mark.parametrize(("written", "value"), [("044", 44), ("0.1", Fraction(1, 10)), ("'7'", 7), ("1e1", 10)])
def test_numbers_mean_what_is_written(reader, written, value):
    assert answers(reader, f"plant: {{age: {written}}}")["plant.age"].value == value


def test_yaml_1_1_does_not_make_a_time_a_number(reader):
    assert error(reader, "plant: {age: 1:30}").field == "plant.age"


@pytest.mark.parametrize(
    ("written", "text"),
    [("2024-01-02", "2024-01-02"), ("007", "007"), ("no", "no"), ("1_0", "1_0"), ("'a: b'", "a: b")],
)
def test_id_and_note_are_the_text_as_written(reader, written, text):
    case = one(reader, f"id: {written}\nnote: {written}\n")
    assert (case.id, case.note) == (text, text)


def test_a_number_is_an_id_in_json_too(reader):
    assert one(reader, '{"id": 12, "note": null}', "json").id == "12"


def test_without_an_id_the_files_name_and_the_number(reader):
    items = reader.read_text("plant: {}\n---\nplant: {}\n", "dir/my.yaml", "yaml")
    assert [(item.id, item.source) for item in items] == [
        ("my.yaml#1", "dir/my.yaml#1"),
        ("my.yaml#2", "dir/my.yaml#2"),
    ]


@pytest.mark.parametrize(
    ("text", "form"),
    [("", "yaml"), ("# nothing\n---\n# here\n---\n", "yaml"), ("%YAML 1.1\n---\n...\n", "yaml"), ("  \n", "json"),
     ("[]", "json"), ("\n\n", "jsonl"), ("plant.age\n\n,\n", "csv"), ("", "csv"), ("", None)],
)  # fmt: skip
def test_what_holds_no_case_gives_none(reader, text, form):
    assert reader.read_text(text, "f", form) == []


def test_comments_before_the_first_document_are_no_case(reader):
    items = reader.read_text("# head\n---\nid: a\n---\n# b\n---\nid: c\n...\n# end\n", "f", "yaml")
    assert [(item.id, item.source) for item in items] == [("a", "f#1"), ("c", "f#2")]


def test_anchors_work_within_a_document(reader):
    assert answers(reader, "plant: {age: &n 4}\npot: {age: *n}")["pot.age"].value == 4


def test_csv_takes_quoted_line_breaks_and_says_the_rows_first_line(reader):
    text = 'id,note,plant.age\na,"two\nlines",3\n\nb,"x\ny",three\nc,,4\n'
    first, second, third = reader.read_text(text, "f", "csv")
    assert first.note == "two\nlines"
    assert (second.id, second.error.field, second.error.line) == ("b", "plant.age", 5)
    assert third.id == "c" and third.note is None


def test_expect_none_and_empty_lists(reader):
    assert one(reader, "expect: {top: none, excludes: []}").expect == {"top": ["none"], "excludes": []}
    assert one(reader, "expect.excludes,expect.at_most\n[],thirst:none;mites:likely\n", "csv").expect == {
        "excludes": [],
        "at_most": {"thirst": "none", "mites": "likely"},
    }
    assert one(reader, "plant: {age: 1}").expect is None
    assert one(reader, "expect:").expect is None


# -- what every error says -------------------------------------------------------------------------------------------

ERRORS = [
    # text, field, line, what the message has
    ("id: a\npot:\n  soilmix: peat\n", "pot.soilmix", 3, "pot.soilmix: no such field, did you mean pot.soil_mix?"),
    ("pott: {age: 3}\n", "pott", 1, "did you mean pot?"),
    ("leaf: {age: 4}\n", "leaf.age", 1, "leaf.age: no such field, did you mean plant.age or pot.age?"),
    ("leaf:\n  drained: yes\n", "leaf.drained", 2, "leaf.drained: no such field, did you mean pot.drained?"),
    ("leaf: {soilmix: peat}", "leaf.soilmix", 1, "did you mean pot.soil_mix?"),
    ("leaf: {qqqq: 1}", "leaf.qqqq", 1, "Fields of leaf: spots, yellow, loss"),
    ("\nsoil_mix: peat\n", "soil_mix", 2, "did you mean pot.soil_mix?"),
    ("pot.soil_mix: peat\n", "pot.soil_mix", 1, "did you mean pot: {soil_mix: ...}?"),
    ("unit: km\n", "unit", 1, "did you mean units?"),
    ("zzzz: 1\n", "zzzz", 1, "Allowed: id, units, note, expect, plant, pot, leaf"),
    ("pot: {growth: 3}\n", "pot.growth", 1, "no such field to fill in; it is worked out from plant.age and pot.age"),
    ("plant: tall\n", "plant", 1, "tall found where fields belong"),
    ("plant: [1]\n", "plant", 1, "a list of 1 found where fields belong"),
    ("plant:\n  age: {years: 3}\n", "plant.age", 2, "a mapping found where a value belongs"),
    ("plant:\n  age: [1, 2]\n", "plant.age", 2, "a list of 2 found where one value belongs"),
    ("pot: {soil_mix: peet}\n", "pot.soil_mix", 1, "did you mean peat?"),
    ("pot: {soil_mix: yes}\n", "pot.soil_mix", 1, "Allowed: peat, sand, loam"),
    ("pot: {soil_mix: ''}\n", "pot.soil_mix", 1, "empty text"),
    ("plant: {age: 900}\n", "plant.age", 1, "a number of years from 0 to 200"),
    ("plant: {age: .inf}\n", "plant.age", 1, "is not allowed"),
    ("plant: {age: 2024-01-02}\n", "plant.age", 1, "2024-01-02 is not allowed"),
    ("plant: {height: 3 parsec}\n", "plant.height", 1, "unknown unit"),
    ("leaf:\n  spots:\n    - tip\n    - unknown\n", "leaf.spots", 2, "unknown stands beside other values"),
    ("leaf: {spots: [tip, null]}\n", "leaf.spots", 1, "unknown stands beside other values"),
    ("leaf: {spots: [[tip]]}\n", "leaf.spots", 1, "inside a list"),
    ("leaf: {spots: [{tip: 1}]}\n", "leaf.spots", 1, "inside a list"),
    ("leaf: {spots: [tip, roots]}\n", "leaf.spots", 1, "roots is not allowed"),
    ("units: furlong\n", "units", 1, "Allowed: mi, km"),
    ("units: yes\n", "units", 1, "Allowed: mi, km"),
    ("id: [1]\n", "id", 1, "a list of 1 found where a text belongs"),
    ("note: {a: 1}\n", "note", 1, "a mapping found where a text belongs"),
    ("expect: {top: thurst}\n", "expect.top", 1, "thurst is no cause, did you mean thirst?"),
    ("expect: {top: []}\n", "expect.top", 1, "empty list"),
    ("expect: {includes: none}\n", "expect.includes", 1, "none is no cause"),
    ("expect:\n  tops: thirst\n", "expect.tops", 2, "did you mean expect.top?"),
    ("expect:\n  at_most: {mites: sure}\n", "expect.at_most", 2, "Allowed: none, possible, likely, very likely"),
    ("expect: {at_least: likely}\n", "expect.at_least", 1, "a mapping of causes to levels"),
    ("expect: {at_least: {mite: likely}}\n", "expect.at_least", 1, "did you mean mites?"),
    ("expect: {urgency: urgently}\n", "expect.urgency", 1, "did you mean urgent?"),
    ("expect: {recommends: [W1, W9]}\n", "expect.recommends", 1, "W9 is no claim. Allowed: M1, W1, W2."),
    ("expect: {recommends: w1}\n", "expect.recommends", 1, "w1 is no claim, did you mean W1?"),
    ("expect: {none_likely: perhaps}\n", "expect.none_likely", 1, "Allowed: yes, no"),
    ("expect: thirst\n", "expect", 1, "a mapping belongs"),
    ("plant: {age: 3}\npot: {age: 4}\n", "pot.age", 2, "older than the plant"),
    ("plant: {age: 3}\nleaf: {yellow: no}\nplant: {age: 3}\n", "plant", 3, "on lines 1 and 3"),
    ("plant:\n  age: 3\n  age: 4\n", "plant.age", 3, "on lines 2 and 3"),
    ("- plant: {age: 3}\n", None, 1, "A list of 1 found where a case belongs"),
    ("hello\n", None, 1, "hello found where a case belongs"),
    ("plant: {age: *old}\n", None, 1, "*old"),
    ("a: &a [*a]\n", None, 1, "*a"),
    ("plant: {[1]: 3}\n", None, 1, "key must be a name"),
    ("plant: !!python/object:os.system {}\n", None, 1, "tag"),
    ("plant: {age: 3\n", None, 1, "Not valid YAML"),
    ("id: a\nplant:\n\tage: 3\n", None, 3, "Not valid YAML"),
    ("id: a\nnote: bell\a\n", None, 2, "U+0007"),
]


@pytest.fixture(params=["with libyaml", "without"])
def loader(request, monkeypatch):
    """PyYAML with its C parser, and on a machine that has none."""
    if request.param == "without":
        monkeypatch.setattr(yaml_cases, "LOADER", yaml.SafeLoader)


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(("text", "name", "line", "message"), ERRORS, ids=[row[0][:40] for row in ERRORS])
def test_a_yaml_error_says_what_where_and_what_to_do(reader, text, name, line, message):
    found = error(reader, text)
    assert message in found.message
    assert (found.field, found.line) == (name, line)


JSON_ERRORS = [
    ('{\n "pot":\n {\n  "soilmix": "peat"}}', "pot.soilmix", 4, "did you mean pot.soil_mix?"),
    ('{"plant": {"age": NaN}}', None, 1, "NaN"),
    ('{"plant": {"age":\n -Infinity}}', None, 2, "-Infinity"),
    ('{"plant": {"age": 3,\n "age": 3}}', "plant.age", 2, "on lines 1 and 2"),
    ('{"plant": {"age": 3}} {}', None, 1, "more text after the end"),
    ('{"plant": {"age": 3}', None, 1, "a comma or } expected"),
    ('{"plant" 3}', None, 1, "colon"),
    ("{plant: 3}", None, 1, "double quotes"),
    ('{"plant": {"age": }}', None, 1, "expecting value"),
    ('{"id": true}', "id", 1, "yes found where a text belongs"),
    ('{"id": "\\ud800"}', "id", 1, "half a character"),
    ('{"id": "a\\nb"}', "id", 1, "line breaks"),
    ("3", None, 1, "3 found where a case belongs"),
    ("null", None, 1, "Nothing found where a case belongs"),
    ("[" * 5000, None, 1, "Nested more than 20 deep"),
]


@pytest.mark.parametrize(("text", "name", "line", "message"), JSON_ERRORS, ids=[row[0][:40] for row in JSON_ERRORS])
def test_a_json_error_says_what_where_and_what_to_do(reader, text, name, line, message):
    found = error(reader, text, "json")
    assert message in found.message
    assert (found.field, found.line) == (name, line)


CSV_ERRORS = [
    ("id,pot.soilmix\na,peat\nb,sand\n", "pot.soilmix", 1, "did you mean pot.soil_mix?"),
    ("pott.soil_mix\npeat\n", "pott.soil_mix", 1, "did you mean pot.soil_mix?"),
    ("id,soil_mix\na,peat\n", "soil_mix", 1, "did you mean pot.soil_mix?"),
    ("id,plant\na,peat\n", "plant", 1, "no such column"),
    ("id;plant.ages\na;3\n", "plant.ages", 1, "did you mean plant.age?"),
    ("expect.tops,id\nx,y\n", "expect.tops", 1, "did you mean expect.top?"),
    ("plant.age,plant.age\n1,2\n", "plant.age", 1, "two columns"),
    ("id,plant.age\na,3,4\n", None, 2, "3 cells, but the header has 2 columns"),
    ("id,\na,3\n", None, 2, "column without a name"),
    ("id,leaf.spots\na,tip;;edge\n", "leaf.spots", 2, "empty text"),
    ("id,leaf.spots\na,;\n", "leaf.spots", 2, "empty text"),
    ("id,leaf.spots\na,tip;unknown\n", "leaf.spots", 2, "unknown stands beside"),
    ("id,plant.kind\na,fern;cactus\n", "plant.kind", 2, "is not allowed"),
    ("id,expect.at_least\na,thirst\n", "expect.at_least", 2, "cause:level"),
    ("id,expect.at_least\na,thirst:likely;thirst:none\n", "expect.at_least", 2, "twice"),
    ('id,note\n\na,"open\nto the end\n', None, 3, "Not valid CSV"),
]


@pytest.mark.parametrize(("text", "name", "line", "message"), CSV_ERRORS, ids=[row[0][:40] for row in CSV_ERRORS])
def test_a_csv_error_says_what_where_and_what_to_do(reader, text, name, line, message):
    found = error(reader, text, "csv")
    assert message in found.message
    assert (found.field, found.line) == (name, line)


def test_the_first_error_of_several_is_the_first_line(reader):
    text = "leaf: {yellow: perhaps}\nunits: x\npot: {soilmix: 3}\nleaf: {yellow: no}\n"
    assert error(reader, text).line == 1
    assert error(reader, "units: x\nunits: mi\nleaf: {yellow: perhaps}\n").line == 1


def test_lines_count_from_the_files_start(reader):
    items = reader.read_text("# c\n---\nid: a\n---\n# d\n\nid: b\nplant:\n  age: old\n", "f", "yaml")
    assert [item.id for item in items] == ["a", "b"]
    assert items[1].error.line == 9
    items = reader.read_text('{"id": "a"}\n\n{"plant": {"age": "old"}}\n', "f", "jsonl")
    assert items[1].error.line == 3
    items = reader.read_text('[{"id": "a"},\n\n{"plant":\n {"age": "old"}}]', "f", "json")
    assert items[1].error.line == 4


def test_an_alias_bomb_is_refused_at_once(reader):
    text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in range(1, 12):
        text += f"a{level}: &a{level} [{', '.join([f'*a{level - 1}'] * 9)}]\n"
    assert "More than 10,000 values" in error(reader, text).message


def test_read_mapping_raises_with_the_line_it_was_given(reader):
    with pytest.raises(CaseError) as caught:
        reader.read_mapping({"plant": {"age": "old"}}, "s", "d", {"plant.age": 7})
    assert (caught.value.field, caught.value.line) == ("plant.age", 7)
    assert reader.read_mapping({"plant": {"age": 3}}, "s", "d").id == "d"


# -- one bad case does not lose the others ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("id: a\n---\nid: b\nplant: {age: [\n---\nid: c\n", "yaml"),
        ("id: a\n---\nid: 'b\n---\nid: c\n", "yaml"),
        ("id: a\n--- }\n--- {id: c}\n", "yaml"),
        ("id: a\n...\n---\nnote: \x07\n...\nid: c\n", "yaml"),
        ("id: a\n---\nnote: \udcff\n---\nid: c\n", "yaml"),
        ('{"id": "a"}\n{"id": \n{"id": "c"}\n', "jsonl"),
        ('{"id": "a"}\n[]\n{"id": "c"}\n', "jsonl"),
        ('[{"id": "a"}, 3, {"id": "c"}]', "json"),
        ("id,plant.age\na,1\nb,old\nc,2\n", "csv"),
        ('id,plant.age\na,1\nb"x",1\n"b"x,1\nc,2\n', "csv"),
    ],
)
def test_the_others_go_on(reader, text, form):
    items = reader.read_text(text, "f", form)
    assert [item.source for item in items] == [f"f#{number}" for number in range(1, len(items) + 1)]
    assert any(isinstance(item, Unreadable) for item in items)
    assert [item.id for item in items if isinstance(item, Case)][0] == "a"
    assert [item.id for item in items if isinstance(item, Case)][-1] == "c"


def test_cases_before_a_json_syntax_error_are_kept(reader):
    first, second = reader.read_text('[{"id": "a"},\n {"id": ]', "f", "json")
    assert first.id == "a" and second.error.line == 2


def test_an_unreadable_case_keeps_its_id(reader):
    assert one(reader, "id: ivy\nplant: {age: old}").id == "ivy"
    assert one(reader, "plant: {age: old}").id == "f#1"


# -- files, folders, standard input ----------------------------------------------------------------------------------


def test_paths_in_the_order_of_the_input_folders_sorted(reader, tmp_path):
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "z.yml").write_text("id: z")
    (tmp_path / "a.csv").write_text("id\na1\na2\n")
    (tmp_path / "c.JSON").write_text('{"id": "c"}')
    (tmp_path / "d.ndjson").write_text('{"id": "d"}')
    (tmp_path / "readme.txt").write_text("not a case")
    (tmp_path / ".hidden.yaml").write_text("id: hidden")
    other = tmp_path / "other.txt"
    other.write_text("id: other")
    items = list(reader.read_paths([str(other), "-", str(tmp_path)], io.BytesIO(b"id: stdin")))
    assert [item.id for item in items] == ["other", "stdin", "a1", "a2", "z", "c", "d"]
    assert items[4].source == os.path.join(str(tmp_path), "b", "z.yml") + "#1"
    assert items[1].source == "-#1"


@pytest.mark.parametrize(
    ("text", "count"),
    [("id: a\n---\nid: b\n", 2), ('{"id": "a"}\n{"id": "b"}\n', 2), ('[{"id": "a"},\n{"id": "b"}]', 2),
     ('{\n "id": "a"\n}\n', 1), ("id,plant.age\na,1\nb,2\n", 2), ("{id: a}\n", 1), ("plant.age\n3\n", 1)],
)  # fmt: skip
def test_standard_input_is_told_by_its_looks(reader, text, count):
    for stream in (io.StringIO(text), io.BytesIO(text.encode())):
        items = list(reader.read_paths(["-"], stream))
        assert len(items) == count and all(isinstance(item, Case) for item in items)


def test_what_cannot_be_opened_says_so_and_the_rest_goes_on(reader, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty.yaml").write_text("# nothing\n")
    (tmp_path / "zero.yaml").write_bytes(b"id: \0a")
    (tmp_path / "latin.yaml").write_bytes(b"id: a\n---\nid: b\nnote: caf\xe9\n---\nid: c\n")
    (tmp_path / "utf32.csv").write_bytes("id\na\n".encode("utf-32-be"))
    names = ["nope.yaml", "empty", "empty.yaml", "zero.yaml", "latin.yaml", "utf32.csv"]
    items = list(reader.read_paths([str(tmp_path / name) for name in names] + ["a\0b"], None))
    told = [(item.id, getattr(item, "error", None) and item.error.message) for item in items]
    expected = ["No such file", "holds no case files", "No case in it", "UTF-8", None, "UTF-8", None, "UTF-8", "opened"]
    for (_, message), wanted in zip(told, expected, strict=True):
        assert message is None if wanted is None else wanted in message
    assert told[0][0] == "nope.yaml#1"
    assert items[5].error.line == 4


def test_no_standard_input_is_no_case(reader):
    (item,) = reader.read_paths(["-"], None)
    assert isinstance(item, Unreadable)


def test_a_broken_link_in_a_folder_is_reported(reader, tmp_path):
    (tmp_path / "a.yaml").symlink_to(tmp_path / "gone.yaml")
    (item,) = reader.read_paths([str(tmp_path)], None)
    assert "No such file" in item.error.message


# -- writing ---------------------------------------------------------------------------------------------------------


def random_answers(rng):
    found = {}
    for key, kind in PLANTS.asked.items():
        if rng.random() < 0.5:
            continue
        if isinstance(kind, Many):
            found[key] = kind.read([value for value in kind.values if rng.random() < 0.5])
        elif isinstance(kind, Choice):
            found[key] = rng.choice(list(kind.values))
        elif isinstance(kind, Distance):
            found[key] = kind.read(f"{rng.choice(['3', '0.25', '7.0', '35.2'])} {rng.choice(['mi', 'km'])}")
        else:
            found[key] = kind.read(rng.choice(["3", "0.1", "12.3456789012345678901", 50]))
    return found


TEXTS = [None, "plain", "yes", "2024-01-02", "a: b # c", "two\nlines\n", "naïve 😀 \x7f", "'\"", "  spaced ", "null"]


@pytest.mark.parametrize("seed", range(60))
def test_what_is_saved_is_read_back_the_same(seed):
    rng = random.Random(seed)
    given, note = random_answers(rng), rng.choice(TEXTS)
    ident = rng.choice([None, "x", "no", "12", "a: b"])
    text = dump_case(given, PLANTS, ident, note)
    case = one(CaseReader(BASE), text)
    assert isinstance(case, Case), (text, case.error)
    assert (case.answers, list(case.answers)) == (given, list(given))
    assert case.id == (ident or "f#1")
    assert case.note == note


def test_saved_text_reads_well():
    given = {"plant.succulent": "no", "leaf.spots": ("tip", "edge"), "leaf.loss": Quantity(Fraction(20), "20")}
    assert dump_case(given, PLANTS, "ivy") == (
        "id: ivy\nplant:\n  succulent: no\nleaf:\n  spots: [tip, edge]\n  loss: 20\n"
    )
    assert dump_case({}, PLANTS) == "{}\n"


# -- never anything but cases and errors -----------------------------------------------------------------------------

SEEDS = [YAML, json.dumps(JSON, indent=1), json.dumps([JSON, JSON]), json.dumps(JSON) + "\n" + json.dumps(JSON), CSV]
SCRAPS = ["---\n", "...", "&a ", "*a", "!!int ", "? ", "{", "}", "[", "]", ":", ": ", "\t", '"', "'", ",", ";", "\n",
          "\r", "NaN", "-1", "1e999", "9" * 5000, "null", "\\ud800", "\x85", "\u2028", "\ufeff", "|\n", ">", "%",
          "#", "<<: ",
          "@", "`", "yes", "[]", "unknown", "😀"]  # fmt: skip


def sound(item):
    """A case, or an error that can be written out."""
    if isinstance(item, Case):
        return True
    told = [item.id, item.source, item.error.message, item.error.field or ""]
    return isinstance(item, Unreadable) and all(isinstance(text.encode(), bytes) for text in told)


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("form", [None, "yaml", "json", "jsonl", "csv"])
def test_mutated_texts_give_cases_or_errors(reader, form):
    rng = random.Random(f"mutate {form}")
    for _ in range(400 if LONG else 120):
        text = rng.choice(SEEDS)
        for _ in range(rng.randint(1, 4)):
            at = rng.randrange(len(text) + 1)
            text = text[:at] + rng.choice(SCRAPS) + text[at + rng.choice([0, 0, 1, 5]) :]
        assert all(sound(item) for item in reader.read_text(text, "f", form)), text


@pytest.mark.parametrize("ending", ["", ".yaml", ".json", ".jsonl", ".csv"])
def test_random_bytes_give_cases_or_errors(reader, tmp_path, ending):
    rng = random.Random(f"bytes {ending}")
    path = tmp_path / f"f{ending}"
    for _ in range(150 if LONG else 60):
        data = bytearray(rng.choice(SEEDS).encode() if rng.random() < 0.5 else b"")
        for _ in range(rng.randint(1, 60)):
            data.insert(rng.randrange(len(data) + 1), rng.randrange(1 if rng.random() < 0.9 else 0, 256))
        path.write_bytes(bytes(data))
        items = list(reader.read_paths([str(path)], None))
        assert items and all(sound(item) for item in items), bytes(data)
