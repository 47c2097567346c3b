"""How fast cases are reasoned through, beside other ways to do the same: ``python tests/benchmarks/engine.py``.

All ways see the same rules and the same cases, take turns in one process, and are held to the same firings first. Times
are processor time, medians of the rounds, in microseconds a case; what counts is the ratios, since machines differ.

The ways, from answers to the rules that fire before anything is concluded:

* stock: experta as it is, with its own matcher, strategy, agenda and facts, one engine reused;
* footwise: the engine of this program;
* clips, by fact and at once: CLIPS through clipspy (needs ``pip install clipspy``), see `clips_rules`;
* straight line: Python made from the rules, which can do nothing else: about the least that Python needs.

Then a whole consultation up to its line of JSON; the same with the base doubled by rules on fields of their own; and
the command ``batch`` from start to end, beside a program that only loads and dumps the lines: on the library again and
again, of which a case that comes again is remembered, and on cases no two of which are alike. All but that reason each
case through, however often it comes.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "benchmarks"), str(ROOT / "tests"), str(ROOT / "tests/examples")]

from expert.base import Base  # noqa: E402
from expert.cases.case import Case  # noqa: E402
from expert.cases.reader import CaseReader  # noqa: E402
from expert.conditions import Finding  # noqa: E402
from expert.consultation import Consultant  # noqa: E402
from expert.engine import Reasoner  # noqa: E402
from expert.experta_guard import KnowledgeEngine  # noqa: E402
from expert.fields import Answers, Choice, Group, Vocabulary  # noqa: E402
from expert.matcher import Conditions  # noqa: E402
from expert.rules import KnowledgeRule, Supports  # noqa: E402
from kb.book import KNOWLEDGE  # noqa: E402

#: The library's cases that somebody told or thought of; the others are of one rule each.
NAMED = ("article.yaml", "clinic.yaml", "open.yaml", "hard.yaml", "hard-2.yaml", "rounds")
RULES, VOCABULARY = KNOWLEDGE.rules, KNOWLEDGE.vocabulary
NUMBER = {rule.name: place for place, rule in enumerate(RULES)}


class Stock(KnowledgeEngine):  # type: ignore[misc]
    """experta's own engine, with nothing but the rules."""

    def __init__(self) -> None:
        self.fired: set[int] = set()
        super().__init__()

    def get_rules(self) -> Sequence[KnowledgeRule]:
        return list(RULES)

    def fire(self, rule: KnowledgeRule) -> None:
        """Called by a rule."""
        self.fired.add(NUMBER[rule.name])
        if rule.finding:
            self.declare(Finding(name=rule.finding))


def stock() -> Callable[[Answers], set[int]]:
    """One engine, reset for each case."""
    engine = Stock()

    def fired(answers: Answers) -> set[int]:
        engine.fired = set()
        engine.reset()
        known = VOCABULARY.known(answers)
        engine.declare(*(VOCABULARY.fact(key, value) for key, values in known.items() for value in values))
        engine.run()
        return engine.fired

    return fired


def footwise() -> Callable[[Answers], set[int]]:
    """This program's engine."""
    reasoner = Reasoner(KNOWLEDGE)

    def fired(answers: Answers) -> set[int]:
        reasoner.start(answers)
        return set(reasoner.fired())

    return fired


def straight_line() -> Callable[[Answers], set[int]]:
    """A function for each condition, of nothing but tests of the others that its rules need."""
    conditions = Conditions(RULES)
    finds = {place: Finding(name=rule.finding) for place, rule in enumerate(RULES) if rule.finding}
    met_by_finding = {place: conditions.met_by(fact) for place, fact in finds.items()}
    source = []
    found_later = {number for numbers in met_by_finding.values() for number in numbers}
    for number in conditions.every:
        places = conditions.every[number] if number in found_later else conditions.first.get(number, ())
        source.append(f"def when_{number}(met, fired): pass")
        source[-1:] = [f"def when_{number}(met, fired):"] if places else source[-1:]
        for place in places:
            others = [f"{other} in met" for other in set(conditions.of_rule[place]) if other != number]
            source.append(f"    if {' and '.join(others) or 'True'}: fired.append({place})")
    names: dict[str, Any] = {}
    exec("\n".join(source), names)
    then = {number: names[f"when_{number}"] for number in conditions.every}
    meets: dict[tuple[str, Any], Sequence[int]] = {}

    def fired(answers: Answers) -> set[int]:
        met: set[int] = set()
        for key, values in VOCABULARY.known(answers).items():
            for value in values:
                if (key, value) not in meets:
                    meets[key, value] = conditions.met_by(VOCABULARY.fact(key, value))
                met.update(meets[key, value])
        found: list[int] = []
        for number in met & then.keys():
            then[number](met, found)
        for place in found:  # which grows by what the findings bring
            more = [number for number in met_by_finding.get(place, ()) if number not in met]
            met.update(more)
            for number in more:
                if number in then:
                    then[number](met, found)
        return set(found)

    return fired


