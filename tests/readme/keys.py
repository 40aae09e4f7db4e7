"""The table of keys, from the one place where keys are defined."""

from __future__ import annotations

from textual.binding import Binding

from tui.widgets import keys


def key_table() -> str:
    """Return every key with what it does, as Markdown."""
    lines = ["| key | does |", "|---|---|"]
    seen: set[tuple[str, str]] = set()
    for binding in vars(keys).values():
        if isinstance(binding, Binding) and (binding.key, binding.tooltip) not in seen:
            seen.add((binding.key, binding.tooltip))
            shown = binding.key_display or binding.key.split(",")[0]
            lines.append(f"| `{shown}` | {binding.tooltip} |")
    return "\n".join(lines)
