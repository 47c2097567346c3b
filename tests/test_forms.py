"""What form tools, spreadsheet programs and clinics' systems write is read, or refused with what to do."""

from __future__ import annotations

import csv
import gzip
import io
import json
import random
import re

import pytest
from shared import ROOT, footwise, for_each

from expert.cases.case import Case, Unreadable
from expert.cases.forms.decoding import as_utf8
from expert.cases.forms.reading import Reading
from expert.cases.forms.spellings import NONE
from expert.cases.forms.writing import form_of
from expert.cases.reader import CaseReader
from kb.book import KNOWLEDGE

FILES = ROOT / "tests" / "forms"
VOCABULARY = KNOWLEDGE.vocabulary
READER = CaseReader(KNOWLEDGE)


def told(item):
    """A case's answers as plain data, or the message of what is wrong with it."""
    if isinstance(item, Unreadable):
        return item.error.message
    return {key: VOCABULARY.asked[key].plain(answer) for key, answer in item.answers.items()}


def read(name, **how):
    return list(CaseReader(KNOWLEDGE, Reading(**how)).read_paths([str(FILES / name)], None))


def rows(text, form="csv", **how):
    return [told(item) for item in CaseReader(KNOWLEDGE, Reading(**how)).read_text(text, "f", form)]


ANNA = {"runner.age": 44, "training.weekly_before": "32 km", "training.weekly_now": "48 km",
        "pain.location": ["arch", "heel"], "pain.worst": ["morning"], "signs.swelling": "no"}  # fmt: skip
ANSWERS = [
    ("excel-de-utf8bom.csv", {}, [{"training.weekly_before": "32.5 km", "training.weekly_now": "48 km",
     "pain.location": ["arch"], "pain.worst": ["morning"], "signs.swelling": "no"}]),
    ("excel-de-cp1252.csv", {"encoding": "cp1252"}, [
        {"training.weekly_before": "32.5 km", "training.weekly_now": "48 km", "pain.location": ["arch"],
         "pain.worst": ["morning"], "signs.swelling": "no"},
        {"training.weekly_before": "40 km", "training.weekly_now": "42.5 km", "pain.location": ["achilles"],
         "pain.worst": ["during_run"], "signs.swelling": "yes"}]),
    ("excel-unicode.txt", {}, [{"pain.location": ["heel"]}]),
    ("fhir-response.json", {}, [ANNA]),
    ("fhir-bundle.json", {}, [ANNA, {}]),
    ("fhir-bulk.ndjson", {}, [ANNA, {}]),
    ("kobo.csv", {"units": "km"},
     [{"training.weekly_before": "32 km", "pain.location": ["arch", "heel"], "pain.worst": ["morning"]}]),
    ("odk-central.csv", {"units": "km"}, [{"training.weekly_before": "32 km", "pain.location": ["arch", "heel"],
     "pain.worst": ["morning"], "signs.swelling": "no"}]),
    ("redcap-raw.csv", {"ignore_columns": True}, [
        {"pain.location": ["arch", "heel"], "pain.worst": ["morning"], "signs.swelling": "no", "signs.fever": "no"},
        {"pain.location": ["achilles"], "pain.worst": ["during_run", "morning"], "signs.fever": "no"}, {}]),
    ("redcap-labels.csv", {"ignore_columns": True}, [{"pain.location": ["arch", "heel"]}, {}]),
    ("google-forms.csv", {"ignore_columns": True}, [
        {"runner.age": 44, "pain.location": ["arch", "heel"], "pain.worst": ["morning"]},
        {"runner.age": 31, "pain.location": ["achilles"], "pain.worst": ["during_run", "morning"]},
        {"pain.location": ["top_of_foot"]}]),
    ("google-forms-direct.csv", {"ignore_columns": True},
     [{"pain.location": ["arch", "heel"], "pain.worst": ["morning"]}]),
]  # fmt: skip


def sorted_lists(answers):
    return {key: sorted(value) if isinstance(value, list) else value for key, value in answers.items()}


@pytest.mark.parametrize(("name", "how", "expected"), ANSWERS, ids=[name for name, _, _ in ANSWERS])
def test_an_export_gives_its_cases(name, how, expected):
    found = [told(item) for item in read(name, **how)]
    assert all(isinstance(answers, dict) for answers in found), found
    assert [sorted_lists(answers) for answers in found] == [sorted_lists(answers) for answers in expected]


