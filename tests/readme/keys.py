"""The tables of keys, from the one place where keys are defined."""

from __future__ import annotations

from collections.abc import Iterator

from textual.binding import Binding

from tui.widgets import keys

_SIGNS = {"minus": "-", "question_mark": "?", "right": "→", "left": "←", "up": "↑", "down": "↓"}


def key_table() -> str:
    """Return the keys of screens with what they do and how the settings name them, then those inside pages."""
    own = [it for it in _all() if it.id]
    fixed = [it for it in _all() if not it.id]
    lines = ["| key | does | in the settings |", "|---|---|---|"]
    # Digits, small letters, capitals, then the rest: as one looks for them.
    lines += [
        f"| `{_shown(it)}` | {it.tooltip} | `{it.id}` |"
        for it in sorted(own, key=lambda it: _place(_shown(it)))
    ]
    lines += ["", "<details>", "<summary>Keys inside dialogs and pages, which stay as they are</summary>", ""]
    lines += ["| key | word below | does |", "|---|---|---|"]
    seen: set[tuple[str, str]] = set()
    for binding in fixed:
        if (binding.key, binding.tooltip) not in seen:
            seen.add((binding.key, binding.tooltip))
            lines.append(f"| `{_shown(binding)}` | {binding.description} | {binding.tooltip} |")
    return "\n".join([*lines, "", "</details>"])


def _all() -> Iterator[Binding]:
    return (it for it in vars(keys).values() if isinstance(it, Binding))


def _shown(binding: Binding) -> str:
    first = binding.key.split(",")[0]
    return binding.key_display or _SIGNS.get(first, first)


def _place(shown: str) -> tuple[int, str]:
    kinds = (str.isdigit, str.islower, str.isupper)
    kind = next((place for place, fits in enumerate(kinds) if len(shown) == 1 and fits(shown)), len(kinds))
    return kind, shown
