"""The Python files that the page needs, as one archive: the base, and of the shell and its libraries what they import.

What is imported late, inside a function, counts too, so that nothing is missing when it is needed. Libraries are taken
from where they are installed; those that only a terminal needs are never reached.
"""

from __future__ import annotations

import ast
import importlib.util
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import metadata
from pathlib import Path

from expert.errors import UsageError

#: What nothing in a browser needs, though a module that is needed mentions it.
_NEVER = frozenset(
    {
        *("rich", "prompt_toolkit", "platformdirs", "fsspec", "distributed"),
        *("expert.commands", "expert.explaining.terminal", "yaml.cyaml"),
    }
)
#: Of a base's folder, what is no part of it.
_NO_PART = frozenset({"__pycache__", "cases", "tests"})


def program_files(entries: Iterable[str], base: str) -> dict[str, bytes]:
    """The files by their names in the archive.

    Args:
        entries: the modules that are imported first. base: the module of the knowledge base, which comes with its
            whole package.

    Raises:
        UsageError: the base is no file or folder.
    """
    files: dict[str, Path] = {}
    for name in _closure([*entries, *_package(base, files)]):
        place = _place(name)
        if place is not None:
            files[_inside(name, place)] = place
    return {name: path.read_bytes() for name, path in files.items()}


def _package(base: str, files: dict[str, Path]) -> Iterator[str]:
    """The modules of the base's package; its other files (texts, tables) are added to `files`."""
    top = base.partition(".")[0]
    place = _place(top)
    if place is None:
        raise UsageError(f"{top}: it is no file or folder of Python, so no page can be made of it.")
    if place.name != "__init__.py":
        yield top
        return
    folder = place.parent
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if not path.is_file() or _NO_PART.intersection(inside.parts) or path.suffix in (".pyc", ".md"):
            continue
        if path.suffix == ".py":
            parts = inside.with_suffix("").parts
            yield ".".join([top, *(parts[:-1] if parts[-1] == "__init__" else parts)])
        else:
            files[f"{top}/{inside.as_posix()}"] = path


def _closure(entries: Iterable[str]) -> list[str]:
    """These modules and all that they import, their packages too; without Python's own.

    A library is followed into itself and into what it says that it requires: it may mention many others.
    """
    found: dict[str, None] = {}
    open_ones = list(entries)
    own = {name.partition(".")[0] for name in open_ones}
    while open_ones:
        name = open_ones.pop()
        if name in found or _is_never(name):
            continue
        place = _place(name)
        if place is None:
            continue
        found[name] = None
        parent, top = name.rpartition(".")[0], name.partition(".")[0]
        open_ones += [parent] if parent else []
        may = None if top in own else {top, *_required(top)}
        for other in _imported(ast.parse(place.read_bytes()), name, place.name == "__init__.py"):
            first = other.partition(".")[0]
            if first not in sys.stdlib_module_names and (may is None or first in may):
                open_ones.append(other)
    return list(found)


@cache
def _required(top: str) -> frozenset[str]:
    """The packages that the distribution of this one requires whatever is wanted of it."""
    names = set()
    for distribution in metadata.packages_distributions().get(top, ()):
        for line in metadata.requires(distribution) or ():
            if "extra ==" not in line:
                names.add(re.split(r"[^\w.-]", line, maxsplit=1)[0].lower().replace("-", "_"))
    return frozenset(names)


def _is_never(name: str) -> bool:
    return any(name == one or name.startswith(f"{one}.") for one in _NEVER)


def _imported(tree: ast.AST, module: str, is_package: bool) -> Iterator[str]:
    """The names of the modules that a module may import; a name that is no module is found to be none later."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            home = node.module or ""
            if node.level:
                parts = module.split(".")[: None if is_package and node.level == 1 else is_package - node.level]
                home = ".".join([*parts, *([node.module] if node.module else [])])
            yield home
            yield from (f"{home}.{alias.name}" for alias in node.names)
        else:
            yield from _imported(node, module, is_package)


@cache
def _place(name: str) -> Path | None:
    """The file of a module in Python; None where there is none, or it is none in Python."""
    try:
        spec = importlib.util.find_spec(name)
    except (ImportError, AttributeError, ValueError):
        return None
    if spec is None or spec.origin is None or not spec.origin.endswith(".py"):
        return None
    return Path(spec.origin)


def _inside(name: str, place: Path) -> str:
    """The name of a module's file in the archive."""
    path = name.replace(".", "/")
    return f"{path}/__init__.py" if place.name == "__init__.py" else f"{path}.py"