def clips_ways() -> Mapping[str, Callable[[Answers], set[int]]]:
    """CLIPS, where it is installed. Its time holds the making of the facts' text, as ours holds that of facts."""
    try:
        from clips_rules import Clips, facts
    except ImportError:
        print("clipspy is not installed, so CLIPS is left out")
        return {}
    by_fact, at_once = Clips(RULES), Clips(RULES)
    return {
        "clips, by fact": lambda answers: by_fact.one_by_one(facts(VOCABULARY, answers)),
        "clips, at once": lambda answers: at_once.at_once("\n".join(facts(VOCABULARY, answers))),
    }


def doubled() -> Base:
    """The base with as many rules again, each on two of a hundred fields that no case answers."""
    words = {"one": "one", "two": "two"}
    fields = {
        f"field_{number}": Choice("Is it?", "It is asked.", says="it is {}", values=words) for number in range(100)
    }
    more = type("More", (Group,), fields)
    vocabulary = Vocabulary([*VOCABULARY.groups.values(), more], VOCABULARY.unit)
    dice, rules = random.Random(1), list[KnowledgeRule]()
    for number in range(len(RULES)):
        names = dice.sample(sorted(fields), 2)
        rule = Supports(
            *(more(**{name: dice.choice(("one", "two"))}) for name in names),
            cause=KNOWLEDGE.causes[0], hedge=next(iter(KNOWLEDGE.hedges)), because="it is measured", claims="T1",
        )  # fmt: skip
        rule.name = f"more.rule_{number}"
        rules.append(rule)
    base = object.__new__(type(KNOWLEDGE))  # what is checked of a base is left out: this is none to consult
    base.__dict__.update({name: vars(KNOWLEDGE)[name] for name in KNOWLEDGE.__dataclass_fields__})
    base.__dict__.update(vocabulary=vocabulary, rules=[*RULES, *rules])
    return base


def in_turn(ways: Mapping[str, Callable[[], object]], rounds: int, cases: int) -> dict[str, float]:
    """The median time of each way, a case, in microseconds; every way once a round."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, work in ways.items():
            start = time.process_time()
            work()
            times[name].append(time.process_time() - start)
    return {name: statistics.median(taken) / cases * 1e6 for name, taken in times.items()}


def over(work: Callable[[Answers], object], cases: Sequence[Answers]) -> Callable[[], None]:
    """Doing it for every case."""

    def run() -> None:
        for answers in cases:
            work(answers)

    return run


def reasoning(cases: Sequence[Answers], rounds: int) -> None:
    """The firings alone."""
    ways = {"stock": stock(), **clips_ways(), "footwise": footwise(), "straight line": straight_line()}
    few = cases[::10]
    for name, way in ways.items():
        for answers in few:
            assert way(answers) == ways["footwise"](answers), f"{name} fires other rules on {answers}"
    slow = [name for name in ways if name == "stock" or name.startswith("clips")]
    times = in_turn({name: over(way, cases) for name, way in ways.items() if name not in slow}, rounds, len(cases))
    times |= in_turn({name: over(ways[name], few) for name in slow}, 3, len(few))
    print(f"reasoning alone, {len(cases)} cases (stock and CLIPS on every tenth):")
    for name in ways:
        print(f"  {name:<15} {times[name]:9.1f} us   stock takes {times['stock'] / times[name]:6.1f} times as long")
    best = min((times[name] for name in times if name.startswith("clips")), default=0.0)
    ours = times["footwise"]
    print(f"  footwise: {ours / times['straight line']:.1f} times the straight line", end="")
    print(f"; the best of CLIPS takes {best / ours:.1f} times as long" if best else "")


def consultations(cases: Sequence[Answers], rounds: int) -> None:
    """From answers to the line of JSON."""
    whole, twice = (Consultant(base, remembers=False) for base in (KNOWLEDGE, doubled()))  # type: ignore[arg-type]
    ways = {
        "a consultation": over(whole.consult, cases),
        "up to its line": over(lambda answers: whole.consult(answers).text, cases),
        "the same, rules doubled": over(lambda answers: twice.consult(answers).text, cases),
    }
    ways["its answers loaded and dumped"] = over(lambda line: json.dumps(json.loads(line)), lines_of(cases))
    for work in ways.values():
        work()
    times = in_turn(ways, rounds, len(cases))
    print("a whole consultation:")
    for name, taken in times.items():
        print(f"  {name:<30} {taken:9.1f} us")
    more = times["the same, rules doubled"] / times["up to its line"] - 1
    print(f"  twice the rules cost {100 * more:.0f} % more")


def lines_of(cases: Sequence[Answers]) -> list[Any]:
    """The cases as JSON lines."""
    lines = []
    for number, answers in enumerate(cases):
        case: dict[str, Any] = {"id": f"case-{number}"}
        for key, answer in answers.items():
            group, name = key.split(".")
            case.setdefault(group, {})[name] = VOCABULARY.asked[key].plain(answer)
        lines.append(json.dumps(case) + "\n")
    return lines


LOADS_AND_DUMPS = """
import json, sys
with open(sys.argv[1]) as cases, open(sys.argv[2], "w") as out:
    for line in cases:
        out.write(json.dumps(json.loads(line)) + "\\n")
