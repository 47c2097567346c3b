"""Explanations, the result page and the rule book: what must be in them, whatever they look like."""

from __future__ import annotations

import io
import itertools
import math
import re
from collections import Counter
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from rich.cells import cell_len
from rich.console import Console
from shared import ARTICLE_CONSULTANT, CONSULTANT, READER, for_each, library_cases, part_of

from expert.cases.case import Case
from expert.certainty import NO_PROBABILITY, SAID_ALREADY, counted, strength_word
from expert.conditions import Atom, Compares, Interpretation, Is, NoneOf, OneOf, atom_of
from expert.consultation import Consultation
from expert.examining.first_reading import answers, by_reason, dangers, left_out, patterns, told_of
from expert.examining.open_flags import by_due
from expert.explaining.explanation import write_explanation
from expert.explaining.result_page import write_result_page
from expert.explaining.rule_text import write_rule, write_rules
from expert.fields import Answer, Quantity
from expert.outlook import rule_standing
from expert.rules import Finds, Supports
from expert.urgency import Deadline
from expert.wording import english
from expert.wording.first_page import CAUSES as PROBABLY
from expert.wording.first_page import DOING, HOW_SOON, OPEN, WHY, first_page
from expert.wording.phrases import tried_before
from kb.book import KNOWLEDGE
from kb.fields import Pain

CASES = {case.id: case for case in library_cases("article") if isinstance(case, Case)}
CAUSES = [cause.id for cause in KNOWLEDGE.causes]
FANCY = "├└│█░─→•"


def console(width: int = 80, terminal: bool = False, encoding: str = "utf-8") -> Console:
    """A console on a buffer."""
    file = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="strict")
    return Console(file=file, width=width, force_terminal=terminal, color_system="standard" if terminal else None)


def written(of: Console) -> str:
    """What was written to a console."""
    of.file.flush()
    return of.file.buffer.getvalue().decode(of.encoding)  # type: ignore[attr-defined, no-any-return]


def case_of(**groups: dict[str, Any]) -> Case:
    """A case from plain data."""
    return READER.read_mapping(groups, source="here#1", default_id="here")


def explained(case: Case, width: int = 80, terminal: bool = False, **more: Any) -> str:
    """A case's explanation."""
    out = console(width, terminal)
    write_explanation(out, CONSULTANT.consult(case.answers), case, **more)
    return written(out)


def page_of(consultation: Consultation, width: int = 80) -> str:
    """A result page."""
    out = console(width)
    write_result_page(out, consultation, CONSULTANT)
    return written(out)


def flat(shown: str) -> str:
    """Text without its line breaks, indents and bullets, so that a folded sentence can be found."""
    return " ".join(re.sub(r"^[\s│├└─•-]+", "", line) for line in shown.splitlines())


def section(shown: str, title: str) -> str:
    """The part of an explanation under a heading, up to the next one."""
    lines = shown.splitlines()
    start = lines.index(title) + 2
    marks = range(start, len(lines))
    end = next((i - 1 for i in marks if lines[i] and not lines[i].strip("-")), len(lines))
    return flat("\n".join(lines[start:end]))


ARCH = case_of(
    pain={"location": ["arch"], "quality": ["stabbing"], "worst": ["morning"], "with_activity": "worsens"},
    training={"weekly_before": "20 mi", "weekly_now": "30 mi", "mileage_change": None},
)


# -- English ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (Pain(location="heel"), "the pain is in the heel"),
        (Pain(back_after_rest="no"), "the pain does not come back within about an hour off your feet"),
    ],
)
def test_a_literal_condition_reads_as_the_fields_clause(pattern: Any, expected: str) -> None:
    assert english.condition(KNOWLEDGE, atom_of(pattern)) == expected


