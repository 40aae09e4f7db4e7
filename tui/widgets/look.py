"""The look of Kith: its themes, its style sheets, and what each role of text looks like."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path, PurePath

from rich.text import Text
from textual.theme import Theme

from tui.view.lines import Line, Role

DARK = Theme(
    name="kith-dark",
    primary="#7cc4a8",
    accent="#7cc4a8",
    secondary="#a2aab9",
    warning="#e0b15e",
    error="#f0978c",
    success="#8cc08a",
    foreground="#d9dce3",
    background="#15171c",
    surface="#1a1d23",
    panel="#22262e",
    dark=True,
    variables={
        "border-blurred": "#343a45",
        "block-cursor-blurred-background": "#262b34",
        "scrollbar": "#3a404c",
        "scrollbar-hover": "#4d5563",
        "scrollbar-active": "#7cc4a8",
        "scrollbar-background": "#15171c",
        "scrollbar-background-hover": "#15171c",
        "scrollbar-background-active": "#15171c",
        "scrollbar-corner-color": "#15171c",
    },
)
LIGHT = Theme(
    name="kith-light",
    primary="#0f5f45",
    accent="#0f5f45",
    secondary="#50555e",
    warning="#724900",
    error="#9a2419",
    success="#1d5a22",
    foreground="#22262d",
    background="#f7f6f2",
    surface="#efede7",
    panel="#e5e2da",
    dark=False,
    variables={
        "border-blurred": "#c9c5bb",
        "block-cursor-blurred-background": "#dedad1",
        "scrollbar": "#c4bfb4",
        "scrollbar-hover": "#a9a499",
        "scrollbar-active": "#0f5f45",
        "scrollbar-background": "#f7f6f2",
        "scrollbar-background-hover": "#f7f6f2",
        "scrollbar-background-active": "#f7f6f2",
        "scrollbar-corner-color": "#f7f6f2",
    },
)

ROLE_STYLES: dict[Role, str] = {
    "": "",
    "strong": "bold $foreground",
    "dim": "$secondary",
    "accent": "$accent",
    "good": "$success",
    "warn": "$warning",
    "alarm": "$error",
    "match": "bold underline $accent",
    "heading": "bold $accent",
}
"""The look of each role, as Textual content styles."""


def style_sheet(name: str) -> Path:
    """Return the path of a style sheet, from a checkout (`styles/` beside `tui/`) or an installed wheel."""
    package = Path(__file__).resolve().parent.parent
    beside = package.parent / "styles" / f"{name}.tcss"
    return beside if beside.exists() else package / "styles" / f"{name}.tcss"


def other_sheets(read: Iterable[str | PurePath]) -> list[Path]:
    """Return the style sheets that were not read yet, what dialogs share first."""
    first = style_sheet("dialogs")
    found = [first, *(sheet for sheet in sorted(first.parent.glob("*.tcss")) if sheet != first)]
    return [sheet for sheet in found if sheet not in read]


def role_class(role: Role) -> str:
    """Return the component class that gives a role its look in a list."""
    return f"role--{role or 'plain'}"


def plain_text(lines: Iterable[Line]) -> Text:
    """Return lines as text without any look, for places that take no styles."""
    return Text("\n".join("".join(text for text, _ in spans) for spans in lines))
