"""Why a question is asked, in two sentences; and the rules that wait for its answer, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from expert.asking.screens import Screen, waiting_rules
from expert.conditions import Atom
from expert.consultation import Consultation
from expert.fields import in_words
from expert.knowledge import KnowledgeBase
from expert.outlook import FAILS, HOLDS, UNKNOWN, Outlook
from expert.rules import KnowledgeRule
from expert.wording.english import condition, known_clause, sentence, stood_on

MOST_RULES = 3


def why_asked(outlook: Outlook, screen: Screen, found: Consultation | None = None) -> Iterator[tuple[str, str]]:
    """Two sentences with their styles: what the answer can tell apart, and what it looks like so far.

    Args:
        found: what follows from the answers so far.
    """
    rules = waiting_rules(outlook, screen)
    if not rules:
        yield "Nothing waits for this any more; it was asked together with the others of its kind.", ""
        return
    yield sentence(f"the answer can show {', and '.join(_aims(outlook, rules))}"), ""
    if found is not None:
        first = found.conclusions[0] if found.conclusions else None
        leading = f'it looks most like "{first.cause.short}" ({first.level})' if first else "nothing stands out"
        yield f"So far {leading}.", ""


def why_is_known(outlook: Outlook, screen: Screen) -> bool:
    """Whether rules wait for the answer, which `what_waits` has."""
    return bool(waiting_rules(outlook, screen))


def what_waits(outlook: Outlook, screen: Screen) -> Iterator[tuple[str, str]]:
    """Lines with their styles: some of the rules that wait for the answer, with what is known and what is missing."""
    rules = waiting_rules(outlook, screen)
    if not rules:
        yield "Nothing waits for this any more.", ""
        return
    shown = _telling(outlook, rules)
    count = "1 rule waits" if len(rules) == 1 else f"{len(rules)} rules wait"
    yield f"{count} for it{', for example:' if len(rules) > len(shown) else ':'}", ""
    for rule in shown:
        yield from _rule(outlook, rule)


def _aims(outlook: Outlook, rules: Sequence[KnowledgeRule]) -> Iterator[str]:
    """What these rules decide: the urgency, causes (first those that can become most likely), advice."""
    alerts = [rule.urgency for rule in rules if rule.urgency]
    if alerts:
        yield outlook.knowledge.urgencies[outlook.knowledge.urgencies.gravest(alerts)].settles
    evidence = sorted(
        (rule.cause for rule in rules if rule.sign and rule.cause),
        key=lambda cause: (-outlook.bounds[cause.id].low, -outlook.bounds[cause.id].high),
    )
    causes = list(dict.fromkeys(f'"{cause.short}"' for cause in evidence))
    if causes:
        named = causes if len(causes) <= MOST_RULES else [*causes[:MOST_RULES], "something else"]
        yield f"whether it looks like {in_words(named, 'or')}"
    if any(rule.remark and not rule.urgency for rule in rules):
        yield "what is worth doing"


def _telling(outlook: Outlook, rules: Iterable[KnowledgeRule]) -> list[KnowledgeRule]:
    """The rules to show, one for each open thing: two alerts, then evidence (first what is half known), then advice."""
    rank = outlook.knowledge.urgencies.rank
    alerts = sorted((rule for rule in rules if rule.urgency), key=lambda rule: -rank(rule.urgency))
    others = sorted(
        (rule for rule in rules if not rule.urgency),
        key=lambda r: (not r.sign, all(outlook.atom(atom) == UNKNOWN for atom in r.atoms)),
    )
    apart: dict[str, KnowledgeRule] = {}
    for rule in [*alerts[:2], *others]:
        apart.setdefault(str([atom for atom in rule.atoms if outlook.atom(atom) == UNKNOWN]), rule)
    return list(apart.values())[:MOST_RULES]


def _rule(outlook: Outlook, rule: KnowledgeRule) -> Iterator[tuple[str, str]]:
    known = [_clause(outlook, atom, HOLDS) for atom in rule.atoms if outlook.atom(atom) != UNKNOWN]
    missing = [_clause(outlook, atom, UNKNOWN) for atom in rule.atoms if outlook.atom(atom) == UNKNOWN]
    if known:
        yield "  Known:    " + "; ".join(known), ""
    yield "  Missing:  " + "; ".join(missing), ""
    yield "  Then:     " + _outcome(outlook.knowledge, rule), ""
    yield f"  [{rule.name}]", "dim"


def _clause(outlook: Outlook, atom: Atom, standing: str) -> str:
    """A condition: of an answer what was said, of a finding what it means by the rules that find it."""
    knowledge = outlook.knowledge
    if atom.kind == "conclusion":
        return f'it looks like "{knowledge.cause(atom.key).short}"'
    if atom.kind == "field":
        return (standing == HOLDS and _said(outlook, atom)) or condition(knowledge, atom)
    finders = knowledge.finders[atom.key]
    telling = [rule for rule in finders if outlook.rule(rule) == standing] or [
        rule for rule in finders if outlook.rule(rule) != FAILS
    ]
    reasons = list(dict.fromkeys(rule.because for rule in telling))
    more = [] if len(reasons) <= MOST_RULES else ["the like"]
    return in_words([*reasons[:MOST_RULES], *more], "or") if reasons else atom.key


def _said(outlook: Outlook, atom: Atom) -> str | None:
    """The answer that a condition holds by; of a list only the values that count."""
    answer = outlook.answers.get(atom.key)
    if isinstance(answer, tuple):
        values = [str(value) for value in answer if atom.test(value)]
        return stood_on(outlook.knowledge, outlook.answers, {atom.key: values})[0] if values else None
    return known_clause(outlook.knowledge, outlook.answers, atom.key)


def _outcome(knowledge: KnowledgeBase, rule: KnowledgeRule) -> str:
    """What would follow; of evidence without the figures, which `kb show` has."""
    if rule.sign and rule.cause:
        change = "less" if rule.against else "more"
        return f'"{rule.cause.short}" becomes {change} likely, because {rule.because}'
    return rule.then(knowledge)
