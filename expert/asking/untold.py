"""What was not told yet and would decide most, named in a line, so that it can be told in a person's own words: all
that the planner would ask else, question by question. And how what is then told is read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from expert.asking.talk import Talk
from expert.base import Topic
from expert.fields import UNTRIED, Answer, Field, in_words
from expert.hearing.picking import is_none, is_unknown

if TYPE_CHECKING:
    from expert.hearing.lexicon import Ambiguous

#: So many are named where so many matter, whether they would be asked or not; and at most so many of those that would.
FEW, MOST = 4, 9
#: What ends one part of what is told.
_ENDS = re.compile(r"\s*(?:;|\n)\s*")
#: "I don't know", with what it is about behind it.
_UNKNOWN = re.compile(
    r"(?:i )?(?:do not|don't|dont|no idea|not sure|cannot|can't|unknown|dunno|u)(?: really)?(?: know| say| tell)?"
    r"[\s,:]*(?:about |of )?",
    re.IGNORECASE,
)
#: That what was left out of a part is not known.
_REST_UNKNOWN = re.compile(
    r"(?:the )?rest (?:is )?(?:not known|unknown)|(?:i )?(?:do not|don't|dont) know the rest", re.I
)
#: What goes on with what was said before a comma.
_GOES_ON = re.compile(r"(?:but|though|although|then|and then|until|yet)\b", re.IGNORECASE)
#: More words of a part in which nothing was heard are no short answer to one of the topics.
_FEW_WORDS = 6


@dataclass
class Added:
    """What was told of what was named.

    Attributes:
        answers: by the field's name; words: what each rests on; unknown: the fields of which the person does not know.
        rest: what is still to be heard as a story is. meant: the fields of the topics that are named in it, as what was
            said of these was not understood. open: what was named and leaves open which value is meant.
    """

    answers: dict[str, Answer] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    unknown: set[str] = field(default_factory=set)
    rest: list[str] = field(default_factory=list)
    open: list[Ambiguous] = field(default_factory=list)
    meant: set[str] = field(default_factory=set)

    def take(self, given: Mapping[str, Answer], words: str) -> bool:
        """Take these answers; says whether there are any."""
        self.answers.update(given)
        self.words.update(dict.fromkeys(given, words))
        return bool(given)


def untold(talk: Talk) -> list[Topic]:
    """What is open and would decide most, in the base's order, each with the fields that are open: at most `MOST`.

    What would be asked else comes first, as each of it saves a question of several lines; what could only matter is
    named where there is little of that.

    No warning sign that takes a yes or a no is among it, as to leave that out would tell nothing, and nothing that
    has to be tried out first: these are asked by themselves.
    """
    asked, topics = talk.enough(), talk.knowledge.topic_of
    enough = asked.freely()
    weights, saved = Counter(enough.deciding), Counter(asked.deciding)
    weights.update(enough.advising)
    saved.update(asked.advising)
    found: dict[Topic, list[str]] = {}
    for key in (*enough.dangers, *weights, *_place(talk)):
        if _can_be_named(talk, key) and key not in found.setdefault(topics[key], []):
            found[topics[key]].append(key)
    first = {*enough.dangers, *_place(talk)}
    worth = {
        topic: (not first.isdisjoint(keys), max((saved[k] for k in keys), default=0), sum(weights[k] for k in keys))
        for topic, keys in found.items()
    }
    named = sorted((topic for topic in found if found[topic]), key=lambda topic: worth[topic], reverse=True)
    would_be_asked = sum(worth[topic][0] or worth[topic][1] > 0 for topic in named)
    del named[min(max(would_be_asked, FEW), MOST) :]
    order = list(talk.knowledge.topics)
    named.sort(key=lambda topic: order.index(topic) if topic in order else len(order))
    return [_left_of(talk, topic) for topic in named]


def _left_of(talk: Talk, topic: Topic) -> Topic:
    """What is still open of a topic, and by what it goes then."""
    left = tuple(key for key in topics_fields(talk, topic) if _open(talk, key))
    return Topic(topic.alone.get(left[0], topic.text) if len(left) == 1 else topic.text, left)


def topics_fields(talk: Talk, topic: Topic) -> Sequence[str]:
    """The fields of a topic that may be named."""
    return [key for key in topic.fields if _can_be_named(talk, key)]


def _place(talk: Talk) -> tuple[str, ...]:
    place = talk.knowledge.place
    return (place,) if place and _open(talk, place) else ()


def _open(talk: Talk, key: str) -> bool:
    return key not in talk.session.answers and key not in talk.session.asked()


def _can_be_named(talk: Talk, key: str) -> bool:
    held = talk.knowledge.vocabulary.asked.get(key)
    if held is None or held.yes_or_no or held.untried:
        return False
    if not held.line:
        return True
    named = any(key in topic.fields for topic in talk.knowledge.topics)
    return named and not any(flag.field == key for flag in talk.knowledge.red_flags)


def named_in_a_line(topics: Iterable[Topic]) -> str:
    """The topics as they are read out."""
    return in_words([topic.text for topic in topics])


def parts_of(text: str) -> list[str]:
    """What is told at once: parted by semicolons, or by lines."""
    return [part for part in _ENDS.split(text.strip()) if part]


def begins_with_one(topics: Iterable[Topic], text: str) -> bool:
    """Whether a text begins with the name of one of the topics."""
    said = " ".join(text.lower().split())
    return any(said.startswith(topic.text.lower()) for topic in topics)


def hear(talk: Talk, topics: Sequence[Topic], text: str) -> Added:
    """What a text tells of the topics: by their names, or that it is not known; the rest is to be heard as a story.

    Args:
        topics: what was named, each with the fields that were open then.
    """
    added = Added()
    for part in parts_of(text):
        if not (_not_known(talk, topics, part, added) or _by_name(talk, topics, part, added)):
            added.rest.append(part)
            if begins_with_one(topics, part):
                added.meant.update(key for topic in topics if _names(topic, part) for key in topic.fields)
    return added


def _not_known(talk: Talk, topics: Sequence[Topic], part: str, added: Added) -> bool:
    """Whether a part says that it is not known: of what it names or, where it names nothing, of all."""
    if is_unknown(part):
        added.unknown.update(key for topic in topics for key in topic.fields)
        return bool(topics)
    found = _UNKNOWN.match(part)
    named = [] if found is None else [topic for topic in topics if _names(topic, part[found.end() :])]
    added.unknown.update(key for topic in named for key in topic.fields)
    return bool(named)


def _names(topic: Topic, text: str) -> bool:
    return topic.text.lower() in " ".join(text.lower().split())


def _by_name(talk: Talk, topics: Sequence[Topic], part: str, added: Added) -> bool:
    """Whether a part begins with the name of a topic; what stands behind it answers its fields."""
    for topic in topics:
        found = re.match(re.escape(topic.text) + r"\s*(?:[:=,-]|\bis\b|\bare\b)?\s*", part, re.IGNORECASE)
        if found is None:
            continue
        told = part[found.end() :].strip(" .")
        fields = [talk.knowledge.vocabulary.fields[key] for key in topic.fields]
        if is_unknown(told):
            added.unknown.update(topic.fields)
            return True
        if len(fields) == 1:
            return _one(talk, fields[0], told, added)
        return (
            _numbers(talk, fields, told, added) or _tried(talk, fields, told, added) or _each(talk, fields, told, added)
        )
    return False


def _one(talk: Talk, held: Field, told: str, added: Added) -> bool:
    reply = talk.hear(held, told)
    added.unknown.update(reply.unknown)
    added.open += reply.open
    return added.take(reply.answers, told) or bool(reply.unknown or reply.open)


def _numbers(talk: Talk, fields: Sequence[Field], told: str, added: Added) -> bool:
    """As many numbers as are asked for, in order."""
    parts = [one.strip() for one in told.split(",")]
    if len(parts) != len(fields) or not all(held.numeric for held in fields):
        return False
    for held, one in zip(fields, parts, strict=True):
        _one(talk, held, one, added)
    return True


def _tried(talk: Talk, fields: Sequence[Field], told: str, added: Added) -> bool:
    """Remedies with what came of each, a comma between."""
    if not all(held.is_remedy for held in fields):
        return False
    if is_none(told) or told.lower() == "nothing":
        return added.take({held.key: UNTRIED for held in fields}, told)
    for one in _by_comma(told):
        called = {held: held.says.replace("{}", "").strip() for held in fields}
        known = [held for held in fields if one.lower().startswith(called[held].lower())]
        best = max(known, key=lambda held: len(called[held]), default=None)
        heard = {} if best is None else talk.hear(best, one[len(called[best]) :].strip(" :=") or one).answers
        if not added.take({key: answer for key, answer in heard.items() if answer != UNTRIED}, one):
            added.rest.append(one)
            added.meant.update([best.key] if best is not None else [])
    return True


def _by_comma(told: str) -> list[str]:
    """The parts between commas; one that goes on with the part before it stays with that."""
    parts: list[str] = []
    for part in filter(None, (part.strip() for part in told.split(","))):
        if parts and _GOES_ON.match(part):
            parts[-1] += f", {part}"
        else:
            parts.append(part)
    return parts


def _each(talk: Talk, fields: Sequence[Field], told: str, added: Added) -> bool:
    """Answers to several questions, a comma between: each part to the first that it answers."""
    if any(held.is_remedy for held in fields):
        return False
    for one in _by_comma(told):
        if is_unknown(one) or _REST_UNKNOWN.fullmatch(one):
            added.unknown.update(held.key for held in fields if held.key not in added.answers)
            continue
        figure = one[:1].isdigit()  # which would be the number of a line, in a list
        for held in (held for held in fields if held.numeric or not figure):
            answer = talk.hear(held, one).answers.get(held.key)
            before = added.answers.get(held.key)
            if answer and (before is None or held.several):
                added.take({held.key: held.joined(before, answer)}, told)
                break
        else:
            added.rest.append(one)
            added.meant.update(held.key for held in fields)
    return True


def of_few_words(talk: Talk, topics: Sequence[Topic], text: str) -> dict[str, Answer]:
    """What a few words answer in which nothing is heard by themselves, where they answer one of the topics alone."""
    if len(text.split()) > _FEW_WORDS:
        return {}
    found = dict(_single_answers(talk, topics, text))
    return found if len(found) == 1 else {}


def _single_answers(talk: Talk, topics: Sequence[Topic], text: str) -> Iterator[tuple[str, Answer]]:
    for key in (key for topic in topics if len(topic.fields) == 1 for key in topic.fields):
        held = talk.knowledge.vocabulary.fields[key]
        if not held.numeric:
            answer = talk.hear(held, text).answers.get(key)
            if answer:
                yield key, answer
