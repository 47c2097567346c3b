"""What a knowledge base holds: vocabulary, claims, causes and rules in one object, and views of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING, TypeVar

from expert import certainty
from expert.certainty import Hedge, Piece
from expert.conditions import Atom
from expert.contradictions import Contradiction
from expert.errors import KnowledgeError, did_you_mean
from expert.fields import Answers, Vocabulary
from expert.naming import Naming
from expert.rules import Cause, Finds, KnowledgeRule, Measure, Remark, Supports
from expert.training.fields import ActivityFields
from expert.urgency import LADDER, Deadline, Ladder, Urgency

if TYPE_CHECKING:
    from expert.hearing.lexicon import Lexicon
    from expert.hearing.questions import QuestionEar
    from expert.places import PlaceMap

_Kind = TypeVar("_Kind", bound=KnowledgeRule)


@dataclass(frozen=True)
class Claim:
    """One numbered statement of the main text, in our own words.

    Attributes:
        id: its number (``T1``); section: the text's part; kind: presentation, cause, treatment, follow-up or
            structure; hedge: the text's word of caution; text: the paraphrase.
    """

    id: str
    section: str
    kind: str
    hedge: str
    text: str


@dataclass(frozen=True)
class RedFlag:
    """An answer that by itself must never end in the mildest urgency.

    Attributes:
        field: full name of the field; values: the answers that raise the flag.
        places: values of the place field that make it worth asking; empty for anywhere.
        text: a plain clause ("one calf is swollen") for the list of what was not ruled out.
    """

    field: str
    values: tuple[str, ...]
    places: tuple[str, ...]
    text: str

    @property
    def id(self) -> str:
        """``field`` or, where only some values count, ``field=value/value``."""
        return self.field if self.values == ("yes",) else f"{self.field}={'/'.join(self.values)}"


@dataclass(frozen=True)
class Gate:
    """One line of a list that stands for several questions: they are asked only of those for whom it is so.

    Attributes:
        text: what there is where any of them has an answer that matters; nothing where they are only asked together,
            each in a line of its own. fields: their full names. Who leaves the line out has said no to those that
            take a yes or a no; the others stay unknown.
        lines: of those that have no line of their own what stands there where it is asked which of them are so.
        least: from so many on that would be asked it stands for them; fewer stand by themselves, so that a tick says
            all.
    """

    text: str
    fields: tuple[str, ...]
    lines: Mapping[str, str] = field(default_factory=dict, hash=False)
    least: int = 3


@dataclass(frozen=True)
class Topic:
    """What can be told in a few words of one's own, where it was not told yet.

    Attributes:
        text: a plain noun phrase for it, as in "not told yet: how long you have had it"; fields: their full names.
        alone: what some of them go by where the others were told.
    """

    text: str
    fields: tuple[str, ...]
    alone: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Weighed:
    """What the evidence about one cause comes to.

    Attributes:
        certainty: -1 to 1, rounded as results are.
        counted: places in the book of the rules that count; the others say what these have said.
    """

    certainty: float
    counted: frozenset[int]


@dataclass(frozen=True)
class Conditions:
    """A rule's conditions, such that many rules are quickly looked through.

    Attributes:
        parts: all, in order, each with its bit: one for each of the base's different ones; 0 for a derived one.
        bits: those on answers, together.
        derived: those on findings and conclusions.
    """

    parts: Sequence[tuple[int, Atom]]
    bits: int
    derived: Sequence[Atom]


#: How many sets of evidence are kept with what they come to.
_MOST_KNOWN = 10_000


@dataclass(frozen=True)
class Base:
    """Everything that the shell needs to know about a subject, not yet checked; see `expert.knowledge.KnowledgeBase`.

    Attributes:
        title, notice: what it is about, and what its results must never be read as.
        version: the base's own, as its authors count; ``--version`` tells it, with the digest of all that it says.
        place: full name of the field, one with many values, that says where the complaint is: it is asked first, and
            what cannot concern the places told is not asked. Empty where the subject has no places.
        course: full name of the field that says whether it gets better or worse; a follow-up asks it first.
        changing: fields whose answers can be others some time later, a sign that passes: a follow-up asks them again.
        mechanisms: structure claims (about how to reason) to the mechanism that honours them.
        implications: ``(field, value, field, value)``: who gives the first answer has given the second with it; a
            consultation takes it and does not ask again.
        tick_lists: groups whose yes-or-no fields may stand in one tick-list.
        gates: questions that share one line of a list.
        topics: what can be told in one's own words where it is open; a field in none goes by its question.
        seldom: fields of which few people have anything to tell; before it is enough none is asked for these alone.
        alarming: fields that are no red flag alone and are one beside another answer, wherever the complaint is: asked
            with the red flags.
        told: fields of which people tell unasked, where they tell a story and there is something to tell.
        trials: fields that only the same trying can tell: who has not tried one is not asked for the others before
            it is enough.
        contradictions: answers that cannot all be true.
        urgencies: how soon somebody must look at it, with all its words; deadlines: by when, the latest first; None
            where urgencies say enough.
        measures: what advice can make somebody do and a rule can forbid, by name.
        cares: how careful advice can be, the most careful first: beside a more careful one, advice does not stand.
        questions: what guidance answers, by name, each as a reader asks it, in the order in which they are answered.
        seeking: the name of the question that asks whom to see; it is answered together with what to do if things
            change, and where an alert has answered it, only by what protects.
        story: what asks for all of it in a person's own words, before any single question; empty where none does.
        story_example: how such a story can begin.
        advice_behind: the name of the question behind whose answer it is told what to do; empty: before all of them.
        until_seen: by the question's name, what is said where its answers were taken back, or where it must be seen
            before anything else; where there is none, the question is passed over.
        untold: by the question's name, what is said to who asks it though no rule answers it.
        unconcluded: what a result that concludes nothing says should be done; its first sentence that it concludes
            nothing.
        if_elsewhere: what takes the place of the rest of that where something outside of the causes was found.
        naming: what the base calls things.
        group_ranks: groups to when a change of their answers is proposed: 0 first, 1 (where none is given) next, 2
            last, for what holds whatever else may change.
        assesses_alerts: whether the base is whole; its main text's part alone assesses none.
        training: which fields an export of activities answers; None where it answers none.
        accepted: remarks of ``kb check`` that stay as they are, by their key, each with the reason why.
        lexicon: gives the words by which people say it, once a text is to be read; without one the labels of the
            questions are all that is understood.
        picture: gives the map of the places that it asks about, once one is to be drawn; None where it has none.
    """

    title: str
    notice: str
    vocabulary: Vocabulary
    claims: Mapping[str, Claim]
    causes: Sequence[Cause]
    hedges: Mapping[str, Hedge]
    rules: Sequence[KnowledgeRule]
    place: str = ""
    mechanisms: Mapping[str, str] = field(default_factory=dict)
    red_flags: Sequence[RedFlag] = ()
    contradictions: Sequence[Contradiction] = ()
    implications: Sequence[tuple[str, str, str, str]] = ()
    tick_lists: Sequence[Sequence[str]] = ()
    gates: Sequence[Gate] = ()
    topics: Sequence[Topic] = ()
    seldom: Collection[str] = ()
    alarming: Collection[str] = ()
    told: Collection[str] = ()
    trials: Sequence[Sequence[str]] = ()
    assesses_alerts: bool = True
    urgencies: Ladder[Urgency] = LADDER
    deadlines: Ladder[Deadline] | None = None
    measures: Mapping[str, Measure] = field(default_factory=dict)
    cares: Sequence[str] = ()
    questions: Mapping[str, str] = field(default_factory=dict)
    seeking: str = ""
    course: str = ""
    changing: Collection[str] = ()
    story: str = ""
    story_example: str = ""
    advice_behind: str = ""
    until_seen: Mapping[str, str] = field(default_factory=dict)
    untold: Mapping[str, str] = field(default_factory=dict)
    if_elsewhere: str = ""
    unconcluded: str = "Nothing fits well enough; show it to somebody who knows more."
    naming: Naming = Naming()
    group_ranks: Mapping[str, int] = field(default_factory=dict)
    accepted: Mapping[str, str] = field(default_factory=dict)
    training: ActivityFields | None = None
    version: str = ""
    lexicon: Callable[[], Lexicon] | None = None
    picture: Callable[[], PlaceMap] | None = None

    # Views, each worked out once.

    @cached_property
    def gate_of(self) -> Mapping[str, Gate]:
        """The gate of each field that stands behind one."""
        return {key: gate for gate in self.gates for key in gate.fields}

    @cached_property
    def topic_of(self) -> Mapping[str, Topic]:
        """What each field that is asked goes by where it can be told in one's own words."""
        named = {key: topic for topic in self.topics for key in topic.fields}
        return {
            key: named.get(key) or Topic(held.question[:1].lower() + held.question[1:].rstrip("?"), (key,))
            for key, held in self.vocabulary.asked.items()
        }

    @cached_property
    def places_of(self) -> Mapping[str, frozenset[str]]:
        """Where each cause shows: the places that its presentation names; empty where it names none."""
        return {
            name: frozenset(
                value for rule in rules if rule.sign > 0 and rule.role == "presentation"
                for atom in rule.atoms if atom.key == self.place and not atom.test.excludes
                for value in atom.test.values
            )
            for name, rules in self.evidence.items()
        }  # fmt: skip

    @cached_property
    def words(self) -> Lexicon:
        """The words by which people say what it asks."""
        from expert.hearing.lexicon import default_lexicon

        return default_lexicon(self.vocabulary) if self.lexicon is None else self.lexicon()

    @cached_property
    def questioned(self) -> QuestionEar:
        """What hears questions about its results."""
        from expert.hearing.questions import QuestionEar

        return QuestionEar(self)

    @cached_property
    def map(self) -> PlaceMap | None:
        """The map of its places, if it has one."""
        return self.picture() if self.picture is not None else None

    @cached_property
    def position(self) -> Mapping[str, int]:
        """Each rule's place in the book: the one order in which evidence is combined and shown."""
        return {rule.name: index for index, rule in enumerate(self.rules)}

    @cached_property
    def cause_position(self) -> Mapping[str, int]:
        """Each cause's rank among equals: the specific before the general, then as listed."""
        ranked = sorted(self.causes, key=lambda cause: cause.kind == "general")
        return {cause.id: index for index, cause in enumerate(ranked)}

    @cached_property
    def _by_kind(self) -> dict[type[KnowledgeRule], tuple[KnowledgeRule, ...]]:
        return {}

    def of(self, kind: type[_Kind]) -> Sequence[_Kind]:
        """The rules of one kind, in the order of the book; those of `Supports` include what `Opposes`."""
        if kind not in self._by_kind:
            self._by_kind[kind] = tuple(rule for rule in self.rules if isinstance(rule, kind))
        return self._by_kind[kind]

    @cached_property
    def evidence(self) -> Mapping[str, Sequence[Supports]]:
        """The rules for and against each cause."""
        return {cause.id: tuple(rule for rule in self.of(Supports) if rule.cause is cause) for cause in self.causes}

    @cached_property
    def remarks(self) -> Mapping[str, tuple[Remark, Sequence[KnowledgeRule]]]:
        """What people are told, by the id that results have, each with the rules that tell it."""
        found: dict[str, tuple[Remark, list[KnowledgeRule]]] = {}
        for rule in self.rules:
            if rule.remark is not None and not rule.against:
                found.setdefault(rule.remark.id, (rule.remark, []))[1].append(rule)
        return found

    @cached_property
    def finders(self) -> Mapping[str, Sequence[Finds]]:
        """The rules that conclude each finding."""
        names = dict.fromkeys(rule.finding for rule in self.of(Finds))
        return {name: tuple(rule for rule in self.of(Finds) if rule.finding == name) for name in names}

    @cached_property
    def by_advice(self) -> Mapping[str, Sequence[KnowledgeRule]]:
        """The rules that give advice or take it back, by its id."""
        told = {rule.remark.id: rule.remark for rule in self.rules if rule.remark and not rule.urgency}
        speak = [rule for rule in self.rules if not rule.urgency and not rule.sign]
        return {
            name: tuple(rule for rule in speak if rule.remark == remark or rule.takes_back(remark))
            for name, remark in told.items()
        }

    @cached_property
    def advice_about(self) -> Mapping[str, tuple[Sequence[KnowledgeRule], Sequence[KnowledgeRule]]]:
        """For each rule that advises or takes back: those that give the advice it is about, those that take it back."""
        alike: dict[str, dict[str, KnowledgeRule]] = {}
        for rules in self.by_advice.values():
            for rule in rules:
                if rule.remark is not None:
                    alike[rule.name] = {one.name: one for one in self.by_advice[rule.remark.id]}
                else:
                    alike.setdefault(rule.name, {}).update({one.name: one for one in rules if not one.against})
        return {
            name: ([one for one in rules.values() if one.stage], [one for one in rules.values() if one.against])
            for name, rules in alike.items()
        }

    @cached_property
    def conditions(self) -> Mapping[str, Conditions]:
        """The conditions of each rule, by its name, with those about answers as bits of one number."""
        bits = self._bits
        found = {}
        for rule in self.rules:
            parts = [(bits.get(atom, 0), atom) for atom in rule.atoms]
            about_answers = sum({bit for bit, _ in parts})
            found[rule.name] = Conditions(parts, about_answers, [atom for bit, atom in parts if not bit])
        return found

    @cached_property
    def tests(self) -> Mapping[str, Sequence[tuple[int, Atom]]]:
        """The different conditions on each field, each with its bit in `Conditions.bits`."""
        found: dict[str, list[tuple[int, Atom]]] = {}
        for atom, bit in self._bits.items():
            found.setdefault(atom.key, []).append((bit, atom))
        return found

    @cached_property
    def tested(self) -> Mapping[str, int]:
        """The bits of all conditions on each field."""
        return {key: sum(bit for bit, _ in tests) for key, tests in self.tests.items()}

    @cached_property
    def _bits(self) -> Mapping[Atom, int]:
        different = dict.fromkeys(atom for rule in self.rules for atom in rule.atoms if atom.kind == "field")
        return {atom: 1 << number for number, atom in enumerate(different)}

    def within(self, alert: KnowledgeRule) -> str:
        """The name of the deadline that an alert sets; empty in a base without deadlines."""
        return alert.within or next(iter(self.urgencies[alert.urgency].within), "")

    def gravity(self, urgency: str, within: str) -> tuple[int, int]:
        """How far up an alert stands: by its urgency, and by its deadline among those."""
        return self.urgencies.rank(urgency), self.deadlines.rank(within) if self.deadlines and within else 0

    def soon(self, alert: KnowledgeRule) -> str:
        """By when an alert wants it seen, as a clause."""
        return self.due(alert.urgency, self.within(alert)).soon

    def due(self, urgency: str, within: str) -> Urgency | Deadline:
        """What has the words for how soon: the deadline, and where there is none the urgency."""
        return self.deadlines[within] if self.deadlines and within else self.urgencies[urgency]

    def rule(self, name: str) -> KnowledgeRule:
        """The rule of this name.

        Raises:
            KnowledgeError: there is none; names the nearest.
        """
        if name not in self.position:
            hint = did_you_mean(name, self.position) or f". There are {len(self.position)}."
            raise KnowledgeError(f"{name}: no such rule{hint}")
        return self.rules[self.position[name]]

    def cause(self, name: str) -> Cause:
        """The cause of this id.

        Raises:
            KnowledgeError: there is none; names the nearest and all there are.
        """
        for cause in self.causes:
            if cause.id == name:
                return cause
        ids = [cause.id for cause in self.causes]
        raise KnowledgeError(f"{name}: no such cause{did_you_mean(name, ids) or '.'} Causes: {', '.join(ids)}.")

    def strength(self, rule: KnowledgeRule) -> float:
        """The certainty factor of a rule of evidence; 0 for any other."""
        return rule.strength(self.hedges)

    def contradiction(self, answers: Answers, among: Collection[str] | None = None) -> Contradiction | None:
        """The first contradiction in these answers, or None.

        Args:
            among: only one that has to do with one of these fields.
        """
        found = [one for key in answers.keys() & self._checks.keys() for one in self._checks[key]]
        for _, check in sorted(found, key=itemgetter(0)):
            concerned = among is None or not {check.field, *check.against}.isdisjoint(among)
            if concerned and check.reason(answers) is not None:
                return check
        return None

    @cached_property
    def _checks(self) -> Mapping[str, Sequence[tuple[int, Contradiction]]]:
        """The contradictions by the field that they point at, each with its place among all."""
        found: dict[str, list[tuple[int, Contradiction]]] = {}
        for place, check in enumerate(self.contradictions):
            found.setdefault(check.field, []).append((place, check))
        return found

    def rests_on(self, rule: KnowledgeRule) -> frozenset[str]:
        """The asked fields that a rule tells anew, through its findings and what is worked out.

        The place only frames a rule that says something else besides: brown leaves in the hall tell of the leaves. A
        rule that tests the place alone tells of the place.
        """
        fields = frozenset(self._asked_by(rule))
        return frozenset(rule.tells) or fields - {self.place} or fields

    def _asked_by(self, rule: KnowledgeRule) -> Iterator[str]:
        for atom in rule.atoms:
            if atom.kind == "field":
                yield from self.vocabulary.sources(atom.key)
            elif atom.kind == "finding":
                for finder in self.finders.get(atom.key, ()):
                    yield from self._asked_by(finder)

    def piece(self, rule: KnowledgeRule) -> Piece:
        """A rule of evidence as the arithmetic sees it."""
        return Piece(self.strength(rule), rule.sign, rule.role == "presentation", self.rests_on(rule))

    @cached_property
    def _pieces(self) -> Mapping[str, Mapping[int, Piece]]:
        """The evidence about each cause, by the rule's place in the book."""
        return {
            name: {self.position[rule.name]: self.piece(rule) for rule in rules}
            for name, rules in self.evidence.items()
        }

    @cached_property
    def _known(self) -> dict[tuple[object, ...], Weighed]:
        return {}

    def weighed(self, cause: Cause, fired: tuple[int, ...]) -> Weighed:
        """What the evidence for and against a cause comes to. Most sets of evidence come again, so it is kept.

        Args:
            fired: the places in the book of the rules about this cause that fired, ascending.
        """
        key = certainty.combine, cause.id, fired
        found = self._known.get(key)
        if found is None:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            of_cause = self._pieces[cause.id]
            pieces = [of_cause[place] for place in fired]
            counts = frozenset(fired[place] for sign in (1, -1) for place in certainty.counted(pieces, sign))
            found = self._known[key] = Weighed(certainty.weigh(pieces, cause.needs_presentation), counts)
        return found

    def certainty(self, cause: Cause, fired: Iterable[KnowledgeRule]) -> float:
        """How certain a cause is where these rules fired, rounded as results are: -1 to 1."""
        return self.weighed(cause, self._about(cause, fired)).certainty

    def counting(self, cause: Cause, fired: Iterable[KnowledgeRule]) -> frozenset[str]:
        """The names of those of these rules that count for or against a cause; the others say what these have said."""
        return frozenset(self.rules[place].name for place in self.weighed(cause, self._about(cause, fired)).counted)

    def _about(self, cause: Cause, fired: Iterable[KnowledgeRule]) -> tuple[int, ...]:
        """The places of the evidence about a cause among these rules."""
        pieces, position = self._pieces[cause.id], self.position
        return tuple(sorted({place for rule in fired if (place := position[rule.name]) in pieces}))
