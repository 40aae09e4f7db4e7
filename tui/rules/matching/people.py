"""Who is who: keys by which two records are the same person."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, unquote, unquote_to_bytes, urlsplit

# Addresses as LinkedIn's export writes them; these need no taking apart.
_PLAIN = re.compile(r"https://www\.linkedin\.com(/in/(?:[a-z0-9_-]|%[0-9A-F]{2})+)")
_LINKEDIN = re.compile(r"(?:[a-z0-9-]+\.)*linkedin\.com")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_HOST = re.compile(r"[^\s/@:?#.]+(?:\.[^\s/@:?#.]+)*\.[^\s/@:?#.\d]{2,}(?::\d{1,5})?")
_MEMBER = re.compile(r"/(?:mwlite/)?in/([^/]+)")


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
