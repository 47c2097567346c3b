"""What is open and what few answers could change, on a base so small that everything can be tried out.

What a rule's standing, its open fields and the ways to it say is held against the engine itself: it is given every
answer, or every two, that could still come.
"""

from __future__ import annotations

import random
from itertools import combinations, product

import pytest
from houseplants import PLANTS
from shared import part_of

from expert.authoring import (
    Alerts,
    Cause,
    Choice,
    Claim,
    Finds,
    Found,
    Gate,
    Group,
    Hedge,
    Knowledge,
    KnowledgeBase,
    Many,
    RedFlag,
    Remark,
    Source,
    Supports,
    Vocabulary,
    YesNo,
)
from expert.conditions import Atom, Is
from expert.consultation import Consultant
from expert.enough import Enough
from expert.outlook import FAILS, HOLDS, UNKNOWN, Outlook, any_of, open_fields, rule_standing

CONSULTANT = Consultant(PLANTS)
ASKED = PLANTS.vocabulary.asked
RULES = {rule.name: rule for rule in PLANTS.rules}
NUMBERS = {"plant.days_dry": "0 13 14 40", "pot.cups_before": "1 2 3", "pot.cups_now": "2 3 9"}


def answers_to(key):
    """Every answer to a question; of numbers those on both sides of what a rule compares with."""
    held = ASKED[key]
    if isinstance(held, Many):
        words = list(held.values)
        return [tuple(some) for size in range(len(words) + 1) for some in combinations(words, size)]
    if held.values:
        return list(held.values)
    return [held.read(text) for text in NUMBERS[key].split()]


EVERY = {key: answers_to(key) for key in ASKED}


def some_case(dice):
    """Some answers, and some fields that will stay unknown."""
    share = dice.random()
    answers = {key: dice.choice(every) for key, every in EVERY.items() if dice.random() < share}
    closed = frozenset(key for key in EVERY if key not in answers and dice.random() < 0.2)
    return answers, closed


def completed(dice, answers, closed, share=0.8):
    """The answers with more of them."""
    more = {key: dice.choice(every) for key, every in EVERY.items() if key not in closed and dice.random() < share}
    return {**more, **answers}


def fired(answers):
    return {firing.rule.name for firing in CONSULTANT.consult(answers).trace}


def waits_for_a_conclusion(rule):
    """What its evidence is worth is a matter of the bounds."""
    return any(atom.kind == "conclusion" for atom in rule.atoms)


def cases(number):
    return [(random.Random(seed), *some_case(random.Random(f"{seed} case"))) for seed in part_of(range(number * 4), 4)]


# -- what is open ----------------------------------------------------------------------------------------------------


def test_any_of_several():
    for standings in ([], [FAILS], [UNKNOWN, FAILS], [FAILS, UNKNOWN, HOLDS], [HOLDS]):
        wanted = next((one for one in (HOLDS, UNKNOWN) if one in standings), FAILS)
        assert any_of(iter(standings)) == wanted


@pytest.mark.parametrize("part", range(2))
def test_a_rule_stands_as_whatever_is_answered_leaves_it(part):
    """It holds where it fires in every completion, fails where in none; each that is open fires in some."""
    opened = 0
    for dice, answers, closed in cases(60)[part::2]:
        outlook = Outlook(PLANTS, answers, closed)
        every = [fired(completed(dice, answers, closed)) for _ in range(8)]
        for name, rule in RULES.items():
            standing = outlook.rule(rule)
            if standing == HOLDS:
                assert all(name in found for found in every), (name, answers)
            if standing == FAILS:
                assert not any(name in found for found in every), (name, answers)
            if standing == UNKNOWN and not waits_for_a_conclusion(rule):
                opened += 1
                waits = outlook.open_fields(rule)
                assert waits and len(set(waits)) == len(waits) and all(outlook.open(key) for key in waits)
                told = {key: dice.choice(EVERY[key]) for key in waits}
                assert Outlook(PLANTS, {**answers, **told}, closed).rule(rule) != UNKNOWN, (name, told)
    assert opened > 20


