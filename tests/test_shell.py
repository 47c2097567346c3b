"""The shell is one: it runs on a knowledge base about houseplants, and knows none about feet."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from dataclasses import replace

import pytest
from houseplants import PLANTS
from shared import ROOT, bare_base, for_each, reader_of

from expert.asking.dialogue import Dialogue
from expert.cases.case import Unreadable
from expert.cases.changes import read_changes
from expert.cases.expectations import check
from expert.cases.yaml_cases import dump_case
from expert.certainty import Piece, combine, level_of, levels_up_to
from expert.consultation import Consultant
from expert.contradictions import Contradiction
from expert.engine import ReteEngine
from expert.errors import UsageError
from expert.fields import UNTRIED, Choice, Group, Vocabulary, YesNo
from expert.naming import Naming
from expert.publishing import markdown
from expert.publishing.report import case_document
from expert.publishing.rule_book import book_document
from expert.wording import examples
from kb.book import KNOWLEDGE

SHELL = sorted((ROOT / "expert").glob("**/*.py"))
READER = reader_of(PLANTS)


def look(knowledge=PLANTS, **groups):
    """Consult about a plant and give the result."""
    return Consultant(knowledge).consult(READER.read_mapping(groups).answers).result()


def weigh(**groups):
    """The certainty of every cause, also of those that were not concluded."""
    return Consultant(PLANTS).consult(READER.read_mapping(groups).answers).certainties


def ids(result, stage="now"):
    return [one["id"] for one in result["recommendations"] if one["stage"] == stage]


# -- certainty, worked by hand ---------------------------------------------------------------------------------------


def test_certainty_worked_by_hand():
    """For: 0.6, then 0.4 of the rest (0.76), then 0.2 of the rest (0.808); nothing against."""
    result = look(pot={"soil": "dry"}, leaf={"colour": "brown"}, plant={"days_dry": 20})
    (thirst,) = result["conclusions"]
    assert [(e["rule"], e["certainty"]) for e in thirst["because"]] == [
        ("thirst.dry_soil", 0.6),
        ("thirst.brown", 0.4),
        ("thirst.long_ago", 0.2),
    ]
    assert (thirst["cause"], thirst["certainty"], thirst["level"]) == ("thirst", 0.808, "very likely")


def test_certainty_worked_by_hand_against():
    """Drowning: yellow 0.4 and wet roots 0.5 make 0.7. Thirst: (0.4 - 0.6) / (1 - 0.4) is below nothing."""
    result = look(pot={"soil": "soaked"}, leaf={"colour": ["yellow", "brown"]})
    (drowning,) = result["conclusions"]
    assert (drowning["cause"], drowning["certainty"], drowning["level"]) == ("drowning", 0.7, "likely")
    assert weigh(pot={"soil": "soaked"}, leaf={"colour": "brown"})["thirst"] == -0.3333


def pieces(pro, contra=()):
    """Evidence of these strengths for and against."""
    return [Piece(strength, 1, True) for strength in pro] + [Piece(strength, -1, True) for strength in contra]


def test_evidence_on_both_sides_is_shown():
    """For: 0.6 and 0.4 make 0.76, then 0.2 makes 0.808. Against: 0.6. (0.808 - 0.6) / (1 - 0.6) = 0.52."""
    assert combine(pieces([0.6, 0.4, 0.2], [0.6])) == pytest.approx(0.52)
    moist = weigh(pot={"soil": "moist"}, leaf={"colour": "brown"}, plant={"days_dry": 15})
    assert moist["thirst"] == round((0.52 - 0.6) / (1 - 0.52), 4)


@pytest.mark.parametrize(("certainty", "level"), [
    (1.0, "very likely"), (0.8, "very likely"), (0.7999, "likely"), (0.5, "likely"), (0.4999, "possible"),
    (0.2, "possible"), (0.1999, "none"), (0.0, "none"), (-0.5, "none"),
])  # fmt: skip
def test_levels(certainty, level):
    assert level_of(certainty) == level


def test_levels_up_to():
    assert levels_up_to("none") == () and levels_up_to("likely") == ("possible", "likely")


def test_evidence_adds_up_slowly_and_never_over_one():
    assert combine([]) == 0
    assert combine(pieces([0.5, 0.5])) == 0.75
    assert combine(pieces([0.9] * 50)) <= 1
    assert combine(pieces([0.5], [0.5])) == 0
    assert combine(pieces([0.3], [0.6])) == -combine(pieces([0.6], [0.3]))


# -- the result's shape ----------------------------------------------------------------------------------------------

ENTRY = {"rule", "certainty", "text", "facts", "because"}


def check_entry(entry):
    assert set(entry) - {"claims", "source", "interpretation"} == ENTRY
    assert entry.get("claims") or entry.get("source")
    assert entry["facts"] or entry["because"]
    assert 0 < entry["certainty"] <= 1
    for below in entry["because"]:
        check_entry(below)


def test_the_result_has_the_contracts_shape():
    result = look(
        pot={"drains": "no", "cups_before": 1, "cups_now": 3, "light": "no"},
        leaf={"colour": "yellow", "place": "old"},
        tried={"drying": "same"},
        plant={"smell": "yes"},
    )
    assert list(result) == ["status", "urgency", "conclusions", "recommendations", "guidance", "withheld", "alerts",
                            "alerts_assessed", "not_ruled_out", "safety_net"]  # fmt: skip
    assert result["status"] == "ok" and result["urgency"] == "urgent" and result["alerts_assessed"] is True
    for found in result["conclusions"]:
        assert set(found) == {"cause", "kind", "certainty", "level", "because", "against"}
        assert found["kind"] in ("specific", "general")
        assert found["certainty"] == round(found["certainty"], 4) and found["level"] == level_of(found["certainty"])
        for entry in found["because"] + found["against"]:
            assert isinstance(entry.pop("counted"), bool)
            check_entry(entry)
    for one in result["recommendations"]:
        assert set(one) - {"claims", "source"} == {"id", "text", "for", "stage", "rule"}
        assert one.get("claims") or one.get("source")
    (alert,) = result["alerts"]
    assert (alert["id"], alert["urgency"], alert["rule"]) == ("rot", "urgent", "drowning.rot")
    assert "claims" not in alert and "A. Gardener" in alert["source"]
    assert json.loads(json.dumps(result, allow_nan=False)) == result


def test_because_nests_down_to_the_answers():
    result = look(pot={"drains": "no", "cups_before": 1, "cups_now": 3}, leaf={"colour": "yellow"})
    (drowning,) = result["conclusions"]
    _, roots = drowning["because"]
    assert (roots["rule"], roots["facts"]) == ("drowning.wet_roots", {})
    (hole,) = roots["because"]
    assert (hole["rule"], hole["facts"]) == ("soil.no_hole", {"pot.drains": "no"})
    (flood,) = hole["because"]
    assert flood["facts"] == {"pot.cups_before": 1, "pot.cups_now": 3} and flood["because"] == []
    assert flood["interpretation"][0]["name"] == "flood" and flood["interpretation"][0]["value"] == "100 percent"


def test_a_finding_reached_twice_shows_both_ways():
    result = look(pot={"soil": "soaked", "drains": "no", "cups_before": 1, "cups_now": 2}, leaf={"colour": "yellow"})
    (drowning,) = result["conclusions"]
    _, roots = drowning["because"]
    assert [below["rule"] for below in roots["because"]] == ["soil.soaked", "soil.no_hole"]
    assert drowning["certainty"] == 0.7  # and counts once


# -- what the contract says of conclusions and advice ----------------------------------------------------------------


def test_risk_alone_concludes_a_general_cause_and_no_specific_one():
    result = look(pot={"soil": "soaked", "light": "no"})
    assert [found["cause"] for found in result["conclusions"]] == ["darkness"]


def test_of_equals_the_specific_comes_first():
    result = look(pot={"light": "no"}, leaf={"colour": ["brown", "yellow"]}, plant={"days_dry": 14})
    assert [(one["cause"], one["certainty"]) for one in result["conclusions"]] == [
        ("thirst", 0.52),
        ("darkness", 0.5),
        ("drowning", 0.4),
    ]
    equal = look(leaf={"colour": ["brown", "yellow"]})
    assert [one["cause"] for one in equal["conclusions"]] == ["thirst", "drowning"]


def test_unknown_gives_nothing():
    assert look() == look(leaf={"colour": "unknown", "place": None}, pot={"soil": "unknown"})
    assert look()["conclusions"] == [] and look()["recommendations"] == []


def test_a_list_that_lacks_a_value_denies_it():
    """Half of `maybe` (0.4) against drowning; nothing known is nothing against it."""
    assert weigh(leaf={"colour": "unknown"})["drowning"] == 0
    assert weigh(leaf={"colour": []})["drowning"] == -0.2
    assert weigh(leaf={"colour": ["pale"]})["drowning"] == -0.2


def test_advice_waits_for_its_level():
    assert ids(look(pot={"light": "no"})) == ["move"]
    assert ids(look(pot={"light": "yes"})) == []


def test_stages_and_withholding():
    yellow = {"colour": "yellow"}
    first, second = look(leaf=yellow), look(leaf=yellow, tried={"drying": "same"})
    assert (ids(first), ids(first, "if_no_better")) == (["dry_out"], ["repot"])
    assert (ids(second), ids(second, "if_no_better")) == (["dry_out", "repot"], [])
    assert ids(look(leaf=yellow, plant={"kind": "cactus"})) == []
    assert "dry_out" in ids(look(leaf=yellow, plant={"kind": "fern"}))


def test_what_is_not_ruled_out():
    assert look()["not_ruled_out"] == ["plant.smell", "pot.soil=soaked"]
    assert look(leaf={"place": "young"})["not_ruled_out"] == ["plant.smell"]
    assert look(leaf={"place": "old"}, plant={"smell": "no"})["not_ruled_out"] == ["pot.soil=soaked"]
    assert look(plant={"smell": "no"}, pot={"soil": "dry"})["not_ruled_out"] == []


def test_article_only_leaves_the_other_sources_out():
    result = look(PLANTS.article_only(), plant={"smell": "yes"}, leaf={"colour": "yellow"})
    assert result["alerts"] == [] and result["urgency"] == "calm"
    assert result["alerts_assessed"] is False and result["not_ruled_out"] == []
    assert [found["cause"] for found in result["conclusions"]] == ["drowning"]


def test_stock_rete_agrees_on_plants():
    pot = {"drains": "no", "cups_before": 1, "cups_now": 3}
    case = READER.read_mapping({"pot": pot, "leaf": {"colour": "yellow", "place": []}})
    index, rete = Consultant(PLANTS), Consultant(PLANTS, ReteEngine)
    assert index.consult(case.answers).result() == rete.consult(case.answers).result()


def test_cases_of_plants_are_read_written_and_checked():
    text = "pot: {soil: soaked}\nleaf: {colour: yellow}\nexpect: {recommends: D3}\n---\nplot: {soil: dry}"
    good, bad = READER.read_text(text, "plants.yaml")
    assert isinstance(bad, Unreadable) and "pot" in bad.error.message
    result = Consultant(PLANTS).consult(good.answers).result()
    assert check(good.expect, result, PLANTS.urgencies)["passed"]
    (again,) = READER.read_text(dump_case(good.answers, PLANTS.vocabulary), "again.yaml")
    assert again.answers == good.answers


# -- words that a base brings ----------------------------------------------------------------------------------------


def test_examples_are_made_of_the_base():
    assert (examples.cause(PLANTS), examples.change(PLANTS)) == ("thirst", "plant.smell=no")
    assert examples.filled("{cause}, {change}, {file}.md", PLANTS) == "thirst, plant.smell=no, my-case.md"
    garden = replace(PLANTS, naming=Naming(file="my-plant"))
    assert examples.file(garden, ".html") == "my-plant.html"
    bare = bare_base(Vocabulary([]))
    assert (examples.cause(bare), examples.change(bare)) == ("CAUSE", "FIELD=VALUE")


@pytest.mark.parametrize("knowledge", [PLANTS, KNOWLEDGE], ids=["plants", "feet"])
def test_the_example_of_a_change_is_one(knowledge):
    ((key, answer),) = read_changes([examples.change(knowledge)], knowledge, "km").items()
    assert knowledge.vocabulary.asked[key].plain(answer) == "no"
    with pytest.raises(UsageError, match=f"for example {examples.change(knowledge)}"):
        read_changes(["what"], knowledge, "km")


class Cures(Group):
    """Remedies in a group of any name."""

    bath = Choice("", "", "a bath {}", values={"better": "helped", UNTRIED: "was not tried"})
    shade = YesNo("", "", "it stands in the shade", denies="it stands in the sun")


def test_a_remedy_is_told_by_its_answers_and_not_by_its_group():
    base = bare_base(Vocabulary([Cures]), naming=Naming(text="the handbook"))
    assert base.vocabulary.remedies == ("cures.bath",)
    case = reader_of(base).read_mapping({"cures": {"bath": "better", "shade": "yes"}})
    page = markdown.render(case_document(Consultant(base).consult(case.answers), case))
    answered, _, tried = page.partition("## What was tried")
    assert "A bath helped." in tried and "A bath" not in answered and "It stands in the shade." in answered


def test_the_main_text_goes_by_the_name_that_the_base_gives_it():
    base = replace(PLANTS, naming=Naming(text="the handbook")).article_only()
    case = READER.read_mapping({"leaf": {"colour": "yellow"}})
    pages = markdown.render(book_document(base)) + markdown.render(
        case_document(Consultant(base).consult(case.answers), case)
    )
    for words in ("only the handbook's rules", "Numbers such as D2 are claims of the handbook"):
        assert words in pages
    assert "Rules from the handbook" in pages and "the text" not in pages.lower()


def test_one_contradiction_is_found_for_all():
    clash = Contradiction("cures.shade", ("cures.bath",), lambda *_: "since so it is")
    base = bare_base(Vocabulary([Cures]), contradictions=(clash,))
    both = {"cures.shade": "yes", "cures.bath": "better"}
    assert base.contradiction(both) is clash and base.contradiction({"cures.shade": "yes"}) is None
    assert base.contradiction(both, {"cures.bath"}) is clash and base.contradiction(both, {"other"}) is None
    assert clash.message(both).startswith("cures.shade: yes contradicts cures.bath (better), since so it is.")


# -- the shell knows nothing of the knowledge ------------------------------------------------------------------------


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield ("." * node.level) + (node.module or "")


def modules(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@for_each("path", SHELL, modules)
def test_no_module_of_the_shell_imports_the_knowledge(path):
    for name in imported(path):
        assert name.split(".")[0] not in ("kb", "cli", "tests"), name
        assert not name.startswith("..")


@for_each("path", SHELL, modules)
def test_no_module_of_the_shell_names_a_field_or_a_cause(path):
    """Texts apart from docstrings, which may show examples."""
    words = {*KNOWLEDGE.vocabulary.fields, *(cause.id for cause in KNOWLEDGE.causes), *KNOWLEDGE.claims}
    words |= {"kb.book"}  # kb alone is a command
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    assert not found & words


#: What the shell says nothing of, in code, texts or comments. An option's name is not the shell's to choose.
FEET = re.compile(
    r"\b(footwise|foot|feet|shoes?|socks?|runners?|runs? a lot|jog\w*|bunions?|heels?|toes?|ankles?|soles?|arch"
    r"|mileage|miles?|tendons?|pains?(?!-began)|hurts?|icing|clinicians?|doctors?|physiotherap\w+|self[ _-]care"
    r"|book an appointment|(?<!-)articles?(?!-only))\b",
    re.IGNORECASE,
)
#: General knowledge, which has its own module.
UNITS = {"lengths.py": {"mile", "miles"}, "amounts.py": {"mile", "miles", "mileage"}, "reply.py": {"miles"}}


@for_each("path", SHELL, modules)
def test_the_shell_has_no_word_of_feet(path):
    names = (*KNOWLEDGE.claims, *map(re.escape, KNOWLEDGE.vocabulary.fields), *(one.id for one in KNOWLEDGE.causes))
    own = re.compile(rf"\b({'|'.join(names)})\b")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        found = [hit[0] for hit in (*FEET.finditer(line), *own.finditer(line))]
        found = [word for word in found if word not in UNITS.get(path.name, ())]
        assert not found, f"{path.name}:{number}: {', '.join(found)}"


def test_importing_the_shell_brings_no_knowledge():
    names = [modules(path) for path in SHELL]
    code = (
        f"import importlib, sys\nfor name in {names!r}: importlib.import_module(name)\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('kb', 'cli')])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout.strip()) == (0, "[]"), done.stderr


def test_only_the_guard_imports_experta():
    for path in (*SHELL, *(ROOT / "kb").glob("*.py")):
        names = {name.split(".")[0] for name in imported(path)}
        assert not names & {"experta", "frozendict"} or path.name == "experta_guard.py", path


def test_a_base_imports_the_authors_face_alone():
    for path in (ROOT / "kb").glob("*.py"):
        shell = {name for name in imported(path) if name.split(".")[0] == "expert"}
        assert shell <= {"expert.authoring"}, path.name


def test_a_story_of_a_subject_without_places_is_asked_for_again_where_nothing_is_understood():
    """There is no place that a lone word could be taken for."""
    base = bare_base(Vocabulary([Cures]), story="What happened?")
    dialogue = Dialogue(Consultant(base))
    dialogue.open()
    assert dialogue.reply("hm").shown
