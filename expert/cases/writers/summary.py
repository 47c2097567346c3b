"""What many results come to: how often each cause and each urgency, what failed, whom to see to first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from expert.cases.results import failed_expect
from expert.cases.tally import full_name
from expert.cases.writers import About
from expert.examining.first_reading import pattern_of
from expert.fields import in_words

#: Of each list so many cases are named; how many more there are is counted. So a report stays one that can be read.
MOST_NAMED = 1000
#: What is said where nothing was concluded, and nothing found outside of the causes.
NOTHING = "no conclusion"


@dataclass
class Named:
    """Cases that are named one by one, up to a limit.

    Attributes:
        cases: each with what there is to say of it. count: how many there are.
    """

    cases: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    count: int = 0

    def add(self, result: Mapping[str, Any], *said: str) -> None:
        """Take note of one more."""
        self.count += 1
        if self.count <= MOST_NAMED:
            self.cases.append((full_name(result), said))

    @property
    def more(self) -> int:
        """How many are not named."""
        return self.count - len(self.cases)


class Summary:
    """Results, counted.

    Attributes:
        about: what they are about. cases: how many; expecting: how many of them expect something.
        first: how often a cause (None: none) came first, and with which level (then empty): by (cause, level).
        named: how often a cause is among the conclusions. urgencies: how often each.
        failed, unreadable: the cases that went wrong, with what. raised: those that somebody must see to, by urgency,
            each with how soon, why, and what was found. calm: the others, with what was found.
        elsewhere: how often each thing outside of the causes was found.
        assessed: whether red flags were looked for.
    """

    def __init__(self, about: About) -> None:
        self.about = about
        self.cases = self.expecting = 0
        self.first: Counter[tuple[str | None, str]] = Counter()
        self.named: Counter[str] = Counter()
        self.urgencies: Counter[str] = Counter()
        self.failed, self.unreadable = Named(), Named()
        self.raised = {name: Named() for name in about.knowledge.urgencies.raised}
        self.calm = Named()
        self.elsewhere: Counter[str] = Counter()
        self._titles = {cause.id: cause.short for cause in about.knowledge.causes}
        self._patterns = {
            rule.remark.id: name for rule in about.knowledge.rules if rule.remark and (name := pattern_of(rule))
        }
        self.assessed = True

    @property
    def read(self) -> int:
        """How many could be read."""
        return self.cases - self.unreadable.count

    def add(self, result: Mapping[str, Any]) -> None:
        """Count one result."""
        self.cases += 1
        if result["status"] == "error":
            line = result["error"]["line"]
            self.unreadable.add(result, str(line or ""), result["error"]["message"])
            return
        self.assessed = self.assessed and result["alerts_assessed"]
        self.expecting += "expect" in result
        if failed_expect(result):
            self.failed.add(result, *result["expect"]["failures"])
        found = result["conclusions"]
        best = (found[0]["cause"], found[0]["level"]) if found else (None, "")
        self.first[best] += 1
        self.named.update(one["cause"] for one in found)
        self.urgencies[result["urgency"]] += 1
        self.elsewhere.update(self._outside(result))
        if result["urgency"] in self.raised:
            soon = self.soon(result["urgency"], result.get("within", ""))
            self.raised[result["urgency"]].add(result, soon, self.why(result), self.found(result))
        else:
            self.calm.add(result, self.found(result))

    def found(self, result: Mapping[str, Any]) -> str:
        """What came first of a result, and what was found outside of the causes, in words."""
        names = self._outside(result)
        outside = in_words(names) if names else ""
        if not result["conclusions"]:
            return f"something else: {outside}" if outside else NOTHING
        first = self._titles[result["conclusions"][0]["cause"]]
        return f"{first}; also {outside}" if outside else first

    def _outside(self, result: Mapping[str, Any]) -> Sequence[str]:
        """What of a result is outside of the causes, each once, whether or not its advice was taken back."""
        told = [one["id"] for one in (*result["recommendations"], *result["withheld"])]
        return list(dict.fromkeys(self._patterns[name] for name in told if name in self._patterns))

    @staticmethod
    def why(result: Mapping[str, Any]) -> str:
        """Why somebody must look at it as soon as that: the reasons of the alerts that say so; nothing without one."""
        due = result["urgency"], result.get("within")
        reasons = [one["why"] for one in result["alerts"] if (one["urgency"], one.get("within")) == due]
        return "; ".join(dict.fromkeys(reasons))

    def times_first(self, cause: str | None) -> int:
        """How often a cause came first, or none did."""
        return sum(count for (name, _), count in self.first.items() if name == cause)

    def soon(self, urgency: str, within: str = "") -> str:
        """How soon, in words, that is; where red flags were not looked for, nobody is told that there is time."""
        knowledge = self.about.knowledge
        if within and knowledge.deadlines is not None:
            return knowledge.deadlines[within].soon
        if urgency == knowledge.urgencies.mildest and not self.assessed:
            return "no alert"
        return knowledge.urgencies[urgency].soon

    def __str__(self) -> str:
        """How it went, as a sentence."""
        cases = "1 case" if self.cases == 1 else f"{self.cases:,} cases"
        passed = self.expecting - self.failed.count
        expected = f"{passed:,} of {self.expecting:,} came out as they expect, {self.failed.count:,} did not; "
        return f"{cases}: {expected if self.expecting else ''}{self.unreadable.count:,} could not be read."
