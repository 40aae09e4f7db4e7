"""Lists of who comes to an event: Luma, Eventbrite, Meetup; and the table that Kith itself writes.

Luma writes one row a guest with 'approval_status'; Eventbrite one a ticket with 'Attendee Status', and 'Info
Requested' where nobody told the name yet; Meetup one a member, tabs between the cells, with 'RSVP'. Questions
that guests answered are columns of their own, called as the question.
"""

from __future__ import annotations

from collections.abc import Mapping

from tui.exchange import google, outlook
from tui.exchange.columns import Format

LUMA = Format(
    key="luma",
    words="a Luma guest list",
    columns={
        "name": ("name",),
        "given": ("first_name",),
        "family": ("last_name",),
        "email": ("email",),
        "phone": ("phone_number",),
        "status": ("approval_status",),
    },
    marks=frozenset(
        (
            *("api_id", "guest_id", "approval_status", "checked_in_at", "custom_source", "qr_code_url"),
            *("ticket_name", "ticket_type_id", "eth_address"),
        )
    ),
    people_of_event=True,
)
EVENTBRITE = Format(
    key="eventbrite",
    words="an Eventbrite attendee list",
    columns={
        "prefix": ("prefix",),
        "name": ("attendee name",),
        "given": ("first name", "attendee first name"),
        "family": ("last name", "surname", "attendee last name", "attendee surname"),
        "suffix": ("suffix",),
        "email": ("email", "email address", "attendee email"),
        "phone": ("cell phone", "mobile phone", "home phone", "work phone", "phone number", "phone"),
        "title": ("job title",),
        "organization": ("company", "company / organization", "organisation", "organization"),
        "profile": ("website", "blog"),
        "place": ("home city", "work city"),
        "country": ("home country", "work country"),
        "status": ("attendee status",),
    },
    marks=frozenset(
        (
            *("order #", "attendee #", "attendee status", "order date", "ticket type", "order id"),
            *("attendee id", "buyer email", "eventbrite fees", "price tier"),
        )
    ),
    people_of_event=True,
)
MEETUP = Format(
    key="meetup",
    words="a Meetup attendee list",
    columns={
        "name": ("name",),
        "organization": ("company",),
        "place": ("location",),
        "profile": ("url of member profile", "profile url"),
        "status": ("rsvp",),
        "notes": ("notes",),
        "answer": ("intro",),
    },
    marks=frozenset(
        (
            *("user id", "member id", "url of member profile", "joined group on", "rsvped on", "event host"),
            *("last visited group on", "meetups attended"),
        )
    ),
    people_of_event=True,
)
ABSENT: Mapping[str, str] = {
    **dict.fromkeys(("no", "not attending", "declined", "not going", "nein", "non"), "not coming"),
    **dict.fromkeys(
        ("cancelled", "canceled", "refunded", "deleted", "rejected", "transferred"), "not coming"
    ),
    **dict.fromkeys(("waitlist", "waitlisted", "waiting", "on waitlist"), "on the waiting list"),
    **dict.fromkeys(("pending", "pending_approval", "pending approval"), "not yet let in"),
    **dict.fromkeys(("invited", "not replied"), "invited, without an answer yet"),
}
"""What a list says of those who don't come, or not yet."""
PLACEHOLDERS = frozenset(("info requested", "information requested", "n/a", "-", "tbd", "guest"))
"""What stands in a cell where nobody gave a name."""


KITH = Format(
    key="kith",
    words="a table that Kith wrote",
    columns={
        "name": ("name",),
        "given": ("given name",),
        "family": ("family name",),
        "nickname": ("nickname",),
        "organization": ("organization",),
        "title": ("title",),
        "industry": ("industry",),
        "email": ("emails",),
        "phone": ("phones",),
        "profile": ("profiles",),
        "place": ("place",),
        "languages": ("languages",),
        "groups": ("groups",),
        "interests": ("interests",),
        "offers": ("offers",),
        "needs": ("needs",),
        "notes": ("notes",),
        "uid": ("uid",),
    },
    marks=frozenset(("uid", "tier", "circle", "last touch", "next due", "met through", "good to know")),
    marked=4,
)
"""The table of `tui.exchange.export_csv`, perhaps altered in a spreadsheet; several values stand with '; '."""

KNOWN = (KITH, google.GOOGLE, outlook.OUTLOOK, LUMA, EVENTBRITE, MEETUP)
"""Tables of people that are known by their header, the surest first."""
