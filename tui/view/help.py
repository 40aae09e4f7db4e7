"""What the help says: what each page is for and the next step on it, fields, the capture line, dates."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

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

    what: str
    """What it is for."""
    then: str
    """The next sensible step."""
    empty: str = ""
    """The next step where nothing is on it yet; empty if that is the same."""


_SAVE = "Fill in what you know; ctrl+s saves, escape leaves."
_TAKE = "Move to the one that fits; enter takes it, escape leaves it."
_LINE_STEP = "Type a name, then what you learnt; enter saves, and the line is free for the next."

PAGES: dict[str, Page] = {
    "FollowUpsScreen": Page(
        "Who needs you today, why, and words to start with.",
        "m drafts words for the row highlighted; d when you have been in touch, s for another day.",
        "a adds somebody you met: one line is enough. 3 holds your events.",
    ),
    "ContactsScreen": Page(
        "Everybody you know. Type after / to find them by anything you noted.",
        "/ finds somebody; l logs a call, e puts right what stands there.",
        "n adds somebody, a does it in one line, ctrl+o brings in an address book.",
    ),
    "EventsScreen": Page(
        "Where you will meet people. Enter opens the preparation of what is to come, the debrief of what was.",
        "enter prepares the event highlighted; n makes a new one, w writes down how it went.",
        "n makes your first event: a name and a day are enough.",
    ),
    "GiveScreen": Page(
        "What you could do for others: introductions, things to share, days worth a word.",
        "enter opens the row highlighted, m writes the message; right shows the next part.",
        "i brings two people together; n keeps something worth passing on.",
    ),
    "InsightsScreen": Page(
        "How your network does, as pictures. A look back, and no marks given.",
        "enter shows the people behind a figure; left and right change the period.",
        "a adds somebody; the pictures draw themselves from what you log.",
    ),
    "PrepScreen": Page(
        "Getting ready: goals, things to pack, the people you hope to meet, and words for them.",
        "right goes to the next part; space ticks, n adds, p practises, b makes a page to carry.",
    ),
    "DebriefScreen": Page(
        "Five minutes while it is fresh: whom you met, what was said, what was promised.",
        "enter writes about the person highlighted; d if you just met, x if you did not; a adds a new face.",
    ),
    "ClosingScreen": Page(
        "What the event leaves: promises, and a word to everybody you met.",
        "1 shows the queue; escape goes back to the debrief.",
    ),
    "FocusScreen": Page(
        "One person at a time, for as long as you chose. What is passed over comes again at the end.",
        "m drafts, d closes; right leaves somebody for later, escape finishes.",
    ),
    "ReviewScreen": Page(
        "Once a week: promises both ways, people to write to, events ahead, new faces.",
        "enter takes the part highlighted; it goes on from there whenever you come back.",
    ),
    "TemplatesScreen": Page(
        "The templates that messages are drafted from, as they read to somebody you know.",
        "e puts the one highlighted into your own file, to be changed.",
    ),
    "DuplicatesScreen": Page(
        "People who may be in the file twice. Nobody is merged without you.",
        "enter compares the two, M makes one of them, x says that they are two people.",
    ),
    "MergeScreen": Page(
        "The same person twice, side by side: choose what the one record will say.",
        "left, right or space chooses for the line highlighted; M merges. u takes it back later.",
    ),
    "TriageScreen": Page(
        "People who came in bulk, twenty at a time: decide how close to keep each of them.",
        "One key decides, x leaves somebody for another day, escape is enough for today.",
    ),
    "PracticeScreen": Page(
        "Two minutes with cards: say it aloud first, then look.",
        "space shows what you could say; then left, space or right tells how it came.",
    ),
    "WelcomeScreen": Page(
        "The file is empty, and this is where to begin.",
        "enter goes through the door highlighted. The sample network is safe to play with.",
    ),
    "CaptureDialog": Page("One line about somebody: everything you learnt, as it comes to mind.", _LINE_STEP),
    "CaptureMode": Page("One line after the other, at the event, with nothing in the way.", _LINE_STEP),
    "LogLine": Page(
        "What happened, in a sentence: had a call with Maya today about the grid.",
        "enter logs it as understood below; f6 goes on with all fields.",
    ),
    "DoneDialog": Page(
        "You have been in touch: how, and what was said.", "enter logs it and closes the row."
    ),
    "SnoozeDialog": Page("Hide it until a day. It comes back as it is.", "Type the day; enter saves."),
    "DraftDialog": Page(
        "A message to send yourself: Kith writes a draft, and sends nothing.",
        "Change the words, then f2 copies, f3 opens the mail program; ctrl+s once it is sent.",
    ),
    "GiftDraft": Page(
        "A message to pass something on.",
        "Change the words, then f2 copies, f3 opens the mail program; ctrl+s once it is sent.",
    ),
    "LogDialog": Page("A call, a coffee, a message: what was said, and what comes next.", _SAVE),
    "StepDialog": Page("A promise, theirs or yours, or a next step, with its day.", _SAVE),
    "HistoryDialog": Page(
        "Everything that happened between you, and what is open.",
        "enter puts the row highlighted right; l logs, n writes down a promise, del takes out.",
        "l logs a call, a coffee or a message; n writes down a promise.",
    ),
    "ContactForm": Page("All that is known of somebody. Only the name is needed.", _SAVE),
    "ProfileForm": Page("You: drafts are signed with it, and openers look for what you share.", _SAVE),
    "AboutYou": Page("Four questions, so that words are yours. All of them can wait.", _SAVE),
    "EventForm": Page("An event: its name and its day are enough.", _SAVE),
    "GoalForm": Page("Something to come home with; a number makes it easy to count.", _SAVE),
    "ItemForm": Page("Something to have done before the day.", _SAVE),
    "SeatForm": Page("Somebody who will be there: why to talk to them, and what to ask.", _SAVE),
    "ShareForm": Page("Something worth passing on, and for whom.", _SAVE),
    "DebriefPerson": Page("What was said, what was promised on both sides, what to ask next time.", _SAVE),
    "LookBack": Page("What worked, and what you would do differently next time.", _SAVE),
    "SettingsForm": Page("How Kith works for you. The same stands in a file with comments.", _SAVE),
    "BulkDialog": Page("One change for everybody marked, undone in one step.", _SAVE),
    "ExportDialog": Page(
        "Write people or dates to a file for other programs. Private notes stay here.",
        "Choose who and what kind; ctrl+s writes the file.",
    ),
    "ImportDialog": Page(
        "Bring people, messages or dates in from a file. You see everything before it is taken.",
        "Choose a file or type its path; ctrl+s reads it, and again takes what was read.",
    ),
    "ColumnsDialog": Page(
        "What the columns of a table are taken for.",
        "right and left change the one highlighted; ctrl+s goes on.",
    ),
    "FieldDialog": Page("What this column becomes.", _TAKE),
    "PeopleDialog": Page("Find people by name and take them.", "Type a name; tab marks, enter takes."),
    "AudienceDialog": Page("Who would like this.", "space marks, ctrl+s takes those marked, o finds others."),
    "BehindDialog": Page("The people behind a figure.", "enter opens somebody; escape goes back."),
    "SayDialog": Page(
        "What to say to this person, each with the fact that it rests on.",
        "space pins what you like, n writes your own, o shows others.",
    ),
    "WordsDialog": Page("Your own words for this person.", _SAVE),
    "IntroduceDialog": Page("Whom to bring together with whom, and why.", _TAKE),
    "ReasonDialog": Page("Why the two should meet; both are asked first.", _SAVE),
    "OutcomeDialog": Page("What came of an introduction.", _SAVE),
    "Phrasebook": Page(
        "Sentences for moments that are hard: joining a group, leaving one, a name that is gone.",
        "Move to the moment; escape closes.",
    ),
    "BriefDialog": Page(
        "One page about the event, to print or to carry.", "f2 copies it, f4 saves it as a file."
    ),
    "ExplainScreen": Page("Why somebody is in the queue, or is not: the whole reckoning.", "escape closes."),
    "Ask": Page("One question.", "Press the key that stands before your answer; escape leaves all as it is."),
    "RecoveryScreen": Page(
        "The file could not be read. Nothing was overwritten.", "Choose a way; enter takes it."
    ),
}
"""By the name of the screen's class."""

