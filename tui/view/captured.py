"""What a capture line was understood to say, field by field, as it will be saved."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tui.rules.capture import Capture, Promise
from tui.rules.phrases import ahead, short_day
from tui.rules.touches import depth_words
from tui.view.cells import clean


def captured(capture: Capture, today: date) -> list[tuple[str, str]]:
    """Return pairs of label and text, in the order of a contact's card; what was not said is left out."""
    return [(label, clean(text)) for label, text in _fields(capture, today) if text.strip()]


def _fields(capture: Capture, today: date) -> Iterator[tuple[str, str]]:
    yield "name", capture.name
    yield "works at", capture.organization
    yield "as", capture.title
    yield "interests", ", ".join(capture.interests)
    yield "talked about", capture.talk
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
    yield "depth", depth_words(capture.depth)
    yield "email", ", ".join(capture.emails)
    yield "phone", ", ".join(capture.phones)
    yield "profile", ", ".join(capture.profiles)
    yield "notes", capture.notes


def _promised(promise: Promise, today: date) -> str:
    return f"{promise.text}, by {short_day(promise.due, today)}" if promise.due else promise.text


def _dated(day: date, today: date) -> str:
    return f"{short_day(day, today)}, {ahead(day, today)}"
