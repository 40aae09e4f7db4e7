"""What lies between you and somebody as a list to put right: what is open, then what happened."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

import msgspec

from tui.model.network import Network
from tui.model.records import Contact, FollowUp, Interaction
from tui.rules.phrases import short_day
from tui.rules.touches import depth_words
from tui.view.lines import Line, ends, line
from tui.view.person import open_steps

STEP_WORDS = {"promise": "you promised", "waiting": "they promised", "follow_up": "next step"}
"""Whose a promise or step is, in words."""
_CLOSED = {"done": "kept", "dropped": "let go"}


class Happened(msgspec.Struct, frozen=True):
    """One row: an interaction, or a promise or step."""

    key: str
    """Names the row in the list."""
    record: Interaction | FollowUp
    """What it shows."""

    @property
    def is_open(self) -> bool:
        """Whether it is a promise or step that still stands."""
        return isinstance(self.record, FollowUp) and self.record.status == "open"


def history(network: Network, contact: Contact) -> tuple[Happened, ...]:
    """Return what is open with somebody, soonest first, and then what happened, newest first."""
    opened = [Happened(f"step {step.uid}", step) for step in open_steps(network, contact)]
    return (*opened, *sorted(_past(network, contact), key=_day, reverse=True))


def history_lines(network: Network, row: Happened, contact: str, now: datetime, wide: int) -> Sequence[Line]:
    """Return a row on two lines: what it is and when; what it says."""
    record, today = row.record, now.date()
    if isinstance(record, FollowUp):
        when = f"by {short_day(record.due, today)}" if record.due else "no fixed day"
        state = "" if row.is_open else f", {_CLOSED[record.status]}"
        if not row.is_open:
            when = short_day(_day(row), today)
        late = row.is_open and record.due is not None and record.due < today
        mark = "!" if row.is_open else "✓" if record.status == "done" else "×"
        head = line((f"{mark} ", "accent"), (f"{STEP_WORDS[record.kind]}{state}", "strong"))
        return ends(head, line((when, "warn" if late else "dim")), wide), line(f"  {record.text or 'write'}")
    how = f"tried: {record.channel}" if record.attempt else record.channel
    others = [
        network.contacts[uid].name for uid in record.contacts if uid != contact and uid in network.contacts
    ]
    beside = ", ".join(
        filter(None, (f"with {', '.join(others)}" if others else "", depth_words(record.depth)))
    )
    head = line(
        ("○ " if record.attempt else "● ", "accent"),
        (how, "strong"),
        (f"  {beside}" if beside else "", "dim"),
    )
    words = record.summary or record.ask_next or record.gave or record.received
    return ends(head, line((short_day(record.day, today), "dim")), wide), line((f"  {words}", "dim"))


def _past(network: Network, contact: Contact) -> Iterator[Happened]:
    for touch in network.interactions_of(contact.uid):
        yield Happened(f"touch {touch.uid}", touch)
    for step in network.follow_ups_of(contact.uid):
        if step.status != "open":
            yield Happened(f"step {step.uid}", step)


def _day(row: Happened) -> date:
    record = row.record
    if isinstance(record, Interaction):
        return record.day
    return record.closed or record.due or record.made or date.min
