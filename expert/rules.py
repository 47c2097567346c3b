"""The kinds of rule. A rule is an experta ``Rule`` whose consequence and warrant are data, not a function body.

Told apart by what they conclude:

* ``Finds``      an abstraction: answers to a named finding (wet roots, a flood)
* ``Supports``   evidence for a cause; ``Opposes`` evidence against one
* ``Advises``    a recommendation, now or if the first steps do not help; ``Withholds`` takes one back
* ``Alerts``     an urgency: what must be seen by somebody, and how soon

Rules are written as class attributes of a ``Knowledge`` subclass, which gives them their names and their cause:

    class Thirst(Knowledge, cause=THIRST):
        dry_brown = Supports(Pot(soil="dry"), Leaf(colour="brown"), ...)

is the rule ``thirst.dry_brown``. A rule with a ``cause=`` of its own keeps that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, ClassVar

from expert.conditions import Atom, Compares, Interpretation, atom_of
from expert.errors import KnowledgeError
from expert.experta_guard import ConditionalElement, Rule
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
    """

    id: str
    text: str
    remedies: tuple[str, ...] = ()


#: When a recommendation is due.
STAGES = ("now", "if_no_better")


class KnowledgeRule(Rule):  # type: ignore[misc]
    """Base of the rule kinds.

    Attributes:
        name: ``module.attribute``; set by `Knowledge`.
        written: the file and line where it is written.
        because: the reason in plain words, as a clause that can follow "because".
        claims: ids of the main text's claims that it stands on.
        source: the citations that it stands on, where that is not the main text.
    """

    kind: ClassVar[str]
    salience_of_kind: ClassVar[int]

    name: str
    written: Written
    because: str
    claims: tuple[str, ...]
    source: tuple[Source, ...]

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
        limits = [atom.test.limit for atom in self.atoms if isinstance(atom.test, Compares)]
        return tuple(limit for limit in limits if not limit.given)

    @property
    def from_article(self) -> bool:
        """Whether it rests on the main text alone."""
        return bool(self.claims) and not self.source

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

    def __init__(self, *conditions: Any, finding: str, because: str, claims: str = "", source: Any = ()) -> None:
        super().__init__(*conditions, because=because, claims=claims, source=source)
        self.finding = finding


class Supports(KnowledgeRule):
    """Evidence for a cause.

    Args:
        cause: what it speaks for; left out, the cause of its class.
        hedge: the word by which the source limits itself; the hedge table turns it into a strength.
        role: ``presentation`` (what and where is it) or ``risk`` (what may have brought it on).
        partial: one feature of several that the source names together; it counts half.
    """

    kind = "support"
    salience_of_kind = 20
    sign = 1

    def __init__(
        self,
        *conditions: Any,
        hedge: str,
        because: str,
        cause: Cause = CAUSE_OF_CLASS,
        role: str = "presentation",
        partial: bool = False,
        claims: str = "",
        source: Any = (),
    ) -> None:
        super().__init__(*conditions, because=because, claims=claims, source=source)
        self.cause = cause
        self.hedge = hedge
        self.role = role
        self.partial = partial


class Opposes(Supports):
    """Evidence against a cause: what is denied, or what points elsewhere. Arguments as for `Supports`."""

    kind = "opposition"
    sign = -1


class Advises(KnowledgeRule):
    """A recommendation.

    Args:
        advice: what to do.
        cause: what it is for; left out, the cause of its class; None where it is for none of the causes.
        stage: ``now`` or ``if_no_better``; where rules give both, now holds.
    """

    kind = "advice"
    salience_of_kind = 10

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
        self.advice = advice
        self.cause = cause
        self.stage = stage


class Withholds(KnowledgeRule):
    """Takes a recommendation back: the plant was watered already, or is a cactus."""

    kind = "withholding"
    salience_of_kind = 10

    def __init__(self, *conditions: Any, advice: Remark, because: str, claims: str = "", source: Any = ()) -> None:
        super().__init__(*conditions, because=because, claims=claims, source=source)
        self.advice = advice


class Alerts(KnowledgeRule):
    """Somebody must look at it.

    Args:
        alert: what a person reads: what to do, and how soon.
        urgency: the name of one in the base's ladder, above the mildest.
    """

    kind = "alert"
    salience_of_kind = 10

    def __init__(
        self,
        *conditions: Any,
        alert: Remark,
        urgency: str,
        because: str,
        claims: str = "",
        source: Any = (),
    ) -> None:
        super().__init__(*conditions, because=because, claims=claims, source=source)
        self.alert = alert
        self.urgency = urgency


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