MESSAGES = [
    ("apple-health-export.xml", "Apple Health", "command training"),
    ("excel-de-cp1252.csv", "Not UTF-8", "--encoding cp1252"),
    ("excel-en.csv", "05-Oct", "made a date"),
    ("garmin-activities.csv", "Garmin", "command training"),
    ("strava-activities.csv", "Strava", "command training"),
    ("strava-activities-de.csv", "Strava", "command training"),
    ("surveymonkey.csv", "SurveyMonkey", "Export again"),
    ("limesurvey.csv", "location[arch]", "location[heel]"),
    ("limesurvey.csv", "age: no such column", "--ignore-columns"),
    ("google-forms.csv", "Any fever?: no such column", "Is there swelling?: no such column"),
    ("redcap-raw.csv", "weekly_before_km: no such column", "weekly_now_km: no such column"),
]


@pytest.mark.parametrize(("name", "what", "to_do"), MESSAGES)
def test_what_cannot_be_read_says_what_it_is_and_what_to_do(name, what, to_do):
    message = told(read(name)[0])
    assert what in message and to_do in message


def test_every_file_gives_cases_or_a_message_and_no_file_is_forgotten():
    known = {name for name, *_ in ANSWERS} | {name for name, *_ in MESSAGES}
    assert {path.name for path in FILES.iterdir()} == known


@pytest.mark.parametrize(
    ("head", "what"),
    [(b"PK\x03\x04abc", "CSV UTF-8"), (b"%PDF-1.7", "PDF"), (b"\xd0\xcf\x11\xe0abc", "old Office"),
     (b"<html><body>", "web page"), (b'<?xml version="1.0"?><a/>', "XML"), (b"PAR1", "Parquet")],
)  # fmt: skip
def test_a_file_of_another_kind_is_named(head, what, tmp_path):
    (tmp_path / "a.csv").write_bytes(head * 3)
    (item,) = READER.read_paths([str(tmp_path / "a.csv")], None)
    assert what in item.error.message


# -- tables ----------------------------------------------------------------------------------------------------------

PLAIN = "id,pain.location,training.weekly_now,note\na,heel;arch,12.5 km,läuft\nb,toes,8 mi,\n"


def spelled(delimiter, comma):
    """The same table as another program writes it."""
    out = io.StringIO()
    for row in csv.reader(io.StringIO(PLAIN)):
        if comma:
            row = [re.sub(r"(\d)\.(\d)", r"\1,\2", cell) for cell in row]
        csv.writer(out, delimiter=delimiter).writerow(row)
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("said", [False, True])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("packed", [False, True])
def test_a_table_is_the_same_however_it_is_written(delimiter, said, encoding, packed, tmp_path):
    text = (f"sep={delimiter}\r\n" if said else "") + spelled(delimiter, delimiter != ",")
    data = text.encode(encoding)
    path = tmp_path / ("a.csv.gz" if packed else "a.csv")
    path.write_bytes(gzip.compress(data) if packed else data)
    given = encoding if encoding == "cp1252" else ""
    items = list(CaseReader(KNOWLEDGE, Reading(encoding=given)).read_paths([str(path)], None))
    plain = READER.read_text(PLAIN, "f", "csv")
    assert [told(item) for item in items] == [told(item) for item in plain]
    assert items[0].note == "läuft"


def test_bytes_come_out_the_same_in_whatever_blocks_they_come_in():
    for data in (PLAIN.encode("utf-16"), gzip.compress(PLAIN.encode()), gzip.compress(b"a") + gzip.compress(b"b")):
        whole = b"".join(as_utf8([data]))
        assert b"".join(as_utf8([data[at : at + 1] for at in range(len(data))])) == whole
    assert whole == b"ab"


def test_a_broken_gzip_is_named_behind_the_cases_that_came_out_of_it(tmp_path):
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress(PLAIN.encode())[:-9])
    *items, last = READER.read_paths([str(tmp_path / "a.csv.gz")], None)
    assert "not whole" in last.error.message
    whole = [told(item) for item in READER.read_text(PLAIN, "f", "csv")]
    assert [told(item) for item in items] == whole[: len(items)]


@pytest.mark.parametrize("word", ["1", "y", "x", "Yes", "TRUE", "Checked", "WAHR", "ja"])
def test_words_for_yes(word):
    assert rows(f"signs.swelling\n{word}\n") == [{"signs.swelling": "yes"}]


@pytest.mark.parametrize("word", ["0", "n", "No", "FALSE", "Unchecked", "FALSCH"])
def test_words_for_no(word):
    assert rows(f"signs.swelling\n{word}\n") == [{"signs.swelling": "no"}]


