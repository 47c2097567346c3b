"""How soon somebody must look at a foot: the urgencies of this base, in the words that a runner reads."""

from __future__ import annotations

from expert.authoring import Deadline, Ladder, Urgency

SELF_CARE = Urgency(
    "self_care",
    soon="nobody has to look at it for now",
    headline="How urgent is it?",
    if_so="Say so, and ask again, if one of these is so:",
    calm="Self-care: nothing in these answers says that somebody must look at it soon.",
    net="See a physiotherapist, podiatrist or doctor if it is not clearly better in two weeks or if it gets worse; "
    "sooner if one of the dangers named here shows up.",
    net_besides="Sooner if it gets worse, or if one of the dangers named here shows up.",
    ground="#eef6f0",
)
CLINICIAN = Urgency(
    "clinician",
    soon="book an appointment",
    headline="Have it looked at: book an appointment",
    if_so="Book an appointment if one of these is so:",
    settles="whether somebody should look at it",
    within=("weeks",),
    net="Do not wait for the appointment if it gets worse, or if one of the dangers named here shows up.",
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
    within=("two_days", "today"),
    net="Do not wait for it to get better by itself. If it gets worse before you are seen, or one of the dangers shows "
    "up, go to an emergency department at once.",
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
    within=("today", "now"),
    net="Go even if it eases. If it gets worse on the way, or one of the dangers shows up, call your local emergency "
    "number.",
    style="bold white on red",
    ground="#8f1414",
    ink="#ffffff",
)

#: By when somebody must have looked at it; the latest first.
DEADLINES = Ladder(
    (
        Deadline(
            "weeks", soon="book an appointment", headline="Have it looked at: book an appointment",
            if_so="Book an appointment if one of these is so:",
            words=("book an appointment",),
        ),
        Deadline(
            "two_days", soon="within a day or two", headline="Urgent: have it seen within a day or two",
            if_so="Have it seen within a day or two if one of these is so:",
            words=("day or two",),
        ),
        Deadline(
            "today", soon="today", headline="Have it seen today: an emergency department, or a doctor on the same day",
            if_so="Have it seen the same day if one of these is so:",
            words=("today", "tonight", "same day"),
        ),
        Deadline(
            "now", soon="now", headline="EMERGENCY: call your local emergency number now",
            if_so="Call your local emergency number if one of these is so:",
            words=("now", "at once", "emergency number"),
        ),
    )
)

#: The mildest first.
URGENCIES = Ladder((SELF_CARE, CLINICIAN, URGENT, EMERGENCY))
