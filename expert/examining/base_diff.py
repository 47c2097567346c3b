"""Two versions of a base side by side: rules that came, went and changed, and the cases that are told otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

Said = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class ChangedPart:
    """A part of a rule (``If``, ``Then``) that says something else."""

    name: str
    removed: tuple[str, ...]
    added: tuple[str, ...]


@dataclass(frozen=True)
class ChangedRule:
    """A rule that both versions have, and that says something else in the new one."""

    name: str
    parts: tuple[ChangedPart, ...]


@dataclass(frozen=True)
class Flip:
    """A case that is told something else.

    Attributes:
        case: its id and source. parts: what it is told otherwise, each as (part, before, after).
        by: the rules that did it: of those that fire in one version alone, or fire and say something else, the ones
            that came, went or changed; where there is none, those that only fire otherwise. Evidence about a cause
            that is concluded in neither version did nothing.
    """

    case: str
    source: str
    parts: tuple[tuple[str, Any, Any], ...]
    by: tuple[str, ...]


@dataclass(frozen=True)
class Broken:
    """A case that expects something which does not come out.

    Attributes:
        case: its id and source. failures: what was expected and what was found, a sentence each.
    """

    case: str
    source: str
    failures: tuple[str, ...]


@dataclass(frozen=True)
class Difference:
    """What differs from an old version of a base to a new one.

    Attributes:
        added, removed: rules, with what they say. changed: see `ChangedRule`.
        others: what else came, went or changed: (``field`` or ``cause``, name, ``added``, ``removed`` or ``changed``).
        cases: how many both versions could read. flips: those that are told something else.
        now_fail: cases that the new version reads, whose own expectations hold in the old version (or could not be
            tried there) and fail in the new one. now_hold: the other way round, with what failed before.
        still_fail: how many fail in both.
        unreadable: cases that one version cannot read, with why.
        words: how a reader knows the ``causes`` and ``remarks`` of either version, by their ids.
    """

    added: Mapping[str, Said]
    removed: Mapping[str, Said]
    changed: tuple[ChangedRule, ...]
    others: tuple[tuple[str, str, str], ...]
    cases: int
    flips: tuple[Flip, ...]
    now_fail: tuple[Broken, ...]
    now_hold: tuple[Broken, ...]
    still_fail: int
    unreadable: Mapping[str, str]
    words: Mapping[str, Mapping[str, str]]

    def result(self) -> dict[str, Any]:
        """All of it, JSON-ready."""
        return {name: held for name, held in asdict(self).items() if name != "words"}

    def expectations(self) -> str:
        """How many cases came out as they expect in one version alone, as a clause."""
        return (f"expect: {len(self.now_fail)} now fail, {len(self.now_hold)} now hold, "
                f"{self.still_fail} fail as before")  # fmt: skip


def difference(old: Mapping[str, Any], new: Mapping[str, Any]) -> Difference:
    """What differs between two snapshots (see `expert.examining.snapshot`)."""
    before, after = old["rules"], new["rules"]
    changed = tuple(
        ChangedRule(name, parts) for name in before if name in after and (parts := _parts(before[name], after[name]))
    )
    touched = {*(before.keys() ^ after.keys()), *(one.name for one in changed)}
    both = [source for source in new["cases"] if source in old["cases"]]
    about = {**old.get("evidence", {}), **new.get("evidence", {})}
    failing, failed = _failing(new["cases"]), _failing(old["cases"])
    flips = [_flip(source, old["cases"][source], new["cases"][source], touched, about) for source in both]
    return Difference(
        {name: said for name, said in after.items() if name not in before},
        {name: said for name, said in before.items() if name not in after},
        changed,
        tuple(_others(old, new)),
        len(both),
        tuple(flip for flip in flips if flip is not None),
        tuple(failing[source] for source in failing if source not in failed),
        tuple(failed[source] for source in failed if source in new["cases"] and source not in failing),
        len(failing.keys() & failed.keys()),
        _unreadable(old["unreadable"], new["unreadable"]),
        {kind: {**old.get("words", {}).get(kind, {}), **words} for kind, words in new.get("words", {}).items()},
    )


def _failing(cases: Mapping[str, Any]) -> dict[str, Broken]:
    """The cases that are not as they expect, by their sources."""
    return {
        source: Broken(case["id"], source, tuple(case["failures"]))
        for source, case in cases.items() if case["failures"]
    }  # fmt: skip


def _parts(before: Said, after: Said) -> tuple[ChangedPart, ...]:
    found = []
    for name in before:
        old, new = before[name], after.get(name, ())
        if list(old) != list(new):
            removed, added = (tuple(x for x in one if x not in other) for one, other in ((old, new), (new, old)))
            found.append(ChangedPart(name, removed, added))
    return tuple(found)


def _flip(
    source: str, old: Mapping[str, Any], new: Mapping[str, Any], touched: Iterable[str], about: Mapping[str, str]
) -> Flip | None:
    parts = tuple(
        (name, old["told"][name], new["told"][name]) for name in old["told"] if old["told"][name] != new["told"][name]
    )
    if not parts:
        return None
    before, after = set(old["fired"]), set(new["fired"])
    turned = [name for name in (*old["fired"], *new["fired"]) if (name in before) != (name in after)]
    known = set(touched)
    direct = [name for name in dict.fromkeys((*old["fired"], *new["fired"])) if name in known]
    concluded = {cause for told in (old["told"], new["told"]) for cause, _ in told.get("causes", ())}
    telling = [name for name in direct if about.get(name, "") in {"", *concluded}]
    return Flip(new["id"], source, parts, tuple(telling or direct or turned))


def _others(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterable[tuple[str, str, str]]:
    for kind, table in (("field", "fields"), ("cause", "causes")):
        before, after = old[table], new[table]
        for name in {**before, **after}:
            if name not in before:
                yield kind, name, "added"
            elif name not in after:
                yield kind, name, "removed"
            elif before[name] != after[name]:
                yield kind, name, "changed"


def _unreadable(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    found = {source: f"only the new version reads it: {why}" for source, why in old.items() if source not in new}
    found.update({source: f"the new version cannot read it: {why}" for source, why in new.items()})
    return found
