"""A scrollable pane of lines, such as the person at a glance."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.view.cells import clean
from tui.view.lines import Line
from tui.widgets.look import ROLE_STYLES

Writer = Callable[[int], Sequence[Line]]

_GAP = 1
"""Cells between the words and the scrollbar; the style sheet keeps them free."""


def content_of(lines: Sequence[Line]) -> Content:
    """Return lines as styled content; nothing in their text is markup, and nothing in it acts."""
    return Content("\n").join(
        Content.assemble(*((clean(text), ROLE_STYLES[role]) if role else clean(text) for text, role in spans))
        for spans in lines
    )


class Pane(VerticalScroll):
    """Lines written for the width at hand, and written anew when that changes."""

    BINDINGS = [
        Binding("up,k", "scroll_up", "Up", show=False),
        Binding("down,j", "scroll_down", "Down", show=False),
        Binding("home,g", "scroll_home", "First", show=False),
        Binding("end,G", "scroll_end", "Last", show=False),
        Binding("ctrl+d", "half(1)", "Half a page down", show=False),
        Binding("ctrl+u", "half(-1)", "Half a page up", show=False),
    ]

    def __init__(
        self,
        *,
        id: str | None = None,
        classes: str | None = None,
        can_focus: bool = True,
    ) -> None:
        super().__init__(id=id, classes=classes, can_focus=can_focus)
        self._body = Static("", markup=False)
        self._write: Writer = lambda _wide: ()
        self._wide = 0

    def compose(self):  # type: ignore[no-untyped-def]  # Textual's ComposeResult
        """Hold the text."""
        yield self._body

    def show(self, write: Writer, *, keep_place: bool = False) -> None:
        """Show what `write(width)` returns; the pane starts at its top unless the place is kept."""
        self._write = write
        self._rewrite()
        if not keep_place:
            self.scroll_home(animate=False)

    def expect(self, wide: int) -> None:
        """Write the lines for the width that is to come, where a pane takes its height from them.

        Else it would be painted empty, and without a height, first.
        """
        self._wide = wide
        self._body.update(content_of(self._write(wide)))

    def on_resize(self) -> None:
        """Write the lines for the new width, and look again once it is laid out: the first may not be the last."""
        self._fit()
        self.call_after_refresh(self._fit)

    def action_half(self, way: int) -> None:
        """Move by half of what is visible."""
        self.scroll_relative(y=way * max(self.size.height // 2, 1), animate=False)

    def _fit(self) -> None:
        if self._room() != self._wide:
            self._rewrite()

    def _room(self) -> int:
        return self.scrollable_content_region.width - _GAP

    def _rewrite(self) -> None:
        self._wide = self._room()
        if self._wide > 0:
            self._body.update(content_of(self._write(self._wide)))
