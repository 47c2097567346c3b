"""Slips of an author, each made in a copy of the kettle's package on disk that another process then checks."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from kettle import book
from shared import part_of

import cli
from expert.errors import KnowledgeError
from expert.loading import KnowledgeName

ROOT = Path(__file__).parent.parent
_CHECK = """\
from expert.checks import check
from expert.errors import KnowledgeError
from expert.loading import KnowledgeName
try:
    checked = check(KnowledgeName("kettle.book"))
    print("faulty" if checked.faulty else "sound", *checked.told(), sep="\\n")
except KnowledgeError as error:
    print("refused", error, sep="\\n")
"""


@pytest.fixture
def package(tmp_path):
    """A copy of the kettle's package."""
    ignored = shutil.ignore_patterns("__pycache__")
    return shutil.copytree(ROOT / "tests" / "kettle", tmp_path / "kettle", ignore=ignored)


def edit(file, old, new):
    """Change one place of a file; give the line that it is on."""
    text = file.read_text()
    assert text.count(old) == 1, (file, old)
    file.write_text(text.replace(old, new))
    return text[: text.index(old)].count("\n") + 1


def checked(package):
    """What the check of the package says, line by line; the first word tells how it ended."""
    run = subprocess.run(
        [sys.executable, "-c", _CHECK], capture_output=True, text=True, cwd=package.parent, timeout=60,
        env={"PYTHONPATH": f"{package.parent}:{ROOT}", "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    assert (run.returncode, run.stderr) == (0, "")
    return run.stdout.splitlines()


def test_the_package_itself_is_sound(package):
    assert checked(package) == ["sound", "remarks accepted with a reason: 1", "ok"]


# -- slips that keep a module from being imported --------------------------------------------------------------------

SCALE_DEFINED = 'SCALE = Cause("scale", "specific", "Scale", "A crust of lime keeps the heat from the water.")'
SOFT = 'soft = Opposes(Water(hard="no"), cause=SCALE, hedge="mostly", claims="K1"'
#: The file; what is written in it and what instead; the line of the slip, by a text on it; the message after that.
SLIPS = {
    "a forgotten import": (
        "scale.py", "Remark, Supports, Withholds", "Remark, Withholds", "crust = Supports(",
        "NameError: name 'Supports' is not defined; is 'from expert.rules import Supports' missing?"),
    "a forgotten import of the package": (
        "element.py", "import Kettle, Water", "import Kettle", "Water(more=at_least",
        "NameError: name 'Water' is not defined; is 'from kettle.fields import Water' missing?"),
    "a forgotten import of a constant": (
        "element.py", "MANUAL, MANY_CUPS, OLD", "MANUAL, MANY_CUPS", "at_least(OLD)",
        "NameError: name 'OLD' is not defined; is 'from kettle.words import OLD' missing?"),
    "a misspelt constant": (
        "scale.py", SOFT, SOFT.replace("=SCALE", "=SCAEL"), "soft = Opposes(",
        "NameError: name 'SCAEL' is not defined, did you mean SCALE?"),
    "a misspelt import": (
        "scale.py", "ELECTRICIAN, SCALE\n", "ELECTRICAN, SCALE\n", "from kettle.words",
        "ImportError: cannot import name 'ELECTRICAN' from 'kettle.words' (FILE), did you mean ELECTRICIAN?"),
    "an import from the wrong module": (
        "scale.py", "from kettle.fields import Kettle, Tried, Water", "from kettle.fields import Kettle, Water, OLD",
        "from kettle.fields",
        "ImportError: cannot import name 'OLD' from 'kettle.fields' (FILE); "
        "is 'from kettle.words import OLD' missing?"),
    "a misspelt module": (
        "scale.py", "from kettle.words", "from kettle.wrods", "from kettle.wrods",
        "ModuleNotFoundError: No module named 'kettle.wrods', did you mean kettle.words?"),
    "a module of the shell": (
        "scale.py", "from expert.rules", "from expert.rule", "from expert.rule",
        "ModuleNotFoundError: No module named 'expert.rule', did you mean expert.rules?"),
    "a misspelt keyword": (
        "scale.py", SOFT, SOFT.replace("claims", "claim"), "soft = Opposes(",
        "TypeError: Supports.__init__() got an unexpected keyword argument 'claim', did you mean claims?"),
    "a keyword like no other": (
        "words.py", '"2025-01-01")', '"2025-01-01", zz=1)', "MANUAL = Source(",
        "TypeError: Source.__init__() got an unexpected keyword argument 'zz'; it takes key, text, read"),
    "a keyword of the base": (
        "book.py", "mechanisms=", "mechanism=", "KETTLE = KnowledgeBase(",
        "TypeError: KnowledgeBase.__init__() got an unexpected keyword argument 'mechanism', did you mean mechanisms?"),
    "a reason forgotten": (
        "scale.py", ', because="soft water has no lime"', "", "soft = Opposes(",
        "TypeError: Supports.__init__() missing 1 required keyword-only argument: 'because'"),
    "a name that is written further down": (
        "words.py", SCALE_DEFINED, f"FIRST = TOO_FULL\n{SCALE_DEFINED}", "FIRST = TOO_FULL",
        "NameError: name 'TOO_FULL' is not defined; it is written further down, in line 13"),
    "an attribute": (
        "book.py", "for rule in chapter.rules)", "for rule in chapter.ruls)", "for rule in chapter.ruls)",
        "AttributeError: type object 'Lime' has no attribute 'ruls', did you mean rules?"),
    "a bracket that is never closed": (
        "words.py", '"2025-01-02")', '"2025-01-02"', 'ELECTRICIAN = Source(', "SyntaxError: '(' was never closed"),
    "an indentation": (
        "scale.py", f"    {SOFT}", f"   {SOFT}", "soft = Opposes(",
        "IndentationError: unindent does not match any outer indentation level"),
    "an error like any other": (
        "words.py", "Fraction(8)", "Fraction(8, 0)", "OLD = Interpretation(", "ZeroDivisionError: Fraction(8, 0)"),
    "a name written twice": (
        "scale.py", f"    {SOFT}", f"    {SOFT.replace('soft', 'crust')}", "crust = Opposes(",
        "crust is written twice, first at kettle/scale.py:23: one of them needs another name"),
    "a computed field's source": (
        "fields.py", '("water.cups_before", "water.cups_now")', '("water.cups_befor", "water.cups_now")',
        "VOCABULARY = ", "water.more: source water.cups_befor is no field, did you mean water.cups_before?"),
}  # fmt: skip


@pytest.mark.parametrize("name", part_of(SLIPS, 2))
def test_a_slip_is_told_in_one_line(package, name):
    file, old, new, on, message = SLIPS[name]
    edit(package / file, old, new)
    (line,) = [number for number, text in enumerate((package / file).read_text().splitlines(), 1) if on in text]
    said = [re.sub(r"\(/[^)]*\)", "(FILE)", one) for one in checked(package)]
    assert said == ["refused", f"kettle/{file}:{line}: {message}"]


def test_a_slip_in_a_module_that_nothing_imports(package):
    (package / "later.py").write_text("from kettle.words import SCLE\n")
    first, said = checked(package)
    assert first == "refused" and said.startswith("kettle/later.py:1: ImportError: cannot import name 'SCLE'")


def test_a_fault_is_told_with_its_line(package):
    line = edit(package / "scale.py", 'Water(hard="no")', 'Water(hart="no")')
    assert checked(package) == [
        "refused", "A kettle that does not boil: 1 fault(s)",
        f"- kettle/scale.py:{line}: scale.soft: water.hart: no such field, did you mean water.hard?",
    ]  # fmt: skip


def renamed(package, name, monkeypatch):
    """The package under a name that this process has not loaded yet; give the name of its base."""
    monkeypatch.syspath_prepend(package.parent)
    for file in Path(shutil.move(package, package.parent / name)).glob("*.py"):
        file.write_text(file.read_text().replace("from kettle", f"from {name}"))
    return f"{name}.book:KETTLE"


def test_every_command_tells_a_slip_in_one_line(package, monkeypatch, capsys):
    edit(package / "scale.py", SOFT, SOFT.replace("=SCALE", "=SCAEL"))
    monkeypatch.setenv("FOOTWISE_KB", renamed(package, "slippery", monkeypatch))
    said = "slippery/scale.py:24: NameError: name 'SCAEL' is not defined, did you mean SCALE?\n"
    assert cli.main(["kb", "check"]) == 1
    assert capsys.readouterr() == (said, "")
    for command in (["batch", "x"], ["explain", "x"], ["kb", "list"], ["kb", "book"], ["schema"], ["consult"]):
        assert cli.main(command) == 2
        assert capsys.readouterr() == ("", f"footwise: {said}")


# -- what is written and takes no part -------------------------------------------------------------------------------

FORGOTTEN = {
    "the chapter of a cause": (
        "book.py", "CHAPTERS = (Lime, Scale, ScaleBeyond, Element", "CHAPTERS = (Lime, Scale, Element",
        "kettle/scale.py:32: chapter ScaleBeyond: 1 of its 1 rules are in no base; add it to the chapters of the base"),
    "a rule outside a class": (
        "scale.py", "class Lime(Knowledge):", 'odd = Finds(Water(hard="yes"), finding="x", because="")\n\n\nclass '
        "Lime(Knowledge):", "kettle/scale.py:13: rule odd: stands in no Knowledge class"),
    "a group": (
        "fields.py", "VOCABULARY = ", 'class Shelf(Group):\n    at = Number("", "", "{}")\n\n\nVOCABULARY = ',
        "kettle/fields.py:43: group Shelf: is in no vocabulary"),
}  # fmt: skip


@pytest.mark.parametrize("name", FORGOTTEN)
def test_what_the_base_forgets_is_a_fault(package, name):
    file, old, new, message = FORGOTTEN[name]
    edit(package / file, old, new)
    assert checked(package) == ["faulty", "remarks accepted with a reason: 1", "faults: 1", f"- {message}"]


def test_a_chapter_in_a_module_that_nothing_imports_is_forgotten_too(package):
    text = (package / "scale.py").read_text()
    (package / "spare.py").write_text(text[: text.index("class Lime")] + text[text.index("class ScaleBeyond") :])
    edit(package / "spare.py", "class ScaleBeyond", "class Spare")
    said = checked(package)
    assert said[0] == "faulty" and any("chapter Spare: 1 of its 1 rules are in no base" in line for line in said)


def test_a_chapter_that_extends_another_is_forgotten_too(package):
    """A second name for a rule that stands in a class is no rule of its own."""
    with (package / "scale.py").open("a") as file:
        file.write(
            "\n\nCRUST = Scale.crust\n\n\nclass More(ScaleBeyond):\n"
            '    new = Opposes(Kettle(kind="hob"), cause=SCALE, hedge="mostly", claims="K1", because="it is a hob")\n'
        )
    said = checked(package)
    assert said[0] == "faulty" and "chapter More: 1 of its 1 rules" in said[3] and len(said) == 4


def test_a_chapter_of_another_base_is_not_forgotten(package):
    edit(package / "book.py", "CHAPTERS = (Lime, Scale, ScaleBeyond, Element", "CHAPTERS = (Lime, Scale, Element")
    (package / "second.py").write_text(
        "from dataclasses import replace\nfrom kettle.book import KETTLE\nfrom kettle.scale import ScaleBeyond\n"
        "SECOND = replace(KETTLE, rules=(*KETTLE.rules, *ScaleBeyond.rules))\n"
    )
    assert checked(package) == ["sound", "remarks accepted with a reason: 1", "ok"]


REMARKS = {
    "a source": (
        "words.py", "SCALE = Cause", 'SHOP = Source("shop", "The shop", "2025-01-01")\nSCALE = Cause',
        "kettle/words.py:10: source shop: SHOP is cited by no rule  [unused:source shop]"),
    "advice": (
        "element.py", "LESS = Remark", 'MORE = Remark("more", "More.")\nLESS = Remark',
        "kettle/element.py:11: advice more: MORE is told by no rule  [unused:advice more]"),
    "a number": (
        "words.py", "OLD = Inter", 'NEW = Interpretation("new", Fraction(1), "1", "So.")\nOLD = Inter',
        "kettle/words.py:14: number new: NEW bounds no condition  [unused:number new]"),
    "withholding what no rule gives": (
        "scale.py", 'in_vain = Withholds(Tried(vinegar="same"), advice=VINEGAR',
        'in_vain = Withholds(Tried(vinegar="same"), advice=Remark("acid", "Acid.")',
        "kettle/scale.py:26: scale.in_vain: takes back acid, which no rule gives  [unused:scale.in_vain]"),
    "an acceptance": (
        "book.py", '"untested:kettle.leaks=lid": ', '"untested:x": "so", "untested:kettle.leaks=lid": ',
        "untested:x: is accepted and found no more; take it out  [accepted:untested:x]"),
}  # fmt: skip


@pytest.mark.parametrize("name", REMARKS)
def test_what_is_written_and_not_used_is_a_remark(package, name):
    file, old, new, message = REMARKS[name]
    edit(package / file, old, new)
    said = checked(package)
    assert said[:3] == ["sound", "remarks accepted with a reason: 1", "remarks: 1"]
    assert said[3] == f"- {message}" and said[4].startswith("Mend each, or accept it") and len(said) == 5


def test_an_open_remark_is_no_failure(monkeypatch, capsys):
    """The check lists it, and exits with 0; only `ok` is missing."""
    monkeypatch.setenv("FOOTWISE_KB", "kettle.book:OPEN")
    monkeypatch.setattr(book, "OPEN", replace(book.KETTLE, accepted={}), raising=False)
    assert cli.main(["kb", "check"]) == 0
    out, err = capsys.readouterr()
    assert "[untested:kettle.leaks=lid]" in out and "\nok" not in out and err == ""


def test_a_forgotten_chapter_fails_the_command(package, monkeypatch, capsys):
    edit(package / "book.py", "(Lime, Scale, ScaleBeyond, Element", "(Lime, Scale, Element")
    monkeypatch.setenv("FOOTWISE_KB", renamed(package, "forgetful", monkeypatch))
    assert cli.main(["kb", "check"]) == 1
    out, err = capsys.readouterr()
    assert "chapter ScaleBeyond" in out and "\nok" not in out and err == ""


# -- the name of a base ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("where", ["kettle.book", "kettle.book:KETTLE", "houseplants", "kb.book"])
def test_a_base_by_its_name(where):
    assert KnowledgeName(where).load().rules
    assert len(KnowledgeName(where, article_only=True).load().rules) <= len(KnowledgeName(where).load().rules)


def test_two_bases_in_one_module(package, monkeypatch):
    monkeypatch.syspath_prepend(package.parent)
    (package.parent / "two_bases.py").write_text("from kettle.book import KETTLE\nOTHER = KETTLE\n")
    with pytest.raises(KnowledgeError, match="two_bases holds KETTLE, OTHER. Name .* as MODULE:NAME"):
        KnowledgeName("two_bases").load()
    assert KnowledgeName("two_bases:OTHER").load().title == "A kettle that does not boil"


@pytest.mark.parametrize(("where", "words"), [
    ("kettle.book:KETLE", ["did you mean KETTLE?", "kettle.book holds KETTLE"]),
    ("kettle.book:CHAPTERS", ["kettle.book holds KETTLE"]),
    ("kettle.scale", ["kettle.scale holds none"]),
    ("kettle.bok", ["no module kettle.bok", "did you mean kettle.book?"]),
    ("teapot.book", ["no module teapot.", "MODULE:NAME"]),
    ("houseplants.book", ["no module houseplants.book"]),
    ("", ["no name of a knowledge base"]), (":KETTLE", ["no name"]), ("a b", ["no name"]), (".kettle", ["no name"]),
])  # fmt: skip
def test_a_name_that_is_none(where, words):
    with pytest.raises(KnowledgeError) as caught:
        KnowledgeName(where).load()
    assert all(word in str(caught.value) for word in words), str(caught.value)
