"""Where a Book keeps its changes: what every store can do, and the one that keeps nothing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Protocol

from tui.model.change import Change
from tui.model.network import Network


class Store(Protocol):
    """What a Book keeps its changes in."""

    @property
    def read_only(self) -> str:
        """Why nothing can be written, as a sentence; empty where it can."""

    @property
    def kept(self) -> bool:
        """Whether changes last: False for the sample network, which is in memory alone."""

    @property
    def trouble(self) -> str:
        """What failed in the background and cost nothing so far, as a sentence; empty if nothing did."""

    def look(self) -> None:
        """Look whether the file is still as it was left; if not, `read_only` says so from now on."""

    def numbers(self, table: str) -> dict[str, int]:
        """Return the document numbers of a table's records, by uid."""

    def append(self, change: Change, lines: Sequence[bytes] = ()) -> None:
        """Put a change on disk; when this returns, it is there. `lines` may be its records after, as JSON.

        Raises:
            NotSaved: if it could not be written; the store keeps it and writes it before the next one.
        """

    def retry(self) -> None:
        """Write what could not be written before.

        Raises:
            NotSaved: if it still can't.
        """

    def checkpoint(self, network: Network) -> None:
        """Write the whole network as a plain TinyDB file."""

    def checkpoint_soon(self) -> None:
        """The same, in the background."""

    def close(self, network: Network) -> None:
        """Checkpoint if needed, and let go of the file.

        Raises:
            NotSaved: if something can't be saved; nothing was let go of.
        """

    def abandon(self) -> None:
        """Let go of the file as it is; what is not saved is lost."""

    def turn(self, today: dt.date) -> None:
        """Take note that another day has come."""


class Memory:
    """A store that keeps nothing: for the sample network and for tests."""

    read_only = ""
    trouble = ""
    kept = False

    def look(self) -> None:
        """Have nowhere to look."""

    def numbers(self, table: str) -> dict[str, int]:
        """Have no numbers; `Book.db` counts them out."""
        return {}

    def append(self, change: Change, lines: Sequence[bytes] = ()) -> None:
        """Take note of nothing."""

    def retry(self) -> None:
        """Have nothing to write."""

    def checkpoint(self, network: Network) -> None:
        """Have nothing to write."""

    def checkpoint_soon(self) -> None:
        """Have nothing to write."""

    def close(self, network: Network) -> None:
        """Have nothing to let go of."""

    def abandon(self) -> None:
        """Have nothing to let go of."""

    def turn(self, today: dt.date) -> None:
        """Have nothing to date."""
