"""Every key of the program, said once: footer, palette and help read from here.

The same key means the same thing everywhere; a screen lists the ones that mean something on it. `show` is
whether the footer may name the key; the tooltip is its line in the help and in the palette.
"""

from __future__ import annotations

from textual.binding import Binding


def _key(
    key: str, action: str, label: str, tip: str, *, name: str = "", show: bool = True, shown_as: str = ""
) -> Binding:
    """Return a key that the user may change: in the settings file it is known by its name, else its action."""
    return Binding(
        key, action, label, show=show, tooltip=tip, id=name or action, key_display=shown_as or None
    )


def _fixed(key: str, action: str, label: str, tip: str, *, show: bool = True, shown_as: str = "") -> Binding:
    """Return a key that stays what it is: in dialogs letters are typed, and their keys must go along with that."""
    return Binding(key, action, label, show=show, tooltip=tip, key_display=shown_as or None)


# Between the screens
FOLLOW_UPS = _key("1", "go('follow_ups')", "Follow-ups", "Who needs me today", name="follow_ups", show=False)
CONTACTS = _key("2", "go('contacts')", "Contacts", "Everybody you know", name="contacts", show=False)
EVENTS = _key("3", "go('events')", "Events", "Prepare and debrief events", name="events", show=False)
GIVE = _key("4", "go('give')", "Give", "What you could do for others", name="give", show=False)
INSIGHTS = _key(
    "5", "go('insights')", "Insights", "How your network does, as pictures", name="insights", show=False
)

# Everywhere
CAPTURE = _key("a", "capture", "Add", "Quick capture: one line about somebody")
CAPTURE_MODE = _key(
    "A", "capture_mode", "Capture mode", "At the event: one line after the other, nothing else", show=False
)
LOG_LINE = _key(
    "L",
    "log_line",
    "Log a line",
    "Log in a sentence: had a call with Maya today",
    name="log_line",
    show=False,
)
SEARCH = _key("slash", "search", "Search", "Search contacts", shown_as="/")
UNDO = _key("u,ctrl+z", "undo", "Undo", "Take the last change back (many steps)", show=False, shown_as="u")
REDO = _key("ctrl+r", "redo", "Redo", "Do again what was undone", show=False)
HELP = _key("question_mark,f1", "help", "Help", "Help for where you are", shown_as="?")
HELP_ANYWHERE = Binding(
    "f1",
    "help",
    "Help",
    tooltip="Explain the field or the page in front of you, in dialogs too",
    priority=True,
)
JUMP = _key(
    "J,f7",
    "jump",
    "Jump",
    "Jump: a letter over every part of the page; press it to go there",
    show=False,
    shown_as="J",
)
JUMP_ANYWHERE = Binding(
    "f7",
    "jump",
    "Jump",
    show=False,
    tooltip="Jump to any part or field by a letter, in dialogs too",
    priority=True,
)
NOWHERE = _fixed("escape", "back", "Stay: or press the letter of where to go", "Go nowhere")
HIDE_TOUR = _fixed(
    "full_stop", "hide_tour", "Hide the tour", "Hide the tour's line", show=False, shown_as="."
)
HOW_TO = _fixed("question_mark", "how_to", "How do I …", "Where everyday things are", shown_as="?")
EXPLAINED = _fixed("question_mark", "explained", "Keys here", "Back to the keys of the page", shown_as="?")
PALETTE = _key("ctrl+p", "command_palette", "Palette", "Every command, contact and event by name", show=False)
PROFILE = _key("y", "profile", "You", "Who you are: name, pitch, what you offer and look for", show=False)
PHRASEBOOK = _key(
    "quotation_mark",
    "phrasebook",
    "Phrases",
    "What to say when you join, leave, or don't know what to say",
    show=False,
    shown_as='"',
)
TEMPLATES = _key(
    "D", "templates", "Templates", "The templates of messages, and how to write your own", show=False
)
SETTINGS = _key(
    "comma",
    "settings",
    "Settings",
    "Days of the tiers, tone, colours, first screen, keys",
    show=False,
    shown_as=",",
)
REVIEW = _key("R", "review", "Review", "The weekly review: promises, people, events, new faces", show=False)
MERGE = _key(
    "M", "merge", "Merge", "People who may be there twice: compare, and make one record of two", show=False
)
TRIAGE = _key(
    "T", "triage", "Triage", "Decide how close to keep those who came in bulk, twenty at a time", show=False
)
QUIT = _key("q", "leave", "Quit", "Save and quit", show=False)
QUIT_ANYWHERE = Binding(
    "ctrl+q",
    "leave",
    "Quit",
    show=False,
    tooltip="Save and quit, from dialogs too; asks first if something was typed",
    priority=True,
)
QUIT_HERE = _fixed("q", "leave", "Quit", "Save and quit")
LEAVE_ALONE = _fixed("q,escape", "leave", "Leave it", "Leave the file as it is, and quit", shown_as="q")

