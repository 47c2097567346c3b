"""What the page is made of: whose each part is and under which licence, and the source of its Python.

Whoever hands the page out passes on other people's work. What their licences ask for comes along with it: their texts,
and the source of what is compiled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib import metadata
from importlib.resources import files

from expert.webpage.runtime import PACKAGE, VERSION, zipped

#: The source of the page's Python, by its name in the page's folder.
SOURCE = "source.zip"
_TEXT = re.compile(r"(?:licen[cs]e|copying|notice)[^/]*", re.IGNORECASE)
#: Where a distribution says that its source is, by the names that are used for it.
_PLACES = ("source", "source code", "repository", "homepage", "home")


@dataclass(frozen=True)
class Work:
    """Something that the page contains.

    Attributes:
        licence: its name. author: who made it. place: where its source is, as an address. texts: what has to be
            passed on with it.
    """

    name: str
    version: str = ""
    licence: str = ""
    author: str = ""
    place: str = ""
    texts: tuple[str, ...] = ()


def works(program: Mapping[str, bytes]) -> list[Work]:
    """All that the page contains: of Python's packages those that these files belong to.

    Args:
        program: the files by their names, as `expert.webpage.archive.program_files` gives them.
    """
    packages = {name.partition("/")[0].removesuffix(".py") for name in program}
    owners = _owners()
    names = sorted({owner for package in packages for owner in owners.get(package, ())}, key=str.lower)
    strangers = sorted(package for package in packages if package not in owners)
    return [*_browsers_python(), *map(_installed, names), *map(Work, strangers)]


@cache
def _owners() -> Mapping[str, list[str]]:
    """Which distributions each package comes from; to find out, all that is installed is read."""
    return metadata.packages_distributions()


def as_html(program: Mapping[str, bytes]) -> str:
    """The same as entries of a page, each with its texts folded behind it."""
    return "\n".join(part for work in works(program) for part in _entry(work))


def source(program: Mapping[str, bytes]) -> bytes:
    """The files as they were written, as a zip file."""
    return zipped(program, packed=True)


def _browsers_python() -> Iterator[Work]:
    yield Work(
        PACKAGE.capitalize(), VERSION,
        "MPL 2.0 (https://www.mozilla.org/MPL/2.0/); it holds parts of Emscripten and musl, MIT",
        "Pyodide contributors and Mozilla", f"https://github.com/pyodide/pyodide/tree/{VERSION}",
    )  # fmt: skip
    yield Work(
        "Python, trimmed", "", "PSF", "Python Software Foundation", "https://www.python.org/downloads/source/",
        (_kept("Python.txt"),),
    )  # fmt: skip


def _installed(name: str) -> Work:
    """A package by what it says of itself."""
    held = metadata.distribution(name)
    told = held.metadata.json
    licence = _text(told, "license_expression") or _text(told, "license")
    texts = [str(path.read_text()) for path in held.files or () if _TEXT.fullmatch(path.name)]
    if "LGPL" in licence:  # which is written as an addition to it
        texts.append(_kept("GPL-3.0.txt"))
    author = _text(told, "author") or re.sub(r"\s*<[^>]*>", "", _text(told, "author_email"))
    return Work(_text(told, "name"), held.version, licence.partition("\n")[0], author, _place(told), tuple(texts))


def _text(told: Mapping[str, str | list[str]], name: str) -> str:
    """What a package says of itself under this name; old ones write UNKNOWN where they say nothing."""
    value = told.get(name, "")
    return value if isinstance(value, str) and value != "UNKNOWN" else ""


def _place(told: Mapping[str, str | list[str]]) -> str:
    """Where a package says that it is to be found."""
    found = {}
    for line in told.get("project_url", ()):
        label, _, address = line.partition(",")
        found[label.strip().lower()] = address.strip()
    return next((found[label] for label in _PLACES if label in found), _text(told, "home_page"))


def _kept(name: str) -> str:
    return files("expert.webpage").joinpath("licences").joinpath(name).read_text(encoding="utf-8")


def _entry(work: Work) -> Iterator[str]:
    about = [work.author, f"Licence: {work.licence}" if work.licence else "", work.place]
    yield f"<h2>{escape(f'{work.name} {work.version}'.strip())}</h2>"
    yield f"<p>{escape('. '.join(filter(None, about)) or 'It says nothing of a licence.')}</p>"
    for text in work.texts:
        yield f"<details><summary>{escape(_title(text))}</summary><pre>{escape(text)}</pre></details>"


def _title(text: str) -> str:
    """The first line of a text that says something."""
    return next((line.strip() for line in text.splitlines() if line.strip()), "Its text")[:80]