def test_an_open_rule_waits_for_what_it_tests_and_cannot_do_without_what_it_needs():
    for dice, answers, closed in cases(40):
        outlook = Outlook(PLANTS, answers, closed)
        for rule in (rule for rule in PLANTS.rules if outlook.rule(rule) == UNKNOWN):
            needed = outlook.needed_fields(rule)
            assert needed <= set(outlook.open_fields(rule)), rule.name
            for key in needed:
                assert Outlook(PLANTS, answers, closed | {key}).rule(rule) == FAILS, (rule.name, key)
            if waits_for_a_conclusion(rule):
                continue
            for key in set(outlook.open_fields(rule)) - needed:
                rest = Outlook(PLANTS, answers, closed | {key})
                assert rest.rule(rule) != FAILS or PLANTS.vocabulary.computed, (rule.name, key)
            for key in set(ASKED) - set(outlook.open_fields(rule)) - set(answers) - closed:
                told = {**answers, key: dice.choice(EVERY[key])}
                assert Outlook(PLANTS, told, closed).rule(rule) == UNKNOWN, (rule.name, key)


def test_the_need_of_one_way_is_no_need_where_there_are_two():
    rule = RULES["drowning.wet_roots"]
    assert Outlook(PLANTS, {}).needed_fields(rule) == frozenset()
    assert Outlook(PLANTS, {"pot.soil": "dry"}).needed_fields(rule) == {"pot.drains"}
    assert Outlook(PLANTS, {"pot.drains": "yes"}).needed_fields(rule) == {"pot.soil"}


def test_each_condition_is_told_as_it_is_and_with_what_could_settle_it():
    """Of a finding every question behind its rules, however deep; of a conclusion none."""
    rule = RULES["drowning.wet_roots"]
    (finding,) = rule.atoms
    assert list(open_fields(PLANTS, {}, finding)) == ["pot.soil", "pot.cups_before", "pot.cups_now", "pot.drains"]
    assert list(open_fields(PLANTS, {"pot.cups_now": EVERY["pot.cups_now"][0], "pot.soil": "dry"}, finding)) == [
        "pot.cups_before", "pot.drains",
    ]  # fmt: skip
    assert list(open_fields(PLANTS, {}, Atom("finding", "no such finding", Is("x")))) == []
    assert list(open_fields(PLANTS, {}, RULES["thirst.water"].atoms[0])) == []
    for _, answers, _ in cases(30):
        for name, rule in RULES.items():
            standings = rule_standing(PLANTS, answers, rule)
            assert [atom for atom, _ in standings] == list(rule.atoms)
            if all(atom.kind == "field" for atom in rule.atoms):
                assert (name in fired(answers)) == all(standing == HOLDS for _, standing in standings)
            for atom, standing in standings:
                assert (standing == UNKNOWN) <= bool(list(open_fields(PLANTS, answers, atom))) or atom.kind != "field"


def test_the_bounds_are_what_can_be_reached_and_no_wider_where_answers_are_independent():
    """Every completion lies within; and each bound of a cause is reached by one."""
    for dice, answers, closed in cases(40):
        outlook = Outlook(PLANTS, answers, closed)
        every = [CONSULTANT.consult(completed(dice, answers, closed, share)).certainties for share in (0.3, 0.9) * 6]
        for name, bounds in outlook.bounds.items():
            assert all(bounds.low <= one[name] <= bounds.high for one in every), (name, answers)
        nothing_open = Outlook(PLANTS, answers, frozenset(ASKED))
        for name, certainty in CONSULTANT.consult(answers).certainties.items():
            assert (nothing_open.bounds[name].low, nothing_open.bounds[name].high) == (certainty, certainty)
    wide = Outlook(PLANTS, {}).bounds
    reached = [CONSULTANT.consult({**soil, **leaf, **days, "pot.light": light}).certainties
               for soil in ({}, {"pot.soil": "dry"}, {"pot.soil": "soaked"})
               for leaf in ({"leaf.colour": ()}, {"leaf.colour": ("yellow", "brown")})
               for days in ({}, {"plant.days_dry": EVERY["plant.days_dry"][-1]})
               for light in ("yes", "no")]  # fmt: skip
    for name, bounds in wide.items():
        assert (bounds.low, bounds.high) == (min(r[name] for r in reached), max(r[name] for r in reached)), name


