"""How a damaged file reads: the ways to have it back, what each does, what is damaged, and the help of that page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tui.exchange.finding import shown_path
from tui.rules.phrases import ago, count, short_day
from tui.store.backups import Backup
from tui.store.diagnosis import Diagnosis, JournalReport
from tui.store.faults import counted
from tui.store.ways import Way
from tui.view.help import table
from tui.view.lines import Line, Span, fit_line, line, paragraphs, wrapped
from tui.view.person import heading

_MOST_FAULTS, _MOST_NOTES = 20, 10
_WORDS: Final = {"rebuild": "Rebuild it", "salvage": "Keep what is whole", "take over": "Take over both"}
_MISSING: Final = {"rebuild": "maybe not all", "salvage": "not all", "take over": "maybe not all"}
"""What is to be known of a way that may not give all back."""
_AS_IT_IS: Final = "Take the file as it is now"
"""What keeping the whole of it comes to where nothing in it is damaged."""
_DOES: Final = {
    "rebuild": "Takes the version before, and the changes since from the journals",
    "salvage": "Takes what the file holds now",
    "take over": "Takes what the file holds now, and the changes from the journal",
}
_DID: Final = {
    "rebuild": "The file is rebuilt from the version before and the journals",
    "salvage": "The file holds what could be read of it",
    "take over": "The file holds what could be read of it, and the changes from the journal",
}
_KEPT: Final = "A copy of all is kept first."
_LEFT: Final = "Kith ends and nothing is written. The next start brings you to this page again."
ASIDE: Final = "Everything as it is now is copied aside first, so this can be taken back by hand."
"""What is done before anything else."""


def leaving_row(wide: int) -> tuple[Line, Line]:
    """Return the row that leaves all as it is."""
    return line(("› Leave everything as it is", "strong")), fit_line(
        line(("  nothing is written", "dim")), wide
    )


def copy_row(copy: Backup, today: dt.date, wide: int, *, usable: bool) -> tuple[Line, Line]:
    """Return the row of a backup: its day, its age, how much it holds, or that it can't be used."""
    title = f"› {copy_title(copy, today) if usable else f'The copy of {_day(copy, today)}'}"
    age = f"{ago(copy.day, today)}, " if copy.day else ""
    what: Span = (count(copy.records, "record"), "dim") if usable else ("can't be used", "warn")
    return fit_line(line((title, "strong")), wide), fit_line(line((f"  {age}", "dim"), what), wide)


def way_row(way: Way, found: Diagnosis, wide: int) -> tuple[Line, Line]:
    """Return the row of a way that is no backup: what it is called, how much it gives, whether all."""
    missing: Span = ("nothing missing", "good") if way.whole else (_MISSING[way.kind], "warn")
    below = line((f"  {count(way.records, 'record')}, ", "dim"), missing)
    return line((f"› {way_title(way, found)}", "strong")), fit_line(below, wide)


def way_title(way: Way, found: Diagnosis) -> str:
    """Return what a way that is no backup is called."""
    return _AS_IT_IS if found.disagrees and way.kind == "salvage" else _WORDS[way.kind]


def copy_title(copy: Backup, today: dt.date) -> str:
    """Return what restoring a backup is called."""
    return f"Restore the copy of {_day(copy, today)}"


def way_words(way: Way, copy: Backup | None, today: dt.date) -> str:
    """Return what a way does, as sentences: what comes into the file's place, how much, and what of the rest."""
    if copy is not None:
        age = f" ({ago(copy.day, today)})" if copy.day else ""
        does = f"Puts the copy of {_day(copy, today)}{age} in the file's place"
    else:
        does = _DOES[way.kind]
    return f"{does}: {_mostly(way.counts)}. {way.left[:1].upper()}{way.left[1:]}."


def done_words(way: Way, copy: Backup | None, today: dt.date, kept: Path) -> str:
    """Return what was done, and where everything is as it was before."""
    did = _DID[way.kind] if copy is None else f"The copy of {_day(copy, today)} stands in the file's place"
    left = f"{way.left[:1].upper()}{way.left[1:]}."
    return f"{did}: {_mostly(way.counts)}. {left}\nEverything as it was before is kept in {shown_path(kept)}."


def about_way(way: Way, copy: Backup | None, today: dt.date, wide: int) -> list[Line]:
    """Return what stands below the list while a way is highlighted: what it does, why it is first, what stays."""
    best = wrapped(f"First, because {way.because}.", wide, "accent") if way.because else []
    return [*wrapped(way_words(way, copy, today), wide), *best, *wrapped(_KEPT, wide, "dim")]


def about_copy(copy: Backup, wide: int) -> list[Line]:
    """Return what stands below the list while a backup is highlighted that can't be used."""
    stays = f"It stays where it is: {shown_path(copy.path)}"
    return [*wrapped(f"It can't be used: {copy.problem}.", wide, "warn"), *wrapped(stays, wide, "dim")]


