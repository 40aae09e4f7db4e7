"""The templates of messages: what there is, how it reads to somebody real, and how to make it your own."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from textual import on, work
from textual.app import ComposeResult, SuspendNotSupported
from textual.containers import Horizontal

from tui.clock import Clock
from tui.model.settings import Tone
from tui.paths import own_words
from tui.rules.content_drafts import TONES, DraftKind
from tui.rules.drafts.templates import (
    FILE,
    Sample,
    all_kinds,
    faults,
    line_of,
    own_ones,
    samples,
    source,
    taken_over,
    tried,
)
from tui.screens.base import KithScreen
from tui.store.book import Book
from tui.view.lines import Line
from tui.view.templates import template_line, template_page
from tui.widgets import keys
from tui.widgets.pane import Pane
from tui.widgets.rowlist import RowList
from tui.writing import put


class TemplatesScreen(KithScreen):
    """Every kind of message beside a preview."""

    MODE = "follow_ups"
    STYLE = "templates"
    BINDINGS = [keys.EDIT, keys.OTHERS, keys.PART_NEXT, keys.PART_BEFORE, keys.LEAVE]

    def __init__(self, book: Book, clock: Clock) -> None:
        super().__init__(book, clock)
        self._tone: Tone = "warm"
        self._who = 0
        self._samples: dict[DraftKind, tuple[Sample, ...]] = {}

    def body(self) -> ComposeResult:
        """The list and the pane beside it."""
        with Horizontal(id="templates"):
            yield RowList(self._paint, id="kinds")
            yield Pane(id="template")

    def on_mount(self) -> None:
        """Show the first."""
        super().on_mount()
        rows = self.query_one(RowList)
        rows.fill(list(all_kinds()))
        rows.focus()
        self._show()

    def on_screen_resume(self) -> None:
        """Read the user's file again: it may have been edited meanwhile."""
        super().on_screen_resume()
        self.query_one(RowList).repaint()
        self._show()

    @on(RowList.Moved)
    def _moved(self) -> None:
        self._who = 0
        self._show()

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        self.query_one(Pane).focus()

    def action_part(self, step: int) -> None:
        """Show another tone."""
        self._tone = TONES[(TONES.index(self._tone) + step) % len(TONES)]
        self._show()

    def action_others(self) -> None:
        """Try it on somebody else."""
        self._who += 1
        self._show()

    @work
    async def action_edit(self) -> None:
        """Put the template into the user's file, if it is not there, and open that in the editor."""
        kind = self._kind()
        if kind is None:
            return
        if getattr(self.app, "demo", False):
            self.notify("In the sample nothing is kept; in your own network e makes a template yours.")
            return
        path = self._folder() / FILE
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            text = path.read_text("utf-8") if path.exists() else ""
            if (kind, self._tone) not in own_ones(path.parent) and not faults(path.parent):
                text = taken_over(text, source(kind, self._tone, None))
                put(path.resolve(), text.encode(), replacing=True)
        except (OSError, UnicodeDecodeError) as fault:
            reason = getattr(fault, "strerror", None) or "it is not UTF-8 text"
            self.notify(f"{path}: {reason}. Nothing was changed.", severity="error")
            return
        self.network.own_words = path.parent
        self._edit_file(path, line_of(text, source(kind, self._tone, None)))
        self.query_one(RowList).repaint()
        self._show()

    def action_back(self) -> None:
        """Go back to the list, then leave."""
        if self.query_one(Pane).has_focus:
            self.query_one(RowList).focus()
        else:
            self.dismiss()

    def _edit_file(self, path: Path, line: int) -> None:
        """Open a file in the editor that the user named; else say where it is."""
        editor = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
        if editor:
            try:
                with self.app.suspend():
                    subprocess.run([*editor, str(path)], check=False)
                return
            except (OSError, SuspendNotSupported):
                pass
        self.notify(f"It is in {path}, line {line}: change it there, and it counts at once.", timeout=10)

    def _folder(self) -> Path:
        return self.network.own_words or own_words()

    def _kind(self) -> DraftKind | None:
        current = self.query_one(RowList).current
        return cast("DraftKind", current) if current else None

    def _paint(self, name: str, wide: int) -> Sequence[Line]:
        return (template_line(cast("DraftKind", name), own_ones(self.network.own_words), wide),)

    def _show(self) -> None:
        kind = self._kind()
        if kind is None:
            return
        if kind not in self._samples:
            self._samples[kind] = samples(self.network, kind, self.now)
        found, own = self._samples[kind], self.network.own_words
        sample = found[self._who % len(found)] if found else None
        message = tried(self.network, kind, self._tone, sample, self.now) if sample else None
        written, wrong = source(kind, self._tone, own), faults(own)
        name, path = sample.contact.name if sample else "", str(self._folder() / FILE)
        self.query_one(Pane).show(
            lambda wide: template_page(written, wide, name=name, message=message, faults=wrong, path=path)
        )
