"""The JSON Schema of a case: it takes what the reader takes, and refuses what the reader refuses."""

from __future__ import annotations

import json
import re

import pytest
from shared import bare_base

from expert.cases.reader import CaseReader
from expert.cases.schema import case_schema
from expert.errors import CaseError
from expert.fields import Choice, Computed, Distance, Group, Many, Number, Vocabulary, YesNo


class Plant(Group):
    age = Number("How old is it?", "In years.", "it is {} years old", unit="years", most=200)
    succulent = YesNo("Is it a succulent?", "Thick leaves.", "it is one", denies="it is none")
    height = Distance("How far up does it reach?", "A very tall plant.", "it reaches {}", most=100)
    kind = Choice("Which kind?", "Any.", "it is a {}", values={"fern": "fern", "cactus": "cactus"})
    spots = Many("Where are spots?", "Look.", "spots at {}", values={"tip": "tip", "edge": "edge"})
    loss = Number("How many leaves fell?", "Count.", "{} percent fell", unit="percent", most=100)
    worked_out = Computed("", "", "{}", sources=[("plant.age",)], work_out=lambda age: age)


PLANTS = Vocabulary([Plant])
BASE = bare_base(PLANTS, ("thirst", "mites"), ("W1", "M1"))
SCHEMA = case_schema(BASE)
READER = CaseReader(BASE)

TYPES = {"object": dict, "array": list, "string": str, "null": type(None), "number": (int, float)}


def accepts(schema, value):
    """As much of JSON Schema as a case's schema uses."""
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    number = isinstance(value, (int, float)) and not isinstance(value, bool)
    if types and not any(isinstance(value, TYPES[name]) and (name != "number" or number) for name in types):
        return False
    if "enum" in schema and not any(type(value) is type(item) and value == item for item in schema["enum"]):
        return False
    if "const" in schema and value != schema["const"]:
        return False
    if "anyOf" in schema and not any(accepts(option, value) for option in schema["anyOf"]):
        return False
    if number and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        return False
    if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
        return False
    if isinstance(value, list):
        items = schema.get("items", {})
        return len(value) >= schema.get("minItems", 0) and all(accepts(items, item) for item in value)
    if isinstance(value, dict):
        known = schema.get("properties", {})
        return all(key in known and accepts(known[key], item) for key, item in value.items())
    return True


GOOD = [
    {},
    {"id": "a", "note": None, "units": "km"},
    {"id": 7},
    {"plant": None},
    *({"plant": {"age": value}} for value in (3, 0.5, "3", "0.5", "unknown", None)),
    *({"plant": {"succulent": value}} for value in ("yes", "no", True, False, "unknown", None)),
    *({"plant": {"height": value}} for value in (3, "3 mi", "8km", " .5 Miles", "2 kilometres", "unknown", None)),
    *({"plant": {"kind": value}} for value in ("fern", "unknown", None)),
    *({"plant": {"spots": value}} for value in ("tip", ["tip", "edge"], [], ["unknown"], "unknown", None)),
    *({"plant": {"loss": value}} for value in (10, "10%", "10 %")),
    {"expect": None},
    {"expect": {"top": "none", "includes": "mites", "excludes": [], "at_least": {"thirst": "very likely"}}},
    {"expect": {"top": ["thirst", "mites"], "none_likely": True, "urgency": "urgent", "recommends": ["W1"]}},
    {"expect": {"urgency_at_most": "emergency", "later": "M1", "not_recommends": [], "at_most": {"mites": "none"}}},
]
BAD = [
    [],
    {"plants": {}},
    {"id": True},
    {"id": ["a"]},
    {"units": "m"},
    {"plant": {"ages": 3}},
    {"plant": {"worked_out": 3}},
    {"plant": []},
    *({"plant": {"age": value}} for value in ("old", 900, True, -1, [1, 2], {})),
    *({"plant": {"succulent": value}} for value in (1, 0, "perhaps", {})),
    *({"plant": {"height": value}} for value in ("3 parsec", "-1 mi", True, -1)),
    *({"plant": {"kind": value}} for value in ("oak", True, ["fern", "cactus"])),
    *({"plant": {"spots": value}} for value in ("stem", ["tip", "unknown"], ["tip", None], [["tip"]], True)),
    {"plant": {"loss": "10 pct"}},
    {"expect": {"tops": "mites"}},
    {"expect": {"top": "rot"}},
    {"expect": {"top": []}},
    {"expect": {"includes": ["none"]}},
    {"expect": {"at_least": {"rot": "likely"}}},
    {"expect": {"at_least": {"mites": "sure"}}},
    {"expect": {"urgency": "now"}},
    {"expect": {"recommends": "W9"}},
]


@pytest.mark.parametrize("case", GOOD, ids=str)
def test_schema_and_reader_take_it(case):
    assert accepts(SCHEMA, case)
    READER.read_mapping(case)


@pytest.mark.parametrize("case", BAD, ids=str)
def test_schema_and_reader_refuse_it(case):
    assert not accepts(SCHEMA, case)
    if isinstance(case, dict):
        with pytest.raises(CaseError):
            READER.read_mapping(case)


def test_every_field_has_a_title_and_its_question():
    fields = SCHEMA["properties"]["plant"]["properties"]
    assert list(fields) == ["age", "succulent", "height", "kind", "spots", "loss"]
    assert all(fields[name]["title"] == f"plant.{name}" for name in fields)
    assert fields["age"]["description"] == "How old is it?"


def test_nothing_unknown_is_let_in_and_the_schema_is_json():
    assert SCHEMA["$schema"].endswith("2020-12/schema")
    for part in (SCHEMA, SCHEMA["properties"]["plant"], SCHEMA["properties"]["expect"]):
        assert part["additionalProperties"] is False
    assert json.loads(json.dumps(SCHEMA, allow_nan=False)) == SCHEMA
