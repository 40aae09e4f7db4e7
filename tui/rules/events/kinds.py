"""What kind of event an invitation is likely to be, from what it says; a guess that the user can change."""

from __future__ import annotations

import re
from typing import Final

from tui.model.records import EventKind
from tui.model.text import fold

_BY_WORD: Final[tuple[tuple[EventKind, re.Pattern[str]], ...]] = (
    ("informational interview", re.compile(r"\binformational\b|\binfo interview\b")),
    ("alumni", re.compile(r"\balumni\b|\balumnae\b|\bclass reunion\b|\breunion\b|\bhomecoming\b")),
    (
        "conference",
        re.compile(
            r"\w*con\b(?= ?20\d\d)|\b(?:conference|conf|summit|congress|symposium|convention|expo|"
            r"konferenz|kongress|congreso|conferencia|colloque)\b|\b(?:py|djang|js)\w*con\b"
        ),
    ),
    ("virtual", re.compile(r"\bwebinar\b|\bonline\b|\bvirtual\b|\blivestream\b|\bremote\b")),
    (
        "one-to-one",
        re.compile(r"\b(?:1:1|1-1|1 on 1|one[- ]on[- ]one|one[- ]to[- ]one|coffee with|lunch with)"),
    ),
    (
        "social",
        re.compile(
            r"\b(?:party|dinner|drinks|birthday|bbq|barbecue|picnic|wedding|brunch|game night|potluck)\b"
        ),
    ),
)
_CALL = re.compile(
    r"zoom\.us|meet\.google|teams\.(?:microsoft|live)|webex|whereby|jit\.si|gotomeeting|streamyard"
)
_FAR = re.compile(r"\b(?:zoom|google meet|teams|online|virtual|webinar|remote)\b")


def likely_kind(name: str, place: str, url: str, *, days: int, guests: int) -> EventKind:
    """Return the kind of event that name, place, link, length and number of guests speak for."""
    said = fold(name)
    for kind, pattern in _BY_WORD:
        if pattern.search(said):
            return kind
    if _CALL.search(url.casefold()) or _FAR.search(fold(place)):
        return "one-to-one" if guests == 2 else "virtual"
    if days > 1 and not guests:
        return "conference"
    return "one-to-one" if guests == 2 else "meet-up"
