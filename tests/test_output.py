"""Whatever stands in a case, a story, a name or a column, on no way out does it act: every command, every format.

Nothing of it reaches a terminal as a control sequence, a spreadsheet as a formula, a page or a drawing as markup.
"""

from __future__ import annotations

import csv
import io
import json
import random
import re
import unicodedata

import html5lib
import pytest
from shared import CONSULTANT, KNOWLEDGE, READER, ROOT, footwise, part_of

from expert import json_text
from expert.asking.dialogue import Dialogue
from expert.asking.faces import Face
from expert.asking.ports import PlainPort
from expert.cases.writers import FORMATS
from expert.characters import ACTING, harmless
from expert.webpage.face import WebFace

#: What acts on terminals: the controls of both sets, sequences, marks of direction, line ends that are none, and what
#: nobody sees.
ACTS = "\x1b[2J\x1b]0;owned\x07\x9b31m\x85\x08\x7f\u202eabc\u2066\u200e\u061c\u2028\u2029\u200b\ufeff\u00ad\U000e0041"
#: What acts in pages, drawings and reports; and in spreadsheets.
MARKUP = "<script>alert(1)</script><img src=x onerror=alert(2)>]]>-->\"'&lt;b> [x](http://evil.example) |`$x$` </style>"
FORMULA = '=HYPERLINK("http://evil.example");+1;-2;@SUM(A1)\t=1'
HOSTILE = f"{FORMULA} {ACTS} {MARKUP} :smile: [red]x[/red]"
#: The same without line ends, and without what no file's name can hold.
NAME = HOSTILE.replace("/", "_")[:90].encode()[:180].decode(errors="ignore")


def acting(text):
    """What of a text a terminal would obey."""
    return {
        ascii(c)
        for c in text
        if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") and c not in "\n\u200c\u200d"
    }


def markup(page):
    """What of a page came out of text: tags that no page of ours has, handlers, and links that lead out of it."""
    found = []
    for one in html5lib.parse(page, namespaceHTMLElements=False).iter():
        tag = str(one.tag)
        if tag in ("img", "iframe", "object", "embed", "base", "link", "form") or (
            tag == "script" and "alert" in str(one.text)
        ):
            found.append(tag)
        found += [name for name in one.attrib if name.startswith("on")]
        values = [value for name, value in one.attrib.items() if not str(name).endswith("xmlns")]
        found += [value for value in values if re.match(r"(?i)\s*(?:https?:|javascript:|data:)", value)]
    return found


def formulas(text):
    """The cells that a spreadsheet would work out, wherever it parts them."""
    cells = [part for row in csv.reader(io.StringIO(text), strict=True) for cell in row for part in cell.split(";")]
    return [
        cell for cell in cells if cell.strip()[:1] in "=+-@\t" and cell.strip() and not re.fullmatch(r"-?[\d.]+", cell)
    ]


#: An id is one line; what acts in it is refused.
ID = f"{FORMULA.partition(chr(9))[0]} {MARKUP} :smile: [red]x[/red]"
CASE = {
    "id": ID, "note": HOSTILE, "pain": {"location": ["heel"], "worst": ["morning"]}, "signs": {"fever": True},
    "expect": {"top": "bunions"},
}  # fmt: skip
PLAIN = {"id": "plain", "pain": {"location": ["arch"]}}
BROKEN = {"id": HOSTILE, HOSTILE: {HOSTILE: 1}, "pain": {"location": HOSTILE, HOSTILE: "x"}, "units": HOSTILE,
          "expect": {"top": HOSTILE, HOSTILE: 1}}  # fmt: skip
