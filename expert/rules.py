"""The kinds of rule. A rule is an experta ``Rule`` whose consequence and warrant are data, not a function body.

Told apart by what they conclude:

* ``Finds``      an abstraction: answers to a named finding (wet roots, a flood)
* ``Supports``   evidence for a cause; ``Opposes`` evidence against one
* ``Advises``    a recommendation, now or if the first steps do not help; ``Withholds`` takes one back, or all of a kind
* ``Guides``     an answer to what somebody asks besides: how long it takes, whom to see
* ``Alerts``     an urgency: what must be seen by somebody, and how soon

Rules are written as class attributes of a ``Knowledge`` subclass, which gives them their names and their cause:

    class Thirst(Knowledge, cause=THIRST):
        dry_brown = Supports(Pot(soil="dry"), Leaf(colour="brown"), ...)

is the rule ``thirst.dry_brown``. A rule with a ``cause=`` of its own keeps that.

A kind answers for itself: whatever the shell asks of a rule, `KnowledgeRule` has an answer to that suits a kind which
has nothing of the sort, and a kind says what is different with it. So a new kind is a new class here, and no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

from expert.certainty import Hedge, strength_text
from expert.conditions import Atom, Interpretation, atom_of
from expert.errors import KnowledgeError, did_you_mean
from expert.experta_guard import ConditionalElement, Rule
from expert.fields import Vocabulary
from expert.urgency import Ladder, Urgency
from expert.written import Written, written_by_caller_of


@dataclass(frozen=True)
class Cause:
    """One possible conclusion.

    Attributes:
        id: its name in cases and results.
        kind: ``specific`` or ``general``; a specific one needs something of its presentation.
        title: what a person reads.
        about: one plain sentence on what it is.
    """

    id: str
    kind: str
    title: str
    about: str

    @property
    def needs_presentation(self) -> bool:
        """Whether risk factors alone cannot conclude it."""
        return self.kind == "specific"

    @property
    def short(self) -> str:
        """Its title without the explanation in brackets."""
        return self.title.split(" (")[0]


#: Stands for the cause of the class that a rule is written in, until `Knowledge` puts that in its place.
CAUSE_OF_CLASS = Cause("cause_of_class", "specific", "the cause of the class", "")


@dataclass(frozen=True)
class Source:
    """A citation, for knowledge that rests on something other than the main text.

    Attributes:
        key: a short name that stays the same.
        text: the citation as a reader sees it.
        read: the ISO date on which it was checked.
    """

    key: str
    text: str
    read: str


@dataclass(frozen=True)
class Remark:
    """Something to do, as a person reads it.

    Attributes:
        id: its name in results.
        text: plain words.
        remedies: the fields that say whether this was tried already.
        measures: names of what it makes somebody do, of those in the base; what forbids one takes it back.
        protects: whether it only protects until somebody has looked at it, so that it stands beside a grave alert.
        care: how careful it is, one of the base's `cares`; beside a more careful one it does not stand. Empty where it
            says nothing of that.
    """

    id: str
    text: str
    remedies: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    protects: bool = False
    care: str = ""


@dataclass(frozen=True)
class Measure:
    """Something that advice makes somebody do, and that can be forbidden by itself.

    Attributes:
        name: its name in rules.
        title: what a person reads.
        words: beginnings of words that betray it in a text, in small letters.
    """

    name: str
    title: str
    words: tuple[str, ...] = ()


#: When a recommendation is due, with its plain words.
STAGES = {"now": "now", "if_no_better": "if the first steps do not help"}

#: What evidence can be about, with its plain words.
ROLES = {"presentation": "the complaint itself (what and where it is)", "risk": "what may have brought it on"}


class Tables(Protocol):
    """What a rule looks up in the base that it stands in."""

    @property
    def causes(self) -> Sequence[Cause]:
        """All causes."""

    @property
    def hedges(self) -> Mapping[str, Hedge]:
        """What each word of caution is worth."""

    @property
    def urgencies(self) -> Ladder[Urgency]:
        """How soon somebody must look at it."""

    @property
    def vocabulary(self) -> Vocabulary:
        """All fields."""

    def soon(self, alert: KnowledgeRule) -> str:
        """By when an alert wants it seen, as a clause."""

    @property
    def measures(self) -> Mapping[str, Measure]:
        """What advice can make somebody do."""

    @property
    def cares(self) -> Sequence[str]:
        """How careful advice can be, the most careful first."""

    @property
    def questions(self) -> Mapping[str, str]:
        """What guidance can be about, each with the question that it answers."""


class KnowledgeRule(Rule):  # type: ignore[misc]
    """Base of the rule kinds: what any rule may be asked, with the answer of a kind that has nothing of the sort.

    Attributes:
        name: ``module.attribute``; set by `Knowledge`.
        written: the file and line where it is written.
        because: the reason in plain words, as a clause that can follow "because".
        claims: ids of the main text's claims that it stands on.
        source: the citations that it stands on, where that is not the main text.
        finding: the name of the finding that it concludes.
        cause: the cause that it is about.
        hedge, role, partial, tells: of evidence, see `Supports`; evidence has a `sign`: 1 for its cause, -1 against it.
        remark: what it tells somebody to do, or takes back.
        stage: when that is due, one of `STAGES`. about: the question that it answers.
        urgency: how soon somebody must look at it; within: by when, of what the urgency allows.
        against: whether it takes back, or speaks against, what it is about.
        drawn: the kind of node that a graph draws what it concludes as.
        heading: what its kind is listed under, of several in the order of `rank`.
    """

    kind: ClassVar[str]
    salience_of_kind: ClassVar[int]
    sign: ClassVar[int] = 0
    against: ClassVar[bool] = False
    drawn: ClassVar[str] = "advice"
    rank: ClassVar[int]

    name: str
    written: Written
    because: str
    claims: tuple[str, ...]
    source: tuple[Source, ...]
    finding: str = ""
    cause: Cause | None = None
    hedge: str = ""
    role: str = ""
    partial: bool = False
    tells: tuple[str, ...] = ()
    remark: Remark | None = None
    stage: str = ""
    about: str = ""
    urgency: str = ""
    within: str = ""

    def __new__(cls, *conditions: Any, **_: Any) -> KnowledgeRule:
        """An experta rule over these patterns; the order of the kinds is experta's salience."""
        rule: KnowledgeRule = ConditionalElement.__new__(cls, *conditions)
        rule.salience = cls.salience_of_kind
        return rule

    def __init__(self, *conditions: Any, because: str, claims: str = "", source: Any = ()) -> None:
        self.because = because
        self.claims = tuple(claims.split())
        self.source = (source,) if isinstance(source, Source) else tuple(source)
        self.name = ""
        self.written = written_by_caller_of(__name__)
        self.origin: KnowledgeRule = self

    @property
    def atoms(self) -> tuple[Atom, ...]:
        """The conditions as data, in order."""
        if not hasattr(self, "_atoms"):
            self._atoms = tuple(atom_of(pattern) for pattern in self)
        return self._atoms

    @property
    def interpretations(self) -> tuple[Interpretation, ...]:
        """The named numbers that its conditions use and its source does not give."""
        limits = (atom.test.limit for atom in self.atoms)
        return tuple(limit for limit in limits if limit is not None and not limit.given)

    @property
    def from_article(self) -> bool:
        """Whether it rests on the main text alone."""
        return bool(self.claims) and not self.source

    # What a kind says of itself.

    @property
    def heading(self) -> str:
        """What it is listed under beside rules of other kinds."""
        raise NotImplementedError

    @property
    def effect(self) -> str:
        """What it does, in a few words."""
        raise NotImplementedError

    @property
    def target(self) -> tuple[str, str]:
        """What it concludes, as something that other rules may conclude as well: its name and its title."""
        return (self.remark.id, self.remark.text) if self.remark else (self.finding, self.finding)

    @property
    def consequence(self) -> tuple[object, ...]:
        """What it concludes, as far as two rules must agree in it for one of them to be needless."""
        return self.kind, self.target[0], self.urgency

    def then(self, base: Tables) -> str:
        """What it concludes, as a clause."""
        raise NotImplementedError

    def faults(self, base: Tables) -> Iterator[str]:
        """What is wrong with what it concludes, each as what can be said of the rule."""
        if self.cause is not None and not any(self.cause is known for known in base.causes):
            yield f"concludes {self.cause.id}, which is no cause of this base"

    def strength(self, hedges: Mapping[str, Hedge]) -> float:
        """How strong it is as evidence: a certainty factor, 0 for what is none."""
        return 0.0

    def takes_back(self, remark: Remark) -> bool:
        """Whether it takes this recommendation back."""
        return False

    def _circle(self) -> Iterator[str]:
        """The fault of a rule that comes before the conclusions and waits for one."""
        if any(atom.kind == "conclusion" for atom in self.atoms):
            yield "reasons from a conclusion back to evidence, which has no end"

    # What experta asks of a rule. Its own versions expect a decorated function.

    @property
    def __name__(self) -> str:
        return self.name

    def __hash__(self) -> int:
        return id(self.origin)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, KnowledgeRule) and self.origin is other.origin

    def __get__(self, instance: Any, owner: Any) -> KnowledgeRule:
        return self

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.name}>"

    def new_conditions(self, *conditions: Any) -> KnowledgeRule:
        """A copy with other patterns, as experta's matcher makes; it remembers the rule that it stands for."""
        copy: KnowledgeRule = ConditionalElement.__new__(type(self), *conditions)
        copy.salience = self.salience
        copy.name = self.name
        copy.origin = self.origin
        return copy

    def __call__(self, engine: Any, **_: Any) -> None:
        """Fire: the engine writes the trace and asserts what the rule concludes."""
        engine.fire(self.origin)


