"""Four questions about you, asked once, where the answers first matter; all of them may stay open."""

from __future__ import annotations

from collections.abc import Mapping

from tui.actions.contacts import set_profile
from tui.clock import Clock
from tui.model.change import Change
from tui.model.network import Conflict
from tui.rules.entry.contact import read_profile, typed
from tui.rules.entry.specs import FieldSpec
from tui.screens.form import Form
from tui.store.book import Book
from tui.store.faults import CannotKeep, NotSaved, ReadOnly

QUESTIONS = (
    FieldSpec("name", "Your name", hint="messages are signed with it"),
    FieldSpec("title", "What you do", hint="in a few words, as you would say it"),
    FieldSpec("interests", "Interests", "list", "climate, sailing: what you may share"),
    FieldSpec("offers", "You offer", "lines", "one a line: what others may need"),
)
_TITLE = "Four questions, so that the words are yours"


class AboutYou(Form):
    """The profile in small; `y` has the whole of it at any time."""

    def __init__(self, book: Book, clock: Clock) -> None:
        known = typed(book.network, book.network.profile)
        values = {spec.name: known[spec.name] for spec in QUESTIONS}
        groups = (("All optional: escape skips them, y opens them later.", QUESTIONS),)
        super().__init__(book, clock, _TITLE, groups, values, made=self._read)

    def on_mount(self) -> None:
        """Note that it was asked: nobody is asked twice."""
        super().on_mount()
        try:
            self.book.commit(set_profile(self.network, self.network.profile), undoable=False)
        except (ReadOnly, NotSaved, Conflict, CannotKeep) as reason:
            self.log.warning(str(reason))

    def _problem(self, spec: FieldSpec, text: str) -> str:
        return "" if not text.strip() else super()._problem(spec, text)

    def _read(self, values: Mapping[str, str]) -> tuple[Change, str]:
        profile = read_profile(self.network, values, self.now)
        return set_profile(self.network, profile), profile.uid
