"""How evidence combines is said once: with another formula in its place, all that rests on certainties still agrees.

Each formula here is one that somebody might put into `expert.certainty.combine`. Nothing else is changed.
"""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations
from math import prod

import pytest
import test_counterfactual as search
import test_proof as proof
import test_stopping as stopping
from houseplants import DARKNESS, PLANTS, THIRST, Leaf, Plant, Pot
from shared import LONG, part_of

from expert import certainty, outlook
from expert.certainty import Piece, combine, level_of, rounded, together, weigh
from expert.conditions import one_of
from expert.consultation import Consultant
from expert.examining.compare import compare
from expert.examining.counterfactual import Prospector
from expert.examining.edits import Edit, Editor, edited
from expert.examining.evidence_sets import EvidenceRules
from expert.examining.proof import ProofError, Prover
from expert.fields import Choice, Many
from expert.outlook import Outlook
from expert.rules import Knowledge, Supports
from kb.book import KNOWLEDGE

AS_IT_IS = certainty.combine
BASES = {"feet": KNOWLEDGE, "plants": PLANTS}


def gathered(pieces, sign):
    total = 0.0
    for piece in pieces:
        total += piece.strength * (1 - total) if piece.sign == sign else 0.0
    return total


def the_stronger_wins(pieces):
    """The stronger of for and against wins whole."""
    pro, contra = gathered(pieces, 1), gathered(pieces, -1)
    return pro if pro > contra else -contra if contra > pro else 0.0


def the_difference(pieces):
    """For minus against."""
    return gathered(pieces, 1) - gathered(pieces, -1)


def the_strongest_alone(pieces):
    """Only the strongest piece on each side counts."""
    return sum(sign * max((p.strength for p in pieces if p.sign == sign), default=0.0) for sign in (1, -1))


def objections_to_few_reasons(pieces):
    """Sums; an objection counts for more, the fewer reasons there are: not a matter of what each side comes to."""
    pro = [piece.strength for piece in pieces if piece.sign > 0]
    contra = [piece.strength for piece in pieces if piece.sign < 0]
    return max(-1.0, min(1.0, sum(pro)) - sum(contra) / (1 + len(pro)))


FORMULAS = (AS_IT_IS, the_stronger_wins, the_difference, the_strongest_alone, objections_to_few_reasons)


@pytest.fixture(params=FORMULAS, ids=lambda formula: formula.__name__)
def formula(request, monkeypatch):
    """The one line, changed."""
    monkeypatch.setattr(certainty, "combine", request.param)
    return request.param


@pytest.fixture(params=(the_stronger_wins, objections_to_few_reasons), ids=lambda formula: formula.__name__)
def other_formula(request, monkeypatch):
    """One of the others, for what takes long; as it is, tests of their own look at the same."""
    monkeypatch.setattr(certainty, "combine", request.param)
    return request.param


def by_hand(knowledge, found, cause, formula, but=None):
    """What a formula makes of the evidence that fired for and against a cause."""
    rules = [firing.rule for firing in found.trace if isinstance(firing.rule, Supports) and firing.rule is not but]
    rules = [rule for rule in rules if rule.cause is cause]
    value = formula([knowledge.piece(rule) for rule in rules])
    shown = any(rule.sign > 0 and rule.role == "presentation" for rule in rules)
    return round(value if shown or cause.kind == "general" else min(value, 0.0), 4) + 0.0


def any_answer(dice, held):
    """Some answer that the field takes."""
    if isinstance(held, Many):
        return tuple(value for value in held.values if dice.random() < 1.5 / len(held.values))
    return stopping.any_answer(dice, held)


def some_answers(knowledge, dice, share=0.3):
    """Answers to some of the questions that contradict nothing."""
    answers = {}
    for key, held in knowledge.vocabulary.asked.items():
        if dice.random() < share:
            more = {**answers, key: any_answer(dice, held)}
            answers = more if knowledge.contradiction(more) is None else answers
    return answers


# -- the formula itself ----------------------------------------------------------------------------------------------


def some_pieces(dice, most=9):
    """Pieces of evidence, many of which share an answer."""
    return [
        Piece(
            dice.choice((0.1, 0.15, 0.2, 0.25, 0.35, 0.4, 0.5, 0.6, 0.85)), dice.choice((1, 1, -1)),
            dice.random() < 0.6, frozenset(name for name in "abcde" if dice.random() < 0.4),
        )
        for _ in range(dice.randint(1, most))
    ]  # fmt: skip