def test_alternatives_and_exclusions_read_as_lists() -> None:
    def read(test: Any, key: str = "pain.location") -> str:
        return english.condition(KNOWLEDGE, Atom("field", key, test))

    assert read(OneOf(("heel", "sole", "toes"))) == "the pain is in the heel, the sole or the toes"
    assert read(NoneOf(("heel", "sole"))) == "the pain is in neither the heel nor the sole"
    assert read(NoneOf(("heel",))) == "it is not so that the pain is in the heel"
    assert read(NoneOf(())) == "the pain is in none of the answers offered"
    tried = read(OneOf(("better_then_back", "same", "worse")), "tried.rest")
    assert tried == "resting changed nothing, made it worse, or helped, but the pain came back"


def test_a_comparison_shows_limit_unit_once_and_says_that_it_is_a_reading() -> None:
    age = english.condition(KNOWLEDGE, KNOWLEDGE.rule("achilles_tendonitis.age").atoms[0])
    assert age == 'you are at least 40 years old (our reading of "older runner")'
    years = Interpretation("a while", Fraction(2), "2 years", "because")
    read = english.condition(KNOWLEDGE, Atom("field", "training.years", Compares("at_least", years)))
    assert read.startswith("you have been running for at least 2 years (")


def test_findings_and_conclusions_read_as_clauses() -> None:
    assert english.condition(KNOWLEDGE, Atom("finding", "overuse", Is("overuse"))) == '"overuse" was found'
    atom = Atom("conclusion", "bunions", Is("likely"))
    assert english.condition(KNOWLEDGE, atom) == '"Bunion" is at least likely'


@for_each("rule", KNOWLEDGE.rules, lambda rule: rule.name)
def test_every_rule_has_english_for_all_of_it(rule: Any) -> None:
    lines = [*english.conditions(KNOWLEDGE, rule), rule.then(KNOWLEDGE)]
    lines += english.warrant_lines(KNOWLEDGE, rule)
    assert len(english.conditions(KNOWLEDGE, rule)) == len(rule.atoms)
    for line in lines:
        assert line.strip() == line != ""
        assert "{" not in line and "(s)" not in line and "  " not in line


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [("20 mi", "30 mi", "50 percent more"), ("30 mi", "20 mi", "about 33.3 percent less"),
     ("8 km", "8 km", "no change"),
     ("300 mi", "300.01 mi", "less than 0.01 percent more")],
)  # fmt: skip
def test_worked_out_numbers_read_well_whatever_their_sign(before: str, now: str, expected: str) -> None:
    case = case_of(training={"weekly_before": before, "weekly_now": now})
    clause = english.known_clause(KNOWLEDGE, case.answers, "training.mileage_rise")
    assert clause is not None
    assert "-" not in clause.replace("mileage", "")
    assert clause.endswith(f"({expected})")
    assert f"you ran {before} in a usual week" in clause


def test_one_week_and_two_weeks() -> None:
    weeks = KNOWLEDGE.vocabulary.fields["pain.weeks"]
    assert english.answer_clause(weeks, Quantity(Fraction(1), "1")) == "the pain has lasted 1 week"
    assert english.answer_clause(weeks, Quantity(Fraction(1, 10), "0.1")) == "the pain has lasted 1 day"
    assert english.answer_clause(weeks, Quantity(Fraction(1, 2), "0.5")) == "the pain has lasted 4 days"
    assert english.answer_clause(weeks, Quantity(Fraction(7, 2), "3.5")) == "the pain has lasted 3.5 weeks"
    assert english.answer_clause(weeks, Quantity(Fraction("4.3"), "4.3")) == "the pain has lasted about a month"
    assert english.answer_clause(weeks, Quantity(Fraction("8.7"), "8.7")) == "the pain has lasted about 2 months"
    assert english.answer_clause(weeks, Quantity(Fraction("36.1"), "36.1")) == "the pain has lasted about 36 weeks"


def test_strength_words_rise_with_certainty() -> None:
    found = [strength_word(step / 100) for step in range(1, 100)]
    assert list(dict.fromkeys(found)) == ["slight", "weak", "moderate", "strong", "very strong"]


