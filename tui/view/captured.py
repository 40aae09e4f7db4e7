"""What a capture line was understood to say, field by field, as it will be saved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tui.model.records import Contact
from tui.rules.capture.line import Capture, Promise
from tui.rules.matching.meant import contradiction, elsewhere
from tui.rules.phrases import ahead as far
from tui.rules.phrases import short_day
from tui.rules.touches import depth_words
from tui.view.cells import clean


def captured(
    capture: Capture, today: date, *, known: Contact | None = None, ahead: bool = False
) -> list[tuple[str, str]]:
    """Return pairs of label and text, in the order of a contact's card; what was not said is left out.

    Args:
        capture: What was typed.
        today: The user's date.
        known: Who it is about, if known before: what contradicts their work is said to go to the notes.
        ahead: True if it belongs to an event that has not begun: nobody has talked yet.
    """
    fields = (*_who(capture, known), *_fields(capture, today, ahead=ahead))
    return [(label, clean(text)) for label, text in fields if text.strip()]


def _who(capture: Capture, known: Contact | None) -> Iterator[tuple[str, str]]:
    yield "name", known.name if known is not None else capture.name
    other = contradiction(known, capture) if known is not None else ""
    if known is None or not other:
        yield "works at", capture.organization
        yield "as", capture.title
        return
    kept = f"already; “{other}” goes to the notes"
    if elsewhere(known, capture):
        yield "works at", f"{known.organization} {kept}"
    else:
        yield "works at", capture.organization
        yield "as", f"{known.title} {kept}"


def _fields(capture: Capture, today: date, *, ahead: bool) -> Iterator[tuple[str, str]]:
    yield "interests", ", ".join(capture.interests)
    yield "to talk about" if ahead else "talked about", capture.talk
    for promise in capture.promises:
        yield "you promised", _promised(promise, today)
    for promise in capture.their_promises:
        yield "they promised", _promised(promise, today)
    for need in capture.needs:
        yield "needs", need
    for offer in capture.offers:
        yield "offers", offer
    if capture.follow_up:
        yield "write", _dated(capture.follow_up, today)
    yield "through", capture.introduced_by
    yield "tier", capture.tier
    depth = depth_words(capture.depth)
    yield "depth", f"{depth}, kept in the notes" if ahead and depth else depth
    yield "email", ", ".join(capture.emails)
    yield "phone", ", ".join(capture.phones)
    yield "profile", ", ".join(capture.profiles)
    yield "notes", capture.notes


def _promised(promise: Promise, today: date) -> str:
    return f"{promise.text}, by {short_day(promise.due, today)}" if promise.due else promise.text


def _dated(day: date, today: date) -> str:
    return f"{short_day(day, today)}, {far(day, today)}"
