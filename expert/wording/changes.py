"""What cases are told otherwise from one version of a base to another, for somebody who reviews the change.

What differs is said, not all that was told before and after. Cases that differ in the same way by the same rules stand
together: first those that are seen sooner or later, then those whose causes change, then the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from expert.examining.base_diff import Difference, Flip

#: How the parts of what is told are called, what weighs most first.
_PARTS = {
    "urgency": "urgency", "within": "deadline", "causes": "causes", "alerts": "alert", "advice": "advice",
    "guidance": "answer", "withheld": "kept back",
}  # fmt: skip


@dataclass(frozen=True)
class Alike:
    """Cases that are told otherwise in the same way.

    Attributes:
        said: what differs, a clause each. by: the rules that did it. flips: the cases.
    """

    said: tuple[str, ...]
    by: tuple[str, ...]
    flips: tuple[Flip, ...]


def alike(found: Difference) -> list[Alike]:
    """The cases that are told otherwise, what weighs most and happens most first."""
    groups: dict[tuple[tuple[str, ...], tuple[str, ...]], list[Flip]] = {}
    rank: dict[tuple[str, ...], int] = {}
    for flip in found.flips:
        parts = sorted(flip.parts, key=lambda part: list(_PARTS).index(part[0]))
        said = tuple(clause for part in parts for clause in _said(part, found.words))
        rank[said] = list(_PARTS).index(parts[0][0])
        groups.setdefault((said, flip.by), []).append(flip)
    ordered = sorted(groups.items(), key=lambda group: (rank[group[0][0]], -len(group[1])))
    return [Alike(said, by, tuple(flips)) for (said, by), flips in ordered]


def counts(found: Difference) -> Iterator[str]:
    """How many cases are told otherwise in which part."""
    for name, word in _PARTS.items():
        times = sum(any(part[0] == name for part in flip.parts) for flip in found.flips)
        if times:
            yield f"{word} {times}"


def _said(part: tuple[str, Any, Any], words: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    name, before, after = part
    if name == "causes":
        yield from _causes(before, after, words.get("causes", {}))
    elif isinstance(before, str):
        yield f"{_PARTS[name]}: {before or 'none'}, now {after or 'none'}"
    else:
        yield from _listed(name, before, after, words)


def _causes(before: Sequence[Any], after: Sequence[Any], titles: Mapping[str, str]) -> Iterator[str]:
    old, new = ({cause: level for cause, level in one} for one in (before, after))
    title: Callable[[str], str] = lambda cause: titles.get(cause, cause)  # noqa: E731
    for cause in dict.fromkeys([*old, *new]):
        if old.get(cause) != new.get(cause):
            yield f"{title(cause)}: {old.get(cause, 'not concluded')}, now {new.get(cause, 'not concluded')}"
    first, now = ([*map(title, one), "nothing"][0] for one in (old, new))
    if first != now:
        yield f"first: {first}, now {now}"
    elif [one for one in old if one in new] != [one for one in new if one in old]:
        yield f"order: {', '.join(map(title, old))}, now {', '.join(map(title, new))}"


def _listed(
    name: str, before: Sequence[Any], after: Sequence[Any], words: Mapping[str, Mapping[str, str]]
) -> Iterator[str]:
    """What came and went of a list, and what stays and is said for something else or at another stage."""
    old, new = (dict(map(_entry, one)) for one in (before, after))
    texts = words.get("remarks", {})
    for entry in dict.fromkeys([*old, *new]):
        said = f'"{texts[entry]}"' if entry in texts else entry
        if entry not in new:
            yield f"{_PARTS[name]} no longer: {said}"
        elif entry not in old:
            yield f"{_PARTS[name]} now: {said}"
        elif old[entry] != new[entry]:
            yield f"{_PARTS[name]} {said}: {_about(old[entry], words)}, now {_about(new[entry], words)}"


def _entry(entry: Any) -> tuple[str, tuple[str, tuple[str, ...]]]:
    """An id, with what else is said of it."""
    if isinstance(entry, str):
        return entry, ("", ())
    name, stage, causes = entry
    return name, (stage, tuple(causes))


def _about(said: tuple[str, tuple[str, ...]], words: Mapping[str, Mapping[str, str]]) -> str:
    stage, causes = said
    titles = [words.get("causes", {}).get(cause, cause) for cause in causes]
    return f"{stage} for {', '.join(titles) or 'whatever it is'}"
