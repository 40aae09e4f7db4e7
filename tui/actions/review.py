"""The weekly review: which of its parts were looked through this week."""

from __future__ import annotations

from datetime import datetime

import msgspec

from tui.model.change import Change, Edits
from tui.model.network import Network
from tui.rules.queue.review import PARTS, Part, done_parts, monday_of

_WORDS: dict[Part, str] = {
    "promises": "the promises of the week",
    "people": "whom to write to without a reason",
    "events": "the events to prepare",
    "triage": "who came in bulk",
}


def tick(network: Network, part: Part, now: datetime) -> Change:
    """Return the Change that remembers a part of this week's review as looked through, or takes that back."""
    done = set(done_parts(network.meta, now.date()))
    ticked = part not in done
    words = f"{'Looked through' if ticked else 'To be looked through again'}: {_WORDS[part]}"
    return _remembered(network, done ^ {part}, now, words)


def begin(network: Network, now: datetime) -> Change:
    """Return the Change that begins this week's review; nothing where it was begun. It is no step to undo."""
    return _remembered(network, set(done_parts(network.meta, now.date())), now, "Began the weekly review")


def pass_over(network: Network, now: datetime) -> Change:
    """Return the Change that leaves this week's review be: it does not offer itself again before the next."""
    return _remembered(network, set(PARTS), now, "Left this week's review be")


def _remembered(network: Network, parts: set[Part], now: datetime, words: str) -> Change:
    edits = Edits(network)
    done = tuple(part for part in PARTS if part in parts)
    edits.put(msgspec.structs.replace(network.meta, review=monday_of(now.date()), reviewed=done))
    return edits.change(words)
