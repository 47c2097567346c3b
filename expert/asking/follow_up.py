"""A consultation some time later: what was tried, how it went, what has changed since, and the next step."""

from __future__ import annotations

from expert.asking.screens import Screen
from expert.asking.session import Session
from expert.asking.talk import Talk, ranking
from expert.asking.turn import Script
from expert.consultation import Consultation
from expert.examining.first_reading import dangers


class FollowUp:
    """Asks again what can have changed since a case was written: warning signs and remedies; all other answers stay."""

    def __init__(self, talk: Talk) -> None:
        self.talk = talk
        self._before: Consultation = talk.result()
        self._fresh = self._to_ask_again()

    def session(self) -> Session:
        """What was told before, with what is asked again set aside."""
        loaded = self.talk.fresh_session().loaded
        kept = {key: answer for key, answer in loaded.items() if key not in self._fresh}
        earlier = {key: answer for key, answer in loaded.items() if key in self._fresh and answer is not None}
        return Session(self.talk.knowledge, kept, earlier=earlier)

    def go_on(self) -> None:
        """Ask on where it was cut short."""
        self.talk.asking_again = True

    def begin(self, script: Script) -> None:
        """Set aside what is asked again, and say what will come."""
        self.talk.session = self.session()
        self.talk.asking_again = True
        script.say(
            "What you told before stays. First whether anything new has come up, then what you have tried.", "bold"
        )

    def _to_ask_again(self) -> frozenset[str]:
        """The fields to ask again: warning signs, and how remedies went."""
        knowledge = self.talk.knowledge
        return frozenset({flag.field for flag in knowledge.red_flags}.union(knowledge.vocabulary.remedies))

    def next_screen(self) -> Screen | None:
        """The next screen: warning signs first, then what was tried."""
        planner, fields = self.talk.planner, self.talk.knowledge.vocabulary.fields
        worth = {key: (gain, gain) for key, gain in planner.worth(self.talk.outlook()).items() if key in self._fresh}
        if not worth:
            return None
        first = max(worth, key=lambda key: (key not in self.talk.knowledge.vocabulary.remedies, worth[key]))
        return planner.screen_of(fields[first], worth)

    def end(self, script: Script) -> None:
        """Say what has changed since."""
        self.talk.asking_again = False
        before, after = self._before, self.talk.result()
        due = {found.remark.id for found in before.recommendations if found.stage == "now"}
        fresh = [found for found in after.recommendations if found.stage == "now" and found.remark.id not in due]
        known = [alert.remark for alert in before.alerts]
        graver = [danger for danger in dangers(after) if danger.remark not in known]
        script.say()
        script.say("What has changed since", "bold")
        if not any(step.given for step in self.talk.session.steps):
            script.say("  You told nothing new, so the result is that of last time.")
            return
        if ranking(before) == ranking(after):
            script.say(f"  What it looks like is the same: {ranking(after)}.")
        else:
            script.say(f"  Before: {ranking(before)}. Now: {ranking(after)}.")
        for danger in graver:
            script.say(f"  Important: {danger.remark.text}", "alert")
        for found in fresh:
            script.say(f"  Next step: {found.remark.text}")
        if not fresh and not graver:
            script.say("  No new step is due; the advice below still holds.")
