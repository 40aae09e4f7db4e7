"""Fields: what is understood, what is wrong, and what is pasted."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from textual import events
from textual.app import App, ComposeResult
from textual.widgets import Static

from tui.widgets.choice import Choice
from tui.widgets.fields import Field, OneLine, Paragraph, choice_field, day_field, paragraph_field, text_field

NOW = dt.datetime(2026, 11, 24, 8, 30, tzinfo=ZoneInfo("Europe/Berlin"))


class Fields(App[None]):
    """One field of each kind."""

    def compose(self) -> ComposeResult:
        yield text_field("Name [b]", "a\x1b[31m", id="name")
        yield day_field("When", NOW, value="today", past=True, needed=True, ahead=False, id="when")
        yield choice_field("How", ("call", "email", "message"), "other", id="how")
        yield paragraph_field("Notes", "one\n\x1b[31mtwo", id="notes")


def note(app: App[None], name: str) -> str:
    field = app.query_one(f"#{name}", Field)
    return str(field.query_one(".field--note", Static).content)


async def test_a_day_is_shown_and_checked_when_it_is_left() -> None:
    app = Fields()
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert note(app, "when") == "→ Tue 24 Nov, today"
        field = app.query_one("#when", Field)
        box = field.query_one(OneLine)
        for words, problem in (("", "A day is needed"), ("tomorrow", "still to come"), ("gobbledygook", "✗")):
            box.focus()
            box.value = words
            await pilot.press("tab")
            assert problem in note(app, "when")
            assert not field.check()
        box.value = "yesterday"
        await pilot.pause()
        assert note(app, "when") == "→ Mon 23 Nov, yesterday"
        assert field.check()


async def test_what_stands_there_is_typed_over_in_a_day_and_typed_on_in_a_text() -> None:
    app = Fields()
    async with app.run_test(size=(60, 20)) as pilot:
        app.query_one("#when", Field).control.focus()
        await pilot.press("f", "r", "i")
        assert app.query_one("#when", Field).value == "fri"
        app.query_one("#name", Field).control.focus()
        await pilot.press("end", "b")
        assert app.query_one("#name", Field).value == "a[31mb"


async def test_labels_show_as_text_and_tell_where_one_is() -> None:
    app = Fields()
    async with app.run_test(size=(60, 20)) as pilot:
        field = app.query_one("#name", Field)
        assert str(field.render()) == "Name [b]"
        before = field.render().spans
        app.query_one("#when", Field).control.focus()
        await pilot.pause()
        assert field.render().spans != before


async def test_a_choice_takes_only_what_is_there() -> None:
    app = Fields()
    async with app.run_test(size=(60, 20)) as pilot:
        choice = app.query_one(Choice)
        assert choice.value == "call"
        choice.focus()
        await pilot.press("left")
        assert choice.value == "message"
        await pilot.press("right", "e")
        assert choice.value == "email"
        await pilot.press("z", "question_mark")
        assert choice.value == "email"
        assert "[email]" in str(choice.render())
        await pilot.click(Choice, offset=(1, 0))
        assert choice.value == "call"


async def test_an_option_stands_on_one_line_and_is_clicked_where_it_stands() -> None:
    class Narrow(App[None]):
        def compose(self) -> ComposeResult:
            yield Choice(("not said", "small talk", "a real conversation", "it mattered"), "small talk")

    app = Narrow()
    async with app.run_test(size=(34, 12)) as pilot:
        choice = app.query_one(Choice)
        lines = str(choice.render()).replace("\N{NO-BREAK SPACE}", " ").split("\n")
        assert [line.strip() for line in lines] == [
            "not said  [small talk]",
            "a real conversation",
            "it mattered",
        ]
        assert choice.get_content_height(app.size, app.size, 34) == 3
        await pilot.click(Choice, offset=(3, 1))
        assert choice.value == "a real conversation"


async def test_pasted_lines_come_in_whole() -> None:
    app = Fields()
    async with app.run_test(size=(60, 20)) as pilot:
        line, paragraph = app.query_one("#name OneLine", OneLine), app.query_one(Paragraph)
        line.value = ""
        line.post_message(events.Paste("one\r\ntwo\n\x1b]0;t\x07three\n"))
        await pilot.pause()
        assert line.value == "one two ]0;tthree"
        line.selection = type(line.selection)(0, 3)
        line.post_message(events.Paste("1"))
        await pilot.pause()
        assert line.value == "1 two ]0;tthree"
        assert paragraph.text == "one\n[31mtwo"
        paragraph.move_cursor(paragraph.document.end)
        paragraph.post_message(events.Paste("\nthree\n\x1b[1mfour"))
        await pilot.pause()
        assert paragraph.text == "one\n[31mtwo\nthree\n[1mfour"
