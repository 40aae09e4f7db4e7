"""Whom and what an argument means, what a line does, and how answers are printed."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import click

from tui.model.network import Network
from tui.model.records import Contact, Event
from tui.opening import Trouble
from tui.rules.names import works_as
from tui.rules.phrases import count, listed
from tui.store.book import Book
from tui.view.plain import UNLIMITED, as_json

Saved = tuple[str, list[tuple[str, str]], tuple[str, ...]]
"""Of a captured line: what was done, what was understood, what was not."""


def contact_named(network: Network, name: str, now: datetime, *, data: bool) -> Contact:
    """Return the contact that a name means; several are listed, and the command ends."""
    from tui.rules.matching import find_named
    from tui.view.rows import contact_row
    from tui.view.text import choice_lines

    words = typed(name)
    match = find_named(network, words)
    found = network.contacts.get(words) or match.meant
    if found is not None:
        return found
    several = match.exact or match.begins
    if several:
        if data:
            print_data([contact_row(network, contact, now.date()) for contact in several])
        else:
            say(choice_lines(several, wide()))
        raise Trouble(
            f"“{words}” fits {count(len(several), 'person', 'people')}. Type more of the name, or the uid."
        )
    near = listed([contact.name for contact in match.alike[:3]], "or")
    raise Trouble(
        f"Nobody is called “{words}”. {f'Did you mean {near}?' if near else 'kith list shows everybody.'}"
    )


def event_named(network: Network, name: str, now: datetime) -> Event:
    """Return the event that words mean; several are listed, and the command ends."""
    from tui.rules.finding import find_events
    from tui.view.text import event_choice_lines

    words = typed(name)
    found = find_events(network, words)
    if len(found) == 1:
        return found[0]
    if found:
        say(event_choice_lines(found, now, wide()))
        raise Trouble(
            f"“{words}” fits {count(len(found), 'event')}. Type more of the name, or its date (2026-11)."
        )
    latest = sorted(network.events.values(), key=lambda it: it.start, reverse=True)[:5]
    there = (
        f"There are {listed([it.name for it in latest])}." if latest else "There are no events in this file."
    )
    raise Trouble(f"No event is called “{words}”. {there}")


def event_for_lines(network: Network, name: str | None, now: datetime) -> Event | None:
    """Return the event that captured lines join: the one named, else the one that is on; 'none' for none."""
    from tui.rules.finding import event_on, find_events

    if name is None:
        return event_on(network, now)
    if name.casefold() == "none" and not find_events(network, name):
        return None
    return event_named(network, name, now)


def save_line(book: Book, line: str, event: Event | None, now: datetime, *, new: bool) -> Saved:
    """Save a captured line; returns what was done, what was understood, and what was not."""
    from tui.actions.capture import AmbiguousName, capture, understand
    from tui.actions.interactions import Refused
    from tui.rules.capture import read_capture
    from tui.view.captured import captured

    read = read_capture(line, now)
    try:
        change = capture(book.network, read, now, event=event, new=new)
    except AmbiguousName as tie:
        there = listed([f"{it.name} ({works_as(it) or it.uid})" for it in tie.choices], "or")
        raise Trouble(
            f"“{read.name}” may be {there}: type more of the name, or --new. Nothing was saved."
        ) from None
    except Refused as reason:
        raise Trouble(f"{reason} Nothing was saved.") from None
    known = not new and understand(book.network, read, event).contact is not None
    book.commit(change)
    where = f", at {event.name}" if event else ""
    done = f"{change.words} ({'known already' if known else 'new'}{where})"
    return done, captured(read, now.date()), read.problems


def typed(text: str) -> str:
    """Return an argument as text: bytes that were no UTF-8 become question marks."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def wide() -> int:
    """Return how many cells a line may take: the terminal's, or without end where it is none."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else UNLIMITED


def say(lines: Sequence[str]) -> None:
    """Print lines for people."""
    if lines:
        click.echo("\n".join(lines))


def print_data(rows: Any) -> None:
    """Print data for programs."""
    click.echo(as_json(rows))
