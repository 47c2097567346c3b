"""Cases as they come in: answered at once, in little memory, the same however they are cut and whatever reads them."""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import subprocess
import sys
from itertools import product

import pytest
from forked import forked
from shared import LIBRARY, LONG, READER, ROOT, footwise, part_of, within

from expert.cases import files, pieces
from expert.cases.case import MOST_BYTES, Case, RawCase, Unreadable
from expert.cases.files import BLOCK, Pause
from expert.cases.forms.reading import Reading
from expert.cases.json_cases import json_case, plain_json
from expert.cases.reader import CaseReader
from expert.cases.results import error_result
from kb.book import KNOWLEDGE

COMMAND = [sys.executable, str(ROOT / "cli.py"), "batch"]


def plain(item):
    """An item as what can be compared."""
    return error_result(item) if isinstance(item, Unreadable) else item


def read(data, name="f.jsonl"):
    """The items of a file's bytes."""
    source = files.TextSource("", name, files.FORMATS.get(os.path.splitext(name)[1]))
    source._data = data
    cutter = pieces.Cutter(READER._names, Reading())
    return [
        plain(item) for one in cutter.cut(source) if isinstance(one, pieces.Piece) for item in READER.read_piece(one)
    ]


# -- cut anywhere, the same ------------------------------------------------------------------------------------------

SEEDS = {
    "f.jsonl":
        '{"id": "é", "pain": {"location": ["arch"]}}\r\n\n{"id": "b", "runner": {"age": 1e2}}\n{"id": \n[]\n{"a": 1}',
    "f.json":
        '[{"id": "a€",\n "pain": {"location": "arch"}}, 3, {"pain": {"weeks": 2.50}}\n, {"x": "]"}, {"id": "\\","}]',
    "f.csv":
        'id,pain.location,note\n"a",arch,"two\nlines, ""so"""\n\n,,\nb,"heel",x"y\n"c"x,arch,\nd,,"é\r\n"\ne,nose\n',
    "f.yaml":
        "# head\n---\nid: a\nnote: |+\n  long\n\n\n---\n# b\n...\n\nid: c\n--- {id: d, pain: {location: nose}}\n---\n",
}  # fmt: skip
SCRAPS = ["\n", "\r", '"', ",", "---\n", "...\n", "[", "]", "{", "}", "\\", "é", " ", "#", '""', "\n\n\n", ":", "%a\n"]


@pytest.mark.parametrize("name", SEEDS)
def test_it_does_not_matter_where_a_file_is_cut(name, monkeypatch):
    rng = random.Random(name)
    for _ in range(2000 if LONG else 40):
        text = SEEDS[name]
        for _ in range(rng.randint(0, 3)):
            at = rng.randrange(len(text) + 1)
            text = text[:at] + rng.choice(SCRAPS) + text[at + rng.choice([0, 0, 1, 4]) :]
        data = text.encode()
        monkeypatch.setattr(files, "BLOCK", BLOCK)
        whole = read(data, name)
        for block in (1, 3, 7, rng.randint(2, 40)):
            monkeypatch.setattr(files, "BLOCK", block)
            assert read(data, name) == whole, (block, text)


# -- a JSON line, in one go and with care ----------------------------------------------------------------------------

LINES = (
    '{"id": "x", "pain": {"location": ["arch", "heel"], "weeks": 3.50}, "runner": {"age": 44, "diabetes": true}}',
    '{"note": "a \\u00e9 \\ud83d\\ude00", "units": "km", "training": {"weekly_before": 10, "weekly_now": "14 mi"}}',
    '{"id": 12345678901234567890123456789012345, "shoes": {"age": 1e2}, "expect": {"top": "bunions", "at_least": {}}}',
    '{"pain": null, "tried": {"rest": "unknown"}, "signs": {"fever": false}}',
)
PARTS = (
    '"id": "y", ', '"pain": {"location": "toes"}, ', '"weeks": 3, ', '"age": 44, ', '"runner": {"age": 44}, ',
    "NaN", "1e999", "-0", "0.10", "9" * 40, "01", ".5", "true", "null", '"unknown"', '"\\ud800"', "é", "\x07", "\udcff",
    "[[]]", "[[1]]", '{"a": {"b": {}}}', "[" * 30, '"' + "n" * 11_000 + '"', ",", "}", "{", "]", "\\", '"',
    "\u2028", " ", "\t", "\ufeff",
)  # fmt: skip


