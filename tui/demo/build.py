"""From the words in the data files to the records of the sample network."""

from __future__ import annotations

import tomllib
import uuid
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from importlib.resources import files
from typing import Any, TypeVar

import msgspec

from tui.demo.days import Calendar, day_of_year, on_weekday
from tui.model.base import Record
from tui.model.records import Contact, Event, FollowUp, Interaction, Introduction, Meta, Profile, Share

R = TypeVar("R", bound=Record)
Table = dict[str, Any]

_NAMESPACE = uuid.UUID("6b0f6a3e-93a5-5d0e-8a54-6f1d7f0c2a11")
_PEOPLE_FILES = tuple(
    f"people_{name}" for name in ("near", "work", "school", "road", "far", "dormant", "imported")
)
_DAY_FIELDS = frozenset(
    {"day", "due", "made", "closed", "added", "met_day", "until", "before", "created", "opened"}
)
_CONTACT_FIELDS = frozenset({"contact", "contacts", "introduced_by", "first", "second"})
_EVENT_FIELDS = frozenset({"event", "met_event"})
_DESK_CHANNELS = frozenset({"call", "video", "email"})
_WRITTEN_DOWN = time(23, 0)


def uid_of(kind: str, name: str) -> str:
    """Return the UUID (version 5) that a record of the sample network has on every day it is opened."""
    return str(uuid.uuid5(_NAMESPACE, f"{kind}/{name}"))


@lru_cache
def words(name: str) -> Mapping[str, Any]:
    """Return one of the data files as it is written."""
    return tomllib.loads((files("tui.demo") / f"{name}.toml").read_text(encoding="utf-8"))


def people() -> dict[str, Table]:
    """Return everybody in the data files by short name."""
    return {slug: told for name in _PEOPLE_FILES for slug, told in words(name).items()}


