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

from collections.abc import Callable, Sequence

from expert.asking.asking import Asking, Changing
from expert.asking.commands import ask_which, save, show_answers, so_far, wished
from expert.asking.ending import Ending
from expert.asking.follow_up import FollowUp
from expert.asking.screens import Screen
from expert.asking.session import Session
from expert.asking.stage import Stage
from expert.asking.talk import Talk
from expert.asking.turn import Choice, Pick, Prompt, Script, Turn
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
        return Turn(tuple(script.shown), None if self.stage is None else self.stage.prompt())

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
        script.say(question, "bold")
        self.enter(Offer(self, {"yes": self._go_on, "no": self._begin_anew}, if_silent="yes"), script)

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
        script.say(f"{questions} could refine the rest. Type more to go on, or done for the result.")
        self.enter(Offer(self, {"more": self.refine, "done": self.result}, if_silent="done", midway=True), script)

    def _screens_left(self, outlook: Outlook) -> int:
        """How many screens there would be if all were answered "don't know": an upper bound is of no use to anyone."""
        closed, count = outlook.closed, 0
        while (screen := self.talk.planner.next_screen(outlook)) is not None:
            closed, count = closed | set(screen.keys), count + 1
            outlook = Outlook(self.talk.knowledge, self.session.answers, closed)
        return count


class Offer:
    """A choice between two words, each with what it does.

    Args:
        if_silent: what counts where the input ends here. midway: whether it stands between questions, so that what can
            be typed at a question can be typed at it.
    """

    def __init__(
        self, dialogue: Dialogue, ways: dict[str, Callable[[Script], None]], if_silent: str, midway: bool = False
    ) -> None:
        self._dialogue, self._ways, self._if_silent, self._midway = dialogue, ways, if_silent, midway

    def show(self, script: Script) -> None:
        """What is offered was said by the one who offers it."""

    def remind(self, script: Script) -> None:
        """The prompt says it all."""

    def prompt(self) -> Prompt:
        """See `Stage.prompt`."""
        keys = {word[0]: word for word in self._ways}
        choice = Choice(tuple(Pick(word, word) for word in self._ways), keys=keys)
        return Prompt(f"{' or '.join(self._ways)}> ", words=tuple(self._ways), choice=choice)

    def take(self, text: str, script: Script) -> None:
        """One of the words, in full or by its first letter; or quit."""
        word = chosen(text, tuple(self._ways))
        name, _, argument = text.strip().lower().partition(" ")
        if word is None and self._midway and self._carry_out(name, argument.strip(), script):
            return
        if word == "quit":
            self._dialogue.leave(script)
        elif word is None:
            script.say(f"Type {' or '.join(self._ways)}.")
        else:
            self._ways[word](script)

    def _carry_out(self, name: str, argument: str, script: Script) -> bool:
        """Whether this was a command, that was carried out."""
        talk = self._dialogue.talk
        if name == "back":
            self._dialogue.back(script)
        elif name == "change":
            wish = wished(talk, argument)
            if wish is not None:
                self._dialogue.enter(Changing(self._dialogue, *wish, self), script)
            else:
                ask_which(talk, script)
        elif name == "answers":
            show_answers(talk, script)
        elif name == "save":
            save(talk, argument, script)
        elif f"{name} {argument}".strip() == "so far":
            so_far(talk, script)
        elif name in ("?", "help", "why"):
            script.say(
                "Enough is known for the result. more asks on, done shows it; back, answers, change 2, so far, save "
                "and quit work here too."
            )
        else:
            return False
        return True

    def input_ended(self, script: Script) -> None:
        """See `Stage.input_ended`."""
        self._ways[self._if_silent](script)


def chosen(text: str, words: Sequence[str]) -> str | None:
    """Which of the words was typed, in full or by its first letter; ``quit`` is always one of them."""
    known = (
        {word[0]: word for word in words}
        | {word: word for word in words}
        | dict.fromkeys(("quit", "q", "exit"), "quit")
    )
    word = known.get(text.strip().lower())
    if word is None and len(words) == 2:
        from expert.hearing import polarity

        # Both offers name first what goes on, so that a yes in any words is that.
        said = polarity.lead(" ".join(text.lower().replace(",", " , ").strip(" .!").split()))
        return {"yes": words[0], "no": words[1]}.get(said)
    return word
