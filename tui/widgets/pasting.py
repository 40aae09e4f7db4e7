"""Pasted text comes in whole and in order, whatever stands in it.

Textual's parser (8.x) looks for the sequence of a key behind every escape character, in pasted text too: what
follows one is sent as keys, ahead of the text, and a line break among them presses enter. So the escape
characters inside a bracketed paste are dropped before it sees them; they mean nothing in a text.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.message import Message

START, END = BRACKETED_PASTE_START, BRACKETED_PASTE_END
_ESCAPE = "\x1b"


class PasteParser(XTermParser):
    """Textual's parser of what a terminal sends, on text whose pastes hold no escape character."""

    def __init__(self, debug: bool = False) -> None:
        self._pasting = False
        self._passed = ""
        self._held = ""
        super().__init__(debug)

    def feed(self, data: str) -> Iterable[Message]:
        """Take what was read, an empty text at the end; yields what it says."""
        plain = self._plain(data)
        if plain or not data:
            yield from super().feed(plain)

    def _plain(self, data: str) -> str:
        """Return what was read without the escape characters inside pastes; either mark may come in pieces."""
        kept: list[str] = []
        data, self._held = self._held + data, ""
        while data:
            if self._pasting:
                inside, mark, data = data.partition(END)
                if not mark:
                    # The end of it may be the beginning of the mark: that waits for what comes next.
                    cut = max((n for n in range(1, len(END)) if inside.endswith(END[:n])), default=0)
                    inside, self._held = inside[: len(inside) - cut], inside[len(inside) - cut :]
                kept.append(inside.replace(_ESCAPE, "") + mark)
                self._pasting = not mark
                continue
            # Keys are passed on at once, as escape itself is one; their last characters are remembered.
            seen = self._passed + data
            at = seen.find(START)
            if at < 0:
                kept.append(data)
                self._passed = seen[1 - len(START) :]
                break
            begin = at + len(START) - len(self._passed)
            kept.append(data[:begin])
            data, self._passed, self._pasting = data[begin:], "", True
        return "".join(kept)


def keep_pastes_whole() -> None:
    """Have Textual's drivers read with `PasteParser`; they offer no other way to choose a parser."""
    if sys.platform == "win32":
        from textual.drivers import win32 as driver
    else:
        from textual.drivers import linux_driver as driver
    driver.XTermParser = PasteParser  # type: ignore[attr-defined]