class Builder:
    """Makes the records for one day, in one time zone."""

    def __init__(self, today: date, zone: tzinfo | None) -> None:
        bare = Calendar(today)
        told = words("events")
        self._calendar = Calendar(today, {slug: bare.day(event["start"]) for slug, event in told.items()})
        self._zone = zone
        self._people = people()
        self._contacts = {slug: uid_of("contact", slug) for slug in self._people}
        self._events = {slug: uid_of("event", slug) for slug in told}

    def records(self) -> Iterator[Record]:
        """Yield every record.

        Raises:
            KeyError: if the files speak of a person or an event that is not there.
            msgspec.ValidationError: if a field is not one of its record's.
        """
        me = words("me")
        file = self._resolved(me["meta"])
        yield self._record(Meta, "meta", file)
        # You live in the zone in which the network is opened, so that every day reads the same to all.
        yield self._record(Profile, "me", {**me["profile"], "timezone": getattr(self._zone, "key", "") or ""})
        for slug, told in self._people.items():
            yield self._contact(slug, told, file["created"])
        for slug, told in words("events").items():
            yield self._event(slug, told)
        for slug, told in self._people.items():
            for talk in told.get("talks", ()):
                yield from self._talk(talk, [slug])
        for talk in words("together")["talks"]:
            yield from self._talk(talk, talk["contacts"])
        for told in words("give")["introductions"]:
            yield self._introduction(told)
        for told in words("give")["shares"]:
            yield self._record(Share, uid_of("share", told["url"]), self._resolved(told))

    def _contact(self, slug: str, told: Table, created: date) -> Contact:
        told = {name: value for name, value in told.items() if name != "talks"}
        if "handle" in told:
            told = _imported(told)
        if "met_event" in told:
            told.setdefault("met_day", told["met_event"])
        record = self._resolved(told)
        if isinstance(told["met_day"], int) and _is_work(told):
            # As for calls of work, so that nobody is called before they were met.
            record["met_day"] = on_weekday(record["met_day"], "weekday", back=True)
        record["milestones"] = [self._milestone(milestone) for milestone in told.get("milestones", ())]
        record.setdefault("added", max(created, record["met_day"]))
        return self._record(Contact, self._contacts[slug], record)

    def _milestone(self, told: Table) -> Table:
        """Return a milestone told from today: `on` is its day, `turns` how many years it is on that day."""
        told = dict(told)
        if "on" in told:
            day = self._calendar.day(told.pop("on"))
            year = day.year - told.pop("turns", 0)
            told["month"], told["day"], told["year"] = day_of_year(day, year)
        return told

    def _event(self, slug: str, told: Table) -> Event:
        told = dict(told)
        start = self._calendar.events[slug]
        days = told.pop("days", 1)
        checklist = [_item(item, start) for item in told.pop("checklist", ())]
        record = self._resolved({name: value for name, value in told.items() if name != "start"})
        record.update(start=start, checklist=checklist)
        if days > 1:
            record["end"] = start + timedelta(days=days - 1)
        if not told.get("debriefed"):
            record["people"] = [{"outcome": "expected", **person} for person in record["people"]]
        record["added"] = min(start, self._calendar.today) - timedelta(days=30)
        return self._record(Event, self._events[slug], record)

    def _talk(self, told: Table, who: list[str]) -> Iterator[Record]:
        """Yield an interaction, and the promises that were made in it."""
        name = f"{'+'.join(who)}/{told['summary']}"
        day = self._day_of_talk(told, who)
        steps = {kind: told.get(kind, ()) for kind in ("promises", "waiting", "follow_ups")}
        record = self._resolved(
            {k: v for k, v in told.items() if k not in steps and k not in ("time", "day")}
        )
        record |= {"contacts": [self._contacts[slug] for slug in who], "day": day}
        if "time" in told:
            record["at"] = datetime.combine(day, told["time"], self._zone)
        record["added"] = datetime.combine(day, _WRITTEN_DOWN, self._zone)
        talk = self._record(Interaction, uid_of("interaction", name), record)
        yield talk
        for field, kind in (("promises", "promise"), ("waiting", "waiting"), ("follow_ups", "follow_up")):
            for step in steps[field]:
                yield self._step(step, kind, talk)

    def _day_of_talk(self, told: Table, who: list[str]) -> date:
        """Return the day of a talk; calls and letters of work are moved back from a weekend to its Friday."""
        day = self._calendar.day(told["day"])
        at_work = all(_is_work(self._people[slug]) for slug in who)
        if at_work and isinstance(told["day"], int) and told["channel"] in _DESK_CHANNELS:
            return on_weekday(day, "weekday", back=True)
        return day

    def _step(self, told: Table, kind: str, talk: Interaction) -> FollowUp:
        """Return a promise made in a talk.

        Open ones have `due`, told from today, or none. Closed ones are told from the talk: `within` how many
        days it was to be kept, `kept` or `dropped` after how many days it was.
        """
        told = dict(told)
        within, kept, dropped = (told.pop(name, None) for name in ("within", "kept", "dropped"))
        record = self._resolved(told)
        if within is not None:
            record["due"] = talk.day + timedelta(days=within)
        closed = kept if kept is not None else dropped
        if closed is not None:
            record["closed"] = talk.day + timedelta(days=closed)
            record["status"] = "done" if kept is not None else "dropped"
        record |= {
            "kind": kind,
            "contact": talk.contacts[0],
            "made": talk.day,
            "event": talk.event,
            "interaction": talk.uid,
        }
        return self._record(FollowUp, uid_of("follow_up", f"{talk.uid}/{told['text']}"), record)

    def _introduction(self, told: Table) -> Introduction:
        record = self._resolved(told)
        last = record["steps"][-1]
        record.update(status=last["status"], added=record["steps"][0]["day"])
        return self._record(Introduction, uid_of("introduction", f"{told['first']}/{told['second']}"), record)

    def _resolved(self, told: Any, field: str = "") -> Any:
        """Return a piece of a data file with its days as dates and its short names as uids."""
        if isinstance(told, dict):
            return {k: self._resolved(v, k) for k, v in told.items() if k != "milestones"}
        if isinstance(told, list):
            return [self._resolved(item, field) for item in told]
        if field in _DAY_FIELDS:
            return self._calendar.day(told)
        if field in _CONTACT_FIELDS:
            return self._contacts[told]
        if field in _EVENT_FIELDS:
            return self._events[told]
        return told

    def _record(self, kind: type[R], uid: str, fields: Table) -> R:
        return msgspec.convert({"uid": uid, **fields}, kind)


def _is_work(told: Table) -> bool:
    return "circle" not in told


def _imported(told: Table) -> Table:
    """Return somebody as the import of a LinkedIn export leaves them."""
    told = dict(told)
    told["profiles"] = [f"https://www.linkedin.com/in/{told.pop('handle')}"]
    brought = {name: told[name] for name in ("name", "organization", "title")}
    return {"tier": "ambient", "source": "linkedin", "imported": brought, **told}


def _item(told: Table, start: date) -> Table:
    """Return a checklist item; `before` is by how many days ahead of the event it is to be done."""
    rest = {name: value for name, value in told.items() if name != "before"}
    return {**rest, "due": start - timedelta(days=told["before"])}
