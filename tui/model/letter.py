"""A message begun and left: kept while the file is open, and in no file."""

from __future__ import annotations

import msgspec


class Letter(msgspec.Struct, frozen=True):
    """A message in the words in which it was left."""

    kind: str
    """What it is for, as the drafts name it."""
    tone: str
    """How the draft sounded that it began from."""
    subject: str
    """Subject line."""
    body: str
    """The message."""
