"""How soon somebody must look at a foot: the urgencies of this base, in the words that a runner reads."""

from __future__ import annotations

from expert.authoring import Ladder, Urgency

SELF_CARE = Urgency(
    "self_care",
    soon="nobody has to look at it for now",
    headline="How urgent is it?",
    if_so="Say so, and ask again, if one of these is so:",
    calm="Self-care: nothing in these answers says that somebody must look at it soon.",
    ground="#eef6f0",
)
CLINICIAN = Urgency(
    "clinician",
    soon="book an appointment",
    headline="Have it looked at: book an appointment",
    if_so="Book an appointment if one of these is so:",
    settles="whether somebody should look at it",
    style="bold yellow",
    ground="#fff4d6",
)
URGENT = Urgency(
    "urgent",
    soon="within a day or two",
    headline="Urgent: have it seen within a day or two",
    if_so="Have it seen within a day or two if one of these is so:",
    settles="whether somebody should look at it within a day or two",
    grave=True,
    style="bold red",
    ground="#fdeaea",
)
EMERGENCY = Urgency(
    "emergency",
    soon="go now",
    headline="EMERGENCY: go now",
    if_so="Get help at once if one of these is so:",
    settles="whether this is an emergency",
    grave=True,
    style="bold white on red",
    ground="#8f1414",
    ink="#ffffff",
)

#: The mildest first.
URGENCIES = Ladder((SELF_CARE, CLINICIAN, URGENT, EMERGENCY))
