"""One cause, or something outside of the causes, in about five lines: how it stands, for, against, what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from expert.certainty import unpresented
from expert.consultation import Consultation
from expert.examining.first_reading import patterns, told_of
from expert.examining.why_not import missed_rules
from expert.fields import in_words
from expert.outlook import FAILS, rule_standing
from expert.rules import Alerts, Cause, KnowledgeRule
from expert.wording.english import answer_clause, condition, sentence
from expert.wording.first_page import Part, Told
from expert.wording.phrases import ended

_MOST = 3


def cause_in_short(found: Consultation, cause: Cause) -> Part:
    """How a cause stands, why, and what would make it more likely."""
    return Part(cause.id, cause.title, tuple(_cause(found, cause)))


def _cause(found: Consultation, cause: Cause) -> Iterator[Told]:
    conclusion = found.conclusion(cause.id)
    if conclusion is not None:
        rank = found.conclusions.index(conclusion) + 1
        place = f", number {rank} of {len(found.conclusions)}" if len(found.conclusions) > 1 else ""
        yield Told(f"{conclusion.level.capitalize()}{place}.")
    else:
        yield Told(_unconcluded(found, cause))
    for lead, sign in (("For it:", 1), ("Against it:", -1)):
        reasons = _reasons(found, cause, sign)
        if reasons:
            yield Told(ended("; ".join(reasons)), lead=lead)
    missing = _missing(found, cause)
    if missing:
        yield Told(ended(missing), lead="It would be more likely if" if conclusion else "It would fit if")
    unasked = _unasked(found, [rule for rule in found.knowledge.evidence[cause.id] if rule.sign > 0])
    if unasked and conclusion is None:
        yield Told(ended("; ".join(unasked)), lead="Not ruled out, as nobody asked:")


def _unasked(found: Consultation, rules: Sequence[KnowledgeRule]) -> Sequence[str]:
    """The red flags that some rules test for and that nobody answered, as clauses."""
    tested = {key for rule in rules for key in found.knowledge.rests_on(rule)}
    return [flag.text for flag in found.not_ruled_out if flag.field in tested][:_MOST]


def _reasons(found: Consultation, cause: Cause, sign: int) -> Sequence[str]:
    """The strongest reasons on one side that count, as clauses."""
    knowledge = found.knowledge
    fired = [one.rule for one in found.trace if one.rule.sign and one.rule.cause is cause]
    counting = knowledge.counting(cause, fired)
    rules = [rule for rule in fired if rule.sign == sign and rule.name in counting]
    rules.sort(key=lambda rule: -knowledge.strength(rule))
    return list(dict.fromkeys(rule.because for rule in rules))[:_MOST]


def _unconcluded(found: Consultation, cause: Cause) -> str:
    """Why it was not concluded."""
    fired = [one.rule for one in found.trace if one.rule.sign and one.rule.cause is cause]
    if not any(rule.sign > 0 for rule in fired):
        return "Not concluded: nothing that you told speaks for it."
    if _lacking(found, cause):
        return "Not concluded: what may bring it on is there, but nothing of what it is like."
    return "Not concluded: what speaks against it weighs more." if any(rule.sign < 0 for rule in fired) else (
        "Not concluded: too little speaks for it."
    )  # fmt: skip


def _lacking(found: Consultation, cause: Cause) -> bool:
    """Whether nothing of what it is like was found."""
    fired = [one.rule for one in found.trace if one.rule.sign and one.rule.cause is cause]
    return unpresented([found.knowledge.piece(rule) for rule in fired], cause.needs_presentation)


def _missing(found: Consultation, cause: Cause) -> str:
    """The answers with which the nearest rule for it would fire, of what it is like where that is lacking."""
    asked, lacking = found.knowledge.vocabulary.asked, _lacking(found, cause)
    for missed in missed_rules(found, cause):
        if lacking and missed.rule.role != "presentation":
            continue
        changes = missed.repair.answers
        if changes:
            return in_words([answer_clause(asked[key], answer) for key, answer in changes.items()])
    return ""


def finding_in_short(found: Consultation, name: str) -> Part:
    """Something outside of the causes: what is told of it where it was found, else what would show it."""
    return Part(name, f"{name[:1].upper()}{name[1:]}", tuple(_finding(found, name)))


def _finding(found: Consultation, name: str) -> Iterator[Told]:
    known = next((one for one in patterns(found) if one.name == name), None)
    if known is not None:
        yield Told(sentence(told_of(known)))
        yield Told(ended(known.because), lead="For it:")
        return
    knowledge = found.knowledge
    rules = knowledge.finders.get(name, ())
    if not rules:
        return
    standings = [(rule, rule_standing(knowledge, found.answers, rule)) for rule in rules]
    rule, atoms = min(standings, key=lambda one: [how for _, how in one[1]].count(FAILS))
    failing = [condition(knowledge, atom) for atom, how in atoms if how == FAILS and atom.kind == "field"]
    told = "What you told does not fit it." if failing else "Not all that would show it is known."
    yield Told(told)
    yield Told(ended(rule.because), lead="It would fit if")


def alarms_in_short(found: Consultation, rules: Sequence[Alerts]) -> Part | None:
    """What alerts say that were raised; else what would raise them, and what of that nobody asked about."""
    raised = [alert for alert in found.alerts if alert.evidence.firing.rule in rules]
    if raised:
        texts = dict.fromkeys(alert.remark.text for alert in raised)
        return Part("alarms", found.due.headline, tuple(Told(lead=text, bullet=True) for text in texts))
    if not rules:
        return None
    because = list(dict.fromkeys(rule.because for rule in rules))[:_MOST]
    lines = [Told("Nothing that you told points to it.")]
    lines += [Told(ended("; or ".join(because)), lead="It would be looked into if")]
    unasked = _unasked(found, rules)
    if unasked:
        lines.append(Told(ended("; ".join(unasked)), lead="Not ruled out, as nobody asked:"))
    return Part("alarms", "Nothing of that was told so far", tuple(lines))
