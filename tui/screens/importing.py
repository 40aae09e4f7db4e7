"""Import: choose a file, see what it is and what it would bring, take it as one undoable step."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from msgspec.structs import replace
from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, ProgressBar, Static
from textual.worker import get_current_worker

from tui.actions.importing import Import, import_source, maybe_known, read_source
from tui.clock import Clock
from tui.exchange.finding import completions, likely_files, likely_folders, shown_path, typed_path
from tui.exchange.formats import Source
from tui.exchange.report import ImportProblem
from tui.model.records import Event
from tui.rules.matching.events import find_events, meant
from tui.rules.phrases import ago, count
from tui.screens.columns import ColumnsDialog
from tui.screens.dialog import Dialog
from tui.store.book import Book
from tui.view.imported import Line as Found
from tui.view.imported import maybe_known_words, preview
from tui.view.imported_lines import found_line, named, next_step, report
from tui.view.lines import Line, columns, line
from tui.widgets import keys
from tui.widgets.completing import CompletingLine
from tui.widgets.fields import Field
from tui.widgets.look import style_sheet
from tui.widgets.rowlist import RowList

_HINT = (
    "A file of LinkedIn (Connections.csv, messages.csv, or the whole zip), vCards (.vcf), a calendar (.ics), contacts"
    " of Google or Outlook, a guest list of Luma, Eventbrite or Meetup, any table with names, another Kith file."
)


class NoEvent(ValueError):
    """No event, or several, are called as was typed; the message is a sentence."""


class ImportDialog(Dialog[bool]):
    """A path, then what was found, then yes."""

    BINDINGS = [keys.IMPORT, keys.COLUMNS, keys.CANCEL]
    TITLE_WORDS = "Import"
    ENTER_SAVES = True
    CSS_PATH = style_sheet("importing")

    def __init__(
        self, book: Book, clock: Clock, *, event: Event | None = None, folders: Sequence[Path] | None = None
    ) -> None:
        """Offer files of some folders; people in the file join the list of an event."""
        super().__init__(book, clock)
        self._event = event
        self._folders = folders
        self._files: dict[str, tuple[Path, str]] = {}
        self._source: Source | None = None
        self._found: Import | None = None
        self._lines: list[Found] = []
        self._stop = False

    def body(self) -> ComposeResult:
        """Path, event, progress, report, and a list: of files at first, then of what the file would bring."""
        box = CompletingLine(complete=completions, tab=True, placeholder="~/Downloads/Connections.csv")
        yield Field("File", box, id="path")
        names = CompletingLine(complete=self._events, tab=False, placeholder="whose list they join, if any")
        names.value = self._event.name if self._event else ""
        yield Field("Event", names, id="event")
        yield Static(_HINT, markup=False, classes="hint", id="hint")
        yield ProgressBar(show_eta=False, id="progress")
        yield Static("", markup=False, id="report")
        yield RowList(self._paint, id="lines")

    def on_mount(self) -> None:
        """Show no bar before there is something to wait for; look for files that one may mean."""
        super().on_mount()
        self._waits(False)
        self.query_one("#event").display = self._event is not None
        self.query_one(RowList).display = False
        self._say("")
        self._look_around()

    def dirty(self) -> bool:
        """A path is quickly typed again: nothing is asked."""
        return False

    def foremost(self) -> Mapping[str, str | None]:
        """Name the keys for what they do now: while a file is read, only how to stop."""
        if self.query_one(ProgressBar).display:
            return {"save": None, "columns": None, "back": "Cancel"}
        return {"save": "Take them" if self._found is not None else "Read it"}

    def action_back(self) -> None:  # type: ignore[override]  # nothing has to be asked
        """Stop reading, back at the path; else close."""
        if self.query_one(ProgressBar).display:
            self.workers.cancel_group(self, "default")
            self._forget()
            self.query_one("#hint").display = True
            self.query_one("#path Input", Input).focus()
            self._look_around()
        else:
            self.dismiss(None)

    def on_key(self, event: events.Key) -> None:
        """Go down from the path into the list, and up again."""
        rows = self.query_one(RowList)
        path = self.query_one("#path Input", Input)
        if event.key == "down" and path.has_focus and rows.display:
            rows.focus()
        elif event.key == "up" and rows.has_focus and rows.index <= 0:
            path.focus()
        else:
            return
        event.stop()
        event.prevent_default()

    def on_unmount(self) -> None:
        """Stop reading when the dialog is left."""
        self._stop = True

    @on(Input.Changed)
    def _other_file(self, message: Input.Changed) -> None:
        if message.input.has_focus and (self._source is not None or self._found is not None):
            self._forget(keep_source=message.input.parent is self.query_one("#event"))

    @on(RowList.Chosen)
    def _row_chosen(self, message: RowList.Chosen) -> None:
        if message.row in self._files:
            self.query_one("#path Input", Input).value = shown_path(self._files[message.row][0])
            self.action_save()
        elif self._found is not None:
            self.action_save()

    def action_save(self) -> None:
        """Read the file; the second time, take what was read."""
        if self._found is not None:
            self._take(self._found)
            return
        field = self.query_one("#path", Field)
        if not field.value.strip():
            field.say("Type the path of a file, or choose one below with the down key.", wrong=True)
            return
        self._wait()
        if self._source is not None:
            self._look_again(self._source)
        else:
            self._read(typed_path(field.value))

    @work
    async def action_columns(self) -> None:
        """Put right what the columns of a table are taken for."""
        if self._source is None or self._source.sheet is None:
            return
        await self._choose_columns(self._source)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Name the key for columns only where there are some."""
        if action == "columns":
            return self._source is not None and self._source.sheet is not None
        return super().check_action(action, parameters)

    @work(thread=True, exclusive=True, group="around")
    def _look_around(self) -> None:
        files = likely_files(self._folders if self._folders is not None else likely_folders())
        if files and not self._stop:
            self.app.call_from_thread(self._offer, files)

    def _offer(self, files: Sequence[tuple[Path, float]]) -> None:
        if not self.is_attached or self._source is not None or self._found is not None:
            return
        now = self.now
        for number, (path, changed) in enumerate(files):
            day = datetime.fromtimestamp(changed, now.tzinfo).date()
            self._files[f"file {number}"] = path, ago(day, now.date())
        rows = self.query_one(RowList)
        rows.display = True
        rows.fill(
            tuple(self._files), {0: line(("On this machine", "heading"), ("  down goes to the list", "dim"))}
        )

    @work(thread=True, exclusive=True)
    def _read(self, path: Path) -> None:
        """Read a file beside the event loop; look what it would bring, unless its columns are to be seen first."""
        worker = get_current_worker()
        try:
            source = read_source(path)
        except (ImportProblem, OSError, ValueError) as problem:
            words = f"{path}: {problem.strerror}." if isinstance(problem, OSError) else str(problem)
            if not worker.is_cancelled:
                self._unless_left(self._failed, words)
            return
        if worker.is_cancelled:
            return
        if source.guessed:
            self._unless_left(self._guessed, source)
        else:
            self._unless_left(self._recognised, source)
            self._look(source)

    # Described, since Textual would else describe every row of the file.
    @work(thread=True, exclusive=True, description="look again")
    def _look_again(self, source: Source) -> None:
        self._look(source)

    def _look(self, source: Source) -> None:
        """Look what a file would bring; in a thread."""
        worker = get_current_worker()

        def progress(done: int, total: int) -> bool:
            self._unless_left(self._progress, done, total)
            return not (worker.is_cancelled or self._stop)

        try:
            event = self._named_event()
            found = import_source(self.network, source, self.now, event=event, progress=progress)
            lines = preview(found)
        except NoEvent as wrong:
            self._unless_left(self._event_wrong, str(wrong))
            return
        except ImportProblem as problem:
            self._unless_left(self._failed, str(problem))
            return
        if not worker.is_cancelled:
            self._unless_left(self._ready, found, lines)
            # It can take as long as all the rest, and nobody needs to wait for it.
            known = maybe_known_words(maybe_known(self.network, found))
            if known and not worker.is_cancelled:
                self._unless_left(self._also, found, known)

    def _recognised(self, source: Source) -> None:
        """Say what the file is."""
        self._source = source
        self.refresh_bindings()
        self.query_one("#event").display = source.sheet is not None or self._event is not None
        self._say(f"{named(source.words)} …")

    @work(description="columns")
    async def _guessed(self, source: Source) -> None:
        """Ask first what the columns are."""
        self._recognised(source)
        await self._choose_columns(source)

    async def _choose_columns(self, source: Source) -> None:
        assert source.sheet is not None
        self._waits(False)
        sheet = await self.app.push_screen_wait(ColumnsDialog(self.book, self.clock, source.sheet))
        if sheet is None:
            if self._found is None:
                self._forget()
            return
        self._source = replace(source, sheet=sheet)
        self._found = None
        self._wait()
        self._look_again(self._source)

    def _event_wrong(self, words: str) -> None:
        self._waits(False)
        field = self.query_one("#event", Field)
        field.say(words, wrong=True)
        field.control.focus()

    def _unless_left(self, call: object, *args: object) -> None:
        """Go on in the event loop, unless the dialog was left meanwhile."""
        if not self._stop and callable(call):
            self.app.call_from_thread(call, *args)

    def _wait(self) -> None:
        self.query_one(ProgressBar).update(total=None, progress=0)
        self._waits(True)
        self._say("Nothing is taken before you have seen what it is.")
        self.query_one("#hint").display = False
        self.query_one(RowList).display = False

    def _waits(self, reading: bool) -> None:
        """Show the bar while a file is read, and what enter does else."""
        bar = self.query_one(ProgressBar)
        bar.display = reading
        if not reading:
            bar.update(total=1, progress=0)  # one that knows no end moves on and on, seen or not
        enter = "" if reading else "enter takes them" if self._found is not None else "enter reads it"
        self.query_one("#dialog", VerticalScroll).border_subtitle = enter
        self.refresh_bindings()

    def _progress(self, done: int, total: int) -> None:
        if self.is_attached:
            self.query_one(ProgressBar).update(total=total, progress=done)

    def _failed(self, words: str) -> None:
        self._source = None
        self._say("")
        self._waits(False)
        field = self.query_one("#path", Field)
        field.say(words, wrong=True)
        field.control.focus()
        self.query_one(RowList).display = bool(self._files)

    def _ready(self, found: Import, lines: list[Found]) -> None:
        self._found = found if found.change else None
        self._waits(False)
        self._lines = lines
        self._files = {}
        self._report(found)
        rows = self.query_one(RowList)
        rows.display = bool(lines)
        rows.fill(tuple(map(str, range(len(lines)))), select="0")
        if (
            not self.query_one("#path Input", Input).has_focus
            and not self.query_one("#event Input", Input).has_focus
        ):
            rows.focus()

    def _report(self, found: Import, known: str = "") -> None:
        again = (
            "ctrl+s or enter takes them; u undoes it all." if found.change else "Nothing new in this file."
        )
        words = (named(found.words), report(found), known, again)
        self._say("\n".join(filter(None, words)))

    def _say(self, words: str) -> None:
        """Show words where the file is reported on; without any there is no gap either."""
        place = self.query_one("#report", Static)
        place.update(words)
        place.display = bool(words)

    def _also(self, found: Import, known: str) -> None:
        """Say who may be known already, if this is still what is asked about."""
        if self._found is found:
            self._report(found, known)

    def _take(self, found: Import) -> None:
        if self.commit(found.change, quiet=True):
            self.app.notify(f"{found.change.words}.{next_step(found)} u undoes it.", markup=False, timeout=12)
            self.dismiss(True)

    def _forget(self, *, keep_source: bool = False) -> None:
        """Take the report away: what is typed now is another file, or another event."""
        self._found = None
        self._source = self._source if keep_source else None
        self._lines, self._files = [], {}
        self._say("")
        self._waits(False)
        rows = self.query_one(RowList)
        rows.fill(())
        rows.display = False

    def _events(self, typed: str) -> list[str]:
        return [event.name for event in find_events(self.network, typed)][:8]

    def _named_event(self) -> Event | None:
        typed = self.value("event")
        if not typed:
            return None
        if self._event is not None and typed == self._event.name:
            return self.network.events.get(self._event.uid)
        found = find_events(self.network, typed)
        event = meant(found, self.now)
        if event is None:
            raise NoEvent(
                f"“{typed}” fits {count(len(found), 'event')}: type more of the name."
                if found
                else f"No event is called “{typed}”. Leave it empty, or type a part of the name."
            )
        return event

    def _paint(self, row: str, wide: int) -> tuple[Line]:
        if row in self._files:
            path, day = self._files[row]
            return (columns([(line(shown_path(path)), wide - 16), (line((day, "dim")), 14)]),)
        if not row.isdigit() or int(row) >= len(self._lines):
            return (line(""),)
        return (found_line(self._lines[int(row)], self.network.contacts, wide),)
