"""The consultation without its terminal: a reply in, out what to show next. Nothing here reads or writes anything.

    dialogue = Dialogue(consultant)
    turn = dialogue.open()                  # the greeting and the first question
    turn = dialogue.reply("1 2")            # what came of it, and the next question
    ...                                     # until turn.prompt is None

A terminal, a pipe and a page are faces of it (`faces`): they show turns and hand replies over. At any moment one
*stage* waits for the reply: a screen that is asked (`asking`), an offer (below), or the result (`ending`). What to ask
next comes from `Planner`, what follows from `Consultant`; the dialogue knows no rule.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from expert.asking.asking import Asking
from expert.asking.commands import show_answers, so_far
from expert.asking.ending import Ending
from expert.asking.follow_up import FollowUp
from expert.asking.offers import Offer
from expert.asking.screens import Screen
from expert.asking.session import Session
from expert.asking.stage import Stage
from expert.asking.talk import Talk
from expert.asking.turn import File, Script, Turn
from expert.cases.case import Case
from expert.consultation import Consultant
from expert.outlook import Outlook


class Dialogue:
    """One consultation with one person.

    Args:
        consultant: what reasons. loaded: a case whose answers are taken as given.
        kept: an unfinished consultation, to be taken up if the person wants to.
        follow_up: ask again what can have changed since `loaded` was written.

    Attributes:
        talk: what was said so far, and what follows from it.
        stage: what waits for a reply; None before it begins and when it is over.
        finished: whether it came to its end, so that nothing need be kept for another time.
        unsaid: the session before anything was said in it.
    """

    def __init__(
        self,
        consultant: Consultant,
        loaded: Case | None = None,
        kept: Session | None = None,
        follow_up: bool = False,
    ) -> None:
        self.talk = Talk(consultant, loaded)
        self.stage: Stage | None = None
        self.finished = False
        self.refining = False
        self._kept = kept
        self._follows_up = follow_up
        self._follow_up = FollowUp(self.talk) if follow_up else None
        self.unsaid = self._follow_up.session() if self._follow_up else self.talk.fresh_session()

    @property
    def session(self) -> Session:
        """What was said so far."""
        return self.talk.session

    # Turns.

    def open(self) -> Turn:
        """Greet, and ask the first question."""
        script = Script()
        self._greet(script)
        if self._kept is not None:
            self._offer_to_go_on(self._kept, script)
        else:
            self._begin(script)
        return self._turn(script)

    def _begin(self, script: Script) -> None:
        if self._follow_up is not None:
            self._follow_up.begin(script)
        self.proceed(script)

    def ask(self, screen: Screen) -> Turn:
        """Ask this screen now, whatever else would come next."""
        script = Script()
        self.enter(Asking(self, screen), script)
        return self._turn(script)

    def reply(self, text: str) -> Turn:
        """Take a reply: an answer, a command, or what cannot be understood."""
        script = Script()
        assert self.stage is not None, "the consultation is over"
        self.stage.take(text, script)
        return self._turn(script)

    def input_ended(self) -> Turn:
        """No reply will come any more: the result, and after that the end."""
        script = Script()
        assert self.stage is not None, "the consultation is over"
        self.stage.input_ended(script)
        return self._turn(script)

    def _turn(self, script: Script) -> Turn:
        if self.stage is None:
            return Turn(tuple(script.shown), None)
        left = self.left()
        return Turn(tuple(script.shown), replace(self.stage.prompt(), left=None if left is None else left - 1))

    def left(self) -> int | None:
        """About how many more questions there are, the one that waits included; None where none is asked.

        Cheap and rough: answers open questions and close others.
        """
        if not isinstance(self.stage, Asking):
            return None
        return max(1, self.talk.planner.about_left(self.talk.outlook(), self.refining))

    # What comes next.

    def enter(self, stage: Stage, script: Script) -> None:
        """Let this wait for the reply."""
        self.stage = stage
        stage.show(script)

    def return_to(self, stage: Stage, script: Script) -> None:
        """Let this wait again, after another stage was put before it."""
        self.stage = stage
        stage.remind(script)

    def proceed(self, script: Script) -> None:
        """Ask the next question; the result, where nothing can change any more or the person has had enough."""
        if self._follow_up is not None:
            screen = self._follow_up.next_screen()
        else:
            outlook = self.talk.outlook()
            if not self.refining and self.session.steps and outlook.settled():
                self._offer_more(outlook, script)
                return
            screen = self.talk.planner.next_screen(outlook)
        if screen is None:
            self.result(script)
        else:
            self.enter(Asking(self, screen), script)

    def result(self, script: Script) -> None:
        """Show the result, with what is known, and let it be asked about."""
        if self._follow_up is not None:
            self._follow_up.end(script)
            self._follow_up = None
        self.enter(Ending(self), script)

    def refine(self, script: Script) -> None:
        """Ask on where the result was settled."""
        self.refining = True
        self.proceed(script)

    def back(self, script: Script) -> None:
        """Take the last question back."""
        script.say("Back one question." if self.session.back() else "This is the first question.")
        self.proceed(script)

    def offer_restart(self, behind: Stage, script: Script) -> None:
        """Ask whether to begin again.

        Args:
            behind: what waits if not.
        """
        answers = len(self.session.answers)
        given = "1 answer is" if answers == 1 else f"{answers} answers are"
        question = f"Begin again from the first question? {given} dropped then."
        about = "yes drops all answers of this consultation and asks the first question; no goes on where you were."
        stay = partial(self.return_to, behind)
        self.enter(Offer(self, question, {"yes": self._restart, "no": stay}, "no", about, stay), script)

    def _restart(self, script: Script) -> None:
        self.refining = False
        self.talk.warned = (0, 0)
        self.talk.session = self.talk.fresh_session()
        self._follow_up = FollowUp(self.talk) if self._follows_up else None
        script.say("From the beginning.")
        self._begin(script)

    def offer_to_replace(self, file: File) -> Turn:
        """Ask whether a file that is there already may be replaced: what was handed over to be written could not be."""
        script, behind = Script(), self.stage

        def give(script: Script) -> None:
            script.shown.append(replace(file, may_replace=True))
            self._wait_again(behind, script)

        def keep(script: Script) -> None:
            script.say("Nothing was saved; it is as it was.")
            self._wait_again(behind, script)

        about = "yes writes over what is in it; no leaves it as it is, and you can save under another name."
        question = f"{file.path} is there already. Replace it?"
        self.enter(Offer(self, question, {"yes": give, "no": keep}, "no", about, keep), script)
        return self._turn(script)

    def _wait_again(self, behind: Stage | None, script: Script) -> None:
        self.stage = behind
        if isinstance(behind, Asking | Offer):
            behind.remind(script)  # the result is long, and was no question

    def leave(self, script: Script) -> None:
        """Stop without a result."""
        script.say("Take care.")
        self.stage = None

    def finish(self) -> None:
        """Come to the end."""
        self.finished = True
        self.stage = None

    # What is said and offered on the way.

    def _greet(self, script: Script) -> None:
        knowledge = self.talk.knowledge
        script.say(knowledge.title, "bold")
        script.say(knowledge.notice)
        if not knowledge.assesses_alerts:
            unseen = "nothing looks for warning signs. If you are worried, see somebody."
            script.say(f"Only {knowledge.naming.text} is used here: {unseen}")
        script.say("Answer by number or word; u if you do not know. ? explains, why says why, help lists the rest.")

    def _offer_to_go_on(self, kept: Session, script: Script) -> None:
        """Ask whether to take up the consultation that was cut short."""
        self.talk.session = kept
        count = sum(1 for _ in kept.questions())
        questions = "1 question is" if count == 1 else f"{count} questions are"
        question = f"Your last consultation is still here: {questions} answered. Go on with it?"
        about = "yes goes on where you stopped; no begins again. The word answers shows what you had told."
        ways = {"yes": self._go_on, "no": self._begin_anew}
        self.enter(Offer(self, question, ways, "yes", about, self._nothing_before), script)

    def _nothing_before(self, script: Script) -> None:
        script.say("This is the first question.")

    def _go_on(self, script: Script) -> None:
        if self._follow_up is not None:
            self._follow_up.go_on()
        show_answers(self.talk, script)
        self.proceed(script)

    def _begin_anew(self, script: Script) -> None:
        self.talk.session = self.talk.fresh_session()
        script.say("Then from the beginning; the old answers are deleted.")
        self._begin(script)

    def _offer_more(self, outlook: Outlook, script: Script) -> None:
        """Say that the answer is settled, and ask whether to go on; where nothing is left to ask, the result."""
        left = self._screens_left(outlook)
        if not left:
            self.result(script)
            return
        script.say()
        script.say("No further answer can change what it most likely is, or how urgent it is:", "bold")
        so_far(self.talk, script)
        questions = "1 more question" if left == 1 else f"Up to {left} more questions"
        question = f"{questions} could refine the rest. Type more to go on, or done for the result."
        about = "Enough is known for the result. more asks on, done shows it."
        self.enter(Offer(self, question, {"more": self.refine, "done": self.result}, "done", about), script)

    def _screens_left(self, outlook: Outlook) -> int:
        """How many screens there would be if all were answered "don't know": an upper bound is of no use to anyone."""
        closed, count = outlook.closed, 0
        while (screen := self.talk.planner.next_screen(outlook)) is not None:
            closed, count = closed | set(screen.keys), count + 1
            outlook = Outlook(self.talk.knowledge, self.session.answers, closed)
        return count
