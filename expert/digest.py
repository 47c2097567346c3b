"""What a knowledge base says, in one number: two bases with the same digest give the same results.

Everything that is data counts, in a form that no run and no machine changes: rules with their conditions and texts,
fields, causes, numbers, and of a function what it does. Where something is written in its file does not count.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
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
    """The digest of a base: 64 hexadecimal digits."""
    found = hashlib.sha256()
    for part in _parts(knowledge):
        found.update(part.encode("utf-8", "surrogatepass"))
        found.update(b"\n")
    return found.hexdigest()


def _parts(value: Any) -> Iterator[str]:
    """A value as a sequence of texts, from which it could be told from any other."""
    if isinstance(value, _PLAIN):
        yield repr(value)
    elif isinstance(value, KnowledgeRule):
        yield type(value).__qualname__
        for name in _rule_parts(type(value).__mro__):
            yield from _named(name, getattr(value, name))
    elif isinstance(value, Vocabulary):
        yield from _named("unit", value.unit)
        yield from _parts(value.fields)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        yield type(value).__qualname__
        for held in dataclasses.fields(value):
            yield from _named(held.name, getattr(value, held.name))
    elif isinstance(value, Mapping):
        yield from _several("mapping", value.items())
    elif isinstance(value, (set, frozenset)):
        yield from _several("set", sorted("\n".join(_parts(one)) for one in value))
    elif isinstance(value, (tuple, list)):
        yield from _several("list", value)
    elif callable(value):
        yield from _function(value)
    else:
        raise TypeError(f"a knowledge base holds {value!r}, of which nobody has said how it counts")


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


def _named(name: str, value: Any) -> Iterator[str]:
    if not isinstance(value, Written):
        yield f".{name}"
        yield from _parts(value)


def _several(kind: str, values: Any) -> Iterator[str]:
    yield f"{kind} of {len(values)}"
    for value in values:
        yield from _parts(value)


def _function(value: Any) -> Iterator[str]:
    """A function by what it does, with what it was made with; any other callable by its name."""
    code = getattr(value, "__code__", None)
    yield getattr(value, "__qualname__", type(value).__qualname__)
    if code is not None:
        yield from _code(code)
        yield from _parts(getattr(value, "__defaults__", None))
        for cell in getattr(value, "__closure__", None) or ():
            yield from _parts(cell.cell_contents)
    elif hasattr(value, "func"):
        yield from _parts((value.func, value.args, value.keywords))


def _code(code: CodeType) -> Iterator[str]:
    yield code.co_code.hex()
    yield repr(code.co_names)
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _code(constant)
        else:
            yield repr(sorted(constant)) if isinstance(constant, frozenset) else repr(constant)
