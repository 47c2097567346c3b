"""The ladder of urgencies: its order, and that a base's own words and looks reach every page, the shell's none."""

from __future__ import annotations

import io
import itertools
from dataclasses import replace

import pytest
from houseplants import PLANTS, ROT
from rich.console import Console

from expert.asking.reasons import why_asked
from expert.asking.screens import Screen
from expert.cases.reader import CaseReader
from expert.cases.schema import case_schema
from expert.consultation import Consultant
from expert.errors import CaseError, KnowledgeError
from expert.explaining.explanation import write_explanation
from expert.explaining.result_page import write_result_page
from expert.outlook import Outlook
from expert.publishing import html, markdown
from expert.publishing.graph import as_text, case_graph
from expert.publishing.report import case_document
from expert.publishing.rule_book import book_document
from expert.rules import Alerts
from expert.urgency import LADDER, Ladder, Urgency
from kb.book import KNOWLEDGE

WORDS = ("soon", "headline", "if_so", "settles", "calm")
#: Every word is one of a kind, so that it can only come from here.
OWN = Ladder(
    tuple(
        Urgency(name, **{word: f"{word.upper()}-{name}" for word in WORDS}, ground=ground, grave=name == "wilting")
        for name, ground in (("thriving", "#0a0b01"), ("sulking", "#0a0b02"), ("wilting", "#0a0b03"))
    )
)


def raised(rule):
    """The rule of rot with another urgency."""
    if not isinstance(rule, Alerts):
        return rule
    other = Alerts(*rule, alert=ROT, urgency="wilting", source=rule.source, because=rule.because)
    other.name = rule.name
    return other


GARDEN = replace(PLANTS, urgencies=OWN, rules=tuple(map(raised, PLANTS.rules)))
READER, CONSULTANT = CaseReader(GARDEN), Consultant(GARDEN)
WELL = {"pot": {"soil": "dry"}}
ROTTEN = {"plant": {"smell": "yes"}, "pot": {"soil": "soaked"}, "leaf": {"colour": "yellow"}}


def pages(plant):
    """Everything that is written about a case, by name."""
    case = READER.read_mapping(plant, source="here#1", default_id="fern")
    found = CONSULTANT.consult(case.answers)
    yield "explanation", on_paper(lambda console: write_explanation(console, found, case))
    yield "result page", on_paper(lambda console: write_result_page(console, found, CONSULTANT))
    yield "html", html.render(case_document(found, case))
    yield "markdown", markdown.render(case_document(found, case))
    yield "graph", as_text(case_graph(found))


def on_paper(write):
    out = io.StringIO()
    write(Console(file=out, width=100))
    return out.getvalue()


@pytest.mark.parametrize("ladder", [LADDER, KNOWLEDGE.urgencies, OWN], ids=["default", "feet", "garden"])
def test_the_order_is_that_of_the_ranks(ladder):
    names = ladder.names
    assert [ladder.rank(name) for name in names] == list(range(len(names)))
    assert (ladder.mildest, ladder.top, ladder.raised) == (names[0], names[-1], names[1:])
    assert [rung.name for rung in ladder] == list(names) and all(ladder[name].name == name for name in names)
    for one, other in itertools.product(names, names):
        assert ladder.graver(one, other) == (names.index(one) > names.index(other))
        assert ladder.gravest([one, other]) == max(one, other, key=names.index)
    assert ladder.gravest([]) == ladder.mildest


@pytest.mark.parametrize("ladder", [LADDER, KNOWLEDGE.urgencies], ids=["default", "feet"])
def test_a_ladder_has_all_that_is_asked_of_it(ladder):
    assert all(one.soon and one.headline and one.if_so and (one.settles or one is ladder.rungs[0]) for one in ladder)
    assert not ladder[ladder.mildest].grave and ladder[ladder.top].grave
    grave = [one.grave for one in ladder]
    assert grave == sorted(grave), "what is graver than a grave one is grave"


def test_the_shells_own_words_are_of_no_subject():
    told = " ".join(str(one) for one in LADDER).lower()
    assert not any(word in told for word in ("doctor", "clinic", "appointment", "self_care", "foot", "help"))


@pytest.mark.parametrize(("names", "word"), [((), "without a rung"), (("a", "a"), "two rungs"), (("A b",), "no name")])
def test_what_is_no_ladder_is_refused(names, word):
    with pytest.raises(KnowledgeError, match=word):
        Ladder(tuple(Urgency(name, "soon", "headline", "if so") for name in names))


def test_a_rule_can_only_raise_what_the_base_has():
    with pytest.raises(KnowledgeError, match="'urgent' is none of sulking, wilting"):
        replace(PLANTS, urgencies=OWN)


@pytest.mark.parametrize("plant", [WELL, ROTTEN], ids=["well", "rotten"])
def test_every_page_speaks_in_the_words_of_the_base(plant):
    for name, page in pages(plant):
        for foreign in (*LADDER, *KNOWLEDGE.urgencies):
            said = {foreign.name, *(getattr(foreign, word) for word in WORDS), foreign.ground} - {"", "now", "#ffffff"}
            assert not [word for word in said if word in page], name
    assert CONSULTANT.consult(READER.read_mapping(plant).answers).urgency == (
        "thriving" if plant is WELL else "wilting"
    )


def test_where_each_word_stands():
    well, rotten = dict(pages(WELL)), dict(pages(ROTTEN))
    for name in ("explanation", "html", "markdown"):
        assert "HEADLINE-thriving" in well[name] and "CALM-thriving" in well[name], name
        assert "HEADLINE-wilting" in rotten[name] and "wilting: SOON-wilting" in rotten[name], name
    assert "HEADLINE-wilting" in rotten["result page"] and "IF_SO-wilting" in well["result page"]
    assert "wilting: SOON-wilting" in rotten["graph"]
    assert ".wilting { background: #0a0b03; }" in rotten["html"] and 'class="wilting"' in rotten["html"]
    assert "Wilting: SOON-wilting" in markdown.render(book_document(GARDEN))
    smell = Screen("choice", (GARDEN.vocabulary.fields["plant.smell"],))
    assert "SETTLES-wilting" in " ".join(text for text, _ in why_asked(Outlook(GARDEN, {}), smell))


def test_expect_and_schema_know_the_urgencies_of_the_base():
    assert READER.read_mapping({"expect": {"urgency": "Sulking"}}).expect == {"urgency": "sulking"}
    with pytest.raises(CaseError, match="self_care is no urgency. Allowed: thriving, sulking, wilting"):
        READER.read_mapping({"expect": {"urgency": "self_care"}})
    parts = case_schema(GARDEN)["properties"]["expect"]["properties"]
    assert parts["urgency_at_least"] == {"enum": ["thriving", "sulking", "wilting", None]}
