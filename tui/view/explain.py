"""The reckoning of one person in words: why they are in the queue or not. Plain sentences, nothing that shames."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from tui.model.network import Network
from tui.model.records import Contact, Deferral
from tui.rules.phrases import ago, ahead, count, short_day
from tui.rules.queue.explain import Placed, Reckoning
from tui.view.lines import Line, line, paragraphs
from tui.view.person import fact, heading
from tui.view.reasons import label, reason, standing, status_word

if TYPE_CHECKING:
    from tui.rules.cadence import Reckoning as Clock
    from tui.rules.queue.ranking import Hide

_FROM = {
    "touch": "the last time you were in touch",
    "met": "the day you last met",
    "added": "the day you added them",
    "unknown": "no day known, so they are asked about rather than lost",
}
_PUT_OFF = {"snooze": "snoozed", "skip": "skipped", "attempted": "tried"}
_PARTS = {
    "today": "today",
    "more": "in what can wait",
    "coming": "in what is coming up",
    "lapsed": "in what lapsed",
}
_KEYS = {
    "check_in": "check-in",
    "reconnect": "reconnect",
    "promise": "promise",
    "waiting": "their promise",
    "step": "next step",
    "follow_up": "word after the event",
    "introduction": "introduction",
    "milestone": "milestone",
}


def reckoning_lines(
    network: Network, contact: Contact, found: Reckoning, now: datetime, wide: int
) -> list[Line]:
    """Return the whole reckoning of one person, for a page of so many cells."""
    rows = [part for placed in found.rows for part in _row(placed, network, now, wide)]
    return paragraphs(
        [line((contact.name, "strong"))],
        [heading("In the queue"), *(rows or fact("nothing", "not in the queue today", wide))],
        [heading("The check-in"), *_check_in(contact, found, network, now, wide)],
        [heading("Put off for now"), *_put_offs(found, now.date(), wide)] if found.put_off else [],
    )


def _row(placed: Placed, network: Network, now: datetime, wide: int) -> list[Line]:
    row = placed.row
    where = f"{_PARTS[placed.where]}: {placed.place} of {placed.of}"
    words = f"{label(row.kind)}, {standing(row, network, now)} ({where})"
    if row.puts_off:
        words += f"; put off {count(row.puts_off, 'time')} in a row"
    return [*fact("row", words, wide), *fact("because", reason(row, network, now), wide)]


def _check_in(contact: Contact, found: Reckoning, network: Network, now: datetime, wide: int) -> list[Line]:
    clock, today = found.clock, now.date()
    return [
        *fact("in short", outcome(found, today), wide),
        *fact("clock", _clock(clock, today), wide),
        *fact("known", _known(clock, today), wide),
        *fact("interval", _interval(contact, clock), wide),
        *fact("so far", _ratio(found), wide),
        *fact("due", _due(clock, today), wide),
        *(part for hide in found.hides for part in fact("hidden", hide_words(hide, network, now), wide)),
    ]


def _clock(clock: Clock, today: date) -> str:
    if clock.start_from == "unknown":
        return _FROM["unknown"]
    return f"starts {_day(clock.start, today)}: {_FROM[clock.start_from]}"


def _known(clock: Clock, today: date) -> str:
    """Return the other days that were looked at, of which the latest counts."""
    days = (("last touch", clock.last_touch), ("met", clock.met), ("added", clock.added))
    known = [f"{name} {_day(day, today)}" for name, day in days if day is not None]
    return f"{'; '.join(known)}; the latest counts" if len(known) > 1 else ""


def _interval(contact: Contact, clock: Clock) -> str:
    if clock.base is None:
        return "none: ambient people are kept and found, and never due"
    whose = "their own" if clock.own else f"tier {contact.tier}"
    if clock.interval is None:
        return f"{count(clock.base, 'day')} ({whose}); it does not count now"
    percent = (clock.spread - 1) * 100
    moved = f"{abs(percent):.1f} % {'longer' if percent > 0 else 'shorter'}"
    return (
        f"{count(clock.base, 'day')} ({whose}), {moved} so that people met together do not all fall due "
        f"together: {clock.interval:.1f} days"
    )


def _ratio(found: Reckoning) -> str:
    clock = found.clock
    if clock.interval is None:
        return ""
    word = status_word(found.status) if found.status else "not soon yet"
    return f"{count(clock.days, 'day')} of {clock.interval:.1f}: ratio {clock.ratio:.2f}, {word}"


def _due(clock: Clock, today: date) -> str:
    return "" if clock.due is None else _day(clock.due, today)


def _day(day: date, today: date) -> str:
    return f"{short_day(day, today)} ({ago(day, today) if day <= today else ahead(day, today)})"


def hide_words(hide: Hide, network: Network, now: datetime) -> str:
    """Return what hides a check-in, in words: 'you both go to PyCon, until Fri 27 Nov'."""
    today = now.date()
    until = f" until {short_day(hide.until, today)}" if hide.until is not None else ""
    match hide.why:
        case "archived":
            return "archived: never due (z on their page brings them back)"
        case "paused":
            return "paused, until you end it (P)"
        case "ambient":
            return "ambient, without an interval of their own"
        case "put off":
            return f"put off{until}"
        case "step":
            step = network.follow_ups.get(hide.record)
            what = f": {step.text.strip()}" if step and step.text.strip() else ""
            when = f" for {short_day(hide.until, today)}" if hide.until is not None else ""
            return f"something dated is open between you{when}{what}"
        case _:
            event = network.events.get(hide.record)
            return f"you both go to {event.name if event else 'an event'}{until}"


def outcome(found: Reckoning, today: date) -> str:
    """Return what became of the check-in, and of the day's five, in a sentence."""
    day = f"{found.check_ins} of at most {found.cap} check-ins show today"
    more = f", {found.waiting} more can wait" if found.waiting else ""
    back = f"; it can show from {_day(found.back, today)}" if found.back and found.back > today else ""
    match found.standing:
        case "shown":
            return f"shown today; {day}{more}"
        case "more":
            return f"due, and beyond the day's {found.cap}; {day}{more}"
        case "coming":
            return "soon: among what is coming up"
        case "reconnect":
            return "shown today as the one to reconnect with"
        case "hidden":
            return f"does not show{back}"
        case "never due":
            return "never falls due as it stands"
        case _:
            return "not due yet"


