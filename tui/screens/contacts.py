"""Contacts: everybody you know, found as you type, beside what you know of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui.clock import Clock
from tui.model.change import Change
from tui.model.records import Contact
from tui.rules.phrases import count
from tui.rules.search.contacts import Query, parse
from tui.rules.search.query import next_order, ordered_by
from tui.screens.base import GoBack
from tui.screens.capture import CaptureDialog
from tui.screens.contact_marks import ContactMarks
from tui.screens.search_help import SearchHelp
from tui.store.book import Book
from tui.view.cells import clean
from tui.view.contact_rows import contact_line, found_line, nobody_found
from tui.view.lines import Line
from tui.view.person_page import person_page
from tui.widgets import keys
from tui.widgets.completing import CompletingLine
from tui.widgets.pane import Pane, content_of
from tui.widgets.reading import reading_of
from tui.widgets.resting import MANY, Resting
from tui.widgets.rowlist import RowList
from tui.widgets.search_line import SearchLine

_ABOUT_SOMEBODY = {"edit", "log", "message", "history", "others", "pause", "archive", "private", "introduce"}
"""Keys that need somebody highlighted."""


class ContactsScreen(ContactMarks):
    """The list beside the person."""

    MODE = "contacts"
    STYLE = "contacts"
    BINDINGS = [
        keys.NEW,
        keys.EDIT,
        keys.LOG,
        keys.MESSAGE,
        keys.HISTORY,
        keys.OTHERS,
        keys.MARK_ROW,
        keys.MARK_ALL,
        keys.SORT,
        keys.WALK_BACK,
        keys.WALK_ON,
        keys.PRIVATE,
        keys.INTRODUCE,
        keys.MERGE,
        keys.EXPORT,
        keys.PAUSE,
        keys.ARCHIVE,
        keys.IMPORT_FILE,
        keys.BACK,
    ]

    def __init__(self, book: Book, clock: Clock) -> None:
        super().__init__(book, clock)
        self._reading = reading_of(book)
        self._finder, self._completer = self._reading.finder, self._reading.completer
        self._query, self._waits = Query(), False
        self._words: tuple[str, ...] = ()
        self._resting = Resting(self, self._rested)
        self._page = 0
        self._beside = ""
        self._private = False
        """Whether private notes are shown; only ever of whoever is highlighted."""
        self._wanted = ""
        """Whom to highlight (uid) once the search is done."""
        self._left_over = ""
        """What was searched for before somebody was opened from elsewhere; escape need not clear it."""

    def body(self) -> ComposeResult:
        """Search line, list, pane."""
        with Horizontal(id="contacts"):
            with Vertical(id="people"):
                yield SearchLine(
                    complete=lambda text: [it.line for it in self._completer.complete(text)],
                    placeholder="Search: maya #climate due:",
                    id="search",
                )
                yield Static("", markup=False, id="found")
                yield RowList(self._paint, id="list")
            yield Pane(id="person")

    def on_mount(self) -> None:
        """Show everybody; read what words are looked for in while nothing is asked."""
        super().on_mount()
        self._reading.begin(self.app, self.clock)
        self._find()
        self.query_one(RowList).focus()

    def on_resize(self) -> None:
        """Fit what is told of the search to the new width."""
        self.call_after_refresh(self._tell)

    def on_screen_suspend(self) -> None:
        """Hide what is private: whoever comes back may not be alone."""
        if self._private:
            self._private = False
            self._show()

    def changed(self, change: Change | None) -> None:
        """Show what a change altered."""
        self._let_go_of_the_gone()
        self._find(keep_place=True)

    def on_key(self, event: events.Key) -> None:
        """Go from the search line down into the list."""
        if event.key == "down" and self.query_one("#search", Input).has_focus:
            self.query_one(RowList).focus()
            event.stop()

    @on(CompletingLine.HelpAsked)
    def _asked(self) -> None:
        self.app.push_screen(SearchHelp())

    def on_descendant_focus(self) -> None:
        """Offer completions only where they can be taken."""
        self._tell()

    def focus_search(self) -> None:
        """Put the cursor into the search line."""
        self._left_over = ""
        self.query_one("#search", Input).focus()

    def show_contact(self, contact: str) -> None:
        """Highlight somebody, whatever was searched for."""
        box, rows = self.query_one("#search", Input), self.query_one(RowList)
        if not rows.select(contact):
            archived = contact in self.network.contacts and self.network.contacts[contact].archived
            box.value = "archived:" if archived else ""
            self._wanted = contact
            self._find()
        self._left_over = box.value
        rows.focus()

    @on(Input.Changed, "#search")
    def _typed(self) -> None:
        self._find()

    @on(Input.Submitted, "#search")
    def _entered(self) -> None:
        rows, typed = self.query_one(RowList), self.query_one("#search", Input).value.strip()
        if rows.ids:
            rows.focus()
        elif typed and self._query.is_somebody:
            self.app.push_screen(CaptureDialog(self.book, self.clock, typed=typed))

    @on(RowList.Moved)
    def _moved(self) -> None:
        hide = self._private
        self._page, self._private = 0, False
        if self._resting.awaited and not hide:
            # One of many moves: whoever it ends on is shown.
            self._resting.begin()
        else:
            self._show()
        self.refresh_bindings()

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        self.query_one(Pane).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what needs somebody only where somebody is highlighted; the help names it all the same."""
        if action in _ABOUT_SOMEBODY and self.is_mounted and self.contact is None and not self._marked:
            return None
        if action == "mark":
            return not self.is_mounted or self.query_one(RowList).has_focus
        return True

    def foremost(self) -> Mapping[str, str | None]:
        """Say what enter does in the search line; else name what those meant ask for, and the way out."""
        box, rows = self.query_one("#search", Input), self.query_one(RowList)
        if not box.has_focus:
            named = super().foremost()
            narrowed = bool(self._query.terms) and box.value != self._left_over
            if self._marked or (rows.has_focus and not narrowed):
                return named
            return {**named, "back": "Show all" if rows.has_focus else ""}
        found, somebody = rows.ids, self._query.is_somebody
        return {"submit": "" if found else "Add them" if somebody else None}

    @property
    def contact(self) -> Contact | None:
        """Whoever is highlighted."""
        return self.network.contacts.get(self.query_one(RowList).current or "")

    @property
    def searched(self) -> tuple[str, ...]:
        """Those found (uid), in the order shown; none where nothing is searched for."""
        return tuple(self.query_one(RowList).ids) if self._query.terms else ()

    def name_typed(self) -> str:
        """Return the name that was looked for and is nobody's."""
        return " ".join(self.query_one("#search", Input).value.split()) if self._is_nobody() else ""

    def action_back(self) -> None:
        """Let marks go; leave the pane or the search line; clear the search; go back to where one came from."""
        box, rows = self.query_one("#search", Input), self.query_one(RowList)
        if not rows.has_focus:
            rows.focus()
        elif self._marked:
            self.unmark()
        elif box.value != self._left_over:
            box.value = self._left_over = ""
        else:
            self._left_over = ""
            self.app.post_message(GoBack())

    def action_sort(self) -> None:
        """Sort by the next order; the search line says which."""
        box = self.query_one("#search", Input)
        box.value = ordered_by(box.value, next_order(self._query))

    def action_others(self) -> None:
        """Show other things to say."""
        self._page += 1
        self._show()

    def action_private(self) -> None:
        """Show private notes, or hide them again."""
        self._private = not self._private
        self._show()

    def _find(self, *, keep_place: bool = False) -> None:
        if not self.is_attached:
            return
        typed = self.query_one("#search", Input).value
        query = parse(typed)
        if not self._reading.ready(query, self.clock):
            self._wait(query, keep_place=keep_place)
            return
        self._query, self._waits = query, False
        ids = [contact.uid for contact in self._finder.find(query, self.now)]
        self._words = self._finder.shown(query)
        first = self._wanted or (ids[0] if ids and typed and not keep_place else None)
        self._wanted = ""
        self.query_one(RowList).fill(ids, empty=nobody_found(query, typed), select=first)
        self._tell()
        if keep_place:
            # Somebody else under the highlight is told of by the list itself.
            self._show()

    def _wait(self, query: Query, *, keep_place: bool) -> None:
        """Search once all is read that a search looks at: for what stands in the line by then."""
        self._waits = True
        self.query_one("#found", Static).update("Reading everybody …")
        self._reading.when(
            lambda: self._reading.ready(query, self.clock), partial(self._find, keep_place=keep_place)
        )

    def _is_nobody(self) -> bool:
        return not self.query_one(RowList).ids and self._query.is_name

    def _tell(self) -> None:
        """Say how many were found and marked, what the last word could become, and what was not understood."""
        if self._waits:
            return
        box, rows = self.query_one("#search", SearchLine), self.query_one(RowList)
        offers = self._completer.complete(box.value) if box.has_focus and box.value.strip() else ()
        words = count(len(rows.ids), "contact")
        wide = max(self.query_one("#people").size.width - 4, 20)
        lines = [found_line(words, self._query.order, len(self._marked), offers, wide)]
        told = Content.assemble(
            content_of(lines), *((f"\n{clean(each)}", "$warning") for each in self._query.problems)
        )
        self.query_one("#found", Static).update(told)

    def _paint(self, uid: str, wide: int) -> Sequence[Line]:
        contact, today = self.network.contacts[uid], self.now.date()
        last = due = None
        if self.network.is_complete:
            # Else what happened is still being read; all is painted anew once it is.
            last, due = self._finder.last_touch(contact, today), self._finder.next_due(contact, today)
        marked = uid in self._marked
        return (contact_line(contact, last, due, today, wide, words=self._words, marked=marked),)

    def _show(self, *, rested: bool = False) -> None:
        pane, shown = self.query_one(Pane), self.contact
        if shown is None or not self.network.is_complete:
            pane.show(lambda _wide: ())
            return
        # The place is kept where the same person is painted anew.
        keep, self._beside = shown.uid == self._beside, shown.uid
        self._write(shown, keep=keep, words=rested or keep or len(self.network.contacts) < MANY)

    def _write(self, shown: Contact, *, keep: bool, words: bool) -> None:
        """Write the page about somebody; what could be said follows once keys rest, where it takes time to find."""
        page = self._page if words else None
        self.query_one(Pane).show(
            lambda wide: person_page(self.network, shown, self.now, wide, page=page, private=self._private),
            keep_place=keep,
        )
        if words:
            self._resting.end()
        else:
            self._resting.begin()

    def _rested(self) -> None:
        self._show(rested=True)
