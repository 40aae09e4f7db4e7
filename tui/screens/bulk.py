"""One thing to all who are marked: how close, which part of life, interests, groups, roles."""

from __future__ import annotations

import re
from typing import cast

from textual.app import ComposeResult
from textual.widgets import Static

from tui.actions.bulk import Wish, alter
from tui.actions.interactions import names
from tui.clock import Clock
from tui.model.records import Circle, Tier
from tui.model.text import one_line
from tui.rules.entry.specs import CIRCLES, TIERS
from tui.rules.phrases import count
from tui.screens.dialog import Dialog
from tui.store.book import Book
from tui.view.cells import clean
from tui.widgets import keys
from tui.widgets.completing import CompletingLine
from tui.widgets.fields import Field, choice_field
from tui.widgets.reading import reading_of

_AS_IS = "as it is"
_LISTS = (
    ("interests", "Add interest", "interests", "climate, sailing"),
    ("no-interests", "Drop interest", "interests", "interests that no longer fit"),
    ("groups", "Add to group", "groups", "a school, an employer, a club"),
    ("no-groups", "Leave group", "groups", "a group they have left"),
    ("roles", "Add role", "roles", "mentor, peer, client"),
    ("no-roles", "Drop role", "roles", "roles they no longer have"),
)


class BulkDialog(Dialog[bool]):
    """What is filled in changes for everybody marked; the rest stays. One step undoes it."""

    BINDINGS = [keys.SAVE, keys.CANCEL]

    def __init__(self, book: Book, clock: Clock, contacts: tuple[str, ...]) -> None:
        super().__init__(book, clock, f"Change {count(len(contacts), 'contact')}")
        self._contacts = contacts
        self._known = reading_of(book).known

    def body(self) -> ComposeResult:
        """Whom it concerns, then the fields, none of them filled in."""
        yield Static(clean(names(self.network, self._contacts)), markup=False, classes="hint why")
        yield choice_field("Tier", (_AS_IS, *TIERS), _AS_IS, id="tier")
        yield choice_field("Circle", (_AS_IS, *CIRCLES), _AS_IS, id="circle")
        for name, label, field, hint in _LISTS:
            box = CompletingLine(complete=self._known.completing(field), placeholder=hint)
            yield Field(label, box, id=name)

    def on_mount(self) -> None:
        """Start with the tier."""
        super().on_mount()
        self.field("tier").control.focus()

    def action_save(self) -> None:
        """Do it to all of them."""
        tier, circle = self.value("tier"), self.value("circle")
        wish = Wish(
            tier=None if tier == _AS_IS else cast("Tier", tier),
            circle=None if circle == _AS_IS else cast("Circle", circle),
            interests=self._list("interests"),
            no_interests=self._list("no-interests"),
            groups=self._list("groups", apart=";"),
            no_groups=self._list("no-groups", apart=";"),
            roles=self._list("roles"),
            no_roles=self._list("no-roles"),
        )
        if self.commit(lambda: alter(self.network, self._contacts, wish)):
            self.dismiss(True)

    def _list(self, name: str, apart: str = ",;") -> tuple[str, ...]:
        """Return what stands in a field, piece by piece; the name of a group may have a comma in it."""
        pieces = (one_line(piece).lstrip("#") for piece in re.split(f"[{apart}]", self.value(name)))
        return tuple(dict.fromkeys(piece for piece in pieces if piece))
