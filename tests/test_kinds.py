"""A new kind of rule, and a new kind of answer, is one class: all that the shell does, it does with them as well."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from io import StringIO

import pytest
from houseplants import BOOK, PLANTS, Pot
from rich.console import Console
from shared import reader_of

from expert.asking.reasons import why_asked
from expert.asking.screens import Planner
from expert.cases.changes import read_changes
from expert.cases.schema import case_schema
from expert.cases.yaml_cases import dump_case
from expert.conditions import Interpretation, at_least
from expert.consultation import Consultant
from expert.examining.compare import compare, groups
from expert.examining.edits import Editor
from expert.explaining.rule_text import write_rule
from expert.fields import Group, Numeric, Quantity, Vocabulary
from expert.outlook import Outlook
from expert.problems import FaultyKnowledge
from expert.publishing import markdown
from expert.publishing.graph import as_text, base_graph
from expert.publishing.rule_book import book_document
from expert.redundancy import redundant
from expert.rules import Knowledge, KnowledgeRule, Remark, Supports

NEAR = Remark("near", "It may stay where it is.")


class Guides(KnowledgeRule):
    """Guidance: what may go on as it is."""

    kind = "guidance"
    salience_of_kind = 10
    heading = effect = "Guidance"
    rank = 5

    def __init__(self, *conditions, guidance, because, claims="", source=()):
        super().__init__(*conditions, because=because, claims=claims, source=source)
        self.remark = guidance

    def then(self, base):
        return f'this is guidance: "{self.remark.text}"'

    def faults(self, base):
        yield from super().faults(base)
        if not self.remark.text:
            yield "guides to nothing"


def guided(remark=NEAR, times=1):
    """The plants with guidance: a plant in light may stay."""
    body = {
        f"stay{number or ''}": Guides(Pot(light="yes"), guidance=remark, because="it has light", source=BOOK)
        for number in range(times)
    }
    return replace(PLANTS, rules=[*PLANTS.rules, *type("Guidance", (Knowledge,), body).rules])


def written(write, *args):
    """What is written on a terminal."""
    console = Console(file=StringIO(), width=100)
    write(console, *args)
    return console.file.getvalue()


def test_a_new_kind_of_rule_fires_and_changes_no_recommendation():
    answers = reader_of(PLANTS).read_mapping({"pot": {"light": "yes", "soil": "dry"}}).answers
    with_it, without = Consultant(guided()).consult(answers), Consultant(PLANTS).consult(answers)
    assert with_it.result() == without.result()
    assert [firing.rule.kind for firing in with_it.trace if firing not in without.trace] == ["guidance"]
    assert list(groups(compare(with_it, without).moves[0])) == ["Guidance"]


def test_a_new_kind_of_rule_is_told_and_drawn():
    base = guided()
    rule = base.rule("guidance.stay")
    told = written(write_rule, base, rule.name)
    assert "(guidance)" in told and rule.then(base)[1:] in told
    assert rule.then(base)[1:] in markdown.render(book_document(base))
    assert NEAR.text in as_text(base_graph(base))


def test_a_new_kind_of_rule_is_checked():
    assert [one.about for one in redundant(guided(times=2)) if one.about.startswith("guidance")] == ["guidance.stay1"]
    with pytest.raises(FaultyKnowledge, match="guides to nothing"):
        guided(Remark("nothing", ""))


def test_a_new_kind_of_rule_has_its_question_asked():
    base = guided()
    open_rules = [rule for rule in Outlook(base, {}).waiting() if rule.kind == "guidance"]
    assert [rule.name for rule in open_rules] == ["guidance.stay"]
    screen = Planner(base).screen_of(base.vocabulary.asked["pot.light"], {"pot.light": (0.0, 1.0)})
    assert "what is worth doing" in next(why_asked(Outlook(base, {}), screen))[0]


@dataclass(eq=False)
class Money(Numeric):
    """An amount, such as ``3.50 EUR``."""

    unit: str = "EUR"

    def read(self, raw, units=""):
        try:
            amount = Decimal(self._text(raw).removesuffix(self.unit).strip())
        except InvalidOperation:
            raise self.wrong(raw) from None
        return self.quantity(Fraction(amount))

    def quantity(self, value):
        return Quantity(value, f"{float(value):.2f} {self.unit}")

    def schema(self, unknown):
        return self._schema({"minimum": 0}, r"^[0-9.]+ ?(EUR)?$", unknown)

    def plain(self, answer):
        return answer.text

    def allowed(self):
        return "an amount such as 3.50 EUR"


class Price(Group):
    paid = Money("What did it cost?", "See the bill.", "it cost {}")


DEAR = Interpretation("dear", Fraction(20), "20 EUR", "The book says 'dear' without a number.")
SOLD = type("Bill", (Knowledge,), {
    "dear": Supports(Price(paid=at_least(DEAR)), cause=PLANTS.causes[0], hedge="maybe", because="it was dear",
                     source=BOOK),
})  # fmt: skip
SHOP = replace(
    PLANTS, vocabulary=Vocabulary([*PLANTS.vocabulary.groups.values(), Price]), rules=[*PLANTS.rules, *SOLD.rules]
)


def test_a_new_kind_of_answer_is_read_written_and_in_the_schema():
    answers = {"price.paid": Quantity(Fraction("24.5"), "24.50 EUR")}
    assert reader_of(SHOP).read_mapping({"price": {"paid": "24.5 EUR"}}).answers == answers
    assert read_changes(["price.paid=24.50"], SHOP, "km") == answers
    assert "paid: 24.50 EUR" in dump_case(answers, SHOP.vocabulary)
    assert case_schema(SHOP)["properties"]["price"]["properties"]["paid"]["anyOf"][0] == {
        "type": "number",
        "minimum": 0,
    }


def test_a_new_kind_of_answer_is_reasoned_from_asked_and_varied():
    dear = Consultant(SHOP).consult({"price.paid": Quantity(Fraction("24.5"), "24.50 EUR")})
    assert [firing.rule.name for firing in dear.trace] == ["bill.dear"]
    screen = Planner(SHOP).screen_of(SHOP.vocabulary.asked["price.paid"], {"price.paid": (1.0, 1.0)})
    assert screen.kind == "numbers" and screen.keys == ("price.paid",)
    atoms = [atom for rule in SHOP.rules for atom in rule.atoms]
    (cheaper, unset) = Editor(SHOP.vocabulary, atoms).edits(dear.answers, "price.paid")
    assert cheaper.answer.value < 20 and unset.kind == "unset"
