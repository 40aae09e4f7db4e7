"""The records of the file at format version 1: one class a table, and the parts they are made of.

Names are vCard's (RFC 6350) for people and iCalendar's (RFC 5545) for events where these have one. A day is
a `date`; a moment is a `datetime` with its offset. The docstring under each field is also its line in the
README's description of the file.
"""

from __future__ import annotations

import datetime as dt
from typing import Literal

from tui.model.base import Part, Record

FORMAT_VERSION = 1

Circle = Literal["personal", "professional", "both"]
Tier = Literal["inner", "close", "active", "wide", "ambient"]
Channel = Literal["in person", "call", "video", "message", "email", "social"]
EventKind = Literal[
    "conference", "meet-up", "virtual", "informational interview", "alumni", "social", "one-to-one"
]
Outcome = Literal["expected", "met", "not met", "later"]
Deferred = Literal["snooze", "skip", "attempted"]
IntroductionStatus = Literal["idea", "asked first", "asked second", "introduced", "came of it", "declined"]
FollowUpKind = Literal["promise", "waiting", "follow_up"]
FollowUpStatus = Literal["open", "done", "dropped"]
StarterState = Literal["own", "pinned", "used", "worked"]


class Milestone(Part, frozen=True):
    """A day of the year worth a word: a birthday, a work anniversary, a launch."""

    label: str
    """What it is, in words ('birthday', 'five years at Acme')."""
    month: int
    """Month, 1 to 12."""
    day: int
    """Day of the month, 1 to 31; 29 February is kept as such."""
    year: int | None = None
    """Year it began, where known."""
    once: bool = False
    """True for something that happens only in that year and does not return."""


class Culture(Part, frozen=True):
    """How to address somebody well; shown beside starters, never inside them."""

    greeting: str = ""
    """How they like to be greeted."""
    name_order: Literal["", "given first", "family first"] = ""
    """Which name comes first when they are addressed in full."""
    pronunciation: str = ""
    """How the name is said."""
    pronouns: str = ""
    """The pronouns they use."""
    notes: str = ""
    """Anything else worth knowing before meeting them."""


class Deferral(Part, frozen=True):
    """One time a row of the queue was put off; the row is named by its key."""

    row: str
    """Key of the queue row ('check_in', 'promise:<uid>', 'follow_up:<event uid>' ...)."""
    action: Deferred
    """What was done with it."""
    day: dt.date
    """Day it was put off."""
    until: dt.date
    """First day on which it shows again."""


class Starter(Part, frozen=True):
    """Something to say or ask that was written, pinned, used, or found to work."""

    text: str
    """The words."""
    because: str = ""
    """The fact it rests on."""
    kind: str = ""
    """Kind of fact, as the rules name it ('thread', 'need', 'opener' ...); 'own' for your own words."""
    depth: int = 1
    """1 light, 2 warmer, 3 deep."""
    state: StarterState = "own"
    """What was done with it."""
    event: str | None = None
    """Event (uid) it was meant for or used at."""


