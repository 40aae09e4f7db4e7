"""How a file is opened: a command waits for another Kith, the full screen does not."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import Any

import pytest

import tui.app
from tui.cli.screen import _say_if_it_takes_long, full_screen
from tui.opening import Options, opened
from tui.store.book import Book, CannotOpen


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


def test_what_takes_long_to_read_is_said_meanwhile(capsys: pytest.CaptureFixture[str]) -> None:
    def takes_long(_seconds: float | None) -> None:
        raise TimeoutError

    def cannot(_seconds: float | None) -> None:
        raise CannotOpen("it is a folder")

    for opening in (takes_long, cannot, lambda _seconds: None):
        _say_if_it_takes_long(opening, Path("a\x1b[2Jb.json"))
    assert capsys.readouterr().out == "Reading a[2Jb.json …\n", "no escape sequence reaches the terminal"