def test_where_the_ways_of_answering_are_too_many_the_bounds_are_wider_and_never_narrower(monkeypatch):
    from expert import outlook as module

    exact = [Outlook(PLANTS, answers, closed).bounds for _, answers, closed in cases(40)]
    monkeypatch.setattr(module, "_MOST_WAYS", 1)
    for (_, answers, closed), bounds in zip(cases(40), exact, strict=True):
        for name, wider in Outlook(PLANTS, answers, closed).bounds.items():
            assert wider.low <= bounds[name].low and bounds[name].high <= wider.high


def test_what_is_settled_leads_and_is_certain():
    settled = contested = 0
    for dice, answers, closed in cases(80):
        outlook = Outlook(PLANTS, answers, closed)
        now = CONSULTANT.consult(answers)
        every = [CONSULTANT.consult(completed(dice, answers, closed, share)) for share in (0.2, 0.6, 0.9, 1) * 3]
        tops = {one.conclusions[0].cause.id if one.conclusions else None for one in every}
        assert outlook.urgency == now.urgency
        assert {rule.name for rule in outlook.graver()} == {
            rule.name for rule in PLANTS.of(Alerts) if outlook.rule(rule) == UNKNOWN and now.urgency != "urgent"
        }
        if outlook.top_contested:
            contested += 1
            assert tops <= outlook.top_contested | {None}, (tops, answers)
            assert len(outlook.top_contested) > 1 or outlook.leader is None
        else:
            settled += 1
            assert tops == {outlook.leader}, (tops, answers)
        shown = {name for name, bounds in outlook.bounds.items() if bounds.low >= 0.2}
        assert (outlook.leader is None) == (not shown) and (not shown or outlook.leader in shown)
        assert outlook.settled() == (not outlook.top_contested and not list(outlook.graver()))
        if outlook.exhausted():
            assert len({str([(one.cause.id, one.level) for one in each.conclusions]) for each in every}) == 1
        assert outlook.exhausted() == (not outlook.waiting())
        assert all(outlook.rule(rule) == UNKNOWN for rule in outlook.waiting())
    assert settled > 5 and contested > 5


# -- what few answers could change -----------------------------------------------------------------------------------


def meant(way):
    """The answers that a way stands for, each with a value that does it: of a number all its values are tried."""
    found = [{}]
    for keys, word in way:
        for key in keys.split("+"):
            held = ASKED[key]
            values = [(word,) if isinstance(held, Many) else word] if word else EVERY[key]
            found = [{**one, key: value} for one in found for value in values]
    return found


def fields_of(way):
    return frozenset(key for keys, _ in way for key in keys.split("+"))


@pytest.mark.parametrize("most", [1, 2])
def test_a_way_makes_its_rule_fire_and_no_way_is_missing(most):
    """Each way fires it by some of its values, none lies in another; one answer that fires it is one of the ways."""
    found = 0
    for _, answers, closed in cases(24):
        enough = Enough(Outlook(PLANTS, answers, closed), most=most)
        for name, rule in RULES.items():
            if enough.outlook.rule(rule) != UNKNOWN or name in fired(answers):
                continue  # what fires as it is waits for what could undo it
            ways = enough.ways(rule)
            assert all(0 < len(way) <= most for way in ways), (name, ways)
            assert not any(one < other for one in ways for other in ways)
            for way in ways:
                found += 1
                assert not fields_of(way) & (set(answers) | closed)
                assert any(name in fired({**answers, **more}) for more in meant(way)), (name, way, answers)
            singles = {key for key in ASKED if enough.outlook.open(key)
                       if any(name in fired({**answers, key: value}) for value in EVERY[key])}  # fmt: skip
            assert singles <= {key for way in ways for key in fields_of(way)}, (name, answers)
    assert found > 20


