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
    from tui.rules.matching.named import find_named
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
    """Return the event that words mean, of several the only one to come; others are listed, the command ends."""
    from tui.rules.matching.events import find_events, meant

    found = find_events(network, typed(name))
    return meant(found, now) or _only(network, typed(name), found, now)


def _only(network: Network, words: str, found: list[Event], now: datetime) -> Event:
    from tui.view.text import event_choice_lines

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
    """Return the event that captured lines join: the one named, else the one that is on; 'none' for none.

    Of several nothing is guessed here: a line may be about the last one as well as about the next.
    """
    from tui.rules.matching.events import event_on, find_events

    if name is None:
        return event_on(network, now)
    words = typed(name)
    found = find_events(network, words)
    if name.casefold() == "none" and not found:
        return None
    return _only(network, words, found, now)


def save_line(book: Book, line: str, event: Event | None, now: datetime, *, new: bool) -> Saved:
    """Save a captured line; returns what was done, what was understood, and what was not."""
    from tui.actions.capture import AmbiguousName, capture, understand
    from tui.actions.interactions import Refused
    from tui.rules.capture.line import read_capture
    from tui.rules.moments import starts
    from tui.view.captured import captured

    read = read_capture(line, now, book.network.settings.date_order)
    known = None if new else understand(book.network, read, event).contact
    try:
        change = capture(book.network, read, now, event=event, new=new)
    except AmbiguousName as tie:
        there = listed([_told_apart(it) for it in tie.choices], "or")
        raise Trouble(
            f"“{read.name}” may be {there}: put the uid in place of the name, or add --new. Nothing was saved."
        ) from None
    except Refused as reason:
        raise Trouble(f"{reason} Nothing was saved.") from None
    ahead = event is not None and starts(event, now) > now
    fields = captured(read, now.date(), known=known, ahead=ahead)
    book.commit(change)
    where = f", {'expected ' if ahead else ''}at {event.name}" if event else ""
    done = f"{change.words} ({'known already' if known else 'new'}{where})"
    return done, fields, read.problems


def _told_apart(contact: Contact) -> str:
    return f"{contact.name} ({', '.join(filter(None, (works_as(contact), f'uid {contact.uid}')))})"


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
