"""Taking people into the network, whatever file named them: one Change, whatever the size.

Rows are taken in the order of certainty: those with a profile, then those with an email address, then the
rest; of two rows about one person the first counts. What can't be decided without guessing is left out and
reported. The same file twice changes nothing the second time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date

import msgspec

from tui.actions.imported import Import, Progress, in_order
from tui.actions.incoming import Known, Someone
from tui.actions.positions import with_words_due
from tui.exchange.report import Found, Person, Skipped, line
from tui.model.change import Change, Edits
from tui.model.network import Network
from tui.model.records import Attendee, Contact, Event
from tui.rules.phrases import count, listed

_STEP = 500
SOURCES = {
    "linkedin": "LinkedIn",
    "google": "Google Contacts",
    "outlook": "Outlook",
    "luma": "Luma",
    "eventbrite": "Eventbrite",
    "meetup": "Meetup",
    "vcard": "vCards",
    "kith": "another Kith file",
    "table": "a table",
}
"""Where people come from, by `Contact.source`, for people."""


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector off: an import keeps all it makes, and looking through it costs a third."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@uncollected()
def import_people(
    network: Network,
    found: Found,
    today: date,
    *,
    source: str = "linkedin",
    event: Event | None = None,
    progress: Progress | None = None,
) -> Import:
    """Return what taking these people in would do.

    New ones start in tier 'ambient'. Of those known, organisation and title follow the file until you change
    them yourself; what you typed, or took out, stays as it is; a new email or profile address is added. With
    an event, all are put on its list of people.
    """
    known = Known(network.contacts.values())
    skipped = list(found.skipped)
    taken: list[tuple[Person, Someone]] = []
    read = len(found.people) + len(found.skipped)
    for done, person in enumerate(_surest_first(found.people)):
        if progress is not None and done % _STEP == 0 and not progress(done, len(found.people)):
            return Import(Change("Import cancelled", ()), read, cancelled=True)
        someone = known.find(person)
        if isinstance(someone, str):
            skipped.append(Skipped(person.where or line(person.line), f"{person.name}: {someone}"))
            continue
        taken.append((person, known.learn(person, someone)))
    if progress is not None and not progress(len(found.people), len(found.people)):
        return Import(Change("Import cancelled", ()), read, cancelled=True)
    added = updated = 0
    edits = Edits(network)
    taken.sort(key=lambda it: it[0].line)
    everybody = dict.fromkeys(someone for _, someone in taken)
    changed: list[tuple[Contact, Contact]] = []
    for someone in everybody:
        after = someone.contact(today, source)
        if someone.before is None:
            added += 1
            edits.put(after)
        elif after != someone.before:
            updated += _is_news(someone.before, after)
            changed.append((someone.before, after))
    edits.put(*with_words_due(changed, today))
    if event is not None:
        _expect(edits, event, [someone.contact(today, source).uid for someone in everybody])
    change = edits.change(_words(added, updated, SOURCES.get(source, source)))
    if not added and not updated and (event is None or edits.get(Event, event.uid) == event):
        # What only the next import would remember is not worth a step that one can undo.
        change = Change(change.words, ())
    return Import(
        change,
        read,
        added,
        updated,
        len(taken) - added - updated,
        in_order(skipped),
        found.noted,
    )


def _is_news(before: Contact, after: Contact) -> bool:
    """Tell whether anything is other that one sees, and not only what an import remembers for the next."""
    return msgspec.structs.replace(after, imported=before.imported) != before


def _words(added: int, updated: int, source: str) -> str:
    parts = [f"imported {count(added, 'person', 'people')}"] if added or not updated else []
    parts += [f"updated {count(updated, 'person', 'people')}"] if updated else []
    words = listed(parts)
    return f"{words[0].upper()}{words[1:]} from {source}"


def _expect(edits: Edits, event: Event, contacts: Iterable[str]) -> None:
    now = edits.get(Event, event.uid) or event
    listed_already = {person.contact for person in now.people}
    new = tuple(Attendee(contact=uid) for uid in contacts if uid not in listed_already)
    edits.put(msgspec.structs.replace(now, people=now.people + new))


def _surest_first(people: Iterable[Person]) -> Iterator[Person]:
    """Yield those with a profile, then those with an email, then the rest; each in the order of the file."""
    rest: tuple[list[Person], list[Person]] = ([], [])
    for person in people:
        if person.profile:
            yield person
        else:
            rest[not person.email].append(person)
    for later in rest:
        yield from later
