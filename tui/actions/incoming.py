"""Who the rows of an import are about, and what they add to each.

The address of the profile decides, then the email address, then name with organisation. Values that an
import brought are kept in `Contact.imported`; one that still stands so is the file's to change, any other is
the user's.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from msgspec.structs import replace

from tui.actions.incoming_more import Gathered
from tui.exchange.report import Person
from tui.model.base import new_uid
from tui.model.records import Contact
from tui.model.text import fold
from tui.rules.matching.people import is_member, profile_key
from tui.rules.phrases import count


class Someone:
    """A contact, known or new, while the rows about them are gathered. The first to say a thing counts."""

    # What most new ones never get is not set on each: tens of thousands come at once.
    name = given = family = organization = title = ""
    emails: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    name_keys: tuple[str, ...] = ()
    profile_keys: tuple[str, ...] = ()
    is_member = False
    met: tuple[date | None, str] | None = None
    _said_organization = _said_title = False
    _brought: dict[str, str] | None = None
    _held: set[str] | None = None
    _contact: Contact | None = None
    uid = ""
    _more: Gathered | None = None

    def __init__(self, before: Contact | None) -> None:
        self.before = before
        self.imported: dict[str, str] = {}
        if before is None:
            return
        self.name, self.given, self.family = before.name, before.given, before.family
        self.organization, self.title = before.organization, before.title
        self.emails, self.profiles = before.emails, before.profiles
        self.imported = before.imported.copy()
        if before.imported or before.met_day or before.met_event or before.met_note or before.introduced_by:
            self.met = (before.met_day, before.met_note)

    def take(self, person: Person) -> None:
        """Take over what a row says, where that doesn't touch what the user typed."""
        if not self.name:
            self.name = person.name
        if not self.given and not self.family and self.name == person.name:
            self.given, self.family = person.given, person.family
        imported = self.imported
        if self.before is None or "name" in imported or _share_a_word(self.name, person.name):
            # Somebody known by an address alone, and by another name: that name is not to be found by.
            imported.setdefault("name", person.name)
        organization, title = person.organization, person.title
        if organization and not self._said_organization:
            self._said_organization = True
            if self.organization == imported.get("organization", ""):
                self.organization = imported["organization"] = organization
        if title and not self._said_title:
            self._said_title = True
            if self.title == imported.get("title", ""):
                self.title = imported["title"] = title
        if person.email:
            self._take_email(person.email)
        if self.met is None and (person.connected or person.connected_words):
            words = f" ({person.connected_words})" if person.connected_words else ""
            self.met = (person.connected, f"Connected on LinkedIn{words}")
        if person.more:
            for email in person.more.get("emails", ()):
                self._take_email(email)
            if self._more is None:
                self._more = Gathered(self.before, imported)
            self._more.take(person.more)

    def _take_email(self, email: str) -> None:
        """Add an address, unless an import brought it before and it was taken out since."""
        if self._brought is None or self._held is None:
            self._brought = {fold(it): it for it in self.imported.get("email", "").split()}
            self._held = set(map(fold, self.emails))
        folded = fold(email)
        if folded in self._brought:
            return
        self._brought[folded] = email
        if folded not in self._held:
            self._held.add(folded)
            self.emails = (*self.emails, email)

    def contact(self, today: date, source: str) -> Contact:
        """Return the contact as it is after the import."""
        if self._contact is None:
            day, note = self.met or (None, "")
            if self._brought is not None:
                self.imported["email"] = " ".join(self._brought.values())
            if self.before is None:
                self._contact = Contact(
                    uid=self.uid or new_uid(),
                    name=self.name,
                    given=self.given,
                    family=self.family,
                    organization=self.organization,
                    title=self.title,
                    emails=self.emails,
                    profiles=self.profiles,
                    met_day=day,
                    met_note=note,
                    tier="ambient",
                    imported=self.imported,
                    source=source,
                    added=today,
                )
            else:
                self._contact = replace(
                    self.before,
                    given=self.given,
                    family=self.family,
                    organization=self.organization,
                    title=self.title,
                    emails=self.emails,
                    profiles=self.profiles,
                    met_day=day,
                    met_note=note,
                    imported=self.imported,
                )
            if self._more is not None:
                self._contact = replace(self._contact, **self._more.values)
        return self._contact


_SHARED = 20
"""An email address that more people have says nothing about a member of LinkedIn."""
_Found = dict[str, tuple[Someone, ...]]


