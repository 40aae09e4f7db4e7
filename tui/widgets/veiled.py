"""Lines that stay hidden until they are asked for: nobody reads them over your shoulder."""

from __future__ import annotations

from textual import events

from tui.view.cells import clean_lines
from tui.widgets.fields import Paragraph

_HIDDEN = "hidden; enter shows it"


class Veiled(Paragraph):
    """A few lines that enter shows; until then they are kept as they are, and nothing is typed into them."""

    def __init__(self, text: str, *, lines: int = 3, id: str | None = None) -> None:
        super().__init__("", lines=lines, placeholder=_HIDDEN, id=id)
        self._kept: str | None = clean_lines(text)
        self.read_only = True

    @property
    def whole(self) -> str:
        """The lines, shown or not."""
        return self.text if self._kept is None else self._kept

    def unveil(self) -> None:
        """Show the lines; from now on they are typed in like any others."""
        if self._kept is not None:
            kept, self._kept = self._kept, None
            self.read_only = False
            self.text = kept
            self.move_cursor(self.document.end)

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter" and self._kept is not None:
            event.stop()
            event.prevent_default()
            self.unveil()
        else:
            await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        if self._kept is not None:
            event.stop()
            event.prevent_default()
        else:
            await super()._on_paste(event)
