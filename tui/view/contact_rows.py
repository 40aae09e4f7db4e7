"""A contact on one line of a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from tui.model.records import Contact
from tui.rules.phrases import ago, ahead, clipped
from tui.rules.search.completions import Completion
from tui.rules.search.query import Order, Query
from tui.view.cells import clean, width
from tui.view.lines import Line, Span, columns, fit_line, line, line_width
from tui.view.marked import marked as found_in

TIER_MARKS = {"inner": "◉", "close": "●", "active": "◐", "wide": "○", "ambient": "·"}
"""A mark for each tier, the closer the fuller."""

_ORDERS: dict[Order, str] = {
    "": "",
    "name": " by name",
    "touch": " by last touch",
    "due": " by due day",
    "tier": " by tier",
    "met": " by day met",
}

_NAME = 60
"""Characters shown of what was looked for."""
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
    marked: bool = False,
) -> Line:
    """Return a contact in `wide` cells: tier, name, work, and where there is room place, touch and due.

    The words searched for (folded) are set off where they stand. On somebody `marked` a tick stands in place
    of the tier.
    """
    mark = (
        line(("✓ ", "accent"))
        if marked
        else line((f"{TIER_MARKS[contact.tier]} ", "accent" if contact.tier != "ambient" else "dim"))
    )
    state = " (archived)" if contact.archived else " (paused)" if contact.paused else ""
    name = found_in(line((contact.name, "strong"), (state, "dim")), words)
    place = found_in(line((contact.place, "dim")), words)
    late = due is not None and due <= today
    if wide < 60:
        flag = line(("due", "warn")) if late else line()
        first = max(wide * 6 // 10, 12)
        tail: Line = ((" ", ""), *flag) if late else ()
        room = max(wide - 3 - first - (4 if late else 0), 0)
        beside = _work(contact, room, words)
        if state and line_width(name) > first:
            # That somebody is archived tells more than where they work.
            name, beside = found_in(line((contact.name, "strong")), words), line((state.strip(" ()"), "dim"))
        return (*mark, *fit_line(name, first), (" ", ""), *fit_line(beside, room), *tail)
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


def found_line(found: str, order: Order, marked: int, offers: Sequence[Completion], wide: int) -> Line:
    """Return how many were found and marked, in which order, and what the last word could become."""
    ticked: list[Span] = [(f"  ✓ {marked:,} marked", "accent")] if marked else []
    spans: list[Span] = [(f"{found}{_ORDERS[order]}", "dim"), *ticked]
    if line_width(tuple(spans)) > wide:
        spans = [(found, "dim"), *ticked]
    left = wide - line_width(tuple(spans))
    for number, offer in enumerate(offers):
        many = f" {offer.count:,}" if offer.count else ""
        room = width(f"{offer.word}{many}") + 3
        if room > left:
            break
        left -= room
        spans += [("   ", ""), (offer.word, "accent" if number == 0 else ""), (many, "dim")]
    return tuple(spans)


def nobody_found(query: Query, typed: str) -> str:
    """Return what stands in a list without anybody: what to do next with what was typed."""
    name = clipped(clean(typed), _NAME)
    if name and query.is_somebody:
        by_form = "; in the list, n opens the form with it" if query.is_name else ""
        return f"Nobody found.\n\nenter adds “{name}”{by_form}."
    if name:
        return "Nobody found. ? lists the filters; escape shows everybody."
    return "Nobody here yet.\n\na adds somebody in one line, n in a form; ctrl+o imports your connections."


def _work(contact: Contact, room: int, words: Iterable[str]) -> Line:
    """Return organisation and title; where too little of the title would be left, the organisation alone."""
    text = ", ".join(filter(None, (contact.organization, contact.title)))
    if contact.organization and width(text) > room < width(contact.organization) + _TITLE:
        text = contact.organization
    return found_in(line((text, "dim")), words)
