"""Several reasoners over the same rules say the same, and what must not matter does not.

The engine, the sheet of many cases, a plain evaluator written here, and CLIPS (where clipspy is installed) are given
random cases that are drawn from the rules' own values and thresholds, so that rules fire and collide. Some by default,
20,000 in a long run, as many as FOOTWISE_CASES says on demand; FOOTWISE_SEED draws others.
"""

from __future__ import annotations

import csv
import io
import json
import os
import random
import sys
from functools import cache

import pytest
from houseplants import PLANTS
from shared import LONG, READER, ROOT

from expert.cases.reader import CaseReader
from expert.cases.yaml_cases import dump_case
from expert.certainty import level_of, levels_up_to
from expert.conditions import Compares, NoneOf
from expert.consultation import Consultant
from expert.evaluating import Evaluator
from expert.examining.sheet import Literal, Sheet, Told
from expert.examining.ways import Ways
from expert.fields import Listed, quantity
from expert.webpage.face import WebFace
from kb.book import KNOWLEDGE

HOW_MANY = int(os.environ.get("FOOTWISE_CASES") or (20_000 if LONG else 160))
SEED = int(os.environ.get("FOOTWISE_SEED") or 0)
AT_ONCE = 2_000
BASES = {"plants": PLANTS, "feet": KNOWLEDGE}


# -- random cases ----------------------------------------------------------------------------------------------------


class Dice:
    """Draws cases that are possible and in which rules fire, nearly fire, and speak against each other."""

    def __init__(self, base, seed):
        self.base, self.dice, self.ways = base, random.Random(seed), Ways(base)
        self.waiting = [rule for rule in base.rules if any(atom.kind != "conclusion" for atom in rule.atoms)]

    def case(self):
        """The answers of one, in the vocabulary's order; rules of one cause or chapter come together."""
        while True:
            first = self.dice.randrange(len(self.waiting))
            near = self.waiting[max(0, first - 12) : first + 12]
            rules = [self.dice.choice(self.dice.choice((near, self.waiting))) for _ in range(self.dice.randint(1, 9))]
            answers = self.ways.together([way for rule in rules for way in self._some(rule)], over=True)
            if answers and self.base.contradiction(answers) is None:
                return {key: answers[key] for key in self.base.vocabulary.asked if key in answers}

    def _some(self, rule):
        """What meets a rule's conditions, but for a denial here and there."""
        for atom in rule.atoms:
            if atom.kind != "conclusion":
                ways = self.ways.literal(Literal(atom, denied=self.dice.random() < 0.15))
                yield from [self.dice.choice(ways)] if ways else []


def cases(base, seed=1):
    """So many cases, some thousands at a time."""
    dice = Dice(base, seed + 10 * SEED)
    left = HOW_MANY
    while left > 0:
        yield [dice.case() for _ in range(min(left, AT_ONCE))]
        left -= AT_ONCE


# -- a plain evaluator -----------------------------------------------------------------------------------------------


def holds(test, value):
    """Whether one value passes one test."""
    if isinstance(test, Compares):
        bound = test.limit.value
        return {"at_least": value >= bound, "above": value > bound, "at_most": value <= bound}[test.relation]
    if isinstance(test, NoneOf):
        return isinstance(value, Listed) and not set(test.values) & set(value.values)
    return isinstance(value, str) and value in test.values


def facts_of(base, answers):
    """Every field with its values, as sets; a whole list is a value of its own."""
    found = {}
    for key, answer in answers.items():
        held = base.vocabulary.asked[key]
        if held.numeric:
            found[key] = [quantity(answer).value]
        else:
            found[key] = [*answer, Listed(frozenset(answer))] if held.several else [answer]
    for key, held in base.vocabulary.computed.items():
        for names in held.sources:
            result = held.work_out(*(found[name][0] for name in names)) if all(n in found for n in names) else None
            if result is not None:
                found[key] = [result]
                break
    return found


