"""The settings on a screen: what the settings file says, changed one field at a time."""

from __future__ import annotations

from functools import partial
from typing import get_args

from textual.app import ComposeResult
from textual.widgets import Static

from tui.clock import Clock
from tui.config import from_text, meanings, problem, read_settings, write_setting
from tui.model.settings import DateOrder, FirstScreen, Settings, TierDays, Tone
from tui.paths import settings_file
from tui.screens.dialog import Dialog
from tui.store.book import Book
from tui.widgets import keymap
from tui.widgets.entries import Entries
from tui.widgets.fields import Field, choice_field, text_field
from tui.widgets.look import DARK, LIGHT

_COLOURS = (DARK.name, LIGHT.name, "nord", "gruvbox", "tokyo-night", "ansi-dark", "ansi-light")
"""Colours offered here, the last two those of the terminal; the file takes the name of any of Textual's."""
_SCREENS: dict[str, FirstScreen] = {name.replace("_", "-"): name for name in get_args(FirstScreen)}


class SettingsForm(Dialog[bool]):
    """What may be chosen: pace, words, look."""

    CHANGES = False
    TITLE_WORDS = "Settings"

    def __init__(self, book: Book, clock: Clock) -> None:
        super().__init__(book, clock)
        self._path = settings_file()
        self._before: dict[str, str] = {}

    def body(self) -> ComposeResult:
        """The fields, in groups."""
        now = self.network.settings
        yield Static("Pace", markup=False, classes="form--group")
        for tier, meaning in meanings(TierDays).items():
            yield _number(f"tiers.{tier}", f"{tier.capitalize()} days", now.tiers.of(tier), meaning)  # type: ignore[arg-type]
        told = meanings(Settings)
        yield _number("check_ins_a_day", "Check-ins", now.check_ins_a_day, told["check_ins_a_day"])
        yield _number("focus_minutes", "Focus", now.focus_minutes, told["focus_minutes"])
        yield Static("Words", markup=False, classes="form--group")
        yield choice_field("Tone", get_args(Tone), now.tone, id="tone")
        yield choice_field("5/12 is", get_args(DateOrder), now.date_order, id="date_order")
        yield Static("Look", markup=False, classes="form--group")
        first = next(words for words, name in _SCREENS.items() if name == now.first_screen)
        yield choice_field("Opens with", tuple(_SCREENS), first, id="first_screen")
        colours = now.theme if now.theme in self.app.available_themes else DARK.name
        offered = _COLOURS if colours in _COLOURS else (*_COLOURS, colours)
        yield choice_field("Colours", offered, colours, id="theme")
        yield Static("Keys", markup=False, classes="form--group")
        own = Entries(
            keymap.listed(now.keys),
            complete=lambda _: [f"{name} = " for name in keymap.commands()],
            placeholder="done = D, one a line",
        )
        yield Field("Your keys", own, problem=keymap.wrong, id="keys")
        yield Static("File", markup=False, classes="form--group")
        yield text_field(
            "Backups", now.backups, placeholder="a second folder for them, if you like", id="backups"
        )
        yield Static(f"All of this is in {self._path}.", markup=False, classes="hint")

    def on_mount(self) -> None:
        """Start with the first field."""
        super().on_mount()
        self._before = {name: self._typed_in(name) for name in self._names()}
        self.field("tiers-inner").control.focus()
        # The focus scrolls to it, past the heading above it.
        self.call_after_refresh(self.query_one("#dialog").scroll_home, animate=False)

    def action_save(self) -> None:
        """Write what was changed into the settings file, and go by it from now on."""
        if not self.valid():
            return
        changed = [name for name in self._names() if self._typed_in(name) != self._before[name]]
        try:
            for name in changed:
                if name == "keys":
                    self._write_keys()
                else:
                    write_setting(self._path, name, from_text(name, self._typed_in(name)))
        except ValueError as fault:
            self.app.notify(str(fault), title="Not saved", severity="warning", markup=False, timeout=12)
            return
        except OSError as fault:
            self.app.notify(
                f"{self._path} could not be written: {fault.strerror}.",
                title="Not saved",
                severity="warning",
                markup=False,
                timeout=12,
            )
            return
        if changed:
            settings, _ = read_settings(self._path)
            self.book.use(settings)
            if settings.theme in self.app.available_themes:
                self.app.theme = settings.theme
            self.app.set_keymap(keymap.checked(settings.keys)[0])
            self.app.notify("The settings are saved.", markup=False, timeout=3)
        self.dismiss(True)

    def _write_keys(self) -> None:
        """Write the keys that are others now; comments and those that stayed are left as they are."""
        before, after = self.network.settings.keys, keymap.read(self.value("keys"))
        for name in before.keys() | after.keys():
            if before.get(name) != after.get(name):
                write_setting(self._path, f"keys.{name}", after.get(name))

    def _names(self) -> list[str]:
        return [(it.id or "").replace("-", ".") for it in self.query(Field)]

    def _typed_in(self, name: str) -> str:
        value = self.value(name.replace(".", "-"))
        return _SCREENS[value] if name == "first_screen" else value


def _number(name: str, label: str, value: int | None, meaning: str) -> Field:
    return text_field(
        label,
        str(value),
        problem=partial(problem, name),
        preview=lambda _: meaning,
        id=name.replace(".", "-"),
    )
