"""The page as a folder of files that any web server can hand out, from whatever path.

What a file holds stands in its name, where it is large: then a browser that has it need not fetch it again, and a new
version of the page fetches only what is new.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from html import escape
from importlib.resources import files
from pathlib import Path

from expert.knowledge import KnowledgeBase
from expert.webpage import licences
from expert.webpage.face import WebFace
from expert.webpage.runtime import Runtime

#: What a browser lets the page do: load its own files, run them, and talk to nobody.
POLICY = (
    "default-src 'none'; script-src 'self' blob: 'wasm-unsafe-eval'; worker-src 'self' blob:; connect-src 'self'; "
    "style-src 'self'; img-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
)
#: The modules that the page imports by name.
ENTRIES = ("expert.webpage.browser", "expert.evaluating", "expert.cases.results")
_PLAIN = ("style.css", "print.css", "app.js", "worker.js", "icon.svg", "icon-180.png", "icon-512.png")
#: Where the files of Python lie, in the browser.
_FOLDER = "/lib/program"

Site = Mapping[str, bytes]


def site(knowledge: KnowledgeBase, base: str, program: Site, runtime: Runtime, article_only: bool = False) -> Site:
    """All files of the page, by their names in its folder; the same for the same base and program.

    Args:
        knowledge: the base, as the page reasons with it. base: its name, as `KnowledgeName` takes it.
        program: the files of `ENTRIES` and the base, as they were written. runtime: Pyodide, with the same.
    """
    python = f"python-{_digest(runtime.loader, runtime.machine, runtime.wasm, runtime.library)}/"
    large = {
        f"{python}pyodide.js": runtime.loader,
        f"{python}pyodide.asm.js": runtime.machine,
        f"{python}pyodide.packed": runtime.wasm,
        f"{python}library.packed": runtime.library,
        f"program-{_digest(runtime.program)}.packed": runtime.program,
    }
    loader, machine, wasm, library, programs = large
    plain = {name: _static(name) for name in _PLAIN}
    plain["manifest.webmanifest"] = _manifest(knowledge)
    told = {
        "base": base, "articleOnly": article_only, "folder": _FOLDER, "python": python, "lock": runtime.lock,
        "loader": loader, "machine": machine, "wasm": wasm, "library": library, "program": programs,
        "size": sum(len(large[name]) for name in (wasm, library, programs)),
    }  # fmt: skip
    version = _digest(*large.values(), *plain.values(), _static("index.html"), json.dumps(told).encode())
    told["cache"] = f"page {base} {version}"
    made = {"index.html": _index(knowledge, told), **plain, **large, **_beside(knowledge, program)}
    worker = _filled("service-worker.js", cache=told["cache"], files=json.dumps(["./", *plain, *large]))
    return {**made, "service-worker.js": worker}


def write(made: Site, folder: Path) -> None:
    """Write the files; the page itself last, so that it names nothing that is not there.

    Raises:
        OSError: there can be no such folder, or the disk is full.
    """
    for name, held in sorted(made.items(), key=lambda pair: pair[0] in ("index.html", "service-worker.js")):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(held)


def _index(knowledge: KnowledgeBase, told: Mapping[str, object]) -> bytes:
    """The page, with the first question in it."""
    first = WebFace(knowledge).open()
    return _filled(
        "index.html",
        title=escape(knowledge.title),
        short=escape(_short(knowledge)),
        notice=escape(knowledge.notice),
        policy=escape(POLICY),
        said=first["said"],
        ask=first["ask"],
        site=json.dumps(told).replace("<", "\\u003c"),
    )


def _beside(knowledge: KnowledgeBase, program: Site) -> dict[str, bytes]:
    """What no visit fetches, for who asks what the page is made of."""
    page = _filled(
        "licences.html", title=escape(knowledge.title), policy=escape(POLICY), source=licences.SOURCE,
        works=licences.as_html(program),
    )  # fmt: skip
    return {"licences.html": page, licences.SOURCE: licences.source(program)}


def _short(knowledge: KnowledgeBase) -> str:
    """A name that fits below an icon: that of a file, in words."""
    return knowledge.naming.file.replace("-", " ").capitalize()


def _manifest(knowledge: KnowledgeBase) -> bytes:
    told = {
        "name": knowledge.title, "short_name": _short(knowledge), "description": knowledge.notice, "lang": "en",
        "start_url": "./", "scope": "./", "display": "standalone", "background_color": "#ffffff",
        "theme_color": "#0b4f8a", "icons": [
            {"src": "icon.svg", "sizes": "any", "type": "image/svg+xml"},
            {"src": "icon-180.png", "sizes": "180x180", "type": "image/png"},
            {"src": "icon-512.png", "sizes": "512x512", "type": "image/png", "purpose": "any maskable"},
        ],
    }  # fmt: skip
    return (json.dumps(told, indent=1, ensure_ascii=False) + "\n").encode()


def _static(name: str) -> bytes:
    return files("expert.webpage").joinpath("static").joinpath(name).read_bytes()


def _filled(template: str, **values: object) -> bytes:
    text = _static(template).decode()
    pieces = {f"@{name}@": str(value) for name, value in values.items()}
    # In one go: what is filled in is no template.

    found = re.compile("|".join(map(re.escape, pieces)))
    return found.sub(lambda match: pieces[match.group()], text).encode()


def _digest(*held: bytes) -> str:
    made = hashlib.sha256()
    for one in held:
        made.update(len(one).to_bytes(8, "big") + one)
    return made.hexdigest()[:12]
