"""A person as the command line prints one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from tui.model.network import Network
from tui.model.records import Contact
from tui.rules.phrases import yearly_day
from tui.view.cells import clean
from tui.view.lines import Line, paragraphs, text_of, wrapped
from tui.view.person import fact, head, heading, met_words, open_steps, rhythm, step_line, thread_of
from tui.view.timeline import timeline


def person_lines(network: Network, contact: Contact, now: datetime, wide: int) -> list[str]:
    """Return everything about one person that is not private: facts, what is open, what happened."""
    steps = open_steps(network, contact)
    thread = thread_of(network.touches_of(contact.uid))
    happened = timeline(network, contact, now, wide)
    blocks = paragraphs(
        head(contact, now, wide),
        [part for label, text in _facts(network, contact, now) for part in fact(label, text, wide)],
        [heading("Ask about"), *wrapped(thread, wide)] if thread else [],
        [heading("Open between you"), *(step_line(step, now) for step in steps)] if steps else [],
        [heading("What happened"), *happened] if happened else [],
    )
    return _plain(blocks)


def _facts(network: Network, contact: Contact, now: datetime) -> Iterator[tuple[str, str]]:
    culture = contact.culture
    days = [f"{it.label} {yearly_day(it.day, it.month, it.year)}" for it in contact.milestones]
    yield "rhythm", rhythm(network, contact, now)
    yield "email", ", ".join(contact.emails)
    yield "phone", ", ".join(contact.phones)
    yield "profile", ", ".join(contact.profiles)
    yield "met", met_words(network, contact, now)
    yield "circle", contact.circle
    yield "roles", ", ".join(contact.roles)
    yield "groups", ", ".join(contact.groups)
    yield "languages", ", ".join(contact.languages)
    yield "interests", ", ".join(contact.interests)
    yield "needs", "; ".join(contact.needs)
    yield "offers", "; ".join(contact.offers)
    yield "days", "; ".join(days)
    yield "greeting", "; ".join(filter(None, (culture.greeting, culture.notes)))
    yield "notes", contact.notes


def _plain(lines: list[Line]) -> list[str]:
    # Lines of the screen are cleaned where they are painted; here that is now.
    return [clean(text_of(spans)).rstrip() for spans in lines]
