"""The consultation: one screen after another, any question answered back, a page at the end.

The dialogue knows no rule. What to ask comes from `Planner`, what follows from `Consultant`. It decides what comes
next; `Asker` asks a screen, `Commands` are what can be typed there, `Ending` is the page and the questions about it.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from expert.asking.asker import Asker, change
from expert.asking.ending import Ending
from expert.asking.follow_up import FollowUp
from expert.asking.keeping import Keeper, state_file
from expert.asking.ports import Port, open_port
from expert.asking.screens import Screen
from expert.asking.session import Session
from expert.asking.talk import Back, Change, Done, Leave, Talk
from expert.cases.case import Case
from expert.characters import harmless
from expert.consultation import Consultant
from expert.errors import UsageError
from expert.knowledge import KnowledgeBase
from expert.outlook import Outlook

UNUSABLE, INTERRUPTED = 2, 130


class Dialogue:
    """One consultation with one person."""

    def __init__(
        self,
        consultant: Consultant,
        port: Port,
        loaded: Case | None = None,
        keeper: Keeper | None = None,
        follow_up: bool = False,
    ) -> None:
        self.talk = Talk(consultant, port, keeper or Keeper(None), loaded)
        self.port = port
        self.asker = Asker(self.talk)
        self.ending = Ending(self.talk, self._change_at_the_end, self._refine)
        self.follow_up = follow_up
        self.refining = False

    @property
    def session(self) -> Session:
        """What was said so far."""
        return self.talk.session

    def hold(self) -> bool:
        """Greet, ask, show the result, answer questions about it.

        Returns:
            Whether it came to its end, so that nothing need be kept for another time.
        """
        self._greet()
        try:
            if self.follow_up:
                FollowUp(self.talk, self._take).hold()
            else:
                self._offer_to_go_on()
                self._ask_all()
            self.ending.hold()
        except Leave:
            kept = self.talk.keeper.path is not None and self.session.steps
            self.port.say("Take care." + (" Your answers are kept for the next time." if kept else ""))
            return False
        return True

    def _greet(self) -> None:
        say, knowledge = self.port.say, self.talk.knowledge
        say(knowledge.title, "bold")
        say(knowledge.notice)
        if not knowledge.assesses_alerts:
            say("Only the article is used here: nothing looks for warning signs. If you are worried, see somebody.")
        say("Answer by number or word; u if you do not know. ? explains, why says why, help lists the rest.")

    def _offer_to_go_on(self) -> None:
        """Ask whether to take up the consultation that was cut short."""
        kept = Session(self.talk.knowledge)
        if not self.talk.keeper.found(kept):
            return
        count = sum(1 for _ in kept.questions())
        questions = "1 question is" if count == 1 else f"{count} questions are"
        question = f"Your last consultation is still here: {questions} answered. Go on with it?"
        if self.talk.agreed(question, if_silent=True):
            self.talk.session = kept
            self.asker.commands.show_answers()
        else:
            self.talk.keeper.forget()
            self.port.say("Then from the beginning; the old answers are deleted.")

    def _ask_all(self) -> None:
        """Ask until nothing can change any more, or the person has had enough."""
        while True:
            outlook = self.talk.outlook()
            if not self.refining and self.session.steps and outlook.settled():
                if not self._offer_more(outlook):
                    return
                self.refining = True
            screen = self.talk.planner.next_screen(outlook)
            if screen is None:
                return
            try:
                self._take(screen)
            except (Done, EOFError):
                return

    def _offer_more(self, outlook: Outlook) -> bool:
        """Say that the answer is settled, and ask whether to go on; False for the result."""
        left = self._screens_left(outlook)
        if not left:
            return False
        self.port.say()
        self.port.say("No further answer can change what it most likely is, or how urgent it is:", "bold")
        self.asker.commands.so_far()
        questions = "1 more question" if left == 1 else f"Up to {left} more questions"
        self.port.say(f"{questions} could refine the rest. Type more to go on, or done for the result.")
        try:
            return self.talk.choose("more", "done") == "more"
        except EOFError:
            return False

    def _screens_left(self, outlook: Outlook) -> int:
        """How many screens there would be if all were answered "don't know": an upper bound is of no use to anyone."""
        closed, count = outlook.closed, 0
        while (screen := self.talk.planner.next_screen(outlook)) is not None:
            closed, count = closed | set(screen.keys), count + 1
            outlook = Outlook(self.talk.knowledge, self.session.answers, closed)
        return count

    def _take(self, screen: Screen) -> None:
        """Ask a screen, or take the one before it back."""
        try:
            self.asker.ask(screen)
        except Back:
            self.port.say("Back one question." if self.session.back() else "This is the first question.")
            self.talk.keep()

    def _change_at_the_end(self, wish: Change) -> None:
        with suppress(Done, EOFError):
            change(self.talk, wish)

    def _refine(self) -> None:
        """Ask on where the result was settled."""
        self.refining = True
        self._ask_all()


def run(
    knowledge: KnowledgeBase,
    load: Case | None,
    save: str | None,
    article_only: bool,
    keep: bool = True,
    follow_up: bool = False,
    *,
    state: str,
) -> int:
    """Hold a consultation on standard input and output.

    Args:
        knowledge: the whole base; article_only: reason with its article part alone.
        load: a case whose answers are taken as given. save: a file to write the answers to at the end.
        keep: whether answers are kept for going on after an interruption.
        follow_up: ask again what can have changed since `load` was written.
        state: what the answers are filed under, as `state_file` takes it.

    Returns:
        The exit code.
    """
    base = knowledge.article_only() if article_only else knowledge
    port = open_port()
    if save:
        _writable(save)
    loaded = load.answers if load else None
    keeper = Keeper(state_file(state, loaded) if keep and port.keeps else None)
    dialogue = Dialogue(Consultant(base), port, load, keeper, follow_up)
    finished, code = False, 0
    with _dying_politely():
        try:
            finished = dialogue.hold()
        except KeyboardInterrupt:
            code = INTERRUPTED
            if keeper.path is not None and dialogue.session.steps:
                port.say("Stopped. Your answers are kept: run it again to go on, or use --no-save to keep nothing.")
    saved = save is None or not dialogue.session.answers or _save(dialogue, save, _asks(port, save, load))
    if finished and saved:
        keeper.forget()
    return code or (0 if saved else UNUSABLE)


def _save(dialogue: Dialogue, path: str, ask: bool) -> bool:
    """Write the answers where the command line said; False where that failed or was refused."""
    try:
        return dialogue.asker.commands.save(path, ask)
    except (Leave, KeyboardInterrupt):
        return False


def _writable(save: str) -> None:
    """Complain before the first question about a place that cannot be written to."""
    try:
        folder = Path(save).expanduser().parent
        writable = folder.is_dir() and os.access(folder, os.W_OK)
    except (OSError, RuntimeError) as error:  # RuntimeError: ~somebody who does not exist
        raise UsageError(f"--save {harmless(save)}: {error}") from None
    if not writable:
        raise UsageError(f"--save {harmless(save)}: {harmless(str(folder))} is no folder that can be written to.")


def _asks(port: Port, save: str, load: Case | None) -> bool:
    """Whether to ask before a file is replaced: where a person sits there, and it is not the case itself."""
    return port.keeps and not (load is not None and load.source.partition("#")[0] == save)


@contextmanager
def _dying_politely() -> Iterator[None]:
    """Turn SIGTERM and SIGHUP into an exit that unwinds, so that the terminal is left as it was found."""

    def leave(number: int, frame: object) -> None:
        raise SystemExit(128 + number)

    wanted = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {number: signal.signal(number, leave) for number in wanted}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
