"""A consultation some time later: what was tried, how it went, what has changed since, and the next step."""

from __future__ import annotations

from collections.abc import Callable

from expert.asking.screens import Screen
from expert.asking.session import Session
from expert.asking.talk import Done, Talk, ranking
from expert.consultation import Consultation


class FollowUp:
    """Asks again what can have changed since a case was written.

    Args:
        take: asks one screen.
    """

    def __init__(self, talk: Talk, take: Callable[[Screen], None]) -> None:
        self.talk = talk
        self.port = talk.port
        self._take = take

    def hold(self) -> None:
        """Ask about warning signs and remedies; all other answers stay. Then say what has changed."""
        talk, before = self.talk, self.talk.result()
        fresh, loaded = self._fresh(), talk.session.loaded
        kept = {key: answer for key, answer in loaded.items() if key not in fresh}
        earlier = {key: answer for key, answer in loaded.items() if key in fresh and answer is not None}
        talk.session = Session(talk.knowledge, kept, earlier=earlier)
        self.port.say(
            "What you told before stays. First whether anything new has come up, then what you have tried.", "bold"
        )
        talk.asking_again = True
        while (screen := self._next(fresh)) is not None:
            try:
                self._take(screen)
            except (Done, EOFError):
                break
        talk.asking_again = False
        self._say_what_changed(before, any(step.given for step in talk.session.steps))

    def _fresh(self) -> set[str]:
        """The fields to ask again: warning signs, and how remedies went."""
        knowledge = self.talk.knowledge
        return {flag.field for flag in knowledge.red_flags} | set(knowledge.vocabulary.remedies)

    def _next(self, fresh: set[str]) -> Screen | None:
        """The next screen: warning signs first, then what was tried."""
        planner, fields = self.talk.planner, self.talk.knowledge.vocabulary.fields
        worth = {key: (gain, gain) for key, gain in planner.worth(self.talk.outlook()).items() if key in fresh}
        if not worth:
            return None
        first = max(worth, key=lambda key: (key not in self.talk.knowledge.vocabulary.remedies, worth[key]))
        return planner.screen_of(fields[first], worth)

    def _say_what_changed(self, before: Consultation, told: bool) -> None:
        after = self.talk.result()
        due = {found.remark.id for found in before.recommendations if found.stage == "now"}
        fresh = [found for found in after.recommendations if found.stage == "now" and found.remark.id not in due]
        graver = [alert for alert in after.alerts if alert.remark not in [known.remark for known in before.alerts]]
        self.port.say()
        self.port.say("What has changed since", "bold")
        if not told:
            self.port.say("  You told nothing new, so the result is that of last time.")
            return
        if ranking(before) == ranking(after):
            self.port.say(f"  What it looks like is the same: {ranking(after)}.")
        else:
            self.port.say(f"  Before: {ranking(before)}. Now: {ranking(after)}.")
        for alert in graver:
            self.port.say(f"  Important: {alert.remark.text}", "alert")
        for found in fresh:
            self.port.say(f"  Next step: {found.remark.text}")
        if not fresh and not graver:
            self.port.say("  No new step is due; the advice below still holds.")
