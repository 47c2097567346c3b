"""Rules and answers as English that somebody who is no programmer can check, made from the data alone.

Everything here is a clause (no capital, no full stop) unless it says otherwise; `sentence` makes one of it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction

from expert.conditions import COMPARISONS, Atom, Compares, Interpretation, Test
from expert.fields import Answer, Answers, Computed, Field, in_words
from expert.knowledge import KnowledgeBase
from expert.rules import KnowledgeRule


def sentence(clause: str) -> str:
    """A clause with a capital and a full stop."""
    text = clause[:1].upper() + clause[1:]
    return text if text.endswith((".", "!", "?", '."')) else text + "."


# -- answers ---------------------------------------------------------------------------------------------------------


def answer_clause(field: Field, answer: Answer) -> str:
    """One answer as a clause, in the person's own words and units: ``it had 3 cups a week``."""
    return field.describe(answer)


#: What explains a word of a clause.
_BRACKETS = re.compile(r" \([^()]*\)")


def brief_clause(field: Field, answer: Answer) -> str:
    """One answer in few words, as it stands among others: ``3 cups a week``."""
    briefly = field.says_briefly or field.yes_or_no and answer == field.assent and field.brief or ""
    return _BRACKETS.sub("", field.describe(answer, briefly))


def known_clause(knowledge: KnowledgeBase, answers: Answers, key: str) -> str | None:
    """What the case says about a field; of a worked-out number also what it was worked out from. None: not known."""
    field = knowledge.vocabulary.computed.get(key)
    if field is None:
        return answer_clause(knowledge.vocabulary.asked[key], answers[key]) if key in answers else None
    found = field.value(answers)
    if found is None:
        return None
    value, names = found
    given = in_words([answer_clause(knowledge.vocabulary.asked[name], answers[name]) for name in names])
    return given if len(names) == 1 else f"{given} ({worked_out(field, value)})"


def stood_on(knowledge: KnowledgeBase, answers: Answers, facts: Mapping[str, Sequence[str] | None]) -> list[str]:
    """The answers that a firing stood on, a clause each; of a list only the values that counted."""
    clauses = []
    for key, values in facts.items():
        field = knowledge.vocabulary.fields[key]
        whole = not (values and field.several)
        clause = known_clause(knowledge, answers, key) if whole else field.describe(tuple(values or ()))
        clauses.append(clause or f"{key} is not known")
    return clauses


_MANYFOLD = 2_000  #: percent; above this a figure says less than words


def worked_out(field: Computed, value: Fraction) -> str:
    """A worked-out number in words: ``50 percent more``, ``20 percent less``, ``no change``."""
    if field.unit != "percent":
        return f"{'minus ' if value < 0 else ''}{_decimal(abs(value))} {field.unit}"
    if not value:
        return "no change"
    if value >= _MANYFOLD:
        return "many times as much"
    return f"{_decimal(abs(value))} percent {'more' if value > 0 else 'less'}"


def _decimal(value: Fraction) -> str:
    """A number above zero in at most two decimals, with "about" where that rounds it."""
    text = f"{float(value):.2f}".rstrip("0").rstrip(".")
    if Fraction(text) == value:
        return text
    if not float(text):
        return "less than 0.01"
    short = f"{float(value):.1f}".removesuffix(".0")
    return f"about {short if float(short) else text}"


# -- conditions ------------------------------------------------------------------------------------------------------


def condition(knowledge: KnowledgeBase, atom: Atom) -> str:
    """One condition as a clause in the second person: ``the roots smell``."""
    if atom.kind == "finding":
        return f'"{atom.key}" was found'
    if atom.kind == "conclusion":
        return f'"{knowledge.cause(atom.key).short}" is {_level(atom.test)}'
    return _field_condition(knowledge.vocabulary.fields[atom.key], atom.test)