class Contact(Record, frozen=True):
    """A person."""

    name: str
    """Full name as it is written (vCard FN)."""
    given: str = ""
    """Given name, if it is known apart (vCard N)."""
    family: str = ""
    """Family name, if it is known apart (vCard N)."""
    nickname: str = ""
    """What friends call them (vCard NICKNAME)."""
    organization: str = ""
    """Where they work (vCard ORG)."""
    title: str = ""
    """What they do there (vCard TITLE)."""
    industry: str = ""
    """Field they work in."""
    emails: tuple[str, ...] = ()
    """Email addresses, the preferred one first."""
    phones: tuple[str, ...] = ()
    """Phone numbers, the preferred one first."""
    profiles: tuple[str, ...] = ()
    """Addresses of profiles and sites (https), such as LinkedIn."""
    place: str = ""
    """Where they live, in words."""
    timezone: str = ""
    """IANA name of their time zone ('Europe/Lisbon')."""
    languages: tuple[str, ...] = ()
    """Languages you can speak with them."""
    circle: Circle = "professional"
    """Part of your life they belong to."""
    groups: tuple[str, ...] = ()
    """Schools, employers, clubs: history that you may share."""
    interests: tuple[str, ...] = ()
    """What they care about, one word each where possible."""
    offers: tuple[str, ...] = ()
    """What they can help with."""
    needs: tuple[str, ...] = ()
    """What they are looking for."""
    roles: tuple[str, ...] = ()
    """Roles in your life (mentor, sponsor, peer, client ...)."""
    met_day: dt.date | None = None
    """Day you met."""
    met_event: str | None = None
    """Event (uid) where you met."""
    met_note: str = ""
    """How you met, in words."""
    introduced_by: str | None = None
    """Contact (uid) who introduced you."""
    tier: Tier = "active"
    """How close you choose to keep them."""
    interval: int | None = None
    """Own interval between touches in days; replaces the tier's."""
    paused: bool = False
    """True while no check-in is wanted."""
    milestones: tuple[Milestone, ...] = ()
    """Days worth a word."""
    muted_milestones: bool = False
    """True if their milestones are not to be shown."""
    notes: str = ""
    """Notes."""
    private_notes: str = ""
    """Notes that no starter, draft, brief or export ever uses."""
    culture: Culture = Culture()
    """How to address them well."""
    starters: tuple[Starter, ...] = ()
    """Starters written, pinned, used, or found to work."""
    deferrals: tuple[Deferral, ...] = ()
    """Rows of the queue about them that were put off, oldest first."""
    not_duplicates: tuple[str, ...] = ()
    """Contacts (uid) that look alike and are known to be somebody else."""
    imported: dict[str, str] = {}
    """Values as an import last brought them, by field, so that a later one can tell what you typed."""
    source: str = ""
    """Where the record came from ('linkedin', 'capture' ...)."""
    added: dt.date | None = None
    """Day the record was made."""
    archived: bool = False
    """True when put away: kept and found, never due."""


class Note(Part, frozen=True):
    """What one interaction held for one of several people."""

    contact: str
    """Contact (uid)."""
    text: str
    """What was said with that person alone."""


class Interaction(Record, frozen=True):
    """A touch that happened, or an attempt at one."""

    day: dt.date
    """Day it happened, as you would say it."""
    contacts: tuple[str, ...]
    """Contacts (uid) who took part."""
    at: dt.datetime | None = None
    """The exact moment, where it is known."""
    channel: Channel = "in person"
    """How you were in touch."""
    summary: str = ""
    """What it was about."""
    depth: int = 0
    """1 small talk, 2 a real conversation, 3 something that mattered; 0 not said."""
    gave: str = ""
    """What you gave."""
    received: str = ""
    """What you received."""
    ask_next: str = ""
    """The thread to pick up next time."""
    notes: tuple[Note, ...] = ()
    """What concerned one of several people only."""
    event: str | None = None
    """Event (uid) where it happened."""
    attempt: bool = False
    """True if you tried and did not get through; an attempt is no touch."""
    added: dt.datetime | None = None
    """Moment it was written down."""


class Goal(Part, frozen=True):
    """Something to achieve at an event."""

    text: str
    """What, in words ('real conversations')."""
    target: int | None = None
    """How many, where it can be counted."""
    done: int = 0
    """How many so far; without a target, 1 when achieved."""
    plan: str = ""
    """An if-then plan ('if I stand alone, then I walk to the coffee queue')."""


class ChecklistItem(Part, frozen=True):
    """One thing to have done by a day."""

    text: str
    """What is to be done."""
    due: dt.date | None = None
    """Day by which it is to be done."""
    done: bool = False
    """True once it is."""