class Finds(KnowledgeRule):
    """Concludes a finding: a name for something that several rules need to know."""

    kind = "abstraction"
    salience_of_kind = 30
    drawn = "finding"
    heading = "Findings"
    rank = 2

    def __init__(self, *conditions: Any, finding: str, because: str, claims: str = "", source: Any = ()) -> None:
        super().__init__(*conditions, because=because, claims=claims, source=source)
        self.finding = finding

    @property
    def effect(self) -> str:
        """See `KnowledgeRule.effect`."""
        return f"Finds {self.finding}"

    def then(self, base: Tables) -> str:
        """See `KnowledgeRule.then`."""
        return f'"{self.finding}" is found'

    def faults(self, base: Tables) -> Iterator[str]:
        """See `KnowledgeRule.faults`."""
        yield from super().faults(base)
        yield from self._circle()


class Supports(KnowledgeRule):
    """Evidence for a cause.

    Args:
        cause: what it speaks for; left out, the cause of its class.
        hedge: the word by which the source limits itself; the hedge table turns it into a strength.
        role: ``presentation`` (what and where is it) or ``risk`` (what may have brought it on).
        partial: one feature of several that the source names together; it counts half.
        tells: full names of the fields that it tells anew, where its other conditions only say when they mean
            something (the leaves, of a pot that leaks); left out, all that it looks at but the place.
    """

    kind = "support"
    salience_of_kind = 20
    sign = 1
    drawn = "cause"
    rank = 0

    cause: Cause

    def __init__(
        self,
        *conditions: Any,
        hedge: str,
        because: str,
        cause: Cause = CAUSE_OF_CLASS,
        role: str = "presentation",
        partial: bool = False,
        tells: str = "",
        claims: str = "",
        source: Any = (),
    ) -> None:
        super().__init__(*conditions, because=because, claims=claims, source=source)
        self.cause = cause
        self.hedge = hedge
        self.role = role
        self.partial = partial
        self.tells = tuple(tells.split())

    @property
    def heading(self) -> str:
        """The cause's title."""
        return self.cause.title

    @property
    def effect(self) -> str:
        """Which cause it speaks for or against: ``For Too much water``."""
        return f"{'Against' if self.against else 'For'} {self.cause.short}"

    @property
    def target(self) -> tuple[str, str]:
        """The cause."""
        return self.cause.id, self.cause.title

    def strength(self, hedges: Mapping[str, Hedge]) -> float:
        """What its hedge is worth."""
        return hedges[self.hedge].strength(self.role, self.partial)

    def then(self, base: Tables) -> str:
        """See `KnowledgeRule.then`; how strongly, and by what."""
        side = "against" if self.against else "for"
        half = "; one feature of several, so it counts half" if self.partial else ""
        strength = strength_text(self.strength(base.hedges))
        return f"this speaks {side} {self.cause.title}: {strength}, from {ROLES[self.role]}{half}"

    def faults(self, base: Tables) -> Iterator[str]:
        """See `KnowledgeRule.faults`."""
        yield from self._strength_faults(base.hedges)
        yield from super().faults(base)
        yield from self._circle()
        for key in self.tells:
            if key not in base.vocabulary.asked:
                yield f"tells {key}, which is no question{did_you_mean(key, base.vocabulary.asked)}"

    def _strength_faults(self, hedges: Mapping[str, Hedge]) -> Iterator[str]:
        if self.hedge not in hedges:
            meant = did_you_mean(self.hedge, hedges) or "."
            yield f"hedge {self.hedge!r} is not in the table{meant} In it: {', '.join(hedges)}"
        elif not 0 < self.strength(hedges) < 1:
            yield f"hedge {self.hedge!r} as {self.role} is worth {self.strength(hedges)}, not between 0 and 1"
        if self.role not in ROLES:
            yield f"role {self.role!r} is neither {' nor '.join(ROLES)}"


