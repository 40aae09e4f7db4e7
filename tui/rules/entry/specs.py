"""The fields of the forms for a contact and for yourself, group by group."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

from tui.model.records import Circle, Tier

Kind = Literal["text", "list", "lines", "long", "choice", "day", "days"]

CIRCLES: tuple[Circle, ...] = get_args(Circle)
TIERS: tuple[Tier, ...] = get_args(Tier)
YES_NO = ("no", "yes")


class FieldSpec(msgspec.Struct, frozen=True):
    """One field of the form."""

    name: str
    """Name of the record's field; 'culture.greeting' for one inside a part."""
    label: str
    """What stands before it."""
    kind: Kind = "text"
    """How it is typed: a list has commas, lines one entry a line."""
    hint: str = ""
    """What stands in it while it is empty."""
    options: tuple[str, ...] = ()
    """The words to choose from."""


Group = tuple[str, tuple[FieldSpec, ...]]
"""Some fields under a heading."""

GROUPS: tuple[Group, ...] = (
    (
        "Who",
        (
            FieldSpec("name", "Name", hint="the full name, as they write it"),
            FieldSpec("organization", "Organisation"),
            FieldSpec("title", "Title", hint="what they do there"),
            FieldSpec("tier", "Tier", "choice", options=TIERS),
            FieldSpec("circle", "Circle", "choice", options=CIRCLES),
            FieldSpec("paused", "Paused", "choice", options=YES_NO),
            FieldSpec("interval", "Every … days", hint="where the tier does not fit"),
        ),
    ),
    (
        "What you know",
        (
            FieldSpec("interests", "Interests", "list", "climate, sailing"),
            FieldSpec("needs", "Needs", "lines", "what they look for, one a line"),
            FieldSpec("offers", "Offers", "lines", "what they help with, one a line"),
            FieldSpec("groups", "Groups", "lines", "school, employer; one a line"),
            FieldSpec("roles", "Roles", "list", "mentor, peer, client"),
            FieldSpec("industry", "Industry"),
            FieldSpec("notes", "Notes", "long"),
            FieldSpec("private_notes", "Private notes", "long", "never in a starter, a draft or a brief"),
        ),
    ),
    (
        "How to reach them",
        (
            FieldSpec("emails", "Email", "lines", "preferred one first, one a line"),
            FieldSpec("phones", "Phone", "lines", "+351 912 345 678, one a line"),
            FieldSpec("profiles", "Profiles", "lines", "linkedin.com/in/…, one a line"),
            FieldSpec("place", "Place"),
            FieldSpec("timezone", "Time zone", hint="Europe/Lisbon"),
            FieldSpec("languages", "Languages", "list"),
        ),
    ),
    (
        "How you met",
        (
            FieldSpec("met_day", "When", "day"),
            FieldSpec("met_event", "At event", hint="the name of one of your events"),
            FieldSpec("introduced_by", "Through", hint="the name of a contact"),
            FieldSpec("met_note", "How"),
        ),
    ),
    (
        "How to address them",
        (
            FieldSpec("given", "Given name"),
            FieldSpec("family", "Family name"),
            FieldSpec("nickname", "Called", hint="what friends call them"),
            FieldSpec(
                "culture.name_order",
                "Name order",
                "choice",
                options=("not said", "given first", "family first"),
            ),
            FieldSpec("culture.pronunciation", "Pronounced"),
            FieldSpec("culture.pronouns", "Pronouns"),
            FieldSpec("culture.greeting", "Greeting"),
            FieldSpec("culture.notes", "Good to know"),
        ),
    ),
    (
        "Days worth a word",
        (
            FieldSpec("milestones", "Milestones", "days", "birthday 14 March 1990, one a line"),
            FieldSpec("muted_milestones", "Keep quiet", "choice", options=YES_NO),
        ),
    ),
)
"""The form, group by group: what is used most comes first."""

PROFILE_GROUPS: tuple[Group, ...] = (
    (
        "Who you are",
        (
            FieldSpec("name", "Name", hint="drafts are signed with it"),
            FieldSpec("title", "Title", hint="what you do"),
            FieldSpec("organization", "Organisation"),
            FieldSpec("pitch", "Pitch", "long", "two sentences for “and what do you do?”"),
        ),
    ),
    (
        "What you bring",
        (
            FieldSpec("offers", "You offer", "lines", "what you help with, one a line"),
            FieldSpec("needs", "You look for", "lines", "one a line"),
            FieldSpec("interests", "Interests", "list", "climate, sailing"),
            FieldSpec("groups", "Groups", "lines", "school, employer; one a line"),
        ),
    ),
    (
        "Where you are",
        (
            FieldSpec("place", "Place"),
            FieldSpec("timezone", "Time zone", hint="empty for this machine's"),
            FieldSpec("emails", "Email", "list"),
        ),
    ),
)
"""The form for yourself."""
