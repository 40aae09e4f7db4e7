"""Everyday things in the words of whoever looks for them: for the palette, and for 'How do I …' in the help."""

from __future__ import annotations

import msgspec

from tui.view.help import table
from tui.view.lines import Line, wrapped


class Thing(msgspec.Struct, frozen=True):
    """Something one wants to do, and where that is."""

    words: str
    """What one wants, as one says it."""
    keys: str
    """How to get there."""
    action: str
    """The action of the key that does it; the palette calls that key by these words."""
    also: str = ""
    """Other words for it, which the palette understands."""
    mode: str = ""
    """Screen on which the key is; empty if it is everywhere."""
    runs: bool = False
    """Whether the palette may do it at once after going there: it needs nobody highlighted."""
    tell: str = ""
    """What to say after going there, where the key needs a row."""


_FOLLOW_UPS, _CONTACTS, _EVENTS, _GIVE = "follow_ups", "contacts", "events", "give"

THINGS: tuple[Thing, ...] = (
    Thing(
        "Add a contact",
        "a, one line; or 2, then n, a form",
        "capture",
        "new person somebody met create write down",
    ),
    Thing(
        "Log a call",
        "2, then l on the person; or L, a sentence",
        "log_line",
        "coffee meeting conversation touch spoke talked met interaction record",
    ),
    Thing(
        "Write a message",
        "m on the person, in 1 or 2",
        "message",
        "draft mail email text linkedin note say congratulate thank",
        _FOLLOW_UPS,
        tell="m drafts a message to whoever is highlighted.",
    ),
    Thing(
        "Snooze until a day",
        "1, then s on the row",
        "snooze",
        "later postpone put off hide remind wait",
        _FOLLOW_UPS,
        tell="s hides the row highlighted until a day you type.",
    ),
    Thing(
        "Skip somebody this time",
        "1, then x on the row",
        "skip",
        "not now pass ignore leave out",
        _FOLLOW_UPS,
        tell="x skips the row highlighted; u takes that back.",
    ),
    Thing(
        "Mark as done",
        "1, then d on the row",
        "done",
        "finish close complete tick follow-up check off promise kept",
        _FOLLOW_UPS,
        tell="d closes the row highlighted.",
    ),
    Thing(
        "Undo", "u; ctrl+r does it again", "undo", "take back revert mistake wrong restore removed deleted"
    ),
    Thing("Find a person", "/ and type", "search", "look up who search contact name"),
    Thing(
        "Filter by interest",
        "/ and #climate",
        "search",
        "topic tag filter tier place group list",
        runs=True,
        tell="Type # and an interest, such as #climate; ? shows all filters.",
    ),
    Thing(
        "New event",
        "3, then n",
        "new",
        "conference meetup meeting webinar calendar create plan",
        _EVENTS,
        runs=True,
    ),
    Thing(
        "Prepare an event",
        "3, then enter on the event",
        "choose",
        "get ready goals checklist pack people",
        _EVENTS,
        tell="enter prepares the event highlighted.",
    ),
    Thing(
        "Practise what to say",
        "3, then p on the event",
        "practice",
        "rehearse practice pitch cards train openers",
        _EVENTS,
        tell="p practises for the event highlighted.",
    ),
    Thing(
        "Take lines at an event",
        "A, one line after the other",
        "capture_mode",
        "capture at the conference many fast",
    ),
    Thing(
        "Debrief an event",
        "3, then w on the event",
        "wrap_up",
        "wrap up afterwards who did i meet went",
        _EVENTS,
        tell="w wraps up the event highlighted.",
    ),
    Thing(
        "Brief to carry",
        "3, then b on the event",
        "brief",
        "print page one-pager phone summary",
        _EVENTS,
        tell="b makes a page of the event highlighted.",
    ),
    Thing(
        "Import people or a calendar",
        "2, then ctrl+o",
        "import_file",
        "linkedin csv vcard google outlook address book load bring in",
        _CONTACTS,
        runs=True,
    ),
    Thing(
        "Export to a file",
        "2, then X",
        "export",
        "save backup csv vcard markdown share download take out",
        _CONTACTS,
        runs=True,
    ),
    Thing("Merge duplicates", "M", "merge", "duplicate twice same person double join combine clean up"),
    Thing(
        "See who introduced whom",
        "5; or 2, then < and > on the person",
        "go('insights')",
        "insights statistics graph network",
    ),
    Thing(
        "Change colours and settings",
        ", (comma); or ctrl+p and colours",
        "settings",
        "dark light theme options preferences days configure",
    ),
    Thing(
        "Note a birthday",
        "2, then e on the person: Milestones",
        "edit",
        "birthday milestone anniversary change edit put right",
        _CONTACTS,
        tell="e opens the form of whoever is highlighted; Milestones takes birthdays.",
    ),
    Thing(
        "Introduce two people",
        "i on the first, in 1, 2 or 4",
        "introduce",
        "introduction connect bring together",
        _GIVE,
        runs=True,
    ),
    Thing("Say who you are", "y", "profile", "me my profile name pitch offer sign signature"),
    Thing("Find words for a hard moment", '"', "phrasebook", "phrases shy join leave small talk stuck"),
    Thing("Look back at the week", "R", "review", "weekly review"),
    Thing("Decide about many at once", "T", "triage", "imported bulk tier sort out"),
)
"""What people do, the most common first."""


def how_to(wide: int) -> list[Line]:
    """Return where everyday things are, a line each."""
    return [
        *table([(it.words, it.keys) for it in THINGS], wide),
        (),
        *wrapped("ctrl+p does each of them by name, and finds people and events too.", wide, "dim"),
    ]
