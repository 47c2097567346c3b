"""One case's result as plain data: the contract's JSON object, whether the case was read or not."""

from __future__ import annotations

import json
import traceback
from collections.abc import Mapping
from typing import Any

from expert.cases.case import Case, Item, Unreadable
from expert.cases.expectations import check
from expert.consultation import Consultant, Consultation
from expert.errors import ProgramError, fault
from expert.json_text import encoded

Result = dict[str, Any]


class ReasoningError(ProgramError):
    """The reasoning itself failed on a case. That is a bug in the program or its knowledge, never the case's fault."""


class FaultResult(Result):
    """The error result of a case on which the program failed: in shape like that of a case that could not be read.

    Attributes:
        trace: where in the program it happened.
    """

    trace: str = ""

    @classmethod
    def of(cls, case: Case, error: Exception) -> FaultResult:
        """The result of a case and what was raised on it."""
        first = error.__cause__ if isinstance(error, ReasoningError) else error
        joint = ":" if isinstance(first, ProgramError) else ", with"
        message = f"The program itself failed on this case{joint} {fault(first or error)}."
        found = cls(
            id=case.id,
            source=case.source,
            status="error",
            error={"message": message, "field": None, "line": None},
        )
        found.trace = "".join(traceback.format_exception(error)).rstrip()
        return found


def consult(case: Case, consultant: Consultant) -> Consultation:
    """Reason one case through.

    Raises:
        ReasoningError: from whatever went wrong; it names the case.
    """
    try:
        return consultant.consult(case.answers)
    except Exception as error:
        joint = ":" if isinstance(error, ProgramError) else " with"
        raise ReasoningError(f"{case.source} ({case.id}): the reasoning failed{joint} {fault(error)}") from error


def case_result(case: Case, consultation: Consultation) -> Result:
    """The JSON-ready result of a case that was reasoned through."""
    result: Result = json.loads(case_text(case, consultation))
    return result


def case_text(case: Case, consultation: Consultation) -> str:
    """The same as JSON text."""
    text = f'{{"id": {encoded(case.id)}, "source": {encoded(case.source)}, {consultation.text}'
    if case.note is not None:
        text += f', "note": {encoded(case.note)}'
    if case.expect is not None:
        checked = check(case.expect, consultation.result(), consultation.knowledge.urgencies)
        text += f', "expect": {encoded(checked)}'
    return text + "}"


def error_result(item: Unreadable) -> Result:
    """The JSON-ready result of a case that could not be read."""
    error = {"message": item.error.message, "field": item.error.field, "line": item.error.line}
    return {"id": item.id, "source": item.source, "status": "error", "error": error}


def evaluate(item: Item, consultant: Consultant) -> Result:
    """The JSON-ready result of a case, or of the failure to read it or to reason it through."""
    if isinstance(item, Unreadable):
        return error_result(item)
    try:
        return case_result(item, consult(item, consultant))
    except Exception as error:
        return FaultResult.of(item, error)


def line(item: Item, consultant: Consultant) -> str | None:
    """What `json_line` makes of the result of a case, straight from its parts; None where there is more to say of it.

    There is more to say of a case that expects something, that could not be read, or on which the reasoning fails.
    """
    if isinstance(item, Unreadable) or item.expect is not None:
        return None
    try:
        return case_text(item, consultant.consult(item.answers)) + "\n"
    except Exception:
        return None


def failed_expect(result: Mapping[str, Any]) -> bool:
    """Whether a result is not what its case expects."""
    return "expect" in result and not result["expect"]["passed"]


def went_wrong(result: Mapping[str, Any]) -> bool:
    """Whether there is no result, or another than its case expects."""
    return result["status"] == "error" or failed_expect(result)


def json_line(result: Mapping[str, Any]) -> str:
    """A result as one line of JSON, with its line break.

    Raises:
        ValueError: it holds NaN or Infinity.
    """
    return encoded(result) + "\n"
