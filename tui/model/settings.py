"""What the user may choose about how Kith reckons, writes and looks; the defaults are product.md's figures."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import msgspec

from tui.model.records import Tier

Tone = Literal["warm", "plain", "formal"]
DateOrder = Literal["ask", "day first", "month first"]
FirstScreen = Literal["follow_ups", "contacts", "events", "give", "insights"]

Days = Annotated[int, msgspec.Meta(ge=1, le=3650)]
"""A number of days, up to ten years."""


class TierDays(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Days between touches, for each tier that is ever due."""

    inner: Days = 21
    """The few you would call at night."""
    close: Days = 60
    """Friends and close colleagues."""
    active: Days = 180
    """People you mean to keep up with; everybody entered by hand starts here."""
    wide: Days = 365
    """Once a year is right."""

    def of(self, tier: Tier) -> int | None:
        """Return the days of a tier; None for ambient, which is never due."""
        days: int | None = getattr(self, tier, None)
        return days


USUAL = TierDays()
"""The days that product.md's rule 3 begins with."""


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One person's choices. The docstring under each field is its comment in the settings file."""

    check_ins_a_day: Annotated[int, msgspec.Meta(ge=1, le=50)] = 5
    """Check-ins shown on one day; one row at their end opens the rest."""
    focus_minutes: Annotated[int, msgspec.Meta(ge=1, le=180)] = 15
    """Minutes of a focus session."""
    tone: Tone = "warm"
    """Tone in which drafts begin: warm, plain or formal."""
    date_order: DateOrder = "ask"
    """How 5/12 is read: "day first", "month first", or "ask", which has you write it so that it can't be misread."""
    first_screen: FirstScreen = "follow_ups"
    """Screen that opens first: follow_ups, contacts, events, give or insights."""
    theme: str = ""
    """Colours: kith-dark, kith-light, or the name of any of Textual's themes; empty for kith-dark."""
    backups: str = ""
    """A second folder for the dated backups, such as one that is synchronised; empty for none."""
    tiers: TierDays = USUAL
    """Days between touches, for each tier that is ever due."""
    keys: dict[str, str] = {}
    """Keys of your own, by command: done = "Z". Several are separated by commas."""

    @property
    def backup_folder(self) -> Path | None:
        """The second folder for backups, if one is set."""
        return Path(self.backups).expanduser() if self.backups else None
