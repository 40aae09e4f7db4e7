"""What became of a starter: used, worked, pinned; and your own words, for a person or for the room of an event.

Each returns a Change. A starter is known by its kind and the fact it rests on, since the sentence around the
fact changes from day to day; an opener and your own words are known by their text.
"""

from __future__ import annotations

from typing import TypeVar

import msgspec

from tui.model.change import Change, Edits
from tui.model.network import Network
from tui.model.records import Contact, Event, Starter, StarterState
from tui.model.text import one_line
from tui.rules.phrases import clipped
from tui.rules.starters.suggestion import Suggestion, fact_of

Holder = TypeVar("Holder", Contact, Event)
"""Who a starter is for: a person, or everybody at an event."""

_SHOWN = 40
"""Characters of a starter that are shown in the words of a Change."""


def mark_used(
    network: Network, holder: Holder, suggestion: Suggestion, *, event: str | None = None
) -> Change:
    """Return the Change after which a starter isn't offered again; `event` (uid) is where it was said."""
    return _marked(network, holder, suggestion, "used", event=event, words=f"Said {_to(holder)} {{}}: “{{}}”")


def mark_worked(
    network: Network, holder: Holder, suggestion: Suggestion, *, event: str | None = None
) -> Change:
    """Return the Change that notes that a starter led somewhere, so that its kind rises with everybody."""
    return _marked(
        network, holder, suggestion, "worked", event=event, words=f"Worked well {_with(holder)} {{}}: “{{}}”"
    )


def mark_unused(network: Network, holder: Holder, suggestion: Suggestion) -> Change:
    """Return the Change that offers a starter again."""
    kept: tuple[Starter, ...] = tuple(
        it for it in holder.starters if not (it.state in ("used", "worked") and _same(it, suggestion))
    )
    return _put(
        network, holder, kept, f"Offering again to {holder.name}: “{clipped(suggestion.text, _SHOWN)}”"
    )


def pin(network: Network, holder: Holder, suggestion: Suggestion, *, event: str | None = None) -> Change:
    """Return the Change that puts a starter first until it is used; its words stay as they are now."""
    return _marked(network, holder, suggestion, "pinned", event=event, words="Pinned for {}: “{}”")


def unpin(network: Network, holder: Holder, suggestion: Suggestion) -> Change:
    """Return the Change that lets a pinned starter go back among the others; your own words stay yours."""
    kept: list[Starter] = []
    for it in holder.starters:
        if it.state != "pinned" or not _same(it, suggestion):
            kept.append(it)
        elif it.kind == "own":
            kept.append(msgspec.structs.replace(it, state="own"))
    return _put(
        network, holder, tuple(kept), f"Unpinned for {holder.name}: “{clipped(suggestion.text, _SHOWN)}”"
    )


def write_own(
    network: Network,
    holder: Holder,
    text: str,
    *,
    depth: int = 1,
    because: str = "",
    event: str | None = None,
) -> Change:
    """Return the Change that keeps your own words as a starter; with `event` (uid) for that event only.

    Raises:
        ValueError: if there are no words.
    """
    words = one_line(text)
    if not words:
        raise ValueError("Type what you want to say or ask.")
    own = Starter(text=words, because=one_line(because), kind="own", depth=min(max(depth, 1), 3), event=event)
    kept: tuple[Starter, ...] = tuple(it for it in holder.starters if it.text != words)
    return _put(network, holder, (*kept, own), f"Noted for {holder.name}: “{clipped(words, _SHOWN)}”")


def remove_own(network: Network, holder: Holder, text: str) -> Change:
    """Return the Change that removes your own words, pinned or not."""
    kept = tuple(
        it
        for it in holder.starters
        if not (it.text == text and it.kind == "own" and it.state in ("own", "pinned"))
    )
    return _put(network, holder, kept, f"Removed for {holder.name}: “{clipped(text, _SHOWN)}”")


def _marked(
    network: Network,
    holder: Holder,
    suggestion: Suggestion,
    state: StarterState,
    *,
    event: str | None,
    words: str,
) -> Change:
    """Put a starter in a state; what was known of the same one before is replaced."""
    marked = Starter(
        text=suggestion.text,
        because=suggestion.because,
        kind=suggestion.kind,
        depth=suggestion.depth,
        state=state,
        event=event,
    )
    kept: tuple[Starter, ...] = tuple(it for it in holder.starters if not _same(it, suggestion))
    said = words.format(holder.name, clipped(suggestion.text, _SHOWN))
    return _put(network, holder, (*kept, marked), said)


def _to(holder: Contact | Event) -> str:
    return "at" if isinstance(holder, Event) else "to"


def _with(holder: Contact | Event) -> str:
    return "at" if isinstance(holder, Event) else "with"


def _same(starter: Starter, suggestion: Suggestion) -> bool:
    return starter.text == suggestion.text or (
        starter.kind != "own"
        and fact_of(starter.kind, starter.because, starter.text)
        == fact_of(suggestion.kind, suggestion.because, suggestion.text)
    )


def _put(network: Network, holder: Holder, starters: tuple[Starter, ...], words: str) -> Change:
    edits = Edits(network)
    edits.put(msgspec.structs.replace(holder, starters=starters))
    return edits.change(words)