class Known:
    """Everybody by the keys that tell who a row is about; those the import adds included."""

    def __init__(self, contacts: Iterable[Contact]) -> None:
        # The same organisations come again and again, and each key is asked for more than once.
        self._fold = lru_cache(maxsize=None)(fold)
        self._key = lru_cache(maxsize=None)(profile_key)
        self._profiles: _Found = {}
        self._emails: _Found = {}
        self._names: _Found = {}
        self._names_of_others: _Found = {}
        self._bare: _Found | None = None
        self._uids: dict[str, Someone] = {}
        for contact in contacts:
            someone = self._uids[contact.uid] = Someone(contact)
            for address in contact.profiles:
                self._add_profile(someone, self._key(address))
            for email in (*contact.emails, *contact.imported.get("email", "").split()):
                _add(self._emails, self._fold(email), someone)
            self._set_names(someone)

    def find(self, person: Person) -> Someone | str | None:
        """Return who a row is about, None if nobody yet, or why that can't be said."""
        same = self._uids.get(person.uid) if person.uid else None
        # Some programs give every card of a file the same uid; then it says nothing.
        if same and (same.before is not None or self._fold(same.name) == self._fold(person.name)):
            return same
        key = self._key(person.profile) if person.profile else ""
        profiled = self._profiles.get(key, ()) if key else ()
        if profiled and is_member(key):
            return self._only(profiled, person) or "several contacts have this profile; merge them first"
        emailed = self._emails.get(self._fold(person.email)) if person.email else None
        if person.more and not emailed:
            found = (self._emails.get(self._fold(it)) for it in person.more.get("emails", ()))
            emailed = next(filter(None, found), None)
        if emailed and not is_member(key):
            # Who orders tickets for two gives one address for both: rows of other names are other people.
            emailed = tuple(it for it in emailed if it.before or _share_a_word(it.name, person.name))
        if emailed and not (is_member(key) and len(emailed) > _SHARED):
            sole = self._only([it for it in emailed if self._may_be(it, key, person.name)], person)
            if sole or not key:
                return sole or "several contacts have this email address; merge them first"
        # A site can be an employer's: it names one person only together with a part of the name.
        alike = [it for it in profiled if _share_a_word(it.name, person.name)]
        if alike:
            return self._only(alike, person) or "several contacts have this site and name; merge them first"
        # Two members of LinkedIn with one name at one company are two people.
        index = self._names_of_others if key and is_member(key) else self._names
        named = index.get(self._name_key(person.name, person.organization))
        if named is None and _is_bare(person):
            # A name and nothing else brings nothing that could be another's: it is whoever is called that.
            named = self._called(person.name)
            if len(named) > 1:
                return f"{count(len(named), 'contact')} have this name, and nothing else tells which"
        if named and len(named) > 1 and not is_member(key) and not person.email:
            return (
                f"{count(len(named), 'contact')} have this name and organisation, and no address tells which"
            )
        return named[0] if named and len(named) == 1 else None

    def learn(self, person: Person, someone: Someone | None) -> Someone:
        """Let somebody, or somebody new, take over a row and be found by what it says; return them."""
        if someone is not None and _is_bare(person):
            return someone
        someone = someone or Someone(None)
        key = self._key(person.profile) if person.profile else ""
        if key and key not in someone.profile_keys:
            someone.profiles = (*someone.profiles, person.profile)
            self._add_profile(someone, key)
        someone.take(person)
        if self._bare is not None:
            _add(self._bare, self._fold(someone.name), someone)
        if person.email:
            _add(self._emails, self._fold(person.email), someone)
        if person.uid and self._uids.setdefault(person.uid, someone) is someone:
            someone.uid = person.uid
        if person.more:
            for email in person.more.get("emails", ()):
                _add(self._emails, self._fold(email), someone)
            for address in person.more.get("profiles", ()):
                if self._key(address) not in someone.profile_keys:
                    someone.profiles = (*someone.profiles, address)
                    self._add_profile(someone, self._key(address))
        self._set_names(someone)
        return someone

    def _called(self, name: str) -> tuple[Someone, ...]:
        """Return everybody of a name, wherever they work; asked for few files, and gathered then."""
        if self._bare is None:
            self._bare = {}
            for someone in self._everybody():
                _add(self._bare, self._fold(someone.name), someone)
        return self._bare.get(self._fold(name), ())

    def _everybody(self) -> dict[Someone, None]:
        return dict.fromkeys(it for found in self._names.values() for it in found)

    def _only(self, found: Iterable[Someone], person: Person) -> Someone | None:
        """Return the one among several that a row can mean: the only one, or the only one of that name."""
        found = list(found)
        if len(found) > 1:
            found = [it for it in found if self._fold(it.name) == self._fold(person.name)]
        return found[0] if len(found) == 1 else None

    def _may_be(self, someone: Someone, key: str, name: str) -> bool:
        """Tell whether a row may be about somebody: not if it is another LinkedIn member by another name."""
        if not is_member(key) or not someone.is_member:
            return True
        return self._fold(someone.name) == self._fold(name)

    def _name_key(self, name: str, organization: str) -> str:
        return f"{self._fold(name)}\n{self._fold(organization)}"

    def _add_profile(self, someone: Someone, key: str) -> None:
        if key and key not in someone.profile_keys:
            someone.profile_keys = (*someone.profile_keys, key)
            someone.is_member = someone.is_member or is_member(key)
            _add(self._profiles, key, someone)

    def _set_names(self, someone: Someone) -> None:
        """Let somebody be found by name and organisation, as they are and as an import brought them."""
        here, there = someone.name, someone.organization
        name = someone.imported.get("name", here)
        organization = someone.imported.get("organization", there)
        keys: tuple[str, ...] = (self._name_key(here, there),)
        if name != here or organization != there:
            places = ((name, organization), (name, there), (here, organization))
            keys = tuple(dict.fromkeys((*keys, *(self._name_key(*place) for place in places))))
        for key in someone.name_keys:
            if key not in keys:
                _drop(self._names, key, someone)
            if key not in keys or someone.is_member:
                _drop(self._names_of_others, key, someone)
        for key in keys:
            _add(self._names, key, someone)
            if not someone.is_member:
                _add(self._names_of_others, key, someone)
        someone.name_keys = keys


def _share_a_word(name: str, other: str) -> bool:
    return not set(fold(name).split()).isdisjoint(fold(other).split())


def _is_bare(person: Person) -> bool:
    """Tell whether a row is a name and nothing else."""
    return not (person.profile or person.email or person.organization or person.title or person.more)


def _add(index: _Found, key: str, someone: Someone) -> None:
    found = index.setdefault(key, (someone,))
    if someone not in found:
        index[key] = (*found, someone)


def _drop(index: _Found, key: str, someone: Someone) -> None:
    index[key] = tuple(it for it in index.get(key, ()) if it is not someone)
