"""What a file says of a person beyond name, work and addresses: phones, birthdays, notes, groups ...

The same rule for all: what is new is added, what the file brought before and you took out stays out, and
what you typed stays as it is. How close somebody is to you, and whatever else you decide about a person,
comes only with somebody new.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from hashlib import blake2b
from typing import Any

from msgspec.structs import fields

from tui.model.records import Contact, Milestone
from tui.model.text import fold

FOLLOWED = frozenset(("nickname", "industry", "place", "timezone"))
"""Texts that follow the file until you change them, as organisation and title do."""
_NOTES = frozenset(("notes", "private_notes"))
_ELSEWHERE = frozenset(
    ("uid", "name", "given", "family", "organization", "title", "emails", "profiles", "imported", "extra")
)
"""Fields that other columns of a Person carry, or that no file may set."""
_NOT_DIGITS = re.compile(r"\D+")
_SAME_END = 9
"""Two numbers are one if so many digits at their end are: '+49 170 1234567' and '0170 1234567'."""


@cache
def defaults() -> dict[str, Any]:
    """Return every field of a contact of whom nothing is known, with its value."""
    blank = Contact(uid="", name="")
    return {field.name: getattr(blank, field.name) for field in fields(Contact)}


class Gathered:
    """Further fields of one contact while the rows about them are read."""

    def __init__(self, before: Contact | None, imported: dict[str, str]) -> None:
        self.values: dict[str, Any] = {}
        """Fields that are other than before."""
        self._before = before
        self._imported = imported
        self._said: set[str] = set()

    def take(self, more: Mapping[str, Any]) -> None:
        """Take over what a row says; of two rows about one person the first to say a thing counts."""
        for name, value in more.items():
            if name in _ELSEWHERE or name not in defaults() or not value:
                continue
            if name in FOLLOWED:
                self._follow(name, value)
            elif name in _NOTES:
                self._add_note(name, value)
            elif isinstance(value, tuple):
                self._add(name, value)
            elif name not in self._said and self._held(name) == defaults()[name] and self._open(name):
                self.values[name] = value
            self._said.add(name)

    def _held(self, name: str) -> Any:
        return self.values.get(name, getattr(self._before, name) if self._before else defaults()[name])

    def _open(self, name: str) -> bool:
        """Tell whether a file may say this of somebody known: only what is a fact and not a decision."""
        if self._before is None:
            return True
        if name == "met_note" and (self._before.met_event or self._before.introduced_by):
            return False  # a file says in words what is known better here
        return name in {"met_day", "met_note", "culture"}

    def _follow(self, name: str, value: str) -> None:
        if name not in self._said and self._held(name) == self._imported.get(name, ""):
            self.values[name] = self._imported[name] = value

    def _add_note(self, name: str, text: str) -> None:
        """Add a paragraph, unless it stands there or stood there once."""
        # The mark alone is kept: a note can be as long as a letter.
        mark = blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()
        brought = self._imported.get(name, "").split()
        if mark in brought:
            return
        self._imported[name] = " ".join((*brought, mark))
        held = self._held(name)
        if text not in held:
            self.values[name] = f"{held}\n\n{text}" if held else text

    def _add(self, name: str, values: Iterable[Any]) -> None:
        key = _KEYS.get(name, _word)
        held = self._held(name)
        there = {key(it) for it in held}
        tracked = name not in _UNTRACKED
        brought = dict.fromkeys(self._imported.get(name, "").split("\n")) if tracked else {}
        brought.pop("", None)
        new = []
        for value in values:
            mark = key(value)
            if not mark or mark in there or mark in brought:
                if mark and tracked:
                    brought[mark] = None
                continue
            there.add(mark)
            if tracked:
                brought[mark] = None
            new.append(value)
        if tracked and brought:
            self._imported[name] = "\n".join(brought)
        if new:
            self.values[name] = (*held, *new)


def _word(value: Any) -> str:
    return " ".join(fold(str(value)).split())


def _number(value: Any) -> str:
    digits = _NOT_DIGITS.sub("", str(value))
    return digits[-_SAME_END:] or _word(value)


def _day(value: Any) -> str:
    return f"{_word(value.label)} {value.month}-{value.day}" if isinstance(value, Milestone) else ""


def _whole(value: Any) -> str:
    return str(value)


_KEYS: dict[str, Callable[[Any], str]] = {
    "phones": _number,
    "milestones": _day,
    "vcard": _whole,
    "starters": _whole,
    "deferrals": _whole,
}
_UNTRACKED = frozenset(("vcard", "starters", "deferrals", "not_duplicates"))
"""Lists from which nobody takes an entry out by hand, or which only come with somebody new."""
