"""A promise, theirs or yours, or a dated step: make one, word it anew, move it with a reason, let it go."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from textual.app import ComposeResult

from tui.actions.promises import add_promise, amend, drop
from tui.clock import Clock
from tui.model.change import Change
from tui.model.records import Contact, FollowUp, FollowUpKind
from tui.screens.dialog import Dialog
from tui.store.book import Book
from tui.view.history import STEP_WORDS
from tui.widgets import keys
from tui.widgets.fields import choice_field, day_field, text_field

_KINDS: dict[str, FollowUpKind] = {words: cast("FollowUpKind", kind) for kind, words in STEP_WORDS.items()}


class StepDialog(Dialog[bool]):
    """One promise or step with somebody; enter saves."""

    BINDINGS = [keys.SAVE, keys.LET_GO, keys.CANCEL]
    ENTER_SAVES = True

    def __init__(self, book: Book, clock: Clock, contact: Contact, step: FollowUp | None = None) -> None:
        words = (
            f"{STEP_WORDS[step.kind].capitalize()}: {contact.name}" if step else f"Promise: {contact.name}"
        )
        super().__init__(book, clock, words)
        self._contact, self._step = contact, step

    def body(self) -> ComposeResult:
        """What, until when; for one that is known, why it moves."""
        step = self._step
        if step is None:
            yield choice_field("Whose", tuple(_KINDS), "you promised", id="whose")
        yield text_field("What", step.text if step else "", placeholder="send the deck", id="what")
        due = step.due.isoformat() if step and step.due else ""
        yield day_field("By", self.now, order=self.order, value=due, id="by")
        if step is not None:
            yield text_field("Why moved", placeholder="if the day changes: what came between", id="reason")

    def on_mount(self) -> None:
        """Start with what it is."""
        super().on_mount()
        self.field("what").control.focus()

    def action_save(self) -> None:
        """Save it."""
        if not self.valid():
            return
        if self._step is None:
            change: Callable[[], Change] = partial(
                add_promise,
                self.network,
                self.now,
                kind=_KINDS[self.value("whose")],
                contact=self._contact.uid,
                text=self.value("what"),
                due=self.day("by"),
            )
        else:
            change = partial(
                amend,
                self.network,
                self._step,
                now=self.now,
                text=self.value("what"),
                due=self.day("by"),
                reason=self.value("reason"),
            )
        if self.commit(change):
            self.dismiss(True)

    def action_let_go(self) -> None:
        """Close it without a touch; it stays in the history."""
        step = self._step
        if step is not None and self.commit(lambda: drop(self.network, step.uid, self.now)):
            self.dismiss(True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to let go of what there is."""
        return self._step is not None if action == "let_go" else True
