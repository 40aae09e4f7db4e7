"""The tables of the capture line, the search line and the settings, from what the program itself says of them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from tui.config import meanings
from tui.model.settings import Settings, TierDays
from tui.view import search_help
from tui.view.help import CAPTURE_LINE


def capture_table() -> str:
    """Return every mark of the capture line."""
    return _table(("typed", "means"), CAPTURE_LINE)


def search_table() -> str:
    """Return every filter of the search line, and how they go together."""
    return _table(("typed", "finds"), (*search_help.WORDS, *search_help.FILTERS, *search_help.TOGETHER))


def settings_table() -> str:
    """Return every setting with its default and what it is for."""
    rows = [
        (field.name, _value(field.default), meanings(Settings)[field.name])
        for field in msgspec.structs.fields(Settings)
        if isinstance(field.default, (int, str))
    ]
    rows += [
        (
            f"tiers.{field.name}",
            _value(field.default),
            f"Days between touches. {meanings(TierDays)[field.name]}",
        )
        for field in msgspec.structs.fields(TierDays)
    ]
    rows.append(("keys", "none", meanings(Settings)["keys"]))
    lines = [f"| `{name}` | {default} | {_cell(meaning)} |" for name, default, meaning in rows]
    return "\n".join(["| setting | unless you say otherwise | what it is for |", "|---|---|---|", *lines])


def _table(head: tuple[str, str], rows: Sequence[tuple[str, str]]) -> str:
    lines = [f"| `{_cell(left)}` | {_cell(right)} |" for left, right in rows]
    return "\n".join([f"| {head[0]} | {head[1]} |", "|---|---|", *lines])


def _value(default: object) -> str:
    return f"`{default}`" if default != "" else "empty"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("<", "&lt;") if "`" in text else text.replace("|", "\\|")
