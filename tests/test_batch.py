"""Many cases: order, chunks, processes, and files that are there whole or not at all."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest
from shared import part_of

from expert.cases import batch
from expert.cases.batch import Evaluation, Work, evaluate_all
from expert.cases.case import Case, Unreadable
from expert.cases.pieces import Piece
from expert.cases.results import FaultResult, ReasoningError, consult, evaluate, failed_expect, json_line
from expert.consultation import Consultant
from expert.errors import CaseError, KnowledgeError
from expert.files import written_whole
from expert.loading import KnowledgeName

KNOWLEDGE = KnowledgeName("kb.book:KNOWLEDGE")
WORK = Work(KNOWLEDGE)
ROOT = Path(__file__).resolve().parent.parent


def a_case(number=1, **parts):
    """A case with an answer or two; every third is about something else."""
    answers = {"pain.location": ("arch",) if number % 3 else ("achilles",), "pain.worst": ("morning",)}
    given = {"id": f"case-{number}", "source": f"f#{number}", "answers": answers, "expect": None, "note": None}
    return Case(**{**given, "units": "mi", **parts})


def an_error(number=1):
    return Unreadable(f"case-{number}", f"f#{number}", CaseError("wrong", "shoes.age", 7))


def a_piece(number, cases=5):
    """Some lines of a file, some of them unreadable."""
    first = (number - 1) * cases + 1
    lines = [
        f'{{"id": "case-{n}", "pain": {{"location": "{"heel" if n % 10 else "nose"}"}}}}\n'
        for n in range(first, first + cases)
    ]
    return Piece("f", first, cases, "jsonl", first, "".join(lines).encode())


def pieces(count):
    return (a_piece(number) for number in range(1, count + 1))


def all_of(found):
    return "".join(reply.text for reply in found)


@pytest.fixture(scope="module")
def consultant():
    return Consultant(KNOWLEDGE.load())


# -- one case --------------------------------------------------------------------------------------------------------


def test_result_of_a_case(consultant):
    result = evaluate(a_case(), consultant)
    assert list(result)[:3] == ["id", "source", "status"]
    assert (result["id"], result["source"], result["status"]) == ("case-1", "f#1", "ok")
    assert result["conclusions"][0]["cause"] == "plantar_fasciitis"
    assert "note" not in result and "expect" not in result


def test_note_and_expectation_are_carried_through(consultant):
    result = evaluate(a_case(note="", expect={"top": ["bunions"]}), consultant)
    assert result["note"] == ""
    assert result["expect"]["passed"] is False
    assert failed_expect(result)
    assert not failed_expect(evaluate(a_case(expect={}), consultant))


def test_result_of_a_case_that_could_not_be_read(consultant):
    assert evaluate(an_error(), consultant) == {
        "id": "case-1",
        "source": "f#1",
        "status": "error",
        "error": {"message": "wrong", "field": "shoes.age", "line": 7},
    }


class Broken(Consultant):
    """A consultant with a bug."""

    def consult(self, answers):
        raise ZeroDivisionError("a bug")


def test_failure_of_the_reasoning_surfaces_and_names_the_case():
    with pytest.raises(ReasoningError, match=r"f#1 \(case-1\).*ZeroDivisionError in test_batch.py, line") as caught:
        consult(a_case(), Broken(KNOWLEDGE.load()))
    assert isinstance(caught.value.__cause__, ZeroDivisionError)


def test_failure_of_the_reasoning_is_a_result_of_its_own():
    result = evaluate(a_case(), Broken(KNOWLEDGE.load()))
    assert isinstance(result, FaultResult) and "in consult" in result.trace
    line = Broken.consult.__code__.co_firstlineno + 1
    message = f"The program itself failed on this case, with ZeroDivisionError in test_batch.py, line {line}."
    assert json.loads(json_line(result)) == {
        "id": "case-1", "source": "f#1", "status": "error",
        "error": {"message": message, "field": None, "line": None},
    }  # fmt: skip


# -- the knowledge by name -------------------------------------------------------------------------------------------


def test_knowledge_is_loaded_by_name():
    assert KNOWLEDGE.load().assesses_alerts
    assert not KnowledgeName("kb.book:KNOWLEDGE", article_only=True).load().assesses_alerts


@pytest.mark.parametrize("where", ["kb.book:KNOWLEGDE", "kb.book:BOOK", "kb.causes"])
def test_name_of_no_knowledge(where):
    with pytest.raises(KnowledgeError, match="no knowledge base"):
        KnowledgeName(where).load()


def test_batch_does_not_import_the_knowledge_by_itself():
    code = "import sys, expert.cases.batch; print([name for name in sys.modules if name.split('.')[0] == 'kb'])"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"


# -- many cases ------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def evaluation():
    return Evaluation(WORK)


@pytest.mark.parametrize("count", part_of([0, 1, 2, 3, 17], 2))
def test_processes_give_what_one_gives(evaluation, count):
    alone, together = (list(evaluate_all(pieces(count), evaluation, WORK, jobs)) for jobs in (1, 2))
    assert [json.loads(line)["id"] for line in all_of(alone).splitlines()] == [
        f"case-{n + 1}" for n in range(5 * count)
    ]
    assert together == alone


@pytest.mark.parametrize("jobs", [1, 2])
def test_article_only_reaches_the_workers(jobs):
    work = Work(KnowledgeName("kb.book:KNOWLEDGE", article_only=True))
    found = map(json.loads, all_of(evaluate_all(pieces(3), Evaluation(work), work, jobs)).splitlines())
    assert {one["alerts_assessed"] for one in found if one["status"] == "ok"} == {False}


@pytest.mark.parametrize(("jobs", "ahead"), [(1, 1), (2, 8)])
def test_pieces_are_read_only_a_little_ahead(evaluation, jobs, ahead):
    read = 0

    def endless():
        nonlocal read
        while True:
            read += 1
            yield a_piece(read)

    found = evaluate_all(endless(), evaluation, WORK, jobs)
    for got, _ in enumerate(islice(found, 40), 1):
        assert read - got <= ahead
    found.close()


def test_small_input_starts_no_process(evaluation, monkeypatch):
    monkeypatch.setattr(batch, "_in_processes", lambda *_: pytest.fail("started processes"))
    assert len(list(evaluate_all(pieces(1), evaluation, WORK, jobs=8))) == 1


def test_results_as_data_come_with_what_they_are_the_results_of(evaluation):
    work = Work(KNOWLEDGE, None, expected=True)
    (reply,) = evaluate_all(pieces(1), Evaluation(work), work)
    assert reply.text == "" and [json_line(one) for one in reply.results] == all_of(
        evaluate_all(pieces(1), evaluation, WORK)
    ).splitlines(keepends=True)
    assert [item.id for item in reply.cases] == [one["id"] for one in reply.results]


# -- JSON ------------------------------------------------------------------------------------------------------------


def test_json_is_one_line_of_plain_text():
    line = json_line({"note": 'Zoë\n\u2028 "→"'})
    assert line.endswith("}\n") and line.count("\n") == 1
    assert "Zoë" in line and "→" in line
    assert json.loads(line) == {"note": 'Zoë\n\u2028 "→"'}


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_json_holds_no_numbers_that_are_none(number):
    with pytest.raises(ValueError):
        json_line({"certainty": number})


# -- files -----------------------------------------------------------------------------------------------------------


def test_file_appears_when_it_is_whole(tmp_path):
    target = tmp_path / "out.jsonl"
    with written_whole(str(target)) as file:
        file.write("ü\n")
        assert not target.exists()
    assert target.read_bytes() == "ü\n".encode()
    assert os.listdir(tmp_path) == ["out.jsonl"]


def test_failure_leaves_the_old_file_alone(tmp_path):
    target = tmp_path / "out.jsonl"
    target.write_text("old")
    with pytest.raises(KeyboardInterrupt), written_whole(str(target)) as file:
        file.write("new")
        raise KeyboardInterrupt
    assert target.read_text() == "old"
    assert os.listdir(tmp_path) == ["out.jsonl"]


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX modes and links")
def test_mode_and_link_stay(tmp_path):
    target, link = tmp_path / "real", tmp_path / "link"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    with written_whole(str(link)) as file:
        file.write("new")
    assert link.is_symlink()
    assert target.read_text() == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_file_that_cannot_be_there(tmp_path):
    with pytest.raises(FileNotFoundError), written_whole(str(tmp_path / "no" / "out")):
        pytest.fail("entered")
