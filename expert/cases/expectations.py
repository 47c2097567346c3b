"""What a case says must come out of it: reading the ``expect`` part, and checking a result against it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from expert.certainty import LEVEL_NAMES
from expert.errors import CaseError, nearest, shown
from expert.knowledge import KnowledgeBase
from expert.urgency import Ladder, Urgency

CAUSE_LISTS = ("top", "includes", "excludes")
LEVEL_PARTS = ("at_least", "at_most")
URGENCY_PARTS = ("urgency", "urgency_at_least", "urgency_at_most")
CLAIM_LISTS = ("recommends", "later", "not_recommends")
PARTS = (*CAUSE_LISTS, *LEVEL_PARTS, "none_likely", *URGENCY_PARTS, *CLAIM_LISTS)

_TRUTHS = {"yes": True, "true": True, "no": False, "false": False}


# -- reading ---------------------------------------------------------------------------------------------------------


def read_expect(raw: object, knowledge: KnowledgeBase) -> dict[str, Any]:
    """The ``expect`` part of a case of this base, checked, each part in its one canonical shape.

    Lists are lists even where one name was given (``top: none`` is ``["none"]``), ``none_likely`` is a bool.
    A part that is null is left out.

    Raises:
        CaseError: an unknown part, cause, level, urgency or claim; `field` is ``expect.PART``.
    """
    if not isinstance(raw, Mapping):
        raise CaseError(f"expect: {shown(raw)} found where a mapping belongs. Parts: {', '.join(PARTS)}.", "expect")
    for part in raw:
        check_part(part)
    return {part: _read_part(part, value, knowledge) for part, value in raw.items() if value is not None}


def check_part(part: object) -> None:
    """Look whether ``expect`` has this part.

    Raises:
        CaseError: it has not; names the nearest, or all.
    """
    if part not in PARTS:
        name = f"expect.{shown(part)}"
        near = nearest(str(part), PARTS)
        hint = f", did you mean expect.{near}?" if near else f". Parts: {', '.join(PARTS)}."
        raise CaseError(f"{name}: no such part{hint}", name)


def _read_part(part: str, value: object, knowledge: KnowledgeBase) -> Any:
    """One part of ``expect`` in its canonical shape."""
    causes = tuple(cause.id for cause in knowledge.causes)
    if part in CAUSE_LISTS:
        allowed = (*causes, "none") if part == "top" else causes
        names = [_word(part, item, allowed, "cause") for item in _items(value)]
        if part == "top" and not names:
            raise CaseError("expect.top: an empty list; name a cause, several, or none.", "expect.top")
        return names
    if part in CLAIM_LISTS:
        return [_word(part, item, knowledge.claims, "claim") for item in _items(value)]
    if part in LEVEL_PARTS:
        return _read_levels(part, value, causes)
    if part in URGENCY_PARTS:
        return _word(part, value, knowledge.urgencies.names, "urgency", fold=_snake)
    return _truth(part, value)


def _items(value: object) -> list[object]:
    """A list as it is; a single value as a list of one."""
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _snake(word: str) -> str:
    return word.strip().lower().replace(" ", "_")


def _spaced(word: str) -> str:
    return word.strip().lower().replace("_", " ")


def _word(part: str, raw: object, allowed: Collection[str], kind: str, fold: Callable[[str], str] = str.strip) -> str:
    """`raw` as one of the allowed words, after `fold`."""
    word = fold(raw) if isinstance(raw, str) else None
    if word is not None and word in allowed:
        return word
    ordered = allowed if isinstance(allowed, tuple) else sorted(allowed)
    folded = {name.lower(): name for name in ordered}
    near = nearest(word, folded) if word else None
    if near is not None:
        hint = f", did you mean {folded[near]}?"
    else:
        hint = f". Allowed: {', '.join(ordered)}." if len(ordered) <= 20 else "."
    raise CaseError(f"expect.{part}: {shown(raw)} is no {kind}{hint}", f"expect.{part}")


def _read_levels(part: str, value: object, causes: Sequence[str]) -> dict[str, str]:
    """``{cause: level}``."""
    if not isinstance(value, Mapping):
        raise CaseError(f"expect.{part}: {shown(value)} found where a mapping of causes to levels belongs, "
                        f"such as {{{causes[0] if causes else 'cause'}: likely}}.", f"expect.{part}")  # fmt: skip
    return {
        _word(part, cause, causes, "cause"): _word(part, level, LEVEL_NAMES, "level", fold=_spaced)
        for cause, level in value.items()
    }


def _truth(part: str, value: object) -> bool:
    """Yes or no."""
    truth = value if isinstance(value, bool) else _TRUTHS.get(value.strip().lower()) if isinstance(value, str) else None
    if truth is None:
        raise CaseError(f"expect.{part}: {shown(value)} is not allowed. Allowed: yes, no.", f"expect.{part}")
    return truth


# -- checking --------------------------------------------------------------------------------------------------------


def check(expect: Mapping[str, Any], result: Mapping[str, Any], urgencies: Ladder[Urgency]) -> dict[str, Any]:
    """Hold a result (as plain data) against what its case expects.

    Args:
        urgencies: the ladder of the base that gave the result.

    Returns:
        ``{"passed": bool, "failures": [sentence, ...]}``; each sentence says what was expected and what was found.
    """
    levels = {one["cause"]: one["level"] for one in result["conclusions"]}
    failures: list[str] = []
    for part, wanted in expect.items():
        if part in CAUSE_LISTS:
            failures += _check_causes(part, [str(item) for item in _items(wanted)], levels)
        elif part in LEVEL_PARTS:
            failures += _check_levels(part, wanted, levels)
        elif part in URGENCY_PARTS:
            failures += _check_urgency(part, wanted, result["urgency"], urgencies)
        elif part in CLAIM_LISTS:
            failures += _check_claims(part, [str(item) for item in _items(wanted)], result["recommendations"])
        else:
            failures += _check_none_likely(wanted, levels)
    return {"passed": not failures, "failures": failures}


def _either(words: Iterable[str]) -> str:
    return " or ".join(words)


def _found(levels: Mapping[str, str]) -> str:
    """All the conclusions in a few words."""
    return ", ".join(f"{cause} ({level})" for cause, level in levels.items()) or "no conclusion"


def _check_causes(part: str, wanted: Sequence[str], levels: Mapping[str, str]) -> Iterable[str]:
    """``top``, ``includes``, ``excludes``."""
    if part == "top":
        best = next(iter(levels), "none")
        if best not in wanted:
            found = f"{best} ({levels[best]})" if levels else "no conclusion"
            yield f"top: expected {_either(wanted)}, found {found}."
        return
    for cause in wanted:
        if part == "includes" and cause not in levels:
            yield f"includes: expected {cause} among the conclusions, found {_found(levels)}."
        if part == "excludes" and cause in levels:
            yield f"excludes: expected no conclusion {cause}, found it {levels[cause]}."


def _check_levels(part: str, wanted: Mapping[str, str], levels: Mapping[str, str]) -> Iterable[str]:
    """``at_least`` and ``at_most``; a cause that is not concluded has the level ``none``."""
    for cause, level in wanted.items():
        found = levels.get(cause, "none")
        if _out_of_bounds(part, LEVEL_NAMES.index(found), LEVEL_NAMES.index(level)):
            yield f"{part}: expected {cause} {_bound(part)} {level}, found {found}."


def _check_urgency(part: str, wanted: str, found: str, urgencies: Ladder[Urgency]) -> Iterable[str]:
    """``urgency``, ``urgency_at_least``, ``urgency_at_most``."""
    if _out_of_bounds(part, urgencies.rank(found), urgencies.rank(wanted)):
        yield f"{part}: expected {_bound(part)} {wanted}, found {found}."


def _bound(part: str) -> str:
    return "at least" if part.endswith("at_least") else "at most" if part.endswith("at_most") else "exactly"


def _out_of_bounds(part: str, found: int, wanted: int) -> bool:
    if part.endswith("at_least"):
        return found < wanted
    return found > wanted if part.endswith("at_most") else found != wanted


def _check_claims(part: str, wanted: Sequence[str], recommendations: Sequence[Mapping[str, Any]]) -> Iterable[str]:
    """``recommends``, ``later``, ``not_recommends``: the claims that recommendations of one stage cite."""
    stage = "if_no_better" if part == "later" else "now"
    cited = sorted({claim for one in recommendations if one["stage"] == stage for claim in one.get("claims") or ()})
    for claim in wanted:
        if part == "not_recommends" and claim in cited:
            ids = [str(one["id"]) for one in recommendations if one["stage"] == stage
                   and claim in (one.get("claims") or ())]  # fmt: skip
            yield f"not_recommends: expected no recommendation of stage now to cite {claim}, found {', '.join(ids)}."
        if part != "not_recommends" and claim not in cited:
            found = ", ".join(cited) or "no claim at all"
            yield f"{part}: expected a recommendation of stage {stage} to cite {claim}, found {found}."


def _check_none_likely(wanted: bool, levels: Mapping[str, str]) -> Iterable[str]:
    """``none_likely``: yes forbids a conclusion that is likely, no demands one."""
    likely = {cause: level for cause, level in levels.items() if level in ("likely", "very likely")}
    if wanted and likely:
        yield f"none_likely: expected no conclusion to be likely, found {_found(likely)}."
    if not wanted and not likely:
        yield f"none_likely: expected some conclusion to be likely, found {_found(levels)}."
