"""The formats of an explained case and of the rule base: nothing of the result is lost, all is well formed."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest
from houseplants import PLANTS
from shared import ARTICLE_CONSULTANT, CONSULTANT, LIBRARY, LONG, READER, ROOT, library_cases, part_of, reader_of

import cli
from expert.characters import harmless
from expert.consultation import Consultant
from expert.publishing import dot, html, markdown, mermaid, svg
from expert.publishing.graph import KINDS, Edge, Graph, Node, as_text, base_graph, case_graph
from expert.publishing.report import case_document
from expert.wording.english import answer_clause
from kb.book import KNOWLEDGE

CASES = library_cases("article", "clinic")
FEW = CASES[::6]
NASTY = (
    '<script>alert("1")</script> [x](http://evil.example) **b** `c` | # h\n'
    "# heading\n- item\n1. one\n\x1b[31m \u202e & &amp; ]]>"
)
CYCLE_FREE = [case_graph(CONSULTANT.consult(case.answers)) for case in FEW]
BASES = [base_graph(KNOWLEDGE), *(base_graph(KNOWLEDGE, cause) for cause in KNOWLEDGE.causes), base_graph(PLANTS)]
GRAPHS = [*CYCLE_FREE, *BASES]


def case_of(**groups):
    return READER.read_mapping(groups, source="here#1", default_id="here")


def rendered(case, form):
    consultation = CONSULTANT.consult(case.answers)
    if form in ("html", "markdown"):
        return (html if form == "html" else markdown).render(case_document(consultation, case))
    return {"svg": svg, "dot": dot, "mermaid": mermaid}[form].render(case_graph(consultation))


def plain(shown, form):
    """What a reader sees of a format, as one line without white space (folding may break words)."""
    if form == "svg":
        shown = "".join(ET.fromstring(shown).itertext())
    elif form == "html":
        tree = pytest.importorskip("html5lib").parse(shown, namespaceHTMLElements=False)
        shown = "".join(tree.itertext())
    elif form == "mermaid":
        shown = re.sub(r"#(\d+);", lambda found: chr(int(found[1])), shown.replace("<br/>", ""))
    elif form == "dot":
        shown = shown.replace("\\n", "").replace('\\"', '"').replace("&amp;", "&")
    elif form == "markdown":
        shown = re.sub(r"\\([^\w\s])", r"\1", shown)
    return re.sub(r"\s", "", shown)


def evidence(entries):
    for entry in entries:
        yield entry
        yield from evidence(entry["because"])


# -- nothing is lost -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["html", "markdown", "svg", "dot", "mermaid"])
@pytest.mark.parametrize("case", FEW, ids=lambda case: case.id)
def test_every_conclusion_rule_and_claim_of_the_result_is_there(case, form):
    result = CONSULTANT.consult(case.answers).result()
    shown = plain(rendered(case, form), form)
    wanted = []
    for found in result["conclusions"]:
        wanted += [KNOWLEDGE.cause(found["cause"]).title, found["level"], f"ertainty factor {found['certainty']:.4g}"]
        for entry in evidence([*found["because"], *found["against"]]):
            wanted += [entry["rule"], *entry.get("claims", ())]
    guidance = result["guidance"] if form in ("html", "markdown") else []
    for entry in (*result["recommendations"], *guidance, *evidence(result["alerts"])):
        wanted += [entry["rule"], *entry.get("claims", ()), *([entry["text"]] if "id" in entry else [])]
    missing = [one for one in wanted if re.sub(r"\s", "", one) not in shown]
    assert missing == []


@pytest.mark.parametrize("form", ["html", "markdown"])
@pytest.mark.parametrize("case", FEW, ids=lambda case: case.id)
def test_a_note_has_the_answers_in_words_the_open_flags_and_the_notice(case, form):
    consultation, shown = CONSULTANT.consult(case.answers), plain(rendered(case, form), form)
    for key, answer in case.answers.items():
        clause = answer_clause(KNOWLEDGE.vocabulary.asked[key], answer)
        assert re.sub(r"\s", "", clause)[1:] in shown
    for flag in consultation.not_ruled_out:
        assert re.sub(r"\s", "", flag.text)[1:] in shown
    assert re.sub(r"\s", "", KNOWLEDGE.notice) in shown
    for source in {one for found in consultation.trace for one in found.rule.source if _shown(consultation, found)}:
        assert re.sub(r"\s", "", source.text) in shown


def _shown(consultation, firing):
    return any(firing in one.firings for one in consultation.recommendations) or any(
        firing is alert.evidence.firing for alert in consultation.alerts
    )


def test_without_red_flags_no_format_reads_as_if_they_had_been_looked_for():
    case = case_of(pain={"location": "arch", "worst": "morning"})
    consultation = ARTICLE_CONSULTANT.consult(case.answers)
    document = case_document(consultation, case)
    for shown in (html.render(document), markdown.render(document)):
        assert "NOT looked for" in shown and "nothing in these answers says" not in shown


def test_another_subject_is_explained_as_well():
    reader = reader_of(PLANTS)
    case = reader.read_mapping({"pot": {"soil": "soaked", "drains": "no"}, "leaf": {"colour": ["yellow"]},
                                "tried": {"drying": "same"}}, source="here#1", default_id="fern")  # fmt: skip
    document = case_document(Consultant(PLANTS).consult(case.answers), case)
    for shown in (html.render(document), markdown.render(document)):
        assert "Too much water" in shown and "foot" not in shown.lower().replace("footer", "")


# -- text stays text -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["html", "markdown", "svg", "dot", "mermaid"])
def test_no_control_character_comes_through(form):
    shown = rendered(case_of(note=NASTY, pain={"location": "heel", "worst": "morning"}), form)
    assert all(sign.isprintable() or sign == "\n" for sign in shown)


def test_markup_in_a_note_is_escaped_in_markdown():
    shown = rendered(case_of(note=NASTY, pain={"location": "heel"}), "markdown")
    quoted = [line for line in shown.splitlines() if line.startswith("> ")]
    assert quoted[0].startswith(r"> \<script\>alert("), quoted
    assert r"\[x\](http\://evil.example) \*\*b\*\* \`c\` \| # h" in quoted[0]
    assert quoted[1:4] == [r"> \# heading", r"> \- item", r"> 1\. one"]


@pytest.mark.parametrize("writer", [mermaid, dot, svg])
def test_signs_of_the_language_in_a_label_stay_text(writer):
    nasty = 'a "b" \\n <i>c</i> &amp; #35; `d` %% ]) --> e; {f}'
    graph = Graph(
        nasty, (Node("one", "finding", nasty), Node("two", "cause", "t")), (Edge("one", "two", True, ("r",)),)
    )
    shown = writer.render(graph)
    assert re.sub(r"\s", "", nasty) in plain_label(shown, writer)
    assert "<i>" not in shown or writer is dot


def plain_label(shown, writer):
    if writer is dot:
        label = next(line for line in shown.splitlines() if line.lstrip().startswith("n1 ["))
        shown = label.replace("\\n", "\0").replace("\\\0", "\\n").replace("\0", "").replace("\\\\", "\\")
        return re.sub(r"\s", "", shown.replace('\\"', '"').replace("&amp;", "&"))
    return plain(shown, {mermaid: "mermaid", svg: "svg"}[writer])


# -- well formed -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("graph", GRAPHS, ids=lambda graph: graph.title[-30:])
def test_a_graph_names_each_node_once_and_every_edge_has_its_ends(graph):
    names = [node.id for node in graph.nodes]
    assert len(names) == len(set(names)) and {node.kind for node in graph.nodes} <= set(KINDS)
    ends = [(edge.source, edge.target, edge.against) for edge in graph.edges]
    assert len(ends) == len(set(ends))
    assert {end for edge in ends for end in edge[:2]} <= set(names)
    assert all(edge.rules for edge in graph.edges)


@pytest.mark.parametrize("graph", GRAPHS, ids=lambda graph: graph.title[-30:])
def test_mermaid_and_dot_declare_each_node_once_before_the_edges(graph):
    for shown, declared, edge in (
        (mermaid.render(graph), r"^  (n\d+)[(\[{>]", r"^  (n\d+) (?:-->|-\. against \.->) (n\d+)$"),
        (dot.render(graph), r"^  (n\d+) \[shape=", r"^  (n\d+) -> (n\d+) \["),
    ):
        names = re.findall(declared, shown, re.M)
        edges = re.findall(edge, shown, re.M)
        assert names == [f"n{number}" for number in range(1, len(graph.nodes) + 1)]
        assert len(edges) == len(graph.edges) and {end for pair in edges for end in pair} <= set(names)
        assert len(shown.splitlines()) <= len(names) + len(edges) + 8  # nothing else is in it


def boxes(shown):
    """Each node's rectangle."""
    space = "{http://www.w3.org/2000/svg}"
    root = ET.fromstring(shown)
    for group in root.iter(f"{space}g"):
        if group.get("class") == "node":
            box = group.find(f"{space}rect")
            yield tuple(float(box.get(name)) for name in ("x", "y", "width", "height"))


