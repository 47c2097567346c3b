"""A consultation in a terminal or a pipe: shows what the core gives, hands it what is typed, keeps the answers.

This is all that blocks, reads and writes. A page in a browser is another face of the same core.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from expert.asking.commands import as_case_file
from expert.asking.dialogue import Dialogue, chosen
from expert.asking.keeping import Keeper, state_file
from expert.asking.ports import Port, height, open_port, width, wrapped
from expert.asking.turn import File, Page, Prompt, Say, Turn
from expert.cases.case import Case
from expert.characters import harmless
from expert.consultation import Consultant
from expert.errors import UsageError
from expert.files import write_private
from expert.knowledge import KnowledgeBase

UNUSABLE, INTERRUPTED = 2, 130


class Face:
    """One consultation, held on one port.

    Args:
        keeper: what keeps the answers after each reply.
    """

    def __init__(self, dialogue: Dialogue, port: Port, keeper: Keeper | None = None) -> None:
        self.dialogue, self.port = dialogue, port
        self._keeper = keeper or Keeper(None)
        self._written: set[tuple[Path, str]] = set()
        self._told: str | None = None

    def hold(self) -> bool:
        """Hold the consultation; says whether it came to its end, so that nothing need be kept for another time.

        Raises:
            KeyboardInterrupt: the user pressed Ctrl-C.
        """
        turn = self.dialogue.open()
        for notice in self._keeper.notices:
            self.port.say(notice)
        self._go_through(turn)
        if not self.dialogue.finished and self._keeper.keeps:
            self.port.say("Your answers are kept for the next time.")
        return self.dialogue.finished

    def _go_through(self, turn: Turn) -> None:
        """Show a turn and get the reply to it, until there are no more."""
        while True:
            self._keep()
            left = self._show(turn)
            if turn.prompt is None:
                return
            try:
                text = "quit" if left else self.port.ask(turn.prompt)
            except EOFError:
                turn = self.dialogue.input_ended()
            else:
                turn = self.dialogue.reply(text)

    def _keep(self) -> None:
        """Keep the answers; say where that fails, once for each reason."""
        self._keeper.keep(self.dialogue.session, self.dialogue.unsaid)
        failed = self._keeper.failed
        if failed and failed != self._told:
            self.port.say(f"Your answers are not being kept: {failed}.")
        self._told = failed

    # Showing.

    def _show(self, turn: Turn) -> bool:
        """Show what a turn holds; says whether the person wants to leave over a question about a file."""
        left = False
        for one in turn.shown:
            if isinstance(one, Say):
                self.port.say(one.text, one.style)
            elif isinstance(one, Page):
                one.draw(self._console())
            else:
                left = self._write(one) == "quit" or left
        self._remind(turn)
        return left

    def _remind(self, turn: Turn) -> None:
        """Say the question again below a list that is higher than the window."""
        seen = height(self.port.out)
        question = turn.prompt.question if turn.prompt else ""
        texts = [one.text for one in turn.shown if isinstance(one, Say)]
        if seen is None or not question or question not in texts:
            return
        below = texts[len(texts) - 1 - texts[::-1].index(question) :]
        if sum(wrapped(text, width(self.port.out)).count("\n") + 1 for text in below) > seen - 1:
            self.port.say(question, "bold")

    def _console(self) -> Any:
        """A rich console on the port, for longer pages."""
        from rich.console import Console

        wide = width(self.port.out)
        return Console(file=self.port.out, width=wide, height=25, highlight=False)  # a dumb terminal needs both

    # Files.

    def _write(self, file: File) -> str:
        """Write a file that only its owner may read, unless another would be replaced and the person says no.

        Returns:
            ``yes`` where it was written, else ``no``, or ``quit`` where the person would rather leave.
        """
        try:
            path = Path(file.path).expanduser()
            word = self._may_replace(file.path) if path.exists() and (path, file.kind) not in self._written else "yes"
            if word == "yes":
                write_private(path, file.text)
        except (OSError, RuntimeError, ValueError) as error:  # RuntimeError: ~somebody who does not exist
            reason = getattr(error, "strerror", None) or str(error)
            self.port.say(f"{file.path} could not be written: {reason}. Nothing was saved; try another name.")
            return "no"
        if word == "yes":
            self._written.add((path, file.kind))
        self.port.say(f"Saved to {file.path}." if word == "yes" else "Nothing was saved; it is as it was.")
        return word

    def _may_replace(self, name: str) -> str:
        """``yes``, ``no`` or ``quit``: whether a file that is not of this consultation may be replaced."""
        self.port.say(f"{name} is there already. Replace it?", "bold")
        while True:
            try:
                text = self.port.ask(Prompt("yes or no> ", words=("yes", "no")))
            except EOFError:
                return "no"
            word = chosen(text, ("yes", "no"))
            if word is not None:
                return word
            self.port.say("Type yes or no.")

    def save(self, path: str, ask: bool) -> bool:
        """Write the answers where the command line said; False where that failed or was refused.

        Args:
            ask: whether to ask before a file is replaced.
        """
        if not ask:
            self._written.add((Path(path).expanduser(), "case"))
        try:
            return self._write(File(path, as_case_file(self.dialogue.talk), "case")) == "yes"
        except KeyboardInterrupt:
            return False


def run(
    knowledge: KnowledgeBase,
    load: Case | None,
    save: str | None,
    article_only: bool,
    keep: bool = True,
    follow_up: bool = False,
    *,
    state: str,
    alone: bool = False,
) -> int:
    """Hold a consultation on standard input and output.

    Args:
        knowledge: the whole base; article_only: reason with its main text alone.
        load: a case whose answers are taken as given. save: a file to write the answers to at the end.
        keep: whether answers are kept for going on after an interruption; state: the folder for them, as
            `state_folder` takes it.
        follow_up: ask again what can have changed since `load` was written.
        alone: whether `load` is the only case in its file, so that saving it there again loses no other.

    Returns:
        The exit code.
    """
    base = knowledge.article_only() if article_only else knowledge
    port = open_port()
    if save:
        _writable(save)
    path = state_file(state, load.answers if load else None, follow_up) if keep and port.keeps else None
    keeper = Keeper(path)
    if keep and port.keeps and path is None:
        keeper.notices.append("Your answers cannot be kept for another time: there is no home folder.")
    kept = keeper.find(base)
    face = Face(Dialogue(Consultant(base), load, kept, follow_up), port, keeper)
    finished, code = False, 0
    try:
        finished = face.hold()
    except KeyboardInterrupt:
        code = INTERRUPTED
        keeper.keep(
            face.dialogue.session, face.dialogue.unsaid
        )  # the last answer, if it was interrupted while it was being kept
        if keeper.keeps:
            port.say("Stopped. Your answers are kept: run it again to go on, or use --no-save to keep nothing.")
    saved = (
        save is None or not face.dialogue.session.answers or face.save(save, _asks(port, save, load if alone else None))
    )
    if finished and saved:
        keeper.forget()
        if keeper.failed:
            port.say(f"{keeper.failed}. It holds your answers; delete it yourself.")
    return code or (0 if saved else UNUSABLE)


def _writable(save: str) -> None:
    """Complain before the first question about a place that cannot be written to."""
    try:
        path = Path(save).expanduser()
        folder = path.parent
        writable = folder.is_dir() and os.access(folder, os.W_OK)
        taken = path.is_dir()
    except (OSError, RuntimeError) as error:  # RuntimeError: ~somebody who does not exist
        raise UsageError(f"--save {harmless(save)}: {error}") from None
    if not writable:
        raise UsageError(f"--save {harmless(save)}: {harmless(str(folder))} is no folder that can be written to.")
    if taken:
        raise UsageError(f"--save {harmless(save)}: that is a folder; name a file in it.")


def _asks(port: Port, save: str, load: Case | None) -> bool:
    """Whether to ask before a file is replaced: where a person sits there, and it is not the case itself."""
    return port.keeps and not (load is not None and load.source.partition("#")[0] == save)