FIELDS: dict[str, str] = {
    "name": "The full name as they write it, in any script. The only thing that is needed.",
    "organisation": "Where they work, study or volunteer. @acme finds it.",
    "title": "What they do there, in their own words.",
    "tier": "How close you choose to keep them: inner every 21 days, close 60, active 180, wide 365, ambient never "
    "due. The days can be changed in the settings.",
    "circle": "Which part of your life they belong to; both is fine.",
    "paused": "While paused no check-in comes up. Promises still do.",
    "every … days": "A rhythm of their own, in days, where the tier's does not fit. Empty follows the tier.",
    "interests": "What they care about, with commas between. #climate finds them, openers build on it.",
    "needs": "What they are looking for, one a line. Give looks for people who can help.",
    "offers": "What they can help with, one a line. needs and offers find each other in Give.",
    "groups": "Schools, employers, clubs, one a line: what you have in common with people.",
    "roles": "What they are to you: mentor, peer, client.",
    "notes": "Anything. The search finds every word of it.",
    "private notes": "For you alone: never in an opener, a draft, a brief or an export.",
    "email": "The address they prefer first.",
    "phone": "Any way of writing a number will do; with + and the country it works everywhere.",
    "profiles": "Addresses such as linkedin.com/in/name, one a line.",
    "place": "Where they live. place:lisbon finds them.",
    "time zone": "Such as Europe/Lisbon. Their local time stands beside their name, so you call at a good hour.",
    "languages": "Languages you can speak with them.",
    "when": "The day: fri, tomorrow 9am, 2w, 3 days ago, 1 dec, end of month.",
    "at event": "One of your events, by name.",
    "through": "Who introduced you: one of your contacts, by name.",
    "how": "How it happened, in a few words or by the choice offered.",
    "given name": "What to call them, where it can't be told from the full name.",
    "family name": "Family name, where it can't be told from the full name.",
    "called": "What friends call them. Drafts greet them so.",
    "name order": "Which of their names comes first; drafts and greetings keep to it.",
    "pronounced": "How to say the name, spelt as it helps you.",
    "pronouns": "Such as they/them.",
    "greeting": "How they like to be greeted: a bow, a kiss on each cheek, first names at once.",
    "good to know": "What is good to know when you meet. Shown beside openers, never used in them.",
    "milestones": "Days worth a word, one a line: birthday 14 March 1990. They come up a week before.",
    "keep quiet": "With yes their milestones never come up.",
    "industry": "The field they work in. industry:energy finds them.",
    "pitch": "Two sentences for “and what do you do?”. Practice asks for them.",
    "you offer": "What you can help with, one a line: it is matched with what others need.",
    "your name": "Messages are signed with it.",
    "what you do": "In a few words, as you would say it to somebody at an event.",
    "you care about": "With commas between. Openers find what you share with people.",
    "you help with": "What you can do for others, one a line: it is matched with what they need.",
    "you look for": "What you are looking for, one a line: it is matched with what others offer.",
    "what about": "What was said, in a few words: the next opener comes from it.",
    "what was said": "In a few words, or nothing. The next opener comes from it.",
    "ask next time": "The thread to pick up. It stands first when you next meet or write.",
    "depth": "How deep the conversation was, from small talk to what matters.",
    "you gave": "Advice, a contact, an article: Give keeps both sides, and shames nobody.",
    "you received": "What they did for you, so that a thank-you is not forgotten.",
    "next step": "What you will do, if anything. With a day it comes up in Follow-ups.",
    "by": "The day it is due. fri, 2w, 1 dec and end of month all work.",
    "show again": "The day it comes back. fri, 2w, 1 dec and end of month all work.",
    "reached": "With no it counts as an attempt: nothing is reset, and it comes back in a week.",
    "with": "Who took part. Enter opens the list.",
    "whose": "Your promise to them, theirs to you, or a next step.",
    "what": "What is to be done, such as: send the deck.",
    "why the day changes": "If it does: a word for later. Nothing is counted against you.",
    "tone": "How drafts sound: warm, plain or formal.",
    "sent by": "How you send it; that is how it is logged.",
    "subject": "The subject of a mail. Other channels leave it out.",
    "goal": "Something to come home with. A number is counted: 3 real conversations.",
    "file": "A path on this machine; ~ is your home.",
}
"""What a field is for, by its label in small letters."""

