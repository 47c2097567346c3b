"""The small parts that reasoning stands on, each by itself: words of a certainty, conditions, ladders, what is kept."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

import pytest
from houseplants import LONG_AGO, PLANTS, Leaf, Plant, Pot
from shared import for_each

from expert import numbers, places
from expert.authoring import (
    Choice,
    Group,
    Many,
    Number,
    Vocabulary,
    YesNo,
    at_least,
    none_of,
    one_of,
)
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
from expert.fields import UNTRIED, Distance, Listed
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


def test_each_rung_of_the_ladder_that_a_base_gets_has_its_words_and_looks():
    for one in LADDER:
        assert all(isinstance(text, str) and text for text in (one.soon, one.headline, one.if_so, one.calm, one.net))
        assert re.fullmatch("#[0-9a-f]{6}", one.ground) and one.style and re.fullmatch("(#[0-9a-f]{6})?", one.ink)
        assert bool(one.settles) == (one.name != LADDER.mildest) and one.within == () == STEPS["now"].words
    looks = [(one.style, one.ground) for one in LADDER]
    assert len(set(looks)) == len(looks) == 4, "no two look alike"


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


# -- fields ----------------------------------------------------------------------------------------------------------


class Bed(Group):
    """A bed of flowers."""

    soil = Choice("Soil?", "Look.", "the soil is {}", values={"dry": "quite dry", "wet_clay": "wet clay"})
    place = Many(
        "Where?", "Look.", "it shows at {}", values={"tip": "the tip", "edge": "the edge"}, denies="it shows nowhere"
    )
    spots = YesNo("Spots?", "Look.", "it has spots", denies="it has no spots")
    straw = Choice("Did straw help?", "Try it.", "straw: {}", values={"better": "it helped", UNTRIED: "not tried"})
    sick = Number("How long?", "Weeks.", "it is sick for {} week(s)", unit="weeks", most=90)
    more = Number("By how much?", "Percent.", "{} percent more", unit="percent", least=-50, most=90)
    reach = Distance("How far?", "A length.", "it reaches {}", most=10)


BED = Vocabulary([Bed], unit="km").asked
DENIED, UNKNOWN = "bed.spots", ["unknown", None]


@for_each(
    ["key", "raw", "said"],
    [
        ("bed.soil", "Wet clay", "the soil is wet clay"), ("bed.soil", ["dry"], "the soil is quite dry"),
        ("bed.place", ["edge", "tip"], "it shows at the tip and the edge"), ("bed.place", [], "it shows nowhere"),
        ("bed.place", "tip", "it shows at the tip"), ("bed.spots", True, "it has spots"), ("bed.spots", "no",
        "it has no spots"),
        ("bed.sick", 1, "it is sick for 1 week"), ("bed.sick", "2", "it is sick for 2 weeks"),
        ("bed.sick", "0.4", "it is sick for 3 days"), ("bed.sick", "0.14", "it is sick for 1 day"),
        ("bed.sick", "3.5", "it is sick for 3.5 weeks"), ("bed.more", "20%", "20 percent more"),
        ("bed.more", "-50", "-50 percent more"), ("bed.reach", "5 mi", "it reaches 5 mi"), ("bed.reach",
        "8 kilometres", "it reaches 8 km"),
    ],
)  # fmt: skip
def test_an_answer_is_read_and_said_and_written_so_that_it_is_read_again(key, raw, said):
    held = BED[key]
    answer = held.read(raw)
    assert held.describe(answer) == said and held.read(held.plain(answer)) == answer
    assert held.describe(answer, said.replace("{}", "")) or key == "bed.place"


@for_each(
    ["key", "raw", "message"],
    [
        ("bed.soil", "dri", "bed.soil: dri is not allowed, did you mean dry? Allowed: dry, wet_clay."),
        ("bed.place", ["tip", "x"], "bed.place: x is not allowed. Allowed: any of tip, edge."),
        ("bed.spots", 1, "bed.spots: 1 is not allowed. Allowed: yes, no."),
        ("bed.sick", 91, "bed.sick: 91 is not allowed. Allowed: a number of weeks from 0 to 90."),
        ("bed.sick", "5%", "5% is not allowed"), ("bed.more", -51, "-51 is not allowed"), ("bed.sick", True,
        "yes is not allowed"),
        ("bed.reach", "5", "unknown unit"), ("bed.reach", "5 kilometrs", "did you mean kilometres"), ("bed.reach",
        "17 km", "is not allowed. Allowed: a "
         "distance such as 5 mi or 8 km, up to 10 mi."), ("bed.sick", "1" * 31, "it has more than 30 digits"),
    ],
)  # fmt: skip
def test_what_a_field_does_not_take_is_named_with_what_it_takes(key, raw, message):
    with pytest.raises(CaseError) as raised:
        BED[key].read(raw)
    assert message in str(raised.value) and raised.value.field == key


def test_what_a_field_is_and_what_a_tick_says():
    kinds = {key: (held.single, held.several, held.numeric, held.yes_or_no, held.is_length, held.is_remedy, held.screen)
             for key, held in BED.items()}  # fmt: skip
    no = (False,) * 6
    assert kinds["bed.soil"] == (True, *no[:5], "choice") and kinds["bed.place"] == (False, True, *no[:4], "many")
    assert kinds["bed.straw"] == (True, *no[:4], True, "choice")
    assert (
        kinds["bed.sick"][2]
        and kinds["bed.reach"][4]
        and not kinds["bed.sick"][4]
        and kinds["bed.sick"][6] == "numbers"
    )
    assert kinds["bed.spots"][3] is YesNo.yes_or_no
    spots, place, soil = BED["bed.spots"], BED["bed.place"], BED["bed.soil"]
    assert (spots.line, spots.assent, spots.denial, spots.asks_on) == ("it has spots", "yes", "no", False)
    assert (place.line, place.assent, place.denial, place.asks_on) == ("", None, (), True)
    assert (soil.assent, soil.denial, soil.asks_on) == (None, "no", True)
    assert YesNo("Sure?", "Try.", "so", alone=True).line == "" == YesNo("Sure?", "Try.", "so", untried="not yet").line


def test_two_answers_to_a_list_are_joined_and_of_others_the_second_counts():
    place = BED["bed.place"]
    assert place.joined(("edge",), ("tip",)) == ("tip", "edge") and place.joined(None, ("tip",)) == ("tip",)
    assert BED["bed.soil"].joined("dry", "wet_clay") == "wet_clay"


def test_the_schema_of_a_field_takes_what_the_field_takes():
    assert BED["bed.soil"].schema(UNKNOWN) == {"enum": ["dry", "wet_clay", "unknown", None]}
    assert BED["bed.spots"].schema(UNKNOWN) == {"enum": ["yes", "no", True, False, "unknown", None]}
    assert BED["bed.place"].schema(UNKNOWN) == {
        "anyOf": [
            {"enum": ["tip", "edge", "unknown", None]},
            {"type": "array", "items": {"enum": ["tip", "edge"]}},
            {"type": "array", "const": ["unknown"]},
        ]
    }
    for key, least, most, taken, refused in (
        ("bed.sick", 0, 90, ("3", " 3.5 ", "+3"), ("3%", "3 weeks", "")), ("bed.more", -50, 90, ("3%", "-3 %"),
        ("3 mi",)),
    ):  # fmt: skip
        number, text, unknown = BED[key].schema(UNKNOWN)["anyOf"]
        assert number == {"type": "number", "minimum": least, "maximum": most} and unknown == {"enum": UNKNOWN}
        assert text["type"] == "string"
        assert all(re.search(text["pattern"], one) for one in taken)
        assert not any(re.search(text["pattern"], one) for one in refused)
    number, text, _ = BED["bed.reach"].schema(UNKNOWN)["anyOf"]
    assert number == {"type": "number", "minimum": 0}
    assert re.search(text["pattern"], "5 mi") and not re.search(text["pattern"], "5 apples")


def test_numbers_in_their_units():
    sick, reach = BED["bed.sick"], BED["bed.reach"]
    assert sick.bounds == (0, 90) and sick.scale("km") == 1 and sick.unit_words("km") == "weeks"
    assert reach.bounds == (0, Fraction("16093.44")) and reach.scale("mi") == Fraction("1609.344")
    assert reach.unit_words("mi") == "miles" and reach.quantity(Fraction(2500)).text == "2.5 km"
    assert sick.quantity(Fraction(7, 2)).text == "3.5" and sick.plain(sick.read("3")) == 3
    assert isinstance(sick.plain(sick.read("3")), int) and sick.plain(sick.read("3.5")) == 3.5
    assert [numbers.plain(numbers.decimal(text)) for text in ("44.0", "1e3", "0.30", "-0", "1E-7", "100")] == [
        "44", "1000", "0.3", "0", "0.0000001", "100",
    ]  # fmt: skip
    assert [numbers.decimal(text) for text in ("1e12", "1e-12", "x", "", "1e99999999999999999999")] == [None] * 5
    assert numbers.decimal("1e11") == 10**11 and numbers.too_long("1" * 31) and not numbers.too_long("1" * 30 + "e99")


def test_what_is_worked_out_goes_by_the_first_source_that_gives_anything():
    vocabulary = PLANTS.vocabulary
    grown = vocabulary.computed["pot.more_water"]
    before, now = (vocabulary.asked[key].read(text) for key, text in (("pot.cups_before", "2"), ("pot.cups_now", "3")))
    given = {"pot.cups_before": before, "pot.cups_now": now}
    assert grown.value(given) == (50, ("pot.cups_before", "pot.cups_now")) and grown.known(given) == (50,)
    assert grown.value({"pot.cups_now": now}) is None and grown.known({}) == ()
    assert grown.value({**given, "pot.cups_before": vocabulary.asked["pot.cups_before"].read("0")}) is None
    assert grown.allowed() == "nothing: it is worked out from pot.cups_before and pot.cups_now"
    assert vocabulary.sources("pot.more_water") == ("pot.cups_before", "pot.cups_now")
    assert vocabulary.known(given) == {"pot.cups_before": (2,), "pot.cups_now": (3,), "pot.more_water": (50,)}
    assert vocabulary.known({"leaf.colour": ("pale",)}) == {"leaf.colour": ("pale", Listed(frozenset({"pale"})))}
    assert vocabulary.remedies == () and Vocabulary([Bed]).remedies == ("bed.straw",)


# -- a map -----------------------------------------------------------------------------------------------------------

SQUARE = ((0.0, 0.0), (4.0, 0.0), (4.0, 2.0), (0.0, 2.0))


@for_each(
    ["point", "inside"],
    [((1, 1), True), ((3.9, 1.9), True), ((4.1, 1), False), ((-0.1, 1), False), ((2, 2.1), False), ((2, -0.1), False)],
)
def test_what_lies_within_a_shape(point, inside):
    assert places.holds(SQUARE, *point) is inside and places.holds(SQUARE[::-1], *point) is inside
    x, y = point
    assert places.holds(places.mirrored(SQUARE, 10), 10 - x, y) is inside


def test_a_corner_belongs_to_one_of_the_shapes_that_meet_there():
    left, right = ((0, 0), (2, 1), (0, 2)), ((2, 1), (4, 0), (4, 2))
    assert not places.holds(left, 3, 1) and places.holds(right, 3, 1) and places.holds(left, 1, 1)


def test_an_ellipse_is_around_its_middle():
    points = places.ellipse(10, 20, 4, 2)
    shape = places.Shape("leaf.place", "old", points)
    assert len(points) == 12 and shape.middle == pytest.approx((10, 20))
    assert (min(x for x, _ in points), max(x for x, _ in points)) == (6, 14)
    assert (min(y for _, y in points), max(y for _, y in points)) == (18, 22)
    assert max(y for _, y in places.ellipse(0, 0, 3)) == 3 and places.holds(points, 12, 21)
    assert places.Shape("leaf.place", "old", SQUARE).middle == (2, 1)


def test_a_map_shows_the_answers_that_are_on_it():
    shapes = tuple(
        places.Shape("leaf.place", value, SQUARE, small) for value, small in (("young", True), ("old", False))
    )
    plan = places.PlaceMap("The leaves", (places.View("above", 4, 2, SQUARE, shapes + shapes),), {"leaf.place": "Here"})
    assert plan.answers() == [("leaf.place", "old"), ("leaf.place", "young")]
    assert plan.marked({"leaf.place": ("young",)}) == [("leaf.place", "young")] and plan.marked({}) == []
    assert (plan.heading, plan.legend, list(plan.faults(PLANTS.vocabulary))) == ("The places", "", [])
    wrong = replace(
        plan, captions={}, views=(replace(plan.views[0], shapes=(*shapes, places.Shape("leaf.x", "y", SQUARE))),)
    )
    assert sorted(wrong.faults(PLANTS.vocabulary)) == [
        "the map says nothing before leaf.place", "the map says nothing before leaf.place",
        "the map shows leaf.x=y, which is no answer",
    ]  # fmt: skip
