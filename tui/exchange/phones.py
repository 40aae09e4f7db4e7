"""Phone numbers in one form: international, where it is certain which country a number is of.

By phonenumbers (Google's libphonenumber). A number that can't be placed stays as it was typed; none is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources

from tui.model.text import fold, one_line

_LETTERS = re.compile(r"[^\W\d_]")
_EXTENSION = re.compile(r"(?:;?\s*(?:ext|extension|x|durchwahl)\b\.?\s*[=:]?\s*)(\d{1,7})\s*$", re.IGNORECASE)
_LONGEST = 60
_TELLING = 7
"""Digits at the end of two numbers that make them the same one."""
_ALSO_CALLED = {
    **dict.fromkeys(("usa", "us", "u.s.a.", "u.s.", "united states of america", "estados unidos"), "US"),
    **dict.fromkeys(
        ("uk", "u.k.", "united kingdom", "great britain", "england", "scotland", "wales", "northern ireland"),
        "GB",
    ),
    **dict.fromkeys(("deutschland", "brd", "allemagne", "alemania"), "DE"),
    **dict.fromkeys(("osterreich", "autriche"), "AT"),
    **dict.fromkeys(("schweiz", "suisse", "svizzera"), "CH"),
    **dict.fromkeys(("espana", "espagne", "spanien"), "ES"),
    **dict.fromkeys(("italia", "italie", "italien"), "IT"),
    **dict.fromkeys(("frankreich", "francia"), "FR"),
    **dict.fromkeys(("brasil", "bresil", "brasilien"), "BR"),
    **dict.fromkeys(("nederland", "holland", "the netherlands", "pays-bas"), "NL"),
    **dict.fromkeys(("belgie", "belgique", "belgien"), "BE"),
    **dict.fromkeys(("sverige", "schweden"), "SE"),
    **dict.fromkeys(("norge", "norwegen"), "NO"),
    **dict.fromkeys(("danmark", "danemark"), "DK"),
    **dict.fromkeys(("suomi", "finnland"), "FI"),
    **dict.fromkeys(("polska", "polen"), "PL"),
    **dict.fromkeys(("turkiye", "turkei"), "TR"),
    **dict.fromkeys(("czechia", "czech republic", "cesko"), "CZ"),
    **dict.fromkeys(("россия", "russian federation"), "RU"),
    **dict.fromkeys(("україна",), "UA"),
    **dict.fromkeys(("日本",), "JP"),
    **dict.fromkeys(("中国", "中國", "prc"), "CN"),
    **dict.fromkeys(("대한민국", "한국", "south korea", "republic of korea"), "KR"),
}
"""Names of countries that the table of time zones does not have, folded."""


def phone_number(text: str, regions: Sequence[str] = ()) -> str:
    """Return a phone number as it is kept: '+49 170 1234567', with ' ext. 12' where it has an extension.

    Args:
        text: The number as it came; a `tel:` address (RFC 3966) is one too.
        regions: Countries (ISO 3166, two letters) whose number it may be if it names none itself. It is taken
            for one of them if it is a valid number in just one; else it stays as it was typed.
    """
    typed = one_line(text)
    typed = typed[4:] if typed[:4].lower() == "tel:" else typed
    bare = _EXTENSION.sub("", typed)
    if len(typed) > _LONGEST or _LETTERS.search(bare) or sum(map(str.isdigit, bare)) < 5:
        return typed
    import phonenumbers  # 0.1 s, and few files have numbers

    written: set[str] = set()
    names_country = bare.lstrip(" (").startswith(("+", "＋"))
    for region in (None,) if names_country else dict.fromkeys(regions):
        try:
            number = phonenumbers.parse(typed, region)
        except phonenumbers.NumberParseException:
            continue
        sound = phonenumbers.is_possible_number if names_country else phonenumbers.is_valid_number
        if sound(number):
            written.add(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL))
    return written.pop() if len(written) == 1 else typed


def same_number(one: str, other: str) -> bool:
    """Tell whether two texts are one phone number, however each is written."""
    first, second = _digits(one), _digits(other)
    if first == second:
        return bool(first) or one_line(one) == one_line(other)
    short, long = sorted((first.lstrip("0"), second.lstrip("0")), key=len)
    return len(short) >= _TELLING and long.endswith(short)


def region_of(timezone: str = "", place: str = "") -> str:
    """Return the country (ISO 3166, two letters) that a time zone or a place's last word names, or ''.

    Zone and place that speak of two countries speak of none.
    """
    found = {_of_zones().get(timezone, ""), _of_names().get(_country(place), "")} - {""}
    return found.pop() if len(found) == 1 else ""


def _country(place: str) -> str:
    return fold(one_line(place.rpartition(",")[2])).strip(" .") if place else ""


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def _table(name: str) -> list[list[str]]:
    """Return the rows of one of the tables that come with the time zone database."""
    text = (resources.files("tzdata") / "zoneinfo" / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@lru_cache(maxsize=1)
def _of_zones() -> dict[str, str]:
    return {row[2]: row[0] for row in _table("zone.tab")}


@lru_cache(maxsize=1)
def _of_names() -> dict[str, str]:
    return {fold(row[1]): row[0] for row in _table("iso3166.tab")} | _ALSO_CALLED