def test_what_comes_first_and_what_could_change_it():
    """One answer that changes what comes first, or the urgency, is to a question that decides or is a danger."""
    changed = 0
    for _, answers, closed in cases(60):
        enough = Enough(Outlook(PLANTS, answers, closed))
        now = CONSULTANT.consult(answers)
        first = now.conclusions[0].cause if now.conclusions else None
        assert enough.first is first
        assert enough.reached == (not enough.dangers and not enough.deciding and not enough.advising)
        for key in (key for key in ASKED if enough.outlook.open(key)):
            for value in EVERY[key]:
                then = CONSULTANT.consult({**answers, key: value})
                top = then.conclusions[0].cause if then.conclusions else None
                if top is not first or then.urgency != now.urgency:
                    changed += 1
                    assert key in enough.deciding or key in enough.dangers, (key, value, answers)
    assert changed > 20


def test_of_two_answers_that_only_together_change_what_comes_first_both_decide():
    joined = 0
    for _, answers, closed in cases(12):
        enough = Enough(Outlook(PLANTS, answers, closed), most=2)
        first = enough.first
        for one, other in combinations([key for key in ASKED if enough.outlook.open(key)], 2):
            for value, second in product(EVERY[one], EVERY[other]):
                then = CONSULTANT.consult({**answers, one: value, other: second}).conclusions
                if (then[0].cause if then else None) is not first:
                    found = {key for key in (one, other) if key in enough.deciding}
                    joined += len(found) == 2
                    assert found, (one, other, answers)
    assert joined > 20


def test_nothing_that_could_change_nothing_decides():
    """Where every answer to one question leaves what comes first and the urgency as they are, it does not decide."""
    for _, answers, closed in cases(30):
        enough = Enough(Outlook(PLANTS, answers, closed))
        now = CONSULTANT.consult(answers)
        for key in enough.deciding:
            if key in ("pot.cups_before", "pot.cups_now"):
                continue  # two that are asked in one form
            results = [CONSULTANT.consult({**answers, key: value}) for value in EVERY[key]]
            assert any(
                [c.cause.id for c in one.conclusions[:1]] != [c.cause.id for c in now.conclusions[:1]]
                or one.urgency != now.urgency
                for one in results
            ), (key, answers)


def test_telling_freely_is_the_same_where_nothing_is_passed_over():
    """This base has nothing that is seldom worth asking: what may be told unasked is what is asked."""
    for _, answers, closed in cases(12):
        enough = Enough(Outlook(PLANTS, answers, closed))
        free = enough.freely()
        assert (free.dangers, dict(free.deciding), free.advising) == (
            enough.dangers, dict(enough.deciding), enough.advising,
        )  # fmt: skip
        assert free.asked_of == (False, frozenset()) and Enough(enough.outlook, True, left=["x"]).asked_of == (
            True, frozenset({"x"}),
        )  # fmt: skip


def test_what_was_left_out_decides_only_where_nothing_else_does():
    for _, answers, closed in cases(40):
        outlook = Outlook(PLANTS, answers, closed)
        plain = Enough(outlook).deciding
        for key in plain:
            left = Enough(outlook, left=[key]).deciding
            assert (key in left) == (set(left) == set(plain)) or key not in left
            assert bool(left) == bool(plain)


def test_one_of_several_words_is_as_many_ways():
    enough = Enough(Outlook(PLANTS, {}))
    assert enough.ways(RULES["thirst.wet_soil"]) == {
        frozenset({("pot.soil", "moist")}), frozenset({("pot.soil", "soaked")}),
    }  # fmt: skip
    assert enough.ways(RULES["drowning.not_yellow"]) == {frozenset({("leaf.colour", "")})}
    assert enough.ways(RULES["soil.flooded"]) == {frozenset({("pot.cups_before+pot.cups_now", "")})}
    assert enough.ways(RULES["soil.no_hole"]) == frozenset()
    assert Enough(Outlook(PLANTS, {}), most=2).ways(RULES["soil.no_hole"]) == {
        frozenset({("pot.cups_before+pot.cups_now", ""), ("pot.drains", "no")})
    }
    known = Outlook(PLANTS, {"pot.cups_now": EVERY["pot.cups_now"][1]})
    assert Enough(known).ways(RULES["soil.flooded"]) == {frozenset({("pot.cups_before", "")})}