@pytest.mark.parametrize("graph", GRAPHS, ids=lambda graph: graph.title[-30:])
def test_no_two_boxes_of_a_drawing_overlap_and_all_are_inside(graph):
    shown = svg.render(graph)
    root, found = ET.fromstring(shown), list(boxes(shown))
    assert len(found) == len(graph.nodes)
    for number, (x, y, width, height) in enumerate(found):
        assert x >= 0 and y >= 0 and x + width <= float(root.get("width")) and y + height <= float(root.get("height"))
        for a, b, c, d in found[:number]:
            assert x >= a + c or a >= x + width or y >= b + d or b >= y + height


@pytest.mark.parametrize("graph", GRAPHS, ids=lambda graph: graph.title[-30:])
def test_a_drawing_names_no_file_and_runs_nothing(graph):
    shown = svg.render(graph)
    assert not re.findall(r"<script|<image|<use|href|\son\w+=|url\(", shown)
    assert re.findall(r'https?://[^"]*', shown) == ["http://www.w3.org/2000/svg"]


def test_an_empty_graph_can_be_drawn():
    graph = Graph("nothing", (), ())
    ET.fromstring(svg.render(graph))
    assert all(writer(graph) for writer in (mermaid.render, dot.render, as_text))


def test_the_rule_base_graph_holds_every_rule_and_a_causes_graph_its_own():
    whole = {rule for edge in BASES[0].edges for rule in edge.rules}
    assert whole == set(KNOWLEDGE.position)
    for cause, graph in zip(KNOWLEDGE.causes, BASES[1:], strict=False):
        drawn = {rule for edge in graph.edges for rule in edge.rules}
        assert {rule.name for rule in KNOWLEDGE.evidence[cause.id]} <= drawn < whole
    assert {one.id.partition(":")[0] for one in BASES[0].nodes} == {"field", "finding", "cause", "advice", "alert"}


