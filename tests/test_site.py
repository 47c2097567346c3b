"""The documentation: what its pages show is what happens, on files that a reader makes as the pages say."""

from __future__ import annotations

import importlib.util
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from shared import LONG, ROOT, footwise
from test_docs import does_what_it_says

from expert.commands.kb import skeleton

DOCS = ROOT / "docs"
#: Where what is run finds the program, and none of its output is in another encoding.
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
PAGES = sorted(path.name for path in DOCS.glob("*.md"))


class Block(NamedTuple):
    """A block of code: its language, its text, and the name under which the page says to save it."""

    language: str
    text: str
    file: str | None


def blocks(page):
    text, found, before = (DOCS / page).read_text(encoding="utf-8"), [], 0
    for block in re.finditer(r"^```(\w*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        names = re.findall(r"[Ss]ave\s+(?:this|it)\s+as\s+`([\w./-]+)`", text[before : block.start()])
        found.append(Block(block[1], block[2], names[-1] if names else None))
        before = block.end()
    return found


def commands(text):
    """Each command of a console, and the lines that it shows."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield command, shown.splitlines()


def typed(command, folder):
    """What a command writes, and the folder in which the next one is typed."""
    words = shlex.split(command)
    if words[0] == "cd":
        return "", folder / words[1]
    said = ""
    if words[0] == "echo":
        assert words[2] == "|"
        said, words = words[1] + "\n", words[3:]
    if words[0] == "python":
        run = subprocess.run([sys.executable, *words[1:]], cwd=folder, capture_output=True, text=True, env=ENVIRONMENT)
        return run.stdout, folder
    assert words[0] == "footwise"
    # A base that a page has made is imported: in a process of its own, so that none stays behind.
    own = {"apart": True, "PYTHONPATH": str(ROOT)} if "--kb" in words else {}
    run = footwise(*words[1:], stdin=said, cwd=folder, **own)
    assert run.returncode in (0, 1, 2, 3), f"{command}: {run.stderr}"
    return run.stdout, folder


def shows(lines, output):
    """Whether these lines are the output, where ``...`` stands for any lines, or at the end of one for its rest."""
    pattern = "".join(r"(?:.*\n)*?" if line == "..." else _line(line) + r" *\n" for line in lines)
    return re.fullmatch(pattern, output if output.endswith("\n") or not output else output + "\n") is not None


def _line(line):
    return re.escape(line[:-3]) + ".*" if line.endswith("...") else re.escape(line)


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_shows_is_what_happens(page, tmp_path):
    folder, room = Path(tmp_path), {}
    for block in blocks(page):
        if block.file is not None:
            (folder / block.file).parent.mkdir(parents=True, exist_ok=True)
            (folder / block.file).write_text(block.text, encoding="utf-8")
        elif block.language == "console":
            for command, lines in commands(block.text):
                output, folder = typed(command, folder)
                assert shows(lines, output), f"{command} wrote:\n{output}"
        elif block.language == "python" and page == "programs.md":
            pytest.importorskip("pandas")
            does_what_it_says(block.text, room)


def test_a_page_that_shows_something_else_is_found():
    assert shows(["a", "...", "d"], "a\nb\nc\nd\n") and shows(["..."], "") and shows([], "")
    assert not shows(["a", "d"], "a\nb\n") and not shows(["a"], "a\nb\n") and not shows([], "a\n")


def test_the_page_about_a_new_base_shows_the_one_that_is_made():
    made = Path(skeleton.__file__).read_text(encoding="utf-8")
    shown = [block for block in blocks("base.md") if block.language == "python" and block.file is None]
    assert len(shown) >= 4
    for block in shown:
        assert block.text.strip() in made, block.text


def test_the_install_without_a_source_names_the_bounds_of_the_release():
    settings, start = (ROOT / "setup.cfg").read_text(encoding="utf-8"), (DOCS / "start.md").read_text(encoding="utf-8")
    required = settings.split("install_requires =")[1].split("\n\n")[0].strip().splitlines()
    for line in required:
        assert line.strip().partition(";")[0] in start, line


def slug(heading):
    """What a heading is linked by."""
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES)
def test_a_link_leads_somewhere_in_a_clone_too(page):
    """What is put in from elsewhere is a link there; a page that is made is said to be made, and by what."""
    text = (DOCS / page).read_text(encoding="utf-8")
    for link in re.findall(r"\]\((\.\./[^)]+)\)", text):
        file, _, anchor = link.partition("#")
        written = (DOCS / file).resolve().read_text(encoding="utf-8")
        assert not anchor or anchor in map(slug, re.findall(r"^#+ (.*)$", written, re.MULTILINE)), link
    if re.search(r"fields\.md|commands\.md|book\.html", text):
        assert "mkdocs serve" in text and "footwise schema" in text


def test_the_site_has_what_is_written_elsewhere_in_place_of_the_link():
    spec = importlib.util.spec_from_file_location("pages", DOCS / "pages.py")
    pages = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(pages)
    made = {page: pages.on_page_markdown((DOCS / page).read_text(encoding="utf-8")) for page in PAGES}
    assert [page for page, text in made.items() if re.search(r"\]\(\.\./", text)] == []
    assert "How often" not in made["house.md"] and "expert/experta_guard.py" in made["house.md"]


def test_every_page_is_in_the_contents_and_every_link_has_a_page():
    contents = re.findall(r"[\w./]+\.(?:md|html)$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
    made = {"fields.md", "commands.md", "book.html"}
    assert sorted(contents) == sorted({*PAGES, *made})
    for page in PAGES:
        links = re.findall(r"\]\(([\w./]+)\)|href=\"([\w./]+)\"", (DOCS / page).read_text(encoding="utf-8"))
        assert {one or other for one, other in links if not one.startswith("../")} <= {*PAGES, *made}, page


@pytest.mark.skipif(not LONG, reason="python tests/release.py site builds it, too")
def test_the_site_builds_without_a_warning(tmp_path):
    build = pytest.importorskip("mkdocs.commands.build")
    config = pytest.importorskip("mkdocs.config").load_config(str(ROOT / "mkdocs.yml"), site_dir=str(tmp_path))
    build.build(config)
    assert (tmp_path / "fields.html").exists() and (tmp_path / "book.html").exists()