@pytest.mark.parametrize("word", ["NA", "N/A", "-", "don't know", "I don\u2019t know", "unknown", "Not sure"])
@pytest.mark.parametrize("column", ["signs.swelling", "pain.location", "pain.weeks", "training.weekly_now"])
def test_words_for_not_known(word, column):
    assert rows(f"{column}\n{word}\n") == [{}]


def test_what_was_not_tried_out_is_not_known():
    assert rows("pain.one_spot\nI have not tried\n") == [{}]


@for_each("key", VOCABULARY.asked)
def test_every_question_is_a_header_and_every_label_an_answer(key):
    field = VOCABULARY.asked[key]
    for value, label in field.values.items():
        out = io.StringIO()
        csv.writer(out).writerows([[field.question], [label], [label.capitalize()], [value]])
        expected = {key: [value] if field.several else value}
        assert rows(out.getvalue()) == [expected] * 3


def test_labels_in_any_number_are_parted_whatever_parts_them():
    rng = random.Random(4)
    for key, field in VOCABULARY.asked.items():
        if not field.several:
            continue
        for mark in (", ", ";", "|", "; "):
            chosen = rng.sample(list(field.values), min(3, len(field.values)))
            cell = mark.join(field.values[value] for value in chosen)
            out = io.StringIO()
            csv.writer(out).writerows([[key], [cell]])
            assert rows(out.getvalue()) == [{key: [value for value in field.values if value in chosen]}], cell
        cell = " ".join(field.values)
        assert rows(f"{key}\n{cell}\n") == [{key: list(field.values)}]


@pytest.mark.parametrize("cell", ["none", "[]", "None of these"])
def test_none_of_a_list(cell):
    assert rows(f"pain.location\n{cell}\n") == [{"pain.location": []}]


@pytest.mark.parametrize(
    ("text", "said"),
    [('pain.weeks\n"1,250"\n', "1250 or 1.250"), ("id;pain.weeks\na;1.250\n", "1250 or 1,250"),
     ('pain.weeks\n"2,5"\n', "Write 2.5"), ("pain.weeks\n5. Okt\n", "made a date"), ("pain.weeks\nOct-05\n", "a date"),
     ("pain_location___none,pain_location___arch\n1,1\n", "none is ticked"),
     ("pain/location,pain/location/arch\nheel,1\n", "are not those"),
     ("pain.location,Where does it hurt?\nheel,arch\n", "two columns")],
)  # fmt: skip
def test_what_is_not_clear_is_not_guessed(text, said):
    (message,) = rows(text)
    assert said in message


def test_all_that_is_wrong_with_a_header_and_with_a_row_is_said_at_once():
    (item,) = READER.read_text("id,foo.bar,pain.locaton,age\na,1,2,3\n", "f", "csv")
    assert all(name in item.error.message for name in ("foo.bar", "pain.locaton", "age"))
    assert (item.error.field, item.error.line) == ("foo.bar", 1)
    wrong = {"location": "heal", "worst": "mornin", "quality": "burnin"}
    for text, form in [
        ("pain.location,pain.worst,pain.quality\nheal,mornin,burnin\n", "csv"),
        (json.dumps({"pain": wrong}), "json"),
        (json.dumps({"pain": wrong}), "yaml"),
    ]:
        (item,) = READER.read_text(text, "f", form)
        assert all(word in item.error.message for word in wrong.values())
        assert item.error.field == "pain.location"


def test_ignored_columns_are_told_once_and_only_where_asked_for():
    said = []
    text = "id,foo,pain.location\na,1,heel\nb,2,arch\n"
    assert "foo: no such column" in rows(text)[0]
    assert rows(text, ignore_columns=True, tell=said.append) == [
        {"pain.location": ["heel"]},
        {"pain.location": ["arch"]},
    ]
    (sentence,) = said
    assert "foo" in sentence


def test_boxes_of_a_form_that_nobody_touched_are_not_known():
    assert rows("record_id,pain_location___arch,pain_location___heel\n1,0,0\n2,0,1\n") == [
        {}, {"pain.location": ["heel"]},
    ]  # fmt: skip


def test_units_come_from_the_cell_then_the_column_then_the_command():
    text = "training_weekly_now_km,training.weekly_before\n8,10\n5 mi,3 km\n"
    assert rows(text, units="mi") == [
        {"training.weekly_before": "10 mi", "training.weekly_now": "8 km"},
        {"training.weekly_before": "3 km", "training.weekly_now": "5 mi"},
    ]


