"""What a knowledge base says, in one number: two bases with the same digest give the same results.

Everything that is data counts, in a form that no run, no machine and no Python changes: rules with their conditions and
texts, fields, causes, numbers, words, and of a function how it is written. Where something is written in its file does
not count.
"""

from __future__ import annotations

import ast
import dataclasses
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache, partial
from pathlib import Path
from types import CodeType
from typing import Any

from expert.base import Base
from expert.fields import Vocabulary
from expert.rules import KnowledgeRule
from expert.written import Written

#: What each rule is given, of what has no answer for any rule.
_RULE = ("name", "because", "claims", "source")
_PLAIN = (str, int, float, bytes, bool, type(None), Fraction, Decimal)


def digest(knowledge: Base) -> str:
    """The digest of a base: 64 hexadecimal digits, the same on every machine and every Python.

    The words by which people say it count, too: by them a story becomes a case.
    """
    parts = [*_parts(knowledge), *_parts(knowledge.words), ""]
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _parts(value: Any) -> list[str]:
    """A value as a sequence of texts, from which it could be told from any other."""
    found: list[str] = []
    _add(value, found)
    return found


def _add(value: Any, parts: list[str]) -> None:
    """Add a value's texts to those before it."""
    kind: type = type(value)
    _adder(kind)(value, parts)


@cache
def _adder(kind: type) -> Callable[[Any, list[str]], None]:
    """What adds the values of a type; looked for but once, as there are many values and few types."""
    if issubclass(kind, _PLAIN):
        return _add_plain
    if issubclass(kind, KnowledgeRule):  # before the tuples, of which it is one to experta
        return partial(_add_held, _rule_parts(kind.__mro__))
    if issubclass(kind, Vocabulary):
        return _add_vocabulary
    if dataclasses.is_dataclass(kind):
        return partial(_add_held, tuple(held.name for held in dataclasses.fields(kind)))
    if issubclass(kind, Mapping):
        return lambda value, parts: _add_several("mapping", value.items(), parts)
    if issubclass(kind, (set, frozenset)):
        return lambda value, parts: _add_several("set", sorted("\n".join(_parts(one)) for one in value), parts)
    if issubclass(kind, (tuple, list)):
        return lambda value, parts: _add_several("list", value, parts)
    if hasattr(kind, "__call__"):  # noqa: B004
        return _add_function
    raise TypeError(f"a knowledge base holds a {kind.__qualname__}, of which nobody has said how it counts")


def _add_plain(value: Any, parts: list[str]) -> None:
    parts.append(repr(value))


def _add_vocabulary(value: Vocabulary, parts: list[str]) -> None:
    _add_named("unit", value.unit, parts)
    _add(value.fields, parts)


def _add_held(names: Sequence[str], value: Any, parts: list[str]) -> None:
    """Add what an object holds under these names."""
    parts.append(type(value).__qualname__)
    for name in names:
        _add_named(name, getattr(value, name), parts)


@cache
def program() -> str:
    """The digest of the shell itself, by its modules: where it is the same, the same base gives the same bytes."""
    found, home = hashlib.sha256(), Path(__file__).parent
    for path in sorted(home.rglob("*.py"), key=lambda path: path.relative_to(home).as_posix()):
        text = path.read_bytes().replace(b"\r\n", b"\n")
        found.update(f"{path.relative_to(home).as_posix()} {len(text)}\n".encode() + text)
    return found.hexdigest()


@cache
def _rule_parts(kinds: tuple[type, ...]) -> tuple[str, ...]:
    """What a rule of a kind, which is the first of these, is made of, apart from where it is written."""
    declared = dict.fromkeys(name for one in reversed(kinds) for name in vars(one).get("__annotations__", {}))
    return (*(name for name in declared if hasattr(KnowledgeRule, name) or name in _RULE), "salience", "atoms")


def _add_named(name: str, value: Any, parts: list[str]) -> None:
    if not isinstance(value, Written):
        parts.append(f".{name}")
        _add(value, parts)


def _add_several(kind: str, values: Any, parts: list[str]) -> None:
    parts.append(f"{kind} of {len(values)}")
    for value in values:
        _add(value, parts)


def _add_function(value: Any, parts: list[str]) -> None:
    """A function by how it is written, with what it was made with; any other callable by its name."""
    code = getattr(value, "__code__", None)
    parts.append(getattr(value, "__qualname__", type(value).__qualname__))
    if code is not None:
        parts.extend(_written(code) or _code(code))
        _add(getattr(value, "__defaults__", None), parts)
        for cell in getattr(value, "__closure__", None) or ():
            _add(cell.cell_contents, parts)
    elif hasattr(value, "func"):
        _add((value.func, value.args, value.keywords), parts)


def _written(code: CodeType) -> list[str]:
    """The text of a function; of lambdas that begin in one line, of all. Nothing where its file is not to be read."""
    return [
        text for name, line, text in _functions(code.co_filename) if (name, line) == (code.co_name, code.co_firstlineno)
    ]


@cache
def _functions(file: str) -> list[tuple[str, int, str]]:
    """The functions of a file, each with its name as Python gives it, its first line and its text."""
    try:
        text = Path(file).read_text(encoding="utf-8")
        tree = ast.parse(text)
    except (OSError, SyntaxError, ValueError):
        return []
    found = []
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            name = "<lambda>" if isinstance(node, ast.Lambda) else node.name
            line = min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", ()))])
            found.append((name, line, ast.get_source_segment(text, node) or ""))
    return found


def _code(code: CodeType) -> Iterator[str]:
    """What a function does, as this Python has compiled it."""
    yield code.co_code.hex()
    yield repr(code.co_names)
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _code(constant)
        else:
            yield repr(sorted(constant)) if isinstance(constant, frozenset) else repr(constant)
