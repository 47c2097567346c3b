"""What is asked at once: one question with its list, how it is read, and how it is said back.

A screen is asked in one part or in several (the follow-up question of a ticked line is a part of its own). A part
turns a reply into a value, once; what comes of the value is the business of the screen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, ClassVar

from expert.asking.form import Filled, Form
from expert.asking.turn import Choice, Pick, Say
from expert.fields import UNTRIED, Answer, Field
from expert.hearing.picking import Misread, Option, is_none, is_unknown, pick_any, pick_one, pick_several, pick_ticks
from expert.wording.english import answer_clause

if TYPE_CHECKING:
    from expert.hearing.lexicon import Ambiguous
    from expert.hearing.reply import Reply

#: Numbers of lines, with what stands between and before them.
_BY_NUMBER = re.compile(r"(?:[\d\s,;&+/.-]|\band\b|\bu\b)*")

#: What fits on one line of any window, and of most.
_NARROW, _WIDE = 60, 79
#: A list with so many entries stands in running lines, so that it can be seen whole.
_MANY = 4
#: One with more than these shows its labels in brief; `?` has them whole.
IN_FULL = 5
#: So many lines that are not known are said back by their words.
_FEW = 2
#: So long are names that still run on, at the mean.
_BRIEF = 60

#: Hears a reply in words to what is asked.
Hear = Callable[[str], "Reply"]


@dataclass(frozen=True)
class Named:
    """What a reply says of a list.

    Attributes:
        ticked: the lines that are so; unknown: those of which the person does not know.
        told: answers that go with ticked lines, where more than the tick was said.
        ask: what was not understood, to be asked back; empty where all was.
    """

    ticked: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    told: Mapping[str, Answer] = field(default_factory=dict)
    ask: str = ""

    def joined(self, more: Named) -> Named:
        """Both together; what is still to be asked is what the later one leaves open."""
        ticked = tuple(dict.fromkeys((*self.ticked, *more.ticked)))
        unknown = tuple(key for key in dict.fromkeys((*self.unknown, *more.unknown)) if key not in ticked)
        return Named(ticked, unknown, {**self.told, **more.told}, more.ask)


@dataclass
class Part:
    """Something asked at once.

    Attributes:
        question: what is asked. options: the list below it.
        line: the line of a list that it asks on about; None for the question itself.
        lead: what is said before it, where it comes again.
        due: the field of the screen that is asked just now, where a screen asks one after another.
        again: whether the list stands already, so that only `lead` is said.
        untried: what stands in place of "I don't know" where only trying can tell.
        before: the options that were chosen before, and are chosen again by an empty reply; None where it is asked for
            the first time.
        hear: hears what is typed in words; without it, only what the list has is taken.
        open: what the reply named and left open which value is meant; to be asked behind it.
    """

    question: str
    options: Sequence[Option] = ()
    line: int | None = None
    lead: Say | None = None
    due: Field | None = None
    again: bool = False
    untried: str = ""
    before: tuple[str, ...] | None = None
    hear: Hear | None = None
    open: Sequence[Ambiguous] = ()

    several: ClassVar[bool] = False
    none: ClassVar[str] = ""
    unknown: ClassVar[str] = "I don't know"
    #: What stands for both in a list in running lines.
    briefly: ClassVar[tuple[str, str]] = ("none", "don't know")

    def read(self, text: str) -> Any:
        """The value of a reply; None for "I don't know".

        Raises:
            Misread: it makes no sense here; says what does.
        """
        return None if is_unknown(text, self.untried) else self._read(text)

    def _heard(self, text: str) -> Any:
        """What is heard in words.

        Raises:
            Misread: nothing for certain.
        """
        assert self.hear is not None, "nobody listens"
        reply = self.hear(text)
        self.open = reply.open
        if reply.unknown:
            return None
        if self.open and not reply.answers and self.several:
            return ()
        if not reply.answers:
            raise Misread(reply.ask)
        return next(iter(reply.answers.values()))

    def _read(self, text: str) -> Any:
        raise NotImplementedError

    def said_back(self, text: str, value: Any) -> str:
        """What the reply was taken for, so that a wrong guess, or a wrong line, is seen; nothing for "don't know"."""
        raise NotImplementedError

    def list(self) -> list[Say]:
        """The lines below the question."""
        labels = [self.shown(option) for option in self.options]
        if self._flows(labels):
            items = [f"{number} {label}" for number, label in enumerate(labels, 1)]
            return [Say(line, listed=True) for line in _running((*items, *self._last(*self.briefly, gap=" ")))]
        last = self._last(self.none, self.unknown)
        lines = [Say(f"  {number:>2}  {label}", listed=True) for number, label in enumerate(labels, 1)]
        together = "   " + "   ".join(last)
        ends = [together] if len(together) < _WIDE else [f"   {line}" for line in last]
        return [*lines, *(Say(line, listed=True) for line in ends)]

    def _last(self, none: str, unknown: str, gap: str = "  ") -> Sequence[str]:
        """What can be typed besides the numbers of the options."""
        return (*([f"0{gap}{none}"] if self.none else []), f"u{gap}{self.untried or unknown}")

    def shown(self, option: Option) -> str:
        """What stands for an option in the list; see `commands` for what says the rest of it."""
        return option.brief if option.brief and len(self.options) > IN_FULL else option.label

    def _flows(self, labels: Sequence[str]) -> bool:
        """Whether the list stands in running lines: one that is long, or that fits on a single line."""
        whole = sum(map(len, labels)) + 6 * len(labels)
        return len(labels) >= _MANY or (bool(labels) and whole + len(self.untried or self.unknown) < _NARROW)

    def choice(self) -> Choice | None:
        """The same as data; None where nothing is chosen."""
        if not self.options:
            return None
        picks = tuple(Pick(str(number), self.shown(option)) for number, option in enumerate(self.options, 1))
        selected = tuple(
            pick.reply for pick, option in zip(picks, self.options, strict=True) if option.value in (self.before or ())
        )
        keys = {option.value[0]: pick.reply for pick, option in zip(picks, self.options, strict=True)}
        yes_or_no = {option.value for option in self.options} == {"yes", "no"}
        unknown, untried = self.untried or self.unknown, bool(self.untried)
        return Choice(picks, self.several, selected, self.none, unknown, untried, keys if yes_or_no else {})

    @property
    def kept(self) -> str:
        """What an empty reply keeps, in words; nothing where it keeps nothing."""
        if self.before is None:
            return ""
        return "; ".join(option.label for option in self.options if option.value in self.before) or "none of these"

    def keep(self) -> Any:
        """The value of an empty reply that keeps what was chosen before."""
        return self.before

    @property
    def prompt(self) -> str:
        """What stands before the cursor."""
        return "> "

    def wrong(self, text: str) -> str | None:
        """What is wrong with a line while it is typed, where that is worth saying."""
        return None


class One(Part):
    """One of a list."""

    def _read(self, text: str) -> Any:
        if self.hear is None or _BY_NUMBER.fullmatch(text):
            return pick_one(text, self.options)
        return self._heard(text)

    def keep(self) -> str:
        """See `Part.keep`."""
        assert self.before, "there is nothing to keep"
        return self.before[0]

    def said_back(self, text: str, value: str | None) -> str:
        """See `Part.said_back`."""
        if value == UNTRIED:
            return "  = not tried"
        return "" if value is None else _echo(self.options, (value,))


class Several(Part):
    """Any number of a list."""

    several = True
    none = "none of these"

    def _read(self, text: str) -> Any:
        if self.hear is None or _BY_NUMBER.fullmatch(text) or is_none(text):
            return pick_any(text, self.options)
        return self._heard(text)

    def said_back(self, text: str, value: tuple[str, ...] | None) -> str:
        """See `Part.said_back`."""
        return "" if value is None or (self.open and not value) else _echo(self.options, value)


class Which(One):
    """Which value is meant by words that stand for several; all else that is typed is asked back."""

    @classmethod
    def of(cls, meant: Ambiguous, hear: Hear, line: int | None = None) -> Which:
        """The question; a reply is heard as one to the list, if it is among what is meant."""
        options = [Option(value, label) for value, label in meant.values.items()]
        return cls(meant.question, options, line, hear=hear)

    def _read(self, text: str) -> str:
        try:
            return pick_one(text, self.options)
        except Misread as misread:
            assert self.hear is not None, "nobody listens"
            said = [value for answer in self.hear(text).answers.values() for value in answer]
            known = [option.value for option in self.options if option.value in said]
            if len(known) != 1:
                raise misread
            return known[0]


#: Lines named as not known: ``1 3, u 5``.
_UNKNOWN_LINES = re.compile(r"(?:^|[\s,;])u\s+\S")


_PIECE = re.compile(r"\s*[,;]\s*|(?<=\d)\s+and\s+(?=\D)")


def _numbers_and_words(text: str) -> tuple[str, str]:
    """The parts of a reply that are numbers of lines, and the others."""
    parts = [part for part in _PIECE.split(text.strip()) if part]
    numbers = [part for part in parts if re.fullmatch(r"\d{1,2}(?: +\d{1,2})*", part)]
    return " ".join(numbers), ", ".join(part for part in parts if part not in numbers)


@dataclass
class Ticks(Part):
    """The lines of a list that are so, and those that are not known.

    Attributes:
        elsewhere: lines of other lists, for which a word may be meant as well.
        members: the questions that a line stands for, where these are several.
        denials: for each question what one answers who does not tick it, where that is no plain no.
        sure: the lines, and questions behind lines, that were so before; answers: what was told of them;
            open_before: what was not known.
    """

    elsewhere: Sequence[Option] = field(default=())
    members: Mapping[str, Sequence[Option]] = field(default_factory=dict)
    denials: Mapping[str, Answer] = field(default_factory=dict)
    sure: tuple[str, ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=dict)
    open_before: tuple[str, ...] = ()

    several = True
    none = "none of these"
    unknown = "I don't know any (u 2: line 2)"

    def _flows(self, labels: Sequence[str]) -> bool:
        """What is named in a word or two; clauses stand in lines of their own."""
        return sum(map(len, labels)) < _BRIEF * len(labels)

    def _read(self, text: str) -> Named | None:
        if self.hear is None or _BY_NUMBER.fullmatch(text.lower()) or _UNKNOWN_LINES.search(text.lower()):
            ticked, unknown = pick_ticks(text, self.options, self.elsewhere)
            return Named(ticked, tuple(key for value in unknown for key in self._fields(value)))
        numbers, words = _numbers_and_words(text) if self.members else ("", text)
        if numbers and words:  # the ear knows what stands behind the lines, and not their numbers
            heard = self._heard(words)
            ticked = pick_several(numbers, self.options)
            return replace(heard, ticked=tuple(dict.fromkeys((*ticked, *heard.ticked)))) if heard else Named(ticked)
        heard = self._heard(text)
        if heard is not None and heard.ask and not heard.ticked:
            raise Misread(heard.ask)
        return heard

    def _heard(self, text: str) -> Named | None:
        """What the ear hears; None where nothing of the list is known."""
        assert self.hear is not None, "nobody listens"
        reply = self.hear(text)
        keys = [key for option in self.options for key in self._fields(option.value)]
        if set(keys).issubset(reply.unknown):
            return None
        said = {key: answer for key, answer in reply.answers.items() if key in keys}
        told = {
            key: answer
            for key, answer in said.items()
            if answer not in ("yes", "no", UNTRIED, (), self.denials.get(key))
        }
        ticked = tuple(key for key in keys if key in reply.ticked or key in told or said.get(key) == "yes")
        return Named(ticked, tuple(reply.unknown), told, reply.ask)

    def keep(self) -> Named:
        """See `Part.keep`."""
        return Named((*(self.before or ()), *self.sure), self.open_before, self.answers)

    def _fields(self, value: str) -> Sequence[str]:
        """The fields that a line stands for."""
        return [one.value for one in self.members.get(value, ())] or (value,)

    def said_back(self, text: str, value: Named | None) -> str:
        """See `Part.said_back`; a line behind which it is asked on says itself there what was ticked."""
        if value is None:
            return ""
        lines = {number: one for number, one in enumerate(self.options, 1) if self._not_known(one, value)}
        so = [one.label for line in self.options for one in self._single(line) if one.value in value.ticked]
        if not so and not any(each in self.members for each in value.ticked):
            so = ["none of the others" if lines else "none of these"]
        if len(lines) > 1 and len(lines) + len(value.ticked) == len(self.options):
            so.append("the others not known")
        elif len(lines) <= _FEW:
            so += [f"not known: {one.label}" for one in lines.values()]
        else:  # by number, as the list stands just above
            so.append(f"not known: lines {', '.join(map(str, lines))}")
        return "  = " + "; ".join(so) if so else ""

    def _not_known(self, line: Option, value: Named) -> bool:
        return set(self._fields(line.value)).issubset(value.unknown)

    def _single(self, line: Option) -> Sequence[Option]:
        """The questions that a line stands for."""
        return self.members.get(line.value) or (line,)


@dataclass
class Numbers(Part):
    """One line of a form: one number, or several with commas between.

    Attributes:
        numbers: what was typed before, by the field that it answers.
    """

    form: Form = field(default=None)  # type: ignore[assignment]
    numbers: Mapping[str, str] = field(default_factory=dict)

    unknown = "I don't know this one (no more: none of the rest)"

    def read(self, text: str) -> Filled:
        """See `Part.read`; the form with the numbers in it, "I don't know" too."""
        return self.form.read(text)

    @property
    def kept(self) -> str:
        """See `Part.kept`: the number that the line had before."""
        return self.numbers.get(self.due.key, "") if self.due else ""

    def keep(self) -> Filled:
        """See `Part.keep`."""
        return self.form.read(self.kept)

    def said_back(self, text: str, value: Filled) -> str:
        """See `Part.said_back`: several numbers at once, each with what it answers."""
        told = [answer_clause(held, value.form.given[held.key]) for held in value.taken]
        return "  = " + "; ".join(told) if len(told) > 1 else ""

    def list(self) -> list[Say]:
        """See `Part.list`; a form of one number has none."""
        fields = self.form.lines
        shown = [] if self._alone else [replace(line, listed=False) for line in super().list()]
        if any(held.is_length for held in fields):
            shown.append(Say(f"   {self.form.how_to_type()}", "dim"))
        return shown

    def choice(self) -> None:
        """See `Part.choice`: numbers are typed."""

    @property
    def _alone(self) -> bool:
        return len(self.form.fields) == 1

    @property
    def prompt(self) -> str:
        """See `Part.prompt`: the number of the line and the unit of a bare number, or what is allowed."""
        assert self.due is not None
        if self._alone and not self.due.is_length:
            return f"{self.due.allowed()}, or u{f' (before: {self.kept})' if self.kept else ''}> "
        place = f"{self.form.lines.index(self.due) + 1} " if self.due in self.form.lines and not self._alone else ""
        told = [self.form.unit(self.due), f"before: {self.kept}" if self.kept else ""]
        unit = f"({', '.join(filter(None, told))})" if any(told) else ""
        return f"{place}{unit}".strip() + "> "

    def wrong(self, text: str) -> str | None:
        """See `Part.wrong`; words are only heard once they are typed in full."""
        if re.search("[a-z]{4}", text.lower()):
            return None
        try:
            self.form.read(text)
        except Misread as problem:
            return str(problem)
        return None


def _running(items: Sequence[str]) -> Iterator[str]:
    """Lines of entries one behind the other, as many as fit; a line breaks between them only."""
    line = ""
    for item in items:
        if line and len(line) + len(item) + 2 > _WIDE:
            yield line
            line = ""
        line += f"  {item}"
    yield line


def _echo(options: Sequence[Option], values: Sequence[str]) -> str:
    return "  = " + "; ".join([option.label for option in options if option.value in values] or ["none of these"])
