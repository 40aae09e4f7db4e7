"""The records of the file at format version 1: one class a table, and the parts they are made of.

Names are vCard's (RFC 6350) for people and iCalendar's (RFC 5545) for events where these have one. A day is
a `date`; a moment is a `datetime` with its offset. The docstring under each field is also its line in the
README's description of the file.
"""

from __future__ import annotations

from tui.model.records.contact import (
    Circle,
    Contact,
    Culture,
    Deferral,
    Deferred,
    Milestone,
    Starter,
    StarterState,
    Tier,
)
from tui.model.records.event import Attendee, ChecklistItem, Event, EventKind, Goal, Outcome
from tui.model.records.follow_up import (
    FollowUp,
    FollowUpKind,
    FollowUpStatus,
    Introduction,
    IntroductionStatus,
    Move,
    Step,
)
from tui.model.records.interaction import Channel, Interaction, Note
from tui.model.records.own import FORMAT_VERSION, Meta, Profile
from tui.model.records.share import Sent, Share

__all__ = [
    "FORMAT_VERSION",
    "Attendee",
    "Channel",
    "ChecklistItem",
    "Circle",
    "Contact",
    "Culture",
    "Deferral",
    "Deferred",
    "Event",
    "EventKind",
    "FollowUp",
    "FollowUpKind",
    "FollowUpStatus",
    "Goal",
    "Interaction",
    "Introduction",
    "IntroductionStatus",
    "Meta",
    "Milestone",
    "Move",
    "Note",
    "Outcome",
    "Profile",
    "Sent",
    "Share",
    "Starter",
    "StarterState",
    "Step",
    "Tier",
]
