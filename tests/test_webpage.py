"""The page as a third face: what is tapped means what is typed, what is said is what the terminal says."""

from __future__ import annotations

import ast
import io
import json
import random
import re
import socket
import struct
import subprocess
import sys
import zipfile
from html.parser import HTMLParser

import html5lib
import pytest
from houseplants import PLANTS
from rich.console import Console
from shared import CONSULTANT, ROOT, library_cases, part_of

from expert.asking.dialogue import Dialogue
from expert.asking.session import Session
from expert.asking.turn import Page, Say
from expert.errors import UsageError
from expert.webpage import site as building
from expert.webpage.archive import program_files
from expert.webpage.face import WebFace
from expert.webpage.runtime import Runtime, runtime, unpacked, zipped
from expert.webpage.spoken import spoken
from kb.book import KNOWLEDGE

MARKUP = "<script>alert(1)</script>&\"'<img src=x onerror=alert(2)>"
#: Files of the page's Python, as they were written.
PROGRAM = {"experta/__init__.py": b"x", "schema.py": b"y", "houseplants/__init__.py": b"z"}
PYTHON = Runtime(b"loader", b"machine", b"wasm", b"library", b"program", "{}", True)


#: A consultation with the files of the archive alone.
RUN = """
import json
import sys
sys.path.insert(0, sys.argv[1])
from expert.webpage.browser import begin
take = begin("kb.book:KNOWLEDGE")
take(json.dumps({"kind": "open", "kept": ""}))
for line in ("heel", "burnning", "done", "why not bunions", "report a.html", "save a.yaml"):
    take(json.dumps({"kind": "reply", "pairs": [["text", line]]}))
print(sorted(name for name in sys.modules if name.partition(".")[0] in ("rich", "prompt_toolkit")))
"""


