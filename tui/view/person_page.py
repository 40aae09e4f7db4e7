"""Everything about one person on a page: the glance, how you met, what went to and fro, notes, words, timeline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from tui.model.network import Network
from tui.model.records import Contact, Milestone
from tui.rules.names import first_name
from tui.rules.phrases import ahead, count, listed, short_day, yearly_day
from tui.rules.queue.sources import occurs
from tui.rules.ties import chain, introduced
from tui.view.lines import Line, line, paragraphs, wrapped
from tui.view.next_step import next_step
from tui.view.person import fact, glance, heading
from tui.view.timeline import moments, timeline_lines

_SAY = 3
"""Things to say shown at once."""
_LATEST = 14
"""Entries of the timeline shown beside the list; the history has all of them."""
_EXCHANGED = 3
"""Things given and received that are named; the history has the others."""
_NAMES = 6
"""People named of those whom somebody introduced."""


def person_page(
    network: Network,
    contact: Contact,
    now: datetime,
    wide: int,
    *,
    page: int | None = 0,
    private: bool = False,
) -> list[Line]:
    """Return the page in `wide` cells; private notes only where asked for.

    What could be said comes page by page; None leaves it out: among 30,000 people it takes 0.1 s to find.
    """
    notes = contact.notes.strip()
    return paragraphs(
        glance(network, contact, now, wide, after=_next(network, contact, now, wide)),
        _ties(network, contact, wide),
        _exchanged(network, contact, now.date(), wide),
        _milestones(contact, now.date(), wide),
        _reached(contact, wide),
        _culture(contact, wide),
        [heading("Notes"), *wrapped(notes, wide)] if notes else [],
        _alone(contact, wide, private=private),
        _sayings(network, contact, now, wide, page) if page is not None else [],
        _timeline(network, contact, now, wide),
    )


def _next(network: Network, contact: Contact, now: datetime, wide: int) -> list[Line]:
    what, why = next_step(network, contact, now)
    lines = [heading("Next"), *wrapped(what, wide)]
    return [*lines, *wrapped(why, wide, "dim")] if why else lines


def _ties(network: Network, contact: Contact, wide: int) -> list[Line]:
    """Return the chain that led to somebody, the nearest first, and whom they introduced, with the key to each."""
    through = [it.name for it in chain(network, contact)]
    onward = [it.name for it in introduced(network, contact)]
    named = listed([*onward[:_NAMES], *([f"{len(onward) - _NAMES} more"] if len(onward) > _NAMES else [])])
    lines: list[Line] = []
    if through:
        lines += fact("< through", " ← ".join(through), wide)
    if onward:
        lines += fact("> led to", named, wide)
    return lines


def _exchanged(network: Network, contact: Contact, today: date, wide: int) -> list[Line]:
    """Return what you gave and received, in words, the latest first."""
    gave, received = _given(network, contact, today), _received(network, contact, today)
    lines = [*_several("you gave", gave, wide), *_several("received", received, wide)]
    return [heading("To and fro"), *lines] if lines else []


def _several(label: str, things: Sequence[tuple[date, str]], wide: int) -> list[Line]:
    latest = sorted(things, key=lambda it: it[0], reverse=True)
    shown = [text for _, text in latest[:_EXCHANGED]]
    if len(latest) > _EXCHANGED:
        shown.append(f"and {count(len(latest) - _EXCHANGED, 'thing', 'things')} more")
    return [
        part for number, text in enumerate(shown) for part in fact(label if not number else "", text, wide)
    ]


def _given(network: Network, contact: Contact, today: date) -> list[tuple[date, str]]:
    found = [
        (it.day, f"{it.gave}, {short_day(it.day, today)}")
        for it in network.interactions_of(contact.uid)
        if it.gave and not it.attempt
    ]
    for share in network.shares.values():
        found += [
            (sent.day, f"{share.title or share.url}, {short_day(sent.day, today)}")
            for sent in share.sent
            if sent.contact == contact.uid
        ]
    for it in network.introductions_of(contact.uid):
        other = network.contacts.get(it.second if it.first == contact.uid else it.first)
        day = it.steps[-1].day if it.steps else it.added
        if it.status in ("introduced", "came of it") and other is not None and day is not None:
            found.append((day, f"an introduction to {other.name}, {short_day(day, today)}"))
    return found


def _received(network: Network, contact: Contact, today: date) -> list[tuple[date, str]]:
    found = [
        (it.day, f"{it.received}, {short_day(it.day, today)}")
        for it in network.interactions_of(contact.uid)
        if it.received and not it.attempt
    ]
    for other in introduced(network, contact):
        day = other.met_day or other.added
        if day is not None:
            found.append((day, f"an introduction to {other.name}, {short_day(day, today)}"))
    return found


def _milestones(contact: Contact, today: date, wide: int) -> list[Line]:
    if not contact.milestones:
        return []
    days = sorted(contact.milestones, key=lambda it: (occurs(it, today) or date.max, it.label))
    quiet = " (kept quiet)" if contact.muted_milestones else ""
    return [
        part
        for number, it in enumerate(days)
        for part in fact("days" if not number else "", _milestone(it, today) + quiet, wide)
    ]


def _milestone(it: Milestone, today: date) -> str:
    day = occurs(it, today)
    if day is None:
        return f"{it.label}, {yearly_day(it.day, it.month, it.year)}"
    # What began in a year is counted from the first time that it comes round.
    years = day.year - it.year if it.year and not it.once else 0
    return f"{it.label}, {short_day(day, today)}, {ahead(day, today)}" + (
        f" ({count(years, 'year')})" if years > 0 else ""
    )


def _reached(contact: Contact, wide: int) -> list[Line]:
    named = (("email", contact.emails), ("phone", contact.phones), ("profile", contact.profiles))
    facts = [
        part
        for label, addresses in named
        for number, address in enumerate(addresses)
        for part in fact(label if number == 0 else "", address, wide)
    ]
    return [
        *facts,
        *fact("languages", ", ".join(contact.languages), wide),
        *fact("industry", contact.industry, wide),
        *fact("groups", ", ".join(contact.groups), wide),
        *fact("roles", ", ".join(contact.roles), wide),
    ]


def _culture(contact: Contact, wide: int) -> list[Line]:
    known = contact.culture
    order = f"{known.name_order}: {contact.name}" if known.name_order else ""
    lines = [
        *fact("greeting", known.greeting, wide),
        *fact("name", order, wide),
        *fact("know", known.notes, wide),
    ]
    return [heading(f"Meeting {first_name(contact)}"), *lines] if lines else []


def _alone(contact: Contact, wide: int, *, private: bool) -> list[Line]:
    """Return private notes, or that there are some."""
    notes = contact.private_notes.strip()
    if not notes:
        return []
    if not private:
        return [line(("Private notes", "heading"), ("  hidden; v shows it", "dim"))]
    return [heading("Private notes", "v hides it", wide), *wrapped(notes, wide)]


def _sayings(network: Network, contact: Contact, now: datetime, wide: int, page: int) -> list[Line]:
    from tui.rules.starters import starters  # 0.1 s to load, and the list does without

    said = starters(network, contact, now, page=page)[:_SAY]
    words = [part for it in said for part in wrapped(f"“{it.text}”", wide, indent=" ")]
    return [heading("You could say", "o shows others", wide), *words] if said else []


def _timeline(network: Network, contact: Contact, now: datetime, wide: int) -> list[Line]:
    found = moments(network, contact)
    if not found:
        return []
    more = f"h shows all {len(found)}" if len(found) > _LATEST else "h shows and corrects it"
    return [
        heading("Timeline", more, wide),
        *timeline_lines(found[:_LATEST], now, wide),
    ]
