"""What the help says: what each page is for and the next step on it, fields, the capture line, dates."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from tui.view import strip
from tui.view.cells import width
from tui.view.lines import Line, columns, fit_line, line, wrapped

CAPTURE_LINE = (
    ("Maya Lin", "the name: all words before the first mark"),
    ("@Acme, design lead", "organisation, and after the comma what they do there"),
    ("#climate", "an interest, one word"),
    (": hiring, moving", "what you talked about"),
    ("!send the deck by fri", "your promise, with a date if there is one"),
    ("<the report by 1 dec", "their promise to you"),
    ("?a hardware founder", "what they need"),
    ("+knows grid rules", "what they offer"),
    (">tue", "when to write"),
    ("~Ada Obi", "who introduced you"),
    ("=close", "how close: inner, close, active, wide, ambient"),
    ("* ** ***", "how deep the conversation was"),
    ("maya@acme.example", "addresses, phone numbers and profiles, anywhere"),
    ("\\#", "a backslash takes a mark's meaning away"),
)
DATES = (
    "Type them as you say them: fri, tomorrow 9am, in 2 weeks, 2w, 3 days ago, 1 dec, 2026-12-05, "
    "end of month. The day that was understood stands below before anything is saved."
)
HERE_ROWS = 4
"""Lines of keys that stand at the top of the help; all of them stand below, each with its sentence."""
_CELL, _GAP = 15, 2
"""Cells of a key and its word, and between two of them."""


class Page(msgspec.Struct, frozen=True):
    """What the help says first of a screen or a dialog."""

    name: str
    """What it is called, for the title."""
    what: str
    """What it is for."""
    then: str
    """The next sensible step."""
    empty: str = ""
    """The next step where nothing is on it yet; empty if that is the same."""
    signs: tuple[tuple[str, str], ...] = ()
    """The signs that stand on it, and what they mean."""


_SAVE = "Fill in what you know; ctrl+s saves, escape leaves."
_TAKE = "Move to the one that fits; enter takes it, escape leaves it."
_LINE_STEP = "Type a name, then what you learnt; enter saves, and the line is free for the next."

PAGES: dict[str, Page] = {
    "FollowUpsScreen": Page(
        "Follow-ups",
        "Who needs you today, why, and words to start with.",
        "m drafts words for the person highlighted; d when you have been in touch, s for another day.",
        "a adds somebody you met: one line is enough. 3 holds your events.",
        signs=(
            ("■ ● ○", "overdue, due, soon"),
            ("▲ ◆", "a word after an event: three days on, two days on"),
            ("◆ ◇", "an event to look back at, the next one"),
            strip.SIGNS,
        ),
    ),
    "ContactsScreen": Page(
        "Contacts",
        "Everybody you know. Type after / to find them by anything you noted.",
        "/ finds somebody; l logs a call, e puts right what stands there.",
        "n adds somebody, a does it in one line, ctrl+o brings in an address book.",
    ),
    "EventsScreen": Page(
        "Events",
        "Where you will meet people. Enter opens the preparation of what is to come, the debrief of what was.",
        "enter prepares the event highlighted; n makes a new one, w writes down how it went.",
        "n makes your first event: a name and a day are enough.",
        signs=(
            ("◇ ◆ ✓ ·", "to come, to debrief, looked back at, cancelled"),
            ("▇▇··", "how much of it is done"),
        ),
    ),
    "GiveScreen": Page(
        "Give",
        "What you could do for others: introductions, things to share, days worth a word.",
        "enter opens the row highlighted, m writes the message; right shows the next part.",
        "i brings two people together; n keeps something worth passing on.",
    ),
    "InsightsScreen": Page(
        "Insights",
        "How your network does, as pictures. A look back, and no marks given.",
        "enter shows the people behind a figure; left and right change the period.",
        "a adds somebody; the pictures draw themselves from what you log.",
    ),
    "PrepScreen": Page(
        "Preparation",
        "Getting ready: goals, things to pack, the people you hope to meet, and words for them.",
        "right goes to the next part; space ticks, n adds, p practises, b makes a page to carry.",
        signs=(
            ("● ○ ·", "people: must, would like to, if it happens"),
            ("○ ✓ +", "goals: to reach, reached, one to take"),
            ("★ ✎", "words pinned, words of your own"),
        ),
    ),
    "DebriefScreen": Page(
        "Debrief",
        "Five minutes while it is fresh: whom you met, what was said, what was promised.",
        "enter writes about the person highlighted; d if you just met, x if you did not; a adds a new face.",
        signs=(("○ ● – …", "to do, met, not met, later"),),
    ),
    "ClosingScreen": Page(
        "After the debrief",
        "What the event leaves: promises, and a word to everybody you met.",
        "m drafts a message to whoever is highlighted; 1 shows the queue, escape goes back.",
    ),
    "FocusScreen": Page(
        "Focus",
        "One person at a time, for as long as you chose. What is passed over comes again at the end.",
        "m drafts, d closes; right leaves somebody for later, escape finishes.",
    ),
    "ReviewScreen": Page(
        "Weekly review",
        "Once a week: promises both ways, people to write to, events ahead, new faces.",
        "enter takes the part highlighted; it goes on from there whenever you come back.",
    ),
    "TemplatesScreen": Page(
        "Templates",
        "The templates that messages are drafted from, as they read to somebody you know.",
        "e puts the one highlighted into your own file, to be changed.",
    ),
    "DuplicatesScreen": Page(
        "Duplicates",
        "People who may be in the file twice. Nobody is merged without you.",
        "enter compares the two, M makes one of them, x says that they are two people.",
    ),
    "MergeScreen": Page(
        "Merging",
        "The same person twice, side by side: choose what the one record will say.",
        "left, right or space chooses for the line highlighted; M merges. u takes it back later.",
    ),
    "TriageScreen": Page(
        "Triage",
        "People who came in bulk, twenty at a time: decide how close to keep each of them.",
        "One key decides, x leaves somebody for another day, escape is enough for today.",
    ),
    "PracticeScreen": Page(
        "Practice",
        "Two minutes with cards: say it aloud first, then look.",
        "space shows what you could say; then left, space or right tells how it came.",
    ),
    "WelcomeScreen": Page(
        "Welcome",
        "The file is empty, and this is where to begin.",
        "enter goes through the door highlighted. The sample network is safe to play with.",
    ),
    "JumpScreen": Page(
        "Jump",
        "A letter on every part of the page.",
        "Press the letter of where you want to go; escape stays.",
    ),
    "CaptureDialog": Page(
        "Quick capture", "One line about somebody: everything you learnt, as it comes to mind.", _LINE_STEP
    ),
    "CaptureMode": Page(
        "Capture mode", "One line after the other, at the event, with nothing in the way.", _LINE_STEP
    ),
    "LogLine": Page(
        "Log a line",
        "What happened, in a sentence: had a call with Maya today about the grid.",
        "enter logs it as understood below; f6 goes on with all fields.",
    ),
    "DoneDialog": Page(
        "Done", "You have been in touch: how, and what was said.", "enter logs it and closes the row."
    ),
    "SnoozeDialog": Page(
        "Snooze", "Hide it until a day. It comes back as it is.", "Type the day; enter saves."
    ),
    "DraftDialog": Page(
        "Message",
        "A message to send yourself: Kith writes a draft, and sends nothing.",
        "Change the words, then f2 copies, f3 opens the mail program; ctrl+s once it is sent.",
    ),
    "GiftDraft": Page(
        "Message",
        "A message to pass something on.",
        "Change the words, then f2 copies, f3 opens the mail program; ctrl+s once it is sent.",
    ),
    "LogDialog": Page("Log", "A call, a coffee, a message: what was said, and what comes next.", _SAVE),
    "StepDialog": Page("Promise", "A promise, theirs or yours, or a next step, with its day.", _SAVE),
    "HistoryDialog": Page(
        "History",
        "Everything that happened between you, and what is open.",
        "enter puts the row highlighted right; l logs, n writes down a promise, del takes out.",
        "l logs a call, a coffee or a message; n writes down a promise.",
    ),
    "ContactForm": Page("Contact", "All that is known of somebody. Only the name is needed.", _SAVE),
    "ProfileForm": Page(
        "Who you are", "You: drafts are signed with it, and openers look for what you share.", _SAVE
    ),
    "AboutYou": Page("Who you are", "Four questions, so that words are yours. All of them can wait.", _SAVE),
    "EventForm": Page("Event", "An event: its name and its day are enough.", _SAVE),
    "GoalForm": Page("Goal", "Something to come home with; a number makes it easy to count.", _SAVE),
    "ItemForm": Page("Checklist", "Something to have done before the day.", _SAVE),
    "SeatForm": Page(
        "Who will be there", "Somebody who will be there: why to talk to them, and what to ask.", _SAVE
    ),
    "ShareForm": Page("Worth sharing", "Something worth passing on, and for whom.", _SAVE),
    "DebriefPerson": Page(
        "Debrief", "What was said, what was promised on both sides, what to ask next time.", _SAVE
    ),
    "LookBack": Page("Looking back", "What worked, and what you would do differently next time.", _SAVE),
    "SettingsForm": Page(
        "Settings", "How Kith works for you. The same stands in a file with comments.", _SAVE
    ),
    "BulkDialog": Page("Several at once", "One change for everybody marked, undone in one step.", _SAVE),
    "ExportDialog": Page(
        "Export",
        "Write people or dates to a file for other programs. Private notes stay here.",
        "Choose who and what kind; ctrl+s writes the file.",
    ),
    "ImportDialog": Page(
        "Import",
        "Bring people, messages or dates in from a file. You see everything before it is taken.",
        "Choose a file or type its path; ctrl+s reads it, and again takes what was read.",
    ),
    "ColumnsDialog": Page(
        "Columns",
        "What the columns of a table are taken for.",
        "right and left change the one highlighted; ctrl+s goes on.",
    ),
    "FieldDialog": Page("Columns", "What this column becomes.", _TAKE),
    "PeopleDialog": Page(
        "People", "Find people by name and take them.", "Type a name; tab marks, enter takes."
    ),
    "AudienceDialog": Page(
        "Who would like it", "Who would like this.", "space marks, ctrl+s takes those marked, o finds others."
    ),
    "BehindDialog": Page(
        "Behind a figure", "The people behind a figure.", "enter opens somebody; escape goes back."
    ),
    "SayDialog": Page(
        "What to say",
        "What to say to this person, each with the fact that it rests on.",
        "space pins what you like; d once you said it, + if it led somewhere. n writes your own.",
    ),
    "WordsDialog": Page("Your own words", "Your own words for this person.", _SAVE),
    "IntroduceDialog": Page("Introduction", "Whom to bring together with whom, and why.", _TAKE),
    "ReasonDialog": Page("Introduction", "Why the two should meet; both are asked first.", _SAVE),
    "OutcomeDialog": Page("Introduction", "What came of an introduction.", _SAVE),
    "Phrasebook": Page(
        "Phrases",
        "Sentences for moments that are hard: joining a group, leaving one, a name that is gone.",
        "Move to the moment; escape closes.",
    ),
    "BriefDialog": Page(
        "Brief", "One page about the event, to print or to carry.", "f2 copies it, f4 saves it as a file."
    ),
    "ExplainScreen": Page(
        "Why", "Why somebody is in the queue, or is not: the whole reckoning.", "escape closes."
    ),
    "Ask": Page(
        "A question",
        "One question.",
        "Press the key that stands before your answer; escape leaves all as it is.",
    ),
    "RecoveryScreen": Page(
        "Recovery", "The file could not be read. Nothing was overwritten.", "Choose a way; enter takes it."
    ),
}
"""By the name of the screen's class."""