# On what is highlighted, wherever it means something
NEW = _key("n", "new", "New", "Make a new one")
EDIT = _key("e", "edit", "Edit", "Edit it")
OPEN = _fixed("enter", "open", "Open", "Open it")
LOG = _key("l", "log", "Log", "Log a call, a coffee, a message")
DONE = _key("d", "done", "Done", "Done: log the touch and close it")
SNOOZE = _key("s", "snooze", "Snooze", "Hide until a date")
SKIP = _key("x", "skip", "Skip", "Skip this time: a check-in for one interval, anything else for a week")
TRIED = _key("t", "tried", "Tried", "Tried and didn't get through; comes back in a week")
REACHED = _key("t", "tried", "Tried or reached", "Make an attempt a touch, or a touch an attempt", show=False)
HISTORY = _key("h", "history", "History", "What happened and what is open: put right, move, remove")
MESSAGE = _key("m", "message", "Message", "Draft a message")
INTRODUCE = _key("i", "introduce", "Introduce", "Bring two people together; both are asked first")
OTHERS = _key("o", "others", "Others", "Show other things to say")
EXPLAIN = _key("W", "explain", "Why", "Why is this here? The whole reckoning of the person", show=False)
PAUSE = _key("P", "pause", "Pause", "Pause check-ins with this person, or take them up again", show=False)
QUIET = _key(
    "Q", "quiet", "Quiet", "Keep the milestones of this person quiet, or hear of them again", show=False
)
FOCUS = _key("f", "focus_row", "Focus", "Focus: one person at a time, for a quarter of an hour", show=False)
MARK = _key("space", "mark", "Tick", "Tick it, or take the tick back")
READ = _fixed("space", "mark", "Read", "You read it; again takes that back")
MARK_ROW = _key("space", "mark", "Mark", "Mark it, to deal with several at once", show=False)
ARCHIVE = _key("z", "archive", "Archive", "Archive, or bring back", show=False)
DELETE = _key("delete,backspace", "remove", "Remove", "Remove it", show=False)
BRIEF = _key("b", "brief", "Brief", "One page to carry")
PRACTICE = _key("p", "practice", "Practise", "Practise: cards with people and words, two minutes")
WRAP_UP = _key("w", "wrap_up", "Wrap up", "Debrief: write down who you met and what was promised")
AGAIN = _key("r", "again", "Again", "The next time of this event, with what you learnt")
CALL_OFF = _key(
    "c", "call_off", "Called off", "Mark as not taking place, or as taking place after all", show=False
)
DECLINE = _key(
    "c", "call_off", "Declined", "One of them would rather not: let it rest", name="decline", show=False
)

# Back from where one is
BACK = _fixed("escape", "back", "Back", "Go back", show=False)
CLOSE = _fixed("escape", "back", "Close", "Close this page")
CLOSE_TOO = _fixed("escape,question_mark", "back", "Close", "Close this page", shown_as="esc")
CANCEL = _fixed("escape", "back", "Back", "Close without saving; asks first if something was typed")
LEAVE = _fixed("escape", "back", "Leave", "Leave; everything so far is kept, and goes on from there")
FINISH = _fixed("escape", "back", "Finish", "Finish, and see what was achieved")
ENOUGH = _fixed("escape", "back", "Enough", "Enough for today; it goes on from here another day")

