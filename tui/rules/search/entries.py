"""A contact as it is searched: one folded text, made once, and which words are found in it."""

from __future__ import annotations

import re
from collections.abc import Collection

import msgspec

from tui.model.records import Contact
from tui.model.text import fold, one_line

_NUMBER = re.compile(r"\+?[\d ().-]*\d[\d ().-]*")
_NO_DIGIT = re.compile(r"\D+")
_DIGITS = 3
"""Digits from which a number is looked for among phone numbers."""


class Entry(msgspec.Struct, gc=False):
    """One contact as it is searched. The texts are made when words are first looked for: 15 µs each."""

    key: tuple[bool, str, str]
    """Archived or not, folded name, uid: the order in which people stand where nothing else is asked."""
    contact: Contact
    """The contact."""
    name: str = ""
    """Folded names, one a line, each word with a space before it; empty until it is read."""
    text: str = ""
    """The same for all that free words look at, names first."""

    def read(self) -> None:
        """Make the texts, if they are not made yet."""
        if self.text:
            return
        it = self.contact
        names = [it.name or "?", it.nickname]
        if it.given or it.family:
            names.append(f"{it.given} {it.family}")
        facts = [it.organization, it.title, it.industry, it.place, it.notes]
        facts += (*it.interests, *it.groups, *it.roles)
        # One fold for all is a third of the cost of reading everybody; the lines keep phrases within one value.
        lines = [f" {one_line(text)}" for text in names if text]
        text = fold("\n".join([*lines, *(f" {one_line(text)}" for text in facts if text)]))
        self.name = "\n".join(text.split("\n", len(lines))[: len(lines)])
        self.text = text


def entry_of(contact: Contact) -> Entry:
    """Return a contact as it is searched, its texts not made yet."""
    return Entry((contact.archived, one_line(fold(contact.name or "?")), contact.uid), contact)


def holding(word: str, near: Collection[str], entries: list[Entry], wanted: bool) -> list[Entry]:
    """Return the entries that hold a folded word or phrase, or, unless `wanted`, those that do not.

    An `@` is looked for in email addresses too, and a number in phone numbers; those in `near` (uid) have a
    name or an organisation that the word may have been meant as.
    """
    if "@" in word:
        return [it for it in entries if (word in it.text or _has_address(it, word)) is wanted]
    digits = _NO_DIGIT.sub("", word) if _NUMBER.fullmatch(word) else ""
    if len(digits) >= _DIGITS:
        return [it for it in entries if (word in it.text or _has_number(it, digits)) is wanted]
    if near:
        return [it for it in entries if (word in it.text or it.contact.uid in near) is wanted]
    return [it for it in entries if (word in it.text) is wanted]


def narrows(old: str, new: str) -> bool:
    """Tell whether whoever holds a later word holds the earlier one too, both looked for as `holding` does."""
    if old not in new or ("@" in new) is not ("@" in old):
        return False
    return bool(_NUMBER.fullmatch(new)) is bool(_NUMBER.fullmatch(old))


def _has_address(entry: Entry, word: str) -> bool:
    return word in fold(" ".join(entry.contact.emails))


def _has_number(entry: Entry, digits: str) -> bool:
    return any(digits in _NO_DIGIT.sub("", phone) for phone in entry.contact.phones)