class Opposes(Supports):
    """Evidence against a cause: what is denied, or what points elsewhere. Arguments as for `Supports`."""

    kind = "opposition"
    sign = -1
    against = True


class Advises(KnowledgeRule):
    """A recommendation.

    Args:
        advice: what to do.
        cause: what it is for; left out, the cause of its class; None where it is for none of the causes.
        stage: ``now`` or ``if_no_better``; where rules give both, now holds.
    """

    kind = "advice"
    salience_of_kind = 10
    heading = effect = "Advice"
    rank = 3

    remark: Remark

    def __init__(
        self,
        *conditions: Any,
        advice: Remark,
        because: str,
        cause: Cause | None = CAUSE_OF_CLASS,
        stage: str = "now",
        claims: str = "",
        source: Any = (),
    ) -> None:
        super().__init__(*conditions, because=because, claims=claims, source=source)
        self.remark = advice
        self.cause = cause
        self.stage = stage

    @property
    def consequence(self) -> tuple[object, ...]:
        """See `KnowledgeRule.consequence`: the same advice for another cause is another conclusion."""
        return *super().consequence, self.cause and self.cause.id

    def then(self, base: Tables) -> str:
        """See `KnowledgeRule.then`; when it is due, and for which cause."""
        aim = f", for {self.cause.short}" if self.cause else ""
        return f'this is advised {STAGES[self.stage]}{aim}: "{self.remark.text}"'

    def faults(self, base: Tables) -> Iterator[str]:
        """See `KnowledgeRule.faults`."""
        yield from super().faults(base)
        yield from _remark_faults("advice", self.remark, base)
        if self.stage not in STAGES:
            yield f"stage {self.stage!r} is none of {', '.join(STAGES)}"


