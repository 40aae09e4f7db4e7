"""Every screen, page and dialog that a person can see, each with the keys that bring it up from a fresh start."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
from textual.app import App

from tests.gallery import people
from tests.gallery.files import broken, downloads
from tests.gallery.steps import at, end, full_disk, put_off, reading, stopped, with_file
from tests.gallery.stores import Kept, Reading
from tests.screens.conftest import NOW
from tui.app import KithApp
from tui.clock import Clock
from tui.model.network import Network
from tui.recovery import RecoveryApp
from tui.store.book import Book
from tui.store.keeping import Memory

Doing = Callable[[App[Any]], None]
"""What is done where no key does it: a file that is there, a clock that is stopped."""
FRIDAY = NOW + dt.timedelta(days=3)
"""When the weekly review offers itself."""


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to see."""

    name: str
    """Names its pictures."""
    shows: str
    """The class of the screen or dialog that is then on top."""
    steps: tuple[str | Doing, ...] = ()
    """Keys by name, words to type after '=', or something done."""
    network: Callable[[], Network] = people.rich
    """Who is there."""
    now: dt.datetime = NOW
    """When it is."""
    store: type[Memory] = Kept
    """What becomes of changes."""
    demo: bool = False
    """Whether it is the sample network."""
    toasts: bool = False
    """Whether announcements are shown; they would stand in the way of all else."""
    recovery: bool = False
    """Whether it is the page of a damaged file."""

    def app(self, folder: Path) -> App[Any]:
        """Return the app to be opened, with a folder as the machine's home."""
        downloads(folder / "Downloads")
        clock = Clock(fixed=self.now)
        if self.recovery:
            return RecoveryApp(broken(folder), clock)
        store = Memory() if self.demo else self.store()
        return KithApp(Book(self.network(), store), clock, demo=self.demo)


def _place(name: str, shows: str, *steps: str | Doing, **more: Any) -> Place:
    return Place(name=name, shows=shows, steps=steps, **more)


FOLLOW_UPS = "FollowUpsScreen"
CONTACTS = "ContactsScreen"
EVENTS = "EventsScreen"
GIVE = "GiveScreen"
INSIGHTS = "InsightsScreen"
PREP = ("3", at("forum"), "enter")
DEBRIEF = ("3", at("table"), "w")
MAYA = ("2", at("maya"))

