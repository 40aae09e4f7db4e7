"""Twenty everyday things: someone new finds each by the help's second page, and by asking the palette in own words."""

from __future__ import annotations

from tests.journeys.place import Place, go_to
from tests.terminal import Terminal
from tui.view.everyday import THINGS

TWENTY: tuple[tuple[str, str, str, str], ...] = (
    # what one types into the palette, what it offers first, what is there after enter, and what escape closes
    ("new person", "Add a contact", "Quick capture", "Quick capture"),
    ("call", "Log a call", "What happened?", "What happened?"),
    ("mail", "Write a message", "Message to", "Message to"),
    ("snooze", "Snooze until a day", "Show again", "Show again"),
    ("not now", "Skip somebody this time", "(u undoes)", ""),
    ("undo", "Undo", "Undone: ", ""),
    ("done", "Mark as done", "What was said", "What was said"),
    ("find", "Find a person", "f1 Help", "f1 Help"),
    ("filter", "Filter by interest", "Type # and an interest", "f1 Help"),
    ("new event", "New event", "^s Save", "^s Save"),
    ("prepare", "Prepare an event", "enter prepares the event", ""),
    ("rehearse", "Practise what to say", "p practises", ""),
    ("capture", "Take lines at an event", "esc Back", "esc Back"),
    ("debrief", "Debrief an event", "w wraps up", ""),
    ("print", "Brief to carry", "b makes a page", ""),
    ("linkedin csv", "Import people or a calendar", "esc Back", "esc Back"),
    ("backup", "Export to a file", "esc Back", "esc Back"),
    ("duplicate", "Merge duplicates", "esc Close", "esc Close"),
    ("introduced", "See who introduced whom", "New people", ""),
    ("dark", "Change colours and settings", "Opens with", "Opens with"),
)


def test_twenty_everyday_things_are_found_by_the_palette(place: Place) -> None:
    assert len(TWENTY) == 20
    with place.open("2026-11-24 08:30", demo=True, rows=30) as terminal:
        for asked, offered, there, closes in TWENTY:
            terminal.send("1")
            terminal.wait_for("Promises you made", "▌")
            if asked != "undo":
                # Her row was skipped just before; it is what comes back.
                go_to(terminal, "Chidinma")
            ask(terminal, asked, offered)
            terminal.send("enter")
            terminal.wait_for(there)
            if closes:
                terminal.send("escape")
                terminal.wait_gone(closes)
        terminal.send("1", "q")
        assert terminal.ended() == 0


def ask(terminal: Terminal, asked: str, offered: str) -> None:
    """Type words into the palette, and see what is wanted offered first."""
    terminal.send("ctrl+p")
    terminal.wait_for("A command, a person, an event")
    terminal.send(asked)
    terminal.wait(
        lambda text: first_offered(text, asked).startswith(offered), f"{offered}, offered first for {asked}"
    )


def first_offered(text: str, asked: str) -> str:
    """Return the line below what was typed that the palette offers first."""
    below = text.partition(f" {asked}\n")[2].splitlines()
    return next((line.strip() for line in below if any(letter.isalpha() for letter in line)), "")


def test_the_help_lists_them_all_within_two_keys(place: Place) -> None:
    named = {it.words for it in THINGS}
    assert {offered for _, offered, _, _ in TWENTY} <= named
    with place.open("2026-11-24 08:30", demo=True, rows=45) as terminal:
        terminal.send("?")
        terminal.wait_for("Who needs you today")
        terminal.send("?")
        terminal.wait_for(*(offered for _, offered, _, _ in TWENTY))
        terminal.send("escape")
        terminal.wait_gone("How do I")
        terminal.send("q")
        assert terminal.ended() == 0