def _put_offs(found: Reckoning, today: date, wide: int) -> list[Line]:
    return [part for put_off in found.put_off for part in fact(*_put_off(put_off, today), wide)]


def _put_off(put_off: Deferral, today: date) -> tuple[str, str]:
    kind, _, rest = put_off.row.partition(":")
    named = rest.partition(":")[0] if kind == "milestone" else ""
    what = named or _KEYS.get(kind, kind)
    words = f"{_PUT_OFF[put_off.action]} {ago(put_off.day, today)}, back {_day(put_off.until, today)}"
    return "row", f"{what}: {words}"


def reckoning_data(network: Network, contact: Contact, found: Reckoning, now: datetime) -> dict[str, Any]:
    """Return the reckoning as plain data, for `kith due --explain NAME --json`."""
    clock = found.clock
    return {
        "contact": contact.name,
        "contact_uid": contact.uid,
        "clock_start": clock.start,
        "clock_from": clock.start_from,
        "last_touch": clock.last_touch,
        "met": clock.met,
        "added": clock.added,
        "tier": contact.tier,
        "base_days": clock.base,
        "own_interval": clock.own,
        "spread": round(clock.spread, 6),
        "interval": None if clock.interval is None else round(clock.interval, 4),
        "days": clock.days,
        "ratio": round(clock.ratio, 6),
        "status": found.status,
        "next_due": clock.due,
        "standing": found.standing,
        "back": found.back,
        "hidden_by": [
            {
                "why": hide.why,
                "until": hide.until,
                "record": hide.record,
                "text": hide_words(hide, network, now),
            }
            for hide in found.hides
        ],
        "rows": [
            {
                "kind": placed.row.kind,
                "key": placed.row.key,
                "status": placed.row.status,
                "due": placed.row.due,
                "reason": reason(placed.row, network, now),
                "where": placed.where,
                "place": placed.place,
                "of": placed.of,
                "puts_off": placed.row.puts_off,
            }
            for placed in found.rows
        ],
        "put_off": [
            {"row": it.row, "action": it.action, "day": it.day, "until": it.until} for it in found.put_off
        ],
        "check_ins_today": found.check_ins,
        "check_ins_waiting": found.waiting,
        "check_ins_a_day": found.cap,
    }
