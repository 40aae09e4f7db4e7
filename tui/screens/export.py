"""Export: whom, as what, and where to; nothing that is there is written over without a word."""

from __future__ import annotations

from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import Input, Static

from tui.clock import Clock
from tui.exchange.export import (
    ENDINGS,
    AlreadyThere,
    ExportProblem,
    Order,
    ending_of,
    export_to,
    whom,
)
from tui.exchange.vcard_write import Version
from tui.model.records import Contact
from tui.paths import documents
from tui.rules.search.contacts import parse
from tui.screens.ask import Ask
from tui.screens.dialog import Dialog
from tui.store.book import Book
from tui.view.cells import clean
from tui.view.filenames import file_name
from tui.widgets import keys
from tui.widgets.choice import Choice
from tui.widgets.fields import choice_field, text_field
from tui.widgets.reading import reading_of

_FORMS: dict[str, tuple[str, Version]] = {
    "vCard": (".vcf", "4.0"),
    "vCard 3.0": (".vcf", "3.0"),
    "table": (".csv", "4.0"),
    "markdown": (".md", "4.0"),
    "calendar": (".ics", "4.0"),
    "json": (".json", "4.0"),
}
"""What can be chosen, by its word: the ending of the file, and for a vCard its version."""
_OLDER = "vCards as older phones and address books want them"


class ExportDialog(Dialog[bool]):
    """Three fields: who, as what, where to."""

    CHANGES = False
    BINDINGS = [keys.WRITE_FILE, keys.CANCEL]
    TITLE_WORDS = "Export"
    ENTER_SAVES = True

    def __init__(self, book: Book, clock: Clock, contacts: tuple[str, ...] = ()) -> None:
        super().__init__(book, clock)
        found = (book.network.contacts.get(uid) for uid in contacts)
        self._some = tuple(contact for contact in found if contact is not None)
        self._all = tuple(reading_of(book).finder.find(parse(""), clock.now()))
        self._everybody = f"everybody ({len(self._all):,})"
        self._these = f"these {len(self._some):,}"
        if len(self._some) == 1:
            self._these = f"only {clean(self._some[0].name)[:40]}"
        self._writing = False

    def body(self) -> ComposeResult:
        """Who, as what, where to, and a word on what that is."""
        options = (self._these, self._everybody) if self._some else (self._everybody,)
        yield choice_field("Who", options, options[0], id="who")
        yield choice_field("As", tuple(_FORMS), "vCard", id="form")
        yield text_field("File", self._offered(".vcf"), problem=self._wrong, id="path")
        yield Static("", markup=False, classes="hint", id="words")

    def on_mount(self) -> None:
        """Say what stands there already."""
        super().on_mount()
        self.query_one("#dialog").border_subtitle = "enter writes"
        self.query_one("#path Input", Input).cursor_position = len(self.value("path"))
        self._say()

    def dirty(self) -> bool:
        """A name is quickly typed again: nothing is asked."""
        return False

    @on(Choice.Changed)
    def _chosen(self, event: Choice.Changed) -> None:
        if event.choice is self.field("form").control:
            ending, _ = _FORMS[event.value]
            box = self.query_one("#path Input", Input)
            path = Path(box.value.strip() or self._offered(ending))
            known = path.suffix.lower() in ENDINGS
            box.value = str(path.with_suffix(ending)) if known else f"{path}{ending}"
        self._say()

    @on(Input.Changed)
    def _typed_name(self) -> None:
        """Let what is chosen follow the ending that is typed."""
        ending = Path(self.value("path")).suffix.lower()
        choice = self.field("form").control
        if ending in ENDINGS and isinstance(choice, Choice) and _FORMS[choice.value][0] != ending:
            choice.value = next(word for word, (known, _) in _FORMS.items() if known == ending)

    def action_save(self) -> None:
        """Write the file, off the event loop."""
        if self._writing or not self.valid():
            return
        order, path = self._order(), Path(self.value("path")).expanduser()
        if not order.contacts and ending_of(path) != ".ics":
            self.field("who").say("Nobody is in this file yet.", wrong=True)
            return
        self._writing = True
        self.field("path").say("Writing …")
        self._write(order, path, replacing=False)

    # Described, since Textual would else describe every contact of the order.
    @work(thread=True, exclusive=True, description="write")
    def _write(self, order: Order, path: Path, *, replacing: bool) -> None:
        try:
            if path.parent == documents():
                path.parent.mkdir(parents=True, exist_ok=True)
            network = self.app.call_from_thread(self.network.copy)
            done = export_to(network, order, path, replacing=replacing, own_file=self.book.path)
        except AlreadyThere:
            self.app.call_from_thread(self._ask, order, path)
        except (ExportProblem, OSError) as problem:
            words = (
                str(problem) if isinstance(problem, ExportProblem) else f"{path.parent}: {problem.strerror}."
            )
            self.app.call_from_thread(self._failed, words)
        else:
            self.app.call_from_thread(self._done, f"Wrote {whom(order, ending_of(path))} to {done}")

    @work
    async def _ask(self, order: Order, path: Path) -> None:
        """Ask whether the file that is there may go."""
        self._writing = False
        answer = await self.app.push_screen_wait(
            Ask(
                "Replace the file?",
                f"{path} is there already.",
                (("r", "Replace it"), ("k", "Keep it, and name another")),
            )
        )
        if answer == "r":
            self._writing = True
            self._write(order, path, replacing=True)
        else:
            self.field("path").say("Type another name.")

    def _failed(self, words: str) -> None:
        self._writing = False
        if self.is_attached:
            self.field("path").say(words, wrong=True)

    def _done(self, words: str) -> None:
        self.app.notify(words, markup=False, timeout=8)
        if self.is_attached:
            self.dismiss(True)

    def _people(self) -> tuple[Contact, ...]:
        return self._some if self._some and self.value("who") == self._these else self._all

    def _order(self) -> Order:
        _, version = _FORMS[self.value("form")]
        everybody = not self._some or self.value("who") != self._these
        return Order(self._people(), self.now, everybody=everybody, version=version)

    def _offered(self, ending: str) -> str:
        """Return the file that is offered."""
        whose = self._some[0].name if len(self._some) == 1 else "Contacts"
        path = documents() / file_name(whose, self.now.date(), ending)
        try:
            return str(Path("~") / path.relative_to(Path.home()))
        except (ValueError, RuntimeError):
            return str(path)

    def _wrong(self, typed: str) -> str:
        """Say what is wrong with the file's name, or ''."""
        if not typed.strip():
            return "Type the name of a file, such as ~/contacts.vcf."
        try:
            ending_of(Path(typed.strip()))
        except ExportProblem as problem:
            return str(problem)
        return ""

    def _say(self) -> None:
        """Say what would be written."""
        word = self.value("form")
        ending, version = _FORMS[word]
        what = _OLDER if version == "3.0" else ENDINGS[ending][0]
        away = len(self.network.contacts) - len(self._all)
        left = (
            f" {away:,} archived {'contact is' if away == 1 else 'contacts are'} left out."
            if away and self._order().everybody
            else ""
        )
        self.query_one("#words", Static).update(
            f"Writes {what}. Private notes stay here.{left if ending != '.ics' else ''}"
        )
