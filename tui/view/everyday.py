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
    opens: str = ""
    """What opens, where the palette does it at once on another page."""


_FOLLOW_UPS, _CONTACTS, _EVENTS, _GIVE = "follow_ups", "contacts", "events", "give"

THINGS: tuple[Thing, ...] = (
    Thing(
        "Add a contact",
        "a, one line; or 2, then n, a form",
        "capture",
        "new person somebody met business card create write down",
    ),
    Thing(
        "Log a call",
        "2, then l on the person; or L, a sentence",
        "log_line",
        "coffee lunch phone meeting visit conversation touch spoke talked met interaction record",
    ),
    Thing(
        "Write a message",
        "m on the person, in 1 or 2",
        "message",
        "draft mail email text whatsapp letter linkedin note say congratulate thank reach out",
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
        "Undo",
        "u; ctrl+r does it again",
        "undo",
        "take back revert mistake oops wrong restore removed deleted",
    ),
    Thing("Find a person", "/ and type", "search", "look up who search contact name"),
    Thing(
        "Filter by interest",
        "/ and #climate",
        "search",
        "topic tag filter tier place language group list",
        runs=True,
        tell="Type # and an interest, such as #climate; ? shows all filters.",
    ),
    Thing(
        "New event",
        "3, then n",
        "new",
        "conference meetup meeting webinar interview dinner calendar create plan",
        _EVENTS,
        runs=True,
        opens="Opens the form of an event: what, when, where",
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
        "rehearse practice elevator pitch cards train openers icebreaker conversation starters nervous",
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
        "linkedin csv vcard google outlook address phone book ics invitation load bring in",
        _CONTACTS,
        runs=True,
        opens="Asks for the file, and shows what it would bring before anything is taken",
    ),
    Thing(
        "Export to a file",
        "2, then X",
        "export",
        "save backup csv vcard ics markdown share download take out",
        _CONTACTS,
        runs=True,
        opens="Asks whom, as what, and where to",
    ),
    Thing("Merge duplicates", "M", "merge", "duplicate twice same person double join combine clean up"),
    Thing(
        "See who introduced whom",
        "5; or 2, then < and > on the person",
        "go('insights')",
        "insights statistics stats charts graph numbers report year network",
    ),
    Thing(
        "Change colours and settings",
        ", (comma); or ctrl+p and colours",
        "settings",
        "dark light theme color options preferences days date order tone first screen language configure",
    ),
    Thing(
        "Note a birthday",
        "2, then e on the person: Milestones",
        "edit",
        "birthday milestone anniversary change edit notes put right",
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
        opens="Asks who should know whom; both are asked first",
    ),
    Thing("Say who you are", "y", "profile", "me my profile name elevator pitch offer sign signature"),
    Thing(
        "Find words for a hard moment",
        '"',
        "phrasebook",
        "phrases shy nervous forgot name join leave small talk icebreaker stuck",
    ),
    Thing("Look back at the week", "R", "review", "weekly review"),
    Thing("Decide about many at once", "T", "triage", "imported bulk tier sort out"),
    Thing(
        "See who needs you today",
        "1",
        "go('follow_ups')",
        "follow-ups due overdue today agenda todo tasks reminders queue promises owe",
    ),
    Thing(
        "See somebody's history",
        "2, then h on the person",
        "history",
        "what happened timeline past touches promises correct",
        _CONTACTS,
        tell="h shows everything that happened with whoever is highlighted.",
    ),
    Thing(
        "Change how close somebody is",
        "2, then e on the person: Tier",
        "edit",
        "tier inner close friends important often rhythm interval mentor role",
        _CONTACTS,
        tell="e opens the form of whoever is highlighted; Tier says how close you keep them.",
    ),
    Thing(
        "Pause check-ins with somebody",
        "P on the person, in 1 or 2",
        "pause",
        "stop reminding vacation quiet break leave alone",
        _FOLLOW_UPS,
        tell="P pauses check-ins with whoever is highlighted; P again takes them up.",
    ),
    Thing(
        "Archive somebody",
        "2, then z on the person",
        "archive",
        "put away delete remove contact person hide forget out of sight",
        _CONTACTS,
        tell="z archives whoever is highlighted, and brings back; archived: in the search finds them.",
    ),
    Thing(
        "Keep something to pass on",
        "4, then n",
        "new",
        "article link share talk opening gift help others",
        _GIVE,
        runs=True,
        opens="Opens the form of an article, a talk or an opening",
    ),
    Thing(
        "Sit down with the queue",
        "1, then f",
        "focus_row",
        "focus timer pomodoro session quarter of an hour concentrate",
        _FOLLOW_UPS,
        tell="f begins a sitting: one person at a time, for a quarter of an hour.",
    ),
    Thing("Help with the keys of a page", "?", "help", "keyboard shortcuts hotkeys manual how explain"),
)
"""What people do, the most common first."""
ALSO = {"leave": "exit close end stop bye", "redo": "again repeat", "jump": "pane part field focus move"}
"""Other words for keys that are no everyday thing, by action."""


def how_to(wide: int) -> list[Line]:
    """Return where everyday things are, a line each."""
    return [
        *table([(it.words, it.keys) for it in THINGS], wide),
        (),
        *wrapped("ctrl+p does each of them by name, and finds people and events too.", wide, "dim"),
    ]