@cache
def sorted_out_of(name):
    """The different conditions on each field, and each rule with those that it needs and its other conditions."""
    tests, rules = {}, []
    for rule in BASES[name].rules:
        on_answers = [atom for atom in rule.atoms if atom.kind == "field"]
        for atom in on_answers:
            tests.setdefault(atom.key, {})[atom] = None
        rules.append((rule, frozenset(on_answers), [atom for atom in rule.atoms if atom.kind != "field"]))
    return tests, rules


def sorted_out(base):
    return sorted_out_of(next(name for name, held in BASES.items() if held is base))


def plainly(base, answers):
    """The names of the rules that fire, and the certainty of each cause."""
    facts, findings, reached = facts_of(base, answers), set(), {}
    tests, rules = sorted_out(base)
    true = {atom for key in facts for atom in tests.get(key, ()) if any(holds(atom.test, one) for one in facts[key])}
    possible = [(rule, others) for rule, needed, others in rules if needed <= true]

    def met(atom):
        if atom.kind == "finding":
            return atom.key in findings
        return bool({*atom.test.values} & reached.get(atom.key, set()))

    def firing():
        return [rule for rule, others in possible if all(map(met, others))]

    while True:  # until nothing more is found
        more = {rule.finding for rule in firing() if rule.finding} - findings
        if not more:
            break
        findings |= more
    first = firing()
    certainties = {cause.id: base.certainty(cause, first) for cause in base.causes}
    reached.update({name: set(levels_up_to(level_of(certain))) for name, certain in certainties.items()})
    return {rule.name for rule in firing()}, certainties


# -- they agree ------------------------------------------------------------------------------------------------------


def clips_of(base):
    """From answers to the rules that CLIPS fires; what is concluded in between is weighed by the base."""
    pytest.importorskip("clips")
    sys.path.insert(0, str(ROOT / "tests" / "benchmarks"))
    from clips_rules import Clips, concluded, facts

    machine = Clips(base.rules, conclusions=True)

    def fired(answers):
        first = [base.rules[place] for place in machine.one_by_one(facts(base.vocabulary, answers))]
        levels = [
            (cause.id, level) for cause in base.causes for level in levels_up_to(level_of(base.certainty(cause, first)))
        ]
        return {base.rules[place].name for place in machine.further([concluded(*one) for one in levels])}

    return fired


@pytest.mark.parametrize("name", BASES)
def test_engine_sheet_and_plain_evaluator_agree(name):
    base, fired = BASES[name], set()
    consultant = Consultant(base)
    for some in cases(base):
        sheet = Sheet(base, some)
        for place, answers in enumerate(some):
            real = consultant.consult(answers)
            names = {firing.rule.name for firing in real.trace}
            plain, certainties = plainly(base, answers)
            assert (names, real.certainties) == (plain, certainties), answers
            assert {base.rules[rule].name for rule in sheet.fired[place]} == names, answers
            assert sheet.told(place) == Told.of(real), answers
            fired |= names
    assert len(fired) >= 0.5 * len(base.rules)  # the cases are about the rules


@pytest.mark.parametrize("name", BASES)
def test_clips_agrees(name):
    base = BASES[name]
    clips, consultant = clips_of(base), Consultant(base)
    for some in cases(base, seed=2):
        for answers in some:
            assert clips(answers) == {firing.rule.name for firing in consultant.consult(answers).trace}, answers


def test_a_reasoner_that_is_wrong_at_a_threshold_is_noticed(monkeypatch):
    """The cases lie on the thresholds, too: more than ten is not ten, at least ten is."""
    right = holds

    def wrong(test, value):
        if getattr(test, "relation", "") in {"above", "at_least"} and value == test.limit.value:
            return test.relation == "above"
        return right(test, value)

    (some, *_) = cases(KNOWLEDGE, seed=1)
    before = [plainly(KNOWLEDGE, answers) for answers in some[:80]]
    monkeypatch.setitem(globals(), "holds", wrong)
    assert [plainly(KNOWLEDGE, answers) for answers in some[:80]] != before


# -- what must not matter --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def some():
    dice = Dice(KNOWLEDGE, 3)
    return [dice.case() for _ in range(200 if LONG else 25)]


def text_of(answers):
    return Consultant(KNOWLEDGE).consult(answers).text


