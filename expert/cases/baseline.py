"""What has changed against an earlier run: case by case, and by which rules.

Both runs have their results in the order of their input, so the earlier one is read along with this one, and of what
is passed over only the places in the file are kept. Cases are the same by their id; of several with one id the first is
the first. Where a case stood (`source`) is no change.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import IO, Any, cast

from expert.cases.results import Result
from expert.cases.tally import full_name
from expert.errors import UsageError, shown

#: What `_differences` says in words of its own; of any other part it says that it differs.
_TOLD = (
    "id",
    "source",
    "status",
    "conclusions",
    "urgency",
    "within",
    "recommendations",
    "alerts",
    "withheld",
    "expect",
)

#: The lists of a result whose items have a name, and what they are called.
_NAMED = {"alerts": "alerts", "recommendations": "advice", "withheld": "taken back"}


class Baseline:
    """An earlier run to compare with.

    Args:
        path: its results as JSON Lines.
        wanted: of which of its cases something is to be said.

    Raises:
        UsageError: there is no such file; a line is no result (it is read as the comparison goes on).
    """

    def __init__(self, path: str, wanted: Callable[[str, str], bool]) -> None:
        self._path, self._wanted = path, wanted
        self._places: dict[str, deque[int]] = {}
        self._line = 0
        self._compared = self._changed = self._new = self._missing = 0
        try:
            self._file: IO[bytes] = open(path, "rb")  # noqa: SIM115
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise UsageError(f"--baseline {shown(path)}: cannot be read ({reason}).") from None
        self._rest = self._read()

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def compare(self, result: Result) -> Iterator[str]:
        """What has changed of this case, if anything: one sentence."""
        self._compared += 1
        then = self._found(result["id"])
        if then is None:
            self._new += 1
            yield f"{full_name(result)}: new, {_gist(result)}."
            return
        found = list(_differences(then, result))
        if found:
            self._changed += 1
            yield f"{full_name(result)}: changed: {'; '.join(found)}."

    def end(self) -> Iterator[str]:
        """The cases that are no more, and what it comes to."""
        for place, then in self._rest:
            self._places.setdefault(then["id"], deque()).append(place)
        for place in sorted(place for places in self._places.values() for place in places):
            then = self._at(place)
            self._missing += 1
            yield f"{full_name(then)}: missing, it was {_gist(then)}."
        yield (
            f"Against {self._path}: {self._changed:,} of {self._compared:,} results changed, {self._new:,} new, "
            f"{self._missing:,} missing."
        )

    def _found(self, name: str) -> Result | None:
        """The earlier result of a case."""
        places = self._places.get(name)
        if places:
            place = places.popleft()
            if not places:
                del self._places[name]
            return self._at(place)
        for place, then in self._rest:
            if then["id"] == name:
                return then
            self._places.setdefault(then["id"], deque()).append(place)
        return None

    def _read(self) -> Iterator[tuple[int, Result]]:
        """The earlier results, each with its place."""
        place = 0
        self._file.seek(place)
        while line := self._file.readline():
            after = self._file.tell()
            self._line += 1
            if line.strip():
                then = self._result(line)
                if self._wanted(then["id"], then["source"]):
                    yield place, then
            place = after
            self._file.seek(place)

    def _at(self, place: int) -> Result:
        """The result that begins there."""
        self._file.seek(place)
        return self._result(self._file.readline())

    def _result(self, line: bytes) -> Result:
        try:
            found = json.loads(line)
            if _is_result(found):
                return cast(Result, found)
        except (ValueError, RecursionError):
            pass
        raise UsageError(
            f"--baseline {shown(self._path)}, line {self._line}: that is no result of a batch. "
            "Give a file that batch has written as jsonl."
        )


def _is_result(found: object) -> bool:
    """Whether it is what batch writes, in every part that is looked into here: somebody may have edited the file."""
    if not _has_texts(found, "id", "source", "status"):
        return False
    assert isinstance(found, dict)
    if found["status"] == "error":
        return _has_texts(found.get("error"), "message")
    expect = found.get("expect", {"passed": True})
    return (
        isinstance(found.get("conclusions"), list)
        and all(_has_texts(one, "cause", "level") and "certainty" in one for one in found["conclusions"])
        and all(isinstance(found.get(part, ""), str) for part in ("urgency", "within"))
        and all(isinstance(found.get(part, []), list) for part in _NAMED)
        and all(_has_texts(one, "id") and isinstance(one.get("stage", ""), str) for one in _items(found))
        and isinstance(expect, dict)
        and "passed" in expect
    )


def _items(result: Mapping[str, Any]) -> Iterator[Any]:
    """What the lists hold whose items have a name."""
    for part in _NAMED:
        yield from result.get(part, ())


def _has_texts(part: object, *names: str) -> bool:
    """Whether it is a mapping in which these are texts."""
    return isinstance(part, dict) and all(isinstance(part.get(name), str) for name in names)


def _differences(then: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    """In what two results of a case differ."""
    if then == now or {**then, "source": ""} == {**now, "source": ""}:
        return
    if "error" in (then["status"], now["status"]):
        if then["status"] == now["status"]:
            yield f"why it cannot be read: {then['error']['message']} -> {now['error']['message']}"
        else:
            yield f"{_gist(then)} -> {_gist(now)}"
        return
    yield from _conclusions(then, now)
    for part in ("urgency", "within"):
        if then.get(part) != now.get(part):
            yield f"{part} {then.get(part, 'none')} -> {now.get(part, 'none')}"
    for part, name in _NAMED.items():
        yield from _in_and_out(name, _names(then, part), _names(now, part))
    if then.get("expect") != now.get("expect"):
        yield f"expect {_passed(then)} -> {_passed(now)}"
    yield from _in_and_out("rules", _rules(then), _rules(now))
    rest = [part for part in {**then, **now} if part not in _TOLD and then.get(part) != now.get(part)]
    if rest:
        yield f"also {', '.join(rest)}"


def _conclusions(then: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[str]:
    """Causes that came, went, or are held for more or less sure; or that stand in another order."""
    before, after = ({one["cause"]: one for one in result.get("conclusions", ())} for result in (then, now))
    for cause in {**before, **after}:
        if _degree(before.get(cause)) != _degree(after.get(cause)):
            yield f"{cause} {_degree(before.get(cause))} -> {_degree(after.get(cause))}"
    if next(iter(before), None) != next(iter(after), None):
        yield f"first {next(iter(before), 'none')} -> {next(iter(after), 'none')}"


def _degree(conclusion: Mapping[str, Any] | None) -> str:
    return f"{conclusion['level']} ({conclusion['certainty']})" if conclusion else "none"


def _names(result: Mapping[str, Any], part: str) -> list[str]:
    """What a list of a result holds, by name and stage."""
    return [" ".join(filter(None, (one["id"], one.get("stage")))) for one in result.get(part, ())]


def _in_and_out(name: str, then: Iterable[str], now: Iterable[str]) -> Iterator[str]:
    """What is in one and not in the other, with a plus for what came."""
    before, after = dict.fromkeys(then), dict.fromkeys(now)
    changed = [f"+{one}" for one in after if one not in before] + [f"-{one}" for one in before if one not in after]
    if changed:
        yield f"{name} {' '.join(changed)}" if name == "rules" else f"{name} {', '.join(changed)}"


def _rules(result: object) -> Iterator[str]:
    """The rules that fired, as far as a result names them; however deep a file nests them."""
    waiting = [result]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Mapping):
            if isinstance(part.get("rule"), str):
                yield part["rule"]
            part = list(part.values())
        if isinstance(part, list):
            waiting += reversed(part)


def _passed(result: Mapping[str, Any]) -> str:
    if "expect" not in result:
        return "none"
    return "passed" if result["expect"]["passed"] else "failed"


def _gist(result: Mapping[str, Any]) -> str:
    """A result in a few words."""
    if result["status"] == "error":
        return f"not read ({result['error']['message']})"
    best = next(iter(result["conclusions"]), None)
    return f"{best['cause']} {_degree(best)}" if best else "no conclusion"
