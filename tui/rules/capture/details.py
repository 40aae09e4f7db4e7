"""Contact details within a capture line: email addresses, phone numbers, profile addresses.

A detail is a whole word (a phone number may be several), apart from brackets, quotes and punctuation around
it. Profiles are pages of one person on the sites below; they are recognised anywhere. Other web addresses
count only outside what was said, promised, needed or offered; there they are text ('!send https://...').

A number is a phone number anywhere in the line, but only if it looks like nothing else:

- '+' or '00' with 9 to 13 digits (15 in one piece; exactly 11 after +1 and +7)
- a trunk zero with 9 to 12 digits in all, and not a date (05.12.2026)
- the North American shapes 415-555-0134, 415.555.0134 and (415) 555-0134
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

_CLOSING = {"<": ">", "(": ")", "[": "]", '"': '"', "'": "'"}
_AROUND = r"(?P<open>[<(\[\"']?)(?P<inner>.+?)(?P<close>[>)\]\"']?)[,;.:!?]*"
_EMAIL = r"(?:mailto:)?(?P<email>\w[\w.!#$%&'*+/=?^{|}~-]{0,63}@(?:\w(?:[\w-]*\w)?\.)+[^\W\d_][\w-]*[^\W\d_])"
_URL = r"(?:(?P<scheme>https?)://)?(?P<host>(?:\w(?:[\w-]*\w)?\.)+[^\W\d_]{2,})(?P<port>:[0-9]{1,5})?(?P<rest>[/?#].*)?"
_ONE = r"/[^/?#]+"
_PAGES = {
    "linkedin.com": r"/(?:in|pub)/[^/?#]+",
    "github.com": _ONE,
    "gitlab.com": _ONE,
    "codeberg.org": _ONE,
    "x.com": _ONE,
    "twitter.com": _ONE,
    "bsky.app": r"/profile/[^/?#]+",
    "instagram.com": _ONE,
    "facebook.com": _ONE,
    "threads.net": r"/@[^/?#]+",
    "xing.com": r"/profile/[^/?#]+",
    "medium.com": r"/@[^/?#]+",
    "youtube.com": r"/@[^/?#]+",
    "orcid.org": r"/[0-9X-]{19}",
    "researchgate.net": r"/profile/[^/?#]+",
    "behance.net": _ONE,
    "dribbble.com": _ONE,
    "t.me": _ONE,
}


class Detail(msgspec.Struct, frozen=True):
    """A contact detail and its place in the cleaned line."""

    kind: Literal["email", "phone", "profile"]
    """What it is."""
    value: str
    """How it is saved."""
    start: int
    """Where it begins."""
    end: int
    """Where it ends, with the punctuation that closes it."""


def find_detail(line: str, start: int, *, any_site: bool) -> Detail | None:
    """Return the detail whose first word begins at `start` of a cleaned line, or none.

    `any_site` tells whether an address that is nobody's profile counts as well.
    """
    phone = _phone(line, start)
    if phone is not None:
        return phone
    end = line.find(" ", start)
    end = len(line) if end < 0 else end
    if end - start > 2000:
        return None
    around = re.fullmatch(_AROUND, line[start:end])
    if around is None or (around["open"] and _CLOSING[around["open"]] != around["close"]):
        return None
    email = re.fullmatch(_EMAIL, around["inner"])
    if email is not None:
        return Detail("email", email["email"], start, end)
    profile = normal_address(around["inner"], any_site=any_site)
    return None if profile is None else Detail("profile", profile, start, end)


def normal_address(text: str, *, any_site: bool = True) -> str | None:
    """Return a web address in the form it is saved in; none if it is none, or no profile without `any_site`.

    Always https. A profile is cut back to the page itself ('https://www.linkedin.com/in/maya-lin'), without
    country, tracking or language. Other addresses keep their path, and must begin with 'http' or 'www'.
    """
    url = re.fullmatch(_URL, text, re.IGNORECASE)
    if url is None:
        return None
    host = url["host"].lower()
    bare = re.sub(r"^(?:www|m|mobile)\.", "", host)
    if bare.endswith(".linkedin.com"):
        bare = "linkedin.com"
    rest = url["rest"] or ""
    page = re.match(_PAGES[bare], rest, re.IGNORECASE) if bare in _PAGES else None
    if page is not None and (bare == "linkedin.com" or re.fullmatch(r"/?(?:[?#].*)?", rest[page.end() :])):
        if bare == "linkedin.com":
            return f"https://www.linkedin.com{page[0].lower()}"
        return f"https://{bare}{page[0]}"
    if not any_site or not (url["scheme"] or host.startswith("www.")):
        return None
    return f"https://{host}{url['port'] or ''}{rest}"


_MAYBE = re.compile(r"(?:tel:)?\(?(?:\+|0|[2-9][0-9]{2}[-.)])")
_GROUPS = re.compile(r"(?:tel:)?(?P<number>\(?\+?[0-9]+\)?(?: ?[-./]? ?\(?[0-9]+\)?)*)")
_WORD_END = re.compile(r"[,;.:!?\])>]*(?= |$)")
_DATE = re.compile(r"[0-9]{1,2}([./-])[0-9]{1,2}\1[0-9]{4}")
_AMERICAN = re.compile(r"(?:\([2-9][0-9]{2}\) ?|[2-9][0-9]{2}[-.])[0-9]{3}[-. ]?[0-9]{4}")
_FIRST = re.compile(r"\(?(?:\+[1-9]|00[1-9]|0[1-9])")


def _phone(line: str, start: int) -> Detail | None:
    groups = _GROUPS.match(line, start, start + 40) if _MAYBE.match(line, start) else None
    if groups is None:
        return None
    begin = groups.start("number")
    number = groups["number"]
    # The longest run of whole words that is a number; what follows may be another number altogether.
    for stop in sorted({len(number), *(m.start() for m in re.finditer(" ", number))}, reverse=True):
        shown = number[:stop].rstrip(" -./")
        tail = _WORD_END.match(line, begin + len(shown))
        if tail is not None and _is_phone(shown):
            if re.fullmatch(r"\([^()]*\)", shown):
                shown = shown[1:-1]
            return Detail("phone", shown, start, tail.end())
    return None


def _is_phone(number: str) -> bool:
    if number.count("(") != number.count(")") or _DATE.match(number):
        return False
    digits = re.sub(r"[^0-9]", "", number)
    if not _FIRST.match(number):
        return _AMERICAN.fullmatch(number) is not None
    if "+" in number or digits.startswith("00"):
        code = digits if "+" in number else digits[2:]
        if code[0] in "17":
            return len(code) == 11
        return 9 <= len(code) <= (13 if " " in number else 15)
    return 9 <= len(digits) <= 12
