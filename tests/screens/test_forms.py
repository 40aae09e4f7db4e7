"""The forms: every field reachable, read and kept; what is wrong is said; what was there stays to the letter."""

from __future__ import annotations

import datetime as dt

import pytest
from msgspec.structs import replace

from tests.screens.conftest import open_app
from tests.screens.people import MAYA, on, small
from tests.screens.pressing import note, press, shown
from tui.model.network import Network
from tui.model.records import Contact
from tui.rules.entry.specs import GROUPS
from tui.screens.contact_form import ContactForm
from tui.screens.profile_form import ProfileForm
from tui.widgets.choice import Choice
from tui.widgets.fields import Field, Paragraph
from tui.widgets.veiled import Veiled

SIZE = (80, 24)

TYPED = {
    "name": "Quill Adair",
    "organization": "Salt",
    "interests": "sailing, #tides",
    "met_day": "3 days ago",
    "introduced_by": "maya lin",
    "emails": "quill@salt.example",
    "timezone": "Europe/Lisbon",
    "culture.greeting": "a bow",
    "interval": "30",
}


async def test_tab_reaches_every_field_and_all_of_them_are_saved() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "n")
        form = app.screen
        reached: list[str] = []
        for group, fields in GROUPS:
            assert group
            for spec in fields:
                field = next(it for it in form.query(Field) if it.control.has_focus)
                reached.append(field.id or "")
                assert field.id == f"field-{spec.name.replace('.', '-')}"
                assert field.region.bottom <= 24
                if spec.name in TYPED:
                    field.control.value = TYPED[spec.name]  # type: ignore[attr-defined]  # a line or a choice
                await pilot.press("tab")
        assert len(reached) == len(set(reached)) == sum(len(fields) for _, fields in GROUPS)
        await press(pilot, "ctrl+s")
        quill = next(it for it in app.book.network.contacts.values() if it.name == "Quill Adair")
        assert quill.interests == ("sailing", "tides")
        assert quill.met_day == dt.date(2026, 11, 21)
        assert quill.introduced_by == "maya"
        assert (quill.timezone, quill.culture.greeting, quill.interval) == ("Europe/Lisbon", "a bow", 30)


@pytest.mark.parametrize(
    ("field", "words", "problem"),
    [
        ("name", "", "A name is needed"),
        ("interval", "often", "is no number of days"),
        ("emails", "quill at salt", "is no email address"),
        ("timezone", "Lisbon time", "is no time zone"),
        ("met_day", "once upon a time", "✗"),
        ("introduced_by", "Nobody Known", "There is no contact called"),
        ("met_event", "PyCon", "There is no event called"),
        ("profiles", "not an address", "is not a web address"),
        ("milestones", "birthday sometime", "✗"),
    ],
)
async def test_a_wrong_field_says_so_in_a_sentence_and_nothing_is_saved(
    field: str, words: str, problem: str
) -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        form = ContactForm(app.book, app.clock, MAYA)
        app.push_screen(form)
        await pilot.pause()
        control = form.field(f"field-{field}").control
        control.text = words  # type: ignore[attr-defined]  # a paragraph's; a line's follows
        if hasattr(control, "value"):
            control.value = words
        await press(pilot, "ctrl+s")
        assert app.screen is form
        assert problem in note(pilot, f"field-{field}")
        assert control.has_focus
        assert app.book.network.contacts["maya"] == MAYA


async def test_what_was_odd_before_is_no_reason_to_refuse_an_edit() -> None:
    odd = replace(MAYA, emails=("maya at acme",), notes="a\x1b[31mb\tc", organization="Acme\x00 [red]")
    app = open_app(Network((odd,)))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "e", "end", "= Chen", "ctrl+s")
        after = app.book.network.contacts["maya"]
        assert after == replace(odd, name="Maya Lin Chen")


async def test_private_notes_are_hidden_until_asked_for_and_kept_either_way() -> None:
    app = open_app(Network([Contact(uid="maya", name="Maya Lin", private_notes="her father is ill")]))
    async with app.run_test(size=(100, 40)) as pilot:
        for shows in (False, True):
            form = ContactForm(app.book, app.clock, app.book.network.contacts["maya"])
            app.push_screen(form)
            await pilot.pause()
            box = form.field("field-private_notes").control
            assert isinstance(box, Veiled)
            box.focus()
            await pilot.press("z")
            assert box.placeholder == "hidden; enter shows it"
            assert "father" not in shown(pilot)
            assert not form.dirty()
            if shows:
                await pilot.press("enter")
                assert "father" in shown(pilot)
                assert not form.dirty()
                await pilot.press("!")
            form.field("field-place").control.focus()
            await pilot.press("O", "s", "l", "o", "ctrl+s")
            assert app.book.network.contacts["maya"].private_notes == "her father is ill" + "!" * shows