def test_no_answer_is_counted_twice():
    """Of the pieces that count on one side no two rest on the same answer, and no other selection says more."""
    dice = random.Random(17)
    for _ in range(300):
        pieces = some_pieces(dice)
        for sign in (1, -1):
            chosen = [pieces[place] for place in certainty.counted(pieces, sign)]
            named = [name for piece in chosen for name in piece.rests_on]
            assert len(named) == len(set(named)) and all(piece.sign == sign for piece in chosen)
            every = [piece for piece in pieces if piece.sign == sign]
            best = 1.0
            for size in range(len(every) + 1):
                for some in combinations(every, size):
                    names = [name for piece in some for name in piece.rests_on]
                    if len(names) == len(set(names)):
                        best = min(best, prod(1 - piece.strength for piece in some))
            assert prod(1 - piece.strength for piece in chosen) == pytest.approx(best)


def test_an_answer_told_again_changes_nothing():
    """Another piece on the same answer adds nothing unless it is stronger; then it counts instead."""
    morning = Piece(0.5, 1, True, frozenset({"worst"}))
    again = Piece(0.4, 1, True, frozenset({"worst"}))
    other = Piece(0.4, 1, True, frozenset({"onset"}))
    assert combine([morning, again]) == combine([again, morning]) == combine([morning]) == 0.5
    assert combine([morning, other]) == 0.7
    both = Piece(0.6, 1, True, frozenset({"worst", "onset"}))
    assert combine([morning, other, both]) == 0.7 and combine([again, both]) == 0.6


def test_it_is_monotone(formula):
    """More evidence for never lowers, more against never raises; wherever in the order of the rules it stands."""
    dice = random.Random(4)
    for _ in range(3000 if LONG else 1000):
        pieces = some_pieces(dice)
        place = dice.randrange(len(pieces))
        fewer = pieces[:place] + pieces[place + 1 :]
        for needs in (True, False):
            change = weigh(pieces, needs) - weigh(fewer, needs)
            assert change * pieces[place].sign >= 0, (pieces, place)


def test_it_stays_between_certainly_not_and_certainly_and_says_nothing_of_nothing(formula):
    dice = random.Random(5)
    assert weigh([], True) == weigh([], False) == 0.0
    for _ in range(300):
        pieces = [Piece(dice.choice((0.2, 0.5, 0.9)), dice.choice((1, -1)), True) for _ in range(dice.randint(1, 9))]
        assert -1 <= weigh(pieces, False) <= 1
        assert weigh(pieces, False) == rounded(weigh(pieces, False))


def test_risk_alone_concludes_nothing_that_needs_a_presentation(formula):
    risk, shown = Piece(0.6, 1, False), Piece(0.6, 1, True)
    assert weigh([risk], False) == weigh([shown], True) == 0.6
    assert weigh([risk, risk], True) == 0.0
    assert weigh([risk, Piece(0.6, -1, True)], True) <= 0.0
    assert weigh([Piece(0.6, -1, False)], True) < 0.0


def test_the_sentence_tells_the_formula(formula):
    pieces = [Piece(0.6, 1, True), Piece(0.5, -1, True), Piece(0.5, 1, False)]
    pro = formula([pieces[0], pieces[2]])
    assert together(pieces) == f"Together: {pro:.4g} for it, {-formula(pieces[1:2]):.4g} against it."
    assert together(pieces[:1]) == "Together: 0.6 for it, nothing against it."


# -- all that rests on it --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("base", BASES)
def test_consultation_and_comparison(formula, base):
    knowledge, dice = BASES[base], random.Random(11)
    consult = Consultant(knowledge).consult
    cases = [some_answers(knowledge, dice) for _ in range(24 if LONG else 12)]
    for one, other in zip(cases[::2], cases[1::2], strict=True):
        found = compare(consult(one), consult(other))
        for side in found.sides:
            by_formula = {cause.id: by_hand(knowledge, side, cause, formula) for cause in knowledge.causes}
            assert side.certainties == by_formula
            assert {c.cause.id: c.level for c in side.conclusions} == {
                name: level_of(value) for name, value in by_formula.items() if level_of(value) != "none"
            }
        for side, moves in zip(found.sides, found.moves, strict=True):
            for move in (move for move in moves if move.cause is not None):
                without = by_hand(knowledge, side, move.cause, formula, move.rule)
                assert move.by == rounded(side.certainties[move.cause.id] - without)


