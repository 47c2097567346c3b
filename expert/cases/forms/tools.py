"""The columns that form tools add of their own: by which their exports are known, and which are no answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from expert.cases.forms.words import plain_words


@dataclass(frozen=True)
class Tool:
    """A program whose exports are known.

    Attributes:
        name: its name.
        marks: columns of which one is in every export.
        ids: columns that name a row, the best first.
        own: a pattern of all other columns that are no answers.
        refusal: what to do instead, of exports that hold no answers or not in one row a case.
    """

    name: str
    marks: frozenset[str]
    ids: Sequence[str]
    own: str = "(?!)"
    refusal: str = ""

    def is_own(self, column: str) -> bool:
        """Whether a column is the tool's and no answer."""
        word = plain_words(column)
        return word in self.marks or word in self.ids or re.fullmatch(self.own, word) is not None


TOOLS = (
    Tool("REDCap", frozenset({"record id", "study id"}), ("record id", "study id"),
         r"redcap .*|.* complete|complete|event name|repeat instrument|repeat instance|data access group|"
         r"survey identifier|survey timestamp|.* timestamp"),
    Tool("ODK Central", frozenset({"submissiondate", "meta-instanceid", "instanceid"}),
         ("meta-instanceid", "instanceid", "key"),
         r"key|start|end|today|deviceid|username|phonenumber|submitterid|submittername|attachments(?:present|expected)|"
         r"status|reviewstate|edits|formversion|meta-.*"),
    Tool("KoboToolbox", frozenset({"uuid", "submission time", "validation status", "meta/instanceid"}),
         ("id", "uuid"),
         r"start|end|today|deviceid|username|phonenumber|notes|status|submitted by|version|tags|index|parent .*|"
         r"formhub/.*|meta/.*|geolocation"),
    Tool("Google Forms", frozenset({"timestamp", "zeitstempel"}), (),
         r"e-?mail address|email|e-mail-adresse|username|nutzername|score"),
    Tool("Microsoft Forms", frozenset({"completion time", "fertigstellungszeit"}), (),
         r"start time|startzeit|e-?mail|name|last modified time|language|total points|quiz feedback|"
         r"uhrzeit der letzten änderung"),
    Tool("SurveyMonkey", frozenset({"respondent id"}), ("respondent id",),
         r"collector id|start date|end date|date (?:created|modified)|ip address|e-?mail address|first name|last name|"
         r"custom data.*"),
    Tool("LimeSurvey", frozenset({"submitdate", "lastpage", "startlanguage"}), (),
         r"seed|startdate|datestamp|ipaddr|token|refurl|date submitted|last page|start language"),
    Tool("Strava", frozenset({"activity id", "aktivitäts-id"}), (),
         refusal="an export of activities, not of answers. The command training reads it"),
    Tool("Garmin", frozenset({"avg pace", "ø pace", "avg hr", "total ascent"}), (),
         refusal="an export of activities, not of answers. The command training reads it"),
)  # fmt: skip


def tool_of(header: Sequence[str]) -> Tool | None:
    """The tool that wrote a header, or None where it is nobody's."""
    columns = {plain_words(column).strip() for column in header}
    found = [tool for tool in TOOLS if columns & tool.marks]
    return found[0] if found else None
