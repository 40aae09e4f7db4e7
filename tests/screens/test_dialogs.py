"""Log, history, promises, drafts and questions: what they take, keep and refuse."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.screens.conftest import open_app
from tests.screens.people import AMA, DAY, DECK, JOSE, MAYA, TALK, on, small, status
from tests.screens.pressing import footer, note, press, rows, shown, told
from tui.app import KithApp
from tui.model.network import Network
from tui.model.records import Contact
from tui.screens.ask import Ask
from tui.screens.contact_form import ContactForm
from tui.screens.contacts import ContactsScreen
from tui.screens.done import DoneDialog
from tui.screens.draft import DraftDialog
from tui.screens.history import HistoryDialog
from tui.screens.log import LogDialog
from tui.screens.people import PeopleDialog
from tui.widgets.fields import Paragraph

SIZE = (80, 24)


@pytest.mark.parametrize(("people", "last"), [(4, "and Guest of Honour 3"), (20, "and 13 more")])
async def test_everybody_who_took_part_stands_there(people: int, last: str) -> None:
    network = Network([Contact(uid=f"c{it}", name=f"Guest of Honour {it}") for it in range(people)])
    app = open_app(network)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "escape")
        app.push_screen(LogDialog(app.book, app.clock, tuple(network.contacts)))
        await pilot.pause()
        assert last in " ".join(shown(pilot).replace("│", " ").split())


async def test_a_log_with_several_people_keeps_a_note_for_each() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "l", "=supper", "ctrl+t")
        on(app, PeopleDialog)
        await press(pilot, "=jose", "tab", "enter")
        dialog = on(app, LogDialog)
        assert dialog.value("summary") == "supper"
        for uid, words in (("ama", "rows again"), ("jose", "moves to Lyon")):
            dialog.field(f"note-{uid}").control.focus()
            await press(pilot, f"={words}")
        dialog.field("when").control.focus()
        await press(pilot, "=3 days ago", "ctrl+s")
        touch = app.book.network.touches_of("jose")[0]
        assert touch.contacts == ("ama", "jose")
        assert touch.day == DAY - dt.timedelta(days=3)
        assert [(it.contact, it.text) for it in touch.notes] == [
            ("ama", "rows again"),
            ("jose", "moves to Lyon"),
        ]


async def test_taking_somebody_out_again_keeps_the_other_notes() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "l", "ctrl+t", "=jose", "tab", "enter")
        dialog = on(app, LogDialog)
        dialog.field("note-ama").control.focus()
        await press(pilot, "=rows again", "ctrl+t", "=jose", "tab", "enter")
        assert dialog.value("note-ama") == "rows again"
        assert not dialog.query("#note-jose")


async def test_log_takes_no_day_to_come_and_escape_asks() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "l", "=tea", "tab", "tab", "=tomorrow", "ctrl+s")
        on(app, LogDialog)
        assert "still to come" in note(pilot, "when")
        await press(pilot, "escape")
        on(app, Ask)
        await press(pilot, "x")
        on(app, ContactsScreen)
        assert not app.book.network.touches_of("ama")


async def test_what_was_logged_wrongly_is_put_right_and_taken_out() -> None:
    app = open_app(small())
    network = app.book.network
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "h")
        on(app, HistoryDialog)
        assert "was for Fri 20 Nov" in shown(pilot)
        await press(pilot, "down", "enter")
        on(app, LogDialog)
        assert on(app, LogDialog).value("summary") == "the new gripper"
        await press(pilot, "= and its price", "tab", "right", "tab", "=9 nov", "ctrl+s")
        touch = network.interactions["talk"]
        assert (touch.summary, touch.channel) == ("the new gripper and its price", "video")
        assert touch.day == dt.date(2026, 11, 9)
        assert touch.ask_next == "did the gripper hold?"
        await press(pilot, "delete")
        assert "talk" not in network.interactions
        await press(pilot, "u", "u")
        assert network.interactions["talk"].summary == "the new gripper"
        await press(pilot, "escape")
        assert rows(pilot).ids


async def test_an_untouched_edit_of_an_interaction_changes_nothing() -> None:
    met = replace(MAYA, met_day=dt.date(2026, 8, 1))
    app = open_app(Network((met, JOSE, AMA, DECK, TALK)))
    async with app.run_test(size=SIZE) as pilot:
        before = app.book.network.interactions["talk"]
        await press(pilot, "h", "down", "enter", "ctrl+s")
        on(app, HistoryDialog)
        assert app.book.network.interactions["talk"] == before
        assert app.book.undoable == ""
        assert footer(pilot).startswith("e Edit")
        # How you met stands in their form, and enter opens it.
        await press(pilot, "end")
        assert footer(pilot).startswith("e Their form")
        await press(pilot, "enter")
        on(app, ContactForm)
        await press(pilot, "escape")
        on(app, HistoryDialog)


async def test_promises_are_made_done_let_go_and_taken_up_again_in_the_history() -> None:
    app = open_app(small())
    network = app.book.network
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "h", "n")
        await press(pilot, "=a map of Cádiz".replace("á", "a"), "tab", "=in 3 weeks", "enter")
        made = next(step for step in network.follow_ups.values() if step.uid != "deck")
        assert (made.kind, made.text, made.due) == ("promise", "a map of Cadiz", DAY + dt.timedelta(weeks=3))
        await press(pilot, "home", "delete")
        assert status(app, "deck") == "dropped"
        rows(pilot).select("step deck")
        await press(pilot, "enter")
        on(app, Ask)
        await press(pilot, "escape")
        assert footer(pilot).startswith("e Take up again")
        await press(pilot, "enter", "y")
        assert status(app, "deck") == "open"
        rows(pilot).select("step deck")
        await press(pilot, "d")
        on(app, DoneDialog)
        await press(pilot, "enter")
        assert status(app, "deck") == "done"
        on(app, HistoryDialog)


async def test_a_promise_without_words_or_with_an_odd_date_stays_open() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "h", "n", "enter")
        assert "Nothing is promised yet" in told(pilot)[-1]
        await press(pilot, "=a map", "tab", "=someday maybe", "enter")
        assert note(pilot, "by").startswith("✗")
        assert len(app.book.network.follow_ups) == 1


async def test_three_tones_and_words_of_your_own_are_asked_about() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "m")
        dialog = on(app, DraftDialog)
        warm = dialog.query_one(Paragraph).text
        dialog.field("tone").control.focus()
        await press(pilot, "right")
        plain = dialog.query_one(Paragraph).text
        await press(pilot, "right")
        formal = dialog.query_one(Paragraph).text
        assert len({warm, plain, formal}) == 3
        dialog.query_one(Paragraph).focus()
        await press(pilot, "=PS ")
        dialog.field("tone").control.focus()
        await press(pilot, "right")
        on(app, Ask)
        await press(pilot, "k")
        assert dialog.query_one(Paragraph).text.startswith("PS ")
        assert dialog.value("tone") == "formal"
        # Left, they are kept, in the tone in which they were begun.
        await press(pilot, "escape", "m")
        again = on(app, DraftDialog)
        assert again.query_one(Paragraph).text.startswith("PS ")
        assert again.value("tone") == "formal"


async def test_a_draft_goes_to_the_clipboard_and_into_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.screens.draft.documents", lambda: tmp_path / "new")
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "m", "f2")
        assert app.clipboard.startswith("Hi Maya")
        await press(pilot, "f4")
        (path,) = (tmp_path / "new").iterdir()
        assert path.name == "2026-11-24 Message to Maya Lin.txt"
        assert "Hi Maya" in path.read_text(encoding="utf-8")
        assert str(path) in told(pilot)[-1]


async def test_a_draft_that_can_not_be_written_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("", encoding="utf-8")
    monkeypatch.setattr("tui.screens.draft.documents", lambda: blocked)
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "m", "f4")
        assert str(blocked) in told(pilot)[-1]
        on(app, DraftDialog)


async def test_a_message_without_an_address_says_where_to_add_one() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "m", "f3")
        assert "No email address is known" in told(pilot)[-1]


async def test_people_are_found_marked_and_taken(demo: KithApp) -> None:
    async with demo.run_test(size=SIZE) as pilot:
        taken: list[tuple[str, ...] | None] = []
        demo.push_screen(PeopleDialog(demo.book, demo.clock, "Who?"), taken.append)
        await press(pilot, "=oka", "tab", "=nerea", "tab")
        assert "2 people: Chidinma Okafor-Eze, Nerea Etxeandia" in shown(pilot)
        await press(pilot, "enter")
        names = [demo.book.network.contacts[uid].name for uid in taken[0] or ()]
        assert names == ["Chidinma Okafor-Eze", "Nerea Etxeandia"]


async def test_marking_keeps_the_search_and_goes_on_to_the_next(demo: KithApp) -> None:
    async with demo.run_test(size=SIZE) as pilot:
        demo.push_screen(PeopleDialog(demo.book, demo.clock, "Who?"))
        await press(pilot, "=an")
        found = list(rows(pilot).ids)
        assert 2 < len(found) < len(demo.book.network.contacts)
        await press(pilot, "tab", "tab")
        assert list(rows(pilot).ids) == found
        assert rows(pilot).current == found[2]
        names = ", ".join(demo.book.network.contacts[uid].name for uid in found[:2])
        assert f"2 people: {names}" in shown(pilot)


async def test_the_palette_finds_commands_people_and_events(demo: KithApp) -> None:
    async with demo.run_test(size=SIZE) as pilot:
        await press(pilot, "ctrl+p", "=okafor")
        await pilot.app.workers.wait_for_complete()
        await press(pilot, "enter")
        contact = on(demo, ContactsScreen).contact
        assert contact is not None
        assert contact.name == "Chidinma Okafor-Eze"
        await press(pilot, "ctrl+p", "=archive")
        await pilot.app.workers.wait_for_complete()
        assert "Archive" in shown(pilot)


async def test_a_log_is_not_lost_by_taking_it_back_and_forth_many_times() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2")
        for words in ("one", "two", "three"):
            await press(pilot, "l", f"={words}", "ctrl+s")
        said = [it.summary for it in app.book.network.touches_of("ama")]
        await press(pilot, "u", "u", "u", "u")
        assert not app.book.network.touches_of("ama")
        await press(pilot, "ctrl+r", "ctrl+r", "ctrl+r")
        assert [it.summary for it in app.book.network.touches_of("ama")] == said