def _remark_faults(kind: str, remark: Remark, base: Tables) -> Iterator[str]:
    """What is wrong with what a remark says of itself."""
    for names, known, what in (
        (remark.remedies, base.vocabulary.remedies, "remedy"),
        (remark.measures, base.measures, "measure"),
        ((remark.care,) if remark.care else (), base.cares, "degree of care"),
    ):
        for name in names:
            if name not in known:
                yield f"{kind} {remark.id}: {name} is no {what}{did_you_mean(name, known)}"


class Guides(KnowledgeRule):
    """An answer to something that is asked besides what to do: how long it takes, whom to see, may I go on.

    Args:
        guidance: the answer.
        about: which question it answers, one of the base's `questions`.
        cause: what it is for; left out, the cause of its class; None where it is for none of the causes.
    """

    kind = "guidance"
    salience_of_kind = 10
    heading = "Guidance"
    rank = 5

    remark: Remark

    def __init__(
        self,
        *conditions: Any,
        guidance: Remark,
        about: str,
        because: str,
        cause: Cause | None = CAUSE_OF_CLASS,
        claims: str = "",
        source: Any = (),
    ) -> None:
        super().__init__(*conditions, because=because, claims=claims, source=source)
        self.remark = guidance
        self.about = about
        self.cause = cause

    @property
    def effect(self) -> str:
        """See `KnowledgeRule.effect`; on what."""
        return f"Guidance on {self.about}"

    @property
    def consequence(self) -> tuple[object, ...]:
        """See `KnowledgeRule.consequence`: the same answer for another cause, or question, is another conclusion."""
        return *super().consequence, self.about, self.cause and self.cause.id

    def then(self, base: Tables) -> str:
        """See `KnowledgeRule.then`; what it answers, and for which cause."""
        aim = f", for {self.cause.short}" if self.cause else ""
        return f'"{base.questions[self.about]}" is answered{aim}: "{self.remark.text}"'

    def faults(self, base: Tables) -> Iterator[str]:
        """See `KnowledgeRule.faults`."""
        yield from super().faults(base)
        yield from _remark_faults("guidance", self.remark, base)
        if self.about not in base.questions:
            yield f"answers {self.about!r}, which is none of {', '.join(base.questions)}"


