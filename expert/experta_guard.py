"""The only door to experta 1.9.4: import it safely, and give its names one home.

Everything that is odd about experta's import stays in this file:

* ``frozendict 1.2``, which experta 1.9.4 pins, wants ``collections.Mapping``, which Python 3.10 removed.
  The alias is set around that one import and taken away again. Later versions of frozendict do without it and give the
  same results; an experta that uses another library is asked for its own.
* ``experta/__init__`` swallows an ImportError and leaves an empty module, so we look for what we need.
* Importing experta calls ``logging.basicConfig()``; a library must not touch its user's log handlers.
"""

from __future__ import annotations

import collections
import collections.abc
import contextlib
import logging


def _import_frozendict() -> None:
    """Import frozendict, if it is there, under the alias that its old version needs on Python 3.10 and newer."""
    missing = not hasattr(collections, "Mapping")
    if missing:
        collections.Mapping = collections.abc.Mapping  # type: ignore[attr-defined]
    try:
        with contextlib.suppress(ModuleNotFoundError):  # whether experta can do without it shows when it is imported
            import frozendict  # noqa: F401
    finally:
        if missing:
            del collections.Mapping  # type: ignore[attr-defined]


def _import_experta() -> None:
    """Import experta, leave the root logger as it was, and make sure that experta is whole."""
    handlers = list(logging.root.handlers)
    import experta

    for handler in list(logging.root.handlers):
        if handler not in handlers:
            logging.root.removeHandler(handler)
    if not hasattr(experta, "KnowledgeEngine"):
        raise ImportError(
            "experta imported as an empty module: one of its own dependencies (frozendict, schema) is missing. "
            "Install this program again with pip, which brings them along."
        )


_import_frozendict()
_import_experta()

from experta.abstract import Matcher, Strategy  # noqa: E402
from experta.activation import Activation  # noqa: E402
from experta.agenda import Agenda  # noqa: E402
from experta.conditionalelement import ConditionalElement  # noqa: E402
from experta.engine import KnowledgeEngine  # noqa: E402
from experta.fact import BaseField, Fact, InitialFact  # noqa: E402
from experta.factlist import FactList  # noqa: E402
from experta.fieldconstraint import P  # noqa: E402
from experta.matchers import ReteMatcher  # noqa: E402
from experta.rule import Rule  # noqa: E402

__all__ = [
    "Activation",
    "Agenda",
    "BaseField",
    "ConditionalElement",
    "Fact",
    "FactList",
    "InitialFact",
    "KnowledgeEngine",
    "Matcher",
    "P",
    "ReteMatcher",
    "Rule",
    "Strategy",
]
