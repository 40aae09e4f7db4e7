"""What a contact's fields may hold, and what is wrong with a value that can't be saved."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tui.model.records import Contact
from tui.rules.matching.people import profile_address
from tui.rules.moments import zone_of
from tui.rules.phrases import clipped

LONGEST_INTERVAL = 3650
"""Days: the longest time between two touches that can be set."""

_SHOWN = 40


def problem_with(field: str, value: object) -> str:
    """Return what is wrong with one value of a contact's field, as a sentence; '' if nothing is.

    For a field that holds several (emails, profiles, phones), `value` is one of them. Fields that may hold
    any text have no fault.
    """
    rule = _RULES.get(field)
    return rule(value) if rule is not None else ""


def problems_of(contact: Contact) -> dict[str, str]:
    """Return what is wrong with a contact, by field; empty if it can be saved."""
    found: dict[str, str] = {}
    for field in _RULES:
        value = getattr(contact, field)
        for one in value if isinstance(value, tuple) else (value,):
            wrong = problem_with(field, one)
            if wrong:
                found.setdefault(field, wrong)
    return found


def _name(value: object) -> str:
    return "" if str(value).strip() else "A contact needs a name: type at least one word."


def _email(value: object) -> str:
    text = str(value)
    local, at, domain = text.rpartition("@")
    if at and local and "." in domain.strip(".") and not _has_any(text, " \t\n,;<>()"):
        return ""
    return f"“{_shown(text)}” is no email address. Write it like maya@acme.example."


def _profile(value: object) -> str:
    if profile_address(str(value)):
        return ""
    return f"“{_shown(str(value))}” is not a web address. Write it like linkedin.com/in/name."


def _phone(value: object) -> str:
    if any(char.isdigit() for char in str(value)):
        return ""
    return f"“{_shown(str(value))}” has no digit in it. Write the number as you would dial it."


def _timezone(value: object) -> str:
    if not value or zone_of(str(value)) is not None:
        return ""
    return f"“{_shown(str(value))}” is no time zone. Write region and city, like Europe/Lisbon."


def _interval(value: object) -> str:
    if value is None or value == "":
        return ""
    text = str(value).strip()
    if text.isascii() and text.isdigit() and len(text) < 6 and 1 <= int(text) <= LONGEST_INTERVAL:
        return ""
    return (
        f"“{_shown(text)}” is no number of days. Write one from 1 to {LONGEST_INTERVAL:,}, or leave it empty"
        " for the tier's rhythm."
    )


_RULES: dict[str, Callable[[object], str]] = {
    "name": _name,
    "emails": _email,
    "profiles": _profile,
    "phones": _phone,
    "timezone": _timezone,
    "interval": _interval,
}


def _has_any(text: str, chars: Iterable[str]) -> bool:
    return any(char in text for char in chars)


def _shown(text: str) -> str:
    return clipped(text, _SHOWN)