def test_a_graph_as_text_names_every_node_and_rule():
    for graph in GRAPHS:
        shown = as_text(graph)
        assert all(node.title in shown for node in graph.nodes)
        assert all(rule in shown for edge in graph.edges for rule in edge.rules)


# -- the commands ----------------------------------------------------------------------------------------------------


COMMANDS = [
    *(
        ["explain", f"{LIBRARY / 'clinic.yaml'}#9", "--format", form]
        for form in ("markdown", "html", "mermaid", "dot", "svg")
    ),
    *(["kb", "graph", "--format", form] for form in ("mermaid", "dot", "svg", "text")),
    *(["kb", "book", "--format", form] for form in ("markdown", "html")),
]
#: A book is long, and each of its formats is written by what writes a case as well.
ONE_BOOK = [*COMMANDS[:-2], *part_of(COMMANDS[-2:], 2)]


#: Prints a digest of what each command line of its input writes; the base has this library.
DIGESTS = """
import contextlib, hashlib, io, pathlib, sys, cli
from expert.commands.context import Context

Context.library = lambda self: pathlib.Path(sys.argv[1])
for line in sys.stdin:
    with contextlib.redirect_stdout(io.StringIO()) as out:
        cli.main(line.rstrip().split("\t"))
    print(hashlib.sha256(out.getvalue().encode()).hexdigest())
"""


def test_the_same_bytes_under_every_hash_seed():
    """The whole base; of the cases that a book names for each rule a part, since they take longer than all else."""
    stdin, library = "\n".join("\t".join(command) for command in ONE_BOOK), LIBRARY if LONG else LIBRARY / "clinic.yaml"
    runs = [
        subprocess.run([sys.executable, "-c", DIGESTS, str(library)], input=stdin, capture_output=True, text=True,
                       cwd=ROOT, check=True, env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale}).stdout
        for seed, locale in part_of([("0", "C"), ("1", "C.UTF-8"), ("4711", "C.UTF-8")], 2)
    ]  # fmt: skip
    assert len(set(runs)) == 1 < len(runs)
    hashes = runs[0].split()
    assert len(set(hashes)) == len(ONE_BOOK) and hashlib.sha256(b"").hexdigest() not in hashes


@pytest.mark.parametrize(
    "command", part_of(ONE_BOOK, 2), ids=lambda command: "-".join([command[0], command[1][:5], command[-1]])
)
def test_a_file_gets_what_standard_output_would(command, tmp_path, capsys):
    code = cli.main(command)
    direct = capsys.readouterr().out
    target = tmp_path / "out"
    assert cli.main([*command, "-o", str(target)]) == code
    assert target.read_text(encoding="utf-8") == direct and capsys.readouterr().out == ""


def test_what_a_document_leaves_out_is_said(capsys):
    case = f"{LIBRARY / 'clinic.yaml'}#1"
    cli.main(["explain", case, "--format", "html", "--why-not", "bunions", "--cause", "bunions"])
    assert "--why-not, --cause: no part of html" in capsys.readouterr().err
    cli.main(["explain", case, "--format", "dot", "--cause", "plantar_fasciitis"])
    shown = capsys.readouterr()
    assert shown.err == "" and "Too much running" not in shown.out


def test_an_unwritable_file_is_wrong_usage(tmp_path, capsys):
    assert cli.main(["kb", "book", "-o", str(tmp_path / "no" / "file")]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_harmless_keeps_letters():
    assert harmless("naïve 足") == "naïve 足"