# In dialogs: letters go into the fields there
SAVE = _fixed("ctrl+s", "save", "Save", "Save and close")
WITH = _fixed("ctrl+t", "with", "With", "Choose who took part")
OFFER = _fixed("f5", "offer", "Suggest", "Put a suggestion into the field; again for another")
EDITOR = _fixed("f9", "editor", "Editor", "Go on with a long text in the editor that EDITOR names")
ALL_FIELDS = _fixed("f6", "all_fields", "All fields", "Go on in the log with all its fields")
TAKE_BACK = _fixed("ctrl+z", "undo", "Take back", "Take the last line back")
LET_GO = _fixed("f8", "let_go", "Let go", "Close it without a touch; it stays in the history")

# Choosing from a list
TAKE = _fixed("ctrl+s", "save", "Take", "Take those marked, or the one highlighted")
TAKE_PERSON = _fixed("ctrl+s", "save", "Take", "Take what is highlighted")
TAKE_FIELD = _fixed("enter,ctrl+s", "save", "Take", "Take what is highlighted", shown_as="⏎")
MARK_ONE = _fixed("tab,ctrl+t", "mark", "Mark", "Mark or unmark, to choose several", shown_as="tab")
MARK_HERE = _fixed("space,tab", "mark", "Mark", "Mark or unmark, to write to several", shown_as="space")
SOMEBODY_ELSE = _fixed("o", "others", "Somebody else", "Find somebody who is not on the list")

# A message, and pages to carry along
SENT = _fixed("ctrl+s", "save", "Sent: log it", "It is sent: log it and close the follow-up")
KIND = _fixed("f5", "kind", "Kind", "Write another kind of message: thanks, a LinkedIn note ...")
COPY = _fixed("f2", "copy", "Copy", "Send the text to the clipboard")
MAIL = _fixed("f3", "mail", "Mail", "Open it in the mail program")
TO_FILE = _fixed("f4", "to_file", "File", "Save it as a text file")

# Follow-ups and Focus
PASS_BY = _fixed("right", "screen.pass_by", "Later", "Leave it for later, and go on")
TAKE_UP = _fixed("left", "screen.take_up", "Before", "Go back to the one left for later", show=False)
MORE_TIME = _fixed("plus,equals_sign", "time(5)", "More time", "Five minutes more", show=False, shown_as="+")
LESS_TIME = _fixed("minus", "time(-5)", "Less time", "Five minutes less", show=False)
REST = _fixed("enter", "rest", "Go on", "Go through what was left for later")

# Contacts
TO_LIST = _fixed("enter", "submit", "To the list", "Go to those found; nobody found: add them")
FILTERS = _fixed("question_mark", "ask_help", "Filters", "What the search line understands", shown_as="?")
COMPLETE = _fixed("tab", "complete", "Complete", "Complete the last word")
OUT_OF_SEARCH = _fixed("escape", "screen.back", "Back", "Back to the list; escape there clears the search")
SORT = _key("S", "sort", "Sort", "Order by name, last touch, due, tier or day met", show=False)
MARK_ALL = _key("ctrl+a", "mark_all", "Mark all", "Mark everybody found, or let their marks go", show=False)
WALK_BACK = _key(
    "less_than_sign", "walk_back", "Through whom", "Go to who introduced them", show=False, shown_as="<"
)
WALK_ON = _key(
    "greater_than_sign", "walk_on", "To whom", "Go to whom they introduced", show=False, shown_as=">"
)
PRIVATE = _key("v", "private", "Private", "Show private notes; hidden again when you move on", show=False)

# The history with somebody
NEW_PROMISE = _fixed("n", "new", "Promise", "Write down a promise, theirs or yours, or a next step")
DELETE_HERE = _fixed("delete,backspace", "remove", "Remove", "Take it out, or let it go", shown_as="del")

# People who are there twice, and those who came in bulk
COMPARE = _fixed("enter", "choose", "Compare", "See the two side by side")
TWO_PEOPLE = _fixed("x", "skip", "Two people", "These are two people: don't ask again")
MERGE_THEM = _fixed("M,ctrl+s", "merge", "Merge", "Make one record of the two", shown_as="M")
TAKE_LEFT = _fixed("left", "screen.take('left')", "Left", "Take what the left one says")
TAKE_RIGHT = _fixed("right", "screen.take('right')", "Right", "Take what the right one says")
TAKE_BOTH = _fixed("space", "screen.take('both')", "Both", "Take what both say")
PASS_ON = _fixed("x,right", "skip", "Skip", "Leave them for another day", shown_as="x")
ONE_BACK = _fixed("left", "one_back", "Before", "Go back to the one before")
GO_ON = _fixed("enter", "go_on", "Go on", "The next twenty")

