"""The virtual list: the highlight follows its row, and what is painted is what is visible."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import App, ComposeResult

from tui.view.lines import Line, line
from tui.widgets.rowlist import RowList


class Listed(App[None]):
    """One list that counts what it paints."""

    def __init__(self, *, row_height: int = 1) -> None:
        super().__init__()
        self.painted: list[str] = []
        self.moved: list[str | None] = []
        self.rows = RowList(self.paint, row_height=row_height, empty="Nobody [here]")

    def compose(self) -> ComposeResult:
        yield self.rows

    def paint(self, row: str, wide: int) -> Sequence[Line]:
        self.painted.append(row)
        return (line(row),)

    def on_row_list_moved(self, message: RowList.Moved) -> None:
        self.moved.append(message.row)

    def text(self) -> str:
        strips = [self.rows.render_line(y) for y in range(self.rows.size.height)]
        return "\n".join(strip.text.rstrip() for strip in strips)


async def test_only_what_is_visible_is_painted() -> None:
    app = Listed()
    async with app.run_test(size=(40, 10)) as pilot:
        app.rows.focus()
        app.rows.fill([str(number) for number in range(100_000)])
        await pilot.pause()
        assert len(set(app.painted)) <= 10
        app.painted.clear()
        await pilot.press("end")
        assert app.rows.current == "99999"
        assert "99999" in app.text()
        assert len(set(app.painted)) <= 21


async def test_the_highlight_follows_its_row_and_else_its_place() -> None:
    app = Listed()
    async with app.run_test(size=(40, 10)) as pilot:
        app.rows.focus()
        app.rows.fill(["a", "b", "c", "d"])
        await pilot.press("down", "j")
        assert app.rows.current == "c"
        app.rows.fill(["z", "a", "c", "d"])
        assert app.rows.current == "c"
        app.rows.fill(["z", "a", "d"])
        assert app.rows.current == "d"
        app.rows.fill(["z"])
        assert app.rows.current == "z"
        app.rows.fill([])
        await pilot.pause()
        assert app.moved[-1] is None
        assert "Nobody [here]" in app.text()


async def test_headings_stand_above_their_rows() -> None:
    app = Listed(row_height=2)
    async with app.run_test(size=(40, 12)) as pilot:
        app.rows.focus()
        app.rows.fill(["a", "b", "c"], {0: line("First"), 2: line("Second")})
        await pilot.pause()
        words = [part.strip("▌ ") for part in app.text().splitlines()]
        assert words[:8] == ["First", "a", "", "b", "", "", "Second", "c"]
        await pilot.click(RowList, offset=(2, 7))
        assert app.rows.current == "c"
        await pilot.press("home")
        assert app.rows.current == "a"


async def test_a_row_with_markup_and_wide_characters_fits_its_line() -> None:
    app = Listed()
    async with app.run_test(size=(20, 4)) as pilot:
        app.rows.fill(["[@click=app.quit]佐藤 美咲 佐藤 美咲 佐藤\x1b[31m"])
        await pilot.pause()
        assert app.rows.render_line(0).cell_length == 20
        assert "[@click=" in app.text()


async def test_vim_and_arrow_habits_move_alike() -> None:
    app = Listed()
    async with app.run_test(size=(40, 11)) as pilot:
        app.rows.focus()
        app.rows.fill([str(number) for number in range(100)])
        for keys, there in (
            (("down", "down", "up"), "1"),
            (("j", "j", "k"), "2"),
            (("end",), "99"),
            (("home",), "0"),
            (("G",), "99"),
            (("g",), "0"),
            (("pagedown",), "10"),
            (("pageup",), "0"),
            (("ctrl+d",), "5"),
            (("ctrl+d",), "10"),
            (("ctrl+u",), "5"),
        ):
            await pilot.press(*keys)
            assert app.rows.current == there, keys


async def test_rows_of_different_heights_have_their_own_lines_and_a_gap_that_is_nobodys() -> None:
    app = Listed()
    app.rows = RowList(lambda row, _wide: [line(f"{row}{part}") for part in range(int(row))], gap=1)
    async with app.run_test(size=(10, 8)) as pilot:
        app.rows.focus()
        app.rows.fill(["1", "3", "2"], heights=[1, 3, 2])
        await pilot.pause()
        assert app.text() == "▌10\n\n 30\n 31\n 32\n\n 20\n 21"
        assert app.rows.virtual_size.height == 8
        await pilot.press("down")
        assert app.text() == " 10\n\n▌30\n▌31\n▌32\n\n 20\n 21"
        await pilot.click(RowList, offset=(1, 5))
        assert app.rows.current == "3"
        await pilot.click(RowList, offset=(1, 7))
        assert app.rows.current == "2"
