"""The small parts that reasoning stands on, each by itself: words of a certainty, conditions, ladders, what is kept."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from houseplants import LONG_AGO, PLANTS, Leaf, Plant, Pot

from expert.authoring import at_least, none_of, one_of
from expert.certainty import NO_PROBABILITY, Piece, counted, rounded, strength_text, strength_word, together
from expert.conditions import (
    COMPARISONS,
    Atom,
    Compares,
    Concluded,
    Found,
    Is,
    NoneOf,
    OneOf,
    above,
    at_most,
    atom_of,
    normal,
)
from expert.consultation import Consultant, Known, Parts
from expert.contradictions import Contradiction
from expert.errors import CaseError, KnowledgeError
from expert.experta_guard import Fact, P
from expert.fields import Listed
from expert.urgency import LADDER, Deadline, Ladder


@pytest.mark.parametrize(
    ("least", "word"), [(0.65, "very strong"), (0.5, "strong"), (0.35, "moderate"), (0.2, "weak"), (0.0, "slight")]
)
def test_a_strength_goes_by_a_word_from_its_least_number_on(least, word):
    assert strength_word(least) == strength_word(least + 0.01) == word
    assert least == 0 or strength_word(least - 0.0001) != word
    assert strength_text(least) == f"{word} ({least:.4g})"


def test_what_the_pieces_come_to_is_told_for_each_side():
    pro, contra = Piece(0.6, 1, True), Piece(0.25, -1, True)
    assert together([pro]) == "Together: 0.6 for it, nothing against it."
    assert together([pro, contra]) == "Together: 0.6 for it, 0.25 against it."
    assert "no probabilities" in NO_PROBABILITY


def test_a_certainty_is_rounded_and_nothing_is_nothing():
    """No minus stands before a zero, whichever it was; `str` tells them apart."""
    assert [str(rounded(one)) for one in (-0.0, -0.00001, 0.0, 0.12345, -0.5)] == [
        "0.0",
        "0.0",
        "0.0",
        "0.1235",
        "-0.5",
    ]


def test_the_strongest_pieces_that_share_no_answer_count():
    """A piece on two answers counts in place of both where it says more, and not beside either."""
    soil, leaf, both = (
        Piece(strength, 1, True, frozenset(on)) for strength, on in ((0.3, "a"), (0.3, "b"), (0.6, "ab"))
    )
    free, other = Piece(0.2, 1, True), Piece(0.5, 1, True, frozenset("cd"))
    assert counted([soil, leaf, both], 1) == (2,) and counted([soil, leaf, replace(both, strength=0.5)], 1) == (0, 1)
    assert counted([free, soil, both, other], 1) == (0, 2, 3) and counted([free, soil], -1) == ()
    assert counted([replace(both, strength=0.7), replace(other, rests_on=frozenset("bc")), soil], 1) == (0,)
    assert counted([replace(both, strength=0.4), replace(other, rests_on=frozenset("bc")), soil], 1) == (1, 2)


# -- conditions ------------------------------------------------------------------------------------------------------


def test_a_condition_is_read_back_as_it_was_written():
    assert atom_of(Pot(soil="dry")) == Atom("field", "pot.soil", Is("dry"))
    assert atom_of(Pot(soil=one_of("dry", "moist"))) == Atom("field", "pot.soil", OneOf(("dry", "moist")))
    assert atom_of(Leaf(colour=none_of("yellow"))) == Atom("field", "leaf.colour", NoneOf(("yellow",)))
    assert atom_of(Plant(days_dry=at_least(LONG_AGO))) == Atom(
        "field", "plant.days_dry", Compares("at_least", LONG_AGO)
    )
    assert atom_of(Found("wet roots")) == Atom("finding", "wet roots", Is("wet roots"))
    assert atom_of(Concluded(PLANTS.causes[0], "likely")) == Atom("conclusion", PLANTS.causes[0].id, Is("likely"))


def test_conditions_that_mean_the_same_are_the_same():
    def said(test, key="pot.soil"):
        return normal(Atom("field", key, test))

    assert said(Is("dry")) == said(OneOf(("dry",)))
    assert said(OneOf(("dry", "moist"))) == said(OneOf(("moist", "dry"))) != said(NoneOf(("dry", "moist")))
    assert said(NoneOf(("dry",))) != said(Is("dry")) != said(Is("dry"), "pot.drains")
    assert said(Compares("at_least", LONG_AGO)) != said(Compares("at_most", LONG_AGO))


@pytest.mark.parametrize(
    ("test", "below", "at", "over"),
    [
        (at_least(LONG_AGO), False, True, True),
        (above(LONG_AGO), False, False, True),
        (at_most(LONG_AGO), True, True, False),
    ],
)
def test_a_number_is_compared_with_its_limit(test, below, at, over):
    limit = LONG_AGO.value
    assert [test.match(number) for number in (limit - Fraction(1, 9), limit, limit + Fraction(1, 9))] == [
        below,
        at,
        over,
    ]
    assert test.match.values == () and test.match.limit is LONG_AGO and test.match.excludes is False
    assert not test.match("14") and not test.match(14.0), "a number of a case is exact"


def test_what_a_comparison_is_called():
    assert {name: words for name, (_, words) in COMPARISONS.items()} == {
        "at_least": "at least", "above": "more than", "at_most": "at most",
    }  # fmt: skip


def test_a_list_lacks_something_only_where_it_was_given():
    test = NoneOf(("yellow", "brown"))
    assert test(Listed(frozenset({"pale"}))) and test(Listed(frozenset())) and NoneOf(())(Listed(frozenset()))
    assert not test(Listed(frozenset({"pale", "brown"}))) and not test("pale") and not test(None)
    assert NoneOf.excludes and not (OneOf.excludes or Is.excludes or Compares.excludes)
    assert NoneOf.limit is OneOf.limit is Is.limit is None
    assert OneOf(("a", "b"))("b") and not OneOf(("a",))(1) and Is("a")("a") and not Is("a")("b")
    assert Is("a").values == ("a",)


class Stranger(Fact):
    """No fact of a case."""


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("dry", "'dry' is no plain pattern"),
        (Pot(soil="dry", drains="no"), "Pot.*must test exactly one field"),
        (Pot(), "must test exactly one field"),
        (Stranger(soil="dry"), "Stranger.*is no fact of a case"),
        (Pot(soil=P(lambda value: True)), r"Pot\(.*is no test that can be read back"),
        (Pot(soil=14), r"Pot\(.*14 is no test that can be read back"),
    ],
)
def test_a_condition_that_cannot_be_read_back_is_named(pattern, message):
    with pytest.raises(KnowledgeError, match=message):
        atom_of(pattern)


# -- ladders ---------------------------------------------------------------------------------------------------------

STEPS = Ladder((Deadline("soon", "soon", "Soon"), Deadline("today", "today", "Today"), Deadline("now", "now", "Now")))


def test_a_ladder_knows_what_is_graver():
    assert (STEPS.mildest, STEPS.top, STEPS.raised, STEPS.names) == (
        "soon",
        "now",
        ("today", "now"),
        ("soon", "today", "now"),
    )
    assert [STEPS.rank(name) for name in STEPS.names] == [0, 1, 2] and [one.name for one in STEPS] == list(STEPS.names)
    assert STEPS.gravest(["soon", "now", "today"]) == "now" and STEPS.gravest([]) == "soon"
    assert STEPS.graver("now", "today") and not STEPS.graver("today", "today") and not STEPS.graver("soon", "today")
    assert "today" in STEPS and "never" not in STEPS and STEPS["today"].headline == "Today"
    assert [one.grave for one in LADDER] == [False, False, True, True] and LADDER.mildest == "calm"


@pytest.mark.parametrize(
    ("names", "message"),
    [
        ((), "^a ladder without a rung: name at least one$"),
        (("Soon",), "^'Soon' is no name for a rung; allowed are small"),
        (("soon", "soon"), "^two rungs of a ladder are called soon$"),
        (("1",), "'1' is no name"),
    ],
)
def test_what_is_no_ladder_is_said(names, message):
    with pytest.raises(KnowledgeError, match=message):
        Ladder(tuple(Deadline(name, "", "") for name in names))


# -- what is kept ----------------------------------------------------------------------------------------------------


def test_consultations_are_kept_up_to_a_number_of_them_and_of_firings(monkeypatch):
    held = Consultant(PLANTS).consult({"pot.soil": "dry", "leaf.colour": ("brown",)})
    fired = len(held.trace)
    assert fired > 1
    monkeypatch.setattr(Known, "MOST", 3)
    kept = Known()
    for number in range(3):
        kept.keep((number,), held)
    assert list(kept) == [(0,), (1,), (2,)]
    kept.keep((3,), held)
    assert list(kept) == [(3,)]
    monkeypatch.setattr(Known, "MOST", 100)
    monkeypatch.setattr(Known, "MOST_FIRINGS", 2 * fired)
    kept.keep((4,), held)
    assert list(kept) == [(3,), (4,)]
    for number in (5, 6, 7):
        kept.keep((number,), held)
    assert list(kept) == [(7,)]


def test_parts_are_kept_up_to_a_number(monkeypatch):
    monkeypatch.setattr(Parts, "MOST_KEPT", 2)
    parts = Parts(a=1, b=2)
    parts.tidy()
    assert len(parts) == 2
    parts["c"] = 3
    parts.tidy()
    assert parts == {}


def test_an_answer_to_no_question_is_named_with_the_nearest():
    with pytest.raises(CaseError, match="^pot.soils: no such field, did you mean pot.soil") as raised:
        Consultant(PLANTS).consult({"pot.soils": "dry"})
    assert raised.value.field == "pot.soils"


# -- results ---------------------------------------------------------------------------------------------------------

#: Too much water comes first, too little second; each has something to do now, the first one something for later.
BOTH = {
    "leaf.colour": ["yellow", "brown"], "plant.days_dry": "40", "pot.cups_before": "1", "pot.cups_now": "9",
    "pot.drains": "no",
}  # fmt: skip


def consult(answers):
    asked = PLANTS.vocabulary.asked
    return Consultant(PLANTS).consult({key: asked[key].read(value) for key, value in answers.items()})


def test_what_is_due_now_comes_before_what_is_for_later_then_by_rank():
    found = consult(BOTH)
    assert [one.cause.id for one in found.conclusions] == ["drowning", "thirst"]
    assert [(one.remark.id, one.stage) for one in found.recommendations] == [
        ("dry_out", "now"), ("water", "now"), ("repot", "if_no_better"),
    ]  # fmt: skip
    sooner = consult({**BOTH, "tried.drying": "same"})
    assert [(one.remark.id, one.stage) for one in sooner.recommendations] == [
        ("dry_out", "now"), ("repot", "now"), ("water", "now"),
    ]  # fmt: skip


def test_what_is_taken_back_says_by_what():
    found = consult({**BOTH, "plant.kind": "cactus"})
    (one,) = found.withheld
    assert (one.remark.id, one.text, [by.rule.name for by in one.firings]) == (
        "dry_out", "a cactus is dried out anyhow", ["drowning.cactus"],
    )  # fmt: skip
    assert one.short == one.text and "dry_out" not in [each.remark.id for each in found.recommendations]
    grave = consult({**BOTH, "plant.smell": "yes"})
    assert grave.recommendations == () and grave.urgency == "urgent" and grave.due.name == "urgent"
    assert {each.short for each in grave.withheld} == {"until somebody has looked at it, only what protects is advised"}
    assert {each.text for each in grave.withheld} == {
        "the roots smell: until somebody has looked at it, only what protects is advised"
    }


def test_what_was_used_and_what_not():
    found = consult({**BOTH, "leaf.place": "old", "pot.light": "yes"})
    assert set(found.unused()) == {"leaf.place", "pot.light"}
    assert found.given("pot.more_water") == ("pot.cups_before", "pot.cups_now") and found.given("pot.soil") == (
        "pot.soil",
    )
    assert {name: [one.rule.name for one in by] for name, by in found.finders.items()} == {
        "flood": ["soil.flooded"], "wet roots": ["soil.no_hole"],
    }  # fmt: skip
    assert found.conclusion("thirst").cause.id == "thirst" and found.conclusion("darkness") is None
    assert [flag.field for flag in found.not_ruled_out] == ["plant.smell", "pot.soil"]
    young = consult({**BOTH, "leaf.place": "young"})
    assert [flag.field for flag in young.not_ruled_out] == ["plant.smell"]
    assert found.safety_net == PLANTS.urgencies["calm"].net
    assert consult({}).safety_net == f"{PLANTS.unconcluded} {PLANTS.urgencies['calm'].net}"


def test_certainties_are_worked_by_hand():
    """For: 0.4 and 0.5 leave 0.6 * 0.5 of the doubt; against it nothing. Brown leaves 0.4, long dry 0.2."""
    found = consult(BOTH)
    assert found.certainties == {"darkness": 0.0, "thirst": 0.52, "drowning": 0.7}
    assert [one.level for one in found.conclusions] == ["likely", "likely"]
    drowning = found.conclusion("drowning")
    assert [(one.firing.rule.name, one.certainty, one.counted) for one in drowning.because] == [
        ("drowning.yellow", 0.4, True), ("drowning.wet_roots", 0.5, True),
    ]  # fmt: skip
    (no_hole,) = drowning.because[1].because
    assert [one.firing.rule.name for one in no_hole.because] == ["soil.flooded"] and no_hole.certainty == 1.0


def told(rule, claim, certainty, text, facts, because=(), **more):
    """A piece of evidence as a result tells it."""
    return {"rule": rule, "claims": [claim], "certainty": certainty, "text": text, "facts": facts,
            "because": list(because), **more}  # fmt: skip


def test_a_result_tells_all_of_it():
    flood = {"name": "flood", "value": "100 percent", "reason": "The book says 'much more': we take the double."}
    long_ago = {"name": "long ago", "value": "14 days", "reason": "The book says 'for long' without a number."}
    cups = {"pot.cups_before": 1, "pot.cups_now": 9}
    flooded = told("soil.flooded", "D1", 1.0, "it got much more water", cups, interpretation=[flood])
    no_hole = told("soil.no_hole", "D1", 1.0, "the water cannot run off", {"pot.drains": "no"}, [flooded])
    drowning = [
        told("drowning.yellow", "D2", 0.4, "the leaves are yellow", {"leaf.colour": ["yellow"]}, counted=True),
        told("drowning.wet_roots", "D1", 0.5, "the roots are wet", {}, [no_hole], counted=True),
    ]
    thirst = [
        told("thirst.brown", "T2", 0.4, "the leaves are brown", {"leaf.colour": ["brown"]}, counted=True),
        told("thirst.long_ago", "T3", 0.2, "it has not been watered for long", {"plant.days_dry": 40}, counted=True,
             interpretation=[long_ago]),
    ]  # fmt: skip
    book = "A. Gardener, The Sad Fern, 1971, page 3"
    until = "the roots smell: until somebody has looked at it, only what protects is advised"
    calm, urgent = consult(BOTH).result(), consult({**BOTH, "plant.smell": "yes"}).result()
    common = {
        "status": "ok", "guidance": [], "alerts_assessed": True,
        "conclusions": [
            {"cause": "drowning", "kind": "specific", "certainty": 0.7, "level": "likely", "because": drowning,
             "against": []},
            {"cause": "thirst", "kind": "specific", "certainty": 0.52, "level": "likely", "because": thirst,
             "against": []},
        ],
    }  # fmt: skip
    assert urgent == {
        **common, "urgency": "urgent", "recommendations": [], "not_ruled_out": ["pot.soil=soaked"],
        "withheld": [{"id": name, "rule": "drowning.rot", "text": until, "source": book} for name in ("water",
        "dry_out", "repot")],
        "alerts": [{"id": "rot", "text": "Show it to a gardener tomorrow.", "urgency": "urgent",
        "why": "the roots smell",
                    "rule": "drowning.rot", "source": book, "facts": {"plant.smell": "yes"}, "because": []}],
        "safety_net": {"text": PLANTS.urgencies["urgent"].net, "dangers": ["the soil is soaked"]},
    }  # fmt: skip
    assert calm == {
        **common, "urgency": "calm", "withheld": [], "alerts": [], "not_ruled_out": ["plant.smell", "pot.soil=soaked"],
        "recommendations": [
            {"id": "dry_out", "text": "Let it dry out.", "for": ["drowning"], "stage": "now",
             "rule": "drowning.dry_out", "claims": ["D3"]},
            {"id": "water", "text": "Water it.", "for": ["thirst"], "stage": "now", "rule": "thirst.water",
             "claims": ["T4"]},
            {"id": "repot", "text": "Put it into fresh soil.", "for": ["drowning"], "stage": "if_no_better",
             "rule": "drowning.repot_later", "claims": ["D4"]},
        ],
        "safety_net": {"text": PLANTS.urgencies["calm"].net, "dangers": ["the roots smell", "the soil is soaked"]},
    }  # fmt: skip


def test_what_speaks_against_it_is_set_against_what_speaks_for_it():
    """Wet soil against brown leaves; wet roots alone, which may have brought it on, conclude no specific cause."""
    found = consult({"pot.soil": "soaked", "leaf.colour": ["brown"]})
    assert found.certainties == {"darkness": 0.0, "thirst": round((0.4 - 0.6) / (1 - 0.4), 4), "drowning": 0.0}
    assert found.conclusions == ()
    assert consult({"leaf.colour": ["pale"]}).certainties["drowning"] == -0.2, "not yellow, which tells half as much"
    assert consult({"pot.light": "no"}).conclusion("darkness").certainty == 0.5, "of a general one it may be enough"


def test_answers_that_clash_are_told_with_the_reason_where_there_is_one():
    asked = PLANTS.vocabulary.asked
    days, leaf = asked["plant.days_dry"].read("40"), ("pale", "brown")
    answers = {"pot.soil": "soaked", "plant.days_dry": days, "leaf.colour": leaf}
    clash = Contradiction(
        "pot.soil", ("plant.days_dry", "leaf.colour"), lambda *given: "since it dries" if given else None
    )
    assert clash.message(answers) == (
        "pot.soil: soaked contradicts plant.days_dry (40) and leaf.colour (pale, brown), since it dries. "
        "Correct one of them, or leave one out."
    )
    assert clash.told(answers, {"pot.soil": "wet"}.get).endswith(
        "you said that None, that None and that wet, since it dries."
    )
    assert clash.reason({**answers, "pot.soil": "dry"}) == "since it dries"
    assert clash.reason({"pot.soil": "soaked", "leaf.colour": leaf}) is None
    given = []
    plain = Contradiction("pot.soil", ("leaf.colour",), lambda *some: given.append(some) or "")
    assert plain.message(answers) == (
        "pot.soil: soaked contradicts leaf.colour (pale, brown). Correct one of them, or leave one out."
    )
    assert given == [("soaked", leaf)]
