"""The reason for an introduction, told to one of the two: 'you are looking for a heat map; Nerea offers one'."""

from __future__ import annotations

import re
from typing import Final

from tui.model.records import Contact
from tui.rules.names import first_name

_TOLD: Final = (
    ("looks for", "you are looking for"),
    ("offers", "you offer"),
    ("knows", "you know"),
    ("works", "you work"),
    ("is in", "you are in"),
)


def told_to(reason: str, reader: Contact) -> str:
    """Return a reason in which the reader is 'you', where it names them as the suggestions do."""
    name = re.escape(first_name(reader))
    for third, second in _TOLD:
        reason = re.sub(rf"(?<!\w){name} {third}(?!\w)", second, reason)
    return reason
