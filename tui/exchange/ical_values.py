"""What stands in one entry of a calendar file, as values: its text, place and link, topics, guests.

What cannot be read is taken for nothing, so that it costs no more than itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from tui.model.text import one_line

BRIEF_BELOW = "~ the brief, from Kith ~"
"""Stands above the brief in a description; what is below it is not read back."""

_LONGEST_NOTES = 5000
_LINK = re.compile(r"https?://[^\s<>\"\\]+")
_CALLS = re.compile(
    r"https?://(?:[\w.-]+\.)?(?:zoom\.us|meet\.google\.com|teams\.microsoft\.com|teams\.live\.com|webex\.com|"
    r"whereby\.com|meet\.jit\.si|gotomeeting\.com|streamyard\.com)/[^\s<>\"\\]+",
    re.IGNORECASE,
)
_LINK_PROPERTIES = ("URL", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL", "CONFERENCE")

_ADDRESS = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s,;<>\".]+")
_ROBOTS = re.compile(
    r"(?:no-?_?reply|do-?not-?reply|calendar-invite|invites?|invitations?|notifications?|events?|info|hello|"
    r"unknownorganizer|mailer-daemon|postmaster|imip)(?:\+.*)?"
)
_SERVICES = re.compile(
    r"(?:^|\.)(?:group|resource|import)\.calendar\.google\.com$"
    r"|(?:^|\.)(?:lu\.ma|luma\.com|meetup\.com)$"
)


class Guest(msgspec.Struct, frozen=True):
    """Somebody whom a calendar entry names."""

    email: str
    """Email address, in lower case."""
    name: str = ""
    """Name, as the calendar has it; may be empty, or the address again."""
    declined: bool = False
    """True if they answered that they don't come."""


def drop_broken(it: Any) -> None:
    """Take out of an entry what could not be read; its `errors` tell of it. A start says so itself."""
    from icalendar.prop import vBroken

    for name in [name for name in it if name != "DTSTART"]:
        values = it[name] if isinstance(it[name], list) else [it[name]]
        sound = [value for value in values if not isinstance(value, vBroken)]
        if len(sound) == len(values):
            continue
        if sound:
            it[name] = sound
        else:
            del it[name]


def text_of(it: Any, name: str) -> str:
    """Return a property as one line; of several the first."""
    value = it.get(name)
    if isinstance(value, list):
        value = value[0] if value else None
    if value is None:
        return ""
    if hasattr(value, "to_ical") and not isinstance(value, str):
        value = value.to_ical().decode("utf-8", "replace")
    return one_line(str(value))


def notes(it: Any) -> str:
    """Return what is written about an entry, as lines of plain text, without the brief from Kith."""
    value = it.get("DESCRIPTION")
    text = str(value[0] if isinstance(value, list) and value else value or "").partition(BRIEF_BELOW)[0]
    if re.search(r"<(?:br|p|div|html|b|ul)\b[^>]*>", text, re.IGNORECASE):
        text = re.sub(r"(?i)<(?:br|/p|/div|/li)[^>]*>", "\n", text)
        text = re.sub(r"<[^<>]*>", "", text)
    lines = [" ".join(part.split()) for part in text.splitlines()]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()[:_LONGEST_NOTES]


def categories(it: Any) -> Iterator[str]:
    """Yield what an entry is about."""
    value = it.get("CATEGORIES")
    for group in value if isinstance(value, list) else [value]:
        for one in getattr(group, "cats", ()):
            if topic := one_line(str(one)):
                yield topic


def guests(it: Any) -> Iterator[Guest]:
    """Yield the organiser and the guests, each address once."""
    known: set[str] = set()
    for name in ("ORGANIZER", "ATTENDEE"):
        value = it.get(name)
        for one in value if isinstance(value, list) else [] if value is None else [value]:
            params = getattr(one, "params", {})
            said = one_line(str(params.get("EMAIL", "") or one))
            email = re.sub(r"^mailto:", "", said, flags=re.IGNORECASE).strip().casefold()
            kind = str(params.get("CUTYPE", "INDIVIDUAL")).upper()
            if email in known or kind in {"ROOM", "RESOURCE", "GROUP"} or not _is_person(email):
                continue
            known.add(email)
            full = one_line(str(params.get("CN", ""))).strip("'\" ")
            yield Guest(email, full, str(params.get("PARTSTAT", "")).upper() == "DECLINED")


def _is_person(email: str) -> bool:
    """Tell whether an address may be somebody's, and not that of a list, a room or a service."""
    if not _ADDRESS.fullmatch(email):
        return False
    local, _, domain = email.partition("@")
    return not (_ROBOTS.fullmatch(local) or _SERVICES.search(domain))


def number(value: Any) -> int:
    """Return a number that is not below nought; nought for what is none."""
    try:
        return min(max(int(value), 0), 2**31 - 1)
    except (TypeError, ValueError):
        return 0


def place_and_link(it: Any) -> tuple[str, str]:
    """Return place and link; a place that is only a link is one."""
    place = text_of(it, "LOCATION")
    links = [found[0] for name in _LINK_PROPERTIES if (found := _LINK.search(text_of(it, name)))]
    in_place = _LINK.search(place)
    if in_place:
        links.append(in_place[0])
        place = place.replace(in_place[0], "").strip(" ,;()-")
    call = _CALLS.search(str(it.get("DESCRIPTION", "")).partition(BRIEF_BELOW)[0])
    if call:
        links.append(call[0])
    return place, next(iter(links), "")