def mutated(rng):
    line = rng.choice(LINES)
    for _ in range(rng.choice([0, 1, 1, 2, 3])):
        at = rng.randrange(len(line) + 1)
        line = line[:at] + rng.choice(PARTS) + line[at + rng.choice([0, 0, 0, 1, 3]) :]
    return line


def test_the_quick_way_and_the_careful_way_agree():
    rng, quick = random.Random("quick"), 0
    for _ in range(100_000 if LONG else 2_000):
        line = mutated(rng)
        found = plain_json(line.encode("utf-8", "surrogateescape"))
        if found is not None:
            quick += 1
            careful = json_case(line)
            assert careful.problem is None and careful.value == found and list(careful.value) == list(found), line
            assert json.dumps(careful.value) == json.dumps(found)
    assert quick > 200


def test_a_reader_gives_the_same_with_and_without_the_quick_way(monkeypatch):
    """What it has read before does not matter either: one of the readers remembers nothing."""
    rng = random.Random("reader")
    data = "".join(mutated(rng).replace("\n", "") + "\n" for _ in range(3_000 if LONG else 1_000)).encode(
        "utf-8", "surrogateescape"
    )
    quick = read(data)
    monkeypatch.setattr("expert.cases.reader.plain_json", lambda text: None)
    monkeypatch.setattr("expert.cases.reader._key", lambda *_: ())
    assert read(data) == quick
    assert 100 < sum(isinstance(item, Case) for item in quick) < len(quick) - 50


def test_what_is_remembered_is_told_by_its_type():
    reader = CaseReader(KNOWLEDGE)
    given = [True, "1", 1, 1.0, False, "0", 0, [], ["1"], [1], "yes", ["yes"], [True], None, "unknown"]
    for key in part_of(KNOWLEDGE.vocabulary.asked, 5):
        group, name = key.split(".")
        for units in ("km", "mi"):
            for value in given * 2:
                raw = {"units": units, group: {name: value}}
                told = []
                for one in (reader, CaseReader(KNOWLEDGE)):
                    try:
                        told.append(dict(one.read_mapping(raw).answers))
                    except Exception as error:
                        told.append(str(error))
                assert told[0] == told[1], (key, value)


# -- at once ---------------------------------------------------------------------------------------------------------

TURNS = {
    "jsonl": ("", ['{"id": "a"}\n', '{"id": "b", "pain": {"location": "nose"}}\n', '{"id": "c"}\n'], ""),
    "csv": ("id,pain.location\n", ["a,arch\n", "b,nose\n", "c,heel\n"], ""),
    "list": ("[", ['{"id": "a"},\n', '{"id": "b", "pain": {"location": "nose"}},\n'], "3]"),
    "yaml": ("", ["id: a\n---\n", "id: b\npain: {location: nose}\n---\n"], "id: c\n"),
}


@pytest.mark.parametrize(("form", "jobs"), part_of(product(TURNS, "12"), 3))
def test_each_case_in_a_pipe_is_answered_before_the_next_is_written(form, jobs):
    head, turns, tail = TURNS[form]
    command = [*COMMAND, "-", "--jobs", jobs]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        preexec_fn=forked(command) if jobs == "1" else None,
    ) as process:  # fmt: skip
        process.stdin.write(head.encode())
        for name, turn in zip("abc", turns, strict=False):
            process.stdin.write(turn.encode())
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == name
        process.stdin.write(tail.encode())
        process.stdin.close()
        assert len(process.stdout.read().splitlines()) == bool(tail)
        assert process.wait(timeout=60) == 3


# -- memory ----------------------------------------------------------------------------------------------------------


#: The most memory that this program has had, in MiB. (What getrusage says counts that of its parent before it began.)
PEAK = "int(open('/proc/self/status').read().split('VmHWM:')[1].split()[0]) // 1024"


