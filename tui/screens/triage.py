"""Triage: those who came in bulk, one at a time, twenty in one go; one key decides how close to keep each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar, get_args

from textual import events, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from tui.actions.triage import decide, set_circle
from tui.clock import Clock
from tui.model.change import Change
from tui.model.records import Circle, Contact, Interaction, Tier
from tui.rules.triage import BATCH, You, waiting, waits
from tui.screens.base import HEIGHTS, WIDTHS, TooSmall, commit
from tui.store.book import Book
from tui.view.cells import clean
from tui.view.lines import text_of
from tui.view.triage import ANSWERS, answer_lines, card, closing, last_words, meaning, progress_line
from tui.widgets import keys
from tui.widgets.keybar import KeyBar
from tui.widgets.look import style_sheet
from tui.widgets.over import Over
from tui.widgets.pane import Pane, content_of

_CIRCLES: tuple[Circle, ...] = get_args(Circle)


class TriageScreen(Over[None]):
    """One person and five answers. Everything is in the file at once; it goes on from there on any day."""

    CHANGES: ClassVar[bool] = True  # whoever can change nothing has nothing to decide
    CSS_PATH = style_sheet("triage")
    BINDINGS = [keys.PASS_ON, keys.ONE_BACK, keys.UNDO_HERE, keys.GO_ON, keys.ENOUGH]
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(self, book: Book, clock: Clock) -> None:
        super().__init__()
        self.book, self.clock = book, clock
        self._you = You(book.network, clock.today())
        self._left: list[str] = []
        self._open: set[str] = set()
        """Those who wait (uid): kept by change, since going through 25,000 at every key would be felt."""
        self._batch: list[str] = []
        self._at = 0
        self._looked = False
        self._meanwhile: list[Change] = []
        """Changes heard while it was looked who waits."""
        self._unlisten: Callable[[], None] = lambda: None

    def compose(self) -> ComposeResult:
        """How far it is, the person, the answers, what was decided last."""
        with Vertical(id="triage") as box:
            box.border_title = "Who matters to you?"
            yield Static("", markup=False, id="progress")
            yield Pane(id="card", can_focus=False)
            yield Static("", markup=False, id="answers")
            yield Static("", markup=False, id="meaning")
            yield Static("", markup=False, id="last")
        yield KeyBar()
        yield TooSmall()

    def on_mount(self) -> None:
        """Find out who waits."""
        self._unlisten = self.book.listen(self._heard)
        usual = self.book.network.settings.tiers
        days = [(tier, usual.of(tier) or 0) for tier, _ in ANSWERS.values() if usual.of(tier)]
        self.query_one("#meaning", Static).update(meaning(days))
        self._look()

    def on_unmount(self) -> None:
        """Hear no more."""
        self._unlisten()

    def on_resize(self) -> None:
        """Fit the lines to the new width."""
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done with the person, or at the end."""
        if action == "skip":
            return self.contact is not None
        if action == "one_back":
            return self._at > 0
        if action == "go_on":
            return self._looked and self.contact is None and bool(self._rest())
        return True

    @property
    def contact(self) -> Contact | None:
        """Who is decided about now; None at the end."""
        return self.book.network.contacts.get(self._batch[self._at]) if self._at < len(self._batch) else None

    def on_click(self, event: events.Click) -> None:
        """Take the answer clicked: that which begins last before the pointer."""
        if event.widget is not self.query_one("#answers") or self.contact is None:
            return
        lines = answer_lines(self.contact)
        if event.y >= len(lines):
            return
        words, clicked = text_of(lines[event.y]), ""
        for key in (*ANSWERS, "c"):
            place = words.find(f"{key} ")
            if 0 <= place <= event.x:
                clicked = key
        self._answer(clicked)

    def on_key(self, event: events.Key) -> None:
        """Take an answer by its key."""
        if event.key in {"up", "down"}:
            # What is known of somebody may be more than fits.
            pane = self.query_one(Pane)
            (pane.scroll_up if event.key == "up" else pane.scroll_down)(animate=False)
        if self._answer(event.character or ""):
            event.stop()

    def _answer(self, key: str) -> bool:
        """Do what an answer says; False if the key is none."""
        contact = self.contact
        if contact is None or key not in (*ANSWERS, "c"):
            return False
        if key in ANSWERS:
            self._decide(contact, ANSWERS[key][0])
        else:
            circle = _CIRCLES[(_CIRCLES.index(contact.circle) + 1) % len(_CIRCLES)]
            commit(self, self.book, lambda: set_circle(self.book.network, contact.uid, circle), quiet=True)
        return True

    def action_skip(self) -> None:
        """Leave somebody for another day."""
        if self.contact is not None:
            self._at += 1
            self._show()

    def action_one_back(self) -> None:
        """Go back to the one before."""
        if self._at > 0:
            self._at -= 1
            self._show()

    def action_go_on(self) -> None:
        """Take the next twenty; those left for another day come last."""
        if self.contact is None and self._looked:
            passed = set(self._batch)
            rest = self._rest()
            rest.sort(key=passed.__contains__)
            self._left, self._batch, self._at = rest, rest[:BATCH], 0
            self._show()

    def action_back(self) -> None:
        """Leave; what was decided is in the file."""
        self.dismiss(None)

    def _decide(self, contact: Contact, tier: Tier) -> None:
        # Ahead of the change, which is heard at once.
        self._at += 1
        if not commit(
            self,
            self.book,
            partial(decide, self.book.network, contact.uid, tier, self.clock.today()),
            quiet=True,
        ):
            self._at -= 1
            return
        decided = self.book.network.contacts[contact.uid]
        self.query_one("#last", Static).update(clean(last_words(decided)))

    @work(thread=True, exclusive=True)
    def _look(self) -> None:
        # Half a second for 25,000, which nobody is to feel.
        found = waiting(self.app.call_from_thread(self.book.network.copy), self.clock.today())
        if self.is_attached:
            self.app.call_from_thread(self._found, found)

    def _found(self, found: tuple[str, ...]) -> None:
        self._looked = True
        self._left, self._batch, self._at = list(found), list(found[:BATCH]), 0
        self._open = set(found)
        for change in self._meanwhile:
            self._look_again(change)
        self._show()

    def _rest(self) -> list[str]:
        return [uid for uid in self._left if uid in self._open]

    def _look_again(self, change: Change) -> None:
        """See whether those whom a change concerns wait still, or again."""
        network, concerned = self.book.network, set(self._left) if not change else set[str]()
        for edit in change.edits:
            for record in (edit.before, edit.after):
                if isinstance(record, Contact):
                    concerned.add(record.uid)
                elif isinstance(record, Interaction):
                    concerned.update(record.contacts)
        for uid in concerned:
            contact = network.contacts.get(uid)
            if contact is not None and waits(network, contact):
                self._open.add(uid)
            else:
                self._open.discard(uid)

    def _heard(self, change: Change) -> None:
        """Show what was altered; what was taken back is shown again."""
        self._you = You(self.book.network, self.clock.today())
        if not self._looked:
            self._meanwhile.append(change)
        self._look_again(change)
        for edit in change.edits:
            before, after = edit.before, edit.after
            if not isinstance(before, Contact) or not isinstance(after, Contact):
                continue
            if before.uid in self._batch and before.triaged is not None and after.triaged is None:
                self._at = self._batch.index(before.uid)
                self.query_one("#last", Static).update("")
        self._show()

    def _show(self) -> None:
        if not self.is_mounted or not self._looked:
            return
        network, contact, now = self.book.network, self.contact, self.clock.now()
        wide = max(self.query_one("#triage").content_size.width, 1)
        left = len(self._rest())
        top, answers = self.query_one("#progress", Static), self.query_one("#answers", Static)
        pane = self.query_one(Pane)
        for part in ("#progress", "#answers", "#meaning"):
            self.query_one(part).display = contact is not None
        if contact is None:
            seen = [it for it in map(network.contacts.get, self._batch) if it is not None]
            pane.show(lambda room: closing(network, seen, left, room))
        else:
            reasons = self._you.reasons(contact)
            pane.show(lambda room: card(network, contact, reasons, now, room))
            top.update(content_of([progress_line(self._at, len(self._batch), left, wide)]))
            answers.update(content_of(answer_lines(contact)))
        self.refresh_bindings()