def about_leaving(wide: int) -> list[Line]:
    """Return what stands below the list while leaving is highlighted."""
    return wrapped(_LEFT, wide)


def damage(found: Diagnosis, wide: int, *, hopeless: bool) -> list[Line]:
    """Return what is damaged and what is whole; where there is no way to have it back, what to do then."""
    faults = [
        part for fault in found.faults[:_MOST_FAULTS] for part in wrapped(f"✗ {fault}", wide, "alarm", "  ")
    ]
    more = len(found.faults) - _MOST_FAULTS
    what = "and its journal disagree" if found.disagrees else "is not whole"
    return paragraphs(
        wrapped(
            f"{shown_path(found.path)} {what}. Nothing was written, and nothing will be before you choose.",
            wide,
        ),
        [
            heading("What happened" if found.disagrees else "Damaged"),
            *faults,
            *(wrapped(f"and {more:,} more", wide, "dim") if more > 0 else []),
        ],
        [heading("Whole"), *wrapped(counted(found.counts), wide)],
        wrapped(
            "There is nothing to recover it from. Put a copy of your own in its place, or move it away and open "
            "Kith again to begin anew.",
            wide,
            "strong",
        )
        if hopeless
        else [],
        [heading("Latest changes"), *wrapped(_journal(found.journal), wide)],
        [
            heading("Notes"),
            *(part for note in found.notes[:_MOST_NOTES] for part in wrapped(note, wide, "dim")),
        ]
        if found.notes
        else [],
    )


def recovery_help(found: Diagnosis, keys: list[tuple[str, str]], wide: int) -> list[Line]:
    """Return the help of the page: what it is for, the ways, what happens then, the keys."""
    what = "and its journal disagree" if found.disagrees else "could not be read whole"
    return paragraphs(
        [
            *wrapped(f"{found.path.name} {what}, so Kith stopped before it wrote anything.", wide, "strong"),
            *wrapped(
                "The ways to go on stand in a list, the one that gives most back first. Below it you read what the "
                "way highlighted does; beside it, what is damaged and what is whole.",
                wide,
            ),
        ],
        [heading("The ways"), *table(_ways_here(found), wide)],
        [heading("When you choose"), *table(_THEN, wide)],
        [heading("Keys here"), *table(keys, wide)],
        [heading("Without this page"), *table(_COMMANDS, wide)],
    )


_THEN: Final = (
    ("1", "You are asked once more; n or escape leaves all as it is."),
    ("2", "The file, its journal and the version before go into a folder of their own among the backups."),
    ("3", "The file is written anew in the way you chose, and Kith opens on it."),
    ("Back", "To take it back: quit Kith, and put what is in that folder in its old place again."),
)
_COMMANDS: Final = (
    ("kith doctor", "says the same in words, and changes nothing"),
    ("kith doctor --repair", "takes the first of the ways"),
)


def _ways_here(found: Diagnosis) -> list[tuple[str, str]]:
    """Return each kind of way with what it is good for."""
    apart = (
        (_WORDS["take over"], "What the other program wrote, with the changes that Kith had noted on top."),
        (_AS_IT_IS, "What the other program wrote; the changes that Kith had noted are left out."),
    )
    return [
        *(apart if found.disagrees else ()),
        (_WORDS["rebuild"], "The version before, and every change since: mostly nothing is missing."),
        *(
            ()
            if found.disagrees
            else ((_WORDS["salvage"], "All of the file that can be read; what is damaged is gone."),)
        ),
        ("Restore the copy", "The file as it was on that day; what came after it is not in it."),
        (
            "Leave everything",
            "Nothing is written: to look at the file first, or to bring a copy of your own.",
        ),
    ]


def _mostly(counts: Mapping[str, int]) -> str:
    """Return how much of what one looks for first a file would hold, and how much else."""
    named = {table: counts.get(table, 0) for table in ("contacts", "interactions", "events")}
    more = sum(number for table, number in counts.items() if table not in (*named, "meta"))
    return counted(named) + (f", {more:,} more" if more else "")


def _day(copy: Backup, today: dt.date) -> str:
    return short_day(copy.day, today) if copy.day else "no known day"


def _journal(lines: JournalReport) -> str:
    many = _told(lines)
    return {
        "none": "There is no journal beside the file.",
        "of another writing": f"The journal belongs to another writing of the file: {many}.",
    }.get(lines.state, f"The journal is {lines.state}: {many}.")


def _told(lines: JournalReport) -> str:
    """Say how many changes the journal holds, and how many of them are only there."""
    if not lines.changes:
        return "no changes in it"
    held = count(lines.changes, "change")
    if not lines.waiting:
        return f"{held}, all of them in the file" if lines.changes > 1 else f"{held}, in the file"
    some = f"{lines.waiting:,} of them " if lines.waiting < lines.changes else ""
    return f"{held}, {some}not in the file yet"
