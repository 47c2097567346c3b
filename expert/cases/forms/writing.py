"""The questions of a base as a form for the tools that people collect answers with.

===========  =====================================================================================================
``csv``      a header of all columns, to type rows below it
``redcap``   REDCap's data dictionary (CSV), uploaded under Designer, Data Dictionary
``xlsform``  an XLSForm as one CSV whose first column names the sheet, as the converter pyxform takes it; for ODK
             Central and KoboToolbox save its two parts as the sheets ``survey`` and ``choices`` of a workbook
``fhir``     a FHIR R4 Questionnaire (JSON); each linkId is a field's name
===========  =====================================================================================================

What these tools give back is read by `expert.cases.forms.table` and `expert.cases.forms.fhir`.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from expert.cases.forms.spellings import NONE
from expert.fields import Field, Number
from expert.knowledge import KnowledgeBase

_NONE_OF_THEM = "none of these"


def form_of(knowledge: KnowledgeBase, form: str) -> str:
    """The questions of a base as a form: ``csv``, ``redcap``, ``xlsform`` or ``fhir``."""
    return FORMS[form](knowledge)


def _csv(knowledge: KnowledgeBase) -> str:
    return _table([["id", "units", *knowledge.vocabulary.asked, "note"]])


def _table(rows: Iterable[Sequence[object]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def _groups(knowledge: KnowledgeBase) -> Iterator[tuple[str, list[Field]]]:
    for group, fields in groupby(knowledge.vocabulary.asked.values(), key=lambda field: field.key.split(".")[0]):
        yield group, list(fields)


def _options(field: Field) -> Mapping[str, str]:
    """The values to choose from, each with its label; of a list also none of them."""
    none = {NONE: _NONE_OF_THEM} if field.several and NONE not in field.values else {}
    return {**field.values, **none}


def _bounds(field: Field) -> tuple[object, object]:
    return (field.least, field.most) if isinstance(field, Number) else ("", "")


def _note(field: Field, unit: str) -> str:
    """What to type, where one types."""
    if field.is_length:
        return f"A number with its unit, such as 8 km or 5 mi; without one it is taken as {field.unit_words(unit)}."
    return f"In {field.unit}." if field.numeric and field.unit else ""


# -- REDCap ----------------------------------------------------------------------------------------------------------

_DICTIONARY = (
    "Variable / Field Name", "Form Name", "Section Header", "Field Type", "Field Label",
    "Choices, Calculations, OR Slider Labels", "Field Note", "Text Validation Type OR Show Slider Number",
    "Text Validation Min", "Text Validation Max", "Identifier?", "Branching Logic (Show field only if...)",
    "Required Field?", "Custom Alignment", "Question Number (surveys only)", "Matrix Group Name", "Matrix Ranking?",
    "Field Annotation",
)  # fmt: skip


def _redcap(knowledge: KnowledgeBase) -> str:
    rows = [["record_id", next(iter(_groups(knowledge)))[0], "", "text", "Record ID"]]
    for group, fields in _groups(knowledge):
        rows += [_redcap_row(group, field, knowledge.vocabulary.unit) for field in fields]
    width = len(_DICTIONARY)
    return _table([_DICTIONARY, *([*row, *[""] * (width - len(row))] for row in rows)])


def _redcap_row(group: str, field: Field, unit: str) -> list[str]:
    kind = "yesno" if field.yes_or_no else "checkbox" if field.several else "radio" if field.single else "text"
    # A comma parts a code from its label, and only the first does; a bar parts two choices.
    options = {} if field.yes_or_no else _options(field)
    choices = " | ".join(f"{value}, {label.replace('|', '/')}" for value, label in options.items())
    least, most = _bounds(field)
    check = "number" if field.numeric and not field.is_length else ""
    name = field.key.replace(".", "_")
    return [name, group, "", kind, field.question, choices, _note(field, unit), check, str(least), str(most)]


# -- XLSForm ---------------------------------------------------------------------------------------------------------


def _xlsform(knowledge: KnowledgeBase) -> str:
    survey: list[Sequence[object]] = [("survey",), ("", "type", "name", "label", "hint", "constraint")]
    choices: list[Sequence[object]] = [("choices",), ("", "list_name", "name", "label")]
    choices += [("", "yes_no", "yes", "Yes"), ("", "yes_no", "no", "No")]
    for group, fields in _groups(knowledge):
        survey.append(("", "begin_group", group, group, "", ""))
        for field in fields:
            survey.append(_xlsform_row(field, knowledge.vocabulary.unit))
            if field.values and not field.yes_or_no:
                listed = field.key.replace(".", "_")
                choices += [("", listed, value, label) for value, label in _options(field).items()]
        survey.append(("", "end_group", "", "", "", ""))
    return _table([*survey, *choices])


def _xlsform_row(field: Field, unit: str) -> Sequence[object]:
    listed = "yes_no" if field.yes_or_no else field.key.replace(".", "_")
    plain = "decimal" if field.numeric and not field.is_length else "text"
    kind = f"select_multiple {listed}" if field.several else f"select_one {listed}" if field.values else plain
    least, most = _bounds(field)
    bounds = f". >= {least} and . <= {most}" if plain == "decimal" else ""
    hint = " ".join(part for part in (field.help, _note(field, unit)) if part)
    return "", kind, field.key.split(".")[1], field.question, hint, bounds


# -- FHIR ------------------------------------------------------------------------------------------------------------

_BOUND = "http://hl7.org/fhir/StructureDefinition/{}Value"


def _fhir(knowledge: KnowledgeBase) -> str:
    items = [
        {"linkId": group, "text": group, "type": "group",
         "item": [_fhir_item(field, knowledge.vocabulary.unit) for field in fields]}
        for group, fields in _groups(knowledge)
    ]  # fmt: skip
    form = {
        "resourceType": "Questionnaire",
        "title": knowledge.title,
        "status": "draft",
        "description": knowledge.notice,
        "item": items,
    }
    return json.dumps(form, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _fhir_item(field: Field, unit: str) -> dict[str, Any]:
    plain = "decimal" if field.numeric and not field.is_length else "string"
    kind = "boolean" if field.yes_or_no else "choice" if field.values else plain
    text = " ".join(part for part in (field.question, _note(field, unit)) if part)
    item: dict[str, Any] = {"linkId": field.key, "text": text, "type": kind}
    if field.several:
        item["repeats"] = True
    if kind == "choice":
        item["answerOption"] = [
            {"valueCoding": {"code": value, "display": label}} for value, label in _options(field).items()
        ]
    if kind == "decimal":
        item["extension"] = [
            {"url": _BOUND.format(name), "valueDecimal": bound}
            for name, bound in zip(("min", "max"), _bounds(field), strict=True) if bound != ""
        ]  # fmt: skip
        if not item["extension"]:
            del item["extension"]
    return item


FORMS: Mapping[str, Callable[[KnowledgeBase], str]] = {
    "csv": _csv,
    "redcap": _redcap,
    "xlsform": _xlsform,
    "fhir": _fhir,
}
