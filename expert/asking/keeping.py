"""Keeps an unfinished consultation, so that Ctrl-C, a closed window or a power cut loses no answer.

One private file (mode 0600, replaced whole) in the XDG state directory holds the steps so far as JSON. It is written
after every answer and removed when the consultation comes to its end.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from expert.asking.screens import Screen
from expert.asking.session import Session
from expert.errors import CaseError
from expert.fields import Answer, Quantity, Vocabulary
from expert.files import write_private

VERSION = 1


def state_file(program: str) -> Path:
    """Where this program keeps its state: ``$XDG_STATE_HOME`` or ``~/.local/state``."""
    base = os.environ.get("XDG_STATE_HOME", "")
    root = Path(base) if base.startswith("/") else Path.home() / ".local" / "state"
    return root / program / "consultation.json"


class Keeper:
    """Writes a session down after each answer.

    Attributes:
        path: the file, or None where nothing may be kept.
        failed: why the last write failed, or None.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.failed: str | None = None

    def keep(self, session: Session) -> None:
        """Write the session down; a disk that cannot be written to is noted, not raised."""
        if self.path is None:
            return
        steps = [[screen.kind, list(screen.keys), _plain(given)] for screen, given in session.steps]
        text = json.dumps({"version": VERSION, "loaded": _plain(session.loaded), "steps": steps}, ensure_ascii=False)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_private(self.path, text + "\n")
            self.failed = None
        except OSError as error:
            self.failed = f"{self.path} could not be written: {error.strerror}"

    def found(self, session: Session) -> bool:
        """Fill the session with what was kept, if there is something that can be read; else leave it as it is."""
        if self.path is None or not self.path.exists():
            return False
        try:
            kept = json.loads(self.path.read_text(encoding="utf-8"))
            loaded, steps = _read(kept, session.knowledge.vocabulary)
        except (OSError, ValueError, KeyError, TypeError, CaseError):
            self._set_aside()
            return False
        session.loaded, session.steps = loaded, steps
        return bool(steps)

    def _set_aside(self) -> None:
        """Keep a file that cannot be read under another name: it may still matter to somebody."""
        assert self.path is not None
        try:
            self.path.replace(self.path.with_suffix(".unreadable"))
        except OSError as error:
            self.failed = f"{self.path} cannot be read: {error.strerror}"

    def forget(self) -> None:
        """Remove what was kept."""
        if self.path is not None:
            self.path.unlink(missing_ok=True)


def _plain(answers: Mapping[str, Answer]) -> dict[str, Any]:
    return {
        key: answer.text if isinstance(answer, Quantity) else list(answer) if isinstance(answer, tuple) else answer
        for key, answer in answers.items()
    }


def _read(
    kept: Mapping[str, Any], vocabulary: Vocabulary
) -> tuple[dict[str, Answer], list[tuple[Screen, Mapping[str, Answer]]]]:
    if kept["version"] != VERSION:
        raise ValueError("another version")
    steps: list[tuple[Screen, Mapping[str, Answer]]] = []
    for kind, keys, given in kept["steps"]:
        screen = Screen(kind, tuple(vocabulary.asked[key] for key in keys))
        steps.append((screen, _answers(given, vocabulary)))
    return _answers(kept["loaded"], vocabulary), steps


def _answers(given: Mapping[str, Any], vocabulary: Vocabulary) -> dict[str, Answer]:
    return {key: vocabulary.asked[key].read(value) for key, value in given.items()}
