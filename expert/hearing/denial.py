"""What a sentence denies: how far a "no" reaches."""

from __future__ import annotations

from expert.hearing.text import Sentence

_CUES = frozenset({"no", "not", "never", "without", "neither", "nor", "none", "nothing", "nowhere", "nobody", "zero"})
#: Behind a cue these make it no denial of what follows.
_HARMLESS = frozenset({"only", "just", "to", "matter", "doubt", "longer", "sure", "certain", "that", "until", "wait"})
#: But "not that I fell" denies: what comes behind is a whole statement.
_STATED = frozenset({"i", "he", "she", "we", "they", "anyone", "anything"})
#: Who could not or did not do one thing, and did another: what was done stands in the past.
_HELPERS = frozenset({"can", "could", "did", "do", "does", "would", "will"})
_DONE = frozenset({"had", "went", "ran", "came", "got", "felt", "woke", "took", "lay", "sat", "stood", "fell"})
#: Where a denial ends at the latest.
_ENDS = frozenset({
    "but", "however", "though", "although", "except", "only", "because", "until", "since", "still", "then", "yet",
    "while", "when", "if", "so", "which", "who", "where", "unless", "apart", "after", "before", "whereas",
})  # fmt: skip
#: But not right behind the word that denies: "not when I walk".
_TIMES = frozenset({"when", "while", "after", "before"})
_CLAUSE = frozenset({"i", "it", "he", "she", "they", "we", "my", "this", "that", "there", "now", "then", "the", "is",
                     "are", "was", "has", "have", "had", "just", "also"})  # fmt: skip
#: Behind a cue, what begins anew: "not the one it is the other".
_ANEW = frozenset({"my", "the", "just", "more", "actually", "only", "really"})
#: What "zero" counts, so that it denies nothing: "zero point five".
_COUNTED = frozenset({"drop", "hour", "hours", "point", "gravity"})
_MARKS = frozenset(".;:-()!?")
_REACH = 10


def denials(sentence: Sentence) -> list[int]:
    """For each word the place of the word that denies it; -1 where nothing does."""
    found = [-1] * len(sentence.tokens)
    for place, token in enumerate(sentence.tokens):
        words = token.form.split()
        rather = token.form == "rather" and _word(sentence, place + 1) == "than"
        if (
            not rather
            and not _CUES.intersection(words[-1:])
            and not (token.form in ("hardly", "barely") and _any(sentence, place))
        ):
            continue
        if _is_harmless(sentence, place) or _is_undone(sentence, place):
            continue
        if token.form == "zero" and _word(sentence, place + 1) in _COUNTED:
            continue
        for reached in range(place + 1, _end(sentence, place)):
            found[reached] = place
    return found


def _is_harmless(sentence: Sentence, cue: int) -> bool:
    """ "Not that bad" denies nothing, "not that I fell" does."""
    word, behind = _word(sentence, cue + 1), _word(sentence, cue + 2).split()[:1]
    return word in _HARMLESS and not (word == "that" and behind and behind[0] in _STATED)


def _is_undone(sentence: Sentence, cue: int) -> bool:
    """ "If I do not rest" denies nothing, nor does the second of "not without", nor "never, until today"."""
    before = " ".join(token.form for token in sentence.tokens[max(cue - 4, 0) : cue]).split()
    if "if" in before or "unless" in before:
        return True
    behind = " ".join(token.form for token in sentence.tokens[cue : cue + 9])
    if sentence.tokens[cue].form == "never" and " until " in f"{behind} ":
        return True
    return sentence.tokens[cue].form == "without" and bool(_CUES.intersection(before))


def _any(sentence: Sentence, place: int) -> bool:
    """ "hardly any" denies, "hardly" before a verb does not."""
    return _word(sentence, place + 1) == "any"


def _word(sentence: Sentence, place: int) -> str:
    return sentence.tokens[place].form if place < len(sentence.tokens) else ""


def _end(sentence: Sentence, cue: int) -> int:
    """Behind the last word that a denial reaches."""
    place, last = cue + 1, min(cue + 1 + _REACH, len(sentence.tokens))
    while place < last:
        word = _word(sentence, place)
        head = word.split()[0]
        if place == cue + 1 and head in _TIMES:
            place += 1
            continue
        if word in _MARKS or head in _ENDS or (head in _CUES and place > cue):
            return place
        if place > cue + 1 and _begins_anew(sentence, place):
            return place
        if word == "," and not _list_goes_on(sentence, place + 1):
            return place
        if (
            word in ("and", "or")
            and _word(sentence, place + 1).split()[:1]
            and (_word(sentence, place + 1).split()[0] in _CLAUSE)
        ):
            return place
        if word == "and" and _was_done(sentence, cue, place + 1):
            return place
        place += 1
    return place


def _begins_anew(sentence: Sentence, place: int) -> bool:
    """Whether "it is", in one word or two, begins what is so instead."""
    words = " ".join(_word(sentence, place + step) for step in range(3)).split()
    return words[:2] == ["it", "is"] and words[2:3] != [] and words[2] in _ANEW


def _was_done(sentence: Sentence, cue: int, place: int) -> bool:
    """Whether what was done begins here, behind what could not be: "could not finish and walked home"."""
    head = (_word(sentence, place).split() or [""])[0]
    before = _word(sentence, cue).split()[:-1] or _word(sentence, cue - 1).split()[-1:]
    return bool(before) and before[0] in _HELPERS and (head in _DONE or (head.endswith("ed") and len(head) > 4))


def _list_goes_on(sentence: Sentence, place: int) -> bool:
    """Whether a list of short things goes on behind a comma and ends with an "or"."""
    for steps in range(9):
        word = _word(sentence, place + steps)
        if word in ("or", "nor"):
            return True
        head = word.split()[0] if word else ""
        if not word or word in _MARKS or head in _CLAUSE or head in _ENDS or head in _CUES:
            return False
    return False