def test_a_story_is_heard_and_what_is_answered_goes_before_it():
    """A time that is counted from today stays open, so that the case gives the same result on every day."""
    text = 'id,story,pain.side\na,"Since March my left heel hurts, no swelling.",right\n'
    assert rows(text) == [{"pain.location": ["heel"], "pain.side": "right", "signs.swelling": "no"}]


# -- the form, and back ----------------------------------------------------------------------------------------------


def some_answers(rng):
    """Answers to some questions, as a case file has them."""
    found = {}
    for key, field in VOCABULARY.asked.items():
        if rng.random() < 0.4:
            continue
        if field.several:
            found[key] = [value for value in field.values if rng.random() < 0.4]
        elif field.values:
            found[key] = rng.choice(list(field.values))
        else:
            found[key] = f"{rng.randint(1, 9)} km" if field.is_length else rng.randint(1, 10)
    return found


def consistent(seed):
    """Answers that do not contradict each other."""
    rng = random.Random(seed)
    while True:
        found = some_answers(rng)
        read_ones = {key: VOCABULARY.asked[key].read(value, "km") for key, value in found.items()}
        if KNOWLEDGE.contradiction(read_ones) is None:
            return found


def table(columns, values, delimiter=","):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows([columns, values])
    return out.getvalue()


def through_csv(found):
    (header,) = csv.reader(io.StringIO(form_of(KNOWLEDGE, "csv")))
    cells = {key: (";".join(value) or "[]") if isinstance(value, list) else value for key, value in found.items()}
    return table(header, [cells.get(column, "") for column in header]), "csv"


def redcap(found, labels):
    """What REDCap exports of its data dictionary, once the form is filled in."""
    columns, cells = [], []
    for row in csv.DictReader(io.StringIO(form_of(KNOWLEDGE, "redcap"))):
        name, text = row["Variable / Field Name"], row["Field Label"]
        if name == "record_id":
            columns.append(text if labels else name)
            cells.append("7")
            continue
        key = name.replace("_", ".", 1)
        value = found.get(key)
        raw = row["Choices, Calculations, OR Slider Labels"]
        options = dict(part.strip().split(", ", 1) for part in raw.split(" | ")) if raw else {}
        if row["Field Type"] == "checkbox":
            for code, label in options.items():
                ticked = value is not None and (code in value or (value == [] and code == NONE))
                columns.append(f"{text} (choice={label})" if labels else f"{name}___{code}")
                cells.append(("Checked" if ticked else "Unchecked") if labels else str(int(ticked)))
            continue
        columns.append(text if labels else name)
        if row["Field Type"] == "yesno" and value is not None:
            value = value.capitalize() if labels else int(value == "yes")
        elif labels and options and value is not None:
            value = options[value]
        cells.append("" if value is None else value)
    columns += ["Complete?"] if labels else ["pain_complete"]
    return table(columns, [*cells, "Complete" if labels else "2"]), "csv"


def xlsform_columns(mark):
    """The columns that an XLSForm gives, with its fields' types, as ODK (-) and Kobo (/) call them."""
    group = ""
    for row in csv.reader(io.StringIO(form_of(KNOWLEDGE, "xlsform"))):
        if row[0] == "choices":
            return
        if row[1:2] == ["begin_group"]:
            group = row[2]
        elif len(row) > 2 and row[1] not in ("end_group", "type"):
            yield f"{group}{mark}{row[2]}", f"{group}.{row[2]}", row[1]


def xlsform(found, mark, delimiter):
    columns = list(xlsform_columns(mark))
    cells = []
    for _, key, kind in columns:
        value = found.get(key, "")
        cells.append((" ".join(value) or NONE) if kind.startswith("select_multiple") and value != "" else value)
    own = {"-": "meta-instanceID", "/": "_uuid"}[mark]
    return table([*(name for name, _, _ in columns), own], [*cells, "7"], delimiter), "csv"


def fhir(found, _=None):
    def answered(item):
        if item["type"] == "group":
            return {"linkId": item["linkId"], "item": [one for inner in item["item"] if (one := answered(inner))]}
        value = found.get(item["linkId"])
        if value is None:
            return None
        kind = {"boolean": "valueBoolean", "choice": "valueCoding", "decimal": "valueDecimal", "string": "valueString"}
        values = (
            (value or [NONE]) if isinstance(value, list) else [value == "yes" if item["type"] == "boolean" else value]
        )
        plain = [{"code": one} if item["type"] == "choice" else one for one in values]
        return {"linkId": item["linkId"], "answer": [{kind[item["type"]]: one} for one in plain]}

    form = json.loads(form_of(KNOWLEDGE, "fhir"))
    items = [answered(item) for item in form["item"]]
    return json.dumps({"resourceType": "QuestionnaireResponse", "status": "completed", "item": items}), "json"


