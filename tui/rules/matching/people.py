"""Who is who: keys by which two records are the same person, and finding somebody by a typed name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from urllib.parse import quote, unquote, unquote_to_bytes, urlsplit

import msgspec

from tui.model.network import Network
from tui.model.records import Contact
from tui.model.text import fold

# Addresses as LinkedIn's export writes them; these need no taking apart.
_PLAIN = re.compile(r"https://www\.linkedin\.com(/in/(?:[a-z0-9_-]|%[0-9A-F]{2})+)")
_LINKEDIN = re.compile(r"(?:[a-z0-9-]+\.)*linkedin\.com")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_HOST = re.compile(r"[^\s/@:?#.]+(?:\.[^\s/@:?#.]+)*\.[^\s/@:?#.\d]{2,}(?::\d{1,5})?")
_MEMBER = re.compile(r"/(?:mwlite/)?in/([^/]+)")
_AFTER_NAME = re.compile(r"[,(|/]")
_ADDRESSED = frozenset(("dr", "prof", "mr", "mrs", "ms", "mx", "sir", "dame", "ing", "herr", "frau"))
_ALIKE_FROM = 82.0
_ALIKE = 6
_LONGEST = 200


class Match(msgspec.Struct, frozen=True):
    """The contacts a typed name may mean; in each list those put away come last."""

    exact: tuple[Contact, ...] = ()
    """Those who are called that: full name in either order, else nickname, else given with family name,
    whatever stands before and after them."""
    begins: tuple[Contact, ...] = ()
    """Those of whom the words are a part of the name, or its beginning."""
    alike: tuple[Contact, ...] = ()
    """Those whose name is written nearly so, the nearest first."""

    @property
    def close(self) -> tuple[Contact, ...]:
        """Those to offer when nobody is called exactly that."""
        return self.begins + self.alike

    @property
    def sole(self) -> Contact | None:
        """The one contact called exactly that (one put away gives way to one who isn't), or None."""
        return _sole(self.exact)

    @property
    def meant(self) -> Contact | None:
        """The one contact that somebody looking for a person known already can only mean, or None."""
        return _sole(self.exact) if self.exact else _sole(self.begins)


def profile_address(text: str) -> str:
    """Return the address of a profile or site in its canonical form, or '' if it is no web address.

    For a LinkedIn member that is `https://www.linkedin.com/in/name`, whatever country, query, case or further
    path it was copied with. Other addresses keep path and query, and get `https` where they had no scheme.
    """
    if _PLAIN.fullmatch(text):
        return text
    parts = _taken_apart(text)
    if parts is None:
        return ""
    scheme, host, path, query = parts
    if _LINKEDIN.fullmatch(host):
        return "https://www.linkedin.com" + quote(_linkedin_path(path), safe="/-_.~")
    return f"{scheme}://{host}{path}{'?' if query else ''}{query}"


def profile_key(address: str) -> str:
    """Return what two addresses of one profile have in common, or '' if it is no web address."""
    plain = _PLAIN.fullmatch(address)
    if plain:
        return "linkedin.com" + (_linkedin_path(plain[1]) if "%" in address else plain[1])
    parts = _taken_apart(address)
    if parts is None:
        return ""
    _, host, path, query = parts
    if _LINKEDIN.fullmatch(host):
        return "linkedin.com" + _linkedin_path(path)
    return f"{host.removeprefix('www.')}{unquote(path)}{'?' if query else ''}{query}"


def _unquoted(path: str) -> str:
    """Do as `unquote` does, in half the time for what is ASCII as it should be: imports have thousands of these."""
    return unquote_to_bytes(path).decode("utf-8", "replace") if path.isascii() else unquote(path)


def is_member(key: str) -> bool:
    """Tell whether a profile key names one LinkedIn member, and so one person."""
    return key.startswith("linkedin.com/in/")


def _taken_apart(text: str) -> tuple[str, str, str, str] | None:
    """Return scheme, host, path without a slash at the end, and query of a web address."""
    address = text.strip()
    if not address or any(char.isspace() for char in address):
        return None
    if not _SCHEME.match(address) or re.match(r"[^/:]+:\d", address):
        address = "https://" + address.lstrip("/")
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    host = parts.netloc.lower().rstrip(".")
    if parts.scheme.lower() not in ("http", "https") or not _HOST.fullmatch(host):
        return None
    return parts.scheme.lower(), host, parts.path.rstrip("/"), parts.query


def _linkedin_path(path: str) -> str:
    """Return a path on LinkedIn as it is compared: decoded, lower case, no further than a member's name."""
    plain = unicodedata.normalize("NFC", _unquoted(path)).lower()
    member = _MEMBER.match(plain)
    return f"/in/{member[1]}" if member else plain


def find_named(network: Network, name: str) -> Match:
    """Return the contacts a typed name may mean; case and accents don't count.

    Those called exactly that are in `exact`; only if there are none, others are looked for in one pass over
    all contacts (30 ms for 30,000).
    """
    wanted = _words(fold(name))
    whole = " ".join(wanted)
    called = network.by_name(name) or network.by_name(whole)
    if not called and not wanted:
        return Match()
    if not called and not whole.isascii():
        called = network.by_name("".join(wanted))  # a Chinese name, typed with a space that is not in it
    names = [] if called else [(fold(contact.name), contact) for contact in network.contacts.values()]
    called = called or _turned(wanted, names) or _nicknamed(wanted, names) or _called(wanted, names)
    if called:
        return Match(exact=_put_away_last(called))
    begins = _put_away_last(_beginning(wanted, names))
    known = {contact.uid for contact in begins}
    alike = [contact for contact in _alike(whole, names) if contact.uid not in known]
    return Match(begins=begins, alike=_put_away_last(alike)[:_ALIKE])


_Names = list[tuple[str, Contact]]


def _words(folded: str) -> list[str]:
    return folded.replace(",", " ").split()


def _turned(wanted: list[str], names: _Names) -> list[Contact]:
    """Those whose full name has the same words in another order, or with a comma: 'Lin, Maya'."""
    order, size = sorted(wanted), len(" ".join(wanted))
    if len(wanted) == 1:
        return []
    return [
        contact
        for folded, contact in names
        if (len(folded) == size or "," in folded) and sorted(_words(folded)) == order
    ]


def _nicknamed(wanted: list[str], names: _Names) -> list[Contact]:
    """Those whose nickname it is, alone or with the family name."""
    order = sorted(wanted)
    found = []
    for folded, contact in names:
        if contact.nickname:
            nickname = _words(fold(contact.nickname))
            family = _words(fold(contact.family)) if contact.family else _words(folded)[-1:]
            if order in (sorted(nickname), sorted(nickname + family)):
                found.append(contact)
    return found


def _called(wanted: list[str], names: _Names) -> list[Contact]:
    """Those whose given and family name it is, where the full name has more to it: 'Dr. Maya C. Lin, PhD'."""
    order = sorted(wanted)
    if len(wanted) == 1:
        return []
    return [
        contact
        for folded, contact in names
        if (wanted[0] in folded or wanted[-1] in folded)
        and order in (_core(folded), _core(fold(f"{contact.given} {contact.family}")))
    ]


def _core(folded: str) -> list[str]:
    """Return a name's words in alphabetical order, without forms of address and what follows it: ', PhD (she)'."""
    return sorted(word for word in _AFTER_NAME.split(folded)[0].split() if word.rstrip(".") not in _ADDRESSED)


def _beginning(wanted: list[str], names: _Names) -> list[Contact]:
    """Those in whose name each of the words begins a word."""
    longest = max(wanted, key=len)
    starts = [f" {word}" for word in wanted]
    return [
        contact
        for folded, contact in names
        if longest in folded and all(start in f" {folded}" for start in starts)
    ]


def _alike(whole: str, names: _Names) -> list[Contact]:
    """Those whose name is written nearly so, the nearest first; of one word, a word of whose name is."""
    if len(whole) < 3 or len(whole) > _LONGEST:
        return []
    from rapidfuzz import fuzz, process  # 30 ms to import, and most names are found without

    if " " in whole:
        choices = [folded for folded, _ in names]
        near = process.extract(whole, choices, scorer=fuzz.ratio, score_cutoff=_ALIKE_FROM, limit=2 * _ALIKE)
        return [names[at][1] for _, _, at in near]
    words: dict[str, list[Contact]] = {}
    for folded, contact in names:
        for word in folded.split():
            words.setdefault(word, []).append(contact)
    near = process.extract(whole, list(words), scorer=fuzz.ratio, score_cutoff=_ALIKE_FROM, limit=_ALIKE)
    found = {contact.uid: contact for word, _, _ in near for contact in words[word]}
    return list(found.values())[: 2 * _ALIKE]


def _put_away_last(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    return tuple(sorted(contacts, key=lambda it: it.archived))


def _sole(contacts: tuple[Contact, ...]) -> Contact | None:
    here = [contact for contact in contacts if not contact.archived] or list(contacts)
    return here[0] if len(here) == 1 else None
