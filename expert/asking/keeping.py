"""Keeps an unfinished consultation, so that Ctrl-C, a closed window or a power cut loses no answer.

One private file (mode 0600, replaced whole) in the XDG state directory holds the steps so far as JSON. It is written
after every answer and removed when the consultation comes to its end.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from expert.asking.screens import Screen
from expert.asking.session import Session, Step
from expert.errors import CaseError
from expert.fields import Answer, Answers, Quantity, Vocabulary
from expert.files import unfinished, write_private
from expert.knowledge import KnowledgeBase

VERSION = 2


def state_folder(state: str) -> Path:
    """Where answers are kept: in ``$XDG_STATE_HOME`` or ``~/.local/state``.

    Args:
        state: the folder in it: the program's name, and behind a ``/`` the base's where that is not its own.
    """
    base = os.environ.get("XDG_STATE_HOME", "")
    root = Path(base) if base.startswith("/") else Path.home() / ".local" / "state"
    return root / state


def state_file(state: str, loaded: Answers | None = None) -> Path:
    """The file that a consultation is kept in.

    Args:
        state: as `state_folder` takes it.
        loaded: the answers of a loaded case; each such case is kept beside the consultation without one.
    """
    if loaded is None:
        return state_folder(state) / "consultation.json"
    digest = sha256(json.dumps(_plain(loaded), sort_keys=True).encode()).hexdigest()[:12]
    return state_folder(state) / f"consultation-{digest}.json"


def forget_all(state: str) -> list[Path]:
    """Delete every file that answers were kept in, unreadable and unfinished ones too, and give their names.

    Raises:
        OSError: one of them cannot be deleted.
    """
    folder = state_folder(state)
    kept = sorted(file for pattern in ("consultation*", ".consultation*.part") for file in folder.glob(pattern))
    for file in kept:
        file.unlink(missing_ok=True)
    return kept


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
        steps = [[s.screen.kind, list(s.screen.keys), _plain(s.given), sorted(s.pending)] for s in session.steps]
        state = {"loaded": _plain(session.loaded), "earlier": _plain(session.earlier), "steps": steps}
        text = json.dumps({"version": VERSION, **state}, ensure_ascii=False)
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
            read = _read(kept, session.knowledge)
        except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError, CaseError):
            self._set_aside()
            return False
        session.loaded, session.earlier, session.steps = read.loaded, read.earlier, read.steps
        return bool(session.steps)

    def _set_aside(self) -> None:
        """Keep a file that cannot be read under another name: it may still matter to somebody."""
        assert self.path is not None
        try:
            self.path.replace(self.path.with_suffix(".unreadable"))
        except OSError as error:
            self.failed = f"{self.path} cannot be read: {error.strerror}"

    def forget(self) -> None:
        """Remove what was kept, and what a write that was cut short has left."""
        if self.path is not None:
            self.path.unlink(missing_ok=True)
            for rest in unfinished(self.path):
                rest.unlink(missing_ok=True)


def _plain(answers: Mapping[str, Answer | None]) -> dict[str, Any]:
    return {
        key: answer.text if isinstance(answer, Quantity) else list(answer) if isinstance(answer, tuple) else answer
        for key, answer in answers.items()
    }


def _read(kept: Mapping[str, Any], knowledge: KnowledgeBase) -> Session:
    if kept["version"] != VERSION:
        raise ValueError("another version")
    vocabulary, steps = knowledge.vocabulary, []
    for kind, keys, given, pending in kept["steps"]:
        screen = Screen(kind, tuple(vocabulary.asked[key] for key in keys))
        steps.append(Step(screen, _known(_answers(given, vocabulary)), frozenset(pending)))
    earlier = _known(_answers(kept["earlier"], vocabulary))
    return Session(knowledge, _answers(kept["loaded"], vocabulary), steps, earlier)


def _known(answers: Mapping[str, Answer | None]) -> dict[str, Answer]:
    return {key: answer for key, answer in answers.items() if answer is not None}


def _answers(given: Mapping[str, Any], vocabulary: Vocabulary) -> dict[str, Answer | None]:
    return {key: None if value is None else vocabulary.asked[key].read(value) for key, value in given.items()}
