"""Both themes at WCAG 2.2, level AA: 4.5 to 1 for every role of text on everything that it stands on."""

from __future__ import annotations

import pytest
from textual.color import Color
from textual.theme import Theme

from tui.widgets.look import DARK, LIGHT

TEXT = ("foreground", "secondary", "accent", "primary", "success", "warning", "error")
HIGHLIGHT = 0.22
"""Share of the primary colour in a highlighted row (styles/shared.tcss)."""
HERE = 0.25
"""Share of it behind the name of the screen that is seen (widgets/topbar.py)."""


def luminance(colour: Color) -> float:
    """Return the relative luminance, as WCAG 2.2 defines it."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part / 255) for part in colour.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """Return the contrast ratio, as WCAG 2.2 defines it."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def colour(theme: Theme, name: str) -> Color:
    found = getattr(theme, name)
    assert found
    return Color.parse(found)


def grounds(theme: Theme) -> dict[str, Color]:
    """Return everything that text stands on."""
    plain = {name: colour(theme, name) for name in ("background", "surface", "panel")}
    primary = colour(theme, "primary")
    return {
        **plain,
        "highlighted": plain["background"].blend(primary, HIGHLIGHT),
        "highlighted in a dialog": plain["surface"].blend(primary, HIGHLIGHT),
        "highlighted elsewhere": Color.parse(theme.variables["block-cursor-blurred-background"]),
    }


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda it: it.name)
@pytest.mark.parametrize("name", TEXT)
def test_text_can_be_read_wherever_it_stands(theme: Theme, name: str) -> None:
    for where, ground in grounds(theme).items():
        ratio = contrast(colour(theme, name), ground)
        assert ratio >= 4.5, f"{theme.name}: {name} on {where} is {ratio:.2f} to 1"


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda it: it.name)
def test_the_name_of_the_screen_seen_can_be_read(theme: Theme) -> None:
    here = colour(theme, "panel").blend(colour(theme, "primary"), HERE)
    assert contrast(colour(theme, "foreground"), here) >= 4.5
