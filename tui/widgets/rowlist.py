"""A list on the line API: it costs what is visible, however many rows it holds.

Written here because Textual's own lists measure every row when filled: `DataTable` takes 12 s for 30,000
rows, `OptionList` about 4 s; this one takes a millisecond.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.view.lines import BLANK, Line, Role, fit_line, wrapped
from tui.widgets.look import ROLE_STYLES, role_class

Painter = Callable[[str, int], Sequence[Line]]


class RowList(ScrollView, can_focus=True):
    """Rows known by an id, painted when they are seen; the highlight follows the id over every refill."""

    BINDINGS = [
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home,g", "to_end(-1)", "First", show=False),
        Binding("end,G", "to_end(1)", "Last", show=False),
        Binding("ctrl+d", "page(0.5)", "Half a page down", show=False),
        Binding("ctrl+u", "page(-0.5)", "Half a page up", show=False),
        Binding("enter", "choose", "Open", show=False),
    ]
    COMPONENT_CLASSES = {role_class(role) for role in ROLE_STYLES} | {"rowlist--cursor", "rowlist--bar"}

    index: reactive[int] = reactive(-1, repaint=False)
    """Position of the highlighted row; -1 when there is none."""

    class Moved(Message):
        """The highlight moved to another row, or to none."""

        def __init__(self, rows: RowList, row: str | None) -> None:
            self.rows, self.row = rows, row
            super().__init__()

        @property
        def control(self) -> RowList:
            """The list it came from."""
            return self.rows

    class Chosen(Message):
        """A row was chosen with enter or a double click."""

        def __init__(self, rows: RowList, row: str) -> None:
            self.rows, self.row = rows, row
            super().__init__()

        @property
        def control(self) -> RowList:
            """The list it came from."""
            return self.rows

    def __init__(
        self,
        paint: Painter,
        *,
        row_height: int = 1,
        gap: int = 0,
        empty: str = "",
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """List rows of a height, with `gap` blank lines between those whose heights differ."""
        super().__init__(id=id, classes=classes)
        self._paint = paint
        self._row_height, self._gap = row_height, gap
        self._empty = empty
        self._ids: Sequence[str] = ()
        self._headings: dict[int, Line] = {}
        self._tops: list[int] = []
        self._heights: Sequence[int] = ()
        self._last_told: str | None = None
        self._base: Style | None = None
        self._lines: Sequence[Line] = ()
        self._just_painted = (-1, -1, -1)

    @property
    def ids(self) -> Sequence[str]:
        """The ids of all rows, in order."""
        return self._ids

    @property
    def current(self) -> str | None:
        """The id of the highlighted row."""
        return self._ids[self.index] if 0 <= self.index < len(self._ids) else None

    def fill(
        self,
        ids: Sequence[str],
        headings: Mapping[int, Line] | None = None,
        *,
        empty: str | None = None,
        select: str | None = None,
        heights: Sequence[int] = (),
    ) -> None:
        """Show other rows; `headings` stand above the row at their position, `heights` are their lines if they differ.

        The highlight stays on its id; where that is gone, it stays at its position, so that the next row
        comes under it.
        """
        self._just_painted = (-1, -1, -1)
        wanted = select or self.current
        self._ids = ids
        self._headings = dict(headings or {})
        self._heights = heights
        if empty is not None:
            self._empty = empty
        self._tops = []
        if self._headings or heights:
            top = 0
            for position in range(len(ids)):
                if position in self._headings:
                    top += 1 if position == 0 else 2
                self._tops.append(top)
                top += self._height(position) + self._gap
        self._resize_content()
        place = self._find(wanted)
        self.index = place if place is not None else min(max(self.index, 0), len(ids) - 1)
        self.refresh()
        self._show_current()
        self._tell()

    def select(self, row: str) -> bool:
        """Highlight a row by its id; False if it is not there."""
        place = self._find(row)
        if place is None:
            return False
        self.index = place
        return True

    def repaint(self) -> None:
        """Paint the visible rows anew, their ids unchanged."""
        self._just_painted = (-1, -1, -1)
        self.refresh()

    def watch_index(self, before: int, after: int) -> None:
        """Repaint the two rows concerned and keep the highlight in sight."""
        for position in (before, after):
            if 0 <= position < len(self._ids):
                self.refresh_lines(self._top(position), self._height(position))
        self._show_current()
        self._tell()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to open a row only where there is one."""
        return bool(self._ids) if action == "choose" else super().check_action(action, parameters)

    def action_move(self, step: int) -> None:
        """Move the highlight by a number of rows."""
        self._go(self.index + step)

    def action_page(self, pages: float) -> None:
        """Move the highlight by what is visible, or a part of it."""
        seen = max(1, self.size.height // self._row_height - 1)
        self._go(self.index + (int(pages * seen) or (1 if pages > 0 else -1)))

    def action_to_end(self, which: int) -> None:
        """Move the highlight to the first or the last row."""
        self._go(0 if which < 0 else len(self._ids) - 1)

    def action_choose(self) -> None:
        """Tell that the highlighted row was chosen."""
        if self.current is not None:
            self.post_message(self.Chosen(self, self.current))

    def on_click(self, event: events.Click) -> None:
        """Highlight the row clicked; choose it on a double click."""
        position = self._row_at(event.y + self.scroll_offset.y)
        if position is None:
            return
        self.index = position
        if event.chain > 1:
            self.action_choose()

    def on_resize(self) -> None:
        """Fit the rows to the new width."""
        self._resize_content()
        self._show_current()

    def on_focus(self) -> None:
        """Show that keys go here."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that keys go elsewhere."""
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget the style of the list, which takes as long to find as a line to paint."""
        self._base = None
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """Paint one line of what is visible."""
        line = y + self.scroll_offset.y
        wide = self.scrollable_content_region.width
        if self._base is None:
            self._base = self.rich_style
        base = self._base
        if not self._ids:
            lines = wrapped(self._empty, wide - 2, "dim") if self._empty else []
            return self._strip(lines[y - 1] if 1 <= y <= len(lines) else BLANK, wide, base)
        position = self._row_at(line)
        if position is None:
            below = bisect_right(self._tops, line)
            heading = self._headings.get(below) if self._tops else None
            at_heading = below < len(self._tops) and line == self._tops[below] - 1
            return self._strip(heading if heading and at_heading else BLANK, wide, base)
        part = line - self._top(position)
        if self._just_painted != (position, wide, part - 1):
            self._lines = self._paint(self._ids[position], max(wide - 2, 1))
        # The line below, painted right after, is of the same row: it need not be made again.
        self._just_painted = (position, wide, part)
        painted = self._lines
        content = painted[part] if part < len(painted) else BLANK
        if position != self.index:
            return self._strip(content, wide, base)
        cursor = self.get_component_rich_style("rowlist--cursor")
        # The bar is there without colours too; it is thinner while keys go elsewhere.
        return self._strip(content, wide, base + cursor, bar="▌" if self.has_focus else "▏")

    def _strip(self, content: Line, wide: int, base: Style, *, bar: str = "") -> Strip:
        mark = Segment(bar, base + self.get_component_rich_style("rowlist--bar", partial=True))
        segments = [mark if bar else Segment(" ", base)]
        for text, role in fit_line(content, max(wide - 2, 0)):
            segments.append(Segment(text, base + self._role(role) if role else base))
        segments.append(Segment(" ", base))
        return Strip(segments, wide)

    def _role(self, role: Role) -> Style:
        return self.get_component_rich_style(role_class(role), partial=True)

    def _go(self, position: int) -> None:
        if self._ids:
            self.index = min(max(position, 0), len(self._ids) - 1)
            if self.index == 0:
                self.scroll_to(y=0, animate=False)

    def _find(self, row: str | None) -> int | None:
        if row is None:
            return None
        if 0 <= self.index < len(self._ids) and self._ids[self.index] == row:
            return self.index
        try:
            return self._ids.index(row)
        except ValueError:
            return None

    def _top(self, position: int) -> int:
        return self._tops[position] if self._tops else position * self._row_height

    def _height(self, position: int) -> int:
        return self._heights[position] if self._heights else self._row_height

    def _row_at(self, line: int) -> int | None:
        if self._tops:
            position = bisect_right(self._tops, line) - 1
        else:
            position = line // self._row_height
        if not 0 <= position < len(self._ids):
            return None
        return position if line < self._top(position) + self._height(position) else None

    def _resize_content(self) -> None:
        last = len(self._ids) - 1
        total = self._top(last) + self._height(last) if self._ids else 0
        self.virtual_size = Size(0, total)

    def _show_current(self) -> None:
        if self.index >= 0 and self.size.height:
            top = self._top(self.index)
            above = 1 if self.index in self._headings else 0
            region = Region(0, max(top - above, 0), 1, self._height(self.index) + above)
            self.scroll_to_region(region, animate=False, force=True)

    def _tell(self) -> None:
        if self.current != self._last_told:
            self._last_told = self.current
            self.post_message(self.Moved(self, self.current))
