"""Why a row of the queue is there, in words (rule 10). Nothing shames: what is late is a date, no more."""

from __future__ import annotations

from datetime import date, datetime

from tui.model.network import Network
from tui.model.records import Channel, Contact, FollowUp, Introduction, Milestone
from tui.model.text import one_line
from tui.rules import cadence
from tui.rules.first_time import only_connected
from tui.rules.moments import ends
from tui.rules.names import first_name
from tui.rules.phrases import ago, count, said_ahead, said_past, short_day, span
from tui.rules.queue import reconnect
from tui.rules.queue.after_events import LAPSES
from tui.rules.queue.ranking import QueueKind, Row, Status
from tui.rules.queue.sources import day_where

_LABELS: dict[QueueKind, str] = {
    "promise": "Promise",
    "follow_up": "Follow-up",
    "introduction": "Introduction",
    "waiting": "Waiting",
    "milestone": "Milestone",
    "check_in": "Check-in",
    "reconnect": "Reconnect",
}
_GROUPS: dict[QueueKind, str] = {
    "promise": "Promises you made",
    "follow_up": "A word after meeting",
    "introduction": "Introductions to move on",
    "waiting": "Waiting for",
    "milestone": "Days to remember",
    "check_in": "Check-ins",
    "reconnect": "One to reconnect with",
}
_STATUS: dict[Status, tuple[str, str]] = {
    "soon": ("○", "soon"),
    "due": ("●", "due"),
    "amber": ("◆", "two days on"),
    "red": ("▲", "three days or more"),
    "overdue": ("■", "overdue"),
}
_SPOKE: dict[Channel, str] = {
    "in person": "last saw each other",
    "call": "last spoke",
    "video": "last spoke",
    "message": "last wrote",
    "email": "last wrote",
    "social": "last wrote",
}
_BRINGS_SHOWN = 2

_SAID = {"promise": "promised", "waiting": "they promised", "follow_up": "planned"}


def label(kind: QueueKind) -> str:
    """Return what a kind of row is called: 'Check-in'."""
    return _LABELS[kind]


def group(kind: QueueKind) -> str:
    """Return the heading over the rows of a kind: 'Promises you made'."""
    return _GROUPS[kind]


def status_word(status: Status) -> str:
    """Return a status in words."""
    return _STATUS[status][1]


def standing(row: Row, network: Network, now: datetime) -> str:
    """Return how pressing a row is, with the true number of days: 'due', '4 days on', 'Fri 27 Nov'."""
    event = network.events.get(row.event or "")
    if row.status in ("amber", "red") and event is not None:
        days = (now.date() - ends(event, now).date()).days
        return f"{count(days, 'day')} on"
    if row.status != "soon":
        return status_word(row.status)
    if row.kind == "reconnect":
        return "when you like"
    if row.due is not None and row.due > now.date():
        return short_day(row.due, now.date())
    return status_word(row.status)


def last_day(row: Row, network: Network, now: datetime) -> date | None:
    """Return the last day on which the word after an event still shows; None for a row that never lapses."""
    event = network.events.get(row.event or "")
    if row.kind != "follow_up" or row.follow_up is not None or event is None:
        return None
    return (ends(event, now) + LAPSES).date()


def glyph(status: Status) -> str:
    """Return the sign of a status, one column wide; each has another shape, so that no colour is needed."""
    return _STATUS[status][0]


def reason(row: Row, network: Network, now: datetime) -> str:
    """Return why a row is there: 'promised 3 days ago at PyCon: send the deck'. One line of plain text."""
    contact = network.contacts.get(row.contact)
    if contact is None:
        return ""
    return one_line(_reason(row, contact, network, now))


def short_reason(row: Row, network: Network, now: datetime) -> str:
    """Return the same for a narrow list, what was promised first: 'send the deck, promised 3 days ago'."""
    follow_up = network.follow_ups.get(row.follow_up or "")
    if follow_up is None or not follow_up.text.strip():
        return reason(row, network, now)
    made = f", {_SAID[follow_up.kind]} {ago(follow_up.made, now.date())}" if follow_up.made else ""
    return one_line(follow_up.text + made)


def _reason(row: Row, contact: Contact, network: Network, now: datetime) -> str:
    today = now.date()
    follow_up = network.follow_ups.get(row.follow_up or "")
    introduction = network.introductions.get(row.introduction or "")
    if follow_up is not None:
        return _step(follow_up, network, today)
    if introduction is not None:
        return _introduction(introduction, network, today)
    if row.milestone is not None and row.due is not None:
        return _milestone(row.milestone, row.due, day_where(contact, now))
    if row.kind == "follow_up":
        return _after_event(row, network, now)
    if row.kind == "reconnect":
        return _reconnect(contact, network, today)
    return _check_in(contact, network, today)


