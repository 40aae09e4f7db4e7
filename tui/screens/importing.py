"""Import: choose a file, see what it would bring, take it as one undoable step."""

from __future__ import annotations

from pathlib import Path

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import Input, ProgressBar, Static
from textual.worker import get_current_worker

from tui.actions.importing import Import, import_file
from tui.exchange.report import ImportProblem
from tui.rules.phrases import count
from tui.screens.dialog import Dialog
from tui.view.cells import clean
from tui.widgets import keys
from tui.widgets.fields import Field, text_field

_SHOWN = 6
"""Skipped records shown; the rest as a number."""


def report(found: Import) -> str:
    """Return what an import brings, in a few lines."""
    lines = [
        f"{count(found.read, 'record')} read: {found.added:,} new, {found.updated:,} updated, "
        f"{found.unchanged:,} known already, {len(found.skipped):,} not taken."
    ]
    lines += [f"  {clean(skip.where)}: {clean(skip.why)}" for skip in found.skipped[:_SHOWN]]
    if len(found.skipped) > _SHOWN:
        lines.append(f"  and {len(found.skipped) - _SHOWN:,} more; kith import FILE lists them all")
    return "\n".join(lines)


class ImportDialog(Dialog[bool]):
    """A path, then what was found, then yes."""

    BINDINGS = [keys.IMPORT, keys.CANCEL]
    TITLE_WORDS = "Import LinkedIn connections"

    _found: Import | None = None
    _stop = False

    def body(self) -> ComposeResult:
        """Path, progress, report."""
        yield text_field("File", placeholder="~/Downloads/Connections.csv", id="path")
        yield Static(
            "On LinkedIn: Settings, Data privacy, Get a copy of your data, Connections. "
            "People you import start as ambient: known, never due, until you choose.",
            markup=False,
            classes="hint",
        )
        yield ProgressBar(show_eta=False, id="progress")
        yield Static("", markup=False, id="report")

    def on_mount(self) -> None:
        """Show no bar before there is something to wait for."""
        super().on_mount()
        self.query_one(ProgressBar).display = False

    def dirty(self) -> bool:
        """A path is quickly typed again: nothing is asked."""
        return False

    @on(Input.Changed)
    def _other_file(self) -> None:
        self._found = None
        self.query_one("#report", Static).update("")

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Read the file; the second time, take what was read."""
        if self._found is not None:
            self._take(self._found)
            return
        field = self.query_one("#path", Field)
        typed = field.value.strip().strip("'\"")
        if not typed:
            field.say("Type the path of a file, such as ~/Downloads/Connections.csv.", wrong=True)
            return
        bar = self.query_one(ProgressBar)
        bar.update(total=None, progress=0)
        bar.display = True
        self._read(Path(typed).expanduser())

    def on_unmount(self) -> None:
        """Stop reading when the dialog is left."""
        self._stop = True

    @work(thread=True, exclusive=True)
    def _read(self, path: Path) -> None:
        worker = get_current_worker()

        def progress(done: int, total: int) -> bool:
            self.app.call_from_thread(self._progress, done, total)
            return not (worker.is_cancelled or self._stop)

        try:
            found = import_file(self.network, path, self.clock.today(), progress=progress)
        except (ImportProblem, OSError) as problem:
            words = f"{path}: {problem.strerror}." if isinstance(problem, OSError) else str(problem)
            if not self._stop:
                self.app.call_from_thread(self._failed, words)
            return
        if not self._stop and not worker.is_cancelled:
            self.app.call_from_thread(self._ready, found)

    def _progress(self, done: int, total: int) -> None:
        if self.is_attached:
            self.query_one(ProgressBar).update(total=total, progress=done)

    def _failed(self, words: str) -> None:
        self.query_one(ProgressBar).display = False
        self.query_one("#path", Field).say(words, wrong=True)

    def _ready(self, found: Import) -> None:
        self.query_one(ProgressBar).display = False
        self._found = found if found.change else None
        words = report(found)
        again = (
            "\n\nctrl+s or enter takes them; u undoes it all."
            if found.change
            else "\n\nNothing new in this file."
        )
        self.query_one("#report", Static).update(words + again)

    def _take(self, found: Import) -> None:
        if self.commit(found.change):
            self.dismiss(True)
