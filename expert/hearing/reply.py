"""A typed reply to one question, or to a list to tick, read with the same ear as a story.

Whoever asks knows what a reply is about; so a phrase needs nothing near it that says so, and a bare "no", "3" or
"a bit" is an answer. What is not understood for certain is asked back: a wrong answer costs more than a question.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from expert.errors import CaseError
from expert.fields import UNTRIED, Answer, Field
from expert.hearing import amounts, polarity, ticks
from expert.hearing.lexicon import Ambiguous, Lexicon
from expert.hearing.picking import (
    Misread,
    bounded,
    denies,
    in_the_list,
    is_exact,
    is_none,
    is_unknown,
    options_of,
    pick_any,
    pick_one,
    read_value,
)
from expert.hearing.story import BACK, HELPED, Ear, Heard

if TYPE_CHECKING:
    from expert.knowledge import KnowledgeBase

#: "No" and no more, or a "no" behind which something else begins; "no rash" says nothing of a wart.
_NOTHING = re.compile(r"(?:no|nope|nah|none|nothing|neither|not)(?:$| [,.!-]| (?:of|like|at|not|nothing|none|"
    r"just|only|it|they|really|that|else|any|"
                      r"all|thank\S*|unusual|there|i|my)\b)")  # fmt: skip
_TAKEN_BACK = re.compile(r"(?:^| )(?:[,.;-]|but|though)(?: [a-z]+){0,3} (?:not|never|no|nothing)\b")
#: A "no" that is no word of an outcome ("no difference"); and one to whether it helped.
_REFUSED = re.compile(r"(?:no|nope|nah|never|n|none|no never)(?: [,.!-])?(?: (?!difference|change|help|use|joy|"
    r"effect|good|luck|"
                      r"improvement|relief|better|worse|benefit|real|noticeable|great|big|lasting|problem|"
                      r"more|longer|"
                      r"major|significant|again|impact|result|obvious)|$)")  # fmt: skip
_REFUSED_HELP = re.compile(
    r"(?:no|nope|nah)(?: [,.!-])? (?:it|they|that|made|make|did not|does not|has not|have not|not|still|nothing|"
    r"if anything|just made|only made|worse|useless|[a-z]+ (?:more|worse))"
)

#: A "no" and what it denies have fewer words; behind them something may take it back.
_NOUN = 5
#: A "no" to one thing by its name.
_NO_NOUN = re.compile(r"no (?!but|it|i|not|they|my|the|just|only|that|so|never|but|though|really)[a-z]{3,}")

#: What is asked back where two answers stand in one reply, and the second may or may not replace the first.
SECOND_THOUGHTS = "You thought again in the middle of it. Type the answer once more, only as it is now."

#: A reply in words that is longer is no label.
_LABEL = 4
#: And one of fewer letters.
_LEAST = 4


@dataclass(frozen=True)
class Reply:
    """What a reply comes to.

    Attributes:
        answers: by the field's name; unknown: the fields of which the person does not know; ask: what is to be asked
            back, empty where nothing is.
        ticked: of a list, the lines that are so of which more is to be asked (what came of a remedy).
        open: what is named beside the answers, or alone, and leaves open which value is meant.
    """

    answers: Mapping[str, Answer] = field(default_factory=dict)
    unknown: Sequence[str] = ()
    ask: str = ""
    ticked: Sequence[str] = ()
    open: Sequence[Ambiguous] = ()


def read_reply(
    knowledge: KnowledgeBase,
    lexicon: Lexicon,
    target: Field | Sequence[Field],
    reply: str,
    today: date,
    units: str = "",
) -> Reply:
    """What a reply to one question, or to a list of lines to tick, says.

    Args:
        target: the field that is asked, or those that stand in the list; units: the unit of a bare distance.
    """
    try:
        bounded(reply)
    except Misread as misread:
        return Reply(ask=str(misread))
    if not isinstance(target, Field):
        ear = Ear(knowledge, lexicon, today, [each.key for each in target], listed=True)
        if polarity.second_thoughts(ear.plain(reply)):
            return Reply(ask=SECOND_THOUGHTS)
        read = ticks.read(ear, lexicon, target, reply)
        return Reply(read.answers, read.unknown, read.ask, read.ticked)
    ear = Ear(knowledge, lexicon, today, [target.key])
    return _One(ear, lexicon, target, reply, units or knowledge.vocabulary.unit, today).read()


class _One:
    """A reply to one question."""

    def __init__(self, ear: Ear, lexicon: Lexicon, asked: Field, reply: str, units: str, today: date) -> None:
        self._ear, self._lexicon, self._asked = ear, lexicon, asked
        self._reply, self._units, self._today = reply, units, today
        self._plain = ear.plain(reply)
        self._open: Sequence[Ambiguous] = ()
        self._not_there = False

    def read(self) -> Reply:
        """As it is offered, else as it is said."""
        asked, typed = self._asked, self._reply.strip()
        if not typed:
            return Reply(ask="Type an answer, or u for don't know.")
        if is_unknown(typed, asked.untried):
            return Reply(unknown=(asked.key,))
        if polarity.second_thoughts(self._plain):
            return Reply(ask=SECOND_THOUGHTS)
        try:
            offered = self._offered(typed)
        except Misread as misread:
            self._heard()
            return self._which() if self._open else Reply(ask=str(misread))
        if offered is not None:
            return Reply({asked.key: offered})
        if asked.numeric:
            return self._settled(self._amount(), self._amount)
        if asked.yes_or_no:
            return self._settled(self._yes_or_no())
        return self._settled(self._remedy() if asked.is_remedy else self._choice())

    def _which(self) -> Reply:
        """Ask which value is meant by what was named."""
        return Reply(ask=" ".join(each.asked for each in self._open), open=self._open)

    def _settled(self, answer: Answer | None, again: object = None) -> Reply:
        """The answer; where there is none, that the person does not know, or what is asked back."""
        asked = self._asked
        if answer is not None and not (answer == () and self._open):
            return Reply({asked.key: answer}, open=self._open)
        if self._open:
            return self._which()
        plain = self._plain
        if (
            polarity.unknown(plain)
            or polarity.unknown_at_end(plain)
            or ((asked.untried or asked.yes_or_no) and polarity.untried(plain))
        ):
            return Reply(unknown=(asked.key,))
        return Reply(ask=self._ask())

    def _ask(self) -> str:
        """What is asked back, in words of what is asked alone."""
        asked = self._asked
        if asked.numeric:
            return f"Please type {asked.allowed()}, or u for don't know."
        if asked.yes_or_no:
            return "Is that a yes or a no? Type y or n, or u for don't know."
        how = in_the_list(len(options_of(asked)))
        if denies(self._reply) and not asked.several:
            return f"Which is it, then? {how}"
        try:
            self._picked(self._reply)
        except Misread as misread:
            return str(misread)
        return f"Which is it? {how}"

    # -- as it is offered

    def _offered(self, typed: str) -> Answer | None:
        """A number of the list, or one of its labels in full; a number alone where one is asked.

        Raises:
            Misread: it is a name of several.
        """
        asked = self._asked
        if asked.numeric:
            try:
                return read_value(asked, typed, self._units) if re.match(r"[\d.]", typed) else None
            except Misread:
                return None
        options = options_of(asked)
        if re.fullmatch(r"[\d\s,;&+-]+", typed) and re.search(r"\d", typed):
            try:
                return pick_any(typed, options) if asked.several else pick_one(typed, options)
            except Misread:
                return None
        if asked.several and re.search(r"(?:^|[,;&+])\s*(?:\d+|u)\s*(?:$|[,;&+])", typed.lower()):
            return pick_any(typed, options)
        exact = [option.value for option in options if is_exact(typed, option)]
        if len(exact) > 1:
            pick_one(typed, options)  # which says so
        if len(exact) != 1:
            return self._all_labels(typed) if asked.several else None
        return (exact[0],) if asked.several else exact[0]

    def _all_labels(self, typed: str) -> Answer | None:
        """Whole labels with commas between, whatever other options their words would fit."""
        options = options_of(self._asked)
        parts = [part.strip() for part in typed.split(",")]
        meant = [[option.value for option in options if is_exact(part, option)] for part in parts]
        chosen = {found[0] for found in meant if len(found) == 1}
        return tuple(o.value for o in options if o.value in chosen) if len(chosen) == len(parts) else None

    # -- numbers

    def _amount(self) -> Answer | None:
        """A number in words, with a unit or without."""
        plain = self._plain
        if polarity.unknown(plain):
            plain = polarity.behind_unknown(plain)
        asked = self._asked
        raw = None
        if plain:
            is_age = asked.unit == "years" and re.search(r"\bold\b", asked.question)
            raw = amounts.age(plain, self._today) if is_age else amounts.amount(asked, plain, self._units, self._today)
        try:
            return None if raw is None else asked.read(raw)
        except CaseError:
            return None

    # -- words

    def _heard(self) -> tuple[Answer | None, list[Heard]]:
        """What is heard of the field, and on which words it rests."""
        reply = self._reply
        if polarity.unknown(self._plain):
            reply = polarity.behind_unknown(self._plain)
        reading = self._ear.read(reply)
        said = [each for each in reading.heard if each.field == self._asked.key]
        self._open = [each for each in reading.open if each.field == self._asked.key]
        self._not_there = self._asked.key in self._lexicon.exact and self._asked.key in reading.not_so
        return reading.answers.get(self._asked.key), said

    def _yes_or_no(self) -> Answer | None:
        plain = self._plain
        answer, heard = self._heard()
        lead = "" if polarity.unknown(plain) else polarity.lead(plain)
        words = plain.split()
        if lead == "no" and answer != "yes" and any(
            polarity.some_after_all(f" {' '.join(words[place:])}") for place in range(1, min(len(words), _NOUN))
        ):  # fmt: skip
            return None
        if lead == "no" and answer == "yes" and _NO_NOUN.match(plain) and " but " in plain:
            return answer  # "no such thing, but the other one": one of what was asked for together
        if answer is not None and lead and answer != lead:
            # "Yes I can lift it" is one phrase; "no but it did swell" says something else than what was asked.
            spans = any(not self._reply[: each.start].strip(" ,.!") or each.sure > 1.5 for each in heard)
            return answer if spans else None if lead == "yes" else "no"
        if answer == "yes" and not lead and self._taken_back(heard):
            return None
        if answer is not None:
            return answer
        if polarity.unknown(plain) or polarity.untried(plain):
            return None
        if lead:
            return lead
        if polarity.seldom(plain) and re.search(r"\b(?:often|regularly|a lot)\b", self._asked.question):
            return "no"
        if polarity.degree(plain):
            return "yes"
        return polarity.tail(plain) or None

    def _taken_back(self, heard: Sequence[Heard]) -> bool:
        """Whether a denial follows of which nothing was understood: "trod on one, did not go in"."""
        behind = self._reply[max((each.end for each in heard), default=0) :]
        return bool(_TAKEN_BACK.search(self._ear.plain(behind)))

    def _choice(self) -> Answer | None:
        """One of the values, or some of them."""
        asked = self._asked
        if asked.several and is_none(self._reply):
            return ()
        answer, _ = self._heard()
        asking = f"{asked.question} {asked.help} {asked.says} {asked.denies}"
        rest = polarity.behind_denied(self._plain, asking) if asked.several and answer else None
        if rest is not None:
            return self._ear.read(rest).answers.get(asked.key)
        if answer is not None and answer != ():
            return answer
        if asked.several and (self._lies_beside() or self._ear.is_none_of(asked.key, self._reply)):
            return ()
        if self._open or polarity.unknown(self._plain) or polarity.unknown_at_end(self._plain):
            return None
        if asked.several and polarity.turned_down(self._plain, asking):
            return ()
        lead = polarity.lead(self._plain)
        if lead == "no" and "no" in asked.values:
            return "no"
        if asked.several and (lead == "no" or polarity.nothing_to_see(self._plain)):
            return () if _NOTHING.match(self._plain) or lead != "no" else None
        if lead == "yes" and asked.assent == "yes" and len(self._plain.split()) <= 2:
            return "yes"
        return self._labelled()

    def _lies_beside(self) -> bool:
        """Whether what is named is only what something else lies beside; to deny one of several denies no other."""
        return self._not_there and not denies(self._reply)

    def _labelled(self) -> Answer | None:
        """A label in a few words, spelt as it may be."""
        if len(self._plain.split()) > _LABEL or polarity.lead(self._plain):
            return None
        bare = re.sub(r"\b(?:it|is|the|my|a|an|in|at|on|i|just|mostly|usually)\b", " ", self._reply.lower())
        for typed in (self._reply, " ".join(bare.split())):
            if len(typed.strip()) >= _LEAST:
                try:
                    return self._picked(typed)
                except Misread:
                    continue
        return None

    def _picked(self, typed: str) -> Answer:
        """What the list alone knows of it.

        Raises:
            Misread: nothing, or several.
        """
        options = options_of(self._asked)
        return pick_any(typed, options) if self._asked.several else pick_one(typed, options)

    # -- remedies

    def _remedy(self) -> Answer | None:
        """What came of something tried."""
        asked, plain = self._asked, self._plain
        answer, heard = self._heard()
        if any(each.sure >= 1 for each in heard):
            return answer
        if polarity.not_done(plain) and not re.match(
            r"(?:did|has|have|had) not (?:really )?(?:help|work|do|change|make|touch|get|made)", plain
        ):
            return UNTRIED
        others = self._ear.remedies(self._reply) - {asked.key}
        own = asked.key in self._ear.remedies(self._reply)
        kin = {key for group in self._lexicon.kin if asked.key in group for key in group}
        told = self._told()
        if _REFUSED.match(plain) and not self._ear.outcomes(" ".join(plain.split()[:3])):
            return told if _REFUSED_HELP.match(plain) and told in ("same", "worse") else UNTRIED
        if others - kin and not own:
            return None
        return told

    def _told(self) -> str | None:
        """The outcome that a reply names; one that helped and then did not is one of its own."""
        told = self._ear.outcomes(self._reply)
        if not told:
            return None
        values = self._asked.values
        good = [each for each in told if each in ("better", "partly", HELPED)]
        if good and BACK in told[told.index(good[0]) :] and "better_then_back" in values:
            return "better_then_back"
        if BACK in told and not good and "same" in told:
            told = [each for each in told if each != BACK]  # "but no change": nothing that could come back
        plain = [{BACK: "better_then_back", HELPED: "better"}.get(each, each) for each in told]
        plain = [each for each in plain if each in values]
        if not plain:
            return None
        for stronger in ("better_then_back", "worse"):
            if stronger in plain:
                return stronger
        if "partly" in plain:
            return "partly"
        return plain[0] if len(set(plain)) == 1 else "partly" if set(plain) == {"better", "same"} else plain[0]
