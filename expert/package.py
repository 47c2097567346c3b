"""The package that a knowledge base is written in: its modules, and what they define."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import TypeVar

from expert.written import Written, definition

Held = TypeVar("Held")


def modules_beside(name: str) -> Sequence[ModuleType]:
    """A loaded module and all others of its package, each imported; a module of no package stands alone.

    Raises:
        Exception: whatever a module raises that nothing had imported yet.
    """
    module = sys.modules[name]
    package = module if hasattr(module, "__path__") else sys.modules.get(name.rpartition(".")[0], module)
    if getattr(package, "__file__", None) is None or not hasattr(package, "__path__"):
        return [module]
    found = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    names = [one.name for one in found if not one.name.endswith("__main__")]
    return [package, *(importlib.import_module(one) for one in names)]


def held_in(modules: Sequence[ModuleType], kind: type[Held]) -> Iterator[tuple[str, Held]]:
    """Everything of a kind that the modules hold at their outermost level, with its name, each object once."""
    seen: set[int] = set()
    for module in modules:
        for name, held in list(vars(module).items()):
            if isinstance(held, kind) and id(held) not in seen:
                seen.add(id(held))
                yield name, held


def where_defined(modules: Sequence[ModuleType], name: str) -> Written | None:
    """The line that defines a name, in whichever module it is."""
    places = (definition(name, module.__name__, getattr(module, "__file__", None)) for module in modules)
    return next((place for place in places if place is not None), None)
