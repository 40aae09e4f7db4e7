"""The ways to screens and dialogs that are not seen at once: each is loaded when it is first opened.

Loading all of them takes about 0.2 s, which whoever opens Kith of a morning would wait for. Every import that
is put off for that reason is here; `load_all` fetches them once the first screen is painted.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.command import Provider
    from textual.screen import Screen

    from tui.clock import Clock
    from tui.model.records import Contact, Event, FollowUp
    from tui.rules.queue.ranking import Queue, Row
    from tui.screens.about_you import AboutYou
    from tui.screens.capture import CaptureDialog
    from tui.screens.capture_mode import CaptureMode
    from tui.screens.contacts import ContactsScreen
    from tui.screens.done import DoneDialog
    from tui.screens.draft import DraftDialog
    from tui.screens.duplicates import DuplicatesScreen
    from tui.screens.events import EventsScreen
    from tui.screens.explain import ExplainScreen
    from tui.screens.export import ExportDialog
    from tui.screens.focus import FocusScreen
    from tui.screens.give import GiveScreen
    from tui.screens.help import HelpScreen
    from tui.screens.history import HistoryDialog
    from tui.screens.insights import InsightsScreen
    from tui.screens.introduce import IntroduceDialog
    from tui.screens.jump import JumpScreen
    from tui.screens.log_line import LogLine
    from tui.screens.merge import MergeScreen
    from tui.screens.phrasebook import Phrasebook
    from tui.screens.practice import PracticeScreen
    from tui.screens.profile_form import ProfileForm
    from tui.screens.review import ReviewScreen
    from tui.screens.settings import SettingsForm
    from tui.screens.snooze import SnoozeDialog
    from tui.screens.step import StepDialog
    from tui.screens.templates import TemplatesScreen
    from tui.screens.triage import TriageScreen
    from tui.screens.welcome import WelcomeScreen
    from tui.store.book import Book

_MODULES = (
    # What several of them stand on comes by itself first: no step is to be felt by whoever presses a key.
    "tui.rules.content",
    "tui.rules.starters",
    "tui.rules.drafts.rows",
    "tui.screens.done",
    "tui.screens.snooze",
    "tui.screens.draft",
    "tui.screens.form",
    "tui.actions.importing",
    "tui.screens.importing",
    "tui.screens.history",
    "tui.screens.contacts",
    "tui.screens.capture",
    "tui.screens.prep",
    "tui.screens.debrief",
    "tui.screens.events",
    "tui.screens.help",
    "tui.screens.palette",
    "tui.screens.profile_form",
    "tui.screens.give",
    "tui.screens.introduce",
    "tui.screens.merge",
    "tui.screens.triage",
)


def load_all() -> Iterator[None]:
    """Load one module after the other, a step each, so that keys are answered in between."""
    for name in _MODULES:
        import_module(name)
        yield


# The screens of the number keys


def contacts(book: Book, clock: Clock) -> ContactsScreen:
    """Return the contacts screen."""
    from tui.screens.contacts import ContactsScreen

    return ContactsScreen(book, clock)


def events(book: Book, clock: Clock) -> EventsScreen:
    """Return the events screen."""
    from tui.screens.events import EventsScreen

    return EventsScreen(book, clock)


def give(book: Book, clock: Clock) -> GiveScreen:
    """Return the screen of what you could do for others."""
    from tui.screens.give import GiveScreen

    return GiveScreen(book, clock)


def insights(book: Book, clock: Clock) -> InsightsScreen:
    """Return the insights screen."""
    from tui.screens.insights import InsightsScreen

    return InsightsScreen(book, clock)


# Open from everywhere


def welcome(book: Book, clock: Clock) -> WelcomeScreen:
    """Return the welcome on an empty file."""
    from tui.screens.welcome import WelcomeScreen

    return WelcomeScreen(book, clock)


def help_about(about: Screen[object]) -> HelpScreen:
    """Return the help for a screen."""
    from tui.screens.help import HelpScreen

    return HelpScreen(about)


def jump(below: Screen[object]) -> JumpScreen:
    """Return letters over every part of a screen."""
    from tui.screens.jump import JumpScreen

    return JumpScreen(below)


def commands() -> type[Provider]:
    """Return what fills the palette."""
    from tui.screens.palette import KithCommands

    return KithCommands


def capture(book: Book, clock: Clock, *, event: Event | None = None, typed: str = "") -> CaptureDialog:
    """Return the dialog for a captured line."""
    from tui.screens.capture import CaptureDialog

    return CaptureDialog(book, clock, event=event, typed=typed)


def capture_mode(book: Book, clock: Clock, event: Event | None = None) -> CaptureMode:
    """Return the screen for lines one after the other, at an event."""
    from tui.screens.capture_mode import CaptureMode

    return CaptureMode(book, clock, event=event)


def log_line(book: Book, clock: Clock, typed: str = "") -> LogLine:
    """Return the dialog that logs what is said in a sentence."""
    from tui.screens.log_line import LogLine

    return LogLine(book, clock, typed)


def profile(book: Book, clock: Clock) -> ProfileForm:
    """Return the form for yourself."""
    from tui.screens.profile_form import ProfileForm

    return ProfileForm(book, clock)


def about_you(book: Book, clock: Clock) -> AboutYou:
    """Return the four questions about yourself."""
    from tui.screens.about_you import AboutYou

    return AboutYou(book, clock)


def settings(book: Book, clock: Clock) -> SettingsForm:
    """Return the form for the settings."""
    from tui.screens.settings import SettingsForm

    return SettingsForm(book, clock)


def phrasebook(book: Book, clock: Clock) -> Phrasebook:
    """Return what to say, by situation."""
    from tui.screens.phrasebook import Phrasebook

    return Phrasebook(book, clock)


def templates(book: Book, clock: Clock) -> TemplatesScreen:
    """Return the templates of messages."""
    from tui.screens.templates import TemplatesScreen

    return TemplatesScreen(book, clock)


def review(book: Book, clock: Clock) -> ReviewScreen:
    """Return the weekly review."""
    from tui.screens.review import ReviewScreen

    return ReviewScreen(book, clock)


# The queue, and its rows


def done(book: Book, clock: Clock, rows: Sequence[Row]) -> DoneDialog:
    """Return the dialog that logs the touch and closes a row, or several at once."""
    from tui.screens.done import DoneDialog

    return DoneDialog(book, clock, *rows)


def snooze(book: Book, clock: Clock, rows: Sequence[Row]) -> SnoozeDialog:
    """Return the dialog that asks until when a row is hidden, or several."""
    from tui.screens.snooze import SnoozeDialog

    return SnoozeDialog(book, clock, *rows)


def draft(book: Book, clock: Clock, contact: str, row: Row | None = None) -> DraftDialog:
    """Return the dialog with a message to somebody."""
    from tui.screens.draft import DraftDialog

    return DraftDialog(book, clock, contact, row)


def reckoning(book: Book, clock: Clock, contact: str, found: Queue | None = None) -> ExplainScreen:
    """Return the page that says why somebody is in the queue, or not."""
    from tui.screens.explain import ExplainScreen

    return ExplainScreen(book, clock, contact, found)


def focus(book: Book, clock: Clock, first: str) -> FocusScreen:
    """Return a timed sitting with the queue, from the row named first."""
    from tui.screens.focus import FocusScreen

    return FocusScreen(book, clock, first)


# People


def step(book: Book, clock: Clock, contact: Contact, follow_up: FollowUp | None = None) -> StepDialog:
    """Return the form for a promise or another step."""
    from tui.screens.step import StepDialog

    return StepDialog(book, clock, contact, follow_up)


def history(book: Book, clock: Clock, contact: Contact) -> HistoryDialog:
    """Return everything that happened with somebody."""
    from tui.screens.history import HistoryDialog

    return HistoryDialog(book, clock, contact)


def introduce(book: Book, clock: Clock, contact: str = "") -> IntroduceDialog:
    """Return the dialog that brings two people together, one of them (uid) given or not."""
    from tui.screens.introduce import IntroduceDialog

    return IntroduceDialog(book, clock, contact)


def duplicates(book: Book, clock: Clock) -> DuplicatesScreen:
    """Return the pairs of contacts who may be one person."""
    from tui.screens.duplicates import DuplicatesScreen

    return DuplicatesScreen(book, clock)


def merge(book: Book, clock: Clock, first: str, second: str, *, why: str = "") -> MergeScreen:
    """Return two contacts side by side, to be made one or told apart."""
    from tui.screens.merge import MergeScreen

    return MergeScreen(book, clock, first, second, why=why)


def triage(book: Book, clock: Clock) -> TriageScreen:
    """Return those who came in bulk, one at a time."""
    from tui.screens.triage import TriageScreen

    return TriageScreen(book, clock)


def export(book: Book, clock: Clock, contacts: tuple[str, ...] = ()) -> ExportDialog:
    """Return the dialog that writes everybody, or the contacts (uid) given, to a file."""
    from tui.screens.export import ExportDialog

    return ExportDialog(book, clock, contacts)


# Events


def practice(book: Book, clock: Clock, event: str) -> PracticeScreen:
    """Return the practice of an event (uid)."""
    from tui.screens.practice import PracticeScreen

    return PracticeScreen(book, clock, event)