"""


def no_two_alike(cases: Sequence[Answers], count: int, seed: int = 1) -> Iterator[Answers]:
    """So many cases of runners who are like those of the cases, each with an age, weeks and a gap or two of its own."""
    dice, seen = random.Random(seed), set[tuple[tuple[str, object], ...]]()
    while len(seen) < count:
        answers = {key: answer for key, answer in dice.choice(cases).items() if dice.random() < 0.9}
        for key, most in (("runner.age", 80), ("pain.weeks", 60)):
            answers[key] = VOCABULARY.asked[key].read(str(dice.randint(10, 10 * most) / 10))
        answers = {key: answers[key] for key in VOCABULARY.asked if key in answers}
        told = tuple(answers.items())
        if told not in seen and KNOWLEDGE.contradiction(answers) is None:
            seen.add(told)
            yield answers


def batch(cases: Sequence[Answers], counts: Sequence[int], named: Sequence[Answers]) -> None:
    """The command from start to end, beside the least that could be done with the same lines.

    Args:
        cases: come again and again. named: whose likes come but once.
    """
    if counts:
        print("batch, start included (processor time), the library again and again:")
        _batch(lines_of(cases), counts)
        few = min(counts)
        print("the same, like the library's named cases, no two of them alike:")
        _batch(lines_of(list(no_two_alike(named, few))), [few])


def _batch(lines: Sequence[str], counts: Sequence[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "cases.jsonl", Path(folder) / "results.jsonl"
        for count in counts:
            with source.open("w", encoding="utf-8") as file:
                for number in range(count):
                    file.write(lines[number % len(lines)])
            least = processor_time([sys.executable, "-c", LOADS_AND_DUMPS, str(source), str(target)])
            ours = processor_time([sys.executable, str(ROOT / "cli.py"), "batch", str(source), "-o", str(target)])
            print(f"  {count:>9,} lines: {ours[0]:7.1f} s, {ours[0] / least[0]:5.1f} times loading and dumping;"
                  f" {1e6 * ours[0] / count:6.0f} us a line; peak {ours[1]:.0f} MiB")  # fmt: skip


#: Runs a command and tells its time and memory. By itself, since what a process begins with counts as its peak, and it
#: begins as a copy of whoever starts it.
_MEASURES = """
import os, subprocess, sys
used = os.wait4(subprocess.Popen(sys.argv[1:], stderr=subprocess.DEVNULL).pid, 0)[2]
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
"""


def processor_time(command: Sequence[str]) -> tuple[float, float]:
    """Seconds of processor time, and the peak of memory in MiB."""
    measured = subprocess.run([sys.executable, "-S", "-c", _MEASURES, *command], capture_output=True, text=True,
                              check=True)  # fmt: skip
    seconds, most = measured.stdout.split()[-2:]
    return float(seconds), int(most) / 1024


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="How fast cases are reasoned through.")
    parser.add_argument("--rounds", type=int, default=7, help="how often each way is measured (7 if left out)")
    parser.add_argument("--lines", type=int, nargs="*", default=[10_000, 100_000], help="how many lines batch gets")
    options = parser.parse_args()
    reader = CaseReader(KNOWLEDGE)
    items = reader.read_paths([str(ROOT / "kb" / "cases")], None)
    cases = [item.answers for item in items if isinstance(item, Case)]
    reasoning(cases, options.rounds)
    consultations(cases, options.rounds)
    named = [one.answers for one in reader.read_paths([str(ROOT / "kb" / "cases" / name) for name in NAMED], None)
             if isinstance(one, Case)]  # fmt: skip
    batch(cases, options.lines, named)


if __name__ == "__main__":
    main()