class Attendee(Part, frozen=True):
    """A person at an event: why, and what came of it."""

    contact: str
    """Contact (uid)."""
    why: str = ""
    """Why you want to talk to them."""
    priority: int = 2
    """1 must, 2 would like to, 3 if it happens."""
    questions: tuple[str, ...] = ()
    """What to ask them."""
    outcome: Outcome = "expected"
    """Whether you met."""


class Event(Record, frozen=True):
    """Somewhere you meet people. Times are wall-clock times in `timezone`, as in iCalendar's DTSTART;TZID."""

    name: str
    """What it is called (iCalendar SUMMARY)."""
    start: dt.date
    """First day."""
    start_time: dt.time | None = None
    """Time it starts; none for an event that fills its days."""
    end: dt.date | None = None
    """Last day; none if it ends on the first."""
    end_time: dt.time | None = None
    """Time it ends."""
    timezone: str = ""
    """IANA name of the time zone it takes place in; empty for your own."""
    kind: EventKind = "meet-up"
    """Kind; it chooses checklist and openers."""
    place: str = ""
    """Where (iCalendar LOCATION)."""
    url: str = ""
    """Link to the page or the call."""
    topics: tuple[str, ...] = ()
    """What it is about."""
    notes: str = ""
    """Notes."""
    goals: tuple[Goal, ...] = ()
    """What you want from it."""
    checklist: tuple[ChecklistItem, ...] = ()
    """What is to be done before."""
    people: tuple[Attendee, ...] = ()
    """Who will be, or was, there."""
    starters: tuple[Starter, ...] = ()
    """Starters for the room: pinned, own, used."""
    debriefed: bool = False
    """True once the debrief was finished."""
    worked: str = ""
    """What worked."""
    change_next: str = ""
    """What to do differently next time."""
    ical_uid: str = ""
    """UID of the calendar entry it came from."""
    cancelled: bool = False
    """True if it does not take place."""
    added: dt.date | None = None
    """Day the record was made."""


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


class Sent(Part, frozen=True):
    """One time a share was passed on."""

    contact: str
    """Contact (uid)."""
    day: dt.date
    """Day it was sent."""


class Share(Record, frozen=True):
    """An article, talk or opening worth passing on."""

    url: str = ""
    """Address."""
    title: str = ""
    """Title."""
    why: str = ""
    """Why it is worth somebody's time."""
    topics: tuple[str, ...] = ()
    """What it is about."""
    own: bool = False
    """True for something you made."""
    read: bool = False
    """True once you have read it."""
    sent: tuple[Sent, ...] = ()
    """To whom it went."""
    added: dt.date | None = None
    """Day the record was made."""


class Profile(Record, frozen=True):
    """You. The table holds one record, with uid 'me'."""

    name: str = ""
    """Your name."""
    organization: str = ""
    """Where you work."""
    title: str = ""
    """What you do."""
    pitch: str = ""
    """What you say when asked what you do: two sentences."""
    emails: tuple[str, ...] = ()
    """Your addresses."""
    place: str = ""
    """Where you live."""
    timezone: str = ""
    """IANA name of your time zone; empty for this machine's."""
    groups: tuple[str, ...] = ()
    """Schools, employers, clubs you belong or belonged to."""
    interests: tuple[str, ...] = ()
    """What you care about."""
    offers: tuple[str, ...] = ()
    """What you can help with."""
    needs: tuple[str, ...] = ()
    """What you are looking for."""


class Meta(Record, frozen=True):
    """The file itself. The table holds one record, with uid 'meta'."""

    version: int = FORMAT_VERSION
    """Version of the format."""
    created: dt.date | None = None
    """Day the file was made."""
    opened: dt.date | None = None
    """Last day it was opened for writing; tells how long you were away."""
    generation: str = ""
    """Name of this writing of the file; the journal says by it which writing it goes on from."""
    written: dt.date | None = None
    """Day the file was last written whole."""
    numbers: dict[str, int] = {}
    """Highest document number ever given in each table, so that none is given twice."""
