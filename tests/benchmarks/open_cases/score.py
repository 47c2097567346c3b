"""Another system on the open cases: what to give it, and how good its answers are.

``python score.py cases`` writes them, a line of JSON each, without what is expected; ``python score.py FILE`` scores
answers. README.md beside this file says what both hold.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from expert.cases.case import Case
from expert.cases.expectations import check
from expert.cases.reader import CaseReader
from expert.certainty import LEVEL_NAMES
from expert.errors import CaseError, did_you_mean
from expert.examining.score import Score
from expert.wording import english
from kb.book import KNOWLEDGE

LIBRARY = Path(next(iter(sys.modules["kb"].__path__))) / "cases"
#: The files of the set, in the order in which they were written.
FILES = ("hard.yaml", "hard-2.yaml", "open.yaml", "rounds")
#: The figures that another system's answers can be held to.
FIGURES = {
    "top_1": "the first cause is the expected one",
    "top_3": "it is among the first three",
    "nothing_concluded": "a cause fits, and none is named",
    "none_of_these": "none of the ten: none is called likely",
    "safe_advice": "safe advice: sent for care at least as soon as needed",
    "over_triage": "over-triage: sent sooner than needed",
}


def cases() -> Iterator[Case]:
    """The open cases."""
    for item in CaseReader(KNOWLEDGE).read_paths([str(LIBRARY / name) for name in FILES], None):
        assert isinstance(item, Case)
        yield item


def asked(case: Case) -> dict[str, Any]:
    """A case as it is given to a system: answers as data and as sentences, neither its note nor what it expects."""
    held = KNOWLEDGE.vocabulary.asked
    told = [english.sentence(english.answer_clause(held[key], answer)) for key, answer in case.answers.items()]
    answers: dict[str, dict[str, Any]] = {}
    for key, answer in case.answers.items():
        group, name = key.split(".")
        answers.setdefault(group, {})[name] = held[key].plain(answer)
    return {"id": case.id, "answers": answers, "text": " ".join(told)}


def result_of(line: Mapping[str, Any], case: Case) -> dict[str, Any]:
    """An answer in the shape of a result.

    Raises:
        CaseError: it names a cause, a level or an urgency that is none.
    """
    causes = [one if isinstance(one, dict) else {"cause": one} for one in line.get("causes", [])]
    found = [{"cause": one["cause"], "level": one.get("level", "likely")} for one in causes]
    for one in found:
        _allowed(one["cause"], [cause.id for cause in KNOWLEDGE.causes], case)
        _allowed(one["level"], [name for name in LEVEL_NAMES if name != "none"], case)
    urgency = _allowed(line.get("urgency"), KNOWLEDGE.urgencies.names, case)
    result = {"id": case.id, "source": case.source, "status": "ok", "alerts_assessed": True, "urgency": urgency,
              "conclusions": found, "recommendations": []}  # fmt: skip
    return {**result, "expect": check(case.expect or {}, result, KNOWLEDGE.urgencies)}


def _allowed(word: object, words: Sequence[str], case: Case) -> object:
    if word not in words:
        hint = did_you_mean(str(word), words)
        raise CaseError(f"{case.id}: {word!r} found{hint or '.'} Allowed: {', '.join(words)}.")
    return word


def scored(lines: Sequence[Mapping[str, Any]]) -> Score:
    """The score of a system's answers.

    Raises:
        CaseError: a case has no answer, an answer no case, or an answer holds what is not allowed.
    """
    answers, every = {line["id"]: line for line in lines}, {case.id: case for case in cases()}
    if missing := [name for name in every if name not in answers]:
        raise CaseError(f"{len(missing)} of {len(every)} cases have no answer, such as {missing[0]}. Answer each; "
                        'where the system has none to give, say so: "causes": [], "urgency": "self_care".')  # fmt: skip
    if strays := [name for name in answers if name not in every]:
        raise CaseError(f"{strays[0]}: there is no such case{did_you_mean(strays[0], every)}")
    score = Score(KNOWLEDGE)
    for case in score.watch(every.values()):
        assert isinstance(case, Case)
        score.add(result_of(answers[case.id], case))
    return score


def report(score: Score) -> Iterator[str]:
    """The figures as lines of a Markdown table."""
    yield from ("| figure | hits | rate | 95 % |", "|---|---|---|---|")
    rates = score.figures()
    for key, words in FIGURES.items():
        yield f"| {words} | {rates[key]} | {rates[key].percent} | {rates[key].interval} |"


def main(argv: Sequence[str] | None = None) -> int:
    """Write the cases, or score answers; 2 where these cannot be scored."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", metavar="cases|FILE", help="cases, or a file of answers, a line of JSON each")
    what = parser.parse_args(argv).what
    if what == "cases":
        for case in cases():
            print(json.dumps(asked(case), ensure_ascii=False))
        return 0
    try:
        lines = [json.loads(line) for line in Path(what).read_text(encoding="utf-8").splitlines() if line.strip()]
        print("\n".join(report(scored(lines))))
    except (CaseError, OSError, ValueError, KeyError, TypeError) as error:
        print(f"{what}: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
