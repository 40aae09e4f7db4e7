"""Contacts as a table (CSV, RFC 4180) that a spreadsheet opens and runs nothing of.

UTF-8 with a byte order mark, since Excel takes a file without one for the machine's old character set; what
else reads tables passes the mark over. Every cell is quoted. Several values stand in one cell, '; ' between.

A cell that begins with = + - @ (their full-width forms included), a tab or a line break would be a formula:
it gets an apostrophe in front, as OWASP advises ('CSV Injection'). The same goes for what follows a separator
or a quotation mark inside a cell, since a spreadsheet that expects semicolons begins a new cell there.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from tui.model.network import Network
from tui.model.records import Contact, Milestone
from tui.rules.cadence import last_touch, next_due
from tui.rules.entry.milestones import milestone_text

BETWEEN = "; "
"""What stands between several values of a cell."""
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")
_BREAKS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_RUNS = re.compile("[\\s\u200b-\u200f]*[=+\\-@＝＋－＠]|[\t\n]")
_RUNS_WITHIN = re.compile('([;,|\t\n"])(?=[=+\\-@＝＋－＠\t])')
_HARMLESS = re.compile("(?:^|(?<=[;,|\\t\\n\"]))'(?=[\\s\\u200b-\\u200f]*[=+\\-@＝＋－＠\\t\\n])")

_Cell = Callable[[Network, Contact, date], str | Iterable[str]]


def _field(name: str) -> _Cell:
    def cell(_: Network, contact: Contact, __: date) -> str | Iterable[str]:
        value = getattr(contact, name)
        return value if isinstance(value, (str, tuple)) else "" if value is None else str(value)

    return cell


def _aspect(name: str) -> _Cell:
    return lambda _, contact, __: str(getattr(contact.culture, name))


def _yes(name: str) -> _Cell:
    return lambda _, contact, __: "yes" if getattr(contact, name) else ""


def _event(network: Network, contact: Contact, _: date) -> str:
    event = network.events.get(contact.met_event) if contact.met_event else None
    return event.name if event else ""


def _through(network: Network, contact: Contact, _: date) -> str:
    through = network.contacts.get(contact.introduced_by) if contact.introduced_by else None
    return through.name if through else ""


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


COLUMNS: dict[str, _Cell] = {
    "Name": _field("name"),
    "Given name": _field("given"),
    "Family name": _field("family"),
    "Nickname": _field("nickname"),
    "Organization": _field("organization"),
    "Title": _field("title"),
    "Industry": _field("industry"),
    "Emails": _field("emails"),
    "Phones": _field("phones"),
    "Profiles": _field("profiles"),
    "Place": _field("place"),
    "Time zone": _field("timezone"),
    "Languages": _field("languages"),
    "Circle": _field("circle"),
    "Tier": _field("tier"),
    "Groups": _field("groups"),
    "Interests": _field("interests"),
    "Offers": _field("offers"),
    "Needs": _field("needs"),
    "Roles": _field("roles"),
    "Met on": _field("met_day"),
    "Met at": _event,
    "Met through": _through,
    "How you met": _field("met_note"),
    "Last touch": lambda network, contact, today: _day(last_touch(network, contact, today)),
    "Next due": lambda network, contact, today: _day(next_due(network, contact, today)),
    "Milestones": lambda _, contact, __: map(said_milestone, contact.milestones),
    "Notes": _field("notes"),
    "Greeting": _aspect("greeting"),
    "Pronunciation": _aspect("pronunciation"),
    "Pronouns": _aspect("pronouns"),
    "Good to know": _aspect("notes"),
    "Archived": _yes("archived"),
    "UID": _field("uid"),
}
"""Every column: its header, and what stands under it."""


def said_milestone(milestone: Milestone) -> str:
    """Return a milestone in words, also one of a file edited by hand whose day is no day of the year."""
    try:
        return milestone_text(milestone)
    except ValueError:
        return f"{milestone.label} {milestone.month}/{milestone.day}"


def table(network: Network, contacts: Iterable[Contact], today: date) -> str:
    """Return contacts as the text of a .csv file, its byte order mark included."""
    out = io.StringIO(newline="")
    write = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    write.writerow(COLUMNS)
    for contact in contacts:
        write.writerow(_row(network, contact, today))
    return "\ufeff" + out.getvalue()


def harmless(text: str) -> str:
    """Return text that no spreadsheet takes for a formula, wherever it begins a cell."""
    text = _CONTROL.sub("", _BREAKS.sub("\n", text))
    mark = "'" if _RUNS.match(text) else ""
    return mark + _RUNS_WITHIN.sub(r"\1'", text)


def as_written(text: str) -> str:
    """Return a cell without the apostrophes that `harmless` put in; for reading such a table back."""
    return _HARMLESS.sub("", text) if "'" in text else text


def _row(network: Network, contact: Contact, today: date) -> Sequence[str]:
    cells = []
    for cell in COLUMNS.values():
        value = cell(network, contact, today)
        cells.append(harmless(value if isinstance(value, str) else BETWEEN.join(value)))
    return cells
