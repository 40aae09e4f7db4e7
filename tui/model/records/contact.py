"""A person, and how to be a friend to them."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from tui.model.base import Part, Record

Circle = Literal["personal", "professional", "both"]
Tier = Literal["inner", "close", "active", "wide", "ambient"]
Deferred = Literal["snooze", "skip", "attempted"]
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
    triaged: dt.date | None = None
    """Day you decided how close to keep them, after they came in bulk."""
    vcard: tuple[str, ...] = ()
    """Lines of a vCard that no other field holds, given back when it is exported."""
    imported: dict[str, str] = {}
    """Values as an import last brought them, by field, so that a later one can tell what you typed."""
    source: str = ""
    """Where the record came from ('linkedin', 'capture' ...)."""
    added: dt.date | None = None
    """Day the record was made."""
    archived: bool = False
    """True when archived: kept and found, never due."""