_KINDS = {
    "Choice": "Left and right choose, or the first letter of the word.",
    "Paragraph": "A few lines; enter begins a new one, tab goes on to the next field.",
    "Entries": "One entry a line; enter begins the next, an empty one goes on.",
    "Button": "Enter opens a list to choose from.",
}
"""How a kind of field is filled in."""
_TYPED = "Type; tab goes on to the next field, and back with shift."


def field_help(label: str, control: str) -> tuple[str, str]:
    """Return what a field with a label is for (empty if that says it all), and how its kind of control is filled in."""
    return FIELDS.get(label.casefold(), ""), _KINDS.get(control, _TYPED)


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


def key_grid(keys: Sequence[tuple[str, str]], wide: int) -> list[Line]:
    """Return keys with a word each, side by side, in at most `HERE_ROWS` lines."""
    across = max((wide + _GAP) // (_CELL + _GAP), 1)
    shown = keys[: across * HERE_ROWS]
    rows = [shown[at : at + across] for at in range(0, len(shown), across)]
    return [columns([(line((key, "strong"), f" {word}"), _CELL) for key, word in row], _GAP) for row in rows]


def table(rows: Sequence[tuple[str, str]], wide: int) -> list[Line]:
    """Return rows of two columns, the second broken at words where it is long."""
    first = min(max((width(left) for left, _ in rows), default=0) + 2, max(wide // 2, 10))
    lines: list[Line] = []
    for left, right in rows:
        texts = wrapped(right, wide - first)
        lines.append((*fit_line(line((left, "strong")), first), *texts[0]))
        lines.extend(((" " * first, ""), *text) for text in texts[1:])
    return lines