@pytest.fixture(scope="module")
def one():
    """A consultant that is used again and again."""
    return Consultant(KNOWLEDGE)


def test_the_order_of_answers_and_a_used_engine_do_not_matter(some, one):
    dice = random.Random(4)
    for answers in some:
        turned = list(answers.items())
        dice.shuffle(turned)
        assert one.consult(dict(turned)).result() == one.consult(answers).result()
    fresh = some[:: max(1, len(some) // 5)]
    assert [text_of(answers) for answers in fresh] == [one.consult(answers).text for answers in fresh]


def test_an_answer_that_no_rule_reads_changes_nothing(some, one):
    read = {source for rule in KNOWLEDGE.rules for atom in rule.atoms if atom.kind == "field"
            for source in KNOWLEDGE.vocabulary.sources(atom.key)}  # fmt: skip
    flags = {flag.field for flag in KNOWLEDGE.red_flags} | {KNOWLEDGE.place}
    idle = [key for key in KNOWLEDGE.vocabulary.asked if key not in read | flags]
    assert idle
    for answers in some:
        for key in idle:
            more = {**answers, key: next(iter(KNOWLEDGE.vocabulary.asked[key].values))}
            assert one.consult(more).text == one.consult(answers).text


def raw(answers):
    groups = {}
    for key, answer in answers.items():
        group, name = key.split(".")
        groups.setdefault(group, {})[name] = KNOWLEDGE.vocabulary.asked[key].plain(answer)
    return groups


def as_csv(answers):
    cells = {}
    for key, answer in answers.items():
        plain = KNOWLEDGE.vocabulary.asked[key].plain(answer)
        cells[key] = (";".join(plain) if plain else "[]") if isinstance(plain, list) else str(plain)
    out = io.StringIO()
    writer = csv.DictWriter(out, list(cells))
    writer.writeheader()
    writer.writerow(cells)
    return out.getvalue()


def test_every_format_and_a_batch_say_what_a_consultation_says(some, one, tmp_path):
    evaluator, reader = Evaluator(KNOWLEDGE), CaseReader(KNOWLEDGE)
    for number, answers in enumerate(some):
        written = {
            "yaml": dump_case(answers, KNOWLEDGE.vocabulary), "json": json.dumps(raw(answers)), "csv": as_csv(answers),
        }  # fmt: skip
        for ending, text in written.items():
            path = tmp_path / f"{number}.{ending}"
            path.write_text(text, encoding="utf-8")
            (case,) = reader.read_paths([str(path)], None)
            assert case.answers == answers, (ending, text)
        result = evaluator.evaluate(raw(answers))
        assert {key: result[key] for key in one.consult(answers).result()} == one.consult(answers).result()


def test_the_page_gives_what_a_batch_gives_for_the_case_that_it_saves(some):
    """One result for all ways in: what is shown on the page, what it saves, and what a batch makes of that."""
    evaluator = Evaluator(KNOWLEDGE)
    for answers in some[::12]:
        face = WebFace(KNOWLEDGE)
        face.open()
        face.load("mine.yaml", dump_case(answers, KNOWLEDGE.vocabulary))
        face.reply([("reply", "done")])
        shown = face.dialogue.talk.result().result()
        (saved,) = face.save()["files"]
        (result,) = evaluator.evaluate_text(saved["text"])
        assert {key: result[key] for key in shown} == shown


def test_miles_and_kilometres_say_the_same(one):
    lengths = [key for key, held in KNOWLEDGE.vocabulary.asked.items() if held.is_length]
    dice, tried = Dice(KNOWLEDGE, 3), 0
    while tried < (60 if LONG else 6):
        answers = dice.case()
        given = [key for key in lengths if key in answers]
        groups = raw(answers)
        for key in given:
            group, name = key.split(".")
            metres = quantity(answers[key]).value
            groups[group][name] = f"{float(metres / 1000):.12g} km"
        case = READER.read_mapping(groups)
        if given and all(quantity(case.answers[key]).value == quantity(answers[key]).value for key in given):
            tried += 1
            other, same = one.consult(case.answers), one.consult(answers)
            assert Told.of(other) == Told.of(same) and other.certainties == same.certainties
