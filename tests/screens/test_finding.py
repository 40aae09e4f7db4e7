"""Finding people: completion, help, order; marking several; walking along introductions; what is private."""

from __future__ import annotations

import datetime as dt

from msgspec.structs import replace
from textual.widgets import Input

from tests.screens.conftest import open_app
from tests.screens.people import AMA, DECK, JOSE, MAYA, TALK, on, small
from tests.screens.pressing import footer, press, rows, shown, told
from tui.model.network import Network
from tui.screens.ask import Ask
from tui.screens.bulk import BulkDialog
from tui.screens.capture import CaptureDialog
from tui.screens.contact_form import ContactForm
from tui.screens.contacts import ContactsScreen
from tui.screens.export import ExportDialog
from tui.screens.log import LogDialog
from tui.screens.merge import MergeScreen
from tui.screens.people import PeopleDialog
from tui.screens.search_help import SearchHelp

SIZE = (100, 30)


def line(app: object) -> str:
    value: str = app.screen.query_one("#search", Input).value  # type: ignore[attr-defined]  # an app
    return value


async def test_a_completion_shows_with_its_count_and_tab_or_right_takes_it() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash", "=#cl")
        assert "#climate 1" in shown(pilot)
        await press(pilot, "tab")
        assert line(app) == "#climate"
        assert app.screen.query_one("#search", Input).has_focus
        await press(pilot, "= tie", "right")
        assert line(app) == "#climate tier:"
        assert "tier:close 1" in shown(pilot)
        await press(pilot, "=c", "right")
        assert line(app) == "#climate tier:close"
        assert list(rows(pilot).ids) == ["maya"]
        # Nothing is left to complete: tab goes on, as everywhere.
        await press(pilot, "tab")
        assert rows(pilot).has_focus
        assert "tier:close" not in shown(pilot).splitlines()[2]


async def test_a_value_found_by_a_later_word_is_completed_too() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash", "=@robo", "tab")
        assert line(app) == '@"Acme Robotics"'
        assert list(rows(pilot).ids) == ["maya"]


async def test_a_question_mark_explains_the_search_line_and_comes_back_to_it() -> None:
    app = open_app(small())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "slash", "=maya ?")
        on(app, SearchHelp)
        assert "part of an email address" in shown(pilot)
        await press(pilot, "escape")
        assert line(app) == "maya "
        assert app.screen.query_one("#search", Input).has_focus


async def test_a_key_goes_through_the_orders_and_the_line_says_which() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "S")
        assert line(app) == "sort:name"
        await press(pilot, "S")
        assert "3 contacts by last touch" in shown(pilot)
        assert rows(pilot).ids[0] == "maya"
        await press(pilot, "S", "S", "S", "S")
        assert line(app) == ""


async def test_nobody_found_is_added_with_organisation_and_interest_or_in_the_form() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash", "=Quill Adair @Salt #tides", "enter")
        on(app, CaptureDialog)
        await press(pilot, "enter", "escape")
        quill = next(it for it in app.book.network.contacts.values() if it.name == "Quill Adair")
        assert (quill.organization, quill.interests) == ("Salt", ("tides",))
        box = app.screen.query_one("#search", Input)
        box.value = "Zuri Okello"
        await press(pilot, "down", "n")
        assert on(app, ContactForm).value("field-name") == "Zuri Okello"


async def test_one_thing_is_done_to_all_marked_and_undone_in_one_step() -> None:
    app = open_app(small())
    network = app.book.network
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "space", "space")
        assert "✓ 2 marked" in shown(pilot)
        assert footer(pilot).startswith(
            "e Change all  l Log with all  M Merge  esc Unmark  z Archive  X Export  "
        )
        # A new search keeps the marks.
        await press(pilot, "slash", "=maya")
        assert "1 contact  ✓ 2 marked" in shown(pilot)
        await press(pilot, "down", "e")
        dialog = on(app, BulkDialog)
        assert "Ama Owusu and José Álvarez" in shown(pilot)
        await press(pilot, "right", "right")
        dialog.field("interests").control.focus()
        await press(pilot, "=cli", "right", "=, tides", "ctrl+s")
        on(app, ContactsScreen)
        assert {network.contacts[uid].tier for uid in ("ama", "jose")} == {"close"}
        assert network.contacts["ama"].interests == ("climate", "tides")
        assert network.contacts["maya"] == MAYA
        assert "marked" not in shown(pilot)
        await press(pilot, "u")
        assert (network.contacts["ama"], network.contacts["jose"]) == (AMA, JOSE)


