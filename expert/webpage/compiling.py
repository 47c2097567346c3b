"""Compiles the page's Python, so that no browser has to: run by the Python of the browser, when the page is made.

Nothing here is imported by the rest; `runtime` has it run under Node.js.
"""

from __future__ import annotations

import ast
import importlib._bootstrap_external as loader
import io
import zipfile


def compiled(archive: bytes, place: str, optimize: int) -> bytes:
    """A zip file with compiled files in place of sources, without the texts that document them.

    Args:
        archive: a zip file. place: where its files will lie, for messages of faults. optimize: as `compile` takes it.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(made, "w") as target:
        for name in sorted(source.namelist()):
            content = source.read(name)
            if name.endswith(".py"):
                content = _compiled(content, f"{place}/{name}", optimize)
                name = f"{name}c"
            target.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content)
    return made.getvalue()


def _compiled(text: bytes, file: str, optimize: int) -> bytes:
    code = compile(_without_docstrings(ast.parse(text)), file, "exec", dont_inherit=True, optimize=optimize)
    # Never to be checked against a source, which will not be there.
    return bytes(loader._code_to_hash_pyc(code, bytes(8), False))  # type: ignore[attr-defined]


def _without_docstrings(tree: ast.Module) -> ast.Module:
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            first = node.body[0] if node.body else None
            if (
                isinstance(first, ast.Expr)
                and isinstance(first.value, ast.Constant)
                and isinstance(first.value.value, str)
            ):
                node.body[:1] = [] if len(node.body) > 1 else [ast.copy_location(ast.Pass(), first)]
    return tree
