"""Keys are said once, and the same key means the same thing everywhere."""

from __future__ import annotations

import importlib
import pkgutil
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from textual.binding import Binding
from textual.screen import Screen

import tui.screens
from tui.app import KithApp
from tui.widgets import keys

SAID = {id(binding) for binding in vars(keys).values() if isinstance(binding, Binding)}

SAME = {"met": "done", "not_met": "skip", "later": "snooze", "queue": "go"}
"""The same thing under the word of its screen: passing somebody over, putting them off, going to the queue."""


def screens() -> Iterator[type[Screen[Any]]]:
    for found in pkgutil.iter_modules(tui.screens.__path__, "tui.screens."):
        for kind in vars(importlib.import_module(found.name)).values():
            if isinstance(kind, type) and issubclass(kind, Screen) and kind.__module__ == found.name:
                yield kind


def test_every_key_of_every_screen_is_said_in_one_place() -> None:
    for kind in (*screens(), KithApp):
        for binding in vars(kind).get("BINDINGS", ()):
            assert id(binding) in SAID, f"{kind}: {binding}"


def test_a_letter_means_one_thing() -> None:
    meant = defaultdict(set)
    for binding in vars(keys).values():
        if isinstance(binding, Binding):
            for key in binding.key.split(","):
                if len(key) == 1:
                    action = binding.action.split("(")[0].removeprefix("app.")
                    meant[key].add(SAME.get(action, action))
    assert {key: actions for key, actions in meant.items() if len(actions) > 1} == {}


def test_every_key_has_its_line_for_help_and_palette() -> None:
    for binding in vars(keys).values():
        if isinstance(binding, Binding):
            assert binding.tooltip, binding
            assert binding.description, binding


def test_every_action_that_a_key_names_is_there() -> None:
    for kind in screens():
        for binding in vars(kind).get("BINDINGS", ()):
            action = binding.action.split("(")[0].removeprefix("screen.")
            assert action.startswith("app.") or hasattr(kind, f"action_{action}"), (
                f"{kind.__name__} lacks {action}"
            )