@pytest.mark.parametrize("base", BASES)
def test_the_bounds_hold_what_can_be_reached_and_are_it_where_nothing_is_open(formula, base):
    knowledge, dice = BASES[base], random.Random(7)
    consult = Consultant(knowledge).consult
    asked = knowledge.vocabulary.asked
    for _ in range(40 if LONG else 15):
        answers = some_answers(knowledge, dice, dice.choice((0.1, 0.5)))
        closed = frozenset(key for key in asked if key not in answers and dice.random() < 0.6)
        more = dict(answers)
        for key in asked:
            if key not in answers and key not in closed and dice.random() < 0.7:
                tried = {**more, key: any_answer(dice, asked[key])}
                more = tried if knowledge.contradiction(tried) is None else more
        bounds, ends = Outlook(knowledge, answers, closed).bounds, Outlook(knowledge, more, frozenset(asked)).bounds
        for name, value in consult(more).certainties.items():
            assert bounds[name].low <= value <= bounds[name].high, (name, answers, closed, more)
            assert ends[name].low == value == ends[name].high


def test_the_bounds_of_a_small_base_are_reached(formula):
    """Every completion of some houseplants: the bounds are no wider than they must be."""
    dice = random.Random(2)
    asked, consult = PLANTS.vocabulary.asked, Consultant(PLANTS).consult
    keys = ["pot.soil", "pot.light", "leaf.colour"]
    options = [[None, *asked["pot.soil"].values], [None, "yes", "no"], [None, (), ("yellow",), ("brown",)]]
    for _ in range(6):
        start = {key: a for key, a in some_answers(PLANTS, dice).items() if key not in keys}
        bounds = Outlook(PLANTS, start, frozenset(asked) - set(keys) - set(start)).bounds
        reached = [consult({**start, **{k: a for k, a in zip(keys, chosen, strict=True) if a is not None}}).certainties
                   for chosen in ((a, b, c) for a in options[0] for b in options[1] for c in options[2])]  # fmt: skip
        for cause in PLANTS.causes:
            ends = [each[cause.id] for each in reached]
            assert (bounds[cause.id].low, bounds[cause.id].high) == (min(ends), max(ends)), cause.id


class Two(Knowledge):
    """Single values of two fields, each with something to say for one cause."""

    dry = Supports(Pot(soil="dry"), cause=DARKNESS, hedge="maybe", claims="L1", because="the soil is dry")
    wet = Supports(
        Pot(soil=one_of("moist", "soaked")), cause=DARKNESS, hedge="surely", claims="L1", because="it is wet"
    )
    soaked = Supports(Pot(soil="soaked"), cause=DARKNESS, hedge="maybe", claims="L1", because="the soil is soaked")
    fern = Supports(Plant(kind="fern"), cause=DARKNESS, hedge="maybe", claims="L1", because="it is a fern")
    cactus = Supports(Plant(kind="cactus"), cause=DARKNESS, hedge="surely", claims="L1", because="it is a cactus")


def test_a_field_with_a_single_value_counts_once(formula, monkeypatch):
    """Whichever values two such fields have; where their ways are not tried one by one, the bound is no lower."""
    knowledge = replace(PLANTS, rules=(*PLANTS.rules, *Two.rules))
    asked, consult = knowledge.vocabulary.asked, Consultant(knowledge).consult
    closed = frozenset(asked) - {"pot.soil", "plant.kind"}
    reached = [consult({"pot.soil": soil, "plant.kind": kind}).certainties["darkness"]
               for soil in asked["pot.soil"].values for kind in asked["plant.kind"].values]  # fmt: skip
    assert Outlook(knowledge, {}, closed).bounds["darkness"].high == max(reached)
    monkeypatch.setattr(outlook, "_MOST_WAYS", 1)
    together = weigh([knowledge.piece(rule) for rule in Two.rules], needs_presentation=False)
    assert Outlook(knowledge, {}, closed).bounds["darkness"].high == together >= max(reached)


@pytest.mark.parametrize("seed", part_of(range(3), 3))
def test_stops(other_formula, seed):
    """What is called settled or exhausted no further answer changes."""
    dice = random.Random(seed)
    stops = [stopping.check_stops(dice, *stopping.partial_case(dice)) for _ in range(12)]
    assert any(settled for settled, _ in stops)


@pytest.mark.parametrize("case", search.CASES[::20], ids=lambda case: case.id)
def test_weighing_many_changes(other_formula, case):
    """Every change that is weighed comes to what the engine says, to the last digit."""
    search.test_what_is_weighed_is_what_the_engine_says(case)


