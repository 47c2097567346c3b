"""Checks that miss nothing: faults are seeded into three knowledge bases, and each must be found and named."""

from __future__ import annotations

import ast
import contextlib
import json
import pickle
from dataclasses import asdict, replace
from fractions import Fraction

import pytest
from houseplants import PLANTS, THIRST
from kettle.book import KETTLE

from expert.certainty import Hedge
from expert.checks import check, settled
from expert.conditions import Concluded, Found, Interpretation, above, at_least, at_most, none_of, one_of
from expert.contradictions import Contradiction
from expert.errors import KnowledgeError
from expert.examining.verify import KINDS as THOROUGH
from expert.faults import faults
from expert.fields import Choice, Computed, Distance, Either, Group, Many, Number, Vocabulary, YesNo
from expert.knowledge import Gate, RedFlag, Topic
from expert.lints import misdated, unnamed, untested
from expert.loading import KnowledgeName
from expert.problems import FAULT, REMARK, FaultyKnowledge, Problem
from expert.redundancy import redundant
from expert.rules import (
    Advises,
    Alerts,
    Cause,
    Finds,
    Knowledge,
    Measure,
    Opposes,
    Remark,
    Source,
    Supports,
    Withholds,
)
from expert.urgency import LADDER, Deadline, Ladder
from kb.book import KNOWLEDGE

BASES = {"kettle": KETTLE, "plants": PLANTS, "feet": KNOWLEDGE}
NAMES = {"kettle": "kettle.book:KETTLE", "plants": "houseplants:PLANTS", "feet": "kb.book:KNOWLEDGE"}


@pytest.fixture(params=BASES)
def base(request):
    return BASES[request.param]


def chapter(**rules):
    """These rules in a Knowledge class; their names begin with ``seeded.``"""
    return type("Seeded", (Knowledge,), rules).rules


def found_in(base, **changes):
    """The faults of a base with these changes, which must not load."""
    with pytest.raises(FaultyKnowledge) as caught:
        replace(base, **changes)
    assert all(str(problem) in str(caught.value) for problem in caught.value.problems)
    return caught.value.problems


def with_rules(base, **rules):
    return {"rules": (*base.rules, *chapter(**rules))}


def pattern(base, key, value):
    group, name = key.split(".")
    return base.vocabulary.groups[group](**{name: value})


def first(base, kind):
    """The first field of exactly this kind, by its key."""
    return next(key for key, held in base.vocabulary.fields.items() if type(held) is kind)


def yes(base):
    return pattern(base, first(base, YesNo), "yes")


def made(base, kind, *conditions, **changes):
    """A sound rule of a kind for a base; some of it changed."""
    say = Remark("seeded_remark", "Seeded.")
    cause, hedge = base.causes[0], next(iter(base.hedges))
    parts = {
        Finds: {"finding": "seeded finding"},
        Supports: {"cause": cause, "hedge": hedge},
        Opposes: {"cause": cause, "hedge": hedge},
        Advises: {"advice": say, "cause": cause},
        Withholds: {"advice": say},
        Alerts: {"alert": say, "urgency": "urgent"},
    }[kind]
    common = {"claims": next(iter(base.claims)), "because": "it was seeded"}
    return kind(*(conditions or (yes(base),)), **{**common, **parts, **changes})


# -- faults of the base's tables -------------------------------------------------------------------------------------


def flag_at(base, place):
    return {"red_flags": [RedFlag(first(base, YesNo), ("yes",), (place,), "a flag")]}


def implied(base, *implication):
    return {"implications": [implication]}


def contradicted(*keys, clash=lambda one, other: None):
    return {"contradictions": [Contradiction(keys[0], keys[1:], clash)]}


def without_support(base, keeps=lambda rule: False):
    """A base whose first specific cause has lost the rules for it, but for those to be kept."""
    cause = next(cause for cause in base.causes if cause.kind == "specific")
    lost = [rule for rule in base.evidence[cause.id] if type(rule) is Supports and not keeps(rule)]
    return {"rules": [rule for rule in base.rules if rule not in lost]}


def twice(base):
    flag = base.red_flags[0]
    return {"red_flags": [flag, flag]}


