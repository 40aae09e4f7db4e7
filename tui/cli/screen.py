"""The full screen: `kith` without a command."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from tui.config import read_settings
from tui.model.network import Network
from tui.opening import AT_ONCE, Options, Trouble, clock_of, open_book, path_of
from tui.paths import settings_file
from tui.store.faults import Damaged
from tui.view.cells import clean

T = TypeVar("T")

_MOMENT = 1.0
"""Seconds that need no word."""


def _begun(work: Callable[[], T]) -> Callable[[float | None], T]:
    """Begin a piece of work in another thread; what is returned waits for it, and returns or raises what it does.

    It may be given seconds to wait, and raises TimeoutError once they are over.
    """
    from concurrent.futures import ThreadPoolExecutor  # Textual loads it as well

    pool = ThreadPoolExecutor(1)
    coming = pool.submit(work)
    pool.shutdown(wait=False)
    return coming.result


def _say_if_it_takes_long(opening: Callable[[float | None], object], path: Path) -> None:
    """Say what is waited for, where that takes more than a moment: a large file that is damaged takes seconds."""
    with suppress(Exception):  # whoever opens it hears of it
        try:
            opening(_MOMENT)
        except TimeoutError:
            sys.stdout.write(f"Reading {clean(str(path))} …\n")
            sys.stdout.flush()


def full_screen(options: Options) -> int:
    """Open the full screen; on a damaged file, the page that says what can be had."""
    # A driver that was named, such as that of a browser, brings a terminal of its own.
    driven = "TEXTUAL_DRIVER" in os.environ
    if not driven and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise Trouble(
            "The full screen needs a terminal; kith due and kith list print plain text (kith --help)."
        )
    if not driven and os.environ.get("TERM") in ("dumb", "unknown"):
        raise Trouble(
            f"The full screen needs a terminal that can move its cursor, and TERM says “{os.environ['TERM']}”; "
            "kith due and kith list print plain text (kith --help)."
        )
    # Nothing that is loaded now is garbage, and looking for some takes a tenth of the time; `KithApp` ends this.
    gc.disable()
    # The file is read beside: the system brings it while modules are loaded.
    opening = _begun(lambda: open_book(options, early=True, patience=AT_ONCE))
    from tui.app import run

    if not driven:
        _say_if_it_takes_long(opening, path_of(options))

    done: tuple[str, ...] = ()
    while True:
        try:
            book, clock = opening(None)
            break
        except Damaged as damaged:
            gc.enable()
            if damaged.diagnosis.state == "later version":
                raise Trouble(str(damaged)) from None  # it is whole: a copy of before must not take its place
            from tui.recovery import recover

            nobody = Network()
            nobody.settings, _ = read_settings(settings_file())
            words = recover(damaged, clock_of(options, nobody), nobody.settings.theme)
            if words is None:
                raise Trouble(f"{damaged} Everything is as it was.") from None
            done = (*done, words)
            opening = _begun(lambda: open_book(options, patience=AT_ONCE))
    book.notices = (*done, *book.notices)
    return run(book, clock, demo=options.demo, path=None if options.demo else path_of(options))
