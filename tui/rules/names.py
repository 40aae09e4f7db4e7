"""How a person is addressed."""

from __future__ import annotations

from unicodedata import name

from tui.model.records import Contact

_DESCRIBES = frozenset(
    "the a an that this my our his her their some somebody someone person man woman guy lady unknown".split()
)
"""First words of a description that stands in for a name until it is known: 'the woman from the grid company'."""
_TITLES = {"dr", "prof", "professor", "mr", "mrs", "ms", "mx", "sir", "dame", "herr", "frau", "ir"}


def first_name(contact: Contact) -> str:
    """Return what you call somebody: the nickname, else the given name, else the name's first word.

    Honorifics are passed over. Where the family name is written first and the given name is not known
    apart, the given name is what follows. Names in scripts without spaces stay whole, and so does a
    description that stands in for a name.
    """
    if contact.nickname:
        return contact.nickname
    if contact.given:
        return contact.given.split()[0]
    words = [word for word in contact.name.split() if word.rstrip(".").casefold() not in _TITLES]
    if not words or is_description(contact):
        return contact.name
    if contact.culture.name_order == "family first" and len(words) > 1:
        return " ".join(words[1:])
    return words[0].rstrip(",")


def is_description(contact: Contact) -> bool:
    """Tell whether somebody's name is not known yet, and words stand in for it: 'the woman from the grid company'."""
    words = contact.name.split()
    return (
        not contact.nickname
        and not contact.given
        and len(words) > 1
        and words[0].casefold() in _DESCRIBES
        and words[1][:1].islower()
    )


def formal_name(contact: Contact) -> str:
    """Return the name for a formal greeting: the full name, in the person's own order."""
    if contact.given and contact.family:
        family_first = contact.culture.name_order == "family first"
        given, family = contact.name.rfind(contact.given), contact.name.rfind(contact.family)
        if min(given, family) >= 0 and (family < given) == family_first:
            # The name as it was written is already right: with all its parts, and spaces only where it has them.
            return contact.name
        return f"{contact.family} {contact.given}" if family_first else f"{contact.given} {contact.family}"
    return contact.name


def spoken_name(contact: Contact) -> str:
    """Return the name by which one speaks of somebody: the full name, or in English what they go by.

    '周雨桐' can't be said aloud by whoever can't read it; 'Yutong', as the nickname has it, can.
    """
    return contact.name if not contact.nickname or is_latin(contact.name) else contact.nickname


def is_latin(text: str) -> bool:
    """Tell whether the letters of a name are Latin ones, with whatever marks: 'Żółć', not 'Ольга'."""
    return all(name(char, "").startswith("LATIN") for char in text if char.isalpha())


def works_as(contact: Contact) -> str:
    """Return what somebody does in a few words: 'design lead at Acme Robotics', or what is known of it."""
    if contact.title and contact.organization:
        return f"{contact.title} at {contact.organization}"
    return contact.title or contact.organization
