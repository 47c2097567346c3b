"""How much there is to read and to answer until it is enough: ``python tests/benchmarks/questions.py [STORIES]``.

Every case answers for its runner, at the real dialogue, reply by reply; what it leaves out is answered "I don't know".
A screen is what is asked at once: a question, a list, a form of numbers, what was heard of a story; lines are those
that a window of 80 columns shows until then, blank ones and the greeting left out. The first cause and the urgency are
held against those of all the answers. With a file of stories (JSON lines of ``id`` and ``story``) those of the cases
that have one tell it first; what is heard wrong is corrected by number. What is named as not told yet is told by its
name, with the words of the list, or said not to be known. A third runner has no story, and presses Enter there too.
`--every 5` takes every fifth case.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from expert.asking.asking import Asking  # noqa: E402
from expert.asking.dialogue import Dialogue, Offer  # noqa: E402
from expert.asking.ending import Ending  # noqa: E402
from expert.asking.parts import Numbers, Several, Ticks, Which  # noqa: E402
from expert.asking.ports import wrapped  # noqa: E402
from expert.asking.story import Check, Free, Untold  # noqa: E402
from expert.asking.turn import Say, Turn  # noqa: E402
from expert.base import Topic  # noqa: E402
from expert.cases.case import Case  # noqa: E402
from expert.cases.reader import CaseReader  # noqa: E402
from expert.consultation import Consultant, Consultation  # noqa: E402
from expert.fields import UNTRIED, Answers, Field  # noqa: E402
from expert.wording.english import answer_clause  # noqa: E402
from kb.book import KNOWLEDGE  # noqa: E402

FIELDS = KNOWLEDGE.vocabulary.asked
CONSULTANT = Consultant(KNOWLEDGE)
FILES = ("article.yaml", "clinic.yaml", "open.yaml", "hard.yaml", "hard-2.yaml", "rounds")
COLUMNS, MOST_SCREENS = 80, 150


@dataclass
class Course:
    """How one consultation went until it was enough.

    Attributes:
        screens, lines: how many; seconds: from each reply to the next question; same: whether the first cause and the
            urgency are those of all the answers.
    """

    case: str
    asked: list[str] = field(default_factory=list)
    screens: int = 0
    lines: int = 0
    seconds: list[float] = field(default_factory=list)
    same: bool = True
    told: str = ""


class Runner:
    """Answers for a case.

    Args:
        tells: whether what was not told yet is told where it is named, instead of question by question.
    """

    def __init__(self, case: Case, story: str, tells: bool = True) -> None:
        self.answers: Answers = case.answers
        self.story, self.tells = story, tells
        self._corrected: set[str] = set()

    def reply(self, asking: Asking) -> str:
        """What is typed at what is asked."""
        part = asking.part
        if isinstance(part, Untold):
            return self._untold(part.topics) if self.tells else ""
        if isinstance(part, Free):
            return self.story
        if isinstance(part, Check):
            return self._check(asking)
        if isinstance(part, Ticks):
            return self._ticks(part)
        if isinstance(part, Which):
            return self._which(part)
        held = part.due or _asked(asking, part.question)
        answer = self.answers.get(held.key)
        if answer is None:
            return "u"
        if isinstance(part, Numbers):
            return answer.text  # type: ignore[union-attr]
        values = [option.value for option in part.options]
        given = answer if isinstance(answer, tuple) else (answer,)
        numbers = [str(values.index(value) + 1) for value in given if value in values]
        return " ".join(numbers) or ("0" if isinstance(part, Several) else "u")

    def _which(self, part: Which) -> str:
        """Which of what was meant the case has."""
        known = {one for answer in self.answers.values() if isinstance(answer, tuple) for one in answer}
        return next((str(line) for line, option in enumerate(part.options, 1) if option.value in known), "u")

    def _check(self, asking: Asking) -> str:
        """The number of an answer that was heard otherwise than it is; once all is right, what was not told yet."""
        for number, (key, heard) in enumerate(asking.given.items(), 1):  # type: ignore[attr-defined]
            if key in self.answers and self.answers[key] != heard and key not in self._corrected:
                self._corrected.add(key)
                return f"{number} {self._labels(key)}"
        assert isinstance(asking.part, Check)
        return self._untold(asking.part.topics)

    def _untold(self, topics: Sequence[Topic]) -> str:
        """What the case holds of these topics, each by its name; of the others that it is not known."""
        told = []
        for topic in topics:
            known = [key for key in topic.fields if self.answers.get(key, UNTRIED) != UNTRIED]
            remedies = FIELDS[topic.fields[0]].is_remedy
            said = [answer_clause(FIELDS[k], self.answers[k]) if remedies else self._labels(k) for k in known]
            tried = "nothing" if remedies and any(key in self.answers for key in topic.fields) else "don't know"
            if said and not remedies and len(known) < len(topic.fields):
                said.append("don't know the rest")
            told.append(f"{topic.text}: {', '.join(said) or tried}")
        return "; ".join(told)

    def _labels(self, key: str) -> str:
        """An answer in the words of its list; of a number as it was typed."""
        held, answer = FIELDS[key], self.answers[key]
        if held.numeric:
            return answer.text  # type: ignore[union-attr]
        return ", ".join(held.values[one] for one in (answer if isinstance(answer, tuple) else (answer,))) or "none"

    def _ticks(self, part: Ticks) -> str:
        so, unknown = [], []
        for number, option in enumerate(part.options, 1):
            keys = [one.value for one in part.members.get(option.value, ())] or [option.value]
            if any(key in self.answers and self.answers[key] not in (FIELDS[key].denial, UNTRIED) for key in keys):
                so.append(str(number))
            elif not any(key in self.answers for key in keys):
                unknown.append(str(number))
        if not so and len(unknown) == len(part.options):
            return "u"
        return " ".join(so or "0") + (f", u {' '.join(unknown)}" if unknown else "")


def _asked(asking: Asking, question: str) -> Field:
    for held in asking.screen.fields:
        if held.question == question or question == f"How did it go? ({held.says.replace('{}', '').strip()})":
            return held
    return next(held for held in FIELDS.values() if held.question == question)


def course(case: Case, story: str, tells: bool = True) -> Course:
    """Hold a consultation until it is enough."""
    dialogue, runner, found = Dialogue(CONSULTANT), Runner(case, story, tells), Course(case.id)
    turn = dialogue.open()
    found.lines = _lines(turn) - _lines(Turn(turn.shown[:3], None))
    while found.screens < MOST_SCREENS:
        stage = dialogue.stage
        if isinstance(stage, Asking):
            reply = runner.reply(stage)
        elif isinstance(stage, Ending) and dialogue.stopped:
            reply = "more"
        else:
            assert isinstance(stage, (Offer, Ending))
            break
        if isinstance(stage, Asking):
            found.asked.append(
                type(stage.part).__name__
                if len(stage.screen.fields) > 1 or not stage.screen.fields
                else stage.screen.keys[0]
            )
        start = time.perf_counter()
        turn = dialogue.reply(reply)
        found.seconds.append(time.perf_counter() - start)
        same_form = isinstance(dialogue.stage, Asking) and dialogue.stage is stage and isinstance(stage.part, Numbers)
        found.screens += not same_form
        if isinstance(dialogue.stage, Asking):
            found.lines += _lines(turn)
    else:
        raise AssertionError(f"{case.id}: never enough; at last {reply!r} to {dialogue.stage.question}")
    known = dialogue.session.answers
    now, then = CONSULTANT.consult(known), CONSULTANT.consult({**known, **case.answers})
    found.same = _told(now) == _told(then)
    found.told = f"{_told(now)}, with all answers {_told(then)}; not asked: " + ", ".join(
        key for key in case.answers if key not in known
    )
    return found


def _told(found: Consultation) -> tuple[str, str]:
    return next((one.cause.id for one in found.conclusions), "none"), found.urgency


def _lines(turn: Turn) -> int:
    texts = [one.text for one in turn.shown if isinstance(one, Say)]
    return sum(bool(line.strip()) for text in texts for line in wrapped(text, COLUMNS).splitlines())


def write(name: str, found: Sequence[Course], faults: bool) -> None:
    """Print how these consultations went."""
    if not found:
        return
    same = sum(one.same for one in found)
    counts = (("screens", [one.screens for one in found]), ("lines", [one.lines for one in found]))
    shown = (f"{what}: median {statistics.median(numbers):g}, most {max(numbers)}" for what, numbers in counts)
    print(f"{name}: {len(found)} cases; {'; '.join(shown)}; the same first cause and urgency {same / len(found):.1%}")
    for one in found if faults else ():
        if not one.same:
            print(f"    {one.case}: {one.told}")


def cases(every: int) -> Iterator[tuple[str, Case]]:
    """Every so many of the cases, with the file that they are in."""
    reader = CaseReader(KNOWLEDGE)
    for name in FILES:
        for one in list(reader.read_paths([str(ROOT / "kb" / "cases" / name)], None))[::every]:
            if isinstance(one, Case):
                yield name, one


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("stories", nargs="?", help="a file of stories, as JSON lines of id and story")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="only every so many of the cases")
    parser.add_argument("--faults", action="store_true", help="name the cases that come out otherwise")
    parser.add_argument("--asked", action="store_true", help="say what is asked how often")
    options = parser.parse_args(arguments)
    stories: Mapping[str, str] = {}
    if options.stories:
        rows = map(json.loads, Path(options.stories).read_text(encoding="utf-8").splitlines())
        stories = {row["id"]: row["story"] for row in rows}
    by_file: dict[str, list[Course]] = {}
    told, mixed, by_enter = [], [], []
    for name, case in cases(options.every):
        without = course(case, "")
        by_enter.append(course(case, "", tells=False))
        by_file.setdefault(name, []).append(without)
        if case.id in stories:
            told.append(course(case, stories[case.id]))
        mixed.append(told[-1] if case.id in stories else without)
    for name, found in by_file.items():
        write(name, found, options.faults)
    every = [one for found in by_file.values() for one in found]
    write("all, without stories", every, False)
    write("all, without stories, by Enter alone where more could be told", by_enter, options.faults)
    write("those with a story, told", told, options.faults)
    if told:
        write("all, with its story where there is one", mixed, False)
    if options.asked:
        kinds = Counter(name for one in every for name in one.asked)
        print(
            "asked, of 100 cases: "
            + ", ".join(f"{name} {100 * n / len(every):.0f}" for name, n in kinds.most_common(30))
        )
    seconds = sorted(second for one in (*every, *by_enter, *told) for second in one.seconds)
    middle, late = seconds[len(seconds) // 2], seconds[int(0.95 * len(seconds))]
    print(f"a reply to the next question: median {middle * 1000:.1f} ms, 95th percentile {late * 1000:.1f} ms")


if __name__ == "__main__":
    main()