def peak(tmp_path, write, name):
    """The most memory, in MiB, that the cases of a long text need while they are read."""
    path = tmp_path / name
    with open(path, "wb") as file:
        write(file)
    code = (
        "import sys\nfrom expert.cases.reader import CaseReader\nfrom kb.book import KNOWLEDGE\n"
        "print(sum(1 for _ in CaseReader(KNOWLEDGE).read_paths(sys.argv[1:], None)), PEAK)"
    )
    code = code.replace("PEAK", PEAK)
    run = subprocess.run([sys.executable, "-c", code, str(path)], cwd=ROOT, capture_output=True, text=True, check=True)
    return tuple(map(int, run.stdout.split()))


def blanks(file):
    for _ in range(40 if LONG else 1):
        file.write(b"\n" * 1_000_000)


def notes(before, line, after):
    def write(file):
        file.write(before)
        for _ in range(10_000):
            file.write(line)
        file.write(after)

    return write


NOTE = b"n" * 4000
GROWING = {
    "blank.yaml": (blanks, 1), "blank.jsonl": (blanks, 1), "blank.json": (blanks, 1), "blank.csv": (blanks, 1),
    "after.yaml": (lambda file: (file.write(b"---\nid: a\n"), blanks(file)), 1),
    "many.jsonl": (notes(b"", b'{"note": "' + NOTE + b'"}\n', b""), 10_000),
    "many.json": (notes(b"[", b'{"note": "' + NOTE + b'"},', b"{}]"), 10_001),
    "many.csv": (notes(b"id,note\n", b'a,"' + NOTE + b'"\n', b""), 10_000),
    "open.csv": (notes(b'id,note\na,"', NOTE + b"\n", b""), 1),
    "one.jsonl": (notes(b'{"note": "', NOTE, b'"}\n{}\n'), 2),
    "one.yaml": (notes(b"note: >\n", b"  " + NOTE + b"\n", b"---\nid: b\n"), 2),
}  # fmt: skip


@pytest.mark.skipif(sys.platform != "linux", reason="needs the system's figures")
@pytest.mark.parametrize("name", part_of(GROWING, 3))
def test_memory_does_not_grow_with_the_input(tmp_path, name):
    count, most = peak(tmp_path, GROWING[name][0], name)
    assert count == GROWING[name][1] and most < 120


@pytest.mark.skipif(not LONG, reason="takes many minutes")
@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("way", ["file", "-"])
def test_a_million_lines_fit_into_120_mebibytes(tmp_path, way, jobs):
    path = tmp_path / "cases.jsonl"
    with open(path, "w") as file:
        for number in range(1_000_000):
            file.write(f'{{"pain": {{"location": "heel"}}, "runner": {{"age": {1 + number % 90}.{number}}}}}\n')
    code = f"import cli, sys\ncode = cli.main(sys.argv[1:])\nprint(code, {PEAK})"
    with open(path) as stdin:
        command = [sys.executable, "-c", code, "batch", str(path) if way == "file" else "-", "--jobs", jobs]
        run = subprocess.run([*command, "-o", os.devnull], stdin=stdin, cwd=ROOT, capture_output=True, text=True)
    code, most = map(int, run.stdout.split())
    assert code == 0 and most < 120


# -- limits ----------------------------------------------------------------------------------------------------------

LONG_TEXT = "n" * MOST_BYTES
TOO_LONG = {
    "f.jsonl": (f'{{"id": "a"}}\n{{"note": "{LONG_TEXT}"}}\n{{"id": "c"}}\n', "Line 2: longer", 3),
    "f.csv": (f'id,note\na,x\nb,"{LONG_TEXT[:-9]}\n\n{"n" * 20}"\nc,y\n', "lines 3 to 5: longer", 3),
    "f.yaml": (f"id: a\n---\nnote: |\n  {LONG_TEXT}\n---\nid: c\n", "The document: longer", 3),
    "f.json": (f'[{{"id": "a"}},\n{{"note": "{LONG_TEXT * 2}"}}, {{"id": "c"}}]', "not read", 2),
}


@pytest.mark.parametrize("name", TOO_LONG)
def test_a_case_of_many_megabytes_is_an_error_that_says_so(name):
    text, said, count = TOO_LONG[name]
    items = read(text.encode(), name)
    assert len(items) == count and items[0].id == "a" and (count == 2 or items[2].id == "c")
    assert said in items[1]["error"]["message"] and "8 MiB" in items[1]["error"]["message"]


