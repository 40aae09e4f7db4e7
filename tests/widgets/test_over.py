"""What stands over a page is painted once as it opens, and the page behind it is dimmed as Textual dims it."""

from __future__ import annotations

from typing import Any

import pytest
from rich.segment import Segment
from rich.style import Style
from textual._compositor import Compositor
from textual.app import App
from textual.color import Color
from textual.dom import DOMNode
from textual.geometry import Size
from textual.renderables.background_screen import BackgroundScreen
from textual.widget import Widget

from tests.screens.conftest import open_app
from tests.screens.people import small
from tests.screens.pressing import press
from tui.app import KithApp
from tui.screens.dialog import Dialog
from tui.widgets import over
from tui.widgets.fields import OneLine, Paragraph
from tui.widgets.over import Dimmed, Over


async def test_a_dialog_is_painted_once_as_it_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[Any] = []

    def render(self: Over[object]) -> Any:
        painted.append(found := Over.render(self))
        return found

    monkeypatch.setattr(Dialog, "render", render, raising=False)
    app = open_app(small())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "y")
        assert isinstance(app.screen, Dialog)
        assert len(painted) == 1
        ours = list(app.console.render(painted[0]))
        theirs = list(app.console.render(BackgroundScreen(painted[0].screen, painted[0].color)))
        assert ours == theirs
        assert len({it.style for it in ours}) > 5


def test_each_style_is_dimmed_as_textual_does() -> None:
    styles = [
        Style.parse(it)
        for it in ("", "bold red", "on #102030", "reverse #ffffff on blue link https://a.example")
    ]
    for tint in (Color(10, 20, 30, 0.5), Color(0, 0, 0, 0)):
        theirs = BackgroundScreen.process_segments([Segment("x", it) for it in styles], tint)
        assert [over._dimmed(it, tint) for it in styles] == [it.style for it in theirs]
    assert issubclass(Dimmed, BackgroundScreen)


async def test_what_is_on_it_is_made_styled_and_laid_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    styled: list[str] = []
    laid_out: list[str] = []

    def update(self: App[Any], node: DOMNode, animate: bool = True) -> None:
        if isinstance(node, (OneLine, Paragraph)):
            styled.append(type(node).__name__)
        App.update_styles(self, node, animate)

    def reflow(self: Compositor, parent: Widget, size: Size) -> Any:
        laid_out.append(type(parent).__name__)
        return before(self, parent, size)

    before = Compositor.reflow
    monkeypatch.setattr(Compositor, "reflow", reflow)
    monkeypatch.setattr(KithApp, "update_styles", update, raising=False)
    app = open_app(small())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "y")
        assert isinstance(app.screen, Dialog)
        assert len(app.screen.query("OneLine, Paragraph")) > 3
        # The one in which one types is styled as such, and no other.
        assert set(styled) <= {type(app.focused).__name__}
        assert laid_out.count(type(app.screen).__name__) <= 2
        # Another size is heard of all the same.
        await pilot.resize_terminal(100, 30)
        assert app.screen.size == Size(100, 30) == app.screen._compositor.size