_QUEUE = (
    _place("follow-ups", FOLLOW_UPS, at("deck")),
    _place("follow-ups-event", FOLLOW_UPS, at("event forum")),
    _place("follow-ups-debrief", FOLLOW_UPS, at("debrief table")),
    _place("follow-ups-marked", FOLLOW_UPS, at("deck"), "space", "space"),
    _place("follow-ups-pane", FOLLOW_UPS, at("deck"), "tab"),
    _place("follow-ups-all", FOLLOW_UPS, at("more"), "enter", end),
    _place("follow-ups-review", FOLLOW_UPS, at("review"), now=FRIDAY),
    _place("follow-ups-empty", FOLLOW_UPS, "escape", network=people.empty),
    _place("follow-ups-nobody", FOLLOW_UPS, network=people.begun),
    _place("follow-ups-sample", FOLLOW_UPS, demo=True),
    _place("follow-ups-read-only", FOLLOW_UPS, toasts=True, store=Reading),
    _place("follow-ups-unsaved", FOLLOW_UPS, full_disk, at("check_in"), "x"),
    _place("done", "DoneDialog", at("deck"), "d"),
    _place("done-typed", "DoneDialog", at("deck"), "d", "=sent it", "tab", "tab", "=somewhen", "enter"),
    _place("done-several", "DoneDialog", at("deck"), "space", "space", "d"),
    _place("snooze", "SnoozeDialog", at("deck"), "s"),
    _place("message", "DraftDialog", at("deck"), "m"),
    _place("message-unsigned", "DraftDialog", at("deck"), "m", "escape", network=people.unsigned),
    _place("message-kind", "Ask", at("deck"), "m", "f5"),
    _place("message-again", "Ask", at("deck"), "m", "=And", "f5", "b"),
    _place("why", "ExplainScreen", at("deck"), "W"),
    _place("focus", "FocusScreen", at("deck"), "f"),
    _place("focus-over", "FocusScreen", at("deck"), "f", "x", "x", "escape"),
    _place("review", "ReviewScreen", "R", now=FRIDAY),
    _place("review-person", "ReviewScreen", "R", "down", "down", now=FRIDAY),
    _place("review-over", "ReviewScreen", "R", "space", "space", "space", now=FRIDAY),
    _place("slower", "Ask", at("check_in"), put_off, at("check_in"), "x"),
)
_PEOPLE = (
    _place("contacts", CONTACTS, *MAYA),
    _place("contacts-pane", CONTACTS, *MAYA, "enter"),
    _place("contacts-private", CONTACTS, *MAYA, "enter", "v", *["pagedown"] * 3),
    _place("contacts-searching", CONTACTS, "2", "slash", "=#sto"),
    _place("contacts-found", CONTACTS, "2", "slash", "=needs:map", "enter"),
    _place("contacts-nobody", CONTACTS, "2", "slash", "=Ada Obi"),
    _place("contacts-marked", CONTACTS, *MAYA, "space", "space"),
    _place("contacts-sorted", CONTACTS, "2", "S", "S"),
    _place("contacts-archived", CONTACTS, "2", "slash", "=archived:", "enter"),
    _place("contacts-empty", CONTACTS, "escape", "2", network=people.empty),
    _place("search-help", "SearchHelp", "2", "slash", "question_mark"),
    _place("contact-new", "ContactForm", "2", "n"),
    _place("contact-edit", "ContactForm", *MAYA, "e"),
    _place("contact-edit-end", "ContactForm", *MAYA, "e", *["shift+tab"] * 2),
    _place("contacts-change", "BulkDialog", *MAYA, "space", "space", "e"),
    _place("archive", "Ask", *MAYA, "z"),
    _place("walk", "PeopleDialog", *MAYA, "greater_than_sign"),
    _place("log", "LogDialog", *MAYA, "l"),
    _place("log-several", "LogDialog", *MAYA, "space", "space", "l", *["tab"] * 9),
    _place("log-with", "PeopleDialog", *MAYA, "l", "ctrl+t", "tab", "tab"),
    _place("log-line", "LogLine", "L"),
    _place("log-line-typed", "LogLine", "L", "=had a call with Maya Lin yesterday about the gripper"),
    _place("history", "HistoryDialog", *MAYA, "h"),
    _place("history-edit", "LogDialog", *MAYA, "h", at("talk"), "enter"),
    _place("promise-new", "StepDialog", *MAYA, "h", "n"),
    _place("promise-edit", "StepDialog", at("deck"), "e"),
    _place("introduce", "IntroduceDialog", *MAYA, "i"),
    _place("introduce-search", "IntroduceDialog", *MAYA, "i", "=o"),
    _place("introduce-why", "ReasonDialog", *MAYA, "i", "=Freja", "enter"),
    _place("duplicates", "DuplicatesScreen", "M"),
    _place("merge", "MergeScreen", "M", "enter"),
    _place("merge-nobody", "Ask", "2", at("luca"), "M"),
    _place("triage", "TriageScreen", "T"),
    _place("triage-over", "TriageScreen", "T", "1", "2", "x", "3", "4"),
)
_IN_AND_OUT = (
    _place("import", "ImportDialog", "2", "ctrl+o"),
    _place("import-wrong", "ImportDialog", "2", "ctrl+o", "=nothing.csv", "enter"),
    _place("import-plan", "ImportDialog", "2", "ctrl+o", with_file("~/Downloads/Connections.csv"), "enter"),
    _place("import-reading", "ImportDialog", "2", "ctrl+o", reading),
    _place(
        "import-columns",
        "ColumnsDialog",
        "escape",
        "2",
        "ctrl+o",
        with_file("Downloads/guests.csv"),
        "enter",
        network=people.empty,
    ),
    _place(
        "import-field",
        "FieldDialog",
        "escape",
        "2",
        "ctrl+o",
        with_file("Downloads/guests.csv"),
        "enter",
        "enter",
        network=people.empty,
    ),
    _place("import-guests", "ImportDialog", *PREP, "ctrl+o"),
    _place("export", "ExportDialog", "2", "X"),
    _place("export-some", "ExportDialog", *MAYA, "space", "space", "X"),
    _place("export-replace", "Ask", "2", "X", with_file("Downloads/Connections.csv"), "enter"),
)
_EVENTS = (
    _place("events", EVENTS, "3"),
    _place("events-past", EVENTS, "3", at("alumni")),
    _place("events-called-off", EVENTS, "3", at("panel")),
    _place("events-empty", EVENTS, "escape", "3", network=people.empty),
    _place("event-new", "EventForm", "3", "n"),
    _place("event-edit", "EventForm", "3", at("forum"), "e"),
    _place("event-again", "EventForm", "3", at("alumni"), "r"),
    _place("event-remove", "Ask", "3", at("forum"), "delete"),
    _place("prepare", "PrepScreen", *PREP),
    _place("prepare-checklist", "PrepScreen", *PREP, "right"),
    _place("prepare-people", "PrepScreen", *PREP, "right", "right"),
    _place("prepare-room", "PrepScreen", *PREP, "left"),
    _place("prepare-bare", "PrepScreen", "3", "n", "=Tea with Ada", "tab", "tab", "=sat", "ctrl+s"),
    _place("goal", "GoalForm", *PREP, "e"),
    _place("goal-new", "GoalForm", *PREP, "n"),
    _place("item", "ItemForm", *PREP, "right", "n"),
    _place("who-comes", "PeopleDialog", *PREP, at("person maya"), "n"),
    _place("seat", "SeatForm", *PREP, at("person maya"), "e"),
    _place("say", "SayDialog", *PREP, at("person maya"), "enter"),
    _place("say-own", "WordsDialog", *PREP, "left", "n"),
    _place("brief", "BriefDialog", *PREP, "b"),
    _place("brief-file", "Ask", *PREP, "b", "f4"),
    _place("practice", "PracticeScreen", *PREP, "p"),
    _place("practice-shown", "PracticeScreen", *PREP, "p", "space"),
    _place("practice-pitch", "PracticeScreen", *PREP, "p", stopped),
    _place("practice-over", "PracticeScreen", *PREP, "p", *["space", "right"] * 7, "space", "space", "right"),
    _place("debrief", "DebriefScreen", *DEBRIEF),
    _place("debrief-goal", "DebriefScreen", *DEBRIEF, at("goal 0")),
    _place("debrief-person", "DebriefPerson", *DEBRIEF, "enter"),
    _place("debrief-person-again", "DebriefPerson", *DEBRIEF, at("ama"), "enter"),
    _place("debrief-not-met", "Ask", *DEBRIEF, at("ama"), "x"),
    _place("debrief-look-back", "LookBack", *DEBRIEF, at("worked"), "enter"),
    _place("debrief-finish", "Ask", *DEBRIEF, at("finish"), "enter"),
    _place("debrief-closing", "ClosingScreen", *DEBRIEF, "d", "d", at("finish"), "enter", "s"),
)
_GIVING = (
    _place("give", GIVE, "4"),
    _place("give-introductions", GIVE, "4", "right"),
    _place("give-shares", GIVE, "4", "right", "right"),
    _place("give-ledger", GIVE, "4", "right", "right", "right"),
    _place("give-needs", GIVE, "4", "left"),
    _place("give-empty", GIVE, "escape", "4", network=people.empty),
    _place("give-message", "GiftDraft", "4", at("share"), "m"),
    _place("give-outcome", "OutcomeDialog", "4", "right", at("introduction came"), "e"),
    _place("give-reason", "OutcomeDialog", "4", "right", at("introduction intro"), "e"),
    _place("share-new", "ShareForm", "4", "n"),
    _place("share-edit", "ShareForm", "4", "right", "right", at("share atlas"), "e"),
    _place("share-audience", "AudienceDialog", "4", "right", "right", at("share atlas"), "m", "space"),
    _place("share-nobody", "AudienceDialog", "4", "right", "right", at("share tide"), "m"),
    _place("insights", INSIGHTS, "5"),
    _place("insights-end", INSIGHTS, "5", "end"),
    _place("insights-earlier", INSIGHTS, "5", "left"),
    _place("insights-empty", INSIGHTS, "escape", "5", network=people.empty),
    _place("insights-behind", "BehindDialog", "5", "enter"),
)
_EVERYWHERE = (
    _place("welcome", "WelcomeScreen", network=people.empty),
    _place("welcome-back", "Ask", now=NOW + dt.timedelta(days=40)),
    _place("capture", "CaptureDialog", "a", "=Ada Obi @Salt, grid lead #tides !send the chart by fri"),
    _place("capture-bare", "CaptureDialog", "a"),
    _place("capture-known", "CaptureDialog", "a", "=Maya Lin :the gripper held"),
    _place("capture-tie", "CaptureDialog", "a", "=Maya Lim @Acme Robotics", "enter"),
    _place("capture-saved", "CaptureDialog", "a", "=Ada Obi @Salt", "enter"),
    _place("capture-leave", "Ask", "a", "=Ada", "escape"),
    _place("capture-mode", "CaptureMode", "A", "=Ada Obi @Salt", "enter", "=Bo #tides"),
    _place("capture-mode-bare", "CaptureMode", "A"),
    _place("palette", "CommandPalette", "ctrl+p"),
    _place("palette-found", "CommandPalette", "ctrl+p", "=may"),
    _place("jump", "JumpScreen", "J"),
    _place("jump-in-a-form", "JumpScreen", "2", "n", "f7"),
    _place("phrases", "Phrasebook", "quotation_mark"),
    _place("settings", "SettingsForm", "comma"),
    _place("templates", "TemplatesScreen", "D"),
    _place("you", "ProfileForm", "y"),
    _place("you-four-questions", "AboutYou", at("deck"), "m", network=people.unsigned),
    _place("help", "HelpScreen", "question_mark"),
    _place("help-contacts", "HelpScreen", "2", "question_mark"),
    _place("help-events", "HelpScreen", "3", "question_mark"),
    _place("help-prepare", "HelpScreen", *PREP, "question_mark"),
    _place("help-debrief", "HelpScreen", *DEBRIEF, "question_mark"),
    _place("help-give", "HelpScreen", "4", "question_mark"),
    _place("help-insights", "HelpScreen", "5", "question_mark"),
    _place("help-field", "HelpScreen", "a", "f1"),
    _place("help-how-to", "HelpScreen", "question_mark", "question_mark"),
    _place("toast-done", FOLLOW_UPS, at("deck"), "d", "enter", toasts=True),
    _place("toast-twice", CONTACTS, "2", "n", "=Maya Lin", "tab", "=Acme Robotics", "ctrl+s", toasts=True),
    _place("toast-trouble", FOLLOW_UPS, full_disk, at("check_in"), "x", toasts=True),
    _place("quit-typed", "Ask", "a", "=Ada", "ctrl+q"),
    _place("quit-unsaved", "Ask", full_disk, at("check_in"), "x", "q"),
    _place("recovery", "RecoveryScreen", recovery=True),
    _place("recovery-ask", "Ask", "enter", recovery=True),
    _place("recovery-help", "RecoveryHelp", "question_mark", recovery=True),
)
PLACES: dict[str, Place] = {
    it.name: it for it in (*_QUEUE, *_PEOPLE, *_IN_AND_OUT, *_EVENTS, *_GIVING, *_EVERYWHERE)
}
"""All of them by name."""
