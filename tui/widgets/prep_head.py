"""The lines above an event's preparation: what and when, and its parts with their counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from textual import events
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.widgets import Static

from tui.model.records import Event
from tui.view.cells import width
from tui.view.prep_rows import Part, header, strip
from tui.widgets.jumping import Spot
from tui.widgets.pane import content_of

_LINES = 2


class PrepHead(Static):
    """Name and countdown, when and where, then the parts; a click on a part goes there."""

    class Wanted(Message):
        """A part was clicked."""

        def __init__(self, part: Part) -> None:
            self.part = part
            super().__init__()

    def __init__(self, id: str | None = None) -> None:
        super().__init__("", markup=False, id=id)
        self._shown: tuple[Event, datetime, Part] | None = None
        self._spots: list[tuple[range, Part]] = []

    def show(self, event: Event, now: datetime, part: Part) -> None:
        """Show an event as it is now, and which part is here."""
        self._shown = (event, now, part)
        self._write()

    def on_resize(self) -> None:
        """Fit the lines to the new width."""
        self._write()

    def tabs(self) -> Iterator[Spot]:
        """Yield where each part stands, to jump there."""
        for cells, part in self._spots:
            at = self.content_region.offset + Offset(cells.start, _LINES)
            yield Spot(at, partial(self.post_message, self.Wanted(part)))

    def on_click(self, event: events.Click) -> None:
        """Go to the part clicked."""
        if event.get_content_offset_capture(self).y != _LINES:
            return
        at = event.get_content_offset_capture(self).x
        for cells, part in self._spots:
            if at in cells:
                self.post_message(self.Wanted(part))

    def _write(self) -> None:
        wide = self.content_size.width
        if self._shown is None or wide <= 0:
            return
        event, now, here = self._shown
        spans: list[tuple[str, str]] = []
        at = 0
        self._spots = []
        for part, words, is_here in strip(event, now, here):
            label = f" {words} "
            spans.append((label, "bold $foreground on $primary 25%" if is_here else "$secondary"))
            self._spots.append((range(at, at + width(label)), part))
            at += width(label)
        lines = content_of(header(event, now, wide))
        self.update(Content("\n").join((lines, Content.assemble(*spans))))
