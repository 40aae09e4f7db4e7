"""What the gallery holds still: words of the rules, places on the machine, and what passes by itself."""

from __future__ import annotations

import contextlib
import hashlib
import itertools
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen

from tui.rules.drafts.writing import Draft
from tui.rules.starters import Suggestion

SAID = (
    Suggestion("Did the gripper hold?", "you wanted to ask on Tue 10 Nov", "thread", 2),
    Suggestion("How was the move to Lisbon?", "you talked of “moving house”", "talk", 1),
    Suggestion(
        "You looked for a hardware founder to learn from. Ada Obi built two firms; shall I ask whether she has "
        "half an hour for you?",
        "they look for “a hardware founder to learn from”",
        "need",
        2,
    ),
    Suggestion("What are you sailing on these days?", "you share an interest: sailing", "shared", 1),
)
"""Words to say, whoever it is: those of the rules are looked at elsewhere."""
ROOM = (
    Suggestion("What brought you here tonight?", "opener for a conference", "opener", 1),
    Suggestion("Which talk would you tell a friend about?", "opener for a conference", "opener", 1),
    Suggestion("What are you working on that is hard just now?", "opener for a conference", "opener", 3),
)
LETTER = (
    "Hi Maya,\n\nit was good to talk about the gripper. Here is the deck that I promised; page 4 is the part you "
    "asked about.\n\nHow did the move go?\n\nWarm wishes,\nNoor"
)

DOCUMENTS = Path("/home/noor/Documents/Kith")
"""Where messages and exports are offered to be saved; nothing is written there."""
WORDS = Path("/home/noor/.config/kith/words")
"""Where own words would be."""


def letter(kind: str = "promise_kept", tone: str = "warm") -> Draft:
    """Return the message that stands for all others."""
    return Draft(kind=kind, tone=tone, subject="The deck", body=LETTER)  # type: ignore[arg-type]


def _letter(*_: Any, tone: str = "warm", kind: str | None = None, **__: Any) -> Draft:
    return letter(kind or "promise_kept", tone)


_RENDER = Compositor.render_update


def _unseen(
    self: Compositor,
    full: bool = False,
    screen_stack: list[Screen[Any]] | None = None,
    simplify: bool = False,
) -> object:
    """Render nothing in between: only what a picture is taken of."""
    if full:
        return _RENDER(self, full, screen_stack, simplify)
    visible_screen_stack.set([] if screen_stack is None else screen_stack)
    self._dirty_regions.clear()
    return None


_PARSE = Stylesheet._parse_rules
_parsed: dict[tuple[object, ...], list[RuleSet]] = {}


def _once(self: Stylesheet, *arguments: Any, **named: Any) -> list[RuleSet]:
    """Parse a style sheet once in each colours, and not again for every app."""
    name = (tuple(sorted(self._variables.items())), arguments, tuple(sorted(named.items())))
    if name not in _parsed:
        _parsed[name] = _PARSE(self, *arguments, **named)
    return _parsed[name]


@contextlib.contextmanager
def stubs(folder: Path, *, colours: bool = True) -> Iterator[None]:
    """Hold still what would change a picture, with a folder as the machine's home."""
    given = itertools.cycle(range(256))
    home = {"HOME": str(folder), "KITH_CONFIG": "/nowhere/kith/config.toml", "TZ": "Europe/Berlin"}
    with contextlib.ExitStack() as held:
        held.enter_context(patch.dict(os.environ, home))
        for name in ("NO_COLOR", "EDITOR", "VISUAL", "KITH_FILE"):
            os.environ.pop(name, None)
        if not colours:
            os.environ["NO_COLOR"] = "1"
        said: dict[str, object] = {
            "tui.rules.starters._alone": lambda *_: SAID,
            "tui.rules.starters._for_event": lambda _network, event, _now: {
                it.contact: SAID for it in event.people
            },
            "tui.rules.events.briefing.room_starters": lambda *_: ROOM,
            "tui.rules.events.practice.room_starters": lambda *_: ROOM,
            "tui.view.prep_rows.room_starters": lambda *_: ROOM,
            "tui.rules.drafts.rows.written": _letter,
            "tui.screens.draft.written": _letter,
            "tui.view.giving_words.written": _letter,
            "tui.screens.gift_draft.GiftDraft._write": lambda _, tone: letter("share", tone),
            **{
                f"tui.screens.{page}.documents": lambda: DOCUMENTS
                for page in ("export", "brief", "insights", "draft")
            },
            "tui.screens.templates.own_words": lambda: WORDS,
            "tui.screens.importing.likely_folders": lambda: (folder / "Downloads",),
            # An announcement stands until its picture is taken.
            "textual.notifications.Notification.time_left": 600.0,
            "tui.clock.Clock.stands_still": False,
            # A uid spreads the day on which its contact is due.
            "os.urandom": lambda size: hashlib.sha256(bytes([next(given)])).digest()[:size],
            "textual._compositor.Compositor.render_update": _unseen,
            "textual.css.stylesheet.Stylesheet._parse_rules": _once,
        }
        held.enter_context(contextlib.chdir(folder))
        for name, stub in said.items():
            held.enter_context(patch(name, stub))
        yield
