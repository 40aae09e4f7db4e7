"""LinkedIn's Invitations.csv, and the Profile.csv of an archive, which has your name.

Invitations.csv has 'Direction', and days as '11/20/26, 9:14 AM'; until 2023 it has no addresses of profiles.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import msgspec

from tui.exchange.days import reader_of_days
from tui.exchange.linkedin_messages import NOBODY, Who, columns_named, named
from tui.exchange.report import Skipped, line
from tui.exchange.table import Table
from tui.model.text import fold, one_line

INVITATIONS: dict[str, tuple[str, ...]] = {
    "sender": ("from",),
    "recipient": ("to",),
    "moment": ("sent at",),
    "message": ("message",),
    "direction": ("direction",),
    "sender_profile": ("inviterprofileurl", "inviter profile url"),
    "recipient_profile": ("inviteeprofileurl", "invitee profile url"),
}
"""Columns of Invitations.csv, by what they hold."""


class Invitation(msgspec.Struct, frozen=True):
    """One invitation to connect."""

    line: int
    """Line of the file."""
    day: date
    """Day it was sent."""
    other: Who
    """The other one."""
    yours: bool
    """True if you sent it."""
    message: str
    """What it said."""


def is_invitations(cells: Sequence[str]) -> bool:
    """Tell whether a row is the header of an Invitations.csv."""
    return {"sender", "recipient", "moment", "direction"} <= columns_named(cells, INVITATIONS).keys()


def is_own_profile(cells: Sequence[str]) -> bool:
    """Tell whether a row is the header of the Profile.csv of an archive, which has your name."""
    keys = {fold(one_line(cell)) for cell in cells}
    return {"first name", "last name", "headline"} <= keys and not keys.isdisjoint(
        {"maiden name", "geo location", "summary"}
    )


def own_name(table: Table) -> str:
    """Return the name in a Profile.csv, or ''."""
    keys = [fold(one_line(cell)) for cell in table.header]
    for _, cells in table.rows[:1]:
        row = dict(zip(keys, map(one_line, cells), strict=False))
        return f"{row.get('first name', '')} {row.get('last name', '')}".strip()
    return ""


def read_invitations(table: Table) -> tuple[tuple[Invitation, ...], tuple[Skipped, ...]]:
    """Return the invitations of an Invitations.csv, and the rows that are none, with the reason."""
    columns = columns_named(table.header, INVITATIONS)
    found: list[Invitation] = []
    skipped = list(table.skipped)
    place = columns["moment"]
    # LinkedIn writes month/day/year; where a row shows that another order is meant, that one counts.
    read_day = reader_of_days([*(cells[place] for _, cells in table.rows if place < len(cells)), "1/31/26"])
    for number, cells in table.rows:
        row = {name: one_line(cells[at]) if at < len(cells) else "" for name, at in columns.items()}
        yours = row["direction"].upper().startswith("OUT")
        side = "recipient" if yours else "sender"
        who = named(row.get(f"{side}_profile", ""), row[side])
        day = read_day(row["moment"])
        if not any(row.values()):
            why = "an empty row"
        elif fold(who.name) in NOBODY and not who.key:
            why = "no name and no profile: this member hides them, or has left LinkedIn"
        elif day is None or day[0] is None:
            why = f"{who.name}: “{row['moment'][:60]}” can't be read as a day"
        else:
            found.append(Invitation(number, day[0], who, yours, row.get("message", "")))
            continue
        skipped.append(Skipped(line(number), why))
    return tuple(found), tuple(skipped)