# -- the explanation -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_every_rule_claim_and_answer_behind_a_conclusion_is_there(case: Case) -> None:
    shown = flat(explained(case, width=200))
    result = CONSULTANT.consult(case.answers)
    for found in result.conclusions:
        assert f"{found.cause.title}" in shown
        assert f"{found.level}, certainty factor {found.certainty:.4g}" in shown
        for evidence in (*found.because, *found.against):
            _assert_evidence(shown, evidence)
    for recommendation in result.recommendations:
        assert recommendation.remark.text in shown
        for firing in recommendation.firings:
            assert firing.rule.name in shown
            assert english.sentence(firing.rule.because) in shown
    for alert in result.alerts:
        assert alert.remark.text in shown and alert.urgency in shown
    assert KNOWLEDGE.notice in shown


def _assert_evidence(shown: str, evidence: Any) -> None:
    rule = evidence.firing.rule
    assert english.sentence(rule.because) in shown and f"({rule.name})" in shown
    for line in (*english.warrant_lines(KNOWLEDGE, rule), *map(english.sentence, english.interpretation_lines(rule))):
        assert line in shown
    for below in evidence.because:
        _assert_evidence(shown, below)


def test_evidence_shows_the_answers_in_the_cases_own_words_and_units() -> None:
    shown = flat(explained(ARCH))
    assert "You said: the pain is in the arch (inner hollow of the sole); the pain is worst during the first" in shown
    assert "you ran 20 mi in a usual week before the pain and you ran 30 mi" in shown
    assert "50 percent more" in shown


def test_what_speaks_against_stands_apart() -> None:
    shown = explained(ARCH)
    assert shown.index("Against it:") < shown.index("plantar_fasciitis.worsens_with_activity")


def test_urgency_comes_before_the_conclusions() -> None:
    shown = explained(CASES["achilles-popped"])
    assert shown.index("Have it seen today") < shown.index("What it probably is")
    assert flat(shown).index("pop at the tendon") < flat(shown).index("What it probably is")


def test_one_cause_alone_and_in_depth() -> None:
    shown = explained(ARCH, cause="mileage_increase")
    assert "mileage_increase.above_ten_percent" in shown
    assert "plantar_fasciitis" not in shown
    assert "Not known, and could still matter:" in shown
    assert "(training.harder_than_usual)" in shown and "(training.more_than_usual)" not in shown


def test_a_cause_that_was_not_concluded_is_explained_too() -> None:
    shown = flat(explained(CASES["spike-without-a-spot"], cause="stress_fracture"))
    assert "not concluded" in shown and "nothing of what it is like" in shown
    assert "stress_fracture.mileage_spike" in shown


def test_without_red_flags_the_text_says_so_loudly() -> None:
    article = ARTICLE_CONSULTANT
    for case in (ARCH, CASES["achilles-popped"], CASES["nothing-known"]):
        result = article.consult(case.answers)
        out = console()
        write_explanation(out, result, case)
        for shown in (flat(written(out)), flat(page_of(result))):
            assert "Red flags (signs of something dangerous) were NOT looked for" in shown
            assert "nothing in these answers" not in shown
    whole = CONSULTANT.consult(ARCH.answers)
    assert ("NOT looked for" in page_of(whole)) == (not KNOWLEDGE.assesses_alerts)


# -- why not ---------------------------------------------------------------------------------------------------------


def test_failing_and_unknown_conditions_are_named_with_their_answers() -> None:
    case = case_of(pain={"location": ["heel"], "worst": ["end_of_day"]})
    shown = section(explained(case, width=200, why_not=["plantar_fasciitis"]), "Why not Plantar fasciitis?")
    morning = shown[shown.index("plantar_fasciitis.heel_in_the_morning") :]
    assert "holds: the pain is in the heel" in morning
    assert "FAILS: the pain is worst during the first steps in the morning" in morning
    assert "You said: the pain is worst during the last hours of the day" in morning
    eases = shown[shown.index("plantar_fasciitis.eases_with_activity") :]
    assert "not known: as you move more the pain eases" in eases
    assert "Not answered: pain.with_activity" in eases