def _step(follow_up: FollowUp, network: Network, today: date) -> str:
    words = _SAID[follow_up.kind]
    if follow_up.made is not None:
        words += f" {ago(follow_up.made, today)}"
    words += _at(follow_up.event, network)
    if follow_up.text.strip():
        words += f": {follow_up.text.strip()}"
    due = follow_up.due
    if due is None:
        return words
    if due >= today:
        return f"{words} (for {said_ahead(due, today).removeprefix('on ')})"
    said = said_past(due, today) if (today - due).days < 6 else short_day(due, today)
    return f"{words} (was for {said.removeprefix('on ')})"


def _at(event: str | None, network: Network) -> str:
    found = network.events.get(event or "")
    return f" at {found.name}" if found else ""


def _after_event(row: Row, network: Network, now: datetime) -> str:
    event = network.events.get(row.event or "")
    if event is None:
        return "no word sent yet"
    return f"met at {event.name} {ago(ends(event, now).date(), now.date())}; no word sent yet"


def _introduction(introduction: Introduction, network: Network, today: date) -> str:
    first, second = (_called(uid, network) for uid in (introduction.first, introduction.second))
    since = introduction.steps[-1].day if introduction.steps else introduction.added
    when = f" {ago(since, today)}" if since else ""
    why = f" ({introduction.reason.strip()})" if introduction.reason.strip() else ""
    match introduction.status:
        case "idea":
            return f"you thought of introducing {first} to {second}{when}{why}: ask {first} first"
        case "asked first":
            return f"{first} was asked{when} about meeting {second}{why}: if it is a yes, ask {second}"
        case "asked second":
            return f"{second} was asked{when} too{why}: if both like it, introduce {first} and {second}"
        case _:
            return f"you introduced {first} and {second}{when}: ask what came of it"


def _called(uid: str, network: Network) -> str:
    contact = network.contacts.get(uid)
    return first_name(contact) if contact else "somebody"


def _milestone(milestone: Milestone, day: date, today: date) -> str:
    name = milestone.label.strip() or "a day to remember"
    years = day.year - milestone.year if milestone.year and not milestone.once else 0
    since = "" if years < 1 or "birthday" in name.casefold() else f" ({count(years, 'year')})"
    kept = (
        " (born on 29 February)"
        if (milestone.month, milestone.day) == (2, 29) != (day.month, day.day)
        else ""
    )
    if "birthday" not in name.casefold():
        kept = kept.replace("born on ", "")
    when = said_past(day, today) if day < today else said_ahead(day, today)
    return f"{name} {when}{since}{kept}"


def _check_in(contact: Contact, network: Network, today: date) -> str:
    last = next((it for it in network.touches_of(contact.uid) if it.day <= today), None)
    met = cadence.last_met(network, contact, today)
    if last is not None and (met is None or met <= last.day):
        words = f"{_SPOKE[last.channel]} {ago(last.day, today)}"
    elif met is not None:
        where = _at(contact.met_event, network) if met == cadence.first_met(network, contact) else ""
        words = f"{_met(contact, network, met)}{where} {ago(met, today)}"
        words += "; not in touch since" if last is None else ""
    elif contact.added is not None:
        words = f"added {ago(contact.added, today)}; not in touch yet"
    else:
        words = "not in touch yet"
    days = cadence.base_days(contact, network.settings.tiers)
    every = span(days).removeprefix("1 ") if days is not None else ""
    return f"{words}; you want to be in touch every {every}" if every else words


def _met(contact: Contact, network: Network, day: date) -> str:
    """Return what happened on the day you met by the record: 'met', or no more than that you were connected."""
    only = only_connected(contact)
    return "connected on LinkedIn" if only and day == cadence.first_met(network, contact) else "met"


def _reconnect(contact: Contact, network: Network, today: date) -> str:
    last = cadence.last_touch(network, contact, today)
    met = cadence.last_met(network, contact, today)
    if last is not None and (met is None or met <= last):
        words = f"last in touch {ago(last, today)}"
    elif met is not None:
        words = f"{_met(contact, network, met)} {ago(met, today)}{'' if last else '; never in touch since'}"
    elif contact.added is not None:
        words = f"added {ago(contact.added, today)}; not in touch yet"
    else:
        words = "long out of touch"
    brings = reconnect.circle_of(network).brings(contact)[:_BRINGS_SHOWN]
    return f"{words}; {'; '.join(map(_bring, brings))}" if brings else words


def _bring(bring: reconnect.Bring) -> str:
    value = bring.value.strip()
    match bring.dimension:
        case "offers":
            return f"can help with {value}, which you need"
        case "needs":
            return f"looks for {value}, and you could help"
        case "industry":
            return f"works in another field ({value})"
        case "group":
            return f"knows other people ({value})"
        case "organization":
            return f"is at {value}, where you have nobody close"
        case _:
            return f"lives elsewhere ({value})"
