"""Keys are said once, and the same key means the same thing everywhere."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from textual.binding import Binding
from textual.screen import Screen

import tui
import tui.screens
from tui.app import KithApp
from tui.widgets import keys
from tui.widgets.pane import Pane
from tui.widgets.rowlist import RowList

SAID = {id(binding) for binding in vars(keys).values() if isinstance(binding, Binding)}

SAME = {"met": "done", "not_met": "skip", "later": "snooze", "queue": "go"}
"""The same thing under the word of its screen: passing somebody over, putting them off, going to the queue."""


def keys_of(binding: Any) -> set[str]:
    return set(binding.key.split(","))


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


def test_no_key_takes_one_with_which_one_moves_in_a_list() -> None:
    moves = {key for binding in (*RowList.BINDINGS, *Pane.BINDINGS) for key in keys_of(binding)} - {"enter"}
    assert {"j", "k", "g", "G"} <= moves
    taken = {
        key for binding in vars(keys).values() if isinstance(binding, Binding) for key in keys_of(binding)
    }
    assert not moves & taken


def test_a_capital_letter_is_told_in_the_readme_as_it_is_in_the_help() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    for binding in vars(keys).values():
        if isinstance(binding, Binding):
            for key in keys_of(binding):
                # The help and the palette leave out what has no explanation, and what is the system's.
                if len(key) == 1 and key.isupper():
                    assert not binding.system
                    assert f"| `{key}` |" in readme
                    assert binding.tooltip
                    assert binding.tooltip in readme


def test_every_key_is_bound_somewhere() -> None:
    named = {
        name
        for path in Path(tui.__path__[0]).rglob("*.py")
        for name in re.findall(r"\bkeys\.([A-Z_]+)\b", path.read_text(encoding="utf-8"))
    }
    assert {name for name, it in vars(keys).items() if isinstance(it, Binding)} - named == set()


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