def here(page: Page | None, keys: Sequence[tuple[str, str]], wide: int, *, empty: bool = False) -> list[Line]:
    """Return the top of the help: what the page is for, the next step, and the keys that mean something now."""
    lines: list[Line] = []
    if page is not None:
        lines += wrapped(page.what, wide, "strong")
        step = wrapped((empty and page.empty) or page.then, wide - 6)
        lines += [
            ((("Next  " if not number else "      "), "accent"), *each) for number, each in enumerate(step)
        ]
    lines += key_grid(keys, wide)
    return lines


def signs(page: Page | None, wide: int) -> list[Line]:
    """Return what the signs of a page mean; nothing where it has none."""
    if page is None or not page.signs:
        return []
    return [line(("Signs", "heading")), *table(page.signs, wide)]


def key_grid(keys: Sequence[tuple[str, str]], wide: int) -> list[Line]:
    """Return keys with a word each, side by side, in at most `HERE_ROWS` lines."""
    across = max((wide + _GAP) // (_CELL + _GAP), 1)
    shown = keys[: across * HERE_ROWS]
    rows = [shown[at : at + across] for at in range(0, len(shown), across)]
    return [columns([(line((key, "strong"), f" {word}"), _CELL) for key, word in row], _GAP) for row in rows]


def table(rows: Sequence[tuple[str, str]], wide: int) -> list[Line]:
    """Return rows of two columns, the second broken at words where it is long."""
    first = min(max((width(left) for left, _ in rows), default=0) + 2, max(wide * 3 // 5, 10))
    lines: list[Line] = []
    for left, right in rows:
        texts = wrapped(right, wide - first)
        lines.append((*fit_line(line((left, "strong")), first - 2), ("  ", ""), *texts[0]))
        lines.extend(((" " * first, ""), *text) for text in texts[1:])
    return lines
