"""What lies between you and somebody as a list: what is open, then everything that happened, by month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import groupby

import msgspec

from tui.model.network import Network
from tui.model.records import Contact, FollowUp, Interaction
from tui.rules.phrases import month_of, short_day
from tui.rules.touches import depth_words
from tui.view.lines import Line, ends, line
from tui.view.person import open_steps
from tui.view.timeline import Kind, Moment, moments

STEP_WORDS = {"promise": "you promised", "waiting": "they promised", "follow_up": "next step"}
"""Whose a promise or step is, in words."""
_CLOSED = {"done": "kept", "dropped": "let go"}


class Happened(msgspec.Struct, frozen=True):
    """One row: an interaction, a promise or step, or anything else of the timeline."""

    key: str
    """Names the row in the list."""
    record: Interaction | FollowUp | None = None
    """What it shows and what can be put right here."""
    moment: Moment | None = None
    """What it shows that is put right elsewhere: an event, an introduction, something shared."""

    @property
    def is_open(self) -> bool:
        """Whether it is a promise or step that still stands."""
        return isinstance(self.record, FollowUp) and self.record.status == "open"

    @property
    def day(self) -> date:
        """The day under which it stands."""
        if self.moment is not None:
            return self.moment.day
        if isinstance(self.record, Interaction):
            return self.record.day
        step = self.record
        return (step.closed or step.due or step.made or date.min) if step is not None else date.min


def history(network: Network, contact: Contact, kind: Kind | None = None) -> tuple[Happened, ...]:
    """Return what is open with somebody, soonest first, and then what happened, newest first.

    With a kind, that alone.
    """
    steps = open_steps(network, contact) if kind in (None, "promises") else []
    opened = [Happened(f"step {step.uid}", step) for step in steps]
    past = sorted(_past(network, contact, kind), key=lambda row: row.day, reverse=True)
    return (*opened, *past)


def headings(rows: Sequence[Happened], today: date) -> dict[int, Line]:
    """Return what stands above some rows: what is open, then each month, the newest first."""
    opened = sum(row.is_open for row in rows)
    found: dict[int, Line] = {0: line(("Open between you", "heading"))} if opened else {}
    at = opened
    for _, group in groupby(rows[opened:], lambda row: (row.day.year, row.day.month)):
        month = list(group)
        said = month_of(month[0].day, today) if month[0].day != date.min else "Some day"
        found[at] = line((said, "heading"))
        at += len(month)
    return found


def history_lines(network: Network, row: Happened, contact: str, now: datetime, wide: int) -> Sequence[Line]:
    """Return a row on two lines: what it is and when; what it says."""
    record, today = row.record, now.date()
    if isinstance(record, FollowUp):
        return _step_lines(row, record, today, wide)
    if record is None:
        shown = row.moment
        if shown is None:
            return ()
        head = line((f"{shown.glyph} ", "accent"), (shown.what, "strong"))
        said = " ".join((shown.text, *shown.more))
        return ends(head, line((short_day(shown.day, today), "dim")), wide), line((f"  {said}", "dim"))
    how = f"tried: {record.channel}" if record.attempt else record.channel
    others = [
        network.contacts[uid].name for uid in record.contacts if uid != contact and uid in network.contacts
    ]
    event = network.events.get(record.event or "")
    beside = ", ".join(
        filter(
            None,
            (
                f"at {event.name}" if event else "",
                f"with {', '.join(others)}" if others else "",
                depth_words(record.depth),
            ),
        )
    )
    head = line(
        ("○ " if record.attempt else "● ", "accent"),
        (how, "strong"),
        (f"  {beside}" if beside else "", "dim"),
    )
    own = next((note.text for note in record.notes if note.contact == contact), "")
    words = "; ".join(filter(None, (record.summary, own))) or _rest(record)
    return ends(head, line((short_day(record.day, today), "dim")), wide), line((f"  {words}", "dim"))


def _rest(record: Interaction) -> str:
    said = (("ask next time: ", record.ask_next), ("gave: ", record.gave), ("received: ", record.received))
    return next((head + text for head, text in said if text), "")


def _step_lines(row: Happened, step: FollowUp, today: date, wide: int) -> Sequence[Line]:
    late = row.is_open and step.due is not None and step.due < today
    when = f"{'was for' if late else 'by'} {short_day(step.due, today)}" if step.due else "no fixed day"
    state = "" if row.is_open else f", {_CLOSED[step.status]}"
    if not row.is_open:
        when = short_day(row.day, today)
    mark = "!" if row.is_open else "✓" if step.status == "done" else "×"
    head = line((f"{mark} ", "accent"), (f"{STEP_WORDS[step.kind]}{state}", "strong"))
    return ends(head, line((when, "warn" if late else "dim")), wide), line(f"  {step.text or 'write'}")


def _past(network: Network, contact: Contact, kind: Kind | None) -> Iterator[Happened]:
    if kind in (None, "touches", "notes"):
        for touch in network.interactions_of(contact.uid):
            if kind != "notes" or any(note.contact == contact.uid for note in touch.notes):
                yield Happened(f"touch {touch.uid}", touch)
    if kind in (None, "promises"):
        for step in network.follow_ups_of(contact.uid):
            if step.status != "open":
                yield Happened(f"step {step.uid}", step)
    for it in moments(network, contact):
        if it.kind not in ("touches", "promises") and kind in (None, it.kind):
            yield Happened(f"{it.kind} {it.record} {it.day}", moment=it)
