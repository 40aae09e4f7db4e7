"""Open steps with somebody, and two people to be introduced."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from tui.model.base import Part, Record

FollowUpKind = Literal["promise", "waiting", "follow_up"]
FollowUpStatus = Literal["open", "done", "dropped"]
IntroductionStatus = Literal["idea", "asked first", "asked second", "introduced", "came of it", "declined"]


class Move(Part, frozen=True):
    """One time the date of a follow-up was moved."""

    day: dt.date
    """Day it was moved."""
    before: dt.date | None = None
    """Date it had."""
    reason: str = ""
    """Why."""


class FollowUp(Record, frozen=True):
    """An open step with somebody: your promise, theirs (waiting), or a dated word to say."""

    kind: FollowUpKind
    """'promise' yours, 'waiting' theirs, 'follow_up' a dated next step."""
    contact: str
    """Contact (uid)."""
    text: str = ""
    """What was promised, or what the step is."""
    made: dt.date | None = None
    """Day it was made."""
    due: dt.date | None = None
    """Day it is for."""
    event: str | None = None
    """Event (uid) where it was made."""
    interaction: str | None = None
    """Interaction (uid) in which it was made."""
    status: FollowUpStatus = "open"
    """Whether it still stands."""
    closed: dt.date | None = None
    """Day it was done or dropped."""
    moves: tuple[Move, ...] = ()
    """Times the date was moved, oldest first."""


class Step(Part, frozen=True):
    """One step of an introduction."""

    status: IntroductionStatus
    """Where it stood from then."""
    day: dt.date
    """Day of the step."""


class Introduction(Record, frozen=True):
    """Two contacts who should know each other, and where that stands."""

    first: str
    """Contact (uid) asked first."""
    second: str
    """Contact (uid) asked second."""
    reason: str = ""
    """Why they should know each other."""
    status: IntroductionStatus = "idea"
    """Where it stands."""
    steps: tuple[Step, ...] = ()
    """How it got there, oldest first."""
    outcome: str = ""
    """What came of it."""
    added: dt.date | None = None
    """Day the record was made."""
