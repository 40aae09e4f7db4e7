"""Style sheets are found in a checkout and in an installed package; both themes know every role."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.widgets import look

STYLES = Path(__file__).resolve().parent.parent.parent / "styles"


def test_a_checkout_has_its_styles_beside_the_package() -> None:
    for sheet in STYLES.glob("*.tcss"):
        assert look.style_sheet(sheet.stem) == sheet


def test_an_installed_package_has_them_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = tmp_path / "tui" / "widgets"
    inside.mkdir(parents=True)
    monkeypatch.setattr(look, "__file__", str(inside / "look.py"))
    assert look.style_sheet("shared") == tmp_path / "tui" / "styles" / "shared.tcss"


def test_both_themes_give_the_same_names() -> None:
    assert look.DARK.variables.keys() == look.LIGHT.variables.keys()
