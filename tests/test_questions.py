"""Plain questions about a result: each gets the part of the page, the cause, the remedy or the danger it is about."""

from __future__ import annotations

import io
import re

import pytest
from rich.cells import cell_len
from rich.console import Console
from shared import CONSULTANT, library_cases, part_of

from expert.cases.case import Case
from expert.explaining.page import Page
from expert.explaining.result_page import write_parts
from expert.hearing.questions import read_question
from expert.wording.answers import MAP, OTHER, answer
from expert.wording.first_page import CAUSES, DOING, HOW_SOON, OPEN, WHY, first_page, part
from kb.book import KNOWLEDGE
from kb.words.questions import ASKED_LIKE, ASKS, AT_LAST, CALLED

#: Some ways to ask for each part; the second list of each was written before it was heard for the first time.
ASKED = {
    "running": (
        "can I run on it? | Can i still run | is it ok to run | should I stop running | running? | may I train | "
        "do I have to stop running? | can i run a marathon in 3 weeks | is running bad for it | can i excercise",
        "could i go jogging tomorrow | so am I ok to run? | do i need to stop | can i do parkrun | "
        "would it be stupid to race on sunday | can I continue training | must I quit running | "
        "can I still train for my half | what about running on it",
    ),
    "recovery": (
        "how long will it take? | how long? | when will it be better | how many weeks until it's gone | "
        "will it go away | will this heal by itself | whats the recovery time | how long til im better",
        "how long before it heals | when does it stop hurting | what's the healing time | will it ever go away | "
        "hwo long will it take | is it going to get better | when am I going to be fine",
    ),
    "return": (
        "when can I run again | how do I start again? | how do I get back to running | when can i race again | "
        "how should I return to training | how soon can I run | when will I be able to run",
        "when is it ok to run again | how do I get running again | how do i build back up | "
        "when can I go back to running | when should I begin running",
    ),
    "seek": (
        "should I see a doctor? | who should I see | do I need to see a physio | do I need an x-ray | "
        "should I go to the ER | whom do I see? | which specialist | should I get it checked | where should I go",
        "do I have to go to the doctor's | is a physio a good idea | who can help me with this | "
        "should i get an mri | shoud I see a docter | ought I to see somebody | who do I go to",
    ),
    HOW_SOON: (
        "is it serious | how bad is it? | is it dangerous | should I worry | is this an emergency | can it wait",
        "is that serious? | how worried should I be | is it something bad | do I have to hurry",
    ),
    DOING: (
        "what can I do today | what should I do | what helps? | how do I treat it | any exercises? | what now | "
        "how can i fix this",
        "what am I supposed to do | how can I make it better | what can I do to help it heal | "
        "which exercises should I do | how do I get rid of it | what do you recommend",
    ),
    WHY: (
        "why? | why do I have this | what caused it | how do you know",
        "where does it come from | what did I do wrong",
    ),
    CAUSES: (
        "what is it? | what do I have | what's wrong with my foot",
        "so what is it | what have I got | what might it be",
    ),
    OPEN: ("what should I watch out for | what if it gets worse | red flags", "what are the danger signs"),
    MAP: ("map | show me where the bones are", "can I see a picture"),
}  # fmt: skip
NAMED = {
    "is it a stress fracture?": "stress_fracture", "is my bone broken": "stress_fracture",
    "achilles?": "achilles_tendonitis",
    "isnt it plantar fascitis": "plantar_fasciitis", "do I have PF?": "plantar_fasciitis", "why not bunions": "bunions",
    "do you think it is a sprain": "ankle_sprain", "have I got athletes foot": "athletes_foot",
    "why not overpronation": "overpronation", "could it be a neuroma": "a squeezed nerve between the toes",
    "maybe it's mortons neuroma": "a squeezed nerve between the toes", "is it gout": "gout",
    "why not a nerve?": "a squeezed nerve between the toes", "did I tear my achilles": "a torn Achilles tendon",
}  # fmt: skip
TRIED = {
    "how do I stretch?": "tried.calf_stretching", "should I ice it?": "tried.ice",
    "can I take ibuprofen": "tried.nsaids",
    "what about advil": "tried.nsaids", "do insoles help": "tried.orthotics", "should I wear a brace": "tried.brace",
    "should i rest": "tried.rest", "should I roll it with a golf ball": "tried.ball_rolling",
}  # fmt: skip
CASES = part_of((case for case in library_cases("article", "clinic", "hard") if isinstance(case, Case)), 40)