def test_the_nearest_rule_comes_first() -> None:
    case = case_of(pain={"location": ["heel"], "worst": ["end_of_day"]})
    shown = section(explained(case, why_not=["plantar_fasciitis"]), "Why not Plantar fasciitis?")
    names = re.findall(r"\((plantar_fasciitis\.\w+)\)", shown[shown.index("did not fire") :])
    found = [rule_standing(KNOWLEDGE, case.answers, KNOWLEDGE.rule(name)) for name in names]
    standings = [[standing for _, standing in atoms] for atoms in found]
    assert [one.count("fails") for one in standings] == sorted(one.count("fails") for one in standings)
    assert standings[0] == ["holds", "unknown"] and standings[-1].count("fails") > 1


def test_what_a_specific_cause_lacks_comes_before_its_risks() -> None:
    shown = section(explained(ARCH, why_not=["achilles_tendonitis"]), "Why not Achilles tendonitis?")
    assert shown.index("achilles_tendonitis.tendon_pain") < shown.index("achilles_tendonitis.age")
    assert "FAILS: the pain is in the Achilles tendon" in shown


@pytest.mark.parametrize("cause", CAUSES)
def test_why_not_agrees_with_the_engine(cause: str) -> None:
    for case in part_of(CASES.values(), 18, CAUSES.index(cause)):
        fired = {firing.rule.name for firing in CONSULTANT.consult(case.answers).trace}
        shown = section(explained(case, 200, why_not=[cause]), f"Why not {KNOWLEDGE.cause(cause).short}?")
        missed = shown[shown.find("did not fire") :] if "did not fire" in shown else ""
        for name in set(re.findall(r"\((\w+\.\w+)\)", missed)) & set(KNOWLEDGE.position):
            rule = KNOWLEDGE.rule(name)
            holds = all(standing == "holds" for _, standing in rule_standing(KNOWLEDGE, case.answers, rule))
            assert isinstance(rule, (Supports, Finds))
            assert not holds and name not in fired


# -- what if ---------------------------------------------------------------------------------------------------------


def test_what_if_shows_before_after_and_the_rules_between() -> None:
    changes = {"pain.worst": None, "foot.roll": "exaggerated"}
    shown = section(explained(ARCH, what_if=changes, consultant=CONSULTANT), "What if")
    assert "pain.worst: not known (before: the pain is worst during the first steps in the morning)" in shown
    assert "foot.roll: as you run your feet roll too far over the edge of the big toe" in shown
    assert "(before: not known)" in shown
    gone, come = shown.split("Rules that fire only with the change:")
    assert "plantar_fasciitis.arch_in_the_morning" in gone.split("Rules that fired only before:")[1]
    assert "overpronation.rolls_in" in come and "overpronation.rolls_in" not in gone
    changed = {key: answer for key, answer in ARCH.answers.items() if key != "pain.worst"}
    after = CONSULTANT.consult({**changed, "foot.roll": "exaggerated"})
    assert f"{after.conclusions[0].level} ({after.conclusions[0].certainty:.4g})" in gone


def test_what_if_shows_a_change_of_urgency() -> None:
    case = CASES["achilles-popped"]
    changes = {"signs.pop": "no", "signs.cannot_rise_on_toes": "no"}
    shown = section(explained(case, what_if=changes, consultant=CONSULTANT), "What if")
    assert "Urgency: emergency, today -> " in shown


# -- the result page -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())
def test_the_page_is_for_runners(case: Case) -> None:
    result = CONSULTANT.consult(case.answers)
    shown = flat(page_of(result))
    assert not re.search(r"\d\.\d{3}", shown)
    for claim in KNOWLEDGE.claims:
        assert not re.search(rf"\b{claim}\b", shown)
    for found in result.conclusions:
        assert found.cause.title in shown and found.level in shown
    grave = KNOWLEDGE.urgencies[result.urgency].grave
    parts = first_page(result, CONSULTANT)
    folded = " ".join(line.plain for part in parts for line in part.lines if line.folded)
    assert not folded or "what else can I do?" in shown
    for recommendation in result.recommendations:
        pieces = re.split(r"(?<=\.) ", recommendation.remark.text)
        assert all(one in shown or one in folded for one in pieces) or (
            grave and recommendation.stage == "if_no_better"
        )
    for danger in dangers(result):
        assert all(one in shown for one in re.split(r"(?<=\.) ", danger.remark.text))
    urgency = KNOWLEDGE.urgencies[result.urgency]
    assert any(net in shown for net in (urgency.net, urgency.net_besides) if net)
    assert shown.rstrip().endswith(KNOWLEDGE.notice)