# -- what is worth asking --------------------------------------------------------------------------------------------


class Bed(Group):
    """A bed of flowers."""

    place = Many("Where?", "Look.", "it shows on {}", values={"leaf": "leaves", "root": "roots"})
    spots = YesNo("Spots?", "Look.", "it has spots")
    mould = YesNo("Mould?", "Look.", "it is mouldy")
    slugs = YesNo("Slugs?", "Look.", "there are slugs")
    smell = YesNo("Smell?", "Smell.", "it smells")
    bark = YesNo("Did bark help?", "Try it.", "bark helped")
    straw = YesNo("Did straw help?", "Try it.", "straw helped")
    soil = Choice("The soil?", "Feel it.", "it is {}", values={"sandy": "sandy", "stony": "stony", "good": "good"})


BLIGHT = Cause("blight", "specific", "Blight (of leaves)", "About it.")
CANKER = Cause("canker", "specific", "Canker (of roots)", "About it.")
SHADE = Cause("shade", "general", "Shade (of trees)", "About it.")
CALL = Remark("call", "Call a gardener.")
BOOK = Source("book", "A. Gardener, The Bed, 1971, page 3", "2025-01-01")
WELL = {"claims": "A1"}


class Bedding(Knowledge):
    """What the tests below need."""

    soon = Finds(Bed(mould="yes"), finding="rot", because="of mould", **WELL)
    later = Finds(Bed(mould="yes"), Bed(slugs="yes"), finding="rot", because="of both", **WELL)
    leaves = Supports(Bed(place="leaf"), Bed(spots="yes"), cause=BLIGHT, hedge="may", because="of spots", **WELL)
    strawed = Supports(Bed(straw="yes"), cause=BLIGHT, hedge="may", because="of straw", **WELL)
    barked = Supports(Bed(bark="yes"), cause=BLIGHT, hedge="may", because="of bark", **WELL)
    roots = Supports(Bed(place="root"), Bed(slugs="yes"), cause=CANKER, hedge="may", because="of slugs", **WELL)
    rots = Supports(Found("rot"), cause=SHADE, hedge="may", because="of rot", **WELL)
    sandy = Supports(Bed(soil="sandy"), cause=SHADE, hedge="may", because="of sand", **WELL)
    stony = Supports(Bed(soil="stony"), cause=SHADE, hedge="may", partial=True, because="of stones", **WELL)
    rotten = Alerts(Bed(mould="yes"), alert=CALL, urgency="urgent", source=BOOK, because="of mould")
    eaten = Alerts(Bed(slugs="yes"), alert=CALL, urgency="advisable", source=BOOK, because="of slugs")


def bed(**more):
    """The base of the bed, with more to it."""
    return KnowledgeBase(
        title="Bed", notice="A test.", place="bed.place", vocabulary=Vocabulary([Bed]), rules=Bedding.rules,
        hedges={"may": Hedge("may", 0.4, 0.3)}, causes=[BLIGHT, CANKER, SHADE], mechanisms={},
        claims={"A1": Claim("A1", "x", "cause", "plain", "So.")},
        red_flags=(RedFlag("bed.mould", ("yes",), ("leaf",), "mould"), RedFlag("bed.slugs", ("yes",), (), "slugs")),
        **more,
    )  # fmt: skip


def enough_of(answers=(), closed=(), most=1, story=False, free=False, **more):
    return Enough(Outlook(bed(**more), dict(answers), frozenset(closed)), told=story, most=most, free=free)


LEAF, ROOT = {"bed.place": ("leaf",)}, {"bed.place": ("root",)}