@pytest.mark.parametrize("seed", part_of(range(4), 2))
def test_search(other_formula, seed):
    """The smallest changes, against running every one; on the shipped base."""
    search.test_brute_force_finds_the_same_changes_and_no_others(seed)


def search_everything(knowledge, answers):
    """Search a small base, and run all its changes of one answer and all pairs of them."""
    consultant, vocabulary = Consultant(knowledge), knowledge.vocabulary
    editor = Editor(vocabulary, EvidenceRules(knowledge).atoms)
    edits = [edit for key in vocabulary.asked for edit in editor.edits(answers, key)]
    expected = {cause.id: [] for cause in knowledge.causes}
    before = first(consultant, answers)
    for chosen in (*((one,) for one in edits), *combinations(edits, 2)):
        if len(chosen) == 1 or chosen[0].goes_with(chosen[1]):
            top = first(consultant, edited(vocabulary, answers, chosen))
            for cause in knowledge.causes:
                if top is not before if cause is before else top is cause:
                    expected[cause.id].append(frozenset(chosen))
    for way in Prospector(consultant).search(answers, most=None).ways:
        does = expected[way.cause.id]
        smallest = {one for one in does if len(one) == min(map(len, does))}
        assert {frozenset(change.edits) for change in way.changes} == smallest, way.cause.id
    return expected


@pytest.mark.parametrize("seed", range(6))
def test_search_among_houseplants(formula, seed):
    dice, asked = random.Random(seed), PLANTS.vocabulary.asked
    answers = some_answers(PLANTS, dice)
    search_everything(PLANTS, {key: a for key, a in answers.items() if isinstance(asked[key], Choice | Many)})


class Shared(Knowledge):
    """A rule that two changes switch off, each by itself."""

    old = Supports(Leaf(place="old"), cause=THIRST, hedge="surely", claims="T1", because="it shows on the old leaves")
    fern = Supports(Plant(kind="fern"), cause=THIRST, hedge="surely", claims="T1", because="it is a fern")
    both = Supports(Leaf(place="old"), Plant(kind="fern"), cause=THIRST, hedge="surely", claims="T1", because="both")


def test_what_two_changes_switch_off_stays_off(formula):
    knowledge = replace(PLANTS, rules=(*PLANTS.rules, *Shared.rules))
    answers = {"leaf.place": ("old",), "plant.kind": "fern", "pot.light": "no"}
    expected = search_everything(knowledge, answers)
    pair = {Edit("leaf.place", "remove", value="old"), Edit("plant.kind", "unset")}
    assert pair in expected["darkness"]


def first(consultant, answers):
    """The cause that comes first."""
    found = consultant.consult(answers).conclusions
    return found[0].cause if found else None


# -- the proof -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("base", BASES)
def test_translation(other_formula, base):
    """What the proof makes of a real case is what the engine makes of it, conclusions included."""
    knowledge, dice = BASES[base], random.Random(3)
    prover, consult = Prover(knowledge), Consultant(knowledge).consult
    for _ in range(40 if LONG else 15):
        real = consult(proof.random_case(knowledge.vocabulary, dice))
        assert prover.urgency(real) == real.urgency


def test_a_conclusion_that_its_evidence_does_not_give_has_no_place_in_the_proof(monkeypatch):
    """The translation check weighs too: cases of another formula fail it."""
    case = {"pain.location": ("midfoot",), "pain.one_spot": "yes"}
    monkeypatch.setattr(certainty, "combine", lambda pieces: -AS_IT_IS(pieces))
    other = Consultant(KNOWLEDGE).consult(case)
    monkeypatch.setattr(certainty, "combine", AS_IT_IS)
    assert other.conclusions != Consultant(KNOWLEDGE).consult(case).conclusions
    with pytest.raises(ProofError, match="leaves out"):
        Prover(KNOWLEDGE).urgency(other)


WEIGHED = ("a crack only where it is very likely", "a flag speaks against a cause that alarms")


@pytest.mark.parametrize("fault", part_of(WEIGHED, 2))
def test_faults_that_hang_on_certainties(other_formula, fault):
    """Each counterexample is one that the engine confirms: what was weighed for it is what the engine weighs."""
    make, *expected = proof.FAULTS[fault]
    numbers = "1235678" if LONG else sorted({name[0] for name in expected})
    failing = [verdict for verdict in proof.verdicts(make(), numbers=numbers).values() if not verdict.holds]
    assert failing
    for verdict in failing:
        assert verdict.counterexample.confirmed, f"{verdict.name}: {verdict.counterexample}"