STORIES = part_of((case for case in library_cases("article", "clinic", "hard", "hard-2") if isinstance(case, Case)), 3)


ORDER = (HOW_SOON, PROBABLY, "running", DOING, "recovery", "return", "seek", WHY, OPEN)


@pytest.mark.parametrize("case", STORIES, ids=[case.id for case in STORIES])
def test_the_page_says_first_how_soon_then_what_then_whether_to_run_then_what_to_do(case: Case) -> None:
    result = CONSULTANT.consult(case.answers)
    parts = first_page(result, CONSULTANT)
    names = [part.name for part in parts]
    assert names == [name for name in ORDER if name in names] and {HOW_SOON, PROBABLY, OPEN} <= set(names)
    lines = page_of(result, width=400).splitlines()
    headings = [above for above, line in itertools.pairwise(lines) if line and not line.strip("-")]
    assert headings == [part.title for part in parts]
    assert headings[0] == result.due.headline
    others = {due.headline for due in (*KNOWLEDGE.urgencies, *(KNOWLEDGE.deadlines or ()))} - {headings[0]}
    assert not others.intersection(lines)
    assert not re.search(r"\d ?%", "\n".join(lines))


@pytest.mark.parametrize("case", STORIES, ids=[case.id for case in STORIES])
def test_the_page_says_what_the_result_says_in_each_part_and_nothing_twice(case: Case) -> None:
    result = CONSULTANT.consult(case.answers)
    parts = {part.name: part for part in first_page(result, CONSULTANT)}
    grave = KNOWLEDGE.urgencies[result.urgency].grave
    for about, told in answers(result).items():
        assert {one.remark.text for one in told} <= {line.text for line in parts[about].lines}
    assert grave <= ("running" in parts)
    assert bool(result.conclusions) <= (WHY in parts)
    known = {pattern.remark.text for pattern in patterns(result)}
    assert DOING in parts or all(one.stage != "now" or one.remark.text in known for one in result.recommendations)
    for part in parts.values():
        assert part.title and all(line.plain.strip() for line in part.lines)
    said = [piece for part in parts.values() for line in part.lines if not line.hint
            for piece in re.split(r"(?<=[.!?]) ", f"{line.lead} {line.text}") if len(piece) > 30]  # fmt: skip
    assert [piece for piece, times in Counter(said).items() if times > 1] == []


@pytest.mark.parametrize("case", STORIES, ids=[case.id for case in STORIES])
def test_nothing_says_run_where_something_says_do_not(case: Case) -> None:
    parts = {part.name: part for part in first_page(CONSULTANT.consult(case.answers), CONSULTANT)}
    first = parts["running"].lines[0].text if "running" in parts else ""
    todo = " ".join(line.text for line in parts[DOING].lines if line.lead != "Not now:") if DOING in parts else ""
    if first.startswith("No"):
        assert not re.search(r"\b(?:[Rr]un less|when you do run|keep running)\b", todo)
    if re.search(r"\b(?:[Ss]top running|[Dd]o not run)\b", todo):
        assert not first.startswith("Yes")


def test_urgent_things_come_first() -> None:
    result = CONSULTANT.consult(CASES["achilles-popped"].answers)
    shown = flat(page_of(result))
    assert shown.startswith("Have it seen today: an emergency department")
    assert shown.index(result.alerts[0].remark.text) < shown.index("What it probably is")
    assert "EMERGENCY" not in shown and "book an appointment" not in shown.lower()