class Withholds(KnowledgeRule):
    """Takes recommendations back: the plant was watered already, or is a cactus.

    Args:
        advice: the one that it takes back, or
        measure: what is forbidden; every recommendation and guidance that asks for it is taken back.
    """

    kind = "withholding"
    salience_of_kind = 10
    against = True
    heading = "Advice withdrawn"
    effect = "Withdraws advice"
    rank = 4

    def __init__(
        self,
        *conditions: Any,
        because: str,
        advice: Remark | None = None,
        measure: str = "",
        claims: str = "",
        source: Any = (),
    ) -> None:
        super().__init__(*conditions, because=because, claims=claims, source=source)
        self.remark = advice
        self.measure = measure

    @property
    def target(self) -> tuple[str, str]:
        """The recommendation, or the measure."""
        return super().target if self.remark else (f"measure {self.measure}", self.measure)

    def takes_back(self, remark: Remark) -> bool:
        """See `KnowledgeRule.takes_back`."""
        return self.measure in remark.measures if self.remark is None else remark == self.remark

    def then(self, base: Tables) -> str:
        """See `KnowledgeRule.then`."""
        if self.remark is not None:
            return f'this advice is withdrawn: "{self.remark.text}"'
        return f"all advice that asks for it is withdrawn: {base.measures[self.measure].title}"

    def faults(self, base: Tables) -> Iterator[str]:
        """See `KnowledgeRule.faults`."""
        yield from super().faults(base)
        if (self.remark is None) == (not self.measure):
            yield "takes back either one advice or one measure: name advice= or measure="
        elif self.measure and self.measure not in base.measures:
            yield f"forbids {self.measure}, which is no measure{did_you_mean(self.measure, base.measures)}"