async def test_a_choice_is_made_with_arrows_and_letters() -> None:
    app = open_app(Network((MAYA,)))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "e", "tab", "tab", "tab")
        choice = app.focused
        assert isinstance(choice, Choice)
        assert choice.value == "close"
        await press(pilot, "right")
        assert choice.value == "active"
        await press(pilot, "left", "left")
        assert choice.value == "inner"
        await press(pilot, "w")
        assert choice.value == "wide"
        await press(pilot, "ctrl+s")
        assert app.book.network.contacts["maya"].tier == "wide"


async def test_a_date_shows_the_day_it_was_understood_as() -> None:
    app = open_app(Network((MAYA,)))
    async with app.run_test(size=SIZE) as pilot:
        form = ContactForm(app.book, app.clock, MAYA)
        app.push_screen(form)
        await pilot.pause()
        form.field("field-met_day").control.focus()
        await press(pilot, "=fri")
        assert note(pilot, "field-met_day") == "→ Fri 20 Nov, 4 days ago"


async def test_you_are_saved_and_shown_again() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "y")
        on(app, ProfileForm)
        await press(pilot, "=Noor Haddad", "ctrl+s", "y")
        assert app.book.network.profile.name == "Noor Haddad"
        assert "Noor Haddad" in shown(pilot)
        await press(pilot, "escape", "u")
        assert app.book.network.profile.name == ""


async def test_somebody_removed_meanwhile_is_said() -> None:
    app = open_app(Network((MAYA,)))
    async with app.run_test(size=SIZE) as pilot:
        gone = Contact(uid="gone", name="Gone")
        app.push_screen(ContactForm(app.book, app.clock, gone))
        await pilot.pause()
        await press(pilot, "end", "= Person", "ctrl+s")
        on(app, ContactForm)
        assert "gone" not in app.book.network.contacts


async def test_the_field_one_is_in_stays_in_sight_when_the_terminal_is_resized() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "n", "shift+tab", "shift+tab")
        field = next(it for it in app.screen.query(Field) if it.control.has_focus)
        for size in ((120, 36), (60, 50), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert app.screen.find_widget(field).visible_region.height >= field.control.region.height, size


async def test_an_address_too_long_for_its_line_is_seen_whole() -> None:
    app = open_app(small())
    async with app.run_test(size=(60, 50)) as pilot:
        await press(pilot, "2", "n")
        box = app.screen.query_one("#field-profiles", Field).control
        box.text = "https://www.linkedin.com/in/" + "quill" * 8  # type: ignore[attr-defined]
        await pilot.pause()
        assert (box.size.height, box.max_scroll_y) == (2, 0)
        await pilot.resize_terminal(120, 50)
        await pilot.pause()
        assert box.size.height == 2
        await pilot.resize_terminal(200, 50)
        box.text = "https://x.example/quill"  # type: ignore[attr-defined]
        await pilot.pause()
        assert box.size.height == 1


async def test_the_arrows_go_from_field_to_field_and_the_one_typed_into_is_in_sight() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "n")
        fields = list(app.screen.query(Field))
        for field in fields:
            assert field.control.has_focus
            assert app.screen.find_widget(field.control).visible_region.height > 0
            # Out of a long text from its last line only.
            last = field.control.text.count("\n") if isinstance(field.control, Paragraph) else 0
            await press(pilot, *["down"] * (last + 1))
        assert fields[0].control.has_focus
        await press(pilot, "down", "up", "=Zoë")
        assert fields[0].value == "Zoë"
        await press(pilot, "up")
        assert fields[-1].control.has_focus


async def test_the_arrows_move_in_a_long_text_before_they_leave_it() -> None:
    app = open_app(small())
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "2", "n")
        box = app.screen.query_one("#field-notes", Field).control
        assert isinstance(box, Paragraph)
        box.focus()
        box.text = "one\ntwo"
        box.move_cursor((0, 0))
        await press(pilot, "down")
        assert app.focused is box
        await press(pilot, "down")
        assert app.focused is not box
        await press(pilot, "up", "up")
        assert app.focused is box
        await press(pilot, "up")
        assert app.focused is not box
