"""A slip while writing knowledge, told in one line: ``plants/thirst.py:41: NameError: ..., did you mean ...?``.

Python's own guess is part of a traceback and not of the message, and it knows only the module at hand; an author who
forgot an import wants to be told which.
"""

from __future__ import annotations

import builtins
import inspect
import pkgutil
import re
import sys
import traceback
from collections.abc import Iterator
from types import FrameType, ModuleType

from expert.errors import KnowledgeError, did_you_mean
from expert.package import where_defined
from expert.written import definition, of_frame, package_of

_SHELL = package_of(__name__)
_UNKNOWN_KEYWORD = re.compile(r"(\w+)(?:\.__init__)?\(\) got an unexpected keyword argument '(\w+)'")
_UNKNOWN_IMPORT = re.compile(r"cannot import name '(\w+)'")
_PYTHONS_GUESS = re.compile(r"\.? Did you mean:? .*$")


def slip(error: Exception, package: str) -> str:
    """Where in the package an import failed, what Python says, and what was probably meant."""
    frame, line = _deepest(error, package)
    if isinstance(error, SyntaxError):
        where, said = _in_file(error, package), error.msg
    else:
        where, said = str(of_frame(frame, line)) if frame else "", str(error)
    if isinstance(error, KnowledgeError):
        return f"{where}: {said}" if where else said
    said = _PYTHONS_GUESS.sub("", " ".join(said.split())).rstrip(".")
    text = f"{type(error).__name__}: {said}{_meant(error, frame, package)}"
    return f"{where}: {text}" if where else text


def _deepest(error: Exception, package: str) -> tuple[FrameType | None, int]:
    """The innermost frame that belongs to the package, with the line that it was at."""
    own = [
        (frame, line)
        for frame, line in traceback.walk_tb(error.__traceback__)
        if package_of(str(frame.f_globals.get("__name__", ""))) == package
    ]
    return own[-1] if own else (None, 0)


def _in_file(error: SyntaxError, package: str) -> str:
    """The line of a syntax error, whose module never ran."""
    parts = str(error.filename).replace("\\", "/").split("/")
    first = max((place for place, part in enumerate(parts) if part == package), default=len(parts) - 1)
    return f"{'/'.join(parts[first:])}:{error.lineno}"


def _meant(error: Exception, frame: FrameType | None, package: str) -> str:
    """The nearest right name, as a clause that ends the message; empty where nothing is like it."""
    if isinstance(error, ModuleNotFoundError):
        return meant_module(str(error.name))
    if isinstance(error, ImportError):
        return _meant_import(error, package)
    if isinstance(error, NameError) and frame is not None:
        return _meant_name(str(error.name), frame, package)
    if isinstance(error, AttributeError):
        return did_you_mean(str(error.name), dir(error.obj))
    if isinstance(error, TypeError):
        return _meant_keyword(str(error), package)
    return ""


def meant_module(name: str) -> str:
    """The nearest module beside one that is none, as `did_you_mean` says it."""
    parent = sys.modules.get(name.rpartition(".")[0])
    beside = pkgutil.iter_modules(getattr(parent, "__path__", []))
    return did_you_mean(name, [f"{parent.__name__}.{one.name}" for one in beside]) if parent else ""


def _meant_import(error: ImportError, package: str) -> str:
    found = _UNKNOWN_IMPORT.search(str(error))
    module = sys.modules.get(str(error.name))
    if found is None or module is None:
        return ""
    return did_you_mean(found[1], _public(module)) or _elsewhere(found[1], package)


def _meant_name(name: str, frame: FrameType, package: str) -> str:
    below = definition(name, "", frame.f_code.co_filename)
    if below is not None:
        return f"; it is written further down, in line {below.line}"
    known = {*frame.f_locals, *frame.f_globals, *vars(builtins)}
    others = {other for module in _loaded(package) for other in _public(module)}
    return _elsewhere(name, package) or did_you_mean(name, known) or did_you_mean(name, others)


def _elsewhere(name: str, package: str) -> str:
    """The import that brings a name, where a loaded module of the package or the shell defines it."""
    for module in _loaded(package):
        if name in vars(module) and where_defined([module], name) is not None:
            return f"; is 'from {module.__name__} import {name}' missing?"
    return ""


def _meant_keyword(said: str, package: str) -> str:
    found = _UNKNOWN_KEYWORD.search(said)
    if found is None:
        return ""
    called = next((vars(module)[found[1]] for module in _loaded(package) if found[1] in vars(module)), None)
    if not callable(called):
        return ""
    signature = inspect.signature(called.__dict__["__init__"] if "__init__" in vars(called) else called)
    taken = [name for name, one in signature.parameters.items() if name != "self" and one.kind != one.VAR_POSITIONAL]
    return did_you_mean(found[2], taken) or f"; it takes {', '.join(taken)}"


def _loaded(package: str) -> Iterator[ModuleType]:
    """The modules of the package, then those of the shell, as far as they are loaded."""
    for top in (package, _SHELL):
        yield from (module for name, module in list(sys.modules.items()) if package_of(name) == top)


def _public(module: ModuleType) -> list[str]:
    return [name for name in vars(module) if not name.startswith("_")]
