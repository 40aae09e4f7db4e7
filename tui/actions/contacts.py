"""People by hand: add, edit, archive and bring back; and your own profile."""

from __future__ import annotations

from msgspec.structs import fields, replace

from tui.actions.interactions import Refused
from tui.model.change import Change, Edits
from tui.model.network import Network
from tui.model.records import Contact, Profile
from tui.rules.entry.fields import problems_of


def add(network: Network, contact: Contact) -> Change:
    """Return the Change that adds a contact.

    Raises:
        Refused: if a field can't be saved as it is.
    """
    _check(contact, frozenset())
    if contact.uid in network.contacts:
        raise Refused(f"{contact.name} is among your contacts already: edit them instead.")
    return _put(network, contact, f"Added {contact.name}")


def update(network: Network, before: Contact, after: Contact) -> Change:
    """Return the Change that edits a contact: the fields in which `after` differs from `before`.

    What something else changed meanwhile stays as it is now; only the fields edited are written.

    Raises:
        Refused: if an edited field can't be saved as it is, or the contact was removed meanwhile.
    """
    names = [field.name for field in fields(Contact) if field.name != "uid"]
    edited = {name: getattr(after, name) for name in names if getattr(after, name) != getattr(before, name)}
    current = network.contacts.get(before.uid)
    if current is None:
        raise Refused(f"{before.name} was removed meanwhile: undo that first.")
    now = replace(current, **edited)
    _check(now, frozenset(names) - edited.keys())
    return _put(network, now, f"Edited {now.name}")


def archive(network: Network, contact: Contact) -> Change:
    """Return the Change that puts a contact away: kept and found, never due."""
    return _put(network, replace(_now(network, contact), archived=True), f"Archived {contact.name}")


def unarchive(network: Network, contact: Contact) -> Change:
    """Return the Change that brings a contact back."""
    return _put(network, replace(_now(network, contact), archived=False), f"Brought {contact.name} back")


def set_profile(network: Network, profile: Profile) -> Change:
    """Return the Change that writes what the file says of you."""
    edits = Edits(network)
    edits.put(replace(profile, uid="me"))
    return edits.change("Edited your profile")


def _now(network: Network, contact: Contact) -> Contact:
    current = network.contacts.get(contact.uid)
    if current is None:
        raise Refused(f"{contact.name} was removed meanwhile: undo that first.")
    return current


def _check(contact: Contact, untouched: frozenset[str]) -> None:
    """Refuse what can't be saved; a field that was not edited is left as it came."""
    for field, wrong in problems_of(contact).items():
        if field not in untouched:
            raise Refused(wrong)


def _put(network: Network, contact: Contact, words: str) -> Change:
    edits = Edits(network)
    edits.put(contact)
    return edits.change(words)
