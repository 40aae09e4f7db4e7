"""Your events and follow-ups as a calendar file (iCalendar, RFC 5545), to be taken in by any calendar program.

UIDs are those of the calendar that an event came from, else Kith's own, and never change: taken in again, a file
brings a calendar up to date and doubles nothing. Versions (SEQUENCE) are counted in days for what is Kith's own,
and left to its organiser for what is not. Guests are never named: some programs would write to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING, Any

from tui.exchange.brief_text import brief_text
from tui.exchange.ical import OURS
from tui.exchange.ical_values import BRIEF_BELOW
from tui.exchange.ical_zones import key_of
from tui.model.network import Network
from tui.model.records import Event, FollowUp
from tui.model.text import one_line
from tui.rules.moments import is_over, zone_of

if TYPE_CHECKING:
    from icalendar import Calendar, Component

REMINDED_AT = timedelta(hours=9)
"""When on its day a follow-up is told of."""
SHOWN_FOR = timedelta(days=90)
"""How long a closed follow-up is still written, so that a calendar learns that it is done."""

_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_DONE = {"open": "NEEDS-ACTION", "done": "COMPLETED", "dropped": "CANCELLED"}


def write_calendar(
    network: Network,
    now: datetime,
    *,
    events: Iterable[Event] | None = None,
    follow_ups: Iterable[FollowUp] | None = None,
    as_events: bool = False,
) -> str:
    """Return a calendar file, with the line breaks that the format asks for.

    Args:
        network: Everybody.
        now: The moment, in the user's zone.
        events: Those to write; all if it is None. Those to come carry their brief in the description.
        follow_ups: Those to write; if it is None, all that are open or were closed lately.
        as_events: True writes follow-ups as whole-day events, for calendars that know no to-dos (Google's);
            those without a date, and closed ones, are left out then.
    """
    from icalendar import Calendar  # 0.2 s, and only where a calendar is written

    page = Calendar()
    page.add("version", "2.0")
    page.add("prodid", OURS)
    page.add("calscale", "GREGORIAN")
    page.add("method", "PUBLISH")
    zones: dict[str, list[int]] = {}
    chosen = network.events.values() if events is None else events
    for event in sorted(chosen, key=lambda it: (it.start, it.uid)):
        page.add_component(_event(network, event, now, zones))
    for step in _steps(network, now) if follow_ups is None else follow_ups:
        if not as_events:
            page.add_component(_todo(network, step, now))
        elif step.due is not None and step.status == "open":
            page.add_component(_whole_day(network, step, now))
    _describe(page, zones)
    text: bytes = page.to_ical()
    return text.decode("utf-8")


def _steps(network: Network, now: datetime) -> list[FollowUp]:
    since = now.date() - SHOWN_FOR
    found = [
        it
        for it in network.follow_ups.values()
        if it.status == "open" or (it.closed is not None and it.closed >= since)
    ]
    return sorted(found, key=lambda it: (it.due or date.max, it.uid))


def _event(network: Network, event: Event, now: datetime, zones: dict[str, list[int]]) -> Component:
    from icalendar import Event as Component

    it = Component()
    uid, _, first_planned = event.ical_uid.partition("#")
    it.add("uid", fit(one_line(uid)) or event.uid)
    if first_planned and (moment := _planned(first_planned)) is not None:
        it.add("recurrence-id", moment)
    _stamp(it, now, None if uid else event.added)
    it.add("summary", fit(one_line(event.name)))
    zone = event.timezone or key_of(now.tzinfo)
    if event.start_time is None:
        it.add("dtstart", event.start)
        it.add("dtend", (event.end or event.start) + timedelta(days=1))
    else:
        its = zone_of(zone)
        begin = _moment(event.start, event.start_time, its)
        over = _moment(event.end or event.start, event.end_time, its) if event.end_time else None
        it.add("dtstart", begin)
        if over is not None and over.astimezone(UTC) > begin.astimezone(UTC):
            it.add("dtend", over)
        if its is not None and zone != "UTC":
            last = over or begin
            zones.setdefault(zone, []).extend((begin.year, last.year))
    _add_text(it, "location", event.place)
    if " " not in one_line(event.url):
        _add_text(it, "url", one_line(event.url))
    if event.topics:
        it.add("categories", [fit(one_line(topic)) for topic in event.topics])
    it.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    _add_text(it, "description", description(network, event, now))
    return it


def description(network: Network, event: Event, now: datetime) -> str:
    """Return what the entry of an event says: your notes, and for one to come its brief below a mark."""
    notes = event.notes.strip()
    if event.cancelled or is_over(event, now):
        return notes
    brief = brief_text(network, event, now, width=None, notes=False)
    return "\n\n".join(filter(None, (notes, f"{BRIEF_BELOW}\n\n{brief}")))


def _todo(network: Network, step: FollowUp, now: datetime) -> Component:
    from icalendar import Todo

    it = Todo()
    _common(it, network, step, now)
    if step.due is not None:
        it.add("due", step.due)
    it.add("status", _DONE[step.status])
    if step.status == "done" and step.closed is not None:
        # The format asks for a moment; noon is that day wherever one lives.
        it.add("completed", datetime.combine(step.closed, time(12), now.tzinfo or UTC).astimezone(UTC))
    if step.status == "open" and step.due is not None:
        it.add_component(_alarm(it, of_end=True))
    return it


def _whole_day(network: Network, step: FollowUp, now: datetime) -> Component:
    from icalendar import Event as Component

    it = Component()
    _common(it, network, step, now)
    assert step.due is not None
    it.add("dtstart", step.due)
    it.add("dtend", step.due + timedelta(days=1))
    it.add("transp", "TRANSPARENT")
    it.add_component(_alarm(it, of_end=False))
    return it


def _common(it: Component, network: Network, step: FollowUp, now: datetime) -> None:
    contact = network.contacts.get(step.contact)
    name = one_line(contact.name) if contact else "Somebody"
    text = one_line(step.text)
    words = {
        "promise": f"{name}: {text or 'what I promised'}",
        "waiting": f"{name} promised: {text or 'something'}",
        "follow_up": f"{name}: {text or 'a word after we met'}",
    }[step.kind]
    it.add("uid", step.uid)
    _stamp(it, now, step.made)
    it.add("summary", fit(words))
    event = network.events.get(step.event or "")
    _add_text(it, "description", f"From {one_line(event.name)}" if event else "")


def _alarm(it: Component, *, of_end: bool) -> Component:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", str(it["SUMMARY"]))
    alarm.add("trigger", REMINDED_AT, parameters={"RELATED": "END"} if of_end else {})
    return alarm


def _stamp(it: Component, now: datetime, since: date | None) -> None:
    """Say when this version was made, and which it is; of another's entry only its organiser counts versions."""
    moment = now.astimezone(UTC).replace(microsecond=0)
    it.add("dtstamp", moment)
    it.add("last-modified", moment)
    if since is not None:
        it.add("sequence", max((now.date() - since).days, 0))


def _planned(key: str) -> date | datetime | None:
    for form in ("%Y%m%dT%H%M%SZ", "%Y%m%dT%H%M%S", "%Y%m%d"):
        try:
            found = datetime.strptime(key, form)  # noqa: DTZ007
        except ValueError:
            continue
        return found.date() if "T" not in form else found.replace(tzinfo=UTC) if form.endswith("Z") else found
    return None


def _moment(day: date, wall: time, zone: tzinfo | None) -> datetime:
    return datetime.combine(day, wall.replace(tzinfo=None), zone)


def _add_text(it: Component, name: str, text: str) -> None:
    if text.strip():
        it.add(name, fit(text.strip()))


def fit(text: str) -> str:
    """Return text without the characters that the format has no place for."""
    return _UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _describe(page: Calendar, zones: dict[str, list[int]]) -> None:
    """Put the time zones that are used before the entries that use them."""
    for name, years in sorted(zones.items(), reverse=True):
        page.subcomponents.insert(0, _zone(name, min(years), max(years)))


def _zone(name: str, first: int, last: int) -> Component:
    """Return a VTIMEZONE for some years, the change before and the one after them included.

    Each change of clocks begins at the wall-clock time that it ends (RFC 5545, 3.6.5: DTSTART in TZOFFSETFROM).
    """
    from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

    zone = zone_of(name)
    assert zone is not None
    described = Timezone()
    described.add("tzid", name)
    at = datetime(first, 1, 1, tzinfo=UTC)
    end = datetime(last + 1, 12, 31, tzinfo=UTC)
    onsets: dict[tuple[bool, timedelta, timedelta, str], list[datetime]] = {}
    before = _offset(at, zone)
    _collect(onsets, at, before, zone)
    while at < end:
        then = at + timedelta(days=1)
        if _offset(then, zone) != _offset(at, zone):
            moment = _change(at, then, zone)
            _collect(onsets, moment, _offset(at, zone), zone)
        at = then
    for (summer, was, becomes, called), moments in onsets.items():
        part: Any = TimezoneDaylight() if summer else TimezoneStandard()
        starts = [(moment + was).replace(tzinfo=None) for moment in moments]
        part.add("dtstart", starts[0])
        if len(starts) > 1:
            part.add("rdate", starts[1:])
        part.add("tzoffsetfrom", was)
        part.add("tzoffsetto", becomes)
        part.add("tzname", called)
        described.add_component(part)
    return described


def _collect(
    onsets: dict[tuple[bool, timedelta, timedelta, str], list[datetime]],
    moment: datetime,
    was: timedelta,
    zone: tzinfo,
) -> None:
    here = moment.astimezone(zone)
    key = (bool(here.dst()), was, _offset(moment, zone), here.tzname() or "")
    onsets.setdefault(key, []).append(moment)


def _change(before: datetime, after: datetime, zone: tzinfo) -> datetime:
    """Return the minute in which the clocks change between two moments."""
    low, high = 0, int((after - before).total_seconds() // 60)
    while high - low > 1:
        middle = (low + high) // 2
        if _offset(before + timedelta(minutes=middle), zone) == _offset(before, zone):
            low = middle
        else:
            high = middle
    return before + timedelta(minutes=high)


def _offset(moment: datetime, zone: tzinfo) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()
