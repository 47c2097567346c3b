"""FHIR R4: a QuestionnaireResponse, or a Bundle of them, as raw cases. A question is known by its linkId."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from expert.cases.case import RawCase
from expert.cases.forms.reading import Reading
from expert.cases.forms.table import imply
from expert.cases.forms.words import Words
from expert.cases.names import CaseNames
from expert.errors import CaseError, did_you_mean, shown, together

_TYPE = "resourceType"
_RESPONSE = "QuestionnaireResponse"


def may_be_several(text: bytes) -> bool:
    """Whether a JSON text that was not parsed yet may be a resource that holds several cases.

    Escapes could hide that it is; where there are any it is better looked at.
    """
    return b'"resourceType"' in text and (b"Bundle" in text or b"\\u" in text)


def from_fhir(cases: Iterable[RawCase], names: CaseNames, reading: Reading) -> Iterator[RawCase]:
    """Raw cases as they are, but each FHIR resource among them as the cases that it holds."""
    left_out: set[str] = set()
    for case in cases:
        value = case.value
        if case.problem is None and isinstance(value, Mapping) and isinstance(value.get(_TYPE), str):
            yield from _cases(value, case.line, names, reading, left_out)
        else:
            yield case


def _cases(
    resource: Mapping[str, Any], line: int, names: CaseNames, reading: Reading, left_out: set[str]
) -> Iterator[RawCase]:
    """The cases of a resource; what of it is left out is told once."""
    kind = resource[_TYPE]
    if kind == _RESPONSE:
        yield _response(resource, line, names, reading, left_out)
        return
    if kind != "Bundle":
        yield _refused(
            f"A FHIR {shown(kind)} holds no answers. Give a {_RESPONSE}, a Bundle of them, or bulk ndjson.", line
        )
        return
    entries = resource.get("entry")
    inner = (
        [entry.get("resource") for entry in entries if isinstance(entry, Mapping)] if isinstance(entries, list) else []
    )
    found = [one for one in inner if isinstance(one, Mapping) and one.get(_TYPE) == _RESPONSE]
    others = sorted({str(one.get(_TYPE)) for one in inner if isinstance(one, Mapping)} - {_RESPONSE})
    if others and found:
        _tell(reading, left_out, f"resources left out: {', '.join(others)}")
    if not found:
        yield _refused(f"A FHIR Bundle without a {_RESPONSE}. Ask the server for those.", line)
    for one in found:
        yield _response(one, line, names, reading, left_out)


def _refused(text: str, line: int) -> RawCase:
    return RawCase(line, problem=CaseError(text, line=line))


def _tell(reading: Reading, left_out: set[str], text: str) -> None:
    if text not in left_out:
        left_out.add(text)
        reading.tell(f"FHIR: {shown(text, 300)}.")


def _response(
    resource: Mapping[str, Any], line: int, names: CaseNames, reading: Reading, left_out: set[str]
) -> RawCase:
    """The case of one response."""
    raw: dict[str, Any] = {}
    case = RawCase(line, raw)
    if resource.get("id") is not None:
        raw["id"] = resource["id"]
    problems: list[CaseError] = []
    implied: dict[str, list[str]] = {}
    if resource.get("status") == "entered-in-error":
        problems.append(CaseError("This FHIR response was entered in error (its status says so). Leave it out."))
    for item in _items(resource):
        try:
            _take(item, raw, names, implied)
        except CaseError as error:
            if reading.ignore_columns and error.field == shown(str(item.get("linkId"))):
                _tell(reading, left_out, f"items left out: {error.field}")
            else:
                problems.append(error)
    imply(raw, implied)
    for problem in problems:
        problem.line = line
    case.problem = together(problems) if problems else None
    return case


def _items(part: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Every item with an answer, in groups or below answers as it may be."""
    inner = part.get("item")
    for item in inner if isinstance(inner, list) else []:
        if not isinstance(item, Mapping):
            continue
        answers = item.get("answer")
        if isinstance(answers, list) and answers:
            yield item
            for answer in answers:
                if isinstance(answer, Mapping):
                    yield from _items(answer)
        yield from _items(item)


def _take(item: Mapping[str, Any], raw: dict[str, Any], names: CaseNames, implied: dict[str, list[str]]) -> None:
    """Put the answer of an item into its case, and what it answers besides its own field aside."""
    link = str(item.get("linkId"))
    field = names.spellings.field(link)
    if link in ("note", "units", "story"):
        raw[link] = _value(item["answer"][0])
        return
    if field is None:
        raise CaseError(
            f"{shown(link)}: no such field (of a linkId){did_you_mean(link, names.asked) or '.'}", shown(link)
        )
    words = Words(field)
    values = [_read(words, _value(answer)) for answer in item["answer"]]
    for key, more in (also for answer in item["answer"] for also in words.implied(str(_value(answer)))):
        implied.setdefault(key, []).append(more)
    flat = [one for value in values for one in (value if isinstance(value, list) else [value])]
    if all(one is None for one in flat) and flat:
        return
    group, _, name = field.key.partition(".")
    if name in raw.setdefault(group, {}):
        raise CaseError(f"{field.key}: two items of this name. Keep one.", field.key)
    if any(value == [] for value in values) and flat:
        raise CaseError(f"{field.key}: none stands beside other values. Keep one of the two.", field.key)
    raw[group][name] = (
        flat[0] if len(flat) == 1 and not field.several else ["unknown" if one is None else one for one in flat]
    )


def _read(words: Words, value: object) -> object:
    if isinstance(value, bool):
        return words.value("yes" if value else "no")
    return words.value(str(value))


def _value(answer: object) -> object:
    """The value of an answer: a code, a number with its unit, a text, true or false."""
    parts = (
        [(key, value) for key, value in answer.items() if key.startswith("value")]
        if isinstance(answer, Mapping)
        else []
    )
    if len(parts) != 1:
        raise CaseError("An answer of this FHIR response has no value, or several. An answer has one, as valueCoding.")
    key, value = parts[0]
    if isinstance(value, Mapping):
        if key == "valueCoding":
            return value.get("code") or value.get("display") or ""
        if key == "valueQuantity":
            unit = value.get("code") or value.get("unit") or ""
            return f"{value.get('value')} {_UCUM.get(str(unit), unit)}".strip()
        raise CaseError(f"{shown(key)} found in a FHIR response where a code, a number, a text or a truth belongs.")
    return value


#: The unified code for units, where it is not ours.
_UCUM = {"[mi_i]": "mi", "[mi_us]": "mi", "%": "", "1": "", "a": "", "wk": "", "{score}": ""}
