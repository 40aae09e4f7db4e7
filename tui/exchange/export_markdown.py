"""Contacts as Markdown (CommonMark): one person as a page with what happened, several as an address book.

Words of the file are escaped, so that nothing in them is a heading, a link or a picture. Private notes, and
what was said with one person alone, are not on the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from tui.exchange.export_csv import said_milestone
from tui.exchange.markdown import escaped, plain
from tui.model.network import Network
from tui.model.records import Contact, Interaction
from tui.rules.cadence import last_touch, next_due
from tui.rules.matching.people import profile_address
from tui.rules.names import works_as
from tui.rules.phrases import count, said_day


def address_book(network: Network, contacts: Iterable[Contact], today: date) -> str:
    """Return contacts as the text of a .md file; ends with a line break."""
    people = list(contacts)
    if len(people) == 1:
        blocks = [*_person(network, people[0], today, "#"), *_history(network, people[0])]
    else:
        blocks = [
            ["# Contacts"],
            [f"{count(len(people), 'person', 'people')}, {said_day(today)}"],
            *(block for it in people for block in _person(network, it, today, "##")),
        ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _person(network: Network, contact: Contact, today: date, mark: str) -> Iterator[list[str]]:
    yield [f"{mark} {_said(contact.name) or '?'}"]
    works = works_as(contact)
    if works:
        yield [_said(works)]
    yield [f"- **{label}**: {text}" for label, text in _facts(network, contact, today) if text]
    if contact.notes.strip():
        yield list(_paragraphs(contact.notes))


def _facts(network: Network, contact: Contact, today: date) -> Iterator[tuple[str, str]]:
    culture = contact.culture
    yield "Called", _said(contact.nickname)
    yield "Pronounced", _said(culture.pronunciation)
    yield "Pronouns", _said(culture.pronouns)
    yield "Email", _listed(contact.emails)
    yield "Phone", _listed(contact.phones)
    yield "Profiles", ", ".join(map(_link, contact.profiles))
    zone = f" ({contact.timezone})" if contact.place and contact.timezone else contact.timezone
    yield "Place", _said(f"{contact.place}{zone}")
    yield "Languages", _listed(contact.languages)
    yield "Met", _said(", ".join(filter(None, _met(network, contact))))
    for label, values in (
        ("Groups", contact.groups),
        ("Interests", contact.interests),
        ("Can help with", contact.offers),
        ("Looks for", contact.needs),
        ("Milestones", [said_milestone(it) for it in contact.milestones]),
        ("Roles", contact.roles),
    ):
        yield label, _listed(values)
    yield "Greeting", _said(culture.greeting)
    yield "Good to know", _said(culture.notes)
    touched, due = last_touch(network, contact, today), next_due(network, contact, today)
    yield "Last touch", said_day(touched) if touched else ""
    yield "Next due", said_day(due) if due else ""
    yield "Tier", f"{contact.tier}, {contact.circle}{', archived' if contact.archived else ''}"


def _met(network: Network, contact: Contact) -> Iterator[str]:
    event = network.events.get(contact.met_event) if contact.met_event else None
    through = network.contacts.get(contact.introduced_by) if contact.introduced_by else None
    yield said_day(contact.met_day) if contact.met_day else ""
    yield f"at {event.name}" if event else ""
    yield f"through {through.name}" if through else ""
    yield contact.met_note


def _history(network: Network, contact: Contact) -> Iterator[list[str]]:
    open_steps = [it for it in network.follow_ups_of(contact.uid) if it.status == "open"]
    if open_steps:
        yield ["## Open between you"]
        yield [
            f"- {_said(it.text) or it.kind} ({it.kind.replace('_', '-')}{_by(it.due)})" for it in open_steps
        ]
    touches = network.touches_of(contact.uid)
    if touches:
        yield ["## What happened"]
        yield [line for touch in touches for line in _touch(touch)]


def _by(day: date | None) -> str:
    return f", {said_day(day)}" if day else ""


def _touch(touch: Interaction) -> Iterator[str]:
    yield f"- **{said_day(touch.day)}**, {touch.channel}" + (
        f": {_said(touch.summary)}" if touch.summary else ""
    )
    for label, text in (("Gave", touch.gave), ("Received", touch.received), ("Ask next", touch.ask_next)):
        if text.strip():
            yield f"  - {label}: {_said(text)}"


def _paragraphs(text: str) -> Iterator[str]:
    """Yield the lines of a text, a backslash where one breaks within a paragraph."""
    lines = [_said(line) for line in text.strip().splitlines()]
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        yield f"{line}\\" if line and following else line


def _said(text: str) -> str:
    return escaped(plain(text))


def _listed(values: Iterable[str]) -> str:
    return ", ".join(filter(None, map(_said, values)))


def _link(address: str) -> str:
    """Return a web address as a link, unless there is more to it than an address."""
    whole = plain(address)
    safe = whole == address and profile_address(address) == address and not set("<>\\ ") & set(address)
    return f"<{address}>" if safe else _said(address)
