"""Give: a few things worth doing for somebody today, and below them all that they come from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal

from tui.actions import introductions, shares
from tui.actions.giving import put_aside
from tui.clock import Clock
from tui.model.change import Change
from tui.model.records import Introduction, Share
from tui.rules.giving.suggestions import Gift, Giving, giving
from tui.screens import doors
from tui.screens.audience import AudienceDialog
from tui.screens.base import KithScreen
from tui.screens.give_keys import KEYS, NEEDS
from tui.screens.give_messages import message_for, share_message
from tui.screens.introduce import OutcomeDialog
from tui.screens.share_form import ShareForm
from tui.store.book import Book
from tui.view.giving import EMPTY, PARTS, GiveRow, Part, enough, gift_of, give_rows, strip
from tui.view.giving_beside import beside
from tui.view.giving_lines import row_lines
from tui.view.lines import Line, line
from tui.widgets import keys
from tui.widgets.pane import Pane
from tui.widgets.parts import Parts
from tui.widgets.rowlist import RowList

AT_ONCE: Final = 1000
"""So many people are reckoned within a blink; for more of them that happens beside the screen."""
RECKONING: Final = "giving"
"""What such work is called."""
_KEPT: Final[dict[type, str]] = {Share: "share", Introduction: "introduction"}
"""What is kept in a part of its own, by how its rows are named."""
_LOOKING: Final = "Looking for what you could give …"


class _GiveList(RowList):
    """The list, which tells the footer what enter does."""

    BINDINGS = [keys.OPEN_ROW, keys.PART_BEFORE, keys.PART_NEXT]


class GiveScreen(KithScreen):
    """One list a part, beside what is highlighted."""

    MODE = "give"
    STYLE = "give"
    BINDINGS = KEYS

    def __init__(self, book: Book, clock: Clock) -> None:
        super().__init__(book, clock)
        self._found: Giving | None = None
        self._part: Part = "today"
        self._rows: dict[str, GiveRow] = {}
        self._places: dict[Part, str] = {}
        self._done: set[str] = set()
        self._order: dict[str, int] = {}
        self._page = 0
        self._turn = 0
        self._beside = ""

    @property
    def row(self) -> GiveRow | None:
        """The row highlighted."""
        return self._rows.get(self.query_one(RowList).current or "")

    @property
    def gift(self) -> Gift | None:
        """The suggestion highlighted, in whichever part it stands."""
        row = self.row
        if row is None:
            return None
        return gift_of(row.pairing) if row.pairing is not None else row.gift

    def body(self) -> ComposeResult:
        """Parts, list, pane."""
        yield Parts(id="give-parts")
        with Horizontal(id="give"):
            yield _GiveList(self._paint, row_height=2, empty=_LOOKING, id="give-list")
            yield Pane(id="give-beside")

    def on_mount(self) -> None:
        """Start with today."""
        super().on_mount()
        self.changed(None)
        self.query_one(RowList).focus()

    def changed(self, change: Change | None) -> None:
        """Reckon anew what could be given; in a large network beside the screen. What came back is highlighted."""
        for edit in change.edits if change is not None else ():
            kind = _KEPT.get(type(edit.after))
            if edit.before is None and kind is not None and self._part == f"{kind}s":
                self._places[self._part] = f"{kind} {edit.uid}"
        self._turn += 1
        if len(self.network.contacts) <= AT_ONCE:
            self._take(self._turn, giving(self.network, self.now))
            return
        self._fill()
        turn, network, now = self._turn, self.network.copy(), self.now

        def find() -> None:
            self.app.call_from_thread(self._take, turn, giving(network, now))

        self.run_worker(find, thread=True, group=RECKONING)

    def _take(self, turn: int, found: Giving) -> None:
        if turn == self._turn and self.is_attached:
            self._found = found
            self._done.clear()
            self._fill()

    def _fill(self) -> None:
        """Show the rows of the part."""
        found = self._found
        rows = list(self._now_there(found)) if found is not None else []
        if self._part == "today":
            # What is still there stays where it was when something leaves, and comes back to its place.
            for row in rows:
                self._order.setdefault(row.id, len(self._order))
            rows.sort(key=lambda row: self._order[row.id])
        self._rows = {row.id: row for row in rows}
        headings: dict[int, Line] = {}
        for place, row in enumerate(rows):
            if row.heading and (place == 0 or rows[place - 1].heading != row.heading):
                headings[place] = line((row.heading, "heading"))
        empty = _LOOKING
        if found is not None:
            empty = EMPTY[self._part]
            if self._part == "today":
                empty = enough(found) or empty
            self.query_one(Parts).show(strip(self.network, found, self._part))
        self.query_one(RowList).fill(
            list(self._rows), headings, empty=empty, select=self._places.get(self._part)
        )
        self._show()
        self.refresh_bindings()

    def _now_there(self, found: Giving) -> Iterator[GiveRow]:
        """Yield the rows of the part without those just dealt with, or about somebody just removed."""
        contacts = self.network.contacts
        for row in give_rows(self._part, self.network, found, self.now, later=self._page):
            gift = gift_of(row.pairing) if row.pairing is not None else row.gift
            people = {row.contact, gift.other if gift else ""} - {""}
            if row.id not in self._done and people <= contacts.keys():
                yield row

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what means something on the highlighted row."""
        needs = NEEDS.get(action)
        if needs is None or not self.is_mounted:
            return True
        row = self.row
        return row is not None and needs(row)

    @on(RowList.Moved)
    def _moved(self) -> None:
        current = self.query_one(RowList).current
        if current is not None:
            self._places[self._part] = current
        self._show()
        self.refresh_bindings()

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        row = self.row
        if row is None:
            return
        if row.share is not None:
            self.action_message()
        elif row.contact:
            self.open_contact(row.contact)
        else:
            self.app.push_screen(doors.profile(self.book, self.clock))

    @on(Parts.Wanted)
    def _wanted(self, message: Parts.Wanted) -> None:
        self._go_to(next(part for part, _ in PARTS if part == message.part))

    def action_part(self, step: int) -> None:
        """Go to the next part, or the one before."""
        names = [part for part, _ in PARTS]
        self._go_to(names[(names.index(self._part) + step) % len(names)])

    def action_back(self) -> None:
        """Leave the pane for the list, then go back to today."""
        rows = self.query_one(RowList)
        if not rows.has_focus:
            rows.focus()
        elif self._page or self._part != "today":
            self._page = 0
            self._go_to("today")

    def action_others(self) -> None:
        """Show others than today's five; behind the last of them today's come again."""
        found = self._found
        if found is None:
            return
        pages = -(-len(found.later) // 5)
        self._page = (self._page + 1) % (pages + 1)
        self._places.pop("today", None)
        self._go_to("today")

    @work
    async def action_message(self) -> None:
        """Draft the message that goes with what is highlighted."""
        row = self.row
        if row is None:
            return
        if row.share is not None:
            await self._send(row)
            return
        dialog = message_for(self.book, self.clock, row)
        sent = await self.app.push_screen_wait(dialog) if dialog is not None else None
        if sent:
            self._dealt_with(row)

    @work
    async def action_done(self) -> None:
        """Log it without a message: it was said another way."""
        row = self.row
        entry = row.gift.row if row is not None and row.gift is not None else None
        if row is not None and row.introduction is not None:
            entry = introductions.row_of(row.introduction)
        if row is None or entry is None:
            return
        if await self.app.push_screen_wait(doors.done(self.book, self.clock, (entry,))):
            self._dealt_with(row)

    def action_skip(self) -> None:
        """Put a suggestion aside."""
        gift, row = self.gift, self.row
        if (
            gift is not None
            and row is not None
            and self.commit(lambda: put_aside(self.network, gift, self.now))
        ):
            self._dealt_with(row)

    @work
    async def action_introduce(self) -> None:
        """Bring two people together, and write to the first of them."""
        row = self.row
        contact = row.contact if row is not None and self._part != "introductions" else ""
        made = await self.app.push_screen_wait(doors.introduce(self.book, self.clock, contact))
        introduction = self.network.introductions.get(made or "")
        if introduction is None:
            return
        self._places["introductions"] = f"introduction {introduction.uid}"
        self._go_to("introductions")

    @work
    async def action_new(self) -> None:
        """Keep something to pass on; among introductions, begin one; among what you need, say what."""
        if self._part == "introductions":
            self.action_introduce()
        elif self._part == "needs":
            await self.app.push_screen_wait(doors.profile(self.book, self.clock))
        else:
            address = await self.app.push_screen_wait(ShareForm(self.book, self.clock))
            made = next((it.uid for it in self.network.shares.values() if it.url == address), None)
            if made:
                self._places["shares"] = f"share {made}"
                self._go_to("shares")

    @work
    async def action_edit(self) -> None:
        """Change what is kept, or write down what came of an introduction."""
        row = self.row
        if row is not None and row.share is not None:
            await self.app.push_screen_wait(ShareForm(self.book, self.clock, row.share))
        elif row is not None and row.introduction is not None:
            await self.app.push_screen_wait(OutcomeDialog(self.book, self.clock, row.introduction))

    def action_mark(self) -> None:
        """Mark a share as read, or as not read after all."""
        row = self.row
        if row is not None and row.share is not None:
            uid = row.share.uid
            self.commit(lambda: shares.mark_read(self.network, uid))

    def action_call_off(self) -> None:
        """Let an introduction rest: one of them would rather not."""
        row = self.row
        if row is not None and row.introduction is not None:
            uid = row.introduction.uid
            self.commit(lambda: introductions.decline(self.network, uid, self.now))

    def action_remove(self) -> None:
        """Take out what is kept; u brings it back."""
        row = self.row
        if row is not None and row.share is not None:
            uid = row.share.uid
            self.commit(lambda: shares.remove(self.network, uid))
        elif row is not None and row.introduction is not None:
            uid = row.introduction.uid
            self.commit(lambda: introductions.remove(self.network, uid))

    async def _send(self, row: GiveRow) -> None:
        """Choose who gets something, and write to one after the other; escape ends it."""
        share = row.share
        if share is None:
            return
        chosen = await self.app.push_screen_wait(AudienceDialog(self.book, self.clock, share, row.audience))
        for number, uid in enumerate(chosen or (), 1):
            place = f"{number} of {len(chosen or ())}" if len(chosen or ()) > 1 else ""
            dialog = share_message(self.book, self.clock, share, uid, place=place)
            if not await self.app.push_screen_wait(dialog):
                return

    def _dealt_with(self, row: GiveRow) -> None:
        """Let a suggestion go at once, before all is reckoned anew."""
        if len(self.network.contacts) > AT_ONCE and row.introduction is None and row.account is None:
            self._done.add(row.id)
            self._fill()

    def _go_to(self, part: Part) -> None:
        self._part = part
        if part != "today":
            self._page = 0
        self._fill()
        self.query_one(RowList).focus()

    def _paint(self, name: str, wide: int) -> Sequence[Line]:
        row = self._rows.get(name)
        if row is None or self._found is None:
            return ()
        return row_lines(self.network, row, self._found, self.now, wide)

    def _show(self) -> None:
        row, found, pane = self.row, self._found, self.query_one(Pane)
        if row is None or found is None:
            pane.show(lambda _wide: ())
            return
        keep, self._beside = row.id == self._beside, row.id
        pane.show(lambda wide: beside(self.network, row, found, self.now, wide), keep_place=keep)
