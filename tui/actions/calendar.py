"""Taking a calendar file into the network: events made or brought up to date by UID, their guests as contacts.

One Change, whatever the size. Decided here, where the brief leaves room:
- What was prepared stays as it is: goals, checklist (its days move along), people, questions, words, debrief.
- A value follows the calendar until you change it yourself; when an event takes place always follows it.
- An event entered by hand is taken for the one in the file if name and day are the same.
- A guest is a contact with that address, else the only one of that name who has no address yet; else somebody
  new, in tier 'ambient', as with any import. You are never a guest.
- A time of a series that the calendar no longer has is called off, and kept.
- Of a whole calendar what was over long ago is left out: nobody prepares it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from msgspec.structs import replace

from tui.actions.calendar_guests import Guests
from tui.actions.events import brought
from tui.actions.imported import Counts
from tui.exchange.ical import Entry, Read
from tui.exchange.report import ImportProblem, Skipped, line
from tui.model.base import new_uid
from tui.model.change import Edits
from tui.model.network import Network
from tui.model.records import Attendee, Event
from tui.model.text import fold
from tui.rules.events.kinds import likely_kind
from tui.rules.moments import ends, has_begun, in_order, starts
from tui.rules.phrases import count, listed

MANY = 50
"""Past entries from which a file is a whole calendar, and no invitation."""
OLD = timedelta(days=30)
"""How long ago its entries are still of interest then."""
_FIELDS = ("name", "place", "url", "notes")


class Taken(Counts, frozen=True):
    """What importing a calendar would do; what is counted are events, each time of a recurring one for itself."""

    people: int = 0
    """Contacts that are new."""
    events: tuple[str, ...] = ()
    """Events (uid) of the file, new and known, in its order."""


def take_calendar(network: Network, read: Read, now: datetime, *, event: Event | None = None) -> Taken:
    """Return what taking in a calendar would do.

    Args:
        network: Everybody.
        read: What `exchange.ical.read_calendar` found.
        now: The moment, in the user's zone.
        event: The event that the file is about; then it must hold one entry.

    Raises:
        ImportProblem: if an event is given and the file holds several entries.
    """
    return _Taking(network, now).all(read, event)


class _Taking:
    """One import of a calendar."""

    def __init__(self, network: Network, now: datetime) -> None:
        self._network, self._now, self._today = network, now, now.date()
        self._edits = Edits(network)
        self._events = {it.ical_uid or it.uid: it for it in network.events.values()}
        self._guests = Guests(network, self._edits, now)
        self._skipped: list[Skipped] = []
        self._noted: list[Skipped] = []

    def all(self, read: Read, event: Event | None) -> Taken:
        """Take everything in."""
        if event is not None and len(read.entries) != 1:
            many = count(len(read.entries), "entry", "entries")
            raise ImportProblem(
                f"The calendar holds {many}, and only one can be {event.name}: leave the event out."
            )
        entries = list(self._of_interest(read.entries))
        added = updated = unchanged = 0
        uids: dict[str, None] = {}
        for entry in entries:
            before = event or self._known(entry)
            if before is None and entry.cancelled:
                self._skipped.append(_left_out(entry, "it is cancelled, and you don't have it"))
                continue
            after = self._event(entry, before)
            self._edits.put(after)
            added += before is None
            unchanged += after == before
            updated += before is not None and after != before
            uids[after.uid] = None
        updated += self._called_off(read)
        self._skipped += read.skipped
        return Taken(
            self._edits.change(_words(added, updated, self._guests.new)),
            added + updated + unchanged + len(self._skipped),
            added,
            updated,
            unchanged,
            skipped=tuple(sorted(self._skipped, key=_place)),
            noted=tuple(sorted((*read.noted, *self._noted), key=_place)),
            people=self._guests.new,
            events=tuple(uids),
        )

    def _of_interest(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """Yield entries, of a whole calendar without what was over long ago."""
        entries = list(entries)
        since = self._now - OLD
        old = [it for it in entries if it.span.over(self._now.tzinfo) < since and self._known(it) is None]
        if len(old) < MANY:
            yield from entries
            return
        words = f"{count(len(old), 'entry', 'entries')} over for more than {OLD.days} days left out"
        self._noted.append(Skipped(line(old[0].line), words))
        passed = set(map(id, old))
        yield from (it for it in entries if id(it) not in passed)

    def _known(self, entry: Entry) -> Event | None:
        """Return the event that an entry is about: by UID, else one entered by hand by that name and day."""
        found = self._events.get(entry.uid)
        if found is not None:
            return self._edits.get(Event, found.uid)
        whole = self._events.get(entry.uid.partition("#")[0])
        if whole is not None and whole.start == entry.span.start:
            return self._edits.get(Event, whole.uid)
        name = fold(entry.name)
        alike = [
            it
            for it in self._network.events.values()
            if not it.ical_uid and it.start == entry.span.start and fold(it.name) == name
        ]
        return self._edits.get(Event, alike[0].uid) if len(alike) == 1 else None

    def _event(self, entry: Entry, before: Event | None) -> Event:
        """Return the event as it is after the import."""
        span = entry.span
        brought_in = {
            "name": entry.name,
            "place": entry.place,
            "url": entry.url,
            "notes": entry.notes,
            "when": f"{span.begin.isoformat()}/{span.end or ''}T{span.end_time or ''} {span.timezone}",
            "sequence": "" if entry.sequence is None else str(entry.sequence),
            "cancelled": "yes" if entry.cancelled else "",
        }
        if before is None:
            fresh = Event(
                uid=new_uid(),
                name=entry.name,
                start=span.start,
                kind=likely_kind(
                    entry.name, entry.place, entry.url, days=span.days, guests=len(entry.guests)
                ),
                place=entry.place,
                url=entry.url,
                notes=entry.notes,
                topics=entry.topics,
                ical_uid=entry.uid,
                imported={name: value for name, value in brought_in.items() if value},
                added=self._today,
            )
            event = _at(fresh, entry)
            event = brought(self._network, None, event, self._today)
        else:
            newest = before.imported.get("sequence", "")
            if entry.sequence is not None and newest.isdigit() and entry.sequence < int(newest):
                self._noted.append(Skipped(line(entry.line), f"an older version of {entry.name}: not taken"))
                return before
            event = self._followed(before, entry, brought_in)
        there = {seat.contact for seat in event.people}
        guests = [uid for guest in entry.guests if (uid := self._guests.contact(guest)) is not None]
        seats = tuple(Attendee(contact=uid) for uid in dict.fromkeys(guests) if uid not in there)
        return replace(event, people=(*event.people, *seats))

    def _followed(self, before: Event, entry: Entry, brought_in: dict[str, str]) -> Event:
        """Return a known event with what the calendar says now, where that doesn't touch what you typed."""
        had = before.imported
        values = {
            name: brought_in[name]
            for name in _FIELDS
            if brought_in[name]
            and brought_in[name] != had.get(name)
            and getattr(before, name) in {"", had.get(name, "")}
        }
        after = replace(
            before,
            **values,
            topics=before.topics or (() if had else entry.topics),
            ical_uid=entry.uid,
            imported={name: value for name, value in (had | brought_in).items() if value},
        )
        if brought_in["cancelled"] != had.get("cancelled", ""):
            after = replace(after, cancelled=entry.cancelled)
        if brought_in["when"] != had.get("when") and not _same_time(before, _at(after, entry), self._now):
            after = brought(self._network, before, _at(after, entry), self._today)
        return after

    def _called_off(self, read: Read) -> int:
        """Call off the times of a series that the calendar no longer has; return how many."""
        gone = 0
        for uid, (until, times) in read.series.items():
            for key, event in self._events.items():
                held = self._edits.get(Event, event.uid)
                if held is None or held.cancelled or not key.startswith(f"{uid}#") or key in times:
                    continue
                if not has_begun(held, self._now) and held.start <= until:
                    brought_in = {**held.imported, "cancelled": "yes"}
                    self._edits.put(replace(held, cancelled=True, imported=brought_in))
                    gone += 1
        return gone


def _at(event: Event, entry: Entry) -> Event:
    span = entry.span
    return replace(
        event,
        start=span.start,
        start_time=span.start_time,
        end=span.end,
        end_time=span.end_time,
        timezone=span.timezone,
    )


def _same_time(before: Event, after: Event, now: datetime) -> bool:
    """Tell whether an event takes place at the same time, whatever clocks it is told on."""
    if (before.start_time is None) != (after.start_time is None):
        return False
    first, second = ((starts(it, now), ends(it, now)) for it in (before, after))
    return [*map(in_order, first)] == [*map(in_order, second)]


def _left_out(entry: Entry, why: str) -> Skipped:
    return Skipped(line(entry.line), f"the event “{entry.name[:60]}” was left out: {why}")


def _place(skipped: Skipped) -> int:
    return int(skipped.where.split()[1])


def _words(added: int, updated: int, people: int) -> str:
    parts = [f"added {count(added, 'event')}"] if added or not (updated or people) else []
    parts += [f"updated {count(updated, 'event')}"] if updated else []
    parts += [f"added {count(people, 'person', 'people')}"] if people else []
    words = listed(parts)
    return f"{words[0].upper()}{words[1:]} from a calendar"
