"""Pressing keys, and waiting until all they set off has come to its end, by looking and not by the clock.

Textual's own pilot waits until the processor has little to do, which takes long, and on a busy machine says little.
"""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import Iterator
from typing import Any

from textual import events
from textual.app import App
from textual.command import CommandPalette
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.pilot import Pilot
from textual.screen import Screen
from textual.worker import Worker

_SOON = 0.045
"""A timer that is due within so many seconds belongs to what is under way; those of clocks and cursors are not."""
_MOST = 3.0
"""Seconds after which something is taken to go on by itself for ever, as a sign of waiting does."""
_QUIET = 4
"""Looks in a row that must find nothing under way."""


def calm_pilots() -> None:
    """Have every pilot press keys and pause like this: a third of the time of all tests of screens is saved."""
    Pilot.press = _press  # type: ignore[method-assign, assignment]
    Pilot.pause = _pause  # type: ignore[method-assign, assignment]


async def _press(pilot: Pilot[Any], *keys: str) -> None:
    for key in keys:
        _send(pilot.app, key)
        await calm(pilot.app)


async def _pause(pilot: Pilot[Any], delay: float | None = None) -> None:
    assert delay is None, "no test waits by the clock"
    await calm(pilot.app)


async def press_meanwhile(app: App[Any], key: str) -> None:
    """Press a key while a worker is busy, and wait for all but that."""
    _send(app, key)
    await calm(app, workers=False)


async def press(app: App[Any], words: str) -> None:
    """Press a key by its name; words that begin with '=' are typed letter by letter."""
    for key in words[1:] if words.startswith("=") else [words]:
        _send(app, key)
    await calm(app)


def _send(app: App[Any], key: str) -> None:
    driver = app._driver
    assert driver is not None
    driver.send_message(_key(app, key))


def _key(app: App[Any], key: str) -> events.Key:
    if len(key) == 1 and not key.isalnum():
        key = _character_to_key(key)
    try:
        letter = unicodedata.lookup(_get_unicode_name_from_key(REPLACED_KEYS.get(key, key)))
    except KeyError:
        letter = key if len(key) == 1 else ""
    event = events.Key(key, letter or None)
    event.set_sender(app)
    return event


async def calm(app: App[Any], *, workers: bool = True) -> None:
    """Wait until nothing is under way (or nothing but `workers`), or the app ends.

    What waits for an answer to a dialog is at rest.
    """
    loop = asyncio.get_running_loop()
    until, quiet = loop.time() + _MOST, 0
    while quiet < _QUIET:
        await asyncio.sleep(0)
        if app._exit or app._exception:
            return
        if loop._ready:  # type: ignore[attr-defined]  # what else this turn of the loop has to do
            quiet = 0
        elif workers and any(_is_waited_for(it) and not it.is_finished for it in app.workers):
            quiet = 0
            await asyncio.sleep(0.001)
        elif _has_to_paint(app) and loop.time() < until:
            quiet = 0
            for screen in _screens(app):
                screen._on_timer_update()
        elif (wait := min(_due(loop), default=None)) is not None and loop.time() < until:
            quiet = 0
            await asyncio.sleep(max(wait, 0.0))
        else:
            quiet += 1


def _is_waited_for(worker: Worker[Any]) -> bool:
    """Tell whether a worker comes to its end by itself: one that waits for an answer to a dialog does not."""
    return worker._thread_worker or worker.group == CommandPalette._GATHER_COMMANDS_GROUP


def _screens(app: App[Any]) -> list[Screen[Any]]:
    return [it for it in app.screen_stack if it.is_running]


def _has_to_paint(app: App[Any]) -> bool:
    top = app.screen
    return bool(
        top.is_running
        and top.is_current
        and (
            top._layout_required
            or top._scroll_required
            or top._repaint_required
            or top._dirty_widgets
            or top._recompose_required
            or top._callbacks
        )
    )


def _due(loop: asyncio.AbstractEventLoop) -> Iterator[float]:
    """Yield how long each timer has to wait that is due soon."""
    now = loop.time()
    for handle in loop._scheduled:  # type: ignore[attr-defined]  # there is no other way to ask
        if not handle.cancelled() and handle.when() - now < _SOON:
            yield handle.when() - now
