"""A consultation in a terminal or a pipe: shows what the core gives, hands it what is typed, keeps the answers.

This is all that blocks, reads and writes. A page in a browser is another face of the same core.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from expert.asking.again import Earlier
from expert.asking.commands import as_case_file
from expert.asking.dialogue import Dialogue
from expert.asking.keeping import Keeper, state_file
from expert.asking.ports import Port, height, open_port, width, wrapped
from expert.asking.turn import ONE_BY_ONE, File, Page, Prompt, Say, Shown, Turn
from expert.cases.case import Case
from expert.characters import harmless
from expert.consultation import Consultant
from expert.errors import UsageError
from expert.files import write_private
from expert.knowledge import KnowledgeBase

UNUSABLE, INTERRUPTED = 2, 130
#: In a window of fewer columns what is typed has a line of its own.
_NARROW = 60


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
        self._failed = ""

    def hold(self) -> bool:
        """Hold the consultation; says whether it came to its end, so that nothing need be kept for another time.

        Raises:
            KeyboardInterrupt: the user pressed Ctrl-C.
        """
        turn = self.dialogue.open()
        for notice in self._keeper.notices:
            self.port.say(notice)
        self._go_through(turn)
        self._keep_last()
        if not self.dialogue.finished and self._keeper.keeps:
            self.port.say("Your answers are kept for the next time.")
        return self.dialogue.finished

    def _go_through(self, turn: Turn) -> None:
        """Show a turn and get the reply to it, until there are no more."""
        while True:
            self._keep()
            self._forget_last()
            refused = self._show(turn)
            if refused is not None:
                turn = self.dialogue.offer_to_replace(refused)
                continue
            if turn.prompt is None:
                return
            try:
                text = self._ask(turn)
            except EOFError:
                turn = self.dialogue.input_ended()
            else:
                turn = self.dialogue.reply(text)

    def _ask(self, turn: Turn) -> str:
        assert turn.prompt is not None, "nothing is asked"
        listed = any(isinstance(one, Say) and one.listed for one in turn.shown)
        return self.port.ask(replace(turn.prompt, text=_with_progress(turn, turn.prompt, width(self.port.out))), listed)

    def _keep(self) -> None:
        """Keep the answers; say where that fails, once for each reason."""
        self._keeper.keep(self.dialogue.session, self.dialogue.unsaid)
        failed = self._keeper.failed
        if failed and failed != self._told:
            self.port.say(f"Your answers are not being kept: {failed}.")
        self._told = failed

    def _keep_last(self) -> None:
        """Keep the finished consultation, where the person said so."""
        if self.dialogue.keeps:
            try:
                self._keeper.keep_last(self.dialogue.session.answers)
            except OSError as error:
                self.port.say(f"It could not be kept: {error.strerror}. save FILE at the result writes it elsewhere.")

    def _forget_last(self) -> None:
        """Delete what was kept of the last consultation, where the person said so."""
        if self.dialogue.forgets:
            self.dialogue.forgets = False
            try:
                self._keeper.forget_last()
            except OSError as error:
                self.port.say(f"{error.filename} could not be deleted: {error.strerror}. Delete it yourself.")

    # Showing.

    def _show(self, turn: Turn) -> File | None:
        """Show what a turn holds, up to a file that would take the place of another; gives that one."""
        asked = _asked_at(turn)
        with self.port.at_once(any(isinstance(one, Say) and one.listed for one in turn.shown)):
            refused = self._show_each(turn.shown[:asked], turn.prompt)
        if refused is None:
            refused = self._show_each(turn.shown[asked:], turn.prompt)
            self._remind(turn)
        return refused

    def _show_each(self, shown: Sequence[Shown], prompt: Prompt | None) -> File | None:
        """Show these; a choice that the port draws itself without its lines."""
        drawn = self.port.draws_choices and prompt is not None and prompt.choice is not None
        for one in shown:
            if isinstance(one, Say):
                if not (drawn and one.listed):
                    self.port.say(one.text, one.style)
            elif isinstance(one, Page):
                one.draw(self._console())
            elif not self._write(one):
                return one
        return None

    def _remind(self, turn: Turn) -> None:
        """Say the question again below a list that is higher than the window."""
        seen = height(self.port.out)
        question = turn.prompt.question if turn.prompt else ""
        texts = [one.text for one in turn.shown if isinstance(one, Say)]
        if self.port.draws_choices or seen is None or not question or question not in texts:
            return
        below = texts[len(texts) - 1 - texts[::-1].index(question) :]
        if sum(wrapped(text, width(self.port.out)).count("\n") + 1 for text in below) > seen - 1:
            self.port.say(question, "bold")

    def _console(self) -> Any:
        """A rich console on the port, for longer pages."""
        from rich.console import Console

        wide = width(self.port.out)
        plain: dict[str, Any] = {} if self.port.colour else {"color_system": None, "force_terminal": False}
        return Console(file=self.port.out, width=wide, height=25, highlight=False, **plain)  # dumb ones need both

    # Files.

    def _write(self, file: File) -> bool:
        """Write a file that only its owner may read; False where another is there, that nobody said may be replaced."""
        try:
            path = Path(file.path).expanduser()
            if path.exists() and not file.may_replace and (path, file.kind) not in self._written:
                return False
            write_private(path, file.text)
        except (OSError, RuntimeError, ValueError) as error:  # RuntimeError: ~somebody who does not exist
            reason = getattr(error, "strerror", None) or str(error)
            self.port.say(f"{file.path} could not be written: {reason}. Nothing was saved; try another name.")
            self._failed = file.path
            return True
        self._written.add((path, file.kind))
        if file.kind == "case":
            self.dialogue.may_keep = False  # it is kept already, where the person wished
        self.port.say(f"Saved to {file.path}.")
        return True

    def save(self, path: str, ask: bool) -> bool:
        """Write the answers where the command line said; False where that failed or was refused.

        Args:
            ask: whether to ask before a file is replaced.
        """
        self._failed = ""
        file = File(path, as_case_file(self.dialogue.talk, path=path), "case", may_replace=not ask)
        try:
            if not self._write(file):
                self._go_through(self.dialogue.offer_to_replace(file))
        except KeyboardInterrupt:
            return False
        return not self._failed and (Path(path).expanduser(), "case") in self._written

    def save_silently(self, path: str, replaces: bool) -> bool:
        """The same where nobody can be asked any more; a file that is there stays unless it may be replaced."""
        file = File(path, as_case_file(self.dialogue.talk, path=path), "case", may_replace=replaces)
        with contextlib.suppress(OSError):  # of a window that is gone
            return self._write(file) and not self._failed
        return False


def _asked_at(turn: Turn) -> int:
    """From which place on a turn shows what is asked, and no longer what was said to the last reply."""
    question = turn.prompt.question if turn.prompt else ""
    places = [
        place for place, one in enumerate(turn.shown)
        if isinstance(one, Page) or (question and isinstance(one, Say) and one.text.startswith(question))
    ]  # fmt: skip
    if not places:
        return len(turn.shown)
    return places[-1] + isinstance(turn.shown[places[-1]], Page)


def _with_progress(turn: Turn, prompt: Prompt, wide: int = 80) -> str:
    """What stands before a reply, with about how many more questions there are where a new one is asked."""
    texts = [one.text for one in turn.shown if isinstance(one, Say)]
    if prompt.left is None or prompt.text not in ("> ", ONE_BY_ONE) or prompt.question not in texts:
        return prompt.text
    left = f"about {prompt.left} more" if prompt.left else "nearly done"
    if wide < _NARROW and prompt.text != ONE_BY_ONE:
        return f"{left}\n{prompt.text}"  # what is typed has the line to itself
    return f"{left}{'; ' if prompt.text == ONE_BY_ONE else ''}{prompt.text}"


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
    plain: bool = False,
    since: float | None = None,
    program: str = "",
) -> int:
    """Hold a consultation on standard input and output.

    Args:
        knowledge: the whole base; article_only: reason with its main text alone.
        load: a case whose answers are taken as given. save: a file to write the answers to at the end.
        keep: whether answers are kept for going on after an interruption; state: the folder for them, as
            `state_folder` takes it.
        follow_up: ask again what can have changed since `load` was written.
        alone: whether `load` is the only case in its file, so that saving it there again loses no other.
        plain: no colours and no movements of the cursor, in a terminal too.
        since: how many weeks ago `load` was written, where that is known.
        program: the name by which the program is called.

    Returns:
        The exit code.
    """
    base = knowledge.article_only() if article_only else knowledge
    port = open_port(plain)
    if save:
        _writable(save)
    path = state_file(state, load.answers if load else None, follow_up) if keep and port.keeps else None
    keeper = Keeper(path)
    if keep and port.keeps and path is None:
        keeper.notices.append("Your answers cannot be kept for another time: there is no home folder.")
    kept = keeper.find(base)
    last = keeper.last(base) if load is None and path is not None else None
    earlier = Earlier(Case("", "", last.answers, None, None, base.vocabulary.unit), last.days) if last else None
    dialogue = Dialogue(Consultant(base), load, kept, follow_up, since, earlier, program)
    dialogue.may_keep = path is not None and save is None
    face = Face(dialogue, port, keeper)
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
    except SystemExit:  # a signal: nobody can be asked any more
        keeper.keep(face.dialogue.session, face.dialogue.unsaid)
        if save is not None and face.dialogue.session.answers:
            face.save_silently(save, not _asks(port, save, load if alone else None))
        raise
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
