"""All records in memory, by uid, with the indexes that the rules read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar, cast

from tui.model.base import Record
from tui.model.change import Change
from tui.model.kept import Kept
from tui.model.last_touches import LastTouches
from tui.model.records import (
    Contact,
    Event,
    FollowUp,
    Interaction,
    Introduction,
    Meta,
    Profile,
    Share,
)
from tui.model.settings import Settings
from tui.model.tables import TABLES, table_of
from tui.model.text import fold

R = TypeVar("R", bound=Record)
K = TypeVar("K", bound=Kept)


class Conflict(ValueError):
    """A Change that was made for records other than those in the network."""


class Index(Generic[R]):
    """Records of one table by keys computed from each; built when first read, then kept by Change."""

    def __init__(self, rows: Callable[[], dict[str, R]], keys: Callable[[R], Iterable[str]]) -> None:
        self._rows = rows
        self._keys = keys
        self._found: dict[str, dict[str, R]] | None = None

    @property
    def built(self) -> bool:
        """Tell whether it was read already; one that was not has nothing to be kept."""
        return self._found is not None

    def __getitem__(self, key: str) -> list[R]:
        """Return the records that carry a key, in the order in which they came."""
        if self._found is None:
            # Shown when it is whole: another thread may be reading, and half an index is a wrong answer.
            self._found = self.made_of(self._rows().values())
        return list(self._found.get(key, {}).values())

    def made_of(self, records: Iterable[R]) -> dict[str, dict[str, R]]:
        """Return what the index of some records would hold."""
        found: dict[str, dict[str, R]] = {}
        for record in records:
            for each in self._keys(record):
                found.setdefault(each, {})[record.uid] = record
        return found

    def take(self, found: dict[str, dict[str, R]]) -> None:
        """Hold what was made of all records as they are now, unless that was done already."""
        if self._found is None:
            self._found = found

    def add(self, record: R) -> None:
        """Take a record in."""
        if self._found is not None:
            for key in self._keys(record):
                self._found.setdefault(key, {})[record.uid] = record

    def drop(self, record: R) -> None:
        """Take a record out."""
        if self._found is not None:
            for key in self._keys(record):
                found = self._found.get(key)
                if found is not None:
                    found.pop(record.uid, None)
                    if not found:
                        del self._found[key]


class _Tables(dict[str, dict[str, Record]]):
    """Tables by name; one that is put off is read when it is first asked for."""

    def put_off(self, name: str, read: Callable[[], dict[str, Record]]) -> None:
        """Have a table read when it is asked for."""
        del self[name]
        self._name, self._read = name, read

    def __missing__(self, name: str) -> dict[str, Record]:
        if name not in TABLES:
            raise KeyError(name)
        rows = self[name] = self._read()
        return rows


class Network:
    """Everybody you know and what happened, in memory. Altered by `apply` alone."""

    def __init__(
        self,
        records: Iterable[Record] = (),
        *,
        tables: Mapping[str, dict[str, Record]] | None = None,
        interactions: Callable[[], dict[str, Record]] | None = None,
    ) -> None:
        """Hold records; `tables` are whole ones, by uid, which are taken over and not copied.

        `interactions` gives that one table when it is first asked for, from whichever thread.
        """
        given = tables or {}
        self._tables = _Tables((name, given.get(name, {})) for name in TABLES)
        if interactions is not None:
            self._tables.put_off("interactions", interactions)
        for record in records:
            self._tables[table_of(record)][record.uid] = record
        self.contacts = self.rows(Contact)
        self.events = self.rows(Event)
        self.follow_ups = self.rows(FollowUp)
        self.introductions = self.rows(Introduction)
        self.shares = self.rows(Share)
        self._interactions_of = Index(lambda: self.interactions, lambda it: it.contacts)
        self._last_touches = LastTouches(lambda: self.interactions, lambda uid: self._interactions_of[uid])
        self._events_of = Index(lambda: self.events, lambda it: {person.contact for person in it.people})
        self._follow_ups_of = Index(lambda: self.follow_ups, lambda it: (it.contact,))
        self._introductions_of = Index(lambda: self.introductions, lambda it: {it.first, it.second})
        self._by_email = Index(lambda: self.contacts, lambda it: {fold(email) for email in it.emails})
        self._by_profile = Index(lambda: self.contacts, lambda it: set(it.profiles))
        self._by_name = Index(lambda: self.contacts, lambda it: {fold(it.name)})
        self._introduced_by = Index(
            lambda: self.contacts, lambda it: (it.introduced_by,) if it.introduced_by else ()
        )
        self.own_words: Path | None = None
        """Folder with the user's own openers, checklists, goals and drafts, where there is one."""
        self.settings = Settings()
        """What the user chose: days of the tiers, tone, caps."""
        self._indexes: dict[str, list[Any]] = {
            "interactions": [self._interactions_of, self._last_touches],
            "events": [self._events_of],
            "follow_ups": [self._follow_ups_of],
            "introductions": [self._introductions_of],
            "contacts": [self._by_email, self._by_profile, self._by_name, self._introduced_by],
        }
        self._kept: dict[type[Kept], Kept] = {}
        self._applied = 0

    def copy(self) -> Network:
        """Return a network of its own with the same records, for a thread: this one may be altered meanwhile.

        Costs a few milliseconds with 130,000 records; its indexes are built anew when they are read.
        """
        other = Network(tables={name: dict(self._tables[name]) for name in TABLES})
        other.own_words, other.settings = self.own_words, self.settings
        self._last_touches.copy_to(other._last_touches)
        return other

    def table(self, name: str) -> dict[str, Record]:
        """Return a table's records by uid. To be read, never written."""
        return self._tables[name]

    def name(self, kind: type[Record]) -> str:
        """Return the name of the table that holds records of a class."""
        return next(name for name, held in TABLES.items() if held is kind)

    def rows(self, kind: type[R]) -> dict[str, R]:
        """Return a table's records by uid, typed. To be read, never written."""
        return cast("dict[str, R]", self._tables[self.name(kind)])

    def records(self) -> Iterator[Record]:
        """Yield every record, table by table."""
        for name in TABLES:
            yield from self._tables[name].values()

    @property
    def interactions(self) -> dict[str, Interaction]:
        """Touches and attempts, by uid."""
        return cast("dict[str, Interaction]", self._tables["interactions"])

    @property
    def is_complete(self) -> bool:
        """Tell whether every table is read; until then whoever asks for the interactions waits."""
        return len(self._tables) == len(TABLES)

    def complete(self) -> None:
        """Read what is not read yet; in any thread."""
        for name in TABLES:
            self._tables[name]

    def read_ahead(self, day: dt.date) -> Callable[[], None]:
        """Go through what happened once, in any thread; what is returned makes use of it, where changes are made.

        `day` is the one for which last touches are asked for. What was altered meanwhile is not lost: then nothing is
        made use of, and all is read when it is asked for, as ever.
        """
        interactions = self.interactions
        applied, rows = self._applied, tuple(interactions.values())
        of, last = self._interactions_of.made_of(rows), LastTouches.read(rows, day)

        def use() -> None:
            if applied == self._applied:
                self._interactions_of.take(of)
                self._last_touches.take(last, day)

        return use

    @property
    def profile(self) -> Profile:
        """You; an empty profile until one is written."""
        return self.rows(Profile).get("me") or Profile(uid="me")

    @property
    def meta(self) -> Meta:
        """What the file says of itself."""
        return self.rows(Meta).get("meta") or Meta(uid="meta")

    def interactions_of(self, contact: str) -> list[Interaction]:
        """Return a contact's interactions and attempts, newest first."""
        return sorted(self._interactions_of[contact], key=_moment, reverse=True)

    def touches_of(self, contact: str) -> list[Interaction]:
        """Return a contact's touches (attempts left out), newest first."""
        return [it for it in self.interactions_of(contact) if not it.attempt]

    def last_touches(self, day: dt.date) -> tuple[dict[str, dt.date], list[Interaction]]:
        """Return each contact's last real touch before a day, by uid, to be read only, and all touches since."""
        return self._last_touches.at(day)

    def events_of(self, contact: str) -> list[Event]:
        """Return the events that a contact is or was expected at, latest first."""
        return sorted(self._events_of[contact], key=lambda it: (it.start, it.uid), reverse=True)

    def follow_ups_of(self, contact: str) -> list[FollowUp]:
        """Return a contact's promises, waitings and dated steps, open and closed."""
        return self._follow_ups_of[contact]

    def introductions_of(self, contact: str) -> list[Introduction]:
        """Return the introductions that a contact is part of."""
        return self._introductions_of[contact]

    def by_email(self, email: str) -> list[Contact]:
        """Return the contacts with an email address, case and accents aside."""
        return self._by_email[fold(email)]

    def by_profile(self, address: str) -> list[Contact]:
        """Return the contacts with a profile address, as it is kept."""
        return self._by_profile[address]

    def by_name(self, name: str) -> list[Contact]:
        """Return the contacts with exactly this full name, case and accents aside."""
        return self._by_name[fold(name)]

    def introduced_by(self, contact: str) -> list[Contact]:
        """Return the contacts whom a contact (uid) introduced to you."""
        return self._introduced_by[contact]

    def kept(self, kind: type[K]) -> K:
        """Return what a rule keeps of the records; made when first asked for, and told of every Change from then on."""
        found = self._kept.get(kind)
        if found is None:
            found = self._kept[kind] = kind(self)
            for table in kind.TABLES:
                self._indexes.setdefault(table, []).append(found)
        return cast("K", found)

    def apply(self, change: Change) -> None:
        """Alter the records that a Change names, all or none of them.

        Raises:
            Conflict: if a record is not as the Change found it.
        """
        steps = []
        for edit in change.edits:
            table, uid = edit.table, edit.uid
            rows = self._tables[table]
            found = rows.get(uid)
            if found is not edit.before and found != edit.before:
                raise Conflict(f"{change.words}: {table} {uid} was altered meanwhile")
            indexes = [index for index in self._indexes.get(table, ()) if index.built]
            steps.append((rows, indexes, uid, edit.before, edit.after))
        for rows, indexes, uid, before, after in steps:
            if before is not None:
                for index in indexes:
                    index.drop(before)
            if after is None:
                del rows[uid]
            else:
                rows[uid] = after
                for index in indexes:
                    index.add(after)
        # Only now: who reads ahead at this moment has half of it.
        self._applied += 1


def _moment(interaction: Interaction) -> tuple[int, float, str]:
    """Sort key of an interaction: its day, then its moment where known, then its uid."""
    moment = interaction.at.timestamp() if interaction.at else 0.0
    return interaction.day.toordinal(), moment, interaction.uid