class Alerts(KnowledgeRule):
    """Somebody must look at it.

    Args:
        alert: what a person reads: what to do, and how soon.
        urgency: the name of one in the base's ladder, above the mildest.
        within: by when, of what that urgency allows; left out, the first of it.
    """

    kind = "alert"
    salience_of_kind = 10
    drawn = "alert"
    heading = "Alerts"
    rank = 1

    remark: Remark

    def __init__(
        self,
        *conditions: Any,
        alert: Remark,
        urgency: str,
        because: str,
        within: str = "",
        claims: str = "",
        source: Any = (),
    ) -> None:
        super().__init__(*conditions, because=because, claims=claims, source=source)
        self.remark = alert
        self.urgency = urgency
        self.within = within

    @property
    def effect(self) -> str:
        """See `KnowledgeRule.effect`."""
        return f"Alert ({self.urgency})"

    def then(self, base: Tables) -> str:
        """See `KnowledgeRule.then`; how soon."""
        return f'this is an alert, {self.urgency} ({base.soon(self)}): "{self.remark.text}"'

    def faults(self, base: Tables) -> Iterator[str]:
        """See `KnowledgeRule.faults`."""
        yield from super().faults(base)
        if self.urgency not in base.urgencies.raised:
            yield f"urgency {self.urgency!r} is none of {', '.join(base.urgencies.raised)}"
        elif self.within and self.within not in base.urgencies[self.urgency].within:
            allowed = ", ".join(base.urgencies[self.urgency].within) or "nothing"
            yield f"within {self.within!r}: {self.urgency} allows {allowed}"


class Bundle(dict[str, KnowledgeRule]):
    """Several rules written as one attribute: each key is what its rule's name adds to the attribute's.

    ``gout = Bundle({"": finds, "not_bunions": opposes})`` gives ``chapter.gout`` and ``chapter.gout_not_bunions``.
    """


class _Body(dict[str, Any]):
    """What the body of a chapter defines; it refuses what Python would lose in silence."""

    def __setitem__(self, name: str, held: Any) -> None:
        lost = _rules_of(self.get(name))
        if lost:
            raise KnowledgeError(f"{name} is written twice, first at {lost[0].written}: one of them needs another name")
        if isinstance(held, (list, tuple)) and any(isinstance(one, KnowledgeRule) for one in held):
            raise KnowledgeError(f"{name}: rules in a list have no names; write each as an attribute, or a Bundle")
        super().__setitem__(name, held)


def _rules_of(held: Any) -> list[KnowledgeRule]:
    """The rules that one attribute of a chapter is written as."""
    return [held] if isinstance(held, KnowledgeRule) else list(held.values()) if isinstance(held, Bundle) else []


class _Chapter(type):
    """The type of the classes that hold rules."""

    @classmethod
    def __prepare__(metacls, name: str, bases: tuple[type, ...], /, **_: Any) -> _Body:
        return _Body()


class Knowledge(metaclass=_Chapter):
    """Base of the classes that hold rules; it names them and keeps them in the order they are written.

    ``class Thirst(Knowledge, cause=THIRST)`` gives its cause to the rules of evidence and the advice that name none.

    Raises:
        KnowledgeError: a class hides a rule of the same name in a class that it extends, or writes a name twice; or
            neither a rule nor its class has a cause.
    """

    rules: ClassVar[tuple[KnowledgeRule, ...]] = ()

    def __init_subclass__(cls, cause: Cause | None = None) -> None:
        module = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower()
        own = []
        for attribute, held in vars(cls).items():
            if not isinstance(held, (KnowledgeRule, Bundle)):
                continue
            if any(hasattr(base, attribute) for base in cls.__bases__):
                raise KnowledgeError(f"{module}.{attribute} hides a rule of the same name in a base class")
            for suffix, rule in held.items() if isinstance(held, Bundle) else [("", held)]:
                name = f"{module}.{attribute}{'_' if suffix else ''}{suffix}"
                if rule.name:
                    raise KnowledgeError(f"one rule object has two names: {rule.name} and {name}")
                rule.name = name
                _give_cause(rule, cause)
                own.append(rule)
        cls.rules = tuple(own)


def _give_cause(rule: KnowledgeRule, cause: Cause | None) -> None:
    """Put the cause of its class into a rule, of whatever kind, that leaves it to the class."""
    if rule.__dict__.get("cause") is not CAUSE_OF_CLASS:
        return
    if cause is None:
        raise KnowledgeError(
            f"{rule.written}: {rule.name} has no cause, and neither has its class. Write cause= in the rule, or once "
            "for all in the class: class Name(Knowledge, cause=...). Advice for none of the causes says cause=None."
        )
    rule.__dict__["cause"] = cause