def test_open_flags_are_told_by_how_soon_and_each_once() -> None:
    for case in STORIES[::9]:
        result = CONSULTANT.consult(case.answers)
        groups = by_due(result, CONSULTANT)
        told = [flag for flags in groups.values() for flag in flags]
        assert sorted(flag.id for flag in told) == sorted(flag.id for flag in result.not_ruled_out)
        dues = [list(KNOWLEDGE.deadlines or ()).index(due) for due in groups if isinstance(due, Deadline)]
        assert dues == sorted(dues, reverse=True)
        assert all(not result.within or KNOWLEDGE.deadlines.rank(result.within) < due for due in dues)  # type: ignore[union-attr]
        shown = flat(page_of(result, width=400))
        assert all(flag.text.lower() in shown.lower() for flag in told)


def test_json_says_which_evidence_counts() -> None:
    for case in STORIES[::9]:
        result = CONSULTANT.consult(case.answers)
        for plain, found in zip(result.result()["conclusions"], result.conclusions, strict=True):
            pieces = [KNOWLEDGE.piece(one.firing.rule) for one in (*found.because, *found.against)]
            count = {place for sign in (1, -1) for place in counted(pieces, sign)}
            said = [one["counted"] for side in ("because", "against") for one in plain[side]]
            assert said == [place in count for place in range(len(pieces))]


def test_a_danger_is_told_once_and_another_one_as_well() -> None:
    numb = case_of(runner={"diabetes": "yes"}, signs={"hot_red_skin": "yes", "numbness": "yes"})
    told = dangers(CONSULTANT.consult(numb.answers))
    assert len(told) == len({danger.remark.text for danger in told}) > 1
    shown = flat(page_of(CONSULTANT.consult(numb.answers)))
    assert all(shown.count(danger.remark.text) == 1 for danger in told)


@pytest.mark.parametrize("case", STORIES, ids=[case.id for case in STORIES])
def test_no_danger_is_lost_but_to_one_that_is_as_soon_and_says_more(case: Case) -> None:
    result = CONSULTANT.consult(case.answers)
    told = dangers(result)
    assert bool(told) == bool(result.alerts)
    texts = {danger.remark.text for danger in told}
    for alert in result.alerts:
        behind = {key for key in alert.evidence.firing.facts if key != KNOWLEDGE.place}
        grave = KNOWLEDGE.urgencies[alert.urgency].grave
        gravity = KNOWLEDGE.gravity(alert.urgency, alert.within)
        wider = [KNOWLEDGE.gravity(one.urgency, one.within) for one in told if one.rests_on >= behind]
        asks = alert.remark.text.partition(". ")[2]
        same = any(one.asks == asks for one in told)
        assert alert.remark.text in texts or any(gravity < other or (gravity == other and (same or not grave))
                                                 for other in wider)  # fmt: skip


def test_may_i_run_is_answered_for_the_first_cause_or_by_what_is_more_careful() -> None:
    for case in STORIES:
        result = CONSULTANT.consult(case.answers)
        for about, told in answers(result).items():
            assert told and all(one in result.guidance for one in told), about
            first = result.conclusions[0].cause
            own = [one for one in result.guidance if one.about == about and first in one.causes]
            assert not own or list(told) == own or about == KNOWLEDGE.seeking
        if result.alerts:
            assert all(one.remark.protects for one in answers(result).get(KNOWLEDGE.seeking, ()))


def test_what_was_left_out_is_of_the_first_cause_and_short() -> None:
    some = 0
    for case in STORIES:
        result = CONSULTANT.consult(case.answers)
        missing = left_out(result)
        some += len(missing)
        assert len(missing) <= 3 and all(one in result.withheld for same in missing for one in same)
        reasons = by_reason(result.withheld)
        assert [one for same in reasons.values() for one in same] == sorted(
            result.withheld, key=lambda one: list(reasons).index(one.text)
        )
    assert some


