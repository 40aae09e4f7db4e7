"""How a file is opened: a command waits for another Kith, the full screen does not."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import pytest

import tui.app
from tui.cli.screen import full_screen
from tui.opening import Options, opened
from tui.store.book import Book


def test_the_full_screen_is_there_at_once_where_a_command_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another one that has the file open is mostly a full screen itself, and stays; a command is done in a moment."""
    waits: list[float] = []
    really_open = Book.open

    def noted(*given: Any, wait: float, **more: Any) -> Book:
        waits.append(wait)
        return really_open(*given, **more)

    monkeypatch.setattr(Book, "open", noted)
    monkeypatch.setattr(tui.app, "run", lambda book, *_, **__: book.abandon() or 0)
    monkeypatch.setenv("TEXTUAL_DRIVER", "none")
    options = Options()
    options.file = tmp_path / "network.json"
    try:
        assert full_screen(options) == 0
    finally:
        gc.enable()
    with opened(options, writing=True):
        pass
    with opened(options):
        pass
    screen, writing, reading = waits
    assert screen <= 0.2
    assert writing >= 1
    assert reading == 0
