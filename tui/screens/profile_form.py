"""The form for yourself: drafts are signed with it, and starters look for what you share."""

from __future__ import annotations

from collections.abc import Mapping

from tui.actions.contacts import set_profile
from tui.clock import Clock
from tui.model.change import Change
from tui.rules.entry.contact import read_profile, typed
from tui.rules.entry.specs import PROFILE_GROUPS
from tui.screens.form import Form
from tui.store.book import Book


class ProfileForm(Form):
    """Who you are."""

    def __init__(self, book: Book, clock: Clock) -> None:
        values = typed(book.network, book.network.profile)
        super().__init__(book, clock, "You", PROFILE_GROUPS, values, made=self._read)

    def _read(self, values: Mapping[str, str]) -> tuple[Change, str]:
        profile = read_profile(self.network, values, self.now)
        return set_profile(self.network, profile), profile.uid