class Form(HTMLParser):
    """What of a piece of HTML can be tapped and typed in, and its text."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.text = [], ""
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_data(self, data):
        self.text += data + " "

    def values(self, tag, name):
        """The values of these elements."""
        return [held.get("value", "") for one, held in self.tags if one == tag and held.get("name") == name]


def words(text):
    """The words of a text, whatever stands between them."""
    return re.findall(r"[\w%']+", text)


def face_at(knowledge=KNOWLEDGE):
    """A face at its first question, and that question."""
    face = WebFace(knowledge)
    return face, face.open()


def answered(face, turn, dice):
    """Reply as somebody who taps might; gives the form that was sent and the turn."""
    form = Form(turn["ask"])
    picks, buttons = form.values("input", "pick"), form.values("button", "reply")
    answers = [line for line in buttons if re.fullmatch(r"\d*|u|yes|more|no more", line)]
    if picks and dice.random() < 0.7:
        pairs = [("pick", one) for one in sorted(dice.sample(picks, min(2, len(picks))), key=int)]
    elif answers:
        pairs = [("reply", dice.choice(answers))]
    else:
        pairs = [("text", "the heel hurts in the morning")] if form.values("textarea", "text") else [("reply", "done")]
    return pairs, face.reply(pairs)


@pytest.mark.parametrize("seed", part_of(range(12), 12))
def test_a_consultation_by_tapping_comes_to_a_result_and_loses_nothing(seed):
    dice = random.Random(seed)
    face, turn = face_at()
    ask = ""
    for _ in range(90):
        if '<section class="page">' in turn["said"]:
            break
        ask = turn["ask"] or ask
        _, turn = answered(face, {"ask": ask}, dice)
        ask = turn["ask"] or ask
        html5lib.HTMLParser(strict=True).parseFragment(f"<div>{turn['said']}</div>")
    else:
        pytest.fail("no result")
    found = face.dialogue.talk.result()
    for conclusion in found.conclusions:
        assert conclusion.cause.title in Form(turn["said"]).text
    assert turn["result"] and found.due.headline in Form(face.paper()["body"]).text
    assert json.loads(json.dumps(turn)) == turn


def test_what_the_page_says_is_what_the_terminal_says():
    for case in part_of(library_cases("clinic"), 12):
        dialogue = Dialogue(CONSULTANT, case)
        dialogue.open()
        face = WebFace(KNOWLEDGE)
        face.dialogue = Dialogue(CONSULTANT, case)
        face.dialogue.open()
        turn, shown = face.reply([("reply", "done")]), dialogue.reply("done").shown
        out = io.StringIO()
        for one in shown:
            if isinstance(one, Page):
                one.draw(Console(file=out, width=2000))
            elif isinstance(one, Say) and not (one.listed or one.typed):
                out.write(one.text + "\n")
        told = re.sub(r"\[[#.]+\]|^-+$|\(how \d.*? for the rest\)", "", out.getvalue(), flags=re.M)
        assert words(Form(turn["said"]).text) == words(told)


#: Words of somebody who types what makes no sense, in most places.
NONSENSE = (
    "asdf", "99", "1 77", "maybe", "yes and no", "0 1", "u 99", "12345 km", "?", "why", "so far", "change", "change 99",
    "save", "report", "thanks", "what if", "why not", "compare", "help", "help me", "heel, no, the arch",
)  # fmt: skip
#: What only makes sense with a keyboard.
OF_KEYS = re.compile(
    r"\bEnter\b|\b[Tt]ype (?!of\b|[12]\b)|\bor u\b|\(\d(, \d)? no\)|\bu \d\b|\bnumber from \d|\bwhy more\b|\bhow 1\b"
    r"|\bchange \d|\bby its number\b|\bcompare 1\b|\blines \d|\banswers lists\b"
)


@pytest.mark.parametrize("seed", part_of(range(20), 5))
def test_the_page_never_tells_how_to_type(seed):
    dice = random.Random(seed)
    face, turn = face_at()
    ask = turn["ask"]
    for count in range(26):
        for shown in (turn["said"], ask, turn["answers"]):
            found = OF_KEYS.search(Form(shown or "").text)
            assert not found, Form(shown).text[max(0, found.start() - 80) : found.end() + 80]
        if count % 3 == 0:
            _, turn = answered(face, {"ask": ask}, dice)
        else:
            turn = face.reply([("text", dice.choice(NONSENSE))])
        assert Form(turn["said"]).text.strip() or turn["ask"], "something is always said"
        ask = turn["ask"] or ask


def messages():
    """What the core says, as it stands in its modules; what is filled in is left as ``X``."""
    places = [*(ROOT / "expert" / "asking").glob("*.py"), *(ROOT / "expert" / "hearing").glob("*.py")]
    for path in places:
        nodes = list(ast.walk(ast.parse(path.read_text())))
        parts = {id(part) for one in nodes if isinstance(one, ast.JoinedStr) for part in one.values}
        parts |= {id(one.value) for one in nodes if isinstance(one, ast.Expr)}  # what documents it
        hints = [one for one in nodes if isinstance(one, ast.Call) and getattr(one.func, "attr", "") == "hint"]
        parts |= {id(part) for one in hints for part in ast.walk(one)}  # which the page leaves out
        for node in nodes:
            if isinstance(node, ast.JoinedStr) and id(node) not in parts:
                yield "".join(part.value if isinstance(part, ast.Constant) else "X" for part in node.values)
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
                yield node.value


def test_what_is_left_of_a_message_is_whole_sentences():
    looked = 0
    for text in messages():
        if not OF_KEYS.search(text) or not re.fullmatch(r"['A-Z].* .* .*[.?!]", text):
            continue  # no message, or nothing to be taken out
        looked += 1
        left = spoken(text)
        assert not OF_KEYS.search(left), (text, left)
        for sentence in filter(None, re.split(r"(?<=[.?!])\s+", left)):
            assert re.fullmatch(r"['A-Z].*\?|['A-Z].* .* .*[.!:]", sentence), (text, left)
    assert looked > 15


def test_a_number_that_does_not_fit_is_told_what_does():
    allowed = "a number of weeks from 0 to 2,000"
    refused = spoken(f"'lots' does not fit: please type {allowed}, or u for don't know.")
    assert refused == f"'lots' does not fit: please give {allowed}."
    assert spoken(f"Type {allowed}, or u.") == f"Please give {allowed}."
    told = spoken("4 answers were loaded, and stand: answers lists them, change 0.1 asks the first of them again.")
    assert told == "4 answers were loaded, and stand."


def test_what_is_explained_of_a_list_is_told_by_its_lines():
    face, _ = face_at()
    face.reply([("text", "my heel hurts in the morning")])
    face.reply([("reply", "")])
    screen = face.dialogue.stage
    assert screen.part.several and len(screen.part.options) > 5
    told = Form(face.reply([("reply", "?")])["said"])
    assert told.text.count(":") >= len(screen.part.options) and not re.search(r"^\s*\d+ ", told.text)
    for option in screen.part.options:
        assert screen.part.shown(option).lower() + ":" in told.text.lower()


def test_a_file_that_is_asked_for_is_there_and_nothing_else_is_said():
    face, _ = face_at()
    face.reply([("text", "heel")])
    turn = face.reply([("text", "save")])
    assert [one["name"] for one in turn["files"]] == ["my-foot.yaml"]
    for told in (turn, face.save()):
        assert told["files"] and "tap one of these" not in told["said"]


def test_an_answer_that_was_heard_is_changed_by_a_tap():
    face, _ = face_at()
    turn = face.reply([("text", "my left heel hurts in the morning")])
    heard = Form(turn["ask"])
    assert "left" in heard.text and "1" in heard.values("button", "reply")
    place = next(number for number, key in enumerate(face.dialogue.stage.given, 1) if key == "pain.side")
    question = face.reply([("reply", str(place))])
    back = face.reply([("reply", Form(question["ask"]).values("button", "reply")[1])])
    assert "right foot" in Form(back["ask"]).text and "left foot" not in Form(back["ask"]).text
    face.reply([("reply", "")])
    assert face.dialogue.session.answers["pain.side"] == "right"


def test_what_was_typed_is_not_lost_by_a_tap_beside_it():
    face, turn = face_at()
    assert "typed something" in face.reply([("text", "heel"), ("reply", "skip")])["said"]
    face.reply([("text", "my heel hurts in the morning")])
    face.reply([("text", "the left one"), ("reply", "")])
    assert face.dialogue.session.answers["pain.side"] == "left"
    again = face.reply([("reply", "back")])
    assert ">\nmy heel hurts in the morning</textarea>" in again["ask"], "the story is there to be mended"


def test_who_passed_the_story_over_can_go_back_to_it():
    face, first = face_at()
    assert "back" not in Form(first["ask"]).values("button", "reply")
    turn = face.reply([("reply", "skip")])
    assert "back" in Form(turn["ask"]).values("button", "reply")
    assert face.reply([("reply", "back")])["ask"] == first["ask"], "and nothing stands there that was not told"


def test_what_is_lost_by_a_tap_is_not_what_is_tapped_first():
    face, _ = face_at()
    face.reply([("text", "heel")])
    asked = Form(face.reply([("reply", "restart")])["ask"])
    main = [held["value"] for tag, held in asked.tags if tag == "button" and held.get("class") == "pick main"]
    assert main == ["no"] and "yes" in asked.values("button", "reply")


def test_all_of_it_is_offered_behind_the_reasons_and_more_questions_are_more_questions():
    for line, ends in (("more", False), ("more questions", True)):
        face, _ = face_at()
        face.reply([("text", "heel, worst in the morning")])
        face.reply([("reply", "done")])
        told = face.reply([("reply", "how 1")])
        assert "more" in Form(told["said"]).values("button", "reply")
        assert (face.reply([("reply", line)])["ask"] is not None) is ends


def test_what_is_explained_on_the_way_leaves_the_question_as_it_is():
    face, turn = face_at()
    if "textarea" in turn["ask"]:
        turn = face.reply([("text", "heel")])
    for line in ("?", "why", "so far"):
        turn = face.reply([("reply", line)])
        assert turn["ask"] is None and not turn["anew"] and turn["said"]
    both = face.reply([("text", "morning"), ("pick", "1")])
    assert both["ask"] is None and "tapped and typed" in both["said"]
    assert face.reply([])["ask"] is None


@pytest.mark.parametrize("line", [MARKUP, "heel " + MARKUP, "change " + MARKUP, "save " + MARKUP])
def test_what_is_typed_is_never_markup(line):
    face, _ = face_at()
    turns = [face.reply([("text", line)]), face.load("x.yaml", f"pain: {{location: {json.dumps(MARKUP)}}}"),
             face.load(MARKUP, "a: ["), face.reply([("reply", "done")])]  # fmt: skip
    for turn in turns:
        for name in ("said", "ask", "answers"):
            assert not re.search(r"<script|<img|onerror=alert\(2\)>", turn[name] or "")


def test_what_is_kept_is_taken_up_again():
    face, turn = face_at()
    assert turn["kept"] == "" and not turn["begun"]
    turn = face.reply([("text", "heel")])
    again = WebFace(KNOWLEDGE)
    offered = again.open(turn["kept"])
    assert {"yes", "no"} <= set(Form(offered["ask"]).values("button", "reply"))
    again.reply([("reply", "yes")])
    assert again.dialogue.session.answers == face.dialogue.session.answers
    for nonsense in ("{", "[]", "7", '{"steps": 3}', ""):
        assert WebFace(KNOWLEDGE).open(nonsense)["ask"] == face_at()[1]["ask"]


def test_a_case_that_was_saved_is_taken_up_again():
    face, _ = face_at()
    face.reply([("text", "heel")])
    (made,) = face.save()["files"]
    other = WebFace(KNOWLEDGE)
    other.load(made["name"], made["text"])
    assert other.dialogue.session.answers == face.dialogue.session.answers
    assert "2 cases" in other.load("two.yaml", "a: 1\n---\nb: 2\n")["said"]
    assert "did you mean" in other.load("one.yaml", "shoes: {toebox: wide}")["said"]


def test_what_is_loaded_ahead_says_nothing():
    face, first = face_at()
    face.warm()
    assert face.reply([("reply", "?")])["ask"] is None and not face.dialogue.session.steps
    assert WebFace(KNOWLEDGE).open() == first


def test_every_answer_can_be_changed_from_the_list_of_answers():
    face, _ = face_at()
    face.reply([("text", "heel")])
    turn = face.reply([("reply", "done")])
    (line, *_) = Form(turn["answers"]).values("button", "reply")
    changing = face.reply([("reply", line)])
    assert changing["anew"] and "checked" in changing["ask"] or changing["ask"]
    assert isinstance(face.dialogue.session, Session)


# -- the folder ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("knowledge, base", [(KNOWLEDGE, "kb.book:KNOWLEDGE"), (PLANTS, "houseplants:PLANTS")])
def test_the_page_of_any_base_is_whole_and_talks_to_nobody(knowledge, base):
    made = building.site(knowledge, base, PROGRAM, PYTHON)
    assert made == building.site(knowledge, base, PROGRAM, PYTHON)
    index = made["index.html"].decode()
    html5lib.HTMLParser(strict=True).parse(index)
    assert WebFace(knowledge).open()["ask"] in index and knowledge.notice in Form(index).text
    told = json.loads(re.search(r'id="site">(.*?)</script>', index, re.S)[1])
    assert {told[name] for name in ("loader", "machine", "wasm", "library", "program")} <= set(made)
    listed = json.loads(re.search(r"FILES = (\[.*?\]);", made["service-worker.js"].decode())[1])
    beside = {"licences.html", "source.zip"}  # no visit fetches these
    assert {*listed, "index.html", "service-worker.js", *beside} - {"./"} == set(made)
    own = {
        name: text.decode() for name, text in made.items() if name.endswith((".html", ".js", ".css", ".webmanifest"))
    }
    del own["licences.html"]  # it names addresses, and loads nothing
    for name, text in own.items():
        assert not re.findall(r"(?<!xmlns=\")https?://(?!www\.w3\.org)", text), name
        assert not re.search(r"@\w+@", text), name
    assert "unsafe-inline" not in building.POLICY and "connect-src 'self'" in building.POLICY
    assert not re.search(r"<[^>]+ (style|on\w+)=", index)


def test_what_the_page_is_made_of_is_named_with_what_its_licences_ask_for():
    made = building.site(PLANTS, "houseplants:PLANTS", PROGRAM, PYTHON)
    assert 'href="licences.html"' in made["index.html"].decode()
    assert 'href="style.css" media="screen"' in made["index.html"].decode(), "the paper has styles of its own"
    page = made["licences.html"].decode()
    html5lib.HTMLParser(strict=True).parse(page)
    assert not re.search(r"<script|src=|url\(|@\w+@", page)
    told = Form(page).text
    for work in ("Pyodide 314", "Python, trimmed", "experta 1.9.4", "schema", "houseplants"):
        assert work in told
    for text in ("GNU LESSER GENERAL PUBLIC LICENSE", "TERMS AND CONDITIONS", "PYTHON SOFTWARE FOUNDATION LICENSE"):
        assert text in told
    with zipfile.ZipFile(io.BytesIO(made["source.zip"])) as held:
        assert {name: held.read(name) for name in held.namelist()} == PROGRAM


def test_the_icons_are_what_the_page_says():
    made = building.site(PLANTS, "houseplants:PLANTS", PROGRAM, PYTHON)
    told = {one["src"]: one["sizes"] for one in json.loads(made["manifest.webmanifest"])["icons"]}
    touch = re.search(r'rel="apple-touch-icon" href="(.*?)"', made["index.html"].decode())[1]
    assert touch in told and told.pop("icon.svg") == "any"
    for name, size in told.items():
        assert made[name][:8] == b"\x89PNG\r\n\x1a\n"
        assert size == "{}x{}".format(*struct.unpack(">II", made[name][16:24]))


def test_another_base_or_python_is_another_version():
    names = {building.site(KNOWLEDGE, "kb.book:KNOWLEDGE", PROGRAM, one)["service-worker.js"] for one in (
        PYTHON, Runtime(b"other", *list(vars(PYTHON).values())[1:]))}  # fmt: skip
    assert len(names) == 2


def test_the_archive_alone_runs_a_consultation_and_holds_no_terminal(tmp_path):
    files = program_files(building.ENTRIES, "kb.book")
    never = r"(rich|prompt_toolkit|fsspec|distributed|numpy|tests|expert/commands)\b"
    assert not [name for name in files if re.match(never, name)]
    assert zipped(files) == zipped(dict(reversed(files.items())))
    with zipfile.ZipFile(io.BytesIO(zipped(files))) as held:
        held.extractall(tmp_path)
    program = tmp_path / "run.py"
    program.write_text(RUN)
    run = subprocess.run([sys.executable, "-I", "-S", str(program), str(tmp_path)], capture_output=True, text=True,
                         timeout=60, env={"RAPIDFUZZ_IMPLEMENTATION": "python"})  # fmt: skip
    assert run.stdout == "[]\n", run.stderr[-1500:]


def test_what_is_not_pyodide_is_refused(tmp_path):
    with pytest.raises(UsageError, match="SHA-512 differs.*Nothing was written"):
        unpacked(b"something else")
    with pytest.raises(UsageError, match=r"pyodide\.mjs, .* is missing there"):
        runtime(str(tmp_path), {})


def test_the_command_says_what_is_missing(here, tmp_path):
    code, _, said = here("page")
    assert code == 2 and "page -o FOLDER" in said
    code, _, said = here("page", "-o", tmp_path / "x", "--pyodide", tmp_path)
    assert code == 2 and "is missing there" in said and not (tmp_path / "x").exists()
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        code, _, said = here("page", "--serve", "--port", port, "--pyodide", tmp_path)
    assert code == 2 and f"--port {port}: Address already in use. Name another" in said
    code, _, said = here("page", "--serve", "--port", "99999", "--pyodide", tmp_path)
    assert code == 2 and "--port 99999: ports go from 0 to 65535" in said


def test_what_the_scripts_say_comes_from_the_page():
    """No sentence and no order of questions is in JavaScript: its strings are names, never words for a person."""
    for path in (ROOT / "expert" / "webpage" / "static").glob("*.js"):
        code = re.sub(r"^\s*//.*$", "", path.read_text(), flags=re.M)
        strings = re.findall(r'"((?:[^"\\\n]|\\.)*)"', code)
        spoken = [one for one in strings if re.search(r"[a-z]{2,} [a-z]{2,} [a-z]{2,}", one)]
        assert not spoken, f"{path.name}: {spoken}"
