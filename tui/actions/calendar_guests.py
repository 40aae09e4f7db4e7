"""Who the guests of a calendar are, and contacts made of those who are nobody yet."""

from __future__ import annotations

from datetime import datetime

from msgspec.structs import replace

from tui.exchange.ical_values import Guest
from tui.model.base import new_uid
from tui.model.change import Edits
from tui.model.network import Network
from tui.model.records import Contact
from tui.model.text import fold, one_line


class Guests:
    """Finds the contact of each guest; counts those who are new."""

    def __init__(self, network: Network, edits: Edits, now: datetime) -> None:
        self._network, self._edits, self._today = network, edits, now.date()
        self._mine = {fold(email) for email in network.profile.emails}
        self._found: dict[str, str | None] = {}
        self.new = 0

    def contact(self, guest: Guest) -> str | None:
        """Return the uid of a guest, or None for yourself and for those who do not come."""
        key = fold(guest.email)
        if key not in self._found:
            self._found[key] = None if self._is_me(guest) else self._known(guest) or self._made(guest)
        return None if guest.declined else self._found[key]

    def _is_me(self, guest: Guest) -> bool:
        me = self._network.profile
        return fold(guest.email) in self._mine or bool(me.name and fold(me.name) == fold(_named(guest)[0]))

    def _known(self, guest: Guest) -> str | None:
        name, given, family = _named(guest)
        key = fold(guest.email)
        found = self._network.by_email(guest.email)
        found = [it for it in found if fold(it.name) == fold(name)] or found
        if found:
            return found[0].uid
        alike = [it for it in self._network.by_name(name) if not it.emails]
        others = len(self._network.by_name(name)) - len(alike)
        if len(alike) != 1 or others or key in map(fold, alike[0].imported.get("email", "").split()):
            return next((it.uid for it in alike if key in fold(it.imported.get("email", "")).split()), None)
        known = self._edits.get(Contact, alike[0].uid) or alike[0]
        if not known.emails:
            brought_in = {**known.imported, "email": guest.email}
            self._edits.put(
                replace(
                    known,
                    emails=(guest.email,),
                    given=known.given or given,
                    family=known.family or family,
                    imported=brought_in,
                )
            )
        return known.uid

    def _made(self, guest: Guest) -> str | None:
        if guest.declined:
            return None
        name, given, family = _named(guest)
        contact = Contact(
            uid=new_uid(),
            name=name,
            given=given,
            family=family,
            emails=(guest.email,),
            tier="ambient",
            imported={"name": name, "email": guest.email},
            source="calendar",
            added=self._today,
        )
        self._edits.put(contact)
        self.new += 1
        return contact.uid


def _named(guest: Guest) -> tuple[str, str, str]:
    """Return a guest's name, given name and family name, as far as the calendar tells them.

    Outlook writes 'Doe, Jane'. Where only the address is there, its words make the name.
    """
    name = one_line(guest.name)
    if not name or "@" in name:
        local = guest.email.partition("@")[0].partition("+")[0]
        parts = [part for part in local.replace("_", ".").split(".") if part]
        words = all(part.isalpha() and len(part) > 1 for part in parts) and len(parts) in {2, 3}
        return (" ".join(part.capitalize() for part in parts) if words else local), "", ""
    family, comma, given = (part.strip() for part in name.partition(","))
    if (
        comma
        and given
        and family
        and "," not in given
        and len(given.split()) <= 3
        and len(family.split()) <= 3
    ):
        return f"{given} {family}", given, family
    return name, "", ""
