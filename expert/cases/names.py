"""The names that a case may use, and what to say of one that it may not."""

from __future__ import annotations

from expert.cases.case import TOP_LEVEL
from expert.cases.forms.spellings import Spellings
from expert.errors import CaseError, did_you_mean, nearest, shown
from expert.fields import Vocabulary


class CaseNames:
    """The names of one vocabulary, as case files write them.

    Attributes:
        asked: the fields that a case may fill in, by full name.
        groups: the groups that have such fields, in order.
        unit: of a bare distance.
        spellings: what else columns may be called.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self.asked = vocabulary.asked
        self.unit = vocabulary.unit
        self.spellings = Spellings(vocabulary.asked)
        self.groups = list(dict.fromkeys(key.split(".")[0] for key in vocabulary.asked))

    def example(self, group: str) -> str:
        """How a group is written."""
        return f"{group}: {{{self._fields_of(group)[0]}: ...}}"

    def elsewhere(self, name: str) -> str | None:
        """The fields, in whatever group, that have this name."""
        found = [key for key in self.asked if key.split(".")[1] == name]
        return " or ".join(found) or None

    def no_field(self, group: str, name: str) -> CaseError:
        """The error for a field that its group does not have."""
        key = shown(f"{group}.{name}", 80)
        computed = self._vocabulary.computed.get(f"{group}.{name}")
        if computed is not None:
            sources = " or ".join(" and ".join(names) for names in computed.sources)
            return CaseError(f"{key}: no such field to fill in; it is worked out from {sources}.", key)
        own = self._fields_of(group)
        guess = self.elsewhere(name)
        if guess is None and (near := nearest(name, own)):
            guess = f"{group}.{near}"
        if guess is None and (near := nearest(name, (known.split(".")[1] for known in self.asked))):
            guess = self.elsewhere(near)
        hint = f", did you mean {guess}?" if guess else f". Fields of {group}: {', '.join(own)}."
        return CaseError(f"{key}: no such field{hint}", key)

    def no_group(self, key: str) -> CaseError:
        """The error for a top-level key that no case has."""
        name = shown(key)
        hint = did_you_mean(key, [*self.groups, *TOP_LEVEL])
        if key in self.asked:
            group, _, inner = key.partition(".")
            hint = f", did you mean {group}: {{{inner}: ...}}?"
        elif not hint and (places := self.elsewhere(key)):
            hint = f", did you mean {places}?"
        hint = hint or f". Allowed: {', '.join((*TOP_LEVEL, *self.groups))}."
        return CaseError(f"{name}: no such group{hint}", name)

    def _fields_of(self, group: str) -> list[str]:
        """The fields of a group, by the names that they have in it."""
        return [key.split(".")[1] for key in self.asked if key.split(".")[0] == group]