def test_a_way_within_another_is_the_whole_of_it():
    rots = next(rule for rule in Bedding.rules if rule.name.endswith("rots"))
    assert enough_of(most=2).ways(rots) == {frozenset({("bed.mould", "yes")})}


@pytest.mark.parametrize("ways", [64, 1])
def test_of_a_field_with_one_value_the_strongest_counts_however_many_the_ways_are(ways, monkeypatch):
    monkeypatch.setattr("expert.outlook._MOST_WAYS", ways)
    base = bed()
    soils = ("sandy", "stony", "good")
    every = [Consultant(base).consult({"bed.mould": "yes", "bed.soil": soil}).certainties["shade"] for soil in soils]
    bounds = Outlook(base, {}).bounds["shade"]
    assert (bounds.low, bounds.high) == (0, max(every)) and len(set(every)) == 3


def test_a_danger_is_asked_for_where_the_place_makes_it_one():
    """Where the place is not known, or says nothing, it may be anywhere."""
    assert enough_of(LEAF).dangers == {"bed.mould", "bed.slugs"} == enough_of().dangers
    assert enough_of({"bed.place": ()}).dangers == {"bed.mould", "bed.slugs"}
    assert enough_of(ROOT).dangers == {"bed.slugs"}
    assert "bed.mould" not in enough_of(ROOT).deciding and "bed.mould" in enough_of(LEAF).deciding
    assert enough_of({**LEAF, "bed.mould": "yes"}).dangers == frozenset(), "nothing is graver than what is certain"
    assert enough_of({**LEAF, "bed.slugs": "yes"}).dangers == {"bed.mould"}
    assert enough_of(LEAF, {"bed.mould", "bed.slugs"}).dangers == frozenset()


def test_what_shares_a_line_with_a_danger_and_can_be_one_is_asked_with_it():
    gate = Gate("Mould or slugs?", ("bed.mould", "bed.slugs", "bed.smell"))
    flags = enough_of({**ROOT, "bed.place": ("leaf", "root")}, gates=(gate,))
    assert flags.dangers == {"bed.mould", "bed.slugs"}


def test_what_cannot_concern_the_place_comes_not_first():
    """A cause shows where its presentation does; one that names no place can show anywhere."""
    assert "bed.spots" in enough_of(LEAF).deciding
    assert "bed.straw" in enough_of(LEAF).deciding and "bed.straw" not in enough_of(ROOT).deciding


def test_what_is_seldom_or_told_unasked_or_untried_is_passed_over():
    seldom = {"seldom": ("bed.straw",)}
    assert "bed.straw" not in enough_of(LEAF, **seldom).deciding
    assert "bed.straw" in enough_of(LEAF, **seldom).freely().deciding
    assert "bed.straw" in enough_of(LEAF, free=True, **seldom).deciding
    told = {"told": ("bed.straw",)}
    assert "bed.straw" not in enough_of(LEAF, story=True, **told).deciding
    assert (
        "bed.straw" in enough_of(LEAF, **told).deciding and "bed.straw" in Enough(Outlook(bed(**told), LEAF)).deciding
    )
    trials = {"trials": (("bed.straw", "bed.bark"),)}
    assert {"bed.straw", "bed.bark"} <= set(enough_of(LEAF, **trials).deciding)
    assert "bed.straw" not in enough_of(LEAF, {"bed.bark"}, **trials).deciding
    assert "bed.spots" in enough_of(LEAF, {"bed.bark"}, **trials).deciding


def test_two_surprises_are_thought_of_together():
    """Neither slugs nor roots alone bring up canker; of a place that is known the other is enough."""
    one, two = enough_of(), enough_of(most=2)
    canker = next(rule for rule in Bedding.rules if rule.name.endswith("roots"))
    assert one.ways(canker) == frozenset() != two.ways(canker)
    assert enough_of(ROOT).ways(canker) == {frozenset({("bed.slugs", "yes")})}
    first = {**LEAF, "bed.spots": "yes"}
    assert enough_of(first).first is BLIGHT and enough_of().first is None
