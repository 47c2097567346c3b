"""A version of a base as plain data: what each rule says, in English, and what every case is told.

Two versions of a base have modules of the same names, so each is read in a process of its own; this is what comes back
from there. Run as a program it prints the snapshot of one version as JSON: see `expert.examining.versions`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from expert.cases.case import Case
from expert.cases.expectations import check
from expert.cases.forms.reading import Reading
from expert.cases.reader import CaseReader
from expert.consultation import Consultant
from expert.errors import KnowledgeError
from expert.examining.sheet import Sheet
from expert.knowledge import KnowledgeBase
from expert.loading import KnowledgeName
from expert.rules import KnowledgeRule
from expert.wording import english

#: What begins the line of the snapshot: whatever a base prints while it is imported is none.
MARK = "snapshot of a base: "


def snapshot(knowledge: KnowledgeBase, paths: Sequence[str], reading: Reading | None = None) -> dict[str, Any]:
    """A base and what it makes of cases, JSON-ready.

    Args:
        paths: files and folders of cases. reading: how they are to be read.
    """
    notices: list[str] = []
    reader = CaseReader(knowledge, replace(reading or Reading(), tell=notices.append))
    items = list(reader.read_paths(list(paths), None)) if paths else []
    cases = [item for item in items if isinstance(item, Case)]
    sheet = Sheet(knowledge, [case.answers for case in cases])
    consultant = Consultant(knowledge)
    names = [rule.name for rule in knowledge.rules]
    told = {}
    for place, case in enumerate(cases):
        told[case.source] = {
            "id": case.id, "fired": [names[rule] for rule in sheet.fired[place]], "told": asdict(sheet.told(place)),
            "failures": _failures(case, consultant),
        }  # fmt: skip
    return {
        "title": knowledge.title,
        "rules": {rule.name: said(knowledge, rule) for rule in knowledge.rules},
        "evidence": {rule.name: rule.cause.id for rule in knowledge.rules if rule.sign and rule.cause},
        "cases": told,
        "notices": notices,
        "unreadable": {item.source: item.error.message for item in items if not isinstance(item, Case)},
        "fields": {key: f"{held.question} {held.allowed()}" for key, held in knowledge.vocabulary.asked.items()},
        "causes": {cause.id: f"{cause.title} {cause.about}" for cause in knowledge.causes},
        "words": {
            "causes": {cause.id: cause.short for cause in knowledge.causes},
            "remarks": {rule.remark.id: rule.remark.text for rule in knowledge.rules if rule.remark},
        },
    }


def _failures(case: Case, consultant: Consultant) -> list[str]:
    """What of a case's own expectations does not hold."""
    if case.expect is None:
        return []
    result, urgencies = consultant.consult(case.answers).result(), consultant.knowledge.urgencies
    failures: list[str] = check(case.expect, result, urgencies)["failures"]
    return failures


def said(knowledge: KnowledgeBase, rule: KnowledgeRule) -> dict[str, list[str]]:
    """What a rule says, part by part, in English."""
    return {
        "If": english.conditions(knowledge, rule),
        "Then": [rule.then(knowledge)],
        "Because": [rule.because],
        "Rests on": english.warrant_lines(knowledge, rule),
        "Reading": english.interpretation_lines(rule),
    }


def main(arguments: Sequence[str]) -> None:
    """Print the snapshot of a base.

    Args:
        arguments: its name, the folders where it is looked for first, how cases are read (both JSON), the cases.
    """
    name, folders, how, *paths = arguments
    sys.path[:0] = json.loads(folders)
    try:
        found = snapshot(KnowledgeName(name).load(), paths, Reading(*json.loads(how)))
    except KnowledgeError as error:
        found = {"error": str(error)}
    sys.stdout.write(f"\n{MARK}{json.dumps(found)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