# Prep
OPEN_ROW = _fixed("enter", "choose", "Open", "Open, take or pin what is highlighted")
CHOOSE_WAY = _fixed("enter", "choose", "Choose", "Choose what is highlighted; asks before anything is done")
COUNT_UP = _fixed("plus,equals_sign,space", "count(1)", "Count", "Count one more", shown_as="+")
COUNT_DOWN = _fixed("minus", "count(-1)", "Less", "Count one less", shown_as="-")
TAKE_IDEA = _fixed("space", "take", "Take", "Take this goal")
PIN = _fixed("space", "pin", "Pin", "Pin these words, or let them go")
SAID = _fixed("d", "done", "Said", "You said it: it is not offered there again")
WORKED = _fixed(
    "plus,equals_sign", "worked", "Worked", "You said it and it led somewhere: more like it", shown_as="+"
)
PART_NEXT = _fixed("right", "screen.part(1)", "Next part", "Go to the next part", show=False)
PART_BEFORE = _fixed("left", "screen.part(-1)", "Part before", "Go to the part before", show=False)

# Weekly review
TICK = _fixed("enter", "tick", "Tick", "Tick the part off, and go on with the next", show=False)

# Practice
WRITE_PITCH = _fixed("enter", "write_pitch", "Write it", "Write your pitch")
SHOW_CARD = _fixed("space", "reveal", "Show", "Show what you could say; of the pitch start the clock")
ONCE_MORE = _fixed("space", "once_more", "Once more", "Go through the cards once more")
NOT_YET = _fixed("left", "screen.rate(1)", "Not yet", "It did not come yet: the card returns soon")
NEARLY = _fixed("space", "screen.rate(2)", "Nearly", "It nearly came: the card returns once")
EASILY = _fixed("right", "screen.rate(3)", "Easily", "It came easily: the card is done")

# Debrief
MET = _fixed("enter", "choose", "Write", "You met, or go on: open what is highlighted")
MET_BRIEFLY = _fixed("d", "met", "Met", "You met, and there is nothing to add just now")
NOT_MET = _fixed("x", "not_met", "Not met", "You did not meet; again takes that back")
LATER = _fixed("s", "later", "Later", "Decide later; again takes that back")
UNDO_HERE = _fixed("u", "app.undo", "Undo", "Take the last change back (many steps)")
QUEUE = _fixed("1", "queue", "Queue", "Close this page and show the queue")

# Insights
BEHIND = _fixed("enter", "choose", "People", "The people behind the figure")
EARLIER = _fixed("left", "screen.period(1)", "Earlier", "The period before")
LATER_YEAR = _fixed("right", "screen.period(-1)", "Later", "The period after")

# Files in and out
IMPORT_FILE = _key(
    "ctrl+o", "import_file", "Import", "Import people, messages and calendars from a file", show=False
)
IMPORT = _fixed("ctrl+s", "save", "Import", "Read the file, then take what was read")
COLUMNS = _fixed("f2", "columns", "Columns", "Put right what the columns of a table are taken for")
COLUMN_NEXT = _fixed(
    "right,space", "step(1)", "Next field", "Let the column become the next field", shown_as="→"
)
COLUMN_BEFORE = _fixed("left", "step(-1)", "Before", "Let the column become the field before", shown_as="←")
COLUMN_OPEN = _fixed("enter", "choose_field", "Choose", "Choose what the column becomes from all fields")
COLUMN_TAKE = _fixed("ctrl+s", "save", "Go on", "Read the table with these columns")
EXPORT = _key("X", "export", "Export", "Write those marked, those found, or everybody, to a file", show=False)
WRITE_FILE = _fixed("ctrl+s", "save", "Write", "Write the file")

# Questions
TAKE_ANSWER = _fixed("enter", "take", "Choose", "Give the answer highlighted")