def test_where_nothing_fits_a_pattern_is_told_before_that() -> None:
    case = case_of(pain={"location": ["ball_of_foot"], "quality": ["shooting"]})
    result = CONSULTANT.consult(case.answers)
    shown = flat(page_of(result))
    what, _, then = patterns(result)[0].remark.text.partition(". ")
    assert not result.conclusions and "What it probably is: none of the ten causes here" in shown
    assert shown.index("none of the ten") < shown.index(what) < shown.index(then) < shown.index(KNOWLEDGE.if_elsewhere)
    assert shown.count(what) == shown.count(then) == 1 and KNOWLEDGE.unconcluded not in shown
    nothing = flat(page_of(CONSULTANT.consult({})))
    assert all(sentence in nothing for sentence in re.split(r"(?<=\.) ", KNOWLEDGE.unconcluded))


def test_how_speaks_in_words_and_explain_says_that_its_figures_are_no_probabilities() -> None:
    words = explained(ARCH, cause="plantar_fasciitis", brief=True, figures=False, what_if={"pain.worst": None},
                      why_not=["bunions"], consultant=CONSULTANT)  # fmt: skip
    assert not re.search(r"\b0\.\d|\d%", words) and "very likely" in words and "Strength: strong" in words
    assert NO_PROBABILITY in flat(explained(ARCH))


def test_evidence_that_does_not_count_says_so_and_the_sum_is_that_of_the_rest() -> None:
    shown = flat(explained(ARCH, width=200))
    found = CONSULTANT.consult(ARCH.answers).conclusions[0]
    idle = [one for one in found.because if not one.counted]
    assert idle and shown.count(SAID_ALREADY) >= len(idle)
    doubt = math.prod(1 - one.certainty for one in found.because if one.counted)
    assert f"Together: {1 - doubt:.4g} for it" in shown


# -- consoles --------------------------------------------------------------------------------------------------------


def _write_all(out: Console, case: Case) -> None:
    result = CONSULTANT.consult(case.answers)
    changes: dict[str, Answer | None] = {"pain.worst": ("morning",), "foot.arch": "flat"}
    write_explanation(out, result, case, why_not=CAUSES, what_if=changes, consultant=CONSULTANT)
    write_explanation(out, result, case, cause="ankle_sprain")
    write_result_page(out, result, CONSULTANT)


