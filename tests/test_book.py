"""The rule book, and the library's cases under a rule: all of the base is there, in the article's order."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from houseplants import PLANTS
from shared import CONSULTANT, READER, for_each, library_cases, part_of

import cli
from expert.cases.case import Case
from expert.certainty import strength_text
from expert.examining import library
from expert.outlook import FAILS, HOLDS, rule_standing
from expert.publishing import html, markdown
from expert.publishing.document import Section, spans
from expert.publishing.rule_book import book_document
from expert.rules import Source
from expert.wording import english
from kb import guidance_sources, red_flag_sources, sources
from kb.book import KNOWLEDGE

BOOK = book_document(KNOWLEDGE)
CASES = [item for item in library_cases() if isinstance(item, Case)]


def sections(part):
    for block in part.blocks:
        if isinstance(block, Section):
            yield block
            yield from sections(block)


ALL = [one for part in BOOK.sections for one in (part, *sections(part))]
RULES = {part.title: part for part in ALL if part.tone == "rule"}


def text_of(part):
    return " ".join("".join(span.text for span in spans(part)).split())


def squeezed(text):
    return re.sub(r"\s", "", text)


def test_every_rule_is_in_the_book_once():
    found = [part.title for part in ALL if part.tone == "rule"]
    assert sorted(found) == sorted(KNOWLEDGE.position)


@for_each("rule", KNOWLEDGE.rules, lambda rule: rule.name)
def test_a_rule_says_if_then_how_strongly_and_on_what(rule):
    shown = squeezed(text_of(RULES[rule.name]))
    wanted = [*english.conditions(KNOWLEDGE, rule), rule.then(KNOWLEDGE), rule.because[1:]]
    wanted += [KNOWLEDGE.claims[claim].text for claim in rule.claims] + [source.text for source in rule.source]
    wanted += [f"{one.shown}. {one.reason}" for one in rule.interpretations]
    wanted += [strength_text(KNOWLEDGE.strength(rule))] if rule.kind in ("support", "opposition") else []
    assert [one for one in wanted if squeezed(one)[1:] not in shown] == []
    assert ("From the article" in text_of(RULES[rule.name])) is rule.from_article
    assert ("Beyond the article" in text_of(RULES[rule.name])) is not rule.from_article


def test_every_claim_stands_in_the_book_once_in_the_articles_order():
    for shown in (markdown.render(BOOK), html.render(BOOK)):
        pattern = r"<li id=\"claim-(\w+)\">" if shown.startswith("<!") else r"(?m)^- \*\*([A-Z]{2}\d+)\*\*"
        found = [one for one in re.findall(pattern, shown) if one in KNOWLEDGE.claims]
        assert sorted(found) == sorted(KNOWLEDGE.claims)
        causes = [claim for claim in found if not claim.startswith("ST")]
        assert causes == [claim for claim in KNOWLEDGE.claims if not claim.startswith("ST")]
        assert set(found[:4]) == {"ST1", "ST2", "ST3", "ST4"}


def test_a_section_of_the_article_is_in_one_chapter():
    chapters = {}
    for part in BOOK.sections:
        for claim in re.findall(r"claim-(\w+)", html.render(book_part(part))):
            if f'id="claim-{claim}"' in html.render(book_part(part)):
                chapters.setdefault(KNOWLEDGE.claims[claim].section, set()).add(part.title)
    assert all(len(found) == 1 for found in chapters.values())


def book_part(part):
    return type(BOOK)("book", "t", "s", (), (part,), ())


def test_the_chapters_are_in_the_articles_order():
    titles = [part.title for part in BOOK.sections]
    assert titles[0] == "How to reason"
    assert titles[1:11] == [cause.title for cause in KNOWLEDGE.causes]
    assert titles[11:] == ["What several rules need to know", "Patterns outside these causes", "Red flags",
                           "Words of caution", "Numbers", "Questions", "Codes of results",
                           "Sources beyond the article"]  # fmt: skip


def test_the_articles_rules_are_parted_from_what_goes_beyond():
    for part in ALL:
        if part.title in ("Rules from the article", "Rules beyond the article"):
            own = {KNOWLEDGE.rule(one.title).from_article for one in part.blocks}
            assert own == {part.title == "Rules from the article"}


def test_the_tables_hold_every_hedge_number_flag_and_source():
    last = {part.title: squeezed(text_of(part)) for part in BOOK.sections}
    for hedge in KNOWLEDGE.hedges.values():
        assert (
            squeezed(f"{hedge.word.replace('-', ' ')}{hedge.presentation:.4g}{hedge.risk:.4g}")
            in last["Words of caution"]
        )
    for one in {one for rule in KNOWLEDGE.rules for one in rule.interpretations}:
        assert squeezed(one.reason) in last["Numbers"] and squeezed(one.shown) in last["Numbers"]
    for source in {one for rule in KNOWLEDGE.rules for one in rule.source}:
        assert squeezed(f"{source.text} (read {source.read})") in last["Sources beyond the article"]
    for flag in KNOWLEDGE.red_flags:
        assert squeezed(flag.id) in last["Red flags"]
    for mechanism in KNOWLEDGE.mechanisms.values():
        assert any(squeezed(mechanism) in shown for shown in last.values())


def test_no_two_sources_are_the_same():
    """That every one is cited by a rule is `test_the_bases_have_nothing_open`."""
    modules = (sources, guidance_sources, red_flag_sources)
    held = {id(one): one for module in modules for one in vars(module).values() if isinstance(one, Source)}
    for what in ("key", "text"):
        found = [getattr(one, what) for one in held.values()]
        assert [one for one in found if found.count(one) > 1] == []
    assert len(held) > 120
    for one in held.values():
        assert date.fromisoformat(one.read) and re.fullmatch(r"[a-z0-9-]+", one.key), one


def test_every_code_of_a_result_stands_in_the_book_with_its_text():
    (codes,) = [part for part in BOOK.sections if part.anchor == "codes"]
    told = text_of(codes)
    for rule in KNOWLEDGE.rules:
        if rule.remark is not None:
            assert rule.remark.id in told and " ".join(rule.remark.text.split()) in told


def test_what_follows_is_no_more_of_what_must_hold_in_markdown():
    """Two lists in a row would be one to who reads Markdown."""
    text = markdown.render(book_document(PLANTS))
    assert re.search(r"^- the soil is dry\n\n\*\*Then:", text, re.MULTILINE)
    assert re.search(r"^- [^\n]+\n\n- \*\*Then", text, re.MULTILINE) is None


def test_another_subject_has_a_book_too():
    document = book_document(PLANTS)
    for shown in (html.render(document), markdown.render(document)):
        plain = squeezed(shown.replace("\\", ""))
        assert all(rule.name in plain for rule in PLANTS.rules)
        assert all(squeezed(claim.text) in plain for claim in PLANTS.claims.values())


# -- the library under a rule ----------------------------------------------------------------------------------------


@cache
def fired_in(name):
    """The rules that the engine fires in a case."""
    (case,) = (case for case in CASES if case.id == name)
    return {one.rule.name for one in CONSULTANT.consult(case.answers).trace}


@for_each("rule", part_of(KNOWLEDGE.rules, 18), lambda rule: rule.name)
def test_the_cases_of_a_rule_agree_with_the_engine(rule):
    cases = part_of(CASES, 150) + [case for case in CASES if case.id.startswith(f"{rule.name} ")]
    tried = library.try_rule(KNOWLEDGE, cases, rule)
    fired = [case for case in cases if rule.name in fired_in(case.id)]
    assert {case.id for case in tried.fires} == {case.id for case in fired}
    for one in tried.nearly:
        assert one.case not in fired
        standing = dict(rule_standing(KNOWLEDGE, one.case.answers, rule))
        if one.atom.kind == "field":
            assert standing[one.atom] != HOLDS and (standing[one.atom] == FAILS) is one.known
            assert all(held == HOLDS for atom, held in standing.items() if atom != one.atom and atom.kind == "field")


def test_a_rules_own_cases_are_named_first(capsys):
    assert cli.main(["kb", "show", "bunions.bump"]) == 0
    shown = capsys.readouterr().out
    fires, near = shown.split("Cases of the library that fire it")[1].split("Cases that nearly do")
    assert fires.splitlines()[1].startswith("- bunions.bump fires (bunions.yaml#")
    assert near.splitlines()[1].startswith("- bunions.bump near miss (bunions.yaml#")
    assert "missing: there is a bump" in " ".join(near.split()) and "instead: " in near


def test_a_single_condition_that_nobody_answered_is_no_near_miss():
    rule = KNOWLEDGE.rule("bunions.bump")
    silent = READER.read_mapping({"pain": {"location": "heel"}}, source="a#1", default_id="a")
    denies = READER.read_mapping({"signs": {"toe_joint_bump": "no"}}, source="b#1", default_id="b")
    assert [one.case.id for one in library.try_rule(KNOWLEDGE, [silent, denies], rule).nearly] == ["b"]