@pytest.mark.parametrize("want", ASKED)
def test_a_question_in_many_words_gets_its_part(want):
    for line in " | ".join(ASKED[want]).split(" | "):
        asked = read_question(KNOWLEDGE, line)
        assert want in asked.parts and (asked.sure or not (asked.named or asked.remedies)), (line, asked)


@pytest.mark.parametrize(("line", "name"), NAMED.items())
def test_a_cause_or_something_outside_of_them_is_known_by_what_people_call_it(line, name):
    asked = read_question(KNOWLEDGE, line)
    assert name in asked.named and not asked.sure


@pytest.mark.parametrize(("line", "field"), TRIED.items())
def test_a_remedy_is_known_by_what_people_call_it(line, field):
    asked = read_question(KNOWLEDGE, line)
    assert field in asked.remedies and not asked.sure and not asked.named


@pytest.mark.parametrize("line", ["", "?", "hello", "thanks", "plutonium", "asdf qwer", "12", "..."])
def test_what_asks_nothing_is_not_answered(line):
    found = CONSULTANT.consult(CASES[0].answers)
    assert not answer(found, CONSULTANT, read_question(KNOWLEDGE, line))


def test_every_phrase_leads_to_a_part_and_every_name_to_something_that_is_known():
    parts = {HOW_SOON, CAUSES, DOING, WHY, OPEN, MAP, OTHER, *KNOWLEDGE.questions}
    leads = {name for names, _ in (*ASKS, *AT_LAST) for name in names} | {
        one for names in ASKED_LIKE.values() for one in names
    }
    assert leads == parts
    assert set(CALLED) <= {cause.id for cause in KNOWLEDGE.causes} | set(KNOWLEDGE.finders)
    assert {KNOWLEDGE.advice_behind, *KNOWLEDGE.until_seen, *KNOWLEDGE.untold} <= set(KNOWLEDGE.questions)


@pytest.mark.parametrize("case", CASES, ids=[case.id for case in CASES])
def test_every_question_is_answered_about_every_result_in_words_of_the_page(case):
    found = CONSULTANT.consult(case.answers)
    page = first_page(found, CONSULTANT)
    for want, lists in ASKED.items():
        told = answer(found, CONSULTANT, read_question(KNOWLEDGE, lists[0].split(" | ")[0])) if want != MAP else page
        assert told and all(one.lines and all(line.plain for line in one.lines) for one in told)
        own, shown = part(page, want), part(told, want)
        assert own is None or (
            shown is not None and {line.plain for line in shown.lines} <= {one.plain for one in own.lines}
        )
    asked = [read_question(KNOWLEDGE, line) for line in (*NAMED, *TRIED, "is it a blood clot?", "is it infected")]
    words = " ".join(line.plain for one in asked for told in answer(found, CONSULTANT, one) for line in told.lines)
    assert not re.search(r"\b0\.\d|\w_\w|\[|hedge|certainty", words)
    assert not any(rule.name in words for rule in KNOWLEDGE.rules)


def test_a_danger_that_was_found_is_told_and_one_that_was_not_is_not_ruled_out_by_silence():
    def told(answers, line):
        found = CONSULTANT.consult(answers)
        return " ".join(f"{one.title} {' '.join(line.plain for line in one.lines)}" for one in
                        answer(found, CONSULTANT, read_question(KNOWLEDGE, line)))  # fmt: skip

    calf = {"pain.location": ("calf",), "signs.calf_swelling": "yes", "runner.clot_risk": "yes"}
    assert "can be a blood clot" in told(calf, "is it a blood clot?")
    assert "Not ruled out, as nobody asked: one swollen calf" in told({"pain.location": ("calf",)}, "is it a dvt")
    assert "Not ruled out, as nobody asked" in told({"pain.location": ("top_of_foot",)}, "is it broken?")
    nerve = {"pain.location": ("ball_of_foot",), "pain.quality": ("shooting",)}
    assert "This looks more like a squeezed nerve" in told(nerve, "why not a nerve?")
    assert "Not before somebody has looked at it." in told(calf, "can I run?")
    assert "No cause stands out" in told({}, "can I run?")


@pytest.mark.parametrize("width", [24, 40])
def test_answers_fit_a_narrow_window(width):
    for case in CASES[::3]:
        found, out = CONSULTANT.consult(case.answers), io.StringIO()
        for line in ("can I run?", "is it a stress fracture", "should I see a doctor", "how do I stretch"):
            parts = answer(found, CONSULTANT, read_question(KNOWLEDGE, line))
            write_parts(Page(Console(file=out, width=width)), parts, KNOWLEDGE)
        assert all(cell_len(line) <= width for line in out.getvalue().splitlines())