def test_zero_bytes_in_the_midst_end_a_file_and_say_where():
    text = '{"id": "a"}\n' * 10_000
    items = read(f'{text}{{"id": "b\0"}}\n{text}'.encode())
    assert (
        len(items) == 10_001 and items[-1]["error"]["line"] == 10_001 and "Zero bytes" in items[-1]["error"]["message"]
    )


def test_a_cell_of_any_length_is_a_cell():
    note = 'line, "quoted"\n' * 40_000
    cell = note.replace('"', '""')
    first, second = read(f'id,note\na,"{cell}"\nb,x\n'.encode(), "f.csv")
    assert first.note == note and second.id == "b"


def test_a_pipe_says_when_it_has_nothing():
    reading, writing = os.pipe()
    with open(reading, "rb", buffering=0) as stream:
        blocks = files.Source("-", "jsonl", io.BufferedReader(stream)).blocks()
        assert isinstance(next(blocks), Pause)
        os.write(writing, b"abc\n")
        assert next(blocks) == b"abc\n" and isinstance(next(blocks), Pause)
        os.close(writing)
        assert list(blocks) == []


def test_what_was_cut_can_be_sent_to_another_process():
    import pickle

    for piece in READER.pieces([str(LIBRARY / "article.yaml")], None):
        again = pickle.loads(pickle.dumps(piece))
        assert [type(raw) for raw in again.cases] == [RawCase] * len(piece.cases)
        assert list(READER.read_piece(again)) == list(READER.read_piece(piece))


def test_a_file_that_is_gone_is_an_error_and_the_rest_goes_on(tmp_path):
    (tmp_path / "b.jsonl").write_text("{}\n")
    run = footwise("batch", "a.jsonl", "b.jsonl", cwd=tmp_path)
    assert run.returncode == 3 and "No such file" in run.stderr and run.stdout.count("\n") == 2


# -- the files of other programs -------------------------------------------------------------------------------------

RESPONSE = json.loads((ROOT / "tests" / "forms" / "fhir-response.json").read_text(encoding="utf-8"))
ASKED_TOO = {**RESPONSE, "item": [*RESPONSE["item"], {"linkId": "foo.bar", "answer": [{"valueString": "x"}]}]}
BUNDLE = {"resourceType": "Bundle", "entry": [{"resource": one} for one in (RESPONSE, {"resourceType": "Patient"}, {},
          ASKED_TOO, RESPONSE)]}  # fmt: skip
ROWS = 2000 if LONG else 500
FORMS = {
    "a.csv": b"sep=;\r\n\r\nid;pain.location;foo;training.weekly_now;note\r\n"
    + b"".join(b'n%d;heel;1;12,5 km;"one\r\n"";two"""\r\n;;;;\r\n' % number for number in range(ROWS)),
    "b.ndjson": b"".join(
        json.dumps(BUNDLE if number % 7 == 3 else ASKED_TOO if number % 5 == 2 else RESPONSE).encode() + b"\n"
        for number in range(120)
    ),
    "c.json": json.dumps([RESPONSE, BUNDLE, {"id": "plain"}, ASKED_TOO] * 20).encode(),
    "d.json": json.dumps(BUNDLE, indent=1).encode(),
    "e.csv.gz": gzip.compress("id,pain.location,foo\n1,heel,é\n".encode("utf-16")),
    "f.tsv": "id\tpain.location\tfoo\n1\theel\té\n".encode("cp1252"),
}  # fmt: skip
#: Bundles are three cases each, of which none is a line by itself.
FORM_CASES = ROWS + (120 + 2 * len(range(3, 120, 7))) + 20 * (1 + 3 + 1 + 1) + 3 + 1 + 1
READ_AS = ("--ignore-columns", "--units", "km", "--encoding", "cp1252")


@pytest.fixture(scope="module")
def forms(tmp_path_factory):
    folder = tmp_path_factory.mktemp("forms")
    for name, data in FORMS.items():
        (folder / name).write_bytes(data)
    return folder


