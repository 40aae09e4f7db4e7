"""A row of the queue, and what stands beside a list: why it is there, the person, words to begin with."""

from __future__ import annotations

from datetime import datetime

from tui.model.network import Network
from tui.model.records import Contact
from tui.rules.queue.ranking import Row, Status
from tui.view.cells import width
from tui.view.lines import Line, Role, ends, line, paragraphs, wrapped
from tui.view.person import glance, heading
from tui.view.reasons import glyph, reason, short_reason, standing

_SAY = 3
"""Things to say shown at once."""


_ROLES: dict[Status, Role] = {
    "soon": "dim",
    "due": "accent",
    "amber": "warn",
    "red": "alarm",
    "overdue": "alarm",
}


def row_lines(
    network: Network, row: Row, now: datetime, wide: int, *, marked: bool = False
) -> tuple[Line, Line]:
    """Return a row of the queue on two lines: who and how pressing; why. A mark stands in place of the sign."""
    role = _ROLES[row.status]
    sign = line(("✓ ", "accent")) if marked else line((f"{glyph(row.status)} ", role))
    name = (*sign, *line((network.contacts[row.contact].name, "strong")))
    because = reason(row, network, now)
    if width(because) > wide - 2:
        because = short_reason(row, network, now)
    why = line((f"  {because}", "dim"))
    return ends(name, line((standing(row, network, now), role)), wide), why


def about_row(network: Network, row: Row, now: datetime, wide: int, page: int | None = 0) -> list[Line]:
    """Return why a row is there, the person, what could be said, and a message that could be sent.

    Without a page of words to say, the last two are left out: the quicker half.
    """
    contact = network.contacts.get(row.contact)
    if contact is None:
        return []
    known = who(network, row, now, wide)
    return known if page is None else paragraphs(known, words(network, row, now, wide, page))


def who(network: Network, row: Row, now: datetime, wide: int) -> list[Line]:
    """Return why a row is there, and the person at a glance."""
    contact = network.contacts.get(row.contact)
    if contact is None:
        return []
    return paragraphs(
        wrapped(reason(row, network, now), wide, "accent"),
        glance(network, contact, now, wide, without=row.follow_up),
    )


def words(network: Network, row: Row, now: datetime, wide: int, page: int = 0) -> list[Line]:
    """Return what could be said to the person of a row, and a message that could be sent."""
    contact = network.contacts.get(row.contact)
    if contact is None:
        return []
    # The rules for words take 0.1 s to load, which the first screen of a morning does without.
    from tui.rules.drafts.rows import written

    message = written(network, contact, row, now).body
    return paragraphs(
        _sayings(network, contact, now, wide, page),
        [heading("You could write", "m opens it", wide), *wrapped(message, wide)],
    )


def _sayings(network: Network, contact: Contact, now: datetime, wide: int, page: int) -> list[Line]:
    from tui.rules.starters import starters  # as above

    said = starters(network, contact, now, page=page)[:_SAY]
    if not said:
        return []
    words = [part for it in said for part in wrapped(f"“{it.text}”", wide, indent=" ")]
    return [heading("You could say", "o shows others", wide), *words]