YN, MITES = YesNo, Cause("mites", "general", "Mites", "Small.")
FAULTS = {
    "a red flag's place misspelt": (
        lambda b: flag_at(b, next(iter(b.vocabulary.fields[b.place].values)) + "x"), "red flag", "did you mean"),
    "a red flag without values": (
        lambda b: {"red_flags": [RedFlag(first(b, YN), (), (), "a flag")]}, "red flag", "nothing raises it"),
    "a red flag listed twice": (twice, "red flag", "listed 2 times"),
    "a place that is no field": (lambda b: {"place": b.place + "s"}, "place", "no such field, did you mean"),
    "a place that takes one value": (lambda b: {"place": first(b, YN)}, "place", "many values"),
    "a place that is a number": (lambda b: {"place": first(b, Number)}, "place", "many values"),
    "an implication's field": (lambda b: implied(b, first(b, YN) + "x", "yes", first(b, YN), "yes"), "implication",
                               "no such field, did you mean"),
    "an implication's value": (lambda b: implied(b, first(b, YN), "yess", first(b, YN), "yes"), "implication",
                               "'yess', did you mean yes?"),
    "an implied field": (lambda b: implied(b, first(b, YN), "yes", first(b, YN) + "x", "yes"), "implication",
                         "no such field, did you mean"),
    "an implied value": (lambda b: implied(b, first(b, YN), "yes", first(b, YN), "noo"), "implication",
                         "'noo', did you mean no?"),
    "a tick-list's group": (lambda b: {"tick_lists": [[next(iter(b.vocabulary.groups)) + "s"]]}, "tick-list",
                            "no such group, did you mean"),
    "a gate's field": (lambda b: {"gates": [Gate("it", (first(b, YN) + "x",))]}, "gate", "no such field, did you mean"),
    "a field behind two gates": (lambda b: {"gates": [Gate(text, (first(b, YN),)) for text in ("it", "that")]},
                                 "gate", "stands behind 2 gates"),
    "a topic's field": (lambda b: {"topics": [Topic("it", (first(b, YN) + "x",))]}, "topic", "did you mean"),
    "a field in two topics": (lambda b: {"topics": [Topic(text, (first(b, YN),)) for text in ("it", "that")]},
                              "topic", "stands in 2 topics"),
    "a topic that is a question": (lambda b: {"topics": [Topic("how?", (first(b, YN),))]}, "topic", "ends in a mark"),
    "a number behind a gate": (lambda b: {"gates": [Gate("it", (first(b, Number),))]}, "gate", "is a number"),
    "a field that is seldom told": (lambda b: {"seldom": [first(b, YN) + "x"]}, "question", "did you mean"),
    "a contradiction's field": (lambda b: contradicted(first(b, YN) + "x", first(b, YN)), "contradiction",
                                "no such field, did you mean"),
    "what it is held against": (lambda b: contradicted(first(b, YN), first(b, YN) + "x"), "contradiction",
                                "no such field, did you mean"),
    "a contradiction of what is worked out": (lambda b: contradicted(first(b, YN), first(b, Computed)),
                                              "contradiction", "never answered"),
    "a contradiction that takes too little": (lambda b: contradicted(first(b, YN), first(b, YN), clash=lambda one: ""),
                                              "contradiction", "does not take 2"),
    "a mechanism for no claim": (lambda b: {"mechanisms": {**b.mechanisms, next(iter(b.claims)) + "0": "ranking"}},
                                 "mechanism", "did you mean"),
    "a hedge under another word": (lambda b: {"hedges": {**b.hedges, "odd": Hedge("strange", 0.5, 0.5)}}, "hedge",
                                   "'strange'"),
    "a claim under another number": (
        lambda b: {"claims": {**b.claims, next(iter(b.claims)): next(reversed(b.claims.values()))}}, "claim",
        "filed under another number"),
    "two causes of one id": (lambda b: {"causes": [*b.causes, replace(b.causes[0], title="Another")]}, "cause",
                             "listed 2 times"),
    "a cause without rules": (lambda b: {"causes": [*b.causes, MITES]}, "cause", "no rule supports it"),
    "a cause that lost its rules": (without_support, "cause", "no rule supports it"),
    "a specific cause without a presentation": (lambda b: without_support(b, lambda rule: rule.role == "risk"), "cause",
                                                "never concluded"),
    "a kind of cause": (lambda b: {"causes": [*b.causes, replace(MITES, kind="specfic")]}, "cause", "neither specific"),
    "a copy of a cause, whose evidence is not counted": (
        lambda b: {"causes": [replace(b.causes[0]), *b.causes[1:]]}, "rule", "no cause of this base"),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_the_tables_is_found(base, fault):
    seed, kind, words = FAULTS[fault]
    assert any(one.kind == kind and words in str(one) for one in found_in(base, **seed(base)))


def test_a_faulty_place_is_told_once_and_not_with_every_flag(base):
    flag = RedFlag(first(base, YesNo), ("yes",), tuple(base.vocabulary.fields[base.place].values), "a flag")
    for place in (first(base, YesNo), first(base, Number), "nowhere"):
        assert [one.kind for one in found_in(base, place=place, red_flags=[flag])] == ["place"]


# -- faults of rules -------------------------------------------------------------------------------------------------


def test_a_finding_misspelt_in_one_of_its_finders(base):
    finding, (finder, *_) = next((name, rules) for name, rules in base.finders.items() if len(rules) > 1)
    misspelt = made(base, Finds, *finder, finding=finding[:-1], because=finder.because)
    rules = [*(rule for rule in base.rules if rule is not finder), *chapter(odd=misspelt)]
    (one,) = [one for one in found_in(base, rules=rules) if one.kind == "finding"]
    assert one.about == "seeded.odd" and one.where.startswith("test_checks.py:")
    assert f"no rule waits, did you mean {finding}?" in one.text


def test_a_condition_that_a_rule_has_twice(base):
    """However it is written: the two matchers would count its firings differently."""
    key, finding = first(base, YesNo), next(iter(base.finders))
    ways = {"same": (yes(base), yes(base)), "other_words": (yes(base), pattern(base, key, one_of("yes"))),
            "found": (Found(finding), Found(finding)), "concluded": (Concluded(base.causes[0]),) * 2}  # fmt: skip
    rules = {name: made(base, Alerts, *conditions) for name, conditions in ways.items()}
    told = {one.about: one for one in found_in(base, **with_rules(base, **rules)) if "twice" in one.text}
    assert sorted(told) == sorted(f"seeded.{name}" for name in ways)
    assert key in told["seeded.same"].text and all(one.severity == FAULT for one in told.values())


@pytest.mark.parametrize("names", [("a", "a"), ("a", "b"), ("a", "b", "c")])
def test_findings_in_a_circle(base, names):
    following = zip(names, (*names[1:], names[0]), strict=True)
    rules = {f"r{n}": made(base, Finds, Found(b), finding=a) for n, (a, b) in enumerate(following)}
    (one,) = [one for one in found_in(base, **with_rules(base, **rules)) if "waits for itself" in one.text]
    assert set(one.text.partition(": ")[2].split(" <- ")) == set(names)


def test_a_finding_that_leads_into_a_circle_is_none_of_it(base):
    leads = {"a": "b", "b": "c", "c": "b"}
    rules = {f"r{name}": made(base, Finds, Found(other), finding=name) for name, other in leads.items()}
    waits = made(base, Advises, Found("a"))
    (one,) = found_in(base, **with_rules(base, waits=waits, **rules))
    assert one.about == "finding b" and one.text == "waits for itself: b <- c <- b"


def test_one_id_for_two_texts(base):
    rule = next(rule for rule in base.rules if isinstance(rule, Advises))
    other = made(base, Withholds, advice=replace(rule.remark, text="Something else."))
    (one,) = found_in(base, **with_rules(base, other=other))
    assert rule.remark.id in one.about and f"otherwise than {rule.name} ({rule.written})" in one.text
    other = made(base, Alerts, alert=replace(rule.remark, text="Something else."))
    assert [one.kind for one in found_in(base, **with_rules(base, other=other))] == ["text"]


def test_one_key_for_two_sources(base):
    source = next(rule.source[0] for rule in base.rules if rule.source)
    other = made(base, Advises, source=replace(source, text="Somebody else"))
    (one,) = found_in(base, **with_rules(base, other=other))
    assert one.about == f"source {source.key}"


def test_a_rule_knows_where_it_is_written():
    assert str(KNOWLEDGE.rule("bunions.bump").written).startswith("kb/bunions.py:")
    assert KNOWLEDGE.rule("bunions.joint_pain").written.line > KNOWLEDGE.rule("bunions.bump").written.line
    assert str(KETTLE.rule("scale.crust").written).startswith("kettle/scale.py:")
    assert str(PLANTS.rule("drowning.yellow").written).startswith("houseplants.py:")


def test_rules_of_a_helper_are_written_where_it_is_called():
    """One pattern of `kb.elsewhere` makes several rules, all on the line that calls it."""
    rules = [rule for rule in KNOWLEDGE.rules if rule.name.startswith("ball_and_toes.gout")]
    (written,) = {rule.written for rule in rules}
    assert len(rules) > 5 and line_of(written).strip().startswith("gout = pattern(")


def line_of(written):
    with open(written.file) as source:
        return source.read().splitlines()[written.line - 1]


def test_every_rule_is_written_in_the_class_that_names_it(base):
    def classes(file):
        with open(file) as source:
            return [node for node in ast.parse(source.read()).body if isinstance(node, ast.ClassDef)]

    written = {file: classes(file) for file in {rule.written.file for rule in base.rules}}
    for rule in base.rules:
        (holds,) = [one for one in written[rule.written.file] if one.lineno <= rule.written.line <= one.end_lineno]
        assert holds.name.lower() == rule.name.partition(".")[0].replace("_", ""), rule


def test_a_name_written_twice_in_one_class():
    with pytest.raises(KnowledgeError, match=r"same is written twice, first at test_checks.py:\d+"):

        class Lost(Knowledge):
            same = made(KETTLE, Supports)
            same = made(KETTLE, Opposes)  # noqa: F811, PIE794


def test_rules_in_a_list_are_not_lost():
    with pytest.raises(KnowledgeError, match="rules in a list"):

        class Lost(Knowledge):
            several = [made(KETTLE, Supports)]


# -- faults of fields ------------------------------------------------------------------------------------------------

WORDS = {"one": "one", "two": "two"}
FIELDS = {
    "a choice without values": (Choice("", "", "it is {}"), "no values"),
    "many without values": (Many("", "", "it is {}"), "no values"),
    "an empty choice": (Choice("", "", "it is {}", values={}), "no values"),
    "either of three": (Either("", "", "it is {}", values={**WORDS, "three": "three"}), "must have two"),
    "a choice without a place": (Choice("", "", "it is", values=WORDS), "needs one {}"),
    "many without a place": (Many("", "", "they are", values=WORDS), "needs one {}"),
    "a number without a place": (Number("", "", "it is old"), "needs one {}"),
    "a distance without a place": (Distance("", "", "it is far"), "needs one {}"),
    "two places": (Number("", "", "it is {} of {}"), "needs one {}"),
    "a named place": (Number("", "", "it is {age}"), "needs one {}"),
    "half a place": (Number("", "", "it is {"), "says"),
    "a place in a yes or no": (YesNo("", "", "it is {}", denies="it is not"), "without {}"),
    "worked out from nothing": (Computed("", "", "it is {}"), "no sources"),
}  # fmt: skip


def odd_group(field):
    return type("Oddity", (Group,), {"odd": field})


@pytest.mark.parametrize("fault", FIELDS)
def test_a_fault_of_a_field_is_found(base, fault):
    field, words = FIELDS[fault]
    vocabulary = Vocabulary([*base.vocabulary.groups.values(), odd_group(field)])
    (one,) = found_in(base, vocabulary=vocabulary)
    assert (one.kind, one.about) == ("field", "oddity.odd") and words in one.text


def test_a_computed_field_that_cannot_be_worked_out(base):
    word, number = first(base, YesNo), first(base, Number)
    for names, function, words in (
        ((word,), lambda one: one, f"{word}, which is no number"),
        ((number,), lambda one, other: one, "does not take 1"),
        ((number,), lambda: Fraction(1), "does not take 1"),
    ):
        field = Computed("", "", "it is {}", sources=[names], work_out=function)
        vocabulary = Vocabulary([*base.vocabulary.groups.values(), odd_group(field)])
        (one,) = found_in(base, vocabulary=vocabulary)
        assert words in one.text


def test_a_faulty_field_hides_no_other_fault(base):
    """A choice without values, tested by a rule: both are told, and nothing stumbles."""
    group = odd_group(Choice("", "", "it is {}"))
    rule = made(base, Supports, group(odd="one"))
    advice = Remark("seeded_remark", "Seeded.", remedies=("oddity.odd",))
    problems = found_in(
        base, vocabulary=Vocabulary([*base.vocabulary.groups.values(), group]),
        **with_rules(base, bad=rule, worse=made(base, Advises, advice=advice)),
    )  # fmt: skip
    assert {one.about for one in problems} == {"oddity.odd", "seeded.bad", "seeded.worse"}


# -- redundancy ------------------------------------------------------------------------------------------------------

NEW, OLDER = Interpretation("new", Fraction(3), "3", "A test."), Interpretation("older", Fraction(5), "5", "A test.")
KINDS = (Finds, Supports, Opposes, Advises, Withholds, Alerts)


def needless(base, **rules):
    """Which of these rules add nothing, once a base has them too, and rules that wait for what they find."""
    findings = {rule.finding: None for rule in rules.values() if isinstance(rule, Finds)}
    for number, name in enumerate(findings):
        rules[f"waits{number}"] = made(base, Advises, Found(name), advice=Remark(f"waits{number}", "Seeded."))
    whole = replace(base, **with_rules(base, **rules))
    return {one.about: one for one in redundant(whole) if one.about.startswith("seeded.")}


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_rule_twice(base, kind):
    twice = needless(base, one=made(base, kind), other=made(base, kind))
    assert list(twice) == ["seeded.other"]
    assert twice["seeded.other"].severity == REMARK and "seeded.one (test_checks.py:" in twice["seeded.other"].text
    assert ("count twice" in twice["seeded.other"].text) is (kind in (Supports, Opposes))


@pytest.mark.parametrize("kind", KINDS)
def test_a_narrower_rule_adds_nothing_unless_it_is_evidence(base, kind):
    """Whichever of the two is written first."""
    narrow = (yes(base), pattern(base, first(base, Number), at_least(NEW)))
    expected = [] if kind in (Supports, Opposes) else ["seeded.narrow"]
    assert list(needless(base, wide=made(base, kind), narrow=made(base, kind, *narrow))) == expected
    assert list(needless(base, narrow=made(base, kind, *narrow), wide=made(base, kind))) == expected


def test_evidence_counts_twice_whatever_its_strength(base):
    strong, weak = sorted(base.hedges.values(), key=lambda hedge: hedge.presentation)[:2]
    one, other = made(base, Supports, hedge=strong.word), made(base, Supports, hedge=weak.word, partial=True)
    (twice,) = needless(base, one=one, other=other).values()
    assert "the same answers count twice" in twice.text
    assert not needless(base, one=made(base, Supports), other=made(base, Opposes))
    assert not needless(base, one=made(base, Supports), other=made(base, Supports, cause=base.causes[1]))


def test_a_rule_with_a_warrant_of_its_own_is_needed(base):
    first_claim, other_claim, *_ = base.claims
    source = Source("seeded", "Seeded.", "2025-01-01")
    both = made(base, Advises, claims=f"{first_claim} {other_claim}")
    assert not needless(base, one=made(base, Advises, claims=other_claim), other=made(base, Advises))
    assert list(needless(base, wide=made(base, Advises), narrow=both)) == ["seeded.wide"]
    narrow = made(base, Advises, yes(base), pattern(base, first(base, Number), at_least(NEW)), source=source)
    assert not needless(base, wide=made(base, Advises), narrow=narrow)
    assert needless(base, wide=made(base, Advises, source=source), narrow=made(base, Advises))


def test_what_differs_in_its_consequence_is_needed(base):
    other = Remark("seeded_other", "Seeded.")
    for kind, changes in (
        (Finds, {"finding": "seeded other"}), (Advises, {"advice": other}), (Advises, {"cause": base.causes[1]}),
        (Advises, {"cause": None}), (Withholds, {"advice": other}), (Alerts, {"alert": other}),
        (Alerts, {"urgency": "emergency"}),
    ):  # fmt: skip
        assert not needless(base, one=made(base, kind), other=made(base, kind, **changes)), changes


def test_advice_that_is_due_later_adds_nothing_to_the_same_now(base):
    later = made(base, Advises, stage="if_no_better")
    assert list(needless(base, now=made(base, Advises), later=later)) == ["seeded.later"]
    narrow = made(base, Advises, yes(base), pattern(base, first(base, Number), at_least(NEW)))
    assert not needless(base, later=made(base, Advises, stage="if_no_better"), now=narrow)


IMPLIED = {
    "a value, and one of several": (Choice, lambda one, two: (one, one_of(one, two)), True),
    "fewer values": (Choice, lambda one, two: (one_of(one), one_of(two, one)), True),
    "other values": (Choice, lambda one, two: (two, one_of(one)), False),
    "none of more": (Many, lambda one, two: (none_of(one, two), none_of(two)), True),
    "none of others": (Many, lambda one, two: (none_of(one), none_of(two)), False),
    "a value, and none of others": (Many, lambda one, two: (one, none_of(two)), False),
    "none, and a value": (Many, lambda one, two: (none_of(one), two), False),
    "a higher bound": (Number, lambda *_: (at_least(OLDER), at_least(NEW)), True),
    "beyond a bound": (Number, lambda *_: (above(NEW), at_least(NEW)), True),
    "from a bound": (Number, lambda *_: (at_least(NEW), above(NEW)), False),
    "a lower bound downwards": (Number, lambda *_: (at_most(NEW), at_most(OLDER)), True),
    "a higher bound downwards": (Number, lambda *_: (at_most(OLDER), at_most(NEW)), False),
}  # fmt: skip


@pytest.mark.parametrize("case", IMPLIED)
def test_what_one_condition_implies(base, case):
    kind, tests, implies = IMPLIED[case]
    key = first(base, kind)
    narrow, wide = tests(*list(getattr(base.vocabulary.fields[key], "values", "ab"))[:2])
    rules = {
        "narrow": made(base, Advises, yes(base), pattern(base, key, narrow)),
        "wide": made(base, Advises, yes(base), pattern(base, key, wide)),
    }
    assert ("seeded.narrow" in needless(base, **rules)) is implies


def test_findings_are_looked_through(base):
    many = pattern(base, base.place, next(iter(base.vocabulary.fields[base.place].values)))

    def rules():
        by_answer, by_finding = made(base, Alerts, many), made(base, Alerts, Found("seeded finding"))
        return {"finder": made(base, Finds, many), "by_answer": by_answer, "by_finding": by_finding}

    assert list(needless(base, **rules())) == ["seeded.by_finding"]  # equal, so the later one
    second = made(base, Finds, yes(base))
    assert list(needless(base, second=second, **rules())) == ["seeded.by_answer"]  # the finding has other ways in


def test_conditions_that_have_nothing_to_do_with_each_other(base):
    key = first(base, Number)
    up, down = (made(base, Alerts, pattern(base, key, test(OLDER))) for test in (at_least, at_most))
    many = pattern(base, base.place, next(iter(base.vocabulary.fields[base.place].values)))
    finder, found = made(base, Finds, many), made(base, Alerts, Found("seeded finding"))
    assert not needless(base, up=up, down=down, finder=finder, found=found, answered=made(base, Alerts))


def test_a_likely_cause_is_a_possible_one(base):
    cause = base.causes[0]
    wide, narrow = Concluded(cause), Concluded(cause, "likely")
    rules = {"narrow": made(base, Advises, narrow), "wide": made(base, Advises, wide)}
    assert list(needless(base, **rules)) == ["seeded.narrow"]


# -- lints of the vocabulary -----------------------------------------------------------------------------------------


def idle_in(base, field, *conditions, **changes):
    """What is remarked on a seeded field, where these conditions are tested."""
    group = odd_group(field)
    vocabulary = Vocabulary([*base.vocabulary.groups.values(), group])
    rules = with_rules(base, tests=made(base, Advises, *(group(odd=one) for one in conditions))) if conditions else {}
    whole = replace(base, vocabulary=vocabulary, **rules, **changes)
    return [one.key for one in untested(whole) if one.about.startswith("oddity.")]


THREE = {**WORDS, "three": "three"}


def test_a_field_that_no_rule_tests(base):
    for field in (Number("", "", "{}"), Choice("", "", "{}", values=WORDS), YesNo("", "", "so", denies="not so")):
        assert idle_in(base, field) == ["untested:oddity.odd"]
    remedy = Choice("", "", "{}", values={"better": "better", "not_tried": "not tried"})
    assert idle_in(base, remedy) == ["untested:oddity.odd"]
    assert idle_in(base, remedy, "better") == []


def test_values_that_no_rule_tests(base):
    many, choice = Many("", "", "{}", values=THREE), Choice("", "", "{}", values=THREE)
    assert idle_in(base, many, "one") == ["untested:oddity.odd=two/three"]
    assert idle_in(base, many, "one", none_of("two", "three")) == []
    assert idle_in(base, choice, "one") == ["untested:oddity.odd=two/three"]
    assert idle_in(base, choice, one_of("one", "two")) == []  # the third is what holds where neither does


def test_flags_places_and_tables_count_as_tests(base):
    values = Choice("", "", "{}", values=THREE)
    flag = RedFlag("oddity.odd", ("one", "two"), (), "odd")
    assert idle_in(base, values, red_flags=[*base.red_flags, flag]) == []
    implications = [("oddity.odd", "one", first(base, YesNo), "yes"), (first(base, YesNo), "no", "oddity.odd", "two")]
    assert idle_in(base, values, implications=[*base.implications, *implications]) == []
    clash = Contradiction("oddity.odd", (first(base, YesNo),), lambda one, other: None)
    assert idle_in(base, values, contradictions=[*base.contradictions, clash]) == []
    clash = Contradiction(first(base, YesNo), ("oddity.odd",), lambda one, other: None)
    assert idle_in(base, values, contradictions=[*base.contradictions, clash]) == []


def test_places_of_flags_count_as_tests():
    where = Many("", "", "{}", values=THREE)
    group = odd_group(where)
    flags = [RedFlag("kettle.sparks", ("yes",), ("one", "two", "three"), "sparks")]
    vocabulary = Vocabulary([*KETTLE.vocabulary.groups.values(), group])
    whole = replace(KETTLE, vocabulary=vocabulary, place="oddity.odd", red_flags=flags)
    assert not [one for one in untested(whole) if one.about.startswith("oddity.")]


def test_what_a_tested_number_is_worked_out_from_counts(base):
    source = type("Raw", (Group,), {"number": Number("", "", "{}")})
    sums = type("Sums", (Group,), {"double": Computed("", "", "{}", sources=[("raw.number",)],
                                                      work_out=lambda one: 2 * one)})  # fmt: skip
    vocabulary = Vocabulary([*base.vocabulary.groups.values(), source, sums])
    idle = [one.key for one in untested(replace(base, vocabulary=vocabulary))]
    assert "untested:raw.number" in idle and "untested:sums.double" in idle
    rule = made(base, Advises, sums(double=at_least(NEW)))
    idle = [one.key for one in untested(replace(base, vocabulary=vocabulary, **with_rules(base, tests=rule)))]
    assert "untested:raw.number" not in idle and "untested:sums.double" not in idle


def test_a_no_without_words(base):
    assert idle_in(base, YesNo("", "", "so"), "yes") == ["unsaid:oddity.odd"]


# -- what is accepted ------------------------------------------------------------------------------------------------


@pytest.fixture(params=NAMES)
def put(request, monkeypatch):
    """Puts another base, or anything else, into the module of a base; gives what the check finds open then."""
    module, _, attribute = NAMES[request.param].partition(":")

    def put(name=attribute, change=lambda base: base):
        held = change(BASES[request.param])
        monkeypatch.setattr(f"{module}.{name}", held, raising=False)
        return check(KnowledgeName(NAMES[request.param])).open

    return put


def test_a_rule_that_the_base_forgets(put):
    """One of a chapter, and one that the base can do without, so that nothing else is found."""
    left_out = []

    def without(base):
        for rule in base.rules:
            with contextlib.suppress(KnowledgeError):
                less = replace(base, rules=[other for other in base.rules if other is not rule])
                if isinstance(rule, Supports) and not {one.key for one in untested(less)} - set(base.accepted):
                    left_out.append(rule)
                    return less
        raise AssertionError

    found = [one for one in put(change=without) if one.severity == FAULT]
    (one,), (rule,) = found, left_out
    assert one.kind == "forgotten" and one.where == str(rule.written) and one.text.startswith("1 of its ")


def test_what_is_written_and_not_used(put):
    for held, key in (
        (Source("seeded", "Seeded.", "2025-01-01"), "unused:source seeded"),
        (Remark("seeded", "Seeded."), "unused:advice seeded"),
        (Interpretation("seeded", Fraction(1), "1", "Seeded."), "unused:number seeded"),
    ):
        assert [one.key for one in put("SEEDED", lambda base, held=held: held)] == [key]


@pytest.mark.parametrize("name", NAMES)
def test_the_bases_have_nothing_open(name):
    checked = check(KnowledgeName(NAMES[name]))
    assert checked.open == () and not checked.faulty
    assert list(checked.told())[-1] == "ok"
    accepted = {key for key in BASES[name].accepted if key.partition(":")[0] not in THOROUGH}  # those: test_verify.py
    assert {one.key for one in checked.accepted} == accepted


#: Deadlines and a measure for the houseplants, each with its word.
WORDED = replace(
    PLANTS,
    urgencies=Ladder(tuple(replace(one, within=("soon", "tonight") if one.settles else ()) for one in LADDER)),
    deadlines=Ladder((
        Deadline("soon", "soon", "Soon", words=("tomorrow",)),
        Deadline("tonight", "tonight", "Tonight", words=("now",)),
    )),
    measures={"watering": Measure("watering", "watering", ("water",))},
)  # fmt: skip


def test_an_alert_that_says_another_deadline_than_its_own():
    (alert,) = WORDED.of(Alerts)
    assert "tomorrow" in alert.remark.text and list(misdated(WORDED)) == []
    sooner = Alerts(*alert, alert=alert.remark, urgency="urgent", within="tonight", source=alert.source, because="so")
    sooner.name = alert.name
    rules = tuple(sooner if rule is alert else rule for rule in WORDED.rules)
    (problem,) = misdated(replace(WORDED, rules=rules))
    assert problem.severity == FAULT and problem.about == alert.name
    assert problem.text == 'rot says "tomorrow", which means soon, and is due tonight'


def test_advice_that_speaks_of_a_measure_and_does_not_name_it():
    (problem,) = unnamed(WORDED)
    assert problem.key == "unnamed:water" and 'watering ("water")' in problem.text and problem.severity == REMARK
    named = Remark("water", "Water it.", measures=("watering",))
    rules = [rule for rule in WORDED.rules if rule.remark is None or rule.remark.id != "water"]
    own = chapter(water=Advises(Concluded(THIRST), advice=named, cause=THIRST, claims="T4", because="it needs water"))
    assert list(unnamed(replace(WORDED, rules=(*rules, *own)))) == []


def test_who_is_asked_for_is_one_of_the_questions():
    (problem,) = found_in(PLANTS, seeking="whom", questions={"who": "Who?"})
    assert problem.about == "question whom" and "no question" in problem.text


def test_a_remark_is_open_until_it_is_accepted(base):
    remark, fault = Problem("lint", "a", "so", "x.py:1", REMARK), Problem("rule", "b", "so")
    assert settled(replace(base, accepted={}), [remark, fault]) == ((fault, remark), ())
    assert settled(replace(base, accepted={"lint:a": "since"}), [remark, fault]) == ((fault,), (remark,))


def test_a_fault_is_never_accepted(base):
    fault = Problem("rule", "b", "so")
    left, accepted = settled(replace(base, accepted={"rule:b": "why not"}), [fault])
    assert fault in left and accepted == ()


def test_what_is_accepted_and_found_no_more(base):
    ((left,), accepted) = settled(replace(base, accepted={"lint:a": "since"}), [])
    assert left.key == "accepted:lint:a" and left.severity == REMARK and accepted == ()


def test_an_acceptance_needs_a_reason(base):
    remark = Problem("lint", "a", "so", "x.py:1", REMARK)
    left, accepted = settled(replace(base, accepted={"lint:a": " "}), [remark])
    assert [one.key for one in left] == ["lint:a", "accepted:lint:a"] and accepted == ()


def test_a_problem_is_plain_data():
    for problem in (Problem("rule", "b", "so"), *found_in(KETTLE, place="nowhere")):
        assert Problem(**json.loads(json.dumps(asdict(problem)))) == problem


def test_faults_survive_the_way_between_processes():
    error = FaultyKnowledge("Kettle", [Problem("rule", "b", "so", "x.py:1")])
    copy = pickle.loads(pickle.dumps(error))
    assert str(copy) == str(error) == "Kettle: 1 fault(s)\n- x.py:1: b: so" and copy.problems == error.problems


def test_the_article_alone_needs_no_rule_for_every_finding_and_cause():
    only = [rule for rule in KETTLE.rules if rule.name != "scale.crust"]
    assert {one.kind for one in found_in(KETTLE, rules=only)} == {"finding", "cause"}
    part = [rule for rule in faults(KETTLE.article_only())]
    assert part == []
    assert replace(KETTLE, rules=only, red_flags=(), assesses_alerts=False)
