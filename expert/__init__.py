"""The expert-system shell: it reasons, asks, explains and evaluates cases, and knows no subject of its own.

It has three doors; what else is in here may change from one release to the next.

To evaluate cases from a program:

    >>> import expert
    >>> plants = expert.load("houseplants:PLANTS")
    >>> result = plants.evaluate({"pot": {"soil": "dry"}, "leaf": {"colour": "brown"}})
    >>> [(one["cause"], one["level"], one["certainty"]) for one in result["conclusions"]]
    [('thirst', 'likely', 0.76)]
    >>> result["conclusions"][0]["because"][0]["text"]
    'the soil is dry'

Results are what ``batch`` writes, a mapping for each case, with types in `expert.typed`. A case may come as data, as
text, as a row of a pandas DataFrame, or from files (``evaluate``, ``evaluate_text``, ``evaluate_frame``,
``evaluate_files``). Many of them are taken one by one, as their results are asked for, so that there may be any number:

    >>> many = plants.evaluate_many({"pot": {"soil": soil}} for soil in ("dry", "soaked"))
    >>> [(result["id"], result["status"]) for result in many]
    [('cases#1', 'ok'), ('cases#2', 'ok')]

How often what cases expect came out is counted by ``score`` and ``score_files``:

    >>> plants.score([{"pot": {"soil": "dry"}, "expect": {"top": "thirst"}}])["figures"]["top_1"]["rate"]
    1.0

A case that cannot be read is a result as well:

    >>> plants.evaluate_text("pot: {soul: dry}")[0]["error"]["message"]
    'pot.soul: no such field, did you mean pot.soil?'

To write a base of one's own, import everything from `expert.authoring`.

To make a program of it, call `expert.commands.main` with its name and that of its base: consultation, explanation,
batch, rule book, drawings and checks come with it.

Behind the doors, each room imports only from those before it:

* ``fields conditions contradictions rules knowledge`` what a case can say, and a rule test and conclude
* ``experta_guard matcher engine certainty consultation outlook`` from answers to a result, and what is still open
* ``loading`` a base by name; ``cases`` files in, results out
* ``examining`` data about results; ``wording``, ``explaining``, ``publishing`` the words, pages and drawings of it
* ``asking`` the consultation; ``commands`` the command line
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from expert.errors import CaseError, ExpertError, KnowledgeError
    from expert.evaluating import Evaluator, load
    from expert.typed import ErrorResult, OkResult, Result, Scores

_WHERE = {
    "evaluating": ("Evaluator", "load"),
    "errors": ("CaseError", "ExpertError", "KnowledgeError"),
    "typed": ("ErrorResult", "OkResult", "Result", "Scores"),
}
__all__ = [
    "CaseError", "ErrorResult", "Evaluator", "ExpertError", "KnowledgeError", "OkResult", "Result", "Scores", "load",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """What a program asks for, imported when it does: the command line must start without it."""
    import importlib

    for module, names in _WHERE.items():
        if name in names:
            return getattr(importlib.import_module(f"expert.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