async def test_escape_lets_the_marks_go_first_and_then_the_search() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash", "=a", "down", "ctrl+a")
        assert "✓ 3 marked" in shown(pilot)
        await press(pilot, "ctrl+a")
        assert "marked" not in shown(pilot)
        await press(pilot, "space", "escape")
        assert "marked" not in shown(pilot)
        assert line(app) == "a"
        await press(pilot, "escape")
        assert line(app) == ""


async def test_one_interaction_is_logged_with_all_marked() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "ctrl+a", "l")
        on(app, LogDialog)
        await press(pilot, "=supper", "ctrl+s")
        (touch,) = app.book.network.touches_of("ama")
        assert touch.contacts == ("ama", "jose", "maya")
        assert "marked" not in shown(pilot)


async def test_putting_several_away_asks_where_something_is_open() -> None:
    app = open_app(small())
    network = app.book.network
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "ctrl+a", "z")
        on(app, Ask)
        assert "Something is open with Maya Lin" in shown(pilot)
        await press(pilot, "escape")
        assert not any(it.archived for it in network.contacts.values())
        await press(pilot, "z", "y")
        assert all(it.archived for it in network.contacts.values())
        await press(pilot, "u")
        assert not any(it.archived for it in network.contacts.values())


async def test_a_chain_of_introductions_is_walked_both_ways() -> None:
    ada = replace(AMA, uid="ada", name="Ada Obi")
    jose = replace(JOSE, introduced_by="ada", met_day=dt.date(2026, 5, 1))
    maya = replace(MAYA, introduced_by="jose")
    ama = replace(AMA, introduced_by="jose")
    app = open_app(Network((ada, jose, maya, ama, DECK, TALK)))
    async with app.run_test(size=(120, 50)) as pilot:
        await press(pilot, "slash", "=maya", "down")
        assert "José Álvarez ← Ada Obi" in shown(pilot)
        await press(pilot, "less_than_sign")
        assert rows(pilot).current == "jose"
        assert "Maya Lin and Ama Owusu" in shown(pilot)
        await press(pilot, "less_than_sign")
        assert rows(pilot).current == "ada"
        await press(pilot, "less_than_sign")
        assert "Nobody is known" in told(pilot)[-1]
        await press(pilot, "greater_than_sign", "greater_than_sign")
        on(app, PeopleDialog)
        assert list(rows(pilot).ids) == ["ama", "maya"]
        await press(pilot, "down", "enter")
        assert rows(pilot).current == "maya"


async def test_private_notes_are_hidden_until_asked_for_and_hidden_again() -> None:
    secret = replace(MAYA, private_notes="hush hush")
    app = open_app(Network((secret, JOSE)))
    async with app.run_test(size=(120, 50)) as pilot:
        await press(pilot, "slash", "=maya", "down")
        assert "hidden; v shows it" in shown(pilot)
        assert "hush" not in shown(pilot)
        await press(pilot, "v")
        assert "hush hush" in shown(pilot)
        await press(pilot, "v")
        assert "hush" not in shown(pilot)
        await press(pilot, "v", "1", "2")
        assert "hush" not in shown(pilot)
        await press(pilot, "v", "slash", "=jose", "escape", "escape")
        rows(pilot).select("maya")
        await pilot.pause()
        assert "hush" not in shown(pilot)


async def test_two_marked_are_compared_and_those_marked_are_written_to_a_file() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "space", "space", "M")
        on(app, MergeScreen)
        assert "Ama Owusu" in shown(pilot)
        assert "José Álvarez" in shown(pilot)
        await press(pilot, "escape", "ctrl+a", "X")
        on(app, ExportDialog)
        assert "[these 3]" in shown(pilot)
        await press(pilot, "escape")
        assert "✓ 3 marked" in shown(pilot)


async def test_the_footer_says_what_enter_tab_and_escape_do_in_the_search_line() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash")
        last = shown(pilot).splitlines()[-1]
        assert "To the list" in last
        assert "esc Back" in last
        assert "f1 Help" in last
        assert "Complete" not in last
        # Tab is offered where it completes, and gone where it goes to the next part of the page.
        await press(pilot, "=#cli")
        assert "tab Complete" in shown(pilot).splitlines()[-1]
        await press(pilot, "left")
        assert "Complete" not in shown(pilot).splitlines()[-1]
        await press(pilot, "right", "tab")
        assert app.screen.query_one("#search", Input).value == "#climate"
        assert "Complete" not in shown(pilot).splitlines()[-1]
        await press(pilot, "escape")
        assert "To the list" not in shown(pilot).splitlines()[-1]
        assert rows(pilot).has_focus
