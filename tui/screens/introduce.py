"""Introducing two people: pick them, or take a suggestion; say why; then ask the first of them."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import Input, Static

from tui.actions.introductions import between, outcome, reword, row_of, start
from tui.clock import Clock
from tui.model.records import Introduction
from tui.rules.giving.introductions import Matching, Pairing
from tui.rules.names import first_name, works_as
from tui.rules.namesakes import beside_names, told_apart
from tui.rules.search.contacts import parse
from tui.screens import doors
from tui.screens.choosing import Choosing
from tui.screens.dialog import Dialog
from tui.store.book import Book
from tui.view.cells import clean
from tui.view.giving_lines import both, standing
from tui.view.lines import Line, line
from tui.widgets import keys
from tui.widgets.fields import OneLine, choice_field, paragraph_field
from tui.widgets.look import style_sheet
from tui.widgets.reading import reading_of
from tui.widgets.rowlist import RowList

MATCHING = "matching"
"""What the search for suggestions is called, which happens beside the screen."""
_FOUND = 200
"""People listed at once; more letters narrow them."""


class IntroduceDialog(Choosing[str]):
    """Gives back the introduction (uid) that was noted; the first of the two is then to be asked."""

    CSS_PATH = style_sheet("give")
    BINDINGS = [keys.TAKE_PERSON, keys.CANCEL]

    def __init__(self, book: Book, clock: Clock, contact: str = "") -> None:
        super().__init__(book, clock, "Who should know whom?")
        self._contact = contact
        self._reading = reading_of(book)
        self._matching: Matching | None = None
        self._pairs: dict[str, Pairing] = {}
        self._beside: dict[str, str] = {}

    def body(self) -> ComposeResult:
        """Search line and list."""
        yield Static("", markup=False, classes="hint", id="introduce-words")
        yield OneLine(placeholder="Search: a name, #interest, needs:designer", id="search")
        yield RowList(self._paint, row_height=2, empty="", id="choose")

    def on_mount(self) -> None:
        """Look for suggestions, and start in the search line."""
        super().on_mount()
        self._reading.begin(self.app, self.clock)
        self.query_one(Input).focus()
        self._show()
        self.run_worker(self._match, thread=True, group=MATCHING)

    @on(Input.Changed)
    def _typed_in(self) -> None:
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer taking where there is somebody to take."""
        if action == "save" and self.is_mounted and not self.query_one(RowList).ids:
            return False
        return super().check_action(action, parameters)

    def action_save(self) -> None:
        """Take whoever is highlighted: the first of the two, then the second."""
        self._take()

    @work
    async def _take(self) -> None:
        current = self.query_one(RowList).current
        if current is None:
            return
        pairing = self._pairs.get(current)
        if pairing is None and not self._contact:
            self._contact = current
            self.query_one(Input).value = ""
            self.query_one(Input).focus()
            self._show()
            return
        if pairing is None:
            pairing = self._suggested(current) or Pairing(self._contact, current, "", 0.0)
        known = between(self.network, pairing.first, pairing.second)
        if known is not None:
            words = (
                "declined, so let it rest" if known.status == "declined" else standing(self.network, known)
            )
            self.notify(f"There is an introduction of these two: {words}.", markup=False)
            return
        made = await self.app.push_screen_wait(ReasonDialog(self.book, self.clock, pairing))
        introduction = self.network.introductions.get(made or "")
        if introduction is None:
            return
        # The idea is noted; the first of the two may be asked at once.
        entry = row_of(introduction)
        await self.app.push_screen_wait(doors.draft(self.book, self.clock, entry.contact, entry))
        self.dismiss(made)

    @property
    def _who(self) -> str:
        contact = self.network.contacts.get(self._contact)
        return first_name(contact) if contact else ""

    def _match(self) -> None:
        try:
            matching = Matching(self.network, self.now)
        except RuntimeError:
            # Records were changed while they were read; the search still finds everybody.
            return
        self.app.call_from_thread(self._matched, matching)

    def _matched(self, matching: Matching) -> None:
        if self.is_attached:
            self._matching = matching
            self._show()

    def _suggested(self, other: str) -> Pairing | None:
        found = self._matching.pairings(self._contact) if self._matching is not None else ()
        return next((it for it in found if other in it.pair), None)

    def _show_here(self) -> None:
        if self.is_attached:
            self._show()

    def _show(self) -> None:
        typed = self.query_one(Input).value.strip()
        self._pairs = {}
        ids: list[str] = []
        if typed:
            query = parse(typed)
            if not self._reading.ready(query, self.clock):
                self._reading.when(lambda: self._reading.ready(query, self.clock), self._show_here)
                return
            found = [it for it in self._reading.finder.find(query, self.now) if it.uid != self._contact]
            ids = [it.uid for it in found[:_FOUND]]
            self._beside = beside_names(found[:_FOUND])
        elif self._matching is not None:
            for pairing in self._matching.pairings(self._contact or None):
                name = f"{pairing.first} {pairing.second}"
                self._pairs[name] = pairing
                ids.append(name)
        if typed:
            empty = "Nobody found."
        elif self._matching is None:
            empty = "Looking for who could help whom …"
        else:
            empty = "No suggestion from what is written down. Type a name to choose somebody yourself."
        self.query_one(RowList).fill(ids, empty=empty, select=ids[0] if ids else None)
        self.refresh_bindings()
        words = (
            f"{self._who} and …: take a suggestion, or type a name"
            if self._who
            else ("Take a suggestion, or type the name of the first of the two")
        )
        self.query_one("#introduce-words", Static).update(clean(words))

    def _paint(self, name: str, _wide: int) -> Sequence[Line]:
        pairing = self._pairs.get(name)
        if pairing is not None:
            names = both(self.network, pairing.first, pairing.second)
            return line(("↔ ", "accent"), (names, "strong")), line((f"  {pairing.reason}", "dim"))
        contact = self.network.contacts[name]
        return line((contact.name, "strong")), line(
            (f"  {self._beside.get(name) or works_as(contact)}", "dim")
        )