@pytest.mark.parametrize("terminal", [True, False])
@pytest.mark.parametrize("width", [24, 40, 80])
def test_nothing_is_wider_than_the_console(width: int, terminal: bool) -> None:
    for case in part_of(CASES.values(), 48, width // 8 + 3 * terminal):
        out = console(width, terminal)
        _write_all(out, replace(case, id="x" * 300, note="語" * 90))
        for line in re.sub(r"\x1b\[[0-9;]*m", "", written(out)).splitlines():
            assert cell_len(line) <= width, line


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_rule_book_is_no_wider_than_the_terminal(width: int) -> None:
    out = console(width, terminal=True)
    write_rules(out, KNOWLEDGE, part_of(KNOWLEDGE.rules, 3, width // 40))
    for rule in part_of(KNOWLEDGE.rules, 27, width // 40):
        write_rule(out, KNOWLEDGE, rule.name)
    assert all(cell_len(line) <= width for line in re.sub(r"\x1b\[[0-9;]*m", "", written(out)).splitlines())


def test_a_pipe_gets_no_colours_and_no_drawing() -> None:
    out = console()
    _write_all(out, ARCH)
    assert not set(written(out)) & {"\x1b", *FANCY}


def test_a_terminal_gets_both_unless_colour_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b[" in explained(ARCH, terminal=True) and "├" in explained(ARCH, terminal=True)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]", explained(ARCH, terminal=True))


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_narrow_encodings_get_plain_signs(encoding: str) -> None:
    out = console(terminal=True, encoding=encoding)
    _write_all(out, replace(ARCH, note="schön 語 °"))
    write_rule(out, KNOWLEDGE, "plantar_fasciitis.arch_pain")
    write_rules(out, KNOWLEDGE, part_of(KNOWLEDGE.rules, 9))
    assert ("schön" in written(out)) == (encoding != "ascii")


def test_markup_in_a_note_or_an_id_stays_text() -> None:
    shown = explained(replace(ARCH, id="[red]id[/red] :boom:", note="[bold]no[/bold] [/nope] :smile: http://x"))
    assert "[red]id[/red] :boom:" in shown
    assert "[bold]no[/bold] [/nope] :smile: http://x" in shown


def test_control_characters_are_shown_harmless() -> None:
    note = "a\x1b[2Jb\x07c\x9bd\u202ee\u2066f\x7fg\u2028h\r\x00i\ttab\nnext"
    shown = explained(replace(ARCH, id="i\x1bd", note=note))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202a-\u202e\u2066-\u2069]", shown)
    assert "a\\x1b[2Jb\\x07c\\x9bd\\u202ee\\u2066f\\x7fg" in shown
    assert "tab\n      next" in shown


def test_a_lone_surrogate_can_be_written() -> None:
    assert "\\ud800" in explained(replace(ARCH, note="half \ud800 a character"))


# -- the rule book ---------------------------------------------------------------------------------------------------


def test_a_rule_shows_if_then_strength_warrant_and_interpretations() -> None:
    out = console()
    write_rule(out, KNOWLEDGE, "achilles_tendonitis.age")
    shown = flat(written(out))
    assert 'you are at least 40 years old (our reading of "older runner") (runner.age)' in shown
    assert "This speaks for Achilles tendonitis" in shown and "moderate (0.35)" in shown
    assert "AT4 (achilles tendonitis)" in shown and "AT5 (achilles tendonitis)" in shown
    assert "Masters running starts at 35 to 40" in shown


def test_a_rule_that_waits_for_a_finding_shows_what_finds_it() -> None:
    out = console()
    write_rule(out, KNOWLEDGE, "stress_fracture.mileage_spike")
    shown = flat(written(out))
    assert '"mileage spike" was found' in shown
    assert "load.week_jumped" in shown and "load.told_a_jump" in shown


def test_a_piped_list_is_one_line_a_rule() -> None:
    out = console(width=40)
    write_rules(out, KNOWLEDGE, KNOWLEDGE.rules)
    lines = written(out).splitlines()
    assert [line.split(" | ")[0] for line in lines] == [rule.name for rule in KNOWLEDGE.rules]
    assert all(line.count(" | ") == 3 for line in lines)


@pytest.mark.parametrize("width", [40, 140])
def test_a_list_on_a_terminal_names_every_rule(width: int) -> None:
    out = console(width, terminal=True)
    write_rules(out, KNOWLEDGE, KNOWLEDGE.rules[:12])
    shown = re.sub(r"\x1b\[[0-9;]*m", "", written(out))
    assert all(rule.name in shown for rule in KNOWLEDGE.rules[:12])


TOLD = [case for case in part_of(library_cases("clinic", "hard"), 9) if isinstance(case, Case)]


def test_no_answer_is_said_to_be_of_no_use_beside_the_advice_that_repeats_it():
    repeated = 0
    for case in TOLD:
        found = CONSULTANT.consult(case.answers)
        told = "".join(tried_before(found, one.remark) for one in (*found.recommendations, *found.guidance))
        fields = KNOWLEDGE.vocabulary.asked
        repeated += bool(told)
        assert [key for key in found.unused() if fields[key].describe(found.answers[key]) in told] == [], case.id
    assert repeated


def test_the_explanation_tells_what_is_outside_of_the_causes_beside_one_too():
    both = [case for case in TOLD if CONSULTANT.consult(case.answers).conclusions]
    outside = {case.id: patterns(CONSULTANT.consult(case.answers)) for case in both}
    assert any(outside.values())
    for case in (one for one in both if outside[one.id]):
        shown = flat(explained(case)).lower()
        assert [one for one in outside[case.id] if f"something else: {flat(told_of(one)).lower()}" not in shown] == []
