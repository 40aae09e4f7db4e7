"""What speaks for two records being one person, and what against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

import msgspec

from tui.model.records import Contact
from tui.model.text import fold, one_line
from tui.rules.matching.alike_names import Likeness, likeness, name_words
from tui.rules.matching.nicknames import is_common
from tui.rules.matching.people import is_member, profile_key
from tui.rules.matching.workplaces import domains_of, is_home_of, is_part, organization_key
from tui.rules.phrases import listed

_RARE, _FEW = 0.1, 20
"""How many others may carry a name by chance for it to be rare, and how many people that is reckoned for at least."""
_SHARED_MAILBOXES = frozenset(
    "info office contact hello mail admin team sales support service kontakt buero contato contacto hr jobs press "
    "presse enquiries inquiries secretariat reception events noreply no-reply family familie".split()
)
_NONE: frozenset[str] = frozenset()
_MEMBER = "https://www.linkedin.com/in/"
_DIGITS_TOLD, _DIGITS_LEAST = 9, 7
_ELSEWHERE, _TIED, _RARE_NAME, _BORN = 0.6, 0.8, 0.7, 0.92

_NAMES: dict[Likeness, tuple[str, float]] = {
    "same": ("same name", 0.95),
    "turned": ("name written the other way round", 0.93),
    "form": ("a form of the same name", 0.85),
    "part": ("the same name, one with more to it", 0.85),
    "initial": ("the same name, one with an initial", 0.8),
    "nearly": ("nearly the same name", 0.7),
    "alone": ("one name is all that is known of one", 0.6),
}
_WHOLE: frozenset[Likeness] = frozenset(("same", "turned"))
_OF_SEVERAL: frozenset[Likeness] = frozenset(("initial", "alone"))
"""Names that several people at one place may fit: then it is none of them."""


class Evidence(msgspec.Struct, frozen=True):
    """Why two records may be one person."""

    why: str
    """In words."""
    sure: float
    """From 0 to 1."""
    of_several: bool = False
    """True if all that is known fits others there as well: then it is none of several."""


class Known:
    """A contact with all that is compared, in the form in which it is compared."""

    __slots__ = (
        "called",
        "contact",
        "domains",
        "emails",
        "letters",
        "members",
        "organization",
        "phones",
        "profiles",
        "words",
    )

    def __init__(self, contact: Contact) -> None:
        self.contact = contact
        self.words = name_words(contact.name)
        self.letters = "".join(sorted("".join(self.words)))  # the same whatever the order
        self.organization = organization_key(contact.organization) if contact.organization else ()
        self.called = name_words(contact.nickname) if contact.nickname else ()
        self.emails = frozenset(map(fold, contact.emails)) if contact.emails else _NONE
        self.domains = domains_of(contact.emails) if contact.emails else _NONE
        self.phones = frozenset(map(number, contact.phones)) - {""} if contact.phones else _NONE
        self.profiles = frozenset(map(_address, contact.profiles)) - {""} if contact.profiles else _NONE
        self.members = frozenset(filter(is_member, self.profiles)) if self.profiles else _NONE

    def addresses(self) -> Iterator[str]:
        """Yield what makes one person of two records whatever they are called."""
        for email in self.emails:
            yield f"@{email}"
        yield from self.profiles

    def signs(self) -> Iterator[str]:
        """Yield what two records of one person have in common otherwise; it takes more than that to be one."""
        for phone in self.phones:
            yield f"+{phone}"
        if self.letters:
            yield self.letters
        if self.organization:
            yield from self._at("".join(self.organization))
        for domain in self.domains:
            yield from self._at(domain)

    def _at(self, place: str) -> Iterator[str]:
        for word in self.words:
            if len(word) > 1:
                yield f"{word}\n{place}"
        for word in self.called:
            yield f"{word}\n{place}"


class Names:
    """How often names and their words occur, to tell a rare name from a common one."""

    def __init__(
        self,
        everybody: Callable[[], Iterable[tuple[str, ...]]],
        size: int,
        holders: Callable[[str], int],
    ) -> None:
        self._everybody, self._size, self._holders = everybody, size, holders
        self._counted: Counter[str] | None = None

    def is_rare(self, known: Known) -> bool:
        """Tell whether two people called so can only be one."""
        if len(known.words) < 2 or any(map(is_common, known.words)) or self._holders(known.letters) > 2:
            return False
        if self._counted is None:
            self._counted = Counter(chain.from_iterable(self._everybody()))
        least, next_ = sorted(self._counted[word] for word in known.words)[:2]
        return (least - 1) * (next_ - 1) <= _RARE * max(self._size, _FEW)


def judge(one: Known, other: Known, names: Names) -> Evidence | None:
    """Return why two may be one person and how sure that is; None if nothing, or too little, says so."""
    a, b = one.contact, other.contact
    if a.uid in b.not_duplicates or b.uid in a.not_duplicates or a.uid == b.uid:
        return None
    if not one.members.isdisjoint(other.members):
        return Evidence("same LinkedIn profile", 0.99)
    emails = one.emails & other.emails
    if one.members and other.members and not emails:
        return None
    alike = likeness(one.words, other.words, frozenset((*one.called, *other.called)))
    if emails and alike:
        return Evidence("same email address", 0.98)
    if emails and not all(map(_is_shared, emails)):
        return Evidence("same email address, though the names differ", 0.6)
    if alike is None or _born_apart(a, b):
        return None
    if any("/" in address for address in one.profiles & other.profiles):
        return Evidence("same profile address, names alike", 0.97)
    if not one.phones.isdisjoint(other.phones):
        return Evidence("same phone number, names alike", 0.94)
    words, sure = _NAMES[alike]
    if alike == "same" and fold(one_line(a.name)) != fold(one_line(b.name)):
        # 'Lin, Maya': its words are in order once the comma is understood.
        turned = sorted(_as_written(a.name)) == sorted(_as_written(b.name))
        words = _NAMES["turned"][0] if turned else "same name, written otherwise"
    elif alike == "same" and one_line(a.name).casefold() != one_line(b.name).casefold():
        words = "same name but for the accents"
    where = _same_work(one, other, whole=alike in _WHOLE)
    if where:
        return Evidence(f"{words}, {where}", sure, alike in _OF_SEVERAL)
    return _by_name_alone(one, other, names, words) if alike in _WHOLE else None


def _by_name_alone(one: Known, other: Known, names: Names, words: str) -> Evidence | None:
    """Judge two who are called the same and of whom nothing says that they work together."""
    a, b = one.contact, other.contact
    if not _birthdays(a).isdisjoint(_birthdays(b)):
        return Evidence(f"{words}, born on the same day", _BORN)
    ties = listed(_ties(a, b))
    elsewhere = bool(one.organization and other.organization)
    if (elsewhere or not ties) and not names.is_rare(one):
        return None
    if ties:
        return Evidence(f"{words}, {ties}", _ELSEWHERE if elsewhere else _TIED)
    return None if elsewhere else Evidence(f"{words}, and few are called so", _RARE_NAME)


def _same_work(one: Known, other: Known, *, whole: bool) -> str:
    """Return in words where both work, or ''. `whole` is whether their names are the same: then less will do."""
    a, b = one.organization, other.organization
    if a and "".join(a) == "".join(b):
        return f"both at {one_line(one.contact.organization)}"
    domains = one.domains & other.domains
    if domains and (whole or not (a and b)):
        return f"both with addresses at {min(domains)}"
    if whole and a and b and is_part(a, b):
        return f"at {one_line(one.contact.organization)} and {one_line(other.contact.organization)}"
    if whole:
        for known, work in ((one, other), (other, one)):
            if not known.organization and any(is_home_of(it, work.organization) for it in known.domains):
                return f"one with an address at {one_line(work.contact.organization)}"
    return ""


def _ties(a: Contact, b: Contact) -> list[str]:
    """Return in words what ties two people together besides name and work."""
    groups = {fold(it): it for it in a.groups}
    shared = [groups[fold(it)] for it in b.groups if fold(it) in groups]
    found = [f"both of {shared[0]}"] if shared else []
    if a.place and fold(a.place) == fold(b.place):
        found.append(f"both in {one_line(a.place)}")
    if a.met_event and a.met_event == b.met_event:
        found.append("met at the same event")
    if a.introduced_by and a.introduced_by == b.introduced_by:
        found.append("introduced by the same person")
    return found


def _born_apart(a: Contact, b: Contact) -> bool:
    one, other = _birthdays(a), _birthdays(b)
    return bool(one and other) and one.isdisjoint(other)


def _as_written(name: str) -> list[str]:
    return fold(name).replace(",", " ").split()


def _birthdays(contact: Contact) -> set[tuple[int, int]]:
    return {(it.month, it.day) for it in contact.milestones if fold(it.label).strip() == "birthday"}


def _is_shared(email: str) -> bool:
    return email.partition("@")[0] in _SHARED_MAILBOXES


def _letters(name: str) -> str:
    return "".join(sorted("".join(name_words(name))))


def _address(profile: str) -> str:
    """Return what two ways of writing a profile address have in common."""
    # As members' addresses are kept, nothing in them needs decoding, which would take most of the time.
    return profile[12:].rstrip("/").lower() if profile.startswith(_MEMBER) else profile_key(profile)


def number(phone: str) -> str:
    """Return what two ways of writing a phone number have in common: its last nine digits."""
    digits = "".join(char for char in phone if char.isdecimal())
    return digits[-_DIGITS_TOLD:] if len(digits) >= _DIGITS_LEAST else ""
