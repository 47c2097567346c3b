"""The faults of a knowledge base: what experta and Python accept in silence, and what would go wrong later.

They are looked for whenever a base is made, so nothing here takes longer than reading each rule once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

from expert.base import Base, RedFlag
from expert.certainty import LEVEL_NAMES
from expert.conditions import Atom, normal
from expert.errors import KnowledgeError, did_you_mean
from expert.fields import takes
from expert.problems import Problem
from expert.rules import Cause, KnowledgeRule

KINDS_OF_CAUSE = ("specific", "general")


def faults(base: Base) -> Iterator[Problem]:
    """Every fault of the base."""
    for looks in (_of_fields, _of_tables, _of_names, _of_rules, _of_remarks, _of_findings, _of_causes, _of_claims,
                  _of_place, _of_changing, _of_red_flags, _of_answers,
                  _of_training):  # fmt: skip
        yield from looks(base)


def tested(rule: KnowledgeRule) -> tuple[Atom, ...]:
    """The conditions of a rule, or none where they cannot be read back (which is a fault of its own)."""
    try:
        return rule.atoms
    except KnowledgeError:
        return ()


def _each(kind: str, about: str, texts: Iterable[str], where: object = "") -> Iterator[Problem]:
    return (Problem(kind, about, text, str(where)) for text in texts)


# -- the vocabulary --------------------------------------------------------------------------------------------------


def _of_fields(base: Base) -> Iterator[Problem]:
    for key, held in base.vocabulary.fields.items():
        yield from _each("field", key, held.faults(base.vocabulary.asked))


def _of_training(base: Base) -> Iterator[Problem]:
    if base.training is None:
        return
    for part in fields(base.training):
        key = getattr(base.training, part.name)
        held = base.vocabulary.asked.get(key) if part.name != "kinds" else None
        if part.name != "kinds" and (held is None or not held.is_length):
            yield Problem("training", part.name, f"{key} is no field that takes a distance", "")


def _takes_several(base: Base, key: str) -> bool:
    held = base.vocabulary.fields.get(key)
    return held is not None and held.several


def _value_faults(base: Base, key: str, values: Iterable[str]) -> Iterator[str]:
    held = base.vocabulary.fields.get(key)
    if held is None:
        yield f"{key}: no such field{did_you_mean(key, base.vocabulary.fields)}"
    elif held.numeric:
        yield f"{key} takes a number and is tested for a word"
    else:
        for value in values:
            if value not in held.values:
                yield f"{key} never is {value!r}{did_you_mean(value, held.values)}"


# -- tables ----------------------------------------------------------------------------------------------------------


def _of_tables(base: Base) -> Iterator[Problem]:
    """Entries that stand under another name than their own, and names of entries that are none."""
    for word, hedge in base.hedges.items():
        if hedge.word != word:
            yield Problem("hedge", f"hedge {word}", f"is the hedge {hedge.word!r}, filed under another word")
    for number, claim in base.claims.items():
        if claim.id != number:
            yield Problem("claim", f"claim {number}", f"is the claim {claim.id!r}, filed under another number")
    for number in base.mechanisms:
        if number not in base.claims:
            hint = did_you_mean(number, base.claims)
            yield Problem("mechanism", f"mechanism {number}", f"honours a claim that is none{hint}")
    if base.seeking and base.seeking not in base.questions:
        hint = did_you_mean(base.seeking, base.questions)
        yield Problem("question", f"question {base.seeking}", f"asks whom to see, and is no question{hint}")


def _of_claims(base: Base) -> Iterator[Problem]:
    cited = {claim for rule in base.rules for claim in rule.claims}
    for claim in base.claims:
        if claim not in cited and claim not in base.mechanisms:
            yield Problem("claim", f"claim {claim}", "rests in no rule and no named mechanism")


# -- rules -----------------------------------------------------------------------------------------------------------


def _of_names(base: Base) -> Iterator[Problem]:
    times = Counter(rule.name for rule in base.rules)
    for name, rule in {rule.name: rule for rule in base.rules}.items():
        if not name:
            yield Problem("name", "a rule outside a Knowledge class", "has no name", str(rule.written))
        elif times[name] > 1:
            yield Problem("name", name, f"defined {times[name]} times", str(rule.written))


def _of_rules(base: Base) -> Iterator[Problem]:
    for rule in base.rules:
        yield from _each("rule", rule.name, _rule_faults(base, rule), rule.written)


def _rule_faults(base: Base, rule: KnowledgeRule) -> Iterator[str]:
    if not len(rule):
        yield "has no condition"
    if not rule.claims and not rule.source:
        yield "has no warrant: name the claims it stands on, or a source"
    for claim in rule.claims:
        if claim not in base.claims:
            yield f"cites claim {claim}, which is none{did_you_mean(claim, base.claims)}"
    try:
        atoms = rule.atoms
    except KnowledgeError as fault:
        yield str(fault)
        return
    for atom in atoms:
        yield from _atom_faults(base, atom)
    meant = Counter(map(normal, atoms))
    for key in dict.fromkeys(atom.key for atom in atoms if meant[normal(atom)] > 1):
        yield f"has the same condition on {key} twice: take one out, or write what was meant"
    yield from rule.faults(base)


def _atom_faults(base: Base, atom: Atom) -> Iterator[str]:
    if atom.kind == "finding":
        if atom.key not in base.finders and base.assesses_alerts:
            yield f"waits for finding {atom.key}, which no rule concludes{did_you_mean(atom.key, base.finders)}"
    elif atom.kind == "conclusion":
        if atom.key not in {cause.id for cause in base.causes}:
            yield f"waits for cause {atom.key}, which is none"
        if atom.test.limit is not None or not set(atom.test.values) <= set(LEVEL_NAMES[1:]):
            yield f"waits for level {atom.test}, which is none"
    elif atom.test.limit is not None:
        if atom.key not in base.vocabulary.numbers:
            yield f"compares {atom.key}, which is no number"
    else:
        if atom.test.excludes and not _takes_several(base, atom.key):
            yield f"none_of needs a field with many values, and {atom.key} is none"
        yield from _value_faults(base, atom.key, atom.test.values)


def _of_remarks(base: Base) -> Iterator[Problem]:
    """Advice, alerts and citations that share a name and differ: one of them would be shown for both."""
    first: dict[tuple[str, str], tuple[object, KnowledgeRule]] = {}
    for rule in base.rules:
        named = [("advice or alert", rule.remark.id, rule.remark)] if rule.remark is not None else []
        for kind, name, held in [*named, *(("source", source.key, source) for source in rule.source)]:
            known, by = first.setdefault((kind, name), (held, rule))
            if known != held:
                text = f"{rule.name} writes it otherwise than {by.name} ({by.written}); give one of them another name"
                yield Problem("text", f"{kind} {name}", text, str(rule.written))


# -- findings and causes ---------------------------------------------------------------------------------------------


def _of_findings(base: Base) -> Iterator[Problem]:
    awaited = {atom.key for rule in base.rules for atom in tested(rule) if atom.kind == "finding"}
    for finding, rules in base.finders.items():
        if finding not in awaited and base.assesses_alerts:
            for rule in rules:
                text = f"finds {finding!r}, for which no rule waits{did_you_mean(finding, awaited)}"
                yield Problem("finding", rule.name, text, str(rule.written))
    yield from _circles(base)


def _circles(base: Base) -> Iterator[Problem]:
    waits = {
        name: [atom.key for rule in rules for atom in tested(rule) if atom.kind == "finding"]
        for name, rules in base.finders.items()
    }
    told: set[str] = set()
    for name, rules in base.finders.items():
        circle = _way_back(waits, name)
        if circle and told.isdisjoint(circle):
            told.update(circle)
            text = f"waits for itself: {' <- '.join([*circle, name])}"
            yield Problem("finding", f"finding {name}", text, str(rules[0].written))


def _way_back(waits: Mapping[str, Iterable[str]], start: str) -> list[str]:
    """The shortest way from a finding over those that it waits for back to it; empty where there is none."""
    ways = [[start]]
    seen: set[str] = set()
    for way in ways:
        for name in waits.get(way[-1], ()):
            if name == start:
                return way
            if name not in seen:
                seen.add(name)
                ways.append([*way, name])
    return []


def _of_causes(base: Base) -> Iterator[Problem]:
    for name, times in Counter(cause.id for cause in base.causes).items():
        if times > 1:
            yield Problem("cause", f"cause {name}", f"is listed {times} times")
    for cause in base.causes:
        yield from _each("cause", f"cause {cause.id}", _cause_faults(base, cause))


def _cause_faults(base: Base, cause: Cause) -> Iterator[str]:
    if cause.kind not in KINDS_OF_CAUSE:
        yield f"kind {cause.kind!r} is neither {' nor '.join(KINDS_OF_CAUSE)}"
    if not base.assesses_alerts or not base.rules:  # a part of a base, or one to come, may have no rule for it
        return
    roles = {rule.role for rule in base.evidence[cause.id] if not rule.against}
    if not roles:
        yield "no rule supports it, so it is never concluded; is its chapter missing from the rules?"
    elif cause.kind == "specific" and "presentation" not in roles:
        yield "is specific, and no rule supports it by its presentation, so it is never concluded"


# -- what the base says about answers --------------------------------------------------------------------------------


def _of_place(base: Base) -> Iterator[Problem]:
    held = base.vocabulary.fields.get(base.place)
    if not base.place:
        return
    if held is None:
        hint = did_you_mean(base.place, base.vocabulary.fields)
        yield Problem("place", "place", f"{base.place}: no such field{hint}")
    elif not held.several:
        yield Problem("place", "place", f"{base.place} must be a field with many values (Many)")


def _of_changing(base: Base) -> Iterator[Problem]:
    """The fields of a follow-up."""
    named = [("course", base.course)] if base.course else []
    for what, key in [*named, *(("changing", key) for key in base.changing)]:
        if key not in base.vocabulary.asked:
            hint = did_you_mean(key, base.vocabulary.asked)
            yield Problem("follow-up", what, f"{key}: no such field{hint or ' that is asked'}")
    if base.course in base.vocabulary.asked and not base.vocabulary.asked[base.course].single:
        yield Problem("follow-up", "course", f"{base.course} must be a field with one value (Choice)")


def _of_red_flags(base: Base) -> Iterator[Problem]:
    times = Counter(flag.id for flag in base.red_flags)
    for name, flag in {flag.id: flag for flag in base.red_flags}.items():
        yield from _each("red flag", f"red flag {name}", _flag_faults(base, flag))
        if times[name] > 1:
            yield Problem("red flag", f"red flag {name}", f"is listed {times[name]} times")


def _flag_faults(base: Base, flag: RedFlag) -> Iterator[str]:
    if not flag.values:
        yield "has no values, so nothing raises it"
    yield from _value_faults(base, flag.field, flag.values)
    if _takes_several(base, base.place):
        yield from _value_faults(base, base.place, flag.places)


def _of_answers(base: Base) -> Iterator[Problem]:
    """Implications, tick-lists and contradictions."""
    for given, value, implied, other in base.implications:
        about = f"implication {given}={value} -> {implied}={other}"
        yield from _each("implication", about, _value_faults(base, given, [value]))
        yield from _each("implication", about, _value_faults(base, implied, [other]))
    groups = base.vocabulary.groups
    for names in base.tick_lists:
        unknown = (f"{name}: no such group{did_you_mean(name, groups)}" for name in names if name not in groups)
        yield from _each("tick-list", f"tick-list {', '.join(names)}", unknown)
    yield from _of_questions(base)
    for held in base.contradictions:
        keys = (held.field, *held.against)
        about = f"contradiction {' against '.join([held.field, ', '.join(held.against)])}"
        yield from _each("contradiction", about, _asked_faults(base, keys))
        if not takes(held.clash, len(keys)):
            yield Problem("contradiction", about, f"clash does not take {len(keys)} answers")


def _of_questions(base: Base) -> Iterator[Problem]:
    """Gates, and what is not worth a question."""
    behind = [key for gate in base.gates for key in gate.fields]
    for gate in base.gates:
        yield from _each("gate", gate.text, _asked_faults(base, gate.fields))
        for key in gate.fields:
            if behind.count(key) > 1:
                yield Problem("gate", gate.text, f"{key} stands behind {behind.count(key)} gates")
            elif key in base.vocabulary.asked and base.vocabulary.asked[key].numeric:
                yield Problem("gate", gate.text, f"{key} is a number, which no line of a list can ask for")
    told = [key for topic in base.topics for key in topic.fields]
    for topic in base.topics:
        yield from _each("topic", topic.text, _asked_faults(base, topic.fields))
        if not topic.text.strip() or topic.text != topic.text.strip(" .;:?"):
            yield Problem("topic", topic.text, "is no plain noun phrase: it has no words, or ends in a mark")
        for key in topic.fields:
            if told.count(key) > 1:
                yield Problem("topic", topic.text, f"{key} stands in {told.count(key)} topics")
    lists = {
        "seldom": base.seldom, "told": base.told, "alarming": base.alarming,
        "trials": [key for trial in base.trials for key in trial],
    }  # fmt: skip
    for name, keys in lists.items():
        yield from _each("question", name, _asked_faults(base, keys))


def _asked_faults(base: Base, keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        if key not in base.vocabulary.fields:
            yield f"{key}: no such field{did_you_mean(key, base.vocabulary.asked)}"
        elif key not in base.vocabulary.asked:
            yield f"{key} is worked out and never answered"