def conditions(knowledge: KnowledgeBase, rule: KnowledgeRule) -> list[str]:
    """All conditions of a rule, in order; every one must hold."""
    return [condition(knowledge, atom) for atom in rule.atoms]


def _level(test: Test) -> str:
    """Which level of certainty a condition asks for."""
    level = test.values[0] if test.values else ""
    return level if level == "very likely" else f"at least {level}"


def _field_condition(field: Field, test: Test) -> str:
    if test.limit is not None:
        return _comparison(field, test)
    if test.excludes:
        return _none_of(field, test.values)
    if field.yes_or_no:
        return " or ".join(field.describe(value) for value in test.values)
    labels = _labels(field, test.values)
    return field.says.format(_either(labels))


def _labels(field: Field, values: Sequence[str]) -> list[str]:
    return [field.values.get(value, value) for value in values]


def _either(labels: Sequence[str]) -> str:
    """``a, b or c``; labels that hold a comma come last, and an "and" or "or" in one is kept apart by a comma."""
    ordered = sorted(labels, key=lambda label: "," in label)
    if len(ordered) == 1 or not any(sign in label for label in ordered for sign in (",", " or ", " and ")):
        return in_words(ordered, "or")
    return f"{', '.join(ordered[:-1])}, or {ordered[-1]}"


def _none_of(field: Field, values: Sequence[str]) -> str:
    """A list was given, and it lacks these."""
    labels = _labels(field, values)
    if not labels:
        return field.says.format("none of the answers offered")
    if len(labels) == 1:
        return f"it is not so that {field.says.format(labels[0])}"
    return field.says.format(f"neither {', '.join(labels[:-1])} nor {labels[-1]}")


def _comparison(field: Field, test: Compares) -> str:
    """The limit goes where the answer goes, and the reader is told that the number is a reading of ours."""
    before, _, after = field.says.partition("{}")
    words = after.split(maxsplit=1)
    if words and _same_unit(words[0], test.limit.shown.rsplit(maxsplit=1)[-1]):
        after = f" {words[1]}" if len(words) > 1 else ""
    clause = f"{before}{COMPARISONS[test.relation][1]} {test.limit.shown}{after}"
    if field.sources and test.relation == "at_most":
        clause += ", if at all"
    return f"{clause} ({reading(test.limit)})"


def _same_unit(one: str, other: str) -> bool:
    """Whether two words are one unit, be it one or many: ``year(s)`` and ``years``."""
    return one.replace("(s)", "").rstrip("s") == other.replace("(s)", "").rstrip("s")


def reading(limit: Interpretation) -> str:
    """A number that its source does not give, named as ours."""
    return f'our reading of "{limit.name}"'


# -- rules -----------------------------------------------------------------------------------------------------------


def interpretation_lines(rule: KnowledgeRule) -> list[str]:
    """The numbers that a rule uses and its source does not give, each with its reason."""
    named = dict.fromkeys(rule.interpretations)
    return [f"{reading(one)}: {one.shown}. {one.reason}" for one in named]


def warrant_keys(rule: KnowledgeRule) -> list[str]:
    """What a rule stands on, in short: its claims and the keys of its sources."""
    return [*rule.claims, *(source.key for source in rule.source)]


def warrant_lines(knowledge: KnowledgeBase, rule: KnowledgeRule) -> list[str]:
    """What a rule stands on: each claim with its section, paraphrase and hedge; each citation with its date."""
    lines = [claim_line(knowledge, claim) for claim in rule.claims]
    return lines + [f"{source.text} (read {source.read})" for source in rule.source]


def claim_line(knowledge: KnowledgeBase, claim_id: str) -> str:
    """One claim: its id, its section, what it says, and the word by which it limits itself."""
    claim = knowledge.claims[claim_id]
    hedge = "" if claim.hedge in ("", "plain") else f' [hedge: "{claim.hedge.replace("-", " ")}"]'
    return f"{claim.id} ({claim.section}): {claim.text}{hedge}"
