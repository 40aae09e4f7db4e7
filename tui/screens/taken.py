"""The lines that were taken in one sitting, each marked by whether it is on the disk."""

from __future__ import annotations

from tui.rules.phrases import clipped
from tui.store.book import Book
from tui.view.cells import clean

_LONGEST = 200
"""Characters of a line that are shown."""


class Taken:
    """Lines taken, in order; those that could not be saved yet are no ✓."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._words: list[str] = []
        self._first_unsaved = 0

    def __len__(self) -> int:
        return len(self._words)

    def add(self, words: str) -> None:
        """Note a line that was just committed."""
        if not self._book.unsaved:
            self._first_unsaved = len(self._words) + 1
        self._words.append(clipped(clean(words), _LONGEST))

    def take_back(self) -> None:
        """Forget the last line."""
        self._words.pop()
        self._first_unsaved = min(self._first_unsaved, len(self._words))

    def lines(self) -> list[str]:
        """Return the lines, marked: ✓ is on the disk, ! is kept here and not there yet."""
        saved = self._first_unsaved if self._book.unsaved else len(self._words)
        return [f"{'✓' if place < saved else '!'} {words}" for place, words in enumerate(self._words)]