TABLE = f'id,pain.location,"{HOSTILE.replace(chr(34), chr(34) * 2)}"\n"=1+1",heel,"{FORMULA.replace(chr(34), "")}"\n'


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Cases in files of hostile names."""
    made = tmp_path_factory.mktemp("hostile")
    (made / f"{NAME}.jsonl").write_text("".join(json.dumps(one) + "\n" for one in (CASE, BROKEN)), encoding="utf-8")
    (made / "case.json").write_text(json.dumps(CASE))
    (made / "plain.json").write_text(json.dumps(PLAIN))
    (made / "old.jsonl").write_text(
        json.dumps({"id": ID, "source": HOSTILE, "status": "error", "error": {"message": HOSTILE}}) + "\n"
    )
    (made / "table.csv").write_text(TABLE, encoding="utf-8")
    (made / "story.txt").write_text(f"My left heel hurts {HOSTILE} in the morning.\n{HOSTILE}\n", encoding="utf-8")
    rows = [{"id": HOSTILE, "story": f"My heel {ACTS} hurts. {MARKUP}"}, {"id": HOSTILE, "story": 1}]
    (made / "stories.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    rows = [{"id": HOSTILE, "field": "pain.weeks", "reply": HOSTILE}, {"field": HOSTILE, "reply": "x"},
            {"lines": ["signs.fever", "signs.numbness"], "reply": HOSTILE},
            {"field": "pain.weeks", "reply": "3", "today": ACTS}]  # fmt: skip
    (made / "replies.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    (made / "runs.csv").write_text(f"Activity Date,Activity Type,Distance,{ACTS}\n{ACTS},Run,5,1\n", encoding="utf-8")
    return made


FILE = f"{NAME}.jsonl"
RUNS = {
    **{f"batch {form}": ["batch", FILE, "table.csv", "gone\x1b[2J.yaml", "--format", form] for form in FORMATS},
    "batch ignoring": ["batch", "table.csv", "--ignore-columns", "--format", "csv"],
    "batch score": ["batch", FILE, "--score"],
    "batch baseline": ["batch", FILE, "--baseline", "old.jsonl", "--format", "csv"],
    "batch -k": ["batch", "case.json", "-k", ACTS],
    **{
        f"explain {form}": ["explain", "case.json", "--format", form]
        for form in ("text", "json", "markdown", "html", "mermaid", "dot", "svg")
    },
    "explain broken": ["explain", FILE + "#2"],
    "explain which": ["explain", FILE],
    "explain against": ["explain", "case.json", "--against", "plain.json"],
    "explain against json": ["explain", "case.json", "--against", "plain.json", "--format", "json"],
    "explain change": ["explain", "case.json", "--what-would-change", "--cause", "bunions", "--format", "json"],
    "explain why not": ["explain", "case.json", "--why-not", ACTS],
    "explain what if": ["explain", "case.json", "--what-if", f"pain.weeks={HOSTILE}"],
    "read": ["read", "story.txt"],
    "read json": ["read", "story.txt", "--format", "json"],
    "read jsonl": ["read", "stories.jsonl", "--format", "jsonl"],
    "read replies": ["read", "--replies", "replies.jsonl"],
    "training": ["training", "runs.csv", "--pain-began", "2026-11-01"],
    "unknown command": [HOSTILE],
    "unknown base": ["--kb", ACTS, "kb", "list"],
    "unknown rule": ["kb", "show", HOSTILE],
    "unknown cause": ["kb", "list", "--cause", HOSTILE],
    "coverage": ["--kb", "houseplants:PLANTS", "kb", "coverage", "plants.yaml"],
    "coverage json": ["--kb", "houseplants:PLANTS", "kb", "coverage", "plants.yaml", "--format", "json"],
    "coverage html": ["--kb", "houseplants:PLANTS", "kb", "coverage", "plants.yaml", "--format", "html"],
    "mutate": ["--kb", "houseplants:PLANTS", "kb", "mutate", "plants.yaml", "--rule", "soil.no_hole"],
    "mutate json": ["--kb", "houseplants:PLANTS", "kb", "mutate", "plants.yaml", "--rule", "soil.no_hole",
                    "--format", "json"],
}  # fmt: skip


@pytest.mark.parametrize("name", RUNS)
def test_nothing_acts_on_a_terminal_or_in_a_page(name, folder):
    plants = {"id": ID, "pot": {"drains": "no", "soil": "soaked"}, "leaf": {"colour": ["yellow"]}}
    (folder / "plants.yaml").write_text(json.dumps(plants))
    run = footwise(*RUNS[name], cwd=folder, COLUMNS="100")
    assert run.returncode in (0, 1, 2, 3) and (run.stdout or run.stderr)
    assert acting(run.stdout) == set() and acting(run.stderr) == set()
    if name.endswith(("html", "svg")):
        assert markup(run.stdout) == []
    if name.endswith("html"):
        assert "default-src 'none'" in run.stdout
    if name.endswith(("csv", "ignoring", "baseline")):
        assert formulas(run.stdout) == []
    if name.endswith(("markdown", "mermaid", "dot")):
        assert not re.search(r"(?<!\\)<(?:script|img)|(?<!\\)\]\(http", run.stdout)
    if name.endswith(("json", "jsonl", "replies")):
        whole = run.stdout.startswith(("[", "{\n"))
        assert [json.loads(text) for text in ([run.stdout] if whole else run.stdout.splitlines())]
    if name in ("explain text", "batch text", "read"):
        assert ":smile:" in run.stdout and "[red]" in run.stdout


def test_a_rule_is_shown_with_cases_of_any_name(tmp_path):
    (tmp_path / "houseplants.py").write_text((ROOT / "tests/examples/houseplants/houseplants.py").read_text())
    (tmp_path / "cases").mkdir()
    case = {"id": ID, "pot": {"drains": "no"}}
    (tmp_path / "cases" / f"{NAME}.yaml").write_text(json.dumps(case))
    run = footwise("--kb", "houseplants:PLANTS", "kb", "show", "soil.no_hole", cwd=tmp_path, apart=True)
    assert "The water cannot run off" in run.stdout and "HYPERLINK" in run.stdout and acting(run.stdout) == set()


@pytest.mark.parametrize("case", [None, CASE], ids=["new", "loaded"])
def test_a_consultation_shows_nothing_that_acts(case, tmp_path):
    """Whatever is typed, and whatever stands in the loaded case; what it writes down reads back and does not act."""
    loaded = READER.read_mapping({**case, "expect": None}, harmless(HOSTILE), "x") if case else None
    reports = [f"report {tmp_path}/x.html", f"report {tmp_path}/y.md"]
    lines = [f"my heel hurts {HOSTILE}", "", HOSTILE, "1", f"why not {HOSTILE}", f"what if {HOSTILE}",
             f"change {HOSTILE}", f"save {tmp_path}/x\x1b[2J.yaml with my words", *reports, "how 1", "more", "done",
             *reports, HOSTILE, "how 1", "more", "quit"]  # fmt: skip
    out = io.StringIO()
    port = PlainPort(io.StringIO("".join(line.replace("\n", " ") + "\n" for line in lines)), out)
    Face(Dialogue(CONSULTANT, loaded), port).hold()
    assert acting(out.getvalue()) == set() and ":smile:" in out.getvalue()
    written = {path.suffix: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    assert written and all(acting(text) == set() for text in written.values())
    assert markup(written[".html"]) == [] and not re.search(r"(?<!\\)<script", written[".md"])


def test_a_page_in_a_browser_shows_nothing_that_acts():
    face = WebFace(KNOWLEDGE)
    told = [face.open(HOSTILE), face.load(HOSTILE, json.dumps({**CASE, "expect": None})), face.load(HOSTILE, HOSTILE)]
    told += [
        face.reply([("text", text)]) for text in (HOSTILE, "1", "done", f"why not {HOSTILE}", f"report {NAME}.html")
    ]
    told += [face.reply([("pick", HOSTILE), ("unsure", HOSTILE)]), face.save()]
    for one in told:
        for shown in (one["said"], one["ask"] or "", one["answers"], (one.get("paper") or {"body": ""})["body"]):
            assert acting(shown) == set()
            assert [found for found in markup(shown) if found not in ("form", "onsubmit")] == []


def test_what_json_writes_as_an_escape_is_what_is_shown_as_one():
    """One table of characters that act, for every writer; newer Pythons know a few more."""
    every = list(map(chr, (*range(0x20000), *range(0xE0000, 0xE1000))))  # no other plane has any
    ours = {c for c in every if ACTING.match(c)}
    kinds = ("Cc", "Cf", "Cs", "Zl", "Zp")
    theirs = {c for c in every if unicodedata.category(c) in kinds and c not in "\u200c\u200d"}
    assert theirs <= ours
    whole = sorted(c for c in ours if not "\ud800" <= c <= "\udfff")  # two halves of one make a whole one
    for text in ("\ud800", *("".join(random.Random(seed).sample(whole, 40)) for seed in part_of(range(20), 10))):
        written = json_text.encoded(text)
        assert acting(written) == set() and json.loads(written) == text
        assert acting(harmless(text)) == set() == acting(json_text.pretty([text])) and json.loads(
            json_text.pretty([text])
        ) == [text]
