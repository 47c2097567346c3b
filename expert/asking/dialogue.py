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

from expert.asking.again import Earlier, Parting, comes_back, found_then, meant_for_the_shell
from expert.asking.asking import Asking
from expert.asking.commands import show_answers, so_far
from expert.asking.ending import Ending
from expert.asking.follow_up import FollowUp
from expert.asking.offers import Offer
from expert.asking.screens import STORY, WORDS, Screen
from expert.asking.session import Session
from expert.asking.stage import Stage
from expert.asking.story import Adding, Telling
from expert.asking.talk import Talk
from expert.asking.turn import File, Script, Turn
from expert.asking.untold import untold
from expert.cases.case import Case
from expert.consultation import Consultant, Consultation
from expert.enough import SURPRISES
from expert.hearing import MOST_OF_STORY

_NUMBER_WORDS = {2: "two", 3: "three", 4: "four"}


class Dialogue:
    """One consultation with one person.

    Args:
        consultant: what reasons. loaded: a case whose answers are taken as given.
        kept: an unfinished consultation, to be taken up if the person wants to.
        follow_up: ask again what can have changed since `loaded` was written; since: that many weeks ago, if known.
        earlier: a finished consultation that was kept, to be followed up if the person wants to.
        program: the name by which the program is called.

    Attributes:
        talk: what was said so far, and what follows from it.
        stage: what waits for a reply; None before it begins and when it is over.
        finished: whether it came to its end, so that nothing need be kept for another time.
        may_keep: whether who leaves the result is asked if the answers may be kept.
        keeps: whether the person has said so. forgets: whether what was kept of an earlier one is to be deleted.
        stopped: whether a danger stopped the questions, so that more goes on with them.
        unsaid: the session before anything was said in it.
    """

    def __init__(
        self,
        consultant: Consultant,
        loaded: Case | None = None,
        kept: Session | None = None,
        follow_up: bool = False,
        since: float | None = None,
        earlier: Earlier | None = None,
        program: str = "",
    ) -> None:
        self.talk = Talk(consultant, loaded, program=program)
        self.stage: Stage | None = None
        self.finished = False
        self.may_keep = self.keeps = self.forgets = False
        self._earlier = earlier
        self.refining = False
        self.stopped = False
        self._kept = kept
        self._follows_up = follow_up
        self._followed_up: FollowUp | None = None
        self._since = since
        self._follow_up = FollowUp(self.talk, since) if follow_up else None
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
            if self._earlier is not None and self._kept.earlier:
                self._follow(self._earlier)
            self._offer_to_go_on(self._kept, script)
        elif self._earlier is not None:
            self._offer_follow_up(self._earlier, script)
        else:
            self._begin(script)
        return self._turn(script)

    def _begin(self, script: Script) -> None:
        if self._follow_up is not None:
            self._follow_up.begin(script)
        elif self.talk.case is not None:
            self._say_what_was_loaded(len(self.session.answers), script)
        self.proceed(script)

    def _say_what_was_loaded(self, count: int, script: Script) -> None:
        answers = "1 answer was" if count == 1 else f"{count} answers were"
        script.say(f"{answers} loaded, and stand: answers lists them, change 0.1 asks the first of them again.")

    def ask(self, screen: Screen) -> Turn:
        """Ask this screen now, whatever else would come next."""
        script = Script()
        self.enter(Asking(self, screen), script)
        return self._turn(script)

    def reply(self, text: str) -> Turn:
        """Take a reply: an answer, a command, or what cannot be understood."""
        script = Script()
        assert self.stage is not None, "the consultation is over"
        if len(text) > MOST_OF_STORY:
            script.say(f"That is {len(text):,} letters, and no more than {MOST_OF_STORY:,} are taken. Say it shorter.")
            self.stage.remind(script)
        elif elsewhere := meant_for_the_shell(self.talk, text):
            script.say(elsewhere)
            if not isinstance(self.stage, Ending):
                self.stage.remind(script)
        else:
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
        if self._follow_up is not None:
            return max(1, self._follow_up.left())
        planner = self.talk.planner
        if self.refining:
            return max(1, planner.about_left(self.talk.outlook(), True))
        return max(1, planner.about_needed(self.talk.enough()))

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
        if self._wants_story():
            self.enter(Telling(self), script)
            return
        if self._follow_up is not None:
            again = self._follow_up.next_stage(self)
            if again is None:
                self.result(script)
            else:
                self.enter(again, script)
            return
        if self.refining:
            screen = self.talk.planner.next_screen(self.talk.outlook())
        elif self._wants_words() and (topics := untold(self.talk)):
            self.enter(Adding(self, topics), script)
            return
        else:
            screen = self.talk.planner.next_needed(self.talk.enough())
            if screen is None and self.session.steps:
                self._offer_more(script)
                return
        if screen is None:
            self.result(script)
        else:
            self.enter(Asking(self, screen), script)

    def _wants_story(self) -> bool:
        """Whether the story comes next: before all else, where the base asks for it and nothing was told yet."""
        session = self.session
        told = session.story is not None or session.steps or session.loaded or session.earlier
        return bool(self.talk.knowledge.story) and self._follow_up is None and not told

    def _wants_words(self) -> bool:
        """Whether what was not told yet can be told in one: once, behind the place, where no story was confirmed."""
        session, place = self.session, self.talk.knowledge.place
        told = session.loaded or session.earlier or any(step.screen.kind in (STORY, WORDS) for step in session.steps)
        return bool(self.talk.knowledge.story) and not told and place in session.asked()

    def result(self, script: Script) -> None:
        """Show the result, with what is known, and let it be asked about."""
        before = None
        if self._follow_up is not None:
            last = self._follow_up.last_stage(self)
            if last is not None:
                script.say("One thing before the result, as the next step hangs on it.")
                self.enter(last, script)
                return
            before = self._follow_up.before
            self._follow_up.end(script)
            self._followed_up, self._follow_up = self._follow_up, None
        self.enter(Ending(self, before), script)

    def stop(self, script: Script) -> None:
        """Show the result of a danger before any other question; who wants to can go on from there."""
        if self._follow_up is not None:
            self.proceed(script)
            return
        self.enter(Ending(self), script)
        if not self.talk.outlook().exhausted():
            self.stopped = True
            script.say("Questions are still open: type more to go on with them.")

    def refine(self, script: Script) -> None:
        """Ask on: where a danger had stopped it what is needed, after that all that could still refine the result."""
        self.refining = self.refining or not self.stopped
        self.stopped = False
        self.proceed(script)

    def back(self, script: Script) -> None:
        """Take the last question back."""
        script.say("Back one question." if self.session.back() else "This is the first question.")
        if self._followed_up is not None:
            self._follow_up, self._followed_up = self._followed_up, None
            self._follow_up.go_on()
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
        script.say("From the beginning.")
        if self._earlier is not None:
            self._offer_follow_up(self._earlier, script)
            return
        self.talk.session = self.talk.fresh_session()
        self._follow_up, self._followed_up = FollowUp(self.talk, self._since) if self._follows_up else None, None
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

    def take_leave(self, script: Script) -> None:
        """See `Flow.take_leave`."""
        if not self.may_keep or not self.session.answers or self.stage is None:
            self.finish()
            return

        def keep(script: Script) -> None:
            self.keeps = True
            script.say("Kept for a follow-up until you forget it. Take care.")
            self.finish()

        def drop(script: Script) -> None:
            old = self._earlier and f"Nothing new is kept; what you kept {self._earlier.ago} stays. Take care."
            script.say(old or "Nothing is kept. Take care.")
            self.finish()

        self.enter(Parting(self, self.stage, keep, drop), script)

    # What was kept of an earlier one.

    def _offer_follow_up(self, earlier: Earlier, script: Script) -> None:
        """Ask whether to see how it went since the last one."""
        then = self._follow(earlier)

        def begin_anew(script: Script) -> None:
            self._let_be()
            self._begin(script)

        def forget(script: Script) -> None:
            self.forgets, self._earlier = True, None
            script.say("Your last consultation is deleted.")
            begin_anew(script)

        question = f"Your last consultation was {earlier.ago}: {found_then(then)}. See how it went since?"
        about = "yes asks only what can have changed; no begins a new one and keeps the last; forget deletes the last."
        ways = {"yes": self._begin, "no": begin_anew, "forget": forget}
        self.enter(Offer(self, question, ways, "no", about, self._nothing_before), script)

    def _follow(self, earlier: Earlier) -> Consultation:
        """Stand where a follow-up of it begins; what followed from it then."""
        self.talk.case = earlier.case
        self.talk.session = self.talk.fresh_session()
        follow_up = self._follow_up = FollowUp(self.talk, earlier.weeks)
        self._followed_up, self._since = None, earlier.weeks
        self.talk.session, self.unsaid = follow_up.session(), follow_up.session()
        return follow_up.before

    def _let_be(self) -> None:
        """Stand where a new one begins."""
        self.talk.case, self._since, self._follow_up, self._followed_up = None, None, None, None
        self.talk.asking_again = False
        self.talk.session = self.talk.fresh_session()
        self.unsaid = self.talk.fresh_session()

    def was_here(self, text: str) -> str:
        """See `Flow.was_here`."""
        return comes_back(self.talk, text, self._earlier is not None)

    # What is said and offered on the way.

    def _greet(self, script: Script) -> None:
        knowledge = self.talk.knowledge
        script.say(knowledge.title, "bold")
        script.say(knowledge.notice)
        if not knowledge.assesses_alerts:
            unseen = "nothing looks for warning signs. If you are worried, see somebody."
            script.say(f"Only {knowledge.naming.text} is used here: {unseen}")
        script.hint("Answer by number or word; u if you do not know. ? explains, why says why, help lists the rest.")

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
        show_answers(self.talk, script, brief=True)
        self.proceed(script)

    def _begin_anew(self, script: Script) -> None:
        if self._earlier is not None:
            self._offer_follow_up(self._earlier, script)
            return
        self.talk.session = self.talk.fresh_session()
        script.say("Then from the beginning; your first new answer takes the place of the old ones.")
        self._begin(script)

    def _offer_more(self, script: Script) -> None:
        """Say that it is enough, and ask whether to go on; where nothing is left to ask, the result."""
        outlook = self.talk.outlook()
        screen = self.talk.planner.next_screen(outlook)
        if screen is None:
            self.result(script)
            return
        script.say()
        if outlook.settled():
            script.say("No further answer can change what it most likely is, or how urgent it is:", "bold")
        else:
            several = _NUMBER_WORDS.get(SURPRISES, str(SURPRISES))
            script.say(
                f"This is enough. It would take at least {several} more surprising answers, all one way, to change "
                "what it most likely is or how urgent it is:",
                "bold",
            )
        so_far(self.talk, script)
        question = "Further questions could refine the rest. Type more to go on, or done for the result."
        about = "Enough is known for the result. more asks on, done shows it."
        self.enter(Offer(self, question, {"more": self.refine, "done": self.result}, "done", about), script)
