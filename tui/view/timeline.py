"""A contact's timeline: touches, events, promises and introductions, newest first, grouped by month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import chain, groupby, repeat
from typing import Literal

import msgspec

from tui.model.network import Network
from tui.model.records import Contact, Interaction
from tui.rules.phrases import month_of, short_day
from tui.rules.ties import introducer
from tui.rules.touches import depth_words
from tui.view.lines import BLANK, Line, line, wrapped

Kind = Literal["touches", "promises", "events", "introductions", "shares", "notes", "began"]
KINDS: tuple[Kind, ...] = ("touches", "promises", "events", "introductions", "shares", "notes")
"""What a timeline can be narrowed to; a note is a touch with words about that person alone."""


class Moment(msgspec.Struct, frozen=True):
    """One entry of a timeline."""

    day: date
    """Day it happened."""
    glyph: str
    """What kind of entry it is, in one character."""
    what: str
    """What kind of entry it is, in words."""
    text: str
    """What happened."""
    more: tuple[str, ...] = ()
    """Further lines: what was given, received, to ask next time."""
    kind: Kind = "touches"
    """What it counts as when the timeline is narrowed."""
    record: str = ""
    """The record (uid) that it is of."""


def moments(network: Network, contact: Contact) -> list[Moment]:
    """Return everything that happened with somebody, newest first."""
    found = [
        *_touches(network, contact),
        *_events(network, contact),
        *_steps(network, contact),
        *_introductions(network, contact),
        *_shares(network, contact),
        *_began(network, contact),
    ]
    return sorted(found, key=lambda it: it.day, reverse=True)


def timeline(network: Network, contact: Contact, now: datetime, wide: int) -> list[Line]:
    """Return the whole timeline as lines."""
    return timeline_lines(moments(network, contact), now, wide)


def month_line(day: date, today: date) -> Line:
    """Return the heading of a month, with the year where it is another."""
    return line((month_of(day, today), "dim"))


def timeline_lines(entries: Sequence[Moment], now: datetime, wide: int) -> list[Line]:
    """Return some entries of a timeline as lines, grouped by month."""
    today = now.date()
    lines: list[Line] = []
    for _, entries_of_month in groupby(entries, lambda it: (it.day.year, it.day.month)):
        group = list(entries_of_month)
        if lines:
            lines.append(BLANK)
        lines.append(month_line(group[0].day, today))
        for entry in group:
            when = wrapped(f"{short_day(entry.day, today)}, {entry.what}", wide - 2, "dim")
            signs = chain((f"{entry.glyph} ",), repeat("  "))
            lines.extend(((sign, "accent"), *part) for sign, part in zip(signs, when, strict=False))
            for text in (entry.text, *entry.more):
                if text:
                    lines.extend((("  ", ""), *part) for part in wrapped(text, wide - 2))
    return lines


def _touches(network: Network, contact: Contact) -> Iterator[Moment]:
    for it in network.interactions_of(contact.uid):
        others = [
            network.contacts[uid].name
            for uid in it.contacts
            if uid != contact.uid and uid in network.contacts
        ]
        event = network.events.get(it.event or "")
        what = ", ".join(
            filter(
                None,
                (
                    f"tried: {it.channel}" if it.attempt else it.channel,
                    f"at {event.name}" if event else "",
                    f"with {', '.join(others)}" if others else "",
                    depth_words(it.depth),
                ),
            )
        )
        yield Moment(
            it.day, "○" if it.attempt else "●", what, it.summary, tuple(_rest(it, contact)), record=it.uid
        )


def _rest(it: Interaction, contact: Contact) -> Iterator[str]:
    yield from (note.text for note in it.notes if note.contact == contact.uid)
    if it.gave:
        yield f"gave: {it.gave}"
    if it.received:
        yield f"received: {it.received}"
    if it.ask_next:
        yield f"ask next time: {it.ask_next}"


def _events(network: Network, contact: Contact) -> Iterator[Moment]:
    words = {"expected": "expected", "met": "met there", "not met": "not met there", "later": "for later"}
    for event in network.events_of(contact.uid):
        seat = next(person for person in event.people if person.contact == contact.uid)
        if not any(it.event == event.uid for it in network.interactions_of(contact.uid)):
            yield Moment(event.start, "◇", words[seat.outcome], event.name, kind="events", record=event.uid)


def _steps(network: Network, contact: Contact) -> Iterator[Moment]:
    words = {"promise": "you promised", "waiting": "they promised", "follow_up": "next step"}
    for step in network.follow_ups_of(contact.uid):
        day = step.made or step.due
        if day is None:
            continue
        state = {"open": "", "done": ", kept", "dropped": ", dropped"}[step.status]
        if step.kind == "follow_up" and step.status == "done":
            state = ", done"
        glyph = "✓" if step.status == "done" else "!"
        yield Moment(day, glyph, words[step.kind] + state, step.text, kind="promises", record=step.uid)


def _introductions(network: Network, contact: Contact) -> Iterator[Moment]:
    for it in network.introductions_of(contact.uid):
        other = network.contacts.get(it.second if it.first == contact.uid else it.first)
        day = it.steps[-1].day if it.steps else it.added
        if other is not None and day is not None:
            text = f"with {other.name}: {it.reason}".rstrip(": ")
            yield Moment(day, "⇄", f"introduction: {it.status}", text, kind="introductions", record=it.uid)


def _shares(network: Network, contact: Contact) -> Iterator[Moment]:
    for share in network.shares.values():
        for sent in share.sent:
            if sent.contact == contact.uid:
                more = (share.why,) if share.why else ()
                text = share.title or share.url
                yield Moment(sent.day, "↗", "you shared", text, more, kind="shares", record=share.uid)


def _began(network: Network, contact: Contact) -> Iterator[Moment]:
    """Yield the day you met, where no event or touch of that day says so already."""
    day = contact.met_day
    if day is None or contact.met_event in {event.uid for event in network.events_of(contact.uid)}:
        return
    if not any(touch.day == day for touch in network.touches_of(contact.uid)):
        through = introducer(network, contact)
        words = f"through {through.name}" if through else ""
        text = ", ".join(filter(None, (contact.met_note, words)))
        yield Moment(day, "◆", "you met", text, kind="began")
