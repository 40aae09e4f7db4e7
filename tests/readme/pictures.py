"""Pictures of the demo, as SVG: each a size, a few keys, and a name."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from tui.app import KithApp
from tui.clock import Clock
from tui.demo import sample_network
from tui.store.book import Book

FOLDER = Path(__file__).resolve().parent.parent / "pictures"
MOMENT = datetime(2026, 11, 24, 8, 30, tzinfo=ZoneInfo("Europe/Berlin"))
"""A Tuesday morning."""

SHOTS: dict[str, tuple[tuple[int, int], tuple[str, ...]]] = {
    "follow-ups": ((116, 36), ("down", "down")),
    "message": ((110, 32), ("down", "down", "m")),
    "contacts": ((110, 32), ("slash", *"#energy", "enter")),
    "capture": (
        (110, 32),
        ("a", *"Maya Lin @Acme Robotics, design lead #sailing : hiring !send the deck by fri"),
    ),
    "events": ((110, 32), ("3",)),
    "prepare": ((110, 36), ("3", "enter")),
    "debrief": ((110, 32), ("w",)),
    "practice": ((110, 30), ("3", "p", "space")),
    "give": ((110, 32), ("4",)),
    "insights": ((110, 32), ("5",)),
}
_FONT = re.compile(r"@font-face \{.*?\}", re.DOTALL)
_IDS = re.compile(r"terminal-\d+")


async def _shots() -> dict[str, str]:
    pictures: dict[str, str] = {}
    for name, (size, keys) in SHOTS.items():
        app = KithApp(Book(sample_network(MOMENT)), Clock(fixed=MOMENT))
        async with app.run_test(size=size) as pilot:
            await pilot.press(*keys)
            await app.workers.wait_for_complete() if not _dialogs(app) else None
            await pilot.pause()
            app.screen.set_focus(app.screen.focused)
            svg = app.export_screenshot(title="Kith", simplify=True)
        # The web font is left out: the picture asks nothing of anybody's server.
        pictures[name] = _IDS.sub(f"terminal-{name}", _FONT.sub("", svg))
    return pictures


def _dialogs(app: KithApp) -> bool:
    return len(app.screen_stack) > 1


def pictures() -> Iterator[tuple[Path, str]]:
    """Yield each picture with the file it belongs in."""
    for name, svg in asyncio.run(_shots()).items():
        yield FOLDER / f"{name}.svg", svg