def test_forms_are_the_same_in_one_process_and_in_two_and_what_is_left_out_is_told_once(forms):
    one, two = (footwise("batch", ".", *READ_AS, "--jobs", jobs, cwd=forms) for jobs in "12")
    found = [json.loads(line) for line in one.stdout.splitlines()]
    assert len({case["source"] for case in found}) == len(found) == FORM_CASES
    assert one.returncode == 0 and all(case["status"] == "ok" for case in found)
    assert two.stdout == one.stdout and sorted(two.stderr.splitlines()) == sorted(one.stderr.splitlines())
    told = one.stderr.splitlines()[:-1]
    assert sorted(told) == [
        "./a.csv: columns left out: foo.", "./e.csv.gz: columns left out: foo.", "./f.tsv: columns left out: foo.",
        "FHIR: items left out: foo.bar.", "FHIR: resources left out: None, Patient.",
    ]  # fmt: skip


@pytest.mark.parametrize("form", part_of(["json", "jsonl"], 2))
def test_a_bundle_is_as_long_as_its_cases_and_not_as_one_case_may_be(form):
    bundle = {"resourceType": "Bundle", "entry": [{"resource": RESPONSE}] * 2000}
    text = json.dumps(bundle)
    items = READER.read_text(text, "f", form)
    assert len(items) == 2000 and all(isinstance(item, Case) for item in items)


@pytest.mark.parametrize("name", FORMS)
def test_it_does_not_matter_where_a_form_is_cut(name, forms, monkeypatch):
    how = Reading("cp1252", "km", True)
    path = tmp = forms / name
    if len(FORMS[name]) > 20_000:  # byte by byte that would take long
        tmp = forms / f"few-{name}"
        lines = FORMS[name].splitlines(keepends=True)
        tmp.write_bytes(b"".join(lines[:7]) if len(lines) > 1 else json.dumps([BUNDLE, RESPONSE]).encode())
        path = tmp

    def cases():
        return [plain(item) for item in CaseReader(KNOWLEDGE, how).read_paths([str(path)], None)]

    whole = cases()
    for block in (1, 3, 61):
        monkeypatch.setattr(files, "BLOCK", block)
        assert cases() == whole
    if tmp.name.startswith("few-"):
        tmp.unlink()


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_forms_are_gone_on_with(forms, tmp_path):
    """Cut short behind a piece, be it in the midst of a packed file or behind a bundle."""
    undisturbed = footwise("batch", ".", *READ_AS, cwd=forms).stdout
    reader = CaseReader(KNOWLEDGE, Reading("cp1252", "km", True))
    with within(forms):
        cut = [piece for piece in reader.pieces(["."], None) if isinstance(piece, pieces.Piece)]
        closed, number = [], 0
        for place, piece in enumerate(cut):
            closed += piece.mark.closed
            number += piece.count
            if place % 16 and not LONG:
                continue
            done = pieces.Done(tuple(closed), piece.mark)
            rest = [one for one in reader.pieces(["."], None, done) if isinstance(one, pieces.Piece)]
            assert [(one.name, one.number) for one in rest] == [(one.name, one.number) for one in cut[place + 1 :]]
    assert number == FORM_CASES == undisturbed.count("\n")


def test_a_table_in_a_pipe_is_answered_row_by_row_whatever_parts_its_cells():
    command = [*COMMAND, "-"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, **pipes, preexec_fn=forked(command)) as process:
        process.stdin.write(b"\xef\xbb\xbfsep=;\nid;pain.location\n")
        for name in "abc":
            process.stdin.write(f'{name};"heel"\n'.encode())
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == name
        process.stdin.close()
        assert process.wait(timeout=60) == 0


def test_what_was_packed_small_is_not_unpacked_all_at_once(tmp_path):
    rows = b"id,note\n" + (b"a," + b"n" * (1 << 20) + b"\n") * 75
    count, most = peak(tmp_path, lambda file: file.write(gzip.compress(rows)), "small.csv.gz")
    assert count == 75 and most < 120


@pytest.mark.parametrize(
    ("text", "form"),
    [("# a; b\nid: x\n", "yaml"), ("note: a; b\tc\n", "yaml"), ("id;note\n", "csv"), ("sep=,\nid\n", "csv"),
     ('"Any fever?: now"\tx\n', "csv"), ("- a; b\n", "yaml"), ("id\n", "csv")],
)  # fmt: skip
def test_a_text_without_a_name_is_known_by_how_it_begins(text, form):
    assert files.guessed_format(text) == form
