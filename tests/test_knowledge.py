"""A faulty knowledge base is refused when it is loaded, with a message that names the fault."""

from __future__ import annotations

import inspect
from dataclasses import replace

import pytest
from houseplants import CLAIMS, DROWNING, LONG_AGO, PLANTS, THIRST, WATER, Leaf, Plant, Pot

from expert.certainty import Hedge
from expert.conditions import Concluded, Found, at_least, none_of, one_of
from expert.errors import KnowledgeError
from expert.experta_guard import P
from expert.faults import faults
from expert.fields import Computed, Group, Vocabulary, YesNo
from expert.knowledge import RedFlag
from expert.rules import Advises, Alerts, Bundle, Cause, Finds, Knowledge, Opposes, Remark, Supports, Withholds
from kb.book import KNOWLEDGE


def chapter(**rules):
    """These rules in a Knowledge class; their names begin with ``seeded.``"""
    return type("Seeded", (Knowledge,), rules).rules


def refused(*words, **changes):
    """Load the plants with these changes; give the message, which must hold the words."""
    with pytest.raises(KnowledgeError) as caught:
        replace(PLANTS, **changes)
    message = str(caught.value)
    for word in words:
        assert word in message, message
    return message


def refused_rule(rule, *words):
    """Load the plants with one more rule; the message names it."""
    return refused("seeded.bad", *words, rules=(*PLANTS.rules, *chapter(bad=rule)))


def supports(*conditions, **changes):
    return Supports(*conditions, **{"cause": THIRST, "hedge": "surely", "claims": "T1", "because": "why", **changes})


def advises(*conditions, **changes):
    return Advises(*conditions, **{"advice": WATER, "cause": THIRST, "claims": "T4", "because": "why", **changes})


def alerts(*conditions, **changes):
    say = Remark("look", "Look at it.")
    return Alerts(*conditions, **{"alert": say, "urgency": "urgent", "claims": "T4", "because": "why", **changes})


class Bed(Group):
    """A group that belongs to no vocabulary."""

    dry = YesNo("", "", "", denies="")


def test_the_bases_themselves_load():
    assert list(faults(PLANTS)) == [] == list(faults(KNOWLEDGE))
    assert replace(PLANTS, rules=(*PLANTS.rules, *chapter(good=supports(Pot(soil="dry")))))


STRANGER = Cause("mites", "specific", "Mites", "Small.")