TOOLS = {
    "csv": through_csv,
    "redcap raw": lambda found: redcap(found, False),
    "redcap labels": lambda found: redcap(found, True),
    "odk": lambda found: xlsform(found, "-", ","),
    "kobo": lambda found: xlsform(found, "/", ";"),
    "fhir": fhir,
}


@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize("seed", range(6))
def test_what_a_tool_gives_back_is_what_was_answered(tool, seed):
    found = consistent(seed)
    text, form = TOOLS[tool](found)
    (item,) = READER.read_text(text, "f", form)
    assert told(item) == {key: found[key] for key in VOCABULARY.asked if key in found}
    assert isinstance(item, Case)


@pytest.mark.parametrize("form", ["csv", "redcap", "xlsform", "fhir"])
def test_the_command_writes_the_form(form):
    assert footwise("schema", "--format", form).stdout == form_of(KNOWLEDGE, form)


# -- answers that cannot be ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("case", "said"),
    [("training: {longest_now: 15 mi, weekly_now: 10 mi}", "contradicts training.longest_now"),
     ("socks: {material: none, damp: yes}", "contradicts socks.material")],
)  # fmt: skip
def test_what_cannot_both_be_true(case, said):
    (message,) = rows(case, "yaml")
    assert said in message


@pytest.mark.parametrize("written", ["32000 m", "5 meter", "5 metres", "5 kms"])
def test_no_unit_is_taken_for_a_misspelt_other(written):
    (message,) = rows(f"training.weekly_now\n{written}\n")
    assert "unknown unit" in message and "did you mean" not in message


def cell_of(key, cell):
    """What a cell of this field's column is read as."""
    return rows(f'id;{key}\na;"{cell}"\n')[0]


def test_what_people_of_the_trade_write_and_what_a_list_shows_is_that_value():
    for key, field in VOCABULARY.asked.items():
        briefs = {value: (brief,) for value, brief in field.briefs.items()}
        named = [(name, value) for names in (field.written, briefs) for value, each in names.items() for name in each]
        read = rows("".join([f"{key};id\n", *(f'"{name.upper()}";a\n' for name, _ in named)])) if named else []
        for (name, value), found in zip(named, read, strict=True):
            answers = dict([(key, value), *([field.implies[name]] if name in field.implies else [])])
            assert found == {one: [said] if VOCABULARY.asked[one].several else said for one, said in answers.items()}


def test_what_a_word_says_of_another_field_goes_behind_that_fields_own_column():
    text = "pain.location;pain.heel_part\nmedial heel;back\nmedial heel; lateral heel;\nmedial heel;\n"
    heel = {"pain.location": ["heel"]}
    assert rows(text.replace("heel; lateral", "heel|lateral")) == [
        {**heel, "pain.heel_part": ["back"]}, {**heel, "pain.heel_part": ["inner", "outer"]},
        {**heel, "pain.heel_part": ["inner"]},
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("key", "cell", "number"),
    [("pain.weeks", "2 months", 8.7), ("pain.weeks", "10 days", 1.4), ("pain.weeks", "6 wks", 6),
     ("pain.weeks", "1 y", 52), ("training.years", "18 months", 1.5), ("runner.age", "44 years", 44)],
)  # fmt: skip
def test_a_time_that_names_its_unit_is_reckoned_as_in_a_reply(key, cell, number):
    assert cell_of(key, cell) == {key: number}
    reply = json.dumps({"field": key, "reply": cell})
    assert json.loads(footwise("read", "--replies", "-", stdin=reply).stdout) == {"answers": {key: number}}


def test_a_time_that_is_none_is_refused():
    assert "6 wkz is not allowed" in cell_of("pain.weeks", "6 wkz")
    assert "2 weeks is not allowed" in cell_of("pain.severity", "2 weeks")


@pytest.mark.parametrize(
    ("said", "meant"), [("outer ankle", "ankle_outer"), ("inner ankle", "ankle_inner"),
                        ("lateral ankle", "ankle_outer"), ("plantar", "sole"), ("ankel outer", "ankle_outer")],
)  # fmt: skip
def test_a_value_that_is_none_is_told_by_its_own_words_in_whatever_order(said, meant):
    (item,) = CaseReader(KNOWLEDGE).read_text(f"pain: {{location: {said}}}\n", "f", "yaml")
    assert f"did you mean {meant}?" in item.error.message
