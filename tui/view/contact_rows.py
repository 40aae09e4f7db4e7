"""A contact on one line of a list."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tui.model.records import Contact
from tui.rules.phrases import ago, ahead
from tui.view.cells import width
from tui.view.lines import Line, columns, fit_line, line
from tui.view.marked import marked

TIER_MARKS = {"inner": "◉", "close": "●", "active": "◐", "wide": "○", "ambient": "·"}
"""A mark for each tier, the closer the fuller."""

_TITLE = 10
"""Cells that have to be there for a title after the organisation, so that it tells something."""


def contact_line(
    contact: Contact,
    last: date | None,
    due: date | None,
    today: date,
    wide: int,
    *,
    words: Iterable[str] = (),
) -> Line:
    """Return a contact in `wide` cells: tier, name, work, and where there is room place, touch and due.

    The words searched for (folded) are marked where they stand.
    """
    mark = line((f"{TIER_MARKS[contact.tier]} ", "accent" if contact.tier != "ambient" else "dim"))
    state = " (archived)" if contact.archived else " (paused)" if contact.paused else ""
    name = marked(line((contact.name, "strong"), (state, "dim")), words)
    place = marked(line((contact.place, "dim")), words)
    late = due is not None and due <= today
    if wide < 60:
        flag = line(("due", "warn")) if late else line()
        first = max(wide * 6 // 10, 12)
        tail: Line = ((" ", ""), *flag) if late else ()
        room = wide - 3 - first - (4 if late else 0)
        return (
            *mark,
            *fit_line(name, first),
            (" ", ""),
            *fit_line(_work(contact, room, words), max(room, 0)),
            *tail,
        )
    touched = line((ago(last, today) if last else "", "dim"))
    coming = line((ahead(due, today), "dim")) if due else line()
    when = line((f"due {ago(due, today)}", "warn")) if due and late else coming
    if wide < 100:
        first = (wide - 22) * 11 // 20
        rest = wide - 22 - first
        return (
            *mark,
            *columns([(name, first), (_work(contact, rest, words), rest), (when if late else touched, 16)]),
        )
    # Names first: they are what is looked for; the longest common ones take 24 cells.
    room = wide - (2 + 13 + 17 + 8)
    first, last_room = min(24, room * 4 // 10), min(12, room // 6)
    middle = room - first - last_room
    return (
        *mark,
        *columns(
            [
                (name, first),
                (_work(contact, middle, words), middle),
                (place, last_room),
                (touched, 13),
                (when, 17),
            ]
        ),
    )


def _work(contact: Contact, room: int, words: Iterable[str]) -> Line:
    """Return organisation and title; where too little of the title would be left, the organisation alone."""
    text = ", ".join(filter(None, (contact.organization, contact.title)))
    if contact.organization and width(text) > room < width(contact.organization) + _TITLE:
        text = contact.organization
    return marked(line((text, "dim")), words)