FAULTS = {
    "misspelt field": (supports(Pot(sole="dry")), ["pot.sole", "did you mean pot.soil?"]),
    "no such group": (supports(Bed(dry="yes")), ["bed.dry", "no such field"]),
    "misspelt value": (supports(Pot(soil="driy")), ["pot.soil", "'driy'", "did you mean dry?"]),
    "one misspelt value of several": (supports(Pot(soil=one_of("dry", "moits"))), ["'moits'", "did you mean moist?"]),
    "misspelt value that is lacking": (supports(Leaf(colour=none_of("yelow"))), ["'yelow'", "did you mean yellow?"]),
    "value of another type": (supports(Plant(days_dry="14")), ["plant.days_dry", "takes a number"]),
    "number for a word": (supports(Pot(soil=at_least(LONG_AGO))), ["pot.soil", "no number"]),
    "none_of on one value": (supports(Pot(soil=none_of("dry"))), ["none_of", "pot.soil"]),
    "misspelt hedge": (supports(Pot(soil="dry"), hedge="surly"), ["'surly'", "did you mean surely?"]),
    "misspelt role": (supports(Pot(soil="dry"), role="risky"), ["'risky'", "presentation"]),
    "no such claim": (supports(Pot(soil="dry"), claims="T9"), ["claim T9"]),
    "claims parted by commas": (supports(Pot(soil="dry"), claims="T1,T2"), ["T1,T2"]),
    "one claim of two": (supports(Pot(soil="dry"), claims="T1 X7"), ["claim X7"]),
    "no warrant": (supports(Pot(soil="dry"), claims=""), ["no warrant"]),
    "no warrant for advice": (advises(Concluded(THIRST), claims=""), ["no warrant"]),
    "no warrant for an alert": (alerts(Plant(smell="yes"), claims=""), ["no warrant"]),
    "no warrant for a finding": (Finds(Pot(soil="dry"), finding="drought", because="why"), ["no warrant"]),
    "no warrant for withholding": (Withholds(Pot(soil="dry"), advice=WATER, because="why"), ["no warrant"]),
    "a remedy that is no field": (
        advises(Concluded(THIRST), advice=Remark("mist", "Mist it.", remedies=("plant.misted",))),
        ["advice mist", "plant.misted is no remedy"],
    ),
    "a remedy that cannot be untried": (
        advises(Concluded(THIRST), advice=Remark("mist", "Mist it.", remedies=("pot.soil",))),
        ["pot.soil is no remedy"],
    ),
    "no condition": (supports(), ["no condition"]),
    "bare lambda": (supports(Pot(soil=P(lambda value: True))), ["read back"]),
    "a number as literal": (supports(Plant(days_dry=14)), ["read back"]),
    "two fields in one pattern": (supports(Pot(soil="dry", light="no")), ["exactly one field"]),
    "no field in a pattern": (supports(Pot()), ["exactly one field"]),
    "negation": (supports(~Pot(soil="dry")), ["no plain pattern"]),
    "alternatives": (supports(Pot(soil="dry") | Pot(light="no")), ["no plain pattern"]),
    "unknown finding": (supports(Found("wet rots")), ["wet rots", "did you mean wet roots?"]),
    "no such cause waited for": (advises(Concluded(STRANGER)), ["cause mites"]),
    "no such level": (advises(Concluded(THIRST, "probable")), ["probable"]),
    "level none": (advises(Concluded(THIRST, "none")), ["none"]),
    "no such cause supported": (supports(Pot(soil="dry"), cause=STRANGER), ["mites"]),
    "no such cause advised": (advises(Pot(soil="dry"), cause=STRANGER), ["mites"]),
    "no such stage": (advises(Concluded(THIRST), stage="later"), ["'later'", "if_no_better"]),
    "no such urgency": (alerts(Plant(smell="yes"), urgency="soon"), ["'soon'", "advisable"]),
    "an alert that is none": (alerts(Plant(smell="yes"), urgency="self_care"), ["'self_care'"]),
    "evidence from a conclusion": (supports(Concluded(DROWNING)), ["from a conclusion back to evidence"]),
    "evidence against from a conclusion": (
        Opposes(Concluded(DROWNING), cause=THIRST, hedge="surely", claims="T1", because="why"),
        ["from a conclusion back to evidence"],
    ),
    "finding from a conclusion": (
        Finds(Concluded(DROWNING), finding="wet", claims="D1", because="why"),
        ["from a conclusion"],
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_seeded_fault_is_refused_by_name(fault):
    rule, words = FAULTS[fault]
    refused_rule(rule, *words)


def test_two_rules_of_one_name():
    first, second = chapter(same=supports(Pot(soil="dry"))), chapter(same=supports(Pot(light="no")))
    refused("seeded.same", "2 times", rules=(*PLANTS.rules, *first, *second))


def test_a_rule_outside_a_class():
    refused("outside a Knowledge class", rules=(*PLANTS.rules, supports(Pot(soil="dry"))))


def test_a_rule_that_hides_another():
    class Base(Knowledge):
        same = supports(Pot(soil="dry"))

    with pytest.raises(KnowledgeError, match="hides a rule"):
        type("Deeper", (Base,), {"same": supports(Pot(light="no"))})


def test_one_rule_with_two_names():
    rule = supports(Pot(soil="dry"))
    with pytest.raises(KnowledgeError, match="two names"):
        chapter(one=rule, other=rule)


def unsaid(kind, **changes):
    """A rule that leaves its cause to its class."""
    return kind(Pot(soil="dry"), **{"claims": "T1", "because": "why", **changes})


def test_a_class_gives_its_rules_the_cause_that_they_do_not_say():
    class Thirsty(Knowledge, cause=THIRST):
        dry = unsaid(Supports, hedge="surely")
        wet = unsaid(Opposes, hedge="surely")
        several = Bundle({"": unsaid(Advises, advice=WATER), "found": unsaid(Finds, finding="drought")})
        other = unsaid(Supports, hedge="surely", cause=DROWNING)
        for_none = unsaid(Advises, advice=WATER, cause=None)

    causes = [rule.cause for rule in Thirsty.rules]
    assert causes == [THIRST, THIRST, THIRST, None, DROWNING, None]


@pytest.mark.parametrize("kind, said", [(Supports, {"hedge": "surely"}), (Advises, {"advice": WATER})])
def test_a_rule_without_a_cause_is_named_with_its_line(kind, said):
    line = inspect.currentframe().f_lineno + 1
    rule = kind(Pot(soil="dry"), claims="T1", because="why", **said)
    with pytest.raises(KnowledgeError, match=rf"test_knowledge.py:{line}: seeded.bad has no cause") as caught:
        chapter(bad=rule)
    assert "class Name(Knowledge, cause=...)" in str(caught.value) and "cause=None" in str(caught.value)


def test_a_claim_that_nothing_rests_on():
    refused("T2", "rests in no rule", rules=[rule for rule in PLANTS.rules if rule.name != "thirst.brown"])
    refused("S1", "rests in no rule", mechanisms={})
    more = {**CLAIMS, "T5": replace(CLAIMS["T4"], id="T5")}
    refused("T5", "rests in no rule", claims=more)


def test_a_hedge_that_would_divide_by_nothing():
    for hedge in (Hedge("surely", 1.0, 0.5), Hedge("surely", 0.0, 0.5), Hedge("surely", 1.5, 0.5)):
        refused("surely", "not between 0 and 1", hedges={**PLANTS.hedges, "surely": hedge})


def test_red_flags_are_checked_too():
    refused("plant.smel", "did you mean plant.smell?", red_flags=[RedFlag("plant.smel", ("yes",), (), "")])
    refused("'wet'", "pot.soil", red_flags=[RedFlag("pot.soil", ("wet",), (), "")])


def test_a_computed_field_is_checked_too():
    class Sum(Group):
        more = Computed("", "", "", sources=[("plant.days_dri",)], work_out=lambda days: days)

    with pytest.raises(KnowledgeError, match="plant.days_dri.*did you mean plant.days_dry"):
        Vocabulary([Plant, Sum])


def test_all_faults_are_told_at_once():
    bad = chapter(one=supports(Pot(sole="dry")), two=supports(Pot(soil="dry"), hedge="surly"))
    message = refused("seeded.one", "seeded.two", rules=(*PLANTS.rules, *bad))
    assert "2 fault(s)" in message


def test_nothing_of_a_faulty_class_stays_behind():
    for _ in range(3):
        refused_rule(supports(Pot(sole="dry")), "pot.sole")
    assert list(faults(PLANTS)) == []


def test_lookups_name_the_nearest():
    for base, wrong, right in (
        (PLANTS, "thirst.dry_sole", "thirst.dry_soil"),
        (KNOWLEDGE, "bunions.bmp", "bunions.bump"),
    ):
        with pytest.raises(KnowledgeError, match=f"did you mean {right}"):
            base.rule(wrong)
    with pytest.raises(KnowledgeError, match="did you mean bunions"):
        KNOWLEDGE.cause("bunion")


def test_a_misspelt_claim_names_the_nearest():
    refused_rule(supports(Pot(soil="dry"), claims="T11"), "claim T11", "did you mean T1?")


# -- the knowledge base on feet --------------------------------------------------------------------------------------


def test_each_specific_cause_has_its_own_advice():
    """ST3: own advice, that waits for this cause and is given for no other."""
    advice = {
        cause.id: {r.remark.id for r in KNOWLEDGE.rules if isinstance(r, Advises) and r.cause is cause}
        for cause in KNOWLEDGE.causes
    }
    for cause in KNOWLEDGE.causes:
        others = set().union(*(advice[other.id] for other in KNOWLEDGE.causes if other is not cause))
        assert advice[cause.id] - others, cause.id
        if cause.kind == "specific":
            assert len(advice[cause.id] - others) >= 3, cause.id


def test_all_82_claims_and_ten_causes_are_there():
    assert len(KNOWLEDGE.claims) == 82
    assert [cause.id for cause in KNOWLEDGE.causes] == [
        "mileage_increase", "overpronation", "weak_muscles", "plantar_fasciitis", "bunions", "achilles_tendonitis",
        "stress_fracture", "athletes_foot", "ankle_sprain", "extensor_tendonitis",
    ]  # fmt: skip
    assert [cause.kind for cause in KNOWLEDGE.causes] == ["general"] * 3 + ["specific"] * 7


def test_the_article_alone_holds_every_claim():
    """Leaving the other sources out loses no claim, and what is left is whole."""
    article = KNOWLEDGE.article_only()
    assert list(faults(article)) == []
    assert all(rule.claims and not rule.source for rule in article.rules)
    assert not article.assesses_alerts and not article.red_flags


def test_evidence_bears_the_hedge_of_a_claim_that_it_cites():
    """The source's own word decides the strength (design); evidence against may weigh by its own."""
    for rule in KNOWLEDGE.article_only().rules:
        if isinstance(rule, Supports) and not isinstance(rule, Opposes):
            assert rule.hedge in {KNOWLEDGE.claims[claim].hedge for claim in rule.claims}, rule.name


def test_claims_stand_with_their_own_cause():
    """No rule for a cause cites a claim from another cause's section."""
    of = {"GM": "mileage_increase", "GO": "overpronation", "GW": "weak_muscles", "PF": "plantar_fasciitis",
          "BU": "bunions", "AT": "achilles_tendonitis", "SF": "stress_fracture", "AF": "athletes_foot",
          "AS": "ankle_sprain", "ET": "extensor_tendonitis"}  # fmt: skip
    for rule in KNOWLEDGE.rules:
        if isinstance(rule, (Supports, Advises)) and rule.cause is not None:
            assert {of[claim[:2]] for claim in rule.claims if claim[:2] in of} <= {rule.cause.id}, rule.name