class ReasonDialog(Dialog[str]):
    """Why the two should know each other, and who is asked first; gives back the introduction (uid)."""

    TITLE_WORDS = "Why should they know each other?"

    def __init__(self, book: Book, clock: Clock, pairing: Pairing) -> None:
        super().__init__(book, clock)
        self._pairing = pairing
        one, other = (self.network.contacts[uid] for uid in (pairing.first, pairing.second))
        self._names = told_apart((one, other), first_name)

    def body(self) -> ComposeResult:
        """Both of them, the reason, and who comes first."""
        names = both(self.network, self._pairing.first, self._pairing.second)
        yield Static(clean(names), markup=False, classes="form--group")
        yield paragraph_field(
            "Why",
            self._pairing.reason,
            lines=4,
            placeholder="what each could do for the other; it goes into the messages",
            id="reason",
        )
        yield choice_field("Ask first", tuple(map(clean, self._names)), clean(self._names[0]), id="first")
        yield Static(
            "The second hears of it only if the first says yes. A no is final, and nobody learns of it.",
            markup=False,
            classes="hint",
        )

    def on_mount(self) -> None:
        """Start with the reason."""
        super().on_mount()
        self.field("reason").control.focus()

    def action_save(self) -> None:
        """Note the idea."""
        first, second = self._pairing.first, self._pairing.second
        if self.value("first") != clean(self._names[0]):
            first, second = second, first
        reason = self.value("reason")
        if self.commit(lambda: start(self.network, first, second, reason, self.now)):
            made = between(self.network, first, second)
            self.dismiss(made.uid if made is not None else None)


class OutcomeDialog(Dialog[bool]):
    """What came of an introduction; before the two are introduced, why they should be."""

    def __init__(self, book: Book, clock: Clock, introduction: Introduction) -> None:
        self._introduction = introduction
        self._introduced = introduction.status in ("introduced", "came of it")
        super().__init__(
            book, clock, "What came of it?" if self._introduced else "Why should they know each other?"
        )

    def body(self) -> ComposeResult:
        """One field."""
        it = self._introduction
        words = it.outcome if self._introduced else it.reason
        yield Static(clean(both(self.network, it.first, it.second)), markup=False, classes="hint why")
        yield paragraph_field("In a few words", words, lines=3, id="words")

    def on_mount(self) -> None:
        """Start in the field."""
        super().on_mount()
        self.field("words").control.focus()

    def action_save(self) -> None:
        """Write it down."""
        uid, words = self._introduction.uid, self.value("words")
        if self._introduced:
            done = self.commit(lambda: outcome(self.network, uid, self.now, words))
        else:
            done = self.commit(lambda: reword(self.network, uid, words))
        if done:
            self.dismiss(True)
